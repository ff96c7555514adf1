//! How people end what they write: "Kind regards,", "LG Jürgen", whole sentences in French; and what they add below it.

use std::sync::LazyLock;

use crate::mail::phrase::Anywhere;

use super::Sender;
use super::line::words;
use super::signature::is_of_sender;
use super::words::{CLOSINGS, NO_NAMES};

/// Whether a line is a closing, and whether a name stands on it.
pub(super) fn closing_of(line: &str, sender: &Sender) -> Option<bool> {
    let text = line.trim().trim_matches(['*', '_', '-', '/', '~', ' ']);
    if text.is_empty() || !has_at_most(text, 160) {
        return None;
    }
    let lower = text.to_lowercase();
    if is_formula(&lower) {
        return Some(false);
    }
    if !has_at_most(text, 80) {
        return None;
    }
    if CLOSINGS.has(bare(&lower)) {
        return Some(false);
    }
    // "Met vriendelijke groet / Kind regards,"
    let mut halves = lower.split(['/', '|', '·']).map(bare);
    if halves.by_ref().take(3).all(|half| CLOSINGS.has(half)) && halves.next().is_none() {
        return Some(false);
    }
    if let Some(named) = closing_with_name(text, &lower, sender) {
        return Some(named);
    }
    // "Thanks, Ann" and "Your friend, Dan.": a closing, a comma, a short name.
    let (before, name) = lower.split_once([',', '.', '!', '-', '–'])?;
    if !CLOSINGS.has(before.trim()) {
        return None;
    }
    let name = name.trim().trim_end_matches('.');
    let original = text
        .get(text.len().saturating_sub(name.len() + 1)..)
        .unwrap_or_default()
        .trim_start_matches([',', '.', '!', ' ', '-', '–']);
    let is_name = (1..=3).contains(&words(name, 4))
        && original.starts_with(|c: char| c.is_uppercase() || c >= '\u{2e80}')
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''));
    (is_name && !name.split(' ').any(|word| NO_NAMES.has(word))).then_some(true)
}

/// "LG Jürgen", "Viele Grüße Jürgen Weiß", "Viele Grüße aus Hamburg": without a comma the name must be the sender's.
fn closing_with_name(text: &str, lower: &str, sender: &Sender) -> Option<bool> {
    // The longest closing that the line begins with.
    let (end, rest) = CLOSINGS.of(lower).find_map(|start| {
        let rest = lower.get(start.len()..).filter(|rest| rest.starts_with(' '))?;
        Some((start.len(), rest.trim()))
    })?;
    if rest.is_empty() || words(rest, 4) > 3 {
        return None;
    }
    let mut parts = rest.split_whitespace();
    let from_place = ["aus", "from", "de", "uit", "från", "fra", "da", "z", "ze", "iz", "из", "vom", "dal", "van"];
    if parts.next().is_some_and(|word| from_place.contains(&word)) && parts.next().is_some() {
        // The place is written with a capital: "Thanks from all of us" is no place.
        let place = text.split_whitespace().last().is_some_and(|word| word.starts_with(char::is_uppercase));
        return (place && words(lower.get(..end)?, 3) >= 2).then_some(false);
    }
    (is_of_sender(rest, sender) && !rest.contains(['?', '!'])).then_some(true)
}

/// At most so many characters.
fn has_at_most(text: &str, most: usize) -> bool {
    // There are never more characters than bytes.
    text.len() <= most || text.chars().nth(most).is_none()
}

/// Without the punctuation behind it.
fn bare(text: &str) -> &str {
    let end = |c: char| matches!(c, ',' | '.' | '!' | ' ' | ':' | ';' | '~' | '-') || !c.is_alphanumeric() && !c.is_ascii();
    text.trim_end_matches(end).trim_start()
}

/// Whole sentences by which letters end, in French above all.
fn is_formula(lower: &str) -> bool {
    static FORMULAS: LazyLock<Anywhere> = LazyLock::new(|| {
        Anywhere::new(&["prie d'agréer", "prie d’agréer", "veuillez agréer", "veuillez recevoir", "recevez, m", "prie de croire"])
    });
    FORMULAS.is_in(lower) || lower.starts_with("l'expression de m") || lower.starts_with("sin otro particular")
}

/// "P.S.", "PS:".
pub(super) fn is_postscript(line: &str) -> bool {
    let text = line.trim_start().trim_start_matches(['*', '_']);
    let letters: String = text.chars().take(8).filter(|c| !matches!(c, '.' | ' ')).take(3).collect();
    let upper =
        text.starts_with(['P', 'p']) && (letters.starts_with("PS") || letters.starts_with("ps") || letters.starts_with("PPS"));
    let mark = text.chars().take(8).find(|c| matches!(c, ':' | ' ' | '-' | '–' | '.'));
    upper && mark.is_some() && words(text, 3) >= 2 && text.split([' ', ':']).next().is_some_and(|word| word.chars().count() <= 5)
}

pub(super) fn is_thanks(line: &str) -> bool {
    let lower = line.to_lowercase();
    let word = lower.trim().trim_end_matches(['.', '!', ',', ' ']);
    matches!(
        word,
        "thanks"
            | "thank you"
            | "danke"
            | "merci"
            | "gracias"
            | "grazie"
            | "obrigado"
            | "obrigada"
            | "bedankt"
            | "tack"
            | "tak"
            | "takk"
            | "kiitos"
            | "dziękuję"
            | "díky"
            | "děkuji"
            | "спасибо"
            | "teşekkürler"
            | "谢谢"
            | "謝謝"
            | "ty"
            | "thx"
            | "best"
            | "yours"
            | "t"
            | "love"
            | "vielen dank"
            | "many thanks"
            | "muchas gracias"
            | "以上"
    ) || word.starts_with("thank")
        || word.starts_with("danke")
        || word.starts_with("merci")
}
