//! Compressed RTF (MS-OXRTFCP) and the HTML or text that is wrapped in it (MS-OXRTFEX).
//!
//! Outlook keeps a message as RTF even where it was written as HTML, with the tags in groups that RTF programs skip. Those
//! are taken out again. RTF that was never HTML gives its bare text. One pass, bounded by [`limit::HTML_BYTES`].

use crate::base::limit;

use super::super::charset;
use super::{Bytes, code_page};

/// What the RTF says.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) html: Option<String>,
    pub(super) text: Option<String>,
}

/// What the dictionary of the compression holds at the beginning (MS-OXRTFCP §2.1.2.1).
const DICTIONARY: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const COMPRESSED: u32 = 0x7546_5a4c;
const PLAIN: u32 = 0x414c_454d;
/// Groups inside groups.
const DEPTH: usize = 200;

/// Reads the value of PidTagRtfCompressed.
pub(super) fn read(bytes: &[u8]) -> Option<Said> {
    let rtf = decompress(bytes)?;
    let said = unwrap(&rtf);
    (said.html.is_some() || said.text.is_some()).then_some(said)
}

/// LZFu: tokens of eight, each a byte or a place in a ring of 4096.
fn decompress(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Bytes(bytes);
    rest.take(4)?;
    let size = usize::try_from(rest.u32()?).ok()?.min(limit::HTML_BYTES);
    let kind = rest.u32()?;
    rest.take(4)?;
    if kind == PLAIN {
        return Some(rest.0.get(..size).unwrap_or(rest.0).to_vec());
    }
    if kind != COMPRESSED {
        return None;
    }
    // Text and dictionary in one: a place in the ring is a distance back from the end.
    let mut out = DICTIONARY.to_vec();
    let whole = size.saturating_add(DICTIONARY.len());
    'all: while let Some(control) = rest.take(1).and_then(<[u8]>::first).copied() {
        for bit in 0..8 {
            if out.len() >= whole {
                break 'all;
            }
            if control >> bit & 1 == 0 {
                let Some(literal) = rest.take(1) else { break 'all };
                out.extend_from_slice(literal);
                continue;
            }
            let Some((pair, after)) = rest.0.split_first_chunk::<2>() else { break 'all };
            rest = Bytes(after);
            let token = usize::from(u16::from_be_bytes(*pair));
            let (place, length) = (token >> 4, (token & 15) + 2);
            let back = (out.len() & 4095).wrapping_sub(place) & 4095;
            if back == 0 {
                // A reference to the place of writing ends the text (MS-OXRTFCP §2.2.2.2).
                break 'all;
            }
            for _ in 0..length {
                let byte = out.len().checked_sub(back).and_then(|at| out.get(at)).copied().unwrap_or(b' ');
                out.push(byte);
            }
        }
    }
    out.truncate(whole);
    Some(out.split_off(DICTIONARY.len()))
}

/// What a group holds.
#[derive(Clone, Copy)]
struct Group {
    /// Nothing in it is text.
    is_skipped: bool,
    /// It is an HTML tag.
    is_tag: bool,
    /// RTF that stands for what a tag says already.
    is_rendering: bool,
    /// Bytes that follow a `\u` and stand for it in old programs.
    fallback: usize,
}

struct Reader {
    groups: Vec<Group>,
    /// Groups deeper than [`DEPTH`].
    deeper: usize,
    page: String,
    is_html: bool,
    out: String,
    /// Bytes that are not decoded yet: a character may be two of them.
    pending: Vec<u8>,
    skip: usize,
    is_new_group: bool,
    high: Option<u16>,
}

fn unwrap(rtf: &[u8]) -> Said {
    let ground = Group { is_skipped: false, is_tag: false, is_rendering: false, fallback: 1 };
    let mut reader = Reader {
        groups: vec![ground],
        deeper: 0,
        page: "windows-1252".to_owned(),
        is_html: false,
        out: String::new(),
        pending: Vec::new(),
        skip: 0,
        is_new_group: false,
        high: None,
    };
    let mut rest = rtf;
    while let Some((&byte, after)) = rest.split_first() {
        if reader.out.len() > limit::HTML_BYTES {
            break;
        }
        rest = match byte {
            b'\\' => reader.control(after),
            b'{' => {
                reader.open();
                after
            }
            b'}' => {
                reader.close();
                after
            }
            b'\r' | b'\n' => after,
            other => {
                reader.byte(other);
                after
            }
        };
    }
    reader.flush();
    let out = Some(reader.out.trim_end().to_owned()).filter(|text| !text.trim().is_empty());
    match reader.is_html {
        true => Said { html: out, text: None },
        false => Said { html: None, text: out },
    }
}

impl Reader {
    fn top(&mut self) -> Option<&mut Group> {
        self.groups.last_mut()
    }

    fn is_shown(&self) -> bool {
        self.groups.last().is_some_and(|group| !group.is_skipped && (!group.is_rendering || group.is_tag))
    }

    fn open(&mut self) {
        match self.groups.last().copied() {
            Some(group) if self.groups.len() < DEPTH => self.groups.push(group),
            _ => self.deeper += 1,
        }
        self.is_new_group = true;
    }

    fn close(&mut self) {
        self.flush();
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if self.groups.len() > 1 {
            self.groups.pop();
        }
        self.is_new_group = false;
    }

    fn byte(&mut self, byte: u8) {
        self.is_new_group = false;
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.is_shown() {
            self.pending.push(byte);
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_shown() {
            self.flush();
            self.out.push_str(text);
        }
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            self.out.push_str(&charset::decode(&self.pending, Some(&self.page)));
            self.pending.clear();
        }
    }

    /// What follows a backslash. Returns what comes after it.
    fn control<'a>(&mut self, after: &'a [u8]) -> &'a [u8] {
        let Some((&first, rest)) = after.split_first() else { return after };
        if !first.is_ascii_alphabetic() {
            return self.symbol(first, rest);
        }
        let letters = after.iter().take(40).take_while(|b| b.is_ascii_alphabetic()).count();
        let (word, rest) = after.split_at_checked(letters).unwrap_or((after, b""));
        let signed = rest.strip_prefix(b"-").unwrap_or(rest);
        let digits = signed.iter().take(10).take_while(|b| b.is_ascii_digit()).count();
        let end = (rest.len() - signed.len()) * usize::from(digits > 0) + digits;
        let (number, rest) = rest.split_at_checked(end).unwrap_or((b"", rest));
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i32>().ok());
        self.word(word, number);
        // One blank ends the word and belongs to it.
        rest.strip_prefix(b" ").unwrap_or(rest)
    }

    fn symbol<'a>(&mut self, symbol: u8, rest: &'a [u8]) -> &'a [u8] {
        let is_first = std::mem::take(&mut self.is_new_group);
        match symbol {
            b'\'' => {
                let (hex, after) = rest.split_at_checked(2).unwrap_or((rest, b""));
                if let Ok(bytes) = data_encoding::HEXLOWER_PERMISSIVE.decode(hex)
                    && let [byte] = bytes.as_slice()
                {
                    self.byte(*byte);
                }
                return after;
            }
            b'*' if is_first => {
                // A destination that a program may skip if it does not know it; `\htmltag` is one.
                if let Some(tail) = rest.strip_prefix(b"\\htmltag") {
                    let digits = tail.iter().take_while(|b| b.is_ascii_digit()).count();
                    let tail = tail.get(digits..).unwrap_or_default();
                    self.flush();
                    if let Some(group) = self.top() {
                        group.is_tag = true;
                    }
                    return tail.strip_prefix(b" ").unwrap_or(tail);
                }
                if let Some(group) = self.top() {
                    group.is_skipped = true;
                }
            }
            b'{' | b'}' | b'\\' => self.byte(symbol),
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'\r' | b'\n' => self.text("\n"),
            _ => {}
        }
        rest
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) {
        let is_first = std::mem::take(&mut self.is_new_group);
        match word {
            b"fromhtml" => self.is_html = true,
            b"ansicpg" => {
                if let Some(page) = number.and_then(|number| u32::try_from(number).ok()).filter(|page| *page > 0) {
                    self.page = code_page(page);
                }
            }
            b"htmlrtf" => {
                self.flush();
                if let Some(group) = self.top() {
                    group.is_rendering = number != Some(0);
                }
            }
            b"fonttbl" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"listtable" | b"generator" if is_first => {
                if let Some(group) = self.top() {
                    group.is_skipped = true;
                }
            }
            b"par" | b"line" => self.text("\n"),
            b"tab" => self.text("\t"),
            b"lquote" => self.text("\u{2018}"),
            b"rquote" => self.text("\u{2019}"),
            b"ldblquote" => self.text("\u{201c}"),
            b"rdblquote" => self.text("\u{201d}"),
            b"bullet" => self.text("\u{2022}"),
            b"endash" => self.text("\u{2013}"),
            b"emdash" => self.text("\u{2014}"),
            b"uc" => {
                if let (Some(group), Some(number)) = (self.groups.last_mut(), number) {
                    group.fallback = usize::try_from(number).unwrap_or(1).min(4);
                }
            }
            b"u" => self.unicode(number.unwrap_or_default()),
            _ => {}
        }
    }

    /// A UTF-16 unit, written as a signed number.
    fn unicode(&mut self, number: i32) {
        let unit = (number & 0xffff) as u16;
        self.skip = self.groups.last().map_or(1, |group| group.fallback);
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if matches!(units.as_slice(), [0xd800..=0xdbff]) {
            self.high = Some(unit);
            return;
        }
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        self.text(&text.replace('\0', ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wraps RTF uncompressed.
    fn plain(rtf: &str) -> Vec<u8> {
        let size = u32::try_from(rtf.len()).expect("small").to_le_bytes();
        [&size[..], &size, &PLAIN.to_le_bytes(), &[0; 4], rtf.as_bytes()].concat()
    }

    #[test]
    fn compressed_text_is_read() {
        // MS-OXRTFCP §4.1: the example of the specification, "{\rtf1\ansi\ansicpg1252\pard hello world}".
        let bytes = data_encoding::HEXLOWER
            .decode(b"2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0")
            .unwrap_or_default();
        let rtf = decompress(&bytes).expect("rtf");
        assert_eq!(String::from_utf8_lossy(&rtf), "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    #[test]
    fn html_is_taken_out_of_rtf() {
        let rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\*\\generator x}\n\
                   {\\*\\htmltag18 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Gr\\'fc\\'dfe \\{1\\} \\u8364?\
                   \\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}\\htmlrtf \\par\\htmlrtf0 {\\*\\htmltag27 </html>}}";
        let said = read(&plain(rtf)).expect("html");
        assert_eq!(said.html.as_deref(), Some("<html><p>Grüße {1} €</p></html>"));
    }

    #[test]
    fn rtf_alone_gives_its_text() {
        let said = read(&plain(
            "{\\rtf1\\ansi{\\colortbl;\\red0;}{\\info{\\author x}}Hello\\par {\\b world}\\line \\u-10179?\\u-8704?}",
        ));
        assert_eq!(said.and_then(|said| said.text).as_deref(), Some("Hello\nworld\n\u{1f600}"));
    }

    #[test]
    fn damage_ends_the_reading() {
        assert!(read(b"").is_none() && read(&[0; 40]).is_none());
        for length in 0..60 {
            read(plain("{\\rtf1 {\\*\\htmltag <p>}\\'f").get(..length).unwrap_or_default());
        }
        read(&plain(&("{".repeat(100_000) + "x")));
        // A reference that copies itself.
        let mut bomb = [&[0xff; 8][..], &COMPRESSED.to_le_bytes(), &[0; 4]].concat();
        bomb.extend([0xff].repeat(500_000));
        assert!(decompress(&bomb).is_some_and(|out| out.len() <= limit::HTML_BYTES));
    }
}
