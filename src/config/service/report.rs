//! `[[report]]`: reports on a schedule.

use crate::base::{StaffName, limit};
use crate::domain::{By, ReportKind, ReportOf};
use crate::policy::{Every, Policy, Roster, ScheduledOf, ScheduledReport, sight};

use super::super::problem::suggest;
use super::super::read::{Table, Value};
use super::super::staff::{Names, Staff};

/// Those who get a report, each with where that stands.
pub(in super::super) type Readers<'a> = Vec<(StaffName, Value<'a>)>;

/// Reads all of them.
pub(in super::super) fn read<'a>(document: &Table<'a>, names: &Names, staff: &Staff<'_>) -> Vec<(ScheduledReport, Readers<'a>)> {
    let mut reports = Vec::new();
    let mut letters = 0_usize;
    for table in document.sections("report", "[[report]]") {
        let kind = table.need("kind", "kind = \"team\"").and_then(|value| word(&value, ReportKind::ALL, ReportKind::as_str));
        let by = table.get("by").and_then(|value| word(&value, By::ALL, By::as_str));
        let to = table.need("to", "to = [\"lena\"]").map(|value| readers(&value, names, staff)).unwrap_or_default();
        let every = table.need("every", "every = \"monday 08:00\"").and_then(|value| {
            value.parsed(|text| {
                let help = "write \"daily 08:00\", \"monday 08:00\" or \"monthly 1 08:00\"".to_owned();
                Every::read(text).ok_or_else(|| (format!("`{text}` is no time for a report"), help))
            })
        });
        let of = of(&table, names);
        if let Some(value) = table.get("to").filter(|value| value.one_or_more().is_empty()) {
            value.error("nobody gets this report", "name somebody of the staff, as to = [\"lena\"], or remove the section");
        }
        letters = letters.saturating_add(to.len());
        if letters > limit::REPORT_SCHEDULES {
            let most = limit::REPORT_SCHEDULES;
            table.error(format!("a desk has at most {most} reports on its schedule, counted by reader"), "remove some readers");
        }
        table.finish();
        let (Some(kind), Some(every), Some(of)) = (kind, every, of) else { continue };
        let names = to.iter().map(|(name, _)| name.clone()).collect();
        reports.push((ScheduledReport { kind, by, to: names, every, of }, to));
    }
    reports
}

/// Names those who may not see what they are to get.
pub(in super::super) fn check(reports: &[(ScheduledReport, Readers<'_>)], policy: &Policy) {
    let nobody = Roster::default();
    for (report, readers) in reports {
        let of = match &report.of {
            ScheduledOf::Reader if report.kind == ReportKind::Personal => continue,
            ScheduledOf::Reader => ReportOf::All,
            ScheduledOf::Team(team) => ReportOf::Team(team.clone()),
            // Who is who is known to the desk alone, which asks again when the report is due.
            ScheduledOf::Person(_) => continue,
        };
        for (name, value) in readers {
            let Some(member) = policy.staff.get(name) else { continue };
            if let Err(lacking) = sight(member, &of, policy, &nobody) {
                let help = format!("give him a profile with `{lacking}` in staff.toml, or take him out of `to`");
                value.error(format!("`{name}` may not see these figures"), help);
            }
        }
    }
}

fn word<T: Copy>(value: &Value<'_>, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let words: Vec<(&str, T)> = all.iter().map(|one| (name(*one), *one)).collect();
    value.choice(&words)
}

/// Members of staff by their names or addresses.
pub(super) fn readers<'a>(value: &Value<'a>, names: &Names, staff: &Staff<'_>) -> Readers<'a> {
    let mut found = Readers::new();
    for one in value.one_or_more() {
        let Some(text) = one.text() else { continue };
        let entries = || staff.members.values().chain(staff.invited.values());
        let named = entries().find(|member| member.name.as_str() == text || member.address.as_str().eq_ignore_ascii_case(text));
        match named {
            Some(member) if found.iter().any(|(name, _)| *name == member.name) => {
                one.error(format!("`{text}` stands here twice"), "remove one");
            }
            Some(member) => found.push((member.name.clone(), one)),
            None if text.contains('@') => one.error(
                format!("{text} is no address of the staff"),
                "figures go to the staff alone: name somebody of staff.toml",
            ),
            // Where the staff could not be read, that is said there.
            None if names.staff.known(text).is_some() => {}
            None => {
                let all: Vec<String> = entries().map(|member| member.name.to_string()).collect();
                let help = suggest(text, all.iter().map(String::as_str), "nobody is declared yet; add `[[staff]]`");
                one.error(format!("there is no staff `{text}`"), help);
            }
        }
    }
    found
}

fn of(table: &Table<'_>, names: &Names) -> Option<ScheduledOf> {
    let team = table.get("team");
    let agent = table.get("agent");
    match (team, agent) {
        (Some(_), Some(agent)) => {
            agent.error("a report is of a `team` or of an `agent`, not both", "remove one of the two lines");
            None
        }
        (Some(team), None) => names.teams.find(&team).map(ScheduledOf::Team),
        (None, Some(agent)) => names.staff.find(&agent).map(ScheduledOf::Person),
        (None, None) => Some(ScheduledOf::Reader),
    }
}
