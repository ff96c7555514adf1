//! What the desk owes a customer and by when, and whom it tells of what is due.
//!
//! A promise is a fact of the ticket: when its clock began, when it is due, whether it was broken. Deadlines only say when
//! somebody looks at it next. So a promise outlives the last step of its ladder, and its history can be told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, TicketId, Timestamp};

use super::letter::LetterKind;
use super::ticket::{DeadlineKind, Status};

/// What is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// The first answer of a person to a ticket.
    FirstResponse,
    /// The answer to a later message of the customer.
    NextResponse,
    /// That the customer hears from us as long as the ticket is not finished.
    Update,
    /// That it is resolved.
    Resolution,
}

impl Target {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 4] = [Self::FirstResponse, Self::NextResponse, Self::Update, Self::Resolution];

    /// The name in the configuration's and the journal's words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstResponse => "first-response",
            Self::NextResponse => "next-response",
            Self::Update => "update",
            Self::Resolution => "resolution",
        }
    }

    /// The deadline of this step of its ladder.
    pub const fn deadline(self, step: u8) -> DeadlineKind {
        match self {
            Self::FirstResponse => DeadlineKind::FirstResponse(step),
            Self::NextResponse => DeadlineKind::NextResponse(step),
            Self::Update => DeadlineKind::Update(step),
            Self::Resolution => DeadlineKind::Resolution(step),
        }
    }

    /// What a deadline belongs to, and its step.
    pub const fn of(kind: DeadlineKind) -> Option<(Self, u8)> {
        match kind {
            DeadlineKind::FirstResponse(step) => Some((Self::FirstResponse, step)),
            DeadlineKind::NextResponse(step) => Some((Self::NextResponse, step)),
            DeadlineKind::Update(step) => Some((Self::Update, step)),
            DeadlineKind::Resolution(step) => Some((Self::Resolution, step)),
            _ => None,
        }
    }
}

/// A promise that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// When its clock began to run.
    pub since: Timestamp,
    /// When it is to be kept; while it is paused, as far as was known when the pause began.
    pub due: Timestamp,
    /// Which policy promised it; empty: the desk's usual promise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When it was broken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broken_at: Option<Timestamp>,
    /// Since when its clock stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_at: Option<Timestamp>,
}

/// A status that a ticket took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turned {
    /// When.
    pub at: Timestamp,
    /// Which.
    pub to: Status,
}

/// Something a person is to be told of when it suits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nudge {
    /// The ticket.
    pub ticket: TicketId,
    /// The deadline that fell due.
    pub kind: DeadlineKind,
    /// When the clock of its promise began; another time means another promise, of which this says nothing.
    pub since: Timestamp,
    /// The letter that says so where it is the only thing to say.
    pub letter: LetterKind,
}

/// What somebody of the staff is to be told, and when he was told last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// When he was told last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<Timestamp>,
    /// What waits for him, the oldest first; bounded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waiting: Vec<Nudge>,
    /// When he had his last morning mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest_at: Option<Timestamp>,
    /// When he had the last one of his team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_digest_at: Option<Timestamp>,
}

/// For whom something waits, and when he may be told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounds {
    /// By person.
    pub due: BTreeMap<ContactId, Timestamp>,
}

/// A mail of the morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Morning {
    /// Of what is his own.
    Own,
    /// Of the teams that he leads.
    Team,
}
