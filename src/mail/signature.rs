//! What verifying a message's DKIM signatures came to (RFC 6376), as data. Verifying them takes a resolver, and happens in `io`.

use std::collections::BTreeSet;

/// One signature of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signed (`d=`).
    pub domain: String,
    /// What verifying it came to.
    pub result: SignatureResult,
    /// The header fields it covers (`h=`), lower case.
    pub covers: BTreeSet<String>,
    /// It covers only the beginning of the body (`l=`): anybody may have added to it.
    pub has_length: bool,
}

/// What verifying a signature came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureResult {
    /// It holds.
    Pass,
    /// It does not, or cannot be understood; why, as a sentence part.
    Fail(String),
    /// No resolver gave its key: another time it may.
    KeysUnreachable,
}
