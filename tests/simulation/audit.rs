//! The auditors: what must be true of every world, whatever happened in it.
//!
//! They trust nobody's word: they read the journal, the mailboxes' own lists of what they ever showed, and the relay's own list
//! of what it ever took.

use std::collections::{BTreeMap, BTreeSet};

use maildesk::base::{ContactId, Digest, MailboxName, OutboxId, Seq, Span, TicketId, Timestamp};
use maildesk::domain::{
    Author, Cause, Change, DeadlineKind, Disposition, LetterKind, LetterState, OutboxItem, Place, QuarantineReason, Rows,
    contact_now,
};
use maildesk::store::{JournalRecord, Queries};

use super::house;
use super::world::{Delivered, World};

/// Everything holds together, and the state is what the journal says.
pub(super) fn store_is_clean(world: &mut World) {
    match world.machine.store().verify(&mut |_| {}) {
        Ok(report) => {
            world.wrong.extend(report.problems.iter().take(3).map(|problem| format!("verify: {problem}")));
        }
        Err(error) => world.wrong.push(format!("verify fails: {error}")),
    }
}

/// In calm nothing that is due is left over at the end of a turn.
pub(super) fn nothing_is_overdue(world: &mut World) {
    let due = world.machine.store().view().due_deadlines(world.now, 1).expect("the store reads");
    world.wrong.extend(due.iter().map(|(at, ticket, kind)| format!("{kind} of {ticket} was due at {at} and has not fired")));
}

/// In the end every message has been taken in and filed.
pub(super) fn mailboxes_are_empty(world: &mut World) {
    let left = world.unfiled();
    if left > 0 {
        world.wrong.push(format!("{left} messages still lie in `new`"));
    }
}

/// What a world came to, without numbers that a crash may change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    /// Of each message what became of it.
    pub(super) dispositions: BTreeMap<(MailboxName, String), String>,
    /// Of each ticket where it stands and what it is made of.
    pub(super) tickets: BTreeMap<TicketId, Vec<String>>,
    /// The letters, sorted.
    pub(super) letters: Vec<String>,
}

/// What sorts of things happened, so that a run can be asked whether it met what it is for.
pub(super) type Marks = BTreeSet<String>;

impl Summary {
    /// Where two of them differ, in words.
    pub(super) fn difference(&self, other: &Self) -> Vec<String> {
        let mut found = Vec::new();
        differ("message", &self.dispositions, &other.dispositions, &mut found);
        differ("ticket", &self.tickets, &other.tickets, &mut found);
        let count = |letters: &[String]| {
            let mut counts: BTreeMap<String, u32> = BTreeMap::new();
            letters.iter().for_each(|letter| *counts.entry(letter.clone()).or_default() += 1);
            counts
        };
        differ("letters", &count(&self.letters), &count(&other.letters), &mut found);
        found
    }
}

fn differ<K: Ord + std::fmt::Debug, V: PartialEq + std::fmt::Debug>(
    what: &str,
    with: &BTreeMap<K, V>,
    without: &BTreeMap<K, V>,
    found: &mut Vec<String>,
) {
    let keys: BTreeSet<&K> = with.keys().chain(without.keys()).collect();
    for key in keys {
        let (with, without) = (with.get(key), without.get(key));
        if with != without {
            found.push(format!("{what} {key:?}: with crashes {with:?}, without {without:?}"));
        }
    }
}

/// Audits a world that has come to rest.
pub(super) fn all(world: &mut World) -> (Summary, Marks) {
    store_is_clean(world);
    let audit = Audit::new(world);
    let mut wrong = Vec::new();
    audit.one_disposition(&mut wrong);
    audit.letters_arrive(&mut wrong);
    audit.automatic_mail_is_bounded(&mut wrong);
    audit.machines_are_not_answered(&mut wrong);
    audit.deadlines_fire_once(&mut wrong);
    audit.nobody_else_is_written_to(&mut wrong);
    audit.staff_stay_unknown(&mut wrong);
    audit.contacts_are_whole(&mut wrong);
    let (summary, marks) = (audit.summary(), audit.marks());
    world.wrong.append(&mut wrong);
    world.wrong.append(&mut world.machine.wrong);
    world.wrong.append(&mut world.relay.wrong);
    (summary, marks)
}

