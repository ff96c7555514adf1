//! What the desk asks of the state besides rows by id. Each query is bounded and reads an index in order.
//!
//! Drafts and views answer with the same code; a draft's answers contain what it and the drafts before it in the group wrote.

use std::collections::BTreeSet;

use crate::base::{ContactId, Digest, OutboxId, QuarantineId, Seq, StaffName, TeamName, TicketId, Timestamp};
use crate::domain::{DeadlineKind, Entry, LetterState, OutboxItem, Quarantined, Rows, Status, Ticket};

use super::error::StoreError;
use super::line::JournalRecord;
use super::{index, key};

/// Rows by more than their id, texts of the spool and records of the journal.
///
/// Every method fails with [`StoreError`] when the state, the spool or the journal cannot be read.
#[expect(clippy::missing_errors_doc, reason = "said once for all of them, above")]
pub trait Queries: Rows<Error = StoreError> {
    /// At most `limit` keys of the state with `from <= key < to`, in order.
    fn keys(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Vec<u8>>, StoreError>;

    /// The bytes of a text; [`StoreError::NoText`] if there is none of this name.
    fn text(&self, digest: Digest) -> Result<Vec<u8>, StoreError>;

    /// At most `limit` committed records of the journal from `from` on.
    fn records(&self, from: Seq, limit: usize) -> Result<Vec<JournalRecord>, StoreError>;

    /// The last committed record of the journal; number 0 where there is none.
    fn last_record(&self) -> Seq;

    /// What is due at `now`, the oldest first.
    fn due_deadlines(&self, now: Timestamp, limit: usize) -> Result<Vec<(Timestamp, TicketId, DeadlineKind)>, StoreError> {
        let keys = self.keys(key::DEADLINE, &key::deadlines_before(just_after(now)), limit)?;
        Ok(keys.iter().filter_map(|key| key::read_deadline(key)).collect())
    }

    /// When something is due next.
    fn next_deadline(&self) -> Result<Option<Timestamp>, StoreError> {
        let keys = self.keys(key::DEADLINE, &key::end_of(key::DEADLINE), 1)?;
        Ok(keys.first().and_then(|key| key::read_deadline(key)).map(|(at, _, _)| at))
    }

    /// Letters that are to be sent at `now`, those that have waited longest first.
    fn due_letters(&self, now: Timestamp, limit: usize) -> Result<Vec<OutboxId>, StoreError> {
        let keys = self.keys(key::WAITING, &key::waiting_before(just_after(now)), limit)?;
        Ok(keys.iter().filter_map(|key| key::read_waiting(key)).map(|(_, letter)| letter).collect())
    }

    /// When a letter is to be sent next.
    fn next_letter_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let keys = self.keys(key::WAITING, &key::end_of(key::WAITING), 1)?;
        Ok(keys.first().and_then(|key| key::read_waiting(key)).map(|(at, _)| at))
    }

    /// Letters of a state, or all, with numbers above `after`, in order.
    fn letters(&self, state: Option<LetterState>, after: OutboxId, limit: usize) -> Result<Vec<OutboxItem>, StoreError> {
        let (from, end) = match state {
            Some(state) if state.is_waiting() => return waiting_letters(self, state, after, limit),
            Some(state) => (key::letter_in(state, after.next()), key::end_of(&key::letters_in(state))),
            None => (key::row(&crate::domain::RowId::Letter(after.next())), key::end_of(key::LETTER)),
        };
        let keys = self.keys(&from, &end, limit)?;
        rows(keys.iter().filter_map(|key| key::read_letter(key)), |letter| self.letter(letter))
    }

    /// Tickets of a participant with exactly this base subject, the newest first.
    fn tickets_by_subject(&self, contact: ContactId, base_subject: &str, limit: usize) -> Result<Vec<Ticket>, StoreError> {
        newest_tickets(self, &key::tickets_about(contact, index::subject(base_subject)), limit)
    }

    /// Tickets that a contact opened, the newest first.
    fn tickets_of(&self, contact: ContactId, limit: usize) -> Result<Vec<Ticket>, StoreError> {
        let own = |ticket| Ok(self.ticket(ticket)?.filter(|ticket| ticket.requester == contact));
        // They stand beside those that he only takes part in.
        numbers_with(self, contact)?.into_iter().rev().filter_map(|ticket| own(ticket).transpose()).take(limit).collect()
    }

    /// Tickets that a contact opened or takes part in, the newest first.
    fn tickets_with(&self, contact: ContactId, limit: usize) -> Result<Vec<Ticket>, StoreError> {
        rows(numbers_with(self, contact)?.into_iter().rev().take(limit), |ticket| self.ticket(ticket))
    }

    /// Tickets of an assignee: the unfinished first, of them the newest first.
    fn tickets_assigned(&self, contact: ContactId, limit: usize) -> Result<Vec<Ticket>, StoreError> {
        newest_tickets(self, &key::tickets_assigned(contact), limit)
    }

    /// Tickets of a team: the unfinished first, of them the newest first.
    fn tickets_of_team(&self, team: &TeamName, limit: usize) -> Result<Vec<Ticket>, StoreError> {
        newest_tickets(self, &key::tickets_of_team(team), limit)
    }

