//! Messages from outside: appended to their ticket, or opening one.

use std::collections::BTreeSet;

use crate::base::{ContactId, EntryNumber, Kind, TicketId};
use crate::domain::{
    Actor, Author, Change, Disposition, Entry, EntryKind, Flag, IllegalStatus, Letter, LetterKind, LetterNote, MatchedBy, Notice,
    Opening, PeopleNotice, Plan, Proof, QuarantineReason, SenderProof, Status, Ticket,
};
use crate::mail::{Protection, is_only_thanks};
use crate::policy::{Actions, AuthMode, Relation, before_turns, choose, relation};

use super::admission::{acknowledge, turned_away};
use super::command::{Commands, commands_of};
use super::contact::writes_from;
use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, entry_of, is_settled, receive, refers, set_aside};
use super::thread::Standing;
use super::{approval, audience, belonging};

/// Adds a message to its ticket.
pub(super) fn append(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    mut ticket: Ticket,
    standing: Standing,
    (matched_by, proof): (MatchedBy, Proof),
) -> Plan {
    let now = arrival.now;
    let only_thanks = only_thanks(arrival, &ticket, standing);
    let moves = arrival.mail.kind == Kind::Human && !matches!(standing, Standing::Copied(_)) && !only_thanks;
    let is_long_closed = ticket.status == Status::Closed && now.since(ticket.status_since) > arrival.policy.service.reopen_within;
    if is_long_closed && !only_thanks {
        return open(arrival, facts, Some(&ticket));
    }
    if let Some(plan) = asks_own(arrival, facts, &ticket, standing, (matched_by, proof)) {
        return plan;
    }
    let reopens = moves && is_settled(ticket.status);
    let hour_ago = now.minus(crate::base::Span::from_hours(1));
    let reopened = ticket.reopened_at.iter().filter(|then| **then > hour_ago).count();
    let volumes = &arrival.policy.volumes;
    if reopens && volumes.enforced && reopened >= usize::try_from(volumes.reopens_per_ticket).unwrap_or(usize::MAX) {
        return set_aside(arrival, facts, QuarantineReason::ReopenedTooOften);
    }

    let mut draft = begin(arrival, facts, Actor::Desk);
    let author = match standing {
        Standing::Participant(contact) | Standing::Copied(contact) => contact,
        _ => draft.contact(facts.sender.as_ref(), arrival.from(), sender_name(arrival)),
    };
    draft.plan.actor = Actor::Customer(author);
    reaches_again(&mut draft, facts);
    let mut entry = entry_of(&mut draft, arrival, Author::Customer(author), EntryKind::Message, &arrival.mail.visible, proof);
    entry.flags = flags(arrival);
    if proof == Proof::E1 && matches!(standing, Standing::Participant(_)) && arrival.mailbox.auth.mode == AuthMode::None {
        // Of a colleague's mail his own reply address is all the proof that there can be.
        entry.flags.remove(&Flag::Unverified);
    }
    if matches!(standing, Standing::Anybody) {
        draft.push(Change::ParticipantAdded { ticket: ticket.id, contact: author });
    }
    let (flag, proposal) = belonging::outsider(arrival, facts, &ticket, standing);
    entry.flags.extend(flag);
    let mut notices = Vec::from_iter(proposal);
    let number = draft.entry(&mut ticket, entry, refers(arrival));
    if matches!(standing, Standing::Participant(_)) {
        answered_where_he_writes(&mut draft, arrival, facts, &ticket);
    }
    if !matches!(standing, Standing::Copied(_)) {
        notices.extend(belonging::copied(&mut draft, arrival, facts, &ticket));
    }
    if only_thanks {
        notices.push(Notice::OnlyThanks);
    }

    if moves && closes_own(arrival, ticket.id, standing, proof) && draft.status(&mut ticket, Status::Closed).is_ok() {
        notices.push(Notice::ClosedByCustomer);
        draft.push(Change::Commanded { ticket: ticket.id, contact: author, command: "#close".to_owned().into() });
    } else if moves && ticket.status != Status::Spam {
        notices.extend(reopens.then_some(Notice::Reopened));
        if goes_on(&mut draft, facts, &mut ticket, reopens).is_err() {
            return open(arrival, facts, Some(&ticket));
        }
    }
    let readers = if ticket.status == Status::Spam { BTreeSet::new() } else { readers(arrival, &ticket, only_thanks) };
    for person in readers.into_iter().filter(|person| *person != author) {
        let note = LetterNote { notices: notices.clone(), ..LetterNote::default() };
        draft.letter(LetterKind::CustomerReply, person, ticket.id, Some(number), note);
    }
    if moves {
        let notice = PeopleNotice::DraftOvertakenByCustomer;
        approval::overtaken(&mut draft, (arrival.policy, arrival.roster), facts.operator, &ticket, None, notice);
    }
    receive(&mut draft, arrival, Disposition::Appended, Some(ticket.id), (matched_by, proof));
    draft.finish()
}

