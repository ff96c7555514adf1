//! The operator's mail of the day: gathers what it is decided from.

use crate::base::{OutboxId, QuarantineId, Timestamp, limit};
use crate::decide::{DigestFacts, digest, digest_due};
use crate::domain::{LetterState, Rows};
use crate::store::{Disk, Keyspace, Queries};

use super::super::error::DeskError;
use super::super::receive::carry_out;
use super::Desk;

/// Letters that are looked at to see whether any is late: the oldest come first, and some may be the operator's own.
const OLDEST: usize = 16;

/// What came of looking whether the mail is due.
pub(super) struct Told {
    /// It is written.
    pub(super) is_told: bool,
    /// When there will be something to say.
    pub(super) next: Option<Timestamp>,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Writes the mail where it is due. Each tick looks, so it looks at few rows; all are counted only when it is written.
    pub(super) fn tell_of_the_day(&mut self, now: Timestamp) -> Result<Told, DeskError> {
        let draft = self.store.draft();
        let tally = draft.tally()?.unwrap_or_default();
        let fresh = draft.quarantined_after(tally.quarantine, limit::DIGEST_ROWS)?;
        let waiting = |most| -> Result<Vec<_>, DeskError> {
            let mut waiting = draft.letters(Some(LetterState::Deferred), OutboxId::default(), most)?;
            waiting.extend(draft.letters(Some(LetterState::InDoubt), OutboxId::default(), most)?);
            Ok(waiting)
        };
        let oldest = waiting(OLDEST)?;
        let mut invited = Vec::new();
        for member in self.settings.policy.invited.values() {
            let open = draft.invitation(member.name.clone())?.filter(|row| row.confirmed_at.is_none());
            invited.extend(open.map(|row| (format!("{} <{}>", member.display, member.address), row.until)));
        }
        let mut facts = DigestFacts {
            tally: &tally,
            fresh: &fresh,
            quarantined: fresh.len(),
            waiting: &oldest,
            health: &self.health,
            invited: &invited,
            operator: draft.contact_of_address(self.settings.policy.desk.operator.key())?,
            calendar: &self.settings.policy.calendar,
            now,
        };
        if digest(&facts).is_none() {
            return Ok(Told { is_told: false, next: digest_due(&facts) });
        }
        let all = waiting(limit::DIGEST_ROWS)?;
        facts.waiting = &all;
        facts.quarantined = draft.quarantined_after(QuarantineId::default(), limit::DIGEST_ROWS)?.len();
        let Some(plan) = digest(&facts) else { return Ok(Told { is_told: false, next: None }) };
        let drafted = carry_out(draft, &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        // Whoever ticks comes again at once when something was done; the next time is found then.
        Ok(Told { is_told: true, next: None })
    }
}
