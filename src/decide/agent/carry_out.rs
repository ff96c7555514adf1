//! Carries out a mail that may act: its text first, then its commands, all or nothing.

use crate::base::ContactId;
use crate::domain::{
    Actor, Author, Change, Disposition, Entry, EntryKind, LetterKind, LetterNote, MatchedBy, Notice, PeopleNotice, PersonEvent,
    Plan, Proof, Ticket, Undoing,
};
use crate::policy::{Hold, Member, Permission};

use super::super::command::{Command, Commands, Risk, Scope, TextUse, Work};
use super::super::facts::{Arrival, IntakeFacts};
use super::super::intake::{begin, entry_of, receive, refers};
use super::super::reversal;
use super::super::{approval, audience};
use super::answer::reply;

/// Why nothing of a mail was carried out.
pub(super) enum Stop {
    /// Something is wrong with it.
    Refused(Notice),
    /// Something happened that its writer has not seen; what it says may be sent all the same.
    Overtaken(Vec<Notice>, String),
}

impl From<Notice> for Stop {
    fn from(notice: Notice) -> Self {
        Self::Refused(notice)
    }
}

/// What becomes of the text of a mail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    None,
    Note,
    Answer,
    /// An answer that waits for whoever supervises its writer.
    Draft,
}

pub(super) fn carry_out(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: Ticket,
    (member, agent): (&Member, ContactId),
    commands: &Commands,
    matched: (MatchedBy, Proof),
) -> Result<Plan, Stop> {
    let draft = begin(arrival, facts, Actor::Staff(agent));
    let mut work = Work::new(arrival, facts, (member, agent), draft, Some(ticket));
    let text = text_of(&work, commands)?;
    let what = text_use(&work, commands, !text.trim().is_empty());
    hand_over(&mut work, commands, &text)?;
    allowed(&work, commands, what)?;
    let mut receipt = Vec::new();
    match what {
        Text::None => {}
        Text::Note => receipt.push(Notice::NoteAdded),
        Text::Draft => receipt.push(approval::waits_for(&work)),
        Text::Answer => {
            receipt.push(Notice::ReplySent);
            receipt.extend(overtaken(&work, &text)?);
        }
    }
    // The plain text alone was taken, and its writer may have seen the other version (C05).
    receipt.extend(arrival.mail.left_out.as_ref().map(|_| Notice::VersionsDiffer));
    let is_warned = receipt.len() > 1;
    let (first, then): (Vec<_>, Vec<_>) = commands.list.iter().partition(|command| command.order.comes_before_text());
    receipt.extend(order(&mut work, &first)?);
    if what != Text::None {
        say(&mut work, &text, what, matched.1)?;
    }
    receipt.extend(order(&mut work, &then)?);
    keep_undoing(&mut work, commands);
    let (draft, ticket) = work.on_ticket()?;
    // The first answer claims a ticket that nobody has, unless the mail itself says whose it is.
    let assigns = commands.list.iter().any(|command| command.order.decides_assignee());
    if matches!(what, Text::Answer | Text::Draft) && ticket.assignee.is_none() && !assigns {
        draft.assign(ticket, Some(agent));
    }
    if what != Text::Draft {
        tell_colleagues(&mut work, what)?;
    }
    if what == Text::Answer {
        approval::overtaken_by_answer(&mut work)?;
    }
    let entry = work.entry;
    let (draft, ticket) = work.on_ticket()?;
    // What was asked for goes out as letters of their own; a receipt would say nothing.
    let only_asks = receipt.is_empty() && commands.list.iter().all(|command| command.risk == Risk::ReadOnly);
    if !commands.list.is_empty() && !only_asks || is_warned || what == Text::Draft {
        let note = LetterNote { notices: receipt, answers: arrival.mail.message_id.clone(), ..LetterNote::default() };
        draft.letter(LetterKind::Receipt, agent, ticket.id, entry, note);
    }
    let disposition = if what == Text::None { Disposition::Commanded } else { Disposition::Appended };
    receive(draft, arrival, disposition, Some(ticket.id), matched);
    Ok(work.draft.finish())
}

