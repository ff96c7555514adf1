//! Answers of those who learn: they wait for whoever supervises their writer, and are sent once or not at all.

use crate::base::{ContactId, EntryNumber, Timestamp};
use crate::domain::{
    Change, DeadlineKind, Decision, Due, Entry, EntryKind, HeldReply, LetterKind, LetterNote, Notice, PeopleNotice, Ticket,
};
use crate::policy::{Member, Permission, Policy, Roster};

use super::agent::{recipients, reply};
use super::clock::ClockFacts;
use super::command::Work;
use super::draft::Draft;
use super::intake::refers;

/// Reminders of one answer that waits: the mentor, then the manager, and then it is in the overview.
const REMINDERS: u8 = 2;

/// Whom an answer waits for: the mentor, or who stands in for him; else the learner's managers, else the operator.
pub(super) fn approvers(
    learner: &Member,
    policy: &Policy,
    roster: &Roster,
    operator: Option<ContactId>,
    now: Timestamp,
) -> Vec<ContactId> {
    let mentor = policy.acting_mentor(learner, now).and_then(|mentor| roster.contact(&mentor.name));
    match mentor {
        Some(mentor) => vec![mentor],
        None => policy.managers_or(operator, learner, roster, now),
    }
}

/// Puts a learner's answer aside until somebody approves it. Another one of his takes its place: the customer gets one.
///
/// # Errors
/// [`Notice::NoRecipient`] where it could not be sent afterwards.
pub(super) fn hold(work: &mut Work<'_>, entry: Entry) -> Result<EntryNumber, Notice> {
    let (arrival, agent, operator) = (work.arrival, work.agent, work.facts.operator);
    let learner = work.member;
    let name = learner.display.clone();
    let practice = work.ticket.as_ref().and_then(|ticket| ticket.practice.as_ref());
    let first = match practice {
        Some(practice) => PeopleNotice::PracticeAnswer { name, module: practice.module.clone() },
        None => {
            recipients(work, agent)?;
            PeopleNotice::DraftToApprove { name }
        }
    };
    let (draft, ticket) = work.on_ticket()?;
    let mut notices = vec![Notice::People(first)];
    let earlier: Vec<EntryNumber> = ticket.drafts.iter().filter(|(_, held)| held.by == agent).map(|(entry, _)| *entry).collect();
    for entry in earlier {
        notices.push(Notice::People(PeopleNotice::DraftReplaces));
        decided(draft, ticket, entry, Some(agent), Decision::Replaced);
    }
    let number = draft.entry(ticket, entry, refers(arrival));
    draft.push(Change::ReplyHeld { ticket: ticket.id, entry: number, by: agent });
    ticket.drafts.insert(number, HeldReply { by: agent, at: arrival.now, reminders: 0 });
    expect_decision(draft, (arrival.policy, arrival.roster), ticket);
    for person in approvers(learner, arrival.policy, arrival.roster, operator, arrival.now) {
        let note = LetterNote { notices: notices.clone(), ..LetterNote::default() };
        draft.letter(LetterKind::Draft, person, ticket.id, Some(number), note);
    }
    Ok(number)
}

/// What a learner is told of his answer.
pub(super) fn waits_for(work: &Work<'_>) -> Notice {
    let policy = work.arrival.policy;
    let mentor = policy.acting_mentor(work.member, work.arrival.now).map(|mentor| mentor.display.clone());
    let manager = || policy.managers_of(work.member, work.arrival.now).first().map(|manager| manager.display.clone());
    let mentor = mentor.or_else(manager).unwrap_or_else(|| policy.desk.operator.to_string());
    let is_practice = is_practice(work);
    Notice::People(if is_practice { PeopleNotice::PracticeWaits { mentor } } else { PeopleNotice::DraftWaits { mentor } })
}

fn is_practice(work: &Work<'_>) -> bool {
    work.ticket.as_ref().is_some_and(|ticket| ticket.practice.is_some())
}

/// Records what became of an answer that waited.
fn decided(draft: &mut Draft, ticket: &mut Ticket, entry: EntryNumber, by: Option<ContactId>, decision: Decision) {
    draft.push(Change::ReplyDecided { ticket: ticket.id, entry, by, decision });
    ticket.drafts.remove(&entry);
    if ticket.drafts.is_empty() {
        ticket.deadlines.remove(&DeadlineKind::Approval);
    }
}

