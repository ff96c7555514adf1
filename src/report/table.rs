//! A report as a table: for people as text, for programs as CSV and JSON Lines.

use serde_json::{Map, Value, json};

use crate::base::Span;

use super::count::Counted;
use super::figures::{Both, Figures};
use super::measure::Measure;
use super::query::{By, ReportQuery};

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    Count(i64),
    Span(Option<Span>),
    /// Hundredths of a percent.
    Share(Option<u64>),
    Minutes(i64),
}

/// A column: its name for programs, its head for people (none: programs alone get it), and its figure.
type Column = (String, Option<String>, fn(&mut Figures) -> Cell);

/// A table that is ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    by: By,
    names: Vec<String>,
    heads: Vec<Option<String>>,
    rows: Vec<(String, Vec<Cell>)>,
    total: Vec<Cell>,
    /// The time before, where the report compares.
    before: Option<Vec<Cell>>,
    measures: &'static [Measure],
}

impl Table {
    /// The table of what was counted.
    pub fn new(query: &ReportQuery, counted: Counted) -> Self {
        let measures = query.kind.measures();
        let columns: Vec<Column> = measures.iter().flat_map(|measure| columns(*measure)).collect();
        let cells = |mut figures: Figures| columns.iter().map(|(_, _, figure)| figure(&mut figures)).collect();
        Self {
            by: query.by,
            names: columns.iter().map(|(name, _, _)| name.clone()).collect(),
            heads: columns.iter().map(|(_, head, _)| head.clone()).collect(),
            rows: counted.rows.into_iter().map(|(group, figures)| (group, cells(figures))).collect(),
            total: cells(counted.total),
            before: None,
            measures,
        }
    }

    /// The same with the sum of the time before.
    #[must_use]
    pub fn beside(self, mut before: Figures) -> Self {
        let columns = self.measures.iter().flat_map(|measure| columns(*measure));
        let before = columns.map(|(_, _, figure)| figure(&mut before)).collect();
        Self { before: Some(before), ..self }
    }

    /// Is there nothing in it?
    pub fn is_empty(&self) -> bool {
        let is_nothing = |cell: &Cell| matches!(cell, Cell::Count(0) | Cell::Minutes(0) | Cell::Span(None) | Cell::Share(None));
        self.total.iter().all(is_nothing)
    }

    /// For people: columns under each other, the sum last.
    pub fn text(&self) -> String {
        let shown: Vec<usize> = (0..self.heads.len()).filter(|at| self.heads.get(*at).is_some_and(Option::is_some)).collect();
        let heads: Vec<&str> = shown.iter().filter_map(|at| self.heads.get(*at)?.as_deref()).collect();
        let line = |name: &str, cells: &[Cell]| {
            let words = shown.iter().filter_map(|at| cells.get(*at)).map(|cell| words(*cell));
            std::iter::once(name.to_owned()).chain(words).collect::<Vec<_>>()
        };
        // A head of two lines keeps the columns narrow.
        let (upper, lower): (Vec<&str>, Vec<&str>) =
            heads.into_iter().map(|head| head.split_once('|').unwrap_or(("", head))).unzip();
        let mut lines = Vec::new();
        if upper.iter().any(|word| !word.is_empty()) {
            lines.push(std::iter::once("").chain(upper).map(str::to_owned).collect::<Vec<_>>());
        }
        lines.push(std::iter::once(self.by.as_str()).chain(lower).map(str::to_owned).collect());
        lines.extend(self.rows.iter().map(|(name, cells)| line(name, cells)));
        lines.push(line("all", &self.total));
        lines.extend(self.before.as_ref().map(|before| line("before", before)));
        aligned(&lines)
    }

    /// The definitions of its figures, a paragraph each.
    pub fn definitions(&self) -> String {
        let mut text = String::new();
        for measure in self.measures {
            text.push_str(&format!("{}: {}\n", measure.title(), measure.definition()));
        }
        text
    }

    /// For programs: an object a row, spans in seconds, shares in percent.
    pub fn lines(&self) -> Vec<Value> {
        let object = |name: &str, cells: &[Cell]| {
            let mut map = Map::new();
            map.insert("by".to_owned(), json!(self.by.as_str()));
            map.insert("group".to_owned(), json!(name));
            for (name, cell) in self.names.iter().zip(cells) {
                map.insert(name.clone(), value(*cell));
            }
            Value::Object(map)
        };
        let rows = self.rows.iter().map(|(name, cells)| object(name, cells));
        let before = self.before.as_ref().map(|before| object("before", before));
        rows.chain(std::iter::once(object("all", &self.total))).chain(before).collect()
    }

    /// For spreadsheets (RFC 4180): a head, a line a row, no sum.
    pub fn csv(&self) -> String {
        let mut text =
            std::iter::once(self.by.as_str().to_owned()).chain(self.names.iter().cloned()).collect::<Vec<_>>().join(",");
        text.push_str("\r\n");
        let sum = [("all".to_owned(), self.total.clone())];
        let rows = if self.by == By::Total { sum.as_slice() } else { &self.rows };
        for (name, cells) in rows {
            text.push_str(&field(name));
            for cell in cells {
                text.push(',');
                match value(*cell) {
                    Value::Null => {}
                    other => text.push_str(&other.to_string()),
                }
            }
            text.push_str("\r\n");
        }
        text
    }
}

