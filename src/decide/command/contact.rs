//! `#contact`: what is known of a customer, and writing it down.

use crate::base::{EmailAddress, limit, one_line};
use crate::domain::{Change, Contact, ContactDetail, ContactNotice, Notice, Ticket, UndoStep};
use crate::policy::{Access, DetailProblem, Permission, access, contact_detail, relation};

use super::super::contact::{ContactProblem, changeable, merge, write_down};
use super::super::facts::Question;
use super::order::{Asker, Order, Risk, Work};
use super::participants::address;
use super::table::Family;

/// Tickets that a card lists.
const TICKETS: usize = 5;

pub(super) const FAMILY: &[Family] = &[Family {
    name: "contact",
    risk: Risk::Usual,
    usage: "#contact [address] [name=value …] | merge address",
    example: "#contact phone=+49 30 901820 organisation=\"Acme Ltd\"",
    english: "sends you what is known of the customer, or writes down name, phone, organisation, language, note and your desk's fields; merge: the address is the same customer's",
    german: "schickt Ihnen, was über den Kunden bekannt ist, oder hält Name, Telefon, Organisation, Sprache, Notiz und Felder Ihres Service fest; merge: die Adresse gehört demselben Kunden",
    read: |argument| {
        if let Some(other) = argument.strip_prefix("merge ") {
            return Some(Box::new(Merge(address(other.trim())?)));
        }
        let (who, values) = read(argument)?;
        Some(if values.is_empty() { Box::new(Card(who)) as Box<dyn Order> } else { Box::new(WriteDown { who, values }) })
    },
}];

/// Whom it is about, where that is not the ticket's requester, and what is to be written down.
type Arguments = (Option<EmailAddress>, Vec<(String, String)>);

/// `[address] [name=value …]`; a value ends at the next name, or at its quotation mark where it begins with one.
fn read(argument: &str) -> Option<Arguments> {
    let mut head = String::new();
    let mut values: Vec<(String, String)> = Vec::new();
    let mut word = String::new();
    let mut chars = argument.chars().peekable();
    let flush = |word: &mut String, head: &mut String, values: &mut Vec<(String, String)>| {
        let text = values.last_mut().map_or(head, |(_, value)| value);
        if !word.is_empty() && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
        word.clear();
    };
    while let Some(c) = chars.next() {
        if c == '=' && is_name(&word) {
            values.push((std::mem::take(&mut word), String::new()));
            if chars.next_if(|next| is_quote(*next)).is_some() {
                let mut is_closed = false;
                for inner in chars.by_ref() {
                    if is_quote(inner) {
                        is_closed = true;
                        break;
                    }
                    word.push(inner);
                }
                if !is_closed {
                    return None;
                }
                flush(&mut word, &mut head, &mut values);
            }
        } else if c.is_whitespace() {
            flush(&mut word, &mut head, &mut values);
        } else {
            word.push(c);
        }
    }
    flush(&mut word, &mut head, &mut values);
    let who = if head.is_empty() { None } else { Some(address(&head)?) };
    Some((who, values))
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// Mail programs make typographic marks of plain ones while somebody types.
const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// The contact that an order is about: whom it names, or the requester.
pub(super) fn person(work: &Work<'_>, who: Option<&EmailAddress>) -> Result<Contact, Notice> {
    let orders = &work.facts.orders;
    let missing = |address: String| Notice::Contact(ContactNotice::NoSuchContact { address });
    if let Some(address) = who {
        return orders.contacts.get(&address.key()).cloned().ok_or_else(|| missing(address.to_string()));
    }
    // Whose ticket it is, is for those who may read it.
    work.permit(Permission::See, "contact")?;
    let requester = work.ticket.as_ref().ok_or(Notice::NeedsTicket)?.requester;
    let named = orders.contacts.values().find(|contact| contact.id == requester);
    orders.people.get(&requester).or(named).cloned().ok_or_else(|| missing(String::new()))
}

/// What is known of a customer, for the receipt.
#[derive(Debug)]
struct Card(Option<EmailAddress>);

impl Order for Card {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::ViewContacts
    }

    fn risk(&self, _usual: Risk) -> Risk {
        Risk::ReadOnly
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Card(self.0.clone())]
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let contact = person(work, self.0.as_ref())?;
        let ticket = work.ticket.as_ref().map(|ticket| ticket.id);
        work.draft.push(Change::LookedUp { contact: Some(contact.id), ticket, what: "contact".to_owned() });
        Ok(card(work, &contact).into_iter().map(Notice::Contact).collect())
    }
}

/// Name and address.
pub(super) fn shown(contact: &Contact) -> String {
    let address = contact.address().map(ToString::to_string).unwrap_or_default();
    if contact.name.text().is_empty() { address } else { format!("{} <{address}>", contact.name.text()) }
}

fn card(work: &Work<'_>, contact: &Contact) -> Vec<ContactNotice> {
    let mut addresses = contact.addresses.iter().filter_map(|address| address.known()).map(ToString::to_string);
    let address = addresses.next().unwrap_or_default();
    let others: Vec<String> = addresses.collect();
    let mut lines = vec![ContactNotice::Card { name: contact.name.text().to_owned(), address }];
    if !others.is_empty() {
        lines.push(ContactNotice::Addresses { others });
    }
    for (detail, value) in &contact.details {
        lines.push(ContactNotice::Detail { detail: detail.clone(), value: value.text().to_owned() });
    }
    if contact.unreachable {
        lines.push(ContactNotice::Unreachable);
    }
    lines.push(ContactNotice::Known { since: contact.since, tickets: contact.tickets });
    let own = work.ticket.as_ref().map(|ticket| ticket.id);
    let tickets = work.facts.orders.tickets_of.get(&contact.id).into_iter().flatten();
    let tickets = tickets.filter(|ticket| Some(ticket.id) != own && may_see(work, ticket)).take(TICKETS);
    lines.extend(tickets.map(|ticket| ContactNotice::CardTicket {
        ticket: ticket.id,
        subject: one_line(ticket.subject.text(), limit::SUBJECT_CHARS),
        status: ticket.status,
    }));
    lines
}

