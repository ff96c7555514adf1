//! What every order can say of itself, and what it is carried out with.

use std::collections::BTreeMap;
use std::fmt;

use crate::base::{ContactId, EmailAddress, EntryNumber, TicketId};
use crate::domain::{Notice, PeopleNotice, Person, Ticket, UndoStep};
use crate::policy::{Access, Member, Permission, Policy, access, relation};

use super::super::draft::Draft;
use super::super::facts::{Arrival, IntakeFacts, Question};
use super::super::practice;

/// One command of a mail, read and not carried out.
pub(in crate::decide) trait Order: fmt::Debug {
    /// What one must be allowed to do for it.
    fn needs(&self, asker: &Asker<'_>) -> Permission;

    /// How much harm it can do, where that is not as usual for the command.
    fn risk(&self, usual: Risk) -> Risk {
        usual
    }

    /// The same where the settings say that it does less harm.
    fn risk_here(&self, usual: Risk, _policy: &Policy) -> Risk {
        usual
    }

    /// May he do it whatever he sees now, because it concerns nothing but what he did himself?
    fn is_his_own(&self, _work: &Work<'_>) -> bool {
        false
    }

    /// Is it carried out before the mail's text is sent, because it says who gets it?
    fn comes_before_text(&self) -> bool {
        false
    }

    /// What it must know of the state.
    fn asks(&self) -> Vec<Question> {
        Vec::new()
    }

    /// Words that stand in the mail's text where the command stood. `ticket`: as the commands above leave it, as far as words
    /// can tell.
    ///
    /// # Errors
    /// What is wrong with it; then nothing of the mail is carried out.
    fn words(&self, _work: &Work<'_>, _ticket: Option<&Ticket>) -> Result<Option<String>, Notice> {
        Ok(None)
    }

    /// Shows on a copy of the ticket what words below it may tell of: they are written before anything is carried out.
    fn foresee(&self, _ticket: &mut Ticket) {}

    /// What becomes of the text below the commands.
    fn text_use(&self) -> TextUse {
        TextUse::Either
    }

    /// What it is about.
    fn scope(&self) -> Scope {
        Scope::Ticket
    }

    /// Is it of any use to this person? What his place, and not his profile, keeps from him.
    fn suits(&self, _member: &Member) -> bool {
        true
    }

    /// Does it say whose ticket it is? Then an answer in the same mail does not claim it.
    fn decides_assignee(&self) -> bool {
        false
    }

    /// The customer for whom a new mail that begins with it opens a ticket.
    fn opens_for(&self) -> Option<&EmailAddress> {
        None
    }

    /// Does it say itself how to take back what it does, or cannot be taken back? Everything else is taken back by what the
    /// ticket was before.
    fn keeps_own_steps(&self) -> bool {
        false
    }

    /// Carries it out: what is to be said of it in the receipt.
    ///
    /// # Errors
    /// Why it cannot be done; then nothing of the mail is carried out.
    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice>;
}

/// What a command makes of the text below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::decide) enum TextUse {
    /// Nothing: it goes to the customer, or is a note, as without the command.
    Either,
    /// It stays inside.
    Note,
    /// The command itself takes it: it is no answer of its writer's.
    Taken,
}

/// What a command is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::decide) enum Scope {
    /// The ticket that the mail belongs to: whoever gives it must see that ticket.
    Ticket,
    /// No ticket, whichever letter is answered with it.
    Desk,
    /// Its writer, or somebody whom he trains; no ticket's history tells of it.
    Person,
}

/// How much harm a command can do in the wrong hands; how much proof it takes follows from that (SECURITY.md 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// It changes nothing, and is answered to the registered address alone.
    ReadOnly,
    /// It says where its writer is, and can be changed back; he hears of it at his registered address.
    Own,
    /// It changes what can be changed back.
    Usual,
    /// It shows something outside, erases, or concerns many tickets.
    High,
}

/// Who orders something, and of which ticket.
#[derive(Clone, Copy, Debug)]
pub(in crate::decide) struct Asker<'a> {
    /// Who.
    pub(in crate::decide) member: &'a Member,
    /// The same as a contact.
    pub(in crate::decide) agent: ContactId,
    /// The ticket that the mail belongs to; none for a new mail to the desk.
    pub(in crate::decide) ticket: Option<&'a Ticket>,
}

