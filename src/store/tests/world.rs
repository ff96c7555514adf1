//! A small desk in memory, and the plans that the tests commit.

use super::super::open::Bounds;
use super::super::*;

use crate::base::{
    ContactId, Digest, EmailAddress, EntryNumber, Kind, MailboxName, MessageId, OutboxId, Span, TeamName, TicketId, Timestamp,
};
use crate::domain::{
    Actor, Author, Cause, Change, DeadlineKind, Disposition, Due, Entry, EntryKind, Envelope, LetterKind, LetterState, MatchedBy,
    Opening, OutboxItem, Place, Proof, Receipt, Rows, SenderProof,
};

pub(super) const SECRET: [u8; 32] = [7; 32];

/// Files and rows that outlive a store.
#[derive(Clone, Default)]
pub(super) struct World {
    pub(super) disk: MemoryDisk,
    pub(super) place: MemoryPlace,
    /// Segments, packs and checkpoints come often.
    pub(super) small: bool,
}

impl World {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A world in which every few records begin a segment, a pack and a checkpoint.
    pub(super) fn small() -> Self {
        Self { small: true, ..Self::default() }
    }

    /// A world of its own with the same files and rows.
    pub(super) fn copy(&self) -> Self {
        let place = MemoryPlace::new();
        place.edit(|rows| *rows = self.place.rows());
        Self { disk: self.disk.copy(), place, small: self.small }
    }

    pub(super) fn options(&self) -> Options {
        let mut options = Options::new(SECRET);
        if self.small {
            options.bounds = Bounds { segment_bytes: 9000, pack_bytes: 1500, checkpoint_records: 4 };
        }
        options
    }

    pub(super) fn open_with(&self, options: &Options) -> Result<Opened<MemoryDisk, MemoryKeyspace>, StoreError> {
        Store::open(self.disk.clone(), self.place.clone(), options, &mut |_| {})
    }

    pub(super) fn try_open(&self) -> Result<Opened<MemoryDisk, MemoryKeyspace>, StoreError> {
        self.open_with(&self.options())
    }

    pub(super) fn open(&self) -> Opened<MemoryDisk, MemoryKeyspace> {
        self.try_open().expect("the store opens")
    }

    /// All bytes of all files, to see that nothing was touched.
    pub(super) fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.disk.names().into_iter().map(|name| (name.clone(), self.file(&name))).collect()
    }

    pub(super) fn file(&self, name: &str) -> Vec<u8> {
        self.disk.read_at(name, 0, usize::MAX).expect("reads")
    }

    pub(super) fn lose_state(&self) {
        self.place.edit(std::collections::BTreeMap::clear);
    }
}

/// Opens `count` tickets, each in a commit of its own, numbered from 1.
pub(super) fn commit_tickets<D: Disk, K: Keyspace>(store: &mut Store<D, K>, count: u32) {
    let first = store.sizes().last.get() as u32 + 1;
    for number in first..first + count {
        open_ticket(store, number);
        store.commit().expect("commits");
    }
}

pub(super) fn settings() -> Digest {
    Digest::of(b"settings")
}

pub(super) fn at(number: u32) -> Timestamp {
    Timestamp::from_seconds(1_767_225_600 + i64::from(number) * 60)
}

pub(super) fn body(number: u32) -> Vec<u8> {
    format!("My printer number {number} is on fire.\r\n").repeat(20).into_bytes()
}

pub(super) fn contact(number: u32) -> ContactId {
    ContactId::new(2 - number % 2)
}

pub(super) fn team() -> TeamName {
    TeamName::new("first-line").expect("name")
}

pub(super) fn mailbox() -> MailboxName {
    MailboxName::new("help").expect("name")
}

fn address(number: u32) -> EmailAddress {
    EmailAddress::new(&format!("customer{number}@example.org")).expect("address")
}

