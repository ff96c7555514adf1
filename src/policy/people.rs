//! The staff as `staff.toml` describes it: people, teams, roles, and what categories ask of those who work on them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{CategoryName, ContactId, EmailAddress, Span, StaffName, TeamName, Timestamp};
use crate::domain::{LetterKind, Person, Step};

use super::{BuiltIn, MailboxPolicy, Policy, Profile, Roster, stands_above};

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
    /// The step of his onboarding, where he is being onboarded.
    pub step: Option<Step>,
    /// What has changed since the configuration was written. The desk fills it from the state; it is asked through the methods
    /// below alone, which see both.
    pub person: Person,
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
            step: None,
            person: Person::default(),
        }
    }

    /// Is he to get letters of this kind? Answers to his own mail and failures always, and what waits for his decision.
    pub fn wants(&self, kind: LetterKind) -> bool {
        let is_necessary = matches!(
            kind,
            LetterKind::DeliveryFailure
                | LetterKind::Refused
                | LetterKind::Receipt
                | LetterKind::Tickets
                | LetterKind::Ticket
                | LetterKind::Transcript
                | LetterKind::Report
                | LetterKind::Alert
                | LetterKind::Operator
                | LetterKind::Stranger
                | LetterKind::Departure
                | LetterKind::HandedOver
                | LetterKind::Confirm
                | LetterKind::Forged
                | LetterKind::QualityReview
                | LetterKind::QualityResult
                | LetterKind::Draft
                | LetterKind::Shadow
                | LetterKind::Absence
                | LetterKind::Training
                | LetterKind::Invitation
        );
        // Who is reminded of one ticket, or told of one, is told of several in one letter.
        let asked: &[LetterKind] = match &kind {
            LetterKind::DueList => &[LetterKind::Reminder, LetterKind::Escalation],
            LetterKind::LowRating => &[LetterKind::Escalation],
            kind => std::slice::from_ref(kind),
        };
        let chosen = self.chosen_letters();
        is_necessary || kind.is_for_customer() || asked.iter().any(|kind| chosen.contains(kind.as_str()))
    }

    /// Kinds of letters that he wants of those that he may do without: what he said himself, else what the configuration says.
    pub fn chosen_letters(&self) -> &BTreeSet<String> {
        self.person.notify.as_ref().unwrap_or(&self.notify)
    }

    /// Is he at work, as far as anybody has said?
    pub fn is_present(&self, at: Timestamp) -> bool {
        self.absence(at).is_none()
    }

    /// The absence that goes on then; its end is that of the last one where several overlap.
    pub fn absence(&self, at: Timestamp) -> Option<Leaving> {
        let absences = self.absences();
        let first = absences.iter().find(|one| one.covers(at))?;
        let mut whole = *first;
        // One may begin before the other ends: he is back when the last of them is over.
        for _ in 0..absences.len() {
            let Some(end) = whole.until else { break };
            let Some(next) = absences.iter().find(|one| one.covers(end)) else { break };
            whole.until = next.until;
        }
        Some(whole)
    }

    /// Who stands in for him at a time, as far as he or the configuration says: what he said of this absence goes first.
    pub fn substitute_at(&self, at: Timestamp) -> Option<&StaffName> {
        let said = self.person.away.iter().rev().filter(|absence| absence.covers(at));
        let said = said.filter_map(|absence| absence.substitute.as_ref()?.known()).next();
        said.or(self.substitute.as_ref())
    }

    /// When his being here or not changes next.
    pub fn next_turn(&self, now: Timestamp) -> Option<Timestamp> {
        match self.absence(now) {
            Some(absence) => absence.until,
            None => self.absences().iter().map(|one| one.from).filter(|from| *from > now).min(),
        }
    }

    /// What the configuration says and what was said since. Who said that he is back ends whatever had begun before.
    fn absences(&self) -> Vec<Leaving> {
        let back = self.person.back_at;
        let configured = self.away.iter().map(|away| Leaving { from: away.from, until: Some(away.until) });
        let configured = configured.filter(|away| back.is_none_or(|back| back < away.from));
        let said = self.person.away.iter().map(|away| Leaving { from: away.from, until: away.until });
        configured.chain(said).collect()
    }

    /// Does he hold this certification now?
    pub fn is_certified(&self, certification: &str, at: Timestamp) -> bool {
        self.certified_until(certification).is_some_and(|until| until.is_none_or(|until| at < until))
    }

    /// Until when he is certified, whether that is over or not: none is for good. What was recorded counts more than what the
    /// configuration says.
    pub fn certified_until(&self, certification: &str) -> Option<Option<Timestamp>> {
        let recorded = self.person.certifications.get(certification).map(|row| row.until);
        recorded.or_else(|| self.certifications.get(certification).copied())
    }

    /// The step of his onboarding; none: he is not being onboarded.
    pub fn step(&self) -> Option<Step> {
        self.person.step.or(self.step)
    }

    /// Do his answers wait for his mentor?
    pub fn is_supervised(&self) -> bool {
        self.step() == Some(Step::Supervised)
    }

    /// Does he only read along with his mentor?
    pub fn is_shadowing(&self) -> bool {
        self.step() == Some(Step::Shadowing)
    }
}

