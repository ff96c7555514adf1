//! Taking back: what a mail of commands has changed in a ticket, and the changes that make it as it was.
//!
//! The steps come from comparing the ticket before and after, not from the commands: what a command does beside what it says (a
//! deadline that became void) is taken back with it. A step may be taken back as long as what it did still holds.

use crate::domain::{Change, DeadlineKind, Review, Status, Ticket, UndoStep, Verdict};

/// What makes `after` into `before` again, in the order in which it is to be done.
pub(super) fn steps(before: &Ticket, after: &Ticket) -> Vec<UndoStep> {
    let ticket = after.id;
    let mut steps = Vec::new();
    let mut step = |done, back| steps.push(UndoStep { done, back });
    if before.status != after.status {
        // Nothing becomes new again; the desk's turn is the same thing.
        let to = if before.status == Status::New { Status::Open } else { before.status };
        step(
            Change::StatusChanged { ticket, from: before.status, to: after.status },
            Change::StatusChanged { ticket, from: after.status, to },
        );
    }
    if before.assignee != after.assignee {
        step(Change::Assigned { ticket, to: after.assignee }, Change::Assigned { ticket, to: before.assignee });
    }
    if before.team != after.team {
        step(Change::TeamSet { ticket, team: after.team.clone() }, Change::TeamSet { ticket, team: before.team.clone() });
    }
    if before.priority != after.priority {
        step(Change::PrioritySet { ticket, priority: after.priority }, Change::PrioritySet { ticket, priority: before.priority });
    }
    if before.category != after.category {
        let set = |category| Change::CategorySet { ticket, category };
        step(set(after.category.clone()), set(before.category.clone()));
    }
    if before.requester != after.requester {
        let set = |contact| Change::RequesterSet { ticket, contact };
        step(set(after.requester), set(before.requester));
    }
    reviews(before, after, &mut step);
    people(before, after, &mut step);
    labels(before, after, &mut step);
    if before.minutes != after.minutes {
        let minutes = |from: u32, to: u32| {
            let worked = i32::try_from(i64::from(to) - i64::from(from)).unwrap_or_default();
            Change::TimeSpent { ticket, contact: after.requester, minutes: worked }
        };
        step(minutes(before.minutes, after.minutes), minutes(after.minutes, before.minutes));
    }
    clocks(before, after, &mut step);
    deadlines(before, after, &mut step);
    steps
}

/// Since when somebody waits, and what he was promised: a clock that is set going again knows how long it has run.
fn clocks(before: &Ticket, after: &Ticket, step: &mut impl FnMut(Change, Change)) {
    let ticket = after.id;
    if before.awaiting_since != after.awaiting_since {
        let set = |since| Change::AwaitedSince { ticket, since };
        step(set(after.awaiting_since), set(before.awaiting_since));
    }
    // What is promised is settled behind the plan that finishes a ticket. Whether it was broken before is known here alone.
    if before.status.is_unfinished() && !after.status.is_unfinished() {
        for (&target, promise) in &before.promises {
            let done = Change::PromiseSettled { ticket, target, because: "a command".to_owned() };
            step(done, Change::PromiseMade { ticket, target, promise: promise.clone() });
        }
    }
}

/// What was said of how a ticket was handled.
fn reviews(before: &Ticket, after: &Ticket, step: &mut impl FnMut(Change, Change)) {
    let verdict = |ticket: &Ticket| ticket.review.as_ref().and_then(|review| review.verdict.clone());
    let (old, new) = (verdict(before), verdict(after));
    let Some(review) = after.review.as_ref().filter(|_| old != new) else { return };
    // Who spoke before has spoken last again.
    let earlier = before.review.as_ref().unwrap_or(review);
    let said = |review: &Review, from: Option<&Verdict>, to: Option<&Verdict>| Change::Reviewed {
        ticket: after.id,
        agent: review.agent,
        reviewer: review.reviewer,
        verdict: to.cloned().map(Box::new),
        before: Verdict::scores_of(from),
    };
    step(said(review, old.as_ref(), new.as_ref()), said(earlier, new.as_ref(), old.as_ref()));
}

