//! Signed messages whose text is inside the signature (S/MIME `smime.p7m`, RFC 8551 §3.5.2): finds the text (RFC 5652 §5.2).
//!
//! Nothing is verified and nothing is decrypted here: no key, no certificate, no claim. The structure is walked by its lengths,
//! [`DEPTH`] levels deep, and read as far as the content.

/// What such a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sealed {
    /// Signed; the message that was signed, where it is inside.
    Signed(Option<Vec<u8>>),
    /// Encrypted.
    Encrypted,
}

/// 1.2.840.113549.1.7.2, as it stands in the bytes.
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];
/// 1.2.840.113549.1.7.3.
const ENVELOPED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 3];
/// 1.2.840.113549.1.9.16.1.23.
const AUTH_ENVELOPED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 16, 1, 23];
/// Values inside values of which nobody said how long they are.
const DEPTH: u32 = 12;

const OBJECT_IDENTIFIER: u8 = 0x06;
const OCTETS: u8 = 0x04;
const SEVERAL_OCTETS: u8 = 0x24;
const SEQUENCE: u8 = 0x30;
const FIRST_CONTEXT: u8 = 0xa0;

/// Looks at the bytes of a file.
pub(super) fn open(bytes: &[u8]) -> Option<Sealed> {
    let info = Value::first(bytes)?.within(SEQUENCE)?;
    let (kind, rest) = Value::split(info)?;
    match kind.within(OBJECT_IDENTIFIER)? {
        SIGNED_DATA => Some(Sealed::Signed(content(rest).filter(|content| !content.is_empty()))),
        ENVELOPED_DATA | AUTH_ENVELOPED_DATA => Some(Sealed::Encrypted),
        _ => None,
    }
}

/// `[0] { SEQUENCE { version, SET of digests, SEQUENCE { type, [0] { OCTET STRING } } … } }`.
fn content(bytes: &[u8]) -> Option<Vec<u8>> {
    let signed = Value::first(Value::first(bytes)?.within(FIRST_CONTEXT)?)?.within(SEQUENCE)?;
    let (_version, rest) = Value::split(signed)?;
    let (_digests, rest) = Value::split(rest)?;
    let inner = Value::first(rest)?.within(SEQUENCE)?;
    let (_kind, rest) = Value::split(inner)?;
    let octets = Value::first(Value::first(rest)?.within(FIRST_CONTEXT)?)?;
    let mut out = Vec::new();
    collect(&octets, &mut out, DEPTH);
    Some(out)
}

/// The bytes of an octet string, which may come in pieces.
fn collect(value: &Value<'_>, out: &mut Vec<u8>, depth: u32) {
    match value.tag {
        OCTETS => out.extend_from_slice(value.content),
        SEVERAL_OCTETS if depth > 0 => {
            let mut rest = value.content;
            while let Some((piece, next)) = Value::split(rest) {
                collect(&piece, out, depth - 1);
                rest = next;
            }
        }
        _ => {}
    }
}

/// One value of ASN.1 in BER.
struct Value<'a> {
    tag: u8,
    content: &'a [u8],
}

impl<'a> Value<'a> {
    fn first(bytes: &'a [u8]) -> Option<Self> {
        Self::split(bytes).map(|(value, _)| value)
    }

    fn split(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        split(bytes, DEPTH)
    }

    fn within(&self, tag: u8) -> Option<&'a [u8]> {
        (self.tag == tag).then_some(self.content)
    }
}

/// The first value and what follows it. A cut value is taken as far as it goes.
fn split(bytes: &[u8], depth: u32) -> Option<(Value<'_>, &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    // Tags of several bytes do not occur here; two zeros end a value of unknown length.
    if tag & 0x1f == 0x1f || (tag, first) == (0, 0) {
        return None;
    }
    let length = match first {
        0x80 => {
            let length = open_length(rest, depth.checked_sub(1)?);
            let (content, after) = rest.split_at_checked(length)?;
            return Some((Value { tag, content }, after.get(2..).unwrap_or_default()));
        }
        short @ 0..=0x7f => return Some(cut(tag, rest, usize::from(short))),
        long => usize::from(long & 0x7f),
    };
    if length > 4 {
        return None;
    }
    let (number, rest) = rest.split_at_checked(length)?;
    let length = number.iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    Some(cut(tag, rest, length))
}

fn cut(tag: u8, rest: &[u8], length: usize) -> (Value<'_>, &[u8]) {
    let (content, after) = rest.split_at_checked(length).unwrap_or((rest, b""));
    (Value { tag, content }, after)
}

/// How long a value is that ends with two zeros.
fn open_length(bytes: &[u8], depth: u32) -> usize {
    let mut rest = bytes;
    while let Some((_, after)) = split(rest, depth) {
        rest = after;
    }
    bytes.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(tag: u8, content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("small").to_be_bytes();
        [&[tag, 0x84], &length[..], content].concat()
    }

    fn open_ended(tag: u8, content: &[u8]) -> Vec<u8> {
        [&[tag, 0x80], content, &[0, 0]].concat()
    }

    fn signed(octets: &[u8], wrap: fn(u8, &[u8]) -> Vec<u8>) -> Vec<u8> {
        let inner = wrap(SEQUENCE, &[value(6, b"data"), wrap(FIRST_CONTEXT, octets)].concat());
        let data = wrap(SEQUENCE, &[value(2, b"\x01"), value(0x31, b""), inner, value(0x31, b"signers")].concat());
        wrap(SEQUENCE, &[value(6, SIGNED_DATA), wrap(FIRST_CONTEXT, &data)].concat())
    }

    #[test]
    fn the_signed_message_is_found() {
        let whole = value(OCTETS, b"Content-Type: text/plain");
        let pieces = open_ended(SEVERAL_OCTETS, &[value(OCTETS, b"Content-"), value(OCTETS, b"Type: text/plain")].concat());
        for bytes in [signed(&whole, value), signed(&whole, open_ended), signed(&pieces, open_ended)] {
            assert_eq!(open(&bytes), Some(Sealed::Signed(Some(b"Content-Type: text/plain".to_vec()))));
        }
        let sealed = value(SEQUENCE, &[value(6, ENVELOPED_DATA), value(FIRST_CONTEXT, b"x")].concat());
        assert_eq!(open(&sealed), Some(Sealed::Encrypted));
    }

    #[test]
    fn damage_ends_the_reading() {
        let bytes = signed(&open_ended(SEVERAL_OCTETS, &value(OCTETS, b"text")), open_ended);
        for length in 0..bytes.len() {
            open(bytes.get(..length).unwrap_or_default());
        }
        assert!(open(b"").is_none() && open(b"PK\x03\x04").is_none());
        open(&[SEQUENCE, 0x80].repeat(500_000));
        open(&[&[SEQUENCE, 0x80][..], &[SEVERAL_OCTETS, 0x80].repeat(500_000)].concat());
    }
}
