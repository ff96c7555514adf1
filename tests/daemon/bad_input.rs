//! Bad configurations, bad directories, bad mail: each is named, none disturbs what is beside it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::mail::message;
use super::world::{Dice, World, until};

#[test]
fn a_message_that_is_too_large_is_set_aside_once_however_often_it_comes() {
    let world = World::new();
    for name in ["1", "2"] {
        let file = fs::File::create(world.path("mail/support/new").join(name)).expect("a file");
        file.set_len(64 * 1024 * 1024 + 1).expect("a size");
        world.once();
    }
    let status = world.object(&["status"]);
    assert_eq!(
        (&status["dispositions"]["quarantined"], &status["dispositions"]["duplicate"]),
        (&1.into(), &1.into()),
        "{status}"
    );
    // Who releases it has decided; that it cannot be read all the same is told anew.
    assert_eq!(world.object(&["quarantine", "release", "1"])["result"], "quarantined");
    assert_eq!(world.json(&["quarantine", "list"]).len(), 1);
    world.verify();
}

#[test]
fn a_bad_configuration_starts_nothing_and_says_where_it_is_bad() {
    /// What is broken, the file, what stands in place of what, and what must be said.
    type Case = (&'static str, &'static str, fn(&str) -> String, &'static [&'static str]);
    let cases: [Case; 7] = [
        (
            "an unknown key",
            "desk.toml",
            |text| text.replace("operator =", "opperator ="),
            &["desk.toml:4:1", "did you mean `operator`?"],
        ),
        (
            "a bad regular expression",
            "routing.toml",
            |_| "[[rule]]\nname = \"x\"\nwhen = { subject = { regex = \"(a\" } }\nthen = { priority = \"high\" }\n".to_owned(),
            &["routing.toml:3:", "regular expression"],
        ),
        ("no TOML at all", "staff.toml", |_| "[[staff\n".to_owned(), &["staff.toml:1"]),
        (
            "a template that asks for what is not there",
            "templates/en/reply.txt",
            |_| "Subject: x\n\n{{nonsense}}\n".to_owned(),
            &["templates/en/reply.txt:3", "nonsense"],
        ),
        ("a template of no letter", "templates/en/repyl.txt", |_| "Subject: x\n\nx\n".to_owned(), &["templates/en/repyl.txt"]),
        ("a file in place of a mailbox", "mail/sales", |_| "no directory".to_owned(), &["desk.toml:18", "mail/sales"]),
        ("no keys", "keys", |_| String::new(), &["keys"]),
    ];
    for (what, file, change, said) in cases {
        let world = World::new();
        let text = fs::read_to_string(world.path(file)).unwrap_or_default();
        if world.path(file).is_dir() {
            fs::remove_dir_all(world.path(file)).expect("removed");
        }
        world.write(file, &change(&text));
        for command in [&["run"][..], &["run", "--once"], &["status"]] {
            let ran = world.run(command).ends(78);
            assert!(said.iter().all(|words| ran.err.contains(words)), "{what}: {command:?} says\n{}", ran.err);
            assert!(ran.out.is_empty(), "{what}: {}", ran.out);
        }
        let checked = world.run(&["--json", "check"]).ends(78).lines();
        assert!(checked.iter().any(|line| line["severity"] == "error" && line["file"].is_string()), "{what}: {checked:?}");
        assert!(!world.path("data").exists(), "{what}: something was started");
    }
}

#[test]
fn keys_that_others_can_read_are_refused() {
    let world = World::new();
    for mode in [0o644, 0o640, 0o604] {
        fs::set_permissions(world.path("keys"), fs::Permissions::from_mode(mode)).expect("a mode");
        let ran = world.run(&["run"]).ends(78);
        assert!(ran.err.contains("keys") && ran.err.contains("chmod 600"), "{mode:o}: {}", ran.err);
        assert!(!ran.err.contains("0101"), "no key is told: {}", ran.err);
    }
    fs::set_permissions(world.path("keys"), fs::Permissions::from_mode(0o600)).expect("a mode");
    world.once();
}

