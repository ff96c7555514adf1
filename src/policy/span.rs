//! Times that a report begins and ends with, as they are typed: a day, or a time ago.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::base::{Span, Timestamp};

/// `2026-11-01`: the beginning of that day; `12h`, `30d`, `8w`: so long ago. None where it is neither.
pub fn point(text: &str, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(date) = text.parse::<Date>() {
        let at = date.to_zoned(zone.clone()).ok()?;
        return Some(Timestamp::from_millis(at.timestamp().as_millisecond()));
    }
    let unit = |letter: &str| text.strip_suffix(letter).and_then(|count| count.parse::<u64>().ok());
    let ago = unit("h")
        .map(Span::from_hours)
        .or_else(|| unit("d").map(Span::from_days))
        .or_else(|| unit("w").map(|weeks| Span::from_days(weeks.saturating_mul(7))));
    ago.map(|ago| now.minus(ago))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_or_a_time_ago_is_a_point_and_nothing_else() {
        let now = Timestamp::from_seconds(1_772_000_000);
        let zone = TimeZone::get("Europe/Berlin").expect("zone");
        assert_eq!(point("12h", now, &zone), Some(now.minus(Span::from_hours(12))));
        assert_eq!(point("8w", now, &zone), Some(now.minus(Span::from_days(56))));
        // Midnight of Berlin is an hour before that of UTC.
        assert_eq!(point("2026-01-02", now, &zone), Some(Timestamp::from_seconds(1_767_308_400)));
        for odd in ["", "d", "12", "yesterday", "-3d", "2026-13-01"] {
            assert_eq!(point(odd, now, &zone), None, "{odd}");
        }
    }
}
