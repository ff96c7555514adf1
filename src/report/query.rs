//! What is asked: which report, of which time, cut by what, and how much of it the asker may see.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{CategoryName, ContactId, TeamName, Timestamp, by_word};

use super::measure::Measure;

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
        /// By hour.
        Hour = "hour",
        /// By day.
        Day = "day",
        /// By week, from Monday.
        Week = "week",
        /// By month.
        Month = "month",
    }
}

impl By {
    /// Is it cut by time?
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Hour | Self::Day | Self::Week | Self::Month)
    }
}

impl ReportKind {
    /// What it is cut by unless somebody says otherwise.
    pub const fn by(self) -> By {
        match self {
            Self::Personal | Self::Trend | Self::Sla => By::Week,
            Self::Agents => By::Agent,
            Self::Team => By::Team,
            Self::Category => By::Category,
            Self::Department => By::Department,
            Self::Routing => By::Rule,
            Self::Organisation => By::Organisation,
        }
    }

    /// What it shows.
    pub const fn measures(self) -> &'static [Measure] {
        use Measure as M;
        match self {
            Self::Personal | Self::Agents => &[
                M::Replies,
                M::Touches,
                M::FirstResponse,
                M::NextResponse,
                M::Resolved,
                M::Resolution,
                M::Reopened,
                M::WithinSla,
                M::Backlog,
            ],
            Self::Team | Self::Category | Self::Department => &[
                M::Opened,
                M::Resolved,
                M::Reopened,
                M::Backlog,
                M::BacklogAge,
                M::FirstResponse,
                M::NextResponse,
                M::Resolution,
                M::WithinSla,
                M::Escalated,
            ],
            Self::Trend => &[
                M::Opened,
                M::Resolved,
                M::Dismissed,
                M::Reopened,
                M::Backlog,
                M::Replies,
                M::FirstResponse,
                M::NextResponse,
                M::Resolution,
                M::Acknowledged,
                M::Withheld,
                M::Bounced,
                M::Quarantined,
            ],
            Self::Sla => &[M::WithinSla, M::FirstResponse, M::NextResponse, M::Resolution, M::Escalated],
            Self::Routing => &[M::RuleTook, M::Corrected],
            Self::Organisation => &[M::Opened, M::Resolved, M::Replies, M::TimeSpent, M::Backlog],
        }
    }
}

/// From then until then; the end does not belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Its beginning.
    pub since: Timestamp,
    /// Its end.
    pub until: Timestamp,
}

impl Period {
    /// The time of the same length that lies before it.
    pub const fn before(self) -> Self {
        Self { since: self.since.minus(self.until.since(self.since)), until: self.since }
    }
}

/// How much of it the asker may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    All,
    /// What he did himself, and the tickets he answered for.
    Own(ContactId),
    /// Tickets of these teams and categories.
    Of(BTreeSet<TeamName>, BTreeSet<CategoryName>),
}

/// A question for a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportQuery {
    /// Which.
    pub kind: ReportKind,
    /// Of which time.
    pub period: Period,
    /// Cut by what.
    pub by: By,
    /// How much of it.
    pub scope: Scope,
}
