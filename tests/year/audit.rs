//! The auditors of the year: what must be true of its history, whoever wrote that history.
//!
//! They see what the journal says and what the relay took, in the order in which it happened, and trust neither the desk's
//! calendars nor its word: who is at work is asked of [`House`]. A forged history must not get past them (`forged.rs`).

use std::collections::{BTreeMap, BTreeSet};

use maildesk::base::{OutboxId, Seq, Span, TicketId, Timestamp};
use maildesk::domain::{Change, DeadlineKind, LetterKind, Target};

use super::house::{House, OPERATOR};

/// Nobody is told oftener what is due.
const ROUND: Span = Span::from_minutes(15);
/// Weekends, holidays and quiet hours are never longer than this, so somebody has heard of a broken promise by then.
const LONGEST_SILENCE: Span = Span::from_days(6);
/// The shortest wait between two steps of a ladder that has begun.
const SHORTEST_STEP: Span = Span::from_hours(1);
/// Problems that are told.
const TOLD: usize = 40;

/// Something that was recorded.
#[derive(Clone, Debug)]
pub(super) struct Recorded {
    pub(super) seq: Seq,
    pub(super) at: Timestamp,
    /// Nobody's mail caused it: the clock did.
    pub(super) by_clock: bool,
    pub(super) changes: Vec<Change>,
}

/// A mail of ours that was taken by somebody's server.
#[derive(Clone, Debug)]
pub(super) struct Mailed {
    /// The last record before it.
    pub(super) after: Seq,
    pub(super) at: Timestamp,
    pub(super) to: String,
    pub(super) kind: LetterKind,
    pub(super) letter: OutboxId,
    /// The tickets that it names.
    pub(super) tickets: BTreeSet<TicketId>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub(super) enum Happened {
    Recorded(Recorded),
    Mailed(Mailed),
    /// Somebody is away unplanned.
    Away {
        person: usize,
        from: Timestamp,
        until: Timestamp,
    },
    /// The clock was set, or the machine stood still until now: what happened before is no measure of what comes.
    Resumed(Timestamp),
    /// The desk has nothing left to do at this moment.
    Idle(Timestamp),
}

/// What the auditors counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) set: u64,
    pub(super) fired: u64,
    pub(super) cancelled: u64,
    pub(super) broken: u64,
    pub(super) reached: u64,
    pub(super) settled_first: u64,
    pub(super) reminders: u64,
    pub(super) lists: u64,
    pub(super) mornings: u64,
    pub(super) absences: u64,
}

/// All auditors.
#[derive(Debug)]
pub(super) struct Audit<'a> {
    house: &'a House,
    away: BTreeMap<usize, Vec<(Timestamp, Timestamp)>>,
    /// What is set and has neither fired nor been cancelled.
    standing: BTreeMap<TicketId, BTreeMap<DeadlineKind, Timestamp>>,
    by_time: BTreeSet<(Timestamp, TicketId, DeadlineKind)>,
    /// Broken promises of which nobody has heard.
    unheard: BTreeMap<(TicketId, Target), Timestamp>,
    /// When each step of a ladder fell due last.
    steps: BTreeMap<(TicketId, Target), (u8, Timestamp)>,
    /// Letters on their way that the clock alone has caused.
    by_clock: BTreeSet<OutboxId>,
    /// When somebody was last told what is due.
    rounds: BTreeMap<String, Timestamp>,
    resumed: Timestamp,
    pub(super) counts: Counts,
    pub(super) wrong: Vec<String>,
}

impl<'a> Audit<'a> {
    pub(super) fn new(house: &'a House) -> Self {
        Self {
            house,
            away: BTreeMap::new(),
            standing: BTreeMap::new(),
            by_time: BTreeSet::new(),
            unheard: BTreeMap::new(),
            steps: BTreeMap::new(),
            by_clock: BTreeSet::new(),
            rounds: BTreeMap::new(),
            resumed: Timestamp::from_seconds(0),
            counts: Counts::default(),
            wrong: Vec::new(),
        }
    }

