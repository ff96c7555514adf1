//! Simulated worlds: a desk in memory, people, a relay, a machine that crashes, all from one seed.
//!
//! ```text
//! cargo test --test simulation                  200 seeds
//! SEEDS=100000 cargo test --test simulation     more of them
//! SEED=42 cargo test --test simulation          one, again
//! ```
//!
//! Many seeds live twice. Where crashes may leave no trace ([`mix::Mix::is_comparable`]), the second life has none, and both
//! must come to the same tickets and letters; of the others every third lives the same life again, and both must end with the
//! same journal.
//!
//! What the files are for: `world` moves the clock and lets everybody act, `people` write, `relay` takes letters and lets some
//! come back, `faults` is the machine and what befalls it, `house` has the desk's settings, `audit` says what must be true.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "it is a test, helper functions included")]

mod audit;
mod chance;
mod faults;
mod house;
mod mix;
mod people;
mod relay;
mod world;
mod writing;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use maildesk::base::Digest;

use audit::{Marks, Summary};
use world::World;

/// Seeds of one run where nobody asks for more.
const SEEDS: u64 = 200;
/// One seed in so many lives twice to see whether the journal is the same.
const REPEATED: u64 = 3;
/// Threads; each world has its own.
const THREADS: usize = 2;
/// Reading mail recurses; the daemon's writer has as much.
const STACK_BYTES: usize = 64 * 1024 * 1024;
/// Failures after which no further seeds are tried.
const FAILURES: usize = 5;

/// What one life of a seed came to.
struct Life {
    hash: Digest,
    summary: Summary,
    marks: Marks,
    deaths: u32,
    messages: usize,
    letters: usize,
    comparable: bool,
}

/// What all seeds came to.
#[derive(Debug, Default)]
struct Totals {
    deaths: u64,
    messages: u64,
    letters: u64,
    compared: u64,
    repeated: u64,
    marks: Marks,
}

/// What a run of all seeds must have met, or it has not looked.
const MARKS: [&str; 32] = [
    "opened",
    "appended",
    "commanded",
    "held",
    "bounced",
    "duplicate",
    "ignored",
    "released",
    "set aside: our own mail came back",
    "set aside: its sender opens too many tickets",
    "set aside: reading it failed three times",
    "found by token",
    "found by own-id",
    "found by known-id",
    "found by subject-tag",
    "found by subject",
    "kind out-of-office",
    "kind auto-reply",
    "letter received",
    "letter reply",
    "letter escalation",
    "letter follow-up",
    "letter closing-warning",
    "letter delivery-failure",
    "letter refused",
    "letter stranger",
    "letter failed",
    "letter deferred",
    "letter in doubt",
    "reopened",
    "contacts merged",
    "contacts parted",
];

#[test]
fn worlds_hold_together_whatever_happens() {
    let (first, last) = seeds();
    let next = AtomicU64::new(first);
    let failures: Mutex<Vec<String>> = Mutex::default();
    let totals: Mutex<Totals> = Mutex::default();
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed > last || failures.lock().expect("no panic").len() >= FAILURES {
                return;
            }
            if let Err(failure) = try_seed(seed, &totals) {
                failures.lock().expect("no panic").push(failure);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).expect("a thread starts");
        }
    });
    let failures = failures.into_inner().expect("no panic");
    let totals = totals.into_inner().expect("no panic");
    println!("{totals:#?}");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    let missed: Vec<_> = MARKS.into_iter().filter(|mark| !totals.marks.contains(*mark)).collect();
    assert!(last - first < SEEDS - 1 || missed.is_empty(), "the worlds never met: {}", missed.join(", "));
}

/// First and last seed.
#[expect(clippy::disallowed_methods, reason = "whoever runs the test chooses the seeds")]
fn seeds() -> (u64, u64) {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    match number("SEED") {
        Some(seed) => (seed, seed),
        None => (1, number("SEEDS").unwrap_or(SEEDS)),
    }
}

/// Two lives of a seed; the error says what was wrong and how to see it again.
fn try_seed(seed: u64, totals: &Mutex<Totals>) -> Result<(), String> {
    let first = live(seed, true)?;
    let repeats = seed.is_multiple_of(REPEATED);
    let second = if first.comparable || repeats { Some(live(seed, !first.comparable)?) } else { None };
    {
        let mut totals = totals.lock().expect("no panic");
        totals.deaths += u64::from(first.deaths);
        totals.messages += first.messages as u64;
        totals.letters += first.letters as u64;
        totals.marks.extend(first.marks.iter().cloned());
        totals.compared += u64::from(first.comparable);
        totals.repeated += u64::from(!first.comparable && repeats);
    }
    let Some(second) = second else { return Ok(()) };
    let command = command(seed);
    if first.comparable {
        let difference = first.summary.difference(&second.summary);
        if !difference.is_empty() {
            let shown: Vec<_> = difference.iter().take(12).map(String::as_str).collect();
            return Err(format!("seed {seed}: crashes leave traces\n  {}\n{command}", shown.join("\n  ")));
        }
    } else if first.hash != second.hash {
        return Err(format!("seed {seed}: the same seed gave another journal the second time\n{command}"));
    }
    Ok(())
}

fn live(seed: u64, with_crashes: bool) -> Result<Life, String> {
    let mut world = World::new(seed, with_crashes);
    // A panic is a failure like any other; what the world was like then is told below.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        world.run();
        audit::all(&mut world)
    }));
    let (summary, marks) = match outcome {
        Ok(audited) if world.wrong.is_empty() => audited,
        outcome => {
            let mut wrong: Vec<String> = world.wrong.iter().take(12).cloned().collect();
            if let Err(panic) = outcome {
                wrong.push(format!("panic: {}", words_of(panic.as_ref())));
            }
            let tail = world.machine.journal_tail(30).join("\n  ");
            let (step, command) = (world.step, command(seed));
            return Err(format!(
                "seed {seed}, step {step}, crashes {with_crashes}:\n  {}\nthe journal ends:\n  {tail}\n{command}",
                wrong.join("\n  ")
            ));
        }
    };
    Ok(Life {
        hash: world.machine.store().sizes().hash,
        summary,
        marks,
        deaths: world.machine.deaths,
        messages: world.delivered.len(),
        letters: world.relay.taken.len(),
        comparable: world.mix.is_comparable(),
    })
}

fn command(seed: u64) -> String {
    format!("again: SEED={seed} cargo test --test simulation")
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_else(|| "without words".to_owned())
}
