//! Who is told.

use std::collections::BTreeSet;

use crate::base::{ContactId, Timestamp};
use crate::domain::{Attention, Ticket};
use crate::policy::{Access, Permission, Policy, Roster, access, relation};

/// Assignee and contributors who belong to the staff; without an assignee who is one, the present members of the team. Who
/// watches the ticket besides, and not who has muted it, unless it is his.
pub(super) fn staff_of(ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> BTreeSet<ContactId> {
    let is_staff = |contact: &ContactId| roster.name(*contact).is_some();
    let mut people: BTreeSet<_> = ticket.contributors.iter().copied().filter(is_staff).collect();
    let assignee = ticket.assignee.filter(is_staff);
    match assignee {
        Some(assignee) => {
            people.insert(assignee);
        }
        None => people.extend(team_of(ticket, policy, roster, now)),
    }
    people.retain(|person| assignee == Some(*person) || ticket.attention.get(person) != Some(&Attention::Mutes));
    let watching = ticket.attention.iter().filter(|(_, attention)| **attention == Attention::Watches);
    people.extend(watching.map(|(person, _)| *person).filter(|person| sees(*person, ticket, policy, roster, now)));
    people
}

/// Whoever watches a ticket is told as long as it is open to him.
pub(super) fn sees(person: ContactId, ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> bool {
    let Some(member) = policy.member(roster, person) else { return false };
    access(&member.profile, relation(member, ticket, policy, roster, now), Permission::See) == Access::Granted
}

/// The present members of a ticket's team; all of them where nobody is present.
pub(super) fn team_of(ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> BTreeSet<ContactId> {
    let Some(team) = ticket.team.as_ref().and_then(|name| policy.teams.get(name)) else { return BTreeSet::new() };
    let members = || team.members.iter().filter_map(|name| policy.staff.get(name));
    let contact = |member: &crate::policy::Member| roster.contact(&member.name);
    let present: BTreeSet<_> = members().filter(|member| member.is_present(now)).filter_map(contact).collect();
    if present.is_empty() { members().filter_map(contact).collect() } else { present }
}
