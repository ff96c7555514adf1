//! Opening the store, and the commands that care for it.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::json;

use crate::base::Span;
use crate::config::Settings;
use crate::io::{clock, systemd};
use crate::search::{Index, Place};
use crate::store::{
    FileDisk, FileStore, Opened, Options, Progress, Rollback, SledKeyspace, StateOutcome, StatePolicy, StoreError,
};

use super::check;
use super::exit::{Exit, Failure};

/// Opens the store of a configuration and says what had to be mended.
pub(super) fn open(settings: &Settings, accept_rollback: bool) -> Result<Opened<FileDisk, SledKeyspace>, Failure> {
    let rollback = if accept_rollback { Rollback::Accept } else { Rollback::Refuse };
    open_with(settings, rollback, StatePolicy::Check)
}

fn open_with(settings: &Settings, rollback: Rollback, state: StatePolicy) -> Result<Opened<FileDisk, SledKeyspace>, Failure> {
    let directory = &settings.data_dir;
    let mut options = Options::new(settings.store_secret);
    options.rollback = rollback;
    options.state = state;
    let opened = FileStore::open_directory(directory, &options, &mut show).map_err(|error| failed(&error))?;
    if let Some(cut) = &opened.cut {
        tracing::warn!(
            file = cut.file,
            offset = cut.offset,
            record = cut.record.get(),
            "A record that was being written when the last run ended was cut off; nobody had been told of it."
        );
    }
    if let StateOutcome::Rebuilt { because, records } = &opened.state {
        tracing::warn!(because, records, "The state was thrown away and made again from the journal.");
    }
    if opened.missing_texts > 0 {
        tracing::error!(missing = opened.missing_texts, "Texts that the journal names are missing; run `maildesk verify`.");
    }
    Ok(opened)
}

/// Where the full-text index lies below the data directory.
const INDEX: &str = "search";

/// The full-text index of a configuration's desk.
pub(super) fn index(settings: &Settings) -> Index {
    Index::open(Place::Directory(settings.data_dir.join(INDEX)))
}

/// Removes the index, which is made anew when somebody needs it.
pub(super) fn discard_index(data_dir: &Path) -> Result<(), Failure> {
    match std::fs::remove_dir_all(data_dir.join(INDEX)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::caused(Exit::Output, &error)),
        _ => Ok(()),
    }
}

/// Where the measures of a configuration's desk lie.
pub(super) fn measures(settings: &Settings) -> crate::report::Place {
    crate::report::Place::Directory(settings.data_dir.join("measures"))
}

/// Ends a command's use of the store. That the daemon was killed is left for the daemon to find: it reads the messages that it
/// had in hand then with more care.
pub(super) fn leave(mut store: FileStore, unclean: bool) -> Result<(), Failure> {
    let left = if unclean { store.checkpoint() } else { store.close() };
    left.map_err(|error| failed(&error))
}

/// How often systemd is told that a start goes on, in seconds, and how much longer it may take then.
const EXTEND_EVERY: i64 = 10;
const EXTEND_BY: Span = Span::from_minutes(2);

/// Long pieces of work show how far they are, on a terminal; systemd hears that a start goes on.
pub(super) fn show(progress: Progress) {
    static TOLD: AtomicI64 = AtomicI64::new(0);
    let now = clock::now().as_seconds();
    if now.saturating_sub(TOLD.load(Ordering::Relaxed)) >= EXTEND_EVERY {
        TOLD.store(now, Ordering::Relaxed);
        systemd::extend_start(EXTEND_BY);
    }
    let mut stderr = std::io::stderr();
    if stderr.is_terminal() && progress.done > 0 {
        let _ = write!(stderr, "\r{:?} {} of {} ", progress.stage, progress.done, progress.total);
    }
}

pub(super) fn verify(directory: &Path, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let settings = check::load(directory)?;
    let opened = open(&settings, false)?;
    let report = opened.store.verify_on_disk(&mut show).map_err(|error| failed(&error))?;
    let line = json!({
        "ok": report.is_clean(), "records": report.records, "texts": report.texts, "rows": report.rows, "problems": report.problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    leave(opened.store, opened.unclean)?;
    if json {
        writeln!(out, "{line}").map_err(Failure::output)?;
    } else {
        for problem in &report.problems {
            writeln!(out, "{problem}").map_err(Failure::output)?;
        }
        let verdict = if report.is_clean() { "everything agrees" } else { "stored data is damaged" };
        writeln!(out, "{} records, {} texts, {} rows: {verdict}", report.records, report.texts, report.rows)
            .map_err(Failure::output)?;
    }
    Ok(if report.is_clean() { Exit::Done } else { Exit::Damaged })
}

pub(super) fn rebuild(directory: &Path, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let settings = check::load(directory)?;
    let opened = open_with(&settings, Rollback::Refuse, StatePolicy::Rebuild)?;
    let records = opened.store.sizes().last.get();
    leave(opened.store, opened.unclean)?;
    if json {
        writeln!(out, "{}", json!({"records": records})).map_err(Failure::output)?;
    } else {
        writeln!(out, "The state was made again from {records} records.").map_err(Failure::output)?;
    }
    Ok(Exit::Done)
}

/// The exit code of a failed store.
pub(super) fn exit_of(error: &StoreError) -> Exit {
    if error.is_busy() || error.is_full() {
        Exit::Busy
    } else if error.is_damage() {
        Exit::Damaged
    } else {
        Exit::Output
    }
}

fn failed(error: &StoreError) -> Failure {
    Failure::caused(exit_of(error), error)
}
