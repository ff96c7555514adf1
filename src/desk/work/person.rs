//! What an admin orders about a member of staff: absence, and what he has learnt.

use jiff::tz::TimeZone;

use crate::base::{StaffName, Timestamp};
use crate::domain::{
    AbsenceSource, Actor, Cause, Change, Letter, LetterKind, LetterNote, Notice, PeopleNotice, PersonEvent, Plan, Step,
};
use crate::policy::{Level, Member, parse_when};
use crate::store::{Disk, Keyspace};

use super::super::ask::{Answer, PersonOrder};
use super::super::error::DeskError;
use super::super::receive::carry_out;
use super::{Desk, Reply};

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Carries out an order about a member of staff.
    pub(super) fn order_person(&mut self, name: &str, order: &PersonOrder, now: Timestamp) -> Result<Reply, DeskError> {
        let policy = &self.settings.policy;
        let known = StaffName::new(name.to_owned()).ok().and_then(|name| policy.staff.get(&name));
        let found = known.and_then(|member| Some((member, self.settings.roster.contact(&member.name)?)));
        let Some((member, contact)) = found else {
            return Err(DeskError::Missing(format!("the member of staff {name:?} (`maildesk staff list` shows everybody)")));
        };
        let event = self.event_of(member, order, now)?;
        let mut plan = Plan { actor: Actor::Admin, cause: Cause::Command(format!("{order:?} {name}")), ..Plan::default() };
        if let PersonEvent::StepReached { step } = event {
            let mentor = member.mentor.as_ref().and_then(|mentor| self.settings.roster.contact(mentor));
            let notice = PeopleNotice::StepReached { name: member.display.clone(), step };
            for to in [Some(contact), mentor].into_iter().flatten() {
                let notices = vec![Notice::People(notice.clone())];
                let note = LetterNote { notices, subject: member.display.clone(), ..LetterNote::default() };
                plan.letters.push(Letter { kind: LetterKind::Training, to, ticket: None, entry: None, note });
            }
        }
        let said = told(member, &event);
        plan.changes.push(Change::Person { contact, by: None, event });
        let drafted = carry_out(self.store.draft(), &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        Ok(Reply::Answer(Answer::line(&said, "")))
    }

    /// What an order comes to; refused where it names something that there is not.
    fn event_of(&self, member: &Member, order: &PersonOrder, now: Timestamp) -> Result<PersonEvent, DeskError> {
        let policy = &self.settings.policy;
        let zone = TimeZone::get(&member.time_zone).unwrap_or_else(|_| policy.calendar.zone().clone());
        let moment = |text: &Option<String>| -> Result<Option<Timestamp>, DeskError> {
            let Some(text) = text else { return Ok(None) };
            match parse_when(text, now, &zone, &policy.calendar) {
                Ok((at, used)) if used == text.len() => Ok(Some(at)),
                Ok(_) => Err(DeskError::Refused(format!("{text:?} is no date; write for example 2026-12-24, friday 9:30 or 3d"))),
                Err(because) => Err(DeskError::Refused(because)),
            }
        };
        Ok(match order {
            PersonOrder::Away { from, until } => {
                let (from, until) = (moment(from)?.unwrap_or(now), moment(until)?);
                if until.is_some_and(|until| until <= from) {
                    return Err(DeskError::Refused(
                        "this absence ends before it begins; --until names when he is back".to_owned(),
                    ));
                }
                PersonEvent::Away { from, until, source: AbsenceSource::Said }
            }
            PersonOrder::Back => PersonEvent::Back,
            PersonOrder::Step(step) => {
                if !step.is_independent() && member.mentor.is_none() {
                    let remedy = format!("{} has no mentor; add mentor = \"…\" to the entry in staff.toml first", member.name);
                    return Err(DeskError::Refused(remedy));
                }
                PersonEvent::StepReached { step: *step }
            }
            PersonOrder::Done(module) => {
                let names = || policy.people.modules.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
                if !policy.people.modules.iter().any(|one| one.name == *module) {
                    let known = if policy.people.modules.is_empty() {
                        "none; write [[module]] into staff.toml".to_owned()
                    } else {
                        names()
                    };
                    return Err(DeskError::Refused(format!("there is no module {module:?}; there are {known}")));
                }
                PersonEvent::ModuleDone { module: module.clone() }
            }
            PersonOrder::Assess { skill, level, note } => {
                let level = Level::new(*level).ok_or_else(|| DeskError::Refused("a level is a number from 1 to 5".to_owned()))?;
                let note = note.clone().map(Into::into);
                PersonEvent::Assessed { skill: skill.clone(), level: level.get(), note }
            }
            PersonOrder::Certify { certification, until } => {
                PersonEvent::Certified { certification: certification.clone(), until: moment(until)? }
            }
            PersonOrder::Note(text) => PersonEvent::Noted { text: text.clone().into() },
        })
    }
}

/// What was written down, in a line.
fn told(member: &Member, event: &PersonEvent) -> String {
    let name = &member.name;
    let until = |until: &Option<Timestamp>| until.map(|until| format!(" until {until}")).unwrap_or_default();
    match event {
        PersonEvent::Away { from, until: end, .. } => {
            let end = if end.is_some() { until(end) } else { " until `maildesk staff back`".to_owned() };
            format!("{name} is away from {from}{end}")
        }
        PersonEvent::Back => format!("{name} is here"),
        PersonEvent::StepReached { step } if *step == Step::Supervised => {
            format!("{name} is now supervised: answers wait for approval")
        }
        PersonEvent::StepReached { step } => format!("{name} has come to the step {step}"),
        PersonEvent::ModuleDone { module } => format!("{name} has done {module}"),
        PersonEvent::Assessed { skill, level, .. } => format!("{name}: {skill} {level} of 5"),
        PersonEvent::Certified { certification, until: end } => format!("{name} is certified in {certification}{}", until(end)),
        _ => format!("written down for {name}"),
    }
}
