//! What the configuration may say already and this version does not do yet.
//!
//! Each of these is read and checked in full, and then refused in one function here; when the feature comes, its function
//! goes. Keys that only add something (skills, stages of training …) are accepted in silence: the manual marks them.

use super::read::{Table, Value};

/// Mailboxes on a mail server.
pub(super) fn imap(kind: &Value<'_>) {
    kind.error("IMAP comes with the next version", "use kind = \"maildir\" until then");
}

/// Verifying signatures ourselves.
pub(super) fn verify(mode: &Value<'_>) {
    mode.error(
        "verifying signatures here comes with a later version",
        "use mode = \"trusted-ar\" if your mail server writes Authentication-Results, else \"none\"",
    );
}

/// Assignment by skill.
pub(super) fn assign_by_skill(assign: &Value<'_>) {
    assign.error("assignment by skill comes with a later version", "use \"least-loaded\" or \"round-robin\" until then");
}

/// SMTP where the program was built without it.
pub(super) fn smtp(kind: &Value<'_>) {
    if cfg!(not(feature = "smtp")) {
        kind.error("this maildesk was built without SMTP", "use kind = \"maildir\", or a build with the feature `smtp`");
    }
}

/// Profiles of one's own.
pub(super) fn profile(table: &Table<'_>) {
    table.error("profiles of your own come with a later version", "use one of the built-in profiles and remove `[[profile]]`");
}
