//! What `/metrics` and `/healthz` say. Every visit asks the writer, so that a desk that hangs does not look alive.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use tokio::sync::watch;
use tokio::time::Instant;

use crate::base::Timestamp;
use crate::config::Listen;
use crate::decide::MailboxHealth;
use crate::desk::{Gauges, Input, Reply};
use crate::io::clock;
use crate::io::pages::{Content, Door, Page};

use super::crew::Parts;
use super::error::DaemonError;
use super::writer::chain;

/// A writer that does not answer within this time is in trouble; a scrape usually waits for ten seconds.
const PATIENCE: Duration = Duration::from_secs(5);

type Labels = Vec<(&'static str, String)>;

/// Serves both pages until told to stop. Where they cannot be served the desk works on without them.
pub(super) async fn run(listen: Listen, parts: Parts, mut stop: watch::Receiver<bool>) -> Result<(), DaemonError> {
    let door = match Door::open(&listen).await {
        Ok(door) => door,
        Err(error) => {
            tracing::error!(error = %chain(&error), "Nobody can ask for metrics; change [metrics] listen, or free the place, and reload.");
            return Ok(());
        }
    };
    let answer = move |page| {
        let parts = parts.clone();
        async move { look(&parts, page).await }
    };
    tokio::select! {
        () = door.serve(answer) => {}
        // Nobody loses anything by a page that is cut off.
        _ = stop.wait_for(|stop| *stop) => {}
    }
    Ok(())
}

async fn look(parts: &Parts, page: Page) -> Content {
    let asked = Instant::now();
    let gauges = match tokio::time::timeout(PATIENCE, parts.writer.one(Input::Gauge)).await {
        Ok(Ok(Reply::Gauged(gauges))) => gauges,
        Ok(Ok(_)) => return unwell(&["the desk has no answer".to_owned()]),
        Ok(Err(error)) => return unwell(&[chain(&error)]),
        Err(_) => return unwell(&[format!("the desk has not answered for {} seconds", PATIENCE.as_secs())]),
    };
    let (mailboxes, now) = (parts.health.all(), clock::now());
    match page {
        Page::Health => match gauges.troubles(&mailboxes, now).as_slice() {
            [] => Content { is_well: true, media_type: PLAIN, text: "ok\n".to_owned() },
            troubles => unwell(troubles),
        },
        Page::Metrics => match written(&gauges, &mailboxes, now, asked.elapsed()) {
            Ok(text) => Content { is_well: true, media_type: OPEN_METRICS, text },
            Err(error) => unwell(&[chain(&error)]),
        },
    }
}

const PLAIN: &str = "text/plain; charset=utf-8";
/// https://prometheus.io/docs/specs/om/open_metrics_spec/
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

fn unwell(troubles: &[String]) -> Content {
    Content { is_well: false, media_type: PLAIN, text: troubles.join("\n") + "\n" }
}

/// All figures in the OpenMetrics text format. README "Monitoring" lists them.
fn written(gauges: &Gauges, mailboxes: &[MailboxHealth], now: Timestamp, answered: Duration) -> Result<String, std::fmt::Error> {
    let mut registry = Registry::with_prefix("maildesk");
    let build = Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]);
    registry.register("build", "The program", build);

    let messages = Family::<Labels, Counter>::default();
    for (disposition, count) in &gauges.dispositions {
        messages.get_or_create(&labels("disposition", disposition)).inc_by(*count);
    }
    registry.register("messages", "Messages taken in, by what became of them", messages);
    let records = Counter::<u64>::default();
    records.inc_by(gauges.record.get());
    registry.register("journal_records", "Records of the journal", records);

    registry.register("tickets", "Unfinished tickets by status", counted("status", &gauges.tickets));
    registry.register("letters", "Letters that are not sent, by state", counted("state", &gauges.letters));
    registry.register("quarantine_messages", "Messages set aside", gauge(gauges.quarantined));
    let overdue = |at: Option<Timestamp>| seconds(at.map_or(0.0, |at| now.since(at).to_std().as_secs_f64()));
    registry.register_with_unit(
        "letter_overdue",
        "How long the letter that waits longest should have been on its way",
        Unit::Seconds,
        overdue(gauges.letter),
    );
    registry.register_with_unit("deadline_overdue", "How long the timer is behind", Unit::Seconds, overdue(gauges.deadline));

    let readable = Family::<Labels, Gauge>::default();
    let read = Family::<Labels, Gauge>::default();
    for health in mailboxes {
        let labels = vec![("mailbox", health.mailbox.to_string()), ("folder", health.folder.clone())];
        readable.get_or_create(&labels).set(i64::from(health.trouble.is_none()));
        if let Some(at) = health.last_success {
            read.get_or_create(&labels).set(at.as_millis() / 1000);
        }
    }
    registry.register("mailbox_readable", "Whether a mailbox could be read the last time", readable);
    registry.register_with_unit("mailbox_last_read_timestamp", "When a mailbox was read last (Unix time)", Unit::Seconds, read);
    registry.register_with_unit(
        "writer_answer",
        "How long the desk took to answer this question",
        Unit::Seconds,
        seconds(answered.as_secs_f64()),
    );

    let mut text = String::new();
    encode(&mut text, &registry)?;
    Ok(text)
}

