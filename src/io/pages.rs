//! Two pages over HTTP/1: `/metrics` and `/healthz`, for programs of this machine.
//!
//! It listens where only this machine reaches it. Connections are few and short: who sends nothing is shown out, and one page is
//! all that a connection gets, so that nobody who hangs around costs the desk its file descriptors.

use std::convert::Infallible;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::task::JoinSet;

use crate::config::Listen;

use super::IoError;

/// Visitors at the same time.
const VISITORS: usize = 16;
/// How long a visitor may take for his request, and all of it.
const PATIENCE: Duration = Duration::from_secs(10);
/// After a failure to take a connection, such as for want of file descriptors.
const PAUSE: Duration = Duration::from_millis(200);

/// What may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/metrics`
    Metrics,
    /// `/healthz`
    Health,
}

/// What a page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// All is well; else the status is 503.
    pub is_well: bool,
    /// The media type.
    pub media_type: &'static str,
    /// The text.
    pub text: String,
}

/// Where visitors come in.
#[derive(Debug)]
pub enum Door {
    /// At a port.
    Port(TcpListener),
    /// At a socket.
    Socket(UnixListener),
}

impl Door {
    /// Opens it; must run inside of the runtime. A socket that a dead process left is taken over.
    ///
    /// # Errors
    /// [`IoError`] when the place cannot be listened at.
    pub async fn open(listen: &Listen) -> Result<Self, IoError> {
        match listen {
            Listen::Loopback(address) => {
                let listening = TcpListener::bind(address).await;
                listening.map(Self::Port).map_err(|source| IoError::Network {
                    operation: "listen at",
                    host: address.to_string(),
                    source,
                })
            }
            Listen::Socket(path) => {
                let file = |operation| move |source| IoError::File { operation, path: path.clone(), source };
                remove_stale(path).map_err(file("replace"))?;
                let listener = UnixListener::bind(path).map_err(file("listen at"))?;
                std::fs::set_permissions(path, PermissionsExt::from_mode(0o660)).map_err(file("open to its group"))?;
                Ok(Self::Socket(listener))
            }
        }
    }

    /// Lets visitors in, for as long as it is asked to.
    pub async fn serve<A, F>(self, answer: A)
    where
        A: Fn(Page) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Content> + Send + 'static,
    {
        let mut visitors = JoinSet::new();
        loop {
            while visitors.len() >= VISITORS {
                visitors.join_next().await;
            }
            let accepted = match &self {
                Self::Port(listener) => {
                    listener.accept().await.map(|(stream, _)| drop(visitors.spawn(receive(stream, answer.clone()))))
                }
                Self::Socket(listener) => {
                    listener.accept().await.map(|(stream, _)| drop(visitors.spawn(receive(stream, answer.clone()))))
                }
            };
            if accepted.is_err() {
                tokio::time::sleep(PAUSE).await;
            }
            while visitors.try_join_next().is_some() {}
        }
    }
}

/// A socket that nobody listens at any more; anything else at its path is left alone, and binding fails.
fn remove_stale(path: &Path) -> std::io::Result<()> {
    let is_socket = std::fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket());
    if is_socket && std::os::unix::net::UnixStream::connect(path).is_err() {
        std::fs::remove_file(path)?;
    }
    Ok(())
}

/// Serves one visitor.
async fn receive<S, A, F>(stream: S, answer: A)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    A: Fn(Page) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Content> + Send + 'static,
{
    let service = service_fn(move |request: Request<Incoming>| {
        let answer = answer.clone();
        async move { Ok::<_, Infallible>(respond(&request, answer).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    // Who goes away early misses his page, and nobody else minds.
    let _ = tokio::time::timeout(PATIENCE, connection).await;
}

async fn respond<A, F>(request: &Request<Incoming>, answer: A) -> Response<Full<Bytes>>
where
    A: Fn(Page) -> F,
    F: Future<Output = Content>,
{
    let page = match request.uri().path() {
        "/metrics" => Page::Metrics,
        "/healthz" => Page::Health,
        _ => return said(StatusCode::NOT_FOUND, "there are /metrics and /healthz\n"),
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = said(StatusCode::METHOD_NOT_ALLOWED, "these pages can only be read\n");
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let content = answer(page).await;
    let status = if content.is_well { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let mut response = said(status, content.text);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content.media_type));
    response
}

fn said(status: StatusCode, text: impl Into<Bytes>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(text.into()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
