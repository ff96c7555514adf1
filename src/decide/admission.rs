//! Whether mail from outside is taken, and whether its sender is answered by itself.
//!
//! Nothing that is turned away is lost: it lies in quarantine under its reason, and whoever releases it has decided that it is
//! taken. What the desk answers by itself is bounded (RFC 3834, RFC 5230, SECURITY.md 2.2), and says the same whatever tickets
//! there are.

use crate::base::{ContactId, EntryNumber, Kind, TicketId};
use crate::domain::{Actor, Change, Disposition, IgnoreReason, Letter, LetterKind, LetterNote, Place, Plan, QuarantineReason};
use crate::domain::{SenderProof, Ticket};
use crate::policy::Accept;

use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::form::is_of_form;
use super::intake::{alone, begin, set_aside};

/// Mail of a sender whom an admin has blocked: kept and recorded, and nobody hears of it.
pub(super) fn blocked(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Option<Plan> {
    let from = arrival.from().filter(|_| !is_released(arrival))?;
    let is_blocked = arrival.policy.volumes.blocks(from);
    is_blocked.then(|| alone(arrival, facts, Disposition::Ignored { reason: IgnoreReason::SenderBlocked }, None))
}

/// Has an admin taken it out of quarantine?
fn is_released(arrival: &Arrival<'_>) -> bool {
    matches!(arrival.place, Place::Quarantine { .. })
}

/// Mail that opens no ticket: of whom the mailbox does not take any, and what floods the desk.
pub(super) fn turned_away(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Option<Plan> {
    if is_released(arrival) {
        return None;
    }
    if !is_accepted(arrival, facts) {
        return Some(not_accepted(arrival, facts));
    }
    let from = arrival.from();
    let volumes = &arrival.policy.volumes;
    let domain = from.map(|from| from.domain().to_ascii_lowercase()).unwrap_or_default();
    let is_staff = from.is_some_and(|from| arrival.policy.member_by_address(from).is_some());
    let exempt = volumes.free_mail_domains.contains(&domain) || is_staff;
    let flood = facts.volumes.tickets_of >= volumes.tickets_per_address
        || (!exempt && facts.volumes.tickets_of_domain >= volumes.tickets_per_domain);
    (volumes.enforced && flood).then(|| set_aside(arrival, facts, QuarantineReason::TooMany))
}

/// More of a sender in one ticket than anybody writes by hand: set aside, so that it neither fills the ticket nor disturbs those
/// who work on it.
pub(super) fn overflows(arrival: &Arrival<'_>, facts: &IntakeFacts, ticket: TicketId) -> Option<Plan> {
    let is_full = arrival.policy.volumes.enforced && !is_released(arrival) && facts.volumes.full_tickets.contains(&ticket);
    is_full.then(|| set_aside(arrival, facts, QuarantineReason::TooManyMessages))
}

/// Does the mailbox take mail of its sender? The staff's it takes always, what colleagues forward, and its own web forms'. Who
/// writes is a claim; where the domain itself says that it is false, it counts for nothing.
fn is_accepted(arrival: &Arrival<'_>, facts: &IntakeFacts) -> bool {
    let accept = &arrival.mailbox.accept;
    if *accept == Accept::Anyone {
        return true;
    }
    if facts.forwarded_by.is_some() || is_of_form(arrival.mail) {
        return true;
    }
    let Some(from) = arrival.from().filter(|_| arrival.sender_proof != SenderProof::Fail) else { return false };
    arrival.policy.member_by_address(from).is_some()
        || match accept {
            Accept::Anyone => true,
            Accept::Known => facts.is_known,
            Accept::Domains(domains) => domains.contains(&from.domain().to_ascii_lowercase()),
        }
}

/// Sets the message aside and tells its sender once, under all the rules of an acknowledgement.
fn not_accepted(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Plan {
    let mut plan = set_aside(arrival, facts, QuarantineReason::SenderNotAccepted);
    let told = (arrival.policy.volumes.enforced && facts.volumes.refusals_to > 0).then_some("the sender was told within 7 days");
    match (withheld(arrival, facts).or(told), &facts.sender) {
        (None, known) => {
            let mut draft = begin(arrival, facts, Actor::Desk);
            let to = draft.contact(known.as_ref(), arrival.from(), "");
            let note = LetterNote { answers: arrival.mail.message_id.clone(), ..LetterNote::default() };
            plan.changes.splice(0..0, draft.plan.changes);
            plan.letters.push(Letter { kind: LetterKind::NotAccepted, to, ticket: None, entry: None, note });
        }
        (Some(because), Some(known)) => plan.changes.push(not_written(None, known.id, LetterKind::NotAccepted, because)),
        // Nobody is remembered only because he was not written to; the message and its reason are.
        (Some(_), None) => {}
    }
    plan
}

fn not_written(ticket: Option<TicketId>, contact: ContactId, kind: LetterKind, because: &str) -> Change {
    Change::LetterWithheld { ticket, contact, kind: kind.as_str().to_owned(), because: because.to_owned() }
}

/// Acknowledges a new ticket, where RFC 3834 §2, RFC 5230 §4 and the desk's own limits allow it; else says why not.
pub(super) fn acknowledge(draft: &mut Draft, arrival: &Arrival<'_>, facts: &IntakeFacts, ticket: &Ticket, number: EntryNumber) {
    let kind = LetterKind::Received;
    match withheld(arrival, facts) {
        None => {
            let language = arrival.policy.language_for(facts.sender.as_ref(), Some(ticket));
            let articles = arrival.policy.articles_for_customer(&facts.articles, language);
            if !articles.is_empty() {
                draft.push(Change::ArticlesOffered { ticket: ticket.id, articles: articles.clone() });
            }
            let note = LetterNote { articles, ..LetterNote::default() };
            draft.letter(kind, ticket.requester, ticket.id, Some(number), note);
        }
        Some(because) => draft.push(not_written(Some(ticket.id), ticket.requester, kind, because)),
    }
}

fn withheld(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Option<&'static str> {
    let mail = arrival.mail;
    let (policy, volumes, counts) = (arrival.policy, &arrival.policy.volumes, &facts.volumes);
    let Some(from) = arrival.from() else { return Some("the sender's address is not clear") };
    if mail.kind != Kind::Human || mail.automatic {
        return Some("only a person is acknowledged");
    }
    if mail.suppress_auto_reply {
        return Some("RFC 3834 forbids an automatic answer to it");
    }
    if arrival.is_rescan {
        return Some("its folder was numbered anew, so it may be old");
    }
    if facts.routing.actions.acknowledge == Some(false) {
        return Some("a rule says so");
    }
    if matches!(mail.return_path, Some(None)) {
        return Some("its return path is null (RFC 3834 section 2)");
    }
    if is_machine_address(from.local()) {
        return Some("the sender's address is a machine's (RFC 5230 section 4.6)");
    }
    let ours = |address: &crate::base::EmailAddress| policy.is_own_address(address);
    if !mail.recipients().filter_map(|one| one.email()).any(|address| ours(&address)) {
        return Some("the mailbox stands neither in To nor in Cc (RFC 5230 section 4.5)");
    }
    match arrival.sender_proof {
        SenderProof::Fail => return Some("the sender's domain disowns it"),
        SenderProof::None if !policy.threading.ack_unverified => return Some("the sender is not verified"),
        SenderProof::None | SenderProof::E2w | SenderProof::E2 => {}
    }
    if policy.member_by_address(from).is_some() && arrival.sender_proof == SenderProof::None {
        return Some("it claims to be from the staff and is not verified");
    }
    if facts.sender.as_ref().is_some_and(|contact| contact.unreachable) {
        return Some("mail to the sender fails");
    }
    if !volumes.enforced {
        return None;
    }
    let free = volumes.free_mail_domains.contains(&from.domain().to_ascii_lowercase());
    let domain_limit = if free { volumes.acks_per_free_mail_domain } else { volumes.acks_per_domain };
    if counts.acks_about > 0 {
        return Some("the sender had one about the same subject within 7 days");
    }
    if counts.acks_to >= volumes.acks_per_address {
        return Some("the sender had enough of them within 24 hours");
    }
    if counts.acks_to_domain >= domain_limit {
        return Some("the sender's domain had enough of them within an hour");
    }
    (counts.acks >= volumes.acks).then_some("the desk has sent enough of them within an hour")
}

/// RFC 5230 §4.6: addresses that no person reads.
fn is_machine_address(local: &str) -> bool {
    let local = local.to_ascii_lowercase();
    let squeezed: String = local.chars().filter(char::is_ascii_alphanumeric).collect();
    local.starts_with("owner-")
        || local.ends_with("-request")
        || local.starts_with("bounce")
        || matches!(squeezed.as_str(), "mailerdaemon" | "postmaster" | "listserv" | "majordomo")
        || squeezed.starts_with("noreply")
        || squeezed.starts_with("donotreply")
}
