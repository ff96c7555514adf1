//! How people's mail programs write, and what our receiving server puts on top of it.

use maildesk::base::Timestamp;

use super::house;

/// How a text travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Utf8,
    Utf8Base64,
    Latin1Quoted,
    Koi8,
    /// HTML with a plain part beside it.
    Alternative,
}

/// A message as its writer thinks of it.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub(super) from: (String, String),
    pub(super) to: Vec<String>,
    pub(super) cc: Vec<String>,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) form: Form,
    pub(super) id: Option<String>,
    pub(super) in_reply_to: Option<String>,
    pub(super) references: Vec<String>,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) date: Timestamp,
}

/// A message on its way: who hears of it, and what the auditor must know of it.
#[derive(Clone, Debug)]
pub(super) struct Post {
    /// Envelope sender; none is the null path.
    pub(super) envelope: Option<String>,
    pub(super) recipients: Vec<String>,
    pub(super) bytes: Vec<u8>,
    /// Its name, the same in every run of a seed.
    pub(super) key: String,
    /// The sender is who From says.
    pub(super) honest: bool,
    /// The From address.
    pub(super) from: String,
    /// A machine wrote it and says so.
    pub(super) is_marked: bool,
    /// How many copies of equal bytes arrive.
    pub(super) copies: u64,
}

impl Note {
    /// Its bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut head = String::new();
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                head.push_str(&format!("{name}: {value}\r\n"));
            }
        };
        field("From", &format!("{} <{}>", word(&self.from.0), self.from.1));
        field("To", &self.to.join(", "));
        field("Cc", &self.cc.join(", "));
        field("Subject", &word(&self.subject));
        field("Date", &date(self.date));
        field("Message-ID", self.id.as_deref().unwrap_or_default());
        field("In-Reply-To", self.in_reply_to.as_deref().unwrap_or_default());
        field("References", &self.references.join("\r\n "));
        for (name, value) in &self.headers {
            field(name, value);
        }
        field("MIME-Version", "1.0");
        let text = self.text.replace('\n', "\r\n");
        let (kind, encoding, body) = match self.form {
            Form::Utf8 => ("text/plain; charset=utf-8", "8bit", text.into_bytes()),
            Form::Utf8Base64 => ("text/plain; charset=\"UTF-8\"", "base64", in_lines(&base64(text.as_bytes()))),
            Form::Latin1Quoted => {
                ("text/plain; charset=iso-8859-1", "quoted-printable", quoted(&encoding_rs::WINDOWS_1252.encode(&text).0))
            }
            Form::Koi8 => ("text/plain; charset=koi8-r", "8bit", encoding_rs::KOI8_R.encode(&text).0.into_owned()),
            Form::Alternative => ("multipart/alternative; boundary=\"=_b\"", "8bit", alternative(&text)),
        };
        field("Content-Type", kind);
        field("Content-Transfer-Encoding", encoding);
        [head.into_bytes(), b"\r\n".to_vec(), body, b"\r\n".to_vec()].concat()
    }
}

/// What our receiving server puts on top of a message for one recipient.
pub(super) fn received(post: &Post, recipient: &str, at: Timestamp) -> Vec<u8> {
    let path = post.envelope.as_deref().unwrap_or_default();
    let domain = post.from.rsplit('@').next().unwrap_or_default();
    let results = if post.honest {
        format!("dkim=pass header.d={domain}; spf=pass smtp.mailfrom={domain}; dmarc=pass header.from={domain}")
    } else {
        format!("dkim=none; spf=none; dmarc=fail header.from={domain}")
    };
    let top = format!(
        "Return-Path: <{path}>\r\nDelivered-To: {recipient}\r\nAuthentication-Results: {mx}; {results}\r\n\
         Received: from mail.elsewhere.example by {mx} for <{recipient}>; {date}\r\n",
        mx = house::MX,
        date = date(at)
    );
    [top.into_bytes(), post.bytes.clone()].concat()
}

/// RFC 5322 §3.3.
pub(super) fn date(at: Timestamp) -> String {
    let time = jiff::Timestamp::from_second(at.as_seconds()).expect("a date").to_zoned(jiff::tz::TimeZone::UTC);
    jiff::fmt::rfc2822::to_string(&time).expect("a date")
}

/// RFC 2047 where it is needed.
fn word(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("=?utf-8?B?{}?=", base64(text.as_bytes())) }
}

fn base64(bytes: &[u8]) -> String {
    data_encoding::BASE64.encode(bytes)
}

fn in_lines(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(76).collect::<Vec<_>>().join(b"\r\n".as_slice())
}

fn quoted(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for byte in bytes {
        match byte {
            b'=' | 0x80.. => out.extend_from_slice(format!("={byte:02X}").as_bytes()),
            byte => out.push(*byte),
        }
    }
    out
}

fn alternative(text: &str) -> Vec<u8> {
    let html = text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>\n");
    format!(
        "--=_b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n\
         --=_b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>{html}</p></body></html>\r\n--=_b--\r\n"
    )
    .into_bytes()
}
