//! What becomes of a message. The order of the questions is the design: what it is, whose it is, where it belongs.

use crate::base::{Kind, QuarantineId};
use crate::domain::{
    Actor, Author, Cause, Change, Disposition, Entry, EntryKind, Flag, IgnoreReason, Letter, LetterKind, LetterNote, MatchedBy,
    Notice, Place, Plan, Proof, QuarantineReason, Receipt, Status, Ticket,
};

use crate::mail::is_verification;

use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts, ThreadFacts};
use super::thread::{Standing, Thread};
use super::{absence, admission, agent, audience, consulted, customer, invitation, shadowing, survey};

/// Decides on a message that has been read.
pub fn intake(arrival: &Arrival<'_>, thread: Thread, tickets: &ThreadFacts, facts: &IntakeFacts) -> Plan {
    let released = matches!(arrival.place, Place::Quarantine { .. });
    if !released && let Some(seen) = &facts.seen {
        return again(arrival, facts, seen.ticket);
    }
    if !released && let Some(ticket) = facts.same_content {
        return again(arrival, facts, Some(ticket));
    }
    if facts.is_plus_probe {
        let mut draft = begin(arrival, facts, Actor::Desk);
        draft.push(Change::PlusProven { mailbox: arrival.mailbox_name().clone() });
        let disposition = Disposition::Ignored { reason: IgnoreReason::PlusProbe };
        receive(&mut draft, arrival, disposition, None, (MatchedBy::OwnId, Proof::E1m));
        return draft.finish();
    }
    if let Some((verdict, found)) = &facts.trust_probe {
        let mut draft = begin(arrival, facts, Actor::Desk);
        let (mailbox, verdict, found) = (arrival.mailbox_name().clone(), verdict.clone(), found.clone());
        draft.push(Change::TrustJudged { mailbox, verdict, found });
        let disposition = Disposition::Ignored { reason: IgnoreReason::TrustProbe };
        receive(&mut draft, arrival, disposition, None, (MatchedBy::OwnId, Proof::E1m));
        return draft.finish();
    }
    let kind = arrival.mail.kind;
    if kind == Kind::OwnLoop && !released {
        return set_aside(arrival, facts, QuarantineReason::OwnLoop);
    }
    if kind.is_bounce() {
        return bounced(arrival, facts);
    }
    if let Some(plan) = admission::blocked(arrival, facts) {
        return plan;
    }
    if !released && is_verification(arrival.mail) {
        return set_aside(arrival, facts, QuarantineReason::Verification);
    }
    if let Some(answered) = facts.invitation.as_ref().filter(|_| invitation::may_confirm(arrival)) {
        return invitation::confirmed(arrival, facts, answered);
    }
    if let Some(plan) = survey::answered(arrival, facts) {
        return plan;
    }
    match thread {
        Thread::Into { ticket, matched_by, proof, standing } => {
            let Some(row) = tickets.tickets.get(&ticket) else { return customer::open(arrival, facts, None) };
            let overflow = admission::overflows(arrival, facts, ticket);
            if let Some(plan) = overflow.filter(|_| !matches!(standing, Standing::Staff(..))) {
                return plan;
            }
            match standing {
                // Practice is there to be answered, and orders about no ticket are not words about one.
                Standing::Staff(contact, token)
                    if !disturbs_nobody(kind)
                        && row.practice.is_none()
                        && !agent::is_about_no_ticket(arrival.mail)
                        && shadowing::reads_along(arrival, contact, token).is_some() =>
                {
                    shadowing::words(arrival, facts, row, contact, (matched_by, proof))
                }
                _ if disturbs_nobody(kind) => automatic(arrival, facts, row.clone(), standing, (matched_by, proof)),
                Standing::Staff(contact, token) => {
                    agent::answer(arrival, facts, row.clone(), contact, token, (matched_by, proof))
                }
                Standing::Consulted(_) | Standing::ConsultedBearer(_) => {
                    consulted::append(arrival, facts, row.clone(), standing, (matched_by, proof))
                }
                _ => customer::append(arrival, facts, row.clone(), standing, (matched_by, proof)),
            }
        }
        Thread::Refers { .. } | Thread::New if disturbs_nobody(kind) => {
            let reason = match kind {
                Kind::OutOfOffice => IgnoreReason::OutOfOffice,
                Kind::Challenge => IgnoreReason::Challenge,
                Kind::FeedbackReport => IgnoreReason::FeedbackReport,
                _ => IgnoreReason::AutoReply,
            };
            alone(arrival, facts, Disposition::Ignored { reason }, None)
        }
        Thread::Refers { ticket, .. } => customer::open(arrival, facts, tickets.tickets.get(&ticket)),
        Thread::New => agent::new_mail(arrival, facts).unwrap_or_else(|| customer::open(arrival, facts, None)),
    }
}

