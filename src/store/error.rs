//! What may go wrong in the store; each variant is an operation that failed.

use std::io;
use std::path::PathBuf;

use crate::base::{Digest, Fault, Seq};

/// Why the store could not do something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process holds the store.
    #[error("the store in {} is in use by process {}; stop it first", .directory.display(), .process.map_or_else(|| "?".to_owned(), |process| process.to_string()))]
    Busy {
        /// Where the store lies.
        directory: PathBuf,
        /// The process that holds it, if it left its number.
        process: Option<u32>,
    },
    /// A file or directory could not be made or opened.
    #[error("{file} cannot be opened")]
    Open {
        /// Which, below the store's directory.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file could not be read.
    #[error("{file} cannot be read")]
    Read {
        /// Which, below the store's directory.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file could not be written; what was being written has been taken back.
    #[error("{file} cannot be written")]
    Write {
        /// Which, below the store's directory.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// What was written could not be made durable. The store refuses everything from now on.
    #[error("{file} cannot be made durable; the process must stop")]
    Sync {
        /// Which, below the store's directory.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A write failed before and nobody knows what is on the disk: only a new start can tell.
    #[error("a write to the store failed before; the process must stop and start again")]
    Poisoned,
    /// The engine that holds the state failed.
    #[error("the state cannot be {doing}")]
    State {
        /// What was tried, as a participle.
        doing: &'static str,
        /// Why.
        #[source]
        source: KeyspaceError,
    },
    /// A row of the state cannot be read; a new start makes the state again from the journal.
    #[error("row {key} of the state cannot be read: {why}")]
    Row {
        /// Its key, escaped.
        key: String,
        /// Why.
        why: String,
    },
    /// Something could not be put into its written form.
    #[error("{what} cannot be written down")]
    Encode {
        /// What.
        what: &'static str,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// The journal or another durable file is damaged. Nothing has been touched.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// A newer program wrote it.
    #[error("{what} has version {found}, this program knows up to {known}; use the newer program")]
    Newer {
        /// What.
        what: String,
        /// Its version.
        found: u32,
        /// The newest version that can be read.
        known: u32,
    },
    /// The store was made with another secret.
    #[error("the store was made with another secret; restore the secret file that belongs to it")]
    WrongSecret,
    /// A record or text is larger than the store takes.
    #[error("{what} of {bytes} bytes is larger than the limit of {limit}")]
    TooLarge {
        /// What.
        what: &'static str,
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// No text of this name is in the spool.
    #[error("text {0} is not in the spool; run `maildesk verify`")]
    NoText(Digest),
    /// The text of this name is there but damaged.
    #[error("text {digest} in {file} at byte {offset} is damaged: {why}")]
    BadText {
        /// Its name.
        digest: Digest,
        /// The pack.
        file: String,
        /// Where its frame begins.
        offset: u64,
        /// What is wrong.
        why: String,
    },
    /// A draft that failed half-way, or one made before another was accepted, may not be accepted.
    #[error("the draft may not be accepted: {0}")]
    Draft(&'static str),
    /// A view of the committed state was written to.
    #[error("a view of the state cannot be written")]
    ViewOnly,
}

/// Damage to what is durable, and the place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} is damaged at byte {offset}{}: {why}; nothing has been changed, restore the file from a backup", .record.map_or_else(String::new, |record| format!(" (record {record})")))]
pub struct Damage {
    /// The file, below the store's directory.
    pub file: String,
    /// Where it begins.
    pub offset: u64,
    /// The record that should stand there.
    pub record: Option<Seq>,
    /// What is wrong.
    pub why: String,
}

/// Why an engine failed.
#[derive(Debug, thiserror::Error)]
pub enum KeyspaceError {
    /// The files could not be read or written.
    #[error("its files cannot be used")]
    Io(#[source] io::Error),
    /// Another process or an engine that is just being closed holds the files.
    #[error("its files are locked")]
    Locked,
    /// What is stored is no good; it has to be made again from the journal.
    #[error("it is damaged: {0}")]
    Damaged(String),
}

impl StoreError {
    /// May it help to try again, or to start again?
    pub const fn fault(&self) -> Fault {
        match self {
            Self::Busy { .. }
            | Self::Open { .. }
            | Self::Read { .. }
            | Self::Write { .. }
            | Self::Sync { .. }
            | Self::Poisoned
            | Self::State { .. }
            | Self::Row { .. } => Fault::Passing,
            Self::Encode { .. }
            | Self::Damaged(_)
            | Self::Newer { .. }
            | Self::WrongSecret
            | Self::TooLarge { .. }
            | Self::NoText(_)
            | Self::BadText { .. }
            | Self::Draft(_)
            | Self::ViewOnly => Fault::Lasting,
        }
    }

    /// Is something durable damaged, so that a person has to look? The command line ends with 65.
    pub const fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged(_))
    }

    /// Does another process hold the store? The command line ends with 75.
    pub const fn is_busy(&self) -> bool {
        matches!(self, Self::Busy { .. } | Self::State { source: KeyspaceError::Locked, .. })
    }

    /// Is there no room left? What was recorded is safe, and more can be when there is room again.
    pub fn is_full(&self) -> bool {
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(self);
        while let Some(error) = cause {
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|error| matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded))
            {
                return true;
            }
            cause = error.source();
        }
        false
    }

    /// Is only the text missing or damaged, so that the rest of the desk can go on?
    pub const fn is_text(&self) -> bool {
        matches!(self, Self::NoText(_) | Self::BadText { .. })
    }

    pub(super) fn read(file: &str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Read { file: file.to_owned(), source }
    }

    pub(super) fn write(file: &str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Write { file: file.to_owned(), source }
    }

    pub(super) fn sync(file: &str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Sync { file: file.to_owned(), source }
    }

    pub(super) fn state(doing: &'static str) -> impl FnOnce(KeyspaceError) -> Self {
        move |source| Self::State { doing, source }
    }

    pub(super) fn damaged(file: &str, offset: u64, record: Option<Seq>, why: impl Into<String>) -> Self {
        Self::Damaged(Damage { file: file.to_owned(), offset, record, why: why.into() })
    }
}
