//! `[hours]` and `[[calendar]]` of `service.toml`: when the desk, a team or a person is at work.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::policy::{Calendar, CalendarError, DayHours, HolidayDate, HolidayRule, Holidays};

use super::desk::{NAME_CHARS, path, time_zone};
use super::ical;
use super::problem::SourceText;
use super::quantity;
use super::read::{Declared, Named, Table, Value};

/// The days of the week as keys, Monday first, as calendars count.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/// Feasts that follow Easter lie within these days of it: from carnival to All Saints of the orthodox churches.
const FROM_EASTER: std::ops::RangeInclusive<i16> = -70..=70;
/// A file of holidays.
const FILE_BYTES: u64 = 8 * 1024 * 1024;

/// Where calendars are read from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'a> {
    /// `service.toml`.
    pub(super) document: &'a Table<'a>,
    /// The desk's zone, which calendars have that name none.
    pub(super) zone: &'a TimeZone,
    /// The configuration's directory.
    pub(super) dir: &'a Path,
}

/// Collects the names of `[[calendar]]`.
pub(super) fn declare<'a>(document: &Table<'a>, is_complete: bool) -> (Declared<String>, Vec<Named<'a, String>>) {
    Declared::read(document, ("calendar", "[[calendar]]"), is_complete, |value: &Value<'a>| value.line(NAME_CHARS))
}

/// Reads the named calendars.
pub(super) fn named(around: &Around<'_>, sections: Vec<Named<'_, String>>) -> BTreeMap<String, Arc<Calendar>> {
    let mut calendars = BTreeMap::new();
    for Named { name, table } in sections {
        let zone =
            table.get("time_zone").and_then(|value| time_zone(&value)).map_or_else(|| around.zone.clone(), |(_, zone)| zone);
        let help = "give at least one day hours, or write `always = true`";
        let calendar = calendar(&Around { zone: &zone, ..*around }, table, help);
        calendars.extend(name.zip(calendar).map(|(name, calendar)| (name, Arc::new(calendar))));
    }
    calendars
}

/// Reads the desk's own hours: `calendar = "name"` at the top of the file, or `[hours]`; without both it is always open.
pub(super) fn of_desk(
    around: &Around<'_>,
    names: &Declared<String>,
    named: &BTreeMap<String, Arc<Calendar>>,
) -> Option<Arc<Calendar>> {
    let document = around.document;
    if let Some(value) = document.get("hours")
        && let Some(name) = value.as_text()
    {
        names.find(&value)?;
        return named.get(name).cloned();
    }
    let Some(table) = document.section("hours", "[hours]") else {
        return Some(Arc::new(Calendar::always(around.zone.clone())));
    };
    let help = "give at least one day hours, or leave out [hours] to be always open";
    calendar(around, table, help).map(Arc::new)
}

/// The hours that a table holds.
fn calendar(around: &Around<'_>, table: Table<'_>, never_opens: &str) -> Option<Calendar> {
    let days: [Option<Value<'_>>; 7] = DAYS.map(|day| table.get(day));
    let mut week: [DayHours; 7] = Default::default();
    let mut is_sound = true;
    for (hours, value) in week.iter_mut().zip(&days) {
        for one in value.iter().flat_map(Value::one_or_more) {
            match opening(&one) {
                Some(opening) => hours.push(opening),
                None => is_sound = false,
            }
        }
    }
    let mut holidays = Holidays::default();
    for one in table.get("holidays").iter().flat_map(Value::one_or_more) {
        is_sound &= holiday(&one, &mut holidays).is_some();
    }
    for one in table.get("holidays_from").iter().flat_map(Value::one_or_more) {
        is_sound &= holidays_from(&one, around, &mut holidays).is_some();
    }
    let is_always = table.get("always").and_then(|value| value.flag()).unwrap_or(false);
    let place = table.place();
    table.finish();
    if !is_sound {
        return None;
    }
    if is_always && week.iter().all(Vec::is_empty) {
        if holidays == Holidays::default() {
            return Some(Calendar::always(around.zone.clone()));
        }
        week = std::array::from_fn(|_| vec![(0, 1440)]);
    }
    let document = around.document;
    match Calendar::new(around.zone.clone(), week, holidays) {
        Ok(calendar) => Some(calendar),
        Err(CalendarError::Overlap(day)) => {
            let day = day.to_ascii_lowercase();
            let place = days.iter().flatten().find(|value| value.key == day).map_or(place, Value::place);
            let help = "write them in order and apart: [\"09:00-12:00\", \"13:00-17:00\"]".to_owned();
            document.error_at(Some(place), format!("the hours of {day} overlap or are out of order"), Some(help));
            None
        }
        Err(CalendarError::NeverOpen) => {
            document.error_at(Some(place), "these hours never open", Some(never_opens.to_owned()));
            None
        }
    }
}

fn opening(value: &Value<'_>) -> Option<(u16, u16)> {
    value.parsed(|text| {
        quantity::opening(text).ok_or_else(|| {
            let help = "write them as \"09:00-17:00\"; breaks lie between two of them";
            (format!("`{text}` are no opening hours"), help.to_owned())
        })
    })
}

/// One day off, or a rule for one.
fn holiday(value: &Value<'_>, holidays: &mut Holidays) -> Option<()> {
    let text = value.date_text()?;
    if let Ok(date) = text.parse::<Date>() {
        holidays.dates.insert(date);
        return Some(());
    }
    let rule = rule(&text);
    if rule.is_none() {
        value.error(
            format!("`{text}` is no day"),
            "write \"2026-12-25\", or for every year \"12-25\", \"easter+1\", \"orthodox easter-2\" or \"last monday of may\"",
        );
    }
    holidays.rules.push(HolidayRule::always(rule?));
    Some(())
}

/// `12-25`, `easter`, `easter-2`, `orthodox easter+1`, `1st monday of september`, `last monday of may`.
fn rule(text: &str) -> Option<HolidayDate> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["orthodox", easter] => from_easter(easter).map(HolidayDate::OrthodoxEaster),
        [nth, weekday, "of", month] => {
            let weekday = DAYS.iter().position(|day| day == weekday).and_then(|place| WEEKDAYS.get(place).copied())?;
            let month = MONTHS.iter().position(|name| name == month)?;
            Some(HolidayDate::Weekday { month: i8::try_from(month).ok()?.checked_add(1)?, weekday, nth: ordinal(nth)? })
        }
        [one] => from_easter(one).map(HolidayDate::Easter).or_else(|| yearly(one)),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<i8> {
    match word {
        "first" | "1st" => Some(1),
        "second" | "2nd" => Some(2),
        "third" | "3rd" => Some(3),
        "fourth" | "4th" => Some(4),
        "fifth" | "5th" => Some(5),
        "last" => Some(-1),
        _ => None,
    }
}

fn from_easter(word: &str) -> Option<i16> {
    let rest = word.strip_prefix("easter")?;
    if rest.is_empty() {
        return Some(0);
    }
    let (sign, digits) = rest.split_at_checked(1)?;
    let number: i16 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let days = match sign {
        "+" => number,
        "-" => number.checked_neg()?,
        _ => return None,
    };
    FROM_EASTER.contains(&days).then_some(days)
}

fn yearly(text: &str) -> Option<HolidayDate> {
    let (month, day) = text.split_once('-')?;
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
    // 02-29 exists in some years only; any other day exists in all or none. 2024 is a leap year.
    Date::new(2024, month, day).ok()?;
    Some(HolidayDate::Fixed { month, day })
}

/// The days off of an iCalendar file.
fn holidays_from(value: &Value<'_>, around: &Around<'_>, holidays: &mut Holidays) -> Option<()> {
    let (name, text) = calendar_file(value, around.dir)?;
    match ical::events(&text).and_then(|events| ical::holidays(&events)) {
        Ok(found) => {
            if found == Holidays::default() {
                value.warning("this file has no events", "name another file, or remove it here");
            }
            holidays.dates.extend(found.dates);
            holidays.rules.extend(found.rules);
            Some(())
        }
        Err(faults) => {
            report(faults, around, name, text);
            None
        }
    }
}

/// An iCalendar file that a value names: its name and text.
pub(super) fn calendar_file(value: &Value<'_>, dir: &Path) -> Option<(String, String)> {
    let path = path(value, dir)?;
    let name = value.as_text().unwrap_or_default().to_owned();
    let size = std::fs::metadata(&path).map(|metadata| metadata.len()).unwrap_or_default();
    if size > FILE_BYTES {
        value.error(format!("`{name}` is longer than {FILE_BYTES} bytes"), "name a file of this country's holidays alone");
        return None;
    }
    match std::fs::read_to_string(&path) {
        Ok(text) => Some((name, text)),
        Err(error) => {
            value.error(format!("`{name}` cannot be read: {error}"), "write the path of a text file, relative to this directory");
            None
        }
    }
}

/// Says what is wrong in an iCalendar file.
pub(super) fn report(faults: Vec<ical::Fault>, around: &Around<'_>, name: String, text: String) {
    let source = SourceText::new(name, text);
    for (line, message) in faults.into_iter().take(20) {
        around.document.error_at(Some(source.place_at(line, None)), message, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_as_people_write_them() {
        for (text, expected) in [
            ("12-25", HolidayDate::Fixed { month: 12, day: 25 }),
            ("02-29", HolidayDate::Fixed { month: 2, day: 29 }),
            ("easter", HolidayDate::Easter(0)),
            ("Easter-2", HolidayDate::Easter(-2)),
            ("orthodox easter+50", HolidayDate::OrthodoxEaster(50)),
            ("1st monday of september", HolidayDate::Weekday { month: 9, weekday: Weekday::Monday, nth: 1 }),
            ("Last Monday of May", HolidayDate::Weekday { month: 5, weekday: Weekday::Monday, nth: -1 }),
            ("fourth thursday of november", HolidayDate::Weekday { month: 11, weekday: Weekday::Thursday, nth: 4 }),
        ] {
            assert_eq!(rule(text), Some(expected), "{text}");
        }
        for bad in ["", "25.12.", "13-01", "02-30", "easter+", "easter+71", "easter 1", "6th monday of may", "monday of may"] {
            assert_eq!(rule(bad), None, "{bad}");
        }
    }
}
