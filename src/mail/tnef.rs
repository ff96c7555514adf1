//! Outlook's own wrapping of a message, `winmail.dat` (MS-OXTNEF): its files with their long names, and its text.
//!
//! Exchange and Outlook send it where they take the recipient for one of their own; every other program shows a file that
//! nobody can open. It is read leniently and never fails: what is cut or wrong ends the reading there. Every byte is looked at
//! once a level, embedded messages go [`DEPTH`] deep, and nothing is larger than the block it comes from except compressed RTF,
//! which is bounded in `rtf`. Checksums are not looked at: a damaged file is better than none.

use super::charset;

mod property;
mod rtf;

use property::{Property, Value};

/// What a block held.
#[derive(Clone, Debug, Default)]
pub(super) struct Unpacked {
    /// Its files, in order.
    pub(super) files: Vec<File>,
    /// Its plain text.
    pub(super) text: Option<String>,
    /// Its HTML.
    pub(super) html: Option<String>,
    /// Its subject.
    pub(super) subject: Option<String>,
}

/// A file in the block.
#[derive(Clone, Debug, Default)]
pub(super) struct File {
    /// Its name as written; empty where there is none.
    pub(super) name: String,
    /// Its type, where it is stated.
    pub(super) content_type: Option<String>,
    pub(super) content_id: Option<String>,
    pub(super) content: Vec<u8>,
}

/// The first four bytes of a block (MS-OXTNEF §2.1.3.1).
const SIGNATURE: u32 = 0x223e_9f78;
/// Messages inside messages.
const DEPTH: usize = 4;
/// Files of one block; real ones have a few.
const FILES: usize = 200;
/// Attributes of one block, a few for each file.
const ATTRIBUTES: usize = 5000;

// Attributes (MS-OXTNEF §2.1.3.2).
const BODY: u16 = 0x800c;
const SUBJECT: u16 = 0x8004;
const MESSAGE_PROPERTIES: u16 = 0x9003;
const CODE_PAGE: u16 = 0x9007;
const FILE_BEGINS: u16 = 0x9002;
const FILE_TITLE: u16 = 0x8010;
const FILE_DATA: u16 = 0x800f;
const FILE_TRANSPORT_NAME: u16 = 0x9001;
const FILE_PROPERTIES: u16 = 0x9005;

// Properties (MS-OXPROPS).
const BODY_TEXT: u16 = 0x1000;
const BODY_RTF: u16 = 0x1009;
const BODY_HTML: u16 = 0x1013;
const MESSAGE_SUBJECT: u16 = 0x0037;
const INTERNET_CODE_PAGE: u16 = 0x3fde;
const LONG_NAME: u16 = 0x3707;
const SHORT_NAME: u16 = 0x3704;
const DISPLAY_NAME: u16 = 0x3001;
const MIME_TYPE: u16 = 0x370e;
const CONTENT_ID: u16 = 0x3712;
const DATA: u16 = 0x3701;

/// Whether bytes are such a block.
pub(super) fn is_block(bytes: &[u8]) -> bool {
    Bytes(bytes).u32() == Some(SIGNATURE)
}

/// Unpacks a block; nothing where it is none, or holds nothing.
pub(super) fn unpack(bytes: &[u8]) -> Option<Unpacked> {
    let unpacked = unpack_at(bytes, DEPTH)?;
    let is_empty = unpacked.files.is_empty() && unpacked.text.is_none() && unpacked.html.is_none();
    (!is_empty).then_some(unpacked)
}

/// What one block has told so far.
#[derive(Default)]
struct Reader {
    unpacked: Unpacked,
    /// Charset of texts that are not Unicode.
    code_page: Option<String>,
    html: Option<Vec<u8>>,
    html_code_page: Option<String>,
    open: Option<Open>,
}

/// A file that is being read; its names by their worth.
#[derive(Default)]
struct Open {
    file: File,
    long: Option<String>,
    title: Option<String>,
    other: Option<String>,
    embedded: Option<Unpacked>,
}

