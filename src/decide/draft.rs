//! A plan in the making: the ticket as it will be, beside the changes that make it so.

use std::collections::BTreeSet;

use crate::base::{CategoryName, ContactId, Digest, EmailAddress, EntryNumber, Private, TeamName, TicketId, Timestamp, one_line};
use crate::domain::{
    Actor, Cause, Change, Contact, Counters, DeadlineKind, Due, Entry, EntryKind, Letter, LetterKind, LetterNote, Plan, Priority,
    Status, Ticket, UndoStep,
};

/// A plan that grows. Every step that changes the ticket changes the copy too, so that later steps see it.
pub(super) struct Draft {
    pub(super) plan: Plan,
    pub(super) counters: Counters,
    pub(super) now: Timestamp,
}

impl Draft {
    pub(super) fn new(actor: Actor, cause: Cause, counters: Counters, now: Timestamp) -> Self {
        Self { plan: Plan { actor, cause, ..Plan::default() }, counters, now }
    }

    pub(super) fn push(&mut self, change: Change) {
        self.plan.changes.push(change);
    }

    /// Keeps a text for the spool and gives its name.
    pub(super) fn text(&mut self, text: &str, name: &dyn Fn(&[u8]) -> Digest) -> Digest {
        let digest = name(text.as_bytes());
        self.plan.texts.push(text.as_bytes().to_vec());
        digest
    }

    /// The contact of an address, added if it is not known.
    pub(super) fn contact(&mut self, known: Option<&Contact>, address: Option<&EmailAddress>, name: &str) -> ContactId {
        if let Some(known) = known {
            let name = one_line(name, crate::base::limit::NAME_CHARS);
            if known.name.text().is_empty() && !name.is_empty() && known.staff.is_none() {
                self.push(Change::ContactNamed { contact: known.id, name: name.into() });
            }
            return known.id;
        }
        // The same plan may meet an address twice (From and Cc).
        for change in &self.plan.changes {
            if let (Change::ContactAdded { contact, address: added, .. }, Some(address)) = (change, address)
                && added.known() == Some(address)
            {
                return *contact;
            }
        }
        self.counters.contact = self.counters.contact.next();
        let contact = self.counters.contact;
        let address = address.map_or(Private::Erased, |address| Private::Known(address.clone()));
        let name = one_line(name, crate::base::limit::NAME_CHARS).into();
        self.push(Change::ContactAdded { contact, address, name });
        contact
    }

    pub(super) fn entry(&mut self, ticket: &mut Ticket, mut entry: Entry, refers: Vec<Digest>) -> EntryNumber {
        ticket.entries = ticket.entries.saturating_add(1);
        let number = EntryNumber::new(ticket.entries);
        entry.ticket = ticket.id;
        entry.number = number;
        if entry.kind == EntryKind::Reply {
            ticket.awaiting_since = None;
        }
        self.push(Change::EntryAdded { entry: Box::new(entry), refers });
        number
    }

    /// Changes the status; nothing happens where it has it already.
    pub(super) fn status(&mut self, ticket: &mut Ticket, to: Status) -> Result<(), crate::domain::IllegalStatus> {
        if ticket.status == to {
            return Ok(());
        }
        ticket.status.becomes(to)?;
        self.push(Change::StatusChanged { ticket: ticket.id, from: ticket.status, to });
        ticket.status = to;
        ticket.status_since = self.now;
        if !to.is_unfinished() {
            ticket.awaiting_since = None;
        }
        ticket.deadlines.retain(|kind, _| to.keeps(*kind));
        Ok(())
    }

    /// Somebody waits for an answer since then, whatever has happened meanwhile.
    pub(super) fn awaited_since(&mut self, ticket: &mut Ticket, since: Option<Timestamp>) {
        if ticket.awaiting_since != since {
            ticket.awaiting_since = since;
            self.push(Change::AwaitedSince { ticket: ticket.id, since });
        }
    }

    pub(super) fn assign(&mut self, ticket: &mut Ticket, to: Option<ContactId>) {
        if ticket.assignee != to {
            self.push(Change::Assigned { ticket: ticket.id, to });
            ticket.assignee = to;
        }
    }

    /// Lets somebody work on the ticket with others.
    pub(super) fn contributor(&mut self, ticket: &mut Ticket, contact: ContactId) {
        if ticket.contributors.insert(contact) {
            self.push(Change::ContributorAdded { ticket: ticket.id, contact });
        }
    }

