//! The spool: every text the journal refers to, by the keyed hash of its bytes, in append-only packs.
//!
//! The same text is stored once. Where each lies is a row of the state; it is found again by scanning the packs. A text that
//! no record names is left over from a plan that was never committed; it is reused when the same text comes again.

use std::collections::BTreeMap;

use crate::base::Digest;

use super::disk::Disk;
use super::error::StoreError;
use super::frame::{Framer, HEADER, Header, MAGIC};
use super::record::Applied;
use super::window::Window;

const DIRECTORY: &str = "spool";

/// The packs and where the next text goes.
#[derive(Debug)]
pub(super) struct Spool {
    /// The pack that is written to; 0 before there is one.
    pack: u32,
    length: u64,
    /// Bytes of the packs before.
    older: u64,
    /// Nothing more is written behind damage.
    closed: bool,
}

/// Where a frame lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Location {
    pub(super) pack: u32,
    pub(super) offset: u64,
    pub(super) length: u32,
}

impl Location {
    fn encode(self) -> Vec<u8> {
        let mut bytes = vec![1];
        bytes.extend_from_slice(&self.pack.to_be_bytes());
        bytes.extend_from_slice(&self.offset.to_be_bytes());
        bytes.extend_from_slice(&self.length.to_be_bytes());
        bytes
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (&[1], bytes) = bytes.split_first_chunk::<1>()? else { return None };
        let (pack, bytes) = bytes.split_first_chunk::<4>()?;
        let (offset, bytes) = bytes.split_first_chunk::<8>()?;
        let length: &[u8; 4] = bytes.try_into().ok()?;
        Some(Self { pack: u32::from_be_bytes(*pack), offset: u64::from_be_bytes(*offset), length: u32::from_be_bytes(*length) })
    }
}

/// What the index knows of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lying {
    At(Location),
    /// Somebody was forgotten.
    Erased,
}

impl Lying {
    /// The value of the index row.
    pub(super) fn encode(self) -> Vec<u8> {
        match self {
            Self::At(location) => location.encode(),
            Self::Erased => vec![2],
        }
    }

    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [2] => Some(Self::Erased),
            bytes => Location::decode(bytes).map(Self::At),
        }
    }
}

/// Texts that wait to be written: their frames by name.
pub(super) type Frames = BTreeMap<Digest, Vec<u8>>;

pub(super) fn file_name(pack: u32) -> String {
    format!("{DIRECTORY}/{pack:08}.pack")
}

/// Bytes at the end of the last pack that are no frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TornPack {
    pub(super) file: String,
    pub(super) offset: u64,
    pub(super) length: u64,
}

impl Spool {
    /// Looks which packs there are. Nothing is read from them.
    pub(super) fn open<D: Disk>(disk: &D) -> Result<Self, StoreError> {
        let names = disk.list(DIRECTORY).map_err(StoreError::read(DIRECTORY))?;
        let mut spool = Self { pack: 0, length: 0, older: 0, closed: false };
        for pack in names.iter().filter_map(|name| name.strip_suffix(".pack")?.parse::<u32>().ok()) {
            let name = file_name(pack);
            spool.older = spool.older.saturating_add(spool.length);
            spool.length = disk.size(&name).map_err(StoreError::read(&name))?.unwrap_or(0);
            spool.pack = pack;
        }
        Ok(spool)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.pack == 0
    }

    /// Bytes in all packs.
    pub(super) const fn bytes(&self) -> u64 {
        self.older.saturating_add(self.length)
    }

    /// The pack that is written to, if there is one.
    pub(super) fn file(&self) -> Option<String> {
        (self.pack > 0).then(|| file_name(self.pack))
    }

    /// Where the next frame goes.
    pub(super) const fn end(&self) -> (u32, u64) {
        (self.pack, self.length)
    }

    /// Writes nothing more into the pack that is there.
    pub(super) const fn close_pack(&mut self) {
        self.closed = true;
    }

    /// Writes frames; they are durable after [`Spool::sync`]. After a failure nothing of them counts; it is
    /// [`StoreError::Sync`] when nobody knows what is on the disk.
    pub(super) fn append<D: Disk>(
        &mut self,
        disk: &mut D,
        frames: &Frames,
        full: u64,
    ) -> Result<Vec<(Digest, Location)>, StoreError> {
        if frames.is_empty() {
            return Ok(Vec::new());
        }
        if self.pack == 0 || self.closed || self.length >= full {
            let next = self.pack.saturating_add(1);
            let name = file_name(next);
            disk.create(&name).map_err(StoreError::write(&name))?;
            self.older = self.older.saturating_add(self.length);
            (self.pack, self.length, self.closed) = (next, 0, false);
        }
        let name = file_name(self.pack);
        let mut places = Vec::with_capacity(frames.len());
        let mut end = self.length;
        for (digest, frame) in frames {
            if let Err(source) = disk.append(&name, frame) {
                disk.truncate(&name, self.length).map_err(StoreError::sync(&name))?;
                return Err(StoreError::Write { file: name, source });
            }
            let length = u32::try_from(frame.len()).unwrap_or(u32::MAX);
            places.push((*digest, Location { pack: self.pack, offset: end, length }));
            end = end.saturating_add(frame.len() as u64);
        }
        self.length = end;
        Ok(places)
    }

