//! One mailbox's task: does what its poller says, with a Maildir.

use std::collections::BTreeSet;
use std::path::PathBuf;

use tokio::sync::{Notify, watch};

use crate::base::{MailboxName, Span};
use crate::desk::{Fetched, Input, PollEvent, PollStep, Poller, Reply};
use crate::domain::Place;
use crate::io::IoError;
use crate::io::maildir::Maildir;

use super::error::DaemonError;
use super::health::Health;
use super::writer::{Writer, chain};

/// How often a Maildir is looked at. A directory listing costs little, and nobody waits longer than this for an acknowledgement.
const EVERY: Span = Span::from_millis(1000);

/// A mailbox and what its task needs.
pub(super) struct Mailbox {
    pub(super) name: MailboxName,
    pub(super) path: PathBuf,
    pub(super) once: bool,
    pub(super) writer: Writer,
    /// True once the daemon stops.
    pub(super) stop: watch::Receiver<bool>,
    /// Woken when letters or deadlines may have come.
    pub(super) work: std::sync::Arc<Notify>,
    /// Where it says how it does.
    pub(super) health: Health,
}

/// Runs one mailbox until it is told to stop. Its trouble is its own: it waits and tries again. Only a writer that is gone ends it.
pub(super) async fn run(mut mailbox: Mailbox) -> Result<(), DaemonError> {
    let mut poller = Poller::new(EVERY, mailbox.once);
    // Messages that cannot be read or filed; a restart looks at them again.
    let mut passed_over = BTreeSet::new();
    let mut maildir = None;
    let mut step = poller.next(PollEvent::Started);
    loop {
        let event = match step {
            PollStep::Close => return Ok(()),
            PollStep::Wait(span) | PollStep::Idle(span) => mailbox.pause(span, maildir.is_none()).await,
            PollStep::HandOver(messages) => mailbox.hand_over(messages).await?,
            PollStep::Connect => match outside(mailbox.path.clone(), |path| Maildir::open(&path)).await {
                Ok(opened) => {
                    maildir = Some(opened);
                    PollEvent::Connected
                }
                Err(error) => mailbox.trouble(&error),
            },
            PollStep::Search { limit } => mailbox.search(maildir.as_ref(), limit, &passed_over).await,
            PollStep::Fetch(places) => mailbox.fetch(maildir.as_ref(), places, &mut passed_over).await,
            PollStep::File(places) => mailbox.file(maildir.as_ref(), places, &mut passed_over).await,
        };
        if matches!(event, PollEvent::Failed(_)) {
            maildir = None;
        }
        let stopped = *mailbox.stop.borrow() && !matches!(event, PollEvent::Recorded(_) | PollEvent::StopAsked);
        step = poller.next(if stopped { PollEvent::StopAsked } else { event });
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

impl Mailbox {
    fn trouble(&self, error: &IoError) -> PollEvent {
        tracing::warn!(mailbox = %self.name, error = %chain(error), "The mailbox cannot be read; it is tried again later.");
        self.health.troubled(&self.name, "", &chain(error));
        PollEvent::Failed(error.fault())
    }

    /// Waits; the end of the daemon interrupts it.
    async fn pause(&mut self, span: Span, reconnect: bool) -> PollEvent {
        tokio::select! {
            () = tokio::time::sleep(span.to_std()) => {
                if reconnect { PollEvent::Started } else { PollEvent::Woken }
            }
            _ = self.stop.wait_for(|stop| *stop) => PollEvent::StopAsked,
        }
    }

    async fn search(&self, maildir: Option<&Maildir>, most: usize, passed_over: &BTreeSet<String>) -> PollEvent {
        let Some(maildir) = maildir.cloned() else { return PollEvent::Started };
        let without = passed_over.clone();
        match outside(maildir, move |maildir| maildir.new_messages(most, &without)).await {
            Ok(names) => {
                self.health.succeeded(&self.name, "");
                let place = |unique| Place::Maildir { mailbox: self.name.clone(), unique };
                PollEvent::Found(names.into_iter().map(place).collect())
            }
            Err(error) => self.trouble(&error),
        }
    }

    async fn fetch(&self, maildir: Option<&Maildir>, places: Vec<Place>, passed_over: &mut BTreeSet<String>) -> PollEvent {
        let Some(maildir) = maildir.cloned() else { return PollEvent::Started };
        let name = self.name.clone();
        let names = uniques(places);
        let fetched = outside((maildir, name, names), |(maildir, name, names)| Ok(maildir.fetch(&name, &names))).await;
        match fetched {
            Ok((messages, failed)) => {
                for (name, error) in failed {
                    tracing::warn!(mailbox = %self.name, error = %chain(&error), "A message cannot be read; it stays where it is.");
                    passed_over.insert(name);
                }
                PollEvent::Fetched(messages)
            }
            Err(error) => self.trouble(&error),
        }
    }

    async fn hand_over(&self, messages: Vec<Fetched>) -> Result<PollEvent, DaemonError> {
        let replies = self.writer.all(messages.into_iter().map(Input::Arrived).collect()).await?;
        let mut recorded = Vec::new();
        for reply in replies {
            match reply {
                Ok(Reply::Recorded { place, disposition, ticket, changes }) => {
                    if !changes.is_empty() {
                        let ticket = ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
                        tracing::info!(mailbox = %self.name, disposition = disposition.as_str(), ticket, "A message was taken in.");
                    }
                    recorded.push(place);
                }
                Ok(_) => {}
                // The writer has said why; the message stays where it is and is tried again with the next look.
                Err(_) => tracing::warn!(mailbox = %self.name, "A message was not taken in; it stays where it is."),
            }
        }
        self.work.notify_waiters();
        Ok(if recorded.is_empty() { PollEvent::Failed(crate::base::Fault::Passing) } else { PollEvent::Recorded(recorded) })
    }

    /// Files what is recorded. What cannot be filed is left where it is and not looked at again: it must not hold up the rest.
    async fn file(&self, maildir: Option<&Maildir>, places: Vec<Place>, passed_over: &mut BTreeSet<String>) -> PollEvent {
        let Some(maildir) = maildir.cloned() else { return PollEvent::Started };
        let names = uniques(places);
        let failed = outside((maildir, names), |(maildir, names)| {
            Ok(names.into_iter().filter_map(|name| maildir.file(&name).err().map(|error| (name, error))).collect::<Vec<_>>())
        });
        match failed.await {
            Ok(failed) => {
                for (name, error) in failed {
                    tracing::warn!(mailbox = %self.name, error = %chain(&error), "A recorded message cannot be filed; it stays where it is.");
                    passed_over.insert(name);
                }
                PollEvent::Filed
            }
            Err(error) => self.trouble(&error),
        }
    }
}

fn uniques(places: Vec<Place>) -> Vec<String> {
    let unique = |place| match place {
        Place::Maildir { unique, .. } => Some(unique),
        Place::Imap { .. } | Place::Delivered { .. } | Place::Quarantine { .. } => None,
    };
    places.into_iter().filter_map(unique).collect()
}
