//! Answers at the control socket: questions and orders go to the writer, reloads to whoever has the settings, messages of a mail
//! server into the desk.

use std::sync::Arc;

use tokio::sync::{Semaphore, mpsc, oneshot, watch};
use tokio::task::JoinSet;

use crate::base::{MailboxName, Span, limit};
use crate::desk::{Answer, DeskError, Input, Question, Reply};
use crate::io::control::{Caller, Listener, Reloaded, Request, Response};

use super::crew::Parts;
use super::error::DaemonError;
use super::writer::chain;

/// People who may ask at the same time.
const ASKERS: usize = 64;
/// How long a mail server's message waits for its turn before it is sent away with "later".
const TURN: Span = Span::from_seconds(20);
/// After a failure to take a connection, such as for want of file descriptors.
const PAUSE: Span = Span::from_millis(200);
/// Memory is given out in pieces of this size.
const PIECE: usize = 1024;

/// Somebody waits for what comes of loading the configuration.
pub(super) type ReloadAsked = oneshot::Sender<Reloaded>;

/// What answering needs.
#[derive(Clone, Debug)]
pub(super) struct Counter {
    parts: Parts,
    reloads: mpsc::Sender<ReloadAsked>,
    /// Room for messages that are being handed over.
    room: Arc<Semaphore>,
}

impl Counter {
    pub(super) fn new(parts: Parts, reloads: mpsc::Sender<ReloadAsked>) -> Self {
        Self { parts, reloads, room: Arc::new(Semaphore::new(limit::DELIVERING_BYTES / PIECE)) }
    }

    /// Answers until told to stop; what has been asked by then is answered.
    pub(super) async fn run(self, listener: Listener, mut stop: watch::Receiver<bool>) -> Result<(), DaemonError> {
        // Each asker has a task of his own: who connects and says nothing keeps nobody waiting.
        let mut askers = JoinSet::new();
        loop {
            let accepted = tokio::select! {
                accepted = listener.accept(), if askers.len() < ASKERS => accepted,
                Some(_) = askers.join_next() => continue,
                _ = stop.wait_for(|stop| *stop) => break,
            };
            match accepted {
                Ok(caller) => drop(askers.spawn(self.clone().serve(caller, stop.clone()))),
                Err(error) => {
                    tracing::warn!(error = %chain(&error), "Somebody could not be answered at the control socket.");
                    tokio::time::sleep(PAUSE.to_std()).await;
                }
            }
        }
        drop(listener);
        while askers.join_next().await.is_some() {}
        Ok(())
    }

    /// Answers one request; the end of the writer leaves it without an answer.
    async fn serve(self, mut caller: Caller, mut stop: watch::Receiver<bool>) {
        let asked = tokio::select! {
            asked = self.listen(&mut caller) => asked,
            // What has not been asked completely by then is not begun.
            _ = stop.wait_for(|stop| *stop) => return,
        };
        let response = match asked {
            None => return,
            Some(Asked::Refused(response)) => Some(response),
            Some(Asked::Question(question)) => self.ask(question).await,
            Some(Asked::Reload) => self.reload(&mut stop).await,
            Some(Asked::Message(message)) => self.deliver(message).await,
        };
        if let Some(response) = response {
            caller.respond(&response).await;
        }
    }

    /// Hears a request to its end.
    async fn listen(&self, caller: &mut Caller) -> Option<Asked> {
        let (mailbox, bytes) = match caller.request().await? {
            Request::Ask(question) => return Some(Asked::Question(question)),
            Request::Reload => return Some(Asked::Reload),
            Request::Deliver { mailbox, bytes } => (mailbox, bytes),
        };
        let size = usize::try_from(bytes).ok().filter(|size| *size <= limit::MESSAGE_BYTES);
        let Some(size) = size else {
            let because = format!("the message has {bytes} bytes; a desk takes {} at most", limit::MESSAGE_BYTES);
            return Some(Asked::Refused(Response::Unfit(because)));
        };
        let pieces = u32::try_from(size / PIECE).unwrap_or(u32::MAX).saturating_add(1);
        let turn = tokio::time::timeout(TURN.to_std(), Arc::clone(&self.room).acquire_many_owned(pieces)).await;
        let Ok(Ok(room)) = turn else {
            let because = "too many messages are being taken in at once; try again later".to_owned();
            return Some(Asked::Refused(Response::Busy(because)));
        };
        Some(Asked::Message(Message { mailbox, bytes: caller.body(size).await?, room }))
    }

    async fn ask(&self, question: Question) -> Option<Response> {
        let is_order = question.is_order();
        let mut inputs = Vec::new();
        if question == Question::Status {
            inputs.push(Input::Health(self.parts.health.all()));
        }
        inputs.push(Input::Ask(question.clone()));
        let mut reply = self.parts.writer.all(inputs).await.ok()?.pop()?;
        // A report rests on more than can be made ready in one turn.
        while matches!(reply, Ok(Reply::NotReady)) {
            reply = self.parts.writer.all(vec![Input::Ask(question.clone())]).await.ok()?.pop()?;
        }
        // It is counted beside the desk, which goes on meanwhile.
        if let Ok(Reply::Counting(counting)) = reply {
            reply = tokio::task::spawn_blocking(|| counting.answer()).await.ok()?.map(Reply::Answer);
        }
        if is_order {
            self.parts.work.notify_waiters();
        }
        Some(match reply {
            Ok(Reply::Answer(answer)) => Response::Answer(answer),
            Ok(_) => Response::Error("the daemon has no answer".to_owned()),
            Err(error @ DeskError::Missing(_)) => Response::Missing(chain(&error)),
            Err(error @ DeskError::Refused(_)) => Response::Refused(chain(&error)),
            Err(error) => Response::Error(chain(&error)),
        })
    }

    async fn reload(&self, stop: &mut watch::Receiver<bool>) -> Option<Response> {
        let (asked, outcome) = oneshot::channel();
        self.reloads.send(asked).await.ok()?;
        tokio::select! {
            outcome = outcome => outcome.ok().map(Response::Reloaded),
            _ = stop.wait_for(|stop| *stop) => Some(Response::Busy("the daemon stops".to_owned())),
        }
    }

    /// Takes a message in. It is stored durably when the answer says so.
    async fn deliver(&self, message: Message) -> Option<Response> {
        let Message { mailbox, bytes, room } = message;
        let reply = self.parts.writer.all(vec![Input::Delivered { mailbox, bytes, signatures: None }]).await.ok()?.pop()?;
        drop(room);
        self.parts.work.notify_waiters();
        Some(match reply {
            Ok(Reply::Recorded { place, disposition, ticket, .. }) => {
                let ticket = ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
                tracing::info!(mailbox = %place.mailbox(), disposition = disposition.as_str(), ticket, "A message was handed over.");
                Response::Answer(Answer::line(disposition.as_str(), &ticket))
            }
            Ok(_) => Response::Error("the daemon has no answer".to_owned()),
            Err(error @ (DeskError::Missing(_) | DeskError::Refused(_))) => Response::Refused(chain(&error)),
            Err(error) => Response::Error(chain(&error)),
        })
    }
}

/// A request that has been heard to its end.
enum Asked {
    Question(Question),
    Reload,
    Message(Message),
    /// One that is not even begun.
    Refused(Response),
}

struct Message {
    mailbox: Option<MailboxName>,
    bytes: Vec<u8>,
    room: tokio::sync::OwnedSemaphorePermit,
}
