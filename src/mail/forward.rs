//! Whose message somebody forwarded: so that a ticket can be opened for the customer instead of the colleague.

use super::model::{Addressee, Mail};
use super::{addressee, header, trim};

/// The original sender of a forwarded message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forwarded {
    /// Name and address as the forwarded message shows them. A claim of whoever forwarded it.
    pub sender: Addressee,
    /// Its subject, where it is known.
    pub subject: Option<String>,
}

/// The sender of the message that this one forwards: of an attached message first, else of a header block in the text.
///
/// A block counts only where the message calls itself a forward, by its subject or above the block: a reply quotes too.
pub fn forwarded_sender(mail: &Mail) -> Option<Forwarded> {
    let attached = mail.attachments.iter().find(|attachment| attachment.content_type == "message/rfc822");
    if let Some(attached) = attached {
        let nested = header::split(&attached.content, |_| false);
        let sender = addressee::read(nested.value("From").unwrap_or_default(), None).into_iter().next();
        if let Some(sender) = sender.filter(|sender| sender.email().is_some()) {
            let subject = nested.value("Subject").map(|value| super::encoded_word::decode(value, None));
            return Some(Forwarded {
                sender,
                subject: subject.map(|s| crate::base::one_line(&s, crate::base::limit::SUBJECT_CHARS)),
            });
        }
    }
    let block = trim::inline_header(&mail.text)?;
    if !(block.is_forward || mail.has_forward_prefix) {
        return None;
    }
    // `Ann Lee [mailto:ann@example.org]` and `Ann Lee <mailto:…>` are how Outlook writes it.
    let plain = block.from.replace("[mailto:", "<").replace("<mailto:", "<").replace(']', ">").replace(['*', '['], " ");
    let sender = addressee::read(plain.as_bytes(), None).into_iter().find(|sender| sender.email().is_some());
    let sender = sender.or_else(|| {
        let address = super::line_scan::addresses_in(&plain, 1).into_iter().next()?;
        let name = plain.split(['<', '(']).next().unwrap_or_default().replace(&address, "");
        Some(Addressee { name: name.trim().trim_matches('"').to_owned(), address })
    })?;
    let subject = (!mail.base_subject.is_empty()).then(|| mail.base_subject.clone());
    sender.email().is_some().then_some(Forwarded { sender, subject })
}
