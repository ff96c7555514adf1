//! Questions about the desk: to the running daemon over its socket, else to the stopped store.

use std::io::Write;
use std::path::Path;

use crate::config::Settings;
use crate::desk::{Answer, Desk, DeskError, DeskSettings, Input, Question, Reply};
use crate::io::{clock, control};

use super::check;
use super::exit::{Exit, Failure};
use super::store;

/// The environment; commands ask for it here and nowhere else.
#[expect(clippy::disallowed_methods, reason = "the command line is where the environment comes in")]
pub(super) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

pub(super) fn run(directory: &Path, question: &Question, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let settings = check::load(directory)?;
    let asked = control::ask(&settings.data_dir, question).map_err(|error| Failure::caused(Exit::Busy, &error))?;
    let answer = match asked {
        Some(control::Response::Answer(answer)) => answer,
        Some(control::Response::Missing(because)) => return Err(Failure::new(Exit::No, because)),
        Some(control::Response::Refused(because)) => return Err(Failure::new(Exit::Usage, because)),
        Some(control::Response::Error(because)) => return Err(Failure::new(Exit::Internal, because)),
        None => stopped(settings, question)?,
    };
    if json {
        for line in &answer.lines {
            writeln!(out, "{line}").map_err(Failure::output)?;
        }
    } else {
        out.write_all(answer.text.as_bytes()).map_err(Failure::output)?;
    }
    Ok(if answer.is_no { Exit::No } else { Exit::Done })
}

/// Asks the store itself, because no daemon runs.
fn stopped(settings: Settings, question: &Question) -> Result<Answer, Failure> {
    if !settings.data_dir.exists() {
        let message = format!("there is no desk yet: {} does not exist; start `maildesk run` first", settings.data_dir.display());
        return Err(Failure::new(Exit::No, message));
    }
    let opened = store::open(&settings, false)?;
    let desk = DeskSettings::new(settings.policy, settings.templates, settings.keys, settings.fingerprint);
    let mut desk = Desk::open(opened.store, desk, false, clock::now()).map_err(|error| failed(&error))?;
    let reply = desk.work(vec![Input::Ask(question.clone())], clock::now()).map_err(|error| failed(&error))?.pop();
    store::leave(desk.into_store(), opened.unclean)?;
    match reply {
        Some(Ok(Reply::Answer(answer))) => Ok(answer),
        Some(Err(error)) => Err(failed(&error)),
        _ => Err(Failure::new(Exit::Internal, "the desk has no answer")),
    }
}

pub(super) fn failed(error: &DeskError) -> Failure {
    let exit = match error {
        DeskError::Store(error) => store::exit_of(error),
        DeskError::Missing(_) => Exit::No,
        DeskError::Refused(_) => Exit::Usage,
        DeskError::Plan(_) | DeskError::Panicked(_) => Exit::Internal,
    };
    Failure::caused(exit, error)
}
