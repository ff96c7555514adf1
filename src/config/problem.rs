//! A mistake in the configuration: where it stands, what it is, what to do about it.
//!
//! Everything that reads the configuration puts what it finds into [`Findings`] and goes on, so that one look shows every
//! mistake. A problem prints as `file:line:column: message`, the line with a caret under the place, and the remedy. Lines that
//! may hold a password are never shown.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

/// Characters of a source line that are shown; longer lines are cut around the place.
const SHOWN_CHARS: usize = 120;

/// One mistake, or something that is probably one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Whether the settings are refused because of it.
    pub severity: Severity,
}

/// Whether the settings are refused because of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// They are.
    Error,
    /// They count; somebody should look all the same.
    Warning,
}

/// A place in the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the configuration's directory.
    pub file: String,
    /// Where in it; none where it is about the file itself.
    pub position: Option<Position>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The line itself; none where it may hold a secret.
    pub source: Option<String>,
    /// How many characters of it are meant, at least 1.
    pub width: usize,
}

impl Place {
    /// A whole file.
    pub(super) fn file(name: impl Into<String>) -> Self {
        Self { file: name.into(), position: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match &self.position {
            Some(position) => write!(f, ":{}:{}", position.line, position.column),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        if self.severity == Severity::Warning {
            f.write_str("warning: ")?;
        }
        f.write_str(&self.message)?;
        if let Some((position, source)) = self.place.position.as_ref().and_then(|at| Some((at, at.source.as_ref()?))) {
            write_source(f, source, position)?;
        }
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

/// The line and the caret under it; a long line is cut so that the place can be seen.
fn write_source(f: &mut fmt::Formatter<'_>, source: &str, position: &Position) -> fmt::Result {
    let column = position.column.saturating_sub(1);
    let skipped = if column > SHOWN_CHARS * 2 / 3 { column - SHOWN_CHARS / 3 } else { 0 };
    let shown: String = source.chars().skip(skipped).take(SHOWN_CHARS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let before = if skipped > 0 { "…" } else { "" };
    let after = if source.chars().count() > skipped + SHOWN_CHARS { "…" } else { "" };
    let indent = column - skipped + before.chars().count();
    let width = position.width.clamp(1, SHOWN_CHARS);
    write!(f, "\n    {before}{}{after}\n    {:indent$}{}", shown.trim_end(), "", "^".repeat(width))
}

/// A file's text and where its lines begin.
#[derive(Debug)]
pub(super) struct SourceText {
    /// Its name, relative to the configuration's directory.
    pub(super) name: String,
    /// What it says.
    pub(super) text: String,
    /// Byte positions at which lines begin.
    starts: Vec<usize>,
    /// Lines whose syntax is wrong. What they say is not examined any further.
    broken: BTreeSet<usize>,
}

impl SourceText {
    pub(super) fn new(name: impl Into<String>, text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, starts, broken: BTreeSet::new() }
    }

    /// Notes that the syntax of this line is wrong; `false` if that was known.
    pub(super) fn note_broken(&mut self, line: usize) -> bool {
        self.broken.insert(line)
    }

    /// Could all of it be understood?
    pub(super) fn is_whole(&self) -> bool {
        self.broken.is_empty()
    }

    /// Is the syntax of this line wrong?
    pub(super) fn is_broken(&self, line: usize) -> bool {
        self.broken.contains(&line)
    }

    /// The line with this byte, from 1.
    pub(super) fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).max(1)
    }

    fn line(&self, number: usize) -> &str {
        let start = self.starts.get(number.saturating_sub(1)).copied().unwrap_or_default();
        let end = self.starts.get(number).map_or(self.text.len(), |next| next - 1);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The place of a stretch of bytes.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        let number = self.line_of(span.start.min(self.text.len()));
        let start = self.starts.get(number - 1).copied().unwrap_or_default();
        let line = self.line(number);
        let end = span.end.min(start + line.len()).max(span.start);
        let chars = |from: usize, until: usize| self.text.get(from..until).map_or(0, |text| text.chars().count());
        let source = (!self.may_hold_secret(number)).then(|| line.to_owned());
        let position =
            Position { line: number, column: chars(start, span.start) + 1, source, width: chars(span.start, end).max(1) };
        Place { file: self.name.clone(), position: Some(position) }
    }

    /// The place of a line and column, both from 1.
    pub(super) fn place_at(&self, line: usize, column: Option<usize>) -> Place {
        let source = Some(self.line(line).to_owned());
        Place { file: self.name.clone(), position: Some(Position { line, column: column.unwrap_or(1), source, width: 1 }) }
    }

    /// Does the line, or the table header it stands under, speak of a password? Then an error message must not repeat it
    /// (SECURITY.md, S01): somebody may have written the password itself there.
    fn may_hold_secret(&self, number: usize) -> bool {
        let speaks = |line: &str| line.to_ascii_lowercase().contains("password");
        let header = (1..=number).rev().map(|at| self.line(at).trim_start()).find(|line| line.starts_with('['));
        let line = self.line(number);
        speaks(line) && !is_only_password_source(line) || header.is_some_and(speaks)
    }
}

/// Is this `password = { file = "…" }` or one of its kin and nothing else? Such a line names a place, not a password.
fn is_only_password_source(line: &str) -> bool {
    let Some((key, value)) = line.split_once('=') else { return true };
    let inner = value.split('#').next().unwrap_or_default().trim();
    let inner = inner.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).map(str::trim);
    let known = |text: &str| ["file", "env", "credential"].iter().any(|word| text.split('=').next().map(str::trim) == Some(word));
    key.trim() == "password" && inner.is_some_and(|inner| known(inner) && inner.matches('=').count() == 1)
}

/// Everything that was found while reading.
#[derive(Debug, Default)]
pub(super) struct Findings {
    list: RefCell<Vec<Problem>>,
    known: RefCell<BTreeSet<(&'static str, &'static str)>>,
}

impl Findings {
    /// Adds a problem.
    pub(super) fn add(&self, problem: Problem) {
        self.list.borrow_mut().push(problem);
    }

