//! Forgetting somebody: which of all that was ever written down is his, or tells of him.
//!
//! What goes is what was said: his addresses, names and details; the tickets that he asked, as a whole, with everybody's words in
//! them; his messages in the tickets of others; what was written to him; and lists that may have named his tickets. What stays is
//! what happened: numbers, times, who worked on what. So reports come to the same figures, and the chain of the journal holds.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, Digest, OutboxId, TicketId, Timestamp};

use super::change::Change;
use super::plan::Actor;
use super::ticket::Author;

/// Who waits to be forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasures {
    /// By contact; it is carried out when its time has come.
    pub waiting: BTreeMap<ContactId, Erasure>,
}

/// The order to forget somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Which member of staff ordered it; none: an admin at the command line.
    pub by: Option<ContactId>,
    /// When it is carried out: a little later, so that the mail about it is out.
    pub due: Timestamp,
}

/// Who is forgotten, and what has been found to be his so far.
#[derive(Clone, Debug, Default)]
pub struct Forgetting {
    contacts: BTreeSet<ContactId>,
    tickets: BTreeSet<TicketId>,
    /// Letters that are still to be sent: theirs are the texts that nobody may miss.
    waiting: BTreeSet<OutboxId>,
    addresses: BTreeSet<String>,
    letters: BTreeSet<OutboxId>,
    messages: BTreeSet<Digest>,
}

impl Forgetting {
    /// Forgets a person of these contacts, who asked these tickets. `waiting`: letters that are still to be sent.
    pub fn new(contacts: BTreeSet<ContactId>, tickets: BTreeSet<TicketId>, waiting: BTreeSet<OutboxId>) -> Self {
        Self { contacts, tickets, waiting, ..Self::default() }
    }

    /// Learns from one fact of the journal what is his. All of it must be gone through before anything is asked.
    pub fn learn(&mut self, actor: Actor, change: &Change) {
        match change {
            Change::ContactAdded { contact, address, .. }
            | Change::AddressAdded { contact, address }
            | Change::StaffKnown { contact, address, .. }
            | Change::WritesFrom { contact, address, .. }
                if self.contacts.contains(contact) =>
            {
                self.addresses.extend(address.known().map(|address| address.as_str().to_lowercase()));
            }
            Change::Received(receipt) if receipt.ticket.is_some_and(|id| self.tickets.contains(&id)) || self.wrote(actor) => {
                self.messages.insert(receipt.raw);
            }
            Change::LetterQueued { item } if self.takes(actor, change) => {
                self.letters.insert(item.id);
            }
            _ => {}
        }
    }

    /// The bytes of a message that belongs to no ticket: it is his if it names him ([`Forgetting::finds_himself_in`]).
    pub fn wonders_about(&self, change: &Change) -> Option<Digest> {
        match change {
            Change::Received(receipt) if receipt.ticket.is_none() => Some(receipt.raw).filter(|raw| !self.messages.contains(raw)),
            _ => None,
        }
    }

    /// Looks for his addresses in the bytes of a message.
    pub fn finds_himself_in(&mut self, message: Digest, bytes: &[u8]) {
        if self.is_named_in(&String::from_utf8_lossy(bytes)) {
            self.messages.insert(message);
        }
    }