    /// Looks at the next thing that happened.
    pub(super) fn see(&mut self, happened: &Happened) {
        match happened {
            Happened::Recorded(recorded) => {
                for change in &recorded.changes {
                    self.deadline(recorded, change);
                    self.promise(recorded, change);
                    if let Change::LetterQueued { item } = change
                        && recorded.by_clock
                        && !is_asked_for(item.kind)
                    {
                        self.by_clock.insert(item.id);
                    }
                }
            }
            Happened::Mailed(mailed) => self.mailed(mailed),
            Happened::Away { person, from, until } => {
                let known = self.away.entry(*person).or_default();
                // Who says it again while he is away has said it anew.
                known.iter_mut().for_each(|(_, end)| *end = (*end).min(*from));
                known.push((*from, *until));
            }
            Happened::Resumed(at) => {
                self.resumed = *at;
                self.rounds.clear();
                self.steps.clear();
            }
            Happened::Idle(at) => self.idle(*at),
        }
    }

    /// Each deadline fires once or is cancelled by something that has a name.
    fn deadline(&mut self, recorded: &Recorded, change: &Change) {
        let (seq, at) = (recorded.seq, recorded.at);
        match change {
            Change::DeadlineSet { ticket, kind, due } => {
                let replaced: Vec<DeadlineKind> = self.kinds_of(*ticket).filter(|known| kind.replaces(*known)).collect();
                self.cancel(*ticket, &replaced);
                self.standing.entry(*ticket).or_default().insert(*kind, due.at);
                self.by_time.insert((due.at, *ticket, *kind));
                self.counts.set += 1;
            }
            Change::DeadlineCleared { ticket, kind, because } => {
                if because.is_empty() {
                    self.say(format!("record {seq}: {kind} of {ticket} was cancelled by nothing that has a name"));
                }
                self.cancel(*ticket, &[*kind]);
            }
            Change::StatusChanged { ticket, to, .. } => {
                let void: Vec<DeadlineKind> = self.kinds_of(*ticket).filter(|kind| !to.keeps(*kind)).collect();
                self.cancel(*ticket, &void);
            }
            Change::DeadlineFired { ticket, kind } => match self.take(*ticket, *kind) {
                None => self.say(format!("record {seq}: {kind} of {ticket} fired and was not set, or had fired before")),
                Some(due) => {
                    self.counts.fired += 1;
                    if at < due {
                        self.say(format!("record {seq}: {kind} of {ticket} fired at {at} and was due at {due}"));
                    }
                    self.step(recorded, *ticket, *kind);
                }
            },
            _ => {}
        }
    }

