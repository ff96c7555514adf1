//! Verifying DKIM signatures (RFC 6376) over the raw bytes of a message, with keys from the DNS.
//!
//! Keys are remembered by the resolver for as long as their records say, at most an hour. A message has eight signatures looked at
//! and five seconds in all: whatever is not answered by then could not be fetched. What a signature is worth is decided in
//! `policy`; SPF cannot be looked at after delivery, because nobody knows any more who connected.

use std::net::SocketAddr;
use std::time::Duration;

use mail_auth::hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts};
use mail_auth::hickory_resolver::system_conf::read_system_conf;
use mail_auth::{AuthenticatedMessage, DkimOutput, DkimResult, DnsError, Error, MessageAuthenticator};
use tokio::time::timeout;

use crate::base::{limit, one_line};
use crate::mail::{Signature, SignatureResult};

use super::IoError;

/// How long verifying one message may take.
const DEADLINE: Duration = Duration::from_secs(5);
/// How long one question to a name server may take; it is asked twice within the deadline.
const QUESTION: Duration = Duration::from_secs(2);
/// How long a key is remembered at most: one that was withdrawn must not count for longer.
const REMEMBERED: Duration = Duration::from_secs(3600);
/// How long it is remembered that there is no key: who has just published one does not wait for long.
const MISSED: Duration = Duration::from_secs(60);

/// Verifies signatures. Cheap to clone; the clones share what they remember.
#[derive(Clone)]
pub struct Verifier {
    resolver: MessageAuthenticator,
}

impl std::fmt::Debug for Verifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Verifier")
    }
}

impl Verifier {
    /// Asks these name servers, or those of the system where none is named.
    ///
    /// # Errors
    /// [`IoError`] where the system names none that can be used.
    pub fn new(servers: &[SocketAddr]) -> Result<Self, IoError> {
        let unusable = |error: &dyn std::fmt::Display| IoError::Protocol(format!("the DNS cannot be asked: {error}"));
        let (config, mut options) = if servers.is_empty() {
            read_system_conf().map_err(|error| unusable(&error))?
        } else {
            let servers = servers.iter().map(|server| {
                let (mut udp, mut tcp) = (ConnectionConfig::udp(), ConnectionConfig::tcp());
                (udp.port, tcp.port) = (server.port(), server.port());
                NameServerConfig::new(server.ip(), true, vec![udp, tcp])
            });
            (ResolverConfig::from_parts(None, Vec::new(), servers.collect()), ResolverOpts::default())
        };
        options.timeout = QUESTION;
        options.attempts = 2;
        options.cache_size = 4096;
        options.positive_max_ttl = Some(REMEMBERED);
        options.negative_max_ttl = Some(MISSED);
        let resolver = MessageAuthenticator::new(config, options).map_err(|error| unusable(&error))?;
        Ok(Self { resolver })
    }

    /// Verifies the signatures of a message, at most [`limit::SIGNATURES`]. What takes too long, or ends in a panic of the library,
    /// could not be verified now.
    pub async fn verify(&self, raw: &[u8]) -> Vec<Signature> {
        if raw.len() > limit::MESSAGE_BYTES || !has_signature(raw) {
            return Vec::new();
        }
        let (resolver, raw) = (self.resolver.clone(), raw.to_vec());
        // A task of its own: hostile bytes may make the library panic, and hashing large ones takes a while.
        let work = tokio::spawn(async move {
            let Some(mut message) = AuthenticatedMessage::parse(&raw) else { return Vec::new() };
            message.dkim_headers.truncate(limit::SIGNATURES);
            let known: Vec<Signature> = message.dkim_headers.iter().map(|one| unreachable(&one.header)).collect();
            match timeout(DEADLINE, resolver.verify_dkim(&message)).await {
                Ok(outputs) => outputs.iter().filter_map(signature).collect(),
                Err(_) => known,
            }
        });
        work.await.unwrap_or_else(|error| {
            tracing::warn!(%error, "The signatures of a message could not be verified.");
            Vec::new()
        })
    }
}

/// Is there any in the header? Most mail to a desk has one; what has none costs nothing.
fn has_signature(raw: &[u8]) -> bool {
    const NAME: &[u8] = b"dkim-signature";
    let head = raw.get(..limit::HEADER_BYTES.min(raw.len())).unwrap_or_default();
    head.split(|byte| *byte == b'\n')
        .take_while(|line| !line.is_empty() && *line != b"\r")
        .any(|line| line.get(..NAME.len()).is_some_and(|start| start.eq_ignore_ascii_case(NAME)))
}

fn described(signature: &mail_auth::dkim::Signature, result: SignatureResult) -> Signature {
    Signature {
        domain: signature.d.clone(),
        result,
        covers: signature.h.iter().map(|name| name.to_ascii_lowercase()).collect(),
        has_length: signature.l > 0,
    }
}

fn unreachable(signature: &mail_auth::dkim::Signature) -> Signature {
    described(signature, SignatureResult::KeysUnreachable)
}

fn signature(output: &DkimOutput<'_>) -> Option<Signature> {
    let result = match output.result() {
        DkimResult::Pass => SignatureResult::Pass,
        DkimResult::TempError(_) => SignatureResult::KeysUnreachable,
        // A name server that fails says nothing about the name (RFC 8020 speaks of NXDOMAIN alone).
        DkimResult::PermError(Error::Dns(DnsError::RecordNotFound(code)))
            if !matches!(u16::from(*code), NO_ERROR | NAME_ERROR) =>
        {
            SignatureResult::KeysUnreachable
        }
        DkimResult::Neutral(why) | DkimResult::Fail(why) | DkimResult::PermError(why) => {
            SignatureResult::Fail(one_line(&why.to_string(), 120))
        }
        DkimResult::None => return None,
    };
    output.signature().map(|signature| described(signature, result))
}

/// RFC 1035 §4.1.1: the name is there, though no record of the kind.
const NO_ERROR: u16 = 0;
/// There is no such name.
const NAME_ERROR: u16 = 3;

#[cfg(test)]
mod tests;
