//! Reading a folder of a mail server over IMAP (RFC 3501): a session that is dropped on the first doubt.
//!
//! async-imap parses; every command is given and checked in `wire` here, because the crate's own calls hide a refusal and a
//! connection that is gone (0.12: `NO`, `BAD` and the end of the stream all look like "no messages"). Nothing here remembers
//! which messages were taken in, and nothing but the marks that were asked for ever changes on the server.

#[cfg(test)]
pub(crate) mod fake;
mod gate;
mod name;
mod opening;
mod wire;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use async_imap::imap_proto::{AttributeValue, Capability, Response, ResponseCode, Status};

use crate::base::{Timestamp, limit};
use crate::config::{Secret, Tls};

use self::wire::Wire;
use super::IoError;
use super::tls::{self, Duplex};

/// What an answer may come to besides the messages in it: words, numbers, news about other messages.
const ANSWER_BYTES: u64 = 1024 * 1024;
/// The line that lists one message.
const LISTED_BYTES: u64 = 1024;
/// Messages that may come while a session lasts, without it being opened anew.
const MOST_NEW: u64 = 100_000;
/// What a message may have around it, and be larger than announced: Exchange's sizes are estimates.
const AROUND_BYTES: u64 = 64 * 1024;
/// The first step back when looking for messages that were not filed.
const LOOK_BACK: u32 = 1024;

/// A mail server and how to get in.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// Certificates (PEM) to trust besides the system's.
    pub ca_file: Option<PathBuf>,
    /// The name to log in with.
    pub user: String,
    /// The password to log in with.
    pub password: Secret,
}

/// What a folder says of its numbering (RFC 3501 §2.3.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selected {
    /// UIDVALIDITY.
    pub validity: u32,
    /// UIDNEXT: what comes from now on has this UID or a higher one.
    pub next: u32,
    /// Nothing can be marked or moved.
    pub is_read_only: bool,
}

/// A message in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its UID.
    pub uid: u32,
    /// Its size in bytes, as the server says.
    pub size: usize,
    /// When it reached the server; none: the server's date makes no sense.
    pub arrived: Option<Timestamp>,
}

/// A session on a mail server.
pub struct Connection {
    wire: Wire,
    /// UIDNEXT when the folder was selected.
    next: u32,
    can_idle: bool,
    can_move: bool,
    has_uid_plus: bool,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Connection({})", self.wire.host())
    }
}

impl Connection {
    /// Connects, secures the connection as configured, logs in and asks what the server can do.
    ///
    /// # Errors
    /// [`IoError`] naming the phase; [`IoError::LogIn`] when the server does not want us.
    pub async fn open(server: &Server) -> Result<Self, IoError> {
        let stream = tls::connect(&server.host, server.port).await?;
        if server.tls == Tls::Plain && !stream.peer_addr().is_ok_and(|peer| peer.ip().is_loopback()) {
            return Err(IoError::Protocol(format!("{} is not this machine, and the connection is not protected", server.host)));
        }
        Self::over(Box::new(stream), server).await
    }

    /// The same over a stream that is open already.
    async fn over(stream: Box<dyn Duplex>, server: &Server) -> Result<Self, IoError> {
        let mut wire = opening::open(stream, server).await?;
        let (mut can_idle, mut can_move, mut has_uid_plus) = (false, false, false);
        let capabilities = wire.command("ask for the abilities of", "CAPABILITY", ANSWER_BYTES, |response| {
            let Response::Capabilities(all) = response else { return };
            for capability in all {
                let Capability::Atom(word) = capability else { continue };
                can_idle |= word.eq_ignore_ascii_case("IDLE");
                can_move |= word.eq_ignore_ascii_case("MOVE");
                has_uid_plus |= word.eq_ignore_ascii_case("UIDPLUS");
            }
        });
        capabilities.await?;
        Ok(Self { wire, next: 1, can_idle, can_move, has_uid_plus })
    }

    /// Does the server say by itself when mail comes?
    pub const fn can_idle(&self) -> bool {
        self.can_idle
    }

