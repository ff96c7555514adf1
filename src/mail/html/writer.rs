//! Writes the text while the tags go by: what is open, where lines end, what is quoted.

use std::collections::BTreeSet;

use html5ever::LocalName;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TokenSinkResult};

use crate::base::{limit, one_line};

use super::sheet::{SHEET_BYTES, Sheet};
use super::{HtmlText, Mark, Pictures, style};

/// Blanks in a row that a text may have by `&nbsp;`; more are filling.
const BLANKS: usize = 16;

/// An element that is open.
struct Element {
    name: LocalName,
    /// Of a table's row, the line on which it begins.
    row: usize,
    is_hidden: bool,
    is_concealed: bool,
    is_quote: bool,
    is_preformatted: bool,
    is_marker: bool,
    is_signature: bool,
    has_background: bool,
    /// Target of a link, and where its text begins.
    link: Option<(String, usize)>,
    /// Number of the next item of an ordered list; 0 for other lists.
    list: Option<u32>,
}

#[derive(Default)]
pub(super) struct Writer<'a> {
    out: String,
    pictures: Option<&'a Pictures>,
    shown: BTreeSet<String>,
    sheet: Sheet,
    sheet_text: String,
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
    /// Open elements that hold a bullet or a number.
    markers: usize,
    lists: usize,
    /// Quote marks at the beginning of the current line.
    line_quotes: usize,
    has_hidden: bool,
    /// Nothing stands on the current line yet.
    at_start: bool,
    began: bool,
    space: bool,
    /// A bullet or a cell has begun and nothing stands in it yet: what comes first needs no line of its own.
    is_fresh: bool,
    /// A line end right after `<pre>` is none.
    is_first_in_pre: bool,
    /// Line ends that are due before the next character.
    breaks: usize,
    /// Quote marks of the empty lines among them: those of the outer of the two blocks.
    break_quotes: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(pictures: &'a Pictures) -> Self {
        Self { pictures: Some(pictures), ..Self::default() }
    }

    pub(super) fn characters(&mut self, text: &str) {
        if self.hidden > 0 {
            if self.open.last().is_some_and(|element| &*element.name == "style") {
                let room = SHEET_BYTES.saturating_sub(self.sheet_text.len());
                self.sheet_text.extend(text.chars().take(room));
            }
            self.has_hidden |= self.concealed > 0 && text.chars().any(|c| !c.is_whitespace() && !is_invisible(c));
            return;
        }
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            // Nearly all that is written are words of ASCII: they are taken whole.
            let word = if self.markers == 0 { rest.bytes().take_while(u8::is_ascii_graphic).count() } else { 0 };
            if let Some((word, after)) = rest.split_at_checked(word).filter(|(word, _)| !word.is_empty()) {
                self.settle();
                self.is_first_in_pre = false;
                self.out.push_str(word);
                rest = after;
                continue;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            match c {
                '\n' if std::mem::take(&mut self.is_first_in_pre) => {}
                '\n' if self.preformatted > 0 => self.line_break(),
                '\r' => {}
                ' ' | '\t' | '\n' | '\x0c' if self.preformatted == 0 => self.space = true,
                // Word writes its bullets and numbers as text, in a font that has pictures for letters, and pads them.
                c if self.markers > 0 => self.marker(c),
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => self.blank(),
                c if is_invisible(c) => {}
                // Joiners matter between letters of some scripts and in pictures of people; elsewhere they are filling.
                '\u{200c}'..='\u{200f}' if !self.out.ends_with(|c: char| !c.is_ascii() && !c.is_whitespace()) => {}
                c => self.visible(c),
            }
        }
    }

    fn visible(&mut self, c: char) {
        self.settle();
        self.is_first_in_pre = false;
        self.out.push(c);
    }

    /// A character of a bullet or number that Word wrote.
    fn marker(&mut self, c: char) {
        match c {
            c if c.is_whitespace() => self.space = true,
            '·' | '•' | '§' | 'Ø' | 'o' | '\u{f000}'..='\u{f0ff}'
                if self.space || self.out.ends_with('\n') || self.breaks > 0 || self.at_start || !self.began =>
            {
                self.visible('-');
            }
            c => self.visible(c),
        }
    }

    /// A blank that does not fold.
    fn blank(&mut self) {
        let filling = self.out.bytes().rev().take(BLANKS).take_while(|b| *b == b' ').count();
        if filling < BLANKS || self.breaks > 0 {
            self.visible(' ');
        }
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
            self.line_quotes = self.quotes;
        }
        if std::mem::take(&mut self.space) && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
        self.is_fresh = false;
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
        if self.is_fresh {
            return;
        }
        self.break_quotes = if self.breaks == 0 { self.quotes } else { self.break_quotes.min(self.quotes) };
        if self.began && !(self.at_start && lines == 1) {
            self.breaks = self.breaks.max(if self.at_start { lines - 1 } else { lines });
        }
        self.space = false;
    }

    /// A line end that is written even when the line is empty.
    fn line_break(&mut self) {
        self.is_fresh = false;
        self.break_quotes = if self.breaks == 0 { self.quotes } else { self.break_quotes.min(self.quotes) };
        if self.breaks > 0 || self.at_start {
            // `<div><br></div>` is one empty line.
            self.breaks = (self.breaks + 1).min(3);
        } else if self.began {
            self.breaks = 1;
        }
        self.space = false;
    }

    pub(super) fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
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
        let look = style::look(tag, &self.sheet);
        self.layout_before(name, tag, &look);
        self.push(tag, &look);
        if name == "li" && self.hidden == 0 {
            if let Some((value, next)) =
                number_of(tag, "value").zip(self.open.iter_mut().rev().find_map(|element| element.list.as_mut()))
                && *next > 0
            {
                *next = value;
            }
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
            "ol" => Some(number_of(tag, "start").unwrap_or(1)),
            "ul" | "menu" | "dir" => Some(0),
            _ => None,
        };
        let link =
            (name == "a").then(|| style::attribute(tag, "href")).flatten().map(|href| (href.trim().to_owned(), self.out.len()));
        self.hidden += usize::from(is_hidden);
        self.concealed += usize::from(look.is_hidden);
        self.quotes += usize::from(is_quote);
        self.preformatted += usize::from(is_preformatted);
        self.markers += usize::from(look.is_marker);
        self.lists += usize::from(list.is_some());
        self.is_first_in_pre = name == "pre";
        self.open.push(Element {
            name: tag.name.clone(),
            row: self.line + self.breaks,
            is_hidden,
            is_concealed: look.is_hidden,
            is_quote,
            is_preformatted,
            is_marker: look.is_marker,
            is_signature: look.mark == Some(Mark::SignatureStart),
            has_background: look.has_background,
            link,
            list,
        });
    }

    pub(super) fn end(&mut self, name: &LocalName) {
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
        if &*element.name == "style" {
            self.sheet.read(&std::mem::take(&mut self.sheet_text));
        }
        if matches!(&*element.name, "li" | "td" | "th" | "table") {
            self.is_fresh = false;
        }
        if let Some((target, start)) = element.link
            && self.hidden == 0
        {
            self.link_target(&target, start);
        }
        self.hidden -= usize::from(element.is_hidden);
        self.concealed -= usize::from(element.is_concealed);
        self.quotes -= usize::from(element.is_quote);
        self.preformatted -= usize::from(element.is_preformatted);
        self.markers -= usize::from(element.is_marker);
        self.space |= element.is_marker;
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
        // An inner list, a quote or what a mail program marked begins on a line of its own in any case.
        if matches!(name, "li" | "blockquote") || look.mark.is_some() {
            self.is_fresh = false;
        }
        match name {
            "p" => self.block(if look.is_tight { 1 } else { 2 }),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre" => self.block(2),
            "ul" | "ol" | "dl" => self.block(if self.lists > 0 { 1 } else { 2 }),
            "td" | "th" => self.cell(),
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

    /// Cells of a row stand side by side as long as each is one line; a cell of several lines begins a line of its own.
    fn cell(&mut self) {
        let row = self.open.iter().rev().find(|element| &*element.name == "tr").map(|element| element.row);
        let is_one_line = row == Some(self.line);
        if self.began && !self.at_start && (self.breaks == 0 || is_one_line && self.line_quotes == self.quotes) {
            self.breaks = 0;
            self.space = false;
            if !self.out.ends_with([' ', '\n']) {
                self.out.push_str("  ");
            }
        }
        self.is_fresh = true;
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
        self.is_fresh = true;
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
        let alternative = one_line(&style::attribute(tag, "alt").unwrap_or_default(), 200);
        let id = source.strip_prefix("cid:").unwrap_or(&source).trim().to_ascii_lowercase();
        let known = self.pictures.and_then(|pictures| pictures.get(&id));
        let text = match (known, source.strip_prefix("cid:")) {
            (Some(name), _) => {
                self.shown.insert(id);
                format!("[image: {}]", one_line(name, 200))
            }
            (None, Some(_)) if !alternative.is_empty() => format!("[image: {alternative}]"),
            (None, Some(id)) => format!("[image: {}]", one_line(id.split('@').next().unwrap_or_default(), 200)),
            // A button that is only a picture must not vanish together with its link.
            (None, None) if !alternative.is_empty() && self.open.last().is_some_and(|element| element.link.is_some()) => {
                alternative
            }
            (None, None) => return,
        };
        self.settle();
        let from = self.out.len();
        self.out.push_str(&text);
        self.unseen.push((from, self.out.len()));
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
        // The address of a person is read like any other, without its scheme and what a program would fill in.
        let target = match target.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
            Some(_) => target.get(7..).unwrap_or_default().split('?').next().unwrap_or_default(),
            None => target,
        };
        let target: String = target.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(2000).collect();
        let space = std::mem::take(&mut self.space);
        let from = self.out.len();
        self.out.push_str(" <");
        self.out.push_str(&target);
        self.out.push('>');
        self.unseen.push((from, self.out.len()));
        self.space = space;
    }

    pub(super) fn finish(mut self) -> HtmlText {
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
        HtmlText { text, seen, marks: self.marks, has_hidden: self.has_hidden, pictures: self.shown }
    }
}

/// A number in an attribute of a list, from 1 on.
fn number_of(tag: &Tag, name: &str) -> Option<u32> {
    style::attribute(tag, name)?.trim().parse().ok().filter(|number| *number > 0)
}

/// Elements whose content is not markup: the tokenizer has to be told.
fn raw(writer: &mut Writer<'_>, tag: &Tag, kind: RawKind) -> TokenSinkResult<()> {
    // Their text is dropped with the element, except a text area's.
    if writer.open.len() < limit::HTML_DEPTH + 1 {
        let is_hidden = &*tag.name != "textarea";
        writer.hidden += usize::from(is_hidden);
        writer.open.push(Element {
            name: tag.name.clone(),
            row: 0,
            is_hidden,
            is_concealed: false,
            is_quote: false,
            is_preformatted: false,
            is_marker: false,
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
