//! Whose ticket it is: `#assign`, `#take`, `#team`, `#contributor`, `#escalate`.

use crate::base::{ContactId, EntryNumber, StaffName, TeamName, one_line};
use crate::domain::{Actor, LetterKind, LetterNote, Notice, Ticket};
use crate::policy::{Escalate as Step, Member, Permission, Policy, Told, told};

use super::super::audience;
use super::super::draft::Draft;
use super::order::{Asker, Order, Risk, Work};
use super::table::{Family, alone, nearest_of};

/// Characters of the reason for an escalation.
const REASON_CHARS: usize = 300;

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "assign",
        risk: Risk::Usual,
        usage: "#assign who|me|none",
        example: "#assign me",
        english: "gives the ticket to a colleague, to yourself, or to nobody",
        german: "gibt das Ticket einem Kollegen, Ihnen selbst oder niemandem",
        read: |argument| {
            let assignee = match argument {
                "" => return None,
                "me" => Assignee::Me,
                "none" | "nobody" => Assignee::Nobody,
                other => Assignee::Member(other.to_owned()),
            };
            Some(Box::new(assignee))
        },
    },
    Family {
        name: "take",
        risk: Risk::Usual,
        usage: "#take",
        example: "#take",
        english: "gives the ticket to you",
        german: "gibt Ihnen das Ticket",
        read: |argument| alone(argument, Assignee::Me),
    },
    Family {
        name: "team",
        risk: Risk::Usual,
        usage: "#team name",
        example: "#team billing",
        english: "gives the ticket to a team",
        german: "gibt das Ticket einem Team",
        read: |argument| (!argument.is_empty()).then(|| Box::new(ToTeam(argument.to_owned())) as Box<dyn Order>),
    },
    Family {
        name: "contributor",
        risk: Risk::Usual,
        usage: "#contributor add|remove who",
        example: "#contributor add bob",
        english: "lets a colleague work on the ticket too, or no more",
        german: "lässt einen Kollegen am Ticket mitarbeiten oder nicht mehr",
        read: |argument| {
            let (is_added, who) = added_or_removed(argument)?;
            Some(Box::new(Contributor { who: who.to_owned(), is_added }))
        },
    },
    Family {
        name: "escalate",
        risk: Risk::Usual,
        usage: "#escalate [reason]",
        example: "#escalate The customer threatens to leave.",
        english: "asks the team's lead for help, or his manager",
        german: "bittet die Teamleitung um Hilfe, oder deren Vorgesetzte",
        read: |argument| Some(Box::new(Escalate { reason: one_line(argument, REASON_CHARS) })),
    },
];

/// `add X` or `remove X`.
pub(super) fn added_or_removed(argument: &str) -> Option<(bool, &str)> {
    let (verb, rest) = argument.split_once([' ', '\t'])?;
    let is_added = match verb.to_ascii_lowercase().as_str() {
        "add" | "+" => true,
        "remove" | "-" => false,
        _ => return None,
    };
    Some((is_added, rest.trim())).filter(|(_, rest)| !rest.is_empty())
}

/// Whom a ticket is to be assigned to.
#[derive(Debug)]
enum Assignee {
    /// Who gives the command.
    Me,
    /// Nobody.
    Nobody,
    /// A member of staff, by name or address.
    Member(String),
}

impl Order for Assignee {
    fn needs(&self, asker: &Asker<'_>) -> Permission {
        match self {
            Self::Me => Permission::AssignSelf,
            Self::Nobody if asker.ticket.is_some_and(|ticket| ticket.assignee == Some(asker.agent)) => Permission::AssignSelf,
            Self::Member(typed) if is_called(asker.member, typed) => Permission::AssignSelf,
            Self::Nobody | Self::Member(_) => Permission::AssignOthers,
        }
    }

    fn decides_assignee(&self) -> bool {
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let member = work.member;
        let (contact, display) = match self {
            Self::Nobody => {
                let (draft, ticket) = work.on_ticket()?;
                give(draft, ticket, member, None);
                return Ok(vec![Notice::Unassigned]);
            }
            Self::Me => (work.agent, member.display.clone()),
            Self::Member(typed) => find_member(work, typed)?,
        };
        let (draft, ticket) = work.on_ticket()?;
        give(draft, ticket, member, Some((contact, &display)));
        Ok(vec![Notice::AssignedTo { name: display }])
    }
}

/// Assigns a ticket, and tells who has it now and who has it no more.
pub(super) fn give(draft: &mut Draft, ticket: &mut Ticket, by: &Member, to: Option<(ContactId, &str)>) {
    let before = ticket.assignee;
    let after = to.map(|(contact, _)| contact);
    if before == after {
        return;
    }
    draft.assign(ticket, after);
    if let Some(contact) = after.filter(|contact| draft.plan.actor != Actor::Staff(*contact)) {
        let latest = EntryNumber::new(ticket.entries);
        let note = LetterNote { notices: vec![Notice::AssignedBy { name: by.display.clone() }], ..LetterNote::default() };
        draft.letter(LetterKind::Assigned, contact, ticket.id, Some(latest), note);
    }
    // Who had it hears that he has it no more, unless he gave it away himself.
    if let Some(before) = before.filter(|before| draft.plan.actor != Actor::Staff(*before)) {
        let notice = Notice::TakenFromYou { by: by.display.clone(), to: to.map(|(_, name)| name.to_owned()) };
        let note = LetterNote { notices: vec![notice], ..LetterNote::default() };
        draft.letter(LetterKind::StaffActivity, before, ticket.id, None, note);
    }
}

