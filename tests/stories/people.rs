//! Who takes part in a story, and what lies in their inboxes.

use std::collections::BTreeMap;

use maildesk::base::{EmailAddress, Timestamp};
use maildesk::desk::{ContactOrder, Question};
use maildesk::domain::{LetterKind, OutboxItem};
use maildesk::mail::Mail;
use maildesk::policy::Policy;

/// What an admin asks or orders about a customer: `c1`, `c1 set phone=1; note=x`, `c1 merge c2`, `c1 unmerge`, `c1 add ADDRESS`,
/// `c1 remove ADDRESS`.
pub(crate) fn contact(what: &str) -> Result<Question, String> {
    let (who, order) = what.split_once(' ').unwrap_or((what, ""));
    let who = who.to_owned();
    let (verb, rest) = order.split_once(' ').unwrap_or((order, ""));
    Ok(Question::ContactOrder(match verb {
        "" => return Ok(Question::Contact(who)),
        "set" => {
            let pairs = rest.split("; ").map(|pair| pair.split_once('=').ok_or("name=value"));
            let values = pairs.map(|pair| pair.map(|(name, value)| (name.to_owned(), value.to_owned())));
            ContactOrder::Edit { who, values: values.collect::<Result<_, _>>()? }
        }
        "merge" => ContactOrder::Merge { who, into: rest.to_owned() },
        "unmerge" => ContactOrder::Unmerge { who },
        "add" => ContactOrder::AddAddress { who, address: rest.to_owned() },
        "remove" => ContactOrder::RemoveAddress { who, address: rest.to_owned() },
        _ => return Err(format!("{verb}: set, merge, unmerge, add, remove")),
    }))
}

/// Somebody with an address.
#[derive(Clone)]
pub(crate) struct Person {
    /// What the story calls him.
    pub(crate) short: String,
    /// His display name; may be empty.
    pub(crate) name: String,
    pub(crate) address: EmailAddress,
    /// His mail program speaks German.
    pub(crate) german: bool,
}

impl Person {
    /// As a From or To line shows him.
    pub(crate) fn shown(&self) -> String {
        if self.name.is_empty() { self.address.to_string() } else { format!("{} <{}>", self.name, self.address) }
    }
}

/// A mail in an inbox.
#[derive(Clone)]
pub(crate) struct Received {
    pub(crate) mail: Mail,
    pub(crate) at: Timestamp,
    /// The envelope sender.
    pub(crate) envelope: Option<EmailAddress>,
    /// The desk's letter, where it is one.
    pub(crate) letter: Option<OutboxItem>,
}

/// Which mail of an inbox is meant.
#[derive(Default)]
pub(crate) struct Which {
    pub(crate) kind: Option<LetterKind>,
    pub(crate) ticket: Option<u32>,
}

#[derive(Default)]
pub(crate) struct People {
    by_short: BTreeMap<String, Person>,
    inboxes: BTreeMap<String, Vec<Received>>,
}

impl People {
    pub(crate) fn of_staff(policy: &Policy) -> Self {
        let mut people = Self::default();
        for member in policy.staff.values() {
            people.add(Person {
                short: member.name.to_string(),
                name: member.display.clone(),
                address: member.address.clone(),
                german: member.language == "de",
            });
        }
        let operator = policy.desk.operator.clone();
        people.add(Person { short: "operator".to_owned(), name: String::new(), address: operator, german: false });
        people
    }

    pub(crate) fn add(&mut self, person: Person) {
        self.by_short.insert(person.short.clone(), person);
    }

    /// Somebody by his short name, or by an address.
    pub(crate) fn find(&self, who: &str) -> Result<Person, String> {
        if let Some(person) = self.by_short.get(who) {
            return Ok(person.clone());
        }
        let address = EmailAddress::new(who).map_err(|_| format!("nobody is called {who}"))?;
        let known = self.by_short.values().find(|person| person.address == address);
        Ok(known.cloned().unwrap_or(Person { short: who.to_owned(), name: String::new(), address, german: false }))
    }

    /// What the story calls an address.
    pub(crate) fn call(&self, address: &str) -> String {
        let known = self.by_short.values().find(|person| person.address.as_str().eq_ignore_ascii_case(address));
        known.map_or_else(|| address.to_owned(), |person| person.short.clone())
    }

    pub(crate) fn deliver(&mut self, address: &EmailAddress, received: Received) {
        self.inboxes.entry(address.key()).or_default().push(received);
    }

    /// How many mails somebody got.
    pub(crate) fn count(&self, person: &Person) -> usize {
        self.inboxes.get(&person.address.key()).map_or(0, Vec::len)
    }

    /// The last mail that somebody got.
    pub(crate) fn last(&self, person: &Person, which: &Which) -> Result<Received, String> {
        let fits = |received: &&Received| {
            let letter = received.letter.as_ref();
            which.kind.is_none_or(|kind| letter.is_some_and(|letter| letter.kind == kind))
                && which.ticket.is_none_or(|ticket| letter.and_then(|letter| letter.ticket).is_some_and(|id| id.get() == ticket))
        };
        let inbox = self.inboxes.get(&person.address.key());
        let found = inbox.and_then(|inbox| inbox.iter().rev().find(fits)).cloned();
        found.ok_or_else(|| format!("{} has no such mail", person.short))
    }
}
