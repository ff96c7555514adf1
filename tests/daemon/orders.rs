//! What an admin orders and what a mail server hands over.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::time::Duration;

use super::mail::message;
use super::sink::{Sink, Verdict};
use super::world::{Dice, Ran, World, until};

/// Hands a message over as a mail server's pipe does.
fn hand_over(world: &World, arguments: &[&str], bytes: &[u8]) -> Ran {
    let mut file = tempfile::tempfile().expect("a file");
    std::io::Write::write_all(&mut file, bytes).expect("written");
    std::io::Seek::rewind(&mut file).expect("rewound");
    hand_over_file(world, arguments, file)
}

fn hand_over_file(world: &World, arguments: &[&str], file: File) -> Ran {
    Ran::of(world.command(&["deliver"]).args(arguments).stdin(file))
}

#[test]
fn a_message_is_handed_over_once() {
    let world = World::new();
    let hello = message("ann@customer.example", "1@x.example", "Hello", "Help me.");
    assert!(hand_over(&world, &[], &hello).ends(75).err.contains("no daemon"), "nobody takes it");
    let daemon = world.start();
    assert_eq!(hand_over(&world, &["--mailbox", "support"], &hello).ends(0).out, "opened #1\n");
    assert_eq!(hand_over(&world, &["--mailbox", "support"], &hello).ends(0).out, "duplicate #1\n");
    assert_eq!(hand_over(&world, &[], &hello).ends(0).out, "duplicate #1\n", "it is addressed to support");
    world.letter("ann@customer.example", "[#1]");

    // The mailbox is found by where the message was delivered to, then by whom it is addressed to.
    let to = |head: &str, number: u32| {
        let text =
            String::from_utf8(message("ben@other.example", &format!("{number}@y.example"), "Offer", "How much?")).expect("text");
        format!("{head}\r\n{}", text.replace("To: support@example.org", "To: Somebody <nobody@elsewhere.example>")).into_bytes()
    };
    let mailbox_of = |ticket: &str| world.object(&["ticket", "show", ticket])["mailbox"].as_str().map(str::to_owned);
    let explained = |ticket: &str| world.run(&["explain", ticket]).ends(0).out;
    assert_eq!(hand_over(&world, &[], &to("Delivered-To: sales@example.org", 1)).ends(0).out, "opened #2\n");
    assert!(explained("2").contains("sales, delivered 4") || mailbox_of("2").as_deref() == Some("sales"), "{}", explained("2"));
    assert_eq!(hand_over(&world, &[], &to("X-Original-To: Sales+info@EXAMPLE.org", 2)).ends(0).out, "opened #3\n");
    assert_eq!(hand_over(&world, &[], &to("Cc: \"A, B\" <x@y.example>,\r\n\tsupport@example.org", 3)).ends(0).out, "opened #4\n");
    let lost = hand_over(&world, &[], &to("Cc: x@y.example", 4)).ends(64);
    assert!(lost.err.contains("--mailbox: sales, support"), "{}", lost.err);
    assert!(hand_over(&world, &["--mailbox", "nowhere"], &hello).ends(64).err.contains("there is no mailbox nowhere"));
    hand_over(&world, &["--mailbox", "no name"], &hello).ends(64);
    hand_over(&world, &[], b"").ends(65);
    let huge = File::create_new(world.path("huge")).expect("a file");
    huge.set_len(64 * 1024 * 1024 + 1).expect("a size");
    hand_over_file(&world, &["--mailbox", "support"], File::open(world.path("huge")).expect("a file")).ends(65);

    // One of many megabytes travels as it is, and several at a time.
    let large =
        [&message("zoe@customer.example", "5@y.example", "Large", "Look:")[..], &b"0123456789abcdef\r\n".repeat(1_000_000)]
            .concat();
    let small = |number: u32| message(&format!("c{number}@customer.example"), &format!("{number}@z.example"), "At once", "Hi.");
    std::thread::scope(|scope| {
        scope.spawn(|| assert_eq!(hand_over(&world, &["--json"], &large).ends(0).lines()[0]["result"], "opened"));
        for number in 0..8 {
            let world = &world;
            scope.spawn(move || hand_over(world, &[], &small(number)).ends(0));
        }
    });
    assert_eq!(world.object(&["status"])["dispositions"]["opened"], 4 + 9);
    daemon.stop();
    world.verify();
}

