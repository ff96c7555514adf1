//! Written dates by example, at a Wednesday noon in Berlin.

use std::collections::BTreeSet;

use super::*;
use crate::policy::sample::at;

/// Wednesday, 14 January 2026, 12:30.
const NOW: &str = "2026-01-14T12:30+01:00";

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("known zone")
}

/// Ten to six on weekdays, on Mondays from half past seven, closed on Christmas Eve.
fn calendar() -> Calendar {
    let day = vec![(600, 1080)];
    let week = [vec![(450, 1080)], day.clone(), day.clone(), day.clone(), day, vec![], vec![]];
    let holidays: BTreeSet<Date> = ["2026-12-24".parse().expect("date")].into();
    Calendar::new(berlin(), week, holidays).expect("opens")
}

fn parsed(text: &str, now: &str) -> Result<(Timestamp, usize), String> {
    parse_when(text, at(now), &berlin(), &calendar())
}

#[test]
fn dates_as_people_write_them() {
    // What is a date, and when that is; the rest is the reminder.
    for (date, rest, expected) in [
        ("3d", " call Ann", "2026-01-17T12:30+01:00"),
        ("2h", "", "2026-01-14T14:30+01:00"),
        ("90m", " tea", "2026-01-14T14:00+01:00"),
        ("1w", " x", "2026-01-21T12:30+01:00"),
        ("in 2 weeks", " x", "2026-01-28T12:30+01:00"),
        ("1h 30min", " x", "2026-01-14T14:00+01:00"),
        ("2h30m", " x", "2026-01-14T15:00+01:00"),
        ("in 3 Tagen", " anrufen", "2026-01-17T12:30+01:00"),
        ("2 Stunden", " warten", "2026-01-14T14:30+01:00"),
        // A day without a time: nine o'clock if the desk is open then, else when it opens, else nine all the same.
        ("tomorrow", " call Ann", "2026-01-15T10:00+01:00"),
        ("next monday", " call Ann", "2026-01-19T09:00+01:00"),
        ("saturday", " call Ann", "2026-01-17T09:00+01:00"),
        ("Tomorrow 14:00", " call", "2026-01-15T14:00+01:00"),
        ("tomorrow at 9am", " call", "2026-01-15T09:00+01:00"),
        ("tomorrow 2:30 pm", " call", "2026-01-15T14:30+01:00"),
        ("tomorrow 12am", "", "2026-01-15T00:00+01:00"),
        ("tomorrow:", " call Ann", "2026-01-15T10:00+01:00"),
        ("today 16:00,", " please", "2026-01-14T16:00+01:00"),
        ("friday", " 3 things", "2026-01-16T10:00+01:00"),
        ("fri 9:30", " x", "2026-01-16T09:30+01:00"),
        ("on friday at 9:30", " x", "2026-01-16T09:30+01:00"),
        ("wednesday 14:00", "", "2026-01-21T14:00+01:00"),
        ("next week", " x", "2026-01-21T10:00+01:00"),
        ("morgen", " Ann anrufen", "2026-01-15T10:00+01:00"),
        ("übermorgen 8:15", " x", "2026-01-16T08:15+01:00"),
        ("Freitag", " x", "2026-01-16T10:00+01:00"),
        ("nächsten Montag", " x", "2026-01-19T09:00+01:00"),
        ("Montag 14 Uhr", " x", "2026-01-19T14:00+01:00"),
        ("nächsten Montag um 14.30 Uhr", " x", "2026-01-19T14:30+01:00"),
        ("am Mo. 7:00", " x", "2026-01-19T07:00+01:00"),
        ("do 9:00", " x", "2026-01-15T09:00+01:00"),
        ("2026-12-24", " x", "2026-12-24T09:00+01:00"),
        ("2026-12-24 10:00", " x", "2026-12-24T10:00+01:00"),
        ("24.12.", " x", "2026-12-24T09:00+01:00"),
        ("24.12.2026", " x", "2026-12-24T09:00+01:00"),
        ("24.12.26 8:00", "", "2026-12-24T08:00+01:00"),
        ("13.1.", " x", "2027-01-13T10:00+01:00"),
        ("14.1.", " x", "2027-01-14T10:00+01:00"),
        ("14.1. 12:31", " x", "2026-01-14T12:31+01:00"),
        ("29.2.", " x", "2028-02-29T10:00+01:00"),
        ("24 december", " x", "2026-12-24T09:00+01:00"),
        ("December 24, 2026 8:00", " x", "2026-12-24T08:00+01:00"),
        ("24. Dezember", " anrufen", "2026-12-24T09:00+01:00"),
        ("1st february 8:00", "", "2026-02-01T08:00+01:00"),
        ("next month", " x", "2026-02-01T09:00+01:00"),
        ("the day after tomorrow", " x", "2026-01-16T10:00+01:00"),
        ("tomorrow afternoon", " call", "2026-01-15T14:00+01:00"),
        ("morgen früh", " anrufen", "2026-01-15T09:00+01:00"),
        ("14:00", " x", "2026-01-14T14:00+01:00"),
        ("12:30", " x", "2026-01-15T12:30+01:00"),
        ("um 9 Uhr", " x", "2026-01-15T09:00+01:00"),
        ("  7:05", "\nx", "2026-01-15T07:05+01:00"),
        // The clocks go forward on 29 March, in the night.
        ("29.3. 2:30", "", "2026-03-29T03:30+02:00"),
        ("10w", "", "2026-03-25T12:30+01:00"),
        ("11w", "", "2026-04-01T12:30+02:00"),
    ] {
        assert_eq!(parsed(&format!("{date}{rest}"), NOW), Ok((at(expected), date.len())), "{date}{rest}");
    }
}

