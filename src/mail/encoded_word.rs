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

/// Words in a row, of one charset, whose bytes are not characters yet: a character may be cut in two between them.
struct Run<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
    /// Base64 of the last word that makes no whole bytes: some mailers cut it wherever the line was full.
    open: Option<&'a str>,
}

impl<'a> Run<'a> {
    fn new(word: &Word<'a>) -> Self {
        let mut run = Self { charset: word.charset, bytes: Vec::new(), open: None };
        run.add(word);
        run
    }

    fn add(&mut self, word: &Word<'a>) {
        let content = word.content;
        if !word.is_base64 {
            self.close();
            self.bytes.extend(quoted(content.as_bytes()));
            return;
        }
        let rest = content.trim_end_matches('=').len() % 4;
        match self.open.take() {
            // One letter too many never stands alone; two or three may, unless the next word fills them up.
            Some(open)
                if open.len() % 4 == 1 || (open.len() + content.len()).is_multiple_of(4) && !content.len().is_multiple_of(4) =>
            {
                self.bytes.extend(transfer::base64(format!("{open}{content}").as_bytes()));
            }
            open => {
                self.open = open;
                self.close();
                match rest != 0 && !content.ends_with('=') {
                    true => self.open = Some(content),
                    false => self.bytes.extend(transfer::base64(content.as_bytes())),
                }
            }
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.bytes.extend(transfer::base64(open.as_bytes()));
        }
    }

    fn text(mut self) -> String {
        self.close();
        // RFC 2231 §5: a language may follow the charset.
        let label = self.charset.split('*').next().unwrap_or_default();
        charset::decode(&self.bytes, Some(label))
    }
}

/// Decodes the words in a text that is characters already.
pub(super) fn decode_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<Run<'_>> = None;
    let mut rest = text;
    while let Some(start) = rest.find("=?") {
        let before = rest.get(..start).unwrap_or_default();
        let from = rest.get(start..).unwrap_or_default();
        match word_at(from) {
            Some(word) => {
                // RFC 2047 §6.2: white space between adjacent words is not shown.
                let adjoins = before.trim().is_empty();
                match &mut pending {
                    Some(run) if adjoins && run.charset.eq_ignore_ascii_case(word.charset) => run.add(&word),
                    _ => {
                        let had_word = pending.is_some();
                        out.extend(pending.take().map(Run::text));
                        if !(adjoins && had_word) {
                            out.push_str(before);
                        }
                        pending = Some(Run::new(&word));
                    }
                }
                rest = from.get(word.length..).unwrap_or_default();
            }
            None => {
                out.extend(pending.take().map(Run::text));
                out.push_str(before);
                out.push_str("=?");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.extend(pending.take().map(Run::text));
    out.push_str(rest);
    out
}

struct Word<'a> {
    charset: &'a str,
    is_base64: bool,
    content: &'a str,
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
    Some(Word { charset, is_base64, content, length })
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
        check("=?utf-8?Q?Gr=C3?==?utf-8?Q?=BC=C3=9Fe?=", "Grüße");
        // The same in base64, cut in the middle of a letter of it, and words without padding that are whole.
        check("=?utf-8?B?R3LDv?=\n =?utf-8?B?MOfZQ==?=", "Grüße");
        check("=?utf-8?B?R3LDvM?= =?utf-8?B?OfZQ==?=", "Grüße");
        check("=?utf-8?B?SGVsbG8?= =?utf-8?B?SGVsbG8?=", "HelloHello");
        check("=?utf-8?B?SGVsbG8?= =?utf-8?Q?_you?=", "Hello you");
        check("=?iso-2022-jp?B?GyRCJDMbKEI=?= =?iso-2022-jp?B?GyRCJDMbKEI=?=", "ここ");
        check("=?gb2312?B?xOM=?= =?GB2312?B?usM=?=", "你好");
        check("=?windows-1252?Q?Gr=C3=BC=C3=9Fe?=", "Grüße");
        check("=?utf-8?Q?Gr=FC=DFe?=", "Grüße");
        check("=?x-nobody?Q?Gr=C3=BC=C3=9Fe?=", "Grüße");
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
