//! From a directory to settings: read the files, read their sections in the order in which they need each other, look at
//! what only shows when all of them are together, and put it in one piece.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::de::DeTable;

use crate::base::{Digest, MailboxName};
use crate::notify::{TemplateProblem, Templates};
use crate::policy::{AuthMode, Calendar, DeskPolicy, Member, Policy, Schedules, Service};

use super::articles;
use super::calendar;
use super::check::{self, Own};
use super::desk;
use super::macros;
use super::mailbox::{self, Mailbox, Surroundings};
use super::nesting::runaway_bracket;
use super::page;
use super::people;
use super::problem::{Findings, Place, Problem, Severity, SourceText, nearest};
use super::quantity;
use super::read::{self, Context, Declared, Table};
use super::routing::{self, Referred};
use super::secret::Secrets;
use super::service;
use super::settings::{Loaded, Settings};
use super::staff;

/// The files of a configuration.
const FILES: [&str; 4] = ["desk.toml", "staff.toml", "routing.toml", "service.toml"];
/// A configuration file; 20,000 rules have a few MB.
const FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Where the data lies if nobody says otherwise, in the configuration's directory.
pub(super) const DATA_DIR: &str = "data";
/// A template.
const TEMPLATE_BYTES: u64 = 256 * 1024;

/// Reads and checks the configuration in a directory. `env` answers for the environment.
///
/// # Errors
/// Every mistake and every warning, in the order of files and lines.
pub fn load(dir: &Path, env: &dyn Fn(&str) -> Option<String>) -> Result<Loaded, Vec<Problem>> {
    load_from(dir, env, None)
}

/// The same with another text in the place of `staff.toml`: would it be in order?
///
/// # Errors
/// As [`load`].
pub fn load_with_staff(dir: &Path, env: &dyn Fn(&str) -> Option<String>, staff: &str) -> Result<Loaded, Vec<Problem>> {
    load_from(dir, env, Some(("staff.toml", staff)))
}

fn load_from(dir: &Path, env: &dyn Fn(&str) -> Option<String>, instead: Option<(&str, &str)>) -> Result<Loaded, Vec<Problem>> {
    let findings = Findings::default();
    let settings = read_all_but(dir, env, &findings, instead);
    let (mut errors, warnings) = findings.sorted();
    match settings {
        Some(settings) if errors.is_empty() => Ok(Loaded { settings, warnings }),
        Some(_) | None => {
            errors.extend(warnings);
            Err(errors)
        }
    }
}

/// Where the data of a desk lies, as far as `desk.toml` says so, whatever else is wrong with it: who wants to ask a running daemon
/// needs to know no more.
pub fn data_dir(dir: &Path) -> PathBuf {
    let text = std::fs::read_to_string(dir.join("desk.toml")).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (table, _) = DeTable::parse_recoverable(text.get(..runaway_bracket(text).unwrap_or(text.len())).unwrap_or_default());
    let desk = table.get_ref().get("desk").and_then(|desk| desk.get_ref().as_table());
    let named = desk.and_then(|desk| desk.get("data_dir")).and_then(|value| value.get_ref().as_str());
    dir.join(named.unwrap_or(DATA_DIR))
}

/// Reads everything; `None` only where a problem says why.
#[cfg(test)]
pub(super) fn read_all(dir: &Path, env: &dyn Fn(&str) -> Option<String>, findings: &Findings) -> Option<Settings> {
    read_all_but(dir, env, findings, None)
}

