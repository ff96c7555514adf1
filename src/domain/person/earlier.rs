//! What was before an order about somebody, so that it can be taken back.

use serde::{Deserialize, Serialize};

use std::collections::BTreeSet;

use crate::base::Timestamp;

use super::{Absence, Certificate, Done, Person, PersonEvent, Step};

/// A part of a [`Person`] as it was before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each variant names the part; its fields are those of the row")]
pub enum Earlier {
    /// When he is away.
    Absences { away: Vec<Absence>, back_at: Option<Timestamp> },
    /// Which letters he wants.
    Notify { letters: Option<BTreeSet<String>> },
    /// Whether he wants the daily overview.
    Digest { on: Option<bool> },
    /// Where he was in his onboarding, and whether he had been at the step that is taken back before.
    Step { taken: Step, step: Option<Step>, reached: Option<Done> },
    /// Whether he had done a module before.
    Module { module: String, done: Option<Done> },
    /// What he was certified in before.
    Certificate { certification: String, certificate: Option<Certificate> },
    /// An assessment or a note that there was not.
    Nothing { written_at: Timestamp },
}

impl Earlier {
    /// What an event of this moment is about to change, where an order can have brought it about.
    pub fn of(person: &Person, event: &PersonEvent, at: Timestamp) -> Option<Self> {
        Some(match event {
            PersonEvent::Away { .. } | PersonEvent::Back => Self::Absences { away: person.away.clone(), back_at: person.back_at },
            PersonEvent::NotifySet { .. } => Self::Notify { letters: person.notify.clone() },
            PersonEvent::DigestSet { .. } => Self::Digest { on: person.digest },
            PersonEvent::StepReached { step } => {
                Self::Step { taken: *step, step: person.step, reached: person.steps.get(step).copied() }
            }
            PersonEvent::ModuleDone { module } => {
                Self::Module { module: module.clone(), done: person.modules.get(module).copied() }
            }
            PersonEvent::Certified { certification, .. } => Self::Certificate {
                certification: certification.clone(),
                certificate: person.certifications.get(certification).copied(),
            },
            PersonEvent::Assessed { .. } | PersonEvent::Noted { .. } => Self::Nothing { written_at: at },
            _ => return None,
        })
    }

    /// Is it about the same thing? Of several orders about one thing the first knows what was before.
    pub fn is_same_part(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absences { .. }, Self::Absences { .. })
            | (Self::Notify { .. }, Self::Notify { .. })
            | (Self::Digest { .. }, Self::Digest { .. }) => true,
            (Self::Module { module: one, .. }, Self::Module { module: other, .. })
            | (Self::Certificate { certification: one, .. }, Self::Certificate { certification: other, .. }) => one == other,
            _ => false,
        }
    }
}

impl Person {
    /// Does what an order has changed still hold, so that it can be taken back?
    pub fn still_holds(&self, event: &PersonEvent) -> bool {
        match event {
            PersonEvent::Away { from, until, .. } => {
                self.away.iter().any(|absence| absence.from == *from && absence.until == *until)
            }
            PersonEvent::NotifySet { letters } => self.notify.as_ref() == Some(letters),
            PersonEvent::DigestSet { on } => self.digest == Some(*on),
            PersonEvent::StepReached { step } => self.step == Some(*step),
            PersonEvent::ModuleDone { module } => self.modules.contains_key(module),
            PersonEvent::Certified { certification, until } => {
                self.certifications.get(certification).is_some_and(|row| row.until == *until)
            }
            // Who is here is here; an assessment or a note has no later state that speaks against it.
            _ => true,
        }
    }

    /// Lets a part be again as it was before.
    pub(super) fn restore(&mut self, earlier: &Earlier) {
        match earlier {
            Earlier::Absences { away, back_at } => {
                self.away.clone_from(away);
                self.back_at = *back_at;
            }
            Earlier::Notify { letters } => self.notify.clone_from(letters),
            Earlier::Digest { on } => self.digest = *on,
            Earlier::Step { taken, step, reached } => {
                self.step = *step;
                match reached {
                    Some(done) => drop(self.steps.insert(*taken, *done)),
                    None => drop(self.steps.remove(taken)),
                }
            }
            Earlier::Module { module, done } => match done {
                Some(done) => drop(self.modules.insert(module.clone(), *done)),
                None => drop(self.modules.remove(module)),
            },
            Earlier::Certificate { certification, certificate } => match certificate {
                Some(row) => drop(self.certifications.insert(certification.clone(), *row)),
                None => drop(self.certifications.remove(certification)),
            },
            Earlier::Nothing { written_at } => {
                self.assessments.retain(|one| one.done.at != *written_at);
                self.notes.retain(|one| one.done.at != *written_at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AbsenceSource;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_seconds(seconds)
    }

    /// Everything that can be ordered, one after the other on a row that has some of it already.
    fn events() -> Vec<PersonEvent> {
        let away = |from, until| PersonEvent::Away {
            from: at(from),
            until: Some(at(until)),
            source: AbsenceSource::Said,
            substitute: None,
            note: Some("ask Carol".to_owned().into()),
        };
        let letters = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        vec![
            away(100, 900),
            away(200, 300),
            PersonEvent::Back,
            PersonEvent::NotifySet { letters: letters(&["assigned"]) },
            PersonEvent::NotifySet { letters: letters(&[]) },
            PersonEvent::DigestSet { on: false },
            PersonEvent::StepReached { step: Step::Modules },
            PersonEvent::StepReached { step: Step::Shadowing },
            PersonEvent::ModuleDone { module: "tone".to_owned() },
            PersonEvent::ModuleDone { module: "tone".to_owned() },
            PersonEvent::Assessed { skill: "printers".to_owned(), level: 4, note: None },
            PersonEvent::Certified { certification: "law".to_owned(), until: Some(at(5000)) },
            PersonEvent::Certified { certification: "law".to_owned(), until: None },
            PersonEvent::Noted { text: "learns fast".to_owned().into() },
        ]
    }

    #[test]
    fn whatever_is_ordered_can_be_taken_back_to_the_very_row_before() {
        let mut person = Person::default();
        let mut now = 150;
        for event in events() {
            now += 1;
            let before = person.clone();
            let earlier = Earlier::of(&person, &event, at(now)).expect("an order");
            person.apply(&event, None, at(now));
            assert_ne!(person, before, "{event:?} changes nothing");
            assert!(person.still_holds(&event), "{event:?}");
            let mut back = person.clone();
            back.apply(&PersonEvent::TakenBack { earlier }, None, at(now + 1));
            assert_eq!(back, before, "{event:?}");
        }
    }

    #[test]
    fn what_was_changed_again_meanwhile_is_noticed() {
        let mut person = Person::default();
        let off = PersonEvent::DigestSet { on: false };
        person.apply(&off, None, at(1));
        person.apply(&PersonEvent::DigestSet { on: true }, None, at(2));
        assert!(!person.still_holds(&off));
    }
}
