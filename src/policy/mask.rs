//! What of a text is not shown to everybody: card numbers, bank accounts, and what the admin names.
//!
//! A mask hides characters and changes nothing else: lines, spaces and the last characters stay, so that a reader can still tell one
//! number from another. It works on what is shown; what was written stays in the ticket, in files and in raw messages. Every step is
//! linear in the text: numbers are looked for in one pass with bounded looks ahead, patterns by `regex`, which never looks back.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use regex::Regex;

use crate::base::limit;

/// What stands for a hidden character.
const HIDDEN: char = '•';
/// Characters that stay of a number that is known by its shape.
const KEPT: usize = 4;
/// ISO/IEC 7812-1: an account number has at most 19 digits; the shortest that are in use have 13.
const CARD_DIGITS: std::ops::RangeInclusive<usize> = 13..=19;
/// Characters between the groups of a number that people write: `4111 - 1111`.
const BETWEEN: usize = 3;

/// Lengths of account numbers by country (ISO 13616 registry).
const IBANS: [(&[u8; 2], usize); 82] = [
    (b"AD", 24),
    (b"AE", 23),
    (b"AL", 28),
    (b"AT", 20),
    (b"AZ", 28),
    (b"BA", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"BH", 22),
    (b"BI", 27),
    (b"BR", 29),
    (b"BY", 28),
    (b"CH", 21),
    (b"CR", 22),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DJ", 27),
    (b"DK", 18),
    (b"DO", 28),
    (b"EE", 20),
    (b"EG", 29),
    (b"ES", 24),
    (b"FI", 18),
    (b"FK", 18),
    (b"FO", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GE", 22),
    (b"GI", 23),
    (b"GL", 18),
    (b"GR", 27),
    (b"GT", 28),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IL", 23),
    (b"IQ", 23),
    (b"IS", 26),
    (b"IT", 27),
    (b"JO", 30),
    (b"KW", 30),
    (b"KZ", 20),
    (b"LB", 28),
    (b"LC", 32),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"LY", 25),
    (b"MC", 27),
    (b"MD", 24),
    (b"ME", 22),
    (b"MK", 19),
    (b"MN", 20),
    (b"MR", 27),
    (b"MT", 31),
    (b"MU", 30),
    (b"NI", 28),
    (b"NL", 18),
    (b"NO", 15),
    (b"OM", 23),
    (b"PK", 24),
    (b"PL", 28),
    (b"PS", 29),
    (b"PT", 25),
    (b"QA", 29),
    (b"RO", 24),
    (b"RS", 22),
    (b"RU", 33),
    (b"SA", 24),
    (b"SC", 31),
    (b"SD", 18),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
    (b"SO", 23),
    (b"ST", 25),
    (b"TN", 24),
    (b"TR", 26),
    (b"UA", 29),
];

/// What is hidden from those who may not see it.
#[derive(Clone, Debug, Default)]
pub struct Mask {
    patterns: Vec<MaskPattern>,
}

/// Something that an admin wants to be hidden.
#[derive(Clone)]
pub struct MaskPattern {
    /// What it is, for the admin himself.
    pub name: String,
    /// What it looks like.
    pub regex: Regex,
    /// How many of its last characters stay.
    pub keep_last: usize,
}

impl fmt::Debug for MaskPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}, keep {}", self.name, self.regex, self.keep_last)
    }
}

impl Mask {
    /// A mask that hides these besides the numbers that everybody knows.
    pub fn new(patterns: Vec<MaskPattern>) -> Self {
        Self { patterns }
    }

    /// A text as it is shown to who may not see everything.
    pub fn hide<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut shown = Cow::Borrowed(text);
        let numbers = numbers(&shown);
        if !numbers.is_empty() {
            shown = Cow::Owned(hidden(&shown, &numbers));
        }
        for pattern in &self.patterns {
            let found: Vec<_> = pattern.regex.find_iter(&shown).map(|found| (found.range(), 0, pattern.keep_last)).collect();
            if !found.is_empty() {
                shown = Cow::Owned(hidden(&shown, &found));
            }
        }
        shown
    }
}

/// A stretch of a text, with how many of its letters and digits stay at its beginning and at its end.
type Hiding = (Range<usize>, usize, usize);

