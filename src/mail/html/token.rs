//! HTML as tags and text, by the states of the HTML standard's tokenizer (§13.2.5).
//!
//! Own code, because html5ever's takes names letter by letter, keeps a copy of every value, and was a third of all reading. Here
//! names are numbers, and everything else stays where it is until somebody asks for it. What there is no use for in a text is
//! left out: comments, doctypes, errors. The tests compare it with html5ever, whose table of character references it uses.

use std::borrow::Cow;

use crate::mail::header::first_place;

use super::element::{Name, Sort};
use super::reference;

/// More attributes than any element has. Each is compared with all before it, because the first of its name counts.
const ATTRIBUTES: usize = 300;

/// What comes next.
pub(super) enum Token<'h> {
    Text(&'h str),
    /// What a character reference stands for: one character, rarely two.
    Reference(reference::Characters),
    Start(Tag<'h>),
    End(Name),
}

/// A start tag.
pub(super) struct Tag<'h> {
    pub(super) name: Name,
    pub(super) sort: Sort,
    pub(super) attributes: Vec<Attribute<'h>>,
}

impl<'h> Tag<'h> {
    /// The value of an attribute.
    pub(super) fn value(&self, name: Name) -> Option<Cow<'h, str>> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(Attribute::value)
    }
}

/// An attribute, its value as it was written.
pub(super) struct Attribute<'h> {
    pub(super) name: Name,
    written: &'h str,
}

impl<'h> Attribute<'h> {
    pub(super) fn value(&self) -> Cow<'h, str> {
        reference::resolved(self.written)
    }
}

/// The tokens of some HTML, which has no carriage returns.
pub(super) struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// Up to here everything is text: the content of a script, a style or a text area.
    text_until: usize,
    /// Whether references count in that text.
    has_references: bool,
}