#[test]
fn a_day_in_the_night_of_the_change_keeps_its_time_on_the_clock() {
    let saturday = "2026-03-28T12:00+01:00";
    assert_eq!(parsed("1d", saturday), Ok((at("2026-03-29T12:00+02:00"), 2)));
    assert_eq!(parsed("24h", saturday), Ok((at("2026-03-29T13:00+02:00"), 3)));
}

#[test]
fn without_opening_hours_a_day_begins_at_nine() {
    let always = Calendar::always(berlin());
    let found = parse_when("tomorrow", at(NOW), &berlin(), &always);
    assert_eq!(found, Ok((at("2026-01-15T09:00+01:00"), 8)));
    // Whose zone is another one reads his own clock.
    let tokyo = TimeZone::get("Asia/Tokyo").expect("known zone");
    let found = parse_when("tomorrow 10:00", at(NOW), &tokyo, &always);
    assert_eq!(found, Ok((at("2026-01-15T10:00+09:00"), 14)));
}

#[test]
fn what_is_no_time_is_answered_with_examples() {
    for (text, words) in [
        ("", "A time is missing; write for example 3d, 2h, tomorrow"),
        ("   ", "A time is missing"),
        ("call Ann tomorrow", "\"call Ann tomorrow\" begins with no time; write for example"),
        ("do something", "begins with no time"),
        ("so what", "begins with no time"),
        ("3", "begins with no time"),
        ("3 apples", "begins with no time"),
        ("3.5", "begins with no time"),
        ("25:00", "begins with no time"),
        ("14", "begins with no time"),
        ("13pm", "begins with no time"),
        ("next", "begins with no time"),
        ("0m", "\"0m\" lies in the past"),
        ("2025-12-24 x", "\"2025-12-24\" lies in the past"),
        ("today 9:00 x", "\"today 9:00\" lies in the past"),
        ("today", "\"today\" needs a time of day"),
        ("2026-02-30", "\"2026-02-30\" is no time that exists"),
        ("31.2.", "is no time that exists"),
        ("2226-01-01", "lies more than 10 years ahead"),
        ("999999w", "is no time that exists"),
        ("999999d", "lies more than 10 years ahead"),
        ("99999999999999999999d", "begins with no time"),
    ] {
        let message = parsed(text, NOW).expect_err(text);
        assert!(message.contains(words) && message.ends_with("or 14:00."), "{text}: {message}");
    }
}
