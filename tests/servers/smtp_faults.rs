//! A mail server that fails in every way and at every step: each letter has the right outcome, and no other letter suffers.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::mail::message;
use super::sink::{Act, Moment, Sink, Taken};
use super::world::{World, until, within};

const FEATURES: &str = "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8";

/// Letters that failed for now are tried again after a minute and up to six seconds.
const NEXT_ATTEMPT: Duration = Duration::from_secs(100);

/// What a server does at a moment.
type Mood = fn(Moment<'_>) -> Act;

/// What happens to a customer's letter, and what the outbox then says of it.
struct Fate {
    name: &'static str,
    /// What the server does at a moment of the letter's first transaction, or of every one.
    act: Mood,
    state: &'static str,
    /// What stands in the outbox as the reason.
    because: &'static str,
    /// How often the server has taken it in the end.
    taken: usize,
}

/// In the order of a transaction. A fate on the first attempt passes by itself; a final one is said again at every attempt.
const FATES: [Fate; 14] = [
    Fate {
        name: "greylisted",
        act: |moment| at(matches!(moment, Moment::Recipient(_, 0)), Act::Say("450 4.2.0 greylisted, come again")),
        state: "deferred",
        because: "greylisted",
        taken: 1,
    },
    Fate {
        name: "unknown",
        act: |moment| at(matches!(moment, Moment::Recipient(..)), Act::Say("550 5.1.1 nobody of that name")),
        state: "failed",
        because: "nobody of that name",
        taken: 0,
    },
    Fate {
        name: "babble",
        act: |moment| at(matches!(moment, Moment::Recipient(_, 0)), Act::Say("well, let me see")),
        state: "deferred",
        because: "RCPT",
        taken: 1,
    },
    Fate {
        name: "dropped-at-recipient",
        act: |moment| at(matches!(moment, Moment::Recipient(_, 0)), Act::Drop),
        state: "deferred",
        because: "RCPT",
        taken: 1,
    },
    Fate {
        name: "later-at-data",
        act: |moment| at(matches!(moment, Moment::Data(_, 0)), Act::Say("451 4.3.0 no room for now")),
        state: "deferred",
        because: "no room for now",
        taken: 1,
    },
    Fate {
        name: "never-at-data",
        act: |moment| at(matches!(moment, Moment::Data(..)), Act::Say("554 5.5.1 not from you")),
        state: "failed",
        because: "not from you",
        taken: 0,
    },
    Fate {
        name: "dropped-at-data",
        act: |moment| at(matches!(moment, Moment::Data(_, 0)), Act::Drop),
        state: "deferred",
        because: "DATA",
        taken: 1,
    },
    // From here on the client cannot know whether the server has the letter.
    Fate {
        name: "dropped-half-way",
        act: |moment| at(matches!(moment, Moment::Reading(_, 0)), Act::Drop),
        state: "in doubt",
        because: "",
        taken: 1,
    },
    Fate {
        name: "dropped-at-the-end",
        act: |moment| at(matches!(moment, Moment::Read(_, 0)), Act::Drop),
        state: "in doubt",
        because: "",
        taken: 1,
    },
    Fate {
        name: "taken-and-dropped",
        act: |moment| at(matches!(moment, Moment::Taken(_, 0)), Act::Drop),
        state: "in doubt",
        because: "",
        taken: 2,
    },
    Fate {
        name: "taken-and-babbled",
        act: |moment| at(matches!(moment, Moment::Taken(_, 0)), Act::Say("fine, I think")),
        state: "in doubt",
        because: "",
        taken: 2,
    },
    // Answers to the message itself are clear again.
    Fate {
        name: "full",
        act: |moment| at(matches!(moment, Moment::Read(_, 0)), Act::Say("452 4.2.2 mailbox full")),
        state: "deferred",
        because: "mailbox full",
        taken: 1,
    },
    Fate {
        name: "disliked",
        act: |moment| at(matches!(moment, Moment::Read(..)), Act::Say("554 5.7.1 this looks like spam")),
        state: "failed",
        because: "looks like spam",
        taken: 0,
    },
    Fate { name: "lucky", act: |_| Act::Go, state: "sent", because: "taken", taken: 1 },
];

fn at(is_now: bool, act: Act) -> Act {
    if is_now { act } else { Act::Go }
}

/// The moment's recipient, where it has one.
fn recipient<'a>(moment: &Moment<'a>) -> Option<&'a str> {
    match moment {
        Moment::Recipient(to, _) | Moment::Data(to, _) | Moment::Reading(to, _) | Moment::Read(to, _) | Moment::Taken(to, _) => {
            Some(to)
        }
        Moment::Greeting(_) | Moment::Hello(_) | Moment::StartTls | Moment::Login | Moment::Sender(_) => None,
    }
}

