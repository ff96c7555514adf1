//! Compiled templates.

use std::collections::BTreeMap;

use crate::domain::LetterKind;

use super::Model;

/// All templates, compiled.
#[derive(Debug)]
pub struct Templates {}

/// A template that does not compile or does not render.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// `de/reply.txt`
    pub file: String,
    /// Line, from 1, where known.
    pub line: Option<usize>,
    /// Column, from 1, where known.
    pub column: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

/// A rendered letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// On one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same as HTML.
    pub html: Option<String>,
}

impl Templates {
    /// The built-in templates with an admin's own in place of some, by `language/file`.
    ///
    /// # Errors
    /// Every template that does not compile, or fails on the samples.
    pub fn load(_own: &BTreeMap<String, String>) -> Result<Self, Vec<TemplateProblem>> {
        Ok(Self {})
    }

    /// Renders a letter in a language, or in English where there is none.
    pub fn render(&self, _kind: LetterKind, _language: &str, _model: &Model) -> Rendered {
        Rendered { subject: String::new(), text: String::new(), html: None }
    }
}
