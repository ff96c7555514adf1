//! `maildesk staff …`: the directory of the staff, what its profiles may do, and changes of its entries.

mod change;
mod matrix;

use std::io::Write;
use std::path::Path;

use clap::{Args, Subcommand};

use crate::base::StaffName;
use crate::desk::{PersonOrder, Question, StaffFilter};

use super::exit::{Exit, Failure};
use super::{ask, check};

#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Everybody, or those whom all of the filters fit, with teams and load.
    List(Filter),
    /// Everything that is known of somebody: contact data, training, who sees what.
    Show {
        /// The short name, the address or the full name.
        name: String,
    },
    /// Those in whose name or address this stands.
    Search {
        /// Part of a name or address, in any case.
        words: String,
        #[command(flatten)]
        filter: Filter,
    },
    /// What each profile may do.
    Matrix,
    /// Write somebody into staff.toml and invite him or her by mail.
    Add {
        /// A short name for commands, such as "alice".
        name: String,
        /// The address that mail goes to and comes from.
        #[arg(long)]
        address: String,
        #[command(flatten)]
        entry: change::Entry,
    },
    /// Change somebody's entry in staff.toml; everything else in the file stays as it is.
    Edit {
        /// The short name.
        name: String,
        /// Another address.
        #[arg(long)]
        address: Option<String>,
        #[command(flatten)]
        entry: change::Entry,
        #[command(flatten)]
        less: change::Less,
    },
    /// Take somebody out of staff.toml. The tickets go to colleagues by the teams' rules.
    Remove {
        /// The short name.
        name: String,
        /// Also where teams and colleagues name him or her: as lead, member, mentor or substitute.
        #[arg(long)]
        also_references: bool,
    },
    /// Somebody is away: what would go to him goes to who stands in, and nothing is assigned to him.
    Away {
        /// The short name.
        name: String,
        /// From when: 2026-12-24, "monday 9:00". Without it: from now on.
        #[arg(long)]
        from: Option<String>,
        /// When he is back. Without it: when `staff back` says so.
        #[arg(long)]
        until: Option<String>,
    },
    /// Somebody is here again.
    Back {
        /// The short name.
        name: String,
    },
    /// Write another invitation to somebody who has not answered the first.
    Invite {
        /// The short name.
        name: String,
    },
}

#[derive(Debug, Default, Args)]
pub(super) struct Filter {
    /// Of this profile.
    #[arg(long)]
    profile: Option<String>,
    /// Of this role.
    #[arg(long)]
    role: Option<String>,
    /// In this team.
    #[arg(long)]
    team: Option<String>,
    /// With this category.
    #[arg(long)]
    category: Option<String>,
    /// At this stage of training: basic, advanced, specialised.
    #[arg(long)]
    stage: Option<String>,
}

impl Filter {
    fn question(&self, words: Option<&str>) -> Question {
        Question::Staff(StaffFilter {
            profile: self.profile.clone(),
            role: self.role.clone(),
            team: self.team.clone(),
            category: self.category.clone(),
            stage: self.stage.clone(),
            words: words.map(str::to_owned),
        })
    }
}

pub(super) fn run(directory: &Path, command: &StaffCommand, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    match command {
        StaffCommand::List(filter) => ask::run(directory, &filter.question(None), json, out),
        StaffCommand::Search { words, filter } => ask::run(directory, &filter.question(Some(words)), json, out),
        StaffCommand::Show { name } => ask::run(directory, &Question::StaffMember(name.clone()), json, out),
        StaffCommand::Matrix => matrix::print(&check::load(directory)?.profiles, json, out),
        StaffCommand::Add { name, address, entry } => change::add(directory, (name, address), entry, json, out),
        StaffCommand::Edit { name, address, entry, less } => {
            change::edit(directory, (name, address.as_deref()), (entry, less), json, out)
        }
        StaffCommand::Remove { name, also_references } => change::remove(directory, name, *also_references, json, out),
        StaffCommand::Away { name, from, until } => {
            let order = PersonOrder::Away { from: from.clone(), until: until.clone() };
            ask::run(directory, &Question::Person { name: name.clone(), order }, json, out)
        }
        StaffCommand::Back { name } => {
            ask::run(directory, &Question::Person { name: name.clone(), order: PersonOrder::Back }, json, out)
        }
        StaffCommand::Invite { name } => ask::run(directory, &Question::StaffInvite(short(name)?), json, out),
    }
}

/// A name as commands use it.
fn short(name: &str) -> Result<StaffName, Failure> {
    StaffName::new(name).map_err(|error| Failure::new(Exit::Usage, format!("{name:?} is no short name: {error}")))
}
