//! The staff as `staff.toml` describes it: people, teams, roles, and what categories ask of those who work on them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{CategoryName, EmailAddress, StaffName, TeamName, Timestamp};
use crate::domain::LetterKind;

use super::{BuiltIn, Profile};

/// A member of staff.
#[derive(Clone, Debug)]
pub struct Member {
    /// Short name, for commands.
    pub name: StaffName,
    /// The name people read.
    pub display: String,
    /// Where mail for him goes and his mail comes from.
    pub address: EmailAddress,
    /// What he may do.
    pub profile: Profile,
    /// His place in the tree of roles.
    pub role: Option<String>,
    /// The department he belongs to; none: that of his teams.
    pub department: Option<String>,
    /// Unfinished tickets he can carry; assignment by load compares against it.
    pub capacity: u32,
    /// When he is away.
    pub away: Vec<Away>,
    /// Who stands in for him then.
    pub substitute: Option<StaffName>,
    /// Language of mails to him, ISO 639-1.
    pub language: String,
    /// Languages he answers in, with how well.
    pub languages: BTreeMap<String, Level>,
    /// What he is good at, with how good.
    pub skills: BTreeMap<String, Level>,
    /// What he has learnt and proved, and until when that holds; none: for good.
    pub certifications: BTreeMap<String, Option<Timestamp>>,
    /// Categories that are his.
    pub categories: BTreeSet<CategoryName>,
    /// How far his training has come.
    pub stage: Stage,
    /// Who approves his answers while he learns.
    pub mentor: Option<StaffName>,
    /// His time zone, by its IANA name.
    pub time_zone: String,
    /// Telephone and the like, for colleagues.
    pub contact: BTreeMap<String, String>,
    /// What admins and colleagues should know of him.
    pub note: Option<String>,
    /// What he is told by mail, by the names of kinds of letters; what [`Member::wants`] calls necessary he gets anyway.
    pub notify: BTreeSet<String>,
}

impl Member {
    /// An agent of whom nothing else is known: English, UTC, without limits and without a team.
    pub fn new(name: StaffName, address: EmailAddress) -> Self {
        Self {
            display: name.to_string(),
            name,
            address,
            profile: BuiltIn::Agent.into(),
            role: None,
            department: None,
            capacity: u32::MAX,
            away: Vec::new(),
            substitute: None,
            language: "en".to_owned(),
            languages: BTreeMap::new(),
            skills: BTreeMap::new(),
            certifications: BTreeMap::new(),
            categories: BTreeSet::new(),
            stage: Stage::Specialised,
            mentor: None,
            time_zone: "UTC".to_owned(),
            contact: BTreeMap::new(),
            note: None,
            notify: BTreeSet::new(),
        }
    }

    /// Is he to get letters of this kind? Answers to his own mail and failures always.
    pub fn wants(&self, kind: LetterKind) -> bool {
        let is_necessary = matches!(
            kind,
            LetterKind::DeliveryFailure
                | LetterKind::Refused
                | LetterKind::Receipt
                | LetterKind::Operator
                | LetterKind::Stranger
                | LetterKind::Departure
                | LetterKind::Confirm
                | LetterKind::Forged
        );
        is_necessary || kind.is_for_customer() || self.notify.contains(kind.as_str())
    }

    /// Is he at work, as far as the configuration knows?
    pub fn is_present(&self, at: Timestamp) -> bool {
        !self.away.iter().any(|away| away.from <= at && at < away.until)
    }

    /// Does he hold this certification now?
    pub fn is_certified(&self, certification: &str, at: Timestamp) -> bool {
        self.certifications.get(certification).is_some_and(|until| until.is_none_or(|until| at < until))
    }
}

/// A time somebody is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// How good somebody is at something, from 1 (a beginner) to 5 (the one whom the others ask).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// The highest.
    pub const MOST: u32 = 5;
    /// Where nothing is said.
    pub const USUAL: Self = Self(3);

    /// A level from 1 to [`Level::MOST`].
    pub fn new(number: u32) -> Option<Self> {
        u8::try_from(number).ok().filter(|_| (1..=Self::MOST).contains(&number)).map(Self)
    }

    /// As a number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// How far somebody's training has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// He learns the work.
    Basic,
    /// He does it.
    Advanced,
    /// He knows it better than others.
    Specialised,
}

impl Stage {
    /// All of them with their names.
    pub const ALL: [(&str, Self); 3] = [("basic", Self::Basic), ("advanced", Self::Advanced), ("specialised", Self::Specialised)];
}

/// A team.
#[derive(Clone, Debug)]
pub struct Team {
    /// Its name.
    pub name: TeamName,
    /// The department it belongs to.
    pub department: Option<String>,
    /// Who leads it; hears of escalations first.
    pub lead: Option<StaffName>,
    /// Its members, in the order of the rotation. Who is invited stands here too, and is found among the staff once he counts.
    pub members: Vec<StaffName>,
    /// How its tickets are given to members.
    pub assign: Assign,
}

/// How a team's new tickets are given to its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assign {
    /// Not; whoever answers first takes it.
    None,
    /// In turn.
    RoundRobin,
    /// To who has the least to do against his capacity.
    LeastLoaded,
    /// To who suits it best: by the skills its category asks for and the customer's language, then by load.
    Skill,
}

/// A place in the tree of roles.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its name.
    pub name: String,
    /// The role above it.
    pub reports_to: Option<String>,
    /// Its holders see each other's tickets.
    pub shares_with_peers: bool,
}

/// What tickets are about.
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// Teams that care for it.
    pub teams: Vec<TeamName>,
    /// Skills it takes, and how much of each.
    pub skills: BTreeMap<String, Level>,
    /// What one must be certified in to be given such a ticket.
    pub certification: Option<String>,
}
