//! `#forget`: erases what a customer has said, and what was said to him.
//!
//! Whoever orders it is asked first whatever proof his mail has, and nothing brings it back.

use crate::base::EmailAddress;
use crate::domain::{ContactNotice, Notice, Ticket};
use crate::policy::Permission;

use super::super::contact::{ContactProblem, forget};
use super::super::facts::Question;
use super::contact::{person, shown};
use super::order::{Asker, Order, Risk, Scope, TextUse, Work};
use super::participants::address;
use super::table::Family;

pub(super) const FAMILY: &[Family] = &[Family {
    name: "forget",
    risk: Risk::High,
    usage: "#forget [address]",
    example: "#forget ann@customer.example",
    english: "erases the customer: name, addresses, and all that was written in his tickets, for ever; numbers and times stay for the reports",
    german: "löscht den Kunden: Name, Adressen und alles, was in seinen Tickets geschrieben wurde, für immer; Zahlen und Zeiten bleiben für die Berichte",
    read: |argument| {
        let who = if argument.is_empty() { None } else { Some(address(argument)?) };
        Some(Box::new(Forget(who)))
    },
}];

#[derive(Debug)]
struct Forget(Option<EmailAddress>);

impl Order for Forget {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Forget
    }

    fn scope(&self) -> Scope {
        // Whom it names needs no ticket.
        if self.0.is_some() { Scope::Desk } else { Scope::Ticket }
    }

    fn text_use(&self) -> TextUse {
        TextUse::Note
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Card(self.0.clone()), Question::AllTickets(self.0.clone())]
    }

    fn keeps_own_steps(&self) -> bool {
        // What is erased cannot be brought back.
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let contact = person(work, self.0.as_ref())?;
        let known = work.facts.orders.tickets_with.get(&contact.id).into_iter().flatten();
        // The ticket itself may have been closed by the lines before.
        let now = |ticket: &Ticket| work.ticket.clone().filter(|own| own.id == ticket.id).unwrap_or_else(|| ticket.clone());
        let own: Vec<Ticket> = known.map(now).filter(|ticket| ticket.requester == contact.id).collect();
        let parties = (work.arrival.policy, work.arrival.roster);
        let change = forget(&contact, &own, Some(work.agent), parties, work.arrival.now).map_err(|problem| {
            Notice::Contact(match problem {
                ContactProblem::Staff(name) => ContactNotice::IsStaff { name },
                ContactProblem::StaffAddress(address) => ContactNotice::IsStaff { name: address.to_string() },
                ContactProblem::Unfinished { tickets, .. } => ContactNotice::StillUnfinished { tickets },
                _ => ContactNotice::NoSuchContact { address: self.0.as_ref().map(ToString::to_string).unwrap_or_default() },
            })
        })?;
        work.draft.push(change);
        Ok(vec![Notice::Contact(ContactNotice::WillBeForgotten { name: shown(&contact), tickets: own.len() })])
    }
}
