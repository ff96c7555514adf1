//! Encoded words of headers (RFC 2047), also the broken ones that real mailers write.
//!
//! Forgiven: words inside quotes or touching other text, blanks inside a word, a character cut in two between adjacent
//! words, a missing end. One pass over at most [`VALUE_BYTES`].

use super::{charset, transfer};

/// Of one header value this much is decoded; real ones stay far below.
const VALUE_BYTES: usize = 64 * 1024;
/// A word may have 75 characters (RFC 2047 §2); mailers write much longer ones.
const WORD_BYTES: usize = 2 * 1024;

/// Decodes an unstructured value. `body` is the charset of the body, for raw 8-bit bytes.
pub(super) fn decode(value: &[u8], body: Option<&str>) -> String {
    let value = value.get(..VALUE_BYTES).unwrap_or(value);
    let text = charset::decode_header(value, body);
    if text.contains("=?") { decode_words(&text) } else { text }
}

/// Decodes the words in a text that is characters already.
pub(super) fn decode_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<(&str, Vec<u8>)> = None;
    let mut rest = text;
    while let Some(start) = rest.find("=?") {
        let before = rest.get(..start).unwrap_or_default();
        let from = rest.get(start..).unwrap_or_default();
        match word_at(from) {
            Some(word) => {
                // RFC 2047 §6.2: white space between adjacent words is not shown.
                let adjoins = before.trim().is_empty();
                match &mut pending {
                    Some((charset, bytes)) if adjoins && charset.eq_ignore_ascii_case(word.charset) => bytes.extend(word.bytes),
                    _ => {
                        let had_word = pending.is_some();
                        flush(&mut pending, &mut out);
                        if !(adjoins && had_word) {
                            out.push_str(before);
                        }
                        pending = Some((word.charset, word.bytes));
                    }
                }
                rest = from.get(word.length..).unwrap_or_default();
            }
            None => {
                flush(&mut pending, &mut out);
                out.push_str(before);
                out.push_str("=?");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    flush(&mut pending, &mut out);
    out.push_str(rest);
    out
}

fn flush(pending: &mut Option<(&str, Vec<u8>)>, out: &mut String) {
    if let Some((label, bytes)) = pending.take() {
        // RFC 2231 §5: a language may follow the charset.
        let label = label.split('*').next().unwrap_or_default();
        out.push_str(&charset::decode(&bytes, Some(label)));
    }
}

struct Word<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
    length: usize,
}

/// The word at the start of a text that begins with `=?`.
fn word_at(text: &str) -> Option<Word<'_>> {
    let inner = text.get(2..)?;
    let charset_end = inner.bytes().take(64).position(|b| b == b'?')?;
    let charset = inner.get(..charset_end).filter(|c| !c.is_empty() && c.bytes().all(|b| b.is_ascii_graphic()))?;
    let encoding = inner.as_bytes().get(charset_end + 1)?.to_ascii_lowercase();
    let is_base64 = match encoding {
        b'b' => true,
        b'q' => false,
        _ => return None,
    };
    if inner.as_bytes().get(charset_end + 2) != Some(&b'?') {
        return None;
    }
    let payload = inner.get(charset_end + 3..)?;
    let window = payload.as_bytes().get(..WORD_BYTES).unwrap_or(payload.as_bytes());
    let end = window.windows(2).position(|pair| pair == b"?=");
    let (content, length) = match end {
        Some(end) => (payload.get(..end)?, charset_end + 5 + end + 2),
        // The end is missing: taken as a word only where nothing else follows.
        None if payload.len() < WORD_BYTES && !payload.contains([' ', '"', '<']) => {
            (payload.trim_end_matches('?'), charset_end + 5 + payload.len())
        }
        None => return None,
    };
    let bytes = if is_base64 { transfer::base64(content.as_bytes()) } else { quoted(content.as_bytes()) };
    Some(Word { charset, bytes, length })
}

/// The Q encoding (RFC 2047 §4.2).
fn quoted(content: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = content.iter().map(|&b| if b == b'_' { b' ' } else { b }).collect();
    transfer::quoted_printable(&spaced, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, text: &str) {
        assert_eq!(decode(value.as_bytes(), None), text);
    }

    #[test]
    fn well_formed_words() {
        check("=?utf-8?Q?Gr=C3=BC=C3=9Fe_an?= alle", "Grüße an alle");
        check("=?ISO-8859-1*de?B?R3L832U=?=", "Grüße");
        check("a =?utf-8?q?b?= =?utf-8?q?c?= d", "a bc d");
        check("=?utf-8?q??= x", " x");
        check("no words = ? here", "no words = ? here");
    }

    #[test]
    fn a_character_cut_between_words_is_joined() {
        check("=?utf-8?B?w4Q=?= =?UTF-8?Q?=C3?= =?utf-8?Q?=A4?=", "Ää");
    }

    #[test]
    fn broken_words_are_read_as_meant() {
        check("\"=?utf-8?q?J=C3=BCrgen?=\"", "\"Jürgen\"");
        check("x=?utf-8?q?y?=z", "xyz");
        check("=?utf-8?q?two words?=", "two words");
        check("=?utf-8?B?SGVsbG8", "Hello");
        check("=?utf-8?x?abc?=", "=?utf-8?x?abc?=");
        check("=?=?=?", "=?=?=?");
    }
}
