//! What a deadline does when it is due.
//!
//! Each turn takes one deadline of one ticket and yields at most one step of a ladder; the next step is counted from the
//! present, not from when this one was due. So a clock that jumps, or a desk that was down for days, causes no storm.
//! Whom a step tells is not written to here: it waits in his round (`round.rs`).

use crate::base::{ContactId, EntryNumber, Span, Timestamp};
use crate::domain::{
    Actor, Cause, Change, Contact, Counters, DeadlineKind, LetterKind, LetterNote, Notice, Nudge, Plan, Status, Target, Ticket,
};
use crate::policy::{Affiliation, Escalate, Look, Policy, Roster, Told, next_look, terms, told, told_above};

use super::approval;
use super::customer;
use super::draft::Draft;
use super::survey;

/// What deciding on a deadline needs to know.
#[derive(Clone, Copy, Debug)]
pub struct ClockFacts<'a> {
    /// The ticket.
    pub ticket: &'a Ticket,
    /// What its requester belongs to.
    pub requester: &'a Affiliation,
    /// Its requester, where he is to be asked something.
    pub customer: Option<&'a Contact>,
    /// The last number given of each kind.
    pub counters: Counters,
    /// The operator's contact.
    pub operator: Option<ContactId>,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

/// Lets a deadline take effect. Nothing where it has been cancelled or moved meanwhile.
pub fn clock(kind: DeadlineKind, facts: &ClockFacts<'_>) -> Option<Plan> {
    let due = facts.ticket.deadlines.get(&kind).filter(|due| due.at <= facts.now)?.clone();
    let mut ticket = facts.ticket.clone();
    let cause = Cause::Deadline(ticket.id, kind);
    let mut draft = Draft::new(Actor::Desk, cause, facts.counters, facts.now);
    let now = facts.now;
    match kind {
        DeadlineKind::FirstResponse(_)
        | DeadlineKind::NextResponse(_)
        | DeadlineKind::Update(_)
        | DeadlineKind::Resolution(_) => {
            look(&mut draft, facts, &mut ticket, kind);
        }
        DeadlineKind::Approval => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            ticket.deadlines.remove(&kind);
            approval::remind(&mut draft, facts, &mut ticket);
        }
        DeadlineKind::FollowUp(_) => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            let text = due.note.as_ref().map(|note| note.text().to_owned()).unwrap_or_default();
            // Whoever has left, asker or assignee, is not written to any more.
            let is_staff = |who: &ContactId| facts.roster.name(*who).is_some();
            let person = due.who.filter(is_staff).or(ticket.assignee.filter(is_staff)).or(facts.operator);
            if let Some(person) = person {
                let note = LetterNote { notices: vec![Notice::Reminder { text }], ..LetterNote::default() };
                draft.letter(LetterKind::FollowUp, person, ticket.id, latest(&ticket), note);
            }
        }
        DeadlineKind::Snooze => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            ticket.deadlines.remove(&kind);
            if ticket.status == Status::OnHold && draft.status(&mut ticket, Status::Open).is_ok() {
                customer::expect_answer(&mut draft, &mut ticket);
            }
            let is_staff = |who: &ContactId| facts.roster.name(*who).is_some();
            let person = ticket.assignee.filter(is_staff).or(due.who.filter(is_staff)).or(facts.operator);
            if let Some(person) = person {
                let note = LetterNote { notices: vec![Notice::Awake], ..LetterNote::default() };
                draft.letter(LetterKind::FollowUp, person, ticket.id, latest(&ticket), note);
            }
        }
        DeadlineKind::ClosingWarning | DeadlineKind::ClosingReminder | DeadlineKind::AutoClose
            if owes(&ticket, now).is_some() =>
        {
            // While the desk owes something itself, it does not ask the customer whether that is still needed.
            let until = owes(&ticket, now).unwrap_or(now);
            draft.due_at(&mut ticket, kind, until);
        }
        DeadlineKind::ClosingWarning | DeadlineKind::ClosingReminder => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            ticket.deadlines.remove(&kind);
            let closing = facts.policy.service.closing(ticket.category.as_ref());
            let again = closing.reminder_after.filter(|_| kind == DeadlineKind::ClosingWarning).map(|after| now.plus(after));
            let closes = again.unwrap_or(now).plus(closing.auto_close_after);
            match again {
                Some(again) => draft.due_at(&mut ticket, DeadlineKind::ClosingReminder, again),
                None => draft.due_at(&mut ticket, DeadlineKind::AutoClose, closes),
            }
            tell_customers(&mut draft, facts, &ticket, LetterKind::ClosingWarning, vec![Notice::ClosesAt { at: closes }]);
        }
        DeadlineKind::AutoClose => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            if draft.status(&mut ticket, Status::Closed).is_ok() {
                tell_customers(&mut draft, facts, &ticket, LetterKind::Closed, Vec::new());
            }
        }
        DeadlineKind::Survey => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            survey::ask(&mut draft, facts, &ticket);
        }
        DeadlineKind::Close => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            // A resolved ticket becomes closed without a word; `is_ok` only fails where somebody changed it meanwhile.
            let _ = draft.status(&mut ticket, Status::Closed);
        }
    }
    Some(draft.finish())
}