/// All letters of the outbox.
fn outbox(world: &World) -> Vec<Value> {
    world.run(&["--json", "outbox", "list", "--all"]).lines()
}

/// The acknowledgement to somebody.
fn received(letters: &[Value], to: &str) -> Value {
    let fits = |one: &&Value| one["to"] == to && one["kind"] == "received";
    letters.iter().find(fits).unwrap_or_else(|| panic!("no acknowledgement to {to} in {letters:?}")).clone()
}

/// Waits until every letter has been tried at least once; there must be so many.
fn all_tried(world: &World, count: usize) -> Vec<Value> {
    until("every letter has been tried", || {
        let letters = outbox(world);
        let is_tried = |one: &Value| one["attempts"].as_u64() > Some(0) && one["state"] != "claimed";
        (letters.len() >= count && letters.iter().all(is_tried)).then_some(letters)
    })
}

fn write(world: &World, name: &str) {
    let from = format!("{name}@customer.example");
    world.deliver("support", name, &message(&from, &format!("{name}@x.example"), &format!("About {name}"), "Help me."));
}

fn taken_by(sink: &Sink, to: &str) -> Vec<Taken> {
    sink.taken().into_iter().filter(|taken| taken.to == to).collect()
}

#[test]
fn every_fault_has_its_outcome_and_the_next_letter_its_way() {
    let sink = Sink::moody(FEATURES, |moment| {
        let fate = recipient(&moment).and_then(|to| FATES.iter().find(|fate| to.split('@').next() == Some(fate.name)));
        fate.map_or(Act::Go, |fate| (fate.act)(moment))
    });
    let world = World::with_server(sink.port());
    for fate in &FATES {
        write(&world, fate.name);
    }
    let daemon = world.start();
    let letters = all_tried(&world, 2 * FATES.len());
    for fate in &FATES {
        let letter = received(&letters, &format!("{}@customer.example", fate.name));
        assert_eq!((letter["state"].as_str(), letter["attempts"].as_u64()), (Some(fate.state), Some(1)), "{letter}");
        let because = letter["last"].as_str().unwrap_or_default();
        assert!(because.contains(fate.because), "{letter}");
    }
    let agent = "alice@staff.example";
    until("what Alice gets is disturbed by none of it", || (taken_by(&sink, agent).len() == FATES.len()).then_some(()));

    // What may pass has passed a minute later.
    within(NEXT_ATTEMPT, "the second attempts", || {
        outbox(&world).iter().all(|one| one["state"] == "sent" || one["state"] == "failed").then_some(())
    });
    for fate in &FATES {
        let copies = taken_by(&sink, &format!("{}@customer.example", fate.name));
        assert_eq!(copies.len(), fate.taken, "{}", fate.name);
        assert!(copies.windows(2).all(|two| two[0].letter.raw == two[1].letter.raw), "{} is repeated as it was", fate.name);
        let letter = received(&outbox(&world), &format!("{}@customer.example", fate.name));
        assert_eq!(letter["state"], if fate.taken == 0 { "failed" } else { "sent" }, "{}", fate.name);
    }
    assert_eq!(taken_by(&sink, agent).len(), FATES.len(), "none of hers came twice");
    assert_eq!(sink.faults(), [""; 0], "the client keeps to RFC 5321");
    daemon.stop();
    world.verify();
}

