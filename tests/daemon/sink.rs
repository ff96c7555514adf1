//! A tiny mail server: it speaks as strictly as real ones do, and fails as they do where it is told to.
//!
//! [`Sink::start`] takes a verdict for each letter; [`Sink::moody`] is asked before every answer, also of those that come before
//! the first letter. It speaks no TLS: what it proves of STARTTLS is what happens when the server spoils it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::mail::Letter;

/// What happens to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is taken.
    Take,
    /// Its recipient is unknown (550).
    Refuse,
    /// Its recipient is busy (451).
    Later,
    /// It is taken, and the connection breaks before the answer.
    TakeAndDrop,
    /// It is refused after its last line (554).
    RefuseContent,
    /// It is taken, and the answer never comes.
    TakeAndStall,
}

/// Before which answer the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment<'a> {
    /// A client has connected; how many did before.
    Greeting(usize),
    /// EHLO; how many connections came before this one.
    Hello(usize),
    /// STARTTLS.
    StartTls,
    /// AUTH.
    Login,
    /// MAIL; how often there was one before.
    Sender(usize),
    /// RCPT: whom, and how often that one was asked for before.
    Recipient(&'a str, usize),
    /// DATA.
    Data(&'a str, usize),
    /// The message is going to be read.
    Reading(&'a str, usize),
    /// The message is there, and not yet taken.
    Read(&'a str, usize),
    /// The message is taken.
    Taken(&'a str, usize),
}

/// What the server does then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// What a healthy one does.
    Go,
    /// It says this; where it begins with 4 or 5, nothing else comes of it.
    Say(&'static str),
    /// It breaks the connection.
    Drop,
    /// It never answers.
    Stall,
}

impl Verdict {
    /// The verdict as what the server does at a moment.
    fn at(verdict: impl Fn(&str, usize) -> Self, moment: Moment<'_>) -> Act {
        match moment {
            Moment::Recipient(to, asked) => match verdict(to, asked) {
                Self::Refuse => Act::Say("550 5.1.1 nobody of that name"),
                Self::Later => Act::Say("451 4.3.0 come again"),
                _ => Act::Go,
            },
            Moment::Read(to, asked) if verdict(to, asked) == Self::RefuseContent => Act::Say("554 5.7.1 we do not like it"),
            Moment::Taken(to, asked) => match verdict(to, asked) {
                Self::TakeAndDrop => Act::Drop,
                Self::TakeAndStall => Act::Stall,
                _ => Act::Go,
            },
            _ => Act::Go,
        }
    }
}

/// A letter that was taken.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    /// Envelope sender; empty is the null path.
    pub(super) from: String,
    pub(super) to: String,
    pub(super) letter: Letter,
}

#[derive(Default)]
struct Inside {
    taken: Vec<Taken>,
    /// How often each recipient was asked for.
    asked: BTreeMap<String, usize>,
    connections: usize,
    senders: usize,
    /// Every command that a client gave, credentials too.
    said: Vec<String>,
    faults: Vec<String>,
}

type Mood = dyn Fn(Moment<'_>) -> Act + Send + Sync;

/// The server; it listens as long as the process lives.
pub(super) struct Sink {
    port: u16,
    inside: Arc<Mutex<Inside>>,
}

impl Sink {
    /// Starts it. The verdict depends on the recipient and on how often that one was asked for before.
    pub(super) fn start(verdict: impl Fn(&str, usize) -> Verdict + Send + Sync + 'static) -> Self {
        let features = "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8";
        Self::moody(features, move |moment| Verdict::at(&verdict, moment))
    }

    /// Starts one that answers EHLO with these features and is asked before each answer what to do.
    pub(super) fn moody(features: &'static str, mood: impl Fn(Moment<'_>) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let inside = Arc::new(Mutex::new(Inside::default()));
        let (shared, mood): (_, Arc<Mood>) = (Arc::clone(&inside), Arc::new(mood));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (inside, mood) = (Arc::clone(&shared), Arc::clone(&mood));
                // A client that is killed breaks the connection in the middle, which is no fault of anybody's.
                std::thread::spawn(move || drop(serve(stream, features, &inside, &*mood)));
            }
        });
        Self { port, inside }
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// Everything that was taken, in order, repeated letters too.
    pub(super) fn taken(&self) -> Vec<Taken> {
        self.inside.lock().expect("the server").taken.clone()
    }

    /// What the client did wrong.
    pub(super) fn faults(&self) -> Vec<String> {
        self.inside.lock().expect("the server").faults.clone()
    }

    /// How many clients have connected.
    pub(super) fn connections(&self) -> usize {
        self.inside.lock().expect("the server").connections
    }

    /// Every command that a client gave.
    pub(super) fn said(&self) -> Vec<String> {
        self.inside.lock().expect("the server").said.clone()
    }
}

/// What comes of a command.
enum Turn {
    /// This is said.
    Answer(String),
    /// The command is refused with this, and has no effect.
    Refusal(String),
    /// The connection ends.
    End,
}

/// A connection with a client.
struct Session<'a> {
    lines: BufReader<TcpStream>,
    inside: &'a Mutex<Inside>,
    mood: &'a Mood,
    number: usize,
    /// The open transaction: sender, then recipient.
    from: Option<String>,
    to: Option<(String, usize)>,
}

