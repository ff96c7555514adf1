//! What can go wrong in the desk.

use crate::base::Fault;
use crate::domain::IllegalChange;
use crate::store::StoreError;

/// A failed piece of work. Trouble with the store stops the process; bad input never gets here, it gets a disposition.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The store could not be read or written.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A plan did not fit the state. Nothing of it was recorded.
    #[error("a plan does not fit the state")]
    Plan(#[source] IllegalChange<StoreError>),
    /// Deciding failed with an internal error. Nothing of it was recorded.
    #[error("deciding failed with an internal error: {0}")]
    Panicked(String),
    /// What was asked for does not exist.
    #[error("{0} does not exist")]
    Missing(String),
    /// What was asked for cannot be done.
    #[error("{0}")]
    Refused(String),
}

impl DeskError {
    /// Whether a second attempt may help.
    pub fn fault(&self) -> Fault {
        match self {
            Self::Store(error) => error.fault(),
            Self::Plan(_) | Self::Panicked(_) | Self::Missing(_) | Self::Refused(_) => Fault::Lasting,
        }
    }
}
