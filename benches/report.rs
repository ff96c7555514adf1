//! What a report costs where there are a million tickets: folding them, counting each report with its pictures, and how long the desk's
//! own thread is held by it.
//!
//! `cargo bench --bench report [-- --tickets N]`. The journal is invented; what is measured lies in a file as that of a desk does. It ends
//! with 1 when a report takes more than its seconds, or handing it out more than its milliseconds.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use maildesk::base::{ContactId, Digest, EntryNumber, MailboxName, Seq, Span, TeamName, TicketId, Timestamp};
use maildesk::domain::{Actor, Author, Change, Entry, EntryKind, Opening, Proof, ReportKind, SenderProof, Status, Target};
use maildesk::policy::Calendar;
use maildesk::report::{Event, Folded, Language, Ledger, Page, Past, Period, Place, ReportQuery, Scene, Scope};

type Failure = Box<dyn Error>;

const TICKETS: u32 = 1_000_000;
const AGENTS: u32 = 50;
const CUSTOMERS: u32 = 200_000;
/// 1 January 2024.
const BEGINNING: Timestamp = Timestamp::from_seconds(1_704_067_200);
/// A ticket a minute.
const PACE: u64 = 60;
/// Tickets that are unfinished at any time.
const OPEN: u32 = 2_000;
/// A report is there while somebody waits for it.
const MOST: Duration = Duration::from_secs(20);
/// The desk's thread does nothing else meanwhile.
const MOST_HELD: Duration = Duration::from_millis(100);

/// Nobody asks for what was before: no ticket is reopened.
struct Nothing;

impl Past for Nothing {
    type Error = Infallible;

    fn each(&self, _: TicketId, _: &mut dyn FnMut(Event<'_>)) -> Result<(), Infallible> {
        Ok(())
    }
}

fn answer(ticket: TicketId, at: Timestamp, who: ContactId) -> Change {
    let entry = Entry {
        ticket,
        number: EntryNumber::new(2),
        at,
        author: Author::Staff(who),
        kind: EntryKind::Reply,
        message_id: None,
        raw: None,
        text: Digest::default(),
        attachments: Vec::new(),
        proof: Proof::E1,
        sender_proof: SenderProof::None,
        flags: [].into(),
        doubtful: false,
        moved_to: None,
    };
    Change::EntryAdded { entry: Box::new(entry), refers: Vec::new() }
}

/// Ticket for ticket: it is opened, and the one that was opened some time ago is answered and resolved.
fn fold(ledger: &mut Ledger, tickets: u32) -> Result<(), Failure> {
    let mailbox = MailboxName::new("support")?;
    let teams: Vec<TeamName> = (0..5).map(|team| TeamName::new(format!("team{team}"))).collect::<Result<_, _>>()?;
    let mut seq = Seq::default();
    let mut take = |at, actor, changes: &[Change]| {
        seq = seq.next();
        ledger.take(Event { at, actor, changes }, &Nothing, Folded { seq, hash: Digest::default() })
    };
    for number in 1..=tickets {
        let at = BEGINNING.plus(Span::from_seconds(u64::from(number) * PACE));
        let ticket = TicketId::new(number);
        let who = ContactId::new(1 + number % AGENTS);
        let opening = Opening {
            ticket,
            mailbox: mailbox.clone(),
            requester: ContactId::new(1000 + number % CUSTOMERS),
            subject: String::new().into(),
            base_subject: String::new().into(),
            language: None,
            unverified: false,
        };
        let team = teams.get(usize::try_from(number % 5)?).cloned();
        let opened = [
            Change::TicketOpened(opening),
            Change::TeamSet { ticket, team },
            Change::Assigned { ticket, to: Some(who) },
            Change::AnswerAwaited { ticket },
        ];
        take(at, Actor::Customer(ContactId::new(1000)), &opened)?;
        let Some(old) = number.checked_sub(OPEN).filter(|old| *old > 0) else { continue };
        let (ticket, who) = (TicketId::new(old), ContactId::new(1 + old % AGENTS));
        let answered = [
            answer(ticket, at, who),
            Change::PromiseSettled { ticket, target: Target::FirstResponse, because: String::new() },
            Change::StatusChanged { ticket, from: Status::New, to: Status::Resolved },
        ];
        take(at, Actor::Staff(who), &answered)?;
    }
    Ok(ledger.save()?)
}

fn scene() -> Scene {
    let zone = TimeZone::UTC;
    Scene {
        calendar: Arc::new(Calendar::always(zone.clone())),
        zone,
        names: (1..=AGENTS).map(|id| (ContactId::new(id), format!("agent{id}"))).collect(),
        organisations: (0..CUSTOMERS).map(|id| (ContactId::new(1000 + id), format!("kunde{}.example", id % 5000))).collect(),
        departments: BTreeMap::new(),
        staff: BTreeMap::new(),
        mask: None,
    }
}

/// Peak of resident memory in MiB, as Linux tells it.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

fn tickets() -> Result<u32, Failure> {
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--tickets" {
            return Ok(arguments.next().ok_or("--tickets N")?.parse()?);
        }
    }
    Ok(TICKETS)
}

fn run() -> Result<bool, Failure> {
    let tickets = tickets()?;
    let directory = tempfile::tempdir()?;
    let mut ledger = Ledger::open(Place::Directory(directory.path().join("measures")))?;
    let began = Instant::now();
    fold(&mut ledger, tickets)?;
    let folding = began.elapsed();
    println!(
        "{tickets} tickets folded in {:.1} s, {:.1} µs a ticket",
        folding.as_secs_f64(),
        folding.as_secs_f64() * 1e6 / f64::from(tickets)
    );
    let scene = scene();
    let until = BEGINNING.plus(Span::from_seconds(u64::from(tickets) * PACE));
    let mut is_good = true;
    for kind in ReportKind::ALL {
        let query = ReportQuery { kind: *kind, period: Period { since: BEGINNING, until }, by: kind.by(), scope: Scope::All };
        let began = Instant::now();
        let samples = ledger.snapshot()?;
        let held = began.elapsed();
        let began = Instant::now();
        let page = Page::count(&samples, &query, &scene, Language::English)?;
        let counting = began.elapsed();
        let bytes: usize = page.pictures.iter().filter_map(|picture| picture.png.as_ref()).map(Vec::len).sum();
        println!(
            "{kind}: {:.2} s, the desk held for {:.2} ms, {bytes} bytes of pictures",
            counting.as_secs_f64(),
            held.as_secs_f64() * 1e3
        );
        is_good &= counting <= MOST && held <= MOST_HELD;
    }
    if let Some(peak) = peak() {
        println!("peak of resident memory: {peak} MiB");
    }
    Ok(is_good)
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            println!("missed: a report takes {MOST:?} at most, and holds the desk for {MOST_HELD:?} at most");
            ExitCode::FAILURE
        }
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
