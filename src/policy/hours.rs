//! Opening hours and working time.
//!
//! Opening times are local: nine o'clock is nine on the wall, whatever the zone does that night. Working time is the real
//! time that passes while the desk is open, so a night in which the clocks go forward is an hour shorter. A local time that
//! does not exist, or exists twice, is resolved as RFC 5545 §3.3.5 does: in a gap it moves on by the gap, in a fold the first
//! one counts. Local days follow each other without overlap, also where a zone left out a whole day.
//!
//! Days are walked one by one, but whole weeks without a holiday or a change of the clocks are skipped by arithmetic, so
//! even a span of centuries costs a few steps per year. What no calendar day can hold any more (after the year 9999) is
//! answered with the last point in time there is.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::base::{Span, Timestamp};

use super::holidays::Holidays;

/// When the desk is open.
#[derive(Clone)]
pub struct Calendar {
    zone: TimeZone,
    opening: Opening,
}

/// At which times.
#[derive(Clone, Debug)]
enum Opening {
    Always,
    Hours { week: [DayHours; 7], holidays: Box<Holidays> },
}

/// Opening times of one weekday: minutes after midnight, `from < until <= 1440`, in order and apart.
pub type DayHours = Vec<(u16, u16)>;

/// Hours that make no calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// It would never open.
    #[error("these hours never open; give at least one day hours, such as mon = \"09:00-17:00\"")]
    NeverOpen,
    /// Two times of a day overlap or are out of order.
    #[error("the hours of {0} overlap or are out of order")]
    Overlap(&'static str),
}

/// Names of the weekdays, Monday first.
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MINUTES_PER_DAY: u16 = 1440;
/// When the day of a desk begins that never closes.
const MORNING: Time = Time::constant(8, 0, 0, 0);
/// How many days are looked through for an opening: longer holidays than a year there are none.
const OPENING_DAYS: usize = 400;
const DAY_MILLIS: i64 = 86_400_000;
/// A change of the clocks moves local times by at most a day (Samoa, 2011); two days keep clear of it.
const CLEAR_OF_CHANGE: i64 = 2;
/// About 1,900 years: jiff adds no more days at once than there are from 1970 to the year 9999.
const WEEKS_AT_ONCE: i64 = 100_000;

impl Calendar {
    /// Open at all times.
    pub fn always(zone: TimeZone) -> Self {
        Self { zone, opening: Opening::Always }
    }

    /// Open at the given hours of each weekday, Monday first, but not on holidays.
    ///
    /// # Errors
    /// [`CalendarError`] where that would never open or contradicts itself.
    pub fn new(zone: TimeZone, week: [DayHours; 7], holidays: impl Into<Holidays>) -> Result<Self, CalendarError> {
        for (name, day) in WEEKDAYS.into_iter().zip(&week) {
            let mut earliest = 0;
            for &(from, until) in day {
                if from < earliest || until <= from || until > MINUTES_PER_DAY {
                    return Err(CalendarError::Overlap(name));
                }
                earliest = until;
            }
        }
        if week.iter().all(Vec::is_empty) {
            return Err(CalendarError::NeverOpen);
        }
        Ok(Self { zone, opening: Opening::Hours { week, holidays: Box::new(holidays.into()) } })
    }

    /// The same hours on the clocks of another zone.
    pub fn in_zone(&self, zone: TimeZone) -> Self {
        Self { zone, opening: self.opening.clone() }
    }

    /// The time zone whose clocks count.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Is it open?
    pub fn is_open(&self, at: Timestamp) -> bool {
        let Opening::Hours { .. } = self.opening else { return true };
        let Some(today) = self.date_of(at) else { return false };
        // Where a zone's clocks go back over midnight, an instant may belong to the day after the one its clock shows.
        [today.yesterday().ok(), Some(today), today.tomorrow().ok()]
            .into_iter()
            .flatten()
            .any(|day| self.open_times(day).into_iter().any(|(open, close)| (open..close).contains(&at.as_millis())))
    }

    /// The point at which so much working time has passed since `from`. A span of zero gives the next open moment.
    pub fn add(&self, from: Timestamp, working: Span) -> Timestamp {
        let Opening::Hours { .. } = self.opening else { return from.plus(working) };
        let Some(mut walk) = Walk::from(self, from) else { return from.plus(working) };
        if working > last_moment().since(from) {
            return last_moment();
        }
        let mut left = i64::try_from(working.as_millis()).unwrap_or(i64::MAX);
        loop {
            if let Some(week) = walk.quiet_week() {
                // One millisecond is left over at least, so that the answer is found among a day's hours below.
                let weeks = (left - 1).max(0) / week.open_millis;
                left -= walk.skip(weeks.min(week.count)) * week.open_millis;
            }
            for (open, close) in self.open_times(walk.day) {
                let open = open.max(from.as_millis());
                if open < close && left <= close - open {
                    return Timestamp::from_millis(open + left);
                }
                left -= (close - open).max(0);
            }
            if !walk.next_day() {
                return last_moment().max(from);
            }
        }
    }

