//! Checking everything against everything: chain, private parts, texts, and the state against the journal.
//!
//! The whole journal is folded again with the same `apply` that a commit uses, and every row compared byte for byte.

use std::fmt;

use crate::base::Digest;

use super::disk::{Disk, FileDisk};
use super::error::{Damage, StoreError};
use super::fold::{Fold, texts_of};
use super::key;
use super::keyspace::{Keyspace, Pair, after};
use super::memory::{MemoryKeyspace, MemoryPlace};
use super::open::{Progress, Stage, sum_up, tell};
use super::record::{Applied, FORMAT};
use super::sled::SledKeyspace;
use super::spool::Lying;
use super::store::Store;

/// Problems that a report names; the rest are counted.
const PROBLEMS: usize = 100;
/// Where the rows of the journal are made for a check.
const SCRATCH: &str = "verify";
/// Pairs compared at a time.
const PIECE: usize = 256;

/// What [`Store::verify`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Records whose hashes and place in the chain are right.
    pub records: u64,
    /// Rows of the state that were compared.
    pub rows: u64,
    /// Texts that were read and are what their names say.
    pub texts: u64,
    /// What is wrong, the first hundred.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub unnamed: u64,
}

impl VerifyReport {
    /// Is everything as it should be?
    pub const fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    fn add(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS {
            self.problems.push(problem);
        } else {
            self.unnamed = self.unnamed.saturating_add(1);
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The journal; what follows in it was not checked.
    Journal(Damage),
    /// A text that the journal or the index names cannot be read.
    Text {
        /// Its name.
        name: Digest,
        /// What is wrong.
        why: String,
    },
    /// The journal says that there is this row, and it is not there.
    RowMissing {
        /// Its key, escaped.
        key: String,
    },
    /// The row is there, and nothing in the journal says so.
    RowOrphan {
        /// Its key, escaped.
        key: String,
    },
    /// The row is not what the journal says.
    RowDiffers {
        /// Its key, escaped.
        key: String,
        /// What the journal says.
        expected: String,
        /// What is there.
        found: String,
    },
    /// The state's own checksum is wrong, or it contains another part of the journal than it says.
    State {
        /// What is wrong.
        why: String,
    },
}

impl Problem {
    /// Does it go away when the state is made again?
    pub const fn is_mended_by_rebuild(&self) -> bool {
        match self {
            Self::Journal(_) | Self::Text { .. } => false,
            Self::RowMissing { .. } | Self::RowOrphan { .. } | Self::RowDiffers { .. } | Self::State { .. } => true,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Journal(damage) => fmt::Display::fmt(damage, f),
            Self::Text { name, why } => write!(f, "text {name}: {why}"),
            Self::RowMissing { key } => write!(f, "row {key} is missing"),
            Self::RowOrphan { key } => write!(f, "row {key} follows from no record"),
            Self::RowDiffers { key, expected, found } => write!(f, "row {key} is {found} and should be {expected}"),
            Self::State { why } => write!(f, "the state: {why}"),
        }
    }
}

impl<D: Disk, K: Keyspace> Store<D, K> {
    /// Checks the committed store as a whole, with the rows of the journal in memory.
    ///
    /// # Errors
    /// When files cannot be read at all; what is wrong with their contents is in the report.
    pub fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        let mut memory = MemoryKeyspace::open(&MemoryPlace::new()).map_err(StoreError::state("opened"))?;
        self.verify_into(&mut memory, progress)
    }

    /// Checks the committed store as a whole. The rows of the journal are made in `scratch`, an empty keyspace: for a large
    /// desk one on disk.
    ///
    /// # Errors
    /// When files cannot be read at all; what is wrong with their contents is in the report.
    pub fn verify_into<S: Keyspace>(
        &self,
        scratch: &mut S,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<VerifyReport, StoreError> {
        self.usable()?;
        let mut report = VerifyReport::default();
        let folded = self.fold_journal(scratch, &mut report, progress)?;
        if let Some(why) = sum_up(&self.keyspace, &self.applied, &mut |_| {}, progress)? {
            report.add(Problem::State { why });
        }
        if (folded.seq, folded.hash) != (self.applied.seq, self.applied.hash) {
            let why = format!("it contains record {}, the journal reaches {}", self.applied.seq, folded.seq);
            report.add(Problem::State { why });
        }
        self.compare(scratch, &mut report, progress)?;
        Ok(report)
    }

    /// Folds the journal and checks that each text it names is known.
    fn fold_journal<S: Keyspace>(
        &self,
        scratch: &mut S,
        report: &mut VerifyReport,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Applied, StoreError> {
        let total = self.journal.last.seq.get();
        let mut fold = Fold::new(scratch, Applied { format: FORMAT, ..Applied::default() });
        let mut reader = self.journal.reader(&self.disk, Default::default())?;
        loop {
            let record = match reader.next() {
                Ok(Some(record)) => record,
                Ok(None) => break,
                Err(StoreError::Damaged(damage)) => {
                    report.add(Problem::Journal(damage));
                    break;
                }
                Err(error) => return Err(error),
            };
            match fold.take(&record) {
                Ok(()) => {}
                Err(StoreError::Damaged(damage)) => {
                    report.add(Problem::Journal(damage));
                    break;
                }
                Err(error) => return Err(error),
            }
            for name in texts_of(&record) {
                if self.lying(name)?.is_none() {
                    report.add(Problem::Text { name, why: format!("record {} names it and it is nowhere", record.seq) });
                }
            }
            report.records = report.records.saturating_add(1);
            tell(progress, Stage::CheckingRecords, report.records, total);
        }
        fold.flush()?;
        Ok(fold.applied)
    }

    /// Goes through both keyspaces side by side; what is read of the state on the way includes every text.
    fn compare<S: Keyspace>(
        &self,
        scratch: &S,
        report: &mut VerifyReport,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), StoreError> {
        let mut expected = Pairs::new(scratch);
        let mut found = Pairs::new(&self.keyspace);
        loop {
            let (want, have) = (expected.first()?.cloned(), found.first()?.cloned());
            match (want, have) {
                (None, None) => return Ok(()),
                (Some((key, _)), have) if have.as_ref().is_none_or(|(other, _)| key < *other) => {
                    report.add(Problem::RowMissing { key: key::shown(&key) });
                    expected.step();
                    continue;
                }
                (Some((key, want)), Some((other, have))) if key == other => {
                    if want != have {
                        let (expected, found) = (key::shown(&want), key::shown(&have));
                        report.add(Problem::RowDiffers { key: key::shown(&key), expected, found });
                    }
                    expected.step();
                }
                (_, Some((key, value))) => self.check_text_row(&key, &value, report)?,
                (Some(_), None) => return Ok(()),
            }
            found.step();
            report.rows = report.rows.saturating_add(1);
            tell(progress, Stage::Comparing, report.rows, self.applied.rows);
        }
    }

    /// A row that does not follow from the journal is where a text lies, or an orphan.
    fn check_text_row(&self, key: &[u8], value: &[u8], report: &mut VerifyReport) -> Result<(), StoreError> {
        let name = key.strip_prefix(key::TEXT).and_then(|name| <[u8; 32]>::try_from(name).ok()).map(Digest::from_bytes);
        let (Some(name), Some(lying)) = (name, Lying::decode(value)) else {
            report.add(Problem::RowOrphan { key: key::shown(key) });
            return Ok(());
        };
        if lying == Lying::Erased {
            return Ok(());
        }
        match self.committed_text(name) {
            Ok(_) => report.texts = report.texts.saturating_add(1),
            Err(error) if error.is_text() => report.add(Problem::Text { name, why: error.to_string() }),
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

impl Store<FileDisk, SledKeyspace> {
    /// Checks the committed store as a whole, with the rows of the journal in files beside the state: for a desk of any size
    /// in little memory.
    ///
    /// # Errors
    /// When files cannot be read or the scratch files not written.
    pub fn verify_on_disk(&self, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        let scratch = self.disk.directory().join(SCRATCH);
        // From a check that was killed.
        SledKeyspace::discard(&scratch).map_err(StoreError::state("checked"))?;
        let mut rows = SledKeyspace::open(&scratch).map_err(StoreError::state("checked"))?;
        let report = self.verify_into(&mut rows, progress);
        drop(rows);
        // sled may still be closing its files; the next check removes what is left of them.
        if let Err(error) = SledKeyspace::discard(&scratch) {
            tracing::warn!(error = &error as &dyn std::error::Error, "The check's scratch files cannot be removed");
        }
        report
    }
}

/// The pairs of a keyspace, one after the other, without the one about the keyspace itself.
struct Pairs<'a, K> {
    keyspace: &'a K,
    piece: std::vec::IntoIter<Pair>,
    next: Option<Pair>,
    start: Vec<u8>,
}

impl<'a, K: Keyspace> Pairs<'a, K> {
    fn new(keyspace: &'a K) -> Self {
        Self { keyspace, piece: Vec::new().into_iter(), next: None, start: Vec::new() }
    }

    fn first(&mut self) -> Result<Option<&Pair>, StoreError> {
        while self.next.is_none() {
            match self.piece.next() {
                Some((key, _)) if key == key::APPLIED => {}
                Some(pair) => self.next = Some(pair),
                None => {
                    let piece = self.keyspace.scan(&self.start, &[0xff], PIECE).map_err(StoreError::state("read"))?;
                    let Some((last, _)) = piece.last() else { return Ok(None) };
                    self.start = after(last);
                    self.piece = piece.into_iter();
                }
            }
        }
        Ok(self.next.as_ref())
    }

    fn step(&mut self) {
        self.next = None;
    }
}
