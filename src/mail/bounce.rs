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
/// Bytes of a status part that are read.
const FIELD_BYTES: usize = 512 * 1024;
/// Lines of a report without fields that are searched for addresses and words.
const LINES: usize = 400;

/// A report and what it means.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) bounce: Bounce,
    /// The delivery succeeded: a receipt, no bounce.
    pub(super) is_success: bool,
    /// Its words tell of something that passes: a host that does not answer, a time that ran out.
    pub(super) is_passing: bool,
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
        match status.starts_with('4') || status == "5.2.2" || self.says_full() || self.is_passing && status.is_empty() {
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
        "exceeded his/her quota", "quota exceed", "exceeds allowed size", "not enough disk space", "mailbox exceeds", "over the quota", "out of storage", "insufficient disk", "postfach ist voll", "postfach voll",
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

/// What the fields say about one recipient.
#[derive(Default)]
struct Fate {
    original: Option<String>,
    last: Option<String>,
    action: String,
    status: Option<String>,
    diagnostic: Option<String>,
}

impl Fate {
    fn says_something(&self) -> bool {
        !self.action.is_empty() || self.original.is_some() || self.last.is_some()
    }

    /// RFC 3464 §2.3.2: the final recipient is the address that failed.
    fn recipient(&self) -> Option<&String> {
        self.last.as_ref().or(self.original.as_ref())
    }
}

/// RFC 3464 §2.1: groups of fields, the first about the message, each other about one recipient. Some MTAs leave the blank
/// lines between the groups out, and some gateways put the fields into the text.
fn from_fields(raw: &[u8]) -> Option<Report> {
    let text = String::from_utf8_lossy(raw.get(..FIELD_BYTES).unwrap_or(raw));
    let mut original_message_id = None;
    let mut fates: Vec<Fate> = Vec::new();
    let mut fate = Fate::default();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let begins_next = |fate: &mut Fate, fates: &mut Vec<Fate>| {
            if fate.says_something() {
                fates.push(std::mem::take(fate));
            }
        };
        if line.trim().is_empty() {
            begins_next(&mut fate, &mut fates);
            if fates.len() >= RECIPIENTS {
                break;
            }
            continue;
        }
        let Some((name, value)) = line.split_once(':') else { continue };
        let mut value = value.trim().to_owned();
        while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t']) && !next.trim().is_empty()) {
            if value.len() < 4000 {
                value.push(' ');
                value.push_str(more.trim());
            }
        }
        match name.trim_start_matches(['>', ' ']).to_ascii_lowercase().as_str() {
            // Gmail names the message here where it sends no copy.
            "x-original-message-id" | "original-message-id" if original_message_id.is_none() => {
                original_message_id = value.split_whitespace().next().and_then(MessageId::new);
            }
            "final-recipient" => {
                if fate.last.is_some() {
                    begins_next(&mut fate, &mut fates);
                }
                fate.last = address_of(&value);
            }
            "original-recipient" => {
                if fate.original.is_some() {
                    begins_next(&mut fate, &mut fates);
                }
                fate.original = address_of(&value);
            }
            "action" => fate.action = value.to_ascii_lowercase(),
            "status" => fate.status = status_in(&value),
            "diagnostic-code" => {
                let words = value.split_once(';').map_or(value.as_str(), |(_, words)| words.trim());
                fate.status = fate.status.take().or_else(|| status_in(words));
                fate.diagnostic = Some(one_line(words, DIAGNOSTIC_CHARS));
            }
            _ => {}
        }
    }
    if fate.says_something() {
        fates.push(fate);
    }
    sum_up(fates, original_message_id)
}

