//! Eight-bit text that does not say its charset, or says it wrongly.
//!
//! UTF-8 if it is that; else the charset whose reading looks most like a language: whole words of high letters are Cyrillic,
//! pairs of high bytes are Chinese, Japanese or Korean, and single ones among Latin letters are windows-1252, which is what
//! everything is that nothing else fits.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, KOI8_R, SHIFT_JIS, WINDOWS_874, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254,
};

/// Bytes that are looked at.
const SAMPLE: usize = 16 * 1024;

/// Decodes what has no usable label.
pub(super) fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if is_mostly_utf_8(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => guess(bytes).decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// UTF-8, and damaged: letters of several bytes that are right outnumber what is wrong.
pub(super) fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > 0 && right >= wrong
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let high = sample.iter().filter(|b| **b >= 0x80).count();
    // Of two that fit equally well the later one counts: Korean read as Chinese looks usual too, but not the other way about.
    let candidates = [SHIFT_JIS, BIG5, GBK, EUC_KR, EUC_JP];
    let best =
        candidates.into_iter().filter_map(|encoding| Some((score(sample, encoding)?, encoding))).max_by_key(|(score, _)| *score);
    match best {
        Some((score, encoding)) if score >= 60 && high >= 6 => encoding,
        _ => single(sample),
    }
}

/// A charset of single bytes, by how its words look.
fn single(sample: &[u8]) -> &'static Encoding {
    let (mut whole, mut mixed) = (0, 0);
    // A run of one and the same byte is a line or a ruler, not a word.
    let words =
        sample.split(|b| b.is_ascii() && !b.is_ascii_alphabetic()).filter(|word| word.iter().any(|b| Some(b) != word.first()));
    for word in words {
        match word.iter().filter(|b| !b.is_ascii()).count() {
            0 => {}
            high if high == word.len() => whole += 1,
            _ => mixed += 1,
        }
    }
    let count = |wanted: fn(u8) -> bool| sample.iter().filter(|b| wanted(**b)).count();
    let high = count(|b| b >= 0x80);
    if whole < 2 || mixed * 2 > whole {
        // Letters that of the western languages only Icelandic has, and Turkish in their place.
        let turkish = count(|b| matches!(b, 0xf0 | 0xfd | 0xfe | 0xdd | 0xde));
        let icelandic = count(|b| matches!(b, 0xe1 | 0xe6 | 0xf3));
        return if turkish * 3 > high && icelandic == 0 { WINDOWS_1254 } else { WINDOWS_1252 };
    }
    // Below the letters of Cyrillic stand those of Thai, which has no blanks between words either.
    if count(|b| matches!(b, 0xa1..=0xbf)) * 4 > high && count(|b| matches!(b, 0xdb..=0xde | 0xfc..=0xff)) == 0 {
        return WINDOWS_874;
    }
    // KOI8-R has its small letters where windows-1251 has its capitals, and texts are mostly small letters.
    if count(|b| matches!(b, 0xc0..=0xdf)) > count(|b| matches!(b, 0xe0..=0xff)) { KOI8_R } else { WINDOWS_1251 }
}

/// How much of the foreign text is what people of that language write, of a hundred; none where it cannot be that charset.
fn score(sample: &[u8], encoding: &'static Encoding) -> Option<usize> {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    // The sample may end inside a character, and a long text may be damaged here and there.
    let errors = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let (mut foreign, mut usual, mut kana) = (0_usize, 0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        foreign += 1;
        let is_kana = matches!(c, '\u{3041}'..='\u{30ff}');
        kana += usize::from(is_kana);
        let is_mark = matches!(c, '\u{3000}'..='\u{3020}' | '\u{ff01}'..='\u{ff5e}');
        usual += usize::from(
            is_mark
                || match encoding.name() {
                    "EUC-KR" => matches!(c, '\u{ac00}'..='\u{d7a3}') && has_lead(c, encoding, 0xb0..=0xc8),
                    "EUC-JP" | "Shift_JIS" => is_kana || is_common(c, encoding, 0x30..=0x4f),
                    "Big5" => is_common(c, encoding, 0xa4..=0xc6),
                    _ => is_common(c, encoding, 0xb0..=0xd7),
                },
        );
    }
    // A language of Japan without its syllables is none.
    let is_japanese = matches!(encoding.name(), "EUC-JP" | "Shift_JIS");
    if foreign < 3 || errors * 30 > foreign + 29 || is_japanese && kana * 4 < foreign {
        return None;
    }
    // Accents among Latin letters make pairs too, but few.
    let written = sample.iter().filter(|b| !b.is_ascii_whitespace()).count();
    if foreign * 2 * 10 < written * 3 {
        return None;
    }
    Some(usual * 100 / foreign)
}

/// Whether a character stands among the common ones, which these tables have in front, by the first byte of its code.
fn is_common(c: char, encoding: &'static Encoding, lead: std::ops::RangeInclusive<u8>) -> bool {
    if !matches!(c, '\u{4e00}'..='\u{9fff}') {
        return false;
    }
    if matches!(encoding.name(), "EUC-JP" | "Shift_JIS") {
        return true;
    }
    has_lead(c, encoding, lead)
}

fn has_lead(c: char, encoding: &'static Encoding, lead: std::ops::RangeInclusive<u8>) -> bool {
    let mut buffer = [0; 4];
    let text: &str = c.encode_utf8(&mut buffer);
    encoding.encode(text).0.first().is_some_and(|first| lead.contains(first))
}
