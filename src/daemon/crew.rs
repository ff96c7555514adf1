//! The tasks that follow from the settings: who reads which mailbox, who sends. Each source and the senders have a stop signal of
//! their own, so that a reload touches only what it changes.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

use tokio::sync::{Notify, mpsc, watch};
use tokio::task::JoinSet;

use crate::base::{MailboxName, limit};
use crate::config::{Listen, Outgoing, Settings, Source};

use super::error::DaemonError;
use super::health::Health;
use super::mailbox::{self, Around};
use super::postman::{self, Postman};
use super::writer::Writer;

/// What every task has.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    pub(super) writer: Writer,
    /// Woken when letters or deadlines may have come.
    pub(super) work: Arc<Notify>,
    pub(super) health: Health,
}

/// Tasks that run.
pub(super) type Tasks = JoinSet<Result<(), DaemonError>>;

/// A task in the making.
pub(super) type Task<T> = Pin<Box<dyn Future<Output = Result<T, DaemonError>> + Send>>;

impl Parts {
    /// Starts the tasks that read a source.
    pub(super) fn read(&self, source: &Source, once: bool, stop: &watch::Receiver<bool>, tasks: &mut Tasks) {
        let around = Around {
            once,
            writer: self.writer.clone(),
            stop: stop.clone(),
            work: Arc::clone(&self.work),
            health: self.health.clone(),
        };
        for task in mailbox::tasks(source, &around) {
            tasks.spawn(task);
        }
    }

    /// The tasks that send. A Maildir is written by one alone, in order; to a server lead several connections.
    pub(super) fn postmen(&self, sending: &Sending, once: bool, stop: &watch::Receiver<bool>) -> Vec<Task<usize>> {
        let lanes = match sending.outgoing {
            Outgoing::Maildir { .. } => 1,
            Outgoing::Smtp { .. } => limit::LANES,
        };
        let lane = |_| -> Task<usize> {
            Box::pin(postman::run(Postman {
                outgoing: sending.outgoing.clone(),
                #[cfg(feature = "smtp")]
                hello: sending.hello.clone(),
                most: limit::CLAIM_ITEMS / lanes,
                once,
                writer: self.writer.clone(),
                stop: stop.clone(),
                work: Arc::clone(&self.work),
            }))
        };
        (0..lanes).map(lane).collect()
    }

    /// The task that reads a source for as long as the daemon runs, once whoever read it before has let go.
    fn reader(&self, duty: Source, before: Option<mpsc::Receiver<()>>, stop: watch::Receiver<bool>) -> Task<()> {
        let parts = self.clone();
        Box::pin(async move {
            if let Some(mut before) = before {
                while before.recv().await.is_some() {}
            }
            let mut readers = Tasks::new();
            parts.read(&duty, false, &stop, &mut readers);
            let mut outcome = Ok(());
            // One that fails takes the others along: the daemon ends, and says why.
            while let Some(one) = readers.join_next().await {
                outcome = flat(one);
                if outcome.is_err() {
                    break;
                }
            }
            // What it said last is not true for whoever comes after it, if anybody does.
            parts.health.forget(&duty.name);
            outcome
        })
    }

    /// The task that tells programs how the desk does.
    #[cfg(feature = "metrics")]
    fn monitor(&self, listen: &Listen, stop: watch::Receiver<bool>) -> Task<()> {
        Box::pin(super::monitor::run(listen.clone(), self.clone(), stop))
    }

    /// It is not built in.
    #[cfg(not(feature = "metrics"))]
    fn monitor(&self, _: &Listen, _: watch::Receiver<bool>) -> Task<()> {
        tracing::error!("[metrics] is configured, but this maildesk is built without the feature `metrics`.");
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Where and how mail is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sending {
    pub(super) outgoing: Outgoing,
    /// Name for EHLO.
    pub(super) hello: String,
}

/// What the settings want done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Duties {
    pub(super) sources: BTreeMap<MailboxName, Source>,
    pub(super) sending: Sending,
    /// Where programs may ask how the desk does.
    pub(super) metrics: Option<Listen>,
}

impl Duties {
    pub(super) fn of(settings: &Settings) -> Self {
        Self {
            sources: settings.mailboxes.iter().map(|source| (source.name.clone(), source.clone())).collect(),
            sending: Sending { outgoing: settings.outgoing.clone(), hello: settings.policy.desk.domain.clone() },
            metrics: settings.metrics.clone(),
        }
    }
}

/// A duty that somebody does.
#[derive(Debug)]
struct Post<T> {
    duty: T,
    stop: watch::Sender<bool>,
    /// Closed once all of its tasks have ended.
    ended: mpsc::Receiver<()>,
}

impl<T> Post<T> {
    /// Lets those begin who do a duty.
    fn begin(duty: T, tasks: &mut Tasks, who: impl FnOnce(&T, watch::Receiver<bool>) -> Vec<Task<()>>) -> Self {
        let (stop, stopped) = watch::channel(false);
        let (working, ended) = mpsc::channel(1);
        for task in who(&duty, stopped) {
            let working = working.clone();
            tasks.spawn(async move {
                let outcome = task.await;
                drop(working);
                outcome
            });
        }
        Self { duty, stop, ended }
    }

