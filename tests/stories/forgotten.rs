//! What every story ends with: all its customers are forgotten, whatever they have lived through.
//!
//! Nothing that is kept names one of them afterwards, what is left of the journal still verifies, and the state follows from it.

use std::collections::{BTreeMap, BTreeSet};

use maildesk::base::{ContactId, Digest, EmailAddress, OutboxId, Seq, TicketId};
use maildesk::domain::{Change, Forgetting, LetterState, Rows};
use maildesk::store::{Disk, MemoryDisk, MemoryPlace, MemoryStore, Options, Queries};

use super::failed;

/// More than a story has of anything.
const ALL: usize = 100_000;

pub(super) fn after_all(disk: &MemoryDisk, place: &MemoryPlace, secret: [u8; 32], operator: &EmailAddress) -> Result<(), String> {
    let opened = MemoryStore::open(disk.clone(), place.clone(), &Options::new(secret), &mut |_| {}).map_err(failed)?;
    let view = opened.store.view();
    let mut customers = BTreeMap::new();
    for number in 1..=view.counters().map_err(failed)?.unwrap_or_default().contact.get() {
        let Some(row) = view.contact(ContactId::new(number)).map_err(failed)? else { continue };
        if row.staff.is_none() && row.address() != Some(operator) {
            customers.insert(row.id, row.addresses);
        }
    }
    let mut tickets = BTreeSet::<TicketId>::new();
    for customer in customers.keys() {
        tickets.extend(view.tickets_of(*customer, ALL).map_err(failed)?.iter().map(|ticket| ticket.id));
    }
    let waiting = [LetterState::Queued, LetterState::Deferred, LetterState::InDoubt];
    let mut letters = BTreeSet::new();
    for state in waiting {
        letters.extend(view.letters(Some(state), OutboxId::default(), ALL).map_err(failed)?.iter().map(|item| item.id));
    }
    let forgetting = Forgetting::new(customers.keys().copied().collect(), tickets.clone(), letters);
    let (store, _) = opened.store.erase(forgetting, &mut |_| {}).map_err(failed)?;
    let report = store.verify(&mut |_| {}).map_err(failed)?;
    if let Some(problem) = report.problems.first() {
        return Err(format!("when all customers are forgotten, the store does not verify: {problem}"));
    }
    let addresses: Vec<String> =
        customers.values().flatten().filter_map(|one| Some(one.known()?.as_str().to_lowercase())).collect();
    let named = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        addresses.iter().find(|address| text.contains(address.as_str())).cloned()
    };
    for file in disk.names().iter().filter(|name| name.starts_with("journal/")) {
        let bytes = disk.read_at(file, 0, usize::MAX).map_err(|error| error.to_string())?;
        for line in bytes.split(|byte| *byte == b'\n') {
            if let Some(address) = named(line) {
                return Err(format!("{address} was forgotten and stands in {}", String::from_utf8_lossy(line)));
            }
        }
    }
    let mut texts = BTreeSet::<Digest>::new();
    for record in store.view().records(Seq::new(1), ALL).map_err(failed)? {
        // What the staff wrote in a ticket of its own stays, whomever it names.
        let is_of_customers = |change: &&Change| change.ticket().is_none_or(|ticket| tickets.contains(&ticket));
        texts.extend(record.changes.iter().filter(is_of_customers).flat_map(Change::texts));
    }
    for text in texts {
        let bytes = store.view().text(text).map_err(failed)?;
        if let Some(address) = named(&bytes) {
            return Err(format!("{address} was forgotten and stands in a text:\n{}", String::from_utf8_lossy(&bytes)));
        }
    }
    Ok(())
}
