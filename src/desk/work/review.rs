//! Reviews of quality: draws each agent's tickets once a week, at the time of the settings.
//!
//! What was drawn last stands in the state: neither a restart nor a clock that jumps draws twice, and what was missed while the desk
//! was down is drawn once, late. One agent's tickets are drawn a tick, so that no tick writes the letters of a whole staff.

use std::collections::BTreeMap;

use crate::base::{ContactId, Timestamp};
use crate::decide::{DrawFacts, draw};
use crate::domain::{Actor, Cause, Change, Plan, ReviewPool, Rows};
use crate::store::{Disk, Keyspace};

use super::super::error::DeskError;
use super::super::receive::carry_out;
use super::Desk;

/// What came of looking whether tickets are to be drawn.
pub(super) struct Drawings {
    /// Of how many agents tickets were drawn.
    pub(super) drawn: usize,
    /// When it is time again.
    pub(super) next: Option<Timestamp>,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Draws what is due. Between two drawings nothing is looked at but the time of the next.
    pub(super) fn draw_reviews(&mut self, now: Timestamp) -> Result<Drawings, DeskError> {
        let policy = &self.settings.policy;
        let Some(every) = policy.service.quality.as_ref().map(|quality| quality.every) else {
            return Ok(Drawings { drawn: 0, next: None });
        };
        if let Some(next) = self.next_review.filter(|next| *next > now) {
            return Ok(Drawings { drawn: 0, next: Some(next) });
        }
        let zone = policy.calendar.zone().clone();
        let next = every.next(now, &zone);
        let reviews = self.store.draft().reviews()?.unwrap_or_default();
        if let Some(due) = every.last(now, &zone).filter(|due| reviews.seen.is_none_or(|seen| seen < *due)) {
            // Where reviews are new, the first week begins now.
            let agents = if reviews.seen.is_some() { reviews.agents } else { Default::default() };
            for agent in agents {
                let pool = self.store.draft().review_pool(agent)?.unwrap_or_default();
                if pool.drawn_at.is_none_or(|drawn| drawn < due) && self.draw_of(agent, &pool, due, now)? {
                    return Ok(Drawings { drawn: 1, next: Some(now) });
                }
            }
            let plan = Plan {
                actor: Actor::Desk,
                cause: Cause::Desk,
                changes: vec![Change::ReviewsSeen { at: due }],
                ..Plan::default()
            };
            let drafted = carry_out(self.store.draft(), &self.settings, plan, None, now)?;
            self.accept(drafted)?;
        }
        self.next_review = next;
        Ok(Drawings { drawn: 0, next })
    }

    /// Draws one agent's tickets. Is anybody asked about them?
    fn draw_of(&mut self, agent: ContactId, pool: &ReviewPool, due: Timestamp, now: Timestamp) -> Result<bool, DeskError> {
        let draft = self.store.draft();
        let mut tickets = BTreeMap::new();
        for id in pool.finished.keys().chain(&pool.asked) {
            tickets.extend(draft.ticket(*id)?.map(|ticket| (*id, ticket)));
        }
        let (policy, roster) = (&self.settings.policy, &self.settings.roster);
        let plan = draw(&DrawFacts { agent, pool, tickets: &tickets, policy, roster, due, now });
        let is_asked = !plan.letters.is_empty();
        let drafted = carry_out(draft, &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        Ok(is_asked)
    }
}
