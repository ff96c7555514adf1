//! Worked examples, and a comparison with a model that walks minute by minute.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Weekday;

use super::*;
use crate::policy::{HolidayDate, HolidayRule};

/// Monday to Friday, nine to five.
const OFFICE: &str = "1-5 09:00-17:00";
/// The same with a break at noon, and Saturday morning.
const SHOP: &str = "1-5 08:30-12:00 13:00-18:00; 6 09:00-13:00";

fn minutes(text: &str) -> u16 {
    let (hour, minute) = text.split_once(':').expect("hh:mm");
    hour.parse::<u16>().expect("hour") * 60 + minute.parse::<u16>().expect("minute")
}

/// `"1-5 09:00-12:00 13:00-17:00; 6 10:00-12:00"`, days counted from Monday = 1.
fn week(text: &str) -> [DayHours; 7] {
    let mut week: [DayHours; 7] = Default::default();
    for part in text.split(';') {
        let mut words = part.split_whitespace();
        let days = words.next().expect("days");
        let (first, last) = days.split_once('-').unwrap_or((days, days));
        let hours: DayHours = words
            .map(|span| {
                let (from, until) = span.split_once('-').expect("from-until");
                (minutes(from), minutes(until))
            })
            .collect();
        for day in first.parse::<usize>().expect("day")..=last.parse::<usize>().expect("day") {
            week[day - 1] = hours.clone();
        }
    }
    week
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("known zone")
}

fn calendar(zone_name: &str, hours: &str, holidays: &[&str]) -> Calendar {
    let holidays: BTreeSet<Date> = holidays.iter().map(|day| day.parse().expect("date")).collect();
    Calendar::new(zone(zone_name), week(hours), holidays).expect("opens")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("RFC 3339")
}

/// A week's hours and its days off.
type Hours = ([DayHours; 7], Holidays);

/// The calendars and examples of `tests/working_time.txt`.
fn examples() -> (BTreeMap<String, Hours>, Vec<Vec<String>>) {
    let text = include_str!("../../../tests/working_time.txt");
    let (mut calendars, mut examples) = (BTreeMap::new(), Vec::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(calendar) = line.strip_prefix("calendar ") {
            let (name, hours) = calendar.split_once(": ").expect("a name");
            let (hours, off) = hours.split_once("; off ").unwrap_or((hours, ""));
            calendars.insert(name.to_owned(), (week(hours), off.split_whitespace().fold(Holidays::default(), day_off)));
        } else {
            examples.push(line.split('|').map(|part| part.trim().to_owned()).collect());
        }
    }
    (calendars, examples)
}

fn day_off(mut holidays: Holidays, text: &str) -> Holidays {
    let number = |text: &str| text.parse::<i16>().expect("days");
    let parts: Vec<&str> = text.split('/').collect();
    let on = if let Some(days) = text.strip_prefix("easter") {
        HolidayDate::Easter(number(days))
    } else if let Some(days) = text.strip_prefix("orthodox") {
        HolidayDate::OrthodoxEaster(number(days))
    } else if let [month, weekday, nth] = parts.as_slice() {
        let months = ["january", "february", "march", "april", "may", "june", "july", "august", "september"];
        let month = months.iter().position(|name| name == month).unwrap_or(10);
        let weekday = if *weekday == "monday" { Weekday::Monday } else { Weekday::Thursday };
        let nth = if *nth == "last" { -1 } else { nth.parse().expect("a number") };
        HolidayDate::Weekday { month: i8::try_from(month + 1).expect("a month"), weekday, nth }
    } else if let Ok(date) = text.parse() {
        holidays.dates.insert(date);
        return holidays;
    } else {
        let (month, day) = text.split_once('-').expect("a month and a day");
        HolidayDate::Fixed { month: month.parse().expect("a month"), day: day.parse().expect("a day") }
    };
    holidays.rules.push(HolidayRule::always(on));
    holidays
}

#[test]
fn worked_examples_of_due_times() {
    let (calendars, examples) = examples();
    assert!(examples.len() >= 60, "{}", examples.len());
    for example in examples {
        let [hours, zone_name, from, working, due, why] = example.as_slice() else { panic!("{example:?}") };
        let (week, holidays) = calendars.get(hours).expect("a calendar").clone();
        let calendar = Calendar::new(zone(zone_name), week, holidays).expect("opens");
        let working = Span::from_minutes(working.parse().expect("minutes"));
        let found = calendar.add(at(from), working);
        assert_eq!(found, at(due), "{example:?}");
        assert_eq!(calendar.between(at(from), found), working, "{example:?} back");
        let begin = calendar.subtract(found, working);
        assert!(begin >= at(from), "{why}: {begin}");
        assert_eq!(calendar.between(begin, found), working, "{example:?} counted back to {begin}");
        if calendar.is_open(at(from)) {
            assert_eq!(begin, at(from), "{example:?} counted back");
        }
    }
}

