//! Splits a header block into its fields, exactly as they stand.
//!
//! This is our own because trust rests on it: a parser that picks the last of two From lines, or forgives `From :`,
//! would let a stranger be somebody else (SECURITY.md, I11 and I12). It decodes nothing.

use std::borrow::Cow;

use crate::base::limit;

/// One header field.
#[derive(Clone, Debug)]
pub(super) struct Field<'a> {
    /// The name as written.
    pub(super) name: &'a str,
    /// The value, unfolded, without the white space around it.
    pub(super) value: Cow<'a, [u8]>,
    /// White space stood between the name and its colon.
    pub(super) is_spaced: bool,
    /// The value began on a continuation line.
    pub(super) is_folded_at_once: bool,
}

/// A header block.
#[derive(Clone, Debug, Default)]
pub(super) struct Header<'a> {
    /// The fields in order.
    pub(super) fields: Vec<Field<'a>>,
    /// Where the body begins.
    pub(super) body: usize,
    /// What was odd about the block as such; an identity never rests on an odd block.
    pub(super) oddities: Vec<&'static str>,
}

impl<'a> Header<'a> {
    /// The first field of this name, where several are: who adds a second one must gain nothing by it.
    pub(super) fn first(&self, name: &str) -> Option<&Field<'a>> {
        self.all(name).next()
    }

    /// All fields of this name, in order.
    pub(super) fn all<'h>(&'h self, name: &str) -> impl Iterator<Item = &'h Field<'a>> {
        self.fields.iter().filter(move |field| field.name.eq_ignore_ascii_case(name))
    }

    /// The value of the first field of this name.
    pub(super) fn value(&self, name: &str) -> Option<&[u8]> {
        self.first(name).map(|field| field.value.as_ref())
    }
}

/// Where a byte of some sort stands first. Sixteen are asked at once, which is one comparison for most machines: bodies are
/// searched for their line ends more than once.
pub(super) fn first_place(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let (blocks, _) = bytes.as_chunks::<16>();
    let has_none = |block: &&[u8; 16]| !block.iter().fold(false, |found, b| found | is_wanted(*b));
    let from = blocks.iter().take_while(has_none).count() * 16;
    bytes.get(from..)?.iter().position(|b| is_wanted(*b)).map(|at| from + at)
}

/// The line that begins at `from` without its end, and where the next one begins.
pub(super) fn line_at(raw: &[u8], from: usize) -> Option<(&[u8], usize)> {
    let rest = raw.get(from..).filter(|rest| !rest.is_empty())?;
    let (line, next) = match first_place(rest, |b| b == b'\n') {
        Some(end) => (rest.get(..end).unwrap_or_default(), from + end + 1),
        None => (rest, raw.len()),
    };
    Some((line.strip_suffix(b"\r").unwrap_or(line), next))
}

/// Splits the header block at the start of `raw`. `is_boundary` tells lines that end the part it belongs to.
pub(super) fn split<'a>(raw: &'a [u8], is_boundary: impl Fn(&[u8]) -> bool) -> Header<'a> {
    let mut header = Header::default();
    let mut open: Option<Open<'a>> = None;
    let mut at = skip_what_comes_before(raw, &mut header.oddities);
    header.body = at;
    while let Some((line, next)) = line_at(raw, at) {
        if line.is_empty() {
            header.body = next;
            break;
        }
        if is_boundary(line) {
            header.body = at;
            break;
        }
        if at > limit::HEADER_BYTES {
            header.oddities.push("its header is too long");
            header.body = raw.len();
            break;
        }
        let continues = line.first().is_some_and(|&b| is_blank(b));
        match (name_of(line), &mut open) {
            // RFC 5322 §2.2.3: a line that begins with white space continues the field before it.
            (_, Some(field)) if continues => field.end = at + line.len(),
            (Some((name, colon)), open) if !continues => {
                let is_spaced = name.len() != colon;
                let start = at + colon + 1;
                let first_line = line.get(colon + 1..).unwrap_or_default();
                close(raw, open.replace(Open { name, start, end: at + line.len(), is_spaced, first_line }), &mut header);
            }
            (_, None) if header.fields.is_empty() => {
                header.oddities.push("it has no header");
                break;
            }
            // One stray line between fields is skipped; two of them are a body that no blank line announced.
            _ if line_at(raw, next).is_none_or(|(after, _)| after.is_empty() || name_of(after).is_some()) => {
                header.oddities.push("a line of its header is no field");
            }
            _ => {
                header.oddities.push("no blank line ends its header");
                header.body = at;
                break;
            }
        }
        at = next;
        header.body = at;
    }
    close(raw, open, &mut header);
    header
}

