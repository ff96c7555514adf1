//! The control socket: a question a connection as one JSON line, its answer as one JSON line.
//!
//! The socket lies in the data directory and only its owner may open it (mode 0600 in a directory of mode 0700).

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream as BlockingStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use crate::desk::{Answer, Question};

use super::IoError;

/// The longest question.
const QUESTION_BYTES: u64 = 64 * 1024;
/// How long either side waits for the other.
const PATIENCE: Duration = Duration::from_secs(30);

/// What comes back over the socket.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The answer.
    Answer(Answer),
    /// What was asked about does not exist.
    Missing(String),
    /// The question makes no sense.
    Refused(String),
    /// There is no answer; why.
    Error(String),
}

/// Where the socket of a data directory lies.
pub fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("control.sock")
}

/// Opens the socket.
///
/// # Errors
/// [`IoError`] when it cannot be made.
pub fn listen(data_dir: &Path) -> Result<UnixListener, IoError> {
    let path = path(data_dir);
    // The store's lock is held: a socket that lies there is a dead one's.
    let _ = std::fs::remove_file(&path);
    let listener = UnixListener::bind(&path).map_err(|error| IoError::file("make the control socket", &path, error))?;
    let mode = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(&path, mode).map_err(|error| IoError::file("protect the control socket", &path, error))?;
    Ok(listener)
}

/// Reads the question of a connection; none where there is no proper one.
pub async fn question(stream: &mut UnixStream) -> Option<Question> {
    let mut line = String::new();
    let mut reader = tokio::io::BufReader::new(stream.take(QUESTION_BYTES));
    tokio::time::timeout(PATIENCE, reader.read_line(&mut line)).await.ok()?.ok()?;
    serde_json::from_str(&line).ok()
}

/// Writes the answer.
pub async fn respond(stream: &mut UnixStream, response: &Response) {
    let mut line = serde_json::to_vec(response).unwrap_or_default();
    line.push(b'\n');
    // Who has gone away does not want the answer any more.
    let _ = tokio::time::timeout(PATIENCE, stream.write_all(&line)).await;
}

/// Asks a running daemon; none where there is none.
///
/// # Errors
/// [`IoError`] when it does not answer.
pub fn ask(data_dir: &Path, question: &Question) -> Result<Option<Response>, IoError> {
    let path = path(data_dir);
    let Ok(mut stream) = BlockingStream::connect(&path) else { return Ok(None) };
    let mut exchange = || -> std::io::Result<Response> {
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut line = serde_json::to_vec(question)?;
        line.push(b'\n');
        stream.write_all(&line)?;
        let mut answer = String::new();
        BufReader::new(&stream).read_line(&mut answer)?;
        Ok(serde_json::from_str(&answer)?)
    };
    exchange().map(Some).map_err(|error| IoError::file("talk to the daemon over", &path, error))
}