fn may_see(work: &Work<'_>, ticket: &Ticket) -> bool {
    let relation = relation(work.member, ticket, work.arrival.policy, work.arrival.roster, work.arrival.now);
    access(&work.member.profile, relation, Permission::See) == Access::Granted
}

#[derive(Debug)]
struct WriteDown {
    who: Option<EmailAddress>,
    values: Vec<(String, String)>,
}

impl Order for WriteDown {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::EditContacts
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Card(self.who.clone())]
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (policy, roster) = (work.arrival.policy, work.arrival.roster);
        let contact = person(work, self.who.as_ref())?;
        if changeable(&contact, policy, roster).is_err() {
            return Err(Notice::Contact(ContactNotice::IsStaff { name: contact.name.text().to_owned() }));
        }
        let mut details: Vec<(ContactDetail, Option<String>)> = Vec::new();
        for (name, value) in &self.values {
            let (detail, value) = contact_detail(name, value, &policy.service.contact_fields).map_err(refusal)?;
            // Of what is named twice the last counts.
            details.retain(|(known, _)| *known != detail);
            details.push((detail, value));
        }
        for (done, back) in write_down(&contact, &details) {
            work.draft.push(done.clone());
            work.steps.push(UndoStep { done, back });
        }
        let said = details.into_iter().map(|(detail, value)| match value {
            Some(value) => ContactNotice::DetailSet { detail, value },
            None => ContactNotice::DetailRemoved { detail },
        });
        Ok(said.map(Notice::Contact).collect())
    }
}

/// An address turns out to be the requester's.
#[derive(Debug)]
struct Merge(EmailAddress);

impl Order for Merge {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::EditContacts
    }

    // Each address is shown what was said to the other (SECURITY.md 1.2: history to a new reader).
    fn risk(&self, _usual: Risk) -> Risk {
        Risk::High
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Card(None), Question::AllTickets(Some(self.0.clone()))]
    }

    fn keeps_own_steps(&self) -> bool {
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let parties = (work.arrival.policy, work.arrival.roster);
        let (contact, to) = (person(work, Some(&self.0))?, person(work, None)?);
        let orders = &work.facts.orders;
        let known = orders.tickets_with.get(&contact.id).into_iter().flatten();
        // The ticket itself may have changed by the lines before.
        let now = |ticket: &Ticket| work.ticket.clone().filter(|own| own.id == ticket.id).unwrap_or_else(|| ticket.clone());
        let tickets: Vec<Ticket> = known.map(now).collect();
        let changes = merge(&contact, &to, &tickets, limit::MERGED_TICKETS, parties).map_err(|problem| {
            Notice::Contact(match problem {
                ContactProblem::Staff(name) => ContactNotice::IsStaff { name },
                ContactProblem::StaffAddress(address) => ContactNotice::IsStaff { name: address.to_string() },
                ContactProblem::TooManyTickets { most, .. } => ContactNotice::TooManyTickets { most },
                _ => ContactNotice::SameAlready { address: self.0.to_string() },
            })
        })?;
        for done in changes {
            let back = match &done {
                Change::ContactsMerged { contact, to, tickets } => {
                    Change::ContactsParted { contact: *contact, who: *to, tickets: tickets.clone() }
                }
                Change::ContactSet { contact, detail, .. } => {
                    Change::ContactSet { contact: *contact, detail: detail.clone(), value: None }
                }
                _ => continue,
            };
            work.draft.push(done.clone());
            work.steps.push(UndoStep { done, back });
        }
        let (_, ticket) = work.on_ticket()?;
        if ticket.participants.remove(&contact.id) {
            ticket.participants.insert(to.id);
        }
        let (one, other) = (shown(&to), self.0.to_string());
        Ok(vec![Notice::Contact(ContactNotice::Merged { one, other, tickets: tickets.len() })])
    }
}

fn refusal(problem: DetailProblem) -> Notice {
    Notice::Contact(match problem {
        DetailProblem::Unknown { name, known } => ContactNotice::NoSuchDetail { name, known },
        DetailProblem::Value { detail, value, wanted } => ContactNotice::BadValue { detail, value, wanted },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(argument: &str) -> Option<(String, Vec<(String, String)>)> {
        read(argument).map(|(who, values)| (who.map(|who| who.to_string()).unwrap_or_default(), values))
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn values_end_at_the_next_name_or_at_their_quotation_mark() {
        assert_eq!(values(""), Some((String::new(), vec![])));
        assert_eq!(values("<ann@customer.example>"), Some(("ann@customer.example".to_owned(), vec![])));
        assert_eq!(
            values("phone=+49 30  1234 organisation=“Acme & Sons, 2=3” note="),
            Some((String::new(), vec![pair("phone", "+49 30 1234"), pair("organisation", "Acme & Sons, 2=3"), pair("note", "")]))
        );
        assert_eq!(
            values("ann@customer.example language=de"),
            Some(("ann@customer.example".to_owned(), vec![pair("language", "de")]))
        );
        for bad in ["ann", "merge", "two words phone=1", "note=\"never closed"] {
            assert_eq!(values(bad), None, "{bad}");
        }
    }
}
