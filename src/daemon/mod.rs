//! The daemon: one writer thread, a task for each Maildir and each folder of a mail server, one that sends, one for the time, one
//! for the control socket, one for whoever monitors it.
//!
//! Wakes carry no data; each task asks the desk what is due. What only reaches out (connecting, looking, fetching, waiting) is cut
//! off when the daemon stops, because nothing is lost by it; what is in hand is recorded, filed and sent. What follows from the
//! settings has a stop signal of its own (`crew`), so that a reload touches only what it changes.

mod counter;
mod crew;
mod error;
mod health;
mod mailbox;
#[cfg(feature = "metrics")]
mod monitor;
mod postman;
mod reload;
mod reporter;
mod run;
mod timer;
mod verifier;
mod watchdog;
mod writer;

pub use error::DaemonError;
pub use reload::Reload;
pub use run::{Mode, run, run_until};
