//! What tickets say, handed to the full-text index: the journal tells what has changed, the state what it is now.
//!
//! The index follows when the desk has nothing else to do, and whenever somebody asks it something; never within a plan.

use std::collections::BTreeSet;

use crate::base::{ContactId, EntryNumber, Seq, TicketId, clip, limit};
use crate::domain::{Change, ContactDetail, Entry, HandedTicket, Ticket};
use crate::search::{Batch, Document, Found, Index, Mark, Offered, Position, Waited, Wanted};
use crate::store::{Disk, JournalRecord, Keyspace, Queries, Store, StoreError};

/// Tickets of somebody whose name has changed that are looked at.
const TICKETS_OF_PERSON: usize = 1000;
/// People of a ticket whose names are found.
const PEOPLE: usize = 50;

/// The index, and how far it was fed.
#[derive(Debug)]
pub(super) struct Follower {
    index: Index,
    /// The index that was fed; it begins anew when something is wrong with it.
    generation: u64,
    /// One that belongs to another journal, and was told so.
    rejected: u64,
    fed: Seq,
}

/// How far the full-text index has been fed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Followed {
    /// It has been handed everything.
    UpToDate,
    /// There is more.
    Behind,
    /// It takes nothing at the moment.
    Busy,
    /// It cannot be used, or there is none, for this reason.
    Unusable(String),
}

impl Follower {
    pub(super) const fn new(index: Index) -> Self {
        Self { index, generation: 0, rejected: 0, fed: Seq::new(0) }
    }

    /// Hands over what some more records have changed.
    pub(super) fn follow<D: Disk, K: Keyspace>(&mut self, store: &Store<D, K>) -> Result<Followed, StoreError> {
        let (generation, mark) = match self.index.position() {
            Position::At(generation, mark) => (generation, mark),
            Position::Opening => return Ok(Followed::Busy),
            Position::Unusable(because) => return Ok(Followed::Unusable(because)),
        };
        let head = store.sizes().last;
        let rows = store.view();
        if generation != self.generation {
            if generation == self.rejected {
                return Ok(Followed::Busy);
            }
            if !is_in(&rows, mark)? {
                self.rejected = generation;
                self.index.begin_anew("it belongs to another journal");
                return Ok(Followed::Busy);
            }
            (self.generation, self.fed) = (generation, mark.seq);
        }
        if self.fed >= head {
            return Ok(Followed::UpToDate);
        }
        let records = rows.records(self.fed.next(), limit::FOLLOW_RECORDS)?;
        let batch = Gathering::new(&rows).of(&records)?;
        let upto = batch.upto.seq;
        Ok(match self.index.offer(generation, batch) {
            Offered::Declined => Followed::Busy,
            Offered::Taken => {
                self.fed = upto;
                if self.fed >= head { Followed::UpToDate } else { Followed::Behind }
            }
        })
    }

    /// Lets the index catch up with the journal, as far as somebody who asks may be kept waiting.
    pub(super) fn catch_up<D: Disk, K: Keyspace>(&mut self, store: &Store<D, K>) -> Result<Waited, StoreError> {
        self.index.wait_until_open();
        for _ in 0..limit::CATCH_UP_RECORDS / limit::FOLLOW_RECORDS {
            match self.follow(store)? {
                Followed::UpToDate => return Ok(self.index.wait_for(store.sizes().last)),
                // There is room as soon as a batch has been taken in.
                Followed::Behind | Followed::Busy => {}
                Followed::Unusable(because) => return Ok(Waited::Unusable(because)),
            }
        }
        Ok(match self.index.wait_for(self.fed) {
            Waited::Reached => Waited::Behind(self.fed),
            other => other,
        })
    }

    /// The tickets in which something stands.
    pub(super) fn find(&self, wanted: &Wanted, languages: &[&str]) -> Result<Found, String> {
        self.index.find(wanted, languages)
    }

    /// Begins anew, so that nothing is left in its files of what was erased.
    pub(super) fn forget(&self) {
        self.index.begin_anew("something was erased");
    }
}

/// Is a record in this journal? Before the first there is nothing in every journal.
fn is_in<Q: Queries>(rows: &Q, mark: Mark) -> Result<bool, StoreError> {
    if mark.seq == Seq::default() {
        return Ok(true);
    }
    Ok(rows.records(mark.seq, 1)?.first().is_some_and(|record| record.seq == mark.seq && record.hash == mark.hash))
}

/// What a change does to what can be found.
enum Touched<'a> {
    Nothing,
    Head(TicketId),
    Entry(TicketId, EntryNumber),
    /// The ticket and all that is in it.
    Whole(TicketId),
    /// Whatever names this person.
    Person(ContactId),
    /// Tickets that change hands.
    Handed(&'a [HandedTicket]),
}

