//! Reading a file piece by piece without holding it.

use super::disk::Disk;
use super::error::StoreError;

/// Bytes read at a time.
const PIECE: usize = 256 * 1024;

/// A part of a file in memory that moves along with its reader.
pub(super) struct Window<'a, D> {
    disk: &'a D,
    name: &'a str,
    start: u64,
    bytes: Vec<u8>,
}

impl<'a, D: Disk> Window<'a, D> {
    pub(super) fn new(disk: &'a D, name: &'a str) -> Self {
        Self { disk, name, start: 0, bytes: Vec::new() }
    }

    /// Up to `length` bytes from `offset`; fewer only at the end of the file.
    pub(super) fn at(&mut self, offset: u64, length: usize) -> Result<&[u8], StoreError> {
        if self.held(offset, length).is_none_or(|held| held.len() < length) {
            self.bytes = self.disk.read_at(self.name, offset, length.max(PIECE)).map_err(StoreError::read(self.name))?;
            self.start = offset;
        }
        Ok(self.held(offset, length).unwrap_or_default())
    }

    fn held(&self, offset: u64, length: usize) -> Option<&[u8]> {
        let from = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        let to = from.checked_add(length)?.min(self.bytes.len());
        self.bytes.get(from..to)
    }
}
