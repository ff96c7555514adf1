//! Dates as people write them after `#remind` and `#snooze`, in English and German.
//!
//! Days are calendar days, so "3d" is the same time on the clock three days later, also when the clocks change; hours and
//! minutes are real time. A weekday is the next one after today, with or without "next" before it. A day without a time
//! means nine o'clock, or the first open moment of that day where the desk is closed then.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use crate::base::{Span, Timestamp, one_line};

use super::Calendar;

/// The longest date has five words: "nächsten montag um 14 uhr".
const WORDS: usize = 8;
/// Beyond this a year is more likely mistyped than meant.
const YEARS_AHEAD: u64 = 10;
/// The time of a day that has none.
const MORNING: Time = Time::constant(9, 0, 0, 0);
const NOON: Time = Time::constant(12, 0, 0, 0);
const AFTERNOON: Time = Time::constant(14, 0, 0, 0);
const EVENING: Time = Time::constant(18, 0, 0, 0);
const EXAMPLES: &str = "write for example 3d, 2h, tomorrow, friday 9:30, 24.12., 2026-12-24 10:00 or 14:00";

/// Reads the date that a text begins with: the longest beginning that is one. Yields it and how many bytes of the text it takes.
///
/// # Errors
/// A sentence for whoever wrote it, with examples.
pub fn parse_when(text: &str, now: Timestamp, zone: &TimeZone, calendar: &Calendar) -> Result<(Timestamp, usize), String> {
    let words = words(text);
    if words.is_empty() {
        return Err(format!("A time is missing; {EXAMPLES}."));
    }
    for count in (1..=words.len()).rev() {
        let Some((beginning, (last, end))) = words.get(..count).and_then(|some| some.split_last()).map(|(l, b)| (b, l)) else {
            continue;
        };
        // "tomorrow: call Ann" ends in a mark that "24.12." must keep.
        let bare = last.strip_suffix([',', ':', ';', '.', '!', '?']).filter(|bare| !bare.is_empty());
        for last in [Some(last.as_str()), bare].into_iter().flatten() {
            let some: Vec<&str> = beginning.iter().map(|(word, _)| word.as_str()).chain([last]).collect();
            if let Some(when) = read(&some) {
                return Local { now, zone, calendar }
                    .resolve(when)
                    .map(|at| (at, *end))
                    .map_err(|problem| format!("\"{}\" {problem}; {EXAMPLES}.", one_line(text.get(..*end).unwrap_or(text), 40)));
            }
        }
    }
    Err(format!("\"{}\" begins with no time; {EXAMPLES}.", one_line(text, 40)))
}

/// The first words in lower case, with the position behind each.
fn words(text: &str) -> Vec<(String, usize)> {
    let mut at = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(|piece| {
        let end = at + piece.trim_end().len();
        at += piece.len();
        (piece.trim().to_lowercase(), end)
    });
    pieces.filter(|(word, _)| !word.is_empty()).take(WORDS).collect()
}

/// A date, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// So much later.
    After { days: i64, minutes: i64 },
    /// On a day.
    Day(Day, Option<Time>),
    /// At the next such time.
    Time(Time),
}

/// A day, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    /// So many days from today.
    Ahead(i64),
    /// The first of the next month.
    NextMonth,
    /// The next one after today.
    Weekday(Weekday),
    /// Year (the coming one, where there is none), month and day; may not exist.
    Date(Option<i16>, i8, i8),
}

fn read(words: &[&str]) -> Option<When> {
    match words {
        ["in", rest @ ..] => duration(rest),
        ["at" | "um" | "gegen", rest @ ..] => time(rest).map(When::Time),
        ["on" | "am", rest @ ..] => on_day(rest),
        rest => duration(rest).or_else(|| on_day(rest)).or_else(|| time(rest).map(When::Time)),
    }
}

/// "3d", "2 hours", "1h 30min".
fn duration(words: &[&str]) -> Option<When> {
    let joined = words.concat();
    let (mut days, mut minutes) = (0_i64, 0_i64);
    let mut rest = joined.as_str();
    while !rest.is_empty() {
        let (number, after) = rest.split_at_checked(rest.find(|c: char| !c.is_ascii_digit())?)?;
        let end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, after) = after.split_at_checked(end)?;
        // Six digits hold centuries of minutes.
        let number: i64 = number.parse().ok().filter(|number| *number < 1_000_000)?;
        match unit {
            "m" | "min" | "mins" | "minute" | "minutes" | "minuten" => minutes += number,
            "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" => minutes += 60 * number,
            "d" | "day" | "days" | "tag" | "tage" | "tagen" => days += number,
            "w" | "week" | "weeks" | "woche" | "wochen" => days += 7 * number,
            _ => return None,
        }
        rest = after;
    }
    (!joined.is_empty()).then_some(When::After { days, minutes })
}