impl Session<'_> {
    fn say(&mut self, text: &str) -> std::io::Result<()> {
        self.lines.get_mut().write_all(format!("{text}\r\n").as_bytes())
    }

    /// Asks the mood: what is said here by a healthy server, or something else.
    fn turn(&mut self, moment: Moment<'_>, healthy: &str) -> Turn {
        match (self.mood)(moment) {
            Act::Go => Turn::Answer(healthy.to_owned()),
            Act::Say(text) if text.starts_with(['4', '5']) => Turn::Refusal(text.to_owned()),
            Act::Say(text) => Turn::Answer(text.to_owned()),
            Act::Drop => Turn::End,
            Act::Stall => {
                // Until the client goes away.
                while self.lines.read(&mut [0; 512]).is_ok_and(|count| count > 0) {}
                Turn::End
            }
        }
    }

    fn sender(&mut self, line: &str) -> Turn {
        // RFC 5321 §4.1.4: a second MAIL within a transaction is an error, as Postfix says it.
        if self.from.is_some() {
            self.inside.lock().expect("the server").faults.push(format!("nested {line}"));
            return Turn::Refusal("503 5.5.1 Error: nested MAIL command".to_owned());
        }
        let before = {
            let mut inside = self.inside.lock().expect("the server");
            inside.senders += 1;
            inside.senders - 1
        };
        let turn = self.turn(Moment::Sender(before), "250 fine");
        if matches!(turn, Turn::Answer(_)) {
            self.from = Some(path_of(line));
        }
        turn
    }

    fn recipient(&mut self, line: &str) -> Turn {
        if self.from.is_none() {
            return Turn::Refusal("503 5.5.1 Error: need MAIL command".to_owned());
        }
        let address = path_of(line);
        let before = {
            let mut inside = self.inside.lock().expect("the server");
            let asked = inside.asked.entry(address.clone()).or_default();
            *asked += 1;
            *asked - 1
        };
        let turn = self.turn(Moment::Recipient(&address, before), "250 fine");
        if matches!(turn, Turn::Answer(_)) {
            self.to = Some((address, before));
        }
        turn
    }

    fn message(&mut self) -> std::io::Result<Turn> {
        let (Some(from), Some((to, asked))) = (self.from.clone(), self.to.clone()) else {
            return Ok(Turn::Refusal("503 5.5.1 Error: need RCPT command".to_owned()));
        };
        match self.turn(Moment::Data(&to, asked), "354 go on") {
            Turn::Answer(text) => self.say(&text)?,
            other => return Ok(other),
        }
        let Turn::Answer(_) = self.turn(Moment::Reading(&to, asked), "") else { return Ok(Turn::End) };
        let Some(raw) = content(&mut self.lines)? else { return Ok(Turn::End) };
        (self.from, self.to) = (None, None);
        let turn = self.turn(Moment::Read(&to, asked), "");
        let Turn::Answer(_) = turn else { return Ok(turn) };
        self.inside.lock().expect("the server").taken.push(Taken { from, to: to.clone(), letter: Letter { raw } });
        Ok(self.turn(Moment::Taken(&to, asked), "250 2.0.0 taken"))
    }
}

fn serve(stream: TcpStream, features: &str, inside: &Mutex<Inside>, mood: &Mood) -> std::io::Result<()> {
    let number = {
        let mut inside = inside.lock().expect("the server");
        inside.connections += 1;
        inside.connections - 1
    };
    let mut session = Session { lines: BufReader::new(stream), inside, mood, number, from: None, to: None };
    let mut turn = session.turn(Moment::Greeting(number), "220 sink.example ESMTP");
    loop {
        // Real servers take a moment: kills fall between the answers too.
        std::thread::park_timeout(Duration::from_millis(1));
        match turn {
            Turn::Answer(text) | Turn::Refusal(text) => session.say(&text)?,
            Turn::End => return Ok(()),
        }
        let mut line = String::new();
        if session.lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let line = line.trim_end().to_owned();
        inside.lock().expect("the server").said.push(line.clone());
        let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        turn = match verb.as_str() {
            "EHLO" => session.turn(Moment::Hello(session.number), features),
            "STARTTLS" => session.turn(Moment::StartTls, "454 4.7.0 no TLS here"),
            "AUTH" => session.turn(Moment::Login, "235 2.7.0 welcome"),
            "RSET" => {
                (session.from, session.to) = (None, None);
                Turn::Answer("250 forgotten".to_owned())
            }
            "NOOP" => Turn::Answer("250 fine".to_owned()),
            "QUIT" => {
                session.say("221 bye")?;
                return Ok(());
            }
            "MAIL" => session.sender(&line),
            "RCPT" => session.recipient(&line),
            "DATA" => session.message()?,
            _ => Turn::Answer("500 5.5.2 what?".to_owned()),
        };
    }
}

/// The message up to the line with the dot, dots unstuffed (RFC 5321 §4.5.2); none where the connection broke before.
fn content(lines: &mut BufReader<TcpStream>) -> std::io::Result<Option<Vec<u8>>> {
    let mut raw = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line == b".\r\n" {
            return Ok(Some(raw));
        }
        raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

fn path_of(line: &str) -> String {
    let path = line.split_once('<').map_or("", |(_, rest)| rest);
    path.split('>').next().unwrap_or_default().to_owned()
}
