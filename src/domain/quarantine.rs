//! Messages set aside for the operator.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{Digest, MailboxName, QuarantineId, Timestamp};

/// A message that waits for an admin's decision; its raw bytes are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// Its number.
    pub id: QuarantineId,
    /// Its raw bytes in the spool.
    pub raw: Digest,
    /// The mailbox it came in by.
    pub mailbox: MailboxName,
    /// Why it was set aside.
    pub reason: QuarantineReason,
    /// When.
    pub at: Timestamp,
}

/// Why a message was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuarantineReason {
    /// It is our own mail come back.
    OwnLoop,
    /// Reading it failed or ended the process three times.
    Poison,
    /// Reading it panicked.
    Panicked,
    /// It is larger than what is read.
    TooLarge,
    /// Its sender or domain opens more tickets than the limits allow.
    TooMany,
    /// It reopens a ticket more often than the limits allow.
    ReopenedTooOften,
    /// Its sender adds more to a ticket than the limits allow.
    TooManyMessages,
    /// A machine's mail with a verification code or link: whoever reads it could pass for the desk elsewhere (SECURITY.md, T06).
    Verification,
    /// The mailbox does not take mail of its sender.
    SenderNotAccepted,
    /// A mail of the staff whose signature cannot be checked now: the resolver does not answer. It is tried again by itself.
    KeysUnreachable,
}

impl fmt::Display for QuarantineReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OwnLoop => "our own mail came back",
            Self::Poison => "reading it failed three times",
            Self::Panicked => "reading it failed with an internal error",
            Self::TooLarge => "it is larger than the limit",
            Self::TooMany => "its sender opens too many tickets",
            Self::KeysUnreachable => "the key of its signature cannot be fetched now; it is tried again by itself",
            Self::ReopenedTooOften => "it reopens its ticket too often",
            Self::TooManyMessages => "its sender adds too much to one ticket",
            Self::Verification => "it carries a verification code or link",
            Self::SenderNotAccepted => "the mailbox does not accept this sender",
        })
    }
}
