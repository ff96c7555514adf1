//! Names of attached files: decoded, safe to save under, never empty.

use crate::base::limit;

use super::header::Header;
use super::mime::Part;
use super::{encoded_word, transfer};

/// A safe name for the part that is the `number`th attachment (counted from 1).
pub(super) fn name(part: &Part<'_>, charset: Option<&str>, number: usize) -> String {
    let written = written_name(part, charset).map(|name| safe(&name)).filter(|name| !name.is_empty());
    match (written, part.content_type.value.as_str()) {
        (Some(name), _) => name,
        (None, "message/rfc822" | "message/global") => {
            let content = transfer::decode(part.body, part.header.value("Content-Transfer-Encoding"));
            let nested = super::header::split(&content, |_| false);
            let subject = subject_of(&nested);
            if subject.is_empty() { format!("attachment-{number}.eml") } else { format!("{subject}.eml") }
        }
        (None, kind) => described_name(part, charset).unwrap_or_else(|| nameless(kind, number)),
    }
}

/// A name for what has none.
pub(super) fn nameless(kind: &str, number: usize) -> String {
    format!("attachment-{number}.{}", extension(kind))
}

/// Whether the part names a file at all.
pub(super) fn has_name(part: &Part<'_>) -> bool {
    written_name(part, None).is_some_and(|name| !name.trim().is_empty())
}

fn written_name(part: &Part<'_>, charset: Option<&str>) -> Option<String> {
    let of_disposition = part.disposition.text("filename", charset).filter(|name| !name.trim().is_empty());
    let name = of_disposition.or_else(|| part.content_type.text("name", charset))?;
    Some(percent_decoded(&name).unwrap_or(name))
}

/// `filename="Gr%C3%BC%C3%9Fe.pdf"`: written as RFC 2231 has it, without saying so. Only where it makes letters of UTF-8.
fn percent_decoded(name: &str) -> Option<String> {
    if !name.is_ascii() || !name.contains('%') {
        return None;
    }
    let decoded = String::from_utf8(super::parameter::percent_decoded(name.as_bytes())).ok()?;
    (!decoded.is_ascii()).then_some(decoded)
}

/// The place or the description of a part without a name, where that looks like the name of a file (RFC 2557, RFC 2045 §8).
fn described_name(part: &Part<'_>, charset: Option<&str>) -> Option<String> {
    ["Content-Location", "Content-Description"].into_iter().find_map(|field| {
        let text = encoded_word::decode(part.header.value(field)?, charset);
        let name = safe(text.split(['?', '#']).next().unwrap_or_default());
        let ending = name.rsplit_once('.').map(|(_, ending)| ending)?;
        let is_file = (2..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric()) && name.len() <= 80;
        is_file.then_some(name)
    })
}

fn subject_of(header: &Header<'_>) -> String {
    let subject = encoded_word::decode(header.value("Subject").unwrap_or_default(), None);
    let flat: String = subject.chars().map(|c| if matches!(c, '/' | '\\') { '-' } else { c }).collect();
    safe(&flat)
}

/// Without path, control and bidirectional characters, at most [`limit::FILE_NAME_CHARS`] characters with its ending kept.
pub(super) fn safe(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|&c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}' | '\u{feff}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .map(|c| if matches!(c, '<' | '>' | '|' | '"' | '*' | '?') { '_' } else { c })
        .collect();
    let clean: String = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    // A Windows drive, and names that mean a place instead of a file.
    let clean =
        clean.split_once(':').filter(|(drive, _)| drive.len() == 1).map_or(clean.as_str(), |(_, rest)| rest).trim().to_owned();
    if clean.chars().all(|c| matches!(c, '.' | ' ')) {
        return String::new();
    }
    shorten(&clean)
}

fn shorten(name: &str) -> String {
    if name.chars().count() <= limit::FILE_NAME_CHARS {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 10);
    let kept = limit::FILE_NAME_CHARS - ending.map_or(0, |ending| ending.chars().count() + 1);
    let mut short: String = name.chars().take(kept).collect();
    if let Some(ending) = ending {
        short.push('.');
        short.push_str(ending);
    }
    short
}

/// The usual ending of a type's files.
fn extension(kind: &str) -> &str {
    match kind {
        "text/plain" | "message/delivery-status" | "text/rfc822-headers" | "message/disposition-notification" => "txt",
        "text/html" => "html",
        "text/calendar" => "ics",
        "text/csv" => "csv",
        "text/vcard" | "text/x-vcard" => "vcf",
        "text/xml" | "application/xml" => "xml",
        "application/pdf" => "pdf",
        "application/zip" | "application/x-zip-compressed" => "zip",
        "application/json" => "json",
        "application/rtf" | "text/rtf" => "rtf",
        "application/msword" => "doc",
        "application/ms-tnef" => "dat",
        "application/pgp-signature" => "asc",
        "application/pkcs7-signature" | "application/x-pkcs7-signature" => "p7s",
        "application/pkcs7-mime" | "application/x-pkcs7-mime" => "p7m",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "image/jpeg" | "image/pjpeg" | "image/jpg" => "jpg",
        "image/svg+xml" => "svg",
        "image/tiff" => "tif",
        "audio/mpeg" => "mp3",
        "video/quicktime" => "mov",
        _ => match kind.split_once('/') {
            Some(("image" | "audio" | "video", ending))
                if ending.len() <= 5 && !ending.is_empty() && ending.bytes().all(|b| b.is_ascii_alphanumeric()) =>
            {
                ending
            }
            _ => "bin",
        },
    }
}

/// The type that a file's ending stands for.
pub(super) fn type_of(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "txt" | "log" => "text/plain",
        "htm" | "html" => "text/html",
        "csv" => "text/csv",
        "ics" => "text/calendar",
        "vcf" => "text/vcard",
        "xml" => "text/xml",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "json" => "application/json",
        "rtf" => "application/rtf",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "bmp" => "image/bmp",
        "tif" | "tiff" => "image/tiff",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        "mp3" => "audio/mpeg",
        "wav" => "audio/wav",
        "mp4" => "video/mp4",
        "eml" => "message/rfc822",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_to_save_under() {
        for (name, expected) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ann\\r.pdf", "r.pdf"),
            ("C:r.pdf", "r.pdf"),
            ("in\u{202e}fdp.exe", "infdp.exe"),
            ("a\r\n\0b.txt", "a b.txt"),
            ("..", ""),
            ("/", ""),
            ("report: final.pdf", "report: final.pdf"),
            ("dir/", "dir"),
        ] {
            assert_eq!(safe(name), expected, "{name:?}");
        }
        let long = safe(&format!("{}.pdf", "x".repeat(4000)));
        assert_eq!(long.chars().count(), limit::FILE_NAME_CHARS);
        assert!(long.ends_with(".pdf"));
    }
}
