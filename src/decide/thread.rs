//! Which ticket a message belongs to, and by what right.
//!
//! The ways are tried in a fixed order, and each has its own check of the sender. A stranger never enters a ticket: knowing a
//! number, an id or a subject proves nothing (SECURITY.md, T03, T04). A reply token proves that its bearer has seen mail that we
//! sent to one recipient about one ticket.

use crate::base::{ContactId, TicketId};
use crate::domain::{MatchedBy, Proof, SenderProof, Ticket};
use crate::mail::TokenRole;
use crate::policy::{Strangers, SubjectThreading};

use super::facts::{Arrival, ThreadFacts};

/// Where a message belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thread {
    /// Into this ticket.
    Into {
        /// The ticket.
        ticket: TicketId,
        /// How it was found.
        matched_by: MatchedBy,
        /// How that is proved.
        proof: Proof,
        /// By what right its sender writes there.
        standing: Standing,
    },
    /// Into a new ticket that is linked to the one it refers to without right.
    Refers {
        /// The ticket it refers to.
        ticket: TicketId,
        /// How.
        matched_by: MatchedBy,
    },
    /// Into a new ticket.
    New,
}

/// By what right somebody writes into a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A participant from his own address.
    Participant(ContactId),
    /// Somebody else with a participant's reply address.
    Bearer(ContactId),
    /// Somebody to whom the ticket was forwarded: what he writes is for the staff alone.
    Consulted(ContactId),
    /// Somebody else with his reply address.
    ConsultedBearer(ContactId),
    /// Stood in To or Cc before: appended, changes nothing, is sent nothing.
    Copied(ContactId),
    /// The From address is one of the staff's.
    Staff(ContactId, TokenStanding),
    /// Anybody, where the settings say so (archives of mailing lists).
    Anybody,
}

/// How a mail that claims to be an agent's stands to the reply token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenStanding {
    /// It carries this agent's token for this ticket.
    Own,
    /// It carries a token that was written to somebody else.
    Foreign,
    /// It carries none.
    Missing,
}

/// Finds a message's ticket.
pub fn thread(arrival: &Arrival<'_>, facts: &ThreadFacts) -> Thread {
    by_token(arrival, facts)
        .or_else(|| by_reference(arrival, facts))
        .or_else(|| by_tag(arrival, facts))
        .or_else(|| by_subject(arrival, facts))
        .or_else(|| by_void_token(facts))
        .or_else(|| by_lapsed_token(arrival, facts))
        .unwrap_or(Thread::New)
}

/// The sender as a member of the staff of today.
fn staff(arrival: &Arrival<'_>) -> Option<ContactId> {
    let member = arrival.policy.member_by_address(arrival.from()?)?;
    arrival.roster.contact(&member.name)
}

/// The same, where he does not take part in the ticket as a customer: there he writes as one.
fn staff_of(arrival: &Arrival<'_>, ticket: &Ticket) -> Option<ContactId> {
    staff(arrival).filter(|agent| !ticket.participants.contains(agent))
}

