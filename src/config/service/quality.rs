//! `[quality]`: reviews of the staff's work.

use crate::base::limit;
use crate::policy::{Criterion, Every, Permission, Policy, Quality, Reviewer};

use super::super::read::{Table, Value};
use super::super::staff::Names;

/// Characters of a criterion's name: it is typed on a telephone.
const NAME_CHARS: usize = 20;
/// Characters of its question: it stands in one line of a letter.
const QUESTION_CHARS: usize = 200;

/// Reads it; without it nobody's work is reviewed. With the place of the reviewer, or for want of one of the section.
pub(in super::super) fn read<'a>(document: &Table<'a>, names: &Names) -> Option<(Quality, Value<'a>)> {
    let whole = document.get("quality")?;
    let table = whole.table("[quality]")?;
    let criteria = criteria(&table);
    let per_agent = table.get("per_agent").and_then(|value| value.count(1..=20)).unwrap_or(2);
    let reviewer = table.get("reviewer");
    let who = match reviewer.as_ref() {
        None => Some(Reviewer::Lead),
        Some(value) => match value.text() {
            Some("lead") => Some(Reviewer::Lead),
            Some("manager") => Some(Reviewer::Manager),
            Some(_) => names.staff.find(value).map(Reviewer::Person),
            None => None,
        },
    };
    let every = table.get("at").map_or_else(
        || Every::read("monday 09:00"),
        |value| {
            value.parsed(|text| {
                let weekly = Every::read(text).filter(|every| matches!(every, Every::Week(..)));
                weekly.ok_or_else(|| (format!("`{text}` is no time of a week"), "write \"monday 09:00\"".to_owned()))
            })
        },
    );
    table.finish();
    let quality = Quality { criteria: criteria?, per_agent: usize::try_from(per_agent).ok()?, reviewer: who?, every: every? };
    Some((quality, reviewer.unwrap_or(whole)))
}

/// What the work is judged by, in the order of the file.
fn criteria(table: &Table<'_>) -> Option<Vec<Criterion>> {
    let value = table.need("criteria", "criteria = { tone = \"Was the customer spoken to in a friendly way?\" }")?;
    let section = value.table("[quality.criteria]")?;
    let entries = section.entries();
    if entries.is_empty() || entries.len() > limit::COMMANDS {
        let most = limit::COMMANDS;
        value.error(
            format!("there are {} criteria", entries.len()),
            format!("name at least one and at most {most}: all of them are scored in one mail"),
        );
        return None;
    }
    let mut criteria = Vec::new();
    for entry in entries {
        let is_plain = |one: char| one == '-' || one.is_alphanumeric() && !one.is_uppercase();
        let is_name = entry.key.chars().all(is_plain)
            && entry.key.chars().any(char::is_alphabetic)
            && entry.key.chars().count() <= NAME_CHARS;
        if !is_name {
            let help = format!("take up to {NAME_CHARS} small letters, digits and `-`: it is typed in `#score`");
            entry.error(format!("`{}` is no name for a criterion", entry.key), help);
        }
        let question = entry.line(QUESTION_CHARS);
        criteria.extend(question.filter(|_| is_name).map(|question| Criterion { name: entry.key.to_owned(), question }));
    }
    Some(criteria)
}

/// Says where nobody could review.
pub(in super::super) fn check(read: Option<&(Quality, Value<'_>)>, policy: &Policy) {
    let Some((quality, place)) = read else { return };
    let needed = Permission::ReviewQuality;
    match &quality.reviewer {
        Reviewer::Person(name) => {
            let member = policy.staff.get(name);
            if member.is_some_and(|member| !member.profile.may(needed)) {
                let help = format!("give him a profile with `{needed}` in staff.toml, or name somebody else");
                place.error(format!("`{name}` may not review"), help);
            }
        }
        Reviewer::Lead | Reviewer::Manager if !policy.staff.values().any(|member| member.profile.may(needed)) => {
            let help = format!("give who leads a profile with `{needed}` in staff.toml, such as `supervisor`");
            place.error("nobody of the staff may review", help);
        }
        Reviewer::Lead | Reviewer::Manager => {}
    }
}
