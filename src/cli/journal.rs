//! `maildesk journal`: the audit log, by person, ticket, kind and time.

use std::io::Write;
use std::path::Path;

use clap::Args;

use crate::base::{TicketId, Timestamp};
use crate::desk::{JournalQuery, Question};

use super::ask;
use super::exit::{Exit, Failure};
use super::number_of;

/// What happened, who did it, by what proof, and why; the newest records, in the order in which they happened.
#[derive(Debug, Args)]
pub(super) struct Journal {
    /// Done by somebody or about him or her: a name of the staff, an address, or a contact's number.
    #[arg(long)]
    person: Option<String>,
    /// About this ticket.
    #[arg(long, value_name = "NUMBER")]
    ticket: Option<String>,
    /// Of this kind: received, assigned, commanded, refused, staff, letter, looked-up, and so on.
    #[arg(long)]
    kind: Option<String>,
    /// Not earlier: 2026-03-01, or 2026-03-01T09:00:00Z.
    #[arg(long, value_name = "TIME", value_parser = begin)]
    since: Option<Timestamp>,
    /// Not later; a day counts to its end.
    #[arg(long, value_name = "TIME", value_parser = end)]
    until: Option<Timestamp>,
    /// Show at most so many records.
    #[arg(long, default_value_t = 100)]
    limit: usize,
    /// Everything that was recorded, from the oldest on, as JSON lines. That it was exported is recorded too.
    #[arg(long)]
    export: bool,
}

fn begin(text: &str) -> Result<Timestamp, String> {
    moment(text, "T00:00:00Z")
}

fn end(text: &str) -> Result<Timestamp, String> {
    moment(text, "T23:59:59.999Z")
}

/// A point in time; a day alone is one of UTC, as the journal's times are.
fn moment(text: &str, of_day: &str) -> Result<Timestamp, String> {
    let whole = format!("{text}{of_day}");
    let read = text.parse().or_else(|_| whole.parse::<Timestamp>());
    read.map_err(|_| "write a day, 2026-03-01, or a time in RFC 3339, 2026-03-01T09:00:00Z".to_owned())
}

pub(super) fn run(directory: &Path, journal: &Journal, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let ticket = journal.ticket.as_deref().map(|number| number_of(number, "ticket")).transpose()?.map(TicketId::new);
    let mut query = JournalQuery {
        person: journal.person.clone(),
        ticket,
        kind: journal.kind.clone(),
        since: journal.since,
        until: journal.until,
        export: journal.export,
        from: None,
    };
    if journal.export {
        // Recorded before anything is shown: what was not recorded has not been seen.
        ask::answer(directory, &Question::JournalExported(words(journal)))?;
        return export(directory, &mut query, out);
    }
    let mut shown: Vec<(serde_json::Value, String)> = Vec::new();
    loop {
        let page = ask::answer(directory, &Question::Journal(query.clone()))?;
        let texts = records(&page.text);
        shown.extend(page.lines.into_iter().zip(texts));
        query.from = page.next;
        if query.from.is_none() || shown.len() >= journal.limit {
            break;
        }
    }
    let is_more = query.from.is_some() || shown.len() > journal.limit;
    shown.truncate(journal.limit);
    for (line, text) in shown.iter().rev() {
        if json { writeln!(out, "{line}") } else { writeln!(out, "{text}") }.map_err(Failure::output)?;
    }
    if is_more {
        let _ = writeln!(std::io::stderr(), "maildesk: the newest {} records; --limit or --since shows more", shown.len());
    }
    Ok(if shown.is_empty() { Exit::No } else { Exit::Done })
}

fn export(directory: &Path, query: &mut JournalQuery, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut exit = Exit::No;
    loop {
        let page = ask::answer(directory, &Question::Journal(query.clone()))?;
        for line in &page.lines {
            exit = Exit::Done;
            writeln!(out, "{line}").map_err(Failure::output)?;
        }
        query.from = page.next;
        if query.from.is_none() {
            return Ok(exit);
        }
    }
}

/// A page's text, a record each: what belongs to a record is indented below it.
fn records(text: &str) -> Vec<String> {
    let mut records: Vec<String> = Vec::new();
    for line in text.lines() {
        match records.last_mut().filter(|_| line.starts_with(' ')) {
            Some(record) => {
                record.push('\n');
                record.push_str(line);
            }
            None => records.push(line.to_owned()),
        }
    }
    records
}

/// Which part of the journal was exported.
fn words(journal: &Journal) -> String {
    let mut words = vec!["export of the journal".to_owned()];
    words.extend(journal.person.as_ref().map(|person| format!("person {person}")));
    words.extend(journal.ticket.as_ref().map(|ticket| format!("ticket {ticket}")));
    words.extend(journal.kind.as_ref().map(|kind| format!("kind {kind}")));
    words.extend(journal.since.map(|since| format!("since {since}")));
    words.extend(journal.until.map(|until| format!("until {until}")));
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_their_begin_to_their_end() {
        let shown = |at: Result<Timestamp, String>| at.expect("a time").to_string();
        assert_eq!(shown(begin("2026-03-01")), "2026-03-01T00:00:00Z");
        assert!(end("2026-03-01").expect("a time") > begin("2026-03-01T23:59:59Z").expect("a time"));
        assert!(begin("yesterday").is_err());
    }

    #[test]
    fn a_page_falls_into_its_records() {
        assert_eq!(records("1 a\n    x\n    y\n2 b\n    z\n"), ["1 a\n    x\n    y", "2 b\n    z"]);
    }
}
