//! Tells systemd that the desk is alive, as long as the writer answers: a daemon whose writer hangs takes no mail in and answers
//! nobody, and is started anew.

use std::time::Duration;

use tokio::sync::watch;

use crate::desk::Input;
use crate::io::systemd;

use super::error::DaemonError;
use super::writer::Writer;

/// Nobody needs to know more often.
const SHORTEST: Duration = Duration::from_millis(10);

/// Watches the writer for systemd; silent where nobody wants to know.
pub(super) async fn run(writer: Writer, stop: watch::Receiver<bool>) -> Result<(), DaemonError> {
    match systemd::watchdog() {
        Some(interval) => knock(writer, interval, systemd::alive, stop).await,
        None => Ok(()),
    }
}

/// Knocks at the writer's door several times in the interval, and passes each answer on that comes in time.
async fn knock(writer: Writer, interval: Duration, alive: impl Fn(), mut stop: watch::Receiver<bool>) -> Result<(), DaemonError> {
    let part = (interval / 4).max(SHORTEST);
    loop {
        match tokio::time::timeout(part, writer.one(Input::Knock)).await {
            Ok(Ok(_)) => alive(),
            Ok(Err(error)) => return Err(error),
            Err(_) => {
                tracing::warn!(seconds = part.as_secs_f32(), "The writer does not answer; systemd is not told that it is alive.")
            }
        }
        tokio::select! {
            () = tokio::time::sleep(part) => {}
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn nobody_is_told_that_a_writer_lives_who_does_not_answer() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let (writer, mut knocks) = Writer::by_hand();
            let (stop, stopped) = watch::channel(false);
            let told = Arc::new(AtomicUsize::new(0));
            let counted = Arc::clone(&told);
            let watching = tokio::spawn(knock(
                writer,
                Duration::from_millis(40),
                move || {
                    counted.fetch_add(1, Ordering::SeqCst);
                },
                stopped,
            ));
            // It hangs over the first knock, and has to be knocked at again.
            let unanswered = knocks.next().await;
            knocks.next().await.answer();
            assert_eq!(told.load(Ordering::SeqCst), 0);
            knocks.next().await.answer();
            assert_eq!(told.load(Ordering::SeqCst), 1, "of the second knock alone");
            drop(unanswered);
            stop.send(true).expect("it listens");
            drop(knocks);
            let _ = watching.await.expect("it ends");
        });
    }
}
