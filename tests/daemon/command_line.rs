//! The command line: help, exit codes, JSON, pipes, and the commands that need no desk.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::mail::message;
use super::world::{Ran, World, program};

const COMMANDS: [&[&str]; 21] = [
    &[],
    &["init"],
    &["check"],
    &["run"],
    &["inspect"],
    &["rehearse"],
    &["explain"],
    &["status"],
    &["ticket"],
    &["ticket", "list"],
    &["ticket", "show"],
    &["staff"],
    &["staff", "list"],
    &["outbox"],
    &["outbox", "list"],
    &["outbox", "show"],
    &["quarantine"],
    &["quarantine", "release"],
    &["verify"],
    &["rebuild"],
    &["forget"],
];

#[test]
fn the_help_is_what_stands_in_its_golden_file() {
    let mut help = String::new();
    for command in COMMANDS {
        let ran = Ran::of(program().args(command).arg("--help")).ends(0);
        assert!(ran.err.is_empty(), "help is data: {}", ran.err);
        assert!(!ran.out.contains('\u{1b}'), "no colour in a pipe");
        help.push_str(&format!("=== maildesk {}\n{}\n", command.join(" "), ran.out));
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/daemon/help.txt");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(&golden, &help).expect("written");
    }
    assert_eq!(fs::read_to_string(golden).unwrap_or_default(), help, "UPDATE_GOLDENS=1 rewrites it");
    let version = Ran::of(program().arg("--version")).ends(0).out;
    assert_eq!(version, format!("maildesk {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn exit_codes_are_those_of_the_manual() {
    let world = World::new();
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "Hello", "Help me."));
    world.once();
    let cases: [(&[&str], i32); 22] = [
        (&["sing"], 64),
        (&["--sing"], 64),
        (&["ticket"], 64),
        (&["ticket", "show"], 64),
        (&["ticket", "show", "abc"], 64),
        (&["ticket", "list", "--status", "sleepy"], 64),
        (&["inspect"], 64),
        (&["inspect", "--as", "music", "x"], 64),
        (&["rehearse"], 64),
        (&["init"], 64),
        (&["ticket", "show", "2"], 1),
        (&["explain", "<nobody@x.example>"], 1),
        (&["quarantine", "list"], 1),
        (&["quarantine", "show", "1"], 1),
        (&["outbox", "show", "99"], 1),
        (&["inspect", "/nowhere/at/all"], 74),
        (&["rehearse", "/nowhere/at/all"], 74),
        (&["init", "/proc/no/such/directory"], 73),
        (&["check"], 0),
        (&["status"], 0),
        (&["verify"], 0),
        (&["run", "--once"], 0),
    ];
    for (arguments, code) in cases {
        let ran = world.run(arguments);
        assert_eq!(ran.code, code, "{arguments:?}\n{}\n{}", ran.out, ran.err);
        if code != 0 && arguments.first() != Some(&"inspect") {
            assert!(
                !ran.err.trim().is_empty() || !ran.out.trim().is_empty() || arguments[0] == "quarantine",
                "{arguments:?} says why"
            );
        }
        if code == 64 {
            assert!(ran.out.is_empty(), "{arguments:?}: talk goes to stderr: {}", ran.out);
        }
    }
    // No command at all: the help, as a wrong call.
    let ran = Ran::of(&mut program()).ends(64);
    assert!(ran.out.is_empty() && ran.err.contains("Usage"), "{}", ran.err);
    // A directory without configuration, and a desk that has never run.
    assert_eq!(Ran::of(program().args(["--config", "/nowhere", "status"])).code, 78);
    let fresh = World::new();
    let ran = fresh.run(&["status"]).ends(1);
    assert!(ran.err.contains("maildesk run"), "{}", ran.err);
    assert!(!fresh.path("data").exists(), "a question makes no desk");
    // A data directory that cannot be made.
    let blocked = World::new();
    fs::write(blocked.path("data"), "a file").expect("written");
    let code = blocked.run(&["run", "--once"]).code;
    assert!(matches!(code, 73 | 74), "{code}");
}

