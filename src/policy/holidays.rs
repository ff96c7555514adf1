//! Days on which nobody works: single dates, and rules that give a date in every year.
//!
//! Rules are not written out: a calendar asks them for a year when it comes to it, so they hold in any year that has dates.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};

/// 29 February may be eight years away, where a century is no leap year.
const YEARS_AHEAD: i16 = 8;
/// Before 1583 nobody counted as we do.
const FIRST_YEAR: i16 = 1583;

/// The days off of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    /// Single days.
    pub dates: BTreeSet<Date>,
    /// Days of every year.
    pub rules: Vec<HolidayRule>,
}

/// A day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HolidayRule {
    /// Which one.
    pub on: HolidayDate,
    /// The first year in which it is one.
    pub since: i16,
}

/// How a day is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayDate {
    /// The same date; 29 February in leap years only.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// So many days after Easter Sunday of the western churches.
    Easter(i16),
    /// So many days after Easter Sunday of the orthodox churches, in our calendar.
    OrthodoxEaster(i16),
    /// The n-th weekday of a month; counted from its end where `nth` is negative.
    Weekday {
        /// 1 to 12.
        month: i8,
        /// Which weekday.
        weekday: Weekday,
        /// 1 to 5, or -1 to -5.
        nth: i8,
    },
}

impl From<BTreeSet<Date>> for Holidays {
    fn from(dates: BTreeSet<Date>) -> Self {
        Self { dates, rules: Vec::new() }
    }
}

impl Holidays {
    /// Is it one of them?
    pub(super) fn contains(&self, day: Date) -> bool {
        self.dates.contains(&day) || self.rules.iter().any(|rule| rule.in_year(day.year()) == Some(day))
    }

    /// The first of them on or after a day.
    pub(super) fn next_from(&self, day: Date) -> Option<Date> {
        let single = self.dates.range(day..).next().copied();
        self.rules.iter().filter_map(|rule| rule.next_from(day)).chain(single).min()
    }
}

impl HolidayRule {
    /// In every year there is.
    pub const fn always(on: HolidayDate) -> Self {
        Self { on, since: i16::MIN }
    }

    /// Its day in a year.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        if year < self.since {
            return None;
        }
        match self.on {
            HolidayDate::Fixed { month, day } => Date::new(year, month, day).ok(),
            HolidayDate::Easter(days) => shifted(easter(year)?, days),
            HolidayDate::OrthodoxEaster(days) => shifted(orthodox_easter(year)?, days),
            HolidayDate::Weekday { month, weekday, nth } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
        }
    }

    /// Easter and what follows it may lie in another year only with absurd distances; those are refused by `config`.
    fn next_from(&self, day: Date) -> Option<Date> {
        (0..=YEARS_AHEAD).filter_map(|ahead| self.in_year(day.year().checked_add(ahead)?)).find(|date| *date >= day)
    }
}

fn shifted(day: Date, days: i16) -> Option<Date> {
    day.checked_add(SignedDuration::from_hours(i64::from(days) * 24)).ok()
}

/// Easter Sunday of the western churches: the algorithm that appeared in Nature, 20 April 1876 (Meeus, Astronomical
/// Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    if year < FIRST_YEAR {
        return None;
    }
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Easter Sunday of the orthodox churches: found in the Julian calendar (Meeus, chapter 8), then told in ours.
fn orthodox_easter(year: i16) -> Option<Date> {
    if year < FIRST_YEAR {
        return None;
    }
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let month = (d + e + 114) / 31;
    let day = (d + e + 114) % 31 + 1;
    // A Julian date without 29 February in sight is as many days behind as there were centuries without a leap day.
    let behind = y / 100 - y / 400 - 2;
    shifted(Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?, i16::try_from(behind).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("date")
    }

    /// Years and both Easters, from the tables of the United States Naval Observatory and of the Orthodox Church in America.
    #[test]
    fn easter_falls_where_the_churches_say() {
        for (year, western, orthodox) in [
            (1961, "1961-04-02", "1961-04-09"),
            (1990, "1990-04-15", "1990-04-15"),
            (2000, "2000-04-23", "2000-04-30"),
            (2008, "2008-03-23", "2008-04-27"),
            (2011, "2011-04-24", "2011-04-24"),
            (2016, "2016-03-27", "2016-05-01"),
            (2019, "2019-04-21", "2019-04-28"),
            (2024, "2024-03-31", "2024-05-05"),
            (2025, "2025-04-20", "2025-04-20"),
            (2026, "2026-04-05", "2026-04-12"),
            (2027, "2027-03-28", "2027-05-02"),
            (2038, "2038-04-25", "2038-04-25"),
        ] {
            assert_eq!(easter(year), Some(day(western)), "{year}");
            assert_eq!(orthodox_easter(year), Some(day(orthodox)), "{year}");
        }
    }

    #[test]
    fn rules_give_a_day_in_each_year_that_has_one() {
        use HolidayDate::{Easter, Fixed, Weekday as Nth};
        for (on, year, expected) in [
            (Fixed { month: 12, day: 25 }, 2026, Some("2026-12-25")),
            (Fixed { month: 2, day: 29 }, 2026, None),
            (Fixed { month: 2, day: 29 }, 2028, Some("2028-02-29")),
            (Easter(-2), 2026, Some("2026-04-03")),
            (Easter(50), 2026, Some("2026-05-25")),
            (Nth { month: 11, weekday: Weekday::Thursday, nth: 4 }, 2026, Some("2026-11-26")),
            (Nth { month: 5, weekday: Weekday::Monday, nth: -1 }, 2026, Some("2026-05-25")),
            (Nth { month: 9, weekday: Weekday::Monday, nth: 1 }, 2026, Some("2026-09-07")),
            (Nth { month: 2, weekday: Weekday::Monday, nth: 5 }, 2026, None),
        ] {
            assert_eq!(HolidayRule::always(on).in_year(year), expected.map(day), "{on:?} {year}");
        }
        let later = HolidayRule { on: HolidayDate::Fixed { month: 3, day: 8 }, since: 2023 };
        assert_eq!((later.in_year(2022), later.in_year(2023)), (None, Some(day("2023-03-08"))));
    }

    #[test]
    fn the_next_one_is_found_over_the_turn_of_the_year_and_over_1900() {
        let leap = HolidayRule::always(HolidayDate::Fixed { month: 2, day: 29 });
        let new_year = HolidayRule::always(HolidayDate::Fixed { month: 1, day: 1 });
        let holidays = Holidays { dates: [day("2026-06-01")].into(), rules: vec![leap, new_year] };
        assert_eq!(holidays.next_from(day("2026-01-01")), Some(day("2026-01-01")));
        assert_eq!(holidays.next_from(day("2026-01-02")), Some(day("2026-06-01")));
        assert_eq!(holidays.next_from(day("2026-06-02")), Some(day("2027-01-01")));
        assert_eq!(leap.next_from(day("1896-03-01")), Some(day("1904-02-29")));
        assert_eq!(Holidays::default().next_from(day("2026-01-01")), None);
        assert!(holidays.contains(day("2028-02-29")) && !holidays.contains(day("2028-02-28")));
    }
}
