//! `[[practice]]`: what customers could write, for those who learn a module. Its words stand in `staff.toml` or in a file of `kb/`.

use std::path::Path;

use crate::policy::{Exercise, Module};

use super::desk::NAME_CHARS;
use super::people::in_kb;
use super::read::{Declared, Table, Value};

/// Characters of a subject.
const SUBJECT_CHARS: usize = 200;
/// Bytes of a text: a long mail of a customer.
const TEXT_BYTES: u64 = 64 * 1024;
/// Exercises of one module: all of them become tickets at once.
const MOST: usize = 20;
/// The customer that there is not, where nobody names him.
const NOBODY: &str = "Pat Practice";

/// Adds the exercises to their modules.
pub(super) fn read(document: &Table<'_>, names: &Declared<String>, dir: &Path, modules: &mut [Module]) {
    for table in document.sections("practice", "[[practice]]") {
        let module_value = table.need("module", "module = \"refunds\"");
        let module = module_value.as_ref().and_then(|value| names.find(value));
        let from = table.get("from").map_or_else(|| Some(NOBODY.to_owned()), |value| value.line(NAME_CHARS));
        let subject = table.need("subject", "subject = \"Where is my money?\"").and_then(|value| value.line(SUBJECT_CHARS));
        let (text, file) = (table.get("text"), table.get("file"));
        let words = match (&text, &file) {
            (Some(text), None) => text.text().map(|text| text.trim().to_owned()),
            (None, Some(file)) => words_of(file, dir),
            (Some(_), Some(file)) => {
                file.error("an exercise has one text", "keep `text`, or `file`, which lies in kb/");
                None
            }
            (None, None) => {
                table.error("this exercise has no words", "add text = \"…\", or file = \"practice/refund.md\"");
                None
            }
        };
        let words = words.filter(|words| {
            if words.is_empty() {
                text.as_ref()
                    .or(file.as_ref())
                    .into_iter()
                    .for_each(|value| value.error("this exercise is empty", "write what a customer could write"));
            }
            !words.is_empty()
        });
        table.finish();
        let (Some(from), Some(subject), Some(text)) = (from, subject, words) else { continue };
        let Some(module) = module.and_then(|name| modules.iter_mut().find(|module| module.name == name)) else { continue };
        if module.practice.len() >= MOST {
            let because = format!("the module `{}` has more than {MOST} exercises", module.name);
            module_value.into_iter().for_each(|value| value.error(because.clone(), "make two modules of it"));
            continue;
        }
        module.practice.push(Exercise { from, subject, text });
    }
}

/// The words of a file below `kb/`.
fn words_of(value: &Value<'_>, dir: &Path) -> Option<String> {
    let path = dir.join(in_kb(value)?);
    let size = std::fs::metadata(&path).map(|metadata| metadata.len());
    if size.is_ok_and(|size| size > TEXT_BYTES) {
        value.error(format!("{} is larger than {} KiB", path.display(), TEXT_BYTES / 1024), "shorten it: it is one mail");
        return None;
    }
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text.trim().to_owned()),
        Err(error) => {
            value.error(
                format!("{} cannot be read: {error}", path.display()),
                "write that file, or give the words as text = \"…\"",
            );
            None
        }
    }
}
