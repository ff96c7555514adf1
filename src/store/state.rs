//! The state as a change sees it: the engine, the layers decided before, and a layer of its own.
//!
//! A commit, a replay and `verify` write rows through here and nowhere else, so indexes and history cannot differ.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Seq, TicketId, Timestamp};
use crate::domain::{Change, IllegalChange, Row, RowId, Rows, apply};

use super::error::StoreError;
use super::keyspace::Keyspace;
use super::overlay::{Overlay, Slot, merged_keys};
use super::{index, key, record};

/// Rows of the engine that a sheet remembers.
const READ_ROWS: usize = 128;

/// A sheet laid over the state, on which one plan is written.
pub(super) struct Sheet<'a, K> {
    keyspace: &'a K,
    below: &'a Overlay,
    own: Overlay,
    /// Rows that were read from the engine: deciding, applying and writing letters ask for the same ones.
    read: RefCell<BTreeMap<Vec<u8>, Option<Known>>>,
    /// The tickets whose history the plan belongs to.
    tickets: BTreeSet<TicketId>,
}

/// A row of the engine, and as it stands there.
struct Known {
    row: Row,
    bytes: Vec<u8>,
}

/// A filled sheet by itself.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) overlay: Overlay,
    pub(super) tickets: BTreeSet<TicketId>,
}

impl Written {
    /// The rows with the history of the record that the plan has become.
    pub(super) fn into_overlay(self, seq: Seq) -> Overlay {
        let mut overlay = self.overlay;
        for ticket in self.tickets {
            overlay.set_fresh(key::history(ticket, seq), Slot::Raw(Vec::new()));
        }
        overlay
    }
}

impl<'a, K: Keyspace> Sheet<'a, K> {
    pub(super) fn new(keyspace: &'a K, below: &'a Overlay) -> Self {
        Self { keyspace, below, own: Overlay::default(), read: RefCell::default(), tickets: BTreeSet::new() }
    }

    /// Lets a change take effect on this sheet.
    pub(super) fn apply(&mut self, change: &Change, at: Timestamp) -> Result<(), IllegalChange<StoreError>> {
        self.note_tickets(change).map_err(IllegalChange::Rows)?;
        apply(self, change, at)
    }

    pub(super) fn into_written(self) -> Written {
        let mut overlay = self.own;
        for (key, known) in self.read.into_inner() {
            overlay.note_under(key, known.map(|known| known.bytes));
        }
        Written { overlay, tickets: self.tickets }
    }

    /// The keys with `from <= key < to`, as they are with this sheet.
    pub(super) fn keys(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        merged_keys(self.keyspace, &[self.below, &self.own], from, to, limit)
    }

    /// The bytes of a row of the store's own.
    pub(super) fn raw(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match self.own.get(key).or_else(|| self.below.get(key)) {
            Some(Slot::Raw(bytes)) => Ok(Some(bytes.clone())),
            Some(_) => Ok(None),
            None => self.keyspace.get(key).map_err(StoreError::state("read")),
        }
    }

    /// A row as it is below this sheet.
    fn base(&self, id: &RowId, key: &[u8]) -> Result<Option<Row>, StoreError> {
        match self.below.get(key) {
            Some(Slot::Row(row)) => Ok(Some(row.clone())),
            Some(_) => Ok(None),
            None => {
                if let Some(known) = self.read.borrow().get(key) {
                    return Ok(known.as_ref().map(|known| known.row.clone()));
                }
                let bytes = self.keyspace.get(key).map_err(StoreError::state("read"))?;
                let known = match bytes {
                    Some(bytes) => Some(Known { row: record::decode(id, &bytes)?, bytes }),
                    None => None,
                };
                let row = known.as_ref().map(|known| known.row.clone());
                let mut read = self.read.borrow_mut();
                // A long list is read once anyway.
                if read.len() < READ_ROWS {
                    read.insert(key.to_vec(), known);
                }
                Ok(row)
            }
        }
    }

    /// A row as it was before, taken out of this sheet where it is on it.
    fn before(&mut self, id: &RowId, key: &[u8]) -> Result<Option<Row>, StoreError> {
        match self.own.take(key) {
            Some(Slot::Row(row)) => Ok(Some(row)),
            Some(_) => Ok(None),
            None => self.base(id, key),
        }
    }

    fn reindex(&mut self, old: Option<&Row>, new: Option<&Row>) {
        if let (Some(old), Some(new)) = (old, new)
            && index::alike(old, new)
        {
            return;
        }
        let old = old.map(index::keys).unwrap_or_default();
        let new = new.map(index::keys).unwrap_or_default();
        for gone in old.difference(&new) {
            self.own.set(gone.clone(), Slot::Gone);
        }
        for added in new.difference(&old) {
            // The row below has no such index key. Unless a layer took it away, the engine has none either.
            let is_fresh = self.own.get(added).is_none() && self.below.get(added).is_none();
            let slot = Slot::Raw(Vec::new());
            if is_fresh { self.own.set_fresh(added.clone(), slot) } else { self.own.set(added.clone(), slot) }
        }
    }

    fn note_tickets(&mut self, change: &Change) -> Result<(), StoreError> {
        self.tickets.extend(change.ticket());
        if let Change::Linked { other, .. } = change {
            self.tickets.insert(*other);
        }
        if let Change::ContactsMerged { tickets, .. } | Change::ContactsParted { tickets, .. } = change {
            self.tickets.extend(tickets.iter().map(|handed| handed.ticket));
        }
        let claimed = if let Change::LettersClaimed { letters } = change { letters.as_slice() } else { &[] };
        for letter in change.letter().into_iter().chain(claimed.iter().copied()) {
            self.tickets.extend(self.letter(letter)?.and_then(|letter| letter.ticket));
        }
        Ok(())
    }
}

impl<K: Keyspace> Rows for Sheet<'_, K> {
    type Error = StoreError;

    fn get(&self, id: &RowId) -> Result<Option<Row>, StoreError> {
        let key = key::row(id);
        match self.own.get(&key) {
            Some(Slot::Row(row)) => Ok(Some(row.clone())),
            Some(_) => Ok(None),
            None => self.base(id, &key),
        }
    }

    fn put(&mut self, id: RowId, row: Row) -> Result<(), StoreError> {
        if !record::fits(&id, &row) {
            return Err(StoreError::Draft("a row does not fit its id"));
        }
        let key = key::row(&id);
        if index::is_indexed(&row) {
            let old = self.before(&id, &key)?;
            self.reindex(old.as_ref(), Some(&row));
        }
        self.own.set(key, Slot::Row(row));
        Ok(())
    }

    fn delete(&mut self, id: &RowId) -> Result<(), StoreError> {
        let key = key::row(id);
        if matches!(id, RowId::Ticket(_) | RowId::Letter(_)) {
            let old = self.before(id, &key)?;
            self.reindex(old.as_ref(), None);
        }
        self.own.set(key, Slot::Gone);
        Ok(())
    }
}
