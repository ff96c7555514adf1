//! Transfer encodings (RFC 2045 §6), read leniently: what is no base64 is skipped, what is no `=XX` stays as it is.
//!
//! Own code, because a damaged part must still give its bytes; mail-parser gives an unclosed base64 part back undecoded.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::header::first_place;
use super::phrase::Anywhere;

/// Decodes a part's body by the value of its Content-Transfer-Encoding.
pub(super) fn decode<'a>(body: &'a [u8], encoding: Option<&[u8]>) -> Cow<'a, [u8]> {
    let encoding = encoding.unwrap_or_default().trim_ascii();
    let is = |name: &str| encoding.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()));
    if is("base64") && is_plainly_text(body) {
        Cow::Borrowed(body)
    } else if is("base64") {
        Cow::Owned(base64(body))
    } else if is("quoted-printable") || is("quoted printable") {
        Cow::Owned(quoted_printable(body, true))
    } else if is("x-uu") || is("uuencode") {
        uuencoded(body).map_or(Cow::Borrowed(body), |file| Cow::Owned(file.content))
    } else {
        Cow::Borrowed(body)
    }
}

/// What a byte is in base64: its value, [`PADDING`], or [`NOTHING`]. Both alphabets of RFC 4648 are read.
static BASE64: [u8; 256] = base64_table();
const PADDING: u8 = 0x80;
const NOTHING: u8 = 0x81;

#[expect(clippy::indexing_slicing, reason = "the table has a place for every byte")]
const fn base64_table() -> [u8; 256] {
    let mut table = [NOTHING; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => PADDING,
            _ => NOTHING,
        };
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

/// A body that says it is base64 and never was: every eighth byte and more could not stand in it.
fn is_plainly_text(body: &[u8]) -> bool {
    let sample = body.get(..4096).unwrap_or(body);
    let foreign = sample.iter().filter(|b| !matches!(b, b'\r' | b'\n' | b'\t') && base64_value(**b) == NOTHING).count();
    foreign >= 8 && foreign * 8 >= sample.len()
}

/// What follows the padding is a footer that somebody on the way put below it.
fn is_something_else(rest: &[u8]) -> bool {
    let rest = rest.trim_ascii_start();
    let line = rest.iter().take(200).take_while(|b| **b != b'\n');
    line.filter(|b| **b != b'\r').any(|b| base64_value(*b) == NOTHING || *b == b'_')
}

fn base64_value(byte: u8) -> u8 {
    BASE64.get(usize::from(byte)).copied().unwrap_or(NOTHING)
}

/// Base64 whatever stands between its characters; several padded runs in a row are read as one after the other.
pub(super) fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3 + 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    let mut rest = body;
    loop {
        if count == 0 {
            rest = whole_groups(rest, &mut out);
        }
        let Some((&byte, after)) = rest.split_first() else { break };
        rest = after;
        match base64_value(byte) {
            NOTHING => {}
            PADDING => {
                finish(&mut out, bits, count);
                (bits, count) = (0, 0);
                if is_something_else(rest) {
                    return out;
                }
            }
            value => {
                bits = bits << 6 | u32::from(value);
                count += 1;
                if count == 4 {
                    let [_, a, b, c] = bits.to_be_bytes();
                    out.extend([a, b, c]);
                    (bits, count) = (0, 0);
                }
            }
        }
    }
    finish(&mut out, bits, count);
    out
}

/// Decodes groups as long as nothing stands between their characters, and hands back the rest: most of a file goes this way.
fn whole_groups<'a>(body: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let mut rest = body;
    while let Some((group, after)) = rest.split_first_chunk::<4>() {
        let [a, b, c, d] = group.map(base64_value);
        if (a | b | c | d) & 0x80 != 0 {
            break;
        }
        out.extend_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
        rest = after;
    }
    rest
}

/// The one or two bytes of an incomplete group.
fn finish(out: &mut Vec<u8>, bits: u32, count: u32) {
    match count {
        2 => out.push((bits >> 4 & 0xff) as u8),
        3 => out.extend([(bits >> 10 & 0xff) as u8, (bits >> 2 & 0xff) as u8]),
        _ => {}
    }
}

/// Quoted-printable; with `lines`, soft breaks join and blanks at line ends go (RFC 2045 §6.7).
pub(super) fn quoted_printable(body: &[u8], lines: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    if !lines {
        decode_codes(body, &mut out);
        return out;
    }
    let mut at = 0;
    while let Some((line, next)) = super::header::line_at(body, at) {
        let ended = body.get(..next).unwrap_or_default();
        // Blanks before a line end were added on the way; those that were meant are written `=20`.
        let bare = without_blanks(line);
        let end: &[u8] = match ended {
            [.., b'\r', b'\n'] => b"\r\n",
            [.., b'\n'] => b"\n",
            _ => b"",
        };
        match bare.strip_suffix(b"=") {
            Some(joined) => decode_codes(joined, &mut out),
            None => {
                decode_codes(if end.is_empty() { line } else { bare }, &mut out);
                out.extend_from_slice(end);
            }
        }
        at = next;
    }
    out
}

