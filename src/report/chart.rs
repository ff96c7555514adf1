//! What a picture shows, before it is drawn: its title, what one sees in it, and the same figures as a table.
//!
//! The finding is a sentence that follows from the figures. It is the picture's alternative text, so a reader without pictures,
//! or without eyes for them, is told the same.

use crate::base::{Span, Timestamp};
use crate::domain::{By, ReportKind};

use super::count::Counted;
use super::figures::{Figures, Times};
use super::query::{Period, ReportQuery};
use super::shares::{Shares, ratings, shares};
use super::table::{Block, aligned};
use super::word::{Language, share_words, span_words};

/// Bars of a picture: more cannot be told apart.
const BARS: usize = 12;
/// Up to so many days a line has a point a day, and up to so many a point a week.
const DAILY_DAYS: u64 = 62;
const WEEKLY_DAYS: u64 = 400;
/// Below that shares are shown by day.
const SHARES_BY_DAY: u64 = 14;
/// Where the classes of the times of answers end, in minutes of working time.
const CLASSES: [u64; 8] = [15, 30, 60, 120, 240, 480, 960, 2400];

/// What there are pictures of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// How many tickets were unfinished, over time.
    Backlog,
    /// How long first answers took.
    Responses,
    /// How many promises were kept, by week.
    Promises,
    /// Who has how many unfinished tickets.
    Load,
    /// Which group opened how many tickets, or which rule took them.
    Shares,
    /// When tickets come: by weekday and hour.
    Hours,
    /// How many customers gave which rating.
    Ratings,
    /// How many of them were satisfied, by week.
    Satisfied,
}

impl Subject {
    /// The pictures of a report, the most telling first.
    pub const fn of(kind: ReportKind) -> &'static [Self] {
        match kind {
            ReportKind::Personal => &[Self::Responses, Self::Promises, Self::Backlog],
            ReportKind::Agents => &[Self::Load, Self::Responses],
            ReportKind::Workload => &[Self::Load],
            ReportKind::Team | ReportKind::Department => &[Self::Load, Self::Backlog, Self::Promises],
            ReportKind::Category => &[Self::Shares, Self::Responses],
            ReportKind::Trend => &[Self::Backlog, Self::Responses, Self::Hours],
            ReportKind::Sla => &[Self::Promises, Self::Responses],
            ReportKind::Routing | ReportKind::Organisation => &[Self::Shares],
            ReportKind::Satisfaction => &[Self::Ratings, Self::Satisfied],
            // Small numbers beside each other: there is nothing to be seen that a table does not tell.
            ReportKind::Automation | ReportKind::Training => &[],
        }
    }

    /// What it is counted from.
    pub fn query(self, report: &ReportQuery) -> ReportQuery {
        let days = report.period.until.since(report.period.since).as_minutes() / 1440;
        let by = match self {
            Self::Backlog if days <= DAILY_DAYS => By::Day,
            Self::Backlog if days <= WEEKLY_DAYS => By::Week,
            Self::Backlog => By::Month,
            Self::Responses | Self::Ratings => By::Total,
            Self::Promises | Self::Satisfied if days < SHARES_BY_DAY => By::Day,
            Self::Promises | Self::Satisfied if days <= WEEKLY_DAYS => By::Week,
            Self::Promises | Self::Satisfied => By::Month,
            Self::Load | Self::Shares => report.kind.by(),
            Self::Hours => By::WeekHour,
        };
        ReportQuery { by, ..report.clone() }
    }
}

/// A picture that has not been drawn yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The name of its file.
    pub name: &'static str,
    /// What one sees.
    pub title: String,
    /// What it comes to, in a sentence or two.
    pub finding: String,
    /// The same figures.
    pub table: Block,
    pub(super) shape: Shape,
}

/// How it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A line over time.
    Line { labels: Vec<String>, values: Vec<u64>, unit: String },
    /// Columns beside each other; none: there is nothing to show there. In hundredths of a percent where they are shares.
    Columns { labels: Vec<String>, values: Vec<Option<u64>>, unit: String, axis: String, is_share: bool },
    /// Bars below each other, each with its name.
    Bars { labels: Vec<String>, values: Vec<u64>, unit: String },
    /// A row a weekday, a field an hour.
    Fields { days: Vec<String>, values: Box<[[u64; 24]; 7]>, unit: String, axis: String },
}

