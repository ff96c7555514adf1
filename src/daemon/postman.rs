//! One lane that sends what is due from the outbox. Several run side by side, each with a connection and letters of its own: one
//! that waits for its server delays no other. Results join the next group of the writer.

use std::sync::Arc;

use tokio::sync::{Notify, watch};

#[cfg(feature = "smtp")]
use crate::base::limit;
use crate::base::{Digest, OutboxId, Span, Timestamp};
use crate::config::Outgoing;
use crate::decide::AttemptResult;
use crate::desk::{Input, Reply, Shipment};
use crate::io::clock;
use crate::io::maildir::Maildir;
#[cfg(feature = "smtp")]
use crate::io::smtp::Connection;

use super::error::DaemonError;
use super::writer::{Writer, chain};

/// How long the postman waits at most before he looks by himself: a wake that got lost does no harm.
const LOOK: Span = Span::from_seconds(30);
/// How long results wait for those of the next letters.
#[cfg(feature = "smtp")]
const RECORD: std::time::Duration = std::time::Duration::from_millis(50);

/// What sending needs.
pub(super) struct Postman {
    pub(super) outgoing: Outgoing,
    /// Name for EHLO.
    #[cfg(feature = "smtp")]
    pub(super) hello: String,
    /// Letters it claims at once.
    pub(super) most: usize,
    pub(super) once: bool,
    pub(super) writer: Writer,
    pub(super) stop: watch::Receiver<bool>,
    pub(super) work: Arc<Notify>,
}

/// Sends until told to stop; in `once` mode until nothing is due. Yields how many letters it sent.
pub(super) async fn run(mut postman: Postman) -> Result<usize, DaemonError> {
    let mut sent = 0_usize;
    let work = Arc::clone(&postman.work);
    let mut line = no_line();
    loop {
        // Registered before looking, so that a wake between the look and the wait is not lost.
        let woken = work.notified();
        if *postman.stop.borrow() {
            hang_up(&mut line).await;
            return Ok(sent);
        }
        let Reply::Claimed { shipments, next } = postman.writer.one(Input::Claim { limit: postman.most }).await? else {
            return Ok(sent);
        };
        if shipments.is_empty() {
            hang_up(&mut line).await;
            if postman.once {
                return Ok(sent);
            }
            let wait = until(next, LOOK);
            tokio::select! {
                () = woken => {}
                () = tokio::time::sleep(wait.to_std()) => {}
                _ = postman.stop.wait_for(|stop| *stop) => {}
            }
            continue;
        }
        sent = sent.saturating_add(shipments.len());
        postman.send(&mut line, shipments).await?;
        // Whoever is told of a failure gets a letter of his own.
        work.notify_waiters();
    }
}

/// How long to wait for a point in time, within a bound.
pub(super) fn until(next: Option<Timestamp>, most: Span) -> Span {
    next.map_or(most, |next| next.since(clock::now()).min(most).plus(Span::from_millis(1)))
}

impl Postman {
    async fn send(&self, line: &mut Line, shipments: Vec<Shipment>) -> Result<(), DaemonError> {
        match &self.outgoing {
            Outgoing::Maildir { path } => {
                let path = path.clone();
                let results = tokio::task::spawn_blocking(move || into_maildir(&path, &shipments)).await;
                let results = results.map_err(|error| DaemonError::System(std::io::Error::other(error)))?;
                self.record(results).await
            }
            #[cfg(feature = "smtp")]
            Outgoing::Smtp { .. } => self.over_smtp(line, shipments).await,
            #[cfg(not(feature = "smtp"))]
            Outgoing::Smtp { .. } => {
                let Line = line;
                let because = "this maildesk was built without the feature `smtp`".to_owned();
                let deferred = |shipment: Shipment| (shipment.letter, AttemptResult::Deferred { because: because.clone() });
                self.record(shipments.into_iter().map(deferred).collect()).await
            }
        }
    }

