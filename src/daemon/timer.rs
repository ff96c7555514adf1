//! Lets deadlines fire when they are due.

use tokio::sync::watch;

use crate::base::Span;
use crate::desk::{Input, Reply};

use super::crew::Parts;
use super::error::DaemonError;
use super::postman::until;

/// How long the timer waits at most: a clock that was set forward is noticed within this time.
const LOOK: Span = Span::from_seconds(30);

/// Ticks until told to stop; in `once` mode until nothing is due. Yields how many deadlines fired.
pub(super) async fn run(parts: Parts, mut stop: watch::Receiver<bool>, once: bool) -> Result<usize, DaemonError> {
    let mut total = 0_usize;
    loop {
        let woken = parts.work.notified();
        if *stop.borrow() {
            return Ok(total);
        }
        // What the operator hears once a day tells of mailboxes too.
        parts.writer.one(Input::Health(parts.health.all())).await?;
        let Reply::Ticked { fired, next } = parts.writer.one(Input::Tick).await? else { return Ok(total) };
        total = total.saturating_add(fired);
        if fired > 0 {
            tracing::info!(fired, "Deadlines fell due.");
            parts.work.notify_waiters();
            continue;
        }
        if once {
            return Ok(total);
        }
        let wait = until(next, LOOK);
        tokio::select! {
            () = woken => {}
            () = tokio::time::sleep(wait.to_std()) => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }
}
