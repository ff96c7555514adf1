//! What somebody outside answers to what was forwarded to him: a note for the staff, which no customer ever sees.
//!
//! He takes no part in the ticket: nothing else is sent to him, and what he writes neither opens it again nor counts as the
//! customer's word. A ticket that waits for somebody else goes on, because that is mostly what it waited for.

use crate::base::Kind;
use crate::domain::{
    Actor, Author, Disposition, EntryKind, Flag, LetterKind, LetterNote, MatchedBy, Plan, Proof, Status, Ticket,
};

use super::audience;
use super::customer::{flags, reaches_again, sender_name};
use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, entry_of, receive, refers};
use super::thread::Standing;

/// Adds his message to the ticket, and tells the staff.
pub(super) fn append(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    mut ticket: Ticket,
    standing: Standing,
    matched: (MatchedBy, Proof),
) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Desk);
    let author = draft.contact(facts.sender.as_ref(), arrival.from(), sender_name(arrival));
    draft.plan.actor = Actor::Customer(author);
    reaches_again(&mut draft, facts);
    let visible = &arrival.mail.visible;
    let mut entry = entry_of(&mut draft, arrival, Author::Customer(author), EntryKind::Note, visible, matched.1);
    entry.flags = flags(arrival);
    entry.flags.insert(Flag::Consulted);
    // Without one clear sender nobody can say that it is another.
    if matches!(standing, Standing::ConsultedBearer(_)) && arrival.from().is_some() {
        entry.flags.insert(Flag::OtherSender);
    }
    let number = draft.entry(&mut ticket, entry, refers(arrival));
    if arrival.mail.kind == Kind::Human && ticket.status == Status::OnHold {
        draft.awake(&mut ticket, "who was asked has answered");
        // On hold is a status that may always become open.
        let _ = draft.status(&mut ticket, Status::Open);
    }
    let asked = match standing {
        Standing::Consulted(contact) | Standing::ConsultedBearer(contact) => ticket.consulted.get(&contact).copied(),
        _ => None,
    };
    let (policy, roster, now) = (arrival.policy, arrival.roster, arrival.now);
    let mut told = audience::staff_of(&ticket, policy, roster, now);
    // Whoever asked hears of it though the ticket is a colleague's.
    told.extend(asked.filter(|asker| audience::sees(*asker, &ticket, policy, roster, now)));
    told.remove(&author);
    if ticket.status != Status::Spam {
        for person in told {
            draft.letter(LetterKind::StaffActivity, person, ticket.id, Some(number), LetterNote::default());
        }
    }
    receive(&mut draft, arrival, Disposition::Appended, Some(ticket.id), matched);
    draft.finish()
}
