//! What a tick costs while many promises run: it must depend on what is due, not on how many tickets there are.
//!
//! `cargo bench --bench clock [-- --tickets N]`. Judged by one bound and one ratio within the run; it ends with 1 when either is
//! missed. The store lies in memory: a tick at which nothing is due writes nothing.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::collections::BTreeMap;
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use maildesk::base::{ContactId, Digest, MailboxName, Span, TicketId, Timestamp};
use maildesk::config;
use maildesk::desk::{Desk, DeskSettings, Input, Reply};
use maildesk::domain::{Actor, Cause, Change, DeadlineKind, Due, Opening, Promise, Target};
use maildesk::mail::Keyring;
use maildesk::notify::Templates;
use maildesk::store::{MemoryDisk, MemoryKeyspace, MemoryPlace, MemoryStore, Options};

type Failure = Box<dyn Error>;
type BenchDesk = Desk<MemoryDisk, MemoryKeyspace>;

/// 2 March 2026, a Monday morning.
const NOW: Timestamp = Timestamp::from_seconds(1_772_442_000);
const KEY: [u8; 32] = [7; 32];
const TICKS: u32 = 50;
const MOST: Duration = Duration::from_millis(50);
/// A hundred times as many tickets may cost an index's depth, not a hundred times as much.
const MOST_GROWTH: f64 = 4.0;

/// A desk with so many open tickets, each with three promises that are due some day after this one.
fn desk(directory: &std::path::Path, tickets: u32) -> Result<BenchDesk, Failure> {
    let loaded = config::load(directory, &|_| None).map_err(|problems| format!("{} problems", problems.len()))?;
    let opened = MemoryStore::open(MemoryDisk::default(), MemoryPlace::default(), &Options::new(KEY), &mut |_| {})?;
    let mut store = opened.store;
    let contact = ContactId::new(1);
    let mailbox = MailboxName::new("support")?;
    for chunk in 0..tickets.div_ceil(500) {
        let mut draft = store.draft();
        let failed = |_| "a change does not fit";
        if chunk == 0 {
            let (address, name) = (maildesk::base::EmailAddress::new("ann@customer.example")?.into(), String::new().into());
            draft.apply(Change::ContactAdded { contact, address, name }, NOW).map_err(failed)?;
        }
        for number in chunk * 500 + 1..=tickets.min(chunk * 500 + 500) {
            let ticket = TicketId::new(number);
            let opening = Opening {
                ticket,
                mailbox: mailbox.clone(),
                requester: contact,
                subject: String::new().into(),
                base_subject: number.to_string().into(),
                language: None,
                unverified: false,
            };
            draft.apply(Change::TicketOpened(opening), NOW).map_err(failed)?;
            for target in [Target::FirstResponse, Target::Update, Target::Resolution] {
                let due = NOW.plus(Span::from_days(1)).plus(Span::from_seconds(u64::from(number)));
                let promise = Promise { since: NOW, due, by: String::new(), broken_at: None, paused_at: None };
                draft.apply(Change::PromiseMade { ticket, target, promise }, NOW).map_err(failed)?;
                let (kind, due): (DeadlineKind, _) = (target.deadline(0), Due { at: due, who: None, note: None });
                draft.apply(Change::DeadlineSet { ticket, kind, due }, NOW).map_err(failed)?;
            }
        }
        let drafted = draft.finish(Actor::Desk, &Cause::Desk, NOW, Digest::default())?;
        store.accept(drafted)?;
        store.commit()?;
    }
    let templates = Templates::load(&BTreeMap::new()).map_err(|_| "the templates do not load")?;
    let keys = Keyring::new(BTreeMap::from([(0, KEY)])).ok_or("no key")?;
    let settings = DeskSettings::new(loaded.settings.policy, Arc::new(templates), keys, Digest::default());
    Ok(Desk::open(store, settings, false, NOW)?)
}

/// The time of a tick, the longest of many.
fn longest_tick(desk: &mut BenchDesk) -> Result<Duration, Failure> {
    let mut longest = Duration::ZERO;
    for number in 0..TICKS {
        let start = Instant::now();
        let replies = desk.work(vec![Input::Tick], NOW.plus(Span::from_seconds(60 + u64::from(number))))?;
        let took = start.elapsed();
        let Some(Ok(Reply::Ticked { .. })) = replies.into_iter().next() else { return Err("no answer to a tick".into()) };
        // The first tick asks mailboxes for plus addresses and writes the morning's records.
        if number > 2 {
            longest = longest.max(took);
        }
    }
    Ok(longest)
}

fn run() -> Result<bool, Failure> {
    let mut tickets = 100_000;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--bench" => {}
            "--tickets" => tickets = words.next().unwrap_or_default().parse()?,
            other => return Err(format!("{other} is not known; there is --tickets N").into()),
        }
    }
    let directory = tempfile::tempdir()?;
    config::init(directory.path(), [7; 64])?;
    let few = longest_tick(&mut desk(directory.path(), (tickets / 100).max(1))?)?;
    let many = longest_tick(&mut desk(directory.path(), tickets)?)?;
    let growth = many.as_secs_f64() / few.as_secs_f64().max(0.000_1);
    println!("tick with {} open tickets: {few:?}", (tickets / 100).max(1));
    println!("tick with {tickets} open tickets: {many:?} (at most {MOST:?}), {growth:.2} times (at most {MOST_GROWTH})");
    Ok(many <= MOST && growth <= MOST_GROWTH)
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            println!("A bound is missed.");
            ExitCode::FAILURE
        }
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
