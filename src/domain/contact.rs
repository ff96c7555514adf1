//! Contacts: everybody the desk knows, with all addresses that are one person's, and what is written down of him.
//!
//! Whoever writes from a new address is a new contact. That two contacts are one person is never guessed: somebody with the
//! permission says so, by merging them. The one merged stays as a row that leads to the other, for the journal names people by
//! their numbers, and for parting them again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, EmailAddress, Private, StaffName, TicketId, Timestamp, limit};

use super::apply::IllegalChange;
use super::row::{RowId, Rows};
use super::ticket::{Status, Ticket};

/// A person or address the desk knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Its number.
    pub id: ContactId,
    /// Its addresses; mail goes to the first, and in a ticket to the one it writes from there.
    pub addresses: Vec<Private<EmailAddress>>,
    /// The name it writes under.
    pub name: Private<String>,
    /// The short name in `staff.toml`, for staff. Whether it still stands there is asked at every use.
    pub staff: Option<Private<StaffName>>,
    /// Since when it is known.
    pub since: Timestamp,
    /// Mail to it failed for good.
    pub unreachable: bool,
    /// Tickets it opened.
    pub tickets: u32,
    /// What else is written down of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "details_by_name")]
    pub details: BTreeMap<ContactDetail, Private<String>>,
    /// The contact that it was found to be; what is its own belongs to that one now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<ContactId>,
    /// The tickets that went with it then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handed_over: Vec<HandedTicket>,
    /// Contacts that were found to be this one.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub merged: BTreeSet<ContactId>,
    /// When it was asked last whether it was satisfied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surveyed_at: Option<Timestamp>,
    /// When it was forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<Timestamp>,
    /// It does not want to be asked that.
    #[serde(default, skip_serializing_if = "is_false")]
    pub declines_surveys: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Something that is written down of a contact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactDetail {
    /// The name it goes by.
    Name,
    /// Where it can be called.
    Phone,
    /// Whom it works for, or belongs to.
    Organisation,
    /// The language that it is written to in, ISO 639-1.
    Language,
    /// What colleagues should know.
    Note,
    /// A field that the admin has defined.
    Field(String),
}

impl ContactDetail {
    /// Those that every desk has.
    pub const ALL: [Self; 5] = [Self::Name, Self::Phone, Self::Organisation, Self::Language, Self::Note];

    /// The name that people type.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Organisation => "organisation",
            Self::Language => "language",
            Self::Note => "note",
            Self::Field(name) => name,
        }
    }
}

impl fmt::Display for ContactDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a detail may be, for whoever wrote something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailForm {
    /// A line of at most so many characters.
    Line(usize),
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// One of these.
    Choice(Vec<String>),
    /// A telephone number.
    Phone,
    /// A language's code, ISO 639-1.
    Language,
}

impl fmt::Display for DetailForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(most) => write!(f, "at most {most} characters"),
            Self::Number => f.write_str("a whole number, such as 42"),
            Self::Date => f.write_str("a day, such as 2027-12-31"),
            Self::YesNo => f.write_str("yes or no"),
            Self::Choice(choices) => f.write_str(&choices.join(", ")),
            Self::Phone => f.write_str("a telephone number, such as +49 30 901820"),
            Self::Language => f.write_str("a language's two letters, such as en or de"),
        }
    }
}

/// A ticket that goes with a contact from one to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedTicket {
    /// Which.
    pub ticket: TicketId,
    /// The contact was its requester.
    pub asked: bool,
    /// The other took part in it as well, and goes on doing so when they are parted.
    pub shared: bool,
}

impl Contact {
    /// One that has just become known.
    pub fn new(id: ContactId, address: Private<EmailAddress>, name: Private<String>, since: Timestamp) -> Self {
        Self {
            id,
            addresses: vec![address],
            name,
            staff: None,
            since,
            unreachable: false,
            tickets: 0,
            details: BTreeMap::new(),
            merged_into: None,
            handed_over: Vec::new(),
            merged: BTreeSet::new(),
            surveyed_at: None,
            erased_at: None,
            declines_surveys: false,
        }
    }

    /// The address that mail goes to.
    pub fn address(&self) -> Option<&EmailAddress> {
        self.addresses.iter().find_map(Private::known)
    }

    /// The address that mail about a ticket goes to: the one he writes from there, as long as it is his.
    pub fn address_in(&self, ticket: Option<&Ticket>) -> Option<&EmailAddress> {
        let used = ticket.and_then(|ticket| ticket.writes_from.get(&self.id)?.known());
        used.and_then(|used| self.addresses.iter().filter_map(Private::known).find(|own| *own == used)).or_else(|| self.address())
    }

    /// Is this one of its addresses?
    pub fn has_address(&self, address: &EmailAddress) -> bool {
        self.addresses.iter().any(|known| known.known() == Some(address))
    }

    /// What is written down; none where nothing is.
    pub fn detail(&self, detail: &ContactDetail) -> Option<&Private<String>> {
        match detail {
            ContactDetail::Name => Some(&self.name).filter(|name| !name.text().is_empty()),
            other => self.details.get(other),
        }
    }

