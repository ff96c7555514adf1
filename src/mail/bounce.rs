//! Delivery reports: the standard ones (RFC 3464) by their fields, the others by the words of the MTAs that write them.
//!
//! What is read here is a claim. Whether a report concerns one of our messages is decided by our own authenticated
//! Message-ID in it, elsewhere.

use crate::base::{Kind, MessageId, one_line};

use super::header;
use super::line_scan::{addresses_in, status_in};
use super::model::{Attachment, Bounce, BounceAction};

/// Recipients of one report that are kept.
const RECIPIENTS: usize = 100;
/// Characters of a diagnostic that are kept.
const DIAGNOSTIC_CHARS: usize = 500;
/// Lines of a report without fields that are searched for addresses and words.
const LINES: usize = 400;

/// A report and what it means.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) bounce: Bounce,
    /// The delivery succeeded: a receipt, no bounce.
    pub(super) is_success: bool,
}

impl Report {
    /// Which kind of bounce it is.
    pub(super) fn kind(&self) -> Kind {
        if self.is_success {
            return Kind::Notification;
        }
        if self.bounce.action == BounceAction::Delayed {
            return Kind::BounceDelay;
        }
        let status = self.bounce.status.as_deref().unwrap_or_default();
        // RFC 3463 §3.3: a full mailbox is written 5.2.2 and may be empty tomorrow.
        match status.starts_with('4') || status == "5.2.2" || self.says_full() {
            true => Kind::BounceSoft,
            false => Kind::BounceHard,
        }
    }

    fn says_full(&self) -> bool {
        self.bounce.diagnostic.as_deref().is_some_and(says_full)
    }
}

/// A full mailbox, in MTAs' words.
fn says_full(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "mailbox full", "mailbox is full", "mailbox for user is full", "over quota", "quota exceeded", "overquota", "exceeded storage", "exceeds quota",
        "exceeded his/her quota", "quota exceed", "over the quota", "out of storage", "insufficient disk", "postfach ist voll", "postfach voll",
        "speicherplatz", "boîte aux lettres pleine", "boîte aux lettres du destinataire est pleine", "boîte est pleine", "quota dépassé",
        "buzón lleno", "buzón está lleno", "caixa postal cheia", "caixa de correio cheia", "caixa de entrada está cheia", "casella piena",
        "casella di posta è piena", "casella postale piena", "mailbox vol", "postvak is vol", "postvak vol", "brevlådan är full", "postkassen er fuld",
        "postkassen er full", "skrzynka pełna", "skrzynka jest pełna", "przepełnion", "schránka je plná", "ящик переполнен", "переполнен", "скринька переповнена",
        "メールボックスがいっぱい", "容量を超え", "容量オーバー", "邮箱已满", "信箱已滿", "空间不足", "사서함이 가득", "용량 초과", "kutusu dolu",
    ];
    let lower = text.to_lowercase();
    WORDS.iter().any(|words| lower.contains(words))
}

/// Reads the fields of a `message/delivery-status` part among the attachments, or of the text itself.
pub(super) fn read_fields(attachments: &[Attachment], text: &str) -> Option<Report> {
    let is_status =
        |a: &&Attachment| matches!(a.content_type.as_str(), "message/delivery-status" | "message/global-delivery-status");
    let status = attachments.iter().find(is_status);
    let fields = status.map_or(text.as_bytes(), |part| &part.content);
    let mut report = from_fields(fields)?;
    report.bounce.original_message_id = original_id(attachments, text).or(report.bounce.original_message_id);
    Some(report)
}

/// What one group of fields says about one recipient.
#[derive(Default)]
struct Fate {
    recipient: Option<String>,
    status: Option<String>,
    diagnostic: Option<String>,
}

