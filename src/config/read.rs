//! A typed reader over a TOML document that knows the place of everything and goes on after a mistake.
//!
//! `serde` stops at the first mistake and loses places inside of flattened and tagged types; an admin wants all of them at
//! once, each with its line. So each section is walked by hand: [`Table::get`] asks for a key, [`Value`] says what it holds,
//! and [`Table::finish`] calls every key that nobody asked for unknown. The keys that were asked for are the whole grammar;
//! there is no second list of them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::{Range, RangeInclusive};

use toml::de::{DeTable, DeValue};

use crate::base::{EmailAddress, Span};

use super::problem::{Findings, Place, Problem, Severity, SourceText, suggest};
use super::quantity;

/// Top-level sections and the file each belongs to, for people who put one into the wrong file.
const SECTIONS: [(&str, &str); 28] = [
    ("desk", "desk.toml"),
    ("mailbox", "desk.toml"),
    ("outgoing", "desk.toml"),
    ("threading", "desk.toml"),
    ("limits", "desk.toml"),
    ("metrics", "desk.toml"),
    ("mask", "desk.toml"),
    ("staff", "staff.toml"),
    ("team", "staff.toml"),
    ("role", "staff.toml"),
    ("department", "staff.toml"),
    ("category", "staff.toml"),
    ("rule", "routing.toml"),
    ("test", "routing.toml"),
    ("hours", "service.toml"),
    ("response", "service.toml"),
    ("ladder", "service.toml"),
    ("closing", "service.toml"),
    ("closing_of", "service.toml"),
    ("rotation", "service.toml"),
    ("digest", "service.toml"),
    ("calendar", "service.toml"),
    ("sla", "service.toml"),
    ("satisfaction", "service.toml"),
    ("quality", "service.toml"),
    ("alert", "service.toml"),
    ("contact_field", "service.toml"),
    ("password", "desk.toml"),
];

/// The file that is read and where mistakes go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    pub(super) source: &'a SourceText,
    pub(super) findings: &'a Findings,
}

impl Context<'_> {
    fn error(&self, span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        // What stands on a line with a syntax error was misread, not miswritten.
        if !self.source.is_broken(self.source.line_of(span.start)) {
            self.findings.error(self.source.place(span), message, help);
        }
    }
}

/// A table of the document.
#[derive(Debug)]
pub(super) struct Table<'a> {
    context: Context<'a>,
    /// Where problems about the table as a whole point.
    span: Range<usize>,
    /// How it is written: `[desk]`, `[[mailbox]]`, `when`.
    section: &'static str,
    entries: &'a DeTable<'a>,
    asked: RefCell<BTreeSet<&'static str>>,
}

/// A value of the document.
#[derive(Clone)]
pub(super) struct Value<'a> {
    context: Context<'a>,
    span: Range<usize>,
    /// The key it stands under.
    pub(super) key: &'a str,
    value: &'a DeValue<'a>,
}

impl fmt::Debug for Value<'_> {
    /// The place alone: the value may be a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({} at {:?})", self.key, self.span)
    }
}

/// What a whole document holds: its top-level table.
pub(super) fn document<'a>(context: Context<'a>, entries: &'a DeTable<'a>) -> Table<'a> {
    Table { context, span: 0..0, section: "", entries, asked: RefCell::default() }
}

impl<'a> Table<'a> {
    /// The value of a key, if it stands there.
    pub(super) fn get(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().insert(key);
        self.context.findings.note_key(self.section, key);
        let (name, value) = self.entries.get_key_value(key)?;
        Some(Value { context: self.context, span: value.span(), key: name.get_ref(), value: value.get_ref() })
    }

    /// The value of a key that has to stand there; `example` shows how.
    pub(super) fn need(&self, key: &'static str, example: &str) -> Option<Value<'a>> {
        let value = self.get(key);
        // A missing key of a broken file may well stand in what could not be understood.
        if value.is_none() && self.context.source.is_whole() {
            let section = match self.section {
                "" => "this file".to_owned(),
                section if section.starts_with('[') => section.to_owned(),
                section => format!("`{section}`"),
            };
            self.error(format!("{section} lacks `{key}`"), format!("add `{example}`"));
        }
        value
    }

    /// The table under a key; an empty place where it is missing.
    pub(super) fn section(&self, key: &'static str, section: &'static str) -> Option<Table<'a>> {
        self.get(key)?.table(section)
    }

