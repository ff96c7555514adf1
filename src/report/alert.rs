//! What alerts are raised by, counted from the samples in one pass, beside the desk's thread.
//!
//! What each kind counts, in words:
//!
//! * **slow-responses**: the median working time of the public answers that a team gave within `over`, first and next ones. Who still
//!   waits for a first answer counts with the time until now, once that is longer than the median of the answers. Cases: answers and
//!   those who wait so. Usual: the median of the answers within `before`, if there were as many cases.
//! * **backlog**: tickets of a team that are new, open, pending or on hold now. Usual: the median of the same count at this time of day
//!   on each day of `before`, if there are seven of them.
//! * **workload**: unfinished tickets that somebody answers for, in percent of his capacity. Cases: these tickets.
//! * **low-performance**: promises of tickets that somebody answered for when they were kept or broken within `over`: the percentage that
//!   was kept. Cases: these promises. Usual: the same of everybody who is watched by this alert. Absence does not count against him, and
//!   a promise that became void is left out.
//! * **complaints**: low ratings within `over` of tickets that somebody had resolved. Cases: all his ratings.
//! * **silent-mailbox**: opening hours since the last message that the mailbox brought, whatever became of it. Usual: of each day of
//!   `before` on which it brought any, the longest time of opening hours without one; the median of these days, five at least. A
//!   mailbox that never brought any is not known to be silent. One that cannot be read is told at once.
//! * **spike**: new tickets within `over` on one subject or of one organisation; the desk groups them, for samples have no words. Usual:
//!   all tickets that are opened in so much of opening hours.
//!
//! Practice is no work and is in no sample.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use crate::base::{ContactId, MailboxName, Span, TeamName, TicketId, Timestamp, limit};
use crate::domain::{AlertCause, AlertKind, AlertReading};
use crate::policy::{Alert, Calendar};

use super::fold::Catalogue;
use super::ledger::Snapshot;
use super::sample::{Frame, Sample, What};

const DAY: Span = Span::from_days(1);
/// Days of which a usual backlog is made, at least.
const USUAL_DAYS: usize = 7;
/// Days with mail of which a usual silence is made, at least.
const SILENT_DAYS: usize = 5;

/// What stands outside of the samples.
#[derive(Clone, Debug)]
pub struct AlertScene {
    /// The present.
    pub now: Timestamp,
    /// The desk's working time.
    pub calendar: Arc<Calendar>,
    /// The teams with their members.
    pub teams: BTreeMap<TeamName, BTreeSet<ContactId>>,
    /// What everybody of the staff can have to do.
    pub capacities: BTreeMap<ContactId, u32>,
    /// The mailboxes.
    pub mailboxes: BTreeSet<MailboxName>,
    /// Why some of them cannot be read.
    pub troubles: BTreeMap<MailboxName, String>,
    /// New tickets by what they have in common, by the place of the alert that asks.
    pub spikes: BTreeMap<usize, Vec<AlertReading>>,
    /// A rating of so much or less is low.
    pub low: u8,
}

/// An unfinished ticket.
struct Unfinished {
    opened: Timestamp,
    frame: u32,
    is_answered: bool,
}

/// What was counted of one cause; which of it is used depends on the kind.
#[derive(Default)]
struct Tally {
    /// Minutes, and whose, within the time that is counted.
    minutes: Vec<(u64, TicketId)>,
    /// Minutes within the time before it.
    before: Vec<u64>,
    /// What went well.
    good: u64,
    /// What did not, the last one last.
    bad: Vec<TicketId>,
    /// The last message.
    last: Option<Timestamp>,
    /// The longest gap of each day, in minutes.
    gaps: BTreeMap<i64, u64>,
}

/// One alert that is counted.
struct Watch<'a> {
    alert: &'a Alert,
    scene: &'a AlertScene,
    /// Causes that it watches.
    causes: BTreeSet<AlertCause>,
    tallies: BTreeMap<AlertCause, Tally>,
}