    /// Tells its tasks to finish what they have in hand.
    fn dismiss(self) -> mpsc::Receiver<()> {
        // Nobody listens where all of them have ended already.
        let _ = self.stop.send(true);
        self.ended
    }
}

/// Everybody who works for the desk.
#[derive(Debug)]
pub(super) struct Crew {
    parts: Parts,
    tasks: Tasks,
    readers: BTreeMap<MailboxName, Post<Source>>,
    postmen: Option<Post<Sending>>,
    monitor: Option<Post<Listen>>,
    /// Readers that finish what they have in hand, whom others wait for at the same mailbox.
    leaving: BTreeMap<MailboxName, mpsc::Receiver<()>>,
}

impl Crew {
    pub(super) fn new(parts: Parts) -> Self {
        let (readers, leaving) = (BTreeMap::new(), BTreeMap::new());
        Self { parts, tasks: JoinSet::new(), readers, postmen: None, monitor: None, leaving }
    }

    /// Adds a task that runs as long as the daemon.
    pub(super) fn add(&mut self, task: impl Future<Output = Result<(), DaemonError>> + Send + 'static) {
        self.tasks.spawn(task);
    }

    /// Tells everybody to stop whose duty is another or none by these settings.
    pub(super) fn dismiss(&mut self, duties: &Duties) {
        let gone: Vec<_> = self
            .readers
            .iter()
            .filter(|(name, post)| duties.sources.get(*name) != Some(&post.duty))
            .map(|(name, _)| name.clone())
            .collect();
        for name in gone {
            let Some(post) = self.readers.remove(&name) else { continue };
            self.leaving.insert(name, post.dismiss());
        }
        if self.postmen.as_ref().is_some_and(|post| post.duty != duties.sending)
            && let Some(post) = self.postmen.take()
        {
            post.dismiss();
        }
        if self.monitor.as_ref().map(|post| &post.duty) != duties.metrics.as_ref()
            && let Some(post) = self.monitor.take()
        {
            post.dismiss();
        }
    }

    /// Finds somebody for every duty that nobody does.
    pub(super) fn engage(&mut self, duties: &Duties) {
        let parts = &self.parts;
        for (name, source) in &duties.sources {
            if self.readers.contains_key(name) {
                continue;
            }
            // Two at one mailbox would look at the same messages: the new one waits until the old one has let go.
            let before = self.leaving.remove(name);
            let post =
                Post::begin(source.clone(), &mut self.tasks, |duty, stopped| vec![parts.reader(duty.clone(), before, stopped)]);
            self.readers.insert(name.clone(), post);
        }
        if self.postmen.is_none() {
            let post = Post::begin(duties.sending.clone(), &mut self.tasks, |duty, stopped| {
                let lanes = parts.postmen(duty, false, &stopped).into_iter();
                lanes.map(|lane| -> Task<()> { Box::pin(async { lane.await.map(drop) }) }).collect()
            });
            self.postmen = Some(post);
        }
        if self.monitor.is_none()
            && let Some(listen) = &duties.metrics
        {
            let post = Post::begin(listen.clone(), &mut self.tasks, |listen, stopped| vec![parts.monitor(listen, stopped)]);
            self.monitor = Some(post);
        }
    }

    /// Waits until somebody ends. An end that was asked for is good; any other has a reason.
    pub(super) async fn ended(&mut self) -> Result<(), DaemonError> {
        match self.tasks.join_next().await {
            Some(one) => flat(one),
            None => std::future::pending().await,
        }
    }

    /// Tells everybody to finish what he has in hand, and waits until all have.
    pub(super) async fn leave(mut self) {
        for post in std::mem::take(&mut self.readers).into_values() {
            post.dismiss();
        }
        if let Some(post) = self.postmen.take() {
            post.dismiss();
        }
        if let Some(post) = self.monitor.take() {
            post.dismiss();
        }
        let Self { parts, mut tasks, .. } = self;
        drop(parts);
        while tasks.join_next().await.is_some() {}
    }
}

/// A task that panicked has failed.
pub(super) fn flat<T>(ended: Result<Result<T, DaemonError>, tokio::task::JoinError>) -> Result<T, DaemonError> {
    ended.unwrap_or_else(|error| Err(DaemonError::System(std::io::Error::other(error))))
}
