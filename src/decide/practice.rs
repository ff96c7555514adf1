//! Tickets to practise on: what a customer could write, given to somebody who learns. His answers go to his mentor as those of
//! supervised people do, and nothing of it goes outside: who asks has no address, and where letters are written a practice ticket
//! reaches the staff alone.

use std::collections::BTreeSet;

use crate::base::{ContactId, TicketId};
use crate::domain::{
    Author, Change, Entry, EntryKind, LetterKind, LetterNote, Notice, Opening, PeopleNotice, Practice, Proof, SenderProof, Ticket,
};
use crate::policy::{Exercise, MailboxPolicy, Module, Permission};

use super::draft::Draft;
use super::training::{TrainingFacts, TrainingFault, module_named};

/// Opens a ticket for each exercise of a module.
///
/// # Errors
/// Why there is nothing to practise, or nobody to look at it.
pub(super) fn open(draft: &mut Draft, module: &str, facts: &TrainingFacts<'_>) -> Result<Vec<TicketId>, TrainingFault> {
    let (policy, learner) = (facts.policy, facts.learner);
    let module = module_named(module, policy)?;
    let mailbox = policy.mailbox_of(learner).filter(|_| !module.practice.is_empty());
    let mailbox = mailbox.ok_or_else(|| TrainingFault::NothingToPractise(module.name.clone()))?;
    if !learner.profile.may(Permission::Reply) {
        return Err(TrainingFault::NeverAnswers);
    }
    let mentor = learner.mentor.as_ref().and_then(|mentor| policy.staff.get(mentor)).ok_or(TrainingFault::NeedsMentor)?;
    let guide = facts.roster.contact(&mentor.name).ok_or(TrainingFault::NeedsMentor)?;
    let notice = PeopleNotice::PracticeGiven { module: module.name.clone(), by: facts.by.map(|(_, name)| name.to_owned()) };
    Ok(module.practice.iter().map(|exercise| one(draft, exercise, (module, mailbox), guide, &notice, facts)).collect())
}

fn one(
    draft: &mut Draft,
    exercise: &Exercise,
    (module, mailbox): (&Module, &MailboxPolicy),
    mentor: ContactId,
    notice: &PeopleNotice,
    facts: &TrainingFacts<'_>,
) -> TicketId {
    // Nobody can be written to: who asks has a name and no address.
    let requester = draft.contact(None, None, &exercise.from);
    draft.counters.ticket = draft.counters.ticket.next();
    let word = if facts.learner.language.starts_with("de") { "Übung" } else { "Practice" };
    let opening = Opening {
        ticket: draft.counters.ticket,
        mailbox: mailbox.name.clone(),
        requester,
        // Wherever a ticket is named by its subject, it is seen to be practice.
        subject: format!("{word}: {}", exercise.subject).into(),
        base_subject: exercise.subject.clone().into(),
        language: None,
        unverified: false,
    };
    let mut ticket = Ticket::open(&opening, facts.now);
    draft.push(Change::TicketOpened(opening));
    let practice = Practice { learner: facts.contact, module: module.name.clone() };
    draft.push(Change::PracticeBegun { ticket: ticket.id, practice: practice.clone() });
    ticket.practice = Some(practice);
    let entry = Entry {
        ticket: ticket.id,
        number: Default::default(),
        at: facts.now,
        author: Author::Customer(requester),
        kind: EntryKind::Message,
        message_id: None,
        raw: None,
        text: draft.text(&exercise.text, facts.name_text),
        attachments: Vec::new(),
        proof: Proof::E0,
        sender_proof: SenderProof::None,
        flags: BTreeSet::new(),
        doubtful: false,
        moved_to: None,
    };
    let number = draft.entry(&mut ticket, entry, Vec::new());
    draft.assign(&mut ticket, Some(facts.contact));
    draft.contributor(&mut ticket, mentor);
    let note = LetterNote { notices: vec![Notice::People(notice.clone())], ..LetterNote::default() };
    draft.letter(LetterKind::Assigned, facts.contact, ticket.id, Some(number), note);
    ticket.id
}

/// May an order that takes this permission be given where somebody practises? What leads outside, or mixes practice with what is
/// real, may not.
pub(super) const fn allows(permission: Permission) -> bool {
    !matches!(permission, Permission::Participants | Permission::Merge | Permission::Forward | Permission::AssignOthers)
}