/// The answer that a mail decides on: the one that its writer was shown, as it was shown.
///
/// # Errors
/// Nothing waits, something else waits, or it is not for him to decide.
fn waiting(work: &Work<'_>) -> Result<(EntryNumber, HeldReply), Notice> {
    let refused = |notice| Err(Notice::People(notice));
    let Some(ticket) = &work.ticket else { return Err(Notice::NeedsTicket) };
    let answered = work.facts.orders.answers.as_ref().filter(|letter| letter.ticket == Some(ticket.id));
    let shown = answered.filter(|letter| letter.kind == LetterKind::Draft);
    let only = || if ticket.drafts.len() == 1 { ticket.drafts.keys().next().copied() } else { None };
    // Without a usable reference there is no doubt only where one answer waits.
    let entry = match (shown, answered) {
        (Some(letter), _) => letter.entry,
        (None, _) => only(),
    };
    let Some((entry, held)) = entry.and_then(|entry| Some((entry, *ticket.drafts.get(&entry)?))) else {
        return refused(if ticket.drafts.is_empty() { PeopleNotice::NoDraft } else { PeopleNotice::DraftChanged });
    };
    // What has happened since the mail that he answers was shown to him in a later one.
    let since = answered.map_or(held.at, |letter| letter.queued_at);
    let moved_on = ticket.last_customer_at.into_iter().chain(ticket.last_reply_at).any(|at| at > since && at > held.at);
    if moved_on {
        return refused(PeopleNotice::DraftChanged);
    }
    may_decide(work, held).map(|()| (entry, held))
}

/// The mentor, who stands in for him, and whoever may approve replies; never the writer, nor one who learns himself.
fn may_decide(work: &Work<'_>, held: HeldReply) -> Result<(), Notice> {
    let (policy, now) = (work.arrival.policy, work.arrival.now);
    let learner = policy.member(work.arrival.roster, held.by);
    let name = learner.map(|learner| learner.display.clone()).unwrap_or_default();
    if work.member.is_supervised() || work.member.is_shadowing() {
        return Err(Notice::People(PeopleNotice::NotIndependent));
    }
    let is_mentor = learner.is_some_and(|learner| {
        let acting = policy.acting_mentor(learner, now).map(|mentor| &mentor.name);
        learner.mentor.as_ref() == Some(&work.member.name) || acting == Some(&work.member.name)
    });
    let may = held.by != work.agent && (is_mentor || work.member.profile.may(Permission::ApproveReplies));
    if may { Ok(()) } else { Err(Notice::People(PeopleNotice::NotMentor { name })) }
}

/// Sends an answer that waits, in its writer's name; with other words where the mail has some.
///
/// # Errors
/// Why not; then nothing happens.
pub(super) fn approve(work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
    let (entry, held) = waiting(work)?;
    let (arrival, facts, agent) = (work.arrival, work.facts, work.agent);
    let Some((drafted, _)) = work.ticket.as_ref().and_then(|ticket| facts.drafts.get(&(ticket.id, entry))) else {
        return Err(Notice::People(PeopleNotice::NoDraft));
    };
    let edited = work.text.trim().to_owned();
    let brings_files = !arrival.mail.attachments.is_empty();
    let is_edited = !edited.is_empty();
    // The raw message names the files: those of who approves, where he sends some, take the place of the draft's.
    let (raw, attachments) = if brings_files {
        (Some(arrival.raw), arrival.mail.attachments.iter().map(|file| file.name.clone().into()).collect())
    } else {
        (drafted.raw, drafted.attachments.clone())
    };
    let text = if is_edited { work.draft.text(&edited, arrival.name_text) } else { drafted.text };
    let answer = Entry {
        at: arrival.now,
        kind: EntryKind::Reply,
        message_id: None,
        raw,
        text,
        attachments,
        doubtful: drafted.doubtful && !is_edited,
        ..drafted.clone()
    };
    let decision = if is_edited { Decision::Edited } else { Decision::Approved };
    let (draft, ticket) = work.on_ticket()?;
    decided(draft, ticket, entry, Some(agent), decision);
    work.entry = Some(reply(work, answer, held.by)?);
    let by = work.member.display.clone();
    let name = writer(work, held);
    let (told, done) = if is_practice(work) {
        (PeopleNotice::PracticePassed { by, is_edited }, PeopleNotice::PracticeApproved { name, is_edited })
    } else {
        (PeopleNotice::ReplyApproved { by, is_edited }, PeopleNotice::DraftSent { name, is_edited })
    };
    let (draft, ticket) = work.on_ticket()?;
    let note = LetterNote { notices: vec![Notice::People(told)], ..LetterNote::default() };
    draft.letter(LetterKind::Receipt, held.by, ticket.id, None, note);
    overtaken_by_answer(work)?;
    Ok(vec![Notice::People(done)])
}

