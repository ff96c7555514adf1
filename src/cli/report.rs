//! `maildesk report`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::desk::{Answer, Question, ReportForm, ReportQuestion};
use crate::domain::{By, ReportKind};

use super::ask;
use super::exit::{Exit, Failure};

/// Which report, of which time, cut by what.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// personal, agents, team, category, department, trend, sla, routing, automation, satisfaction, workload, training or organisation.
    #[arg(value_parser = kind)]
    kind: ReportKind,
    /// From this day on (2026-11-01), or from so long ago (12h, 30d, 8w).
    #[arg(long, default_value = "28d")]
    since: String,
    /// Until the beginning of this day, or until so long ago; none: until now.
    #[arg(long)]
    until: Option<String>,
    /// Cut by agent, team, department, category, mailbox, priority, organisation, tag, rule, criterion, hour, day, week, month, weekday, week-hour or total.
    #[arg(long, value_parser = by)]
    by: Option<By>,
    /// Of one agent alone: what he did, and the tickets that he answered for.
    #[arg(long, conflicts_with = "team")]
    agent: Option<String>,
    /// Of one team's tickets alone.
    #[arg(long)]
    team: Option<String>,
    /// For a spreadsheet: a line a row, times in seconds.
    #[arg(long, conflicts_with = "html")]
    csv: bool,
    /// For a browser: a page with pictures is written into this file.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

fn kind(text: &str) -> Result<ReportKind, String> {
    text.parse().map_err(|words| format!("there is {words}"))
}

fn by(text: &str) -> Result<By, String> {
    text.parse().map_err(|words| format!("a report can be cut by {words}"))
}

impl Report {
    /// What the desk is asked.
    fn question(&self) -> Question {
        Question::Report(ReportQuestion {
            kind: self.kind,
            since: Some(self.since.clone()),
            until: self.until.clone(),
            by: self.by,
            agent: self.agent.clone(),
            team: self.team.clone(),
            form: match (&self.html, self.csv) {
                (Some(_), _) => ReportForm::Html,
                (None, true) => ReportForm::Csv,
                (None, false) => ReportForm::Text,
            },
        })
    }

    /// Asks for it and shows it.
    pub(super) fn run(&self, directory: &Path, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
        let answer = ask::answer(directory, &self.question())?;
        let Some(file) = &self.html else { return ask::print(&answer, json, out) };
        let unwritten = |error| Failure::new(Exit::Internal, format!("{} cannot be written: {error}", file.display()));
        fs::write(file, answer.text.as_bytes()).map_err(unwritten)?;
        let said = Answer { text: format!("written {}\n", file.display()), ..answer };
        ask::print(&said, json, out)
    }
}
