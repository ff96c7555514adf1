//! Quantities as people write them: lengths of time, sizes, times of day, dates.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::base::{Span, Timestamp};

/// `30m`, `4h`, `2d`, `1d 4h`, `90s`, each unit at most once.
pub(super) fn span(text: &str) -> Option<Span> {
    let mut total: u64 = 0;
    let mut seen = String::new();
    let mut rest = text.trim();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let (number, tail) = rest.split_at_checked(digits)?;
        let mut letters = tail.chars();
        let unit = letters.next()?;
        let seconds: u64 = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            'w' => 7 * 86_400,
            _ => return None,
        };
        if seen.contains(unit) {
            return None;
        }
        seen.push(unit);
        total = total.checked_add(number.parse::<u64>().ok()?.checked_mul(seconds)?)?;
        rest = letters.as_str();
        let trimmed = rest.trim_start();
        // `1d4h` and `1d 4h` are fine, `1day` is not.
        if trimmed.starts_with(|c: char| !c.is_ascii_digit()) {
            return None;
        }
        rest = trimmed;
    }
    (total <= u64::from(u32::MAX)).then_some(Span::from_seconds(total))
}

/// `500`, `20KB`, `5MB`, `1 GB`; K is 1024.
pub(super) fn size(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(digits)?;
    let factor: u64 = match unit.trim().to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "K" | "KB" | "KIB" => 1024,
        "M" | "MB" | "MIB" => 1024 * 1024,
        "G" | "GB" | "GIB" => 1024 * 1024 * 1024,
        _ => return None,
    };
    number.parse::<u64>().ok()?.checked_mul(factor)
}

/// `09:00-17:00` in minutes after midnight; `24:00` is the end of the day.
pub(super) fn opening(text: &str) -> Option<(u16, u16)> {
    let (from, until) = text.split_once('-')?;
    let (from, until) = (minutes(from)?, minutes(until)?);
    (from < until).then_some((from, until))
}

/// `20:00-07:00`, which may go over midnight.
pub(super) fn times(text: &str) -> Option<(u16, u16)> {
    let (from, until) = text.split_once('-')?;
    let (from, until) = (minutes(from)?, minutes(until)?);
    (from != until && from < 1440).then_some((from, until))
}

fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let plain = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    if !plain(hour, 2) || minute.len() != 2 || !plain(minute, 2) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= 1440).then_some(total)
}

/// Which end of a day a bare date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayEnd {
    /// Its first moment.
    First,
    /// The first moment after it.
    Last,
}

/// A date or a point in time: `2026-12-24`, `2026-12-24T12:00`, `2026-12-24T12:00:00Z`.
pub(super) fn moment(text: &str, zone: &TimeZone, end: DayEnd) -> Option<Timestamp> {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        return Some(Timestamp::from_millis(time.as_millisecond()));
    }
    let local = if text.contains(['T', 't', ' ', ':']) {
        text.parse::<DateTime>().ok()?
    } else {
        let date = text.parse::<Date>().ok()?;
        let date = if end == DayEnd::Last { date.tomorrow().ok()? } else { date };
        date.to_datetime(jiff::civil::Time::midnight())
    };
    let zoned = zone.to_zoned(local).ok()?;
    Some(Timestamp::from_millis(zoned.timestamp().as_millisecond()))
}

/// A language code (ISO 639-1): two small letters.
pub(super) fn is_language(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read() {
        assert_eq!(span("4h"), Some(Span::from_hours(4)));
        assert_eq!(span("1d 4h"), Some(Span::from_hours(28)));
        assert_eq!(span("1h30m"), Some(Span::from_minutes(90)));
        assert_eq!(span("0m"), Some(Span::ZERO));
        for bad in ["", "4", "h", "4 h", "4x", "4h 4h", "-4h", "1.5h", "4hours", "99999999999999999999d", "1h,2m"] {
            assert_eq!(span(bad), None, "{bad}");
        }
    }

    #[test]
    fn sizes_are_read() {
        assert_eq!(size("5MB"), Some(5 * 1024 * 1024));
        assert_eq!(size("500"), Some(500));
        assert_eq!(size("1 kb"), Some(1024));
        for bad in ["", "MB", "5TB", "-1", "1.5MB"] {
            assert_eq!(size(bad), None, "{bad}");
        }
    }

    #[test]
    fn opening_times_are_read() {
        assert_eq!(opening("09:00-17:30"), Some((540, 1050)));
        assert_eq!(opening("0:00 - 24:00"), Some((0, 1440)));
        for bad in ["9-17", "09:00", "17:00-09:00", "09:00-09:00", "09:60-10:00", "09:00-24:01", "x:00-10:00", "9:5-10:00"] {
            assert_eq!(opening(bad), None, "{bad}");
        }
    }

    #[test]
    fn quiet_hours_may_go_over_midnight() {
        assert_eq!(times("20:00-07:00"), Some((1200, 420)));
        assert_eq!(times("12:00-13:00"), Some((720, 780)));
        for bad in ["", "20-7", "24:00-07:00", "07:00-07:00"] {
            assert_eq!(times(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_ends_when_the_next_begins_there() {
        let berlin = TimeZone::get("Europe/Berlin").expect("zone");
        let at = |text: &str, end| moment(text, &berlin, end).map(|time| time.to_string()).unwrap_or_default();
        assert_eq!(at("2026-12-24", DayEnd::First), "2026-12-23T23:00:00Z");
        assert_eq!(at("2026-12-24", DayEnd::Last), "2026-12-24T23:00:00Z");
        assert_eq!(at("2026-07-01T12:00:00", DayEnd::Last), "2026-07-01T10:00:00Z");
        assert_eq!(at("2026-07-01T12:00:00Z", DayEnd::First), "2026-07-01T12:00:00Z");
        assert_eq!(at("soon", DayEnd::First), "");
    }
}
