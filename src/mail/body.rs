//! The texts and files of a message: which parts are text, what becomes of the others, and how the whole text is put together.
//!
//! Files that hold a message are looked into: `winmail.dat` (`tnef`), and S/MIME whose text is inside the signature (`cms`).
//! They stay among the attachments as they came.

use std::borrow::Cow;

use jiff::tz::TimeZone;

use crate::base::{clip, limit, one_line};

use super::choose::{self, Version};
use super::html::{self, HtmlText, Mark, Pictures};
use super::mime::{self, Part, Tree};
use super::model::{Attachment, Mail};
use super::{attachment, calendar, charset, flowed, protection, tnef, transfer};

/// Uuencoded files taken out of one text.
const UU_FILES: usize = 20;
/// Messages that are looked into inside others: signed, and signed again.
const DEPTH: u32 = 3;
/// Characters of a Content-ID.
const ID_CHARS: usize = 2000;

/// One text of the message.
enum Text {
    Plain(String),
    /// Text with marks of its own (`text/enriched`, Markdown): shown where there is no plain version.
    Marked(String),
    Html(HtmlText),
    /// The name of a picture that stands between texts.
    Picture(String),
}

/// A text, and the multipart/alternative it is a version in.
struct Piece {
    text: Text,
    alternative: Option<usize>,
    /// A plain text as it stood, where cleaning has changed it.
    exact: Option<String>,
}

/// What has been found so far.
struct Collector<'m> {
    mail: &'m mut Mail,
    charset: Option<String>,
    pieces: Vec<Piece>,
    /// A text sent as a file to be shown.
    named_text: Option<String>,
    /// Numbers of alternatives that are taken.
    taken: usize,
}

/// What is known of the text besides its words.
#[derive(Debug, Default)]
pub(super) struct About {
    /// The marks of the text, where it is a single HTML part.
    pub(super) marks: Vec<(usize, Mark)>,
    /// What the plain version says instead of the text: that one should look at the HTML. No part of the text.
    pub(super) placeholder: String,
}

/// Reads the texts and files.
pub(super) fn read(tree: &Tree<'_>, charset: Option<&str>, zone: &TimeZone, mail: &mut Mail) -> About {
    let charset = charset.map(str::to_owned);
    let mut collector = Collector { mail, charset, pieces: Vec::new(), named_text: None, taken: 0 };
    collector.tree(tree, DEPTH);
    collector.unpack_blocks();
    let Collector { mail, mut pieces, named_text, .. } = collector;
    if let Some(text) = named_text.filter(|_| !pieces.iter().any(Piece::says_something)) {
        let text = bounded(plain_text(&text), &mut mail.defects);
        pieces.push(Piece::of(Text::Plain(text), None));
    }
    let calendar = mail.attachments.iter().find(|file| is_calendar(file));
    mail.invitation = calendar.and_then(|file| calendar::summary(&charset::decode(&file.content, Some("utf-8")), zone));
    if let Some(invitation) = mail.invitation.clone().filter(|_| !pieces.iter().any(Piece::says_something)) {
        pieces.push(Piece::of(Text::Plain(invitation), None));
    }
    put_together(pieces, mail)
}

fn is_calendar(file: &Attachment) -> bool {
    matches!(file.content_type.as_str(), "text/calendar" | "application/ics")
        || file.content_type == "application/octet-stream" && file.name.to_ascii_lowercase().ends_with(".ics")
}

impl Piece {
    fn of(text: Text, alternative: Option<usize>) -> Self {
        Self { text, alternative, exact: None }
    }

    fn says_something(&self) -> bool {
        match &self.text {
            Text::Plain(text) | Text::Marked(text) => !text.trim().is_empty(),
            Text::Html(html) => !html.text.is_empty(),
            Text::Picture(_) => false,
        }
    }
}

