//! Our own corpus of mail: `tests/corpus/*.eml`, each named for the client, the language or the defect that it shows, and beside
//! it a `.txt` with what a person would say of it: what kind it is, what is new in it, what is quoted, what is signature.
//!
//! `UPDATE_GOLDENS=1 cargo test --test corpus` writes what is read now; look at every difference before you keep it. Some
//! properties hold for all of them, whatever is read.

#![expect(clippy::expect_used, reason = "a test stops where its world cannot be set up")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use maildesk::base::EmailAddress;
use maildesk::mail::{Addressee, BounceAction, Identity, Mail, OwnMarks, TrimConfidence, forwarded_sender, read};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// The names of all messages, sorted.
fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).expect("the corpus");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter_map(|name| name.strip_suffix(".eml").map(str::to_owned)).collect()
}

/// The desk that all of them were sent to.
fn own() -> OwnMarks {
    let address = EmailAddress::new("help@example.org").expect("an address");
    OwnMarks { addresses: vec![address], loop_marks: vec!["example-desk 1".to_owned()] }
}

fn mail_of(name: &str) -> Mail {
    read(&fs::read(folder().join(format!("{name}.eml"))).expect("a message"), &own())
}

fn person(one: &Addressee) -> String {
    if one.name.is_empty() { one.address.clone() } else { format!("{} <{}>", one.name, one.address) }
}

/// What is read, as text.
fn extract(mail: &Mail) -> String {
    let mut out = String::new();
    let mut line = |title: &str, value: &str| {
        writeln!(out, "{title:<10} {value}").expect("written");
    };
    line("kind", mail.kind.as_str());
    let answer = match (mail.automatic, mail.suppress_auto_reply) {
        (true, _) => "never, no person wrote it",
        (false, true) => "not automatically",
        (false, false) => "may be answered",
    };
    line("answer", answer);
    for evidence in &mail.evidence {
        line("because", &format!("{} ({})", evidence.found, evidence.source));
    }
    line("from", &mail.from.as_ref().map_or_else(|| "nobody".to_owned(), person));
    if let Identity::Ambiguous(reason) = &mail.identity {
        line("identity", &format!("nobody's: {reason}"));
    }
    line("subject", &mail.subject);
    line("language", mail.language.as_deref().unwrap_or("unknown"));
    if let Some(bounce) = &mail.bounce {
        let action = match bounce.action {
            BounceAction::Failed => "failed",
            BounceAction::Delayed => "delayed",
        };
        line("bounce", &format!("{action} {} {}", bounce.status.as_deref().unwrap_or("-"), bounce.recipients.join(", ")));
        line("about", &bounce.original_message_id.as_ref().map_or_else(|| "an unknown message".to_owned(), ToString::to_string));
    }
    if let Some(day) = &mail.away_until {
        line("away until", day);
    }
    if let Some(forwarded) = forwarded_sender(mail) {
        line("requester", &person(&forwarded.sender));
        if let Some(doubt) = forwarded.doubt {
            line("doubt", doubt);
        }
    }
    for file in &mail.attachments {
        line("file", &format!("{} ({}, {} bytes)", file.name, file.content_type, file.content.len()));
    }
    for defect in &mail.defects {
        line("odd", defect);
    }
    line("split", if mail.trim == TrimConfidence::Sure { "sure" } else { "doubtful" });
    for (title, text) in [("new", &mail.visible), ("quoted", &mail.quoted), ("signature", &mail.signature)] {
        if !text.is_empty() {
            writeln!(out, "--- {title}\n{text}").expect("written");
        }
    }
    out
}

#[test]
fn every_message_is_read_as_a_person_would() {
    let names = names();
    assert!(names.len() >= 150, "the corpus has {} messages", names.len());
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut differing = Vec::new();
    for name in &names {
        let path = folder().join(format!("{name}.txt"));
        let is = extract(&mail_of(name));
        if update {
            fs::write(&path, &is).expect("written");
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if is != expected {
            differing.push(format!("=== {name}\n--- expected\n{expected}\n--- is\n{is}"));
        }
    }
    assert!(differing.is_empty(), "{} of {} differ\n{}", differing.len(), names.len(), differing.join("\n"));
}

#[test]
fn no_golden_stands_without_its_message() {
    let names = names();
    for entry in fs::read_dir(folder()).expect("the corpus") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let (stem, kind) = name.rsplit_once('.').expect("a name with an ending");
        assert!(matches!(kind, "eml" | "txt") && names.contains(stem), "{name} belongs to no message");
    }
}