fn unpack_at(bytes: &[u8], depth: usize) -> Option<Unpacked> {
    let mut rest = Bytes(bytes);
    if rest.u32() != Some(SIGNATURE) {
        return None;
    }
    rest.take(2)?;
    let mut reader = Reader::default();
    for _ in 0..ATTRIBUTES {
        let Some((id, data)) = attribute(&mut rest) else { break };
        reader.attribute(id, data, depth);
        if reader.unpacked.files.len() >= FILES {
            break;
        }
    }
    Some(reader.finish())
}

/// The next attribute: level, identifier, type, length, data, checksum. A cut one gives what is left of it.
fn attribute<'a>(rest: &mut Bytes<'a>) -> Option<(u16, &'a [u8])> {
    rest.take(1)?;
    let id = rest.u16()?;
    rest.take(2)?;
    let length = usize::try_from(rest.u32()?).ok()?;
    let data = match rest.take(length) {
        Some(data) => data,
        None => std::mem::take(&mut rest.0),
    };
    rest.take(2);
    Some((id, data))
}

impl Reader {
    fn attribute(&mut self, id: u16, data: &[u8], depth: usize) {
        match id {
            CODE_PAGE => self.code_page = Bytes(data).u32().map(code_page),
            SUBJECT => self.unpacked.subject = self.string(data),
            BODY => self.unpacked.text = self.unpacked.text.take().or_else(|| self.string(data)),
            MESSAGE_PROPERTIES => self.message(data),
            FILE_BEGINS => {
                self.close();
                self.open = Some(Open::default());
            }
            FILE_TITLE => {
                let title = self.string(data);
                self.file().title = title;
            }
            FILE_TRANSPORT_NAME => {
                let name = self.string(data);
                let file = self.file();
                file.other = file.other.take().or(name);
            }
            FILE_DATA => self.file().file.content = data.to_vec(),
            FILE_PROPERTIES => self.file_properties(data, depth),
            _ => {}
        }
    }

    fn file(&mut self) -> &mut Open {
        self.open.get_or_insert_default()
    }

    fn message(&mut self, data: &[u8]) {
        let properties = property::read(data);
        if let Some(page) = properties.iter().find(|one| one.id == INTERNET_CODE_PAGE).and_then(Property::number) {
            self.html_code_page = Some(code_page(page));
        }
        for one in &properties {
            match one.id {
                BODY_TEXT => self.unpacked.text = self.text(&one.value).or(self.unpacked.text.take()),
                MESSAGE_SUBJECT => self.unpacked.subject = self.text(&one.value).or(self.unpacked.subject.take()),
                BODY_HTML => match &one.value {
                    Value::Binary(bytes) | Value::Bytes(bytes) => self.html = Some(bytes.to_vec()),
                    Value::Unicode(text) => self.unpacked.html = Some(text.clone()),
                    Value::Number(_) => {}
                },
                BODY_RTF => {
                    if let Value::Binary(bytes) = one.value
                        && let Some(said) = rtf::read(bytes)
                    {
                        self.unpacked.html = self.unpacked.html.take().or(said.html);
                        self.unpacked.text = self.unpacked.text.take().or(said.text);
                    }
                }
                _ => {}
            }
        }
    }

    fn file_properties(&mut self, data: &[u8], depth: usize) {
        let properties = property::read(data);
        let text = |id: u16| properties.iter().find(|one| one.id == id).and_then(|one| self.text(&one.value));
        let (long, other) = (text(LONG_NAME), text(SHORT_NAME).or_else(|| text(DISPLAY_NAME)));
        let (content_type, content_id) = (text(MIME_TYPE), text(CONTENT_ID));
        let content = properties.iter().find(|one| one.id == DATA).and_then(|one| match one.value {
            Value::Binary(bytes) => Some(bytes),
            _ => None,
        });
        let file = self.file();
        file.long = long.or(file.long.take());
        file.other = file.other.take().or(other);
        file.file.content_type = content_type.or(file.file.content_type.take());
        file.file.content_id = content_id.or(file.file.content_id.take());
        if let Some(content) = content {
            // An embedded message is an object: sixteen bytes that name its interface stand before it.
            let embedded = content.get(16..).filter(|inner| is_block(inner));
            match embedded {
                Some(inner) if depth > 0 => file.embedded = unpack_at(inner, depth - 1),
                _ => file.file.content = content.to_vec(),
            }
        }
    }

