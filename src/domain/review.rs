//! Reviews: what somebody who leads people thinks of how a ticket was handled, and which tickets he is to be asked about.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, Digest, Private, TicketId, Timestamp, limit};

use super::survey::Rating;

/// What became of asking somebody to review a ticket. Scores that nobody was asked for make one too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Whose work it is about.
    pub agent: ContactId,
    /// Who was asked, or has scored it last.
    pub reviewer: ContactId,
    /// When he was asked last; none: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<Timestamp>,
    /// What was said; none: nothing yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// What a reviewer said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// His scores, by the names of the criteria.
    pub scores: BTreeMap<String, Rating>,
    /// What he said besides; the agent and whoever reviews read it, nobody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Private<String>>,
}

impl Verdict {
    /// The scores alone.
    pub fn scores_of(verdict: Option<&Self>) -> BTreeMap<String, Rating> {
        verdict.map(|verdict| verdict.scores.clone()).unwrap_or_default()
    }
}

/// Tickets of one agent that may be drawn for a review, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPool {
    /// Finished since the last drawing. Bounded: those stay that the lot favours, so that it is as if all had stayed.
    #[serde(default)]
    pub finished: BTreeMap<TicketId, FinishedTicket>,
    /// Drawn the last time: what nobody has scored by the next one is asked about once more.
    #[serde(default)]
    pub asked: BTreeSet<TicketId>,
    /// The last time at which was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawn_at: Option<Timestamp>,
}

/// A ticket that was finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedTicket {
    /// When.
    pub at: Timestamp,
    /// By whom of the staff; none: by the desk, or by the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ContactId>,
}

impl FinishedTicket {
    /// Its lot: of some tickets those with the smallest are drawn. It follows from what is written down, so that a replay draws the
    /// same, and from the very moment at which the ticket was finished, so that nobody can know it before.
    pub fn lot(&self, ticket: TicketId) -> Digest {
        let mut bytes = [0; 12];
        let parts = ticket.get().to_be_bytes().into_iter().chain(self.at.as_millis().to_be_bytes());
        bytes.iter_mut().zip(parts).for_each(|(place, byte)| *place = byte);
        Digest::of(&bytes)
    }
}

impl ReviewPool {
    /// One more may be drawn.
    pub(super) fn add(&mut self, ticket: TicketId, finished: FinishedTicket) {
        self.finished.insert(ticket, finished);
        if self.finished.len() > limit::REVIEW_POOL
            && let Some(last) = self.finished.iter().max_by_key(|(id, one)| one.lot(**id)).map(|(id, _)| *id)
        {
            self.finished.remove(&last);
        }
    }

    /// The drawing of this time is made: what was there until then has had its turn.
    pub(super) fn drawn(&mut self, at: Timestamp) {
        self.finished.retain(|_, finished| finished.at > at);
        self.asked.clear();
        self.drawn_at = Some(at);
    }
}

/// Of whom tickets wait to be drawn, and when was drawn last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviews {
    /// Who has a pool.
    #[serde(default)]
    pub agents: BTreeSet<ContactId>,
    /// The last time of the schedule that was seen to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Timestamp>,
}

/// What there is to say about reviews; the words stand in `notify`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant says what happened; its fields are named for what they hold")]
pub enum ReviewNotice {
    /// The agent is told of the reader's review, which begins so in the receipt.
    Told {
        agent: String,
        has_comment: bool,
    },
    /// The score of a criterion, and the one that it takes the place of.
    Scored {
        criterion: String,
        score: Rating,
        before: Option<Rating>,
    },
    /// The review that the reader was told of counts no more.
    TakenBack {
        by: String,
    },
    /// Nobody has scored the ticket since it was drawn.
    AskedAgain {
        since: Timestamp,
    },
    NoSuchCriterion {
        name: String,
        nearest: Vec<String>,
        criteria: Vec<String>,
    },
    /// Scores go from 1 to 5.
    OutOfRange {
        criterion: String,
        score: String,
    },
    CommentTooLong {
        most: usize,
    },
    /// The settings have no criteria.
    NoCriteria,
    /// The ticket is nobody's of the staff.
    NobodysWork,
    OwnWork,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(second: i64) -> FinishedTicket {
        FinishedTicket { at: Timestamp::from_seconds(second), by: None }
    }

    #[test]
    fn a_full_pool_keeps_what_would_be_drawn_from_all() {
        let (mut pool, mut all) = (ReviewPool::default(), Vec::new());
        for number in 1..=500 {
            let (ticket, finished) = (TicketId::new(number), finished(i64::from(number) * 60));
            pool.add(ticket, finished);
            all.push((finished.lot(ticket), ticket));
        }
        all.sort();
        let best: BTreeSet<TicketId> = all.iter().take(limit::REVIEW_POOL).map(|(_, ticket)| *ticket).collect();
        assert_eq!(pool.finished.keys().copied().collect::<BTreeSet<_>>(), best);
    }

    #[test]
    fn what_was_finished_after_the_drawing_waits_for_the_next() {
        let mut pool = ReviewPool::default();
        pool.add(TicketId::new(1), finished(10));
        pool.add(TicketId::new(2), finished(11));
        pool.asked.insert(TicketId::new(3));
        pool.drawn(Timestamp::from_seconds(10));
        assert_eq!(pool.finished.keys().copied().collect::<Vec<_>>(), [TicketId::new(2)]);
        assert!(pool.asked.is_empty());
    }
}
