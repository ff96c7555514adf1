//! Lets deadlines fire when they are due.

use std::sync::Arc;

use tokio::sync::{Notify, watch};

use crate::base::Span;
use crate::desk::{Input, Reply};

use super::error::DaemonError;
use super::postman::until;
use super::writer::Writer;

/// How long the timer waits at most: a clock that was set forward is noticed within this time.
const LOOK: Span = Span::from_seconds(30);

/// Ticks until told to stop; in `once` mode until nothing is due. Yields how many deadlines fired.
pub(super) async fn run(
    writer: Writer,
    mut stop: watch::Receiver<bool>,
    work: Arc<Notify>,
    once: bool,
) -> Result<usize, DaemonError> {
    let mut total = 0_usize;
    loop {
        let woken = work.notified();
        if *stop.borrow() {
            return Ok(total);
        }
        let Reply::Ticked { fired, next } = writer.one(Input::Tick).await? else { return Ok(total) };
        total = total.saturating_add(fired);
        if fired > 0 {
            tracing::info!(fired, "Deadlines fell due.");
            work.notify_waiters();
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
