//! One process has the store; everybody else asks it, and gets the answers that the stopped store would give.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;

use super::mail::message;
use super::world::{Ran, World, until};

/// A desk with two tickets, one of them answered, and two messages set aside.
fn used_world() -> World {
    let world = World::new();
    world.deliver("support", "1.m", &message("ann@customer.example", "1@x.example", "Printer", "It smokes."));
    world.deliver("sales", "2.m", &message("ben@other.example", "2@x.example", "Offer", "How much?"));
    world.once();
    let yours = world.letters().into_iter().find(|letter| letter.subject().contains("Yours: Printer")).expect("a notification");
    world.deliver("support", "3.m", &yours.answer("alice@staff.example", "3@x.example", "Pull the plug.", None));
    // The desk's own acknowledgement, sent back by somebody's broken forwarding.
    let own = world.letters().into_iter().find(|letter| letter.to() == "ben@other.example").expect("an acknowledgement");
    world.deliver("support", "4.m", &own.raw);
    world.deliver("sales", "5.m", &[&own.raw[..], b"again\r\n"].concat());
    world.once();
    world
}

/// Everything one can ask, with the exit code of its answer.
const QUESTIONS: [(&[&str], i32); 32] = [
    (&["status"], 0),
    (&["ticket", "list"], 0),
    (&["ticket", "list", "--status", "pending"], 0),
    (&["ticket", "list", "--status", "spam"], 1),
    (&["ticket", "show", "1"], 0),
    (&["ticket", "show", "#2"], 0),
    (&["ticket", "show", "99"], 1),
    (&["ticket", "show", "many"], 64),
    (&["ticket", "search", "smokes"], 0),
    (&["ticket", "search", "dragon"], 1),
    (&["outbox", "retry", "1"], 64),
    (&["outbox", "drop", "o1"], 64),
    (&["outbox", "retry", "o999"], 1),
    (&["outbox", "list"], 1),
    (&["outbox", "list", "--all"], 0),
    (&["outbox", "show", "1"], 0),
    (&["outbox", "show", "o2"], 0),
    (&["outbox", "show", "9999"], 1),
    (&["quarantine", "list"], 0),
    (&["quarantine", "show", "1"], 0),
    (&["quarantine", "show", "q9"], 1),
    (&["quarantine", "release", "q9"], 1),
    (&["quarantine", "drop", "q9"], 1),
    (&["explain", "1"], 0),
    (&["explain", "<1@x.example>"], 0),
    (&["explain", "<unknown@x.example>"], 1),
    (&["explain", "99"], 1),
    (&["explain", "what happened?"], 64),
    (&["staff", "list"], 0),
    (&["contact", "list"], 0),
    (&["contact", "show", "ann@customer.example"], 0),
    (&["contact", "show", "nobody@customer.example"], 1),
];

/// The answer to a question in both forms, without what time it is.
fn ask(world: &World, question: &[&str]) -> (Ran, Ran) {
    let mut text = world.run(question);
    let mut all = vec!["--json"];
    all.extend(question);
    let mut json = world.run(&all);
    json.lines();
    if question == ["status"] {
        let mut line = json.lines().remove(0);
        line["time"] = "now".into();
        // Only a running daemon knows how its mailboxes do.
        line["mailboxes"] = serde_json::json!([]);
        json.out = format!("{line}\n");
        text.out = text.out.lines().filter(|line| !line.starts_with("mailbox ")).map(|line| format!("{line}\n")).collect();
    }
    if question.first() == Some(&"explain") {
        // How much of a promised time is used goes on with the clock.
        let is_settled = |line: &&str| !line.contains(" promised, ") && !line.contains(" of working time");
        text.out = text.out.lines().filter(is_settled).map(|line| format!("{line}\n")).collect();
        let settled = json.lines().into_iter().filter(|line| line.get("used_seconds").is_none());
        json.out = settled.map(|line| format!("{line}\n")).collect();
    }
    (text, json)
}

