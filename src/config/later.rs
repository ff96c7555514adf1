//! What the configuration may say already and this version does not do yet.
//!
//! Each of these is read and checked in full, and then refused in one function here; when the feature comes, its function
//! goes. Keys that only add something (skills, stages of training …) are accepted in silence: the manual marks them.

use super::read::Value;

/// Verifying signatures where the program was built without it.
pub(super) fn verify(mode: &Value<'_>) {
    if cfg!(not(feature = "dkim")) {
        mode.error(
            "this maildesk was built without DKIM",
            "use mode = \"trusted-ar\" if your mail server writes Authentication-Results, or a build with the feature `dkim`",
        );
    }
}

/// IMAP where the program was built without it.
pub(super) fn imap(kind: &Value<'_>) {
    if cfg!(not(feature = "imap")) {
        kind.error("this maildesk was built without IMAP", "use kind = \"maildir\", or a build with the feature `imap`");
    }
}

/// SMTP where the program was built without it.
pub(super) fn smtp(kind: &Value<'_>) {
    if cfg!(not(feature = "smtp")) {
        kind.error("this maildesk was built without SMTP", "use kind = \"maildir\", or a build with the feature `smtp`");
    }
}
