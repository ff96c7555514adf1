//! What systemd is told (`sd_notify(3)`) and how the journal wants its lines. Silent where no systemd listens.

use std::os::unix::fs::MetadataExt;
use std::time::Duration;

use sd_notify::NotifyState;

use crate::base::Span;

fn tell(states: &[NotifyState<'_>]) {
    // Who is not heard goes on working.
    if let Err(error) = sd_notify::notify(states) {
        tracing::debug!(%error, "systemd could not be told.");
    }
}

/// The daemon takes mail in; `status` is what `systemctl status` shows.
pub fn ready(status: &str) {
    tell(&[NotifyState::Ready, NotifyState::Status(status)]);
}

/// The configuration is being loaded anew; [`ready`] follows.
pub fn reloading() {
    match NotifyState::monotonic_usec_now() {
        Ok(now) => tell(&[NotifyState::Reloading, now]),
        Err(_) => tell(&[NotifyState::Reloading]),
    }
}

/// The daemon finishes what it has in hand.
pub fn stopping() {
    tell(&[NotifyState::Stopping, NotifyState::Status("the desk closes")]);
}

/// The start takes longer, but goes on.
pub fn extend_start(by: Span) {
    let by = u32::try_from(by.as_millis().saturating_mul(1000)).unwrap_or(u32::MAX);
    tell(&[NotifyState::ExtendTimeoutUsec(by)]);
}

/// How often systemd wants to hear that the daemon is alive; none: not at all.
pub fn watchdog() -> Option<Duration> {
    sd_notify::watchdog_enabled()
}

/// The daemon is alive.
pub fn alive() {
    tell(&[NotifyState::Watchdog]);
}

/// Does standard error lead into the journal? `stream` is what systemd says it should be: `device:inode`.
pub fn is_journal(stream: Option<&str>) -> bool {
    let Ok(stderr) = std::fs::metadata("/proc/self/fd/2") else { return false };
    stream == Some(format!("{}:{}", stderr.dev(), stderr.ino()).as_str())
}
