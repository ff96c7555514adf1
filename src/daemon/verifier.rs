//! Verifies the signatures of messages on their way to the writer, and again later where no name server answered.
//!
//! It stands before the writer, so that the desk's thread waits for nobody's name server, and every way by which a message comes
//! leads through it.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::watch;

use crate::base::{MailboxName, Span};
use crate::config::Settings;
use crate::desk::{Input, Reply, Signatures};
#[cfg(feature = "dkim")]
use crate::io::dkim;

use super::crew::Parts;
use super::error::DaemonError;

/// How often messages are looked at again whose keys could not be fetched.
const AGAIN: Span = Span::from_minutes(1);

/// Which mailboxes want signatures verified, and by whom.
#[derive(Clone, Debug, Default)]
pub(super) struct Verifying {
    duty: Arc<RwLock<Option<Arc<Duty>>>>,
}

#[derive(Debug)]
struct Duty {
    mailboxes: BTreeSet<MailboxName>,
    #[cfg(feature = "dkim")]
    verifier: dkim::Verifier,
}

impl Verifying {
    /// Takes the settings on.
    pub(super) fn take_on(&self, settings: &Settings) {
        let verifies = settings.policy.mailboxes.values().filter(|mailbox| mailbox.auth.mode.verifies());
        let mailboxes: BTreeSet<MailboxName> = verifies.map(|mailbox| mailbox.name.clone()).collect();
        let duty = if mailboxes.is_empty() { None } else { duty(mailboxes, settings) };
        *self.duty.write().unwrap_or_else(PoisonError::into_inner) = duty.map(Arc::new);
    }

    fn duty(&self) -> Option<Arc<Duty>> {
        self.duty.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Adds to each message what verifying its signatures comes to, where its mailbox wants that.
    pub(super) async fn verify(&self, inputs: &mut [Input]) {
        let Some(duty) = self.duty() else { return };
        // All at once: a group waits as long as its slowest message, five seconds at most.
        let mut work = tokio::task::JoinSet::new();
        for (place, input) in inputs.iter().enumerate() {
            let bytes = match input {
                Input::Arrived(fetched) if duty.mailboxes.contains(fetched.place.mailbox()) => &fetched.bytes,
                Input::Delivered { mailbox, bytes, .. }
                    if mailbox.as_ref().is_none_or(|mailbox| duty.mailboxes.contains(mailbox)) =>
                {
                    bytes
                }
                _ => continue,
            };
            let (duty, bytes) = (Arc::clone(&duty), bytes.clone());
            work.spawn(async move { (place, duty.signatures(&bytes).await) });
        }
        while let Some(done) = work.join_next().await {
            let Ok((place, found)) = done else { continue };
            match inputs.get_mut(place) {
                Some(Input::Arrived(fetched)) => fetched.signatures = Some(found),
                Some(Input::Delivered { signatures, .. }) => *signatures = Some(found),
                _ => {}
            }
        }
    }
}

#[cfg(feature = "dkim")]
impl Duty {
    async fn signatures(&self, bytes: &[u8]) -> Signatures {
        self.verifier.verify(bytes).await
    }
}

#[cfg(not(feature = "dkim"))]
impl Duty {
    #[expect(clippy::unused_async, reason = "the other build waits for name servers")]
    async fn signatures(&self, _bytes: &[u8]) -> Signatures {
        Vec::new()
    }
}

#[cfg(feature = "dkim")]
fn duty(mailboxes: BTreeSet<MailboxName>, settings: &Settings) -> Option<Duty> {
    match dkim::Verifier::new(&settings.dns) {
        Ok(verifier) => Some(Duty { mailboxes, verifier }),
        Err(error) => {
            let error = super::writer::chain(&error);
            tracing::error!(%error, "Signatures are not verified: agents are asked to confirm their mail. Name servers in desk.toml: dns = [\"192.0.2.53\"].");
            None
        }
    }
}

/// The configuration refuses it.
#[cfg(not(feature = "dkim"))]
fn duty(_: BTreeSet<MailboxName>, _: &Settings) -> Option<Duty> {
    None
}

/// Looks again, until told to stop, at messages whose keys could not be fetched.
pub(super) async fn look_again(parts: Parts, mut stop: watch::Receiver<bool>) -> Result<(), DaemonError> {
    loop {
        tokio::select! {
            () = tokio::time::sleep(AGAIN.to_std()) => {}
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        }
        let Some(duty) = parts.writer.verifying().duty() else { continue };
        let Ok(Reply::Unverified(waiting)) = parts.writer.one(Input::Unverified).await else { continue };
        let mut verified = Vec::new();
        for message in waiting {
            verified.push(Input::Verified { id: message.id, signatures: duty.signatures(&message.bytes).await });
        }
        if !verified.is_empty() {
            drop(parts.writer.all(verified).await?);
            parts.work.notify_waiters();
        }
    }
}
