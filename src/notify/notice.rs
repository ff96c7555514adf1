//! The words for what decisions have to say: [`Notice`]s and [`Flag`]s in the reader's language.

use jiff::Zoned;

use crate::base::Timestamp;
use crate::domain::{Flag, Notice, Status};

use super::sentence::Sentence;
use super::word::{Language, translate};

/// A notice as a sentence. `time` writes a point in time as the reader's clock shows it.
pub fn notice(language: &str, notice: &Notice, time: &dyn Fn(Timestamp) -> String) -> String {
    let pick = |english: &str, german: &str| match Language::of(language) {
        Language::English => english.to_owned(),
        Language::German => german.to_owned(),
    };
    let sentence = match notice {
        Notice::NoToken => {
            return pick(
                "Your mail did not come through the reply address of this ticket, so nothing was done. Reply to the newest notification about it instead.",
                "Ihre Mail kam nicht über die Antwortadresse dieses Tickets, deshalb wurde nichts ausgeführt. Antworten Sie stattdessen auf die neueste Benachrichtigung dazu.",
            );
        }
        Notice::ForeignToken => {
            return pick(
                "The reply address you used was made for somebody else, so nothing was done. Reply to a notification that was sent to you.",
                "Die benutzte Antwortadresse gehört jemand anderem, deshalb wurde nichts ausgeführt. Antworten Sie auf eine Benachrichtigung, die an Sie ging.",
            );
        }
        Notice::SenderNotVerified => {
            return pick(
                "The receiving mail server did not confirm that this mail really came from you, so nothing was done. Send it through your organisation's own mail server, which signs it (DKIM); if that is how you sent it, show this mail to your administrator.",
                "Der empfangende Mailserver hat nicht bestätigt, dass diese Mail wirklich von Ihnen kam, deshalb wurde nichts ausgeführt. Senden Sie sie über den Mailserver Ihrer Organisation, der sie signiert (DKIM); haben Sie das getan, zeigen Sie diese Mail Ihrer Administration.",
            );
        }
        Notice::SenderDisowned => {
            return pick(
                "Your own domain's rules say that this mail is forged (DMARC), so nothing was done. Send it through your organisation's mail server; if somebody else wrote it, tell your administrator.",
                "Laut den Regeln Ihrer eigenen Domain ist diese Mail gefälscht (DMARC), deshalb wurde nichts ausgeführt. Senden Sie sie über den Mailserver Ihrer Organisation; hat jemand anders sie geschrieben, melden Sie das Ihrer Administration.",
            );
        }
        Notice::NoRecipient => {
            return pick(
                "This ticket has nobody whom an answer could be sent to: its sender has no usable address. Nothing was sent.",
                "Dieses Ticket hat niemanden, an den eine Antwort gehen könnte: Sein Absender hat keine brauchbare Adresse. Es wurde nichts gesendet.",
            );
        }
        Notice::NoSuchMember { name, nearest } => {
            let (english, german) = match nearest.join(", ") {
                none if none.is_empty() => (String::new(), String::new()),
                some => (format!(" Did you mean {some}?"), format!(" Meinten Sie {some}?")),
            };
            return pick(
                &format!("Nobody of the staff is called “{name}”.{english}"),
                &format!("Im Team heißt niemand „{name}“.{german}"),
            );
        }
        Notice::NotPermitted { command, permission } => {
            return pick(
                &format!(
                    "#{command} needs the permission “{permission}”, which your profile does not have. Ask a supervisor to do it."
                ),
                &format!(
                    "Für #{command} brauchen Sie die Berechtigung „{permission}“, die Ihr Profil nicht hat. Bitten Sie Ihre Teamleitung darum."
                ),
            );
        }
        Notice::AssignedBy { name } => {
            return pick(&format!("{name} has given it to you."), &format!("{name} hat es Ihnen gegeben."));
        }
        Notice::TakenFromYou { by, to: Some(to) } => {
            return pick(
                &format!("{by} has given this ticket to {to}; you need not do anything."),
                &format!("{by} hat dieses Ticket an {to} gegeben; Sie müssen nichts tun."),
            );
        }
        Notice::TakenFromYou { by, to: None } => {
            return pick(
                &format!("{by} has taken this ticket from you; nobody has it now."),
                &format!("{by} hat Ihnen dieses Ticket abgenommen; es ist niemandem zugewiesen."),
            );
        }
        Notice::ClosedByCustomer => return pick("The customer has closed the ticket.", "Der Kunde hat das Ticket geschlossen."),
        Notice::ReplySent => return pick("Your answer is on its way to the customer.", "Ihre Antwort ist unterwegs zum Kunden."),
        Notice::ReminderSet { at, text } => {
            let about = if text.is_empty() { String::new() } else { format!(" ({text})") };
            return pick(
                &format!("You will be reminded on {}{about}.", time(*at)),
                &format!("Sie werden erinnert: {}{about}.", time(*at)),
            );
        }
        Notice::Reminder { text } => return pick(&format!("In your words: {text}"), &format!("Ihre Worte: {text}")),
        Notice::NotDelivered { address, because } => {
            return pick(
                &format!("It did not reach {address}. The mail server said: {because}"),
                &format!("Sie hat {address} nicht erreicht. Der Mailserver sagt: {because}"),
            );
        }
        Notice::NotYetDelivered { address, since, because } => {
            Sentence::DeliveryDelayed { to: address.clone(), since: time(*since), reason: because.clone() }
        }
        Notice::StrangerWrote { other } => {
            return pick(
                &format!("The message has become ticket {other}; nothing was added here."),
                &format!("Die Nachricht ist Ticket {other} geworden; hier wurde nichts hinzugefügt."),
            );
        }
        Notice::Tagged { add, remove } => return tagged(language, add, remove),
        Notice::UnknownCommand { command, nearest } => Sentence::UnknownCommand {
            command: command.clone(),
            suggestion: nearest.first().map(|name| name.trim_start_matches('#').to_owned()),
        },
        Notice::BadArgument { command, argument, example } => {
            Sentence::BadArgument { command: command.clone(), argument: argument.clone(), expected: example.clone() }
        }
        Notice::TooManyCommands { most } => Sentence::TooManyCommands { count: format!("> {most}"), limit: most.to_string() },
        Notice::HiddenText => Sentence::HiddenHtml,
        Notice::NothingNew => Sentence::NothingNew,
        Notice::IllegalStatus { from, to } => {
            let command = match to {
                Status::Closed => "close",
                Status::Resolved => "resolve",
                Status::Open => "open",
                // An answer makes a ticket pending.
                _ => {
                    return pick(
                        &format!("A ticket that is {from} cannot be answered. Open it first: #open"),
                        &format!(
                            "Ein Ticket mit dem Status „{}“ kann nicht beantwortet werden. Öffnen Sie es zuerst: #open",
                            translate(Language::German, from.as_str())
                        ),
                    );
                }
            };
            Sentence::NotPossibleNow { command: command.to_owned(), status: from.as_str().to_owned() }
        }
        Notice::AssignedTo { name } => Sentence::Assigned { to: name.clone() },
        Notice::Unassigned => Sentence::Unassigned,
        Notice::Reopened => Sentence::Reopened,
        Notice::PrioritySet { priority } => Sentence::PrioritySet { priority: priority.as_str().to_owned() },
        Notice::StatusSet { status } => Sentence::StatusSet { status: status.as_str().to_owned() },
        Notice::NoteAdded => Sentence::NoteAdded,
        Notice::SetAside { id, mailbox, reason } => {
            Sentence::QuarantinedMessage { id: id.to_string(), mailbox: mailbox.to_string(), reason: reason.to_string() }
        }
        Notice::ClosesAt { at } => Sentence::ClosesAt { at: time(*at) },
        Notice::SettingsRefused { problems } => Sentence::ReloadRefused { problem: problems.join(" ") },
    };
    sentence.text(language)
}

