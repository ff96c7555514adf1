//! Every command there is. `#help`, near misses and the reader of commands all go by this table.

use crate::base::ContactId;
use crate::domain::Notice;
use crate::policy::Member;

use super::order::{Asker, Order, Risk, Scope};
use super::{
    again, approval, asking, attention, contact, forget, forward, help, joining, macros, marks, note, participants, people,
    person, reminder, report, score, status, training,
};

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
    macros::FAMILY,
    status::FAMILY,
    people::FAMILY,
    participants::FAMILY,
    marks::FAMILY,
    contact::FAMILY,
    joining::FAMILY,
    forward::FAMILY,
    forget::FAMILY,
    reminder::FAMILY,
    approval::FAMILY,
    score::FAMILY,
    attention::FAMILY,
    again::FAMILY,
    asking::FAMILY,
    report::FAMILY,
    person::FAMILY,
    training::FAMILY,
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

/// May somebody order it, by his profile and his place in the training? As its example goes.
pub(super) fn is_open(family: &Family, asker: &Asker<'_>) -> bool {
    let (_, argument) = family.example.split_once(' ').unwrap_or((family.example, ""));
    let Some(order) = (family.read)(argument) else { return false };
    // What somebody who reads along writes in a ticket goes to his mentor, whatever it says.
    let is_heard = !asker.member.is_shadowing() || order.scope() != Scope::Ticket;
    is_heard && order.suits(asker.member) && asker.member.profile.may(order.needs(asker))
}

/// What somebody new orders first, by name and with what is filled in.
const FIRST: [(&str, &str); 11] = [
    ("note", "#note"),
    ("take", "#take"),
    ("assign", "#assign NAME"),
    ("priority", "#priority high"),
    ("tag", "#tag +word -other"),
    ("remind", "#remind friday 14:00"),
    ("resolve", "#resolve"),
    ("close", "#close"),
    ("open", "#open"),
    ("away", "#away until friday"),
    ("help", "#help"),
];

/// The first commands that somebody may order, each with what it does in a language.
pub fn first_commands(member: &Member, language: &str) -> Vec<(String, String)> {
    let is_german = language.starts_with("de");
    let asker = Asker { member, agent: ContactId::default(), ticket: None };
    let known = FIRST.iter().filter_map(|(name, usage)| Some((by_name(name)?, *usage)));
    let open = known.filter(|(family, _)| is_open(family, &asker));
    open.map(|(family, usage)| (usage.to_owned(), (if is_german { family.german } else { family.english }).to_owned())).collect()
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
    use crate::base::{EmailAddress, StaffName};
    use crate::domain::Step;
    use crate::policy::BuiltIn;

    #[test]
    fn every_command_can_be_found_and_reads_its_own_example() {
        let readme = include_str!("../../../README.md");
        let names: BTreeSet<&str> = all().map(|family| family.name).collect();
        assert_eq!(names.len(), all().count(), "two commands have one name");
        for family in all() {
            let (name, argument) = family.example.split_once(' ').unwrap_or((family.example, ""));
            assert_eq!(name.strip_prefix('#'), Some(family.name), "the example of #{}", family.name);
            assert!((family.read)(argument).is_some(), "#{} does not read its own example", family.name);
            assert!(family.usage.starts_with(name), "the usage of #{}", family.name);
            assert!(!family.english.is_empty() && !family.german.is_empty(), "#{} says nothing of itself", family.name);
            assert!(readme.contains(&format!("`#{}", family.name)), "README.md does not know #{}", family.name);
        }
    }

    #[test]
    fn an_invitation_names_commands_that_there_are_and_that_its_reader_may_use() {
        let name = StaffName::new("ann").expect("name");
        let address = EmailAddress::new("ann@example.org").expect("address");
        let told = |change: &dyn Fn(&mut Member)| {
            let mut member = Member::new(name.clone(), address.clone());
            change(&mut member);
            first_commands(&member, "en").into_iter().map(|(usage, _)| usage).collect::<Vec<_>>()
        };
        for (name, usage) in FIRST {
            let family = by_name(name).unwrap_or_else(|| panic!("there is no #{name}"));
            let argument = usage.split_once(' ').map_or("", |(_, argument)| argument);
            assert!((family.read)(argument).is_some(), "{usage} cannot be read");
        }
        assert_eq!(told(&|_| {}).len(), FIRST.len(), "an agent may do all of it");
        let light = told(&|member| member.profile = BuiltIn::LightAgent.into());
        assert_eq!(light, ["#note", "#remind friday 14:00", "#away until friday", "#help"]);
        let shadow = told(&|member| member.step = Some(Step::Shadowing));
        assert_eq!(shadow, ["#away until friday", "#help"]);
    }
}