/// The same with another text in the place of one file.
fn read_all_but(
    dir: &Path,
    env: &dyn Fn(&str) -> Option<String>,
    findings: &Findings,
    instead: Option<(&str, &str)>,
) -> Option<Settings> {
    let mut sources = FILES.map(|name| match instead {
        Some((other, text)) if other == name => SourceText::new(name, text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        _ => open(dir, name, findings),
    });
    let texts =
        FILES.map(|name| sources.iter().find(|source| source.name == name).map(|source| source.text.clone()).unwrap_or_default());
    let tables: Vec<DeTable<'_>> = sources.iter_mut().zip(&texts).map(|(source, text)| parse(source, text, findings)).collect();
    let [desk, staff, routing, service] = &sources;
    let [desk_table, staff_table, routing_table, service_table] = tables.as_slice() else { return None };
    let documents = Documents {
        desk: read::document(Context { source: desk, findings }, desk_table),
        staff: read::document(Context { source: staff, findings }, staff_table),
        routing: read::document(Context { source: routing, findings }, routing_table),
        service: read::document(Context { source: service, findings }, service_table),
        are_names_known: [desk.is_whole(), staff.is_whole(), service.is_whole()],
    };
    stray_files(dir, findings);
    let own_templates = own_templates(dir, findings);
    let macros = page::files(dir, macros::DIRECTORY, findings);
    let kb = page::files(dir, articles::DIRECTORY, findings);
    let named = [&own_templates, &macros, &kb].into_iter().flatten();
    let parts = texts.iter().map(String::as_bytes).chain(named.flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]));
    let fingerprint = Digest::of_parts(parts);
    let templates = templates(&own_templates, findings);
    assemble(documents, Secrets { dir, env }, findings, fingerprint, &Pages { macros, kb }, templates)
}

/// The files that are read beside the four, by their names.
struct Pages {
    macros: BTreeMap<String, String>,
    kb: BTreeMap<String, String>,
}

/// The table of a file, as far as it can be read.
pub(super) fn parse<'a>(source: &mut SourceText, text: &'a str, findings: &Findings) -> DeTable<'a> {
    let mut broken = |span: &std::ops::Range<usize>, message: &str, help: &str| {
        // One mistake often makes the parser stumble several times; the first time in a line tells enough.
        if source.note_broken(source.line_of(span.start)) {
            findings.error(source.place(span), message, help);
        }
    };
    let runaway = runaway_bracket(text);
    if let Some(at) = runaway {
        broken(&(at..at + 1), "this bracket is not closed", "close it; what follows was not looked at");
    }
    let (table, errors) = DeTable::parse_recoverable(text.get(..runaway.unwrap_or(text.len())).unwrap_or_default());
    for error in errors {
        broken(&error.span().unwrap_or(0..0), error.message(), "correct the line; this is TOML (toml.io)");
    }
    table.into_inner()
}

/// The four files, parsed.
struct Documents<'a> {
    desk: Table<'a>,
    staff: Table<'a>,
    routing: Table<'a>,
    service: Table<'a>,
    /// Whether every name that `desk.toml`, `staff.toml` and `service.toml` declare could be read.
    are_names_known: [bool; 3],
}

