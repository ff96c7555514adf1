//! A server that falls silent at every step, on a virtual clock. What servers do otherwise is tried by the program's own tests.

use std::future::pending;
use std::net::Ipv4Addr;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};
use tokio::time::Instant;

use super::*;
use crate::base::{EmailAddress, OutboxId};

/// What a healthy server answers to each step of a session; the first one is its greeting.
const ANSWERS: [(&str, &str); 7] = [
    ("greeting", "220 mail.example.org"),
    ("EHLO", "250-mail.example.org\r\n250 AUTH PLAIN"),
    ("AUTH", "235 welcome"),
    ("MAIL", "250 fine"),
    ("RCPT", "250 fine"),
    ("DATA", "354 go on"),
    (".", "250 taken"),
];

/// Answers until this step comes; then nothing is heard any more, but the connection stays open.
async fn serve(stream: DuplexStream, silent_at: &str) {
    let mut stream = BufReader::new(stream);
    let mut is_content = false;
    let mut step = "greeting".to_owned();
    loop {
        if step == silent_at {
            return pending().await;
        }
        if let Some((_, answer)) = ANSWERS.iter().find(|(name, _)| *name == step) {
            stream.get_mut().write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
            is_content = step == "DATA";
        }
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap() == 0 {
            return;
        }
        let verb = line.trim_end().split(' ').next().unwrap_or_default();
        step = if is_content && verb != "." { String::new() } else { verb.to_owned() };
    }
}

/// Opens a connection and sends a letter to a server that falls silent; what came of it, after how long, and whether the
/// connection is used on.
async fn silent_at(step: &'static str) -> (Result<AttemptResult, IoError>, u64, bool) {
    let (ours, theirs) = duplex(4096);
    tokio::spawn(serve(theirs, step));
    let peer = (Ipv4Addr::LOCALHOST, 25).into();
    let stream = Stream { inner: Box::new(ours), ahead: Vec::new(), peer };
    let password = Secret::new("sesame".to_owned());
    let start = Instant::now();
    let mut connection =
        match Connection::over(Box::new(stream), "mail.example.org", "desk.example.org", Some(("desk", &password))).await {
            Ok(connection) => connection,
            Err(error) => return (Err(error), start.elapsed().as_secs(), true),
        };
    let shipment = Shipment {
        letter: OutboxId::new(1),
        from: None,
        to: EmailAddress::new("ann@example.net").unwrap(),
        bytes: b"Subject: Hello\r\n\r\nHello.\r\n".to_vec(),
    };
    let result = connection.send(&shipment).await;
    (Ok(result), start.elapsed().as_secs(), connection.is_broken())
}

#[tokio::test(start_paused = true)]
async fn a_healthy_server_takes_the_letter_at_once() {
    let (result, seconds, is_broken) = silent_at("never").await;
    assert_eq!(result.unwrap(), AttemptResult::Sent { response: "taken".to_owned() });
    assert_eq!((seconds, is_broken), (0, false));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_lets_nobody_in_is_given_up() {
    for (step, what) in [("greeting", "greeting"), ("EHLO", "greeting"), ("AUTH", "login")] {
        let (result, seconds, _) = silent_at(step).await;
        let error = result.unwrap_err();
        assert!(matches!(error, IoError::TimedOut(_)) && error.to_string().contains(what), "{step}: {error}");
        assert!((300..=305).contains(&seconds), "{step}: {seconds} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_silence_before_the_message_puts_it_off() {
    for (step, limit) in [("MAIL", COMMAND), ("RCPT", COMMAND), ("DATA", DATA)] {
        let (result, seconds, is_broken) = silent_at(step).await;
        let because = format!("{step}: no answer");
        assert_eq!(result.unwrap(), AttemptResult::Deferred { because }, "{step}");
        assert!(is_broken, "no other letter goes over it");
        assert!((limit.as_secs()..=(limit + FAREWELL).as_secs()).contains(&seconds), "{step}: {seconds} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_silence_after_the_message_leaves_it_in_doubt() {
    let (result, seconds, is_broken) = silent_at(".").await;
    assert!(matches!(result.unwrap(), AttemptResult::Unknown { .. }));
    assert!(is_broken, "no other letter goes over it");
    assert!((600..=605).contains(&seconds), "{seconds} s");
}
