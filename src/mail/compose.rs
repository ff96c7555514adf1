//! Composing a message whose every header is already valid by its type.
//!
//! The same input gives the same bytes, at every attempt and after every restart: nothing is random, the boundary is a
//! hash of the texts. The body knows neither recipient nor Message-ID nor date, so that the spool keeps it once for all
//! recipients of the same letter.
//!
//! Why headers and framing are written here and lettre's message builder is asked for file names only (2026-11):
//! it panics on a display name with a line break, passes a literal `=?…?=` through for the reader to decode, does not fold
//! a word longer than a line, draws boundaries at random, copies each attachment three times, and turns line ends into
//! CRLF by inserting them one at a time, which is quadratic. The bytes it would make otherwise are the same.

mod body;
mod header;

use crate::base::{EmailAddress, MessageId, Timestamp, limit};

use body::Body;
pub use body::Files;
use header::HeaderWriter;

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
    /// Pictures that the HTML shows by their Content-IDs (RFC 2392); part of the body.
    pub pictures: Option<&'a Files>,
    /// Files; their bytes follow the body.
    pub files: Option<&'a Files>,
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

/// A composed message, which [`Files::bytes`] follow where it has files. The body is the same for every recipient of the same
/// text, so the spool keeps it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Header block with the empty line that ends it.
    pub head: Vec<u8>,
    /// Everything after it, up to the files.
    pub body: Vec<u8>,
}

/// Composes a message; lines end in CRLF, none is longer than 998 octets.
///
/// The head is ASCII unless an address is not (RFC 6532); then the message needs a server that speaks SMTPUTF8.
pub fn compose(message: &Outgoing<'_>) -> Composed {
    let Body { mut fields, bytes } = Body::of(message.text, message.html, message.pictures, message.files);
    let mut head = HeaderWriter::new();
    head.date(message.date);
    head.mailbox("From", message.from.0, message.from.1);
    if let Some(reply_to) = message.reply_to {
        head.mailbox("Reply-To", message.from.0, reply_to);
    }
    head.mailbox("To", message.to.0, message.to.1);
    head.text("Subject", message.subject, limit::SUBJECT_CHARS);
    head.ids("Message-ID", [message.message_id]);
    if let Some(answered) = message.in_reply_to {
        head.ids("In-Reply-To", [answered]);
    }
    // The last ones lead to the thread; a hostile mail may bring thousands (SECURITY.md, M03).
    let skip = message.references.len().saturating_sub(limit::REFERENCES);
    head.ids("References", message.references.iter().skip(skip));
    marks(&mut head, message);
    head.fixed("MIME-Version", "1.0");
    let mut head = head.finish();
    head.append(&mut fields);
    head.extend_from_slice(b"\r\n");
    Composed { head, body: bytes }
}

/// What tells other machines that they should not answer (SECURITY.md 2.2).
fn marks(head: &mut HeaderWriter, message: &Outgoing<'_>) {
    match message.auto_submitted {
        AutoSubmitted::No => {}
        AutoSubmitted::Generated => head.fixed("Auto-Submitted", "auto-generated"),
        AutoSubmitted::Replied => head.fixed("Auto-Submitted", "auto-replied"),
    }
    if message.auto_submitted != AutoSubmitted::No {
        // [MS-OXCMAIL] 2.2.3.2.14: Exchange sends no absence note to such a message.
        head.fixed("X-Auto-Response-Suppress", "All");
    }
    if message.auto_submitted == AutoSubmitted::Replied {
        head.fixed("Precedence", "bulk");
    }
    if let Some((name, id)) = message.list_id {
        head.list_id(name, id);
    }
    head.token("X-Loop", message.loop_mark);
}

#[cfg(test)]
mod tests;
