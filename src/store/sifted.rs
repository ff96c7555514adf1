//! An engine with a memory of what it has, for its own process only.
//!
//! Half of what the desk asks for while it takes a message in is not there (names by hash that nobody has used before), and
//! of the rest the same few rows are asked for by each message of a group. sled takes about as long to say no as to find a row,
//! so it is asked less: a Bloom filter over the keys of its rows says of most others that they are not there, and what was
//! read stays at hand until the next commit. Both may be left away at any time; nothing but speed depends on them.

use std::collections::BTreeMap;
use std::hash::Hasher;
use std::sync::{Mutex, PoisonError};

use crate::base::limit;

use super::error::KeyspaceError;
use super::keyspace::{Keyspace, Pair, WriteBatch};

/// Rows that stay at hand between two commits.
const RECENT_ROWS: usize = 1024;
/// Bits of the first layer; each further one has twice as many.
const FIRST_BITS: u64 = 1 << 20;
/// With so many bits a key and so many probes a hundredth of all keys that are not there looks as if it were.
const BITS_PER_KEY: u64 = 10;
const PROBES: u64 = 4;

/// Keys that an engine may have. A removed key stays.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    layers: Vec<Layer>,
    bytes: usize,
    /// There would be too many keys; every key may be there.
    is_full: bool,
}

#[derive(Debug)]
struct Layer {
    words: Vec<u64>,
    keys: u64,
}

impl Layer {
    const fn bits(&self) -> u64 {
        64 * self.words.len() as u64
    }

    /// The words and bits of a hash in this layer.
    fn places(&self, hash: u64) -> impl Iterator<Item = (usize, u64)> + use<> {
        let (bits, step) = (self.bits(), (hash >> 32) | 1);
        (0..PROBES).map(move |probe| {
            let bit = hash.wrapping_add(probe.wrapping_mul(step)) % bits;
            (usize::try_from(bit / 64).unwrap_or(usize::MAX), 1 << (bit % 64))
        })
    }

    fn has(&self, hash: u64) -> bool {
        self.places(hash).all(|(word, bit)| self.words.get(word).is_some_and(|word| word & bit != 0))
    }
}

impl Sieve {
    pub(super) fn insert(&mut self, key: &[u8]) {
        if self.is_full || !is_sifted(key) {
            return;
        }
        if self.layers.last().is_none_or(|layer| layer.keys >= layer.bits() / BITS_PER_KEY) && !self.grow() {
            return;
        }
        let hash = hash(key);
        let Some(layer) = self.layers.last_mut() else { return };
        layer.keys = layer.keys.saturating_add(1);
        for (word, bit) in layer.places(hash) {
            if let Some(word) = layer.words.get_mut(word) {
                *word |= bit;
            }
        }
    }

    fn grow(&mut self) -> bool {
        let words = self.layers.last().map_or(FIRST_BITS / 64, |layer| 2 * layer.words.len() as u64);
        let words = usize::try_from(words).unwrap_or(usize::MAX);
        self.bytes = self.bytes.saturating_add(words.saturating_mul(8));
        if self.bytes > limit::SIEVE_BYTES {
            *self = Self { layers: Vec::new(), bytes: 0, is_full: true };
            return false;
        }
        self.layers.push(Layer { words: vec![0; words], keys: 0 });
        true
    }

    fn may_have(&self, key: &[u8]) -> bool {
        if self.is_full || !is_sifted(key) {
            return true;
        }
        let hash = hash(key);
        self.layers.iter().any(|layer| layer.has(hash))
    }
}

/// Rows that are asked for by their key. Indexes are gone through in order and have no part in this.
fn is_sifted(key: &[u8]) -> bool {
    key.first().is_some_and(|kind| b"aefmnoprtv".contains(kind))
}

fn hash(key: &[u8]) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(key);
    hasher.finish()
}

/// An engine behind its sieve.
#[derive(Debug)]
pub(super) struct Sifted<K> {
    engine: K,
    /// Of all rows; none until they have been gone through.
    sieve: Option<Sieve>,
    /// What was read since the last commit.
    recent: Mutex<BTreeMap<Vec<u8>, Option<Vec<u8>>>>,
}