/// Looks at a promise: whether it is broken, who is to be told now, and when it is looked at again.
fn look(draft: &mut Draft, facts: &ClockFacts<'_>, ticket: &mut Ticket, kind: DeadlineKind) {
    let Some((target, step)) = Target::of(kind) else { return };
    let now = facts.now;
    let Some(promise) = ticket.promises.get(&target).cloned() else {
        // Tickets of the time before promises have deadlines alone: their clock begins anew.
        draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
        draft.push(Change::AnswerAwaited { ticket: ticket.id });
        return;
    };
    // Who puts a ticket aside is told when it comes back, and not before.
    if let Some(snooze) = ticket.deadlines.get(&DeadlineKind::Snooze).map(|due| due.at).filter(|at| *at > now) {
        draft.due_at(ticket, kind, snooze);
        return;
    }
    draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
    ticket.deadlines.remove(&kind);
    if now >= promise.due && promise.broken_at.is_none() {
        draft.push(Change::PromiseBroken { ticket: ticket.id, target });
    }
    let terms = terms(facts.policy, ticket, facts.requester);
    let moments = terms.ladder().moments();
    let place = usize::from(step);
    if let Some(tell) = moments.get(place).and_then(|moment| moment.tell()) {
        nudge(draft, facts, ticket, (kind, promise.since), tell, moments.get(..=place).unwrap_or_default());
    }
    let scene = (&*ticket, facts.policy, facts.roster);
    if let Some((next, at)) = next_look(scene, terms.ladder(), (promise.due, now), place.saturating_add(1)) {
        draft.due_at(ticket, target.deadline(u8::try_from(next).unwrap_or(u8::MAX)), at);
    }
}

/// Lets everybody whom a step tells know, as soon as it suits each of them.
fn nudge(
    draft: &mut Draft,
    facts: &ClockFacts<'_>,
    ticket: &Ticket,
    (kind, since): (DeadlineKind, Timestamp),
    tell: Escalate,
    moments: &[Look],
) {
    let parties = (facts.policy, facts.roster);
    let people = told_by(parties, facts.operator, ticket, moments, facts.now).pop().unwrap_or_default();
    let letter = if matches!(tell, Escalate::Assignee | Escalate::Team) { LetterKind::Reminder } else { LetterKind::Escalation };
    for contact in people {
        let nudge = Nudge { ticket: ticket.id, kind, since, letter };
        draft.push(nudged(contact, nudge, (facts.policy, facts.roster), facts.now));
    }
}

/// Somebody is to be told of something, as soon as it suits him.
pub(super) fn nudged(contact: ContactId, nudge: Nudge, (policy, roster): (&Policy, &Roster), now: Timestamp) -> Change {
    let at = roster.name(contact).map_or(now, |name| policy.suits(name, now));
    Change::Nudged { contact, nudge, at }
}

