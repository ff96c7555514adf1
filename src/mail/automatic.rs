//! Mail that machines send: answers, absence notes, notifications.
//!
//! Headers first (RFC 3834, and what answering machines wrote before it), then names of senders, then words. Words alone
//! decide only where the subject announces an automatic answer.

use std::sync::LazyLock;

use crate::base::Kind;

use super::classify::{Facts, Verdict, precedence, sender_local};
use super::model::Mail;
use super::phrase::{Anywhere, Openings, beginning};

/// Answers and notices of machines.
pub(super) fn judge(mail: &Mail, facts: &Facts<'_>, lists: bool, verdict: &mut Verdict) -> Option<Kind> {
    let answers = answer_headers(mail, verdict);
    if answers
        || facts.report_type.as_deref() == Some("disposition-notification")
        || facts.part_types.contains(&"message/disposition-notification")
    {
        if !answers {
            verdict.note("a receipt", "RFC 8098 §3");
        }
        return Some(answer_kind(mail));
    }
    if let Some(kind) = by_words(mail, verdict).or_else(|| receipt(mail, verdict)).or_else(|| by_declaration(mail, verdict)) {
        return Some(kind);
    }
    // RFC 3834 §5: any value but `no` means that a machine sent it.
    if let Some(value) = mail.header("Auto-Submitted") {
        let word = value.split([';', ' ', '(']).next().unwrap_or_default().to_ascii_lowercase();
        if !word.is_empty() && word != "no" {
            verdict.note(format!("Auto-Submitted: {value}"), "RFC 3834 §5");
            return Some(if word.starts_with("auto-replied") { answer_kind(mail) } else { Kind::Notification });
        }
    }
    if let Some(value) = mail.header("X-Auto-Response-Suppress").filter(|value| suppresses(value)) {
        verdict.note(format!("X-Auto-Response-Suppress: {value}"), "MS-OXCMAIL 2.2.3.2.14");
        return Some(Kind::Notification);
    }
    if let Some(name) = machine_headers(mail) {
        verdict.note(name, "headers of machines");
        return Some(Kind::Notification);
    }
    if is_machine(&sender_local(mail)) {
        verdict.note(
            format!("From: {}", mail.from.as_ref().map(|from| from.address.as_str()).unwrap_or_default()),
            "names of machines",
        );
        return Some(Kind::Notification);
    }
    // Bulk without a list: nobody wrote it to us in particular.
    if matches!(precedence(mail).as_str(), "bulk" | "junk") && !lists {
        verdict.note(format!("Precedence: {}", precedence(mail)), "RFC 3834 §2");
        let is_absence = !mail.in_reply_to.is_empty() && absence_phrases(mail) >= 2;
        return Some(if is_absence { Kind::OutOfOffice } else { Kind::Notification });
    }
    None
}

/// A receipt in words, as Exchange sends it to the outside: "Read: …", "Your message … was read on …".
fn receipt(mail: &Mail, verdict: &mut Verdict) -> Option<Kind> {
    #[rustfmt::skip]
    const SUBJECTS: &[&str] = &[
        "read:", "not read:", "gelesen:", "ungelesen:", "lu :", "lu:", "non lu :", "leído:", "no leído:", "lida:", "lido:",
        "não lida:", "letto:",
        "non letto:", "gelezen:", "läst:", "læst:", "lest:", "luettu:", "przeczytane:", "odczytano:", "přečteno:",
        "prečítané:", "elolvasva:", "citit:",
        "прочтено:", "прочитано:", "okundu:", "αναγνώστηκε:", "開封済み:", "開封済み：", "已读:", "已读：", "已讀:", "已讀：", "읽음:", "נקרא:",
        "delivered:", "return receipt", "lesebestätigung", "empfangsbestätigung (angezeigt)", "accusé de lecture",
        "confirmación de lectura",
    ];
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "was read on", "was displayed", "was deleted without being read", "was delivered to", "return receipt",
        " gelesen.", "wurde gelesen", "angezeigt", "ungelesen gelöscht",
        "a été lu", "a été affiché", "fue leído", "se leyó", "foi lida", "è stato letto", "werd gelezen", "is gelezen",
        "lästes", "blev læst", "ble lest", "luettiin",
        "został odczytany", "została odczytana", "przeczytan", "byla přečtena", "прочитано", "прочтено", "okundu", "開封され",
        "已读", "已被阅读", "읽었습니다",
    ];
    let subject = mail.subject.to_lowercase();
    if !SUBJECTS.iter().any(|start| subject.starts_with(start)) {
        return None;
    }
    let text = beginning(&mail.text, 1500).to_lowercase();
    let names_message =
        mail.text.lines().take(30).filter(|line| line.contains([':', '：'])).count() >= 2 || subject.contains("receipt");
    let holds = WORDS.iter().any(|words| text.contains(words))
        && names_message
        && mail.text.chars().count() < 1500
        && !mail.visible.contains('?');
    holds.then(|| {
        verdict.note(format!("Subject: {}", mail.subject), "receipts of Exchange");
        Kind::AutoReply
    })
}

