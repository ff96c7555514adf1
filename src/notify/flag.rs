//! Warnings to the readers of a message, and points in time as readers write them.

use jiff::Zoned;

use crate::domain::Flag;

use super::word::Language;

/// A warning to the readers of a message.
pub fn flag(language: &str, flag: Flag) -> String {
    let (english, german) = match flag {
        Flag::Unverified => (
            "Nothing proves who sent this. Do not act on it without asking back.",
            "Nichts beweist, von wem diese Nachricht stammt. Fragen Sie nach, bevor Sie danach handeln.",
        ),
        Flag::Disowned => (
            "The sender's own domain says that this is forged (DMARC).",
            "Laut der Domain des Absenders ist diese Nachricht gefälscht (DMARC).",
        ),
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
        Flag::Encrypted => (
            "It is encrypted. Open the attached file with a program that has the key.",
            "Sie ist verschlüsselt. Öffnen Sie die angehängte Datei mit einem Programm, das den Schlüssel hat.",
        ),
        Flag::Signed => (
            "It carries a signature (S/MIME or PGP), which is not verified here.",
            "Sie trägt eine Signatur (S/MIME oder PGP), die hier nicht geprüft wird.",
        ),
        Flag::Forwarded => (
            "A colleague has forwarded it. Its sender is as the forwarded mail shows him.",
            "Jemand aus dem Team hat sie weitergeleitet. Ihr Absender ist der, den die weitergeleitete Mail nennt.",
        ),
        Flag::Colleague => (
            "Somebody of the same organisation as the requester wrote this. Answers do not go there.",
            "Das hat jemand aus derselben Organisation wie der Fragesteller geschrieben. Antworten gehen nicht dorthin.",
        ),
        Flag::VersionsDiffer => (
            "Its HTML version says something else. What is shown is the plain text, which counts.",
            "Ihre HTML-Fassung sagt etwas anderes. Gezeigt wird der reine Text; er zählt.",
        ),
        Flag::Consulted => (
            "It answers what was forwarded. The customer does not see it, and your reply goes to the customer, not here.",
            "Das antwortet auf etwas Weitergeleitetes. Der Kunde sieht es nicht, und Ihre Antwort geht an ihn, nicht hierher.",
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
