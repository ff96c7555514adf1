//! What can be ordered about somebody's training, by the command line and by mail.

use serde::{Deserialize, Serialize};

use super::Step;

/// Something to be written down about somebody's training. Times are as people write them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrainingOrder {
    /// He has come to a step of his onboarding.
    Step(Step),
    /// He has done a module.
    Done(String),
    /// How well he does something.
    Assess {
        /// The skill.
        skill: String,
        /// From 1 to 5.
        level: u32,
        /// In words.
        note: Option<String>,
    },
    /// He has proved something.
    Certify {
        /// What.
        certification: String,
        /// Until when; none: for good.
        until: Option<String>,
    },
    /// Something is to be written down about him.
    Note(String),
}
