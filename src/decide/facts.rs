//! What decisions about a message need to know.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::base::{ContactId, Digest, EmailAddress, EntryNumber, MailboxName, OutboxId, TicketId, Timestamp, limit};
use crate::domain::{
    Contact, Counters, Entry, Kept, OutboxItem, Place, QuarantineReason, ResultsFound, Seen, SenderProof, Ticket, TrustVerdict,
};
use crate::mail::{Mail, ReplyToken};
use crate::policy::{LastAgent, MailboxPolicy, Policy, Roster, Routing};

use super::invitation::AnsweredInvitation;
use super::proof::ProofFacts;
use super::survey::AnsweredSurvey;

/// A message that has arrived, read but not decided on.
#[derive(Clone, Copy)]
pub struct Arrival<'a> {
    /// What was read.
    pub mail: &'a Mail,
    /// Where it lay.
    pub place: &'a Place,
    /// The mailbox it came in by.
    pub mailbox: &'a MailboxPolicy,
    /// It was looked at again because its folder was numbered anew: it may be old, and nobody is acknowledged.
    pub is_rescan: bool,
    /// Its raw bytes in the spool.
    pub raw: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// Hash of Message-ID, From, Date, Subject and body.
    pub content: Option<Digest>,
    /// What the receiving server says of the sender.
    pub sender_proof: SenderProof,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
    /// The name that a text will have in the spool.
    pub name_text: &'a dyn Fn(&[u8]) -> Digest,
}

impl fmt::Debug for Arrival<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrival").field("place", self.place).field("raw", &self.raw).finish_non_exhaustive()
    }
}

/// What is known of the tickets a message may belong to.
#[derive(Clone, Debug, Default)]
pub struct ThreadFacts {
    /// The contact of the clean From address.
    pub sender: Option<ContactId>,
    /// Contacts that were found to be the sender's.
    pub sender_merged: BTreeSet<ContactId>,
    /// A valid reply token among the recipient addresses.
    pub token: Option<ReplyToken>,
    /// The ticket of one that has lapsed, where there is no valid one.
    pub lapsed: Option<TicketId>,
    /// The contact it was written to.
    pub token_recipient: Option<Contact>,
    /// Tickets of our own authenticated Message-IDs among the references, nearest first.
    pub own: Vec<TicketId>,
    /// Tickets of known Message-IDs among the references, nearest first.
    pub known: Vec<TicketId>,
    /// The ticket whose number stands in the subject.
    pub tag: Option<TicketId>,
    /// Tickets of the sender with the same base subject, newest first; in archives of lists anybody's.
    pub subject: Vec<SubjectCandidate>,
    /// Every ticket named above, where it exists.
    pub tickets: BTreeMap<TicketId, Ticket>,
}

impl ThreadFacts {
    /// The ticket in which a merged one goes on; the ticket itself where it was not merged.
    pub fn survivor<'a>(&'a self, ticket: &'a Ticket) -> &'a Ticket {
        let next = |ticket: &&'a Ticket| self.tickets.get(&ticket.merged_into?);
        // Merging in a circle is refused; the bound is for what nobody thought of.
        std::iter::successors(Some(ticket), next).take(limit::MERGES).last().unwrap_or(ticket)
    }
}

/// A ticket that a reply may belong to by its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubjectCandidate {
    /// The ticket.
    pub ticket: TicketId,
    /// Whether the reply's quoted text stands in the ticket; none = it quotes nothing.
    pub quote_agrees: Option<bool>,
}

/// What else deciding on a message needs.
#[derive(Clone, Debug, Default)]
pub struct IntakeFacts {
    /// The same bytes were seen at another place.
    pub seen: Option<Seen>,
    /// It is our own question whether plus addresses of its mailbox work.
    pub is_plus_probe: bool,
    /// It is our own test of forged verification results: what became of them, and the lines in it.
    pub trust_probe: Option<(TrustVerdict, Vec<ResultsFound>)>,
    /// The invitation to the staff that it answers.
    pub invitation: Option<AnsweredInvitation>,
    /// The survey that it answers.
    pub survey: Option<AnsweredSurvey>,
    /// A message of the same content has this ticket.
    pub same_content: Option<TicketId>,
    /// The last number given of each kind.
    pub counters: Counters,
    /// The contact of the clean From address.
    pub sender: Option<Contact>,
    /// He takes part in a ticket, or something is written down of him. Asked only where the mailbox takes mail of such people alone.
    pub is_known: bool,
    /// Participants of the tickets that it may belong to.
    pub participants: BTreeMap<ContactId, Contact>,
    /// Addresses in To and Cc that are not ours, with their contacts where known.
    pub recipients: Vec<(EmailAddress, String, Option<Contact>)>,
    /// The member of staff who forwarded the message, and what he wrote above it.
    pub forwarded_by: Option<(ContactId, String)>,
    /// The outbox item that a delivery report names by our authenticated id.
    pub bounced: Option<OutboxItem>,
    /// The ticket of that item, or of the thread.
    pub bounced_ticket: Option<Ticket>,
    /// What the rules say, for a message that may open a ticket.
    pub routing: Routing,
    /// For choosing an assignee in the ticket's team.
    pub assign: AssignFacts,
    /// Articles that fit the message, by name, the best first; whom they are for is not looked at yet.
    pub articles: Vec<String>,
    /// Who had the requester's last ticket.
    pub last_agent: Option<LastAgent>,
    /// What was counted.
    pub volumes: VolumeFacts,
    /// The operator's contact.
    pub operator: Option<ContactId>,
    /// Letters not sent yet that warn of closing the ticket of the thread.
    pub unsent_warnings: Vec<(TicketId, OutboxId)>,
    /// Participants of the ticket that nothing can be sent to.
    pub without_address: BTreeSet<ContactId>,
    /// What the orders of an agent's mail ask of the state.
    pub orders: OrderFacts,
    /// Answers that wait for approval in the tickets it may belong to, with their words.
    pub drafts: BTreeMap<(TicketId, EntryNumber), (Entry, String)>,
    /// What proves a mail of the staff.
    pub proof: ProofFacts,
    /// Why messages were set aside within the last hour.
    pub set_aside: BTreeSet<QuarantineReason>,
}

