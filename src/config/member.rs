//! `[[staff]]`: one person.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use crate::base::{StaffName, TeamName, Timestamp};
use crate::domain::{LetterKind, Step};
use crate::policy::{Away, BuiltIn, Level, Member, Quiet, Stage};

use super::desk::{Desk, NAME_CHARS, language, time_zone};
use super::quantity::{self, DayEnd};
use super::read::{Named, Table, Value};
use super::staff::{Names, Staff};

/// Unfinished tickets that somebody can carry where the configuration does not say.
const CAPACITY: u32 = 20;

/// Characters of a note on somebody.
const NOTE_CHARS: usize = 1000;

/// Letters that a member of staff may do without; refusals, receipts and failures always come.
const OPTIONAL_LETTERS: [LetterKind; 9] = [
    LetterKind::Digest,
    LetterKind::TeamDigest,
    LetterKind::NewTicket,
    LetterKind::Assigned,
    LetterKind::CustomerReply,
    LetterKind::StaffActivity,
    LetterKind::Reminder,
    LetterKind::FollowUp,
    LetterKind::Escalation,
];

/// Reads one person; `said` collects the teams he says he belongs to.
pub(super) fn read<'a>(
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
    let department = table.get("department").and_then(|value| names.departments.find(&value));
    let teams = names.teams.find_all(table.get("teams").as_ref());
    let capacity = table.get("capacity").and_then(|value| value.count(1..=10_000)).unwrap_or(CAPACITY);
    let languages_value = table.get("languages");
    let languages = levels(("languages", languages_value.as_ref()), language);
    let zone = table.get("time_zone").and_then(|value| time_zone(&value));
    let (zone_name, zone) = zone.unwrap_or_else(|| (desk.zone_name.clone(), desk.zone.clone()));
    let away = table.get("away").map(|value| away(&value, &zone)).unwrap_or_default();
    let notify = table.get("notify").map_or_else(all_letters, |value| letters(&value));
    let categories = names.categories.find_all(table.get("categories").as_ref()).into_iter().collect();
    let skills = levels(("skills", table.get("skills").as_ref()), |value| value.line(NAME_CHARS));
    let certifications = table.get("certifications").map(|value| certifications(&value, &zone)).unwrap_or_default();
    let colleague = |key: &'static str, nobody: &str| {
        let value = table.get(key)?;
        let found = names.staff.find(&value)?;
        if Some(&found) == name.as_ref() {
            value.error(nobody.to_owned(), format!("name a colleague, or remove `{key}`"));
            return None;
        }
        Some(found)
    };
    let mentor = colleague("mentor", "nobody is his own mentor");
    let substitute = colleague("substitute", "nobody is his own substitute");
    let stage = table.get("stage").map_or(Some(Stage::Specialised), |value| value.choice(&Stage::ALL));
    let step_value = table.get("step");
    let steps = Step::ALL.map(|step| (step.as_str(), step));
    let step = step_value.as_ref().and_then(|value| value.choice(&steps));
    if let (Some(value), None) = (&step_value, table.get("mentor"))
        && step.is_some_and(|step| !step.is_independent())
    {
        value.error("who is being onboarded needs a mentor", "add mentor = \"carol\"");
    }
    let calendar = table.get("calendar").and_then(|value| names.calendars.find(&value));
    let quiet = table.get("quiet_hours").and_then(|value| quiet(&value));
    let contact = contact_data(&table);
    let note = table.get("note").and_then(|value| value.line(NOTE_CHARS));
    let is_confirmed = table.get("confirmed").and_then(|value| value.flag()).unwrap_or(true);
    table.finish();
    let (Some(name), Some((address, place)), Some(profile), Some(stage)) = (name, address, profile, stage) else { return };
    staff.addresses.push((format!("staff `{name}`"), address.clone(), place));
    said.push((name.clone(), teams));
    staff.hours.people.extend(calendar.map(|calendar| (name.clone(), calendar)));
    staff.hours.quiet.extend(quiet.map(|quiet| (name.clone(), quiet)));
    let language = languages_value.as_ref().and_then(first_name).unwrap_or_else(|| desk.language.clone());
    let member = Member {
        display: display.unwrap_or_else(|| name.to_string()),
        profile,
        role,
        department,
        capacity,
        away,
        substitute,
        language,
        languages,
        skills,
        certifications,
        categories,
        stage,
        mentor,
        time_zone: zone_name,
        contact,
        note,
        notify,
        step,
        ..Member::new(name.clone(), address)
    };
    let list = if is_confirmed { &mut staff.members } else { &mut staff.invited };
    list.insert(name, member);
}

