//! What the desk knows of a member of staff besides `staff.toml`: when he is away, how far he has learnt, what he wants to be
//! told.
//!
//! The configuration says what is, this row what changes from day to day. Nobody has rights by it: rights stand in `staff.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, Digest, Private, StaffName, TicketId, Timestamp};

use super::kept::{Undoing, keep_undoing};

mod earlier;
mod notice;
mod order;

pub use earlier::Earlier;
pub use notice::PeopleNotice;
pub use order::TrainingOrder;

/// The changing part of a member of staff.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// When he is away besides what the configuration says, in order.
    pub away: Vec<Absence>,
    /// When he last said that he is back: what the configuration says of an absence that had begun before counts no more.
    pub back_at: Option<Timestamp>,
    /// The absence that his manager was asked about last.
    pub offered: Option<Offer>,
    /// An absence that has begun: what it asks for has been done, and its end is to be told.
    pub leave: Option<Leave>,
    /// Whether he wants a daily overview; none: as the configuration says.
    pub digest: Option<bool>,
    /// Kinds of letters that he wants; none: as the configuration says.
    pub notify: Option<BTreeSet<String>>,
    /// The step of his onboarding; none: as the configuration says.
    pub step: Option<Step>,
    /// Steps he has reached, with when and by whom he was led there.
    pub steps: BTreeMap<Step, Done>,
    /// Modules of the training that he has done.
    pub modules: BTreeMap<String, Done>,
    /// What came of assessments of his skills, the oldest first.
    pub assessments: Vec<Assessment>,
    /// What he has proved, besides what the configuration says.
    pub certifications: BTreeMap<String, Certificate>,
    /// What those who train him wrote down, the oldest first.
    pub notes: Vec<Remark>,
    /// Certifications of whose end he was told, with that end.
    pub warned: BTreeMap<String, Timestamp>,
    /// When he was last reminded of what he is to learn.
    pub reminded_at: Option<Timestamp>,
    /// What he has ordered about people in mails of no ticket and can take back, the newest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undo: Vec<Undoing>,
    /// Who is told when he leaves: after a restart the settings that named him are gone.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub managers: BTreeSet<ContactId>,
}

/// A time somebody is away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// From when.
    pub from: Timestamp,
    /// Until when; none: until he says that he is back.
    pub until: Option<Timestamp>,
    /// How the desk knows.
    pub source: AbsenceSource,
    /// Who said so; none: the operator, or nobody.
    pub by: Option<ContactId>,
    /// Who stands in this time, where it is not who the configuration names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<Private<StaffName>>,
    /// What whoever stands in should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Private<String>>,
}

impl Absence {
    /// Is it going on then?
    pub fn covers(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// How the desk knows of an absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AbsenceSource {
    /// Somebody said so.
    Said,
    /// An absence note that answered a letter of ours.
    Learned,
}

/// An absence that has begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// When it began.
    pub since: Timestamp,
    /// The unfinished tickets that were his then.
    #[serde(default)]
    pub tickets: BTreeSet<TicketId>,
}

/// An absence that somebody's manager was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// When.
    pub at: Timestamp,
    /// Until when he would be away, as far as the note says.
    pub until: Option<Timestamp>,
}

/// Something done: when, and who says so (none: the operator).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// Who says so; none: the operator.
    pub by: Option<ContactId>,
}

/// What came of looking how well somebody does something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The skill.
    pub skill: String,
    /// From 1 (a beginner) to 5.
    pub level: u8,
    /// When and by whom.
    #[serde(flatten)]
    pub done: Done,
    /// In words.
    pub note: Option<Private<String>>,
}

/// A certification that somebody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Until when; none: for good.
    pub until: Option<Timestamp>,
    /// When and by whom it was given.
    pub done: Done,
}

/// A note about somebody's training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// When and by whom.
    #[serde(flatten)]
    pub done: Done,
    /// Its words.
    pub text: Private<String>,
}

/// A step of the way into the work, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// His account is made.
    Account,
    /// He has access to what he needs.
    Access,
    /// He learns the basic modules.
    Modules,
    /// He looks over his mentor's shoulder: copies of what his mentor gets, to read.
    Shadowing,
    /// He answers, and his mentor approves each answer.
    Supervised,
    /// He works by himself.
    Independent,
    /// He has looked back on it with his mentor.
    Review,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Account, Self::Access, Self::Modules, Self::Shadowing, Self::Supervised, Self::Independent, Self::Review];

    /// The name that people type and read.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Access => "access",
            Self::Modules => "modules",
            Self::Shadowing => "shadowing",
            Self::Supervised => "supervised",
            Self::Independent => "independent",
            Self::Review => "review",
        }
    }

    /// May he write to customers by himself?
    pub const fn is_independent(self) -> bool {
        matches!(self, Self::Independent | Self::Review)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Step {
    type Err = String;

    /// Reads the name in any case; the error lists the names.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let names = || Self::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ");
        Self::ALL.into_iter().find(|one| one.as_str().eq_ignore_ascii_case(text)).ok_or_else(names)
    }
}

