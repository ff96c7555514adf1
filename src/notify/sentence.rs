//! Every sentence that decisions put into letters, in the languages the desk speaks.
//!
//! A decision says which sentence and with what in it; the words stand here alone. What is filled in comes from outside:
//! it is put on one line, clipped, and never read for placeholders.

use crate::base::one_line;

use super::word::{self, Language};

/// Characters of a value that a sentence shows: an SMTP server's answer fits, a mail does not.
const VALUE_CHARS: usize = 400;

/// A sentence of a letter. The values are shown as they are; names of commands stand without `#`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields are what the sentence shows; each variant says the rest")]
pub enum Sentence {
    // ---- Refusals: nothing was done, why, and what helps.
    /// A staff mail that does not answer one of our letters about this ticket.
    NoToken { ticket: String },
    /// The sender could not be verified.
    SenderNotVerified { address: String },
    /// The address belongs to nobody on the staff any more.
    NotStaff { address: String },
    /// There is no such command.
    UnknownCommand { command: String, suggestion: Option<String> },
    /// The command does not take this.
    BadArgument { command: String, argument: String, expected: String },
    /// The command needs something after its name.
    MissingArgument { command: String, expected: String },
    /// The writer's profile does not allow the command.
    CommandNotAllowed { command: String, profile: String },
    /// The writer may not see the ticket.
    NoAccess { ticket: String },
    /// There is no such ticket.
    NoSuchTicket { ticket: String },
    /// The ticket's state does not allow it.
    NotPossibleNow { command: String, status: String },
    /// Only quoted text came.
    NothingNew,
    /// Commands in HTML that hides something.
    HiddenHtml,
    /// More commands than a mail may have.
    TooManyCommands { count: String, limit: String },
    /// One of several commands failed, so none was done.
    NothingDone,
    /// The text was not sent to the customer.
    NotSent,

    // ---- Receipts: what was done.
    /// Somebody has it now.
    Assigned { to: String },
    /// Nobody has it now.
    Unassigned,
    /// A team has it now.
    TeamSet { team: String },
    /// The priority.
    PrioritySet { priority: String },
    /// The category.
    CategorySet { category: String },
    /// The status.
    StatusSet { status: String },
    /// Tags put on.
    TagsAdded { tags: String },
    /// Tags taken off.
    TagsRemoved { tags: String },
    /// It is closed.
    Closed,
    /// It is open again.
    Reopened,
    /// A note stands in it.
    NoteAdded,
    /// It will come up again.
    ReminderSet { at: String },
    /// The answer is on its way.
    SentTo { to: String },
    /// Somebody reads along from now on.
    ReaderAdded { address: String },
    /// Somebody does not read along any more.
    ReaderRemoved { address: String },
    /// It went into another ticket.
    MergedInto { ticket: String },
    /// It is spam.
    MarkedAsSpam,
    /// Something was taken back.
    Undone { what: String },
    /// All was so already.
    NothingToChange,

    // ---- Flags: what a reader must be warned of.
    /// No proof of who sent it.
    Unverified,
    /// The domain's own rules say that it is forged.
    Forged,
    /// There is no one clean From address.
    NoIdentity { reason: String },
    /// Somebody else wrote to this person's reply address.
    OtherSender { sender: String, owner: String },
    /// The display name is that of a member of staff.
    ImitatesStaff { name: String, address: String },
    /// A machine wrote it.
    Automatic,
    /// A stranger refers to a ticket.
    StrangerRefers { sender: String, ticket: String },
    /// Somebody asks that others read along.
    ReadersProposed { addresses: String },
    /// A new ticket that belongs with an older one.
    FollowsTicket { ticket: String },
    /// HTML and plain text say different things.
    TextsDiffer,

    // ---- Delivery.
    /// A server refused it for good.
    DeliveryRefused { to: String, reason: String },
    /// It was tried for too long.
    DeliveryExpired { to: String, tried: String, reason: String },
    /// It is late, and still being tried.
    DeliveryDelayed { to: String, since: String, reason: String },
    /// A delivery report came back.
    DeliveryBounced { to: String, reason: String },

