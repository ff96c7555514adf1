//! The control socket: a request a connection as one JSON line, for a message with its raw bytes behind it, and the answer as
//! one JSON line.
//!
//! The socket lies in the data directory. Only the daemon's own user and root may ask: the file's mode says so (0600 in a
//! directory of mode 0700), and the kernel's word on who connects (SO_PEERCRED) says so again.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::UnixStream as BlockingStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use crate::base::MailboxName;
use crate::config::{Problem, Severity};
use crate::desk::{Answer, Question};

use super::IoError;

/// The longest request, without a message's bytes.
const REQUEST_BYTES: u64 = 64 * 1024;
/// How long the daemon waits for whoever asks.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the command line waits for the daemon: it may have to check 20,000 rules, or to read a message of 64 MiB.
const ANSWER_PATIENCE: Duration = Duration::from_secs(90);
/// How much of a message is read at once.
const PIECE_BYTES: usize = 64 * 1024;

/// What may be asked of a running daemon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// A question to the desk, or an admin's order.
    Ask(Question),
    /// Load the configuration anew.
    Reload,
    /// Take in the message whose bytes follow the line.
    Deliver {
        /// The mailbox; none: the one it is addressed to.
        mailbox: Option<MailboxName>,
        /// So many bytes follow.
        bytes: u64,
    },
}

/// What comes back over the socket.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The answer.
    Answer(Answer),
    /// What came of loading the configuration.
    Reloaded(Reloaded),
    /// What was asked about does not exist.
    Missing(String),
    /// The request makes no sense.
    Refused(String),
    /// A message that cannot be taken in, and never will be.
    Unfit(String),
    /// Not now.
    Busy(String),
    /// Who asks may not.
    NotPermitted(String),
    /// There is no answer; why.
    Error(String),
}

/// What came of loading the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reloaded {
    /// Whether the new settings count.
    pub is_taken: bool,
    /// What changed, in a few words each.
    pub changes: Vec<String>,
    /// Every problem and every warning.
    pub problems: Vec<SettingsProblem>,
}

/// A problem of the configuration on its way over the socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsProblem {
    /// The file, relative to the configuration's directory.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column, from 1.
    pub column: Option<usize>,
    /// Whether the settings are refused because of it.
    pub is_error: bool,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// All of it as people read it.
    pub shown: String,
}

impl From<&Problem> for SettingsProblem {
    fn from(problem: &Problem) -> Self {
        let position = problem.place.position.as_ref();
        Self {
            file: problem.place.file.clone(),
            line: position.map(|at| at.line),
            column: position.map(|at| at.column),
            is_error: problem.severity == Severity::Error,
            message: problem.message.clone(),
            help: problem.help.clone(),
            shown: problem.to_string(),
        }
    }
}

/// Where the socket of a data directory lies.
pub fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("control.sock")
}

/// The daemon's end of the socket.
#[derive(Debug)]
pub struct Listener {
    socket: UnixListener,
    /// The daemon's user.
    owner: u32,
}

/// Opens the socket.
///
/// # Errors
/// [`IoError`] when it cannot be made.
pub fn listen(data_dir: &Path) -> Result<Listener, IoError> {
    let path = path(data_dir);
    // The store's lock is held: a socket that lies there is a dead one's.
    let _ = std::fs::remove_file(&path);
    let socket = UnixListener::bind(&path).map_err(|error| IoError::file("make the control socket", &path, error))?;
    let mode = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(&path, mode).map_err(|error| IoError::file("protect the control socket", &path, error))?;
    // What a process makes is its user's.
    let owner = std::fs::metadata(&path).map_err(|error| IoError::file("look at the control socket", &path, error))?.uid();
    Ok(Listener { socket, owner })
}

/// May a process of this user ask a daemon of that one?
const fn may_ask(user: u32, owner: u32) -> bool {
    user == owner || user == 0
}

impl Listener {
    /// Waits for somebody who may ask; others are turned away.
    ///
    /// # Errors
    /// [`IoError`] when the system gives no connection, such as for want of file descriptors.
    pub async fn accept(&self) -> Result<Caller, IoError> {
        loop {
            let failed =
                |source| IoError::File { operation: "accept a connection at", path: "the control socket".into(), source };
            let (stream, _) = self.socket.accept().await.map_err(failed)?;
            let user = stream.peer_cred().map_err(failed)?.uid();
            let mut caller = Caller { stream: tokio::io::BufReader::new(stream) };
            if may_ask(user, self.owner) {
                return Ok(caller);
            }
            tracing::warn!(user, "Somebody who may not ask was turned away from the control socket.");
            let because = format!("user {user} may not ask this daemon; ask as user {} or as root", self.owner);
            // A line as short as this fits into any socket's buffer: nobody makes the daemon wait.
            caller.respond(&Response::NotPermitted(because)).await;
        }
    }
}

/// Somebody who asks.
#[derive(Debug)]
pub struct Caller {
    stream: tokio::io::BufReader<UnixStream>,
}

