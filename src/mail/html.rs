//! HTML becomes readable text: links, lists, tables, quotes. Only html5ever's tokenizer is used, in linear time.
//!
//! The tree builders on top of it are quadratic in nesting (measured: 50,000 nested `div` took 12 s), so what is open is
//! kept here, at most [`limit::HTML_DEPTH`] elements. Hidden elements, styles and scripts are dropped. Where mail programs
//! mark quotes and signatures in their HTML, the marks are handed to the trimmer. Nothing is loaded from anywhere.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

mod bound;
mod element;
mod lines;
mod sheet;
mod style;
mod writer;

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
    let bounded = bound::attributes(bound::crop(html));
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&bounded));
    let sink = Sink { writer: RefCell::new(Writer::new(pictures)) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // The result only tells of scripts, which the sink never asks to run.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.writer.into_inner().finish()
}

struct Sink<'a> {
    writer: RefCell<Writer<'a>>,
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.writer.borrow_mut();
        match token {
            Token::CharacterTokens(text) => writer.characters(&text),
            Token::TagToken(tag) => match tag.kind {
                TagKind::StartTag => return writer.start(&tag),
                TagKind::EndTag => writer.end(&tag.name),
            },
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests;
