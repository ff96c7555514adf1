//! From an open stream to a session: greeting, STARTTLS, login.
//!
//! Greeting and STARTTLS are read by hand, because async-imap does not look at the greeting, and because whatever a server
//! sends in the clear behind its answer to STARTTLS is an attempt at injection.

use std::time::Duration;

use async_imap::Client;
use async_imap::error::Error;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, BufWriter};
use tokio::time::timeout;

use crate::base::one_line;
use crate::config::Tls;
use crate::io::IoError;
use crate::io::tls::{self, Duplex};

use super::Server;
use super::gate::Gate;
use super::wire::{Wire, unreadable};

/// How long a server may take to greet, to agree to TLS, or to let us in; some make a wrong password wait on purpose.
const PATIENCE: Duration = Duration::from_secs(60);
/// The longest greeting.
const GREETING_BYTES: u64 = 8 * 1024;
/// Lines a server may send before it answers STARTTLS.
const LINES: usize = 20;
/// The longest of the server's words that is repeated in an error.
pub(super) const WORDS: usize = 300;
/// What may come in answer to the login.
const LOGIN_BYTES: u64 = 64 * 1024;

/// A command is four writes of async-imap; so it goes out in one piece all the same.
pub(super) type Buffered = BufReader<BufWriter<Box<dyn Duplex>>>;

fn buffered(stream: Box<dyn Duplex>) -> Buffered {
    BufReader::new(BufWriter::new(stream))
}

/// Greets, secures and logs in.
pub(super) async fn open(stream: Box<dyn Duplex>, server: &Server) -> Result<Wire, IoError> {
    let host = format!("{}:{}", server.host, server.port);
    let late = |_| IoError::TimedOut("the server's greeting");
    let stream = match server.tls {
        Tls::Implicit => {
            let secured = tls::handshake(&server.host, server.ca_file.as_deref(), stream).await?;
            let mut stream = buffered(Box::new(secured));
            timeout(PATIENCE, greeting(&mut stream, &host)).await.map_err(late)??;
            stream
        }
        Tls::StartTls => {
            let mut stream = buffered(stream);
            timeout(PATIENCE, greeting(&mut stream, &host)).await.map_err(late)??;
            let stream = timeout(PATIENCE, start_tls(stream, &host)).await.map_err(|_| IoError::TimedOut("STARTTLS"))??;
            let secured = tls::handshake(&server.host, server.ca_file.as_deref(), stream).await?;
            // There is no second greeting (RFC 3501 §6.2.1).
            buffered(Box::new(secured))
        }
        Tls::Plain => {
            let mut stream = buffered(stream);
            timeout(PATIENCE, greeting(&mut stream, &host)).await.map_err(late)??;
            stream
        }
    };
    log_in(stream, server, host).await
}

/// The server's first line: only `* OK` is one. PREAUTH would be somebody else's session, and no STARTTLS could follow it.
async fn greeting(stream: &mut Buffered, host: &str) -> Result<(), IoError> {
    let line = line(stream, host).await?;
    let words = one_line(&line, WORDS);
    let starts = |word: &str| line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if starts("* OK ") || starts("* OK\r") {
        Ok(())
    } else if starts("* BYE") {
        Err(IoError::Protocol(format!("{host} turns us away: {words}")))
    } else if starts("* PREAUTH") {
        Err(IoError::Protocol(format!("{host} has logged somebody in already and is not used: {words}")))
    } else {
        Err(IoError::Protocol(format!("{host} does not greet as an IMAP server: {words}")))
    }
}

/// One line in the clear, of bounded length.
async fn line(stream: &mut Buffered, host: &str) -> Result<String, IoError> {
    let mut line = Vec::new();
    let read = AsyncReadExt::take(&mut *stream, GREETING_BYTES).read_until(b'\n', &mut line).await;
    let lost = |source| IoError::Network { operation: "read the greeting of", host: host.to_owned(), source };
    read.map_err(lost)?;
    if line.is_empty() {
        return Err(lost(std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "it closes the connection without a word")));
    }
    Ok(String::from_utf8_lossy(&line).into_owned())
}

async fn start_tls(mut stream: Buffered, host: &str) -> Result<Box<dyn Duplex>, IoError> {
    let write = async {
        stream.write_all(b"S1 STARTTLS\r\n").await?;
        stream.flush().await
    };
    write.await.map_err(|source| IoError::Network { operation: "talk to", host: host.to_owned(), source })?;
    for _ in 0..LINES {
        let line = line(&mut stream, host).await?;
        if line.starts_with("* ") && !line.to_ascii_uppercase().starts_with("* BYE") {
            continue;
        }
        if !line.to_ascii_uppercase().starts_with("S1 OK") {
            let words = one_line(&line, WORDS);
            return Err(IoError::Protocol(format!("{host} refuses STARTTLS, and nothing is sent in the clear: {words}")));
        }
        // Whoever sits on the way could have put answers here that would pass for protected ones.
        if !stream.buffer().is_empty() {
            return Err(IoError::Protocol(format!("{host} sent more than its answer before TLS began")));
        }
        return Ok(stream.into_inner().into_inner());
    }
    Err(IoError::Protocol(format!("{host} does not answer STARTTLS")))
}

async fn log_in(stream: Buffered, server: &Server, host: String) -> Result<Wire, IoError> {
    let mut gate = Gate::new(stream);
    gate.expect(LOGIN_BYTES, PATIENCE);
    let login = Client::new(gate).login(&server.user, server.password.expose());
    let login = timeout(PATIENCE.saturating_mul(2), login).await.map_err(|_| IoError::TimedOut("the login"))?;
    let network = |source| IoError::Network { operation: "log in to", host: host.clone(), source };
    match login {
        Ok(session) => Ok(Wire::new(session, host)),
        Err((Error::No(text) | Error::Bad(text), _)) => Err(refused(&text, server, host)),
        Err((Error::Validate(_), _)) => {
            Err(IoError::Protocol(format!("the name or the password for {host} has a line break in it")))
        }
        Err((Error::Io(error), _)) => Err(network(unreadable(error))),
        Err((Error::ConnectionLost, _)) => {
            Err(network(std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "the server closes the connection")))
        }
        Err((_, _)) => Err(network(std::io::Error::other("the server's answer makes no sense"))),
    }
}

/// A refused login: for good, unless the server says that it is its own trouble (RFC 5530).
fn refused(text: &str, server: &Server, host: String) -> IoError {
    // The crate gives the answer as `code: …, info: Some("…")`.
    let words = text.split_once("info: Some(\"").and_then(|(_, words)| words.strip_suffix("\")")).unwrap_or(text);
    // A server may repeat what it was told; it does not get any further (SECURITY.md, S01).
    let answer = one_line(&server.password.out_of(words), WORDS);
    let is_passing = ["[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]"].iter().any(|code| answer.contains(code));
    if is_passing {
        IoError::Refused { operation: "log in to", host, answer }
    } else {
        IoError::LogIn { host, user: server.user.clone(), answer }
    }
}
