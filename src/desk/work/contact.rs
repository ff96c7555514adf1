//! What an admin orders about a customer: details, addresses, merging and parting.

use crate::base::{ContactId, EmailAddress, Timestamp, limit};
use crate::decide::{
    ContactProblem, add_contact_address, changeable_contact, forget_contact, merge_contacts, part_contact,
    remove_contact_address, write_down_of_contact,
};
use crate::domain::{Actor, Cause, Change, Contact, Plan, Rows};
use crate::policy::contact_detail;
use crate::store::{Disk, Keyspace, Queries};

use super::super::ask::{self, Answer, ContactOrder, Question, contact_named};
use super::super::error::DeskError;
use super::super::gather;
use super::super::receive::carry_out;
use super::{Desk, Reply};

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Carries out an order about a contact. The journal names him by his number; what was typed stays out of it.
    pub(super) fn order_contact(&mut self, order: &ContactOrder, now: Timestamp) -> Result<Reply, DeskError> {
        let draft = self.store.draft();
        let settings = &self.settings;
        let parties = (&settings.policy, &settings.roster);
        let contact = contact_named(&draft, order.who())?;
        let refused = |problem: ContactProblem| DeskError::Refused(problem.to_string());
        let (changes, command, done) = match order {
            ContactOrder::Edit { values, .. } => {
                changeable_contact(&contact, parties.0, parties.1).map_err(refused)?;
                let fields = &settings.policy.service.contact_fields;
                let read = |(name, value): &(String, String)| contact_detail(name, value, fields);
                let details = values.iter().map(read).collect::<Result<Vec<_>, _>>();
                let details = details.map_err(|problem| DeskError::Refused(problem.to_string()))?;
                let changes = write_down_of_contact(&contact, &details).into_iter().map(|(done, _)| done).collect();
                (changes, "edit", "changed")
            }
            ContactOrder::Merge { into, .. } => {
                let to = contact_named(&draft, into)?;
                let tickets = draft.tickets_with(contact.id, limit::MERGED_TICKETS.saturating_add(1))?;
                let changes = merge_contacts(&contact, &to, &tickets, limit::MERGED_TICKETS, parties).map_err(refused)?;
                (changes, "merge", "merged")
            }
            ContactOrder::Unmerge { .. } => {
                let from = contact.merged_into.map(|into| draft.contact(into)).transpose()?.flatten();
                (vec![part_contact(&contact, from.as_ref(), parties).map_err(refused)?], "unmerge", "parted")
            }
            ContactOrder::Forget { .. } => {
                let tickets = draft.tickets_of(contact.id, usize::MAX)?;
                (
                    vec![forget_contact(&contact, &tickets, None, parties, now).map_err(refused)?],
                    "forget",
                    "to be forgotten, from now on",
                )
            }
            ContactOrder::AddAddress { address, .. } => {
                let address = checked(address)?;
                let owner = gather::contact_of(&draft, &address)?;
                let change = add_contact_address(&contact, &address, owner.as_ref(), parties).map_err(refused)?;
                (change.into_iter().collect(), "add-address", "added")
            }
            ContactOrder::RemoveAddress { address, .. } => {
                let change = remove_contact_address(&contact, &checked(address)?, parties).map_err(refused)?;
                (vec![change], "remove-address", "removed")
            }
        };
        // Where everything stands already as it is to be, there is nothing to record.
        if !Vec::is_empty(&changes) {
            let cause = Cause::Command(format!("contact {command} {}", contact.id));
            let plan = Plan { actor: Actor::Admin, cause, changes, ..Plan::default() };
            let drafted = carry_out(draft, settings, plan, None, now)?;
            self.accept(drafted)?;
        }
        Ok(Reply::Answer(Answer::line(done, &told(&contact, order))))
    }

    /// Shows customers, and records that they were looked at.
    pub(super) fn show_contacts(&mut self, question: &Question, now: Timestamp) -> Result<Reply, DeskError> {
        let shown = match question {
            Question::Contact(who) => Some(contact_named(&self.store.draft(), who)?.id),
            _ => None,
        };
        let answer = ask::answer(&self.store.draft(), &self.settings, &self.health, question, now)?;
        let command = shown.map_or_else(|| "contact list".to_owned(), |contact: ContactId| format!("contact show {contact}"));
        let what = if shown.is_some() { "contact" } else { "a list of contacts" };
        self.order(Change::LookedUp { contact: shown, ticket: None, what: what.to_owned() }, command, now)?;
        Ok(Reply::Answer(answer))
    }
}

fn checked(typed: &str) -> Result<EmailAddress, DeskError> {
    EmailAddress::new(typed).map_err(|error| DeskError::Refused(format!("{typed:?} is no address: {error}")))
}

fn told(contact: &Contact, order: &ContactOrder) -> String {
    let own = contact.address().map(|address| format!("{} <{address}>", contact.id)).unwrap_or_else(|| contact.id.to_string());
    match order {
        ContactOrder::Edit { .. } | ContactOrder::Unmerge { .. } | ContactOrder::Forget { .. } => own,
        ContactOrder::Merge { into, .. } => format!("{own} into {into}"),
        ContactOrder::AddAddress { address, .. } => format!("{address} to {own}"),
        ContactOrder::RemoveAddress { address, .. } => format!("{address} from {own}"),
    }
}
