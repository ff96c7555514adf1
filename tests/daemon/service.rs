//! The daemon as a service: new settings while it runs, what systemd hears, who may ask.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::UnixDatagram;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::time::Duration;

use super::mail::message;
use super::world::{Ran, World, until};

const RULE: &str = "[[rule]]\nname = \"urgent\"\nwhen = { subject = \"fire\" }\nthen = { priority = \"urgent\" }\n";

fn to_operator(world: &World) -> usize {
    world.letters().iter().filter(|letter| letter.to() == "operator@example.org").count()
}

fn write_in(world: &World, mailbox: &str, number: u32, subject: &str) {
    let from = format!("ann{number}@customer.example");
    world.deliver(mailbox, &format!("{number}.m"), &message(&from, &format!("{number}@x.example"), subject, "Help me."));
    world.letter(&from, "We have received");
}

#[test]
fn a_broken_edit_is_told_to_whoever_asks_and_once_to_the_operator() {
    let world = World::new();
    let daemon = world.start();
    world.write("routing.toml", RULE);
    let taken = world.run(&["reload"]).ends(0);
    assert_eq!(taken.out, "Taken: rules, people, words or times changed.\n");
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken; nothing has changed.\n");

    world.write("routing.toml", &RULE.replace("priority", "pirority"));
    for _ in 0..3 {
        let refused = world.run(&["reload"]).ends(1);
        assert!(refused.out.contains("routing.toml:4:") && refused.out.contains("help:"), "{}", refused.out);
        assert!(refused.err.contains("the old one goes on"), "{}", refused.err);
    }
    let lines = world.run(&["--json", "reload"]).ends(1).lines();
    assert_eq!((&lines[0]["file"], &lines[0]["line"]), (&"routing.toml".into(), &4.into()));
    assert_eq!(lines.last().expect("a verdict")["result"], "refused");
    let told = world.letter("operator@example.org", "needs a look");
    assert!(told.everything().contains("routing.toml:4:"), "{}", told.everything());

    // Rules that fail their own examples are not taken on either.
    let failing = "\n[[test]]\nmessage = \"From: ann@customer.example\\nTo: support@example.org\\nSubject: water\\n\\nHelp\\n\"\n\
                   expect = { rule = \"urgent\" }\n";
    world.write("routing.toml", &format!("{RULE}{failing}"));
    let refused = world.run(&["reload"]).ends(1);
    assert!(refused.out.contains("routing.toml:"), "{}", refused.out);
    until("the operator hears of the example", || (to_operator(&world) == 2).then_some(()));

    // The old rules go on, and the running daemon answers whatever its files look like.
    write_in(&world, "support", 1, "fire");
    assert_eq!(world.object(&["ticket", "show", "1"])["priority"], "urgent");
    world.write("desk.toml", "this is no TOML = = =");
    world.run(&["status"]).ends(0);
    assert_eq!(world.run(&["reload"]).ends(1).code, 1);
    until("the operator hears of the other mistake", || (to_operator(&world) == 3).then_some(()));
    daemon.stop();
    assert_eq!(to_operator(&world), 3, "each state of the files is told once");
    world.run(&["status"]).ends(78);
    world.run(&["reload"]).ends(69);
}

#[test]
fn mailboxes_and_the_outgoing_server_change_while_the_daemon_runs() {
    let world = World::new();
    for part in ["new", "cur", "tmp"] {
        for maildir in ["billing", "moved", "out2"] {
            fs::create_dir_all(world.path("mail").join(maildir).join(part)).expect("a Maildir");
        }
    }
    let before = world.read("desk.toml");
    let daemon = world.start();
    let billing = "[[mailbox]]\nname = \"billing\"\naddress = \"billing@example.org\"\nteam = \"support\"\nkind = \"maildir\"\n\
                   path = \"mail/billing\"\n\n[outgoing]";
    let with = before.replace("[outgoing]", billing);
    world.write("desk.toml", &with);
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken: mailbox billing added.\n");
    write_in(&world, "billing", 1, "An invoice");

    world.write("desk.toml", &with.replace("mail/billing", "mail/moved"));
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken: mailbox billing changed.\n");
    write_in(&world, "moved", 2, "Another invoice");

    world.write("desk.toml", &before);
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken: mailbox billing removed.\n");
    world.deliver("moved", "3.m", &message("eve@customer.example", "3@x.example", "Too late", "Hello?"));
    // The others are read on; by then the one that was removed would have been read several times.
    for number in 4..7 {
        write_in(&world, "support", number, "Still here");
    }
    assert_eq!(world.count("mail/moved/new"), 1, "nobody reads it any more");
    assert_eq!(world.object(&["status"])["mailboxes"].as_array().expect("a list").len(), 2);

    world.write("desk.toml", &before.replace("mail/out", "mail/out2"));
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken: outgoing mail changed.\n");
    world.deliver("support", "9.m", &message("zoe@customer.example", "9@x.example", "Elsewhere", "Hello."));
    until("a letter in the other Maildir", || (world.count("mail/out2/new") > 0).then_some(()));

    world.write("desk.toml", &before.replace("[desk]\n", "[desk]\ndata_dir = \"elsewhere\"\n"));
    // The daemon is where it was: whoever asks names the old place.
    daemon.signal("HUP");
    until("the refusal", || daemon.log().contains("data_dir cannot change").then_some(()));
    assert!(daemon.log().contains("restart the daemon"));
    world.write("desk.toml", &before);
    let daemon_log = daemon.log();
    assert!(!daemon_log.contains("WARN"), "nobody was disturbed:\n{daemon_log}");
    daemon.stop();
    world.verify();
}