fn touched(change: &Change) -> Touched<'_> {
    match change {
        Change::EntryAdded { entry, .. } => Touched::Entry(entry.ticket, entry.number),
        Change::TicketOpened(opening) => Touched::Head(opening.ticket),
        Change::Tagged { ticket, .. }
        | Change::CategorySet { ticket, .. }
        | Change::TeamSet { ticket, .. }
        | Change::FieldSet { ticket, .. }
        | Change::ParticipantAdded { ticket, .. } => Touched::Head(*ticket),
        Change::ContactNamed { contact, .. }
        | Change::ContactSet { contact, detail: ContactDetail::Name, .. }
        | Change::AddressAdded { contact, .. }
        | Change::AddressRemoved { contact, .. }
        | Change::StaffKnown { contact, .. } => Touched::Person(*contact),
        Change::ContactsMerged { tickets, .. } | Change::ContactsParted { tickets, .. } => Touched::Handed(tickets),
        // What the state alone is asked for, and what is told for the history.
        Change::StatusChanged { .. }
        | Change::Reopened { .. }
        | Change::Assigned { .. }
        | Change::PrioritySet { .. }
        | Change::Copied { .. }
        | Change::ContributorAdded { .. }
        | Change::ContributorRemoved { .. }
        | Change::Linked { .. }
        | Change::Forwarded { .. }
        | Change::ArticlesOffered { .. }
        | Change::SurveySent { .. }
        | Change::ReviewAwaited { .. }
        | Change::ReviewsDrawn { .. }
        | Change::ReviewsSeen { .. }
        | Change::ReviewAsked { .. }
        | Change::Reviewed { .. }
        | Change::Rated { .. }
        | Change::Routed { .. }
        | Change::DeadlineSet { .. }
        | Change::DeadlineCleared { .. }
        | Change::DeadlineFired { .. }
        | Change::LetterQueued { .. }
        | Change::LetterWithheld { .. }
        | Change::Received(_)
        | Change::Refused { .. }
        | Change::Commanded { .. } => Touched::Nothing,
        // What is not told apart here is read as a whole: slower, and never wrong.
        other => other.ticket().map_or(Touched::Nothing, Touched::Whole),
    }
}

/// Collects what is to be found of tickets.
struct Gathering<'a, Q> {
    rows: &'a Q,
    batch: Batch,
    heads: BTreeSet<TicketId>,
    entries: BTreeSet<(TicketId, EntryNumber)>,
    bytes: usize,
}

impl<'a, Q: Queries> Gathering<'a, Q> {
    fn new(rows: &'a Q) -> Self {
        Self { rows, batch: Batch::default(), heads: BTreeSet::new(), entries: BTreeSet::new(), bytes: 0 }
    }

    /// What the first of these records have changed, as many as a batch may hold.
    fn of(mut self, records: &[JournalRecord]) -> Result<Batch, StoreError> {
        for record in records {
            for change in &record.changes {
                match touched(change) {
                    Touched::Nothing => {}
                    Touched::Head(ticket) => self.head(ticket)?,
                    Touched::Entry(ticket, number) => self.entry(ticket, number)?,
                    Touched::Whole(ticket) => self.whole(ticket)?,
                    Touched::Handed(tickets) => tickets.iter().try_for_each(|handed| self.head(handed.ticket))?,
                    Touched::Person(contact) => {
                        for ticket in self.rows.tickets_of(contact, TICKETS_OF_PERSON)? {
                            self.head(ticket.id)?;
                        }
                    }
                }
            }
            self.batch.upto = Mark { seq: record.seq, hash: record.hash };
            if self.bytes >= limit::FOLLOW_BYTES {
                break;
            }
        }
        Ok(self.batch)
    }

    fn whole(&mut self, ticket: TicketId) -> Result<(), StoreError> {
        if !self.batch.anew.insert(ticket) {
            return Ok(());
        }
        self.batch.documents.retain(|document| document.ticket != ticket);
        self.heads.remove(&ticket);
        self.entries.retain(|(other, _)| *other != ticket);
        self.head(ticket)?;
        let entries = self.rows.ticket(ticket)?.map_or(0, |ticket| ticket.entries);
        (1..=entries).try_for_each(|number| self.entry(ticket, EntryNumber::new(number)))
    }

    fn head(&mut self, id: TicketId) -> Result<(), StoreError> {
        // The state is read as it is now: a later change of the same batch is contained already.
        if !self.heads.insert(id) {
            return Ok(());
        }
        let Some(ticket) = self.rows.ticket(id)? else { return Ok(()) };
        let text = self.words_of(&ticket)?;
        self.push(Document { ticket: id, entry: None, language: ticket.language, text, has_file: false });
        Ok(())
    }

    fn words_of(&self, ticket: &Ticket) -> Result<String, StoreError> {
        let mut words = vec![ticket.id.get().to_string(), ticket.subject.text().to_owned()];
        for person in ticket.participants.iter().take(PEOPLE) {
            if let Some(contact) = self.rows.contact(*person)? {
                words.push(contact.name.text().to_owned());
                words.extend(contact.addresses.iter().filter_map(|address| address.known().map(ToString::to_string)));
            }
        }
        words.extend(ticket.tags.iter().cloned());
        words.extend(ticket.category.iter().map(ToString::to_string));
        words.extend(ticket.team.iter().map(ToString::to_string));
        words.extend(ticket.fields.values().map(|value| value.text().to_owned()));
        Ok(words.join("\n"))
    }

    fn entry(&mut self, ticket: TicketId, number: EntryNumber) -> Result<(), StoreError> {
        if !self.entries.insert((ticket, number)) {
            return Ok(());
        }
        let Some(Entry { text, attachments, .. }) = self.rows.entry(ticket, number)? else { return Ok(()) };
        let language = self.rows.ticket(ticket)?.and_then(|ticket| ticket.language);
        let mut words = match self.rows.text(text) {
            Ok(bytes) => clip(&String::from_utf8_lossy(&bytes), limit::INDEX_TEXT_CHARS),
            // An erased text has left the spool.
            Err(StoreError::NoText(_)) => String::new(),
            Err(error) => return Err(error),
        };
        for name in &attachments {
            words.push('\n');
            words.push_str(name.text());
        }
        let has_file = !attachments.is_empty();
        self.push(Document { ticket, entry: Some(number), language, text: words, has_file });
        Ok(())
    }

    fn push(&mut self, document: Document) {
        self.bytes = self.bytes.saturating_add(document.text.len());
        self.batch.documents.push(document);
    }
}
