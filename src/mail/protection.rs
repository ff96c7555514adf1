//! Whether a message is signed or encrypted, by its parts (RFC 1847, RFC 3156, RFC 8551) or by marks in its text.
//!
//! Only the kind is told. A signature is never verified here, so it proves nothing about the sender.

use super::cms::{self, Sealed};
use super::mime::{Part, Tree};
use super::model::{Attachment, Cryptography, Protection};
use super::transfer;

/// Lines of a text that are searched.
const LINES: usize = 20_000;

/// What the parts say; `text` is the text of the message, for PGP without MIME.
pub(super) fn of(tree: &Tree<'_>, attachments: &[Attachment], text: &str) -> Option<Protection> {
    let found: Vec<Protection> = tree.parts.iter().filter_map(of_part).chain(attachments.iter().filter_map(of_file)).collect();
    let encrypted = found.iter().find(|one| matches!(one, Protection::Encrypted(_))).copied();
    encrypted.or_else(|| found.first().copied()).or_else(|| of_text(text))
}

fn of_part(part: &Part<'_>) -> Option<Protection> {
    let protocol = || part.content_type.token("protocol").unwrap_or_default().to_ascii_lowercase();
    let by = |protocol: &str| if protocol.contains("pgp") { Cryptography::Pgp } else { Cryptography::Smime };
    match part.content_type.value.as_str() {
        "multipart/signed" => Some(Protection::Signed(by(&protocol()))),
        // What a mail program says of parts of which it does not know more: PGP is the one standard for it (RFC 3156 §4).
        "multipart/encrypted" => {
            Some(Protection::Encrypted(if protocol().contains("pkcs7") { Cryptography::Smime } else { Cryptography::Pgp }))
        }
        "application/pgp-encrypted" => Some(Protection::Encrypted(Cryptography::Pgp)),
        kind if is_smime(kind, None) => {
            let of_type = match part.content_type.token("smime-type").map(|kind| kind.to_ascii_lowercase()).as_deref() {
                Some("signed-data") => Some(Protection::Signed(Cryptography::Smime)),
                Some("enveloped-data" | "authenveloped-data") => Some(Protection::Encrypted(Cryptography::Smime)),
                Some("certs-only" | "compressed-data") => return None,
                _ => None,
            };
            // Without a type its bytes say it; what cannot be read is taken for encrypted, for nobody can read it.
            of_type.or_else(|| {
                let content = transfer::decode(part.body, part.header.value("Content-Transfer-Encoding"));
                Some(of_bytes(&content).unwrap_or(Protection::Encrypted(Cryptography::Smime)))
            })
        }
        _ => None,
    }
}

/// RFC 8551 §3.9: gateways make the type octet-stream and keep the name.
fn of_file(file: &Attachment) -> Option<Protection> {
    let is_nameless_type = matches!(file.content_type.as_str(), "application/octet-stream" | "application/x-unknown");
    if is_nameless_type && file.name.to_ascii_lowercase().ends_with(".p7m") {
        return of_bytes(&file.content);
    }
    None
}

fn of_bytes(bytes: &[u8]) -> Option<Protection> {
    Some(match cms::open(bytes)? {
        Sealed::Signed(_) => Protection::Signed(Cryptography::Smime),
        Sealed::Encrypted => Protection::Encrypted(Cryptography::Smime),
    })
}

/// The message inside a signature, where a file is one.
pub(super) fn signed_message(kind: &str, name: &str, content: &[u8]) -> Option<Vec<u8>> {
    if !is_smime(kind, Some(name)) {
        return None;
    }
    match cms::open(content)? {
        Sealed::Signed(inner) => inner,
        Sealed::Encrypted => None,
    }
}

fn is_smime(kind: &str, name: Option<&str>) -> bool {
    matches!(kind, "application/pkcs7-mime" | "application/x-pkcs7-mime")
        || kind == "application/octet-stream" && name.is_some_and(|name| name.to_ascii_lowercase().ends_with(".p7m"))
}

/// RFC 9580 §6.2 and §7: the lines that begin PGP in a text. A quoted one is another message's.
fn of_text(text: &str) -> Option<Protection> {
    // Nearly all texts are settled here.
    if !text.contains("-----BEGIN PGP ") {
        return None;
    }
    text.lines().take(LINES).find_map(|line| match line.trim_end() {
        "-----BEGIN PGP MESSAGE-----" => Some(Protection::Encrypted(Cryptography::Pgp)),
        "-----BEGIN PGP SIGNED MESSAGE-----" => Some(Protection::Signed(Cryptography::Pgp)),
        _ => None,
    })
}
