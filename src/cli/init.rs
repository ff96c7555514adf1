//! `maildesk init DIR`

use std::io::Write;
use std::path::Path;

use crate::config::{self, InitError};
use crate::io::entropy;

use super::exit::{Exit, Failure};

pub(super) fn run(directory: &Path, out: &mut dyn Write) -> Result<Exit, Failure> {
    let random = entropy::bytes().map_err(|error| Failure::caused(Exit::Internal, &error))?;
    let written = config::init(directory, random).map_err(|error| match error {
        InitError::Exists(_) => Failure::caused(Exit::Usage, &error),
        InitError::Write { .. } => Failure::caused(Exit::Create, &error),
    })?;
    for path in written {
        writeln!(out, "{}", path.display()).map_err(Failure::output)?;
    }
    let _ = writeln!(
        std::io::stderr(),
        "Edit these files, then:\n  maildesk --config {0} check\n  maildesk --config {0} run",
        directory.display()
    );
    Ok(Exit::Done)
}
