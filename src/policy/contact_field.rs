//! What may be written down of customers: a few things that every desk has, and fields that the admin defines.
//!
//! Values are checked when they are written, by mail and command line alike; what was written under earlier settings stays.

use jiff::civil::Date;

use crate::base::{limit, one_line};
use crate::domain::{ContactDetail, DetailForm};

/// Characters of a value: it stands in a line of a letter.
const VALUE_CHARS: usize = 200;
/// Characters of a note.
const NOTE_CHARS: usize = 500;
/// Digits of the shortest telephone number, an extension.
const PHONE_DIGITS: usize = 2;

/// A field of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactField {
    /// Its name, as it is typed.
    pub name: String,
    /// What it holds.
    pub kind: ContactFieldKind,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactFieldKind {
    /// A line of text.
    Text,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// One of these.
    Choice(Vec<String>),
}

impl ContactFieldKind {
    /// What can be written.
    fn form(&self) -> DetailForm {
        match self {
            Self::Text => DetailForm::Line(VALUE_CHARS),
            Self::Number => DetailForm::Number,
            Self::Date => DetailForm::Date,
            Self::YesNo => DetailForm::YesNo,
            Self::Choice(choices) => DetailForm::Choice(choices.clone()),
        }
    }

    /// The value as it is kept; none where it cannot be used.
    fn read(&self, value: &str) -> Option<String> {
        match self {
            Self::Text => line(value, VALUE_CHARS),
            Self::Number => value.parse::<i64>().ok().map(|number| number.to_string()),
            Self::Date => value.parse::<Date>().ok().map(|day| day.to_string()),
            Self::YesNo => ["yes", "no"].into_iter().find(|word| value.eq_ignore_ascii_case(word)).map(str::to_owned),
            Self::Choice(choices) => choices.iter().find(|one| one.to_lowercase() == value.to_lowercase()).cloned(),
        }
    }
}

/// Why something cannot be written down.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DetailProblem {
    /// Nothing of this name can be.
    #[error("there is no {name:?} of a contact; there is {}", known.join(", "))]
    Unknown {
        /// What was typed.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Not this value.
    #[error("{detail} cannot be {value:?}; write {wanted}")]
    Value {
        /// Of what.
        detail: ContactDetail,
        /// What was typed.
        value: String,
        /// What can be written.
        wanted: DetailForm,
    },
}

/// Reads something that is to be written down of a contact; an empty value removes it.
///
/// # Errors
/// What is wrong with the name or the value.
pub fn contact_detail(
    name: &str,
    value: &str,
    fields: &[ContactField],
) -> Result<(ContactDetail, Option<String>), DetailProblem> {
    let name = name.trim();
    let own = || fields.iter().find(|field| field.name.eq_ignore_ascii_case(name));
    let usual = ContactDetail::ALL.into_iter().find(|detail| detail.as_str().eq_ignore_ascii_case(name));
    let (detail, kind) = match (usual, own()) {
        (Some(detail), _) => (detail, None),
        (None, Some(field)) => (ContactDetail::Field(field.name.clone()), Some(&field.kind)),
        (None, None) => {
            let usual = ContactDetail::ALL.into_iter().map(|detail| detail.to_string());
            let known = usual.chain(fields.iter().map(|field| field.name.clone())).collect();
            return Err(DetailProblem::Unknown { name: one_line(name, limit::NAME_CHARS), known });
        }
    };
    let value = value.trim();
    if value.is_empty() {
        return Ok((detail, None));
    }
    let (read, wanted) = match (&detail, kind) {
        (_, Some(kind)) => (kind.read(value), kind.form()),
        (ContactDetail::Phone, None) => (phone(value), DetailForm::Phone),
        (ContactDetail::Language, None) => (language(value), DetailForm::Language),
        (ContactDetail::Note, None) => (line(value, NOTE_CHARS), DetailForm::Line(NOTE_CHARS)),
        (ContactDetail::Name, None) => (line(value, limit::NAME_CHARS), DetailForm::Line(limit::NAME_CHARS)),
        (_, None) => (line(value, VALUE_CHARS), DetailForm::Line(VALUE_CHARS)),
    };
    match read {
        Some(value) => Ok((detail, Some(value))),
        None => Err(DetailProblem::Value { detail, value: one_line(value, VALUE_CHARS), wanted }),
    }
}

fn line(value: &str, most: usize) -> Option<String> {
    let line = one_line(value, value.len());
    (!line.is_empty() && line.chars().count() <= most).then_some(line)
}

/// Digits and what people put between them; at the end an extension may be named.
fn phone(value: &str) -> Option<String> {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '/' | '(' | ')' | '.' | ',' | '#' | ' ');
    let begins = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('));
    (begins && digits >= PHONE_DIGITS && value.chars().all(is_plain)).then(|| line(value, 40)).flatten()
}

fn language(value: &str) -> Option<String> {
    (value.len() == 2 && value.chars().all(|c| c.is_ascii_alphabetic())).then(|| value.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, value: &str) -> Result<Option<String>, String> {
        let field = |name: &str, kind| ContactField { name: name.to_owned(), kind };
        let fields = [
            field("contract", ContactFieldKind::Choice(vec!["Gold".to_owned(), "Silver".to_owned()])),
            field("seats", ContactFieldKind::Number),
            field("renewal", ContactFieldKind::Date),
            field("reseller", ContactFieldKind::YesNo),
        ];
        contact_detail(name, value, &fields).map(|(_, value)| value).map_err(|problem| problem.to_string())
    }

    #[test]
    fn values_are_kept_in_one_form() {
        let good = [
            ("Phone", " +49 (30) 1234-5 ext. 7", "+49 (30) 1234-5 ext. 7"),
            ("language", "DE", "de"),
            ("contract", "gold", "Gold"),
            ("seats", "007", "7"),
            ("renewal", "2027-02-28", "2027-02-28"),
            ("reseller", "YES", "yes"),
            ("organisation", "Acme\u{202e} Ltd", "Acme Ltd"),
        ];
        for (name, value, kept) in good {
            assert_eq!(read(name, value), Ok(Some(kept.to_owned())), "{name} {value}");
            assert_eq!(read(name, " "), Ok(None), "{name} is removed");
        }
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_what_can() {
        let bad = [
            ("phone", "call me"),
            ("phone", "1"),
            ("language", "german"),
            ("contract", "bronze"),
            ("seats", "many"),
            ("renewal", "2027-02-30"),
            ("reseller", "maybe"),
        ];
        for (name, value) in bad {
            assert!(read(name, value).is_err_and(|said| said.contains("write ")), "{name} {value}");
        }
        let said = read("shoe size", "44").expect_err("unknown");
        assert!(said.contains("name, phone, organisation, language, note, contract, seats"), "{said}");
    }
}
