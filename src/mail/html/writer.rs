//! Writes the text while the tags go by: what is open, what of it shows, and what each element asks of the lines.

use std::collections::BTreeSet;

use crate::base::{limit, one_line};

use super::element::{Name, Sort};
use super::lines::Lines;
use super::sheet::{SHEET_BYTES, Sheet};
use super::token::Tag;
use super::{HtmlText, Mark, Pictures, style};

/// An element that is open.
#[derive(Default)]
struct Element {
    name: Name,
    sort: Sort,
    /// The line on which it begins.
    line: usize,
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

impl Element {
    fn new(tag: &Tag<'_>, line: usize) -> Self {
        Self { name: tag.name, sort: tag.sort, line, ..Self::default() }
    }
}

#[derive(Default)]
pub(super) struct Writer<'a> {
    lines: Lines,
    pictures: Option<&'a Pictures>,
    shown: BTreeSet<String>,
    sheet: Sheet,
    sheet_text: String,
    open: Vec<Element>,
    hidden: usize,
    /// Of the hidden ones, those that a style hides.
    concealed: usize,
    preformatted: usize,
    /// Open elements that hold a bullet or a number.
    markers: usize,
    lists: usize,
    has_hidden: bool,
    /// A line end right after `<pre>` is none.
    is_first_in_pre: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(pictures: &'a Pictures) -> Self {
        Self { pictures: Some(pictures), ..Self::default() }
    }

    pub(super) fn characters(&mut self, text: &str) {
        if self.hidden > 0 {
            return self.hidden_characters(text);
        }
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            // Nearly all that is written are words of ASCII: they are taken whole.
            let word = if self.markers == 0 { rest.bytes().take_while(u8::is_ascii_graphic).count() } else { 0 };
            if let Some((word, after)) = rest.split_at_checked(word).filter(|(word, _)| !word.is_empty()) {
                self.is_first_in_pre = false;
                self.lines.write(word);
                rest = after;
                continue;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            match c {
                '\n' if std::mem::take(&mut self.is_first_in_pre) => {}
                '\n' if self.preformatted > 0 => self.lines.line_break(),
                '\r' => {}
                ' ' | '\t' | '\n' | '\x0c' if self.preformatted == 0 => self.lines.space(),
                // Word writes its bullets and numbers as text, in a font that has pictures for letters, and pads them.
                c if self.markers > 0 => self.lines.marker(c),
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => self.lines.fixed_blank(),
                c if is_invisible(c) => {}
                '\u{200c}'..='\u{200f}' => self.lines.joiner(c),
                c => {
                    self.is_first_in_pre = false;
                    self.lines.letter(c);
                }
            }
        }
    }

    fn hidden_characters(&mut self, text: &str) {
        if self.open.last().is_some_and(|element| element.sort == Sort::Style) {
            let room = SHEET_BYTES.saturating_sub(self.sheet_text.len());
            self.sheet_text.push_str(text.get(..text.floor_char_boundary(room)).unwrap_or_default());
        }
        self.has_hidden |= self.concealed > 0 && text.chars().any(|c| !c.is_whitespace() && !is_invisible(c));
    }

