//! The one seam for what holds the state: ordered keys, atomic batches.
//!
//! An engine may lose commits or everything at any time; the journal makes it again. It must never apply half a batch.

use std::fmt;

use super::error::KeyspaceError;

/// Keys and values in the order of their bytes.
pub trait Keyspace: Send + Sized {
    /// Where the engine keeps its rows.
    type Place: Clone + Send + fmt::Debug;

    /// Opens what is at the place, or makes it.
    ///
    /// # Errors
    /// [`KeyspaceError::Damaged`] when it has to be discarded and made again; anything else may pass.
    fn open(place: &Self::Place) -> Result<Self, KeyspaceError>;

    /// Throws away what is at the place.
    ///
    /// # Errors
    /// When it cannot be removed.
    fn discard(place: &Self::Place) -> Result<(), KeyspaceError>;

    /// The value of a key.
    ///
    /// # Errors
    /// When it cannot be read.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError>;

    /// At most `limit` pairs with `from <= key < to`, in order.
    ///
    /// # Errors
    /// At the first pair that cannot be read.
    fn scan(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Pair>, KeyspaceError>;

    /// Writes a batch: all of it or nothing, durable only after [`Keyspace::checkpoint`].
    ///
    /// # Errors
    /// When it cannot be written.
    fn commit(&mut self, batch: WriteBatch) -> Result<(), KeyspaceError>;

    /// Makes everything committed durable.
    ///
    /// # Errors
    /// When it cannot.
    fn checkpoint(&mut self) -> Result<(), KeyspaceError>;
}

/// A key and its value.
pub type Pair = (Vec<u8>, Vec<u8>);

/// What is written at once: a value to set, `None` to remove.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteBatch {
    /// The writes, each key at most once.
    pub writes: Vec<(Vec<u8>, Option<Vec<u8>>)>,
}

/// The first key that no key beginning with `key` or equal to it precedes: `key` and a zero byte.
pub(super) fn after(key: &[u8]) -> Vec<u8> {
    let mut next = Vec::with_capacity(key.len().saturating_add(1));
    next.extend_from_slice(key);
    next.push(0);
    next
}
