//! Broken configurations and what is printed about them: one file a case in `tests/config_goldens`.
//!
//! A case begins with a sentence, then come the files that differ from `base` (`--- desk.toml`, or `--- keys 0644` for a mode,
//! `--- remove staff.toml`, `--- environment`), then `=== problems` and what is printed. `{DIR}` stands for the directory.
//! `UPDATE_GOLDENS=1 cargo test --test config_problems` writes what is printed now; read the difference before you keep it.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where its world cannot be set up")]

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use maildesk::config::{Severity, load};

const PROBLEMS: &str = "=== problems\n";

fn goldens() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config_goldens")
}

/// The base configuration, of which nothing is to be said.
fn write_base(dir: &Path) {
    for entry in fs::read_dir(goldens().join("base")).expect("base") {
        let entry = entry.expect("entry");
        fs::copy(entry.path(), dir.join(entry.file_name())).expect("copied");
    }
    fs::set_permissions(dir.join("keys"), Permissions::from_mode(0o600)).expect("mode");
    for part in ["support/new", "support/cur", "support/tmp", "out/new", "out/cur", "out/tmp"] {
        fs::create_dir_all(dir.join("mail").join(part)).expect("made");
    }
}

/// Writes a case's files and gives back its environment.
fn write_case(dir: &Path, case: &str) -> BTreeMap<String, String> {
    let mut environment = BTreeMap::new();
    for part in case.split("\n--- ").skip(1) {
        let (head, text) = part.split_once('\n').unwrap_or((part, ""));
        // The split took the line break that ends the last line.
        let text = if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
        let text = text.replace("{DIR}", &dir.display().to_string());
        match head.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["environment"] => {
                environment
                    .extend(text.lines().filter_map(|line| line.split_once('=')).map(|(a, b)| (a.to_owned(), b.to_owned())));
            }
            ["remove", name] => fs::remove_file(dir.join(name)).expect("removed"),
            [name, mode @ ..] => {
                let path = dir.join(name);
                fs::create_dir_all(path.parent().expect("parent")).expect("made");
                fs::write(&path, text).expect("written");
                if let [mode] = mode {
                    let mode = u32::from_str_radix(mode, 8).expect("octal mode");
                    fs::set_permissions(&path, Permissions::from_mode(mode)).expect("mode");
                }
            }
            [] => panic!("a part without a name"),
        }
    }
    environment
}

fn print(dir: &Path, environment: &BTreeMap<String, String>) -> String {
    let env = |name: &str| environment.get(name).cloned();
    let problems = match load(dir, &env) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => {
            assert!(problems.iter().any(|problem| problem.severity == Severity::Error), "refused without a reason");
            problems
        }
    };
    let shown: Vec<String> = problems.iter().map(|problem| format!("{problem}\n")).collect();
    shown.concat().replace(&dir.display().to_string(), "{DIR}")
}

#[test]
fn the_base_has_no_problems() {
    let dir = tempfile::tempdir().expect("directory");
    write_base(dir.path());
    assert_eq!(print(dir.path(), &BTreeMap::new()), "");
}

#[test]
fn broken_configurations_print_what_is_wrong() {
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut cases: Vec<PathBuf> = fs::read_dir(goldens())
        .expect("goldens")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    cases.sort();
    assert!(cases.len() >= 25, "only {} cases", cases.len());
    let mut different = Vec::new();
    for path in cases {
        let golden = fs::read_to_string(&path).expect("case");
        let (case, expected) = golden.split_once(PROBLEMS).unwrap_or((&golden, ""));
        let dir = tempfile::tempdir().expect("directory");
        write_base(dir.path());
        let environment = write_case(dir.path(), case);
        let printed = print(dir.path(), &environment);
        assert!(!printed.is_empty(), "{} has no problem", path.display());
        if printed != expected {
            different.push(format!("{}\n{printed}", path.display()));
            if update {
                fs::write(&path, format!("{case}{PROBLEMS}{printed}")).expect("written");
            }
        }
    }
    assert!(update || different.is_empty(), "printed something else:\n{}", different.join("\n"));
}