/// It is the desk's turn again, whatever the ticket waited for.
fn goes_on(draft: &mut Draft, facts: &IntakeFacts, ticket: &mut Ticket, reopens: bool) -> Result<(), IllegalStatus> {
    draft.awake(ticket, "the customer wrote");
    if reopens {
        draft.push(Change::Reopened { ticket: ticket.id });
    }
    if !matches!(ticket.status, Status::New | Status::Open) {
        draft.status(ticket, Status::Open)?;
    }
    // Who has answered is not asked any more whether he still needs help.
    for (_, letter) in facts.unsent_warnings.iter().filter(|(of, _)| *of == ticket.id) {
        draft.push(Change::LetterDropped { letter: *letter });
    }
    expect_answer(draft, ticket);
    Ok(())
}

/// Who hears of a message. A thank-you disturbs nobody but whose ticket it is; where it is nobody's, somebody is to see it all the
/// same.
fn readers(arrival: &Arrival<'_>, ticket: &Ticket, only_thanks: bool) -> BTreeSet<ContactId> {
    let readers = audience::staff_of(ticket, arrival.policy, arrival.roster, arrival.now);
    match ticket.assignee.filter(|assignee| only_thanks && readers.contains(assignee)) {
        Some(owner) => BTreeSet::from([owner]),
        None => readers,
    }
}

/// Is it a thank-you for an answer, and no word more? Then the ticket stays as it is, whether it is finished or waits. While it is
/// the desk's turn, a thank-you changes nothing anyway.
fn only_thanks(arrival: &Arrival<'_>, ticket: &Ticket, standing: Standing) -> bool {
    let waits = matches!(ticket.status, Status::Pending | Status::OnHold | Status::Resolved | Status::Closed);
    let members = arrival.policy.staff.values().map(|member| member.display.to_lowercase());
    let names = || members.flat_map(|name| name.split([' ', '-']).map(str::to_owned).collect::<Vec<_>>()).collect();
    waits && !matches!(standing, Standing::Copied(_)) && is_only_thanks(arrival.mail, &names())
}

/// It is the desk's turn: from now on an answer is expected. What was promised, and by when, follows from that.
pub(super) fn expect_answer(draft: &mut Draft, ticket: &mut Ticket) {
    if ticket.awaiting_since.is_none() {
        ticket.awaiting_since = Some(draft.now);
        draft.push(Change::AnswerAwaited { ticket: ticket.id });
    }
}

