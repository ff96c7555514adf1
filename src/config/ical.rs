//! Whole days out of an iCalendar file (RFC 5545): public holidays, and who is on duty when.
//!
//! It reads events that last whole days and repeat not at all or once a year. Whatever else such a file may say about when
//! an event takes place is refused with its line: a holiday that is passed over in silence costs a night's sleep.

use jiff::civil::{Date, Weekday};

use crate::policy::{HolidayDate, HolidayRule, Holidays};

/// A file of the holidays of all countries has some ten thousand lines.
const LINES: usize = 200_000;
/// Longer events are a mistake of the file.
const DAYS: usize = 400;
/// Yearly events that end are written out.
const YEARS: i16 = 200;

/// An event of whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// The line it begins in, from 1.
    pub(super) line: usize,
    /// What it is called.
    pub(super) summary: String,
    /// Its first day.
    pub(super) from: Date,
    /// The first day after it.
    pub(super) until: Date,
    /// How it comes back.
    repeats: Option<Yearly>,
    /// More days on which it takes place.
    also: Vec<Date>,
}

/// Once a year.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Yearly {
    /// On this day; none: on the date of the event.
    on: Option<HolidayDate>,
    count: Option<i16>,
    until: Option<Date>,
}

/// What is wrong with a line.
pub(super) type Fault = (usize, String);

/// A property of a file.
struct Line {
    number: usize,
    name: String,
    parameters: Vec<String>,
    value: String,
}

/// Reads all events that take place.
pub(super) fn events(text: &str) -> Result<Vec<Event>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut events = Vec::new();
    let mut open: Option<(usize, Vec<Line>)> = None;
    let mut inner = 0_usize;
    for line in lines(text) {
        let value = line.value.trim().to_ascii_uppercase();
        match (line.name.as_str(), value.as_str(), &mut open) {
            ("BEGIN", "VEVENT", None) => open = Some((line.number, Vec::new())),
            // Alarms inside of an event say nothing about its days.
            ("BEGIN", _, Some(_)) => inner = inner.saturating_add(1),
            ("END", _, Some(_)) if inner > 0 => inner = inner.saturating_sub(1),
            ("END", "VEVENT", Some(_)) => {
                if let Some((number, lines)) = open.take() {
                    match event(number, &lines) {
                        Ok(event) => events.extend(event),
                        Err(fault) => faults.push(fault),
                    }
                }
            }
            (_, _, Some((_, lines))) if inner == 0 => lines.push(line),
            _ => {}
        }
    }
    if let Some((number, _)) = open {
        faults.push((number, "this event does not end; the file is cut short".to_owned()));
    }
    if !text.contains("BEGIN:VCALENDAR") && !text.contains("begin:vcalendar") {
        faults.push((1, "this is no iCalendar file: BEGIN:VCALENDAR is missing".to_owned()));
    }
    if faults.is_empty() { Ok(events) } else { Err(faults) }
}

/// The days of all events, as days off.
pub(super) fn holidays(events: &[Event]) -> Result<Holidays, Vec<Fault>> {
    let mut holidays = Holidays::default();
    let mut faults = Vec::new();
    for event in events {
        let days: Vec<Date> = event.days().collect();
        holidays.dates.extend(event.also.iter().copied());
        let Some(yearly) = &event.repeats else {
            holidays.dates.extend(days);
            continue;
        };
        for (offset, day) in days.iter().enumerate() {
            let on = match (yearly.on, offset) {
                (None, _) => HolidayDate::Fixed { month: day.month(), day: day.day() },
                (Some(on), 0) => on,
                (Some(_), _) => {
                    faults.push((event.line, "an event that comes back on a weekday may last one day only".to_owned()));
                    break;
                }
            };
            let rule = HolidayRule { on, since: event.from.year() };
            if yearly.count.is_none() && yearly.until.is_none() {
                holidays.rules.push(rule);
                continue;
            }
            let last = yearly.until.unwrap_or(Date::MAX);
            let years = (0..YEARS).filter_map(|ahead| event.from.year().checked_add(ahead));
            let dates = years.filter_map(|year| rule.in_year(year)).filter(|date| *date >= *day && *date <= last);
            holidays.dates.extend(dates.take(usize::try_from(yearly.count.unwrap_or(YEARS)).unwrap_or(0)));
        }
    }
    if faults.is_empty() { Ok(holidays) } else { Err(faults) }
}

impl Event {
    /// Does it come back?
    pub(super) fn repeats(&self) -> bool {
        self.repeats.is_some() || !self.also.is_empty()
    }

    /// Its days the first time.
    fn days(&self) -> impl Iterator<Item = Date> + '_ {
        std::iter::successors(Some(self.from), |day| day.tomorrow().ok()).take_while(|day| *day < self.until).take(DAYS)
    }
}

