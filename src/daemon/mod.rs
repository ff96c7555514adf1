//! The daemon: one writer thread, a task for each mailbox, one that sends, one for the time, one for the control socket.
//!
//! Wakes carry no data; each task asks the desk what is due. Cancellation is asked for between messages, never raced around a
//! loop: only waiting and idling are interrupted. What follows from the settings has a stop signal of its own (`crew`), so that a
//! reload touches only what it changes.

mod counter;
mod crew;
mod error;
mod health;
mod mailbox;
mod postman;
mod reload;
mod run;
mod timer;
mod watchdog;
mod writer;

pub use error::DaemonError;
pub use reload::Reload;
pub use run::{Mode, run, run_until};