    /// The tables of an array of tables.
    pub(super) fn sections(&self, key: &'static str, section: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value.value else {
            value.error(format!("there may be several of `{key}`"), format!("write `{section}`"));
            return Vec::new();
        };
        list.iter().filter_map(|one| value.item(one).table(section)).collect()
    }

    /// Keys and values in the order of the file, for tables whose keys are free.
    pub(super) fn entries(&self) -> Vec<Value<'a>> {
        let mut list: Vec<(usize, Value<'a>)> = self
            .entries
            .iter()
            .map(|(key, value)| {
                let value = Value { context: self.context, span: value.span(), key: key.get_ref(), value: value.get_ref() };
                (key.span().start, value)
            })
            .collect();
        list.sort_by_key(|(start, _)| *start);
        list.into_iter().map(|(_, value)| value).collect()
    }

    /// Does the key stand there? Does not count as asking for it.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Adds a problem at a place of this file that is kept elsewhere; without one, about the file as a whole.
    pub(super) fn error_at(&self, place: Option<Place>, message: impl Into<String>, help: Option<String>) {
        let place = place.unwrap_or_else(|| Place::file(&self.context.source.name));
        self.context.findings.add(Problem { place, message: message.into(), help, severity: Severity::Error });
    }

    /// Says that the file lacks a section.
    pub(super) fn missing(&self, section: &str, help: &str) {
        if self.context.source.is_whole() {
            let place = Place::file(&self.context.source.name);
            self.context.findings.error(place, format!("{section} is missing"), help);
        }
    }

    /// Where the table stands.
    pub(super) fn place(&self) -> Place {
        self.context.source.place(&self.span)
    }

    pub(super) fn error(&self, message: impl Into<String>, help: impl Into<String>) {
        self.context.error(&self.span, message, help);
    }

    pub(super) fn warning(&self, message: impl Into<String>, help: impl Into<String>) {
        self.context.findings.warning(self.place(), message, help);
    }

    /// Calls every key unknown that nobody asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.into_inner();
        for (key, _) in self.entries.iter().filter(|(key, _)| !asked.contains(key.get_ref().as_ref())) {
            let name: &str = key.get_ref();
            let elsewhere = SECTIONS.iter().find(|(section, file)| *section == name && *file != self.context.source.name);
            let help = match elsewhere.filter(|_| self.section.is_empty()) {
                Some((section, file)) => format!("`{section}` belongs into {file}"),
                None => suggest(name, asked.iter().copied(), "nothing is known here"),
            };
            self.context.error(&key.span(), format!("unknown key `{name}`"), help);
        }
    }
}

