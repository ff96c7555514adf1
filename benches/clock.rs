//! What a tick costs while many promises run: it must depend on what is due, not on how many tickets there are.
//!
//! `cargo bench --bench clock [-- --tickets N --staff N]`. Judged by one bound and one ratio within the run, for ticks at which
//! nothing is due and for ticks at which ten tickets break their promises; it ends with 1 when any is missed. The store lies in
//! memory, so what is written costs no fsync here; `benches/intake.rs` measures those.

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
/// Seconds between two ticks, and so tickets whose promises fall due in one.
const PACE: u64 = 10;
const DAY: Span = Span::from_days(1);
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
                let due = NOW.plus(DAY).plus(Span::from_seconds(u64::from(number)));
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

/// Ticks from a moment on.
struct Ticks {
    /// The time of one, the longest of many.
    longest: Duration,
    /// What fell due in all of them.
    fired: u64,
}

impl Ticks {
    fn measure(desk: &mut BenchDesk, from: Timestamp) -> Result<Self, Failure> {
        // The first one asks mailboxes for plus addresses, writes the morning's records, and does what was due before it.
        let mut now = from;
        while tick(desk, now)? > 0 {}
        let mut ticks = Self { longest: Duration::ZERO, fired: 0 };
        for _ in 0..TICKS {
            now = now.plus(Span::from_seconds(PACE));
            let start = Instant::now();
            let fired = tick(desk, now)?;
            ticks.longest = ticks.longest.max(start.elapsed());
            ticks.fired += fired;
        }
        Ok(ticks)
    }
}

/// One turn of the clock, and how much fell due.
fn tick(desk: &mut BenchDesk, now: Timestamp) -> Result<u64, Failure> {
    match desk.work(vec![Input::Tick], now)?.into_iter().next() {
        Some(Ok(Reply::Ticked { fired, .. })) => Ok(u64::try_from(fired)?),
        _ => Err("no answer to a tick".into()),
    }
}

/// Adds people to the desk who work by their own clocks.
fn hire(directory: &std::path::Path, staff: u32) -> std::io::Result<()> {
    let path = directory.join("staff.toml");
    let mut text = std::fs::read_to_string(&path)?;
    for number in 1..=staff {
        let zone = ["Europe/Berlin", "America/New_York", "Asia/Tokyo"].into_iter().cycle().nth(number as usize);
        let zone = zone.unwrap_or_default();
        let member =
            format!("[[staff]]\nname = \"member{number}\"\naddress = \"member{number}@example.org\"\ntime_zone = \"{zone}\"\n\n");
        text = member + &text;
    }
    std::fs::write(path, text)
}

fn run() -> Result<bool, Failure> {
    let (mut tickets, mut staff) = (100_000, 100);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--bench" => {}
            "--tickets" => tickets = words.next().unwrap_or_default().parse()?,
            "--staff" => staff = words.next().unwrap_or_default().parse()?,
            other => return Err(format!("{other} is not known; there are --tickets N and --staff N").into()),
        }
    }
    let directory = tempfile::tempdir()?;
    config::init(directory.path(), [7; 64])?;
    hire(directory.path(), staff)?;
    let fewer = (tickets / 100).max(1);
    let (mut few, mut many) = (desk(directory.path(), fewer)?, desk(directory.path(), tickets)?);
    let mut is_met = true;
    for (what, from) in [("nothing is due", NOW), ("ten tickets break three promises each", NOW.plus(DAY))] {
        let (small, large) = (Ticks::measure(&mut few, from)?, Ticks::measure(&mut many, from)?);
        let growth = large.longest.as_secs_f64() / small.longest.as_secs_f64().max(0.000_1);
        println!("{staff} more members of staff; {what} (due in {TICKS} ticks: {} and {}):", small.fired, large.fired);
        println!("  longest tick with {fewer} open tickets {:?}", small.longest);
        println!("  with {tickets} {:?} (at most {MOST:?}), {growth:.2} times (at most {MOST_GROWTH})", large.longest);
        is_met &= large.longest <= MOST && growth <= MOST_GROWTH;
    }
    Ok(is_met)
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
