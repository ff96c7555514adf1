//! `maildesk staff add|edit|remove`: edits `staff.toml`, checks the whole configuration with it, puts it in place, and asks the
//! daemon to take it on.

use std::io::Write;
use std::path::Path;

use clap::Args;
use serde_json::json;

use crate::config::{self, EditError, KeyEdit, Problem, Scalar, StaffFile};
use crate::io::control::{Request, Response};

use super::super::ask::{self, environment};
use super::super::exit::{Exit, Failure};
use super::short;

/// The file that is edited.
const FILE: &str = "staff.toml";

/// What an entry says.
#[derive(Debug, Default, Args)]
pub(in crate::cli) struct Entry {
    /// The name that people read, such as "Alice Example".
    #[arg(long = "name", value_name = "FULL NAME")]
    display: Option<String>,
    /// What he or she may do; `maildesk staff matrix` shows the profiles.
    #[arg(long)]
    profile: Option<String>,
    /// The place in the tree of roles.
    #[arg(long)]
    role: Option<String>,
    /// The department.
    #[arg(long)]
    department: Option<String>,
    /// A team; may be given several times.
    #[arg(long)]
    team: Vec<String>,
    /// A category that is his or hers; may be given several times.
    #[arg(long)]
    category: Vec<String>,
    /// Unfinished tickets that he or she can carry.
    #[arg(long)]
    capacity: Option<u32>,
    /// A skill, with a level from 1 to 5 where wanted: `printers=4`; may be given several times.
    #[arg(long)]
    skill: Vec<String>,
    /// A language (ISO 639-1), with a level where wanted: `de=4`; the first one is that of mails to him or her.
    #[arg(long)]
    language: Vec<String>,
    /// Time zone, by its IANA name.
    #[arg(long)]
    time_zone: Option<String>,
    /// Who approves his or her answers.
    #[arg(long)]
    mentor: Option<String>,
    /// The stage of training: basic, advanced, specialised.
    #[arg(long)]
    stage: Option<String>,
    /// Who stands in during absence.
    #[arg(long)]
    substitute: Option<String>,
    /// Contact data under a name of one's own: `phone=+49 30 901820`; may be given several times.
    #[arg(long, value_name = "KEY=VALUE")]
    contact: Vec<String>,
    /// What admins should know of this person.
    #[arg(long)]
    note: Option<String>,
}

/// What an entry does not say any more.
#[derive(Debug, Default, Args)]
pub(in crate::cli) struct Less {
    /// A team to leave; may be given several times.
    #[arg(long)]
    remove_team: Vec<String>,
    /// A category to give up; may be given several times.
    #[arg(long)]
    remove_category: Vec<String>,
    /// A skill to strike out; may be given several times.
    #[arg(long)]
    remove_skill: Vec<String>,
    /// A language to strike out; may be given several times.
    #[arg(long)]
    remove_language: Vec<String>,
    /// Contact data to strike out, by its name; may be given several times.
    #[arg(long, value_name = "KEY")]
    remove_contact: Vec<String>,
    /// A single value to strike out; may be given several times.
    #[arg(long, value_parser = UNSET)]
    unset: Vec<String>,
}

/// Keys that an entry may do without.
const UNSET: [&str; 11] =
    ["display", "profile", "role", "department", "capacity", "time_zone", "mentor", "stage", "substitute", "note", "confirmed"];

impl Entry {
    fn edits(&self) -> Result<Vec<KeyEdit>, Failure> {
        let texts = [
            ("display", &self.display),
            ("profile", &self.profile),
            ("role", &self.role),
            ("department", &self.department),
            ("time_zone", &self.time_zone),
            ("mentor", &self.mentor),
            ("stage", &self.stage),
            ("substitute", &self.substitute),
            ("note", &self.note),
        ];
        let set = |(key, value): (&'static str, &Option<String>)| {
            value.as_ref().map(|value| KeyEdit::Set(key, Scalar::Text(value.clone())))
        };
        let mut edits: Vec<KeyEdit> = texts.into_iter().filter_map(set).collect();
        edits.extend(self.capacity.map(|capacity| KeyEdit::Set("capacity", Scalar::Number(capacity))));
        for (key, words) in [("teams", &self.team), ("categories", &self.category)] {
            edits.extend(words.iter().map(|word| KeyEdit::Add(key, word.clone(), None)));
        }
        for (key, words) in [("skills", &self.skill), ("languages", &self.language)] {
            for word in words {
                let (word, level) = leveled(word)?;
                edits.push(KeyEdit::Add(key, word, level));
            }
        }
        for pair in &self.contact {
            let (key, value) = pair.split_once('=').filter(|(key, _)| !key.trim().is_empty()).ok_or_else(|| {
                Failure::new(Exit::Usage, format!("--contact takes a name and a value, such as phone=110, not {pair:?}"))
            })?;
            edits.push(KeyEdit::SetIn("contact", key.trim().to_owned(), Some(value.trim().to_owned())));
        }
        Ok(edits)
    }
}

impl Less {
    fn edits(&self) -> Vec<KeyEdit> {
        let mut edits = Vec::new();
        let lists = [
            ("teams", &self.remove_team),
            ("categories", &self.remove_category),
            ("skills", &self.remove_skill),
            ("languages", &self.remove_language),
        ];
        for (key, words) in lists {
            edits.extend(words.iter().map(|word| KeyEdit::Take(key, word.clone())));
        }
        edits.extend(self.remove_contact.iter().map(|key| KeyEdit::SetIn("contact", key.clone(), None)));
        let unset = self.unset.iter().filter_map(|key| UNSET.into_iter().find(|known| known == key));
        edits.extend(unset.map(KeyEdit::Unset));
        edits
    }
}

