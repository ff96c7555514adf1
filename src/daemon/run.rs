//! Start, signals, drain, stop.

use std::path::Path;
use std::sync::Arc;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::base::limit;
use crate::config::Settings;
use crate::desk::{Desk, DeskError, DeskSettings, Input, Reply};
use crate::io::control;
use crate::store::{Disk, Keyspace};

use super::error::DaemonError;
use super::mailbox::{self, Around};
use super::postman::{self, Postman};
use super::timer;
use super::writer::{Writer, chain};

/// How long the daemon runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Until it is told to stop.
    Serve,
    /// Until every mailbox, every due deadline and the outbox are worked off.
    Once,
}

/// Loads the configuration anew, for SIGHUP; the error is what is to be told of it.
pub type Reload = dyn Fn() -> Result<Settings, String> + Send + Sync;

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
        match mode {
            Mode::Once => once(writer, &settings).await,
            Mode::Serve => serve(writer, settings, reload, stop).await,
        }
    });
    // Tasks hold the writer; with the runtime the last of them are gone, and the writer closes the store.
    runtime.shutdown_timeout(limit::DRAIN.to_std());
    match thread.join() {
        Ok(Ok(())) => outcome,
        Ok(Err(error)) => Err(DaemonError::Desk(error)),
        Err(_) => Err(DaemonError::WriterGone),
    }
}

/// The tasks of a daemon, however long it runs.
struct Tasks {
    writer: Writer,
    stop: watch::Receiver<bool>,
    work: Arc<Notify>,
}

impl Tasks {
    fn mailboxes(&self, settings: &Settings, once: bool, tasks: &mut JoinSet<Result<(), DaemonError>>) {
        let around = Around { once, writer: self.writer.clone(), stop: self.stop.clone(), work: Arc::clone(&self.work) };
        for source in &settings.mailboxes {
            mailbox::start(source, &around, tasks);
        }
    }

    fn postman(&self, settings: &Settings, once: bool) -> Postman {
        Postman {
            outgoing: settings.outgoing.clone(),
            #[cfg(feature = "smtp")]
            hello: settings.policy.desk.domain.clone(),
            once,
            writer: self.writer.clone(),
            stop: self.stop.clone(),
            work: Arc::clone(&self.work),
        }
    }
}

/// Works off what there is, until a round finds nothing more to do.
async fn once(writer: Writer, settings: &Settings) -> Result<(), DaemonError> {
    let (_keep, stop) = watch::channel(false);
    let parts = Tasks { writer: writer.clone(), stop: stop.clone(), work: Arc::new(Notify::new()) };
    writer.one(Input::Recover).await?;
    loop {
        let mut tasks = JoinSet::new();
        parts.mailboxes(settings, true, &mut tasks);
        while let Some(ended) = tasks.join_next().await {
            ended.map_err(|error| DaemonError::System(std::io::Error::other(error)))??;
        }
        let fired = timer::run(writer.clone(), stop.clone(), Arc::clone(&parts.work), true).await?;
        let sent = postman::run(parts.postman(settings, true)).await?;
        if fired == 0 && sent == 0 {
            return Ok(());
        }
    }
}

