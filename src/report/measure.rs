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
        "Tickets whose team, category or priority, as a rule or the mailbox had set it, a member of the staff changed within three days of the opening and before the first answer; each ticket counts once, for the first rule that took it.",
        "Tickets, deren Team, Kategorie oder Priorität, wie eine Regel oder das Postfach sie setzte, ein Mitarbeiter binnen drei Tagen nach dem Eröffnen und vor der ersten Antwort änderte; jedes Ticket zählt einmal, für die erste Regel, die es nahm.";
    CorrectionRate = "of these" / "Anteil",
        "Tickets that were corrected, of those that were taken.",
        "Korrigierte Tickets, von denen, die genommen wurden.";
    Acknowledged = "acknowledged" / "bestätigt",
        "Acknowledgements that were written.",
        "Eingangsbestätigungen, die geschrieben wurden.";
    Offered = "articles" / "mit Artikeln",
        "Tickets whose acknowledgement offered articles.",
        "Tickets, deren Eingangsbestätigung Artikel anbot.";
    Helped = "helped" / "geholfen",
        "Tickets whose acknowledgement had offered articles and that were resolved or closed for the first time without an answer of a person and without another message from outside, but for one that closed the ticket. Counted at the time of the resolution.",
        "Tickets, deren Eingangsbestätigung Artikel angeboten hatte und die zum ersten Mal gelöst oder geschlossen wurden, ohne dass jemand antwortete oder noch eine Nachricht von außen kam, außer einer, die das Ticket schloss. Gezählt zur Zeit der Lösung.";
    HelpRate = "help rate" / "Hilfequote",
        "Tickets that articles helped with, for those whose acknowledgement offered articles in the same time.",
        "Tickets, bei denen Artikel halfen, auf die, deren Eingangsbestätigung in derselben Zeit Artikel anbot.";
    Withheld = "withheld" / "unterdrückt",
        "Automatic letters that were not written, so that mail does not go round or grow too much.",
        "Automatische Mails, die nicht geschrieben wurden, damit Post nicht kreist oder überhandnimmt.";
    Bounced = "bounced" / "unzustellbar",
        "Letters that came back.",
        "Mails, die zurückkamen.";
    Quarantined = "quarantined" / "Quarantäne",
        "Messages that were set aside for the operator.",
        "Nachrichten, die für den Betreiber beiseitegelegt wurden.";
    Loops = "loops" / "Schleifen",
        "Of the messages in quarantine, our own mail that came back: each would have begun a loop.",
        "Von den Nachrichten in Quarantäne unsere eigenen Mails, die zurückkamen: jede hätte eine Schleife begonnen.";
    ResolutionRate = "resolution rate" / "Lösungsquote",
        "Resolutions for tickets opened in the same time; a ticket that was reopened counts for each.",
        "Lösungen auf eröffnete Tickets derselben Zeit; ein wieder geöffnetes zählt jedes Mal.";
    EscalationRate = "escalation rate" / "Eskalationsquote",
        "Tickets that were escalated, by the desk or by #escalate, for tickets opened in the same time.",
        "Tickets, die vom Desk oder mit #escalate eskaliert wurden, auf eröffnete Tickets derselben Zeit.";
    RepliesEach = "replies per ticket" / "Antworten je Ticket",
        "Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.",
        "Antworten von Menschen an den Kunden, bis ein Ticket gelöst war, seit dem Eröffnen oder letzten Wiederöffnen; der Durchschnitt der gelösten Tickets, für die Zuständigen.";
    TouchesEach = "touches per ticket" / "Eingriffe je Ticket",
        "Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.",
        "Mails der Mitarbeiter, die an einem Ticket etwas taten, bis es gelöst war (Antwort, Notiz, Befehl), seit dem Eröffnen oder letzten Wiederöffnen; der Durchschnitt der gelösten Tickets, für die Zuständigen.";
    Asked = "asked" / "gefragt",
        "Customers who were asked whether they were satisfied, for who had resolved the ticket: the member of the staff whose mail did it, else its assignee.",
        "Kunden, die nach ihrer Zufriedenheit gefragt wurden, für den, der das Ticket gelöst hatte: der Mitarbeiter, dessen Mail das tat, sonst der Zuständige.";
    Rated = "rated" / "bewertet",
        "Customers who answered with a rating from 1 to 5, counted at the time of the answer, for who had resolved the ticket when they were asked.",
        "Kunden, die mit einer Bewertung von 1 bis 5 antworteten, gezählt zur Zeit der Antwort, für den, der das Ticket gelöst hatte, als sie gefragt wurden.";
    AnswerRate = "answer rate" / "Rücklauf",
        "Questions of the time that were answered before its end, of all that were asked in it; counted when they were asked.",
        "Fragen der Zeit, die vor ihrem Ende beantwortet wurden, von allen, die in ihr gestellt wurden; gezählt, als sie gestellt wurden.";
    MeanRating = "rating" / "Bewertung",
        "The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.",
        "Der Durchschnitt der Bewertungen der Kunden, von 1 (unzufrieden) bis 5 (sehr zufrieden), gezählt zur Zeit der Antwort, für den, der das Ticket gelöst hatte.";
    ActiveHours = "active hours a day" / "aktive Stunden am Tag",
        "Hours of the clock (from 9 to 10, from 10 to 11) in which somebody wrote at least one mail that did something, the mean of the days on which he wrote any. Only mail is seen: reading and telephoning are left out.",
        "Stunden der Uhr (von 9 bis 10, von 10 bis 11), in denen jemand mindestens eine Mail schrieb, die etwas tat, im Durchschnitt der Tage, an denen er eine schrieb. Gesehen wird nur Post: Lesen und Telefonieren zählen nicht.";
    Sessions = "sessions" / "Sitzungen",
        "Working sessions: mails that did something, each at most 30 minutes after the one before it. Where figures are cut by time, a session that goes on over the end of a slice counts in both.",
        "Arbeitssitzungen: Mails, die etwas taten, jede höchstens 30 Minuten nach der vorigen. Wo nach Zeit geteilt wird, zählt eine Sitzung, die über das Ende eines Abschnitts geht, in beiden.";
    SessionTickets = "tickets per session" / "Tickets je Sitzung",
        "Different tickets in a working session, the mean of the sessions.",
        "Verschiedene Tickets in einer Arbeitssitzung, im Durchschnitt der Sitzungen.";
    Availability = "available" / "anwesend",
        "Working time in which nobody had said that he is away, of his whole working time, by his own hours and holidays as they are configured now.",
        "Arbeitszeit ohne gemeldete Abwesenheit, von der ganzen Arbeitszeit, nach den eigenen Stunden und Feiertagen, wie sie jetzt eingestellt sind.";
    Capacity = "capacity" / "Kapazität",
        "Unfinished tickets that somebody can carry, as staff.toml says now; nothing where it says nothing.",
        "Unerledigte Tickets, die jemand tragen kann, wie staff.toml es jetzt sagt; nichts, wo dort nichts steht.";
    Load = "load" / "Last",
        "The backlog at the end of the time, of the capacity; of all together everything that waits, whoever has it, of all capacities that staff.toml says.",
        "Der Bestand am Ende der Zeit, gemessen an der Kapazität; bei allen zusammen alles, was wartet, gleich bei wem, gemessen an allen Kapazitäten, die in staff.toml stehen.";
    Stage = "stage" / "Stufe",
        "The stage of training, as staff.toml says now: basic, advanced or specialised.",
        "Die Stufe der Ausbildung, wie staff.toml sie jetzt nennt: basic, advanced oder specialised.";
    Step = "step" / "Schritt",
        "The step of the onboarding now; nothing: it is over or there was none.",
        "Der Schritt der Einarbeitung jetzt; nichts: sie ist vorbei oder es gab keine.";
    Learnt = "done" / "gelernt",
        "Modules of the training that are recorded as done, whenever that was.",
        "Module der Ausbildung, die als gelernt vermerkt sind, gleich wann.";
    Due = "due" / "fällig",
        "Modules of the stage that are not done and can be begun now.",
        "Module der Stufe, die noch nicht gelernt sind und jetzt begonnen werden können.";
    Overdue = "overdue" / "überfällig",
        "Certifications that have run out and were not renewed.",
        "Zertifikate, die abgelaufen und nicht erneuert sind.";
    Approved = "approved" / "freigegeben",
        "Answers under supervision that were sent to the customer as they were, within the time. Practice is left out.",
        "Antworten unter Aufsicht, die in der Zeit so an den Kunden gingen, wie sie waren. Übungen zählen nicht.";
    Edited = "edited" / "geändert",
        "Answers under supervision that were sent with the words of who approved them.",
        "Antworten unter Aufsicht, die mit den Worten dessen gingen, der sie freigab.";
    Rejected = "rejected" / "abgelehnt",
        "Answers under supervision that went back to their writers.",
        "Antworten unter Aufsicht, die an ihre Verfasser zurückgingen.";
    LowRatings = "1 or 2" / "1 oder 2",
        "Ratings of 1 or 2, of all ratings.",
        "Bewertungen mit 1 oder 2, von allen.";
    HighRatings = "4 or 5" / "4 oder 5",
        "Ratings of 4 or 5, of all ratings.",
        "Bewertungen mit 4 oder 5, von allen.";
    Reviewed = "reviewed" / "geprüft",
        "Tickets whose handling was reviewed by #score, for whose work it was; by criterion, how often it was scored. What was taken back does not count.",
        "Tickets, deren Bearbeitung mit #score bewertet wurde, für den, dessen Arbeit es war; je Kriterium, wie oft es bewertet wurde. Was zurückgenommen wurde, zählt nicht.";
    MeanScore = "quality" / "Qualität",
        "The mean of the scores that reviewers gave, from 1 (poor) to 5 (very good), of all criteria; each counts when it was given, and one that was replaced does not.",
        "Der Durchschnitt der Bewertungen mit #score, von 1 (mangelhaft) bis 5 (sehr gut), über alle Kriterien; jede zählt zu ihrer Zeit, eine ersetzte nicht.";
}