#[test]
fn kills_between_a_mail_server_and_the_desk_lose_nothing_and_double_nothing() {
    const MESSAGES: u32 = 40;
    let world = World::new();
    let mut dice = Dice(77);
    std::thread::scope(|scope| {
        let server = scope.spawn(|| {
            // A mail server gives the same bytes again, their Date among them.
            let mut queue: VecDeque<Vec<u8>> = (0..MESSAGES)
                .map(|number| {
                    let from = format!("ann{number}@customer.example");
                    message(&from, &format!("{number}@x.example"), &format!("Message {number}"), "Help me.")
                })
                .collect();
            let mut again = 0;
            while let Some(bytes) = queue.pop_front() {
                let ran = hand_over(&world, &["--mailbox", "support"], &bytes);
                assert!(ran.code == 0 || ran.code == 75, "a mail server would give it back: {}", ran.err);
                if ran.code == 75 {
                    again += 1;
                    queue.push_back(bytes);
                }
            }
            again
        });
        let mut kills = 0;
        while !server.is_finished() {
            let daemon = world.start();
            let start = std::time::Instant::now();
            let life = Duration::from_millis(dice.next() % 500);
            while start.elapsed() < life && !server.is_finished() {
                std::thread::park_timeout(Duration::from_millis(5));
            }
            daemon.kill();
            kills += 1;
        }
        let again = server.join().expect("the mail server ends");
        assert!(kills >= 3 && again > 0, "{kills} kills, {again} second attempts");
    });
    // A message that was in hand at three deaths is taken for their cause and set aside: an admin takes it in.
    for aside in world.run(&["--json", "quarantine", "list"]).lines() {
        assert_eq!(aside["reason"], "reading it failed three times");
        world.run(&["quarantine", "release", &aside["id"].to_string()]).ends(0);
    }
    world.once();
    let status = world.object(&["status"]);
    assert_eq!(status["dispositions"]["opened"], MESSAGES, "{status}");
    for number in 0..MESSAGES {
        let to = format!("ann{number}@customer.example");
        let letters = world.letters().into_iter().filter(|letter| letter.to() == to).count();
        assert_eq!(letters, 1, "acknowledgements to {to}");
    }
    world.verify();
}

#[test]
fn letters_are_tried_again_or_dropped_at_an_admins_word() {
    let sink = Sink::start(|to, asked| match (to, asked) {
        ("ann@customer.example", 0) => Verdict::Refuse,
        ("ben@customer.example", 0) => Verdict::Later,
        ("cid@customer.example", _) => Verdict::Later,
        _ => Verdict::Take,
    });
    let world = World::with_server(sink.port());
    let daemon = world.start();
    for name in ["ann", "ben", "cid"] {
        let from = format!("{name}@customer.example");
        world.deliver("support", &format!("{name}.m"), &message(&from, &format!("{name}@x.example"), "Hello", "Help me."));
    }
    let letter = |name: &str, state: &str| {
        until(&format!("{name}'s letter is {state}"), || {
            let all = world.run(&["--json", "outbox", "list", "--all"]).lines();
            let of = |line: &&serde_json::Value| line["to"] == format!("{name}@customer.example") && line["state"] == state;
            all.iter().find(of).map(|line| (line["id"].as_u64().expect("a number").to_string(), line["ticket"].to_string()))
        })
    };
    let ((ann, ann_ticket), (ben, _), (cid, cid_ticket)) =
        (letter("ann", "failed"), letter("ben", "deferred"), letter("cid", "deferred"));
    assert_eq!(world.object(&["outbox", "retry", &ann])["result"], "queued");
    world.run(&["outbox", "retry", &format!("o{ben}")]).ends(0);
    letter("ann", "sent");
    letter("ben", "sent");
    let dropped = world.run(&["outbox", "drop", &format!("o{cid}")]).ends(0);
    assert_eq!(dropped.out, format!("dropped o{cid}\n"));
    assert_eq!(world.run(&["outbox", "list"]).ends(1).out, "", "nothing waits");
    letter("cid", "dropped");
    let told = world.run(&["explain", &cid_ticket]).ends(0).out;
    assert!(told.contains(&format!("letter o{cid} was dropped and is never sent")) && told.contains("admin"), "{told}");
    let told = world.run(&["explain", &ann_ticket]).ends(0).out;
    assert!(told.contains(&format!("letter o{ann} is tried again")), "{told}");
    for (order, id, code) in [("retry", &ann, 64), ("drop", &ann, 64), ("retry", &cid, 64), ("drop", &"999".to_owned(), 1)] {
        world.run(&["outbox", order, id]).ends(code);
    }
    let copies = sink.taken().into_iter().filter(|taken| taken.to == "ann@customer.example").count();
    assert_eq!(copies, 1);
    daemon.stop();
    // The stopped store takes orders too.
    world.run(&["outbox", "retry", &cid]).ends(64);
    assert_eq!(world.object(&["status"])["outbox"]["dropped"], 1);
    world.verify();
}

