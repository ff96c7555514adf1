//! What a configuration comes to: the policy that decisions rest on, and what the world outside needs to know.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::base::{Digest, MailboxName, OutboxId, Timestamp};
use crate::mail::Keyring;
use crate::notify::Templates;
use crate::policy::{Policy, Profile};

use super::problem::Problem;
use super::routing::RuleTest;

/// Settings that count, and what somebody should look at all the same.
#[derive(Debug)]
pub struct Loaded {
    /// The settings.
    pub settings: Settings,
    /// Things that are probably mistakes, in the order of files and lines.
    pub warnings: Vec<Problem>,
}

/// Everything a desk is told by its configuration. Immutable; a reload makes new ones.
pub struct Settings {
    /// What decisions rest on.
    pub policy: Policy,
    /// Every profile that a member of staff may have: the built-in ones, then those of `staff.toml`.
    pub profiles: Vec<Profile>,
    /// Where journal, spool and state lie; absolute if the configuration's directory was.
    pub data_dir: PathBuf,
    /// Where mail comes from, in the order of the file.
    pub mailboxes: Vec<Source>,
    /// Where mail goes.
    pub outgoing: Outgoing,
    /// Name servers for the keys of signatures; none: those of the system.
    pub dns: Vec<SocketAddr>,
    /// Where `/metrics` and `/healthz` are to be had; none: nowhere.
    pub metrics: Option<Listen>,
    /// The words of letters.
    pub templates: Arc<Templates>,
    /// What signs reply tokens and Message-IDs.
    pub keys: Keyring,
    /// Under which the store hashes what it keeps, so that who does not hold it cannot test a guess. Never changes.
    pub store_secret: [u8; 32],
    /// Hash of all files but secrets: tells two configurations apart.
    pub fingerprint: Digest,
    /// The examples that the rules must satisfy.
    pub rule_tests: Vec<RuleTest>,
}

impl Settings {
    /// Tells which key signs, without showing it: what it makes of a letter that there never is.
    pub fn signing_key(&self) -> Digest {
        let id = self.keys.write_message_id(OutboxId::new(0), "key.invalid");
        Digest::of(id.map(|id| id.as_str().to_owned()).unwrap_or_default().as_bytes())
    }
}

impl fmt::Debug for Settings {
    /// Without the store's secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("policy", &self.policy)
            .field("data_dir", &self.data_dir)
            .field("mailboxes", &self.mailboxes)
            .field("outgoing", &self.outgoing)
            .field("keys", &self.keys)
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

/// A place that only this machine reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    /// A port of a loopback address.
    Loopback(SocketAddr),
    /// A Unix socket.
    Socket(PathBuf),
}

/// Where the mail of a mailbox comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The mailbox.
    pub name: MailboxName,
    /// The place.
    pub place: SourcePlace,
}

/// A place that mail comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourcePlace {
    /// A Maildir of this machine.
    Maildir {
        /// Its directory, with `new`, `cur` and `tmp` in it.
        path: PathBuf,
        /// Which of the mail that is there already counts.
        start: Start,
    },
    /// A mailbox of a mail server.
    Imap {
        /// The server's name.
        host: String,
        /// Its port.
        port: u16,
        /// How the connection is protected.
        tls: Tls,
        /// The name to log in with.
        user: String,
        /// The password to log in with.
        password: Secret,
        /// Certificates (PEM) to trust besides the system's.
        ca_file: Option<PathBuf>,
        /// The folders to read.
        folders: Vec<String>,
        /// What becomes of a message that has been recorded.
        after: After,
        /// Which of the mail that is there already counts.
        start: Start,
    },
}

/// Which mail counts that was in the mailbox before the desk was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// None of it.
    Now,
    /// All of it.
    All,
    /// What has come since then.
    Since(Timestamp),
}

/// What becomes of a message on its server once it has been recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// It is marked as read.
    Mark,
    /// Nothing.
    Leave,
    /// It is moved into this folder.
    Move(String),
}

/// How a connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// TLS from the first byte.
    Implicit,
    /// In the clear until STARTTLS, and never further without it.
    StartTls,
    /// In the clear; on this machine only.
    Plain,
}

/// Where outgoing mail goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// Into a Maildir of this machine.
    Maildir {
        /// Its directory.
        path: PathBuf,
    },
    /// To a submission server.
    Smtp {
        /// The server's name.
        host: String,
        /// Its port.
        port: u16,
        /// How the connection is protected.
        tls: Tls,
        /// The name to log in with; none sends without login.
        user: Option<String>,
        /// The password to log in with.
        password: Option<Secret>,
        /// Certificates (PEM) to trust besides the system's.
        ca_file: Option<PathBuf>,
    },
}

/// A password. It shows itself to nobody who does not ask for it by name.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides a password.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// A text of whoever was told the password, without it.
    pub fn out_of(&self, text: &str) -> String {
        let shown = if self.0.is_empty() { text.to_owned() } else { text.replace(&self.0, "***") };
        // As AUTH PLAIN and LOGIN send it (RFC 4616).
        let encoded = data_encoding::BASE64_NOPAD.encode(self.0.as_bytes());
        if encoded.is_empty() { shown } else { shown.replace(&encoded, "***") }
    }

    /// The password itself, for the moment of logging in.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_print_itself() {
        let secret = Secret::new("canary".to_owned());
        let outgoing = Outgoing::Smtp {
            host: "localhost".to_owned(),
            port: 25,
            tls: Tls::Plain,
            user: None,
            password: Some(secret.clone()),
            ca_file: None,
        };
        assert!(!format!("{secret:?} {outgoing:#?}").contains("canary"));
        assert_eq!(secret.expose(), "canary");
    }
}