    // ---- Time.
    /// When it closes by itself.
    ClosesAt { at: String },
    /// Who asked for this reminder, and when.
    ReminderAskedAt { at: String },
    /// A stranger's message opened a ticket of its own that may belong to this one.
    StrangerOpened { sender: String, ticket: String, opened: String },

    // ---- For the operator.
    /// A message was set aside.
    QuarantinedMessage { id: String, mailbox: String, reason: String },
    /// The edited configuration was not taken.
    ReloadRefused { problem: String },
    /// A mailbox cannot be read.
    MailboxFailing { mailbox: String, since: String, reason: String },
    /// Letters cannot be sent.
    OutboxStuck { count: String, since: String, reason: String },
    /// Too many acknowledgements in an hour.
    AcknowledgementsPaused { count: String, until: String },
    /// One sender opens too many tickets.
    TooManyTickets { sender: String, count: String },
    /// Nobody is left to escalate to.
    EscalationUnheard { ticket: String, waited: String },
}

/// A sentence in a language, or in English where it has none.
pub fn sentence(language: &str, sentence: &Sentence) -> String {
    sentence.text(language)
}

impl Sentence {
    /// In a language (ISO 639-1, with or without region), or in English where it is not spoken here.
    pub fn text(&self, language: &str) -> String {
        let language = Language::of(language);
        let (english, german, values) = self.words(language);
        let pattern = match language {
            Language::English => english,
            Language::German => german,
        };
        fill(pattern, &values)
    }