/// Gives an answer that waits back to its writer.
///
/// # Errors
/// Why not; then nothing happens.
pub(super) fn reject(work: &mut Work<'_>, reason: &str) -> Result<Vec<Notice>, Notice> {
    let (entry, held) = waiting(work)?;
    let reason = [reason.trim(), work.text.trim()].join(" ").trim().to_owned();
    if reason.is_empty() {
        return Err(Notice::People(PeopleNotice::RejectionNeedsReason));
    }
    let (facts, agent) = (work.facts, work.agent);
    let by = work.member.display.clone();
    let name = writer(work, held);
    let (told, done) = if is_practice(work) {
        (PeopleNotice::PracticeFailed { by, reason }, PeopleNotice::PracticeReturned { name })
    } else {
        (PeopleNotice::ReplyRejected { by, reason }, PeopleNotice::DraftReturned { name })
    };
    let (draft, ticket) = work.on_ticket()?;
    decided(draft, ticket, entry, Some(agent), Decision::Rejected);
    let unsent = facts.drafts.get(&(ticket.id, entry)).map(|(_, text)| text.clone()).unwrap_or_default();
    let note = LetterNote { notices: vec![Notice::People(told)], unsent, ..LetterNote::default() };
    draft.letter(LetterKind::Refused, held.by, ticket.id, None, note);
    Ok(vec![Notice::People(done)])
}

fn writer(work: &Work<'_>, held: HeldReply) -> String {
    work.arrival.policy.member(work.arrival.roster, held.by).map(|learner| learner.display.clone()).unwrap_or_default()
}

/// Somebody has answered: whoever is to approve an older answer must know.
///
/// # Errors
/// None; an order without a ticket has none to look at.
pub(super) fn overtaken_by_answer(work: &mut Work<'_>) -> Result<(), Notice> {
    let (arrival, agent, operator) = (work.arrival, work.agent, work.facts.operator);
    let name = work.member.display.clone();
    let (draft, ticket) = work.on_ticket()?;
    let notice = PeopleNotice::DraftOvertakenByAnswer { name };
    overtaken(draft, (arrival.policy, arrival.roster), operator, ticket, Some(agent), notice);
    Ok(())
}

/// Shows answers that wait to those who are to approve them once more, because something has happened since.
pub(super) fn overtaken(
    draft: &mut Draft,
    (policy, roster): (&Policy, &Roster),
    operator: Option<ContactId>,
    ticket: &Ticket,
    by: Option<ContactId>,
    notice: PeopleNotice,
) {
    for (entry, held) in &ticket.drafts {
        let Some(learner) = policy.member(roster, held.by) else { continue };
        for person in approvers(learner, policy, roster, operator, draft.now) {
            // Who answered himself knows it, and sees the draft below his copy; still the newest mail is the one to answer.
            let notices = if by == Some(person) { Vec::new() } else { vec![Notice::People(notice.clone())] };
            let note = LetterNote { notices, ..LetterNote::default() };
            draft.letter(LetterKind::Draft, person, ticket.id, Some(*entry), note);
        }
    }
}

/// Sets the next reminder of an answer that waits, where the settings want one: in the working time of the first whom it waits for.
fn expect_decision(draft: &mut Draft, (policy, roster): (&Policy, &Roster), ticket: &mut Ticket) {
    if let Some(after) = policy.people.approval_after {
        let learner = ticket.drafts.values().next_back().and_then(|held| policy.member(roster, held.by));
        let mentor = learner.and_then(|learner| policy.acting_mentor(learner, draft.now));
        let calendar = mentor.map_or(&policy.calendar, |mentor| policy.calendar_of(&mentor.name));
        let at = calendar.add(draft.now, after);
        draft.deadline(ticket, DeadlineKind::Approval, Due { at, who: None, note: None });
    }
}

/// Reminds of answers that still wait: the first time who is to approve, the second time the manager as well.
pub(super) fn remind(draft: &mut Draft, facts: &ClockFacts<'_>, ticket: &mut Ticket) {
    let waiting: Vec<(EntryNumber, HeldReply)> = ticket.drafts.iter().map(|(entry, held)| (*entry, *held)).collect();
    let mut is_more = false;
    for (entry, held) in waiting {
        let Some(learner) = facts.policy.member(facts.roster, held.by) else { continue };
        let mut people = approvers(learner, facts.policy, facts.roster, facts.operator, facts.now);
        if held.reminders > 0 {
            people.extend(facts.policy.managers_or(facts.operator, learner, facts.roster, facts.now));
            people.sort();
            people.dedup();
        }
        let notice = PeopleNotice::DraftStillWaits { name: learner.display.clone(), since: held.at };
        for person in people.into_iter().filter(|person| *person != held.by) {
            let note = LetterNote { notices: vec![Notice::People(notice.clone())], ..LetterNote::default() };
            draft.letter(LetterKind::Draft, person, ticket.id, Some(entry), note);
        }
        draft.push(Change::ReplyRemembered { ticket: ticket.id, entry });
        is_more |= held.reminders.saturating_add(1) < REMINDERS;
    }
    if is_more {
        expect_decision(draft, (facts.policy, facts.roster), ticket);
    }
}
