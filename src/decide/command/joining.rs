//! Conversations that belong together, or do not: `#link`, `#merge`, `#split`, `#move`.
//!
//! An entry that moves is copied into the other ticket, where its text, its files and its Message-ID are found from then on; the
//! original stays where it was and says where it went. So nothing is lost, and taking back is to forget the copy.

use crate::base::{EntryNumber, TicketId, limit};
use crate::domain::{
    Author, Change, DeadlineKind, Entry, EntryKind, LetterKind, LetterNote, Notice, Opening, Status, Ticket, UndoStep,
};
use crate::policy::Permission;

use super::super::customer;
use super::super::draft::Draft;
use super::super::facts::Question;
use super::super::reversal::steps as steps_back;
use super::order::{Asker, Order, Risk, Work};
use super::status::number;
use super::table::{Family, alone};

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "link",
        risk: Risk::Usual,
        usage: "#link number",
        example: "#link 42",
        english: "links the ticket with another",
        german: "verknüpft das Ticket mit einem anderen",
        read: |argument| Some(Box::new(Link(number(argument)?))),
    },
    Family {
        name: "merge",
        risk: Risk::Usual,
        usage: "#merge number",
        example: "#merge 42",
        english: "lets the conversation go on in another ticket",
        german: "führt das Gespräch in einem anderen Ticket weiter",
        read: |argument| Some(Box::new(Merge(number(argument)?))),
    },
    Family {
        name: "split",
        risk: Risk::Usual,
        usage: "#split",
        example: "#split",
        english: "makes the message that you answer and everything after it a ticket of its own",
        german: "macht aus der Nachricht, auf die Sie antworten, und allem danach ein eigenes Ticket",
        read: |argument| alone(argument, Split),
    },
    Family {
        name: "move",
        risk: Risk::Usual,
        usage: "#move number",
        example: "#move 42",
        english: "moves the message that you answer to another ticket",
        german: "verschiebt die Nachricht, auf die Sie antworten, in ein anderes Ticket",
        read: |argument| Some(Box::new(Move(number(argument)?))),
    },
];

#[derive(Debug)]
struct Link(TicketId);

impl Order for Link {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Merge
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Ticket(self.0)]
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let other = work.other(self.0, Permission::See, "link")?;
        let (draft, ticket) = work.on_ticket()?;
        if other.id == ticket.id {
            return Err(Notice::SameTicket { ticket: ticket.id });
        }
        link(draft, ticket, other.id);
        Ok(vec![Notice::Linked { other: other.id }])
    }
}

fn link(draft: &mut Draft, ticket: &mut Ticket, other: TicketId) {
    if ticket.linked.insert(other) {
        draft.push(Change::Linked { ticket: ticket.id, other });
    }
}

#[derive(Debug)]
struct Merge(TicketId);

impl Order for Merge {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Merge
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Ticket(self.0), Question::Entries]
    }

    fn keeps_own_steps(&self) -> bool {
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let target = target(work, self.0, "merge")?;
        let entries = entries_of(work)?;
        merge(work, target, &entries)
    }
}

/// A ticket that may take something in.
fn target(work: &Work<'_>, id: TicketId, command: &str) -> Result<Ticket, Notice> {
    let target = work.other(id, Permission::Merge, command)?;
    if work.ticket.as_ref().is_some_and(|ticket| ticket.id == id) {
        return Err(Notice::SameTicket { ticket: id });
    }
    if matches!(target.status, Status::Merged | Status::Spam) {
        return Err(Notice::TakesNothing { ticket: id, status: target.status });
    }
    Ok(target)
}

/// The entries of the ticket, with the one that this very mail has added, without those that went elsewhere.
fn entries_of(work: &Work<'_>) -> Result<Vec<Entry>, Notice> {
    let Some(ticket) = &work.ticket else { return Err(Notice::NeedsTicket) };
    if ticket.entries > limit::MOVED_ENTRIES {
        return Err(Notice::TooLong { entries: ticket.entries, most: limit::MOVED_ENTRIES });
    }
    let known = work.facts.orders.entries.get(&ticket.id).cloned().unwrap_or_default();
    let added = work.draft.plan.changes.iter().filter_map(|change| match change {
        Change::EntryAdded { entry, .. } if entry.ticket == ticket.id => Some((**entry).clone()),
        _ => None,
    });
    Ok(known.into_iter().chain(added).filter(|entry| entry.moved_to.is_none()).collect())
}

