//! The tasks of mailboxes: each does what its poller says, with a Maildir or with one folder of a mail server.
//!
//! One's trouble is its own: it waits and tries again, and the others go on. What reaches out (connect, look, fetch, idle) is
//! cut off when the daemon stops, because nothing is lost by it; what has been fetched is handed over and filed.

#[cfg(feature = "imap")]
mod imap;
mod maildir;
#[cfg(feature = "imap")]
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};

use crate::base::{Fault, MailboxName, Span};
use crate::config;
use crate::config::SourcePlace;
use crate::desk::{Fetched, Input, PollEvent, PollStep, Poller, Reply};
use crate::domain::Place;
use crate::io::IoError;

use super::crew::Task;
use super::error::DaemonError;
use super::health::Health;
use super::writer::{Writer, chain};

/// How long filing may take once the daemon stops. What is not filed by then is filed at the next start.
const LAST_FILING: Duration = Duration::from_secs(10);

/// What every task of a mailbox needs of the daemon.
#[derive(Clone)]
pub(super) struct Around {
    /// Until nothing is left, instead of until the end.
    pub(super) once: bool,
    pub(super) writer: Writer,
    /// True once the task is to stop.
    pub(super) stop: watch::Receiver<bool>,
    /// Woken when letters or deadlines may have come.
    pub(super) work: Arc<Notify>,
    /// Where it says how it does.
    pub(super) health: Health,
}

/// The tasks of a mailbox: one for a Maildir, one for each folder of a mail server. Each ends when it is told to stop, or, with
/// an error, when the writer is gone.
pub(super) fn tasks(source: &config::Source, around: &Around) -> Vec<Task<()>> {
    let mailbox = |folder: &str| Mailbox { name: source.name.clone(), folder: folder.to_owned(), around: around.clone() };
    match &source.place {
        SourcePlace::Maildir { path, .. } => {
            let directory = maildir::Directory::new(source.name.clone(), path.clone());
            vec![Box::pin(mailbox("").run(directory, maildir::EVERY))]
        }
        #[cfg(feature = "imap")]
        SourcePlace::Imap { host, port, tls, user, password, ca_file, folders, after, start } => {
            let server = crate::io::imap::Server {
                host: host.clone(),
                port: *port,
                tls: *tls,
                ca_file: ca_file.clone(),
                user: user.clone(),
                password: password.clone(),
            };
            let task = |folder: &String| -> Task<()> {
                let reading = imap::Reading {
                    mailbox: source.name.clone(),
                    server: server.clone(),
                    folder: folder.clone(),
                    after: after.clone(),
                    start: *start,
                };
                Box::pin(mailbox(folder).run(imap::Folder::new(reading, around.writer.clone()), imap::RENEWAL))
            };
            folders.iter().map(task).collect()
        }
        // The configuration refuses it.
        #[cfg(not(feature = "imap"))]
        SourcePlace::Imap { .. } => Vec::new(),
    }
}

/// Why a step came to nothing.
enum Setback {
    /// Something outside failed; the mailbox is opened anew after a while.
    Outside(IoError),
    /// The daemon itself cannot go on.
    Inside(DaemonError),
}

impl From<IoError> for Setback {
    fn from(error: IoError) -> Self {
        Self::Outside(error)
    }
}

impl From<DaemonError> for Setback {
    fn from(error: DaemonError) -> Self {
        Self::Inside(error)
    }
}

/// A place that messages are fetched from. Whatever fails, it is let go of and opened anew.
trait Source: Send {
    /// Opens it.
    fn connect(&mut self) -> impl Future<Output = Result<(), Setback>> + Send;
    /// Up to so many messages that have no disposition yet, in their order.
    fn search(&mut self, limit: usize) -> impl Future<Output = Result<Vec<Place>, Setback>> + Send;
    /// Fetches from the beginning of the list as much as makes a group; what has vanished is left out.
    fn fetch(&mut self, places: Vec<Place>) -> impl Future<Output = Result<Vec<Fetched>, Setback>> + Send;
    /// Files what is recorded; what cannot be filed is left where it is, and must not hold up the rest.
    fn file(&mut self, places: Vec<Place>) -> impl Future<Output = Result<(), Setback>> + Send;
    /// Waits for mail, or so long.
    fn idle(&mut self, at_most: Span) -> impl Future<Output = Result<(), Setback>> + Send;
    /// Lets go of it at once.
    fn let_go(&mut self);
    /// Lets go of it with a goodbye.
    fn close(&mut self) -> impl Future<Output = ()> + Send;
}

/// One task.
struct Mailbox {
    name: MailboxName,
    /// The folder; a Maildir's is empty.
    folder: String,
    around: Around,
}

