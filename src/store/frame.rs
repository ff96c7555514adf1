//! One text of the spool as bytes: a header that says everything, and the text, compressed where that helps.
//!
//! ```text
//! 0   4  "MDT1"
//! 4   1  form: 0 as it is, 1 one zstd frame, 2 erased: what is stored is zeros, and the checksum is of the header alone
//! 5   3  zero
//! 8   4  length of what is stored, big-endian
//! 12  4  length of the text, big-endian
//! 16 32  its name: BLAKE3 of the text under the store's secret
//! 48 16  checksum: BLAKE3 of the 48 bytes before and of what is stored
//! 64     what is stored
//! ```

use std::sync::{Mutex, PoisonError};

use zstd::bulk::{Compressor, Decompressor};

use crate::base::{Digest, limit};

use super::error::StoreError;

/// Bytes of the header.
pub(super) const HEADER: usize = 64;
pub(super) const MAGIC: &[u8; 4] = b"MDT1";
const PLAIN: u8 = 0;
const COMPRESSED: u8 = 1;
const ERASED: u8 = 2;
/// Shorter texts do not get smaller.
const WORTH_COMPRESSING: usize = 160;
/// Level 1: the writer waits for it, and mail is mostly base64.
const LEVEL: i32 = 1;
/// No text is longer: a raw message of the largest size that is kept, and as much again for what we compose around one.
pub(super) const TEXT_BYTES: usize = 2 * limit::MESSAGE_BYTES;

/// Turns texts into frames and back. It keeps the memory that this takes from one to the next.
pub(super) struct Framer {
    secret: [u8; 32],
    compressor: Mutex<Option<Compressor<'static>>>,
    decompressor: Mutex<Option<Decompressor<'static>>>,
}

impl Framer {
    pub(super) fn new(secret: [u8; 32]) -> Self {
        // Without a compressor texts are stored as they are.
        let (compressor, decompressor) = (Compressor::new(LEVEL).ok(), Decompressor::new().ok());
        Self { secret, compressor: Mutex::new(compressor), decompressor: Mutex::new(decompressor) }
    }

    /// The name of a text.
    pub(super) fn name(&self, text: &[u8]) -> Digest {
        Digest::keyed(&self.secret, text)
    }

    /// The length of a text as its frame has it.
    pub(super) fn length(text: &[u8]) -> Result<u32, StoreError> {
        let too_large = StoreError::TooLarge { what: "a text", bytes: text.len(), limit: TEXT_BYTES };
        u32::try_from(text.len()).ok().filter(|_| text.len() <= TEXT_BYTES).ok_or(too_large)
    }

    /// The frame of a text with this name.
    pub(super) fn frame(&self, name: Digest, text: &[u8]) -> Result<Vec<u8>, StoreError> {
        let length = Self::length(text)?;
        let smaller = self.compress(text);
        let (form, stored) = smaller.as_deref().map_or((PLAIN, text), |smaller| (COMPRESSED, smaller));
        let mut frame = Vec::with_capacity(HEADER.saturating_add(stored.len()));
        begin(&mut frame, form, Self::length(stored)?, length, name);
        frame.extend_from_slice(&checksum(&frame, stored));
        frame.extend_from_slice(stored);
        Ok(frame)
    }

    fn compress(&self, text: &[u8]) -> Option<Vec<u8>> {
        if text.len() < WORTH_COMPRESSING {
            return None;
        }
        let mut compressor = self.compressor.lock().unwrap_or_else(PoisonError::into_inner);
        let smaller = compressor.as_mut()?.compress(text).ok()?;
        // A saving of less than one part in sixteen is not worth the work of reading it.
        (smaller.len() < text.len() - text.len() / 16).then_some(smaller)
    }

    fn decompress(&self, stored: &[u8], length: usize) -> Result<Vec<u8>, String> {
        let mut decompressor = self.decompressor.lock().unwrap_or_else(PoisonError::into_inner);
        let decompressor = decompressor.as_mut().ok_or("there is no memory for reading it")?;
        decompressor.decompress(stored, length).map_err(|error| error.to_string())
    }

    /// The text of a whole frame.
    pub(super) fn open(&self, name: Digest, frame: &[u8]) -> Result<Vec<u8>, String> {
        let header = Header::read(frame).ok_or("it has no header")?;
        if header.name != name {
            return Err("another text lies there".to_owned());
        }
        let stored = frame.get(HEADER..header.frame_length()).ok_or("it is cut off")?;
        let text = match header.form {
            PLAIN => stored.to_vec(),
            COMPRESSED => self.decompress(stored, header.text_length)?,
            ERASED => return Err("it was erased".to_owned()),
            other => return Err(format!("it has the unknown form {other}")),
        };
        if text.len() != header.text_length || self.name(&text) != name {
            return Err("its bytes are not what its name says".to_owned());
        }
        Ok(text)
    }
}

