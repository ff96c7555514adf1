//! Where samples are kept: a file that only grows, and beside it how far the journal has been folded into it.
//!
//! Both can be lost, damaged or thrown away at any moment: they are made again from the journal. The file of samples is believed as
//! far as the other one says; what stands behind that came from an end in between, and is folded again.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::base::{Digest, Seq};

use super::fold::{Catalogue, Event, Fold, Past};
use super::sample::{SAMPLE_BYTES, Sample};

/// The version of both files; those of another are made again.
const FORMAT: u32 = 3;
const STATE: &str = "state.json";
const SAMPLES: &str = "samples";

/// How far the journal has been folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folded {
    /// Its last record.
    pub seq: Seq,
    /// That record's hash: another journal has another one there.
    pub hash: Digest,
}

/// Where a ledger lies.
#[derive(Clone, Debug)]
pub enum Place {
    /// In memory: it ends with the process.
    Memory,
    /// In a directory of its own.
    Directory(PathBuf),
}

#[derive(Debug)]
enum Samples {
    Memory(Vec<u8>),
    File(BufWriter<File>, PathBuf),
}

/// Why a record is not in the ledger.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError<E> {
    /// The history of a ticket could not be read.
    #[error("the history of a ticket cannot be read")]
    Past(E),
    /// Samples could not be written.
    #[error("samples cannot be written: {0}")]
    Samples(io::Error),
}

/// All samples so far.
#[derive(Debug)]
pub struct Ledger {
    samples: Samples,
    directory: Option<PathBuf>,
    /// How many there are.
    count: u64,
    folded: Folded,
    fold: Fold,
}

#[derive(Serialize, Deserialize)]
struct State<F> {
    format: u32,
    folded: Folded,
    count: u64,
    fold: F,
}

impl Ledger {
    /// One that ends with the process.
    pub fn in_memory() -> Self {
        Self { samples: Samples::Memory(Vec::new()), directory: None, count: 0, folded: Folded::default(), fold: Fold::default() }
    }

    /// Opens what lies there, or begins anew where nothing usable does.
    ///
    /// # Errors
    /// Where files can be neither read nor written.
    pub fn open(place: Place) -> io::Result<Self> {
        let Place::Directory(directory) = place else { return Ok(Self::in_memory()) };
        fs::create_dir_all(&directory)?;
        let path = directory.join(SAMPLES);
        let file = OpenOptions::new().create(true).append(true).open(&path)?;
        let state = read_state(&directory)?.filter(|state| file.metadata().is_ok_and(|data| data.len() >= bytes_of(state.count)));
        let state = state.unwrap_or(State { format: FORMAT, folded: Folded::default(), count: 0, fold: Fold::default() });
        file.set_len(bytes_of(state.count))?;
        Ok(Self {
            samples: Samples::File(BufWriter::new(file), path),
            directory: Some(directory),
            count: state.count,
            folded: state.folded,
            fold: state.fold,
        })
    }

    /// How far the journal is in it.
    pub const fn folded(&self) -> Folded {
        self.folded
    }

    /// The fold, for the words that samples name.
    pub const fn fold(&self) -> &Fold {
        &self.fold
    }

    /// Throws everything away and begins with the first record again.
    ///
    /// # Errors
    /// Where the file cannot be shortened.
    pub fn begin_anew(&mut self) -> io::Result<()> {
        (self.count, self.folded, self.fold) = (0, Folded::default(), Fold::default());
        match &mut self.samples {
            Samples::Memory(bytes) => bytes.clear(),
            Samples::File(file, _) => {
                file.flush()?;
                file.get_mut().set_len(0)?;
            }
        }
        self.save()
    }

    /// Folds the next record of the journal, which `upto` names.
    ///
    /// # Errors
    /// [`LedgerError::Past`] where the record must be folded once more; [`LedgerError::Samples`] where the ledger must begin anew.
    pub fn take<P: Past>(&mut self, event: Event<'_>, past: &P, upto: Folded) -> Result<(), LedgerError<P::Error>> {
        let mut fresh = Vec::new();
        self.fold.take(event, past, &mut fresh).map_err(LedgerError::Past)?;
        for sample in &fresh {
            match &mut self.samples {
                Samples::Memory(bytes) => bytes.extend(sample.to_bytes()),
                Samples::File(file, _) => file.write_all(&sample.to_bytes()).map_err(LedgerError::Samples)?,
            }
        }
        self.count = self.count.saturating_add(u64::try_from(fresh.len()).unwrap_or(u64::MAX));
        self.folded = upto;
        Ok(())
    }

    /// Writes down how far it is, so that the next start goes on from here.
    ///
    /// # Errors
    /// Where that cannot be written.
    pub fn save(&mut self) -> io::Result<()> {
        let (Some(directory), Samples::File(file, _)) = (&self.directory, &mut self.samples) else { return Ok(()) };
        file.flush()?;
        // The samples first: what the state counts must be there.
        file.get_ref().sync_data()?;
        let state = State { format: FORMAT, folded: self.folded, count: self.count, fold: &self.fold };
        let draft = directory.join("state.json.new");
        fs::write(&draft, serde_json::to_vec(&state)?)?;
        fs::rename(draft, directory.join(STATE))
    }

    /// What was measured up to now, to be counted elsewhere while more is folded.
    ///
    /// # Errors
    /// Where the last samples cannot be written.
    pub fn snapshot(&mut self) -> io::Result<Snapshot> {
        let source = match &mut self.samples {
            Samples::Memory(bytes) => Source::Memory(bytes.clone()),
            Samples::File(file, path) => {
                file.flush()?;
                Source::File(path.clone())
            }
        };
        Ok(Snapshot { source, count: self.count, catalogue: self.fold.catalogue().clone() })
    }
}

/// All samples up to some moment. It can be sent to another thread; samples that are written later do not touch it.
#[derive(Clone, Debug)]
pub struct Snapshot {
    source: Source,
    count: u64,
    catalogue: Catalogue,
}

#[derive(Clone, Debug)]
enum Source {
    Memory(Vec<u8>),
    File(PathBuf),
}

impl Snapshot {
    /// The words that its samples name.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Shows every sample, the oldest first.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn each(&self, mut show: impl FnMut(&Sample)) -> io::Result<()> {
        let mut one = [0; SAMPLE_BYTES];
        let mut read: Box<dyn Read + '_> = match &self.source {
            Source::Memory(bytes) => Box::new(bytes.as_slice()),
            Source::File(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
        };
        for _ in 0..self.count {
            read.read_exact(&mut one)?;
            let sample = Sample::of_bytes(&one).ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a damaged sample"))?;
            show(&sample);
        }
        Ok(())
    }
}

fn read_state(directory: &Path) -> io::Result<Option<State<Fold>>> {
    match fs::read(directory.join(STATE)) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok().filter(|state: &State<Fold>| state.format == FORMAT)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

const fn bytes_of(count: u64) -> u64 {
    count.saturating_mul(SAMPLE_BYTES as u64)
}
