//! Stories: scripted days in plain text, in `tests/stories/*.story`. They are the documentation of what the desk does.
//!
//! The left column is typed. Lines that begin with `  | ` are what the desk then does and whom it writes to; they are
//! compared, and `UPDATE_STORIES=1 cargo test --test stories` writes them anew: read the difference before you keep it.
//! `STORY=name` runs one story alone. The header of every letter is looked at (`letters.rs`). Every story ends in `verify` of its store, and then in forgetting all its customers.
//!
//! A story runs on the desk of `tests/stories/desk`, in memory, on a virtual clock that stops wherever something is due. It begins
//! on Sunday, 1 March 2026, at noon. Letters are claimed and recorded as a postman does, servers permitting.
//!
//! ```text
//! # A line like this is a comment.
//! monday 09:00                        the next such moment; also 2026-03-02 09:00, `09:00` (today or tomorrow), +2h, +30m, +3d
//! nothing happens until friday 12:00  the same, and it is a mistake if something does happen
//! the machine sleeps until friday 12:00   the same, but nobody looks at the clock before that
//! the desk is off until friday 12:00      the same, and another process starts then
//! the clock is set to 2026-03-02 09:00    also back
//! ann is Ann Archer <ann@customer.example>              somebody outside; `, writing German` at the end: German quotes
//! ann writes to support: "Subject" [options]            to a mailbox, several (`support and billing`), or a person
//!     The text, indented by four spaces.
//! bob replies: [options]              to the last mail in the inbox, as a mail program does: Reply-To, References, quote
//! bob replies about #1:               to the last one about this ticket
//! bob replies to the customer-reply:  to the last one of this kind
//! eve replies to bob's last mail:     to a mail that somebody else got
//! ann replies to all:                 to its sender and everybody else it was sent to
//! ann takes "5"                     the link of this name in the last survey, and sends the mail that it opens
//! max writes below #1:                to the address that the last mail shows below this ticket
//! ann's absence note answers:         what a mail program sends by itself to the last mail
//! bob's last mail arrives again       the same bytes once more; `… again in billing`
//! mail to ann is refused: "550 …"     from now on; also `is deferred: "451 …"`, `bounces: "550 …"` (taken, then reported
//!                                     back), `is lost: "…"` (taken, but the answer is lost), `is taken`
//! bob reads                           the last mail in the inbox, as text; `bob reads the reminder`, `bob reads about #1`
//! the name servers are silent         keys of signatures cannot be fetched, until `the name servers answer`
//! the mailbox support cannot be read: "…"   as the daemon says, until `the mailbox support can be read`
//! show #1                             where the ticket stands, what is due, its entries
//! admin changes staff.toml:           lines to take out and to put in; the running desk takes the settings on
//!     - languages = ["de", "en"]
//!     + languages = ["en"]                              a file that is not there is made
//! while the desk is down, admin changes staff.toml:     the same, and the desk starts again
//! admin asks: explain #1              also status, quarantine, outbox; release q1, drop q1; search QUESTION, list NAME,
//!                                     report KIND [of AGENT] [by DIMENSION],
//!                                     contacts, contact c1 (set NAME=VALUE, merge c2, unmerge, add ADDRESS, remove ADDRESS),
//!                                     staff, staff bob, invite bob, access #1 bob, journal (of the staff), journal bob, records KIND,
//!                                     doctor trust, trust
//! the receiving server deletes forged results     also `leaves forged results`, `leaves forged results at the top`
//! raw to support:                     a message as its bytes, see tests/stories/raw.rs
//! ```
//!
//! Options: `cc X and Y`, `to X` (instead), `bcc X`, `from X` or `from "…"` (another From line), `subject "…"`, `header "Name: value"`,
//! `html` (the text is HTML, and there is no other), `outlook` (the original below a block of headers, not quoted), `attach "name"`,
//! `waits` (until the admin has changed something; it is worked off right behind that), `charset iso-8859-1`, `no quote`,
//! `no references`, `id "…"` (another Message-ID), `null return path`, `old` (dated a month back). Where the mailbox trusts its server,
//! the server vouches for everybody, but `unsigned` (nothing is known) and `forged` (the domain disowns it).

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where its world cannot be set up")]

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

use std::fs;
use std::path::{Path, PathBuf};

use world::World;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories")
}

fn stories() -> Vec<PathBuf> {
    let only = std::env::var_os("STORY").map(|name| name.to_string_lossy().into_owned());
    let entries = fs::read_dir(folder()).expect("tests/stories is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "story"));
    paths.retain(|path| only.as_ref().is_none_or(|only| path.file_stem().is_some_and(|stem| stem.to_string_lossy() == **only)));
    paths.sort();
    paths
}

#[test]
fn every_day_goes_as_its_story_tells() {
    let update = std::env::var_os("UPDATE_STORIES").is_some();
    let paths = stories();
    assert!(!paths.is_empty(), "there is no such story");
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let told = fs::read_to_string(&path).expect("a story");
        match World::new().retell(&told) {
            Err(problem) => wrong.push(format!("{name}, {problem}")),
            Ok(went) if went == told => {}
            Ok(went) if update => fs::write(&path, went).expect("written"),
            Ok(went) => wrong.push(format!("{name} (- as told, + as it went)\n{}", script::difference(&told, &went))),
        }
    }
    assert!(wrong.is_empty(), "UPDATE_STORIES=1 tells them anew:\n\n{}", wrong.join("\n\n"));
}
