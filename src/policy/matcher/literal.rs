//! Words without which a regular expression cannot match, so that it need not be run on a text that has none of them.
//!
//! Words are folded like the texts they are looked for in. Folding goes character by character, so where an expression
//! matches a word, the folded text has the folded word. What is not known for certain yields no word, and an expression
//! without words is always run.

use std::collections::BTreeSet;

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

use super::field::fold;

/// Words that one expression is looked for by; more make the automaton large and tell no more.
const WORDS: usize = 4;
/// Bytes of a word that is worth looking for: shorter ones are everywhere.
const SHORTEST: usize = 3;
/// Bytes that tell as much as any more would: of two such sets the one with fewer words is better.
const TELLING: usize = 5;
/// Characters of a class that is written out: a letter has at most four cases.
const CLASS: usize = 8;

type Words = BTreeSet<String>;

/// Words of which at least one stands in every text that the expression matches, folded; none where none are known.
pub(super) fn needed(expression: &str) -> Option<Words> {
    let parsed = regex_syntax::parse(expression).ok()?;
    Known::of(&parsed).needed()
}

/// What is known of everything that a part of an expression matches.
#[derive(Debug, Default)]
struct Known {
    /// All of it, where that is little.
    all: Option<Words>,
    /// Words of which one stands within each of it.
    within: Option<Words>,
}

impl Known {
    fn all(words: Words) -> Self {
        let is_little = !words.is_empty() && words.len() <= WORDS;
        Self { all: is_little.then_some(words), within: None }
    }

    fn of(part: &Hir) -> Self {
        match part.kind() {
            HirKind::Empty | HirKind::Look(_) => Self::all(Words::from([String::new()])),
            HirKind::Literal(literal) => Self::all(str::from_utf8(&literal.0).map(fold).into_iter().collect()),
            HirKind::Class(class) => Self::all(written_out(class)),
            HirKind::Capture(group) => Self::of(&group.sub),
            HirKind::Repetition(repetition) => Self::of_repetition(repetition),
            HirKind::Concat(parts) => Self::of_sequence(parts),
            HirKind::Alternation(parts) => Self::of_alternatives(parts),
        }
    }

    fn of_repetition(repetition: &Repetition) -> Self {
        let once = Self::of(&repetition.sub);
        match (repetition.min, repetition.max, once.all) {
            (0, Some(1), Some(mut all)) => {
                all.insert(String::new());
                Self::all(all)
            }
            (0, ..) => Self::default(),
            (1, Some(1), all) => Self { all, within: once.within },
            (_, _, all) => Self { all: None, within: better(all.and_then(telling), once.within) },
        }
    }

    fn of_sequence(parts: &[Hir]) -> Self {
        let nothing_yet = || Words::from([String::new()]);
        // What the parts since the last unknown one match together.
        let mut run = nothing_yet();
        let mut is_whole = true;
        let mut within = None;
        for part in parts {
            let known = Self::of(part);
            within = better(within, known.within);
            let longer = known.all.as_ref().map(|all| joined(&run, all)).filter(|longer| longer.len() <= WORDS);
            if let Some(longer) = longer {
                run = longer;
                continue;
            }
            is_whole = false;
            within = better(within, telling(std::mem::replace(&mut run, known.all.unwrap_or_else(nothing_yet))));
        }
        if is_whole { Self { all: Some(run), within } } else { Self { all: None, within: better(within, telling(run)) } }
    }

    fn of_alternatives(parts: &[Hir]) -> Self {
        let parts: Vec<Self> = parts.iter().map(Self::of).collect();
        if let Some(all) = parts.iter().map(|part| part.all.clone()).collect::<Option<Vec<Words>>>() {
            let all: Words = all.into_iter().flatten().collect();
            if all.len() <= WORDS {
                return Self::all(all);
            }
        }
        // One of the alternatives matches, so one word of each must be looked for.
        let within = parts.into_iter().map(Self::needed).collect::<Option<Vec<Words>>>();
        Self { all: None, within: within.and_then(|words| telling(words.into_iter().flatten().collect())) }
    }

    fn needed(self) -> Option<Words> {
        better(self.all.and_then(telling), self.within)
    }
}

/// The characters of a class, folded; none of a large one.
fn written_out(class: &Class) -> Words {
    let characters: Vec<char> = match class {
        Class::Unicode(class) => class.iter().flat_map(|range| range.start()..=range.end()).take(CLASS + 1).collect(),
        Class::Bytes(class) if class.is_ascii() => {
            class.iter().flat_map(|range| range.start()..=range.end()).map(char::from).take(CLASS + 1).collect()
        }
        Class::Bytes(_) => Vec::new(),
    };
    if characters.len() > CLASS {
        return Words::new();
    }
    characters.into_iter().map(|character| fold(character.encode_utf8(&mut [0; 4]))).collect()
}

