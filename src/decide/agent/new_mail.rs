//! A new mail of a colleague to the desk that begins with commands: it is about no ticket, or opens one for a customer.
//!
//! It carries no reply address, so its sender must be vouched for by his domain's signature; and even then only what changes nothing
//! is done at once, and he is asked about the rest. A mail that nobody vouches for is a message like any other (SECURITY.md, I01).

use crate::base::ContactId;
use crate::domain::{
    Actor, Author, Change, Disposition, EntryKind, Letter, LetterKind, LetterNote, MatchedBy, Notice, Opening, PeopleNotice,
    Plan, Proof, QuarantineReason, Ticket,
};
use crate::mail::plain_alone;
use crate::policy::{Member, Permission};

use super::super::command::{Asker, Commands, Risk, Work, commands_of};
use super::super::confirm::{Doubtful, ask, orders_of};
use super::super::facts::{Arrival, IntakeFacts};
use super::super::intake::{begin, entry_of, receive, set_aside};
use super::super::proof::{Authorization, authorize, evidence_of, setting_of};
use super::super::thread::TokenStanding;
use super::answer::reply;
use super::carry_out::{keep_undoing, order, text_of};
use super::{awaits_keys, proved, refuse, replayed, unvouched};

/// Carries the mail out, or says why not; none where it is no such mail.
pub(in crate::decide) fn new_mail(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Option<Plan> {
    let member = arrival.policy.member_by_address(arrival.from()?)?;
    let agent = arrival.roster.contact(&member.name)?;
    if arrival.mail.kind != crate::base::Kind::Human {
        return None;
    }
    let plain = plain_alone(arrival.mail);
    let arrival = &Arrival { mail: plain.as_ref().unwrap_or(arrival.mail), ..*arrival };
    // An answer to a letter of ours that was about no ticket shows that its writer knows that letter.
    let matched = if facts.orders.answers_own { (MatchedBy::OwnId, Proof::E1m) } else { (MatchedBy::None, Proof::E0) };
    let commands = commands_of(arrival.mail)?;
    if facts.proof.was_executed {
        return Some(replayed(arrival, facts, None, agent, matched));
    }
    if awaits_keys(arrival, facts) {
        return Some(set_aside(arrival, facts, QuarantineReason::KeysUnreachable));
    }
    let evidence = evidence_of(arrival, facts, TokenStanding::Missing, matched.1);
    let setting = setting_of(arrival, facts);
    let may = |risk, what| authorize(risk, what, &evidence, setting);
    if matches!(may(Risk::ReadOnly, ""), Authorization::Unvouched | Authorization::Refused(_)) {
        return Some(unvouched(arrival, facts, None, agent));
    }
    let done = match commands {
        Err(notices) => Err(notices),
        Ok(commands) => {
            let would = carry_out(arrival, facts, member, agent, &commands, matched).map_err(|notice| vec![notice]);
            // What opens a ticket writes to somebody outside.
            let opens = commands.list.first().is_some_and(|command| command.order.opens_for().is_some());
            let (risk, name) = commands.riskiest(arrival.policy).unwrap_or((Risk::Usual, ""));
            let risk = if opens { risk.max(Risk::Usual) } else { risk };
            match (may(risk, name), would) {
                (_, Err(notices)) => Err(notices),
                (Authorization::Granted, Ok(plan)) => {
                    let orders = |plan: &Plan| orders_of(arrival.mail, None, &commands, plan);
                    proved(facts, risk, agent, plan, orders).ok_or_else(|| vec![Notice::ConfirmChanged])
                }
                (Authorization::Confirm(mut challenge), Ok(would)) => {
                    // A reply address of a ticket is nothing that it could have.
                    if challenge.because == Notice::NoToken {
                        challenge.because = Notice::People(PeopleNotice::AskedWithoutTicket);
                    }
                    let doubtful = Doubtful { agent, ticket: None, commands: &commands, would, evidence: &evidence, matched };
                    Ok(ask(arrival, facts, &doubtful, challenge))
                }
                (Authorization::Refused(_) | Authorization::Unvouched, Ok(_)) => {
                    return Some(unvouched(arrival, facts, None, agent));
                }
            }
        }
    };
    Some(done.unwrap_or_else(|notices| {
        let mut draft = begin(arrival, facts, Actor::Staff(agent));
        refuse(&mut draft, arrival, None, (agent, None), notices, matched);
        draft.finish()
    }))
}

fn carry_out(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    member: &Member,
    agent: ContactId,
    commands: &Commands,
    matched: (MatchedBy, Proof),
) -> Result<Plan, Notice> {
    let draft = begin(arrival, facts, Actor::Staff(agent));
    let mut work = Work::new(arrival, facts, (member, agent), draft, None);
    let opens = commands.list.first().is_some_and(|command| command.order.opens_for().is_some());
    for command in &commands.list {
        let asker = Asker { member, agent, ticket: None };
        let needed = command.order.needs(&asker);
        if !member.profile.may(needed) {
            return Err(Notice::NotPermitted { command: command.name.to_owned(), permission: needed.as_str().to_owned() });
        }
    }
    let mut receipt = Vec::from_iter(arrival.mail.left_out.as_ref().map(|_| Notice::VersionsDiffer));
    if opens {
        receipt.extend(open(&mut work, commands, matched.1)?);
    } else if !text_of(&work, commands)?.trim().is_empty() {
        // What it says would be lost: there is nobody whom it could go to.
        return Err(Notice::NeedsTicket);
    }
    receipt.extend(order(&mut work, &commands.list.iter().collect::<Vec<_>>())?);
    keep_undoing(&mut work, commands);
    let ticket = work.ticket.as_ref().map(|ticket| ticket.id);
    let note = LetterNote {
        notices: receipt,
        answers: arrival.mail.message_id.clone(),
        subject: arrival.mail.subject.clone(),
        ..LetterNote::default()
    };
    let entry = work.entry;
    // What was only asked for goes out as letters of their own.
    let only_asks = note.notices.is_empty() && commands.list.iter().all(|command| command.risk == Risk::ReadOnly);
    if !only_asks {
        work.draft.plan.letters.push(Letter { kind: LetterKind::Receipt, to: agent, ticket, entry, note });
    }
    let disposition = if opens { Disposition::Opened } else { Disposition::Commanded };
    receive(&mut work.draft, arrival, disposition, ticket, matched);
    Ok(work.draft.finish())
}

/// Opens a ticket of the customer whom the first command names; what the mail says goes to him as the first answer.
fn open(work: &mut Work<'_>, commands: &Commands, proof: Proof) -> Result<Vec<Notice>, Notice> {
    let (arrival, agent) = (work.arrival, work.agent);
    if !work.member.profile.may(Permission::Reply) {
        let permission = Permission::Reply.as_str().to_owned();
        return Err(Notice::NotPermitted { command: "requester".to_owned(), permission });
    }
    let Some(address) = commands.list.first().and_then(|command| command.order.opens_for()) else { return Ok(Vec::new()) };
    let requester = work.draft.contact(work.facts.orders.contacts.get(&address.key()), Some(address), "");
    work.draft.counters.ticket = work.draft.counters.ticket.next();
    let opening = Opening {
        ticket: work.draft.counters.ticket,
        mailbox: arrival.mailbox_name().clone(),
        requester,
        subject: arrival.mail.subject.clone().into(),
        base_subject: arrival.mail.base_subject.clone().into(),
        language: arrival.mail.language.clone(),
        unverified: false,
    };
    let mut ticket = Ticket::open(&opening, arrival.now);
    work.draft.push(Change::TicketOpened(opening));
    work.draft.team(&mut ticket, arrival.mailbox.team.clone());
    work.draft.assign(&mut ticket, Some(agent));
    let id = ticket.id;
    work.ticket = Some(ticket);
    // A canned response names the ticket, so it is written once there is one.
    let text = text_of(work, commands)?;
    if text.trim().is_empty() && arrival.mail.attachments.is_empty() {
        return Err(Notice::NothingNew);
    }
    let entry = entry_of(&mut work.draft, arrival, Author::Staff(agent), EntryKind::Reply, &text, proof);
    work.entry = Some(reply(work, entry, work.agent)?);
    Ok(vec![Notice::OpenedFor { ticket: id, address: address.to_string() }, Notice::ReplySent])
}
