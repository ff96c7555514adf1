//! What an admin orders about a member of staff: absence, and what he has learnt.

use crate::base::{ContactId, StaffName, Timestamp};
use crate::decide::{TrainingFacts, TrainingFault, moment, practise, train};
use crate::domain::{AbsenceSource, Actor, Cause, Change, PersonEvent, Plan, Rows, Step};
use crate::policy::Member;
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
        let (plan, said) = self.plan_of(member, contact, order, now)?;
        let drafted = carry_out(self.store.draft(), &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        Ok(Reply::Answer(Answer::line(&said, "")))
    }

    /// What an order comes to, and how to say it in a line; refused where it names something that there is not.
    fn plan_of(
        &self,
        member: &Member,
        contact: ContactId,
        order: &PersonOrder,
        now: Timestamp,
    ) -> Result<(Plan, String), DeskError> {
        let draft = self.store.draft();
        let policy = &self.settings.policy;
        let zone = jiff::tz::TimeZone::get(&member.time_zone).unwrap_or_else(|_| policy.calendar.zone().clone());
        let cause = Cause::Command(format!("{order:?} {}", member.name));
        let name_text = |bytes: &[u8]| draft.name(bytes);
        let facts = TrainingFacts {
            learner: member,
            contact,
            by: None,
            zone: &zone,
            policy,
            roster: &self.settings.roster,
            now,
            name_text: &name_text,
        };
        let refused = |fault| self.refused(member, fault);
        let event = match order {
            PersonOrder::Train(order) => {
                let (plan, event) = train(order, &facts, cause).map_err(refused)?;
                return Ok((plan, told(member, &event)));
            }
            PersonOrder::Practise(module) => {
                let counters = draft.counters()?.unwrap_or_default();
                let (plan, tickets) = practise(module, &facts, cause, counters).map_err(refused)?;
                let tickets: Vec<_> = tickets.iter().map(ToString::to_string).collect();
                return Ok((plan, format!("{} practises on {}", member.name, tickets.join(", "))));
            }
            PersonOrder::Away { from, until } => {
                let moment = |text: &Option<String>| {
                    text.as_deref()
                        .map(|text| moment(text, &zone, policy.calendar_of(&member.name), now))
                        .transpose()
                        .map_err(DeskError::Refused)
                };
                let (from, until) = (moment(from)?.unwrap_or(now), moment(until)?);
                if until.is_some_and(|until| until <= from) {
                    return Err(DeskError::Refused(
                        "this absence ends before it begins; --until names when he is back".to_owned(),
                    ));
                }
                PersonEvent::Away { from, until, source: AbsenceSource::Said, substitute: None, note: None }
            }
            PersonOrder::Back => PersonEvent::Back,
        };
        let said = told(member, &event);
        let changes = vec![Change::Person { contact, by: None, event }];
        Ok((Plan { actor: Actor::Admin, cause, changes, ..Plan::default() }, said))
    }

    /// Why an order about training is not carried out, and the remedy.
    fn refused(&self, member: &Member, fault: TrainingFault) -> DeskError {
        let name = &member.name;
        DeskError::Refused(match fault {
            TrainingFault::NeedsMentor => {
                format!("{name} has no mentor; add mentor = \"…\" to the entry in staff.toml first")
            }
            TrainingFault::NoSuchModule(module) => {
                let names: Vec<_> = self.settings.policy.people.modules.iter().map(|one| one.name.as_str()).collect();
                let known = if names.is_empty() { "none; write [[module]] into staff.toml".to_owned() } else { names.join(", ") };
                format!("there is no module {module:?}; there are {known}")
            }
            TrainingFault::NoSuchLevel => "a level is a number from 1 to 5".to_owned(),
            TrainingFault::NoTime(because) => because,
            TrainingFault::NothingToPractise(module) => {
                format!("the module {module:?} has nothing to practise on; write [[practice]] into staff.toml")
            }
            TrainingFault::NeverAnswers => {
                format!("{name} may not write to customers, by profile, and need not practise it")
            }
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