/// The same message once more. Of one that was carried out it is told, for it may be sent again on purpose (I30).
fn again(arrival: &Arrival<'_>, facts: &IntakeFacts, ticket: Option<crate::base::TicketId>) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Desk);
    if facts.proof.was_executed {
        let (what, because) = ("a mail from the staff".to_owned(), "replay: it was carried out before".to_owned());
        draft.push(Change::Refused { ticket, contact: facts.sender.as_ref().map(|sender| sender.id), what, because });
    }
    receive(&mut draft, arrival, Disposition::Duplicate, ticket, (MatchedBy::None, Proof::E0));
    draft.finish()
}

/// Sets a message aside for the operator. The same bytes once: what was taken in or set aside before, and comes again because
/// somebody did not hear of it, needs no second decision.
pub fn set_aside(arrival: &Arrival<'_>, facts: &IntakeFacts, reason: QuarantineReason) -> Plan {
    if let (Some(seen), false) = (&facts.seen, matches!(arrival.place, Place::Quarantine { .. })) {
        return alone(arrival, facts, Disposition::Duplicate, seen.ticket);
    }
    let mut draft = begin(arrival, facts, Actor::Desk);
    draft.counters.quarantine = draft.counters.quarantine.next();
    let id: QuarantineId = draft.counters.quarantine;
    draft.push(Change::Quarantined { id, raw: arrival.raw, mailbox: arrival.mailbox_name().clone(), reason });
    receive(&mut draft, arrival, Disposition::Quarantined { id, reason }, None, (MatchedBy::None, Proof::E0));
    let is_told = match reason {
        // What cannot be read is a defect of ours or an attack, and rare: the operator hears of it at once.
        QuarantineReason::Poison | QuarantineReason::Panicked | QuarantineReason::TooLarge => true,
        // Of a flood he hears once an hour: somebody may wait for an answer behind it.
        QuarantineReason::TooMany | QuarantineReason::ReopenedTooOften | QuarantineReason::TooManyMessages => {
            !facts.set_aside.contains(&reason)
        }
        // A loop that is answered with mail goes on (SECURITY.md, L05).
        QuarantineReason::OwnLoop => false,
        // It goes on by itself within the hour.
        QuarantineReason::KeysUnreachable => false,
        // Nobody waits for an answer to it, or he was told himself; the operator's daily mail counts it.
        QuarantineReason::Verification | QuarantineReason::SenderNotAccepted => false,
    };
    if let Some(operator) = facts.operator.filter(|_| is_told) {
        let notice = Notice::SetAside { id, mailbox: arrival.mailbox_name().clone(), reason };
        let note = LetterNote { notices: vec![notice], ..LetterNote::default() };
        draft.plan.letters.push(Letter { kind: LetterKind::Operator, to: operator, ticket: None, entry: None, note });
    }
    draft.finish()
}

/// Kinds that are kept and neither open nor disturb anything.
const fn disturbs_nobody(kind: Kind) -> bool {
    matches!(kind, Kind::OutOfOffice | Kind::AutoReply | Kind::Challenge | Kind::FeedbackReport)
}

pub(super) fn begin(arrival: &Arrival<'_>, facts: &IntakeFacts, actor: Actor) -> Draft {
    Draft::new(actor, Cause::Message(arrival.raw), facts.counters, arrival.now)
}

/// Records the one disposition of the message.
pub(super) fn receive(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    disposition: Disposition,
    ticket: Option<crate::base::TicketId>,
    (matched_by, proof): (MatchedBy, Proof),
) {
    draft.push(Change::Received(Receipt {
        place: arrival.place.clone(),
        raw: arrival.raw,
        message: arrival.mail.message_id.as_ref().map(|id| id.digest()),
        content: arrival.content,
        size: arrival.size,
        kind: arrival.mail.kind,
        matched_by,
        proof,
        sender_proof: arrival.sender_proof,
        ticket,
        disposition,
    }));
}

/// A plan that records a disposition and does nothing else.
pub(super) fn alone(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    disposition: Disposition,
    ticket: Option<crate::base::TicketId>,
) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Desk);
    receive(&mut draft, arrival, disposition, ticket, (MatchedBy::None, Proof::E0));
    draft.finish()
}

/// The entry that a message becomes; `draft` gives it its place.
pub(super) fn entry_of(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    author: Author,
    kind: EntryKind,
    text: &str,
    proof: Proof,
) -> Entry {
    let mail = arrival.mail;
    let text = draft.text(text, arrival.name_text);
    Entry {
        ticket: Default::default(),
        number: Default::default(),
        at: arrival.now,
        author,
        kind,
        message_id: mail.message_id.clone().map(Into::into),
        raw: Some(arrival.raw),
        text,
        attachments: mail.attachments.iter().map(|file| file.name.clone().into()).collect(),
        proof,
        sender_proof: arrival.sender_proof,
        flags: mail.left_out.iter().map(|_| Flag::VersionsDiffer).collect(),
        doubtful: mail.trim == crate::mail::TrimConfidence::Doubtful,
        moved_to: None,
    }
}