#[test]
fn a_mailbox_that_breaks_does_not_disturb_the_other() {
    let world = World::new();
    let mut daemon = world.start();
    // In one move, so that the daemon does not make the Maildir anew in between.
    fs::rename(world.path("mail/sales"), world.path("mail/away")).expect("moved");
    until("a file in its place", || {
        fs::remove_dir_all(world.path("mail/sales")).ok();
        fs::write(world.path("mail/sales"), "no directory").ok()
    });
    daemon.wait_for_log("The mailbox cannot be read; it is tried again later. mailbox=sales");
    for number in 1..=3 {
        let id = format!("{number}@x.example");
        world.deliver("support", &id, &message(&format!("ann{number}@customer.example"), &id, "Hello", "Help me."));
        world.letter(&format!("ann{number}@customer.example"), &format!("[#{number}]"));
    }
    // It comes back, and what lay in it is taken in.
    fs::remove_file(world.path("mail/sales")).expect("removed");
    fs::rename(world.path("mail/away"), world.path("mail/sales")).expect("moved");
    world.deliver("sales", "4", &message("ben@customer.example", "4@x.example", "Hello", "Help me."));
    world.letter("ben@customer.example", "[#4]");
    assert!(!daemon.has_ended());
    daemon.stop();
    world.verify();
}

#[test]
fn what_is_no_message_stays_and_the_rest_flows() {
    let world = World::new();
    fs::create_dir(world.path("mail/support/new/0.directory")).expect("made");
    std::os::unix::fs::symlink("/nowhere", world.path("mail/support/new/1.link")).expect("linked");
    let made = std::process::Command::new("mkfifo").arg(world.path("mail/support/new/1.pipe")).status().expect("mkfifo");
    assert!(made.success());
    world.deliver("support", ".hidden", b"no message");
    world.deliver("support", "2.m", &message("ann@customer.example", "2@x.example", "Hello", "Help me."));
    // Put there by a program that marks new messages: it is still one message.
    world.deliver("support", "3.m:2,S", &message("ben@customer.example", "3@x.example", "Hello", "Help me."));
    world.once();
    assert_eq!(world.object(&["status"])["received"], 2);
    assert!(world.path("mail/support/cur/2.m:2,S").exists() && world.path("mail/support/cur/3.m:2,S").exists());
    world.once();
    assert_eq!(world.object(&["status"])["received"], 2);
    let daemon = world.start();
    world.deliver("support", "4.m:2,", &message("cleo@customer.example", "4@x.example", "Hello", "Help me."));
    world.letter("cleo@customer.example", "[#3]");
    until("it is filed", || world.path("mail/support/cur/4.m:2,S").exists().then_some(()));
    daemon.stop();
    assert_eq!(world.count("mail/support/cur"), 3);
    world.verify();
}

/// Mail that breaks readers; with what the desk must do with it, where that is certain.
fn broken_mail() -> Vec<(&'static str, Vec<u8>, Option<&'static str>)> {
    let head = "From: Eve <eve@odd.example>\r\nTo: support@example.org\r\n";
    let mut nested = format!("{head}Subject: nested\r\nMIME-Version: 1.0\r\n");
    for level in 0..60 {
        nested.push_str(&format!("Content-Type: multipart/mixed; boundary=\"b{level}\"\r\n\r\n--b{level}\r\n"));
    }
    nested.push_str("Content-Type: text/plain\r\n\r\ndeep\r\n");
    for level in (0..60).rev() {
        nested.push_str(&format!("--b{level}--\r\n"));
    }
    let big_header = format!(
        "{head}Subject: big\r\n{}\r\nbody\r\n",
        "X-Padding: 0123456789012345678901234567890123456789\r\n".repeat(210_000)
    );
    let long_line = format!("{head}Subject: {}\r\n\r\nbody\r\n", "long ".repeat(2_000_000));
    let huge = [head.as_bytes(), b"Subject: huge\r\n\r\n", &vec![b'x'; 70 * 1024 * 1024]].concat();
    let base64 = format!("{head}Subject: base64\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!! not base64 ####\r\n");
    let charset = format!("{head}Subject: =?nonsense?Q?=FF=FE?=\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n\u{ff}\r\n");
    let two_froms = format!("{head}From: Bob <bob@odd.example>\r\nSubject: two\r\n\r\nbody\r\n");
    let bounce = "From: MAILER-DAEMON@odd.example\r\nTo: support@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n";
    vec![
        ("empty", Vec::new(), None),
        ("one line break", b"\r\n".to_vec(), None),
        ("junk", Dice(99).bytes(200_000), None),
        ("no headers", b"just some words\nwithout any header\n".to_vec(), None),
        ("big header", big_header.into_bytes(), None),
        ("long line", long_line.into_bytes(), None),
        ("nested", nested.into_bytes(), None),
        ("zeros", format!("{head}Subject: ze\0ro\r\n\r\nbo\0dy \0\0\0\r\n").into_bytes(), None),
        ("only zeros", vec![0; 100_000], None),
        ("not base64", base64.into_bytes(), None),
        ("odd charset", charset.into_bytes(), None),
        ("two senders", two_froms.into_bytes(), None),
        ("half a bounce", bounce.as_bytes().to_vec(), Some("ignored")),
        ("huge", huge, Some("quarantined")),
    ]
}

