//! `maildesk keys list` and `maildesk keys rotate`

use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::config::{self, KeyNumbers, RotationError};
use crate::io::entropy;

use super::exit::{Exit, Failure};

/// Prints which keys there are, never the keys.
pub(super) fn list(directory: &Path, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    refuse_credential()?;
    let keys = config::key_numbers(directory).map_err(failed)?;
    print(&keys, &[], json, out).map_err(Failure::output)?;
    Ok(Exit::Done)
}

/// Adds a key that signs from the next reload on.
pub(super) fn rotate(directory: &Path, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    refuse_credential()?;
    let [secret, _] = halves(entropy::bytes().map_err(|error| Failure::caused(Exit::Internal, &error))?);
    let rotation = config::rotate(directory, secret).map_err(failed)?;
    print(&rotation.keys, &rotation.retired, json, out).map_err(Failure::output)?;
    let _ = writeln!(
        std::io::stderr(),
        "The new key signs after `maildesk --config {} reload`. Put a copy of {} where the old copy lies.",
        directory.display(),
        rotation.path.display()
    );
    Ok(Exit::Done)
}

/// What systemd hands over as a credential is a copy: changing the file beside it would change nothing.
fn refuse_credential() -> Result<(), Failure> {
    let credential = std::env::var_os("CREDENTIALS_DIRECTORY").map(|directory| Path::new(&directory).join("keys"));
    match credential.filter(|path| path.exists()) {
        None => Ok(()),
        Some(path) => {
            let message = format!("the keys come from the credential {}; change the file that it is loaded from", path.display());
            Err(Failure::new(Exit::Usage, message))
        }
    }
}

fn halves(bytes: [u8; 64]) -> [[u8; 32]; 2] {
    let mut halves = [[0; 32]; 2];
    halves.iter_mut().flatten().zip(bytes).for_each(|(to, from)| *to = from);
    halves
}

fn failed(error: RotationError) -> Failure {
    let exit = match error {
        RotationError::File { operation: "read", .. } => Exit::Configuration,
        RotationError::File { .. } => Exit::Create,
        RotationError::NoKey { .. } => Exit::Configuration,
    };
    Failure::caused(exit, &error)
}

fn print(keys: &KeyNumbers, retired: &[u8], json: bool, out: &mut dyn Write) -> std::io::Result<()> {
    if json {
        let line = json!({"signing": keys.signing, "verifying": keys.verifying, "retired": retired});
        return writeln!(out, "{line}");
    }
    writeln!(out, "key {} signs", keys.signing)?;
    for number in &keys.verifying {
        writeln!(out, "key {number} still verifies, until the next rotation")?;
    }
    for number in retired {
        writeln!(out, "key {number} is gone: what it signed opens a new ticket")?;
    }
    Ok(())
}