#[test]
fn the_daemon_answers_as_the_stopped_store_does() {
    let world = used_world();
    let stopped: Vec<_> = QUESTIONS.iter().map(|(question, _)| ask(&world, question)).collect();
    let daemon = world.start();
    until("the socket", || world.path("data/control.sock").exists().then_some(()));
    let mode = fs::metadata(world.path("data/control.sock")).expect("a socket").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "only the owner may ask");
    for ((question, code), (text, json)) in QUESTIONS.iter().zip(stopped) {
        assert_eq!((text.code, json.code), (*code, *code), "{question:?} on the stopped store\n{}{}", text.out, text.err);
        let (asked_text, asked_json) = ask(&world, question);
        assert_eq!((asked_text.code, asked_json.code), (*code, *code), "{question:?} over the socket\n{}", asked_text.err);
        assert_eq!(asked_text.out, text.out, "{question:?}");
        assert_eq!(asked_json.out, json.out, "{question:?}");
        assert_eq!(asked_text.err, text.err, "{question:?}");
        assert_eq!(text.out.is_empty(), text.code != 0 && !text.out.starts_with("No "), "{question:?}: {}", text.out);
    }
    daemon.stop();
    world.verify();
}

#[test]
fn what_was_set_aside_is_released_or_dropped() {
    let world = used_world();
    for is_running in [true, false] {
        let daemon = is_running.then(|| world.start());
        let before = world.json(&["quarantine", "list"]).len();
        let first = world.json(&["quarantine", "list"])[0]["id"].as_u64().expect("a number").to_string();
        let received = world.object(&["status"])["received"].as_u64().expect("a number");
        if is_running {
            let shown = world.object(&["quarantine", "show", &first]);
            assert!(shown["message"].as_str().expect("the message").contains("X-Loop"), "{shown}");
            let released = world.object(&["quarantine", "release", &first]);
            assert_ne!(released["result"], "quarantined", "who released it has decided: {released}");
            assert_eq!(world.object(&["status"])["received"].as_u64().expect("a number"), received + 1);
        } else {
            assert_eq!(world.object(&["quarantine", "drop", &format!("q{first}")])["result"], "dropped");
            assert_eq!(world.object(&["status"])["received"].as_u64().expect("a number"), received);
        }
        assert_eq!(world.run(&["quarantine", "show", &first]).code, 1);
        assert_eq!(world.run(&["--json", "quarantine", "list"]).lines().len(), before - 1);
        if let Some(daemon) = daemon {
            daemon.stop();
        }
    }
    world.verify();
}

#[test]
fn a_second_daemon_is_turned_away() {
    let world = used_world();
    let daemon = world.start();
    for command in [&["run"][..], &["run", "--once"], &["verify"], &["rebuild"]] {
        let ran = world.run(command).ends(75);
        assert!(ran.err.contains(&format!("process {}", daemon.id())), "names the process: {}", ran.err);
    }
    // It did the first one no harm.
    world.run(&["status"]).ends(0);
    daemon.stop();
    world.verify();
}

#[test]
fn who_says_nothing_over_the_socket_keeps_nobody_waiting() {
    let world = used_world();
    let daemon = world.start();
    until("the socket", || world.path("data/control.sock").exists().then_some(()));
    let idle: Vec<_> = (0..20).map(|_| UnixStream::connect(world.path("data/control.sock")).expect("connected")).collect();
    let mut noise = UnixStream::connect(world.path("data/control.sock")).expect("connected");
    noise.write_all(&[0xff; 100_000]).ok();
    let mut unknown = UnixStream::connect(world.path("data/control.sock")).expect("connected");
    unknown.write_all(b"{\"sing\":1}\n").expect("written");
    let start = std::time::Instant::now();
    world.run(&["status"]).ends(0);
    daemon.stop();
    assert!(start.elapsed().as_secs() < 20, "waited {:?} for people who say nothing", start.elapsed());
    drop(idle);
}
