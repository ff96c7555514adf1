//! What people do in the course of a day, and when they are there: working sessions, active hours, absences.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{ContactId, Span, TeamName, TicketId, Timestamp};
use crate::policy::Calendar;

use super::fold::NO_END;
use super::query::{Period, Scope};
use super::sample::{Sample, What};

/// Who does nothing for longer begins a new session.
const IDLE: Span = Span::from_minutes(30);

/// A member of staff, as reports about people know him; what the settings say is as it is now.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// His working time.
    pub calendar: Arc<Calendar>,
    /// Unfinished tickets that he can carry; none: nobody has said so.
    pub capacity: Option<u32>,
    /// The teams that he belongs to or leads.
    pub teams: BTreeSet<TeamName>,
    /// When the configuration says that he is away.
    pub away: Vec<(Timestamp, Timestamp)>,
    /// What he learns; none: nothing.
    pub learning: Option<Learning>,
}

/// How far somebody's training has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learning {
    /// His stage.
    pub stage: String,
    /// The step of his onboarding; empty: he is not being onboarded.
    pub step: String,
    /// How many modules he has done.
    pub done: u64,
    /// What he is to learn next.
    pub due: Vec<String>,
    /// Certifications that have run out.
    pub overdue: Vec<String>,
}

impl Colleague {
    /// May who sees so much see his figures?
    pub(super) fn is_in(&self, who: ContactId, scope: &Scope) -> bool {
        match scope {
            Scope::All => true,
            Scope::Own(me) => who == *me,
            Scope::Of(teams, _) => !self.teams.is_disjoint(teams),
        }
    }
}

/// What one person has done so far, as of his last mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Course {
    last: Option<Timestamp>,
    /// The tickets of the session that goes on.
    tickets: BTreeSet<TicketId>,
    /// The hour of the last mail, counted from the beginning of time, in the zone of the report.
    hour: Option<i64>,
}

/// What people did, in sessions and hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    courses: BTreeMap<ContactId, Course>,
    /// Working sessions of everybody.
    pub sessions: u64,
    /// Tickets of each session, summed up.
    pub tickets: u64,
    /// Hours of the clock in which somebody did something, of everybody.
    pub hours: u64,
    /// Days on which somebody did something, of everybody.
    pub days: u64,
}

impl Activity {
    /// Somebody did something; the hour is that of the zone of the report.
    pub(super) fn take(&mut self, who: ContactId, at: Timestamp, ticket: TicketId, hour: i64) {
        let course = self.courses.entry(who).or_default();
        if course.last.is_none_or(|last| at.since(last) > IDLE) {
            self.sessions = self.sessions.saturating_add(1);
            course.tickets.clear();
        }
        if course.tickets.insert(ticket) {
            self.tickets = self.tickets.saturating_add(1);
        }
        if course.hour != Some(hour) {
            self.hours = self.hours.saturating_add(1);
            let is_new_day = course.hour.is_none_or(|last| last.div_euclid(24) != hour.div_euclid(24));
            self.days = self.days.saturating_add(u64::from(is_new_day));
        }
        (course.last, course.hour) = (Some(at), Some(hour));
    }

    /// Hundredths of an active hour a day on which there was one; none where there was none.
    pub fn hours_a_day(&self) -> Option<u64> {
        self.hours.saturating_mul(100).checked_div(self.days)
    }

    /// Hundredths of a ticket a session; none where there was none.
    pub fn tickets_a_session(&self) -> Option<u64> {
        self.tickets.saturating_mul(100).checked_div(self.sessions)
    }
}

/// When somebody is away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Absences {
    all: Vec<(Timestamp, Option<Timestamp>)>,
    /// What was known before the last word about it, which can be taken back.
    before: Vec<(Timestamp, Option<Timestamp>)>,
}

impl Absences {
    /// What was said last counts for the time it names, as in the row of a person.
    fn take(&mut self, sample: &Sample) {
        let back = |all: &mut Vec<(Timestamp, Option<Timestamp>)>, at: Timestamp| {
            for (_, until) in all.iter_mut().filter(|(from, until)| *from <= at && until.is_none_or(|until| at < until)) {
                *until = Some(at);
            }
        };
        match sample.what {
            What::WentAway => {
                self.before.clone_from(&self.all);
                let from = sample.since.unwrap_or(sample.at);
                let minutes = u64::try_from(sample.number).ok().filter(|_| sample.number != NO_END);
                let until = minutes.map(|minutes| from.plus(Span::from_minutes(minutes)));
                back(&mut self.all, from);
                self.all.push((from, until));
            }
            What::CameBack => {
                self.before.clone_from(&self.all);
                back(&mut self.all, sample.at);
            }
            What::AwayTakenBack => self.all.clone_from(&self.before),
            _ => {}
        }
    }

    /// How much of somebody's working time in a period he is away.
    fn within(&self, period: Period, calendar: &Calendar) -> Span {
        let clip = |(from, until): &(Timestamp, Option<Timestamp>)| {
            let until = until.map_or(period.until, |until| until.min(period.until));
            Some(((*from).max(period.since), until)).filter(|(from, until)| from < until)
        };
        let mut spans: Vec<_> = self.all.iter().filter_map(clip).collect();
        spans.sort_unstable();
        let (mut away, mut seen) = (Span::ZERO, period.since);
        for (from, until) in spans {
            // Absences may overlap: each moment counts once.
            let from = from.max(seen);
            if from < until {
                away = away.plus(calendar.between(from, until));
                seen = until;
            }
        }
        away
    }
}

