//! What a ticket is marked with: `#priority`, `#category`, `#tag`, `#field`, `#time`.

use std::collections::BTreeSet;

use crate::base::CategoryName;
use crate::domain::{Change, Notice, Priority, Ticket};
use crate::policy::Permission;

use super::order::{Asker, Order, Risk, Work};
use super::table::{Family, nearest_of};

/// Characters of a tag, and of a field's name.
const TAG_CHARS: usize = 40;
/// Characters of a field's value: it stands in lists.
const VALUE_CHARS: usize = 200;
/// Minutes that one command may put down: a longer day is a mistake.
const MINUTES: u32 = 24 * 60;

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "priority",
        risk: Risk::Usual,
        usage: "#priority low|normal|high|urgent",
        example: "#priority high",
        english: "says how pressing the ticket is",
        german: "sagt, wie dringend das Ticket ist",
        read: |argument| Some(Box::new(SetPriority(argument.parse().ok()?))),
    },
    Family {
        name: "tag",
        risk: Risk::Usual,
        usage: "#tag +one -other",
        example: "#tag +billing -new",
        english: "adds tags (+) and removes tags (-)",
        german: "fügt Tags hinzu (+) und entfernt sie (-)",
        read: |argument| Some(Box::new(tags(argument)?)),
    },
    Family {
        name: "category",
        risk: Risk::Usual,
        usage: "#category name|none",
        example: "#category invoice",
        english: "says what the ticket is about",
        german: "sagt, worum es im Ticket geht",
        read: |argument| (!argument.is_empty()).then(|| Box::new(SetCategory(argument.to_owned())) as Box<dyn Order>),
    },
    Family {
        name: "field",
        risk: Risk::Usual,
        usage: "#field name=value",
        example: "#field order=4711",
        english: "writes a value down; without a value it is removed",
        german: "hält einen Wert fest; ohne Wert wird er gelöscht",
        read: |argument| Some(Box::new(field(argument)?)),
    },
    Family {
        name: "time",
        risk: Risk::Usual,
        usage: "#time spent",
        example: "#time 1h 20m",
        english: "puts down time that you worked on the ticket",
        german: "hält Arbeitszeit am Ticket fest",
        read: |argument| Some(Box::new(Spent(minutes(argument)?))),
    },
];

#[derive(Debug)]
pub(super) struct SetPriority(pub(super) Priority);

impl Order for SetPriority {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Edit
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (draft, ticket) = work.on_ticket()?;
        draft.priority(ticket, self.0);
        Ok(vec![Notice::PrioritySet { priority: self.0 }])
    }
}

#[derive(Debug)]
pub(super) struct Tag {
    pub(super) add: BTreeSet<String>,
    pub(super) remove: BTreeSet<String>,
}

impl Order for Tag {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Edit
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (draft, ticket) = work.on_ticket()?;
        draft.tags(ticket, self.add.clone(), self.remove.clone());
        let (add, remove) = (self.add.iter().cloned().collect(), self.remove.iter().cloned().collect());
        Ok(vec![Notice::Tagged { add, remove }])
    }
}

fn tags(argument: &str) -> Option<Tag> {
    let (mut add, mut remove) = (BTreeSet::new(), BTreeSet::new());
    for word in argument.split([' ', '\t', ',']).filter(|word| !word.is_empty()) {
        let (set, tag) = match word.strip_prefix('-') {
            Some(tag) => (&mut remove, tag),
            None => (&mut add, word.strip_prefix('+').unwrap_or(word)),
        };
        let fits = !tag.is_empty()
            && tag.chars().count() <= TAG_CHARS
            && tag.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
        if !fits {
            return None;
        }
        set.insert(tag.to_lowercase());
    }
    (!add.is_empty() || !remove.is_empty()).then_some(Tag { add, remove })
}

/// By its name in any case, or `none`.
#[derive(Debug)]
pub(super) struct SetCategory(pub(super) String);

