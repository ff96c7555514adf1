//! Ids and names. Each kind is a type of its own, so that two of them cannot be swapped.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $int:ty, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name($int);

        impl $name {
            /// The id with this number.
            pub const fn new(number: $int) -> Self {
                Self(number)
            }

            /// Its number.
            pub const fn get(self) -> $int {
                self.0
            }

            /// The id that follows.
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0.saturating_add(1))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

number!(
    /// A ticket's number, counted from 1, as people write it: `#42`.
    TicketId, u32, "#"
);
number!(
    /// The position of an entry within its ticket, counted from 1.
    EntryNumber, u32, ""
);
number!(
    /// A person or address the desk knows: customer or staff. The journal's facts name people by this alone.
    ContactId, u32, "c"
);
number!(
    /// A message waiting to be sent, or sent.
    OutboxId, u64, "o"
);
number!(
    /// A message set aside.
    QuarantineId, u32, "q"
);
number!(
    /// A question to a member of staff whether a mail is his.
    ConfirmationId, u32, "k"
);
number!(
    /// A journal record's sequence number, counted from 1.
    Seq, u64, ""
);

/// Why a name was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing there.
    #[error("a name may not be empty")]
    Empty,
    /// Longer than 64 characters.
    #[error("a name may have at most 64 characters")]
    TooLong,
    /// Something other than letters, digits, `-`, `_` and `.`.
    #[error("a name may hold letters, digits, `-`, `_` and `.`, not {0:?}")]
    Character(char),
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Checks and takes a name: 1 to 64 letters, digits, `-`, `_`, `.`.
            ///
            /// # Errors
            /// [`NameError`] says what is wrong with it.
            pub fn new(text: impl Into<String>) -> Result<Self, NameError> {
                let text = text.into();
                if text.is_empty() {
                    return Err(NameError::Empty);
                }
                if text.chars().count() > 64 {
                    return Err(NameError::TooLong);
                }
                match text.chars().find(|c| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))) {
                    Some(odd) => Err(NameError::Character(odd)),
                    None => Ok(Self(text)),
                }
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name!(
    /// A mailbox of the configuration.
    MailboxName
);
name!(
    /// A team of the configuration.
    TeamName
);
name!(
    /// A member of staff, by the short name that commands use.
    StaffName
);
name!(
    /// A category of tickets.
    CategoryName
);
