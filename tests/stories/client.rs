//! What mail programs and mail servers make of what people type: messages, replies, absence notes, delivery reports.

use data_encoding::BASE64;
use jiff::Zoned;
use maildesk::base::EmailAddress;

use crate::people::{Person, Received};

/// The options of a mail, as a story names them.
#[derive(Clone, Default)]
pub(crate) struct Manner {
    pub(crate) to: Option<Vec<String>>,
    pub(crate) cc: Vec<String>,
    pub(crate) bcc: Vec<String>,
    pub(crate) from: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) headers: Vec<String>,
    pub(crate) files: Vec<String>,
    pub(crate) charset: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) html: bool,
    pub(crate) outlook: bool,
    pub(crate) no_quote: bool,
    pub(crate) no_references: bool,
    pub(crate) null_return_path: bool,
    /// Its Date lies a month back.
    pub(crate) old: bool,
    pub(crate) unsigned: bool,
    pub(crate) forged: bool,
    /// It lies in the mailbox until the admin has changed something.
    pub(crate) waits: bool,
}

/// A message that is about to be written.
pub(crate) struct Message {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) cc: Vec<String>,
    pub(crate) subject: String,
    pub(crate) date: Zoned,
    pub(crate) id: String,
    pub(crate) in_reply_to: Option<String>,
    pub(crate) references: Vec<String>,
    pub(crate) headers: Vec<String>,
    pub(crate) text: String,
}

