//! Opening a store: what is true is the journal; what is useless is made again; what is damaged is left alone.
//!
//! First everything is only looked at. A torn tail of the journal is cut only in its last segment, only if no whole record
//! follows it, and only if what remains still reaches `head.json` and what the state contains. Any other damage is an error,
//! and nothing has been touched. A state that is missing, cut short, stale or damaged is discarded and made from the journal.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::base::{Seq, limit};

use super::disk::{Disk, FileDisk};
use super::erase;
use super::error::{KeyspaceError, StoreError};
use super::fold::{Fold, texts_of};
use super::frame::Framer;
use super::head::{self, Head};
use super::journal::{self, Found, Journal, Torn};
use super::key;
use super::keyspace::Keyspace;
use super::memory::{MemoryKeyspace, MemoryPlace};
use super::memory_disk::MemoryDisk;
use super::overlay::each_pair;
use super::record::{Applied, FORMAT};
use super::sifted::{Sieve, Sifted};
use super::sled::SledKeyspace;
use super::spool::Spool;
use super::store::{Parts, Store};

/// The directory of sled's files below the store's.
pub const STATE_DIRECTORY: &str = "state";

/// How a store is opened.
#[derive(Clone)]
pub struct Options {
    /// The store's secret: names of texts and salts are made with it. It must never change.
    pub secret: [u8; 32],
    /// Whether a journal that lost its end is accepted.
    pub rollback: Rollback,
    /// What happens to the state.
    pub state: StatePolicy,
    /// When new files are begun; smaller in tests only.
    pub(super) bounds: Bounds,
}

impl Options {
    /// With this secret, refusing a rollback and keeping the state.
    pub const fn new(secret: [u8; 32]) -> Self {
        Self { secret, rollback: Rollback::Refuse, state: StatePolicy::Check, bounds: Bounds::DEFAULT }
    }
}

/// When a new file or a checkpoint is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Size at which a segment of the journal is full, in bytes.
    pub(super) segment_bytes: u64,
    /// Size at which a pack of the spool is full, in bytes.
    pub(super) pack_bytes: u64,
    /// Records between two checkpoints.
    pub(super) checkpoint_records: u64,
}

impl Bounds {
    pub(super) const DEFAULT: Self = Self {
        segment_bytes: limit::SEGMENT_BYTES,
        pack_bytes: limit::PACK_BYTES,
        checkpoint_records: limit::CHECKPOINT_RECORDS,
    };
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").field("rollback", &self.rollback).field("state", &self.state).finish_non_exhaustive()
    }
}

/// Whether a journal is accepted that is shorter than what is known to have been in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rollback {
    /// It is damage: letters that were sent would be sent again, messages would be lost.
    #[default]
    Refuse,
    /// A person has decided so, after restoring a backup.
    Accept,
}

/// What happens to the state when a store is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatePolicy {
    /// Every row is read and the sum compared: about a second for half a million rows. sled alone notices only some damage,
    /// and rows that are wrong make decisions that are wrong.
    #[default]
    Check,
    /// It is thrown away and made again.
    Rebuild,
}

/// An open store and how it was found.
#[derive(Debug)]
pub struct Opened<D: Disk, K: Keyspace> {
    /// The store.
    pub store: Store<D, K>,
    /// The last process did not close it: what was being read when it died may be poison.
    pub unclean: bool,
    /// What became of the state.
    pub state: StateOutcome,
    /// What was cut off the journal's end: a plan that was being written and of which nobody was told.
    pub cut: Option<CutTail>,
    /// Texts that replayed records name and the spool does not have.
    pub missing_texts: u64,
}

/// What opening did with the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StateOutcome {
    /// There was nothing yet.
    New,
    /// It contained the whole journal.
    Kept,
    /// It took in the last records.
    CaughtUp {
        /// How many.
        records: u64,
    },
    /// It was thrown away and made again from the journal.
    Rebuilt {
        /// What was wrong with it.
        because: String,
        /// How many records.
        records: u64,
    },
}

/// A torn tail that was cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutTail {
    /// The segment.
    pub file: String,
    /// Where it was cut.
    pub offset: u64,
    /// The record that would have stood there.
    pub record: Seq,
}

/// How far a long piece of work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much of it.
    pub done: u64,
    /// Of how much; 0 where nobody knows.
    pub total: u64,
}

/// The pieces of work that may take long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Rows of the state are read and summed up.
    CheckingState,
    /// The packs are searched for texts, in bytes.
    ScanningSpool,
    /// Records are taken into the state.
    Replaying,
    /// Records and their texts are checked.
    CheckingRecords,
    /// Rows are compared with what the journal says.
    Comparing,
    /// Records are searched for somebody who is to be forgotten.
    LookingFor,
}

