//! What can go wrong outside.

use std::path::{Path, PathBuf};

use crate::base::Fault;

/// A failed operation outside.
#[derive(Debug, thiserror::Error)]
pub enum IoError {
    /// A file or directory.
    #[error("cannot {operation} {}", path.display())]
    File {
        /// What was to be done.
        operation: &'static str,
        /// With which.
        path: PathBuf,
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// Something takes too long.
    #[error("{0} took too long")]
    TimedOut(&'static str),
    /// The network.
    #[error("cannot {operation} {host}")]
    Network {
        /// What was to be done.
        operation: &'static str,
        /// With which host.
        host: String,
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// The server says no to one thing; the connection can be used on.
    #[error("cannot {operation} {host}: it answers \"{answer}\"")]
    Refused {
        /// What was to be done.
        operation: &'static str,
        /// Which server.
        host: String,
        /// Its words.
        answer: String,
    },
    /// The server does not let us in.
    #[error("{host} refuses the login of {user}: {answer}")]
    LogIn {
        /// Which server.
        host: String,
        /// Whose login.
        user: String,
        /// Its words.
        answer: String,
    },
    /// The other side does not do what it must.
    #[error("{0}")]
    Protocol(String),
}

impl IoError {
    pub(super) fn file(operation: &'static str, path: &Path, source: std::io::Error) -> Self {
        Self::File { operation, path: path.to_owned(), source }
    }

    /// Does the system forbid it?
    pub fn is_forbidden(&self) -> bool {
        matches!(self, Self::File { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied)
    }

    /// Whether a second attempt may help.
    pub fn fault(&self) -> Fault {
        match self {
            Self::File { .. } if self.is_forbidden() => Fault::Lasting,
            // Trying again at once would lock the account, or get this machine banned.
            Self::LogIn { .. } => Fault::Lasting,
            Self::File { .. } | Self::TimedOut(_) | Self::Network { .. } | Self::Refused { .. } | Self::Protocol(_) => {
                Fault::Passing
            }
        }
    }
}
