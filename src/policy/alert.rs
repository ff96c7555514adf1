//! Alerts as they are configured: what is watched, from where on it is too much, and who is told.

use crate::base::{MailboxName, Span, StaffName, TeamName};
use crate::domain::{AlertKind, AlertReading};

/// Something that is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// What.
    pub kind: AlertKind,
    /// Of these teams; none named: of each.
    pub teams: Vec<TeamName>,
    /// Of these mailboxes; none named: of each.
    pub mailboxes: Vec<MailboxName>,
    /// From where on it is too much, or too little.
    pub bound: AlertBound,
    /// It is over when it is better than so many percent of the bound.
    pub clear: u32,
    /// The time that is counted, up to now.
    pub over: Span,
    /// The time before, that what is usual is counted from.
    pub before: Span,
    /// Fewer cases say nothing.
    pub at_least: u64,
    /// Nobody is told twice of one cause within this time.
    pub every: Span,
    /// Who is told.
    pub to: AlertTo,
}

/// From where on something is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertBound {
    /// From so many tickets, ratings, minutes or percent on.
    At(u64),
    /// From so many percent of what is usual on.
    Usual(u32),
}

/// Who is told of an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlertTo {
    /// Whoever manages the person, or who leads the team.
    Manager,
    /// Who leads the team.
    Lead,
    /// These.
    People(Vec<StaffName>),
}

/// How something stands against its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertLevel {
    /// Too much, or too little.
    Raised,
    /// Not too much any more, and not well yet.
    Between,
    /// Well.
    Clear,
    /// Nothing can be said: too few cases, or nothing to compare with.
    Unknown,
}

impl Alert {
    /// The name by which it is remembered whom it was told. Everything that changes its meaning is part of it, and no person is.
    pub fn name(&self) -> String {
        let bound = match self.bound {
            AlertBound::At(figure) => format!("{figure}"),
            AlertBound::Usual(percent) => format!("{percent}% of usual in {}", self.before),
        };
        let words = |names: Vec<&str>, what: &str| match names.is_empty() {
            true => String::new(),
            false => format!(" {what} {}", names.join("+")),
        };
        let teams = words(self.teams.iter().map(TeamName::as_str).collect(), "team");
        let mailboxes = words(self.mailboxes.iter().map(MailboxName::as_str).collect(), "mailbox");
        let over = if self.over.is_zero() { String::new() } else { format!(" over {}", self.over) };
        let least = if self.at_least == 0 { String::new() } else { format!(" of {} at least", self.at_least) };
        format!("{} {bound}{over}{least}, clear at {} %{teams}{mailboxes}", self.kind, self.clear)
    }

    /// Where it begins to be too much; none where nothing is known to compare with.
    pub fn limit(&self, usual: Option<u64>) -> Option<u64> {
        match self.bound {
            AlertBound::At(figure) => Some(figure),
            AlertBound::Usual(percent) => Some(usual?.saturating_mul(u64::from(percent)).div_ceil(100).max(1)),
        }
    }

    /// How a reading stands against it.
    pub fn level(&self, reading: &AlertReading) -> AlertLevel {
        if reading.trouble.is_some() {
            return AlertLevel::Raised;
        }
        if reading.cases < self.at_least {
            // Who has little to do has not too much, whatever he can.
            return if self.kind == AlertKind::Workload { AlertLevel::Clear } else { AlertLevel::Unknown };
        }
        let Some(limit) = self.limit(reading.usual) else { return AlertLevel::Unknown };
        let (figure, percent) = (reading.figure, u64::from(self.clear));
        if self.kind.falls_short() {
            return match figure {
                figure if figure < limit => AlertLevel::Raised,
                figure if figure.saturating_mul(100) < limit.saturating_mul(percent) => AlertLevel::Between,
                _ => AlertLevel::Clear,
            };
        }
        match figure {
            figure if figure >= limit => AlertLevel::Raised,
            figure if figure.saturating_mul(100) >= limit.saturating_mul(percent) => AlertLevel::Between,
            _ => AlertLevel::Clear,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::AlertCause;

    fn alert(kind: AlertKind, bound: AlertBound, clear: u32) -> Alert {
        Alert {
            kind,
            teams: Vec::new(),
            mailboxes: Vec::new(),
            bound,
            clear,
            over: Span::from_days(1),
            before: Span::from_days(28),
            at_least: 5,
            every: Span::from_days(1),
            to: AlertTo::Manager,
        }
    }

    fn reading(figure: u64, usual: Option<u64>) -> AlertReading {
        AlertReading { cause: AlertCause::Desk, figure, usual, cases: 5, tickets: Vec::new(), total: 0, trouble: None }
    }

    #[test]
    fn between_the_bound_and_well_lies_a_stretch_that_changes_nothing() {
        let backlog = alert(AlertKind::Backlog, AlertBound::At(40), 80);
        let level = |figure| backlog.level(&reading(figure, None));
        assert_eq!(
            [41, 40, 39, 32, 31, 0].map(level),
            [
                AlertLevel::Raised,
                AlertLevel::Raised,
                AlertLevel::Between,
                AlertLevel::Between,
                AlertLevel::Clear,
                AlertLevel::Clear
            ]
        );
        let kept = alert(AlertKind::LowPerformance, AlertBound::At(70), 110);
        let level = |figure| kept.level(&reading(figure, None));
        assert_eq!([0, 69, 70, 76, 77].map(level), {
            use AlertLevel::{Between, Clear, Raised};
            [Raised, Raised, Between, Between, Clear]
        });
    }

    #[test]
    fn what_is_usual_must_be_known_and_there_must_be_cases() {
        let slow = alert(AlertKind::SlowResponses, AlertBound::Usual(150), 80);
        assert_eq!(slow.level(&reading(1_000, None)), AlertLevel::Unknown);
        assert_eq!(slow.level(&reading(60, Some(40))), AlertLevel::Raised);
        assert_eq!(slow.level(&reading(59, Some(40))), AlertLevel::Between);
        assert_eq!(slow.level(&AlertReading { cases: 4, ..reading(60, Some(40)) }), AlertLevel::Unknown);
        assert_eq!(slow.level(&reading(0, Some(0))), AlertLevel::Clear, "nothing is never too much");
        let load = alert(AlertKind::Workload, AlertBound::At(100), 80);
        assert_eq!(load.level(&AlertReading { cases: 4, ..reading(400, None) }), AlertLevel::Clear, "four tickets are no load");
    }

    #[test]
    fn a_changed_entry_has_another_name() {
        let first = alert(AlertKind::Backlog, AlertBound::At(40), 80);
        let mut names = vec![first.name()];
        names.push(Alert { bound: AlertBound::At(41), ..first.clone() }.name());
        names.push(Alert { bound: AlertBound::Usual(40), ..first.clone() }.name());
        names.push(Alert { clear: 81, ..first.clone() }.name());
        names.push(Alert { teams: vec![TeamName::new("front").expect("name")], ..first.clone() }.name());
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 5, "{names:?}");
        assert_eq!(Alert { to: AlertTo::Lead, ..first.clone() }.name(), first.name(), "who is told stands beside it");
    }
}
