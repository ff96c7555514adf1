//! The seam for the files below the store's directory.
//!
//! Everything that must be durable goes through [`Disk`]; what a method promises to be durable is on the medium when it
//! returns. The engine of the state has its own files and does not come through here: it may be lost.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// Files by name, a name being a path below the store's directory with at most one `/`.
pub trait Disk: Send {
    /// Names of the files in a directory, in order; none if there is no such directory.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn list(&self, directory: &str) -> io::Result<Vec<String>>;

    /// Size of a file in bytes; `None` if there is no such file.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn size(&self, name: &str) -> io::Result<Option<u64>>;

    /// Up to `length` bytes from `offset`; fewer only at the end of the file.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn read_at(&self, name: &str, offset: u64, length: usize) -> io::Result<Vec<u8>>;

    /// Makes an empty file that did not exist; its name is durable.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn create(&mut self, name: &str) -> io::Result<()>;

    /// Writes at the end of an existing file; durable only after [`Disk::sync`]. A failure may leave a part behind.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was appended durable.
    ///
    /// # Errors
    /// Whatever the file system says. What was appended is then in doubt for ever: the caller must never try again.
    fn sync(&mut self, name: &str) -> io::Result<()>;

    /// Cuts a file off, durably.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()>;

    /// Writes over bytes that are there; durable only after [`Disk::sync`]. A failure may leave a part of it.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn overwrite(&mut self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()>;

    /// Gives a file the name of another one, which is gone then, durably: afterwards the name has either the old or the new bytes.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn rename(&mut self, from: &str, to: &str) -> io::Result<()>;

    /// Writes a small file as a whole, durably: afterwards it is either the old or the new one.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Removes a file durably; it is no error if there is none.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn remove(&mut self, name: &str) -> io::Result<()>;
}

/// Directories below the store's.
const DIRECTORIES: [&str; 2] = ["journal", "spool"];
/// Files kept open for appending: the current segment and pack, and the ones before them.
const OPEN_FILES: usize = 4;

/// Real files, and the lock that keeps a second process away.
#[derive(Debug)]
pub struct FileDisk {
    directory: PathBuf,
    open: BTreeMap<String, File>,
    /// Held until the disk is dropped.
    _lock: File,
}

impl FileDisk {
    /// Makes the directories (mode 0700) where they are missing and takes the lock.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another process has the store, [`StoreError::Open`] when the directory cannot be used.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        let failed = |file: &str| {
            let file = file.to_owned();
            move |source| StoreError::Open { file, source }
        };
        let shown = directory.display().to_string();
        let make = |path: &Path| DirBuilder::new().recursive(true).mode(0o700).create(path);
        make(directory).map_err(failed(&shown))?;
        let lock_file = directory.join("lock");
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&lock_file)
            .map_err(failed("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let process = fs::read_to_string(&lock_file).ok().and_then(|text| text.trim().parse().ok());
                return Err(StoreError::Busy { directory: directory.to_owned(), process });
            }
            Err(TryLockError::Error(source)) => return Err(StoreError::Open { file: "lock".to_owned(), source }),
        }
        lock.set_len(0).and_then(|()| writeln!(lock, "{}", std::process::id())).map_err(failed("lock"))?;
        for name in DIRECTORIES {
            make(&directory.join(name)).map_err(failed(name))?;
        }
        sync_directory(directory).map_err(failed(&shown))?;
        Ok(Self { directory: directory.to_owned(), open: BTreeMap::new(), _lock: lock })
    }

    /// The store's directory.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    fn sync_parent(&self, name: &str) -> io::Result<()> {
        sync_directory(self.path(name).parent().unwrap_or(&self.directory))
    }

    /// The file opened for appending; it is kept open, so that an error of an earlier write is not lost with the handle.
    fn writer(&mut self, name: &str) -> io::Result<&mut File> {
        if !self.open.contains_key(name) {
            let file = OpenOptions::new().read(true).append(true).open(self.path(name))?;
            while self.open.len() >= OPEN_FILES {
                self.open.pop_first();
            }
            self.open.insert(name.to_owned(), file);
        }
        self.open.get_mut(name).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

fn sync_directory(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

fn read_from(file: &File, offset: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read_at(rest, offset.saturating_add(filled as u64)) {
            Ok(0) => break,
            Ok(read) => filled = filled.saturating_add(read),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

impl Disk for FileDisk {
    fn list(&self, directory: &str) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(self.path(directory)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        for entry in entries {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn size(&self, name: &str) -> io::Result<Option<u64>> {
        match fs::metadata(self.path(name)) {
            Ok(metadata) => Ok(Some(metadata.len())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn read_at(&self, name: &str, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        match self.open.get(name) {
            Some(file) => read_from(file, offset, length),
            None => read_from(&File::open(self.path(name))?, offset, length),
        }
    }

    fn create(&mut self, name: &str) -> io::Result<()> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(self.path(name))?;
        let durable = file.sync_all().and_then(|()| self.sync_parent(name));
        if durable.is_err() {
            // Half made it would be in the way of the next attempt.
            fs::remove_file(self.path(name))?;
        }
        durable
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.writer(name)?.write_all(bytes)
    }

    fn sync(&mut self, name: &str) -> io::Result<()> {
        self.writer(name)?.sync_data()
    }

    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()> {
        let file = self.writer(name)?;
        file.set_len(length)?;
        file.sync_all()
    }

    fn overwrite(&mut self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        // A handle for appending writes at the end wherever it is told to.
        OpenOptions::new().write(true).open(self.path(name))?.write_all_at(bytes, offset)
    }

    fn rename(&mut self, from: &str, to: &str) -> io::Result<()> {
        self.open.remove(from);
        self.open.remove(to);
        fs::rename(self.path(from), self.path(to))?;
        self.sync_parent(to)
    }

    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let fresh = self.path(&format!("{name}.new"));
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&fresh, self.path(name))?;
        self.sync_parent(name)
    }

    fn remove(&mut self, name: &str) -> io::Result<()> {
        self.open.remove(name);
        match fs::remove_file(self.path(name)) {
            Ok(()) => self.sync_parent(name),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }
}
