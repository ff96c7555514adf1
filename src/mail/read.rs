//! Raw bytes become a [`Mail`]. Never fails: what is broken is read as far as it goes and named among the defects.

use std::borrow::Cow;

use crate::base::{EmailAddress, MessageId, Timestamp, clip, limit, one_line};

use super::classify::{self, Facts, OwnMarks};
use super::header::Header;
use super::html::{self, HtmlText, Mark};
use super::mime::{self, Part, Tree};
use super::model::{Attachment, Mail};
use super::{addressee, attachment, calendar, charset, encoded_word, identity, language, subject, transfer, trim};

/// Header fields that are kept, and characters of each.
const FIELDS: usize = 500;
const FIELD_CHARS: usize = 2000;
/// Uuencoded files taken out of one text.
const UU_FILES: usize = 20;
/// Defects that are kept.
const DEFECTS: usize = 50;

/// Reads a raw message. Nothing that stands in it makes this fail, and no bound of `base::limit` is passed.
pub fn read(raw: &[u8], own: &OwnMarks) -> Mail {
    let raw = with_line_feeds(raw);
    let tree = mime::take_apart(&raw);
    let mut mail = Mail::default();
    let Some(root) = tree.parts.first() else {
        mail.defects = tree.defects;
        return mail;
    };
    let body_charset = tree.parts.iter().find_map(|part| part.content_type.token("charset"));
    read_header(&root.header, body_charset.as_deref(), &mut mail);
    let mut marks = Vec::new();
    if !tree.is_beyond_bounds {
        marks = read_parts(&tree, body_charset.as_deref(), &mut mail);
    }
    mail.defects.extend(tree.defects.iter().cloned());
    if is_encrypted(root) {
        mail.defects.push("the message is encrypted; its text is in the attachment".to_owned());
    }
    mail.defects.dedup();
    mail.defects.truncate(DEFECTS);
    let sender = mail.from.as_ref().map(|from| format!("{} <{}>", from.name, from.address)).unwrap_or_default();
    split_text(&mut mail, &marks, &sender);
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
        let html = html::to_text(text);
        mail.has_hidden_html = html.has_hidden;
        mail.html_text = Some(html.seen);
        mail.text = html.text;
        marks = html.marks;
    } else {
        mail.text = bounded(plain_text(text), &mut mail.defects);
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
    mail.in_reply_to = ids(header.value("In-Reply-To").unwrap_or_default(), limit::REFERENCES);
    mail.references = ids(header.value("References").unwrap_or_default(), limit::REFERENCES);
    mail.identity = identity::judge(header);
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
            (field.name.to_owned(), clip(encoded_word::decode(value, charset).replace('\0', "").trim(), FIELD_CHARS))
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

/// One text of the message.
enum Piece {
    Plain(String),
    Html(HtmlText),
}

/// Reads the texts and files. Returns the marks of the text, where it is a single HTML part.
fn read_parts(tree: &Tree<'_>, charset: Option<&str>, mail: &mut Mail) -> Vec<(usize, Mark)> {
    let mut pieces: Vec<(Piece, Option<usize>)> = Vec::new();
    let mut named_text = None;
    for (index, part) in tree.parts.iter().enumerate().filter(|(_, part)| !part.is_multipart) {
        if is_text(part, index) {
            let bytes = transfer::decode(part.body, part.header.value("Content-Transfer-Encoding"));
            let label = part.content_type.token("charset");
            let alternative = alternative_of(tree, part);
            if part.content_type.value == "text/html" {
                let label = label.or_else(|| meta_charset(&bytes));
                let html = html::to_text(&charset::decode(&bytes, label.as_deref()));
                mail.has_hidden_html |= html.has_hidden;
                pieces.push((Piece::Html(html), alternative));
            } else {
                let text = read_plain(&bytes, label.as_deref(), mail);
                pieces.push((Piece::Plain(text), alternative));
            }
        } else {
            let content = transfer::decode(part.body, part.header.value("Content-Transfer-Encoding")).into_owned();
            let number = mail.attachments.len() + 1;
            let name = attachment::name(part, charset, number);
            // A text sent as a file to be shown: it is the text where there is no other.
            if part.content_type.value == "text/plain" && part.disposition.value != "attachment" && named_text.is_none() {
                named_text = Some(charset::decode(&content, part.content_type.token("charset").as_deref()));
            }
            mail.attachments.push(read_attachment(part, name, content));
        }
    }
    let says_something = |piece: &Piece| match piece {
        Piece::Plain(text) => !text.trim().is_empty(),
        Piece::Html(html) => !html.text.is_empty(),
    };
    if let Some(text) = named_text.filter(|_| !pieces.iter().any(|(piece, _)| says_something(piece))) {
        pieces.push((Piece::Plain(bounded(plain_text(&text), &mut mail.defects)), None));
    }
    if !pieces.iter().any(|(piece, _)| says_something(piece)) {
        let calendar = mail.attachments.iter().find(|file| file.content_type == "text/calendar");
        if let Some(summary) = calendar.and_then(|file| calendar::summary(&charset::decode(&file.content, Some("utf-8")))) {
            pieces.push((Piece::Plain(summary), None));
        }
    }
    put_together(pieces, mail)
}

fn read_attachment(part: &Part<'_>, name: String, content: Vec<u8>) -> Attachment {
    let id = part.header.value("Content-ID").map(|id| one_line(&String::from_utf8_lossy(id), FIELD_CHARS));
    let content_id = id.map(|id| id.trim_matches(['<', '>', ' ']).to_owned()).filter(|id| !id.is_empty());
    let inline = part.disposition.value == "inline" || part.disposition.value.is_empty() && content_id.is_some();
    Attachment { name, content_type: part.content_type.value.clone(), content_id, inline, content }
}

/// Whether a leaf is shown as text: plain or HTML, and not offered as a file.
fn is_text(part: &Part<'_>, index: usize) -> bool {
    let kind = part.content_type.value.as_str();
    let is_readable = matches!(
        kind,
        "text/plain" | "text/html" | "text/enriched" | "text/x-amp-html" | "text/markdown" | "text" | "multipart/mixed"
    ) || kind.starts_with("multipart/");
    let is_file = part.disposition.value == "attachment" || index > 0 && attachment::has_name(part);
    is_readable && !is_file && kind != "text/x-amp-html"
}

/// The multipart/alternative that a part stands in, however deep.
fn alternative_of(tree: &Tree<'_>, part: &Part<'_>) -> Option<usize> {
    let mut above = part.parent;
    // Depth is bounded by `limit::MIME_DEPTH`.
    while let Some(index) = above {
        let parent = tree.parts.get(index)?;
        if parent.content_type.value == "multipart/alternative" {
            return Some(index);
        }
        above = parent.parent;
    }
    None
}

/// A plain part as text, its uuencoded files taken out of it.
fn read_plain(bytes: &[u8], label: Option<&str>, mail: &mut Mail) -> String {
    let mut rest = Cow::Borrowed(bytes);
    for _ in 0..UU_FILES {
        let Some(file) = transfer::uuencoded(&rest) else { break };
        let name = attachment::safe(&charset::decode_header(&file.name, label));
        let name = if name.is_empty() { format!("attachment-{}.bin", mail.attachments.len() + 1) } else { name };
        mail.attachments.push(Attachment {
            name,
            content_type: "application/octet-stream".to_owned(),
            content_id: None,
            inline: false,
            content: file.content,
        });
        let mut without = rest.get(..file.start).unwrap_or_default().to_vec();
        without.extend(rest.get(file.end..).unwrap_or_default());
        rest = Cow::Owned(without);
    }
    let text = plain_text(&charset::decode(&rest, label));
    bounded(text, &mut mail.defects)
}

/// Line feeds only.
fn plain_text(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn bounded(mut text: String, defects: &mut Vec<String>) -> String {
    if text.len() > limit::TEXT_BYTES {
        let end = (0..=limit::TEXT_BYTES).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
        text.truncate(end);
        defects.push(format!("its text is longer than {} KB; the rest is in the raw message", limit::TEXT_BYTES / 1024));
    }
    text
}

/// Makes the whole text. Inside an alternative the plain version counts, where it says anything (RFC 8621 §4.1.4).
fn put_together(pieces: Vec<(Piece, Option<usize>)>, mail: &mut Mail) -> Vec<(usize, Mark)> {
    let says = |piece: &Piece| matches!(piece, Piece::Plain(text) if !text.trim().is_empty() && !is_placeholder(text));
    let answered: Vec<usize> =
        pieces.iter().filter(|(piece, _)| says(piece)).filter_map(|(_, alternative)| *alternative).collect();
    let mut html_text: Option<String> = None;
    let mut shown: Vec<Piece> = Vec::new();
    for (piece, alternative) in pieces {
        let is_answered = alternative.is_some_and(|index| answered.contains(&index));
        match piece {
            Piece::Plain(text) => {
                if mail.plain.is_none() {
                    mail.plain = Some(text.clone());
                }
                // "Your program shows no HTML" is shown too: the text leaves no word out.
                shown.push(Piece::Plain(text));
            }
            Piece::Html(html) => {
                let seen = html_text.get_or_insert_default();
                if !seen.is_empty() {
                    seen.push('\n');
                }
                seen.push_str(&html.seen);
                if !is_answered {
                    shown.push(Piece::Html(html));
                }
            }
        }
    }
    shown.retain(|piece| match piece {
        Piece::Plain(text) => !text.trim().is_empty(),
        Piece::Html(html) => !html.text.is_empty(),
    });
    let mut marks = Vec::new();
    if let [Piece::Html(html)] = shown.as_slice() {
        marks.clone_from(&html.marks);
    }
    let mut text = String::new();
    for piece in &shown {
        let piece = match piece {
            Piece::Plain(text) => text,
            Piece::Html(html) => &html.text,
        };
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(piece);
    }
    mail.text = bounded(text, &mut mail.defects);
    mail.html_text = html_text.map(|text| bounded(text, &mut mail.defects));
    marks
}

/// A plain part that only says that it says nothing.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    text.len() < 300 && {
        let lower = text.to_lowercase();
        lower.contains("html")
            && [
                "does not support",
                "doesn't support",
                "view this message",
                "in html format",
                "html version",
                "html-fähig",
                "an html",
                "supports html",
            ]
            .iter()
            .any(|words| lower.contains(words))
    }
}

/// A charset that only the HTML itself names.
fn meta_charset(html: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(html.get(..2048).unwrap_or(html)).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    (!label.is_empty()).then_some(label)
}

/// RFC 1847 §2.2 and RFC 8551 §3.3.
fn is_encrypted(root: &Part<'_>) -> bool {
    let kind = root.content_type.value.as_str();
    let is_signed_only = root.content_type.token("smime-type").is_some_and(|kind| kind.eq_ignore_ascii_case("signed-data"));
    kind == "multipart/encrypted" || matches!(kind, "application/pkcs7-mime" | "application/x-pkcs7-mime") && !is_signed_only
}

/// A calendar part that asks for or gives an answer (RFC 6047 §2.4).
fn is_invitation(part: &Part<'_>) -> bool {
    part.content_type.value == "text/calendar"
        && part.content_type.token("method").is_some_and(|method| !method.eq_ignore_ascii_case("publish"))
}

#[cfg(test)]
mod tests;