    /// English, German, and what is filled in. One table, so that no sentence can lack a language.
    #[rustfmt::skip]
    fn words(&self, language: Language) -> (&'static str, &'static str, Vec<&str>) {
        match self {
            Self::NoToken { ticket } => (
                "This mail does not answer one of your notifications about {0}, so nothing was done. Open the newest one about {0} and reply to that.",
                "Diese Mail antwortet auf keine Ihrer Benachrichtigungen zu {0}, deshalb wurde nichts ausgeführt. Öffnen Sie die neueste zu {0} und antworten Sie darauf.",
                vec![ticket]),
            Self::SenderNotVerified { address } => (
                "Nothing proves that this mail really came from {0}, so nothing was done. Send it again through your organisation's own mail server, which signs it (DKIM). If that is how you sent it, ask your administrator to run “maildesk doctor trust”.",
                "Nichts beweist, dass diese Mail wirklich von {0} kam, deshalb wurde nichts ausgeführt. Senden Sie sie noch einmal über den Mailserver Ihrer Organisation, der sie signiert (DKIM). Haben Sie das getan, bitten Sie Ihre Administration, „maildesk doctor trust“ auszuführen.",
                vec![address]),
            Self::NotStaff { address } => (
                "{0} does not belong to a current member of staff, so nothing was done. Write from the address that your administrator has entered for you.",
                "{0} gehört zurzeit keinem Mitglied des Teams, deshalb wurde nichts ausgeführt. Schreiben Sie von der Adresse, die Ihre Administration für Sie eingetragen hat.",
                vec![address]),
            Self::UnknownCommand { command, suggestion: Some(suggestion) } => (
                "There is no command #{0}. Did you mean #{1}?",
                "Den Befehl #{0} gibt es nicht. Meinten Sie #{1}?",
                vec![command, suggestion]),
            Self::UnknownCommand { command, suggestion: None } => (
                "There is no command #{0}. If this was text for the customer, write another line above it.",
                "Den Befehl #{0} gibt es nicht. War das Text für den Kunden, schreiben Sie eine andere Zeile darüber.",
                vec![command]),
            Self::BadArgument { command, argument, expected } => (
                "#{0} does not take “{1}”. Write it like this: {2}",
                "#{0} versteht „{1}“ nicht. Schreiben Sie es so: {2}",
                vec![command, argument, expected]),
            Self::MissingArgument { command, expected } => (
                "#{0} needs something after it: {1}.",
                "Nach #{0} fehlt eine Angabe: {1}.",
                vec![command, expected]),
            Self::CommandNotAllowed { command, profile } => (
                "Your profile ({1}) may not use #{0}. Ask a supervisor to do it.",
                "Mit Ihrem Profil ({1}) ist #{0} nicht erlaubt. Bitten Sie Ihre Teamleitung darum.",
                vec![command, profile]),
            Self::NoAccess { ticket } => (
                "You have no access to {0}. Ask its team or your supervisor.",
                "Sie haben keinen Zugriff auf {0}. Wenden Sie sich an das zuständige Team oder Ihre Teamleitung.",
                vec![ticket]),
            Self::NoSuchTicket { ticket } => (
                "There is no ticket {0}.",
                "Ein Ticket {0} gibt es nicht.",
                vec![ticket]),
            Self::NotPossibleNow { command, status } => (
                "#{0} is not possible while the ticket is {1}.",
                "#{0} ist nicht möglich, solange das Ticket den Status „{1}“ hat.",
                vec![command, word::translate(language, status)]),
            Self::NothingNew => (
                "Your mail held nothing new, only quoted text, so nothing was sent. Write your answer above the quoted part.",
                "Ihre Mail enthielt nichts Neues, nur zitierten Text, deshalb wurde nichts gesendet. Schreiben Sie Ihre Antwort über den zitierten Teil.",
                vec![]),
            Self::HiddenHtml => (
                "Your mail has commands, but it is HTML with hidden parts and no plain text, so none was carried out. Send it as plain text.",
                "Ihre Mail enthält Befehle, besteht aber nur aus HTML mit verborgenen Teilen. Deshalb wurde keiner ausgeführt. Senden Sie sie als reinen Text.",
                vec![]),
            Self::TooManyCommands { count, limit } => (
                "Your mail has {0} commands; {1} are allowed. None was carried out.",
                "Ihre Mail enthält {0} Befehle, erlaubt sind {1}. Keiner wurde ausgeführt.",
                vec![count, limit]),
            Self::NothingDone => (
                "None of the commands in your mail was carried out.",
                "Keiner der Befehle in Ihrer Mail wurde ausgeführt.",
                vec![]),
            Self::NotSent => (
                "Your text was not sent to the customer. You find it below.",
                "Ihr Text wurde nicht an den Kunden gesendet. Sie finden ihn unten.",
                vec![]),

            Self::Assigned { to } => ("Assigned to {0}.", "Zugewiesen an {0}.", vec![to]),
            Self::Unassigned => ("Nobody has the ticket now.", "Das Ticket ist niemandem mehr zugewiesen.", vec![]),
            Self::TeamSet { team } => ("Moved to team {0}.", "An das Team {0} gegeben.", vec![team]),
            Self::PrioritySet { priority } => ("Priority set to {0}.", "Priorität: {0}.", vec![word::translate(language, priority)]),
            Self::CategorySet { category } => ("Category set to {0}.", "Kategorie: {0}.", vec![category]),
            Self::StatusSet { status } => ("Status set to {0}.", "Status: {0}.", vec![word::translate(language, status)]),
            Self::TagsAdded { tags } => ("Tags added: {0}.", "Tags hinzugefügt: {0}.", vec![tags]),
            Self::TagsRemoved { tags } => ("Tags removed: {0}.", "Tags entfernt: {0}.", vec![tags]),
            Self::Closed => ("The ticket is closed.", "Das Ticket ist geschlossen.", vec![]),
            Self::Reopened => ("The ticket is open again.", "Das Ticket ist wieder offen.", vec![]),
            Self::NoteAdded => (
                "Your note is in the ticket; the customer does not see it.",
                "Ihre Notiz steht im Ticket; der Kunde sieht sie nicht.",
                vec![]),
            Self::ReminderSet { at } => ("You will be reminded on {0}.", "Sie werden am {0} erinnert.", vec![at]),
            Self::SentTo { to } => ("Your answer is on its way to {0}.", "Ihre Antwort ist unterwegs an {0}.", vec![to]),
            Self::ReaderAdded { address } => (
                "{0} now gets what is written from here on, but not what was written before.",
                "{0} erhält ab jetzt, was geschrieben wird, aber nicht, was vorher war.",
                vec![address]),
            Self::ReaderRemoved { address } => ("{0} gets no more mail about this ticket.", "{0} erhält keine Mail mehr zu diesem Ticket.", vec![address]),
            Self::MergedInto { ticket } => ("Merged into {0}.", "Mit {0} zusammengeführt.", vec![ticket]),
            Self::MarkedAsSpam => ("Marked as spam.", "Als Spam markiert.", vec![]),
            Self::Undone { what } => ("Taken back: {0}.", "Zurückgenommen: {0}.", vec![what]),
            Self::NothingToChange => ("Nothing to change: it was so already.", "Nichts zu ändern: Es war schon so.", vec![]),

            Self::Unverified => (
                "Nothing proves who sent this. Do not act on it without asking back.",
                "Nichts beweist, von wem diese Nachricht stammt. Fragen Sie nach, bevor Sie danach handeln.",
                vec![]),
            Self::Forged => (
                "The sender's own domain says that this is forged (DMARC).",
                "Laut der Domain des Absenders ist diese Nachricht gefälscht (DMARC).",
                vec![]),
            Self::NoIdentity { reason } => (
                "It has no clear sender: {0}.",
                "Sie hat keinen eindeutigen Absender: {0}.",
                vec![reason]),
            Self::OtherSender { sender, owner } => (
                "Sent from {0}, using the reply address of {1}.",
                "Gesendet von {0} über die Antwortadresse von {1}.",
                vec![sender, owner]),
            Self::ImitatesStaff { name, address } => (
                "The name “{0}” imitates a member of staff; the address is {1}.",
                "Der Name „{0}“ ahmt ein Mitglied des Teams nach; die Adresse ist {1}.",
                vec![name, address]),
            Self::Automatic => ("A machine wrote this.", "Diese Nachricht hat eine Maschine geschrieben.", vec![]),
            Self::StrangerRefers { sender, ticket } => (
                "{0} refers to {1} but does not belong to it.",
                "{0} bezieht sich auf {1}, gehört aber nicht dazu.",
                vec![sender, ticket]),
            Self::ReadersProposed { addresses } => (
                "In copy: {0}. They get nothing unless you write #cc add and the address.",
                "In Kopie: {0}. Sie erhalten nichts, solange Sie nicht #cc add und die Adresse schreiben.",
                vec![addresses]),
            Self::FollowsTicket { ticket } => ("This goes on from {0}.", "Dies schließt an {0} an.", vec![ticket]),
            Self::TextsDiffer => (
                "The HTML says something else than the plain text shown here.",
                "Die HTML-Fassung sagt etwas anderes als der hier gezeigte Text.",
                vec![]),

            Self::DeliveryRefused { to, reason } => (
                "The server of {0} refused it for good: {1}",
                "Der Server von {0} hat sie endgültig abgelehnt: {1}",
                vec![to, reason]),
            Self::DeliveryExpired { to, tried, reason } => (
                "It could not be delivered to {0} within {1} and is no longer tried. The last answer was: {2}",
                "Sie konnte {0} innerhalb von {1} nicht zugestellt werden und wird nicht weiter versucht. Die letzte Antwort: {2}",
                vec![to, tried, reason]),
            Self::DeliveryDelayed { to, since, reason } => (
                "It has been tried since {1} and has not reached {0}. It is still being tried, you need not do anything. The last answer was: {2}",
                "Sie hat {0} bisher nicht erreicht, obwohl es seit {1} versucht wird. Es wird weiter versucht, Sie müssen nichts tun. Die letzte Antwort: {2}",
                vec![to, since, reason]),
            Self::DeliveryBounced { to, reason } => (
                "It came back from {0}: {1}",
                "Sie kam von {0} zurück: {1}",
                vec![to, reason]),

            Self::ClosesAt { at } => (
                "If we hear nothing from you, we will close it on {0}.",
                "Wenn wir nichts von Ihnen hören, schließen wir sie am {0}.",
                vec![at]),
            Self::ReminderAskedAt { at } => ("You asked for this on {0}.", "Darum hatten Sie am {0} gebeten.", vec![at]),
            Self::StrangerOpened { sender, ticket, opened } => (
                "{0} wrote and refers to {1}, but does not belong to it. The message is ticket {2}; if it belongs here, reply with #merge {2} as the first line.",
                "{0} hat geschrieben und bezieht sich auf {1}, gehört aber nicht dazu. Die Nachricht ist Ticket {2}; gehört sie hierher, antworten Sie mit #merge {2} als erster Zeile.",
                vec![sender, ticket, opened]),

            Self::QuarantinedMessage { id, mailbox, reason } => (
                "A message to {1} was set aside: {2}. Look at it with “maildesk quarantine show {0}”.",
                "Eine Nachricht an {1} wurde beiseitegelegt: {2}. Sehen Sie sie an mit „maildesk quarantine show {0}“.",
                vec![id, mailbox, word::translate(language, reason)]),
            Self::ReloadRefused { problem } => (
                "The changed configuration was not taken; the old one goes on. {0} “maildesk check” shows every problem.",
                "Die geänderte Konfiguration wurde nicht übernommen, die alte gilt weiter. {0} „maildesk check“ zeigt alle Fehler.",
                vec![problem]),
            Self::MailboxFailing { mailbox, since, reason } => (
                "Mailbox {0} cannot be read since {1}: {2}. No mail is lost, but none is seen. “maildesk status” shows whether it is back.",
                "Das Postfach {0} ist seit {1} nicht lesbar: {2}. Es geht keine Mail verloren, aber es wird keine gesehen. „maildesk status“ zeigt, ob es wieder geht.",
                vec![mailbox, since, reason]),
            Self::OutboxStuck { count, since, reason } => (
                "{0} letters wait since {1} and cannot be sent: {2}. “maildesk outbox” lists them.",
                "{0} Briefe warten seit {1} und können nicht gesendet werden: {2}. „maildesk outbox“ zeigt sie.",
                vec![count, since, reason]),
            Self::AcknowledgementsPaused { count, until } => (
                "{0} acknowledgements went out within an hour, so none are sent until {1}. Somebody may be flooding the desk.",
                "Innerhalb einer Stunde gingen {0} Eingangsbestätigungen hinaus, deshalb wird bis {1} keine gesendet. Vielleicht überflutet jemand den Helpdesk.",
                vec![count, until]),
            Self::TooManyTickets { sender, count } => (
                "{0} opened {1} tickets within an hour; what comes beyond that is set aside. “maildesk quarantine list” shows it.",
                "{0} hat innerhalb einer Stunde {1} Tickets eröffnet; was darüber hinausgeht, wird beiseitegelegt. „maildesk quarantine list“ zeigt es.",
                vec![sender, count]),
            Self::EscalationUnheard { ticket, waited } => (
                "The customer of {0} has waited {1} and nobody on the ladder has reacted.",
                "Der Kunde von {0} wartet seit {1}, und niemand auf der Eskalationsleiter hat reagiert.",
                vec![ticket, waited]),
        }
    }
}