/// What the orders of an agent's mail ask of the state; empty for everybody else's.
#[derive(Clone, Debug, Default)]
pub struct OrderFacts {
    /// Tickets that orders name, and those that can be taken back with them, where they exist.
    pub tickets: BTreeMap<TicketId, Ticket>,
    /// Entries of the tickets that the mail may belong to, in order.
    pub entries: BTreeMap<TicketId, Vec<Entry>>,
    /// What is kept of those tickets.
    pub kept: BTreeMap<TicketId, Kept>,
    /// Contacts of addresses that orders name, by [`EmailAddress::key`].
    pub contacts: BTreeMap<String, Contact>,
    /// Customers whose card is asked for, whom a canned response is written to, or of whom something can be taken back.
    pub people: BTreeMap<ContactId, Contact>,
    /// The newest tickets of those whose card is asked for.
    pub tickets_of: BTreeMap<ContactId, Vec<Ticket>>,
    /// All tickets of those who are to become part of another contact; one more than can change hands where there are more.
    pub tickets_with: BTreeMap<ContactId, Vec<Ticket>>,
    /// Reports that wait to be counted already.
    pub reports_waiting: usize,
    /// The letter of ours that the mail answers.
    pub answers: Option<OutboxItem>,
    /// It answers a letter of ours to its sender that was about no ticket.
    pub answers_own: bool,
    /// Entries of that letter's ticket that are newer than the letter: its reader has not seen them.
    pub unseen: Vec<Entry>,
}

/// What an order asks of the state before it is carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A ticket that it names.
    Ticket(TicketId),
    /// How many reports wait.
    Reports,
    /// The entries of its own ticket.
    Entries,
    /// The last entries of its own ticket, as many as a transcript has.
    Conversation,
    /// What is kept of its own ticket.
    Kept,
    /// The contact of its own ticket's requester.
    Requester,
    /// Somebody's contact.
    Contact(EmailAddress),
    /// The same with his newest tickets; none: of its own ticket's requester.
    Card(Option<EmailAddress>),
    /// The same with all tickets in which he takes part.
    AllTickets(Option<EmailAddress>),
}

/// What choosing an assignee needs.
#[derive(Clone, Debug, Default)]
pub struct AssignFacts {
    /// Whose turn it was last.
    pub last: Option<ContactId>,
    /// Unfinished tickets by member.
    pub load: BTreeMap<ContactId, u32>,
}

/// Counts of automatic mail and new tickets.
#[derive(Clone, Debug, Default)]
pub struct VolumeFacts {
    /// Acknowledgements to the sender within 24 hours.
    pub acks_to: u32,
    /// Acknowledgements to his domain within an hour.
    pub acks_to_domain: u32,
    /// All acknowledgements within an hour.
    pub acks: u32,
    /// Acknowledgements to the sender about the same subject within 7 days.
    pub acks_about: u32,
    /// Tickets of the sender within an hour.
    pub tickets_of: u32,
    /// Tickets of his domain within an hour.
    pub tickets_of_domain: u32,
    /// Lists of his own tickets that he was sent within 24 hours.
    pub lists_to: u32,
    /// Letters to him within 7 days that say that his mail is not taken.
    pub refusals_to: u32,
    /// Tickets to which he has added as much within an hour as anybody may.
    pub full_tickets: BTreeSet<TicketId>,
}

impl<'a> Arrival<'a> {
    /// The name of the mailbox.
    pub fn mailbox_name(&self) -> &'a MailboxName {
        &self.mailbox.name
    }

    /// The clean From address, if there is one.
    pub fn from(&self) -> Option<&'a EmailAddress> {
        self.mail.identity.address()
    }
}
