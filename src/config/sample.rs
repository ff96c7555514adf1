//! The complete configuration that `maildesk init` writes, and writing it.
//!
//! The text lies in the folder `config/` of the project and is compiled in, so that what people read there, what `init`
//! writes and what the tests load is one and the same.

use std::fs::{DirBuilder, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use crate::base::one_line;

use super::desk::NAME_CHARS;
use super::secret::KEYS;

/// The name of the desk in the sample's text.
const SAMPLE_NAME: &str = "Example support";

/// The Maildirs that the sample names.
const MAILDIRS: [&str; 2] = ["mail/support", "mail/out"];

/// A configuration that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// Something is there already.
    #[error("{} is there already; name an empty or new directory", .0.display())]
    Exists(PathBuf),
    /// The file system refused.
    #[error("{} cannot be written", path.display())]
    Write {
        /// What.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// The files of the sample configuration for a desk of this name, by their path.
pub fn sample(name: &str) -> Vec<(&'static str, String)> {
    let name = one_line(name, NAME_CHARS).replace('\\', "\\\\").replace('"', "\\\"");
    let desk = include_str!("../../config/desk.toml").replacen(SAMPLE_NAME, &name, 1);
    vec![
        ("desk.toml", desk),
        ("staff.toml", include_str!("../../config/staff.toml").to_owned()),
        ("routing.toml", include_str!("../../config/routing.toml").to_owned()),
        ("service.toml", include_str!("../../config/service.toml").to_owned()),
        ("macros/hello.md", include_str!("../../config/macros/hello.md").to_owned()),
        ("macros/hello.de.md", include_str!("../../config/macros/hello.de.md").to_owned()),
        ("kb/password.md", include_str!("../../config/kb/password.md").to_owned()),
        ("tests/invoice.eml", include_str!("../../config/tests/invoice.eml").to_owned()),
    ]
}

/// Writes the sample configuration, its Maildirs and fresh keys made from `random`. Nothing that is there is touched.
///
/// # Errors
/// [`InitError`] names the file in the way, or what could not be written.
pub fn init(dir: &Path, random: [u8; 64]) -> Result<Vec<PathBuf>, InitError> {
    let files = sample(SAMPLE_NAME);
    let names = files.iter().map(|(name, _)| *name).chain([KEYS]);
    if let Some(path) = names.map(|name| dir.join(name)).find(|path| path.symlink_metadata().is_ok()) {
        return Err(InitError::Exists(path));
    }
    let mut written = Vec::new();
    make_dir(dir)?;
    for (name, text) in &files {
        let path = dir.join(name);
        if let Some(parent) = path.parent() {
            make_dir(parent)?;
        }
        write_new(&path, text, 0o644)?;
        written.push(path);
    }
    let (signing, store) = random.split_at(32);
    let keys = format!(
        "# The secret keys of this desk. Keep a copy in a safe place; without it the store cannot be read.\n\
         # key: signs reply addresses and Message-IDs. To change it, add a line with the next number (0 to 15) and leave the old\n\
         # one until the answers to old mails have come. store: must never change.\n\
         key 1 {}\nstore {}\n",
        HEXLOWER.encode(signing),
        HEXLOWER.encode(store)
    );
    let path = dir.join(KEYS);
    write_new(&path, &keys, 0o600)?;
    written.push(path);
    for maildir in MAILDIRS {
        for part in ["tmp", "new", "cur"] {
            make_dir(&dir.join(maildir).join(part))?;
        }
        written.push(dir.join(maildir));
    }
    Ok(written)
}

/// Makes a directory for the daemon's user alone, and what leads to it; one that is there stays as it is.
fn make_dir(path: &Path) -> Result<(), InitError> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|source| InitError::Write { path: path.to_owned(), source })
}

