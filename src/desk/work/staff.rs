//! The changing part of the staff: kept beside the configuration's, so that every decision sees both.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, TicketId, Timestamp, limit};
use crate::decide::{AssignFacts, PersonDue, PersonFacts, person, person_due, person_next};
use crate::domain::{Change, EntryKind, Rows};
use crate::policy::Member;
use crate::store::{Disk, Drafted, Keyspace, Queries};

use super::super::error::DeskError;
use super::super::gather;
use super::super::receive::carry_out;
use super::Desk;

/// What came of looking after the people.
pub(super) struct LookedAfter {
    /// So many were seen to.
    pub(super) done: usize,
    /// When to look again.
    pub(super) next: Option<Timestamp>,
}

/// Is there something among them that changes what is known of the staff?
pub(super) fn are_about_people(changes: &[Change]) -> bool {
    changes.iter().any(|change| matches!(change, Change::Person { .. }))
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Takes a draft into the group; what it changes of people counts from the next decision on.
    pub(super) fn accept(&mut self, drafted: Drafted) -> Result<(), DeskError> {
        let is_about_people = are_about_people(drafted.changes());
        self.store.accept(drafted)?;
        if is_about_people { self.know_persons() } else { Ok(()) }
    }

    /// Reads the changing part of every member of staff.
    pub(super) fn know_persons(&mut self) -> Result<(), DeskError> {
        // Who wants another mail of the morning may have his next one sooner.
        self.next_morning = None;
        self.next_report = None;
        let draft = self.store.draft();
        for (name, member) in &mut self.settings.policy.staff {
            member.person = match self.settings.roster.contact(name) {
                Some(contact) => draft.person(contact)?.unwrap_or_default(),
                None => Default::default(),
            };
        }
        Ok(())
    }

    /// Begins and ends absences that are due, and tells who learns what is to be learnt.
    pub(super) fn look_after_people(&mut self, now: Timestamp) -> Result<LookedAfter, DeskError> {
        let policy = &self.settings.policy;
        let due: Vec<_> = policy
            .staff
            .values()
            .filter_map(|member| Some((member.name.clone(), person_due(member, policy, now)?)))
            .take(limit::DUE_PER_TICK)
            .collect();
        let mut done = 0_usize;
        for (name, due) in due {
            let policy = &self.settings.policy;
            let Some((member, contact)) = policy.staff.get(&name).zip(self.settings.roster.contact(&name)) else { continue };
            let draft = self.store.draft();
            let mut facts = PersonFacts {
                member,
                contact,
                tickets: Vec::new(),
                heard: BTreeMap::new(),
                teams: BTreeMap::new(),
                counters: draft.counters()?.unwrap_or_default(),
                policy,
                roster: &self.settings.roster,
                now,
            };
            match &due {
                PersonDue::LeaveBegins(_) => {
                    facts.tickets = unfinished(&draft, contact)?;
                    for team in facts.tickets.iter().filter_map(|ticket| policy.teams.get(ticket.team.as_ref()?)) {
                        let last = draft.turn(team.name.clone())?.map(|turn| turn.contact);
                        let load = gather::loads(&draft, &self.settings, &team.members)?;
                        facts.teams.insert(team.name.clone(), AssignFacts { last, load });
                    }
                }
                PersonDue::LeaveEnds(since) => {
                    (facts.tickets, facts.heard) = meanwhile(&draft, member, contact, *since)?;
                }
                PersonDue::Training => {}
            }
            let plan = person(&due, facts);
            let drafted = carry_out(draft, &self.settings, plan, None, now)?;
            self.accept(drafted)?;
            done = done.saturating_add(1);
        }
        let policy = &self.settings.policy;
        let next = policy.staff.values().filter_map(|member| person_next(member, policy, now)).min();
        Ok(LookedAfter { done, next })
    }
}

/// The unfinished tickets of an assignee.
fn unfinished<Q: Queries>(rows: &Q, contact: ContactId) -> Result<Vec<crate::domain::Ticket>, DeskError> {
    let mut tickets = rows.tickets_assigned(contact, limit::TICKETS_OF_LEAVE)?;
    tickets.retain(|ticket| ticket.status.is_unfinished());
    Ok(tickets)
}

type Meanwhile = (Vec<crate::domain::Ticket>, BTreeMap<TicketId, (u32, u32)>);

/// What happened since then in the tickets that were somebody's, and in those that are.
fn meanwhile<Q: Queries>(rows: &Q, member: &Member, contact: ContactId, since: Timestamp) -> Result<Meanwhile, DeskError> {
    let before = member.person.leave.iter().flat_map(|leave| leave.tickets.iter().copied());
    let now = unfinished(rows, contact)?.into_iter().map(|ticket| ticket.id);
    let ids: BTreeSet<TicketId> = before.chain(now).collect();
    let (mut tickets, mut heard) = (Vec::new(), BTreeMap::new());
    for id in ids.into_iter().take(limit::TICKETS_OF_LEAVE) {
        let Some(ticket) = rows.ticket(id)? else { continue };
        let (mut messages, mut answers) = (0_u32, 0_u32);
        for entry in rows.entries(id)?.into_iter().rev().take_while(|entry| entry.at >= since) {
            match entry.kind {
                EntryKind::Message => messages = messages.saturating_add(1),
                EntryKind::Reply => answers = answers.saturating_add(1),
                EntryKind::Note | EntryKind::Draft | EntryKind::Automatic => {}
            }
        }
        heard.insert(id, (messages, answers));
        tickets.push(ticket);
    }
    Ok((tickets, heard))
}
