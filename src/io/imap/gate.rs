//! What a server may send: bounds on lines, literals and silence, kept before anything is parsed.
//!
//! async-imap holds a response whole in memory, makes room for a literal as soon as it is announced (up to 512 MiB), and
//! begins to parse an endless line anew with every read. So the bytes are counted here, where they come in. A command
//! says how much its answer may come to ([`Gate::expect`]); what is beyond that ends the connection.

use std::fmt;
use std::io::{Error, ErrorKind, Result};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use super::opening::Buffered;

/// The longest line. Lists of numbers are asked for in pieces, so that nothing honest comes near.
const LINE_BYTES: u64 = 64 * 1024;
/// Digits of an announcement `{1234}` and its line's end that are remembered.
const TAIL: usize = 24;

/// A stream that ends when the server sends more than was asked for, or nothing at all.
pub(super) struct Gate {
    inner: Buffered,
    /// What the answer to the present command may still come to.
    budget: u64,
    /// How long the server may be silent while something is waited for.
    patience: Duration,
    silence: Option<Pin<Box<Sleep>>>,
    line: Line,
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate").field("budget", &self.budget).field("line", &self.line).finish_non_exhaustive()
    }
}

impl Gate {
    pub(super) fn new(inner: Buffered) -> Self {
        Self { inner, budget: LINE_BYTES, patience: Duration::from_secs(60), silence: None, line: Line::default() }
    }

    /// From now on so many bytes may come, with so long pauses between them.
    pub(super) fn expect(&mut self, budget: u64, patience: Duration) {
        self.budget = budget;
        self.patience = patience;
        self.silence = None;
    }

    /// Looks at what has come in.
    fn pass(&mut self, bytes: &[u8]) -> Result<()> {
        let count = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let Some(left) = self.budget.checked_sub(count) else {
            return Err(Error::new(ErrorKind::InvalidData, "the server sends more than was asked for"));
        };
        self.budget = left;
        self.line.pass(bytes, left)
    }
}

impl AsyncRead for Gate {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let this = &mut *self;
        let before = buffer.filled().len();
        if let Poll::Ready(read) = Pin::new(&mut this.inner).poll_read(context, buffer) {
            this.silence = None;
            read?;
            return Poll::Ready(this.pass(buffer.filled().get(before..).unwrap_or_default()));
        }
        let patience = this.patience;
        let silence = this.silence.get_or_insert_with(|| Box::pin(sleep_until(Instant::now() + patience)));
        ready!(silence.as_mut().poll(context));
        this.silence = None;
        Poll::Ready(Err(Error::new(ErrorKind::TimedOut, format!("the server has been silent for {} s", patience.as_secs()))))
    }
}

impl AsyncWrite for Gate {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

/// Where in a response the stream stands.
#[derive(Debug, Default)]
struct Line {
    /// Bytes of the present line so far.
    length: u64,
    /// Its first bytes: only the lines of messages (`* 12 FETCH …`) have literals; words may end in braces as they like.
    head: [u8; 3],
    /// Its last bytes.
    tail: Vec<u8>,
    /// Bytes of a literal that are still to come.
    literal: u64,
}

impl Line {
    fn pass(&mut self, mut bytes: &[u8], budget: u64) -> Result<()> {
        while !bytes.is_empty() {
            let skipped = usize::try_from(self.literal).unwrap_or(usize::MAX).min(bytes.len());
            self.literal = self.literal.saturating_sub(u64::try_from(skipped).unwrap_or(u64::MAX));
            bytes = bytes.get(skipped..).unwrap_or_default();
            let end = bytes.iter().position(|byte| *byte == b'\n').map(|end| end.saturating_add(1));
            let (text, rest) = bytes.split_at_checked(end.unwrap_or(bytes.len())).unwrap_or((bytes, &[]));
            self.extend(text)?;
            if end.is_some() {
                self.end(u64::try_from(rest.len()).unwrap_or(u64::MAX).saturating_add(budget))?;
            }
            bytes = rest;
        }
        Ok(())
    }

    fn extend(&mut self, text: &[u8]) -> Result<()> {
        for (place, byte) in self.head.iter_mut().skip(usize::try_from(self.length).unwrap_or(usize::MAX)).zip(text) {
            *place = *byte;
        }
        self.length = self.length.saturating_add(u64::try_from(text.len()).unwrap_or(u64::MAX));
        if self.length > LINE_BYTES {
            return Err(Error::new(ErrorKind::InvalidData, "the server sends a line without end"));
        }
        let last = text.get(text.len().saturating_sub(TAIL)..).unwrap_or_default();
        self.tail.extend_from_slice(last);
        let surplus = self.tail.len().saturating_sub(TAIL);
        self.tail.drain(..surplus);
        Ok(())
    }

    /// A line has ended: with the announcement of a literal, after which it goes on, or for good.
    fn end(&mut self, allowed: u64) -> Result<()> {
        let is_of_message = self.head.starts_with(b"* ") && self.head.last().is_some_and(u8::is_ascii_digit);
        let announced = if is_of_message { announced(&self.tail) } else { None };
        self.tail.clear();
        match announced {
            Some(size) if size > allowed => {
                let problem = format!("the server announces {size} bytes where at most {allowed} can be expected");
                Err(Error::new(ErrorKind::InvalidData, problem))
            }
            Some(size) => {
                self.literal = size;
                Ok(())
            }
            None => {
                self.length = 0;
                Ok(())
            }
        }
    }
}

/// The size of the literal that a line announces at its end (RFC 3501 §4.3).
fn announced(line: &[u8]) -> Option<u64> {
    let line = line.strip_suffix(b"}\r\n")?;
    let digits = line.rsplit(|byte| *byte == b'{').next()?;
    if digits.len() == line.len() || digits.is_empty() {
        return None;
    }
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(chunks: &[&str], budget: u64) -> Result<()> {
        let mut line = Line::default();
        chunks.iter().try_for_each(|chunk| line.pass(chunk.as_bytes(), budget))
    }

    #[test]
    fn literals_are_skipped_wherever_the_stream_is_cut() {
        let text = "* 12 FETCH (UID 5 BODY[] {12}\r\n{99999999}\r\n UID 6)\r\nA1 OK {99999999}\r\n";
        assert!(pass(&[text], 0).is_ok());
        for cut in 1..text.len() {
            let (left, right) = text.split_at(cut);
            assert!(pass(&[left, right], 64).is_ok(), "cut at {cut}");
        }
    }

    #[test]
    fn a_literal_larger_than_what_may_come_is_refused_when_it_is_announced() {
        let error = pass(&["* 12 FETCH (BODY[] {400000000}\r\n"], 1000).expect_err("refused");
        assert!(error.to_string().contains("400000000"), "{error}");
        assert!(pass(&["* 12 FETCH (BODY[] {", "1001}\r\n"], 1000).is_err());
        assert!(pass(&["* 12 FETCH (BODY[] {", "1000}\r\n"], 1000).is_ok());
        // Far more than any number holds is no announcement; as a line it comes to its end all the same.
        assert!(pass(&["* 12 FETCH (BODY[] {99999999999999999999999999}\r\n"], 1000).is_ok());
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let piece = "x".repeat(4096);
        assert!(pass(&vec![piece.as_str(); 17], u64::MAX).is_err());
        assert!(pass(&vec![piece.as_str(); 16], u64::MAX).is_ok());
    }
}
