//! Telling people what is due: gathers what each is told, once all deadlines of the moment have been worked off.

use std::collections::BTreeMap;

use crate::base::{ContactId, Timestamp};
use crate::decide::{RoundFacts, round, round_due};
use crate::domain::{Round, Rows};
use crate::store::{Disk, Keyspace};

use super::super::error::DeskError;
use super::super::gather;
use super::super::receive::carry_out;
use super::Desk;

/// What came of looking who is to be told.
pub(super) struct Rounds {
    /// How many people were told.
    pub(super) told: usize,
    /// When the next one is.
    pub(super) next: Option<Timestamp>,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Tells everybody for whom something waits and whom it suits now. One row names them all, so that a tick at which
    /// nobody is told reads little.
    pub(super) fn tell_rounds(&mut self, now: Timestamp) -> Result<Rounds, DeskError> {
        let mut came = Rounds { told: 0, next: None };
        for (contact, since) in self.store.draft().rounds()?.unwrap_or_default().due {
            if since > now {
                came.next = came.next.into_iter().chain([since]).min();
                continue;
            }
            let row = self.store.draft().round(contact)?.unwrap_or_default();
            // What suited him when it was decided may suit him no more: a machine that slept, a quarter of an hour at closing time.
            let at = round_due(&row, since).max(now);
            let name = self.settings.roster.name(contact);
            let at = name.map_or(at, |name| self.settings.policy.suits(name, at));
            if at > now {
                came.next = came.next.into_iter().chain([at]).min();
                continue;
            }
            self.tell_round(contact, &row, now)?;
            came.told = came.told.saturating_add(1);
        }
        Ok(came)
    }

    fn tell_round(&mut self, contact: ContactId, row: &Round, now: Timestamp) -> Result<(), DeskError> {
        let draft = self.store.draft();
        let mut tickets = BTreeMap::new();
        for nudge in &row.waiting {
            if let Some(ticket) = draft.ticket(nudge.ticket)? {
                let requester = gather::affiliation_of(&draft, &ticket)?;
                tickets.insert(ticket.id, (ticket, requester));
            }
        }
        let facts = RoundFacts {
            contact,
            round: row,
            tickets: &tickets,
            operator: draft.contact_of_address(self.settings.policy.desk.operator.key())?,
            policy: &self.settings.policy,
            roster: &self.settings.roster,
            now,
        };
        let plan = round(&facts);
        let drafted = carry_out(draft, &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        Ok(())
    }
}
