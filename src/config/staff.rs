//! `staff.toml`: people, teams, roles, departments, categories.
//!
//! Names are declared first ([`declare`]), so that every other file can refer to them; then the sections are read.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{CategoryName, EmailAddress, Span, StaffName, TeamName};
use crate::policy::{Category, Member, Quiet, Role, Team};

use super::desk::{Desk, NAME_CHARS};
use super::member;
use super::profile::Profiles;
use super::read::{self, Declared, Named, Table, Value};
use super::team::{self, TeamLimits};

/// Every name that `staff.toml` declares.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) staff: Declared<StaffName>,
    pub(super) teams: Declared<TeamName>,
    pub(super) roles: Declared<String>,
    pub(super) departments: Declared<String>,
    pub(super) categories: Declared<CategoryName>,
    pub(super) profiles: Profiles,
    /// What `service.toml` declares.
    pub(super) calendars: Declared<String>,
}

/// The sections of `staff.toml`, named but not read yet.
#[derive(Debug)]
pub(super) struct Sections<'a> {
    staff: Vec<Named<'a, StaffName>>,
    teams: Vec<Named<'a, TeamName>>,
    roles: Vec<Named<'a, String>>,
    departments: Vec<Named<'a, String>>,
    categories: Vec<Named<'a, CategoryName>>,
}

/// What `staff.toml` says.
#[derive(Debug)]
pub(super) struct Staff<'a> {
    pub(super) members: BTreeMap<StaffName, Member>,
    /// Whose entry counts only once an invitation has been answered.
    pub(super) invited: BTreeMap<StaffName, Member>,
    /// Every address, of members who do not count yet too, and where it stands.
    pub(super) addresses: Vec<(String, EmailAddress, Value<'a>)>,
    pub(super) teams: BTreeMap<TeamName, Team>,
    pub(super) roles: BTreeMap<String, Role>,
    pub(super) categories: BTreeMap<CategoryName, Category>,
    pub(super) hours: Hours,
}

/// Whose hours are which, by the names of calendars.
#[derive(Debug, Default)]
pub(super) struct Hours {
    pub(super) people: BTreeMap<StaffName, String>,
    pub(super) teams: BTreeMap<TeamName, String>,
    pub(super) quiet: BTreeMap<StaffName, Quiet>,
    pub(super) sticky: BTreeMap<TeamName, Span>,
}

impl Staff<'_> {
    /// Somebody's entry, whether it counts already or not.
    pub(super) fn entry(&self, name: &StaffName) -> Option<&Member> {
        self.members.get(name).or_else(|| self.invited.get(name))
    }
}

/// Collects the names that the file declares.
pub(super) fn declare<'a>(document: &Table<'a>, is_complete: bool, calendars: Declared<String>) -> (Names, Sections<'a>) {
    const SHORT: &str = "take a short name without spaces, as people will type it in commands";
    let staff_name = read::name(
        StaffName::new,
        "take a short name without spaces for commands, and write the full one as display = \"Alice Example\"",
    );
    let title = |value: &Value<'a>| value.line(NAME_CHARS);
    let (staff, staff_sections) = Declared::read(document, ("staff", "[[staff]]"), is_complete, staff_name);
    let (teams, team_sections) = Declared::read(document, ("team", "[[team]]"), is_complete, read::name(TeamName::new, SHORT));
    let (roles, role_sections) = Declared::read(document, ("role", "[[role]]"), is_complete, title);
    let (departments, department_sections) = Declared::read(document, ("department", "[[department]]"), is_complete, title);
    let (categories, category_sections) =
        Declared::read(document, ("category", "[[category]]"), is_complete, read::name(CategoryName::new, SHORT));
    let profiles = Profiles::read(document);
    let names = Names { staff, teams, roles, departments, categories, profiles, calendars };
    let sections = Sections {
        staff: staff_sections,
        teams: team_sections,
        roles: role_sections,
        departments: department_sections,
        categories: category_sections,
    };
    (names, sections)
}

/// Reads everything.
pub(super) fn read<'a>(sections: Sections<'a>, names: &Names, desk: &Desk<'_>, limits: &TeamLimits) -> Staff<'a> {
    let mut staff = Staff {
        members: BTreeMap::new(),
        invited: BTreeMap::new(),
        addresses: Vec::new(),
        teams: BTreeMap::new(),
        roles: roles(sections.roles, names),
        categories: BTreeMap::new(),
        hours: Hours::default(),
    };
    // Teams of which each member says that he belongs to them, in the order of the file.
    let mut said: Vec<(StaffName, Vec<TeamName>)> = Vec::new();
    for named in sections.staff {
        member::read(named, names, desk, &mut staff, &mut said);
    }
    for named in sections.departments {
        named.table.finish();
    }
    for Named { name, table } in sections.categories {
        let teams = names.teams.find_all(table.get("teams").as_ref());
        let skills = member::levels(("skills", table.get("skills").as_ref()), |value| value.line(NAME_CHARS));
        let certification = table.get("certification").and_then(|value| value.line(NAME_CHARS));
        table.finish();
        staff.categories.extend(name.map(|name| (name, Category { teams, skills, certification })));
    }
    team::read(sections.teams, names, &said, limits, &mut staff);
    staff
}

fn roles(sections: Vec<Named<'_, String>>, names: &Names) -> BTreeMap<String, Role> {
    let mut roles = BTreeMap::new();
    let mut above: BTreeMap<String, (String, Value<'_>)> = BTreeMap::new();
    for Named { name, table } in sections {
        let value = table.get("reports_to");
        let reports_to = value.as_ref().and_then(|value| names.roles.find(value));
        let shares_with_peers = table.get("share_with_peers").and_then(|value| value.flag()).unwrap_or(false);
        table.finish();
        let Some(name) = name else { continue };
        if let (Some(upper), Some(value)) = (&reports_to, value) {
            above.insert(name.clone(), (upper.clone(), value));
        }
        roles.insert(name.clone(), Role { name, reports_to, shares_with_peers });
    }
    for (name, (_, value)) in &above {
        if let Some(circle) = circle(name, |at| above.get(at).map(|(upper, _)| vec![upper.clone()]).unwrap_or_default()) {
            value.error(
                format!("these roles report to each other: {}", circle.join(" → ")),
                "leave out `reports_to` of the topmost role",
            );
            break;
        }
    }
    roles
}

/// The way from a node back to itself, if there is one.
pub(super) fn circle(start: &str, next: impl Fn(&str) -> Vec<String>) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<Vec<String>> = vec![vec![start.to_owned()]];
    while let Some(way) = waiting.pop() {
        for after in way.last().map(|at| next(at)).unwrap_or_default() {
            let longer: Vec<String> = way.iter().cloned().chain([after.clone()]).collect();
            if after == start {
                return Some(longer);
            }
            if seen.insert(after) {
                waiting.push(longer);
            }
        }
    }
    None
}
