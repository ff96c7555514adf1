//! Counting: samples in, a row of figures for each group out.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::base::{ContactId, Span, TeamName, TicketId, Timestamp};
use crate::domain::{By, ReportKind};
use crate::policy::{Calendar, Mask};

use super::activity::{Colleague, Presence};
use super::figures::{Both, Figures};
use super::fold::Catalogue;
use super::ledger::Snapshot;
use super::query::{Period, ReportQuery, Scope};
use super::running::Effort;
use super::sample::{Frame, Sample, What};
use super::scores::{self, Score};
use super::slice::{local, slices, week_order, week_place};

/// What stands outside of the samples: whose names, which hours.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The desk's working time.
    pub calendar: Arc<Calendar>,
    /// The zone of days and weeks.
    pub zone: TimeZone,
    /// The names of the staff.
    pub names: BTreeMap<ContactId, String>,
    /// The organisations of customers; needed for a report that is cut by them.
    pub organisations: BTreeMap<ContactId, String>,
    /// The departments of teams.
    pub departments: BTreeMap<TeamName, String>,
    /// The staff; needed for reports about people.
    pub staff: BTreeMap<ContactId, Colleague>,
    /// What the reader may not see is hidden in names that people have given; none: he may see everything.
    pub mask: Option<Mask>,
}

impl Scene {
    pub(super) fn name(&self, who: ContactId) -> String {
        self.names.get(&who).cloned().unwrap_or_else(|| "(unknown)".to_owned())
    }
}

/// The figures of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// A row a group, in order: of time, or of names.
    pub rows: Vec<(String, Figures)>,
    /// All of it.
    pub total: Figures,
}

/// Counts what is asked, all of it in one pass.
///
/// # Errors
/// Where the samples cannot be read.
pub fn count(samples: &Snapshot, queries: &[ReportQuery], scene: &Scene) -> io::Result<Vec<Counted>> {
    let mut all: Vec<_> = queries.iter().map(|query| Counting::new(query, scene, samples.catalogue())).collect();
    samples.each(|sample| all.iter_mut().for_each(|counting| counting.take(sample)))?;
    Ok(all.into_iter().map(Counting::finish).collect())
}

/// A ticket that is unfinished.
struct Waiting {
    opened: Timestamp,
    frame: u32,
    requester: Option<ContactId>,
}

pub(super) struct Counting<'a> {
    query: &'a ReportQuery,
    scene: &'a Scene,
    catalogue: &'a Catalogue,
    /// The beginnings of the slices with their names, where it is cut by time.
    slices: Vec<(Timestamp, String)>,
    groups: BTreeMap<String, Figures>,
    /// Rows by slice; the backlog is counted up from the first sample on.
    timed: Vec<Figures>,
    total: Figures,
    /// Unfinished tickets as of the sample that was taken last.
    waiting: BTreeMap<TicketId, Waiting>,
    /// Slices whose end has been passed.
    passed: usize,
    /// Who is there; none where the report does not ask.
    presence: Option<Presence<'a>>,
}

impl<'a> Counting<'a> {
    pub(super) fn new(query: &'a ReportQuery, scene: &'a Scene, catalogue: &'a Catalogue) -> Self {
        let slices = if query.by.is_time() { slices(query.period, query.by, &scene.zone) } else { Vec::new() };
        let timed = vec![Figures::default(); slices.len()];
        Self {
            query,
            scene,
            catalogue,
            slices,
            groups: BTreeMap::new(),
            timed,
            total: Figures::default(),
            waiting: BTreeMap::new(),
            passed: 0,
            presence: query.kind.is_of_people().then(|| Presence::new(&scene.staff, &query.scope)),
        }
    }

