//! Values with parameters: Content-Type and Content-Disposition (RFC 2045 §5, RFC 2183, RFC 2231).

use super::{charset, encoded_word};

/// A value and its parameters.
#[derive(Clone, Debug, Default)]
pub(super) struct Parametered {
    /// What stands before the first `;`, in lower case, comments and blanks gone.
    pub(super) value: String,
    parameters: Vec<(String, Vec<u8>)>,
}

/// More parameters than any mailer writes; a RFC 2231 name may have some dozens of parts.
const PARAMETERS: usize = 200;

impl Parametered {
    /// Reads a field's value.
    pub(super) fn read(value: &[u8]) -> Self {
        let end = value.iter().position(|&b| b == b';').unwrap_or(value.len());
        let (head, tail) = value.split_at_checked(end).unwrap_or((value, b""));
        let head = without_comment(head);
        let mut read = Self { value: String::from_utf8_lossy(head).trim().to_ascii_lowercase(), parameters: Vec::new() };
        let mut rest = tail;
        while read.parameters.len() < PARAMETERS {
            let blanks = rest.iter().take_while(|&&b| b == b';' || b.is_ascii_whitespace()).count();
            rest = rest.get(blanks..).unwrap_or_default();
            let Some(equals) = rest.iter().position(|&b| matches!(b, b'=' | b';')) else { break };
            let (name, after) = rest.split_at_checked(equals).unwrap_or_default();
            let Some(after) = after.strip_prefix(b"=") else {
                rest = after;
                continue;
            };
            let name = String::from_utf8_lossy(name.trim_ascii()).to_ascii_lowercase();
            let (text, next) = parameter_value(after.trim_ascii_start(), &name);
            read.parameters.push((name, text));
            rest = next;
        }
        read
    }

    /// A parameter as plain bytes, the first of its name.
    fn raw(&self, name: &str) -> Option<&[u8]> {
        self.parameters.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_slice())
    }

    /// A parameter that is ASCII by nature (charset, boundary).
    pub(super) fn token(&self, name: &str) -> Option<String> {
        self.text(name, None).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A parameter as text: RFC 2231 with continuations, else encoded words, else raw 8-bit.
    pub(super) fn text(&self, name: &str, body: Option<&str>) -> Option<String> {
        self.extended(name).or_else(|| self.raw(name).map(|value| encoded_word::decode(value, body)))
    }

    /// RFC 2231 §3 and §4: parts are joined as bytes first and decoded once, since a character may be cut in two.
    fn extended(&self, name: &str) -> Option<String> {
        let mut parts: Vec<(u32, bool, &[u8])> = self
            .parameters
            .iter()
            .filter_map(|(n, value)| {
                let tail = n.strip_prefix(name)?.strip_prefix('*')?;
                let is_encoded = tail.is_empty() || tail.ends_with('*');
                let number = tail.trim_end_matches('*');
                let number = if number.is_empty() { 0 } else { number.parse().ok()? };
                Some((number, is_encoded, value.as_slice()))
            })
            .collect();
        parts.sort_by_key(|(number, ..)| *number);
        let mut label = None;
        let mut joined = Vec::new();
        for (i, &(_, is_encoded, value)) in parts.iter().enumerate() {
            let mut value = value;
            if i == 0 && is_encoded {
                let mut pieces = value.splitn(3, |&b| b == b'\'');
                if let (Some(charset), Some(_), Some(rest)) = (pieces.next(), pieces.next(), pieces.next()) {
                    label = Some(String::from_utf8_lossy(charset).into_owned());
                    value = rest;
                }
            }
            if is_encoded { percent(value, &mut joined) } else { joined.extend(value) }
        }
        match (parts.is_empty(), label) {
            (true, _) => None,
            (false, Some(label)) => Some(charset::decode(&joined, Some(&label))),
            (false, None) => Some(encoded_word::decode(&joined, None)),
        }
    }
}