/// Carries out commands in their order, and notes how to take them back.
pub(super) fn order(work: &mut Work<'_>, commands: &[&Command]) -> Result<Vec<Notice>, Notice> {
    let mut receipt = Vec::new();
    let mut before = work.ticket.clone();
    for command in commands {
        let keeps_own = command.order.keeps_own_steps();
        if keeps_own {
            note_steps(work, before.as_ref());
        }
        receipt.extend(command.order.carry_out(work)?);
        if keeps_own {
            before = work.ticket.clone();
        }
        // What concerns people stands in their own records; a ticket's history is read by others.
        if let Some(ticket) = work.ticket.as_ref().filter(|_| command.order.scope() != Scope::Person) {
            let change = Change::Commanded { ticket: ticket.id, contact: work.agent, command: command.typed.clone().into() };
            work.draft.push(change);
        }
    }
    note_steps(work, before.as_ref());
    Ok(receipt)
}

fn note_steps(work: &mut Work<'_>, before: Option<&Ticket>) {
    if let (Some(before), Some(after)) = (before, &work.ticket) {
        let steps = reversal::steps(before, after);
        work.steps.extend(steps);
    }
}

/// Keeps how to take back what the commands of the mail have done: with the ticket, and for want of one with its writer.
pub(super) fn keep_undoing(work: &mut Work<'_>, commands: &Commands) {
    if work.steps.is_empty() {
        return;
    }
    let undoing = Box::new(Undoing {
        message: work.arrival.raw,
        by: work.agent,
        at: work.arrival.now,
        commands: commands.list.iter().map(|command| command.typed.clone().into()).collect(),
        steps: std::mem::take(&mut work.steps),
    });
    let ticket = work.undo_in.or(work.ticket.as_ref().map(|ticket| ticket.id));
    work.draft.push(match ticket {
        Some(ticket) => Change::Undoable { ticket, undoing },
        None => Change::Person { contact: work.agent, by: None, event: PersonEvent::Undoable { undoing } },
    });
}

/// What the mail says: the words that commands stand for, in their order, and the text below them.
pub(super) fn text_of(work: &Work<'_>, commands: &Commands) -> Result<String, Notice> {
    let mut paragraphs = Vec::new();
    let mut ticket = work.ticket.clone();
    for command in &commands.list {
        paragraphs.extend(command.order.words(work, ticket.as_ref())?);
        ticket.iter_mut().for_each(|ticket| command.order.foresee(ticket));
    }
    paragraphs.push(commands.text.clone());
    Ok(paragraphs.join("\n").trim_end().to_owned())
}

/// Gives the text to the command that takes it.
fn hand_over(work: &mut Work<'_>, commands: &Commands, text: &str) -> Result<(), Notice> {
    let uses = |text_use| commands.list.iter().find(|command| command.order.text_use() == text_use);
    let Some(command) = uses(TextUse::Taken) else { return Ok(()) };
    // A note that became a customer's mail would be the worst of mistakes.
    if uses(TextUse::Note).is_some() {
        return Err(Notice::People(PeopleNotice::NoteBesideDecision { command: command.name.to_owned() }));
    }
    text.clone_into(&mut work.text);
    Ok(())
}

fn text_use(work: &Work<'_>, commands: &Commands, has_words: bool) -> Text {
    let uses = |text_use| commands.list.iter().any(|command| command.order.text_use() == text_use);
    if uses(TextUse::Taken) || !has_words && work.arrival.mail.attachments.is_empty() {
        return Text::None;
    }
    let practice = work.ticket.as_ref().and_then(|ticket| ticket.practice.as_ref());
    if let Some(practice) = practice.filter(|_| !uses(TextUse::Note)) {
        // Nobody but the learner answers, and his answer goes to who looks at it.
        return if practice.learner == work.agent { Text::Draft } else { Text::Note };
    }
    if uses(TextUse::Note) || !work.member.profile.may(Permission::Reply) || stays_inside(work) {
        return Text::Note;
    }
    if work.member.is_supervised() { Text::Draft } else { Text::Answer }
}

/// What a lead or manager writes under an escalation is for the one whose ticket it is, not for the customer; what is written under a
/// review concerns the staff alone.
fn stays_inside(work: &Work<'_>) -> bool {
    match answered(work) {
        Some(LetterKind::QualityReview | LetterKind::QualityResult) => true,
        Some(LetterKind::Escalation | LetterKind::LowRating) => {
            work.ticket.as_ref().is_some_and(|ticket| ticket.assignee != Some(work.agent))
        }
        _ => false,
    }
}

/// What the letter is that the mail answers.
fn answered(work: &Work<'_>) -> Option<LetterKind> {
    let letter = work.facts.orders.answers.as_ref().filter(|letter| letter.contact == work.agent);
    letter.map(|letter| letter.kind)
}