#[test]
fn a_password_that_was_changed_on_disk_counts_after_a_reload() {
    let world = World::new();
    let server = "kind = \"smtp\"\nhost = \"127.0.0.1\"\nport = 2525\ntls = \"plain\"\nuser = \"desk\"\npassword = { file = \"secret\" }\n";
    world.write("desk.toml", &world.read("desk.toml").replace("kind = \"maildir\"\npath = \"mail/out\"\n", server));
    let secret = |text: &str| {
        world.write("secret", text);
        fs::set_permissions(world.path("secret"), Permissions::from_mode(0o600)).expect("a mode");
    };
    secret("first\n");
    let daemon = world.start();
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken; nothing has changed.\n");
    secret("second\n");
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken: outgoing mail changed.\n");
    fs::remove_file(world.path("secret")).expect("removed");
    assert!(world.run(&["reload"]).ends(1).out.contains("secret"), "a missing secret is a problem");
    daemon.stop();
}

#[test]
fn a_new_key_signs_and_the_old_one_still_verifies() {
    let world = World::new();
    let daemon = world.start();
    write_in(&world, "support", 1, "Hello");
    let yours = world.letter("alice@staff.example", "Yours: Hello");
    let second = format!("key 2 {}\n", "03".repeat(32));
    world.write("keys", &format!("{}{second}", world.read("keys")));
    assert_eq!(world.run(&["reload"]).ends(0).out, "Taken: another key signs.\n");
    world.deliver("support", "2.m", &yours.answer("alice@staff.example", "2@x.example", "With the old key.", None));
    let reply = world.letter("ann1@customer.example", "Re: Hello");
    assert!(reply.everything().contains("With the old key."));
    world.deliver("support", "3.m", &reply.answer("ann1@customer.example", "3@x.example", "With the new one.", None));
    until("the customer's reply", || (world.object(&["ticket", "show", "1"])["entries"].as_array()?.len() == 3).then_some(()));
    assert_ne!(yours.reply_to().len(), 0);
    // The store's own line must stay as it is.
    world.write("keys", &world.read("keys").replace("store 02", "store 04"));
    assert!(world.run(&["reload"]).ends(1).out.contains("may never change"));
    daemon.stop();
}

#[test]
fn systemd_hears_of_start_reload_life_and_end() {
    let world = World::new();
    let socket = UnixDatagram::bind(world.path("notify")).expect("a socket");
    socket.set_read_timeout(Some(Duration::from_secs(60))).expect("a time limit");
    let heard = |what: &str| {
        let mut buffer = [0; 4096];
        loop {
            let size = socket.recv(&mut buffer).unwrap_or_else(|error| panic!("{what} is not heard: {error}"));
            let text = String::from_utf8(buffer[..size].to_vec()).expect("text");
            if text.lines().any(|line| line == what) {
                return text;
            }
        }
    };
    let mut daemon = world.spawn_with(|command| {
        command.env("NOTIFY_SOCKET", world.path("notify")).env("WATCHDOG_USEC", "400000");
    });
    let ready = heard("READY=1");
    assert!(ready.contains("STATUS=the desk is open: 2 mailboxes, 3 people"), "{ready}");
    world.run(&["status"]).ends(0);
    for _ in 0..5 {
        heard("WATCHDOG=1");
    }
    for command in ["HUP", "reload"] {
        if command == "HUP" {
            daemon.signal("HUP");
        } else {
            world.run(&["reload"]).ends(0);
        }
        let reloading = heard("RELOADING=1");
        let usec = reloading.lines().find_map(|line| line.strip_prefix("MONOTONIC_USEC=")).expect("a time");
        assert!(usec.parse::<u64>().expect("a number") > 0);
        heard("READY=1");
    }
    daemon.signal("TERM");
    heard("STOPPING=1");
    assert_eq!(daemon.ended(), 0);

    // A start that has to make the state anew asks for more time.
    fs::remove_dir_all(world.path("data/state")).expect("removed");
    let again = world.spawn_with(|command| {
        command.env("NOTIFY_SOCKET", world.path("notify"));
    });
    heard("EXTEND_TIMEOUT_USEC=120000000");
    heard("READY=1");
    again.stop();
}