    /// The same as text, empty where there is none.
    pub fn detail_text(&self, detail: &ContactDetail) -> &str {
        self.detail(detail).map_or("", Private::text)
    }

    /// Writes something down, or removes it.
    pub fn set(&mut self, detail: &ContactDetail, value: Option<Private<String>>) {
        match (detail, value) {
            (ContactDetail::Name, value) => self.name = value.unwrap_or_else(|| String::new().into()),
            (other, Some(value)) => drop(self.details.insert(other.clone(), value)),
            (other, None) => drop(self.details.remove(other)),
        }
    }
}

/// The contact that somebody is now: himself, or whom he was merged into.
///
/// # Errors
/// Whatever the store says.
pub fn contact_now<R: Rows + ?Sized>(rows: &R, contact: ContactId) -> Result<ContactId, R::Error> {
    let mut now = contact;
    // Merging in a circle is refused; the bound is for what nobody thought of.
    for _ in 0..limit::MERGES {
        match rows.contact(now)?.and_then(|row| row.merged_into) {
            Some(next) => now = next,
            None => break,
        }
    }
    Ok(now)
}

type Outcome<R> = Result<(), IllegalChange<<R as Rows>::Error>>;

fn row<R: Rows>(rows: &R, id: ContactId) -> Result<Contact, IllegalChange<R::Error>> {
    rows.contact(id).map_err(IllegalChange::Rows)?.ok_or(IllegalChange::NoContact(id))
}

/// Another address is a contact's.
pub(super) fn address_added<R: Rows>(rows: &mut R, contact: ContactId, address: &Private<EmailAddress>) -> Outcome<R> {
    let mut own = row(rows, contact)?;
    if let Some(address) = address.known() {
        rows.put_address(address.key(), contact).map_err(IllegalChange::Rows)?;
    }
    if !own.addresses.contains(address) {
        own.addresses.push(address.clone());
    }
    rows.put_contact(contact, own).map_err(IllegalChange::Rows)
}

/// An address is a contact's no more: who writes from it next is somebody new.
pub(super) fn address_removed<R: Rows>(rows: &mut R, contact: ContactId, address: &Private<EmailAddress>) -> Outcome<R> {
    let mut own = row(rows, contact)?;
    if let Some(address) = address.known()
        && rows.contact_of_address(address.key()).map_err(IllegalChange::Rows)? == Some(contact)
    {
        rows.delete(&RowId::Address(address.key())).map_err(IllegalChange::Rows)?;
    }
    own.addresses.retain(|known| known != address);
    rows.put_contact(contact, own).map_err(IllegalChange::Rows)
}

/// A contact is found to be another one: addresses, tickets and the count of them are the other's from now on.
pub(super) fn merged<R: Rows>(rows: &mut R, contact: ContactId, to: ContactId, tickets: &[HandedTicket]) -> Outcome<R> {
    let (mut old, mut new) = (row(rows, contact)?, row(rows, to)?);
    if old.merged_into.is_some() || new.merged_into.is_some() || contact == to {
        return Err(IllegalChange::Exists(format!("the merge of {contact} into {to}")));
    }
    for address in &old.addresses {
        if let Some(known) = address.known() {
            rows.put_address(known.key(), to).map_err(IllegalChange::Rows)?;
        }
        if !new.addresses.contains(address) {
            new.addresses.push(address.clone());
        }
    }
    for handed in tickets {
        edit_people(rows, handed.ticket, |ticket| {
            ticket.participants.remove(&contact);
            ticket.copied.remove(&to);
            ticket.participants.insert(to);
            if ticket.requester == contact {
                ticket.requester = to;
            }
            // Who took part from there goes on hearing there.
            let used = ticket.writes_from.remove(&contact).or_else(|| old.addresses.first().cloned());
            if let Some(used) = used.filter(|_| !handed.shared) {
                ticket.writes_from.insert(to, used);
            }
        })?;
    }
    new.tickets = new.tickets.saturating_add(old.tickets);
    // Whoever of the two was asked last: it is one person, who is not asked again for some time, or not at all.
    new.surveyed_at = new.surveyed_at.max(old.surveyed_at);
    new.declines_surveys |= old.declines_surveys;
    new.merged.insert(contact);
    old.merged_into = Some(to);
    old.handed_over = tickets.to_vec();
    rows.put_contact(contact, old).map_err(IllegalChange::Rows)?;
    rows.put_contact(to, new).map_err(IllegalChange::Rows)
}