    /// Makes appended frames durable.
    pub(super) fn sync<D: Disk>(&self, disk: &mut D) -> Result<(), StoreError> {
        let Some(name) = self.file() else { return Ok(()) };
        disk.sync(&name).map_err(StoreError::sync(&name))
    }

    /// Takes back what was written behind an earlier [`Spool::end`].
    pub(super) fn take_back<D: Disk>(&mut self, disk: &mut D, end: (u32, u64)) -> Result<(), StoreError> {
        // A pack begun since then stays, empty.
        let kept = if end.0 == self.pack { end.1 } else { 0 };
        if let Some(file) = self.file().filter(|_| kept < self.length) {
            disk.truncate(&file, kept).map_err(StoreError::sync(&file))?;
            self.length = kept;
        }
        Ok(())
    }

    /// The text at a place.
    pub(super) fn read<D: Disk>(disk: &D, framer: &Framer, digest: Digest, at: Location) -> Result<Vec<u8>, StoreError> {
        let file = file_name(at.pack);
        let length = usize::try_from(at.length).unwrap_or(usize::MAX);
        let bad = |why| StoreError::BadText { digest, file: file.clone(), offset: at.offset, why };
        if disk.size(&file).map_err(StoreError::read(&file))?.is_none() {
            return Err(bad("the pack is missing".to_owned()));
        }
        let frame = disk.read_at(&file, at.offset, length).map_err(StoreError::read(&file))?;
        framer.open(digest, &frame).map_err(bad)
    }

    /// Looks at every frame from the place on that the state knows, in order.
    ///
    /// Damage between frames is stepped over; `verify` says which texts it cost. What stands at the end of the last pack and
    /// holds no whole frame is handed back.
    pub(super) fn scan<D: Disk>(
        &self,
        disk: &D,
        from: &Applied,
        mut look: impl FnMut(&Header, Location) -> Result<(), StoreError>,
    ) -> Result<Option<TornPack>, StoreError> {
        let mut torn = None;
        for pack in from.pack.max(1)..=self.pack {
            let file = file_name(pack);
            torn = None;
            let Some(length) = disk.size(&file).map_err(StoreError::read(&file))? else {
                tracing::warn!(%file, "A pack of the spool is missing; run `maildesk verify`");
                continue;
            };
            let mut offset = if pack == from.pack { from.offset } else { 0 };
            let mut window = Window::new(disk, &file);
            while offset < length {
                match whole_frame(&mut window, offset)? {
                    Some(header) => {
                        let frame = header.frame_length();
                        let place = Location { pack, offset, length: u32::try_from(frame).unwrap_or(u32::MAX) };
                        look(&header, place)?;
                        offset = offset.saturating_add(frame as u64);
                    }
                    None => match next_frame(&mut window, offset.saturating_add(1))? {
                        Some(next) => {
                            tracing::warn!(%file, offset, next, "A text of the spool is damaged; run `maildesk verify`");
                            offset = next;
                        }
                        None => {
                            torn = Some(TornPack { file: file.clone(), offset, length });
                            break;
                        }
                    },
                }
            }
        }
        Ok(torn)
    }

    /// Cuts off what no record needs.
    pub(super) fn cut<D: Disk>(&mut self, disk: &mut D, torn: &TornPack) -> Result<(), StoreError> {
        disk.truncate(&torn.file, torn.offset).map_err(StoreError::sync(&torn.file))?;
        self.length = torn.offset;
        Ok(())
    }
}

fn whole_frame<D: Disk>(window: &mut Window<'_, D>, offset: u64) -> Result<Option<Header>, StoreError> {
    let Some(header) = Header::read(window.at(offset, HEADER)?) else { return Ok(None) };
    let frame = window.at(offset, header.frame_length())?;
    Ok(header.is_whole(frame).then_some(header))
}

/// The next place at which a whole frame begins.
fn next_frame<D: Disk>(window: &mut Window<'_, D>, from: u64) -> Result<Option<u64>, StoreError> {
    let mut offset = from;
    loop {
        let piece = window.at(offset, 64 * 1024)?;
        if piece.len() < HEADER {
            return Ok(None);
        }
        match piece.windows(MAGIC.len()).position(|bytes| bytes == MAGIC) {
            Some(place) => {
                offset = offset.saturating_add(place as u64);
                if whole_frame(window, offset)?.is_some() {
                    return Ok(Some(offset));
                }
                offset = offset.saturating_add(1);
            }
            // The mark may lie across the end of the piece.
            None => offset = offset.saturating_add((piece.len() - (MAGIC.len() - 1)) as u64),
        }
    }
}
