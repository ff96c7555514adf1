//! Somebody has left the staff: his work goes to colleagues, and his manager hears what became of it.
//!
//! One ticket is one plan, so that each is given away over the load that the one before has made. Rights need no plan: who does
//! not stand in the roster has none.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, StaffName, TeamName, TicketId, Timestamp};
use crate::domain::{Actor, Cause, Change, Counters, Letter, LetterKind, LetterNote, Notice, PeopleNotice, Plan, Status, Ticket};
use crate::policy::{Policy, Roster, choose, managers};

use super::audience;
use super::draft::Draft;
use super::facts::AssignFacts;
use super::rebalance::{self, Share, Shares};

/// A ticket of somebody who has left.
#[derive(Debug)]
pub struct LeftTicket<'a> {
    /// The ticket.
    pub ticket: &'a Ticket,
    /// Who has left.
    pub leaver: ContactId,
    /// The last number given of each kind.
    pub counters: Counters,
    /// For choosing somebody else in the ticket's team.
    pub assign: &'a AssignFacts,
    /// The settings that count now.
    pub policy: &'a Policy,
    /// Who is who among the staff now.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

/// What has become of the work of somebody who has left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handover {
    /// Tickets by who has them now.
    pub given: BTreeMap<ContactId, Vec<TicketId>>,
    /// Tickets that are nobody's now, by their teams.
    pub returned: BTreeMap<Option<TeamName>, Vec<TicketId>>,
    /// Tickets of others that he helped with.
    pub contributed: Vec<TicketId>,
    /// What those who go on with his work hear of.
    pub shares: Shares,
    /// Letters to him that are not sent any more.
    pub withdrawn: u32,
}

/// Takes somebody who has left out of a ticket: it goes to whom the team's rule names, or back to the team.
pub fn hand_over(left: &LeftTicket<'_>, handover: &mut Handover) -> Plan {
    let mut ticket = left.ticket.clone();
    let mut draft = Draft::new(Actor::Desk, Cause::Desk, left.counters, left.now);
    if ticket.contributors.remove(&left.leaver) {
        draft.push(Change::ContributorRemoved { ticket: ticket.id, contact: left.leaver });
        handover.contributed.push(ticket.id);
    }
    if ticket.assignee != Some(left.leaver) {
        return draft.finish();
    }
    if ticket.practice.is_some() {
        // Nobody else need practise it. It is unfinished, and may be closed.
        let _ = draft.status(&mut ticket, Status::Closed);
        return draft.finish();
    }
    let team = ticket.team.as_ref().and_then(|name| left.policy.teams.get(name));
    let parties = (left.policy, left.roster);
    let next = team.and_then(|team| choose(team, &ticket, parties, left.assign.last, &left.assign.load, left.now));
    draft.assign(&mut ticket, next);
    match (next, team) {
        (Some(next), team) => {
            if let Some(team) = team {
                draft.push(Change::TurnTaken { team: team.name.clone(), contact: next });
            }
            handover.shares.entry(next).or_default().push(Share::given(&ticket));
            handover.given.entry(next).or_default().push(ticket.id);
        }
        (None, _) => {
            for person in audience::team_of(&ticket, left.policy, left.roster, left.now) {
                handover.shares.entry(person).or_default().push(Share::returned(&ticket));
            }
            handover.returned.entry(ticket.team.clone()).or_default().push(ticket.id);
        }
    }
    draft.finish()
}

/// Somebody who has left.
#[derive(Clone, Copy, Debug)]
pub struct Leaver<'a> {
    /// Who.
    pub contact: ContactId,
    /// His short name.
    pub name: &'a StaffName,
    /// How people called him.
    pub shown: &'a str,
    /// Who was to be told of it, as was last known.
    pub managers: &'a BTreeSet<ContactId>,
}

/// Records that somebody has left, and tells his manager what has become of his work; without one the operator.
///
/// `before` are the settings under which he still belonged to the staff, where they are known: after a restart they are not.
pub fn departure(
    leaver: &Leaver<'_>,
    handover: &Handover,
    before: Option<&Policy>,
    (policy, roster): (&Policy, &Roster),
    operator: Option<ContactId>,
) -> Plan {
    let mut notices: Vec<Notice> = Vec::new();
    for (to, tickets) in &handover.given {
        let to = policy.member(roster, *to).map(|member| member.display.clone()).unwrap_or_default();
        notices.push(Notice::TicketsGiven { to, tickets: tickets.clone() });
    }
    for (team, tickets) in &handover.returned {
        notices.push(Notice::TicketsReturned { team: team.clone(), tickets: tickets.clone() });
    }
    if notices.is_empty() {
        notices.push(Notice::HadNoTickets);
    }
    if !handover.contributed.is_empty() {
        notices.push(Notice::ContributedTo { tickets: handover.contributed.clone() });
    }
    notices.extend(duties(leaver.name, before));
    if handover.withdrawn > 0 {
        notices.push(Notice::LettersWithdrawn { count: handover.withdrawn });
    }
    let told = before
        .and_then(|before| {
            let member = before.staff.get(leaver.name)?;
            // His place is that of before; who stands above him is asked of today's staff.
            let seen = Policy { staff: policy.staff.clone(), ..before.clone() };
            Some(managers(member, &seen, roster)).filter(|people| !people.is_empty())
        })
        .or_else(|| {
            let known = leaver.managers.iter().copied().filter(|manager| roster.name(*manager).is_some());
            Some(known.collect::<Vec<_>>()).filter(|people| !people.is_empty())
        })
        .unwrap_or_else(|| operator.into_iter().collect());
    let note = LetterNote { notices, subject: leaver.shown.to_owned(), ..LetterNote::default() };
    let letter = |to| Letter { kind: LetterKind::Departure, to, ticket: None, entry: None, note: note.clone() };
    let one = Notice::HasLeft { name: leaver.shown.to_owned() };
    let several = Notice::People(PeopleNotice::TheseFromLeaver { name: leaver.shown.to_owned() });
    let mut letters = rebalance::letters(handover.shares.clone(), leaver.shown, &one, &several);
    letters.extend(told.into_iter().map(letter));
    Plan {
        actor: Actor::Desk,
        cause: Cause::Desk,
        texts: Vec::new(),
        changes: vec![Change::StaffLeft { contact: leaver.contact, name: leaver.name.clone().into() }],
        letters,
    }
}

/// What others had of him besides his tickets.
fn duties(name: &StaffName, before: Option<&Policy>) -> Vec<Notice> {
    let Some(before) = before else { return Vec::new() };
    let led = before.teams.values().filter(|team| team.lead.as_ref() == Some(name));
    let led = led.map(|team| Notice::LedTeam { team: team.name.clone() });
    let others = || before.staff.values().chain(before.invited.values());
    let mentored = others().filter(|member| member.mentor.as_ref() == Some(name));
    let mentored = mentored.map(|member| Notice::MentorOf { name: member.display.clone() });
    let stood_in = others().filter(|member| member.substitute.as_ref() == Some(name));
    let stood_in = stood_in.map(|member| Notice::SubstituteOf { name: member.display.clone() });
    led.chain(mentored).chain(stood_in).collect()
}