fn columns(measure: Measure) -> Vec<Column> {
    let count = |name: &str, figure: fn(&mut Figures) -> Cell| vec![(name.to_owned(), Some(measure.title().to_owned()), figure)];
    macro_rules! counted {
        ($field:ident) => {
            count(stringify!($field), |figures| Cell::Count(i64::try_from(figures.$field).unwrap_or(i64::MAX)))
        };
    }
    macro_rules! spans {
        ($field:ident) => {
            both(
                stringify!($field),
                measure.title(),
                [
                    |figures| Cell::Span(figures.$field.working.median()),
                    |figures| Cell::Span(figures.$field.working.mean()),
                    |figures| Cell::Span(figures.$field.working.ninetieth()),
                    |figures| Cell::Span(figures.$field.wall.median()),
                    |figures| Cell::Span(figures.$field.wall.mean()),
                    |figures| Cell::Span(figures.$field.wall.ninetieth()),
                    |figures| how_many(&figures.$field),
                ],
            )
        };
    }
    match measure {
        Measure::Opened => counted!(opened),
        Measure::Resolved => counted!(resolved),
        Measure::Dismissed => counted!(dismissed),
        Measure::Reopened => counted!(reopened),
        Measure::Backlog => count("backlog", |figures| Cell::Count(figures.backlog)),
        Measure::BacklogAge => count("backlog_age", |figures| Cell::Span(figures.backlog_age.median())),
        Measure::FirstResponse => spans!(first_response),
        Measure::NextResponse => spans!(next_response),
        Measure::Resolution => spans!(resolution),
        Measure::WithinSla => count("within_sla", |figures| Cell::Share(figures.within_sla())),
        Measure::Replies => counted!(replies),
        Measure::Touches => counted!(touches),
        Measure::Escalated => counted!(escalated),
        Measure::TimeSpent => count("minutes", |figures| Cell::Minutes(figures.minutes)),
        Measure::RuleTook => counted!(rule_took),
        Measure::Corrected => counted!(corrected),
        Measure::Acknowledged => counted!(acknowledged),
        Measure::Withheld => counted!(withheld),
        Measure::Bounced => counted!(bounced),
        Measure::Quarantined => counted!(quarantined),
    }
}

/// People see the median and the 90th percentile in working time; programs get everything.
fn both(name: &str, title: &str, figures: [fn(&mut Figures) -> Cell; 7]) -> Vec<Column> {
    let names = ["working_median", "working_mean", "working_p90", "median", "mean", "p90", "count"];
    let heads = [Some("TITLE|median"), None, Some("|90 %"), None, None, None, None];
    let columns = names.into_iter().zip(heads).zip(figures);
    columns
        .map(|((part, head), figure)| (format!("{name}_{part}"), head.map(|head| head.replace("TITLE", title)), figure))
        .collect()
}

fn how_many(both: &Both) -> Cell {
    Cell::Count(i64::try_from(both.wall.len()).unwrap_or(i64::MAX))
}

fn words(cell: Cell) -> String {
    match cell {
        Cell::Count(count) => count.to_string(),
        Cell::Span(None) | Cell::Share(None) => "-".to_owned(),
        Cell::Span(Some(span)) => span_words(span.as_minutes()),
        Cell::Share(Some(share)) => format!("{}.{} %", share / 100, share % 100 / 10),
        Cell::Minutes(minutes) if minutes < 0 => format!("-{}", span_words(minutes.unsigned_abs())),
        Cell::Minutes(minutes) => span_words(minutes.unsigned_abs()),
    }
}

/// `4m`, `3h 20m`, `17h`, `3d 2h`: two units at most.
fn span_words(minutes: u64) -> String {
    match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
        (0, 0, minutes) => format!("{minutes}m"),
        (0, hours, 0) => format!("{hours}h"),
        (0, hours, minutes) => format!("{hours}h {minutes}m"),
        (days, 0, _) => format!("{days}d"),
        (days, hours, _) => format!("{days}d {hours}h"),
    }
}

fn value(cell: Cell) -> Value {
    match cell {
        Cell::Count(count) | Cell::Minutes(count) => json!(count),
        Cell::Span(span) => json!(span.map(Span::as_seconds)),
        #[expect(clippy::cast_precision_loss, reason = "at most 10,000")]
        Cell::Share(share) => json!(share.map(|share| share as f64 / 100.0)),
    }
}

/// A name as a field. A spreadsheet takes what begins like a formula for one: a quote keeps it a word.
fn field(name: &str) -> String {
    let name = if name.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{name}") } else { name.to_owned() };
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name }
}

/// Lines of words under each other: the first column to the left, figures to the right.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|word| word.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let words = line
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (word, width))| if column == 0 { format!("{word:<width$}") } else { format!("{word:>width$}") });
        text.push_str(words.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}