/// The lines of a file, unfolded (RFC 5545 §3.1), each with the number it begins at.
fn lines(text: &str) -> Vec<Line> {
    let mut folded: Vec<(usize, String)> = Vec::new();
    for (number, line) in text.lines().take(LINES).enumerate() {
        match (line.strip_prefix([' ', '\t']), folded.last_mut()) {
            (Some(more), Some((_, last))) => last.push_str(more),
            _ => folded.push((number.saturating_add(1), line.to_owned())),
        }
    }
    folded.into_iter().filter_map(|(number, line)| split(number, &line)).collect()
}

fn split(number: usize, line: &str) -> Option<Line> {
    // A colon inside quotation marks ends no parameter.
    let mut is_quoted = false;
    let colon = line.char_indices().find_map(|(at, c)| {
        is_quoted ^= c == '"';
        (c == ':' && !is_quoted).then_some(at)
    })?;
    let (head, value) = line.split_at_checked(colon)?;
    let mut parts = head.split(';').map(|part| part.trim().to_ascii_uppercase());
    let name = parts.next()?;
    Some(Line { number, name, parameters: parts.collect(), value: value.strip_prefix(':')?.trim().to_owned() })
}

/// One event; `None` where it is cancelled.
fn event(number: usize, lines: &[Line]) -> Result<Option<Event>, Fault> {
    let of = |name: &str| lines.iter().find(|line| line.name == name);
    if of("STATUS").is_some_and(|line| line.value.eq_ignore_ascii_case("CANCELLED")) {
        return Ok(None);
    }
    for line in lines {
        if matches!(line.name.as_str(), "EXRULE" | "EXDATE" | "RECURRENCE-ID") {
            return Err((line.number, format!("{} is not understood here; write the days one by one", line.name)));
        }
    }
    let start = of("DTSTART").ok_or_else(|| (number, "this event has no DTSTART".to_owned()))?;
    let from = whole_day(start)?;
    let until = match (of("DTEND"), of("DURATION")) {
        (Some(line), _) => whole_day(line)?,
        (None, Some(line)) => days_later(line, from)?,
        (None, None) => tomorrow(start, from)?,
    };
    if until <= from {
        return Err((number, "this event ends before it begins".to_owned()));
    }
    let repeats = of("RRULE").map(|line| yearly(line, from)).transpose()?;
    let mut also = Vec::new();
    for line in lines.iter().filter(|line| line.name == "RDATE") {
        for part in line.value.split(',') {
            also.push(date(part).ok_or_else(|| only_days(line))?);
        }
    }
    let summary = of("SUMMARY").map(|line| plain(&line.value)).unwrap_or_default();
    Ok(Some(Event { line: number, summary, from, until, repeats, also }))
}

fn only_days(line: &Line) -> Fault {
    (line.number, format!("{} has a time of day; only whole days (VALUE=DATE) are understood", line.name))
}

fn whole_day(line: &Line) -> Result<Date, Fault> {
    date(&line.value).filter(|_| !line.parameters.iter().any(|part| part == "VALUE=DATE-TIME")).ok_or_else(|| only_days(line))
}

/// `20261225`.
fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    Date::new(number(0, 4)?, i8::try_from(number(4, 6)?).ok()?, i8::try_from(number(6, 8)?).ok()?).ok()
}

fn tomorrow(line: &Line, day: Date) -> Result<Date, Fault> {
    day.tomorrow().map_err(|_| (line.number, "there is no day after this one".to_owned()))
}

/// `P1D`, `P2W`.
fn days_later(line: &Line, from: Date) -> Result<Date, Fault> {
    let text = line.value.trim().to_ascii_uppercase();
    let days = text.strip_prefix('P').and_then(|rest| {
        let weeks = rest.strip_suffix('W').map(|number| (number, 7));
        let (number, each) = weeks.or_else(|| rest.strip_suffix('D').map(|number| (number, 1)))?;
        number.parse::<i64>().ok().filter(|number| (1..=1000).contains(number)).map(|number| number * each)
    });
    let days = days.ok_or_else(|| (line.number, "only whole days and weeks (P1D, P2W) are understood".to_owned()))?;
    from.checked_add(jiff::SignedDuration::from_hours(days * 24)).map_err(|_| (line.number, "it ends behind all days".to_owned()))
}