fn assemble(
    documents: Documents<'_>,
    secrets: Secrets<'_>,
    findings: &Findings,
    fingerprint: Digest,
    pages: &Pages,
    templates: Option<Templates>,
) -> Option<Settings> {
    let dir = secrets.dir;
    let [are_mailboxes_known, is_staff_known, is_service_known] = documents.are_names_known;
    let (calendars, calendar_sections) = calendar::declare(&documents.service, is_service_known);
    let (names, sections) = staff::declare(&documents.staff, is_staff_known, calendars);
    let desk = desk::read(&documents.desk, dir);
    let (volumes, team_limits, blocked) = desk::limits(&documents.desk);
    let staff = staff::read(sections, &names, &desk, &team_limits);
    let people = people::read(&documents.staff, is_staff_known, dir);

    let mailbox_name = read::name(MailboxName::new, "take a short name without spaces, such as \"support\"");
    let (mailbox_names, sections) =
        Declared::read(&documents.desk, ("mailbox", "[[mailbox]]"), are_mailboxes_known, mailbox_name);
    if sections.is_empty() {
        documents.desk.missing("[[mailbox]]", "a desk has at least one mailbox, with name, address, kind and path");
    }
    let around = Surroundings { dir, zone: &desk.zone, secrets, teams: &names.teams };
    let mailboxes: Vec<Mailbox<'_>> = sections.into_iter().map(|named| mailbox::read(named, &around)).collect();
    let outgoing = desk::outgoing(&documents.desk, dir, secrets);
    let metrics = desk::metrics(&documents.desk, dir);
    let threading = desk::threading(&documents.desk, mailboxes.iter().all(|mailbox| mailbox.mode == AuthMode::None));

    let referred = Referred { names: &names, mailboxes: &mailbox_names };
    let (rule_names, rules) = routing::rule_set(&documents.routing, &referred);
    let rule_tests = routing::tests(&documents.routing, &rule_names, &referred, dir);
    let around = calendar::Around { document: &documents.service, zone: &desk.zone, dir };
    let named = calendar::named(&around, calendar_sections);
    let calendar = calendar::of_desk(&around, &names.calendars, &named);
    let reports = service::report::read(&documents.service, &names, &staff);
    let quality = service::quality::read(&documents.service, &names);
    let service = service::service(&documents.service, &names, &named);
    let alerts = service::alert::read(&documents.service, (&names, &mailbox_names), &staff, service.satisfaction);
    let service = Service {
        quality: quality.as_ref().map(|(quality, _)| quality.clone()),
        reports: reports.iter().map(|(report, _)| report.clone()).collect(),
        alerts: alerts.iter().map(|(alert, _)| alert.clone()).collect(),
        ..service
    };
    let rotations = service::rotation::read(&around, &names);
    let views = service::views(&documents.service);
    let macros = macros::read(&pages.macros, &names, &desk.language, findings);
    let articles = articles::read(&pages.kb, &names, &desk.language, findings);
    let mask = desk::mask(&documents.desk);
    for document in [documents.desk, documents.staff, documents.routing, documents.service] {
        document.finish();
    }

    let own = Own { mailboxes: &mailboxes, staff: &staff.addresses, operator: desk.operator.as_ref() };
    check::addresses(&own);
    check::blocked(&own, &blocked);
    check::places(&mailboxes, outgoing.as_ref(), &desk.data_dir);
    check::folders(&mailboxes);
    let keys = secrets.keys(findings);

    let mut policies = BTreeMap::new();
    let mut sources = Vec::new();
    for mailbox in mailboxes {
        let (policy, source) = mailbox.policy.zip(mailbox.source)?;
        policies.insert(policy.name.clone(), policy);
        sources.push(source);
    }
    let profiles = names.profiles.list();
    let (operator, _) = desk.operator?;
    let (keys, store_secret) = keys?;
    let calendar = calendar?;
    let schedules = Schedules { rotations, ..schedules(&staff, &calendar, &named) };
    let mut policy = Policy {
        desk: DeskPolicy { name: desk.name, domain: desk.domain, language: desk.language, operator },
        mailboxes: policies,
        staff: staff.members,
        invited: staff.invited,
        teams: staff.teams,
        roles: staff.roles,
        categories: staff.categories,
        rules: Arc::new(rules?),
        schedules,
        calendar,
        service,
        threading,
        volumes,
        views: BTreeMap::new(),
        macros,
        articles,
        mask,
        people,
    };
    policy.views = service::questions(&views, &policy);
    service::report::check(&reports, &policy);
    service::quality::check(quality.as_ref(), &policy);
    service::alert::check(&alerts, &policy);
    let outgoing = outgoing.map(|(outgoing, _)| outgoing)?;
    let templates = Arc::new(templates?);
    Some(Settings {
        policy,
        profiles,
        data_dir: desk.data_dir,
        mailboxes: sources,
        outgoing,
        dns: desk.dns,
        metrics,
        templates,
        keys,
        store_secret,
        fingerprint,
        rule_tests,
    })
}

/// Whose hours are which. A person has his own, or else those of his team, or else the desk's on his own clock.
fn schedules(staff: &staff::Staff<'_>, desk: &Arc<Calendar>, named: &BTreeMap<String, Arc<Calendar>>) -> Schedules {
    let of = |name: Option<&String>| name.and_then(|name| named.get(name)).cloned();
    let hours = &staff.hours;
    let teams = hours.teams.iter().filter_map(|(team, name)| Some((team.clone(), of(Some(name))?))).collect();
    let of_person = |member: &Member| {
        let own_teams = staff.teams.values().filter(|team| team.members.contains(&member.name));
        let of_team = || own_teams.filter_map(|team| of(hours.teams.get(&team.name))).next();
        let on_own_clock = || {
            let zone = jiff::tz::TimeZone::get(&member.time_zone).ok()?;
            (zone != *desk.zone()).then(|| Arc::new(desk.in_zone(zone)))
        };
        of(hours.people.get(&member.name)).or_else(of_team).or_else(on_own_clock)
    };
    let people = staff.members.values().filter_map(|member| Some((member.name.clone(), of_person(member)?))).collect();
    let (quiet, sticky) = (hours.quiet.clone(), hours.sticky.clone());
    Schedules { teams, people, quiet, sticky, rotations: BTreeMap::new() }
}

