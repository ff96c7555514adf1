//! Rows that are decided but not written yet, in layers above the engine.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::domain::Row;

use super::error::StoreError;
use super::key;
use super::keyspace::{Keyspace, WriteBatch, after};
use super::record::{self, Applied};

/// What one layer says about a key.
#[derive(Debug)]
pub(super) enum Slot {
    /// A row of the domain; it is encoded once, when it is written.
    Row(Row),
    /// A row of the store's own.
    Raw(Vec<u8>),
    /// The key is removed.
    Gone,
}

/// One layer: by key what changed.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    slots: BTreeMap<Vec<u8>, Slot>,
    /// What the engine has under some of the keys, so that it need not be asked: nothing, or these bytes.
    under: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
}

/// Pairs asked of the engine at a time.
const PIECE: usize = 256;

impl Overlay {
    pub(super) fn get(&self, key: &[u8]) -> Option<&Slot> {
        self.slots.get(key)
    }

    pub(super) fn set(&mut self, key: Vec<u8>, slot: Slot) {
        self.slots.insert(key, slot);
    }

    /// Sets a key that the engine surely does not have.
    pub(super) fn set_fresh(&mut self, key: Vec<u8>, slot: Slot) {
        self.under.insert(key.clone(), None);
        self.slots.insert(key, slot);
    }

    /// What the engine has under this key, it was asked; of use where this layer sets it.
    pub(super) fn note_under(&mut self, key: Vec<u8>, bytes: Option<Vec<u8>>) {
        if self.slots.contains_key(&key) {
            self.under.insert(key, bytes);
        }
    }

    pub(super) fn take(&mut self, key: &[u8]) -> Option<Slot> {
        self.slots.remove(key)
    }

    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Lays another layer above this one and makes one of them.
    pub(super) fn absorb(&mut self, above: Self) {
        if self.slots.is_empty() {
            *self = above;
        } else {
            // Row by row: `append` makes the whole map anew, and the layer above is one small record of hundreds.
            self.slots.extend(above.slots);
            self.under.extend(above.under);
        }
    }

    /// The batch that writes this layer, with `applied` moved along by what it changes.
    ///
    /// What is there already in the same words is not written again.
    pub(super) fn into_batch<K: Keyspace>(self, keyspace: &K, applied: &mut Applied) -> Result<WriteBatch, StoreError> {
        let mut writes = Vec::with_capacity(self.slots.len().saturating_add(1));
        let mut under = self.under;
        for (key, slot) in self.slots {
            let known = match under.remove(&key) {
                Some(known) => known,
                None => keyspace.get(&key).map_err(StoreError::state("read"))?,
            };
            let wanted = match slot {
                Slot::Row(row) => Some(record::encode(&row)?),
                Slot::Raw(bytes) => Some(bytes),
                Slot::Gone => None,
            };
            if known == wanted {
                continue;
            }
            if let Some(known) = &known {
                applied.subtract(&key, known);
            }
            if let Some(wanted) = &wanted {
                applied.add(&key, wanted);
            }
            writes.push((key, wanted));
        }
        Ok(WriteBatch { writes })
    }
}

/// The keys with `from <= key < to` that are there when the layers, the lowest first, lie above the engine.
pub(super) fn merged_keys<K: Keyspace>(
    keyspace: &K,
    layers: &[&Overlay],
    from: &[u8],
    to: &[u8],
    limit: usize,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut found = Vec::new();
    let mut start = from.to_vec();
    while start.as_slice() < to {
        let asked = limit.saturating_sub(found.len()).clamp(16, PIECE);
        let pairs = keyspace.scan(&start, to, asked).map_err(StoreError::state("read"))?;
        // What the layers hold counts only as far as the engine has been read.
        let end = match pairs.last() {
            Some((last, _)) if pairs.len() >= asked => after(last),
            _ => to.to_vec(),
        };
        let mut keys: BTreeMap<Vec<u8>, bool> = pairs.into_iter().map(|(key, _)| (key, true)).collect();
        let range = (Bound::Included(start.as_slice()), Bound::Excluded(end.as_slice()));
        for layer in layers {
            for (key, slot) in layer.slots.range::<[u8], _>(range) {
                keys.insert(key.clone(), !matches!(slot, Slot::Gone));
            }
        }
        let room = limit.saturating_sub(found.len());
        found.extend(keys.into_iter().filter_map(|(key, there)| there.then_some(key)).take(room));
        if found.len() >= limit {
            break;
        }
        start = end;
    }
    Ok(found)
}

/// Every pair of an engine but the one about itself, in order.
pub(super) fn each_pair<K: Keyspace>(
    keyspace: &K,
    mut look: impl FnMut(Vec<u8>, Vec<u8>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut start = Vec::new();
    loop {
        let pairs = keyspace.scan(&start, &[0xff], PIECE).map_err(StoreError::state("read"))?;
        let Some((last, _)) = pairs.last() else { return Ok(()) };
        start = after(last);
        for (key, value) in pairs {
            if key != key::APPLIED {
                look(key, value)?;
            }
        }
    }
}
