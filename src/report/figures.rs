//! The figures of one row, and exact statistics of spans.

use crate::base::Span;

use super::activity::{Activity, Learning};

/// Spans, each kept: medians and percentiles are exact. Four bytes each, in seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    seconds: Vec<u32>,
    is_sorted: bool,
}

impl Times {
    /// Adds one.
    pub fn push(&mut self, span: Span) {
        self.seconds.push(u32::try_from(span.as_seconds()).unwrap_or(u32::MAX));
        self.is_sorted = false;
    }

    /// Each of them in seconds.
    pub(super) fn seconds(&self) -> &[u32] {
        &self.seconds
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.seconds.len()
    }

    /// Is there none?
    pub const fn is_empty(&self) -> bool {
        self.seconds.is_empty()
    }

    /// The middle one, or the mean of the two in the middle; none of nothing.
    pub fn median(&mut self) -> Option<Span> {
        self.sort();
        let half = self.seconds.len() / 2;
        let upper = u64::from(*self.seconds.get(half)?);
        if self.seconds.len() % 2 == 1 {
            return Some(Span::from_seconds(upper));
        }
        let lower = u64::from(*self.seconds.get(half.checked_sub(1)?)?);
        Some(Span::from_seconds(lower.midpoint(upper)))
    }

    /// The mean; none of nothing.
    pub fn mean(&self) -> Option<Span> {
        let sum: u64 = self.seconds.iter().map(|one| u64::from(*one)).sum();
        Some(Span::from_seconds(sum.checked_div(u64::try_from(self.seconds.len()).ok()?)?))
    }

    /// The least that nine of ten do not exceed (nearest rank); none of nothing.
    pub fn ninetieth(&mut self) -> Option<Span> {
        self.sort();
        let rank = self.seconds.len().saturating_mul(9).div_ceil(10);
        Some(Span::from_seconds(u64::from(*self.seconds.get(rank.checked_sub(1)?)?)))
    }

    fn sort(&mut self) {
        if !self.is_sorted {
            self.seconds.sort_unstable();
            self.is_sorted = true;
        }
    }
}

/// A span on the clock and in working time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// On the clock.
    pub wall: Times,
    /// In the desk's working time.
    pub working: Times,
}

/// The figures of one row of a report; [`super::Measure`] says what each means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named for its measure, which has the definition")]
pub struct Figures {
    pub opened: u64,
    pub resolved: u64,
    pub dismissed: u64,
    pub reopened: u64,
    pub backlog: i64,
    pub backlog_age: Times,
    pub first_response: Both,
    pub next_response: Both,
    pub resolution: Both,
    /// By target, as [`crate::domain::Target::ALL`] has them.
    pub kept: [u64; 4],
    pub broken: [u64; 4],
    pub replies: u64,
    pub touches: u64,
    pub escalated: u64,
    pub minutes: i64,
    /// Answers and mails of the staff until the tickets that were resolved were resolved.
    pub resolved_replies: u64,
    pub resolved_touches: u64,
    pub rule_took: u64,
    pub corrected: u64,
    pub acknowledged: u64,
    pub offered: u64,
    pub helped: u64,
    pub withheld: u64,
    pub bounced: u64,
    pub quarantined: u64,
    /// Of these, our own mail come back.
    pub loops: u64,
    pub asked: u64,
    /// How many of these questions were answered within the time of the report.
    pub asked_answered: u64,
    /// How many answers there were of each rating, from 1 on.
    pub ratings: [u64; 5],
    pub activity: Activity,
    /// Seconds of working time of the staff that this row is about, and how many of these they were there.
    pub working: u64,
    pub present: u64,
    /// Unfinished tickets that the staff of this row can carry.
    pub capacity: u64,
    /// Answers of the supervised: sent as they were, with other words, sent back.
    pub judged: [u64; 3],
    /// Modules of the training that those of this row have done.
    pub learnt: u64,
    /// How far the one whom this row is about has come.
    pub learning: Option<Learning>,
    /// Tickets that were reviewed; of a criterion, how often it was scored.
    pub reviewed: i64,
    /// How many scores there were of each, from 1 on.
    pub scores: [i64; 5],
}

impl Figures {
    /// Of ten thousand promises that were kept or broken, how many were kept; none where there was none.
    pub fn within_sla(&self) -> Option<u64> {
        let (kept, broken): (u64, u64) = (self.kept.iter().sum(), self.broken.iter().sum());
        share(kept, kept.saturating_add(broken))
    }

    /// How many tickets were resolved for ten thousand that were opened; none where none was opened.
    pub fn resolution_rate(&self) -> Option<u64> {
        share(self.resolved, self.opened)
    }

    /// How many tickets were escalated for ten thousand that were opened; none where none was opened.
    pub fn escalation_rate(&self) -> Option<u64> {
        share(self.escalated, self.opened)
    }

    /// Answers of persons for a hundred tickets that were resolved; none where none was resolved.
    pub fn replies_each(&self) -> Option<u64> {
        self.resolved_replies.saturating_mul(100).checked_div(self.resolved)
    }

    /// Mails of the staff for a hundred tickets that were resolved; none where none was resolved.
    pub fn touches_each(&self) -> Option<u64> {
        self.resolved_touches.saturating_mul(100).checked_div(self.resolved)
    }

    /// How many tickets of ten thousand that the rules took were corrected; none where they took none.
    pub fn correction_rate(&self) -> Option<u64> {
        share(self.corrected, self.rule_took)
    }

    /// How many of ten thousand tickets whose customers were offered articles were finished by them; none where none was offered.
    pub fn help_rate(&self) -> Option<u64> {
        share(self.helped, self.offered)
    }

