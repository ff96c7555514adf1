//! Raw bytes become a [`Mail`]. Never fails: what is broken is read as far as it goes and named among the defects.

use std::borrow::Cow;

use jiff::tz::TimeZone;

use crate::base::{EmailAddress, MessageId, Timestamp, clip, limit, one_line};

use super::body::{self, About, bounded};
use super::classify::{self, Facts, OwnMarks};
use super::header::Header;
use super::html::{self, Mark};
use super::mime::{self, Part};
use super::model::{Cryptography, Mail, Protection};
use super::{addressee, encoded_word, identity, language, protection, subject, trim};

/// Header fields that are kept, and characters of each.
const FIELDS: usize = 500;
const FIELD_CHARS: usize = 2000;
/// Defects that are kept.
const DEFECTS: usize = 50;

/// Reads a raw message, with the times of invitations in UTC.
pub fn read(raw: &[u8], own: &OwnMarks) -> Mail {
    read_in(raw, own, &TimeZone::UTC)
}

/// Reads a raw message for a desk in `zone`. Nothing that stands in it makes this fail, and no bound of `base::limit` is passed.
pub fn read_in(raw: &[u8], own: &OwnMarks, zone: &TimeZone) -> Mail {
    let raw = with_line_feeds(raw);
    let tree = mime::take_apart(&raw);
    let mut mail = Mail::default();
    let Some(root) = tree.parts.first() else {
        mail.defects = tree.defects;
        return mail;
    };
    let body_charset = tree.parts.iter().find_map(|part| part.content_type.token("charset"));
    read_header(&root.header, body_charset.as_deref(), &mut mail);
    let mut about = About::default();
    if !tree.is_beyond_bounds {
        about = body::read(&tree, body_charset.as_deref(), zone, &mut mail);
    }
    mail.defects.extend(tree.defects.iter().cloned());
    mail.protection = protection::of(&tree, &mail.attachments, &mail.text);
    mail.defects.extend(mail.protection.map(protection_note));
    mail.defects.dedup();
    mail.defects.truncate(DEFECTS);
    let sender = mail.from.as_ref().map(|from| format!("{} <{}>", from.name, from.address)).unwrap_or_default();
    split_text(&mut mail, &about.marks, &sender);
    if !about.placeholder.is_empty() {
        // Nobody wrote it to be read beside the HTML, but nothing that was sent is lost.
        let placeholder = about.placeholder.trim_end();
        mail.text = format!("{placeholder}\n{}", mail.text);
        mail.signature = format!("{placeholder}\n{}", mail.signature).trim_end().to_owned();
    }
    if let Some(invitation) = mail.invitation.as_ref().filter(|invitation| !mail.text.contains(invitation.as_str())) {
        // It stands in a file that nobody opens to read it; the trimmer has nothing to say about it.
        let blank = if mail.visible.is_empty() { "" } else { "\n\n" };
        mail.visible = format!("{}{blank}{invitation}", mail.visible.trim_end());
    }
    let facts = Facts {
        header: &root.header,
        report_type: root.content_type.token("report-type").map(|kind| kind.to_ascii_lowercase()),
        part_types: tree.parts.iter().map(|part| part.content_type.value.as_str()).collect(),
        has_invitation: tree.parts.iter().any(is_invitation),
    };
    classify::classify(&mut mail, &facts, own);
    mail
}

/// Reads a bare body: only text, visible, quoted, signature, trim and language are filled.
pub fn read_body(text: &str, as_html: bool) -> Mail {
    let mut mail = Mail::default();
    let mut marks = Vec::new();
    if as_html {
        let html = html::to_text(text, &html::Pictures::new());
        mail.has_hidden_html = html.has_hidden;
        mail.html_text = Some(html.seen);
        mail.text = html.text;
        marks = html.marks;
    } else {
        mail.text = bounded(body::plain_text(text), &mut mail.defects);
    }
    split_text(&mut mail, &marks, "");
    mail
}