/// The text with letters and digits of these stretches hidden. They are in order.
fn hidden(text: &str, stretches: &[Hiding]) -> String {
    let mut out = String::with_capacity(text.len().saturating_add(text.len() / 8));
    let mut at = 0;
    for (stretch, first, last) in stretches {
        let inside = text.get(stretch.clone()).unwrap_or_default();
        let signs = inside.chars().filter(|c| c.is_alphanumeric()).count();
        out.push_str(text.get(at..stretch.start).unwrap_or_default());
        let mut place = 0_usize;
        for c in inside.chars() {
            if !c.is_alphanumeric() {
                out.push(c);
                continue;
            }
            // Of what is no longer than what stays, all would stay.
            let stays = place < *first || signs > last.saturating_add(*first) && place >= signs.saturating_sub(*last);
            out.push(if stays { c } else { HIDDEN });
            place = place.saturating_add(1);
        }
        at = stretch.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Card numbers and account numbers of a text, in order.
fn numbers(text: &str) -> Vec<Hiding> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    let mut after = 0;
    for (at, c) in text.char_indices() {
        // A number begins where a word does. A plus sign begins a telephone number, and a point an amount or an address.
        let may_begin =
            at >= after && c.is_ascii_alphanumeric() && !before.is_some_and(|before| before.is_alphanumeric() || before == '+');
        let rest = if may_begin { text.get(at..).unwrap_or_default() } else { "" };
        let hiding = match c {
            // ISO/IEC 7812-1: the first digit tells the industry; those of banks and of travel are 2 to 6.
            '2'..='6' => card(rest).map(|length| (at..at.saturating_add(length), 0, KEPT)),
            c if c.is_ascii_alphabetic() => account(rest).map(|length| (at..at.saturating_add(length), 2, KEPT)),
            _ => None,
        };
        if let Some(hiding) = hiding.filter(|_| may_begin) {
            after = hiding.0.end;
            found.push(hiding);
        }
        before = Some(c);
    }
    found
}

/// Spaces and dashes as people and programs write them.
const fn is_between(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{a0}' | '\u{202f}' | '\u{2010}'..='\u{2013}')
}

/// Bytes of the card number at the beginning of a text: the longest that is one and ends where a group of digits does.
fn card(text: &str) -> Option<usize> {
    let mut digits: Vec<u32> = Vec::new();
    let (mut gap, mut longest) = (0_usize, None);
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c.to_digit(10) {
            Some(digit) => {
                gap = 0;
                digits.push(digit);
                if digits.len() > *CARD_DIGITS.end() {
                    break;
                }
                let is_end = characters.peek().is_none_or(|(_, next)| !next.is_alphanumeric());
                if is_end && CARD_DIGITS.contains(&digits.len()) && passes_luhn(&digits) {
                    longest = Some(at.saturating_add(1));
                }
            }
            None if is_between(c) && gap < BETWEEN => gap = gap.saturating_add(1),
            None => break,
        }
    }
    longest
}

/// ISO/IEC 7812-1, annex B.
fn passes_luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => *digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Bytes of the account number (IBAN) at the beginning of a text. A hundredth of all sentences that begin with a country's letters would
/// pass the sum, so two digits must follow those at once, and half of all signs must be digits, as they are in every country.
fn account(text: &str) -> Option<usize> {
    let [first, second, check @ ..] = *text.as_bytes().first_chunk::<4>()?;
    let country = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
    let (_, length) = IBANS.iter().find(|(known, _)| **known == country).filter(|_| check.iter().all(u8::is_ascii_digit))?;
    let mut signs: Vec<u32> = Vec::with_capacity(*length);
    let (mut gap, mut end) = (0_usize, 0);
    for (at, c) in text.char_indices() {
        if signs.len() == *length && c.is_alphanumeric() && gap == 0 {
            // It goes on: a longer word.
            return None;
        }
        match c.to_digit(36).filter(|_| signs.len() < *length) {
            Some(value) => {
                gap = 0;
                signs.push(value);
                end = at.saturating_add(1);
            }
            None if signs.len() < *length && is_between(c) && gap < BETWEEN => gap = gap.saturating_add(1),
            None => break,
        }
    }
    let digits = signs.iter().filter(|sign| **sign < 10).count();
    (signs.len() == *length && digits * 2 >= *length && passes_mod_97(&signs)).then_some(end)
}

/// ISO 7064: the first four signs go to the end, letters count from 10, and the whole is 1 more than a multiple of 97.
fn passes_mod_97(signs: &[u32]) -> bool {
    let Some((first, rest)) = signs.split_at_checked(4) else { return false };
    let remainder = rest.iter().chain(first).fold(0_u32, |so_far, sign| {
        let shifted = if *sign > 9 { so_far * 100 } else { so_far * 10 };
        (shifted + sign) % 97
    });
    remainder == 1
}