/// Who is told by each of some moments of a ladder. Often the lead is the manager too: who is told by a step of another sort is not
/// told again as a manager while there is somebody above, and the steps that follow go on from there.
pub(super) fn told_by(
    (policy, roster): (&Policy, &Roster),
    operator: Option<ContactId>,
    ticket: &Ticket,
    moments: &[Look],
    now: Timestamp,
) -> Vec<Vec<ContactId>> {
    let known = |told| match told {
        Told::People(people) => people,
        Told::Operator => operator.into_iter().collect(),
    };
    let mut all: Vec<(Option<Escalate>, Vec<ContactId>)> = Vec::new();
    for moment in moments {
        let tell = moment.tell();
        let people = tell.map(|step| {
            let is_told = |person: &ContactId| all.iter().any(|(other, people)| *other != tell && people.contains(person));
            let rank = match step {
                Escalate::Assignee | Escalate::Team | Escalate::Lead => return known(told(step, ticket, policy, roster, now)),
                Escalate::Manager => 1,
                Escalate::UpperManager => 2,
            };
            // A tree is not deeper than it has roles.
            let ranks = (rank..=policy.roles.len().max(rank)).map(|rank| known(told_above(rank, ticket, policy, roster, now)));
            let mut last = Vec::new();
            for people in ranks {
                if !people.iter().all(is_told) {
                    return people;
                }
                last = people;
            }
            last
        });
        all.push((tell, people.unwrap_or_default()));
    }
    all.into_iter().map(|(_, people)| people).collect()
}

/// Until when the desk owes something itself: a reminder of its own, a snooze, a promise whose clock runs.
fn owes(ticket: &Ticket, now: Timestamp) -> Option<Timestamp> {
    let is_ours = |kind: &DeadlineKind| match kind {
        DeadlineKind::FollowUp(_) | DeadlineKind::Snooze => true,
        DeadlineKind::ClosingWarning | DeadlineKind::ClosingReminder | DeadlineKind::AutoClose => false,
        DeadlineKind::Close | DeadlineKind::Survey => false,
        _ => Target::of(*kind).is_some(),
    };
    let open = ticket.deadlines.iter().filter(|(kind, _)| is_ours(kind)).map(|(_, due)| due.at).max();
    let owed = ticket.promises.values().any(|promise| promise.paused_at.is_none());
    // What fell due in this moment has its turn first; a promise that nobody is told of any more is looked at every day.
    open.map(|at| at.max(now).plus(Span::from_hours(1))).or_else(|| owed.then(|| now.plus(Span::from_days(1))))
}

fn latest(ticket: &Ticket) -> Option<EntryNumber> {
    (ticket.entries > 0).then(|| EntryNumber::new(ticket.entries))
}

