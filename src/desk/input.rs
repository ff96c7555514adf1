//! What makes the desk act, and what it answers.

use crate::base::{EmailAddress, MailboxName, OutboxId, QuarantineId, TicketId, Timestamp};
use crate::decide::{AttemptResult, MailboxHealth};
use crate::domain::{Change, Cursor, Disposition, Place};
use crate::mail::Signature;

use super::ask::{Answer, Question};
use super::counting::{Counting, MadeReport};
use super::gauges::Gauges;
use super::looking::{Looked, Looking};
use super::settings::DeskSettings;

/// What verifying the signatures of a message came to.
pub type Signatures = Vec<Signature>;

/// A message that was fetched.
#[derive(Clone, PartialEq, Eq)]
pub struct Fetched {
    /// Where it lies.
    pub place: Place,
    /// All of it.
    pub bytes: Vec<u8>,
    /// What verifying its signatures came to; none where that was not done.
    pub signatures: Option<Signatures>,
}

impl Fetched {
    /// A message whose signatures were not verified.
    pub const fn new(place: Place, bytes: Vec<u8>) -> Self {
        Self { place, bytes, signatures: None }
    }
}

impl std::fmt::Debug for Fetched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fetched({:?}, {} bytes)", self.place, self.bytes.len())
    }
}

/// Everything that can make the desk act.
#[derive(Debug)]
pub enum Input {
    /// A message was fetched.
    Arrived(Fetched),
    /// Time has passed.
    Tick,
    /// Somebody can send up to so many letters.
    Claim {
        /// At most so many.
        limit: usize,
    },
    /// Letters were tried.
    Attempted(Vec<(OutboxId, AttemptResult)>),
    /// Letters were claimed before the process ended; they are to be sent again.
    Recover,
    /// New settings.
    Settings(Box<DeskSettings>),
    /// How far a folder has been read.
    CursorOf {
        /// The mailbox.
        mailbox: MailboxName,
        /// The folder.
        folder: String,
    },
    /// Reading a folder begins, for the first time or anew after a change of its UIDVALIDITY. The operator is told of the latter.
    BeginAt {
        /// The mailbox.
        mailbox: MailboxName,
        /// The folder.
        folder: String,
        /// Where it begins.
        cursor: Cursor,
    },
    /// Somebody asks.
    Ask(Question),
    /// A mail server hands a message over.
    Delivered {
        /// The mailbox; none: the one it is addressed to.
        mailbox: Option<MailboxName>,
        /// All of it.
        bytes: Vec<u8>,
        /// What verifying its signatures came to; none where that was not done.
        signatures: Option<Signatures>,
    },
    /// Which messages wait for the keys of their signatures?
    Unverified,
    /// The signatures of such a message have been looked at again.
    Verified {
        /// Which.
        id: QuarantineId,
        /// What that came to.
        signatures: Signatures,
    },
    /// Is there a report to be counted, or a look to be taken at what is watched?
    NextReport,
    /// A report was counted and written; it is to be sent.
    Reported(Box<MadeReport>),
    /// What is watched was counted.
    Looked(Box<Looked>),
    /// An edit of the settings was refused for these reasons; the operator is to know.
    SettingsRefused(Vec<String>),
    /// How the mailboxes do.
    Health(Vec<MailboxHealth>),
    /// How much is there of everything?
    Gauge,
    /// Is anybody there?
    Knock,
}

/// What the desk answers, after the commit.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The message has its disposition; it may be filed.
    Recorded {
        /// Where it lay.
        place: Place,
        /// Its disposition.
        disposition: Disposition,
        /// Its ticket.
        ticket: Option<TicketId>,
        /// Everything recorded of it; empty where it had been recorded before.
        changes: Vec<Change>,
    },
    /// So many deadlines were worked off; whether more are due now, and when the next is.
    Ticked {
        /// Worked off.
        fired: usize,
        /// When to come again.
        next: Option<Timestamp>,
    },
    /// How much there is of everything.
    Gauged(Box<Gauges>),
    /// Letters to be sent.
    Claimed {
        /// With their bytes.
        shipments: Vec<Shipment>,
        /// When to come again.
        next: Option<Timestamp>,
    },
    /// How far a folder has been read; none: never yet.
    Cursor(Option<Cursor>),
    /// Done.
    Done,
    /// The settings count; what has become of the work of those who have left, in a few words each.
    TakenOn(Vec<String>),
    /// What was asked.
    Answer(Answer),
    /// Messages that wait for the keys of their signatures.
    Unverified(Vec<Unverified>),
    /// A report that is to be counted now, by whoever asked.
    Counting(Box<Counting>),
    /// What is watched is to be counted now.
    Looking(Box<Looking>),
    /// Some more of what a report rests on was made ready: ask again.
    NotReady,
}

/// A message that waits for the key of its signature.
#[derive(Clone, PartialEq, Eq)]
pub struct Unverified {
    /// Which.
    pub id: QuarantineId,
    /// The mailbox it came in by.
    pub mailbox: MailboxName,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Unverified {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Unverified({}, {} bytes)", self.id, self.bytes.len())
    }
}

/// A letter ready to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Shipment {
    /// Which.
    pub letter: OutboxId,
    /// Envelope sender; none is the null path.
    pub from: Option<EmailAddress>,
    /// Envelope recipient.
    pub to: EmailAddress,
    /// The message.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Shipment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shipment({}, {} bytes)", self.letter, self.bytes.len())
    }
}
