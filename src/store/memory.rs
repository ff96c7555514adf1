//! The state in memory: for rehearsals, simulations, tests and `verify`.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::KeyspaceError;
use super::keyspace::{Keyspace, Pair, WriteBatch};

/// Rows in memory. They outlive the keyspace in their [`MemoryPlace`].
#[derive(Debug)]
pub struct MemoryKeyspace {
    place: MemoryPlace,
}

/// Where a [`MemoryKeyspace`] keeps its rows; clones are handles on the same rows.
#[derive(Clone, Debug, Default)]
pub struct MemoryPlace {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    rows: BTreeMap<Vec<u8>, Vec<u8>>,
    /// What to put back to be where the last checkpoint was, if losses are to be possible.
    undo: Option<BTreeMap<Vec<u8>, Option<Vec<u8>>>>,
    commits_left: Option<u64>,
    damaged: bool,
}

impl MemoryPlace {
    /// An empty place.
    pub fn new() -> Self {
        Self::default()
    }

    /// Remembers from now on what [`MemoryPlace::lose`] has to take back.
    pub fn keep_checkpoints(&self) {
        self.lock().undo.get_or_insert_default();
    }

    /// Loses everything after the last checkpoint, as sled does when the power fails.
    pub fn lose(&self) {
        let mut inner = self.lock();
        let undo = inner.undo.as_mut().map(std::mem::take).unwrap_or_default();
        for (key, value) in undo {
            match value {
                Some(value) => drop(inner.rows.insert(key, value)),
                None => drop(inner.rows.remove(&key)),
            }
        }
    }

    /// Lets the commit after this many fail, and all that follow, until it is set again.
    pub fn fail_after(&self, commits: Option<u64>) {
        self.lock().commits_left = commits;
    }

    /// Lets the next opening find damage; discarding mends it.
    pub fn damage(&self) {
        self.lock().damaged = true;
    }

    /// Changes rows behind the store's back.
    pub fn edit(&self, change: impl FnOnce(&mut BTreeMap<Vec<u8>, Vec<u8>>)) {
        change(&mut self.lock().rows);
    }

    /// A copy of all rows.
    pub fn rows(&self) -> BTreeMap<Vec<u8>, Vec<u8>> {
        self.lock().rows.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keyspace for MemoryKeyspace {
    type Place = MemoryPlace;

    fn open(place: &MemoryPlace) -> Result<Self, KeyspaceError> {
        if place.lock().damaged {
            return Err(KeyspaceError::Damaged("the test asked for it".to_owned()));
        }
        Ok(Self { place: place.clone() })
    }

    fn discard(place: &MemoryPlace) -> Result<(), KeyspaceError> {
        let mut inner = place.lock();
        inner.rows.clear();
        inner.damaged = false;
        if let Some(undo) = &mut inner.undo {
            undo.clear();
        }
        Ok(())
    }

    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        Ok(self.place.lock().rows.get(key).cloned())
    }

    fn scan(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Pair>, KeyspaceError> {
        if from >= to {
            return Ok(Vec::new());
        }
        let inner = self.place.lock();
        let range = inner.rows.range::<[u8], _>((std::ops::Bound::Included(from), std::ops::Bound::Excluded(to)));
        Ok(range.take(limit).map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    fn commit(&mut self, batch: WriteBatch) -> Result<(), KeyspaceError> {
        let mut inner = self.place.lock();
        match &mut inner.commits_left {
            Some(0) => return Err(KeyspaceError::Io(io::Error::other("a fault that the test asked for"))),
            Some(left) => *left = left.saturating_sub(1),
            None => {}
        }
        for (key, value) in batch.writes {
            let before = match value {
                Some(value) => inner.rows.insert(key.clone(), value),
                None => inner.rows.remove(&key),
            };
            if let Some(undo) = &mut inner.undo {
                undo.entry(key).or_insert(before);
            }
        }
        Ok(())
    }

    fn checkpoint(&mut self) -> Result<(), KeyspaceError> {
        if let Some(undo) = &mut self.place.lock().undo {
            undo.clear();
        }
        Ok(())
    }
}
