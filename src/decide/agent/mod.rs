//! A mail from the staff to a ticket: an answer for the customer, a note, or commands.
//!
//! Who a message is from is a claim. It counts as an agent's only with the reply token that was written to this agent for this
//! ticket and, where the mailbox asks for it, a verified sender; and only while he belongs to the staff. What lacks proof is not
//! carried out, and its writer is told why and what to do, as long as something shows that he wrote it.

mod answer;
mod carry_out;
mod new_mail;

use crate::base::{ContactId, EntryNumber, Kind};
use crate::domain::{
    Actor, Author, Change, Disposition, Entry, EntryKind, HeldAnswer, Letter, LetterKind, LetterNote, MatchedBy, Notice, Plan,
    Proof, SenderProof, Ticket,
};
use crate::policy::AgentProof;

use super::command::{Commands, commands_of};
use super::customer;
use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, entry_of, receive};
use super::thread::TokenStanding;

pub(super) use answer::{recipients, reply};
pub(super) use new_mail::new_mail;

use carry_out::{Stop, carry_out};

/// Carries out an agent's mail, or says why not.
pub(super) fn answer(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: Ticket,
    agent: ContactId,
    token: TokenStanding,
    matched: (MatchedBy, Proof),
) -> Plan {
    let Some(member) = arrival.policy.member(arrival.roster, agent) else { return customer::open(arrival, facts, None) };
    let mail = arrival.mail;
    // A list's or machine's copy of an agent's mail orders nothing (C11, C14).
    if mail.kind != Kind::Human && mail.kind != Kind::Calendar {
        return customer::open(arrival, facts, Some(&ticket));
    }
    if let Some(notice) = missing_proof(arrival, token) {
        // Whether a mail may be sent at all depends on something that the claimed sender must have had a hand in.
        let disowned = arrival.sender_proof == SenderProof::Fail;
        let vouched =
            token != TokenStanding::Missing || !disowned && (matched.1 == Proof::E1m || arrival.sender_proof >= SenderProof::E2);
        return if vouched {
            held(arrival, facts, &ticket, agent, vec![notice], matched)
        } else {
            customer::open(arrival, facts, Some(&ticket))
        };
    }
    let commands = match commands_of(mail) {
        None => Commands { list: Vec::new(), text: mail.visible.trim().to_owned() },
        Some(Ok(commands)) => commands,
        Some(Err(notices)) => return held(arrival, facts, &ticket, agent, notices, matched),
    };
    let is_empty = commands.text.trim().is_empty() && mail.attachments.is_empty();
    if is_empty && commands.list.is_empty() {
        return held(arrival, facts, &ticket, agent, vec![Notice::NothingNew], matched);
    }
    let before = ticket.clone();
    match carry_out(arrival, facts, ticket, (member, agent), &commands, matched) {
        Ok(plan) => plan,
        Err(Stop::Refused(notice)) => held(arrival, facts, &before, agent, vec![notice], matched),
        Err(Stop::Overtaken(notices, text)) => overtaken(arrival, facts, &before, agent, notices, &text, &commands, matched),
    }
}

/// Nothing of an answer is carried out, because its writer has not seen what happened; it is kept, and `#send` sends it.
#[expect(clippy::too_many_arguments, reason = "what came, what is known of it, and why it stops")]
fn overtaken(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    agent: ContactId,
    notices: Vec<Notice>,
    text: &str,
    commands: &Commands,
    matched: (MatchedBy, Proof),
) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Staff(agent));
    let entry = entry_of(&mut draft, arrival, Author::Staff(agent), EntryKind::Reply, text, matched.1);
    let entry = Entry { ticket: ticket.id, ..entry };
    let commands = commands.list.iter().map(|command| command.typed.clone().into()).collect();
    let answer = HeldAnswer { by: agent, entry, commands };
    draft.push(Change::AnswerHeld { ticket: ticket.id, answer: Box::new(answer) });
    let latest = (ticket.entries > 0).then(|| EntryNumber::new(ticket.entries));
    refuse(&mut draft, arrival, Some(ticket), (agent, latest), notices, matched);
    draft.finish()
}