    /// Lets somebody work on the ticket no more.
    pub(super) fn no_contributor(&mut self, ticket: &mut Ticket, contact: ContactId) {
        if ticket.contributors.remove(&contact) {
            self.push(Change::ContributorRemoved { ticket: ticket.id, contact });
        }
    }

    pub(super) fn team(&mut self, ticket: &mut Ticket, team: Option<TeamName>) {
        if ticket.team != team {
            self.push(Change::TeamSet { ticket: ticket.id, team: team.clone() });
            ticket.team = team;
        }
    }

    pub(super) fn category(&mut self, ticket: &mut Ticket, category: Option<CategoryName>) {
        if ticket.category != category {
            self.push(Change::CategorySet { ticket: ticket.id, category: category.clone() });
            ticket.category = category;
        }
    }

    /// Adds somebody on the customer's side.
    pub(super) fn participant(&mut self, ticket: &mut Ticket, contact: ContactId) {
        if ticket.participants.insert(contact) {
            ticket.copied.remove(&contact);
            self.push(Change::ParticipantAdded { ticket: ticket.id, contact });
        }
    }

    /// Puts a copy of an entry of another ticket into this one, and marks the original as moved.
    pub(super) fn move_entry(&mut self, from: TicketId, entry: &Entry, ticket: &mut Ticket) -> [UndoStep; 2] {
        let copy = Entry { moved_to: None, ..entry.clone() };
        let number = self.entry(ticket, copy, Vec::new());
        let moved = Change::EntryMoved { ticket: from, entry: entry.number, to: Some(ticket.id) };
        self.push(moved.clone());
        [
            UndoStep { done: moved, back: Change::EntryMoved { ticket: from, entry: entry.number, to: None } },
            UndoStep {
                done: Change::EntryMoved { ticket: ticket.id, entry: number, to: None },
                back: Change::EntryMoved { ticket: ticket.id, entry: number, to: Some(from) },
            },
        ]
    }

    pub(super) fn priority(&mut self, ticket: &mut Ticket, priority: Priority) {
        if ticket.priority != priority {
            self.push(Change::PrioritySet { ticket: ticket.id, priority });
            ticket.priority = priority;
        }
    }

    pub(super) fn tags(&mut self, ticket: &mut Ticket, add: BTreeSet<String>, remove: BTreeSet<String>) {
        let add: BTreeSet<_> = add.difference(&ticket.tags).cloned().collect();
        let remove: BTreeSet<_> = remove.intersection(&ticket.tags).cloned().collect();
        if !add.is_empty() || !remove.is_empty() {
            ticket.tags.retain(|tag| !remove.contains(tag));
            ticket.tags.extend(add.iter().cloned());
            self.push(Change::Tagged { ticket: ticket.id, add, remove });
        }
    }

    pub(super) fn deadline(&mut self, ticket: &mut Ticket, kind: DeadlineKind, due: Due) {
        ticket.deadlines.retain(|known, _| !kind.replaces(*known));
        ticket.deadlines.insert(kind, due.clone());
        self.push(Change::DeadlineSet { ticket: ticket.id, kind, due });
    }

    pub(super) fn due_at(&mut self, ticket: &mut Ticket, kind: DeadlineKind, at: Timestamp) {
        self.deadline(ticket, kind, Due { at, who: None, note: None });
    }

    /// A ticket that was put away comes back now.
    pub(super) fn awake(&mut self, ticket: &mut Ticket, because: &str) {
        if ticket.deadlines.remove(&DeadlineKind::Snooze).is_some() {
            let kind = DeadlineKind::Snooze;
            self.push(Change::DeadlineCleared { ticket: ticket.id, kind, because: because.to_owned() });
        }
    }

    /// Withdraws the deadlines for an answer, because there is one.
    pub(super) fn answered(&mut self, ticket: &mut Ticket, because: &str) {
        let waiting: Vec<_> = ticket
            .deadlines
            .keys()
            .filter(|kind| matches!(kind, DeadlineKind::FirstResponse(_) | DeadlineKind::NextResponse(_)))
            .copied()
            .collect();
        for kind in waiting {
            ticket.deadlines.remove(&kind);
            self.push(Change::DeadlineCleared { ticket: ticket.id, kind, because: because.to_owned() });
        }
    }

    pub(super) fn letter(
        &mut self,
        kind: LetterKind,
        to: ContactId,
        ticket: TicketId,
        entry: Option<EntryNumber>,
        note: LetterNote,
    ) {
        self.plan.letters.push(Letter { kind, to, ticket: Some(ticket), entry, note });
    }

    pub(super) fn finish(self) -> Plan {
        self.plan
    }
}