    /// How much of ten thousand seconds of their working time the staff were there; none where nobody had any.
    pub fn availability(&self) -> Option<u64> {
        share(self.present, self.working)
    }

    /// How many unfinished tickets there are for ten thousand that can be carried; none where nobody has said how many can.
    pub fn load(&self) -> Option<u64> {
        share(u64::try_from(self.backlog).unwrap_or(0), self.capacity)
    }

    /// One more of the staff: his working time, how much of it he was there, in seconds, and what he can carry.
    pub(super) fn attend(&mut self, (working, present): (u64, u64), capacity: Option<u32>) {
        self.working = self.working.saturating_add(working);
        self.present = self.present.saturating_add(present);
        self.capacity = self.capacity.saturating_add(capacity.unwrap_or(0).into());
    }

    /// How many customers gave a rating.
    pub fn rated(&self) -> u64 {
        self.ratings.iter().sum()
    }

    /// How many of ten thousand questions were answered; none where nobody was asked.
    pub fn answer_rate(&self) -> Option<u64> {
        share(self.asked_answered, self.asked)
    }

    /// The mean rating, in hundredths; none where nobody gave one.
    pub fn mean_rating(&self) -> Option<u64> {
        let sum = (1_u64..).zip(self.ratings).map(|(rating, count)| rating.saturating_mul(count)).sum::<u64>();
        sum.saturating_mul(100).checked_div(self.rated())
    }

    /// The mean score of reviews, in hundredths; none where nothing was scored.
    pub fn mean_score(&self) -> Option<u64> {
        let sum = (1_i64..).zip(self.scores).map(|(score, count)| score.saturating_mul(count)).sum::<i64>();
        let count = u64::try_from(self.scores.iter().sum::<i64>()).ok()?;
        u64::try_from(sum).ok()?.saturating_mul(100).checked_div(count)
    }

    /// How many of ten thousand ratings were 1 or 2; none where nobody gave one.
    pub fn low_ratings(&self) -> Option<u64> {
        share(self.ratings.iter().take(2).sum(), self.rated())
    }

    /// How many of ten thousand ratings were 4 or 5; none where nobody gave one.
    pub fn high_ratings(&self) -> Option<u64> {
        share(self.ratings.iter().skip(3).sum(), self.rated())
    }
}

/// So many of ten thousand; none of nothing.
fn share(part: u64, whole: u64) -> Option<u64> {
    part.saturating_mul(10_000).checked_div(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(seconds: &[u64]) -> Times {
        let mut times = Times::default();
        seconds.iter().for_each(|one| times.push(Span::from_seconds(*one)));
        times
    }

    #[test]
    fn statistics_are_exact() {
        let mut odd = times(&[30, 10, 20]);
        assert_eq!(odd.median(), Some(Span::from_seconds(20)));
        assert_eq!(odd.mean(), Some(Span::from_seconds(20)));
        assert_eq!(odd.ninetieth(), Some(Span::from_seconds(30)));
        let mut even = times(&[40, 10, 30, 20]);
        assert_eq!(even.median(), Some(Span::from_seconds(25)));
        // The ninth of ten, not the tenth.
        let mut ten = times(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]);
        assert_eq!(ten.ninetieth(), Some(Span::from_seconds(9)));
        // One more after it was asked is counted too.
        ten.push(Span::from_seconds(0));
        assert_eq!(ten.median(), Some(Span::from_seconds(5)));
    }

    #[test]
    fn of_nothing_there_is_no_figure() {
        let mut none = Times::default();
        assert_eq!((none.median(), none.mean(), none.ninetieth()), (None, None, None));
        let nothing = Figures::default();
        for share in [
            Figures::within_sla,
            Figures::resolution_rate,
            Figures::escalation_rate,
            Figures::replies_each,
            Figures::touches_each,
            Figures::correction_rate,
            Figures::help_rate,
            Figures::availability,
            Figures::load,
            Figures::answer_rate,
            Figures::mean_rating,
            Figures::mean_score,
            Figures::low_ratings,
            Figures::high_ratings,
        ] {
            assert_eq!(share(&nothing), None);
        }
    }

    #[test]
    fn worked_examples_of_shares_and_means() {
        let figures = Figures {
            opened: 8,
            resolved: 6,
            escalated: 2,
            resolved_replies: 9,
            resolved_touches: 15,
            rule_took: 3,
            corrected: 1,
            offered: 4,
            helped: 1,
            asked: 5,
            asked_answered: 4,
            ratings: [1, 0, 1, 1, 2],
            scores: [0, 1, 0, 2, 1],
            ..Figures::default()
        };
        // 6 of 8, 2 of 8; 9 and 15 for 6 tickets; 1 of 3; 1 of 4.
        assert_eq!((figures.resolution_rate(), figures.escalation_rate()), (Some(7_500), Some(2_500)));
        assert_eq!((figures.replies_each(), figures.touches_each()), (Some(150), Some(250)));
        assert_eq!((figures.correction_rate(), figures.help_rate()), (Some(3_333), Some(2_500)));
        // 1 + 3 + 4 + 5 + 5 are 18 of five people: 3.6; one of five said 1 or 2, three 4 or 5.
        assert_eq!((figures.rated(), figures.answer_rate(), figures.mean_rating()), (5, Some(8_000), Some(360)));
        // 2 + 4 + 4 + 5 are 15 of four scores.
        assert_eq!(figures.mean_score(), Some(375));
        assert_eq!((figures.low_ratings(), figures.high_ratings()), (Some(2_000), Some(6_000)));
    }
}
