//! The index itself, with tantivy: what is written, how it is asked. The one file that knows that crate.
//!
//! A document is a ticket's head or one of its entries. `words` holds its words as they are, with their places, for phrases and
//! beginnings; `stems` what remains of them without their endings, in the ticket's language. Nothing is stored to be shown again:
//! what is found is a ticket's number.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::fastfield::Column;
use tantivy::query::{BooleanQuery, EmptyQuery, PhraseQuery, Query, RegexQuery, TermQuery};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Language, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer, WhitespaceTokenizer};
use tantivy::{DocId, IndexReader, IndexWriter, ReloadPolicy, Score, SegmentOrdinal, SegmentReader, TantivyDocument, Term};

use crate::base::{EntryNumber, Seq, TicketId, limit};

use super::document::{Batch, Document, Found, Mark, Place, Wanted, Whereabouts};
use super::word::{Word, fold, forms, spellings, words};

/// Of what is written; an index of another version is made again.
const VERSION: &str = "1";
/// What stands in [`Fields::has`].
const FILE: &str = "file";
/// The names under which the analyzers are known to tantivy.
const WORDS: &str = "words";
const STEMS: &str = "stems";

/// Languages whose endings are known, by ISO 639-1.
const LANGUAGES: [(&str, Language); 17] = [
    ("ar", Language::Arabic),
    ("da", Language::Danish),
    ("de", Language::German),
    ("el", Language::Greek),
    ("en", Language::English),
    ("es", Language::Spanish),
    ("fi", Language::Finnish),
    ("fr", Language::French),
    ("hu", Language::Hungarian),
    ("it", Language::Italian),
    ("nl", Language::Dutch),
    ("no", Language::Norwegian),
    ("pt", Language::Portuguese),
    ("ro", Language::Romanian),
    ("ru", Language::Russian),
    ("sv", Language::Swedish),
    ("tr", Language::Turkish),
];
/// Where a ticket's language is not known, and of every question.
const USUAL: [&str; 2] = ["en", "de"];

/// An index that is written to.
pub(super) struct Engine {
    writer: IndexWriter,
    reader: IndexReader,
    fields: Fields,
}

/// An index that is asked.
#[derive(Clone)]
pub(super) struct Reader {
    reader: IndexReader,
    fields: Fields,
}