/// Opens a ticket, linked to the one that the message refers to without right, or that is closed for too long.
pub(super) fn open(arrival: &Arrival<'_>, facts: &IntakeFacts, refers_to: Option<&Ticket>) -> Plan {
    if let Some(plan) = turned_away(arrival, facts) {
        return plan;
    }
    let mail = arrival.mail;
    let mut draft = begin(arrival, facts, Actor::Desk);
    let requester = draft.contact(facts.sender.as_ref(), arrival.from(), sender_name(arrival));
    draft.plan.actor = Actor::Customer(requester);
    reaches_again(&mut draft, facts);
    draft.counters.ticket = draft.counters.ticket.next();
    let mut flags = flags(arrival);
    let is_part = refers_to.is_some_and(|other| other.participants.contains(&requester));
    if refers_to.is_some() && !is_part {
        flags.insert(Flag::RefersElsewhere);
    }
    let mut ticket =
        new_ticket(&mut draft, arrival, requester, flags.contains(&Flag::Unverified) || flags.contains(&Flag::NoIdentity));
    let mut entry = entry_of(&mut draft, arrival, Author::Customer(requester), EntryKind::Message, &mail.visible, Proof::E0);
    entry.flags = flags;
    if let Some((colleague, remark)) = &facts.forwarded_by {
        entry.flags.insert(Flag::Forwarded);
        draft.contributor(&mut ticket, *colleague);
        remarked(&mut draft, arrival, &mut ticket, *colleague, remark);
    }
    let number = draft.entry(&mut ticket, entry, refers(arrival));
    answered_where_he_writes(&mut draft, arrival, facts, &ticket);
    let proposal = belonging::copied(&mut draft, arrival, facts, &ticket);
    if let Some(other) = refers_to {
        draft.push(Change::Linked { ticket: ticket.id, other: other.id });
    }

    let actions = &facts.routing.actions;
    route(&mut draft, arrival, facts, &mut ticket);
    if ticket.status == Status::Spam {
        receive(&mut draft, arrival, Disposition::Opened, Some(ticket.id), (MatchedBy::None, Proof::E0));
        return draft.finish();
    }
    // A machine waits for nobody, and a rule may have finished the ticket at once.
    if matches!(mail.kind, Kind::Human | Kind::Calendar) && ticket.status.is_unfinished() {
        expect_answer(&mut draft, &mut ticket);
    }
    if !poses_as_staff_with_commands(arrival) {
        let_in(&mut draft, arrival, &mut ticket, actions);
        tell_staff(&mut draft, arrival, facts, &ticket, (number, proposal));
        if let Some(other) = refers_to.filter(|_| !is_part) {
            let colleague = arrival.from().filter(|_| belonging::is_colleague(arrival, facts, other));
            let mut notices = vec![Notice::StrangerWrote { other: ticket.id }];
            notices.extend(colleague.map(|address| Notice::ColleagueWrote { address: address.to_string() }));
            let note = LetterNote { notices, ..LetterNote::default() };
            for person in audience::staff_of(other, arrival.policy, arrival.roster, arrival.now) {
                // Who works on the other ticket gets the offer; a team that has just been told of this one knows enough.
                let is_told = draft.plan.letters.iter().any(|letter| letter.to == person);
                if other.assignee == Some(person) || !is_told {
                    draft.letter(LetterKind::Stranger, person, other.id, None, note.clone());
                }
            }
        }
        acknowledge(&mut draft, arrival, facts, &ticket, number);
    }
    // How it was found out that it refers to another ticket is part of its history; its own ticket it found by nothing.
    receive(&mut draft, arrival, Disposition::Opened, Some(ticket.id), (MatchedBy::None, Proof::E0));
    draft.finish()
}

/// A customer of several addresses is answered at the one that he writes from. All of them are his; which one it is proves nothing.
fn answered_where_he_writes(draft: &mut Draft, arrival: &Arrival<'_>, facts: &IntakeFacts, ticket: &Ticket) {
    let change = facts.sender.as_ref().and_then(|sender| writes_from(sender, ticket, arrival.from()));
    draft.plan.changes.extend(change);
}

/// Who writes from an address that mail failed to reach has probably mended it.
pub(super) fn reaches_again(draft: &mut Draft, facts: &IntakeFacts) {
    if let Some(contact) = facts.sender.as_ref().filter(|contact| contact.unreachable) {
        draft.push(Change::ReachabilityChanged { contact: contact.id, reachable: true });
    }
}

