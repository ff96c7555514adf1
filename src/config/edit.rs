//! Editing `staff.toml` for an admin: one entry changes, and every byte outside of it stays as it is.
//!
//! `toml_edit` reads the file and says where everything stands; what is to be different is put in as text at those places. To
//! write the whole document anew would be shorter, and would change line ends and spaces that are somebody's own.
//!
//! Whether the result makes sense is not asked here but by `check_staff`, which loads the whole configuration with it.

mod place;
#[cfg(test)]
mod tests;

use std::ops::Range;

use toml_edit::{Array, Document, Item, Table, Value};

pub use place::put_in_place;

use super::problem::nearest;

/// Why an edit cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// The file is no TOML.
    #[error("staff.toml cannot be edited before it is correct: {0}")]
    Broken(String),
    /// The staff is written as one value.
    #[error("the staff is not written as sections `[[staff]]`; edit staff.toml by hand")]
    NoSections,
    /// Nobody of this name stands there.
    #[error("nobody in staff.toml is called `{name}`{}", did_you_mean(.near.as_deref()))]
    Unknown {
        /// The name.
        name: String,
        /// One that does.
        near: Option<String>,
    },
    /// Somebody of this name stands there.
    #[error("there is a `{0}` in staff.toml already; `maildesk staff edit {0}` changes the entry")]
    Exists(String),
    /// A key is written in a way that cannot be changed piece by piece.
    #[error("`{0}` is written in a way that cannot be edited from here; edit staff.toml by hand")]
    Form(String),
    /// Somebody else has changed the file meanwhile.
    #[error("staff.toml has changed meanwhile; nothing was written, try again")]
    Changed,
    /// Somebody else is writing it.
    #[error("another edit is under way; if there is none, remove {0}")]
    UnderWay(std::path::PathBuf),
    /// The file cannot be read or written.
    #[error("cannot {operation} {path}")]
    File {
        /// What was tried.
        operation: &'static str,
        /// With which file.
        path: std::path::PathBuf,
        /// Why it failed.
        #[source]
        source: std::io::Error,
    },
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}

