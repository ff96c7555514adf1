//! Who takes part on the customer's side: `#cc`, `#requester`, `#revoke`.

use crate::base::{ContactId, EmailAddress};
use crate::domain::{Change, Notice};
use crate::policy::Permission;

use super::super::facts::Question;
use super::order::{Asker, Order, Risk, Work};
use super::people::added_or_removed;
use super::table::{Family, alone};

/// Addresses in one command.
const ADDRESSES: usize = 10;

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "cc",
        risk: Risk::Usual,
        usage: "#cc add|remove address",
        example: "#cc add ben@customer.example",
        english: "lets somebody on the customer's side read along from now on, or no more",
        german: "lässt jemanden auf Kundenseite ab jetzt mitlesen oder nicht mehr",
        read: |argument| {
            let (is_added, list) = added_or_removed(argument)?;
            let words = list.split([' ', ',', ';']).filter(|word| !word.is_empty());
            let people: Vec<EmailAddress> = words.map(address).collect::<Option<_>>()?;
            (people.len() <= ADDRESSES).then(|| Box::new(Copy { people, is_added }) as Box<dyn Order>)
        },
    },
    Family {
        name: "requester",
        risk: Risk::Usual,
        usage: "#requester address",
        example: "#requester ann@customer.example",
        english: "says who asks; at the top of a new mail to the desk it opens a ticket for that customer",
        german: "sagt, wer fragt; oben in einer neuen Mail an den Service eröffnet es ein Ticket für diesen Kunden",
        read: |argument| Some(Box::new(Requester(address(argument)?))),
    },
    Family {
        name: "revoke",
        risk: Risk::Usual,
        usage: "#revoke",
        example: "#revoke",
        english: "voids every reply address of the ticket that was written until now",
        german: "macht alle bisher verschickten Antwortadressen des Tickets ungültig",
        read: |argument| alone(argument, Revoke),
    },
];

pub(super) fn address(typed: &str) -> Option<EmailAddress> {
    let bare = typed.strip_prefix('<').and_then(|inner| inner.strip_suffix('>')).unwrap_or(typed);
    EmailAddress::new(bare).ok()
}

/// The contact of an address, added where it is not known; not of the desk itself.
pub(super) fn contact_of(work: &mut Work<'_>, command: &str, address: &EmailAddress) -> Result<ContactId, Notice> {
    if work.arrival.policy.is_own_address(address) {
        let example = format!("#{command} {}ann@customer.example", if command == "cc" { "add " } else { "" });
        return Err(Notice::BadArgument { command: command.to_owned(), argument: address.to_string(), example });
    }
    let known = work.facts.orders.contacts.get(&address.key());
    Ok(work.draft.contact(known, Some(address), ""))
}

#[derive(Debug)]
struct Copy {
    people: Vec<EmailAddress>,
    is_added: bool,
}

impl Order for Copy {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Participants
    }

    fn comes_before_text(&self) -> bool {
        true
    }

    fn asks(&self) -> Vec<Question> {
        self.people.iter().cloned().map(Question::Contact).collect()
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let mut names = Vec::new();
        for address in &self.people {
            if self.is_added {
                let contact = contact_of(work, "cc", address)?;
                let (draft, ticket) = work.on_ticket()?;
                draft.participant(ticket, contact);
            } else {
                let contact = work.facts.orders.contacts.get(&address.key()).map(|contact| contact.id);
                let (draft, ticket) = work.on_ticket()?;
                let Some(contact) = contact.filter(|contact| ticket.participants.contains(contact)) else {
                    return Err(Notice::NotTakingPart { address: address.to_string() });
                };
                if ticket.requester == contact {
                    return Err(Notice::RequesterStays { address: address.to_string() });
                }
                ticket.participants.remove(&contact);
                draft.push(Change::ParticipantRemoved { ticket: ticket.id, contact });
            }
            names.push(address.to_string());
        }
        Ok(vec![if self.is_added { Notice::CopyAdded { names } } else { Notice::CopyRemoved { names } }])
    }
}

#[derive(Debug)]
pub(super) struct Requester(EmailAddress);

impl Order for Requester {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Participants
    }

    fn comes_before_text(&self) -> bool {
        true
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Contact(self.0.clone())]
    }

    fn opens_for(&self) -> Option<&EmailAddress> {
        Some(&self.0)
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let contact = contact_of(work, "requester", &self.0)?;
        let (draft, ticket) = work.on_ticket()?;
        if ticket.requester == contact {
            // The ticket was opened for this customer, or is hers already.
            return Ok(Vec::new());
        }
        draft.push(Change::RequesterSet { ticket: ticket.id, contact });
        ticket.requester = contact;
        ticket.copied.remove(&contact);
        ticket.participants.insert(contact);
        Ok(vec![Notice::RequesterSet { address: self.0.to_string() }])
    }
}

#[derive(Debug)]
struct Revoke;

impl Order for Revoke {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Participants
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (draft, ticket) = work.on_ticket()?;
        draft.push(Change::TokensRevoked { ticket: ticket.id });
        ticket.epoch = ticket.epoch.wrapping_add(1);
        Ok(vec![Notice::Revoked])
    }
}
