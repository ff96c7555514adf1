//! How much there is of everything at one moment: what `status` shows and `/metrics` tells.
//!
//! Indexes are counted, rows are read only of letters that wait. Finished tickets are not among them: there are ever more.

use crate::base::{Seq, Span, Timestamp};
use crate::decide::{MailboxHealth, STUCK};
use crate::domain::{Disposition, LetterState, Status};
use crate::store::Queries;

use super::error::DeskError;

/// States of letters that somebody should know of; the others are done.
const STATES: [LetterState; 7] = [
    LetterState::Queued,
    LetterState::Claimed,
    LetterState::Deferred,
    LetterState::InDoubt,
    LetterState::Failed,
    LetterState::Expired,
    LetterState::Dropped,
];

/// A deadline that has not fired for so long will not fire by itself: the timer looks every half minute.
const LATE: Span = Span::from_minutes(10);

/// Counts of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauges {
    /// Messages that have a disposition.
    pub received: u64,
    /// Of them, how many by each disposition.
    pub dispositions: Vec<(&'static str, u64)>,
    /// Unfinished tickets by status.
    pub tickets: Vec<(&'static str, u64)>,
    /// Letters by state, but for those that are sent.
    pub letters: Vec<(&'static str, u64)>,
    /// When the letter that waits longest was, or is, to be sent.
    pub letter: Option<Timestamp>,
    /// When the deadline that comes first was, or is, due.
    pub deadline: Option<Timestamp>,
    /// Messages set aside.
    pub quarantined: u64,
    /// The last record of the journal.
    pub record: Seq,
}

impl Gauges {
    pub(super) fn of(rows: &impl Queries) -> Result<Self, DeskError> {
        let counters = rows.counters()?.unwrap_or_default();
        let unfinished = Status::ALL.into_iter().filter(|status| status.is_unfinished());
        let tickets = unfinished.map(|status| Ok((status.as_str(), number(rows.ticket_count(status)?))));
        let letters = STATES.into_iter().map(|state| Ok((state.as_str(), number(rows.letter_count(state)?))));
        Ok(Self {
            received: counters.received,
            dispositions: Disposition::NAMES.into_iter().zip(counters.dispositions).collect(),
            tickets: tickets.collect::<Result<_, DeskError>>()?,
            letters: letters.collect::<Result<_, DeskError>>()?,
            letter: rows.next_letter_at()?,
            deadline: rows.next_deadline()?,
            quarantined: number(rows.quarantine_count()?),
            record: rows.last_record(),
        })
    }

    /// What an admin should look at, a sentence each; nothing where the desk does well.
    pub fn troubles(&self, mailboxes: &[MailboxHealth], now: Timestamp) -> Vec<String> {
        let has_passed = |at: &Timestamp, span| at.plus(span) <= now;
        let letter = self.letter.filter(|at| has_passed(at, STUCK));
        let letter = letter.map(|at| format!("mail waits to be sent since {at}: see maildesk outbox"));
        let deadline = self.deadline.filter(|at| has_passed(at, LATE));
        let deadline = deadline.map(|at| format!("what was due at {at} has not been done: see the daemon's log"));
        let stuck = mailboxes.iter().filter_map(|mailbox| {
            let trouble = mailbox.trouble.as_ref().filter(|trouble| has_passed(&trouble.since, STUCK))?;
            Some(format!("the mailbox {} cannot be read since {}: see maildesk status", mailbox.name(), trouble.since))
        });
        letter.into_iter().chain(deadline).chain(stuck).collect()
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::MailboxName;
    use crate::decide::MailboxTrouble;

    #[test]
    fn trouble_is_what_does_not_pass_by_itself() {
        let now = Timestamp::from_seconds(1_772_438_400);
        let ago = |minutes| Some(now.minus(Span::from_minutes(minutes)));
        let mailbox = |minutes| MailboxHealth {
            mailbox: MailboxName::new("support").expect("name"),
            folder: "INBOX".to_owned(),
            last_success: None,
            trouble: ago(minutes).map(|since| MailboxTrouble { since, because: "a password of theirs".to_owned() }),
        };
        let troubles = |letter, deadline, minutes| {
            let none = Vec::new;
            let (tickets, letters, dispositions) = (none(), none(), none());
            let gauges =
                Gauges { received: 0, dispositions, tickets, letters, letter, deadline, quarantined: 9, record: Seq::default() };
            gauges.troubles(&[mailbox(minutes)], now)
        };
        assert_eq!(troubles(ago(59), ago(9), 59), [""; 0]);
        assert_eq!(troubles(Some(now.plus(LATE)), Some(now.plus(LATE)), 0), [""; 0], "nothing is due yet");
        let all = troubles(ago(60), ago(10), 60);
        assert_eq!(all.len(), 3, "{all:?}");
        assert!(all[2].contains("support/INBOX") && !all[2].contains("password"), "{all:?}");
    }
}
