//! HTML becomes readable text: links, lists, tables, quotes. Only html5ever's tokenizer is used, in linear time.
//!
//! The tree builders on top of it are quadratic in nesting (measured: 50,000 nested `div` took 12 s), so what is open is
//! kept here, at most [`limit::HTML_DEPTH`] elements. Hidden elements, styles and scripts are dropped. Where mail programs
//! mark quotes and signatures in their HTML, the marks are handed to the trimmer. Nothing is loaded from anywhere.

use std::cell::RefCell;

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::base::limit;

mod bound;
mod style;

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
}

/// Turns HTML into text.
pub(super) fn to_text(html: &str) -> HtmlText {
    let bounded = bound::attributes(bound::crop(html));
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&bounded));
    let sink = Sink { writer: RefCell::new(Writer::default()) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // The result only tells of scripts, which the sink never asks to run.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.writer.into_inner().finish()
}

struct Sink {
    writer: RefCell<Writer>,
}

impl TokenSink for Sink {
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

/// An element that is open.
struct Element {
    name: LocalName,
    is_hidden: bool,
    is_concealed: bool,
    is_quote: bool,
    is_preformatted: bool,
    is_signature: bool,
    has_background: bool,
    /// Target of a link, and where its text begins.
    link: Option<(String, usize)>,
    /// Number of the next item of an ordered list; 0 for other lists.
    list: Option<u32>,
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Spans of `out` that are not seen in the HTML: link targets, names of pictures.
    unseen: Vec<(usize, usize)>,
    marks: Vec<(usize, Mark)>,
    open: Vec<Element>,
    line: usize,
    hidden: usize,
    /// Of the hidden ones, those that a style hides.
    concealed: usize,
    quotes: usize,
    preformatted: usize,
    lists: usize,
    has_hidden: bool,
    /// Nothing stands on the current line yet.
    at_start: bool,
    began: bool,
    space: bool,
    /// Line ends that are due before the next character.
    breaks: usize,
    /// Quote marks of the empty lines among them: those of the outer of the two blocks.
    break_quotes: usize,
}

impl Writer {
    fn characters(&mut self, text: &str) {
        if self.hidden > 0 {
            self.has_hidden |= self.concealed > 0 && text.chars().any(|c| !c.is_whitespace() && !is_invisible(c));
            return;
        }
        for c in text.chars() {
            match c {
                '\n' if self.preformatted > 0 => self.line_break(),
                '\r' => {}
                ' ' | '\t' | '\n' | '\x0c' if self.preformatted == 0 => self.space = true,
                '\u{a0}' => self.visible(' '),
                c if is_invisible(c) => {}
                c => self.visible(c),
            }
        }
    }

    fn visible(&mut self, c: char) {
        self.settle();
        self.out.push(c);
    }

    /// Writes what is due before the next character: line ends, quote marks, one blank.
    fn settle(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        if breaks > 0 && self.began {
            for i in 0..breaks {
                self.new_line();
                if i + 1 < breaks {
                    self.quote_marks(self.break_quotes.min(self.quotes));
                }
            }
            self.at_start = true;
            self.space = false;
        }
        if !self.began || self.at_start {
            self.began = true;
            self.at_start = false;
            self.space = false;
            self.quote_marks(self.quotes);
        }
        if std::mem::take(&mut self.space) && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
    }

    fn quote_marks(&mut self, quotes: usize) {
        for _ in 0..quotes.min(20) {
            self.out.push('>');
        }
        if quotes > 0 {
            self.out.push(' ');
        }
    }

    fn new_line(&mut self) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        self.out.push('\n');
        self.line += 1;
    }

    /// At least this many line ends stand before what follows.
    fn block(&mut self, lines: usize) {
        self.break_quotes = if self.breaks == 0 { self.quotes } else { self.break_quotes.min(self.quotes) };
        if self.began && !(self.at_start && lines == 1) {
            self.breaks = self.breaks.max(if self.at_start { lines - 1 } else { lines });
        }
        self.space = false;
    }

    /// A line end that is written even when the line is empty.
    fn line_break(&mut self) {
        self.break_quotes = if self.breaks == 0 { self.quotes } else { self.break_quotes.min(self.quotes) };
        if self.breaks > 0 || self.at_start {
            // `<div><br></div>` is one empty line.
            self.breaks = (self.breaks + 1).min(3);
        } else if self.began {
            self.breaks = 1;
        }
        self.space = false;
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match name {
            "script" => return raw(self, tag, RawKind::ScriptData),
            "style" | "noembed" | "noframes" | "iframe" | "xmp" => return raw(self, tag, RawKind::Rawtext),
            "title" | "textarea" => return raw(self, tag, RawKind::Rcdata),
            "body" => {
                self.close_implied(name);
                return TokenSinkResult::Continue;
            }
            "br" => self.line_break(),
            "hr" => self.rule(tag),
            "img" => self.picture(tag),
            _ => {}
        }
        if matches!(
            name,
            "br" | "hr" | "img" | "input" | "meta" | "link" | "wbr" | "col" | "area" | "base" | "embed" | "source" | "param"
        ) {
            return TokenSinkResult::Continue;
        }
        self.close_implied(name);
        let look = style::look(tag);
        self.layout_before(name, tag, &look);
        self.push(tag, &look);
        if name == "li" && self.hidden == 0 {
            self.item();
        }
        TokenSinkResult::Continue
    }

