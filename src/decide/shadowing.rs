//! The mail of somebody who reads along with his mentor: it changes nothing and reaches nobody but the mentor.

use crate::base::ContactId;
use crate::domain::{
    Actor, Disposition, LetterKind, LetterNote, MatchedBy, Notice, PeopleNotice, Plan, Proof, SenderProof, Ticket,
};
use crate::policy::{AgentProof, Member};

use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, receive};
use super::thread::TokenStanding;

/// The writer, where he reads along and the mail proves that it is his. One that proves less goes the way of every agent's mail,
/// and is refused there.
pub(super) fn reads_along<'a>(arrival: &Arrival<'a>, agent: ContactId, token: TokenStanding) -> Option<&'a Member> {
    let is_verified = match arrival.mailbox.agents {
        AgentProof::Token => arrival.sender_proof != SenderProof::Fail,
        AgentProof::TokenAndDkim => arrival.sender_proof == SenderProof::E2,
    };
    let member = arrival.policy.member(arrival.roster, agent)?;
    (token == TokenStanding::Own && is_verified && member.is_shadowing()).then_some(member)
}

/// Hands his words to his mentor, and tells him so.
pub(super) fn words(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    agent: ContactId,
    matched: (MatchedBy, Proof),
) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Staff(agent));
    let member = arrival.policy.member(arrival.roster, agent);
    let mentor = member.and_then(|member| arrival.policy.acting_mentor(member, arrival.now));
    let name = mentor.map(|mentor| mentor.display.clone()).unwrap_or_else(|| arrival.policy.desk.operator.to_string());
    let guide = mentor.and_then(|mentor| arrival.roster.contact(&mentor.name)).or(facts.operator);
    let writer = member.map(|member| member.display.clone()).unwrap_or_default();
    if let Some(guide) = guide {
        let notices = vec![Notice::People(PeopleNotice::ShadowWords { name: writer.clone() })];
        let note = LetterNote { notices, unsent: arrival.mail.visible.clone(), ..LetterNote::default() };
        draft.letter(LetterKind::Shadow, guide, ticket.id, None, note);
    }
    let notices = vec![Notice::People(PeopleNotice::ShadowWordsKept { mentor: name })];
    let note = LetterNote { notices, answers: arrival.mail.message_id.clone(), ..LetterNote::default() };
    draft.letter(LetterKind::Receipt, agent, ticket.id, None, note);
    let because = "who reads along writes to the mentor alone".to_owned();
    receive(&mut draft, arrival, Disposition::Held { reason: because }, Some(ticket.id), matched);
    draft.finish()
}
