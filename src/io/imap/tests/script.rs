//! A mail server that says what a script says.
//!
//! A line `S: …` is said; what stands in several such lines one after the other is sent in one piece. `C: …` waits for a line
//! that begins so behind its tag; `$` is the last tag. At the end the connection is closed if the last line is `close`, else
//! the server falls silent.

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};
use tokio::task::JoinHandle;

use crate::config::{Secret, Tls};
use crate::io::IoError;
use crate::io::imap::{Connection, Server};

/// Greeting, login and the abilities of a server that has them all.
pub(super) const ABLE: &str = "
S: * OK [CAPABILITY IMAP4rev1] ready
C: LOGIN \"support\" \"sesame \\\"street\\\"\"
S: $ OK in
C: CAPABILITY
S: * CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS
S: $ OK done
";

/// The same, of one that has none.
pub(super) const POOR: &str = "
S: * OK ready
C: LOGIN
S: $ OK in
C: CAPABILITY
S: * CAPABILITY IMAP4rev1
S: $ OK done
";

/// A folder with three messages is opened.
pub(super) const SELECTED: &str = "
C: SELECT \"INBOX\"
S: * FLAGS (\\Seen \\Deleted)
S: * 3 EXISTS
S: * 0 RECENT
S: * OK [UIDVALIDITY 7] valid
S: * OK [UIDNEXT 10] next
S: $ OK [READ-WRITE] selected
";

/// What a server has to say, and what came of it.
pub(super) struct Played {
    stream: DuplexStream,
    playing: JoinHandle<Vec<String>>,
}

pub(super) fn server(tls: Tls) -> Server {
    Server {
        host: "mail.example.org".to_owned(),
        port: 993,
        tls,
        ca_file: None,
        user: "support".to_owned(),
        password: Secret::new("sesame \"street\"".to_owned()),
    }
}

/// Starts a server.
pub(super) fn play(parts: &[&str]) -> Played {
    play_up_to(parts, usize::MAX)
}

/// The same; after so many bytes the connection is cut.
pub(super) fn play_up_to(parts: &[&str], bytes: usize) -> Played {
    let (stream, theirs) = duplex(64 * 1024);
    let script = parts.concat();
    Played { stream, playing: tokio::spawn(perform(theirs, script, bytes)) }
}

impl Played {
    /// Opens a connection; the lines that the server has heard can be asked for with the second value.
    pub(super) async fn open(self, tls: Tls) -> (Result<Connection, IoError>, JoinHandle<Vec<String>>) {
        (Connection::over(Box::new(self.stream), &server(tls)).await, self.playing)
    }
}

/// A connection with its folder open.
pub(super) async fn opened(parts: &[&str]) -> (Connection, JoinHandle<Vec<String>>) {
    let (connection, heard) = play(parts).open(Tls::Plain).await;
    let mut connection = connection.expect("the server lets us in");
    connection.select("INBOX").await.expect("the folder opens");
    (connection, heard)
}

async fn perform(stream: DuplexStream, script: String, mut allowance: usize) -> Vec<String> {
    let mut stream = BufReader::new(stream);
    let (mut heard, mut tag, mut said) = (Vec::new(), String::new(), String::new());
    for line in script.lines().filter(|line| !line.is_empty()) {
        let Some((kind, text)) = line.split_at_checked(2).map(|(kind, text)| (kind, text.strip_prefix(' ').unwrap_or(text)))
        else {
            panic!("{line:?} is no line of a script");
        };
        if kind == "S:" {
            said.push_str(&if text.starts_with("$ ") { text.replacen('$', &tag, 1) } else { text.to_owned() });
            said.push_str("\r\n");
            continue;
        }
        if !said.is_empty() {
            if !say(&mut stream, &said, &mut allowance).await {
                return heard;
            }
            said.clear();
        }
        if line == "close" {
            return heard;
        }
        let mut received = String::new();
        if stream.read_line(&mut received).await.unwrap_or(0) == 0 {
            return heard;
        }
        let received = received.trim_end().to_owned();
        let words = match received.split_once(' ') {
            Some((first, words)) => {
                tag = first.to_owned();
                words
            }
            None => received.as_str(),
        };
        assert!(words.starts_with(text), "the client says {words:?} where {text:?} was expected");
        heard.push(words.to_owned());
    }
    if !say(&mut stream, &said, &mut allowance).await {
        return heard;
    }
    // Whatever else comes is heard without an answer, until the client goes away.
    let mut received = String::new();
    while stream.read_line(&mut received).await.unwrap_or(0) > 0 {
        heard.push(received.trim_end().to_owned());
        received.clear();
    }
    heard
}

/// Says something, as far as it may be said. False: the connection is to be cut.
async fn say(stream: &mut BufReader<DuplexStream>, text: &str, allowance: &mut usize) -> bool {
    let said = text.as_bytes().get(..*allowance).unwrap_or(text.as_bytes());
    // Who has had enough has gone away.
    let _ = stream.write_all(said).await;
    *allowance = allowance.saturating_sub(said.len());
    *allowance > 0
}
