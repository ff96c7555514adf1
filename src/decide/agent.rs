//! A mail from the staff to a ticket: an answer for the customer, a note, or commands.
//!
//! Who a message is from is a claim. It counts as an agent's only with the reply token that was written to this agent for this
//! ticket and, where the mailbox asks for it, a verified sender; and only while he belongs to the staff. What lacks proof is not
//! carried out, and its writer is told why and what to do, as long as something shows that he wrote it.

use crate::base::{ContactId, Kind, Timestamp};
use crate::domain::{
    Actor, Author, Change, DeadlineKind, Disposition, Due, Entry, EntryKind, Letter, LetterKind, LetterNote, MatchedBy, Notice,
    Plan, Proof, SenderProof, Status, Ticket,
};
use crate::policy::{Access, AgentProof, Member, Permission, Policy, access, parse_when, relation};

use super::audience;
use super::command::{Assignee, Commands, Order, commands_of, nearest_of};
use super::customer;
use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, entry_of, receive, refers};
use super::thread::TokenStanding;

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
    match carry_out(arrival, facts, ticket, member, agent, &commands, matched) {
        Ok(plan) => plan,
        Err(notice) => held(arrival, facts, &before, agent, vec![notice], matched),
    }
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
    let because = notices.first().map(reason).unwrap_or_default().to_owned();
    draft.push(Change::Refused {
        ticket: Some(ticket.id),
        contact: Some(agent),
        what: "a mail from the staff".to_owned(),
        because: because.clone(),
    });
    // Whoever may not see the ticket is shown nothing of it.
    let shown = (!notices.contains(&Notice::NotSeen)).then_some(ticket.id);
    let note = LetterNote {
        notices,
        subject: arrival.mail.subject.clone(),
        unsent: arrival.mail.visible.clone(),
        answers: arrival.mail.message_id.clone(),
        ..LetterNote::default()
    };
    draft.plan.letters.push(Letter { kind: LetterKind::Refused, to: agent, ticket: shown, entry: None, note });
    receive(&mut draft, arrival, Disposition::Held { reason: because }, Some(ticket.id), matched);
    draft.finish()
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
        Notice::NoSuchMember { .. } => "no such member of staff",
        _ => "it was not understood",
    }
}

fn carry_out(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    mut ticket: Ticket,
    member: &Member,
    agent: ContactId,
    commands: &Commands,
    matched: (MatchedBy, Proof),
) -> Result<Plan, Notice> {
    let mut draft = begin(arrival, facts, Actor::Staff(agent));
    let has_text = !commands.text.trim().is_empty() || !arrival.mail.attachments.is_empty();
    let may = |permission, what: &str| permitted(arrival, member, &ticket, permission, what);
    let is_note = !member.profile.may(Permission::Reply) || commands.list.iter().any(|command| command.order == Order::Note);
    if has_text {
        let permission = if is_note { Permission::Note } else { Permission::Reply };
        may(permission, permission.as_str())?;
    }
    // All or nothing, and all of it by what he may do to the ticket as it lies here: to give it away takes nothing from him
    // for the lines after it.
    for command in &commands.list {
        may(needed(&command.order, member, agent, &ticket), command.order.name())?;
    }
    let mut receipt = Vec::new();
    let mut entry = None;
    if has_text {
        let kind = if is_note { EntryKind::Note } else { EntryKind::Reply };
        let row = entry_of(&mut draft, arrival, Author::Staff(agent), kind, &commands.text, matched.1);
        entry = Some(if is_note {
            receipt.push(Notice::NoteAdded);
            draft.entry(&mut ticket, row, refers(arrival))
        } else {
            receipt.push(Notice::ReplySent);
            reply(&mut draft, arrival, facts, &mut ticket, agent, row)?
        });
    }
    for command in &commands.list {
        let done = order(&mut draft, arrival, &mut ticket, member, agent, &command.order)?;
        draft.push(Change::Commanded { ticket: ticket.id, contact: agent, command: command.typed.clone().into() });
        receipt.extend(done);
    }
    // The first answer claims a ticket that nobody has, unless the mail itself says whose it is.
    let assigns = commands.list.iter().any(|command| matches!(command.order, Order::Assign(_)));
    if has_text && !is_note && ticket.assignee.is_none() && !assigns {
        draft.assign(&mut ticket, Some(agent));
    }
    if let Some(number) = entry {
        for person in audience::staff_of(&ticket, arrival.policy, arrival.roster, arrival.now) {
            // Colleagues of the team hear of an answer only if they work on the ticket.
            let has_letter = draft.plan.letters.iter().any(|letter| letter.to == person);
            if person != agent && !has_letter && (ticket.assignee == Some(person) || ticket.contributors.contains(&person)) {
                draft.letter(LetterKind::StaffActivity, person, ticket.id, Some(number), LetterNote::default());
            }
        }
    }
    if !commands.list.is_empty() {
        let note = LetterNote { notices: receipt, answers: arrival.mail.message_id.clone(), ..LetterNote::default() };
        draft.letter(LetterKind::Receipt, agent, ticket.id, entry, note);
    }
    let disposition = if has_text { Disposition::Appended } else { Disposition::Commanded };
    receive(&mut draft, arrival, disposition, Some(ticket.id), matched);
    Ok(draft.finish())
}