fn new_ticket(draft: &mut Draft, arrival: &Arrival<'_>, requester: ContactId, unverified: bool) -> Ticket {
    let mail = arrival.mail;
    let ticket = draft.counters.ticket;
    let opening = Opening {
        ticket,
        mailbox: arrival.mailbox_name().clone(),
        requester,
        subject: mail.subject.clone().into(),
        base_subject: mail.base_subject.clone().into(),
        language: mail.language.clone(),
        unverified,
    };
    let row = Ticket::open(&opening, arrival.now);
    draft.push(Change::TicketOpened(opening));
    row
}

/// Carries out what the rules say.
fn route(draft: &mut Draft, arrival: &Arrival<'_>, facts: &IntakeFacts, ticket: &mut Ticket) {
    let Actions { team, assignee, priority, category, status, tags, fields, spam, .. } = &facts.routing.actions;
    if !facts.routing.matched.is_empty() {
        draft.push(Change::Routed { ticket: ticket.id, rules: facts.routing.matched.clone() });
    }
    let team = team.clone().or_else(|| arrival.mailbox.team.clone());
    if team.is_some() {
        draft.push(Change::TeamSet { ticket: ticket.id, team: team.clone() });
        ticket.team = team;
    }
    if let Some(priority) = priority {
        draft.priority(ticket, *priority);
    }
    if category.is_some() {
        draft.push(Change::CategorySet { ticket: ticket.id, category: category.clone() });
        ticket.category = category.clone();
    }
    draft.tags(ticket, tags.clone(), BTreeSet::new());
    for (name, value) in fields {
        draft.push(Change::FieldSet { ticket: ticket.id, name: name.clone(), value: Some(value.clone().into()) });
    }
    let status = if *spam == Some(true) { Some(Status::Spam) } else { *status };
    if let Some(status) = status {
        // Rules may only name a status that a new ticket can take; `check` says so before.
        let _ = draft.status(ticket, status);
    }
    if ticket.status == Status::Spam {
        return;
    }
    let named = assignee.as_ref().and_then(|name| arrival.roster.contact(name));
    let chosen = named.or_else(|| {
        let (parties, load) = ((arrival.policy, arrival.roster), &facts.assign.load);
        before_turns(ticket, parties, facts.last_agent, load, arrival.now)
    });
    let chosen = chosen.or_else(|| {
        let team = arrival.policy.teams.get(ticket.team.as_ref()?)?;
        let chosen = choose(team, ticket, (arrival.policy, arrival.roster), facts.assign.last, &facts.assign.load, arrival.now)?;
        draft.push(Change::TurnTaken { team: team.name.clone(), contact: chosen });
        Some(chosen)
    });
    if chosen.is_some() {
        draft.assign(ticket, chosen);
    }
}

/// What a colleague wrote above the mail that he forwarded: for the team alone, before the mail itself.
fn remarked(draft: &mut Draft, arrival: &Arrival<'_>, ticket: &mut Ticket, colleague: ContactId, remark: &str) {
    if remark.trim().is_empty() {
        return;
    }
    let note = entry_of(draft, arrival, Author::Staff(colleague), EntryKind::Note, remark, Proof::E0);
    // The mail itself and its files are the customer's entry; this one nobody has proved to be the colleague's.
    let note = Entry { message_id: None, raw: None, attachments: Vec::new(), flags: BTreeSet::from([Flag::Unverified]), ..note };
    draft.entry(ticket, note, Vec::new());
}

/// Whom a rule tells of a ticket that neither team nor role opens to him works on it from then on: else he could not answer.
fn let_in(draft: &mut Draft, arrival: &Arrival<'_>, ticket: &mut Ticket, actions: &Actions) {
    for contact in actions.notify.iter().filter_map(|name| arrival.roster.contact(name)) {
        let member = arrival.policy.member(arrival.roster, contact);
        if member
            .is_some_and(|member| relation(member, ticket, arrival.policy, arrival.roster, arrival.now) == Relation::Stranger)
        {
            draft.contributor(ticket, contact);
        }
    }
}

