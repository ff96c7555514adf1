//! The lists of MAPI properties inside a TNEF block (MS-OXTNEF §2.1.3.4).

use super::Bytes;

/// One property of a list.
#[derive(Clone, Debug)]
pub(super) struct Property<'a> {
    pub(super) id: u16,
    pub(super) value: Value<'a>,
}

/// The values that matter here.
#[derive(Clone, Debug)]
pub(super) enum Value<'a> {
    Number(u32),
    /// A string in the block's code page.
    Bytes(&'a [u8]),
    Unicode(String),
    /// Bytes, or an object.
    Binary(&'a [u8]),
}

impl Property<'_> {
    pub(super) fn number(&self) -> Option<u32> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// Properties of one list; real ones have some dozens.
const PROPERTIES: usize = 2000;
/// From here on a property is known by a name that stands before its value.
const NAMED: u16 = 0x8000;
/// The property has several values.
const SEVERAL: u16 = 0x1000;

/// Reads a list as far as it can be read. Of several values the first one counts.
pub(super) fn read(data: &[u8]) -> Vec<Property<'_>> {
    let mut rest = Bytes(data);
    let count = rest.u32().and_then(|count| usize::try_from(count).ok()).unwrap_or(0).min(PROPERTIES);
    let mut list = Vec::new();
    for _ in 0..count {
        let Some(property) = next(&mut rest) else { break };
        list.extend(property);
    }
    list
}

/// The next property; inner none for a type that is not wanted.
fn next<'a>(rest: &mut Bytes<'a>) -> Option<Option<Property<'a>>> {
    let (kind, id) = (rest.u16()?, rest.u16()?);
    if id >= NAMED {
        rest.take(16)?;
        if rest.u32()? == 0 {
            rest.take(4)?;
        } else {
            padded(rest)?;
        }
    }
    let base = kind & !SEVERAL;
    // Strings, binaries and objects carry a count even where only one is allowed.
    let is_long = matches!(base, 0x1e | 0x1f | 0x0d | 0x102);
    let values = if is_long || kind & SEVERAL != 0 { rest.u32()? } else { 1 };
    let mut first = None;
    for _ in 0..values {
        let value = if is_long { long(base, padded(rest)?) } else { short(base, rest)? };
        first = first.or(value);
    }
    Some(first.map(|value| Property { id, value }))
}

fn long(kind: u16, bytes: &[u8]) -> Option<Value<'_>> {
    Some(match kind {
        0x1e => Value::Bytes(bytes),
        0x1f => {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([first(pair, 0), first(pair, 1)]));
            let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
            Value::Unicode(text.trim_end_matches('\0').replace('\0', ""))
        }
        _ => Value::Binary(bytes),
    })
}

fn first(pair: &[u8], at: usize) -> u8 {
    pair.get(at).copied().unwrap_or_default()
}

fn short<'a>(kind: u16, rest: &mut Bytes<'a>) -> Option<Option<Value<'a>>> {
    match kind {
        // Two bytes are filled up to four.
        0x02 | 0x03 | 0x04 | 0x0a | 0x0b => rest.u32().map(|number| Some(Value::Number(number))),
        0x05 | 0x06 | 0x07 | 0x14 | 0x40 => rest.take(8).map(|_| None),
        0x48 => rest.take(16).map(|_| None),
        0x00 | 0x01 => Some(None),
        // How long an unknown type is, nobody knows: the rest of the list is lost.
        _ => None,
    }
}

/// A length, so many bytes, and what fills them up to a multiple of four.
fn padded<'a>(rest: &mut Bytes<'a>) -> Option<&'a [u8]> {
    let length = usize::try_from(rest.u32()?).ok()?;
    let bytes = rest.take(length)?;
    rest.take(length.wrapping_neg() & 3);
    Some(bytes)
}
