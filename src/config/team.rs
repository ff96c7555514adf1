//! `[[team]]`: who belongs to a team, and how much a team may hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Span, StaffName, TeamName};
use crate::policy::{Assign, Role, Team, WhenAway};

use super::read::{Named, Table, Value};
use super::staff::{Names, Staff, circle};

/// How large teams and departments may grow; `[limits]` of `desk.toml` says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TeamLimits {
    /// People of a team.
    pub(super) agents: u32,
    /// Teams in a team.
    pub(super) teams: u32,
    /// Roles in a team.
    pub(super) roles: u32,
    /// Teams of a department.
    pub(super) department: u32,
}

impl Default for TeamLimits {
    fn default() -> Self {
        Self { agents: 100, teams: 50, roles: 20, department: 60 }
    }
}

impl TeamLimits {
    /// Reads those keys of `[limits]`.
    pub(super) fn read(table: &Table<'_>) -> Self {
        let mut limits = Self::default();
        let keys = [
            ("agents_per_team", &mut limits.agents),
            ("teams_per_team", &mut limits.teams),
            ("roles_per_team", &mut limits.roles),
            ("teams_per_department", &mut limits.department),
        ];
        for (key, limit) in keys {
            if let Some(number) = table.get(key).and_then(|value| value.count(1..=10_000)) {
                *limit = number;
            }
        }
        limits
    }
}

/// Reads all teams and gathers their members.
pub(super) fn read(
    sections: Vec<Named<'_, TeamName>>,
    names: &Names,
    said: &[(StaffName, Vec<TeamName>)],
    limits: &TeamLimits,
    staff: &mut Staff<'_>,
) {
    let drafts: Vec<Draft<'_>> = sections.into_iter().filter_map(|named| draft(named, names, limits)).collect();
    let mut of_department: BTreeMap<&str, u32> = BTreeMap::new();
    for draft in &drafts {
        let Some(department) = &draft.department else { continue };
        let count = of_department.entry(department).or_default();
        *count = count.saturating_add(1);
        if *count == limits.department.saturating_add(1) {
            draft.table.error(
                format!("department `{department}` has more than {} teams", limits.department),
                "split the department, or raise teams_per_department in [limits] of desk.toml",
            );
        }
    }
    gather(drafts, said, limits, staff);
}

/// A team whose members are not gathered yet.
#[derive(Debug)]
struct Draft<'a> {
    name: TeamName,
    department: Option<String>,
    lead: Option<(StaffName, Value<'a>)>,
    members: Vec<StaffName>,
    teams: Vec<TeamName>,
    teams_value: Option<Value<'a>>,
    roles: Vec<String>,
    /// Roles whose holders belong to it together with everybody below them.
    below: Vec<String>,
    calendar: Option<String>,
    sticky: Option<Span>,
    assign: Assign,
    when_away: WhenAway,
    away_at_least: Option<Span>,
    table: Table<'a>,
}

fn draft<'a>(Named { name, table }: Named<'a, TeamName>, names: &Names, limits: &TeamLimits) -> Option<Draft<'a>> {
    let department = table.get("department").and_then(|value| names.departments.find(&value));
    let lead = table.get("lead").and_then(|value| Some((names.staff.find(&value)?, value)));
    let members = names.staff.find_all(table.get("members").as_ref());
    let teams_value = table.get("teams");
    let teams = names.teams.find_all(teams_value.as_ref());
    let roles_value = table.get("roles");
    let roles = names.roles.find_all(roles_value.as_ref());
    let below_value = table.get("roles_and_below");
    let below = names.roles.find_all(below_value.as_ref());
    at_most(teams_value.as_ref(), teams.len(), limits.teams, "teams", "teams_per_team");
    at_most(roles_value.or(below_value).as_ref(), roles.len() + below.len(), limits.roles, "roles", "roles_per_team");
    let calendar = table.get("calendar").and_then(|value| names.calendars.find(&value));
    let sticky = table.get("sticky").and_then(|value| value.span_of_time(Span::from_days(1)..=Span::from_days(365)));
    let assign = table.get("assign").map_or(Assign::None, |value| {
        let words = [
            ("none", Assign::None),
            ("round-robin", Assign::RoundRobin),
            ("least-loaded", Assign::LeastLoaded),
            ("skill", Assign::Skill),
        ];
        value.choice(&words).unwrap_or(Assign::None)
    });
    let when_away = table
        .get("when_away")
        .and_then(|value| value.choice(&[("hold", WhenAway::Hold), ("reassign", WhenAway::Reassign), ("team", WhenAway::Team)]));
    let when_away = when_away.unwrap_or_default();
    let away_at_least = table.get("away_at_least");
    let away_at_least = away_at_least.and_then(|value| value.span_of_time(Span::from_hours(1)..=Span::from_days(365)));
    match name {
        Some(name) => {
            let draft = Draft {
                name,
                department,
                lead,
                members,
                teams,
                teams_value,
                roles,
                below,
                calendar,
                sticky,
                assign,
                when_away,
                away_at_least,
                table,
            };
            Some(draft)
        }
        None => {
            table.finish();
            None
        }
    }
}