/// What machines say of their own letters at the start of a sentence: "This is an automated response".
#[rustfmt::skip]
const DECLARATIONS: &[&str] = &[
    "this is an automated", "this is an automatic", "this is an auto-generated", "this is a system generated",
    "this is a system-generated",
    "this message was automatically generated", "this email was automatically generated", "this e-mail was automatically generated",
    "this message was generated automatically", "this email was generated automatically",
    "this e-mail was generated automatically", "this is an auto-reply", "this is an autoreply",
    "this message has been automatically generated", "this email has been automatically generated", "automated message",
    "automatic message", "(automated", "dies ist eine automatisch",
    "diese e-mail wurde automatisch", "diese nachricht wurde automatisch", "diese mail wurde automatisch",
    "diese antwort wurde automatisch", "automatisch generierte",
    "ceci est un message automatique", "ceci est une réponse automatique", "ce message est généré automatiquement",
    "ce message a été généré automatiquement",
    "cet e-mail a été généré automatiquement", "message automatique", "este es un mensaje automático",
    "este es un mensaje generado", "este mensaje se ha generado automáticamente",
    "esta es una respuesta automática", "mensaje automático", "esta é uma mensagem automática",
    "esta é uma resposta automática", "este é um e-mail automático", "mensagem automática",
    "questo è un messaggio automatico", "questa è una risposta automatica",
    "questo messaggio è stato generato automaticamente", "messaggio automatico", "dit is een automatisch",
    "deze e-mail is automatisch", "dit bericht is automatisch", "detta är ett automatiskt", "det här är ett automatiskt",
    "dette er en automatisk", "dette er et automatisk", "tämä on automaattinen",
    "to jest wiadomość automatyczna", "to jest automatyczna", "ta wiadomość została wygenerowana automatycznie",
    "wiadomość wygenerowana automatycznie", "wiadomość została wygenerowana automatycznie", "toto je automatick",
    "tento e-mail byl vygenerován automaticky", "tato zpráva byla automaticky", "táto správa bola automaticky",
    "ez egy automatikus", "ez egy automatikusan", "acesta este un mesaj automat", "это автоматическ",
    "это письмо сформировано автоматически",
    "данное письмо сформировано автоматически", "это письмо создано автоматически", "це автоматичн", "bu otomatik",
    "bu e-posta otomatik", "bu bir otomatik", "αυτό είναι ένα αυτόματο", "このメールは自動", "本メールは自動", "※このメールは", "※本メールは自動",
    "自動送信", "此邮件为系统自动",
    "本邮件由系统自动", "这是一封自动", "這是系統自動", "此信件由系統自動", "본 메일은 자동", "이 메일은 자동", "זוהי הודעה אוטומטית", "هذه رسالة تلقائية", "هذا رد تلقائي",
];