#[test]
fn hours_have_a_first_and_no_last_moment() {
    let calendar = calendar("Europe/Berlin", SHOP, &["2026-01-15"]);
    for (when, open) in [
        ("2026-01-14T08:29:59.999+01:00", false),
        ("2026-01-14T08:30+01:00", true),
        ("2026-01-14T11:59:59.999+01:00", true),
        ("2026-01-14T12:00+01:00", false),
        ("2026-01-14T13:00+01:00", true),
        ("2026-01-14T18:00+01:00", false),
        ("2026-01-15T10:00+01:00", false),
        ("2026-01-17T10:00+01:00", true),
        ("2026-01-18T10:00+01:00", false),
    ] {
        assert_eq!(calendar.is_open(at(when)), open, "{when}");
    }
}

#[test]
fn a_calendar_that_cannot_be_is_refused() {
    let new = |hours: &str| Calendar::new(TimeZone::UTC, week(hours), Holidays::default()).map(|_| ());
    assert_eq!(new("1-7"), Err(CalendarError::NeverOpen));
    assert_eq!(new("1 09:00-12:00 11:00-13:00"), Err(CalendarError::Overlap("Monday")));
    assert_eq!(new("2 13:00-17:00 09:00-12:00"), Err(CalendarError::Overlap("Tuesday")));
    assert_eq!(new("3 12:00-12:00"), Err(CalendarError::Overlap("Wednesday")));
    assert_eq!(new("4 17:00-09:00"), Err(CalendarError::Overlap("Thursday")));
    assert_eq!(new("7 09:00-24:01"), Err(CalendarError::Overlap("Sunday")));
    assert_eq!(new("6 09:00-12:00 12:00-13:00"), Ok(()));
}

#[test]
fn the_far_ends_of_time_neither_loop_nor_overflow() {
    let office = calendar("Europe/Berlin", OFFICE, &[]);
    let now = at("2026-01-14T09:00+01:00");
    let ends = [i64::MIN, i64::MIN + 1, -377_705_023_201_000, 253_402_207_200_999, i64::MAX - 1, i64::MAX];
    for from in ends.into_iter().map(Timestamp::from_millis).chain([now]) {
        for working in [Span::ZERO, Span::from_millis(1), Span::from_days(4000), Span::from_millis(u64::MAX)] {
            assert!(office.add(from, working) >= from, "{from:?} + {working:?}");
        }
        office.is_open(from);
        assert!(office.between(from, now).as_millis() <= now.since(from).as_millis());
    }
    assert_eq!(office.add(now, Span::from_millis(u64::MAX)), last_moment());
    // 400 years have 20,871 weeks and their days repeat: five days of eight hours each week.
    let later = at("2426-01-14T09:00+01:00");
    assert_eq!(office.between(now, later), Span::from_hours(20_871 * 40));
    assert_eq!(office.add(now, Span::from_hours(20_871 * 40).plus(Span::from_minutes(1))), later.plus(Span::from_minutes(1)));
    assert_eq!(office.between(later, now), Span::ZERO);
    // 12,000 years hold about a quarter of that in working time.
    let ages = office.between(Timestamp::from_millis(i64::MIN), now).as_seconds() / 86_400;
    assert!((1_040_000..1_050_000).contains(&ages), "{ages}");
}

#[test]
fn holidays_without_end_end_the_search() {
    let mut day: Date = "2026-01-01".parse().expect("date");
    let mut holidays = BTreeSet::new();
    for _ in 0..40_000 {
        holidays.insert(day);
        day = day.tomorrow().expect("date");
    }
    let blocked = Calendar::new(zone("America/New_York"), week("1-7 10:00-11:00"), holidays).expect("opens one day");
    let open = blocked.add(at("2026-06-01T00:00Z"), Span::ZERO);
    assert_eq!(Some(open), blocked.opens_on(day));
    assert_eq!(blocked.between(at("2026-06-01T00:00Z"), open), Span::ZERO);
}

#[test]
fn always_open_is_plain_time() {
    let always = Calendar::always(zone("Europe/Berlin"));
    let from = at("2026-03-28T12:00Z");
    assert_eq!(always.add(from, Span::from_days(1)), at("2026-03-29T12:00Z"));
    assert_eq!(always.between(from, at("2026-03-29T12:00Z")), Span::from_days(1));
    assert!(always.is_open(from));
    assert_eq!(format!("{always:?}"), "Calendar(always open, Europe/Berlin)");
}