impl Mailbox {
    /// What the log calls it.
    fn title(&self) -> String {
        let folder = &self.folder;
        if folder.is_empty() { self.name.to_string() } else { format!("{}/{folder}", self.name) }
    }

    async fn run<S: Source>(mut self, mut source: S, every: Span) -> Result<(), DaemonError> {
        let mut poller = Poller::new(every, self.around.once);
        let mut step = poller.next(PollEvent::Started);
        loop {
            let outcome = match step {
                PollStep::Close => {
                    source.close().await;
                    return Ok(());
                }
                PollStep::Wait(span) => self.reach(sleep(span)).await.map(|()| PollEvent::Started),
                PollStep::Connect => self.reach(source.connect()).await.map(|()| PollEvent::Connected),
                PollStep::Search { limit } => {
                    let found = self.reach(source.search(limit)).await;
                    if found.is_ok() {
                        self.around.health.succeeded(&self.name, &self.folder);
                    }
                    found.map(PollEvent::Found)
                }
                PollStep::Fetch(places) => self.reach(source.fetch(places)).await.map(PollEvent::Fetched),
                PollStep::Idle(span) => self.reach(source.idle(span)).await.map(|()| PollEvent::Woken),
                PollStep::HandOver(messages) => {
                    let recorded = self.hand_over(messages).await?;
                    Ok(if recorded.is_empty() { PollEvent::Failed(Fault::Passing) } else { PollEvent::Recorded(recorded) })
                }
                PollStep::File(places) => self.file(&mut source, places).await.map(|()| PollEvent::Filed),
            };
            let event = match outcome {
                Ok(event) => event,
                Err(Interruption::Stop) => {
                    source.let_go();
                    PollEvent::StopAsked
                }
                Err(Interruption::Setback(Setback::Inside(error))) => return Err(error),
                Err(Interruption::Setback(Setback::Outside(error))) => {
                    tracing::warn!(mailbox = %self.title(), error = %chain(&error), "The mailbox cannot be read; it is tried again later.");
                    self.around.health.troubled(&self.name, &self.folder, &chain(&error));
                    PollEvent::Failed(error.fault())
                }
            };
            if matches!(event, PollEvent::Failed(_)) {
                source.let_go();
            }
            let is_stopped = *self.around.stop.borrow() && !matches!(event, PollEvent::Recorded(_) | PollEvent::StopAsked);
            step = poller.next(if is_stopped { PollEvent::StopAsked } else { event });
        }
    }

    /// Does what may be cut off at any moment.
    async fn reach<T>(&mut self, work: impl Future<Output = Result<T, Setback>>) -> Result<T, Interruption> {
        tokio::select! {
            outcome = work => outcome.map_err(Interruption::Setback),
            _ = self.around.stop.wait_for(|stop| *stop) => Err(Interruption::Stop),
        }
    }

    /// Hands messages over; those that come back are recorded.
    async fn hand_over(&self, messages: Vec<Fetched>) -> Result<Vec<Place>, DaemonError> {
        let replies = self.around.writer.all(messages.into_iter().map(Input::Arrived).collect()).await?;
        let mut recorded = Vec::new();
        for reply in replies {
            match reply {
                Ok(Reply::Recorded { place, disposition, ticket, changes }) => {
                    if !changes.is_empty() {
                        let ticket = ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
                        tracing::info!(mailbox = %self.title(), disposition = disposition.as_str(), ticket, "A message was taken in.");
                    }
                    recorded.push(place);
                }
                Ok(_) => {}
                // The writer has said why; the message stays where it is and is tried again with the next look.
                Err(_) => tracing::warn!(mailbox = %self.title(), "A message was not taken in; it stays where it is."),
            }
        }
        self.around.work.notify_waiters();
        Ok(recorded)
    }

    /// Files what is recorded, also when the daemon stops, but then not for long.
    async fn file<S: Source>(&mut self, source: &mut S, places: Vec<Place>) -> Result<(), Interruption> {
        let mut stop = self.around.stop.clone();
        tokio::select! {
            outcome = source.file(places) => outcome.map_err(Interruption::Setback),
            () = async {
                // A daemon that is gone cannot ask any more.
                let _ = stop.wait_for(|stop| *stop).await;
                tokio::time::sleep(LAST_FILING).await;
            } => Err(Interruption::Stop),
        }
    }
}

/// Why a step was broken off.
enum Interruption {
    Stop,
    Setback(Setback),
}

async fn sleep(span: Span) -> Result<(), Setback> {
    tokio::time::sleep(span.to_std()).await;
    Ok(())
}

fn not_open(mailbox: &MailboxName) -> Setback {
    Setback::Outside(IoError::Protocol(format!("{mailbox} is not open")))
}
