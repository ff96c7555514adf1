//! What only shows when everything is together: addresses that collide, places that collide.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::base::EmailAddress;
use crate::policy::ReplyAddress;

use super::desk::Blocked;
use super::mailbox::Mailbox;
use super::read::Value;
use super::settings::{Outgoing, SourcePlace};

/// Every address of the desk's own people and mailboxes, and where it stands.
#[derive(Debug)]
pub(super) struct Own<'a, 'b> {
    pub(super) mailboxes: &'b [Mailbox<'a>],
    pub(super) staff: &'b [(String, EmailAddress, Value<'a>)],
    pub(super) operator: Option<&'b (EmailAddress, Value<'a>)>,
}

/// No address may be two things at once: mail to a member of staff or to the operator would come in again as a ticket, and
/// mail from one mailbox to another would go round for ever (SECURITY.md, L12).
pub(super) fn addresses(own: &Own<'_, '_>) {
    let mut first: BTreeMap<EmailAddress, String> = BTreeMap::new();
    for (address, value) in own.mailboxes.iter().filter_map(|mailbox| mailbox.address.as_ref()) {
        let what = format!("a mailbox ({})", value.place());
        if let Some(other) = first.insert(address.clone(), what) {
            value.error(format!("{address} is the address of {other} already"), "each mailbox has an address of its own");
        }
    }
    for (what, address, value) in own.staff {
        if let Some(mailbox) = polled(own.mailboxes, address) {
            value.error(
                format!("{address} reaches the mailbox {mailbox}: what is written to {what} would come back as a ticket"),
                "give the person an address that this desk does not read",
            );
        } else if let Some(other) = first.insert(address.clone(), format!("{what} ({})", value.place())) {
            value.error(format!("{address} is the address of {other} already"), "each person has an address of his own");
        }
    }
    if let Some((address, value)) = own.operator
        && let Some(mailbox) = polled(own.mailboxes, address)
    {
        value.error(
            format!("{address} reaches the mailbox {mailbox}: alerts would come back as tickets and raise alerts"),
            "name an address that this desk does not read",
        );
    }
}

/// Nobody of the desk's own may be blocked: his mail would vanish without a word.
pub(super) fn blocked(own: &Own<'_, '_>, blocked: &[Blocked<'_>]) {
    let mailboxes = own.mailboxes.iter().filter_map(|mailbox| mailbox.address.as_ref().map(|(address, _)| address));
    let people = own.staff.iter().map(|(_, address, _)| address).chain(own.operator.map(|(address, _)| address));
    let all: Vec<&EmailAddress> = mailboxes.chain(people).collect();
    for Blocked { who, value } in blocked {
        let is_meant =
            |address: &&&EmailAddress| address.key() == *who || format!("@{}", address.domain()).eq_ignore_ascii_case(who);
        if let Some(address) = all.iter().find(is_meant) {
            value.error(
                format!("`{who}` blocks {address}, who belongs to this desk"),
                "block single addresses of that domain, or remove the line",
            );
        }
    }
}

/// The mailbox that mail to an address reaches, with or without `+detail`.
fn polled<'b>(mailboxes: &'b [Mailbox<'_>], address: &EmailAddress) -> Option<&'b EmailAddress> {
    let local = address.local().split('+').next().unwrap_or_default();
    mailboxes.iter().find_map(|mailbox| {
        let (own, _) = mailbox.address.as_ref()?;
        let is_own = own.domain().eq_ignore_ascii_case(address.domain()) && own.local().eq_ignore_ascii_case(local);
        let reply = mailbox.policy.as_ref().map(|policy| &policy.reply_address);
        let is_reply = matches!(reply, Some(ReplyAddress::Domain(domain)) if domain.eq_ignore_ascii_case(address.domain()));
        (is_own || is_reply).then_some(own)
    })
}

/// Maildirs that are none, that are used twice, or that lie where the desk keeps its own files.
pub(super) fn places(mailboxes: &[Mailbox<'_>], outgoing: Option<&(Outgoing, Value<'_>)>, data_dir: &Path) {
    let mut first: BTreeMap<PathBuf, String> = BTreeMap::new();
    let incoming = mailboxes.iter().filter_map(|mailbox| Some((maildir(mailbox)?, mailbox.path.as_ref()?)));
    let outgoing = outgoing.and_then(|(outgoing, value)| Some((outgoing_maildir(outgoing)?, value)));
    for (path, value) in incoming.chain(outgoing) {
        let plain: PathBuf = path.components().collect();
        if let Some(other) = first.insert(plain.clone(), value.place().to_string()) {
            value.error(
                format!("{} is used twice, first at {other}", path.display()),
                "mail would come in again; give each its own directory",
            );
            continue;
        }
        if plain.starts_with(data_dir) || data_dir.starts_with(&plain) {
            value.error(
                format!("{} and data_dir {} lie within each other", path.display(), data_dir.display()),
                "keep mail and the desk's own data apart",
            );
            continue;
        }
        maildir_shape(path, value);
    }
}

/// Folders of a mail server that two mailboxes would read: which of them a message is for would be chance.
pub(super) fn folders(mailboxes: &[Mailbox<'_>]) {
    let mut first: BTreeMap<(&str, u16, &str, &str), String> = BTreeMap::new();
    for mailbox in mailboxes {
        let (Some(source), Some(value)) = (&mailbox.source, &mailbox.path) else { continue };
        let SourcePlace::Imap { host, port, user, folders, .. } = &source.place else { continue };
        for folder in folders {
            let place = (host.as_str(), *port, user.as_str(), folder.as_str());
            if let Some(other) = first.get(&place).filter(|other| **other != value.place().to_string()) {
                value.error(
                    format!("the folder {folder} of {user} on {host} is read twice, first at {other}"),
                    "give each mailbox its own folder, or remove one of the two",
                );
            }
            first.entry(place).or_insert_with(|| value.place().to_string());
        }
    }
}

fn maildir_shape(path: &Path, value: &Value<'_>) {
    let Ok(mut entries) = std::fs::read_dir(path) else {
        if path.exists() {
            value.error(
                format!("{} is no directory that can be read", path.display()),
                "name a Maildir, or a place where one can be made",
            );
        } else {
            value.warning(
                format!("there is no {} yet", path.display()),
                "`maildesk run` makes it; correct the path if mail lies elsewhere",
            );
        }
        return;
    };
    let has_parts = ["new", "cur", "tmp"].iter().all(|part| path.join(part).is_dir());
    if !has_parts && entries.next().is_some() {
        value.error(
            format!("{} is no Maildir: it lacks `new`, `cur` or `tmp`", path.display()),
            "name the directory that holds these three; an mbox file cannot be used",
        );
    }
}

/// The directory of a mailbox that is a Maildir, for the checks.
fn maildir<'b>(mailbox: &'b Mailbox<'_>) -> Option<&'b Path> {
    match &mailbox.source.as_ref()?.place {
        SourcePlace::Maildir { path, .. } => Some(path),
        SourcePlace::Imap { .. } => None,
    }
}

/// The directory of outgoing mail, if it goes into a Maildir.
fn outgoing_maildir(outgoing: &Outgoing) -> Option<&Path> {
    match outgoing {
        Outgoing::Maildir { path } => Some(path),
        Outgoing::Smtp { .. } => None,
    }
}