#[derive(Clone, Copy)]
struct Fields {
    /// Ticket and entry, by which a document is replaced.
    key: Field,
    ticket: Field,
    /// 0: the ticket's head.
    entry: Field,
    words: Field,
    stems: Field,
    has: Field,
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |name: &str, option| {
        let indexing = TextFieldIndexing::default().set_tokenizer(name).set_index_option(option).set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        key: schema.add_text_field("key", STRING),
        ticket: schema.add_u64_field("ticket", INDEXED | FAST),
        entry: schema.add_u64_field("entry", FAST),
        words: schema.add_text_field("words", text(WORDS, IndexRecordOption::WithFreqsAndPositions)),
        stems: schema.add_text_field("stems", text(STEMS, IndexRecordOption::Basic)),
        has: schema.add_text_field("has", STRING),
    };
    (schema.build(), fields)
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl Engine {
    /// Opens what lies in a place, if there is anything, and tells up to which record it reaches. What cannot be used says why.
    pub(super) fn open(place: &Place) -> Result<Option<(Self, Mark)>, String> {
        let Place::Directory(directory) = place else { return Ok(None) };
        if !directory.join("meta.json").exists() {
            return Ok(None);
        }
        let unusable = |error: tantivy::TantivyError| error.to_string();
        let index = tantivy::Index::open_in_dir(directory).map_err(unusable)?;
        let (wanted, fields) = schema();
        if index.schema() != wanted {
            return Err("it is of another version".to_owned());
        }
        let damaged = index.validate_checksum().map_err(unusable)?;
        if !damaged.is_empty() {
            return Err(format!("{} of its files are damaged", damaged.len()));
        }
        let payload = index.load_metas().map_err(unusable)?.payload.unwrap_or_default();
        let mark = mark_of(&payload).ok_or_else(|| "it is of another version".to_owned())?;
        Ok(Some((Self::with(&index, fields)?, mark)))
    }

    /// A new index in the place of this one, which has failed.
    pub(super) fn again(self, place: &Place) -> Result<Self, String> {
        drop(self);
        Self::anew(place)
    }

    /// A new index in the place of whatever lies there.
    pub(super) fn anew(place: &Place) -> Result<Self, String> {
        let (schema, fields) = schema();
        let index = match place {
            Place::Memory => tantivy::Index::create_in_ram(schema),
            Place::Directory(directory) => {
                empty(directory).map_err(said)?;
                tantivy::Index::create_in_dir(directory, schema).map_err(said)?
            }
        };
        Self::with(&index, fields)
    }

    fn with(index: &tantivy::Index, fields: Fields) -> Result<Self, String> {
        index.tokenizers().register(WORDS, TextAnalyzer::from(AsTheyAre));
        index.tokenizers().register(STEMS, TextAnalyzer::from(WhitespaceTokenizer::default()));
        let writer: IndexWriter = index.writer_with_num_threads(1, limit::INDEX_HEAP_BYTES).map_err(said)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(said)?;
        Ok(Self { writer, reader, fields })
    }

    /// Takes a batch in; tells how many documents that were.
    pub(super) fn take(&mut self, batch: &Batch) -> Result<usize, String> {
        let fields = self.fields;
        for ticket in &batch.anew {
            self.writer.delete_term(Term::from_field_u64(fields.ticket, ticket.get().into()));
        }
        for document in &batch.documents {
            let entry = document.entry.map_or(0, EntryNumber::get);
            let key = format!("{}/{entry}", document.ticket.get());
            if !batch.anew.contains(&document.ticket) {
                self.writer.delete_term(Term::from_field_text(fields.key, &key));
            }
            let mut row = TantivyDocument::default();
            row.add_text(fields.key, &key);
            row.add_u64(fields.ticket, document.ticket.get().into());
            row.add_u64(fields.entry, entry.into());
            row.add_text(fields.words, &document.text);
            row.add_text(fields.stems, stems_of(document));
            if document.has_file {
                row.add_text(fields.has, FILE);
            }
            self.writer.add_document(row).map_err(said)?;
        }
        Ok(batch.documents.len().saturating_add(batch.anew.len()))
    }

    /// Writes what was taken in, so that it can be found.
    pub(super) fn commit(&mut self, mark: Mark) -> Result<(), String> {
        let mut prepared = self.writer.prepare_commit().map_err(said)?;
        prepared.set_payload(&format!("{VERSION} {} {}", mark.seq.get(), mark.hash));
        prepared.commit().map_err(said)?;
        self.reader.reload().map_err(said)
    }

    pub(super) fn reader(&self) -> Reader {
        Reader { reader: self.reader.clone(), fields: self.fields }
    }
}

fn mark_of(payload: &str) -> Option<Mark> {
    let mut parts = payload.split(' ');
    let is_ours = parts.next() == Some(VERSION);
    let seq = parts.next()?.parse().ok().map(Seq::new)?;
    let hash = parts.next()?.parse().ok()?;
    is_ours.then_some(Mark { seq, hash })
}

/// Makes a directory, or empties the one that is there.
fn empty(directory: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::create_dir_all(directory)
}

impl Reader {
    /// The tickets in which something stands.
    pub(super) fn find(&self, wanted: &Wanted, languages: &[&str]) -> Result<Found, String> {
        let query = self.query(wanted, languages).map_err(said)?;
        self.reader.searcher().search(query.as_ref(), &Tickets).map_err(said)
    }

    fn query(&self, wanted: &Wanted, languages: &[&str]) -> tantivy::Result<Box<dyn Query>> {
        let text = match wanted {
            Wanted::File => return Ok(any([Term::from_field_text(self.fields.has, FILE)])),
            Wanted::Word(text) | Wanted::Phrase(text) | Wanted::Beginning(text) => text,
        };
        let found = words(text);
        Ok(match (wanted, found.as_slice()) {
            (_, []) => Box::new(EmptyQuery),
            (Wanted::Beginning(_), [.., last]) => {
                let beginnings = forms(&last.text).into_iter().map(|form| {
                    let beginning = RegexQuery::from_pattern(&format!("{form}.*"), self.fields.words)?;
                    Ok(Box::new(beginning) as Box<dyn Query>)
                });
                Box::new(BooleanQuery::union(beginnings.collect::<tantivy::Result<_>>()?))
            }
            (Wanted::Word(_), [one]) => {
                let stems = stems(std::slice::from_ref(one), languages.iter().copied().chain(USUAL));
                let stems = stems.into_iter().map(|stem| Term::from_field_text(self.fields.stems, &stem));
                any(self.exact(&one.text).into_iter().chain(stems))
            }
            (_, [one]) => any(self.exact(&one.text)),
            // Words that hang together without spaces, such as an address, are words after one another too.
            (_, several) => self.phrase(several),
        })
    }

    fn exact(&self, word: &str) -> Vec<Term> {
        forms(word).iter().map(|form| Term::from_field_text(self.fields.words, form)).collect()
    }

