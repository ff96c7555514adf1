//! Letters that answer a question: lists of tickets, a ticket as it is, the whole of it with its files.

use std::sync::Arc;

use crate::base::{Digest, EntryNumber, Span, Timestamp, limit, one_line};
use crate::domain::{Author, DeadlineKind, Letter, LetterKind, Notice, Rows, Status, Ticket};
use crate::mail::Files;
use crate::notify::{ListView, MessageView, Model, RowView};
use crate::policy::{AuthMode, FILTERS, MailboxPolicy, Query, is_overdue, lists};
use crate::store::{Disk, Draft, Keyspace, Queries, StoreError};

use super::super::ahead::Enclosed;
use super::super::ask::{Finder, Hits, Whose};
use super::super::work::asking::{key, query_of};
use super::{InHand, Reader, message_view};

/// Fills in what a letter was asked for.
pub(super) fn fill<D: Disk, K: Keyspace>(
    model: &mut Model,
    draft: &Draft<'_, D, K>,
    reader: &Reader<'_>,
    letter: &Letter,
    (mailbox, in_hand): (&MailboxPolicy, Option<InHand<'_>>),
    now: Timestamp,
) -> Result<(), StoreError> {
    match letter.kind {
        LetterKind::Tickets => model.list = tickets(draft, reader, letter, mailbox, in_hand, now)?,
        LetterKind::OwnTickets => model.list = own_tickets(draft, reader, letter, now)?,
        LetterKind::Ticket | LetterKind::Transcript | LetterKind::OwnTicket | LetterKind::QualityReview => {
            if let Some(ticket) = reader.ticket {
                (model.history, model.history_left_out) = conversation(draft, reader, ticket, letter.kind)?;
            }
            if letter.kind == LetterKind::OwnTicket
                && let Some((view, ticket)) = model.ticket.as_mut().zip(reader.ticket)
            {
                view.status = outside(ticket.status).to_owned();
            }
        }
        LetterKind::Forward => {
            if let Some(ticket) = reader.ticket {
                (model.history, model.history_left_out) = shown(draft, reader, ticket, letter)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn tickets<D: Disk, K: Keyspace>(
    draft: &Draft<'_, D, K>,
    reader: &Reader<'_>,
    letter: &Letter,
    mailbox: &MailboxPolicy,
    in_hand: Option<InHand<'_>>,
    now: Timestamp,
) -> Result<ListView, StoreError> {
    let policy = &reader.settings.policy;
    let Some(asking) = &letter.note.asking else { return Ok(ListView::default()) };
    let query = query_of(asking, policy).unwrap_or_default();
    let hits = in_hand.and_then(|in_hand| in_hand.answers.get(&key(asking))).cloned().unwrap_or_default();
    let finder = Finder { rows: draft, policy, roster: &reader.settings.roster, now };
    let finding = finder.find(&query, Whose::Staff(letter.to), &hits, limit::LISTED)?;
    // A new mail can ask for a ticket only where servers verify who sent it.
    let may_show = mailbox.auth.mode != AuthMode::None;
    let mut rows = Vec::new();
    for ticket in &finding.tickets {
        let link = if may_show { link(mailbox, ticket) } else { String::new() };
        rows.push(RowView { link, ..row(draft, reader, letter, ticket, now)? });
    }
    let name = asking.list.clone().unwrap_or_default();
    Ok(ListView {
        total: rows.len().saturating_add(finding.more),
        rows,
        more: finding.more,
        remark: finding.remark.unwrap_or_default(),
        closer: closer(&asking.question),
        others: lists(policy).into_iter().filter(|other| *other != name).map(|other| format!("#list {other}")).collect(),
        filters: FILTERS.iter().map(|(filter, ..)| format!("{filter}:")).collect(),
        question: one_line(&asking.question, limit::SUBJECT_CHARS),
        name,
        may_show,
        address: mailbox.address.to_string(),
    })
}

/// A closer question than the one that found too much.
fn closer(question: &str) -> String {
    let question = one_line(question, limit::QUERY_CHARS);
    match (question.is_empty(), question.contains("newer:")) {
        (true, _) => "status:open newer:2w".to_owned(),
        (false, true) => format!("{question} status:open"),
        (false, false) => format!("{question} newer:2w"),
    }
}

/// Opens a mail that asks for the ticket. No reply address stands in it: a forwarded list must give nobody a right.
fn link(mailbox: &MailboxPolicy, ticket: &Ticket) -> String {
    let number = ticket.id.get();
    format!("mailto:{}?subject=show%20{number}&body=%23show%20{number}", mailbox.address)
}

fn row<D: Disk, K: Keyspace>(
    draft: &Draft<'_, D, K>,
    reader: &Reader<'_>,
    letter: &Letter,
    ticket: &Ticket,
    now: Timestamp,
) -> Result<RowView, StoreError> {
    let response =
        ticket.deadlines.iter().find(|(kind, _)| matches!(kind, DeadlineKind::FirstResponse(0) | DeadlineKind::NextResponse(0)));
    let requester = draft.contact(ticket.requester)?;
    let name = requester.as_ref().map(|contact| contact.name.text().to_owned()).filter(|name| !name.is_empty());
    let address = requester.and_then(|contact| contact.address().map(ToString::to_string));
    Ok(RowView {
        number: ticket.id.get(),
        subject: one_line(crate::mail::shown_subject(ticket.subject.text()), limit::SUBJECT_CHARS),
        status: ticket.status.as_str().to_owned(),
        priority: ticket.priority.as_str().to_owned(),
        team: ticket.team.as_ref().map(ToString::to_string).unwrap_or_default(),
        assignee: ticket.assignee.map(|who| reader.name_of(draft, who)).transpose()?.unwrap_or_default(),
        is_mine: ticket.assignee == Some(letter.to),
        requester: name.or(address).unwrap_or_default(),
        opened: reader.time(ticket.opened_at),
        age: age(now.since(ticket.opened_at)),
        due: response.map(|(_, due)| reader.time(due.at)).unwrap_or_default(),
        is_overdue: is_overdue(ticket, now),
        link: String::new(),
    })
}

/// The largest unit of a span: `3d`; nothing below a minute.
fn age(span: Span) -> String {
    let minutes = span.as_minutes();
    match (minutes / 1440, minutes / 60, minutes) {
        (0, 0, 0) => String::new(),
        (0, 0, minutes) => format!("{minutes}m"),
        (0, hours, _) => format!("{hours}h"),
        (days, ..) => format!("{days}d"),
    }
}

/// A customer's own tickets. What it shows, he has seen or written himself.
fn own_tickets<D: Disk, K: Keyspace>(
    draft: &Draft<'_, D, K>,
    reader: &Reader<'_>,
    letter: &Letter,
    now: Timestamp,
) -> Result<ListView, StoreError> {
    let finder = Finder { rows: draft, policy: &reader.settings.policy, roster: &reader.settings.roster, now };
    let finding = finder.find(&Query::default(), Whose::Customer(letter.to), &Hits::NotAsked, limit::LISTED)?;
    let rows = finding.tickets.iter().map(|ticket| RowView {
        number: ticket.id.get(),
        subject: one_line(crate::mail::shown_subject(ticket.subject.text()), limit::SUBJECT_CHARS),
        status: outside(ticket.status).to_owned(),
        opened: reader.time(ticket.opened_at),
        ..RowView::default()
    });
    let rows: Vec<RowView> = rows.collect();
    Ok(ListView { total: rows.len().saturating_add(finding.more), rows, more: finding.more, ..ListView::default() })
}

/// A status in the words of somebody outside.
const fn outside(status: Status) -> &'static str {
    match status {
        Status::New | Status::Open | Status::OnHold => "open",
        Status::Pending => "your-turn",
        other => other.as_str(),
    }
}

/// The messages that are forwarded, oldest first, and how many there is no room for.
fn shown<Q: Queries>(
    rows: &Q,
    reader: &Reader<'_>,
    ticket: &Ticket,
    letter: &Letter,
) -> Result<(Vec<MessageView>, u32), StoreError> {
    let mut views = Vec::new();
    let (mut left_out, mut room) = (0_u32, limit::TRANSCRIPT_CHARS);
    for number in letter.note.shown.iter().rev() {
        // Whatever was ordered: what is internal is shown to nobody outside.
        let Some(entry) = rows.entry(ticket.id, *number)?.filter(|entry| entry.kind.is_public()) else { continue };
        if room == 0 {
            left_out = left_out.saturating_add(1);
            continue;
        }
        let mut view = message_view(rows, reader, &entry, room)?;
        // Warnings are for the staff.
        view.flags.clear();
        room = room.saturating_sub(view.text.chars().count());
        views.push(view);
    }
    views.reverse();
    Ok((views, left_out))
}

/// The messages of a ticket, and how many more there are: the last ones, newest first; of a transcript all, oldest first.
fn conversation<Q: Queries>(
    rows: &Q,
    reader: &Reader<'_>,
    ticket: &Ticket,
    kind: LetterKind,
) -> Result<(Vec<MessageView>, u32), StoreError> {
    let is_whole = matches!(kind, LetterKind::Transcript | LetterKind::OwnTicket | LetterKind::QualityReview);
    let (most, mut room) = match kind {
        LetterKind::Transcript => (limit::TRANSCRIPT_ENTRIES, limit::TRANSCRIPT_CHARS),
        _ => (limit::SHOWN_ENTRIES, limit::SHOWN_ENTRIES.saturating_mul(limit::HISTORY_CHARS)),
    };
    let mut shown = Vec::new();
    let mut left_out = 0_u32;
    // The newest are kept where there is no room for all.
    for number in (1..=ticket.entries).rev() {
        let Some(entry) = rows.entry(ticket.id, EntryNumber::new(number))? else { continue };
        // A customer sees what was written to him or by him; machines' mail and notes are the desk's own.
        let is_for_all = entry.kind.is_public() && entry.author != Author::Desk;
        if kind == LetterKind::OwnTicket && !is_for_all {
            continue;
        }
        if shown.len() >= most || room == 0 {
            left_out = left_out.saturating_add(1);
            continue;
        }
        let most_chars = if kind == LetterKind::Transcript { room } else { limit::HISTORY_CHARS };
        let mut view = message_view(rows, reader, &entry, most_chars)?;
        if kind == LetterKind::OwnTicket {
            // Warnings are for the staff.
            view.flags.clear();
        }
        room = room.saturating_sub(view.text.chars().count());
        shown.push(view);
    }
    if is_whole {
        shown.reverse();
    }
    Ok((shown, left_out))
}

/// The files of a whole ticket, or of what is forwarded of it and of the mail that orders it: as many as a mail can carry, and a
/// sentence that names the others. The newest come first.
pub(super) fn enclosed<D: Disk, K: Keyspace>(
    draft: &Draft<'_, D, K>,
    reader: &Reader<'_>,
    letter: &Letter,
) -> Result<(Option<Enclosed>, Option<String>), StoreError> {
    let Some(ticket) = reader.ticket else { return Ok((None, None)) };
    let numbers: Vec<EntryNumber> = match letter.kind {
        LetterKind::Transcript => (1..=ticket.entries).rev().take(limit::TRANSCRIPT_ENTRIES).map(EntryNumber::new).collect(),
        LetterKind::Forward => letter.entry.into_iter().chain(letter.note.shown.iter().rev().copied()).collect(),
        _ => return Ok((None, None)),
    };
    let own = reader.settings.own_marks();
    let zone = reader.settings.policy.calendar.zone();
    let (mut attachments, mut names, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    let mut room = limit::TRANSCRIPT_FILE_BYTES;
    for number in numbers {
        let Some(entry) = draft.entry(ticket.id, number)? else { continue };
        let Some(raw) = entry.raw.filter(|_| !entry.attachments.is_empty()) else { continue };
        let bytes = match draft.text(raw) {
            Ok(bytes) => bytes,
            // Erased.
            Err(StoreError::NoText(_)) => continue,
            Err(error) => return Err(error),
        };
        names.push(raw);
        for file in crate::mail::read_in(&bytes, &own, zone).attachments {
            if file.content.len() > room {
                left_out.push(file.name);
            } else {
                room = room.saturating_sub(file.content.len());
                attachments.push(file);
            }
        }
    }
    let seed = Digest::of_parts(names.iter().map(|name| name.as_bytes().as_slice()));
    let enclosed = Files::of(&attachments, seed).map(|files| {
        let named = draft.namer().name(Arc::clone(files.bytes()));
        Enclosed { files, named }
    });
    let notice = (!left_out.is_empty()).then(|| {
        let time = |at| reader.time(at);
        crate::notify::notice(reader.language(), &Notice::FilesLeftOut { names: left_out }, &time)
    });
    Ok((enclosed, notice))
}