    async fn record(&self, results: Vec<(OutboxId, AttemptResult)>) -> Result<(), DaemonError> {
        if results.is_empty() {
            return Ok(());
        }
        for (letter, result) in &results {
            match result {
                AttemptResult::Sent { .. } => tracing::info!(outbox = %letter, "A letter was sent."),
                AttemptResult::Refused { because } | AttemptResult::Deferred { because } | AttemptResult::Unknown { because } => {
                    tracing::warn!(outbox = %letter, because, "A letter was not sent.");
                }
            }
        }
        self.writer.one(Input::Attempted(results)).await.map(drop)
    }

    /// One connection for everything there is to send; after a break a new one, and if that does not open the rest waits.
    #[cfg(feature = "smtp")]
    async fn over_smtp(&self, line: &mut Line, shipments: Vec<Shipment>) -> Result<(), DaemonError> {
        let mut trouble: Option<String> = None;
        let mut results = Vec::new();
        for shipment in shipments {
            if line.as_ref().is_none_or(Connection::is_broken) && trouble.is_none() {
                // A server may take minutes to greet, and a crash meanwhile would send again what is not recorded.
                self.record(std::mem::take(&mut results)).await?;
                *line = match Connection::open(&self.outgoing, &self.hello).await {
                    Ok(connection) => Some(connection),
                    Err(error) => {
                        trouble = Some(chain(&error));
                        None
                    }
                };
            }
            let result = match (line.as_mut(), &trouble) {
                (Some(connection), None) => {
                    let mut sending = std::pin::pin!(connection.send(&shipment));
                    match tokio::time::timeout(RECORD, &mut sending).await {
                        Ok(result) => result,
                        Err(_) => {
                            self.record(std::mem::take(&mut results)).await?;
                            sending.await
                        }
                    }
                }
                (_, because) => AttemptResult::Deferred { because: because.clone().unwrap_or_default() },
            };
            results.push((shipment.letter, result));
            if results.len() >= limit::UNRECORDED_SENT {
                self.record(std::mem::take(&mut results)).await?;
            }
        }
        self.record(results).await
    }
}

/// The connection of a lane, held while there is something to send.
#[cfg(feature = "smtp")]
type Line = Option<Connection>;
#[cfg(not(feature = "smtp"))]
struct Line;

#[cfg(feature = "smtp")]
const fn no_line() -> Line {
    None
}

#[cfg(not(feature = "smtp"))]
const fn no_line() -> Line {
    Line
}

/// Nothing more to send: the server need not wait.
#[cfg(feature = "smtp")]
async fn hang_up(line: &mut Line) {
    if let Some(connection) = line.take() {
        connection.close().await;
    }
}

#[cfg(not(feature = "smtp"))]
async fn hang_up(_: &mut Line) {
    std::future::ready(()).await;
}

fn into_maildir(path: &std::path::Path, shipments: &[Shipment]) -> Vec<(OutboxId, AttemptResult)> {
    let maildir = match Maildir::open(path) {
        Ok(maildir) => maildir,
        Err(error) => {
            let because = chain(&error);
            return shipments.iter().map(|one| (one.letter, AttemptResult::Deferred { because: because.clone() })).collect();
        }
    };
    let deliver = |shipment: &Shipment| {
        // The number in front keeps a listing in the order of sending; the hash keeps the letters of two desks apart.
        let hash = Digest::of(&shipment.bytes).to_string();
        let name = format!("{:010}.{}.maildesk", shipment.letter.get(), hash.get(..16).unwrap_or_default());
        match maildir.deliver(&name, &shipment.bytes) {
            Ok(()) => AttemptResult::Sent { response: format!("written as {name}") },
            Err(error) => AttemptResult::Deferred { because: chain(&error) },
        }
    };
    shipments.iter().map(|shipment| (shipment.letter, deliver(shipment))).collect()
}