impl Collector<'_> {
    fn tree(&mut self, tree: &Tree<'_>, depth: u32) {
        let base = self.taken;
        self.taken += tree.parts.len();
        let names = self.names(tree);
        let pictures = pictures(tree, &names);
        for ((index, part), name) in tree.parts.iter().enumerate().zip(names).filter(|((_, part), _)| !part.is_multipart) {
            let alternative = alternative_of(tree, part).map(|index| base + index);
            if is_text(tree, part, index) {
                self.text(part, alternative, &pictures);
            } else if !is_for_others(part) {
                self.file(tree, part, name, depth, alternative);
            }
        }
    }

    /// The names of all parts that are files, before any text is read: texts name pictures that come after them.
    fn names(&self, tree: &Tree<'_>) -> Vec<String> {
        let mut number = self.mail.attachments.len();
        let named = tree.parts.iter().enumerate().map(|(index, part)| {
            if part.is_multipart || is_for_others(part) || is_text(tree, part, index) {
                return String::new();
            }
            number += 1;
            attachment::name(part, self.charset.as_deref(), number)
        });
        named.collect()
    }

    fn text(&mut self, part: &Part<'_>, alternative: Option<usize>, pictures: &Pictures) {
        let bytes = transfer::decode(part.body, part.header.value("Content-Transfer-Encoding"));
        let label = part.content_type.token("charset");
        let mut exact = None;
        let text = match part.content_type.value.as_str() {
            "text/html" | "application/xhtml+xml" => {
                let label = label.filter(|label| !charset::is_vague(label)).or_else(|| meta_charset(&bytes));
                let html = html::to_text(&charset::decode(&bytes, label.as_deref()), pictures);
                self.mail.has_hidden_html |= html.has_hidden;
                Text::Html(html)
            }
            "text/enriched" | "text/richtext" => Text::Marked(enriched(&self.plain(part, &bytes, label.as_deref()).0)),
            "text/markdown" => Text::Marked(self.plain(part, &bytes, label.as_deref()).0),
            _ => {
                let (text, as_it_stood) = self.plain(part, &bytes, label.as_deref());
                exact = as_it_stood;
                Text::Plain(with_picture_names(text, pictures))
            }
        };
        self.pieces.push(Piece { text, alternative, exact });
    }

    /// A plain part as text, its uuencoded files taken out of it; and as it stood, where cleaning has changed more than line ends.
    fn plain(&mut self, part: &Part<'_>, bytes: &[u8], label: Option<&str>) -> (String, Option<String>) {
        let mut rest = Cow::Borrowed(bytes);
        for _ in 0..UU_FILES {
            let Some(file) = transfer::uuencoded(&rest) else { break };
            let name = attachment::safe(&charset::decode_header(&file.name, label));
            let name = if name.is_empty() { format!("attachment-{}.bin", self.mail.attachments.len() + 1) } else { name };
            let content_type = attachment::type_of(&name).to_owned();
            self.mail.attachments.push(Attachment { name, content_type, content_id: None, inline: false, content: file.content });
            let mut without = rest.get(..file.start).unwrap_or_default().to_vec();
            without.extend(rest.get(file.end..).unwrap_or_default());
            rest = Cow::Owned(without);
        }
        let text = charset::decode(&rest, label);
        let exact = charset::with_what_was_cleaned(&rest, label, &text).map(|exact| exact.replace("\r\n", "\n"));
        let text = plain_text(&text);
        let says = |name: &str, value: &str| part.content_type.token(name).is_some_and(|said| said.eq_ignore_ascii_case(value));
        let is_flowed = part.content_type.value == "text/plain" && says("format", "flowed");
        let flow = |text: String| if is_flowed { flowed::join(&text, says("delsp", "yes")) } else { text };
        (bounded(flow(text), &mut self.mail.defects), exact.map(flow).map(|exact| clip(&exact, limit::TEXT_BYTES)))
    }

    fn file(&mut self, tree: &Tree<'_>, part: &Part<'_>, name: String, depth: u32, alternative: Option<usize>) {
        let content = transfer::decode(part.body, part.header.value("Content-Transfer-Encoding")).into_owned();
        let kind = part.content_type.value.as_str();
        if kind == "text/plain" && part.disposition.value != "attachment" && self.named_text.is_none() {
            self.named_text = Some(charset::decode(&content, part.content_type.token("charset").as_deref()));
        }
        let file = read_attachment(part, name, content);
        // A picture that a person put between two paragraphs.
        let stands_in_text = kind.starts_with("image/") && part.disposition.value == "inline" && stands_among_texts(tree, part);
        if stands_in_text {
            self.pieces.push(Piece::of(Text::Picture(file.name.clone()), alternative));
        }
        let inner = if depth > 0 { protection::signed_message(kind, &file.name, &file.content) } else { None };
        self.mail.attachments.push(file);
        if let Some(inner) = inner {
            let tree = mime::take_apart(&inner);
            self.mail.defects.extend(tree.defects.iter().map(|defect| format!("in the signed message: {defect}")));
            if !tree.is_beyond_bounds {
                self.tree(&tree, depth - 1);
            }
        }
    }

    /// Takes the files out of `winmail.dat`, and its text where the message has none.
    fn unpack_blocks(&mut self) {
        let is_block = |file: &Attachment| {
            matches!(file.content_type.as_str(), "application/ms-tnef" | "application/vnd.ms-tnef")
                || file.name.to_ascii_lowercase().ends_with("winmail.dat")
        };
        let blocks: Vec<_> =
            self.mail.attachments.iter().filter(|file| is_block(file)).filter_map(|file| tnef::unpack(&file.content)).collect();
        for block in blocks {
            let number = self.mail.attachments.len();
            self.mail
                .attachments
                .extend(block.files.into_iter().zip(number..).map(|(file, number)| from_block(file, number + 1)));
            if self.pieces.iter().any(Piece::says_something) {
                continue;
            }
            let alternative = Some(self.taken);
            self.taken += 1;
            if let Some(text) = block.text {
                let text = bounded(plain_text(&text), &mut self.mail.defects);
                self.pieces.push(Piece::of(Text::Plain(text), alternative));
            }
            if let Some(html) = block.html {
                let html = html::to_text(&html, &named_by_id(&self.mail.attachments));
                self.mail.has_hidden_html |= html.has_hidden;
                self.pieces.push(Piece::of(Text::Html(html), alternative));
            }
        }
    }
}

