//! Every command there is. `#help`, near misses and the reader of commands all go by this table.

use crate::domain::Notice;

use super::order::{Order, Risk};
use super::{again, approval, asking, attention, contact, help, joining, marks, note, participants, people, reminder, status};

/// A command by its name: how it is read, what it risks, and what `#help` says of it.
pub(super) struct Family {
    /// What is typed after `#`, lower case.
    pub(super) name: &'static str,
    /// How much harm it can do.
    pub(super) risk: Risk,
    /// How it is written, with names for what is filled in.
    pub(super) usage: &'static str,
    /// One that works.
    pub(super) example: &'static str,
    /// What it does, in English.
    pub(super) english: &'static str,
    /// What it does, in German.
    pub(super) german: &'static str,
    /// Reads what stands after the name; none where it cannot be used.
    pub(super) read: fn(&str) -> Option<Box<dyn Order>>,
}

/// All commands, in the order in which `#help` tells them.
pub(super) const FAMILIES: &[&[Family]] = &[
    note::FAMILY,
    status::FAMILY,
    people::FAMILY,
    participants::FAMILY,
    marks::FAMILY,
    contact::FAMILY,
    joining::FAMILY,
    reminder::FAMILY,
    approval::FAMILY,
    attention::FAMILY,
    again::FAMILY,
    asking::FAMILY,
    help::FAMILY,
];

/// All commands in one row.
pub(super) fn all() -> impl Iterator<Item = &'static Family> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// The command of this name.
pub(super) fn by_name(name: &str) -> Option<&'static Family> {
    all().find(|family| family.name == name)
}

/// Reads an order that takes nothing after its name.
pub(super) fn alone<O: Order + 'static>(argument: &str, order: O) -> Option<Box<dyn Order>> {
    argument.is_empty().then(|| Box::new(order) as Box<dyn Order>)
}

/// Up to two commands that the typed name may have meant.
pub(super) fn unknown(typed: &str) -> Notice {
    let nearest = nearest_of(typed, all().map(|family| family.name)).into_iter().map(|name| format!("#{name}")).collect();
    Notice::UnknownCommand { command: typed.to_owned(), nearest }
}

/// Up to two of some names that are near a typed one.
pub(super) fn nearest_of<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let typed = typed.to_lowercase();
    let mut near: Vec<_> = names
        .map(|name| (strsim::osa_distance(&typed, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= 2.max(name.chars().count() / 3))
        .collect();
    near.sort();
    near.into_iter().take(2).map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_command_can_be_found_and_reads_its_own_example() {
        let names: BTreeSet<&str> = all().map(|family| family.name).collect();
        assert_eq!(names.len(), all().count(), "two commands have one name");
        for family in all() {
            let (name, argument) = family.example.split_once(' ').unwrap_or((family.example, ""));
            assert_eq!(name.strip_prefix('#'), Some(family.name), "the example of #{}", family.name);
            assert!((family.read)(argument).is_some(), "#{} does not read its own example", family.name);
            assert!(family.usage.starts_with(name), "the usage of #{}", family.name);
            assert!(!family.english.is_empty() && !family.german.is_empty(), "#{} says nothing of itself", family.name);
        }
    }
}