fn write_new(path: &Path, text: &str, mode: u32) -> Result<(), InitError> {
    let opened = OpenOptions::new().write(true).create_new(true).mode(mode).open(path);
    match opened.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all())) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(InitError::Exists(path.to_owned())),
        Err(source) => Err(InitError::Write { path: path.to_owned(), source }),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::mail::OwnMarks;
    use crate::policy::RoutingFacts;

    use super::super::load::read_all;
    use super::super::problem::Findings;
    use super::super::{load, settings::Outgoing};
    use super::*;

    fn no_environment(_: &str) -> Option<String> {
        None
    }

    fn show(problems: &[super::super::Problem]) -> String {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_init_writes_loads_without_a_word() {
        let dir = tempfile::tempdir().expect("directory");
        let written = init(dir.path(), [7; 64]).expect("written");
        assert!(written.iter().all(|path| path.exists()));
        let loaded = load(dir.path(), &no_environment).map_err(|problems| show(&problems)).expect("loads");
        assert_eq!(show(&loaded.warnings), "");
        let settings = loaded.settings;
        assert_eq!(settings.policy.desk.name, SAMPLE_NAME);
        assert_eq!(settings.policy.staff.len(), 4);
        assert_eq!(settings.data_dir, dir.path().join("data"));
        assert_eq!(settings.outgoing, Outgoing::Maildir { path: dir.path().join("mail/out") });
        assert_eq!(settings.rule_tests.len(), 2);
        assert!(settings.policy.threading.ack_unverified, "no mailbox verifies senders");
    }

    #[test]
    fn the_examples_in_the_sample_hold() {
        let dir = tempfile::tempdir().expect("directory");
        init(dir.path(), [7; 64]).expect("written");
        let settings = load(dir.path(), &no_environment).map_err(|problems| show(&problems)).expect("loads").settings;
        let policy = &settings.policy;
        for test in &settings.rule_tests {
            let mail = crate::mail::read(&test.message, &OwnMarks::default());
            let facts = RoutingFacts {
                mail: &mail,
                mailbox: policy.mailboxes.keys().next().expect("mailbox"),
                size: 1000,
                now: mail.date.expect("date"),
                calendar: &policy.calendar,
                earlier_tickets: 0,
                organisation: "",
            };
            assert_eq!(show(&test.compare(&policy.rules.route(&facts), &policy.rules.explain(&facts))), "");
        }
    }

    #[test]
    fn init_overwrites_nothing() {
        let dir = tempfile::tempdir().expect("directory");
        std::fs::write(dir.path().join("routing.toml"), "mine").expect("written");
        let error = init(dir.path(), [7; 64]).expect_err("refused");
        assert!(error.to_string().contains("routing.toml is there already"), "{error}");
        assert!(!dir.path().join("desk.toml").exists());
    }

    #[test]
    fn a_name_with_quotes_stays_one_text() {
        let files: BTreeMap<_, _> = sample("Ann \"\\ Co\nSupport").into_iter().collect();
        assert!(files["desk.toml"].contains(r#"name = "Ann \"\\ Co Support""#));
    }

    /// Takes the `#` from every setting that the sample shows switched off.
    fn switched_on(text: &str) -> String {
        let on = |line: &str| match line.strip_prefix('#') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '[') => rest.to_owned(),
            _ => line.to_owned(),
        };
        // A key may stand in a table once: where both ways of writing it are shown, the later one counts.
        let mut lines: Vec<(String, String)> = Vec::new();
        let mut section = String::new();
        for (number, line) in text.lines().map(on).enumerate() {
            if line.starts_with('[') {
                section = format!("{line} {number}");
            }
            let key = line.split_once(" = ").map(|(key, _)| key).filter(|key| !key.contains([' ', '#']));
            let place = key.map_or_else(|| format!("line {number}"), |key| format!("{section} {key}"));
            lines.retain(|(other, _)| *other != place);
            lines.push((place, line));
        }
        lines.into_iter().map(|(_, line)| line + "\n").collect()
    }

    #[test]
    fn the_manual_names_every_key_and_no_other() {
        let dir = tempfile::tempdir().expect("directory");
        init(dir.path(), [7; 64]).expect("written");
        let mut all = String::new();
        for (name, text) in sample(SAMPLE_NAME) {
            std::fs::write(dir.path().join(name), switched_on(&text)).expect("written");
            all.push_str(&text);
        }
        let findings = Findings::default();
        read_all(dir.path(), &no_environment, &findings);
        let missing: Vec<_> = findings
            .known_keys()
            .into_iter()
            .filter(|(section, key)| {
                !section.is_empty()
                    && !all.split(|c: char| !(c.is_alphanumeric() || "_-".contains(c))).any(|word| word == *key)
                    && *key != "profile"
            })
            .collect();
        assert_eq!(missing, [], "keys that the manual does not name");
        // Switched on together, keys of different kinds exclude each other; none may be unknown, mistyped or out of bounds.
        let (errors, _) = findings.sorted();
        let wrong: Vec<_> = errors
            .iter()
            .map(ToString::to_string)
            .filter(|shown| {
                !["belongs to kind", "cannot be read", "comes with", "there is no file"].iter().any(|known| shown.contains(known))
            })
            .collect();
        assert_eq!(wrong.join("\n"), "");
    }

    #[test]
    fn the_project_shows_what_init_writes() {
        let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
        for (name, text) in sample(SAMPLE_NAME) {
            assert_eq!(std::fs::read_to_string(shown.join(name)).expect("file"), text, "{name}");
        }
    }
}
