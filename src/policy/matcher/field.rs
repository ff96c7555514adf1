//! The texts that rules ask about, and everything that is asked about each of them, gathered so that a text is read once.
//!
//! All words that any rule looks for in a text stand in one automaton, and all whole values in one map: the text is read
//! once and yields a set of bits, which thousands of rules then only look at. Globs and regular expressions are tried only
//! where a word stands in the text that they cannot do without; one by one, when a rule gets as far as asking for them, and
//! once per message.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::{Regex, RegexBuilder};

use crate::base::limit;

use super::super::rule::{RoutingFacts, TextTest};
use super::glob::Glob;
use super::literal;

/// A text of a message; some have several values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    To,
    Cc,
    From,
    Domain,
    /// What is written down of the sender, not what he claims.
    Organisation,
    Subject,
    Body,
    /// By its name in lower case.
    Header(String),
    Attachment,
}

impl Field {
    /// Its values in this message.
    fn values<'a>(&self, facts: &RoutingFacts<'a>) -> Vec<&'a str> {
        let mail = facts.mail;
        match self {
            Self::To => mail.to.iter().map(|to| to.address.as_str()).collect(),
            Self::Cc => mail.cc.iter().map(|cc| cc.address.as_str()).collect(),
            Self::From => mail.from.iter().map(|from| from.address.as_str()).collect(),
            Self::Domain => mail.from.iter().filter_map(|from| Some(from.address.rsplit_once('@')?.1)).collect(),
            Self::Organisation => Some(facts.organisation).filter(|name| !name.is_empty()).into_iter().collect(),
            Self::Subject => vec![mail.subject.as_str()],
            Self::Body => {
                let end = mail.visible.floor_char_boundary(limit::TEXT_BYTES);
                mail.visible.get(..end).into_iter().collect()
            }
            Self::Header(name) => {
                let named = mail.headers.iter().filter(|(field, _)| field.eq_ignore_ascii_case(name));
                named.map(|(_, value)| value.as_str()).collect()
            }
            Self::Attachment => {
                mail.attachments.iter().flat_map(|file| [file.name.as_str(), file.content_type.as_str()]).collect()
            }
        }
    }

    /// Does it hold addresses, which compare whole or by their domain?
    const fn is_address(&self) -> bool {
        matches!(self, Self::To | Self::Cc | Self::From)
    }
}

/// Text without regard to case. `to_lowercase` tells the two small sigmas apart by what follows; here they are one.
pub(super) fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    if lower.contains('ς') { lower.replace('ς', "σ") } else { lower }
}

/// One alternative of a test, as it is asked of an index.
#[derive(Clone, Copy, Debug)]
pub(super) enum Alternative {
    /// A word or a whole value: a bit of what reading the text yields.
    Bit(u32),
    /// A glob pattern, which cannot fit unless the text holds the word with this bit.
    Glob { number: u32, needs: Option<u32> },
    /// A regular expression.
    Regex(u32),
}

impl Alternative {
    /// Does asking it cost more than looking at a bit?
    pub(super) const fn is_costly(self) -> bool {
        matches!(self, Self::Glob { .. } | Self::Regex(_))
    }
}

/// What is asked about one field, while rules are being compiled.
#[derive(Debug, Default)]
pub(super) struct Questions {
    words: BTreeMap<String, u32>,
    wholes: BTreeMap<String, u32>,
    bits: u32,
    glob_numbers: BTreeMap<String, u32>,
    globs: Vec<Glob>,
    regex_numbers: BTreeMap<String, u32>,
    regexes: Vec<Expression>,
}

/// A regular expression.
#[derive(Clone, Debug)]
struct Expression {
    regex: Regex,
    /// It cannot match unless the text holds one of the words with these bits. Empty where no such words are known.
    needs: Vec<u32>,
}

impl Questions {
    /// Adds a test and yields its alternatives in order, or what is wrong with it.
    pub(super) fn add(&mut self, field: &Field, test: &TextTest) -> Result<Vec<Alternative>, String> {
        let (TextTest::Contains(texts) | TextTest::Exact(texts) | TextTest::Glob(texts) | TextTest::Regex(texts)) = test;
        if texts.is_empty() {
            return Err("lists nothing, so it would never hold; name at least one text or take the condition out".to_owned());
        }
        if texts.iter().any(|text| text.trim().is_empty()) {
            return Err("looks for an empty text, which is everywhere; name a text or take the condition out".to_owned());
        }
        texts.iter().map(|text| self.alternative(field, test, text)).collect()
    }