    pub(super) fn start(&mut self, tag: &Tag<'_>) {
        match tag.sort {
            sort if sort.is_raw() => self.open_raw(tag),
            Sort::Body => self.close_implied(tag.sort),
            Sort::Void => {}
            Sort::Break => self.lines.line_break(),
            Sort::Rule => self.rule(tag),
            Sort::Picture => self.picture(tag),
            _ => self.open(tag),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        self.close_implied(tag.sort);
        let look = style::look(tag, &self.sheet);
        self.layout_before(tag, &look);
        self.push(tag, &look);
        if tag.sort == Sort::Item && self.hidden == 0 {
            if let Some((value, next)) = number_of(tag, Name::of("value")).zip(self.number_of_list())
                && *next > 0
            {
                *next = value;
            }
            self.item();
        }
    }

    /// The number of the next item of the innermost list.
    fn number_of_list(&mut self) -> Option<&mut u32> {
        self.open.iter_mut().rev().find_map(|element| element.list.as_mut())
    }

    fn push(&mut self, tag: &Tag<'_>, look: &style::Look) {
        if self.open.len() >= limit::HTML_DEPTH {
            return;
        }
        if look.is_white && !look.has_background && !self.open.iter().any(|element| element.has_background) {
            self.has_hidden = true;
        }
        let sort = tag.sort;
        let href = if sort == Sort::Link { tag.value(Name::of("href")) } else { None };
        let element = Element {
            is_hidden: look.is_hidden || matches!(sort, Sort::Head | Sort::Unseen),
            is_concealed: look.is_hidden,
            is_quote: sort == Sort::Quote && !look.is_indent,
            is_preformatted: sort == Sort::Preformatted || look.is_preformatted,
            is_marker: look.is_marker,
            is_signature: look.mark == Some(Mark::SignatureStart),
            has_background: look.has_background,
            link: href.map(|href| (href.trim().to_owned(), self.lines.place())),
            list: match sort {
                Sort::OrderedList => Some(number_of(tag, Name::of("start")).unwrap_or(1)),
                Sort::List | Sort::Menu => Some(0),
                _ => None,
            },
            ..Element::new(tag, self.lines.next_line())
        };
        self.hidden += usize::from(element.is_hidden);
        self.concealed += usize::from(element.is_concealed);
        self.preformatted += usize::from(element.is_preformatted);
        self.markers += usize::from(element.is_marker);
        self.lists += usize::from(element.list.is_some());
        if element.is_quote {
            self.lines.quote_begins();
        }
        self.is_first_in_pre = sort == Sort::Preformatted;
        self.open.push(element);
    }

    /// Opens an element whose content is not markup. It is dropped with the element, except a text area's.
    fn open_raw(&mut self, tag: &Tag<'_>) {
        if self.open.len() < limit::HTML_DEPTH + 1 {
            let is_hidden = tag.sort != Sort::TextArea;
            self.hidden += usize::from(is_hidden);
            self.open.push(Element { is_hidden, ..Element::new(tag, 0) });
        }
    }

    pub(super) fn end(&mut self, name: Name) {
        let Some(depth) = self.open.iter().rposition(|element| element.name == name) else {
            // Browsers take these two for a line end.
            if matches!(name.sort(), Sort::Paragraph | Sort::Break) {
                self.lines.line_break();
            }
            return;
        };
        // A stray end tag must not close a whole table or quote.
        let mut inside = self.open.iter().skip(depth);
        if inside.next().is_some_and(|element| element.sort.is_inline()) && inside.any(|element| !element.sort.is_inline()) {
            return;
        }
        while self.open.len() > depth {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(element) = self.open.pop() else { return };
        if element.sort == Sort::Style {
            self.sheet.read(&std::mem::take(&mut self.sheet_text));
        }
        if matches!(element.sort, Sort::Item | Sort::Cell | Sort::Table) {
            self.lines.is_no_longer_fresh();
        }
        if let Some((target, start)) = element.link
            && self.hidden == 0
        {
            self.link_target(&target, start);
        }
        self.hidden -= usize::from(element.is_hidden);
        self.concealed -= usize::from(element.is_concealed);
        self.preformatted -= usize::from(element.is_preformatted);
        self.markers -= usize::from(element.is_marker);
        self.lists -= usize::from(element.list.is_some());
        if element.is_quote {
            self.lines.quote_ends();
        }
        if element.is_marker {
            self.lines.space();
        }
        self.layout_after(element.sort);
        if element.is_signature {
            self.lines.block(1);
            self.lines.mark(Mark::SignatureEnd);
        }
    }

    /// Closes what an element of this sort ends, because people leave out its end tag.
    fn close_implied(&mut self, sort: Sort) {
        while self.open.last().is_some_and(|top| sort.closes(top.sort)) {
            self.pop();
        }
    }

    fn layout_before(&mut self, tag: &Tag<'_>, look: &style::Look) {
        if look.is_hidden || self.hidden > 0 {
            return;
        }
        let sort = tag.sort;
        // An inner list, a quote or what a mail program marked begins on a line of its own in any case.
        if matches!(sort, Sort::Item | Sort::Quote) || look.mark.is_some() {
            self.lines.is_no_longer_fresh();
        }
        match sort {
            Sort::Paragraph => self.lines.block(if look.is_tight { 1 } else { 2 }),
            Sort::Heading | Sort::Quote | Sort::Preformatted => self.lines.block(2),
            Sort::List | Sort::OrderedList | Sort::Definitions => self.lines.block(if self.lists > 0 { 1 } else { 2 }),
            Sort::Cell => {
                let row = self.open.iter().rev().find(|element| element.sort == Sort::Row).map(|element| element.line);
                self.lines.cell(row);
            }
            Sort::Block | Sort::Section | Sort::Row | Sort::Item | Sort::Table | Sort::Definition => self.lines.block(1),
            _ => {}
        }
        if let Some(mark) = look.mark {
            self.lines.block(1);
            self.lines.mark(mark);
        } else if sort == Sort::Quote && tag.value(Name::of("type")).is_some_and(|kind| kind.eq_ignore_ascii_case("cite")) {
            self.lines.block(1);
        }
    }

    fn layout_after(&mut self, sort: Sort) {
        if self.hidden > 0 {
            return;
        }
        match sort {
            Sort::Heading | Sort::Preformatted => self.lines.block(2),
            Sort::List | Sort::OrderedList => self.lines.block(if self.lists > 0 { 1 } else { 2 }),
            Sort::Paragraph
            | Sort::Block
            | Sort::Row
            | Sort::Item
            | Sort::Table
            | Sort::Definition
            | Sort::Definitions
            | Sort::Quote => self.lines.block(1),
            _ => {}
        }
    }

    fn item(&mut self) {
        let depth = self.lists.saturating_sub(1).min(8);
        let number = self.number_of_list().filter(|next| **next > 0).map(|next| {
            let number = *next;
            *next = next.saturating_add(1);
            number
        });
        self.lines.item(depth, number);
    }

    fn rule(&mut self, tag: &Tag<'_>) {
        if self.hidden > 0 {
            return;
        }
        self.lines.block(1);
        // Hotmail, older Outlook on the web and Zimbra put such a rule above the message they answer.
        if tag.value(Name::of("id")).is_some_and(|id| id.eq_ignore_ascii_case("stopSpelling") || id == "zwchr") {
            self.lines.mark(Mark::QuoteToEnd);
        }
        self.lines.write("---");
        self.lines.block(1);
    }

    fn picture(&mut self, tag: &Tag<'_>) {
        if self.hidden > 0 {
            return;
        }
        let source = tag.value(Name::of("src")).unwrap_or_default();
        let alternative = one_line(&tag.value(Name::of("alt")).unwrap_or_default(), 200);
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
        self.lines.write_unseen(&text);
    }

    /// Where a link leads, unless its text says so already.
    fn link_target(&mut self, target: &str, start: usize) {
        let shown = self.lines.since(start).trim();
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
        self.lines.link_target(&target);
    }

    pub(super) fn finish(mut self) -> HtmlText {
        while !self.open.is_empty() {
            self.pop();
        }
        let (text, seen, marks) = self.lines.finish();
        HtmlText { text, seen, marks, has_hidden: self.has_hidden, pictures: self.shown }
    }
}

/// A number in an attribute of a list, from 1 on.
fn number_of(tag: &Tag<'_>, name: Name) -> Option<u32> {
    tag.value(name)?.trim().parse().ok().filter(|number| *number > 0)
}

/// A link's target as people write it.
fn bare(url: &str) -> String {
    let url = url.trim().trim_end_matches('/');
    let url = url
        .strip_prefix("mailto:")
        .or_else(|| url.strip_prefix("https://"))
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url);
    url.strip_prefix("tel:").unwrap_or(url).to_ascii_lowercase()
}

/// Characters that take no room on the screen; newsletters hide fillers in them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0')
}
