//! What sort of message it is, and what that verdict rests on.
//!
//! Three outcomes are kept apart: *automatic* (no human wrote it to us), *list* (a human may have, but RFC 3834 §2 and RFC 5230
//! §4.6 forbid an automatic answer) and our own loop. A doubtful message is human: a machine's mail in a ticket costs
//! little, a person's mail ignored costs a customer.

use std::sync::LazyLock;

use crate::base::{EmailAddress, Kind};

use super::automatic;
use super::bounce::{self, Report};
use super::header::Header;
use super::model::{Evidence, Mail};
use super::phrase::{Anywhere, beginning};

/// What identifies mail that our own desk wrote.
#[derive(Clone, Debug, Default)]
pub struct OwnMarks {
    /// Addresses of the desk's mailboxes.
    pub addresses: Vec<EmailAddress>,
    /// Values of the X-Loop lines that the desk writes.
    pub loop_marks: Vec<String>,
}

/// What reading found out besides `Mail`.
pub(super) struct Facts<'m> {
    pub(super) header: &'m Header<'m>,
    /// `report-type` of a multipart/report (RFC 6522 §3).
    pub(super) report_type: Option<String>,
    /// Types of all parts.
    pub(super) part_types: Vec<&'m str>,
    /// `method` of a text/calendar part.
    pub(super) has_invitation: bool,
}

/// A verdict in the making.
pub(super) struct Verdict {
    kind: Kind,
    automatic: bool,
    suppress: bool,
    evidence: Vec<Evidence>,
}

/// Sets kind, automatic, suppress_auto_reply, evidence and bounce.
pub(super) fn classify(mail: &mut Mail, facts: &Facts<'_>, own: &OwnMarks) {
    let mut verdict = Verdict { kind: Kind::Human, automatic: false, suppress: false, evidence: Vec::new() };
    let lists = list_signs(mail, &mut verdict);
    if is_own(mail, own, &mut verdict) {
        verdict.decide(Kind::OwnLoop);
    } else if is_feedback(mail, facts, &mut verdict) {
        verdict.decide(Kind::FeedbackReport);
    } else if let Some(report) = report(mail, facts, &mut verdict) {
        verdict.decide(report.kind());
        mail.bounce = (!report.is_success).then_some(report.bounce);
    } else if is_challenge(mail, &mut verdict) {
        verdict.decide(Kind::Challenge);
    } else if let Some(kind) = automatic::judge(mail, facts, lists, &mut verdict) {
        verdict.decide(kind);
    } else if facts.has_invitation {
        verdict.note("a text/calendar part with a method", "RFC 6047 §2.4");
        (verdict.kind, verdict.suppress) = (Kind::Calendar, true);
    } else if lists {
        (verdict.kind, verdict.suppress) = (Kind::List, true);
    }
    if mail.return_path == Some(None) {
        // RFC 3834 §2: never answer the null path, whoever sent it.
        verdict.suppress = true;
        verdict.note("Return-Path: <>", "RFC 3834 §2");
    }
    mail.kind = verdict.kind;
    if verdict.kind == Kind::OutOfOffice {
        mail.away_until = super::absence::last_day(&mail.visible, mail.date, mail.language.as_deref());
    }
    mail.automatic = verdict.automatic;
    mail.suppress_auto_reply = verdict.suppress || verdict.automatic;
    mail.evidence = verdict.evidence;
}

impl Verdict {
    fn decide(&mut self, kind: Kind) {
        self.kind = kind;
        self.automatic = true;
    }

    pub(super) fn note(&mut self, found: impl Into<String>, source: &'static str) {
        if self.evidence.len() < 20 {
            self.evidence.push(Evidence { found: crate::base::clip(&found.into(), 200), source });
        }
    }
}

fn is_own(mail: &Mail, own: &OwnMarks, verdict: &mut Verdict) -> bool {
    if let Some(mark) = mail.loop_marks.iter().find(|mark| own.loop_marks.contains(mark)) {
        verdict.note(format!("X-Loop: {mark}"), "our own mark");
        return true;
    }
    let from = mail.from.as_ref().and_then(super::model::Addressee::email);
    match mail.identity.address().or(from.as_ref()).filter(|from| own.addresses.contains(from)) {
        Some(from) => {
            verdict.note(format!("From: {from}"), "our own address");
            true
        }
        None => false,
    }
}

