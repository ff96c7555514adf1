//! To which mailbox a message belongs that a mail server hands over without saying so.
//!
//! Reads the header block as text, line by line, and nothing else: the message is read for good where a death while reading it
//! is counted.

use crate::base::{EmailAddress, MailboxName, limit};
use crate::policy::{MailboxPolicy, Policy, ReplyAddress};

use super::error::DeskError;

/// Where a message says to whom it was delivered, the surest first.
const FIELDS: [&str; 4] = ["delivered-to", "x-original-to", "to", "cc"];

/// The mailbox that is named, the only one there is, or the first that the message is addressed to.
pub(super) fn mailbox_of(named: Option<MailboxName>, bytes: &[u8], policy: &Policy) -> Result<MailboxName, DeskError> {
    let all = || policy.mailboxes.keys().map(MailboxName::as_str).collect::<Vec<_>>().join(", ");
    if let Some(name) = named {
        let known = policy.mailboxes.contains_key(&name);
        return known
            .then_some(name.clone())
            .ok_or_else(|| DeskError::Refused(format!("there is no mailbox {name}; there are: {}", all())));
    }
    if let (Some(only), 1) = (policy.mailboxes.keys().next(), policy.mailboxes.len()) {
        return Ok(only.clone());
    }
    let head = head(bytes);
    for wanted in FIELDS {
        for value in head.iter().filter(|(name, _)| name == wanted).map(|(_, value)| value) {
            if let Some(mailbox) = addresses(value).find_map(|address| owner(&address, policy)) {
                return Ok(mailbox.name.clone());
            }
        }
    }
    Err(DeskError::Refused(format!(
        "the message names no mailbox of this desk in Delivered-To, X-Original-To, To or Cc; name one with --mailbox: {}",
        all()
    )))
}

/// The header fields, names in small letters, values unfolded (RFC 5322 §2.2.3).
pub(super) fn head(bytes: &[u8]) -> Vec<(String, String)> {
    let bounded = bytes.get(..limit::HEADER_BYTES.min(bytes.len())).unwrap_or_default();
    let text = String::from_utf8_lossy(bounded);
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push_str(line);
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim_end().to_ascii_lowercase(), value.to_owned()));
        }
    }
    fields
}

/// Everything in a value that is an address.
fn addresses(value: &str) -> impl Iterator<Item = EmailAddress> + '_ {
    let words = value.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"' | '[' | ']'));
    words.filter(|word| word.contains('@')).filter_map(|word| EmailAddress::new(word.trim_matches(':')).ok())
}

/// The mailbox that an address leads to, with or without a reply token in it.
fn owner<'a>(address: &EmailAddress, policy: &'a Policy) -> Option<&'a MailboxPolicy> {
    let local = address.local().split('+').next().unwrap_or_default();
    policy.mailboxes.values().find(|mailbox| {
        let own = &mailbox.address;
        own.domain().eq_ignore_ascii_case(address.domain()) && own.local().eq_ignore_ascii_case(local)
            || matches!(&mailbox.reply_address, ReplyAddress::Domain(domain) if domain.eq_ignore_ascii_case(address.domain()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_unfolded_and_end_with_the_head() {
        let fields = head(b"From someone\r\nTo: a@x.example,\r\n b@x.example\r\nDELIVERED-TO : c@x.example\n\nTo: d@x.example\n");
        assert_eq!(fields.len(), 2);
        let found: Vec<_> = fields.iter().flat_map(|(_, value)| addresses(value)).map(|one| one.to_string()).collect();
        assert_eq!(found, ["a@x.example", "b@x.example", "c@x.example"]);
    }

    #[test]
    fn addresses_are_found_among_names_and_comments() {
        let found: Vec<_> =
            addresses("\"Support, (us)\" <support+t1@x.example>, plain@x.example; nobody").map(|one| one.to_string()).collect();
        assert_eq!(found, ["support+t1@x.example", "plain@x.example"]);
        assert_eq!(head(&[0xff; 3000]), []);
    }
}
