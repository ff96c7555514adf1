//! A Maildir as a source of messages.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::base::{MailboxName, Span};
use crate::daemon::writer::chain;
use crate::desk::Fetched;
use crate::domain::Place;
use crate::io::IoError;
use crate::io::maildir::Maildir;

use super::{Setback, Source, not_open};

/// How often a Maildir is looked at. A directory listing costs little, and nobody waits longer than this for an acknowledgement.
pub(super) const EVERY: Span = Span::from_millis(1000);

/// A Maildir.
pub(super) struct Directory {
    name: MailboxName,
    path: PathBuf,
    maildir: Option<Maildir>,
    /// Messages that cannot be read or filed; a restart looks at them again.
    passed_over: BTreeSet<String>,
}

impl Directory {
    pub(super) const fn new(name: MailboxName, path: PathBuf) -> Self {
        Self { name, path, maildir: None, passed_over: BTreeSet::new() }
    }

    fn maildir(&self) -> Result<Maildir, Setback> {
        self.maildir.clone().ok_or_else(|| not_open(&self.name))
    }
}

impl Source for Directory {
    async fn connect(&mut self) -> Result<(), Setback> {
        self.maildir = Some(outside(self.path.clone(), |path| Maildir::open(&path)).await?);
        Ok(())
    }

    async fn search(&mut self, limit: usize) -> Result<Vec<Place>, Setback> {
        let without = self.passed_over.clone();
        let names = outside(self.maildir()?, move |maildir| maildir.new_messages(limit, &without)).await?;
        Ok(names.into_iter().map(|unique| Place::Maildir { mailbox: self.name.clone(), unique }).collect())
    }

    async fn fetch(&mut self, places: Vec<Place>) -> Result<Vec<Fetched>, Setback> {
        let request = (self.maildir()?, self.name.clone(), uniques(places));
        let (messages, failed) = outside(request, |(maildir, name, names)| Ok(maildir.fetch(&name, &names))).await?;
        for (name, error) in failed {
            tracing::warn!(mailbox = %self.name, error = %chain(&error), "A message cannot be read; it stays where it is.");
            self.passed_over.insert(name);
        }
        Ok(messages)
    }

    async fn file(&mut self, places: Vec<Place>) -> Result<(), Setback> {
        let failed = outside((self.maildir()?, uniques(places)), |(maildir, names)| {
            Ok(names.into_iter().filter_map(|name| maildir.file(&name).err().map(|error| (name, error))).collect::<Vec<_>>())
        });
        for (name, error) in failed.await? {
            tracing::warn!(mailbox = %self.name, error = %chain(&error), "A recorded message cannot be filed; it stays where it is.");
            self.passed_over.insert(name);
        }
        Ok(())
    }

    async fn idle(&mut self, at_most: Span) -> Result<(), Setback> {
        tokio::time::sleep(at_most.to_std()).await;
        Ok(())
    }

    fn let_go(&mut self) {
        self.maildir = None;
    }

    async fn close(&mut self) {
        self.let_go();
    }
}

/// File work off the runtime's threads.
async fn outside<A: Send + 'static, T: Send + 'static>(
    argument: A,
    work: impl FnOnce(A) -> Result<T, IoError> + Send + 'static,
) -> Result<T, IoError> {
    match tokio::task::spawn_blocking(move || work(argument)).await {
        Ok(result) => result,
        Err(error) => Err(IoError::Protocol(format!("reading files failed: {error}"))),
    }
}

fn uniques(places: Vec<Place>) -> Vec<String> {
    let unique = |place| match place {
        Place::Maildir { unique, .. } => Some(unique),
        Place::Imap { .. } | Place::Delivered { .. } | Place::Quarantine { .. } => None,
    };
    places.into_iter().filter_map(unique).collect()
}
