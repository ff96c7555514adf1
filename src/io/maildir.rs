//! Maildirs: messages come from `new/` and are renamed into `cur/` once they are recorded; outgoing ones are put into `new/`.
//!
//! A message's name up to the first `:` never changes (<https://cr.yp.to/proto/maildir.html>). In `new/` there should be no
//! `:`, but programs that move mail back leave one; as long as a message lies there, its whole name identifies it. An outgoing
//! letter's name is made from its number and its bytes, so that a letter in doubt lies there once.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::base::{MailboxName, limit};
use crate::desk::Fetched;
use crate::domain::Place;

use super::IoError;

/// A Maildir.
#[derive(Clone, Debug)]
pub struct Maildir {
    path: PathBuf,
}

impl Maildir {
    /// Opens a Maildir, and makes what is missing of it.
    ///
    /// # Errors
    /// [`IoError`] naming the directory that cannot be made or read.
    pub fn open(path: &Path) -> Result<Self, IoError> {
        for part in ["new", "cur", "tmp"] {
            let folder = path.join(part);
            fs::create_dir_all(&folder).map_err(|error| IoError::file("make the Maildir folder", &folder, error))?;
        }
        Ok(Self { path: path.to_owned() })
    }

    /// The names of up to so many messages in `new/`, in the order of their names, which is that of their arrival.
    ///
    /// # Errors
    /// [`IoError`] when the folder cannot be read.
    pub fn new_messages(&self, most: usize, without: &BTreeSet<String>) -> Result<Vec<String>, IoError> {
        let folder = self.path.join("new");
        let entries = fs::read_dir(&folder).map_err(|error| IoError::file("read the Maildir folder", &folder, error))?;
        let mut names = BTreeSet::new();
        for entry in entries {
            let entry = entry.map_err(|error| IoError::file("read the Maildir folder", &folder, error))?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
            // A name that begins with a dot is no message.
            if !name.starts_with('.') && !without.contains(&name) {
                names.insert(name);
                // Bounded memory however many lie there: only the first ones are wanted.
                if names.len() > most {
                    names.pop_last();
                }
            }
        }
        Ok(names.into_iter().collect())
    }

    /// A message of `new/`; none if it has vanished.
    ///
    /// # Errors
    /// [`IoError`] when it cannot be read, or is no file: reading a pipe would never end.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, IoError> {
        let path = self.path.join("new").join(name);
        let unreadable = |error| IoError::file("read the message", &path, error);
        let read = || match fs::metadata(&path)?.is_file() {
            true => fs::read(&path),
            false => Err(std::io::Error::other("it is no file")),
        };
        match read() {
            Ok(bytes) => Ok(Some(bytes)),
            // A link that leads nowhere has not vanished; it would be found again for ever.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !path.is_symlink() => Ok(None),
            Err(error) => Err(unreadable(error)),
        }
    }

    /// Fetches messages in order until a group's byte bound is reached. Unreadable ones are named in the second list.
    pub fn fetch(&self, mailbox: &MailboxName, names: &[String]) -> (Vec<Fetched>, Vec<(String, IoError)>) {
        let (mut messages, mut unreadable, mut size) = (Vec::new(), Vec::new(), 0_usize);
        for name in names {
            match self.read(name) {
                Ok(Some(bytes)) => {
                    size = size.saturating_add(bytes.len());
                    let place = Place::Maildir { mailbox: mailbox.clone(), unique: name.clone() };
                    messages.push(Fetched::new(place, bytes));
                    if size >= limit::GROUP_BYTES {
                        break;
                    }
                }
                Ok(None) => {}
                Err(error) => unreadable.push((name.clone(), error)),
            }
        }
        (messages, unreadable)
    }

    /// Moves a recorded message from `new/` to `cur/`, marked as seen.
    ///
    /// # Errors
    /// [`IoError`] when it cannot be renamed; that it is gone already is fine.
    pub fn file(&self, name: &str) -> Result<(), IoError> {
        let from = self.path.join("new").join(name);
        let to = self.path.join("cur").join(format!("{}:2,S", unique_of(name)));
        match fs::rename(&from, &to) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(IoError::file("file the message", &from, error)),
            _ => Ok(()),
        }
    }

    /// Puts a message into `new/` under a name of its own, durably. A message of that name is there already: nothing is done.
    ///
    /// # Errors
    /// [`IoError`] naming the file.
    pub fn deliver(&self, name: &str, bytes: &[u8]) -> Result<(), IoError> {
        let target = self.path.join("new").join(name);
        let filed = self.path.join("cur").join(format!("{name}:2,S"));
        if target.exists() || filed.exists() {
            return Ok(());
        }
        let draft = self.path.join("tmp").join(name);
        let write = || -> std::io::Result<()> {
            let mut file = File::create(&draft)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&draft, &target)?;
            File::open(self.path.join("new"))?.sync_all()
        };
        write().map_err(|error| IoError::file("write the message", &target, error))
    }
}

/// The part of a file's name that never changes.
fn unique_of(name: &str) -> &str {
    name.split(':').next().unwrap_or(name)
}
