//! `[[rotation]]`: who of a team is on duty, by turns or as a calendar says.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::base::{Span, StaffName, TeamName};
use crate::policy::{Duty, Rotation};

use super::super::calendar::{Around, calendar_file, report};
use super::super::ical;
use super::super::read::Table;
use super::super::staff::Names;

/// Reads all of them.
pub(in super::super) fn read(around: &Around<'_>, names: &Names) -> BTreeMap<TeamName, Rotation> {
    let mut rotations = BTreeMap::new();
    for table in around.document.sections("rotation", "[[rotation]]") {
        let team = table.need("team", "team = \"support\"").and_then(|value| Some((names.teams.find(&value)?, value)));
        let duty = match table.get("calendar_file") {
            Some(_) => listed(&table, around, names),
            None => turns(&table, names),
        };
        table.finish();
        let (Some((team, value)), Some(duty)) = (team, duty) else { continue };
        if rotations.insert(team.clone(), Rotation { zone: around.zone.clone(), duty }).is_some() {
            value.error(format!("team `{team}` has two rotations"), "join them into one");
        }
    }
    rotations
}

/// `people`, `from`, `every`.
fn turns(table: &Table<'_>, names: &Names) -> Option<Duty> {
    let people = table.need("people", "people = [\"alice\", \"bob\"]");
    let people: Vec<StaffName> = people.map(|value| names.staff.find_all(Some(&value))).unwrap_or_default();
    let from = table.need("from", "from = 2026-03-02T09:00:00").and_then(|value| {
        let text = value.date_text()?;
        let read = text.parse::<DateTime>().ok();
        if read.is_none() {
            value.error(format!("`{text}` is no time"), "write when the first of them began, as 2026-03-02T09:00:00");
        }
        read
    });
    let every = table.get("every").map_or(Some(Span::from_days(7)), |value| {
        let span = value.span_of_time(Span::from_days(1)..=Span::from_days(365))?;
        if span.as_seconds() % 86_400 != 0 {
            value.error("duty changes by whole days", "write \"1d\", \"7d\" or \"2w\"");
        }
        Some(span)
    });
    let days = u32::try_from(every?.as_seconds() / 86_400).ok()?;
    if people.is_empty() {
        return None;
    }
    Some(Duty::Turns { people, from: from?, days })
}

/// The events of a file, each called like a member of the staff.
fn listed(table: &Table<'_>, around: &Around<'_>, names: &Names) -> Option<Duty> {
    let value = table.get("calendar_file")?;
    for key in ["people", "from", "every"] {
        if let Some(value) = table.get(key) {
            value.error(format!("`{key}` comes with turns, not with `calendar_file`"), "remove one of them");
        }
    }
    let (name, text) = calendar_file(&value, around.dir)?;
    let events = match ical::events(&text) {
        Ok(events) => events,
        Err(faults) => {
            report(faults, around, name, text);
            return None;
        }
    };
    let mut list = Vec::new();
    let mut faults = Vec::new();
    for event in events {
        let who = event.summary.trim().to_lowercase();
        match names.staff.known(&who) {
            _ if event.repeats() => {
                faults.push((event.line, "duty that comes back is not understood; write each time".to_owned()))
            }
            Some(who) => list.push((who, event.from, event.until)),
            None => faults.push((event.line, format!("`{}` is nobody of the staff", event.summary))),
        }
    }
    if faults.is_empty() {
        return Some(Duty::Listed(list));
    }
    report(faults, around, name, text);
    None
}