    fn push(&mut self, tag: &Tag, look: &style::Look) {
        if self.open.len() >= limit::HTML_DEPTH {
            return;
        }
        let name: &str = &tag.name;
        let is_quote = name == "blockquote" && !look.is_indent;
        let is_preformatted = name == "pre" || look.is_preformatted;
        let is_hidden = look.is_hidden || matches!(name, "head" | "noscript" | "template" | "object" | "svg" | "select");
        if look.is_white && !look.has_background && !self.open.iter().any(|element| element.has_background) {
            self.has_hidden = true;
        }
        let list = match name {
            "ol" => Some(1),
            "ul" | "menu" | "dir" => Some(0),
            _ => None,
        };
        let link =
            (name == "a").then(|| style::attribute(tag, "href")).flatten().map(|href| (href.trim().to_owned(), self.out.len()));
        self.hidden += usize::from(is_hidden);
        self.concealed += usize::from(look.is_hidden);
        self.quotes += usize::from(is_quote);
        self.preformatted += usize::from(is_preformatted);
        self.lists += usize::from(list.is_some());
        self.open.push(Element {
            name: tag.name.clone(),
            is_hidden,
            is_concealed: look.is_hidden,
            is_quote,
            is_preformatted,
            is_signature: look.mark == Some(Mark::SignatureStart),
            has_background: look.has_background,
            link,
            list,
        });
    }

