//! What drawing and asking for reviews does to the pools and to the ticket.

use crate::base::{ContactId, TicketId, Timestamp};

use super::super::review::{FinishedTicket, Review, ReviewPool};
use super::super::row::{RowId, Rows};
use super::{IllegalChange, Outcome, edit};

pub(super) fn awaited<R: Rows>(rows: &mut R, ticket: TicketId, agent: ContactId, finished: FinishedTicket) -> Outcome<R> {
    edit_pool(rows, agent, |pool| pool.add(ticket, finished))
}

pub(super) fn drawn<R: Rows>(rows: &mut R, agent: ContactId, until: Timestamp) -> Outcome<R> {
    edit_pool(rows, agent, |pool| pool.drawn(until))
}

pub(super) fn asked<R: Rows>(
    rows: &mut R,
    ticket: TicketId,
    (agent, reviewer): (ContactId, ContactId),
    again: bool,
    at: Timestamp,
) -> Outcome<R> {
    edit(rows, ticket, at, |row| {
        let verdict = row.review.take().and_then(|review| review.verdict);
        row.review = Some(Box::new(Review { agent, reviewer, asked_at: Some(at), verdict }));
    })?;
    if again {
        return Ok(());
    }
    edit_pool(rows, agent, |pool| {
        pool.asked.insert(ticket);
        // An emptied pool has forgotten when it was drawn from.
        pool.drawn_at = pool.drawn_at.max(Some(at));
    })
}

/// A pool without tickets is none, and its agent is not looked at any more.
fn edit_pool<R: Rows>(rows: &mut R, agent: ContactId, change: impl FnOnce(&mut ReviewPool)) -> Outcome<R> {
    use IllegalChange::Rows as Broken;
    let mut pool = rows.review_pool(agent).map_err(Broken)?.unwrap_or_default();
    change(&mut pool);
    let is_empty = pool.finished.is_empty() && pool.asked.is_empty();
    if is_empty {
        rows.delete(&RowId::ReviewPool(agent)).map_err(Broken)?;
    } else {
        rows.put_review_pool(agent, pool).map_err(Broken)?;
    }
    let mut reviews = rows.reviews().map_err(Broken)?.unwrap_or_default();
    let is_changed = if is_empty { reviews.agents.remove(&agent) } else { reviews.agents.insert(agent) };
    if is_changed { rows.put_reviews(reviews).map_err(Broken) } else { Ok(()) }
}
