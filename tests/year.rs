//! A simulated year: fifty people in four teams around the world, twenty thousand tickets, holidays, absences, restarts, an
//! outage of days and clocks that are set wrong.
//!
//! ```text
//! cargo test --release --test year            the whole year: twenty thousand tickets
//! cargo test --test year                      the same people and troubles with fewer tickets: an unoptimized desk is ten times slower
//! SEED=42 TICKETS=2000 cargo test ...         another year, with as many tickets as one likes
//! ```
//!
//! What the auditors assert: each deadline fires exactly once or is cancelled by an event that has a name; nobody gets mail
//! outside of his hours, in his quiet ones or while he is away because of the clock alone; every broken promise is told to
//! somebody who is there, unless it is settled first; nobody is told oftener than every quarter of an hour, and no ladder is
//! climbed faster than it is written, also when days are made up for; and the store verifies.
//!
//! `house` is the table of people, which makes the configuration and answers the auditors; `world` moves the clock; `mail` is
//! what people write and read; `audit` judges; `forged` shows that each auditor can find something.

#![allow(clippy::print_stdout, reason = "what the year came to is told, and how to live through it again")]
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "it is a test, helper functions included")]

#[path = "year/audit.rs"]
mod audit;
#[path = "simulation/chance.rs"]
mod chance;
#[path = "year/forged.rs"]
mod forged;
#[path = "year/house.rs"]
mod house;
#[path = "year/mail.rs"]
mod mail;
#[path = "year/world.rs"]
mod world;

use house::House;
use world::World;

/// What a run lives through that asks for nothing else.
const TICKETS: u64 = if cfg!(debug_assertions) { 150 } else { 20_000 };
/// Reading mail recurses; the daemon's writer has as much.
const STACK_BYTES: usize = 64 * 1024 * 1024;

#[expect(clippy::disallowed_methods, reason = "whoever runs the test chooses the year")]
fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().map_or(usual, |text| text.parse().expect("a number"))
}

#[test]
fn a_year_of_promises_is_kept_or_told() {
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
    let lived = thread.spawn(live).expect("a thread starts").join();
    lived.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}

fn live() {
    let (seed, tickets) = (number("SEED", 1), number("TICKETS", TICKETS));
    println!("again: SEED={seed} TICKETS={tickets} cargo test --test year");
    let house = House::new(seed);
    let directory = tempfile::tempdir().expect("a directory");
    house.write(directory.path());
    let mut world = World::new(seed, &house, directory.path(), tickets);
    let wrong = world.live();
    let (counts, lived) = (world.counts(), world.lived);
    println!("{counts:#?}\n{lived:#?}");
    assert!(wrong.is_empty(), "SEED={seed} TICKETS={tickets}\n  {}", wrong.join("\n  "));
    // A year in which nothing happens proves nothing.
    assert_eq!(lived.tickets, tickets);
    assert!(lived.opened >= tickets && lived.opened - tickets <= tickets / 10, "answers have lost their tickets: {lived:?}");
    let met = [counts.fired, counts.cancelled, counts.broken, counts.reached, counts.settled_first, counts.reminders];
    assert!(met.iter().all(|count| *count > tickets / 200), "too little happened: {counts:?}");
    assert!(counts.lists > 0 && counts.mornings > 0 && counts.absences > 0, "too little happened: {counts:?}");
}
