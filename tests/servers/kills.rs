//! Kills at any moment between real mail servers: each message one disposition, each letter at least once and always the same.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use super::desk::desk;
use super::host::Host;
use super::judge::letters_arrived;
use super::mail::Letter;
use super::person::{Person, send};
use super::play::{Play, Post, audit, let_in, settle};
use super::world::World;

const SEED: u64 = 0x5EED_0003;
const ROUNDS: usize = 100;
const NAMES: [&str; 3] = ["ann", "ben", "cleo"];

/// Where people of the play have their mailboxes.
const DOMAINS: [&str; 8] = [
    "staff.example",
    "customer0.example",
    "customer1.example",
    "customer2.example",
    "customer3.example",
    "customer4.example",
    "customer5.example",
    "customer6.example",
];

/// Mail comes over SMTP and lies in Dovecot's mailboxes.
struct Servers<'a> {
    host: &'a Host,
    /// Letters by their files: what was read once is not read again.
    known: RefCell<BTreeMap<PathBuf, Letter>>,
}

impl Post for Servers<'_> {
    fn deliver(&self, mailbox: &str, name: &str, bytes: &[u8]) {
        let message = Letter { raw: bytes.to_vec() };
        let from = message.reply_to();
        // Answers go where the letter asked for them.
        let to = if name.ends_with(".answer") { message.to() } else { format!("{mailbox}@example.org") };
        send(self.host, &from, &to, bytes);
    }

    fn letters(&self) -> Vec<Letter> {
        let mut known = self.known.borrow_mut();
        for domain in DOMAINS {
            self.host.letters_besides(domain, &mut known);
        }
        known.values().cloned().collect()
    }

    fn unfiled(&self) -> usize {
        let unread = |name: &str| {
            let mail = Person::new(self.host, &format!("{name}@example.org")).mail();
            mail.iter().filter(|one| !one.flags.contains("\\Seen")).count()
        };
        unread("support") + unread("sales")
    }
}

#[test]
fn a_hundred_kills_between_real_servers() {
    let host = Host::start();
    let world = desk(&host, (host.ports.imaps, "implicit"), (host.ports.submissions, "implicit"));
    let (post, start) = (Servers { host: &host, known: RefCell::default() }, Instant::now());
    let mut play = Play::new(SEED);
    let settled = |world: &World| {
        host.wait_for_empty_queue();
        settle(world, &post);
    };
    for round in 1..=ROUNDS {
        play.round(&world, &post, &NAMES);
        if round % 20 == 0 {
            settled(&world);
        }
    }
    settled(&world);
    let released = let_in(&world, &post);
    host.wait_for_empty_queue();
    let letters = audit(&world, &play, released);
    assert!(letters.iter().all(|one| one["state"] == "sent"), "everything is sent");
    let repeated = letters_arrived(&host, &world, &DOMAINS);
    eprintln!(
        "seed {SEED:#x}: {} messages, {ROUNDS} kills in {:?}; {repeated} of {} letters repeated",
        play.messages(),
        start.elapsed(),
        letters.len()
    );
    assert!(play.messages() > 150, "the test proves too little");
}
