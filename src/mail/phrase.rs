//! Lists of phrases that are asked all at once: whether a text begins with one of them, is one, or holds some.
//!
//! The trimmer and the classifier know hundreds of phrases in thirty languages, and ask about nearly every line without finding
//! one. Phrase after phrase that cost more than all the rest of reading together. Nothing here folds case: texts and phrases
//! are in lower case already.

use aho_corasick::AhoCorasick;

/// Phrases by which a text begins, or which it is as a whole.
#[derive(Debug)]
pub(super) struct Openings {
    sorted: Vec<&'static str>,
    /// For each phrase the place of the longest other one that it begins with.
    shorter: Vec<Option<usize>>,
    /// The first two bytes of all phrases, in order; nothing where one is shorter.
    heads: Option<Vec<[u8; 2]>>,
}

impl Openings {
    pub(super) fn new(phrases: &[&'static str]) -> Self {
        let mut sorted = phrases.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let mut shorter: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
        for (place, phrase) in sorted.iter().enumerate() {
            // What a phrase begins with stands right before it, or is what that begins with.
            let mut above = place.checked_sub(1);
            while let Some(at) = above
                && !sorted.get(at).is_some_and(|other| phrase.starts_with(other))
            {
                above = shorter.get(at).copied().flatten();
            }
            shorter.push(above);
        }
        let mut heads: Option<Vec<[u8; 2]>> = sorted.iter().map(|phrase| phrase.as_bytes().first_chunk().copied()).collect();
        heads.iter_mut().for_each(|heads| heads.dedup());
        Self { sorted, shorter, heads }
    }

    /// Whether the text, in whatever case, may begin with one of the phrases: most do not by their first two letters.
    pub(super) fn may_open(&self, text: &str) -> bool {
        match (text.as_bytes().first_chunk::<2>(), &self.heads) {
            (Some(head), Some(heads)) if head.is_ascii() => heads.binary_search(&head.map(|b| b.to_ascii_lowercase())).is_ok(),
            _ => true,
        }
    }

    /// Whether the text is one of the phrases.
    pub(super) fn has(&self, text: &str) -> bool {
        self.sorted.binary_search(&text).is_ok()
    }

    /// Whether the text begins with one of the phrases.
    pub(super) fn open(&self, text: &str) -> bool {
        self.of(text).next().is_some()
    }

    /// All phrases that the text begins with, the longest first.
    pub(super) fn of<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'static str> + 't {
        // The last phrase that does not stand behind the text in the alphabet begins it, or begins with all that do.
        let last = self.sorted.partition_point(|phrase| *phrase <= text).checked_sub(1);
        std::iter::successors(last, |at| self.shorter.get(*at).copied().flatten())
            .filter_map(|at| self.sorted.get(at).copied())
            .filter(move |phrase| text.starts_with(phrase))
    }
}

/// Phrases that may stand anywhere in a text.
#[derive(Debug)]
pub(super) struct Anywhere(Option<AhoCorasick>);

impl Anywhere {
    pub(super) fn new(phrases: &[&'static str]) -> Self {
        // It fails only for more patterns than fit into 32 bits.
        Self(AhoCorasick::new(phrases).ok())
    }

    /// Whether one of the phrases stands in the text.
    pub(super) fn is_in(&self, text: impl AsRef<[u8]>) -> bool {
        self.0.as_ref().is_some_and(|phrases| phrases.is_match(text.as_ref()))
    }

    /// How many different phrases stand in the text; no more than `most` are counted.
    pub(super) fn count_in(&self, text: &str, most: usize) -> usize {
        let mut found = Vec::new();
        for hit in self.0.iter().flat_map(|phrases| phrases.find_overlapping_iter(text)) {
            if !found.contains(&hit.pattern()) {
                found.push(hit.pattern());
            }
            if found.len() >= most {
                break;
            }
        }
        found.len()
    }
}

/// At most the first `most` characters of a text.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    // There are never more characters than bytes.
    if text.len() <= most {
        return text;
    }
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASES: &[&str] =
        &["thanks", "best", "best regards", "best wishes", "best regards and", "bestens", "ü", "übrigens", "best"];

    #[test]
    fn openings_are_those_that_the_list_has() {
        let openings = Openings::new(PHRASES);
        let texts = [
            "best regards, ann",
            "best",
            "bes",
            "besten dank",
            "bestens",
            "best regards and wishes",
            "best zebra",
            "thank",
            "thanks",
            "übrigens",
            "über",
            "",
            "a",
            "zz",
        ];
        for text in texts {
            let mut expected: Vec<&str> = PHRASES.iter().copied().filter(|phrase| text.starts_with(phrase)).collect();
            expected.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
            expected.dedup();
            assert_eq!(openings.of(text).collect::<Vec<_>>(), expected, "{text}");
            assert_eq!(openings.has(text), PHRASES.contains(&text), "{text}");
            assert!(openings.may_open(&text.to_uppercase()) || expected.is_empty(), "{text}");
        }
    }

    #[test]
    fn two_letters_settle_most_texts() {
        let openings = Openings::new(PHRASES);
        assert!(openings.may_open("Best") && openings.may_open("Über") && openings.may_open("b"));
        assert!(!openings.may_open("bad") && !openings.may_open("zebra"));
        assert!(Openings::new(&["a", "best"]).may_open("zebra"), "a phrase of one letter settles nothing");
    }

    #[test]
    fn different_phrases_are_counted_once() {
        let words = Anywhere::new(&["confidential", "confident", "delete"]);
        assert!(words.is_in("strictly confidential") && !words.is_in("in confidence"));
        assert_eq!(words.count_in("confidential, confidential: delete", 9), 3);
        assert_eq!(words.count_in("confidential, confidential: delete", 2), 2);
    }

    #[test]
    fn beginnings_end_at_characters() {
        assert_eq!((beginning("äöü", 2), beginning("äöü", 3), beginning("ab", 5)), ("äö", "äöü", "ab"));
    }
}
