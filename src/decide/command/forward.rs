//! `#forward`: shows a ticket to somebody outside, and brings what he answers back to the staff alone.
//!
//! By itself it shows the customer's last message, as forwarding does in any mail program; `all` shows all that was written to the
//! customer and by him. Notes stay inside whatever is ordered. The text below the command goes to whom it is forwarded to.

use crate::base::{EmailAddress, EntryNumber};
use crate::domain::{Author, Change, EntryKind, LetterKind, LetterNote, Notice, PeopleNotice, Proof};
use crate::policy::{Member, Permission, Policy};

use super::super::contact::writes_from;
use super::super::facts::Question;
use super::super::intake::{entry_of, refers};
use super::order::{Asker, Order, Risk, TextUse, Work};
use super::participants::{address, contact_of};
use super::table::Family;

pub(super) const FAMILY: &[Family] = &[Family {
    name: "forward",
    risk: Risk::High,
    usage: "#forward address [all|text]",
    example: "#forward help@partner.example Can you say when it ships?",
    english: "shows the customer's last message to somebody outside, or the whole conversation, with your text; answers come to you",
    german: "zeigt jemandem außerhalb die letzte Nachricht des Kunden oder das ganze Gespräch, mit Ihrem Text; Antworten kommen zu Ihnen",
    read: |argument| {
        let (to, rest) = argument.split_once([' ', '\t']).unwrap_or((argument, ""));
        let (extent, words) = match rest.trim() {
            "all" => (Extent::Conversation, String::new()),
            words => (Extent::LastMessage, words.to_owned()),
        };
        Some(Box::new(Forward { to: address(to)?, extent, words }))
    },
}];

/// How much of a ticket is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    LastMessage,
    Conversation,
}

#[derive(Debug)]
struct Forward {
    to: EmailAddress,
    extent: Extent,
    /// What stands behind the address.
    words: String,
}

impl Order for Forward {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Forward
    }

    fn risk_here(&self, usual: Risk, policy: &Policy) -> Risk {
        let is_inside = policy.member_by_address(&self.to).is_some();
        let is_named = policy.people.forward_to.contains(&self.to.domain().to_ascii_lowercase());
        if is_inside || is_named { Risk::Usual } else { usual }
    }

    fn text_use(&self) -> TextUse {
        TextUse::Taken
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Contact(self.to.clone()), Question::Conversation]
    }

    fn suits(&self, member: &Member) -> bool {
        !member.is_supervised() && !member.is_shadowing()
    }

    fn keeps_own_steps(&self) -> bool {
        // What was sent cannot be taken back.
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        // It would get past whoever is to approve what they write.
        if !self.suits(work.member) {
            return Err(Notice::People(PeopleNotice::NotIndependent));
        }
        let contact = contact_of(work, "forward", &self.to)?;
        let shown = self.shown(work)?;
        let cover = [self.words.trim(), work.text.trim()].join("\n").trim().to_owned();
        let text = format!("{}\n\n{cover}", told(&self.to, &shown, &work.member.language));
        let (arrival, agent) = (work.arrival, work.agent);
        let known = work.facts.orders.contacts.get(&self.to.key());
        let note = entry_of(&mut work.draft, arrival, Author::Staff(agent), EntryKind::Note, text.trim(), Proof::E1);
        let (draft, ticket) = work.on_ticket()?;
        if ticket.participants.contains(&contact) {
            return Err(Notice::TakesPartAnyway { address: self.to.to_string() });
        }
        if let Some(change) = known.and_then(|known| writes_from(known, ticket, Some(&self.to))) {
            draft.push(change);
        }
        let entry = draft.entry(ticket, note, refers(arrival));
        ticket.consulted.insert(contact, agent);
        draft.push(Change::Forwarded { ticket: ticket.id, contact, by: agent, entry, shown: shown.clone() });
        let note = LetterNote { unsent: cover, shown, ..LetterNote::default() };
        draft.letter(LetterKind::Forward, contact, ticket.id, Some(entry), note);
        work.entry = Some(entry);
        Ok(vec![Notice::ForwardedTo { address: self.to.to_string() }])
    }
}

impl Forward {
    /// The entries that are shown: what the answered letter was about, where a customer wrote it, else his last message; or all
    /// that was written to the customer and by him.
    fn shown(&self, work: &Work<'_>) -> Result<Vec<EntryNumber>, Notice> {
        let Some(ticket) = &work.ticket else { return Err(Notice::NeedsTicket) };
        let entries = work.facts.orders.entries.get(&ticket.id).map(Vec::as_slice).unwrap_or_default();
        let entries = || entries.iter().filter(|entry| entry.moved_to.is_none() && entry.author != Author::Desk);
        let shown: Vec<EntryNumber> = match self.extent {
            Extent::Conversation => entries().filter(|entry| entry.kind.is_public()).map(|entry| entry.number).collect(),
            Extent::LastMessage => {
                let answered = work.facts.orders.answers.as_ref().filter(|letter| letter.ticket == Some(ticket.id));
                let answered = answered.and_then(|letter| letter.entry);
                let messages = || entries().filter(|entry| entry.kind == EntryKind::Message).map(|entry| entry.number);
                messages().find(|number| Some(*number) == answered).or_else(|| messages().next_back()).into_iter().collect()
            }
        };
        if shown.is_empty() { Err(Notice::NothingToForward) } else { Ok(shown) }
    }
}

/// The first line of the note, in its writer's language: who has been shown what. A question shows it too, so that a yes to it counts
/// for these entries and no others.
fn told(to: &EmailAddress, shown: &[EntryNumber], language: &str) -> String {
    let numbers = shown.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match (language.starts_with("de"), shown.len()) {
        (true, 1) => format!("Weitergeleitet an {to}: Nachricht {numbers}"),
        (true, _) => format!("Weitergeleitet an {to}: Nachrichten {numbers}"),
        (false, 1) => format!("Forwarded to {to}: message {numbers}"),
        (false, _) => format!("Forwarded to {to}: messages {numbers}"),
    }
}
