//! What programs are told that watch the daemon.

use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;

use super::mail::message;
use super::world::{World, until};

const SOCKET: &str = "data/metrics.sock";

/// The status line and the body of an answer.
fn ask(world: &World, request: &str) -> Option<(String, String)> {
    let mut visitor = UnixStream::connect(world.path(SOCKET)).ok()?;
    visitor.write_all(format!("{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes()).ok()?;
    let mut answer = String::new();
    visitor.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    Some((head.lines().next()?.to_owned(), body.to_owned()))
}

#[test]
fn programs_are_told_how_the_desk_does() {
    let world = World::new();
    let without = world.read("desk.toml");
    let with = format!("{without}\n[metrics]\nlisten = \"{SOCKET}\"\n");
    world.write("desk.toml", &with);
    let daemon = world.start();
    let (status, body) = until("somebody answers", || ask(&world, "GET /healthz"));
    assert_eq!((status.as_str(), body.as_str()), ("HTTP/1.1 200 OK", "ok\n"));
    let mode = std::fs::metadata(world.path(SOCKET)).expect("a socket").permissions().mode();
    assert_eq!(mode & 0o777, 0o660);

    world.deliver("support", "1.one", &message("ann@customer.example", "one", "Metrics", "How many?"));
    let figures = until("the message is counted", || {
        let (_, figures) = ask(&world, "GET /metrics")?;
        figures.contains("maildesk_messages_total{disposition=\"opened\"} 1\n").then_some(figures)
    });
    for line in ["maildesk_tickets{status=\"new\"} 1", "maildesk_quarantine_messages 0", "# EOF"] {
        assert!(figures.lines().any(|found| found == line), "{line} is missing:\n{figures}");
    }
    assert!(figures.contains("maildesk_mailbox_readable{mailbox=\"support\",folder=\"\"} 1\n"), "{figures}");
    assert!(!figures.contains("customer.example"), "a page names nobody:\n{figures}");

    for (request, expected) in [("GET /", "HTTP/1.1 404 Not Found"), ("POST /metrics", "HTTP/1.1 405 Method Not Allowed")] {
        assert_eq!(ask(&world, request).expect("an answer").0, expected);
    }

    // Taken out of the configuration and put in again; who hangs around meanwhile holds nobody up.
    let idle: Vec<_> = (0..3).map(|_| UnixStream::connect(world.path(SOCKET)).expect("connected")).collect();
    world.write("desk.toml", &without);
    let reloaded = world.run(&["reload"]).ends(0);
    assert!(reloaded.out.contains("metrics changed"), "{}", reloaded.out);
    until("nobody listens", || ask(&world, "GET /healthz").is_none().then_some(()));
    world.write("desk.toml", &with);
    world.run(&["reload"]).ends(0);
    until("somebody answers again", || ask(&world, "GET /healthz"));
    daemon.stop();
    drop(idle);
    world.verify();
}
