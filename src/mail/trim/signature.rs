//! Signatures and footers at the end of what somebody wrote.
//!
//! Works from the end upwards and takes off what is surely no message: footers of lists and scanners, "Sent from my phone",
//! a signature under `-- `, a closing with what stands under it, a bare name. It never takes everything.

use std::sync::LazyLock;

use crate::mail::phrase::Anywhere;

use super::Sender;
use super::closing::{closing_of, is_thanks};
use super::line::{has_address, head, is_blank, is_rule, words};
use super::words::{DEVICES, FOOTERS, FOOTERS_WITHIN, NO_NAMES, NOTICE_WORDS, SENT_FROM, SENT_WORDS, TITLES};

/// A signature has at most so many lines; longer ones are text that happens to stand under a closing.
const LINES: usize = 18;
/// Footers may be longer: legal notices.
const FOOTER_LINES: usize = 40;

/// The line at which the signature of these lines begins; their number where they have none.
///
/// `is_last` says that the text ends with them. A bare name above a quote is left alone unless it is the sender's: there it
/// costs nothing, and it may be an answer.
pub(super) fn begins_at(lines: &[&str], sender: &Sender, is_last: bool) -> usize {
    let mut end = content_end(lines, lines.len());
    let mut begin = end;
    // A signature, a phone's line and a list's footer may stand one above the other.
    for _ in 0..5 {
        let found = [
            footer(lines, end),
            sent_from(lines, end),
            delimited(lines, end),
            closing(lines, end, sender),
            own_address(lines, end, sender),
            name(lines, end, sender, is_last),
        ];
        match found.into_iter().flatten().min() {
            Some(at) if lines.iter().take(at).any(|line| !is_blank(line)) => {
                begin = at;
                end = content_end(lines, at);
            }
            _ => break,
        }
    }
    if begin == content_end(lines, lines.len()) { lines.len() } else { begin }
}

/// The end of what is not blank.
fn content_end(lines: &[&str], end: usize) -> usize {
    lines.iter().take(end).rposition(|line| !is_blank(line)).map_or(0, |last| last + 1)
}

/// The last lines that are not blank, from the bottom up: position and text.
fn upwards<'l>(lines: &'l [&'l str], end: usize) -> impl Iterator<Item = (usize, &'l str)> {
    lines.iter().enumerate().take(end).rev().map(|(at, line)| (at, *line)).filter(|(_, line)| !is_blank(line))
}

/// RFC 3676 §4.3: `-- ` alone on a line. Blanks at line ends get lost on the way.
fn delimited(lines: &[&str], end: usize) -> Option<usize> {
    let mut found = None;
    for (at, line) in upwards(lines, end).take(FOOTER_LINES) {
        if matches!(line.trim(), "--" | "—" | "- -" | "--\u{a0}" | "__" | "–") {
            found = Some(at);
        } else if is_rule(line, 3) && !line.contains(['=', '#', '*', '~']) && !line.trim().contains(' ') {
            // A line of dashes counts only above something like a visiting card.
            let below = lines.get(at + 1..end)?;
            if is_card(below) {
                found = Some(at);
            }
        }
    }
    let at = found?;
    // What stands under the mark may not be longer than what stands above it.
    let below = lines.get(at + 1..end)?.iter().filter(|line| !is_blank(line)).count();
    let is_marked = is_marked(lines.get(at)?);
    // Without its blank, the mark may be a dash between two sentences.
    if !is_marked && is_prose(lines.get(at + 1..end)?) {
        return None;
    }
    (below <= LINES || is_marked).then_some(at)
}

/// Begins like a sentence that goes on, or asks something: no signature does.
fn is_prose(lines: &[&str]) -> bool {
    let Some((at, first)) = lines.iter().enumerate().find(|(_, line)| !is_blank(line)) else { return false };
    let lower = head(first).trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_known = is_sent_from(first)
        || FOOTERS.open(&lower)
        || is_notice(lines, at, lines.len())
        || closing_of(first, &Sender::default()).is_some();
    !is_known && (first.trim_end().ends_with('?') || words(first, 10) >= 9 && !is_contact(first))
}

