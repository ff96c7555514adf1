//! What is done to contacts: details written down, addresses added and removed, two that are one person joined, and parted again.
//!
//! Who belongs to the staff is left alone: his address in `staff.toml` is what he is known by, and a further one would be one
//! more way to pass for him (SECURITY.md: identity stays strict).

use crate::base::{ContactId, EmailAddress, Private, TicketId, Timestamp, limit};
use crate::domain::{Change, Contact, ContactDetail, Erasure, HandedTicket, Ticket};
use crate::policy::{Policy, Roster};

/// Why a contact is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactProblem {
    /// It belongs to the staff.
    #[error("{0} belongs to the staff; `maildesk staff edit` changes what staff.toml says")]
    Staff(String),
    /// It leads to another.
    #[error("{contact} was merged into {into}; name {into}, or `maildesk contact unmerge {contact}` first")]
    Merged {
        /// The one that was named.
        contact: ContactId,
        /// The one that it leads to.
        into: ContactId,
    },
    /// Both are one.
    #[error("both are {0} already")]
    Same(ContactId),
    /// It was merged into nobody.
    #[error("{0} was not merged into anybody")]
    NotMerged(ContactId),
    /// The address is a mailbox of the desk.
    #[error("{0} is a mailbox of this desk")]
    Mailbox(EmailAddress),
    /// The address is a member of staff's.
    #[error("{0} is an address of the staff or the operator; `maildesk staff edit` and desk.toml say what those are")]
    StaffAddress(EmailAddress),
    /// Somebody else has the address.
    #[error("{address} is {owner} already; if both are one person, `maildesk contact merge {owner} {contact}`")]
    Taken {
        /// The address.
        address: EmailAddress,
        /// Whose it is.
        owner: ContactId,
        /// Whose it should become.
        contact: ContactId,
    },
    /// The contact has it already, or has it not.
    #[error("{0} has no address {1}")]
    NotHis(ContactId, EmailAddress),
    /// Nothing could be sent to him any more.
    #[error("{1} is the only address of {0}; add another one first")]
    Last(ContactId, EmailAddress),
    /// More tickets than one record takes.
    #[error(
        "{contact} takes part in more than {most} tickets; merge the other way round: `maildesk contact merge {to} {contact}`"
    )]
    TooManyTickets {
        /// Which.
        contact: ContactId,
        /// Into whom.
        to: ContactId,
        /// At most so many.
        most: usize,
    },
    /// It was forgotten.
    #[error("{0} was forgotten; nothing is left of it but its number")]
    Forgotten(ContactId),
    /// Somebody still waits for an answer, or works on one.
    #[error(
        "{contact} has unfinished tickets: {}; finish them first, say by #close in an answer to a mail about each",
        listed(tickets)
    )]
    Unfinished {
        /// Who.
        contact: ContactId,
        /// Which.
        tickets: Vec<TicketId>,
    },
}

