//! Forgetting somebody in the files: journal lines lose his values, frames of the spool their texts, and the state is made again.
//!
//! The state's engine keeps old rows in its files for a while, and rows follow from records; so it is thrown away and made from the
//! journal as it is then. All of it can be done twice: what a process that ended in the middle had begun in the spool is finished
//! when the store is opened ([`finish_spool`]), and whoever ordered the erasure orders it again as long as nothing says that it is done.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::Digest;
use crate::domain::Forgetting;

use super::disk::Disk;
use super::error::StoreError;
use super::frame;
use super::keyspace::Keyspace;
use super::open::{Progress, Stage, tell};
use super::spool::{self, Location, Lying};
use super::store::Store;

/// There from before the first frame is overwritten until the state has been made again.
const PLAN: &str = "erasing.json";
/// Bytes written over at a time.
const PIECE: usize = 64 * 1024;

/// What was erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ErasedParts {
    /// Records of the journal that have lost values.
    pub records: u64,
    /// Texts of the spool that are gone.
    pub texts: u64,
}

/// A text that is to go.
#[derive(Debug, Serialize, Deserialize)]
struct Doomed {
    name: Digest,
    pack: u32,
    offset: u64,
    length: u32,
}

impl<D: Disk, K: Keyspace> Store<D, K> {
    /// Erases what is somebody's from journal, spool and state, and takes as long as [`Store::rebuild`]. Facts and chain stay.
    ///
    /// Texts that somebody else said in the same words stay too. Copies elsewhere, in backups and mailboxes, are not touched.
    ///
    /// # Errors
    /// [`StoreError::Draft`] while drafts wait for their commit; otherwise when a file cannot be read or written. The store is gone then; opened
    /// again it is whole, and may have lost a part of what was to be erased.
    pub fn erase(
        mut self,
        mut forgetting: Forgetting,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, ErasedParts), StoreError> {
        self.usable()?;
        if self.group_plans() > 0 {
            return Err(StoreError::Draft("it waits for its commit"));
        }
        self.learn(&mut forgetting, progress)?;
        let mut found = self.find(&forgetting, progress)?;
        self.spare(&forgetting, &mut found.texts, progress)?;
        let mut doomed = Vec::new();
        for name in found.texts {
            if let Some(Lying::At(Location { pack, offset, length })) = self.lying(name)? {
                doomed.push(Doomed { name, pack, offset, length });
            }
        }
        let erased = ErasedParts { records: found.records, texts: doomed.len() as u64 };
        let plan = serde_json::to_vec(&doomed).map_err(|source| StoreError::Encode { what: PLAN, source })?;
        self.disk.replace(PLAN, &plan).map_err(StoreError::write(PLAN))?;
        overwrite(&mut self.disk, &doomed)?;
        self.journal.rewrite(&mut self.disk, &found.segments, &mut |checked| checked.without(&forgetting))?;
        let mut store = self.rebuild(progress)?;
        forget_plan(&mut store.disk)?;
        Ok((store, erased))
    }

    /// Goes through all records to learn what is his.
    fn learn(&self, forgetting: &mut Forgetting, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
        let total = self.journal.last.seq.get();
        let mut in_doubt = BTreeSet::new();
        let mut reader = self.journal.reader(&self.disk, Default::default())?;
        while let Some(record) = reader.next()? {
            for change in &record.changes {
                forgetting.learn(record.actor, change);
                in_doubt.extend(forgetting.wonders_about(change));
            }
            tell(progress, Stage::LookingFor, record.seq.get(), total);
        }
        for raw in in_doubt {
            match self.committed_text(raw) {
                Ok(bytes) => forgetting.finds_himself_in(raw, &bytes),
                Err(error) if error.is_text() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Finds the segments that have something of him, and the texts of those facts.
    fn find(&self, forgetting: &Forgetting, progress: &mut dyn FnMut(Progress)) -> Result<Found, StoreError> {
        let total = self.journal.last.seq.get();
        let mut found = Found::default();
        let mut reader = self.journal.reader(&self.disk, Default::default())?;
        while let Some((record, is_touched)) =
            reader.step(|checked| Ok((checked.record()?, checked.without(forgetting)?.is_some())))?
        {
            if is_touched {
                found.records = found.records.saturating_add(1);
                found.segments.insert(self.journal.segment_of(record.seq));
            }
            found.texts.extend(record.changes.iter().flat_map(|change| forgetting.texts(record.actor, change)));
            tell(progress, Stage::LookingFor, record.seq.get(), total);
        }
        Ok(found)
    }

    /// Leaves the texts that a fact names which stays.
    fn spare(
        &self,
        forgetting: &Forgetting,
        texts: &mut BTreeSet<Digest>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), StoreError> {
        let total = self.journal.last.seq.get();
        let mut reader = self.journal.reader(&self.disk, Default::default())?;
        while let Some(record) = reader.next()? {
            let stays = record.changes.iter().filter(|change| forgetting.texts(record.actor, change).is_empty());
            for text in stays.flat_map(crate::domain::Change::texts) {
                texts.remove(&text);
            }
            tell(progress, Stage::LookingFor, record.seq.get(), total);
        }
        Ok(())
    }
}

/// What there is of somebody.
#[derive(Default)]
struct Found {
    records: u64,
    segments: BTreeSet<usize>,
    texts: BTreeSet<Digest>,
}

/// Finishes in the spool what a process that has ended had begun. Says whether there was anything: the state is to be made again then, and
/// afterwards [`forget_plan`] called.
pub(super) fn finish_spool<D: Disk>(disk: &mut D) -> Result<bool, StoreError> {
    let Some(size) = disk.size(PLAN).map_err(StoreError::read(PLAN))? else { return Ok(false) };
    let length = usize::try_from(size).unwrap_or(usize::MAX);
    let bytes = disk.read_at(PLAN, 0, length).map_err(StoreError::read(PLAN))?;
    let doomed: Vec<Doomed> =
        serde_json::from_slice(&bytes).map_err(|error| StoreError::damaged(PLAN, 0, None, error.to_string()))?;
    overwrite(disk, &doomed)?;
    Ok(true)
}

/// The state has been made again.
pub(super) fn forget_plan<D: Disk>(disk: &mut D) -> Result<(), StoreError> {
    disk.remove(PLAN).map_err(StoreError::write(PLAN))
}

/// Leaves of each frame a header that says that it was erased, and zeros.
fn overwrite<D: Disk>(disk: &mut D, doomed: &[Doomed]) -> Result<(), StoreError> {
    let zeros = [0; PIECE];
    let mut packs = BTreeSet::new();
    for one in doomed {
        let file = spool::file_name(one.pack);
        let length = u64::from(one.length);
        disk.overwrite(&file, one.offset, &frame::erased(one.name, one.length)).map_err(StoreError::sync(&file))?;
        let mut done = frame::HEADER as u64;
        while done < length {
            let piece = zeros.get(..usize::try_from(length - done).unwrap_or(PIECE).min(PIECE)).unwrap_or(&zeros);
            disk.overwrite(&file, one.offset.saturating_add(done), piece).map_err(StoreError::sync(&file))?;
            done = done.saturating_add(piece.len() as u64);
        }
        packs.insert(one.pack);
    }
    packs.into_iter().map(spool::file_name).try_for_each(|file| disk.sync(&file).map_err(StoreError::sync(&file)))
}
