//! Taking a message in: read, gather, decide, render; the commit follows for the whole group.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::base::{TicketId, Timestamp, limit};
use crate::decide::{
    Arrival, IntakeFacts, Thread, as_original, as_requesters, copy_to_shadows, delegate, intake, proof_of_requester, set_aside,
    thread,
};
use crate::domain::{Actor, Asking, Cause, Change, Disposition, EntryKind, Place, Plan, QuarantineReason, Rows, Seen};
use crate::policy::{MailboxPolicy, verified};
use crate::store::{Disk, Draft, Drafted, Keyspace};

use super::ahead::{self, Arriving, Read, ReadMail};
use super::error::DeskError;
use super::render::{self, InHand, Recipients};
use super::settings::DeskSettings;
use super::work::{Answers, asking};
use super::{confirm, gather, trust};

/// What taking a message in came to.
pub(super) enum Taken {
    /// It has its disposition already, from this very place: only its filing is left to do, and perhaps the cursor to move.
    Before(Seen, Option<Box<Drafted>>),
    /// A draft to be committed.
    Now(Box<Drafted>),
    /// It asks for tickets by their words: the index is to be asked first, and then this is done once more.
    Asks(Vec<Asking>),
}

/// Takes a message in; reads it where that has not been done.
pub(super) fn receive<D: Disk, K: Keyspace>(
    draft: Draft<'_, D, K>,
    settings: &DeskSettings,
    arriving: &Arriving,
    poisoned: bool,
    mail: Option<ReadMail>,
    answers: &Answers,
    now: Timestamp,
) -> Result<Taken, DeskError> {
    let raw = arriving.raw.name();
    if let Some(sighting) = draft.sighting(raw)?
        && let Some(seen) = sighting.seen.into_iter().find(|seen| is_same(&seen.place, &arriving.place))
    {
        let is_behind = is_behind(&draft, &arriving.place)?;
        let moved = if is_behind { Some(Box::new(passed_by(draft, settings, arriving, raw, now)?)) } else { None };
        return Ok(Taken::Before(seen, moved));
    }
    let Some(mailbox) = settings.policy.mailboxes.get(arriving.place.mailbox()) else {
        return Err(DeskError::Missing(format!("mailbox {}", arriving.place.mailbox())));
    };
    if poisoned || arriving.raw.bytes().len() > limit::MESSAGE_BYTES {
        let reason = if poisoned { QuarantineReason::Poison } else { QuarantineReason::TooLarge };
        return unread(draft, settings, mailbox, arriving, reason, now);
    }
    // A message that makes reading panic is set aside, and the next one flows.
    let read = || ahead::read(&arriving.raw, &draft.namer(), &settings.own_marks(), settings.policy.calendar.zone());
    let Some(Ok(read)) = mail.or_else(read) else {
        return unread(draft, settings, mailbox, arriving, QuarantineReason::Panicked, now);
    };
    decide(draft, settings, mailbox, arriving, &read, (None, answers), now)
}

/// Is it the same message at the same place? A folder that was numbered anew shows its messages under new numbers.
fn is_same(known: &Place, place: &Place) -> bool {
    match (known, place) {
        (
            Place::Imap { mailbox, folder, validity, .. },
            Place::Imap { mailbox: this_mailbox, folder: this_folder, validity: this_validity, .. },
        ) if validity != this_validity => (mailbox, folder) == (this_mailbox, this_folder),
        _ => known == place,
    }
}

/// Moves the cursor past a message that a rescan has found to be known.
fn passed_by<D: Disk, K: Keyspace>(
    mut draft: Draft<'_, D, K>,
    settings: &DeskSettings,
    arriving: &Arriving,
    raw: crate::base::Digest,
    now: Timestamp,
) -> Result<Drafted, DeskError> {
    if let Some(change) = cursor_moved(&arriving.place) {
        draft.apply(change, now).map_err(DeskError::Plan)?;
    }
    Ok(draft.finish(Actor::Desk, &Cause::Message(raw), now, settings.fingerprint)?)
}

