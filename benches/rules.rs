//! Routing by thousands of rules, measured against reading the message they are asked about.
//!
//! `cargo bench --bench rules`. 5,000 rules of mixed kinds that match nothing (so that all of them are asked), and as many
//! that are nothing but regular expressions, the worst a configuration can hold. It ends with 1 when a bound is missed.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, clippy::indexing_slicing, reason = "a benchmark's data is its own")]

#[allow(dead_code, reason = "the other benchmark answers letters")]
mod messages;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use maildesk::base::{Kind, MailboxName, TeamName, Timestamp};
use maildesk::mail::{Mail, OwnMarks, read};
use maildesk::policy::{Actions, Calendar, Condition, RoutingFacts, Rule, RuleSet, TextTest};

use messages::{Wanted, message};

const RULES: usize = 5000;
const MESSAGES: u64 = 500;
/// Mixed rules against reading the message.
const MOST_RATIO: f64 = 1.0;
/// One message through either rule set, in milliseconds: "well under" one.
const MOST_MILLISECONDS: f64 = 0.5;

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
    let raw: Vec<Vec<u8>> =
        (0..MESSAGES).filter(|number| number % 10 != 3).map(|number| message(number, &Wanted::New, 0)).collect();
    let own = OwnMarks::default();
    let mailbox = MailboxName::new("support")?;
    let calendar = Calendar::always(jiff::tz::TimeZone::UTC);
    let start = Instant::now();
    let mails: Vec<Mail> = raw.iter().map(|bytes| read(black_box(bytes), &own)).collect();
    let reading = start.elapsed() / mails.len() as u32;
    println!("reading a message without files   {:7.1} µs", micros(reading));

    let mut routed = BTreeMap::new();
    for (name, rules) in [("mixed", mixed()?), ("regular expressions", regexes()?)] {
        let count = rules.len();
        let start = Instant::now();
        let rules = RuleSet::compile(rules).map_err(|problems| format!("{problems:?}"))?;
        let compiling = start.elapsed();
        let asked = |mail: &Mail, bytes: &[u8]| {
            let size = bytes.len() as u64;
            let now = Timestamp::from_seconds(0);
            let facts =
                RoutingFacts { mail, mailbox: &mailbox, size, now, calendar: &calendar, earlier_tickets: 0, organisation: "" };
            rules.route(&facts).matched.len()
        };
        // The first message pays for what is made on demand.
        asked(&mails[0], &raw[0]);
        let start = Instant::now();
        let matched: usize = mails.iter().zip(&raw).map(|(mail, bytes)| asked(black_box(mail), bytes)).sum();
        let each = start.elapsed() / mails.len() as u32;
        println!(
            "{count} rules, {name:20} {:7.1} µs a message, {:5.2} of reading it ({matched} matched; compiled in {} ms)",
            micros(each),
            each.as_secs_f64() / reading.as_secs_f64(),
            compiling.as_millis()
        );
        routed.insert(name, each);
    }
    let mixed = routed.get("mixed").copied().unwrap_or_default();
    let ratio = mixed.as_secs_f64() / reading.as_secs_f64();
    println!("ratio  {ratio:6.2}  of routing by mixed rules to reading, at most {MOST_RATIO}");
    let mut kept = ratio <= MOST_RATIO;
    for (name, each) in &routed {
        let milliseconds = micros(*each) / 1e3;
        println!("time   {milliseconds:6.3}  ms a message by rules, {name}; at most {MOST_MILLISECONDS}");
        kept &= milliseconds <= MOST_MILLISECONDS;
    }
    if !kept {
        println!("MISSED");
    }
    Ok(kept)
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn rule(number: usize, when: Vec<Condition>, unless: Vec<Condition>) -> Result<Rule, Box<dyn Error>> {
    let then = Actions { team: Some(TeamName::new("support")?), ..Actions::default() };
    Ok(Rule { name: format!("rule {number}"), when, unless, then, stop: true })
}

/// Half of them ask for words in subject and text, the others for senders, domains, headers, files, kinds; one in twenty
/// for a glob and one in twenty for a regular expression.
fn mixed() -> Result<Vec<Rule>, Box<dyn Error>> {
    let words = |number: usize| TextTest::Contains(vec![format!("article {number:05}x"), format!("serial-{number:05}")]);
    (0..RULES)
        .map(|number| {
            let (when, unless) = match number % 20 {
                0..6 => (vec![Condition::Subject(words(number))], vec![Condition::Kind(BTreeSet::from([Kind::List]))]),
                6..10 => (vec![Condition::Body(words(number)), Condition::SizeUnder(5_000_000)], vec![]),
                10..13 => (vec![Condition::From(TextTest::Exact(vec![format!("vip{number}@client.example.com")]))], vec![]),
                13..15 => (vec![Condition::Domain(TextTest::Exact(vec![format!("client{number}.example.com")]))], vec![]),
                15 => (vec![Condition::Header("X-Shop".to_owned(), TextTest::Exact(vec![format!("shop {number}")]))], vec![]),
                16 => (vec![Condition::Attachment(TextTest::Contains(vec![format!("form-{number}.pdf")]))], vec![]),
                17 => (vec![Condition::KnownRequester(true), Condition::Body(words(number))], vec![]),
                18 => (vec![Condition::Subject(TextTest::Glob(vec![format!("*contract {number:05}*signed*")]))], vec![]),
                _ => (vec![Condition::Subject(TextTest::Regex(vec![format!(r"(?i)\bcase[ -]{number:05}\b")]))], vec![]),
            };
            rule(number, when, unless)
        })
        .collect()
}

/// Regular expressions over subject and text alone.
fn regexes() -> Result<Vec<Rule>, Box<dyn Error>> {
    (0..RULES)
        .map(|number| {
            let subject = TextTest::Regex(vec![format!(r"(?i)\b(case|ticket|order)[ -]?{number:05}\b")]);
            let body = TextTest::Regex(vec![format!(r"(?i)serial (no|number):? *{number:05}[a-f]+")]);
            let condition = if number % 10 == 0 { Condition::Body(body) } else { Condition::Subject(subject) };
            rule(number, vec![condition], vec![])
        })
        .collect()
}