/// Who is there when: absences of everybody, and what they leave of working time.
#[derive(Clone, Debug)]
pub(super) struct Presence<'a> {
    colleagues: Vec<(ContactId, &'a Colleague)>,
    absences: BTreeMap<ContactId, Absences>,
}

impl<'a> Presence<'a> {
    /// Of those whose figures the asker may see.
    pub(super) fn new(staff: &'a BTreeMap<ContactId, Colleague>, scope: &Scope) -> Self {
        let seen = staff.iter().filter(|(who, colleague)| colleague.is_in(**who, scope));
        let colleagues: Vec<_> = seen.map(|(who, colleague)| (*who, colleague)).collect();
        let configured = |colleague: &Colleague| Absences {
            all: colleague.away.iter().map(|(from, until)| (*from, Some(*until))).collect(),
            before: Vec::new(),
        };
        let absences = colleagues.iter().map(|(who, colleague)| (*who, configured(colleague))).collect();
        Self { colleagues, absences }
    }

    /// They are these.
    pub(super) fn colleagues(&self) -> &[(ContactId, &'a Colleague)] {
        &self.colleagues
    }

    /// Takes what says that somebody is away or back.
    pub(super) fn take(&mut self, sample: &Sample) {
        if !matches!(sample.what, What::WentAway | What::CameBack | What::AwayTakenBack) {
            return;
        }
        let absences = sample.who.and_then(|who| self.absences.get_mut(&who));
        absences.into_iter().for_each(|absences| absences.take(sample));
    }

    /// His working time in a period, and how much of that he was there, in seconds.
    pub(super) fn of(&self, who: ContactId, colleague: &Colleague, period: Period) -> (u64, u64) {
        let working = colleague.calendar.between(period.since, period.until);
        let away = self.absences.get(&who).map_or(Span::ZERO, |absences| absences.within(period, &colleague.calendar));
        (working.as_seconds(), working.minus(away).as_seconds())
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    fn at(minutes: u64) -> Timestamp {
        Timestamp::from_seconds(1_772_000_000).plus(Span::from_minutes(minutes))
    }

    #[test]
    fn a_session_ends_with_more_than_half_an_hour_of_nothing() {
        let mut activity = Activity::default();
        let who = ContactId::new(1);
        // Three tickets by 9:50, then nothing for 31 minutes; one of them again, and a pause of just 30 minutes.
        for (minutes, ticket) in [(0, 1), (20, 2), (50, 3), (81, 1), (111, 4), (112, 4)] {
            activity.take(who, at(minutes), TicketId::new(ticket), i64::try_from(9 + minutes / 60).expect("small"));
        }
        // Another person's sessions are his own.
        activity.take(ContactId::new(2), at(100), TicketId::new(1), 10);
        assert_eq!((activity.sessions, activity.tickets), (3, 6));
        // His hours from nine and from ten, the other's from ten: three hours on two days of work.
        assert_eq!((activity.hours, activity.days), (3, 2));
        assert_eq!((activity.hours_a_day(), activity.tickets_a_session()), (Some(150), Some(200)));
    }

    #[test]
    fn who_is_away_twice_at_once_is_away_once() {
        let calendar: Arc<Calendar> = Calendar::always(TimeZone::UTC).into();
        let colleague =
            Colleague { calendar, capacity: None, teams: BTreeSet::new(), away: vec![(at(0), at(60))], learning: None };
        let who = ContactId::new(1);
        let staff = [(who, colleague.clone())].into();
        let sample = |minutes, what, since: Option<u64>, number| Sample {
            at: at(minutes),
            since: since.map(at),
            what,
            ticket: TicketId::new(0),
            who: Some(who),
            requester: None,
            frame: None,
            number,
        };
        let hours = Period { since: at(0), until: at(240) };
        let mut presence = Presence::new(&staff, &Scope::All);
        assert_eq!(presence.of(who, &colleague, hours), (240 * 60, 180 * 60));
        // From 0:30 until 1:30, said beside what the configuration says: an hour and a half together.
        presence.take(&sample(10, What::WentAway, Some(30), 60));
        assert_eq!(presence.of(who, &colleague, hours).1, 150 * 60);
        // He is back after an hour and a quarter.
        presence.take(&sample(75, What::CameBack, None, 0));
        assert_eq!(presence.of(who, &colleague, hours).1, 165 * 60);
        // Then he goes for good, and takes that back.
        presence.take(&sample(120, What::WentAway, Some(120), NO_END));
        assert_eq!(presence.of(who, &colleague, hours).1, 45 * 60);
        presence.take(&sample(125, What::AwayTakenBack, None, 0));
        assert_eq!(presence.of(who, &colleague, hours).1, 165 * 60);
        // Nobody else's absences are shown to who may not see him.
        assert!(Presence::new(&staff, &Scope::Own(ContactId::new(2))).colleagues().is_empty());
        assert!(Presence::new(&staff, &Scope::Of([].into(), [].into())).colleagues().is_empty());
    }
}