    /// Adds something that makes the settings unusable.
    pub(super) fn error(&self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.add(Problem { place, message: message.into(), help: Some(help.into()), severity: Severity::Error });
    }

    /// Adds something that somebody should look at.
    pub(super) fn warning(&self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.add(Problem { place, message: message.into(), help: Some(help.into()), severity: Severity::Warning });
    }

    /// Notes that a section has this key, whether it stands there or not.
    pub(super) fn note_key(&self, section: &'static str, key: &'static str) {
        self.known.borrow_mut().insert((section, key));
    }

    /// Every key that was asked for, with its section; the manual has to name them all.
    #[cfg(test)]
    pub(super) fn known_keys(&self) -> BTreeSet<(&'static str, &'static str)> {
        self.known.borrow().clone()
    }

    /// Errors and warnings, each in the order of files and lines.
    pub(super) fn sorted(self) -> (Vec<Problem>, Vec<Problem>) {
        let mut list = self.list.into_inner();
        list.sort_by(|a, b| order(a).cmp(&order(b)));
        list.dedup();
        list.into_iter().partition(|problem| problem.severity == Severity::Error)
    }
}

/// The files in the order in which people read them, then lines and columns.
fn order(problem: &Problem) -> (usize, &str, usize, usize) {
    let files = ["desk.toml", "staff.toml", "routing.toml", "service.toml", "keys"];
    let rank = files.iter().position(|name| *name == problem.place.file).unwrap_or(files.len());
    let (line, column) = problem.place.position.as_ref().map_or((0, 0), |at| (at.line, at.column));
    (rank, &problem.place.file, line, column)
}

/// The candidate that somebody probably meant.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = wrong.to_lowercase();
    // A third of the letters may be wrong: `emial` is `email`, but `cat` is not `dog`.
    let allowed = (wrong.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

/// `did you mean …?`, or the list of what there is.
pub(super) fn suggest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str> + Clone, none: &str) -> String {
    match nearest(wrong, candidates.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let list: Vec<String> = candidates.take(30).map(|name| format!("`{name}`")).collect();
            if list.is_empty() { none.to_owned() } else { format!("there is {}", list.join(", ")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str, span: Range<usize>) -> String {
        let place = SourceText::new("desk.toml", text.to_owned()).place(&span);
        Problem { place, message: "wrong".to_owned(), help: Some("do".to_owned()), severity: Severity::Error }.to_string()
    }

    #[test]
    fn a_problem_shows_its_line_and_place() {
        assert_eq!(problem("a = 1\nß = x\n", 11..12), "desk.toml:2:5: wrong\n    ß = x\n        ^\n  help: do");
        assert_eq!(problem("", 0..0), "desk.toml:1:1: wrong\n    \n    ^\n  help: do");
    }

    #[test]
    fn the_end_of_the_text_and_long_lines_can_be_shown() {
        assert!(problem("a = 1", 5..5).starts_with("desk.toml:1:6: wrong"));
        let long = format!("a = \"{}\" x", "y".repeat(400));
        let shown = problem(&long, long.len() - 1..long.len());
        let lines: Vec<&str> = shown.lines().collect();
        let column = lines[2].chars().count();
        assert_eq!(lines[1].chars().nth(column - 1), Some('x'), "{shown}");
    }

    #[test]
    fn a_line_that_may_hold_a_password_is_not_shown() {
        for text in [
            "password = \"canary\"",
            "p = { kind = 1, password = \"canary\" }",
            "[mailbox.password]\nfile = \"canary\"",
            "password = { value = \"canary\" }",
            "password = { file = \"a\", env = \"canary\" }",
        ] {
            assert!(!problem(text, text.len() - 3..text.len()).contains("canary"), "{text}");
        }
        assert!(problem("password = { file = \"place\" }", 11..12).contains("place"));
    }

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        assert_eq!(nearest("whn", ["when", "then"]), Some("when"));
        assert_eq!(nearest("adress", ["address", "name"]), Some("address"));
        assert_eq!(nearest("Support", ["support"]), Some("support"));
        assert_eq!(nearest("printers", ["billing", "sales"]), None);
    }
}
