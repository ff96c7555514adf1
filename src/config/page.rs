//! Text files with settings above them, in directories of the configuration: `macros/*.md`, `kb/*.md`.
//!
//! The settings are TOML between two lines `+++`, so that whoever knows the other files knows these. Their places are those of the
//! whole file: what is not TOML is blanked out for the parser and nothing is cut off.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use toml::de::DeTable;

use super::load::{children, parse};
use super::problem::{Findings, Place, SourceText};
use super::read::{self, Context, Table};

/// A page is something to read: a long one has some 30 KB.
const PAGE_BYTES: u64 = 256 * 1024;
/// Files in a directory; everything in it is read at every reload.
const PAGES: usize = 2000;
/// Directories in one another.
const DEPTH: usize = 4;
/// The line above and below the settings.
const FENCE: &str = "+++";

/// The files of a directory of the configuration and of those in it, by their names from there: `practice/refund.md`.
pub(super) fn files(dir: &Path, below: &str, findings: &Findings) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    walk(&dir.join(below), below, "", DEPTH, findings, &mut found);
    found
}

fn walk(dir: &Path, below: &str, prefix: &str, depth: usize, findings: &Findings, found: &mut BTreeMap<String, String>) {
    for (name, path) in children(dir) {
        let name = format!("{prefix}{name}");
        let place = || Place::file(format!("{below}/{name}"));
        let Ok(metadata) = std::fs::metadata(&path) else { continue };
        if metadata.is_dir() {
            match depth.checked_sub(1) {
                Some(depth) => walk(&path, below, &format!("{name}/"), depth, findings, found),
                None => findings.warning(place(), "this directory is not read", format!("nest at most {DEPTH} in one another")),
            }
            continue;
        }
        if found.len() >= PAGES {
            findings.error(place(), format!("there are more than {PAGES} files in {below}/"), "move some elsewhere");
            return;
        }
        let is_page = name.ends_with(".md");
        if metadata.len() > PAGE_BYTES && is_page {
            findings.error(place(), format!("it is longer than {} KiB", PAGE_BYTES / 1024), "shorten it, or make two of it");
            continue;
        }
        if metadata.len() > PAGE_BYTES {
            continue;
        }
        match std::fs::read_to_string(&path) {
            Ok(text) => drop(found.insert(name, text)),
            // Pictures and the like may lie beside a page.
            Err(_) if !is_page => {}
            Err(error) => findings.error(place(), format!("it cannot be read: {error}"), "it must be a UTF-8 text file"),
        }
    }
}

/// A page, taken apart.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) source: SourceText,
    /// Its settings, as long as the file's beginning; none where it has none.
    settings: Option<String>,
    body: Range<usize>,
}

impl Page {
    /// Takes a file apart.
    pub(super) fn read(name: String, text: &str, findings: &Findings) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut page = Self { source: SourceText::new(name, text.to_owned()), settings: None, body: 0..text.len() };
        let mut lines = text.split_inclusive('\n');
        let first = lines.next().unwrap_or_default();
        if first.trim_end() == "---" {
            let help = format!("put them between two lines {FENCE}, as in the other files: title = \"…\"");
            findings.error(page.source.place(&(0..3)), "settings above a page are TOML, not YAML", help);
            page.source.note_broken(1);
            page.settings = Some(String::new());
        }
        if first.trim_end() != FENCE {
            return page;
        }
        let mut settings = first.replace('+', " ");
        for line in lines {
            if line.trim_end() == FENCE {
                page.body = settings.len().saturating_add(line.len())..text.len();
                page.settings = Some(settings);
                return page;
            }
            settings.push_str(line);
        }
        findings.error(
            page.source.place(&(0..3)),
            "the settings above this page have no end",
            format!("close them by a line {FENCE}"),
        );
        page.source.note_broken(1);
        page.settings = Some(String::new());
        page
    }

    /// Has it settings above it?
    pub(super) const fn has_settings(&self) -> bool {
        self.settings.is_some()
    }

    /// What stands below the settings.
    pub(super) fn body(&self) -> &str {
        self.source.text.get(self.body.clone()).unwrap_or_default()
    }

    /// Reads the settings; what the reader does not ask for is unknown.
    pub(super) fn with_settings<T>(&mut self, findings: &Findings, reader: impl FnOnce(&Table<'_>) -> T) -> T {
        let settings = self.settings.take().unwrap_or_default();
        let entries: DeTable<'_> = parse(&mut self.source, &settings, findings);
        let table = read::document(Context { source: &self.source, findings }, &entries);
        let read = reader(&table);
        table.finish();
        read
    }

    /// Says that something is wrong at a stretch of bytes of the body.
    pub(super) fn error_in_body(&self, at: &Range<usize>, findings: &Findings, message: &str, help: &str) {
        let start = self.body.start;
        findings.error(self.source.place(&(start.saturating_add(at.start)..start.saturating_add(at.end))), message, help);
    }

    /// Says that something is wrong with the file as a whole.
    pub(super) fn error(&self, findings: &Findings, message: impl Into<String>, help: impl Into<String>) {
        findings.error(Place::file(&self.source.name), message, help);
    }
}
