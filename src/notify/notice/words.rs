//! The table of sentences: each [`Notice`] in English and in German, side by side, so that none can lack one.

use crate::base::{TicketId, Timestamp, limit};
use crate::domain::{Notice, QueryFault, Target};

use super::super::contacts;
use super::super::people;
use super::super::review;
use super::super::word::{self, Language};

/// English, German, and what is filled in.
#[rustfmt::skip]
pub(super) fn words(language: Language, notice: &Notice, time: &dyn Fn(Timestamp) -> String) -> (&'static str, &'static str, Vec<String>) {
    let word = |name: &str| word::translate(language, name).to_owned();
    match notice {
        // Why nothing was done; that nothing was done is what the letter begins with.
        Notice::NoToken => (
            "It did not come through the reply address of this ticket, which shows that it is from you.",
            "Sie kam nicht über die Antwortadresse dieses Tickets, die zeigt, dass sie von Ihnen ist.",
            vec![]),
        Notice::ForeignToken => (
            "The reply address that you used was made for somebody else.",
            "Die benutzte Antwortadresse gehört jemand anderem.",
            vec![]),
        Notice::SenderNotVerified => (
            "The receiving mail server did not confirm that it really came from you. Send it through your organisation's own mail server, which signs it (DKIM); if that is how you sent it, show this mail to your administrator.",
            "Der empfangende Mailserver hat nicht bestätigt, dass sie wirklich von Ihnen kam. Senden Sie sie über den Mailserver Ihrer Organisation, der sie signiert (DKIM); haben Sie das getan, zeigen Sie diese Mail Ihrer Administration.",
            vec![]),
        Notice::SenderDisowned => (
            "By the rules of your own domain it is forged (DMARC). Send it through your organisation's mail server; if somebody else wrote it, tell your administrator.",
            "Nach den Regeln Ihrer eigenen Domain ist sie gefälscht (DMARC). Senden Sie sie über den Mailserver Ihrer Organisation; hat jemand anders sie geschrieben, melden Sie das Ihrer Administration.",
            vec![]),
        Notice::AlwaysAsked { command } => (
            "What #{0} shows or erases stays so, and it is always asked about.",
            "Was #{0} zeigt oder löscht, bleibt so; deshalb wird immer nachgefragt.",
            vec![command.clone()]),
        Notice::NameLocked { until } => (
            "Mails in your name were forged lately, so each one is asked about until {0}.",
            "In Ihrem Namen wurden kürzlich Mails gefälscht; bis {0} wird deshalb jede nachgefragt.",
            vec![time(*until)]),
        Notice::DateDoubtful { at } => (
            "Its date is {0}, too far from today to be carried out without asking.",
            "Ihr Datum ist {0}, zu weit von heute, um sie ohne Nachfrage auszuführen.",
            vec![time(*at)]),
        Notice::Undated => (
            "It carries no date, so it may be an old one.",
            "Sie trägt kein Datum und könnte daher alt sein.",
            vec![]),
        Notice::KeysUnreachable => (
            "Its signature could not be verified, because the key could not be fetched from the DNS.",
            "Ihre Signatur war nicht zu prüfen, weil der Schlüssel nicht aus dem DNS zu holen war.",
            vec![]),
        Notice::WillRun { command } => ("To be carried out: {0}", "Auszuführen: {0}", vec![command.clone()]),
        Notice::WillReply { to } => (
            "To be sent to {0}: the text below.",
            "Zu senden an {0}: der Text unten.",
            vec![to.join(", ")]),
        Notice::WillNote => (
            "To be added as an internal note: the text below.",
            "Als interne Notiz hinzuzufügen: der Text unten.",
            vec![]),
        Notice::WillShow => (
            "To be shown outside: the messages that the text below names, with their files. The text goes there too.",
            "Außerhalb zu zeigen: die Nachrichten, die der Text unten nennt, mit ihren Dateien. Der Text geht mit.",
            vec![]),
        Notice::WillAttach { files } => ("With the files: {0}", "Mit den Dateien: {0}", vec![files.join(", ")]),
        Notice::ConfirmBy { at } => (
            "A confirmation counts until {0}.",
            "Eine Bestätigung gilt bis {0}.",
            vec![time(*at)]),
        Notice::ConfirmedLate => (
            "Your confirmation came too late. Send the mail again if it still matters.",
            "Ihre Bestätigung kam zu spät. Senden Sie die Mail erneut, wenn sie noch nötig ist.",
            vec![]),
        Notice::ConfirmedBefore => (
            "The question was answered before; nothing was done twice.",
            "Die Frage war schon beantwortet; nichts geschah zweimal.",
            vec![]),
        Notice::ConfirmUnclear => (
            "Your reply says neither yes nor no. Reply to the question once more, with the word yes at the top.",
            "Ihre Antwort sagt weder ja noch nein. Antworten Sie noch einmal auf die Frage, mit dem Wort ja ganz oben.",
            vec![]),
        Notice::ConfirmChanged => (
            "What would have been carried out is no longer what the question showed. Send the mail again.",
            "Was ausgeführt worden wäre, ist nicht mehr das, was die Frage zeigte. Senden Sie die Mail erneut.",
            vec![]),
        Notice::UnknownCommand { command, nearest } => match nearest.first() {
            Some(nearest) => (
                "There is no command #{0}. Did you mean {1}?",
                "Den Befehl #{0} gibt es nicht. Meinten Sie {1}?",
                vec![command.clone(), nearest.clone()]),
            None => (
                "There is no command #{0}. If it was text for the customer, put a word before it.",
                "Den Befehl #{0} gibt es nicht. War das Text für den Kunden, stellen Sie ein Wort davor.",
                vec![command.clone()]),
        },
        Notice::BadArgument { command, argument, .. } if argument.is_empty() => (
            "#{0} needs something after it, for example: {1}",
            "Nach #{0} fehlt eine Angabe, zum Beispiel: {1}",
            vec![command.clone(), example(language, notice)]),
        Notice::BadArgument { command, argument, .. } if matches!(command.as_str(), "remind" | "snooze") => (
            "#{2} does not take “{0}”: {1}",
            "#{2} versteht „{0}“ nicht: {1}",
            vec![argument.clone(), example(language, notice), command.clone()]),
        Notice::BadArgument { command, argument, .. } => (
            "#{0} does not take “{1}”. Write, for example: {2}",
            "#{0} versteht „{1}“ nicht. Schreiben Sie zum Beispiel: {2}",
            vec![command.clone(), argument.clone(), example(language, notice)]),
        Notice::NotPermitted { command, permission } => (
            "#{0} needs the permission “{1}”, which your profile does not have. Ask a supervisor to do it.",
            "Für #{0} brauchen Sie die Berechtigung „{1}“, die Ihr Profil nicht hat. Bitten Sie Ihre Teamleitung darum.",
            vec![command.clone(), permission.clone()]),
        Notice::NotSeen => (
            "This ticket is not open to you: you do not work on it, it is not your team's, and your role does not look into it. Ask who has it, or your lead.",
            "Dieses Ticket steht Ihnen nicht offen: Sie bearbeiten es nicht, es gehört nicht Ihrem Team, und Ihre Rolle sieht es nicht ein. Fragen Sie, wer es hat, oder Ihre Teamleitung.",
            vec![]),
        Notice::TooManyCommands { most } => (
            "It has more than {0} commands. Send it in two mails.",
            "Sie enthält mehr als {0} Befehle. Teilen Sie sie auf zwei Mails auf.",
            vec![most.to_string()]),
        Notice::HiddenText => (
            "It has commands, but is HTML with hidden parts and without plain text. Send it as plain text.",
            "Sie enthält Befehle, besteht aber nur aus HTML mit verborgenen Teilen. Senden Sie sie als reinen Text.",
            vec![]),
        Notice::HiddenCharacters { line } => (
            "The line “{0}” holds a character that cannot be seen or that only looks like another, so it is no command. Type it anew.",
            "Die Zeile „{0}“ enthält ein Zeichen, das man nicht sieht oder das einem anderen nur gleicht; sie ist kein Befehl. Tippen Sie sie neu.",
            vec![line.clone()]),
        Notice::VersionsDiffer => (
            "Your mail came as plain text and as HTML, and the two say different things. The plain text was taken; the HTML was left out.",
            "Ihre Mail kam als reiner Text und als HTML, und beide sagen Verschiedenes. Es gilt der reine Text; das HTML blieb weg.",
            vec![]),
        Notice::NothingNew => (
            "It held nothing new, only quoted text. Write your answer above the quoted part.",
            "Sie enthielt nichts Neues, nur zitierten Text. Schreiben Sie Ihre Antwort über den zitierten Teil.",
            vec![]),
        Notice::NoRecipient => (
            "This ticket has nobody whom an answer could be sent to: its sender has no usable address.",
            "Dieses Ticket hat niemanden, an den eine Antwort gehen könnte: Sein Absender hat keine brauchbare Adresse.",
            vec![]),
        Notice::IllegalStatus { from, to } => (
            "A ticket that is {0} cannot become {1}.",
            "Ein Ticket mit dem Status „{0}“ kann nicht „{1}“ werden.",
            vec![word(from.as_str()), word(to.as_str())]),
        Notice::NeedsTicket => (
            "It has a command about a ticket and belongs to none. Reply to a mail about that ticket.",
            "Sie enthält einen Befehl zu einem Ticket und gehört zu keinem. Antworten Sie auf eine Mail zu diesem Ticket.",
            vec![]),
        Notice::NoSuchMember { name, nearest } if nearest.is_empty() => (
            "Nobody of the staff is called “{0}”.",
            "Im Team heißt niemand „{0}“.",
            vec![name.clone()]),
        Notice::NoSuchMember { name, nearest } => (
            "Nobody of the staff is called “{0}”. Did you mean {1}?",
            "Im Team heißt niemand „{0}“. Meinten Sie {1}?",
            vec![name.clone(), nearest.join(", ")]),
        Notice::QueryUnreadable { fault: QueryFault::Empty, instead, .. } => (
            "There is nothing to look for. Write, for example: #search {0}",
            "Es steht nicht da, wonach gesucht werden soll. Schreiben Sie zum Beispiel: #search {0}",
            vec![instead.join(" / #search ")]),
        Notice::QueryUnreadable { fault: QueryFault::TooLong, .. } => (
            "The question is too long; {0} characters are enough.",
            "Die Suche ist zu lang; {0} Zeichen genügen.",
            vec![limit::QUERY_CHARS.to_string()]),
        Notice::QueryUnreadable { fault: QueryFault::UnknownFilter, part, instead, .. } => (
            "There is no filter “{0}”. Did you mean {1}? To look for the words themselves, put them in quotation marks.",
            "Den Filter „{0}“ gibt es nicht. Meinten Sie {1}? Um nach den Wörtern selbst zu suchen, setzen Sie sie in Anführungszeichen.",
            vec![part.clone(), instead.join(", ")]),
        Notice::QueryUnreadable { fault: QueryFault::UnknownValue, part, instead, .. } => (
            "“{0}” names nothing that there is. There is: {1}.",
            "„{0}“ nennt etwas, das es nicht gibt. Es gibt: {1}.",
            vec![part.clone(), instead.join(", ")]),
        Notice::QueryUnreadable { fault: QueryFault::NoValue, part, instead, .. } => (
            "“{0}” needs something after it, for example: {1}",
            "Nach „{0}“ fehlt eine Angabe, zum Beispiel: {1}",
            vec![part.clone(), instead.join(", ")]),
        Notice::QueryUnreadable { fault: QueryFault::NotATime, part, instead, .. } => (
            "“{0}” is no time. Write, for example: {1}.",
            "„{0}“ ist keine Zeitangabe. Schreiben Sie zum Beispiel: {1}.",
            vec![part.clone(), instead.join(", ")]),
        Notice::QueryUnreadable { fault: QueryFault::NoEnd, place, .. } => (
            "The quotation mark at character {0} has no partner.",
            "Dem Anführungszeichen an Stelle {0} fehlt das zweite.",
            vec![place.to_string()]),
        Notice::FilesLeftOut { names } => (
            "These files are not attached, for want of room: {0}.",
            "Diese Dateien sind aus Platzgründen nicht angehängt: {0}.",
            vec![names.join(", ")]),
        Notice::NoSuchList { name, lists } => (
            "There is no list “{0}”. There is: {1}.",
            "Die Liste „{0}“ gibt es nicht. Es gibt: {1}.",
            vec![name.clone(), lists.join(", ")]),
        Notice::NoSuchReport { name, reports } => (
            "There is no report “{0}”. There is: {1}.",
            "Den Bericht „{0}“ gibt es nicht. Es gibt: {1}.",
            vec![name.clone(), reports.join(", ")]),
        Notice::TooManyReports => (
            "Many reports are waiting to be counted already. Please ask again in a few minutes.",
            "Es warten schon viele Berichte darauf, gezählt zu werden. Bitte fragen Sie in ein paar Minuten noch einmal.",
            vec![]),

        // What was done.
        Notice::AssignedTo { name } => ("Assigned to {0}.", "Zugewiesen an {0}.", vec![name.clone()]),
        Notice::AssignedBy { name } => ("{0} has given it to you.", "{0} hat es Ihnen gegeben.", vec![name.clone()]),
        Notice::TakenFromYou { by, to: Some(to) } => (
            "{0} has given this ticket to {1}; you need not do anything.",
            "{0} hat dieses Ticket an {1} gegeben; Sie müssen nichts tun.",
            vec![by.clone(), to.clone()]),
        Notice::TakenFromYou { by, to: None } => (
            "{0} has taken this ticket from you; nobody has it now.",
            "{0} hat Ihnen dieses Ticket abgenommen; es ist niemandem zugewiesen.",
            vec![by.clone()]),
        Notice::Unassigned => ("Nobody has the ticket now.", "Das Ticket ist niemandem mehr zugewiesen.", vec![]),
        Notice::PrioritySet { priority } => ("Priority: {0}.", "Priorität: {0}.", vec![word(priority.as_str())]),
        Notice::Tagged { add, remove } if remove.is_empty() => ("Tags added: {0}.", "Tags hinzugefügt: {0}.", vec![add.join(", ")]),
        Notice::Tagged { add, remove } if add.is_empty() => ("Tags removed: {0}.", "Tags entfernt: {0}.", vec![remove.join(", ")]),
        Notice::Tagged { add, remove } => (
            "Tags added: {0}. Tags removed: {1}.",
            "Tags hinzugefügt: {0}. Tags entfernt: {1}.",
            vec![add.join(", "), remove.join(", ")]),
        Notice::StatusSet { status } => ("Status: {0}.", "Status: {0}.", vec![word(status.as_str())]),
        Notice::NoteAdded => (
            "Your note is in the ticket; the customer does not see it.",
            "Ihre Notiz steht im Ticket; der Kunde sieht sie nicht.",
            vec![]),
        Notice::ReplySent => ("Your answer is on its way to the customer.", "Ihre Antwort ist unterwegs zum Kunden.", vec![]),
        Notice::ReminderSet { at, text } if text.is_empty() => (
            "You will be reminded: {0}.",
            "Sie werden erinnert: {0}.",
            vec![time(*at)]),
        Notice::ReminderSet { at, text } => (
            "You will be reminded: {0} ({1}).",
            "Sie werden erinnert: {0} ({1}).",
            vec![time(*at), text.clone()]),

        Notice::People(notice) => people::words(language, notice, time),
        Notice::Contact(notice) => contacts::words(language, notice, time),
        Notice::Review(notice) => review::words(notice, time),
        // What agents order about a ticket.
        Notice::TeamSet { team } => ("Team: {0}.", "Team: {0}. Das Ticket gehört jetzt dorthin.", vec![team.clone()]),
        Notice::NoSuchTeam { name, nearest } if nearest.is_empty() => (
            "No team is called “{0}”.", "Kein Team heißt „{0}“.", vec![name.clone()]),
        Notice::NoSuchTeam { name, nearest } => (
            "No team is called “{0}”. Did you mean {1}?",
            "Kein Team heißt „{0}“. Meinten Sie {1}?",
            vec![name.clone(), nearest.join(", ")]),
        Notice::TeamAsked { by } => (
            "{0} has given this ticket to your team.", "{0} hat dieses Ticket Ihrem Team gegeben.", vec![by.clone()]),
        Notice::ContributorAdded { name } => (
            "{0} works on the ticket too.", "{0} arbeitet jetzt mit am Ticket.", vec![name.clone()]),
        Notice::ContributorRemoved { name } => (
            "{0} does not work on the ticket any more.", "{0} arbeitet nicht mehr mit am Ticket.", vec![name.clone()]),
        Notice::AskedToHelp { by } => (
            "{0} asks you to work on this ticket too. It stays with whoever has it.",
            "{0} bittet Sie, an diesem Ticket mitzuarbeiten. Zugewiesen bleibt es wie bisher.",
            vec![by.clone()]),
        Notice::CopyAdded { names } => (
            "Takes part from now on, and gets your next answers: {0}. Nothing that was written before is sent there.",
            "Ab jetzt beteiligt, auch an Ihren nächsten Antworten: {0}. Früher Geschriebenes wird nicht dorthin gesendet.",
            vec![names.join(", ")]),
        Notice::CopyRemoved { names } => ("Takes part no more: {0}.", "Nicht mehr beteiligt: {0}.", vec![names.join(", ")]),
        Notice::NotTakingPart { address } => (
            "{0} takes no part in this ticket.", "{0} ist an diesem Ticket nicht beteiligt.", vec![address.clone()]),
        Notice::RequesterStays { address } => (
            "{0} is the one who asks. Name somebody else with #requester first.",
            "{0} ist der Fragesteller. Nennen Sie zuerst mit #requester jemand anderen.",
            vec![address.clone()]),
        Notice::RequesterSet { address } => (
            "Requester: {0}. Whoever took part until now still does; #cc remove ends that.",
            "Fragesteller: {0}. Wer bisher beteiligt war, bleibt es; #cc remove beendet das.",
            vec![address.clone()]),
        Notice::OpenedFor { ticket, address } => (
            "Opened {0} for {1}.", "{0} eröffnet für {1}.", vec![ticket.to_string(), address.clone()]),
        Notice::Revoked => (
            "Every reply address of this ticket that was written until now is void. Who replies to an older mail opens a new ticket that is linked to this one; new mails carry new addresses. This cannot be taken back.",
            "Alle bisher verschickten Antwortadressen dieses Tickets sind ungültig. Wer auf eine ältere Mail antwortet, eröffnet ein neues, verknüpftes Ticket; neue Mails tragen neue Adressen. Das lässt sich nicht zurücknehmen.",
            vec![]),
        Notice::CategorySet { category } if category.is_empty() => ("Category: none.", "Kategorie: keine.", vec![]),
        Notice::CategorySet { category } => ("Category: {0}.", "Kategorie: {0}.", vec![category.clone()]),
        Notice::NoSuchCategory { name, nearest } if nearest.is_empty() => (
            "No category is called “{0}”.", "Keine Kategorie heißt „{0}“.", vec![name.clone()]),
        Notice::NoSuchCategory { name, nearest } => (
            "No category is called “{0}”. Did you mean {1}?",
            "Keine Kategorie heißt „{0}“. Meinten Sie {1}?",
            vec![name.clone(), nearest.join(", ")]),
        Notice::FieldSet { name, value } if value.is_empty() => ("Field {0}: removed.", "Feld {0}: gelöscht.", vec![name.clone()]),
        Notice::FieldSet { name, value } => ("Field {0}: {1}.", "Das Feld {0}: {1}.", vec![name.clone(), value.clone()]),
        Notice::TimeSpent { minutes, total } => (
            "Time put down: {0}; for the whole ticket: {1}.",
            "Arbeitszeit festgehalten: {0}; für das ganze Ticket: {1}.",
            vec![hours(*minutes), hours(*total)]),
        Notice::Snoozed { until } => (
            "Put away until {0}; earlier, if the customer writes.",
            "Weggelegt bis {0}; früher, wenn der Kunde schreibt.",
            vec![time(*until)]),
        Notice::Watching => (
            "You will hear of everything in this ticket. #watch off ends it.",
            "Sie hören von allem in diesem Ticket. #watch off beendet das.",
            vec![]),
        Notice::Muted => (
            "You will hear of this ticket only what is meant for you by name. #mute off ends it.",
            "Von diesem Ticket hören Sie nur noch, was Ihnen persönlich gilt. #mute off beendet das.",
            vec![]),
        Notice::HearsAsUsual => ("You hear of this ticket as usual.", "Sie hören von diesem Ticket wie üblich.", vec![]),
        Notice::AssigneeHears => (
            "The ticket is yours: somebody must hear of the customer. Give it away first, with #assign.",
            "Das Ticket ist Ihres: Jemand muss vom Kunden hören. Geben Sie es zuerst ab, mit #assign.",
            vec![]),
        Notice::Escalated { to } => ("{0} has been asked for help.", "{0}: um Hilfe gebeten.", vec![to.join(", ")]),
        Notice::EscalatedBy { by, reason } if reason.is_empty() => (
            "{0} asks you for help.", "{0} bittet Sie um Hilfe.", vec![by.clone()]),
        Notice::EscalatedBy { by, reason } => (
            "{0} asks you for help: {1}", "{0} bittet Sie um Hilfe: {1}", vec![by.clone(), reason.clone()]),
        Notice::NobodyAbove => (
            "There is nobody above you whom it could be raised to.",
            "Über Ihnen ist niemand, den man um Hilfe bitten könnte.",
            vec![]),
        Notice::Linked { other } => ("Linked with {0}.", "Verknüpft mit {0}.", vec![other.to_string()]),
        Notice::MergedInto { into } => (
            "The conversation goes on in {0}: its messages are there, and whoever took part here gets the answers there.",
            "Das Gespräch geht in {0} weiter: Die Nachrichten stehen dort, und wer hier beteiligt war, bekommt die Antworten von dort.",
            vec![into.to_string()]),
        Notice::MergedHere { other, by } => (
            "{1} has merged {0} into this ticket; whoever took part there gets your answers too.",
            "{1} hat {0} mit diesem Ticket zusammengeführt; wer dort beteiligt war, bekommt auch Ihre Antworten.",
            vec![other.to_string(), by.clone()]),
        Notice::ForwardedTo { address } => (
            "Forwarded to {0}. What is answered to that comes to you as an internal note; the customer does not see it.",
            "Weitergeleitet an {0}. Was darauf geantwortet wird, kommt zu Ihnen als interne Notiz; der Kunde sieht es nicht.",
            vec![address.clone()]),
        Notice::TakesPartAnyway { address } => (
            "{0} takes part in this ticket. Answer without #forward, and it goes there.",
            "{0} ist an diesem Ticket beteiligt. Antworten Sie ohne #forward, dann geht es dorthin.",
            vec![address.clone()]),
        Notice::NothingToForward => (
            "No customer has written in this ticket, so there is nothing to forward. “#forward ADDRESS all” forwards what was answered, too.",
            "In diesem Ticket hat kein Kunde geschrieben, es gibt nichts weiterzuleiten. „#forward ADRESSE all“ leitet auch die Antworten weiter.",
            vec![]),
        Notice::SplitInto { ticket } => (
            "That message and everything after it is now {0}.",
            "Diese Nachricht und alles danach ist jetzt {0}.",
            vec![ticket.to_string()]),
        Notice::EntryMoved { to } => (
            "The message is in {0} now. Who wrote it takes no part there; #cc add changes that.",
            "Die Nachricht steht jetzt in {0}. Wer sie geschrieben hat, ist dort nicht beteiligt; #cc add ändert das.",
            vec![to.to_string()]),
        Notice::NoSuchTicket { ticket } => (
            "There is no ticket {0} that is open to you.", "Es gibt kein Ticket {0}, das Ihnen offensteht.", vec![ticket.to_string()]),
        Notice::SameTicket { ticket } => (
            "{0} is this very ticket. Name another.", "{0} ist dieses Ticket selbst. Nennen Sie ein anderes.", vec![ticket.to_string()]),
        Notice::OtherTicket { ticket, named } => (
            "It names {1}, but the reply address is that of {0}. Reply to a mail about {1}.",
            "Sie nennt {1}, aber die Antwortadresse gehört zu {0}. Antworten Sie auf eine Mail zu {1}.",
            vec![ticket.to_string(), named.to_string()]),
        Notice::TakesNothing { ticket, status } => (
            "{0} is {1} and takes nothing in.", "{0} ist „{1}“ und nimmt nichts auf.",
            vec![ticket.to_string(), word(status.as_str())]),
        Notice::TooLong { entries, most } => (
            "The ticket has {0} messages; more than {1} are not moved at once. Use #link.",
            "Das Ticket hat {0} Nachrichten; mehr als {1} werden nicht auf einmal verschoben. Nehmen Sie #link.",
            vec![entries.to_string(), most.to_string()]),
        Notice::NothingToMove => (
            "The ticket has no message that could be moved.", "Das Ticket hat keine Nachricht, die man verschieben könnte.", vec![]),
        Notice::NothingLeft => (
            "It is the first message of the ticket: nothing would be left. Reply to the mail about the message with which the other question begins.",
            "Es ist die erste Nachricht des Tickets: Nichts bliebe übrig. Antworten Sie auf die Mail zu der Nachricht, mit der die andere Frage beginnt.",
            vec![]),
        Notice::AnsweredMeanwhile { name, at } => (
            "{0} answered the customer on {1}, after the mail that you replied to was written.",
            "{0} hat dem Kunden am {1} geantwortet, nachdem die Mail geschrieben war, auf die Sie antworten.",
            vec![name.clone(), time(*at)]),
        Notice::CustomerWroteMeanwhile { at } => (
            "The customer wrote again on {0}, after the mail that you replied to was written. Read it below.",
            "Der Kunde hat am {0} noch einmal geschrieben, nachdem die Mail geschrieben war, auf die Sie antworten. Es steht unten.",
            vec![time(*at)]),
        Notice::HowToSend => (
            "Your answer is kept. To send it all the same, reply with #send alone; to drop it, do nothing. What you write in reply to this mail is sent as usual.",
            "Ihre Antwort ist aufgehoben. Um sie trotzdem zu senden, antworten Sie nur mit #send; um sie zu verwerfen, tun Sie nichts. Was Sie als Antwort auf diese Mail schreiben, wird wie üblich gesendet.",
            vec![]),
        Notice::NothingHeld => (
            "No answer of yours is kept in this ticket.", "In diesem Ticket ist keine Antwort von Ihnen aufgehoben.", vec![]),
        Notice::Undone { commands } => (
            "Taken back: {0}. Mails that were sent meanwhile stay sent.",
            "Zurückgenommen: {0}. Inzwischen gesendete Mails bleiben gesendet.",
            vec![commands.join(", ")]),
        Notice::NothingToUndo { has_answer: true } => (
            "You have ordered nothing in this ticket within 7 days that could be taken back. An answer to the customer cannot be: it has been sent.",
            "Sie haben in diesem Ticket in den letzten 7 Tagen nichts angeordnet, das sich zurücknehmen ließe. Eine Antwort an den Kunden lässt sich nicht zurücknehmen: Sie ist gesendet.",
            vec![]),
        Notice::NothingToUndo { has_answer: false } => (
            "You have ordered nothing in this ticket within 7 days that could be taken back.",
            "Sie haben in diesem Ticket in den letzten 7 Tagen nichts angeordnet, das sich zurücknehmen ließe.",
            vec![]),
        Notice::ChangedSince { what } => (
            "It cannot be taken back: something has changed since ({0}). Set it as you want it.",
            "Das lässt sich nicht zurücknehmen: Inzwischen wurde etwas geändert ({0}). Setzen Sie es, wie Sie es haben möchten.",
            vec![word(what)]),

        // Of a command its own row says what it does, in each language.
        Notice::NoSuchMacro { name, nearest } if nearest.is_empty() => (
            "There is no canned response “{0}”. #macro alone lists those that there are.",
            "Den Textbaustein „{0}“ gibt es nicht. #macro allein zählt auf, welche es gibt.",
            vec![name.clone()]),
        Notice::NoSuchMacro { name, nearest } => (
            "There is no canned response “{0}”. Did you mean {1}?",
            "Den Textbaustein „{0}“ gibt es nicht. Meinten Sie {1}?",
            vec![name.clone(), nearest.join(", ")]),
        Notice::MacroUsed { name, title } => (
            "Canned response {0}: {1}.",
            "Textbaustein {0}: {1}.",
            vec![name.clone(), title.clone()]),
        Notice::MacroListed { name, title } => ("#macro {0} puts in: {1}.", "#macro {0} setzt ein: {1}.", vec![name.clone(), title.clone()]),
        Notice::NoMacros => (
            "This desk has no canned responses. An administrator can write some into the directory macros.",
            "Dieser Helpdesk hat keine Textbausteine. Die Administration kann welche in das Verzeichnis macros legen.",
            vec![]),
        Notice::CommandHelp { usage, example, english, german } => {
            let does = if language == Language::German { german } else { english };
            match usage == example {
                true => ("{0} – {1}.", "{0} – {1}.", vec![usage.clone(), does.clone()]),
                false => (
                    "{0} – {1}. Example: {2}",
                    "{0} – {1}. Beispiel: {2}",
                    vec![usage.clone(), does.clone(), example.clone()]),
            }
        }

        // What else happened. The letter says already that it is a reminder.
        Notice::Reminder { text } if text.is_empty() => ("", "", vec![]),
        Notice::Reminder { text } => ("“{0}”", "„{0}“", vec![text.clone()]),
        Notice::Awake => ("The ticket was put aside until now.", "Das Ticket war bis jetzt zurückgestellt.", vec![]),
        Notice::Promised { target, at } => {
            let (english, german) = match target {
                Target::FirstResponse => ("The first answer was promised by {0}.", "Die erste Antwort war zugesagt bis: {0}."),
                Target::NextResponse => ("The answer was promised by {0}.", "Die Antwort war zugesagt bis: {0}."),
                Target::Update => ("News of it were promised by {0}.", "Eine Nachricht dazu war zugesagt bis: {0}."),
                Target::Resolution => ("Its solution was promised by {0}.", "Die Lösung war zugesagt bis: {0}."),
            };
            (english, german, vec![time(*at)])
        }
        Notice::Reopened => ("The ticket is open again.", "Das Ticket ist wieder offen.", vec![]),
        Notice::ClosedByCustomer => ("The customer has closed the ticket.", "Der Kunde hat das Ticket geschlossen.", vec![]),
        Notice::RatedLow { rating, reopened: true } => (
            "Rated {0} of 5, 5 being the best. The ticket is open again.",
            "Bewertet mit {0} von 5 (5 ist das Beste). Das Ticket ist wieder offen.",
            vec![rating.get().to_string()]),
        Notice::RatedLow { rating, reopened: false } => (
            "Rated {0} of 5, 5 being the best. The ticket stays as it is; #open at the very top of your reply opens it again.",
            "Bewertet mit {0} von 5 (5 ist das Beste). Das Ticket bleibt, wie es ist; #open ganz oben in Ihrer Antwort öffnet es wieder.",
            vec![rating.get().to_string()]),
        Notice::OnlyThanks => (
            "It says thank you and nothing else, so the ticket stays as it is. If it needs an answer after all, just reply.",
            "Darin steht nur ein Dank; das Ticket bleibt, wie es ist. Braucht es doch eine Antwort, antworten Sie einfach.",
            vec![]),
        Notice::CopyProposed { addresses } => (
            "Cc proposed: {0}. They get nothing unless you let them take part: #cc add {1}",
            "Kopie vorgeschlagen: {0}. Dorthin geht nichts, solange Sie sie nicht beteiligen: #cc add {1}",
            vec![addresses.join(", "), addresses.join(" ")]),
        Notice::ColleagueWrote { address } => (
            "{0} seems to be a colleague of the requester, and takes no part yet. To let them take part from now on: #cc add {0}",
            "{0} gehört anscheinend zur Organisation des Fragestellers und ist noch nicht beteiligt. Ab jetzt beteiligen: #cc add {0}",
            vec![address.clone()]),
        Notice::OtherAddress { address, owner } => (
            "{0} wrote with the reply address of {1}. If you are sure that both are one person: #contact merge {0}. If somebody else asks from now on: #requester {0}. If you do neither, answers go to {1} alone.",
            "{0} schrieb über die Antwortadresse von {1}. Sind Sie sicher, dass beide dieselbe Person sind: #contact merge {0}. Fragt künftig jemand anderes: #requester {0}. Ohne beides gehen Antworten nur an {1}.",
            vec![address.clone(), owner.clone()]),
        Notice::NotYetDelivered { address, since, because } => (
            "It is addressed to {0} and has been tried since {1}. It is still being tried, you need not do anything. The mail server said: {2}",
            "Sie ist an {0} gerichtet und wird seit {1} versucht. Es wird weiter versucht, Sie müssen nichts tun. Der Mailserver sagt: {2}",
            vec![address.clone(), time(*since), because.clone()]),
        Notice::NotDelivered { address, because } => (
            "It was addressed to {0}. The mail server said: {1}",
            "Sie war an {0} gerichtet. Der Mailserver sagt: {1}",
            vec![address.clone(), because.clone()]),
        Notice::StrangerWrote { other } => (
            "The message opened a ticket of its own, {0}, and is answered there. Nothing was added to this ticket, and its customer has not been told.",
            "Daraus wurde ein eigenes Ticket, {0}; geantwortet wird dort. Diesem Ticket wurde nichts hinzugefügt, und sein Kunde weiß nichts davon.",
            vec![other.to_string()]),
        Notice::SetAside { id, mailbox, reason } => (
            "A message to {1} was set aside: {2}. Look at it with “maildesk quarantine show {0}”.",
            "Eine Nachricht an {1} wurde beiseitegelegt: {2}. Sehen Sie sie an mit „maildesk quarantine show {0}“.",
            vec![id.to_string(), mailbox.to_string(), word(&reason.to_string())]),
        Notice::ClosesAt { at } => (
            "If we hear nothing from you, we will close it on {0}.",
            "Wenn wir nichts von Ihnen hören, schließen wir sie am {0}.",
            vec![time(*at)]),
        Notice::MailboxRenumbered { mailbox, folder, messages } => (
            "The mail server has numbered folder {1} of mailbox {0} anew (its UIDVALIDITY has changed). The {2} messages in it are looked at again: what the desk knows is passed over, and nobody is acknowledged.",
            "Der Mailserver hat den Ordner {1} des Postfachs {0} neu nummeriert (UIDVALIDITY ist neu). Die {2} Nachrichten darin werden noch einmal durchgesehen: Bekanntes wird übergangen, niemand bekommt eine Eingangsbestätigung.",
            vec![mailbox.to_string(), folder.clone(), messages.to_string()]),
        Notice::SettingsRefused { problems } => (
            "The changed configuration was not taken; the old one goes on. {0} “maildesk check” shows every problem.",
            "Die geänderte Konfiguration wurde nicht übernommen, die alte gilt weiter. {0} „maildesk check“ zeigt alle Fehler.",
            vec![problems.join(" ")]),

        // The staff: who comes and who goes.
        Notice::AddressConfirmed => (
            "Your address is confirmed. You belong to the staff of this desk from now on, and its mail reaches you.",
            "Ihre Adresse ist bestätigt. Sie gehören ab jetzt zum Team, und die Mails des Desks erreichen Sie.",
            vec![]),
        Notice::WordsUnread => (
            "What else you wrote in that mail was read by nobody. Write to a colleague directly if it matters.",
            "Was Sie sonst noch in dieser Mail geschrieben haben, hat niemand gelesen. Ist es wichtig, schreiben Sie jemandem direkt.",
            vec![]),
        Notice::HasLeft { name } => (
            "{0}, who had it, does not belong to the staff any more.",
            "{0}, bisher zuständig, gehört nicht mehr zum Team.",
            vec![name.clone()]),
        Notice::TicketsGiven { to, tickets } => ("Given to {0}: {1}.", "An {0} gegeben: {1}.", vec![to.clone(), numbers(tickets)]),
        Notice::TicketsReturned { team: Some(team), tickets } => (
            "Back with team {0}, and nobody's: {1}. The team has been told.",
            "Zurück beim Team {0} und ohne Bearbeiter: {1}. Das Team weiß es.",
            vec![team.to_string(), numbers(tickets)]),
        Notice::TicketsReturned { team: None, tickets } => (
            "Without team and nobody's now: {0}. Give them to somebody.",
            "Ohne Team und jetzt ohne Bearbeiter: {0}. Geben Sie sie jemandem.",
            vec![numbers(tickets)]),
        Notice::ContributedTo { tickets } => (
            "Worked on by others, helped with until now: {0}.",
            "Bisher Mithilfe an Tickets anderer: {0}.",
            vec![numbers(tickets)]),
        Notice::HadNoTickets => ("There was no open ticket to be given away.", "Es gab kein offenes Ticket zu übergeben.", vec![]),
        Notice::LettersWithdrawn { count } => (
            "Letters on their way to this person that are not sent any more: {0}.",
            "Briefe an diese Person, die nicht mehr gesendet werden: {0}.",
            vec![count.to_string()]),
        Notice::LedTeam { team } => (
            "Team {0} was led by this person until now.",
            "Das Team {0} wurde bisher von dieser Person geleitet.",
            vec![team.to_string()]),
        Notice::MentorOf { name } => (
            "{0} was mentored by this person until now.",
            "{0} wurde bisher von dieser Person angeleitet.",
            vec![name.clone()]),
        Notice::SubstituteOf { name } => (
            "{0} was to be stood in for by this person.",
            "{0} sollte von dieser Person vertreten werden.",
            vec![name.clone()]),
        Notice::InvitationReturned { address, because } => (
            "The invitation to {0} came back: {1}. Correct the address with “maildesk staff edit”.",
            "Die Einladung an {0} kam zurück: {1}. Berichtigen Sie die Adresse mit „maildesk staff edit“.",
            vec![address.clone(), because.clone()]),

        // What the operator hears of once a day.
        Notice::InvitationsLapsed { people } => (
            "Invitations that were not answered in time: {0}. “maildesk staff invite” writes another one, “maildesk staff remove” gives up.",
            "Nicht rechtzeitig beantwortete Einladungen: {0}. „maildesk staff invite“ schreibt eine neue, „maildesk staff remove“ gibt auf.",
            vec![people.join(", ")]),
        Notice::QuarantineWaits { reasons, total } => (
            "Set aside since the last report: {0}. In quarantine now: {1}. “maildesk quarantine list” shows them; “maildesk quarantine release” takes one in, “maildesk quarantine drop” forgets it.",
            "Seit dem letzten Bericht beiseitegelegt: {0}. Jetzt in Quarantäne: {1}. „maildesk quarantine list“ zeigt sie; „maildesk quarantine release“ nimmt eine an, „maildesk quarantine drop“ vergisst sie.",
            vec![counted(reasons.iter().map(|(reason, count)| (word(&reason.to_string()), *count))), total.to_string()]),
        Notice::MailRefused { reasons } => (
            "Mail that was not carried out or not accepted since the last report: {0}. Its writers among the staff have been told.",
            "Seit dem letzten Bericht nicht ausgeführte oder nicht angenommene Mails: {0}. Wer davon zum Team gehört, weiß es schon.",
            vec![counted(reasons.iter().map(|(reason, count)| (word(reason), *count)))]),
        Notice::LettersLate { count, since, because } => (
            "Letters that have been waiting for more than an hour: {0}, the oldest since {1}. They are still being tried. The last trouble: {2}. “maildesk outbox list” shows them.",
            "Briefe, die seit über einer Stunde warten: {0}, der älteste seit {1}. Sie werden weiter versucht. Der letzte Fehler: {2}. „maildesk outbox list“ zeigt sie.",
            vec![count.to_string(), time(*since), because.clone()]),
        Notice::LettersGivenUp { failed, expired } => (
            "Letters given up since the last report: {0} refused by a server, {1} tried for too long. “maildesk outbox list” shows them, “maildesk outbox retry” tries one again.",
            "Seit dem letzten Bericht aufgegebene Briefe: {0} von einem Server abgelehnt, {1} zu lange versucht. „maildesk outbox list“ zeigt sie, „maildesk outbox retry“ versucht einen noch einmal.",
            vec![failed.to_string(), expired.to_string()]),
        Notice::MailboxUnreadable { mailbox, folder, since, because } if folder.is_empty() => (
            "Mailbox {0} cannot be read since {1}; it is tried again and again. The last trouble: {2}.",
            "Das Postfach {0} ist seit {1} nicht lesbar; es wird weiter versucht. Der letzte Fehler: {2}.",
            vec![mailbox.to_string(), time(*since), because.clone()]),
        Notice::MailboxUnreadable { mailbox, folder, since, because } => (
            "Folder {3} of mailbox {0} cannot be read since {1}; it is tried again and again. The last trouble: {2}.",
            "Der Ordner {3} des Postfachs {0} ist seit {1} nicht lesbar; es wird weiter versucht. Der letzte Fehler: {2}.",
            vec![mailbox.to_string(), time(*since), because.clone(), folder.clone()]),
    }
}

