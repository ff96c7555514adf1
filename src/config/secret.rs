//! Passwords and keys: where they come from, and who else could read them.
//!
//! A password never stands in a configuration file. It comes from a file of its own, from the environment, or from systemd
//! (`LoadCredential=`). A secret file that others may read is refused (SECURITY.md, S06). No message here repeats what a
//! secret file holds.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::mail::Keyring;

use super::problem::{Findings, Place, Position};
use super::read::Value;
use super::settings::Secret;

/// A file of secrets holds one password or a few keys.
const SECRET_BYTES: u64 = 64 * 1024;

/// The name of the file with the desk's keys, and of the systemd credential that may stand in for it.
pub(super) const KEYS: &str = "keys";

/// Where secrets are looked up.
#[derive(Clone, Copy)]
pub(super) struct Secrets<'a> {
    pub(super) dir: &'a Path,
    pub(super) env: &'a dyn Fn(&str) -> Option<String>,
}

impl std::fmt::Debug for Secrets<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secrets({})", self.dir.display())
    }
}

impl Secrets<'_> {
    /// The password that `password = { file | env | credential = … }` names.
    pub(super) fn password(&self, value: &Value<'_>) -> Option<Secret> {
        const REMEDY: &str = "write { file = \"password\" }, { env = \"MAILDESK_PASSWORD\" } or { credential = \"password\" }";
        if !value.is_table() {
            value.error("a password may not stand in the configuration itself", REMEDY);
            return None;
        }
        let table = value.table("password")?;
        let (file, env, credential) = (table.get("file"), table.get("env"), table.get("credential"));
        let given = [&file, &env, &credential].into_iter().flatten().count();
        let is_other_key_free = table.entries().len() == given;
        table.finish();
        if given != 1 {
            if is_other_key_free || given > 1 {
                value.error("`password` must name exactly one source", REMEDY);
            }
            return None;
        }
        if let Some(value) = file {
            let path = self.dir.join(value.line(4096)?);
            return self.password_file(&value, &path, Guard::Mode);
        }
        if let Some(value) = env {
            let name = value.line(256)?;
            return match (self.env)(&name).filter(|password| !password.is_empty()) {
                Some(password) => Some(Secret::new(password)),
                None => {
                    value.error(format!("the environment has no `{name}`"), "set it where maildesk is started");
                    None
                }
            };
        }
        let value = credential?;
        let name = value.line(256)?;
        if name.contains('/') {
            value.error("the name of a credential holds no `/`", "write the name that LoadCredential= gives it");
            return None;
        }
        match self.credentials() {
            Some(dir) => self.password_file(&value, &dir.join(name), Guard::System),
            None => {
                value.error(
                    "there are no credentials: $CREDENTIALS_DIRECTORY is not set",
                    format!("start maildesk by systemd with LoadCredential={name}:/path, or use {{ file = … }}"),
                );
                None
            }
        }
    }

    fn password_file(&self, value: &Value<'_>, path: &Path, guard: Guard) -> Option<Secret> {
        match read_secret(path, guard) {
            Ok(text) => match text.strip_suffix('\n').unwrap_or(&text) {
                "" => {
                    value.error(format!("{} is empty", path.display()), "write the password into it");
                    None
                }
                password => Some(Secret::new(password.strip_suffix('\r').unwrap_or(password).to_owned())),
            },
            Err((message, help)) => {
                value.error(message, help);
                None
            }
        }
    }

    fn credentials(&self) -> Option<PathBuf> {
        (self.env)("CREDENTIALS_DIRECTORY").filter(|dir| !dir.is_empty()).map(PathBuf::from)
    }

    /// The desk's own keys: from the credential `keys` where there is one, else from the file `keys`.
    pub(super) fn keys(&self, findings: &Findings) -> Option<(Keyring, [u8; 32])> {
        let credential = self.credentials().map(|dir| dir.join(KEYS)).filter(|path| path.exists());
        let (path, guard) = match credential {
            Some(path) => (path, Guard::System),
            None => (self.dir.join(KEYS), Guard::Mode),
        };
        match read_secret(&path, guard) {
            Ok(text) => read_keys(&text, findings),
            Err((message, help)) => {
                findings.error(Place::file(KEYS), message, help);
                None
            }
        }
    }
}