fn joined(starts: &Words, ends: &Words) -> Words {
    starts.iter().flat_map(|start| ends.iter().map(move |end| format!("{start}{end}"))).collect()
}

/// The words without those that contain another of them; none if they are too many or one is too short.
fn telling(words: Words) -> Option<Words> {
    let contains_another = |word: &String| words.iter().any(|other| other != word && word.contains(other.as_str()));
    let words: Words = words.iter().filter(|word| !contains_another(word)).cloned().collect();
    (words.len() <= WORDS && weight(&words) >= SHORTEST).then_some(words)
}

/// Bytes of the shortest word.
fn weight(words: &Words) -> usize {
    words.iter().map(String::len).min().unwrap_or(0)
}

/// Of two sets of words the one that fewer texts hold: its words are longer, or fewer where both are long enough.
fn better(one: Option<Words>, other: Option<Words>) -> Option<Words> {
    let rank = |words: &Words| (weight(words).min(TELLING), WORDS.saturating_sub(words.len()));
    match (one, other) {
        (Some(one), Some(other)) => Some(if rank(&other) > rank(&one) { other } else { one }),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(expression: &str) -> Vec<String> {
        needed(expression).into_iter().flatten().collect()
    }

    #[test]
    fn what_an_expression_cannot_do_without_is_found() {
        assert_eq!(words("invoice"), ["invoice"]);
        assert_eq!(words(r"^Re: (your )?INVOICE \d+$"), ["re: invoice ", "re: your invoice "]);
        assert_eq!(words(r"(?i)\b(case|ticket|order)[ -]?00042\b"), ["00042"]);
        assert_eq!(words("(?:damaged|lost|stolen) +(?:parcel|letter)"), ["letter", "parcel"]);
        assert_eq!(words("(ab|cd)+ refund"), [" refund"]);
        assert_eq!(words("(urgent){2,}"), ["urgent"]);
        assert_eq!(words("invoice|invoices"), ["invoice"]);
        assert_eq!(words("[ÄÖ]rger"), ["ärger", "örger"]);
    }

    #[test]
    fn where_nothing_is_certain_there_are_no_words() {
        for expression in
            ["a*", "(invoice)?", "invoice|", "invoice|a", r"\d{5}", ".*", "", "one|two|six|ten|eleven", "(", "[a-z]nvo?"]
        {
            assert_eq!(needed(expression), None, "{expression}");
        }
    }

    #[test]
    fn a_letter_with_relatives_in_other_cases_is_each_of_them() {
        // U+017F and U+212A match an s and a k without regard to case, and are not what folding makes of those.
        assert_eq!(words("(?i)serial"), ["serial", "ſerial"]);
        assert_eq!(words("(?i)kilo"), ["kilo"]);
        assert_eq!(words("(?i)σος"), ["σοσ"]);
        for (expression, text) in
            [("(?i)serial", "SERIAL"), ("(?i)serial", "ſerial"), ("(?i)kilo", "\u{212a}ILO"), ("(?i)σοφος", "ΣΟΦΟΣ")]
        {
            assert!(regex::Regex::new(expression).expect("compiles").is_match(text), "{expression}");
            assert!(words(expression).iter().any(|word| fold(text).contains(word.as_str())), "{expression} in {text}");
        }
    }

    /// Expressions put together from pieces and every text that the same pieces make: whatever matches holds a word.
    #[test]
    fn no_text_that_matches_is_passed_over() {
        let pieces = ["ab", "(?i:sk)", "(?:cat|d)", "x?", "(?:no)+", "[yz]", r"\b", ".", "Σ"];
        let texts = ["ab", "SK", "ſ\u{212a}", "cat", "d", "x", "nono", "y", " ", "Σ", "ς", ""];
        let pairs: Vec<String> = texts.iter().flat_map(|a| texts.map(|b| format!("{a}{b}"))).collect();
        let texts: Vec<String> = pairs.iter().flat_map(|pair| texts.map(|c| format!("{pair}{c}"))).collect();
        let mut with_words = 0;
        let pairs: Vec<String> = pieces.iter().flat_map(|a| pieces.map(|b| format!("{a}{b}"))).collect();
        for expression in pairs.iter().flat_map(|pair| pieces.map(|c| format!("{pair}{c}"))) {
            let regex = regex::Regex::new(&expression).expect("compiles");
            let Some(words) = needed(&expression) else { continue };
            with_words += 1;
            for text in texts.iter().filter(|text| regex.is_match(text)) {
                let folded = fold(text);
                assert!(words.iter().any(|word| folded.contains(word.as_str())), "{expression} in {text:?} without {words:?}");
            }
        }
        assert!(with_words > 300, "{with_words} expressions have words");
    }
}
