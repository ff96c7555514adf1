//! `head.json`: how far the journal reached when it was last known to be durable, beside the journal itself.
//!
//! It is what tells a journal that lost its end from one that never had it.

use serde::{Deserialize, Serialize};

use crate::base::{Digest, Seq};

use super::disk::Disk;
use super::error::StoreError;
use super::line::Link;
use super::record::FORMAT;

const FILE: &str = "head.json";
/// There after a clean end, and only then.
const CLEAN: &str = "clean";

/// The contents of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    format: u32,
    seq: Seq,
    hash: Digest,
    /// By this the secret is known again, without telling it.
    secret: Digest,
}

impl Head {
    pub(super) fn new(last: Link, secret: &[u8; 32]) -> Self {
        Self { format: FORMAT, seq: last.seq, hash: last.hash, secret: Digest::keyed(secret, b"maildesk store") }
    }

    pub(super) const fn link(&self) -> Link {
        Link { seq: self.seq, hash: self.hash }
    }

    /// Reads it; `None` if there is none.
    pub(super) fn read<D: Disk>(disk: &D, secret: &[u8; 32]) -> Result<Option<Self>, StoreError> {
        if disk.size(FILE).map_err(StoreError::read(FILE))?.is_none() {
            return Ok(None);
        }
        let bytes = disk.read_at(FILE, 0, 4096).map_err(StoreError::read(FILE))?;
        let head: Self = serde_json::from_slice(&bytes).map_err(|error| StoreError::damaged(FILE, 0, None, error.to_string()))?;
        if head.format > FORMAT {
            return Err(StoreError::Newer { what: "the store".to_owned(), found: head.format, known: FORMAT });
        }
        if head.secret != Self::new(head.link(), secret).secret {
            return Err(StoreError::WrongSecret);
        }
        Ok(Some(head))
    }

    pub(super) fn write<D: Disk>(&self, disk: &mut D) -> Result<(), StoreError> {
        let bytes = serde_json::to_vec(self).map_err(|source| StoreError::Encode { what: "head.json", source })?;
        disk.replace(FILE, &bytes).map_err(StoreError::write(FILE))
    }
}

/// Did the last process end cleanly?
pub(super) fn is_clean<D: Disk>(disk: &D) -> Result<bool, StoreError> {
    Ok(disk.size(CLEAN).map_err(StoreError::read(CLEAN))?.is_some())
}

pub(super) fn mark_clean<D: Disk>(disk: &mut D) -> Result<(), StoreError> {
    disk.replace(CLEAN, b"The store was closed cleanly.\n").map_err(StoreError::write(CLEAN))
}

pub(super) fn mark_in_use<D: Disk>(disk: &mut D) -> Result<(), StoreError> {
    disk.remove(CLEAN).map_err(StoreError::write(CLEAN))
}
