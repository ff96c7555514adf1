//! What one plan does, before it is done: rows and texts over the state and over the drafts before it in the group.
//!
//! A draft changes nothing but itself. Dropped, by a refusal or a panic, it leaves nothing behind.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::base::{Digest, Seq, Timestamp, limit};
use crate::domain::{Actor, Cause, Change, IllegalChange, Row, RowId, Rows};

use super::disk::Disk;
use super::error::StoreError;
use super::frame::Framer;
use super::keyspace::Keyspace;
use super::line::{Facts, JournalRecord, Link};
use super::named::{NamedText, Namer};
use super::overlay::Overlay;
use super::packer::Texts;
use super::query::Queries;
use super::sifted::Sifted;
use super::state::{Sheet, Written};
use super::store::Store;

/// One plan in the making.
pub struct Draft<'a, D: Disk, K: Keyspace> {
    store: &'a Store<D, K>,
    sheet: Sheet<'a, Sifted<K>>,
    texts: Texts,
    changes: Vec<Change>,
    /// The time of its changes, once there is one.
    at: Option<Timestamp>,
    /// A change did not fit, and the rows may be half written.
    spoiled: bool,
}

/// A finished draft, free of the store. [`Store::accept`] takes it into the group.
#[derive(Debug)]
pub struct Drafted {
    /// The last record of the group when the draft was begun.
    pub(super) behind: Link,
    pub(super) facts: Facts,
    pub(super) written: Written,
    pub(super) texts: Texts,
    changes: Vec<Change>,
}

impl Drafted {
    /// What it changes, in order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The same for good.
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// About how many bytes it adds to the journal and the spool, for [`limit::GROUP_BYTES`].
    pub fn bytes(&self) -> usize {
        self.texts.values().map(|text| text.len()).fold(self.facts.size(), usize::saturating_add)
    }
}

impl<'a, D: Disk, K: Keyspace> Draft<'a, D, K> {
    pub(super) fn new(store: &'a Store<D, K>) -> Self {
        let sheet = Sheet::new(store.keyspace(), store.pending_rows());
        Self { store, sheet, texts: Texts::new(), changes: Vec::new(), at: None, spoiled: false }
    }

    /// Lets a change take effect in this draft.
    ///
    /// # Errors
    /// [`IllegalChange`] when it does not fit; the draft can then only be dropped.
    pub fn apply(&mut self, change: Change, at: Timestamp) -> Result<(), IllegalChange<StoreError>> {
        if *self.at.get_or_insert(at) != at {
            self.spoiled = true;
            return Err(IllegalChange::Rows(StoreError::Draft("all changes of a plan happen at one time")));
        }
        let outcome = self.sheet.apply(&change, at);
        self.spoiled |= outcome.is_err();
        self.changes.push(change);
        outcome
    }

    /// The name that a text has in the spool.
    pub fn name(&self, text: &[u8]) -> Digest {
        self.store.name(text)
    }

    /// What gives texts their names.
    pub fn namer(&self) -> Namer {
        self.store.namer()
    }

    /// Takes a text into the draft and gives it its name; it can be read at once. What the spool has is not stored again.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`], or when the state cannot be read.
    pub fn put_text<'t>(&mut self, text: impl Into<Cow<'t, [u8]>>) -> Result<Digest, StoreError> {
        let text = text.into();
        let name = self.store.name(&text);
        if !self.texts.contains_key(&name) && !self.store.is_in_group(name)? {
            Framer::length(&text)?;
            self.texts.insert(name, Arc::new(text.into_owned()));
        }
        Ok(name)
    }

    /// Takes a text into the draft whose name is known already; otherwise like [`Draft::put_text`], and without a copy.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`], or when the state cannot be read.
    pub fn put_named(&mut self, text: &NamedText) -> Result<(), StoreError> {
        if !self.texts.contains_key(&text.name()) && !self.store.is_in_group(text.name())? {
            Framer::length(text.bytes())?;
            self.texts.insert(text.name(), Arc::clone(text.shared()));
        }
        Ok(())
    }

    /// The changes so far.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Ends the draft. `at` is the record's time, at which every change has happened: a replay has no other.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] when the record is too large, [`StoreError::Draft`] when a change did not fit,
    /// [`StoreError::NoText`] when a change names a text that nobody has put into the spool.
    pub fn finish(self, actor: Actor, cause: &Cause, at: Timestamp, settings: Digest) -> Result<Drafted, StoreError> {
        self.store.usable()?;
        if self.spoiled || self.at.is_some_and(|applied| applied != at) {
            return Err(StoreError::Draft("one of its changes did not fit, or happened at another time"));
        }
        for name in self.changes.iter().flat_map(Change::texts) {
            if !self.texts.contains_key(&name) && !self.store.has_text(name)? {
                return Err(StoreError::NoText(name));
            }
        }
        let facts = Facts::new(&self.changes, actor, cause, at, settings)?;
        if facts.size() > limit::RECORD_BYTES {
            return Err(StoreError::TooLarge { what: "a record", bytes: facts.size(), limit: limit::RECORD_BYTES });
        }
        let (written, texts, changes) = (self.sheet.into_written(), self.texts, self.changes);
        Ok(Drafted { behind: self.store.group_end(), facts, written, texts, changes })
    }
}

