//! `maildesk training`: what people have learnt, and `maildesk staff away|back`. The command line acts as the operator.

use clap::Subcommand;

use crate::desk::{PersonOrder, Question};
use crate::domain::Step;

#[derive(Debug, Subcommand)]
pub(super) enum TrainingCommand {
    /// How far somebody has come; without a name everybody who is being onboarded.
    Show {
        /// The short name.
        name: Option<String>,
    },
    /// Somebody has done a module.
    Done {
        /// The short name.
        name: String,
        /// The module, as staff.toml calls it.
        module: String,
    },
    /// Somebody has come to a step: account, access, modules, shadowing, supervised, independent, review.
    Step {
        /// The short name.
        name: String,
        /// The step.
        step: Step,
    },
    /// How well somebody does something, from 1 (a beginner) to 5.
    Assess {
        /// The short name.
        name: String,
        /// The skill.
        skill: String,
        /// The level.
        level: u32,
        /// In words.
        #[arg(long)]
        note: Option<String>,
    },
    /// Somebody has proved what categories may ask for.
    Certify {
        /// The short name.
        name: String,
        /// The certification.
        certification: String,
        /// When it ends: 2027-12-31, or "friday 14:00". Without it: never.
        #[arg(long)]
        until: Option<String>,
    },
    /// Write something down about somebody's training.
    Note {
        /// The short name.
        name: String,
        /// The words.
        #[arg(required = true)]
        words: Vec<String>,
    },
}

/// The question or order that a command line asks.
pub(super) fn question(command: &TrainingCommand) -> Question {
    let order = |name: &String, order| Question::Person { name: name.clone(), order };
    match command {
        TrainingCommand::Show { name } => Question::Training(name.clone()),
        TrainingCommand::Done { name, module } => order(name, PersonOrder::Done(module.clone())),
        TrainingCommand::Step { name, step } => order(name, PersonOrder::Step(*step)),
        TrainingCommand::Assess { name, skill, level, note } => {
            order(name, PersonOrder::Assess { skill: skill.clone(), level: *level, note: note.clone() })
        }
        TrainingCommand::Certify { name, certification, until } => {
            order(name, PersonOrder::Certify { certification: certification.clone(), until: until.clone() })
        }
        TrainingCommand::Note { name, words } => order(name, PersonOrder::Note(words.join(" "))),
    }
}
