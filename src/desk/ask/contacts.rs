//! The customers: who there is, and everything known of one.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::base::{ContactId, EmailAddress, clip, limit, one_line};
use crate::domain::{Contact, ContactDetail, Rows};
use crate::store::{Disk, Keyspace, Queries};

use super::super::error::DeskError;
use super::{Answer, View};

/// Tickets of a contact that are shown, the newest.
const TICKETS: usize = 20;

/// Which contacts a list shows; what is not said fits everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactFilter {
    /// Part of the organisation's name.
    pub organisation: Option<String>,
    /// Part of a name, an address or anything else that is written down.
    pub words: Option<String>,
    /// At most so many; 0: as many as a list holds.
    pub limit: u32,
}

impl ContactFilter {
    fn fits(&self, contact: &Contact) -> bool {
        let stands = |text: &str, word: &String| text.to_lowercase().contains(&word.to_lowercase());
        let of = self.organisation.as_ref();
        let words = self.words.as_ref();
        of.is_none_or(|of| stands(contact.detail_text(&ContactDetail::Organisation), of))
            && words.is_none_or(|word| {
                let addresses = contact.addresses.iter().filter_map(|address| address.known());
                stands(contact.name.text(), word)
                    || addresses.into_iter().any(|address| stands(address.as_str(), word))
                    || contact.details.values().any(|value| stands(value.text(), word))
            })
    }
}

/// What an admin may order about a customer, who is named by an address or a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are named for what they hold")]
pub enum ContactOrder {
    /// Write down what is known; empty values remove it.
    Edit { who: String, values: Vec<(String, String)> },
    /// Both are one person.
    Merge { who: String, into: String },
    /// They are not.
    Unmerge { who: String },
    /// He writes from this address too.
    AddAddress { who: String, address: String },
    /// He does not.
    RemoveAddress { who: String, address: String },
    /// What he said is to be erased.
    Forget { who: String },
}

impl ContactOrder {
    /// Whom it is about.
    pub(in crate::desk) fn who(&self) -> &str {
        match self {
            Self::Edit { who, .. }
            | Self::Merge { who, .. }
            | Self::Unmerge { who }
            | Self::AddAddress { who, .. }
            | Self::RemoveAddress { who, .. }
            | Self::Forget { who } => who,
        }
    }
}