fn people(before: &Ticket, after: &Ticket, step: &mut impl FnMut(Change, Change)) {
    let ticket = after.id;
    for &contact in after.participants.difference(&before.participants) {
        step(Change::ParticipantAdded { ticket, contact }, Change::ParticipantRemoved { ticket, contact });
    }
    for &contact in before.participants.difference(&after.participants) {
        step(Change::ParticipantRemoved { ticket, contact }, Change::ParticipantAdded { ticket, contact });
    }
    for &contact in after.contributors.difference(&before.contributors) {
        step(Change::ContributorAdded { ticket, contact }, Change::ContributorRemoved { ticket, contact });
    }
    for &contact in before.contributors.difference(&after.contributors) {
        step(Change::ContributorRemoved { ticket, contact }, Change::ContributorAdded { ticket, contact });
    }
    let watchers = before.attention.keys().chain(after.attention.keys()).collect::<std::collections::BTreeSet<_>>();
    for &contact in watchers {
        let (old, new) = (before.attention.get(&contact).copied(), after.attention.get(&contact).copied());
        if old != new {
            let set = |attention| Change::AttentionSet { ticket, contact, attention };
            step(set(new), set(old));
        }
    }
}

fn labels(before: &Ticket, after: &Ticket, step: &mut impl FnMut(Change, Change)) {
    let ticket = after.id;
    let added: std::collections::BTreeSet<String> = after.tags.difference(&before.tags).cloned().collect();
    let removed: std::collections::BTreeSet<String> = before.tags.difference(&after.tags).cloned().collect();
    if !added.is_empty() || !removed.is_empty() {
        let done = Change::Tagged { ticket, add: added.clone(), remove: removed.clone() };
        step(done, Change::Tagged { ticket, add: removed, remove: added });
    }
    let names = before.fields.keys().chain(after.fields.keys()).collect::<std::collections::BTreeSet<_>>();
    for name in names {
        let (old, new) = (before.fields.get(name), after.fields.get(name));
        if old != new {
            let set = |value: Option<&crate::base::Private<String>>| Change::FieldSet {
                ticket,
                name: name.clone(),
                value: value.cloned(),
            };
            step(set(new), set(old));
        }
    }
    for &other in after.linked.difference(&before.linked) {
        step(Change::Linked { ticket, other }, Change::Unlinked { ticket, other });
    }
}

/// Deadlines come last: a status that is taken back has made void what does not fit it.
fn deadlines(before: &Ticket, after: &Ticket, step: &mut impl FnMut(Change, Change)) {
    let ticket = after.id;
    let cleared = |kind: DeadlineKind, because: &str| Change::DeadlineCleared { ticket, kind, because: because.to_owned() };
    for (kind, due) in &after.deadlines {
        if !before.deadlines.contains_key(kind) {
            step(Change::DeadlineSet { ticket, kind: *kind, due: due.clone() }, cleared(*kind, "taken back"));
        }
    }
    for (kind, due) in &before.deadlines {
        if after.deadlines.get(kind) != Some(due) {
            let done = cleared(*kind, "a command");
            step(done, Change::DeadlineSet { ticket, kind: *kind, due: due.clone() });
        }
    }
}