fn split_text(mail: &mut Mail, marks: &[(usize, Mark)], sender: &str) {
    let trimmed = trim::split(&mail.text, marks, sender);
    mail.visible = trimmed.visible;
    mail.quoted = trimmed.quoted;
    mail.signature = trimmed.signature;
    mail.trim = trimmed.confidence;
    mail.language = language::detect(&mail.visible);
}

/// Old Macs ended lines with a carriage return alone.
fn with_line_feeds(raw: &[u8]) -> Cow<'_, [u8]> {
    let head = raw.get(..64 * 1024).unwrap_or(raw);
    match head.contains(&b'\r') && !head.contains(&b'\n') {
        true => Cow::Owned(raw.iter().map(|&b| if b == b'\r' { b'\n' } else { b }).collect()),
        false => Cow::Borrowed(raw),
    }
}

fn read_header(header: &Header<'_>, charset: Option<&str>, mail: &mut Mail) {
    let text = |name: &str| header.value(name).map(|value| encoded_word::decode(value, charset)).unwrap_or_default();
    let list = |name: &str| header.value(name).map(|value| addressee::read(value, charset)).unwrap_or_default();
    mail.defects.extend(header.oddities.iter().map(|oddity| (*oddity).to_owned()));
    // RFC 5322 §3.6: these stand at most once. The first one counts.
    for name in ["From", "Subject", "Date", "To", "Cc", "Message-ID", "Sender", "Reply-To", "In-Reply-To", "References"] {
        if header.all(name).nth(1).is_some() {
            mail.defects.push(format!("two {name} lines; the first one counts"));
        }
    }
    mail.message_id = header.value("Message-ID").and_then(|value| ids(value, limit::REFERENCES).into_iter().next());
    if let (None, Some(written)) = (&mail.message_id, header.value("Message-ID")) {
        let written = one_line(&String::from_utf8_lossy(written), 200);
        mail.defects.push(format!("its Message-ID `{written}` is none (RFC 5322 section 3.6.4)"));
    }
    mail.in_reply_to = ids(header.value("In-Reply-To").unwrap_or_default(), limit::REFERENCES);
    mail.references = ids(header.value("References").unwrap_or_default(), limit::REFERENCES);
    mail.identity = identity::judge(header);
    mail.reply_to_identity = identity::judge_field(header, "Reply-To");
    mail.from = list("From").into_iter().next();
    mail.sender = list("Sender").into_iter().next();
    mail.reply_to = list("Reply-To");
    (mail.to, mail.cc) = (list("To"), list("Cc"));
    // RFC 822 §4.6.2 let In-Reply-To name the person instead of the message: an address in it is no identifier.
    let people: Vec<String> =
        mail.from.iter().chain(&mail.to).chain(&mail.cc).map(|person| person.address.to_ascii_lowercase()).collect();
    for list in [&mut mail.in_reply_to, &mut mail.references] {
        list.retain(|id| !people.contains(&id.as_str().to_ascii_lowercase()));
    }
    if mail.to.len() >= limit::RECIPIENTS || mail.cc.len() >= limit::RECIPIENTS {
        mail.defects.push(format!("it has more than {} recipients; the others were not read", limit::RECIPIENTS));
    }
    let sender_name = mail.from.as_ref().map(|from| from.name.clone()).unwrap_or_default();
    mail.defects.extend(identity::name_defects(header, &sender_name));
    mail.delivered_to = delivered_to(header);
    mail.return_path = header.value("Return-Path").and_then(return_path);
    mail.subject = one_line(&text("Subject"), limit::SUBJECT_CHARS);
    let reading = subject::read(&mail.subject);
    (mail.base_subject, mail.has_reply_prefix, mail.has_forward_prefix) =
        (reading.base, reading.has_reply_prefix, reading.has_forward_prefix);
    mail.date = header.value("Date").and_then(date);
    mail.loop_marks =
        header.all("X-Loop").take(20).map(|field| one_line(&String::from_utf8_lossy(&field.value), FIELD_CHARS)).collect();
    let mut received = 0;
    for field in &header.fields {
        received += usize::from(field.name.eq_ignore_ascii_case("Received"));
        if field.name.eq_ignore_ascii_case("Authentication-Results") && mail.authentication_results.len() < 50 {
            let value = String::from_utf8_lossy(field.value.get(..64 * 1024).unwrap_or(&field.value)).into_owned();
            mail.authentication_results.push((received, value));
        }
    }
    if header.fields.len() > FIELDS {
        mail.defects.push(format!("it has more than {FIELDS} header fields"));
    }
    mail.headers = header
        .fields
        .iter()
        .take(FIELDS)
        .map(|field| {
            let value = field.value.get(..FIELD_CHARS * 4).unwrap_or(&field.value);
            let mut text = encoded_word::decode(value, charset);
            if text.contains('\0') {
                text.retain(|c| c != '\0');
            }
            let is_kept = text.len() <= FIELD_CHARS && text.trim().len() == text.len();
            (field.name.to_owned(), if is_kept { text } else { clip(text.trim(), FIELD_CHARS) })
        })
        .collect();
}