    /// The last point from which so much working time passes until `until`; `until` itself for a span of zero. The first point
    /// in time where there never was so much.
    pub fn subtract(&self, until: Timestamp, working: Span) -> Timestamp {
        let Opening::Hours { .. } = self.opening else { return until.minus(working) };
        if working.is_zero() {
            return until;
        }
        // Working time shrinks steadily as its begin draws nearer, so the point is found between one that is early enough
        // and one that is not.
        let (mut early, mut late, mut back) = (until, until, working);
        while self.between(early, until) < working {
            late = early;
            early = until.minus(back);
            if early <= first_moment() {
                return first_moment();
            }
            back = back.plus(back);
        }
        while late.since(early) > Span::from_millis(1) {
            let middle = early.plus(Span::from_millis(late.since(early).as_millis() / 2));
            if self.between(middle, until) < working { late = middle } else { early = middle }
        }
        early
    }

    /// The working time between two points.
    pub fn between(&self, from: Timestamp, until: Timestamp) -> Span {
        let Opening::Hours { .. } = self.opening else { return until.since(from) };
        let (Some(mut walk), Some(last)) = (Walk::from(self, from), self.date_of(until.min(last_moment()))) else {
            return Span::ZERO;
        };
        let mut total: i64 = 0;
        // The day after the last counts too, for clocks that went back over midnight.
        while days_between(walk.day, last) >= -1 {
            if let Some(week) = walk.quiet_week() {
                let weeks = (days_between(walk.day, last) - CLEAR_OF_CHANGE).max(0) / 7;
                total += walk.skip(weeks.min(week.count)) * week.open_millis;
            }
            for (open, close) in self.open_times(walk.day) {
                total += (close.min(until.as_millis()) - open.max(from.as_millis())).max(0);
            }
            if !walk.next_day() {
                break;
            }
        }
        Span::from_millis(u64::try_from(total).unwrap_or(0))
    }

    /// The first open moment of a local day; `None` on days off.
    pub(super) fn opens_on(&self, day: Date) -> Option<Timestamp> {
        match self.opening {
            Opening::Always => self.instant(day.to_datetime(Time::midnight())),
            Opening::Hours { .. } => self.open_times(day).first().map(|(open, _)| *open),
        }
        .map(Timestamp::from_millis)
    }

    /// When the desk opened last, at or before this point; a desk that never closes begins its days at eight.
    pub fn last_opening(&self, at: Timestamp) -> Option<Timestamp> {
        // Where a zone's clocks go back over midnight, an instant may belong to the day after the one its clock shows.
        let mut day = self.date_of(at)?.tomorrow().ok()?;
        for _ in 0..OPENING_DAYS {
            if let Some(begin) = self.begins_on(day).filter(|begin| *begin <= at) {
                return Some(begin);
            }
            day = day.yesterday().ok()?;
        }
        None
    }

    /// When the desk opens next, after this point.
    pub fn next_opening(&self, at: Timestamp) -> Option<Timestamp> {
        let mut day = self.date_of(at)?.yesterday().ok()?;
        for _ in 0..OPENING_DAYS {
            if let Some(begin) = self.begins_on(day).filter(|begin| *begin > at) {
                return Some(begin);
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    /// When a local day's work begins; `None` on days off.
    fn begins_on(&self, day: Date) -> Option<Timestamp> {
        match self.opening {
            Opening::Always => self.instant(day.to_datetime(MORNING)).map(Timestamp::from_millis),
            Opening::Hours { .. } => self.opens_on(day),
        }
    }

    /// The local date that a clock shows at this point; `None` outside of the years that have dates.
    fn date_of(&self, at: Timestamp) -> Option<Date> {
        let at = jiff::Timestamp::from_millisecond(at.as_millis()).ok()?;
        Some(self.zone.to_datetime(at).date())
    }

    /// The milliseconds at which the clock shows this local time.
    fn instant(&self, local: DateTime) -> Option<i64> {
        self.zone.to_timestamp(local).ok().map(|at| at.as_millisecond())
    }

    /// The hours of a weekday, nothing on holidays.
    fn hours(&self, day: Date) -> &[(u16, u16)] {
        match &self.opening {
            Opening::Hours { week, holidays } if !holidays.contains(day) => {
                let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
                week.get(weekday).map_or(&[], Vec::as_slice)
            }
            Opening::Hours { .. } | Opening::Always => &[],
        }
    }

    /// From when until when the desk is open on a local day, in milliseconds, in order and apart.
    fn open_times(&self, day: Date) -> Vec<(i64, i64)> {
        let hours = self.hours(day);
        if hours.is_empty() {
            return Vec::new();
        }
        let at = |minute: u16| {
            if minute >= MINUTES_PER_DAY {
                return self.instant(day.tomorrow().ok()?.to_datetime(Time::midnight()));
            }
            let time = Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
            self.instant(day.to_datetime(time))
        };
        let (Some(mut earliest), Some(midnight)) = (at(0), at(MINUTES_PER_DAY)) else { return Vec::new() };
        let mut times = Vec::with_capacity(hours.len());
        for &(from, until) in hours {
            let (Some(open), Some(close)) = (at(from), at(until)) else { continue };
            // A gap pushes times behind those that follow, and a day that a zone left out behind the next day.
            let (open, close) = (open.max(earliest), close.min(midnight));
            if open < close {
                times.push((open, close));
                earliest = close;
            }
        }
        times
    }
}

impl std::fmt::Debug for Calendar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let zone = self.zone.iana_name().unwrap_or("a zone without a name");
        match &self.opening {
            Opening::Always => write!(f, "Calendar(always open, {zone})"),
            Opening::Hours { week, holidays } => {
                let count = holidays.dates.len() + holidays.rules.len();
                write!(f, "Calendar({week:?}, {count} holidays, {zone})")
            }
        }
    }
}

/// Weeks ahead that are all alike.
struct QuietWeek {
    /// How many.
    count: i64,
    /// What each of them adds, more than zero.
    open_millis: i64,
}

/// A walk over local days.
struct Walk<'a> {
    calendar: &'a Calendar,
    day: Date,
    /// Days before this one need not ask for weeks to skip: none start there.
    ask_from: Date,
    week_millis: i64,
}