/// Sends an answer to the participants and hands the turn to the customer.
fn reply(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &mut Ticket,
    agent: ContactId,
    entry: Entry,
) -> Result<crate::base::EntryNumber, Notice> {
    let reaches = |person: &ContactId| *person != agent && !facts.without_address.contains(person);
    let people: Vec<_> = ticket.participants.iter().copied().filter(reaches).collect();
    if people.is_empty() {
        return Err(Notice::NoRecipient);
    }
    let number = draft.entry(ticket, entry, refers(arrival));
    for person in people {
        draft.letter(LetterKind::Reply, person, ticket.id, Some(number), LetterNote::default());
    }
    draft.answered(ticket, "a public answer");
    if ticket.status != Status::Pending {
        let from = ticket.status;
        draft.status(ticket, Status::Pending).map_err(|_| Notice::IllegalStatus { from, to: Status::Pending })?;
    }
    if let Some(after) = arrival.policy.service.closing_warning_after {
        draft.due_at(ticket, DeadlineKind::ClosingWarning, arrival.now.plus(after));
    }
    Ok(number)
}

fn order(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    ticket: &mut Ticket,
    member: &Member,
    agent: ContactId,
    order: &Order,
) -> Result<Option<Notice>, Notice> {
    let status = match order {
        Order::Note => return Ok(None),
        Order::Close => Status::Closed,
        Order::Resolve => Status::Resolved,
        Order::Open => Status::Open,
        Order::Assign(assignee) => return assign(draft, arrival, ticket, member, agent, assignee).map(Some),
        Order::Priority(priority) => {
            draft.priority(ticket, *priority);
            return Ok(Some(Notice::PrioritySet { priority: *priority }));
        }
        Order::Tag { add, remove } => {
            draft.tags(ticket, add.clone(), remove.clone());
            let (add, remove) = (add.iter().cloned().collect(), remove.iter().cloned().collect());
            return Ok(Some(Notice::Tagged { add, remove }));
        }
        Order::Remind(words) => return remind(draft, arrival, ticket, member, agent, words).map(Some),
    };
    let from = ticket.status;
    draft.status(ticket, status).map_err(|_| Notice::IllegalStatus { from, to: status })?;
    match status {
        Status::Resolved => draft.due_at(ticket, DeadlineKind::Close, draft.now.plus(arrival.policy.service.close_after)),
        // It is the desk's turn again, so somebody must be reminded of it.
        Status::Open if !matches!(from, Status::New | Status::Open) => customer::expect_answer(draft, arrival.policy, ticket),
        _ => {}
    }
    Ok(Some(Notice::StatusSet { status }))
}

/// What one must be allowed to do for a command.
fn needed(order: &Order, member: &Member, agent: ContactId, ticket: &Ticket) -> Permission {
    match order {
        Order::Note => Permission::Note,
        Order::Close | Order::Resolve => Permission::Close,
        Order::Open | Order::Priority(_) | Order::Tag { .. } => Permission::Edit,
        Order::Remind(_) => Permission::Remind,
        Order::Assign(Assignee::Nobody) if ticket.assignee == Some(agent) => Permission::AssignSelf,
        Order::Assign(Assignee::Me) => Permission::AssignSelf,
        Order::Assign(Assignee::Member(typed)) if is_called(member, typed) => Permission::AssignSelf,
        Order::Assign(_) => Permission::AssignOthers,
    }
}