impl<D: Disk, K: Keyspace> fmt::Debug for Draft<'_, D, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("changes", &self.changes).field("spoiled", &self.spoiled).finish_non_exhaustive()
    }
}

impl<D: Disk, K: Keyspace> Rows for Draft<'_, D, K> {
    type Error = StoreError;

    fn get(&self, id: &RowId) -> Result<Option<Row>, StoreError> {
        self.store.usable()?;
        self.sheet.get(id)
    }

    /// A draft's rows follow from its changes alone, or a replay would not find them.
    fn put(&mut self, _id: RowId, _row: Row) -> Result<(), StoreError> {
        Err(StoreError::Draft("rows are written by changes, not by hand"))
    }

    fn delete(&mut self, _id: &RowId) -> Result<(), StoreError> {
        Err(StoreError::Draft("rows are removed by changes, not by hand"))
    }
}

impl<D: Disk, K: Keyspace> Queries for Draft<'_, D, K> {
    fn keys(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.store.usable()?;
        self.sheet.keys(from, to, limit)
    }

    fn text(&self, digest: Digest) -> Result<Vec<u8>, StoreError> {
        match self.texts.get(&digest) {
            Some(text) => Ok(Vec::clone(text)),
            None => self.store.text_in_group(digest),
        }
    }

    fn records(&self, from: Seq, limit: usize) -> Result<Vec<JournalRecord>, StoreError> {
        self.store.read_records(from, limit)
    }

    fn last_record(&self) -> Seq {
        self.store.sizes().last
    }
}

/// The committed state, to be read.
pub struct View<'a, D: Disk, K: Keyspace> {
    store: &'a Store<D, K>,
    sheet: Sheet<'a, Sifted<K>>,
}

impl<'a, D: Disk, K: Keyspace> View<'a, D, K> {
    pub(super) fn new(store: &'a Store<D, K>, nothing: &'a Overlay) -> Self {
        Self { store, sheet: Sheet::new(store.keyspace(), nothing) }
    }
}

impl<D: Disk, K: Keyspace> fmt::Debug for View<'_, D, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("View").finish_non_exhaustive()
    }
}

impl<D: Disk, K: Keyspace> Rows for View<'_, D, K> {
    type Error = StoreError;

    fn get(&self, id: &RowId) -> Result<Option<Row>, StoreError> {
        self.store.usable()?;
        self.sheet.get(id)
    }

    fn put(&mut self, _id: RowId, _row: Row) -> Result<(), StoreError> {
        Err(StoreError::ViewOnly)
    }

    fn delete(&mut self, _id: &RowId) -> Result<(), StoreError> {
        Err(StoreError::ViewOnly)
    }
}

impl<D: Disk, K: Keyspace> Queries for View<'_, D, K> {
    fn keys(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.store.usable()?;
        self.sheet.keys(from, to, limit)
    }

    fn text(&self, digest: Digest) -> Result<Vec<u8>, StoreError> {
        self.store.committed_text(digest)
    }

    fn records(&self, from: Seq, limit: usize) -> Result<Vec<JournalRecord>, StoreError> {
        self.store.read_records(from, limit)
    }

    fn last_record(&self) -> Seq {
        self.store.sizes().last
    }
}
