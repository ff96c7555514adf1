//! Where things stand in `staff.toml`: entries, the ends of sections, and the keys that name somebody.

use std::ops::Range;

use toml_edit::{Array, Document, Item, Table, Value};

use super::super::problem::nearest;
use super::EditError;

/// The entries of the staff.
pub(super) fn entries<'a>(document: &'a Document<&str>) -> Result<impl Iterator<Item = &'a Table>, EditError> {
    match document.get("staff") {
        Some(Item::ArrayOfTables(tables)) => Ok(Some(tables).into_iter().flatten()),
        None => Ok(None.into_iter().flatten()),
        Some(_) => Err(EditError::NoSections),
    }
}

pub(super) fn find<'a>(document: &'a Document<&str>, name: &str) -> Result<&'a Table, EditError> {
    if let Some(entry) = entries(document)?.find(|entry| name_of(entry) == Some(name)) {
        return Ok(entry);
    }
    let near = nearest(name, entries(document)?.filter_map(name_of)).map(str::to_owned);
    Err(EditError::Unknown { name: name.to_owned(), near })
}

pub(super) fn name_of(entry: &Table) -> Option<&str> {
    entry.get("name").and_then(Item::as_str)
}

/// Where a table's last value ends, in itself or in the tables below it.
pub(super) fn end_of(table: &Table) -> Option<usize> {
    let values = table.iter().filter_map(|(_, item)| end_of_item(item));
    values.chain(table.span().map(|span| span.end)).max()
}

pub(super) fn end_of_item(item: &Item) -> Option<usize> {
    match item {
        Item::Table(table) => end_of(table),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(end_of).max(),
        other => other.span().map(|span| span.end),
    }
}

/// Every key that names somebody, with the section it stands in.
pub(super) fn naming<'a>(document: &'a Document<&str>, name: &str) -> Vec<(&'static str, &'a Table, &'static str, &'a Item)> {
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
pub(super) fn holds(item: &Item, word: &str) -> bool {
    match item.as_array() {
        Some(array) => array.iter().any(|one| names(one, word)),
        None => item.as_str() == Some(word),
    }
}

/// Where a list holds this.
pub(super) fn element(item: &Item, word: &str) -> Option<Range<usize>> {
    match item.as_array() {
        Some(array) => Array::iter(array).find(|one| names(one, word)).and_then(Value::span),
        None => item.as_str().filter(|one| *one == word).and_then(|_| item.span()),
    }
}

/// Is it this word, or a table with this name?
pub(super) fn names(value: &Value, word: &str) -> bool {
    let named = value.as_inline_table().and_then(|table| table.get("name")).and_then(Value::as_str);
    value.as_str().or(named) == Some(word)
}

pub(super) fn value_span(item: &Item, key: &str) -> Result<Range<usize>, EditError> {
    match item {
        Item::Value(value) => value.span().ok_or_else(|| EditError::Form(key.to_owned())),
        _ => Err(EditError::Form(key.to_owned())),
    }
}
