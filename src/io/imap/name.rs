//! Names of folders and words as IMAP writes them.

use data_encoding::BASE64_NOPAD;

/// A folder's name in modified UTF-7 (RFC 3501 §5.1.3), quoted.
pub(super) fn folder(name: &str) -> String {
    let mut out = String::new();
    let mut foreign: Vec<u8> = Vec::new();
    for c in name.chars() {
        if matches!(c, ' '..='~') {
            close(&mut out, &mut foreign);
            match c {
                '&' => out.push_str("&-"),
                c => out.push(c),
            }
        } else {
            let mut units = [0; 2];
            foreign.extend(c.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_be_bytes()));
        }
    }
    close(&mut out, &mut foreign);
    quoted(&out)
}

fn close(out: &mut String, foreign: &mut Vec<u8>) {
    if !foreign.is_empty() {
        out.push('&');
        out.push_str(&BASE64_NOPAD.encode(foreign).replace('/', ","));
        out.push('-');
        foreign.clear();
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_written_in_modified_utf7() {
        assert_eq!(folder("INBOX/Support \"A\""), r#""INBOX/Support \"A\"""#);
        assert_eq!(folder("Zażółć"), "\"Za&AXwA8wFCAQc-\"");
        assert_eq!(folder("R&D"), "\"R&-D\"");
        // RFC 3501 §5.1.3 has this example.
        assert_eq!(folder("~peter/mail/台北/日本語"), "\"~peter/mail/&U,BTFw-/&ZeVnLIqe-\"");
        assert_eq!(folder("\u{1f600}"), "\"&2D3eAA-\"");
    }
}