#[test]
fn broken_mail_gets_one_disposition_each_and_the_next_one_flows() {
    let world = World::new();
    let daemon = world.start();
    let mut received = 0;
    for (number, (what, bytes, wanted)) in broken_mail().into_iter().enumerate() {
        let before = world.object(&["status"])["dispositions"].clone();
        world.deliver("support", &format!("{number:02}.broken"), &bytes);
        received += 1;
        let after = until(&format!("{what} is taken in"), || {
            let status = world.object(&["status"]);
            (status["received"] == received).then(|| status["dispositions"].clone())
        });
        let count = |all: &serde_json::Value| {
            all.as_object()
                .expect("counts")
                .iter()
                .map(|(name, count)| (name.clone(), count.as_u64().expect("a count")))
                .collect::<BTreeMap<_, _>>()
        };
        let (before, after) = (count(&before), count(&after));
        let grown: Vec<_> = after.iter().filter(|(name, count)| before[*name] != **count).collect();
        assert_eq!(grown.len(), 1, "{what}: {grown:?}");
        assert_eq!(before[grown[0].0] + 1, *grown[0].1, "{what}");
        if let Some(wanted) = wanted {
            assert_eq!(grown[0].0, wanted, "{what}");
        }
        let next = format!("next{number}@customer.example");
        world.deliver(
            "support",
            &format!("{number:02}.next"),
            &message(&next, &format!("{number}@x.example"), "Hello", "Help me."),
        );
        received += 1;
        world.letter(&next, "We have received");
    }
    // Who is to look at what was set aside hears of it.
    let operator = world.letter("operator@example.org", "");
    assert!(operator.read().text.contains("quarantine"), "{}", operator.read().text);
    let aside = world.json(&["quarantine", "list"]);
    assert_eq!(aside.len(), 1, "{aside:?}");
    daemon.stop();
    assert_eq!(world.count("mail/support/new"), 0);
    world.verify();
    world.once();
    assert_eq!(world.object(&["status"])["received"], received, "nothing is taken in twice");
}

#[test]
fn a_message_that_ends_the_process_again_and_again_is_set_aside() {
    let world = World::new();
    // A desk that was used before, so that the journal is there.
    world.once();
    // No message is known to end the process; so the process is killed whenever this one has just been named.
    let line = "On Monday Ann wrote: > a very long way to say nothing at all <b>and</b> more of it\r\n";
    let poison = message("eve@odd.example", "poison@odd.example", "Poison", &line.repeat(100_000));
    let journal = world.path("data/journal/00000001.jsonl");
    let strikes = || fs::read_to_string(&journal).unwrap_or_default().matches("\"struck\"").count();
    // Killed while idle: from now on messages are read with care. Questions in between do not make that forgotten.
    world.start().kill();
    world.deliver("support", "1.poison", &poison);
    world.deliver("support", "2.good", &message("ann@customer.example", "2@x.example", "Hello", "Help me."));
    let is_waiting = || world.path("mail/support/new/1.poison").exists();
    let mut deaths = 0;
    while is_waiting() && deaths < 3 {
        world.run(&["status"]).ends(0);
        world.verify();
        assert!(!world.path("data/clean").exists(), "a command closed what the daemon left open");
        let before = strikes();
        let daemon = world.spawn();
        until("the message is named, or through", || (strikes() > before || !is_waiting()).then_some(()));
        daemon.kill();
        deaths += 1;
    }
    let was_killed_in_time = is_waiting() && strikes() == 3;
    world.once();
    world.verify();
    let status = world.object(&["status"]);
    assert_eq!(status["received"], 2, "{status}");
    world.letter("ann@customer.example", "We have received");
    // Where the machine was too fast for the kills, the message came through, which is right too.
    let aside = world.run(&["--json", "quarantine", "list"]).lines();
    assert_eq!(aside.len(), usize::from(was_killed_in_time), "{aside:?}");
    if was_killed_in_time {
        assert!(aside[0]["reason"].as_str().expect("a reason").contains("three times"), "{aside:?}");
        let operator = world.letter("operator@example.org", "");
        assert!(operator.read().text.contains("quarantine"), "{}", operator.read().text);
    }
    eprintln!("poison: {deaths} deaths, {aside:?}");
}