/// Something that happened to a member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each variant says what happened; its fields are named for what they hold")]
pub enum PersonEvent {
    /// He is or will be away.
    Away {
        from: Timestamp,
        until: Option<Timestamp>,
        source: AbsenceSource,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        substitute: Option<Private<StaffName>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Private<String>>,
    },
    /// He is here from now on; what was said of a later absence stays.
    Back,
    /// His manager was asked whether an absence note counts.
    AwayOffered { until: Option<Timestamp> },
    /// An absence has begun, and what it asks for was done.
    LeaveBegun { tickets: BTreeSet<TicketId> },
    /// An absence is over, and he was told what happened meanwhile.
    LeaveEnded,
    /// Which letters he wants.
    NotifySet { letters: BTreeSet<String> },
    /// Whether he wants the daily overview.
    DigestSet { on: bool },
    /// He has come to this step of his onboarding.
    StepReached { step: Step },
    /// He has done a module of the training.
    ModuleDone { module: String },
    /// His skill was looked at.
    Assessed { skill: String, level: u8, note: Option<Private<String>> },
    /// He was certified.
    Certified { certification: String, until: Option<Timestamp> },
    /// He was told that a certification will end.
    CertificationWarned { certification: String, until: Timestamp },
    /// Something was written down about his training.
    Noted { text: Private<String> },
    /// He was reminded of what he is to learn.
    TrainingReminded,
    /// What an order has changed is again as it was before.
    TakenBack { earlier: Earlier },
    /// What a mail of his has ordered about people can be taken back so.
    Undoable { undoing: Box<Undoing> },
    /// It has been taken back.
    Undone { message: Digest },
    /// Who is told when he leaves.
    ManagersKnown { managers: BTreeSet<ContactId> },
}

impl Person {
    /// Absences that are kept; what is long over is forgotten first.
    const ABSENCES: usize = 40;
    /// Assessments and notes that are kept of each.
    const RECORDS: usize = 100;

    /// Lets an event take effect. `by`: who made it happen; none: the operator, or the desk itself.
    pub fn apply(&mut self, event: &PersonEvent, by: Option<ContactId>, at: Timestamp) {
        let done = Done { at, by };
        match event {
            PersonEvent::Away { from, until, source, substitute, note } => {
                // What is said last counts for the time it names; an absence within another one changes nothing of the other.
                self.away
                    .retain(|old| !(old.from >= *from && until.is_none_or(|until| old.until.is_some_and(|end| end <= until))));
                for old in self.away.iter_mut().filter(|old| old.covers(*from)) {
                    old.until = Some(*from);
                }
                self.away.retain(|old| old.until.is_none_or(|until| old.from < until));
                let (substitute, note) = (substitute.clone(), note.clone());
                self.away.push(Absence { from: *from, until: *until, source: *source, by, substitute, note });
                self.away.sort_by_key(|absence| absence.from);
                let surplus = self.away.len().saturating_sub(Self::ABSENCES);
                self.away.drain(..surplus);
            }
            PersonEvent::Back => {
                self.back_at = Some(at);
                for absence in self.away.iter_mut().filter(|absence| absence.covers(at)) {
                    absence.until = Some(at);
                }
            }
            PersonEvent::AwayOffered { until } => self.offered = Some(Offer { at, until: *until }),
            PersonEvent::LeaveBegun { tickets } => self.leave = Some(Leave { since: at, tickets: tickets.clone() }),
            PersonEvent::LeaveEnded => {
                self.leave = None;
                self.away.retain(|absence| absence.until.is_none_or(|until| until > at));
            }
            PersonEvent::NotifySet { letters } => self.notify = Some(letters.clone()),
            PersonEvent::DigestSet { on } => self.digest = Some(*on),
            PersonEvent::StepReached { step } => {
                self.step = Some(*step);
                self.steps.insert(*step, done);
            }
            PersonEvent::ModuleDone { module } => drop(self.modules.insert(module.clone(), done)),
            PersonEvent::Assessed { skill, level, note } => {
                self.assessments.push(Assessment { skill: skill.clone(), level: *level, done, note: note.clone() });
                let surplus = self.assessments.len().saturating_sub(Self::RECORDS);
                self.assessments.drain(..surplus);
            }
            PersonEvent::Certified { certification, until } => {
                self.certifications.insert(certification.clone(), Certificate { until: *until, done });
            }
            PersonEvent::CertificationWarned { certification, until } => drop(self.warned.insert(certification.clone(), *until)),
            PersonEvent::Noted { text } => {
                self.notes.push(Remark { done, text: text.clone() });
                let surplus = self.notes.len().saturating_sub(Self::RECORDS);
                self.notes.drain(..surplus);
            }
            PersonEvent::TrainingReminded => self.reminded_at = Some(at),
            PersonEvent::TakenBack { earlier } => self.restore(earlier),
            PersonEvent::Undoable { undoing } => keep_undoing(&mut self.undo, (**undoing).clone(), at),
            PersonEvent::Undone { message } => self.undo.retain(|known| known.message != *message),
            PersonEvent::ManagersKnown { managers } => self.managers.clone_from(managers),
        }
    }
}

/// What became of an answer that waited for approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It was sent as it is.
    Approved,
    /// It was sent with the words of who approved it.
    Edited,
    /// It went back to its writer.
    Rejected,
    /// Its writer has sent another one in its place.
    Replaced,
}

/// An answer that waits for approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldReply {
    /// Who wrote it.
    pub by: ContactId,
    /// When.
    pub at: Timestamp,
    /// How often somebody was reminded of it.
    #[serde(default)]
    pub reminders: u8,
}