/// The picture of what was counted; none where there is nothing to see.
pub(super) fn chart(subject: Subject, query: &ReportQuery, counted: &mut Counted, language: Language) -> Option<Chart> {
    match subject {
        Subject::Backlog => backlog(query, counted, language),
        Subject::Responses => responses(&mut counted.total, language),
        Subject::Promises => shares(query, counted, language, &Shares::promises(language)),
        Subject::Ratings => ratings(&counted.total, language),
        Subject::Satisfied => shares(query, counted, language, &Shares::satisfied(language)),
        Subject::Load => bars(subject, query, counted, language),
        Subject::Shares => bars(subject, query, counted, language),
        Subject::Hours => hours(counted, language),
    }
}

pub(super) fn table(heads: &[&str], rows: Vec<Vec<String>>) -> Block {
    let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
    let lines: Vec<Vec<String>> = std::iter::once(heads.clone()).chain(rows.iter().cloned()).collect();
    Block { heads, rows, sums: Vec::new(), text: aligned(&lines) }
}

fn backlog(query: &ReportQuery, counted: &Counted, language: Language) -> Option<Chart> {
    let rows: Vec<(&str, u64)> =
        counted.rows.iter().map(|(name, figures)| (name.as_str(), u64::try_from(figures.backlog).unwrap_or(0))).collect();
    let (_, first) = *rows.first()?;
    let (end, last) = *rows.last()?;
    if rows.len() < 2 {
        return None;
    }
    let (peak, most) = *rows.iter().rev().max_by_key(|(_, value)| *value)?;
    if most == 0 {
        return None;
    }
    let step = language.by(query.by);
    let (title, finding) = match language {
        Language::English => (
            format!("Unfinished tickets at the end of each {step}"),
            format!(
                "{} from {first} to {last} ({end}); the most were {most} ({peak}).",
                direction(first, last, "The backlog rose", "The backlog fell", "The backlog went")
            ),
        ),
        Language::German => (
            format!("Unerledigte Tickets am Ende: je {step}"),
            format!(
                "{} von {first} auf {last} ({end}); der höchste Stand war {most} ({peak}).",
                direction(first, last, "Der Bestand stieg", "Der Bestand sank", "Der Bestand ging")
            ),
        ),
    };
    // The table of a line is short: its turning points stand in the sentence.
    let shown = thinned(&rows, BARS).into_iter().map(|(name, value)| vec![name.to_owned(), value.to_string()]).collect();
    Some(Chart {
        name: "backlog",
        title,
        finding,
        table: table(&[step, language.pick("unfinished tickets", "unerledigte Tickets")], shown),
        shape: Shape::Line {
            labels: rows.iter().map(|(name, _)| (*name).to_owned()).collect(),
            values: rows.iter().map(|(_, value)| *value).collect(),
            unit: language.pick("unfinished tickets", "unerledigte Tickets").to_owned(),
        },
    })
}

fn direction<'a>(first: u64, last: u64, up: &'a str, down: &'a str, level: &'a str) -> &'a str {
    match last.cmp(&first) {
        std::cmp::Ordering::Greater => up,
        std::cmp::Ordering::Less => down,
        std::cmp::Ordering::Equal => level,
    }
}

/// At most so many rows, evenly taken, the last one always.
fn thinned<'a>(rows: &[(&'a str, u64)], most: usize) -> Vec<(&'a str, u64)> {
    let step = rows.len().div_ceil(most).max(1);
    let mut taken: Vec<_> = rows.iter().rev().step_by(step).copied().collect();
    taken.reverse();
    taken
}

