//! The log: sentences with fields on standard error.
//!
//! Every line passes `fields`, whoever wrote it: what mail and servers say stays on its own line and turns no terminal (SECURITY.md,
//! S02), and people's addresses stand there as a word that is the same for each, so that a log can be followed and shown around (S03).

use std::sync::OnceLock;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::{Writer, debug_fn};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use crate::base::Digest;

/// How people's addresses stand in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum People {
    /// As a word that is made with this key: the same for each, and nobody else's to make.
    Named([u8; 32]),
    /// As they are: `--log-pii`.
    Shown,
}

/// What was chosen; until something is, addresses are left out.
static PEOPLE: OnceLock<People> = OnceLock::new();

/// Characters of the word that stands for an address: two among ten thousand people hardly share one.
const WORD_CHARS: usize = 10;

/// Says how people's addresses stand in the log from now on; the first word counts.
pub(super) fn write_people(people: People) {
    let _ = PEOPLE.set(people);
}

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
        .fmt_fields(fields())
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
        .fmt_fields(fields())
        .with_env_filter(filter(level))
        .with_writer(std::io::stderr)
        .event_format(Prioritised(format))
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
        .fmt_fields(fields())
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

/// How a sentence and its fields are written.
fn fields() -> impl for<'writer> FormatFields<'writer> + Send + Sync + 'static {
    let write = |writer: &mut Writer<'_>, field: &tracing::field::Field, value: &dyn std::fmt::Debug| {
        let shown = clean(&format!("{value:?}"), PEOPLE.get());
        if field.name() == "message" { write!(writer, "{shown}") } else { write!(writer, "{}={shown}", field.name()) }
    };
    debug_fn(write).delimited(" ")
}

/// A value on one line, without anybody's address.
fn clean(text: &str, people: Option<&People>) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    match people {
        Some(People::Shown) => line,
        Some(People::Named(key)) => without_addresses(&line, &|address| {
            let name = Digest::keyed(key, address.to_lowercase().as_bytes()).to_string();
            format!("address:{}", name.get(..WORD_CHARS).unwrap_or_default())
        }),
        None => without_addresses(&line, &|_| "address".to_owned()),
    }
}

/// Puts a word in the place of everything that could be an address, Message-IDs too: rather one word too many than one too few.
fn without_addresses(text: &str, word: &dyn Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        let kept = before.len().saturating_sub(local_bytes(before));
        let end = after.find(|c: char| !is_of_domain(c)).unwrap_or(after.len());
        let (Some((kept, local)), Some((domain, left))) = (before.split_at_checked(kept), after.split_at_checked(end)) else {
            break;
        };
        if local.is_empty() || domain.is_empty() {
            // Nothing that mail could go to.
            out.push_str(before);
            out.push('@');
            rest = after;
            continue;
        }
        out.push_str(kept);
        out.push_str(&word(&format!("{local}@{domain}")));
        rest = left;
    }
    out.push_str(rest);
    out
}

/// How much of the end of a text could be a local part (RFC 5321 §4.1.2), quoted ones included.
fn local_bytes(text: &str) -> usize {
    if let Some(quoted) = text.strip_suffix('"') {
        return quoted.rfind('"').map_or(0, |start| text.len().saturating_sub(start));
    }
    let start = text.char_indices().rev().take_while(|(_, c)| is_of_local(*c)).last();
    start.map_or(0, |(start, _)| text.len().saturating_sub(start))
}

fn is_of_local(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() || ".!#$%&'*+/=?^_`{|}~-".contains(c)
}

fn is_of_domain(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() || ".-_[]:@".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_words_that_stay_the_same_for_each_under_one_key() {
        let said = |text: &str, key: u8| clean(text, Some(&People::Named([key; 32])));
        let text = "550 5.1.1 <Ann.Archer+x@Customer.example>: user unknown";
        let word = said(text, 1);
        assert!(word.starts_with("550 5.1.1 <address:") && word.ends_with(">: user unknown"), "{word}");
        assert_eq!(word, said(&text.to_lowercase(), 1));
        assert_ne!(word, said(text, 2));
        for hidden in [
            "ann@customer.example",
            "to=ann=x.example@lists.example,",
            "\"ann b\"@customer.example",
            "ännchen@käse.example",
            "ann@[192.0.2.1]",
            "a@b@customer.example",
            "x@y ann@customer.example",
        ] {
            let shown = said(hidden, 1).to_lowercase();
            assert!(!shown.contains("ann") && !shown.contains("customer") && !shown.contains("192"), "{hidden}: {shown}");
        }
        for kept in ["@", "no address @ all", "12:00", "@@", "mail.example.org:993"] {
            assert_eq!(said(kept, 1), kept);
        }
        assert_eq!(clean("ann@customer.example", None), "address");
        assert_eq!(clean("ann@customer.example", Some(&People::Shown)), "ann@customer.example");
    }

    #[test]
    fn nothing_leaves_its_line() {
        let hostile = "no\r\n<0>kernel: all is lost\u{1b}[2J\u{7}\0\u{85}\u{2028}\u{202e}end";
        let shown = clean(hostile, None);
        assert_eq!(shown, "no\\r\\n<0>kernel: all is lost\\u{1b}[2J\\u{7}\\u{0}\\u{85}\\u{2028}\\u{202e}end");
    }
}
