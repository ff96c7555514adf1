//! Editing `staff.toml` for an admin: one entry changes, and every byte outside of it stays as it is.
//!
//! `toml_edit` reads the file and says where everything stands; what is to be different is put in as text at those places. To
//! write the whole document anew would be shorter, and would change line ends and spaces that are somebody's own.
//!
//! Whether the result makes sense is not asked here but by `check_staff`, which loads the whole configuration with it.

mod place;
mod splices;
mod structure;
#[cfg(test)]
mod tests;

use std::ops::Range;

use toml_edit::{Document, Item};

pub use place::put_in_place;

use splices::{new_keys, quoted};
use structure::{end_of, entries, find, name_of, naming};

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
}