/// By its name in any case.
#[derive(Debug)]
struct ToTeam(String);

impl Order for ToTeam {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::AssignOthers
    }

    fn decides_assignee(&self) -> bool {
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (policy, roster, agent, member) = (work.arrival.policy, work.arrival.roster, work.agent, work.member);
        let Some(team) = policy.teams.values().find(|team| team.name.as_str().eq_ignore_ascii_case(&self.0)) else {
            let nearest = nearest_of(&self.0, policy.teams.keys().map(TeamName::as_str));
            return Err(Notice::NoSuchTeam { name: self.0.clone(), nearest });
        };
        let (draft, ticket) = work.on_ticket()?;
        if ticket.team.as_ref() != Some(&team.name) {
            draft.team(ticket, Some(team.name.clone()));
            // Who does not belong to it keeps it no more: the team finds out who does it.
            let belongs = |contact: &ContactId| roster.name(*contact).is_some_and(|name| team.members.contains(name));
            if ticket.assignee.is_some_and(|assignee| !belongs(&assignee)) {
                give(draft, ticket, member, None);
            }
            if ticket.assignee.is_none() {
                let latest = (ticket.entries > 0).then(|| EntryNumber::new(ticket.entries));
                for person in audience::team_of(ticket, policy, roster, draft.now) {
                    if person != agent {
                        let notices = vec![Notice::TeamAsked { by: member.display.clone() }];
                        let note = LetterNote { notices, ..LetterNote::default() };
                        draft.letter(LetterKind::NewTicket, person, ticket.id, latest, note);
                    }
                }
            }
        }
        Ok(vec![Notice::TeamSet { team: team.name.to_string() }])
    }
}

#[derive(Debug)]
struct Contributor {
    who: String,
    is_added: bool,
}

impl Order for Contributor {
    fn needs(&self, asker: &Asker<'_>) -> Permission {
        // Who leaves off needs nobody's leave.
        let is_self = self.who == "me" || is_called(asker.member, &self.who);
        if is_self && !self.is_added { Permission::See } else { Permission::Contributors }
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (agent, by) = (work.agent, work.member.display.clone());
        let (contact, name) = if self.who == "me" { (agent, by.clone()) } else { find_member(work, &self.who)? };
        let (draft, ticket) = work.on_ticket()?;
        if !self.is_added {
            draft.no_contributor(ticket, contact);
            return Ok(vec![Notice::ContributorRemoved { name }]);
        }
        if ticket.assignee != Some(contact) && !ticket.contributors.contains(&contact) {
            draft.contributor(ticket, contact);
            if contact != agent {
                let note = LetterNote { notices: vec![Notice::AskedToHelp { by }], ..LetterNote::default() };
                draft.letter(LetterKind::StaffActivity, contact, ticket.id, None, note);
            }
        }
        Ok(vec![Notice::ContributorAdded { name }])
    }
}

#[derive(Debug)]
struct Escalate {
    reason: String,
}

impl Order for Escalate {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Escalate
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (policy, roster, agent, now) = (work.arrival.policy, work.arrival.roster, work.agent, work.arrival.now);
        let (by, operator) = (work.member.display.clone(), work.facts.operator);
        let (draft, ticket) = work.on_ticket()?;
        // The nearest above who is not the one that asks.
        let people = [Step::Lead, Step::Manager, Step::UpperManager].into_iter().find_map(|step| {
            let people = match told(step, ticket, policy, roster, now) {
                Told::People(people) => people,
                Told::Operator => operator.into_iter().collect(),
            };
            let others: Vec<ContactId> = people.into_iter().filter(|person| *person != agent).collect();
            (!others.is_empty()).then_some(others)
        });
        let Some(people) = people else { return Err(Notice::NobodyAbove) };
        let name = |person: &ContactId| policy.member(roster, *person).map(|member| member.display.clone());
        let names: Vec<String> = people.iter().filter_map(name).collect();
        let latest = (ticket.entries > 0).then(|| EntryNumber::new(ticket.entries));
        for person in people {
            let notices = vec![Notice::EscalatedBy { by: by.clone(), reason: self.reason.clone() }];
            draft.letter(LetterKind::Escalation, person, ticket.id, latest, LetterNote { notices, ..LetterNote::default() });
        }
        Ok(vec![Notice::Escalated { to: names }])
    }
}

/// A member by short name, address or display name, in any case; never by what merely looks like it (C08).
pub(super) fn find_member(work: &Work<'_>, typed: &str) -> Result<(ContactId, String), Notice> {
    let policy = work.arrival.policy;
    let member = member_called(policy, typed)?;
    let contact = work.arrival.roster.contact(&member.name).ok_or_else(|| no_such_member(policy, typed))?;
    Ok((contact, member.display.clone()))
}

/// The same without the contact.
pub(super) fn member_called<'a>(policy: &'a Policy, typed: &str) -> Result<&'a Member, Notice> {
    let mut found = policy.staff.values().filter(|member| is_called(member, typed));
    match (found.next(), found.next()) {
        (Some(member), None) => Ok(member),
        _ => Err(no_such_member(policy, typed)),
    }
}

pub(super) fn is_called(member: &Member, typed: &str) -> bool {
    member.name.as_str().eq_ignore_ascii_case(typed)
        || member.address.as_str().eq_ignore_ascii_case(typed)
        || member.display.eq_ignore_ascii_case(typed)
}

fn no_such_member(policy: &Policy, typed: &str) -> Notice {
    Notice::NoSuchMember { name: typed.to_owned(), nearest: nearest_of(typed, policy.staff.keys().map(StaffName::as_str)) }
}