fn from_block(file: tnef::File, number: usize) -> Attachment {
    let name = attachment::safe(&file.name);
    let stated = file.content_type.map(|kind| kind.trim().to_ascii_lowercase()).filter(|kind| kind.contains('/'));
    let content_type = stated.unwrap_or_else(|| attachment::type_of(&name).to_owned());
    let name = if name.is_empty() { attachment::nameless(&content_type, number) } else { name };
    let content_id = file.content_id.map(|id| one_line(id.trim_matches(['<', '>', ' ']), ID_CHARS)).filter(|id| !id.is_empty());
    Attachment { name, content_type, inline: content_id.is_some(), content_id, content: file.content }
}

fn read_attachment(part: &Part<'_>, name: String, content: Vec<u8>) -> Attachment {
    let content_id = content_id(part);
    let inline = part.disposition.value == "inline" || part.disposition.value.is_empty() && content_id.is_some();
    Attachment { name, content_type: part.content_type.value.clone(), content_id, inline, content }
}

fn content_id(part: &Part<'_>) -> Option<String> {
    let id = part.header.value("Content-ID").map(|id| one_line(&String::from_utf8_lossy(id), ID_CHARS));
    id.map(|id| id.trim_matches(['<', '>', ' ']).to_owned()).filter(|id| !id.is_empty())
}

/// Names of the pictures that HTML may show, by Content-ID and Content-Location (RFC 2392, RFC 2557).
fn pictures(tree: &Tree<'_>, names: &[String]) -> Pictures {
    let mut pictures = Pictures::new();
    for (part, name) in tree.parts.iter().zip(names).filter(|(_, name)| !name.is_empty()) {
        let location = part.header.value("Content-Location").map(|place| one_line(&String::from_utf8_lossy(place), ID_CHARS));
        for id in content_id(part).into_iter().chain(location).filter(|id| !id.is_empty()) {
            pictures.entry(id.to_ascii_lowercase()).or_insert_with(|| name.clone());
        }
    }
    pictures
}

fn named_by_id(files: &[Attachment]) -> Pictures {
    files.iter().filter_map(|file| Some((file.content_id.as_ref()?.to_ascii_lowercase(), file.name.clone()))).collect()
}

