//! Alerts in words: what is not as it should be, with the figures, what is usual and where the limit lies.

use crate::base::{Span, Timestamp};
use crate::domain::{AlertCause, AlertKind, AlertNote};

use super::word::{self, Language};

/// What the mail, or its part about one alert, is called: one short line. `about` is the name of what it is about.
pub fn alert_title(language: &str, note: &AlertNote, about: &str) -> String {
    let language = Language::of(language);
    let figure = note.reading.figure;
    let lasted = || working(language, figure);
    let (english, german) = match note.kind {
        AlertKind::SilentMailbox if note.reading.trouble.is_some() => {
            (format!("Mailbox {about} cannot be read"), format!("Postfach {about} ist nicht lesbar"))
        }
        AlertKind::SilentMailbox => {
            (format!("No mail in {about} for {}", lasted()), format!("Keine Mail in {about} seit {}", lasted()))
        }
        AlertKind::Spike if matches!(note.reading.cause, AlertCause::Organisation(_)) => {
            (format!("{figure} new tickets from {about}"), format!("{figure} neue Tickets von {about}"))
        }
        AlertKind::Spike => (format!("{figure} new tickets about “{about}”"), format!("{figure} neue Tickets zu „{about}“")),
        AlertKind::SlowResponses => {
            (format!("Answers of {about} take {}", lasted()), format!("Antworten von {about} dauern {}", lasted()))
        }
        AlertKind::Backlog => (format!("{figure} unfinished tickets: {about}"), format!("{figure} offene Tickets: {about}")),
        AlertKind::Workload => {
            let tickets = note.reading.total;
            (format!("{about} has {tickets} unfinished tickets"), format!("{about} hat {tickets} offene Tickets"))
        }
        AlertKind::Complaints => {
            (format!("{figure} low ratings for {about}"), format!("{figure} schlechte Bewertungen für {about}"))
        }
        AlertKind::LowPerformance => (format!("Few promises kept: {about}"), format!("Wenige Zusagen eingehalten: {about}")),
    };
    if language == Language::German { german } else { english }
}

/// What the subject of the mail says, from the titles of what it tells.
pub fn alert_subject(language: &str, titles: &[String]) -> String {
    match titles {
        [first, others @ ..] if !others.is_empty() => match Language::of(language) {
            Language::English => format!("{first}, and {} more", others.len()),
            Language::German => format!("{first}, und {} weitere", others.len()),
        },
        titles => titles.concat(),
    }
}

/// The sentences below the title: what was counted, where the limit lies and what is usual, since when he has been told.
pub fn alert_sentences(language: &str, note: &AlertNote, time: &dyn Fn(Timestamp) -> String) -> Vec<String> {
    let language = Language::of(language);
    let is_german = language == Language::German;
    let pick = |(english, german): (String, String)| if is_german { german } else { english };
    let mut sentences = vec![pick(counted(language, note))];
    if note.reading.trouble.is_none() {
        sentences.push(pick(bounds(language, note)));
    }
    sentences.extend(note.since.map(time).map(|since| {
        pick((
            format!("You were told first {since}; it has not become well since."),
            format!("Sie wissen davon seit {since}; gut ist es seitdem nicht geworden."),
        ))
    }));
    if note.kind == AlertKind::SilentMailbox {
        sentences.push(pick((
            "Please ask whoever runs the desk to look at it: maildesk status shows how each mailbox does.".to_owned(),
            "Bitte lassen Sie den Betrieb danach sehen: maildesk status zeigt, wie es jedem Postfach geht.".to_owned(),
        )));
    }
    sentences
}

/// What is said of a ticket behind an alert: how old it is, and whether anybody has it.
pub fn alert_ticket(language: &str, age: Span, is_free: bool, is_mine: bool) -> String {
    let language = Language::of(language);
    let is_german = language == Language::German;
    let age = word::span(language, &largest(age));
    let age = if is_german { format!("seit {age}") } else { format!("{age} old") };
    match (is_free, is_mine, is_german) {
        (true, _, false) => format!("{age}, nobody has it"),
        (true, _, true) => format!("{age}, hat noch niemand"),
        (false, true, false) => format!("{age}, yours"),
        (false, true, true) => format!("{age}, Ihres"),
        (false, false, _) => age,
    }
}

/// English and German, what was counted.
fn counted(language: Language, note: &AlertNote) -> (String, String) {
    let (reading, figure) = (&note.reading, note.reading.figure);
    let (cases, tickets) = (reading.cases, reading.total);
    let over = word::span(language, &whole(note.over));
    match note.kind {
        AlertKind::SilentMailbox => match &reading.trouble {
            Some(trouble) => (
                format!("What customers write to it reaches nobody at present. The trouble: {trouble}."),
                format!("Was Kunden dorthin schreiben, erreicht zurzeit niemanden. Der Fehler: {trouble}."),
            ),
            None => (
                format!("In {} of opening hours nothing has come in.", working(language, figure)),
                format!("In {} Öffnungszeit ist nichts angekommen.", working(language, figure)),
            ),
        },
        AlertKind::Spike => (format!("They came within {over}."), format!("Sie kamen innerhalb von {over}.")),
        AlertKind::SlowResponses => (
            format!(
                "Of {cases} answers within {over}, half took {} of working time or more; who still waits for a first answer counts once \
                 that is longer.",
                working(language, figure)
            ),
            format!(
                "Von {cases} Antworten in {over} brauchte die Hälfte {} Arbeitszeit oder mehr; wer noch auf die erste Antwort wartet, \
                 zählt mit, sobald das länger ist.",
                working(language, figure)
            ),
        ),
        AlertKind::Backlog => (
            format!("{figure} tickets are new, open, pending or on hold."),
            format!("{figure} Tickets sind neu, offen, warten auf Kunden oder sind in Wartestellung."),
        ),
        AlertKind::Workload => (
            format!("That is {figure} % of the capacity in staff.toml."),
            format!("Das sind {figure} % der Kapazität in staff.toml."),
        ),
        AlertKind::Complaints => (
            format!("Customers gave them within {over}, of {cases} ratings in all."),
            format!("Kunden gaben sie innerhalb von {over}, von insgesamt {cases} Bewertungen."),
        ),
        AlertKind::LowPerformance => (
            format!("Of {cases} promises to customers within {over}, {figure} % were kept in time; {tickets} tickets were late."),
            format!(
                "Von {cases} Zusagen an Kunden in {over} wurden {figure} % rechtzeitig eingehalten; {tickets} Tickets waren \
                 verspätet."
            ),
        ),
    }
}

