//! Bounds on HTML that must hold before the tokenizer runs.

use std::borrow::Cow;

use crate::base::limit;

/// At most [`limit::HTML_BYTES`] of the HTML.
pub(super) fn crop(html: &str) -> &str {
    if html.len() <= limit::HTML_BYTES {
        return html;
    }
    html.get(..html.floor_char_boundary(limit::HTML_BYTES)).unwrap_or_default()
}

/// More attributes than any element has. The tokenizer compares each with all before it, which is quadratic.
const ATTRIBUTES: usize = 300;

/// Cuts the rest of a tag that has too many attributes.
pub(super) fn attributes(html: &str) -> Cow<'_, str> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found + 1;
        at = start;
        if !html.as_bytes().get(start).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/') {
            continue;
        }
        let (end, cut) = end_of_tag(html, start);
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
fn end_of_tag(html: &str, start: usize) -> (usize, Option<usize>) {
    let mut attributes = 0;
    let mut cut = None;
    let mut before = b' ';
    let mut at = start;
    while let Some(&b) = html.as_bytes().get(at) {
        match b {
            b'>' => return (at, cut),
            b'"' | b'\'' if before == b'=' => {
                let Some(length) = html.get(at + 1..).and_then(|value| value.find(char::from(b))) else { break };
                at += length + 1;
                // What follows a closing quotation mark is a new attribute, even without a blank.
                before = b' ';
            }
            b' ' if before == b'=' => {}
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' => before = b,
            _ => {
                if matches!(before, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/') {
                    attributes += 1;
                    if attributes > ATTRIBUTES && cut.is_none() {
                        cut = Some(at);
                    }
                }
                before = b;
            }
        }
        at += 1;
    }
    (html.len(), cut)
}
