//! Whether there is exactly one clean From address (SECURITY.md, I11 to I20).
//!
//! Strict on purpose and apart from the friendly reading in `addressee`: wherever two programs could read two different
//! senders out of the same lines, nobody wrote it. Sender, Resent-From and Reply-To never lend an identity.

use crate::base::EmailAddress;

use super::addressee;
use super::header::Header;
use super::model::Identity;

/// The one clean From address, or why there is none.
pub(super) fn judge(header: &Header<'_>) -> Identity {
    judge_field(header, "From")
}

/// The one clean address of a field: of From, or of Reply-To where a web form says in it who filled it in.
pub(super) fn judge_field(header: &Header<'_>, name: &str) -> Identity {
    match strict(header, name) {
        Ok(address) => Identity::Clean(address),
        Err(reason) => Identity::Ambiguous(reason),
    }
}

fn strict(header: &Header<'_>, name: &str) -> Result<EmailAddress, String> {
    if let Some(oddity) = header.oddities.first() {
        return Err((*oddity).to_owned());
    }
    let mut lines = header.all(name);
    let field = lines.next().ok_or_else(|| format!("no {name} line"))?;
    if lines.next().is_some() {
        return Err(format!("two {name} lines"));
    }
    if field.is_spaced {
        return Err(format!("a space before the colon of {name}"));
    }
    if field.is_folded_at_once {
        return Err(format!("a {name} line that begins on the next line"));
    }
    // Names that some programs take for From as well.
    if header.fields.iter().any(|f| f.is_spaced && f.name.eq_ignore_ascii_case(name)) {
        return Err(format!("a second, malformed {name} line"));
    }
    let value = field.value.as_ref();
    if value.contains(&0) || value.contains(&b'\r') {
        return Err(format!("a control character in {name}"));
    }
    let mut entries = addressee::read_list(value, None).into_iter();
    let entry = entries.next().ok_or_else(|| format!("an empty {name} line"))?;
    if entries.next().is_some() {
        return Err(format!("several addresses in {name}"));
    }
    if let Some(oddity) = entry.oddity {
        return Err(format!("{oddity} in {name}"));
    }
    // What the list reader forgave by dropping it must not decide who somebody is.
    let commas = value.iter().filter(|&&b| b == b',').count();
    if commas > 0 && !entry.is_bracketed {
        return Err(format!("a stray comma in {name}"));
    }
    let text = String::from_utf8_lossy(value);
    let written = match (entry.is_bracketed, text.rsplit_once('<')) {
        (true, Some((_, after))) => after.trim_end().strip_suffix('>').map(str::trim).unwrap_or_default(),
        (true, None) => "",
        (false, _) => text.trim(),
    };
    if written != entry.addressee.address {
        return Err(format!("white space or hidden characters in the {name} address"));
    }
    if written.contains("=?") {
        return Err(format!("an encoded word in the {name} address"));
    }
    EmailAddress::new(written).map_err(|error| format!("no usable {name} address ({error})"))
}

/// What is odd about the name without making the address doubtful: a note for the reader of the message.
pub(super) fn name_defects(header: &Header<'_>, name: &str) -> Vec<String> {
    let mut defects = Vec::new();
    let Some(value) = header.value("From") else { return defects };
    let decoded = super::encoded_word::decode(value, None);
    if decoded.chars().any(|c| c.is_control() && c != '\t') {
        defects.push("the sender's name holds control characters, which were removed".to_owned());
    }
    let repeats_address = String::from_utf8_lossy(value).matches(name).count() > 1;
    if name.contains('@') && !repeats_address {
        defects.push("the sender's name looks like an address".to_owned());
    }
    defects
}

#[cfg(test)]
mod tests {
    use super::super::header;
    use super::*;

    fn judged(raw: &str) -> Identity {
        judge(&header::split(raw.as_bytes(), |_| false))
    }

    #[test]
    fn one_clean_from_is_an_identity() {
        for from in [
            "alice@example.org",
            "Alice <alice@example.org>",
            "\"A, B\" <alice@example.org>",
            "<alice@example.org>",
            "=?utf-8?q?=C3=84=00?= <alice@example.org>",
        ] {
            let identity = judged(&format!("From: {from}\nSender: bob@example.org\n\nx"));
            assert_eq!(identity.address().map(EmailAddress::as_str), Some("alice@example.org"), "{from}: {identity:?}");
        }
    }

    #[test]
    fn whatever_can_be_read_in_two_ways_is_nobody() {
        for block in [
            "From: a@example.org\nFrom: b@example.org",
            "From : a@example.org",
            "From: a@example.org\nFrom : b@example.org",
            "From:\n a@example.org",
            "\nFrom: a@example.org",
            "From: a@example.org, b@example.org",
            "From: ,a@example.org",
            "From: team: a@example.org;",
            "From: <@x.example:a@example.org>",
            "From: a@example.org (b@example.org)",
            "From: a@example.org(x)",
            "From: \"a\"@example.org",
            "From: <\"a b\"@example.org>",
            "From: =?utf-8?b?PGFAZXhhbXBsZS5vcmc+?=, <b@example.org>",
            "From: =?utf-8?b?YUBleGFtcGxlLm9yZw==?=@example.net",
            "From: <a@example.org> <b@example.org>",
            "From: <a@example.org> b@example.org",
            "From: a@example.org\0",
            "From: <a@example.org\u{200b}>",
            "From: ann",
            "To: a@example.org",
        ] {
            let identity = judged(&format!("{block}\n\nx"));
            assert!(identity.address().is_none(), "{block:?}: {identity:?}");
        }
    }

    #[test]
    fn other_lines_never_lend_an_identity() {
        assert!(judged("Sender: a@example.org\nResent-From: a@example.org\nReply-To: a@example.org\n\nx").address().is_none());
    }
}