fn by_token(arrival: &Arrival<'_>, facts: &ThreadFacts) -> Option<Thread> {
    let token = facts.token?;
    let written_for = facts.tickets.get(&token.ticket)?;
    // A merged ticket's letters lead where its conversation goes on, by the rights that one has there (T11).
    let ticket = facts.survivor(written_for);
    let into = |standing| Thread::Into { ticket: ticket.id, matched_by: MatchedBy::Token, proof: Proof::E1, standing };
    let refers = Thread::Refers { ticket: ticket.id, matched_by: MatchedBy::Token };
    // A revoked epoch is no proof, but it still tells where the message wanted to go (I08).
    if token.epoch != written_for.epoch {
        // A colleague's mail may still be known by what it answers, so that he is told that he needs a newer one.
        return if staff(arrival).is_some() { None } else { Some(refers) };
    }
    // Also of a colleague: what was forwarded to him he answers to whoever forwarded it, and to nobody else.
    if token.role == TokenRole::Consulted {
        return Some(into(if is_recipient(arrival, facts, token.recipient) {
            Standing::Consulted(token.recipient)
        } else {
            Standing::ConsultedBearer(token.recipient)
        }));
    }
    if let Some(agent) = staff(arrival) {
        // A member of staff who has asked something himself writes as the customer that he is there.
        if token.role == TokenRole::Customer && token.recipient == agent && ticket.participants.contains(&agent) {
            return Some(into(Standing::Participant(agent)));
        }
        let own = token.role == TokenRole::Staff && token.recipient == agent;
        return Some(into(Standing::Staff(agent, if own { TokenStanding::Own } else { TokenStanding::Foreign })));
    }
    match token.role {
        // An agent's token gives nobody else any right (I04), and an agent who has left has none (I33).
        TokenRole::Staff | TokenRole::Consulted => Some(refers),
        TokenRole::Customer if !ticket.participants.contains(&token.recipient) => Some(refers),
        TokenRole::Customer => Some(into(if is_recipient(arrival, facts, token.recipient) {
            Standing::Participant(token.recipient)
        } else {
            Standing::Bearer(token.recipient)
        })),
    }
}

/// Does the mail come from whom its token was written to?
fn is_recipient(arrival: &Arrival<'_>, facts: &ThreadFacts, recipient: ContactId) -> bool {
    let addresses = facts.token_recipient.as_ref().map(|contact| contact.addresses.as_slice()).unwrap_or_default();
    facts.sender == Some(recipient)
        || arrival.from().is_some_and(|from| addresses.iter().any(|known| known.known() == Some(from)))
}

/// A token that is void still tells where the message wanted to go.
fn by_void_token(facts: &ThreadFacts) -> Option<Thread> {
    let ticket = facts.survivor(facts.tickets.get(&facts.token?.ticket)?);
    Some(Thread::Refers { ticket: ticket.id, matched_by: MatchedBy::Token })
}

/// So does one that has lapsed; a colleague is told instead that he needs a newer one.
fn by_lapsed_token(arrival: &Arrival<'_>, facts: &ThreadFacts) -> Option<Thread> {
    let lapsed = facts.lapsed.filter(|_| staff(arrival).is_none())?;
    let ticket = facts.survivor(facts.tickets.get(&lapsed)?);
    Some(Thread::Refers { ticket: ticket.id, matched_by: MatchedBy::Token })
}

fn by_reference(arrival: &Arrival<'_>, facts: &ThreadFacts) -> Option<Thread> {
    let own = facts.own.first().map(|ticket| (*ticket, MatchedBy::OwnId, Proof::E1m));
    let known = facts.known.first().map(|ticket| (*ticket, MatchedBy::KnownId, Proof::E0));
    // Among several tickets that know the id, one in which the sender has a part is meant.
    let at_home = |ticket: &TicketId| facts.tickets.get(ticket).is_some_and(|row| has_part(facts, facts.survivor(row)));
    let home = facts.own.iter().find(|ticket| at_home(ticket)).map(|ticket| (*ticket, MatchedBy::OwnId, Proof::E1m));
    let home = home.or_else(|| facts.known.iter().find(|t| at_home(t)).map(|t| (*t, MatchedBy::KnownId, Proof::E0)));
    let (id, matched_by, proof) = home.or(own).or(known)?;
    let ticket = facts.survivor(facts.tickets.get(&id)?);
    Some(enter(arrival, facts, ticket, matched_by, proof))
}

fn has_part(facts: &ThreadFacts, ticket: &Ticket) -> bool {
    facts.sender.is_some_and(|sender| {
        ticket.participants.contains(&sender) || ticket.consulted.contains_key(&sender) || was_copied(facts, sender, ticket)
    })
}

