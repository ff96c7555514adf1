//! `#remind`: a reminder of one's own, at a time in one's own zone.

use crate::domain::{DeadlineKind, Due, Notice};
use crate::policy::Permission;

use super::order::{Asker, Order, Risk, Work};
use super::status::when;
use super::table::Family;

pub(super) const FAMILY: &[Family] = &[Family {
    name: "remind",
    risk: Risk::Usual,
    usage: "#remind when [text]",
    example: "#remind friday 14:00 call back",
    english: "reminds you of the ticket",
    german: "erinnert Sie an das Ticket",
    read: |argument| (!argument.is_empty()).then(|| Box::new(Remind(argument.to_owned())) as Box<dyn Order>),
}];

/// When and what, as typed; the time is read in the person's zone.
#[derive(Debug)]
struct Remind(String);

impl Order for Remind {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Remind
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (at, text) = when(work, "remind", &self.0)?;
        let note = (!text.is_empty()).then(|| text.clone().into());
        let agent = work.agent;
        let (draft, ticket) = work.on_ticket()?;
        draft.deadline(ticket, DeadlineKind::FollowUp(agent), Due { at, who: Some(agent), note });
        Ok(vec![Notice::ReminderSet { at, text }])
    }
}
