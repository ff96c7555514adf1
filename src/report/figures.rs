//! The figures of one row, and exact statistics of spans.

use crate::base::Span;

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
    pub rule_took: u64,
    pub corrected: u64,
    pub acknowledged: u64,
    pub withheld: u64,
    pub bounced: u64,
    pub quarantined: u64,
}

impl Figures {
    /// Of ten thousand promises that were kept or broken, how many were kept; none where there was none.
    pub fn within_sla(&self) -> Option<u64> {
        let (kept, broken): (u64, u64) = (self.kept.iter().sum(), self.broken.iter().sum());
        kept.saturating_mul(10_000).checked_div(kept.saturating_add(broken))
    }
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
        assert_eq!(Figures::default().within_sla(), None);
    }
}
