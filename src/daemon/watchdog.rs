//! Tells systemd that the desk is alive, as long as the writer answers: a daemon whose writer hangs takes no mail in and answers
//! nobody, and is started anew.

use tokio::sync::watch;

use crate::desk::Input;
use crate::io::systemd;

use super::error::DaemonError;
use super::writer::Writer;

/// Knocks at the writer's door several times in the interval, and passes its answers on; silent where nobody watches.
pub(super) async fn run(writer: Writer, mut stop: watch::Receiver<bool>) -> Result<(), DaemonError> {
    let Some(interval) = systemd::watchdog() else { return Ok(()) };
    let part = interval / 4;
    loop {
        match tokio::time::timeout(part, writer.one(Input::Knock)).await {
            Ok(Ok(_)) => systemd::alive(),
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