/// They ask not to be answered, or say that a message has come in.
#[rustfmt::skip]
const SECOND_SIGNS: &[&str] = &[
    "do not reply", "don't reply", "not monitored", "unmonitored", "we have received your", "has been received",
    "will get back to you", "thank you for contacting", "thank you for your email", "thank you for your e-mail",
    "your request",
    "within two working days", "business days", "ticket number", "ticket has been", "antworten sie nicht",
    "nicht auf diese", "bitte nicht antworten", "eingegangen", "erhalten und", "haben ihre", "melden uns",
    "so bald wie möglich", "schnellstmöglich",
    "ne pas y répondre", "ne pas répondre", "avons bien reçu", "bien été reçu", "dans les meilleurs délais", "no responda",
    "no conteste", "hemos recibido", "en breve", "não responda", "recebemos", "non rispondere", "abbiamo ricevuto",
    "niet beantwoorden", "niet op deze",
    "hebben uw", "ontvangen", "svara inte", "kan inte besvaras", "vi har tagit emot", "vi har mottaget", "vi har mottatt",
    "kan ikke besvares", "svar ikke", "ikke svare", "älä vastaa", "olemme vastaanottaneet", "nie odpowiada",
    "otrzymaliśmy", "prosimy na nią nie odpowiadać", "neodpovídejte", "obdrželi", "neodpovedajte", "ne válaszol",
    "megkaptuk",
    "nu răspundeți", "am primit", "не отвечайте", "получили", "зарегистрирован", "не відповідайте", "отримали",
    "yanıtlamayın", "aldık", "μην απαντήσετε", "λάβαμε", "返信しないで", "返信できません", "お問い合わせ", "受け付け", "受信", "请勿回复", "請勿回覆",
    "收到您的", "회신하지", "접수", "אין להשיב", "קיבלנו", "عدم الرد", "استلمنا", "تلقينا",
];

/// "I" and "my".
#[rustfmt::skip]
const FIRST_PERSON: &[&str] = &[
    "i", "i'm", "i've", "my", "me", "ich", "mein", "meine", "meinen", "mir", "mich", "je", "j'ai", "mon", "moi", "yo",
    "mí", "eu", "meu", "minha", "io", "mio", "mia",
    "ik", "mijn", "jag", "mitt", "jeg", "minä", "minun", "mój", "moje", "mnie", "můj", "môj", "én", "eu", "я", "мой",
    "мне", "меня", "мій", "мені", "ben", "benim", "εγώ", "μου",
];

/// An answer of a machine that says so in its text and carries no header.
fn by_declaration(mail: &Mail, verdict: &mut Verdict) -> Option<Kind> {
    static DECLARED: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(DECLARATIONS));
    static OPENINGS: LazyLock<Openings> = LazyLock::new(|| Openings::new(DECLARATIONS));
    // Longer letters are no machine's declaration.
    if beginning(&mail.text, 2999).len() < mail.text.len() || mail.visible.contains(['?', '？']) {
        return None;
    }
    let text = mail.text.to_lowercase();
    if text.chars().count() >= 3000 || !DECLARED.is_in(&text) {
        return None;
    }
    // Of itself a machine says "we"; who says "I" and is not away is a person who complains about a machine.
    let says_i = text.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|word| FIRST_PERSON.contains(&word));
    if says_i && absence_phrases(mail) == 0 {
        return None;
    }
    // At the start of a sentence: whoever cites such a line puts it between quotation marks or behind a colon.
    let mut found = None;
    let mut is_cited = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !is_cited {
            let mut starts = line
                .split(['.', '!', '。', '！'])
                .map(|sentence| sentence.trim_start_matches([' ', '*', '-', '\t', '#', '=', '<']));
            let is_declared = |sentence: &&str| OPENINGS.open(sentence);
            found = found.or_else(|| {
                let sentence = starts.find(is_declared)?;
                DECLARATIONS.iter().find(|phrase| sentence.starts_with(**phrase))
            });
        }
        is_cited = line.trim_end().ends_with([':', '：']) || line.trim_start().starts_with(['"', '„', '“', '«', '>']);
    }
    let declared = found?;
    SECOND_SIGNS.iter().any(|phrase| text.contains(phrase)).then(|| {
        verdict.note(format!("\"{declared}\""), "phrases of answering machines");
        match mail.in_reply_to.is_empty() && mail.references.is_empty() && is_machine(&sender_local(mail)) {
            true => Kind::Notification,
            false => answer_kind(mail),
        }
    })
}

