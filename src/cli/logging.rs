//! The log: sentences with fields on standard error.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

/// Starts the log. `MAILDESK_LOG` says how much (`info`, `maildesk::store=debug`); commands other than the daemon only warn.
pub(super) fn start(is_daemon: bool) {
    let level = if is_daemon { LevelFilter::INFO } else { LevelFilter::WARN };
    let is_terminal = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let colour = is_terminal && super::ask::environment("NO_COLOR").is_none_or(|value| value.is_empty());
    // A second start (in tests) keeps the first.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter(level))
        .with_writer(std::io::stderr)
        .with_ansi(colour)
        .with_target(false)
        .try_init();
}

/// Starts the log of a daemon that writes it into a file, because standard error belongs to somebody else.
pub(super) fn start_into(file: std::fs::File) {
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter(LevelFilter::INFO))
        .with_writer(std::sync::Mutex::new(file))
        .with_ansi(false)
        .with_target(false)
        .try_init();
}

fn filter(level: LevelFilter) -> EnvFilter {
    let wanted = super::ask::environment("MAILDESK_LOG").unwrap_or_default();
    let filter = EnvFilter::builder().with_default_directive(level.into()).parse_lossy(wanted);
    // The mail crates log passwords at their finest levels, whatever the user asks for (measured).
    let quiet =
        ["async_imap=info", "lettre=info", "rustls=info", "sled=warn"].iter().filter_map(|directive| directive.parse().ok());
    quiet.fold(filter, EnvFilter::add_directive)
}
