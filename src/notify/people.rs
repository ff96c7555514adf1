//! The words for what there is to say about people: absence, training, supervision.

use crate::base::Timestamp;
use crate::domain::{LetterKind, PeopleNotice, Step};

use super::word::{self, Language};

/// English, German, and what is filled in.
#[rustfmt::skip]
pub(super) fn words(language: Language, notice: &PeopleNotice, time: &dyn Fn(Timestamp) -> String) -> (&'static str, &'static str, Vec<String>) {
    use PeopleNotice as P;
    let word = |name: &str| word::translate(language, name).to_owned();
    match notice {
        // Absence.
        P::InsteadOf { name, until: Some(until) } => (
            "You get this because {0} is away until {1} and you stand in.",
            "Sie bekommen dies, weil {0} bis {1} abwesend ist und Sie vertreten.",
            vec![name.clone(), time(*until)]),
        P::InsteadOf { name, until: None } => (
            "You get this because {0} is away and you stand in.",
            "Sie bekommen dies, weil {0} abwesend ist und Sie vertreten.",
            vec![name.clone()]),
        P::AwaySet { name, from, until: Some(until) } => (
            "{0} is away from {1} until {2}.",
            "{0} ist von {1} bis {2} abwesend.",
            vec![name.clone(), time(*from), time(*until)]),
        P::AwaySet { name, from, until: None } => (
            "{0} is away from {1}, until it is said otherwise.",
            "{0} ist ab {1} abwesend, bis auf Weiteres.",
            vec![name.clone(), time(*from)]),
        P::BackSet { name } => ("{0} is here again.", "{0} ist wieder da.", vec![name.clone()]),
        P::YouAreAway { from, until: Some(until) } => (
            "You are away from {0} until {1}. #back ends it earlier.",
            "Sie sind von {0} bis {1} abwesend. #back beendet das früher.",
            vec![time(*from), time(*until)]),
        P::YouAreAway { from, until: None } => (
            "You are away from {0}, until you write #back.",
            "Sie sind ab {0} abwesend, bis Sie #back schreiben.",
            vec![time(*from)]),
        P::YouAreBack => (
            "You are here: new tickets and mail come to you again.",
            "Sie sind da: Neue Tickets und Mails kommen wieder zu Ihnen.",
            vec![]),
        P::StoodInBy { name } => (
            "{0} stands in: your mail goes to {0} meanwhile, who may work on your tickets.",
            "{0} vertritt Sie: Ihre Mails gehen so lange an {0}, und {0} darf Ihre Tickets bearbeiten.",
            vec![name.clone()]),
        P::NobodyStandsIn { may_name: true } => (
            "Nobody stands in for you: your tickets stay yours, unless your team's rule gives them away. To name somebody, write: #away until … substitute NAME",
            "Niemand vertritt Sie: Ihre Tickets bleiben Ihre, sofern die Regel Ihres Teams sie nicht weitergibt. Eine Vertretung benennen Sie mit: #away until … substitute NAME",
            vec![]),
        P::NobodyStandsIn { may_name: false } => (
            "Nobody stands in for you: your tickets stay yours, unless your team's rule gives them away.",
            "Niemand vertritt Sie: Ihre Tickets bleiben Ihre, sofern die Regel Ihres Teams sie nicht weitergibt.",
            vec![]),
        P::NoteKept { note } => ("Whoever stands in for you reads: “{0}”", "Wer Sie vertritt, liest: „{0}“", vec![note.clone()]),
        P::SubstituteAway { name } => (
            "{0} is away at the beginning of that time as well; until then the mail goes to who stands in for {0}, or to you.",
            "{0} ist zu Beginn dieser Zeit ebenfalls abwesend; so lange gehen die Mails an die Vertretung von {0} oder an Sie.",
            vec![name.clone()]),
        P::NoteFrom { name, note } => ("{0} wrote: “{1}”", "{0} schrieb: „{1}“", vec![name.clone(), note.clone()]),
        P::OwnSubstitute => (
            "You cannot stand in for yourself; name a colleague.",
            "Sie können sich nicht selbst vertreten; nennen Sie jemand anderen.",
            vec![]),
        P::EndsBeforeItBegins => (
            "This absence would end before it begins.",
            "Diese Abwesenheit würde enden, bevor sie beginnt.",
            vec![]),
        P::AbsenceLearned { name, until } => (
            "{0} answers automatically and names {1} as the end of an absence. This counts from now on; “maildesk staff away” corrects it, “maildesk staff back” ends it.",
            "{0} antwortet automatisch und nennt {1} als Ende einer Abwesenheit. Das gilt ab jetzt; „maildesk staff away“ berichtigt es, „maildesk staff back“ beendet es.",
            vec![name.clone(), time(*until)]),
        P::AbsenceOffered { name, until: Some(until), order } => (
            "{0} answers automatically and names {1} as the end of an absence. It does not count yet. If it is to count, let your administrator call: {2}",
            "{0} antwortet automatisch und nennt {1} als Ende einer Abwesenheit. Sie gilt noch nicht. Soll sie gelten, lassen Sie Ihre Administration aufrufen: {2}",
            vec![name.clone(), time(*until), order.clone()]),
        P::AbsenceOffered { name, until: None, order } => (
            "{0} answers automatically and does not say until when. If it is an absence, let your administrator call: {1}",
            "{0} antwortet automatisch, ohne ein Ende zu nennen. Ist es eine Abwesenheit, lassen Sie Ihre Administration aufrufen: {1}",
            vec![name.clone(), order.clone()]),
        P::StandsIn { name, until: Some(until), tickets } => (
            "{0} is away until {1}, and you stand in: what would go to {0} goes to you, and you may work on these tickets. Unfinished tickets now: {2}.",
            "{0} ist bis {1} abwesend, und Sie vertreten: Was an {0} ginge, geht an Sie, und Sie dürfen diese Tickets bearbeiten. Derzeit unerledigt: {2}.",
            vec![name.clone(), time(*until), tickets.to_string()]),
        P::StandsIn { name, until: None, tickets } => (
            "{0} is away, and you stand in: what would go to {0} goes to you, and you may work on these tickets. Unfinished tickets now: {1}.",
            "{0} ist abwesend, und Sie vertreten: Was an {0} ginge, geht an Sie, und Sie dürfen diese Tickets bearbeiten. Derzeit unerledigt: {1}.",
            vec![name.clone(), tickets.to_string()]),
        P::MovedFromAbsent { name, until: Some(until) } => (
            "{0}, who had it, is away until {1}.",
            "{0} hatte es und ist bis {1} abwesend.",
            vec![name.clone(), time(*until)]),
        P::MovedFromAbsent { name, until: None } => ("{0}, who had it, is away.", "{0} hatte es und ist abwesend.", vec![name.clone()]),
        P::TheseFromAbsent { name, until: Some(until) } => (
            "{0} had these tickets and is away until {1}.",
            "{0} hatte diese Tickets und ist bis {1} abwesend.",
            vec![name.clone(), time(*until)]),
        P::TheseFromAbsent { name, until: None } => (
            "{0} had these tickets and is away.",
            "{0} hatte diese Tickets und ist abwesend.",
            vec![name.clone()]),
        P::TheseFromLeaver { name } => (
            "{0} had these tickets and has left the staff.",
            "{0} hatte diese Tickets und gehört nicht mehr zum Team.",
            vec![name.clone()]),
        P::WelcomeBack { since } => (
            "Welcome back. You have been away since {0}; mail goes to you again.",
            "Willkommen zurück. Sie waren seit {0} abwesend; Mails gehen wieder an Sie.",
            vec![time(*since)]),
        P::MeanwhileOf { ticket, subject, status, messages, answers, with } if with.is_empty() => (
            "{0} “{1}” ({2}): messages {3}, answers {4}; nobody has it.",
            "{0} „{1}“ ({2}): Nachrichten {3}, Antworten {4}; niemandem zugewiesen.",
            vec![ticket.clone(), subject.clone(), word(status), messages.to_string(), answers.to_string()]),
        P::MeanwhileOf { ticket, subject, status, messages, answers, with } => (
            "{0} “{1}” ({2}): messages {3}, answers {4}; with {5}.",
            "{0} „{1}“ ({2}): Nachrichten {3}, Antworten {4}; bei {5}.",
            vec![ticket.clone(), subject.clone(), word(status), messages.to_string(), answers.to_string(), with.clone()]),
        P::MeanwhileNothing => ("Nothing happened in your tickets.", "In Ihren Tickets ist nichts geschehen.", vec![]),

        P::AskedWithoutTicket => (
            "It belongs to no ticket, so it carries no reply address that shows that it is from you.",
            "Sie gehört zu keinem Ticket und trägt daher keine Antwortadresse, die zeigt, dass sie von Ihnen ist.",
            vec![]),

        // Preferences.
        P::NotifySet { letters } if letters.is_empty() => (
            "You get no more notifications; answers to your own mail and failures still come.",
            "Sie bekommen keine Benachrichtigungen mehr; Antworten auf eigene Mails und Fehler kommen weiterhin.",
            vec![]),
        P::NotifySet { letters } => ("From now on you get: {0}.", "Ab jetzt bekommen Sie: {0}.", vec![letters.join(", ")]),
        P::DigestSet { on: true } => ("You get the daily overview.", "Sie bekommen die tägliche Übersicht.", vec![]),
        P::DigestSet { on: false } => ("You get no daily overview any more.", "Sie bekommen keine tägliche Übersicht mehr.", vec![]),
        P::NotifySwitched { name, is_on: true } => ("Mails of the kind “{0}” come to you.", "Mails der Art „{0}“ bekommen Sie.", vec![name.clone()]),
        P::NotifySwitched { name, is_on: false } => ("Mails of the kind “{0}” do not come to you any more.", "Mails der Art „{0}“ bekommen Sie nicht mehr.", vec![name.clone()]),
        P::NotifyList { on, off } => (
            "You get: {0}. You do not get: {1}. To change it, write for example: #notify team off",
            "Sie bekommen: {0}. Sie bekommen nicht: {1}. So ändern Sie es, zum Beispiel: #notify team off",
            vec![or_dash(on), or_dash(off)]),

        // Training.
        P::ModuleDue { module, material } if material.is_empty() => ("To learn: {0}.", "Zu lernen: {0}.", vec![module.clone()]),
        P::ModuleDue { module, material } => ("To learn: {0}. Read: {1}", "Zu lernen: {0}. Lesen: {1}", vec![module.clone(), material.clone()]),
        P::LearnerDue { name, modules } => (
            "{0} has these modules before them: {1}.",
            "Für {0} stehen diese Module an: {1}.",
            vec![name.clone(), modules.join(", ")]),
        P::CertificationEnds { name, certification, until } => (
            "{0}: the certification “{1}” ends on {2}. Without it, tickets that ask for it are given to others.",
            "{0}: Die Zertifizierung „{1}“ endet am {2}. Ohne sie gehen Tickets, die sie verlangen, an andere.",
            vec![name.clone(), certification.clone(), time(*until)]),
        P::StepReached { name, step } => ("{0} has come to the step “{1}”.", "{0} ist jetzt im Schritt „{1}“.", vec![name.clone(), step_word(language, *step)]),
        P::ModuleDone { name, module } => ("{0} has done the module “{1}”.", "{0} hat das Modul „{1}“ erledigt.", vec![name.clone(), module.clone()]),
        P::Progress { name, step, done, next } => (
            "{0}: step {1}; done: {2}; next: {3}.",
            "{0}: Schritt {1}; erledigt: {2}; als Nächstes: {3}.",
            vec![name.clone(), step.map_or_else(|| "–".to_owned(), |step| step_word(language, step)), or_dash(done), or_dash(next)]),
        P::CertifiedIn { certification, until: Some(until) } => ("Certified in “{0}” until {1}.", "Zertifiziert in „{0}“ bis {1}.", vec![certification.clone(), time(*until)]),
        P::CertifiedIn { certification, until: None } => ("Certified in “{0}”, for good.", "Zertifiziert in „{0}“, unbefristet.", vec![certification.clone()]),
        P::AssessedIn { skill, level } => ("Skill “{0}”: {1} of 5.", "Fähigkeit „{0}“: {1} von 5.", vec![skill.clone(), level.to_string()]),
        P::TrainingNote { at, text } => ("Note of {0}: “{1}”", "Notiz vom {0}: „{1}“", vec![time(*at), text.clone()]),
        P::CertificateGiven { name, certification, until: Some(until) } => (
            "{0} is certified in “{1}” until {2}.",
            "{0} ist in „{1}“ bis {2} zertifiziert.",
            vec![name.clone(), certification.clone(), time(*until)]),
        P::CertificateGiven { name, certification, until: None } => (
            "{0} is certified in “{1}”, for good.",
            "{0} ist in „{1}“ unbefristet zertifiziert.",
            vec![name.clone(), certification.clone()]),
        P::SkillAssessed { name, skill, level } => (
            "{0}: “{1}” {2} of 5.",
            "{0}: „{1}“ {2} von 5.",
            vec![name.clone(), skill.clone(), level.to_string()]),
        P::NoteWritten { name } => (
            "Written down about the training of {0}. Only those who train read it.",
            "Zur Einarbeitung von {0} notiert. Nur wer einarbeitet, liest das.",
            vec![name.clone()]),
        P::NotTrainer { name } => (
            "{0} is neither below your role nor in one of your teams; ask somebody who leads {0}.",
            "{0} steht weder unter Ihrer Rolle, noch gehören Sie zum selben Team; fragen Sie die Leitung von {0}.",
            vec![name.clone()]),
        P::NotOneself => (
            "Nobody writes down his own progress; ask your mentor. #train alone shows it to you.",
            "Den eigenen Fortschritt trägt niemand selbst ein; bitten Sie Ihre einarbeitende Person. #train allein zeigt ihn Ihnen.",
            vec![]),
        P::NoSuchModule { module, nearest } if nearest.is_empty() => (
            "There is no module “{0}”; staff.toml names none.",
            "Das Modul „{0}“ gibt es nicht; in staff.toml steht keines.",
            vec![module.clone()]),
        P::NoSuchModule { module, nearest } => (
            "There is no module “{0}”. There is: {1}.",
            "Das Modul „{0}“ gibt es nicht. Es gibt: {1}.",
            vec![module.clone(), nearest.join(", ")]),
        P::NoSuchLevel => ("A level is a number from 1 to 5.", "Eine Stufe ist eine Zahl von 1 bis 5.", vec![]),
        P::NeedsMentor { name } => (
            "{0} has no mentor. Your administrator names one with: maildesk staff edit",
            "{0} hat niemanden zur Einarbeitung. Ihre Administration trägt jemanden ein mit: maildesk staff edit",
            vec![name.clone()]),

        // Practice.
        P::NothingToPractise { module } => (
            "The module “{0}” has nothing to practise on. Your administrator writes [[practice]] into staff.toml.",
            "Zum Modul „{0}“ gibt es nichts zu üben. Ihre Administration trägt [[practice]] in staff.toml ein.",
            vec![module.clone()]),
        P::NeverAnswers { name } => (
            "{0} may not write to customers, by profile, and need not practise it.",
            "{0} schreibt laut Profil Kunden nicht und muss es nicht üben.",
            vec![name.clone()]),
        P::PracticeGiven { module, by: Some(by) } => (
            "Practice for the module “{0}”, from {1}. Answer it as you would answer a customer.",
            "Übung zum Modul „{0}“, von {1}. Antworten Sie, wie Sie einem Kunden antworten würden.",
            vec![module.clone(), by.clone()]),
        P::PracticeGiven { module, by: None } => (
            "Practice for the module “{0}”. Answer it as you would answer a customer.",
            "Übung zum Modul „{0}“. Antworten Sie, wie Sie einem Kunden antworten würden.",
            vec![module.clone()]),
        P::PracticeOpened { name, tickets } => (
            "{0} has these tickets to practise on: {1}.",
            "{0} hat diese Tickets zum Üben: {1}.",
            vec![name.clone(), tickets.join(", ")]),
        P::PracticeWaits { mentor } => (
            "Your practice answer went to {0}. No customer gets it.",
            "Ihre Übungsantwort ging an {0}. Kein Kunde bekommt sie.",
            vec![mentor.clone()]),
        P::PracticeAnswer { name, module } => (
            "{0} practises for the module “{1}”. There is no customer, and nothing is sent outside.",
            "{0} übt zum Modul „{1}“. Es gibt keinen Kunden, und nichts geht nach außen.",
            vec![name.clone(), module.clone()]),
        P::PracticeApproved { name, is_edited: false } => (
            "You have approved the practice answer of {0}, and the practice is closed.",
            "Sie haben die Übungsantwort von {0} angenommen, und die Übung ist abgeschlossen.",
            vec![name.clone()]),
        P::PracticeApproved { name, is_edited: true } => (
            "{0} gets your version of the practice answer, and the practice is closed.",
            "{0} bekommt Ihre Fassung der Übungsantwort, und die Übung ist abgeschlossen.",
            vec![name.clone()]),
        P::PracticeReturned { name } => (
            "{0} has the practice answer back, with your reason.",
            "{0} hat die Übungsantwort mit Ihrer Begründung zurück.",
            vec![name.clone()]),
        P::PracticePassed { by, is_edited: false } => (
            "{0} has approved your practice answer. The practice is closed.",
            "{0} hat Ihre Übungsantwort angenommen. Die Übung ist abgeschlossen.",
            vec![by.clone()]),
        P::PracticePassed { by, is_edited: true } => (
            "{0} has changed your practice answer; below is how it could read. The practice is closed.",
            "{0} hat Ihre Übungsantwort geändert; unten steht, wie sie lauten könnte. Die Übung ist abgeschlossen.",
            vec![by.clone()]),
        P::PracticeFailed { by, reason } => (
            "{0} gives your practice answer back: “{1}” Reply to this mail to try again.",
            "{0} gibt Ihre Übungsantwort zurück: „{1}“ Antworten Sie auf diese Mail, um es noch einmal zu versuchen.",
            vec![by.clone(), reason.clone()]),
        P::PracticeStaysInside { command } => (
            "#{0} would lead out of practice, or into it: what is practised stays inside.",
            "#{0} würde aus der Übung hinaus- oder in sie hineinführen: Geübtes bleibt innen.",
            vec![command.clone()]),

        // Shadowing.
        P::ShadowOf { name } => ("You read along with {0}.", "Sie lesen bei {0} mit.", vec![name.clone()]),
        P::ShadowWordsKept { mentor } => (
            "You are reading along, so your words went to {0} alone. Nothing came into the ticket, and the customer got nothing.",
            "Sie lesen mit, daher ging Ihr Text nur an {0}. Nichts davon steht im Ticket, und der Kunde hat nichts bekommen.",
            vec![mentor.clone()]),
        P::ShadowWords { name } => (
            "{0}, who reads along with you, has written to you about this ticket. Only you see it.",
            "{0} liest bei Ihnen mit und hat Ihnen zu diesem Ticket geschrieben. Nur Sie sehen das.",
            vec![name.clone()]),

        // Supervision.
        P::DraftWaits { mentor } => (
            "Your answer waits for {0}; the customer gets it when it is approved.",
            "Ihre Antwort wartet auf {0}; der Kunde bekommt sie nach der Freigabe.",
            vec![mentor.clone()]),
        P::DraftToApprove { name } => ("{0} learns the work and may not write to customers alone yet.", "{0} wird eingearbeitet und schreibt Kunden noch nicht allein.", vec![name.clone()]),
        P::DraftStillWaits { name, since } => (
            "The answer of {0} has been waiting since {1}, and nobody has decided on it.",
            "Die Antwort von {0} wartet seit {1}, und niemand hat entschieden.",
            vec![name.clone(), time(*since)]),
        P::DraftOvertakenByCustomer => (
            "The customer has written again since it was drafted; look whether it still fits.",
            "Der Kunde hat seit dem Entwurf noch einmal geschrieben; prüfen Sie, ob er noch passt.",
            vec![]),
        P::DraftOvertakenByAnswer { name } => (
            "{0} has answered the customer since it was drafted; it may not be needed any more.",
            "{0} hat dem Kunden seit dem Entwurf geantwortet; vielleicht ist er nicht mehr nötig.",
            vec![name.clone()]),
        P::DraftReplaces => (
            "It takes the place of the answer that you were shown before.",
            "Er ersetzt die Antwort, die Sie zuvor gesehen haben.",
            vec![]),
        P::DraftSent { name, is_edited: false } => ("The answer of {0} is on its way to the customer.", "Die Antwort von {0} ist unterwegs zum Kunden.", vec![name.clone()]),
        P::DraftSent { name, is_edited: true } => ("Your version of the answer of {0} is on its way to the customer.", "Ihre Fassung der Antwort von {0} ist unterwegs zum Kunden.", vec![name.clone()]),
        P::DraftReturned { name } => ("{0} has the answer back, with your reason. The customer got nothing.", "{0} hat die Antwort mit Ihrer Begründung zurück. Der Kunde hat nichts bekommen.", vec![name.clone()]),
        P::ReplyApproved { by, is_edited: false } => ("{0} has approved your answer; it went to the customer as you wrote it.", "{0} hat Ihre Antwort freigegeben; sie ging so an den Kunden.", vec![by.clone()]),
        P::ReplyApproved { by, is_edited: true } => ("{0} has changed your answer and sent it to the customer; below is what went out.", "{0} hat Ihre Antwort geändert und an den Kunden geschickt; unten steht, was hinausging.", vec![by.clone()]),
        P::ReplyRejected { by, reason } => (
            "{0} has not approved your answer: “{1}” The customer got nothing; reply to this mail to write another one.",
            "{0} hat Ihre Antwort nicht freigegeben: „{1}“ Der Kunde hat nichts bekommen; antworten Sie auf diese Mail mit einer neuen.",
            vec![by.clone(), reason.clone()]),
        P::NoDraft => (
            "No answer waits for approval in this ticket; it was decided on before.",
            "In diesem Ticket wartet keine Antwort auf Freigabe; darüber ist schon entschieden.",
            vec![]),
        P::DraftChanged => (
            "The answer that you were shown is not the one that waits now. Look at the newest mail about it and reply to that one.",
            "Die Antwort, die Sie gesehen haben, ist nicht die, die jetzt wartet. Antworten Sie auf die neueste Mail dazu.",
            vec![]),
        P::NotMentor { name } => (
            "You do not supervise {0}: that is for the mentor, who stands in for the mentor, or whoever may approve replies of this team.",
            "Sie geben für {0} nicht frei: Das tun die einarbeitende Person, ihre Vertretung oder wer im Team Antworten freigeben darf.",
            vec![name.clone()]),
        P::NotIndependent => (
            "Who is supervised cannot approve answers.",
            "Wer selbst begleitet wird, kann keine Antworten freigeben.",
            vec![]),
        P::ShadowsOnly => (
            "You are reading along and do not write to customers yet.",
            "Sie lesen mit und schreiben Kunden noch nicht.",
            vec![]),
        P::RejectionNeedsReason => (
            "#reject needs a reason, for its writer to learn from: #reject the refund takes ten days, not five",
            "Nach #reject fehlt der Grund, aus dem gelernt werden kann: #reject die Erstattung dauert zehn Tage, nicht fünf",
            vec![]),
        P::NoteBesideDecision { command } => (
            "The text of a mail with #{0} belongs to the answer that waits, so a note cannot stand beside it: the customer might get it. Send the note in a mail of its own.",
            "Der Text einer Mail mit #{0} gehört zur wartenden Antwort, daher kann keine Notiz danebenstehen: Der Kunde könnte sie bekommen. Schicken Sie die Notiz in einer eigenen Mail.",
            vec![command.clone()]),
    }
}

