//! The fold: records of the journal in, samples out. The same records give the same samples, at once or piece by piece.
//!
//! What is remembered between records is bounded by the tickets that are unfinished. When something happens to a finished one, its
//! own history is folded again, which the journal finds by its number.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, TicketId, Timestamp};
use crate::domain::{Actor, Author, Change, Disposition, EntryKind, LetterKind, Opening, PersonEvent, Priority, Status, Target};

use super::sample::{Frame, Sample, What};

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
        let known = self.rules.iter().position(|known| known == rule);
        let place = known.unwrap_or_else(|| {
            self.rules.push(rule.to_owned());
            self.rules.len().saturating_sub(1)
        });
        i32::try_from(place).unwrap_or(i32::MAX)
    }
}

/// What is known of a ticket while it is folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Running {
    /// When it was opened, or reopened last.
    since: Timestamp,
    opened: Timestamp,
    requester: ContactId,
    status: Status,
    frame: Frame,
    awaiting: Option<Timestamp>,
    is_answered: bool,
    is_escalated: bool,
    broken: BTreeSet<Target>,
    /// The rule that took it first.
    rule: Option<String>,
    /// Nobody outside has asked: it counts in no figure.
    is_practice: bool,
}

impl Running {
    fn open(opening: &Opening, at: Timestamp) -> Self {
        Self {
            since: at,
            opened: at,
            requester: opening.requester,
            status: Status::New,
            frame: Frame {
                mailbox: opening.mailbox.clone(),
                team: None,
                assignee: None,
                category: None,
                priority: Priority::Normal,
                tags: BTreeSet::new(),
            },
            awaiting: None,
            is_answered: false,
            is_escalated: false,
            broken: BTreeSet::new(),
            rule: None,
            is_practice: false,
        }
    }
}

/// The place of a rule where there was none.
pub(super) const NO_RULE: i32 = -1;

/// A sample that knows no frame yet.
type Noted = (What, Option<Timestamp>, Option<ContactId>, i32);

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
            samples.push(sample(what, Some(since), after.frame.assignee, 0, frame));
        }
        if is_unfinished {
            self.running.insert(id, after);
        } else {
            self.running.remove(&id);
        }
    }
}

/// What is measured of no ticket in particular.
fn without_ticket(change: &Change, at: Timestamp) -> Option<Sample> {
    let (what, since, who, number) = match change {
        Change::Received(receipt) if matches!(receipt.disposition, Disposition::Quarantined { .. }) => {
            (What::Quarantined, None, None, 0)
        }
        Change::LetterBounced { hard, .. } => (What::Bounced, None, None, i32::from(*hard)),
        Change::Person { contact, event: PersonEvent::Away { from, .. }, .. } => (What::WentAway, Some(*from), Some(*contact), 0),
        Change::Person { contact, event: PersonEvent::Back, .. } => (What::CameBack, None, Some(*contact), 0),
        _ => return None,
    };
    Some(Sample { at, since, what, ticket: TicketId::new(0), who, requester: None, frame: None, number })
}

/// Does this change count for a ticket, and for which?
fn concerned(change: &Change) -> Option<TicketId> {
    match change {
        Change::LetterQueued { item } if matches!(item.kind, LetterKind::Escalation | LetterKind::Received) => item.ticket,
        Change::LetterQueued { .. } | Change::Received(_) | Change::LookedUp { .. } | Change::Refused { .. } => None,
        Change::DeadlineSet { .. } | Change::DeadlineCleared { .. } | Change::DeadlineFired { .. } | Change::Nudged { .. } => {
            None
        }
        Change::ConfirmationAsked { .. } | Change::Linked { .. } | Change::Unlinked { .. } | Change::ArticlesOffered { .. } => {
            None
        }
        Change::ReviewAwaited { .. } | Change::ReviewAsked { .. } | Change::Reviewed { .. } => None,
        other => other.ticket(),
    }
}

/// A finished ticket as it was before this record, from its own history; none where it has none.
fn history<P: Past>(ticket: TicketId, past: &P) -> Result<Option<Running>, P::Error> {
    let mut running = None;
    past.each(ticket, &mut |event| running = step(ticket, running.take(), event, &mut |_| {}))?;
    Ok(running)
}

