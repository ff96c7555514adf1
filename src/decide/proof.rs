//! May a mail in the name of a member of staff do what it asks for? The one place where that is answered (SECURITY.md 1.2, 1.5).
//!
//! Evidence × what is asked × the mailbox's settings gives one of four answers; `tests/proof.txt` is the table. It is asked when
//! the mail is carried out, and asked again when a confirmation comes back. What somebody may do by his profile is another
//! question (`policy::access`).

use std::collections::BTreeMap;

use crate::base::{ContactId, Digest, Span, Timestamp, limit};
use crate::domain::{Forgeries, Notice, Proof, SenderProof};
use crate::policy::{AgentProof, ReplyAddress};

use super::command::Risk;
use super::facts::{Arrival, IntakeFacts};
use super::thread::TokenStanding;

/// What speaks for a mail being the agent's that its From line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// How it stands to the reply address of the ticket.
    pub token: TokenStanding,
    /// How its thread is proved.
    pub thread: Proof,
    /// How its sender is proved.
    pub sender: SenderProof,
    /// Its registered address has confirmed exactly this.
    pub is_confirmed: bool,
    /// Its signature could not be checked: no resolver answered.
    pub keys_unreachable: bool,
    /// What its Date says.
    pub date: DateStanding,
    /// Mails in this name were forged lately: until then each is asked about.
    pub locked_until: Option<Timestamp>,
}

/// What a mail's Date says about whether it can be an old one that is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStanding {
    /// Written lately.
    Fresh,
    /// Written long ago, or not yet.
    Doubtful(Timestamp),
    /// There is none.
    Missing,
}

/// What the mailbox asks for and can offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What an agent's mail must prove.
    pub agents: AgentProof,
    /// Its mail carries reply addresses with a token.
    pub has_tokens: bool,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// It may.
    Granted,
    /// Once the registered address has confirmed it.
    Confirm(Challenge),
    /// It may not, and its writer is told why: he had a hand in it.
    Refused(Notice),
    /// It may not, and nothing shows that who is named had a hand in it: nobody is written to.
    Unvouched,
}

/// How a confirmation is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// What is lacking.
    pub because: Notice,
    /// How long it may be answered.
    pub within: Span,
    /// How many may be asked of one person in an hour.
    pub per_hour: u32,
}

/// May it? `what` names the command, should it be one that is always asked about.
pub fn authorize(risk: Risk, what: &str, evidence: &Evidence, setting: Setting) -> Authorization {
    if evidence.is_confirmed {
        return Authorization::Granted;
    }
    let disowned = evidence.sender == SenderProof::Fail;
    match evidence.token {
        // Of somebody else's token the writer knows no more than that somebody else had a mail (I04).
        TokenStanding::Foreign if evidence.sender != SenderProof::E2 => return Authorization::Refused(Notice::ForeignToken),
        TokenStanding::Missing if evidence.sender != SenderProof::E2 && (disowned || evidence.thread != Proof::E1m) => {
            return Authorization::Unvouched;
        }
        TokenStanding::Own | TokenStanding::Foreign | TokenStanding::Missing => {}
    }
    let Some(because) = lack(risk, what, evidence, setting) else { return Authorization::Granted };
    let has_token = evidence.token == TokenStanding::Own;
    let within = if has_token && risk != Risk::High { limit::CONFIRM_WITHIN_WITH_TOKEN } else { limit::CONFIRM_WITHIN };
    let per_hour = if has_token { limit::CONFIRMATIONS_WITH_TOKEN } else { limit::CONFIRMATIONS };
    Authorization::Confirm(Challenge { because, within, per_hour })
}

/// What is missing for doing it unasked; the gravest first.
fn lack(risk: Risk, what: &str, evidence: &Evidence, setting: Setting) -> Option<Notice> {
    let is_signed = evidence.sender == SenderProof::E2;
    let unsigned = || if evidence.keys_unreachable { Notice::KeysUnreachable } else { Notice::SenderNotVerified };
    let identity = match evidence.token {
        TokenStanding::Own if evidence.sender == SenderProof::Fail => Some(Notice::SenderDisowned),
        // The answer of what changes nothing goes to the registered address, whoever asked.
        TokenStanding::Own | TokenStanding::Missing
            if risk == Risk::ReadOnly && (is_signed || evidence.token == TokenStanding::Own) =>
        {
            None
        }
        // Where somebody is, is his to say wherever his domain vouches for him.
        TokenStanding::Missing if risk == Risk::Own && is_signed => None,
        TokenStanding::Own if setting.agents == AgentProof::TokenAndDkim && !is_signed => Some(unsigned()),
        TokenStanding::Own => None,
        TokenStanding::Foreign => Some(Notice::ForeignToken),
        TokenStanding::Missing if setting.has_tokens => Some(Notice::NoToken),
        // Where no reply address can carry a token, our own Message-ID and a signature stand in for it.
        TokenStanding::Missing if is_signed && evidence.thread == Proof::E1m => None,
        TokenStanding::Missing if is_signed => Some(Notice::NoToken),
        TokenStanding::Missing => Some(unsigned()),
    };
    if identity.is_some() || risk == Risk::ReadOnly {
        return identity;
    }
    if let Some(until) = evidence.locked_until {
        return Some(Notice::NameLocked { until });
    }
    match evidence.date {
        DateStanding::Fresh => {}
        DateStanding::Doubtful(at) => return Some(Notice::DateDoubtful { at }),
        DateStanding::Missing => return Some(Notice::Undated),
    }
    (risk == Risk::High).then(|| Notice::AlwaysAsked { command: what.to_owned() })
}

