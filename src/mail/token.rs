//! Reply tokens, our Message-IDs and loop marks: what only this desk can have written (SECURITY.md 1.4).

use std::collections::BTreeMap;

use crate::base::{ContactId, MailboxName, MessageId, OutboxId, TicketId, Timestamp};

/// The desk's secret keys by their number (0 to 15); the highest number signs, the others still verify.
#[derive(Clone)]
pub struct Keyring {
    keys: BTreeMap<u8, [u8; 32]>,
}

/// Whom a reply token was written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRole {
    /// A customer or other participant.
    Customer,
    /// A member of staff.
    Staff,
}

/// What a reply token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyToken {
    /// To whom it was written.
    pub role: TokenRole,
    /// About which ticket.
    pub ticket: TicketId,
    /// To which contact.
    pub recipient: ContactId,
    /// The ticket's epoch then.
    pub epoch: u8,
    /// When it lapses; counted in whole days.
    pub expires: Timestamp,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keyring({} keys)", self.keys.len())
    }
}

impl Keyring {
    /// Takes the keys; `None` if there is none or a number is over 15.
    pub fn new(keys: BTreeMap<u8, [u8; 32]>) -> Option<Self> {
        (!keys.is_empty() && keys.keys().all(|id| *id < 16)).then_some(Self { keys })
    }

    /// The detail of a reply address: `r1` and 45 characters.
    pub fn write_token(&self, _mailbox: &MailboxName, _token: &ReplyToken) -> String {
        String::new()
    }

    /// Reads the detail of a reply address; `None` where it is not ours, not for this mailbox, altered or lapsed.
    pub fn read_token(&self, _mailbox: &MailboxName, _detail: &str, _now: Timestamp) -> Option<ReplyToken> {
        None
    }

    /// The Message-ID of an outbox item.
    pub fn write_message_id(&self, _letter: OutboxId, _domain: &str) -> Option<MessageId> {
        None
    }

    /// The outbox item of a Message-ID, if this desk wrote it.
    pub fn read_message_id(&self, _id: &MessageId, _domain: &str) -> Option<OutboxId> {
        None
    }

    /// What this desk writes into X-Loop.
    pub fn loop_mark(&self, _domain: &str) -> String {
        String::new()
    }
}
