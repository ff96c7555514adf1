//! Commands and their answers: the only place that speaks to the server once it has let us in.
//!
//! A command is done when its own tag comes back with OK. The end of the stream, a tag that nobody gave, BYE, BAD, a new
//! UIDVALIDITY and anything too late are errors after which the session is not used any more.

use std::io::{Error, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use async_imap::Session;
use async_imap::imap_proto::{MailboxDatum, Outcome, RequestId, Response, ResponseCode, Status};
use tokio::time::{Instant, sleep_until, timeout};

use crate::base::one_line;
use crate::io::IoError;

use super::gate::Gate;
use super::opening::WORDS;

/// How long a server may be silent in the middle of an answer.
const SILENCE: Duration = Duration::from_secs(60);
/// How long an answer may take however lively the server is, besides what its bytes need.
const COMMAND: Duration = Duration::from_secs(300);
/// The slowest line worth waiting for, in bytes a second.
const SLOWEST: u64 = 16 * 1024;
/// How long a server may take to begin or to end IDLE.
const IDLE_ANSWER: Duration = Duration::from_secs(15);
/// What may come during one IDLE.
const IDLE_BYTES: u64 = 1024 * 1024;
/// How long we wait for a goodbye.
const FAREWELL: Duration = Duration::from_secs(2);

/// A session in which every answer is looked at.
pub(super) struct Wire {
    session: Session<Gate>,
    folder: Folder,
}

/// What the server has told about the open folder by the way.
struct Folder {
    host: String,
    /// Messages in it.
    exists: u32,
    /// More of them have come than were there when it was last listed.
    has_news: bool,
    validity: Option<u32>,
}

impl Wire {
    pub(super) fn new(session: Session<Gate>, host: String) -> Self {
        Self { session, folder: Folder { host, exists: 0, has_news: false, validity: None } }
    }

    pub(super) fn host(&self) -> &str {
        &self.folder.host
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.folder.exists == 0
    }

    pub(super) const fn has_news(&self) -> bool {
        self.folder.has_news
    }

    pub(super) const fn news_is_read(&mut self) {
        self.folder.has_news = false;
    }

    pub(super) const fn forget_folder(&mut self) {
        self.folder.exists = 0;
        self.folder.validity = None;
    }

    pub(super) const fn remember_validity(&mut self, validity: u32) {
        self.folder.validity = Some(validity);
    }

    /// Gives a command and waits until it is answered with OK. True: the answer says that the folder is read-only.
    ///
    /// # Errors
    /// [`IoError::Refused`] when the answer is NO, which leaves the session in step; after any other error it is not.
    pub(super) async fn command(
        &mut self,
        operation: &'static str,
        command: &str,
        budget: u64,
        mut each: impl FnMut(&Response<'_>),
    ) -> Result<bool, IoError> {
        self.session.get_mut().expect(budget, SILENCE);
        let limit = COMMAND.saturating_add(Duration::from_secs(budget / SLOWEST));
        let exchange = async {
            let tag = self.give(operation, command).await?;
            self.answers(operation, |folder, response| match response {
                Response::Done { tag: answered, status, outcome } => {
                    folder.done(operation, &tag, answered, status, outcome).map(Some)
                }
                Response::Continue(_) => Err(folder.nonsense(operation, "it asks for more where nothing is left to say")),
                other => {
                    each(other);
                    Ok(None)
                }
            })
            .await
        };
        timeout(limit, exchange).await.unwrap_or_else(|_| Err(self.folder.late(operation)))
    }

    /// Waits until mail has come, or so long. False: the server does not do this, or not for long.
    pub(super) async fn idle(&mut self, at_most: Duration) -> Result<bool, IoError> {
        const OPERATION: &str = "wait for mail at";
        if self.folder.has_news {
            return Ok(true);
        }
        let until = Instant::now() + at_most;
        self.session.get_mut().expect(IDLE_BYTES, at_most.saturating_add(SILENCE));
        let begin = async {
            let tag = self.give(OPERATION, "IDLE").await?;
            let begun = self.answers(OPERATION, |folder, response| match response {
                Response::Continue(_) => Ok(Some(true)),
                Response::Done { tag: answered, status, outcome } => {
                    match folder.done(OPERATION, &tag, answered, status, outcome) {
                        Ok(_) | Err(IoError::Refused { .. }) => Ok(Some(false)),
                        Err(error) if *answered == tag => {
                            // BAD: it does not know the word.
                            tracing::debug!(%error, "IDLE is refused.");
                            Ok(Some(false))
                        }
                        Err(error) => Err(error),
                    }
                }
                _ => Ok(None),
            });
            begun.await.map(|begun| (tag, begun))
        };
        let begun = timeout(IDLE_ANSWER, begin).await.unwrap_or_else(|_| Err(self.folder.late(OPERATION)));
        let (tag, true) = begun? else { return Ok(false) };
        // Reading can be broken off between two answers: what has come in stays in the session's buffer.
        let ended = tokio::select! {
            ended = self.answers(OPERATION, |folder, response| match response {
                Response::Done { tag: answered, status, outcome } => folder.done(OPERATION, &tag, answered, status, outcome).map(|_| Some(true)),
                _ if folder.has_news => Ok(Some(false)),
                _ => Ok(None),
            }) => ended?,
            () = sleep_until(until) => false,
        };
        if ended {
            // A server that ends it by itself might do so at once, again and again.
            return Ok(self.folder.has_news);
        }
        let done = async {
            self.session.get_mut().expect(IDLE_BYTES, IDLE_ANSWER);
            self.session.run_command_untagged("DONE").await.map_err(|error| self.folder.failed(OPERATION, error))?;
            self.answers(OPERATION, |folder, response| match response {
                Response::Done { tag: answered, status, outcome } => {
                    folder.done(OPERATION, &tag, answered, status, outcome).map(Some)
                }
                _ => Ok(None),
            })
            .await
        };
        timeout(IDLE_ANSWER, done).await.unwrap_or_else(|_| Err(self.folder.late(OPERATION)))?;
        Ok(true)
    }

    /// Says goodbye.
    pub(super) async fn close(mut self) {
        self.session.get_mut().expect(IDLE_BYTES, FAREWELL);
        let _ = timeout(FAREWELL, self.session.run_command("LOGOUT")).await;
    }

    async fn give(&mut self, operation: &'static str, command: &str) -> Result<RequestId, IoError> {
        self.session.run_command(command).await.map_err(|error| self.folder.failed(operation, error))
    }

    /// Reads answers until one of them decides.
    async fn answers<T>(
        &mut self,
        operation: &'static str,
        mut decide: impl FnMut(&Folder, &Response<'_>) -> Result<Option<T>, IoError>,
    ) -> Result<T, IoError> {
        loop {
            let mut reading = pin!(self.session.read_response());
            // imap-proto panics on what it has not thought of, such as `INTERNALDATE NIL` (0.17).
            let guarded = std::future::poll_fn(|context| {
                catch_unwind(AssertUnwindSafe(|| reading.as_mut().poll(context)))
                    .unwrap_or_else(|_| Poll::Ready(Err(Error::new(ErrorKind::InvalidData, "its answer cannot be understood"))))
            });
            let response = match guarded.await {
                Ok(Some(response)) => response,
                Ok(None) => {
                    let source = Error::new(ErrorKind::UnexpectedEof, "the server closes the connection");
                    return Err(self.folder.lost(operation, source));
                }
                Err(error) => return Err(self.folder.lost(operation, unreadable(error))),
            };
            self.folder.hear(operation, response.parsed())?;
            if let Some(decided) = decide(&self.folder, response.parsed())? {
                return Ok(decided);
            }
        }
    }
}

impl Folder {
    /// Takes note of what is said by the way.
    fn hear(&mut self, operation: &'static str, response: &Response<'_>) -> Result<(), IoError> {
        match response {
            Response::Data { status: Status::Bye, outcome } => {
                return Err(self.nonsense(operation, &format!("it says goodbye: {}", words(outcome))));
            }
            Response::Data { status, outcome } => match &outcome.code {
                Some(ResponseCode::UidValidity(validity)) if self.validity.is_some_and(|known| known != *validity) => {
                    return Err(self.nonsense(operation, "the folder was numbered anew"));
                }
                Some(ResponseCode::Alert) => {
                    tracing::warn!(host = self.host, words = words(outcome), "The mail server has a message for its users.")
                }
                _ if *status != Status::Ok => tracing::info!(host = self.host, words = words(outcome), "The mail server warns."),
                _ => {}
            },
            Response::MailboxData(MailboxDatum::Exists(count)) => {
                self.has_news |= *count > self.exists;
                self.exists = *count;
            }
            Response::Expunge(_) => self.exists = self.exists.saturating_sub(1),
            Response::Vanished { earlier: false, uids } => {
                let gone: u64 =
                    uids.iter().map(|range| u64::from(range.end().saturating_sub(*range.start())).saturating_add(1)).sum();
                self.exists = self.exists.saturating_sub(u32::try_from(gone).unwrap_or(u32::MAX));
            }
            _ => {}
        }
        Ok(())
    }

    /// A command is answered. True: the folder is read-only.
    fn done(
        &self,
        operation: &'static str,
        tag: &RequestId,
        answered: &RequestId,
        status: &Status,
        outcome: &Outcome<'_>,
    ) -> Result<bool, IoError> {
        if tag != answered {
            return Err(self.nonsense(operation, "it answers a command that was not given"));
        }
        match status {
            Status::Ok => Ok(matches!(outcome.code, Some(ResponseCode::ReadOnly))),
            Status::No => Err(IoError::Refused { operation, host: self.host.clone(), answer: words(outcome) }),
            _ => Err(self.nonsense(operation, &format!("it does not understand: {}", words(outcome)))),
        }
    }

    fn lost(&self, operation: &'static str, source: Error) -> IoError {
        IoError::Network { operation, host: self.host.clone(), source }
    }

    fn late(&self, operation: &'static str) -> IoError {
        self.lost(operation, Error::new(ErrorKind::TimedOut, "the server takes too long"))
    }

    fn nonsense(&self, operation: &'static str, problem: &str) -> IoError {
        IoError::Protocol(format!("cannot {operation} {}: {problem}", self.host))
    }

    fn failed(&self, operation: &'static str, error: async_imap::error::Error) -> IoError {
        match error {
            async_imap::error::Error::Io(error) => self.lost(operation, unreadable(error)),
            other => self.lost(operation, Error::other(other.to_string())),
        }
    }
}

/// The crate's complaint about an answer repeats the whole answer, and in it somebody's mail.
pub(super) fn unreadable(error: Error) -> Error {
    if error.kind() == ErrorKind::Other { Error::new(ErrorKind::InvalidData, "its answer cannot be understood") } else { error }
}

/// What a server says beside its answer, fit for a log.
fn words(outcome: &Outcome<'_>) -> String {
    let code = match &outcome.code {
        Some(ResponseCode::TryCreate) => "[TRYCREATE] ",
        Some(ResponseCode::Alert) => "[ALERT] ",
        _ => "",
    };
    one_line(&format!("{code}{}", outcome.information.as_deref().unwrap_or_default()), WORDS)
}
