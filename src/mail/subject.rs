//! Subjects without what programs put before them: reply and forward prefixes and list tags, in any order.

/// What a subject says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The subject proper, in lower case, for comparing.
    pub(super) base: String,
    pub(super) has_reply_prefix: bool,
    pub(super) has_forward_prefix: bool,
}

/// Reply prefixes in lower case: en de nl sv/da/no fi pl cs hr it pt es tr hu ro ru uk bg el he ar zh ja ko id et lt.
const REPLY: &[&str] = &[
    "re",
    "aw",
    "antwort",
    "antw",
    "sv",
    "vs",
    "odp",
    "odpověď",
    "odg",
    "ref",
    "rif",
    "res",
    "resp",
    "rép",
    "rep",
    "réf",
    "ynt",
    "yan",
    "yanıt",
    "cevap",
    "vá",
    "válasz",
    "răsp",
    "rasp",
    "на",
    "отв",
    "ответ",
    "відп",
    "отг",
    "απ",
    "σχετ",
    "תגובה",
    "השב",
    "رد",
    "回复",
    "回覆",
    "回復",
    "答复",
    "答覆",
    "返信",
    "답장",
    "회신",
    "bls",
    "bal",
    "atb",
    "va",
    "ats",
    "svar",
    "réponse",
    "respuesta",
    "risposta",
    "resposta",
    "reply",
];

/// Forward prefixes in lower case.
const FORWARD: &[&str] = &[
    "fwd",
    "fw",
    "wg",
    "weitergeleitet",
    "tr",
    "rv",
    "renv",
    "reenv",
    "enc",
    "doorst",
    "vb",
    "vl",
    "videres",
    "pd",
    "i",
    "továbbítás",
    "továbbítva",
    "tov",
    "redir",
    "ilt",
    "i̇lt",
    "ilet",
    "пересл",
    "пер",
    "πρθ",
    "הועבר",
    "إعادة توجيه",
    "转发",
    "轉寄",
    "轉發",
    "転送",
    "전달",
    "trs",
    "přepos",
    "prepos",
    "dal",
    "videresendt",
    "forward",
    "inoltro",
    "inoltrato",
    "fs",
    "trans",
];

/// Words in brackets at the end that gateways add.
const TAILS: &[&str] = &["(fwd)", "(external)", "[external]", "(extern)", "[extern]", "(was forwarded)"];

/// Takes a subject apart.
pub(super) fn read(subject: &str) -> Reading {
    let mut reading = Reading::default();
    let mut rest = subject.trim();
    // Real subjects have a handful; the bound keeps `Re: Re: Re: …` linear.
    for _ in 0..100 {
        if let Some((kind, after)) = prefix(rest) {
            match kind {
                Prefix::Reply => reading.has_reply_prefix = true,
                Prefix::Forward => reading.has_forward_prefix = true,
            }
            rest = after;
        } else if let Some(after) = tag(rest) {
            rest = after;
        } else {
            break;
        }
    }
    let mut base = rest.to_lowercase();
    while let Some(shorter) = TAILS.iter().find_map(|tail| base.strip_suffix(tail)) {
        reading.has_forward_prefix |= base.ends_with("(fwd)");
        base = shorter.trim_end().to_owned();
    }
    // A subject that is nothing but a tag stays what it is.
    if base.is_empty() {
        let whole = subject.trim().to_lowercase();
        base = if prefix(&whole).is_some_and(|(_, after)| after.is_empty()) { String::new() } else { whole };
    }
    reading.base = base.split_whitespace().collect::<Vec<_>>().join(" ");
    reading
}

/// A subject without the prefixes that replying and forwarding put before it.
pub(super) fn without_prefixes(subject: &str) -> &str {
    let mut rest = subject.trim();
    for _ in 0..100 {
        let Some((_, after)) = prefix(rest) else { break };
        rest = after.trim_start();
    }
    rest
}

