//! The log: sentences with fields on standard error.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

/// Starts the log. `MAILDESK_LOG` says how much (`info`, `maildesk::store=debug`); commands other than the daemon only warn.
pub(super) fn start(is_daemon: bool) {
    let level = if is_daemon { LevelFilter::INFO } else { LevelFilter::WARN };
    let wanted = super::ask::environment("MAILDESK_LOG").unwrap_or_default();
    let filter = EnvFilter::builder().with_default_directive(level.into()).parse_lossy(wanted);
    // The mail crates log passwords at their finest levels, whatever the user asks for (measured).
    let quiet = ["lettre=info", "rustls=info", "sled=warn"].iter().filter_map(|directive| directive.parse().ok());
    let filter = quiet.fold(filter, EnvFilter::add_directive);
    let is_terminal = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let colour = is_terminal && super::ask::environment("NO_COLOR").is_none_or(|value| value.is_empty());
    // A second start (in tests) keeps the first.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(colour)
        .with_target(false)
        .try_init();
}