/// An absence as it counts: what was configured and what was said, put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// From when.
    pub from: Timestamp,
    /// Until when; none: until he says that he is back.
    pub until: Option<Timestamp>,
}

impl Leaving {
    /// Does it go on then?
    fn covers(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
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
    /// What becomes of a member's tickets while he is away and nobody stands in.
    pub when_away: WhenAway,
    /// Absences shorter than this leave them where they are.
    pub away_at_least: Span,
}

impl Team {
    /// Does he belong to it, or lead it?
    pub fn holds(&self, name: &StaffName) -> bool {
        self.members.contains(name) || self.lead.as_ref() == Some(name)
    }
}

/// What becomes of the tickets of somebody who is away and has no substitute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenAway {
    /// They stay his and wait; what is late climbs the ladder.
    #[default]
    Hold,
    /// They are given to other members, as the team gives new ones.
    Reassign,
    /// They are the team's again, and nobody's.
    Team,
}

/// What counts for all of the staff.
#[derive(Clone, Debug, Default)]
pub struct PeopleRules {
    /// What becomes of an absence note that answers a letter to one of the staff.
    pub learn_absence: LearnAbsence,
    /// Working time until somebody is reminded of an answer that waits for approval, and again until his manager is.
    pub approval_after: Option<Span>,
    /// Domains that tickets may be forwarded to without asking whoever orders it, lower case.
    pub forward_to: BTreeSet<String>,
    /// What there is to learn, in the order of the file.
    pub modules: Vec<Module>,
}

/// What becomes of an absence note that answers a letter to one of the staff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LearnAbsence {
    /// It counts, and the manager is told.
    Apply,
    /// The manager is asked.
    #[default]
    Offer,
    /// Nothing.
    Off,
}

/// Something to learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Its name.
    pub name: String,
    /// The stage it belongs to.
    pub stage: Stage,
    /// Where to read about it: an address, or a file under `kb/`; may be empty.
    pub material: String,
    /// Modules that come before it.
    pub needs: Vec<String>,
    /// What to practise on, in the order of the file.
    pub practice: Vec<Exercise>,
}

/// What a customer could write, for practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// The name of the customer that there is not.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// The words.
    pub text: String,
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

impl Policy {
    /// Who stands in for somebody who is away: the first along the substitutes who is at work. A circle of them ends.
    pub fn stand_in(&self, member: &Member, now: Timestamp) -> Option<&Member> {
        let mut seen = BTreeSet::from([&member.name]);
        let mut next = self.staff.get(member.substitute_at(now)?)?;
        while seen.insert(&next.name) {
            if next.is_present(now) {
                return Some(next);
            }
            next = self.staff.get(next.substitute_at(now)?)?;
        }
        None
    }