    /// Tickets of a status, or all, with numbers above `after`, in order.
    fn tickets(&self, status: Option<Status>, after: TicketId, limit: usize) -> Result<Vec<Ticket>, StoreError> {
        let (from, end) = match status {
            Some(status) => (key::ticket_in(status, after.next()), key::end_of(&key::tickets_in(status))),
            None => (key::row(&crate::domain::RowId::Ticket(after.next())), key::end_of(key::TICKET)),
        };
        let keys = self.keys(&from, &end, limit)?;
        rows(keys.iter().filter_map(|key| key::read_ticket(key)), |ticket| self.ticket(ticket))
    }

    /// How many tickets have a status. Reads an index, no rows.
    fn ticket_count(&self, status: Status) -> Result<usize, StoreError> {
        count(self, &key::tickets_in(status))
    }

    /// How many letters are in a state. Reads an index, and the rows of those that wait.
    fn letter_count(&self, state: LetterState) -> Result<usize, StoreError> {
        if state.is_waiting() {
            return waiting_letters(self, state, OutboxId::default(), usize::MAX).map(|letters| letters.len());
        }
        count(self, &key::letters_in(state))
    }

    /// How many messages are set aside.
    fn quarantine_count(&self) -> Result<usize, StoreError> {
        count(self, key::QUARANTINED)
    }

    /// The entries of a ticket in order; none if there is no such ticket.
    fn entries(&self, ticket: TicketId) -> Result<Vec<Entry>, StoreError> {
        let count = self.ticket(ticket)?.map_or(0, |ticket| ticket.entries);
        let numbers = std::iter::successors(Some(key::FIRST_ENTRY), |number| Some(number.next()));
        rows(numbers.take_while(|number| number.get() <= count), |number| self.entry(ticket, number))
    }

    /// The names of everybody who belonged to the staff, or was invited, when the configuration was last taken on.
    fn known_staff(&self, limit: usize) -> Result<BTreeSet<StaffName>, StoreError> {
        let mut names = BTreeSet::new();
        for prefix in [key::STAFF, key::INVITATION] {
            names.extend(self.keys(prefix, &key::end_of(prefix), limit)?.iter().filter_map(|key| key::read_staff(key)));
        }
        Ok(names)
    }

    /// Messages set aside with numbers above `after`, in order.
    fn quarantined_after(&self, after: QuarantineId, limit: usize) -> Result<Vec<Quarantined>, StoreError> {
        let from = key::row(&crate::domain::RowId::Quarantined(after.next()));
        let keys = self.keys(&from, &key::end_of(key::QUARANTINED), limit)?;
        rows(keys.iter().filter_map(|key| key::read_quarantined(key)), |id| self.quarantined(id))
    }

    /// Committed records that concern a ticket, after the record `after`, in order.
    fn history(&self, ticket: TicketId, after: Seq, limit: usize) -> Result<Vec<JournalRecord>, StoreError> {
        let keys = self.keys(&key::history(ticket, after.next()), &key::end_of(&key::history_of(ticket)), limit)?;
        let mut records = Vec::with_capacity(keys.len());
        for seq in keys.iter().filter_map(|key| key::read_record(key)) {
            records.extend(self.records(seq, 1)?);
        }
        Ok(records)
    }
}

/// The tickets that a contact opened or takes part in; in the index they stand by their subjects.
fn numbers_with<Q: Queries + ?Sized>(rows_of: &Q, contact: ContactId) -> Result<BTreeSet<TicketId>, StoreError> {
    let prefix = key::tickets_of(contact);
    let keys = rows_of.keys(&prefix, &key::end_of(&prefix), usize::MAX)?;
    Ok(keys.iter().filter_map(|key| key::read_newest_ticket(key)).collect())
}

fn newest_tickets<Q: Queries + ?Sized>(rows_of: &Q, prefix: &[u8], limit: usize) -> Result<Vec<Ticket>, StoreError> {
    let keys = rows_of.keys(prefix, &key::end_of(prefix), limit)?;
    rows(keys.iter().filter_map(|key| key::read_newest_ticket(key)), |ticket| rows_of.ticket(ticket))
}

fn count<Q: Queries + ?Sized>(rows_of: &Q, prefix: &[u8]) -> Result<usize, StoreError> {
    rows_of.keys(prefix, &key::end_of(prefix), usize::MAX).map(|keys| keys.len())
}

/// Letters that wait have one index for all their states, by time.
fn waiting_letters<Q: Queries + ?Sized>(
    rows_of: &Q,
    state: LetterState,
    after: OutboxId,
    limit: usize,
) -> Result<Vec<OutboxItem>, StoreError> {
    let keys = rows_of.keys(key::WAITING, &key::end_of(key::WAITING), usize::MAX)?;
    let letters = keys.iter().filter_map(|key| key::read_waiting(key)).map(|(_, letter)| letter);
    let letters: BTreeSet<_> = letters.filter(|letter| *letter > after).collect();
    let of_state = |letter| Ok(rows_of.letter(letter)?.filter(|item| item.state == state));
    letters.into_iter().filter_map(|letter| of_state(letter).transpose()).take(limit).collect()
}

fn rows<I, T>(ids: impl Iterator<Item = I>, get: impl Fn(I) -> Result<Option<T>, StoreError>) -> Result<Vec<T>, StoreError> {
    ids.filter_map(|id| get(id).transpose()).collect()
}

const fn just_after(now: Timestamp) -> Timestamp {
    Timestamp::from_millis(now.as_millis().saturating_add(1))
}