/// The value after `name=` and what follows it.
fn parameter_value<'a>(after: &'a [u8], name: &str) -> (Vec<u8>, &'a [u8]) {
    if let Some(quoted) = after.strip_prefix(b"\"") {
        let mut text = Vec::new();
        let mut bytes = quoted.iter().enumerate();
        while let Some((at, &b)) = bytes.next() {
            match b {
                b'"' => return (text, quoted.get(at + 1..).unwrap_or_default()),
                // Windows paths are written with single backslashes: only `\"` and `\\` are escapes.
                b'\\' => match quoted.get(at + 1) {
                    Some(&escaped @ (b'"' | b'\\')) => {
                        text.push(escaped);
                        bytes.next();
                    }
                    _ => text.push(b),
                },
                _ => text.push(b),
            }
        }
        return (text, b"");
    }
    let end = after.iter().position(|&b| b == b';').unwrap_or(after.len());
    let (token, next) = after.split_at_checked(end).unwrap_or((after, b""));
    // A file name without quotes may hold blanks; any other token ends at the first, and the `;` may be forgotten.
    if name.starts_with("name") || name.starts_with("filename") {
        return (token.trim_ascii().to_vec(), next);
    }
    let end = token.iter().position(u8::is_ascii_whitespace).unwrap_or(token.len());
    (without_comment(token.get(..end).unwrap_or_default()).to_vec(), after.get(end..).unwrap_or_default())
}

fn without_comment(text: &[u8]) -> &[u8] {
    text.split(|&b| b == b'(').next().unwrap_or_default().trim_ascii()
}

/// Bytes with each `%XX` decoded.
pub(super) fn percent_decoded(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    percent(value, &mut out);
    out
}

fn percent(value: &[u8], out: &mut Vec<u8>) {
    let mut rest = value;
    while let Some((&b, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| b == b'%').and_then(|hex| data_encoding::HEXLOWER_PERMISSIVE.decode(hex).ok());
        match hex {
            Some(byte) => {
                out.extend(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                out.push(b);
                rest = after;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(value: &str, parameter: &str) -> Option<String> {
        Parametered::read(value.as_bytes()).text(parameter, None)
    }

    #[test]
    fn plain_parameters() {
        let read = Parametered::read(b"Text/PLAIN (note); charset=\"utf-8\" ; format=flowed");
        assert_eq!(read.value, "text/plain");
        assert_eq!(read.token("charset").as_deref(), Some("utf-8"));
        assert_eq!(read.token("format").as_deref(), Some("flowed"));
        assert_eq!(name("a/b; boundary=\"x;y\\\"z\"", "boundary").as_deref(), Some("x;y\"z"));
    }

    #[test]
    fn names_in_all_the_ways_they_are_written() {
        for value in [
            "a/b; name*=utf-8''%C3%A4.txt",
            "a/b; name*0*=utf-8''%C3; name*1*=%A4; name*2=.txt",
            "a/b; name*1*=%A4; name*0*=utf-8''%C3; name*2=\".txt\"",
            "a/b; name=\"=?utf-8?q?=C3=A4?=.txt\"",
            "a/b; name=ä.txt",
        ] {
            assert_eq!(name(value, "name").as_deref(), Some("ä.txt"), "{value}");
        }
        assert_eq!(name("a/b; name=my file.pdf; x=y", "name").as_deref(), Some("my file.pdf"));
        assert_eq!(name("a/b; name=\"C:\\dir\\f.txt\"", "name").as_deref(), Some("C:\\dir\\f.txt"));
    }

    #[test]
    fn forgotten_separators() {
        let read = Parametered::read(b"text/plain; charset=utf-8 format=flowed");
        assert_eq!(read.token("charset").as_deref(), Some("utf-8"));
        assert_eq!(read.token("format").as_deref(), Some("flowed"));
        assert_eq!(name("a/b; x=\"1\" name=\"f\"", "name").as_deref(), Some("f"));
        assert_eq!(name("a/b; name=\"open", "name").as_deref(), Some("open"));
    }
}
