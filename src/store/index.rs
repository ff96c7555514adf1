//! The secondary indexes: which keys a row is found by besides its own.

use std::collections::BTreeSet;

use crate::base::Digest;
use crate::domain::{OutboxItem, Row, Ticket};

use super::key;

/// The index keys of a row; the indexes hold no values.
pub(super) fn keys(row: &Row) -> BTreeSet<Vec<u8>> {
    match row {
        Row::Ticket(ticket) => of_ticket(ticket),
        Row::Letter(letter) => of_letter(letter),
        _ => BTreeSet::new(),
    }
}

/// Is a row of this kind found by more than its own key?
pub(super) const fn is_indexed(row: &Row) -> bool {
    matches!(row, Row::Ticket(_) | Row::Letter(_))
}

/// Have both rows the same index keys? Told from the fields alone, because most changes of a ticket touch none of them.
pub(super) fn alike(one: &Row, other: &Row) -> bool {
    match (one, other) {
        (Row::Ticket(one), Row::Ticket(other)) => {
            one.status == other.status
                && one.requester == other.requester
                && one.assignee == other.assignee
                && one.team == other.team
                && one.participants == other.participants
                && one.base_subject == other.base_subject
                && one.deadlines == other.deadlines
        }
        (Row::Letter(one), Row::Letter(other)) => one.state == other.state && one.next_at == other.next_at,
        _ => false,
    }
}

/// What stands for a base subject in the index.
pub(super) fn subject(base_subject: &str) -> Digest {
    Digest::of(base_subject.as_bytes())
}

fn of_ticket(ticket: &Ticket) -> BTreeSet<Vec<u8>> {
    let mut keys = BTreeSet::from([key::ticket_in(ticket.status, ticket.id)]);
    if let Some(assignee) = ticket.assignee {
        keys.insert(key::ticket_assigned(assignee, ticket.status, ticket.id));
    }
    if let Some(team) = &ticket.team {
        keys.insert(key::ticket_of_team(team, ticket.status, ticket.id));
    }
    // The requester's tickets are found by this index too, so it has him whatever becomes of the participants and the subject.
    let about = ticket.base_subject.known().map(|base_subject| subject(base_subject)).unwrap_or_default();
    let people = ticket.participants.iter().chain([&ticket.requester]);
    keys.extend(people.map(|contact| key::ticket_about(*contact, about, ticket.id)));
    keys.extend(ticket.deadlines.iter().map(|(kind, due)| key::deadline(due.at, ticket.id, *kind)));
    keys
}

fn of_letter(letter: &OutboxItem) -> BTreeSet<Vec<u8>> {
    // Letters that wait are found by their time alone: each is queued, and most are claimed soon after.
    BTreeSet::from([match letter.state.is_waiting() {
        true => key::waiting(letter.next_at, letter.id),
        false => key::letter_in(letter.state, letter.id),
    }])
}