    /// Opens a folder.
    ///
    /// # Errors
    /// [`IoError`]; [`IoError::Refused`] when there is no such folder for us.
    pub async fn select(&mut self, folder: &str) -> Result<Selected, IoError> {
        let (mut validity, mut next) = (None, None);
        self.wire.forget_folder();
        let command = format!("SELECT {}", name::folder(folder));
        let selected = self.wire.command("open the folder at", &command, ANSWER_BYTES, |response| {
            if let Response::Data { status: Status::Ok, outcome } = response {
                match outcome.code {
                    Some(ResponseCode::UidValidity(value)) => validity = Some(value),
                    Some(ResponseCode::UidNext(value)) => next = Some(value),
                    _ => {}
                }
            }
        });
        let is_read_only = selected.await?;
        let Some(validity) = validity else {
            let problem = format!("{} gives no UIDVALIDITY for {folder}; its messages cannot be told apart", self.wire.host());
            return Err(IoError::Protocol(problem));
        };
        self.wire.remember_validity(validity);
        self.next = match next {
            Some(next) => next,
            None if self.wire.is_empty() => 1,
            // Servers before RFC 3501 need not say it.
            None => self.listed("*".to_owned(), 1, 1, 1).await?.last().map_or(1, |last| last.uid.saturating_add(1)),
        };
        Ok(Selected { validity, next: self.next, is_read_only })
    }

    /// The lowest messages behind a UID, in the order of their UIDs: up to so many, and none only where there are none.
    ///
    /// Asked for in ranges of numbers, so that the answer is bounded however many messages there are. A range without any is
    /// followed by one twice as wide: numbers may have large gaps.
    ///
    /// # Errors
    /// [`IoError`]; the session is then of no more use.
    pub async fn list(&mut self, after: u32, most: usize) -> Result<Vec<Listed>, IoError> {
        let mut width = u32::try_from(most).unwrap_or(u32::MAX).max(1);
        if self.wire.is_empty() {
            // What has come has gone again.
            self.wire.news_is_read();
            return Ok(Vec::new());
        }
        let Some(mut first) = after.checked_add(1) else { return Ok(Vec::new()) };
        loop {
            let last = first.saturating_add(width.saturating_sub(1));
            let is_end = last >= self.next;
            let range = if is_end { format!("{first}:*") } else { format!("{first}:{last}") };
            if is_end {
                self.wire.news_is_read();
            }
            let found = self.listed(range, first, width, most).await?;
            if !found.is_empty() || is_end {
                return Ok(found);
            }
            first = last.saturating_add(1);
            width = width.saturating_mul(2);
        }
    }

    /// The lowest messages of a range. `*` stands for the last message even where its number is below the range (RFC 3501 §6.4.8).
    async fn listed(&mut self, range: String, first: u32, width: u32, most: usize) -> Result<Vec<Listed>, IoError> {
        let mut found = BTreeMap::new();
        let command = format!("UID FETCH {range} (UID RFC822.SIZE INTERNALDATE)");
        // Behind the last number known nobody knows how many have come; only the lowest of them are kept.
        let most_lines = if range.ends_with('*') { MOST_NEW } else { u64::from(width) };
        let budget = most_lines.saturating_mul(LISTED_BYTES).saturating_add(ANSWER_BYTES);
        let listing = self.wire.command("list the messages at", &command, budget, |response| {
            let Response::Fetch(_, values) = response else { return };
            let (mut uid, mut size, mut arrived) = (None, None, None);
            for value in values {
                match value {
                    AttributeValue::Uid(value) => uid = Some(*value),
                    AttributeValue::Rfc822Size(value) => size = usize::try_from(*value).ok(),
                    AttributeValue::InternalDate(text) => arrived = internal_date(text),
                    _ => {}
                }
            }
            if let (Some(uid), Some(size)) = (uid.filter(|uid| *uid >= first), size) {
                found.insert(uid, Listed { uid, size, arrived });
                if found.len() > most {
                    found.pop_last();
                }
            }
        });
        listing.await?;
        Ok(found.into_values().collect())
    }

    /// Fetches messages, without marking them; those that have gone meanwhile are left out. Of one that is larger than
    /// [`limit::MESSAGE_BYTES`] only as much as shows that it is.
    ///
    /// # Errors
    /// [`IoError`]; the session is then of no more use. A message that is there and that the server does not give is an error:
    /// passing it over would lose it.
    pub async fn fetch(&mut self, wanted: &[Listed]) -> Result<Vec<(u32, Vec<u8>)>, IoError> {
        let mut found = BTreeMap::new();
        let (whole, large): (Vec<&Listed>, Vec<&Listed>) =
            wanted.iter().partition(|message| message.size <= limit::MESSAGE_BYTES);
        if !whole.is_empty() {
            self.bodies(&whole, "BODY.PEEK[]", &mut found).await?;
        }
        for message in large {
            let start = format!("BODY.PEEK[]<0.{}>", limit::MESSAGE_BYTES.saturating_add(1));
            self.bodies(&[message], &start, &mut found).await?;
        }
        if wanted.iter().any(|message| !found.contains_key(&message.uid)) {
            self.fetch_remaining(wanted, &mut found).await?;
        }
        Ok(found.into_iter().collect())
    }

