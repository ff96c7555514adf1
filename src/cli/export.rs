//! `maildesk export measures`: every measure by day and cut, as CSV or JSON Lines, for spreadsheets and other programs.

use std::io::Write;
use std::path::Path;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Map, Value};

use crate::desk::{Question, ReportForm, ReportQuestion};
use crate::domain::{By, ReportKind};
use crate::report::{csv_line, export_columns};

use super::ask;
use super::exit::{Exit, Failure};

/// What can be exported.
#[derive(Debug, Subcommand)]
pub(super) enum ExportCommand {
    /// Every measure, a row for each day and team, agent, category and so on; `--columns` tells what the columns mean.
    Measures(Measures),
}

/// Which days, and how they are written.
#[derive(Debug, Args)]
pub(super) struct Measures {
    /// For spreadsheets, or an object a line.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// The first day, such as 2026-11-01, or a time ago such as 30d or 8w; otherwise the first that there is.
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// The day after the last; otherwise now.
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    /// Tell what each column means, and export nothing.
    #[arg(long)]
    columns: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Comma-separated values (RFC 4180).
    Csv,
    /// JSON Lines.
    Jsonl,
}

pub(super) fn run(directory: &Path, command: &ExportCommand, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let ExportCommand::Measures(measures) = command;
    let format = if json { Format::Jsonl } else { measures.format };
    let columns = export_columns();
    if measures.columns {
        for (name, meaning) in &columns {
            match format {
                Format::Csv => writeln!(out, "{name}: {meaning}"),
                Format::Jsonl => writeln!(out, "{}", serde_json::json!({"column": name, "meaning": meaning})),
            }
            .map_err(Failure::output)?;
        }
        return Ok(Exit::Done);
    }
    let names: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
    let mut question = ReportQuestion {
        kind: ReportKind::Workload,
        since: measures.since.clone(),
        until: measures.until.clone(),
        by: Some(By::Organisation),
        agent: None,
        team: None,
        form: ReportForm::Rows,
    };
    let mut exit = Exit::No;
    loop {
        // A page is written before the next one is asked for: memory holds one of them.
        let page = ask::answer(directory, &Question::Report(question.clone()))?;
        for row in page.lines.iter().filter_map(Value::as_array) {
            if exit == Exit::No && format == Format::Csv {
                write!(out, "{}\r\n", names.join(",")).map_err(Failure::output)?;
            }
            exit = Exit::Done;
            match format {
                Format::Csv => write!(out, "{}\r\n", csv_line(row)),
                Format::Jsonl => writeln!(out, "{}", Value::Object(object(&names, row))),
            }
            .map_err(Failure::output)?;
        }
        question.since = page.next_day;
        if question.since.is_none() {
            return Ok(exit);
        }
    }
}

fn object(names: &[String], row: &[Value]) -> Map<String, Value> {
    names.iter().cloned().zip(row.iter().cloned()).collect()
}