    pub(super) fn take(&mut self, sample: &Sample) {
        let Period { since, until } = self.query.period;
        // Who was away may be said afterwards.
        self.presence.iter_mut().for_each(|presence| presence.take(sample));
        // Messages are counted for alerts alone.
        if sample.at >= until || sample.what == What::Heard {
            return;
        }
        self.pass(sample.at);
        let frame = sample.frame.and_then(|place| self.catalogue.frame(place));
        if !self.is_seen(sample, frame) {
            return;
        }
        self.wait(sample);
        let sample = &scores::placed(sample);
        if sample.at < since {
            return;
        }
        let known = Known { times: self.times(sample), hour: self.hour(sample) };
        // An answer counts when it came, and once more for its question, when that was asked.
        let asked = sample.since.filter(|asked| sample.what == What::Rated && *asked >= since);
        add(&mut self.total, sample, known);
        asked.into_iter().for_each(|_| answered(&mut self.total));
        if self.query.by.is_time() {
            if let Some(figures) = self.slice(sample.at) {
                add(figures, sample, known);
            }
            asked.and_then(|asked| self.slice(asked)).into_iter().for_each(answered);
            return;
        }
        for group in self.groups_of(sample, frame) {
            let figures = self.groups.entry(group).or_default();
            add(figures, sample, known);
            if self.query.by == By::Criterion {
                figures.reviewed = figures.reviewed.saturating_add(i64::from(sample.number.signum()));
            }
            asked.into_iter().for_each(|_| answered(figures));
        }
    }

    /// The figures of the slice that a time lies in.
    fn slice(&mut self, at: Timestamp) -> Option<&mut Figures> {
        let slice = self.slices.partition_point(|(begins, _)| *begins <= at);
        self.timed.get_mut(slice.checked_sub(1)?)
    }

    /// Writes the backlog of the slices that end before this sample down.
    fn pass(&mut self, at: Timestamp) {
        while self.slices.get(self.passed.saturating_add(1)).is_some_and(|(begins, _)| *begins <= at) {
            self.close_slice();
        }
    }

    fn close_slice(&mut self) {
        let ends = self.slices.get(self.passed.saturating_add(1)).map_or(self.query.period.until, |(begins, _)| *begins);
        if let Some(figures) = self.timed.get_mut(self.passed) {
            for waiting in self.waiting.values() {
                figures.backlog = figures.backlog.saturating_add(1);
                figures.backlog_age.push(ends.since(waiting.opened));
            }
        }
        self.passed = self.passed.saturating_add(1);
    }

    /// May the asker see it?
    fn is_seen(&self, sample: &Sample, frame: Option<&Frame>) -> bool {
        match &self.query.scope {
            Scope::All => true,
            Scope::Own(me) if sample.what.is_personal() => sample.who == Some(*me),
            Scope::Own(me) => frame.is_some_and(|frame| frame.assignee == Some(*me)),
            Scope::Of(teams, categories) => frame.is_some_and(|frame| {
                frame.team.as_ref().is_some_and(|team| teams.contains(team))
                    || frame.category.as_ref().is_some_and(|category| categories.contains(category))
            }),
        }
    }

    fn wait(&mut self, sample: &Sample) {
        let (Some(frame), requester) = (sample.frame, sample.requester) else { return };
        match sample.what {
            What::Opened => drop(self.waiting.insert(sample.ticket, Waiting { opened: sample.at, frame, requester })),
            What::Reopened | What::Entered => {
                let opened = sample.since.unwrap_or(sample.at);
                self.waiting.insert(sample.ticket, Waiting { opened, frame, requester });
            }
            What::Resolved | What::Dismissed | What::Left => drop(self.waiting.remove(&sample.ticket)),
            _ => {}
        }
    }

    /// The working time of its span, counted once for all rows that it belongs to.
    fn times(&self, sample: &Sample) -> Option<(Span, Span)> {
        let since = sample.since?;
        if !matches!(sample.what, What::FirstResponse | What::NextResponse | What::Resolved) {
            return None;
        }
        Some((sample.at.since(since), self.scene.calendar.between(since, sample.at)))
    }

    /// The hour in which somebody did something, counted from the beginning of time, where the report asks for it.
    fn hour(&self, sample: &Sample) -> Option<i64> {
        if sample.what != What::Touched || self.presence.is_none() {
            return None;
        }
        let at = jiff::Timestamp::from_millisecond(sample.at.as_millis()).ok()?;
        let offset = i64::from(self.scene.zone.to_offset(at).seconds());
        Some(at.as_second().saturating_add(offset).div_euclid(3600))
    }