fn tagged(language: &str, add: &[String], remove: &[String]) -> String {
    let added = Sentence::TagsAdded { tags: add.join(", ") };
    let removed = Sentence::TagsRemoved { tags: remove.join(", ") };
    let parts = [(add, added), (remove, removed)];
    let texts: Vec<_> = parts.iter().filter(|(tags, _)| !tags.is_empty()).map(|(_, sentence)| sentence.text(language)).collect();
    texts.join(" ")
}

/// A warning to the readers of a message.
pub fn flag(language: &str, flag: Flag) -> String {
    let (english, german) = match flag {
        Flag::Unverified => return Sentence::Unverified.text(language),
        Flag::Disowned => return Sentence::Forged.text(language),
        Flag::OtherSender => (
            "Somebody else wrote this, using a participant's reply address. Answers do not go there.",
            "Das hat jemand anders über die Antwortadresse eines Beteiligten geschrieben. Antworten gehen nicht dorthin.",
        ),
        Flag::ImitatesStaff => (
            "The sender's name or address imitates a member of staff, and is not.",
            "Name oder Adresse des Absenders ahmt ein Mitglied des Teams nach, ist es aber nicht.",
        ),
        Flag::NoIdentity => ("Its From line names no single sender.", "Ihre Absenderzeile nennt keinen eindeutigen Absender."),
        Flag::OnlyCopied => (
            "The sender only stood in copy of an earlier message. Answers do not go there.",
            "Der Absender stand nur in Kopie einer früheren Nachricht. Antworten gehen nicht dorthin.",
        ),
        Flag::RefersElsewhere => (
            "It refers to another ticket in which its sender has no part.",
            "Sie bezieht sich auf ein anderes Ticket, an dem ihr Absender nicht beteiligt ist.",
        ),
        Flag::ReplyToDiffers => (
            "It asks for answers at another address. Answers go to its sender all the same.",
            "Sie bittet um Antwort an eine andere Adresse. Antworten gehen trotzdem an den Absender.",
        ),
    };
    match Language::of(language) {
        Language::English => english.to_owned(),
        Language::German => german.to_owned(),
    }
}

/// A point in time as people of a language write it: `Mon 2 Mar 2026, 14:05` or `Mo., 2.3.2026, 14:05 Uhr`.
pub fn local_time(language: &str, time: &Zoned) -> String {
    match Language::of(language) {
        Language::English => time.strftime("%a %-d %b %Y, %H:%M").to_string(),
        Language::German => {
            let days = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
            let day = usize::try_from(time.weekday().to_sunday_zero_offset()).ok().and_then(|day| days.get(day)).unwrap_or(&"");
            format!("{day}., {}.{}.{}, {:02}:{:02} Uhr", time.day(), time.month(), time.year(), time.hour(), time.minute())
        }
    }
}
