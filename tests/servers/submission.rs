//! Sending through a real submission server: Postfix, with TLS and log-in, and what it reports back by mail.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::host::Host;
use super::mail::message;
use super::person::{Person, send, send_answer};
use super::world::World;

/// What people get to see lies in their mailbox so soon.
const SOON: Duration = Duration::from_secs(10);

/// A desk whose mailbox is the Maildir that Dovecot delivers to, and which sends through Postfix.
fn desk(host: &Host, outgoing: &str) -> World {
    // Whoever opens his mailbox first makes its Maildir; it has to be Dovecot's.
    drop(Person::new(host, "support@example.org"));
    let world = World::new();
    let desk = world.read("desk.toml");
    let desk = desk.replace("mail/support", &host.maildir("support@example.org").display().to_string());
    world.write("desk.toml", &desk.replace("kind = \"maildir\"\npath = \"mail/out\"\n", outgoing));
    world.write("password", "secret\n");
    std::fs::set_permissions(world.path("password"), PermissionsExt::from_mode(0o600)).expect("a mode");
    world
}

fn outgoing(host: &Host, port: u16, tls: &str) -> String {
    format!(
        "kind = \"smtp\"\nhost = \"localhost\"\nport = {port}\ntls = \"{tls}\"\nuser = \"support@example.org\"\n\
         password = {{ file = \"password\" }}\nca_file = \"{}\"\n",
        host.authority().display()
    )
}

#[test]
fn letters_go_through_a_submission_server_with_either_kind_of_tls() {
    let host = Host::start();
    for (number, (port, tls)) in [(host.ports.submissions, "implicit"), (host.ports.submission, "starttls")].iter().enumerate() {
        let world = desk(&host, &outgoing(&host, *port, tls));
        let (ann, mut daemon) = (format!("ann{number}@customer.example"), world.start());
        let question = message(&ann, &format!("{number}@customer.example"), "Printer on fire", "It smokes.");
        send(&host, &ann, "support@example.org", &question);
        let received =
            Person::new(&host, &ann).letter(SOON, "an acknowledgement", |letter| letter.subject().contains("received"));
        assert!(!received.everything().contains("alice"), "{received:?}");
        // A person's answer to the plus address gets into the same mailbox.
        let mut alice = Person::new(&host, "alice@staff.example");
        let yours = alice.letter(SOON, "a ticket", |letter| letter.read().text.contains(&ann));
        assert!(yours.reply_to().starts_with("support+"), "{}", yours.reply_to());
        send_answer(
            &host,
            "alice@staff.example",
            &yours.answer("alice@staff.example", &format!("a{number}@staff.example"), "Unplug it.", None),
        );
        Person::new(&host, &ann).letter(SOON, "an answer", |letter| letter.read().text.contains("Unplug it."));
        daemon.wait_for_log("A letter was sent.");
        daemon.stop();
        world.verify();
        // The next desk begins with an empty mailbox.
        std::fs::remove_dir_all(host.maildir("support@example.org")).expect("removed");
    }
}

#[test]
fn a_server_whose_certificate_nobody_knows_gets_nothing() {
    let host = Host::start();
    for (port, tls) in [(host.ports.submissions, "implicit"), (host.ports.submission, "starttls")] {
        let settings = outgoing(&host, port, tls)
            .lines()
            .filter(|line| !line.starts_with("ca_file"))
            .fold(String::new(), |all, line| all + line + "\n");
        let world = desk(&host, &settings);
        world.deliver("sales", "1", &message("ann@customer.example", "1@x.example", "Hello", "Help me."));
        world.once();
        for letter in world.json(&["outbox", "list"]) {
            assert_eq!(letter["state"], "deferred", "{letter}");
            assert!(letter["last"].as_str().unwrap().contains("certificate"), "{letter}");
        }
        world.verify();
    }
    assert!(!host.logs().contains("sasl_username"), "nobody has logged in");
}

/// The submission server takes a letter, finds out later that nobody is there, and says so by mail.
#[test]
fn what_postfix_reports_as_undeliverable_is_told_to_whom_it_concerns() {
    const BOB: &str = "bob@gone.example";
    const ALICE: &str = "alice@staff.example";
    let host = Host::start();
    let world = super::desk::desk(&host, (host.ports.imaps, "implicit"), (host.ports.submissions, "implicit"));
    let daemon = world.start();
    send(&host, BOB, "support@example.org", &message(BOB, "1@gone.example", "Printer on fire", "It smokes."));
    let mut alice = Person::new(&host, ALICE);
    let yours = alice.letter(SOON, "a ticket", |letter| letter.subject().contains("Yours"));
    send_answer(&host, ALICE, &yours.answer(ALICE, "a1@staff.example", "Pull the plug.", None));
    let told = alice.letter(SOON, "the bad news", |letter| {
        letter.header("Auto-Submitted").is_some() && letter.everything().contains("user unknown")
    });
    assert!(told.everything().contains(BOB) && told.subject().contains("[#1]"), "{}", told.everything());
    let status = world.object(&["status"]);
    assert_eq!((&status["received"], &status["dispositions"]["bounced"]), (&3.into(), &1.into()), "{status}");
    let tickets = world.json(&["ticket", "list"]);
    assert_eq!(tickets.len(), 1, "a report opens no ticket");
    daemon.stop();
    world.verify();
}