/// Counts what all alerts watch: readings with the place of their alert, in order.
///
/// # Errors
/// Where the samples cannot be read.
pub fn read_alerts(samples: &Snapshot, alerts: &[Alert], scene: &AlertScene) -> io::Result<Vec<(usize, AlertReading)>> {
    let mut watches: Vec<_> = alerts.iter().map(|alert| Watch::new(alert, scene)).collect();
    let mut past = Past::new(samples.catalogue(), alerts, scene.now);
    samples.each(|sample| {
        if sample.at > scene.now {
            return;
        }
        past.take(sample);
        let Some(frame) = sample.frame.and_then(|place| samples.catalogue().frame(place)) else { return };
        watches.iter_mut().for_each(|watch| watch.take(sample, frame));
    })?;
    past.pass(scene.now);
    let readings = watches.iter_mut().enumerate().flat_map(|(place, watch)| {
        let readings = if watch.alert.kind == AlertKind::Spike { watch.spikes(place) } else { watch.finish(&past) };
        readings.into_iter().map(move |reading| (place, reading))
    });
    Ok(readings.collect())
}

/// What is unfinished, and how much of it there was on earlier days.
struct Past<'a> {
    catalogue: &'a Catalogue,
    unfinished: BTreeMap<TicketId, Unfinished>,
    /// Times at which the backlog is written down, the latest first.
    ahead: Vec<Timestamp>,
    levels: Vec<(Timestamp, BTreeMap<Option<TeamName>, u64>)>,
    has_begun: bool,
}

impl<'a> Past<'a> {
    fn new(catalogue: &'a Catalogue, alerts: &[Alert], now: Timestamp) -> Self {
        let backlogs = alerts.iter().filter(|alert| alert.kind == AlertKind::Backlog);
        let days = backlogs.map(|alert| alert.before.as_minutes() / DAY.as_minutes()).max().unwrap_or_default();
        let ahead = (1..=days).map(|days| now.minus(Span::from_days(days))).collect();
        Self { catalogue, unfinished: BTreeMap::new(), ahead, levels: Vec::new(), has_begun: false }
    }

    /// Writes down what was unfinished at the times before this one.
    fn pass(&mut self, at: Timestamp) {
        while let Some(instant) = self.ahead.pop_if(|instant| *instant <= at) {
            if !self.has_begun {
                continue;
            }
            let mut level: BTreeMap<Option<TeamName>, u64> = BTreeMap::new();
            for frame in self.unfinished.values().filter_map(|ticket| self.catalogue.frame(ticket.frame)) {
                let count = level.entry(frame.team.clone()).or_default();
                *count = count.saturating_add(1);
            }
            self.levels.push((instant, level));
        }
    }

    fn take(&mut self, sample: &Sample) {
        self.pass(sample.at);
        self.has_begun = true;
        let Some(frame) = sample.frame else { return };
        match sample.what {
            What::Opened => {
                self.unfinished.insert(sample.ticket, Unfinished { opened: sample.at, frame, is_answered: false });
            }
            What::Reopened => {
                let opened = sample.since.unwrap_or(sample.at);
                self.unfinished.insert(sample.ticket, Unfinished { opened, frame, is_answered: true });
            }
            What::Entered => {
                if let Some(ticket) = self.unfinished.get_mut(&sample.ticket) {
                    ticket.frame = frame;
                }
            }
            What::Replied => {
                if let Some(ticket) = self.unfinished.get_mut(&sample.ticket) {
                    ticket.is_answered = true;
                }
            }
            What::Resolved | What::Dismissed => {
                self.unfinished.remove(&sample.ticket);
            }
            _ => {}
        }
    }

    /// Unfinished tickets, the oldest first.
    fn tickets(&self, is_meant: impl Fn(&Frame, &Unfinished) -> bool) -> Vec<(Timestamp, TicketId)> {
        let meant = self.unfinished.iter().filter(|(_, ticket)| {
            let frame = self.catalogue.frame(ticket.frame);
            frame.is_some_and(|frame| is_meant(frame, ticket))
        });
        let mut tickets: Vec<_> = meant.map(|(id, ticket)| (ticket.opened, *id)).collect();
        tickets.sort();
        tickets
    }

