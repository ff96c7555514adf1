//! Measures: the journal is folded into a ledger when the desk has nothing else to do, and before every report.

use std::collections::BTreeMap;

use crate::base::{ContactId, Seq, TicketId, limit};
use crate::domain::ContactDetail;
use crate::report::{Event, Folded, Ledger, LedgerError, Past, Place};
use crate::store::{Disk, JournalRecord, Keyspace, Queries, Store, StoreError};

/// Records after which it is written down how far the ledger is: so many are folded again after an unclean end.
const SAVED_EVERY: u64 = 20_000;
/// Groups of records that are folded in one turn before a report: some milliseconds.
const TURNS: usize = 4;
/// Contacts whose organisation is looked up in one turn.
const CONTACTS: u32 = 1000;
/// Records of one ticket's history that are read at once.
const HISTORY: usize = 200;

/// The ledger of measures, and whether it was found to belong to this journal.
#[derive(Debug)]
pub(super) struct Measures {
    ledger: Ledger,
    is_checked: bool,
    unsaved: u64,
}

impl Measures {
    /// Opens the ledger of a place; where it cannot be used, measures are kept in memory for this run.
    pub(super) fn open(place: Place) -> Self {
        let ledger = Ledger::open(place).unwrap_or_else(|error| {
            tracing::warn!(%error, "The file of measures cannot be used; they are kept in memory until the next start.");
            Ledger::in_memory()
        });
        Self { ledger, is_checked: false, unsaved: 0 }
    }

    /// All that was measured, for counting.
    pub(super) const fn ledger(&mut self) -> &mut Ledger {
        &mut self.ledger
    }

    /// Folds some more records; true while there are others.
    pub(super) fn follow<D: Disk, K: Keyspace>(&mut self, store: &Store<D, K>) -> Result<bool, StoreError> {
        let rows = store.view();
        if !self.is_checked {
            self.is_checked = true;
            let Folded { seq, hash } = self.ledger.folded();
            let is_ours = seq == Seq::default() || rows.records(seq, 1)?.first().is_some_and(|record| record.hash == hash);
            if !is_ours {
                self.start_over("it belongs to another journal");
            }
        }
        let head = store.sizes().last;
        if self.ledger.folded().seq >= head {
            return Ok(false);
        }
        let records = rows.records(self.ledger.folded().seq.next(), limit::FOLLOW_RECORDS)?;
        for record in &records {
            let event = Event { at: record.at, actor: record.actor, changes: &record.changes };
            let history = History { rows: &rows, before: record.seq };
            match self.ledger.take(event, &history, Folded { seq: record.seq, hash: record.hash }) {
                Ok(()) => self.unsaved = self.unsaved.saturating_add(1),
                Err(LedgerError::Past(error)) => return Err(error),
                Err(LedgerError::Samples(error)) => {
                    self.start_over(&error.to_string());
                    return Ok(true);
                }
            }
        }
        if self.unsaved >= SAVED_EVERY {
            self.save();
        }
        Ok(self.ledger.folded().seq < head)
    }

    /// Folds some more before a report is counted; true once all is there. A turn of it does not hold up who waits behind it.
    pub(super) fn catch_up<D: Disk, K: Keyspace>(&mut self, store: &Store<D, K>) -> Result<bool, StoreError> {
        for _ in 0..TURNS {
            if !self.follow(store)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Writes down how far it is.
    pub(super) fn save(&mut self) {
        self.unsaved = 0;
        if let Err(error) = self.ledger.save() {
            tracing::warn!(%error, "How far measures are cannot be written; what is missing is folded again at the next start.");
        }
    }

    fn start_over(&mut self, because: &str) {
        tracing::warn!(because, "Measures are made again from the journal.");
        self.unsaved = 0;
        if let Err(error) = self.ledger.begin_anew() {
            tracing::warn!(%error, "The file of measures cannot be written; they are kept in memory until the next start.");
            self.ledger = Ledger::in_memory();
        }
    }
}

/// The organisations of customers, collected piece by piece: there may be hundreds of thousands.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    names: BTreeMap<ContactId, String>,
    upto: u32,
}

impl Organisations {
    /// Collects some more; true once all are there.
    pub(super) fn collect<Q: Queries>(&mut self, rows: &Q) -> Result<bool, StoreError> {
        let last = rows.counters()?.unwrap_or_default().contact.get();
        let until = self.upto.saturating_add(CONTACTS).min(last);
        for number in self.upto.saturating_add(1)..=until {
            let id = ContactId::new(number);
            let Some(row) = rows.contact(id)? else { continue };
            let named = row.detail_text(&ContactDetail::Organisation);
            let domain = || row.address().map(|address| address.domain().to_ascii_lowercase());
            let name = if named.is_empty() { domain() } else { Some(named.to_owned()) };
            self.names.extend(name.map(|name| (id, name)));
        }
        self.upto = until;
        Ok(until >= last)
    }

    /// What was collected.
    pub(super) fn into_names(self) -> BTreeMap<ContactId, String> {
        self.names
    }
}

/// The records of one ticket before the one that is being folded.
struct History<'a, Q> {
    rows: &'a Q,
    before: Seq,
}

impl<Q: Queries> Past for History<'_, Q> {
    type Error = StoreError;

    fn each(&self, ticket: TicketId, show: &mut dyn FnMut(Event<'_>)) -> Result<(), StoreError> {
        let mut after = Seq::default();
        loop {
            let records: Vec<JournalRecord> = self.rows.history(ticket, after, HISTORY)?;
            for record in records.iter().take_while(|record| record.seq < self.before) {
                show(Event { at: record.at, actor: record.actor, changes: &record.changes });
            }
            match records.last() {
                Some(last) if last.seq < self.before && records.len() >= HISTORY => after = last.seq,
                _ => return Ok(()),
            }
        }
    }
}
