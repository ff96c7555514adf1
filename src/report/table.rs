//! A report as a table: for people as text, for programs as CSV and JSON Lines.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::base::Span;
use crate::domain::{By, ReportKind};

use super::activity::Learning;
use super::count::Counted;
use super::figures::{Both, Figures};
use super::measure::Measure;
use super::query::ReportQuery;
use super::running::{APPROVED, EDITED, REJECTED};
use super::word::{Language, mean_words, share_words, span_words};

/// Characters of a group's name in a mail.
const NAME_CHARS: usize = 24;

/// Characters of a list of words in a mail.
const WORDS_CHARS: usize = 36;

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Count(i64),
    Span(Option<Span>),
    /// Hundredths of a percent.
    Share(Option<u64>),
    Minutes(i64),
    /// Hundredths.
    Mean(Option<u64>),
    /// Nobody has said it.
    Nothing,
    /// No figure, but words, beside each other.
    Words(Vec<String>),
}

impl Cell {
    /// Is there nothing to tell?
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Count(count) | Self::Minutes(count) => *count == 0,
            Self::Span(span) => span.is_none(),
            Self::Share(hundredths) | Self::Mean(hundredths) => hundredths.is_none(),
            Self::Words(words) => words.is_empty(),
            Self::Nothing => true,
        }
    }
}

/// A column: its name for programs, its head for people (none: programs alone get it), and its figure.
pub(super) type Column = (String, Option<Head>, fn(&mut Figures) -> Cell);

/// The head of a column: what several columns have in common, and what this one has alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    above: String,
    own: String,
    /// Both, where there is one line for them.
    whole: String,
    /// It stays beside the column before it.
    follows: bool,
}

/// A table that is ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    by: By,
    language: Language,
    names: Vec<String>,
    heads: Vec<Option<Head>>,
    rows: Vec<(String, Vec<Cell>)>,
    total: Vec<Cell>,
    /// The time before, where the report compares.
    before: Option<Vec<Cell>>,
    measures: &'static [Measure],
    /// Whether there is something to tell of reviews, which many desks have none of.
    has_reviews: bool,
}

/// Columns of a table that stand beside each other without being too wide for a mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Block {
    /// The heads, that of the names first.
    pub heads: Vec<String>,
    /// The rows, the name first.
    pub rows: Vec<Vec<String>>,
    /// The rows at the end that sum others up, or are compared with.
    pub sums: Vec<Vec<String>>,
    /// The same as text, in columns under each other.
    pub text: String,
}

impl Table {
    /// The table of what was counted.
    pub fn new(query: &ReportQuery, counted: Counted, language: Language) -> Self {
        let measures = Measure::of_cut(query.kind, query.by);
        let has_reviews = query.by == By::Criterion || counted.total.scores.iter().any(|count| *count != 0);
        // Programs get every column.
        let is_shown = |measure: Measure| has_reviews || !measure.is_of_reviews();
        let of_measure = |measure: Measure| {
            let columns = columns(measure, language).into_iter();
            columns.map(move |(name, head, figure)| (name, head.filter(|_| is_shown(measure)), figure))
        };
        let columns: Vec<Column> = measures.iter().flat_map(|measure| of_measure(*measure)).collect();
        let cells = |mut figures: Figures| columns.iter().map(|(_, _, figure)| figure(&mut figures)).collect::<Vec<_>>();
        // What belongs to nobody makes a row only where there is something in it that this report shows; who learns nothing, none.
        let is_told = |(group, cells): &(String, Vec<Cell>)| {
            let is_always_told = query.kind != ReportKind::Training && !group.starts_with('(');
            is_always_told || !cells.iter().all(Cell::is_nothing)
        };
        let rows = counted.rows.into_iter().map(|(group, figures)| (group, cells(figures)));
        Self {
            by: query.by,
            language,
            names: columns.iter().map(|(name, _, _)| name.clone()).collect(),
            heads: columns.iter().map(|(_, head, _)| head.clone()).collect(),
            rows: rows.filter(is_told).collect(),
            total: cells(counted.total),
            before: None,
            measures,
            has_reviews,
        }
    }