/// `#3, #17`.
fn numbers(tickets: &[TicketId]) -> String {
    tickets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// `1h 20m`.
fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}m"),
        (hours, 0) => format!("{hours}h"),
        (hours, minutes) => format!("{hours}h {minutes}m"),
    }
}

/// `2 × too large, 1 × our own mail`.
fn counted(reasons: impl Iterator<Item = (String, u32)>) -> String {
    reasons.map(|(reason, count)| format!("{count} × {reason}")).collect::<Vec<_>>().join("; ")
}

/// What could have been written instead. Of a time the reader of dates says in English what is wrong with it, after the words in
/// question, which the sentence shows already; in German all ways of writing one are shown instead.
fn example(language: Language, notice: &Notice) -> String {
    let Notice::BadArgument { command, argument, example } = notice else { return String::new() };
    if !matches!(command.as_str(), "remind" | "snooze") || argument.is_empty() {
        return example.clone();
    }
    if language == Language::German {
        return "Vorn muss ein Zeitpunkt stehen, der noch kommt, zum Beispiel 3d, 2h, morgen, Freitag 9:30, 24.12., 2026-12-24 10:00 oder 14:00."
            .to_owned();
    }
    let because =
        example.strip_prefix('"').and_then(|rest| rest.split_once("\" ")).map_or(example.as_str(), |(_, because)| because);
    format!("it {because}")
}