/// A letter when it was queued.
struct Queued<'a> {
    at: Timestamp,
    settings: Digest,
    item: &'a OutboxItem,
    because_of: Option<Digest>,
}

struct Audit<'a> {
    world: &'a World,
    records: Vec<JournalRecord>,
    /// What lay in the mailboxes, by raw bytes.
    by_raw: BTreeMap<Digest, &'a Delivered>,
}

impl<'a> Audit<'a> {
    fn new(world: &'a World) -> Self {
        let mut records: Vec<JournalRecord> = Vec::new();
        loop {
            let next = records.last().map_or(Seq::new(1), |record| record.seq.next());
            let piece = world.machine.store().view().records(next, 500).expect("the journal reads");
            if piece.is_empty() {
                break;
            }
            records.extend(piece);
        }
        let by_raw = world.delivered.values().map(|message| (message.raw, message)).collect();
        Self { world, records, by_raw }
    }

    fn changes(&self) -> impl Iterator<Item = (&JournalRecord, &Change)> {
        self.records.iter().flat_map(|record| record.changes.iter().map(move |change| (record, change)))
    }

    fn queued(&self) -> impl Iterator<Item = Queued<'_>> {
        self.changes().filter_map(|(record, change)| match change {
            Change::LetterQueued { item } => {
                let because_of = match &record.cause {
                    Cause::Message(raw) => Some(*raw),
                    _ => None,
                };
                Some(Queued { at: record.at, settings: record.settings, item, because_of })
            }
            _ => None,
        })
    }

    /// (1) Each message at each place has one disposition, nothing that a mailbox showed is lost or made up, and its bytes lie
    /// in the spool.
    fn one_disposition(&self, wrong: &mut Vec<String>) {
        let mut receipts: BTreeMap<Place, Vec<Digest>> = BTreeMap::new();
        for (record, change) in self.changes() {
            let Change::Received(receipt) = change else { continue };
            receipts.entry(receipt.place.clone()).or_default().push(receipt.raw);
            if matches!(receipt.disposition, Disposition::Quarantined { reason: QuarantineReason::Panicked, .. }) {
                wrong.push(format!("record {}: deciding on {:?} panicked", record.seq, receipt.place));
            }
        }
        for ((mailbox, unique), message) in &self.world.delivered {
            let place = Place::Maildir { mailbox: mailbox.clone(), unique: unique.clone() };
            match receipts.remove(&place).as_deref() {
                Some([raw]) if *raw == message.raw => {
                    let kept = self.world.machine.store().view().text(*raw);
                    if kept.ok().as_ref() != Some(&message.bytes) {
                        wrong.push(format!("the spool does not have the bytes of {place:?}"));
                    }
                }
                Some(found) => wrong.push(format!("{place:?} has the dispositions of {found:?}")),
                None => wrong.push(format!("{place:?} has no disposition")),
            }
        }
        let made_up = receipts.keys().filter(|place| !matches!(place, Place::Quarantine { .. }));
        wrong.extend(made_up.map(|place| format!("{place:?} has a disposition and was never there")));
    }

    /// (3) Every letter was taken by the relay, or has failed with an event; more than once only if it was in doubt.
    fn letters_arrive(&self, wrong: &mut Vec<String>) {
        let (mut claims, mut doubts) = (BTreeMap::<OutboxId, u64>::new(), BTreeMap::<OutboxId, u64>::new());
        let mut ends: BTreeMap<OutboxId, LetterState> = BTreeMap::new();
        for (_, change) in self.changes() {
            match change {
                Change::LettersClaimed { letters } => letters.iter().for_each(|letter| *claims.entry(*letter).or_default() += 1),
                Change::LetterInDoubt { letter, .. } => *doubts.entry(*letter).or_default() += 1,
                Change::LetterSent { letter, .. } => drop(ends.insert(*letter, LetterState::Sent)),
                Change::LetterFailed { letter, .. } => drop(ends.insert(*letter, LetterState::Failed)),
                Change::LetterExpired { letter } => drop(ends.insert(*letter, LetterState::Expired)),
                // What was overtaken, or was for somebody who has left, is withdrawn.
                Change::LetterDropped { letter } => drop(ends.insert(*letter, LetterState::Dropped)),
                _ => {}
            }
        }
        let mut known = BTreeSet::new();
        for Queued { item, .. } in self.queued() {
            let id = item.message_id.known().map(ToString::to_string).unwrap_or_default();
            let (letter, taken) = (item.id, self.world.relay.taken.get(&id));
            let times = taken.map_or(0, |taken| taken.times);
            let doubts = doubts.get(&letter).copied().unwrap_or_default();
            match ends.get(&letter) {
                Some(LetterState::Sent) if times == 0 => wrong.push(format!("letter {letter} is said to be sent and was not")),
                None => wrong.push(format!("letter {letter} is still waiting in the end")),
                _ => {}
            }
            if times > 1 + doubts {
                wrong.push(format!("letter {letter} was taken {times} times and was in doubt {doubts} times"));
            }
            let tries = self.world.relay.tries.get(&id).copied().unwrap_or_default();
            if tries > claims.get(&letter).copied().unwrap_or_default() {
                wrong.push(format!("letter {letter} was tried {tries} times without being claimed as often"));
            }
            if let Some(taken) = taken {
                let view = self.world.machine.store().view();
                let bytes: Vec<u8> = item.pieces.iter().flat_map(|piece| view.text(*piece).unwrap_or_default()).collect();
                if bytes != taken.shipment.bytes || item.to.known() != Some(&taken.shipment.to) {
                    wrong.push(format!("letter {letter} was not sent as it stands in the outbox"));
                }
            }
            known.insert(id);
        }
        let unknown = self.world.relay.taken.keys().filter(|id| !known.contains(*id));
        wrong.extend(unknown.map(|id| format!("the relay has a letter {id} that the journal does not know")));
    }

    /// (4) Automatic mail to customers keeps within its bounds.
    fn automatic_mail_is_bounded(&self, wrong: &mut Vec<String>) {
        let subjects: BTreeMap<TicketId, String> = self
            .changes()
            .filter_map(|(_, change)| match change {
                Change::TicketOpened(opening) => Some((opening.ticket, opening.base_subject.text().to_owned())),
                _ => None,
            })
            .collect();
        let mut by_address: BTreeMap<ContactId, Vec<Timestamp>> = BTreeMap::new();
        let mut by_domain: BTreeMap<String, Vec<Timestamp>> = BTreeMap::new();
        let mut by_subject: BTreeMap<(ContactId, &str), Vec<Timestamp>> = BTreeMap::new();
        let mut by_ticket: BTreeMap<(ContactId, Option<TicketId>), Vec<Timestamp>> = BTreeMap::new();
        for Queued { at, item, .. } in self.queued() {
            let domain = item.to.known().map(|to| to.domain().to_owned()).unwrap_or_default();
            let subject = item.ticket.and_then(|ticket| subjects.get(&ticket)).map_or("", String::as_str);
            if item.kind == LetterKind::Received {
                let bound = if domain == "gmail.com" { 300 } else { 30 };
                bounded("acknowledgements to one address", &mut by_address, item.contact, at, (3, Span::from_hours(24)), wrong);
                bounded("acknowledgements to one domain", &mut by_domain, domain, at, (bound, Span::from_hours(1)), wrong);
                let key = (item.contact, subject);
                bounded("acknowledgements of one subject", &mut by_subject, key, at, (1, Span::from_days(7)), wrong);
            }
            if item.kind.is_for_customer() && !item.kind.is_written_by_person() {
                let key = (item.contact, item.ticket);
                bounded("automatic mails of one ticket", &mut by_ticket, key, at, (6, Span::from_hours(24)), wrong);
            }
        }
    }

    /// (4) Whoever says that it is a machine gets no automatic mail for what it wrote.
    fn machines_are_not_answered(&self, wrong: &mut Vec<String>) {
        for Queued { item, because_of, .. } in self.queued() {
            let message = because_of.and_then(|raw| self.by_raw.get(&raw));
            if let Some(message) = message.filter(|message| message.is_marked && item.kind.is_for_customer()) {
                wrong.push(format!("{} was sent to {} because of the automatic {:?}", item.kind, message.from, message.key));
            }
        }
    }

    /// (5) A deadline fires only while it is set, and so at most once.
    fn deadlines_fire_once(&self, wrong: &mut Vec<String>) {
        let mut set: BTreeSet<(TicketId, DeadlineKind)> = BTreeSet::new();
        for (record, change) in self.changes() {
            match change {
                Change::DeadlineSet { ticket, kind, .. } => drop(set.insert((*ticket, *kind))),
                Change::DeadlineCleared { ticket, kind, .. } => drop(set.remove(&(*ticket, *kind))),
                Change::DeadlineFired { ticket, kind } if !set.remove(&(*ticket, *kind)) => {
                    wrong.push(format!("record {}: {kind} of {ticket} fired and was not set", record.seq));
                }
                _ => {}
            }
        }
    }

    /// (8) Mail goes to those who wrote, and to those who belong to the staff at that time.
    fn nobody_else_is_written_to(&self, wrong: &mut Vec<String>) {
        let wrote: BTreeSet<String> = self.world.delivered.values().map(|message| message.from.to_lowercase()).collect();
        for Queued { settings, item, .. } in self.queued() {
            let to = item.to.known().map(|to| to.key()).unwrap_or_default();
            let staff = self.world.staff_of.get(&settings);
            let is_staff = to == house::OPERATOR || staff.is_some_and(|staff| staff.contains(&to));
            let may = if item.kind.is_for_customer() { is_staff || wrote.contains(&to) } else { is_staff };
            if !may {
                wrong.push(format!("letter {} ({}) of {:?} goes to {to}", item.id, item.kind, item.ticket));
            }
        }
    }

    /// (8) A customer never reads an agent's address, nor the reply address of an agent.
    fn staff_stay_unknown(&self, wrong: &mut Vec<String>) {
        let staff: Vec<String> = house::staff_names().map(house::staff_address).collect();
        let taken = || self.world.relay.taken.values();
        let is_staff = |to: &str| staff.iter().any(|address| address == to) || to == house::OPERATOR;
        let tokens: BTreeSet<String> = taken()
            .filter(|taken| is_staff(&taken.letter.to))
            .map(|taken| taken.letter.reply_to())
            .filter(|to| is_token(to))
            .collect();
        for taken in taken().filter(|taken| !is_staff(&taken.letter.to)) {
            let mail = taken.letter.read();
            let html = mail.html_text.as_deref().unwrap_or_default();
            let fields = mail.headers.iter().filter(|(name, _)| !matches!(name.as_str(), "References" | "In-Reply-To"));
            let head: Vec<&str> = fields.map(|(_, value)| value.as_str()).collect();
            let all = [mail.text.as_str(), html, &head.join("\n")].join("\n");
            for secret in staff.iter().chain(&tokens).filter(|secret| all.contains(secret.as_str())) {
                wrong.push(format!("the letter {} to {} shows {secret}", taken.shipment.letter, taken.letter.to));
            }
        }
    }

    /// Every address leads to the one contact that has it, and no ticket is a contact's that was merged into another.
    fn contacts_are_whole(&self, wrong: &mut Vec<String>) {
        let view = self.world.machine.store().view();
        let contact = |id| view.contact(id).expect("the store reads");
        let last = view.counters().expect("the store reads").unwrap_or_default().contact;
        for row in (1..=last.get()).filter_map(|number| contact(ContactId::new(number))) {
            let owner = row.merged_into.map_or(row.id, |_| contact_now(&view, row.id).expect("the store reads"));
            for address in row.addresses.iter().filter_map(|address| address.known()) {
                let leads_to = view.contact_of_address(address.key()).expect("the store reads");
                if leads_to != Some(owner) {
                    wrong.push(format!("{address} is an address of {} and leads to {leads_to:?}", row.id));
                }
            }
            let into = row.merged_into.and_then(contact);
            if into.is_some_and(|into| !into.merged.contains(&row.id)) {
                wrong.push(format!("{} was merged into {:?}, which does not know of it", row.id, row.merged_into));
            }
        }
        for ticket in view.tickets(None, TicketId::new(0), usize::MAX).expect("the store reads") {
            for person in ticket.participants.iter().chain([&ticket.requester]) {
                if contact(*person).is_none_or(|row| row.merged_into.is_some()) {
                    wrong.push(format!("{} belongs to {person}, who is somebody else by now", ticket.id));
                }
            }
        }
    }

    fn marks(&self) -> Marks {
        let mut marks = Marks::new();
        for (_, change) in self.changes() {
            let mark = match change {
                Change::Received(receipt) => {
                    marks.insert(format!("found by {}", receipt.matched_by.as_str()));
                    marks.insert(format!("kind {}", receipt.kind.as_str()));
                    match &receipt.disposition {
                        Disposition::Quarantined { reason, .. } => format!("set aside: {reason}"),
                        disposition => disposition.as_str().to_owned(),
                    }
                }
                Change::LetterQueued { item } => format!("letter {}", item.kind),
                Change::Commanded { command, .. } => format!("command {}", command.text().split(' ').next().unwrap_or_default()),
                Change::LetterWithheld { because, .. } => format!("withheld: {because}"),
                Change::Refused { because, .. } => format!("refused: {because}"),
                Change::DeadlineFired { kind, .. } => format!("fired {}", kind.family()),
                Change::LetterFailed { .. } => "letter failed".to_owned(),
                Change::LetterDeferred { .. } => "letter deferred".to_owned(),
                Change::LetterInDoubt { .. } => "letter in doubt".to_owned(),
                Change::QuarantineReleased { .. } => "released".to_owned(),
                Change::ContactsMerged { .. } => "contacts merged".to_owned(),
                Change::ContactsParted { .. } => "contacts parted".to_owned(),
                Change::Struck { .. } => "struck".to_owned(),
                Change::Reopened { .. } => "reopened".to_owned(),
                Change::Linked { .. } => "linked".to_owned(),
                _ => continue,
            };
            marks.insert(mark);
        }
        marks
    }

    fn summary(&self) -> Summary {
        let view = self.world.machine.store().view();
        let mut summary = Summary::default();
        for (_, change) in self.changes() {
            if let Change::Received(receipt) = change
                && let Place::Maildir { mailbox, unique } = &receipt.place
            {
                let became = format!("{} {:?}", receipt.disposition.as_str(), receipt.ticket);
                summary.dispositions.insert((mailbox.clone(), unique.clone()), became);
            }
        }
        for ticket in view.tickets(None, TicketId::new(0), usize::MAX).expect("the store reads") {
            let mut lines = vec![format!("{} {} {:?}", ticket.status, ticket.priority, ticket.assignee)];
            for entry in view.entries(ticket.id).expect("the store reads") {
                let author = match entry.author {
                    Author::Customer(_) => "customer",
                    Author::Staff(_) => "staff",
                    Author::Desk => "desk",
                };
                let message = entry.raw.and_then(|raw| self.by_raw.get(&raw));
                lines.push(format!("{author} {:?} {}", entry.kind, message.map_or("?", |message| &message.key)));
            }
            summary.tickets.insert(ticket.id, lines);
        }
        // What is due is told in rounds, at most one in a while: a death in between moves it into another round.
        let in_rounds = [LetterKind::Reminder, LetterKind::Escalation, LetterKind::DueList];
        summary.letters = self
            .queued()
            .filter(|queued| !in_rounds.contains(&queued.item.kind))
            .map(|queued| {
                let to = queued.item.to.known().map(ToString::to_string).unwrap_or_default();
                // Who hears of a departure depends on whether the settings before it are still at hand: after a crash they are not.
                let to = if queued.item.kind == LetterKind::Departure { "whom it concerns".to_owned() } else { to };
                format!("{} to {to} of {:?}", queued.item.kind, queued.item.ticket)
            })
            .collect();
        summary.letters.sort();
        summary
    }
}

/// Notes one more; says so where there are more than the bound within the span that ends now. What was counted while the clock
/// ran ahead counts too.
fn bounded<K: Ord + Clone + std::fmt::Debug>(
    what: &str,
    counts: &mut BTreeMap<K, Vec<Timestamp>>,
    key: K,
    at: Timestamp,
    (bound, within): (usize, Span),
    wrong: &mut Vec<String>,
) {
    let times = counts.entry(key.clone()).or_default();
    times.push(at);
    let from = at.minus(within);
    let recent = times.iter().filter(|then| **then > from).count();
    if recent > bound {
        wrong.push(format!("{recent} {what} ({key:?}) within {within} at {at}"));
    }
}

/// A reply address with a token in it.
fn is_token(address: &str) -> bool {
    address.contains("+r1") || address.ends_with(house::REPLY_DOMAIN)
}
