//! One folder of a mail server as a source of messages.
//!
//! How far the folder has been read is known to the store alone; it is asked whenever the folder is opened. Here is kept only
//! what a session needs: which messages the last look showed, and behind which UID the next one begins.

use std::collections::BTreeMap;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::base::{MailboxName, Span, Timestamp, limit};
use crate::config::{After, Start};
use crate::daemon::writer::{Writer, chain};
use crate::desk::{Fetched, Input, Numbering, Opening, Reply, begin_at, is_older_than_desk, opening};
use crate::domain::{Cursor, Place};
use crate::io::imap::{Connection, Listed, Server};
use crate::io::{IoError, clock};

use super::{Setback, Source, not_open};

/// How long one IDLE lasts: within five minutes a dead connection is found, and firewalls that forget quiet ones are kept awake.
pub(super) const RENEWAL: Span = Span::from_minutes(4);
/// How often a server without IDLE is asked.
const POLL: Span = Span::from_seconds(30);

/// Messages that all folders together have in hand, in KiB: a hundred folders must not fetch a hundred groups at once. One
/// message of the largest size that is read fits.
static IN_HAND: Semaphore = Semaphore::const_new(IN_HAND_KIB);
const IN_HAND_KIB: usize = 2 * limit::GROUP_BYTES / 1024;

/// What is read, and what becomes of it.
pub(super) struct Reading {
    pub(super) mailbox: MailboxName,
    pub(super) server: Server,
    pub(super) folder: String,
    pub(super) after: After,
    pub(super) start: Start,
}

/// A folder and its session.
pub(super) struct Folder {
    reading: Reading,
    writer: Writer,
    session: Option<Session>,
    /// Something recorded may not be filed: unknown at the start, and where filing was cut off.
    may_be_unfiled: bool,
}

struct Session {
    connection: Connection,
    cursor: Cursor,
    /// Nothing can be filed.
    is_read_only: bool,
    /// Up to here everything is recorded, passed over or gone.
    position: u32,
    /// What the last look showed.
    listed: BTreeMap<u32, Listed>,
    /// How many messages were fetched last; all of them are to be recorded before the next ones are fetched.
    fetched: usize,
    /// The share of [`IN_HAND`] of what was fetched last, until it is recorded.
    in_hand: Option<SemaphorePermit<'static>>,
}

impl Folder {
    pub(super) const fn new(reading: Reading, writer: Writer) -> Self {
        Self { reading, writer, session: None, may_be_unfiled: true }
    }

    fn session(&mut self) -> Result<&mut Session, Setback> {
        self.session.as_mut().ok_or_else(|| not_open(&self.reading.mailbox))
    }

    /// Where reading goes on; a beginning is recorded before anything is read.
    async fn cursor(&self, connection: &mut Connection, folder: Numbering) -> Result<Cursor, Setback> {
        let (mailbox, name) = (self.reading.mailbox.clone(), self.reading.folder.clone());
        let known = match self.writer.one(Input::CursorOf { mailbox: mailbox.clone(), folder: name.clone() }).await? {
            Reply::Cursor(known) => known,
            _ => None,
        };
        let cursor = match opening(known, folder, self.reading.start, clock::now()) {
            Opening::Continue(cursor) => return Ok(cursor),
            Opening::Begin(cursor) => cursor,
            Opening::BeginSince(since) => begin_at(folder, Some(since), first_since(connection, since).await?),
        };
        if known.is_some() {
            tracing::warn!(%mailbox, folder = name, "The folder was numbered anew; its messages are looked at again and known ones are passed over.");
        }
        self.writer.one(Input::BeginAt { mailbox, folder: name, cursor }).await?;
        Ok(cursor)
    }

    /// Files again what may have been recorded and not filed when the last session ended: at most one group, the newest.
    async fn file_again(&self, connection: &mut Connection, cursor: &Cursor) -> Result<(), Setback> {
        let mark = match self.reading.after {
            After::Leave => return Ok(()),
            After::Mark => "\\Seen",
            // Without UIDPLUS what was copied stays, flagged so.
            After::Move(_) => "\\Deleted",
        };
        // What a rescan has passed over is not the desk's.
        let low = cursor.first.max(cursor.rescan);
        let left = connection.without_flag(low, cursor.uid, limit::GROUP_PLANS, mark).await?;
        if !left.is_empty() {
            tracing::info!(mailbox = %self.reading.mailbox, folder = self.reading.folder, messages = left.len(), "Messages that were recorded earlier are filed.");
            self.reading.file(connection, &left).await?;
        }
        Ok(())
    }
}

impl Reading {
    async fn file(&self, connection: &mut Connection, uids: &[u32]) -> Result<(), IoError> {
        let filed = match &self.after {
            After::Leave => Ok(()),
            After::Mark => connection.mark(uids).await,
            After::Move(folder) => connection.move_to(uids, folder).await,
        };
        match filed {
            Err(error @ IoError::Refused { .. }) => {
                tracing::warn!(mailbox = %self.mailbox, folder = self.folder, error = %chain(&error), "Recorded messages cannot be filed; they stay where they are.");
                Ok(())
            }
            other => other,
        }
    }
}

