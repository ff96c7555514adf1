//! `maildesk staff matrix`: what each profile may do; the same table stands in `README.md`.

use std::io::Write;

use serde_json::json;

use crate::policy::{BuiltIn, Permission, Profile};

use super::super::exit::{Exit, Failure};

/// Prints the table: permissions down, profiles across; as JSON one profile a line.
pub(super) fn print(profiles: &[Profile], json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let text = if json { lines(profiles) } else { table(profiles) };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(Exit::Done)
}

fn lines(profiles: &[Profile]) -> String {
    let mut text = String::new();
    for profile in profiles {
        let held: Vec<_> = Permission::ALL.iter().filter(|one| profile.may(**one)).map(|one| one.as_str()).collect();
        let is_built_in = BuiltIn::ALL.iter().any(|one| one.as_str() == profile.name());
        text.push_str(&json!({"profile": profile.name(), "built_in": is_built_in, "permissions": held}).to_string());
        text.push('\n');
    }
    text
}

fn table(profiles: &[Profile]) -> String {
    let width = |profile: &Profile| profile.name().chars().count().max(3);
    let first = Permission::ALL.iter().map(|one| one.as_str().len()).max().unwrap_or_default();
    let mut text = format!("{:first$}", "");
    for profile in profiles {
        text.push_str(&format!("  {}", profile.name()));
    }
    text.push('\n');
    for permission in Permission::ALL {
        let mut row = format!("{permission:first$}");
        for profile in profiles {
            let sign = if profile.may(permission) { "yes" } else { "-" };
            row.push_str(&format!("  {sign:<width$}", width = width(profile)));
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// The table of the built-in profiles in Markdown.
#[cfg(test)]
fn markdown() -> String {
    let profiles: Vec<Profile> = BuiltIn::ALL.into_iter().map(Profile::from).collect();
    let names: Vec<&str> = profiles.iter().map(Profile::name).collect();
    let mut text = format!("| permission | lets one | {} |\n|---|---|{}\n", names.join(" | "), ":-:|".repeat(names.len()));
    for permission in Permission::ALL {
        let signs: Vec<&str> = profiles.iter().map(|one| if one.may(permission) { "yes" } else { "" }).collect();
        text.push_str(&format!("| `{permission}` | {} | {} |\n", permission.what(), signs.join(" | ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const BEGIN: &str = "<!-- the matrix begins; UPDATE_GOLDENS=1 writes it anew -->\n";
    const END: &str = "<!-- the matrix ends -->\n";

    #[test]
    fn the_readme_shows_the_matrix() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let readme = std::fs::read_to_string(&file).expect("README.md");
        let (before, rest) = readme.split_once(BEGIN).expect("the README has a place for the matrix");
        let (shown, after) = rest.split_once(END).expect("the matrix ends");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(&file, format!("{before}{BEGIN}{}{END}{after}", markdown())).expect("written");
            return;
        }
        assert!(shown == markdown(), "UPDATE_GOLDENS=1 writes the matrix of README.md anew");
    }

    #[test]
    fn own_profiles_stand_beside_the_built_in_ones() {
        let agent = Profile::from(BuiltIn::Agent);
        let own = Profile::derived("night".to_owned(), &agent, &BTreeSet::from([Permission::Merge]), &BTreeSet::new());
        let text = table(&[agent.clone(), own.clone()]);
        assert_eq!(text.lines().next().map(str::trim), Some("agent  night"));
        assert!(text.lines().any(|line| line.split_whitespace().eq(["merge", "-", "yes"])), "{text}");
        let json: Vec<serde_json::Value> =
            lines(&[agent, own]).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!((&json[0]["built_in"], &json[1]["profile"]), (&json!(true), &json!("night")));
    }
}
