//! The words for what there is to say about customers.

use crate::base::Timestamp;
use crate::domain::{ContactDetail, ContactNotice, DetailForm};

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
        C::Merged { one, other, tickets } => (
            "{0} and {1} are one customer from now on: each address may read and write what the other one may. Tickets that came along: {2}. #undo makes two of them again.",
            "{0} und {1} sind ab jetzt ein Kunde: Jede der Adressen darf lesen und schreiben, was die andere darf. Dazugekommene Tickets: {2}. #undo trennt sie wieder.",
            vec![one.clone(), other.clone(), tickets.to_string()]),
        C::WillBeForgotten { name, tickets } => (
            "{0} will be forgotten in ten minutes: name, addresses and details, all that was written in his tickets ({1}, your colleagues' notes among it), and his messages in the tickets of others. Nothing brings it back. Numbers and times stay for the reports; backups and what lies in mailboxes is not touched.",
            "{0} wird in zehn Minuten vergessen: Name, Adressen und Angaben, alles, was in den eigenen Tickets geschrieben wurde ({1}, auch die Notizen der Kollegen), und die Nachrichten in den Tickets anderer. Nichts bringt es zurück. Zahlen und Zeiten bleiben für die Berichte; Sicherungen und was in Postfächern liegt, bleiben unberührt.",
            vec![name.clone(), tickets.to_string()]),
        C::Forgotten { contact, records, texts } => (
            "The customer {0} is forgotten: {1} records of the journal have lost what they said of him, and {2} texts are erased.",
            "Der Kunde {0} ist vergessen: {1} Einträge des Journals sagen nichts mehr über ihn, und {2} Texte sind gelöscht.",
            vec![contact.to_string(), records.to_string(), texts.to_string()]),
        C::StillUnfinished { tickets } => (
            "Not while he has unfinished tickets: {0}. #close them first; “#close” above “#forget” does both.",
            "Nicht, solange Tickets offen sind: {0}. Schließen Sie sie zuerst; „#close“ über „#forget“ tut beides.",
            vec![tickets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")]),
        C::SameAlready { address } => (
            "{0} is this customer's address already.",
            "{0} ist schon eine Adresse dieses Kunden.",
            vec![address.clone()]),
        C::TooManyTickets { most } => (
            "This address takes part in more than {0} tickets; your administrator merges the other way round (“maildesk contact merge”).",
            "Diese Adresse ist an mehr als {0} Tickets beteiligt; Ihre Administration verbindet sie andersherum („maildesk contact merge“).",
            vec![most.to_string()]),
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
            vec![label(language, detail), value.clone(), form(language, wanted)]),
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

/// What a detail may be.
fn form(language: Language, form: &DetailForm) -> String {
    if language == Language::English {
        return form.to_string();
    }
    match form {
        DetailForm::Line(most) => format!("höchstens {most} Zeichen"),
        DetailForm::Number => "eine ganze Zahl, etwa 42".to_owned(),
        DetailForm::Date => "ein Tag, etwa 2027-12-31".to_owned(),
        DetailForm::YesNo => "yes oder no".to_owned(),
        DetailForm::Choice(choices) => choices.join(", "),
        DetailForm::Phone => "eine Telefonnummer, etwa +49 30 901820".to_owned(),
        DetailForm::Language => "die zwei Buchstaben einer Sprache, etwa de oder en".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::notice::shows_its_values;
    use super::*;
    use crate::base::{ContactId, TicketId};
    use crate::domain::Status;

    /// One of each, and of each of its forms.
    fn all() -> Vec<ContactNotice> {
        use ContactNotice as C;
        let x = || "{1}x".to_owned();
        let detail = || ContactDetail::Phone;
        let forms = [
            DetailForm::Line(9),
            DetailForm::Number,
            DetailForm::Date,
            DetailForm::YesNo,
            DetailForm::Choice(vec![x()]),
            DetailForm::Phone,
            DetailForm::Language,
        ];
        let bad = forms.map(|wanted| C::BadValue { detail: detail(), value: x(), wanted });
        let others = [
            C::Card { name: x(), address: x() },
            C::Card { name: String::new(), address: x() },
            C::Addresses { others: vec![x()] },
            C::Detail { detail: ContactDetail::Field(x()), value: x() },
            C::Known { since: Timestamp::from_seconds(0), tickets: 2 },
            C::CardTicket { ticket: TicketId::new(7), subject: x(), status: Status::OnHold },
            C::Unreachable,
            C::DetailSet { detail: detail(), value: x() },
            C::DetailRemoved { detail: detail() },
            C::Merged { one: x(), other: x(), tickets: 3 },
            C::NoSuchContact { address: x() },
            C::NoSuchContact { address: String::new() },
            C::NoSuchDetail { name: x(), known: vec![x()] },
            C::SameAlready { address: x() },
            C::WillBeForgotten { name: x(), tickets: 2 },
            C::Forgotten { contact: ContactId::new(7), records: 20, texts: 12 },
            C::StillUnfinished { tickets: vec![TicketId::new(7)] },
            C::TooManyTickets { most: 9 },
            C::IsStaff { name: x() },
        ];
        others.into_iter().chain(bad).collect()
    }

    #[test]
    fn every_value_of_a_sentence_is_used_in_both_languages() {
        for one in all() {
            let [english, german] =
                [Language::English, Language::German].map(|language| words(language, &one, &|at| at.to_string()));
            let shows = |pattern: &str| shows_its_values(pattern, &english.2);
            assert!(shows(english.0) && shows(english.1), "{one:?}");
            // What the admin has named has no other words in German.
            let is_own = matches!(one, ContactNotice::Detail { detail: ContactDetail::Field(_), .. });
            assert!(is_own || (english.0, &english.2) != (german.1, &german.2), "{one:?}");
        }
    }
}