fn cursor_moved(place: &Place) -> Option<Change> {
    let Place::Imap { mailbox, folder, validity, uid } = place else { return None };
    Some(Change::CursorMoved { mailbox: mailbox.clone(), folder: folder.clone(), validity: *validity, uid: *uid })
}

/// Does the cursor stand before it still? So it does in a folder that is looked at again.
fn is_behind<Q: Rows>(rows: &Q, place: &Place) -> Result<bool, Q::Error> {
    let Place::Imap { mailbox, folder, validity, uid } = place else { return Ok(false) };
    let cursor = rows.cursor(mailbox.clone(), folder.clone())?;
    Ok(cursor.is_none_or(|cursor| cursor.validity != *validity || cursor.uid < *uid))
}

/// Is it looked at again because its folder was numbered anew?
fn is_rescan<Q: Rows>(rows: &Q, place: &Place) -> Result<bool, Q::Error> {
    let Place::Imap { mailbox, folder, validity, uid } = place else { return Ok(false) };
    let cursor = rows.cursor(mailbox.clone(), folder.clone())?;
    Ok(cursor.is_some_and(|cursor| cursor.validity == *validity && *uid <= cursor.rescan))
}

/// Sets a message aside on which deciding failed.
pub(super) fn set_aside_undecided<D: Disk, K: Keyspace>(
    draft: Draft<'_, D, K>,
    settings: &DeskSettings,
    arriving: &Arriving,
    now: Timestamp,
) -> Result<Taken, DeskError> {
    let name = arriving.place.mailbox();
    let mailbox = settings.policy.mailboxes.get(name).ok_or_else(|| DeskError::Missing(format!("mailbox {name}")))?;
    unread(draft, settings, mailbox, arriving, QuarantineReason::Panicked, now)
}

/// Records a message that is not read at all.
fn unread<D: Disk, K: Keyspace>(
    draft: Draft<'_, D, K>,
    settings: &DeskSettings,
    mailbox: &MailboxPolicy,
    arriving: &Arriving,
    reason: QuarantineReason,
    now: Timestamp,
) -> Result<Taken, DeskError> {
    decide(draft, settings, mailbox, arriving, &Read::default(), (Some(reason), &Answers::new()), now)
}

