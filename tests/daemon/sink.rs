//! A tiny mail server: it speaks as strictly as real ones do, and fails as they do where it is told to.

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
    faults: Vec<String>,
}

/// The server; it listens as long as the process lives.
pub(super) struct Sink {
    port: u16,
    inside: Arc<Mutex<Inside>>,
}

impl Sink {
    /// Starts it. The verdict depends on the recipient and on how often that one was asked for before.
    pub(super) fn start(verdict: impl Fn(&str, usize) -> Verdict + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let inside = Arc::new(Mutex::new(Inside::default()));
        let (shared, verdict) = (Arc::clone(&inside), Arc::new(verdict));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (inside, verdict) = (Arc::clone(&shared), Arc::clone(&verdict));
                // A client that is killed breaks the connection in the middle, which is no fault of anybody's.
                std::thread::spawn(move || drop(serve(stream, &inside, &*verdict)));
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
}

fn serve(
    stream: TcpStream,
    inside: &Mutex<Inside>,
    verdict: &(dyn Fn(&str, usize) -> Verdict + Send + Sync),
) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    out.write_all(b"220 sink.example ESMTP\r\n")?;
    // The open transaction: sender, then recipient.
    let (mut from, mut to): (Option<String>, Option<(String, Verdict)>) = (None, None);
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let line = line.trim_end().to_owned();
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8".to_owned(),
            "RSET" => {
                (from, to) = (None, None);
                "250 forgotten".to_owned()
            }
            "NOOP" => "250 fine".to_owned(),
            "QUIT" => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            // RFC 5321 §4.1.4: a second MAIL within a transaction is an error, as Postfix says it.
            "MAIL" if from.is_some() => {
                inside.lock().expect("the server").faults.push(format!("nested {line}"));
                "503 5.5.1 Error: nested MAIL command".to_owned()
            }
            "MAIL" => {
                from = Some(path_of(&line));
                "250 fine".to_owned()
            }
            "RCPT" if from.is_none() => "503 5.5.1 Error: need MAIL command".to_owned(),
            "RCPT" => {
                let address = path_of(&line);
                let asked = {
                    let mut inside = inside.lock().expect("the server");
                    let asked = inside.asked.entry(address.clone()).or_default();
                    *asked += 1;
                    *asked - 1
                };
                match verdict(&address, asked) {
                    Verdict::Refuse => "550 5.1.1 nobody of that name".to_owned(),
                    Verdict::Later => "451 4.3.0 come again".to_owned(),
                    verdict => {
                        to = Some((address, verdict));
                        "250 fine".to_owned()
                    }
                }
            }
            "DATA" => match (from.take(), to.take()) {
                (Some(from), Some((to, verdict))) => {
                    out.write_all(b"354 go on\r\n")?;
                    let Some(raw) = content(&mut lines)? else { return Ok(()) };
                    if verdict == Verdict::RefuseContent {
                        "554 5.7.1 we do not like it".to_owned()
                    } else {
                        inside.lock().expect("the server").taken.push(Taken { from, to, letter: Letter { raw } });
                        match verdict {
                            Verdict::TakeAndDrop => return Ok(()),
                            Verdict::TakeAndStall => {
                                // Until the client goes away.
                                let _ = lines.read(&mut [0; 1]);
                                return Ok(());
                            }
                            _ => "250 2.0.0 taken".to_owned(),
                        }
                    }
                }
                (sender, _) => {
                    from = sender;
                    "503 5.5.1 Error: need RCPT command".to_owned()
                }
            },
            _ => "500 5.5.2 what?".to_owned(),
        };
        // Real servers take a moment: kills fall between the answers too.
        std::thread::park_timeout(Duration::from_millis(1));
        out.write_all(format!("{answer}\r\n").as_bytes())?;
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
