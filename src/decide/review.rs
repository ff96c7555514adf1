//! Reviews of quality: which finished tickets are drawn, and who is asked about them.
//!
//! Each agent has a pool of the tickets that he answered for and that were finished since the last drawing, kept up to date by whatever
//! finishes one; so a drawing reads as many tickets as a pool holds, however many the desk has. What is drawn follows from lots that
//! the tickets have ([`FinishedTicket::lot`]). What nobody has scored after a week is asked about once more, in the place of another
//! ticket: no reviewer gets more letters for having missed some.

use std::collections::BTreeMap;

use crate::base::{ContactId, Digest, Span, TicketId, Timestamp};
use crate::domain::{
    Actor, Cause, Change, FinishedTicket, Letter, LetterKind, LetterNote, Notice, Plan, ReviewNotice, ReviewPool, Status, Ticket,
};
use crate::policy::{Member, Policy, Quality, Roster};

use super::survey::finished_since;

/// What was finished longer ago is not drawn any more, if the desk was down at the time of the drawing.
const WEEK: Span = Span::from_days(7);

/// Notes that a ticket was finished from now on and may be drawn. `by`: who of the staff has done that.
pub(super) fn expect(
    (policy, roster): (&Policy, &Roster),
    ticket: &Ticket,
    by: Option<ContactId>,
    now: Timestamp,
    changes: &mut Vec<Change>,
) {
    let agent = ticket.assignee.filter(|agent| roster.name(*agent).is_some());
    let (Some(_), Some(agent)) = (&policy.service.quality, agent) else { return };
    if finished_since(ticket) == Some(now) && ticket.review.is_none() && is_reviewed(ticket) {
        changes.push(Change::ReviewAwaited { ticket: ticket.id, agent, by });
    }
}

/// Is it a ticket whose handling can be judged: finished, a real one, and answered by a person?
fn is_reviewed(ticket: &Ticket) -> bool {
    matches!(ticket.status, Status::Resolved | Status::Closed) && ticket.practice.is_none() && ticket.first_reply_at.is_some()
}

/// What drawing an agent's tickets needs to know.
#[derive(Clone, Copy, Debug)]
pub struct DrawFacts<'a> {
    /// Whose tickets they are.
    pub agent: ContactId,
    /// What may be drawn, and was drawn the last time.
    pub pool: &'a ReviewPool,
    /// The same tickets as they are now.
    pub tickets: &'a BTreeMap<TicketId, Ticket>,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The time of the schedule.
    pub due: Timestamp,
    /// The present.
    pub now: Timestamp,
}

/// Draws an agent's tickets of the week, and asks about them. Where there is nothing to ask, nobody is written to.
pub fn draw(facts: &DrawFacts<'_>) -> Plan {
    let mut plan = Plan { actor: Actor::Desk, cause: Cause::Desk, ..Plan::default() };
    plan.changes.push(Change::ReviewsDrawn { agent: facts.agent, until: facts.due });
    let member = facts.policy.member(facts.roster, facts.agent);
    let (Some(quality), Some(member)) = (&facts.policy.service.quality, member) else { return plan };
    let again = unscored(facts, quality.per_agent);
    let room = quality.per_agent.saturating_sub(again.len());
    for (ticket, reviewer, since) in again {
        ask(&mut plan, (ticket, facts.agent, reviewer), Some(since));
    }
    for (ticket, reviewer) in fresh(facts, quality, member, room) {
        ask(&mut plan, (ticket, facts.agent, reviewer), None);
    }
    plan
}

/// Tickets that were drawn the last time and that nobody has scored, with who was asked and when.
fn unscored(facts: &DrawFacts<'_>, most: usize) -> Vec<(TicketId, ContactId, Timestamp)> {
    let drawn = facts.pool.asked.iter().filter_map(|ticket| facts.tickets.get(ticket));
    let drawn = drawn.filter(|ticket| !matches!(ticket.status, Status::Spam | Status::Merged));
    let open = drawn.filter_map(|ticket| {
        let review = ticket.review.as_ref().filter(|review| review.verdict.is_none())?;
        let is_staff = facts.roster.name(review.reviewer).is_some();
        is_staff.then_some((ticket.id, review.reviewer, review.asked_at?))
    });
    open.take(most).collect()
}

