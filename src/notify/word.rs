//! Single words that change with the language: states, priorities, spans of time, reasons.

/// A language that the desk itself speaks. Letters may be in others, by an admin's own templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    English,
    German,
}

impl Language {
    /// The language of a tag such as `de`, `de-AT` or `DE_ch`; English where it is none of ours.
    pub(super) fn of(tag: &str) -> Self {
        match primary(tag).as_str() {
            "de" => Self::German,
            _ => Self::English,
        }
    }
}

/// The primary part of a language tag (RFC 5646 §2.1), lower case.
pub(super) fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// A name that the domain uses in a reader's language; what is not in the table stays as it is.
pub(super) fn translate(language: Language, name: &str) -> &str {
    let words: &[(&str, &str)] = match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    };
    words.iter().find(|(plain, _)| *plain == name).map_or(name, |(_, word)| word)
}

/// Names that read otherwise in English than the domain and the journal write them.
const ENGLISH: [(&str, &str); 2] = [("on-hold", "on hold"), ("your-turn", "waiting for your answer")];

/// As the domain and the journal write it, and in German.
const GERMAN: [(&str, &str); 69] = [
    ("new", "neu"),
    ("open", "offen"),
    ("pending", "wartet auf Kunden"),
    ("on-hold", "in Wartestellung"),
    ("your-turn", "wartet auf Ihre Antwort"),
    ("resolved", "gelöst"),
    ("closed", "geschlossen"),
    ("spam", "Spam"),
    ("merged", "zusammengeführt"),
    ("low", "niedrig"),
    ("normal", "normal"),
    ("high", "hoch"),
    ("urgent", "dringend"),
    // Reasons for quarantine, as `domain::QuarantineReason` shows them.
    ("our own mail came back", "unsere eigene Mail kam zurück"),
    ("reading it failed three times", "sie war dreimal nicht lesbar"),
    ("reading it failed with an internal error", "beim Lesen trat ein interner Fehler auf"),
    ("it is larger than the limit", "sie ist größer als erlaubt"),
    ("its sender opens too many tickets", "ihr Absender eröffnet zu viele Tickets"),
    (
        "the key of its signature cannot be fetched now; it is tried again by itself",
        "der Schlüssel ihrer Signatur ist gerade nicht zu holen; der Versuch wird von selbst wiederholt",
    ),
    ("it reopens its ticket too often", "sie öffnet ihr Ticket zu oft wieder"),
    ("it carries a verification code or link", "sie enthält einen Bestätigungscode oder -link"),
    ("its sender adds too much to one ticket", "ihr Absender schreibt zu viel in ein Ticket"),
    ("its sender is blocked", "ihr Absender ist gesperrt"),
    ("a command with characters that cannot be seen", "Befehl mit Zeichen, die man nicht sieht"),
    ("it cannot be attributed to anybody", "sie lässt sich niemandem zuordnen"),
    // Why mail was not carried out or not accepted, as the journal writes it.
    ("the mailbox does not accept this sender", "das Postfach nimmt von diesem Absender nichts an"),
    ("it lacks the reply address of this ticket", "ihr fehlt die Antwortadresse des Tickets"),
    ("its reply address was written to somebody else", "ihre Antwortadresse gehört jemand anderem"),
    ("the receiving server did not vouch for the sender", "der empfangende Server hat den Absender nicht bestätigt"),
    ("the sender's domain disowns it", "die Domain des Absenders weist sie zurück"),
    ("what it orders is always asked about", "was sie anordnet, wird immer nachgefragt"),
    ("mails in this name were forged lately", "in diesem Namen wurden kürzlich Mails gefälscht"),
    ("its date is doubtful", "ihr Datum ist zweifelhaft"),
    ("the key of its signature could not be fetched", "der Schlüssel ihrer Signatur war nicht zu holen"),
    ("what was confirmed is not what it would do now", "was bestätigt wurde, ist nicht, was sie jetzt täte"),
    ("nobody asked this question", "diese Frage hat niemand gestellt"),
    ("it answers a question to somebody else", "sie beantwortet eine Frage an jemand anderen"),
    ("the question was answered before", "die Frage war schon beantwortet"),
    ("the confirmation came too late", "die Bestätigung kam zu spät"),
    ("it says neither yes nor no", "sie sagt weder ja noch nein"),
    ("unknown command", "unbekannter Befehl"),
    ("a command's argument cannot be used", "unbrauchbare Angabe zu einem Befehl"),
    ("the profile lacks a permission", "dem Profil fehlt eine Berechtigung"),
    ("too many commands", "zu viele Befehle"),
    ("commands in HTML that hides something", "Befehle in HTML, das etwas verbirgt"),
    ("it says nothing new", "sie enthält nichts Neues"),
    ("the ticket has nobody to answer to", "das Ticket hat niemanden, dem zu antworten wäre"),
    ("the status may not change so", "dieser Statuswechsel ist nicht möglich"),
    ("no such member of staff", "so heißt niemand im Team"),
    ("a question that cannot be read", "eine unlesbare Suche"),
    ("a command without a ticket", "Befehl ohne Ticket"),
    ("a colleague had answered meanwhile", "ein Kollege hatte inzwischen geantwortet"),
    ("the customer had written meanwhile", "der Kunde hatte inzwischen geschrieben"),
    ("no such ticket", "kein solches Ticket"),
    ("no such team or category", "kein solches Team, keine solche Kategorie"),
    ("it names another ticket", "sie nennt ein anderes Ticket"),
    ("it cannot be taken back", "es lässt sich nicht zurücknehmen"),
    ("no answer is held", "es ist keine Antwort aufgehoben"),
    ("it cannot be done so", "so ist es nicht möglich"),
    ("status", "Status"),
    ("assignee", "Zuweisung"),
    ("team", "Team"),
    ("priority", "Priorität"),
    ("category", "Kategorie"),
    ("requester", "Fragesteller"),
    ("field", "Feld"),
    ("tags", "Tags"),
    ("merge", "Zusammenführung"),
    ("it was not understood", "sie wurde nicht verstanden"),
];