impl<'h> Tokens<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { html, at: 0, text_until: 0, has_references: true }
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.html.as_bytes().get(self.at + ahead).copied()
    }

    /// Takes so many bytes as text.
    fn text(&mut self, length: usize) -> Token<'h> {
        let text = self.rest().get(..length).unwrap_or_default();
        self.at += length;
        Token::Text(text)
    }

    pub(super) fn next(&mut self) -> Option<Token<'h>> {
        loop {
            if self.at < self.text_until {
                return Some(self.raw_text());
            }
            let first = self.byte(0)?;
            if first == b'&' {
                return Some(self.reference());
            }
            if first != b'<' {
                let rest = self.rest();
                let length = first_place(rest.as_bytes(), |b| (b == b'<') | (b == b'&')).unwrap_or(rest.len());
                return Some(self.text(length));
            }
            match (self.byte(1), self.byte(2)) {
                (Some(b'a'..=b'z' | b'A'..=b'Z'), _) => return self.start_tag(),
                (Some(b'/'), Some(b'a'..=b'z' | b'A'..=b'Z')) => return self.end_tag(),
                (Some(b'/'), None) => return Some(self.text(2)),
                (Some(b'!'), _) if self.rest().starts_with("<!--") => self.skip_comment(),
                // Doctypes, and what the standard calls bogus comments.
                (Some(b'/' | b'!' | b'?'), _) => {
                    let rest = self.rest();
                    self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
                }
                _ => return Some(self.text(1)),
            }
        }
    }

    fn raw_text(&mut self) -> Token<'h> {
        let length = self.text_until - self.at;
        if !self.has_references {
            return self.text(length);
        }
        match self.rest().get(..length).and_then(|text| text.find('&')) {
            Some(0) => self.reference(),
            Some(before) => self.text(before),
            None => self.text(length),
        }
    }

    fn reference(&mut self) -> Token<'h> {
        match reference::at_start(self.rest().get(1..).unwrap_or_default(), false) {
            Some((characters, length)) => {
                self.at += 1 + length;
                Token::Reference(characters)
            }
            None => self.text(1),
        }
    }

    fn skip_comment(&mut self) {
        self.at += 4;
        for end in [">", "->"] {
            if self.rest().starts_with(end) {
                self.at += end.len();
                return;
            }
        }
        while let Some(dashes) = self.rest().find("--") {
            self.at += dashes;
            for end in ["-->", "--!>"] {
                if self.rest().starts_with(end) {
                    self.at += end.len();
                    return;
                }
            }
            self.at += 1;
        }
        self.at = self.html.len();
    }

    /// Nothing where the HTML ends within the tag: then it is none.
    fn start_tag(&mut self) -> Option<Token<'h>> {
        self.at += 1;
        let name = self.name();
        let mut attributes: Vec<Attribute<'h>> = Vec::new();
        while let Some(attribute) = self.attribute()? {
            if attributes.len() < ATTRIBUTES && attributes.iter().all(|other| other.name != attribute.name) {
                attributes.push(attribute);
            }
        }
        let sort = name.sort();
        if sort.is_raw() {
            self.text_until = self.at + end_of_raw(self.rest(), name, sort);
            self.has_references = matches!(sort, Sort::Title | Sort::TextArea);
        }
        Some(Token::Start(Tag { name, sort, attributes }))
    }

    fn end_tag(&mut self) -> Option<Token<'h>> {
        self.at += 2;
        let name = self.name();
        while self.attribute()?.is_some() {}
        Some(Token::End(name))
    }

    fn name(&mut self) -> Name {
        let rest = self.rest();
        let length = rest.bytes().take_while(|b| !ends_name(*b)).count();
        self.at += length;
        Name::of(rest.get(..length).unwrap_or_default())
    }

    fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) {
        self.at += self.rest().bytes().take_while(|b| is_skipped(*b)).count();
    }

    /// The next attribute; `Some(None)` behind the `>` of the tag, nothing where the HTML ends before it.
    fn attribute(&mut self) -> Option<Option<Attribute<'h>>> {
        self.skip(|b| is_blank(b) || b == b'/');
        let rest = self.rest();
        if self.byte(0)? == b'>' {
            self.at += 1;
            return Some(None);
        }
        // An equals sign at the beginning belongs to the name.
        let length = 1 + rest.bytes().skip(1).take_while(|b| !ends_name(*b) && *b != b'=').count();
        self.at += length;
        let name = Name::of(rest.get(..length).unwrap_or_default());
        self.skip(is_blank);
        if self.byte(0)? != b'=' {
            return Some(Some(Attribute { name, written: "" }));
        }
        self.at += 1;
        self.skip(is_blank);
        let (length, behind) = match self.byte(0)? {
            quote @ (b'"' | b'\'') => {
                self.at += 1;
                (self.rest().find(char::from(quote))?, 1)
            }
            _ => (self.rest().bytes().position(|b| is_blank(b) || b == b'>')?, 0),
        };
        let written = self.rest().get(..length).unwrap_or_default();
        self.at += length + behind;
        Some(Some(Attribute { name, written }))
    }
}

fn is_blank(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\x0c')
}

fn ends_name(b: u8) -> bool {
    is_blank(b) || matches!(b, b'/' | b'>')
}

/// Where the content of an element ends that holds no markup: before its end tag.
fn end_of_raw(html: &str, name: Name, sort: Sort) -> usize {
    let named = |from: &str, skipped: usize| {
        let after = from.get(skipped..).unwrap_or_default();
        let length = after.bytes().position(ends_name);
        length.and_then(|length| after.get(..length)).is_some_and(|found| Name::of(found) == name)
    };
    // Scripts may write scripts, inside what looks like a comment (§13.2.5.17 to §13.2.5.31).
    let (mut is_escaped, mut is_within) = (false, false);
    let mut at = 0;
    while let Some(rest) = html.get(at..) {
        let Some(place) = first_place(rest.as_bytes(), |b| (b == b'<') | (b == b'-')) else { break };
        at += place;
        let rest = html.get(at..).unwrap_or_default();
        if rest.starts_with("</") && named(rest, 2) {
            if !is_within {
                return at;
            }
            is_within = false;
        } else if sort == Sort::Script {
            if rest.starts_with("<!--") {
                is_escaped = true;
            } else if rest.starts_with("-->") {
                (is_escaped, is_within) = (false, false);
            } else if is_escaped && rest.starts_with('<') && named(rest, 1) {
                is_within = true;
            }
        }
        at += 1;
    }
    html.len()
}

#[cfg(test)]
mod tests;
