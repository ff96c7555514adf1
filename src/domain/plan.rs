//! A decision as a value.

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, Digest, OutboxId, TicketId};

use super::change::Change;
use super::letter::Letter;
use super::ticket::DeadlineKind;

/// What is to happen, all of it or nothing. Nothing has happened yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Who made it happen.
    pub actor: Actor,
    /// What made it happen.
    pub cause: Cause,
    /// Texts that the facts refer to, to be put into the spool.
    pub texts: Vec<Vec<u8>>,
    /// The facts, in order.
    pub changes: Vec<Change>,
    /// The mails to be written; each becomes a [`Change::LetterQueued`] when it has been rendered.
    pub letters: Vec<Letter>,
}

/// Who made something happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// The desk itself.
    #[default]
    Desk,
    /// A customer.
    Customer(ContactId),
    /// A member of staff.
    Staff(ContactId),
    /// Whoever may use the command line.
    Admin,
}

/// What made something happen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The desk's own housekeeping.
    #[default]
    Desk,
    /// A message, by its raw bytes.
    Message(Digest),
    /// A deadline.
    Deadline(TicketId, DeadlineKind),
    /// An attempt to send.
    Delivery(OutboxId),
    /// A command line.
    Command(String),
}