/// The last `most` identifiers of a field, in order. Prose between them (RFC 822 allowed it) is skipped.
fn ids(value: &[u8], most: usize) -> Vec<MessageId> {
    let text = String::from_utf8_lossy(value);
    let mut found: Vec<MessageId> = text
        .rsplit('<')
        .filter_map(|piece| piece.split_once('>').map(|(id, _)| id))
        .filter_map(|id| MessageId::new(&id.split_whitespace().collect::<String>()))
        .take(most)
        .collect();
    // Without brackets: "ann@example.org's message of Monday" (RFC 822 §4.6.2) names a person, so every word must be an identifier.
    let is_id = |word: &str| word.contains('@') && !word.contains(['\'', '"', '(', ',']);
    if found.is_empty() && (text.split_whitespace().nth(1).is_none() || text.split_whitespace().all(is_id)) {
        found = text.split_whitespace().rev().filter_map(MessageId::new).take(most).collect();
    }
    found.reverse();
    found
}

/// Lines that our own servers wrote stand above the first Received line; below it anybody may have written them.
fn delivered_to(header: &Header<'_>) -> Vec<EmailAddress> {
    let names = ["Delivered-To", "X-Original-To", "Envelope-To"];
    let top = header.fields.iter().take_while(|field| !field.name.eq_ignore_ascii_case("Received"));
    let ours = top.filter(|field| names.iter().any(|name| field.name.eq_ignore_ascii_case(name)));
    ours.flat_map(|field| addressee::read(&field.value, None)).filter_map(|to| to.email()).take(limit::RECIPIENTS).collect()
}

fn return_path(value: &[u8]) -> Option<Option<EmailAddress>> {
    let text = String::from_utf8_lossy(value);
    let path = text.trim().trim_start_matches('<').trim_end_matches('>').trim();
    if path.is_empty() { Some(None) } else { EmailAddress::new(path).ok().map(Some) }
}

fn date(value: &[u8]) -> Option<Timestamp> {
    let text = String::from_utf8_lossy(value.get(..200).unwrap_or(value)).into_owned();
    let date = mail_parser::DateTime::parse_rfc822(&text).filter(mail_parser::DateTime::is_valid)?;
    // RFC 5322 §4.3 knows years from 1900; nothing later than four digits can be written.
    (1900..10_000).contains(&date.year).then(|| Timestamp::from_seconds(date.to_timestamp()))
}

fn protection_note(protection: Protection) -> String {
    let by = |cryptography| match cryptography {
        Cryptography::Smime => "S/MIME",
        Cryptography::Pgp => "PGP",
    };
    match protection {
        Protection::Signed(how) => format!("the message is signed ({}); the signature was not verified", by(how)),
        Protection::Encrypted(how) => format!("the message is encrypted ({}); its text is in the attachment", by(how)),
    }
}

/// A calendar part that asks for or gives an answer (RFC 6047 §2.4).
fn is_invitation(part: &Part<'_>) -> bool {
    part.content_type.value == "text/calendar"
        && part.content_type.token("method").is_some_and(|method| !method.eq_ignore_ascii_case("publish"))
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