/// `2d 3h` in words: “2 days 3 hours”, „2 Tagen 3 Stunden“ (German: after “seit”). Anything else stays as it is.
pub(super) fn span(language: Language, text: &str) -> String {
    let words: Option<Vec<String>> = text.split(' ').map(|part| unit(language, part)).collect();
    words.map_or_else(|| text.to_owned(), |words| words.join(" "))
}

fn unit(language: Language, part: &str) -> Option<String> {
    let letter = part.chars().last()?;
    let amount: u64 = part.strip_suffix(letter)?.parse().ok()?;
    let (one, many) = match (language, letter) {
        (Language::English, 'd') => ("day", "days"),
        (Language::English, 'h') => ("hour", "hours"),
        (Language::English, 'm') => ("minute", "minutes"),
        (Language::English, 's') => ("second", "seconds"),
        (Language::German, 'd') => ("Tag", "Tagen"),
        (Language::German, 'h') => ("Stunde", "Stunden"),
        (Language::German, 'm') => ("Minute", "Minuten"),
        (Language::German, 's') => ("Sekunde", "Sekunden"),
        _ => return None,
    };
    Some(format!("{amount} {}", if amount == 1 { one } else { many }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::domain::{Priority, QuarantineReason, Status};

    #[test]
    fn spans_are_written_out() {
        let waited = Span::from_hours(51).to_string();
        assert_eq!(span(Language::English, &waited), "2 days 3 hours");
        assert_eq!(span(Language::German, &waited), "2 Tagen 3 Stunden");
        assert_eq!(span(Language::English, "1h"), "1 hour");
        assert_eq!(span(Language::English, "a while"), "a while");
        assert_eq!(span(Language::English, ""), "");
    }

    #[test]
    fn the_table_holds_what_the_domain_says() {
        let known = |name: &str| GERMAN.iter().any(|(plain, _)| *plain == name);
        assert!(Status::ALL.iter().all(|status| known(status.as_str())));
        assert!(Priority::ALL.iter().all(|priority| known(priority.as_str())));
        assert!(known(&QuarantineReason::Poison.to_string()) && known(&QuarantineReason::OwnLoop.to_string()));
        assert_eq!(translate(Language::German, "something else"), "something else");
    }
}
