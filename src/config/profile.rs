//! `[[profile]]` of `staff.toml`: profiles of one's own, made from another one.

use std::collections::BTreeSet;

use crate::policy::{BuiltIn, Permission, Profile};

use super::desk::NAME_CHARS;
use super::read::{Table, Value};

/// All profiles that a member of staff may have: the built-in ones, and those of the file in its order.
#[derive(Debug)]
pub(super) struct Profiles {
    list: Vec<Profile>,
}

impl Profiles {
    /// Reads the sections. A profile may be made from one that stands before it, so that there can be no circle.
    pub(super) fn read(document: &Table<'_>) -> Self {
        let built_in = BuiltIn::ALL.into_iter().filter(|one| one.is_for_staff());
        let mut profiles = Self { list: built_in.map(Profile::from).collect() };
        for table in document.sections("profile", "[[profile]]") {
            let name = table.need("name", "name = \"night-shift\"").and_then(|value| profiles.new_name(&value));
            let from = table.need("from", "from = \"agent\"").and_then(|value| profiles.find(&value));
            let add = permissions(table.get("add").as_ref());
            let remove = permissions(table.get("remove").as_ref());
            if let Some(both) = add.intersection(&remove).next() {
                table.error(format!("`{both}` is added and removed"), "leave it in one of the two lists");
            }
            table.finish();
            if let (Some(name), Some(from)) = (name, from) {
                profiles.list.push(Profile::derived(name, &from, &add, &remove));
            }
        }
        profiles
    }

    /// All of them.
    pub(super) fn list(&self) -> Vec<Profile> {
        self.list.clone()
    }

    /// The profile that a value names.
    pub(super) fn find(&self, value: &Value<'_>) -> Option<Profile> {
        let options: Vec<_> = self.list.iter().map(|profile| (profile.name(), profile.clone())).collect();
        value.choice(&options)
    }

    fn new_name(&self, value: &Value<'_>) -> Option<String> {
        let name = value.line(NAME_CHARS)?;
        let is_known = |known: &str| known.eq_ignore_ascii_case(&name);
        if self.list.iter().any(|profile| is_known(profile.name())) || is_known(BuiltIn::Customer.as_str()) {
            value.error(format!("there is a profile `{name}` already"), "take another name");
            return None;
        }
        Some(name)
    }
}

fn permissions(value: Option<&Value<'_>>) -> BTreeSet<Permission> {
    let words = Permission::ALL.map(|permission| (permission.as_str(), permission));
    value.map(Value::one_or_more).unwrap_or_default().iter().filter_map(|one| one.choice(&words)).collect()
}
