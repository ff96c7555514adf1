//! What follows for the desk's promises from whatever has happened to a ticket.
//!
//! It is asked after every plan that touches a ticket, so no order, rule or command needs to know of promises: who changes a
//! priority, a team or a status changes what is due by that alone.

use crate::base::{ContactId, Timestamp};
use crate::domain::{Change, DeadlineKind, Due, Promise, Status, Target, Ticket};
use crate::policy::{Affiliation, Policy, Roster, Sum, Terms, next_look, sum, terms};

use super::{review, survey};

/// What deciding on promises needs to know.
#[derive(Clone, Copy, Debug)]
pub struct PromiseFacts<'a> {
    /// The ticket as it is now.
    pub ticket: &'a Ticket,
    /// What its requester belongs to.
    pub requester: &'a Affiliation,
    /// Whether what has just happened to it is an answer to the customer.
    pub is_answered: bool,
    /// Who of the staff has made it happen.
    pub by: Option<ContactId>,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

/// The changes that bring a ticket's promises and their deadlines up to date; none where they are.
pub fn promises(facts: &PromiseFacts<'_>) -> Vec<Change> {
    // Nobody waits behind a ticket that somebody practises on.
    if facts.ticket.practice.is_some() {
        return Vec::new();
    }
    let terms = terms(facts.policy, facts.ticket, facts.requester);
    let mut changes = Vec::new();
    for target in Target::ALL {
        let standing = facts.ticket.promises.get(&target);
        match (standing, sum(&terms, facts.ticket, target, facts.now)) {
            (None, None) => {}
            (Some(_), None) => settle(facts, target, &mut changes),
            (standing, Some(sum)) => {
                // An answer ends one promise of its kind and begins the next.
                let standing = match standing {
                    Some(other) if other.since != sum.since => {
                        settle(facts, target, &mut changes);
                        None
                    }
                    other => other,
                };
                renew(facts, &terms, target, standing, &sum, &mut changes);
            }
        }
    }
    endings(facts, &mut changes);
    survey::expect(facts.policy, facts.ticket, facts.now, &mut changes);
    review::expect((facts.policy, facts.roster), facts.ticket, facts.by, facts.now, &mut changes);
    changes
}

/// How a ticket of its category ends, from the moment at which it begins to wait for the customer or to be resolved.
fn endings(facts: &PromiseFacts<'_>, changes: &mut Vec<Change>) {
    let ticket = facts.ticket;
    let closing = facts.policy.service.closing(ticket.category.as_ref());
    let has_begun = ticket.status_since == facts.now || ticket.last_reply_at == Some(facts.now);
    let (kind, after) = match ticket.status {
        Status::Pending if has_begun => (DeadlineKind::ClosingWarning, closing.warning_after),
        Status::Resolved if has_begun => (DeadlineKind::Close, Some(closing.close_after)),
        _ => return,
    };
    for stale in [DeadlineKind::ClosingReminder, DeadlineKind::AutoClose] {
        if ticket.deadlines.contains_key(&stale) {
            let because = "the customer's turn begins anew".to_owned();
            changes.push(Change::DeadlineCleared { ticket: ticket.id, kind: stale, because });
        }
    }
    let standing = ticket.deadlines.get(&kind).map(|due| due.at);
    match after.map(|after| facts.now.plus(after)) {
        Some(at) if standing != Some(at) => {
            changes.push(Change::DeadlineSet { ticket: ticket.id, kind, due: Due { at, who: None, note: None } });
        }
        None if standing.is_some() => {
            let because = "tickets of its category are left alone".to_owned();
            changes.push(Change::DeadlineCleared { ticket: ticket.id, kind, because });
        }
        _ => {}
    }
}

fn renew(
    facts: &PromiseFacts<'_>,
    terms: &Terms<'_>,
    target: Target,
    standing: Option<&Promise>,
    sum: &Sum,
    changes: &mut Vec<Change>,
) {
    let ticket = facts.ticket.id;
    let status = facts.ticket.status;
    let is_told = terms.runs(target, status) || status.keeps(target.deadline(0));
    let Some(due) = sum.due.filter(|_| is_told) else {
        // What begins while its clock stands still, or is overrun then by other terms, is promised when it runs. Of an answer that
        // was late before, people are told again from then on: what was put aside may not be forgotten.
        if standing.is_some_and(|promise| promise.paused_at.is_none()) {
            changes.push(Change::PromisePaused { ticket, target });
            withdraw(facts, target, "its clock stands still", changes);
        }
        return;
    };
    let broken_at = standing.and_then(|promise| promise.broken_at).filter(|_| due <= facts.now);
    let promise = Promise { since: sum.since, due, by: terms.name().to_owned(), broken_at, paused_at: None };
    // A clock may run in a status that makes the deadlines of others void; the new status has just taken this one's.
    let has_deadline = facts.ticket.deadlines.keys().any(|kind| Target::of(*kind).is_some_and(|(other, _)| other == target));
    let is_void = facts.ticket.status_since == facts.now && !status.keeps(target.deadline(0)) && !has_deadline;
    if standing == Some(&promise) {
        if !is_void {
            return;
        }
    } else {
        changes.push(Change::PromiseMade { ticket, target, promise });
    }
    let scene = (facts.ticket, facts.policy, facts.roster);
    if let Some((step, at)) = next_look(scene, terms.ladder(), (due, facts.now), 0) {
        let kind = target.deadline(u8::try_from(step).unwrap_or(u8::MAX));
        changes.push(Change::DeadlineSet { ticket, kind, due: Due { at, who: None, note: None } });
    } else {
        withdraw(facts, target, "nobody is told of it", changes);
    }
}

fn settle(facts: &PromiseFacts<'_>, target: Target, changes: &mut Vec<Change>) {
    let ticket = facts.ticket;
    let because = match target {
        Target::FirstResponse | Target::NextResponse | Target::Update if facts.is_answered => "a public answer".to_owned(),
        _ if !ticket.status.is_unfinished() => format!("the ticket is {}", ticket.status),
        _ => "nothing is promised any more".to_owned(),
    };
    withdraw(facts, target, &because, changes);
    changes.push(Change::PromiseSettled { ticket: ticket.id, target, because });
}

/// Takes back the deadline of a promise, where there is one.
fn withdraw(facts: &PromiseFacts<'_>, target: Target, because: &str, changes: &mut Vec<Change>) {
    let is_its = |kind: &&DeadlineKind| Target::of(**kind).is_some_and(|(other, _)| other == target);
    if let Some(kind) = facts.ticket.deadlines.keys().find(is_its) {
        changes.push(Change::DeadlineCleared { ticket: facts.ticket.id, kind: *kind, because: because.to_owned() });
    }
}
