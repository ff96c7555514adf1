//! Reports on a schedule: when each is due, and of which time it tells. Days and hours are the reader's.

use std::fmt;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

use crate::base::{StaffName, TeamName, Timestamp};
use crate::domain::{By, ReportKind};

/// A report that some get again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduledReport {
    /// Which.
    pub kind: ReportKind,
    /// Cut by what; none: as it usually is.
    pub by: Option<By>,
    /// Who gets it.
    pub to: Vec<StaffName>,
    /// When.
    pub every: Every,
    /// Of whose work.
    pub of: ScheduledOf,
}

/// Of whose work a scheduled report is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScheduledOf {
    /// As much as its reader may see; of a personal one the reader's own.
    Reader,
    /// One person's.
    Person(StaffName),
    /// One team's.
    Team(TeamName),
}

/// How often, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Each day at this time.
    Day(Time),
    /// Each week on this day.
    Week(Weekday, Time),
    /// Each month on this day, or its last one where it has fewer.
    Month(i8, Time),
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];
/// Days that are looked through for the last or next time: a month and some.
const DAYS: i32 = 63;

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |time: &Time| format!("{:02}:{:02}", time.hour(), time.minute());
        match self {
            Self::Day(time) => write!(f, "daily {}", clock(time)),
            Self::Week(day, time) => {
                let name = WEEKDAYS.iter().find(|(_, known)| known == day).map_or("", |(name, _)| name);
                write!(f, "{name} {}", clock(time))
            }
            Self::Month(day, time) => write!(f, "monthly {day} {}", clock(time)),
        }
    }
}

impl Every {
    /// Reads `daily 08:00`, `monday 08:00` or `monthly 1 08:00`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let (when, clock) = text.rsplit_once(' ')?;
        let (hour, minute) = clock.split_once(':')?;
        let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
        match when.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["daily"] => Some(Self::Day(time)),
            ["monthly", day] => day.parse().ok().filter(|day| (1..=31).contains(day)).map(|day| Self::Month(day, time)),
            [day] => WEEKDAYS.iter().find(|(name, _)| name == day).map(|(_, day)| Self::Week(*day, time)),
            _ => None,
        }
    }

    const fn time(self) -> Time {
        match self {
            Self::Day(time) | Self::Week(_, time) | Self::Month(_, time) => time,
        }
    }

    fn is_on(self, date: Date) -> bool {
        match self {
            Self::Day(_) => true,
            Self::Week(day, _) => date.weekday() == day,
            Self::Month(day, _) => date.day() == day.min(date.days_in_month()),
        }
    }

    fn at(self, date: Date, zone: &TimeZone) -> Option<Timestamp> {
        let at = date.to_datetime(self.time()).to_zoned(zone.clone()).ok()?;
        Some(Timestamp::from_millis(at.timestamp().as_millisecond()))
    }

    /// The last time that it was due, now among them.
    pub fn last(self, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let today = local(now, zone)?.date();
        let days = (0..DAYS).filter_map(|back| today.checked_sub(back.days()).ok()).filter(|date| self.is_on(*date));
        days.filter_map(|date| self.at(date, zone)).find(|at| *at <= now)
    }

    /// The next time that it is due after a time.
    pub fn next(self, after: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let today = local(after, zone)?.date();
        let days = (0..DAYS).filter_map(|ahead| today.checked_add(ahead.days()).ok()).filter(|date| self.is_on(*date));
        days.filter_map(|date| self.at(date, zone)).find(|at| *at > after)
    }

    /// The time that a report tells of which was due then: whole days, the last of them the day before, or the day itself where it
    /// comes in the afternoon.
    pub fn period(self, due: Timestamp, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
        let date = local(due, zone)?.date();
        let end = if self.time().hour() < 12 { date } else { date.tomorrow().ok()? };
        let length = match self {
            Self::Day(_) => 1.day(),
            Self::Week(..) => 1.week(),
            Self::Month(..) => 1.month(),
        };
        let midnight = |date: Date| {
            let at = date.to_zoned(zone.clone()).ok()?;
            Some(Timestamp::from_millis(at.timestamp().as_millisecond()))
        };
        Some((midnight(end.checked_sub(length).ok()?)?, midnight(end)?.min(due)))
    }
}

fn local(at: Timestamp, zone: &TimeZone) -> Option<Zoned> {
    jiff::Timestamp::from_millisecond(at.as_millis()).ok().map(|at| at.to_zoned(zone.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        let time: jiff::Timestamp = text.parse().expect("a time");
        Timestamp::from_millis(time.as_millisecond())
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        for text in ["daily 08:00", "monday 08:30", "monthly 1 00:00", "monthly 31 23:59"] {
            assert_eq!(Every::read(text).map(|every| every.to_string()).as_deref(), Some(text));
        }
        for text in
            ["", "daily", "08:00", "mondays 08:00", "monday 25:00", "monthly 08:00", "monthly 0 08:00", "monthly 32 08:00"]
        {
            assert_eq!(Every::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_and_the_next_time_are_the_readers() {
        let zone = TimeZone::get("Europe/Berlin").expect("zone");
        let monday = Every::read("monday 08:00").expect("read");
        // Monday 2 March 2026, eight o'clock in Berlin.
        let due = at("2026-03-02T07:00:00Z");
        assert_eq!(monday.last(due, &zone), Some(due));
        assert_eq!(monday.last(due.minus(crate::base::Span::from_millis(1)), &zone), Some(at("2026-02-23T07:00:00Z")));
        // Summer time begins on 29 March.
        assert_eq!(monday.next(at("2026-03-29T12:00:00Z"), &zone), Some(at("2026-03-30T06:00:00Z")));
        let last_day = Every::read("monthly 31 08:00").expect("read");
        assert_eq!(last_day.next(at("2026-02-01T00:00:00Z"), &zone), Some(at("2026-02-28T07:00:00Z")));
    }

    #[test]
    fn a_report_tells_of_whole_days() {
        let zone = TimeZone::get("Europe/Berlin").expect("zone");
        let monday = Every::read("monday 08:00").expect("read");
        let week = monday.period(at("2026-03-02T07:00:00Z"), &zone);
        assert_eq!(week, Some((at("2026-02-22T23:00:00Z"), at("2026-03-01T23:00:00Z"))));
        // On Friday evening the week that ends, Friday among it as far as it has come.
        let friday = Every::read("friday 17:00").expect("read");
        let due = at("2026-03-06T16:00:00Z");
        assert_eq!(friday.period(due, &zone), Some((at("2026-02-27T23:00:00Z"), due)));
        let month = Every::read("monthly 1 08:00").expect("read");
        assert_eq!(
            month.period(at("2026-03-01T07:00:00Z"), &zone),
            Some((at("2026-01-31T23:00:00Z"), at("2026-02-28T23:00:00Z")))
        );
    }
}
