//! Intake against mail-parser alone: from a Maildir to durable tickets with their letters queued, sending held.
//!
//! `cargo bench --bench intake [-- --directory DIR] [--messages N]`. Everything is judged by ratios within one run, so that it
//! holds on any machine; it ends with 1 when a bound is missed. The directory (default: the system's temporary one) should lie
//! on a real disk: on a tmpfs an fsync costs nothing.
//!
//! What is timed is what the daemon does: the poller's steps with a real Maildir (list, read, hand over, file), the desk on
//! real files and sled, groups of 64. Making messages and mail-parser's reading of the same bytes lie outside that time.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, clippy::indexing_slicing, reason = "a benchmark's data is its own")]

mod messages;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use maildesk::base::{MailboxName, Span, Timestamp};
use maildesk::config;
use maildesk::desk::{Desk, DeskSettings, Fetched, Input, PollEvent, PollStep, Poller, Reply};
use maildesk::domain::{Change, LetterKind, Place};
use maildesk::io::maildir::Maildir;
use maildesk::store::{Disk, FileDisk, Options, Queries, STATE_DIRECTORY, SledKeyspace, Store};

use messages::{SplitMix64, Wanted, address_of, customer_of, message};

// As the program does.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Failure = Box<dyn Error>;
type BenchDesk = Desk<CountingDisk, SledKeyspace>;

/// Messages taken in before the clock runs, whose letters the replies answer.
const SEEDS: u64 = 640;
/// 2 March 2026, a Monday morning.
const START: i64 = 1_772_442_000;

/// At least so much of mail-parser's rate.
const LEAST_RATIO: f64 = 0.1;
/// The ten-thousandth message against the thousandth.
const MOST_GROWTH: f64 = 1.2;
const MOST_SYNCS: f64 = 2.0;
const MOST_MEMORY: f64 = 128.0;

/// Real files, and how often and how long they were synced.
struct CountingDisk {
    disk: FileDisk,
    syncs: Arc<Syncs>,
}

#[derive(Default)]
struct Syncs {
    /// Of groups: what was appended becomes durable.
    of_groups: AtomicU64,
    /// Of new packs and segments, `head.json` and the like.
    others: AtomicU64,
    nanoseconds: AtomicU64,
}

impl Syncs {
    fn timed<T>(&self, counter: &AtomicU64, call: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = call();
        counter.fetch_add(1, Ordering::Relaxed);
        self.nanoseconds.fetch_add(start.elapsed().as_nanos() as u64, Ordering::Relaxed);
        result
    }
}

impl Disk for CountingDisk {
    fn list(&self, directory: &str) -> io::Result<Vec<String>> {
        self.disk.list(directory)
    }

    fn size(&self, name: &str) -> io::Result<Option<u64>> {
        self.disk.size(name)
    }

    fn read_at(&self, name: &str, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        self.disk.read_at(name, offset, length)
    }

    fn create(&mut self, name: &str) -> io::Result<()> {
        self.syncs.timed(&self.syncs.others, || self.disk.create(name))
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.disk.append(name, bytes)
    }

    fn sync(&mut self, name: &str) -> io::Result<()> {
        self.syncs.timed(&self.syncs.of_groups, || self.disk.sync(name))
    }

    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()> {
        self.syncs.timed(&self.syncs.others, || self.disk.truncate(name, length))
    }

    fn overwrite(&mut self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.disk.overwrite(name, offset, bytes)
    }

    fn rename(&mut self, from: &str, to: &str) -> io::Result<()> {
        self.syncs.timed(&self.syncs.others, || self.disk.rename(from, to))
    }

    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.syncs.timed(&self.syncs.others, || self.disk.replace(name, bytes))
    }

    fn remove(&mut self, name: &str) -> io::Result<()> {
        self.syncs.timed(&self.syncs.others, || self.disk.remove(name))
    }
}

/// What the command line says.
struct Arguments {
    directory: Option<PathBuf>,
    messages: u64,
}

impl Arguments {
    fn read() -> Result<Self, Failure> {
        let mut arguments = Self { directory: None, messages: 10_000 };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                // cargo bench says so.
                "--bench" => {}
                "--directory" => arguments.directory = words.next().map(PathBuf::from),
                "--messages" => arguments.messages = words.next().unwrap_or_default().parse()?,
                other => return Err(format!("{other} is not known; there are --directory DIR and --messages N").into()),
            }
        }
        Ok(arguments)
    }
}

/// A customer's letter that was acknowledged.
struct Seed {
    customer: u64,
    reply_to: String,
    letter: String,
}

/// One group's figures.
struct Group {
    messages: u64,
    /// The desk and the Maildir.
    intake: Duration,
    /// mail-parser alone.
    parser: Duration,
    /// Processor time of the desk and of mail-parser, which other programs on the machine disturb less.
    busy: [Duration; 2],
    dispositions: Vec<&'static str>,
    letters: u64,
    bytes: u64,
}

