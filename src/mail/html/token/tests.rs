//! The same tokens as html5ever's tokenizer, for every row of some pieces that HTML is made of.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{self, BufferQueue, TagKind, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::*;

/// What both must agree on: runs of text joined, names packed.
#[derive(Debug, PartialEq, Eq)]
enum Plain {
    Text(String),
    Start(Name, Vec<(Name, String)>),
    End(Name),
}

fn add_text(tokens: &mut Vec<Plain>, text: &str) {
    match tokens.last_mut() {
        Some(Plain::Text(before)) => before.push_str(text),
        _ => tokens.push(Plain::Text(text.to_owned())),
    }
}

fn ours(html: &str) -> Vec<Plain> {
    let mut found = Vec::new();
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => add_text(&mut found, text),
            Token::Reference((first, second)) => {
                add_text(&mut found, &[Some(first), second].into_iter().flatten().collect::<String>());
            }
            Token::Start(tag) => {
                let attributes = tag.attributes.iter().map(|attribute| (attribute.name, attribute.value().into_owned()));
                found.push(Plain::Start(tag.name, attributes.collect()));
            }
            Token::End(name) => found.push(Plain::End(name)),
        }
    }
    found
}

#[derive(Default)]
struct Sink(RefCell<Vec<Plain>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: tokenizer::Token, _line: u64) -> TokenSinkResult<()> {
        let mut found = self.0.borrow_mut();
        match token {
            tokenizer::Token::CharacterTokens(text) => add_text(&mut found, &text),
            tokenizer::Token::TagToken(tag) if tag.kind == TagKind::EndTag => found.push(Plain::End(Name::of(&tag.name))),
            tokenizer::Token::TagToken(tag) => {
                let attributes = tag.attrs.iter().map(|one| (Name::of(&one.name.local), one.value.to_string()));
                found.push(Plain::Start(Name::of(&tag.name), attributes.collect()));
                match Name::of(&tag.name).sort() {
                    Sort::Script => return TokenSinkResult::RawData(RawKind::ScriptData),
                    Sort::Style | Sort::Raw => return TokenSinkResult::RawData(RawKind::Rawtext),
                    Sort::Title | Sort::TextArea => return TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => {}
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn theirs(html: &str) -> Vec<Plain> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Every row of `length` pieces.
fn check_rows(pieces: &[&str], length: u32) {
    let count = pieces.len();
    for number in 0..count.pow(length) {
        let row: String = (0..length).filter_map(|place| pieces.get(number / count.pow(place) % count)).copied().collect();
        assert_eq!(ours(&row), theirs(&row), "{row:?}");
    }
}

#[test]
fn tags_and_attributes() {
    check_rows(&["<a", "<", ">", "/", " ", "=", "\"", "'", "x", "é", "&"], 4);
    check_rows(&["<TD ", "a=1 ", "A='2'", "b=\"&amp;&copy=1&copy;\"", "c", "=", "/>", ">", "</td x='>'>", "text", "<td"], 4);
}

#[test]
fn comments_and_doctypes() {
    check_rows(&["<!", "--", "-", ">", "!", "a", "<!--", "-->", "<b>", "?"], 4);
    check_rows(&["<!doctype html", "<?xml ", "<![CDATA[", "]]>", ">", "\"", "</ x", "</", "<!-->", "text"], 4);
}

#[test]
fn what_holds_no_markup() {
    check_rows(&["<script>", "</SCRIPT ", "<!--", "-->", "x", "</scriptx>"], 5);
    check_rows(&["<script>", "</script>", "<script ", "<!--", "<!-->", "-->", "</"], 4);
    check_rows(&["<style>", "</style>", "<textarea>", "</textarea >", "<title>", "</title", "&lt;", "<b>", "<!--", "/>"], 4);
}

#[test]
fn references() {
    let names = ["&", "amp", "lt;", "not", "in", ";", "#", "x", "41", "128", "0", "=", "nbsp;", "é"];
    check_rows(&names, 4);
    check_rows(&["<a b=\"", "&", "not", "it;", "copy", ";", "=", "\">"], 4);
    for reference in [
        "&#99999999999;",
        "&#xD800;",
        "&#x10ffff;",
        "&#x110000;",
        "&#13;",
        "&NotEqualTilde;",
        "&CounterClockwiseContourIntegral;x",
        "&#X20aC",
        "&zwnj;",
    ] {
        assert_eq!(ours(reference), theirs(reference), "{reference}");
    }
}

#[test]
fn names_are_compared_without_case_and_by_their_beginning() {
    assert_eq!(Name::of("BlockQuote").sort(), Sort::Quote);
    assert_ne!(Name::of("a"), Name::of("b"));
    assert_eq!(Name::of("abcdefghijklmnopq"), Name::of("ABCDEFGHIJKLMNOPR"));
}
