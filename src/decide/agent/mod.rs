//! A mail from the staff to a ticket: an answer for the customer, a note, or commands.
//!
//! Who a message is from is a claim, and counts only while he belongs to the staff. Whether it may act is asked of `proof` alone:
//! what lacks proof is not carried out, and as long as something shows that he wrote it, he is asked (`confirm`) or told why.

mod answer;
mod carry_out;
mod new_mail;

use crate::base::{ContactId, EntryNumber, Kind, TicketId, limit};
use crate::domain::{
    Actor, Author, Change, Disposition, Entry, EntryKind, HeldAnswer, Letter, LetterKind, LetterNote, MatchedBy, Notice,
    PeopleNotice, Plan, Proof, QuarantineReason, Ticket,
};
use crate::mail::{Mail, plain_alone};
use crate::policy::AgentProof;

use super::command::{Commands, Risk, commands_of};
use super::confirm::{Doubtful, ask, orders_of, suspect};
use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, entry_of, receive, set_aside};
use super::proof::{Authorization, Evidence, authorize, evidence_of, setting_of};
use super::thread::TokenStanding;
use super::{customer, proof};

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
    let plain = plain_alone(arrival.mail);
    let arrival = &Arrival { mail: plain.as_ref().unwrap_or(arrival.mail), ..*arrival };
    let mail = arrival.mail;
    // A list's or machine's copy of an agent's mail orders nothing (C11, C14).
    if mail.kind != Kind::Human && mail.kind != Kind::Calendar {
        return customer::open(arrival, facts, Some(&ticket));
    }
    let evidence = evidence_of(arrival, facts, token, matched.1);
    let setting = setting_of(arrival, facts);
    if facts.proof.was_executed {
        return replayed(arrival, facts, Some(ticket.id), agent, matched);
    }
    if awaits_keys(arrival, facts) {
        return set_aside(arrival, facts, QuarantineReason::KeysUnreachable);
    }
    // Before anything of it is read: may it ask for anything at all?
    match authorize(Risk::ReadOnly, "", &evidence, setting) {
        Authorization::Granted | Authorization::Confirm(_) => {}
        Authorization::Refused(notice) => return refused(arrival, facts, &ticket, agent, notice, &evidence, matched),
        Authorization::Unvouched => return unvouched(arrival, facts, Some(&ticket), agent),
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
    // What it would do is worked out first: a question shows that, and nothing is asked about what cannot be done.
    let would = carry_out(arrival, facts, ticket, (member, agent), &commands, matched);
    // An answer to the customer counts as a command like any other.
    let (risk, name) = commands.riskiest(arrival.policy).unwrap_or((Risk::Usual, ""));
    let risk = if is_empty { risk } else { risk.max(Risk::Usual) };
    let authorization = authorize(risk, name, &evidence, setting);
    match (authorization, would) {
        (Authorization::Granted, Ok(plan)) => {
            proved(facts, risk, agent, plan, |plan| orders_of(mail, Some(before.id), &commands, plan))
                .unwrap_or_else(|| held(arrival, facts, &before, agent, vec![Notice::ConfirmChanged], matched))
        }
        (Authorization::Granted, Err(Stop::Overtaken(notices, text))) => {
            overtaken(arrival, facts, &before, agent, notices, &text, &commands, matched)
        }
        (Authorization::Refused(notice), _) => refused(arrival, facts, &before, agent, notice, &evidence, matched),
        (Authorization::Unvouched, _) => unvouched(arrival, facts, Some(&before), agent),
        (_, Err(Stop::Refused(notice))) => held(arrival, facts, &before, agent, vec![notice], matched),
        // Without proof nothing is kept for `#send`.
        (Authorization::Confirm(_), Err(Stop::Overtaken(notices, _))) => held(arrival, facts, &before, agent, notices, matched),
        (Authorization::Confirm(challenge), Ok(would)) => {
            let doubtful = Doubtful { agent, ticket: Some(before.id), commands: &commands, would, evidence: &evidence, matched };
            ask(arrival, facts, &doubtful, challenge)
        }
    }
}

/// A plan that may take effect, with what tells a copy of its mail; none where it is not what was confirmed.
fn proved(
    facts: &IntakeFacts,
    risk: Risk,
    agent: ContactId,
    mut plan: Plan,
    orders: impl Fn(&Plan) -> crate::base::Digest,
) -> Option<Plan> {
    if facts.proof.confirmed.is_some_and(|confirmed| confirmed != orders(&plan)) {
        return None;
    }
    if risk > Risk::ReadOnly {
        plan.changes.push(Change::Executed { contact: agent, keys: facts.proof.keys.clone() });
    }
    Some(plan)
}

/// A signature that cannot be checked now is tried again for a while: only then it goes without (SECURITY.md F46).
fn awaits_keys(arrival: &Arrival<'_>, facts: &IntakeFacts) -> bool {
    let since = facts.proof.keys_awaited.unwrap_or(arrival.now);
    facts.proof.keys_unreachable
        && facts.proof.confirmed.is_none()
        && arrival.mailbox.agents == AgentProof::TokenAndDkim
        && arrival.now.since(since) < limit::KEYS_AWAITED
}

