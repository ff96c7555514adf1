//! What sort of message came in; the vocabulary that reading, rules and journal share.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What sort of message it is. The names are those of `inspect` (INTERFACES: `kind`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Somebody wrote it.
    #[default]
    Human,
    /// An absence note.
    OutOfOffice,
    /// Any other automatic answer.
    AutoReply,
    /// Delivery failed for good.
    BounceHard,
    /// Delivery failed for a reason that may pass.
    BounceSoft,
    /// Delivery is late but goes on.
    BounceDelay,
    /// From a mailing list or newsletter.
    List,
    /// From a machine, unasked.
    Notification,
    /// Asks the sender to prove that he is human.
    Challenge,
    /// An abuse report (RFC 5965).
    FeedbackReport,
    /// An invitation or an answer to one.
    Calendar,
    /// Our own mail come back.
    OwnLoop,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Human,
        Self::OutOfOffice,
        Self::AutoReply,
        Self::BounceHard,
        Self::BounceSoft,
        Self::BounceDelay,
        Self::List,
        Self::Notification,
        Self::Challenge,
        Self::FeedbackReport,
        Self::Calendar,
        Self::OwnLoop,
    ];

    /// The name in configuration, JSON and journal.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::OutOfOffice => "out-of-office",
            Self::AutoReply => "auto-reply",
            Self::BounceHard => "bounce-hard",
            Self::BounceSoft => "bounce-soft",
            Self::BounceDelay => "bounce-delay",
            Self::List => "list",
            Self::Notification => "notification",
            Self::Challenge => "challenge",
            Self::FeedbackReport => "feedback-report",
            Self::Calendar => "calendar",
            Self::OwnLoop => "own-loop",
        }
    }

    /// Is it a delivery report?
    pub const fn is_bounce(self) -> bool {
        matches!(self, Self::BounceHard | Self::BounceSoft | Self::BounceDelay)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
