//! `macros/NAME.md`: canned responses. `macros/NAME.de.md` is what one says in German.
//!
//! The file's name is the macro's: two cannot have the same. The first file says what the ticket is marked with and is in the desk's
//! language unless it names another; a version has words and may have a title of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Priority, Status};
use crate::policy::{Macro, MacroSets, MacroVersion, MacroWords};

use super::desk::language;
use super::page::Page;
use super::problem::{Findings, Place, suggest};
use super::quantity;
use super::read::Table;
use super::routing::tag;
use super::staff::Names;

/// Where they lie.
pub(super) const DIRECTORY: &str = "macros";
/// Characters of a name: it is typed.
const NAME_CHARS: usize = 40;
/// Characters of a title: it stands in a list.
const TITLE_CHARS: usize = 120;

/// Reads all of them from their files, by name.
pub(super) fn read(
    files: &BTreeMap<String, String>,
    names: &Names,
    desk_language: &str,
    findings: &Findings,
) -> BTreeMap<String, Macro> {
    let mut macros = BTreeMap::new();
    let mut versions = Vec::new();
    for (file, text) in files {
        let shown = format!("{DIRECTORY}/{file}");
        let Some(stem) = file.strip_suffix(".md") else {
            findings.warning(Place::file(shown), "this file is not read", "a canned response is macros/NAME.md");
            continue;
        };
        let mut page = Page::read(shown, text, findings);
        match stem.rsplit_once('.') {
            Some((name, language)) => versions.push((name.to_owned(), language.to_owned(), page)),
            None if is_name(stem) => drop(macros.insert(stem.to_owned(), first(stem, &mut page, names, desk_language, findings))),
            None => page.error(
                findings,
                format!("`{stem}` is no name that can be typed behind #macro"),
                format!("take small letters, digits, `-` and `_`, at most {NAME_CHARS}: macros/refund-sent.md"),
            ),
        }
    }
    for (name, language, mut page) in versions {
        if !quantity::is_language(&language) {
            let help = "name it NAME.md, or NAME.de.md for what it says in German (two small letters, ISO 639-1)";
            page.error(findings, format!("`{language}` is no language code"), help);
            continue;
        }
        let Some(known) = macros.get_mut(&name) else {
            let missing = format!("there is no macros/{name}.md that this could be the version of");
            page.error(findings, missing, suggest(&name, macros.keys().map(String::as_str), "write that file first"));
            continue;
        };
        let title = page.with_settings(findings, |table| table.get("title").and_then(|value| value.line(TITLE_CHARS)));
        let title = title.or_else(|| known.versions.values().next().map(|first| first.title.clone())).unwrap_or_default();
        let words = words(&page, findings);
        if words.are_empty() {
            page.error(findings, "this version says nothing", "write its words below the settings, or remove the file");
        }
        if known.versions.insert(language.clone(), MacroVersion { title, words }).is_some() {
            page.error(findings, format!("macros/{name}.md is in `{language}` already"), "remove one of the two files");
        }
    }
    macros
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    (1..=NAME_CHARS).contains(&name.len()) && name.chars().all(fits)
}

/// The file that makes a macro.
fn first(name: &str, page: &mut Page, names: &Names, desk_language: &str, findings: &Findings) -> Macro {
    let has_settings = page.has_settings();
    let (title, language, sets) = page.with_settings(findings, |table| {
        let title = if has_settings { table.need("title", "title = \"Refund sent\"") } else { None };
        (
            title.and_then(|value| value.line(TITLE_CHARS)),
            table.get("language").and_then(|value| language(&value)),
            sets(table, names),
        )
    });
    if !has_settings {
        page.error(findings, "it has no settings", "begin it with +++, title = \"…\" and +++, each on a line of its own");
    }
    let words = words(page, findings);
    if words.are_empty() && sets == MacroSets::default() && page.source.is_whole() {
        page.error(findings, "it says nothing and sets nothing", "write its words below the settings");
    }
    let version = MacroVersion { title: title.unwrap_or_default(), words };
    let language = language.unwrap_or_else(|| desk_language.to_owned());
    Macro { name: name.to_owned(), versions: BTreeMap::from([(language, version)]), sets }
}

fn sets(table: &Table<'_>, names: &Names) -> MacroSets {
    // What follows from an order alone: merging is none, and a new ticket is one that nobody has answered.
    let statuses = [Status::Open, Status::Pending, Status::OnHold, Status::Resolved, Status::Closed, Status::Spam];
    let statuses = statuses.map(|status| (status.as_str(), status));
    let priorities = Priority::ALL.map(|priority| (priority.as_str(), priority));
    let (mut add, mut remove) = (BTreeSet::new(), BTreeSet::new());
    for value in table.get("tags").iter().flat_map(|value| value.one_or_more()) {
        let Some(text) = value.text() else { continue };
        let (set, text) = match text.strip_prefix('-') {
            Some(rest) => (&mut remove, rest),
            None => (&mut add, text.strip_prefix('+').unwrap_or(text)),
        };
        set.extend(tag(&value, text));
    }
    MacroSets {
        status: table.get("status").and_then(|value| value.choice(&statuses)),
        priority: table.get("priority").and_then(|value| value.choice(&priorities)),
        category: table.get("category").and_then(|value| names.categories.find(&value)),
        add,
        remove,
    }
}

fn words(page: &Page, findings: &Findings) -> MacroWords {
    MacroWords::read(page.body()).unwrap_or_else(|problem| {
        page.error_in_body(&problem.at, findings, &problem.message, &problem.help);
        // So that nothing else is said of it.
        MacroWords::read("…").unwrap_or_default()
    })
}