/// All of a ticket goes on in another: its entries, its people, and whose turn it is.
fn merge(work: &mut Work<'_>, mut target: Ticket, entries: &[Entry]) -> Result<Vec<Notice>, Notice> {
    let (agent, by) = (work.agent, work.member.display.clone());
    let (draft, ticket) = work.on_ticket()?;
    let before = ticket.clone();
    let target_before = target.clone();
    let mut steps: Vec<UndoStep> = Vec::new();
    for entry in entries {
        steps.extend(draft.move_entry(ticket.id, entry, &mut target));
    }
    for person in &ticket.participants {
        draft.participant(&mut target, *person);
    }
    for person in ticket.assignee.iter().chain(&ticket.contributors) {
        if target.assignee != Some(*person) {
            draft.contributor(&mut target, *person);
        }
    }
    if target.linked.insert(ticket.id) {
        draft.push(Change::Linked { ticket: target.id, other: ticket.id });
    }
    let waits = matches!(ticket.status, Status::New | Status::Open);
    let from = ticket.status;
    draft.status(ticket, Status::Merged).map_err(|_| Notice::IllegalStatus { from, to: Status::Merged })?;
    let merged = Change::Merged { ticket: ticket.id, into: Some(target.id) };
    draft.push(merged.clone());
    ticket.merged_into = Some(target.id);
    // What waited in the other waits still, unless it is answered by what comes in; what waited here goes on waiting there.
    let last_reply = entries.iter().filter(|entry| entry.kind == EntryKind::Reply).map(|entry| entry.at).max();
    let waited = target_before.awaiting_since.filter(|since| last_reply.is_none_or(|at| at < *since));
    let waited = waited.into_iter().chain(before.awaiting_since.filter(|_| waits)).min();
    if waited.is_some() {
        draft.awaited_since(&mut target, waited);
    }
    if waits {
        turn(draft, &mut target);
    }
    if let Some(assignee) = target.assignee.filter(|assignee| *assignee != agent) {
        let note = LetterNote { notices: vec![Notice::MergedHere { other: ticket.id, by }], ..LetterNote::default() };
        draft.letter(LetterKind::StaffActivity, assignee, target.id, None, note);
    }
    steps.push(UndoStep { done: merged, back: Change::Merged { ticket: ticket.id, into: None } });
    steps.extend(steps_back(&target_before, &target));
    steps.extend(steps_back(&before, ticket));
    let into = target.id;
    work.steps.extend(steps);
    // The reply to the receipt arrives where the conversation goes on.
    work.undo_in = Some(into);
    Ok(vec![Notice::MergedInto { into }])
}

/// It is the desk's turn in a ticket that has taken in something unanswered.
fn turn(draft: &mut Draft, ticket: &mut Ticket) {
    if !matches!(ticket.status, Status::New | Status::Open) && draft.status(ticket, Status::Open).is_err() {
        return;
    }
    let waits = |kind: &DeadlineKind| matches!(kind, DeadlineKind::FirstResponse(_) | DeadlineKind::NextResponse(_));
    if !ticket.deadlines.keys().any(waits) {
        customer::expect_answer(draft, ticket);
    }
}

/// The entry that the answered letter was about; without one the last message from outside.
fn meant<'a>(work: &Work<'_>, entries: &'a [Entry]) -> Option<&'a Entry> {
    let named = work.facts.orders.answers.as_ref().and_then(|letter| letter.entry);
    match named {
        Some(number) => entries.iter().find(|entry| entry.number == number),
        None => entries.iter().rev().find(|entry| entry.kind == EntryKind::Message),
    }
}

#[derive(Debug)]
struct Move(TicketId);