/// `printers=4`.
fn leveled(word: &str) -> Result<(String, Option<u32>), Failure> {
    let Some((name, level)) = word.rsplit_once('=') else { return Ok((word.to_owned(), None)) };
    let level = level.trim().parse();
    let level = level.map_err(|_| Failure::new(Exit::Usage, format!("{word:?}: a level is a number from 1 to 5")))?;
    Ok((name.trim().to_owned(), Some(level)))
}

pub(super) fn add(
    directory: &Path,
    (name, address): (&str, &str),
    entry: &Entry,
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    short(name)?;
    let mut edits = vec![KeyEdit::Set("address", Scalar::Text(address.to_owned()))];
    edits.extend(entry.edits()?);
    edits.push(KeyEdit::Set("confirmed", Scalar::Flag(false)));
    let done = format!("{name} is added and counts once the invitation to {address} has been answered");
    carry_out(directory, |file| file.add(name, &edits), &done, json, out)
}

pub(super) fn edit(
    directory: &Path,
    (name, address): (&str, Option<&str>),
    (entry, less): (&Entry, &Less),
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let address = address.map(|address| KeyEdit::Set("address", Scalar::Text(address.to_owned())));
    let mut edits: Vec<KeyEdit> = address.into_iter().collect();
    // What goes, goes first: a list may be renewed in one step.
    edits.extend(less.edits());
    edits.extend(entry.edits()?);
    if edits.is_empty() {
        return Err(Failure::new(Exit::Usage, format!("nothing is to be changed of {name}; see `maildesk staff edit --help`")));
    }
    carry_out(directory, |file| file.change(name, &edits), &format!("{name} is changed"), json, out)
}

pub(super) fn remove(
    directory: &Path,
    name: &str,
    also_references: bool,
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let text = read(directory)?;
    let file = StaffFile::read(&text).map_err(|error| failed(&error))?;
    let references = file.references(name).map_err(|error| failed(&error))?;
    if !references.is_empty() && !also_references {
        for reference in &references {
            let _ = writeln!(std::io::stderr(), "{FILE}:{}: {}", reference.line, reference.what);
        }
        let because = format!(
            "{name} is still named there; change that first, or take it out too with --also-references. Nothing was changed"
        );
        return Err(Failure::new(Exit::No, because));
    }
    let edit = |file: &mut StaffFile| {
        file.remove(name)?;
        file.drop_references(name)
    };
    let mut done = format!("{name} is removed");
    for reference in &references {
        done.push_str(&format!("; also from {}", reference.what));
    }
    carry_out(directory, edit, &done, json, out)
}

/// Edits the file, checks everything with it, puts it in place, and lets the daemon take it on.
fn carry_out(
    directory: &Path,
    edit: impl FnOnce(&mut StaffFile) -> Result<(), EditError>,
    done: &str,
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let before = read(directory)?;
    let mut file = StaffFile::read(&before).map_err(|error| failed(&error))?;
    edit(&mut file).map_err(|error| failed(&error))?;
    if file.text() == before {
        return said(json, out, "unchanged", "Nothing is different; staff.toml stays as it is.", &[]);
    }
    match config::load_with_staff(directory, &environment, &file.text()) {
        Ok(loaded) => shown(&loaded.warnings),
        Err(problems) => {
            shown(&problems);
            let because = format!("{FILE} would not be in order; nothing was changed");
            return Err(Failure::new(Exit::Configuration, because));
        }
    }
    config::put_in_place(&directory.join(FILE), &before, &file.text()).map_err(|error| failed(&error))?;
    match ask::request(directory, &Request::Reload, &[])? {
        None => said(json, out, "written", &format!("Done: {done}. No daemon runs; it counts from the next start."), &[]),
        Some(Response::Reloaded(reloaded)) if reloaded.is_taken => {
            said(json, out, "taken", &format!("Done: {done}."), &reloaded.changes)
        }
        Some(Response::Reloaded(reloaded)) => {
            for problem in &reloaded.problems {
                let _ = writeln!(std::io::stderr(), "{}", problem.shown);
            }
            let because = format!("{FILE} is written, and the daemon does not take the configuration on: {done}, once it does");
            Err(Failure::new(Exit::No, because))
        }
        Some(other) => ask::answer_in(other).map(|_| Exit::Internal),
    }
}

fn said(json: bool, out: &mut dyn Write, result: &str, text: &str, changes: &[String]) -> Result<Exit, Failure> {
    if json {
        writeln!(out, "{}", json!({"result": result, "about": text, "changes": changes})).map_err(Failure::output)?;
        return Ok(Exit::Done);
    }
    writeln!(out, "{text}").map_err(Failure::output)?;
    for change in changes {
        writeln!(out, "  {change}").map_err(Failure::output)?;
    }
    Ok(Exit::Done)
}

fn read(directory: &Path) -> Result<String, Failure> {
    let path = directory.join(FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && directory.is_dir() => Ok(String::new()),
        Err(error) => Err(Failure::new(Exit::Configuration, format!("cannot read {}: {error}", path.display()))),
    }
}

fn shown(problems: &[Problem]) {
    for problem in problems {
        let _ = writeln!(std::io::stderr(), "{problem}");
    }
}

fn failed(error: &EditError) -> Failure {
    let exit = match error {
        EditError::Unknown { .. } | EditError::Exists(_) => Exit::No,
        EditError::Broken(_) | EditError::NoSections | EditError::Form(_) => Exit::Configuration,
        EditError::Changed | EditError::UnderWay(_) => Exit::Busy,
        EditError::File { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied => Exit::NotPermitted,
        EditError::File { .. } => Exit::Output,
    };
    Failure::caused(exit, error)
}