#[test]
fn lines_for_the_journal_begin_with_their_priority() {
    let world = World::new();
    let mut daemon = world.spawn_with(|command| {
        let log = fs::metadata(world.path("log")).expect("a log");
        command.env("JOURNAL_STREAM", format!("{}:{}", log.dev(), log.ino()));
    });
    daemon.wait_for_log("The desk is open.");
    world.write("routing.toml", "nonsense");
    daemon.signal("HUP");
    daemon.wait_for_log("is refused");
    let log = daemon.log();
    assert!(log.lines().all(|line| line.starts_with("<6>") || line.starts_with("<4>") || line.starts_with("<3>")), "{log}");
    assert!(log.contains("<6>The desk is open.") && log.contains("<3>The new configuration is refused"), "{log}");
    daemon.stop();
}

#[test]
fn strangers_may_not_ask() {
    let world = World::new();
    let daemon = world.start();
    // SAFETY of the test: who is not root cannot become somebody else, and then only root's own side can be looked at.
    let is_root = fs::metadata(world.path("log")).expect("a log").uid() == 0;
    let stranger = |arguments: &[&str]| {
        let mut command = world.command(arguments);
        if is_root {
            command.uid(65534).gid(65534);
        }
        Ran::of(&mut command)
    };
    let code = if is_root { 77 } else { 0 };
    for (path, mode) in [("", 0o755), ("data", 0o755), ("data/control.sock", 0o600)] {
        fs::set_permissions(world.path(path), Permissions::from_mode(mode)).expect("a mode");
    }
    stranger(&["status"]).ends(code);
    // Even where somebody has opened the files to everybody, the daemon looks who it is.
    fs::set_permissions(world.path("data/control.sock"), Permissions::from_mode(0o666)).expect("a mode");
    let refused = stranger(&["status"]).ends(code);
    assert!(!is_root || refused.err.contains("user 65534 may not ask"), "{}", refused.err);
    stranger(&["reload"]).ends(code);
    world.run(&["status"]).ends(0);
    daemon.stop();
}

/// Gives everything below a directory to a user.
fn give(path: &Path, user: u32) {
    std::os::unix::fs::chown(path, Some(user), Some(user)).expect("given");
    for entry in fs::read_dir(path).into_iter().flatten() {
        give(&entry.expect("an entry").path(), user);
    }
}

#[test]
fn once_says_which_mailbox_it_could_not_read_and_works_off_the_rest() {
    let world = World::new();
    world.deliver("support", "1.m", &message("ann@customer.example", "1@x.example", "Hello", "Help me."));
    world.deliver("sales", "2.m", &message("ben@customer.example", "2@x.example", "Hello", "Help me."));
    fs::set_permissions(world.path("mail/support/new"), Permissions::from_mode(0o000)).expect("a mode");
    let mut command = world.command(&["run", "--once"]);
    // Nothing is closed to root.
    if fs::metadata(world.path("")).expect("a directory").uid() == 0 {
        give(&world.path(""), 65534);
        command.uid(65534).gid(65534);
    }
    let ran = Ran::of(&mut command).ends(69);
    assert!(ran.err.contains("not every mailbox could be read: support:"), "{}", ran.err);
    let to: Vec<_> = world.letters().iter().map(|letter| letter.to()).collect();
    assert!(to.contains(&"ben@customer.example".to_owned()) && !to.contains(&"ann@customer.example".to_owned()), "{to:?}");
}

#[test]
fn status_tells_how_the_mailboxes_do() {
    let world = World::new();
    let mut daemon = world.start();
    let support = |is_well: bool| {
        until("the mailbox's health", || {
            let status = world.object(&["status"]);
            let of = |one: &&serde_json::Value| one["mailbox"] == "support" && one["trouble"].is_null() == is_well;
            status["mailboxes"].as_array().expect("a list").iter().find(of).cloned()
        })
    };
    assert!(support(true)["last_success"].is_string());
    fs::rename(world.path("mail/support/new"), world.path("mail/support/away")).expect("renamed");
    let trouble = support(false);
    assert!(trouble["last_success"].is_string() && trouble["trouble"]["because"].is_string(), "{trouble}");
    let text = world.run(&["status"]).ends(0).out;
    assert!(text.contains("TROUBLE since ") && text.contains("mailbox     sales: read "), "{text}");
    if !world.path("mail/support/new").exists() {
        fs::rename(world.path("mail/support/away"), world.path("mail/support/new")).expect("renamed");
    }
    support(true);
    daemon.wait_for_log("it is tried again later");
    daemon.stop();
}
