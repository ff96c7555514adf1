//! Named attacks: what somebody tries, and what becomes of it, each on one page in `tests/attacks/FAMILY/NAME.story`.
//!
//! Each case is a test of its own under its id, so `cargo test i01` runs it. Cases are written as the stories are (`tests/stories.rs`),
//! with messages as their bytes (`tests/stories/raw.rs`). Each begins after `tests/attacks/prologue.story`: two customers have a ticket
//! each, and what an attacker may have got hold of has a name. The desk is that of `tests/attacks/desk`. `UPDATE_ATTACKS=1` writes the
//! outcomes anew: read every difference, for the comment at the top of a case says what must come of it.
//!
//! Families: I identity, T reading and threading, C commands, L loops and volume, M injection and content, S secrets, logs, IMAP.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops where its world cannot be set up")]

#[path = "simulation/chance.rs"]
#[expect(dead_code, reason = "the simulation draws in more ways")]
mod chance;
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

/// What a stranger writes where text is free: it would add or end a header, or hide, were it taken as it is.
const HOSTILE: [&str; 8] = [
    "{CR}Bcc: eve@evil.example",
    "{NUL}",
    "=?utf-8?q?=0D=0ABcc:_eve@evil.example=0D=0A=0D=0A?=",
    "=?utf-8?b?DQpYLUxvb3A6IG1pbmU=?=",
    "\\{{desk}}{{#each}}",
    "\u{202e}\u{2028}",
    "<img src=x onerror=alert(1)>",
    "\", <eve@evil.example>, \"",
];

/// A word of a stranger's that stands nowhere else.
fn word(chance: &mut chance::Chance) -> String {
    (0..12).map(|_| chance.pick(&['k', 'q', 'x', 'z', 'w', 'v', 'j', '7', '3', '9'])).collect()
}

#[test]
fn l11_whatever_strangers_write_nothing_of_it_is_in_an_acknowledgement_and_no_header_is_split() {
    let mut chance = chance::Chance::about(11, &["strangers"]);
    let mut told = String::from("monday 09:00\n");
    let mut words = Vec::new();
    let head = &HOSTILE[2..];
    for number in 0..60 {
        // Whoever breaks his own header is nobody in particular, and gets no acknowledgement.
        let mut free = |times: u64, hostile: &[&str]| {
            let mut text = String::new();
            for _ in 0..times {
                let word = word(&mut chance);
                text.push_str(&format!("{word} {} ", chance.pick(hostile)));
                words.push(word);
            }
            text.trim_end().to_owned()
        };
        let (name, subject, body, file) = (free(1, head), free(1 + number % 5, head), free(3, &HOSTILE), free(1, head));
        let name = name.replace(['"', '<', '>', ','], "");
        told.push_str(&format!(
            "raw to help:\n    Authentication-Results: mx.example.org; dkim=pass header.d=d{number}.example; dmarc=pass \
             header.from=d{number}.example\n    From: \"{name}\" <s{number}@d{number}.example>\n    To: help@help.example.org\n    Subject: {subject}\n    \
             Date: {{DATE}}\n    Message-ID: <m{number}@d{number}.example>\n    MIME-Version: 1.0\n    \
             Content-Type: multipart/mixed; boundary=b\n\n    --b\n    Content-Type: text/plain; charset=utf-8\n\n    {body}\n    --b\n    \
             Content-Type: application/pdf\n    Content-Disposition: attachment; filename=\"{}.pdf\"\n\n    x\n    --b--\n",
            file.replace('"', "")
        ));
        told.push_str(&format!("s{number}@d{number}.example reads\n+3h\n"));
    }
    // Each letter of it has its header looked at as it is sent (`tests/stories/letters.rs`).
    let went = play(&told).unwrap_or_else(|problem| panic!("{problem}"));
    let mut acknowledgements = 0;
    let mut reading = false;
    for line in went.lines() {
        if !line.starts_with("  |") {
            reading = line.contains(" reads");
            acknowledgements += usize::from(reading);
        } else if reading {
            let found = words
                .iter()
                .find(|word| (0..=word.len() - 8).any(|at| word.get(at..at + 8).is_some_and(|piece| line.contains(piece))));
            assert_eq!(found, None, "{line}");
        }
    }
    assert_eq!(acknowledgements, 60);
    assert!(went.matches("We have received your message").count() >= 60, "{went}");
}
