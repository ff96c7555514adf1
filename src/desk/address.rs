//! Addresses of a mailbox with a detail (RFC 5233) that tells what comes back to them.

use crate::base::{EmailAddress, limit};
use crate::policy::{MailboxPolicy, ReplyAddress};

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
