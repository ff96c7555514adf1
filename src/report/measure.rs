//! What each figure means: what starts it, what stops it, what is left out. Reports print these sentences below their tables.

use super::word::Language;

macro_rules! measures {
    ($($name:ident = $title:literal / $german_title:literal, $definition:literal, $german_definition:literal;)*) => {
        /// A figure of a report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Measure {
            $(#[doc = $definition] $name,)*
        }

        impl Measure {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The head of its column.
            pub const fn title(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::English) => $title,)*
                    $((Self::$name, Language::German) => $german_title,)*
                }
            }

            /// What it means.
            pub const fn definition(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::English) => $definition,)*
                    $((Self::$name, Language::German) => $german_definition,)*
                }
            }
        }
    };
}

measures! {
    Opened = "opened" / "eröffnet",
        "Tickets that were opened, those that later turned out to be spam among them.",
        "Tickets, die eröffnet wurden, auch solche, die sich später als Spam erwiesen.";
    Resolved = "resolved" / "gelöst",
        "Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.",
        "Wie oft ein unerledigtes Ticket gelöst oder geschlossen wurde; ein wieder geöffnetes zählt jedes Mal.";
    Dismissed = "dismissed" / "aussortiert",
        "Unfinished tickets that became spam or went on in another ticket.",
        "Unerledigte Tickets, die Spam wurden oder in einem anderen Ticket weitergingen.";
    Reopened = "reopened" / "wieder geöffnet",
        "Finished tickets that became unfinished again, by a reply or by an order.",
        "Erledigte Tickets, die durch eine Antwort oder einen Befehl wieder unerledigt wurden.";
    Backlog = "backlog" / "Bestand",
        "Tickets that were new, open, pending or on hold at the end of the time.",
        "Tickets, die am Ende der Zeit neu, offen, wartend oder in Wartestellung waren.";
    BacklogAge = "age" / "Alter",
        "The median age of the backlog: from the opening of each of its tickets to the end of the time.",
        "Das mittlere Alter des Bestands: von der Eröffnung jedes seiner Tickets bis zum Ende der Zeit.";
    FirstResponse = "first response" / "erste Antwort",
        "From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.",
        "Von der Eröffnung eines Tickets bis zur ersten Antwort eines Menschen an den Kunden. Eingangsbestätigungen, Notizen und Entwürfe zählen nicht; ebenso Tickets, die noch niemand beantwortet hat. Gezählt zur Zeit der Antwort, für ihren Verfasser.";
    NextResponse = "next response" / "nächste Antwort",
        "From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.",
        "Von der ersten Nachricht, die auf Antwort wartete, bis zur Antwort eines Menschen, außer der ersten eines Tickets. Gezählt zur Zeit der Antwort, für ihren Verfasser.";
    Resolution = "resolution" / "Lösung",
        "From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.",
        "Von der Eröffnung eines Tickets, oder seiner letzten Wiederöffnung, bis es gelöst oder geschlossen wurde; Spam und zusammengeführte Tickets zählen nicht. Warten auf den Kunden zählt mit. Gezählt zur Zeit der Lösung, für den Zuständigen.";
    WithinSla = "within SLA" / "im SLA",
        "Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.",
        "Zusagen, die rechtzeitig gehalten wurden, von denen, die in der Zeit gehalten oder gebrochen wurden; hinfällige zählen nicht.";
    Replies = "replies" / "Antworten",
        "Answers of persons to customers.",
        "Antworten von Menschen an Kunden.";
    Touches = "touches" / "Eingriffe",
        "Mails of the staff that did something to a ticket: an answer, a note, an order; each mail counts once a ticket.",
        "Mails der Mitarbeiter, die an einem Ticket etwas taten: eine Antwort, eine Notiz, ein Befehl; jede Mail zählt einmal je Ticket.";
    Escalated = "escalated" / "eskaliert",
        "Tickets of which the next one up was told that a customer waits; once until the ticket is finished.",
        "Tickets, bei denen die nächste Stufe erfuhr, dass ein Kunde wartet; einmal, bis das Ticket erledigt ist.";
    TimeSpent = "time spent" / "Zeitaufwand",
        "Work that was put down with #time, in whole minutes.",
        "Arbeit, die mit #time notiert wurde, in ganzen Minuten.";
    RuleTook = "took" / "genommen",
        "Tickets that a routing rule took when they were opened; a ticket may be taken by several.",
        "Tickets, die eine Regel beim Eröffnen nahm; ein Ticket können mehrere nehmen.";
    Corrected = "corrected" / "korrigiert",
        "Tickets that a member of the staff gave to another team afterwards.",
        "Tickets, die ein Mitarbeiter danach einem anderen Team gab.";
    Acknowledged = "acknowledged" / "bestätigt",
        "Acknowledgements that were written.",
        "Eingangsbestätigungen, die geschrieben wurden.";
    Withheld = "withheld" / "unterdrückt",
        "Automatic letters that were not written, so that mail does not go round or grow too much.",
        "Automatische Mails, die nicht geschrieben wurden, damit Post nicht kreist oder überhandnimmt.";
    Bounced = "bounced" / "unzustellbar",
        "Letters that came back.",
        "Mails, die zurückkamen.";
    Quarantined = "quarantined" / "Quarantäne",
        "Messages that were set aside for the operator.",
        "Nachrichten, die für den Betreiber beiseitegelegt wurden.";
}