/// Tells whose ticket it is, or his team, and whom a rule names; with what is proposed about who takes part.
fn tell_staff(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    (number, proposal): (EntryNumber, Option<Notice>),
) {
    let actions = &facts.routing.actions;
    // Who reads it, which may be somebody else in the end, gets those articles that are for him.
    let articles = facts.articles.clone();
    let note = LetterNote { notices: proposal.into_iter().collect(), articles, ..LetterNote::default() };
    let mut told = BTreeSet::from([ticket.requester]);
    if let Some(assignee) = ticket.assignee
        && told.insert(assignee)
    {
        draft.letter(LetterKind::Assigned, assignee, ticket.id, Some(number), note.clone());
    }
    let named = actions.notify.iter().filter_map(|name| arrival.roster.contact(name));
    let team = if ticket.assignee.is_none() {
        audience::team_of(ticket, arrival.policy, arrival.roster, arrival.now)
    } else {
        BTreeSet::new()
    };
    for person in team.into_iter().chain(named).chain(ticket.contributors.iter().copied()) {
        if told.insert(person) {
            draft.letter(LetterKind::NewTicket, person, ticket.id, Some(number), note.clone());
        }
    }
}

/// A mail that claims to be an agent's, proves nothing and begins with a command: it gets a ticket and no mail at all (I01).
fn poses_as_staff_with_commands(arrival: &Arrival<'_>) -> bool {
    let claims = arrival.from().is_some_and(|from| arrival.policy.member_by_address(from).is_some());
    claims && arrival.sender_proof < SenderProof::E2w && commands_of(arrival.mail).is_some()
}

/// A customer may ask for his own tickets: for all of them, `#list`, for the one that he writes to, `#show`, and for another,
/// `#show 42`. It takes the token, the mail must say nothing else, and the answer goes to the address that the token was written
/// to. What lacks any of it is text, and so is a number that is not his: whether there is such a ticket shows in nothing.
fn asks_own(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    standing: Standing,
    matched: (MatchedBy, Proof),
) -> Option<Plan> {
    let Standing::Participant(contact) = standing else { return None };
    let is_proved = matched.1 == Proof::E1 && arrival.sender_proof != SenderProof::Fail;
    if arrival.mail.kind != Kind::Human || !is_proved {
        return None;
    }
    let Some(Ok(commands)) = commands_of(arrival.mail) else { return None };
    let shown = match commands.named_ticket() {
        Some(other) if other != ticket.id => facts.orders.tickets.get(&other).filter(|row| is_open_to(row, contact)),
        _ => Some(ticket),
    };
    let sent = |ticket: &Ticket| ticket.automatic.get(&contact).map_or(0, Vec::len);
    let (kind, about, sent) = if commands.are_only("list") && commands.named_ticket().is_none() {
        (LetterKind::OwnTickets, None, usize::try_from(facts.volumes.lists_to).unwrap_or(usize::MAX))
    } else if commands.are_only("show") {
        (LetterKind::OwnTicket, Some(shown?.id), sent(shown?))
    } else {
        return None;
    };
    let volumes = &arrival.policy.volumes;
    if volumes.enforced && sent >= usize::try_from(volumes.automatic_per_ticket).unwrap_or(usize::MAX) {
        return None;
    }
    let mut draft = begin(arrival, facts, Actor::Customer(contact));
    let command = commands.list.first().map(|command| command.typed.clone()).unwrap_or_default();
    draft.push(Change::Commanded { ticket: ticket.id, contact, command: command.into() });
    let note = LetterNote { answers: arrival.mail.message_id.clone(), ..LetterNote::default() };
    draft.plan.letters.push(Letter { kind, to: contact, ticket: about, entry: None, note });
    receive(&mut draft, arrival, Disposition::Commanded, Some(ticket.id), matched);
    Some(draft.finish())
}

