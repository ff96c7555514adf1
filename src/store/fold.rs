//! The journal folded into rows: for catching up, for making the state anew, and for checking it.

use std::collections::BTreeSet;

use crate::base::Digest;
use crate::domain::{Change, IllegalChange};

use super::error::StoreError;
use super::frame::Header;
use super::key;
use super::keyspace::Keyspace;
use super::line::JournalRecord;
use super::overlay::{Overlay, Slot};
use super::record::Applied;
use super::spool::{Location, Lying};
use super::state::Sheet;

/// Rows and records that are written in one batch.
const BATCH_ROWS: usize = 8192;
const BATCH_RECORDS: u32 = 512;

/// The texts that a record names, each once.
pub(super) fn texts_of(record: &JournalRecord) -> BTreeSet<Digest> {
    record.changes.iter().flat_map(Change::texts).collect()
}

/// A keyspace that takes in records.
pub(super) struct Fold<'k, K> {
    keyspace: &'k mut K,
    pub(super) applied: Applied,
    rows: Overlay,
    records: u32,
}

impl<'k, K: Keyspace> Fold<'k, K> {
    pub(super) fn new(keyspace: &'k mut K, applied: Applied) -> Self {
        Self { keyspace, applied, rows: Overlay::default(), records: 0 }
    }

    /// Takes in the next record.
    pub(super) fn take(&mut self, record: &JournalRecord) -> Result<(), StoreError> {
        let mut sheet = Sheet::new(&*self.keyspace, &self.rows);
        for change in &record.changes {
            sheet.apply(change, record.at).map_err(|illegal| match illegal {
                IllegalChange::Rows(error) => error,
                other => {
                    StoreError::damaged("the journal", 0, Some(record.seq), format!("a change does not fit the state: {other}"))
                }
            })?;
        }
        let written = sheet.into_written().into_overlay(record.seq);
        self.rows.absorb(written);
        (self.applied.seq, self.applied.hash) = (record.seq, record.hash);
        self.records = self.records.saturating_add(1);
        if self.records >= BATCH_RECORDS || self.rows.len() >= BATCH_ROWS { self.flush() } else { Ok(()) }
    }

    /// Takes in where a text lies, or that it was erased there; the first place at which it lies counts.
    pub(super) fn text(&mut self, header: &Header, location: Location) -> Result<(), StoreError> {
        let lying = if header.is_erased() { Lying::Erased } else { Lying::At(location) };
        let key = key::text(header.name);
        let known = Sheet::new(&*self.keyspace, &self.rows).raw(&key)?.and_then(|bytes| Lying::decode(&bytes));
        if !matches!((known, lying), (Some(Lying::At(_)), _) | (Some(_), Lying::Erased)) {
            self.rows.set(key, Slot::Raw(lying.encode()));
        }
        (self.applied.pack, self.applied.offset) = (location.pack, location.offset.saturating_add(location.length.into()));
        if self.rows.len() >= BATCH_ROWS { self.flush() } else { Ok(()) }
    }

    pub(super) fn has_text(&self, name: Digest) -> Result<bool, StoreError> {
        Ok(Sheet::new(&*self.keyspace, &self.rows).raw(&key::text(name))?.is_some())
    }

    /// Writes what has been taken in.
    pub(super) fn flush(&mut self) -> Result<(), StoreError> {
        let rows = std::mem::take(&mut self.rows);
        let mut batch = rows.into_batch(&*self.keyspace, &mut self.applied)?;
        batch.writes.push((key::APPLIED.to_vec(), Some(self.applied.encode()?)));
        self.keyspace.commit(batch).map_err(StoreError::state("written"))?;
        self.records = 0;
        Ok(())
    }
}
