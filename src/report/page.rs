//! A report as a whole: its table, its pictures and what they come to, counted in one pass over what was measured.

use std::io;

use super::chart::{Chart, Subject, chart};
use super::count::{Scene, count};
use super::ledger::Snapshot;
use super::query::ReportQuery;
use super::table::Table;
use super::word::Language;
use crate::domain::{By, ReportKind};

/// A report.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its table.
    pub table: Table,
    /// Its pictures, each with what it shows in words and figures.
    pub pictures: Vec<Picture>,
}

/// A picture of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it shows.
    pub chart: Chart,
    /// As PNG; none where this program draws no pictures.
    pub png: Option<Vec<u8>>,
}

impl Page {
    /// Counts a report and draws its pictures. That takes seconds where there are millions of tickets: not for the desk's thread.
    ///
    /// # Errors
    /// Where the samples cannot be read.
    pub fn count(samples: &Snapshot, query: &ReportQuery, scene: &Scene, language: Language) -> io::Result<Self> {
        let subjects = Subject::of(query.kind);
        let before = ReportQuery { period: query.period.before(), by: By::Total, ..query.clone() };
        let compares = query.kind == ReportKind::Trend;
        let queries: Vec<ReportQuery> = std::iter::once(query.clone())
            .chain(compares.then_some(before))
            .chain(subjects.iter().map(|subject| subject.query(query)))
            .collect();
        let mut counted = count(samples, &queries, scene)?.into_iter();
        let mut table = Table::new(query, counted.next().unwrap_or_default(), language);
        if compares {
            table = table.beside(counted.next().unwrap_or_default().total);
        }
        let charts = subjects
            .iter()
            .zip(counted)
            .filter_map(|(subject, mut counted)| chart(*subject, &subject.query(query), &mut counted, language));
        Ok(Self { table, pictures: drawn(charts.collect()) })
    }
}

/// Counts a table alone.
///
/// # Errors
/// Where the samples cannot be read.
pub fn table(samples: &Snapshot, query: &ReportQuery, scene: &Scene, language: Language) -> io::Result<Table> {
    let before = ReportQuery { period: query.period.before(), by: By::Total, ..query.clone() };
    let queries: Vec<ReportQuery> =
        std::iter::once(query.clone()).chain((query.kind == ReportKind::Trend).then_some(before)).collect();
    let mut counted = count(samples, &queries, scene)?.into_iter();
    let table = Table::new(query, counted.next().unwrap_or_default(), language);
    Ok(match counted.next() {
        Some(before) => table.beside(before.total),
        None => table,
    })
}

#[cfg(feature = "plots")]
fn drawn(charts: Vec<Chart>) -> Vec<Picture> {
    let renderer = super::picture::Renderer::new();
    let draw = |chart: Chart| {
        let png = chart.svg().and_then(|svg| renderer.png(&svg));
        Picture { chart, png }
    };
    charts.into_iter().map(draw).collect()
}

#[cfg(feature = "plots")]
impl Chart {
    /// The picture as SVG; none where it cannot be drawn, which would be a defect of ours.
    pub fn svg(&self) -> Option<String> {
        super::plot::svg(self).ok()
    }
}

/// This program draws nothing; the tables say it all.
#[cfg(not(feature = "plots"))]
fn drawn(charts: Vec<Chart>) -> Vec<Picture> {
    charts.into_iter().map(|chart| Picture { chart, png: None }).collect()
}