/// Puts values in place of `{0}`, `{1}` …, once: a value that looks like a placeholder stays what it is.
fn fill(pattern: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(pattern.len() + 64);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (number, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = number.parse().ok().and_then(|at: usize| values.get(at));
        out.push_str(&one_line(value.copied().unwrap_or_default(), VALUE_CHARS));
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each.
    #[rustfmt::skip]
    fn all() -> Vec<Sentence> {
        let x = || "{1} a\r\nb".to_owned();
        vec![
            Sentence::NoToken { ticket: x() },
            Sentence::SenderNotVerified { address: x() },
            Sentence::NotStaff { address: x() },
            Sentence::UnknownCommand { command: x(), suggestion: Some(x()) },
            Sentence::UnknownCommand { command: x(), suggestion: None },
            Sentence::BadArgument { command: x(), argument: x(), expected: x() },
            Sentence::MissingArgument { command: x(), expected: x() },
            Sentence::CommandNotAllowed { command: x(), profile: x() },
            Sentence::NoAccess { ticket: x() },
            Sentence::NoSuchTicket { ticket: x() },
            Sentence::NotPossibleNow { command: x(), status: x() },
            Sentence::NothingNew,
            Sentence::HiddenHtml,
            Sentence::TooManyCommands { count: x(), limit: x() },
            Sentence::NothingDone,
            Sentence::NotSent,
            Sentence::Assigned { to: x() },
            Sentence::Unassigned,
            Sentence::TeamSet { team: x() },
            Sentence::PrioritySet { priority: x() },
            Sentence::CategorySet { category: x() },
            Sentence::StatusSet { status: x() },
            Sentence::TagsAdded { tags: x() },
            Sentence::TagsRemoved { tags: x() },
            Sentence::Closed,
            Sentence::Reopened,
            Sentence::NoteAdded,
            Sentence::ReminderSet { at: x() },
            Sentence::SentTo { to: x() },
            Sentence::ReaderAdded { address: x() },
            Sentence::ReaderRemoved { address: x() },
            Sentence::MergedInto { ticket: x() },
            Sentence::MarkedAsSpam,
            Sentence::Undone { what: x() },
            Sentence::NothingToChange,
            Sentence::Unverified,
            Sentence::Forged,
            Sentence::NoIdentity { reason: x() },
            Sentence::OtherSender { sender: x(), owner: x() },
            Sentence::ImitatesStaff { name: x(), address: x() },
            Sentence::Automatic,
            Sentence::StrangerRefers { sender: x(), ticket: x() },
            Sentence::ReadersProposed { addresses: x() },
            Sentence::FollowsTicket { ticket: x() },
            Sentence::TextsDiffer,
            Sentence::DeliveryRefused { to: x(), reason: x() },
            Sentence::DeliveryExpired { to: x(), tried: x(), reason: x() },
            Sentence::DeliveryDelayed { to: x(), since: x(), reason: x() },
            Sentence::DeliveryBounced { to: x(), reason: x() },
            Sentence::ClosesAt { at: x() },
            Sentence::ReminderAskedAt { at: x() },
            Sentence::StrangerOpened { sender: x(), ticket: x(), opened: x() },
            Sentence::QuarantinedMessage { id: x(), mailbox: x(), reason: x() },
            Sentence::ReloadRefused { problem: x() },
            Sentence::MailboxFailing { mailbox: x(), since: x(), reason: x() },
            Sentence::OutboxStuck { count: x(), since: x(), reason: x() },
            Sentence::AcknowledgementsPaused { count: x(), until: x() },
            Sentence::TooManyTickets { sender: x(), count: x() },
            Sentence::EscalationUnheard { ticket: x(), waited: x() },
        ]
    }

    #[test]
    fn every_value_of_a_sentence_is_used_in_both_languages() {
        for sentence in all() {
            let (english, german, values) = sentence.words(Language::English);
            for (at, _) in values.iter().enumerate() {
                let place = format!("{{{at}}}");
                assert!(english.contains(&place) && german.contains(&place), "{sentence:?}");
            }
            let beyond = format!("{{{}}}", values.len());
            assert!(!english.contains(&beyond) && !german.contains(&beyond), "{sentence:?}");
            assert_ne!(sentence.text("en"), sentence.text("de"));
        }
    }

    #[test]
    fn m04_values_stay_what_they_are_on_one_line() {
        let hostile = Sentence::OtherSender { sender: "{1}{{7*7}}\r\nBcc: x".to_owned(), owner: "{0}".to_owned() };
        assert_eq!(hostile.text("en"), "Sent from {1}{{7*7}} Bcc: x, using the reply address of {0}.");
    }

    #[test]
    fn languages_are_found_with_region_and_fall_back_to_english() {
        let closed = Sentence::Closed;
        assert_eq!(closed.text("de"), "Das Ticket ist geschlossen.");
        assert_eq!(closed.text("de-AT"), "Das Ticket ist geschlossen.");
        assert_eq!(closed.text("DE_ch"), "Das Ticket ist geschlossen.");
        assert_eq!(sentence("fr", &closed), "The ticket is closed.");
        assert_eq!(Sentence::StatusSet { status: "on-hold".to_owned() }.text("de"), "Status: in Wartestellung.");
    }

    #[test]
    fn a_near_miss_is_answered_with_what_was_meant() {
        let text = Sentence::UnknownCommand { command: "clsoe".to_owned(), suggestion: Some("close".to_owned()) }.text("en");
        assert_eq!(text, "There is no command #clsoe. Did you mean #close?");
    }
}