    /// Either all umlauts are folded or all are written out: nobody writes both ways in one phrase.
    fn phrase(&self, several: &[Word]) -> Box<dyn Query> {
        let way = |last: bool| -> Box<dyn Query> {
            let terms = several.iter().filter_map(|word| {
                let forms = forms(&word.text);
                let form = if last { forms.last() } else { forms.first() };
                Some((word.place, Term::from_field_text(self.fields.words, form?)))
            });
            Box::new(PhraseQuery::new_with_offset(terms.collect()))
        };
        Box::new(BooleanQuery::union(vec![way(false), way(true)]))
    }
}

/// Any of some terms.
fn any(terms: impl IntoIterator<Item = Term>) -> Box<dyn Query> {
    let terms = terms.into_iter().map(|term| Box::new(TermQuery::new(term, IndexRecordOption::Basic)) as Box<dyn Query>);
    Box::new(BooleanQuery::union(terms.collect()))
}

/// The words of a document without their endings, each once.
fn stems_of(document: &Document) -> String {
    let known = document.language.as_deref().filter(|language| LANGUAGES.iter().any(|(code, _)| code == language));
    let languages: Vec<&str> = known.map_or_else(|| USUAL.to_vec(), |language| vec![language]);
    let stems: Vec<String> = stems(&words(&document.text), languages.into_iter()).into_iter().collect();
    stems.join(" ")
}

fn stems<'a>(words: &[Word], languages: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut stems = BTreeSet::new();
    let spelled: BTreeSet<String> = words.iter().flat_map(|word| spellings(&word.text)).collect();
    let text = spelled.into_iter().collect::<Vec<_>>().join(" ");
    let languages: BTreeMap<&str, Language> =
        languages.filter_map(|code| LANGUAGES.into_iter().find(|(known, _)| *known == code)).collect();
    for language in languages.into_values() {
        let mut analyzer = TextAnalyzer::builder(WhitespaceTokenizer::default()).filter(Stemmer::new(language)).build();
        let mut stream = analyzer.token_stream(&text);
        while let Some(token) = stream.next() {
            stems.insert(fold(&token.text));
        }
    }
    stems
}

/// Gives tantivy the words of a text, the forms of one at the same place.
#[derive(Clone, Default)]
struct AsTheyAre;

struct Forms {
    tokens: Vec<Token>,
    /// How many have been given.
    given: usize,
    /// Before the first and behind the last.
    nothing: Token,
}

impl Tokenizer for AsTheyAre {
    type TokenStream<'a> = Forms;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Forms {
        let of_word = |word: Word| {
            forms(&word.text).into_iter().map(move |text| Token {
                offset_from: 0,
                offset_to: 0,
                position: word.place,
                text,
                position_length: 1,
            })
        };
        Forms { tokens: words(text).into_iter().flat_map(of_word).collect(), given: 0, nothing: Token::default() }
    }
}

impl TokenStream for Forms {
    fn advance(&mut self) -> bool {
        self.given = self.given.saturating_add(1);
        self.given <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        self.given.checked_sub(1).and_then(|at| self.tokens.get(at)).unwrap_or(&self.nothing)
    }

    fn token_mut(&mut self) -> &mut Token {
        self.given.checked_sub(1).and_then(|at| self.tokens.get_mut(at)).unwrap_or(&mut self.nothing)
    }
}

/// Collects the tickets of what is found. No ranking: who looks for a ticket wants the newest first.
struct Tickets;

struct TicketsOfSegment {
    ticket: Column<u64>,
    entry: Column<u64>,
    found: Found,
}

impl Collector for Tickets {
    type Fruit = Found;
    type Child = TicketsOfSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<TicketsOfSegment> {
        let fields = segment.fast_fields();
        Ok(TicketsOfSegment { ticket: fields.u64("ticket")?, entry: fields.u64("entry")?, found: Found::new() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Found>) -> tantivy::Result<Found> {
        let mut all = Found::new();
        for (ticket, whereabouts) in segments.into_iter().flatten() {
            let known = all.entry(ticket).or_insert(whereabouts);
            *known = whereabouts.min(*known);
        }
        Ok(all)
    }
}

impl SegmentCollector for TicketsOfSegment {
    type Fruit = Found;

    fn collect(&mut self, document: DocId, _: Score) {
        let ticket = self.ticket.first(document).and_then(|ticket| u32::try_from(ticket).ok());
        let Some(ticket) = ticket.map(TicketId::new) else { return };
        let whereabouts = if self.entry.first(document) == Some(0) { Whereabouts::Head } else { Whereabouts::Text };
        let known = self.found.entry(ticket).or_insert(whereabouts);
        *known = whereabouts.min(*known);
    }

    fn harvest(self) -> Found {
        self.found
    }
}