/// RFC 2369, RFC 2919 and older signs of lists.
fn list_signs(mail: &Mail, verdict: &mut Verdict) -> bool {
    #[rustfmt::skip]
    const NAMES: &[&str] = &[
        "List-Id", "List-Post", "List-Unsubscribe", "List-Help", "List-Archive", "List-Subscribe", "List-Owner",
        "Mailing-List", "X-Mailing-List", "X-BeenThere", "X-Mailman-Version", "X-List", "X-ML-Name", "X-Listserver",
        "X-Ezmlm-Loop", "Archived-At",
    ];
    let mut found = false;
    for name in NAMES {
        if let Some(value) = mail.header(name) {
            verdict.note(format!("{name}: {value}"), "RFC 2369, RFC 2919");
            found = true;
            break;
        }
    }
    if precedence(mail) == "list" {
        verdict.note("Precedence: list", "RFC 3834 §2");
        found = true;
    }
    let owner = |local: &str| {
        local.starts_with("owner-") || local.ends_with("-request") || local.ends_with("-owner") || local.ends_with("-bounces")
    };
    let envelope = mail.return_path.as_ref().and_then(Option::as_ref).map(|path| path.local().to_ascii_lowercase());
    let sender = mail.sender.as_ref().map(|s| s.address.split('@').next().unwrap_or_default().to_ascii_lowercase());
    if let Some(local) = [envelope, sender].into_iter().flatten().find(|local| owner(local)) {
        verdict.note(format!("sent for {local}"), "RFC 5230 §4.6");
        found = true;
    }
    found
}

pub(super) fn precedence(mail: &Mail) -> String {
    mail.header("Precedence").unwrap_or_default().trim().to_ascii_lowercase()
}

/// RFC 5965, and what providers send instead.
fn is_feedback(mail: &Mail, facts: &Facts<'_>, verdict: &mut Verdict) -> bool {
    if facts.report_type.as_deref() == Some("feedback-report") || facts.part_types.contains(&"message/feedback-report") {
        verdict.note("a feedback report", "RFC 5965 §2");
        return true;
    }
    let local = sender_local(mail);
    let subject = mail.subject.to_lowercase();
    let by_subject = subject.starts_with("email feedback report") || subject.starts_with("complaint about message from");
    if by_subject && (local == "scomp" || local == "staff" || local.contains("feedback")) {
        verdict.note(format!("Subject: {}", mail.subject), "complaints of providers");
        return true;
    }
    // Microsoft's and Apple's reports: the unsubscribe wish of a user, sent by a machine.
    if mail.header("X-HmXmrOriginalRecipient").is_some()
        || mail.header("X-Apple-Unsubscribe").is_some_and(|v| v.trim().eq_ignore_ascii_case("true"))
    {
        verdict.note("a complaint header of the provider", "complaints of providers");
        return true;
    }
    false
}

