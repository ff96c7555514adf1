//! Whose message somebody forwarded: so that a ticket can be opened for the customer instead of the colleague.

use super::OwnMarks;
use super::model::{Addressee, Attachment, Mail};
use super::{addressee, header, trim};

/// The original sender of a forwarded message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forwarded {
    /// Name and address as the forwarded message shows them. A claim of whoever forwarded it.
    pub sender: Addressee,
    /// Its subject, where it is known.
    pub subject: Option<String>,
    /// What he wrote.
    pub text: String,
    /// What whoever forwarded it wrote above.
    pub remark: String,
    /// Why somebody should confirm that this is the person who is meant, as a sentence part; none where it is clear.
    pub doubt: Option<&'static str>,
}

/// The sender of the message that this one forwards: of an attached message first, else of a header block in the text.
///
/// A block counts only where the message calls itself a forward, by its subject or above the block: a reply quotes too.
pub fn forwarded_sender(mail: &Mail) -> Option<Forwarded> {
    from_attached(mail).or_else(|| from_text(mail))
}

/// Attached messages: the first one counts, and it is doubtful where another person wrote another one.
fn from_attached(mail: &Mail) -> Option<Forwarded> {
    let attached = mail.attachments.iter().filter(|attachment| attachment.content_type == "message/rfc822");
    let mut found: Option<Forwarded> = None;
    for one in attached.take(20).filter_map(read_attached) {
        match &mut found {
            None => found = Some(Forwarded { remark: mail.visible.clone(), ..one }),
            Some(first) if !first.sender.address.eq_ignore_ascii_case(&one.sender.address) => {
                first.doubt = Some("messages of several people are attached");
            }
            Some(_) => {}
        }
    }
    found
}

fn read_attached(attached: &Attachment) -> Option<Forwarded> {
    let nested = header::split(&attached.content, |_| false);
    let of = |name: &str| addressee::read(nested.value(name).unwrap_or_default(), None).into_iter().find(|a| a.email().is_some());
    let sender = of("From")?;
    let subject = nested.value("Subject").map(|value| super::encoded_word::decode(value, None));
    let doubt = of("Reply-To").and_then(|reply_to| other_address(&sender, &reply_to));
    let subject = subject.map(|subject| crate::base::one_line(&subject, crate::base::limit::SUBJECT_CHARS));
    let text = super::read(&attached.content, &OwnMarks::default()).visible;
    Some(Forwarded { sender, subject, text, remark: String::new(), doubt })
}

fn from_text(mail: &Mail) -> Option<Forwarded> {
    let block = trim::inline_header(&mail.text)?;
    if !(block.is_forward || mail.has_forward_prefix) {
        return None;
    }
    let sender = read_inline(&block.from)?;
    let other = read_inline(&block.reply_to).and_then(|reply_to| other_address(&sender, &reply_to));
    let again = block.is_again.then_some("the forwarded message forwards another one");
    let subject = (!mail.base_subject.is_empty()).then(|| super::subject::without_prefixes(&mail.subject).to_owned());
    Some(Forwarded { sender, subject, text: block.below, remark: block.above, doubt: other.or(again) })
}

/// `Ann Lee [mailto:ann@example.org]` and `Ann Lee <mailto:…>` are how Outlook writes it.
fn read_inline(value: &str) -> Option<Addressee> {
    let plain = value.replace("[mailto:", "<").replace("<mailto:", "<").replace(']', ">").replace(['*', '['], " ");
    let sender = addressee::read(plain.as_bytes(), None).into_iter().find(|sender| sender.email().is_some());
    let sender = sender.or_else(|| {
        let address = super::line_scan::addresses_in(&plain, 1).into_iter().next()?;
        let name = plain.split(['<', '(']).next().unwrap_or_default().replace(&address, "");
        Some(Addressee { name: name.trim().trim_matches('"').to_owned(), address })
    })?;
    sender.email().is_some().then_some(sender)
}

/// Answers to somebody else than the sender: which of them is the customer?
fn other_address(sender: &Addressee, reply_to: &Addressee) -> Option<&'static str> {
    (!sender.address.eq_ignore_ascii_case(&reply_to.address)).then_some("its answers were to go to another address")
}
