//! What becomes of a letter after an attempt to send it.
//!
//! Temporary unless said otherwise, bounded by age. The answer that got lost is the one case in which a letter is sent twice, and
//! then with equal bytes and the same Message-ID (RFC 1047).

use crate::base::{ContactId, OutboxId, Span, Timestamp, limit};
use crate::domain::{Actor, Cause, Change, Counters, LetterKind, LetterState, Notice, OutboxItem, Plan, Ticket};
use crate::policy::{Policy, Roster};

use super::draft::Draft;
use super::intake::undelivered;

/// What an attempt to send came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttemptResult {
    /// The server has taken it.
    Sent {
        /// Its answer.
        response: String,
    },
    /// The server refuses this letter for good (5yz).
    Refused {
        /// Its answer.
        because: String,
    },
    /// It did not work now (4yz, no connection).
    Deferred {
        /// The trouble.
        because: String,
    },
    /// The connection broke after the message was handed over: it may have been taken.
    Unknown {
        /// The trouble.
        because: String,
    },
}

/// Waits after the first, second … attempt; the last one repeats. Short ones first, because a submission server is near
/// (RFC 5321 §4.5.4.1 asks for 30 minutes in general, of senders to foreign servers).
const WAITS: [Span; 7] = [
    Span::from_minutes(1),
    Span::from_minutes(5),
    Span::from_minutes(15),
    Span::from_minutes(30),
    Span::from_hours(1),
    Span::from_hours(2),
    Span::from_hours(4),
];

/// The attempts after which the agent is told that a letter is late: about 4 hours and a day after it was written.
const WARNINGS: [u32; 2] = [7, 12];

/// When a letter is tried again after so many attempts: the schedule with up to 10 % more, so that letters spread out.
pub fn retry_at(letter: OutboxId, attempts: u32, now: Timestamp) -> Timestamp {
    let step = usize::try_from(attempts.saturating_sub(1)).unwrap_or(usize::MAX).min(WAITS.len() - 1);
    let wait = WAITS.get(step).copied().unwrap_or(Span::from_hours(4));
    // No randomness: the spread follows from the letter, so that a rebuilt desk waits just as long.
    let spread = mix(letter.get().wrapping_add(u64::from(attempts) << 48)) % 100;
    now.plus(wait).plus(Span::from_millis(wait.as_millis() / 1000 * spread))
}

/// Spreads neighbouring numbers over the whole range (the last step of SplitMix64).
const fn mix(number: u64) -> u64 {
    let number = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// Records an attempt. Nothing where the letter is no longer being sent.
pub fn delivery(
    item: &OutboxItem,
    result: &AttemptResult,
    ticket: Option<&Ticket>,
    counters: Counters,
    operator: Option<ContactId>,
    (policy, roster): (&Policy, &Roster),
    now: Timestamp,
) -> Option<Plan> {
    if item.state != LetterState::Claimed {
        return None;
    }
    let mut draft = Draft::new(Actor::Desk, Cause::Delivery(item.id), counters, now);
    let letter = item.id;
    let too_old = now.since(item.queued_at) > limit::OUTBOX_AGE;
    let gave_up = match result {
        AttemptResult::Sent { response } => {
            draft.push(Change::LetterSent { letter, response: response.clone().into() });
            None
        }
        AttemptResult::Refused { because } => {
            draft.push(Change::LetterFailed { letter, because: because.clone().into() });
            Some(because.clone())
        }
        AttemptResult::Deferred { because } | AttemptResult::Unknown { because } if too_old => {
            draft.push(Change::LetterExpired { letter });
            Some(because.clone())
        }
        AttemptResult::Deferred { because } => {
            draft.push(Change::LetterDeferred {
                letter,
                until: retry_at(letter, item.attempts, now),
                because: because.clone().into(),
            });
            None
        }
        AttemptResult::Unknown { .. } => {
            draft.push(Change::LetterInDoubt { letter, until: retry_at(letter, item.attempts, now) });
            None
        }
    };
    // Letters to customers: their agent hears of trouble long before the desk gives up.
    if let AttemptResult::Deferred { because } = result
        && gave_up.is_none()
        && WARNINGS.contains(&item.attempts)
        && let Some(ticket) = ticket.filter(|_| item.kind.is_for_customer())
    {
        let address = item.to.known().map(ToString::to_string).unwrap_or_default();
        let notice = Notice::NotYetDelivered { address, since: item.queued_at, because: because.clone() };
        undelivered(&mut draft, policy, roster, operator, ticket, item, notice);
    }
    if let Some(because) = gave_up {
        if item.kind != LetterKind::DeliveryFailure && item.kind.is_for_customer() {
            draft.push(Change::ReachabilityChanged { contact: item.contact, reachable: false });
        }
        if let Some(ticket) = ticket {
            let address = item.to.known().map(ToString::to_string).unwrap_or_default();
            undelivered(&mut draft, policy, roster, operator, ticket, item, Notice::NotDelivered { address, because });
        }
    }
    Some(draft.finish())
}

/// Marks a letter that was being sent when the process ended.
pub fn in_doubt(item: &OutboxItem, counters: Counters, now: Timestamp) -> Plan {
    let mut draft = Draft::new(Actor::Desk, Cause::Delivery(item.id), counters, now);
    draft.push(Change::LetterInDoubt { letter: item.id, until: now });
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_four_hours_and_spread_by_a_tenth_at_most() {
        let now = Timestamp::from_seconds(0);
        for letter in 1..200 {
            let mut before = Span::ZERO;
            for attempts in 1..=12 {
                let wait = retry_at(OutboxId::new(letter), attempts, now).since(now);
                let step = WAITS[usize::try_from(attempts - 1).unwrap().min(WAITS.len() - 1)];
                assert!(wait >= step && wait.as_millis() <= step.as_millis() * 11 / 10, "{wait} after {attempts}");
                assert!(wait > before || attempts > 7);
                before = wait;
            }
        }
        let waits: std::collections::BTreeSet<_> = (1..100).map(|letter| retry_at(OutboxId::new(letter), 1, now)).collect();
        assert!(waits.len() > 20, "letters that failed together are not tried again together");
    }
}
