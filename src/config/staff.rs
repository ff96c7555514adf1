//! `staff.toml`: people, teams, roles, departments, categories.
//!
//! Names are declared first ([`declare`]), so that every other file can refer to them; then the sections are read. Keys that
//! only later versions use (skills, stages …) are checked all the same, so that a file that loads now loads then.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use crate::base::{CategoryName, EmailAddress, StaffName, TeamName};
use crate::domain::LetterKind;
use crate::policy::{Assign, Away, BuiltIn, Member, Role, Team};

use super::desk::{Desk, NAME_CHARS, language, time_zone};
use super::later;
use super::profile::Profiles;
use super::quantity::{self, DayEnd};
use super::read::{self, Declared, Named, Table, Value};

/// Unfinished tickets that somebody can carry where the configuration does not say.
const CAPACITY: u32 = 20;

/// Letters that a member of staff may do without; refusals, receipts and failures always come.
const OPTIONAL_LETTERS: [LetterKind; 7] = [
    LetterKind::NewTicket,
    LetterKind::Assigned,
    LetterKind::CustomerReply,
    LetterKind::StaffActivity,
    LetterKind::Reminder,
    LetterKind::FollowUp,
    LetterKind::Escalation,
];

/// Every name that `staff.toml` declares.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) staff: Declared<StaffName>,
    pub(super) teams: Declared<TeamName>,
    pub(super) roles: Declared<String>,
    pub(super) departments: Declared<String>,
    pub(super) categories: Declared<CategoryName>,
    pub(super) profiles: Profiles,
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
    /// Every address, of members who do not count yet too, and where it stands.
    pub(super) addresses: Vec<(String, EmailAddress, Value<'a>)>,
    pub(super) teams: BTreeMap<TeamName, Team>,
    pub(super) roles: BTreeMap<String, Role>,
    pub(super) categories: BTreeSet<CategoryName>,
}

