//! Answers of those who learn: they wait for whoever supervises their writer, and are sent once or not at all.

use crate::base::{ContactId, EntryNumber, Timestamp};
use crate::domain::{Change, DeadlineKind, Due, HeldReply, LetterKind, LetterNote, Notice, PeopleNotice, Ticket};
use crate::policy::{Member, Policy, Roster};

use super::clock::ClockFacts;
use super::draft::Draft;

/// Reminders of one answer that waits: the mentor, then the manager, and then it is in the overview.
const REMINDERS: u8 = 2;

/// Whom an answer waits for: the mentor, or who stands in for him; else the learner's managers, else the operator.
pub(super) fn approvers(
    learner: &Member,
    policy: &Policy,
    roster: &Roster,
    operator: Option<ContactId>,
    now: Timestamp,
) -> Vec<ContactId> {
    let mentor = policy.acting_mentor(learner, now).and_then(|mentor| roster.contact(&mentor.name));
    match mentor {
        Some(mentor) => vec![mentor],
        None => policy.managers_or(operator, learner, roster, now),
    }
}

/// Sets the next reminder of an answer that waits, where the settings want one.
pub(super) fn expect_decision(draft: &mut Draft, policy: &Policy, ticket: &mut Ticket) {
    if let Some(after) = policy.people.approval_after {
        let at = policy.calendar.add(draft.now, after);
        draft.deadline(ticket, DeadlineKind::Approval, Due { at, who: None, note: None });
    }
}

/// Reminds of answers that still wait: the first time who is to approve, the second time the manager as well.
pub(super) fn remind(draft: &mut Draft, facts: &ClockFacts<'_>, ticket: &mut Ticket) {
    let waiting: Vec<(EntryNumber, HeldReply)> = ticket.drafts.iter().map(|(entry, held)| (*entry, *held)).collect();
    let mut is_more = false;
    for (entry, held) in waiting {
        let Some(learner) = facts.policy.member(facts.roster, held.by) else { continue };
        let mut people = approvers(learner, facts.policy, facts.roster, facts.operator, facts.now);
        if held.reminders > 0 {
            people.extend(facts.policy.managers_or(facts.operator, learner, facts.roster, facts.now));
            people.sort();
            people.dedup();
        }
        let notice = PeopleNotice::DraftStillWaits { name: learner.display.clone(), since: held.at };
        for person in people.into_iter().filter(|person| *person != held.by) {
            let note = LetterNote { notices: vec![Notice::People(notice.clone())], ..LetterNote::default() };
            draft.letter(LetterKind::Draft, person, ticket.id, Some(entry), note);
        }
        draft.push(Change::ReplyRemembered { ticket: ticket.id, entry });
        is_more |= held.reminders.saturating_add(1) < REMINDERS;
    }
    if is_more {
        expect_decision(draft, facts.policy, ticket);
    }
}
