//! What a ticket's larger changes do besides the ticket: to its requester, to what is known of messages, to the load of its assignee.

use crate::base::{ContactId, Digest, TicketId, Timestamp, limit};

use super::super::change::Opening;
use super::super::promise::Turned;
use super::super::row::{Known, Rows, VolumeKey};
use super::super::ticket::{Author, Entry, EntryKind, Status, Ticket};
use super::{IllegalChange, Outcome, count, learn_message};

pub(super) fn opened<R: Rows>(rows: &mut R, opening: &Opening, at: Timestamp) -> Outcome<R> {
    use IllegalChange::Rows as Broken;
    let Opening { ticket, requester, .. } = opening;
    if rows.ticket(*ticket).map_err(Broken)?.is_some() {
        return Err(IllegalChange::Exists(ticket.to_string()));
    }
    let mut counters = rows.counters().map_err(Broken)?.unwrap_or_default();
    counters.ticket = counters.ticket.max(*ticket);
    rows.put_counters(counters).map_err(Broken)?;
    let mut contact = rows.contact(*requester).map_err(Broken)?.ok_or(IllegalChange::NoContact(*requester))?;
    contact.tickets = contact.tickets.saturating_add(1);
    let domain = contact.address().map(|address| address.domain().to_ascii_lowercase());
    rows.put_contact(*requester, contact).map_err(Broken)?;
    count(rows, VolumeKey::TicketsOf(*requester), at)?;
    if let Some(domain) = domain {
        count(rows, VolumeKey::TicketsOfDomain(domain), at)?;
    }
    let row = Ticket::open(opening, at);
    rows.put_ticket(*ticket, row).map_err(Broken)
}

pub(super) fn entry_added<R: Rows>(rows: &mut R, entry: &Entry, refers: &[Digest]) -> Outcome<R> {
    use IllegalChange::Rows as Broken;
    let mut ticket = rows.ticket(entry.ticket).map_err(Broken)?.ok_or(IllegalChange::NoTicket(entry.ticket))?;
    if entry.number.get() != ticket.entries.saturating_add(1) {
        return Err(IllegalChange::Exists(format!("entry {} of {}", entry.number, entry.ticket)));
    }
    ticket.entries = entry.number.get();
    // An entry that comes from another ticket may be older than what is here.
    ticket.updated_at = ticket.updated_at.max(entry.at);
    match (entry.kind, entry.author) {
        (EntryKind::Message, Author::Customer(_)) => ticket.last_customer_at = ticket.last_customer_at.max(Some(entry.at)),
        (EntryKind::Reply, _) => {
            ticket.last_reply_at = ticket.last_reply_at.max(Some(entry.at));
            ticket.first_reply_at.get_or_insert(entry.at);
            ticket.awaiting_since = None;
        }
        _ => {}
    }
    rows.put_ticket(entry.ticket, ticket).map_err(Broken)?;
    if let Some(id) = entry.message_id.as_ref().and_then(|id| id.known()) {
        learn_message(rows, id.digest(), Known { ticket: entry.ticket, entry: Some(entry.number) })?;
    }
    for id in refers {
        learn_message(rows, *id, Known { ticket: entry.ticket, entry: None })?;
    }
    rows.put_entry(entry.ticket, entry.number, entry.clone()).map_err(Broken)
}

pub(super) fn status_changed<R: Rows>(rows: &mut R, id: TicketId, to: Status, at: Timestamp) -> Outcome<R> {
    let mut row = rows.ticket(id).map_err(IllegalChange::Rows)?.ok_or(IllegalChange::NoTicket(id))?;
    row.status.becomes(to)?;
    if let Some(assignee) = row.assignee.filter(|_| row.practice.is_none()) {
        match (row.status.is_unfinished(), to.is_unfinished()) {
            (true, false) => shift_load(rows, assignee, false)?,
            (false, true) => shift_load(rows, assignee, true)?,
            _ => {}
        }
    }
    row.status = to;
    row.status_since = at;
    row.updated_at = at;
    row.turns.push(Turned { at, to });
    if row.turns.len() > limit::TICKET_TURNS {
        // The oldest pause then counts as work: after so many of them nobody counts on it.
        row.turns.drain(..2);
    }
    if !to.is_unfinished() {
        row.awaiting_since = None;
    }
    row.deadlines.retain(|kind, _| to.keeps(*kind));
    rows.put_ticket(id, row).map_err(IllegalChange::Rows)
}

pub(super) fn assigned<R: Rows>(rows: &mut R, id: TicketId, to: Option<ContactId>, at: Timestamp) -> Outcome<R> {
    let mut row = rows.ticket(id).map_err(IllegalChange::Rows)?.ok_or(IllegalChange::NoTicket(id))?;
    // Practice is nobody's load.
    if row.status.is_unfinished() && row.practice.is_none() {
        if let Some(before) = row.assignee {
            shift_load(rows, before, false)?;
        }
        if let Some(after) = to {
            shift_load(rows, after, true)?;
        }
    }
    row.assignee = to;
    if let Some(to) = to {
        row.contributors.remove(&to);
    }
    row.updated_at = at;
    rows.put_ticket(id, row).map_err(IllegalChange::Rows)
}

fn shift_load<R: Rows>(rows: &mut R, contact: ContactId, more: bool) -> Outcome<R> {
    let mut row = rows.load(contact).map_err(IllegalChange::Rows)?.unwrap_or_default();
    row.open = if more { row.open.saturating_add(1) } else { row.open.saturating_sub(1) };
    rows.put_load(contact, row).map_err(IllegalChange::Rows)
}
