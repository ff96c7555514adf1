//! Files in memory that can be made to fail, fill up and crash: for rehearsals, simulations and tests.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::disk::Disk;

/// A disk in memory. Clones are handles on the same files, so that a test can crash the disk and open it again.
#[derive(Clone, Debug, Default)]
pub struct MemoryDisk {
    files: Arc<Mutex<Files>>,
}

/// How an operation is to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFault {
    /// It fails; of an append about half is written.
    Error,
    /// It and everything after it fail until [`MemoryDisk::crash`]: the process is dead.
    Death,
}

#[derive(Debug, Default)]
struct Files {
    files: BTreeMap<String, MemoryFile>,
    /// Writing operations so far.
    operations: u64,
    faults: BTreeMap<u64, DiskFault>,
    dead: bool,
    capacity: Option<u64>,
}

#[derive(Clone, Debug, Default)]
struct MemoryFile {
    bytes: Vec<u8>,
    /// How much of it a crash cannot take away.
    durable: usize,
}

impl MemoryDisk {
    /// An empty disk.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many writing operations (create, append, sync, truncate, overwrite, rename, replace, remove) there have been.
    pub fn operations(&self) -> u64 {
        self.lock().operations
    }

    /// Lets the writing operation with this number, counted from 0, fail.
    pub fn fail_at(&self, operation: u64, fault: DiskFault) {
        self.lock().faults.insert(operation, fault);
    }

    /// Bounds the sum of all files; what does not fit fails with `StorageFull`. `None` lifts the bound.
    pub fn set_capacity(&self, bytes: Option<u64>) {
        self.lock().capacity = bytes;
    }

    /// Bytes in all files.
    pub fn used(&self) -> u64 {
        self.lock().used()
    }

    /// Cuts the power and gives it back: of each file the durable part survives, and of the rest a part that the seed decides.
    pub fn crash(&self, seed: u64) {
        let mut files = self.lock();
        files.dead = false;
        files.faults.clear();
        let mut random = seed;
        for file in files.files.values_mut() {
            random = mix(random);
            let loose = file.bytes.len().saturating_sub(file.durable);
            // One time in four all of it survives, one time in four nothing.
            let kept = match random % 4 {
                0 => loose,
                1 => 0,
                _ => usize::try_from(mix(random) % (loose as u64).saturating_add(1)).unwrap_or(loose),
            };
            file.bytes.truncate(file.durable.saturating_add(kept));
            file.durable = file.bytes.len();
        }
    }

    /// Names of all files.
    pub fn names(&self) -> Vec<String> {
        self.lock().files.keys().cloned().collect()
    }

    /// Changes a file's bytes behind the store's back, as a failing medium does.
    pub fn edit(&self, name: &str, change: impl FnOnce(&mut Vec<u8>)) {
        if let Some(file) = self.lock().files.get_mut(name) {
            change(&mut file.bytes);
            file.durable = file.bytes.len();
        }
    }

    /// A disk of its own with the same files.
    pub fn copy(&self) -> Self {
        let files = Files { files: self.lock().files.clone(), ..Files::default() };
        Self { files: Arc::new(Mutex::new(files)) }
    }

    fn lock(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a writing operation; `Some` when it is to fail.
    fn begin(&self) -> (MutexGuard<'_, Files>, Option<io::Error>) {
        let mut files = self.lock();
        let number = files.operations;
        files.operations = number.saturating_add(1);
        let fault = files.faults.get(&number).copied();
        files.dead |= fault == Some(DiskFault::Death);
        let failed = files.dead || fault.is_some();
        (files, failed.then(|| io::Error::other("a fault that the test asked for")))
    }
}

impl Files {
    fn used(&self) -> u64 {
        self.files.values().map(|file| file.bytes.len() as u64).sum()
    }

    fn file(&mut self, name: &str) -> io::Result<&mut MemoryFile> {
        self.files.get_mut(name).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

/// splitmix64.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Disk for MemoryDisk {
    fn list(&self, directory: &str) -> io::Result<Vec<String>> {
        let files = self.lock();
        Ok(files.files.keys().filter_map(|name| name.strip_prefix(directory)?.strip_prefix('/').map(str::to_owned)).collect())
    }

    fn size(&self, name: &str) -> io::Result<Option<u64>> {
        Ok(self.lock().files.get(name).map(|file| file.bytes.len() as u64))
    }

    fn read_at(&self, name: &str, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut files = self.lock();
        let bytes = &files.file(name)?.bytes;
        let start = usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
        let end = start.saturating_add(length).min(bytes.len());
        Ok(bytes.get(start..end).unwrap_or_default().to_vec())
    }

    fn create(&mut self, name: &str) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        if let Some(fault) = fault {
            return Err(fault);
        }
        if files.files.contains_key(name) {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists));
        }
        files.files.insert(name.to_owned(), MemoryFile::default());
        Ok(())
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        let room = files.capacity.map_or(u64::MAX, |capacity| capacity.saturating_sub(files.used()));
        let fits = usize::try_from(room).unwrap_or(usize::MAX);
        let full = fits < bytes.len();
        let (written, outcome) = match fault {
            Some(fault) => (bytes.len() / 2, Err(fault)),
            None if full => (fits, Err(io::Error::from(io::ErrorKind::StorageFull))),
            None => (bytes.len(), Ok(())),
        };
        files.file(name)?.bytes.extend_from_slice(bytes.get(..written).unwrap_or_default());
        outcome
    }

    fn sync(&mut self, name: &str) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        if let Some(fault) = fault {
            return Err(fault);
        }
        let file = files.file(name)?;
        file.durable = file.bytes.len();
        Ok(())
    }

    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        if let Some(fault) = fault {
            return Err(fault);
        }
        let file = files.file(name)?;
        file.bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        file.durable = file.bytes.len();
        Ok(())
    }

    fn overwrite(&mut self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        let written = if fault.is_some() { bytes.len() / 2 } else { bytes.len() };
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let there = files.file(name)?.bytes.get_mut(start..).unwrap_or_default();
        there.iter_mut().zip(bytes.iter().take(written)).for_each(|(old, new)| *old = *new);
        fault.map_or(Ok(()), Err)
    }

    fn rename(&mut self, from: &str, to: &str) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        if let Some(fault) = fault {
            return Err(fault);
        }
        let file = files.files.remove(from).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        files.files.insert(to.to_owned(), file);
        Ok(())
    }

    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        if let Some(fault) = fault {
            return Err(fault);
        }
        let room = files.capacity.map_or(u64::MAX, |capacity| capacity.saturating_sub(files.used()));
        if room < bytes.len() as u64 {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        files.files.insert(name.to_owned(), MemoryFile { bytes: bytes.to_vec(), durable: bytes.len() });
        Ok(())
    }

    fn remove(&mut self, name: &str) -> io::Result<()> {
        let (mut files, fault) = self.begin();
        if let Some(fault) = fault {
            return Err(fault);
        }
        files.files.remove(name);
        Ok(())
    }
}
