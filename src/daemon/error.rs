//! Why the daemon stops by itself.

use crate::desk::DeskError;
use crate::io::IoError;
use crate::store::StoreError;

/// A failure that ends the daemon.
#[derive(Debug, thiserror::Error)]
pub enum DaemonError {
    /// The store does not open.
    #[error("the store does not open")]
    Open(#[source] StoreError),
    /// The desk failed.
    #[error("the desk failed")]
    Desk(#[source] DeskError),
    /// Something outside failed.
    #[error("the daemon cannot go on")]
    Io(#[source] IoError),
    /// The system gives no thread or runtime.
    #[error("the system refuses what the daemon needs")]
    System(#[source] std::io::Error),
    /// A mailbox could not be read at all, where everything was to be worked off.
    #[error("not every mailbox could be read: {0}")]
    Unread(String),
    /// The writer has ended.
    #[error("the writer has ended")]
    WriterGone,
}
