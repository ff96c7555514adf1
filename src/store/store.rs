//! The store itself: one group of drafts at a time, and the order in which a group becomes durable.
//!
//! Spool, then journal, then state: a record never names a text that is not durable, and the state never contains a record
//! that is not. Two fsyncs a group, none for the state, which a new start brings up to the journal.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

#[cfg(doc)]
use crate::base::limit;
use crate::base::{Digest, Seq};

use super::disk::Disk;
use super::draft::{Draft, Drafted, View};
use super::error::StoreError;
use super::frame::Framer;
use super::head::{self, Head};
use super::journal::{Journal, Lines};
use super::key;
use super::keyspace::Keyspace;
use super::line::{JournalRecord, Link};
use super::named::Namer;
use super::open::Bounds;
use super::overlay::{Overlay, Slot};
use super::packer::Packer;
use super::record::Applied;
use super::sifted::Sifted;
use super::spool::{Frames, Lying, Spool};

/// Fewer rows are encoded sooner than a thread is made.
pub(super) const ROWS_WORTH_A_THREAD: usize = 100;

/// What is read of a text that was erased.
const ERASED: &[u8] = b"(erased)";

/// Journal, spool and state of one desk.
pub struct Store<D: Disk, K: Keyspace> {
    pub(super) disk: D,
    pub(super) keyspace: Sifted<K>,
    pub(super) place: K::Place,
    pub(super) journal: Journal,
    pub(super) spool: Spool,
    pub(super) framer: Arc<Framer>,
    pub(super) secret: [u8; 32],
    pub(super) bounds: Bounds,
    pub(super) applied: Applied,
    /// Records since the last checkpoint.
    pub(super) since_checkpoint: u64,
    group: Group,
    /// The texts of the group.
    packer: Packer,
    /// Of views: no rows above the state.
    nothing: Overlay,
    /// A write failed in a way that nobody can tell the outcome of.
    poisoned: bool,
}

/// Accepted drafts that are not committed yet.
#[derive(Debug)]
struct Group {
    rows: Overlay,
    lines: Lines,
}

impl Group {
    fn behind(last: Link) -> Self {
        Self { rows: Overlay::default(), lines: Lines::behind(last) }
    }
}

/// What a commit made durable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Committed {
    /// The records, one a draft, in the order in which the drafts were accepted.
    pub records: Vec<Seq>,
}

/// How large the store is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// The last committed record.
    pub last: Seq,
    /// Its hash.
    pub hash: Digest,
    /// Bytes of the journal.
    pub journal: u64,
    /// Bytes of the spool.
    pub spool: u64,
    /// Rows of the state.
    pub rows: u64,
}

/// The parts that opening has put together.
pub(super) struct Parts<D: Disk, K: Keyspace> {
    pub(super) disk: D,
    pub(super) keyspace: Sifted<K>,
    pub(super) place: K::Place,
    pub(super) journal: Journal,
    pub(super) spool: Spool,
    pub(super) framer: Arc<Framer>,
    pub(super) secret: [u8; 32],
    pub(super) bounds: Bounds,
    pub(super) applied: Applied,
}

impl<D: Disk, K: Keyspace> Store<D, K> {
    pub(super) fn new(parts: Parts<D, K>) -> Self {
        let Parts { disk, keyspace, place, journal, spool, framer, secret, bounds, applied } = parts;
        let group = Group::behind(journal.last);
        let packer = Packer::new(Arc::clone(&framer));
        let (since_checkpoint, nothing, poisoned) = (0, Overlay::default(), false);
        Self {
            disk,
            keyspace,
            place,
            journal,
            spool,
            framer,
            secret,
            bounds,
            applied,
            since_checkpoint,
            group,
            packer,
            nothing,
            poisoned,
        }
    }

