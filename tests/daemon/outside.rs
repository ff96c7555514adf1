//! What the program lets out besides mail: nothing secret anywhere, nobody's name and no forged line in the log, and no connection
//! to where a message points.

use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, UdpSocket};
use std::os::unix::fs::PermissionsExt;
use std::sync::{Arc, Mutex};

use sha2::Digest;

use super::mail::message;
use super::sink::{Act, Moment, Sink};
use super::world::{Ran, World, files_below};

const FEATURES: &str = "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8";

/// A password that is nowhere by chance. The server below repeats it, as careless ones do.
const PASSWORD: &str = "canary-Zq7-Nachtigall";
const KEY: &str = "9f1d3c5b7a79e8f6042153b4d6c7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f1";
const STORE_KEY: &str = "c0ffee11d00dfeed2233445566778899aabbccddeeff00112233445566778891";

/// An IMAP server that lets nobody in and repeats what it was told.
fn refusing_mailbox() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = BufReader::new(stream);
            let _ = stream.get_mut().write_all(b"* OK ready\r\n");
            let mut line = String::new();
            while stream.read_line(&mut line).is_ok_and(|count| count > 0) {
                let (tag, command) = line.trim_end().split_once(' ').unwrap_or_default();
                let answer = format!("{tag} NO [AUTHENTICATIONFAILED] you said {command}\r\n");
                let _ = stream.get_mut().write_all(answer.as_bytes());
                line.clear();
            }
        }
    });
    port
}

/// Every form in which somebody could find a secret: as it is, in hexadecimal, in base64 at each of its three offsets.
fn forms(secret: &[u8]) -> Vec<Vec<u8>> {
    let mut forms =
        vec![secret.to_vec(), data_encoding::HEXLOWER.encode(secret).into(), data_encoding::HEXUPPER.encode(secret).into()];
    for offset in 0..3 {
        let padded = [&b"\0\0"[..offset], secret].concat();
        let encoded = data_encoding::BASE64_NOPAD.encode(&padded);
        // The characters at both ends depend on what stands beside it.
        forms.push(encoded.as_bytes()[offset + 1..encoded.len() - 2].to_vec());
    }
    forms
}

fn contains(bytes: &[u8], form: &[u8]) -> bool {
    bytes.windows(form.len()).any(|window| window == form)
}

#[test]
fn s01_no_secret_is_in_log_store_mail_or_words() {
    let sink = Sink::moody("250-sink.example\r\n250 AUTH PLAIN LOGIN", |moment| match moment {
        // The first log-in fails, and what was sent is repeated, in the clear and encoded.
        Moment::Login => Act::Say("535 5.7.8 wrong: canary-Zq7-Nachtigall, Y2FuYXJ5LVpxNy1OYWNodGlnYWxs"),
        _ => Act::Go,
    });
    let world = World::with_server(sink.port());
    world.write("password", &format!("{PASSWORD}\n"));
    world.write("keys", &format!("key 1 {KEY}\nstore {STORE_KEY}\n"));
    for secret in ["password", "keys"] {
        fs::set_permissions(world.path(secret), Permissions::from_mode(0o600)).expect("a mode");
    }
    let login = "user = \"support@example.org\"\npassword = { file = \"password\" }\n";
    let imap = format!("kind = \"imap\"\nhost = \"127.0.0.1\"\nport = {}\ntls = \"plain\"\n{login}", refusing_mailbox());
    let desk = world.read("desk.toml").replace("kind = \"maildir\"\npath = \"mail/sales\"\n", &imap);
    world.write("desk.toml", &desk.replace("tls = \"plain\"\n\n[limits]", &format!("tls = \"plain\"\n{login}\n[limits]")));
    assert_eq!(world.read("desk.toml").matches("password = {").count(), 2, "{}", world.read("desk.toml"));
    world.deliver("support", "1", &message("ann@customer.example", "1@customer.example", "Hello", "Help me."));

    let mut at_trace = world.command(&["run", "--once"]);
    let ran = Ran::of(at_trace.env("MAILDESK_LOG", "trace"));
    let log = ran.err.clone();
    let mut words = vec![ran.out.into_bytes(), ran.err.into_bytes()];
    let mut keep = |ran: Ran| words.extend([ran.out.into_bytes(), ran.err.into_bytes()]);
    assert!(log.contains("AUTHENTICATIONFAILED") && log.contains("you said"), "the mailbox was tried:\n{log}");
    assert!(log.contains("refuses the login") && log.contains("5.7.8"), "the submission server was tried:\n{log}");
    for command in [
        &["check"][..],
        &["status"],
        &["verify"],
        &["outbox", "list", "--all"],
        &["ticket", "show", "1"],
        &["explain", "1"],
        &["journal"],
        &["keys", "list"],
    ] {
        keep(world.run(command));
        keep(world.run(&[&["--json"], command].concat()));
    }
    // A mistake beside the secrets: the message shows where it is, not what is there.
    world.write("keys", &format!("key 1 {KEY}\nstore {STORE_KEY}\nkey 99 {KEY}00\n"));
    keep(world.run(&["check"]).ends(78));
    world.write("keys", &format!("key 1 {KEY}\nstore {STORE_KEY}\n"));

    let named: BTreeSet<_> = ["password", "keys"].map(|name| world.path(name)).into();
    let files: Vec<_> = files_below(&world.path(".")).into_iter().collect();
    let mut places: Vec<(String, Vec<u8>)> = words.into_iter().map(|bytes| ("words".to_owned(), bytes)).collect();
    for file in files {
        let plain = fs::canonicalize(&file).expect("a file");
        if !named.iter().any(|secret| fs::canonicalize(secret).expect("a file") == plain) && plain.is_file() {
            places.push((plain.display().to_string(), fs::read(&plain).expect("a file")));
        }
    }
    assert!(places.iter().any(|(name, _)| name.contains("journal")), "the store is looked at");
    let key = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).expect("hexadecimal");
    for secret in [PASSWORD.as_bytes().to_vec(), key(KEY), key(STORE_KEY)] {
        for form in forms(&secret) {
            for (place, bytes) in &places {
                assert!(!contains(bytes, &form), "{} is in {place}", String::from_utf8_lossy(&form));
            }
        }
    }
}