#[test]
fn a_sender_is_refused_for_now_or_for_good() {
    let sink = Sink::moody(FEATURES, |moment| match moment {
        Moment::Sender(0) => Act::Say("451 4.7.1 too fast"),
        Moment::Sender(1) => Act::Say("550 5.7.1 no such sender here"),
        _ => Act::Go,
    });
    let world = World::with_server(sink.port());
    for name in ["ann", "ben", "cleo"] {
        write(&world, name);
    }
    world.once();
    // Somebody may be told of the failure, which is another letter.
    let letters: Vec<_> = outbox(&world).into_iter().filter(|one| one["kind"] != "delivery-failure").collect();
    assert_eq!(letters.len(), 3 + 3, "three acknowledgements, three assignments: {letters:?}");
    let of = |state: &str| letters.iter().filter(|one| one["state"] == state).collect::<Vec<_>>();
    let (deferred, failed) = (of("deferred"), of("failed"));
    assert_eq!((deferred.len(), failed.len()), (1, 1), "{letters:?}");
    assert!(deferred[0]["last"].as_str().unwrap().contains("too fast"), "{deferred:?}");
    assert!(failed[0]["last"].as_str().unwrap().contains("no such sender"), "{failed:?}");
    assert_eq!(sink.faults(), [""; 0]);
    world.verify();
}