/// RFC 3464 §2.1: groups of fields, the first about the message, each other about one recipient.
fn from_fields(raw: &[u8]) -> Option<Report> {
    let mut original_message_id = None;
    let (mut delivered, mut delayed, mut failed) = (0, Vec::new(), Vec::new());
    let mut at = 0;
    for _ in 0..RECIPIENTS {
        let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) else { break };
        let group = header::split(rest, |_| false);
        if group.fields.is_empty() && group.body == 0 {
            break;
        }
        at += group.body.max(1);
        let value = |name: &str| group.value(name).map(|value| String::from_utf8_lossy(value).trim().to_owned());
        // Gmail names the message here where it sends no copy.
        let id = ["X-Original-Message-ID", "Original-Message-ID"].into_iter().find_map(value);
        original_message_id = original_message_id.or_else(|| MessageId::new(id?.split_whitespace().next()?));
        let action = value("Action").unwrap_or_default().to_ascii_lowercase();
        let recipient =
            ["Final-Recipient", "Original-Recipient"].into_iter().find_map(|name| value(name).as_deref().and_then(address_of));
        if action.is_empty() && recipient.is_none() {
            if at >= raw.len() {
                break;
            }
            continue;
        }
        let diagnostic =
            value("Diagnostic-Code").map(|code| code.split_once(';').map_or(code.clone(), |(_, words)| words.trim().to_owned()));
        let status = value("Status").and_then(|status| status_in(&status));
        let status = status.or_else(|| diagnostic.as_deref().and_then(status_in));
        let diagnostic = diagnostic.map(|words| one_line(&words, DIAGNOSTIC_CHARS));
        let fate = Fate { recipient, status, diagnostic };
        // RFC 3464 §2.3.3.
        match action.split([' ', ';', '(']).next().unwrap_or_default() {
            "delivered" | "relayed" | "expanded" | "deliverable" => delivered += 1,
            "delayed" => delayed.push(fate),
            _ => failed.push(fate),
        }
        if at >= raw.len() {
            break;
        }
    }
    if delivered + delayed.len() + failed.len() == 0 {
        return None;
    }
    let is_success = delayed.is_empty() && failed.is_empty();
    // One recipient that failed for good outweighs those that still wait; of those that got it nothing is said.
    let (action, fates) =
        if failed.is_empty() && !delayed.is_empty() { (BounceAction::Delayed, delayed) } else { (BounceAction::Failed, failed) };
    let mut bounce = Bounce { action, original_message_id, ..Bounce::default() };
    for fate in fates {
        bounce.status = bounce.status.or(fate.status);
        bounce.diagnostic = bounce.diagnostic.or(fate.diagnostic);
        bounce.recipients.extend(fate.recipient);
    }
    let mut seen = std::collections::BTreeSet::new();
    bounce.recipients.retain(|recipient| seen.insert(recipient.clone()));
    Some(Report { is_success, bounce })
}

/// `rfc822; a@example.org`, also without the type and with brackets.
fn address_of(value: &str) -> Option<String> {
    let address = value.split_once(';').map_or(value, |(_, address)| address);
    let address = address.split('(').next().unwrap_or_default();
    let address: String =
        address.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"')).take(400).collect();
    address.contains('@').then_some(address)
}

/// Message-ID of the message that came back: from its headers in a part, else from a copy in the text.
pub(super) fn original_id(attachments: &[Attachment], text: &str) -> Option<MessageId> {
    let is_copy = |a: &&Attachment| {
        matches!(
            a.content_type.as_str(),
            "message/rfc822" | "text/rfc822-headers" | "message/global" | "message/global-headers" | "message/partial"
        )
    };
    let from_part = attachments.iter().filter(is_copy).find_map(|part| {
        let header = header::split(&part.content, |_| false);
        header.value("Message-ID").and_then(|value| MessageId::new(&String::from_utf8_lossy(value)))
    });
    from_part.or_else(|| {
        text.lines().take(5000).find_map(|line| {
            let (name, value) = line.trim_start_matches(['>', ' ', '|']).split_once(':')?;
            name.trim().eq_ignore_ascii_case("message-id").then(|| MessageId::new(value.split_whitespace().next()?)).flatten()
        })
    })
}

/// A report without standard fields: recipients and reason from its text.
pub(super) fn read_words(attachments: &[Attachment], text: &str, failed: Option<&str>, subject: &str) -> Report {
    let mut bounce = Bounce { original_message_id: original_id(attachments, text), ..Bounce::default() };
    if let Some(failed) = failed {
        bounce.recipients = addresses_in(failed, RECIPIENTS);
    }
    let own_words: Vec<&str> = text.lines().take(LINES).take_while(|line| !begins_copy(line)).collect();
    if bounce.recipients.is_empty() {
        bounce.recipients = own_words.iter().filter_map(|line| alone_on(line)).take(RECIPIENTS).collect();
        bounce.recipients.dedup();
    }
    if bounce.recipients.is_empty() {
        bounce.recipients =
            own_words.iter().filter(|line| is_reason(line)).flat_map(|line| addresses_in(line, 1)).take(1).collect();
    }
    if bounce.recipients.is_empty() {
        bounce.recipients = own_words.iter().filter_map(|line| named_on(line)).take(RECIPIENTS).collect();
        bounce.recipients.dedup();
    }
    let reason = own_words
        .iter()
        .find(|line| says_full(line))
        .or_else(|| own_words.iter().find(|line| status_in(line).is_some()))
        .or_else(|| own_words.iter().find(|line| is_reason(line)));
    bounce.status = own_words.iter().find_map(|line| status_in(line));
    bounce.diagnostic = reason.map(|line| one_line(line, DIAGNOSTIC_CHARS));
    let is_final = bounce.status.as_deref().is_some_and(|status| status.starts_with('5'));
    if !is_final && (is_delay(subject) || own_words.iter().take(40).any(|line| is_delay(line))) {
        bounce.action = BounceAction::Delayed;
    }
    Report { bounce, is_success: false }
}