/// The contact that an address or a number means: `ann@example.org`, `c5`.
pub(in crate::desk) fn contact_named<Q: Queries>(rows: &Q, typed: &str) -> Result<Contact, DeskError> {
    let number = typed.strip_prefix('c').unwrap_or(typed).parse().ok().map(ContactId::new);
    let found = match (number, EmailAddress::new(typed)) {
        (Some(number), _) => rows.contact(number)?,
        (None, Ok(address)) => match rows.contact_of_address(address.key())? {
            Some(contact) => rows.contact(contact)?,
            None => None,
        },
        (None, Err(_)) => {
            let help = "name a contact by an address or a number (c5); `maildesk contact search` finds both";
            return Err(DeskError::Refused(format!("{typed:?} is neither an address nor a contact's number; {help}")));
        }
    };
    found.ok_or_else(|| DeskError::Missing(format!("the contact {typed} (`maildesk contact search` looks for others)")))
}

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    /// Customers, the last known first.
    pub(super) fn contacts(&self, filter: &ContactFilter) -> Result<Answer, DeskError> {
        let most = if filter.limit == 0 { super::LIST } else { usize::try_from(filter.limit).unwrap_or(super::LIST) };
        let last = self.rows.counters()?.unwrap_or_default().contact.get();
        let mut answer = Answer::default();
        let (mut looked_at, mut more) = (0_usize, 0_usize);
        for number in (1..=last).rev() {
            if looked_at == limit::SEARCH_CONTACTS {
                answer.remark = Some(format!("looked at the newest {looked_at} contacts, down to c{}", number.saturating_add(1)));
                break;
            }
            let Some(contact) = self.rows.contact(ContactId::new(number))? else { continue };
            looked_at = looked_at.saturating_add(1);
            let is_staff = self.settings.policy.member(&self.settings.roster, contact.id).is_some();
            let is_operator = contact.address() == Some(&self.settings.policy.desk.operator) && contact.tickets == 0;
            if is_staff || is_operator || contact.merged_into.is_some() || !filter.fits(&contact) {
                continue;
            }
            if answer.lines.len() >= most {
                more = more.saturating_add(1);
                continue;
            }
            let text = format!(
                "{:<6} {:<32} {:<24} {:<20} {}",
                contact.id.to_string(),
                contact.address().map(ToString::to_string).unwrap_or_else(|| "(erased)".to_owned()),
                clip(contact.name.text(), 24),
                clip(contact.detail_text(&ContactDetail::Organisation), 20),
                contact.tickets,
            );
            answer.push(line(&contact), text.trim_end());
        }
        if more > 0 {
            let told = answer.remark.take().map(|remark| format!("{remark}; ")).unwrap_or_default();
            answer.remark = Some(format!("{told}{more} more; ask more closely, or raise --limit"));
        }
        answer.is_no = answer.lines.is_empty();
        Ok(answer)
    }

    /// Everything that is known of one.
    pub(super) fn contact(&self, typed: &str) -> Result<Answer, DeskError> {
        let contact = contact_named(self.rows, typed)?;
        let mut value = line(&contact);
        let mut text = format!("{}  {}", contact.id, contact.name.text());
        let mut row = |what: &str, value: String| {
            if !value.is_empty() {
                text.push_str(&format!("\n  {what:<15} {value}"));
            }
        };
        let addresses: Vec<String> = contact.addresses.iter().filter_map(|one| one.known()).map(ToString::to_string).collect();
        row("addresses", addresses.join(", "));
        for (detail, value) in &contact.details {
            row(detail.as_str(), value.text().to_owned());
        }
        row("known since", contact.since.to_string());
        row("tickets opened", contact.tickets.to_string());
        if contact.unreachable {
            row("mail", "the last one could not be delivered".to_owned());
        }
        row("asked", contact.surveyed_at.map(|at| format!("whether satisfied, {at}")).unwrap_or_default());
        if contact.declines_surveys {
            row("surveys", "does not want to be asked whether satisfied".to_owned());
        }
        let staff = self.settings.policy.member(&self.settings.roster, contact.id).map(|member| member.name.to_string());
        row("staff", staff.clone().unwrap_or_default());
        row("merged into", contact.merged_into.map(|into| into.to_string()).unwrap_or_default());
        for id in &contact.merged {
            row("contains", format!("{id} {}", self.rows.contact(*id)?.map(|one| named(&one)).unwrap_or_default()));
        }
        let tickets = self.rows.tickets_of(contact.id, TICKETS)?;
        let mut listed = Vec::new();
        for ticket in &tickets {
            let (line, words) = self.ticket_line(ticket)?;
            listed.push(line);
            text.push_str(&format!("\n{words}"));
        }
        if let Some(map) = value.as_object_mut() {
            map.insert("staff".to_owned(), json!(staff));
            map.insert("merged".to_owned(), json!(contact.merged.iter().map(|one| one.get()).collect::<Vec<_>>()));
            map.insert("list".to_owned(), json!(listed));
        }
        let mut answer = Answer::default();
        answer.push(value, &text);
        Ok(answer)
    }
}

/// Name and address, as far as they are known.
fn named(contact: &Contact) -> String {
    let address = contact.address().map(|address| format!("<{address}>")).unwrap_or_default();
    format!("{} {address}", one_line(contact.name.text(), limit::NAME_CHARS)).trim().to_owned()
}

/// A contact for programs.
fn line(contact: &Contact) -> Value {
    let addresses: Vec<&str> = contact.addresses.iter().filter_map(|one| one.known()).map(EmailAddress::as_str).collect();
    let known = |detail| contact.detail(&detail).map(|value| value.text().to_owned());
    let fields: Map<String, Value> = contact
        .details
        .iter()
        .filter_map(|(detail, value)| match detail {
            ContactDetail::Field(name) => Some((name.clone(), json!(value.text()))),
            _ => None,
        })
        .collect();
    json!({
        "contact": contact.id.get(), "name": contact.name.text(), "address": addresses.first(), "addresses": addresses,
        "phone": known(ContactDetail::Phone), "organisation": known(ContactDetail::Organisation),
        "language": known(ContactDetail::Language), "note": known(ContactDetail::Note), "fields": fields,
        "since": contact.since.to_string(), "tickets": contact.tickets, "unreachable": contact.unreachable,
        "merged_into": contact.merged_into.map(ContactId::get), "surveyed": contact.surveyed_at.map(|at| at.to_string()),
        "declines_surveys": contact.declines_surveys,
    })
}
