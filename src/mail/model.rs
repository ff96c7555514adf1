//! What reading a message yields. Plain values; who makes them stands in the neighbouring files.

use crate::base::{EmailAddress, Kind, MessageId, Timestamp};

/// A message as it was understood. Every text is decoded, bounded (`base::limit`) and, but for `plain`, free of NUL.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    /// Its own Message-ID, if it has a usable one.
    pub message_id: Option<MessageId>,
    /// In-Reply-To, in order.
    pub in_reply_to: Vec<MessageId>,
    /// References, oldest first, the last [`crate::base::limit::REFERENCES`] of them.
    pub references: Vec<MessageId>,
    /// Who it claims to be from, after the strict reading that trust rests on.
    pub identity: Identity,
    /// The From line as people read it: the first one, name cleaned; the address may be none that we could write to.
    pub from: Option<Addressee>,
    /// Sender, where it stands.
    pub sender: Option<Addressee>,
    /// Reply-To, in order.
    pub reply_to: Vec<Addressee>,
    /// The one clean address of the one clean Reply-To line: who filled in a web form, where From is that form's.
    pub reply_to_identity: Identity,
    /// To, in order.
    pub to: Vec<Addressee>,
    /// Cc, in order.
    pub cc: Vec<Addressee>,
    /// Addresses of the Delivered-To, X-Original-To and Envelope-To lines that stand above the first Received line.
    pub delivered_to: Vec<EmailAddress>,
    /// Envelope sender by the topmost Return-Path: `Some(None)` is the null path `<>`.
    pub return_path: Option<Option<EmailAddress>>,
    /// The subject on one line.
    pub subject: String,
    /// The subject without reply and forward prefixes and list tags, folded to lower case, for comparing.
    pub base_subject: String,
    /// Whether the subject carries a reply prefix (`Re:`, `AW:`, `Antw:` …).
    pub has_reply_prefix: bool,
    /// Whether the subject carries a forward prefix (`Fwd:`, `WG:` …).
    pub has_forward_prefix: bool,
    /// The Date header, if it can be read.
    pub date: Option<Timestamp>,
    /// The whole text: the plain parts, or the HTML turned into text where there is no usable plain part.
    pub text: String,
    /// The HTML part as text, if there is one.
    pub html_text: Option<String>,
    /// The first plain-text part alone, exactly decoded: where commands are looked for. Nothing has been taken out of it but the
    /// carriage returns of line ends: a byte order mark, NUL and other carriage returns stand where they stood.
    pub plain: Option<String>,
    /// Whether the HTML part hides an element (`display:none`, size 0, white on white): then it may give no commands.
    pub has_hidden_html: bool,
    /// What the person newly wrote.
    pub visible: String,
    /// The HTML version, where it says something else than the plain one and was left out (`plain_alone`).
    pub left_out: Option<String>,
    /// Quoted earlier messages.
    pub quoted: String,
    /// The signature and footers.
    pub signature: String,
    /// How sure the split into new, quoted and signature is.
    pub trim: TrimConfidence,
    /// Files, inline pictures and nested messages, in order.
    pub attachments: Vec<Attachment>,
    /// It is signed or encrypted. Nothing is verified: this says what it is, not that it is genuine.
    pub protection: Option<Protection>,
    /// What an invitation in it says: what, when in the desk's zone, where, who. Part of `visible` too.
    pub invitation: Option<String>,
    /// What sort of message it is.
    pub kind: Kind,
    /// No human wrote it to us; it must never be answered automatically.
    pub automatic: bool,
    /// A human may have written it, but RFC 3834 and RFC 5230 forbid an automatic answer.
    pub suppress_auto_reply: bool,
    /// What the verdict on its kind rests on.
    pub evidence: Vec<Evidence>,
    /// The delivery report in it.
    pub bounce: Option<Bounce>,
    /// The last day that an absence note names, as `2026-03-01`.
    pub away_until: Option<String>,
    /// Language of the new text as ISO 639-1, where it is reliable.
    pub language: Option<String>,
    /// What was odd about it, as sentences.
    pub defects: Vec<String>,
    /// All header fields in order, names as written, values unfolded and decoded, each clipped to 2,000 characters, at most 500.
    pub headers: Vec<(String, String)>,
    /// Raw values (unfolded, not decoded) of the Authentication-Results lines in order, with the number of Received lines above each.
    pub authentication_results: Vec<(usize, String)>,
    /// Values of X-Loop lines.
    pub loop_marks: Vec<String>,
}

impl Mail {
    /// The first header field of this name, decoded.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// To and Cc together.
    pub fn recipients(&self) -> impl Iterator<Item = &Addressee> {
        self.to.iter().chain(&self.cc)
    }
}

/// Exactly one clean From address, or none at all: an ambiguous From never counts as anybody (SECURITY.md, I11 to I20).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// The one clean address of the one clean From line.
    Clean(EmailAddress),
    /// There is no single clean address; the reason as a sentence part ("two From lines").
    Ambiguous(String),
}

impl Identity {
    /// The address, if it is clean.
    pub fn address(&self) -> Option<&EmailAddress> {
        match self {
            Self::Clean(address) => Some(address),
            Self::Ambiguous(_) => None,
        }
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self::Ambiguous("no From line".to_owned())
    }
}

/// A name and an address as a header shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addressee {
    /// Display name on one line, empty if there is none.
    pub name: String,
    /// The address as written; may be malformed.
    pub address: String,
}

impl Addressee {
    /// The address, where it is a plain one.
    pub fn email(&self) -> Option<EmailAddress> {
        EmailAddress::new(&self.address).ok()
    }
}

/// A part that is kept as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// A safe file name: no path, no control characters, never empty.
    pub name: String,
    /// `type/subtype` in lower case.
    pub content_type: String,
    /// Content-ID without brackets, for pictures shown inside HTML.
    pub content_id: Option<String>,
    /// Shown inside the text rather than listed.
    pub inline: bool,
    /// The decoded bytes; of a nested message its raw bytes.
    pub content: Vec<u8>,
}

/// What protects a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// It is signed; its text can be read.
    Signed(Cryptography),
    /// It is encrypted; its text can be read by whoever has the key.
    Encrypted(Cryptography),
}

/// The two standards that mail is signed and encrypted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cryptography {
    /// S/MIME (RFC 8551).
    Smime,
    /// PGP (RFC 3156, RFC 9580).
    Pgp,
}

/// How sure the trimmer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrimConfidence {
    /// Two signs agreed, or there was nothing to cut.
    #[default]
    Sure,
    /// Show the full text as well.
    Doubtful,
}

/// One reason for a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What was found: `Auto-Submitted: auto-replied`.
    pub found: String,
    /// Where that comes from: `RFC 3834 §5`.
    pub source: &'static str,
}

/// A delivery report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounce {
    /// The addresses that failed or wait.
    pub recipients: Vec<String>,
    /// The enhanced status code (RFC 3463), `5.1.1`.
    pub status: Option<String>,
    /// What became of the delivery.
    pub action: BounceAction,
    /// Message-ID of the message that is reported on.
    pub original_message_id: Option<MessageId>,
    /// The diagnostic text on one line.
    pub diagnostic: Option<String>,
}

/// The `Action` of RFC 3464 §2.3.3, as far as it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BounceAction {
    /// Given up.
    #[default]
    Failed,
    /// Still trying.
    Delayed,
}
