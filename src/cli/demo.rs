//! `maildesk demo [DIR]`: the real daemon on a directory of its own, a small day's mail put into it, and what became of it.
//!
//! Nothing is simulated: the configuration is the one of `maildesk init`, the daemon runs in a thread of this process with its
//! Maildirs, store and control socket, and the player (`demo/player.rs`) does what a mail server would do: it puts messages
//! into the incoming Maildir and reads the letters in the outgoing one. Answers are written to the reply addresses that stand in
//! those letters, as people's mail programs do it. Every step of the script (`demo/script.rs`) says what must come of it; a step
//! that ends otherwise is an error. After the script the desk stays open, and whatever comes is told as it comes.

mod player;
mod script;
mod story;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use clap::Args;

use crate::config;
use crate::daemon::Mode;
use crate::io::entropy;

use super::exit::{Exit, Failure};
use super::{check, logging, run as daemon};
use player::Player;
use story::Story;

/// Where to play, and for how long.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// A directory that does not exist yet, or one of an earlier demonstration, which then goes on.
    #[arg(default_value = "demo")]
    directory: PathBuf,
    /// End after the script; the exit code is 0 only if every step ended as it must.
    #[arg(long)]
    exit: bool,
}

/// The file by which a directory is known as a demonstration's.
const MARK: &str = "DEMO.txt";

/// What stands in it.
const ABOUT: &str = "This directory was made by `maildesk demo`. It holds a whole desk: its configuration, its mail and its data.\n\
    `maildesk demo` with this directory opens the desk again. Delete the directory when you have seen enough.\n";

/// The file that the daemon logs into.
const LOG: &str = "maildesk.log";

/// Plays.
///
/// # Errors
/// A directory that cannot be used, or a daemon that failed.
pub(super) fn run(demo: &Demo, out: &mut dyn Write) -> Result<Exit, Failure> {
    let directory = &demo.directory;
    let is_new = prepare(directory)?;
    if !is_new && demo.exit {
        let message = format!("{} has been played already; delete it or name another directory", directory.display());
        return Err(Failure::new(Exit::Create, message));
    }
    let log = fs::OpenOptions::new().append(true).create(true).open(directory.join(LOG));
    logging::start_into(log.map_err(|error| cannot("write the log in", directory, &error))?);

    let settings = check::load(directory)?;
    let data_dir = settings.data_dir.clone();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let (ended, end) = mpsc::channel();
    let home = directory.clone();
    let thread = std::thread::Builder::new().name("daemon".to_owned()).spawn(move || {
        let outcome = daemon::serve(&home, settings, Mode::Serve, false, async { drop(stopped.await) });
        // The player notices that nobody answers; a receiver that is gone has heard enough.
        let _ = ended.send(());
        outcome
    });
    let thread = thread.map_err(|error| Failure::new(Exit::Internal, format!("the system gives no thread: {error}")))?;

    let mut story = Story::new(out, directory);
    let mut player = Player::new(directory, data_dir, end)?;
    let played = play(demo, is_new, &mut player, &mut story);
    // Whatever happened, the desk is closed properly before its terminal comes back.
    drop(stop);
    thread.join().map_err(|_| Failure::new(Exit::Internal, "the daemon's thread failed"))??;
    played
}

fn play(demo: &Demo, is_new: bool, player: &mut Player, story: &mut Story<'_>) -> Result<Exit, Failure> {
    if !player.is_open()? {
        return Ok(Exit::No);
    }
    story.opening(is_new)?;
    let mut unexpected = 0_usize;
    if is_new {
        for step in &script::STEPS {
            match player.play(step, story)? {
                None => {
                    story.closed()?;
                    return Ok(if demo.exit { Exit::No } else { Exit::Done });
                }
                Some(problems) => unexpected = unexpected.saturating_add(usize::from(!problems.is_empty())),
            }
        }
    }
    player.tickets(story)?;
    story.verdict(is_new, script::STEPS.len(), unexpected)?;
    let exit = if unexpected == 0 { Exit::Done } else { Exit::No };
    if demo.exit {
        return Ok(exit);
    }
    story.invitation(player.example()?.as_ref())?;
    player.watch(story)?;
    story.closed()?;
    Ok(exit)
}

/// Makes the directory, or recognises one that an earlier demonstration made.
fn prepare(directory: &Path) -> Result<bool, Failure> {
    if directory.join(MARK).exists() {
        return Ok(false);
    }
    if fs::read_dir(directory).is_ok_and(|mut entries| entries.next().is_some()) || directory.is_file() {
        let message = format!(
            "{} is there and was not made by `maildesk demo`; name another directory: maildesk demo DIR",
            directory.display()
        );
        return Err(Failure::new(Exit::Create, message));
    }
    let random = entropy::bytes().map_err(|error| Failure::caused(Exit::Internal, &error))?;
    config::init(directory, random).map_err(|error| Failure::caused(Exit::Create, &error))?;
    fs::write(directory.join(MARK), ABOUT).map_err(|error| cannot("write", directory, &error))?;
    Ok(true)
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Exit::Create, format!("cannot {what} {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_of_somebody_else_is_left_alone() {
        let directory = tempfile::tempdir().expect("directory");
        fs::write(directory.path().join("letter.txt"), "mine").expect("written");
        let refused = prepare(directory.path()).expect_err("refused");
        assert!(format!("{refused:?}").contains("not made by `maildesk demo`"), "{refused:?}");
        assert!(!directory.path().join("desk.toml").exists());
    }

    #[test]
    fn a_directory_is_made_once_and_known_again() {
        let directory = tempfile::tempdir().expect("directory");
        assert!(prepare(directory.path()).expect("an empty directory will do"));
        assert!(directory.path().join("desk.toml").exists());
        assert!(!prepare(directory.path()).expect("known again"));
    }
}