    /// The member himself where he is at work, else who stands in for him.
    pub fn acting<'a>(&'a self, member: &'a Member, now: Timestamp) -> Option<&'a Member> {
        if member.is_present(now) { Some(member) } else { self.stand_in(member, now) }
    }

    /// Who supervises somebody at this moment: his mentor, or who stands in for the mentor.
    pub fn acting_mentor(&self, learner: &Member, now: Timestamp) -> Option<&Member> {
        let mentor = self.staff.get(learner.mentor.as_ref()?)?;
        self.acting(mentor, now).filter(|mentor| mentor.name != learner.name)
    }

    /// The manager of somebody: the holders of the role above his who share a team with him, else all of them; where nobody of
    /// them is at work, those above. Empty where the tree ends: then it is the operator's matter.
    pub fn managers_of(&self, member: &Member, now: Timestamp) -> Vec<&Member> {
        let mut role = member.role.as_deref();
        // A tree is not deeper than it has roles; a circle ends here too.
        for _ in 0..self.roles.len() {
            role = role.and_then(|role| self.roles.get(role)).and_then(|role| role.reports_to.as_deref());
            let Some(above) = role else { return Vec::new() };
            let holds = |one: &&Member| one.role.as_deref() == Some(above) && one.name != member.name && one.is_present(now);
            let holders: Vec<&Member> = self.staff.values().filter(holds).collect();
            let near: Vec<&Member> = holders.iter().copied().filter(|one| self.share_a_team(one, member)).collect();
            if let Some(found) = [near, holders].into_iter().find(|people| !people.is_empty()) {
                return found;
            }
        }
        Vec::new()
    }

    /// The contacts of somebody's managers; the operator for want of them.
    pub fn managers_or(&self, operator: Option<ContactId>, member: &Member, roster: &Roster, now: Timestamp) -> Vec<ContactId> {
        let managers = self.managers_of(member, now);
        let contacts: Vec<_> = managers.into_iter().filter_map(|manager| roster.contact(&manager.name)).collect();
        if contacts.is_empty() { operator.into_iter().collect() } else { contacts }
    }

    /// The mailbox that somebody works for: one of his teams' where there is one.
    pub fn mailbox_of(&self, member: &Member) -> Option<&MailboxPolicy> {
        let is_his = |mailbox: &&MailboxPolicy| {
            let team = mailbox.team.as_ref().and_then(|team| self.teams.get(team));
            team.is_some_and(|team| team.members.contains(&member.name))
        };
        self.mailboxes.values().find(is_his).or_else(|| self.mailboxes.values().next())
    }

    /// May this member say how far the other has come in his training, as far as their places go? His role stands above, or they
    /// share a team; what his profile allows is another question.
    pub fn leads_to_learn(&self, trainer: &Member, learner: &Member) -> bool {
        let roles = trainer.role.as_deref().zip(learner.role.as_deref());
        let is_above = roles.is_some_and(|(upper, below)| stands_above(self, upper, below));
        trainer.name != learner.name && (is_above || self.share_a_team(trainer, learner))
    }

    /// Do two people share a team? Who leads a team belongs to it.
    fn share_a_team(&self, one: &Member, other: &Member) -> bool {
        let belongs =
            |team: &Team, member: &Member| team.members.contains(&member.name) || team.lead.as_ref() == Some(&member.name);
        self.teams.values().any(|team| belongs(team, one) && belongs(team, other))
    }

    /// What somebody is still to learn, and may begin with now: modules of his stage and those below it whose requirements he
    /// has met.
    pub fn modules_due(&self, member: &Member) -> Vec<&Module> {
        let is_done = |name: &String| member.person.modules.contains_key(name);
        let is_due =
            |module: &&Module| module.stage <= member.stage && !is_done(&module.name) && module.needs.iter().all(is_done);
        self.people.modules.iter().filter(is_due).collect()
    }
}

#[cfg(test)]
mod tests;
