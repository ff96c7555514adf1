//! The lines of a text that is made from HTML: which line ends, blanks and quote marks are due before the next character.
//!
//! Nothing is written before something shows, so that neither blocks without content nor blanks at line ends leave a trace.
//! What elements there are, and what they ask for, stands in `writer`.

use super::Mark;

/// Blanks in a row that a text may have by `&nbsp;`; more are filling.
const BLANKS: usize = 16;
/// Marks that are kept of one text.
const MARKS: usize = 1000;

#[derive(Default)]
pub(super) struct Lines {
    out: String,
    /// Spans of `out` that are not seen in the HTML: link targets, names of pictures.
    unseen: Vec<(usize, usize)>,
    marks: Vec<(usize, Mark)>,
    /// The number of the current line.
    line: usize,
    /// How deep the quote is that is written.
    quotes: usize,
    /// Quote marks at the beginning of the current line.
    line_quotes: usize,
    /// Nothing stands on the current line yet.
    at_start: bool,
    began: bool,
    space: bool,
    /// A bullet or a cell has begun and nothing stands in it yet: what comes first needs no line of its own.
    is_fresh: bool,
    /// Line ends that are due before the next character.
    breaks: usize,
    /// Quote marks of the empty lines among them: those of the outer of the two blocks.
    break_quotes: usize,
}

impl Lines {
    pub(super) fn write(&mut self, text: &str) {
        self.settle();
        self.out.push_str(text);
    }

    pub(super) fn letter(&mut self, c: char) {
        self.settle();
        self.out.push(c);
    }

    /// Writes what the HTML says and does not show.
    pub(super) fn write_unseen(&mut self, text: &str) {
        self.settle();
        self.push_unseen(text);
    }

    fn push_unseen(&mut self, text: &str) {
        let from = self.out.len();
        self.out.push_str(text);
        self.unseen.push((from, self.out.len()));
    }

    /// The target of a link, right behind the link's text; a blank that is due comes behind it.
    pub(super) fn link_target(&mut self, target: &str) {
        self.push_unseen(&format!(" <{target}>"));
    }

    /// A blank is due before what follows.
    pub(super) fn space(&mut self) {
        self.space = true;
    }

    /// A blank that does not fold.
    pub(super) fn fixed_blank(&mut self) {
        let filling = self.out.bytes().rev().take(BLANKS).take_while(|b| *b == b' ').count();
        if filling < BLANKS || self.breaks > 0 {
            self.letter(' ');
        }
    }

    /// A joiner matters between letters of some scripts and in pictures of people; elsewhere it is filling.
    pub(super) fn joiner(&mut self, c: char) {
        if self.out.ends_with(|c: char| !c.is_ascii() && !c.is_whitespace()) {
            self.letter(c);
        }
    }

    /// A character of a bullet or number that Word wrote.
    pub(super) fn marker(&mut self, c: char) {
        match c {
            c if c.is_whitespace() => self.space = true,
            '·' | '•' | '§' | 'Ø' | 'o' | '\u{f000}'..='\u{f0ff}'
                if self.space || self.out.ends_with('\n') || self.breaks > 0 || self.at_start || !self.began =>
            {
                self.letter('-');
            }
            c => self.letter(c),
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
    pub(super) fn block(&mut self, lines: usize) {
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
    pub(super) fn line_break(&mut self) {
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

    /// What comes next begins a line of its own in any case, also right behind a bullet.
    pub(super) fn is_no_longer_fresh(&mut self) {
        self.is_fresh = false;
    }

    pub(super) fn quote_begins(&mut self) {
        self.quotes += 1;
    }

    pub(super) fn quote_ends(&mut self) {
        self.quotes = self.quotes.saturating_sub(1);
    }

    /// Cells of a row stand side by side as long as each is one line; a cell of several lines begins a line of its own. `row` is
    /// the line on which the row began.
    pub(super) fn cell(&mut self, row: Option<usize>) {
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

    /// The bullet or the number of an item of a list, in the inner lists moved to the right.
    pub(super) fn item(&mut self, depth: usize, number: Option<u32>) {
        self.write(&"  ".repeat(depth));
        match number {
            Some(number) => self.push_unseen(&format!("{number}. ")),
            None => self.out.push_str("- "),
        }
        self.is_fresh = true;
    }

    /// Notes what the HTML says about the line that comes next.
    pub(super) fn mark(&mut self, mark: Mark) {
        if self.marks.len() < MARKS {
            let line = if self.began { self.next_line() } else { 0 };
            self.marks.push((line, mark));
        }
    }

    /// The number of the line on which the next character would stand.
    pub(super) fn next_line(&self) -> usize {
        self.line + self.breaks
    }

    /// Where the next character would stand, were nothing due before it.
    pub(super) fn place(&self) -> usize {
        self.out.len()
    }

    /// What was written since `place`.
    pub(super) fn since(&self, place: usize) -> &str {
        self.out.get(place..).unwrap_or_default()
    }

    /// The text, the text as it is seen, and the marks.
    pub(super) fn finish(self) -> (String, String, Vec<(usize, Mark)>) {
        let mut text = self.out;
        text.truncate(text.trim_end().len());
        let mut seen = String::with_capacity(text.len());
        let mut from = 0;
        for (start, end) in self.unseen {
            seen.push_str(text.get(from..start).unwrap_or_default());
            from = end;
        }
        seen.push_str(text.get(from..).unwrap_or_default());
        (text, seen, self.marks)
    }
}
