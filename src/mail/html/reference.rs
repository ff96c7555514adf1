//! Character references: `&nbsp;`, `&#8364;`, `&#x20ac` (HTML standard, §13.2.5.72 to §13.2.5.80).

use std::borrow::Cow;

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// What a reference stands for.
pub(super) type Characters = (char, Option<char>);

/// Those of nearly all mail, looked at before the table of two thousand.
const FREQUENT: [(&str, char); 5] = [("nbsp;", '\u{a0}'), ("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"')];
/// No name has more letters.
const NAME_BYTES: usize = 32;

/// A value with its references replaced.
pub(super) fn resolved(written: &str) -> Cow<'_, str> {
    if !written.contains('&') {
        return Cow::Borrowed(written);
    }
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = after;
        match at_start(after, true) {
            Some(((first, second), length)) => {
                out.push(first);
                out.extend(second);
                rest = after.get(length..).unwrap_or_default();
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The reference whose `&` stands right before a text, and its length.
pub(super) fn at_start(text: &str, is_in_attribute: bool) -> Option<(Characters, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        return numbered(number).map(|(c, length)| ((c, None), length + 1));
    }
    if let Some((name, c)) = FREQUENT.iter().find(|(name, _)| text.starts_with(name)) {
        return Some(((*c, None), name.len()));
    }
    let length = text.bytes().take(NAME_BYTES).take_while(u8::is_ascii_alphanumeric).count();
    let with_semicolon = length + usize::from(text.as_bytes().get(length) == Some(&b';'));
    // The longest name counts. Only some old ones may go without their semicolon.
    (1..=with_semicolon)
        .rev()
        .find_map(|end| {
            let name = text.get(..end)?;
            let (first, second) = NAMED_ENTITIES.get(name).filter(|(first, _)| *first != 0)?;
            Some(((char::from_u32(*first)?, char::from_u32(*second).filter(|c| *c != '\0')), end))
        })
        // In addresses, `&copy=1` is a parameter (§13.2.5.73).
        .filter(|(_, end)| {
            let is_cut_short = text.as_bytes().get(*end).is_some_and(|b| *b == b'=' || b.is_ascii_alphanumeric());
            !(is_in_attribute && is_cut_short && !text.get(..*end).is_some_and(|name| name.ends_with(';')))
        })
}

fn numbered(text: &str) -> Option<(char, usize)> {
    let hexadecimal = text.strip_prefix(['x', 'X']);
    let (digits, base, before) = hexadecimal.map_or((text, 10, 0), |digits| (digits, 16, 1));
    let length = digits.chars().take_while(|c| c.is_digit(base)).count();
    if length == 0 {
        return None;
    }
    let number = digits.chars().take(length).filter_map(|c| c.to_digit(base)).fold(0_u32, |number, digit| {
        // Beyond all characters it stays beyond.
        number.min(0x11_0000) * base + digit
    });
    let of_windows = number.checked_sub(0x80).and_then(|place| C1_REPLACEMENTS.get(place as usize)).copied().flatten();
    let c = of_windows.or_else(|| char::from_u32(number).filter(|c| *c != '\0')).unwrap_or(char::REPLACEMENT_CHARACTER);
    let semicolon = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    Some((c, before + length + semicolon))
}