impl<'a> Walk<'a> {
    /// Begins the day before `from`, whose hours may reach over it where clocks go back over midnight.
    fn from(calendar: &'a Calendar, from: Timestamp) -> Option<Self> {
        let first = jiff::Timestamp::MIN.as_millisecond();
        let today = calendar.date_of(from.max(Timestamp::from_millis(first)))?;
        let day = today.yesterday().unwrap_or(today);
        let ask_from = days_later(today, CLEAR_OF_CHANGE).unwrap_or(today);
        let minutes = match &calendar.opening {
            Opening::Hours { week, .. } => week.iter().flatten().map(|(from, until)| i64::from(until - from)).sum(),
            Opening::Always => 0,
        };
        Some(Self { calendar, day, ask_from, week_millis: minutes * 60_000 })
    }

    /// The weeks that may be skipped from here, if there are any.
    fn quiet_week(&mut self) -> Option<QuietWeek> {
        if self.day < self.ask_from || self.week_millis <= 0 {
            return None;
        }
        let Opening::Hours { holidays, .. } = &self.calendar.opening else { return None };
        let until_holiday = holidays.next_from(self.day).map_or(i64::MAX, |holiday| days_between(self.day, holiday));
        let days = if until_holiday < 7 { until_holiday } else { until_holiday.min(self.days_until_change()?) };
        if days < 7 {
            // Nothing to skip before that day has gone by.
            self.ask_from = days_later(self.day, days.max(1)).unwrap_or(self.day);
            return None;
        }
        Some(QuietWeek { count: (days / 7).min(WEEKS_AT_ONCE), open_millis: self.week_millis })
    }

    /// Days from here that certainly lie before the next change of the clocks, and before the end of dates.
    fn days_until_change(&self) -> Option<i64> {
        let midnight = self.calendar.instant(self.day.to_datetime(Time::midnight()))?;
        let clear = jiff::Timestamp::from_millisecond(midnight - CLEAR_OF_CHANGE * DAY_MILLIS).ok()?;
        let end = days_between(self.day, Date::MAX) - CLEAR_OF_CHANGE;
        match self.calendar.zone.following(clear).next() {
            Some(change) => Some(end.min((change.timestamp().as_millisecond() - midnight) / DAY_MILLIS - CLEAR_OF_CHANGE)),
            None => Some(end),
        }
    }

    /// Goes so many weeks ahead and says how many it went.
    fn skip(&mut self, weeks: i64) -> i64 {
        match days_later(self.day, weeks * 7) {
            Some(day) => {
                self.day = day;
                weeks
            }
            None => 0,
        }
    }

    /// Goes to the next day, if there is one.
    fn next_day(&mut self) -> bool {
        match self.day.tomorrow() {
            Ok(day) => self.day = day,
            Err(_) => return false,
        }
        true
    }
}

/// How many days `later` lies after `earlier`; negative if before.
fn days_between(earlier: Date, later: Date) -> i64 {
    earlier.duration_until(later).as_secs() / 86_400
}

/// The day so many days later, if there is one.
fn days_later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::SignedDuration::from_hours(days.checked_mul(24)?)).ok()
}

/// The first point in time that has a date.
fn first_moment() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::MIN.as_millisecond())
}

/// The last point in time that has a date.
fn last_moment() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::MAX.as_millisecond())
}

#[cfg(test)]
mod tests;