/// What orders are carried out with: the mail, its writer, and the plan in the making.
pub(in crate::decide) struct Work<'a> {
    pub(in crate::decide) arrival: &'a Arrival<'a>,
    pub(in crate::decide) facts: &'a IntakeFacts,
    pub(in crate::decide) member: &'a Member,
    pub(in crate::decide) agent: ContactId,
    pub(in crate::decide) draft: Draft,
    /// The ticket as it will be; none for a new mail to the desk.
    pub(in crate::decide) ticket: Option<Ticket>,
    /// The text below the commands, where a command takes it.
    pub(in crate::decide) text: String,
    /// The entry that the mail's text has become.
    pub(in crate::decide) entry: Option<EntryNumber>,
    /// What was done beyond the ticket's own row, and what takes it back.
    pub(in crate::decide) steps: Vec<UndoStep>,
    /// The ticket under which taking back is kept, where it is another.
    pub(in crate::decide) undo_in: Option<TicketId>,
    /// People as they will be, whom orders have changed.
    pub(in crate::decide) people: BTreeMap<ContactId, Person>,
}

impl<'a> Work<'a> {
    /// Nothing has been carried out yet.
    pub(in crate::decide) fn new(
        arrival: &'a Arrival<'a>,
        facts: &'a IntakeFacts,
        (member, agent): (&'a Member, ContactId),
        draft: Draft,
        ticket: Option<Ticket>,
    ) -> Self {
        Self {
            arrival,
            facts,
            member,
            agent,
            draft,
            ticket,
            text: String::new(),
            entry: None,
            steps: Vec::new(),
            undo_in: None,
            people: BTreeMap::new(),
        }
    }

    /// May he give this order? One that is about a ticket takes that he sees it.
    ///
    /// # Errors
    /// Why not.
    pub(in crate::decide) fn permit_order(&self, order: &dyn Order, what: &str) -> Result<(), Notice> {
        let asker = Asker { member: self.member, agent: self.agent, ticket: self.ticket.as_ref() };
        let needed = order.needs(&asker);
        if order.scope() != Scope::Ticket {
            return if self.member.profile.may(needed) { Ok(()) } else { Err(lacks(needed, what)) };
        }
        if self.ticket.as_ref().is_some_and(|ticket| ticket.practice.is_some()) && !practice::allows(needed) {
            return Err(Notice::People(PeopleNotice::PracticeStaysInside { command: what.to_owned() }));
        }
        self.permit(needed, what)
    }

    /// The plan and the ticket, for an order that is about a ticket.
    ///
    /// # Errors
    /// [`Notice::NeedsTicket`] for a new mail to the desk.
    pub(in crate::decide) fn on_ticket(&mut self) -> Result<(&mut Draft, &mut Ticket), Notice> {
        match &mut self.ticket {
            Some(ticket) => Ok((&mut self.draft, ticket)),
            None => Err(Notice::NeedsTicket),
        }
    }

    /// May he do this to the ticket of the mail; to none, where it is not about one?
    ///
    /// # Errors
    /// Why not.
    pub(in crate::decide) fn permit(&self, permission: Permission, what: &str) -> Result<(), Notice> {
        match &self.ticket {
            Some(ticket) => self.permit_on(ticket, permission, what),
            None if self.member.profile.may(permission) => Ok(()),
            None => Err(lacks(permission, what)),
        }
    }

    /// May he do this to a ticket? Asked when it is done, not when the letter was written that is answered (DESIGN: proof
    /// before power).
    ///
    /// # Errors
    /// Why not.
    pub(in crate::decide) fn permit_on(&self, ticket: &Ticket, permission: Permission, what: &str) -> Result<(), Notice> {
        let (member, policy) = (self.member, self.arrival.policy);
        let relation = relation(member, ticket, policy, self.arrival.roster, self.arrival.now);
        match access(&member.profile, relation, permission) {
            Access::Granted => Ok(()),
            // Who is told of every ticket that nobody else could be told of must be able to act on it.
            Access::NotSeen if member.address == policy.desk.operator && member.profile.may(permission) => Ok(()),
            Access::NotSeen => Err(Notice::NotSeen),
            Access::Lacks(permission) => Err(lacks(permission, what)),
        }
    }

    /// Another ticket that an order names. Of one that does not exist, or that he does not see, it says the same.
    ///
    /// # Errors
    /// [`Notice::NoSuchTicket`], or what he lacks.
    pub(in crate::decide) fn other(&self, id: TicketId, permission: Permission, what: &str) -> Result<Ticket, Notice> {
        let missing = || Notice::NoSuchTicket { ticket: id };
        let other = self.facts.orders.tickets.get(&id).ok_or_else(missing)?;
        match self.permit_on(other, permission, what) {
            Err(Notice::NotSeen) => Err(missing()),
            Err(other) => Err(other),
            Ok(()) if other.practice.is_some() && !practice::allows(permission) => {
                Err(Notice::People(PeopleNotice::PracticeStaysInside { command: what.to_owned() }))
            }
            Ok(()) => Ok(other.clone()),
        }
    }
}

fn lacks(permission: Permission, what: &str) -> Notice {
    Notice::NotPermitted { command: what.to_owned(), permission: permission.as_str().to_owned() }
}