fn listed(tickets: &[TicketId]) -> String {
    tickets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Refuses what may not be changed here.
///
/// # Errors
/// [`ContactProblem`] for staff, for what was merged and for who was forgotten.
pub fn changeable(contact: &Contact, policy: &Policy, roster: &Roster) -> Result<(), ContactProblem> {
    if let Some(member) = policy.member(roster, contact.id) {
        return Err(ContactProblem::Staff(member.name.to_string()));
    }
    // What is meant for the operator, or is to prove an address of somebody invited, must not go anywhere else.
    if let Some(address) = contact.addresses.iter().filter_map(Private::known).find(|address| is_of_staff(address, policy)) {
        return Err(ContactProblem::StaffAddress(address.clone()));
    }
    match contact.merged_into {
        Some(into) => Err(ContactProblem::Merged { contact: contact.id, into }),
        None if contact.erased_at.is_some() => Err(ContactProblem::Forgotten(contact.id)),
        None => Ok(()),
    }
}

/// Orders that somebody is forgotten, who has asked these tickets. `by`: which member of staff wants it; none: an admin.
///
/// # Errors
/// [`ContactProblem`] for staff, and as long as one of his tickets is unfinished.
pub fn forget(
    contact: &Contact,
    tickets: &[Ticket],
    by: Option<ContactId>,
    (policy, roster): (&Policy, &Roster),
    now: Timestamp,
) -> Result<Change, ContactProblem> {
    changeable(contact, policy, roster)?;
    let unfinished = |ticket: &&Ticket| ticket.merged_into.is_none() && ticket.status.is_unfinished();
    let tickets: Vec<TicketId> = tickets.iter().filter(unfinished).map(|ticket| ticket.id).collect();
    if !tickets.is_empty() {
        return Err(ContactProblem::Unfinished { contact: contact.id, tickets });
    }
    // Who ordered it by mail is to get the answer before it is erased too.
    let due = if by.is_some() { now.plus(limit::ERASURE_DELAY) } else { now };
    Ok(Change::ErasureOrdered { contact: contact.id, erasure: Erasure { by, due } })
}

/// Is it the operator's, a member's, or that of somebody who is invited?
fn is_of_staff(address: &EmailAddress, policy: &Policy) -> bool {
    let is_invited = policy.invited.values().any(|member| member.address == *address);
    is_invited || policy.member_by_address(address).is_some() || *address == policy.desk.operator
}

/// The changes that write details down, each with what takes it back; what stands there already is left out.
pub fn write_down(contact: &Contact, details: &[(ContactDetail, Option<String>)]) -> Vec<(Change, Change)> {
    let set = |detail: &ContactDetail, value: Option<Private<String>>| Change::ContactSet {
        contact: contact.id,
        detail: detail.clone(),
        value,
    };
    let differs = |(detail, value): &&(ContactDetail, Option<String>)| {
        contact.detail(detail).map(Private::text) != value.as_deref() || contact.detail(detail) == Some(&Private::Erased)
    };
    let changes = details.iter().filter(differs);
    changes
        .map(|(detail, value)| (set(detail, value.clone().map(Into::into)), set(detail, contact.detail(detail).cloned())))
        .collect()
}

/// Makes one contact of two. `tickets` are those in which the first takes part, none of them left out.
///
/// # Errors
/// [`ContactProblem`] says why they stay two.
pub fn merge(
    contact: &Contact,
    to: &Contact,
    tickets: &[Ticket],
    most: usize,
    (policy, roster): (&Policy, &Roster),
) -> Result<Vec<Change>, ContactProblem> {
    if contact.id == to.id {
        return Err(ContactProblem::Same(to.id));
    }
    changeable(contact, policy, roster)?;
    changeable(to, policy, roster)?;
    if tickets.len() > most {
        return Err(ContactProblem::TooManyTickets { contact: contact.id, to: to.id, most });
    }
    let handed = |ticket: &Ticket| HandedTicket {
        ticket: ticket.id,
        asked: ticket.requester == contact.id,
        shared: ticket.participants.contains(&to.id),
    };
    let tickets = tickets.iter().map(handed).collect();
    let mut changes = vec![Change::ContactsMerged { contact: contact.id, to: to.id, tickets }];
    // What is known of the one and not of the other is known of both.
    let missing = |detail: &ContactDetail| to.detail(detail).is_none();
    let own = [ContactDetail::Name].into_iter().chain(contact.details.keys().cloned());
    for detail in own.filter(missing) {
        if let Some(value) = contact.detail(&detail).cloned() {
            changes.push(Change::ContactSet { contact: to.id, detail, value: Some(value) });
        }
    }
    Ok(changes)
}

/// Makes two of them again.
///
/// # Errors
/// [`ContactProblem`] where they were never one, or the other was merged since.
pub fn part(contact: &Contact, from: Option<&Contact>, (policy, roster): (&Policy, &Roster)) -> Result<Change, ContactProblem> {
    let from = from.filter(|from| contact.merged_into == Some(from.id)).ok_or(ContactProblem::NotMerged(contact.id))?;
    changeable(from, policy, roster)?;
    Ok(Change::ContactsParted { contact: contact.id, who: from.id, tickets: contact.handed_over.clone() })
}

/// Gives a contact another address. `owner` is who has it now.
///
/// # Errors
/// [`ContactProblem`] says why not.
pub fn add_address(
    contact: &Contact,
    address: &EmailAddress,
    owner: Option<&Contact>,
    (policy, roster): (&Policy, &Roster),
) -> Result<Option<Change>, ContactProblem> {
    changeable(contact, policy, roster)?;
    if contact.has_address(address) {
        return Ok(None);
    }
    if policy.is_own_address(address) {
        return Err(ContactProblem::Mailbox(address.clone()));
    }
    if is_of_staff(address, policy) {
        return Err(ContactProblem::StaffAddress(address.clone()));
    }
    if let Some(owner) = owner.filter(|owner| owner.id != contact.id) {
        return Err(ContactProblem::Taken { address: address.clone(), owner: owner.id, contact: contact.id });
    }
    Ok(Some(Change::AddressAdded { contact: contact.id, address: address.clone().into() }))
}

/// Takes an address from a contact.
///
/// # Errors
/// [`ContactProblem`] says why not.
pub fn remove_address(
    contact: &Contact,
    address: &EmailAddress,
    (policy, roster): (&Policy, &Roster),
) -> Result<Change, ContactProblem> {
    changeable(contact, policy, roster)?;
    if !contact.has_address(address) {
        return Err(ContactProblem::NotHis(contact.id, address.clone()));
    }
    if contact.addresses.iter().filter_map(Private::known).count() < 2 {
        return Err(ContactProblem::Last(contact.id, address.clone()));
    }
    Ok(Change::AddressRemoved { contact: contact.id, address: address.clone().into() })
}

/// Where a customer of several addresses is to hear about a ticket from now on: at the one that he has just written from.
pub(super) fn writes_from(contact: &Contact, ticket: &Ticket, from: Option<&EmailAddress>) -> Option<Change> {
    let from = from.filter(|from| contact.has_address(from) && contact.address_in(Some(ticket)) != Some(from))?;
    Some(writes(ticket.id, contact.id, from))
}

fn writes(ticket: TicketId, contact: ContactId, from: &EmailAddress) -> Change {
    Change::WritesFrom { ticket, contact, address: from.clone().into() }
}