/// A day with or without a time behind it.
fn on_day(words: &[&str]) -> Option<When> {
    let (day, rest) = match words {
        ["next" | "this" | "coming", "week"] | ["nächste" | "naechste" | "kommende", "woche"] => (Day::Ahead(7), &[][..]),
        ["next", "month"] | ["nächsten" | "naechsten", "monat"] => (Day::NextMonth, &[][..]),
        ["the", "day", "after", "tomorrow", rest @ ..] | ["day", "after", "tomorrow", rest @ ..] => (Day::Ahead(2), rest),
        // "24 december", "december 24", "24. dezember", each with or without a year.
        [day, name, year, rest @ ..] if of_month(day, name).is_some() && is_year(year) => {
            let (month, day) = of_month(day, name)?;
            (Day::Date(year.trim_matches(',').parse().ok(), month, day), rest)
        }
        [day, name, rest @ ..] if of_month(day, name).is_some() => {
            let (month, day) = of_month(day, name)?;
            (Day::Date(None, month, day), rest)
        }
        [which, day, rest @ ..] if is_coming(which) => (Day::Weekday(weekday(day, !rest.is_empty())?), rest),
        [day, rest @ ..] => (day_word(day, !rest.is_empty())?, rest),
        [] => return None,
    };
    let rest = match rest {
        ["at" | "um" | "gegen", after @ ..] if !after.is_empty() => after,
        rest => rest,
    };
    let time = if rest.is_empty() { None } else { Some(part_of_day(rest).or_else(|| time(rest))?) };
    Some(When::Day(day, time))
}

/// A day and a month's name in either order.
fn of_month(left: &str, right: &str) -> Option<(i8, i8)> {
    let number = |word: &str| -> Option<i8> {
        let word = word.trim_end_matches([',', '.']);
        let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        bare.parse().ok().filter(|day| (1..=31).contains(day))
    };
    let both = |day: &str, name: &str| Some((month(name)?, number(day)?));
    both(left, right).or_else(|| both(right, left))
}

/// "friday afternoon", "morgen früh".
fn part_of_day(words: &[&str]) -> Option<Time> {
    match words {
        ["morning" | "früh" | "frueh" | "vormittag"] => Some(MORNING),
        ["noon" | "mittag"] => Some(NOON),
        ["afternoon" | "nachmittag"] => Some(AFTERNOON),
        ["evening" | "abend"] => Some(EVENING),
        _ => None,
    }
}

fn is_year(word: &str) -> bool {
    let digits = word.trim_matches(',');
    digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A month by its name or its first three letters.
fn month(word: &str) -> Option<i8> {
    Some(match word.trim_end_matches([',', '.']) {
        "january" | "januar" | "jänner" | "jan" => 1,
        "february" | "februar" | "feb" => 2,
        "march" | "märz" | "maerz" | "mar" | "mär" => 3,
        "april" | "apr" => 4,
        "may" | "mai" => 5,
        "june" | "juni" | "jun" => 6,
        "july" | "juli" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oktober" | "oct" | "okt" => 10,
        "november" | "nov" => 11,
        "december" | "dezember" | "dec" | "dez" => 12,
        _ => return None,
    })
}

fn is_coming(word: &str) -> bool {
    let english = ["next", "this", "coming"];
    let german = ["nächsten", "naechsten", "nächster", "kommenden", "diesen"];
    english.contains(&word) || german.contains(&word)
}

fn day_word(word: &str, has_time: bool) -> Option<Day> {
    match word {
        "today" | "heute" => Some(Day::Ahead(0)),
        "tomorrow" | "morgen" => Some(Day::Ahead(1)),
        "übermorgen" | "uebermorgen" => Some(Day::Ahead(2)),
        other => weekday(other, has_time).map(Day::Weekday).or_else(|| date(other)),
    }
}

/// Two letters are a weekday only with a dot or a time behind them: "do" and "so" begin English texts as well.
fn weekday(word: &str, has_time: bool) -> Option<Weekday> {
    let name = match word.strip_suffix('.') {
        Some(short) if (2..=4).contains(&short.len()) => short,
        Some(_) => return None,
        None if word.len() == 2 && !has_time => return None,
        None => word,
    };
    match name {
        "monday" | "mon" | "montag" | "mo" => Some(Weekday::Monday),
        "tuesday" | "tue" | "tues" | "dienstag" | "di" => Some(Weekday::Tuesday),
        "wednesday" | "wed" | "mittwoch" | "mi" => Some(Weekday::Wednesday),
        "thursday" | "thu" | "thur" | "thurs" | "donnerstag" | "do" => Some(Weekday::Thursday),
        "friday" | "fri" | "freitag" | "fr" => Some(Weekday::Friday),
        "saturday" | "sat" | "samstag" | "sonnabend" | "sa" => Some(Weekday::Saturday),
        "sunday" | "sun" | "sonntag" | "so" => Some(Weekday::Sunday),
        _ => None,
    }
}

/// "2026-12-24", "24.12.2026", "24.12.26", "24.12.".
fn date(word: &str) -> Option<Day> {
    let number = |text: &str, digits: usize| -> Option<i16> {
        let fits = !text.is_empty() && text.len() <= digits && text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| text.parse().ok()).flatten()
    };
    let small = |text: &str| i8::try_from(number(text, 2)?).ok();
    let iso: Vec<&str> = word.split('-').collect();
    if let [year, month, day] = iso.as_slice()
        && year.len() == 4
    {
        return Some(Day::Date(Some(number(year, 4)?), small(month)?, small(day)?));
    }
    let dotted: Vec<&str> = word.split('.').collect();
    let [day, month, year] = dotted.as_slice() else { return None };
    let year = match year.len() {
        0 => None,
        2 => Some(2000 + number(year, 2)?),
        4 => Some(number(year, 4)?),
        _ => return None,
    };
    Some(Day::Date(year, small(month)?, small(day)?))
}