/// Where the copy of the original begins.
fn begins_copy(line: &str) -> bool {
    let lower = line.trim_start_matches(['-', ' ', '=', '_', '*']).to_lowercase();
    [
        "below this line is a copy",
        "this is a copy of",
        "original message",
        "message header",
        "the following is a copy",
        "returned message",
        "return-path:",
        "received: from",
        "unsent message follows",
        "undelivered message",
        "transcript of session follows: message",
    ]
    .iter()
    .any(|words| lower.starts_with(words))
}

/// `To: a@example.org` in the report's own words about the message.
fn named_on(line: &str) -> Option<String> {
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    #[rustfmt::skip]
    const NAMES: &[&str] = &[
        "to", "recipient", "recipients", "failed recipient", "address", "an", "empfänger", "destinataire", "à", "destinatario",
        "para", "destinatário", "a", "aan", "ontvanger", "till", "mottagare", "til", "modtager", "do", "odbiorca", "příjemce", "кому",
        "получатель", "адресат", "alıcı", "宛先", "収件人", "收件人", "收件者", "받는사람", "수신자",
    ];
    NAMES.contains(&name.as_str()).then(|| addresses_in(value, 1).into_iter().next()).flatten()
}

/// An address alone on its line, with at most brackets and a colon around it.
fn alone_on(line: &str) -> Option<String> {
    let bare = line.trim().trim_end_matches([':', ',', '.', ';']).trim_matches(['<', '>', '"', '(', ')', '[', ']']);
    let fits =
        bare.contains('@') && !bare.contains(char::is_whitespace) && bare.len() < 320 && !bare.contains([':', '：', '=', '/']);
    fits.then(|| bare.to_owned())
}

