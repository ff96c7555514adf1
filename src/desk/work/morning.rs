//! The mails of the morning: gathers whose morning it is, and what his tickets ask for.

use crate::base::{ContactId, Timestamp, limit};
use crate::decide::{MorningDue, MorningFacts};
use crate::domain::{Morning, Rows, Ticket};
use crate::policy::Member;
use crate::store::{Disk, Keyspace, Queries};

use super::super::error::DeskError;
use super::super::receive::carry_out;
use super::Desk;

/// What came of looking whose morning it is.
pub(super) struct Mornings {
    /// How many mails were decided on.
    pub(super) told: usize,
    /// When the next morning begins.
    pub(super) next: Option<Timestamp>,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Writes the mails of the morning that are due. Between two mornings nothing is looked at but the time of the next.
    pub(super) fn tell_mornings(&mut self, now: Timestamp) -> Result<Mornings, DeskError> {
        if let Some(next) = self.next_morning.filter(|next| *next > now) {
            return Ok(Mornings { told: 0, next: Some(next) });
        }
        let mut came = Mornings { told: 0, next: None };
        let staff: Vec<Member> = self.settings.policy.staff.values().cloned().collect();
        for member in &staff {
            let Some(contact) = self.settings.roster.contact(&member.name) else { continue };
            for morning in [Morning::Own, Morning::Team] {
                let round = self.store.draft().round(contact)?.unwrap_or_default();
                let policy = &self.settings.policy;
                let facts = MorningFacts { contact, member, round: &round, policy, now };
                match facts.due(morning) {
                    MorningDue::Never => {}
                    MorningDue::At(at) => came.next = came.next.into_iter().chain([at]).min(),
                    MorningDue::Now => {
                        let tickets = self.tickets_of_morning(contact, member, morning)?;
                        let plan = match morning {
                            Morning::Own => facts.own(&tickets),
                            Morning::Team => facts.team(&tickets),
                        };
                        let drafted = carry_out(self.store.draft(), &self.settings, plan, None, now)?;
                        self.accept(drafted)?;
                        came.told = came.told.saturating_add(1);
                    }
                }
            }
        }
        // Whoever had his mail has another morning; that is found by the next look.
        self.next_morning = if came.told == 0 { came.next } else { None };
        Ok(came)
    }

    fn tickets_of_morning(&self, contact: ContactId, member: &Member, morning: Morning) -> Result<Vec<Ticket>, DeskError> {
        let view = self.store.draft();
        if morning == Morning::Own {
            return Ok(view.tickets_assigned(contact, limit::DIGEST_ROWS)?);
        }
        let mut tickets = Vec::new();
        for team in self.settings.policy.teams.values().filter(|team| team.lead.as_ref() == Some(&member.name)) {
            tickets.extend(view.tickets_of_team(&team.name, limit::DIGEST_ROWS)?);
        }
        Ok(tickets)
    }
}