/// Headers that only automatic answers carry.
fn answer_headers(mail: &Mail, verdict: &mut Verdict) -> bool {
    #[rustfmt::skip]
    const NAMES: &[&str] = &[
        "X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder", "X-Auto-Respond", "X-Auto-Reply-From",
        "X-AutoReply-From", "X-Mail-Autoreply", "X-Mail-Auto-Reply", "X-POST-MessageClass-Autoreply", "X-Autogenerated",
        "X-Amazon-Auto-Reply", "X-FC-MachineGenerated", "Auto-Generated",
    ];
    for name in NAMES {
        if let Some(value) =
            mail.header(name).filter(|value| !matches!(value.trim().to_ascii_lowercase().as_str(), "no" | "false" | "0"))
        {
            verdict.note(format!("{name}: {value}"), "headers of answering machines");
            return true;
        }
    }
    let post = mail.header("X-POST-MessageClass").unwrap_or_default().to_ascii_lowercase();
    if matches!(precedence(mail).as_str(), "auto_reply" | "auto-reply" | "autoreply")
        || post.contains("autoresponder")
        || mail.header("Delivered-To").is_some_and(|to| to.eq_ignore_ascii_case("autoresponder"))
    {
        verdict.note("Precedence or class of an answering machine", "headers of answering machines");
        return true;
    }
    false
}

/// Subjects by which answering machines announce themselves.
#[rustfmt::skip]
const ANSWER_SUBJECTS: &[&str] = &[
    "out of office", "out-of-office", "automatic reply", "auto reply", "auto-reply", "autoreply", "autoresponse",
    "auto response", "automated reply", "automated response", "automatische antwort", "automatische abwesenheit",
    "réponse automatique", "respuesta automática", "respuesta automatica", "resposta automática", "risposta automatica",
    "automatisch antwoord", "automatische beantwoording", "autosvar", "automatiskt svar", "automatisk svar",
    "automaattinen vastaus", "automatyczna odpowiedź", "autoodpowiedź", "automatická odpověď", "automatická odpoveď",
    "automatikus válasz", "otomatik yanıt", "otomatik cevap", "răspuns automat", "αυτόματη απάντηση", "автоматический ответ",
    "автоответ", "автоматична відповідь", "автоматичен отговор", "מענה אוטומטי", "תשובה אוטומטית", "رد تلقائي", "自动回复",
    "自動回覆", "自動返信", "不在通知", "자동 회신", "자동 응답", "부재중", "automatski odgovor", "samodejni odgovor", "abwesenheitsnotiz",
    "abwesenheitsmeldung",
    "abwesenheitsbenachrichtigung", "abwesenheitsassistent", "automatische abwesenheitsmeldung", "automatisches antwortschreiben",
    "message automatique", "mensaje automático", "mensagem automática", "messaggio automatico", "automatisch bericht",
    "frånvaromeddelande", "automatisk besvarelse", "poissaoloilmoitus", "automatvastaus", "automatinis atsakymas",
    "automaatvastus", "automātiska atbilde", "trả lời tự động", "balasan otomatis", "resposta automàtica", "پاسخ خودکار",
    "ตอบกลับอัตโนมัติ",
    "notifica di assenza", "respuesta de ausencia", "avis d'absence", "notification d'absence", "zpráva o nepřítomnosti",
];

/// Subjects of absence notes that people write as well: "Annual leave" may be a question to the personnel department.
#[rustfmt::skip]
const ABSENCE_SUBJECTS: &[&str] = &[
    "out of the office", "vacation", "on vacation", "away from the office", "away from my", "i am away", "i'm away",
    "on leave", "annual leave", "maternity leave", "on holiday", "abwesend", "abwesenheit", "nicht im büro", "bin im urlaub",
    "urlaubsvertretung", "absence du bureau", "absent", "absence", "en congé", "message d'absence", "fuera de la oficina",
    "ausencia", "ausência", "fora do escritório", "fuori sede", "fuori ufficio", "assenza", "afwezig", "niet aanwezig",
    "frånvaro", "fraværende", "ikke på kontoret", "poissa", "poissaolo", "nieobecność", "poza biurem", "mimo kancelář",
    "nepřítomnost", "házon kívül", "ofis dışında", "εκτός γραφείου", "вне офиса", "в отпуске", "away from my mail",
    "out until", "ooo", "szabadság", "în concediu", "у відпустці", "στο εξωτερικό",
    "dovolená", "dovolenka", "urlop", "loma", "ferie", "semester", "vakantie", "vacaciones", "férias", "congés", "ferien",
    "urlaub", "izinde",
    "休暇", "休假", "휴가",
];

