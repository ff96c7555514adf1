//! Bounds on HTML that must hold before the tokenizer runs.

use std::borrow::Cow;

use crate::base::limit;

/// At most [`limit::HTML_BYTES`] of the HTML.
pub(super) fn crop(html: &str) -> &str {
    if html.len() <= limit::HTML_BYTES {
        return html;
    }
    let end = (0..=limit::HTML_BYTES).rev().find(|&end| html.is_char_boundary(end)).unwrap_or_default();
    html.get(..end).unwrap_or_default()
}

/// More attributes than any element has. The tokenizer compares each with all before it, which is quadratic.
const ATTRIBUTES: usize = 300;

/// Cuts the rest of a tag that has too many attributes.
pub(super) fn attributes(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|&b| b == b'<')) {
        let start = at + found + 1;
        at = start;
        if !bytes.get(start).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/') {
            continue;
        }
        let (end, cut) = end_of_tag(bytes, start);
        at = end;
        cuts.extend(cut.map(|cut| (cut, end)));
    }
    if cuts.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    for (start, end) in cuts {
        out.push_str(html.get(from..start).unwrap_or_default());
        from = end;
    }
    out.push_str(html.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where the `>` of a tag stands, and from where on its attributes are too many.
fn end_of_tag(bytes: &[u8], start: usize) -> (usize, Option<usize>) {
    let mut quote = None;
    let mut attributes = 0;
    let mut cut = None;
    let mut before = b' ';
    for (i, &b) in bytes.iter().enumerate().skip(start) {
        match quote {
            Some(q) if b == q => {
                quote = None;
                // What follows a closing quotation mark is a new attribute, even without a blank.
                before = b' ';
                continue;
            }
            Some(_) => continue,
            None => {}
        }
        match b {
            b'>' => return (i, cut),
            b'"' | b'\'' if before == b'=' => quote = Some(b),
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' => {}
            _ if matches!(before, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/') => {
                attributes += 1;
                if attributes > ATTRIBUTES && cut.is_none() {
                    cut = Some(i);
                }
            }
            _ => {}
        }
        if b != b' ' || before != b'=' {
            before = b;
        }
    }
    (bytes.len(), cut)
}