/// Does what was done still hold, so that it can be taken back? Where it does not, what it was about.
pub(super) fn still_holds(done: &Change, now: &Ticket) -> Result<(), &'static str> {
    let (holds, what) = match done {
        Change::StatusChanged { to, .. } => (now.status == *to, "status"),
        Change::Assigned { to, .. } => (now.assignee == *to, "assignee"),
        Change::TeamSet { team, .. } => (now.team == *team, "team"),
        Change::PrioritySet { priority, .. } => (now.priority == *priority, "priority"),
        Change::CategorySet { category, .. } => (now.category == *category, "category"),
        Change::RequesterSet { contact, .. } => (now.requester == *contact, "requester"),
        Change::FieldSet { name, value, .. } => (now.fields.get(name) == value.as_ref(), "field"),
        Change::Tagged { add, remove, .. } => (add.is_subset(&now.tags) && remove.is_disjoint(&now.tags), "tags"),
        Change::Reviewed { verdict, .. } => {
            (now.review.as_ref().and_then(|review| review.verdict.as_ref()) == verdict.as_deref(), "review")
        }
        Change::Merged { into, .. } => (now.merged_into == *into, "merge"),
        // Who was added and is gone is as he was to be; numbers and deadlines have no later state that speaks against it.
        _ => (true, ""),
    };
    if holds { Ok(()) } else { Err(what) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{MailboxName, TicketId, Timestamp};
    use crate::domain::{Due, Opening, Priority};

    fn ticket() -> Ticket {
        let opening = Opening {
            ticket: TicketId::new(1),
            mailbox: MailboxName::new("support").expect("name"),
            requester: crate::base::ContactId::new(5),
            subject: String::new().into(),
            base_subject: String::new().into(),
            language: None,
            unverified: false,
        };
        Ticket::open(&opening, Timestamp::from_seconds(0))
    }

    #[test]
    fn what_was_changed_is_taken_back_and_nothing_else() {
        let before = ticket();
        let mut after = before.clone();
        assert_eq!(steps(&before, &after), []);
        after.priority = Priority::High;
        after.tags.insert("vip".to_owned());
        after.minutes = 20;
        let back: Vec<Change> = steps(&before, &after).into_iter().map(|step| step.back).collect();
        let id = before.id;
        assert_eq!(
            back,
            [
                Change::PrioritySet { ticket: id, priority: Priority::Normal },
                Change::Tagged { ticket: id, add: Default::default(), remove: ["vip".to_owned()].into() },
                Change::TimeSpent { ticket: id, contact: before.requester, minutes: -20 },
            ]
        );
    }

    #[test]
    fn a_deadline_that_a_status_made_void_comes_back_after_the_status() {
        let mut before = ticket();
        before.status = Status::Open;
        let due = Due { at: Timestamp::from_seconds(9), who: None, note: None };
        before.deadlines.insert(DeadlineKind::NextResponse(0), due.clone());
        let mut after = before.clone();
        after.status = Status::Closed;
        after.deadlines.clear();
        let back: Vec<Change> = steps(&before, &after).into_iter().map(|step| step.back).collect();
        assert!(matches!(back.first(), Some(Change::StatusChanged { to: Status::Open, .. })));
        assert_eq!(back.get(1), Some(&Change::DeadlineSet { ticket: before.id, kind: DeadlineKind::NextResponse(0), due }));
    }

    #[test]
    fn a_clock_that_is_set_going_again_knows_how_long_it_has_run() {
        let mut before = ticket();
        let (since, due) = (Timestamp::from_seconds(5), Timestamp::from_seconds(9));
        let promise = crate::domain::Promise { since, due, by: String::new(), broken_at: Some(due), paused_at: None };
        before.awaiting_since = Some(since);
        before.promises.insert(crate::domain::Target::FirstResponse, promise.clone());
        let mut after = before.clone();
        (after.status, after.awaiting_since) = (Status::Resolved, None);
        let back: Vec<Change> = steps(&before, &after).into_iter().map(|step| step.back).collect();
        let target = crate::domain::Target::FirstResponse;
        let id = before.id;
        assert_eq!(
            back.get(1..),
            Some(
                &[Change::AwaitedSince { ticket: id, since: Some(since) }, Change::PromiseMade { ticket: id, target, promise }][..]
            )
        );
        // A status in which the promise stands takes nothing away that would have to come back.
        after = Ticket { status: Status::OnHold, ..before.clone() };
        assert_eq!(steps(&before, &after).len(), 1);
    }

    #[test]
    fn what_was_changed_again_meanwhile_is_not_taken_back() {
        let mut now = ticket();
        let done = Change::PrioritySet { ticket: now.id, priority: Priority::Normal };
        assert_eq!(still_holds(&done, &now), Ok(()));
        now.priority = Priority::Urgent;
        assert_eq!(still_holds(&done, &now), Err("priority"));
    }
}
