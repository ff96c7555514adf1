//! HTML becomes readable text: links, lists, tables, quotes. It is read tag by tag, in linear time.
//!
//! Tree builders are quadratic in nesting (measured with html5ever's: 50,000 nested `div` took 12 s), so what is open is
//! kept here, at most [`limit::HTML_DEPTH`] elements. Hidden elements, styles and scripts are dropped. Where mail programs
//! mark quotes and signatures in their HTML, the marks are handed to the trimmer. Nothing is loaded from anywhere.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::limit;

mod element;
mod lines;
mod reference;
mod sheet;
mod style;
mod token;
mod writer;

use token::{Token, Tokens};
use writer::Writer;

/// Names of a message's pictures, by Content-ID or Content-Location in lower case.
pub(super) type Pictures = BTreeMap<String, String>;

/// What a mail program's HTML says about a line of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// An attribution begins here; it reaches to the first quoted line.
    Attribution,
    /// From here to the end everything is an earlier message.
    QuoteToEnd,
    /// A signature begins here.
    SignatureStart,
    /// The signature ended before this line.
    SignatureEnd,
}

/// HTML as text.
#[derive(Clone, Debug, Default)]
pub(super) struct HtmlText {
    /// The text, with the targets of links and the names of pictures.
    pub(super) text: String,
    /// The text as it would be seen, without those.
    pub(super) seen: String,
    /// Line numbers in `text`, in order.
    pub(super) marks: Vec<(usize, Mark)>,
    /// Something in it cannot be seen.
    pub(super) has_hidden: bool,
    /// Which of the message's pictures it shows.
    pub(super) pictures: BTreeSet<String>,
}

/// Turns HTML into text.
pub(super) fn to_text(html: &str, pictures: &Pictures) -> HtmlText {
    let html = with_line_feeds(html.get(..html.floor_char_boundary(limit::HTML_BYTES)).unwrap_or_default());
    let mut tokens = Tokens::new(&html);
    let mut writer = Writer::new(pictures);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => writer.characters(text),
            Token::Reference((first, second)) => {
                for c in [Some(first), second].into_iter().flatten() {
                    writer.characters(c.encode_utf8(&mut [0; 4]));
                }
            }
            Token::Start(tag) => writer.start(&tag),
            Token::End(name) => writer.end(name),
        }
    }
    writer.finish()
}

/// HTML standard, §13.2.3.5: there are no carriage returns.
fn with_line_feeds(html: &str) -> Cow<'_, str> {
    if html.contains('\r') { Cow::Owned(super::body::plain_text(html)) } else { Cow::Borrowed(html) }
}

#[cfg(test)]
mod tests;
