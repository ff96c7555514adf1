//! Durable data that is damaged: the program says where, ends with 65, and touches nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::mail::message;
use super::world::{Dice, World, files_below};

const JOURNAL: &str = "data/journal/00000001.jsonl";

/// A desk that took some messages in and was closed.
fn used_world() -> World {
    let world = World::new();
    for number in 0..8 {
        let from = format!("ann{number}@customer.example");
        world.deliver("support", &format!("{number}.m"), &message(&from, &format!("{number}@x.example"), "Hello", "Help me."));
    }
    world.once();
    assert!(world.read(JOURNAL).lines().count() >= 10);
    world
}

/// Every file of the data directory but the lock, in which each process writes its number.
fn contents(world: &World) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files_below(&world.path("data")).into_iter().filter(|file| !file.ends_with("lock"));
    files.map(|file| (file.clone(), fs::read(file).expect("read"))).collect()
}

fn restore(world: &World, contents: &BTreeMap<PathBuf, Vec<u8>>) {
    fs::remove_dir_all(world.path("data")).expect("removed");
    for (file, bytes) in contents {
        fs::create_dir_all(file.parent().expect("a parent")).expect("made");
        fs::write(file, bytes).expect("written");
    }
}

/// All commands that open the store end with 65, name file and record, and leave every byte as it is.
fn is_refused(world: &World, what: &str, commands: &[&[&str]]) {
    let before = contents(world);
    for command in commands {
        let ran = world.run(command);
        assert_eq!(ran.code, 65, "{what}: {command:?}\n{}\n{}", ran.out, ran.err);
        assert!(ran.err.contains("journal/0000000"), "{what}: {command:?} names the file: {}", ran.err);
        assert!(ran.err.contains("record "), "{what}: {command:?} names the record: {}", ran.err);
        assert!(ran.out.is_empty(), "{what}: {command:?} prints no data: {}", ran.out);
    }
    let after = contents(world);
    let changed: Vec<_> = before.keys().chain(after.keys()).filter(|file| before.get(*file) != after.get(*file)).collect();
    assert!(changed.is_empty(), "{what}: changed {changed:?}");
}

const ALL: [&[&str]; 6] = [&["run"], &["run", "--once"], &["status"], &["verify"], &["ticket", "list"], &["rebuild"]];

#[test]
fn a_flipped_byte_anywhere_in_the_journal() {
    let world = used_world();
    let whole = contents(&world);
    let journal = fs::read(world.path(JOURNAL)).expect("read");
    let mut dice = Dice(7);
    for round in 0..12 {
        let place = if round == 0 { journal.len() / 2 } else { dice.below(journal.len()) };
        let bit = dice.below(8);
        let mut damaged = journal.clone();
        damaged[place] ^= 1 << bit;
        fs::write(world.path(JOURNAL), damaged).expect("written");
        let commands = if round == 0 { &ALL[..] } else { &ALL[2..4] };
        is_refused(&world, &format!("bit {bit} of byte {place} of {}", journal.len()), commands);
    }
    restore(&world, &whole);
    world.verify();
}

#[test]
fn a_journal_that_is_cut_below_what_is_known() {
    let world = used_world();
    let whole = contents(&world);
    let journal = world.read(JOURNAL);
    let lines: Vec<&str> = journal.split_inclusive('\n').collect();
    let half: usize = lines[..lines.len() / 2].iter().map(|line| line.len()).sum();
    for (length, commands) in [(half, &ALL[..]), (half + 7, &ALL[2..4]), (journal.len() - 1, &ALL[2..4]), (0, &ALL[2..4])] {
        fs::write(world.path(JOURNAL), &journal[..length]).expect("cut");
        is_refused(&world, &format!("cut at {length} of {}", journal.len()), commands);
        // Not even without head.json: the state knows how far the journal reached. Asking it changes its files, which are no
        // one's only copy.
        fs::remove_file(world.path("data/head.json")).expect("removed");
        let before = fs::read(world.path(JOURNAL)).expect("read");
        for command in [["status"], ["verify"]] {
            let ran = world.run(&command).ends(65);
            assert!(ran.err.contains(JOURNAL.trim_start_matches("data/")) && ran.err.contains("record "), "{}", ran.err);
        }
        assert!(fs::read(world.path(JOURNAL)).expect("read") == before, "cut at {length}: the journal was changed");
        restore(&world, &whole);
    }
    // After restoring a backup a person may say that it is meant.
    fs::write(world.path(JOURNAL), &journal[..half]).expect("cut");
    world.run(&["run", "--once", "--accept-rollback"]).ends(0);
    world.verify();
}

#[test]
fn a_missing_segment() {
    let world = used_world();
    let whole = contents(&world);
    fs::remove_file(world.path(JOURNAL)).expect("removed");
    is_refused(&world, "the only segment is missing", &ALL);
    restore(&world, &whole);

    // Three segments, as a large desk has them.
    let journal = world.read(JOURNAL);
    let lines: Vec<&str> = journal.split_inclusive('\n').collect();
    for (number, part) in (1..).zip(lines.chunks(lines.len().div_ceil(3))) {
        world.write(&format!("data/journal/{number:08}.jsonl"), &part.concat());
    }
    world.verify();
    let split = contents(&world);
    for number in 1..=3 {
        fs::remove_file(world.path(&format!("data/journal/{number:08}.jsonl"))).expect("removed");
        let before = contents(&world);
        for command in [&["status"][..], &["verify"], &["run", "--once"]] {
            let ran = world.run(command).ends(65);
            assert!(ran.err.contains("journal/0000000"), "{}", ran.err);
        }
        assert!(contents(&world) == before, "segment {number}: something was changed");
        restore(&world, &split);
    }
    world.verify();
}

#[test]
fn a_damaged_text_is_found_by_verify_and_stops_nobody() {
    let world = used_world();
    let packs = files_below(&world.path("data/spool"));
    let mut pack = fs::read(&packs[0]).expect("a pack");
    let place = pack.len() / 3;
    pack[place] ^= 0x10;
    fs::write(&packs[0], pack).expect("written");
    let found = world.run(&["--json", "verify"]).ends(65).lines().remove(0);
    assert_eq!(found["ok"], false);
    assert_eq!(found["problems"].as_array().expect("problems").len(), 1, "{found}");
    // The desk goes on.
    world.deliver("support", "9.m", &message("ben@customer.example", "9@x.example", "Hello", "Help me too."));
    world.once();
    assert_eq!(world.object(&["status"])["received"], 9);
}

#[test]
fn other_keys_are_noticed() {
    let world = used_world();
    let keys = world.read("keys").replace("0202", "0303");
    fs::write(world.path("keys"), keys).expect("written");
    let before = contents(&world);
    let ran = world.run(&["status"]);
    assert_ne!(ran.code, 0);
    assert!(ran.err.contains("another secret"), "{}", ran.err);
    assert!(contents(&world) == before);
}
