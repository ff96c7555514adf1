//! Charsets that write everything in seven bits and shift between tables: UTF-7 (RFC 2152), ISO-2022-JP (RFC 1468, RFC 1554 and
//! its relatives), ISO-2022-KR (RFC 1557), ISO-2022-CN (RFC 1922) and HZ (RFC 1843).
//!
//! Each is turned into the eight-bit form of its tables, which encoding_rs decodes.

use encoding_rs::{EUC_JP, EUC_KR, Encoding, GBK};

use super::Charset;

/// The charset whose escapes stand in some bytes; no other text holds them.
pub(super) fn escapes(bytes: &[u8]) -> Option<Charset> {
    // `contains` looks at many bytes at a time, and nearly all texts are settled by it.
    if !bytes.contains(&0x1b) {
        return None;
    }
    let at = bytes.iter().position(|&b| b == 0x1b)?;
    match bytes.get(at + 1..at + 4) {
        Some([b'$', b')', b'C']) => Some(Charset::Iso2022Kr),
        Some([b'$', b')', b'A' | b'G' | b'E']) => Some(Charset::Iso2022Cn),
        Some([b'$', b'@' | b'B', _] | [b'$', b'(', b'D' | b'O' | b'Q' | b'@' | b'B'] | [b'(', b'J' | b'I', _]) => {
            Some(Charset::Iso2022Jp)
        }
        _ => None,
    }
}

/// Base64 of UTF-16 between `+` and what is no base64.
pub(super) fn utf_7(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&b, after)) = rest.split_first() {
        rest = after;
        if b != b'+' {
            out.push(char::from(b));
            continue;
        }
        let is_base64 = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
        let length = after.iter().position(|b| !is_base64(b)).unwrap_or(after.len());
        let (run, next) = after.split_at_checked(length).unwrap_or((after, b""));
        match (run, next) {
            ([], [b'-', tail @ ..]) => {
                out.push('+');
                rest = tail;
            }
            _ => match units(run) {
                Some(text) => {
                    out.push_str(&text);
                    // The dash that ends a run is no part of the text.
                    rest = next.strip_prefix(b"-").unwrap_or(next);
                }
                // A plus that nobody encoded.
                None => out.push('+'),
            },
        }
    }
    out
}

/// A run as UTF-16, if it can be that: whole units, and nothing but zeros behind them.
fn units(run: &[u8]) -> Option<String> {
    let bits = run.len() * 6;
    if run.len() < 3 || bits % 16 >= 6 {
        return None;
    }
    let bytes = super::super::transfer::base64(run);
    let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_be_bytes(*unit));
    Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// What the bytes between two escapes are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    Ascii,
    Kana,
    Kanji,
    Supplement,
}

pub(super) fn iso_2022_jp(bytes: &[u8]) -> String {
    let mut euc = Vec::with_capacity(bytes.len() * 2);
    let (mut set, mut shifted) = (Set::Ascii, false);
    let mut rest = bytes;
    while let Some((&b, after)) = rest.split_first() {
        rest = after;
        match (b, after) {
            (0x1b, _) => match japanese_escape(after) {
                Some((next, tail)) => (set, rest) = (next, tail),
                None => euc.push(b'?'),
            },
            (0x0e, _) => shifted = true,
            (0x0f, _) => shifted = false,
            // A line always begins in ASCII again, even where the escape was lost (RFC 1468).
            (b'\n' | b'\r', _) => {
                (set, shifted) = (Set::Ascii, false);
                euc.push(b);
            }
            (0x21..=0x7e, _) if shifted => euc.extend([0x8e, b | 0x80]),
            (0x21..=0x7e, _) if set == Set::Kana => euc.extend([0x8e, b | 0x80]),
            (0x21..=0x7e, [second @ 0x21..=0x7e, tail @ ..]) if matches!(set, Set::Kanji | Set::Supplement) => {
                if set == Set::Supplement {
                    euc.push(0x8f);
                }
                euc.extend([b | 0x80, second | 0x80]);
                rest = tail;
            }
            _ => euc.push(b & 0x7f),
        }
    }
    by(EUC_JP, &euc)
}

fn japanese_escape(after: &[u8]) -> Option<(Set, &[u8])> {
    Some(match after {
        [b'$', b'(', b'D', rest @ ..] => (Set::Supplement, rest),
        [b'$', b'(', b'O' | b'Q' | b'B' | b'@', rest @ ..] | [b'$', b'@' | b'B', rest @ ..] => (Set::Kanji, rest),
        [b'(', b'I', rest @ ..] => (Set::Kana, rest),
        [b'(', b'B' | b'J' | b'H', rest @ ..] => (Set::Ascii, rest),
        [b'&', b'@', rest @ ..] => (Set::Ascii, rest),
        _ => return None,
    })
}

pub(super) fn iso_2022_kr(bytes: &[u8]) -> String {
    by(EUC_KR, &shifted(bytes))
}

pub(super) fn iso_2022_cn(bytes: &[u8]) -> String {
    by(GBK, &shifted(bytes))
}

/// Bytes between SO and SI with their high bit set; the designations (`ESC $ ) C`) go.
fn shifted(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut is_out = false;
    let mut rest = bytes;
    while let Some((&b, after)) = rest.split_first() {
        rest = after;
        match (b, after) {
            (0x1b, [b'$', b')' | b'*' | b'+', _, tail @ ..]) => rest = tail,
            (0x0e, _) => is_out = true,
            (0x0f, _) => is_out = false,
            (b'\n', _) => {
                is_out = false;
                out.push(b);
            }
            (0x21..=0x7e, _) if is_out => out.push(b | 0x80),
            _ => out.push(b),
        }
    }
    out
}

/// HZ: `~{` and `~}` around GB 2312, `~~` is a tilde, `~` at the end of a line continues it.
pub(super) fn hz(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut is_chinese = false;
    let mut rest = bytes;
    while let Some((&b, after)) = rest.split_first() {
        rest = after;
        match (b, after) {
            (b'~', [b'{', tail @ ..]) if !is_chinese => (is_chinese, rest) = (true, tail),
            (b'~', [b'}', tail @ ..]) if is_chinese => (is_chinese, rest) = (false, tail),
            (b'~', [b'~', tail @ ..]) if !is_chinese => {
                out.push(b'~');
                rest = tail;
            }
            (b'~', [b'\n', tail @ ..]) if !is_chinese => rest = tail,
            (b'\n', _) => {
                is_chinese = false;
                out.push(b);
            }
            (0x21..=0x7e, [second @ 0x21..=0x7e, tail @ ..]) if is_chinese => {
                out.extend([b | 0x80, second | 0x80]);
                rest = tail;
            }
            _ => out.push(b),
        }
    }
    by(GBK, &out)
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