/// A ticket that may be drawn: when it was finished, its lot, and who would review it.
type Candidate = (Timestamp, Digest, TicketId, ContactId);

/// Tickets of the week that have somebody to review them, so many of them.
fn fresh(facts: &DrawFacts<'_>, quality: &Quality, member: &Member, most: usize) -> Vec<(TicketId, ContactId)> {
    let is_of_week = |at: Timestamp| at <= facts.due && facts.due.since(at) <= WEEK;
    let candidate = |(id, finished): (&TicketId, &FinishedTicket)| {
        let ticket = facts.tickets.get(id).filter(|ticket| is_of_week(finished.at) && is_reviewed(ticket))?;
        if ticket.assignee != Some(facts.agent) || ticket.review.is_some() {
            return None;
        }
        let reviewer = quality.reviewer_of((member, ticket, *finished), facts.policy, facts.roster, facts.now)?;
        Some((finished.at, finished.lot(*id), *id, reviewer))
    };
    let candidates = facts.pool.finished.iter().filter_map(candidate).collect();
    spread(candidates, most).into_iter().map(|(_, _, ticket, reviewer)| (ticket, reviewer)).collect()
}

/// So many of the candidates, spread over the week: it is cut into as many parts of as many tickets, and of each the one with the
/// smallest lot is drawn.
fn spread(mut candidates: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    candidates.sort();
    let (count, parts) = (candidates.len(), most.min(candidates.len()));
    let mut drawn = Vec::with_capacity(parts);
    let mut rest = candidates.into_iter().enumerate().peekable();
    for part in 1..=parts {
        let end = count.saturating_mul(part) / parts;
        let of_part = std::iter::from_fn(|| rest.next_if(|(place, _)| *place < end));
        drawn.extend(of_part.map(|(_, candidate)| candidate).min_by_key(|(_, lot, ..)| *lot));
    }
    drawn
}

fn ask(plan: &mut Plan, (ticket, agent, reviewer): (TicketId, ContactId, ContactId), since: Option<Timestamp>) {
    plan.changes.push(Change::ReviewAsked { ticket, agent, reviewer, again: since.is_some() });
    let notices = since.map(|since| Notice::Review(ReviewNotice::AskedAgain { since })).into_iter().collect();
    let note = LetterNote { notices, ..LetterNote::default() };
    plan.letters.push(Letter { kind: LetterKind::QualityReview, to: reviewer, ticket: Some(ticket), entry: None, note });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(number: u32) -> Candidate {
        let (ticket, finished) = (TicketId::new(number), FinishedTicket { at: Timestamp::from_seconds(number.into()), by: None });
        (finished.at, finished.lot(ticket), ticket, ContactId::new(9))
    }

    fn drawn(numbers: std::ops::RangeInclusive<u32>, most: usize) -> Vec<u32> {
        spread(numbers.rev().map(candidate).collect(), most).iter().map(|(_, _, ticket, _)| ticket.get()).collect()
    }

    #[test]
    fn each_part_of_the_week_has_its_ticket_and_the_lot_decides_which() {
        for most in 1..=7 {
            let drawn = drawn(1..=21, most);
            assert_eq!(drawn.len(), most);
            for (part, number) in drawn.iter().enumerate() {
                let of_part: Vec<u32> =
                    (1..=21).filter(|one| (0..most).rfind(|part| 21 * part / most < *one as usize) == Some(part)).collect();
                assert_eq!(of_part.iter().min_by_key(|one| candidate(**one).1), Some(number), "part {part} of {most}");
            }
        }
    }

    #[test]
    fn of_few_tickets_all_are_drawn_and_of_none_none() {
        assert_eq!(drawn(1..=3, 5), [1, 2, 3]);
        assert!(spread(Vec::new(), 5).is_empty());
        assert_eq!(drawn(1..=3, 0), Vec::<u32>::new());
    }
}
