//! Reading a message whole (parts, charsets, trimming, kind, language) against mail-parser's parse of the same bytes.
//!
//! `cargo bench --bench reading [-- PATH…]` takes `.eml` files and directories of them; without any, the corpus of the tests. For
//! each message the least of several turns counts, and of the ratios of all messages the median: text against mail-parser
//! alone, HTML against three parses by mail-parser and one pass of html5ever's tokenizer over the decoded HTML (building a tree
//! would cost more). It also doubles hostile inputs in size and looks how the time grows. It ends with 1 when a bound is missed.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use mail_parser::{MessageParser, PartType};
use maildesk::mail::{OwnMarks, read};

// As the program does.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A text message against mail-parser's parse.
const MOST_TEXT: f64 = 5.0;
/// An HTML message against three of mail-parser's parses and one of html5ever.
const MOST_HTML: f64 = 1.0;
/// Twice the bytes may cost so much more: linear with room for caches and noise.
const MOST_GROWTH: f64 = 2.8;
/// Turns of which the fastest counts.
const TURNS: usize = 5;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("The benchmark could not run: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let named: Vec<PathBuf> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).map(PathBuf::from).collect();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let roots = if named.is_empty() { vec![corpus] } else { named };
    let mut messages = Vec::new();
    for root in &roots {
        collect(root, &mut messages)?;
    }
    if messages.is_empty() {
        return Err(format!("there is no message in {roots:?}").into());
    }

    let (mut text, mut html) = (Vec::new(), Vec::new());
    for bytes in &messages {
        let ours = fastest(|| drop(black_box(read(black_box(bytes), &OwnMarks::default()))));
        let theirs = fastest(|| drop(black_box(MessageParser::default().parse(black_box(bytes.as_slice())))));
        let pages = pages(bytes);
        if pages.is_empty() {
            text.push(ours.as_secs_f64() / theirs.as_secs_f64());
        } else {
            let tokens = fastest(|| pages.iter().for_each(|page| tokenize(page)));
            html.push(ours.as_secs_f64() / (3.0 * theirs.as_secs_f64() + tokens.as_secs_f64()));
        }
    }
    let mut kept = true;
    let mut judge = |what: &str, ratio: f64, most: f64| {
        let missed = if ratio > most { "  MISSED" } else { "" };
        println!("{what:58} {ratio:6.2}  at most {most}{missed}");
        kept &= ratio <= most;
    };
    let (texts, pages) = (text.len(), html.len());
    println!("{texts} text messages, {pages} with HTML");
    judge("text: against mail-parser, median", median(&mut text), MOST_TEXT);
    judge("HTML: against 3 mail-parser + 1 html5ever, median", median(&mut html), MOST_HTML);
    for (name, make) in HOSTILE {
        let (small, large) = (make(512 * 1024), make(1024 * 1024));
        let once = fastest(|| drop(black_box(read(black_box(&small), &OwnMarks::default()))));
        let twice = fastest(|| drop(black_box(read(black_box(&large), &OwnMarks::default()))));
        judge(&format!("growth from 512 KiB to 1 MiB: {name}"), twice.as_secs_f64() / once.as_secs_f64(), MOST_GROWTH);
    }
    Ok(kept)
}

fn collect(path: &Path, messages: &mut Vec<Vec<u8>>) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        let mut inside: Vec<PathBuf> =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
        inside.sort();
        return inside.iter().try_for_each(|path| collect(path, messages));
    }
    if path.extension().is_some_and(|extension| extension == "eml" || extension == "msg" || extension == "txt") {
        messages.push(fs::read(path)?);
    }
    Ok(())
}

/// The decoded HTML parts of a message.
fn pages(bytes: &[u8]) -> Vec<String> {
    let Some(message) = MessageParser::default().parse(bytes) else { return Vec::new() };
    let page = |part: &mail_parser::MessagePart<'_>| match &part.body {
        PartType::Html(page) => Some(page.to_string()),
        _ => None,
    };
    message.parts.iter().filter_map(page).collect()
}

struct Nothing;

impl TokenSink for Nothing {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        drop(black_box(token));
        TokenSinkResult::Continue
    }
}

fn tokenize(page: &str) {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let tokenizer = Tokenizer::new(Nothing, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
}

fn fastest(mut work: impl FnMut()) -> Duration {
    let turn = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..TURNS).map(turn).min().unwrap_or_default()
}

fn median(ratios: &mut [f64]) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().unwrap_or_default()
}

/// Makes a message of about so many bytes.
type Shape = fn(usize) -> Vec<u8>;

/// Shapes that have made readers quadratic.
const HOSTILE: [(&str, Shape); 6] = [
    ("quote marks", |size| message("text/plain", "> > > > > > > >\n", size)),
    ("dashes", |size| message("text/plain", "-----Original Message-----\n", size)),
    ("open elements", |size| message("text/html", "<div><blockquote>", size)),
    ("attribution lines", |size| message("text/plain", "On Mon, Ann wrote\n", size)),
    ("boundaries", |size| {
        let head = b"From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n";
        [head.as_slice(), "--x\r\n\r\n".repeat(size / 7).as_bytes()].concat()
    }),
    ("encoded words", |size| {
        let words = "=?utf-8?q?=C3=A4?= ".repeat(size / 18);
        [b"From: a@example.org\r\nSubject: ".as_slice(), words.as_bytes(), b"\r\n\r\ntext"].concat()
    }),
];

fn message(content_type: &str, piece: &str, size: usize) -> Vec<u8> {
    let head = format!("From: a@example.org\r\nContent-Type: {content_type}; charset=utf-8\r\n\r\n");
    [head.as_bytes(), piece.repeat(size / piece.len()).as_bytes()].concat()
}
