//! Signals: an end that finishes what is in hand, an end at once, and new settings.

use std::fs;

use super::mail::message;
use super::sink::{Sink, Verdict};
use super::world::{World, until};

#[test]
fn the_message_in_hand_is_finished() {
    let world = World::new();
    for number in 0..200 {
        let from = format!("ann{number}@customer.example");
        world.deliver("support", &format!("{number:04}"), &message(&from, &format!("{number}@x.example"), "Hello", "Help me."));
    }
    let mut daemon = world.start();
    daemon.wait_for_log("A message was taken in.");
    daemon.signal("TERM");
    assert_eq!(daemon.ended(), 0, "{}", daemon.log());
    assert!(world.path("data/clean").exists(), "the store was closed");
    // What was recorded was filed too, so that nothing is looked at twice.
    let received = world.object(&["status"])["received"].as_u64().expect("a number") as usize;
    assert_eq!((world.count("mail/support/cur"), world.count("mail/support/new")), (received, 200 - received));
    // Nothing claimed was left unsent, nothing needs to be sent again.
    assert!(!world.run(&["outbox", "list"]).out.contains("claimed"));
    let opened = world.run(&["status"]).ends(0);
    assert!(!opened.err.contains("made again") && !opened.err.contains("cut"), "{}", opened.err);
    world.once();
    assert_eq!(world.object(&["status"])["dispositions"]["opened"], 200);
    world.verify();
}

#[test]
fn a_second_signal_ends_at_once_and_the_letter_in_hand_is_sent_again() {
    let sink = Sink::start(|to, asked| match (to, asked) {
        ("ann@customer.example", 0) => Verdict::TakeAndStall,
        _ => Verdict::Take,
    });
    let world = World::with_server(sink.port());
    let mut daemon = world.start();
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "Hello", "Help me."));
    let to_ann = || sink.taken().into_iter().filter(|taken| taken.to == "ann@customer.example").collect::<Vec<_>>();
    until("the letter has gone out", || (!to_ann().is_empty()).then_some(()));
    daemon.signal("TERM");
    daemon.wait_for_log("The desk closes");
    // The server does not answer, so the letter stays in hand.
    std::thread::park_timeout(std::time::Duration::from_millis(300));
    assert!(!daemon.has_ended(), "it waits for the answer:\n{}", daemon.log());
    let start = std::time::Instant::now();
    daemon.signal("TERM");
    assert_eq!(daemon.ended(), 0, "{}", daemon.log());
    assert!(start.elapsed().as_secs() < 15, "at once, not after {:?}", start.elapsed());
    world.verify();
    world.once();
    let copies = to_ann();
    assert_eq!(copies.len(), 2, "nobody knows whether it was taken");
    assert!(copies[0].letter.raw == copies[1].letter.raw, "the same bytes");
    assert_eq!(world.run(&["outbox", "list"]).code, 1, "everything is sent");
    world.verify();
}

#[test]
fn new_settings_count_after_a_hang_up_and_broken_ones_do_not() {
    let world = World::new();
    let mut daemon = world.start();
    let rule = "[[rule]]\nname = \"urgent\"\nwhen = { subject = \"fire\" }\nthen = { priority = \"urgent\" }\n";

    // A broken edit: the old settings go on, and the log says what is wrong and where.
    world.write("routing.toml", &rule.replace("priority", "pirority"));
    daemon.signal("HUP");
    daemon.wait_for_log("The new configuration is refused; the old one goes on.");
    daemon.wait_for_log("routing.toml:4");
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "fire", "Help me."));
    world.letter("alice@staff.example", "[#1]");

    // A good one counts.
    world.write("routing.toml", rule);
    daemon.signal("HUP");
    daemon.wait_for_log("The new configuration counts from now on.");
    world.deliver("support", "2", &message("ben@customer.example", "2@x.example", "fire", "Help me too."));
    world.letter("alice@staff.example", "[#2]");
    assert_eq!(world.object(&["ticket", "show", "1"])["priority"], "normal");
    assert_eq!(world.object(&["ticket", "show", "2"])["priority"], "urgent");

    // What needs a restart is said, and changes nothing.
    let desk = world.read("desk.toml").replace("[desk]\n", "[desk]\ndata_dir = \"elsewhere\"\n");
    world.write("desk.toml", &desk);
    daemon.signal("HUP");
    daemon.wait_for_log("restart the daemon");
    world.write("desk.toml", &desk.replace("data_dir = \"elsewhere\"\n", ""));

    // Somebody who is taken out of the staff loses his rights with the next reload.
    let staff = world.read("staff.toml").replacen("teams = [\"support\"]\n", "teams = [\"support\"]\nconfirmed = false\n", 1);
    let yours = world.letter("alice@staff.example", "[#2]");
    world.write("staff.toml", &staff);
    let said = || daemon.log().matches("counts from now on").count();
    let before = said();
    daemon.signal("HUP");
    until("the new staff", || (said() > before).then_some(()));
    world.deliver("support", "3", &yours.answer("alice@staff.example", "3@x.example", "I was here.", None));
    until("the answer is taken in", || (world.object(&["status"])["received"] == 3).then_some(()));
    let to_ben = world.letters().into_iter().filter(|letter| letter.to() == "ben@customer.example");
    assert_eq!(to_ben.count(), 1, "the acknowledgement, and nothing of somebody who left");
    daemon.stop();
    world.verify();
}

#[test]
fn a_daemon_that_cannot_make_its_socket_goes_on() {
    let world = World::new();
    // The name is taken by a directory that is not empty.
    fs::create_dir_all(world.path("data/control.sock/x")).expect("made");
    let mut daemon = world.start();
    daemon.wait_for_log("There is no control socket");
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "Hello", "Help me."));
    world.letter("ann@customer.example", "[#1]");
    daemon.stop();
    world.verify();
}
