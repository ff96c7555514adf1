//! Machines that answer: Dovecot's `vacation` (RFC 5230) on both sides, and a second desk. Both fall silent.

use std::fs;
use std::time::Duration;

use super::desk::desk;
use super::host::Host;
use super::mail::{Letter, message};
use super::person::{Person, send, send_answer};
use super::world::{World, until, within};

const SOON: Duration = Duration::from_secs(30);
const ANN: &str = "ann@customer.example";
const ALICE: &str = "alice@staff.example";

/// Lets Dovecot answer whatever comes for somebody, each time, as far as RFC 5230 lets it.
fn goes_away(host: &Host, address: &str) {
    drop(Person::new(host, address));
    let script = format!(
        "require [\"vacation\", \"vacation-seconds\"];\nvacation :seconds 0 :addresses [\"{address}\"] :subject \"Away\" \"I am away.\";\n"
    );
    let home = host.maildir(address).parent().expect("a home").to_owned();
    fs::write(home.join(".dovecot.sieve"), script).expect("written");
}

/// Nothing waits anywhere any more: every mail in these mailboxes is read, every letter sent and delivered. Twice, because what was
/// read last may have been answered.
fn silence(host: &Host, desks: &[(&World, &str)]) {
    within(Duration::from_secs(120), "silence", || {
        for _ in 0..2 {
            host.wait_for_empty_queue();
            for (world, address) in desks {
                let unread = Person::new(host, address).mail().into_iter().any(|one| !one.flags.contains("\\Seen"));
                if unread || world.run(&["outbox", "list"]).code != 1 {
                    return None;
                }
            }
        }
        Some(())
    });
}

fn is_away(letter: &Letter) -> bool {
    letter.subject().contains("Away")
}

#[test]
fn vacation_answers_are_kept_and_never_answered() {
    let host = Host::start();
    let world = desk(&host, (host.ports.imap, "starttls"), (host.ports.submissions, "implicit"));
    for address in [ANN, ALICE] {
        goes_away(&host, address);
    }
    let daemon = world.start();
    send(&host, ANN, "support@example.org", &message(ANN, "q1@customer.example", "Printer on fire", "It smokes."));
    let mut alice = Person::new(&host, ALICE);
    let yours = alice.letter(SOON, "a ticket", |letter| letter.subject().contains("Yours"));
    send_answer(&host, ALICE, &yours.answer(ALICE, "a1@staff.example", "Pull the plug.", None));
    let mut support = Person::new(&host, "support@example.org");
    // Her machine answers what a person wrote to her, and nothing else.
    support.letter(SOON, "Ann's machine", is_away);
    silence(&host, &[(&world, "support@example.org")]);
    let machines = support.letters().into_iter().filter(is_away).count();
    assert_eq!(machines, 1, "acknowledgement and notifications are marked as automatic (RFC 3834 §2)");
    let got = Person::new(&host, ANN).letters();
    assert!(got.len() <= 3, "{got:?}");
    assert_eq!(got.len(), 2, "an acknowledgement and the answer: {got:?}");
    // What her machine wrote is kept in the ticket, moves nothing, and nobody was told.
    let ticket = world.object(&["ticket", "show", "1"]);
    assert_eq!((&ticket["status"], ticket["entries"].as_array().expect("entries").len()), (&"pending".into(), 3), "{ticket}");
    assert_eq!(world.json(&["ticket", "list"]).len(), 1);
    assert_eq!(alice.letters().len(), 1, "{:?}", alice.letters());
    daemon.stop();
    world.verify();
}

/// A second desk on the same host, with addresses and keys of its own.
fn other_desk(host: &Host) -> World {
    let other = desk(host, (host.ports.imap, "starttls"), (host.ports.submissions, "implicit"));
    let text =
        other.read("desk.toml").replace("@example.org", "@other.example").replace("desk.example.org", "desk.other.example");
    other.write("desk.toml", &text);
    other.write("staff.toml", &other.read("staff.toml").replace("staff.example", "team.example"));
    other.write("keys", &other.read("keys").replace("01", "03").replace("02", "04"));
    other
}

#[test]
fn two_desks_that_write_to_each_other_fall_silent() {
    const HERE: &str = "support@example.org";
    const THERE: &str = "support@other.example";
    let host = Host::start();
    let (here, there) = (desk(&host, (host.ports.imap, "starttls"), (host.ports.submissions, "implicit")), other_desk(&host));
    let desks = [(&here, HERE), (&there, THERE)];
    let (running, also_running) = (here.start(), there.start());
    // A mail in the name of each desk's address reaches the other one.
    send(&host, THERE, HERE, &message(THERE, "q1@other.example", "Printer on fire", "It smokes."));
    let there_asks = message(HERE, "q2@example.org", "Invoice", "Where is it?");
    let there_asks = String::from_utf8(there_asks).expect("text").replace("To: support@example.org", "To: support@other.example");
    send(&host, HERE, THERE, there_asks.as_bytes());
    until("both have a ticket", || {
        (here.run(&["ticket", "list"]).code == 0 && there.run(&["ticket", "list"]).code == 0).then_some(())
    });
    silence(&host, &desks);
    // People on both sides answer: that is no automatic mail, and the other side takes it for a person's.
    for agent in [ALICE, "alice@team.example"] {
        let mut alice = Person::new(&host, agent);
        let yours = alice.letter(SOON, "a ticket", |letter| letter.subject().contains("Yours"));
        send_answer(&host, agent, &yours.answer(agent, &format!("a1.{agent}"), "Pull the plug.", None));
    }
    let answered =
        |address: &str| Person::new(&host, address).letters().iter().any(|one| one.read().text.contains("Pull the plug"));
    within(SOON, "both answers", || (answered(HERE) && answered(THERE)).then_some(()));
    silence(&host, &desks);
    for (address, other, asked) in [(HERE, THERE, "q1@other.example"), (THERE, HERE, "q2@example.org")] {
        let from_other = |letter: &&Letter| letter.header("From").is_some_and(|from| from.contains(other));
        let letters = Person::new(&host, address).letters();
        let sent: Vec<_> = letters.iter().filter(from_other).filter(|letter| !letter.message_id().contains(asked)).collect();
        let automatic = sent.iter().filter(|letter| letter.header("Auto-Submitted").is_some()).count();
        assert!(sent.len() <= 3 && automatic <= 2, "{other} wrote to {address}: {sent:?}");
    }
    running.stop();
    also_running.stop();
    here.verify();
    there.verify();
}