/// What is lacking in the journal's words; the letter's words stand in `notify`.
pub(super) const fn reason(lack: &Notice) -> Option<&'static str> {
    Some(match lack {
        Notice::NoToken => "it lacks the reply address of this ticket",
        Notice::ForeignToken => "its reply address was written to somebody else",
        Notice::SenderNotVerified => "the receiving server did not vouch for the sender",
        Notice::SenderDisowned => "the sender's domain disowns it",
        Notice::AlwaysAsked { .. } => "what it orders is always asked about",
        Notice::NameLocked { .. } => "mails in this name were forged lately",
        Notice::DateDoubtful { .. } | Notice::Undated => "its date is doubtful",
        Notice::KeysUnreachable => "the key of its signature could not be fetched",
        Notice::ConfirmChanged => "what was confirmed is not what it would do now",
        _ => return None,
    })
}

/// Why a mail counts as forged: whoever sent it has something that only the agent was sent, and is not he.
pub(super) fn forgery(evidence: &Evidence) -> Option<&'static str> {
    match (evidence.token, evidence.sender) {
        (TokenStanding::Own, SenderProof::Fail) => Some("a mail with his reply address that his domain disowns"),
        (TokenStanding::Foreign, SenderProof::None | SenderProof::Fail | SenderProof::E2w) => {
            Some("a mail in his name with somebody else's reply address")
        }
        (TokenStanding::Missing, SenderProof::Fail) if evidence.thread == Proof::E1m => {
            Some("an answer to a letter of ours that his domain disowns")
        }
        _ => None,
    }
}

/// What a mail brings along.
pub(super) fn evidence_of(arrival: &Arrival<'_>, facts: &IntakeFacts, token: TokenStanding, thread: Proof) -> Evidence {
    let date = match arrival.mail.date {
        None => DateStanding::Missing,
        Some(at) if arrival.now.minus(limit::COMMAND_AGE) <= at && at <= arrival.now.plus(limit::COMMAND_AHEAD) => {
            DateStanding::Fresh
        }
        Some(at) => DateStanding::Doubtful(at),
    };
    Evidence {
        token,
        thread,
        sender: arrival.sender_proof,
        is_confirmed: facts.proof.confirmed.is_some(),
        keys_unreachable: facts.proof.keys_unreachable,
        date,
        locked_until: facts.proof.forgeries.locked_until.filter(|until| arrival.now < *until),
    }
}

/// What the mailbox of a mail asks for.
pub(super) fn setting_of(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Setting {
    let has_tokens = match arrival.mailbox.reply_address {
        ReplyAddress::Plus | ReplyAddress::Domain(_) => true,
        ReplyAddress::Probe => facts.proof.plus_works,
        ReplyAddress::Plain => false,
    };
    Setting { agents: arrival.mailbox.agents, has_tokens }
}

/// What deciding on proof needs to know.
#[derive(Clone, Debug, Default)]
pub struct ProofFacts {
    /// The registered address has confirmed what has this hash.
    pub confirmed: Option<Digest>,
    /// The mail's signature could not be checked now.
    pub keys_unreachable: bool,
    /// Since when it waits for that; none: it has just come.
    pub keys_awaited: Option<Timestamp>,
    /// Plus addresses of the mailbox are known to work.
    pub plus_works: bool,
    /// Forged mails under the sender's name.
    pub forgeries: Forgeries,
    /// Questions that he was asked within the last hour.
    pub asked: u32,
    /// By what a copy of this mail would be known.
    pub keys: Vec<Digest>,
    /// The people who an answer would go to, as a question shows them.
    pub shown: BTreeMap<ContactId, String>,
    /// One of these was carried out before.
    pub was_executed: bool,
}

#[cfg(test)]
mod tests;
