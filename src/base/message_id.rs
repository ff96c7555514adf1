//! A Message-ID without its angle brackets.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Digest, limit};

/// A message identifier (RFC 5322 §3.6.4), bounded and free of white space and control characters.
///
/// It groups messages and is never the sole reason to drop one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(String);

impl MessageId {
    /// Takes an identifier, with or without `<>`. `None` where it has no `@`, is too long, or holds what no header may carry.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('<').unwrap_or(text);
        let text = text.strip_suffix('>').unwrap_or(text);
        let fits = text.len() >= 3 && text.len() <= limit::MESSAGE_ID_BYTES && text.contains('@');
        (fits && text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>'))).then(|| Self(text.to_owned()))
    }

    /// The identifier without brackets.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash under which it is looked up.
    pub fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }
}

impl fmt::Display for MessageId {
    /// With angle brackets, as a header shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

impl fmt::Debug for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