/// A delivery report in any of its forms.
fn report(mail: &Mail, facts: &Facts<'_>, verdict: &mut Verdict) -> Option<Report> {
    let has_status =
        facts.part_types.iter().any(|kind| matches!(*kind, "message/delivery-status" | "message/global-delivery-status"));
    if has_status || facts.report_type.as_deref() == Some("delivery-status") {
        verdict.note("a delivery status report", "RFC 3464 §2");
        return Some(bounce::read_fields(&mail.attachments, &mail.text).map_or_else(
            || bounce::read_words(&mail.attachments, &mail.text, mail.header("X-Failed-Recipients"), &mail.subject),
            |report| with_words(report, mail),
        ));
    }
    let words = || bounce::read_words(&mail.attachments, &mail.text, mail.header("X-Failed-Recipients"), &mail.subject);
    if mail.header("X-MS-Exchange-Message-Is-Ndr").is_some() {
        verdict.note("X-MS-Exchange-Message-Is-Ndr", "Exchange");
        return Some(words());
    }
    if let Some(failed) = mail.header("X-Failed-Recipients") {
        verdict.note(format!("X-Failed-Recipients: {failed}"), "Exim and Gmail");
        return Some(words());
    }
    let sender = sender_local(mail);
    let name = mail.from.as_ref().map(|from| from.name.to_lowercase()).unwrap_or_default();
    let null_path = mail.return_path == Some(None)
        || mail.from.as_ref().is_some_and(|from| {
            from.address.is_empty() && mail.return_path.is_none() && facts.header.value("From").is_some_and(|v| v == b"<>")
        });
    let is_daemon = DAEMONS.is_in(&sender) || DAEMON_NAMES.is_in(&name);
    // A postmaster may be a person with a question.
    let may_be_daemon = sender == "postmaster" || OFFICE_NAMES.is_in(&name);
    let by_subject = bounce::is_bounce_subject(&mail.subject);
    let is_answer = mail.has_reply_prefix || mail.has_forward_prefix;
    let has_copy = facts.part_types.iter().any(|kind| matches!(*kind, "message/rfc822" | "text/rfc822-headers"));
    // The text is searched only where it can decide.
    let by_text = || bounce::is_bounce_text(&mail.text);
    let found = match (is_daemon, may_be_daemon, null_path) {
        (true, ..) => !is_answer || null_path || by_subject || by_text(),
        (_, true, _) | (.., true) => by_subject || by_text() && (null_path || has_copy || mail.in_reply_to.is_empty()),
        _ => by_subject && !is_answer && has_copy && by_text(),
    };
    if found {
        let who = if is_daemon || may_be_daemon { "a mailer daemon's name" } else { "a null return path or a returned message" };
        verdict.note(format!("{who} and the words of a failed delivery"), "RFC 5321 §4.5.5");
        return Some(words());
    }
    if by_subject && is_forwarded_report(mail) || is_administrator_report(mail, &sender) {
        verdict.note(format!("Subject: {}", mail.subject), "the words of MTAs");
        return Some(words());
    }
    None
}

/// Local parts under which MTAs write, and nobody else.
static DAEMONS: LazyLock<Anywhere> = LazyLock::new(|| {
    Anywhere::new(&[
        "mailer-daemon",
        "mailerdaemon",
        "mailer_daemon",
        "mail-daemon",
        "mmdf",
        "mdaemon",
        "post_master",
        "microsoftexchange",
    ])
});
/// Display names under which they do.
static DAEMON_NAMES: LazyLock<Anywhere> = LazyLock::new(|| {
    Anywhere::new(&["mail delivery s", "internet mail delivery", "mailer-daemon", "ndr administrator", "mail delivery agent"])
});
/// Display names that an office with people may have too.
static OFFICE_NAMES: LazyLock<Anywhere> = LazyLock::new(|| {
    Anywhere::new(&["mail administrator", "mail system", "system administrator", "mail router", "mailmarshal", "mail gateway"])
});

/// The report of an MTA that somebody's filter sent on: the MTA's own first lines stand at the top. A person who asks about a
/// report writes something above it.
fn is_forwarded_report(mail: &Mail) -> bool {
    // The report itself, or the whole of it with its fields under next to no words of somebody who sent it on.
    let is_bare = mail.visible.split_whitespace().take(5).count() <= 4 && !mail.visible.contains('?');
    let is_whole = is_bare && mail.text.to_ascii_lowercase().contains("reporting-mta:");
    let lines = mail.text.lines().filter(|line| !line.trim().is_empty()).take(if is_whole { 30 } else { 3 });
    let head: String = lines.flat_map(|line| [line, " "]).collect();
    let head: String = head.chars().take(3000).collect::<String>().to_lowercase();
    [
        "the original message was received at",
        "this is the mail system at host",
        "----- the following addresses had permanent",
        "hi. this is the qmail-send program",
        "this message was created automatically by mail delivery software",
    ]
    .iter()
    .any(|words| head.contains(words))
}