/// One of the four files. All but `desk.toml` may be missing: no staff, no rules, the default service.
fn open(dir: &Path, name: &str, findings: &Findings) -> SourceText {
    let path = dir.join(name);
    let found = std::fs::metadata(&path).and_then(|metadata| {
        if metadata.len() > FILE_BYTES {
            return Err(std::io::Error::other(format!("it is longer than {FILE_BYTES} bytes")));
        }
        std::fs::read(&path)
    });
    let fault = match found.map(String::from_utf8) {
        Ok(Ok(text)) => return SourceText::new(name, text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Ok(Err(error)) => {
            let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
            ("it is not UTF-8 text: line ".to_owned() + &line.to_string(), "save it as UTF-8")
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && name != "desk.toml" => {
            return SourceText::new(name, String::new());
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            (format!("there is no {}", path.display()), "run `maildesk init DIR`, or name the right directory with --config")
        }
        Err(error) => (format!("it cannot be read: {error}"), "let the daemon's user read it"),
    };
    findings.error(Place::file(name), fault.0, fault.1);
    let mut source = SourceText::new(name, String::new());
    source.note_broken(0);
    source
}

/// Files beside the four that look as if they should be read.
fn stray_files(dir: &Path, findings: &Findings) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    let names: BTreeSet<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    for name in names.iter().filter(|name| name.ends_with(".toml") && !FILES.contains(&name.as_str()) && !name.starts_with('.')) {
        let help = match nearest(name, FILES) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("the files are {}; rename or remove this one", FILES.join(", ")),
        };
        findings.warning(Place::file(name.as_str()), "this file is not read", help);
    }
}

/// Templates of the admin's own, by `language/file`.
fn own_templates(dir: &Path, findings: &Findings) -> BTreeMap<String, String> {
    let mut own = BTreeMap::new();
    for (language, path) in children(&dir.join("templates")) {
        let shown = format!("templates/{language}");
        if !path.is_dir() {
            findings.warning(
                Place::file(shown),
                "this file is not read",
                "templates lie in folders by language: templates/en/reply.txt",
            );
            continue;
        }
        if !quantity::is_language(&language) {
            findings.error(
                Place::file(shown),
                format!("`{language}` is no language code"),
                "name the folder by two small letters (ISO 639-1): en, de",
            );
            continue;
        }
        for (name, path) in children(&path) {
            let shown = format!("templates/{language}/{name}");
            let size = std::fs::metadata(&path).map(|metadata| metadata.len()).unwrap_or_default();
            if size > TEMPLATE_BYTES {
                findings.error(Place::file(shown), format!("a template has at most {TEMPLATE_BYTES} bytes"), "shorten it");
                continue;
            }
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    own.insert(format!("{language}/{name}"), text);
                }
                Err(error) => {
                    findings.error(Place::file(shown), format!("it cannot be read: {error}"), "it must be a UTF-8 text file")
                }
            }
        }
    }
    own
}

/// What a directory holds, by name, without what editors and systems hide; nothing where there is none.
pub(super) fn children(dir: &Path) -> BTreeMap<String, std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(dir) else { return BTreeMap::new() };
    let named = entries.flatten().filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())));
    named.filter(|(name, _)| !name.starts_with('.') && !name.ends_with('~')).collect()
}

fn templates(own: &BTreeMap<String, String>, findings: &Findings) -> Option<Templates> {
    let problems = match Templates::load(own) {
        Ok(templates) => return Some(templates),
        Err(problems) => problems,
    };
    for TemplateProblem { file, line, column, message } in problems {
        let name = format!("templates/{file}");
        let place = match (own.get(&file), line) {
            (Some(text), Some(line)) => SourceText::new(name, text.clone()).place_at(line, column),
            _ => Place::file(name),
        };
        findings.add(Problem { place, message, help: None, severity: Severity::Error });
    }
    None
}