impl Message {
    /// Its bytes.
    pub(crate) fn bytes(&self, manner: &Manner) -> Vec<u8> {
        let mut head = format!("Date: {}\r\n", self.date.strftime("%a, %d %b %Y %H:%M:%S %z"));
        let mut field = |name: &str, value: &str| head.push_str(&format!("{name}: {value}\r\n"));
        field("From", &self.from);
        field("To", &self.to.join(",\r\n "));
        if !self.cc.is_empty() {
            field("Cc", &self.cc.join(",\r\n "));
        }
        field("Subject", &encoded(&self.subject));
        field("Message-ID", &format!("<{}>", self.id));
        if let Some(id) = &self.in_reply_to {
            field("In-Reply-To", &format!("<{id}>"));
        }
        if !self.references.is_empty() {
            field("References", &self.references.iter().map(|id| format!("<{id}>")).collect::<Vec<_>>().join("\r\n "));
        }
        for line in &self.headers {
            head.push_str(&format!("{line}\r\n"));
        }
        let charset = manner.charset.as_deref().unwrap_or("utf-8");
        let kind = if manner.html { "text/html" } else { "text/plain" };
        let text = self.text.replace('\n', "\r\n");
        let text = match charset {
            "utf-8" => text.into_bytes(),
            _ => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        };
        let part = format!("Content-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
        head.push_str("MIME-Version: 1.0\r\n");
        if manner.files.is_empty() {
            return [head.as_bytes(), part.as_bytes(), &text].concat();
        }
        head.push_str("Content-Type: multipart/mixed; boundary=\"=-parts\"\r\n\r\n--=-parts\r\n");
        let mut bytes = [head.as_bytes(), part.as_bytes(), &text, b"\r\n"].concat();
        for name in &manner.files {
            let content = BASE64.encode(format!("the contents of {name}\n").as_bytes());
            let file = format!(
                "--=-parts\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\nContent-Disposition: attachment; \
                 filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{content}\r\n"
            );
            bytes.extend(file.as_bytes());
        }
        bytes.extend(b"--=-parts--\r\n");
        bytes
    }
}

/// A header value with words beyond ASCII encoded (RFC 2047).
pub(crate) fn encoded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    // An encoded word has at most 75 characters; a story's subjects are short.
    let pieces: Vec<String> = text.split(' ').map(|word| BASE64.encode(word.as_bytes())).collect();
    let last = pieces.len().saturating_sub(1);
    let words = pieces.iter().enumerate().map(|(place, word)| {
        let word = if place == last { word.clone() } else { with_space(word) };
        format!("=?utf-8?B?{word}?=")
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Space between encoded words is not shown, so it stands inside.
fn with_space(word: &str) -> String {
    let mut bytes = BASE64.decode(word.as_bytes()).unwrap_or_default();
    bytes.push(b' ');
    BASE64.encode(&bytes)
}

/// The subject of a reply.
pub(crate) fn reply_subject(original: &str, german: bool) -> String {
    let lower = original.to_lowercase();
    if ["re:", "aw:"].iter().any(|prefix| lower.starts_with(prefix)) {
        return original.to_owned();
    }
    format!("{}: {original}", if german { "AW" } else { "Re" })
}

/// The new text with the mail that it answers below it.
pub(crate) fn with_original(text: &str, received: &Received, sent: &Zoned, person: &Person, manner: &Manner) -> String {
    if manner.no_quote {
        return text.to_owned();
    }
    let original = received.mail.plain.as_deref().unwrap_or(&received.mail.text).trim_end();
    let from = received.mail.from.as_ref();
    let (name, address) = from.map_or(("", ""), |from| (from.name.as_str(), from.address.as_str()));
    let writer = if name.is_empty() { address.to_owned() } else { format!("{name} <{address}>") };
    if manner.html {
        let lines: Vec<String> = original.lines().map(|line| line.replace('&', "&amp;").replace('<', "&lt;")).collect();
        return format!(
            "{text}<div>On {} at {}, {} wrote:<br></div><blockquote type=\"cite\">{}</blockquote>\n",
            sent.strftime("%a, %-d %b %Y"),
            sent.strftime("%H:%M"),
            writer.replace('<', "&lt;"),
            lines.join("<br>\n")
        );
    }
    if manner.outlook {
        let words = if person.german { ["Von", "Gesendet", "An", "Betreff"] } else { ["From", "Sent", "To", "Subject"] };
        let date = sent.strftime("%A, %-d %B %Y %H:%M");
        let [from, when, to, subject] = words;
        return format!(
            "{text}\n________________________________\n{from}: {writer}\n{when}: {date}\n{to}: {}\n{subject}: {}\n\n{original}\n",
            person.shown(),
            received.mail.subject
        );
    }
    let quoted: Vec<String> = original.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    let attribution = if person.german {
        format!("Am {} um {} schrieb {writer}:", sent.strftime("%d.%m.%Y"), sent.strftime("%H:%M"))
    } else {
        format!("On {} at {}, {writer} wrote:", sent.strftime("%a, %-d %b %Y"), sent.strftime("%H:%M"))
    };
    format!("{text}\n{attribution}\n{}\n", quoted.join("\n"))
}

/// A delivery report on a letter (RFC 3464), from the server of its recipient.
pub(crate) fn bounce(letter: &[u8], to: &EmailAddress, back_to: &EmailAddress, said: &str, date: &Zoned, id: &str) -> Vec<u8> {
    let letter = String::from_utf8_lossy(letter);
    let head = letter.split("\r\n\r\n").next().unwrap_or_default();
    let mut words = said.split(' ');
    let code = words.next().unwrap_or("550");
    let status = words.next().unwrap_or("5.0.0");
    let action = if code.starts_with('4') { "delayed" } else { "failed" };
    let domain = to.domain();
    format!(
        "Return-Path: <>\r\nDate: {}\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.{domain}>\r\nTo: {back_to}\r\n\
         Subject: Undelivered Mail Returned to Sender\r\nMessage-ID: <{id}@mx.{domain}>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"=-report\"\r\n\r\n\
         --=-report\r\nContent-Type: text/plain\r\n\r\nI could not deliver your message.\r\n\r\n<{to}>: {said}\r\n\r\n\
         --=-report\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.{domain}\r\n\r\n\
         Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {said}\r\n\r\n\
         --=-report\r\nContent-Type: text/rfc822-headers\r\n\r\n{head}\r\n\r\n--=-report--\r\n",
        date.strftime("%a, %d %b %Y %H:%M:%S %z"),
    )
    .into_bytes()
}