/// The UID of the first message that came then or later.
async fn first_since(connection: &mut Connection, since: Timestamp) -> Result<Option<u32>, IoError> {
    let mut position = 0;
    loop {
        let listed = connection.list(position, limit::GROUP_PLANS.saturating_mul(16)).await?;
        let Some(last) = listed.last() else { return Ok(None) };
        position = last.uid;
        if let Some(first) = listed.iter().find(|message| message.arrived.is_none_or(|arrived| arrived >= since)) {
            return Ok(Some(first.uid));
        }
    }
}

impl Source for Folder {
    async fn connect(&mut self) -> Result<(), Setback> {
        let mut connection = Connection::open(&self.reading.server).await?;
        let selected = connection.select(&self.reading.folder).await?;
        let numbering = Numbering { validity: selected.validity, next: selected.next };
        let cursor = self.cursor(&mut connection, numbering).await?;
        tracing::info!(
            mailbox = %self.reading.mailbox, folder = self.reading.folder, host = self.reading.server.host, behind = cursor.uid,
            "The folder is open."
        );
        if !selected.is_read_only {
            // Not at every opening: somebody may have marked a message as unread on purpose.
            if self.may_be_unfiled {
                self.file_again(&mut connection, &cursor).await?;
                self.may_be_unfiled = false;
            }
        } else if self.reading.after != After::Leave {
            tracing::warn!(mailbox = %self.reading.mailbox, folder = self.reading.folder, "The folder is read-only for us: nothing can be marked or moved.");
        }
        self.session = Some(Session {
            connection,
            cursor,
            is_read_only: selected.is_read_only,
            position: cursor.uid,
            listed: BTreeMap::new(),
            fetched: 0,
            in_hand: None,
        });
        Ok(())
    }

    async fn search(&mut self, limit: usize) -> Result<Vec<Place>, Setback> {
        let session = self.session()?;
        session.in_hand = None;
        loop {
            let listed = session.connection.list(session.position, limit).await?;
            let Some(last) = listed.last().map(|message| message.uid) else { break };
            let cursor = session.cursor;
            let is_new = |message: &Listed| !is_older_than_desk(&cursor, message.uid, message.arrived);
            session.listed = listed.into_iter().filter(is_new).map(|message| (message.uid, message)).collect();
            if !session.listed.is_empty() {
                let (validity, uids) = (cursor.validity, session.listed.keys().copied().collect::<Vec<_>>());
                return Ok(uids.into_iter().map(|uid| self.reading.place(validity, uid)).collect());
            }
            session.position = last;
        }
        Ok(Vec::new())
    }

    async fn fetch(&mut self, places: Vec<Place>) -> Result<Vec<Fetched>, Setback> {
        let session = self.session()?;
        let validity = session.cursor.validity;
        let mut group: Vec<Listed> = Vec::new();
        let mut size = 0_usize;
        for message in uids(&places).filter_map(|uid| session.listed.get(&uid)) {
            let with_it = size.saturating_add(message.size.min(limit::MESSAGE_BYTES));
            if !group.is_empty() && with_it > limit::GROUP_BYTES {
                break;
            }
            size = with_it;
            group.push(*message);
        }
        let share = u32::try_from((size / 1024).clamp(1, IN_HAND_KIB)).unwrap_or(u32::MAX);
        session.in_hand = None;
        session.in_hand = IN_HAND.acquire_many(share).await.ok();
        let fetched = session.connection.fetch(&group).await?;
        session.fetched = fetched.len();
        Ok(fetched.into_iter().map(|(uid, bytes)| Fetched::new(self.reading.place(validity, uid), bytes)).collect())
    }

    async fn file(&mut self, places: Vec<Place>) -> Result<(), Setback> {
        let Some(session) = &mut self.session else { return Err(not_open(&self.reading.mailbox)) };
        session.in_hand = None;
        let recorded: Vec<u32> = uids(&places).collect();
        session.position = recorded.iter().copied().max().unwrap_or_default().max(session.position);
        if !session.is_read_only {
            self.may_be_unfiled = true;
            self.reading.file(&mut session.connection, &recorded).await?;
            self.may_be_unfiled = false;
        }
        if recorded.len() < session.fetched {
            // The desk takes in nothing behind it until the folder is opened anew.
            return Err(IoError::Protocol("a message was not taken in; the folder is opened anew".to_owned()).into());
        }
        Ok(())
    }

    async fn idle(&mut self, at_most: Span) -> Result<(), Setback> {
        let session = self.session()?;
        session.in_hand = None;
        if session.connection.can_idle() {
            session.connection.idle(at_most.to_std()).await?;
        } else {
            if !session.connection.has_news() {
                tokio::time::sleep(at_most.min(POLL).to_std()).await;
            }
            session.connection.probe().await?;
        }
        Ok(())
    }

    fn let_go(&mut self) {
        self.session = None;
    }

    async fn close(&mut self) {
        if let Some(session) = self.session.take() {
            session.connection.close().await;
        }
    }
}

impl Reading {
    fn place(&self, validity: u32, uid: u32) -> Place {
        Place::Imap { mailbox: self.mailbox.clone(), folder: self.folder.clone(), validity, uid }
    }
}

fn uids(places: &[Place]) -> impl Iterator<Item = u32> {
    places.iter().filter_map(|place| match place {
        Place::Imap { uid, .. } => Some(*uid),
        Place::Maildir { .. } | Place::Delivered { .. } | Place::Quarantine { .. } => None,
    })
}
