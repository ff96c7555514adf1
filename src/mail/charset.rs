//! Bytes and a charset label become text. It never fails; what cannot be decoded shows as U+FFFD.
//!
//! Labels lie often enough that the bytes are heard too: `us-ascii` over valid UTF-8 is UTF-8, `iso-8859-1` means
//! windows-1252 (as the WHATWG tables have it), and an unknown label over invalid UTF-8 is windows-1252.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Decodes a text part. NUL characters are dropped: no text of ours holds one.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> String {
    let text = decode_any(bytes, label);
    if text.contains('\0') { text.replace('\0', "") } else { text }
}

/// Decodes raw 8-bit bytes of a header: UTF-8, else the charset of the body, else windows-1252.
pub(super) fn decode_header(bytes: &[u8], body: Option<&str>) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // A body in UTF-8 says nothing about a header that is not.
        Err(_) => decode_any(bytes, body.filter(|label| !label.eq_ignore_ascii_case("utf-8"))),
    }
}

fn decode_any(bytes: &[u8], label: Option<&str>) -> String {
    let label = label.map(|label| label.trim().trim_matches(['"', '\'']).to_ascii_lowercase()).unwrap_or_default();
    let declared = match label.as_str() {
        "" | "us-ascii" | "ascii" | "ansi_x3.4-1968" | "unknown-8bit" | "x-unknown" | "8bit" | "binary" => None,
        "utf-7" | "unicode-1-1-utf-7" => return dos_or_utf_7(b"utf-7", bytes),
        "utf8" | "utf-8" | "utf-8-strict" | "unicode-1-1-utf-8" | "cp65001" => Some(UTF_8),
        "utf-16" | "utf16" => return utf_16(bytes),
        "cp932" | "windows-932" | "ms932" => Some(encoding_rs::SHIFT_JIS),
        "cp936" | "ms936" => Some(encoding_rs::GB18030),
        "cp949" | "ms949" | "ks_c_5601" => Some(encoding_rs::EUC_KR),
        "cp950" => Some(encoding_rs::BIG5),
        other => match Encoding::for_label_no_replacement(other.as_bytes()) {
            Some(encoding) => Some(encoding),
            // DOS code pages that the WHATWG tables leave out.
            None if std::str::from_utf8(bytes).is_err() && has_decoder(other.as_bytes()) => {
                return dos_or_utf_7(other.as_bytes(), bytes);
            }
            None => None,
        },
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // A charset of seven bits over eight.
    if declared == Some(encoding_rs::ISO_2022_JP) && !bytes.is_ascii() {
        return utf_8_or_else(bytes);
    }
    match declared {
        Some(encoding) if encoding == UTF_8 => utf_8_or_else(bytes),
        // UTF-8 under a western label: no sensible western text happens to be valid UTF-8 as well.
        Some(encoding) if encoding == WINDOWS_1252 && !bytes.is_ascii() => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        },
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => utf_8_or_else(bytes),
        },
    }
}

/// What mail-parser decodes and the WHATWG tables leave out: UTF-7 and DOS code pages.
fn dos_or_utf_7(label: &[u8], bytes: &[u8]) -> String {
    match mail_parser::decoders::charsets::map::charset_decoder(label) {
        Some(decoder) => decoder(bytes),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn has_decoder(label: &[u8]) -> bool {
    mail_parser::decoders::charsets::map::charset_decoder(label).is_some()
}

/// UTF-8 with replacement characters; windows-1252 where not one multi-byte sequence is right.
fn utf_8_or_else(bytes: &[u8]) -> String {
    let lossy = String::from_utf8_lossy(bytes);
    let is_something_else =
        lossy.contains('\u{fffd}') && !lossy.chars().any(|c| !c.is_ascii() && c != '\u{fffd}') && !bytes.is_ascii();
    match is_something_else {
        true => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        false => lossy.into_owned(),
    }
}

/// RFC 2781 §4.3: big-endian without a byte order mark, unless the bytes plainly say otherwise.
fn utf_16(bytes: &[u8]) -> String {
    let zeros = |offset: usize| bytes.iter().skip(offset).step_by(2).take(200).filter(|&&b| b == 0).count();
    let little = match bytes.get(..2) {
        Some([0xff, 0xfe]) => true,
        Some([0xfe, 0xff]) => false,
        _ => zeros(1) > zeros(0),
    };
    let encoding = if little { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_believed_as_far_as_the_bytes_allow() {
        for (bytes, label, text) in [
            ("Grüße".as_bytes(), Some("us-ascii"), "Grüße"),
            ("Grüße".as_bytes(), Some("x-klingon"), "Grüße"),
            (b"Gr\xfc\xdfe \x80", Some("iso-8859-1"), "Grüße €"),
            ("Grüße".as_bytes(), Some("iso-8859-1"), "Grüße"),
            (b"Gr\xfc\xdfe", Some("utf-8"), "Grüße"),
            (b"Gr\xfc\xdfe", None, "Grüße"),
            (b"\xf0\xd2\xc9\xd7\xc5\xd4", Some("KOI8-R"), "Привет"),
            (b"\x82\xa0", Some("cp932"), "あ"),
            (b"H+AOk-", Some("utf-7"), "Hé"),
            (b"h\0i\0", Some("utf-16"), "hi"),
            (b"a\0b", Some("utf-8"), "ab"),
        ] {
            assert_eq!(decode(bytes, label), text, "{label:?}");
        }
    }

    #[test]
    fn eight_bit_headers_follow_the_body() {
        assert_eq!(decode_header(b"\xcf\xf0\xe8", Some("windows-1251")), "При");
        assert_eq!(decode_header("é".as_bytes(), Some("windows-1251")), "é");
        assert_eq!(decode_header(b"\xe9", None), "é");
    }
}