/// A change of one key of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyEdit {
    /// The key has this value.
    Set(&'static str, Scalar),
    /// The key is not there.
    Unset(&'static str),
    /// A list holds this, with a level where one is given.
    Add(&'static str, String, Option<u32>),
    /// A list does not hold this.
    Take(&'static str, String),
    /// A table under the key has this; none: has it no more.
    SetIn(&'static str, String, Option<String>),
}

/// A single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// A text.
    Text(String),
    /// A number.
    Number(u32),
    /// Yes or no.
    Flag(bool),
}

impl Scalar {
    fn written(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// A place of `staff.toml` that names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The line, from 1.
    pub line: usize,
    /// What it says: `team support: lead`.
    pub what: String,
}

/// `staff.toml` under the pen.
#[derive(Clone, Debug)]
pub struct StaffFile {
    /// A byte order mark, where the file begins with one.
    mark: &'static str,
    text: String,
}

/// Some editors of Windows put it there.
const MARK: &str = "\u{feff}";

/// A stretch of the text and what stands there instead.
type Splice = (Range<usize>, String);

impl StaffFile {
    /// Takes a text.
    ///
    /// # Errors
    /// [`EditError::Broken`] where it is no TOML.
    pub fn read(text: &str) -> Result<Self, EditError> {
        let (mark, text) = text.strip_prefix(MARK).map_or(("", text), |rest| (MARK, rest));
        let file = Self { mark, text: text.to_owned() };
        file.document()?;
        Ok(file)
    }

    /// The text as it is now.
    pub fn text(&self) -> String {
        format!("{}{}", self.mark, self.text)
    }

    /// Adds somebody behind the last entry.
    ///
    /// # Errors
    /// [`EditError`] where the name is taken, or the staff is not written as sections.
    pub fn add(&mut self, name: &str, edits: &[KeyEdit]) -> Result<(), EditError> {
        let document = self.document()?;
        if entries(&document)?.any(|entry| name_of(entry) == Some(name)) {
            return Err(EditError::Exists(name.to_owned()));
        }
        let last = entries(&document)?.filter_map(end_of).max();
        let newline = self.newline();
        let at = last.map_or(self.text.len(), |end| self.behind_comments(self.line_end(end)));
        let before = self.text.get(..at).unwrap_or_default();
        let mut written = String::new();
        if !before.is_empty() && !before.ends_with('\n') {
            written.push_str(newline);
        }
        if !before.trim().is_empty() && !self.is_after_blank(at) {
            written.push_str(newline);
        }
        written.push_str(&format!("[[staff]]{newline}name = {}{newline}", quoted(name)));
        for line in new_keys(edits) {
            written.push_str(&line);
            written.push_str(newline);
        }
        let after = self.text.get(at..).unwrap_or_default();
        if after.lines().next().is_some_and(|line| !line.trim().is_empty()) {
            written.push_str(newline);
        }
        self.splice(vec![(at..at, written)])
    }

    /// Changes keys of somebody's entry.
    ///
    /// # Errors
    /// [`EditError`] where nobody has this name, or a key is written in a way that cannot be changed piece by piece.
    pub fn change(&mut self, name: &str, edits: &[KeyEdit]) -> Result<(), EditError> {
        // One after the other: each looks at the text as the one before has left it.
        for edit in edits {
            let document = self.document()?;
            let entry = find(&document, name)?;
            let splices = self.edit_of(entry, edit)?;
            self.splice(splices)?;
        }
        Ok(())
    }

    /// Removes somebody's entry, from its header to its last key.
    ///
    /// # Errors
    /// [`EditError`] where nobody has this name.
    pub fn remove(&mut self, name: &str) -> Result<(), EditError> {
        let document = self.document()?;
        let entry = find(&document, name)?;
        let (Some(start), Some(end)) = (entry.span().map(|span| span.start), end_of(entry)) else {
            return Err(EditError::Form("staff".to_owned()));
        };
        let start = self.line_start(start);
        let mut end = self.line_end(end);
        // A blank line below goes with it where one stands above: the others were there for the eye.
        let is_blank_below =
            self.text.get(end..self.line_end(end)).is_some_and(|line| !line.is_empty() && line.trim().is_empty());
        if self.is_after_blank(start) && is_blank_below {
            end = self.line_end(end);
        }
        self.splice(vec![(start..end, String::new())])
    }

    /// Where else somebody is named: leads and members of teams, mentors and substitutes.
    ///
    /// # Errors
    /// [`EditError::Broken`] where the text is no TOML.
    pub fn references(&self, name: &str) -> Result<Vec<Reference>, EditError> {
        let document = self.document()?;
        let mut found: Vec<Reference> = Vec::new();
        for (section, entry, key, value) in naming(&document, name) {
            let at = value.span().map_or(0, |span| span.start);
            let line = self.text.get(..at).unwrap_or_default().matches('\n').count().saturating_add(1);
            let holder = entry.get("name").and_then(Item::as_str).unwrap_or_default();
            found.push(Reference { line, what: format!("{section} {holder}: {key}") });
        }
        found.sort_by_key(|reference| reference.line);
        Ok(found)
    }

    /// Takes those names out.
    ///
    /// # Errors
    /// [`EditError`] where the text is no TOML.
    pub fn drop_references(&mut self, name: &str) -> Result<(), EditError> {
        // Each removal moves what stands behind it, so the document is read anew; there are as many rounds as names.
        loop {
            let document = self.document()?;
            let Some((_, entry, key, value)) = naming(&document, name).into_iter().next() else { return Ok(()) };
            let splices = self.without(entry, key, value, name)?;
            self.splice(splices)?;
        }
    }

    fn document(&self) -> Result<Document<&str>, EditError> {
        Document::parse(self.text.as_str()).map_err(|error| EditError::Broken(error.to_string().trim_end().to_owned()))
    }

    fn edit_of(&self, entry: &Table, edit: &KeyEdit) -> Result<Vec<Splice>, EditError> {
        match edit {
            KeyEdit::Set(key, value) => match entry.get(key) {
                Some(item) => Ok(vec![(value_span(item, key)?, value.written())]),
                None => self.new_line(entry, &format!("{key} = {}", value.written())),
            },
            KeyEdit::Unset(key) => match entry.get(key) {
                Some(item) => self.without_line(entry, key, item),
                None => Ok(Vec::new()),
            },
            KeyEdit::Add(key, word, level) => match entry.get(key) {
                Some(item) if holds(item, word) && level.is_none() => Ok(Vec::new()),
                Some(item) => {
                    // With another level it is another element.
                    if let Some(range) = element(item, word) {
                        return Ok(vec![(range, leveled(word, *level))]);
                    }
                    self.pushed(item, key, &leveled(word, *level))
                }
                None => self.new_line(entry, &format!("{key} = [{}]", leveled(word, *level))),
            },
            KeyEdit::Take(key, word) => match entry.get(key) {
                Some(item) if holds(item, word) => self.without(entry, key, item, word),
                _ => Ok(Vec::new()),
            },
            KeyEdit::SetIn(key, name, value) => self.edit_in(entry, key, name, value.as_deref()),
        }
    }

    /// Sets a key of a table under an entry, however that table is written.
    fn edit_in(&self, entry: &Table, key: &str, name: &str, value: Option<&str>) -> Result<Vec<Splice>, EditError> {
        match (entry.get(key), value) {
            (None, None) => Ok(Vec::new()),
            (None, Some(value)) => self.new_line(entry, &format!("{key} = {{ {} = {} }}", bare(name), quoted(value))),
            (Some(Item::Value(Value::InlineTable(table))), Some(value)) if table.contains_key(name) => {
                let span = table.get(name).and_then(Value::span).ok_or_else(|| EditError::Form(key.to_owned()))?;
                Ok(vec![(span, quoted(value))])
            }
            (Some(Item::Value(Value::InlineTable(table))), _) => {
                let mut table = table.clone();
                match value {
                    Some(value) => drop(table.insert(name, Value::from(value))),
                    None => drop(table.remove(name)),
                }
                table.decor_mut().clear();
                let span = value_span(entry.get(key).unwrap_or(&Item::None), key)?;
                Ok(vec![(span, table.to_string())])
            }
            (Some(Item::Table(table)), Some(value)) => match table.get(name) {
                Some(item) => Ok(vec![(value_span(item, name)?, quoted(value))]),
                None if table.is_dotted() => self.new_line(entry, &format!("{key}.{} = {}", bare(name), quoted(value))),
                None => self.new_line(table, &format!("{} = {}", bare(name), quoted(value))),
            },
            (Some(Item::Table(table)), None) => match table.get(name) {
                Some(item) => self.without_line(table, name, item),
                None => Ok(Vec::new()),
            },
            (Some(_), _) => Err(EditError::Form(key.to_owned())),
        }
    }

    /// A new line behind the last key that stands in the table itself.
    fn new_line(&self, table: &Table, line: &str) -> Result<Vec<Splice>, EditError> {
        let own = table.iter().filter(|(_, item)| item.as_table().is_none_or(Table::is_dotted));
        let last = own.filter_map(|(_, item)| end_of_item(item)).max().or_else(|| table.span().map(|span| span.end));
        let last = last.ok_or_else(|| EditError::Form("staff".to_owned()))?;
        let start = self.line_start(table.span().map_or(last, |span| span.start));
        let indent: String = self.text.get(start..).unwrap_or_default().chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
        let at = self.line_end(last);
        let newline = self.newline();
        let is_open = !self.text.get(..at).unwrap_or_default().ends_with('\n');
        let written = if is_open { format!("{newline}{indent}{line}") } else { format!("{indent}{line}{newline}") };
        Ok(vec![(at..at, written)])
    }

    /// The line of a key, gone.
    fn without_line(&self, table: &Table, key: &str, item: &Item) -> Result<Vec<Splice>, EditError> {
        let form = || EditError::Form(key.to_owned());
        let start = match item {
            Item::Table(inner) if !inner.is_dotted() => inner.span(),
            _ => table.get_key_value(key).and_then(|(key, _)| key.span()),
        };
        let start = self.line_start(start.ok_or_else(form)?.start);
        let end = self.line_end(end_of_item(item).ok_or_else(form)?);
        Ok(vec![(start..end, String::new())])
    }

    /// A list with one element more, at its end.
    fn pushed(&self, item: &Item, key: &str, element: &str) -> Result<Vec<Splice>, EditError> {
        let span = value_span(item, key)?;
        let Some(array) = item.as_array() else {
            // A single word may stand for a list of one.
            let single = self.text.get(span.clone()).unwrap_or_default();
            return Ok(vec![(span.clone(), format!("[{single}, {element}]"))]);
        };
        let spans: Vec<Range<usize>> = array.iter().filter_map(Value::span).collect();
        let Some(last) = spans.last() else { return Ok(vec![(span, format!("[{element}]"))]) };
        let before = spans.len().checked_sub(2).and_then(|at| spans.get(at)).map_or(span.start, |one| one.end);
        let between = self.text.get(before..last.start).unwrap_or_default();
        // Where each element has a line of its own, so has the new one.
        let written = match between.rsplit_once('\n') {
            Some((_, indent)) => format!(",{}{indent}{element}", self.newline()),
            None => format!(", {element}"),
        };
        Ok(vec![(last.end..last.end, written)])
    }

    /// A key without somebody: a list with one element less, or no key at all.
    fn without(&self, table: &Table, key: &str, item: &Item, word: &str) -> Result<Vec<Splice>, EditError> {
        let Some(array) = item.as_array() else { return self.without_line(table, key, item) };
        let span = value_span(item, key)?;
        let spans: Vec<(Range<usize>, bool)> = array.iter().filter_map(|one| Some((one.span()?, names(one, word)))).collect();
        let Some(at) = spans.iter().position(|(_, is_meant)| *is_meant) else { return Ok(Vec::new()) };
        let Some((own, _)) = spans.get(at).cloned() else { return Ok(Vec::new()) };
        if let Some(line) = self.own_line(&own, span.start) {
            return Ok(vec![(line, String::new())]);
        }
        let next = spans.get(at.saturating_add(1)).map(|(span, _)| span.start);
        let before = at.checked_sub(1).and_then(|at| spans.get(at)).map(|(span, _)| span.end);
        Ok(vec![match (next, before) {
            (Some(next), _) => (own.start..next, String::new()),
            (None, Some(before)) => (before..own.end, String::new()),
            (None, None) => (span, "[]".to_owned()),
        }])
    }

    /// The line of an element that has one for itself, with its comment.
    fn own_line(&self, element: &Range<usize>, list: usize) -> Option<Range<usize>> {
        let (start, end) = (self.line_start(element.start), self.line_end(element.end));
        let before = self.text.get(start..element.start)?;
        let after = self.text.get(element.end..end)?.trim_start().trim_start_matches(',').trim();
        let is_alone = start > list && before.trim().is_empty() && (after.is_empty() || after.starts_with('#'));
        is_alone.then_some(start..end)
    }

    fn splice(&mut self, mut splices: Vec<Splice>) -> Result<(), EditError> {
        splices.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, written) in splices {
            if self.text.get(range.clone()).is_none() {
                return Err(EditError::Form("staff".to_owned()));
            }
            self.text.replace_range(range, &written);
        }
        self.document().map(drop)
    }

    fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end.saturating_add(1))
    }

    /// Behind the end of the line that a byte stands on.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.find('\n').map_or(self.text.len(), |end| at.saturating_add(end).saturating_add(1))
    }

    /// Is the line before this one blank, or is there none?
    fn is_after_blank(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        before.is_empty() || before.lines().next_back().is_some_and(|line| line.trim().is_empty())
    }

    /// Behind comments that follow an entry line by line, unless the next section begins right below them.
    fn behind_comments(&self, at: usize) -> usize {
        let mut end = at;
        for line in self.text.get(at..).unwrap_or_default().split_inclusive('\n') {
            let trimmed = line.trim();
            if trimmed.starts_with('[') {
                return at;
            }
            if !trimmed.starts_with('#') {
                break;
            }
            end = end.saturating_add(line.len());
        }
        end
    }
}

