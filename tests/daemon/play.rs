//! People who write to a desk and answer what reaches them, while the daemon is killed again and again; and what must be true
//! of the desk in the end.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::mail::{Letter, message};
use super::world::{Dice, World};

/// How mail gets to the desk and from it.
pub(super) trait Post {
    /// Brings a message into a mailbox of the desk.
    fn deliver(&self, mailbox: &str, name: &str, bytes: &[u8]);
    /// All letters that have reached people.
    fn letters(&self) -> Vec<Letter>;
    /// Messages in the mailboxes of the desk that are not marked as done.
    fn unfiled(&self) -> usize;
}

/// What one message that was dropped must have come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Expect {
    Opened,
    Answered,
    Appended,
}

/// Everybody who writes: they answer what reaches them, each letter at most once.
pub(super) struct Play {
    pub(super) dice: Dice,
    /// Words that stand in one message each.
    expected: BTreeMap<String, Expect>,
    /// Message-IDs of letters that were answered.
    answered: BTreeSet<String>,
    number: usize,
}

impl Play {
    pub(super) fn new(seed: u64) -> Self {
        Self { dice: Dice(seed), expected: BTreeMap::new(), answered: BTreeSet::new(), number: 0 }
    }

    /// How many messages were written.
    pub(super) fn messages(&self) -> usize {
        self.expected.len()
    }

    fn word(&mut self, expect: Expect) -> String {
        self.number += 1;
        let word = format!("word{:05}end", self.number);
        self.expected.insert(word.clone(), expect);
        word
    }

    /// One turn: somebody writes for the first time, or somebody answers a letter.
    pub(super) fn turn(&mut self, post: &impl Post, names: &[&str]) {
        let letters = post.letters();
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
            post.deliver("support", &format!("{:06}.answer", self.number), &answer);
            return;
        }
        let word = self.word(Expect::Opened);
        let name = names[self.dice.below(names.len())];
        let from = format!("{name}{}@customer{}.example", self.number, self.number % 7);
        let mailbox = if self.dice.below(4) == 0 { "sales" } else { "support" };
        let text = format!("{word}\r\n{}", "It does not work.\r\n".repeat(self.dice.below(200)));
        let question = message(&from, &format!("{word}@mail.example"), &format!("Question {word}"), &text);
        post.deliver(mailbox, &format!("{:06}.question", self.number), &question);
    }

    /// A life of the daemon that ends with a kill.
    pub(super) fn round(&mut self, world: &World, post: &impl Post, names: &[&str]) {
        for _ in 0..self.dice.below(6) {
            self.turn(post, names);
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
                self.turn(post, names);
                next = start.elapsed() + Duration::from_millis(20 + self.dice.next() % 150);
            }
            std::thread::park_timeout(Duration::from_millis(5));
        }
        daemon.kill();
    }
}

/// Everything is worked off and agrees with itself.
pub(super) fn settle(world: &World, post: &impl Post) {
    world.once();
    world.verify();
    assert_eq!(post.unfiled(), 0, "every message is filed");
}

/// Kills may fall three times on the same message, which is then set aside as one that ends the process. A person looks at it
/// and lets it in; how many there were.
pub(super) fn let_in(world: &World, post: &impl Post) -> usize {
    let aside = world.run(&["--json", "quarantine", "list"]).lines();
    for one in &aside {
        assert_eq!(one["reason"], "reading it failed three times", "{one}");
        let released = world.object(&["quarantine", "release", &one["id"].to_string()]);
        assert!(released["result"] == "opened" || released["result"] == "appended", "{released}");
    }
    settle(world, post);
    aside.len()
}

/// Each message has one disposition and stands once in the tickets; the letters that had to be written.
pub(super) fn audit(world: &World, play: &Play, released: usize) -> Vec<Value> {
    let count = |expect| play.expected.values().filter(|one| **one == expect).count();
    let status = world.object(&["status"]);
    assert_eq!(status["received"], play.expected.len() + released, "{status}");
    let dispositions = &status["dispositions"];
    assert_eq!(dispositions["quarantined"], released, "{status}");
    assert_eq!(dispositions["opened"], count(Expect::Opened), "{status}");
    let told = dispositions["appended"].as_u64().unwrap() + dispositions["commanded"].as_u64().unwrap();
    assert_eq!(told as usize, count(Expect::Appended) + count(Expect::Answered), "{status}");

    // A daemon answers many questions faster than as many openings of the store.
    let daemon = world.start();
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
    daemon.stop();
    for number in 1..=tickets {
        let of = |kind: &str| letters.iter().filter(|one| one["ticket"] == number && one["kind"] == kind).count();
        assert_eq!((of("received"), of("assigned")), (1, 1), "ticket #{number} is acknowledged and given to somebody, once");
    }
    let of = |kind: &str| letters.iter().filter(|one| one["kind"] == kind).count();
    assert_eq!(of("reply"), count(Expect::Answered));
    assert_eq!(of("customer-reply"), count(Expect::Appended));
    letters
}
