//! What follows for the desk's promises from whatever has happened to a ticket.
//!
//! It is asked after every plan that touches a ticket, so no order, rule or command needs to know of promises: who changes a
//! priority, a team or a status changes what is due by that alone.

use crate::base::Timestamp;
use crate::domain::{Change, DeadlineKind, Due, Promise, Status, Target, Ticket};
use crate::policy::{Affiliation, Policy, Roster, Sum, Terms, next_look, sum, terms};

/// What deciding on promises needs to know.
#[derive(Clone, Copy, Debug)]
pub struct PromiseFacts<'a> {
    /// The ticket as it is now.
    pub ticket: &'a Ticket,
    /// What its requester belongs to.
    pub requester: &'a Affiliation,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

/// The changes that bring a ticket's promises and their deadlines up to date; none where they are.
pub fn promises(facts: &PromiseFacts<'_>) -> Vec<Change> {
    let terms = terms(facts.policy, facts.ticket, facts.requester);
    let mut changes = Vec::new();
    for target in Target::ALL {
        let standing = facts.ticket.promises.get(&target);
        match (standing, sum(&terms, facts.ticket, target, facts.now)) {
            (None, None) => {}
            (Some(standing), None) => settle(facts, target, standing, &mut changes),
            (standing, Some(sum)) => {
                // An answer ends one promise of its kind and begins the next.
                let standing = match standing {
                    Some(other) if other.since != sum.since => {
                        settle(facts, target, other, &mut changes);
                        None
                    }
                    other => other,
                };
                renew(facts, &terms, target, standing, &sum, &mut changes);
            }
        }
    }
    endings(facts, &mut changes);
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
    let Some(due) = sum.due else {
        // What begins while its clock stands still is promised when it runs.
        if standing.is_some_and(|promise| promise.paused_at.is_none()) {
            changes.push(Change::PromisePaused { ticket, target });
            withdraw(facts, target, "its clock stands still", changes);
        }
        return;
    };
    let broken_at = standing.and_then(|promise| promise.broken_at).filter(|_| due <= facts.now);
    let promise = Promise { since: sum.since, due, by: terms.name().to_owned(), broken_at, paused_at: None };
    if standing == Some(&promise) {
        return;
    }
    changes.push(Change::PromiseMade { ticket, target, promise });
    let scene = (facts.ticket, facts.policy, facts.roster);
    if let Some((step, at)) = next_look(scene, terms.ladder(), (due, facts.now), 0) {
        let kind = target.deadline(u8::try_from(step).unwrap_or(u8::MAX));
        changes.push(Change::DeadlineSet { ticket, kind, due: Due { at, who: None, note: None } });
    } else {
        withdraw(facts, target, "nobody is told of it", changes);
    }
}

fn settle(facts: &PromiseFacts<'_>, target: Target, standing: &Promise, changes: &mut Vec<Change>) {
    let ticket = facts.ticket;
    let is_answered = ticket.last_reply_at.is_some_and(|at| at >= standing.since);
    let because = match target {
        Target::FirstResponse | Target::NextResponse | Target::Update if is_answered => "a public answer".to_owned(),
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
