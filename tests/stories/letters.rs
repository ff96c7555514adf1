//! What every letter of every story and attack must be: a message whose header the desk alone has written.

use std::collections::BTreeSet;

/// The fields that letters may have, each once.
const FIELDS: [&str; 21] = [
    "from",
    "to",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "in-reply-to",
    "references",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
    "x-auto-response-suppress",
    "precedence",
    "x-loop",
    "list-id",
    "x-maildesk-ticket",
    "x-maildesk-kind",
    "authentication-results",
    "importance",
    "sender",
];

/// RFC 5322 §2.1.1, without the line break.
const LINE: usize = 998;

/// Says what is wrong with a letter's header (SECURITY.md, L11: no foreign text adds, ends or splits a field).
pub(super) fn check(letter: &[u8]) -> Result<(), String> {
    let end = letter.windows(4).position(|bytes| bytes == b"\r\n\r\n").ok_or("a letter without an end of its header")?;
    let head = letter.get(..end).and_then(|head| std::str::from_utf8(head).ok()).ok_or("a letter's header is no text")?;
    let wrong = |what: &str| Err(format!("a letter's header {what}:\n{head}"));
    let mut fields = BTreeSet::new();
    for line in head.split("\r\n") {
        if line.len() > LINE || line.chars().any(|c| c.is_ascii_control() && c != '\t') {
            return wrong("has a line that is too long, or a control character");
        }
        // RFC 6531: to a server that takes such addresses.
        if !line.is_ascii() && !line.starts_with("To: ") {
            return wrong("is not ASCII");
        }
        if line.starts_with([' ', '\t']) {
            // RFC 5322 §3.2.2: a folded line says something.
            if line.trim().is_empty() {
                return wrong("has an empty folded line");
            }
            continue;
        }
        let Some((name, _)) = line.split_once(": ") else { return wrong("has a line that is no field") };
        let name = name.to_ascii_lowercase();
        if !FIELDS.contains(&name.as_str()) {
            return wrong(&format!("has the field {name}"));
        }
        if !fields.insert(name.clone()) && name != "authentication-results" {
            return wrong(&format!("has {name} twice"));
        }
    }
    for needed in ["from", "to", "subject", "date", "message-id", "mime-version", "content-type"] {
        if !fields.contains(needed) {
            return wrong(&format!("has no {needed}"));
        }
    }
    Ok(())
}
