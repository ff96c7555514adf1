//! The log: sentences with fields on standard error.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

/// Starts the log. `MAILDESK_LOG` says how much (`info`, `maildesk::store=debug`); commands other than the daemon only warn.
pub(super) fn start(is_daemon: bool) {
    let level = if is_daemon { LevelFilter::INFO } else { LevelFilter::WARN };
    if is_daemon && crate::io::systemd::is_journal(super::ask::environment("JOURNAL_STREAM").as_deref()) {
        return start_for_journal(level);
    }
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

/// Starts the log of a daemon whose lines go into systemd's journal: each begins with its priority (`sd-daemon(3)`), and the
/// journal knows the time.
fn start_for_journal(level: LevelFilter) {
    let format = tracing_subscriber::fmt::format().with_ansi(false).with_target(false).with_level(false).without_time();
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter(level))
        .with_writer(std::io::stderr)
        .event_format(Prioritised(format))
        .fmt_fields(tracing_subscriber::fmt::format::DefaultFields::new())
        .try_init();
}

/// A format with the priority of `syslog(3)` before each line.
struct Prioritised<F>(F);

impl<S, N, F> FormatEvent<S, N> for Prioritised<F>
where
    S: tracing::Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
    F: FormatEvent<S, N>,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &tracing::Event<'_>,
    ) -> std::fmt::Result {
        let priority = match *event.metadata().level() {
            tracing::Level::ERROR => 3,
            tracing::Level::WARN => 4,
            tracing::Level::INFO => 6,
            tracing::Level::DEBUG | tracing::Level::TRACE => 7,
        };
        write!(writer, "<{priority}>")?;
        self.0.format_event(context, writer, event)
    }
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