    fn groups_of(&self, sample: &Sample, frame: Option<&Frame>) -> Vec<String> {
        let none = || "(none)".to_owned();
        let of = |show: &dyn Fn(&Frame) -> Option<String>| vec![frame.and_then(show).unwrap_or_else(none)];
        match self.query.by {
            By::Agent if sample.what.is_personal() => vec![sample.who.map_or_else(none, |who| self.scene.name(who))],
            By::Agent => of(&|frame| frame.assignee.map(|who| self.scene.name(who))),
            By::Team => of(&|frame| frame.team.as_ref().map(ToString::to_string)),
            By::Department => of(&|frame| self.scene.departments.get(frame.team.as_ref()?).cloned()),
            By::Category => of(&|frame| frame.category.as_ref().map(ToString::to_string)),
            By::Mailbox => of(&|frame| Some(frame.mailbox.to_string())),
            By::Priority => of(&|frame| Some(frame.priority.to_string())),
            By::Organisation => {
                let known = |who: ContactId| self.scene.organisations.get(&who).cloned();
                vec![sample.requester.map_or_else(none, |who| known(who).unwrap_or_else(|| "(unknown)".to_owned()))]
            }
            By::Tag => match frame {
                Some(frame) if !frame.tags.is_empty() => frame.tags.iter().cloned().collect(),
                _ => vec![none()],
            },
            By::Rule => match sample.what {
                What::RuleTook | What::NoRule | What::Corrected => {
                    vec![self.catalogue.rule(sample.number).map_or_else(|| "(no rule)".to_owned(), str::to_owned)]
                }
                _ => Vec::new(),
            },
            By::Criterion => match sample.what {
                What::Scored => {
                    let criterion = self.catalogue.criterion(Score::of_number(sample.number).criterion);
                    criterion.map(str::to_owned).into_iter().collect()
                }
                _ => Vec::new(),
            },
            By::Weekday | By::WeekHour => {
                local(sample.at, &self.scene.zone).map(|at| week_place(&at, self.query.by)).into_iter().collect()
            }
            By::Total | By::Hour | By::Day | By::Week | By::Month => Vec::new(),
        }
    }

    /// Writes down who was there and what he can carry, where the report is about people: each has a row, also who did nothing.
    fn people(&mut self) {
        let Some(presence) = self.presence.take() else { return };
        let period = self.query.period;
        let is_training = self.query.kind == ReportKind::Training;
        let ends: Vec<Timestamp> = self.slices.iter().skip(1).map(|(begins, _)| *begins).chain([period.until]).collect();
        for (who, colleague) in presence.colleagues().iter().filter(|(_, one)| !is_training || one.learning.is_some()) {
            let attend = |figures: &mut Figures, period| figures.attend(presence.of(*who, colleague, period), colleague.capacity);
            attend(&mut self.total, period);
            if self.query.by == By::Agent {
                let row = self.groups.entry(self.scene.name(*who)).or_default();
                attend(row, period);
                row.learning.clone_from(&colleague.learning);
                row.learnt = colleague.learning.as_ref().map_or(0, |one| one.done);
                self.total.learnt = self.total.learnt.saturating_add(row.learnt);
            }
            for (((since, _), until), figures) in self.slices.iter().zip(&ends).zip(&mut self.timed) {
                attend(figures, Period { since: *since, until: *until });
            }
        }
    }

    /// The groups of a part of the time that ends here, and their sum. What waits then is counted up, and goes on waiting.
    pub(super) fn part(&mut self, ends: Timestamp) -> (BTreeMap<String, Figures>, Figures) {
        let (mut groups, mut total) = (std::mem::take(&mut self.groups), std::mem::take(&mut self.total));
        for (ticket, waiting) in &self.waiting {
            let age = ends.since(waiting.opened);
            // As if it were counted: the group of what waits is that of a ticket in this frame.
            let sample = Sample {
                at: ends,
                since: None,
                what: What::Entered,
                ticket: *ticket,
                who: None,
                requester: waiting.requester,
                frame: Some(waiting.frame),
                number: 0,
            };
            // What waits belongs to no hour of the week.
            let is_of_week = matches!(self.query.by, By::Weekday | By::WeekHour);
            let its = if is_of_week { Vec::new() } else { self.groups_of(&sample, self.catalogue.frame(waiting.frame)) };
            for figures in its.into_iter().map(Some).chain([None]) {
                let figures = figures.map_or(&mut total, |group| groups.entry(group).or_default());
                figures.backlog = figures.backlog.saturating_add(1);
                figures.backlog_age.push(age);
            }
        }
        if let (Some(mask), By::Organisation | By::Tag) = (&self.scene.mask, self.query.by) {
            // These are written by people; all other names are the admin's.
            groups = groups.into_iter().map(|(name, figures)| (mask.hide(&name).into_owned(), figures)).collect();
        }
        (groups, total)
    }

