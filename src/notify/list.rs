//! Lists of tickets in letters: their headings, and what is said of each.

use crate::domain::{Heading, Target};

use super::model::{ListedView, SectionView};
use super::word::Language;

/// The sections of a list, from tickets in the order of their headings.
pub fn sections(language: &str, tickets: Vec<(Heading, ListedView)>) -> Vec<SectionView> {
    let mut sections: Vec<(Heading, SectionView)> = Vec::new();
    for (heading, view) in tickets {
        match sections.last_mut() {
            Some((last, section)) if *last == heading => section.tickets.push(view),
            _ => sections.push((heading, SectionView { title: title(language, heading).to_owned(), tickets: vec![view] })),
        }
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

/// What is said of a ticket: what was promised and by when, or when it comes back. `at` is written out already.
pub fn listed(language: &str, heading: Heading, target: Option<Target>, at: &str) -> String {
    let is_german = Language::of(language) == Language::German;
    let (english, german) = match target {
        Some(Target::FirstResponse) => ("first answer", "erste Antwort"),
        Some(Target::NextResponse) => ("next answer", "nächste Antwort"),
        Some(Target::Update) => ("next news", "nächste Nachricht"),
        Some(Target::Resolution) => ("solution", "Lösung"),
        None => ("reminder", "Erinnerung"),
    };
    if at.is_empty() {
        return String::new();
    }
    match (heading, is_german) {
        (Heading::Overdue, false) => format!("{english} was due {at}"),
        (Heading::Overdue, true) => format!("{german} war fällig: {at}"),
        (Heading::DueSoon | Heading::DueToday | Heading::Given, false) => format!("{english} due {at}"),
        (Heading::DueSoon | Heading::DueToday | Heading::Given, true) => format!("{german} fällig: {at}"),
        (Heading::Waking, false) => format!("comes back {at}"),
        (Heading::Waking, true) => format!("kommt zurück: {at}"),
        (Heading::Waiting | Heading::Unassigned, false) => format!("waiting since {at}"),
        (Heading::Waiting | Heading::Unassigned, true) => format!("wartet seit {at}"),
    }
}

fn title(language: &str, heading: Heading) -> &'static str {
    let is_german = Language::of(language) == Language::German;
    match (heading, is_german) {
        (Heading::Overdue, false) => "Overdue",
        (Heading::Overdue, true) => "Überfällig",
        (Heading::DueSoon, false) => "Due soon",
        (Heading::DueSoon, true) => "Bald fällig",
        (Heading::DueToday, false) => "Due today",
        (Heading::DueToday, true) => "Heute fällig",
        (Heading::Given, false) => "Yours now",
        (Heading::Given, true) => "Jetzt Ihre",
        (Heading::Waking, false) => "Back today",
        (Heading::Waking, true) => "Heute wieder da",
        (Heading::Waiting, false) => "Waiting for you",
        (Heading::Waiting, true) => "Wartet auf Sie",
        (Heading::Unassigned, false) => "Nobody has it",
        (Heading::Unassigned, true) => "Hat noch niemand",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tickets_stand_below_their_headings() {
        let ticket = |number| ListedView { number, ..ListedView::default() };
        let list = vec![(Heading::Overdue, ticket(1)), (Heading::Overdue, ticket(2)), (Heading::Waiting, ticket(3))];
        let found: Vec<(String, usize)> =
            sections("de-AT", list).into_iter().map(|section| (section.title, section.tickets.len())).collect();
        assert_eq!(found, [("Überfällig".to_owned(), 2), ("Wartet auf Sie".to_owned(), 1)]);
        assert_eq!(listed("en", Heading::Overdue, Some(Target::Update), "today"), "next news was due today");
        assert_eq!(listed("en", Heading::Waiting, None, ""), "");
    }
}