/// The entries of the staff.
fn entries<'a>(document: &'a Document<&str>) -> Result<impl Iterator<Item = &'a Table>, EditError> {
    match document.get("staff") {
        Some(Item::ArrayOfTables(tables)) => Ok(Some(tables).into_iter().flatten()),
        None => Ok(None.into_iter().flatten()),
        Some(_) => Err(EditError::NoSections),
    }
}

fn find<'a>(document: &'a Document<&str>, name: &str) -> Result<&'a Table, EditError> {
    if let Some(entry) = entries(document)?.find(|entry| name_of(entry) == Some(name)) {
        return Ok(entry);
    }
    let near = nearest(name, entries(document)?.filter_map(name_of)).map(str::to_owned);
    Err(EditError::Unknown { name: name.to_owned(), near })
}

fn name_of(entry: &Table) -> Option<&str> {
    entry.get("name").and_then(Item::as_str)
}

/// Where a table's last value ends, in itself or in the tables below it.
fn end_of(table: &Table) -> Option<usize> {
    let values = table.iter().filter_map(|(_, item)| end_of_item(item));
    values.chain(table.span().map(|span| span.end)).max()
}

fn end_of_item(item: &Item) -> Option<usize> {
    match item {
        Item::Table(table) => end_of(table),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(end_of).max(),
        other => other.span().map(|span| span.end),
    }
}

