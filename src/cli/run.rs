//! `maildesk run`

use std::path::{Path, PathBuf};

use crate::base::Digest;
use crate::config::{self, Settings};
use crate::daemon::{self, DaemonError, Mode};
use crate::desk::{Desk, DeskSettings};
use crate::io::clock;

use super::ask::{environment, failed};
use super::check;
use super::exit::{Exit, Failure};
use super::logging::{self, People};
use super::store;

pub(super) fn run(directory: &Path, once: bool, accept_rollback: bool, log_pii: bool) -> Result<Exit, Failure> {
    if log_pii {
        logging::write_people(People::Shown);
    }
    let settings = check::load(directory)?;
    let mode = if once { Mode::Once } else { Mode::Serve };
    serve(directory, settings, mode, accept_rollback, std::future::pending())?;
    Ok(Exit::Done)
}

/// Opens the store and runs the daemon on it until its work is done, a signal comes, or `stop` ends.
pub(super) fn serve(
    directory: &Path,
    settings: Settings,
    mode: Mode,
    accept_rollback: bool,
    stop: impl Future<Output = ()>,
) -> Result<(), Failure> {
    // A key of its own: what stands in a log is nothing that the store rests on.
    logging::write_people(People::Named(*Digest::keyed(&settings.store_secret, b"maildesk log").as_bytes()));
    let opened = store::open(&settings, accept_rollback)?;
    let keys = settings.keys.clone();
    let desk = DeskSettings::new(settings.policy.clone(), settings.templates.clone(), keys, settings.fingerprint);
    let mut desk = Desk::open(opened.store, desk, opened.unclean, clock::now()).map_err(|error| failed(&error))?;
    desk.follow_with(store::index(&settings));
    desk.measure_in(store::measures(&settings));
    let directory: PathBuf = directory.to_owned();
    let reload = move || {
        // The examples in the rules guard a running desk: settings that fail them are not taken on.
        let loaded = config::load(&directory, &environment)?;
        let failing = check::rule_tests(&loaded.settings);
        if failing.is_empty() { Ok(loaded) } else { Err(failing) }
    };
    daemon::run_until(desk, settings, mode, Box::new(reload), stop).map_err(|error| match &error {
        DaemonError::Desk(cause) => failed(cause),
        DaemonError::Open(cause) => Failure::caused(store::exit_of(cause), &error),
        DaemonError::Io(_) => Failure::caused(Exit::Output, &error),
        DaemonError::Unread(_) => Failure::caused(Exit::Unavailable, &error),
        DaemonError::System(_) | DaemonError::WriterGone => Failure::caused(Exit::Internal, &error),
    })
}
