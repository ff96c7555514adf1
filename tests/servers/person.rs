//! A person's mail program, small: it sends over SMTP, and reads, marks, moves and deletes over IMAP, in the clear on loopback.
//!
//! It is strict: what the server does not answer with OK ends the test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::host::{Host, PASSWORD};
use super::mail::Letter;
use super::world::within;

/// Longer than any answer of a healthy server takes; a test that hangs says where.
const PATIENCE: Duration = Duration::from_secs(60);

/// A message in a folder.
#[derive(Clone, Debug)]
pub(super) struct Lying {
    /// As the server writes them: `\Seen $Label`.
    pub(super) flags: String,
    pub(super) letter: Letter,
}

/// A mailbox that is open in a mail program, in its INBOX.
pub(super) struct Person {
    address: String,
    server: BufReader<TcpStream>,
    commands: u32,
}

/// One line of the server, with the literals in it.
struct Response {
    text: String,
    literals: Vec<Vec<u8>>,
}

impl Person {
    /// Logs in.
    pub(super) fn new(host: &Host, address: &str) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", host.ports.imap)).expect("Dovecot listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        stream.set_nodelay(true).expect("no delay");
        let mut person = Self { address: address.to_owned(), server: BufReader::new(stream), commands: 0 };
        let greeting = person.response();
        assert!(greeting.text.starts_with("* OK"), "{}", greeting.text);
        person.command(&format!("LOGIN {address} {PASSWORD}"));
        person.command("SELECT INBOX");
        person
    }

    /// A command; what the server said before its OK.
    pub(super) fn command(&mut self, text: &str) -> Vec<String> {
        self.responses(text).into_iter().map(|response| response.text).collect()
    }

    fn responses(&mut self, text: &str) -> Vec<Response> {
        self.commands += 1;
        let tag = format!("p{}", self.commands);
        self.server.get_mut().write_all(format!("{tag} {text}\r\n").as_bytes()).expect("sent");
        let mut responses = Vec::new();
        loop {
            let response = self.response();
            if let Some(end) = response.text.strip_prefix(&tag) {
                assert!(end.starts_with(" OK"), "{} says {text}: {end}", self.address);
                return responses;
            }
            responses.push(response);
        }
    }

    /// A line and its literals (RFC 3501 §4.3).
    fn response(&mut self) -> Response {
        let mut response = Response { text: String::new(), literals: Vec::new() };
        loop {
            let mut line = Vec::new();
            let count = self.server.read_until(b'\n', &mut line).expect("an answer of Dovecot in time");
            assert!(count > 0, "Dovecot has closed the connection of {} after {:?}", self.address, response.text);
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            let length = line.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')).and_then(|(_, n)| n.parse().ok());
            response.text.push_str(&line);
            let Some(length) = length else { return response };
            let mut literal = vec![0; length];
            self.server.read_exact(&mut literal).expect("a literal");
            response.literals.push(literal);
        }
    }

    /// What lies in the open folder.
    pub(super) fn mail(&mut self) -> Vec<Lying> {
        // New messages are told of in the answer to NOOP (RFC 3501 §7.3.1).
        self.command("NOOP");
        let mut mail = Vec::new();
        for mut response in self.responses("UID FETCH 1:* (FLAGS BODY.PEEK[])") {
            let text = &response.text;
            let after = |word: &str| text.split_once(word).map(|(_, rest)| rest.to_owned());
            // A line without a body tells of flags that somebody else has changed.
            let Some(raw) = response.literals.pop() else { continue };
            let flags = after("FLAGS (").and_then(|rest| Some(rest.split_once(')')?.0.to_owned())).expect("flags");
            mail.push(Lying { flags, letter: Letter { raw } });
        }
        mail
    }

    /// What lies in the open folder, as letters.
    pub(super) fn letters(&mut self) -> Vec<Letter> {
        self.mail().into_iter().map(|one| one.letter).collect()
    }

    /// Waits for a letter up to so long.
    pub(super) fn letter(&mut self, patience: Duration, what: &str, fits: impl Fn(&Letter) -> bool) -> Letter {
        let address = self.address.clone();
        within(patience, &format!("{what} for {address}"), || self.letters().into_iter().find(&fits))
    }
}

/// Sends a message to the MX, as a mail server of the sender's would; whether it was taken.
pub(super) fn send(host: &Host, from: &str, to: &str, bytes: &[u8]) {
    let stream = TcpStream::connect(("127.0.0.1", host.ports.smtp)).expect("Postfix listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    stream.set_nodelay(true).expect("no delay");
    let mut server = BufReader::new(stream);
    answered(&mut server, "220", "the greeting");
    let mut content = Vec::with_capacity(bytes.len() + 100);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            content.push(b'.');
        }
        content.extend_from_slice(line);
    }
    let end: &[u8] = if content.ends_with(b"\r\n") { b".\r\n" } else { b"\r\n.\r\n" };
    content.extend_from_slice(end);
    let commands = [
        ("EHLO person.example".to_owned(), "250"),
        (format!("MAIL FROM:<{from}>"), "250"),
        (format!("RCPT TO:<{to}>"), "250"),
        ("DATA".to_owned(), "354"),
    ];
    for (command, code) in &commands {
        server.get_mut().write_all(format!("{command}\r\n").as_bytes()).expect("sent");
        answered(&mut server, code, command);
    }
    server.get_mut().write_all(&content).expect("sent");
    answered(&mut server, "250", "the message");
    server.get_mut().write_all(b"QUIT\r\n").expect("sent");
    answered(&mut server, "221", "QUIT");
}

fn answered(server: &mut BufReader<TcpStream>, code: &str, to: &str) {
    loop {
        let mut line = String::new();
        server.read_line(&mut line).expect("an answer of Postfix in time");
        assert!(line.starts_with(code), "Postfix says {line:?} to {to}");
        if line.as_bytes().get(3) != Some(&b'-') {
            return;
        }
    }
}

/// The recipient of a message by its header.
pub(super) fn send_answer(host: &Host, from: &str, bytes: &[u8]) {
    let to = Letter { raw: bytes.to_vec() }.to();
    send(host, from, &to, bytes);
}
