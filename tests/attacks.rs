//! Named attacks: what somebody tries, and what becomes of it, each on one page in `tests/attacks/FAMILY/NAME.story`.
//!
//! Each case is a test of its own under its id, so `cargo test i01` runs it. Cases are written as the stories are (`tests/stories.rs`),
//! with messages as their bytes (`tests/stories/raw.rs`). Each begins after `tests/attacks/prologue.story`: two customers have a ticket
//! each, and what an attacker may have got hold of has a name. The desk is that of `tests/attacks/desk`. `UPDATE_ATTACKS=1` writes the
//! outcomes anew: read every difference, for the comment at the top of a case says what must come of it.
//!
//! Families: I identity, T reading and threading, C commands, L loops and volume, M injection and content, S secrets, logs, IMAP.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops where its world cannot be set up")]

#[path = "stories/client.rs"]
mod client;
#[path = "stories/people.rs"]
mod people;
#[path = "stories/scribe.rs"]
mod scribe;
#[path = "stories/script.rs"]
mod script;
#[path = "stories/world.rs"]
mod world;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use script::Script;
use world::World;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attacks")
}

/// Plays a case after the prologue, and gives it back as it went.
fn play(text: &str) -> Result<String, String> {
    let mut world = World::new();
    let prologue = fs::read_to_string(folder().join("prologue.story")).map_err(|error| error.to_string())?;
    world.go_through(&Script::read(&prologue)).map_err(|problem| format!("prologue, {problem}"))?;
    world.retell(text)
}

fn case(name: &str) {
    let family = name.get(..1).expect("a family");
    let path = folder().join(family).join(format!("{name}.story"));
    let told = fs::read_to_string(&path).expect("the case is there");
    let went = play(&told).unwrap_or_else(|problem| panic!("{name}, {problem}"));
    if went == told {
        return;
    }
    if std::env::var_os("UPDATE_ATTACKS").is_some() {
        fs::write(&path, went).expect("written");
        return;
    }
    panic!("{name} (- as told, + as it went); UPDATE_ATTACKS=1 tells it anew\n{}", script::difference(&told, &went));
}

macro_rules! attacks {
    ($($name:ident,)*) => {
        $(#[test]
        fn $name() {
            case(stringify!($name));
        })*
        const CASES: &[&str] = &[$(stringify!($name)),*];
    };
}

include!("attacks/cases.rs");

/// Cases that are tests beside the code they attack, and where.
const ELSEWHERE: &[(&str, &str)] = &include!("attacks/elsewhere.rs");

/// Cases that no test shows yet, and why.
const MISSING: &[(&str, &str)] = &include!("attacks/missing.rs");

fn ids() -> Vec<String> {
    let families = [("i", 35), ("t", 12), ("c", 14), ("l", 13), ("m", 22), ("s", 7)];
    families.iter().flat_map(|(family, last)| (1..=*last).map(move |number| format!("{family}{number:02}"))).collect()
}

#[test]
fn each_of_the_103_cases_is_a_test_or_is_known_to_be_missing() {
    let ids = ids();
    assert_eq!(ids.len(), 103);
    let is_here = |id: &str| CASES.iter().any(|name| name.starts_with(&format!("{id}_")));
    for (id, place) in ELSEWHERE {
        let (file, test) = place.split_once("::").expect("file::test");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the file is there");
        assert!(text.contains(&format!("fn {test}(")) && test.contains(id), "{place} is no test of {id}");
    }
    let elsewhere: BTreeSet<&str> = ELSEWHERE.iter().map(|(id, _)| *id).collect();
    let missing: BTreeSet<&str> = MISSING.iter().map(|(id, _)| *id).collect();
    for id in &ids {
        let is_told = is_here(id) || elsewhere.contains(id.as_str());
        assert!(is_told != missing.contains(id.as_str()), "{id} is neither a test nor named as missing, or both");
    }
    for (id, why) in MISSING {
        println!("missing {id}: {why}");
    }
    println!("{} of 103 cases are tests", 103 - missing.len());
}

#[test]
fn every_page_is_a_test() {
    for family in ["i", "t", "c", "l", "m", "s"] {
        let Ok(entries) = fs::read_dir(folder().join(family)) else { continue };
        for entry in entries {
            let name = entry.expect("entry").path().file_stem().expect("a name").to_string_lossy().into_owned();
            assert!(CASES.contains(&name.as_str()), "{name} has no test: name it in tests/attacks/cases.rs");
        }
    }
}
