//! The one disposition of a message: where it lay, how it found its ticket, what proved its sender, and what became of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{Digest, Kind, MailboxName, OutboxId, QuarantineId, TicketId};

use super::quarantine::QuarantineReason;

/// The one disposition of one message at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Where it lay.
    pub place: Place,
    /// Its raw bytes in the spool.
    pub raw: Digest,
    /// Hash of its Message-ID, if it has one.
    pub message: Option<Digest>,
    /// Hash of Message-ID, From, Date, Subject and body: equal for a copy that took another way.
    pub content: Option<Digest>,
    /// Size in bytes.
    pub size: u64,
    /// What sort of message it is.
    pub kind: Kind,
    /// How it found its ticket.
    pub matched_by: MatchedBy,
    /// How the thread was proved.
    pub proof: Proof,
    /// How the sender was proved.
    pub sender_proof: SenderProof,
    /// Its ticket, if it has one.
    pub ticket: Option<TicketId>,
    /// What became of it.
    pub disposition: Disposition,
}

/// Where a message lay.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "source")]
pub enum Place {
    /// A file of a Maildir, by the part of its name that never changes.
    Maildir {
        /// The mailbox.
        mailbox: MailboxName,
        /// The file's unique name.
        unique: String,
    },
    /// A message of an IMAP folder.
    Imap {
        /// The mailbox.
        mailbox: MailboxName,
        /// The folder.
        folder: String,
        /// Its UIDVALIDITY.
        validity: u32,
        /// Its UID.
        uid: u32,
    },
    /// Handed over by `maildesk deliver`.
    Delivered {
        /// The mailbox.
        mailbox: MailboxName,
        /// A number that the hand-over was given.
        number: u64,
    },
    /// Taken out of quarantine by an admin.
    Quarantine {
        /// The mailbox.
        mailbox: MailboxName,
        /// Which one.
        id: QuarantineId,
    },
}

impl Place {
    /// The mailbox it belongs to.
    pub const fn mailbox(&self) -> &MailboxName {
        match self {
            Self::Maildir { mailbox, .. }
            | Self::Imap { mailbox, .. }
            | Self::Delivered { mailbox, .. }
            | Self::Quarantine { mailbox, .. } => mailbox,
        }
    }
}

/// What becomes of a message; each has exactly one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "disposition")]
pub enum Disposition {
    /// It opened its ticket.
    Opened,
    /// It was added to its ticket.
    Appended,
    /// It was an agent's mail of commands alone.
    Commanded,
    /// It was an agent's mail that was not carried out; the agent was told.
    Held {
        /// Why.
        reason: String,
    },
    /// It reported on a letter of ours.
    Bounced {
        /// Which.
        letter: OutboxId,
    },
    /// The same message was taken in before.
    Duplicate,
    /// It is kept and disturbs nobody.
    Ignored {
        /// Why.
        reason: IgnoreReason,
    },
    /// It is set aside for the operator.
    Quarantined {
        /// Where.
        id: QuarantineId,
        /// Why.
        reason: QuarantineReason,
    },
}

impl Disposition {
    /// The names of all kinds in the order of their places.
    pub const NAMES: [&'static str; 8] =
        ["opened", "appended", "commanded", "held", "bounced", "duplicate", "ignored", "quarantined"];

    /// The name in `rehearse` and `status`.
    pub fn as_str(&self) -> &'static str {
        Self::NAMES.get(self.position()).copied().unwrap_or_default()
    }

    /// Its place among the kinds, for counting.
    pub const fn position(&self) -> usize {
        match self {
            Self::Opened => 0,
            Self::Appended => 1,
            Self::Commanded => 2,
            Self::Held { .. } => 3,
            Self::Bounced { .. } => 4,
            Self::Duplicate => 5,
            Self::Ignored { .. } => 6,
            Self::Quarantined { .. } => 7,
        }
    }

    /// The reason, where there is one.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Held { reason } => Some(reason.clone()),
            Self::Ignored { reason } => Some(reason.to_string()),
            Self::Quarantined { reason, .. } => Some(reason.to_string()),
            Self::Opened | Self::Appended | Self::Commanded | Self::Bounced { .. } | Self::Duplicate => None,
        }
    }
}

/// Why a message belongs to no ticket and is only kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IgnoreReason {
    /// An absence note to nothing we know.
    OutOfOffice,
    /// An automatic answer to nothing we know.
    AutoReply,
    /// A delivery report on nothing we sent.
    ForeignBounce,
    /// A request to prove that we are human.
    Challenge,
    /// An abuse report about nothing we know.
    FeedbackReport,
    /// The mailbox takes mail from known senders only. Such mail is quarantined today; older journals have this.
    SenderNotAccepted,
    /// An admin has blocked the sender.
    SenderBlocked,
    /// Our own question whether plus addresses work has come back.
    PlusProbe,
    /// Our own test whether forged results of verification arrive has come back.
    TrustProbe,
}

impl fmt::Display for IgnoreReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OutOfOffice => "an absence note that belongs to no ticket",
            Self::AutoReply => "an automatic answer that belongs to no ticket",
            Self::ForeignBounce => "a delivery report about a message that is not ours",
            Self::Challenge => "a challenge that belongs to no ticket",
            Self::FeedbackReport => "a feedback report that belongs to no ticket",
            Self::SenderNotAccepted => "the mailbox does not accept this sender",
            Self::SenderBlocked => "its sender is blocked",
            Self::PlusProbe => "the desk's own test of plus addresses, which has come back",
            Self::TrustProbe => "the desk's own test of forged verification results, which has come back",
        })
    }
}

/// How a message found its ticket, in the order in which the ways are tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchedBy {
    /// A reply token in a recipient address.
    Token,
    /// Our own authenticated Message-ID.
    OwnId,
    /// A Message-ID known on the ticket.
    KnownId,
    /// `[#42]` in the subject, from a participant.
    SubjectTag,
    /// A reply without usable references, by subject and participant.
    Subject,
    /// Not at all.
    #[default]
    None,
}

impl MatchedBy {
    /// The name in `rehearse`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::OwnId => "own-id",
            Self::KnownId => "known-id",
            Self::SubjectTag => "subject-tag",
            Self::Subject => "subject",
            Self::None => "none",
        }
    }
}

/// How it is proved that a message belongs to a thread (SECURITY.md 1.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Proof {
    /// Not.
    #[default]
    E0,
    /// By a reply token.
    E1,
    /// By our authenticated Message-ID.
    E1m,
}

impl Proof {
    /// The code in `rehearse`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::E0 => "E0",
            Self::E1 => "E1",
            Self::E1m => "E1m",
        }
    }
}

/// How the sender is proved (SECURITY.md 1.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SenderProof {
    /// Not.
    #[default]
    #[serde(rename = "none")]
    None,
    /// An explicit failure of the domain's own policy.
    #[serde(rename = "fail")]
    Fail,
    /// The sending host is allowed (SPF).
    E2w,
    /// An aligned signature of the From domain (DKIM).
    E2,
}

impl SenderProof {
    /// The code in `rehearse`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Fail => "fail",
            Self::E2w => "E2w",
            Self::E2 => "E2",
        }
    }
}
