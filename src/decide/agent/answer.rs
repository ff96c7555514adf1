//! A public answer: it goes to the participants and hands the turn to the customer.

use crate::base::{ContactId, EntryNumber};
use crate::domain::{DeadlineKind, Entry, LetterKind, LetterNote, Notice, Status};

use super::super::command::Work;
use super::super::intake::refers;

/// Sends an answer to the participants and hands the turn to the customer.
pub(in crate::decide) fn reply(work: &mut Work<'_>, entry: Entry) -> Result<EntryNumber, Notice> {
    let (arrival, facts, agent) = (work.arrival, work.facts, work.agent);
    let (draft, ticket) = work.on_ticket()?;
    let reaches = |person: &ContactId| *person != agent && !facts.without_address.contains(person);
    let people: Vec<_> = ticket.participants.iter().copied().filter(reaches).collect();
    if people.is_empty() {
        return Err(Notice::NoRecipient);
    }
    let number = draft.entry(ticket, entry, refers(arrival));
    for person in people {
        draft.letter(LetterKind::Reply, person, ticket.id, Some(number), LetterNote::default());
    }
    draft.answered(ticket, "a public answer");
    if ticket.status != Status::Pending {
        let from = ticket.status;
        draft.status(ticket, Status::Pending).map_err(|_| Notice::IllegalStatus { from, to: Status::Pending })?;
    }
    if let Some(after) = arrival.policy.service.closing_warning_after {
        draft.due_at(ticket, DeadlineKind::ClosingWarning, arrival.now.plus(after));
    }
    Ok(number)
}