/// A copy of a mail that was carried out before: somebody sends it again, or a server does. Nothing is done twice (I30).
fn replayed(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: Option<TicketId>,
    agent: ContactId,
    matched: (MatchedBy, Proof),
) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Desk);
    draft.push(Change::Refused {
        ticket,
        contact: Some(agent),
        what: "a mail from the staff".to_owned(),
        because: "replay: it was carried out before".to_owned(),
    });
    receive(&mut draft, arrival, Disposition::Duplicate, ticket, matched);
    draft.finish()
}

/// Nothing shows that it is from whom it names: a message like any other, and the person who is named is not written to.
fn unvouched(arrival: &Arrival<'_>, facts: &IntakeFacts, about: Option<&Ticket>, agent: ContactId) -> Plan {
    let mut plan = customer::open(arrival, facts, about);
    plan.changes.push(Change::Refused {
        ticket: about.map(|ticket| ticket.id),
        contact: Some(agent),
        what: "a mail from the staff".to_owned(),
        because: "nothing shows that it is from him".to_owned(),
    });
    plan
}

/// Nothing of the mail is carried out, for want of proof.
fn refused(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    agent: ContactId,
    notice: Notice,
    evidence: &Evidence,
    matched: (MatchedBy, Proof),
) -> Plan {
    let mut plan = held(arrival, facts, ticket, agent, vec![notice], matched);
    let mut draft = begin(arrival, facts, Actor::Desk);
    suspect(&mut draft, arrival, facts, agent, evidence);
    plan.changes.splice(0..0, draft.plan.changes);
    plan.letters.extend(draft.plan.letters);
    plan
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

/// Are they orders that are about no ticket, and nothing else?
pub(super) fn is_about_no_ticket(mail: &Mail) -> bool {
    commands_of(mail).is_some_and(|read| read.is_ok_and(|commands| commands.are_about_no_ticket()))
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
    if let Some(lack) = proof::reason(notice) {
        return lack;
    }
    match notice {
        Notice::UnknownCommand { .. } => "unknown command",
        Notice::BadArgument { .. } => "a command's argument cannot be used",
        Notice::NotPermitted { .. } => "the profile lacks a permission",
        Notice::NotSeen => "the ticket is not open to him",
        Notice::TooManyCommands { .. } => "too many commands",
        Notice::HiddenText => "commands in HTML that hides something",
        Notice::HiddenCharacters { .. } => "a command with characters that cannot be seen",
        Notice::NothingNew => "it says nothing new",
        Notice::NoRecipient => "the ticket has nobody to answer to",
        Notice::IllegalStatus { .. } => "the status may not change so",
        Notice::NeedsTicket => "a command without a ticket",
        Notice::AnsweredMeanwhile { .. } => "a colleague had answered meanwhile",
        Notice::CustomerWroteMeanwhile { .. } => "the customer had written meanwhile",
        Notice::NoSuchTicket { .. } => "no such ticket",
        Notice::NoSuchTeam { .. } | Notice::NoSuchCategory { .. } => "no such team or category",
        Notice::NoSuchMacro { .. } => "no such canned response",
        Notice::OtherTicket { .. } => "it names another ticket",
        Notice::NothingHeld => "no answer is held",
        Notice::NotTakingPart { .. }
        | Notice::RequesterStays { .. }
        | Notice::TakesPartAnyway { .. }
        | Notice::NothingToForward
        | Notice::AssigneeHears
        | Notice::NobodyAbove
        | Notice::SameTicket { .. }
        | Notice::TakesNothing { .. }
        | Notice::TooLong { .. }
        | Notice::NothingToMove
        | Notice::NothingLeft => "it cannot be done so",
        Notice::ChangedSince { .. } | Notice::NothingToUndo { .. } => "it cannot be taken back",
        Notice::NoSuchMember { .. } => "no such member of staff",
        Notice::QueryUnreadable { .. } | Notice::NoSuchList { .. } | Notice::NoSuchReport { .. } => {
            "a question that cannot be read"
        }
        Notice::TooManyReports => "too many reports wait",
        Notice::Review(_) => "it cannot be scored so",
        Notice::Contact(_) => "a customer who is not known, or cannot be described so",
        Notice::People(
            PeopleNotice::EndsBeforeItBegins
            | PeopleNotice::OwnSubstitute
            | PeopleNotice::NoSuchModule { .. }
            | PeopleNotice::NoSuchLevel
            | PeopleNotice::NeedsMentor { .. }
            | PeopleNotice::NothingToPractise { .. }
            | PeopleNotice::NeverAnswers { .. }
            | PeopleNotice::PracticeStaysInside { .. }
            | PeopleNotice::NoteBesideDecision { .. },
        ) => "it cannot be done so",
        Notice::People(_) => "it is not for the writer to decide, or was decided already",
        _ => "it was not understood",
    }
}
