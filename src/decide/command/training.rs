//! `#train`: one's own progress, that of somebody whom one trains, and what is to be written down about him.

use jiff::tz::TimeZone;

use crate::base::{TicketId, one_line};
use crate::domain::{Change, Notice, PeopleNotice, PersonEvent, Status, Step, TrainingOrder, UndoStep};
use crate::policy::{Member, Permission};

use super::super::absence::zone_of;
use super::super::practice;
use super::super::training::{self, TrainingFacts, TrainingFault};
use super::order::{Asker, Order, Risk, Scope, Work};
use super::people::{is_called, member_called};
use super::person::{happened, kept};
use super::table::{Family, nearest_of};

/// Characters of a note on somebody's training.
const NOTE_CHARS: usize = 1000;
const EXAMPLE: &str = "#train bob done refunds";

pub(super) const FAMILY: &[Family] = &[Family {
    name: "train",
    risk: Risk::Usual,
    usage: "#train [who [done MODULE|step STEP|assess SKILL LEVEL|certify NAME until DATE|note TEXT|practice MODULE]]",
    example: EXAMPLE,
    english: "writes down what somebody whom you train has learnt; alone it shows how far you are",
    german: "trägt ein, was jemand in Ihrer Einarbeitung gelernt hat; allein zeigt es, wie weit Sie sind",
    read,
}];

fn read(argument: &str) -> Option<Box<dyn Order>> {
    let (who, rest) = argument.split_once([' ', '\t']).unwrap_or((argument, ""));
    let who = who.to_owned();
    let (verb, rest) = rest.trim().split_once([' ', '\t']).unwrap_or((rest.trim(), ""));
    let rest = rest.trim();
    let order = match (verb.to_ascii_lowercase().as_str(), rest.is_empty()) {
        ("", _) => return Some(Box::new(Show { who: (!who.is_empty()).then_some(who) })),
        (_, true) => return None,
        ("done", _) => TrainingOrder::Done(kept(rest)),
        ("step", _) => TrainingOrder::Step(rest.parse::<Step>().ok()?),
        ("assess", _) => assess(rest)?,
        ("certify", _) => certify(rest),
        ("note", _) => TrainingOrder::Note(one_line(rest, NOTE_CHARS)),
        ("practice" | "practise", _) => return Some(Box::new(Train { who, what: Training::Practise(kept(rest)) })),
        _ => return None,
    };
    Some(Box::new(Train { who, what: Training::Order(order) }))
}

/// `SKILL LEVEL [words]`; a skill may have several words.
fn assess(rest: &str) -> Option<TrainingOrder> {
    let words: Vec<&str> = rest.split_whitespace().collect();
    let place = words.iter().position(|word| word.parse::<u32>().is_ok()).filter(|place| *place > 0)?;
    let (skill, after) = words.split_at_checked(place)?;
    let (level, note) = after.split_first()?;
    let note = note.join(" ");
    let note = (!note.is_empty()).then(|| one_line(&note, NOTE_CHARS));
    Some(TrainingOrder::Assess { skill: kept(&skill.join(" ")), level: level.parse().ok()?, note })
}

/// `NAME [until DATE]`.
fn certify(rest: &str) -> TrainingOrder {
    let dated = [" until ", " bis "].into_iter().find_map(|word| rest.split_once(word));
    let (name, until) = dated.map_or((rest, None), |(name, until)| (name, Some(until.trim().to_owned())));
    TrainingOrder::Certify { certification: kept(name), until }
}

/// How far somebody is; none: oneself.
#[derive(Debug)]
struct Show {
    who: Option<String>,
}

impl Show {
    fn is_own(&self, member: &Member) -> bool {
        self.who.as_ref().is_none_or(|who| is_called(member, who))
    }
}

impl Order for Show {
    fn needs(&self, asker: &Asker<'_>) -> Permission {
        if self.is_own(asker.member) { Permission::See } else { Permission::Train }
    }

    fn scope(&self) -> Scope {
        Scope::Person
    }

    fn risk(&self, _usual: Risk) -> Risk {
        Risk::ReadOnly
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let policy = work.arrival.policy;
        let (learner, is_for_trainer) = match &self.who {
            Some(who) if !self.is_own(work.member) => (learner(work, who)?, true),
            _ => (work.member, false),
        };
        Ok(training::progress(learner, policy, is_for_trainer).into_iter().map(Notice::People).collect())
    }
}

/// Somebody whom the writer may train.
fn learner<'a>(work: &Work<'a>, who: &str) -> Result<&'a Member, Notice> {
    let policy = work.arrival.policy;
    let learner = member_called(policy, who)?;
    if learner.name == work.member.name {
        return Err(Notice::People(PeopleNotice::NotOneself));
    }
    if policy.leads_to_learn(work.member, learner) || learner.mentor.as_ref() == Some(&work.member.name) {
        Ok(learner)
    } else {
        Err(Notice::People(PeopleNotice::NotTrainer { name: learner.display.clone() }))
    }
}

/// What somebody who trains orders about a learner.
#[derive(Debug)]
struct Train {
    who: String,
    what: Training,
}

