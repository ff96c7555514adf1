//! Who else may belong to a ticket: whom a message was sent to besides us, colleagues of the requester, a customer's other address.
//!
//! Nobody is let in by what a message says of itself. Whoever may belong is proposed to those who work on the ticket, with the
//! command that lets him in; until then he is sent nothing (SECURITY.md, T01, T02, T08).

use std::collections::BTreeSet;

use crate::base::{ContactId, EmailAddress};
use crate::domain::{Change, Contact, ContactDetail, Flag, Notice, SenderProof, Ticket};
use crate::policy::AuthMode;

use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::thread::Standing;

/// Addresses that one letter proposes: as many as one `#cc add` takes.
const PROPOSED: usize = 10;

/// Remembers whom the message was sent to besides us, and proposes who has not been proposed before. They are not written to.
pub(super) fn copied(draft: &mut Draft, arrival: &Arrival<'_>, facts: &IntakeFacts, ticket: &Ticket) -> Option<Notice> {
    let mut contacts = BTreeSet::new();
    let mut addresses = Vec::new();
    for (address, name, known) in &facts.recipients {
        if arrival.policy.member_by_address(address).is_none() {
            let contact = draft.contact(known.as_ref(), Some(address), name);
            let is_known = ticket.participants.contains(&contact) || ticket.copied.contains(&contact);
            if !is_known && contacts.insert(contact) {
                addresses.push(address.to_string());
            }
        }
    }
    if contacts.is_empty() {
        return None;
    }
    draft.push(Change::Copied { ticket: ticket.id, contacts });
    addresses.truncate(PROPOSED);
    Some(Notice::CopyProposed { addresses })
}

/// How the sender of an accepted message who takes no part stands to the ticket: what its readers are warned of, and what is
/// proposed to them.
pub(super) fn outsider(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    standing: Standing,
) -> (Option<Flag>, Option<Notice>) {
    // Without one clear sender nobody can say that it is another.
    let Some(from) = arrival.from() else {
        return (matches!(standing, Standing::Copied(_)).then_some(Flag::OnlyCopied), None);
    };
    match standing {
        Standing::Bearer(_) | Standing::Copied(_) if is_colleague(arrival, facts, ticket) => {
            (Some(Flag::Colleague), Some(Notice::ColleagueWrote { address: from.to_string() }))
        }
        Standing::Bearer(owner) => {
            let owner = facts.participants.get(&owner).and_then(Contact::address);
            let notice = owner.map(|owner| Notice::OtherAddress { address: from.to_string(), owner: owner.to_string() });
            (Some(Flag::OtherSender), notice)
        }
        Standing::Copied(_) => (Some(Flag::OnlyCopied), None),
        Standing::Participant(_)
        | Standing::Staff(..)
        | Standing::Anybody
        | Standing::Consulted(_)
        | Standing::ConsultedBearer(_) => (None, None),
    }
}

/// Does the sender belong to the requester's organisation? By what was written down of both, or by a domain that is not open to
/// everybody. It proves no right; where servers verify senders, only a verified one is called a colleague.
pub(super) fn is_colleague(arrival: &Arrival<'_>, facts: &IntakeFacts, ticket: &Ticket) -> bool {
    let is_verified = match arrival.sender_proof {
        SenderProof::E2 | SenderProof::E2w => true,
        SenderProof::None => arrival.mailbox.auth.mode == AuthMode::None,
        SenderProof::Fail => false,
    };
    let Some((from, requester)) = arrival.from().zip(facts.participants.get(&ticket.requester)).filter(|_| is_verified) else {
        return false;
    };
    let organisation = |contact: &Contact| contact.detail_text(&ContactDetail::Organisation).to_lowercase();
    let same_organisation = || {
        let own = organisation(requester);
        !own.is_empty() && facts.sender.as_ref().is_some_and(|sender| organisation(sender) == own)
    };
    let domain = |address: &EmailAddress| address.domain().to_ascii_lowercase();
    let own = domain(from);
    let same_domain = || {
        let is_open = arrival.policy.volumes.free_mail_domains.contains(&own);
        !is_open && requester.addresses.iter().filter_map(|address| address.known()).any(|address| domain(address) == own)
    };
    !is_requester(facts.sender.as_ref(), ticket.requester) && (same_organisation() || same_domain())
}

fn is_requester(sender: Option<&Contact>, requester: ContactId) -> bool {
    sender.is_some_and(|sender| sender.id == requester)
}
