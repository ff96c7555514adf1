//! Counts the reports that wait and what alerts watch, one after the other, beside the desk's thread.

use tokio::sync::watch;

use crate::desk::{Input, Reply};

use super::crew::Parts;
use super::error::DaemonError;

/// Counts reports until told to stop; in `once` mode until none waits. Yields how many were written.
pub(super) async fn run(parts: Parts, mut stop: watch::Receiver<bool>, once: bool) -> Result<usize, DaemonError> {
    let mut written = 0_usize;
    loop {
        let woken = parts.work.notified();
        if *stop.borrow() {
            return Ok(written);
        }
        match parts.writer.one(Input::NextReport).await? {
            Reply::NotReady => continue,
            Reply::Counting(counting) => {
                let Ok(Some(made)) = tokio::task::spawn_blocking(|| counting.make()).await else { return Ok(written) };
                parts.writer.one(Input::Reported(Box::new(made))).await?;
                written = written.saturating_add(1);
                parts.work.notify_waiters();
                continue;
            }
            Reply::Looking(looking) => {
                // One that fails is made up for by the next.
                if let Ok(Some(looked)) = tokio::task::spawn_blocking(|| looking.count()).await {
                    parts.writer.one(Input::Looked(Box::new(looked))).await?;
                    parts.work.notify_waiters();
                }
                continue;
            }
            _ if once => return Ok(written),
            _ => {}
        }
        tokio::select! {
            () = woken => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }
}
