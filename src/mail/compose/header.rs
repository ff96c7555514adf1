//! Header fields: cleaned, encoded, folded.
//!
//! Whatever comes in, one call writes one field: no text can end a line, and a line that goes on begins with a space.

use jiff::fmt::rfc2822;

use crate::base::{EmailAddress, MessageId, Timestamp, limit, one_line};

/// RFC 5322 §2.1.1: lines should have no more than 78 characters; one octet is kept for the separator that follows.
const LINE: usize = 76;
/// RFC 2047 §2: an encoded word has at most 75 characters.
const ENCODED_WORD: usize = 75;
/// A word of plain ASCII longer than this is encoded, because only encoded words can be split.
const PLAIN_WORD: usize = 60;
/// Characters of a mark or a list's id that are kept.
const TOKEN_CHARS: usize = 200;

/// Writes header fields one after another.
pub(super) struct HeaderWriter {
    out: Vec<u8>,
    /// Characters on the line so far.
    column: usize,
}

impl HeaderWriter {
    pub(super) fn new() -> Self {
        Self { out: Vec::with_capacity(2048), column: 0 }
    }

    /// All fields, each ending in CRLF.
    pub(super) fn finish(self) -> Vec<u8> {
        self.out
    }

    /// A field whose value is ours and fits its line.
    pub(super) fn fixed(&mut self, name: &str, value: &str) {
        self.begin(name);
        self.atom(value);
        self.end();
    }

    /// Date (RFC 5322 §3.3), in UTC. Times that no calendar holds become the first of 1970.
    pub(super) fn date(&mut self, at: Timestamp) {
        let zoned = |seconds: i64| {
            let time = jiff::Timestamp::from_second(seconds).ok()?;
            rfc2822::to_string(&time.to_zoned(jiff::tz::TimeZone::UTC)).ok()
        };
        let date = zoned(at.as_seconds()).unwrap_or_else(|| "Thu, 1 Jan 1970 00:00:00 +0000".to_owned());
        self.fixed("Date", &date);
    }

    /// Unstructured text (RFC 5322 §2.2.1) from anywhere.
    pub(super) fn text(&mut self, name: &str, value: &str, max: usize) {
        let value = one_line(value, max);
        self.begin(name);
        if is_plain(&value) {
            for word in value.split(' ') {
                self.word(word);
            }
        } else {
            self.encoded_words(&value);
        }
        self.end();
    }

    /// One mailbox (RFC 5322 §3.4) with a display name from anywhere.
    pub(super) fn mailbox(&mut self, field: &str, name: &str, address: &EmailAddress) {
        let name = one_line(name, limit::NAME_CHARS);
        self.begin(field);
        self.phrase(&name);
        let local = address.local();
        // EmailAddress allows dots where a dot-atom does not (RFC 5322 §3.4.1); some phone carriers gave out such addresses.
        let bare = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        let quote = if bare { "" } else { "\"" };
        let angle = if name.is_empty() { ["", ""] } else { ["<", ">"] };
        self.word(&format!("{}{quote}{local}{quote}@{}{}", angle[0], address.domain(), angle[1]));
        self.end();
    }

    /// Message-IDs (RFC 5322 §3.6.4); nothing at all where there is none.
    pub(super) fn ids<'a>(&mut self, name: &str, ids: impl IntoIterator<Item = &'a MessageId>) {
        let mut ids = ids.into_iter().peekable();
        if ids.peek().is_none() {
            return;
        }
        self.begin(name);
        for id in ids {
            self.word(&id.to_string());
        }
        self.end();
    }

    /// List-Id (RFC 2919 §3).
    pub(super) fn list_id(&mut self, name: &str, id: &str) {
        let id: String =
            id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).take(TOKEN_CHARS).collect();
        if id.is_empty() {
            return;
        }
        self.begin("List-Id");
        self.phrase(&one_line(name, limit::NAME_CHARS));
        self.word(&format!("<{id}>"));
        self.end();
    }

    /// One word of printable ASCII; nothing at all where none is left.
    pub(super) fn token(&mut self, name: &str, value: &str) {
        let value: String = value.chars().filter(char::is_ascii_graphic).take(TOKEN_CHARS).collect();
        if !value.is_empty() {
            self.begin(name);
            self.word(&value);
            self.end();
        }
    }

    fn begin(&mut self, name: &str) {
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b':');
        self.column = name.len() + 1;
    }

    fn end(&mut self) {
        self.out.extend_from_slice(b"\r\n");
        self.column = 0;
    }

    fn atom(&mut self, text: &str) {
        self.out.push(b' ');
        self.out.extend_from_slice(text.as_bytes());
        self.column += 1 + text.len();
    }

    /// A space and a word, on the next line where it does not fit (RFC 5322 §2.2.3).
    fn word(&mut self, word: &str) {
        if self.column + 1 + word.len() > LINE {
            self.out.extend_from_slice(b"\r\n");
            self.column = 0;
        }
        self.atom(word);
    }

    /// A display name as a quoted string or as encoded words; nothing where it is empty.
    fn phrase(&mut self, name: &str) {
        if name.is_empty() {
            return;
        }
        if !is_plain(name) {
            self.encoded_words(name);
            return;
        }
        // Always quoted: then no character of it means anything.
        let quoted: String = name.chars().flat_map(|c| matches!(c, '"' | '\\').then_some('\\').into_iter().chain([c])).collect();
        let mut words = quoted.split(' ').peekable();
        let mut mark = "\"";
        while let Some(word) = words.next() {
            let last = if words.peek().is_none() { "\"" } else { "" };
            self.word(&format!("{mark}{word}{last}"));
            mark = "";
        }
    }

    /// RFC 2047 §4.2, in the alphabet that is allowed everywhere (§5 (3)); readers drop the space between two words.
    fn encoded_words(&mut self, text: &str) {
        const OPEN: &str = "=?utf-8?q?";
        const CLOSE: &str = "?=";
        let mut word = String::from(OPEN);
        for c in text.chars() {
            let mut bytes = [0; 4];
            let mut piece = String::with_capacity(12);
            match c {
                ' ' => piece.push('_'),
                c if c.is_ascii_alphanumeric() || matches!(c, '!' | '*' | '+' | '-' | '/') => piece.push(c),
                c => c.encode_utf8(&mut bytes).bytes().for_each(|byte| push_hex(&mut piece, '=', byte)),
            }
            // A character may not be split between two words.
            let used = self.column + 1 + word.len() + piece.len() + CLOSE.len();
            let full = word.len() + piece.len() + CLOSE.len() > ENCODED_WORD;
            if word.len() > OPEN.len() && (used > LINE || full) {
                word.push_str(CLOSE);
                self.word(&word);
                word.clear();
                word.push_str(OPEN);
            }
            word.push_str(&piece);
        }
        word.push_str(CLOSE);
        self.word(&word);
    }
}

/// May it stand as it is? Printable ASCII that folds, and nothing that a reader would take for an encoded word.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b == b' ' || b.is_ascii_graphic())
        && !text.contains("=?")
        && text.split(' ').all(|word| word.len() <= PLAIN_WORD)
}

/// `=C3` or `%C3`.
fn push_hex(out: &mut String, mark: char, byte: u8) {
    out.push(mark);
    for digit in [byte >> 4, byte & 15] {
        out.extend(char::from_digit(u32::from(digit), 16).map(|c| c.to_ascii_uppercase()));
    }
}
