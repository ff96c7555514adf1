//! Addresses of a mailbox with a detail (RFC 5233) that tells what comes back to them.

use crate::base::{EmailAddress, limit};
use crate::mail::Mail;
use crate::policy::{MailboxPolicy, Policy, ReplyAddress};

use super::settings::DeskSettings;

/// The mailbox's address with a detail, which is given the octets that there are for it. `None` where the mailbox can take no such
/// address, or has no room.
pub(super) fn with_detail(
    settings: &DeskSettings,
    mailbox: &MailboxPolicy,
    detail: impl Fn(usize) -> Option<String>,
) -> Option<EmailAddress> {
    let address = &mailbox.address;
    let within = |room: usize| detail(room).filter(|detail| detail.len() <= room);
    let text = match &mailbox.reply_address {
        ReplyAddress::Probe if !settings.plus_proven.contains(&mailbox.name) => return None,
        ReplyAddress::Plus | ReplyAddress::Probe => {
            let room = limit::LOCAL_PART_BYTES.saturating_sub(address.local().len() + 1);
            format!("{}+{}@{}", address.local(), within(room)?, address.domain())
        }
        ReplyAddress::Domain(domain) => format!("{}@{domain}", within(limit::LOCAL_PART_BYTES)?),
        ReplyAddress::Plain => return None,
    };
    EmailAddress::new(&text).ok()
}

/// What a detail says, of the first of the addresses that a message was sent to and whose detail says anything.
pub(super) fn among_addresses<T>(mail: &Mail, policy: &Policy, read: impl Fn(&MailboxPolicy, &str) -> Option<T>) -> Option<T> {
    let shown = mail.recipients().filter_map(|one| one.email());
    let mut addresses = shown.chain(mail.delivered_to.iter().cloned());
    addresses.find_map(|address| {
        policy
            .mailboxes
            .values()
            .find_map(|mailbox| read(mailbox, detail_of(&address, &mailbox.address, &mailbox.reply_address)?))
    })
}

/// What stands after the plus of one of our addresses, or before the `@` of a reply domain.
fn detail_of<'a>(address: &'a EmailAddress, own: &EmailAddress, reply: &ReplyAddress) -> Option<&'a str> {
    if let ReplyAddress::Domain(domain) = reply
        && address.domain().eq_ignore_ascii_case(domain)
    {
        return Some(address.local());
    }
    let (local, detail) = address.local().split_once('+')?;
    (local.eq_ignore_ascii_case(own.local()) && address.domain().eq_ignore_ascii_case(own.domain())).then_some(detail)
}
