//! The rows of the state, and the seam through which changes reach them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{
    ConfirmationId, ContactId, Digest, EmailAddress, EntryNumber, MailboxName, OutboxId, Private, QuarantineId, StaffName,
    TeamName, TicketId, Timestamp,
};

use super::alert::Alerts;
use super::confirmation::{Confirmation, Executed, Forgeries, TrustProbe};
use super::contact::Contact;
use super::forget::Erasures;
use super::invitation::Invitation;
use super::kept::Kept;
use super::outbox::OutboxItem;
use super::person::Person;
use super::promise::{Round, Rounds};
use super::quarantine::Quarantined;
use super::receipt::{Disposition, Place};
use super::report::Reports;
use super::review::{ReviewPool, Reviews};
use super::ticket::{Entry, Ticket};

/// A Message-ID that led to tickets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownMessage {
    /// The tickets, first known first; bounded, because a stranger may write any id.
    pub tickets: Vec<Known>,
}

/// One ticket that a Message-ID leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The ticket.
    pub ticket: TicketId,
    /// The entry that has the id, or the first that refers to it.
    pub entry: Option<EntryNumber>,
}

/// Raw bytes that were seen before, with every place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// Each place with what became of it there.
    pub seen: Vec<Seen>,
}

/// One place at which the same bytes were seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The place.
    pub place: Place,
    /// What became of it.
    pub disposition: Disposition,
    /// Its ticket.
    pub ticket: Option<TicketId>,
}

/// How far an IMAP folder has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// UIDVALIDITY (RFC 3501 §2.3.1.1).
    pub validity: u32,
    /// The highest UID whose disposition is recorded, or that was there before reading began.
    pub uid: u32,
    /// What had `uid` or less when reading began under this UIDVALIDITY is not the desk's: it is neither read nor filed.
    #[serde(default)]
    pub first: u32,
    /// Mail that reached the server earlier was there before the desk and is never read; none: all of it counts.
    #[serde(default)]
    pub since: Option<Timestamp>,
    /// Up to this UID messages are looked at again because UIDVALIDITY has changed: most of them are known by their bytes.
    #[serde(default)]
    pub rescan: u32,
}

/// Whether mail to plus addresses of a mailbox reaches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlusProbe {
    /// The mailbox's address when it was asked; another address is another question.
    pub address: Private<EmailAddress>,
    /// The letter that asks.
    pub letter: OutboxId,
    /// When it was written.
    pub asked_at: Timestamp,
    /// It has come back.
    pub has_returned: bool,
}

/// The last number given of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters {
    /// Tickets.
    pub ticket: TicketId,
    /// Contacts.
    pub contact: ContactId,
    /// Outbox items.
    pub outbox: OutboxId,
    /// Quarantined messages.
    pub quarantine: QuarantineId,
    /// Questions to the staff whether a mail is theirs.
    #[serde(default)]
    pub confirmation: ConfirmationId,
    /// Messages that have a disposition.
    pub received: u64,
    /// Of them, how many by each disposition.
    pub dispositions: [u64; 8],
}

/// Unfinished tickets of a member of staff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// How many are assigned and unfinished.
    pub open: u32,
}

/// Whose turn it was last in a team's rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Who.
    pub contact: ContactId,
}

/// How often a message was begun to be read after an unclean end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strike {
    /// How often.
    pub count: u32,
}

/// What the operator has not been told of yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// When he was told last.
    pub told_at: Option<Timestamp>,
    /// The last message set aside that he knows of.
    pub quarantine: QuarantineId,
    /// When the first thing was counted that he does not know of.
    pub since: Option<Timestamp>,
    /// Mail that was not taken in or not carried out, by the reason.
    pub refused: BTreeMap<String, u32>,
    /// Letters that a server refused for good.
    pub failed: u32,
    /// Letters that were tried for too long.
    pub expired: u32,
}

/// What is counted to keep automatic mail and ticket floods within bounds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VolumeKey {
    /// Acknowledgements to a contact.
    AcksTo(ContactId),
    /// Acknowledgements to a domain.
    AcksToDomain(String),
    /// Acknowledgements of the desk.
    Acks,
    /// Tickets opened by a contact.
    TicketsOf(ContactId),
    /// Tickets opened from a domain.
    TicketsOfDomain(String),
    /// Acknowledgements to a contact about a base subject.
    AcksAbout(ContactId, Digest),
    /// Questions to a member of staff whether a mail is his.
    ConfirmationsOf(ContactId),
    /// Letters to a contact that say that his mail is not taken.
    RefusalsTo(ContactId),
    /// Lists of his own tickets to a customer.
    ListsTo(ContactId),
}

/// Times at which something counted happened, the newest last, bounded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volume {
    /// Buckets: start of the hour → how often.
    pub hours: BTreeMap<i64, u32>,
    /// The last time.
    pub last: Timestamp,
}

impl Volume {
    /// How often since `from`; buckets of whole hours, so up to an hour more.
    pub fn since(&self, from: Timestamp) -> u32 {
        let first = from.as_seconds().div_euclid(3600);
        self.hours.range(first..).map(|(_, count)| *count).fold(0, u32::saturating_add)
    }

