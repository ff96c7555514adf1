//! `service.toml`: promises, the ladder, closing.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::base::{Span, limit};
use crate::domain::Priority;
use crate::policy::{
    Calendar, Closing, Digests, Escalate, Hold, LISTS, Ladder, LadderStep, Policy, Query, Satisfaction, Service, is_view_name,
};

use super::read::{Declared, Table, Value};
use super::staff::Names;

pub(super) mod alert;
mod contact_field;
pub(super) mod quality;
pub(super) mod report;
pub(super) mod rotation;
mod sla;

/// Steps of a ladder, each repetition counted: reminders end somewhere.
const STEPS: usize = 20;

/// Reads `[[view]]`: the names of questions and the questions, which can be read only when everything they name is known.
pub(super) fn views<'a>(document: &Table<'a>) -> Vec<(String, Value<'a>)> {
    let name = |value: &Value<'a>| {
        value.parsed(|text| {
            if is_view_name(text) {
                return Ok(text.to_owned());
            }
            let reserved = format!("take small letters, digits and `-`; {} are taken", LISTS.map(|(list, _)| list).join(", "));
            Err((format!("`{text}` is no name for a view"), reserved))
        })
    };
    let (_, sections) = Declared::read(document, ("view", "[[view]]"), true, name);
    if sections.len() > limit::VIEWS {
        document.error(format!("a desk has at most {} views", limit::VIEWS), "remove some `[[view]]`");
    }
    let mut views = Vec::new();
    for named in sections {
        let query = named.table.need("query", "query = \"tag:vip unanswered\"");
        named.table.finish();
        views.extend(named.name.zip(query));
    }
    views
}