    /// The usual backlog of a cause.
    fn usual(&self, cause: &AlertCause, since: Timestamp) -> Option<u64> {
        let of = |level: &BTreeMap<Option<TeamName>, u64>| match cause {
            AlertCause::Team(team) => level.get(&Some(team.clone())).copied().unwrap_or_default(),
            _ => level.values().sum(),
        };
        let counts: Vec<u64> = self.levels.iter().filter(|(at, _)| *at >= since).map(|(_, level)| of(level)).collect();
        if counts.len() < USUAL_DAYS { None } else { median(counts) }
    }
}

impl<'a> Watch<'a> {
    fn new(alert: &'a Alert, scene: &'a AlertScene) -> Self {
        let teams = || match alert.teams.as_slice() {
            [] => scene.teams.keys().cloned().collect(),
            teams => teams.to_vec(),
        };
        let causes: BTreeSet<AlertCause> = match alert.kind {
            AlertKind::SlowResponses | AlertKind::Backlog if teams().is_empty() => [AlertCause::Desk].into(),
            AlertKind::SlowResponses | AlertKind::Backlog => teams().into_iter().map(AlertCause::Team).collect(),
            AlertKind::Workload | AlertKind::Complaints | AlertKind::LowPerformance => {
                let members: BTreeSet<ContactId> =
                    alert.teams.iter().filter_map(|team| scene.teams.get(team)).flatten().copied().collect();
                let people = scene.capacities.keys().filter(|who| alert.teams.is_empty() || members.contains(who));
                people.copied().map(AlertCause::Person).collect()
            }
            AlertKind::SilentMailbox if alert.mailboxes.is_empty() => {
                scene.mailboxes.iter().cloned().map(AlertCause::Mailbox).collect()
            }
            AlertKind::SilentMailbox => alert.mailboxes.iter().cloned().map(AlertCause::Mailbox).collect(),
            AlertKind::Spike => [AlertCause::Desk].into(),
        };
        Self { alert, scene, causes, tallies: BTreeMap::new() }
    }

    /// The cause that a sample counts for.
    fn cause(&self, sample: &Sample, frame: &Frame) -> Option<AlertCause> {
        let cause = match (self.alert.kind, sample.what) {
            (AlertKind::SlowResponses, What::FirstResponse | What::NextResponse) => match &frame.team {
                Some(team) if !self.causes.contains(&AlertCause::Desk) => AlertCause::Team(team.clone()),
                _ => AlertCause::Desk,
            },
            (AlertKind::LowPerformance, What::Kept | What::Broken) => AlertCause::Person(frame.assignee?),
            (AlertKind::Complaints, What::Rated) => AlertCause::Person(sample.who?),
            (AlertKind::SilentMailbox, What::Heard) => AlertCause::Mailbox(frame.mailbox.clone()),
            (AlertKind::Spike, What::Opened) => AlertCause::Desk,
            _ => return None,
        };
        self.causes.contains(&cause).then_some(cause)
    }

    fn take(&mut self, sample: &Sample, frame: &Frame) {
        let Some(cause) = self.cause(sample, frame) else { return };
        let (now, alert) = (self.scene.now, self.alert);
        let begins = now.minus(alert.over);
        let is_counted = sample.at > begins;
        let is_before = !is_counted && sample.at > begins.minus(alert.before);
        let calendar = &self.scene.calendar;
        let worked = |since: Timestamp| calendar.between(since, sample.at).as_minutes();
        let tally = self.tallies.entry(cause).or_default();
        match sample.what {
            What::Heard => {
                if let Some(last) = tally.last.replace(sample.at)
                    && sample.at > now.minus(alert.before)
                {
                    let longest = tally.gaps.entry(sample.at.as_days()).or_default();
                    *longest = worked(last).max(*longest);
                }
            }
            What::FirstResponse | What::NextResponse => match sample.since {
                Some(since) if is_counted => tally.minutes.push((worked(since), sample.ticket)),
                Some(since) if is_before => tally.before.push(worked(since)),
                _ => {}
            },
            What::Kept if is_counted => tally.good = tally.good.saturating_add(1),
            What::Broken if is_counted => tally.bad.push(sample.ticket),
            What::Rated if is_counted && sample.number <= i32::from(self.scene.low) => tally.bad.push(sample.ticket),
            What::Rated if is_counted => tally.good = tally.good.saturating_add(1),
            What::Opened if is_before => tally.good = tally.good.saturating_add(1),
            _ => {}
        }
    }

