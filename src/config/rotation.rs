//! Another key for what the desk signs: reply addresses, confirmations, Message-IDs.
//!
//! The file `keys` holds two at most: the new one signs, the one before it still verifies, so that mail on its way is recognised;
//! what the next rotation takes away ends there. The line `store` is no key of this kind and never changes.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::secret::KEYS;

/// The keys there are, by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyNumbers {
    /// The one that signs.
    pub signing: u8,
    /// Those that still verify.
    pub verifying: Vec<u8>,
}

/// What a rotation did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The keys from now on.
    pub keys: KeyNumbers,
    /// Those that were taken away: what they signed proves nothing any more.
    pub retired: Vec<u8>,
    /// The file.
    pub path: PathBuf,
}

/// Why the keys could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum RotationError {
    /// The file.
    #[error("cannot {operation} {}", path.display())]
    File {
        /// What was to be done.
        operation: &'static str,
        /// With which.
        path: PathBuf,
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// There is nothing to go on from.
    #[error("{} has no line `key <0 to 15> <64 hexadecimal digits>`: take the file from the backup", path.display())]
    NoKey {
        /// The file.
        path: PathBuf,
    },
}

/// The keys of a configuration.
///
/// # Errors
/// [`RotationError`] where the file cannot be read or has no key.
pub fn key_numbers(directory: &Path) -> Result<KeyNumbers, RotationError> {
    let path = directory.join(KEYS);
    let text = fs::read_to_string(&path).map_err(file("read", &path))?;
    numbers(&text).ok_or(RotationError::NoKey { path })
}

/// Adds a key that signs from now on, and takes all but the last one before it away. The file is replaced as a whole: a crash
/// leaves the old or the new one.
///
/// # Errors
/// [`RotationError`] where the file cannot be read or replaced, or has no key.
pub fn rotate(directory: &Path, secret: [u8; 32]) -> Result<Rotation, RotationError> {
    let path = directory.join(KEYS);
    let text = fs::read_to_string(&path).map_err(file("read", &path))?;
    let (text, keys, retired) = rotated(&text, secret).ok_or(RotationError::NoKey { path: path.clone() })?;
    let new = directory.join(format!("{KEYS}.new"));
    let write = || -> std::io::Result<()> {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, &path)?;
        File::open(directory)?.sync_all()
    };
    write().map_err(file("replace", &path))?;
    Ok(Rotation { keys, retired, path })
}

fn file<'a>(operation: &'static str, path: &'a Path) -> impl Fn(std::io::Error) -> RotationError + 'a {
    move |source| RotationError::File { operation, path: path.to_owned(), source }
}

/// The number of a key's line.
fn number(line: &str) -> Option<u8> {
    match line.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["key", number, _] => number.parse().ok().filter(|number| *number < 16),
        _ => None,
    }
}

fn numbers(text: &str) -> Option<KeyNumbers> {
    let mut all: Vec<u8> = text.lines().filter_map(number).collect();
    let signing = all.pop()?;
    Some(KeyNumbers { signing, verifying: all })
}

/// The new text of the file, the keys in it, and those that are gone. Every other line stays as it is.
fn rotated(text: &str, secret: [u8; 32]) -> Option<(String, KeyNumbers, Vec<u8>)> {
    let KeyNumbers { signing, verifying: retired } = numbers(text)?;
    // After 15 comes 0; it is free, because of two keys that are left one is the last and the other the new one.
    let next = if signing >= 15 { 0 } else { signing + 1 };
    let gone: BTreeSet<u8> = retired.iter().copied().collect();
    let mut lines = Vec::new();
    for line in text.lines() {
        match number(line) {
            Some(number) if gone.contains(&number) => {}
            Some(_) => {
                lines.push(line.to_owned());
                lines.push(format!("key {next} {}", data_encoding::HEXLOWER.encode(&secret)));
            }
            None => lines.push(line.to_owned()),
        }
    }
    Some((lines.join("\n") + "\n", KeyNumbers { signing: next, verifying: vec![signing] }, retired))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s07_the_last_key_stays_and_the_one_before_it_goes() {
        let hex = |byte: u8| data_encoding::HEXLOWER.encode(&[byte; 32]);
        let first = format!("# Keep a copy.\nkey 1 {}\nstore {}\n", hex(1), hex(9));
        let (second, keys, retired) = rotated(&first, [2; 32]).expect("rotated");
        assert_eq!(second, format!("# Keep a copy.\nkey 1 {}\nkey 2 {}\nstore {}\n", hex(1), hex(2), hex(9)));
        assert_eq!((keys, retired), (KeyNumbers { signing: 2, verifying: vec![1] }, vec![]));
        let (third, keys, retired) = rotated(&second, [3; 32]).expect("rotated");
        assert_eq!(third, format!("# Keep a copy.\nkey 2 {}\nkey 3 {}\nstore {}\n", hex(2), hex(3), hex(9)));
        assert_eq!((keys, retired), (KeyNumbers { signing: 3, verifying: vec![2] }, vec![1]));
    }

    #[test]
    fn after_the_last_number_comes_the_first() {
        let mut text = format!("key 14 {}\n", "ab".repeat(32));
        for expected in [15, 0, 1] {
            let (next, keys, _) = rotated(&text, [expected; 32]).expect("rotated");
            assert_eq!(keys.signing, expected);
            assert_eq!(numbers(&next), Some(keys));
            text = next;
        }
        assert_eq!(rotated("store 00\n", [1; 32]), None);
    }

    #[test]
    fn the_file_is_replaced_and_stays_readable_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().expect("directory");
        crate::config::init(directory.path(), [7; 64]).expect("written");
        let before = key_numbers(directory.path()).expect("keys");
        let rotation = rotate(directory.path(), [8; 32]).expect("rotated");
        assert_eq!(rotation.keys.verifying, [before.signing]);
        assert_eq!(key_numbers(directory.path()).expect("keys"), rotation.keys);
        let mode = fs::metadata(&rotation.path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
        assert!(!directory.path().join("keys.new").exists());
    }
}
