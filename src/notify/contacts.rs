//! The words for what there is to say about customers.

use crate::base::Timestamp;
use crate::domain::{ContactDetail, ContactNotice};

use super::word::{self, Language};

/// English, German, and what is filled in.
#[rustfmt::skip]
pub(super) fn words(language: Language, notice: &ContactNotice, time: &dyn Fn(Timestamp) -> String) -> (&'static str, &'static str, Vec<String>) {
    use ContactNotice as C;
    match notice {
        C::Card { name, address } if name.is_empty() => ("The customer is {0}.", "Der Kunde ist {0}.", vec![address.clone()]),
        C::Card { name, address } => ("The customer is {0} <{1}>.", "Der Kunde ist {0} <{1}>.", vec![name.clone(), address.clone()]),
        C::Addresses { others } => ("Also writes from {0}.", "Schreibt auch von {0}.", vec![others.join(", ")]),
        C::Detail { detail, value } | C::DetailSet { detail, value } => (
            "{0}: {1}",
            "{0}: {1}",
            vec![label(language, detail), value.clone()]),
        C::DetailRemoved { detail } => ("{0}: removed.", "{0}: gelöscht.", vec![label(language, detail)]),
        C::Known { since, tickets } => (
            "Known since {0}; tickets opened: {1}.",
            "Bekannt seit {0}; eröffnete Tickets: {1}.",
            vec![time(*since), tickets.to_string()]),
        C::CardTicket { ticket, subject, status } => (
            "{0} “{1}” ({2})",
            "{0} „{1}“ ({2})",
            vec![ticket.to_string(), subject.clone(), word::translate(language, status.as_str()).to_owned()]),
        C::Unreachable => (
            "The last mail to this customer could not be delivered.",
            "Die letzte Mail an diesen Kunden war nicht zustellbar.",
            vec![]),
        C::NoSuchContact { address } if address.is_empty() => (
            "Nothing is known of the customer yet.",
            "Über den Kunden ist noch nichts bekannt.",
            vec![]),
        C::NoSuchContact { address } => (
            "Nobody is known under {0}.",
            "Unter {0} ist niemand bekannt.",
            vec![address.clone()]),
        C::NoSuchDetail { name, known } => (
            "Nothing called “{0}” can be written down of a customer; there is {1}.",
            "„{0}“ lässt sich zu einem Kunden nicht festhalten; es gibt {1}.",
            vec![name.clone(), known.join(", ")]),
        C::BadValue { detail, value, wanted } => (
            "{0} cannot be “{1}”; write {2}.",
            "{0} kann nicht „{1}“ sein; möglich ist: {2}.",
            vec![label(language, detail), value.clone(), wanted.clone()]),
        C::IsStaff { name } => (
            "{0} belongs to the staff; your administrator changes such data in staff.toml.",
            "{0} gehört zum Team; solche Daten ändert Ihre Administration in staff.toml.",
            vec![name.clone()]),
    }
}

/// What a detail is called.
fn label(language: Language, detail: &ContactDetail) -> String {
    let (english, german) = match detail {
        ContactDetail::Name => ("Name", "Name"),
        ContactDetail::Phone => ("Phone", "Telefon"),
        ContactDetail::Organisation => ("Organisation", "Organisation"),
        ContactDetail::Language => ("Language", "Sprache"),
        ContactDetail::Note => ("Note", "Notiz"),
        ContactDetail::Field(name) => return name.clone(),
    };
    if language == Language::German { german } else { english }.to_owned()
}
