//! Alerts: what managers are told of the desk's work when it goes otherwise than it should. When one is raised is decided by
//! `decide::alert`; here stands what is remembered of it.

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, MailboxName, Span, TeamName, TicketId, Timestamp, by_word, limit};

/// What can be watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlertKind {
    /// A mailbox gets no mail, or cannot be read.
    SilentMailbox,
    /// Many tickets about one subject, or of one organisation, within a short time.
    Spike,
    /// Answers take long.
    SlowResponses,
    /// There are many unfinished tickets.
    Backlog,
    /// Somebody has more to do than he can.
    Workload,
    /// Customers were not satisfied with somebody's work.
    Complaints,
    /// Somebody keeps few of the promises of his tickets.
    LowPerformance,
}

impl AlertKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::SilentMailbox,
        Self::Spike,
        Self::SlowResponses,
        Self::Backlog,
        Self::Workload,
        Self::Complaints,
        Self::LowPerformance,
    ];

    /// The word that people type and read.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SilentMailbox => "silent-mailbox",
            Self::Spike => "spike",
            Self::SlowResponses => "slow-responses",
            Self::Backlog => "backlog",
            Self::Workload => "workload",
            Self::Complaints => "complaints",
            Self::LowPerformance => "low-performance",
        }
    }

    /// Is too little of it the trouble, and not too much?
    pub const fn falls_short(self) -> bool {
        matches!(self, Self::LowPerformance)
    }

    /// Does it judge one person's work? Then it is his managers' alone.
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Complaints | Self::LowPerformance)
    }
}

by_word!(AlertKind);

/// What an alert is raised by. Of words that customers wrote there is none: a subject is known by the first ticket that has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlertCause {
    /// The whole desk, where it has no teams.
    Desk,
    /// A team.
    Team(TeamName),
    /// A mailbox.
    Mailbox(MailboxName),
    /// A member of staff.
    Person(ContactId),
    /// What this ticket is about.
    Subject(TicketId),
    /// The organisation of this ticket's requester.
    Organisation(TicketId),
}

/// What was counted of one cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertReading {
    /// Of what.
    pub cause: AlertCause,
    /// How much: tickets, ratings, minutes or percent, as its kind has it.
    pub figure: u64,
    /// How much it usually is, where that is known.
    pub usual: Option<u64>,
    /// Of how many cases.
    pub cases: u64,
    /// Some of the tickets behind it, those that need a look most first.
    pub tickets: Vec<TicketId>,
    /// How many tickets are behind it.
    pub total: u64,
    /// Why a mailbox cannot be read, where it cannot.
    pub trouble: Option<String>,
}

/// An alert as somebody is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertNote {
    /// What was watched.
    pub kind: AlertKind,
    /// What was counted.
    pub reading: AlertReading,
    /// Where it begins to be too much.
    pub limit: u64,
    /// When he was told first, where he has been told before.
    pub since: Option<Timestamp>,
    /// The time that was counted.
    pub over: Span,
}

/// An alert that somebody was told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaisedAlert {
    /// The name of its entry in the settings: a changed entry is another one.
    pub alert: String,
    /// What it was raised by.
    pub cause: AlertCause,
    /// Who was told.
    pub to: ContactId,
    /// When he was told first.
    pub since: Timestamp,
    /// When he was told last.
    pub told_at: Timestamp,
    /// When it was over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleared_at: Option<Timestamp>,
}

/// All alerts that somebody was told of lately.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alerts {
    /// In the order in which they were raised first.
    pub raised: Vec<RaisedAlert>,
}

impl Alerts {
    /// What is remembered of one.
    pub fn find(&self, alert: &str, cause: &AlertCause, to: ContactId) -> Option<&RaisedAlert> {
        self.raised.iter().find(|raised| raised.alert == alert && raised.cause == *cause && raised.to == to)
    }

    /// Somebody is told. What is raised again after it was over begins anew.
    pub(super) fn raise(&mut self, alert: &str, cause: &AlertCause, to: ContactId, at: Timestamp) {
        let known = self.find(alert, cause, to).filter(|raised| raised.cleared_at.is_none());
        let since = known.map_or(at, |raised| raised.since);
        self.raised.retain(|raised| raised.alert != alert || raised.cause != *cause || raised.to != to);
        let (alert, cause) = (alert.to_owned(), cause.clone());
        self.raised.push(RaisedAlert { alert, cause, to, since, told_at: at, cleared_at: None });
        while self.raised.len() > limit::ALERTS_RAISED {
            // What is over goes first, then what was told longest ago.
            let oldest = self.raised.iter().min_by_key(|raised| (raised.cleared_at.is_none(), raised.told_at)).cloned();
            self.raised.retain(|raised| Some(raised) != oldest.as_ref());
        }
    }

    /// It is over.
    pub(super) fn clear(&mut self, alert: &str, cause: &AlertCause, to: ContactId, at: Timestamp) {
        let found = |raised: &&mut RaisedAlert| raised.alert == alert && raised.cause == *cause && raised.to == to;
        if let Some(raised) = self.raised.iter_mut().find(found) {
            raised.cleared_at.get_or_insert(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_is_forgotten_first() {
        let (mut alerts, at, to) = (Alerts::default(), Timestamp::from_seconds, ContactId::new(1));
        let cause = |number| AlertCause::Subject(TicketId::new(number));
        let most = u32::try_from(limit::ALERTS_RAISED).expect("a number");
        for number in 1..=most {
            alerts.raise("spike", &cause(number), to, at(i64::from(number)));
        }
        alerts.clear("spike", &cause(7), to, at(1_000));
        alerts.raise("spike", &cause(most + 1), to, at(2_000));
        assert_eq!(alerts.raised.len(), limit::ALERTS_RAISED);
        assert!(alerts.find("spike", &cause(7), to).is_none() && alerts.find("spike", &cause(1), to).is_some());
        alerts.raise("spike", &cause(most + 2), to, at(2_000));
        assert!(alerts.find("spike", &cause(1), to).is_none(), "the oldest");
    }

    #[test]
    fn one_that_goes_on_keeps_its_beginning_and_one_that_comes_back_does_not() {
        let (mut alerts, at, to) = (Alerts::default(), Timestamp::from_seconds, ContactId::new(1));
        let since = |alerts: &Alerts| alerts.find("backlog", &AlertCause::Desk, to).map(|raised| (raised.since, raised.told_at));
        alerts.raise("backlog", &AlertCause::Desk, to, at(1));
        alerts.raise("backlog", &AlertCause::Desk, to, at(5));
        assert_eq!(since(&alerts), Some((at(1), at(5))));
        alerts.clear("backlog", &AlertCause::Desk, to, at(7));
        alerts.clear("backlog", &AlertCause::Desk, to, at(8));
        assert_eq!(alerts.raised[0].cleared_at, Some(at(7)));
        alerts.raise("backlog", &AlertCause::Desk, to, at(9));
        assert_eq!(since(&alerts), Some((at(9), at(9))));
        assert_eq!(alerts.raised.len(), 1);
    }
}