    /// The same with the sum of the time before.
    #[must_use]
    pub fn beside(self, mut before: Figures) -> Self {
        let columns = self.measures.iter().flat_map(|measure| columns(*measure, self.language));
        let before = columns.map(|(_, _, figure)| figure(&mut before)).collect();
        Self { before: Some(before), ..self }
    }

    /// Is there nothing in it?
    pub fn is_empty(&self) -> bool {
        self.total.iter().all(Cell::is_nothing)
    }

    /// For people: columns under each other, the sum last.
    pub fn text(&self) -> String {
        self.block(&self.shown(), usize::MAX).text
    }

    /// The same in blocks below each other, none of them wider than so many characters.
    pub fn blocks(&self, width: usize) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut columns: Vec<usize> = Vec::new();
        let mut rest = self.shown().into_iter().peekable();
        while let Some(column) = rest.next() {
            let mut next = vec![column];
            while let Some(other) = rest.next_if(|other| self.head(*other).is_some_and(|head| head.follows)) {
                next.push(other);
            }
            let wider = [columns.as_slice(), next.as_slice()].concat();
            let is_too_wide = || self.block(&wider, NAME_CHARS).text.lines().any(|line| line.chars().count() > width);
            if !columns.is_empty() && is_too_wide() {
                blocks.push(self.block(&std::mem::take(&mut columns), NAME_CHARS));
            }
            columns.extend(next);
        }
        if !columns.is_empty() {
            blocks.push(self.block(&columns, NAME_CHARS));
        }
        blocks
    }

    fn head(&self, column: usize) -> Option<&Head> {
        self.heads.get(column)?.as_ref()
    }

    /// The columns that people see.
    fn shown(&self) -> Vec<usize> {
        (0..self.heads.len()).filter(|column| self.head(*column).is_some()).collect()
    }

    fn block(&self, columns: &[usize], name_chars: usize) -> Block {
        let language = self.language;
        let line = |name: &str, cells: &[Cell]| {
            let words = columns.iter().filter_map(|at| cells.get(*at)).map(|cell| words(cell, language));
            std::iter::once(shortened(name, name_chars)).chain(words).collect::<Vec<_>>()
        };
        let heads: Vec<&Head> = columns.iter().filter_map(|column| self.head(*column)).collect();
        let by = language.by(self.by).to_owned();
        let rows: Vec<_> = self.rows.iter().map(|(name, cells)| line(&language.group(self.by, name), cells)).collect();
        let mut sums = vec![line(language.pick("all", "alle"), &self.total)];
        sums.extend(self.before.as_ref().map(|before| line(language.pick("before", "davor"), before)));
        // A head of two lines keeps the columns narrow.
        let mut lines = Vec::new();
        if heads.iter().any(|head| !head.above.is_empty()) {
            let above = heads.iter().map(|head| if head.follows { String::new() } else { head.above.clone() });
            lines.push(std::iter::once(String::new()).chain(above).collect::<Vec<_>>());
        }
        lines.push(std::iter::once(by.clone()).chain(heads.iter().map(|head| head.own.clone())).collect());
        lines.extend(rows.iter().cloned());
        lines.extend(sums.iter().cloned());
        let heads = std::iter::once(by).chain(heads.iter().map(|head| head.whole.clone())).collect();
        Block { heads, rows, sums, text: aligned(&lines) }
    }

    /// The definitions of its figures: what it is called and what it means.
    pub fn meanings(&self) -> Vec<(String, String)> {
        let both = |measure: &Measure| (measure.title(self.language).to_owned(), measure.definition(self.language).to_owned());
        self.measures.iter().filter(|measure| self.has_reviews || !measure.is_of_reviews()).map(both).collect()
    }

    /// The same, a paragraph each.
    pub fn definitions(&self) -> String {
        self.meanings().iter().map(|(title, definition)| format!("{title}: {definition}\n")).collect()
    }

    /// For programs: an object a row, spans in seconds, shares in percent.
    pub fn lines(&self) -> Vec<Value> {
        let object = |name: &str, cells: &[Cell]| {
            let mut map = Map::new();
            map.insert("by".to_owned(), json!(self.by.as_str()));
            map.insert("group".to_owned(), json!(name));
            for (name, cell) in self.names.iter().zip(cells) {
                map.insert(name.clone(), value(cell));
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
                match (cell, value(cell)) {
                    (_, Value::Null) => {}
                    (Cell::Words(words), _) => text.push_str(&field(&words.join(" "))),
                    (_, other) => text.push_str(&other.to_string()),
                }
            }
            text.push_str("\r\n");
        }
        text
    }
}