fn responses(total: &mut Figures, language: Language) -> Option<Chart> {
    let times = &mut total.first_response.working;
    let (median, ninetieth) = (times.median()?, times.ninetieth()?);
    let count = times.len();
    let counts = classes(times);
    let label = |place: usize| match CLASSES.get(place) {
        Some(minutes) => format!("≤ {}", hours_words(*minutes)),
        None => format!("> {}", hours_words(CLASSES.last().copied().unwrap_or_default())),
    };
    let labels: Vec<String> = (0..counts.len()).map(label).collect();
    // Under a minute there is no figure to be read.
    let words = |span: Span| {
        if span.as_minutes() == 0 { language.pick("a minute", "einer Minute").to_owned() } else { span_words(span) }
    };
    let (median, ninetieth) = (words(median), words(ninetieth));
    let (title, finding) = match language {
        Language::English => (
            "How long customers waited for the first answer".to_owned(),
            match count {
                1 => format!("There was one first answer; it came after {median} of working time."),
                _ => {
                    format!("Half of {count} first answers came within {median} of working time, nine of ten within {ninetieth}.")
                }
            },
        ),
        Language::German => (
            "Wie lange Kunden auf die erste Antwort warteten".to_owned(),
            match count {
                1 => format!("Es gab eine erste Antwort; sie kam nach {median} Arbeitszeit."),
                _ => format!(
                    "Die Hälfte von {count} ersten Antworten kam binnen {median} Arbeitszeit, neun von zehn binnen {ninetieth}."
                ),
            },
        ),
    };
    let whole = u64::try_from(count).unwrap_or(u64::MAX);
    let share = |value: u64| value.saturating_mul(10_000).checked_div(whole).unwrap_or_default();
    let rows = labels.iter().zip(&counts);
    let rows = rows.map(|(label, value)| vec![label.clone(), value.to_string(), share_words(share(*value), language)]).collect();
    let axis = language.pick("working time until the first answer", "Arbeitszeit bis zur ersten Antwort");
    let unit = language.pick("tickets", "Tickets");
    Some(Chart {
        name: "first-answers",
        title,
        finding,
        table: table(&[language.pick("working time", "Arbeitszeit"), unit, language.pick("share", "Anteil")], rows),
        shape: Shape::Columns {
            labels,
            values: counts.into_iter().map(Some).collect(),
            unit: unit.to_owned(),
            axis: axis.to_owned(),
            is_share: false,
        },
    })
}

