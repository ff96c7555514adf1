//! Second thoughts: `#send` sends a held answer anyway, `#undo` takes back what one's last mail has ordered.

use crate::base::{TicketId, limit};
use crate::domain::{Change, Entry, LetterKind, LetterNote, Notice, PersonEvent, ReviewNotice, Ticket, UndoStep, Undoing};
use crate::policy::Permission;

use super::super::agent::reply;
use super::super::contact::changeable;
use super::super::facts::Question;
use super::super::reversal::still_holds;
use super::grammar;
use super::order::{Asker, Order, Risk, Work};
use super::table::{Family, alone};

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "send",
        risk: Risk::Usual,
        usage: "#send",
        example: "#send",
        english: "sends your held answer anyway",
        german: "sendet Ihre zurückgehaltene Antwort trotzdem",
        read: |argument| alone(argument, Send),
    },
    Family {
        name: "undo",
        risk: Risk::Usual,
        usage: "#undo",
        example: "#undo",
        english: "takes back what your last commands in the ticket have changed, for 7 days; in a new mail your last orders without a ticket",
        german: "nimmt zurück, was Ihre letzten Befehle im Ticket geändert haben, 7 Tage lang; in einer neuen Mail die letzten ohne Ticket",
        read: |argument| alone(argument, Undo),
    },
];

#[derive(Debug)]
struct Send;

impl Order for Send {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Reply
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Kept]
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let agent = work.agent;
        let Some(ticket) = &work.ticket else { return Err(Notice::NeedsTicket) };
        let kept = work.facts.orders.kept.get(&ticket.id);
        let held = kept.and_then(|kept| kept.held.iter().find(|held| held.by == agent)).ok_or(Notice::NothingHeld)?;
        let is_unclaimed = ticket.assignee.is_none();
        let entry = Entry { at: work.arrival.now, ..held.entry.clone() };
        let number = reply(work, entry, work.agent)?;
        work.entry = Some(number);
        let (draft, ticket) = work.on_ticket()?;
        draft.push(Change::HeldSettled { ticket: ticket.id, contact: agent });
        if is_unclaimed {
            draft.assign(ticket, Some(agent));
        }
        let mut done = vec![Notice::ReplySent];
        // The commands that stood above it are carried out as they would have been, by what he may do now.
        for typed in &held.commands {
            let command = grammar::read(typed.text())?;
            work.permit_order(&*command.order, command.name)?;
            done.extend(command.order.carry_out(work)?);
        }
        Ok(done)
    }
}

#[derive(Debug)]
struct Undo;

impl Order for Undo {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Kept]
    }

    // Who has given a ticket away by mistake sees it no more, and must be able to take that back.
    fn is_his_own(&self, work: &Work<'_>) -> bool {
        work.ticket.as_ref().is_some_and(|ticket| last(work, ticket.id).is_some())
    }

    fn decides_assignee(&self) -> bool {
        true
    }

    fn keeps_own_steps(&self) -> bool {
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let own = work.ticket.clone();
        let nothing = || Notice::NothingToUndo { has_answer: own.as_ref().is_some_and(|own| own.last_reply_at.is_some()) };
        let undoing = match &own {
            Some(own) => last(work, own.id),
            None => youngest(&work.member.person.undo, work),
        };
        let undoing = undoing.ok_or_else(nothing)?.clone();
        // All of it or nothing: one thing that somebody has changed since stops everything.
        undoing.steps.iter().try_for_each(|step| can_be_taken_back(work, own.as_ref(), step))?;
        let by = work.member.display.clone();
        for step in &undoing.steps {
            if let (Change::Assigned { ticket, to }, Some(own)) = (&step.back, &own) {
                tell_of_return(work, own, *ticket, *to, &by);
            }
            if let Change::Reviewed { ticket, agent, .. } = &step.back {
                // The agent was told of it, and must not go on believing it.
                let notices = vec![Notice::Review(ReviewNotice::TakenBack { by: by.clone() })];
                work.draft.letter(
                    LetterKind::QualityResult,
                    *agent,
                    *ticket,
                    None,
                    LetterNote { notices, ..LetterNote::default() },
                );
            }
            work.draft.push(step.back.clone());
        }
        let message = undoing.message;
        match &mut work.ticket {
            Some(ticket) => {
                work.draft.push(Change::Undone { ticket: ticket.id, message });
                // What follows in this plan goes by the ticket as it is now.
                undoing.steps.iter().for_each(|step| take_back(ticket, &step.back));
            }
            None => {
                let event = PersonEvent::Undone { message };
                work.draft.push(Change::Person { contact: work.agent, by: None, event });
            }
        }
        let commands = undoing.commands.iter().map(|command| command.text().to_owned()).collect();
        Ok(vec![Notice::Undone { commands }])
    }
}