    fn finish(&mut self, past: &Past<'_>) -> Vec<AlertReading> {
        let mut tallies = std::mem::take(&mut self.tallies);
        let all = share(tallies.values());
        let read = |cause: &AlertCause| {
            let tally = tallies.remove(cause).unwrap_or_default();
            match self.alert.kind {
                AlertKind::SlowResponses => Some(self.slow(cause, tally, past)),
                AlertKind::Backlog => Some(self.backlog(cause, past)),
                AlertKind::Workload => self.workload(cause, past),
                AlertKind::LowPerformance => self.performance(cause, &tally, all),
                AlertKind::Complaints => Some(complaints(cause, tally)),
                AlertKind::SilentMailbox => self.silence(cause, tally),
                AlertKind::Spike => None,
            }
        };
        self.causes.iter().filter_map(read).collect()
    }

    fn slow(&self, cause: &AlertCause, tally: Tally, past: &Past<'_>) -> AlertReading {
        let is_enough = |cases: usize| u64::try_from(cases).is_ok_and(|cases| cases >= self.alert.at_least);
        let usual = Some(tally.before).filter(|before| is_enough(before.len())).and_then(median);
        let middle = median(tally.minutes.iter().map(|(minutes, _)| *minutes).collect()).unwrap_or_default();
        let waiting = past.tickets(|frame, ticket| !ticket.is_answered && is_of(cause, frame));
        let waited = |opened| self.scene.calendar.between(opened, self.scene.now).as_minutes();
        let waiting = waiting.into_iter().map(|(opened, ticket)| (waited(opened), ticket)).filter(|(waited, _)| *waited > middle);
        let waiting: Vec<(u64, TicketId)> = waiting.collect();
        let figure = median(tally.minutes.iter().chain(&waiting).map(|(minutes, _)| *minutes).collect()).unwrap_or_default();
        let cases = tally.minutes.len().saturating_add(waiting.len());
        let from = self.alert.limit(usual).unwrap_or(figure);
        // Who still waits comes before who has his answer, each the longest first.
        let mut answered = tally.minutes;
        answered.sort_by_key(|(minutes, ticket)| (std::cmp::Reverse(*minutes), *ticket));
        let slow = waiting.into_iter().chain(answered).filter(|(minutes, _)| *minutes >= from).map(|(_, ticket)| ticket);
        reading(cause, figure, usual, cases, slow.collect())
    }

    fn backlog(&self, cause: &AlertCause, past: &Past<'_>) -> AlertReading {
        let tickets = past.tickets(|frame, _| is_of(cause, frame));
        let usual = past.usual(cause, self.scene.now.minus(self.alert.before));
        let figure = u64::try_from(tickets.len()).unwrap_or(u64::MAX);
        let cases = tickets.len();
        reading(cause, figure, usual, cases, tickets.into_iter().map(|(_, ticket)| ticket).collect())
    }

    fn workload(&self, cause: &AlertCause, past: &Past<'_>) -> Option<AlertReading> {
        let AlertCause::Person(who) = cause else { return None };
        let capacity = u64::from(*self.scene.capacities.get(who)?);
        let tickets = past.tickets(|frame, _| frame.assignee == Some(*who));
        let percent = u64::try_from(tickets.len()).ok()?.saturating_mul(100).checked_div(capacity)?;
        let cases = tickets.len();
        Some(reading(cause, percent, None, cases, tickets.into_iter().map(|(_, ticket)| ticket).collect()))
    }

