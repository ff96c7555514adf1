//! Reports that somebody is to get: which, of which time, of whose work. What they say is counted by `report`; here they wait.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, MailboxName, MessageId, Private, TeamName, Timestamp, by_word, limit};

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$one])* $variant,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that people type and read.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        by_word!($name);
    };
}

names! {
    /// A report.
    ReportKind {
        /// How somebody does himself, week by week.
        Personal = "personal",
        /// The agents side by side.
        Agents = "agents",
        /// The teams side by side.
        Team = "team",
        /// The categories side by side.
        Category = "category",
        /// The departments side by side.
        Department = "department",
        /// The whole, week by week, and the time before it.
        Trend = "trend",
        /// What was promised and kept, week by week.
        Sla = "sla",
        /// What the rules took, and what was corrected.
        Routing = "routing",
        /// What was done without anybody: acknowledgements, articles that helped, loops stopped.
        Automation = "automation",
        /// How satisfied customers were with whose work.
        Satisfaction = "satisfaction",
        /// Who is there, what he does in the course of a day, and how much he carries.
        Workload = "workload",
        /// Who learns what, and what became of the answers of those who are supervised.
        Training = "training",
        /// Tickets and hours of each customer organisation.
        Organisation = "organisation",
    }
}

names! {
    /// What a report is cut by.
    By {
        /// By nothing.
        Total = "total",
        /// By who did it, or who answered for the ticket.
        Agent = "agent",
        /// By team.
        Team = "team",
        /// By the department of the team.
        Department = "department",
        /// By category.
        Category = "category",
        /// By mailbox.
        Mailbox = "mailbox",
        /// By priority.
        Priority = "priority",
        /// By the requester's organisation.
        Organisation = "organisation",
        /// By label; a ticket with several counts for each.
        Tag = "tag",
        /// By routing rule.
        Rule = "rule",
        /// By criterion of quality reviews.
        Criterion = "criterion",
        /// By hour.
        Hour = "hour",
        /// By day.
        Day = "day",
        /// By week, from Monday.
        Week = "week",
        /// By month.
        Month = "month",
        /// By the day of the week.
        Weekday = "weekday",
        /// By the day of the week and the hour of the day.
        WeekHour = "week-hour",
    }
}

impl By {
    /// Is it cut into slices of time that follow each other?
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Hour | Self::Day | Self::Week | Self::Month)
    }
}

impl ReportKind {
    /// What it is cut by unless somebody says otherwise.
    pub const fn by(self) -> By {
        match self {
            Self::Personal | Self::Trend | Self::Sla | Self::Automation => By::Week,
            Self::Agents | Self::Satisfaction | Self::Workload | Self::Training => By::Agent,
            Self::Team => By::Team,
            Self::Category => By::Category,
            Self::Department => By::Department,
            Self::Routing => By::Rule,
            Self::Organisation => By::Organisation,
        }
    }
}

impl ReportKind {
    /// Is it about people and their time, rather than about tickets?
    pub const fn is_of_people(self) -> bool {
        matches!(self, Self::Workload | Self::Training)
    }
}

/// Whose work a report is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportOf {
    /// As much as its reader may see.
    All,
    /// One person's.
    Person(ContactId),
    /// One team's.
    Team(TeamName),
}

/// A report that somebody is to get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportOrder {
    /// Who gets it. How much of it he may see is asked when it is counted.
    pub to: ContactId,
    /// Which.
    pub kind: ReportKind,
    /// Cut by what; none: as it usually is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
    /// Of whose work.
    pub of: ReportOf,
    /// From when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// The mailbox that it leaves by; none: his team's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailbox: Option<MailboxName>,
    /// The message that ordered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Private<MessageId>>,
    /// The entry of the schedule that ordered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<ReportDue>,
}

/// When a report of the schedule was due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDue {
    /// The name of its entry, by which it is known that it was sent.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// The reports that wait to be counted and written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reports {
    /// The last number given.
    pub last: u32,
    /// Those that wait, by their numbers.
    pub waiting: BTreeMap<u32, ReportOrder>,
    /// When each entry of the schedule was due that was seen to last.
    #[serde(default)]
    pub seen: BTreeMap<String, Timestamp>,
}

impl Reports {
    /// One more waits.
    pub fn add(&mut self, order: ReportOrder) {
        self.last = self.last.wrapping_add(1);
        if let Some(due) = &order.due {
            self.see(due.name.clone(), due.at);
        }
        self.waiting.insert(self.last, order);
    }

    /// An entry of the schedule was seen to.
    pub fn see(&mut self, name: String, at: Timestamp) {
        self.seen.insert(name, at);
        // Entries that the settings do not know any more stay behind, the oldest go.
        while self.seen.len() > limit::REPORT_SCHEDULES {
            let Some(oldest) = self.seen.iter().min_by_key(|(_, at)| **at).map(|(name, _)| name.clone()) else { break };
            self.seen.remove(&oldest);
        }
    }
}
