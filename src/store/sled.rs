//! The state in sled 0.34.7. The only file that names it.
//!
//! What it rests on, measured: without `flush` a kill loses commits, and `flush` is `sync_file_range`, so only the journal is
//! durable; a leftover `snap.*.generating` makes the next open fail; a damaged file may make it panic; after one bad page an
//! iterator gives the same error for ever; the default cache is 1 GiB; large values go to files that are never synced. So:
//! nothing here is ever the only copy, every call may fail or panic, and the answer to both is to make the state again.

use std::fs::{self, File};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::base::limit;

use super::error::KeyspaceError;
use super::keyspace::{Keyspace, Pair, WriteBatch};

/// Times and pause of waiting for the lock: sled lets go of it some time after it was dropped, within 2 s.
const LOCK_ATTEMPTS: u32 = 200;
const LOCK_PAUSE: Duration = Duration::from_millis(10);

/// One tree of sled in a directory of its own.
#[derive(Debug)]
pub struct SledKeyspace {
    database: ::sled::Db,
    directory: PathBuf,
}

impl Keyspace for SledKeyspace {
    type Place = PathBuf;

    fn open(place: &PathBuf) -> Result<Self, KeyspaceError> {
        remove_unfinished_snapshots(place)?;
        let mut attempts = 0;
        loop {
            let config = ::sled::Config::new()
                .path(place)
                .cache_capacity(limit::SLED_CACHE_BYTES)
                // The journal is what is durable; checkpoints flush.
                .flush_every_ms(None);
            let opened = guarded(|| config.open());
            attempts += 1;
            match opened {
                Ok(database) => return Ok(Self { database, directory: place.clone() }),
                Err(KeyspaceError::Locked) if attempts < LOCK_ATTEMPTS => std::thread::park_timeout(LOCK_PAUSE),
                Err(error) => return Err(error),
            }
        }
    }

    fn discard(place: &PathBuf) -> Result<(), KeyspaceError> {
        let removed = match fs::symlink_metadata(place) {
            Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(place),
            Ok(_) => fs::remove_file(place),
            Err(error) => Err(error),
        };
        match removed {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(KeyspaceError::Io(error)),
            _ => Ok(()),
        }
    }

    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        guarded(|| Ok(self.database.get(key)?.map(|value| value.to_vec())))
    }

    fn scan(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Pair>, KeyspaceError> {
        if from >= to {
            return Ok(Vec::new());
        }
        guarded(|| {
            // Collecting into a result ends at the first error, which sled would repeat for ever.
            self.database
                .range(from..to)
                .take(limit)
                .map(|pair| pair.map(|(key, value)| (key.to_vec(), value.to_vec())))
                .collect()
        })
    }

    fn commit(&mut self, batch: WriteBatch) -> Result<(), KeyspaceError> {
        let mut writes = ::sled::Batch::default();
        for (key, value) in batch.writes {
            match value {
                Some(value) => writes.insert(key, value),
                None => writes.remove(key),
            }
        }
        guarded(|| self.database.apply_batch(writes))
    }

    fn checkpoint(&mut self) -> Result<(), KeyspaceError> {
        guarded(|| self.database.flush())?;
        // `flush` is sync_file_range, which the medium's own cache may ignore.
        File::open(self.directory.join("db")).and_then(|file| file.sync_data()).map_err(KeyspaceError::Io)
    }
}

/// A snapshot that was being written when the process was killed makes the next open fail; it is worth nothing.
fn remove_unfinished_snapshots(directory: &Path) -> Result<(), KeyspaceError> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(KeyspaceError::Damaged("it is not a directory".to_owned()));
        }
        Err(error) => return Err(KeyspaceError::Io(error)),
    };
    for entry in entries {
        let entry = entry.map_err(KeyspaceError::Io)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            fs::remove_file(entry.path()).map_err(KeyspaceError::Io)?;
        }
    }
    Ok(())
}

/// Runs a call of sled so that a panic inside it is an error like any other.
fn guarded<T>(call: impl FnOnce() -> ::sled::Result<T>) -> Result<T, KeyspaceError> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(classified(error)),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(KeyspaceError::Damaged(format!("sled panicked: {}", text.unwrap_or_else(|| "without a word".to_owned()))))
        }
    }
}

fn classified(error: ::sled::Error) -> KeyspaceError {
    match error {
        ::sled::Error::Io(error) if error.to_string().contains("could not acquire lock") => KeyspaceError::Locked,
        // These say something about the machine, not about the bytes.
        ::sled::Error::Io(error)
            if matches!(
                error.kind(),
                io::ErrorKind::PermissionDenied
                    | io::ErrorKind::StorageFull
                    | io::ErrorKind::ReadOnlyFilesystem
                    | io::ErrorKind::QuotaExceeded
                    | io::ErrorKind::OutOfMemory
                    | io::ErrorKind::Interrupted
            ) =>
        {
            KeyspaceError::Io(error)
        }
        other => KeyspaceError::Damaged(other.to_string()),
    }
}
