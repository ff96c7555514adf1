//! MIME bodies: text, alternative, files.

use std::borrow::Cow;
use std::sync::Arc;

use lettre::message::header::{ContentDisposition, Header, Headers};

use crate::base::{Digest, any_byte, limit, one_line};

use super::super::Attachment;

/// RFC 2045 §6.7 (5): encoded lines have at most 76 characters.
const LINE: usize = 76;
/// RFC 5322 §2.1.1: a line may have 998 octets; beyond 78 it is folded softly.
const PLAIN_LINE: usize = 78;

/// A body and the header fields that describe it.
pub(super) struct Body {
    /// Content-Type and the like, each ending in CRLF; they go into the message's head.
    pub(super) fields: Vec<u8>,
    /// What follows the empty line.
    pub(super) bytes: Vec<u8>,
}

impl Body {
    /// `multipart/mixed` before the files, `multipart/alternative` around text and HTML, `multipart/related` around HTML and its
    /// pictures (RFC 2387), each only where needed.
    pub(super) fn of(text: &str, html: Option<&str>, pictures: Option<&Files>, files: Option<&Files>) -> Self {
        let text = &*without_controls(text);
        let html = html.map(without_controls);
        let html = html.as_deref();
        let room = text.len() + html.map_or(0, str::len);
        let mut writer = BodyWriter { out: Vec::with_capacity(room + room / 8 + 1024) };
        let boundary = boundary([text, html.unwrap_or_default()].map(str::as_bytes));
        let Some(files) = files else {
            let fields = writer.texts(text, (html, pictures), &boundary);
            return Self { fields, bytes: writer.out };
        };
        // The inner fields come before the inner bytes.
        let fields = writer.texts(text, (html, pictures), &boundary);
        let mut out = BodyWriter { out: Vec::with_capacity(writer.out.len() + 512) };
        out.open(&files.boundary);
        out.out.extend_from_slice(&fields);
        out.out.extend_from_slice(b"\r\n");
        out.out.append(&mut writer.out);
        Self { fields: multipart("mixed", &files.boundary), bytes: out.out }
    }
}

/// The files of letters as the last parts of a body, with the boundary that ends it: the same bytes in every letter that
/// carries them, so that they are encoded, and kept by the spool, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    boundary: String,
    bytes: Arc<Vec<u8>>,
}

impl Files {
    /// The files of a message, in order; none where there are none.
    ///
    /// The boundary is made from `seed`, which nobody may foresee who writes texts or files: a file that is sent as it is could
    /// hold it. The keyed name of the message that they came with is such a seed.
    pub fn of(attachments: &[Attachment], seed: Digest) -> Option<Self> {
        if attachments.is_empty() {
            return None;
        }
        let boundary = format!("m{}", boundary([seed.as_bytes().as_slice()]));
        let room: usize = attachments.iter().map(|file| file.content.len() / 54 * 78 + 1024).sum();
        let mut writer = BodyWriter { out: Vec::with_capacity(room) };
        for file in attachments {
            writer.open(&boundary);
            writer.file(file);
        }
        writer.close(&boundary);
        Some(Self { boundary, bytes: Arc::new(writer.out) })
    }

    /// What follows the body of a letter.
    pub const fn bytes(&self) -> &Arc<Vec<u8>> {
        &self.bytes
    }
}

struct BodyWriter {
    out: Vec<u8>,
}

impl BodyWriter {
    /// Text and HTML with its pictures; returns the fields that describe them.
    fn texts(&mut self, text: &str, (html, pictures): (Option<&str>, Option<&Files>), boundary: &str) -> Vec<u8> {
        let Some(html) = html else {
            let encoding = TextEncoding::of(text);
            self.text(text, encoding);
            return encoding.fields("plain").into_bytes();
        };
        let boundary = format!("a{boundary}");
        self.part(&boundary, "plain", text);
        if let Some(pictures) = pictures {
            self.open(&boundary);
            let related =
                format!("Content-Type: multipart/related; type=\"text/html\";\r\n boundary=\"{}\"\r\n\r\n", pictures.boundary);
            self.out.extend_from_slice(related.as_bytes());
            self.part(&pictures.boundary, "html", html);
            self.out.extend_from_slice(&pictures.bytes);
        } else {
            self.part(&boundary, "html", html);
        }
        self.close(&boundary);
        multipart("alternative", &boundary)
    }

    fn part(&mut self, boundary: &str, subtype: &str, text: &str) {
        let encoding = TextEncoding::of(text);
        self.open(boundary);
        self.out.extend_from_slice(encoding.fields(subtype).as_bytes());
        self.out.extend_from_slice(b"\r\n");
        self.text(text, encoding);
    }