/// List managers tell senders that they may not write (fml, Majordomo).
fn is_administrator_report(mail: &Mail, sender: &str) -> bool {
    let subject = mail.subject.to_lowercase();
    (sender.ends_with("-admin")
        || sender.ends_with("-owner")
        || sender.starts_with("majordomo")
        || mail.header("X-ML-Info").is_some())
        && (subject.contains("are not member") || subject.starts_with("loop alert") || subject.contains("not a member of"))
}

/// What the fields leave out may stand in the text.
fn with_words(mut report: Report, mail: &Mail) -> Report {
    if report.bounce.recipients.is_empty() || report.bounce.status.is_none() {
        let words = bounce::read_words(&mail.attachments, &mail.text, mail.header("X-Failed-Recipients"), "");
        if report.bounce.recipients.is_empty() {
            report.bounce.recipients = words.bounce.recipients;
        }
        report.bounce.status = report.bounce.status.or(words.bounce.status);
        report.bounce.diagnostic = report.bounce.diagnostic.or(words.bounce.diagnostic);
    }
    report
}

fn is_challenge(mail: &Mail, verdict: &mut Verdict) -> bool {
    #[rustfmt::skip]
    const HEADERS: &[&str] = &[
        "X-TMDA-Confirm-Done", "X-Delivery-Agent-Challenge", "X-Spamarrest-Challenge", "X-ASK-Auth", "X-Boxbe-Notice",
        "X-Challenge-Response", "X-Qconfirm",
    ];
    if let Some(name) = HEADERS.iter().find(|name| mail.header(name).is_some()) {
        verdict.note(*name, "challenge and response systems");
        return true;
    }
    static ASKS: LazyLock<Anywhere> = LazyLock::new(|| {
        Anywhere::new(&[
            "please confirm your message",
            "confirm your message",
            "your message requires verification",
            "sender verification",
            "verify your message",
            "your email requires verification",
            "please confirm your email to",
            "bitte bestätigen sie ihre nachricht",
            "message awaiting verification",
            "your message is awaiting",
            "bestätigen sie ihre e-mail",
            "bestätigung ihrer nachricht",
            "confirmez votre message",
            "confirmer votre message",
            "confirme su mensaje",
            "confirme sua mensagem",
            "conferma il tuo messaggio",
            "bevestig uw bericht",
            "bevestig je bericht",
            "подтвердите отправку",
            "potwierdź wysłanie",
            "challenge-response",
            "authentication required to deliver",
        ])
    });
    let asks = ASKS.is_in(mail.subject.to_lowercase());
    let domain = mail.from.as_ref().map(|from| from.address.to_ascii_lowercase()).unwrap_or_default();
    let known = ["@spamarrest.com", "@boxbe.com", "@uol.com.br.antispam", "@mailinblack.com"]
        .iter()
        .any(|domain_of| domain.ends_with(domain_of));
    if !asks && !known {
        return false;
    }
    let text = beginning(&mail.text, 4000).to_lowercase();
    let explains = [
        "prove that you are",
        "verify that you are",
        "confirm that you are a",
        "one-time confirmation",
        "one time verification",
        "added to my allowed",
        "list of approved senders",
        "approved senders list",
        "spam protection",
        "anti-spam",
        "to have your message delivered",
        "not a spammer",
        "challenge-response",
        "real person",
        "are a human",
        "schutz vor spam",
        "ein mensch sind",
        "kein spam",
        "protection contre le spam",
        "antispam",
        "anti-pourriel",
        "être humain",
        "no es spam",
        "ser humano",
        "persona reale",
        "essere umano",
        "een mens bent",
        "jesteś człowiekiem",
        "вы не робот",
        "вы человек",
    ]
    .iter()
    .any(|words| text.contains(words));
    if asks && explains || known && (asks || explains) {
        verdict.note(format!("Subject: {}", mail.subject), "challenge and response systems");
        return true;
    }
    false
}

/// Local part of the sender, in lower case.
pub(super) fn sender_local(mail: &Mail) -> String {
    let address = mail.from.as_ref().map(|from| from.address.as_str()).unwrap_or_default();
    address.split('@').next().unwrap_or_default().trim_matches('"').to_ascii_lowercase()
}

#[cfg(test)]
mod tests;