impl Caller {
    /// What he asks; none where it is no proper request.
    pub async fn request(&mut self) -> Option<Request> {
        let mut line = String::new();
        let mut bounded = (&mut self.stream).take(REQUEST_BYTES);
        tokio::time::timeout(PATIENCE, bounded.read_line(&mut line)).await.ok()?.ok()?;
        serde_json::from_str(&line).ok()
    }

    /// The bytes that follow the request; none where fewer come.
    pub async fn body(&mut self, bytes: usize) -> Option<Vec<u8>> {
        // Grows with what comes: a number alone costs no memory.
        let mut body = Vec::new();
        let mut piece = vec![0; PIECE_BYTES];
        while body.len() < bytes {
            let want = piece.get_mut(..(bytes - body.len()).min(PIECE_BYTES))?;
            let read = tokio::time::timeout(PATIENCE, self.stream.read(want)).await.ok()?.ok()?;
            body.extend_from_slice(want.get(..read).filter(|some| !some.is_empty())?);
        }
        Some(body)
    }

    /// Writes the answer.
    pub async fn respond(&mut self, response: &Response) {
        let mut line = serde_json::to_vec(response).unwrap_or_default();
        line.push(b'\n');
        // Who has gone away does not want the answer any more.
        let _ = tokio::time::timeout(PATIENCE, self.stream.write_all(&line)).await;
    }
}

/// Asks a running daemon; none where there is none.
///
/// # Errors
/// [`IoError`] when it does not answer, or may not be asked.
pub fn ask(data_dir: &Path, question: &Question) -> Result<Option<Response>, IoError> {
    request(data_dir, &Request::Ask(question.clone()), &[])
}

/// Makes a request of a running daemon, with the bytes that belong to it; none where there is none.
///
/// # Errors
/// [`IoError`] when it does not answer, or may not be asked.
pub fn request(data_dir: &Path, request: &Request, body: &[u8]) -> Result<Option<Response>, IoError> {
    let path = path(data_dir);
    let mut stream = match BlockingStream::connect(&path) {
        Ok(stream) => stream,
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            return Err(IoError::file("ask the daemon over", &path, error));
        }
        Err(_) => return Ok(None),
    };
    let mut exchange = || -> std::io::Result<Response> {
        stream.set_read_timeout(Some(ANSWER_PATIENCE))?;
        stream.set_write_timeout(Some(ANSWER_PATIENCE))?;
        let mut line = serde_json::to_vec(request)?;
        line.push(b'\n');
        // A daemon that does not want the rest hangs up, but says first why.
        let written = stream.write_all(&line).and_then(|()| stream.write_all(body));
        let mut answer = String::new();
        let read = BufReader::new(&stream).read_line(&mut answer);
        if answer.is_empty() {
            written?;
            read?;
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        Ok(serde_json::from_str(&answer)?)
    };
    exchange().map(Some).map_err(|error| IoError::file("talk to the daemon over", &path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_daemons_own_user_and_root_may_ask() {
        for (user, owner, may) in [(0, 0, true), (0, 990, true), (990, 990, true), (1000, 990, false), (990, 0, false)] {
            assert_eq!(may_ask(user, owner), may, "user {user} asks a daemon of user {owner}");
        }
    }

    fn pair() -> (UnixStream, Caller) {
        let (ours, theirs) = UnixStream::pair().expect("a pair of sockets");
        (ours, Caller { stream: tokio::io::BufReader::new(theirs) })
    }

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
    }

    #[test]
    fn a_message_travels_as_it_is_behind_its_line() {
        runtime().block_on(async {
            let (mut ours, mut caller) = pair();
            let message: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
            let request = Request::Deliver { mailbox: None, bytes: 200_000 };
            let line = serde_json::to_vec(&request).expect("a line");
            let sent = message.clone();
            let sending = tokio::spawn(async move {
                ours.write_all(&[&line[..], b"\n", &sent].concat()).await.expect("written");
                ours
            });
            assert_eq!(caller.request().await, Some(request));
            assert_eq!(caller.body(200_000).await, Some(message));
            sending.await.expect("sent");
        });
    }

    #[test]
    fn a_message_that_is_cut_off_is_none() {
        runtime().block_on(async {
            let (mut ours, mut caller) = pair();
            ours.write_all(b"{\"deliver\":{\"mailbox\":null,\"bytes\":9}}\nshort").await.expect("written");
            drop(ours);
            assert!(caller.request().await.is_some());
            assert_eq!(caller.body(9).await, None);
        });
    }

    #[test]
    fn what_is_no_request_is_none() {
        runtime().block_on(async {
            for bytes in [&b"{\"sing\":1}\n"[..], b"\n", b"", &[0xff; 100], &[b'x'; 70_000]] {
                let (mut ours, mut caller) = pair();
                ours.write_all(bytes).await.expect("written");
                drop(ours);
                assert_eq!(caller.request().await, None);
            }
        });
    }
}