/// "14:00", "9:30", "14 uhr", "14.30 uhr", "9am", "2:30 pm".
fn time(words: &[&str]) -> Option<Time> {
    let joined = words.concat();
    let (clock, half) = match (joined.strip_suffix("am"), joined.strip_suffix("pm"), joined.strip_suffix("uhr")) {
        (Some(clock), _, _) => (clock, Clock::Morning),
        (_, Some(clock), _) => (clock, Clock::Afternoon),
        (_, _, Some(clock)) => (clock, Clock::Named),
        (None, None, None) => (joined.as_str(), Clock::Bare),
    };
    let (hour, minute) = match (clock.split_once(':'), half) {
        (Some(parts), _) => parts,
        (None, Clock::Bare) => return None,
        (None, Clock::Named) => clock.split_once('.').unwrap_or((clock, "00")),
        (None, Clock::Morning | Clock::Afternoon) => (clock, "00"),
    };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        Clock::Bare | Clock::Named => hour,
        Clock::Morning | Clock::Afternoon if !(1..=12).contains(&hour) => return None,
        Clock::Morning => hour % 12,
        Clock::Afternoon => hour % 12 + 12,
    };
    Time::new(hour, minute, 0, 0).ok()
}

/// How a time of day is written.
#[derive(Clone, Copy)]
enum Clock {
    /// "14:00".
    Bare,
    /// "14 uhr".
    Named,
    /// "9am".
    Morning,
    /// "9pm".
    Afternoon,
}

/// Where and when the text was written.
struct Local<'a> {
    now: Timestamp,
    zone: &'a TimeZone,
    calendar: &'a Calendar,
}

impl Local<'_> {
    fn resolve(&self, when: When) -> Result<Timestamp, String> {
        let nonsense = || "is no time that exists".to_owned();
        let present = jiff::Timestamp::from_millisecond(self.now.as_millis()).map_err(|_| nonsense())?;
        let here = self.zone.to_datetime(present);
        let today = here.date();
        let at = match when {
            When::After { days, minutes } => {
                let begin = if days == 0 { Some(self.now) } else { later(today, days).and_then(|day| self.at(day, here.time())) };
                begin.and_then(|begin| Some(begin.plus(Span::from_minutes(u64::try_from(minutes).ok()?))))
            }
            When::Time(time) => self.at(today, time).filter(|at| *at > self.now).or_else(|| self.at(later(today, 1)?, time)),
            When::Day(Day::Ahead(0), None) => return Err("needs a time of day, such as today 16:00".to_owned()),
            When::Day(Day::Date(None, month, day), time) => {
                // The coming one; 29 February may be years away.
                let years = (0..=8).filter_map(|ahead| Date::new(today.year().checked_add(ahead)?, month, day).ok());
                years.filter_map(|date| self.on(date, time)).find(|at| *at > self.now)
            }
            When::Day(day, time) => self.day(day, today).and_then(|date| self.on(date, time)),
        };
        let at = at.ok_or_else(nonsense)?;
        if at <= self.now {
            return Err("lies in the past".to_owned());
        }
        if at > self.now.plus(Span::from_days(366 * YEARS_AHEAD)) {
            return Err(format!("lies more than {YEARS_AHEAD} years ahead"));
        }
        Ok(at)
    }

    fn day(&self, day: Day, today: Date) -> Option<Date> {
        match day {
            Day::Ahead(days) => later(today, days),
            Day::NextMonth => today.last_of_month().tomorrow().ok(),
            Day::Weekday(weekday) => today.nth_weekday(1, weekday).ok(),
            Day::Date(year, month, day) => Date::new(year?, month, day).ok(),
        }
    }

    /// A day with a time, or with the hour at which people begin.
    fn on(&self, day: Date, time: Option<Time>) -> Option<Timestamp> {
        if let Some(time) = time {
            return self.at(day, time);
        }
        let morning = self.at(day, MORNING)?;
        let opens = if self.calendar.is_open(morning) { None } else { self.calendar.opens_on(day) };
        Some(opens.unwrap_or(morning))
    }

    fn at(&self, day: Date, time: Time) -> Option<Timestamp> {
        let at = self.zone.to_timestamp(day.to_datetime(time)).ok()?;
        Some(Timestamp::from_millis(at.as_millisecond()))
    }
}

/// The day so many days later.
fn later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::SignedDuration::from_hours(days.checked_mul(24)?)).ok()
}

#[cfg(test)]
mod tests;