/// Names with levels: `"printers"`, or `{ name = "printers", level = 4 }`.
pub(super) fn levels(
    (what, value): (&'static str, Option<&Value<'_>>),
    name: impl Fn(&Value<'_>) -> Option<String>,
) -> BTreeMap<String, Level> {
    let mut levels = BTreeMap::new();
    for one in value.map(Value::one_or_more).unwrap_or_default() {
        if !one.is_table() {
            levels.extend(name(&one).map(|name| (name, Level::USUAL)));
            continue;
        }
        let Some(table) = one.table(what) else { continue };
        let name = table.need("name", "name = \"printers\"").and_then(|value| name(&value));
        let level = table.need("level", "level = 4").and_then(|value| value.count(1..=Level::MOST)).and_then(Level::new);
        table.finish();
        levels.extend(name.zip(level));
    }
    levels
}

/// The first name of such a list: the language that mails to somebody are in.
fn first_name(value: &Value<'_>) -> Option<String> {
    let first = value.one_or_more().into_iter().next()?;
    if first.is_table() {
        return first.table("languages")?.get("name").and_then(|value| value.as_text().map(str::to_owned));
    }
    first.as_text().map(str::to_owned)
}

/// What somebody is certified in: `"invoices"`, or `{ name = "invoices", until = 2027-01-31 }`.
fn certifications(value: &Value<'_>, zone: &TimeZone) -> BTreeMap<String, Option<Timestamp>> {
    let mut list = BTreeMap::new();
    for one in value.one_or_more() {
        if !one.is_table() {
            list.extend(one.line(NAME_CHARS).map(|name| (name, None)));
            continue;
        }
        let Some(table) = one.table("certifications") else { continue };
        let name = table.need("name", "name = \"invoices\"").and_then(|value| value.line(NAME_CHARS));
        let until = table.get("until").and_then(|value| moment(&value, zone, DayEnd::Last));
        table.finish();
        list.extend(name.map(|name| (name, until)));
    }
    list
}

/// `contact = { phone = "…", room = "…" }`, with keys of one's own.
fn contact_data(table: &Table<'_>) -> BTreeMap<String, String> {
    let Some(section) = table.section("contact", "contact") else { return BTreeMap::new() };
    section.entries().iter().filter_map(|value| Some((value.key.to_owned(), value.line(NAME_CHARS)?))).collect()
}

/// `quiet_hours = "20:00-07:00"`.
fn quiet(value: &Value<'_>) -> Option<Quiet> {
    value.parsed(|text| {
        let read = quantity::times(text).map(|(from, until)| Quiet { from, until });
        read.ok_or_else(|| (format!("`{text}` are no quiet hours"), "write them as \"20:00-07:00\"".to_owned()))
    })
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
        let moment = |key: &'static str, end| moment(&table.need(key, &format!("{key} = 2026-12-24"))?, zone, end);
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

fn moment(value: &Value<'_>, zone: &TimeZone, end: DayEnd) -> Option<Timestamp> {
    let text = value.date_text()?;
    let found = quantity::moment(&text, zone, end);
    if found.is_none() {
        value.error(format!("`{text}` is no date"), "write it as 2026-12-24, or with a time as 2026-12-24T12:00:00");
    }
    found
}
