//! Who gets a new ticket of a team.
//!
//! Only who may answer, is at work, belongs to the staff now, and holds the certification that the ticket's category asks for. A
//! member whose hands are full is passed over while another one has room; where all are full, the one with the least to do gets it all the same, for a ticket must not lie.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::base::{ContactId, Timestamp};
use crate::domain::Ticket;

use super::{Assign, Category, Member, Permission, Policy, Roster, Team};

/// Somebody who could take the ticket.
struct Candidate {
    contact: ContactId,
    open: u32,
    capacity: u32,
    suits: Suits,
}

/// How well somebody suits a ticket; what fits better is greater. Skills come before the language, which may be translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Suits {
    has_skills: bool,
    speaks: bool,
}

impl Suits {
    fn of(member: &Member, ticket: &Ticket, category: Option<&Category>) -> Self {
        let needed = category.map(|category| &category.skills);
        let has = |(skill, level): (&String, _)| member.skills.get(skill).is_some_and(|own| own >= level);
        let speaks = |language: &String| member.languages.contains_key(language) || member.language == *language;
        Self {
            has_skills: needed.is_none_or(|needed| needed.iter().all(has)),
            speaks: ticket.language.as_ref().is_none_or(speaks),
        }
    }
}

impl Candidate {
    const fn has_room(&self) -> bool {
        self.open < self.capacity
    }

    /// Compares open tickets against capacity without dividing; who has no capacity at all comes last.
    fn by_load(&self, other: &Self) -> Ordering {
        match (self.capacity, other.capacity) {
            (0, 0) => self.open.cmp(&other.open),
            (0, _) => Ordering::Greater,
            (_, 0) => Ordering::Less,
            (mine, yours) => (u64::from(self.open) * u64::from(yours)).cmp(&(u64::from(other.open) * u64::from(mine))),
        }
    }
}

/// May somebody be given a ticket now, by what he may do and holds, and whether he is at work?
pub(super) fn may_take(member: &Member, ticket: &Ticket, policy: &Policy, now: Timestamp) -> bool {
    let category = ticket.category.as_ref().and_then(|name| policy.categories.get(name));
    let certification = category.and_then(|category| category.certification.as_deref());
    member.profile.may(Permission::Reply)
        && member.is_present(now)
        && certification.is_none_or(|certification| member.is_certified(certification, now))
}