fn is_marked(line: &str) -> bool {
    line.trim_end_matches(['\r', '\n']) == "-- "
}

/// Short lines that begin with a name or a company and hold a telephone number, a link or an address.
fn is_card(lines: &[&str]) -> bool {
    let filled = || lines.iter().filter(|line| !is_blank(line));
    let count = filled().count();
    let begins = filled().next().is_some_and(|line| {
        words(line, 6) <= 5
            && !line.trim_end().ends_with([':', '.', '?', '!'])
            && !line.trim_start().starts_with(char::is_lowercase)
    });
    let is_footer = filled().any(|line| FOOTERS_WITHIN.is_in(line.to_lowercase()));
    (1..=10).contains(&count)
        && (begins || is_footer)
        && filled().all(|line| line.chars().take(90).count() < 90 && !is_sentence(line))
        && (is_footer || filled().any(|line| is_contact(line)))
}

static LINKS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&["http://", "https://", "www."]));

/// Holds a telephone number, a link or an address.
fn is_contact(line: &str) -> bool {
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    // A number outside, or an extension inside the house: "x5544", "2-1180".
    digits >= 4 && letters <= 3 && line.len() < 20
        || digits >= 7 && digits * 2 >= letters
        || has_address(line)
        || LINKS.is_in(line)
}

/// Ends like a sentence and is as long as one.
fn is_sentence(line: &str) -> bool {
    // Six words and the blanks between them.
    if line.len() < 11 {
        return false;
    }
    let line = line.trim_end();
    let count = words(line, 14);
    count >= 14 || count >= 6 && line.ends_with(['.', '!', '?', ',', ';', '。'])
}

/// Footers of lists, scanners and lawyers.
fn footer(lines: &[&str], end: usize) -> Option<usize> {
    let mut found: Option<usize> = None;
    for (at, line) in upwards(lines, end).take(FOOTER_LINES) {
        let text = head(line).trim().trim_start_matches(|c: char| !c.is_alphanumeric() && c != '[');
        // Most lines are settled here: neither an opening, nor the name of a list, nor a notice on one long line.
        let ends_in_list =
            || text.len().checked_sub(4).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("list"));
        if text.len() <= 100 && !FOOTERS.may_open(text) && !ends_in_list() {
            continue;
        }
        let lower = text.to_lowercase();
        let is_list_name = (lower.ends_with("mailing list") || lower.ends_with("discussion list"))
            && words(&lower, 6) <= 5
            && at > 0
            && lines.get(at - 1).is_some_and(|line| is_rule(line, 10));
        let begins = is_list_name
            || FOOTERS.open(&lower)
                && (words(&lower, 15) < 14 || NOTICE_WORDS.is_in(&lower) || is_notice(lines, at, end))
                && (!matches!(lower.trim_end_matches(':').trim(), "important" | "notice" | "caution") && !is_weak(&lower)
                    || is_notice(lines, at, end));
        if begins || is_notice_line(&lower) {
            found = Some(at);
        }
    }
    let mut at = found?;
    // The rule above belongs to it.
    while let Some(above) = at
        .checked_sub(1)
        .and_then(|p| lines.get(p))
        .filter(|line| is_blank(line) || is_rule(line, 3) || matches!(line.trim(), "—" | "--" | "-- "))
    {
        at -= 1;
        if !is_blank(above) {
            break;
        }
    }
    while lines.get(at).is_some_and(|line| is_blank(line)) {
        at += 1;
    }
    Some(at)
}

/// Openings that sentences of people have as well.
fn is_weak(lower: &str) -> bool {
    [
        "important",
        "caution",
        "notice",
        "this message",
        "this e",
        "the information",
        "the content",
        "disclaimer",
        "este",
        "esta",
        "questo",
        "sent through",
        "this transmission",
        "this communication",
        "this electronic",
    ]
    .iter()
    .any(|phrase| lower.starts_with(phrase))
}