/// What absence notes say.
#[rustfmt::skip]
static ABSENCE_PHRASES: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "out of the office", "out of office", "i am away", "i'm away", "currently away", "on vacation", "on annual leave",
    "on leave", "on holiday", "limited access to", "no access to my e", "will return", "i will be back",
    "back in the office", "upon my return", "on my return", "when i return", "in my absence", "during my absence",
    "in urgent cases", "urgent matters, please", "for urgent", "please contact my", "bin ich nicht im büro", "nicht im büro",
    "nicht im haus", "außer haus", "im urlaub", "wieder erreichbar", "ab dem", "in dringenden fällen", "meine abwesenheit",
    "wird nicht weitergeleitet", "vertretung", "absent du bureau", "absente du bureau", "de retour le", "je suis absent",
    "en mon absence", "pendant mon absence", "en cas d'urgence", "fuera de la oficina", "estaré ausente", "de vacaciones",
    "mi ausencia", "regreso el", "casos urgentes", "estou ausente", "fora do escritório", "retorno em", "fuori ufficio",
    "sono assente", "rientrerò", "afwezig", "niet aanwezig", "weer bereikbaar", "mijn afwezigheid", "frånvarande",
    "tillbaka den", "på semester", "på ferie", "tilbage den", "tilbake den", "nieobecny", "nieobecności", "wracam",
    "в отпуске", "буду отсутствовать", "в моё отсутствие", "休暇", "不在", "休假", "out of my office", "away until",
    "not be reading my mail",
    "not in the office", "i'm out", "i am out of", "maternity leave", "paternity leave", "parental leave", "sick leave",
    "annual leave",
    "limited access", "be back on", "am back", "until i return", "ich bin bis", "bin derzeit nicht", "vom büro abwesend",
    "abwesend",
    "elternzeit", "mutterschutz", "betriebsferien", "ab montag wieder", "wieder im büro", "wieder für sie da", "congé",
    "en déplacement",
    "de retour à", "absence du", "absent jusqu", "absente jusqu", "vacances", "ausente", "vacaciones", "de baja",
    "volveré el", "estaré de vuelta",
    "férias", "ausência", "volto no dia", "retornarei", "sono in ferie", "in ferie", "sarò assente", "di ritorno il",
    "in mia assenza",
    "met vakantie", "op vakantie", "met verlof", "niet op kantoor", "afwezigheid", "weer aanwezig", "semester", "åter den",
    "inte på kontoret",
    "tjänstledig", "föräldraledig", "ikke på kontoret", "ferie", "barselsorlov", "er fraværende", "lomalla", "poissa",
    "en ole paikalla",
    "palaan", "urlopie", "na urlopie", "poza biurem", "nie ma mnie w biurze", "zwolnieniu lekarskim", "mimo kancelář",
    "dovolené", "dovolenou",
    "nejsem v kanceláři", "mimo kancelárie", "dovolenke", "dovolenku", "szabadságon", "távol vagyok", "házon kívül", "távollét",
    "concediu", "nu sunt la birou", "absența mea", "в командировке", "отсутствую", "больничном", "не в офисе",
    "у відпустці", "відпустці",
    "відсутн", "в отпуск", "извън офиса", "отсъствам", "izinde", "izindeyim", "ofis dışında", "ofiste değilim",
    "απουσιάζω", "απουσία", "με άδεια",
    "εκτός γραφείου", "お休み", "出張", "不在にして", "休みをいただ", "外出", "度假", "出差", "不在办公室", "不在辦公室", "휴가", "부재", "출장", "בחופשה",
    "אני לא במשרד",
    "בחופש", "חופשת", "في إجازة", "خارج المكتب", "إجازة", "na dopustu", "odsoten", "odsotna", "godišnjem odmoru",
    "odsutan", "odsutna", "atostog",
    "puhkusel", "atvaļinājum", "nghỉ phép", "vắng mặt", "sedang cuti", "vacances",
]));

/// An answer of a machine: is it an absence note?
fn answer_kind(mail: &Mail) -> Kind {
    let subject = mail.subject.to_lowercase();
    let by_subject = ["out of office", "out-of-office"].iter().any(|words| subject.contains(words))
        || ABSENCE_SUBJECTS.iter().any(|phrase| mail.base_subject.starts_with(phrase));
    if by_subject || absence_phrases(mail) >= 1 { Kind::OutOfOffice } else { Kind::AutoReply }
}

