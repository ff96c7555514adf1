//! Kills at any moment, and a state that was lost, cut or damaged meanwhile: nothing is lost, nothing happens twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::mail::Letter;
use super::play::{Play, Post, audit, let_in, settle};
use super::sink::{Sink, Verdict};
use super::world::{Dice, World, files_below, within};

/// Mailboxes are Maildirs; letters go into one too, or to a server.
struct Maildirs<'a> {
    world: &'a World,
    sink: Option<&'a Sink>,
}

impl Post for Maildirs<'_> {
    fn deliver(&self, mailbox: &str, name: &str, bytes: &[u8]) {
        self.world.deliver(mailbox, name, bytes);
    }

    fn letters(&self) -> Vec<Letter> {
        match self.sink {
            Some(sink) => sink.taken().into_iter().map(|taken| taken.letter).collect(),
            None => self.world.letters(),
        }
    }

    fn unfiled(&self) -> usize {
        self.world.count("mail/support/new") + self.world.count("mail/sales/new")
    }
}

/// What a power cut or a bad disk does to files that may be lost.
fn damage_state(dice: &mut Dice, world: &World) -> &'static str {
    let state = world.path("data/state");
    let files = files_below(&state);
    let file = if files.is_empty() { None } else { Some(files[dice.below(files.len())].clone()) };
    match (dice.below(14), file) {
        (0, _) => {
            let _ = fs::remove_dir_all(&state);
            "state deleted"
        }
        (1 | 2, Some(file)) => {
            let length = fs::metadata(&file).expect("metadata").len();
            let keep = if length == 0 { 0 } else { dice.next() % length };
            OpenOptions::new().write(true).open(file).expect("opened").set_len(keep).expect("cut");
            "state cut"
        }
        (3..=5, Some(file)) => {
            let mut bytes = fs::read(&file).expect("read");
            if !bytes.is_empty() {
                let place = dice.below(bytes.len());
                bytes[place] ^= 1 << dice.below(8);
                fs::write(&file, bytes).expect("written");
            }
            "byte of the state flipped"
        }
        (6, Some(file)) => {
            fs::write(file, dice.bytes(3000)).expect("written");
            "file of the state replaced by noise"
        }
        (7, Some(_)) => {
            fs::write(state.join("snap.0000000000000ABC.generating"), dice.bytes(100)).expect("written");
            fs::write(state.join("nonsense"), dice.bytes(100)).expect("written");
            fs::write(state.join("snap.zzz"), dice.bytes(100)).expect("written");
            "foreign files in the state"
        }
        (8, _) => {
            let _ = fs::remove_dir_all(&state);
            fs::write(&state, b"no directory").expect("written");
            "state is a file"
        }
        (9, _) => {
            // What a kill in the middle of writing leaves: the beginning of a record, the beginning of a text.
            for (directory, ending) in [("data/journal", "jsonl"), ("data/spool", "pack")] {
                let last =
                    files_below(&world.path(directory)).into_iter().rfind(|file| file.extension().is_some_and(|e| e == ending));
                if let Some(last) = last {
                    let noise: Vec<u8> = dice.bytes(200).into_iter().filter(|byte| *byte != b'\n').collect();
                    OpenOptions::new().append(true).open(last).expect("opened").write_all(&noise).expect("written");
                }
            }
            "torn ends"
        }
        _ => "nothing",
    }
}

#[test]
fn a_hundred_kills_lose_nothing_and_repeat_nothing() {
    let world = World::new();
    let post = Maildirs { world: &world, sink: None };
    let mut play = Play::new(0x5EED_0001);
    let (mut story, start) = (BTreeMap::<&str, usize>::new(), Instant::now());
    for round in 1..=100 {
        play.round(&world, &post, &["ann", "ben", "cleo"]);
        *story.entry(damage_state(&mut play.dice, &world)).or_default() += 1;
        if round % 10 == 0 {
            settle(&world, &post);
        }
    }
    settle(&world, &post);
    let released = let_in(&world, &post);
    eprintln!("{} messages, {} kills in {:?}: {story:?}", play.messages(), 100, start.elapsed());
    assert!(story.len() >= 7 && play.messages() > 200, "{story:?}");
    let letters = audit(&world, &play, released);

    // Each letter lies in the outgoing Maildir once, with the Message-ID that was promised.
    let promised: BTreeSet<_> = letters.iter().map(|one| format!("<{}>", one["message_id"].as_str().unwrap())).collect();
    assert!(letters.iter().all(|one| one["state"] == "sent"), "everything is sent");
    assert_eq!(promised.len(), letters.len());
    let lying: Vec<_> = world.letters().iter().map(Letter::message_id).collect();
    assert_eq!(lying.len(), letters.len(), "no letter lies there twice");
    assert_eq!(lying.into_iter().collect::<BTreeSet<_>>(), promised);
}

