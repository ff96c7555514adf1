//! Mail as its readers and writers see it: a tiny reader of headers, and what a mail program makes of "reply".

use std::path::Path;

use maildesk::mail::{Mail, OwnMarks};

/// The present as a mail program writes it: the desk asks about mails of the staff that are older than a week.
fn today() -> String {
    jiff::fmt::rfc2822::to_string(&jiff::Zoned::now()).expect("a date of this century")
}

/// A message of a customer.
pub(super) fn message(from: &str, id: &str, subject: &str, text: &str) -> Vec<u8> {
    let date = today();
    format!(
        "Return-Path: <{from}>\r\nFrom: Ann Customer <{from}>\r\nTo: support@example.org\r\nSubject: {subject}\r\n\
         Message-ID: <{id}>\r\nDate: {date}\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

/// A letter of the desk.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) raw: Vec<u8>,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} to {:?}", self.subject(), self.header("To"))
    }
}

impl Letter {
    /// The value of a header, unfolded (RFC 5322 §2.2.3).
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.raw);
        let head = text.split("\r\n\r\n").next().expect("a head").replace("\r\n ", " ").replace("\r\n\t", " ");
        let fields = head.split("\r\n").filter_map(|line| line.split_once(':'));
        fields.filter(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned()).next()
    }

    pub(super) fn subject(&self) -> String {
        self.header("Subject").expect("a subject")
    }

    /// The recipient's address.
    pub(super) fn to(&self) -> String {
        address(&self.header("To").expect("a recipient"))
    }

    /// With its angle brackets.
    pub(super) fn message_id(&self) -> String {
        self.header("Message-ID").expect("a Message-ID")
    }

    /// Where a mail program sends the answer.
    pub(super) fn reply_to(&self) -> String {
        address(&self.header("Reply-To").or_else(|| self.header("From")).expect("a sender"))
    }

    pub(super) fn read(&self) -> Mail {
        maildesk::mail::read(&self.raw, &OwnMarks::default())
    }

    /// All of it as a reader could see it: headers, text, HTML, and their encoded forms.
    pub(super) fn everything(&self) -> String {
        let mail = self.read();
        format!("{}\n{}\n{}", String::from_utf8_lossy(&self.raw), mail.text, mail.html_text.unwrap_or_default())
    }

    /// What a mail program makes of "reply": Re:, threading headers, the whole text quoted below, perhaps a file.
    pub(super) fn answer(&self, from: &str, id: &str, text: &str, file: Option<(&str, &[u8])>) -> Vec<u8> {
        let (to, about, subject, date) = (self.reply_to(), self.message_id(), self.subject(), today());
        let re = if subject.starts_with("Re: ") { "" } else { "Re: " };
        let references = self.header("References").map(|ids| format!("{ids} ")).unwrap_or_default();
        let quoted: String = self.read().text.lines().map(|line| format!("> {line}\r\n")).collect();
        let written = format!("{text}\r\n\r\nOn Mon, 2 Mar 2026 at 10:00, Example support wrote:\r\n{quoted}");
        let head = format!(
            "Return-Path: <{from}>\r\nFrom: <{from}>\r\nTo: {to}\r\nSubject: {re}{subject}\r\nMessage-ID: <{id}>\r\n\
             In-Reply-To: {about}\r\nReferences: {references}{about}\r\nDate: {date}\r\nMIME-Version: 1.0\r\n"
        );
        let Some((name, content)) = file else {
            return format!("{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{written}").into_bytes();
        };
        let content = data_encoding::BASE64.encode(content);
        format!(
            "{head}Content-Type: multipart/mixed; boundary=\"edge\"\r\n\r\n--edge\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{written}\r\n--edge\r\n\
             Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{content}\r\n--edge--\r\n"
        )
        .into_bytes()
    }
}

/// Nothing that a customer gets may tell who the agents are by address.
pub(super) fn names_no_agent(letter: &Letter) {
    let everything = letter.everything().to_lowercase();
    for hidden in ["staff.example", "alice@", "lea@", "max@", "operator@"] {
        assert!(!everything.contains(hidden), "{hidden} in\n{everything}");
    }
}

/// The letters of a Maildir in the order of their names, which is that of sending.
pub(super) fn letters_in(maildir: &Path) -> Vec<Letter> {
    let entries = std::fs::read_dir(maildir.join("new")).expect("a Maildir");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| Letter { raw: std::fs::read(path).expect("a letter") }).collect()
}

/// `ann@example.net` of `"Ann" <ann@example.net>`.
fn address(field: &str) -> String {
    let bare = field.rsplit_once('<').map_or(field, |(_, rest)| rest.trim_end_matches('>'));
    bare.trim().to_owned()
}
