//! Time cut into hours, days, weeks and months of a zone.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Unit, Zoned, ZonedRound};

use crate::base::Timestamp;
use crate::domain::By;

use super::query::Period;
use super::word::WEEKDAYS;

/// Rows that a report cut by time may have: a year of hours.
const SLICES: usize = 9_000;

pub(super) fn local(at: Timestamp, zone: &TimeZone) -> Option<Zoned> {
    jiff::Timestamp::from_millisecond(at.as_millis()).ok().map(|at| at.to_zoned(zone.clone()))
}

/// The slices of a period, each with its beginning: the first one begins with the period, the others with a whole unit.
pub(super) fn slices(period: Period, by: By, zone: &TimeZone) -> Vec<(Timestamp, String)> {
    let mut found = Vec::new();
    let Some(mut begins) = local(period.since, zone).and_then(|at| floor(&at, by)) else { return found };
    while found.len() < SLICES {
        let at = Timestamp::from_millis(begins.timestamp().as_millisecond());
        if at >= period.until {
            break;
        }
        found.push((at.max(period.since), name(&begins, by)));
        let Some(next) = next(&begins, by) else { break };
        begins = next;
    }
    found
}

/// `Mon`, or `Mon 09:00`.
pub(super) fn week_place(at: &Zoned, by: By) -> String {
    let day = usize::try_from(at.weekday().to_monday_zero_offset()).unwrap_or_default();
    let day = WEEKDAYS.get(day).copied().unwrap_or_default();
    if by == By::Weekday { day.to_owned() } else { format!("{day} {:02}:00", at.hour()) }
}

pub(super) fn week_order(name: &str) -> usize {
    WEEKDAYS.iter().position(|day| name.starts_with(day)).unwrap_or(WEEKDAYS.len())
}

fn floor(at: &Zoned, by: By) -> Option<Zoned> {
    let midnight = |date: Date| date.to_zoned(at.time_zone().clone()).ok();
    match by {
        By::Hour => at.round(ZonedRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Floor)).ok(),
        By::Week => midnight(at.date().checked_sub(i32::from(at.weekday().to_monday_zero_offset()).days()).ok()?),
        By::Month => midnight(at.date().first_of_month()),
        _ => midnight(at.date()),
    }
}

fn next(at: &Zoned, by: By) -> Option<Zoned> {
    let step = match by {
        By::Hour => return at.checked_add(1.hour()).ok(),
        By::Week => 1.week(),
        By::Month => 1.month(),
        _ => 1.day(),
    };
    at.date().checked_add(step).ok()?.to_zoned(at.time_zone().clone()).ok()
}

fn name(at: &Zoned, by: By) -> String {
    match by {
        By::Hour => at.strftime("%Y-%m-%d %H:00").to_string(),
        By::Month => at.strftime("%Y-%m").to_string(),
        By::Week => at.strftime("%G-W%V").to_string(),
        _ => at.strftime("%Y-%m-%d").to_string(),
    }
}
