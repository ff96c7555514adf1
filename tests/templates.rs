//! Every built-in letter, rendered from its sample, is what stands in `tests/templates`.
//!
//! After a change of words: `UPDATE_GOLDENS=1 cargo test --test templates`, then read the difference.

#![allow(clippy::expect_used, reason = "it is a test, helper functions included")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use maildesk::domain::LetterKind;
use maildesk::notify::{Templates, sample_in};

const LANGUAGES: [&str; 2] = ["en", "de"];

fn folder(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates").join(language)
}

fn goldens() -> BTreeMap<PathBuf, String> {
    let templates = Templates::load(&BTreeMap::new()).expect("the built-in templates load");
    let mut goldens = BTreeMap::new();
    for language in LANGUAGES {
        for kind in LetterKind::ALL {
            let rendered = templates.render(kind, language, &sample_in(kind, language));
            let file = |form: &str| folder(language).join(format!("{kind}.{form}"));
            goldens.insert(file("txt"), format!("Subject: {}\n\n{}", rendered.subject, rendered.text));
            goldens.extend(rendered.html.map(|html| (file("html"), html)));
        }
    }
    goldens
}

#[test]
fn every_letter_reads_as_its_golden_file() {
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut different = Vec::new();
    for (file, rendered) in goldens() {
        if update {
            fs::create_dir_all(file.parent().expect("a folder")).expect("folder made");
            fs::write(&file, &rendered).expect("written");
        }
        if fs::read_to_string(&file).unwrap_or_default() != rendered {
            different.push(format!("{}\n{rendered}", file.display()));
        }
    }
    assert!(different.is_empty(), "UPDATE_GOLDENS=1 rewrites these:\n{}", different.join("\n"));
}

#[test]
fn no_golden_file_is_left_over() {
    let goldens = goldens();
    for language in LANGUAGES {
        for entry in fs::read_dir(folder(language)).expect("folder") {
            let path = entry.expect("entry").path();
            assert!(goldens.contains_key(&path), "{} belongs to no letter", path.display());
        }
    }
}