/// A small generator (Knuth's MMIX constants), so that each run tries the same calendars.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Is the minute open, by nothing but what the clock on the wall shows?
fn wall_is_open(zone: &TimeZone, week: &[DayHours; 7], holidays: &BTreeSet<Date>, minute: i64) -> bool {
    let wall = zone.to_datetime(jiff::Timestamp::from_second(minute * 60).expect("in range"));
    let of_day = u16::try_from(i32::from(wall.hour()) * 60 + i32::from(wall.minute())).expect("minute");
    let weekday = usize::try_from(wall.weekday().to_monday_zero_offset()).expect("weekday");
    !holidays.contains(&wall.date()) && week[weekday].iter().any(|&(from, until)| from <= of_day && of_day < until)
}

/// Zones with and without changes of the clocks, by hours, half hours and quarters; a star marks those whose clocks change, or
/// changed, around midnight.
const ZONES: [&str; 32] = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/Athens",
    "Europe/Istanbul",
    "Europe/Moscow",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/St_Johns",
    "America/Halifax",
    "America/Sao_Paulo",
    "America/Santiago *",
    "America/Havana *",
    "America/Asuncion *",
    "Atlantic/Azores *",
    "Africa/Cairo *",
    "Africa/Casablanca",
    "Asia/Beirut *",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham *",
    "UTC",
];

/// Hours whose ends lie apart from the hours in which these zones change, so that the wall clock alone decides.
fn drawn_hours(draw: &mut Draw, keeps_off_midnight: bool) -> [DayHours; 7] {
    let mut week: [DayHours; 7] = Default::default();
    for day in &mut week {
        let mut ends: Vec<u16> = (0..draw.below(3) * 2)
            .map(|_| match draw.below(8) {
                0 if !keeps_off_midnight => 0,
                1 if !keeps_off_midnight => 1440,
                _ => u16::try_from(240 + draw.below(1140)).expect("minute"),
            })
            .collect();
        ends.sort_unstable();
        ends.dedup();
        *day = ends.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    }
    week
}

#[test]
fn agrees_with_a_walk_minute_by_minute() {
    let mut draw = Draw(42);
    let mut tried = 0;
    while tried < 3 * ZONES.len() {
        let name = ZONES[tried % ZONES.len()];
        let zone = zone(name.trim_end_matches(" *"));
        let week = drawn_hours(&mut draw, name.ends_with('*'));
        // 1 January 2026 plus up to two years, in minutes; half of the time close to a change of the clocks.
        let mut from = 29_453_760 + i64::try_from(draw.below(1_051_200)).expect("minutes");
        if draw.below(2) == 0
            && let Some(change) = zone.following(jiff::Timestamp::from_second(from * 60).expect("in range")).next()
        {
            from = change.timestamp().as_second() / 60 - i64::try_from(draw.below(4000)).expect("minutes");
        }
        let today = zone.to_datetime(jiff::Timestamp::from_second(from * 60).expect("in range")).date();
        let holidays: BTreeSet<Date> =
            (0..draw.below(4)).filter_map(|_| days_later(today, i64::try_from(draw.below(30)).expect("days"))).collect();
        let Ok(calendar) = Calendar::new(zone.clone(), week.clone(), holidays.clone()) else { continue };
        tried += 1;
        let working = draw.below(4) * draw.below(1500);
        let mut minute = from;
        let mut left = working;
        let mut open_minutes = 0;
        loop {
            let open = wall_is_open(&zone, &week, &holidays, minute);
            // Asking every minute would take longer than all the rest.
            if minute % 7 == 0 {
                assert_eq!(calendar.is_open(Timestamp::from_seconds(minute * 60)), open, "{calendar:?} {minute}");
            }
            if left == 0 && (open || working > 0) {
                break;
            }
            open_minutes += u64::from(open);
            left -= u64::from(open);
            minute += 1;
        }
        let (from, due) = (Timestamp::from_seconds(from * 60), Timestamp::from_seconds(minute * 60));
        assert_eq!(calendar.add(from, Span::from_minutes(working)), due, "{calendar:?} {from} + {working} min");
        assert_eq!(calendar.between(from, due), Span::from_minutes(open_minutes), "{calendar:?} {from} until {due}");
        let mut begin = minute;
        let mut left = working;
        while left > 0 {
            begin -= 1;
            left -= u64::from(wall_is_open(&zone, &week, &holidays, begin));
        }
        let begin = Timestamp::from_seconds(begin * 60);
        assert_eq!(calendar.subtract(due, Span::from_minutes(working)), begin, "{calendar:?} {due} - {working} min");
    }
}
