//! How much one wants to hear of a ticket: `#watch`, `#mute`.

use crate::domain::{Attention, Change, Notice};
use crate::policy::Permission;

use super::order::{Asker, Order, Risk, Work};
use super::table::Family;

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "watch",
        risk: Risk::Usual,
        usage: "#watch [off]",
        example: "#watch",
        english: "tells you of everything in the ticket, though it is not yours",
        german: "meldet Ihnen alles im Ticket, obwohl es nicht Ihres ist",
        read: |argument| attend(argument, Attention::Watches),
    },
    Family {
        name: "mute",
        risk: Risk::Usual,
        usage: "#mute [off]",
        example: "#mute",
        english: "tells you of the ticket only what is meant for you by name",
        german: "meldet Ihnen vom Ticket nur noch, was Ihnen persönlich gilt",
        read: |argument| attend(argument, Attention::Mutes),
    },
];

#[derive(Debug)]
struct Attend {
    attention: Attention,
    is_on: bool,
}

fn attend(argument: &str, attention: Attention) -> Option<Box<dyn Order>> {
    let is_on = match argument.to_ascii_lowercase().as_str() {
        "" | "on" => true,
        "off" => false,
        _ => return None,
    };
    Some(Box::new(Attend { attention, is_on }))
}

impl Order for Attend {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let contact = work.agent;
        let (draft, ticket) = work.on_ticket()?;
        // Somebody must hear of the customer.
        if self.is_on && self.attention == Attention::Mutes && ticket.assignee == Some(contact) {
            return Err(Notice::AssigneeHears);
        }
        let before = ticket.attention.get(&contact).copied();
        let after = match (self.is_on, before) {
            (true, _) => Some(self.attention),
            (false, Some(before)) if before == self.attention => None,
            (false, before) => before,
        };
        if before != after {
            draft.push(Change::AttentionSet { ticket: ticket.id, contact, attention: after });
            match after {
                Some(attention) => {
                    ticket.attention.insert(contact, attention);
                }
                None => {
                    ticket.attention.remove(&contact);
                }
            }
        }
        Ok(vec![match after {
            Some(Attention::Watches) => Notice::Watching,
            Some(Attention::Mutes) => Notice::Muted,
            None => Notice::HearsAsUsual,
        }])
    }
}