/// May a customer read it whenever he asks? A ticket in which somebody practises is nobody's outside.
fn is_open_to(ticket: &Ticket, contact: ContactId) -> bool {
    ticket.participants.contains(&contact) && ticket.practice.is_none()
}

/// A customer may close the own ticket (SECURITY.md, C10). It takes the token, and the mail must say nothing else. It closes that
/// ticket and no other.
fn closes_own(arrival: &Arrival<'_>, ticket: TicketId, standing: Standing, proof: Proof) -> bool {
    let is_meant =
        |commands: &Commands| commands.are_only("close") && commands.named_ticket().is_none_or(|named| named == ticket);
    let says_close = || matches!(commands_of(arrival.mail), Some(Ok(commands)) if is_meant(&commands));
    arrival.policy.threading.close_own && matches!(standing, Standing::Participant(_)) && proof == Proof::E1 && says_close()
}

/// The name that people see: none where it is made to be taken for another address or for a colleague (I18, I19).
pub(super) fn sender_name<'a>(arrival: &Arrival<'a>) -> &'a str {
    let name = claimed_name(arrival);
    if name.contains('@') || imitates_staff(arrival, name) { "" } else { name }
}

fn claimed_name<'a>(arrival: &Arrival<'a>) -> &'a str {
    arrival.mail.from.as_ref().map_or("", |from| from.name.as_str())
}

fn imitates_staff(arrival: &Arrival<'_>, name: &str) -> bool {
    let Some(from) = arrival.from().filter(|from| arrival.policy.member_by_address(from).is_none()) else { return false };
    let name = name.to_lowercase();
    arrival.policy.staff.values().any(|member| imitates(&name, from, member))
}

/// What agents must be warned of. Where no server verifies senders at all, saying so of each message would say nothing.
pub(super) fn flags(arrival: &Arrival<'_>) -> BTreeSet<Flag> {
    let mail = arrival.mail;
    let mut flags = BTreeSet::new();
    match mail.protection {
        Some(Protection::Encrypted(_)) => drop(flags.insert(Flag::Encrypted)),
        Some(Protection::Signed(_)) => drop(flags.insert(Flag::Signed)),
        None => {}
    }
    match arrival.sender_proof {
        SenderProof::Fail => drop(flags.insert(Flag::Disowned)),
        SenderProof::None if arrival.mailbox.auth.mode != AuthMode::None => drop(flags.insert(Flag::Unverified)),
        SenderProof::None | SenderProof::E2w | SenderProof::E2 => {}
    }
    let Some(from) = arrival.from() else {
        flags.insert(Flag::NoIdentity);
        return flags;
    };
    let own = arrival.policy.member_by_address(from).is_some();
    if own && arrival.sender_proof < SenderProof::E2w {
        flags.insert(Flag::Unverified);
    }
    if imitates_staff(arrival, claimed_name(arrival)) {
        flags.insert(Flag::ImitatesStaff);
    }
    if mail.reply_to.iter().any(|other| other.email().is_some_and(|other| other != *from)) {
        flags.insert(Flag::ReplyToDiffers);
    }
    flags
}

/// A display name that holds a colleague's address or full name, or an address that differs in look-alikes alone (I19, I20).
fn imitates(name: &str, from: &crate::base::EmailAddress, member: &crate::policy::Member) -> bool {
    let address = member.address.key();
    let display = member.display.to_lowercase();
    name.contains(&address) || (display.contains(' ') && name == display) || (looks(&from.key()) == looks(&address))
}

/// Folds characters that look alike in common fonts; enough for a warning, never used as proof.
fn looks(address: &str) -> String {
    let fold = |c: char| match c {
        '0' | 'о' | 'ο' => 'o',
        '1' | 'l' | 'і' | 'ı' | '|' => 'i',
        'а' | 'α' => 'a',
        'е' => 'e',
        'р' => 'p',
        'с' => 'c',
        'х' => 'x',
        'у' => 'y',
        '5' => 's',
        other => other,
    };
    address.chars().map(fold).collect::<String>().replace("rn", "m")
}