/// How many times fall into each class, the last one open.
fn classes(times: &Times) -> Vec<u64> {
    let mut counts = vec![0_u64; CLASSES.len() + 1];
    for seconds in times.seconds() {
        let class = CLASSES.partition_point(|minutes| Span::from_minutes(*minutes) < Span::from_seconds(u64::from(*seconds)));
        if let Some(count) = counts.get_mut(class) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// Working time is not counted in days, which would be read as 24 hours.
fn hours_words(minutes: u64) -> String {
    if minutes.is_multiple_of(60) { format!("{}h", minutes / 60) } else { format!("{minutes}m") }
}

fn bars(subject: Subject, query: &ReportQuery, counted: &Counted, language: Language) -> Option<Chart> {
    let value = |figures: &Figures| match (subject, query.kind) {
        (Subject::Load, _) => u64::try_from(figures.backlog).unwrap_or(0),
        (_, ReportKind::Routing) => figures.rule_took,
        _ => figures.opened,
    };
    let mut rows: Vec<(String, u64)> =
        counted.rows.iter().map(|(name, figures)| (language.group(query.by, name), value(figures))).collect();
    let whole: u64 = rows.iter().map(|(_, value)| value).sum();
    rows.retain(|(_, value)| *value > 0);
    rows.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let left_out = rows.len().saturating_sub(BARS);
    rows.truncate(BARS);
    let (most_name, most) = rows.first()?.clone();
    let by = language.by(query.by);
    let is_none = most_name == language.group(query.by, "(none)");
    let (title, mut finding, unit) = match (language, subject, query.kind) {
        (Language::English, Subject::Load, _) => (
            format!("Unfinished tickets at the end, by {by}"),
            if is_none {
                format!("{most} of {whole} unfinished tickets have no {by}.")
            } else {
                format!("{most_name} has the most unfinished tickets: {most} of {whole}.")
            },
            "unfinished tickets",
        ),
        (Language::German, Subject::Load, _) => (
            format!("Unerledigte Tickets am Ende, nach {by}"),
            if is_none {
                format!("{most} von {whole} unerledigten Tickets sind ohne {by}.")
            } else {
                format!("Die meisten unerledigten Tickets hat {most_name}: {most} von {whole}.")
            },
            "unerledigte Tickets",
        ),
        (Language::English, _, ReportKind::Routing) => (
            "Tickets that each rule took".to_owned(),
            format!("Most tickets were taken by {most_name}: {most} of {whole}."),
            "tickets",
        ),
        (Language::German, _, ReportKind::Routing) => (
            "Tickets, die jede Regel nahm".to_owned(),
            format!("Die meisten Tickets nahm {most_name}: {most} von {whole}."),
            "Tickets",
        ),
        (Language::English, ..) => {
            (format!("Tickets opened, by {by}"), format!("Most tickets came for {most_name}: {most} of {whole}."), "tickets")
        }
        (Language::German, ..) => (
            format!("Eröffnete Tickets, nach {by}"),
            format!("Die meisten Tickets kamen für {most_name}: {most} von {whole}."),
            "Tickets",
        ),
    };
    if left_out > 0 {
        finding.push_str(&match language {
            Language::English => format!(" {left_out} smaller ones are not shown."),
            Language::German => format!(" {left_out} kleinere sind nicht gezeigt."),
        });
    }
    Some(Chart {
        name: if subject == Subject::Load { "load" } else { "shares" },
        title,
        finding,
        table: table(&[by, unit], rows.iter().map(|(name, value)| vec![name.clone(), value.to_string()]).collect()),
        shape: Shape::Bars {
            labels: rows.iter().map(|(name, _)| name.clone()).collect(),
            values: rows.iter().map(|(_, value)| *value).collect(),
            unit: unit.to_owned(),
        },
    })
}

/// Hours of the day that a row of the table sums up.
const PARTS: [(usize, usize); 6] = [(0, 6), (6, 9), (9, 12), (12, 15), (15, 18), (18, 24)];

fn hours(counted: &Counted, language: Language) -> Option<Chart> {
    let mut values = [[0_u64; 24]; 7];
    let places = (0..7_usize).flat_map(|day| (0..24_usize).map(move |hour| (day, hour)));
    for (day, hour) in places.clone() {
        let name = format!("{} {hour:02}:00", Language::English.weekday(day));
        let opened = counted.rows.iter().find(|(group, _)| *group == name).map_or(0, |(_, figures)| figures.opened);
        if let Some(field) = values.get_mut(day).and_then(|row| row.get_mut(hour)) {
            *field = opened;
        }
    }
    let whole = counted.total.opened;
    let at = |day: usize, hour: usize| values.get(day).and_then(|row| row.get(hour)).copied().unwrap_or_default();
    let (day, hour) = places.clone().rev().max_by_key(|(day, hour)| at(*day, *hour)).filter(|_| whole > 0)?;
    let sum = |day: usize| (0..24).map(|hour| at(day, hour)).sum::<u64>();
    let busiest = (0..7).rev().max_by_key(|day| sum(*day)).unwrap_or_default();
    let (name, peak, busy) = (language.weekday(day), at(day, hour), language.weekday(busiest));
    let until = hour.saturating_add(1);
    let (title, finding) = match language {
        Language::English => (
            "When tickets come in: weekday and hour".to_owned(),
            format!(
                "The busiest hour is {name} from {hour:02}:00 to {until:02}:00 with {peak} of {whole} tickets, the busiest day {busy} with {}.",
                sum(busiest)
            ),
        ),
        Language::German => (
            "Wann Tickets kommen: Wochentag und Stunde".to_owned(),
            format!(
                "Die meisten kommen {name} von {hour:02}:00 bis {until:02}:00 Uhr: {peak} von {whole}; der stärkste Tag ist {busy} mit {}.",
                sum(busiest)
            ),
        ),
    };
    let part = |day: usize, (from, until): (usize, usize)| (from..until).map(|hour| at(day, hour)).sum::<u64>().to_string();
    let row = |day: usize| {
        let parts = PARTS.iter().map(|bounds| part(day, *bounds));
        std::iter::once(language.weekday(day).to_owned()).chain(parts).collect::<Vec<_>>()
    };
    let heads: Vec<String> = PARTS.iter().map(|(from, until)| format!("{from}-{until}")).collect();
    let heads: Vec<&str> = std::iter::once(language.by(By::Weekday)).chain(heads.iter().map(String::as_str)).collect();
    Some(Chart {
        name: "hours",
        title,
        finding,
        table: table(&heads, (0..7).map(row).collect()),
        shape: Shape::Fields {
            days: (0..7).map(|day| language.weekday(day).to_owned()).collect(),
            values: Box::new(values),
            unit: language.pick("tickets", "Tickets").to_owned(),
            axis: language.pick("hour of the day", "Stunde des Tages").to_owned(),
        },
    })
}

/// The period in words, in a zone: whole days where it begins and ends at midnight.
pub fn period_words(period: Period, zone: &jiff::tz::TimeZone) -> String {
    let local = |at: Timestamp| jiff::Timestamp::from_millisecond(at.as_millis()).ok().map(|at| at.to_zoned(zone.clone()));
    let words = |at: Timestamp| local(at).map(|at| at.strftime("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
    let day = |at: Timestamp| local(at).map(|at| at.strftime("%Y-%m-%d").to_string()).unwrap_or_default();
    let (since, until) = (words(period.since), words(period.until));
    if since.ends_with(" 00:00") && until.ends_with(" 00:00") {
        // The last day that belongs to it; a single day is said once.
        let (first, last) = (day(period.since), day(period.until.minus(Span::from_seconds(1))));
        return if first == last { first } else { format!("{first} - {last}") };
    }
    format!("{since} - {until}")
}
