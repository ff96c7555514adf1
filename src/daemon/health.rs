//! How the mailboxes do: each task says when its folder could be read and when not, and whoever asks sees all of them.
//!
//! A report costs a lock and a map entry. Nothing here decides anything or is kept over a restart.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::MailboxName;
use crate::decide::{MailboxHealth, MailboxTrouble};
use crate::io::clock;

/// What is known of every folder that is read. Cheap to clone; all clones are one.
#[derive(Clone, Debug, Default)]
pub(super) struct Health {
    folders: Arc<Mutex<BTreeMap<(MailboxName, String), MailboxHealth>>>,
}

impl Health {
    fn folders(&self) -> MutexGuard<'_, BTreeMap<(MailboxName, String), MailboxHealth>> {
        // Whoever panicked while he held it has at most not written his own entry.
        self.folders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A folder was read; a Maildir's name is empty.
    pub(super) fn succeeded(&self, mailbox: &MailboxName, folder: &str) {
        let mut folders = self.folders();
        let health = entry(&mut folders, mailbox, folder);
        health.last_success = Some(clock::now());
        health.trouble = None;
    }

    /// A folder could not be read, and why.
    pub(super) fn troubled(&self, mailbox: &MailboxName, folder: &str, because: &str) {
        let mut folders = self.folders();
        let health = entry(&mut folders, mailbox, folder);
        let since = health.trouble.as_ref().map_or_else(clock::now, |trouble| trouble.since);
        health.trouble = Some(MailboxTrouble { since, because: because.to_owned() });
    }

    /// Nobody reads this mailbox any more.
    pub(super) fn forget(&self, mailbox: &MailboxName) {
        self.folders().retain(|(name, _), _| name != mailbox);
    }

    /// All of it, in the order of mailboxes and folders.
    pub(super) fn all(&self) -> Vec<MailboxHealth> {
        self.folders().values().cloned().collect()
    }

    /// What could not be read at all: `support: cannot open …`.
    pub(super) fn never_read(&self) -> Vec<String> {
        let folders = self.folders();
        let failed = folders.values().filter(|health| health.last_success.is_none());
        failed.filter_map(|health| Some(format!("{}: {}", health.name(), health.trouble.as_ref()?.because))).collect()
    }
}

fn entry<'a>(
    folders: &'a mut BTreeMap<(MailboxName, String), MailboxHealth>,
    mailbox: &MailboxName,
    folder: &str,
) -> &'a mut MailboxHealth {
    folders.entry((mailbox.clone(), folder.to_owned())).or_insert_with(|| MailboxHealth {
        mailbox: mailbox.clone(),
        folder: folder.to_owned(),
        last_success: None,
        trouble: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trouble_lasts_until_the_next_success_and_keeps_its_beginning() {
        let (health, support) = (Health::default(), MailboxName::new("support").expect("name"));
        health.troubled(&support, "INBOX", "no route");
        let since = health.all()[0].trouble.as_ref().expect("trouble").since;
        health.troubled(&support, "INBOX", "refused");
        let trouble = health.all()[0].trouble.clone().expect("trouble");
        assert_eq!((trouble.since, trouble.because.as_str()), (since, "refused"));
        assert_eq!(health.never_read(), ["support/INBOX: refused"]);
        health.succeeded(&support, "INBOX");
        assert!(health.all()[0].trouble.is_none() && health.all()[0].last_success.is_some());
        health.troubled(&support, "INBOX", "gone");
        assert_eq!(health.never_read(), [""; 0], "it was read before");
        health.forget(&support);
        assert!(health.all().is_empty());
    }
}