/// Where the time goes.
#[derive(Default)]
struct Phases {
    list: Duration,
    read: Duration,
    work: Duration,
    file: Duration,
}

/// A desk with one mailbox in a directory.
struct Bench {
    desk: BenchDesk,
    maildir: Maildir,
    path: PathBuf,
    mailbox: MailboxName,
    syncs: Arc<Syncs>,
    clock: Timestamp,
    seeds: Vec<Seed>,
}

fn main() -> ExitCode {
    match Arguments::read().and_then(|arguments| run(&arguments)) {
        Ok(missed) if missed.is_empty() => ExitCode::SUCCESS,
        Ok(missed) => {
            println!("MISSED: {}", missed.join(", "));
            ExitCode::FAILURE
        }
        Err(error) => {
            println!("The benchmark could not run: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<Vec<String>, Failure> {
    let directory = match &arguments.directory {
        Some(parent) => tempfile::tempdir_in(parent)?,
        None => tempfile::tempdir()?,
    };
    let mut bench = Bench::open(directory.path())?;
    for number in 0..SEEDS {
        bench.deliver(number, &Wanted::New)?;
    }
    bench.take_in(&mut Phases::default())?;
    for number in SEEDS..SEEDS + arguments.messages {
        let wanted = bench.wanted(number, arguments.messages);
        bench.deliver(number, &wanted)?;
    }
    // What is still to be written of the messages themselves is none of the desk's work.
    let _ = std::process::Command::new("sync").status();
    let synced = bench.syncs.of_groups.load(Ordering::Relaxed);
    let others = bench.syncs.others.load(Ordering::Relaxed);
    bench.syncs.nanoseconds.store(0, Ordering::Relaxed);
    forget_peak_memory();
    let mut phases = Phases::default();
    let groups = bench.take_in(&mut phases)?;
    let memory = peak_memory();
    let syncs = bench.syncs.of_groups.load(Ordering::Relaxed) - synced;
    let others = bench.syncs.others.load(Ordering::Relaxed) - others;
    let sync_time = Duration::from_nanos(bench.syncs.nanoseconds.load(Ordering::Relaxed));

    let count: u64 = groups.iter().map(|group| group.messages).sum();
    if count != arguments.messages {
        return Err(format!("{count} messages were taken in instead of {}", arguments.messages).into());
    }
    let intake: Duration = groups.iter().map(|group| group.intake).sum();
    let parser: Duration = groups.iter().map(|group| group.parser).sum();
    let letters: u64 = groups.iter().map(|group| group.letters).sum();
    let bytes: u64 = groups.iter().map(|group| group.bytes).sum();
    println!(
        "{count} messages, {:.1} KB each; {:.2} letters each",
        bytes as f64 / count as f64 / 1e3,
        letters as f64 / count as f64
    );
    for disposition in groups.iter().flat_map(|group| &group.dispositions).collect::<BTreeSet<_>>() {
        let times = groups.iter().flat_map(|group| &group.dispositions).filter(|one| *one == disposition).count();
        println!("    {disposition:12} {times:6}");
    }
    let each = |time: Duration| time.as_secs_f64() * 1e6 / count as f64;
    println!(
        "µs a message: list {:.1}, read {:.1}, decide and commit {:.1} (of it fsync {:.1}), file {:.1}",
        each(phases.list),
        each(phases.read),
        each(phases.work),
        each(sync_time),
        each(phases.file)
    );
    let sizes = bench.desk.store().sizes();
    println!(
        "KB a message: journal {:.1}, spool {:.1}",
        sizes.journal as f64 / 1e3 / (count + SEEDS) as f64,
        sizes.spool as f64 / 1e3 / (count + SEEDS) as f64
    );

    let (rate, parser_rate) = (count as f64 / intake.as_secs_f64(), count as f64 / parser.as_secs_f64());
    let ratio = rate / parser_rate;
    let syncs = syncs as f64 / groups.len() as f64;
    let (early, late) = (cost(&groups, arguments.messages / 10), cost(&groups, arguments.messages * 9 / 10));
    let growth = late / early;
    let busy = |of: usize| groups.iter().map(|group| group.busy[of]).sum::<Duration>();
    println!("µs of processor time a message: decide and commit {:.1}, mail-parser {:.1}", each(busy(0)), each(busy(1)));
    println!("intake       {rate:8.0} messages/s");
    println!("mail-parser  {parser_rate:8.0} messages/s");
    println!("ratio        {ratio:8.3}   at least {LEAST_RATIO}");
    println!(
        "growth       {growth:8.2}   at most {MOST_GROWTH} ({early:.0} µs a message after a tenth, {late:.0} µs in the last tenth)"
    );
    println!("fsyncs       {syncs:8.2}   a group, at most {MOST_SYNCS} ({others} more for new files and checkpoints)");
    println!("memory       {memory:8.1}   MiB at its peak, at most {MOST_MEMORY}");
    let bounds = [
        ("ratio", ratio >= LEAST_RATIO),
        ("growth", growth <= MOST_GROWTH),
        ("fsyncs", syncs <= MOST_SYNCS),
        ("memory", memory <= MOST_MEMORY),
    ];
    bench.desk.close()?;
    Ok(bounds.iter().filter(|(_, kept)| !kept).map(|(name, _)| (*name).to_owned()).collect())
}

/// Mean cost in microseconds of a tenth of the messages, from the one with this number on.
fn cost(groups: &[Group], from: u64) -> f64 {
    let all: u64 = groups.iter().map(|group| group.messages).sum();
    let (mut behind, mut messages, mut time) = (0, 0, Duration::ZERO);
    for group in groups {
        if behind >= from && behind < from + all / 10 {
            messages += group.messages;
            time += group.intake;
        }
        behind += group.messages;
    }
    time.as_secs_f64() * 1e6 / messages as f64
}

impl Bench {
    fn open(directory: &Path) -> Result<Self, Failure> {
        let home = directory.join("desk");
        config::init(&home, [7; 64])?;
        let file = home.join("desk.toml");
        let mut text = fs::read_to_string(&file)?;
        // The guards against floods would stop a benchmark.
        for (guard, wide) in [
            ("#acks_per_address = 3", "acks_per_address = 100"),
            ("#acks_per_domain = 30", "acks_per_domain = 10000"),
            ("#acks = 200", "acks = 100000"),
            ("#automatic_per_ticket = 6", "automatic_per_ticket = 100"),
            ("#tickets_per_address = 20", "tickets_per_address = 100000"),
            ("#tickets_per_domain = 200", "tickets_per_domain = 1000000"),
        ] {
            if !text.contains(guard) {
                return Err(format!("desk.toml has no {guard}").into());
            }
            text = text.replace(guard, wide);
        }
        fs::write(&file, text)?;
        let settings = config::load(&home, &|_| None).map_err(|problems| format!("{problems:?}"))?.settings;
        let syncs = Arc::new(Syncs::default());
        let disk = CountingDisk { disk: FileDisk::open(&settings.data_dir)?, syncs: Arc::clone(&syncs) };
        let options = Options::new(settings.store_secret);
        let opened = Store::open(disk, settings.data_dir.join(STATE_DIRECTORY), &options, &mut |_| {})?;
        let desk = DeskSettings::new(settings.policy, settings.templates, settings.keys, settings.fingerprint);
        let clock = Timestamp::from_seconds(START);
        let desk = Desk::open(opened.store, desk, false, clock)?;
        let path = home.join("mail/support");
        let maildir = Maildir::open(&path)?;
        Ok(Self { desk, maildir, path, mailbox: MailboxName::new("support")?, syncs, clock, seeds: Vec::new() })
    }

    /// What message `number` is to be: of a hundred 55 new, 20 replies by address, 12 by Message-ID, 8 absences, 5 newsletters.
    fn wanted(&self, number: u64, all: u64) -> Wanted {
        let mut random = SplitMix64::new(number ^ 0xb0b);
        // Seeds are answered one after the other, so that conversations stay as long as they are.
        let recent = (number - SEEDS) * SEEDS / all;
        let seed = &self.seeds[recent.saturating_sub(random.below(20)) as usize % self.seeds.len()];
        match random.below(100) {
            0..55 => Wanted::New,
            55..75 => Wanted::TokenReply { to: seed.reply_to.clone(), customer: seed.customer },
            75..87 => Wanted::IdReply { earlier: number - 100 - random.below(400) },
            87..95 => Wanted::Absence { answers: seed.letter.clone(), customer: seed.customer },
            _ => Wanted::Newsletter,
        }
    }

    fn deliver(&self, number: u64, wanted: &Wanted) -> Result<(), Failure> {
        let name = format!("{:010}.M{number:06}P1.mx1", START + i64::try_from(number)?);
        fs::write(self.path.join("new").join(name), message(number, wanted, START + i64::try_from(number)?))?;
        Ok(())
    }

    /// Takes in what lies in the Maildir, step by step as the daemon does.
    fn take_in(&mut self, phases: &mut Phases) -> Result<Vec<Group>, Failure> {
        let mut groups: Vec<Group> = Vec::new();
        let mut poller = Poller::new(Span::from_seconds(1), true);
        let mut step = poller.next(PollEvent::Started);
        let mut carried = Duration::ZERO;
        loop {
            let start = Instant::now();
            let event = match step {
                PollStep::Connect => PollEvent::Connected,
                PollStep::Search { limit } => {
                    let names = self.maildir.new_messages(limit, &BTreeSet::new())?;
                    let place = |unique| Place::Maildir { mailbox: self.mailbox.clone(), unique };
                    let event = PollEvent::Found(names.into_iter().map(place).collect());
                    carried += spend(&mut phases.list, start);
                    event
                }
                PollStep::Fetch(places) => {
                    let (messages, failed) = self.maildir.fetch(&self.mailbox, &uniques(places));
                    if let Some((name, error)) = failed.into_iter().next() {
                        return Err(format!("{name}: {error}").into());
                    }
                    carried += spend(&mut phases.read, start);
                    PollEvent::Fetched(messages)
                }
                PollStep::HandOver(messages) => {
                    let busy = busy_time();
                    let parser = parse_alone(&messages);
                    let parser_busy = busy_time() - busy;
                    let bytes = messages.iter().map(|message| message.bytes.len() as u64).sum();
                    let inputs: Vec<Input> = messages.into_iter().map(Input::Arrived).collect();
                    self.clock = self.clock.plus(Span::from_seconds(20));
                    let busy = busy_time();
                    let start = Instant::now();
                    let replies = self.desk.work(inputs, self.clock)?;
                    let intake = spend(&mut phases.work, start) + std::mem::take(&mut carried);
                    let busy = [busy_time() - busy, parser_busy];
                    let mut group = Group { messages: 0, intake, parser, busy, dispositions: Vec::new(), letters: 0, bytes };
                    let recorded = self.note(replies, &mut group)?;
                    groups.push(group);
                    PollEvent::Recorded(recorded)
                }
                PollStep::File(places) => {
                    uniques(places).iter().try_for_each(|name| self.maildir.file(name))?;
                    let time = spend(&mut phases.file, start);
                    if let Some(group) = groups.last_mut() {
                        group.intake += time;
                    }
                    PollEvent::Filed
                }
                PollStep::Close | PollStep::Idle(_) | PollStep::Wait(_) => return Ok(groups),
            };
            step = poller.next(event);
        }
    }

    /// Counts what came of a group, and remembers the first letters for answering them.
    fn note(&mut self, replies: Vec<Result<Reply, maildesk::desk::DeskError>>, group: &mut Group) -> Result<Vec<Place>, Failure> {
        let mut recorded = Vec::new();
        for reply in replies {
            let Reply::Recorded { place, disposition, changes, .. } = reply? else { continue };
            recorded.push(place);
            group.messages += 1;
            group.dispositions.push(disposition.as_str());
            for change in &changes {
                let Change::LetterQueued { item } = change else { continue };
                group.letters += 1;
                if item.kind == LetterKind::Received
                    && (self.seeds.len() as u64) < SEEDS
                    && let Some(piece) = item.pieces.first()
                {
                    let head = String::from_utf8_lossy(&self.desk.store().view().text(*piece)?).replace("\r\n ", " ");
                    let reply_to = head.lines().find_map(|line| line.strip_prefix("Reply-To:")).ok_or("no Reply-To")?;
                    let reply_to = reply_to.rsplit_once('<').map_or(reply_to, |(_, address)| address).trim_end_matches('>');
                    let to = item.to.known().map(ToString::to_string).unwrap_or_default();
                    let customer =
                        (0..SEEDS).map(customer_of).find(|customer| address_of(*customer) == to).ok_or("nobody's letter")?;
                    let letter = item.message_id.known().map(|id| id.as_str().to_owned()).unwrap_or_default();
                    self.seeds.push(Seed { customer, reply_to: reply_to.trim().to_owned(), letter });
                }
            }
        }
        Ok(recorded)
    }
}

/// Adds the time since a start to a phase.
fn spend(phase: &mut Duration, start: Instant) -> Duration {
    let time = start.elapsed();
    *phase += time;
    time
}

/// The time mail-parser takes for the same bytes.
fn parse_alone(messages: &[Fetched]) -> Duration {
    let start = Instant::now();
    for message in messages {
        black_box(mail_parser::MessageParser::default().parse(black_box(&message.bytes)));
    }
    start.elapsed()
}

fn uniques(places: Vec<Place>) -> Vec<String> {
    let unique = |place| match place {
        Place::Maildir { unique, .. } => Some(unique),
        _ => None,
    };
    places.into_iter().filter_map(unique).collect()
}

/// Processor time of this thread; zero where the system does not tell.
fn busy_time() -> Duration {
    let line = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(line.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok()).unwrap_or_default())
}

/// Linux counts the peak of resident memory anew from here.
fn forget_peak_memory() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// The peak of resident memory in MiB; 0 where the system does not tell.
fn peak_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok()).map_or(0.0, |kilobytes| kilobytes / 1024.0)
}
