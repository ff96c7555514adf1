//! Kills at any moment, and a state that was lost, cut or damaged meanwhile: nothing is lost, nothing happens twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::mail::{Letter, message};
use super::sink::{Sink, Verdict};
use super::world::{Dice, World, files_below, within};

/// What one message that was dropped must have come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Expect {
    Opened,
    Answered,
    Appended,
}

/// Everybody who writes: they answer what reaches them, each letter at most once.
struct Play {
    dice: Dice,
    /// Words that stand in one message each.
    expected: BTreeMap<String, Expect>,
    /// Message-IDs of letters that were answered.
    answered: BTreeSet<String>,
    number: usize,
}

impl Play {
    fn new(seed: u64) -> Self {
        Self { dice: Dice(seed), expected: BTreeMap::new(), answered: BTreeSet::new(), number: 0 }
    }

    fn word(&mut self, expect: Expect) -> String {
        self.number += 1;
        let word = format!("word{:05}end", self.number);
        self.expected.insert(word.clone(), expect);
        word
    }

    /// One turn: somebody writes for the first time, or somebody answers a letter.
    fn turn(&mut self, world: &World, letters: &[Letter], names: &[&str]) {
        let open: Vec<&Letter> = letters
            .iter()
            .filter(|letter| !self.answered.contains(&letter.message_id()))
            .filter(|letter| letter.subject().contains("Yours:") || letter.header("Auto-Submitted").is_none())
            .collect();
        if !open.is_empty() && self.dice.below(3) > 0 {
            let letter = open[self.dice.below(open.len())];
            self.answered.insert(letter.message_id());
            let from = letter.to();
            let expect = if from.ends_with("@staff.example") { Expect::Answered } else { Expect::Appended };
            let word = self.word(expect);
            let answer = letter.answer(&from, &format!("{word}@mail.example"), &format!("I say {word}."), None);
            world.deliver("support", &format!("{:06}.answer", self.number), &answer);
            return;
        }
        let word = self.word(Expect::Opened);
        let name = names[self.dice.below(names.len())];
        let from = format!("{name}{}@customer{}.example", self.number, self.number % 7);
        let mailbox = if self.dice.below(4) == 0 { "sales" } else { "support" };
        let text = format!("{word} {}", "It does not work. ".repeat(self.dice.below(200)));
        let question = message(&from, &format!("{word}@mail.example"), &format!("Question {word}"), &text);
        world.deliver(mailbox, &format!("{:06}.question", self.number), &question);
    }

    /// A life of the daemon that ends with a kill.
    fn round(&mut self, world: &World, letters: impl Fn() -> Vec<Letter>, names: &[&str]) {
        for _ in 0..self.dice.below(6) {
            self.turn(world, &letters(), names);
        }
        let mut daemon = world.spawn();
        let life = Duration::from_millis(100 + self.dice.next() % 400);
        // Half of the kills fall while the daemon starts, on a fast machine or a slow one; half of them while it works.
        if self.dice.below(2) == 0 {
            daemon.wait_for_log("The desk is open.");
        }
        let start = Instant::now();
        let mut next = Duration::ZERO;
        while start.elapsed() < life {
            assert!(!daemon.has_ended(), "the daemon ended by itself:\n{}", daemon.log());
            if start.elapsed() >= next {
                self.turn(world, &letters(), names);
                next = start.elapsed() + Duration::from_millis(20 + self.dice.next() % 150);
            }
            std::thread::park_timeout(Duration::from_millis(5));
        }
        daemon.kill();
    }

    /// What a power cut or a bad disk does to files that may be lost.
    fn damage_state(&mut self, world: &World) -> &'static str {
        let state = world.path("data/state");
        let files = files_below(&state);
        let file = if files.is_empty() { None } else { Some(files[self.dice.below(files.len())].clone()) };
        match (self.dice.below(14), file) {
            (0, _) => {
                let _ = fs::remove_dir_all(&state);
                "state deleted"
            }
            (1 | 2, Some(file)) => {
                let length = fs::metadata(&file).expect("metadata").len();
                let keep = if length == 0 { 0 } else { self.dice.next() % length };
                OpenOptions::new().write(true).open(file).expect("opened").set_len(keep).expect("cut");
                "state cut"
            }
            (3..=5, Some(file)) => {
                let mut bytes = fs::read(&file).expect("read");
                if !bytes.is_empty() {
                    let place = self.dice.below(bytes.len());
                    bytes[place] ^= 1 << self.dice.below(8);
                    fs::write(&file, bytes).expect("written");
                }
                "byte of the state flipped"
            }
            (6, Some(file)) => {
                fs::write(file, self.dice.bytes(3000)).expect("written");
                "file of the state replaced by noise"
            }
            (7, Some(_)) => {
                fs::write(state.join("snap.0000000000000ABC.generating"), self.dice.bytes(100)).expect("written");
                fs::write(state.join("nonsense"), self.dice.bytes(100)).expect("written");
                fs::write(state.join("snap.zzz"), self.dice.bytes(100)).expect("written");
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
                    let last = files_below(&world.path(directory))
                        .into_iter()
                        .rfind(|file| file.extension().is_some_and(|e| e == ending));
                    if let Some(last) = last {
                        let noise: Vec<u8> = self.dice.bytes(200).into_iter().filter(|byte| *byte != b'\n').collect();
                        OpenOptions::new().append(true).open(last).expect("opened").write_all(&noise).expect("written");
                    }
                }
                "torn ends"
            }
            _ => "nothing",
        }
    }
}