    fn alternative(&mut self, field: &Field, test: &TextTest, text: &str) -> Result<Alternative, String> {
        match test {
            TextTest::Contains(_) if *field == Field::Domain => {
                let domain = text.trim().trim_start_matches('@');
                if domain.contains(['*', '?', '[', '{']) { self.glob(domain) } else { Ok(self.whole(domain)) }
            }
            TextTest::Contains(_) if field.is_address() && text.contains('@') => Ok(self.whole(text.trim())),
            TextTest::Contains(_) => Ok(Alternative::Bit(self.word(text))),
            TextTest::Exact(_) => Ok(self.whole(text.trim())),
            TextTest::Glob(_) => self.glob(text.trim()),
            TextTest::Regex(_) => self.regex(text),
        }
    }

    fn word(&mut self, text: &str) -> u32 {
        number(&mut self.words, fold(text), &mut self.bits)
    }

    fn whole(&mut self, text: &str) -> Alternative {
        Alternative::Bit(number(&mut self.wholes, fold(text), &mut self.bits))
    }

    fn glob(&mut self, text: &str) -> Result<Alternative, String> {
        let pattern = fold(text);
        let known = self.glob_numbers.get(&pattern).copied();
        let glob = Glob::new(&pattern).map_err(|problem| format!("the pattern {} {problem}", quoted(text)))?;
        let needs = glob.longest_word().map(|word| self.word(word));
        let number = known.unwrap_or_else(|| {
            let mut next = count(self.globs.len());
            self.globs.push(glob);
            number(&mut self.glob_numbers, pattern, &mut next)
        });
        Ok(Alternative::Glob { number, needs })
    }

    fn regex(&mut self, text: &str) -> Result<Alternative, String> {
        if let Some(known) = self.regex_numbers.get(text) {
            return Ok(Alternative::Regex(*known));
        }
        let built = RegexBuilder::new(text).size_limit(limit::REGEX_BYTES).dfa_size_limit(limit::REGEX_BYTES).build();
        let regex = built.map_err(|error| format!("the regular expression {} {}", quoted(text), condensed(&error)))?;
        let needs = literal::needed(text).into_iter().flatten().map(|word| self.word(&word)).collect();
        let mut next = count(self.regexes.len());
        self.regexes.push(Expression { regex, needs });
        Ok(Alternative::Regex(number(&mut self.regex_numbers, text.to_owned(), &mut next)))
    }

    /// Builds the index; the error only where there are more words than an automaton can hold.
    pub(super) fn finish(self, field: Field) -> Result<Index, String> {
        let (words, word_bits): (Vec<String>, Vec<u32>) = self.words.into_iter().unzip();
        let automaton = if words.is_empty() {
            None
        } else {
            let built = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&words);
            Some(built.map_err(|error| format!("all words together are too many: {error}"))?)
        };
        Ok(Index { field, automaton, word_bits, wholes: self.wholes, bits: self.bits, globs: self.globs, regexes: self.regexes })
    }
}

/// The number of a text among its like, a new one if it has none yet.
fn number(known: &mut BTreeMap<String, u32>, text: String, next: &mut u32) -> u32 {
    *known.entry(text).or_insert_with(|| {
        let number = *next;
        *next = next.saturating_add(1);
        number
    })
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// A text as messages show it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", crate::base::one_line(text, 60))
}

/// What `regex` says, on one line and without its picture of the place.
fn condensed(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => {
            format!("needs more than {} KB; make its repetitions smaller", limit::REGEX_BYTES / 1024)
        }
        other => {
            let text = other.to_string();
            let said = text.rsplit_once("error: ").map_or(text.as_str(), |(_, said)| said);
            format!("cannot be read: {}; look-around and back-references do not exist here", crate::base::one_line(said, 200))
        }
    }
}