/// `FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO`.
fn yearly(line: &Line, from: Date) -> Result<Yearly, Fault> {
    let fault = |what: &str| (line.number, format!("RRULE: {what} is not understood; only yearly days are"));
    let (mut month, mut month_day, mut by_day) = (None, None, None);
    let mut rule = Yearly { on: None, count: None, until: None };
    let upper = line.value.to_ascii_uppercase();
    if !upper.split(';').any(|part| part == "FREQ=YEARLY") {
        return Err(fault("what comes back more often than once a year"));
    }
    for part in upper.split(';').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').ok_or_else(|| fault(part))?;
        let number = || value.parse::<i8>().ok();
        match key {
            "FREQ" | "WKST" => {}
            "INTERVAL" if value == "1" => {}
            "BYMONTH" => month = Some(number().filter(|month| (1..=12).contains(month)).ok_or_else(|| fault(part))?),
            "BYMONTHDAY" => month_day = Some(number().filter(|day| (1..=31).contains(day)).ok_or_else(|| fault(part))?),
            "BYDAY" => by_day = Some(weekday(value).ok_or_else(|| fault(part))?),
            "COUNT" => rule.count = Some(value.parse().ok().filter(|count| *count > 0).ok_or_else(|| fault(part))?),
            "UNTIL" => rule.until = Some(value.get(..8).and_then(date).ok_or_else(|| fault(part))?),
            _ => return Err(fault(part)),
        }
    }
    rule.on = match (by_day, month, month_day) {
        (Some((nth, weekday)), month, None) => {
            Some(HolidayDate::Weekday { month: month.unwrap_or_else(|| from.month()), weekday, nth })
        }
        (Some(_), _, Some(_)) => return Err(fault("BYDAY together with BYMONTHDAY")),
        (None, None, None) => None,
        (None, month, day) => {
            Some(HolidayDate::Fixed { month: month.unwrap_or_else(|| from.month()), day: day.unwrap_or_else(|| from.day()) })
        }
    };
    Ok(rule)
}

/// `4TH`, `-1MO`.
fn weekday(text: &str) -> Option<(i8, Weekday)> {
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth: i8 = number.parse().ok().filter(|nth: &i8| *nth != 0 && (-5..=5).contains(nth))?;
    let weekday = match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    Some((nth, weekday))
}

/// A text without its escapes (RFC 5545 §3.3.11).
fn plain(text: &str) -> String {
    text.replace("\\n", " ").replace("\\N", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(events: &str) -> String {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", events.replace('\n', "\r\n"))
    }

    fn read(events_text: &str) -> Result<Holidays, Vec<Fault>> {
        events(&file(events_text)).and_then(|events| holidays(&events))
    }

    fn day(text: &str) -> Date {
        text.parse().expect("date")
    }

    #[test]
    fn days_are_read_once_over_several_days_and_every_year() {
        let found = read(
            "BEGIN:VEVENT\nUID:1\nSUMMARY:Founders'\\, Day\nDTSTART;VALUE=DATE:20260601\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\nRRULE:FREQ=YEARLY\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4T\n H\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART;VALUE=DATE:20250308\nRRULE:FREQ=YEARLY;COUNT=2\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART;VALUE=DATE:20250309\nRRULE:FREQ=YEARLY;UNTIL=20270309\nEND:VEVENT\n\
             BEGIN:VEVENT\nSTATUS:CANCELLED\nDTSTART:20260101T090000Z\nEND:VEVENT\n",
        )
        .expect("reads");
        let dates: Vec<String> = found.dates.iter().map(ToString::to_string).collect();
        let expected = "2025-03-08 2025-03-09 2026-03-08 2026-03-09 2026-06-01 2026-12-24 2026-12-25 2026-12-26 2027-03-09";
        assert_eq!(dates.join(" "), expected);
        assert_eq!(found.rules.len(), 2);
        assert_eq!(found.rules.iter().filter_map(|rule| rule.in_year(2027)).max(), Some(day("2027-11-25")));
        assert!(found.rules.iter().all(|rule| rule.in_year(2025).is_none()), "they begin in 2026");
    }

    #[test]
    fn what_is_not_understood_is_refused_with_its_line() {
        for (inside, line, words) in [
            ("DTSTART:20260601T090000Z\n", 4, "time of day"),
            ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=MONTHLY\n", 5, "more often"),
            ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY;BYWEEKNO=3\n", 5, "BYWEEKNO"),
            ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY;INTERVAL=2\n", 5, "INTERVAL=2"),
            ("DTSTART;VALUE=DATE:20260601\nEXDATE;VALUE=DATE:20270601\n", 5, "EXDATE"),
            ("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260601\n", 3, "ends before"),
            ("SUMMARY:nothing\n", 3, "no DTSTART"),
            ("DTSTART;VALUE=DATE:20260230\n", 4, "time of day"),
        ] {
            let faults = read(&format!("BEGIN:VEVENT\n{inside}END:VEVENT\n")).expect_err(inside);
            assert_eq!(faults.len(), 1, "{inside}");
            assert!(faults[0].0 == line && faults[0].1.contains(words), "{inside} {faults:?}");
        }
        assert!(events("hello").is_err());
        assert!(events(&file("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260601\n")).is_err());
    }
}