#[test]
fn a_mail_server_with_moods_gets_every_letter_and_repeats_are_identical() {
    let sink = Sink::start(|to, asked| match (to, asked) {
        (to, _) if to.starts_with("gone") => Verdict::Refuse,
        (to, _) if to.starts_with("full") => Verdict::RefuseContent,
        (to, 0) if to.starts_with("later") => Verdict::Later,
        (to, 0) if to.starts_with("drop") => Verdict::TakeAndDrop,
        _ => Verdict::Take,
    });
    let world = World::with_server(sink.port());
    let mut play = Play::new(0x5EED_0002);
    let post = Maildirs { world: &world, sink: Some(&sink) };
    let names = ["ann", "ben", "gone", "later", "drop", "full"];
    for round in 1..=24 {
        play.round(&world, &post, &names);
        damage_state(&mut play.dice, &world);
        if round % 8 == 0 {
            settle(&world, &post);
        }
    }
    settle(&world, &post);
    let released = let_in(&world, &post);
    // Letters that were put off are tried again after a minute; the daemon waits for them. Who was in hand when a kill fell and
    // was put off at the second attempt has five minutes to wait, for which nobody stays.
    let daemon = world.start();
    let may_wait =
        |one: &Value| one["attempts"].as_u64() > Some(1) && matches!(one["state"].as_str(), Some("in doubt" | "deferred"));
    within(Duration::from_secs(150), "everything is sent or refused", || {
        let waiting = world.run(&["--json", "outbox", "list"]).lines();
        waiting.iter().all(|one| one["state"] == "failed" || may_wait(one)).then_some(())
    });
    daemon.stop();
    settle(&world, &post);
    assert_eq!(sink.faults(), [""; 0], "the client keeps to RFC 5321");
    let letters = audit(&world, &play, released);

    let mut taken: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for one in sink.taken() {
        taken.entry(one.letter.message_id()).or_default().push(one);
    }
    let mut repeated = 0;
    for letter in &letters {
        let (to, id) = (letter["to"].as_str().unwrap(), format!("<{}>", letter["message_id"].as_str().unwrap()));
        let copies = taken.remove(&id).unwrap_or_default();
        if to.starts_with("gone") || to.starts_with("full") {
            assert!(copies.is_empty() && letter["state"] == "failed", "{letter}");
            continue;
        }
        assert!(letter["state"] == "sent" || may_wait(letter), "{letter}");
        assert!(!copies.is_empty() || letter["state"] == "deferred", "lost: {letter}");
        repeated += copies.len().saturating_sub(1);
        assert!(copies.windows(2).all(|pair| pair[0].letter.raw == pair[1].letter.raw), "repeated with other bytes: {letter}");
        assert!(copies.iter().all(|copy| copy.to == to), "{letter}");
        let sender = if letter["kind"] == "received" { "" } else { "@example.org" };
        assert!(copies.iter().all(|copy| copy.from.ends_with(sender) && copy.from.is_empty() == sender.is_empty()), "{letter}");
    }
    assert!(taken.is_empty(), "the server got letters that no outbox knows: {taken:?}");
    assert!(repeated > 0, "no answer got lost: the test proves too little");

    // Whose answer is refused hears of it; of an acknowledgement nobody does.
    let failed = |kind: &str| letters.iter().filter(|one| one["state"] == "failed" && one["kind"] == kind).count();
    let reports = letters.iter().filter(|one| one["kind"] == "delivery-failure").collect::<Vec<_>>();
    assert!(failed("received") > 0 && failed("reply") > 0, "no letter was refused: the test proves too little");
    assert_eq!(reports.len(), failed("reply"));
    assert!(reports.iter().all(|one| one["to"] == "alice@staff.example"));
}