fn is_reason(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "user unknown",
        "unknown user",
        "no such user",
        "does not exist",
        "mailbox unavailable",
        "not delivered",
        "could not be delivered",
        "couldn't be delivered",
        "was not delivered",
        "undeliverable",
        "rejected",
        "quota",
        "mailbox full",
        "host unknown",
        "unrouteable",
        "unroutable",
        "no mailbox",
        "unknown address",
        "invalid recipient",
        "550 ",
        "554 ",
        "552 ",
        "553 ",
        "nicht zugestellt",
        "unbekannt",
        "existiert nicht",
        "n'existe pas",
        "inconnu",
        "no existe",
        "desconocid",
        "inexistente",
        "não existe",
        "non esiste",
        "sconosciut",
        "bestaat niet",
        "onbekend",
        "finns inte",
        "findes ikke",
        "finnes ikke",
        "nie istnieje",
        "nie ma takiego",
        "neexistuje",
        "не найден",
        "не существует",
        "bulunamadı",
        "存在しません",
        "不存在",
        "존재하지 않",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// Says that it is only late.
pub(super) fn is_delay(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "warning: could not send",
        "delayed",
        "will be retried",
        "still being retried",
        "will keep trying",
        "will continue to try",
        "still trying",
        "you do not need to resend",
        "not yet been delivered",
        "noch nicht zugestellt",
        "zustellung verzögert",
        "retardé",
        "delivery status notification (delay)",
        "message is still in the queue",
        "this is a warning message only",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// A subject by which MTAs announce a failed delivery.
pub(super) fn is_bounce_subject(subject: &str) -> bool {
    let lower = subject.to_lowercase();
    [
        "undeliverable",
        "undelivered mail",
        "undelivered message",
        "mail delivery fail",
        "mail delivery problem",
        "mail delivery error",
        "delivery failure",
        "delivery failed",
        "delivery status notification",
        "delivery notification",
        "delivery report",
        "failure notice",
        "failed mail",
        "failed delivery",
        "returned mail",
        "mail returned",
        "returned to sender",
        "message delivery fail",
        "non-deliverable",
        "non delivery",
        "nondeliverable",
        "could not send message",
        "could not be delivered",
        "mail system error",
        "mail could not be",
        "message undeliverable",
        "unzustellbar",
        "nicht zustellbar",
        "zustellung fehlgeschlagen",
        "nicht zugestellt",
        "mail nicht",
        "non remis",
        "échec de la remise",
        "non distribuable",
        "no se puede entregar",
        "correo no entregado",
        "no entregado",
        "não entregue",
        "falha na entrega",
        "mancato recapito",
        "impossibile recapitare",
        "onbestelbaar",
        "niet bezorgd",
        "kunde inte levereras",
        "kunne ikke leveres",
        "niedostarczon",
        "nie można dostarczyć",
        "nedoručiteln",
        "не доставлено",
        "недоставленн",
        "teslim edilemedi",
        "配信不能",
        "配信エラー",
        "メールエラー",
        "エラー通知",
        "送信できません",
        "退信",
        "delayed mail",
        "delivery delayed",
        "message status - undeliverable",
        "automatically rejected mail",
        "user unknown",
        "message you sent blocked",
        "message you sent",
        "returning mail",
        "mailbox full",
        "delivery temporarily suspended",
        "mdaemon notification",
        "error sending mail",
        "mail error",
        "undeliver",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// The start of a text in which MTAs tell of a failed delivery.
pub(super) fn is_bounce_text(text: &str) -> bool {
    let mut head = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(25) {
        head.push_str(line);
        head.push(' ');
        if head.len() > 4000 {
            break;
        }
    }
    let lower = head.to_lowercase();
    [
        "could not be delivered",
        "couldn't be delivered",
        "was undeliverable",
        "is undeliverable",
        "delivery to the following",
        "was not delivered",
        "wasn't able to deliver",
        "unable to deliver",
        "i'm sorry to have to inform you",
        "i'm afraid i wasn't able",
        "undeliverable",
        "delivery failed",
        "delivery has failed",
        "not deliverable",
        "permanent error",
        "permanent fatal errors",
        "returned to sender",
        "user unknown",
        "unknown user",
        "no such user",
        "did not reach the following",
        "cannot be delivered",
        "following addresses failed",
        "following recipients",
        "message that you sent",
        "message you sent",
        "error while delivering",
        "failed to deliver",
        "failed permanently",
        "mail system at host",
        "konnte nicht zugestellt",
        "n'a pas pu être",
        "no se pudo entregar",
        "存在しません",
        "次のあて先",
        "送信されませんでした",
        "届きませんでした",
        "action: failed",
        "recipient address rejected",
        "has been rejected",
        "you are not member",
        "not a member",
        "loop alert",
        "transcript of session",
        "transaction failed",
        "failure notice",
        "delivery fail",
        "mail delivery",
        "exceeded the",
        "not found",
        "recipient unknown",
        "mailbox",
        "rejected",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(content: &str) -> Attachment {
        Attachment {
            name: "x.txt".to_owned(),
            content_type: "message/delivery-status".to_owned(),
            content_id: None,
            inline: false,
            content: content.as_bytes().to_vec(),
        }
    }

    #[test]
    fn standard_fields_are_read() {
        let part = status(
            "Reporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; gone@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n\
             Diagnostic-Code: smtp; 550 5.1.1 <gone@example.net>:\r\n user unknown\r\n\r\nFinal-Recipient: rfc822;full@example.net\r\nAction: failed\r\n",
        );
        let original = Attachment {
            content_type: "text/rfc822-headers".to_owned(),
            content: b"Message-ID: <o.1@desk.example>\nTo: x\n".to_vec(),
            ..part.clone()
        };
        let report = read_fields(&[part, original], "").expect("a report");
        assert_eq!(report.bounce.recipients, ["gone@example.net", "full@example.net"]);
        assert_eq!(report.bounce.status.as_deref(), Some("5.1.1"));
        assert_eq!(report.bounce.original_message_id.as_ref().map(MessageId::as_str), Some("o.1@desk.example"));
        assert!(report.bounce.diagnostic.as_deref().is_some_and(|d| d.ends_with("user unknown")));
        assert_eq!(report.kind(), Kind::BounceHard);
    }

    #[test]
    fn delays_receipts_and_full_mailboxes_are_told_apart() {
        let kind = |fields: &str| read_fields(&[status(fields)], "").map(|report| report.kind());
        assert_eq!(kind("Final-Recipient: rfc822; a@b.c\nAction: delayed\nStatus: 4.4.1\n"), Some(Kind::BounceDelay));
        assert_eq!(kind("Final-Recipient: rfc822; a@b.c\nAction: delivered\nStatus: 2.0.0\n"), Some(Kind::Notification));
        assert_eq!(kind("Final-Recipient: rfc822; a@b.c\nAction: failed\nStatus: 5.2.2\n"), Some(Kind::BounceSoft));
        assert_eq!(kind("nothing here\n"), None);
    }

    #[test]
    fn words_give_recipients_and_reasons() {
        let text = "Hi. This is the qmail-send program at mail.example.net.\n\n<gone@example.net>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n\
                    --- Below this line is a copy of the message.\n\nMessage-ID: <o.2@desk.example>\nTo: <other@example.net>\n";
        let report = read_words(&[], text, None, "failure notice");
        assert_eq!(report.bounce.recipients, ["gone@example.net"]);
        assert_eq!(report.bounce.status.as_deref(), Some("5.1.1"));
        assert_eq!(report.bounce.original_message_id.as_ref().map(MessageId::as_str), Some("o.2@desk.example"));
        assert_eq!(read_words(&[], "x", None, "Warning: could not send message for past 4 hours").kind(), Kind::BounceDelay);
    }
}