/// English and German, where the limit lies and what is usual.
fn bounds(language: Language, note: &AlertNote) -> (String, String) {
    let amount = |figure: u64| match note.kind {
        AlertKind::SilentMailbox | AlertKind::SlowResponses => working(language, figure),
        AlertKind::Workload | AlertKind::LowPerformance => format!("{figure} %"),
        AlertKind::Spike | AlertKind::Backlog | AlertKind::Complaints => figure.to_string(),
    };
    let limit = amount(note.limit);
    let limit = match note.kind {
        AlertKind::LowPerformance => (format!("You are told below {limit}"), format!("Gemeldet wird unter {limit}")),
        _ => (format!("You are told from {limit} on"), format!("Gemeldet wird ab {limit}")),
    };
    let Some(usual) = note.reading.usual.map(amount) else { return (format!("{}.", limit.0), format!("{}.", limit.1)) };
    let usual = match note.kind {
        AlertKind::SilentMailbox => (
            format!("usually no more than {usual} passes between two mails"),
            format!("üblich sind höchstens {usual} zwischen zwei Mails"),
        ),
        AlertKind::LowPerformance => {
            (format!("all colleagues together keep {usual}"), format!("alle zusammen halten {usual} ein"))
        }
        AlertKind::Spike => {
            let over = word::span(language, &whole(note.over));
            (
                format!("usually {usual} tickets come in {over}, about whatever it is"),
                format!("üblich sind {usual} Tickets in {over}, gleich wozu"),
            )
        }
        _ => (format!("usual is {usual}"), format!("üblich ist {usual}")),
    };
    (format!("{}; {}.", limit.0, usual.0), format!("{}; {}.", limit.1, usual.1))
}

/// Minutes of working time in words. A working day has no fixed length, so the largest unit is the hour.
fn working(language: Language, minutes: u64) -> String {
    let text = match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}m"),
        (hours, 0) => format!("{hours}h"),
        (hours, minutes) => format!("{hours}h {minutes}m"),
    };
    word::span(language, &text)
}

/// A configured length of time as people say it: `28d`, `1h`.
fn whole(span: Span) -> String {
    span.to_string()
}

/// The largest unit of an age.
fn largest(age: Span) -> String {
    let minutes = age.as_minutes();
    match (minutes / 1440, minutes / 60) {
        (0, 0) => format!("{minutes}m"),
        (0, hours) => format!("{hours}h"),
        (days, _) => format!("{days}d"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::TicketId;
    use crate::domain::AlertReading;

    fn note(kind: AlertKind, trouble: Option<&str>, usual: Option<u64>) -> AlertNote {
        let (tickets, trouble) = (Vec::new(), trouble.map(str::to_owned));
        let cause = AlertCause::Subject(TicketId::new(1));
        let reading = AlertReading { cause, figure: 150, usual, cases: 12, tickets, total: 15, trouble };
        AlertNote { kind, reading, limit: 90, since: None, over: Span::from_days(1) }
    }

    /// Whatever is told names its figure and its limit, in both languages, in other words.
    #[test]
    fn each_kind_says_how_much_and_from_where_on() {
        for kind in AlertKind::ALL {
            for usual in [None, Some(40)] {
                let note = note(kind, None, usual);
                let said = |language| {
                    let sentences = alert_sentences(language, &note, &|at| at.to_string());
                    format!("{} {}", alert_title(language, &note, "support"), sentences.join(" "))
                };
                let (english, german) = (said("en"), said("de"));
                assert_ne!(english, german);
                for text in [english, german] {
                    assert!(text.contains("150") || text.contains("2 "), "{kind}: {text}");
                    assert!(text.contains("90") || text.contains("30 "), "{kind}: {text}");
                    assert_eq!(usual.is_some(), text.contains("40"), "{kind}: {text}");
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_read_says_why_and_nothing_of_limits() {
        let note = note(AlertKind::SilentMailbox, Some("no route to host"), Some(40));
        let said = alert_sentences("en", &note, &|at| at.to_string()).join(" ");
        assert!(said.contains("no route to host") && !said.contains("told from"), "{said}");
    }

    #[test]
    fn several_are_told_in_one_subject() {
        let titles = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
        assert_eq!(alert_subject("en", &titles), "A, and 2 more");
        assert_eq!(alert_subject("de", &titles[..1]), "A");
        assert_eq!(alert_ticket("en", Span::from_hours(50), true, false), "2 days old, nobody has it");
        assert_eq!(alert_ticket("de", Span::from_hours(5), false, true), "seit 5 Stunden, Ihres");
    }
}
