//! `maildesk reload`

use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::config;
use crate::io::control::{Reloaded, Request, Response};

use super::ask;
use super::exit::{Exit, Failure};

/// Asks the daemon to load its configuration, and prints what changed or every problem.
pub(super) fn run(directory: &Path, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let Some(response) = ask::request(directory, &Request::Reload, &[])? else {
        let message =
            format!("no daemon runs on {}; it reads the configuration when it starts", config::data_dir(directory).display());
        return Err(Failure::new(Exit::Unavailable, message));
    };
    let Response::Reloaded(reloaded) = response else { return ask::answer_in(response).map(|_| Exit::Internal) };
    print(&reloaded, json, out).map_err(Failure::output)?;
    Ok(if reloaded.is_taken { Exit::Done } else { Exit::No })
}

fn print(reloaded: &Reloaded, json: bool, out: &mut dyn Write) -> std::io::Result<()> {
    for problem in &reloaded.problems {
        if json {
            let line = json!({
                "file": problem.file, "line": problem.line, "column": problem.column,
                "severity": if problem.is_error { "error" } else { "warning" },
                "message": problem.message, "help": problem.help,
            });
            writeln!(out, "{line}")?;
        } else {
            writeln!(out, "{}", problem.shown)?;
        }
    }
    let verdict = if reloaded.is_taken { "taken" } else { "refused" };
    if json {
        return writeln!(out, "{}", json!({"result": verdict, "changes": reloaded.changes}));
    }
    match (reloaded.is_taken, reloaded.changes.is_empty()) {
        (true, true) => writeln!(out, "Taken; nothing has changed."),
        (true, false) => writeln!(out, "Taken: {}.", reloaded.changes.join("; ")),
        (false, _) => {
            let _ = writeln!(std::io::stderr(), "maildesk: the new configuration is refused; the old one goes on");
            Ok(())
        }
    }
}