    /// Is all that a fact says of people to go?
    pub fn takes(&self, actor: Actor, change: &Change) -> bool {
        let his = |contact: &ContactId| self.contacts.contains(contact);
        let in_his_ticket = change.ticket().is_some_and(|ticket| self.tickets.contains(&ticket));
        match change {
            Change::ContactAdded { contact, .. }
            | Change::ContactNamed { contact, .. }
            | Change::ContactSet { contact, .. }
            | Change::AddressAdded { contact, .. }
            | Change::AddressRemoved { contact, .. }
            | Change::StaffKnown { contact, .. }
            | Change::StaffInvited { contact, .. }
            | Change::StaffConfirmed { contact, .. }
            | Change::StaffLeft { contact, .. }
            | Change::Person { contact, .. } => his(contact),
            Change::WritesFrom { contact, .. } => in_his_ticket || his(contact),
            Change::EntryAdded { entry, .. } => in_his_ticket || self.is_author(entry.author),
            Change::AnswerHeld { answer, .. } => in_his_ticket || his(&answer.by),
            Change::LetterQueued { item } => in_his_ticket || his(&item.contact),
            Change::ReportOrdered { order } => his(&order.to),
            Change::ConfirmationAsked { confirmation, .. } => {
                in_his_ticket || his(&confirmation.agent) || self.messages.contains(&confirmation.raw)
            }
            Change::Received(receipt) => self.messages.contains(&receipt.raw),
            Change::Quarantined { raw, .. } => self.messages.contains(raw),
            Change::Commanded { .. } | Change::Undoable { .. } => in_his_ticket || self.wrote(actor),
            _ => in_his_ticket || change.letter().is_some_and(|letter| self.letters.contains(&letter)),
        }
    }

    /// Does one value of a fact name him that is somebody else's? Whose an address or a letter is says the fact itself.
    pub fn takes_value(&self, change: &Change, value: &str) -> bool {
        let is_identity = matches!(
            change,
            Change::ContactAdded { .. }
                | Change::ContactNamed { .. }
                | Change::AddressAdded { .. }
                | Change::AddressRemoved { .. }
                | Change::WritesFrom { .. }
                | Change::StaffKnown { .. }
                | Change::StaffInvited { .. }
                | Change::StaffConfirmed { .. }
                | Change::StaffLeft { .. }
                | Change::LetterQueued { .. }
                | Change::PlusProbed { .. }
        );
        !is_identity && self.is_named_in(value)
    }

    /// The texts of a fact that go, unless another fact that stays names them too.
    pub fn texts(&self, actor: Actor, change: &Change) -> Vec<Digest> {
        let goes = match change {
            // A list to the staff may name his tickets; who got it has read it.
            Change::LetterQueued { item } if item.ticket.is_none() && !item.kind.is_for_customer() => {
                !self.waiting.contains(&item.id)
            }
            _ => self.takes(actor, change),
        };
        if goes { change.texts() } else { Vec::new() }
    }

    fn wrote(&self, actor: Actor) -> bool {
        matches!(actor, Actor::Customer(contact) | Actor::Staff(contact) if self.contacts.contains(&contact))
    }

    fn is_author(&self, author: Author) -> bool {
        matches!(author, Author::Customer(contact) | Author::Staff(contact) if self.contacts.contains(&contact))
    }

    fn is_named_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.addresses.iter().any(|address| names(&text, address))
    }
}

/// Does the address stand in a text, and not as a part of a longer one?
fn names(text: &str, address: &str) -> bool {
    let mut rest = text;
    let mut before = None;
    while let Some((front, behind)) = rest.split_once(address) {
        let left = front.chars().next_back().or(before);
        let mut right = behind.chars();
        let is_begun = left.is_none_or(|c| !c.is_alphanumeric() && !"._+-".contains(c));
        let is_ended = match right.next() {
            Some('.') => right.next().is_none_or(|c| !c.is_alphanumeric()),
            Some(c) => !c.is_alphanumeric() && c != '-',
            None => true,
        };
        if is_begun && is_ended {
            return true;
        }
        before = address.chars().next_back();
        rest = behind;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_as_a_whole_alone() {
        let ann = "ann@example.org";
        for text in
            ["ann@example.org", "\"ann@example.org\"", "550 <ann@example.org>: no", "to ann@example.org.", "a ann@example.org, b"]
        {
            assert!(names(text, ann), "{text}");
        }
        for text in
            ["", "joann@example.org", "x+ann@example.org", "jo.ann@example.org", "ann@example.org.uk", "ann@example.organ"]
        {
            assert!(!names(text, ann), "{text}");
        }
        assert!(names("joann@example.org ann@example.org", ann));
    }
}
