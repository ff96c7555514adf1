//! Lines that announce a quote: "On 3 May, Ann wrote:", in some thirty languages, on up to four lines.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::line::{has_address, has_date, head, is_blank, is_quoted};
use super::words::{DAYS, STARTERS, WROTE};

/// An attribution.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution {
    /// Its first line.
    pub(super) start: usize,
    /// Its last line.
    pub(super) end: usize,
    /// A quoted line follows; otherwise everything after it is the quote.
    pub(super) is_followed_by_quote: bool,
    /// A name and no address: without quote marks below, it may be a person's own sentence.
    pub(super) is_thin: bool,
}

/// More blank lines than programs leave between an attribution and its quote.
const BLANKS: usize = 6;

/// The attribution that ends on line `end`, if one does. Two signs must agree.
pub(super) fn ending_at(lines: &[&str], end: usize) -> Option<Attribution> {
    let line = lines.get(end)?;
    if is_quoted(line) {
        return None;
    }
    if let Some(found) = with_text_behind(lines, end) {
        return Some(found);
    }
    if line.len() > super::line::LOOKED_AT {
        return None;
    }
    let tail = line
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '_' | '\u{202c}' | '\u{200f}' | '"' | '\u{a0}'));
    let has_colon = tail.ends_with([':', '：']);
    if !has_colon && !tail.ends_with(['e', '>']) && !tail.ends_with(|c: char| c.is_ascii_digit() || c == ')') {
        return None;
    }
    // Zoho and some phones leave the colon out.
    let ends_in_wrote = tail.ends_with(" wrote") || tail.ends_with(">wrote");
    let is_followed_by_quote = quote_follows(lines, end + 1);
    if !has_colon && !ends_in_wrote && !(is_followed_by_quote && (tail.ends_with('>') || has_date(tail))) {
        return None;
    }
    let has_colon = has_colon || ends_in_wrote && line.trim_start().starts_with("---");
    if let Some(found) = name_first(lines, end, has_colon, is_followed_by_quote) {
        return Some(found);
    }
    // The nearest line that begins like an attribution; else the last line alone, where it says enough.
    for start in (0..4).filter_map(|back| end.checked_sub(back)) {
        let first = lines.get(start)?;
        if is_blank(first) || is_quoted(first) {
            break;
        }
        if begins_like_one(first)
            && let Some(found) = from_line(lines, start, end, true, has_colon, is_followed_by_quote)
        {
            return Some(found);
        }
    }
    let may_say_enough = is_followed_by_quote || line.contains('@');
    if may_say_enough { from_line(lines, end, end, false, has_colon, is_followed_by_quote) } else { None }
}

/// "Ann Lee <ann@example.org> ezt írta (időpont: 2025." and the rest on the next line: the name comes first, and the first of
/// the broken lines says enough to know it.
fn name_first(lines: &[&str], end: usize, has_colon: bool, is_followed_by_quote: bool) -> Option<Attribution> {
    if !has_colon {
        return None;
    }
    let top = (1..3).filter_map(|back| end.checked_sub(back)).find(|&top| {
        let is_paragraph =
            top.checked_sub(1).and_then(|above| lines.get(above)).is_none_or(|above| is_blank(above) || is_quoted(above));
        is_paragraph && lines.get(top..end).is_some_and(|part| part.iter().all(|line| !is_blank(line) && !is_quoted(line)))
    })?;
    let first = head(lines.get(top)?);
    let (name, behind) = first.split_once('<')?;
    let begins = super::line::words(name, 7) <= 5 && has_address(first) && !name.contains(['.', '!', '?', ':']);
    let lower = behind.to_lowercase();
    let joined: usize = lines.get(top..=end)?.iter().map(|line| line.len()).sum();
    let says_enough = says_wrote(&lower) || has_date(&lower);
    let is_whole = lines.get(top..=end)?.iter().any(|line| has_date(&line.to_lowercase()));
    (begins && says_enough && is_whole && joined <= 300 && (is_followed_by_quote || says_wrote(&lower) && joined <= 200))
        .then_some(Attribution { start: top, end, is_followed_by_quote, is_thin: false })
}