/// The member who gets the team's next ticket: `last` got the one before, `load` counts everybody's unfinished tickets.
///
/// Turns go round in the order of the team's members, beginning behind `last`; so do ties. `None` where the team assigns
/// nobody, or nobody can take it.
pub fn choose(
    team: &Team,
    ticket: &Ticket,
    (policy, roster): (&Policy, &Roster),
    last: Option<ContactId>,
    load: &BTreeMap<ContactId, u32>,
    now: Timestamp,
) -> Option<ContactId> {
    if team.assign == Assign::None {
        return None;
    }
    let category = ticket.category.as_ref().and_then(|name| policy.categories.get(name));
    let last = last.and_then(|contact| roster.name(contact));
    let behind_last = team.members.iter().position(|name| Some(name) == last).map_or(0, |position| position + 1);
    let (before, after) = team.members.split_at_checked(behind_last).unwrap_or((&team.members, &[]));
    let candidates: Vec<Candidate> = after
        .iter()
        .chain(before)
        .filter_map(|name| {
            let member = policy.staff.get(name)?;
            let contact = roster.contact(name)?;
            let open = load.get(&contact).copied().unwrap_or(0);
            let suits = Suits::of(member, ticket, category);
            may_take(member, ticket, policy, now).then_some(Candidate { contact, open, capacity: member.capacity, suits })
        })
        .collect();
    let mut with_room = candidates.iter().filter(|candidate| candidate.has_room());
    // Of equals the first in turn: min_by keeps the first, max_by would keep the last.
    let by_suit = |a: &&Candidate, b: &&Candidate| b.suits.cmp(&a.suits).then(a.by_load(b));
    let chosen = match team.assign {
        Assign::None => None,
        Assign::RoundRobin => with_room.next(),
        Assign::LeastLoaded => with_room.min_by(|a, b| a.by_load(b)),
        Assign::Skill => with_room.min_by(by_suit),
    };
    let least = || match team.assign {
        Assign::Skill => candidates.iter().min_by(by_suit),
        _ => candidates.iter().min_by(|a, b| a.by_load(b)),
    };
    chosen.or_else(least).map(|candidate| candidate.contact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::CategoryName;
    use crate::policy::sample::{at, away, contact, desk, team, ticket};
    use crate::policy::{BuiltIn, Level};

    /// The desk's team `front` is ann, bob, eve and lea, who may only read; all with a capacity of ten.
    fn chosen(assign: Assign, last: Option<&str>, load: &[(&str, u32)], change: impl FnOnce(&mut Policy)) -> Option<String> {
        let (mut policy, roster) = desk();
        change(&mut policy);
        let front = Team { assign, ..team(&policy, "front") };
        let load = load.iter().map(|(name, open)| (contact(&roster, name), *open)).collect();
        let last = last.map(|name| contact(&roster, name));
        let ticket = ticket(&roster, Some("front"), None);
        choose(&front, &ticket, (&policy, &roster), last, &load, at("2026-01-14T10:00Z"))
            .and_then(|contact| roster.name(contact))
            .map(ToString::to_string)
    }

    fn capacity(policy: &mut Policy, name: &str, capacity: u32) {
        policy.staff.values_mut().find(|member| member.name.as_str() == name).expect("member").capacity = capacity;
    }

    #[test]
    fn turns_go_round_among_who_is_there_and_has_room() {
        let round = |last, load: &[(&str, u32)]| chosen(Assign::RoundRobin, last, load, |_| ());
        for (last, load, expected) in [
            (None, &[][..], "ann"),
            (Some("ann"), &[], "bob"),
            (Some("bob"), &[], "eve"),
            // lea may not answer; then it begins anew.
            (Some("eve"), &[], "ann"),
            (Some("lea"), &[], "ann"),
            // Who is no member of the team does not shift the turn.
            (Some("max"), &[], "ann"),
            (Some("ann"), &[("bob", 10)], "eve"),
            (Some("ann"), &[("bob", 9)], "bob"),
            // All are full: the least loaded.
            (Some("ann"), &[("ann", 12), ("bob", 13), ("eve", 11)], "eve"),
        ] {
            assert_eq!(round(last, load).as_deref(), Some(expected), "{last:?} {load:?}");
        }
        let bob_away = |policy: &mut Policy| away(policy, "bob");
        assert_eq!(chosen(Assign::RoundRobin, Some("ann"), &[], bob_away).as_deref(), Some("eve"));
        // Whose turn it was may be away now; the turn goes on behind him.
        assert_eq!(chosen(Assign::RoundRobin, Some("bob"), &[], bob_away).as_deref(), Some("eve"));
    }

    #[test]
    fn the_least_loaded_is_measured_against_capacity() {
        let least = |last, load: &[(&str, u32)], bob| {
            chosen(Assign::LeastLoaded, last, load, |policy| capacity(policy, "bob", bob)).expect("somebody")
        };
        for (last, load, capacity_of_bob, expected) in [
            (None, &[("ann", 3), ("bob", 2), ("eve", 4)][..], 10, "bob"),
            // 2 of 4 is more than 3 of 10.
            (None, &[("ann", 3), ("bob", 2), ("eve", 4)], 4, "ann"),
            // 1 of 3 is more than 3 of 10, and less than 4 of 10, exactly.
            (None, &[("ann", 3), ("bob", 1), ("eve", 4)], 3, "ann"),
            (None, &[("ann", 4), ("bob", 1), ("eve", 4)], 3, "bob"),
            // Ties by turn.
            (None, &[], 10, "ann"),
            (Some("ann"), &[], 10, "bob"),
            (Some("eve"), &[("ann", 1), ("bob", 1), ("eve", 1)], 10, "ann"),
            // Full ones only when all are full; who has no capacity is the last.
            (None, &[("ann", 9), ("bob", 1), ("eve", 10)], 1, "ann"),
            (None, &[("ann", 99), ("eve", 98)], 0, "eve"),
        ] {
            assert_eq!(least(last, load, capacity_of_bob), expected, "{last:?} {load:?} {capacity_of_bob}");
        }
    }

    #[test]
    fn nobody_is_an_answer() {
        assert_eq!(chosen(Assign::None, None, &[], |_| ()), None);
        let all_away = |policy: &mut Policy| ["ann", "bob", "eve"].iter().for_each(|name| away(policy, name));
        assert_eq!(chosen(Assign::RoundRobin, None, &[], all_away), None);
        let readers =
            |policy: &mut Policy| policy.staff.values_mut().for_each(|member| member.profile = BuiltIn::LightAgent.into());
        assert_eq!(chosen(Assign::LeastLoaded, None, &[], readers), None);
        let (policy, roster) = desk();
        let front = Team { assign: Assign::RoundRobin, ..team(&policy, "front") };
        let ticket = ticket(&roster, Some("front"), None);
        let nobody = Roster::default();
        assert_eq!(choose(&front, &ticket, (&policy, &nobody), None, &BTreeMap::new(), at("2026-01-14T10:00Z")), None);
    }
    #[test]
    fn skills_come_first_then_language_then_load() {
        let (mut policy, roster) = desk();
        let toner = CategoryName::new("toner").expect("name");
        let skills = |level| BTreeMap::from([("printers".to_owned(), Level::new(level).expect("level"))]);
        policy.categories.insert(toner.clone(), Category { skills: skills(3), ..Category::default() });
        let mut member = |name: &str, level: u32, language: &str| {
            let member = policy.staff.values_mut().find(|member| member.name.as_str() == name).expect("member");
            member.skills = skills(level);
            member.languages.insert(language.to_owned(), Level::USUAL);
        };
        member("ann", 2, "fr");
        member("bob", 3, "en");
        member("eve", 5, "fr");
        let front = Team { assign: Assign::Skill, ..team(&policy, "front") };
        let given = |language: Option<&str>, category: Option<&CategoryName>, load: &[(&str, u32)]| {
            let mut ticket = ticket(&roster, Some("front"), None);
            ticket.language = language.map(str::to_owned);
            ticket.category = category.cloned();
            let load = load.iter().map(|(name, open)| (contact(&roster, name), *open)).collect();
            let chosen = choose(&front, &ticket, (&policy, &roster), None, &load, at("2026-01-14T10:00Z"));
            chosen.and_then(|contact| roster.name(contact)).map(ToString::to_string).unwrap_or_default()
        };
        assert_eq!(given(Some("fr"), Some(&toner), &[("eve", 9)]), "eve");
        // Full hands pass a ticket on to who has the skill and not the language.
        assert_eq!(given(Some("fr"), Some(&toner), &[("eve", 10)]), "bob");
        assert_eq!(given(Some("fr"), None, &[("ann", 1)]), "eve");
        assert_eq!(given(None, None, &[]), "ann");
        assert_eq!(given(None, Some(&toner), &[("bob", 2), ("eve", 1)]), "eve");
    }

    #[test]
    fn a_category_may_ask_for_a_certification_that_still_holds() {
        let (mut policy, roster) = desk();
        let money = CategoryName::new("money").expect("name");
        let certification = Some("invoices".to_owned());
        policy.categories.insert(money.clone(), Category { certification, ..Category::default() });
        let front = Team { assign: Assign::RoundRobin, ..team(&policy, "front") };
        let mut ticket = ticket(&roster, Some("front"), None);
        ticket.category = Some(money);
        let now = at("2026-01-14T10:00Z");
        let chosen = |policy: &Policy| choose(&front, &ticket, (policy, &roster), None, &BTreeMap::new(), now);
        assert_eq!(chosen(&policy), None, "nobody is certified");
        let mut certify = |name: &str, until: Option<&str>| {
            let member = policy.staff.values_mut().find(|member| member.name.as_str() == name).expect("member");
            member.certifications.insert("invoices".to_owned(), until.map(at));
        };
        certify("ann", Some("2026-01-01T00:00Z"));
        certify("bob", Some("2027-01-01T00:00Z"));
        assert_eq!(chosen(&policy), Some(contact(&roster, "bob")));
    }
}
