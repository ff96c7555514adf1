//! The daemon: one writer thread, a task for each mailbox, one that sends, one for the time, one for the control socket.
//!
//! Wakes carry no data; each task asks the desk what is due. Cancellation is asked for between messages, never raced around a
//! loop: only waiting and idling are interrupted.

mod error;
mod mailbox;
mod postman;
mod run;
mod timer;
mod writer;

pub use error::DaemonError;
pub use run::{Mode, Reload, run, run_until};