/// Whether the lines `start` to `end` together are an attribution; none of them is blank or quoted.
fn from_line(
    lines: &[&str],
    start: usize,
    end: usize,
    begins: bool,
    has_colon: bool,
    is_followed_by_quote: bool,
) -> Option<Attribution> {
    let parts = lines.get(start..=end)?;
    if parts.iter().map(|part| part.len()).sum::<usize>() > 400 {
        return None;
    }
    let joined = parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join(" ");
    let lower: String = joined.to_lowercase().chars().map(western).collect();
    let (date, address) = (has_date(&lower) || begins && has_day(&lower), has_address(&lower) || lower.contains("<mailto:"));
    let wrote = says_wrote(&lower);
    let is_short = lower.chars().count() <= 200;
    // Gmail in Russian, Japanese and other languages says no verb, but ends with the address. "On Monday I sent to
    // ann@example.org:" is somebody's own sentence.
    let ends_with_address =
        lower.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '>' | ')')).ends_with(['>', ')']);
    let holds = match (wrote, date, address) {
        // Without `>` below, a line of prose must not be taken for one: its name comes first and it is short.
        (true, true, true) => begins || start == end && (is_followed_by_quote || super::line::words(&lower, 15) <= 14),
        // "On 1 May 2024, at 10:00, Ann wrote:" — a name instead of an address.
        (true, true, false) => {
            is_short
                && (begins && (has_colon || is_followed_by_quote)
                    || start == end && has_colon && is_followed_by_quote && super::line::words(&lower, 15) <= 14)
        }
        (true, false, true) => {
            has_colon && start == end && (is_followed_by_quote && is_short || super::line::words(&lower, 8) <= 6)
        }
        (true, false, false) => {
            start == end && has_colon && is_followed_by_quote && is_short && super::line::words(&lower, 15) <= 14
        }
        (false, true, true) => {
            is_short && (begins && (has_colon && ends_with_address || is_followed_by_quote) || has_colon && is_followed_by_quote)
        }
        (false, false, true) => start == end && has_colon && is_followed_by_quote && super::line::words(&lower, 10) <= 8,
        (false, true, false) => begins && has_colon && is_followed_by_quote && is_short && super::line::words(&lower, 15) <= 12,
        (false, false, false) => false,
    };
    let is_thin = !address && !is_followed_by_quote;
    holds.then_some(Attribution { start, end, is_followed_by_quote, is_thin })
}

/// "On Mon, Nov 3, 2025 at 10:15 AM, Ann<ann@example.org> wrote:   Shall we?": Yahoo on telephones goes on in the same line.
fn with_text_behind(lines: &[&str], at: usize) -> Option<Attribution> {
    let line = lines.get(at)?;
    let text = head(line);
    // Most lines are settled here.
    if !text.contains('@') || !text.contains(": ") || !begins_like_one(text.trim_start()) {
        return None;
    }
    let (said, behind) = text.match_indices([':', '：']).find_map(|(colon, mark)| {
        let (before, after) = (text.get(..colon)?, text.get(colon + mark.len()..)?);
        let word = before.rsplit([' ', '>', ')']).next()?.to_lowercase();
        (WROTE.contains(&word.as_str()) || before.to_lowercase().ends_with("a écrit")).then_some((before, after))
    })?;
    let lower = said.to_lowercase();
    let holds = !is_blank(behind)
        && lower.chars().count() <= 200
        && has_address(&lower)
        && (has_date(&lower) || has_day(&lower))
        && behind.starts_with("  ");
    holds.then_some(Attribution { start: at, end: at, is_followed_by_quote: false, is_thin: false })
}

/// Arabic and Persian digits as those that dates are looked for in.
fn western(c: char) -> char {
    let digit = match c {
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}

/// "Thu, Nov 5": a day or a month by its name among the first words, and a number behind it.
fn has_day(lower: &str) -> bool {
    let mut words = lower.split([' ', ',', '.']).filter(|word| !word.is_empty()).take(6);
    words.any(|word| DAY_SET.contains(word)) && words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

static STARTER_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| STARTERS.iter().copied().collect());
static DAY_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| DAYS.iter().copied().collect());

/// Begins with a word of [`STARTERS`], a day, a month or a number.
fn begins_like_one(line: &str) -> bool {
    // Zimbra puts a dash before it, Zoho four.
    let start = line.trim_start_matches(['-', ' ', '\u{202b}', '\u{200f}', '*', '_', '\u{a0}', '\t']);
    if start.starts_with(|c: char| c.is_ascii_digit()) || start.starts_with(['在', '於']) {
        return true;
    }
    let word: String = start.chars().take(12).take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let stands_alone = start.chars().nth(word.chars().count()).is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ','));
    stands_alone && STARTER_SET.contains(word.as_str())
        || DAY_SET.contains(word.as_str()) && start.chars().take(40).any(|c| c.is_ascii_digit())
}

/// Whether one of the words of [`WROTE`] stands in the text, not inside another one. Scripts without blanks have no such limits.
fn says_wrote(text: &str) -> bool {
    // One pass for all words: attributions are looked for at every line that ends in a colon.
    static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(WROTE).ok());
    let Some(words) = WORDS.as_ref() else { return false };
    words.find_overlapping_iter(text).any(|found| {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic());
        let word = text.get(found.range()).unwrap_or_default();
        let before = text.get(..found.start()).and_then(|t| t.chars().next_back());
        let after = text.get(found.end()..).and_then(|t| t.chars().next());
        // "<ann@example.org>wrote:" and "napisał(a):" are whole words too.
        word.chars().any(|c| c >= '\u{2e80}') || !is_letter(before) && !is_letter(after)
    })
}

/// Whether a quoted line comes next, blank ones and `[...]` aside.
pub(super) fn quote_follows(lines: &[&str], from: usize) -> bool {
    let mut ahead = lines.iter().skip(from).take(BLANKS + 2).filter(|line| !is_blank(line) && !is_ellipsis(line));
    ahead.next().is_some_and(|line| is_quoted(head(line)))
}

/// `[...]`, `[snip]`, `<snip>`: what people put where they cut a quote.
fn is_ellipsis(line: &str) -> bool {
    let text = line.trim();
    text.len() <= 40
        && (text.starts_with('[') && text.ends_with(']')
            || text.starts_with('<') && text.ends_with('>') && !text.contains('@')
            || text.trim_matches('.').is_empty()
            || text == "…")
}