async fn serve(
    writer: Writer,
    settings: Settings,
    reload: Box<Reload>,
    closing: impl Future<Output = ()>,
) -> Result<(), DaemonError> {
    let mut closing = std::pin::pin!(closing);
    let (stopper, stop) = watch::channel(false);
    let parts = Tasks { writer: writer.clone(), stop: stop.clone(), work: Arc::new(Notify::new()) };
    let mut signals = Signals::new()?;
    writer.one(Input::Recover).await?;
    let mut tasks = JoinSet::new();
    parts.mailboxes(&settings, false, &mut tasks);
    let sending = parts.postman(&settings, false);
    tasks.spawn(async move { postman::run(sending).await.map(drop) });
    let (timing, work) = ((writer.clone(), stop.clone()), Arc::clone(&parts.work));
    tasks.spawn(async move { timer::run(timing.0, timing.1, work, false).await.map(drop) });
    tasks.spawn(answer_questions(settings.data_dir.clone(), writer.clone(), stop.clone()));
    tracing::info!(desk = %settings.policy.desk.name, mailboxes = settings.mailboxes.len(), "The desk is open.");

    let mut outcome = Ok(());
    loop {
        tokio::select! {
            () = stop_asked(&mut signals.terminate, &mut signals.interrupt) => break,
            () = &mut closing => break,
            _ = signals.hang_up.recv() => take_on(&writer, &settings, &reload).await?,
            ended = tasks.join_next() => {
                // A task that ends before the daemon does has failed, and only the writer's end makes one fail.
                outcome = ended.map_or(Ok(()), |ended| ended.unwrap_or_else(|error| Err(DaemonError::System(std::io::Error::other(error)))));
                break;
            }
        }
    }
    tracing::info!("The desk closes: messages and letters in hand are finished.");
    // Nobody listens any more when every task has ended already.
    let _ = stopper.send(true);
    drop((writer, parts));
    let drained = async { while tasks.join_next().await.is_some() {} };
    tokio::select! {
        () = drained => {}
        () = tokio::time::sleep(limit::DRAIN.to_std()) => tracing::warn!("Some tasks did not end in time; what they had in hand is done again at the next start."),
        () = stop_asked(&mut signals.terminate, &mut signals.interrupt) => tracing::warn!("A second signal: the desk closes at once."),
    }
    outcome
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

/// Takes new settings on, as far as no mailbox, no path and no server changes; else says that a restart is needed.
async fn take_on(writer: &Writer, running: &Settings, reload: &Reload) -> Result<(), DaemonError> {
    match reload() {
        Err(problems) => tracing::error!(problems, "The new configuration is refused; the old one goes on."),
        Ok(new) if new.mailboxes != running.mailboxes || new.outgoing != running.outgoing || new.data_dir != running.data_dir => {
            tracing::error!(
                "The new configuration changes a mailbox, the outgoing server or the data directory: restart the daemon."
            );
        }
        Ok(new) => {
            let settings = DeskSettings::new(new.policy, new.templates, new.keys, new.fingerprint);
            writer.one(Input::Settings(Box::new(settings))).await?;
            tracing::info!("The new configuration counts from now on.");
        }
    }
    Ok(())
}

/// Answers questions over the control socket.
async fn answer_questions(
    data_dir: std::path::PathBuf,
    writer: Writer,
    mut stop: watch::Receiver<bool>,
) -> Result<(), DaemonError> {
    let listener = match control::listen(Path::new(&data_dir)) {
        Ok(listener) => listener,
        Err(error) => {
            tracing::error!(error = %chain(&error), "There is no control socket; the command line cannot ask this daemon.");
            let _ = stop.wait_for(|stop| *stop).await;
            return Ok(());
        }
    };
    // Each asker has a task of his own: who connects and says nothing keeps nobody waiting.
    let mut askers = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept(), if askers.len() < ASKERS => accepted,
            Some(_) = askers.join_next() => continue,
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        };
        if let Ok((stream, _)) = accepted {
            askers.spawn(answer(stream, writer.clone()));
        }
    }
}

/// People who may ask at the same time.
const ASKERS: usize = 64;

/// Answers one question; the end of the writer leaves it without an answer.
async fn answer(mut stream: tokio::net::UnixStream, writer: Writer) {
    let Some(question) = control::question(&mut stream).await else { return };
    let Ok(mut replies) = writer.all(vec![Input::Ask(question)]).await else { return };
    let response = match replies.pop() {
        Some(Ok(Reply::Answer(answer))) => control::Response::Answer(answer),
        Some(Err(error @ DeskError::Missing(_))) => control::Response::Missing(chain(&error)),
        Some(Err(error @ DeskError::Refused(_))) => control::Response::Refused(chain(&error)),
        Some(Err(error)) => control::Response::Error(chain(&error)),
        _ => control::Response::Error("the daemon has no answer".to_owned()),
    };
    control::respond(&mut stream, &response).await;
}