    fn text(&mut self, text: &str, encoding: TextEncoding) {
        match encoding {
            TextEncoding::SevenBit => {
                for line in lines(text) {
                    self.out.extend_from_slice(line.as_bytes());
                    self.out.extend_from_slice(b"\r\n");
                }
            }
            TextEncoding::QuotedPrintable => lines(text).for_each(|line| self.quoted_printable(line)),
            TextEncoding::Base64 => {
                let mut bytes = Vec::with_capacity(text.len() + text.len() / 16);
                for line in lines(text) {
                    bytes.extend_from_slice(line.as_bytes());
                    bytes.extend_from_slice(b"\r\n");
                }
                self.base64(&bytes);
            }
        }
    }

    /// One line of RFC 2045 §6.7, split softly where it is long.
    fn quoted_printable(&mut self, line: &str) {
        const HEX: &[u8; 16] = b"0123456789ABCDEF";
        let bytes = line.as_bytes();
        if is_plain(line) {
            self.out.extend_from_slice(bytes);
            self.out.extend_from_slice(b"\r\n");
            return;
        }
        let mut column = 0;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            // What needs no code is copied in one piece, but for the two ends of the line, which have rules of their own.
            let inner = if at == 0 { None } else { bytes.get(at..bytes.len() - 1) }.unwrap_or_default();
            let room = (LINE - 1_usize).saturating_sub(column);
            let run = inner.iter().take(room).take_while(|byte| needs_no_code(**byte)).count();
            if let Some(run) = inner.get(..run).filter(|run| !run.is_empty()) {
                self.out.extend_from_slice(run);
                column += run.len();
                at += run.len();
                continue;
            }
            let is_last = at + 1 == bytes.len();
            // White space at the end of a line gets lost on the way; `.` and `From ` alone at its start are changed.
            let plain = match byte {
                b' ' | b'\t' => !is_last,
                b'.' => at > 0 || !is_last,
                b'F' => at > 0 || !line.starts_with("From "),
                byte => needs_no_code(byte),
            };
            let width = if plain { 1 } else { 3 };
            // The soft line break itself takes a column, except that the last character needs none.
            let room = if is_last { LINE } else { LINE - 1 };
            if column + width > room {
                self.out.extend_from_slice(b"=\r\n");
                column = 0;
            }
            if plain {
                self.out.push(byte);
            } else {
                self.out.push(b'=');
                self.out.extend([byte >> 4, byte & 15].iter().filter_map(|digit| HEX.get(usize::from(*digit))));
            }
            column += width;
            at += 1;
        }
        self.out.extend_from_slice(b"\r\n");
    }

    /// RFC 2045 §6.8, written in place: files are large.
    fn base64(&mut self, bytes: &[u8]) {
        let encoding = &data_encoding::BASE64_MIME;
        let start = self.out.len();
        self.out.resize(start + encoding.encode_len(bytes.len()), 0);
        if let Some(room) = self.out.get_mut(start..) {
            encoding.encode_mut(bytes, room);
        }
    }

    fn file(&mut self, file: &Attachment) {
        // RFC 2046 §5.2.1 and §5.1: messages and multiparts may not be encoded, so what may not stand as it is goes as a plain file.
        let as_it_is = file.content_type.eq_ignore_ascii_case("message/rfc822") && is_seven_bit(&file.content);
        let content_type = media_type(&file.content_type).filter(|_| as_it_is || !is_composite(&file.content_type));
        self.field("Content-Type", content_type.unwrap_or("application/octet-stream"));
        self.field("Content-Transfer-Encoding", if as_it_is { "7bit" } else { "base64" });
        if let Some(id) = file.content_id.as_deref().and_then(content_id) {
            self.field("Content-ID", &format!("<{id}>"));
        }
        let name = match one_line(&file.name, limit::FILE_NAME_CHARS) {
            name if name.is_empty() => "file".to_owned(),
            name => name,
        };
        let disposition =
            if file.inline { ContentDisposition::inline_with_name(&name) } else { ContentDisposition::attachment(&name) };
        let mut headers = Headers::with_capacity(1);
        headers.insert_raw(disposition.display());
        self.out.extend_from_slice(headers.to_string().as_bytes());
        self.out.extend_from_slice(b"\r\n");
        if as_it_is {
            self.out.extend_from_slice(&file.content);
            self.out.extend_from_slice(b"\r\n");
        } else {
            self.base64(&file.content);
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        for piece in [name, ": ", value, "\r\n"] {
            self.out.extend_from_slice(piece.as_bytes());
        }
    }

    /// RFC 2046 §5.1.1: the CRLF before a boundary belongs to it; each part written here ends in one.
    fn open(&mut self, boundary: &str) {
        for piece in ["--", boundary, "\r\n"] {
            self.out.extend_from_slice(piece.as_bytes());
        }
    }

    fn close(&mut self, boundary: &str) {
        for piece in ["--", boundary, "--\r\n"] {
            self.out.extend_from_slice(piece.as_bytes());
        }
    }
}

