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
    /// The writer has ended.
    #[error("the writer has ended")]
    WriterGone,
}
