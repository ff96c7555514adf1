//! Intake over IMAP against fetching and throwing away: 10,000 messages in a mailbox of Dovecot, ten of them of 25 MiB.
//!
//! `cargo bench --bench fetch [-- --messages N]`, as root, with Dovecot and Postfix installed (`tests/run` does it). The same
//! client, with TLS, first fetches every message in groups as the daemon does and drops it; then the daemon itself takes the
//! mailbox in, with its letters held back by a server that never greets. It ends with 1 when the daemon has not so much of the
//! client's rate as it should have, or needs more memory.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark says what it measures")]
#![allow(
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a benchmark's data is its own, and the mail host is that of the tests"
)]

#[path = "../tests/servers/host.rs"]
#[allow(dead_code, reason = "the benchmark uses its part of it")]
mod host;
#[path = "../tests/daemon/mail.rs"]
#[allow(dead_code, reason = "the benchmark uses its part of it")]
mod mail;
#[allow(dead_code, reason = "the benchmark uses its part of it")]
mod messages;
#[path = "../tests/daemon/world.rs"]
#[allow(dead_code, reason = "the benchmark uses its part of it")]
mod world;

use std::fs::{self, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use maildesk::base::limit;
use maildesk::config::{Secret, Tls};
use maildesk::io::IoError;
use maildesk::io::imap::{Connection, Listed, Server};

use host::{Host, PASSWORD};
use messages::{Wanted, message};
use world::{World, within};

const SUPPORT: &str = "support@example.org";
/// 2 March 2026, a Monday morning.
const START: i64 = 1_772_442_000;
/// Messages as large as servers let through.
const LARGE: u64 = 10;
const LARGE_BYTES: usize = 25 * 1024 * 1024;

/// At least so much of the rate of fetching alone. The rest of the time goes into reading, deciding and two fsyncs a group.
const LEAST_RATIO: f64 = 0.1;
/// Two groups of messages of 32 MiB each: one that is fetched and one that is parsed, and what a desk needs anyway.
const MOST_MEMORY: f64 = 384.0;

fn main() -> ExitCode {
    let mut count = 10_000;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            // cargo bench says so.
            "--bench" => {}
            "--messages" => count = words.next().and_then(|word| word.parse().ok()).expect("a number"),
            other => panic!("{other} is not known; there is --messages N"),
        }
    }
    let host = Host::start();
    // Dovecot makes the mailbox when somebody logs in, and numbers what lies there.
    let alone = client(&host);
    let bytes = fill(&host, count);
    println!("{count} messages of {:.0} MB, {LARGE} of them of {} MiB", bytes as f64 / 1e6, LARGE_BYTES / 1024 / 1024);

    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let throw_away = || runtime.block_on(fetch_all(&alone)).expect("fetched");
    // The first look lets Dovecot write its index, which counts for nobody.
    let (fetched, _) = throw_away();
    assert_eq!(fetched, count, "every message is there");
    let (_, fetching) = throw_away();
    let client_rate = count as f64 / fetching.as_secs_f64();
    println!("fetched and thrown away: {client_rate:.0} messages a second");

    let (taking_in, memory) = take_in(&host, count);
    let rate = count as f64 / taking_in.as_secs_f64();
    let ratio = rate / client_rate;
    println!("taken in: {rate:.0} messages a second, {ratio:.2} of it (at least {LEAST_RATIO})");
    println!("memory at most: {memory:.0} MiB (at most {MOST_MEMORY})");
    if ratio < LEAST_RATIO || memory > MOST_MEMORY {
        println!("MISSED");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn client(host: &Host) -> Server {
    let server = Server {
        host: "localhost".to_owned(),
        port: host.ports.imaps,
        tls: Tls::Implicit,
        ca_file: Some(host.authority()),
        user: SUPPORT.to_owned(),
        password: Secret::new(PASSWORD.to_owned()),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut connection = Connection::open(&server).await.expect("Dovecot lets us in");
        connection.select("INBOX").await.expect("an INBOX");
        connection.close().await;
    });
    server
}