/// How many phrases of an absence note stand at the start of the new text; more than two say no more.
fn absence_phrases(mail: &Mail) -> usize {
    ABSENCE_PHRASES.count_in(&beginning(&mail.visible, 1500).to_lowercase(), 2)
}

/// An answer of a machine that carries no header. Its subject says so, and nothing in it is a person's question.
///
/// "Automatic reply does not work" is a customer with a problem: the phrase counts alone, or with a colon behind it.
fn by_words(mail: &Mail, verdict: &mut Verdict) -> Option<Kind> {
    let subject = mail.subject.to_lowercase();
    let announces = |subject: &str, phrase: &str| {
        subject.strip_prefix(phrase).is_some_and(|rest| rest.trim().is_empty() || rest.trim_start().starts_with([':', '：', '-']))
    };
    let says =
        |phrases: &[&str]| phrases.iter().any(|phrase| announces(&subject, phrase) || announces(&mail.base_subject, phrase));
    let answers = says(ANSWER_SUBJECTS);
    // "Urlaub" alone may be anybody's subject; a machine answers something, or says to what it answers.
    let is_answer = !mail.in_reply_to.is_empty() || !mail.references.is_empty() || subject.contains([':', '：']);
    let absent = is_answer && says(ABSENCE_SUBJECTS);
    if !answers && !absent {
        return None;
    }
    let phrases = absence_phrases(mail);
    let is_question = mail.visible.contains('?') || mail.visible.chars().count() > 1500;
    let holds = answers && (phrases >= 1 || !mail.has_reply_prefix) || absent && phrases >= 2;
    (holds && !is_question).then(|| {
        verdict.note(format!("Subject: {}", mail.subject), "phrases of answering machines");
        answer_kind(mail)
    })
}

/// Values that say the message is itself automatic; `DR` and `RN` alone only decline receipts.
fn suppresses(value: &str) -> bool {
    value.split(',').map(|word| word.trim().to_ascii_lowercase()).any(|word| matches!(word.as_str(), "all" | "oof" | "autoreply"))
}

/// Headers of bug trackers, forges and monitors.
fn machine_headers(mail: &Mail) -> Option<&'static str> {
    #[rustfmt::skip]
    const NAMES: &[&str] = &[
        "X-GitHub-Reason", "X-GitHub-Sender", "X-GitLab-Project", "X-JIRA-FingerPrint", "X-Bugzilla-Type",
        "X-Bugzilla-Reason", "X-Jenkins-Job", "X-Gerrit-MessageType", "X-Nagios-Notification",
        "X-Phabricator-Sent-This-Message", "X-Trac-Project", "X-Redmine-Project", "X-Launchpad-Notification-Type",
        "X-Cron-Env", "X-Discourse-Post-Id", "X-Zendesk-From-Account-Id", "X-Mantis-Project",
    ];
    NAMES.iter().find(|name| mail.header(name).is_some()).copied()
}

/// Local parts behind which nobody reads.
fn is_machine(local: &str) -> bool {
    let plain: String = local.split('+').next().unwrap_or_default().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    #[rustfmt::skip]
    const WHOLE: &[&str] = &[
        "git", "gitbox", "gitlab", "github", "svn", "jira", "jenkins", "hudson", "buildbot", "bugzilla", "nagios", "icinga",
        "zabbix", "cron", "crond", "mailer", "daemon", "notification", "notifications", "notify", "notifier", "alert",
        "alerts", "alerting", "monitoring", "autoreply", "autoresponder", "autoreplies", "robot", "mailrobot", "automailer",
        "automated", "automatic", "gerrit", "phabricator", "travis", "builds", "bounce", "bounces", "listserv", "majordomo",
        "mailman", "listproc", "anacron", "logwatch", "fail2ban", "sonar", "teamcity", "circleci", "dependabot",
    ];
    WHOLE.contains(&plain.as_str())
        || [
            "noreply",
            "donotreply",
            "dontreply",
            "nepasrepondre",
            "noresponder",
            "nichtantworten",
            "keineantwort",
            "naoresponda",
            "nonrispondere",
            "nieodpowiadaj",
            "neodpovidejte",
            "nobody",
        ]
        .iter()
        .any(|word| plain.starts_with(word) || plain.ends_with(word))
}
