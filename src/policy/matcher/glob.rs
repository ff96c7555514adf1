//! Glob patterns over texts: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, and `\` before a character that means itself.
//!
//! Unlike those for file paths they know no separators, and `?` is a character, not a byte. Case is folded by the caller.

use std::iter::Peekable;
use std::str::Chars;

use regex::{Regex, RegexBuilder};

use crate::base::limit;

/// One pattern, which must fit the whole text.
#[derive(Clone, Debug)]
pub(super) enum Glob {
    /// What stands between the stars. Most patterns are of this sort, and need no regular expression.
    Stars(Vec<String>),
    /// Anything else.
    Pattern(Regex),
}

/// Alternatives within alternatives.
const DEPTH: usize = 10;

impl Glob {
    /// Reads a pattern; the error says what to do.
    pub(super) fn new(pattern: &str) -> Result<Self, String> {
        if !pattern.contains(['?', '[', ']', '{', '}', '\\']) {
            return Ok(Self::Stars(pattern.split('*').map(str::to_owned).collect()));
        }
        let mut expression = r"(?s)\A".to_owned();
        translate(&mut pattern.chars().peekable(), &mut expression, 0)?;
        expression.push_str(r"\z");
        RegexBuilder::new(&expression)
            .size_limit(limit::REGEX_BYTES)
            .build()
            .map(Self::Pattern)
            .map_err(|_| "is too large, or a range in [] runs backwards (write [a-z], not [z-a])".to_owned())
    }

    /// The longest piece of text without which the pattern cannot fit, where that is easily seen.
    pub(super) fn longest_word(&self) -> Option<&str> {
        match self {
            Self::Stars(parts) => parts.iter().max_by_key(|part| part.len()).filter(|part| !part.is_empty()).map(String::as_str),
            Self::Pattern(_) => None,
        }
    }

    /// Does the pattern fit the whole text?
    pub(super) fn fits(&self, text: &str) -> bool {
        match self {
            Self::Stars(parts) => fits_stars(parts, text),
            Self::Pattern(regex) => regex.is_match(text),
        }
    }
}

/// The first part begins the text, the last ends it, those between follow each other; the earliest place is always right.
fn fits_stars(parts: &[String], text: &str) -> bool {
    let (first, between, last) = match parts {
        [] => return text.is_empty(),
        [whole] => return whole == text,
        [first, between @ .., last] => (first, between, last),
    };
    let rest = text.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str()));
    let Some(mut rest) = rest else { return false };
    for part in between {
        match rest.split_once(part.as_str()) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

/// Writes the pattern as a regular expression, up to the end or to the `,` or `}` that ends an alternative.
fn translate(pattern: &mut Peekable<Chars<'_>>, expression: &mut String, depth: usize) -> Result<(), String> {
    while let Some(&next) = pattern.peek() {
        if depth > 0 && matches!(next, ',' | '}') {
            return Ok(());
        }
        pattern.next();
        match next {
            '*' => expression.push_str(".*"),
            '?' => expression.push('.'),
            '[' => class(pattern, expression)?,
            '{' => alternatives(pattern, expression, depth + 1)?,
            '}' => return Err(r#"has a "}" without "{"; write "\}" for the character itself"#.to_owned()),
            '\\' => match pattern.next() {
                Some(literal) => push_literal(literal, expression),
                None => return Err(r#"ends in "\"; write "\\" for the character itself"#.to_owned()),
            },
            literal => push_literal(literal, expression),
        }
    }
    Ok(())
}

fn alternatives(pattern: &mut Peekable<Chars<'_>>, expression: &mut String, depth: usize) -> Result<(), String> {
    if depth > DEPTH {
        return Err(format!("has {{}} more than {DEPTH} deep"));
    }
    expression.push_str("(?:");
    loop {
        translate(pattern, expression, depth)?;
        match pattern.next() {
            Some(',') => expression.push('|'),
            Some(_) => break,
            None => return Err(r#"has a "{" that is never closed; write "\{" for the character itself"#.to_owned()),
        }
    }
    expression.push(')');
    Ok(())
}

fn class(pattern: &mut Peekable<Chars<'_>>, expression: &mut String) -> Result<(), String> {
    let unclosed = || r#"has a "[" that is never closed; write "\[" for the character itself"#.to_owned();
    expression.push('[');
    if pattern.next_if(|&c| matches!(c, '!' | '^')).is_some() {
        expression.push('^');
    }
    let mut is_first = true;
    loop {
        match pattern.next().ok_or_else(unclosed)? {
            // A bracket right at the beginning is a member, as in every shell.
            ']' if !is_first => break,
            '-' if !is_first && pattern.peek() != Some(&']') => expression.push('-'),
            '\\' => push_literal(pattern.next().ok_or_else(unclosed)?, expression),
            member => push_literal(member, expression),
        }
        is_first = false;
    }
    expression.push(']');
    Ok(())
}

/// Every ASCII sign may be escaped, within brackets too; letters and digits may not.
fn push_literal(literal: char, expression: &mut String) {
    if literal.is_ascii_punctuation() {
        expression.push('\\');
    }
    expression.push(literal);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_whole_texts() {
        for (pattern, fitting, others) in [
            ("abc", &["abc"][..], &["", "ab", "abcd", "xabc"][..]),
            ("*", &["", "x", "a\nb"], &[]),
            ("a*", &["a", "ab"], &["", "ba"]),
            ("*a*b*", &["ab", "xaybz", "aab"], &["ba", "a"]),
            ("a*a", &["aa", "aba"], &["a"]),
            ("ab*bc", &["abbc", "ab-bc"], &["abc"]),
            ("**.example.org", &["x.example.org", "x.y.example.org"], &["example.org"]),
            ("m?ller", &["müller", "miller"], &["mller", "mueller"]),
            ("[a-c]x", &["ax", "cx"], &["dx", "x"]),
            ("[!a-c]x", &["dx", "äx"], &["ax"]),
            ("[]]", &["]"], &["["]),
            ("[a-]", &["a", "-"], &["b"]),
            ("[&&~^]", &["&", "~", "^"], &["a"]),
            ("{a,b*}.org", &["a.org", "bcd.org"], &["c.org", "ab.org"]),
            ("{a,{b,c}d}", &["a", "bd", "cd"], &["b", "ad"]),
            ("a{,x}", &["a", "ax"], &["axx"]),
            (r"\*\?", &["*?"], &["ab"]),
            ("a.b+c", &["a.b+c"], &["axb+c", "a.bbc"]),
            ("a,b", &["a,b"], &["a"]),
            ("{a.b,c d}", &["a.b", "c d"], &["axb"]),
        ] {
            let glob = Glob::new(pattern).expect(pattern);
            for text in fitting {
                assert!(glob.fits(text), "{pattern} {text}");
            }
            for text in others {
                assert!(!glob.fits(text), "{pattern} {text}");
            }
        }
    }

    #[test]
    fn broken_patterns_are_named() {
        for (pattern, word) in [
            ("[ab", "never closed"),
            ("{a,b", "never closed"),
            ("a}", "without"),
            ("a\\", "ends in"),
            ("[z-a]", "backwards"),
            (&"{".repeat(11), "deep"),
        ] {
            let message = Glob::new(pattern).expect_err(pattern);
            assert!(message.contains(word), "{pattern}: {message}");
        }
    }
}