impl<'a> Value<'a> {
    fn item(&self, one: &'a toml::Spanned<DeValue<'a>>) -> Value<'a> {
        Value { context: self.context, span: one.span(), key: self.key, value: one.get_ref() }
    }

    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        self.context.source.place(&self.span)
    }

    pub(super) fn error(&self, message: impl Into<String>, help: impl Into<String>) {
        self.context.error(&self.span, message, help);
    }

    pub(super) fn warning(&self, message: impl Into<String>, help: impl Into<String>) {
        self.context.findings.warning(self.place(), message, help);
    }

    /// Says that it is of another type than is wanted.
    fn mistyped(&self, wanted: &str, example: &str) {
        let found = match self.value {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a fraction",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.error(format!("`{}` must be {wanted}, not {found}", self.key), format!("for example `{} = {example}`", self.key));
    }

    /// The text, if it is one; says nothing otherwise.
    pub(super) fn as_text(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// Is it a list or table with nothing in it?
    pub(super) fn is_empty(&self) -> bool {
        match self.value {
            DeValue::Array(list) => list.is_empty(),
            DeValue::Table(entries) => entries.is_empty(),
            _ => false,
        }
    }

    /// Is it a table?
    pub(super) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    /// A text.
    pub(super) fn text(&self) -> Option<&'a str> {
        if self.value.as_str().is_none() {
            self.mistyped("a text", "\"…\"");
        }
        self.value.as_str()
    }

    /// A text of one line that is not empty.
    pub(super) fn line(&self, max: usize) -> Option<String> {
        let text = self.text()?.trim();
        let fault = if text.is_empty() {
            "may not be empty".to_owned()
        } else if text.chars().any(char::is_control) {
            "must be on one line, without control characters".to_owned()
        } else if text.chars().count() > max {
            format!("may have at most {max} characters")
        } else {
            return Some(text.to_owned());
        };
        self.error(format!("`{}` {fault}", self.key), "shorten or complete it");
        None
    }

    /// A text that is read further; the reader says what is wrong and what to do.
    pub(super) fn parsed<T>(&self, read: impl FnOnce(&str) -> Result<T, (String, String)>) -> Option<T> {
        match read(self.text()?) {
            Ok(value) => Some(value),
            Err((message, help)) => {
                self.error(message, help);
                None
            }
        }
    }

    /// An e-mail address.
    pub(super) fn address(&self) -> Option<EmailAddress> {
        self.parsed(|text| {
            EmailAddress::new(text).map_err(|error| {
                (
                    format!("`{text}` is no e-mail address: {error}"),
                    "write the bare address, such as \"support@example.org\"".to_owned(),
                )
            })
        })
    }

    /// A domain name, lower case.
    pub(super) fn domain(&self) -> Option<String> {
        self.parsed(|text| {
            let text = text.trim();
            match EmailAddress::new(&format!("x@{text}")) {
                Ok(address) => Ok(address.domain().to_ascii_lowercase()),
                Err(_) => Err((
                    format!("`{text}` is no domain name"),
                    "write what stands after the `@`, such as \"example.org\"".to_owned(),
                )),
            }
        })
    }

    /// A whole number within bounds.
    pub(super) fn number(&self, bounds: RangeInclusive<u64>) -> Option<u64> {
        let DeValue::Integer(integer) = self.value else {
            self.mistyped("a whole number", &bounds.start().to_string());
            return None;
        };
        match u64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) if bounds.contains(&number) => Some(number),
            _ => {
                let (low, high) = (bounds.start(), bounds.end());
                self.error(
                    format!("`{}` is {integer}, which is out of bounds", self.key),
                    format!("it must be from {low} to {high}"),
                );
                None
            }
        }
    }

    /// A factor such as `1.5`, in percent.
    pub(super) fn times(&self, bounds: RangeInclusive<u32>) -> Option<u32> {
        let text = match self.value {
            DeValue::Integer(integer) => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => {
                self.mistyped("a number such as 1.5", "1.5");
                return None;
            }
        };
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        // Two places are percent; more of them say nothing.
        let hundredths: String = part.chars().chain("00".chars()).take(2).collect();
        let percent = whole.parse::<u32>().ok().zip(hundredths.parse::<u32>().ok());
        let percent = percent.map(|(whole, hundredths)| whole.saturating_mul(100).saturating_add(hundredths));
        let found = percent.filter(|percent| bounds.contains(percent));
        if found.is_none() {
            let (low, high) = (bounds.start(), bounds.end() / 100);
            let message = format!("`{}` is {text}, which is out of bounds", self.key);
            self.error(message, format!("it must be from {}.{:02} to {high}", low / 100, low % 100));
        }
        found
    }

    /// The same for what counts in 32 bits.
    pub(super) fn count(&self, bounds: RangeInclusive<u32>) -> Option<u32> {
        let number = self.number(u64::from(*bounds.start())..=u64::from(*bounds.end()))?;
        u32::try_from(number).ok()
    }

    /// A size in bytes: a number, or a text such as `5MB`.
    pub(super) fn size(&self) -> Option<u64> {
        match self.value {
            DeValue::Integer(_) => self.number(0..=u64::from(u32::MAX)),
            DeValue::String(text) => match quantity::size(text) {
                Some(bytes) => Some(bytes),
                None => {
                    self.error(format!("`{text}` is no size"), "write bytes, or a number with KB, MB or GB: \"5MB\"");
                    None
                }
            },
            _ => {
                self.mistyped("a size", "\"5MB\"");
                None
            }
        }
    }

    /// True or false.
    pub(super) fn flag(&self) -> Option<bool> {
        if self.value.as_bool().is_none() {
            self.mistyped("true or false", "true");
        }
        self.value.as_bool()
    }

    /// A length of time within bounds.
    pub(super) fn span_of_time(&self, bounds: RangeInclusive<Span>) -> Option<Span> {
        let Some(text) = self.as_text() else {
            self.mistyped("a length of time", "\"4h\"");
            return None;
        };
        let Some(span) = quantity::span(text) else {
            self.error(format!("`{text}` is no length of time"), "write it as \"30m\", \"4h\", \"2d\" or \"1d 4h\"");
            return None;
        };
        if bounds.contains(&span) {
            return Some(span);
        }
        let (low, high) = (bounds.start(), bounds.end());
        self.error(format!("`{}` is {span}, which is out of bounds", self.key), format!("it must be from {low} to {high}"));
        None
    }

    /// A date or a point in time, as it was written: `2026-12-24`, bare or in quotes.
    pub(super) fn date_text(&self) -> Option<String> {
        match self.value {
            DeValue::Datetime(time) => Some(time.to_string()),
            DeValue::String(text) => Some(text.trim().to_owned()),
            _ => {
                self.mistyped("a date", "2026-12-24");
                None
            }
        }
    }

    /// One of several words.
    pub(super) fn choice<T: Clone>(&self, options: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = options.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let list = suggest_one_of(text, options.iter().map(|(word, _)| *word));
            self.error(format!("`{}` may not be `{text}`", self.key), list);
        }
        found.map(|(_, value)| value.clone())
    }

    /// The list, if it is one; says nothing otherwise.
    pub(super) fn as_list(&self) -> Option<Vec<Value<'a>>> {
        let DeValue::Array(list) = self.value else { return None };
        Some(list.iter().map(|one| self.item(one)).collect())
    }

    /// A list.
    pub(super) fn list(&self) -> Option<Vec<Value<'a>>> {
        let list = self.as_list();
        if list.is_none() {
            self.mistyped("a list", "[…]");
        }
        list
    }

    /// A value, or a list of such values.
    pub(super) fn one_or_more(&self) -> Vec<Value<'a>> {
        self.as_list().unwrap_or_else(|| vec![self.clone()])
    }

    /// A table.
    pub(super) fn table(&self, section: &'static str) -> Option<Table<'a>> {
        let DeValue::Table(entries) = self.value else {
            self.mistyped("a table", "{ … }");
            return None;
        };
        Some(Table { context: self.context, span: self.span.clone(), section, entries, asked: RefCell::default() })
    }
}