/// Did he stand in copy, be it under an address that was merged into his since? Tickets in copy do not change hands.
fn was_copied(facts: &ThreadFacts, sender: ContactId, ticket: &Ticket) -> bool {
    ticket.copied.contains(&sender) || !ticket.copied.is_disjoint(&facts.sender_merged)
}

fn by_tag(arrival: &Arrival<'_>, facts: &ThreadFacts) -> Option<Thread> {
    let ticket = facts.survivor(facts.tickets.get(&facts.tag?)?);
    if let Some(agent) = staff_of(arrival, ticket) {
        let standing = Standing::Staff(agent, TokenStanding::Missing);
        return Some(Thread::Into { ticket: ticket.id, matched_by: MatchedBy::SubjectTag, proof: Proof::E0, standing });
    }
    // Numbers can be guessed: from anybody but a participant the tag says nothing, not even a link (T03).
    let sender = facts.sender.filter(|sender| ticket.participants.contains(sender))?;
    (arrival.sender_proof != SenderProof::Fail).then_some(Thread::Into {
        ticket: ticket.id,
        matched_by: MatchedBy::SubjectTag,
        proof: Proof::E0,
        standing: Standing::Participant(sender),
    })
}

/// A reply whose headers lead nowhere: the subject, and what it quotes.
///
/// Where it names messages that nobody here has seen (a server on its way rewrote our id), the subject alone is not enough.
/// Of strangers it never is, and only archives of lists let them in at all.
fn by_subject(arrival: &Arrival<'_>, facts: &ThreadFacts) -> Option<Thread> {
    let mail = arrival.mail;
    let is_reply = mail.has_reply_prefix || !mail.quoted.is_empty();
    if arrival.policy.threading.subject == SubjectThreading::Off || !is_reply || arrival.sender_proof == SenderProof::Fail {
        return None;
    }
    let has_references = !mail.in_reply_to.is_empty() || !mail.references.is_empty();
    let takes_part = |ticket: &Ticket| facts.sender.filter(|sender| ticket.participants.contains(sender));
    let strangers = arrival.policy.threading.strangers == Strangers::Append;
    facts.subject.iter().find_map(|candidate| {
        let ticket = facts.survivor(facts.tickets.get(&candidate.ticket)?);
        let agrees = candidate.quote_agrees == Some(true);
        let standing = match takes_part(ticket) {
            Some(sender) if agrees || candidate.quote_agrees.is_none() && mail.has_reply_prefix && !has_references => {
                Standing::Participant(sender)
            }
            // An agent speaks for the desk, and for that a guess is too little.
            None if strangers && agrees && staff(arrival).is_none() => Standing::Anybody,
            _ => return None,
        };
        Some(Thread::Into { ticket: ticket.id, matched_by: MatchedBy::Subject, proof: Proof::E0, standing })
    })
}

/// By what right a sender enters a ticket that his message refers to.
fn enter(arrival: &Arrival<'_>, facts: &ThreadFacts, ticket: &Ticket, matched_by: MatchedBy, proof: Proof) -> Thread {
    let into = |standing| Thread::Into { ticket: ticket.id, matched_by, proof, standing };
    if let Some(agent) = staff_of(arrival, ticket) {
        return into(Standing::Staff(agent, TokenStanding::Missing));
    }
    let disowned = arrival.sender_proof == SenderProof::Fail;
    match facts.sender {
        Some(sender) if ticket.participants.contains(&sender) && !disowned => into(Standing::Participant(sender)),
        Some(sender) if ticket.consulted.contains_key(&sender) && !disowned => into(Standing::Consulted(sender)),
        Some(sender) if was_copied(facts, sender, ticket) && !disowned => into(Standing::Copied(sender)),
        _ if arrival.policy.threading.strangers == Strangers::Append => into(Standing::Anybody),
        _ => Thread::Refers { ticket: ticket.id, matched_by },
    }
}

#[cfg(test)]
mod tests;
