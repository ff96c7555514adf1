//! What is asked: which report, of which time, cut by what, and how much of it the asker may see.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{CategoryName, ContactId, TeamName, Timestamp};
use crate::domain::{By, ReportKind};

use super::measure::Measure;

impl Measure {
    /// What a report shows that is cut so. By criterion there is nothing but reviews.
    pub const fn of_cut(kind: ReportKind, by: By) -> &'static [Self] {
        if matches!(by, By::Criterion) { &[Self::Reviewed, Self::MeanScore] } else { Self::of(kind) }
    }

    /// Does it tell of reviews, which many desks have none of?
    pub(super) const fn is_of_reviews(self) -> bool {
        matches!(self, Self::Reviewed | Self::MeanScore)
    }

    /// What a report shows.
    pub const fn of(kind: ReportKind) -> &'static [Self] {
        use Measure as M;
        match kind {
            ReportKind::Personal | ReportKind::Agents => &[
                M::Replies,
                M::Touches,
                M::FirstResponse,
                M::NextResponse,
                M::Resolved,
                M::Resolution,
                M::RepliesEach,
                M::TouchesEach,
                M::Reopened,
                M::WithinSla,
                M::Backlog,
                M::MeanRating,
            ],
            ReportKind::Team | ReportKind::Category | ReportKind::Department => &[
                M::Opened,
                M::Resolved,
                M::ResolutionRate,
                M::Reopened,
                M::Backlog,
                M::BacklogAge,
                M::FirstResponse,
                M::NextResponse,
                M::Resolution,
                M::RepliesEach,
                M::TouchesEach,
                M::WithinSla,
                M::MeanRating,
                M::Escalated,
                M::EscalationRate,
            ],
            ReportKind::Trend => &[
                M::Opened,
                M::Resolved,
                M::ResolutionRate,
                M::Dismissed,
                M::Reopened,
                M::Backlog,
                M::Replies,
                M::FirstResponse,
                M::NextResponse,
                M::Resolution,
                M::RepliesEach,
                M::TouchesEach,
                M::WithinSla,
                M::MeanRating,
                M::Escalated,
                M::EscalationRate,
            ],
            ReportKind::Sla => &[M::WithinSla, M::FirstResponse, M::NextResponse, M::Resolution, M::Escalated],
            ReportKind::Routing => &[M::RuleTook, M::Corrected, M::CorrectionRate],
            ReportKind::Automation => {
                &[M::Acknowledged, M::Offered, M::Helped, M::HelpRate, M::Withheld, M::Bounced, M::Quarantined, M::Loops]
            }
            ReportKind::Workload => {
                &[M::ActiveHours, M::Touches, M::Sessions, M::SessionTickets, M::Availability, M::Backlog, M::Capacity, M::Load]
            }
            ReportKind::Training => &[M::Stage, M::Step, M::Learnt, M::Due, M::Overdue, M::Approved, M::Edited, M::Rejected],
            ReportKind::Satisfaction => {
                &[M::Asked, M::Rated, M::AnswerRate, M::MeanRating, M::LowRatings, M::HighRatings, M::Reviewed, M::MeanScore]
            }
            ReportKind::Organisation => &[M::Opened, M::Resolved, M::Replies, M::TimeSpent, M::Backlog],
        }
    }
}

/// A report of so many days shows each of them.
const DAYS_OF_DAYS: u64 = 13;
/// One of more shows months.
const DAYS_OF_WEEKS: u64 = 400;

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

/// What a report is cut by unless somebody says otherwise: of a short time by days where it would be weeks, of a long one by months.
pub fn usual(kind: ReportKind, period: Period) -> By {
    let days = period.until.since(period.since).as_minutes() / 1440;
    match kind.by() {
        By::Week if days <= DAYS_OF_DAYS => By::Day,
        By::Week if days > DAYS_OF_WEEKS => By::Month,
        by => by,
    }
}