/// Puts the messages into the mailbox; how many bytes they have.
fn fill(host: &Host, count: u64) -> usize {
    let mut bytes = 0;
    for number in 0..count {
        let mut one = message(number, &Wanted::New, START + number as i64);
        if number % (count / LARGE).max(1) == count / LARGE / 2 {
            // As a file of lines would look.
            let line = "VGhpcyBpcyBhIGxhcmdlIGZpbGUsIGFuZCBub2JvZHkga25vd3Mgd2hhdCBpcyBpbiBpdC4gIA==\r\n";
            let (head, text) = (one.clone(), line.repeat(LARGE_BYTES / line.len()));
            one = large(&head, &text);
        }
        bytes += one.len();
        host.deliver(SUPPORT, &format!("{number:06}.bench"), &one);
    }
    bytes
}

/// A message with the address, subject and id of another one, and a large file.
fn large(like: &[u8], base64: &str) -> Vec<u8> {
    let letter = mail::Letter { raw: like.to_vec() };
    let field = |name: &str| letter.header(name).unwrap_or_default();
    format!(
        "From: {}\r\nTo: {SUPPORT}\r\nSubject: {}\r\nMessage-ID: {}\r\nDate: {}\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"edge\"\r\n\r\n--edge\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--edge\r\n\
         Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment; filename=\"large.bin\"\r\n\r\n{base64}--edge--\r\n",
        field("From"),
        field("Subject"),
        field("Message-ID"),
        field("Date"),
    )
    .into_bytes()
}

/// Fetches everything in groups like those of the daemon.
async fn fetch_all(server: &Server) -> Result<(u64, Duration), IoError> {
    let start = Instant::now();
    let mut connection = Connection::open(server).await?;
    connection.select("INBOX").await?;
    let (mut position, mut count) = (0, 0);
    loop {
        let listed = connection.list(position, limit::GROUP_PLANS * 16).await?;
        let Some(last) = listed.last() else { break };
        position = last.uid;
        let mut rest = listed.as_slice();
        while !rest.is_empty() {
            let (group, others) = rest.split_at(group_of(rest));
            count += connection.fetch(group).await?.len() as u64;
            rest = others;
        }
    }
    let span = start.elapsed();
    connection.close().await;
    Ok((count, span))
}

/// How many messages the daemon would fetch at once.
fn group_of(listed: &[Listed]) -> usize {
    let mut size = 0;
    let fits = |one: &&Listed| {
        size += one.size;
        size <= limit::GROUP_BYTES
    };
    listed.iter().take(limit::GROUP_PLANS).take_while(fits).count().max(1)
}

/// Lets a daemon take the mailbox in; how long it took, and how many MiB it needed.
fn take_in(host: &Host, count: u64) -> (Duration, f64) {
    // It accepts and says nothing: sending is held.
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let world = World::with_server(silent.local_addr().expect("an address").port());
    world.write("password", &format!("{PASSWORD}\n"));
    fs::set_permissions(world.path("password"), Permissions::from_mode(0o600)).expect("a mode");
    let reading = format!(
        "kind = \"imap\"\nhost = \"localhost\"\nport = {}\nca_file = \"{}\"\npassword = {{ file = \"password\" }}\nstart = \"all\"\n",
        host.ports.imaps,
        host.authority().display()
    );
    world.write("desk.toml", &world.read("desk.toml").replace("kind = \"maildir\"\npath = \"mail/support\"\n", &reading));
    let mut daemon = world.start();
    daemon.wait_for_log("The folder is open.");
    let start = Instant::now();
    let most = Duration::from_secs(1800);
    let received = || world.object(&["status"])["received"].as_u64().filter(|received| *received >= count);
    within(most, "everything is taken in", received);
    let span = start.elapsed();
    let status = fs::read_to_string(format!("/proc/{}/status", daemon.id())).expect("the daemon's status");
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    daemon.kill();
    world.verify();
    (span, peak.expect("a figure") / 1024.0)
}