/// A paragraph with two words of a confidentiality notice, looked at as a whole.
fn is_notice(lines: &[&str], at: usize, end: usize) -> bool {
    let paragraph: String =
        lines.iter().take(end).skip(at).take(12).take_while(|line| !is_blank(line)).flat_map(|line| [head(line), " "]).collect();
    let lower = paragraph.to_lowercase();
    NOTICE_WORDS.count_in(&lower, 2) >= 2
}

/// A notice on one long line.
fn is_notice_line(lower: &str) -> bool {
    lower.len() > 150 && NOTICE_WORDS.count_in(lower, 3) >= 3
}

/// "Sent from my phone", short and last.
fn sent_from(lines: &[&str], end: usize) -> Option<usize> {
    let (at, line) = upwards(lines, end).next()?;
    is_sent_from(line).then(|| {
        // BlackBerry put a rule above it.
        match at.checked_sub(1).and_then(|p| lines.get(p)) {
            Some(above) if is_rule(above, 3) || matches!(above.trim(), "--" | "-- ") => at - 1,
            _ => at,
        }
    })
}

/// Whether a line is such a one; sentences that begin so are not.
pub(super) fn is_sent_from(line: &str) -> bool {
    let text = head(line).trim().trim_matches(['*', '_', '-', '<', '(', ')', '[', ']']);
    let lower = text.to_lowercase();
    // The link of an advertisement is no word of it: "Get Outlook for iOS<https://…>".
    let told: Vec<&str> =
        lower.split([' ', '<', '(', '[', ']', '\u{a0}']).filter(|word| !word.is_empty() && !word.contains("://")).collect();
    let has_link = lower.contains("://");
    let is_short = told.len() <= if has_link { 12 } else { 9 } && (has_link || text.chars().count() <= 90);
    let is_sentence = text.trim_end_matches(['>', ')']).ends_with('.') && (text.contains(", ") || words(text, 8) > 6);
    // "Sent from LetterApp": a program by its name.
    let names_program = lower.starts_with("sent from ")
        && words(text, 6) <= 5
        && text.split_whitespace().nth(2).is_some_and(|word| word.starts_with(char::is_uppercase));
    is_short && !is_sentence && (names_program || SENT_FROM.open(&lower) || is_device_line(&lower, told.len()))
}