/// Outlook's plain version says `[cid:image001.png@01DA]` where a picture stands.
fn with_picture_names(text: String, pictures: &Pictures) -> String {
    if pictures.is_empty() || !text.contains("[cid:") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("[cid:") {
        out.push_str(before);
        let id = after.get(..after.find([']', '\n']).unwrap_or(after.len())).unwrap_or_default();
        let name = if after.get(id.len()..).is_some_and(|tail| tail.starts_with(']')) {
            pictures.get(&id.to_ascii_lowercase())
        } else {
            None
        };
        match name {
            Some(name) => {
                out.push_str(&format!("[image: {name}"));
                rest = after.get(id.len()..).unwrap_or_default();
            }
            None => {
                out.push_str("[cid:");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Whether a leaf is shown as text: plain or HTML, and not offered as a file.
fn is_text(tree: &Tree<'_>, part: &Part<'_>, index: usize) -> bool {
    let kind = part.content_type.value.as_str();
    let is_readable = matches!(
        kind,
        "text/plain" | "text/html" | "text/enriched" | "text/richtext" | "text/markdown" | "text" | "application/xhtml+xml"
    ) || kind.starts_with("multipart/");
    let is_file = part.disposition.value == "attachment" || index > 0 && attachment::has_name(part);
    is_readable && !is_file && !is_embedded(tree, part, index)
}

/// RFC 2387 §3.1 and §3.2: beside the root of a multipart/related stand the things that it shows, by their ids.
fn is_embedded(tree: &Tree<'_>, part: &Part<'_>, index: usize) -> bool {
    let Some(parent) = part.parent.and_then(|at| tree.parts.get(at)) else { return false };
    let Some(id) = content_id(part).filter(|_| parent.content_type.value == "multipart/related") else { return false };
    match parent.content_type.token("start") {
        Some(start) => start.trim_matches(['<', '>', ' ']) != id,
        None => tree.parts.iter().position(|other| other.parent == part.parent) != Some(index),
    }
}

/// Versions for clocks and for pages that change: nobody reads them here, and the others say the same.
fn is_for_others(part: &Part<'_>) -> bool {
    matches!(part.content_type.value.as_str(), "text/x-amp-html" | "text/watch-html") && part.disposition.value != "attachment"
}

/// Whether the part stands in a multipart/mixed beside texts, as Apple Mail sends pictures between paragraphs.
fn stands_among_texts(tree: &Tree<'_>, part: &Part<'_>) -> bool {
    part.parent.and_then(|at| tree.parts.get(at)).is_some_and(|parent| parent.content_type.value == "multipart/mixed")
}

/// The outermost multipart/alternative that a part stands in: all that is inside says the same once more.
fn alternative_of(tree: &Tree<'_>, part: &Part<'_>) -> Option<usize> {
    let mut found = None;
    let mut above = part.parent;
    // Depth is bounded by `limit::MIME_DEPTH`.
    while let Some(index) = above {
        let parent = tree.parts.get(index)?;
        if parent.content_type.value == "multipart/alternative" {
            found = Some(index);
        }
        above = parent.parent;
    }
    found
}

/// Line feeds only.
pub(super) fn plain_text(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// At most [`limit::TEXT_BYTES`] of a text.
pub(super) fn bounded(mut text: String, defects: &mut Vec<String>) -> String {
    if text.len() > limit::TEXT_BYTES {
        let end = (0..=limit::TEXT_BYTES).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
        text.truncate(end);
        defects.push(format!("its text is longer than {} KB; the rest is in the raw message", limit::TEXT_BYTES / 1024));
    }
    text
}

/// RFC 1896: `<bold>` and its kin go, `<<` is a bracket, one line end is a blank and further ones count.
fn enriched(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut parameters = 0_usize;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = after;
        match c {
            '<' if after.starts_with('<') => {
                out.push('<');
                rest = after.get(1..).unwrap_or_default();
            }
            // RFC 1896 §2: a command has at most 60 characters.
            '<' => match after.bytes().take(64).position(|b| b == b'>') {
                Some(end) => {
                    let name = after.get(..end).unwrap_or_default();
                    match name.to_ascii_lowercase().as_str() {
                        "param" => parameters += 1,
                        "/param" => parameters = parameters.saturating_sub(1),
                        _ => {}
                    }
                    rest = after.get(end + 1..).unwrap_or_default();
                }
                None => out.push('<'),
            },
            _ if parameters > 0 => {}
            '\n' => {
                let more = after.bytes().take_while(|b| *b == b'\n').count();
                rest = after.get(more..).unwrap_or_default();
                out.extend(std::iter::repeat_n(if more == 0 { ' ' } else { '\n' }, more.max(1)));
            }
            c => out.push(c),
        }
    }
    out
}

/// Which versions of each alternative are shown.
fn versions(pieces: &[Piece]) -> Vec<(usize, Version)> {
    let mut numbers: Vec<usize> = pieces.iter().filter_map(|piece| piece.alternative).collect();
    numbers.dedup();
    let of = |number: usize| {
        let (mut plain, mut marked, mut html) = (String::new(), String::new(), String::new());
        for piece in pieces.iter().filter(|piece| piece.alternative == Some(number)) {
            let (all, text) = match &piece.text {
                Text::Plain(text) => (&mut plain, text),
                Text::Marked(text) => (&mut marked, text),
                Text::Html(text) => (&mut html, &text.seen),
                Text::Picture(_) => continue,
            };
            all.push_str(text);
            all.push('\n');
        }
        let best = if plain.trim().is_empty() { &marked } else { &plain };
        (number, choose::version(best, &html))
    };
    // Each alternative is one run of parts, nearly always; there are few of them.
    numbers.into_iter().take(limit::MIME_PARTS).map(of).collect()
}

/// Makes the whole text.
fn put_together(pieces: Vec<Piece>, mail: &mut Mail) -> About {
    let mut about = About::default();
    let versions = versions(&pieces);
    let version = |piece: &Piece| {
        piece.alternative.and_then(|number| versions.iter().find(|(at, _)| *at == number)).map(|(_, version)| *version)
    };
    let plain_ones: Vec<usize> = pieces
        .iter()
        .filter(|piece| matches!(piece.text, Text::Plain(_)) && piece.says_something())
        .filter_map(|piece| piece.alternative)
        .collect();
    let mut html_text: Option<String> = None;
    let mut shown: Vec<Text> = Vec::new();
    let mut pictures = std::collections::BTreeSet::new();
    for mut piece in pieces {
        let version = version(&piece);
        let exact = piece.exact.take();
        let says_something = piece.says_something();
        match piece.text {
            Text::Plain(text) => {
                match version {
                    Some(Version::Html) => continue,
                    Some(Version::HtmlInstead) => {
                        about.placeholder.push_str(&text);
                        continue;
                    }
                    _ if !says_something => continue,
                    _ => {}
                }
                mail.plain.get_or_insert_with(|| exact.unwrap_or_else(|| text.clone()));
                shown.push(Text::Plain(text));
            }
            Text::Marked(text) => {
                let has_plain = piece.alternative.is_some_and(|number| plain_ones.contains(&number));
                if !matches!(version, Some(Version::Html | Version::HtmlInstead)) && says_something && !has_plain {
                    shown.push(Text::Marked(text));
                }
            }
            Text::Html(html) => {
                let seen = html_text.get_or_insert_default();
                if !seen.is_empty() {
                    seen.push('\n');
                }
                seen.push_str(&html.seen);
                pictures.extend(html.pictures.iter().cloned());
                if version != Some(Version::Plain) && says_something {
                    shown.push(Text::Html(html));
                }
            }
            Text::Picture(name) => shown.push(Text::Picture(name)),
        }
    }
    for file in &mut mail.attachments {
        file.inline |= file.content_id.as_ref().is_some_and(|id| pictures.contains(&id.to_ascii_lowercase()));
    }
    // A picture after the last text stands nowhere in particular.
    while matches!(shown.last(), Some(Text::Picture(_))) {
        shown.pop();
    }
    if let [Text::Html(html)] = shown.as_slice() {
        about.marks.clone_from(&html.marks);
    }
    let mut text = String::new();
    for piece in &shown {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        match piece {
            Text::Plain(piece) | Text::Marked(piece) => text.push_str(piece),
            Text::Html(html) => text.push_str(&html.text),
            Text::Picture(name) => text.push_str(&format!("[image: {name}]")),
        }
    }
    mail.text = bounded(text, &mut mail.defects);
    mail.html_text = html_text.map(|text| bounded(text, &mut mail.defects));
    about
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