    /// Begins a draft over the state and the drafts accepted so far.
    pub fn draft(&self) -> Draft<'_, D, K> {
        Draft::new(self)
    }

    /// The committed state, to be read.
    pub fn view(&self) -> View<'_, D, K> {
        View::new(self, &self.nothing)
    }

    /// The name under which the spool has, or would have, this text.
    pub fn name(&self, text: &[u8]) -> Digest {
        self.framer.name(text)
    }

    /// What gives texts their names, for use beside the writer.
    pub fn namer(&self) -> Namer {
        Namer::new(Arc::clone(&self.framer))
    }

    /// Takes a draft into the group. It must have been begun after the last one was accepted.
    ///
    /// # Errors
    /// [`StoreError::Draft`] when another was accepted in between: it has not seen that one's rows.
    pub fn accept(&mut self, drafted: Drafted) -> Result<(), StoreError> {
        self.usable()?;
        if drafted.behind != self.group_end() {
            return Err(StoreError::Draft("another was accepted after it was begun"));
        }
        let (link, line) = drafted.facts.line(drafted.behind, &self.secret);
        self.group.lines.push(link, &line);
        self.group.rows.absorb(drafted.written.into_overlay(link.seq));
        self.packer.begin(drafted.texts);
        Ok(())
    }

    /// How many drafts the group has, for [`limit::GROUP_PLANS`].
    pub fn group_plans(&self) -> usize {
        self.group.lines.len()
    }

    /// How many bytes the group has, for [`limit::GROUP_BYTES`].
    pub fn group_bytes(&self) -> usize {
        self.packer.texts().values().map(|text| text.len()).fold(self.group.lines.bytes(), usize::saturating_add)
    }

    /// Throws the accepted drafts away.
    pub fn abandon(&mut self) {
        self.packer.abandon();
        self.group = Group::behind(self.journal.last);
    }

    /// Makes the group durable: spool and fdatasync, journal and fdatasync, one batch of the state.
    ///
    /// # Errors
    /// [`StoreError::Write`]: nothing of the group happened and the store can be used on, say when there is room again.
    /// After any other error it must not be; what became of the group shows at the next start.
    pub fn commit(&mut self) -> Result<Committed, StoreError> {
        self.usable()?;
        if self.group.lines.len() == 0 {
            return Ok(Committed::default());
        }
        let group = std::mem::replace(&mut self.group, Group::behind(self.journal.last));
        let records = group.lines.records();
        // Poisoned until it has gone well, so that a panic on the way poisons too.
        self.poisoned = true;
        let outcome = self.write(group);
        self.poisoned = !matches!(outcome, Ok(()) | Err(StoreError::Write { .. }));
        outcome?;
        self.group = Group::behind(self.journal.last);
        self.since_checkpoint = self.since_checkpoint.saturating_add(records.len() as u64);
        if self.since_checkpoint >= self.bounds.checkpoint_records
            && let Err(error) = self.checkpoint()
        {
            // The group is durable all the same.
            tracing::warn!(error = &error as &dyn std::error::Error, "A checkpoint failed");
        }
        Ok(Committed { records })
    }

    fn write(&mut self, group: Group) -> Result<(), StoreError> {
        let mut rows = group.rows;
        let spooled = self.spool.end();
        let mut frames = Frames::new();
        let mut erased = BTreeSet::new();
        for (name, frame) in self.packer.finish()? {
            match self.lying(name)? {
                // What the spool has is not stored again.
                Some(Lying::At(_)) => continue,
                Some(Lying::Erased) => drop(erased.insert(name)),
                None => {}
            }
            frames.insert(name, frame);
        }
        let places = self.spool.append(&mut self.disk, &frames, self.bounds.pack_bytes)?;
        let (is_spooled, is_much) = (!places.is_empty(), rows.len() >= ROWS_WORTH_A_THREAD);
        for (name, location) in places {
            let slot = Slot::Raw(Lying::At(location).encode());
            if erased.contains(&name) { rows.set(key::text(name), slot) } else { rows.set_fresh(key::text(name), slot) }
        }
        let mut applied = self.applied;
        let (disk, spool, keyspace) = (&mut self.disk, &self.spool, &self.keyspace);
        let batch = || rows.into_batch(keyspace, &mut applied);
        // The rows are encoded while the disk is at work: nothing is written before it has said that the texts are durable.
        let (synced, batch) = match (is_spooled, is_much) {
            (true, true) => beside(|| spool.sync(&mut *disk), batch),
            (true, false) => (spool.sync(disk), batch()),
            (false, _) => (Ok(()), batch()),
        };
        synced?;
        let mut batch = batch?;
        if let Err(error) = self.write_lines(&group.lines) {
            // On a full disk each new attempt would leave its texts behind.
            self.spool.take_back(&mut self.disk, spooled)?;
            return Err(error);
        }
        self.journal.sync(&mut self.disk, &group.lines)?;
        (applied.seq, applied.hash) = (self.journal.last.seq, self.journal.last.hash);
        (applied.pack, applied.offset) = self.spool.end();
        batch.writes.push((key::APPLIED.to_vec(), Some(applied.encode()?)));
        self.keyspace.commit(batch).map_err(StoreError::state("written"))?;
        self.applied = applied;
        Ok(())
    }

    fn write_lines(&mut self, lines: &Lines) -> Result<(), StoreError> {
        if self.journal.is_full(self.bounds.segment_bytes) {
            Head::new(self.journal.last, &self.secret).write(&mut self.disk)?;
            self.journal.begin_segment(&mut self.disk)?;
        }
        self.journal.append(&mut self.disk, lines)
    }

    /// Makes the state durable and writes down how far the journal reaches. Commits do it from time to time.
    ///
    /// # Errors
    /// When the state or `head.json` cannot be written.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        self.usable()?;
        if let Err(source) = self.keyspace.checkpoint() {
            self.poisoned = true;
            return Err(StoreError::State { doing: "made durable", source });
        }
        Head::new(self.journal.last, &self.secret).write(&mut self.disk)?;
        self.since_checkpoint = 0;
        Ok(())
    }

    /// Ends cleanly. What was accepted and not committed is gone.
    ///
    /// # Errors
    /// When the last checkpoint fails; nothing committed is lost by it.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.checkpoint()?;
        head::mark_clean(&mut self.disk)
    }

    /// How large it is and how far it reaches.
    pub fn sizes(&self) -> Sizes {
        Sizes {
            last: self.journal.last.seq,
            hash: self.journal.last.hash,
            journal: self.journal.bytes(),
            spool: self.spool.bytes(),
            rows: self.applied.rows,
        }
    }

    /// Errors once a failed write has put in doubt what is on the disk.
    pub(super) const fn usable(&self) -> Result<(), StoreError> {
        if self.poisoned { Err(StoreError::Poisoned) } else { Ok(()) }
    }

    pub(super) const fn keyspace(&self) -> &Sifted<K> {
        &self.keyspace
    }

    pub(super) const fn pending_rows(&self) -> &Overlay {
        &self.group.rows
    }

    /// The last record of the group, or of the journal.
    pub(super) fn group_end(&self) -> Link {
        self.group.lines.last()
    }

    pub(super) fn has_text(&self, digest: Digest) -> Result<bool, StoreError> {
        self.usable()?;
        Ok(self.packer.texts().contains_key(&digest) || self.has_committed_text(digest)?)
    }

    /// Whether an accepted draft has brought this text.
    pub(super) fn is_in_group(&self, digest: Digest) -> Result<bool, StoreError> {
        self.usable()?;
        Ok(self.packer.texts().contains_key(&digest))
    }

    pub(super) fn has_committed_text(&self, digest: Digest) -> Result<bool, StoreError> {
        Ok(matches!(self.lying(digest)?, Some(Lying::At(_))))
    }

    pub(super) fn text_in_group(&self, digest: Digest) -> Result<Vec<u8>, StoreError> {
        match self.packer.texts().get(&digest) {
            Some(text) => Ok(Vec::clone(text)),
            None => self.committed_text(digest),
        }
    }

    pub(super) fn committed_text(&self, digest: Digest) -> Result<Vec<u8>, StoreError> {
        self.usable()?;
        match self.lying(digest)?.ok_or(StoreError::NoText(digest))? {
            Lying::At(location) => Spool::read(&self.disk, &self.framer, digest, location),
            Lying::Erased => Ok(ERASED.to_vec()),
        }
    }

    pub(super) fn lying(&self, digest: Digest) -> Result<Option<Lying>, StoreError> {
        let bytes = self.keyspace.get(&key::text(digest)).map_err(StoreError::state("read"))?;
        Ok(bytes.and_then(|bytes| Lying::decode(&bytes)))
    }

    pub(super) fn read_records(&self, from: Seq, limit: usize) -> Result<Vec<JournalRecord>, StoreError> {
        self.usable()?;
        let mut reader = self.journal.reader(&self.disk, from)?;
        let mut records = Vec::new();
        while records.len() < limit
            && let Some(record) = reader.next()?
        {
            records.push(record);
        }
        Ok(records)
    }
}

/// Does two things at a time, the first on a thread of its own; one after the other where there is none to be had.
fn beside<A: Send, B>(first: impl FnMut() -> A + Send, second: impl FnOnce() -> B) -> (A, B) {
    let first = Mutex::new(first);
    let run = || (*first.lock().unwrap_or_else(PoisonError::into_inner))();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("sync".to_owned()).spawn_scoped(scope, run);
        let second = second();
        let first = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(_) => run(),
        };
        (first, second)
    })
}

impl<D: Disk, K: Keyspace> fmt::Debug for Store<D, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("sizes", &self.sizes()).field("poisoned", &self.poisoned).finish_non_exhaustive()
    }
}