/// Does what was done still hold?
fn can_be_taken_back(work: &Work<'_>, own: Option<&Ticket>, step: &UndoStep) -> Result<(), Notice> {
    let changed = |what: &str| Notice::ChangedSince { what: what.to_owned() };
    if let Change::Person { contact, event, .. } = &step.done {
        let person = work.arrival.policy.member(work.arrival.roster, *contact).map(|member| &member.person);
        return if person.is_some_and(|person| person.still_holds(event)) { Ok(()) } else { Err(changed("person")) };
    }
    contact_still_is(work, &step.done)?;
    let Some(ticket) = ticket_of(work, own, &step.done) else { return Ok(()) };
    still_holds(&step.done, ticket).map_err(changed)?;
    if let Change::StatusChanged { to, .. } = step.back {
        let from = ticket.status;
        from.becomes(to).map_err(|_| Notice::IllegalStatus { from, to })?;
    }
    Ok(())
}

/// The last mail of this agent that can be taken back.
fn last<'a>(work: &Work<'a>, ticket: TicketId) -> Option<&'a Undoing> {
    youngest(&work.facts.orders.kept.get(&ticket)?.undo, work)
}

fn youngest<'a>(kept: &'a [Undoing], work: &Work<'_>) -> Option<&'a Undoing> {
    let is_young = |undoing: &&Undoing| work.arrival.now.since(undoing.at) <= limit::UNDO_AGE;
    kept.iter().rev().find(|undoing| undoing.by == work.agent).filter(is_young)
}

/// The ticket that a change is about, as it is now.
fn ticket_of<'a>(work: &'a Work<'_>, own: Option<&'a Ticket>, change: &Change) -> Option<&'a Ticket> {
    let id = change.ticket()?;
    own.filter(|own| own.id == id).or_else(|| work.facts.orders.tickets.get(&id))
}

/// Is a customer still as he was left?
fn contact_still_is(work: &Work<'_>, done: &Change) -> Result<(), Notice> {
    let person = |contact| work.facts.orders.people.get(contact);
    let parties = (work.arrival.policy, work.arrival.roster);
    let stands_alone = |contact| person(contact).is_some_and(|row| changeable(row, parties.0, parties.1).is_ok());
    let holds = match done {
        Change::ContactSet { contact, detail, value } => {
            stands_alone(contact) && person(contact).and_then(|row| row.detail(detail)) == value.as_ref()
        }
        Change::ContactsMerged { contact, to, .. } => {
            stands_alone(to) && person(contact).is_some_and(|row| row.merged_into == Some(*to))
        }
        _ => true,
    };
    if holds { Ok(()) } else { Err(Notice::ChangedSince { what: "contact".to_owned() }) }
}

/// Who has the ticket again, and who has it no more, hear of it.
fn tell_of_return(work: &mut Work<'_>, own: &Ticket, ticket: TicketId, to: Option<crate::base::ContactId>, by: &str) {
    let agent = work.agent;
    let before = if ticket == own.id { own.assignee } else { None };
    let (policy, roster) = (work.arrival.policy, work.arrival.roster);
    let name = to.and_then(|to| policy.member(roster, to)).map(|member| member.display.clone());
    if let Some(to) = to.filter(|to| *to != agent && roster.name(*to).is_some()) {
        let note = LetterNote { notices: vec![Notice::AssignedBy { name: by.to_owned() }], ..LetterNote::default() };
        work.draft.letter(LetterKind::Assigned, to, ticket, None, note);
    }
    if let Some(before) = before.filter(|before| *before != agent && roster.name(*before).is_some()) {
        let notices = vec![Notice::TakenFromYou { by: by.to_owned(), to: name }];
        work.draft.letter(LetterKind::StaffActivity, before, ticket, None, LetterNote { notices, ..LetterNote::default() });
    }
}

/// The same in the copy that the rest of the plan goes by, as far as it asks for it.
fn take_back(ticket: &mut Ticket, back: &Change) {
    if back.ticket() != Some(ticket.id) {
        return;
    }
    match back {
        Change::StatusChanged { to, .. } => ticket.status = *to,
        Change::Assigned { to, .. } => ticket.assignee = *to,
        Change::TeamSet { team, .. } => ticket.team.clone_from(team),
        Change::AwaitedSince { since, .. } => ticket.awaiting_since = *since,
        Change::ContributorRemoved { contact, .. } => {
            ticket.contributors.remove(contact);
        }
        Change::ContributorAdded { contact, .. } => {
            ticket.contributors.insert(*contact);
        }
        _ => {}
    }
}
