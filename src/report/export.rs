//! Every measure by day and by whatever it can be cut by, for programs: a page of days at a time, so that no export needs more memory
//! than a page and the tickets that wait.
//!
//! Left out is what makes no sense of a day and a group: how far somebody's training is now, and how many of the questions of a day were
//! answered, which is known later (`asked` and `rated` are there).

use std::io;

use serde_json::Value;

use crate::domain::{By, ReportKind};

use super::activity::Presence;
use super::count::{Counting, Scene};
use super::figures::Figures;
use super::ledger::Snapshot;
use super::measure::Measure;
use super::query::{Period, ReportQuery, Scope};
use super::slice::slices;
use super::table::{Cell, Column, columns, field, value};
use super::word::Language;

/// What an export is cut by.
const CUTS: [By; 10] = [
    By::Total,
    By::Agent,
    By::Team,
    By::Department,
    By::Category,
    By::Mailbox,
    By::Priority,
    By::Organisation,
    By::Tag,
    By::Rule,
];
/// The columns before the measures, and what they mean.
const NAMES: [(&str, &str); 3] = [
    ("day", "The day, in the desk's time zone."),
    ("by", "What the row is cut by: total, agent, team, department, category, mailbox, priority, organisation, tag or rule."),
    ("group", "Which of them; all: the whole day."),
];

/// Some days of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportPage {
    /// A row a day and group, in the order of [`export_columns`]. Rows in which there is nothing are left out.
    pub rows: Vec<Vec<Value>>,
    /// The day that the next page begins with.
    pub next: Option<String>,
}

const fn is_exported(measure: Measure) -> bool {
    use Measure as M;
    !matches!(measure, M::AnswerRate | M::Stage | M::Step | M::Learnt | M::Due | M::Overdue)
}

fn measured() -> impl Iterator<Item = (Measure, Column)> {
    let exported = Measure::ALL.iter().copied().filter(|measure| is_exported(*measure));
    exported.flat_map(|measure| columns(measure, Language::English).into_iter().map(move |column| (measure, column)))
}

/// The columns, each with what it means.
pub fn export_columns() -> Vec<(String, String)> {
    let names = NAMES.iter().map(|(name, meaning)| ((*name).to_owned(), (*meaning).to_owned()));
    let unit = |cell: Cell| match cell {
        Cell::Span(_) => " In seconds.",
        Cell::Share(_) => " In percent.",
        Cell::Minutes(_) => " In minutes.",
        Cell::Count(_) | Cell::Mean(_) | Cell::Words(_) | Cell::Nothing => "",
    };
    let measure = |(measure, (name, _, figure)): (Measure, Column)| {
        let unit = unit(figure(&mut Figures::default()));
        (name, format!("{}{unit}", measure.definition(Language::English)))
    };
    names.chain(measured().map(measure)).collect()
}

/// A row for spreadsheets (RFC 4180), without its end.
pub fn csv_line(row: &[Value]) -> String {
    let word = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => field(text),
        other => other.to_string(),
    };
    row.iter().map(word).collect::<Vec<_>>().join(",")
}

/// The days of a period, until there are so many rows. That takes as long as two reports: not for the desk's thread.
///
/// # Errors
/// Where the samples cannot be read.
pub fn export(samples: &Snapshot, scene: &Scene, period: Period, most: usize) -> io::Result<ExportPage> {
    // Who was away may be said afterwards, so this is asked first; and when the journal begins.
    let mut presence = Presence::new(&scene.staff, &Scope::All);
    let mut first = None;
    samples.each(|sample| {
        presence.take(sample);
        first.get_or_insert(sample.at);
    })?;
    let Some(first) = first else { return Ok(ExportPage::default()) };
    let period = Period { since: period.since.max(first), ..period };
    let query = |by| ReportQuery { kind: ReportKind::Workload, period, by, scope: Scope::All };
    let queries = CUTS.map(query);
    let mut export = Export {
        scene,
        presence,
        columns: measured().map(|(_, column)| column).collect(),
        cuts: queries.iter().map(|query| (query.by, Counting::new(query, scene, samples.catalogue()))).collect(),
        rows: Vec::new(),
    };
    let days = slices(period, By::Day, &scene.zone);
    let ends = days.iter().skip(1).map(|(begins, _)| *begins).chain([period.until]);
    let mut rest = days.iter().zip(ends).peekable();
    samples.each(|sample| {
        while export.rows.len() < most
            && let Some(((since, day), until)) = rest.next_if(|(_, ends)| *ends <= sample.at)
        {
            export.close(day, Period { since: *since, until });
        }
        if export.rows.len() < most {
            export.cuts.iter_mut().for_each(|(_, counting)| counting.take(sample));
        }
    })?;
    while export.rows.len() < most
        && let Some(((since, day), until)) = rest.next()
    {
        export.close(day, Period { since: *since, until });
    }
    Ok(ExportPage { rows: export.rows, next: rest.next().map(|((_, day), _)| day.clone()) })
}

struct Export<'a> {
    scene: &'a Scene,
    presence: Presence<'a>,
    columns: Vec<Column>,
    cuts: Vec<(By, Counting<'a>)>,
    rows: Vec<Vec<Value>>,
}

impl Export<'_> {
    /// Writes a day down.
    fn close(&mut self, name: &str, day: Period) {
        for (by, counting) in &mut self.cuts {
            let (mut groups, mut total) = counting.part(day.until);
            for (who, colleague) in self.presence.colleagues() {
                let present = self.presence.of(*who, colleague, day);
                match by {
                    By::Total => total.attend(present, colleague.capacity),
                    By::Agent => groups.entry(self.scene.name(*who)).or_default().attend(present, colleague.capacity),
                    _ => {}
                }
            }
            if *by == By::Total {
                groups.insert("all".to_owned(), total);
            }
            let row = |(group, mut figures): (String, Figures)| {
                let cells: Vec<Cell> = self.columns.iter().map(|(_, _, figure)| figure(&mut figures)).collect();
                let names = [name, by.as_str(), &group].map(|word| Value::String(word.to_owned()));
                let is_any = !cells.iter().all(Cell::is_nothing);
                is_any.then(|| names.into_iter().chain(cells.iter().map(value)).collect())
            };
            self.rows.extend(groups.into_iter().filter_map(row));
        }
    }
}
