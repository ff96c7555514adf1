//! `[[sla]]`: what is promised to some.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::Span;
use crate::domain::{Priority, Status, Target};
use crate::policy::{Calendar, Sla, SlaMatch};

use super::super::desk::NAME_CHARS;
use super::super::read::{Declared, Table, Value};
use super::super::staff::Names;
use super::ladder;

/// Promises of one desk; each ticket is compared with them in turn.
const SLAS: usize = 200;

/// Reads all of them.
pub(super) fn read(document: &Table<'_>, names: &Names, named: &BTreeMap<String, Arc<Calendar>>) -> Vec<Sla> {
    let (_, sections) = Declared::read(document, ("sla", "[[sla]]"), true, |value: &Value<'_>| value.line(NAME_CHARS));
    let mut slas: Vec<Sla> = Vec::new();
    let mut catch_all: Option<String> = None;
    for section in sections {
        let table = section.table;
        if let Some(above) = &catch_all {
            table.warning(
                format!("this promise is never asked: `{above}` above it fits every ticket"),
                "move it up, or give that one a `when`",
            );
        }
        if slas.len() == SLAS {
            table.error(format!("there may be {SLAS} promises at most"), "join some by listing what they are for");
        }
        let when = table.section("when", "when").map(|when| conditions(when, names)).unwrap_or_default();
        let targets = [
            ("first", Target::FirstResponse),
            ("next", Target::NextResponse),
            ("update", Target::Update),
            ("resolution", Target::Resolution),
        ];
        let targets: BTreeMap<Target, BTreeMap<Priority, Span>> =
            targets.into_iter().filter_map(|(key, target)| Some((target, lengths(&table.get(key)?)?))).collect();
        if targets.is_empty() {
            table.warning("it promises nothing of its own", "add first, next, update or resolution, such as first = \"1h\"");
        }
        let calendar = table.get("calendar").and_then(|value| names.calendars.find(&value));
        let calendar = calendar.and_then(|name| named.get(&name).cloned());
        let pauses = table.get("pause").map_or_else(|| BTreeSet::from([Status::Pending, Status::OnHold]), |value| pauses(&value));
        let ladder = table.has("ladder").then(|| ladder(table.sections("ladder", "[[sla.ladder]]"), "ladder"));
        table.finish();
        let Some(name) = section.name else { continue };
        if when == SlaMatch::default() {
            catch_all.get_or_insert_with(|| name.clone());
        }
        slas.push(Sla { name, when, targets, calendar, pauses, ladder });
    }
    slas
}

fn conditions(table: Table<'_>, names: &Names) -> SlaMatch {
    let priorities = Priority::ALL.map(|priority| (priority.as_str(), priority));
    let words = |key: &'static str| table.get(key).map(|value| value.one_or_more()).unwrap_or_default();
    let found = SlaMatch {
        teams: names.teams.find_all(table.get("team").as_ref()).into_iter().collect(),
        categories: names.categories.find_all(table.get("category").as_ref()).into_iter().collect(),
        priorities: words("priority").iter().filter_map(|one| one.choice(&priorities)).collect(),
        domains: words("domain").iter().filter_map(Value::domain).collect(),
        organisations: words("organisation").iter().filter_map(|one| Some(one.line(NAME_CHARS)?.to_lowercase())).collect(),
        tags: words("tag").iter().filter_map(|one| one.line(NAME_CHARS)).collect(),
    };
    table.finish();
    found
}

/// One length of time for all priorities, or one for each that is named, or `"never"`.
fn lengths(value: &Value<'_>) -> Option<BTreeMap<Priority, Span>> {
    let bounds = || Span::from_minutes(1)..=Span::from_days(365);
    if value.as_text() == Some("never") {
        return Some(BTreeMap::new());
    }
    if !value.is_table() {
        let span = value.span_of_time(bounds())?;
        return Some(Priority::ALL.into_iter().map(|priority| (priority, span)).collect());
    }
    let table = value.table("a promise by priority")?;
    let read = |priority: Priority| Some((priority, table.get(priority.as_str())?.span_of_time(bounds())?));
    let lengths = Priority::ALL.into_iter().filter_map(read).collect();
    table.finish();
    Some(lengths)
}

fn pauses(value: &Value<'_>) -> BTreeSet<Status> {
    let words = [("pending", Status::Pending), ("on-hold", Status::OnHold)];
    value.one_or_more().iter().filter_map(|one| one.choice(&words)).collect()
}