    /// Ends the file that is being read.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let mut file = open.file;
        file.name = open.long.or(open.title).or(open.other).unwrap_or_default();
        match open.embedded {
            Some(embedded) => self.embed(embedded, &file.name),
            None if file.content.is_empty() && file.name.is_empty() => {}
            None => self.unpacked.files.push(file),
        }
    }

    /// A message inside becomes a file of its text, and its files follow it.
    fn embed(&mut self, embedded: Unpacked, name: &str) {
        let title = embedded.subject.as_deref().filter(|subject| !subject.is_empty()).unwrap_or(name).replace(['/', '\\'], "-");
        let text = match (embedded.html, embedded.text) {
            (Some(html), _) => Some(("html", "text/html", html)),
            (None, Some(text)) => Some(("txt", "text/plain", text)),
            (None, None) => None,
        };
        if let Some((ending, kind, text)) = text {
            self.unpacked.files.push(File {
                name: if title.is_empty() { String::new() } else { format!("{title}.{ending}") },
                content_type: Some(kind.to_owned()),
                content_id: None,
                content: text.into_bytes(),
            });
        }
        self.unpacked.files.extend(embedded.files);
        self.unpacked.files.truncate(FILES);
    }

    fn text(&self, value: &Value<'_>) -> Option<String> {
        match value {
            Value::Unicode(text) => Some(text.clone()).filter(|text| !text.is_empty()),
            Value::Bytes(bytes) => self.string(bytes),
            Value::Binary(_) | Value::Number(_) => None,
        }
    }

    /// A string of the block's code page, without the NUL that ends it.
    fn string(&self, bytes: &[u8]) -> Option<String> {
        let end = bytes.iter().position(|&b| b == 0).unwrap_or(bytes.len());
        let text = charset::decode(bytes.get(..end).unwrap_or_default(), self.code_page.as_deref());
        (!text.is_empty()).then_some(text)
    }

    fn finish(mut self) -> Unpacked {
        self.close();
        if let Some(html) = self.html.take() {
            let end = html.iter().rposition(|&b| b != 0).map_or(0, |last| last + 1);
            let label = self.html_code_page.as_deref().or(self.code_page.as_deref());
            let text = charset::decode(html.get(..end).unwrap_or_default(), label);
            self.unpacked.html = Some(text).filter(|text| !text.is_empty()).or(self.unpacked.html.take());
        }
        self.unpacked
    }
}

/// The charset label of a Windows code page.
fn code_page(number: u32) -> String {
    match number {
        65001 => "utf-8".to_owned(),
        65000 => "utf-7".to_owned(),
        1200 => "utf-16le".to_owned(),
        20127 => "us-ascii".to_owned(),
        20866 => "koi8-r".to_owned(),
        21866 => "koi8-u".to_owned(),
        28591..=28605 => format!("iso-8859-{}", number.saturating_sub(28590)),
        50220..=50222 => "iso-2022-jp".to_owned(),
        51932 => "euc-jp".to_owned(),
        51949 => "euc-kr".to_owned(),
        54936 => "gb18030".to_owned(),
        number @ 1250..=1258 => format!("windows-{number}"),
        number => format!("cp{number}"),
    }
}

/// Little-endian numbers taken from the front of some bytes.
#[derive(Clone, Copy)]
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        let (bytes, rest) = self.0.split_first_chunk::<2>()?;
        self.0 = rest;
        Some(u16::from_le_bytes(*bytes))
    }

    fn u32(&mut self) -> Option<u32> {
        let (bytes, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*bytes))
    }
}

#[cfg(test)]
mod tests;