/// All or nothing, and all of it by what he may do to the ticket as it lies here: to give it away takes nothing from him for the
/// lines after it.
fn allowed(work: &Work<'_>, commands: &Commands, what: Text) -> Result<(), Notice> {
    let text = match what {
        Text::None => None,
        Text::Note => Some(Permission::Note),
        Text::Answer | Text::Draft => Some(Permission::Reply),
    };
    if let Some(permission) = text {
        work.permit(permission, permission.as_str())?;
    }
    let mut others = commands.list.iter().filter(|command| !command.order.is_his_own(work));
    others.try_for_each(|command| work.permit_order(&*command.order, command.name))
}

/// What has happened since the letter that an answer answers. A colleague's answer holds it; of the customer's message its
/// writer is told, and the answer goes out, unless the desk wants both held.
fn overtaken(work: &Work<'_>, text: &str) -> Result<Option<Notice>, Stop> {
    let orders = &work.facts.orders;
    let is_here =
        |entry: &&Entry| work.ticket.as_ref().is_some_and(|ticket| ticket.id == entry.ticket) && entry.moved_to.is_none();
    let unseen = || orders.unseen.iter().filter(is_here);
    let others = unseen().find_map(|entry| match (entry.kind, entry.author) {
        (EntryKind::Reply, Author::Staff(who)) if who != work.agent => Some((who, entry.at)),
        _ => None,
    });
    if let Some((who, at)) = others {
        let member = work.arrival.policy.member(work.arrival.roster, who);
        let name = member.map(|member| member.display.clone()).unwrap_or_default();
        return Err(Stop::Overtaken(vec![Notice::AnsweredMeanwhile { name, at }, Notice::HowToSend], text.to_owned()));
    }
    let Some(message) = unseen().find(|entry| entry.kind == EntryKind::Message) else { return Ok(None) };
    let notice = Notice::CustomerWroteMeanwhile { at: message.at };
    if work.arrival.policy.service.hold == Hold::Any {
        return Err(Stop::Overtaken(vec![notice, Notice::HowToSend], text.to_owned()));
    }
    Ok(Some(notice))
}

/// Puts the mail's text into the ticket.
fn say(work: &mut Work<'_>, text: &str, what: Text, proof: Proof) -> Result<(), Notice> {
    let kind = match what {
        Text::None | Text::Note => EntryKind::Note,
        Text::Draft => EntryKind::Draft,
        Text::Answer => EntryKind::Reply,
    };
    let row = entry_of(&mut work.draft, work.arrival, Author::Staff(work.agent), kind, text, proof);
    let agent = work.agent;
    work.entry = Some(match what {
        Text::Answer => reply(work, row, agent)?,
        Text::Draft => approval::hold(work, row)?,
        Text::None | Text::Note => {
            let refers = refers(work.arrival);
            let (draft, ticket) = work.on_ticket()?;
            draft.entry(ticket, row, refers)
        }
    });
    Ok(())
}

/// Colleagues hear of an answer or note if they work on the ticket or watch it; the team as well where a manager has written to
/// whoever has it, and nobody has it.
fn tell_colleagues(work: &mut Work<'_>, what: Text) -> Result<(), Notice> {
    let (policy, roster, now, agent, entry) =
        (work.arrival.policy, work.arrival.roster, work.arrival.now, work.agent, work.entry);
    let answers_result = answered(work) == Some(LetterKind::QualityResult);
    let to_all = what == Text::Note && stays_inside(work) && !answers_result;
    let (draft, ticket) = work.on_ticket()?;
    if entry.is_none() {
        return Ok(());
    }
    let mut people = audience::staff_of(ticket, policy, roster, now);
    // Who was reviewed answers his reviewer.
    let reviewer =
        ticket.review.as_ref().map(|review| review.reviewer).filter(|who| answers_result && roster.name(*who).is_some());
    people.extend(reviewer);
    for person in people {
        let has_letter = draft.plan.letters.iter().any(|letter| letter.to == person);
        let works =
            ticket.assignee == Some(person) || ticket.contributors.contains(&person) || ticket.attention.contains_key(&person);
        if person != agent && !has_letter && (works || to_all || reviewer == Some(person)) {
            draft.letter(LetterKind::StaffActivity, person, ticket.id, entry, LetterNote::default());
        }
    }
    Ok(())
}
