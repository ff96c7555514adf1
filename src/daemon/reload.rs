//! New settings for a running desk: load, check everything, compare, swap; or keep the old ones and say why.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::base::{Digest, StaffName};
use crate::config::{Loaded, Problem, Settings};
use crate::desk::{DeskSettings, Input, Reply};
use crate::io::control::{Reloaded, SettingsProblem};
use crate::io::systemd;

use super::crew::{Crew, Duties, Parts};
use super::error::DaemonError;
use super::writer::chain;

/// Loads and checks the configuration anew; the error is every problem.
pub type Reload = dyn Fn() -> Result<Loaded, Vec<Problem>> + Send + Sync;

/// How many problems a mail to the operator names; `check` shows the rest.
const PROBLEMS_TOLD: usize = 5;

/// The settings that count, as far as a reload has to compare them.
#[derive(Debug)]
pub(super) struct Running {
    data_dir: PathBuf,
    store_secret: [u8; 32],
    fingerprint: Digest,
    staff: BTreeSet<StaffName>,
    invited: BTreeSet<StaffName>,
    signing_key: Digest,
    duties: Duties,
}

impl Running {
    pub(super) fn of(settings: &Settings) -> Self {
        Self {
            data_dir: settings.data_dir.clone(),
            store_secret: settings.store_secret,
            fingerprint: settings.fingerprint,
            staff: settings.policy.staff.keys().cloned().collect(),
            invited: settings.policy.invited.keys().cloned().collect(),
            signing_key: settings.signing_key(),
            duties: Duties::of(settings),
        }
    }

    pub(super) const fn duties(&self) -> &Duties {
        &self.duties
    }

    /// What systemd shows of the daemon.
    pub(super) fn status(&self) -> String {
        format!("the desk is open: {} mailboxes, {} people", self.duties.sources.len(), self.staff.len())
    }

    /// What can only be changed by a restart.
    fn obstacle(&self, new: &Settings) -> Option<SettingsProblem> {
        let (file, message) = if new.data_dir != self.data_dir {
            ("desk.toml", format!("data_dir cannot change from {} while the daemon runs", self.data_dir.display()))
        } else if new.store_secret != self.store_secret {
            ("keys", "the line `store` may never change: what is stored could not be found again".to_owned())
        } else {
            return None;
        };
        let help = "change it back, or restart the daemon";
        Some(SettingsProblem {
            file: file.to_owned(),
            line: None,
            column: None,
            is_error: true,
            shown: format!("{file}: {message}\n  help: {help}"),
            message,
            help: Some(help.to_owned()),
        })
    }

    /// What is different, in a few words each.
    fn differences(&self, new: &Self) -> Vec<String> {
        let mut words = Vec::new();
        let (old_sources, new_sources) = (&self.duties.sources, &new.duties.sources);
        for name in old_sources.keys().chain(new_sources.keys()).collect::<BTreeSet<_>>() {
            let what = match (old_sources.get(name), new_sources.get(name)) {
                (None, Some(_)) => "added",
                (Some(_), None) => "removed",
                (old, new) if old != new => "changed",
                _ => continue,
            };
            words.push(format!("mailbox {name} {what}"));
        }
        if self.duties.sending != new.duties.sending {
            words.push("outgoing mail changed".to_owned());
        }
        if self.duties.metrics != new.duties.metrics {
            words.push("metrics changed".to_owned());
        }
        words.extend(new.staff.difference(&self.staff).map(|name| format!("{name} joined the staff")));
        words.extend(new.invited.difference(&self.invited).map(|name| format!("{name} is invited")));
        words.extend(self.staff.difference(&new.staff).map(|name| format!("{name} left the staff")));
        if self.signing_key != new.signing_key {
            words.push("another key signs".to_owned());
        }
        if words.is_empty() && self.fingerprint != new.fingerprint {
            words.push("rules, people, words or times changed".to_owned());
        }
        words
    }
}

/// Loads the configuration and takes it on if nothing speaks against it.
pub(super) async fn reload(
    load: &Arc<Reload>,
    parts: &Parts,
    crew: &mut Crew,
    running: &mut Running,
) -> Result<Reloaded, DaemonError> {
    systemd::reloading();
    let load = Arc::clone(load);
    // Thousands of rules take their time to compile: mail goes on meanwhile.
    let loaded = tokio::task::spawn_blocking(move || load()).await;
    let loaded = loaded.map_err(|error| DaemonError::System(std::io::Error::other(error)))?;
    let outcome = match loaded {
        Err(problems) => Err(problems.iter().map(SettingsProblem::from).collect()),
        Ok(loaded) => match running.obstacle(&loaded.settings) {
            Some(problem) => Err(vec![problem]),
            None => Ok(loaded),
        },
    };
    let reloaded = match outcome {
        Ok(loaded) => take_on(loaded, parts, crew, running).await?,
        Err(problems) => refuse(problems, parts).await?,
    };
    systemd::ready(&running.status());
    Ok(reloaded)
}

async fn take_on(loaded: Loaded, parts: &Parts, crew: &mut Crew, running: &mut Running) -> Result<Reloaded, DaemonError> {
    let Loaded { settings, warnings } = loaded;
    let new = Running::of(&settings);
    parts.writer.verifying().take_on(&settings);
    let settings = DeskSettings::new(settings.policy, settings.templates, settings.keys, settings.fingerprint);
    // Whoever loses his duty stops before it is taken from the desk's settings; what he hands over all the same stays where it is.
    crew.dismiss(&new.duties);
    let reply = parts.writer.all(vec![Input::Settings(Box::new(settings))]).await?.pop();
    if let Some(Err(error)) = reply {
        crew.engage(&running.duties);
        let message = format!("the desk cannot take the settings on: {}", chain(&error));
        let problem = SettingsProblem {
            file: "desk.toml".to_owned(),
            line: None,
            column: None,
            is_error: true,
            shown: message.clone(),
            message,
            help: None,
        };
        return refuse(vec![problem], parts).await;
    }
    crew.engage(&new.duties);
    let mut changes = running.differences(&new);
    if let Some(Ok(Reply::TakenOn(words))) = reply {
        changes.extend(words);
    }
    *running = new;
    parts.work.notify_waiters();
    tracing::info!(changes = changes.join("; "), "The new configuration counts from now on.");
    Ok(Reloaded { is_taken: true, changes, problems: warnings.iter().map(SettingsProblem::from).collect() })
}

async fn refuse(problems: Vec<SettingsProblem>, parts: &Parts) -> Result<Reloaded, DaemonError> {
    let shown = problems.iter().map(|problem| problem.shown.as_str()).collect::<Vec<_>>().join("\n");
    tracing::error!(problems = shown, "The new configuration is refused; the old one goes on.");
    let told = problems.iter().filter(|problem| problem.is_error).take(PROBLEMS_TOLD);
    let told = told.map(|problem| match (problem.line, problem.column) {
        (Some(line), Some(column)) => format!("{}:{line}:{column}: {}.", problem.file, problem.message),
        _ => format!("{}: {}.", problem.file, problem.message),
    });
    let replies = parts.writer.all(vec![Input::SettingsRefused(told.collect())]).await?;
    if let Some(Err(error)) = replies.into_iter().next() {
        tracing::warn!(error = %chain(&error), "The operator could not be told.");
    }
    parts.work.notify_waiters();
    Ok(Reloaded { is_taken: false, changes: Vec::new(), problems })
}