/// Everything that is asked about one field.
#[derive(Clone, Debug)]
pub(super) struct Index {
    field: Field,
    automaton: Option<AhoCorasick>,
    /// Which bit a word of the automaton sets.
    word_bits: Vec<u32>,
    wholes: BTreeMap<String, u32>,
    bits: u32,
    globs: Vec<Glob>,
    regexes: Vec<Expression>,
}

impl Index {
    /// Reads the folded values once and says which words and values are there.
    fn read(&self, folded: &[String]) -> Bits {
        let mut bits = Bits::new(self.bits);
        for value in folded {
            if let Some(bit) = self.wholes.get(value.trim()) {
                bits.set(*bit);
            }
            if self.field.is_address()
                && let Some((_, domain)) = value.trim().rsplit_once('@')
                && let Some(bit) = self.wholes.get(&format!("@{domain}"))
            {
                bits.set(*bit);
            }
            // Overlapping, so that "voice" is found within "invoice" whatever else is looked for.
            for found in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(value)) {
                if let Some(bit) = self.word_bits.get(found.pattern().as_usize()) {
                    bits.set(*bit);
                }
            }
        }
        bits
    }
}

/// A set of small numbers.
#[derive(Debug)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(bits: u32) -> Self {
        Self(vec![0; usize::try_from(bits / 64 + 1).unwrap_or(0)])
    }

    fn set(&mut self, bit: u32) {
        if let Some(word) = usize::try_from(bit / 64).ok().and_then(|at| self.0.get_mut(at)) {
            *word |= 1 << (bit % 64);
        }
    }

    fn has(&self, bit: u32) -> bool {
        usize::try_from(bit / 64).ok().and_then(|at| self.0.get(at)).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }
}

/// One field of one message, read as far as it has been asked about.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    index: &'a Index,
    facts: &'a RoutingFacts<'a>,
    values: OnceCell<Vec<&'a str>>,
    folded: OnceCell<Vec<String>>,
    bits: OnceCell<Bits>,
    globs: OnceCell<Vec<Cell<Option<bool>>>>,
    regexes: OnceCell<Vec<Cell<Option<bool>>>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(index: &'a Index, facts: &'a RoutingFacts<'a>) -> Self {
        Self {
            index,
            facts,
            values: OnceCell::new(),
            folded: OnceCell::new(),
            bits: OnceCell::new(),
            globs: OnceCell::new(),
            regexes: OnceCell::new(),
        }
    }

    /// Does this alternative hold?
    pub(super) fn holds(&self, alternative: Alternative) -> bool {
        match alternative {
            Alternative::Bit(bit) => self.has(bit),
            Alternative::Glob { needs: Some(bit), .. } if !self.has(bit) => false,
            Alternative::Glob { number, .. } => remembered(&self.globs, &self.index.globs, number, |glob| {
                self.folded().iter().any(|value| glob.fits(value.trim()))
            }),
            Alternative::Regex(number) => remembered(&self.regexes, &self.index.regexes, number, |expression| {
                let may_match = expression.needs.is_empty() || expression.needs.iter().any(|bit| self.has(*bit));
                may_match && self.values().iter().any(|value| expression.regex.is_match(value))
            }),
        }
    }

    fn has(&self, bit: u32) -> bool {
        self.bits.get_or_init(|| self.index.read(self.folded())).has(bit)
    }

    fn values(&self) -> &[&'a str] {
        self.values.get_or_init(|| self.index.field.values(self.facts))
    }

    fn folded(&self) -> &[String] {
        self.folded.get_or_init(|| self.values().iter().map(|value| fold(value)).collect())
    }
}

/// The answer to a question, found out at the first time of asking.
fn remembered<T>(
    answers: &OnceCell<Vec<Cell<Option<bool>>>>,
    questions: &[T],
    number: u32,
    ask: impl FnOnce(&T) -> bool,
) -> bool {
    let at = usize::try_from(number).unwrap_or(usize::MAX);
    let Some(question) = questions.get(at) else { return false };
    let Some(answer) = answers.get_or_init(|| vec![Cell::new(None); questions.len()]).get(at) else { return false };
    answer.get().unwrap_or_else(|| {
        let holds = ask(question);
        answer.set(Some(holds));
        holds
    })
}
