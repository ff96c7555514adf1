//! Who is told.

use std::collections::BTreeSet;

use crate::base::{ContactId, Timestamp};
use crate::domain::Ticket;
use crate::policy::{Policy, Roster};

/// Assignee and contributors who belong to the staff; without an assignee who is one, the present members of the team.
pub(super) fn staff_of(ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> BTreeSet<ContactId> {
    let is_staff = |contact: &ContactId| roster.name(*contact).is_some();
    let mut people: BTreeSet<_> = ticket.contributors.iter().copied().filter(is_staff).collect();
    match ticket.assignee.filter(is_staff) {
        Some(assignee) => {
            people.insert(assignee);
        }
        None => people.extend(team_of(ticket, policy, roster, now)),
    }
    people
}

/// The present members of a ticket's team; all of them where nobody is present.
pub(super) fn team_of(ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> BTreeSet<ContactId> {
    let Some(team) = ticket.team.as_ref().and_then(|name| policy.teams.get(name)) else { return BTreeSet::new() };
    let members = || team.members.iter().filter_map(|name| policy.staff.get(name));
    let contact = |member: &crate::policy::Member| roster.contact(&member.name);
    let present: BTreeSet<_> = members().filter(|member| member.is_present(now)).filter_map(contact).collect();
    if present.is_empty() { members().filter_map(contact).collect() } else { present }
}
