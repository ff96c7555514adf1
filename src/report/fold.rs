//! The fold: records of the journal in, samples out. The same records give the same samples, at once or piece by piece.
//!
//! What is remembered between records is bounded by the tickets that are unfinished. When something happens to a finished one, its
//! own history is folded again, which the journal finds by its number.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, TicketId, Timestamp};
use crate::domain::{Actor, Change, Disposition, Earlier, PersonEvent, QuarantineReason, Status};

use super::running::{NO_RULE, Running, concerned, history, step};
use super::sample::{Frame, Sample, What};
use super::scores;

/// A record of the journal.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// When it happened.
    pub at: Timestamp,
    /// Who made it happen.
    pub actor: Actor,
    /// The facts, in order.
    pub changes: &'a [Change],
}

/// Where the history of one ticket is found.
pub trait Past {
    /// What goes wrong there.
    type Error;

    /// Shows every record of this ticket before the one that is being folded, in order.
    ///
    /// # Errors
    /// Whatever the journal says.
    fn each(&self, ticket: TicketId, show: &mut dyn FnMut(Event<'_>)) -> Result<(), Self::Error>;
}

/// Words that samples name by their place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    frames: Vec<Frame>,
    rules: Vec<String>,
    criteria: Vec<String>,
    #[serde(skip)]
    places: BTreeMap<Frame, u32>,
}

impl Catalogue {
    /// A frame by its place.
    pub fn frame(&self, place: u32) -> Option<&Frame> {
        self.frames.get(usize::try_from(place).ok()?)
    }

    /// A rule's name by its place.
    pub fn rule(&self, place: i32) -> Option<&str> {
        self.rules.get(usize::try_from(place).ok()?).map(String::as_str)
    }

    /// Everybody who ever answered for a ticket.
    pub fn assignees(&self) -> BTreeSet<ContactId> {
        self.frames.iter().filter_map(|frame| frame.assignee).collect()
    }

    fn place_of(&mut self, frame: &Frame) -> u32 {
        if self.places.len() != self.frames.len() {
            // Just read from its file.
            self.places = (0..).zip(&self.frames).map(|(place, frame)| (frame.clone(), place)).collect();
        }
        if let Some(place) = self.places.get(frame) {
            return *place;
        }
        let place = u32::try_from(self.frames.len()).unwrap_or(u32::MAX);
        self.frames.push(frame.clone());
        self.places.insert(frame.clone(), place);
        place
    }

    fn rule_place(&mut self, rule: &str) -> i32 {
        place_among(&mut self.rules, rule)
    }

    /// A criterion of reviews by its place.
    pub(super) fn criterion(&self, place: i32) -> Option<&str> {
        self.criteria.get(usize::try_from(place).ok()?).map(String::as_str)
    }

    pub(super) fn criterion_place(&mut self, criterion: &str) -> i32 {
        place_among(&mut self.criteria, criterion)
    }
}

/// The place of a name, which is put behind the others where it is new.
fn place_among(names: &mut Vec<String>, name: &str) -> i32 {
    let place = names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len().saturating_sub(1)
    });
    i32::try_from(place).unwrap_or(i32::MAX)
}

/// Turns the journal into samples.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Fold {
    catalogue: Catalogue,
    running: BTreeMap<TicketId, Running>,
}

impl Fold {
    /// The words that the samples name.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Folds one record; its samples are put behind the others.
    ///
    /// # Errors
    /// Where the history of a ticket cannot be read; the record must then be folded once more.
    pub fn take<P: Past>(&mut self, event: Event<'_>, past: &P, samples: &mut Vec<Sample>) -> Result<(), P::Error> {
        let mut tickets: Vec<TicketId> = Vec::new();
        for ticket in event.changes.iter().filter_map(concerned) {
            if !tickets.contains(&ticket) {
                tickets.push(ticket);
            }
        }
        // All that may fail comes first: a record is folded as a whole or not at all.
        let mut known = Vec::with_capacity(tickets.len());
        for ticket in tickets {
            let running = match self.running.get(&ticket) {
                Some(running) => Some(running.clone()),
                None => history(ticket, past)?,
            };
            known.push((ticket, running));
        }
        samples.extend(event.changes.iter().filter_map(|change| without_ticket(change, event.at)));
        for change in event.changes {
            let Change::Received(receipt) = change else { continue };
            let frame = self.catalogue.place_of(&Frame::of_mailbox(receipt.place.mailbox().clone()));
            samples.push(Sample { frame: Some(frame), ..alone(event.at, What::Heard) });
        }
        for (ticket, before) in known {
            self.ticket(ticket, before, event, samples);
        }
        Ok(())
    }

