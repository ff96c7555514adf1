//! Putting an edited file in the place of the old one: all of it or nothing, with the old one's owner and mode.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::Path;

use super::EditError;

/// The mode of a file that was not there before.
const MODE: u32 = 0o644;

/// Replaces a file whose text was `before` (empty: there may be none).
///
/// # Errors
/// [`EditError`] where the file has another text by now, somebody else is writing it, or it cannot be written. Nothing has
/// changed then.
pub fn put_in_place(path: &Path, before: &str, after: &str) -> Result<(), EditError> {
    // Where the name is a link, what it leads to is replaced, and the link stays.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let failed = |operation| move |source| EditError::File { operation, path: path.clone(), source };
    let beside = path.with_file_name(format!(".{}.new", path.file_name().unwrap_or_default().to_string_lossy()));
    let known = match fs::metadata(path) {
        Ok(known) => Some(known),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed("look at")(error)),
    };
    let mode = mode_of(known.as_ref());
    // That it did not exist before is what keeps two edits apart.
    let made = OpenOptions::new().write(true).create_new(true).mode(mode).open(&beside);
    let file = match made {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(EditError::UnderWay(beside)),
        Err(error) => return Err(EditError::File { operation: "make", path: beside, source: error }),
    };
    let written = replace(file, &beside, path, known.as_ref(), (before, after));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
        return written;
    }
    // The rename itself must survive a loss of power too.
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(parent).and_then(|parent| parent.sync_all()).map_err(failed("store the directory of"))
}

fn mode_of(known: Option<&Metadata>) -> u32 {
    known.map_or(MODE, |known| known.mode() & 0o7777)
}

/// Fills the new file, gives it the old one's owner and mode, and puts it in its place.
fn replace(
    mut file: File,
    beside: &Path,
    path: &Path,
    known: Option<&Metadata>,
    (before, after): (&str, &str),
) -> Result<(), EditError> {
    let failed = |operation| move |source| EditError::File { operation, path: path.to_owned(), source };
    let now = match fs::read_to_string(path) {
        Ok(now) => now,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed("read")(error)),
    };
    if now != before {
        return Err(EditError::Changed);
    }
    file.write_all(after.as_bytes()).map_err(failed("write"))?;
    file.set_permissions(fs::Permissions::from_mode(mode_of(known))).map_err(failed("protect"))?;
    if let Some(known) = known
        && file.metadata().is_ok_and(|new| (new.uid(), new.gid()) != (known.uid(), known.gid()))
    {
        chown(beside, Some(known.uid()), Some(known.gid())).map_err(failed("keep the owner of"))?;
    }
    file.sync_all().map_err(failed("store"))?;
    fs::rename(beside, path).map_err(failed("replace"))
}
