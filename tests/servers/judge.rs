//! What must be true of a desk and of everybody's mailbox after whatever happened.

use std::collections::BTreeMap;

use serde_json::Value;

use super::host::Host;
use super::mail::Letter;
use super::world::World;

/// A delivered letter without the lines that servers write above it on its way.
fn without_trace(letter: &Letter) -> &[u8] {
    let mut rest = letter.raw.as_slice();
    loop {
        let line_end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        let line = &rest[..line_end];
        let is_trace =
            ["Return-Path:", "Delivered-To:", "Received:", "X-Original-To:"].iter().any(|name| line.starts_with(name.as_bytes()));
        let is_folded = line.starts_with(b" ") || line.starts_with(b"\t");
        if line.is_empty() || !(is_trace || is_folded) {
            return rest;
        }
        rest = &rest[line_end..];
    }
}

/// Every letter of the outbox that counts as sent lies in its recipient's mailbox; what lies there more than once is the same to
/// the last byte; and nothing else lies there. How many were repeated.
pub(super) fn letters_arrived(host: &Host, world: &World, domains: &[&str]) -> usize {
    let mut lying: BTreeMap<(String, String), Vec<Letter>> = BTreeMap::new();
    for domain in domains {
        for (address, letter) in host.letters(domain) {
            lying.entry((letter.message_id(), address)).or_default().push(letter);
        }
    }
    let mut repeated = 0;
    for item in all_letters(world) {
        let id = format!("<{}>", item["message_id"].as_str().unwrap());
        let to = item["to"].as_str().unwrap().to_owned();
        if !domains.iter().any(|domain| to.ends_with(domain)) {
            continue;
        }
        let copies = lying.remove(&(id, to)).unwrap_or_default();
        assert!(!copies.is_empty() || item["state"] != "sent", "lost: {item}");
        assert!(copies.windows(2).all(|two| without_trace(&two[0]) == without_trace(&two[1])), "other bytes: {item}");
        repeated += copies.len().saturating_sub(1);
    }
    assert!(lying.is_empty(), "no outbox knows of these: {:?}", lying.keys());
    repeated
}

/// The outbox with everything that was ever in it.
pub(super) fn all_letters(world: &World) -> Vec<Value> {
    world.run(&["--json", "outbox", "list", "--all"]).lines()
}

/// So many messages came, and each opened a ticket with one acknowledgement and one agent.
pub(super) fn each_opened_a_ticket(world: &World, messages: usize) {
    each_opened_a_ticket_except(world, messages, &[]);
}

/// The same where messages with these subjects may have no acknowledgement.
pub(super) fn each_opened_a_ticket_except(world: &World, messages: usize, silent: &[&str]) {
    let status = world.object(&["status"]);
    assert_eq!(status["received"], messages, "{status}");
    assert_eq!(status["dispositions"]["opened"], messages, "{status}");
    let tickets = world.run(&["--json", "ticket", "list"]).lines();
    assert_eq!(tickets.len(), messages);
    let letters = all_letters(world);
    for ticket in &tickets {
        let of = |kind: &str| letters.iter().filter(|one| one["ticket"] == ticket["ticket"] && one["kind"] == kind).count();
        assert_eq!(of("assigned"), 1, "{ticket}");
        let is_silent = silent.contains(&ticket["subject"].as_str().unwrap());
        assert!(of("received") == 1 || (is_silent && of("received") == 0), "{ticket}");
    }
    world.verify();
}