/// How a text travels.
#[derive(Clone, Copy)]
enum TextEncoding {
    /// Short lines of ASCII, as they are.
    SevenBit,
    /// Mostly ASCII.
    QuotedPrintable,
    /// Mostly not.
    Base64,
}

impl TextEncoding {
    fn of(text: &str) -> Self {
        let foreign = foreign_bytes(text);
        // Quoted-printable takes three octets for one of these, base64 four for three of all.
        if foreign > text.len() / 6 {
            return Self::Base64;
        }
        let plain = foreign == 0 && lines(text).all(|line| line.len() <= PLAIN_LINE && !line.starts_with("From ") && line != ".");
        if plain { Self::SevenBit } else { Self::QuotedPrintable }
    }

    fn fields(self, subtype: &str) -> String {
        let encoding = match self {
            Self::SevenBit => "7bit",
            Self::QuotedPrintable => "quoted-printable",
            Self::Base64 => "base64",
        };
        format!("Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n")
    }
}

/// How many bytes are not ASCII. Counted in bytes as long as these cannot overflow, which goes many at a time.
fn foreign_bytes(text: &str) -> usize {
    if text.is_ascii() {
        return 0;
    }
    let of_piece = |piece: &[u8]| usize::from(piece.iter().fold(0_u8, |count, byte| count.saturating_add(byte >> 7)));
    text.as_bytes().chunks(128).map(of_piece).sum()
}

/// Lines however they end: CRLF, LF or a lone CR. The last line end is none of its own.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let has_returns = text.contains('\r');
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(end) = line_end(rest, has_returns) else {
            return Some(std::mem::take(&mut rest));
        };
        let (line, tail) = rest.split_at_checked(end)?;
        rest = tail.strip_prefix("\r\n").or_else(|| tail.get(1..)).unwrap_or_default();
        Some(line)
    })
}

/// May this byte stand within a line as it is (RFC 2045 §6.7 (2) and (3))?
const fn needs_no_code(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t') && byte != b'='
}

/// Whether a short line needs no code of RFC 2045 §6.7 at all, as most do.
fn is_plain(line: &str) -> bool {
    let has_codes = any_byte(line.as_bytes(), |byte| !matches!(byte, b' '..=b'~') || byte == b'=');
    !has_codes && line.len() <= LINE && !line.ends_with(' ') && !line.starts_with("From ") && line != "."
}

/// One character is found much faster than one of two, and texts of ours hold line feeds only.
fn line_end(text: &str, has_returns: bool) -> Option<usize> {
    if has_returns { text.find(['\r', '\n']) } else { text.find('\n') }
}

/// NUL and its like are allowed in no mail (RFC 5322 §2.2, §4.1) and make servers refuse it.
fn without_controls(text: &str) -> Cow<'_, str> {
    let is_control = |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\r' | '\n');
    // Bytes are faster to look at than characters; ASCII is the same in both.
    if any_byte(text.as_bytes(), |byte| byte == 0x7f || byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n')) {
        text.replace(is_control, "").into()
    } else {
        text.into()
    }
}

/// Cannot occur in quoted-printable or base64 because of its `=_`, and in plain text only if somebody inverts BLAKE3.
fn boundary<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let digest = Digest::of_parts(parts).to_string();
    format!("=_{}", digest.get(..40).unwrap_or_default())
}

fn multipart(subtype: &str, boundary: &str) -> Vec<u8> {
    format!("Content-Type: multipart/{subtype};\r\n boundary=\"{boundary}\"\r\n").into_bytes()
}

/// A type that can stand in a header: two tokens (RFC 2045 §5.1) of sensible length.
fn media_type(text: &str) -> Option<&str> {
    let token = |part: &str| {
        (1..=100).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    text.split_once('/').is_some_and(|(kind, subtype)| token(kind) && token(subtype)).then_some(text)
}

fn is_composite(content_type: &str) -> bool {
    let kind = content_type.split('/').next().unwrap_or_default();
    kind.eq_ignore_ascii_case("message") || kind.eq_ignore_ascii_case("multipart")
}

fn content_id(text: &str) -> Option<&str> {
    ((1..=200).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>'))).then_some(text)
}

/// RFC 2045 §2.7: ASCII, CRLF, lines of at most 998.
fn is_seven_bit(content: &[u8]) -> bool {
    let mut before = 0;
    let mut column = 0_usize;
    for &byte in content {
        if !byte.is_ascii() || byte == 0 || (byte == b'\n') != (before == b'\r') {
            return false;
        }
        column = if byte == b'\n' { 0 } else { column + 1 };
        if column > 998 {
            return false;
        }
        before = byte;
    }
    before != b'\r'
}
