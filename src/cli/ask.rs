//! Questions about the desk: to the running daemon over its socket, else to the stopped store.
//!
//! A running daemon is asked whatever the configuration looks like by now: only where its data lies is read from it.

use std::io::Write;
use std::path::Path;

use crate::config::{self, Settings};
use crate::desk::{Answer, Desk, DeskError, DeskSettings, Input, Question, Reply};
use crate::io::control::{Request, Response};
use crate::io::{IoError, clock, control};

use super::check;
use super::exit::{Exit, Failure};
use super::store;

/// The environment; commands ask for it here and nowhere else.
#[expect(clippy::disallowed_methods, reason = "the command line is where the environment comes in")]
pub(super) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

pub(super) fn run(directory: &Path, question: &Question, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    print(&answer(directory, question)?, json, out)
}

/// The answer to a question, from the running daemon or the stopped store.
pub(super) fn answer(directory: &Path, question: &Question) -> Result<Answer, Failure> {
    match request(directory, &Request::Ask(question.clone()), &[])? {
        Some(response) => answer_in(response),
        None => stopped(check::load(directory)?, question),
    }
}

/// Makes a request of the daemon of a configuration; none where none runs.
pub(super) fn request(directory: &Path, request: &Request, body: &[u8]) -> Result<Option<Response>, Failure> {
    control::request(&config::data_dir(directory), request, body).map_err(|error| unheard(&error))
}

/// A daemon that gives no answer is busy; one that may not be asked is not.
fn unheard(error: &IoError) -> Failure {
    let exit = if error.is_forbidden() { Exit::NotPermitted } else { Exit::Busy };
    Failure::caused(exit, error)
}

/// The answer in a response, or why there is none.
pub(super) fn answer_in(response: Response) -> Result<Answer, Failure> {
    Err(match response {
        Response::Answer(answer) => return Ok(answer),
        Response::Missing(because) => Failure::new(Exit::No, because),
        Response::Refused(because) => Failure::new(Exit::Usage, because),
        Response::Unfit(because) => Failure::new(Exit::Damaged, because),
        Response::Busy(because) => Failure::new(Exit::Busy, because),
        Response::NotPermitted(because) => Failure::new(Exit::NotPermitted, because),
        Response::Error(because) => Failure::new(Exit::Internal, because),
        Response::Reloaded(_) => Failure::new(Exit::Internal, "the daemon answers something else"),
    })
}

/// Prints an answer: data on standard output, remarks on standard error.
pub(super) fn print(answer: &Answer, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    if json {
        for line in &answer.lines {
            writeln!(out, "{line}").map_err(Failure::output)?;
        }
    } else {
        out.write_all(answer.text.as_bytes()).map_err(Failure::output)?;
    }
    if let Some(remark) = &answer.remark {
        let _ = writeln!(std::io::stderr(), "maildesk: {remark}");
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
    // Only who asks for words needs the index, which a stopped desk opens for him alone.
    let index = matches!(question, Question::Search { .. } | Question::List { .. }).then(|| store::index(&settings));
    let data_dir = settings.data_dir;
    let desk = DeskSettings::new(settings.policy, settings.templates, settings.keys, settings.fingerprint);
    let mut desk = Desk::open(opened.store, desk, false, clock::now()).map_err(|error| failed(&error))?;
    if let Some(index) = index {
        desk.follow_with(index);
    }
    let reply = loop {
        match desk.work(vec![Input::Ask(question.clone())], clock::now()).map_err(|error| failed(&error))?.pop() {
            Some(Ok(Reply::NotReady)) => {}
            reply => break reply,
        }
    };
    let now = clock::now();
    if desk.has_to_forget(now).map_err(|error| failed(&error))? {
        store::discard_index(&data_dir)?;
        desk = desk.forget_due(now, &mut store::show).map_err(|error| failed(&error))?;
    }
    store::leave(desk.into_store(), opened.unclean)?;
    match reply {
        Some(Ok(Reply::Answer(answer))) => Ok(answer),
        Some(Ok(Reply::Counting(counting))) => counting.answer().map_err(|error| failed(&error)),
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