impl Stage {
    /// As a sentence's beginning.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CheckingState => "checking the state",
            Self::ScanningSpool => "scanning the spool",
            Self::Replaying => "replaying the journal",
            Self::CheckingRecords => "checking the journal",
            Self::Comparing => "comparing the state with the journal",
            Self::LookingFor => "looking for what is to be erased",
        }
    }
}

/// Items between two calls of a progress callback.
pub(super) const PROGRESS_STEP: u64 = 1024;

/// Tells progress, but not too often.
pub(super) fn tell(progress: &mut dyn FnMut(Progress), stage: Stage, done: u64, total: u64) {
    if done.is_multiple_of(PROGRESS_STEP) || done == total {
        progress(Progress { stage, done, total });
    }
}

impl<D: Disk, K: Keyspace> Store<D, K> {
    /// Opens a store, recovering what the last process left behind. A store that is not there yet is made.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the journal is damaged: nothing has been touched. Anything else when files or state
    /// cannot be used.
    pub fn open(
        mut disk: D,
        place: K::Place,
        options: &Options,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Opened<D, K>, StoreError> {
        // Look.
        let head = Head::read(&disk, &options.secret)?;
        let Found { journal, torn } = journal::scan(&disk)?;
        let spool = Spool::open(&disk)?;
        let fresh = head.is_none() && journal.file().is_none() && spool.is_empty();
        let clean = head::is_clean(&disk)?;
        check_reaches_head(&disk, &journal, torn.as_ref(), head, options.rollback)?;
        if head.is_none() && !fresh {
            if journal.file().is_none() {
                return Err(StoreError::damaged("journal/00000001.jsonl", 0, None, "there is a spool but no journal"));
            }
            tracing::warn!("head.json is missing; the journal's end is taken as it is");
        }
        let found = open_state::<D, K>(&disk, &place, &journal, torn.as_ref(), options, progress)?;

        // Mend.
        head::mark_in_use(&mut disk)?;
        let found = match erase::finish_spool(&mut disk)? {
            true => FoundState::Useless("somebody was being forgotten".to_owned()),
            false => found,
        };
        let cut = torn.map(|torn| cut(&mut disk, torn)).transpose()?;
        let (keyspace, applied, because) = match found {
            FoundState::Usable(keyspace, applied) => (keyspace, applied, None),
            FoundState::Useless(because) => {
                if !fresh && options.state != StatePolicy::Rebuild {
                    tracing::warn!(%because, "The state is of no use and is made again from the journal");
                }
                K::discard(&place).map_err(StoreError::state("discarded"))?;
                let keyspace = open_empty(&place)?;
                (keyspace, Applied { format: FORMAT, ..Applied::default() }, Some(because))
            }
        };
        let framer = Arc::new(Framer::new(options.secret));
        let mut parts =
            Parts { disk, keyspace, place, journal, spool, framer, secret: options.secret, bounds: options.bounds, applied };
        let caught_up = catch_up(&mut parts, progress)?;
        let state = match because {
            None if fresh => StateOutcome::New,
            None if caught_up.records == 0 => StateOutcome::Kept,
            None => StateOutcome::CaughtUp { records: caught_up.records },
            Some(because) => StateOutcome::Rebuilt { because, records: caught_up.records },
        };
        let mut store = Self::new(parts);
        erase::forget_plan(&mut store.disk)?;
        if head.map(|head| head.link()) != Some(store.journal.last) || caught_up.records > 0 {
            store.checkpoint()?;
        }
        Ok(Opened { store, unclean: !fresh && !clean, state, cut, missing_texts: caught_up.missing_texts })
    }

    /// Throws the state away and makes it again from journal and spool.
    ///
    /// # Errors
    /// When the journal is damaged or the state cannot be written.
    pub fn rebuild(self, progress: &mut dyn FnMut(Progress)) -> Result<Self, StoreError> {
        self.usable()?;
        let Self { disk, keyspace, place, journal, framer, secret, bounds, .. } = self;
        drop(keyspace);
        K::discard(&place).map_err(StoreError::state("discarded"))?;
        let keyspace = open_empty(&place)?;
        let spool = Spool::open(&disk)?;
        let applied = Applied { format: FORMAT, ..Applied::default() };
        let mut parts = Parts { disk, keyspace, place, journal, spool, framer, secret, bounds, applied };
        catch_up(&mut parts, progress)?;
        let mut store = Self::new(parts);
        store.checkpoint()?;
        Ok(store)
    }
}

impl Store<FileDisk, SledKeyspace> {
    /// Opens the store of a directory; see [`Store::open`].
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another process has it, and those of [`Store::open`].
    pub fn open_directory(
        directory: &Path,
        options: &Options,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Opened<FileDisk, SledKeyspace>, StoreError> {
        Self::open(FileDisk::open(directory)?, directory.join(STATE_DIRECTORY), options, progress)
    }
}

impl Store<MemoryDisk, MemoryKeyspace> {
    /// A new store in memory.
    ///
    /// # Errors
    /// None that memory gives cause for.
    pub fn in_memory(secret: [u8; 32]) -> Result<Self, StoreError> {
        let opened = Self::open(MemoryDisk::new(), MemoryPlace::new(), &Options::new(secret), &mut |_| {})?;
        Ok(opened.store)
    }
}

/// Does the journal still have the record that `head.json` names?
fn check_reaches_head<D: Disk>(
    disk: &D,
    journal: &Journal,
    torn: Option<&Torn>,
    head: Option<Head>,
    rollback: Rollback,
) -> Result<(), StoreError> {
    let Some(head) = head.map(|head| head.link()) else { return Ok(()) };
    match journal.hash_of(disk, head.seq)? {
        Some(hash) if hash == head.hash => Ok(()),
        Some(_) => {
            let why = format!("its record {} is not the one that head.json names", head.seq);
            Err(StoreError::damaged(journal.file().unwrap_or("head.json"), 0, Some(head.seq), why))
        }
        None if rollback == Rollback::Accept => Ok(()),
        None => Err(too_short(journal, torn, head.seq, "head.json")),
    }
}

/// The journal ends before a record that something durable knows of.
fn too_short(journal: &Journal, torn: Option<&Torn>, known: Seq, by: &str) -> StoreError {
    let why = format!("the journal ends with record {}, but {by} knows record {known}", journal.last.seq);
    match torn {
        Some(torn) => StoreError::damaged(&torn.file, torn.offset, Some(torn.record), format!("{}; {why}", torn.why)),
        None => {
            let file = journal.file().unwrap_or("journal/00000001.jsonl");
            StoreError::damaged(file, journal.last_length(), Some(journal.last.seq.next()), why)
        }
    }
}

enum FoundState<K> {
    Usable(Sifted<K>, Applied),
    /// With what is wrong with it.
    Useless(String),
}

fn open_state<D: Disk, K: Keyspace>(
    disk: &D,
    place: &K::Place,
    journal: &Journal,
    torn: Option<&Torn>,
    options: &Options,
    progress: &mut dyn FnMut(Progress),
) -> Result<FoundState<K>, StoreError> {
    if options.state == StatePolicy::Rebuild && torn.is_none() {
        return Ok(FoundState::Useless("it was asked for".to_owned()));
    }
    let mut keyspace = match Sifted::<K>::open(place) {
        Ok(keyspace) => keyspace,
        Err(KeyspaceError::Damaged(why)) => return Ok(FoundState::Useless(why)),
        Err(source) => return Err(StoreError::State { doing: "opened", source }),
    };
    let applied = match keyspace.get(key::APPLIED) {
        Ok(None) if !journal.is_empty() => return Ok(FoundState::Useless("it is missing".to_owned())),
        Ok(None) => Applied { format: FORMAT, ..Applied::default() },
        Ok(Some(bytes)) => match Applied::decode(&bytes) {
            Ok(applied) => applied,
            Err(error @ StoreError::Newer { .. }) => return Err(error),
            Err(error) => return Ok(FoundState::Useless(error.to_string())),
        },
        Err(KeyspaceError::Damaged(why)) => return Ok(FoundState::Useless(why)),
        Err(source) => return Err(StoreError::State { doing: "read", source }),
    };
    match journal.hash_of(disk, applied.seq)? {
        Some(hash) if hash == applied.hash => {}
        Some(_) => return Ok(FoundState::Useless(format!("it contains another record {}", applied.seq))),
        // The journal is durable before the state is touched, so it has lost something.
        None if options.rollback == Rollback::Accept => {
            return Ok(FoundState::Useless(format!("it contains record {}, which the journal lost", applied.seq)));
        }
        None => return Err(too_short(journal, torn, applied.seq, "the state")),
    }
    if options.state == StatePolicy::Rebuild {
        return Ok(FoundState::Useless("it was asked for".to_owned()));
    }
    if applied.format < FORMAT {
        return Ok(FoundState::Useless(format!("it has the older format {}", applied.format)));
    }
    let mut sieve = Sieve::default();
    Ok(match sum_up(&keyspace, &applied, &mut |key| sieve.insert(key), progress)? {
        None => {
            keyspace.sift(sieve);
            FoundState::Usable(keyspace, applied)
        }
        Some(why) => FoundState::Useless(why),
    })
}

/// Opens an engine that has just been discarded.
fn open_empty<K: Keyspace>(place: &K::Place) -> Result<Sifted<K>, StoreError> {
    let mut keyspace = Sifted::<K>::open(place).map_err(StoreError::state("opened"))?;
    keyspace.sift(Sieve::default());
    Ok(keyspace)
}

/// Reads every row, tells its key and compares the sum; says what is wrong.
pub(super) fn sum_up<K: Keyspace>(
    keyspace: &K,
    applied: &Applied,
    look: &mut dyn FnMut(&[u8]),
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<String>, StoreError> {
    let mut sum = Applied::default();
    let outcome = each_pair(keyspace, |key, value| {
        sum.add(&key, &value);
        look(&key);
        tell(progress, Stage::CheckingState, sum.rows, applied.rows);
        Ok(())
    });
    match outcome {
        Ok(()) if sum.rows != applied.rows => Ok(Some(format!("it has {} rows instead of {}", sum.rows, applied.rows))),
        Ok(()) if sum.sum != applied.sum => Ok(Some("a row is not what was written".to_owned())),
        Ok(()) => Ok(None),
        Err(StoreError::State { source: KeyspaceError::Damaged(why), .. }) => Ok(Some(why)),
        Err(error) => Err(error),
    }
}

fn cut<D: Disk>(disk: &mut D, torn: Torn) -> Result<CutTail, StoreError> {
    tracing::warn!(file = %torn.file, offset = torn.offset, why = %torn.why, "The journal's torn end is cut off");
    disk.truncate(&torn.file, torn.offset).map_err(StoreError::sync(&torn.file))?;
    Ok(CutTail { file: torn.file, offset: torn.offset, record: torn.record })
}

struct CaughtUp {
    records: u64,
    missing_texts: u64,
}

/// Brings the index of texts and the state up to what spool and journal contain.
fn catch_up<D: Disk, K: Keyspace>(parts: &mut Parts<D, K>, progress: &mut dyn FnMut(Progress)) -> Result<CaughtUp, StoreError> {
    // After a kill the last bytes may be in the kernel's memory only, and from here on they are relied upon.
    for file in parts.journal.file().map(str::to_owned).into_iter().chain(parts.spool.file()) {
        parts.disk.sync(&file).map_err(StoreError::sync(&file))?;
    }
    let known = parts.applied;
    let mut fold = Fold::new(&mut parts.keyspace, known);
    let total = parts.spool.bytes();
    let mut texts = 0_u64;
    let mut scanned = 0_u64;
    let torn = parts.spool.scan(&parts.disk, &known, |header, location| {
        texts = texts.saturating_add(1);
        scanned = scanned.saturating_add(location.length.into());
        if texts.is_multiple_of(PROGRESS_STEP) {
            progress(Progress { stage: Stage::ScanningSpool, done: scanned, total });
        }
        fold.text(header, location)
    })?;
    let mut caught_up = CaughtUp { records: 0, missing_texts: 0 };
    let wanted = parts.journal.last.seq.get().saturating_sub(known.seq.get());
    let mut reader = parts.journal.reader(&parts.disk, known.seq.next())?;
    while let Some(record) = reader.next()? {
        fold.take(&record)?;
        for text in texts_of(&record) {
            if !fold.has_text(text)? {
                tracing::warn!(%text, record = %record.seq, "A text that the journal names is not in the spool");
                caught_up.missing_texts = caught_up.missing_texts.saturating_add(1);
            }
        }
        caught_up.records = caught_up.records.saturating_add(1);
        tell(progress, Stage::Replaying, caught_up.records, wanted);
    }
    let (pack, length) = parts.spool.end();
    let shrunk = known.pack > pack || (known.pack == pack && known.offset > length);
    match torn {
        // Nobody misses what was being written there.
        Some(torn) if caught_up.missing_texts == 0 => {
            tracing::warn!(file = %torn.file, offset = torn.offset, "The spool's torn end is cut off");
            parts.spool.cut(&mut parts.disk, &torn)?;
        }
        Some(_) => parts.spool.close_pack(),
        None if shrunk => {
            tracing::warn!(pack, length, "The spool is shorter than it was; run `maildesk verify`");
            parts.spool.close_pack();
        }
        None => {}
    }
    if texts > 0 || caught_up.records > 0 {
        fold.flush()?;
    }
    parts.applied = fold.applied;
    Ok(caught_up)
}
