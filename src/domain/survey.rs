//! Surveys: whether a customer was satisfied with how his ticket was resolved.

use serde::{Deserialize, Serialize};

use crate::base::Timestamp;

/// How satisfied somebody was, from 1 (not at all) to 5 (very).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl Rating {
    /// The worst.
    pub const LOWEST: u8 = 1;
    /// The best.
    pub const HIGHEST: u8 = 5;

    /// A rating; none where there is no such number.
    pub const fn new(number: u8) -> Option<Self> {
        if number >= Self::LOWEST && number <= Self::HIGHEST { Some(Self(number)) } else { None }
    }

    /// The number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or_else(|| format!("{number} is no rating; there are 1 to 5"))
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

/// The last question of a ticket whether its customer was satisfied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// When he was asked.
    pub at: Timestamp,
    /// What he said, once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
}