/// Hashes of the ids that a message answers to.
pub(super) fn refers(arrival: &Arrival<'_>) -> Vec<crate::base::Digest> {
    let mail = arrival.mail;
    let mut ids: Vec<_> = mail.in_reply_to.iter().chain(mail.references.iter().rev()).map(|id| id.digest()).collect();
    ids.truncate(crate::base::limit::REFERENCES);
    ids.sort();
    ids.dedup();
    ids
}

/// A machine's message that belongs to a ticket: kept there, nobody is disturbed.
fn automatic(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    mut ticket: Ticket,
    standing: Standing,
    (matched_by, proof): (MatchedBy, Proof),
) -> Plan {
    let (actor, author) = match standing {
        Standing::Staff(contact, _) => (Actor::Staff(contact), Author::Staff(contact)),
        Standing::Participant(contact) | Standing::Consulted(contact) | Standing::Copied(contact) => {
            (Actor::Customer(contact), Author::Customer(contact))
        }
        Standing::Bearer(_) | Standing::ConsultedBearer(_) | Standing::Anybody => (Actor::Desk, Author::Desk),
    };
    let mut draft = begin(arrival, facts, actor);
    let mut entry = entry_of(&mut draft, arrival, author, EntryKind::Automatic, &arrival.mail.visible, proof);
    if matches!(standing, Standing::Bearer(_) | Standing::ConsultedBearer(_) | Standing::Anybody) {
        entry.flags.insert(Flag::OtherSender);
    }
    draft.entry(&mut ticket, entry, Vec::new());
    if let Standing::Staff(contact, _) = standing {
        absence::learn(&mut draft, arrival, facts, &ticket, contact, proof);
    }
    receive(&mut draft, arrival, Disposition::Appended, Some(ticket.id), (matched_by, proof));
    draft.finish()
}

/// A delivery report. Only one that names our own authenticated Message-ID is believed (SECURITY.md, L07).
fn bounced(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Plan {
    let Some(item) = &facts.bounced else {
        return alone(arrival, facts, Disposition::Ignored { reason: IgnoreReason::ForeignBounce }, None);
    };
    let mut draft = begin(arrival, facts, Actor::Desk);
    let hard = arrival.mail.kind == Kind::BounceHard;
    let report = arrival.mail.bounce.clone().unwrap_or_default();
    draft.push(Change::LetterBounced { letter: item.id, hard, status: report.status.clone() });
    if hard && !matches!(item.kind, LetterKind::PlusProbe | LetterKind::TrustProbe) {
        draft.push(Change::ReachabilityChanged { contact: item.contact, reachable: false });
    }
    let because = report.diagnostic.or(report.status).unwrap_or_else(|| arrival.mail.subject.clone());
    if item.kind == LetterKind::Invitation
        && arrival.mail.kind != Kind::BounceDelay
        && let Some(operator) = facts.operator
    {
        let address = item.to.known().map(ToString::to_string).unwrap_or_default();
        let notices = vec![Notice::InvitationReturned { address, because: because.clone() }];
        let note = LetterNote { notices, ..LetterNote::default() };
        draft.plan.letters.push(Letter { kind: LetterKind::Operator, to: operator, ticket: None, entry: None, note });
    }
    if arrival.mail.kind != Kind::BounceDelay
        && let Some(ticket) = &facts.bounced_ticket
    {
        let address = item.to.known().map(ToString::to_string).unwrap_or_default();
        let notice = Notice::NotDelivered { address, because };
        undelivered(&mut draft, arrival.policy, arrival.roster, facts.operator, ticket, item, notice);
    }
    receive(&mut draft, arrival, Disposition::Bounced { letter: item.id }, item.ticket, (MatchedBy::OwnId, Proof::E1m));
    draft.finish()
}

/// Tells who can act that a letter did not arrive, or not yet: the ticket's staff, or the operator where the letter was theirs.
pub(super) fn undelivered(
    draft: &mut Draft,
    policy: &crate::policy::Policy,
    roster: &crate::policy::Roster,
    operator: Option<crate::base::ContactId>,
    ticket: &Ticket,
    item: &crate::domain::OutboxItem,
    notice: Notice,
) {
    let note = LetterNote { notices: vec![notice], ..LetterNote::default() };
    // Of an acknowledgement nobody needs to know; of mail about undelivered mail nobody must (no loop).
    let people: Vec<_> = match item.kind {
        LetterKind::Received | LetterKind::NotAccepted | LetterKind::DeliveryFailure | LetterKind::Operator => Vec::new(),
        LetterKind::PlusProbe | LetterKind::TrustProbe => Vec::new(),
        kind if kind.is_for_customer() => audience::staff_of(ticket, policy, roster, draft.now).into_iter().collect(),
        _ => operator.into_iter().collect(),
    };
    for person in people.into_iter().filter(|person| *person != item.contact) {
        draft.letter(LetterKind::DeliveryFailure, person, ticket.id, item.entry, note.clone());
    }
}

/// Whether a status means that the customer has been waiting for nobody.
pub(super) const fn is_settled(status: Status) -> bool {
    matches!(status, Status::Resolved | Status::Closed)
}
