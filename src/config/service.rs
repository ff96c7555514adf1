//! `service.toml`: opening hours, promises, the ladder, closing.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::base::{Span, limit};
use crate::domain::Priority;
use crate::policy::{
    Calendar, CalendarError, DayHours, Escalate, Hold, LISTS, Ladder, LadderStep, Policy, Query, Service, is_view_name,
};

use super::quantity;
use super::read::{Declared, Table, Value};

/// The days of the week as keys, Monday first, as calendars count.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Steps of a ladder.
const STEPS: usize = 10;

/// Reads `[hours]`; without it the desk is always open.
pub(super) fn calendar(document: &Table<'_>, zone: &TimeZone) -> Option<Calendar> {
    let Some(table) = document.section("hours", "[hours]") else { return Some(Calendar::always(zone.clone())) };
    let days: [Option<Value<'_>>; 7] = DAYS.map(|day| table.get(day));
    let mut week: [DayHours; 7] = Default::default();
    let mut is_sound = true;
    for (hours, value) in week.iter_mut().zip(&days) {
        for one in value.iter().flat_map(Value::one_or_more) {
            let read = one.parsed(|text| {
                quantity::opening(text).ok_or_else(|| {
                    (
                        format!("`{text}` are no opening hours"),
                        "write them as \"09:00-17:00\"; breaks lie between two of them".to_owned(),
                    )
                })
            });
            match read {
                Some(opening) => hours.push(opening),
                None => is_sound = false,
            }
        }
    }
    let mut holidays: BTreeSet<Date> = BTreeSet::new();
    for one in table.get("holidays").iter().flat_map(Value::one_or_more) {
        let Some(text) = one.date_text() else { continue };
        match quantity::holiday(&text) {
            Some(dates) => holidays.extend(dates),
            None => {
                one.error(format!("`{text}` is no day"), "write \"2026-12-25\", or \"12-25\" for that day of every year");
                is_sound = false;
            }
        }
    }
    let place = table.place();
    table.finish();
    if !is_sound {
        return None;
    }
    match Calendar::new(zone.clone(), week, holidays) {
        Ok(calendar) => Some(calendar),
        Err(CalendarError::Overlap(day)) => {
            let day = day.to_ascii_lowercase();
            let place = days.iter().flatten().find(|value| value.key == day).map_or(place, Value::place);
            let help = "write them in order and apart: [\"09:00-12:00\", \"13:00-17:00\"]".to_owned();
            document.error_at(Some(place), format!("the hours of {day} overlap or are out of order"), Some(help));
            None
        }
        Err(CalendarError::NeverOpen) => {
            let help = "give at least one day hours, or leave out [hours] to be always open".to_owned();
            document.error_at(Some(place), "these hours never open", Some(help));
            None
        }
    }
}

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

/// Reads `[response]`, `[[ladder]]`, `[answers]` and `[closing]`.
pub(super) fn service(document: &Table<'_>) -> Service {
    let hours = |low, normal, high, urgent| {
        let by = [(Priority::Low, low), (Priority::Normal, normal), (Priority::High, high), (Priority::Urgent, urgent)];
        by.into_iter().map(|(priority, hours)| (priority, Span::from_hours(hours))).collect::<BTreeMap<_, _>>()
    };
    let mut service = Service {
        first_response: hours(8, 4, 2, 1),
        next_response: hours(16, 8, 4, 2),
        ladder: Ladder {
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
    if let Some(value) = document.get("ladder") {
        service.ladder.steps = ladder(&value, document);
    }
    if let Some(table) = document.section("answers", "[answers]") {
        let words = [("answered", Hold::Answered), ("any", Hold::Any)];
        if let Some(hold) = table.get("hold").and_then(|value| value.choice(&words)) {
            service.hold = hold;
        }
        table.finish();
    }
    if let Some(table) = document.section("closing", "[closing]") {
        closing(&table, &mut service);
        table.finish();
    }
    service
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

fn ladder(value: &Value<'_>, document: &Table<'_>) -> Vec<LadderStep> {
    let words = [
        ("assignee", Escalate::Assignee),
        ("lead", Escalate::Lead),
        ("manager", Escalate::Manager),
        ("upper-manager", Escalate::UpperManager),
    ];
    let mut steps = Vec::new();
    for table in document.sections("ladder", "[[ladder]]") {
        let after = table.need("after", "after = \"2h\"").and_then(|value| value.span_of_time(Span::ZERO..=Span::from_days(90)));
        let tell = table.need("tell", "tell = \"lead\"").and_then(|value| value.choice(&words));
        if steps.len() == STEPS {
            table.error(format!("a ladder has at most {STEPS} steps"), format!("remove steps from `{}`", value.key));
        }
        table.finish();
        steps.extend(after.zip(tell).map(|(after, tell)| LadderStep { after, tell }));
    }
    steps
}

fn closing(table: &Table<'_>, service: &mut Service) {
    let bounds = || Span::from_hours(1)..=Span::from_days(365);
    if let Some(value) = table.get("warning_after") {
        if value.as_text() == Some("never") {
            service.closing_warning_after = None;
        } else if let Some(span) = value.span_of_time(bounds()) {
            service.closing_warning_after = Some(span);
        }
    }
    for (key, span) in [
        ("auto_close_after", &mut service.auto_close_after),
        ("close_after", &mut service.close_after),
        ("reopen_within", &mut service.reopen_within),
    ] {
        if let Some(read) = table.get(key).and_then(|value| value.span_of_time(bounds())) {
            *span = read;
        }
    }
}
