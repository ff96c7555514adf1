//! What a deadline does when it is due.
//!
//! Each turn takes one deadline of one ticket and yields at most one step of a ladder; the next step is counted from the
//! present, not from when this one was due. So a clock that jumps, or a desk that was down for days, causes no storm.

use std::collections::BTreeSet;

use crate::base::{ContactId, EntryNumber, Span, Timestamp};
use crate::domain::{Actor, Cause, Change, Counters, DeadlineKind, LetterKind, LetterNote, Notice, Plan, Status, Ticket};
use crate::policy::{Escalate, Policy, Roster, Told, step_due, told};

use super::approval;
use super::customer;
use super::draft::Draft;

/// What deciding on a deadline needs to know.
#[derive(Clone, Copy, Debug)]
pub struct ClockFacts<'a> {
    /// The ticket.
    pub ticket: &'a Ticket,
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
        DeadlineKind::FirstResponse(step)
        | DeadlineKind::NextResponse(step)
        | DeadlineKind::Update(step)
        | DeadlineKind::Resolution(step) => {
            // Nobody is reminded while the desk is closed: after a jump of the clock it waits for the next opening.
            if !facts.policy.calendar.is_open(now) {
                draft.due_at(&mut ticket, kind, facts.policy.calendar.add(now, Span::ZERO));
                return Some(draft.finish());
            }
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            ticket.deadlines.remove(&kind);
            climb(&mut draft, facts, &mut ticket, kind, step);
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
                customer::expect_answer(&mut draft, facts.policy, &mut ticket);
            }
            let is_staff = |who: &ContactId| facts.roster.name(*who).is_some();
            let person = ticket.assignee.filter(is_staff).or(due.who.filter(is_staff)).or(facts.operator);
            if let Some(person) = person {
                let note = LetterNote { notices: vec![Notice::Awake], ..LetterNote::default() };
                draft.letter(LetterKind::FollowUp, person, ticket.id, latest(&ticket), note);
            }
        }
        DeadlineKind::ClosingWarning | DeadlineKind::ClosingReminder => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            let closes = now.plus(facts.policy.service.auto_close_after);
            draft.due_at(&mut ticket, DeadlineKind::AutoClose, closes);
            tell_customers(&mut draft, facts, &ticket, LetterKind::ClosingWarning, vec![Notice::ClosesAt { at: closes }]);
        }
        DeadlineKind::AutoClose => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            if draft.status(&mut ticket, Status::Closed).is_ok() {
                tell_customers(&mut draft, facts, &ticket, LetterKind::Closed, Vec::new());
            }
        }
        DeadlineKind::Close => {
            draft.push(Change::DeadlineFired { ticket: ticket.id, kind });
            // A resolved ticket becomes closed without a word; `is_ok` only fails where somebody changed it meanwhile.
            let _ = draft.status(&mut ticket, Status::Closed);
        }
    }
    Some(draft.finish())
}

/// One step of the ladder, and the deadline of the next.
fn climb(draft: &mut Draft, facts: &ClockFacts<'_>, ticket: &mut Ticket, kind: DeadlineKind, step: u8) {
    let steps = &facts.policy.service.ladder.steps;
    let Some(rung) = steps.get(usize::from(step)) else { return };
    let told_at = |earlier: &crate::policy::LadderStep| people_of(facts, ticket, earlier.tell);
    let earlier: BTreeSet<_> = steps.iter().take(usize::from(step)).flat_map(told_at).collect();
    let mut people = people_of(facts, ticket, rung.tell);
    // Often the lead is the manager too: who has been told is not told again while there is somebody above.
    if rung.tell == Escalate::Manager && people.iter().all(|person| earlier.contains(person)) {
        people = people_of(facts, ticket, Escalate::UpperManager);
    }
    let since = ticket.last_customer_at.unwrap_or(ticket.opened_at);
    let told_before: Vec<_> = earlier.into_iter().filter(|person| !people.contains(person)).collect();
    let note = LetterNote { waited: Some(facts.now.since(since)), told: told_before, ..LetterNote::default() };
    let letter = if rung.tell == Escalate::Assignee { LetterKind::Reminder } else { LetterKind::Escalation };
    for person in people {
        draft.letter(letter, person, ticket.id, latest(ticket), note.clone());
    }
    if let Some(at) = step_due(facts.policy, facts.now, usize::from(step).saturating_add(1)) {
        let next = step.saturating_add(1);
        let next = if matches!(kind, DeadlineKind::FirstResponse(_)) {
            DeadlineKind::FirstResponse(next)
        } else {
            DeadlineKind::NextResponse(next)
        };
        draft.due_at(ticket, next, at);
    }
}

fn people_of(facts: &ClockFacts<'_>, ticket: &Ticket, step: Escalate) -> Vec<ContactId> {
    match told(step, ticket, facts.policy, facts.roster, facts.now) {
        Told::People(people) => people,
        Told::Operator => facts.operator.into_iter().collect(),
    }
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
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::base::{EmailAddress, MailboxName, StaffName, TicketId};
    use crate::domain::{Due, Opening};
    use crate::policy::{
        Calendar, DeskPolicy, Ladder, PeopleRules, RuleSet, Service, Strangers, SubjectThreading, Threading, Volumes,
    };

    const OPERATOR: ContactId = ContactId::new(9);

    fn policy() -> Policy {
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
            service: Service {
                first_response: BTreeMap::new(),
                next_response: BTreeMap::new(),
                ladder: Ladder { steps: Vec::new() },
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
            let facts = ClockFacts { ticket: &ticket, counters, operator: Some(OPERATOR), policy: &policy, roster: &roster, now };
            let plan = clock(reminder, &facts).expect("it is due");
            let told: Vec<_> = plan.letters.iter().map(|letter| letter.to).collect();
            assert_eq!(told, [reminded], "asked by {asked}, assigned to {assignee:?}, staff {staff:?}");
        }
    }
}
