//! The settings one input runs under, as a whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Digest, EmailAddress, MailboxName};
use crate::mail::{Keyring, OwnMarks};
use crate::notify::Templates;
use crate::policy::{Policy, Roster};
use crate::search::{Shelf, ShelfText};

/// The settings one input runs under, as a whole.
#[derive(Debug)]
pub struct DeskSettings {
    /// The policy.
    pub policy: Policy,
    /// The words.
    pub templates: Arc<Templates>,
    /// The secret keys.
    pub keys: Keyring,
    /// Which settings these are, for the journal.
    pub fingerprint: Digest,
    /// The articles, to be found by what a message says.
    pub shelf: Shelf,
    /// Who is who among the staff; the desk fills it when it takes the settings on.
    pub roster: Roster,
    /// The mailboxes' addresses.
    pub own_addresses: Vec<EmailAddress>,
    /// What our mail carries in X-Loop.
    pub loop_mark: String,
    /// The same of every key: mail from before a rotation comes back too.
    pub loop_marks: Vec<String>,
    /// List-Id of the queue's notifications.
    pub list_id: String,
    /// Mailboxes whose plus addresses have been found to work; the desk fills it.
    pub plus_proven: BTreeSet<MailboxName>,
    /// Mailboxes whose server has let forged verification results through; the desk fills it.
    pub deceived: BTreeSet<MailboxName>,
}

impl DeskSettings {
    /// Joins what `config` has checked; the roster is still empty.
    pub fn new(policy: Policy, templates: Arc<Templates>, keys: Keyring, fingerprint: Digest) -> Self {
        let own_addresses = policy.mailboxes.values().map(|mailbox| mailbox.address.clone()).collect();
        let loop_mark = keys.loop_mark(&policy.desk.domain);
        let loop_marks = keys.loop_marks(&policy.desk.domain);
        let list_id = format!("queue.{}", policy.desk.domain);
        let texts = policy.articles.values().map(|article| ShelfText {
            name: article.name.clone(),
            heading: std::iter::once(&article.title).chain(&article.tags).cloned().collect::<Vec<_>>().join(" "),
            body: article.text.clone(),
        });
        let shelf = Shelf::of(texts);
        Self {
            policy,
            templates,
            keys,
            fingerprint,
            shelf,
            roster: Roster::default(),
            own_addresses,
            loop_mark,
            loop_marks,
            list_id,
            plus_proven: BTreeSet::new(),
            deceived: BTreeSet::new(),
        }
    }

    /// What tells our own mail when it comes back.
    pub(super) fn own_marks(&self) -> OwnMarks {
        OwnMarks { addresses: self.own_addresses.clone(), loop_marks: self.loop_marks.clone() }
    }
}
