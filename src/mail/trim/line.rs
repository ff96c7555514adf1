//! What one line looks like. Each question costs at most the first [`LOOKED_AT`] bytes of it.

#[cfg(test)]
thread_local! {
    /// Bytes that the questions of this file have looked at, so that tests can count instead of measuring time.
    pub(super) static LOOKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts in tests what a question costs.
fn count(_bytes: usize) {
    #[cfg(test)]
    LOOKED.with(|looked| looked.set(looked.get() + _bytes + 1));
}

/// Longer lines are text; nothing of what is looked for is longer.
pub(super) const LOOKED_AT: usize = 500;

/// The line as far as it is looked at.
pub(super) fn head(line: &str) -> &str {
    count(line.len().min(LOOKED_AT));
    line.get(..line.floor_char_boundary(LOOKED_AT)).unwrap_or_default()
}

/// Nothing but white space.
pub(super) fn is_blank(line: &str) -> bool {
    count(line.len().min(LOOKED_AT));
    // Nearly every line is settled by its first letter.
    if line.bytes().next().is_some_and(|b| b.is_ascii_graphic()) {
        return false;
    }
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')).is_empty()
}

/// Starts with a quote mark: `>`, `|>`, `&gt;`. `>From ` is an mbox scar on a line of text.
pub(super) fn is_quoted(line: &str) -> bool {
    count(line.len().min(LOOKED_AT));
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    if indent > 4 {
        return false;
    }
    let Some(after) = trimmed.strip_prefix('>').or_else(|| trimmed.strip_prefix("&gt;")).or_else(|| trimmed.strip_prefix('＞'))
    else {
        // `AB> text`, the initials of who wrote it.
        if !trimmed.starts_with(|c: char| c.is_ascii_uppercase()) {
            return false;
        }
        let Some((initials, rest)) = trimmed.split_once('>') else { return false };
        return (1..=3).contains(&initials.len())
            && initials.bytes().all(|b| b.is_ascii_uppercase())
            && rest.starts_with([' ', '>']);
    };
    // `>:` is the end of an attribution that was broken before it.
    !after.starts_with("From ") && after.trim() != ":"
}

/// The text without its quote marks.
pub(super) fn unquoted(line: &str) -> &str {
    line.trim_start_matches([' ', '>'])
}

/// Holds something like an address: letters on both sides of an `@`.
pub(super) fn has_address(text: &str) -> bool {
    count(text.len());
    text.match_indices('@').any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + 1..).and_then(|t| t.chars().next());
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
            && after.is_some_and(char::is_alphanumeric)
    })
}

/// Holds something like a date or a time of day: a year, `10:30`, `1/3/11`, `2024年`.
pub(super) fn has_date(text: &str) -> bool {
    count(text.len());
    let bytes = text.as_bytes();
    let mut digits = 0_u32;
    let mut value = 0_u32;
    for (i, &b) in bytes.iter().enumerate() {
        if b.is_ascii_digit() {
            digits += 1;
            value = value.saturating_mul(10).saturating_add(u32::from(b - b'0'));
            continue;
        }
        if digits > 0 {
            let next_is_digit = bytes.get(i + 1).is_some_and(u8::is_ascii_digit);
            let is_time = digits <= 2 && value < 25 && matches!(b, b':' | b'.' | b'h') && next_is_digit;
            let is_day = digits <= 2 && value < 32 && matches!(b, b'/' | b'-' | b'.') && next_is_digit;
            let is_year = digits == 4 && (1980..2100).contains(&value);
            if is_time || is_day || is_year || text.get(i..).is_some_and(|rest| rest.starts_with(['年', '년', '月'])) {
                return true;
            }
        }
        (digits, value) = (0, 0);
    }
    digits == 4 && (1980..2100).contains(&value)
}

/// Nothing but dashes, underscores, equals signs, stars and blanks, and at least `least` of them.
pub(super) fn is_rule(line: &str, least: usize) -> bool {
    let trimmed = head(line).trim();
    // Most lines are settled by their first letter.
    trimmed.chars().all(|c| is_stroke(c) || c == ' ') && trimmed.chars().filter(|c| is_stroke(*c)).count() >= least
}

pub(super) fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '_' | '=' | '*' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '─' | '━' | '～' | '＿' | '＝' | '－' | '~' | '#')
}

/// Words of the line, at most `max` counted.
pub(super) fn words(line: &str, max: usize) -> usize {
    count(line.len().min(LOOKED_AT));
    if !line.is_ascii() {
        return line.split_whitespace().take(max).count();
    }
    let (mut words, mut is_within) = (0, false);
    for byte in line.bytes() {
        // Unicode counts the vertical tab among white space, ASCII's own question does not.
        let is_letter = !byte.is_ascii_whitespace() && byte != 0x0b;
        words += usize::from(is_letter && !is_within);
        is_within = is_letter;
        if words >= max {
            return max;
        }
    }
    words
}
