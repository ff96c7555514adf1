//! The systemd unit: does its shell let the daemon live? The daemon runs through a day under strace, and every system call, socket
//! and file that it writes is held against what `systemd/maildesk.service` allows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::mail::message;
use super::sink::{Sink, Verdict};
use super::world::{Ran, World, program, until};

fn unit() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("systemd/maildesk.service")).expect("the unit")
}

/// The values of a setting, in order.
fn setting<'a>(unit: &'a str, name: &str) -> Vec<&'a str> {
    unit.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('=')).collect()
}

/// The system calls of a group, and of the groups in it.
fn calls(group: &str) -> BTreeSet<String> {
    let listed = Ran::of(Command::new("systemd-analyze").args(["syscall-filter", group])).ends(0).out;
    let mut all = BTreeSet::new();
    for word in listed.lines().skip(1).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if word.starts_with('@') {
            all.extend(calls(word));
        } else {
            all.insert(word.to_owned());
        }
    }
    all
}

/// What the unit's filter lets through.
fn allowed(unit: &str) -> BTreeSet<String> {
    let mut allowed = BTreeSet::new();
    for line in setting(unit, "SystemCallFilter") {
        match line.strip_prefix('~') {
            None => line.split(' ').for_each(|group| allowed.extend(calls(group))),
            Some(denied) => {
                let denied: BTreeSet<_> = denied.split(' ').flat_map(calls).collect();
                allowed.retain(|call| !denied.contains(call));
            }
        }
    }
    allowed
}

/// A day: mail by Maildir and by hand-over, letters over SMTP, questions, a reload, the end.
fn trace() -> (World, String) {
    let sink = Sink::start(|_, _| Verdict::Take);
    let world = World::with_server(sink.port());
    let server = world.read("desk.toml").replace("host = \"127.0.0.1\"", "host = \"localhost\"");
    world.write("desk.toml", &server);
    let mut traced = Command::new("strace");
    // -D: the daemon is our child, the tracer is not.
    traced.args(["-D", "-f", "-qq", "-y", "-s", "4096", "-o"]).arg(world.path("trace"));
    traced.arg(program().get_program()).arg("--config").arg(world.path("")).arg("run");
    let mut daemon = world.spawn_command(traced);
    daemon.wait_for_log("The desk is open.");
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "Hello", "Help me."));
    until("the letters", || (sink.taken().len() >= 2).then_some(()));
    let file = world.path("message");
    fs::write(&file, message("ben@customer.example", "2@x.example", "Hello", "Help me too.")).expect("written");
    Ran::of(world.command(&["deliver", "--mailbox", "sales"]).stdin(fs::File::open(file).expect("a file"))).ends(0);
    until("more letters", || (sink.taken().len() >= 4).then_some(()));
    world.run(&["status"]).ends(0);
    world.run(&["ticket", "search", "help"]).ends(0);
    world.write("routing.toml", "[[rule]]\nname = \"fire\"\nwhen = { subject = \"fire\" }\nthen = { priority = \"high\" }\n");
    world.run(&["reload"]).ends(0);
    daemon.signal("TERM");
    assert_eq!(daemon.ended(), 0, "{}", daemon.log());
    let trace = until("the end of the trace", || {
        let trace = fs::read_to_string(world.path("trace")).ok()?;
        trace.contains(" exit_group(").then_some(trace)
    });
    (world, trace)
}

/// The call and its arguments in a line such as `123 openat(AT_FDCWD</tmp>, "x", O_RDONLY) = 3</tmp/x>`.
fn call(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let (name, arguments) = rest.split_once('(')?;
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_').then_some((name, arguments))
}

#[test]
fn the_units_shell_lets_the_daemon_live() {
    let unit = unit();
    assert_eq!(setting(&unit, "Type"), ["notify"]);
    let allowed = allowed(&unit);
    assert!(allowed.contains("openat") && !allowed.contains("mount"), "{} system calls are allowed", allowed.len());
    let (world, trace) = trace();
    let families: Vec<_> = setting(&unit, "RestrictAddressFamilies").iter().flat_map(|line| line.split(' ')).collect();
    let home = world.path("");
    let home = home.to_str().expect("a path").trim_end_matches('/');
    let mut used = BTreeSet::new();
    for line in trace.lines() {
        let Some((name, arguments)) = call(line) else { continue };
        used.insert(name.to_owned());
        if name == "socket" {
            let family = arguments.split(',').next().unwrap_or_default();
            // The resolver asks which kinds of addresses this machine has, and does without the answer.
            assert!(families.contains(&family) || family == "AF_NETLINK", "{line}");
        }
        let is_code = arguments.contains("PROT_WRITE") && arguments.contains("PROT_EXEC");
        assert!(!(matches!(name, "mmap" | "mprotect") && is_code), "MemoryDenyWriteExecute: {line}");
        let writes = match name {
            "openat" | "open" => ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| arguments.contains(flag)),
            "rename" | "renameat" | "renameat2" | "unlink" | "unlinkat" | "mkdir" | "mkdirat" | "link" | "linkat" | "symlink" => {
                true
            }
            "chmod" | "fchmodat" | "truncate" | "rmdir" => true,
            _ => false,
        };
        if writes && let Some(path) = arguments.split('"').nth(1) {
            let is_own = ["data", "mail"].iter().any(|part| path.starts_with(&format!("{home}/{part}")));
            assert!(is_own || path == "/dev/null", "outside of what is writable: {line}");
        }
    }
    let denied: Vec<_> = used.difference(&allowed).collect();
    assert!(denied.is_empty(), "the filter forbids what the daemon does: {denied:?}");
    assert!(used.len() > 30 && used.contains("fdatasync"), "the trace shows a day: {used:?}");
}

#[test]
fn the_unit_is_as_closed_as_promised() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("systemd/maildesk.service");
    Ran::of(Command::new("systemd-analyze").args(["security", "--offline=true", "--threshold=15"]).arg(path)).ends(0);
}
