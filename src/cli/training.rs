//! `maildesk training`: what people have learnt, and `maildesk staff away|back`. The command line acts as the operator.

use clap::Subcommand;

use crate::desk::{PersonOrder, Question};
use crate::domain::{Step, TrainingOrder};

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
    /// Gives somebody tickets to practise on: what staff.toml has for a module. They are answered by mail; the answers go to the
    /// mentor, and nothing leaves the desk.
    Practice {
        /// The short name.
        name: String,
        /// The module.
        module: String,
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
    let order = |name: &String, order| Question::Person { name: name.clone(), order: PersonOrder::Train(order) };
    match command {
        TrainingCommand::Show { name } => Question::Training(name.clone()),
        TrainingCommand::Done { name, module } => order(name, TrainingOrder::Done(module.clone())),
        TrainingCommand::Step { name, step } => order(name, TrainingOrder::Step(*step)),
        TrainingCommand::Assess { name, skill, level, note } => {
            order(name, TrainingOrder::Assess { skill: skill.clone(), level: *level, note: note.clone() })
        }
        TrainingCommand::Certify { name, certification, until } => {
            order(name, TrainingOrder::Certify { certification: certification.clone(), until: until.clone() })
        }
        TrainingCommand::Practice { name, module } => {
            Question::Person { name: name.clone(), order: PersonOrder::Practise(module.clone()) }
        }
        TrainingCommand::Note { name, words } => order(name, TrainingOrder::Note(words.join(" "))),
    }
}