fn suggest_one_of<'a>(wrong: &str, words: impl Iterator<Item = &'a str> + Clone) -> String {
    match super::problem::nearest(wrong, words.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it is one of {}", words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    }
}

/// The names that one sort of section declares: the teams, the staff.
#[derive(Debug)]
pub(super) struct Declared<N> {
    /// What it is in a sentence: `team`.
    what: &'static str,
    names: BTreeMap<String, N>,
    /// Whether the file that declares them could be read. If not, no name can be called unknown.
    is_complete: bool,
}

/// A section with a name, and its name where that is one and stands for it alone.
#[derive(Debug)]
pub(super) struct Named<'a, N> {
    pub(super) name: Option<N>,
    pub(super) table: Table<'a>,
}

impl<N: Clone + fmt::Display> Declared<N> {
    /// Takes the names of all sections of a kind and says which stand twice.
    pub(super) fn read<'a>(
        document: &Table<'a>,
        (key, section): (&'static str, &'static str),
        is_complete: bool,
        check: impl Fn(&Value<'a>) -> Option<N>,
    ) -> (Self, Vec<Named<'a, N>>) {
        let mut names = BTreeMap::new();
        let mut places: BTreeMap<String, Place> = BTreeMap::new();
        let mut list = Vec::new();
        for table in document.sections(key, section) {
            let value = table.need("name", &format!("name = \"{key}1\""));
            let mut name = value.as_ref().and_then(&check);
            if let (Some(found), Some(value)) = (name.clone(), &value) {
                // Commands and replies write names in any case, so that two that differ in case alone cannot be told apart.
                match places.entry(found.to_string().to_lowercase()) {
                    std::collections::btree_map::Entry::Occupied(first) => {
                        value.error(
                            format!("{key} `{found}` stands here twice, first at {}", first.get()),
                            "rename or remove one of them",
                        );
                        name = None;
                    }
                    std::collections::btree_map::Entry::Vacant(free) => {
                        free.insert(value.place());
                        names.insert(found.to_string(), found);
                    }
                }
            }
            list.push(Named { name, table });
        }
        (Self { what: key, names, is_complete }, list)
    }

    /// The declared name that is written so, in whatever case.
    pub(super) fn known(&self, text: &str) -> Option<N> {
        self.names.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, name)| name.clone())
    }

    /// The declared name that a value refers to.
    pub(super) fn find(&self, value: &Value<'_>) -> Option<N> {
        let text = value.text()?;
        let found = self.names.get(text);
        if found.is_none() && self.is_complete {
            let none = format!("no {} is declared yet; add `[[{}]]`", self.what, self.what);
            value.error(
                format!("there is no {} `{text}`", self.what),
                suggest(text, self.names.keys().map(String::as_str), &none),
            );
        }
        found.cloned()
    }

    /// The same for one name or a list of them, each once.
    pub(super) fn find_all(&self, value: Option<&Value<'_>>) -> Vec<N>
    where
        N: PartialEq,
    {
        let mut list: Vec<N> = Vec::new();
        for one in value.map(Value::one_or_more).unwrap_or_default() {
            if let Some(name) = self.find(&one)
                && !list.contains(&name)
            {
                list.push(name);
            }
        }
        list
    }
}

/// A checked name, for [`Declared::read`].
pub(super) fn name<'a, N, E: fmt::Display>(new: impl Fn(String) -> Result<N, E>, help: &str) -> impl Fn(&Value<'a>) -> Option<N> {
    move |value| {
        value.parsed(|text| new(text.to_owned()).map_err(|error| (format!("`{text}` is no name: {error}"), help.to_owned())))
    }
}
