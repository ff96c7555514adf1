//! A letter that waits to be sent, and every step it may take.

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, Digest, EmailAddress, EntryNumber, MailboxName, MessageId, OutboxId, Private, TicketId, Timestamp};

use super::letter::LetterKind;

/// A letter with its bytes: one recipient, one Message-ID, the same bytes at every attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxItem {
    /// Its number; the Message-ID is made from it.
    pub id: OutboxId,
    /// What it is.
    pub kind: LetterKind,
    /// Its ticket.
    pub ticket: Option<TicketId>,
    /// The entry it is about.
    pub entry: Option<EntryNumber>,
    /// The last entry that its ticket had when it was written: what its reader has seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<EntryNumber>,
    /// Who gets it.
    pub contact: ContactId,
    /// The envelope recipient.
    pub to: Private<EmailAddress>,
    /// The mailbox it leaves by.
    pub mailbox: MailboxName,
    /// The envelope sender.
    pub envelope: Envelope,
    /// Its Message-ID.
    pub message_id: Private<MessageId>,
    /// Texts in the spool whose bytes in order are the message.
    pub pieces: Vec<Digest>,
    /// Where it stands.
    pub state: LetterState,
    /// Attempts made.
    pub attempts: u32,
    /// When it was queued; it expires some days later.
    pub queued_at: Timestamp,
    /// When it is to be tried next.
    pub next_at: Timestamp,
    /// The last answer of a server, or the last trouble.
    pub last: Option<Private<String>>,
}

/// The envelope sender (RFC 5321 §4.1.1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Envelope {
    /// `<>`: nobody answers it (RFC 3834 §3.3).
    Null,
    /// The mailbox's own address.
    Mailbox,
}

/// Where an outbox item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LetterState {
    /// Waits for its first attempt.
    Queued,
    /// A connection is sending it.
    Claimed,
    /// A server has taken it.
    Sent,
    /// Waits for its next attempt.
    Deferred,
    /// Was being sent when the process ended or the answer was lost; will be sent again with equal bytes.
    InDoubt,
    /// Refused for good.
    Failed,
    /// Tried for too long.
    Expired,
    /// Taken out; never sent.
    Dropped,
}

impl LetterState {
    /// Every legal step of an outbox item.
    pub const fn may_become(self, to: Self) -> bool {
        use LetterState::{Claimed, Deferred, Dropped, Expired, Failed, InDoubt, Queued, Sent};
        matches!(
            (self, to),
            (Queued | Deferred | InDoubt, Claimed | Expired | Failed)
                | (Claimed, Sent | Deferred | Failed | InDoubt | Expired)
                // An admin's word goes before every schedule, but what is being sent or was sent is out of his hands.
                | (Queued | Deferred | InDoubt | Failed | Expired, Queued | Dropped)
        )
    }

    /// Is it still to be sent?
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Queued | Self::Deferred | Self::InDoubt)
    }

    /// The name in lists.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Claimed => "claimed",
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::InDoubt => "in doubt",
            Self::Failed => "failed",
            Self::Expired => "expired",
            Self::Dropped => "dropped",
        }
    }
}