/// A telephone or a program and "sent" or "get it" in some language, and next to nothing else.
fn is_device_line(lower: &str, count: usize) -> bool {
    let ends = lower.ends_with(['?', '!', '.', ':', '。', '？']);
    count <= 8
        && !ends
        && DEVICES.is_in(lower)
        && SENT_WORDS.is_in(lower)
        && !lower.split_whitespace().any(|word| PERSONAL.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// Words of people who talk about their telephone.
#[rustfmt::skip]
const PERSONAL: &[&str] = &[
    "i", "it", "we", "not", "can", "cannot", "can't", "is", "was", "do", "did", "please", "how", "when", "works", "fails", "no",
    "ich", "nicht", "wir", "es", "geht", "kann", "bitte", "wie", "ist", "je", "ne", "pas", "nous", "puis", "comment", "yo", "no",
    "puedo", "não", "posso", "non", "come", "ik", "niet", "kan", "jag", "inte", "jeg", "ikke", "en", "ei", "nie", "mogę", "ne",
    "nemohu", "nem", "nu", "я", "не", "могу", "yok", "değil", "he", "she", "the", "have", "has", "must", "should", "why", "error",
];

/// A closing, and only a signature under it.
fn closing(lines: &[&str], end: usize, sender: &Sender) -> Option<usize> {
    for (below, (at, line)) in upwards(lines, end).take(LINES).enumerate() {
        if below == 0 && line.len() > 250 {
            return None;
        }
        match closing_of(line, sender) {
            // "Thanks" as the last word of all may be the message; with a name it is a closing.
            Some(named) if named || below > 0 || !is_thanks(line) => {
                let under = lines.get(at + 1..end)?;
                return (under.iter().filter(|line| is_sentence(line)).count() == 0 && starts_with_name(under))
                    .then(|| extend_up(lines, at, sender));
            }
            _ => {}
        }
        if is_sentence(line) && !is_contact(line) {
            return None;
        }
    }
    None
}

/// "Thanks in advance," right above "Regards," belongs to the closing.
fn extend_up(lines: &[&str], at: usize, sender: &Sender) -> usize {
    let above = lines.iter().enumerate().take(at).rev().take(3).find(|(_, line)| !is_blank(line));
    match above {
        Some((up, line)) if closing_of(line, sender).is_some() && words(line, 6) <= 5 => up,
        _ => at,
    }
}

/// The first line under a closing is short: a name, a company, a number.
fn starts_with_name(under: &[&str]) -> bool {
    let is_footnote =
        |line: &&&str| line.trim_start().strip_prefix('[').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let first = under.iter().find(|line| !is_blank(line));
    // A link right under "Thank you" is what was sent, and footnotes belong to the text.
    first.is_none_or(|line| words(line, 9) <= 8 && !line.trim_start().starts_with("http"))
        && !under.iter().any(|line| is_footnote(&line))
}

/// Foxmail puts the sender's own address at the end.
fn own_address(lines: &[&str], end: usize, sender: &Sender) -> Option<usize> {
    let (at, line) = upwards(lines, end).next()?;
    let is_own = !sender.address.is_empty() && line.trim().trim_matches(['<', '>']).to_lowercase() == sender.address;
    let above = upwards(lines, at).next()?;
    (is_own && above.0 + 1 < at && !above.1.trim_end().ends_with([':', '：'])).then_some(at)
}

/// A name alone at the end: `-Ann`, `/Ann`, the sender's own name, or what looks like a name over a visiting card.
fn name(lines: &[&str], end: usize, sender: &Sender, is_last: bool) -> Option<usize> {
    let (last, line) = upwards(lines, end).next()?;
    // "-Ann" and "/Ann" need no more, unless they end a list.
    let marks = ['-', '/', '~', '–', '—'];
    if let Some(rest) = line.trim().strip_prefix(marks).map(str::trim)
        && is_name(rest, sender, 3)
        && upwards(lines, last).next().is_some_and(|(_, above)| !above.trim_start().starts_with(['-', '/', '~', '–', '—', '*']))
    {
        return Some(last);
    }
    // The lines under the name: telephone numbers, a company, a title.
    let mut has_card = false;
    for (below, (at, line)) in upwards(lines, end).take(9).enumerate() {
        let (named, with_number) = name_part(line);
        let is_known = is_of_sender(named, sender);
        // Where we know who writes, another name that stands alone is something he says: "Smith", "Internal Error".
        let is_foreign = || !is_known && !sender.names.is_empty() && !has_card && !shares_letters(named, sender);
        // "Nothing." answers; nobody ends his name with a full stop.
        let is_answer = !is_known && !with_number && line.trim_end().ends_with('.') && !has_card;
        let fits = is_name(named, sender, if has_card { 4 } else { 3 }) || with_number && is_initials(named);
        let is_placed = || is_known || has_card || is_last && below == 0 && !is_answer && !is_foreign();
        if fits && is_placed() && stands_apart(lines, at, named, has_card, is_known) {
            return Some(at);
        }
        has_card |= is_contact(line) || has_title(line);
        let is_text = is_sentence(line) || line.chars().count() > 70 || line.trim_end().ends_with([':', '?', '!', ';']);
        if is_text || line.trim_start().starts_with(['-', '*', '•', '>', '|', '<']) {
            return None;
        }
    }
    None
}

/// What stands before a comma or a number, and whether a number stands behind it.
fn name_part(line: &str) -> (&str, bool) {
    let text = line.trim().trim_end_matches([',', '.', ' ']);
    // "Olivia Hart | Accounts".
    let text = text.split(" | ").next().unwrap_or(text).trim_end();
    let Some(digit) = text.find(|c: char| c.is_ascii_digit()) else { return (text, false) };
    let (name, number) = text.split_at_checked(digit).unwrap_or((text, ""));
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let letters = number.chars().filter(|c| c.is_alphabetic()).count();
    // "Debian 12" is an answer and no Debian with his extension.
    if digits < 4 || letters > 0 {
        return (text, false);
    }
    (name.trim_end_matches(['-', ' ', ',', '(', '+', '|', 'x', '–']), true)
}

/// A short form of the sender's own name: "Liv" for Olivia, "Jo" for Johanna.
fn shares_letters(named: &str, sender: &Sender) -> bool {
    let lower = named.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 2).all(|word| {
        let start: String = word.chars().take(3).collect();
        sender.names.iter().any(|name| name.contains(word) || word.contains(name.as_str()) || name.starts_with(&start))
            || sender.address.contains(word)
    })
}

/// A title or a kind of company, as visiting cards have them.
fn has_title(line: &str) -> bool {
    words(line, 9) <= 8 && !line.trim_end().ends_with(['.', '!', '?']) && TITLES.is_in(line.to_lowercase())
}

/// "AB", "C.D.": only with a number they are somebody.
fn is_initials(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=3).contains(&letters) && text.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Before a bare name something must have been said, and a blank line or the end of a sentence must stand between.
fn stands_apart(lines: &[&str], at: usize, named: &str, has_card: bool, is_known: bool) -> bool {
    let Some((up, above)) = upwards(lines, at).next() else { return false };
    let gap = up + 1 < at;
    let above = above.trim();
    let ends = above.ends_with(['.', '!', '?', ')', '…', '。', '"', ';']);
    let enough = if is_known { 1 } else { 3 };
    let said = upwards(lines, at).take(30).any(|(_, line)| words(line, 3) >= enough);
    let is_list = above.starts_with(['-', '*', '•', '|'])
        || above.ends_with([':', ','])
        || is_name(above, &Sender::default(), 3) && !(is_known && gap);
    let small = above.split_whitespace().take(40).filter(|word| word.starts_with(char::is_lowercase)).count();
    // Two words with capitals under a heading are another heading.
    let is_single = words(named, 2) == 1;
    let is_short = above.chars().count() < 60;
    said && !is_list && (ends || is_known || gap && (is_single || small >= 3) || has_card && small >= 3 && is_short)
}

/// One to `most` capitalised words that are no common ones.
fn is_name(text: &str, sender: &Sender, most: usize) -> bool {
    let text = text.trim().trim_end_matches(['.', ',']);
    let count = words(text, most + 1);
    let odd = ['@', '/', ':', ';', '"', '!', '?', '(', ')', '<', '>', '=', '[', '$', '%', '#'];
    if count == 0 || count > most || text.chars().count() > 40 || text.contains(odd) {
        return false;
    }
    if is_of_sender(text, sender) {
        return true;
    }
    let particles = ["van", "von", "de", "der", "den", "la", "du", "af", "bin", "al", "dos", "da", "ter", "ten"];
    let mut full = 0;
    let fits = text.split_whitespace().all(|word| {
        let bare = word.trim_matches([',', '\'', '*']);
        let lower = bare.trim_end_matches('.').to_lowercase();
        if count > 1 && particles.contains(&lower.as_str()) {
            return true;
        }
        let length = lower.chars().count();
        let is_initial = length == 1 && count > 1;
        let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '.'));
        let is_acronym = length > 1 && bare.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        full += u32::from(length > 1);
        bare.starts_with(char::is_uppercase) && letters && !is_acronym && (is_initial || !NO_NAMES.has(&lower))
    });
    fits && full > 0
}

/// All words are of the sender's own name.
pub(super) fn is_of_sender(text: &str, sender: &Sender) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(|word| word.chars().count() > 1)
        && words().all(|word| word.chars().count() == 1 || sender.names.contains(&word.to_lowercase()))
}
