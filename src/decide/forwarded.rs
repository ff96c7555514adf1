//! A customer's mail that a colleague forwards to the desk: the ticket is the customer's.
//!
//! Only a mail that belongs to no ticket, comes from an address of the staff and orders nothing is taken so. Whose mail was
//! forwarded is the colleague's claim; nothing proves it, and the entry says so. Where it is not clear, the colleague stays the
//! requester, as for any mail of his own. What he wrote above it is for the team.

use crate::base::Kind;
use crate::mail::{Evidence, Forwarded, Identity, Mail, TrimConfidence, forwarded_sender};
use crate::policy::Policy;

use super::command::commands_of;

/// The mail as its original sender's own, and what the colleague wrote above it, where one of the staff has forwarded it.
pub fn as_original(mail: &Mail, policy: &Policy) -> Option<(Mail, String)> {
    let colleague = mail.identity.address().filter(|from| policy.member_by_address(from).is_some())?;
    if mail.kind != Kind::Human || commands_of(mail).is_some() {
        return None;
    }
    let is_clear = |forwarded: &Forwarded| forwarded.doubt.is_none() && !forwarded.text.trim().is_empty();
    let forwarded = forwarded_sender(mail).filter(is_clear)?;
    let original = forwarded.sender.email()?;
    if policy.member_by_address(&original).is_some() || policy.is_own_address(&original) {
        return None;
    }
    let mut read = mail.clone();
    read.evidence.push(Evidence { found: format!("{colleague} forwarded it"), source: "an address of the staff" });
    read.identity = Identity::Clean(original);
    read.from = Some(forwarded.sender);
    read.reply_to.clear();
    read.subject = forwarded.subject.unwrap_or(read.subject);
    read.visible = forwarded.text;
    read.quoted.clear();
    read.trim = TrimConfidence::Sure;
    Some((read, forwarded.remark))
}
