//! A single e-mail address, checked.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::limit;

/// One `local@domain`, as it was written, compared without regard to ASCII case.
///
/// Dots and `+detail` are never folded (SECURITY.md, I21). Quoted local parts, comments, groups and address literals
/// are refused: who writes them has no identity here (I13). Non-ASCII addresses (RFC 6531) are accepted.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress {
    text: String,
    /// Byte position of the `@`.
    at: usize,
}

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// There is not exactly one `@` with something on both sides.
    #[error("an address has one `@` with something on both sides of it")]
    Shape,
    /// Longer than RFC 5321 §4.5.3.1 allows.
    #[error("an address has at most 64 octets before the `@` and 255 after it")]
    TooLong,
    /// A character that no plain address holds.
    #[error("an address may not hold {0:?}")]
    Character(char),
}

impl EmailAddress {
    /// Checks and takes an address; surrounding white space is ignored.
    ///
    /// # Errors
    /// [`AddressError`] says what is wrong with it.
    pub fn new(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let (local, domain) = text.split_once('@').ok_or(AddressError::Shape)?;
        if local.is_empty() || domain.is_empty() {
            return Err(AddressError::Shape);
        }
        if local.len() > limit::LOCAL_PART_BYTES || domain.len() > limit::DOMAIN_BYTES {
            return Err(AddressError::TooLong);
        }
        // RFC 5322 §3.2.3 atext, plus the letters of other scripts (RFC 6532 §3.2).
        let plain =
            |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c) || (!c.is_ascii() && c.is_alphanumeric());
        if let Some(odd) = local.chars().find(|&c| !plain(c)) {
            return Err(AddressError::Character(odd));
        }
        let label = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') || (!c.is_ascii() && c.is_alphanumeric());
        if let Some(odd) = domain.chars().find(|&c| !label(c)) {
            return Err(AddressError::Character(odd));
        }
        if domain.split('.').any(str::is_empty) {
            return Err(AddressError::Shape);
        }
        Ok(Self { at: local.len(), text: text.to_owned() })
    }

    /// The whole address as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands before the `@`.
    pub fn local(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.text.get(self.at + 1..).unwrap_or_default()
    }

    /// The form under which addresses are looked up: ASCII lower case.
    pub fn key(&self) -> String {
        self.text.to_ascii_lowercase()
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.text.eq_ignore_ascii_case(&other.text)
    }
}

impl Eq for EmailAddress {}

impl PartialOrd for EmailAddress {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EmailAddress {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.bytes().map(|b| b.to_ascii_lowercase()).cmp(other.text.bytes().map(|b| b.to_ascii_lowercase()))
    }
}

impl std::hash::Hash for EmailAddress {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = AddressError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_compare_without_case_but_with_dots_and_plus() {
        let address = |text| EmailAddress::new(text).expect("valid");
        assert_eq!(address("Ann@Example.ORG"), address("ann@example.org"));
        assert_ne!(address("a.nn@example.org"), address("ann@example.org"));
        assert_ne!(address("ann+x@example.org"), address("ann@example.org"));
        assert_eq!(address("ann+x@example.org").local(), "ann+x");
    }

    #[test]
    fn what_is_no_plain_address_is_refused() {
        for bad in ["", "ann", "@x", "a@", "a@b@c", "a b@c.d", "\"a\"@b.c", "a@[1.2.3.4]", "a@b..c", "a,b@c.d", "a@b(c)"] {
            assert!(EmailAddress::new(bad).is_err(), "{bad}");
        }
    }
}