/// A pattern that an admin has written.
///
/// # Errors
/// What is wrong with it, and what to do.
pub fn mask_pattern(name: String, regex: &str, keep_last: usize) -> Result<MaskPattern, (String, String)> {
    let compiled = regex::RegexBuilder::new(regex).size_limit(limit::MASK_REGEX_BYTES).build();
    let regex = compiled.map_err(|error| {
        let error = error.to_string();
        let last = error.lines().last().unwrap_or_default().trim().to_owned();
        (
            format!("`{regex}` is no pattern that can be used: {last}"),
            "try it out in the syntax of Rust's regex: '\\bKD-\\d{6}\\b'".to_owned(),
        )
    })?;
    if regex.is_match("") {
        let help = "name what is to be hidden, such as '\\bKD-\\d{6}\\b'; `*` and `?` alone stand for nothing as well";
        return Err((format!("`{regex}` fits everywhere, also where nothing stands"), help.to_owned()));
    }
    Ok(MaskPattern { name, regex, keep_last })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        Mask::default().hide(text).into_owned()
    }

    #[test]
    fn card_numbers_lose_all_but_their_last_four_digits() {
        for (text, expected) in [
            ("4111111111111111", "••••••••••••1111"),
            ("My card is 4111 1111 1111 1111, valid until 12/27.", "My card is •••• •••• •••• 1111, valid until 12/27."),
            ("4111-1111-1111-1111", "••••-••••-••••-1111"),
            ("4111\u{a0}1111\u{a0}1111\u{a0}1111", "••••\u{a0}••••\u{a0}••••\u{a0}1111"),
            ("378282246310005 (Amex)", "•••••••••••0005 (Amex)"),
            ("4222222222222", "•••••••••2222"),
            ("4111 1111 1111 1111 2027", "•••• •••• •••• 1111 2027"),
            ("5555555555554444 4111111111111111", "••••••••••••4444 ••••••••••••1111"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn account_numbers_keep_their_country_and_their_last_four_signs() {
        for (text, expected) in [
            ("DE89 3704 0044 0532 0130 00", "DE•• •••• •••• •••• ••30 00"),
            ("IBAN:DE89370400440532013000.", "IBAN:DE••••••••••••••••3000."),
            ("gb82 west 1234 5698 7654 32 is mine", "gb•• •••• •••• •••• ••54 32 is mine"),
            ("NO93 8601 1117 947", "NO•• •••• •••7 947"),
            ("DE89 3704 0044 0532 0130 00 and more", "DE•• •••• •••• •••• ••30 00 and more"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn what_only_looks_like_one_is_shown() {
        for text in [
            "4111 1111 1111 1112",
            "DE88 3704 0044 0532 0130 00",
            "+49 30 1234 5678 9012 345",
            "Order 1234567890123452",
            "411111111111111111111111",
            "x4111111111111111",
            "4111111111111111x",
            "4111.1111.1111.1111",
            "411 1111",
            "DE89370400440532013000X",
            "XX89 3704 0044 0532 0130 00",
            "It has nobody: its sender has no usable address.",
            "Straße 4, größer als 5 – ü",
            "",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn the_admin_names_what_else_is_hidden() {
        let pattern = |regex: &str, keep| mask_pattern("customer".to_owned(), regex, keep);
        let mask = Mask::new(vec![pattern(r"\bKD-\d{6}\b", 2).expect("good"), pattern("(?i)secret", 0).expect("good")]);
        assert_eq!(mask.hide("KD-123456 is no Secret of 4111111111111111."), "••-••••56 is no •••••• of ••••••••••••1111.");
        assert_eq!(Mask::new(vec![pattern("abc", 9).expect("good")]).hide("abc"), "•••");
        assert!(pattern("a*", 0).expect_err("refused").0.contains("fits everywhere"));
        assert!(pattern("(", 0).expect_err("refused").0.contains("is no pattern"));
    }

    #[test]
    fn what_stands_behind_a_million_false_beginnings_is_found_all_the_same() {
        // Each of these shapes looks like a number again and again; a search that went back would never come to the end.
        for shape in ["4 ", "4-", "DE89 ", "4111", "4 1 1 1 1 1 1 1 ", "GB82 W", "a4"] {
            let text = format!("{}, 5555555555554444", shape.repeat(300_000));
            assert!(shown(&text).ends_with(", ••••••••••••4444"), "{shape}");
        }
    }
}