/// Who keeps others from reading a secret file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guard {
    /// Its mode.
    Mode,
    /// systemd: its credentials lie in a directory of their own, and an access list there shows up as group bits of the mode.
    System,
}

fn read_secret(path: &Path, guard: Guard) -> Result<String, (String, String)> {
    let shown = path.display();
    let unreadable = |error: std::io::Error| {
        (format!("{shown} cannot be read: {error}"), "create it, readable for the daemon's user alone (mode 0600)".to_owned())
    };
    let file = File::open(path).map_err(unreadable)?;
    // The mode of what was opened, not of what the name leads to a moment later.
    let mode = file.metadata().map_err(unreadable)?.permissions().mode() & 0o777;
    if guard == Guard::Mode && mode & 0o077 != 0 {
        return Err((
            format!("{shown} has mode {mode:04o}: others than its owner may use it"),
            format!("run `chmod 600 {shown}`"),
        ));
    }
    let mut bytes = Vec::new();
    file.take(SECRET_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > SECRET_BYTES {
        return Err((
            format!("{shown} is longer than {SECRET_BYTES} bytes"),
            "name a file that holds the secret alone".to_owned(),
        ));
    }
    String::from_utf8(bytes).map_err(|_| (format!("{shown} is not UTF-8 text"), "write the secret as plain text".to_owned()))
}

/// Reads `key <number> <64 hex>` and `store <64 hex>` lines.
fn read_keys(text: &str, findings: &Findings) -> Option<(Keyring, [u8; 32])> {
    const REMEDY: &str = "a line is `key <0 to 15> <64 hexadecimal digits>` or `store <64 hexadecimal digits>`";
    let mut keys: BTreeMap<u8, [u8; 32]> = BTreeMap::new();
    let mut signing: Option<u8> = None;
    let mut store: Option<[u8; 32]> = None;
    let mut faults = 0_usize;
    let mut wrong = |line: usize, message: &str, help: &str| {
        faults += 1;
        let position = Position { line, column: 1, source: None, width: 1 };
        findings.error(Place { file: KEYS.to_owned(), position: Some(position) }, message, help);
    };
    for (index, line) in text.lines().enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            [first, ..] if first.starts_with('#') => {}
            ["key", number, hex] => match (number.parse::<u8>().ok().filter(|number| *number < 16), key(hex)) {
                (Some(number), Some(bytes)) => {
                    signing = Some(number);
                    if keys.insert(number, bytes).is_some() {
                        wrong(index + 1, "a key with this number stands above", "give the new key the next number");
                    }
                }
                _ => wrong(index + 1, "this is no key", REMEDY),
            },
            ["store", hex] => match key(hex) {
                Some(_) if store.is_some() => {
                    wrong(index + 1, "`store` stands here twice", "keep the first, by which the store was made")
                }
                Some(bytes) => store = Some(bytes),
                None => wrong(index + 1, "this is no key", REMEDY),
            },
            _ => wrong(index + 1, "this line cannot be understood", REMEDY),
        }
    }
    if faults > 0 {
        return None;
    }
    if store.is_none() {
        findings.error(
            Place::file(KEYS),
            "there is no `store` line",
            "take it from the backup; for a new desk, `maildesk init` writes one. It must never change",
        );
    }
    // The last line signs: after key 15 comes key 0.
    let ring = signing.and_then(|signing| Keyring::signing_with(keys, signing));
    if ring.is_none() {
        findings.error(
            Place::file(KEYS),
            "there is no `key` line",
            "take it from the backup; for a new desk, `maildesk init` writes one",
        );
    }
    ring.zip(store)
}

fn key(hex: &str) -> Option<[u8; 32]> {
    data_encoding::HEXLOWER_PERMISSIVE.decode(hex.as_bytes()).ok()?.try_into().ok()
}