/// Writes to the participants, within the bound of automatic mails to one person.
fn tell_customers(draft: &mut Draft, facts: &ClockFacts<'_>, ticket: &Ticket, kind: LetterKind, notices: Vec<Notice>) {
    let bound = usize::try_from(facts.policy.volumes.automatic_per_ticket).unwrap_or(usize::MAX);
    let day_ago = facts.now.minus(Span::from_hours(24));
    for person in &ticket.participants {
        let recent = ticket.automatic.get(person).map_or(0, |times| times.iter().filter(|then| **then > day_ago).count());
        if facts.policy.volumes.enforced && recent >= bound {
            draft.push(Change::LetterWithheld {
                ticket: Some(ticket.id),
                contact: *person,
                kind: kind.as_str().to_owned(),
                because: "the recipient had enough automatic mails of this ticket within 24 hours".to_owned(),
            });
            continue;
        }
        let note = LetterNote { notices: notices.clone(), ..LetterNote::default() };
        draft.letter(kind, *person, ticket.id, None, note);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::base::{EmailAddress, MailboxName, StaffName, TicketId};
    use crate::domain::{Due, Opening};
    use crate::policy::{
        Calendar, DeskPolicy, Ladder, PeopleRules, RuleSet, Service, Strangers, SubjectThreading, Threading, Volumes,
    };

    const OPERATOR: ContactId = ContactId::new(9);

    /// A desk without anybody.
    pub(in crate::decide) fn policy() -> Policy {
        Policy {
            desk: DeskPolicy {
                name: "Desk".to_owned(),
                domain: "desk.example".to_owned(),
                language: "en".to_owned(),
                operator: EmailAddress::new("operator@desk.example").expect("address"),
            },
            mailboxes: BTreeMap::new(),
            staff: BTreeMap::new(),
            invited: BTreeMap::new(),
            teams: BTreeMap::new(),
            roles: BTreeMap::new(),
            categories: BTreeMap::new(),
            rules: Arc::new(RuleSet::compile(Vec::new()).expect("compiles")),
            calendar: Arc::new(Calendar::always(jiff::tz::TimeZone::UTC)),
            schedules: crate::policy::Schedules::default(),
            service: Service {
                first_response: BTreeMap::new(),
                next_response: BTreeMap::new(),
                slas: Vec::new(),
                contact_fields: Vec::new(),
                ladder: Ladder::default(),
                satisfaction: None,
                quality: None,
                digests: crate::policy::Digests::default(),
                reports: Vec::new(),
                alerts: Vec::new(),
                closings: BTreeMap::new(),
                closing_reminder_after: None,
                closing_warning_after: None,
                auto_close_after: Span::from_days(2),
                close_after: Span::from_days(3),
                reopen_within: Span::from_days(14),
                hold: crate::policy::Hold::Answered,
            },
            threading: Threading {
                strangers: Strangers::Link,
                subject: SubjectThreading::Off,
                ack_unverified: true,
                close_own: true,
            },
            volumes: Volumes::default(),
            views: BTreeMap::new(),
            macros: BTreeMap::new(),
            articles: BTreeMap::new(),
            mask: crate::policy::Mask::default(),
            people: PeopleRules::default(),
        }
    }

    /// Who asked, who answers for the ticket, who still belongs to the staff, who is reminded.
    #[test]
    fn a_reminder_goes_to_nobody_who_has_left() {
        let now = Timestamp::from_seconds(1_772_438_400);
        for (asked, assignee, staff, reminded) in [
            (1, Some(2), &[1, 2][..], ContactId::new(1)),
            (1, Some(2), &[2], ContactId::new(2)),
            (1, Some(2), &[], OPERATOR),
            (1, Some(1), &[2], OPERATOR),
            (1, None, &[], OPERATOR),
        ] {
            let mut roster = Roster::default();
            for number in staff {
                roster.insert(StaffName::new(format!("member{number}")).expect("name"), ContactId::new(*number));
            }
            let opening = Opening {
                ticket: TicketId::new(1),
                mailbox: MailboxName::new("support").expect("name"),
                requester: ContactId::new(5),
                subject: String::new().into(),
                base_subject: String::new().into(),
                language: None,
                unverified: false,
            };
            let mut ticket = Ticket::open(&opening, now);
            ticket.assignee = assignee.map(ContactId::new);
            let reminder = DeadlineKind::FollowUp(ContactId::new(asked));
            ticket.deadlines.insert(reminder, Due { at: now, who: Some(ContactId::new(asked)), note: None });
            let (policy, counters) = (policy(), Counters::default());
            let facts = ClockFacts {
                ticket: &ticket,
                requester: &Affiliation::default(),
                customer: None,
                counters,
                operator: Some(OPERATOR),
                policy: &policy,
                roster: &roster,
                now,
            };
            let plan = clock(reminder, &facts).expect("it is due");
            let told: Vec<_> = plan.letters.iter().map(|letter| letter.to).collect();
            assert_eq!(told, [reminded], "asked by {asked}, assigned to {assignee:?}, staff {staff:?}");
        }
    }
}