/// The questions of the views, each read.
pub(super) fn questions(views: &[(String, Value<'_>)], policy: &Policy) -> BTreeMap<String, Query> {
    let read = |(name, value): &(String, Value<'_>)| {
        let query = value.parsed(|text| {
            Query::read(text, policy)
                .map_err(|problem| (problem.to_string(), "`maildesk search --help` shows the filters".to_owned()))
        })?;
        Some((name.clone(), query))
    };
    views.iter().filter_map(read).collect()
}

/// Reads `[response]`, `[[ladder]]`, `[[sla]]`, `[[contact_field]]`, `[answers]` and `[closing]`.
pub(super) fn service(document: &Table<'_>, names: &Names, named: &BTreeMap<String, Arc<Calendar>>) -> Service {
    let hours = |low, normal, high, urgent| {
        let by = [(Priority::Low, low), (Priority::Normal, normal), (Priority::High, high), (Priority::Urgent, urgent)];
        by.into_iter().map(|(priority, hours)| (priority, Span::from_hours(hours))).collect::<BTreeMap<_, _>>()
    };
    let mut service = Service {
        first_response: hours(8, 4, 2, 1),
        next_response: hours(16, 8, 4, 2),
        slas: Vec::new(),
        contact_fields: Vec::new(),
        digests: Digests { own: true, team: true },
        reports: Vec::new(),
        alerts: Vec::new(),
        closings: BTreeMap::new(),
        closing_reminder_after: None,
        satisfaction: satisfaction(document),
        quality: None,
        ladder: Ladder {
            warnings: vec![LadderStep { after: Span::from_minutes(30), tell: Escalate::Assignee }],
            steps: vec![
                LadderStep { after: Span::ZERO, tell: Escalate::Assignee },
                LadderStep { after: Span::from_hours(2), tell: Escalate::Lead },
                LadderStep { after: Span::from_hours(4), tell: Escalate::Manager },
            ],
        },
        closing_warning_after: Some(Span::from_days(5)),
        auto_close_after: Span::from_days(2),
        close_after: Span::from_days(3),
        reopen_within: Span::from_days(14),
        hold: Hold::Answered,
    };
    if let Some(table) = document.section("response", "[response]") {
        for (key, section, spans) in
            [("first", "first", &mut service.first_response), ("next", "next", &mut service.next_response)]
        {
            if let Some(value) = table.get(key) {
                by_priority(&value, section, spans);
            }
        }
        table.finish();
    }
    if document.has("ladder") {
        service.ladder = ladder(document.sections("ladder", "[[ladder]]"), "ladder");
    }
    service.slas = sla::read(document, names, named);
    service.contact_fields = contact_field::read(document);
    if let Some(table) = document.section("answers", "[answers]") {
        let words = [("answered", Hold::Answered), ("any", Hold::Any)];
        if let Some(hold) = table.get("hold").and_then(|value| value.choice(&words)) {
            service.hold = hold;
        }
        table.finish();
    }
    if let Some(table) = document.section("closing", "[closing]") {
        let (usual, reopen_within) = closing(&table, service.closing(None), service.reopen_within);
        service.closing_warning_after = usual.warning_after;
        service.closing_reminder_after = usual.reminder_after;
        service.auto_close_after = usual.auto_close_after;
        service.close_after = usual.close_after;
        service.reopen_within = reopen_within;
        table.finish();
    }
    for table in document.sections("closing_of", "[[closing_of]]") {
        let categories = table.need("category", "category = \"invoice\"").map(|value| names.categories.find_all(Some(&value)));
        let (own, _) = closing(&table, service.closing(None), service.reopen_within);
        if let Some(value) = table.get("reopen_within") {
            value.error("`reopen_within` is the same for all categories", "write it in [closing]");
        }
        table.finish();
        service.closings.extend(categories.into_iter().flatten().map(|category| (category, own)));
    }
    if let Some(table) = document.section("digest", "[digest]") {
        let flag = |key: &'static str, usual: bool| table.get(key).and_then(|value| value.flag()).unwrap_or(usual);
        service.digests = Digests { own: flag("own", service.digests.own), team: flag("team", service.digests.team) };
        table.finish();
    }
    service
}

/// Reads `[satisfaction]`; without it nobody is asked.
fn satisfaction(document: &Table<'_>) -> Option<Satisfaction> {
    let table = document.section("satisfaction", "[satisfaction]")?;
    let days = || Span::from_minutes(1)..=Span::from_days(365);
    let span = |key, usual| table.get(key).and_then(|value| value.span_of_time(days())).unwrap_or(usual);
    let number = |key, bounds: RangeInclusive<u64>, usual: u8| {
        table.get(key).and_then(|value| u8::try_from(value.number(bounds)?).ok()).unwrap_or(usual)
    };
    let satisfaction = Satisfaction {
        after: span("after", Span::from_days(1)),
        share: number("share", 1..=100, 100),
        not_again: span("not_again", Span::from_days(30)),
        low: number("low", 0..=4, 2),
        reopens: table.get("low_reopens").and_then(|value| value.flag()).unwrap_or(false),
    };
    table.finish();
    Some(satisfaction)
}

/// One length of time for all priorities, or one for each of those that are named.
fn by_priority(value: &Value<'_>, section: &'static str, spans: &mut BTreeMap<Priority, Span>) {
    let bounds = || Span::from_seconds(1)..=Span::from_days(90);
    if !value.is_table() {
        if let Some(span) = value.span_of_time(bounds()) {
            spans.values_mut().for_each(|each| *each = span);
        }
        return;
    }
    let Some(table) = value.table(section) else { return };
    for priority in Priority::ALL {
        if let Some(span) = table.get(priority.as_str()).and_then(|value| value.span_of_time(bounds())) {
            spans.insert(priority, span);
        }
    }
    table.finish();
}

/// The steps of a ladder: `before` a promise is due, or `after` it.
fn ladder(tables: Vec<Table<'_>>, key: &str) -> Ladder {
    let words = [
        ("assignee", Escalate::Assignee),
        ("team", Escalate::Team),
        ("lead", Escalate::Lead),
        ("manager", Escalate::Manager),
        ("upper-manager", Escalate::UpperManager),
    ];
    let mut ladder = Ladder::default();
    for table in tables {
        let bounds = || Span::ZERO..=Span::from_days(90);
        let before =
            table.get("before").and_then(|value| Some((value.span_of_time(Span::from_minutes(1)..=Span::from_days(90))?, value)));
        let after = if before.is_none() && !table.has("before") {
            table.need("after", "after = \"2h\"").and_then(|value| value.span_of_time(bounds()))
        } else {
            if let Some(value) = table.get("after") {
                value.error("a step is `before` or `after`, not both", "make two steps of it");
            }
            None
        };
        let tell = table.need("tell", "tell = \"lead\"").and_then(|value| value.choice(&words));
        let repeat = table.get("repeat").and_then(|value| value.count(1..=10)).unwrap_or(1);
        let count = ladder.warnings.len().saturating_add(ladder.steps.len());
        if count >= STEPS {
            table.error(format!("a ladder has at most {STEPS} steps"), format!("remove steps from `{key}`"));
        }
        if let (Some((after, value)), Some(tell)) = (before, tell) {
            if !ladder.steps.is_empty() {
                value.error("a step `before` stands behind one `after`", "write the steps in the order in which they come");
            }
            ladder.warnings.push(LadderStep { after, tell });
        }
        table.finish();
        let steps = after.zip(tell).map(|(after, tell)| LadderStep { after, tell });
        ladder.steps.extend(steps.into_iter().flat_map(|step| std::iter::repeat_n(step, usize::try_from(repeat).unwrap_or(1))));
    }
    ladder.warnings.sort_by_key(|step| std::cmp::Reverse(step.after));
    ladder.steps.truncate(STEPS);
    ladder
}

/// How tickets end, beginning with what counts where nothing is said; and for how long a reply reopens them.
fn closing(table: &Table<'_>, usual: Closing, reopen_within: Span) -> (Closing, Span) {
    let bounds = || Span::from_hours(1)..=Span::from_days(365);
    let (mut closing, mut reopen_within) = (usual, reopen_within);
    for (key, span) in [("warning_after", &mut closing.warning_after), ("reminder_after", &mut closing.reminder_after)] {
        let Some(value) = table.get(key) else { continue };
        if value.as_text() == Some("never") {
            *span = None;
        } else if let Some(read) = value.span_of_time(bounds()) {
            *span = Some(read);
        }
    }
    for (key, span) in [
        ("auto_close_after", &mut closing.auto_close_after),
        ("close_after", &mut closing.close_after),
        ("reopen_within", &mut reopen_within),
    ] {
        if let Some(read) = table.get(key).and_then(|value| value.span_of_time(bounds())) {
            *span = read;
        }
    }
    (closing, reopen_within)
}