fn labels(name: &'static str, value: &str) -> Labels {
    vec![(name, value.to_owned())]
}

fn counted(label: &'static str, counts: &[(&'static str, u64)]) -> Family<Labels, Gauge> {
    let family = Family::<Labels, Gauge>::default();
    for (name, count) in counts {
        family.get_or_create(&labels(label, name)).set(i64::try_from(*count).unwrap_or(i64::MAX));
    }
    family
}

fn gauge(count: u64) -> Gauge {
    let gauge = Gauge::default();
    gauge.set(i64::try_from(count).unwrap_or(i64::MAX));
    gauge
}

fn seconds(value: f64) -> Gauge<f64, AtomicU64> {
    let gauge = Gauge::<f64, AtomicU64>::default();
    gauge.set(value);
    gauge
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::sync::Notify;

    use super::*;
    use crate::base::{MailboxName, Seq, Span};
    use crate::daemon::health::Health;
    use crate::daemon::writer::Writer;
    use crate::decide::MailboxTrouble;

    fn some() -> (Gauges, Vec<MailboxHealth>, Timestamp) {
        let now = Timestamp::from_seconds(1_772_438_400);
        let gauges = Gauges {
            received: 7,
            dispositions: vec![("opened", 4), ("appended", 3)],
            tickets: vec![("new", 1), ("open", 2)],
            letters: vec![("queued", 5)],
            letter: Some(now.minus(Span::from_seconds(90))),
            deadline: Some(now.plus(Span::from_hours(1))),
            quarantined: 1,
            record: Seq::new(42),
        };
        let mailbox = MailboxHealth {
            mailbox: MailboxName::new("support").expect("name"),
            folder: "IN\"BOX\n".to_owned(),
            last_success: Some(now),
            trouble: Some(MailboxTrouble { since: now, because: "no route".to_owned() }),
        };
        (gauges, vec![mailbox], now)
    }

    #[test]
    fn figures_are_written_as_prometheus_reads_them() {
        let (gauges, mailboxes, now) = some();
        let text = written(&gauges, &mailboxes, now, Duration::from_millis(250)).expect("written");
        for line in [
            "maildesk_messages_total{disposition=\"appended\"} 3",
            "maildesk_journal_records_total 42",
            "maildesk_tickets{status=\"open\"} 2",
            "maildesk_letters{state=\"queued\"} 5",
            "maildesk_quarantine_messages 1",
            "maildesk_letter_overdue_seconds 90.0",
            // What is due in an hour is not late.
            "maildesk_deadline_overdue_seconds 0.0",
            "maildesk_mailbox_readable{mailbox=\"support\",folder=\"IN\\\"BOX\\n\"} 0",
            "maildesk_mailbox_last_read_timestamp_seconds{mailbox=\"support\",folder=\"IN\\\"BOX\\n\"} 1772438400",
            "maildesk_writer_answer_seconds 0.25",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is missing:\n{text}");
        }
    }

    #[test]
    fn the_readme_lists_every_figure() {
        let (gauges, mailboxes, now) = some();
        let text = written(&gauges, &mailboxes, now, Duration::ZERO).expect("written");
        let readme = include_str!("../../README.md");
        for line in text.lines().filter(|line| line.starts_with("maildesk_")) {
            let name = line.split(['{', ' ']).next().expect("a name");
            assert!(readme.contains(&format!("`{name}")), "README \"Monitoring\" does not list {name}");
        }
    }

    #[test]
    fn a_desk_that_hangs_does_not_look_alive() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
        runtime.block_on(async {
            let (writer, _never_answered) = Writer::by_hand();
            let parts = Parts { writer, work: Arc::new(Notify::new()), health: Health::default() };
            for page in [Page::Health, Page::Metrics] {
                let content = look(&parts, page).await;
                assert!(!content.is_well);
                assert_eq!(content.text, "the desk has not answered for 5 seconds\n");
            }
        });
    }
}
