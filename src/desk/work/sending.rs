//! Letters go out: they are claimed, tried, and told of.

use crate::base::{OutboxId, Timestamp, limit};
use crate::decide::{AttemptResult, delivery, in_doubt};
use crate::domain::{Actor, Cause, Change, Envelope, LetterState, Rows};
use crate::store::{Disk, Keyspace, Queries};

use super::super::error::DeskError;
use super::super::input::{Reply, Shipment};
use super::super::receive::carry_out;
use super::Desk;

impl<D: Disk, K: Keyspace> Desk<D, K> {
    pub(super) fn claim(&mut self, most: usize, now: Timestamp) -> Result<Reply, DeskError> {
        let mut draft = self.store.draft();
        let mut shipments = Vec::new();
        for letter in draft.due_letters(now, most.min(limit::CLAIM_ITEMS))? {
            let Some(item) = draft.letter(letter)? else { continue };
            let Some(to) = item.to.known().cloned() else { continue };
            let mut bytes = Vec::new();
            for piece in &item.pieces {
                bytes.extend(draft.text(*piece)?);
            }
            let mailbox = self.settings.policy.mailboxes.get(&item.mailbox);
            let from = match item.envelope {
                Envelope::Null => None,
                Envelope::Mailbox => mailbox.map(|mailbox| mailbox.address.clone()),
            };
            shipments.push(Shipment { letter, from, to, bytes });
        }
        if !shipments.is_empty() {
            let letters = shipments.iter().map(|shipment| shipment.letter).collect();
            draft.apply(Change::LettersClaimed { letters }, now).map_err(DeskError::Plan)?;
        }
        let next = draft.next_letter_at()?;
        if !shipments.is_empty() {
            let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
            self.accept(drafted)?;
        }
        Ok(Reply::Claimed { shipments, next })
    }

    pub(super) fn attempted(&mut self, letter: OutboxId, result: &AttemptResult, now: Timestamp) -> Result<(), DeskError> {
        let draft = self.store.draft();
        let Some(item) = draft.letter(letter)? else { return Ok(()) };
        let ticket = match item.ticket {
            Some(id) => draft.ticket(id)?,
            None => None,
        };
        let counters = draft.counters()?.unwrap_or_default();
        let operator = draft.contact_of_address(self.settings.policy.desk.operator.key())?;
        let parties = (&self.settings.policy, &self.settings.roster);
        if let Some(plan) = delivery(&item, result, ticket.as_ref(), counters, operator, parties, now) {
            let drafted = carry_out(draft, &self.settings, plan, None, now)?;
            self.accept(drafted)?;
        }
        Ok(())
    }

    /// What was claimed when the process ended is in doubt; it is sent again with equal bytes.
    pub(super) fn recover(&mut self, now: Timestamp) -> Result<Reply, DeskError> {
        let claimed = self.store.draft().letters(Some(LetterState::Claimed), OutboxId::default(), usize::MAX)?;
        for item in claimed {
            let draft = self.store.draft();
            let plan = in_doubt(&item, draft.counters()?.unwrap_or_default(), now);
            let drafted = carry_out(draft, &self.settings, plan, None, now)?;
            self.accept(drafted)?;
        }
        Ok(Reply::Done)
    }
}
