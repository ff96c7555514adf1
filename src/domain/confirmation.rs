//! Questions to members of the staff whether a mail is theirs, and what is remembered of mails that were not.
//!
//! What a mail lacks in proof can be made up for by an answer from the registered address (SECURITY.md 1.1, E4). What was asked
//! stands here; the mail itself lies in the spool, and its plan is decided anew when the answer comes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, Digest, MailboxName, OutboxId, Span, TicketId, Timestamp, limit};

/// A question that waits for its answer, or was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Who is asked, and whose mail it claims to be.
    pub agent: ContactId,
    /// The ticket it is about.
    pub ticket: Option<TicketId>,
    /// The mailbox the mail came in by.
    pub mailbox: MailboxName,
    /// Its raw bytes in the spool.
    pub raw: Digest,
    /// Hash of what was shown: nothing else is carried out.
    pub orders: Digest,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When an answer comes too late.
    pub until: Timestamp,
    /// What came of it.
    pub state: ConfirmationState,
    /// An answer came that says neither yes nor no, and its writer was told how to answer.
    #[serde(default)]
    pub was_unclear: bool,
}

/// What came of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConfirmationState {
    /// Nothing yet.
    Waiting,
    /// Yes; what was asked for was carried out, or was found impossible by then.
    Confirmed,
    /// No.
    Declined,
}

/// Mails under the name of a member of staff that somebody else seems to have written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forgeries {
    /// When they came, within the last hour; bounded.
    pub times: Vec<Timestamp>,
    /// Until then each of his mails is asked about.
    pub locked_until: Option<Timestamp>,
}

impl Forgeries {
    /// Would one more lock the name?
    pub fn would_lock(&self, at: Timestamp) -> bool {
        let lately = self.times.iter().filter(|then| at.since(**then) < Span::from_hours(1)).count();
        lately + 1 >= limit::FORGERIES_PER_HOUR
    }

    /// Is each of his mails to be asked about?
    pub fn is_locked(&self, at: Timestamp) -> bool {
        self.locked_until.is_some_and(|until| at < until)
    }
}

/// What an agent's mail did, so that a copy of it does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Executed {
    /// Whose mail it was.
    pub agent: ContactId,
    /// When it was carried out.
    pub at: Timestamp,
}

/// Whether forged results of verification reach a mailbox (SECURITY.md 1.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustProbe {
    /// The letter that carries forged results.
    pub letter: OutboxId,
    /// When it was written.
    pub asked_at: Timestamp,
    /// What was found when it came back.
    pub verdict: Option<TrustVerdict>,
    /// The servers that were believed when it was written; others are another question.
    #[serde(default)]
    pub servers: BTreeSet<String>,
    /// How many Received lines may stand above theirs.
    #[serde(default)]
    pub trusted_hops: u32,
    /// What the letter before found, about the same servers; it counts until this one has come back.
    #[serde(default)]
    pub before: Option<TrustVerdict>,
    /// The lines in it when it came back, from the top.
    #[serde(default)]
    pub found: Vec<ResultsFound>,
}

/// A line of Authentication-Results in a letter of ours that has come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsFound {
    /// The server that it names (authserv-id, RFC 8601 §2.5).
    pub server: String,
    /// Received lines above it.
    pub hops: u32,
    /// It is one that we forged.
    pub is_forged: bool,
}

/// What became of forged results on their way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "verdict")]
pub enum TrustVerdict {
    /// The receiving server deleted them.
    Deleted,
    /// They arrived, and stand where they are not believed.
    Ignored,
    /// They arrived and would be believed: anybody could pose as anybody.
    Believed,
}
