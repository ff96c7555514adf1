//! Address lists as people read them (RFC 5322 §3.4), forgiving.
//!
//! Structure is found in the raw value and names are decoded afterwards, so that an encoded word can never smuggle in an
//! address (SECURITY.md, I14). Who a message is *from* is not decided here but in `identity`.

use crate::base::{limit, one_line};

use super::model::Addressee;
use super::{charset, encoded_word};

/// Of one list this much is read: more than 500 recipients with long names.
const LIST_BYTES: usize = 256 * 1024;
/// An address that is longer than any could be.
const ADDRESS_CHARS: usize = 400;

/// One entry of a list together with how it was written.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) addressee: Addressee,
    /// It stood in angle brackets.
    pub(super) is_bracketed: bool,
    /// A comment, a group, a source route or something unbalanced was there.
    pub(super) oddity: Option<&'static str>,
}

/// Reads at most [`limit::RECIPIENTS`] entries.
pub(super) fn read_list(value: &[u8], body: Option<&str>) -> Vec<Entry> {
    let text = charset::decode_header(value.get(..LIST_BYTES).unwrap_or(value), body);
    let mut reader = Reader::default();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        if reader.entries.len() >= limit::RECIPIENTS {
            break;
        }
        let plain = if reader.escaped { 0 } else { rest.bytes().take_while(|b| is_plain(*b)).count() };
        match rest.split_at_checked(plain) {
            Some((run, after)) if !run.is_empty() => {
                reader.push_all(run);
                rest = after;
            }
            _ => {
                reader.take(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    reader.finish();
    reader.entries.truncate(limit::RECIPIENTS);
    reader.entries
}

/// Only the addressees of a list.
pub(super) fn read(value: &[u8], body: Option<&str>) -> Vec<Addressee> {
    read_list(value, body).into_iter().map(|entry| entry.addressee).collect()
}

/// Means itself in every state: most of a list goes this way.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'-' | b'_' | b'@' | b'+' | b'=' | b'?')
}

#[derive(Default)]
enum State {
    #[default]
    Plain,
    Quoted,
    Comment(u32),
    Angle,
    AngleQuoted,
}

#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    state: State,
    escaped: bool,
    /// Text outside brackets, quotes resolved.
    phrase: String,
    had_quotes: bool,
    comment: String,
    angle: Option<String>,
    /// Text after the closing bracket.
    tail: bool,
    oddity: Option<&'static str>,
    in_group: bool,
}

impl Reader {
    fn take(&mut self, c: char) {
        if self.escaped {
            self.escaped = false;
            return self.push(c);
        }
        let is_in_word = matches!(c, ',' | ';' | ':' | '(' | '<') && self.is_in_encoded_word();
        match (&mut self.state, c) {
            (State::Quoted | State::Comment(_) | State::AngleQuoted, '\\') => self.escaped = true,
            // Broken mailers leave separators unencoded inside an encoded word.
            (State::Plain, _) if is_in_word => self.push(c),
            (State::Plain, '"') => {
                self.had_quotes = true;
                self.state = State::Quoted;
            }
            (State::Quoted, '"') => self.state = State::Plain,
            (State::Plain, '(') => {
                self.oddity.get_or_insert("a comment");
                self.state = State::Comment(1);
            }
            (State::Comment(depth), '(') => {
                *depth = depth.saturating_add(1);
                self.push(c);
            }
            (State::Comment(1), ')') => self.state = State::Plain,
            (State::Comment(depth), ')') => {
                *depth -= 1;
                self.push(c);
            }
            (State::Plain, '<') if self.angle.is_none() => {
                self.angle = Some(String::new());
                self.state = State::Angle;
            }
            (State::Plain, '<') => {
                self.oddity = Some("two addresses without a comma");
                self.end_entry();
                self.angle = Some(String::new());
                self.state = State::Angle;
            }
            (State::Angle, '>') => {
                self.state = State::Plain;
                self.tail = true;
            }
            (State::Angle, '"') => {
                self.oddity = Some("a quoted address");
                self.state = State::AngleQuoted;
                self.push(c);
            }
            (State::AngleQuoted, '"') => {
                self.state = State::Angle;
                self.push(c);
            }
            (State::Plain, ',') => self.end_entry(),
            (State::Plain, ';') => {
                self.end_entry();
                self.in_group = false;
            }
            // RFC 5322 §3.4: what stands before a colon names a group.
            (State::Plain, ':') if self.angle.is_none() && !self.phrase.contains('@') => {
                self.phrase.clear();
                self.in_group = true;
            }
            _ => self.push(c),
        }
    }

    fn push(&mut self, c: char) {
        if self.is_in_tail() {
            return self.push_tail(c);
        }
        let (text, max) = self.open_text();
        if text.len() < max {
            text.push(c);
        }
    }

    /// Takes a run of plain characters.
    fn push_all(&mut self, run: &str) {
        if self.is_in_tail() {
            return run.chars().for_each(|c| self.push_tail(c));
        }
        let (text, max) = self.open_text();
        let room = max.saturating_sub(text.len());
        text.push_str(run.get(..room).unwrap_or(run));
    }

    fn is_in_tail(&self) -> bool {
        self.tail && matches!(self.state, State::Plain | State::Quoted)
    }

    /// The text that is being read, and how long it may become.
    fn open_text(&mut self) -> (&mut String, usize) {
        match self.state {
            State::Plain | State::Quoted => (&mut self.phrase, 8192),
            State::Comment(_) => (&mut self.comment, 2048),
            State::Angle | State::AngleQuoted => (self.angle.get_or_insert_default(), 2048),
        }
    }

    /// `=?charset?q?` stands open at the end of the phrase. Looks at the last few characters only.
    fn is_in_encoded_word(&self) -> bool {
        let bytes = self.phrase.as_bytes();
        let tail = bytes.get(bytes.len().saturating_sub(200)..).unwrap_or_default();
        let start = tail.windows(2).rposition(|pair| pair == b"=?");
        start
            .and_then(|start| tail.get(start + 2..))
            .is_some_and(|word| word.iter().filter(|&&b| b == b'?').count() == 2 && !word.iter().any(u8::is_ascii_whitespace))
    }

    fn push_tail(&mut self, c: char) {
        if !c.is_whitespace() {
            self.oddity = Some("text after the address");
        }
    }

    fn end_entry(&mut self) {
        let phrase = std::mem::take(&mut self.phrase);
        let comment = std::mem::take(&mut self.comment);
        let angle = self.angle.take();
        let had_quotes = std::mem::take(&mut self.had_quotes);
        let mut oddity = self.oddity.take();
        self.tail = false;
        if self.in_group {
            oddity = Some("a group");
        }
        let is_bracketed = angle.is_some();
        let (name, address) = match angle {
            Some(angle) => {
                let (route, address) = split_route(&angle);
                if route {
                    oddity = Some("a source route");
                }
                (phrase, address)
            }
            None if phrase.contains('@') && !phrase.contains("=?") => {
                if had_quotes {
                    oddity = Some("a quoted address");
                }
                (String::new(), phrase.split_whitespace().collect())
            }
            None => (phrase, String::new()),
        };
        // A comment alone is nobody.
        let name = if name.trim().is_empty() && !address.is_empty() { comment } else { name };
        let name = clean_name(&name);
        let address: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(ADDRESS_CHARS).collect();
        if name.is_empty() && address.is_empty() && !is_bracketed {
            return;
        }
        let addressee = match address.is_empty() {
            true => address_in_name(&name).unwrap_or_else(|| (Addressee { name: name.clone(), address }, None)),
            false => (Addressee { name, address }, None),
        };
        oddity = oddity.or(addressee.1);
        self.entries.push(Entry { addressee: addressee.0, is_bracketed, oddity });
    }

    fn finish(&mut self) {
        if !matches!(self.state, State::Plain) {
            self.oddity = Some("unbalanced quotes or brackets");
        }
        // A quotation mark that nothing closes took the address into the name.
        if matches!(self.state, State::Quoted)
            && self.angle.is_none()
            && let Some((name, address)) =
                self.phrase.rsplit_once('<').map(|(n, a)| (n.to_owned(), a.trim_end_matches('>').to_owned()))
        {
            self.phrase = name;
            self.angle = Some(address);
        }
        self.end_entry();
    }
}

/// RFC 5322 §4.4: `@a,@b:address` names hosts on the way; only the address counts.
fn split_route(angle: &str) -> (bool, String) {
    match angle.trim().split_once(':') {
        Some((route, address)) if route.starts_with('@') => (true, address.to_owned()),
        _ => (false, angle.to_owned()),
    }
}

/// Some mailers encode the whole entry, address and all. It is shown; an identity it never is.
fn address_in_name(name: &str) -> Option<(Addressee, Option<&'static str>)> {
    let (before, after) = name.rsplit_once('<')?;
    let address = after.trim().strip_suffix('>')?.trim();
    let is_address = address.contains('@') && !address.contains(char::is_whitespace);
    is_address.then(|| {
        let name = before.trim().trim_matches('"').trim().to_owned();
        (Addressee { name, address: address.to_owned() }, Some("an encoded address"))
    })
}

/// A display name: decoded, on one line, without what would let it show as something else.
pub(super) fn clean_name(raw: &str) -> String {
    let decoded = if raw.contains("=?") { encoded_word::decode_words(raw) } else { raw.to_owned() };
    let name = one_line(&decoded, limit::NAME_CHARS);
    let unquoted = name.strip_prefix('"').and_then(|n| n.strip_suffix('"')).unwrap_or(&name);
    let unquoted = unquoted.strip_prefix('\'').and_then(|n| n.strip_suffix('\'')).unwrap_or(unquoted);
    unquoted.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: &[(&str, &str)]) {
        let read = read(value.as_bytes(), None);
        let read: Vec<(&str, &str)> = read.iter().map(|a| (a.name.as_str(), a.address.as_str())).collect();
        assert_eq!(read, expected, "{value}");
    }

    #[test]
    fn lists_as_they_are_written() {
        check("a@example.org", &[("", "a@example.org")]);
        check(
            "Ann Lee <a@example.org>, \"Lee, Bob\" <b@example.org>",
            &[("Ann Lee", "a@example.org"), ("Lee, Bob", "b@example.org")],
        );
        check("=?utf-8?q?J=C3=BCrgen?= <j@example.org>", &[("Jürgen", "j@example.org")]);
        check("=?utf-8?q?Lee=2C_Ann?= <a@example.org>", &[("Lee, Ann", "a@example.org")]);
        check("a@example.org (Ann Lee)", &[("Ann Lee", "a@example.org")]);
        check(
            "Team: a@example.org, b@example.org;, c@example.org",
            &[("", "a@example.org"), ("", "b@example.org"), ("", "c@example.org")],
        );
        check("undisclosed-recipients:;", &[]);
        check("<@relay.example:a@example.org>", &[("", "a@example.org")]);
        check("'Ann' <a@example.org>", &[("Ann", "a@example.org")]);
        check("Ann < a@example.org >", &[("Ann", "a@example.org")]);
    }

    #[test]
    fn damaged_lists_give_what_they_can() {
        check("\"Ann <a@example.org>", &[("Ann", "a@example.org")]);
        check("Ann <a@example.org", &[("Ann", "a@example.org")]);
        check("=?utf-8?q?Ann_=3Ca=40example=2Eorg=3E?=", &[("Ann", "a@example.org")]);
        check(&"(".repeat(100_000), &[]);
        check("=?utf-8?q?a=0D=0ABcc:_x=00?= <a@example.org>", &[("a Bcc: x", "a@example.org")]);
    }

    #[test]
    fn long_lists_are_cut() {
        let many = "a@example.org, ".repeat(100_000);
        assert_eq!(read(many.as_bytes(), None).len(), limit::RECIPIENTS);
    }
}
