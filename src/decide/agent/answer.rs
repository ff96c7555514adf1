//! A public answer: it goes to the participants and hands the turn to the customer.

use crate::base::{ContactId, EntryNumber};
use crate::domain::{DeadlineKind, Entry, EntryKind, LetterKind, LetterNote, Notice, PeopleNotice, Status};

use super::super::approval;
use super::super::command::Work;
use super::super::intake::refers;

/// The people on the customer's side that an answer of this writer goes to.
///
/// # Errors
/// [`Notice::NoRecipient`] where there are none.
pub(in crate::decide) fn recipients(work: &Work<'_>, writer: ContactId) -> Result<Vec<ContactId>, Notice> {
    let Some(ticket) = &work.ticket else { return Err(Notice::NeedsTicket) };
    let reaches = |person: &ContactId| *person != writer && !work.facts.without_address.contains(person);
    let people: Vec<_> = ticket.participants.iter().copied().filter(reaches).collect();
    if people.is_empty() { Err(Notice::NoRecipient) } else { Ok(people) }
}

/// Sends an answer to the participants and hands the turn to the customer. `writer`: in whose name, who need not be who has
/// sent the mail.
pub(in crate::decide) fn reply(work: &mut Work<'_>, entry: Entry, writer: ContactId) -> Result<EntryNumber, Notice> {
    let arrival = work.arrival;
    if work.ticket.as_ref().is_some_and(|ticket| ticket.practice.is_some()) {
        return practised(work, entry, writer);
    }
    // Whatever brought it here: who learns sends nothing by himself.
    if writer == work.agent && work.member.is_shadowing() {
        return Err(Notice::People(PeopleNotice::ShadowsOnly));
    }
    if writer == work.agent && work.member.is_supervised() {
        return approval::hold(work, Entry { kind: EntryKind::Draft, ..entry });
    }
    let people = recipients(work, writer)?;
    let (draft, ticket) = work.on_ticket()?;
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

/// An answer in a ticket to practise on: it goes to who looks at it, and once that person has approved it, it ends the practice.
/// It goes to nobody else.
fn practised(work: &mut Work<'_>, entry: Entry, writer: ContactId) -> Result<EntryNumber, Notice> {
    if writer == work.agent {
        return approval::hold(work, Entry { kind: EntryKind::Draft, ..entry });
    }
    let refers = refers(work.arrival);
    let (draft, ticket) = work.on_ticket()?;
    let number = draft.entry(ticket, entry, refers);
    let from = ticket.status;
    draft.status(ticket, Status::Closed).map_err(|_| Notice::IllegalStatus { from, to: Status::Closed })?;
    Ok(number)
}
