//! Texts that came from outside: bounded, single-line, private.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The first `max` characters of a text, cut at a character, with `…` where something was cut off.
pub fn clip(text: &str, max: usize) -> String {
    // There are never more characters than bytes.
    if text.len() <= max {
        return text.to_owned();
    }
    match text.char_indices().nth(max) {
        None => text.to_owned(),
        Some((end, _)) => {
            let mut cut: String = text.get(..end).unwrap_or_default().trim_end().to_owned();
            cut.push('…');
            cut
        }
    }
}

/// Whether any byte is such a one.
///
/// All of them are looked at and none is asked for alone, so that the compiler looks at sixteen at a time: in texts that have
/// none, as most have, that is much faster than stopping at the first.
pub fn any_byte(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(0_u8, |found, byte| found | u8::from(is_such(*byte))) != 0
}

/// A text made fit for a header or a log line: control characters and bidirectional overrides gone, white space folded.
///
/// Overrides (U+202A..U+202E, U+2066..U+2069) let a name show as something else than it is (SECURITY.md, M18).
pub fn one_line(text: &str, max: usize) -> String {
    let is_plain = !any_byte(text.as_bytes(), |byte| !matches!(byte, b' '..=b'~')) && text.len() <= max;
    if is_plain && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len().min(max.saturating_mul(4)));
    let mut space = false;
    for c in text.chars() {
        let hidden =
            matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}');
        if c.is_whitespace() || c.is_control() {
            space = !out.is_empty();
        } else if !hidden {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(c);
        }
    }
    if out.len() <= max { out } else { clip(&out, max) }
}

/// What belongs to a person and may be erased: texts, names, addresses.
///
/// In the journal it is written into a record's private part, apart from the facts, so that erasing somebody leaves the
/// chain of facts whole. Everywhere else it is simply the value, or [`Private::Erased`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Private<T> {
    /// The value.
    Known(T),
    /// It was erased at the person's wish.
    Erased,
}

/// The one key of the JSON object that marks a private value; `store` takes such objects out of the facts.
pub(crate) const PRIVATE_MARK: &str = "~";

impl<T> Private<T> {
    /// The value, if it has not been erased.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Erased => None,
        }
    }

    /// The value by itself, if it has not been erased.
    pub fn into_known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Erased => None,
        }
    }
}

impl Private<String> {
    /// The text, empty where it has been erased.
    pub fn text(&self) -> &str {
        self.known().map_or("", String::as_str)
    }
}

impl<T> From<T> for Private<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Serialize> Serialize for Private<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(PRIVATE_MARK, &self.known())?;
        map.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Private<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Wire<T> {
            #[serde(rename = "~")]
            value: Option<T>,
        }
        Wire::deserialize(deserializer).map(|wire: Wire<T>| wire.value.map_or(Self::Erased, Self::Known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_folds_and_drops_what_hides() {
        assert_eq!(one_line("  a\r\nBcc: b\t\u{202e}c ", 80), "a Bcc: b c");
        assert_eq!(one_line("abcdef", 3), "abc…");
    }

    #[test]
    fn private_values_round_trip_and_erase() {
        let json = serde_json::to_string(&Private::from("x".to_owned())).expect("json");
        assert_eq!(json, r#"{"~":"x"}"#);
        assert_eq!(serde_json::from_str::<Private<String>>(r#"{"~":null}"#).expect("json"), Private::Erased);
    }
}
