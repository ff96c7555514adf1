//! Tickets of somebody who does not work on them for a while, or any more: who gets them by their teams' rules, and one mail to
//! each who gets some, not ten.
//!
//! Each is given away over the load that the one before has made, in the order of their numbers: what comes of it follows from
//! the journal alone.

use std::collections::BTreeMap;

use crate::base::{ContactId, EntryNumber, Span, TeamName, TicketId};
use crate::domain::{Change, Heading, Letter, LetterKind, LetterNote, Listed, Notice, Ticket};
use crate::policy::{Leaving, Team, WhenAway, choose};

use super::audience;
use super::draft::Draft;
use super::facts::AssignFacts;
use super::leave::PersonFacts;

/// A ticket that somebody hears of because it was another's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    ticket: TicketId,
    latest: Option<EntryNumber>,
    listed: Listed,
}

impl Share {
    /// A ticket that is the reader's now.
    pub(super) fn given(ticket: &Ticket) -> Self {
        let running = ticket.promises.iter().filter(|(_, promise)| promise.paused_at.is_none());
        let pressing = running.min_by_key(|(_, promise)| promise.due).map(|(target, promise)| (*target, promise.due));
        let (target, at) = pressing.unzip();
        Self::of(ticket, Listed { ticket: ticket.id, heading: Heading::Given, at, target })
    }

    /// A ticket that is the reader's team's, and nobody's.
    pub(super) fn returned(ticket: &Ticket) -> Self {
        Self::of(ticket, Listed { ticket: ticket.id, heading: Heading::Unassigned, at: ticket.awaiting_since, target: None })
    }

    fn of(ticket: &Ticket, listed: Listed) -> Self {
        Self { ticket: ticket.id, latest: latest(ticket), listed }
    }
}

/// What each hears of.
pub type Shares = BTreeMap<ContactId, Vec<Share>>;

/// Does an absence last long enough for the team to do without him? One without an end does.
fn counts(absence: Leaving, least: Span) -> bool {
    absence.until.is_none_or(|until| until.since(absence.from) >= least)
}

/// Gives away what somebody who is away has, as his tickets' teams want it.
pub(super) fn give_away(draft: &mut Draft, facts: &mut PersonFacts<'_>, absence: Leaving) -> Shares {
    let mut shares = Shares::new();
    let policy = facts.policy;
    let mut tickets = std::mem::take(&mut facts.tickets);
    tickets.sort_by_key(|ticket| ticket.id);
    for mut ticket in tickets {
        let team = ticket.team.as_ref().and_then(|name| policy.teams.get(name));
        let Some(team) = team.filter(|team| counts(absence, team.away_at_least)) else { continue };
        match team.when_away {
            WhenAway::Hold => {}
            WhenAway::Reassign => {
                let Some(chosen) = next(facts, team, &ticket) else { continue };
                draft.push(Change::TurnTaken { team: team.name.clone(), contact: chosen });
                draft.assign(&mut ticket, Some(chosen));
                shares.entry(chosen).or_default().push(Share::given(&ticket));
            }
            WhenAway::Team => {
                draft.assign(&mut ticket, None);
                let people = audience::team_of(&ticket, policy, facts.roster, facts.now);
                for person in people.into_iter().filter(|person| *person != facts.contact) {
                    shares.entry(person).or_default().push(Share::returned(&ticket));
                }
            }
        }
    }
    shares
}

/// Who of the team gets a ticket; it counts as his for those that follow.
fn next(facts: &mut PersonFacts<'_>, team: &Team, ticket: &Ticket) -> Option<ContactId> {
    let assign: &mut AssignFacts = facts.teams.get_mut::<TeamName>(&team.name)?;
    let chosen = choose(team, ticket, (facts.policy, facts.roster), assign.last, &assign.load, facts.now)?;
    if chosen == facts.contact {
        return None;
    }
    let open = assign.load.entry(chosen).or_default();
    *open = open.saturating_add(1);
    assign.last = Some(chosen);
    Some(chosen)
}

/// The letters that say so: about one ticket with its history, about several as a list. `one` and `several` name the reason.
pub(super) fn letters(shares: Shares, of: &str, one: &Notice, several: &Notice) -> Vec<Letter> {
    let letter = |(to, shares): (ContactId, Vec<Share>)| match shares.as_slice() {
        [share] => {
            let kind = if share.listed.heading == Heading::Given { LetterKind::Assigned } else { LetterKind::NewTicket };
            let note = LetterNote { notices: vec![one.clone()], ..LetterNote::default() };
            Letter { kind, to, ticket: Some(share.ticket), entry: share.latest, note }
        }
        _ => {
            let mut list: Vec<Listed> = shares.into_iter().map(|share| share.listed).collect();
            list.sort_by_key(|listed| (listed.heading, listed.at.is_none(), listed.at, listed.ticket));
            let note = LetterNote { notices: vec![several.clone()], list, subject: of.to_owned(), ..LetterNote::default() };
            Letter { kind: LetterKind::HandedOver, to, ticket: None, entry: None, note }
        }
    };
    shares.into_iter().map(letter).collect()
}

fn latest(ticket: &Ticket) -> Option<EntryNumber> {
    (ticket.entries > 0).then(|| EntryNumber::new(ticket.entries))
}
