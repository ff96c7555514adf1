//! `[[alert]]`: what is watched, and who is told.

use crate::base::{MailboxName, Span, StaffName, limit};
use crate::domain::{AlertKind, ReportOf};
use crate::policy::{Alert, AlertBound, AlertTo, Policy, Roster, Satisfaction, sight};

use super::super::read::{Declared, Table};
use super::super::staff::{Names, Staff};
use super::report::{Readers, readers};

/// The alerts, each with those who are named in it.
pub(in super::super) type Alerts<'a> = Vec<(Alert, Readers<'a>)>;

const HOUR: Span = Span::from_hours(1);
const DAY: Span = Span::from_days(1);
const WEEK: Span = Span::from_days(7);

/// What is usual of a kind: the time that is counted, and the cases that there must be.
const fn usual(kind: AlertKind) -> (Span, u64) {
    match kind {
        AlertKind::SilentMailbox => (Span::ZERO, 0),
        AlertKind::Spike => (HOUR, 0),
        AlertKind::SlowResponses => (DAY, 5),
        AlertKind::Backlog => (Span::ZERO, 0),
        AlertKind::Workload => (Span::ZERO, 5),
        AlertKind::Complaints => (Span::from_days(28), 0),
        AlertKind::LowPerformance => (Span::from_days(28), 20),
    }
}

/// Can it be compared with what is usual?
const fn has_usual(kind: AlertKind) -> bool {
    matches!(kind, AlertKind::SilentMailbox | AlertKind::SlowResponses | AlertKind::Backlog)
}

/// Reads all of them.
pub(in super::super) fn read<'a>(
    document: &Table<'a>,
    (names, mailboxes): (&Names, &Declared<MailboxName>),
    staff: &Staff<'_>,
    satisfaction: Option<Satisfaction>,
) -> Alerts<'a> {
    let sections = document.sections("alert", "[[alert]]");
    if sections.len() > limit::ALERTS {
        document.error(format!("a desk has at most {} alerts", limit::ALERTS), "remove some `[[alert]]`");
    }
    sections.into_iter().filter_map(|table| one(table, (names, mailboxes), staff, satisfaction)).collect()
}

fn one<'a>(
    table: Table<'a>,
    (names, mailboxes): (&Names, &Declared<MailboxName>),
    staff: &Staff<'_>,
    satisfaction: Option<Satisfaction>,
) -> Option<(Alert, Readers<'a>)> {
    let words: Vec<(&str, AlertKind)> = AlertKind::ALL.into_iter().map(|kind| (kind.as_str(), kind)).collect();
    let value = table.need("kind", "kind = \"backlog\"");
    let kind = value.as_ref().and_then(|value| value.choice(&words));
    let Some(kind) = kind else {
        // What else stands here cannot be judged before that is known.
        for key in ["team", "mailbox", "threshold", "above_baseline", "clear", "over", "weeks", "at_least", "every", "to"] {
            let _ = table.get(key);
        }
        table.finish();
        return None;
    };
    if let (AlertKind::Complaints, None, Some(value)) = (kind, satisfaction, &value) {
        value.error("nobody rates anything without surveys", "add `[satisfaction]`, or remove this alert");
    }
    let bound = bound(&table, kind);
    let teams = match table.get("team") {
        Some(value) if kind == AlertKind::SilentMailbox => {
            value.error("a silent mailbox is watched by `mailbox`", "write mailbox = \"support\"");
            Vec::new()
        }
        value => names.teams.find_all(value.as_ref()),
    };
    let mailboxes = match table.get("mailbox") {
        Some(value) if kind != AlertKind::SilentMailbox => {
            value.error(format!("`{kind}` is watched by `team`"), "write team = \"support\"");
            Vec::new()
        }
        value => mailboxes.find_all(value.as_ref()),
    };
    let (over, cases) = usual(kind);
    let over = span(&table, "over", (HOUR, Span::from_days(92)), over, !over.is_zero(), kind);
    let weeks = span_of_weeks(&table, kind);
    let at_least = match table.get("at_least") {
        Some(value) if cases == 0 => {
            value.error(format!("`{kind}` needs no number of cases"), "remove `at_least`");
            cases
        }
        value => value.and_then(|value| value.number(1..=10_000)).unwrap_or(cases),
    };
    let clears = if kind.falls_short() { 100..=200 } else { 10..=100 };
    let clear = if kind.falls_short() { 110 } else { 80 };
    let clear = table.get("clear").and_then(|value| value.count(clears)).unwrap_or(clear);
    // What is counted over weeks does not change by the day.
    let often = if kind.is_personal() { WEEK } else { DAY };
    let every = table.get("every").and_then(|value| value.span_of_time(HOUR..=Span::from_days(28))).unwrap_or(often);
    let (to, people) = told(&table, kind, names, staff);
    table.finish();
    let alert = Alert { kind, teams, mailboxes, bound: bound?, clear, over, before: weeks, at_least, every, to };
    Some((alert, people))
}