fn without_blanks(line: &[u8]) -> &[u8] {
    let kept = line.iter().rposition(|b| !matches!(b, b' ' | b'\t')).map_or(0, |last| last + 1);
    line.get(..kept).unwrap_or_default()
}

/// Each `=XX` as its byte; what is no code stays.
fn decode_codes(text: &[u8], out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = first_place(rest, |b| b == b'=') {
        out.extend_from_slice(rest.get(..at).unwrap_or_default());
        rest = match rest.get(at + 1..).unwrap_or_default() {
            [high, low, after @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                out.push(digit(*high) << 4 | digit(*low));
                after
            }
            after => {
                out.push(b'=');
                after
            }
        };
    }
    out.extend_from_slice(rest);
}

fn digit(b: u8) -> u8 {
    match b {
        b'0'..=b'9' => b - b'0',
        b'a'..=b'f' => b - b'a' + 10,
        _ => b.wrapping_sub(b'A').wrapping_add(10),
    }
}

/// A file inside a text, as mailers before MIME sent it.
pub(super) struct UuFile {
    pub(super) name: Vec<u8>,
    pub(super) content: Vec<u8>,
    /// Where the block begins and ends in the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The first uuencoded file in a text (POSIX `uuencode`): `begin 644 name`, lines, `end`.
pub(super) fn uuencoded(body: &[u8]) -> Option<UuFile> {
    static BEGIN: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&["begin "]));
    // Nearly all texts are settled here.
    if !BEGIN.is_in(body) {
        return None;
    }
    let mut at = 0;
    while let Some((line, next)) = super::header::line_at(body, at) {
        if let Some(name) = begin_line(line)
            && let Some((content, end)) = uu_lines(body, next)
        {
            return Some(UuFile { name: name.to_vec(), content, start: at, end });
        }
        at = next;
    }
    None
}

/// The file name of a `begin` line.
fn begin_line(line: &[u8]) -> Option<&[u8]> {
    let rest = line.strip_prefix(b"begin ")?;
    let digits = rest.iter().take_while(|b| (b'0'..=b'7').contains(b)).count();
    let name = rest.get(digits..)?.strip_prefix(b" ")?.trim_ascii();
    (matches!(digits, 3 | 4) && !name.is_empty()).then_some(name)
}

/// The decoded lines up to `end`; nothing where a line does not fit its own length.
fn uu_lines(body: &[u8], from: usize) -> Option<(Vec<u8>, usize)> {
    let mut out = Vec::new();
    let mut at = from;
    while let Some((line, next)) = super::header::line_at(body, at) {
        at = next;
        let trimmed = line.trim_ascii_end();
        if trimmed == b"end" {
            return Some((out, at));
        }
        let Some((&length, data)) = line.split_first() else { continue };
        let length = usize::from(length.wrapping_sub(32) & 63);
        if length == 0 {
            continue;
        }
        if !(32..=96).contains(line.first()?) || data.len() + 3 < length.div_ceil(3) * 4 {
            return None;
        }
        let before = out.len();
        for group in data.chunks(4) {
            let bits =
                (0..4).fold(0_u32, |bits, i| bits << 6 | u32::from(group.get(i).copied().unwrap_or(32).wrapping_sub(32) & 63));
            let [_, a, b, c] = bits.to_be_bytes();
            out.extend([a, b, c]);
        }
        out.truncate(before + length);
    }
    (!out.is_empty()).then_some((out, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_reads_what_is_there() {
        assert_eq!(base64(b"SGVs\r\n bG8="), b"Hello");
        assert_eq!(base64(b"SGVsbG8"), b"Hello");
        assert_eq!(base64(b"SGVs*bG8=SGk="), b"HelloHi");
        assert_eq!(base64(b"+/-_\nAAEC\nSG*Vs"), b"\xfb\xff\xbf\x00\x01\x02Hel");
        assert_eq!(base64(b""), b"");
        assert_eq!(base64(b"SGVsbG8=\n\n_______\nThe list of\n"), b"Hello");
        assert_eq!(base64(b"SGVsbG8=\n-- \nThe list\n"), b"Hello");
        let text = b"Good morning, this was never encoded, whatever it says of itself.\n";
        assert_eq!(decode(text, Some(b"base64")).as_ref(), text);
    }

    #[test]
    fn quoted_printable_joins_soft_breaks_and_keeps_what_is_no_code() {
        assert_eq!(quoted_printable(b"a=C3=A4 =\r\nb  \r\nc=zz=", true), "aä b\r\nc=zz".as_bytes());
        assert_eq!(quoted_printable(b"100 = 100", true), b"100 = 100");
    }

    #[test]
    fn a_uuencoded_file_is_found() {
        let text = b"see:\nbegin 644 cat.txt\n#0V%T\n`\nend\nbye\n";
        let file = uuencoded(text).expect("a file");
        assert_eq!((file.name.as_slice(), file.content.as_slice()), (&b"cat.txt"[..], &b"Cat"[..]));
        assert_eq!(text.get(file.end..), Some(&b"bye\n"[..]));
        assert!(uuencoded(b"we begin 644 times\nbegin 12 x\n").is_none());
    }
}