/// The changes of a message that opens a ticket: customers 1 and 2 take turns, odd numbers are of the first.
pub(super) fn fill_ticket<D: Disk, K: Keyspace>(draft: &mut Draft<'_, D, K>, number: u32) -> TicketId {
    let counters = draft.counters().expect("reads").unwrap_or_default();
    let (ticket, who, letter) = (counters.ticket.next(), contact(number), counters.outbox.next());
    let raw = draft.put_text([b"Subject: printer\r\n\r\n".as_slice(), &body(number)].concat()).expect("takes");
    let text = draft.put_text(body(number)).expect("takes");
    let bytes = draft.put_text(format!("We have your message {number}.").as_bytes()).expect("takes");
    let message_id = MessageId::new(&format!("{number}@example.org")).expect("id");
    let mut changes = Vec::new();
    if draft.contact(who).expect("reads").is_none() {
        let address = address(who.get()).into();
        changes.push(Change::ContactAdded { contact: who, address, name: format!("Customer {who}").into() });
    }
    changes.push(Change::TicketOpened(Opening {
        ticket,
        mailbox: mailbox(),
        requester: who,
        subject: format!("Re: printer\n{number}").into(),
        base_subject: "printer".to_owned().into(),
        language: Some("en".into()),
        unverified: number.is_multiple_of(3),
    }));
    changes.push(Change::Received(Receipt {
        place: Place::Imap { mailbox: mailbox(), folder: "INBOX".into(), validity: 1, uid: number },
        raw,
        message: Some(message_id.digest()),
        content: Some(Digest::of(&number.to_le_bytes())),
        size: 1234,
        kind: Kind::Human,
        matched_by: MatchedBy::None,
        proof: Proof::E0,
        sender_proof: SenderProof::E2,
        ticket: Some(ticket),
        disposition: Disposition::Opened,
    }));
    let entry = Entry {
        ticket,
        number: EntryNumber::new(1),
        at: at(number),
        author: Author::Customer(who),
        kind: EntryKind::Message,
        message_id: Some(message_id.into()),
        raw: Some(raw),
        text,
        attachments: vec!["photo {\"~\":1}.jpg".to_owned().into()],
        proof: Proof::E0,
        sender_proof: SenderProof::E2,
        flags: Default::default(),
        doubtful: false,
        moved_to: None,
    };
    changes.push(Change::EntryAdded { entry: Box::new(entry), refers: vec![Digest::of(b"another")] });
    let due = Due { at: at(number).plus(Span::from_hours(4)), who: None, note: None };
    changes.push(Change::DeadlineSet { ticket, kind: DeadlineKind::FirstResponse(0), due });
    changes.push(Change::LetterQueued { item: Box::new(letter_to(letter, who, ticket, vec![bytes], number)) });
    for change in changes {
        draft.apply(change, at(number)).expect("the change fits");
    }
    ticket
}

pub(super) fn letter_to(id: OutboxId, who: ContactId, ticket: TicketId, pieces: Vec<Digest>, number: u32) -> OutboxItem {
    OutboxItem {
        id,
        kind: LetterKind::Received,
        ticket: Some(ticket),
        entry: Some(EntryNumber::new(1)),
        seen: None,
        contact: who,
        to: address(who.get()).into(),
        mailbox: mailbox(),
        envelope: Envelope::Null,
        message_id: MessageId::new(&format!("{id}@desk.example.net")).expect("id").into(),
        pieces,
        state: LetterState::Queued,
        attempts: 0,
        queued_at: at(number),
        next_at: at(number),
        last: None,
    }
}

pub(super) fn finish<D: Disk, K: Keyspace>(draft: Draft<'_, D, K>, number: u32) -> Result<Drafted, StoreError> {
    draft.finish(Actor::Customer(contact(number)), &Cause::Message(Digest::of(b"raw")), at(number), settings())
}

pub(super) fn drafted<D: Disk, K: Keyspace>(store: &Store<D, K>, number: u32) -> Drafted {
    let mut draft = store.draft();
    fill_ticket(&mut draft, number);
    finish(draft, number).expect("finishes")
}

/// Accepts a plan that opens a ticket.
pub(super) fn open_ticket<D: Disk, K: Keyspace>(store: &mut Store<D, K>, number: u32) -> TicketId {
    let mut draft = store.draft();
    let ticket = fill_ticket(&mut draft, number);
    let drafted = finish(draft, number).expect("finishes");
    store.accept(drafted).expect("accepts");
    ticket
}

/// Accepts a plan of one change.
pub(super) fn change<D: Disk, K: Keyspace>(store: &mut Store<D, K>, number: u32, change: Change) {
    let mut draft = store.draft();
    draft.apply(change, at(number)).expect("the change fits");
    let drafted = draft.finish(Actor::Admin, &Cause::Command("test".into()), at(number), settings()).expect("finishes");
    store.accept(drafted).expect("accepts");
}

/// A plan that only brings a text, which no record names.
pub(super) fn draft_text<D: Disk, K: Keyspace>(mut draft: Draft<'_, D, K>, text: &[u8]) -> Drafted {
    draft.put_text(text).expect("takes");
    finish(draft, 1).expect("finishes")
}

pub(super) fn verify_clean<D: Disk, K: Keyspace>(store: &Store<D, K>) {
    let report = store.verify(&mut |_| {}).expect("verify runs");
    assert!(report.is_clean(), "{:#?}", report.problems);
}
