//! `#list`, `#search`, `#show`, `#transcript`: orders that only ask. They change nothing, and what they ask for goes to the
//! registered address of whoever asks; so it is a letter of its own and no line of a receipt.

use crate::base::TicketId;
use crate::domain::{Asking, Letter, LetterKind, LetterNote, Notice, Ticket};
use crate::policy::{Permission, Query, list, lists};

use super::super::facts::Question;
use super::order::{Asker, Order, Risk, Scope, Work};
use super::table::Family;

/// The list of who names none.
const USUAL: &str = "mine";

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "list",
        risk: Risk::ReadOnly,
        usage: "#list [mine|team|unassigned|unanswered|overdue|snoozed|VIEW]",
        example: "#list unanswered",
        english: "sends you a list of tickets",
        german: "schickt Ihnen eine Liste von Tickets",
        read: |argument| {
            let name = if argument.is_empty() { USUAL } else { argument };
            Some(Box::new(List(name.to_ascii_lowercase())))
        },
    },
    Family {
        name: "search",
        risk: Risk::ReadOnly,
        usage: "#search words and filters",
        example: "#search invoice status:open older:3d",
        english: "sends you the tickets that a question finds",
        german: "schickt Ihnen die Tickets, die eine Suche findet",
        read: |argument| Some(Box::new(Search(argument.to_owned()))),
    },
    Family {
        name: "show",
        risk: Risk::ReadOnly,
        usage: "#show [number]",
        example: "#show 42",
        english: "sends you a ticket as it is now",
        german: "schickt Ihnen ein Ticket, wie es jetzt ist",
        read: |argument| Some(Box::new(Show { ticket: named(argument)?, kind: LetterKind::Ticket })),
    },
    Family {
        name: "transcript",
        risk: Risk::ReadOnly,
        usage: "#transcript [number]",
        example: "#transcript 42",
        english: "sends you the whole ticket with its files",
        german: "schickt Ihnen das ganze Ticket mit seinen Dateien",
        read: |argument| Some(Box::new(Show { ticket: named(argument)?, kind: LetterKind::Transcript })),
    },
];

/// `42`, `#42`, or nothing for the mail's own ticket; none where it is no number.
fn named(argument: &str) -> Option<Option<TicketId>> {
    match argument.trim_start_matches('#') {
        "" => Some(None),
        number => number.parse().ok().map(TicketId::new).map(Some),
    }
}

/// Orders the letter that answers.
fn send(work: &mut Work<'_>, kind: LetterKind, ticket: Option<TicketId>, asking: Option<Asking>) {
    let note = LetterNote { asking, answers: work.arrival.mail.message_id.clone(), ..LetterNote::default() };
    work.draft.plan.letters.push(Letter { kind, to: work.agent, ticket, entry: None, note });
}

#[derive(Debug)]
struct List(String);

impl Order for List {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn scope(&self) -> Scope {
        Scope::Desk
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let policy = work.arrival.policy;
        if list(&self.0, policy).is_none() {
            return Err(Notice::NoSuchList { name: self.0.clone(), lists: lists(policy) });
        }
        send(work, LetterKind::Tickets, None, Some(Asking { list: Some(self.0.clone()), question: String::new() }));
        Ok(Vec::new())
    }
}

#[derive(Debug)]
struct Search(String);

impl Order for Search {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn scope(&self) -> Scope {
        Scope::Desk
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        Query::read(&self.0, work.arrival.policy).map_err(|problem| Notice::QueryUnreadable {
            fault: problem.fault,
            part: problem.part,
            place: problem.place,
            instead: problem.instead,
        })?;
        send(work, LetterKind::Tickets, None, Some(Asking { list: None, question: self.0.clone() }));
        Ok(Vec::new())
    }
}

/// A ticket, or the whole of it.
#[derive(Debug)]
struct Show {
    /// None: the mail's own.
    ticket: Option<TicketId>,
    kind: LetterKind,
}

impl Show {
    const fn permission(&self) -> Permission {
        if matches!(self.kind, LetterKind::Transcript) { Permission::Transcript } else { Permission::See }
    }
}

impl Order for Show {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        self.permission()
    }

    fn asks(&self) -> Vec<Question> {
        self.ticket.map(Question::Ticket).into_iter().collect()
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let own = work.ticket.as_ref().map(|ticket: &Ticket| ticket.id);
        let shown = match self.ticket {
            Some(other) if Some(other) != own => work.other(other, self.permission(), "show")?.id,
            _ => own.ok_or(Notice::NeedsTicket)?,
        };
        send(work, self.kind, Some(shown), None);
        Ok(Vec::new())
    }
}
