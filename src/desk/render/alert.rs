//! What a letter about alerts shows: names for causes, the tickets behind them, and what helps by mail.

use crate::base::{Timestamp, limit, one_line};
use crate::domain::{AlertCause, AlertKind, AlertNote, ContactDetail, Letter};
use crate::notify::{AlertView, ListedView, Model, alert_sentences, alert_subject, alert_ticket, alert_title};
use crate::policy::{AuthMode, MailboxPolicy, Permission};
use crate::store::{Queries, StoreError};

use super::{Reader, reply_address};

/// Characters of a subject in a title.
const ABOUT: usize = 60;

/// Fills in what is told of each alert.
pub(super) fn fill<Q: Queries>(
    model: &mut Model,
    rows: &Q,
    reader: &Reader<'_>,
    letter: &Letter,
    mailbox: &MailboxPolicy,
    now: Timestamp,
) -> Result<(), StoreError> {
    for note in &letter.note.alerts {
        let view = view(rows, reader, note, mailbox, now)?;
        model.alerts.push(view);
    }
    let titles: Vec<String> = model.alerts.iter().map(|view| view.title.clone()).collect();
    if !titles.is_empty() {
        model.subject = alert_subject(reader.language(), &titles);
        // How to write to tickets is nothing to say where there are none.
        model.may_note &= model.alerts.iter().any(|view| !view.tickets.is_empty());
    }
    Ok(())
}

fn view<Q: Queries>(
    rows: &Q,
    reader: &Reader<'_>,
    note: &AlertNote,
    mailbox: &MailboxPolicy,
    now: Timestamp,
) -> Result<AlertView, StoreError> {
    let language = reader.language();
    let about = one_line(&about(rows, reader, &note.reading.cause)?, ABOUT);
    let mut tickets = Vec::new();
    for id in note.reading.tickets.iter().take(limit::ALERT_TICKETS) {
        tickets.extend(ticket_view(rows, reader, *id, now)?);
    }
    let shown = u64::try_from(tickets.len()).unwrap_or(u64::MAX);
    Ok(AlertView {
        title: alert_title(language, note, &about),
        sentences: alert_sentences(language, note, &|at| reader.time(at)),
        is_part: shown > 0 && note.reading.total > shown,
        total: note.reading.total,
        orders: if tickets.is_empty() { Vec::new() } else { orders(reader, note.kind) },
        tickets,
        figures: figures(reader, &note.reading.cause, mailbox),
        address: mailbox.address.to_string(),
    })
}

/// The name of what an alert is about.
fn about<Q: Queries>(rows: &Q, reader: &Reader<'_>, cause: &AlertCause) -> Result<String, StoreError> {
    Ok(match cause {
        AlertCause::Desk => reader.settings.policy.desk.name.clone(),
        AlertCause::Team(team) if reader.language().starts_with("de") => format!("Team {team}"),
        AlertCause::Team(team) => format!("team {team}"),
        AlertCause::Mailbox(mailbox) => mailbox.to_string(),
        AlertCause::Person(who) => reader.name_of(rows, *who)?,
        AlertCause::Subject(ticket) => {
            let ticket = rows.ticket(*ticket)?;
            ticket.map(|ticket| crate::mail::shown_subject(ticket.subject.text()).to_owned()).unwrap_or_default()
        }
        AlertCause::Organisation(ticket) => {
            let requester = rows.ticket(*ticket)?.map(|ticket| ticket.requester);
            let contact = requester.map(|who| rows.contact(who)).transpose()?.flatten();
            let written = contact.as_ref().map(|contact| contact.detail_text(&ContactDetail::Organisation).to_owned());
            let domain = || Some(contact.as_ref()?.address()?.domain().to_owned());
            written.filter(|name| !name.is_empty()).or_else(domain).unwrap_or_default()
        }
    })
}

fn ticket_view<Q: Queries>(
    rows: &Q,
    reader: &Reader<'_>,
    id: crate::base::TicketId,
    now: Timestamp,
) -> Result<Option<ListedView>, StoreError> {
    let Some(ticket) = rows.ticket(id)? else { return Ok(None) };
    let own = reader.contact.id;
    let mailbox = reader.settings.policy.mailboxes.get(&ticket.mailbox);
    let answer = mailbox.and_then(|mailbox| reply_address(reader, mailbox, &ticket, own, now));
    let other = ticket.assignee.filter(|assignee| *assignee != own);
    let is_mine = ticket.assignee == Some(own);
    Ok(Some(ListedView {
        number: ticket.id.get(),
        subject: one_line(crate::mail::shown_subject(ticket.subject.text()), limit::SUBJECT_CHARS),
        requester: reader.name_of(rows, ticket.requester)?,
        assignee: other.map(|assignee| reader.name_of(rows, assignee)).transpose()?.unwrap_or_default(),
        what: alert_ticket(reader.language(), now.since(ticket.opened_at), ticket.assignee.is_none(), is_mine),
        answer: answer.map(|address| address.to_string()).unwrap_or_default(),
    }))
}

/// Orders that help, of those that the reader may give.
fn orders(reader: &Reader<'_>, kind: AlertKind) -> Vec<String> {
    use Permission as P;
    let all: &[(&str, P)] = match kind {
        AlertKind::SilentMailbox => &[],
        AlertKind::Spike => &[
            ("#assign NAME", P::AssignOthers),
            ("#priority urgent", P::Edit),
            ("#merge NUMBER", P::Merge),
            ("#tag +word", P::Edit),
        ],
        AlertKind::SlowResponses | AlertKind::Backlog => &[
            ("#assign NAME", P::AssignOthers),
            ("#take", P::AssignSelf),
            ("#priority high", P::Edit),
            ("#team NAME", P::AssignOthers),
        ],
        AlertKind::Workload => &[("#assign NAME", P::AssignOthers), ("#team NAME", P::AssignOthers)],
        AlertKind::Complaints => &[("#note", P::Note), ("#open", P::Edit), ("#assign NAME", P::AssignOthers)],
        AlertKind::LowPerformance => &[("#note", P::Note), ("#assign NAME", P::AssignOthers)],
    };
    let Some(member) = reader.member else { return Vec::new() };
    all.iter().filter(|(_, permission)| member.profile.may(*permission)).map(|(order, _)| (*order).to_owned()).collect()
}

/// The order that brings figures of a cause, where a new mail can give it.
fn figures(reader: &Reader<'_>, cause: &AlertCause, mailbox: &MailboxPolicy) -> String {
    let settings = reader.settings;
    if reader.member.is_none() || mailbox.auth.mode == AuthMode::None {
        return String::new();
    }
    match cause {
        AlertCause::Team(team) => format!("#report team of {team}"),
        AlertCause::Person(who) => {
            settings.roster.name(*who).map(|name| format!("#report personal of {name}")).unwrap_or_default()
        }
        AlertCause::Desk | AlertCause::Mailbox(_) | AlertCause::Subject(_) | AlertCause::Organisation(_) => String::new(),
    }
}
