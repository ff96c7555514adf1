//! What one person is told of all that fell due: one mail instead of ten.
//!
//! Whatever a deadline has to say to somebody waits for him in his round until he is at work and was left alone for a while.
//! What has been settled by then is not said at all; and who is away by then, or has left, is not told: it goes on to whoever the
//! same step of the ladder tells now.

use std::collections::BTreeMap;

use crate::base::{ContactId, EntryNumber, TicketId, Timestamp, limit};
use crate::domain::{
    Actor, Cause, Change, DeadlineKind, Heading, Letter, LetterKind, LetterNote, Listed, Notice, Nudge, PeopleNotice, Plan,
    Round, Target, Ticket,
};
use crate::policy::{Affiliation, Member, Policy, Roster, terms};

use super::clock::{nudged, told_by};

/// What deciding on a round needs to know.
#[derive(Debug)]
pub struct RoundFacts<'a> {
    /// Whose it is.
    pub contact: ContactId,
    /// What waits for him.
    pub round: &'a Round,
    /// The tickets it is about, with what their requesters belong to.
    pub tickets: &'a BTreeMap<TicketId, (Ticket, Affiliation)>,
    /// The operator's contact.
    pub operator: Option<ContactId>,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

/// When somebody for whom something waits `since` may be told.
pub fn round_due(round: &Round, since: Timestamp) -> Timestamp {
    round.told_at.map_or(since, |told| since.max(told.plus(limit::ROUND)))
}

/// Tells somebody what waits for him and still stands.
pub fn round(facts: &RoundFacts<'_>) -> Plan {
    let member = facts.policy.member(facts.roster, facts.contact);
    let is_here = match member {
        Some(member) => member.is_present(facts.now),
        None => facts.operator == Some(facts.contact),
    };
    let mut changes = vec![Change::RoundTold { contact: facts.contact }];
    let mut by_ticket: BTreeMap<TicketId, (&Nudge, &Ticket, &Affiliation)> = BTreeMap::new();
    for nudge in &facts.round.waiting {
        let Some((ticket, requester)) = facts.tickets.get(&nudge.ticket) else { continue };
        if !stands(nudge, ticket) || member.is_some_and(|member| !member.wants(nudge.letter)) {
            continue;
        }
        if !is_here {
            changes.extend(passed_on(facts, nudge, ticket, requester));
            continue;
        }
        // Of several promises of one ticket the most pressing is told; the letter shows the others.
        let is_told = by_ticket.get(&ticket.id).is_some_and(|(other, ..)| Target::of(other.kind) <= Target::of(nudge.kind));
        if !is_told {
            by_ticket.insert(ticket.id, (nudge, ticket, requester));
        }
    }
    let standing: Vec<(&Nudge, &Ticket, &Affiliation)> = by_ticket.into_values().collect();
    let letters = match standing.as_slice() {
        [] => Vec::new(),
        [(nudge, ticket, requester)] => vec![alone(facts, nudge, ticket, requester)],
        several => {
            let list = several.iter().map(|(nudge, ticket, _)| listed(nudge, ticket, facts.now)).collect();
            let note = LetterNote { list, ..LetterNote::default() };
            vec![Letter { kind: LetterKind::DueList, to: facts.contact, ticket: None, entry: None, note }]
        }
    };
    Plan { actor: Actor::Desk, cause: Cause::Desk, texts: Vec::new(), changes, letters }
}

/// What was meant for somebody who is not here goes to those whom its step tells now.
fn passed_on(facts: &RoundFacts<'_>, nudge: &Nudge, ticket: &Ticket, requester: &Affiliation) -> Vec<Change> {
    let step = Target::of(nudge.kind).map_or(0, |(_, step)| usize::from(step));
    let moments = terms(facts.policy, ticket, requester).ladder().moments();
    let parties = (facts.policy, facts.roster);
    let others = told_by(parties, facts.operator, ticket, moments.get(..=step).unwrap_or_default(), facts.now).pop();
    let others = others.unwrap_or_default();
    let others = others.into_iter().filter(|other| *other != facts.contact);
    others.map(|contact| nudged(contact, nudge.clone(), (facts.policy, facts.roster), facts.now)).collect()
}

/// Is it still to be said? Not once somebody answered, or the clock stands still, or the ticket was put aside.
fn stands(nudge: &Nudge, ticket: &Ticket) -> bool {
    let Some((target, _)) = Target::of(nudge.kind) else { return false };
    !ticket.deadlines.contains_key(&DeadlineKind::Snooze)
        && ticket.promises.get(&target).is_some_and(|promise| promise.since == nudge.since && promise.paused_at.is_none())
}

fn listed(nudge: &Nudge, ticket: &Ticket, now: Timestamp) -> Listed {
    let target = Target::of(nudge.kind).map(|(target, _)| target);
    let promise = target.and_then(|target| ticket.promises.get(&target));
    let due = promise.map(|promise| promise.due);
    let heading = if due.is_some_and(|due| due > now) { Heading::DueSoon } else { Heading::Overdue };
    Listed { ticket: ticket.id, heading, at: due, target }
}

/// The letter about one ticket: with its history, what was promised and who was told.
fn alone(facts: &RoundFacts<'_>, nudge: &Nudge, ticket: &Ticket, requester: &Affiliation) -> Letter {
    let since = ticket.last_customer_at.unwrap_or(ticket.opened_at);
    let told = told_before(facts, nudge, ticket, requester);
    let promised = Target::of(nudge.kind).and_then(|(target, _)| Some((target, ticket.promises.get(&target)?.due)));
    let promised = promised.map(|(target, at)| Notice::Promised { target, at });
    let notices = instead_of(facts, ticket).into_iter().chain(promised).collect();
    let note = LetterNote { notices, waited: Some(facts.now.since(since)), told, ..LetterNote::default() };
    let entry = (ticket.entries > 0).then(|| EntryNumber::new(ticket.entries));
    Letter { kind: nudge.letter, to: facts.contact, ticket: Some(ticket.id), entry, note }
}

/// For whom he stands in, where that is why he is told.
fn instead_of(facts: &RoundFacts<'_>, ticket: &Ticket) -> Option<Notice> {
    let (policy, now) = (facts.policy, facts.now);
    let reader = policy.member(facts.roster, facts.contact)?;
    let assignee = ticket.assignee.and_then(|who| policy.member(facts.roster, who));
    let team = ticket.team.as_ref().and_then(|name| policy.teams.get(name));
    let lead = team.and_then(|team| policy.staff.get(team.lead.as_ref()?));
    let stood_in =
        |member: &&Member| !member.is_present(now) && policy.stand_in(member, now).is_some_and(|other| other.name == reader.name);
    let absent = assignee.into_iter().chain(lead).find(stood_in)?;
    let until = absent.absence(now).and_then(|absence| absence.until);
    Some(Notice::People(PeopleNotice::InsteadOf { name: absent.display.clone(), until }))
}

/// Who was told by the steps before.
fn told_before(facts: &RoundFacts<'_>, nudge: &Nudge, ticket: &Ticket, requester: &Affiliation) -> Vec<ContactId> {
    let step = Target::of(nudge.kind).map_or(0, |(_, step)| usize::from(step));
    let terms = terms(facts.policy, ticket, requester);
    let moments = terms.ladder().moments();
    let earlier = moments.get(..step).unwrap_or_default();
    let told = told_by((facts.policy, facts.roster), facts.operator, ticket, earlier, facts.now);
    let mut told: Vec<ContactId> = told.into_iter().flatten().filter(|person| *person != facts.contact).collect();
    told.sort();
    told.dedup();
    told
}