fn or_dash(list: &[String]) -> String {
    if list.is_empty() { "–".to_owned() } else { list.join(", ") }
}

/// A step's name.
fn step_word(language: Language, step: Step) -> String {
    let german = match step {
        Step::Account => "Konto",
        Step::Access => "Zugänge",
        Step::Modules => "Grundmodule",
        Step::Shadowing => "Mitlesen",
        Step::Supervised => "mit Freigabe",
        Step::Independent => "selbstständig",
        Step::Review => "Rückblick",
    };
    if language == Language::German { german } else { step.as_str() }.to_owned()
}

/// What the samples of such letters say.
pub(super) fn samples(kind: LetterKind) -> Vec<PeopleNotice> {
    let text = |text: &str| text.to_owned();
    let at = Timestamp::from_seconds(1);
    match kind {
        LetterKind::Draft => vec![PeopleNotice::DraftOvertakenByCustomer],
        LetterKind::Shadow => vec![PeopleNotice::ShadowOf { name: text("Bob Berger") }],
        LetterKind::Absence => vec![PeopleNotice::StandsIn { name: text("Carol Chen"), until: Some(at), tickets: 3 }],
        LetterKind::Training => vec![
            PeopleNotice::ModuleDue { module: text("Invoices"), material: text("kb/invoices.md") },
            PeopleNotice::CertificationEnds { name: text("Bob Berger"), certification: text("privacy"), until: at },
        ],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::notice::shows_its_values;
    use super::*;

    /// One of each, and of each of its forms.
    #[rustfmt::skip]
    fn all() -> Vec<PeopleNotice> {
        use PeopleNotice as P;
        let x = || "{1}x".to_owned();
        let at = Timestamp::from_seconds(0);
        vec![
            P::InsteadOf { name: x(), until: Some(at) }, P::InsteadOf { name: x(), until: None },
            P::AwaySet { name: x(), from: at, until: Some(at) }, P::AwaySet { name: x(), from: at, until: None },
            P::BackSet { name: x() }, P::AbsenceLearned { name: x(), until: at },
            P::AbsenceOffered { name: x(), until: Some(at), order: x() }, P::AbsenceOffered { name: x(), until: None, order: x() },
            P::StandsIn { name: x(), until: Some(at), tickets: 2 }, P::StandsIn { name: x(), until: None, tickets: 2 },
            P::MovedFromAbsent { name: x(), until: Some(at) }, P::MovedFromAbsent { name: x(), until: None },
            P::TheseFromAbsent { name: x(), until: Some(at) }, P::TheseFromAbsent { name: x(), until: None },
            P::TheseFromLeaver { name: x() },
            P::WelcomeBack { since: at }, P::MeanwhileNothing,
            P::MeanwhileOf { ticket: x(), subject: x(), status: x(), messages: 1, answers: 2, with: String::new() },
            P::MeanwhileOf { ticket: x(), subject: x(), status: x(), messages: 1, answers: 2, with: x() },
            P::NotifySet { letters: vec![] }, P::NotifySet { letters: vec![x()] }, P::DigestSet { on: true }, P::DigestSet { on: false },
            P::ModuleDue { module: x(), material: String::new() }, P::ModuleDue { module: x(), material: x() },
            P::LearnerDue { name: x(), modules: vec![x()] },
            P::CertificationEnds { name: x(), certification: x(), until: at },
            P::StepReached { name: x(), step: Step::Shadowing }, P::ModuleDone { name: x(), module: x() },
            P::Progress { name: x(), step: None, done: vec![], next: vec![x()] },
            P::ShadowOf { name: x() }, P::ShadowWordsKept { mentor: x() }, P::ShadowWords { name: x() },
            P::DraftWaits { mentor: x() }, P::DraftToApprove { name: x() }, P::DraftStillWaits { name: x(), since: at },
            P::DraftOvertakenByCustomer, P::DraftOvertakenByAnswer { name: x() }, P::DraftReplaces,
            P::DraftSent { name: x(), is_edited: true }, P::DraftSent { name: x(), is_edited: false }, P::DraftReturned { name: x() },
            P::ReplyApproved { by: x(), is_edited: true }, P::ReplyApproved { by: x(), is_edited: false },
            P::ReplyRejected { by: x(), reason: x() }, P::NoDraft, P::DraftChanged, P::NotMentor { name: x() }, P::NotIndependent,
            P::RejectionNeedsReason, P::ShadowsOnly, P::NoteBesideDecision { command: x() },
            P::YouAreAway { from: at, until: Some(at) }, P::YouAreAway { from: at, until: None }, P::YouAreBack,
            P::StoodInBy { name: x() }, P::NobodyStandsIn { may_name: true },
            P::NobodyStandsIn { may_name: false }, P::NoteKept { note: x() }, P::NotifySwitched { name: x(), is_on: true },
            P::NotifySwitched { name: x(), is_on: false }, P::SubstituteAway { name: x() }, P::NoteFrom { name: x(), note: x() },
            P::OwnSubstitute, P::AskedWithoutTicket, P::EndsBeforeItBegins, P::NotifyList { on: vec![x()], off: vec![] },
            P::CertifiedIn { certification: x(), until: Some(at) }, P::CertifiedIn { certification: x(), until: None },
            P::AssessedIn { skill: x(), level: 2 }, P::TrainingNote { at, text: x() },
            P::CertificateGiven { name: x(), certification: x(), until: Some(at) },
            P::CertificateGiven { name: x(), certification: x(), until: None },
            P::SkillAssessed { name: x(), skill: x(), level: 2 }, P::NoteWritten { name: x() }, P::NotTrainer { name: x() },
            P::NotOneself, P::NoSuchModule { module: x(), nearest: vec![] }, P::NoSuchModule { module: x(), nearest: vec![x()] },
            P::NoSuchLevel, P::NeedsMentor { name: x() }, P::NothingToPractise { module: x() }, P::NeverAnswers { name: x() },
            P::PracticeGiven { module: x(), by: Some(x()) }, P::PracticeGiven { module: x(), by: None },
            P::PracticeOpened { name: x(), tickets: vec![x()] }, P::PracticeWaits { mentor: x() },
            P::PracticeAnswer { name: x(), module: x() }, P::PracticeApproved { name: x(), is_edited: true },
            P::PracticeApproved { name: x(), is_edited: false }, P::PracticeReturned { name: x() },
            P::PracticePassed { by: x(), is_edited: true }, P::PracticePassed { by: x(), is_edited: false },
            P::PracticeFailed { by: x(), reason: x() }, P::PracticeStaysInside { command: x() },
        ]
    }

    #[test]
    fn every_value_of_a_sentence_is_used_in_both_languages() {
        for one in all() {
            let (english, german, values) = words(Language::English, &one, &|at| at.to_string());
            assert!(shows_its_values(english, &values) && shows_its_values(german, &values), "{one:?}");
            assert_ne!(english, german, "{one:?}");
        }
    }
}
