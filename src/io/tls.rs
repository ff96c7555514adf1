//! Reaching a mail server: TCP and TLS, the same for SMTP and IMAP.
//!
//! Nothing here falls back to an unprotected connection, and no certificate is ever taken on trust.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::IoError;

/// How long one address of a server may take; the next one is tried after it, so that a dead IPv6 route does not hide IPv4.
const CONNECT: Duration = Duration::from_secs(20);
/// How long a server may take over the handshake.
const HANDSHAKE: Duration = Duration::from_secs(60);

/// Anything that bytes go over, protected or not.
pub(super) trait Duplex: AsyncRead + AsyncWrite + Send + Sync + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Sync + Unpin> Duplex for T {}

/// Connects to the first address of a server that answers. Small commands are not held back (TCP_NODELAY).
///
/// # Errors
/// [`IoError`] when the name is not known or no address answers.
pub(super) async fn connect(host: &str, port: u16) -> Result<TcpStream, IoError> {
    let network = |operation| move |source| IoError::Network { operation, host: format!("{host}:{port}"), source };
    let addresses = timeout(CONNECT, lookup_host((host, port))).await.map_err(|_| IoError::TimedOut("looking up the server"))?;
    let mut failure = std::io::Error::other("the name has no address");
    for address in addresses.map_err(network("look up"))? {
        match timeout(CONNECT, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                stream.set_nodelay(true).map_err(network("set up the connection to"))?;
                return Ok(stream);
            }
            Ok(Err(error)) => failure = error,
            Err(_) => failure = std::io::Error::new(std::io::ErrorKind::TimedOut, format!("{address} does not answer")),
        }
    }
    Err(network("connect to")(failure))
}

/// Secures a connection: the server must show a certificate for `host` that the system's roots or those of `ca_file` vouch for.
///
/// # Errors
/// [`IoError`] naming the host, or the file with certificates that cannot be used.
pub(super) async fn handshake<S: AsyncRead + AsyncWrite + Unpin>(
    host: &str,
    ca_file: Option<&Path>,
    stream: S,
) -> Result<TlsStream<S>, IoError> {
    let name = ServerName::try_from(host.to_owned()).map_err(|_| IoError::Protocol(format!("{host} is no server name")))?;
    let ca_file = ca_file.map(Path::to_owned);
    // The system's store is some hundred files.
    let config = tokio::task::spawn_blocking(move || client_config(ca_file)).await;
    let config = config.map_err(|error| IoError::Protocol(format!("reading certificates failed: {error}")))??;
    let connector = TlsConnector::from(Arc::new(config));
    let shake = timeout(HANDSHAKE, connector.connect(name, stream)).await.map_err(|_| IoError::TimedOut("the TLS handshake"))?;
    shake.map_err(|source| IoError::Network { operation: "secure the connection to", host: host.to_owned(), source })
}

/// The system's roots, and the configured ones.
fn client_config(ca_file: Option<PathBuf>) -> Result<ClientConfig, IoError> {
    let mut roots = RootCertStore::empty();
    let native = rustls_native_certs::load_native_certs();
    for error in &native.errors {
        tracing::warn!(%error, "A certificate of the system cannot be used.");
    }
    roots.add_parsable_certificates(native.certs);
    if let Some(path) = ca_file {
        let bytes = std::fs::read(&path).map_err(|error| IoError::file("read the certificates", &path, error))?;
        for certificate in CertificateDer::pem_slice_iter(&bytes) {
            let certificate = certificate.map_err(|error| IoError::Protocol(format!("{}: {error:?}", path.display())))?;
            roots.add(certificate).map_err(|error| IoError::Protocol(format!("{}: {error}", path.display())))?;
        }
    }
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| IoError::Protocol(format!("TLS cannot be set up: {error}")))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}
