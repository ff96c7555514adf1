//! Start, signals, drain, stop.

use std::sync::Arc;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{Notify, mpsc, watch};
use tokio::task::JoinSet;

use crate::base::{Span, limit};
use crate::config::Settings;
use crate::desk::{Desk, Input};
use crate::io::{control, systemd};
use crate::store::{Disk, Keyspace};

use super::counter::Counter;
use super::crew::{Crew, Duties, Parts, Tasks, flat};
use super::error::DaemonError;
use super::health::Health;
use super::reload::{Reload, Running, reload};
use super::writer::{Writer, chain};
use super::{reporter, timer, verifier, watchdog};

/// What remains of the time for closing when tasks have not ended by themselves.
const LAST_WORDS: Span = Span::from_seconds(3);

/// How long the daemon runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Until it is told to stop.
    Serve,
    /// Until every mailbox, every due deadline and the outbox are worked off.
    Once,
}

/// Runs the daemon on an open store.
///
/// # Errors
/// [`DaemonError`] when it could not start or had to stop; whatever was recorded is safe.
pub fn run<D, K>(desk: Desk<D, K>, settings: Settings, mode: Mode, reload: Box<Reload>) -> Result<(), DaemonError>
where
    D: Disk + Send + 'static,
    K: Keyspace + 'static,
{
    run_until(desk, settings, mode, reload, std::future::pending())
}

/// The same; besides the signals, the end of `stop` closes a daemon that serves.
///
/// # Errors
/// As [`run`].
pub fn run_until<D, K>(
    desk: Desk<D, K>,
    settings: Settings,
    mode: Mode,
    reload: Box<Reload>,
    stop: impl Future<Output = ()>,
) -> Result<(), DaemonError>
where
    D: Disk + Send + 'static,
    K: Keyspace + 'static,
{
    let (writer, thread) = Writer::start(desk)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(DaemonError::System)?;
    let outcome = runtime.block_on(async {
        writer.verifying().take_on(&settings);
        match mode {
            Mode::Once => once(writer, &settings).await,
            Mode::Serve => serve(writer, settings, Arc::from(reload), stop).await,
        }
    });
    // Tasks hold the writer; with the runtime the last of them are gone, and the writer closes the store.
    runtime.shutdown_timeout(LAST_WORDS.to_std());
    match thread.join() {
        Ok(Ok(())) => outcome,
        Ok(Err(error)) => Err(DaemonError::Desk(error)),
        Err(_) => Err(DaemonError::WriterGone),
    }
}

/// Works off what there is, until a round finds nothing more to do.
async fn once(writer: Writer, settings: &Settings) -> Result<(), DaemonError> {
    let (_keep, stop) = watch::channel(false);
    let parts = Parts { writer, work: Arc::new(Notify::new()), health: Health::default() };
    let duties = Duties::of(settings);
    parts.writer.one(Input::Recover).await?;
    loop {
        let mut readers = Tasks::new();
        duties.sources.values().for_each(|source| parts.read(source, true, &stop, &mut readers));
        all(readers).await?;
        let fired = timer::run(parts.clone(), stop.clone(), true).await?;
        let counted = reporter::run(parts.clone(), stop.clone(), true).await?;
        let postmen = parts.postmen(&duties.sending, true, &stop).into_iter().collect();
        let sent: usize = all(postmen).await?.into_iter().sum();
        if fired == 0 && counted == 0 && sent == 0 {
            break;
        }
    }
    // Everything else was worked off all the same.
    let unread = parts.health.never_read();
    if unread.is_empty() { Ok(()) } else { Err(DaemonError::Unread(unread.join("; "))) }
}

/// Waits until all tasks have ended.
async fn all<T: Send + 'static>(mut running: JoinSet<Result<T, DaemonError>>) -> Result<Vec<T>, DaemonError> {
    let mut outcomes = Vec::new();
    while let Some(ended) = running.join_next().await {
        outcomes.push(flat(ended)?);
    }
    Ok(outcomes)
}

async fn serve(
    writer: Writer,
    settings: Settings,
    load: Arc<Reload>,
    closing: impl Future<Output = ()>,
) -> Result<(), DaemonError> {
    let mut closing = std::pin::pin!(closing);
    let (stopper, stop) = watch::channel(false);
    let parts = Parts { writer, work: Arc::new(Notify::new()), health: Health::default() };
    let mut signals = Signals::new()?;
    parts.writer.one(Input::Recover).await?;
    let mut running = Running::of(&settings);
    let mut crew = Crew::new(parts.clone());
    crew.engage(running.duties());
    crew.add({
        let timing = timer::run(parts.clone(), stop.clone(), false);
        async { timing.await.map(drop) }
    });
    crew.add({
        let reporting = reporter::run(parts.clone(), stop.clone(), false);
        async { reporting.await.map(drop) }
    });
    crew.add(verifier::look_again(parts.clone(), stop.clone()));
    crew.add(watchdog::run(parts.writer.clone(), stop.clone()));
    let (ask_reload, mut reloads) = mpsc::channel(1);
    match control::listen(&settings.data_dir) {
        Ok(listener) => crew.add(Counter::new(parts.clone(), ask_reload).run(listener, stop.clone())),
        Err(error) => {
            tracing::error!(error = %chain(&error), "There is no control socket; the command line cannot ask this daemon.");
        }
    }
    tracing::info!(desk = %settings.policy.desk.name, mailboxes = settings.mailboxes.len(), "The desk is open.");
    drop(settings);
    systemd::ready(&running.status());

    let outcome = loop {
        tokio::select! {
            () = stop_asked(&mut signals.terminate, &mut signals.interrupt) => break Ok(()),
            () = &mut closing => break Ok(()),
            _ = signals.hang_up.recv() => {
                if let Err(error) = reload(&load, &parts, &mut crew, &mut running).await {
                    break Err(error);
                }
            }
            Some(asked) = reloads.recv() => match reload(&load, &parts, &mut crew, &mut running).await {
                // Who asked may have gone away; the settings count all the same.
                Ok(reloaded) => drop(asked.send(reloaded)),
                Err(error) => break Err(error),
            },
            ended = crew.ended() => {
                if ended.is_err() {
                    break ended;
                }
            }
        }
    };
    drop((parts, reloads));
    close(crew, &stopper, &mut signals).await;
    outcome
}

/// Lets everybody finish what he has in hand, within the time there is for it.
async fn close(crew: Crew, stopper: &watch::Sender<bool>, signals: &mut Signals) {
    tracing::info!("The desk closes: messages and letters in hand are finished.");
    systemd::stopping();
    // Nobody listens any more when every task has ended already.
    let _ = stopper.send(true);
    tokio::select! {
        () = crew.leave() => {}
        () = tokio::time::sleep(limit::DRAIN.to_std().saturating_sub(LAST_WORDS.to_std())) => tracing::warn!("Some tasks did not end in time; what they had in hand is done again at the next start."),
        () = stop_asked(&mut signals.terminate, &mut signals.interrupt) => tracing::warn!("A second signal: the desk closes at once."),
    }
}

/// The signals a daemon obeys.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hang_up: Signal,
}

impl Signals {
    fn new() -> Result<Self, DaemonError> {
        let listen = |kind| signal(kind).map_err(DaemonError::System);
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
            hang_up: listen(SignalKind::hangup())?,
        })
    }
}

async fn stop_asked(terminate: &mut Signal, interrupt: &mut Signal) {
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