    fn ticket(&mut self, id: TicketId, before: Option<Running>, event: Event<'_>, samples: &mut Vec<Sample>) {
        let mut noted = Vec::new();
        let Some(after) = step(id, before.clone(), event, &mut |one| noted.push(one)) else { return };
        if after.is_practice {
            // Remembered as such until it is finished; after that its history tells it.
            match after.status.is_unfinished() {
                true => drop(self.running.insert(id, after)),
                false => drop(self.running.remove(&id)),
            }
            return;
        }
        let frame = self.catalogue.place_of(&after.frame);
        let sample = |what, since, who, number, frame| Sample {
            at: event.at,
            since,
            what,
            ticket: id,
            who,
            requester: Some(after.requester),
            frame: Some(frame),
            number,
        };
        let was_unfinished = before.as_ref().is_some_and(|before| before.status.is_unfinished());
        let is_unfinished = after.status.is_unfinished();
        match &before {
            None => {
                samples.push(sample(What::Opened, None, Some(after.requester), 0, frame));
                let rules = event.changes.iter().filter_map(|change| match change {
                    Change::Routed { ticket, rules } if *ticket == id => Some(rules),
                    _ => None,
                });
                let rules: Vec<_> = rules.flatten().collect();
                if rules.is_empty() {
                    samples.push(sample(What::NoRule, None, None, NO_RULE, frame));
                }
                for rule in rules {
                    let place = self.catalogue.rule_place(rule);
                    samples.push(sample(What::RuleTook, None, None, place, frame));
                }
            }
            Some(before) if was_unfinished && before.frame != after.frame => {
                let left = self.catalogue.place_of(&before.frame);
                samples.push(sample(What::Left, None, None, 0, left));
                samples.push(sample(What::Entered, Some(after.opened), None, 0, frame));
            }
            Some(_) => {}
        }
        if before.is_some() && !was_unfinished && is_unfinished {
            samples.push(sample(What::Reopened, Some(after.opened), None, 0, frame));
        }
        for change in event.changes.iter().filter(|change| change.ticket() == Some(id)) {
            noted.extend(scores::noted(change, before.as_ref(), &mut self.catalogue));
        }
        for (what, since, who, number) in noted {
            let rule = after.rule.as_deref().filter(|_| what == What::Corrected);
            let number = rule.map_or(number, |rule| self.catalogue.rule_place(rule));
            samples.push(sample(what, since, who, number, frame));
        }
        // One that was opened and finished by one record was unfinished for no time.
        if (was_unfinished || before.is_none()) && !is_unfinished {
            let since = before.as_ref().map_or(after.since, |before| before.since);
            let what = match after.status {
                Status::Resolved | Status::Closed => What::Resolved,
                _ => What::Dismissed,
            };
            let effort = if what == What::Resolved { after.effort() } else { 0 };
            samples.push(sample(what, Some(since), after.frame.assignee, effort, frame));
            if after.was_helped() {
                samples.push(sample(What::Helped, None, None, 0, frame));
            }
        }
        if is_unfinished {
            self.running.insert(id, after);
        } else {
            self.running.remove(&id);
        }
    }
}

/// Stands for an absence that nobody knows the end of.
pub(super) const NO_END: i32 = -1;

/// What is measured of no ticket in particular.
fn without_ticket(change: &Change, at: Timestamp) -> Option<Sample> {
    let (what, since, who, number) = match change {
        Change::Received(receipt) => {
            let Disposition::Quarantined { reason, .. } = receipt.disposition else { return None };
            (What::Quarantined, None, None, i32::from(reason == QuarantineReason::OwnLoop))
        }
        Change::LetterBounced { hard, .. } => (What::Bounced, None, None, i32::from(*hard)),
        Change::Person { contact, event: PersonEvent::Away { from, until, .. }, .. } => {
            let minutes = until.map(|until| until.since(*from).as_minutes());
            let minutes = minutes.map_or(NO_END, |minutes| i32::try_from(minutes).unwrap_or(NO_END));
            (What::WentAway, Some(*from), Some(*contact), minutes)
        }
        Change::Person { contact, event: PersonEvent::TakenBack { earlier: Earlier::Absences { .. } }, .. } => {
            (What::AwayTakenBack, None, Some(*contact), 0)
        }
        Change::Person { contact, event: PersonEvent::Back, .. } => (What::CameBack, None, Some(*contact), 0),
        _ => return None,
    };
    Some(Sample { since, who, number, ..alone(at, what) })
}

/// A sample of no ticket.
const fn alone(at: Timestamp, what: What) -> Sample {
    Sample { at, since: None, what, ticket: TicketId::new(0), who: None, requester: None, frame: None, number: 0 }
}