/// What one record makes of one ticket, and what is to be noted of it.
fn step(id: TicketId, before: Option<Running>, event: Event<'_>, note: &mut dyn FnMut(Noted)) -> Option<Running> {
    let opening = event.changes.iter().find_map(|change| match change {
        Change::TicketOpened(opening) if opening.ticket == id => Some(opening),
        _ => None,
    });
    let is_new = before.is_none();
    let mut running = before.or_else(|| Some(Running::open(opening?, event.at)))?;
    let was_unfinished = running.status.is_unfinished();
    let (mut is_touched, mut has_reply) = (false, false);
    for change in event.changes.iter().filter(|change| concerned(change) == Some(id)) {
        let staff = if let Actor::Staff(who) = event.actor { Some(who) } else { None };
        is_touched |= staff.is_some();
        match change {
            Change::StatusChanged { to, .. } => running.status = *to,
            Change::PracticeBegun { .. } => running.is_practice = true,
            Change::Routed { rules, .. } if is_new => running.rule = rules.first().cloned(),
            Change::TeamSet { team, .. } => {
                if staff.is_some() && !is_new && running.frame.team != *team {
                    note((What::Corrected, None, staff, NO_RULE));
                }
                running.frame.team = team.clone();
            }
            Change::Assigned { to, .. } => running.frame.assignee = *to,
            Change::CategorySet { category, .. } => running.frame.category = category.clone(),
            Change::PrioritySet { priority, .. } => running.frame.priority = *priority,
            Change::Tagged { add, remove, .. } => {
                running.frame.tags.retain(|tag| !remove.contains(tag));
                running.frame.tags.extend(add.iter().cloned());
            }
            Change::RequesterSet { contact, .. } => running.requester = *contact,
            Change::AnswerAwaited { .. } => drop(running.awaiting.get_or_insert(event.at)),
            Change::EntryAdded { entry, .. } if entry.kind == EntryKind::Reply && entry.moved_to.is_none() => {
                has_reply = true;
                let who = if let Author::Staff(who) = entry.author { Some(who) } else { None };
                note((What::Replied, None, who, 0));
                if !running.is_answered {
                    note((What::FirstResponse, Some(running.opened), who, 0));
                } else if let Some(since) = running.awaiting {
                    note((What::NextResponse, Some(since), who, 0));
                }
                running.is_answered = true;
                running.awaiting = None;
            }
            Change::PromiseBroken { target, .. } if running.broken.insert(*target) => {
                note((What::Broken, None, None, place_of(*target)));
            }
            Change::LetterQueued { item } if item.kind == LetterKind::Received => note((What::Acknowledged, None, None, 0)),
            Change::LetterQueued { .. } if !running.is_escalated => {
                running.is_escalated = true;
                note((What::Escalated, None, running.frame.assignee, 0));
            }
            Change::TimeSpent { contact, minutes, .. } => note((What::TimeSpent, None, Some(*contact), *minutes)),
            Change::LetterWithheld { .. } => note((What::Withheld, None, None, 0)),
            _ => {}
        }
    }
    for change in event.changes {
        if let Change::PromiseSettled { ticket, target, .. } = change
            && *ticket == id
        {
            let was_broken = running.broken.remove(target);
            let is_done = match target {
                Target::Resolution => matches!(running.status, Status::Resolved | Status::Closed),
                Target::FirstResponse | Target::NextResponse | Target::Update => has_reply,
            };
            if is_done && !was_broken {
                note((What::Kept, None, None, place_of(*target)));
            }
        }
    }
    if let (Actor::Staff(who), true) = (event.actor, is_touched) {
        note((What::Touched, None, Some(who), 0));
    }
    if !running.status.is_unfinished() {
        running.awaiting = None;
        running.is_escalated = false;
    } else if !was_unfinished {
        running.since = event.at;
    }
    Some(running)
}

fn place_of(target: Target) -> i32 {
    let place = Target::ALL.iter().position(|one| *one == target).unwrap_or_default();
    i32::try_from(place).unwrap_or_default()
}