    fn finish(mut self) -> Counted {
        while self.passed < self.slices.len() {
            self.close_slice();
        }
        self.people();
        let (groups, total) = self.part(self.query.period.until);
        let rows = if self.query.by.is_time() {
            self.slices.into_iter().map(|(_, name)| name).zip(self.timed).collect()
        } else {
            let mut rows: Vec<(String, Figures)> = groups.into_iter().collect();
            if matches!(self.query.by, By::Weekday | By::WeekHour) {
                rows.sort_by_key(|(name, _)| (week_order(name), name.clone()));
            }
            rows
        };
        Counted { rows, total }
    }
}

/// A question was answered.
const fn answered(figures: &mut Figures) {
    figures.asked_answered = figures.asked_answered.saturating_add(1);
}

/// What is known of a sample besides: its span on the clock and in working time, and the hour of a mail.
#[derive(Clone, Copy)]
struct Known {
    times: Option<(Span, Span)>,
    hour: Option<i64>,
}

fn add(figures: &mut Figures, sample: &Sample, known: Known) {
    let one = |count: &mut u64| *count = count.saturating_add(1);
    let both = |both: &mut Both| {
        if let Some((wall, working)) = known.times {
            both.wall.push(wall);
            both.working.push(working);
        }
    };
    let target = usize::try_from(sample.number).unwrap_or(usize::MAX);
    match sample.what {
        What::Opened => one(&mut figures.opened),
        What::Resolved => {
            one(&mut figures.resolved);
            both(&mut figures.resolution);
            let Effort { replies, touches } = Effort::of_number(sample.number);
            figures.resolved_replies = figures.resolved_replies.saturating_add(replies.into());
            figures.resolved_touches = figures.resolved_touches.saturating_add(touches.into());
        }
        What::Dismissed => one(&mut figures.dismissed),
        What::Reopened => one(&mut figures.reopened),
        What::FirstResponse => both(&mut figures.first_response),
        What::NextResponse => both(&mut figures.next_response),
        What::Replied => one(&mut figures.replies),
        What::Touched => {
            one(&mut figures.touches);
            if let (Some(who), Some(hour)) = (sample.who, known.hour) {
                figures.activity.take(who, sample.at, sample.ticket, hour);
            }
        }
        What::Kept => figures.kept.get_mut(target).into_iter().for_each(one),
        What::Broken => figures.broken.get_mut(target).into_iter().for_each(one),
        What::Escalated => one(&mut figures.escalated),
        What::TimeSpent => figures.minutes = figures.minutes.saturating_add(i64::from(sample.number)),
        What::RuleTook | What::NoRule => one(&mut figures.rule_took),
        What::Corrected => one(&mut figures.corrected),
        What::Acknowledged => one(&mut figures.acknowledged),
        What::Withheld => one(&mut figures.withheld),
        What::Bounced => one(&mut figures.bounced),
        What::Quarantined => {
            one(&mut figures.quarantined);
            figures.loops = figures.loops.saturating_add(u64::from(sample.number == 1));
        }
        What::Offered => one(&mut figures.offered),
        What::Helped => one(&mut figures.helped),
        What::Asked => one(&mut figures.asked),
        What::Rated => {
            let place = usize::try_from(sample.number).ok().and_then(|rating| rating.checked_sub(1));
            place.and_then(|place| figures.ratings.get_mut(place)).into_iter().for_each(one);
        }
        What::Judged => {
            let verdict = usize::try_from(sample.number).ok();
            verdict.and_then(|verdict| figures.judged.get_mut(verdict)).into_iter().for_each(one);
        }
        What::Reviewed => figures.reviewed = figures.reviewed.saturating_add(sample.number.into()),
        What::Scored => {
            let Score { score, is_taken_back, .. } = Score::of_number(sample.number);
            let place = usize::try_from(score).ok().and_then(|score| score.checked_sub(1));
            let count = place.and_then(|place| figures.scores.get_mut(place));
            count.into_iter().for_each(|count| *count = count.saturating_add(if is_taken_back { -1 } else { 1 }));
        }
        What::Left | What::Entered | What::WentAway | What::CameBack | What::AwayTakenBack | What::Heard => {}
    }
}