impl<K: Keyspace> Sifted<K> {
    /// Takes a sieve on that holds every row of the engine.
    pub(super) fn sift(&mut self, sieve: Sieve) {
        self.sieve = Some(sieve);
    }
}

impl<K: Keyspace> Keyspace for Sifted<K> {
    type Place = K::Place;

    fn open(place: &Self::Place) -> Result<Self, KeyspaceError> {
        Ok(Self { engine: K::open(place)?, sieve: None, recent: Mutex::default() })
    }

    fn discard(place: &Self::Place) -> Result<(), KeyspaceError> {
        K::discard(place)
    }

    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        if self.sieve.as_ref().is_some_and(|sieve| !sieve.may_have(key)) {
            return Ok(None);
        }
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = recent.get(key) {
            return Ok(known.clone());
        }
        let value = self.engine.get(key)?;
        if recent.len() < RECENT_ROWS {
            recent.insert(key.to_vec(), value.clone());
        }
        Ok(value)
    }

    fn scan(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Pair>, KeyspaceError> {
        self.engine.scan(from, to, limit)
    }

    fn commit(&mut self, batch: WriteBatch) -> Result<(), KeyspaceError> {
        self.recent.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        if let Some(sieve) = &mut self.sieve {
            for (key, _) in batch.writes.iter().filter(|(_, value)| value.is_some()) {
                sieve.insert(key);
            }
        }
        self.engine.commit(batch)
    }

    fn checkpoint(&mut self) -> Result<(), KeyspaceError> {
        self.engine.checkpoint()
    }
}

#[cfg(test)]
mod tests {
    use super::super::memory::{MemoryKeyspace, MemoryPlace};
    use super::*;

    fn key(number: u32) -> Vec<u8> {
        [b"m/".as_slice(), &number.to_be_bytes()].concat()
    }

    #[test]
    fn what_was_put_in_is_never_missed_and_little_else_is_found() {
        let mut sieve = Sieve::default();
        assert!(!sieve.may_have(&key(1)) && sieve.may_have(b"h/x"), "indexes are not sifted");
        (0..400_000).for_each(|number| sieve.insert(&key(number)));
        assert!(sieve.layers.len() > 1 && (0..400_000).all(|number| sieve.may_have(&key(number))));
        let wrong = (1_000_000..1_100_000).filter(|number| sieve.may_have(&key(*number))).count();
        assert!(wrong < 5_000, "{wrong} of 100,000");
    }

    #[test]
    fn beyond_its_bound_everything_may_be_there() {
        let mut sieve = Sieve { bytes: limit::SIEVE_BYTES, ..Sieve::default() };
        sieve.insert(&key(1));
        assert!(sieve.is_full && sieve.may_have(&key(2)));
    }

    #[test]
    fn an_engine_behind_its_sieve_says_what_it_has() {
        let place = MemoryPlace::new();
        let mut sifted = Sifted::<MemoryKeyspace>::open(&place).expect("opens");
        let write = |number, value: Option<&[u8]>| WriteBatch { writes: vec![(key(number), value.map(<[u8]>::to_vec))] };
        sifted.commit(write(1, Some(b"one"))).expect("commits");
        assert_eq!(sifted.get(&key(1)).expect("reads").as_deref(), Some(b"one".as_slice()), "before it was sifted");
        let mut sieve = Sieve::default();
        sieve.insert(&key(1));
        sifted.sift(sieve);
        for (value, about) in [(Some(b"two".as_slice()), "changed"), (None, "removed"), (Some(b"three"), "again")] {
            sifted.commit(write(1, value)).expect("commits");
            sifted.commit(write(2, value)).expect("commits");
            for number in [1, 2, 1] {
                assert_eq!(sifted.get(&key(number)).expect("reads").as_deref(), value, "{about}");
            }
        }
        place.edit(|rows| drop(rows.insert(key(3), b"behind its back".to_vec())));
        assert_eq!(sifted.get(&key(3)).expect("reads"), None, "it need not ask");
    }
}