    fn performance(&self, cause: &AlertCause, tally: &Tally, all: Option<u64>) -> Option<AlertReading> {
        let cases = usize::try_from(tally.good).ok()?.saturating_add(tally.bad.len());
        let percent = share([tally])?;
        Some(reading(cause, percent, all, cases, tally.bad.iter().rev().copied().collect()))
    }

    fn silence(&self, cause: &AlertCause, tally: Tally) -> Option<AlertReading> {
        let AlertCause::Mailbox(mailbox) = cause else { return None };
        let trouble = self.scene.troubles.get(mailbox).cloned();
        let silent = tally.last.map(|last| self.scene.calendar.between(last, self.scene.now).as_minutes());
        if silent.is_none() && trouble.is_none() {
            return None;
        }
        let days = tally.gaps.len();
        let usual = Some(tally.gaps).filter(|_| days >= SILENT_DAYS).and_then(|gaps| median(gaps.into_values().collect()));
        Some(AlertReading { trouble, ..reading(cause, silent.unwrap_or_default(), usual, days, Vec::new()) })
    }

    /// What the desk has grouped, with what is usual.
    fn spikes(&self, place: usize) -> Vec<AlertReading> {
        let calendar = &self.scene.calendar;
        let begins = self.scene.now.minus(self.alert.over);
        let worked = calendar.between(begins.minus(self.alert.before), begins).as_minutes();
        let opened = self.tallies.get(&AlertCause::Desk).map(|tally| tally.good);
        let usual = opened.and_then(|opened| opened.saturating_mul(self.alert.over.as_minutes()).checked_div(worked));
        // Less than one is nothing to compare with.
        let usual = usual.filter(|usual| *usual > 0);
        let groups = self.scene.spikes.get(&place).into_iter().flatten();
        groups.map(|group| AlertReading { usual, ..group.clone() }).collect()
    }
}

fn complaints(cause: &AlertCause, tally: Tally) -> AlertReading {
    let low = tally.bad.len();
    let cases = usize::try_from(tally.good).unwrap_or(usize::MAX).saturating_add(low);
    reading(cause, u64::try_from(low).unwrap_or(u64::MAX), None, cases, tally.bad.into_iter().rev().collect())
}

/// Does a ticket in this frame belong to the cause?
fn is_of(cause: &AlertCause, frame: &Frame) -> bool {
    match cause {
        AlertCause::Team(team) => frame.team.as_ref() == Some(team),
        _ => true,
    }
}

/// What went well, in percent.
fn share<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Option<u64> {
    let sum = |(good, all): (u64, u64), tally: &Tally| {
        let bad = u64::try_from(tally.bad.len()).unwrap_or(u64::MAX);
        (good.saturating_add(tally.good), all.saturating_add(tally.good).saturating_add(bad))
    };
    let (good, all) = tallies.into_iter().fold((0, 0), sum);
    good.saturating_mul(100).checked_div(all)
}

fn reading(cause: &AlertCause, figure: u64, usual: Option<u64>, cases: usize, tickets: Vec<TicketId>) -> AlertReading {
    let mut seen = BTreeSet::new();
    let mut tickets: Vec<_> = tickets.into_iter().filter(|ticket| seen.insert(*ticket)).collect();
    let total = u64::try_from(tickets.len()).unwrap_or(u64::MAX);
    tickets.truncate(limit::ALERT_LOOKED_AT);
    let cases = u64::try_from(cases).unwrap_or(u64::MAX);
    AlertReading { cause: cause.clone(), figure, usual, cases, tickets, total, trouble: None }
}

/// The middle one; of two the mean; none of nothing.
fn median(mut figures: Vec<u64>) -> Option<u64> {
    figures.sort_unstable();
    let half = figures.len() / 2;
    let upper = *figures.get(half)?;
    if figures.len() % 2 == 1 {
        return Some(upper);
    }
    Some(figures.get(half.checked_sub(1)?)?.midpoint(upper))
}
