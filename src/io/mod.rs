//! The world outside: sockets, files, clock, entropy. Does what it is told and says what came of it; decides nothing.

pub mod clock;
pub mod control;
#[cfg(feature = "dkim")]
pub mod dkim;
pub mod entropy;
mod error;
#[cfg(feature = "imap")]
pub mod imap;
pub mod maildir;
#[cfg(feature = "metrics")]
pub mod pages;
#[cfg(feature = "smtp")]
pub mod smtp;
pub mod systemd;
#[cfg(feature = "tls")]
mod tls;

pub use error::IoError;
