//! What a change of one key replaces in the text, so that everything else keeps its bytes.

use std::ops::Range;

use toml_edit::{Item, Table, Value};

use super::structure::{element, end_of_item, holds, names, value_span};
use super::{EditError, KeyEdit, Splice, StaffFile};

impl StaffFile {
    pub(super) fn edit_of(&self, entry: &Table, edit: &KeyEdit) -> Result<Vec<Splice>, EditError> {
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
    pub(super) fn without(&self, table: &Table, key: &str, item: &Item, word: &str) -> Result<Vec<Splice>, EditError> {
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

    pub(super) fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end.saturating_add(1))
    }

    /// Behind the end of the line that a byte stands on.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.find('\n').map_or(self.text.len(), |end| at.saturating_add(end).saturating_add(1))
    }

    /// Is the line before this one blank, or is there none?
    pub(super) fn is_after_blank(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        before.is_empty() || before.lines().next_back().is_some_and(|line| line.trim().is_empty())
    }

    /// Behind comments that follow an entry line by line, unless the next section begins right below them.
    pub(super) fn behind_comments(&self, at: usize) -> usize {
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

/// The lines of a new entry: lists are gathered, the rest stands in the order given.
pub(super) fn new_keys(edits: &[KeyEdit]) -> Vec<String> {
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
pub(super) fn quoted(text: &str) -> String {
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
