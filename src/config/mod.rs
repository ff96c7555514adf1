//! From files to checked settings, and every mistake with its place.
//!
//! [`load`] reads a directory of TOML files, finds all mistakes in one go ([`Problem`]: file, line, column, remedy), and
//! makes [`Settings`], a plain value that nothing changes any more. [`sample`] is the complete commented configuration that
//! `maildesk init` writes; it is the manual.
//!
//! Knows files and the shape of keys. Decides nothing, opens no connection, and reads neither clock nor environment itself.

mod articles;
mod calendar;
mod check;
mod desk;
mod edit;
mod ical;
mod later;
mod load;
mod macros;
mod mailbox;
mod member;
mod nesting;
mod page;
mod people;
mod practice;
mod problem;
mod profile;
mod quantity;
mod read;
mod rotation;
mod routing;
mod sample;
mod secret;
mod service;
mod settings;
mod staff;
mod team;
#[cfg(test)]
mod tests;

pub use edit::{EditError, KeyEdit, Reference, Scalar, StaffFile, put_in_place};
pub use load::{data_dir, load, load_with_staff};
pub use problem::{Place, Position, Problem, Severity, nearest};
pub use rotation::{KeyNumbers, Rotation, RotationError, key_numbers, rotate};
pub use routing::{Expectation, Expected, RuleTest};
pub use sample::{InitError, init, sample};
pub use settings::{After, Listen, Loaded, Outgoing, Secret, Settings, Source, SourcePlace, Start, Tls};
