//! Delivery reports: the standard ones (RFC 3464) by their fields, the others by the words of the MTAs that write them.
//!
//! What is read here is a claim. Whether a report concerns one of our messages is decided by our own authenticated
//! Message-ID in it, elsewhere.

use crate::base::{Kind, MessageId, one_line};

use super::header;
use super::line_scan::{addresses_in, status_in};
use super::model::{Attachment, Bounce, BounceAction};

mod words;

use words::{begins_copy, is_delay, is_passing, is_reason, says_full};
pub(super) use words::{is_bounce_subject, is_bounce_text};

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
    // The surest way first.
    let found =
        |way: fn(&str) -> Option<String>| own_words.iter().filter_map(|line| way(line)).take(RECIPIENTS).collect::<Vec<_>>();
    if bounce.recipients.is_empty() {
        bounce.recipients = found(alone_on);
    }
    if bounce.recipients.is_empty() {
        bounce.recipients = found(named_in_reason);
        bounce.recipients.truncate(1);
    }
    if bounce.recipients.is_empty() {
        bounce.recipients = found(named_on);
    }
    bounce.recipients.dedup();
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

/// The address in a line that tells the reason.
fn named_in_reason(line: &str) -> Option<String> {
    is_reason(line).then(|| addresses_in(line, 1).into_iter().next()).flatten()
}

/// `To: a@example.org` in the report's own words about the message.
fn named_on(line: &str) -> Option<String> {
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    #[rustfmt::skip]
    const NAMES: &[&str] = &[
        "to", "rcpt to", "recipient", "recipients", "failed recipient", "address", "an", "empfänger", "destinataire", "à",
        "destinatario",
        "para", "destinatário", "a", "aan", "ontvanger", "till", "mottagare", "til", "modtager", "do", "odbiorca",
        "příjemce", "кому",
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