/// What a run of the desk writes into its log where the mail server refuses both answers to Ann, in these words.
fn log_of_refusals(reply: &'static str, arguments: &[&str]) -> (World, String) {
    let sink = Sink::moody(FEATURES, move |moment| match moment {
        Moment::Recipient("ann@customer.example", _) => Act::Say(reply),
        _ => Act::Go,
    });
    let world = World::with_server(sink.port());
    let mut log = String::new();
    for number in 1..=2 {
        let subject = format!("Zaunkoenig {number}\t=?utf-8?q?a=0A<0>kernel:_all_is_lost=1B[2J?=");
        let question = message("ann@customer.example", &format!("{number}@customer.example"), &subject, "Wasserfall im Garten.");
        world.deliver("support", &number.to_string(), &question);
        log.push_str(&world.run(arguments).ends(0).err);
    }
    assert_eq!(log.matches("A letter was not sent.").count(), 2, "{log}");
    (world, log)
}

#[test]
fn s02_what_mail_and_servers_say_forges_no_line_of_the_log() {
    let reply =
        "451-4.3.0 no\r\n451-2026-11-22T10:00:00Z ERROR forged=1 the desk burns\r\n451 \u{1b}[31m<0>kernel: \u{7}all is lost";
    let (_, log) = log_of_refusals(reply, &["run", "--once"]);
    for line in log.lines() {
        assert!(line.starts_with("20") && line.contains('Z'), "a line that the program did not begin: {line:?}\n{log}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
        assert!(line.get(28..).is_some_and(|rest| rest.starts_with(" INFO ") || rest.starts_with(" WARN ")), "{line:?}");
    }
}

#[test]
fn s03_the_log_names_nobody_unless_it_is_told_to() {
    let reply = "451 4.1.1 <ann@customer.example>: Recipient address rejected: user unknown";
    let (world, log) = log_of_refusals(reply, &["run", "--once"]);
    for hidden in ["ann@", "customer.example", "Zaunkoenig", "Wasserfall"] {
        assert!(!log.contains(hidden), "{hidden} is in the log:\n{log}");
    }
    // The same person is the same word, from one start to the next.
    let words: BTreeSet<&str> = log.match_indices("address:").map(|(at, _)| &log[at..at + 18]).collect();
    assert_eq!(words.len(), 1, "{log}");
    assert!(log.contains("user unknown"), "what matters stays: {log}");
    world.verify();
    let (_, log) = log_of_refusals(reply, &["run", "--once", "--log-pii"]);
    assert!(log.contains("<ann@customer.example>: Recipient"), "{log}");
    assert!(!log.contains("Zaunkoenig") && !log.contains("Wasserfall"), "{log}");
}

#[test]
fn m07_nothing_is_fetched_that_a_message_points_to() {
    let trap = TcpListener::bind("127.0.0.1:0").expect("a port");
    trap.set_nonblocking(true).expect("set");
    let port = trap.local_addr().expect("an address").port();
    // Names are asked of this server alone; it leads every one of them to the trap, and notes what was asked.
    let names = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (server, kept) = (names.try_clone().expect("a socket"), Arc::clone(&asked));
    std::thread::spawn(move || {
        let mut buffer = [0; 1500];
        while let Ok((length, from)) = server.recv_from(&mut buffer) {
            let end = 12 + buffer[12..length].iter().position(|byte| *byte == 0).expect("a name") + 5;
            kept.lock().expect("no panic").push(String::from_utf8_lossy(&buffer[12..end - 5]).into_owned());
            let mut answer = [&buffer[..2], &[0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0], &buffer[12..end]].concat();
            answer.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
            let _ = server.send_to(&answer, from);
        }
    });
    let world = World::new();
    let dns = names.local_addr().expect("an address");
    let verifies = "path = \"mail/support\"\nauth = { mode = \"verify\" }\n";
    let desk = world.read("desk.toml").replace("path = \"mail/support\"\n", verifies);
    world.write("desk.toml", &desk.replacen("[desk]\n", &format!("[desk]\ndns = [\"{dns}\"]\n"), 1));
    let near = format!("http://127.0.0.1:{port}");
    let far = format!("http://trap.attack.test:{port}");
    let head = format!(
        "From: Eve <eve@attack.test>\r\nTo: support@example.org\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\
         DKIM-Signature: v=1; a=rsa-sha256; d=attack.test; s=k; h=from; bh=AAAA; b=AAAA\r\n\
         List-Unsubscribe: <{near}/list>, <{far}/list>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\
         List-Archive: <{far}/archive>\r\nX-Image-URL: {near}/face.gif\r\nX-Confirm-Reading-To: eve@attack.test\r\n\
         Disposition-Notification-To: eve@attack.test\r\nContent-Base: {near}/\r\nMIME-Version: 1.0\r\n"
    );
    let html = format!(
        "<base href=\"{near}/\"><link rel=stylesheet href=\"{far}/a.css\"><style>@import url({near}/b.css);body{{background:url({far}/c.png)}}</style>\
         <img src=\"{near}/d.png\" srcset=\"{far}/e.png 2x\"><img src=\"file:///etc/passwd\"><iframe src=\"{near}/f\"></iframe>\
         <script src=\"{near}/g.js\"></script><object data=\"{far}/h\"></object><video poster=\"{near}/i\" src=\"{far}/j\"></video>\
         <meta http-equiv=refresh content=\"0;url={near}/k\"><a href=\"{near}/l\" ping=\"{far}/m\">here</a><p>Look {near}/n and {far}/o"
    );
    let messages = [
        format!("{head}Subject: html\r\nMessage-ID: <1@attack.test>\r\nContent-Type: text/html\r\n\r\n{html}\r\n"),
        format!(
            "{head}Subject: outside\r\nMessage-ID: <2@attack.test>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
             Content-Type: message/external-body; access-type=URL; URL=\"{near}/body\"\r\n\r\nContent-Type: text/plain\r\n\r\n--x\r\n\
             Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n\
             DTSTART:20261201T100000Z\r\nSUMMARY:x\r\nATTACH:{far}/invite\r\nURL:{near}/event\r\nTZURL:{near}/zone\r\nEND:VEVENT\r\n\
             END:VCALENDAR\r\n--x\r\nContent-Type: image/svg+xml; name=a.svg\r\n\r\n<svg><image href=\"{near}/svg\"/></svg>\r\n--x--\r\n"
        ),
        format!(
            "{head}Subject: report\r\nMessage-ID: <3@attack.test>\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nSee {far}/dsn\r\n--x\r\n\
             Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; trap.attack.test\r\n\r\n\
             Final-Recipient: rfc822; {near}/rcpt\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 {near}/why\r\n--x--\r\n"
        ),
    ];
    for (number, text) in messages.iter().enumerate() {
        // A body that is as its signature says: only then its key is worth a question.
        let (_, body) = text.split_once("\r\n\r\n").expect("a body");
        let hash = data_encoding::BASE64.encode(&sha2::Sha256::digest(body));
        let signature = format!("DKIM-Signature: v=1; a=rsa-sha256; d=attack.test; s=k; h=from; bh={hash}; b=AAAA\r\n");
        world.deliver("support", &number.to_string(), format!("{signature}{text}").as_bytes());
    }
    world.once();
    assert_eq!(world.object(&["status"])["received"], messages.len());
    world.run(&["ticket", "show", "1"]).ends(0);
    let refused = trap.accept().map(|(_, from)| from).expect_err("somebody has followed a link");
    assert_eq!(refused.kind(), std::io::ErrorKind::WouldBlock);
    // The trap works: the name server was asked, for the key of the signature and for nothing else.
    let asked = asked.lock().expect("no panic").clone();
    assert!(!asked.is_empty(), "nothing was verified");
    assert!(asked.iter().all(|name| name.contains("_domainkey")), "{asked:?}");
    // What goes out leads nobody there without a click.
    for letter in world.letters() {
        let all = letter.everything();
        assert!(!all.contains("<img") && !all.contains("src=") && !all.contains("url("), "{all}");
    }
    world.verify();
}