/// Every key that names somebody, with the section it stands in.
fn naming<'a>(document: &'a Document<&str>, name: &str) -> Vec<(&'static str, &'a Table, &'static str, &'a Item)> {
    let keys: [(&'static str, &'static [&'static str]); 2] =
        [("team", &["lead", "members"]), ("staff", &["mentor", "substitute"])];
    let mut found = Vec::new();
    for (section, keys) in keys {
        for entry in document.get(section).and_then(Item::as_array_of_tables).into_iter().flatten() {
            // An entry that goes as a whole is no obstacle to its going.
            if section == "staff" && name_of(entry) == Some(name) {
                continue;
            }
            let named = keys.iter().filter_map(|key| Some((*key, entry.get(key)?)));
            found.extend(named.filter(|(_, item)| holds(item, name)).map(|(key, item)| (section, entry, key, item)));
        }
    }
    found
}

/// Does a list, or a single word that stands for one, hold this?
fn holds(item: &Item, word: &str) -> bool {
    match item.as_array() {
        Some(array) => array.iter().any(|one| names(one, word)),
        None => item.as_str() == Some(word),
    }
}

/// Where a list holds this.
fn element(item: &Item, word: &str) -> Option<Range<usize>> {
    match item.as_array() {
        Some(array) => Array::iter(array).find(|one| names(one, word)).and_then(Value::span),
        None => item.as_str().filter(|one| *one == word).and_then(|_| item.span()),
    }
}

/// Is it this word, or a table with this name?
fn names(value: &Value, word: &str) -> bool {
    let named = value.as_inline_table().and_then(|table| table.get("name")).and_then(Value::as_str);
    value.as_str().or(named) == Some(word)
}

fn value_span(item: &Item, key: &str) -> Result<Range<usize>, EditError> {
    match item {
        Item::Value(value) => value.span().ok_or_else(|| EditError::Form(key.to_owned())),
        _ => Err(EditError::Form(key.to_owned())),
    }
}

/// The lines of a new entry: lists are gathered, the rest stands in the order given.
fn new_keys(edits: &[KeyEdit]) -> Vec<String> {
    let mut keys: Vec<(&'static str, Vec<String>)> = Vec::new();
    for edit in edits {
        let (key, word) = match edit {
            KeyEdit::Set(key, value) => (*key, value.written()),
            KeyEdit::Add(key, word, level) => (*key, leveled(word, *level)),
            KeyEdit::SetIn(key, name, Some(value)) => (*key, format!("{} = {}", bare(name), quoted(value))),
            KeyEdit::Unset(_) | KeyEdit::Take(..) | KeyEdit::SetIn(_, _, None) => continue,
        };
        match keys.iter_mut().find(|(known, _)| *known == key) {
            Some((_, words)) if !matches!(edit, KeyEdit::Set(..)) => words.push(word),
            _ => keys.push((key, vec![word])),
        }
    }
    let is_list = |key: &str| edits.iter().any(|edit| matches!(edit, KeyEdit::Add(known, ..) if *known == key));
    let is_table = |key: &str| edits.iter().any(|edit| matches!(edit, KeyEdit::SetIn(known, ..) if *known == key));
    let line = |(key, words): (&'static str, Vec<String>)| match words.join(", ") {
        words if is_list(key) => format!("{key} = [{words}]"),
        words if is_table(key) => format!("{key} = {{ {words} }}"),
        words => format!("{key} = {words}"),
    };
    keys.into_iter().map(line).collect()
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A key as TOML writes it.
fn bare(key: &str) -> String {
    let is_bare = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_bare { key.to_owned() } else { quoted(key) }
}

fn leveled(word: &str, level: Option<u32>) -> String {
    match level {
        Some(level) => format!("{{ name = {}, level = {level} }}", quoted(word)),
        None => quoted(word),
    }
}
