//! Do plus addresses of a mailbox work? The desk asks by a letter to such an address of its own.
//!
//! Until the letter has come back, mail of a mailbox with [`ReplyAddress::Probe`] carries the plain address. What comes back is
//! known by its Message-ID, which only the desk can have written; where it is lost, it is written again after a while.

use std::collections::BTreeSet;

use crate::base::{ContactId, EmailAddress, MailboxName, Span, Timestamp};
use crate::domain::{Change, LetterKind, OutboxItem, Rows};
use crate::mail::{AutoSubmitted, Composed, Mail, Outgoing, compose};
use crate::notify::Model;
use crate::policy::{MailboxPolicy, ReplyAddress};
use crate::store::{Disk, Draft, Keyspace, Queries, StoreError};

use super::render::{self, Recipients};
use super::settings::DeskSettings;

/// How long the desk waits for the letter before it writes another: a provider may have been set up meanwhile.
const AGAIN: Span = Span::from_days(7);

/// Mailboxes whose plus addresses are known to work.
pub(super) fn proven<Q: Queries>(rows: &Q, settings: &DeskSettings) -> Result<BTreeSet<MailboxName>, StoreError> {
    let mut proven = BTreeSet::new();
    for mailbox in asking(settings) {
        let probe = rows.plus_probe(mailbox.name.clone())?;
        if probe.is_some_and(|probe| probe.has_returned && probe.address.known() == Some(&mailbox.address)) {
            proven.insert(mailbox.name.clone());
        }
    }
    Ok(proven)
}

/// Mailboxes that a letter is to be written to now.
pub(super) fn due<Q: Queries>(rows: &Q, settings: &DeskSettings, now: Timestamp) -> Result<Vec<MailboxPolicy>, StoreError> {
    let mut due = Vec::new();
    for mailbox in asking(settings) {
        let waits = rows.plus_probe(mailbox.name.clone())?.is_some_and(|probe| {
            probe.address.known() == Some(&mailbox.address) && (probe.has_returned || now.since(probe.asked_at) < AGAIN)
        });
        if !waits {
            due.push(mailbox.clone());
        }
    }
    Ok(due)
}

fn asking(settings: &DeskSettings) -> impl Iterator<Item = &MailboxPolicy> {
    settings.policy.mailboxes.values().filter(|mailbox| mailbox.reply_address == ReplyAddress::Probe)
}

/// Is a message the answer to what was asked of this mailbox?
pub(super) fn is_answer<Q: Queries>(
    rows: &Q,
    mail: &Mail,
    mailbox: &MailboxPolicy,
    settings: &DeskSettings,
) -> Result<bool, StoreError> {
    let own = mail.message_id.as_ref().and_then(|id| settings.keys.read_message_id(id, &settings.policy.desk.domain));
    let Some(letter) = own else { return Ok(false) };
    Ok(rows.plus_probe(mailbox.name.clone())?.is_some_and(|probe| probe.letter == letter))
}

/// Writes the letter; `operator` answers for it. Nothing where the address has no room for a plus.
pub(super) fn ask<D: Disk, K: Keyspace>(
    draft: &mut Draft<'_, D, K>,
    settings: &DeskSettings,
    mailbox: &MailboxPolicy,
    operator: ContactId,
    now: Timestamp,
) -> Result<Vec<Change>, StoreError> {
    let to = format!("{}+probe@{}", mailbox.address.local(), mailbox.address.domain());
    let Ok(to) = EmailAddress::new(&to) else { return Ok(Vec::new()) };
    let letter = ToOurselves { kind: LetterKind::PlusProbe, mailbox, from: &mailbox.address, to: &to };
    let item = to_ourselves(draft, settings, &letter, operator, |_| String::new(), now)?;
    let Some(item) = item else { return Ok(Vec::new()) };
    let probed = Change::PlusProbed { mailbox: mailbox.name.clone(), address: mailbox.address.clone().into(), letter: item.id };
    Ok(vec![Change::LetterQueued { item: Box::new(item) }, probed])
}

/// A letter by which the desk finds something out about a mailbox of its own.
pub(super) struct ToOurselves<'a> {
    pub(super) kind: LetterKind,
    pub(super) mailbox: &'a MailboxPolicy,
    /// The sender that it claims.
    pub(super) from: &'a EmailAddress,
    pub(super) to: &'a EmailAddress,
}

/// Writes such a letter; `head` gives header fields to stand above its own, by its Message-ID.
pub(super) fn to_ourselves<D: Disk, K: Keyspace>(
    draft: &mut Draft<'_, D, K>,
    settings: &DeskSettings,
    letter: &ToOurselves<'_>,
    operator: ContactId,
    head: impl FnOnce(&str) -> String,
    now: Timestamp,
) -> Result<Option<OutboxItem>, StoreError> {
    let id = draft.counters()?.unwrap_or_default().outbox.next();
    let Some(message_id) = settings.keys.write_message_id(id, &settings.policy.desk.domain) else { return Ok(None) };
    let desk = &settings.policy.desk;
    let model = Model { desk: desk.name.clone(), ..Model::default() };
    let rendered = settings.templates.render(letter.kind, &desk.language, &model);
    let composed = compose(&Outgoing {
        from: (&desk.name, letter.from),
        to: (&desk.name, letter.to),
        reply_to: None,
        subject: &rendered.subject,
        message_id: &message_id,
        date: now,
        in_reply_to: None,
        references: &[],
        text: &rendered.text,
        html: rendered.html.as_deref(),
        pictures: None,
        files: None,
        auto_submitted: AutoSubmitted::Generated,
        loop_mark: &settings.loop_mark,
        list_id: None,
    });
    let head = [head(message_id.as_str()).into_bytes(), composed.head].concat();
    let pieces = render::pieces(Composed { head, ..composed }, Recipients::One);
    let to = (operator, letter.to.clone());
    render::queued(draft, (id, message_id), letter.kind, to, letter.mailbox, pieces, now).map(Some)
}