    /// Counts one more and forgets what is older than eight days.
    pub fn count(&mut self, at: Timestamp) {
        let hour = at.as_seconds().div_euclid(3600);
        let bucket = self.hours.entry(hour).or_default();
        *bucket = bucket.saturating_add(1);
        self.hours = self.hours.split_off(&hour.saturating_sub(8 * 24));
        self.last = at;
    }
}

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident($($key:ident: $key_type:ty),*) => $row:ty, $get:ident, $put:ident;)*) => {
        /// What a row is found by.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum RowId {
            $($(#[$doc])* $name($($key_type),*),)*
        }

        /// A row of the state.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Row {
            $($(#[$doc])* $name(Box<$row>),)*
        }

        /// The state as `apply` and the gathering of facts see it: rows by id.
        ///
        /// `get` and `put` are all a store has to offer; it keeps its own indexes from what it is given.
        pub trait Rows {
            /// What may go wrong while reading.
            type Error;

            /// The row with this id.
            ///
            /// # Errors
            /// Whatever the store says.
            fn get(&self, id: &RowId) -> Result<Option<Row>, Self::Error>;

            /// Writes a row.
            ///
            /// # Errors
            /// Whatever the store says.
            fn put(&mut self, id: RowId, row: Row) -> Result<(), Self::Error>;

            /// Removes a row.
            ///
            /// # Errors
            /// Whatever the store says.
            fn delete(&mut self, id: &RowId) -> Result<(), Self::Error>;

            $(
                #[doc = concat!("The [`Row::", stringify!($name), "`] of this id.")]
                ///
                /// # Errors
                /// Whatever the store says.
                fn $get(&self, $($key: $key_type),*) -> Result<Option<$row>, Self::Error> {
                    Ok(match self.get(&RowId::$name($($key),*))? {
                        Some(Row::$name(row)) => Some(*row),
                        _ => None,
                    })
                }

                #[doc = concat!("Writes the [`Row::", stringify!($name), "`] of this id.")]
                ///
                /// # Errors
                /// Whatever the store says.
                fn $put(&mut self, $($key: $key_type,)* row: $row) -> Result<(), Self::Error> {
                    self.put(RowId::$name($($key),*), Row::$name(Box::new(row)))
                }
            )*
        }
    };
}

rows! {
    /// A ticket.
    Ticket(ticket: TicketId) => Ticket, ticket, put_ticket;
    /// An entry of a ticket.
    Entry(ticket: TicketId, number: EntryNumber) => Entry, entry, put_entry;
    /// A contact.
    Contact(contact: ContactId) => Contact, contact, put_contact;
    /// The contact of an address, by [`EmailAddress::key`].
    Address(key: String) => ContactId, contact_of_address, put_address;
    /// The contact of a member of staff.
    Staff(name: StaffName) => ContactId, contact_of_staff, put_staff;
    /// The last invitation of somebody to the staff.
    Invitation(name: StaffName) => Invitation, invitation, put_invitation;
    /// What changes of a member of staff.
    Person(contact: ContactId) => Person, person, put_person;
    /// A letter.
    Letter(letter: OutboxId) => OutboxItem, letter, put_letter;
    /// A message set aside.
    Quarantined(id: QuarantineId) => Quarantined, quarantined, put_quarantined;
    /// Raw bytes seen before.
    Sighting(raw: Digest) => Sighting, sighting, put_sighting;
    /// The ticket of a message of the same content.
    Content(content: Digest) => Known, known_content, put_content;
    /// The tickets of a Message-ID, by its hash.
    Message(message: Digest) => KnownMessage, known_message, put_message;
    /// How far a folder was read.
    Cursor(mailbox: MailboxName, folder: String) => Cursor, cursor, put_cursor;
    /// The last number given.
    Counters() => Counters, counters, put_counters;
    /// Unfinished tickets of a member of staff.
    Load(contact: ContactId) => Load, load, put_load;
    /// Whose turn it was.
    Turn(team: TeamName) => Turn, turn, put_turn;
    /// What somebody of the staff is to be told.
    Round(contact: ContactId) => Round, round, put_round;
    /// For whom something waits.
    Rounds() => Rounds, rounds, put_rounds;
    /// Whether plus addresses reach a mailbox.
    PlusProbe(mailbox: MailboxName) => PlusProbe, plus_probe, put_plus_probe;
    /// A question to a member of staff.
    Confirmation(id: ConfirmationId) => Confirmation, confirmation, put_confirmation;
    /// Mails that somebody else wrote under the name of a member of staff.
    Forgeries(contact: ContactId) => Forgeries, forgeries, put_forgeries;
    /// A mail of the staff that was carried out.
    Executed(key: Digest) => Executed, executed, put_executed;
    /// Whether forged results of verification reach a mailbox.
    TrustProbe(mailbox: MailboxName) => TrustProbe, trust_probe, put_trust_probe;
    /// Strikes of a message.
    Strike(raw: Digest) => Strike, strike, put_strike;
    /// Something counted.
    Volume(key: VolumeKey) => Volume, volume, put_volume;
    /// What is kept of a ticket for orders to come.
    Kept(ticket: TicketId) => Kept, kept, put_kept;
    /// The reports that wait to be written.
    Reports() => Reports, reports, put_reports;
    /// Tickets of an agent that may be drawn for a review.
    ReviewPool(contact: ContactId) => ReviewPool, review_pool, put_review_pool;
    /// Of whom there are such tickets.
    Reviews() => Reviews, reviews, put_reviews;
    /// The alerts that somebody was told of.
    Alerts() => Alerts, alerts, put_alerts;
    /// Who waits to be forgotten.
    Erasures() => Erasures, erasures, put_erasures;
    /// What the operator has not been told of yet.
    Tally() => Tally, tally, put_tally;
}
