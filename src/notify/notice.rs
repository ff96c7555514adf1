//! The words for what decisions have to say: [`Notice`]s in the reader's language.
//!
//! A decision says what happened; the words stand here alone, in every language side by side, so that none can lack one. What is
//! filled in comes from outside: it is put on one line, clipped, and never read for placeholders.

#[cfg(test)]
mod tests;
mod words;

use crate::base::{Timestamp, one_line};
use crate::domain::Notice;

use super::word::Language;
use words::words;

/// Characters of a value that a sentence shows: an SMTP server's answer fits, and the first problems of a configuration; a mail
/// does not.
const VALUE_CHARS: usize = 1000;

/// A notice as a sentence; empty where the letter itself says all there is. `time` writes a point in time as the reader's clock
/// shows it.
pub fn notice(language: &str, notice: &Notice, time: &dyn Fn(Timestamp) -> String) -> String {
    let language = Language::of(language);
    let (english, german, values) = words(language, notice, time);
    fill(if language == Language::German { german } else { english }, &values)
}

/// Does a sentence show each of its values, and nothing that is no value of it?
#[cfg(test)]
pub(super) fn shows_its_values(pattern: &str, values: &[String]) -> bool {
    let shows = |at: usize| pattern.contains(&format!("{{{at}}}"));
    (0..values.len()).all(shows) && !shows(values.len())
}

/// Puts values in place of `{0}`, `{1}` …, once: a value that looks like a placeholder stays what it is.
fn fill(pattern: &str, values: &[String]) -> String {
    let mut out = String::with_capacity(pattern.len().saturating_add(64));
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (number, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = number.parse().ok().and_then(|at: usize| values.get(at));
        out.push_str(&one_line(value.map_or("", String::as_str), VALUE_CHARS));
        rest = tail;
    }
    out.push_str(rest);
    out
}