/// Collects the names that the file declares.
pub(super) fn declare<'a>(document: &Table<'a>, is_complete: bool) -> (Names, Sections<'a>) {
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
    let names = Names { staff, teams, roles, departments, categories, profiles };
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
pub(super) fn read<'a>(sections: Sections<'a>, names: &Names, desk: &Desk<'_>) -> Staff<'a> {
    let mut staff = Staff {
        members: BTreeMap::new(),
        addresses: Vec::new(),
        teams: BTreeMap::new(),
        roles: roles(sections.roles, names),
        categories: BTreeSet::new(),
    };
    // Teams of which each member says that he belongs to them, in the order of the file.
    let mut said: Vec<(StaffName, Vec<TeamName>)> = Vec::new();
    for named in sections.staff {
        member(named, names, desk, &mut staff, &mut said);
    }
    for named in sections.departments {
        named.table.finish();
    }
    for named in sections.categories {
        names.teams.find_all(named.table.get("teams").as_ref());
        if let Some(value) = named.table.get("certification") {
            value.line(NAME_CHARS);
        }
        named.table.finish();
        staff.categories.extend(named.name);
    }
    let drafts: Vec<Draft<'_>> = sections.teams.into_iter().filter_map(|named| draft(named, names)).collect();
    gather_teams(drafts, &said, &mut staff);
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
fn circle(start: &str, next: impl Fn(&str) -> Vec<String>) -> Option<Vec<String>> {
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

fn member<'a>(
    Named { name, table }: Named<'a, StaffName>,
    names: &Names,
    desk: &Desk<'_>,
    staff: &mut Staff<'a>,
    said: &mut Vec<(StaffName, Vec<TeamName>)>,
) {
    let address = table.need("address", "address = \"alice@example.org\"").and_then(|value| Some((value.address()?, value)));
    let display = table.get("display").and_then(|value| value.line(NAME_CHARS));
    let profile = table.get("profile").map_or(Some(BuiltIn::Agent.into()), |value| names.profiles.find(&value));
    let role = table.get("role").and_then(|value| names.roles.find(&value));
    let teams = names.teams.find_all(table.get("teams").as_ref());
    let capacity = table.get("capacity").and_then(|value| value.count(1..=10_000)).unwrap_or(CAPACITY);
    let languages: Vec<String> =
        table.get("languages").iter().flat_map(Value::one_or_more).filter_map(|value| language(&value)).collect();
    let zone = table.get("time_zone").and_then(|value| time_zone(&value));
    let (zone_name, zone) = zone.unwrap_or_else(|| (desk.zone_name.clone(), desk.zone.clone()));
    let away = table.get("away").map(|value| away(&value, &zone)).unwrap_or_default();
    let notify = table.get("notify").map_or_else(all_letters, |value| letters(&value));
    names.categories.find_all(table.get("categories").as_ref());
    for value in table.get("skills").iter().flat_map(Value::one_or_more) {
        value.line(NAME_CHARS);
    }
    if let Some(value) = table.get("mentor")
        && names.staff.find(&value).is_some_and(|mentor| Some(mentor) == name)
    {
        value.error("nobody is his own mentor", "name a colleague, or remove `mentor`");
    }
    if let Some(value) = table.get("stage") {
        value.choice(&[("basic", ()), ("advanced", ()), ("specialised", ())]);
    }
    let is_confirmed = table.get("confirmed").and_then(|value| value.flag()).unwrap_or(true);
    table.finish();
    let (Some(name), Some((address, place)), Some(profile)) = (name, address, profile) else { return };
    staff.addresses.push((format!("staff `{name}`"), address.clone(), place));
    if !is_confirmed {
        return;
    }
    said.push((name.clone(), teams));
    let display = display.unwrap_or_else(|| name.to_string());
    let language = languages.into_iter().next().unwrap_or_else(|| desk.language.clone());
    let member =
        Member { name: name.clone(), display, address, profile, role, capacity, away, language, time_zone: zone_name, notify };
    staff.members.insert(name, member);
}

fn all_letters() -> BTreeSet<String> {
    OPTIONAL_LETTERS.iter().map(|kind| kind.as_str().to_owned()).collect()
}

fn letters(value: &Value<'_>) -> BTreeSet<String> {
    let words: Vec<_> = OPTIONAL_LETTERS.iter().map(|kind| (kind.as_str(), kind.as_str().to_owned())).collect();
    value.one_or_more().iter().filter_map(|one| one.choice(&words)).collect()
}

fn away(value: &Value<'_>, zone: &TimeZone) -> Vec<Away> {
    let mut list = Vec::new();
    for one in value.list().unwrap_or_default() {
        let Some(table) = one.table("away") else { continue };
        let moment = |key: &'static str, end| {
            let value = table.need(key, &format!("{key} = 2026-12-24"))?;
            let text = value.date_text()?;
            let found = quantity::moment(&text, zone, end);
            if found.is_none() {
                value.error(format!("`{text}` is no date"), "write it as 2026-12-24, or with a time as 2026-12-24T12:00:00");
            }
            found
        };
        let (from, until) = (moment("from", DayEnd::First), moment("until", DayEnd::Last));
        table.finish();
        if let (Some(from), Some(until)) = (from, until) {
            if from < until {
                list.push(Away { from, until });
            } else {
                one.error("this absence ends before it begins", "`until` is the last day of it");
            }
        }
    }
    list
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
    assign: Assign,
    table: Table<'a>,
}

fn draft<'a>(Named { name, table }: Named<'a, TeamName>, names: &Names) -> Option<Draft<'a>> {
    let department = table.get("department").and_then(|value| names.departments.find(&value));
    let lead = table.get("lead").and_then(|value| Some((names.staff.find(&value)?, value)));
    let members = names.staff.find_all(table.get("members").as_ref());
    let teams_value = table.get("teams");
    let teams = names.teams.find_all(teams_value.as_ref());
    let roles = names.roles.find_all(table.get("roles").as_ref());
    let assign = table.get("assign").map_or(Assign::None, |value| {
        let words = [
            ("none", Some(Assign::None)),
            ("round-robin", Some(Assign::RoundRobin)),
            ("least-loaded", Some(Assign::LeastLoaded)),
            ("skill", None),
        ];
        match value.choice(&words) {
            Some(Some(assign)) => assign,
            Some(None) => {
                later::assign_by_skill(&value);
                Assign::None
            }
            None => Assign::None,
        }
    });
    match name {
        Some(name) => Some(Draft { name, department, lead, members, teams, teams_value, roles, assign, table }),
        None => {
            table.finish();
            None
        }
    }
}

/// Brings together who belongs to a team: whom it names, who names it, who holds one of its roles, who belongs to a team in it.
fn gather_teams(drafts: Vec<Draft<'_>>, said: &[(StaffName, Vec<TeamName>)], staff: &mut Staff<'_>) {
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
                let role = staff.members.get(name).and_then(|member| member.role.as_ref());
                role.is_some_and(|role| draft.roles.contains(role))
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
                if staff.members.contains_key(name) && !members.contains(name) {
                    members.push(name.clone());
                }
            }
            let below = inside.get(team.as_str()).into_iter().flatten().rev();
            waiting.extend(below.filter_map(|name| TeamName::new(name.clone()).ok()));
        }
        let lead = draft.lead.as_ref().map(|(name, _)| name.clone()).filter(|name| staff.members.contains_key(name));
        if let (None, Some((name, value))) = (&lead, &draft.lead) {
            value.warning(
                format!("`{name}` leads this team but is not confirmed yet"),
                "escalations go to the manager until then",
            );
        }
        if members.is_empty() && lead.is_none() {
            draft.table.warning(
                format!("nobody belongs to team `{}`", draft.name),
                "name its `members`, or write its name under `teams` of somebody in the staff",
            );
        }
        draft.table.finish();
        let team = Team { name: draft.name.clone(), department: draft.department, lead, members, assign: draft.assign };
        staff.teams.insert(draft.name, team);
    }
}