#[test]
fn who_does_not_let_us_in_gets_nothing_and_nothing_is_lost() {
    struct Door {
        what: &'static str,
        settings: &'static str,
        features: &'static str,
        mood: Mood,
        because: &'static str,
    }
    const STARTTLS: &str = "tls = \"starttls\"\nuser = \"desk\"\npassword = { file = \"password\" }\n";
    const LOGIN: &str = "tls = \"plain\"\nuser = \"desk\"\npassword = { file = \"password\" }\n";
    const PLAIN: &str = "tls = \"plain\"\n";
    let doors = [
        Door {
            what: "offers no STARTTLS",
            settings: STARTTLS,
            features: "250-sink.example\r\n250 AUTH PLAIN LOGIN",
            mood: |_| Act::Go,
            because: "STARTTLS",
        },
        Door {
            what: "refuses STARTTLS",
            settings: STARTTLS,
            features: "250-sink.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
            mood: |_| Act::Go,
            because: "454",
        },
        Door {
            what: "says more than its answer to STARTTLS",
            settings: STARTTLS,
            features: "250-sink.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
            mood: |moment| at(moment == Moment::StartTls, Act::Say("220 go on\r\n250-injected.example\r\n250 AUTH LOGIN")),
            because: "before TLS",
        },
        Door {
            what: "speaks no TLS after all",
            settings: STARTTLS,
            features: "250-sink.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
            mood: |moment| at(moment == Moment::StartTls, Act::Say("220 go on")),
            because: "secure the connection",
        },
        Door {
            what: "refuses the log-in",
            settings: LOGIN,
            features: "250-sink.example\r\n250 AUTH PLAIN LOGIN",
            mood: |moment| at(moment == Moment::Login, Act::Say("535 5.7.8 wrong password")),
            because: "wrong password",
        },
        Door {
            what: "cannot check the log-in now",
            settings: LOGIN,
            features: "250-sink.example\r\n250 AUTH PLAIN LOGIN",
            mood: |moment| at(moment == Moment::Login, Act::Say("454 4.7.0 come again")),
            because: "come again",
        },
        Door { what: "knows no log-in", settings: LOGIN, features: "250 sink.example", mood: |_| Act::Go, because: "login" },
        Door {
            what: "is closed",
            settings: PLAIN,
            features: FEATURES,
            mood: |moment| at(matches!(moment, Moment::Greeting(_)), Act::Say("554 5.3.2 no service here")),
            because: "no service here",
        },
        Door {
            what: "is busy",
            settings: PLAIN,
            features: FEATURES,
            mood: |moment| at(matches!(moment, Moment::Greeting(_)), Act::Say("421 4.3.2 too many connections")),
            because: "too many connections",
        },
        Door {
            what: "hangs up without a word",
            settings: PLAIN,
            features: FEATURES,
            mood: |moment| at(matches!(moment, Moment::Greeting(_)), Act::Drop),
            because: "",
        },
        Door {
            what: "hangs up after EHLO",
            settings: PLAIN,
            features: FEATURES,
            mood: |moment| at(matches!(moment, Moment::Hello(_)), Act::Drop),
            because: "",
        },
    ];
    for door in doors {
        let sink = Sink::moody(door.features, door.mood);
        let world = World::with_server(sink.port());
        world.write("desk.toml", &world.read("desk.toml").replace("tls = \"plain\"\n", door.settings));
        world.write("password", "sesame-in-the-clear\n");
        std::fs::set_permissions(world.path("password"), std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("a mode");
        write(&world, "ann");
        let ran = world.once();
        let letters = outbox(&world);
        assert_eq!(letters.len(), 2, "{}: {letters:?}", door.what);
        for letter in &letters {
            assert_eq!(letter["state"], "deferred", "a server that {}: {letter}", door.what);
            assert!(letter["last"].as_str().unwrap().contains(door.because), "a server that {}: {letter}", door.what);
        }
        assert!(sink.taken().is_empty(), "{}", door.what);
        let said = sink.said();
        assert!(!said.iter().any(|line| line.starts_with("MAIL")), "a server that {}: {said:?}", door.what);
        if door.settings == STARTTLS {
            assert!(!said.iter().any(|line| line.starts_with("AUTH")), "in the clear, to a server that {}: {said:?}", door.what);
        }
        assert!(!ran.err.contains("sesame"), "the password stands in no log");
        world.verify();
    }
}

#[test]
fn an_address_that_the_server_cannot_write_is_refused_clearly() {
    let sink = Sink::moody("250-sink.example\r\n250 8BITMIME", |_| Act::Go);
    let world = World::with_server(sink.port());
    write(&world, "ann");
    write(&world, "jörg");
    write(&world, "zoe");
    world.once();
    let letters = outbox(&world);
    let of = |to: &str| received(&letters, to);
    assert_eq!(of("jörg@customer.example")["state"], "failed", "{letters:?}");
    assert!(of("jörg@customer.example")["last"].as_str().unwrap().contains("SMTPUTF8"), "{letters:?}");
    for to in ["ann@customer.example", "zoe@customer.example"] {
        assert_eq!(of(to)["state"], "sent", "{letters:?}");
        assert_eq!(taken_by(&sink, to).len(), 1);
    }
    assert_eq!(sink.faults(), [""; 0]);
    world.verify();
}

/// Time limits are minutes long (RFC 5321 §4.5.3.2), and their tests stand beside the client, where time is virtual. Here: while
/// a server hangs, the rest of the desk works, the daemon ends when it is told to, and the letters go out later, once.
#[test]
fn a_server_that_hangs_keeps_nobody_else_waiting() {
    let hangs: [(&str, Mood); 4] = [
        ("never greets", |moment| at(matches!(moment, Moment::Greeting(0)), Act::Stall)),
        ("hangs after EHLO", |moment| at(matches!(moment, Moment::Hello(0)), Act::Stall)),
        ("hangs after DATA", |moment| at(matches!(moment, Moment::Data("ann@customer.example", 0)), Act::Stall)),
        ("hangs after the last dot", |moment| at(matches!(moment, Moment::Read("ann@customer.example", 0)), Act::Stall)),
    ];
    for (what, mood) in hangs {
        let sink = Sink::moody(FEATURES, mood);
        let world = World::with_server(sink.port());
        let mut daemon = world.start();
        write(&world, "ann");
        until("the desk is sending", || (sink.connections() > 0).then_some(()));
        write(&world, "ben");
        until("Ben has his letter meanwhile", || (!taken_by(&sink, "ben@customer.example").is_empty()).then_some(()));
        // The first signal waits for the letter in hand; the second does not.
        daemon.signal("TERM");
        daemon.wait_for_log("The desk closes");
        let start = Instant::now();
        daemon.signal("TERM");
        assert_eq!(daemon.ended(), 0, "{what}: {}", daemon.log());
        assert!(start.elapsed() < Duration::from_secs(15), "{what}: it ended after {:?}", start.elapsed());
        world.once();
        for to in ["ann@customer.example", "ben@customer.example"] {
            assert_eq!(taken_by(&sink, to).len(), 1, "a server that {what}: {:?}", world.run(&["outbox", "list", "--all"]));
        }
        assert_eq!(taken_by(&sink, "alice@staff.example").len(), 2, "{what}");
        world.verify();
    }
}