/// A subject as people are shown it, without `Re:` before it and without our own ticket numbers before and behind it: the desk
/// puts its own there. Forward prefixes and other tags say something and stay.
pub fn shown(subject: &str) -> &str {
    let mut rest = subject.trim();
    for _ in 0..100 {
        rest = match prefix(rest) {
            Some((Prefix::Reply, after)) => after,
            _ => match rest.strip_prefix("[#").and_then(|inner| inner.split_once(']')) {
                Some((number, after)) if is_number(number) => after.trim_start(),
                _ => break,
            },
        };
    }
    while let Some((before, number)) = rest.strip_suffix(']').and_then(|inner| inner.rsplit_once("[#")) {
        if !is_number(number) {
            break;
        }
        rest = before.trim_end();
    }
    // A subject that is nothing else stays what it is.
    if rest.is_empty() { subject.trim() } else { rest }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

enum Prefix {
    Reply,
    Forward,
}

/// `Re:`, `RE[2]:`, `AW (3) :`, `回复：`.
fn prefix(text: &str) -> Option<(Prefix, &str)> {
    let colon = text.char_indices().take(30).find(|(_, c)| matches!(c, ':' | '：'))?;
    let word = text.get(..colon.0)?.trim();
    let after = text.get(colon.0 + colon.1.len_utf8()..)?.trim_start();
    let counted = word.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')' | '^' | '*' | ' '));
    // Italian writes one capital letter; a small one is a word.
    match counted {
        "R" => return Some((Prefix::Reply, after)),
        "I" => return Some((Prefix::Forward, after)),
        _ => {}
    }
    let lower = counted.to_lowercase();
    if lower.chars().count() > 1 && REPLY.contains(&lower.as_str()) {
        Some((Prefix::Reply, after))
    } else if lower.chars().count() > 1 && FORWARD.contains(&lower.as_str()) {
        Some((Prefix::Forward, after))
    } else {
        None
    }
}

/// A tag in brackets at the start, with something after it.
fn tag(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('[')?;
    let (tag, after) = inner.split_once(']')?;
    let after = after.trim_start();
    (tag.chars().count() <= 60 && !tag.contains('[') && !after.is_empty()).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_of_many_languages_in_any_order() {
        for subject in [
            "Invoice 17",
            "Re: Invoice 17",
            "AW: Re: Invoice  17",
            "SV: VS: Invoice 17",
            "Antw: Invoice 17",
            "回复：Invoice 17",
            "Re[2]: Invoice 17",
            "RE: [list] Invoice 17",
            "[list] Re: Invoice 17",
            "Odp: R: Invoice 17",
            "Отв: Invoice 17",
            "Re : Invoice 17",
            "re:Invoice 17 (EXTERNAL)",
            "WG: Invoice 17",
            "Fwd: Fw: Invoice 17",
            "TR : Invoice 17",
            "Invoice 17 (fwd)",
            "転送: Invoice 17",
        ] {
            assert_eq!(read(subject).base, "invoice 17", "{subject}");
        }
        assert!(read("AW: x").has_reply_prefix && !read("AW: x").has_forward_prefix);
        assert!(read("WG: x").has_forward_prefix && !read("WG: x").has_reply_prefix);
        assert!(read("[a] Re: Fwd: x").has_reply_prefix && read("[a] Re: Fwd: x").has_forward_prefix);
    }

    #[test]
    fn people_are_shown_what_a_subject_says() {
        for (subject, expected) in [
            ("Cannot log in", "Cannot log in"),
            ("Re: AW: Cannot log in [#1] [#22]", "Cannot log in"),
            ("[#1] Re: [#2] Cannot log in", "Cannot log in"),
            ("Fwd: Cannot log in", "Fwd: Cannot log in"),
            ("Re: [list] News [a] [#x]", "[list] News [a] [#x]"),
            ("Re: [#1]", "Re: [#1]"),
            ("Re:", "Re:"),
            ("", ""),
        ] {
            assert_eq!(shown(subject), expected, "{subject}");
        }
        assert_eq!(shown(&("[#1]".repeat(50_000) + "x")).len(), 49_900 * 4 + 1);
    }

    #[test]
    fn words_that_only_look_like_prefixes_stay() {
        for subject in ["order: 12", "i: think", "urgent: help", "regarding: x"] {
            assert_eq!(read(subject).base, subject);
        }
        assert_eq!(read("[#42]").base, "[#42]");
        assert_eq!(read("Re:").base, "");
        assert!(read(&"Re: ".repeat(50_000)).has_reply_prefix);
    }
}
