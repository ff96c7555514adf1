//! Scores of reviews as samples: one of each criterion, and one of the ticket. What is taken back is taken from the time at which it was
//! said, so that no later week has less than nothing.

use crate::base::Timestamp;
use crate::domain::{Change, Rating, Verdict};

use super::fold::Catalogue;
use super::running::{Noted, Running};
use super::sample::{Sample, What};

/// Room for a score beside the place of its criterion.
const SCORES: i32 = 8;

/// A score as the number of a sample: below zero where it is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Score {
    /// The place of its criterion's name.
    pub(super) criterion: i32,
    /// From 1 to 5.
    pub(super) score: i32,
    /// It counts no more.
    pub(super) is_taken_back: bool,
}

impl Score {
    const fn to_number(self) -> i32 {
        let number = self.criterion.saturating_mul(SCORES).saturating_add(self.score);
        if self.is_taken_back { number.saturating_neg() } else { number }
    }

    pub(super) const fn of_number(number: i32) -> Self {
        let whole = number.saturating_abs();
        Self { criterion: whole / SCORES, score: whole % SCORES, is_taken_back: number < 0 }
    }
}

/// What a review comes to for a ticket as it was before: what is not said any more, then what is said anew.
pub(super) fn noted(change: &Change, before: Option<&Running>, catalogue: &mut Catalogue) -> Vec<Noted> {
    let Change::Reviewed { agent, verdict, before: old, .. } = change else { return Vec::new() };
    let new = Verdict::scores_of(verdict.as_deref());
    let said = |criterion: &str| before.and_then(|running| running.scored.get(criterion).copied());
    let mut noted = Vec::new();
    let mut note = |criterion: &str, score: Rating, taken_from: Option<Timestamp>| {
        let place = catalogue.criterion_place(criterion);
        let score = Score { criterion: place, score: score.get().into(), is_taken_back: taken_from.is_some() };
        noted.push((What::Scored, taken_from, Some(*agent), score.to_number()));
    };
    for (criterion, score) in old.iter().filter(|(criterion, score)| new.get(*criterion) != Some(*score)) {
        // Of what nobody knows when it was said nothing is to be taken.
        said(criterion).into_iter().for_each(|at| note(criterion, *score, Some(at)));
    }
    for (criterion, score) in new.iter().filter(|(criterion, score)| old.get(*criterion) != Some(*score)) {
        note(criterion, *score, None);
    }
    match (old.is_empty(), new.is_empty()) {
        (true, false) => noted.push((What::Reviewed, None, Some(*agent), 1)),
        (false, true) => {
            let since = before.and_then(|running| running.reviewed);
            noted.extend(since.map(|since| (What::Reviewed, Some(since), Some(*agent), -1)));
        }
        _ => {}
    }
    noted
}

impl Running {
    /// Remembers when what was said.
    pub(super) fn review(&mut self, change: &Change, at: Timestamp) {
        let Change::Reviewed { verdict, before, .. } = change else { return };
        let new = Verdict::scores_of(verdict.as_deref());
        self.scored.retain(|criterion, _| new.contains_key(criterion));
        for (criterion, _) in new.iter().filter(|(criterion, score)| before.get(*criterion) != Some(*score)) {
            self.scored.insert(criterion.clone(), at);
        }
        self.reviewed = if new.is_empty() { None } else { self.reviewed.filter(|_| !before.is_empty()).or(Some(at)) };
    }
}

/// The sample at the time for which it counts.
pub(super) fn placed(sample: &Sample) -> Sample {
    let is_taken_back = matches!(sample.what, What::Scored | What::Reviewed) && sample.number < 0;
    let at = sample.since.filter(|_| is_taken_back).unwrap_or(sample.at);
    Sample { at, ..*sample }
}