/// What a mail lacks to count as this agent's.
fn missing_proof(arrival: &Arrival<'_>, token: TokenStanding) -> Option<Notice> {
    match token {
        TokenStanding::Foreign => Some(Notice::ForeignToken),
        TokenStanding::Missing => Some(Notice::NoToken),
        TokenStanding::Own if arrival.sender_proof == SenderProof::Fail => Some(Notice::SenderDisowned),
        TokenStanding::Own if arrival.mailbox.agents == AgentProof::TokenAndDkim && arrival.sender_proof != SenderProof::E2 => {
            Some(Notice::SenderNotVerified)
        }
        TokenStanding::Own => None,
    }
}

/// Nothing of the mail is carried out; it is kept, and its writer gets it back with the reason.
fn held(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    agent: ContactId,
    notices: Vec<Notice>,
    matched: (MatchedBy, Proof),
) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Staff(agent));
    refuse(&mut draft, arrival, Some(ticket), (agent, None), notices, matched);
    draft.finish()
}

/// Records a refusal and tells the writer; an entry is shown to him where it is the reason.
fn refuse(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    ticket: Option<&Ticket>,
    (agent, entry): (ContactId, Option<EntryNumber>),
    notices: Vec<Notice>,
    matched: (MatchedBy, Proof),
) {
    let because = notices.first().map(reason).unwrap_or_default().to_owned();
    let ticket = ticket.map(|ticket| ticket.id);
    draft.push(Change::Refused {
        ticket,
        contact: Some(agent),
        what: "a mail from the staff".to_owned(),
        because: because.clone(),
    });
    // Whoever may not see the ticket is shown nothing of it.
    let shown = ticket.filter(|_| !notices.contains(&Notice::NotSeen));
    let note = LetterNote {
        notices,
        subject: arrival.mail.subject.clone(),
        unsent: arrival.mail.visible.clone(),
        answers: arrival.mail.message_id.clone(),
        ..LetterNote::default()
    };
    draft.plan.letters.push(Letter { kind: LetterKind::Refused, to: agent, ticket: shown, entry, note });
    receive(draft, arrival, Disposition::Held { reason: because }, ticket, matched);
}

/// A refusal in the journal's words; the letter's words stand in `notify`.
const fn reason(notice: &Notice) -> &'static str {
    match notice {
        Notice::NoToken => "it lacks the reply address of this ticket",
        Notice::ForeignToken => "its reply address was written to somebody else",
        Notice::SenderNotVerified => "the receiving server did not vouch for the sender",
        Notice::SenderDisowned => "the sender's domain disowns it",
        Notice::UnknownCommand { .. } => "unknown command",
        Notice::BadArgument { .. } => "a command's argument cannot be used",
        Notice::NotPermitted { .. } => "the profile lacks a permission",
        Notice::NotSeen => "the ticket is not open to him",
        Notice::TooManyCommands { .. } => "too many commands",
        Notice::HiddenText => "commands in HTML that hides something",
        Notice::NothingNew => "it says nothing new",
        Notice::NoRecipient => "the ticket has nobody to answer to",
        Notice::IllegalStatus { .. } => "the status may not change so",
        Notice::NeedsTicket => "a command without a ticket",
        Notice::AnsweredMeanwhile { .. } => "a colleague had answered meanwhile",
        Notice::CustomerWroteMeanwhile { .. } => "the customer had written meanwhile",
        Notice::NoSuchTicket { .. } => "no such ticket",
        Notice::NoSuchTeam { .. } | Notice::NoSuchCategory { .. } => "no such team or category",
        Notice::OtherTicket { .. } => "it names another ticket",
        Notice::NothingHeld => "no answer is held",
        Notice::NotTakingPart { .. }
        | Notice::RequesterStays { .. }
        | Notice::AssigneeHears
        | Notice::NobodyAbove
        | Notice::SameTicket { .. }
        | Notice::TakesNothing { .. }
        | Notice::TooLong { .. }
        | Notice::NothingToMove
        | Notice::NothingLeft => "it cannot be done so",
        Notice::ChangedSince { .. } | Notice::NothingToUndo { .. } => "it cannot be taken back",
        Notice::NoSuchMember { .. } => "no such member of staff",
        Notice::QueryUnreadable { .. } | Notice::NoSuchList { .. } => "a question that cannot be read",
        Notice::People(_) => "it is not for the writer to decide, or was decided already",
        _ => "it was not understood",
    }
}
