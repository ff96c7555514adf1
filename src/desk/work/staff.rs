//! The changing part of the staff: kept beside the configuration's, so that every decision sees both.

use crate::domain::{Change, Rows};
use crate::store::{Disk, Drafted, Keyspace};

use super::super::error::DeskError;
use super::Desk;

/// Is there something among them that changes what is known of the staff?
pub(super) fn are_about_people(changes: &[Change]) -> bool {
    changes.iter().any(|change| matches!(change, Change::Person { .. }))
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Takes a draft into the group; what it changes of people counts from the next decision on.
    pub(super) fn accept(&mut self, drafted: Drafted) -> Result<(), DeskError> {
        let is_about_people = are_about_people(drafted.changes());
        self.store.accept(drafted)?;
        if is_about_people { self.know_persons() } else { Ok(()) }
    }

    /// Reads the changing part of every member of staff.
    pub(super) fn know_persons(&mut self) -> Result<(), DeskError> {
        let draft = self.store.draft();
        for (name, member) in &mut self.settings.policy.staff {
            member.person = match self.settings.roster.contact(name) {
                Some(contact) => draft.person(contact)?.unwrap_or_default(),
                None => Default::default(),
            };
        }
        Ok(())
    }
}
