//! Where a ticket stands: `#close`, `#resolve`, `#open`, `#pending`, `#hold`, `#spam`, and `#snooze` until it comes back.

use crate::base::{TicketId, Timestamp};
use crate::domain::{DeadlineKind, Due, Notice, Status};
use crate::policy::{Permission, parse_when};

use super::super::customer;
use super::order::{Asker, Order, Risk, Work};
use super::table::Family;

macro_rules! status {
    ($name:literal, $status:ident, $english:literal, $german:literal) => {
        Family {
            name: $name,
            risk: Risk::Usual,
            usage: concat!("#", $name),
            example: concat!("#", $name),
            english: $english,
            german: $german,
            read: |argument| become_status(argument, Status::$status),
        }
    };
}

pub(super) const FAMILY: &[Family] = &[
    status!("close", Closed, "closes the ticket", "schließt das Ticket"),
    status!(
        "resolve",
        Resolved,
        "marks the ticket as resolved; a reply of the customer opens it again",
        "markiert das Ticket als gelöst; eine Antwort des Kunden öffnet es wieder"
    ),
    status!("open", Open, "opens the ticket again: it is the desk's turn", "öffnet das Ticket wieder: Sie sind am Zug"),
    status!("pending", Pending, "waits for the customer", "wartet auf den Kunden"),
    status!("hold", OnHold, "waits for somebody else", "wartet auf jemand anderen"),
    status!(
        "spam",
        Spam,
        "marks the ticket as spam: nobody hears of it any more",
        "markiert das Ticket als Spam: niemand hört mehr davon"
    ),
    Family {
        name: "snooze",
        risk: Risk::Usual,
        usage: "#snooze until",
        example: "#snooze monday 9:00",
        english: "puts the ticket away until then; it comes back earlier when the customer writes",
        german: "legt das Ticket bis dahin weg; schreibt der Kunde, kommt es früher zurück",
        read: |argument| (!argument.is_empty()).then(|| Box::new(Snooze(argument.to_owned())) as Box<dyn Order>),
    },
];

/// The number of a ticket as people type it, with or without `#`.
pub(super) fn number(argument: &str) -> Option<TicketId> {
    let digits = argument.strip_prefix('#').unwrap_or(argument);
    digits.parse().ok().filter(|number| *number > 0).map(TicketId::new)
}

/// A number may stand behind it, and must then be that of the ticket.
fn become_status(argument: &str, status: Status) -> Option<Box<dyn Order>> {
    let named = if argument.is_empty() { None } else { Some(number(argument)?) };
    Some(Box::new(Become { status, named }))
}

#[derive(Debug)]
pub(super) struct Become {
    pub(super) status: Status,
    pub(super) named: Option<TicketId>,
}

impl Order for Become {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        match self.status {
            Status::Closed | Status::Resolved | Status::Spam => Permission::Close,
            _ => Permission::Edit,
        }
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let policy = work.arrival.policy;
        let (draft, ticket) = work.on_ticket()?;
        // The reply address alone says which ticket is meant (I05).
        if let Some(named) = self.named.filter(|named| *named != ticket.id) {
            return Err(Notice::OtherTicket { ticket: ticket.id, named });
        }
        let (from, to) = (ticket.status, self.status);
        draft.status(ticket, to).map_err(|_| Notice::IllegalStatus { from, to })?;
        if to != Status::OnHold {
            draft.awake(ticket, "a command");
        }
        match to {
            Status::Resolved => draft.due_at(ticket, DeadlineKind::Close, draft.now.plus(policy.service.close_after)),
            // It is the desk's turn again, so somebody must be reminded of it.
            Status::Open if !matches!(from, Status::New | Status::Open) => customer::expect_answer(draft, ticket),
            Status::Pending if from != Status::Pending => {
                if let Some(after) = policy.service.closing_warning_after {
                    draft.due_at(ticket, DeadlineKind::ClosingWarning, draft.now.plus(after));
                }
            }
            _ => {}
        }
        Ok(vec![Notice::StatusSet { status: to }])
    }
}

/// Until when, as typed; the time is read in the person's zone.
#[derive(Debug)]
struct Snooze(String);

impl Order for Snooze {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Remind
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (at, rest) = when(work, "snooze", &self.0)?;
        if !rest.is_empty() {
            let example = format!("\"{rest}\" is too much; write for example #snooze monday 9:00.");
            return Err(Notice::BadArgument { command: "snooze".to_owned(), argument: self.0.clone(), example });
        }
        let agent = work.agent;
        let (draft, ticket) = work.on_ticket()?;
        let from = ticket.status;
        if !from.is_unfinished() {
            return Err(Notice::IllegalStatus { from, to: Status::OnHold });
        }
        draft.status(ticket, Status::OnHold).map_err(|_| Notice::IllegalStatus { from, to: Status::OnHold })?;
        draft.deadline(ticket, DeadlineKind::Snooze, Due { at, who: Some(agent), note: None });
        Ok(vec![Notice::Snoozed { until: at }])
    }
}

/// A time in the person's own zone, and what stands behind it.
pub(super) fn when(work: &Work<'_>, command: &str, typed: &str) -> Result<(Timestamp, String), Notice> {
    let calendar = work.arrival.policy.calendar_of(&work.member.name);
    let zone = jiff::tz::TimeZone::get(&work.member.time_zone).unwrap_or_else(|_| calendar.zone().clone());
    let (at, used) = parse_when(typed, work.arrival.now, &zone, calendar).map_err(|example| Notice::BadArgument {
        command: command.to_owned(),
        argument: typed.to_owned(),
        example,
    })?;
    Ok((at, typed.get(used..).unwrap_or_default().trim().to_owned()))
}