/// Asked when it is done, not when the letter was written that is answered (DESIGN: proof before power).
fn permitted(arrival: &Arrival<'_>, member: &Member, ticket: &Ticket, permission: Permission, what: &str) -> Result<(), Notice> {
    let relation = relation(member, ticket, arrival.policy, arrival.roster, arrival.now);
    match access(&member.profile, relation, permission) {
        Access::Granted => Ok(()),
        // Who is told of every ticket that nobody else could be told of must be able to act on it.
        Access::NotSeen if member.address == arrival.policy.desk.operator && member.profile.may(permission) => Ok(()),
        Access::NotSeen => Err(Notice::NotSeen),
        Access::Lacks(permission) => {
            Err(Notice::NotPermitted { command: what.to_owned(), permission: permission.as_str().to_owned() })
        }
    }
}

fn assign(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    ticket: &mut Ticket,
    member: &Member,
    agent: ContactId,
    assignee: &Assignee,
) -> Result<Notice, Notice> {
    let before = ticket.assignee;
    let name = match assignee {
        Assignee::Nobody => {
            draft.assign(ticket, None);
            taken_from(draft, ticket, before, member, None);
            return Ok(Notice::Unassigned);
        }
        Assignee::Me => member.name.clone(),
        Assignee::Member(name) => find_member(arrival.policy, name)?,
    };
    let Some(contact) = arrival.roster.contact(&name) else { return Err(no_such_member(arrival.policy, name.as_str())) };
    let display = arrival.policy.staff.get(&name).map_or_else(|| name.to_string(), |member| member.display.clone());
    draft.assign(ticket, Some(contact));
    if before != Some(contact) && contact != agent {
        let latest = crate::base::EntryNumber::new(ticket.entries);
        let note = LetterNote { notices: vec![Notice::AssignedBy { name: member.display.clone() }], ..LetterNote::default() };
        draft.letter(LetterKind::Assigned, contact, ticket.id, Some(latest), note);
    }
    taken_from(draft, ticket, before.filter(|before| *before != contact), member, Some(&display));
    Ok(Notice::AssignedTo { name: display })
}

/// Who had a ticket until now hears that he has it no more, unless he gave it away himself.
fn taken_from(draft: &mut Draft, ticket: &Ticket, before: Option<ContactId>, by: &Member, to: Option<&str>) {
    let Some(before) = before else { return };
    if draft.plan.actor == Actor::Staff(before) {
        return;
    }
    let notice = Notice::TakenFromYou { by: by.display.clone(), to: to.map(str::to_owned) };
    let note = LetterNote { notices: vec![notice], ..LetterNote::default() };
    draft.letter(LetterKind::StaffActivity, before, ticket.id, None, note);
}

/// A member by short name, address or display name, in any case; never by what merely looks like it (C08).
fn find_member(policy: &Policy, typed: &str) -> Result<crate::base::StaffName, Notice> {
    let mut found = policy.staff.values().filter(|member| is_called(member, typed));
    match (found.next(), found.next()) {
        (Some(member), None) => Ok(member.name.clone()),
        _ => Err(no_such_member(policy, typed)),
    }
}

fn is_called(member: &Member, typed: &str) -> bool {
    member.name.as_str().eq_ignore_ascii_case(typed)
        || member.address.as_str().eq_ignore_ascii_case(typed)
        || member.display.eq_ignore_ascii_case(typed)
}

fn no_such_member(policy: &Policy, typed: &str) -> Notice {
    Notice::NoSuchMember { name: typed.to_owned(), nearest: nearest_of(typed, policy.staff.keys().map(|name| name.as_str())) }
}

/// Sets a reminder at a time in the person's own zone.
fn remind(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    ticket: &mut Ticket,
    member: &Member,
    agent: ContactId,
    words: &str,
) -> Result<Notice, Notice> {
    let calendar = &arrival.policy.calendar;
    let zone = jiff::tz::TimeZone::get(&member.time_zone).unwrap_or_else(|_| calendar.zone().clone());
    let (at, used): (Timestamp, usize) = parse_when(words, arrival.now, &zone, calendar)
        .map_err(|example| Notice::BadArgument { command: "remind".to_owned(), argument: words.to_owned(), example })?;
    let text = words.get(used..).unwrap_or_default().trim().to_owned();
    let note = (!text.is_empty()).then(|| text.clone().into());
    draft.deadline(ticket, DeadlineKind::FollowUp(agent), Due { at, who: Some(agent), note });
    Ok(Notice::ReminderSet { at, text })
}