/// A header without its checksum.
fn begin(frame: &mut Vec<u8>, form: u8, stored: u32, length: u32, name: Digest) {
    frame.extend_from_slice(MAGIC);
    frame.extend_from_slice(&[form, 0, 0, 0]);
    frame.extend_from_slice(&stored.to_be_bytes());
    frame.extend_from_slice(&length.to_be_bytes());
    frame.extend_from_slice(name.as_bytes());
}

/// The header of a frame of this length whose text was erased.
pub(super) fn erased(name: Digest, frame_length: u32) -> Vec<u8> {
    let mut header = Vec::with_capacity(HEADER);
    begin(&mut header, ERASED, frame_length.saturating_sub(HEADER as u32), 0, name);
    header.extend_from_slice(&checksum(&header, &[]));
    header
}

/// What a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    form: u8,
    stored_length: usize,
    text_length: usize,
    pub(super) name: Digest,
    checksum: [u8; 16],
}

impl Header {
    /// Reads a header; `None` where none begins.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let body = bytes.strip_prefix(MAGIC)?;
        let (&[form, 0, 0, 0], body) = body.split_first_chunk::<4>()? else { return None };
        let (stored, body) = body.split_first_chunk::<4>()?;
        let (text, body) = body.split_first_chunk::<4>()?;
        let (name, body) = body.split_first_chunk::<32>()?;
        let (checksum, _) = body.split_first_chunk::<16>()?;
        let length = |bytes: &[u8; 4]| usize::try_from(u32::from_be_bytes(*bytes)).ok().filter(|&n| n <= 2 * TEXT_BYTES);
        Some(Self {
            form,
            stored_length: length(stored)?,
            text_length: length(text)?,
            name: Digest::from_bytes(*name),
            checksum: *checksum,
        })
    }

    /// Bytes of header and text.
    pub(super) const fn frame_length(&self) -> usize {
        HEADER.saturating_add(self.stored_length)
    }

    /// Was the text erased?
    pub(super) const fn is_erased(&self) -> bool {
        self.form == ERASED
    }

    /// Is the whole frame what it was when it was written?
    pub(super) fn is_whole(&self, frame: &[u8]) -> bool {
        match (frame.get(..HEADER - 16), frame.get(HEADER..self.frame_length())) {
            // Should the machine have stopped while the zeros were written, they are written again.
            (Some(header), Some(_)) if self.is_erased() => checksum(header, &[]) == self.checksum,
            (Some(header), Some(stored)) => checksum(header, stored) == self.checksum,
            _ => false,
        }
    }
}

fn checksum(header: &[u8], stored: &[u8]) -> [u8; 16] {
    let hash = Digest::of_parts([header, stored]);
    hash.as_bytes().first_chunk::<16>().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_whatever_they_are() {
        let framer = Framer::new([7; 32]);
        let long = b"Hello, my printer is on fire. ".repeat(40);
        let noise: Vec<u8> = (0..2000_u32).flat_map(|n| *Digest::of(&n.to_le_bytes()).as_bytes()).collect();
        for (text, shrinks) in [(b"".as_slice(), false), (b"short", false), (&long, true), (&noise, false)] {
            let name = framer.name(text);
            let frame = framer.frame(name, text).expect("frames");
            assert_eq!(frame.len() < text.len() + HEADER, shrinks, "{} bytes", text.len());
            assert!(Header::read(&frame).expect("header").is_whole(&frame));
            assert_eq!(framer.open(name, &frame).expect("opens"), text);
        }
    }

    #[test]
    fn every_flipped_byte_is_noticed() {
        let framer = Framer::new([7; 32]);
        let text = b"some text that is long enough to be compressed; ".repeat(8);
        let name = framer.name(&text);
        let frame = framer.frame(name, &text).expect("frames");
        for place in 0..frame.len() {
            let mut bad = frame.clone();
            bad[place] ^= 0x20;
            assert!(!Header::read(&bad).is_some_and(|header| header.is_whole(&bad)), "byte {place}");
        }
        assert!(framer.open(Digest::default(), &frame).is_err());
        assert!(framer.open(name, &frame[..frame.len() - 1]).is_err());
    }

    #[test]
    fn names_depend_on_the_secret() {
        assert_ne!(Framer::new([1; 32]).name(b"x"), Framer::new([2; 32]).name(b"x"));
    }
}