/// What became of the message as a whole. One recipient that failed for good outweighs those that still wait, and of those that
/// got it nothing is said.
fn sum_up(fates: Vec<Fate>, original_message_id: Option<MessageId>) -> Option<Report> {
    let (mut delivered, mut delayed, mut failed) = (0, Vec::new(), Vec::new());
    for fate in fates.into_iter().take(RECIPIENTS) {
        // RFC 3464 §2.3.3.
        match fate.action.split([' ', ';', '(']).next().unwrap_or_default() {
            "delivered" | "relayed" | "expanded" | "deliverable" => delivered += 1,
            "delayed" => delayed.push(fate),
            _ => failed.push(fate),
        }
    }
    if delivered + delayed.len() + failed.len() == 0 {
        return None;
    }
    let is_success = delayed.is_empty() && failed.is_empty();
    let is_delay = failed.is_empty() && !delayed.is_empty();
    let (action, fates) = if is_delay { (BounceAction::Delayed, delayed) } else { (BounceAction::Failed, failed) };
    let mut bounce = Bounce { action, original_message_id, ..Bounce::default() };
    let mut seen = std::collections::BTreeSet::new();
    for fate in fates {
        bounce.recipients.extend(fate.recipient().filter(|recipient| seen.insert((*recipient).clone())).cloned());
        bounce.status = bounce.status.or(fate.status);
        bounce.diagnostic = bounce.diagnostic.or(fate.diagnostic);
    }
    Some(Report { is_success, is_passing: false, bounce })
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

/// A report without a status part: recipients and reason from its text.
pub(super) fn read_words(attachments: &[Attachment], text: &str, failed: Option<&str>, subject: &str) -> Report {
    let mut bounce = Bounce { original_message_id: original_id(attachments, text), ..Bounce::default() };
    // The fields may stand in the text, where the structure broke on the way.
    if text.lines().take(LINES).any(|line| line.to_ascii_lowercase().starts_with("final-recipient:"))
        && let Some(mut report) = from_fields(text.as_bytes())
        && !report.bounce.recipients.is_empty()
    {
        report.bounce.original_message_id = bounce.original_message_id.or(report.bounce.original_message_id);
        return report;
    }
    if let Some(failed) = failed {
        bounce.recipients = addresses_in(failed, RECIPIENTS);
    }
    let own_words: Vec<&str> = text.lines().take(LINES).take_while(|line| !begins_copy(line)).collect();
    let ways: [&dyn Fn(&&str) -> Option<String>; 3] =
        [&|line| alone_on(line), &|line| is_reason(line).then(|| addresses_in(line, 1).into_iter().next()).flatten(), &|line| {
            named_on(line)
        }];
    for (way, most) in ways.iter().zip([RECIPIENTS, 1, RECIPIENTS]) {
        if bounce.recipients.is_empty() {
            bounce.recipients = own_words.iter().filter_map(way).take(most).collect();
            bounce.recipients.dedup();
        }
    }
    if bounce.recipients.is_empty() {
        bounce.recipients = addressed_in_copy(attachments, text).into_iter().collect();
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
    let is_passing = own_words.iter().any(|line| is_passing(line));
    Report { bounce, is_success: false, is_passing }
}

/// To whom the message that came back was addressed, where that is one address.
fn addressed_in_copy(attachments: &[Attachment], text: &str) -> Option<String> {
    let copy = attachments.iter().find(|a| matches!(a.content_type.as_str(), "message/rfc822" | "text/rfc822-headers"));
    let to = match copy {
        Some(copy) => {
            let header = header::split(&copy.content, |_| false);
            String::from_utf8_lossy(header.value("To")?).into_owned()
        }
        None => {
            let mut below = text.lines().take(LINES).skip_while(|line| !begins_copy(line));
            below.find_map(|line| line.strip_prefix("To:"))?.to_owned()
        }
    };
    let mut addresses = addresses_in(&to, 2).into_iter();
    let (first, second) = (addresses.next()?, addresses.next());
    second.is_none().then_some(first)
}

/// Words of failures that pass.
fn is_passing(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "timed out",
        "connection refused",
        "retry timeout exceeded",
        "retry time not reached",
        "too many connections",
        "greylist",
        "graylist",
        "try again later",
        "network is unreachable",
        "no route to host",
        "deferred:",
        "message expired",
        "delivery expired",
        "delivery time expired",
        "temporarily",
        "could not be delivered for",
        "too long in queue",
        "vorübergehend",
        "temporairement",
        "temporalmente",
    ]
    .iter()
    .any(|words| lower.contains(words))
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
        "original message follows",
        "message headers follow",
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
        "to", "rcpt to", "recipient", "recipients", "failed recipient", "address", "an", "empfänger", "destinataire", "à", "destinatario",
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
        "error delivering",
        "unable to deliver",
        "could not deliver",
        "exceeds allowed size",
        "invalid final delivery",
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