fn decide<D: Disk, K: Keyspace>(
    mut draft: Draft<'_, D, K>,
    settings: &DeskSettings,
    mailbox: &MailboxPolicy,
    arriving: &Arriving,
    read: &Read,
    (aside, answers): (Option<QuarantineReason>, &Answers),
    now: Timestamp,
) -> Result<Taken, DeskError> {
    let raw = arriving.raw.name();
    draft.put_named(&arriving.raw)?;
    let Read { mail, enclosed } = read;
    let content = gather::content_of(mail);
    let verified = verified(mail, &trust::authentication(settings, mailbox), arriving.signatures.as_deref());
    let proof = verified.proof;
    let form = as_requesters(mail, mailbox, &settings.policy);
    let is_form = form.is_some();
    let mail = form.as_ref().unwrap_or(mail);
    let is_rescan = is_rescan(&draft, &arriving.place)?;
    let mut original_in_hand = None;
    let plan = {
        let name = |bytes: &[u8]| draft.name(bytes);
        let arrival = Arrival {
            mail,
            place: &arriving.place,
            mailbox,
            is_rescan,
            raw,
            size: u64::try_from(arriving.raw.bytes().len()).unwrap_or(u64::MAX),
            content,
            sender_proof: if is_form { proof_of_requester(proof) } else { proof },
            policy: &settings.policy,
            roster: &settings.roster,
            now,
            name_text: &name,
        };
        let question = if is_form || aside.is_some() { None } else { confirm::question(mail, settings) };
        let answer = match question {
            Some(question) => confirm::answer(&draft, settings, &arrival, question)?,
            None => None,
        };
        if let Some(answer) = answer {
            original_in_hand = answer.original;
            answer.plan
        } else {
            let mut tickets = gather::thread_facts(&draft, mail, settings, now)?;
            let thread = if is_form { Thread::New } else { thread(&arrival, &tickets) };
            // What a colleague forwards is the customer's, where it belongs to no ticket yet.
            let original = if thread == Thread::New && !is_form { as_original(mail, &settings.policy) } else { None };
            let forwarded_by = original.as_ref().and_then(|(_, remark)| Some((tickets.sender?, remark.clone())));
            let arrival = match &original {
                Some((original, _)) => {
                    tickets = gather::thread_facts(&draft, original, settings, now)?;
                    Arrival { mail: original, sender_proof: proof_of_requester(proof), ..arrival }
                }
                None => arrival,
            };
            let facts = gather::intake_facts(&draft, &arrival, &tickets, settings)?;
            let mut proof = confirm::facts(&draft, &arrival, arriving.raw.bytes(), &tickets, settings)?;
            proof.keys_unreachable = verified.keys_unreachable;
            let facts = IntakeFacts { forwarded_by, proof, ..facts };
            match aside {
                Some(reason) => set_aside(&arrival, &facts, reason),
                None => intake(&arrival, thread, &tickets, &facts),
            }
        }
    };
    let open = asking::open(&plan, &settings.policy, answers);
    if !open.is_empty() {
        return Ok(Taken::Asks(open));
    }
    if let Some(change) = cursor_moved(&arriving.place) {
        draft.apply(change, now).map_err(DeskError::Plan)?;
    }
    let original_files = OnceCell::new();
    let in_hand = match &original_in_hand {
        Some((mail, raw)) => InHand { mail, raw: *raw, enclosed: &original_files, mailbox, answers },
        None => InHand { mail, raw, enclosed, mailbox, answers },
    };
    carry_out(draft, settings, plan, Some(in_hand), now).map(|drafted| Taken::Now(Box::new(drafted)))
}

/// Lets a plan take effect in a draft, and writes its letters.
pub(super) fn carry_out<D: Disk, K: Keyspace>(
    mut draft: Draft<'_, D, K>,
    settings: &DeskSettings,
    mut plan: Plan,
    in_hand: Option<InHand<'_>>,
    now: Timestamp,
) -> Result<Drafted, DeskError> {
    delegate(&mut plan, &settings.policy, &settings.roster, now);
    copy_to_shadows(&mut plan, &settings.policy, &settings.roster, now);
    for text in plan.texts {
        draft.put_text(text)?;
    }
    let touched: BTreeSet<TicketId> = plan.changes.iter().filter_map(Change::ticket).collect();
    let is_answer = |change: &&Change| matches!(change, Change::EntryAdded { entry, .. } if entry.kind == EntryKind::Reply);
    let answered: BTreeSet<TicketId> = plan.changes.iter().filter(is_answer).filter_map(Change::ticket).collect();
    for change in plan.changes {
        draft.apply(change, now).map_err(DeskError::Plan)?;
    }
    for ticket in touched {
        for change in gather::promises_of(&draft, settings, (ticket, answered.contains(&ticket)), plan.actor, now)? {
            draft.apply(change, now).map_err(DeskError::Plan)?;
        }
    }
    for letter in &plan.letters {
        let alike = plan.letters.iter().filter(|other| other.kind == letter.kind).count();
        let recipients = if alike > 1 { Recipients::Several } else { Recipients::One };
        let change = render::letter(&mut draft, settings, letter, recipients, in_hand, now)?;
        draft.apply(change, now).map_err(DeskError::Plan)?;
    }
    Ok(draft.finish(plan.actor, &plan.cause, now, settings.fingerprint)?)
}

/// The disposition among some changes.
pub(super) fn disposition(changes: &[Change]) -> Option<(&Disposition, Option<crate::base::TicketId>)> {
    changes.iter().find_map(|change| match change {
        Change::Received(receipt) => Some((&receipt.disposition, receipt.ticket)),
        _ => None,
    })
}