impl Order for SetCategory {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Edit
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let policy = work.arrival.policy;
        let found = policy.categories.keys().find(|name| name.as_str().eq_ignore_ascii_case(&self.0)).cloned();
        let is_none = found.is_none() && self.0.eq_ignore_ascii_case("none");
        if found.is_none() && !is_none {
            let nearest = nearest_of(&self.0, policy.categories.keys().map(CategoryName::as_str));
            return Err(Notice::NoSuchCategory { name: self.0.clone(), nearest });
        }
        let (draft, ticket) = work.on_ticket()?;
        draft.category(ticket, found.clone());
        Ok(vec![Notice::CategorySet { category: found.map(|name| name.to_string()).unwrap_or_default() }])
    }
}

#[derive(Debug)]
struct SetField {
    name: String,
    value: String,
}

impl Order for SetField {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Edit
    }

    fn foresee(&self, ticket: &mut Ticket) {
        ticket.fields.insert(self.name.clone(), self.value.clone().into());
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (draft, ticket) = work.on_ticket()?;
        let value = (!self.value.is_empty()).then(|| self.value.clone().into());
        if ticket.fields.get(&self.name) != value.as_ref() {
            draft.push(Change::FieldSet { ticket: ticket.id, name: self.name.clone(), value: value.clone() });
            match value {
                Some(value) => drop(ticket.fields.insert(self.name.clone(), value)),
                None => drop(ticket.fields.remove(&self.name)),
            }
        }
        Ok(vec![Notice::FieldSet { name: self.name.clone(), value: self.value.clone() }])
    }
}

fn field(argument: &str) -> Option<SetField> {
    let (name, value) = argument.split_once('=')?;
    let (name, value) = (name.trim().to_lowercase(), value.trim());
    let fits = !name.is_empty()
        && name.chars().count() <= TAG_CHARS
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && value.chars().count() <= VALUE_CHARS;
    fits.then(|| SetField { name, value: value.to_owned() })
}

/// Minutes.
#[derive(Debug)]
struct Spent(u32);

impl Order for Spent {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Note
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let contact = work.agent;
        let (draft, ticket) = work.on_ticket()?;
        let minutes = i32::try_from(self.0).unwrap_or(i32::MAX);
        draft.push(Change::TimeSpent { ticket: ticket.id, contact, minutes });
        ticket.minutes = ticket.minutes.saturating_add(self.0);
        Ok(vec![Notice::TimeSpent { minutes: self.0, total: ticket.minutes }])
    }
}

/// `20m`, `1h 20m`, `1h20`, `90 min`, `2 hours`, `1 Std`.
fn minutes(argument: &str) -> Option<u32> {
    let joined: String = argument.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let (mut rest, mut total, mut hours_before) = (joined.as_str(), 0_u32, false);
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(end)?;
        let number: u32 = number.parse().ok()?;
        let end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, after) = after.split_at_checked(end)?;
        let unit = match unit {
            "m" | "min" | "mins" | "minute" | "minutes" | "minuten" => 1,
            "" if hours_before => 1,
            "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" => 60,
            _ => return None,
        };
        hours_before = unit == 60;
        total = total.checked_add(number.checked_mul(unit)?)?;
        rest = after;
    }
    (1..=MINUTES).contains(&total).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_read_as_people_write_it() {
        let good =
            [("20m", 20), ("1h 20m", 80), ("1h20", 80), ("90 min", 90), ("2 hours", 120), ("1 Std 5 Minuten", 65), ("24h", 1440)];
        for (text, expected) in good {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        for text in ["", "20", "0m", "25h", "1d", "m", "-5m", "99999999999m"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    #[test]
    fn a_field_has_a_plain_name_and_a_short_value() {
        let read = |text: &str| field(text).map(|field| (field.name, field.value));
        assert_eq!(read("Order = 47 11"), Some(("order".to_owned(), "47 11".to_owned())));
        assert_eq!(read("order="), Some(("order".to_owned(), String::new())));
        for text in ["order", "=x", "two words=x", &format!("x={}", "y".repeat(201))] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