#[test]
fn standard_output_that_fails() {
    let world = World::new();
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "Hello", &"Help me.\n".repeat(20_000)));
    world.once();
    world.write(
        "many/1.eml",
        &String::from_utf8(message("ann@customer.example", "1@x.example", "Hello", &"Help me.\n".repeat(50_000))).unwrap(),
    );
    let many = world.path("many").display().to_string();
    for arguments in [
        &["--json", "ticket", "show", "1"][..],
        &["outbox", "show", "2"],
        &["explain", "1"],
        &["inspect", &many],
        &["--json", "inspect", &many],
        &["--json", "rehearse", &many, &many],
        &["--help"],
    ] {
        // `| head -c 1`: who closes the pipe has read enough.
        let mut child = world.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
        let mut stdout = child.stdout.take().expect("a pipe");
        let mut first = [0; 1];
        stdout.read_exact(&mut first).expect("a byte");
        drop(stdout);
        let output = child.wait_with_output().expect("ended");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {:?} {err}", output.status);
        assert!(err.is_empty(), "{arguments:?}: {err}");
        // A full disk is a failure.
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let output = world.command(arguments).stdout(full).output().expect("ended");
        if arguments != ["--help"] {
            assert_eq!(output.status.code(), Some(74), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
            assert!(!output.stderr.is_empty(), "{arguments:?} says why");
        }
    }
}