    /// Tries once more, one by one, what a server has left out of an answer and still has (RFC 2180 §4.1.2 allows much).
    async fn fetch_remaining(&mut self, wanted: &[Listed], found: &mut BTreeMap<u32, Vec<u8>>) -> Result<(), IoError> {
        // The server may say now what was expunged.
        self.probe().await?;
        for message in wanted {
            if found.contains_key(&message.uid) || !self.is_there(message.uid).await? {
                continue;
            }
            let part = if message.size > limit::MESSAGE_BYTES {
                format!("BODY.PEEK[]<0.{}>", limit::MESSAGE_BYTES.saturating_add(1))
            } else {
                "BODY.PEEK[]".to_owned()
            };
            self.bodies(&[message], &part, found).await?;
            if !found.contains_key(&message.uid) && self.is_there(message.uid).await? {
                let host = self.wire.host();
                return Err(IoError::Protocol(format!("{host} lists the message with UID {} and does not give it", message.uid)));
            }
        }
        Ok(())
    }

    async fn is_there(&mut self, uid: u32) -> Result<bool, IoError> {
        Ok(!self.listed(uid.to_string(), uid, 1, 1).await?.is_empty())
    }

    /// One fetch of whole messages. A refusal that some are no longer there is not one of those that are (RFC 2180 §4.1.2).
    async fn bodies(&mut self, wanted: &[&Listed], part: &str, found: &mut BTreeMap<u32, Vec<u8>>) -> Result<(), IoError> {
        let uids: BTreeSet<u32> = wanted.iter().map(|message| message.uid).collect();
        let size = |message: &&Listed| u64::try_from(message.size.min(limit::MESSAGE_BYTES)).unwrap_or(u64::MAX);
        let sizes: u64 = wanted.iter().map(|message| size(message).saturating_mul(2).saturating_add(AROUND_BYTES)).sum();
        let command = format!("UID FETCH {} (UID {part})", set(uids.iter().copied()));
        let fetching = self.wire.command("fetch from", &command, sizes.saturating_add(ANSWER_BYTES), |response| {
            let Response::Fetch(_, values) = response else { return };
            let (mut uid, mut body) = (None, None);
            for value in values {
                match value {
                    AttributeValue::Uid(value) => uid = Some(*value),
                    AttributeValue::BodySection { section: None, data: Some(data), .. } => body = Some(data),
                    _ => {}
                }
            }
            if let (Some(uid), Some(body)) = (uid.filter(|uid| uids.contains(uid)), body) {
                found.insert(uid, body.to_vec());
            }
        });
        match fetching.await {
            Ok(_) => Ok(()),
            Err(IoError::Refused { answer, .. }) => {
                tracing::debug!(answer, "The server does not give every message that was asked for.");
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Marks messages as read.
    ///
    /// # Errors
    /// [`IoError::Refused`] leaves the session usable; any other error does not.
    pub async fn mark(&mut self, uids: &[u32]) -> Result<(), IoError> {
        self.store(uids, "\\Seen").await
    }

    /// Moves messages into another folder, which is made where it is missing.
    ///
    /// Without MOVE (RFC 6851) they are copied and expunged by their UIDs (RFC 4315); where that is missing too they stay
    /// flagged as deleted: a bare EXPUNGE would take what others have flagged.
    ///
    /// # Errors
    /// [`IoError::Refused`] leaves the session usable; any other error does not.
    pub async fn move_to(&mut self, uids: &[u32], folder: &str) -> Result<(), IoError> {
        let verb = if self.can_move { "MOVE" } else { "COPY" };
        let transfer = format!("UID {verb} {} {}", set(uids.iter().copied()), name::folder(folder));
        match self.wire.command("move messages at", &transfer, ANSWER_BYTES, |_| ()).await {
            Err(IoError::Refused { .. }) => {
                // Not every server says TRYCREATE. Of the two refusals the second one is telling.
                let create = format!("CREATE {}", name::folder(folder));
                match self.wire.command("make a folder at", &create, ANSWER_BYTES, |_| ()).await {
                    Ok(_) => tracing::info!(folder, "The folder for recorded messages was made."),
                    Err(IoError::Refused { .. }) => {}
                    Err(error) => return Err(error),
                }
                self.wire.command("move messages at", &transfer, ANSWER_BYTES, |_| ()).await?;
            }
            other => drop(other?),
        }
        if !self.can_move {
            self.store(uids, "\\Deleted").await?;
            if self.has_uid_plus {
                let expunge = format!("UID EXPUNGE {}", set(uids.iter().copied()));
                self.wire.command("expunge messages at", &expunge, ANSWER_BYTES, |_| ()).await?;
            }
        }
        Ok(())
    }

    async fn store(&mut self, uids: &[u32], flag: &str) -> Result<(), IoError> {
        let command = format!("UID STORE {} +FLAGS.SILENT ({flag})", set(uids.iter().copied()));
        self.wire.command("mark messages at", &command, ANSWER_BYTES, |_| ()).await?;
        Ok(())
    }

    /// Which of the `most` highest messages in `low < UID <= high` lack a flag.
    ///
    /// # Errors
    /// [`IoError`]; the session is then of no more use.
    pub async fn without_flag(&mut self, low: u32, high: u32, most: usize, flag: &str) -> Result<Vec<u32>, IoError> {
        let mut width = LOOK_BACK;
        let mut found: BTreeMap<u32, bool> = BTreeMap::new();
        let mut last = high;
        while last > low && found.len() < most && !self.wire.is_empty() {
            let first = last.saturating_sub(width.saturating_sub(1)).max(low.saturating_add(1));
            let command = format!("UID FETCH {first}:{last} (UID FLAGS)");
            let budget = u64::from(width).saturating_mul(LISTED_BYTES).saturating_add(ANSWER_BYTES);
            let looking = self.wire.command("look for marks at", &command, budget, |response| {
                let Response::Fetch(_, values) = response else { return };
                let (mut uid, mut has_flag) = (None, None);
                for value in values {
                    match value {
                        AttributeValue::Uid(value) => uid = Some(*value),
                        AttributeValue::Flags(flags) => has_flag = Some(flags.iter().any(|one| one.eq_ignore_ascii_case(flag))),
                        _ => {}
                    }
                }
                if let (Some(uid), Some(has_flag)) = (uid.filter(|uid| (first..=last).contains(uid)), has_flag) {
                    found.insert(uid, has_flag);
                }
            });
            looking.await?;
            while found.len() > most {
                found.pop_first();
            }
            last = first.saturating_sub(1);
            width = width.saturating_mul(16);
        }
        Ok(found.into_iter().filter(|(_, has_flag)| !has_flag).map(|(uid, _)| uid).collect())
    }

    /// Asks whether the server is still there, and lets it tell what is new.
    ///
    /// # Errors
    /// [`IoError`]; the session is then of no more use.
    pub async fn probe(&mut self) -> Result<(), IoError> {
        self.wire.command("reach", "NOOP", ANSWER_BYTES, |_| ()).await.map(drop)
    }

    /// Waits until mail has come, or so long. The server must answer before this returns: a dead peer is found here.
    ///
    /// # Errors
    /// [`IoError`]; the session is then of no more use.
    pub async fn idle(&mut self, at_most: Duration) -> Result<(), IoError> {
        if !self.wire.idle(at_most).await? {
            tracing::info!(host = self.wire.host(), "The server does not keep to IDLE; it is asked for mail now and then.");
            self.can_idle = false;
        }
        Ok(())
    }

    /// Has the server spoken of mail that no list has shown yet?
    pub const fn has_news(&self) -> bool {
        self.wire.has_news()
    }

    /// Says goodbye; what the server answers changes nothing.
    pub async fn close(self) {
        self.wire.close().await;
    }
}

/// Numbers as RFC 3501 writes a set of them.
fn set(uids: impl Iterator<Item = u32>) -> String {
    let mut text = String::new();
    for uid in uids {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(&uid.to_string());
    }
    text
}

/// A date as in ` 7-Feb-1994 21:52:25 -0800` (RFC 3501 §9, date-time).
fn internal_date(text: &str) -> Option<Timestamp> {
    let time = jiff::Timestamp::strptime("%d-%b-%Y %H:%M:%S %z", text.trim()).ok()?;
    Some(Timestamp::from_millis(time.as_millisecond()))
}