/// A field whose end is not known yet.
struct Open<'a> {
    name: &'a str,
    start: usize,
    end: usize,
    is_spaced: bool,
    first_line: &'a [u8],
}

fn close<'a>(raw: &'a [u8], open: Option<Open<'a>>, header: &mut Header<'a>) {
    let Some(open) = open else { return };
    let value = raw.get(open.start..open.end).unwrap_or_default().trim_ascii();
    header.fields.push(Field {
        name: open.name,
        is_spaced: open.is_spaced,
        is_folded_at_once: open.first_line.trim_ascii().is_empty() && !value.is_empty(),
        value: match value.contains(&b'\n') {
            false => Cow::Borrowed(value),
            true => Cow::Owned(unfolded(value)),
        },
    });
}

/// Without line ends. Folded values are a good part of all bytes of a header, so they are copied piece by piece.
fn unfolded(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut at = 0;
    while let Some((line, next)) = line_at(value, at) {
        match line.contains(&b'\r') {
            false => out.extend_from_slice(line),
            true => out.extend(line.iter().filter(|b| **b != b'\r')),
        }
        at = next;
    }
    out
}

/// A byte order mark, blank lines and an mbox separator may stand above the header; the first two make it odd.
fn skip_what_comes_before(raw: &[u8], oddities: &mut Vec<&'static str>) -> usize {
    let mut at = 0;
    if raw.starts_with(b"\xef\xbb\xbf") {
        oddities.push("a byte order mark stands before its header");
        at = 3;
    }
    let mut probe = at;
    while let Some((line, next)) = line_at(raw, probe) {
        if line.trim_ascii().is_empty() && probe < 1024 {
            probe = next;
        } else if (line.starts_with(b"From ") || line.starts_with(b">From ")) && name_of(line).is_none() {
            probe = next;
            at = next;
        } else {
            break;
        }
    }
    if probe != at && line_at(raw, probe).is_some_and(|(line, _)| name_of(line).is_some()) {
        oddities.push("a blank line stands before its header");
        at = probe;
    }
    at
}

/// The field name at the start of a line and the position of its colon (RFC 5322 §2.2: printable, no colon).
fn name_of(line: &[u8]) -> Option<(&str, usize)> {
    let colon = line.iter().take(200).position(|&b| b == b':')?;
    let name = line.get(..colon)?.trim_ascii_end();
    let fits = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    let name = std::str::from_utf8(name).ok().filter(|_| fits)?;
    Some((name, colon))
}

fn is_blank(b: u8) -> bool {
    matches!(b, b' ' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_all(raw: &str) -> Header<'_> {
        split(raw.as_bytes(), |_| false)
    }

    #[test]
    fn folded_fields_are_joined_and_the_body_is_found() {
        let raw = "Subject: one\r\n two\r\nTo: a@example.org\r\n\r\nbody";
        let header = split_all(raw);
        assert_eq!(header.value("subject"), Some(&b"one two"[..]));
        assert_eq!(raw.get(header.body..), Some("body"));
        assert!(header.oddities.is_empty());
    }

    #[test]
    fn odd_blocks_are_read_and_named() {
        for (raw, odd) in [
            ("\u{feff}From: a@example.org\n\nx", "byte order mark"),
            ("\n\nFrom: a@example.org\n\nx", "blank line stands"),
            ("From: a@example.org\nnonsense\nTo: b@example.org\n\nx", "no field"),
            ("From: a@example.org\nHello there,\nhow are you", "no blank line"),
        ] {
            let header = split_all(raw);
            assert!(header.value("From").is_some(), "{raw}");
            assert!(header.oddities.iter().any(|o| o.contains(odd)), "{raw}: {:?}", header.oddities);
        }
        assert!(split_all("just text\nand more").fields.is_empty());
    }

    #[test]
    fn a_space_before_the_colon_and_a_fold_at_once_are_noticed() {
        assert!(split_all("From : a@example.org\n\n").first("from").is_some_and(|f| f.is_spaced));
        assert!(split_all("From:\n a@example.org\n\n").first("from").is_some_and(|f| f.is_folded_at_once));
    }
}