fn at_most(value: Option<&Value<'_>>, count: usize, most: u32, what: &str, key: &str) {
    if let Some(value) = value.filter(|_| u32::try_from(count).is_ok_and(|count| count > most)) {
        value.error(
            format!("a team may hold {most} {what}, and this one holds {count}"),
            format!("split the team, or raise {key} in [limits] of desk.toml"),
        );
    }
}

/// Does this role stand below one of those, or is it one of them?
fn is_at_or_below(role: &str, upper: &[String], roles: &BTreeMap<String, Role>) -> bool {
    let above = |role: &&str| roles.get(*role).and_then(|role| role.reports_to.as_deref());
    // A circle of roles has been reported; here it only must not be walked for ever.
    std::iter::successors(Some(role), above).take(roles.len().saturating_add(1)).any(|role| upper.iter().any(|one| one == role))
}

/// Brings together who belongs to a team: whom it names, who names it, who holds one of its roles, who belongs to a team in it.
fn gather(drafts: Vec<Draft<'_>>, said: &[(StaffName, Vec<TeamName>)], limits: &TeamLimits, staff: &mut Staff<'_>) {
    let inside: BTreeMap<String, Vec<String>> =
        drafts.iter().map(|draft| (draft.name.to_string(), draft.teams.iter().map(ToString::to_string).collect())).collect();
    for draft in &drafts {
        let next = |at: &str| inside.get(at).cloned().unwrap_or_default();
        if let (Some(circle), Some(value)) = (circle(draft.name.as_str(), next), &draft.teams_value) {
            value.error(format!("these teams contain each other: {}", circle.join(" → ")), "leave one of them out of `teams`");
            break;
        }
    }
    let own: BTreeMap<TeamName, Vec<StaffName>> = drafts
        .iter()
        .map(|draft| {
            let saying = said.iter().filter(|(_, teams)| teams.contains(&draft.name)).map(|(name, _)| name);
            let holders = said.iter().map(|(name, _)| name).filter(|name| {
                let role = staff.entry(name).and_then(|member| member.role.as_ref());
                role.is_some_and(|role| draft.roles.contains(role) || is_at_or_below(role, &draft.below, &staff.roles))
            });
            (draft.name.clone(), draft.members.iter().chain(saying).chain(holders).cloned().collect())
        })
        .collect();
    for draft in drafts {
        let mut members: Vec<StaffName> = Vec::new();
        let mut waiting = vec![draft.name.clone()];
        let mut seen = BTreeSet::new();
        while let Some(team) = waiting.pop() {
            if !seen.insert(team.clone()) {
                continue;
            }
            for name in own.get(&team).into_iter().flatten() {
                if staff.entry(name).is_some() && !members.contains(name) {
                    members.push(name.clone());
                }
            }
            let below = inside.get(team.as_str()).into_iter().flatten().rev();
            waiting.extend(below.filter_map(|name| TeamName::new(name.clone()).ok()));
        }
        let lead = draft.lead.as_ref().map(|(name, _)| name.clone()).filter(|name| staff.entry(name).is_some());
        if let Some((name, value)) = draft.lead.as_ref().filter(|(name, _)| staff.invited.contains_key(name)) {
            value.warning(
                format!("`{name}` leads this team but is not confirmed yet"),
                "escalations go to the manager until then",
            );
        }
        if lead.iter().chain(&members).all(|name| staff.invited.contains_key(name)) {
            draft.table.warning(
                format!("nobody belongs to team `{}`", draft.name),
                "name its `members`, or write its name under `teams` of somebody in the staff",
            );
        }
        if u32::try_from(members.len()).is_ok_and(|count| count > limits.agents) {
            draft.table.error(
                format!("a team may hold {} agents, and `{}` holds {}", limits.agents, draft.name, members.len()),
                "split the team, or raise agents_per_team in [limits] of desk.toml",
            );
        }
        for name in &members {
            let own = staff.entry(name).and_then(|member| member.department.as_ref());
            if let (Some(own), Some(department)) = (own, &draft.department)
                && own != department
            {
                draft.table.error(
                    format!("`{name}` belongs to department `{own}`, and team `{}` to `{department}`", draft.name),
                    "only people of its department may join a team; change `department` of one of them",
                );
            }
        }
        draft.table.finish();
        staff.hours.sticky.extend(draft.sticky.map(|within| (draft.name.clone(), within)));
        staff.hours.teams.extend(draft.calendar.map(|calendar| (draft.name.clone(), calendar)));
        let team = Team {
            name: draft.name.clone(),
            department: draft.department,
            lead,
            members,
            assign: draft.assign,
            when_away: draft.when_away,
            away_at_least: draft.away_at_least.unwrap_or(Span::ZERO),
        };
        staff.teams.insert(draft.name, team);
    }
}
