//! What is written down about somebody's training: the same for the command line and for `#train`.
//!
//! Whether who orders it may do so is asked before: the command line acts as the operator, `#train` asks profile and place.

use jiff::tz::TimeZone;

use crate::base::{ContactId, Digest, TicketId, Timestamp};
use crate::domain::{
    Actor, Cause, Change, Counters, Letter, LetterKind, LetterNote, Notice, PeopleNotice, PersonEvent, Plan, TrainingOrder,
};
use crate::policy::{Calendar, Level, Member, Module, Policy, Roster, parse_when};

use super::draft::Draft;
use super::practice;

/// Whom an order about training is about, and what it is decided with.
#[derive(Clone, Copy)]
pub struct TrainingFacts<'a> {
    /// Who learns.
    pub learner: &'a Member,
    /// The same as a contact.
    pub contact: ContactId,
    /// Who orders it, and how people call him; none: the operator.
    pub by: Option<(ContactId, &'a str)>,
    /// The zone that times are meant in.
    pub zone: &'a TimeZone,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
    /// The name that a text will have in the spool.
    pub name_text: &'a dyn Fn(&[u8]) -> Digest,
}

impl std::fmt::Debug for TrainingFacts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TrainingFacts").field("contact", &self.contact).field("by", &self.by).finish_non_exhaustive()
    }
}

/// Why an order about training cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrainingFault {
    /// Such a step, and practice, needs a mentor.
    NeedsMentor,
    /// There is no such module.
    NoSuchModule(String),
    /// A level is a number from 1 to 5.
    NoSuchLevel,
    /// The time cannot be read, and why.
    NoTime(String),
    /// The module has nothing to practise on.
    NothingToPractise(String),
    /// He may not write to customers, and need not practise it.
    NeverAnswers,
}

/// The plan that writes down what the operator says, and what it says.
///
/// # Errors
/// Why it cannot be done.
pub fn train(order: &TrainingOrder, facts: &TrainingFacts<'_>, cause: Cause) -> Result<(Plan, PersonEvent), TrainingFault> {
    let mut draft = Draft::new(Actor::Admin, cause, Counters::default(), facts.now);
    let event = event_of(order, facts)?;
    draft.push(Change::Person { contact: facts.contact, by: facts.by.map(|(by, _)| by), event: event.clone() });
    tell(&mut draft, &event, facts);
    Ok((draft.finish(), event))
}

/// The plan that gives somebody tickets to practise on, and which.
///
/// # Errors
/// Why it cannot be done.
pub fn practise(
    module: &str,
    facts: &TrainingFacts<'_>,
    cause: Cause,
    counters: Counters,
) -> Result<(Plan, Vec<TicketId>), TrainingFault> {
    let mut draft = Draft::new(Actor::Admin, cause, counters, facts.now);
    let tickets = practice::open(&mut draft, module, facts)?;
    Ok((draft.finish(), tickets))
}

/// Tells the learner and his mentor of what they must know at once. Who orders it has a receipt.
pub(super) fn tell(draft: &mut Draft, event: &PersonEvent, facts: &TrainingFacts<'_>) {
    let PersonEvent::StepReached { step } = *event else { return };
    let mentor = facts.learner.mentor.as_ref().and_then(|mentor| facts.roster.contact(mentor));
    let notice = PeopleNotice::StepReached { name: facts.learner.display.clone(), step };
    let told = [Some(facts.contact), mentor].into_iter().flatten();
    for to in told.filter(|to| facts.by.is_none_or(|(by, _)| by != *to)) {
        let notices = vec![Notice::People(notice.clone())];
        let note = LetterNote { notices, subject: facts.learner.display.clone(), ..LetterNote::default() };
        draft.plan.letters.push(Letter { kind: LetterKind::Training, to, ticket: None, entry: None, note });
    }
}

/// What an order comes to.
///
/// # Errors
/// It names something that there is not.
pub(super) fn event_of(order: &TrainingOrder, facts: &TrainingFacts<'_>) -> Result<PersonEvent, TrainingFault> {
    let learner = facts.learner;
    Ok(match order {
        TrainingOrder::Step(step) => {
            if !step.is_independent() && learner.mentor.is_none() {
                return Err(TrainingFault::NeedsMentor);
            }
            PersonEvent::StepReached { step: *step }
        }
        TrainingOrder::Done(module) => PersonEvent::ModuleDone { module: module_named(module, facts.policy)?.name.clone() },
        TrainingOrder::Assess { skill, level, note } => {
            let level = Level::new(*level).ok_or(TrainingFault::NoSuchLevel)?;
            PersonEvent::Assessed { skill: skill.clone(), level: level.get(), note: note.clone().map(Into::into) }
        }
        TrainingOrder::Certify { certification, until } => {
            let until = until.as_deref().map(|until| moment(until, facts.zone, &facts.policy.calendar, facts.now)).transpose();
            PersonEvent::Certified { certification: certification.clone(), until: until.map_err(TrainingFault::NoTime)? }
        }
        TrainingOrder::Note(text) => PersonEvent::Noted { text: text.clone().into() },
    })
}

/// A module by its name in any case.
pub(super) fn module_named<'a>(name: &str, policy: &'a Policy) -> Result<&'a Module, TrainingFault> {
    let known = policy.people.modules.iter().find(|one| one.name.eq_ignore_ascii_case(name));
    known.ok_or_else(|| TrainingFault::NoSuchModule(name.to_owned()))
}

/// A text that is a time and nothing more.
///
/// # Errors
/// A sentence for whoever wrote it.
pub fn moment(text: &str, zone: &TimeZone, calendar: &Calendar, now: Timestamp) -> Result<Timestamp, String> {
    match parse_when(text, now, zone, calendar)? {
        (at, used) if used == text.trim_end().len() => Ok(at),
        _ => Err(format!("{text:?} is no date; write for example 2026-12-24, friday 9:30 or 3d")),
    }
}

/// How far somebody has come, in the words of a receipt. His trainers read what they wrote down about him as well.
pub(super) fn progress(learner: &Member, policy: &Policy, is_for_trainer: bool) -> Vec<PeopleNotice> {
    let person = &learner.person;
    let due = policy.modules_due(learner);
    let mut notices = vec![PeopleNotice::Progress {
        name: learner.display.clone(),
        step: learner.step(),
        done: person.modules.keys().cloned().collect(),
        next: due.iter().map(|module| module.name.clone()).collect(),
    }];
    let material = due.iter().filter(|module| !module.material.is_empty());
    notices.extend(
        material.map(|module| PeopleNotice::ModuleDue { module: module.name.clone(), material: module.material.clone() }),
    );
    let names: std::collections::BTreeSet<_> = learner.certifications.keys().chain(person.certifications.keys()).collect();
    let certified = names.into_iter().filter_map(|name| Some((name.clone(), learner.certified_until(name)?)));
    notices.extend(certified.map(|(certification, until)| PeopleNotice::CertifiedIn { certification, until }));
    let assessed = person.assessments.iter().map(|one| (one.skill.clone(), one.level));
    // Of each skill what came of looking last.
    let assessed: std::collections::BTreeMap<_, _> = assessed.collect();
    notices.extend(assessed.into_iter().map(|(skill, level)| PeopleNotice::AssessedIn { skill, level }));
    let notes = person.notes.iter().filter(|_| is_for_trainer);
    notices.extend(notes.map(|note| PeopleNotice::TrainingNote { at: note.done.at, text: note.text.text().to_owned() }));
    notices
}