pub(super) fn columns(measure: Measure, language: Language) -> Vec<Column> {
    let title = || measure.title(language).to_owned();
    let head = || Head { above: String::new(), own: title(), whole: title(), follows: false };
    // A title that is too wide for its figures stands in two lines.
    let split = |name: &str, [above, own]: [&str; 2], figure: fn(&mut Figures) -> Cell| {
        let head = Head { above: above.to_owned(), own: own.to_owned(), whole: title(), follows: false };
        vec![(name.to_owned(), Some(head), figure)]
    };
    let count = |name: &str, figure: fn(&mut Figures) -> Cell| vec![(name.to_owned(), Some(head()), figure)];
    // Means of tickets stand beside each other.
    let each = |name: &str, of: Measure, figure: fn(&mut Figures) -> Cell| {
        let (above, own) = (language.pick("per ticket", "je Ticket").to_owned(), of.title(language).to_owned());
        vec![(name.to_owned(), Some(Head { above, own, whole: title(), follows: measure == Measure::TouchesEach }), figure)]
    };
    macro_rules! counted {
        ($field:ident) => {
            count(stringify!($field), |figures| Cell::Count(whole(figures.$field)))
        };
    }
    macro_rules! spans {
        ($field:ident) => {
            both(
                stringify!($field),
                (measure.title(language), language),
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
        Measure::Loops => counted!(loops),
        Measure::Offered => counted!(offered),
        Measure::Helped => counted!(helped),
        Measure::Asked => counted!(asked),
        Measure::Rated => count("rated", |figures| Cell::Count(whole(figures.rated()))),
        Measure::ResolutionRate => {
            let words = [language.pick("resolution", "Lösungs-"), language.pick("rate", "quote")];
            split("resolution_rate", words, |figures| Cell::Share(figures.resolution_rate()))
        }
        Measure::EscalationRate => {
            let words = [language.pick("escalation", "Eskalations-"), language.pick("rate", "quote")];
            split("escalation_rate", words, |figures| Cell::Share(figures.escalation_rate()))
        }
        Measure::CorrectionRate => count("correction_rate", |figures| Cell::Share(figures.correction_rate())),
        Measure::HelpRate => count("help_rate", |figures| Cell::Share(figures.help_rate())),
        Measure::AnswerRate => count("answer_rate", |figures| Cell::Share(figures.answer_rate())),
        Measure::MeanRating => count("mean_rating", |figures| Cell::Mean(figures.mean_rating())),
        Measure::LowRatings => count("low_ratings", |figures| Cell::Share(figures.low_ratings())),
        Measure::HighRatings => count("high_ratings", |figures| Cell::Share(figures.high_ratings())),
        Measure::ActiveHours => {
            let words = [language.pick("active hours", "aktive Std."), language.pick("a day", "am Tag")];
            split("active_hours_a_day", words, |figures| Cell::Mean(figures.activity.hours_a_day()))
        }
        Measure::Sessions => count("sessions", |figures| Cell::Count(whole(figures.activity.sessions))),
        Measure::SessionTickets => {
            let words = [language.pick("tickets per", "Tickets je"), language.pick("session", "Sitzung")];
            split("tickets_per_session", words, |figures| Cell::Mean(figures.activity.tickets_a_session()))
        }
        Measure::Availability => count("availability", |figures| Cell::Share(figures.availability())),
        Measure::Capacity => count("capacity", |figures| match figures.capacity {
            0 => Cell::Nothing,
            capacity => Cell::Count(whole(capacity)),
        }),
        Measure::Load => count("load", |figures| Cell::Share(figures.load())),
        Measure::Stage => count("stage", |figures| learning(figures, |one| vec![one.stage.clone()])),
        Measure::Step => count("step", |figures| learning(figures, |one| vec![one.step.clone()])),
        Measure::Learnt => count("modules_done", |figures| Cell::Count(whole(figures.learnt))),
        Measure::Due => count("modules_due", |figures| learning(figures, |one| one.due.clone())),
        Measure::Overdue => count("certifications_overdue", |figures| learning(figures, |one| one.overdue.clone())),
        Measure::Approved => count("approved", |figures| judged(figures, APPROVED)),
        Measure::Edited => count("edited", |figures| judged(figures, EDITED)),
        Measure::Rejected => count("rejected", |figures| judged(figures, REJECTED)),
        Measure::Reviewed => count("reviewed", |figures| Cell::Count(figures.reviewed)),
        Measure::MeanScore => {
            let head = Head { follows: true, ..head() };
            vec![("mean_score".to_owned(), Some(head), |figures| Cell::Mean(figures.mean_score()))]
        }
        Measure::RepliesEach => each("replies_each", Measure::Replies, |figures| Cell::Mean(figures.replies_each())),
        Measure::TouchesEach => each("touches_each", Measure::Touches, |figures| Cell::Mean(figures.touches_each())),
    }
}

/// People see the median and the 90th percentile in working time; programs get everything.
fn both(name: &str, (title, language): (&str, Language), figures: [fn(&mut Figures) -> Cell; 7]) -> Vec<Column> {
    let names = ["working_median", "working_mean", "working_p90", "median", "mean", "p90", "count"];
    let head = |own: &str, follows| {
        let whole = format!("{title}, {own}");
        Some(Head { above: title.to_owned(), own: own.to_owned(), whole, follows })
    };
    let median = head(language.pick("median", "Median"), false);
    let heads = [median, None, head("90 %", true), None, None, None, None];
    let columns = names.into_iter().zip(heads).zip(figures);
    columns.map(|((part, head), figure)| (format!("{name}_{part}"), head, figure)).collect()
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Something of somebody's training, without what is empty.
fn learning(figures: &Figures, words: fn(&Learning) -> Vec<String>) -> Cell {
    let words = figures.learning.as_ref().map(words).unwrap_or_default();
    Cell::Words(words.into_iter().filter(|word| !word.is_empty()).collect())
}

fn judged(figures: &Figures, verdict: i32) -> Cell {
    let count = usize::try_from(verdict).ok().and_then(|verdict| figures.judged.get(verdict));
    Cell::Count(whole(count.copied().unwrap_or_default()))
}

fn how_many(both: &Both) -> Cell {
    Cell::Count(i64::try_from(both.wall.len()).unwrap_or(i64::MAX))
}

fn words(cell: &Cell, language: Language) -> String {
    let minutes = |minutes: i64| span_words(Span::from_minutes(minutes.unsigned_abs()));
    match *cell {
        Cell::Nothing => "-".to_owned(),
        Cell::Words(ref words) if words.is_empty() => "-".to_owned(),
        Cell::Words(ref words) => shortened(&words.join(", "), WORDS_CHARS),
        Cell::Count(count) => count.to_string(),
        Cell::Span(None) | Cell::Share(None) | Cell::Mean(None) => "-".to_owned(),
        Cell::Span(Some(span)) => span_words(span),
        Cell::Share(Some(share)) => share_words(share, language),
        Cell::Mean(Some(mean)) => mean_words(mean, language),
        Cell::Minutes(spent) if spent < 0 => format!("-{}", minutes(spent)),
        Cell::Minutes(spent) => minutes(spent),
    }
}

/// A name that leaves room for figures.
fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

pub(super) fn value(cell: &Cell) -> Value {
    match *cell {
        Cell::Nothing => Value::Null,
        Cell::Words(ref words) => json!(words),
        Cell::Count(count) | Cell::Minutes(count) => json!(count),
        Cell::Span(span) => json!(span.map(Span::as_seconds)),
        #[expect(clippy::cast_precision_loss, reason = "hundredths of figures of people, far below 2^53")]
        Cell::Share(hundredths) | Cell::Mean(hundredths) => json!(hundredths.map(|hundredths| hundredths as f64 / 100.0)),
    }
}

/// A name as a field. A spreadsheet takes what begins like a formula for one: a quote keeps it a word.
pub(super) fn field(name: &str) -> String {
    let name = if name.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{name}") } else { name.to_owned() };
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name }
}

/// Lines of words under each other, for a mail too: the first column to the left, figures to the right.
pub(super) fn aligned(lines: &[Vec<String>]) -> String {
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