    fn end(&mut self, name: &LocalName) {
        if matches!(&**name, "p" | "br") && !self.open.iter().rev().any(|element| element.name == *name) {
            return self.line_break();
        }
        let Some(depth) = self.open.iter().rposition(|element| element.name == *name) else { return };
        // A stray end tag must not close a whole table or quote.
        let is_inline = is_inline(name);
        if is_inline && self.open.iter().skip(depth + 1).any(|element| !is_inline_name(&element.name)) {
            return;
        }
        while self.open.len() > depth {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(element) = self.open.pop() else { return };
        if let Some((target, start)) = element.link
            && self.hidden == 0
        {
            self.link_target(&target, start);
        }
        self.hidden -= usize::from(element.is_hidden);
        self.concealed -= usize::from(element.is_concealed);
        self.quotes -= usize::from(element.is_quote);
        self.preformatted -= usize::from(element.is_preformatted);
        self.lists -= usize::from(element.list.is_some());
        self.layout_after(&element.name);
        if element.is_signature {
            self.block(1);
            self.mark(Mark::SignatureEnd);
        }
    }

    /// Elements whose end tag people leave out.
    fn close_implied(&mut self, name: &str) {
        let closes = |top: &str| match name {
            "li" => top == "li",
            "p" | "div" | "table" | "ul" | "ol" | "blockquote" => matches!(top, "p" | "head"),
            "td" | "th" => matches!(top, "td" | "th" | "p"),
            "tr" => matches!(top, "td" | "th" | "tr" | "p"),
            "dd" | "dt" => matches!(top, "dd" | "dt"),
            "option" => top == "option",
            // A head that nobody closed ends where something shows.
            "body" | "h1" | "h2" | "h3" | "span" | "font" | "a" | "b" | "center" | "section" => top == "head",
            _ => false,
        };
        while self.open.last().is_some_and(|top| closes(&top.name)) {
            self.pop();
        }
    }

    fn layout_before(&mut self, name: &str, tag: &Tag, look: &style::Look) {
        if look.is_hidden || self.hidden > 0 {
            return;
        }
        match name {
            "p" => self.block(if look.is_tight { 1 } else { 2 }),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre" => self.block(2),
            "ul" | "ol" | "dl" => self.block(if self.lists > 0 { 1 } else { 2 }),
            "td" | "th" if !self.at_start && self.breaks == 0 && self.began => {
                self.space = false;
                if !self.out.ends_with([' ', '\n']) {
                    self.out.push_str("  ");
                }
            }
            "div" | "tr" | "li" | "table" | "section" | "article" | "header" | "footer" | "center" | "address" | "dt" | "dd"
            | "form" | "fieldset" | "caption" | "main" | "nav" | "aside" | "figure" | "figcaption" | "tbody" | "thead"
            | "title" => {
                self.block(1);
            }
            _ => {}
        }
        if let Some(mark) = look.mark {
            self.block(1);
            self.mark(mark);
        } else if name == "blockquote" && style::attribute(tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("cite")) {
            self.block(1);
        }
    }

    fn layout_after(&mut self, name: &LocalName) {
        if self.hidden > 0 {
            return;
        }
        match &**name {
            "p" => self.block(1),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" => self.block(2),
            "ul" | "ol" => self.block(if self.lists > 0 { 1 } else { 2 }),
            "div" | "tr" | "li" | "table" | "section" | "article" | "header" | "footer" | "center" | "address" | "dt" | "dd"
            | "blockquote" | "form" | "caption" | "figure" | "dl" => self.block(1),
            _ => {}
        }
    }

    /// Notes what the HTML says about the line that comes next.
    fn mark(&mut self, mark: Mark) {
        if self.marks.len() < 1000 {
            let line = if self.began { self.line + self.breaks } else { 0 };
            self.marks.push((line, mark));
        }
    }

    fn item(&mut self) {
        let depth = self.lists.saturating_sub(1).min(8);
        let number = self.open.iter_mut().rev().find_map(|element| element.list.as_mut()).map(|next| {
            let number = *next;
            if number > 0 {
                *next = next.saturating_add(1);
            }
            number
        });
        self.settle();
        self.out.push_str(&"  ".repeat(depth));
        match number {
            Some(number) if number > 0 => {
                let from = self.out.len();
                self.out.push_str(&number.to_string());
                self.out.push_str(". ");
                self.unseen.push((from, self.out.len()));
            }
            _ => self.out.push_str("- "),
        }
    }

    fn rule(&mut self, tag: &Tag) {
        if self.hidden > 0 {
            return;
        }
        self.block(1);
        // Hotmail, older Outlook on the web and Zimbra put such a rule above the message they answer.
        if style::attribute(tag, "id").is_some_and(|id| id.eq_ignore_ascii_case("stopSpelling") || id == "zwchr") {
            self.mark(Mark::QuoteToEnd);
        }
        self.settle();
        self.out.push_str("---");
        self.block(1);
    }

    fn picture(&mut self, tag: &Tag) {
        if self.hidden > 0 {
            return;
        }
        let source = style::attribute(tag, "src").unwrap_or_default();
        let alternative = style::attribute(tag, "alt").unwrap_or_default();
        let alternative = crate::base::one_line(&alternative, 200);
        match source.strip_prefix("cid:") {
            Some(id) => {
                let name = if alternative.is_empty() { id.split('@').next().unwrap_or_default().to_owned() } else { alternative };
                self.settle();
                let from = self.out.len();
                self.out.push_str(&format!("[image: {}]", crate::base::one_line(&name, 200)));
                self.unseen.push((from, self.out.len()));
            }
            // A button that is only a picture must not vanish together with its link.
            None if !alternative.is_empty() && self.open.last().is_some_and(|element| element.link.is_some()) => {
                self.settle();
                let from = self.out.len();
                self.out.push_str(&alternative);
                self.unseen.push((from, self.out.len()));
            }
            None => {}
        }
    }

    /// Where a link leads, unless its text says so already.
    fn link_target(&mut self, target: &str, start: usize) {
        let shown = self.out.get(start..).unwrap_or_default().trim();
        let bare = |url: &str| {
            let url = url.trim().trim_end_matches('/');
            let url = url
                .strip_prefix("mailto:")
                .or_else(|| url.strip_prefix("https://"))
                .or_else(|| url.strip_prefix("http://"))
                .unwrap_or(url);
            url.strip_prefix("tel:").unwrap_or(url).to_ascii_lowercase()
        };
        let says_more = ["http://", "https://", "mailto:", "ftp://"]
            .iter()
            .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        if shown.is_empty() || !says_more || bare(shown) == bare(target) || shown.contains(target) {
            return;
        }
        let target: String = target.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(2000).collect();
        let space = std::mem::take(&mut self.space);
        let from = self.out.len();
        self.out.push_str(" <");
        self.out.push_str(&target);
        self.out.push('>');
        self.unseen.push((from, self.out.len()));
        self.space = space;
    }

    fn finish(mut self) -> HtmlText {
        while !self.open.is_empty() {
            self.pop();
        }
        let text = self.out.trim_end().to_owned();
        let mut seen = String::with_capacity(text.len());
        let mut from = 0;
        for (start, end) in self.unseen {
            seen.push_str(text.get(from..start).unwrap_or_default());
            from = end;
        }
        seen.push_str(text.get(from..).unwrap_or_default());
        HtmlText { text, seen, marks: self.marks, has_hidden: self.has_hidden }
    }
}

/// Elements whose content is not markup: the tokenizer has to be told.
fn raw(writer: &mut Writer, tag: &Tag, kind: RawKind) -> TokenSinkResult<()> {
    // Their text is dropped with the element, except a text area's.
    if writer.open.len() < limit::HTML_DEPTH + 1 {
        let is_hidden = &*tag.name != "textarea";
        writer.hidden += usize::from(is_hidden);
        writer.open.push(Element {
            name: tag.name.clone(),
            is_hidden,
            is_concealed: false,
            is_quote: false,
            is_preformatted: false,
            is_signature: false,
            has_background: false,
            link: None,
            list: None,
        });
    }
    TokenSinkResult::RawData(kind)
}

/// Characters that take no room on the screen; newsletters hide fillers in them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0')
}

fn is_inline(name: &LocalName) -> bool {
    is_inline_name(name)
}

fn is_inline_name(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "label"
            | "s"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "tt"
            | "u"
            | "o:p"
    )
}

#[cfg(test)]
mod tests;
