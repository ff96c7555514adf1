//! Whose working hours are which, and when somebody may be written to.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::Time;

use crate::base::{Span, StaffName, TeamName, Timestamp};

use super::{Calendar, Policy, Rotation};

/// Quiet hours and closing times take turns a few times at most before there is a moment that suits, or never will be.
const TURNS: usize = 14;

/// The calendars of teams and people. Who is not in it has the desk's.
#[derive(Clone, Debug, Default)]
pub struct Schedules {
    /// Of teams.
    pub teams: BTreeMap<TeamName, Arc<Calendar>>,
    /// Of people.
    pub people: BTreeMap<StaffName, Arc<Calendar>>,
    /// When somebody is left alone, by his own clock.
    pub quiet: BTreeMap<StaffName, Quiet>,
    /// Who of a team is on duty.
    pub rotations: BTreeMap<TeamName, Rotation>,
    /// Teams that give a requester's next ticket to his last agent, where their last ticket is no older than this.
    pub sticky: BTreeMap<TeamName, Span>,
}

/// Hours of every day in which somebody gets no reminders; they may go over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// Minutes after midnight at which they begin.
    pub from: u16,
    /// And end.
    pub until: u16,
}

impl Quiet {
    /// When the quiet ends in which this point lies; `None` where it is not quiet.
    fn ends(self, at: Timestamp, calendar: &Calendar) -> Option<Timestamp> {
        let here = jiff::Timestamp::from_millisecond(at.as_millis()).ok()?.to_zoned(calendar.zone().clone());
        let minute = u16::try_from(i32::from(here.hour()) * 60 + i32::from(here.minute())).ok()?;
        let goes_over_midnight = self.until <= self.from;
        let is_evening = minute >= self.from && (goes_over_midnight || minute < self.until);
        let is_morning = goes_over_midnight && minute < self.until;
        if !is_evening && !is_morning {
            return None;
        }
        let day = if is_evening && goes_over_midnight { here.date().tomorrow().ok()? } else { here.date() };
        let end = Time::midnight().wrapping_add(SignedDuration::from_mins(i64::from(self.until)));
        let end = calendar.zone().to_timestamp(day.to_datetime(end)).ok()?;
        Some(Timestamp::from_millis(end.as_millisecond()))
    }
}

impl Policy {
    /// The hours of a team; the desk's where it has none of its own.
    pub fn calendar_of_team(&self, team: Option<&TeamName>) -> &Arc<Calendar> {
        team.and_then(|team| self.schedules.teams.get(team)).unwrap_or(&self.calendar)
    }

    /// The hours of a member of staff.
    pub fn calendar_of(&self, name: &StaffName) -> &Arc<Calendar> {
        self.schedules.people.get(name).unwrap_or(&self.calendar)
    }

    /// When somebody may be reminded of something, from this point on: at work, and not in his quiet hours.
    pub fn suits(&self, name: &StaffName, at: Timestamp) -> Timestamp {
        let calendar = self.calendar_of(name);
        let quiet = self.schedules.quiet.get(name);
        let mut moment = calendar.add(at, Span::ZERO);
        for _ in 0..TURNS {
            let Some(end) = quiet.and_then(|quiet| quiet.ends(moment, calendar)) else { return moment };
            moment = calendar.add(end, Span::ZERO);
        }
        // Whose every working hour is quiet is told when he works: nobody is left out for ever.
        calendar.add(at, Span::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::policy::Holidays;
    use crate::policy::sample::{at, desk};

    #[test]
    fn nobody_is_told_outside_of_his_hours_or_in_his_quiet_ones() {
        let (mut policy, _) = desk();
        let name = |text: &str| StaffName::new(text).expect("name");
        let berlin = TimeZone::get("Europe/Berlin").expect("zone");
        let shift = || vec![(0, 1440)];
        let week = std::array::from_fn(|_| shift());
        let round = Calendar::new(berlin, week, Holidays::default()).expect("opens");
        policy.schedules.people.insert(name("ann"), Arc::new(round));
        policy.schedules.quiet.insert(name("ann"), Quiet { from: 20 * 60, until: 7 * 60 + 30 });
        policy.schedules.quiet.insert(name("bob"), Quiet { from: 9 * 60, until: 10 * 60 });
        policy.schedules.quiet.insert(name("eve"), Quiet { from: 8 * 60, until: 18 * 60 });
        for (who, when, expected) in [
            ("ann", "2026-01-14T18:59Z", "2026-01-14T18:59Z"),
            ("ann", "2026-01-14T19:00Z", "2026-01-15T06:30Z"),
            ("ann", "2026-01-15T02:00Z", "2026-01-15T06:30Z"),
            ("ann", "2026-03-28T22:00Z", "2026-03-29T05:30Z"),
            // The desk's hours, nine to five in UTC.
            ("max", "2026-01-16T18:00Z", "2026-01-19T09:00Z"),
            ("bob", "2026-01-14T09:30Z", "2026-01-14T10:00Z"),
            ("bob", "2026-01-16T17:00Z", "2026-01-19T10:00Z"),
            // Whose quiet hours leave nothing over is told at work.
            ("eve", "2026-01-14T12:00Z", "2026-01-14T12:00Z"),
        ] {
            assert_eq!(policy.suits(&name(who), at(when)), at(expected), "{who} {when}");
        }
    }
}
