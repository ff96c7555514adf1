//! Sending over SMTP: one letter a transaction, one recipient a letter, a time limit for every phase.
//!
//! lettre speaks the protocol over a stream that is opened here: its own has no TCP_NODELAY (48 ms a mail instead of 4), its
//! time limit covers connecting only, and its STARTTLS keeps bytes that came before the handshake (measured, lettre 0.11.23).

use std::fmt;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::config::{Outgoing, Secret, Tls};
use crate::decide::AttemptResult;
use crate::desk::Shipment;

use super::IoError;
use super::tls::{self, Duplex};

#[cfg(test)]
mod tests;

/// Time limits of RFC 5321 §4.5.3.2.
const GREETING: Duration = Duration::from_secs(300);
const COMMAND: Duration = Duration::from_secs(300);
const DATA: Duration = Duration::from_secs(120);
const END_OF_DATA: Duration = Duration::from_secs(600);
/// How long a server may take to let go of us; whatever it says then changes nothing.
const FAREWELL: Duration = Duration::from_secs(5);

/// A connection to the submission server.
pub struct Connection {
    smtp: AsyncSmtpConnection,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Connection")
    }
}

fn trouble(error: &lettre::transport::smtp::Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

impl Connection {
    /// Connects, secures the connection as configured, and logs in.
    ///
    /// # Errors
    /// [`IoError`] naming the phase. Never falls back to an unprotected connection.
    pub async fn open(outgoing: &Outgoing, hello: &str) -> Result<Self, IoError> {
        let Outgoing::Smtp { host, port, tls, user, password, ca_file } = outgoing else {
            return Err(IoError::Protocol("outgoing mail does not go over SMTP".to_owned()));
        };
        let network = |operation| move |source| IoError::Network { operation, host: format!("{host}:{port}"), source };
        let stream = tls::connect(host, *port).await?;
        let peer = stream.peer_addr().map_err(network("set up the connection to"))?;
        let stream: Box<dyn AsyncTokioStream> = match tls {
            Tls::Plain => Box::new(stream),
            Tls::Implicit => {
                let secured = tls::handshake(host, ca_file.as_deref(), stream).await?;
                Box::new(Stream { inner: Box::new(secured), ahead: Vec::new(), peer })
            }
            Tls::StartTls => {
                let stream = timeout(GREETING, start_tls(stream, hello)).await.map_err(|_| IoError::TimedOut("STARTTLS"))??;
                let secured = tls::handshake(host, ca_file.as_deref(), stream).await?;
                // lettre wants a greeting; after STARTTLS the server sends none (RFC 3207 §4.2).
                Box::new(Stream { inner: Box::new(secured), ahead: b"220 ready\r\n".to_vec(), peer })
            }
        };
        Self::over(stream, host, hello, user.as_deref().zip(password.as_ref())).await
    }

    /// The same over a stream that is open and secured already.
    async fn over(
        stream: Box<dyn AsyncTokioStream>,
        host: &str,
        hello: &str,
        login: Option<(&str, &Secret)>,
    ) -> Result<Self, IoError> {
        let hello = ClientId::Domain(hello.to_owned());
        let connect = AsyncSmtpConnection::connect_with_transport(stream, &hello);
        let smtp = timeout(GREETING, connect).await.map_err(|_| IoError::TimedOut("the server's greeting"))?;
        let mut smtp = smtp.map_err(|error| IoError::Protocol(format!("{host} does not talk to us: {}", trouble(&error))))?;
        if let Some((user, password)) = login {
            let credentials = Credentials::new(user.to_owned(), password.expose().to_owned());
            let login = smtp.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
            let login = timeout(COMMAND, login).await.map_err(|_| IoError::TimedOut("the login"))?;
            login.map_err(|error| {
                // A server may repeat what it was told; it does not get any further (SECURITY.md, S01).
                let said = password.out_of(&trouble(&error));
                IoError::Protocol(format!("{host} refuses the login of {user}: {said}"))
            })?;
        }
        Ok(Self { smtp })
    }

    /// Sends one letter.
    pub async fn send(&mut self, shipment: &Shipment) -> AttemptResult {
        match self.transaction(shipment).await {
            Ok(response) => AttemptResult::Sent { response },
            Err(result) => result,
        }
    }

    /// Can no further letter be sent over it?
    pub fn is_broken(&self) -> bool {
        self.smtp.has_broken()
    }

    /// Says goodbye.
    pub async fn close(mut self) {
        // The letters are sent; an answer to QUIT changes nothing (F43).
        let _ = timeout(FAREWELL, self.smtp.quit()).await;
    }

    /// Lets go of a connection of which nobody knows where it stands; no further letter goes over it.
    async fn abort(&mut self) {
        // It sends QUIT and waits for the answer, which a stuck server never gives.
        let _ = timeout(FAREWELL, self.smtp.abort()).await;
    }

    /// Ends a transaction that was refused half-way: the next MAIL would be refused as nested (RFC 5321 §4.1.4).
    async fn reset(&mut self) {
        if !matches!(timeout(COMMAND, self.smtp.command(Rset)).await, Ok(Ok(_))) {
            self.abort().await;
        }
    }

    async fn transaction(&mut self, shipment: &Shipment) -> Result<String, AttemptResult> {
        let address = |text: &str| {
            text.parse::<lettre::Address>()
                .map_err(|error| AttemptResult::Refused { because: format!("{text} is no address: {error}") })
        };
        let to = address(shipment.to.as_str())?;
        let from = shipment.from.as_ref().map(|from| address(from.as_str())).transpose()?;
        let mut parameters = Vec::new();
        let is_international =
            !shipment.to.as_str().is_ascii() || shipment.from.as_ref().is_some_and(|from| !from.as_str().is_ascii());
        if is_international {
            if !self.smtp.server_info().supports_feature(Extension::SmtpUtfEight) {
                let because = format!("{} is not ASCII and the server offers no SMTPUTF8 (RFC 6531)", shipment.to);
                return Err(AttemptResult::Refused { because });
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !shipment.bytes.is_ascii() {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let before_data = async {
            phase("MAIL", COMMAND, self.smtp.command(Mail::new(from, parameters))).await?;
            phase("RCPT", COMMAND, self.smtp.command(Rcpt::new(to, Vec::new()))).await?;
            phase("DATA", DATA, self.smtp.command(Data)).await
        };
        match before_data.await {
            Ok(_) => {}
            Err(Setback::Answered(result)) => {
                self.reset().await;
                return Err(result);
            }
            Err(Setback::Lost(result)) => {
                self.abort().await;
                return Err(result);
            }
        }
        // From here on a lost answer may mean that the message was taken.
        match timeout(END_OF_DATA, self.smtp.message(&shipment.bytes)).await {
            Ok(Ok(response)) => Ok(response.message().collect::<Vec<_>>().join(" ")),
            Ok(Err(error)) if error.is_permanent() => Err(AttemptResult::Refused { because: trouble(&error) }),
            Ok(Err(error)) if error.is_transient() => Err(AttemptResult::Deferred { because: trouble(&error) }),
            Ok(Err(error)) => {
                self.abort().await;
                Err(AttemptResult::Unknown { because: trouble(&error) })
            }
            Err(_) => {
                self.abort().await;
                Err(AttemptResult::Unknown { because: "the server did not answer the end of the message".to_owned() })
            }
        }
    }
}

/// Why a letter did not come to its message.
enum Setback {
    /// The server said no, and the connection can be used on.
    Answered(AttemptResult),
    /// There was no proper answer.
    Lost(AttemptResult),
}

/// One command before the message itself: only a clear 5yz is final, everything else may pass.
async fn phase<T>(
    name: &str,
    limit: Duration,
    command: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T, Setback> {
    let deferred = |because: String| AttemptResult::Deferred { because: format!("{name}: {because}") };
    match timeout(limit, command).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) if error.is_permanent() => {
            Err(Setback::Answered(AttemptResult::Refused { because: format!("{name}: {}", trouble(&error)) }))
        }
        Ok(Err(error)) if error.is_transient() => Err(Setback::Answered(deferred(trouble(&error)))),
        Ok(Err(error)) => Err(Setback::Lost(deferred(trouble(&error)))),
        Err(_) => Err(Setback::Lost(deferred("no answer".to_owned()))),
    }
}

/// Greeting, EHLO and STARTTLS in the clear. What the server sends beyond its answers is an attempt at injection.
async fn start_tls(stream: TcpStream, hello: &str) -> Result<TcpStream, IoError> {
    let lost = |source| IoError::Network { operation: "talk to", host: "the submission server".to_owned(), source };
    let mut stream = BufReader::new(stream);
    expect(&mut stream, "220").await?;
    stream.get_mut().write_all(format!("EHLO {hello}\r\n").as_bytes()).await.map_err(lost)?;
    let features = expect(&mut stream, "250").await?;
    if !features.iter().any(|line| line.to_ascii_uppercase().contains("STARTTLS")) {
        return Err(IoError::Protocol("the submission server offers no STARTTLS; nothing is sent in the clear".to_owned()));
    }
    stream.get_mut().write_all(b"STARTTLS\r\n").await.map_err(lost)?;
    expect(&mut stream, "220").await?;
    if !stream.buffer().is_empty() {
        return Err(IoError::Protocol("the submission server sent more than its answer before TLS began".to_owned()));
    }
    Ok(stream.into_inner())
}

/// Reads one SMTP reply of at most 100 lines and checks its code.
async fn expect(stream: &mut BufReader<TcpStream>, code: &str) -> Result<Vec<String>, IoError> {
    let mut lines = Vec::new();
    for _ in 0..100 {
        let mut line = Vec::new();
        let limited = tokio::io::AsyncReadExt::take(&mut *stream, 2048);
        let read = BufReader::with_capacity(1, limited).read_until(b'\n', &mut line).await;
        read.map_err(|source| IoError::Network { operation: "read from", host: "the submission server".to_owned(), source })?;
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        if !line.starts_with(code) {
            return Err(IoError::Protocol(format!("the submission server said {line:?} instead of {code}")));
        }
        let is_last = line.as_bytes().get(3) != Some(&b'-');
        lines.push(line);
        if is_last {
            return Ok(lines);
        }
    }
    Err(IoError::Protocol("the submission server does not come to an end".to_owned()))
}

/// Any stream, with bytes that are read before its own.
struct Stream {
    inner: Box<dyn Duplex>,
    ahead: Vec<u8>,
    peer: SocketAddr,
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stream({})", self.peer)
    }
}

impl AsyncRead for Stream {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        if !self.ahead.is_empty() {
            let count = self.ahead.len().min(buffer.remaining());
            let now: Vec<u8> = self.ahead.drain(..count).collect();
            buffer.put_slice(&now);
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.inner).poll_read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

impl AsyncTokioStream for Stream {
    fn peer_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.peer)
    }
}
