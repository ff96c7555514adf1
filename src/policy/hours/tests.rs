//! Worked examples, and a comparison with a model that walks minute by minute.

use super::*;

/// Monday to Friday, nine to five.
const OFFICE: &str = "1-5 09:00-17:00";
/// The same with a break at noon, and Saturday morning.
const SHOP: &str = "1-5 08:30-12:00 13:00-18:00; 6 09:00-13:00";
/// Every day, round the clock, by hours.
const ROUND: &str = "1-7 00:00-24:00";
/// Every night.
const NIGHT: &str = "1-7 00:00-06:00 22:00-24:00";
/// Sundays only, in the hours in which clocks change in Europe.
const SUNDAY_NIGHT: &str = "7 01:00-02:30 03:15-04:00";

/// Zone, hours, holidays, from, working minutes, due.
type Example = (&'static str, &'static str, &'static [&'static str], &'static str, u64, &'static str);

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
    let holidays = holidays.iter().map(|day| day.parse().expect("date")).collect();
    Calendar::new(zone(zone_name), week(hours), holidays).expect("opens")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("RFC 3339")
}

#[test]
fn worked_examples_of_due_times() {
    const CHRISTMAS: &[&str] = &["2026-12-25", "2026-12-26"];
    let table: &[Example] = &[
        // Within a day, to its very end, over the night, over the weekend.
        ("Europe/Berlin", OFFICE, &[], "2026-01-14T09:00+01:00", 60, "2026-01-14T10:00+01:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-01-14T09:00+01:00", 480, "2026-01-14T17:00+01:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-01-14T09:00+01:00", 481, "2026-01-15T09:01+01:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-01-16T16:30+01:00", 60, "2026-01-19T09:30+01:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-01-17T12:00+01:00", 0, "2026-01-19T09:00+01:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-01-14T17:00+01:00", 0, "2026-01-15T09:00+01:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-01-14T11:11+01:00", 0, "2026-01-14T11:11+01:00"),
        // A break at noon.
        ("Europe/Berlin", SHOP, &[], "2026-01-14T11:30+01:00", 60, "2026-01-14T13:30+01:00"),
        ("Europe/Berlin", SHOP, &[], "2026-01-16T17:00+01:00", 120, "2026-01-17T10:00+01:00"),
        ("Europe/Berlin", SHOP, &[], "2026-01-17T12:30+01:00", 90, "2026-01-19T09:30+01:00"),
        // Holidays.
        ("Europe/Berlin", OFFICE, CHRISTMAS, "2026-12-24T16:00+01:00", 120, "2026-12-28T10:00+01:00"),
        ("Europe/Berlin", ROUND, CHRISTMAS, "2026-12-24T23:00+01:00", 120, "2026-12-27T01:00+01:00"),
        // Office hours over both changes: the same hours on the wall.
        ("Europe/Berlin", OFFICE, &[], "2026-03-27T16:00+01:00", 120, "2026-03-30T10:00+02:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-10-23T16:00+02:00", 120, "2026-10-26T10:00+01:00"),
        ("America/New_York", OFFICE, &[], "2026-03-06T16:00-05:00", 120, "2026-03-09T10:00-04:00"),
        ("America/New_York", OFFICE, &[], "2026-10-30T16:00-04:00", 120, "2026-11-02T10:00-05:00"),
        // Round the clock real time counts: the night is an hour shorter, then longer.
        ("Europe/Berlin", ROUND, &[], "2026-03-29T00:00+01:00", 240, "2026-03-29T05:00+02:00"),
        ("Europe/Berlin", ROUND, &[], "2026-10-25T00:00+02:00", 240, "2026-10-25T03:00+01:00"),
        ("Europe/Berlin", ROUND, &[], "2026-10-25T00:00+02:00", 1500, "2026-10-26T00:00+01:00"),
        ("Europe/Berlin", NIGHT, &[], "2026-03-28T22:00+01:00", 480, "2026-03-29T23:00+02:00"),
        ("Australia/Lord_Howe", ROUND, &[], "2026-04-05T01:00+11:00", 90, "2026-04-05T02:00+10:30"),
        ("Australia/Lord_Howe", ROUND, &[], "2026-10-04T01:30+10:30", 60, "2026-10-04T03:00+11:00"),
        // Hours that end or begin in the gap move on by it (02:30 becomes 03:30), and hours they run into begin later.
        ("Europe/Berlin", SUNDAY_NIGHT, &[], "2026-03-29T00:00+01:00", 90, "2026-03-29T03:30+02:00"),
        ("Europe/Berlin", SUNDAY_NIGHT, &[], "2026-03-29T00:00+01:00", 120, "2026-03-29T04:00+02:00"),
        // In the fold the first 02:30 ends them.
        ("Europe/Berlin", SUNDAY_NIGHT, &[], "2026-10-25T00:00+02:00", 90, "2026-10-25T02:30+02:00"),
        ("Europe/Berlin", SUNDAY_NIGHT, &[], "2026-10-25T00:00+02:00", 91, "2026-10-25T03:16+01:00"),
        // Zones that change at midnight.
        ("America/Sao_Paulo", ROUND, &[], "2018-11-03T23:00-03:00", 120, "2018-11-04T02:00-02:00"),
        ("America/Sao_Paulo", ROUND, &["2019-02-17"], "2019-02-16T22:00-02:00", 180, "2019-02-17T00:00-03:00"),
        ("America/Sao_Paulo", ROUND, &["2019-02-17"], "2019-02-16T22:00-02:00", 181, "2019-02-18T00:01-03:00"),
        // Samoa left out 30 December 2011, a Friday; its hours do not fall on the Saturday.
        ("Pacific/Apia", OFFICE, &[], "2011-12-29T16:00-10:00", 120, "2012-01-02T10:00+14:00"),
        // No changes at all, and odd offsets.
        ("Asia/Kolkata", OFFICE, &[], "2026-03-27T16:30+05:30", 60, "2026-03-30T09:30+05:30"),
        ("Asia/Kathmandu", OFFICE, &[], "2026-03-27T16:30+05:45", 60, "2026-03-30T09:30+05:45"),
        // Havana goes back from one o'clock to midnight: the first midnight begins the day.
        ("America/Havana", ROUND, &["2026-10-31"], "2026-10-30T23:00-04:00", 120, "2026-11-01T01:00-04:00"),
        ("America/Havana", ROUND, &[], "2026-10-31T23:00-04:00", 180, "2026-11-01T01:00-05:00"),
        // South of the equator, and a desk that opens at night.
        ("Australia/Sydney", OFFICE, &[], "2026-04-03T16:00+11:00", 120, "2026-04-06T10:00+10:00"),
        ("America/New_York", NIGHT, &[], "2026-11-01T00:00-04:00", 480, "2026-11-01T23:00-05:00"),
        ("America/New_York", NIGHT, &[], "2026-03-08T00:00-05:00", 360, "2026-03-08T23:00-04:00"),
        // Leap days, the turn of the year, spans of years: 2026 has 261 working days.
        ("Europe/Berlin", OFFICE, &[], "2028-02-28T16:00+01:00", 120, "2028-02-29T10:00+01:00"),
        ("Europe/Berlin", OFFICE, &["2028-02-29"], "2028-02-28T16:00+01:00", 120, "2028-03-01T10:00+01:00"),
        ("Europe/Berlin", OFFICE, &["2027-01-01"], "2026-12-31T16:00+01:00", 120, "2027-01-04T10:00+01:00"),
        ("Europe/Berlin", OFFICE, &[], "2026-01-01T00:00+01:00", 261 * 480 + 60, "2027-01-01T10:00+01:00"),
        ("America/New_York", OFFICE, &[], "2026-01-01T00:00-05:00", 261 * 480, "2026-12-31T17:00-05:00"),
    ];
    for &(zone, hours, holidays, from, working, due) in table {
        let calendar = calendar(zone, hours, holidays);
        let found = calendar.add(at(from), Span::from_minutes(working));
        assert_eq!(found, at(due), "{zone} {hours:?} {from} + {working} min");
        assert_eq!(calendar.between(at(from), found), Span::from_minutes(working), "{zone} {hours:?} {from} back");
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
    let new = |hours: &str| Calendar::new(TimeZone::UTC, week(hours), BTreeSet::new()).map(|_| ());
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

/// Hours whose ends lie apart from the hours in which these zones change, so that the wall clock alone decides.
fn drawn_hours(draw: &mut Draw) -> [DayHours; 7] {
    let mut week: [DayHours; 7] = Default::default();
    for day in &mut week {
        let mut ends: Vec<u16> = (0..draw.below(3) * 2)
            .map(|_| match draw.below(8) {
                0 => 0,
                1 => 1440,
                _ => u16::try_from(240 + draw.below(1200)).expect("minute"),
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
    let zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns", "UTC"];
    let mut draw = Draw(42);
    let mut tried = 0;
    while tried < 60 {
        let zone = zone(zones[usize::try_from(draw.below(6)).expect("index")]);
        let week = drawn_hours(&mut draw);
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
        let working = draw.below(4) * draw.below(3000);
        let mut minute = from;
        let mut left = working;
        let mut open_minutes = 0;
        loop {
            let open = wall_is_open(&zone, &week, &holidays, minute);
            assert_eq!(calendar.is_open(Timestamp::from_seconds(minute * 60)), open, "{calendar:?} {minute}");
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
    }
}