/// The merge was a mistake: the addresses and the tickets that came with the contact are its own again. What was opened since
/// stays where it is.
pub(super) fn parted<R: Rows>(rows: &mut R, contact: ContactId, from: ContactId, tickets: &[HandedTicket]) -> Outcome<R> {
    let (mut own, mut other) = (row(rows, contact)?, row(rows, from)?);
    if own.merged_into != Some(from) || other.merged_into.is_some() {
        return Err(IllegalChange::Missing(format!("the merge of {contact} into {from}")));
    }
    let lost = |address: &Private<EmailAddress>| !other.addresses.contains(address);
    own.addresses.retain(|address| !lost(address));
    for address in &own.addresses {
        if let Some(known) = address.known() {
            rows.put_address(known.key(), contact).map_err(IllegalChange::Rows)?;
        }
    }
    other.addresses.retain(|address| !own.addresses.contains(address));
    for handed in tickets {
        edit_people(rows, handed.ticket, |ticket| {
            if ticket.participants.contains(&from) {
                ticket.participants.insert(contact);
                if !handed.shared {
                    ticket.participants.remove(&from);
                    ticket.writes_from.remove(&from);
                }
            }
            if handed.asked && ticket.requester == from {
                ticket.requester = contact;
                ticket.participants.insert(contact);
            }
        })?;
    }
    other.tickets = other.tickets.saturating_sub(own.tickets);
    other.merged.remove(&contact);
    own.merged_into = None;
    own.handed_over.clear();
    rows.put_contact(contact, own).map_err(IllegalChange::Rows)?;
    rows.put_contact(from, other).map_err(IllegalChange::Rows)
}

/// Changes who a ticket's people are; nothing has happened in the ticket, so it is no newer than it was.
fn edit_people<R: Rows>(rows: &mut R, id: TicketId, change: impl FnOnce(&mut Ticket)) -> Outcome<R> {
    let mut ticket = rows.ticket(id).map_err(IllegalChange::Rows)?.ok_or(IllegalChange::NoTicket(id))?;
    change(&mut ticket);
    rows.put_ticket(id, ticket).map_err(IllegalChange::Rows)
}

/// Something to be said of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant says what it is about; its fields are named for what they hold")]
pub enum ContactNotice {
    // The card.
    /// Who it is.
    Card {
        name: String,
        address: String,
    },
    /// Further addresses of his.
    Addresses {
        others: Vec<String>,
    },
    /// Something that is written down.
    Detail {
        detail: ContactDetail,
        value: String,
    },
    /// Since when he is known, and how many tickets he has opened.
    Known {
        since: Timestamp,
        tickets: u32,
    },
    /// One of his tickets that the reader may see.
    CardTicket {
        ticket: TicketId,
        subject: String,
        status: Status,
    },
    /// Mail to him fails.
    Unreachable,
    // What was done.
    DetailSet {
        detail: ContactDetail,
        value: String,
    },
    DetailRemoved {
        detail: ContactDetail,
    },
    /// Both are one customer; so many tickets came along.
    Merged {
        one: String,
        other: String,
        tickets: usize,
    },
    /// He is to be forgotten, and these many tickets of his with him.
    WillBeForgotten {
        name: String,
        tickets: usize,
    },
    /// He is: so many records of the journal said something of him, and so many texts.
    Forgotten {
        contact: ContactId,
        records: u64,
        texts: u64,
    },
    // Why not.
    /// Somebody still works on these tickets of his.
    StillUnfinished {
        tickets: Vec<TicketId>,
    },
    /// Nobody known has this address.
    NoSuchContact {
        address: String,
    },
    /// Nothing of this name can be written down; what can.
    NoSuchDetail {
        name: String,
        known: Vec<String>,
    },
    /// The value cannot be used; what can.
    BadValue {
        detail: ContactDetail,
        value: String,
        wanted: DetailForm,
    },
    /// The address is this customer's already.
    SameAlready {
        address: String,
    },
    /// He takes part in more tickets than can change hands at once.
    TooManyTickets {
        most: usize,
    },
    /// He belongs to the staff, whose data stand in `staff.toml`.
    IsStaff {
        name: String,
    },
}

/// Details are keys of a JSON object: the usual ones by their names, the admin's below `field.`.
mod details_by_name {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{ContactDetail, Private};

    const FIELD: &str = "field.";

    pub(super) fn serialize<S: Serializer>(
        details: &BTreeMap<ContactDetail, Private<String>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let named: BTreeMap<String, &Private<String>> = details.iter().map(|(detail, value)| (key(detail), value)).collect();
        named.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<ContactDetail, Private<String>>, D::Error> {
        let named = BTreeMap::<String, Private<String>>::deserialize(deserializer)?;
        named.into_iter().map(|(name, value)| Ok((detail(&name).ok_or_else(|| unknown(&name))?, value))).collect()
    }

    fn key(detail: &ContactDetail) -> String {
        match detail {
            ContactDetail::Field(name) => format!("{FIELD}{name}"),
            other => other.as_str().to_owned(),
        }
    }

    fn detail(name: &str) -> Option<ContactDetail> {
        match name.strip_prefix(FIELD) {
            Some(field) => Some(ContactDetail::Field(field.to_owned())),
            None => ContactDetail::ALL.into_iter().find(|detail| detail.as_str() == name),
        }
    }

    fn unknown<E: serde::de::Error>(name: &str) -> E {
        E::custom(format!("a contact has no {name:?}"))
    }
}