/// From where on it is too much: a figure, or so many times what is usual.
fn bound(table: &Table<'_>, kind: AlertKind) -> Option<AlertBound> {
    if let Some(value) = table.get("above_baseline") {
        if let Some(threshold) = table.get("threshold") {
            threshold.error("a bound is a `threshold` or `above_baseline`, not both", "remove one of the two lines");
            return None;
        }
        if !has_usual(kind) {
            value.error(format!("`{kind}` has nothing usual to compare with"), "write a `threshold`");
            return None;
        }
        // Less than that is what varies from day to day.
        let percent = value.times(110..=10_000)?;
        return Some(AlertBound::Usual(percent));
    }
    let example = match kind {
        AlertKind::SlowResponses | AlertKind::SilentMailbox => "threshold = \"4h\"",
        AlertKind::LowPerformance => "threshold = 70",
        AlertKind::Workload => "threshold = 120",
        AlertKind::Spike | AlertKind::Complaints => "threshold = 5",
        AlertKind::Backlog => "threshold = 50",
    };
    let value = table.need("threshold", example)?;
    let figure = match kind {
        AlertKind::SlowResponses | AlertKind::SilentMailbox => {
            value.span_of_time(Span::from_minutes(5)..=Span::from_days(90))?.as_minutes()
        }
        AlertKind::LowPerformance => value.number(1..=99)?,
        AlertKind::Workload => value.number(10..=1000)?,
        AlertKind::Spike => value.number(2..=1000)?,
        AlertKind::Complaints => value.number(2..=1000)?,
        AlertKind::Backlog => value.number(1..=1_000_000)?,
    };
    Some(AlertBound::At(figure))
}

fn span(table: &Table<'_>, key: &'static str, bounds: (Span, Span), usual: Span, is_used: bool, kind: AlertKind) -> Span {
    match table.get(key) {
        Some(value) if !is_used => {
            value.error(format!("`{kind}` counts no span of time"), format!("remove `{key}`"));
            usual
        }
        Some(value) => value.span_of_time(bounds.0..=bounds.1).unwrap_or(usual),
        None => usual,
    }
}

/// The weeks that what is usual is made of.
fn span_of_weeks(table: &Table<'_>, kind: AlertKind) -> Span {
    let usual = 4;
    let weeks = match table.get("weeks") {
        Some(value) if !has_usual(kind) && kind != AlertKind::Spike => {
            value.error(format!("`{kind}` is compared with nothing before"), "remove `weeks`");
            usual
        }
        Some(value) => value.number(1..=52).unwrap_or(usual),
        None => usual,
    };
    Span::from_millis(WEEK.as_millis().saturating_mul(weeks))
}

/// Who is told.
fn told<'a>(table: &Table<'a>, kind: AlertKind, names: &Names, staff: &Staff<'_>) -> (AlertTo, Readers<'a>) {
    let Some(value) = table.get("to") else { return (AlertTo::Manager, Readers::new()) };
    match value.as_text() {
        Some("manager") => return (AlertTo::Manager, Readers::new()),
        _ if kind.is_personal() => {
            value.error(
                format!("`{kind}` judges people, so it goes to whoever is above them"),
                "remove `to`, or write to = \"manager\"",
            );
            return (AlertTo::Manager, Readers::new());
        }
        Some("lead") => return (AlertTo::Lead, Readers::new()),
        _ => {}
    }
    if value.one_or_more().is_empty() {
        value.error("nobody gets this alert", "name somebody of the staff, \"lead\" or \"manager\", or remove `to`");
    }
    let people = readers(&value, names, staff);
    (AlertTo::People(people.iter().map(|(name, _)| name.clone()).collect::<Vec<StaffName>>()), people)
}

/// Names those who may not see what they are to be told.
pub(in super::super) fn check(alerts: &Alerts<'_>, policy: &Policy) {
    let nobody = Roster::default();
    for (alert, people) in alerts {
        let of_mailboxes = || alert.mailboxes.iter().map(|name| policy.mailboxes.get(name)?.team.clone());
        let teams: Vec<ReportOf> = match alert.kind == AlertKind::SilentMailbox {
            true => of_mailboxes().map(|team| team.map_or(ReportOf::All, ReportOf::Team)).collect(),
            false => alert.teams.iter().cloned().map(ReportOf::Team).collect(),
        };
        let asked = if teams.is_empty() { vec![ReportOf::All] } else { teams };
        for (name, value) in people {
            let Some(member) = policy.staff.get(name) else { continue };
            if let Some(lacking) = asked.iter().find_map(|of| sight(member, of, policy, &nobody).err()) {
                let help = format!("give him a profile with `{lacking}` in staff.toml, or take him out of `to`");
                value.error(format!("`{name}` may not see these figures"), help);
            }
        }
    }
}
