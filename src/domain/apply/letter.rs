//! What a letter's steps do: to the outbox, to what is known of messages, to the counts that bound automatic mail.

use crate::base::{Digest, OutboxId, Timestamp};

use super::super::letter::LetterKind;
use super::super::outbox::{LetterState, OutboxItem};
use super::super::row::{Known, Rows, Tally, VolumeKey};
use super::{IllegalChange, Outcome, count, edit, learn_message, tell};

pub(super) fn letter_queued<R: Rows>(rows: &mut R, item: &OutboxItem, at: Timestamp) -> Outcome<R> {
    use IllegalChange::Rows as Broken;
    let mut counters = rows.counters().map_err(Broken)?.unwrap_or_default();
    if item.id <= counters.outbox {
        return Err(IllegalChange::Exists(format!("letter {}", item.id)));
    }
    counters.outbox = item.id;
    rows.put_counters(counters).map_err(Broken)?;
    if let Some(ticket) = item.ticket {
        if let Some(id) = item.message_id.known() {
            learn_message(rows, id.digest(), Known { ticket, entry: item.entry })?;
        }
        if !item.kind.is_written_by_person() {
            edit(rows, ticket, at, |row| {
                let times = row.automatic.entry(item.contact).or_default();
                times.retain(|&then| at.since(then) < crate::base::Span::from_hours(24));
                times.push(at);
            })?;
        }
        if item.kind == LetterKind::Received {
            let subject =
                rows.ticket(ticket).map_err(Broken)?.map(|row| row.base_subject).unwrap_or_else(|| String::new().into());
            count(rows, VolumeKey::AcksAbout(item.contact, Digest::of(subject.text().as_bytes())), at)?;
        }
    }
    match item.kind {
        LetterKind::NotAccepted => count(rows, VolumeKey::RefusalsTo(item.contact), at)?,
        LetterKind::OwnTickets => count(rows, VolumeKey::ListsTo(item.contact), at)?,
        _ => {}
    }
    if item.kind.answers_anybody() {
        count(rows, VolumeKey::Acks, at)?;
        count(rows, VolumeKey::AcksTo(item.contact), at)?;
        if let Some(address) = item.to.known() {
            count(rows, VolumeKey::AcksToDomain(address.domain().to_ascii_lowercase()), at)?;
        }
    }
    rows.put_letter(item.id, item.clone()).map_err(Broken)
}

pub(super) fn step_letter<R: Rows>(
    rows: &mut R,
    id: OutboxId,
    to: LetterState,
    change: impl FnOnce(&mut OutboxItem),
) -> Outcome<R> {
    let mut row = rows.letter(id).map_err(IllegalChange::Rows)?.ok_or(IllegalChange::NoLetter(id))?;
    if !row.state.may_become(to) {
        return Err(IllegalChange::Letter { letter: id, from: row.state, to });
    }
    row.state = to;
    change(&mut row);
    rows.put_letter(id, row).map_err(IllegalChange::Rows)
}

/// Counts a letter that is not tried any more. Not the operator's own: telling him by mail that his mail fails would have no end.
pub(super) fn given_up<R: Rows>(rows: &mut R, letter: OutboxId, at: Timestamp, count: impl FnOnce(&mut Tally)) -> Outcome<R> {
    let row = rows.letter(letter).map_err(IllegalChange::Rows)?;
    if row.is_none_or(|row| row.kind == LetterKind::Operator) { Ok(()) } else { tell(rows, at, count) }
}