#[test]
fn a_server_that_hangs_in_one_conversation_delays_no_other() {
    let sink = Sink::start(|to, _| if to == "slow@customer.example" { Verdict::TakeAndStall } else { Verdict::Take });
    let world = World::with_server(sink.port());
    let mut daemon = world.start();
    world.deliver("support", "1", &message("slow@customer.example", "1@x.example", "Hello", "Help me."));
    let taken = |to: &str| sink.taken().into_iter().filter(|taken| taken.to == to).count();
    until("the server hangs", || (taken("slow@customer.example") > 0).then_some(()));
    for number in 0..6 {
        let from = format!("ann{number}@customer.example");
        world.deliver("support", &format!("a{number}"), &message(&from, &format!("a{number}@x.example"), "Hello", "Help me."));
    }
    until("the others have their letters", || {
        (0..6).all(|number| taken(&format!("ann{number}@customer.example")) == 1).then_some(())
    });
    let waiting = world.run(&["outbox", "list"]).ends(0).out;
    assert!(waiting.contains("claimed") && waiting.contains("slow@customer.example"), "it hangs still: {waiting}");
    // Nor does it delay the end for longer than is agreed with systemd.
    let start = std::time::Instant::now();
    daemon.signal("TERM");
    assert_eq!(daemon.ended(), 0, "{}", daemon.log());
    assert!(start.elapsed() < Duration::from_secs(35), "25 s, and what a slow machine needs: {:?}", start.elapsed());
    assert!(world.path("data/clean").exists(), "the store was closed");
}

#[test]
fn tickets_are_found_by_words() {
    let world = World::new();
    let write = |number: u32, name: &str, subject: &str, text: &str| {
        let from = format!("{name}@customer.example");
        world.deliver("support", &format!("{number}.m"), &message(&from, &format!("{number}@x.example"), subject, text));
        world.once();
    };
    write(1, "ann", "Printer on fire", "The roller smokes.");
    write(2, "ben", "Invoice 4711", "Ünïcode läuft, the ROLLER too.");
    write(3, "cid", "Holiday", "Nothing of interest.");
    let found = |words: &[&str]| -> Vec<u64> {
        let arguments = [&["--json", "ticket", "search"][..], words].concat();
        let ran = world.run(&arguments);
        assert_eq!(ran.code, i32::from(ran.out.is_empty()), "{}", ran.err);
        ran.lines().iter().map(|line| line["ticket"].as_u64().expect("a number")).collect()
    };
    for (words, tickets) in [
        (&["printer"][..], &[1_u64][..]),
        (&["roller"], &[2, 1]),
        (&["roller", "ann@customer.example"], &[1]),
        (&["roller smokes"], &[1]),
        (&["ünïcode", "LÄUFT"], &[2]),
        (&["#3"], &[3]),
        (&["4711"], &[2]),
        (&["customer.example"], &[3, 2, 1]),
        (&["roller", "holiday"], &[]),
    ] {
        assert_eq!(found(words), tickets, "{words:?}");
    }
    let text = world.run(&["ticket", "search", "fire"]).ends(0).out;
    assert!(text.contains("Printer on fire"), "{text}");
    world.run(&["ticket", "search"]).ends(64);
    fs::read_dir(world.path("data")).expect("the desk's data");
}