impl Order for Move {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Merge
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Ticket(self.0), Question::Entries]
    }

    fn keeps_own_steps(&self) -> bool {
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let mut target = target(work, self.0, "move")?;
        let entries = entries_of(work)?;
        let Some(entry) = meant(work, &entries).cloned() else { return Err(Notice::NothingToMove) };
        // What has nothing left goes on there as a whole, so that answers to it find their way.
        if entries.len() == 1 {
            return merge(work, target, &entries);
        }
        let (draft, ticket) = work.on_ticket()?;
        let target_before = target.clone();
        let mut steps: Vec<UndoStep> = draft.move_entry(ticket.id, &entry, &mut target).into();
        if entry.kind == EntryKind::Message {
            turn(draft, &mut target);
            if let Some(assignee) = target.assignee {
                let number = EntryNumber::new(target.entries);
                draft.letter(LetterKind::CustomerReply, assignee, target.id, Some(number), LetterNote::default());
            }
        }
        let linked_before = ticket.clone();
        link(draft, ticket, target.id);
        steps.extend(steps_back(&target_before, &target));
        steps.extend(steps_back(&linked_before, ticket));
        work.steps.extend(steps);
        Ok(vec![Notice::EntryMoved { to: self.0 }])
    }
}

#[derive(Debug)]
struct Split;

impl Order for Split {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Merge
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Entries]
    }

    fn keeps_own_steps(&self) -> bool {
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let entries = entries_of(work)?;
        let Some(first) = meant(work, &entries).map(|entry| entry.number) else { return Err(Notice::NothingToMove) };
        let (kept, moved): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|entry| entry.number < first);
        if kept.is_empty() {
            return Err(Notice::NothingLeft);
        }
        let (agent, now) = (work.agent, work.arrival.now);
        let (draft, ticket) = work.on_ticket()?;
        let asks = moved.iter().find_map(|entry| match (entry.kind, entry.author) {
            (EntryKind::Message, Author::Customer(contact)) => Some(contact),
            _ => None,
        });
        let mut fresh = apart(draft, ticket, asks.unwrap_or(ticket.requester), now);
        let mut steps: Vec<UndoStep> = Vec::new();
        for entry in &moved {
            steps.extend(draft.move_entry(ticket.id, entry, &mut fresh));
        }
        let linked_before = ticket.clone();
        link(draft, ticket, fresh.id);
        let last_spoke = moved.iter().rev().find(|entry| entry.kind.is_public()).map(|entry| entry.kind);
        if last_spoke == Some(EntryKind::Reply) {
            // It can only be new, and new may become pending.
            let _ = draft.status(&mut fresh, Status::Pending);
        } else {
            turn(draft, &mut fresh);
        }
        steps.extend(steps_back(&linked_before, ticket));
        // To be answered it must have been written about.
        let (person, letter) = match fresh.assignee {
            Some(assignee) => (assignee, LetterKind::Assigned),
            None => (agent, LetterKind::NewTicket),
        };
        draft.letter(letter, person, fresh.id, Some(EntryNumber::new(fresh.entries)), LetterNote::default());
        // Taken back, the new ticket goes on in the old one.
        let done = Change::Merged { ticket: fresh.id, into: None };
        steps.push(UndoStep { done, back: Change::Merged { ticket: fresh.id, into: Some(ticket.id) } });
        steps.push(UndoStep {
            done: Change::StatusChanged { ticket: fresh.id, from: Status::New, to: fresh.status },
            back: Change::StatusChanged { ticket: fresh.id, from: fresh.status, to: Status::Merged },
        });
        work.steps.extend(steps);
        Ok(vec![Notice::SplitInto { ticket: fresh.id }])
    }
}

/// A new ticket like the one it comes from.
fn apart(draft: &mut Draft, from: &Ticket, requester: crate::base::ContactId, now: crate::base::Timestamp) -> Ticket {
    draft.counters.ticket = draft.counters.ticket.next();
    let opening = Opening {
        ticket: draft.counters.ticket,
        mailbox: from.mailbox.clone(),
        requester,
        subject: from.subject.clone(),
        base_subject: from.base_subject.clone(),
        language: from.language.clone(),
        unverified: from.unverified,
    };
    let mut fresh = Ticket::open(&opening, now);
    draft.push(Change::TicketOpened(opening));
    for person in &from.participants {
        draft.participant(&mut fresh, *person);
    }
    draft.team(&mut fresh, from.team.clone());
    draft.category(&mut fresh, from.category.clone());
    draft.priority(&mut fresh, from.priority);
    draft.assign(&mut fresh, from.assignee);
    for person in &from.contributors {
        draft.contributor(&mut fresh, *person);
    }
    fresh
}