#[derive(Debug)]
enum Training {
    /// Something is written down.
    Order(TrainingOrder),
    /// He is to practise what this module is about.
    Practise(String),
}

/// What there is in the place of what is not.
fn refusal(work: &Work<'_>, learner: &Member, fault: TrainingFault, argument: &str) -> Notice {
    let policy = work.arrival.policy;
    Notice::People(match fault {
        TrainingFault::NeedsMentor => PeopleNotice::NeedsMentor { name: learner.display.clone() },
        TrainingFault::NoSuchModule(module) => {
            let names = || policy.people.modules.iter().map(|one| one.name.as_str());
            let near = nearest_of(&module, names());
            let nearest = if near.is_empty() { names().map(str::to_owned).collect() } else { near };
            PeopleNotice::NoSuchModule { module, nearest }
        }
        TrainingFault::NoSuchLevel => PeopleNotice::NoSuchLevel,
        TrainingFault::NothingToPractise(module) => PeopleNotice::NothingToPractise { module },
        TrainingFault::NeverAnswers => PeopleNotice::NeverAnswers { name: learner.display.clone() },
        TrainingFault::NoTime(_) => {
            let example = "#train bob certify invoices until 2027-12-31".to_owned();
            return Notice::BadArgument { command: "train".to_owned(), argument: argument.to_owned(), example };
        }
    })
}

fn facts<'a>(work: &Work<'a>, learner: &'a Member, zone: &'a TimeZone) -> Result<TrainingFacts<'a>, Notice> {
    let arrival = work.arrival;
    let contact = arrival.roster.contact(&learner.name);
    Ok(TrainingFacts {
        learner,
        contact: contact.ok_or_else(|| Notice::NoSuchMember { name: learner.name.to_string(), nearest: Vec::new() })?,
        by: Some((work.agent, &work.member.display)),
        zone,
        policy: arrival.policy,
        roster: arrival.roster,
        now: arrival.now,
        name_text: arrival.name_text,
    })
}

impl Order for Train {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Train
    }

    fn scope(&self) -> Scope {
        Scope::Person
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let learner = learner(work, &self.who)?;
        let zone = zone_of(work.member, work.arrival.policy);
        let facts = facts(work, learner, &zone)?;
        let notice = match &self.what {
            Training::Order(order) => {
                let event = training::event_of(order, &facts).map_err(|fault| refusal(work, learner, fault, &self.who))?;
                written(work, &facts, event)
            }
            Training::Practise(module) => {
                let opened = practice::open(&mut work.draft, module, &facts);
                let opened = opened.map_err(|fault| refusal(work, learner, fault, module))?;
                practised(work, &facts, &opened)
            }
        };
        Ok(vec![Notice::People(notice)])
    }
}

/// Writes down what he has learnt, and tells him.
fn written(work: &mut Work<'_>, facts: &TrainingFacts<'_>, event: PersonEvent) -> PeopleNotice {
    happened(work, facts.contact, facts.learner, event.clone());
    training::tell(&mut work.draft, &event, facts);
    let name = facts.learner.display.clone();
    match event {
        PersonEvent::StepReached { step } => PeopleNotice::StepReached { name, step },
        PersonEvent::ModuleDone { module } => PeopleNotice::ModuleDone { name, module },
        PersonEvent::Assessed { skill, level, .. } => PeopleNotice::SkillAssessed { name, skill, level },
        PersonEvent::Certified { certification, until } => PeopleNotice::CertificateGiven { name, certification, until },
        _ => PeopleNotice::NoteWritten { name },
    }
}

/// Tickets were opened for him to practise on. Taken back, what nobody has practised on yet is closed.
fn practised(work: &mut Work<'_>, facts: &TrainingFacts<'_>, opened: &[TicketId]) -> PeopleNotice {
    work.steps.extend(opened.iter().map(|ticket| UndoStep {
        done: Change::Assigned { ticket: *ticket, to: Some(facts.contact) },
        back: Change::StatusChanged { ticket: *ticket, from: Status::New, to: Status::Closed },
    }));
    let tickets = opened.iter().map(ToString::to_string).collect();
    PeopleNotice::PracticeOpened { name: facts.learner.display.clone(), tickets }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_trained_is_read_from_one_line_and_half_of_it_is_nothing() {
        for good in [
            "",
            "bob",
            "bob done refunds",
            "bob step supervised",
            "bob assess old printers 4 patient",
            "bob certify data protection until 2027-12-31",
            "bob note He learns fast.",
            "bob practice refunds",
        ] {
            assert!(read(good).is_some(), "{good}");
        }
        for bad in ["bob done", "bob dnoe refunds", "bob step flying", "bob assess printers", "bob assess 4", "bob certify"] {
            assert!(read(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn names_of_skills_and_certifications_may_have_spaces() {
        let assessed = TrainingOrder::Assess { skill: "old printers".to_owned(), level: 4, note: Some("patient".to_owned()) };
        assert_eq!(assess("old printers 4 patient"), Some(assessed));
        let until = Some("friday 14:00".to_owned());
        let certified = TrainingOrder::Certify { certification: "data protection".to_owned(), until };
        assert_eq!(certify("data protection until friday 14:00"), certified);
    }
}
