//! The whole circle of a ticket, as everybody in it sees it in an own mailbox.

use std::time::Duration;

use super::desk::desk;
use super::host::Host;
use super::mail::{Letter, message, names_no_agent};
use super::person::{Person, send, send_answer};
use super::world::{CLIMB, until};

/// Between what somebody does and what others find of it.
const SOON: Duration = Duration::from_secs(2);

/// The same for a step of the ladder, which is due a second after the one before.
const SOON_DUE: Duration = Duration::from_secs(3);

const ANN: &str = "ann@customer.example";
const ALICE: &str = "alice@staff.example";
const LEA: &str = "lea@staff.example";
const MAX: &str = "max@staff.example";

fn subjects(person: &mut Person) -> Vec<String> {
    person.letters().iter().map(Letter::subject).collect()
}

#[test]
fn everybody_finds_what_is_for_him_within_two_seconds() {
    let host = Host::alone();
    let world = desk(&host, (host.ports.imaps, "implicit"), (host.ports.submission, "starttls"));
    world.write("service.toml", CLIMB);
    let [mut ann, mut alice, mut lea, mut max] = [ANN, ALICE, LEA, MAX].map(|address| Person::new(&host, address));
    let mut support = Person::new(&host, "support@example.org");
    let daemon = world.start();

    // A customer writes: she hears that it has arrived, and Alice gets the ticket.
    send(&host, ANN, "support@example.org", &message(ANN, "printer.1@customer.example", "Printer on fire", "It smokes."));
    let received = ann.letter(SOON, "an acknowledgement", |letter| letter.subject().contains("received"));
    assert!(received.subject().contains("[#1]"), "{received:?}");
    assert_eq!(received.header("In-Reply-To").as_deref(), Some("<printer.1@customer.example>"));
    // RFC 3834 §3.3: an automatic answer has the null path as its sender.
    assert_eq!(received.header("Return-Path").as_deref(), Some("<>"));
    let yours = alice.letter(SOON, "a ticket", |letter| letter.subject().contains("Yours: Printer on fire"));
    assert!(yours.reply_to().starts_with("support+"), "{}", yours.reply_to());

    // Alice answers from her own mail program, with a file.
    let answer = yours.answer(ALICE, "a1@staff.example", "Pull the plug, please.", Some(("plug.bin", b"\x00\xffplug")));
    send_answer(&host, ALICE, &answer);
    let reply = ann.letter(SOON, "an answer", |letter| letter.read().text.contains("Pull the plug"));
    assert_eq!(reply.header("Auto-Submitted"), None, "a person wrote it");
    assert_eq!(reply.read().attachments[0].content, b"\x00\xffplug");

    // She writes back; nobody answers, and the desk goes up the ladder.
    send_answer(&host, ANN, &reply.answer(ANN, "printer.2@customer.example", "It still smokes!", None));
    let wrote = alice.letter(SOON, "what she wrote", |letter| letter.read().text.contains("It still smokes!"));
    assert!(wrote.header("References").expect("references").contains("<printer.1@customer.example>"));
    alice.letter(SOON_DUE, "a reminder", |letter| letter.subject().contains("Waiting"));
    let late = lea.letter(SOON_DUE, "an escalation", |letter| letter.subject().contains("No answer"));
    let manager = max.letter(SOON_DUE, "an escalation", |letter| letter.subject().contains("No answer"));
    assert!(manager.read().text.contains("Lea Lead"), "who was told before: {}", manager.read().text);

    // What the lead writes under it is for Alice, who answers.
    send_answer(&host, LEA, &late.answer(LEA, "l1@staff.example", "Send Bob there.", None));
    alice.letter(SOON, "the lead's note", |letter| letter.read().text.contains("Send Bob there."));
    send_answer(&host, ALICE, &wrote.answer(ALICE, "a2@staff.example", "Bob is on his way.", None));
    ann.letter(SOON, "the second answer", |letter| letter.read().text.contains("Bob is on his way."));
    until("the ticket is pending", || (world.object(&["ticket", "show", "1"])["status"] == "pending").then_some(()));

    // The manager leaves a note and Alice closes the ticket; the customer hears of neither.
    send_answer(&host, MAX, &manager.answer(MAX, "m1@staff.example", "#note\n\nWell done.", None));
    until("the note", || (world.object(&["ticket", "show", "1"])["entries"].as_array()?.len() == 6).then_some(()));
    send_answer(&host, ALICE, &wrote.answer(ALICE, "a3@staff.example", "#close", None));
    alice.letter(SOON, "a receipt", |letter| letter.subject().contains("Done"));
    until("the ticket is closed", || (world.object(&["ticket", "show", "1"])["status"] == "closed").then_some(()));
    until("all letters sent", || (world.run(&["outbox", "list"]).code == 1).then_some(()));
    host.wait_for_empty_queue();

    // Nobody got anything else.
    let told = ann.letters();
    assert_eq!(told.len(), 3, "{told:?}");
    told.iter().for_each(names_no_agent);
    let told = [&mut alice, &mut lea, &mut max].map(subjects);
    assert_eq!(
        told.each_ref().map(|subjects| subjects.iter().map(String::as_str).collect::<Vec<_>>()),
        [
            vec![
                "[#1] Yours: Printer on fire",
                // What Ann wrote, the reminder, the lead's note, the manager's note, the receipt.
                "[#1] Printer on fire",
                "[#1] Waiting for 1 second: Printer on fire",
                "[#1] Printer on fire",
                "[#1] Printer on fire",
                "[#1] Done: Printer on fire",
            ],
            vec!["[#1] No answer for 2 seconds: Printer on fire"],
            vec!["[#1] No answer for 3 seconds: Printer on fire", "[#1] Done: Printer on fire"],
        ]
    );
    assert_eq!(Person::new(&host, "operator@example.org").letters(), []);
    // The mailbox keeps everything, marked as read, and the other one nothing.
    let lying = until("everything is marked", || {
        let lying = support.mail();
        lying.iter().all(|one| one.flags.contains("\\Seen")).then_some(lying)
    });
    assert_eq!(lying.len(), 7);
    assert_eq!(Person::new(&host, "sales@example.org").mail().len(), 0);
    daemon.stop();
    world.verify();
}