/// Everything is worked off and agrees with itself.
fn settle(world: &World) {
    world.once();
    world.verify();
    assert_eq!((world.count("mail/support/new"), world.count("mail/sales/new")), (0, 0), "every message is filed");
}

/// Kills may fall three times on the same message, which is then set aside as one that ends the process. A person looks at it
/// and lets it in; how many there were.
fn let_in(world: &World) -> usize {
    let aside = world.run(&["--json", "quarantine", "list"]).lines();
    for one in &aside {
        assert_eq!(one["reason"], "reading it failed three times", "{one}");
        let released = world.object(&["quarantine", "release", &one["id"].to_string()]);
        assert!(released["result"] == "opened" || released["result"] == "appended", "{released}");
    }
    settle(world);
    aside.len()
}

/// Each message has one disposition and stands once in the tickets; the letters that had to be written.
fn audit(world: &World, play: &Play, released: usize) -> Vec<Value> {
    let count = |expect| play.expected.values().filter(|one| **one == expect).count();
    let status = world.object(&["status"]);
    assert_eq!(status["received"], play.expected.len() + released, "{status}");
    let dispositions = &status["dispositions"];
    assert_eq!(dispositions["quarantined"], released, "{status}");
    assert_eq!(dispositions["opened"], count(Expect::Opened), "{status}");
    let told = dispositions["appended"].as_u64().unwrap() + dispositions["commanded"].as_u64().unwrap();
    assert_eq!(told as usize, count(Expect::Appended) + count(Expect::Answered), "{status}");

    let mut seen: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut tickets = 0;
    for number in 1.. {
        let shown = world.run(&["--json", "ticket", "show", &number.to_string()]);
        if shown.code == 1 {
            break;
        }
        tickets += 1;
        let ticket = shown.ends(0).lines().remove(0);
        for entry in ticket["entries"].as_array().expect("entries") {
            let text = entry["text"].as_str().expect("text");
            for word in
                text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with("word") && word.ends_with("end"))
            {
                seen.entry(word.to_owned()).or_default().push(format!("#{number} {}", entry["number"]));
            }
        }
    }
    assert_eq!(tickets, count(Expect::Opened), "a ticket for each first message, and no other");
    for (word, places) in &seen {
        assert_eq!(places.len(), 1, "{word} stands in {places:?}");
    }
    assert!(seen.keys().eq(play.expected.keys()), "every message stands in a ticket");

    let letters = world.json(&["outbox", "list", "--all"]);
    for number in 1..=tickets {
        let of = |kind: &str| letters.iter().filter(|one| one["ticket"] == number && one["kind"] == kind).count();
        assert_eq!((of("received"), of("assigned")), (1, 1), "ticket #{number} is acknowledged and given to somebody, once");
    }
    let of = |kind: &str| letters.iter().filter(|one| one["kind"] == kind).count();
    assert_eq!(of("reply"), count(Expect::Answered));
    assert_eq!(of("customer-reply"), count(Expect::Appended));
    letters
}

#[test]
fn a_hundred_kills_lose_nothing_and_repeat_nothing() {
    let world = World::new();
    let mut play = Play::new(0x5EED_0001);
    let (mut story, start) = (BTreeMap::<&str, usize>::new(), Instant::now());
    for round in 1..=100 {
        play.round(&world, || world.letters(), &["ann", "ben", "cleo"]);
        *story.entry(play.damage_state(&world)).or_default() += 1;
        if round % 10 == 0 {
            settle(&world);
        }
    }
    settle(&world);
    let released = let_in(&world);
    eprintln!("{} messages, {} kills in {:?}: {story:?}", play.expected.len(), 100, start.elapsed());
    assert!(story.len() >= 7 && play.expected.len() > 200, "{story:?}");
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
    let letters = || -> Vec<Letter> { sink.taken().into_iter().map(|taken| taken.letter).collect() };
    let names = ["ann", "ben", "gone", "later", "drop", "full"];
    for round in 1..=24 {
        play.round(&world, letters, &names);
        play.damage_state(&world);
        if round % 8 == 0 {
            settle(&world);
        }
    }
    settle(&world);
    let released = let_in(&world);
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
    settle(&world);
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
