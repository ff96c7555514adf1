//! `[[contact_field]]`: what else may be written down of customers.

use crate::base::limit;
use crate::domain::ContactDetail;
use crate::policy::{ContactField, ContactFieldKind};

use super::super::read::{Declared, Table, Value};

/// Characters of a field's name: it is typed in commands.
const NAME_CHARS: usize = 40;
/// Characters of a choice.
const CHOICE_CHARS: usize = 100;

/// Reads all of them.
pub(super) fn read(document: &Table<'_>) -> Vec<ContactField> {
    let (_, sections) = Declared::read(document, ("contact_field", "[[contact_field]]"), true, name);
    if sections.len() > limit::CONTACT_FIELDS {
        document.error(format!("a desk has at most {} contact fields", limit::CONTACT_FIELDS), "remove some `[[contact_field]]`");
    }
    let mut fields = Vec::new();
    for section in sections {
        let table = section.table;
        let kind = kind(&table);
        table.finish();
        fields.extend(section.name.zip(kind).map(|(name, kind)| ContactField { name, kind }));
    }
    fields
}

fn name(value: &Value<'_>) -> Option<String> {
    value.parsed(|text| {
        let fits = (1..=NAME_CHARS).contains(&text.chars().count())
            && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let is_taken = ContactDetail::ALL.iter().any(|detail| detail.as_str().eq_ignore_ascii_case(text));
        match (fits, is_taken) {
            (false, _) => Err((
                format!("`{text}` is no name for a field"),
                format!("take letters, digits, `-`, `_` and `.`, at most {NAME_CHARS}, as it is typed in `#contact name=value`"),
            )),
            (true, true) => Err((
                format!("every contact has `{text}` already"),
                "take another name; name, phone, organisation, language and note are there without being declared".to_owned(),
            )),
            (true, false) => Ok(text.to_owned()),
        }
    })
}

fn kind(table: &Table<'_>) -> Option<ContactFieldKind> {
    let words = [
        ("text", ContactFieldKind::Text),
        ("number", ContactFieldKind::Number),
        ("date", ContactFieldKind::Date),
        ("yes-no", ContactFieldKind::YesNo),
        ("choice", ContactFieldKind::Choice(Vec::new())),
    ];
    let kind = table.get("kind").map_or(Some(ContactFieldKind::Text), |value| value.choice(&words));
    let choices = table.get("choices");
    match kind? {
        ContactFieldKind::Choice(_) => {
            let choices = choices.or_else(|| table.need("choices", "choices = [\"gold\", \"silver\"]"))?;
            let read: Vec<String> = choices.one_or_more().iter().filter_map(|one| one.line(CHOICE_CHARS)).collect();
            if read.is_empty() {
                choices.error("there is nothing to choose from", "write choices = [\"gold\", \"silver\"]");
                return None;
            }
            Some(ContactFieldKind::Choice(read))
        }
        other => {
            if let Some(choices) = choices {
                choices.error("only a field of kind \"choice\" has choices", "write kind = \"choice\", or remove this line");
            }
            Some(other)
        }
    }
}
