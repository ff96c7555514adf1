//! The layers of `src/ARCHITECTURE.md` hold: every import of every file is compared with the tables there.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test that panics has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What may be used: by layer the layers, and by external crate the layers that may name it.
struct Law {
    layers: BTreeMap<String, BTreeSet<String>>,
    crates: BTreeMap<String, BTreeSet<String>>,
}

fn words(cell: &str) -> BTreeSet<String> {
    cell.split_whitespace().map(str::to_owned).collect()
}

fn law(page: &str) -> Law {
    let mut law = Law { layers: BTreeMap::new(), crates: BTreeMap::new() };
    let mut table = "";
    for line in page.lines() {
        if line.starts_with("| layer |") {
            table = "layers";
        } else if line.starts_with("| crate |") {
            table = "crates";
        } else if !line.starts_with('|') {
            table = "";
        } else if !line.starts_with("|---") && !table.is_empty() {
            let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
            let rows = if table == "layers" { &mut law.layers } else { &mut law.crates };
            rows.insert(cells[0].to_owned(), words(cells[1]));
        }
    }
    law
}

/// Code without comments and without the contents of strings.
fn code(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default();
        out.extend(line.split('"').step_by(2));
        out.push('\n');
    }
    out
}

/// First segments of every path that begins with `crate::`.
fn layers_named(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => drop(found.insert(identifier(after))),
            Some(group) => {
                let mut depth = 0_usize;
                let mut name = String::new();
                for c in group.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        _ => {}
                    }
                    if depth == 0 && (c.is_alphanumeric() || c == '_') {
                        name.push(c);
                    } else if depth == 0 && (c == ',' || c == ':') && !name.is_empty() {
                        found.insert(std::mem::take(&mut name));
                    }
                    if c == ',' {
                        name.clear();
                    }
                }
                found.insert(name);
            }
        }
    }
    found
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Is this crate named as the beginning of a path?
fn names_crate(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    code.match_indices(&path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        before.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || c == ':'))
    })
}

/// Everything that a file of a layer names and may not.
fn offences(law: &Law, layer: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let mut offences = Vec::new();
    let Some(allowed) = law.layers.get(layer) else { return vec![format!("layer {layer} is not in the table")] };
    for used in layers_named(&code) {
        if used != layer && law.layers.contains_key(&used) && !allowed.contains(&used) {
            offences.push(format!("layer {layer} may not use layer {used}"));
        }
    }
    for (name, owners) in &law.crates {
        if names_crate(&code, name) && !owners.contains(layer) {
            offences.push(format!("layer {layer} may not name the crate {name}"));
        }
    }
    offences
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    std::fs::read_to_string(root().join("src/ARCHITECTURE.md")).expect("the page can be read")
}

#[test]
fn every_import_obeys_the_tables() {
    let law = law(&page());
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for layer in law.layers.keys() {
        let mut found = Vec::new();
        files(&root().join("src").join(layer), &mut found);
        for file in found {
            seen.insert(layer.clone());
            let text = std::fs::read_to_string(&file).expect("the file can be read");
            for offence in offences(&law, layer, &text) {
                wrong.push(format!("{}: {offence}", file.display()));
            }
            if !text.starts_with("//!") {
                wrong.push(format!("{}: it does not begin with `//!`", file.display()));
            }
        }
    }
    assert_eq!(seen.len(), law.layers.len(), "every layer has files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_and_every_dependency_stands_in_the_tables() {
    let law = law(&page());
    for entry in std::fs::read_dir(root().join("src")).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
            assert!(law.layers.contains_key(&name), "src/{name} is no layer of the table");
        }
    }
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the manifest can be read");
    let dependencies = manifest.split("[dependencies]").nth(1).expect("there are dependencies");
    let dependencies = dependencies.split("\n[").next().expect("they end");
    for line in dependencies.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, _)) = line.split_once(" = ") else { continue };
        let name = name.replace('-', "_");
        // rustls is a feature's anchor; the code names it through tokio_rustls.
        assert!(law.crates.contains_key(&name) || name == "rustls", "the dependency {name} has no row");
    }
}

#[test]
fn a_wrong_import_is_found() {
    let law = law(&page());
    let offences = |layer: &str, text: &str| offences(&law, layer, text).join("; ");
    assert_eq!(offences("mail", "use crate::domain::Ticket;"), "layer mail may not use layer domain");
    assert_eq!(offences("store", "use crate::{base::Seq, policy::Policy};"), "layer store may not use layer policy");
    assert_eq!(offences("decide", "fn f() { crate::store::open() }"), "layer decide may not use layer store");
    assert_eq!(offences("desk", "let db = sled::open(path);"), "layer desk may not name the crate sled");
    assert_eq!(offences("domain", "// use crate::mail::Mail;\nlet text = \"crate::mail\";"), "");
    assert_eq!(offences("decide", "use crate::{base::{Seq, Kind}, domain::Plan};"), "");
}