#[test]
fn no_colour_where_no_terminal_is() {
    let world = World::new();
    for no_color in [None, Some("1")] {
        let mut command = world.command(&["run", "--once"]);
        command.envs(no_color.map(|value| ("NO_COLOR", value)));
        let ran = Ran::of(&mut command).ends(0);
        assert!(!ran.err.contains('\u{1b}') && !ran.out.contains('\u{1b}'), "{}", ran.err);
    }
    // On a terminal, colour is what a person may switch off.
    let script = format!("NO_COLOR=1 {} --config {} run --once", env!("CARGO_BIN_EXE_maildesk"), world.path("").display());
    if let Ok(output) = std::process::Command::new("script").args(["-qec", &script, "/dev/null"]).stdin(Stdio::null()).output() {
        assert!(!String::from_utf8_lossy(&output.stdout).contains("\u{1b}[3"), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn what_init_writes_is_in_order() {
    let world = World::new();
    let desk = world.path("fresh").display().to_string();
    let written = Ran::of(program().args(["init", &desk])).ends(0);
    assert!(written.out.lines().all(|path| Path::new(path).exists()), "{}", written.out);
    assert!(written.out.lines().count() >= 5, "{}", written.out);
    Ran::of(program().args(["--config", &desk, "check"])).ends(0);
    Ran::of(program().args(["--config", &desk, "run", "--once"])).ends(0);
    Ran::of(program().args(["--config", &desk, "verify"])).ends(0);
    // What is there is not written over.
    let keys = fs::read(world.path("fresh/keys")).expect("keys");
    Ran::of(program().args(["init", &desk])).ends(64);
    assert_eq!(fs::read(world.path("fresh/keys")).expect("keys"), keys);
}

#[test]
fn once_twice_does_nothing_the_second_time() {
    let world = World::new();
    for number in 0..5 {
        let id = format!("{number}@x.example");
        world.deliver("support", &id, &message(&format!("ann{number}@customer.example"), &id, "Hello", "Help me."));
    }
    world.once();
    let letters = world.letters();
    let mail = super::world::files_below(&world.path("mail"));
    let journal = world.read("data/journal/00000001.jsonl");
    assert_eq!(letters.len(), 10);
    for _ in 0..2 {
        let ran = world.once();
        assert!(ran.out.is_empty(), "{}", ran.out);
        assert!(!ran.err.contains("taken in") && !ran.err.contains("sent"), "{}", ran.err);
    }
    assert_eq!(world.read("data/journal/00000001.jsonl"), journal, "not even a record");
    assert_eq!(super::world::files_below(&world.path("mail")), mail);
    assert_eq!(world.letters(), letters);
    world.verify();
}

/// The fields of INTERFACES, section 2.
const INSPECTED: [&str; 25] = [
    "file",
    "ok",
    "message_id",
    "in_reply_to",
    "references",
    "from_addr",
    "from_name",
    "to_addrs",
    "cc_addrs",
    "subject",
    "date",
    "text",
    "html_text",
    "visible",
    "quoted",
    "signature",
    "trim_confidence",
    "attachments",
    "kind",
    "automatic",
    "suppress_auto_reply",
    "bounce",
    "identity",
    "language",
    "defects",
];

/// The fields of INTERFACES, section 3.
const REHEARSED: [&str; 17] = [
    "file",
    "index",
    "disposition",
    "reason",
    "ticket",
    "follow_up",
    "matched_by",
    "proof",
    "sender_proof",
    "kind",
    "rules",
    "team",
    "assignee",
    "priority",
    "notifications",
    "disposition",
    "index",
];

/// The same three messages as single files, as a directory, as a Maildir and as an mbox.
fn sources(world: &World) -> [(&'static str, Vec<String>); 4] {
    let messages = [
        message("ann@customer.example", "1@x.example", "Printer", "It smokes.\r\nFrom the back, that is.\r\n\r\nFrom here too."),
        String::from_utf8(message("ann@customer.example", "2@x.example", "Re: Printer", "It burns."))
            .unwrap()
            .replace("MIME-Version", "In-Reply-To: <1@x.example>\r\nReferences: <1@x.example>\r\nMIME-Version")
            .into_bytes(),
        message("ben@other.example", "3@x.example", "Offer", "How much?"),
    ];
    fs::create_dir_all(world.path("maildir/tmp")).expect("made");
    let mut mbox = Vec::new();
    for (number, bytes) in (1..).zip(&messages) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        world.write(&format!("single/{number}.eml"), &text);
        world.write(&format!("directory/{number}.eml"), &text);
        let folder = if number == 3 { "new" } else { "cur" };
        world.write(&format!("maildir/{folder}/{number}.m:2,S"), &text);
        mbox.extend(format!("From ann@customer.example Mon Mar  2 10:00:0{number} 2026\n").into_bytes());
        for line in text.replace("\r\n", "\n").lines() {
            let is_from = line.trim_start_matches('>').starts_with("From ");
            mbox.extend(format!("{}{line}\n", if is_from { ">" } else { "" }).into_bytes());
        }
        mbox.extend(b"\n");
    }
    world.write("directory/notes.txt", "no message");
    fs::write(world.path("archive.mbox"), mbox).expect("written");
    let path = |name: &str| world.path(name).display().to_string();
    [
        ("single files", (1..=3).map(|number| path(&format!("single/{number}.eml"))).collect()),
        ("a directory", vec![path("directory")]),
        ("a Maildir", vec![path("maildir")]),
        ("an mbox", vec![path("archive.mbox")]),
    ]
}

#[test]
fn rehearsals_are_the_same_from_every_source_and_every_time() {
    let world = World::new();
    let mut outcomes: Vec<Vec<Value>> = Vec::new();
    for (what, paths) in sources(&world) {
        let mut arguments = vec!["--json", "rehearse"];
        arguments.extend(paths.iter().map(String::as_str));
        let first = world.run(&arguments).ends(0);
        assert_eq!(world.run(&arguments).ends(0).out, first.out, "{what}: twice the same, byte for byte");
        let mut text = arguments.clone();
        text.remove(0);
        assert_eq!(world.run(&text).ends(0).out, world.run(&text).ends(0).out, "{what}");
        let mut lines = first.lines();
        assert_eq!(lines.len(), 3, "{what}: {}", first.out);
        for (index, line) in lines.iter_mut().enumerate() {
            let map = line.as_object_mut().expect("an object");
            assert!(REHEARSED.iter().all(|field| map.contains_key(*field)), "{what}: {map:?}");
            assert_eq!(map["index"], index, "{what}");
            assert!(map.remove("file").expect("a file").as_str().expect("a path").starts_with(&paths[0][..paths[0].len() - 5]));
        }
        outcomes.push(lines);
    }
    let first = &outcomes[0];
    assert!(outcomes.iter().all(|outcome| outcome == first), "{outcomes:#?}");
    let field = |name: &str| first.iter().map(|line| line[name].clone()).collect::<Vec<_>>();
    assert_eq!(field("disposition"), ["opened", "appended", "opened"]);
    assert_eq!(field("ticket"), [1, 1, 2]);
    assert_eq!(field("matched_by"), ["none", "known-id", "none"]);
    assert_eq!(field("assignee"), ["alice", "alice", "alice"]);
    let kinds: Vec<_> = first[0]["notifications"].as_array().expect("letters").iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["assigned", "received"]);
    assert!(!world.path("data").exists() && world.letters().is_empty(), "nothing is stored, nothing is sent");
    // A Message-ID of the first run answers in a second one.
    let id = first[0]["notifications"][1]["message_id"].as_str().expect("an id");
    let reply = String::from_utf8(message("ann@customer.example", "4@x.example", "Re: Printer", "Still.")).unwrap();
    world.write("single/4.eml", &reply.replace("MIME-Version", &format!("In-Reply-To: <{id}>\r\nMIME-Version")));
    let paths = [world.path("single/1.eml").display().to_string(), world.path("single/4.eml").display().to_string()];
    let second = world.run(&["--json", "rehearse", &paths[0], &paths[1]]).ends(0).lines();
    assert_eq!((&second[1]["matched_by"], &second[1]["ticket"]), (&"own-id".into(), &1.into()), "{second:?}");
    // Without any configuration there is still a desk to rehearse with.
    let plain = Ran::of(program().args(["--config", "/nowhere/at/all", "--json", "rehearse", &paths[0]])).ends(0).lines();
    assert_eq!(plain[0]["disposition"], "opened");
}

#[test]
fn inspect_reads_files_directories_and_standard_input() {
    let world = World::new();
    sources(&world);
    let all = Ran::of(program().args(["--json", "inspect"]).arg(world.path("directory"))).ends(0).lines();
    assert_eq!(all.len(), 4, "every file, whatever its name");
    for line in &all {
        let map = line.as_object().expect("an object");
        assert!(INSPECTED.iter().all(|field| map.contains_key(*field)), "{map:?}");
    }
    assert!(all[1]["in_reply_to"][0].as_str().expect("an id").contains("1@x.example"), "{}", all[1]);
    assert_eq!((&all[0]["from_addr"], &all[0]["kind"]), (&"ann@customer.example".into(), &"human".into()));
    let maildir = Ran::of(program().args(["--json", "inspect"]).arg(world.path("maildir"))).ends(0).lines();
    assert_eq!(maildir.len(), 3);
    assert!(Ran::of(program().args(["inspect"]).arg(world.path("directory"))).ends(0).out.contains("Printer"));
    let through = |arguments: &[&str], input: &[u8]| {
        let mut child = program().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("started");
        child.stdin.take().expect("a pipe").write_all(input).expect("written");
        let output = child.wait_with_output().expect("ended");
        assert!(output.status.success());
        serde_json::from_slice::<Value>(&output.stdout).expect("one object")
    };
    assert_eq!(
        through(&["--json", "inspect", "-"], &message("ann@customer.example", "1@x.example", "Hi", "Hello"))["subject"],
        "Hi"
    );
    assert_eq!(through(&["--json", "inspect", "--as", "html", "-"], b"<p>Hello</p>")["visible"], "Hello");
    let reply = through(&["--json", "inspect", "--as", "text", "-"], b"Yes.\n\nOn Mon, 2 Mar 2026, Ann wrote:\n> Really?\n");
    assert_eq!(reply["visible"], "Yes.");
    // Broken ones too, each with one line; a file that is not there is said and the others are read.
    let junk = world.path("junk");
    fs::write(&junk, [0xff_u8, 0, 1, 2, 0xfe]).expect("written");
    let ran = Ran::of(program().args(["--json", "inspect", "/nowhere/at/all"]).arg(&junk)).ends(74);
    let lines = ran.lines();
    assert_eq!((&lines[0]["ok"], &lines[1]["ok"]), (&false.into(), &true.into()), "{}", ran.out);
}
