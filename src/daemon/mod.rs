//! The daemon: one writer thread, a task for each Maildir and each folder of a mail server, one that sends, one for the time, one
//! for the control socket.
//!
//! Wakes carry no data; each task asks the desk what is due. What only reaches out (connecting, looking, fetching, waiting) is cut
//! off when the daemon stops, because nothing is lost by it; what is in hand is recorded, filed and sent.

mod error;
mod mailbox;
mod postman;
mod run;
mod timer;
mod writer;

pub use error::DaemonError;
pub use run::{Mode, Reload, run, run_until};