    fn kinds_of(&self, ticket: TicketId) -> impl Iterator<Item = DeadlineKind> + '_ {
        self.standing.get(&ticket).into_iter().flat_map(|kinds| kinds.keys().copied())
    }

    /// A deadline that stood and stands no more.
    fn take(&mut self, ticket: TicketId, kind: DeadlineKind) -> Option<Timestamp> {
        let kinds = self.standing.get_mut(&ticket)?;
        let due = kinds.remove(&kind)?;
        if kinds.is_empty() {
            self.standing.remove(&ticket);
        }
        self.by_time.remove(&(due, ticket, kind));
        Some(due)
    }

    fn cancel(&mut self, ticket: TicketId, kinds: &[DeadlineKind]) {
        for kind in kinds {
            self.counts.cancelled += u64::from(self.take(ticket, *kind).is_some());
        }
    }

    /// A ladder is climbed step by step, however late it is.
    fn step(&mut self, recorded: &Recorded, ticket: TicketId, kind: DeadlineKind) {
        let Some((target, step)) = Target::of(kind) else { return };
        let before = self.steps.insert((ticket, target), (step, recorded.at));
        // The warning and the moment itself may lie together; what follows waits.
        if let Some((_, then)) = before.filter(|(former, _)| step > *former && step >= 2)
            && recorded.at.since(then) < SHORTEST_STEP
        {
            self.say(format!(
                "record {}: {kind} of {ticket} fell due {} after the step before",
                recorded.seq,
                recorded.at.since(then)
            ));
        }
    }

    fn promise(&mut self, recorded: &Recorded, change: &Change) {
        let (ticket, target) = match change {
            Change::PromiseBroken { ticket, target } => {
                self.unheard.insert((*ticket, *target), recorded.at);
                self.counts.broken += 1;
                return;
            }
            Change::PromiseSettled { ticket, target, .. } | Change::PromisePaused { ticket, target } => (*ticket, *target),
            Change::PromiseMade { ticket, target, promise } if promise.broken_at.is_none() => {
                // Another ladder begins.
                self.steps.remove(&(*ticket, *target));
                (*ticket, *target)
            }
            // Whoever puts a ticket aside has seen it.
            Change::DeadlineSet { ticket, kind: DeadlineKind::Snooze, .. } => {
                let mine: Vec<_> = self.unheard.keys().filter(|(other, _)| other == ticket).copied().collect();
                for key in mine {
                    self.unheard.remove(&key);
                    self.counts.settled_first += 1;
                }
                return;
            }
            _ => return,
        };
        if self.unheard.remove(&(ticket, target)).is_some() {
            self.counts.settled_first += 1;
        }
    }

    /// Nobody hears from the clock at night, while he is away, or twice within a round; who is there hears of what is broken.
    fn mailed(&mut self, mailed: &Mailed) {
        let Mailed { at, to, kind, .. } = mailed;
        let person = self.house.at(to);
        let tells_due = matches!(kind, LetterKind::Reminder | LetterKind::Escalation | LetterKind::DueList);
        match kind {
            LetterKind::Reminder | LetterKind::Escalation => self.counts.reminders += 1,
            LetterKind::DueList => self.counts.lists += 1,
            LetterKind::Digest | LetterKind::TeamDigest => self.counts.mornings += 1,
            LetterKind::Absence => self.counts.absences += 1,
            _ => {}
        }
        let is_here = person.is_none_or(|person| self.is_present(person, *at));
        if self.by_clock.remove(&mailed.letter) {
            if let Some(person) = person {
                let one = &self.house.people[person];
                if !one.works(*at) {
                    self.say(format!("{kind} reached {to} at {at}, when he does not work"));
                } else if one.is_quiet(*at) {
                    self.say(format!("{kind} reached {to} at {at}, in his quiet hours"));
                }
            }
            // What tells of absences is read by whoever is back.
            if !is_here && (tells_due || matches!(kind, LetterKind::Digest | LetterKind::TeamDigest)) {
                self.say(format!("{kind} reached {to} at {at}, while he was away"));
            }
        }
        if !tells_due {
            return;
        }
        if let Some(then) = self.rounds.insert(to.clone(), *at).filter(|then| at.since(*then) < ROUND && *at >= *then) {
            self.say(format!("{kind} reached {to} at {at}, and another at {then}"));
        }
        if is_here && (person.is_some() || to == OPERATOR) {
            let heard: Vec<_> = self.unheard.keys().filter(|(ticket, _)| mailed.tickets.contains(ticket)).copied().collect();
            for key in heard {
                self.unheard.remove(&key);
                self.counts.reached += 1;
            }
        }
    }

    fn is_present(&self, person: usize, at: Timestamp) -> bool {
        let sick = self.away.get(&person).into_iter().flatten();
        !self.house.people[person].is_on_leave(at) && !sick.into_iter().any(|(from, until)| *from <= at && at < *until)
    }

    /// Nothing that is due is left over, and no broken promise is unheard of for long.
    fn idle(&mut self, now: Timestamp) {
        if let Some((due, ticket, kind)) = self.by_time.first().copied().filter(|(due, ..)| *due <= now) {
            self.say(format!("{kind} of {ticket} was due at {due} and has not fired at {now}"));
            self.by_time.remove(&(due, ticket, kind));
        }
        let resumed = self.resumed;
        let is_late = |at: &Timestamp| now.since((*at).max(resumed)) > LONGEST_SILENCE;
        let late: Vec<_> = self.unheard.iter().filter(|(_, at)| is_late(at)).map(|(key, at)| (*key, *at)).collect();
        for ((ticket, target), at) in late {
            self.say(format!(
                "{} of {ticket} was broken at {at}, and at {now} nobody who is there has heard of it",
                target.as_str()
            ));
            self.unheard.remove(&(ticket, target));
        }
    }

    /// At the end of all: nothing went missing between being set and its end.
    pub(super) fn close(&mut self, now: Timestamp) {
        self.idle(now);
        let standing = u64::try_from(self.standing.values().map(BTreeMap::len).sum::<usize>()).expect("small");
        let Counts { set, fired, cancelled, .. } = self.counts;
        if set != fired + cancelled + standing {
            self.say(format!("{set} deadlines were set; {fired} fired, {cancelled} were cancelled and {standing} stand"));
        }
    }

    fn say(&mut self, wrong: String) {
        if self.wrong.len() < TOLD {
            self.wrong.push(wrong);
        }
    }
}

/// A reminder at the time that its reader has named himself, what happened to his own mail, and what he gets as a customer.
const fn is_asked_for(kind: LetterKind) -> bool {
    kind.is_for_customer() || matches!(kind, LetterKind::FollowUp | LetterKind::DeliveryFailure | LetterKind::Operator)
}
