//! What counts for all of the staff: absence notes, supervision, forwarding, and what there is to learn.

use std::collections::BTreeSet;
use std::path::Path;

use crate::base::Span;
use crate::policy::{LearnAbsence, Module, PeopleRules, Stage};

use super::desk::NAME_CHARS;
use super::practice;
use super::read::{Declared, Named, Table, Value};
use super::staff::circle;

/// Working time until somebody is reminded of an answer that waits for approval, where the configuration does not say.
const APPROVAL_AFTER: Span = Span::from_hours(4);

/// Reads `[availability]`, `[supervision]`, `[forwarding]`, `[[module]]` and `[[practice]]`, whose files lie below a directory.
pub(super) fn read(document: &Table<'_>, is_complete: bool, dir: &Path) -> PeopleRules {
    let mut rules = PeopleRules { approval_after: Some(APPROVAL_AFTER), ..PeopleRules::default() };
    if let Some(table) = document.section("availability", "[availability]") {
        let words = [("apply", LearnAbsence::Apply), ("offer", LearnAbsence::Offer), ("off", LearnAbsence::Off)];
        if let Some(learn) = table.get("learn_absence").and_then(|value| value.choice(&words)) {
            rules.learn_absence = learn;
        }
        table.finish();
    }
    if let Some(table) = document.section("supervision", "[supervision]") {
        if let Some(value) = table.get("remind_after") {
            rules.approval_after = if value.as_text() == Some("never") {
                None
            } else {
                value.span_of_time(Span::from_minutes(10)..=Span::from_days(30)).or(rules.approval_after)
            };
        }
        table.finish();
    }
    if let Some(table) = document.section("forwarding", "[forwarding]") {
        if let Some(value) = table.get("without_asking") {
            rules.forward_to = value.one_or_more().iter().filter_map(Value::domain).collect();
        }
        table.finish();
    }
    rules.modules = modules(document, is_complete, dir);
    rules
}

fn modules(document: &Table<'_>, is_complete: bool, dir: &Path) -> Vec<Module> {
    let title = |value: &Value<'_>| value.line(NAME_CHARS);
    let (names, sections) = Declared::read(document, ("module", "[[module]]"), is_complete, title);
    let mut modules = Vec::new();
    let mut needing = Vec::new();
    for Named { name, table } in sections {
        let stage = table.get("stage").map_or(Some(Stage::Basic), |value| value.choice(&Stage::ALL));
        let (file, url) = (table.get("file"), table.get("url"));
        if let (Some(_), Some(url)) = (&file, &url) {
            url.error("a module has one material", "keep `file`, which lies in kb/, or `url`");
        }
        let file = file.and_then(|value| in_kb(&value));
        let material = file.or_else(|| url.and_then(|value| value.line(NAME_CHARS))).unwrap_or_default();
        let needs_value = table.get("needs");
        let needs = names.find_all(needs_value.as_ref());
        table.finish();
        let (Some(name), Some(stage)) = (name, stage) else { continue };
        needing.extend(needs_value.map(|value| (name.clone(), value)));
        modules.push(Module { name, stage, material, needs, practice: Vec::new() });
    }
    for (name, value) in needing {
        let next = |at: &str| modules.iter().find(|one| one.name == at).map(|one| one.needs.clone()).unwrap_or_default();
        if let Some(circle) = circle(&name, next) {
            value.error(format!("these modules need each other: {}", circle.join(" → ")), "leave one of them out of `needs`");
            break;
        }
    }
    practice::read(document, &names, dir, &mut modules);
    modules
}

/// A file below `kb/`, and nowhere else.
pub(super) fn in_kb(value: &Value<'_>) -> Option<String> {
    let text = value.line(NAME_CHARS)?;
    let parts: BTreeSet<&str> = text.split('/').collect();
    if text.starts_with('/') || parts.contains("..") || parts.contains("") {
        value.error(
            format!("`{text}` does not lie in kb/"),
            "name a file below the directory kb/ of the configuration: file = \"refunds.md\"",
        );
        return None;
    }
    Some(format!("kb/{text}"))
}
