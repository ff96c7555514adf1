//! The desk: inputs in, answers out, one commit a group between them.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::base::{ContactId, Digest, EmailAddress, MailboxName, OutboxId, Seq, TicketId, Timestamp, limit};
use crate::decide::{AttemptResult, ClockFacts, MailboxHealth, clock, delivery, in_doubt};
use crate::domain::{
    Actor, Asking, Cause, Change, Cursor, Disposition, Envelope, Letter, LetterKind, LetterNote, LetterState, Notice, Place,
    Plan, Rows,
};
use crate::mail::{Keyring, OwnMarks};
use crate::notify::Templates;
use crate::policy::{Policy, Roster};
use crate::store::{Disk, Keyspace, Queries, Store};

use super::ahead::{self, Arriving, ReadMail};
use super::ask::{Answer, Hits, Question};
use super::error::DeskError;
use super::follow::Follower;
use super::gather;
use super::probe;
use super::receive::{self, Taken, carry_out};

pub(super) mod asking;
mod day;
mod membership;
mod morning;
mod order;
mod person;
mod round;
mod staff;

/// The settings one input runs under, as a whole.
#[derive(Debug)]
pub struct DeskSettings {
    /// The policy.
    pub policy: Policy,
    /// The words.
    pub templates: Arc<Templates>,
    /// The secret keys.
    pub keys: Keyring,
    /// Which settings these are, for the journal.
    pub fingerprint: Digest,
    /// Who is who among the staff; the desk fills it when it takes the settings on.
    pub roster: Roster,
    /// The mailboxes' addresses.
    pub own_addresses: Vec<EmailAddress>,
    /// What our mail carries in X-Loop.
    pub loop_mark: String,
    /// List-Id of the queue's notifications.
    pub list_id: String,
    /// Mailboxes whose plus addresses have been found to work; the desk fills it.
    pub plus_proven: BTreeSet<MailboxName>,
}

impl DeskSettings {
    /// Joins what `config` has checked; the roster is still empty.
    pub fn new(policy: Policy, templates: Arc<Templates>, keys: Keyring, fingerprint: Digest) -> Self {
        let own_addresses = policy.mailboxes.values().map(|mailbox| mailbox.address.clone()).collect();
        let loop_mark = keys.loop_mark(&policy.desk.domain);
        let list_id = format!("queue.{}", policy.desk.domain);
        Self {
            policy,
            templates,
            keys,
            fingerprint,
            roster: Roster::default(),
            own_addresses,
            loop_mark,
            list_id,
            plus_proven: BTreeSet::new(),
        }
    }

    /// What tells our own mail when it comes back.
    pub(super) fn own_marks(&self) -> OwnMarks {
        OwnMarks { addresses: self.own_addresses.clone(), loop_marks: vec![self.loop_mark.clone()] }
    }
}

/// A message that was fetched.
#[derive(Clone, PartialEq, Eq)]
pub struct Fetched {
    /// Where it lies.
    pub place: Place,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Fetched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fetched({:?}, {} bytes)", self.place, self.bytes.len())
    }
}

/// Everything that can make the desk act.
#[derive(Debug)]
pub enum Input {
    /// A message was fetched.
    Arrived(Fetched),
    /// Time has passed.
    Tick,
    /// Somebody can send up to so many letters.
    Claim {
        /// At most so many.
        limit: usize,
    },
    /// Letters were tried.
    Attempted(Vec<(OutboxId, AttemptResult)>),
    /// Letters were claimed before the process ended; they are to be sent again.
    Recover,
    /// New settings.
    Settings(Box<DeskSettings>),
    /// How far a folder has been read.
    CursorOf {
        /// The mailbox.
        mailbox: MailboxName,
        /// The folder.
        folder: String,
    },
    /// Reading a folder begins, for the first time or anew after a change of its UIDVALIDITY. The operator is told of the latter.
    BeginAt {
        /// The mailbox.
        mailbox: MailboxName,
        /// The folder.
        folder: String,
        /// Where it begins.
        cursor: Cursor,
    },
    /// Somebody asks.
    Ask(Question),
    /// A mail server hands a message over.
    Delivered {
        /// The mailbox; none: the one it is addressed to.
        mailbox: Option<MailboxName>,
        /// All of it.
        bytes: Vec<u8>,
    },
    /// An edit of the settings was refused for these reasons; the operator is to know.
    SettingsRefused(Vec<String>),
    /// How the mailboxes do.
    Health(Vec<MailboxHealth>),
    /// Is anybody there?
    Knock,
}

/// What the desk answers, after the commit.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The message has its disposition; it may be filed.
    Recorded {
        /// Where it lay.
        place: Place,
        /// Its disposition.
        disposition: Disposition,
        /// Its ticket.
        ticket: Option<TicketId>,
        /// Everything recorded of it; empty where it had been recorded before.
        changes: Vec<Change>,
    },
    /// So many deadlines were worked off; whether more are due now, and when the next is.
    Ticked {
        /// Worked off.
        fired: usize,
        /// When to come again.
        next: Option<Timestamp>,
    },
    /// Letters to be sent.
    Claimed {
        /// With their bytes.
        shipments: Vec<Shipment>,
        /// When to come again.
        next: Option<Timestamp>,
    },
    /// How far a folder has been read; none: never yet.
    Cursor(Option<Cursor>),
    /// Done.
    Done,
    /// The settings count; what has become of the work of those who have left, in a few words each.
    TakenOn(Vec<String>),
    /// What was asked.
    Answer(Answer),
}

/// A letter ready to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Shipment {
    /// Which.
    pub letter: OutboxId,
    /// Envelope sender; none is the null path.
    pub from: Option<EmailAddress>,
    /// Envelope recipient.
    pub to: EmailAddress,
    /// The message.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Shipment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shipment({}, {} bytes)", self.letter, self.bytes.len())
    }
}

/// What taking a message in came to.
enum TakenIn {
    Done(Reply),
    /// The index is to be asked first.
    Asks(Vec<Asking>),
}

/// What the index says to questions that came by mail.
pub(super) type Answers = BTreeMap<String, Hits>;

/// The one writer.
#[derive(Debug)]
pub struct Desk<D: Disk, K: Keyspace> {
    store: Store<D, K>,
    settings: DeskSettings,
    /// Messages that are still to be read one at a time, each named before it is parsed, because the last run ended uncleanly.
    caution: usize,
    /// The first message of an IMAP folder that could not be taken in, by mailbox and folder.
    held_back: BTreeMap<(MailboxName, String), u32>,
    /// How the mailboxes do, as was heard last.
    health: Vec<MailboxHealth>,
    /// The problems of the settings that the operator was told of last.
    refused: Option<Vec<String>>,
    /// The full-text index, if this desk has one.
    follower: Option<Follower>,
    /// Before that nobody's morning begins; none: not known.
    next_morning: Option<Timestamp>,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Takes a store and settings on. `unclean`: the last run ended without closing the store.
    ///
    /// # Errors
    /// [`DeskError`] when the store fails.
    pub fn open(store: Store<D, K>, settings: DeskSettings, unclean: bool, now: Timestamp) -> Result<Self, DeskError> {
        let caution = if unclean { limit::GROUP_PLANS.saturating_mul(settings.policy.mailboxes.len()) } else { 0 };
        let (held_back, health) = (BTreeMap::new(), Vec::new());
        let mut desk = Self { store, settings, caution, held_back, health, refused: None, follower: None, next_morning: None };
        desk.know_staff(now)?;
        desk.probe(now)?;
        desk.meet_staff(None, now)?;
        Ok(desk)
    }

    /// The settings it works under.
    pub const fn settings(&self) -> &DeskSettings {
        &self.settings
    }

    /// The store, for reading.
    pub const fn store(&self) -> &Store<D, K> {
        &self.store
    }

    /// Closes the store cleanly.
    ///
    /// # Errors
    /// [`DeskError`] when the store fails.
    pub fn close(self) -> Result<(), DeskError> {
        self.store.close().map_err(DeskError::Store)
    }

    /// Gives the store back without closing it.
    pub fn into_store(self) -> Store<D, K> {
        self.store
    }

    /// Works a group of inputs off: each is decided over what the ones before it did, then all become durable together.
    ///
    /// # Errors
    /// A [`DeskError::Store`] means that nothing may go on; every other failure is an answer of its own input.
    pub fn work(&mut self, inputs: Vec<Input>, now: Timestamp) -> Result<Vec<Result<Reply, DeskError>>, DeskError> {
        let mut replies = Vec::with_capacity(inputs.len());
        let mut inputs = inputs.into_iter().peekable();
        while let Some(input) = inputs.next() {
            let Input::Arrived(first) = input else {
                replies.push(bearable(self.stage(input, now))?);
                continue;
            };
            let mut messages = vec![first];
            while let Some(Input::Arrived(next)) = inputs.next_if(|next| matches!(next, Input::Arrived(_))) {
                messages.push(next);
            }
            self.arrivals(messages, &mut replies, now)?;
        }
        self.store.commit()?;
        Ok(replies)
    }

    /// Messages one after the other, read ahead where that pays and none of them may be poison.
    fn arrivals(
        &mut self,
        messages: Vec<Fetched>,
        replies: &mut Vec<Result<Reply, DeskError>>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let own = self.settings.own_marks();
        let zone = self.settings.policy.calendar.zone().clone();
        let namer = self.store.namer();
        let mut take = |desk: &mut Self, arriving: &Arriving, mail| {
            replies.push(bearable(desk.arrived(arriving, mail, now))?);
            // Letters may carry more than came in; the replies are given after the last commit all the same.
            if desk.store.group_bytes() >= limit::GROUP_BYTES {
                desk.store.commit()?;
            }
            Ok(())
        };
        if self.caution > 0 || messages.len() < 2 {
            return messages.into_iter().try_for_each(|fetched| take(self, &Arriving::new(fetched, &namer), None));
        }
        ahead::each(messages, &namer, &own, &zone, |arriving, mail| take(self, arriving, mail))
    }

    fn stage(&mut self, input: Input, now: Timestamp) -> Result<Reply, DeskError> {
        match input {
            Input::Arrived(fetched) => self.arrived(&Arriving::new(fetched, &self.store.namer()), None, now),
            Input::Tick => self.tick(now),
            Input::Claim { limit } => self.claim(limit, now),
            Input::Attempted(results) => {
                for (letter, result) in results {
                    self.attempted(letter, &result, now)?;
                }
                Ok(Reply::Done)
            }
            Input::Recover => self.recover(now),
            Input::Settings(settings) => self.take_on(*settings, now),
            Input::CursorOf { mailbox, folder } => {
                self.held_back.remove(&(mailbox.clone(), folder.clone()));
                Ok(Reply::Cursor(self.store.draft().cursor(mailbox, folder)?))
            }
            Input::BeginAt { mailbox, folder, cursor } => self.begin_at(mailbox, folder, cursor, now),
            Input::Ask(question) => self.ask(question, now),
            Input::Delivered { mailbox, bytes } => self.delivered(mailbox, bytes, now),
            Input::SettingsRefused(problems) => self.settings_refused(problems, now),
            Input::Health(health) => {
                self.health = health;
                Ok(Reply::Done)
            }
            Input::Knock => Ok(Reply::Done),
        }
    }

    /// Takes new settings on, all or none of them.
    fn take_on(&mut self, settings: DeskSettings, now: Timestamp) -> Result<Reply, DeskError> {
        let before = std::mem::replace(&mut self.settings, settings);
        let met = self.know_staff(now).and_then(|()| self.probe(now)).and_then(|()| self.meet_staff(Some(&before), now));
        match met {
            Err(error) => {
                self.settings = before;
                Err(error)
            }
            Ok(words) => {
                self.refused = None;
                self.next_morning = None;
                Ok(Reply::TakenOn(words))
            }
        }
    }

    fn begin_at(&mut self, mailbox: MailboxName, folder: String, cursor: Cursor, now: Timestamp) -> Result<Reply, DeskError> {
        let draft = self.store.draft();
        let known = draft.cursor(mailbox.clone(), folder.clone())?;
        let mut plan = Plan::default();
        // A folder that has been read before begins again only when it was numbered anew, or set back under the same UIDVALIDITY.
        if known.is_some() {
            let notice = Notice::MailboxRenumbered { mailbox: mailbox.clone(), folder: folder.clone(), messages: cursor.rescan };
            let operator = draft.contact_of_address(self.settings.policy.desk.operator.key())?;
            plan.letters.extend(operator.map(|operator| to_operator(operator, vec![notice])));
        }
        plan.changes.push(Change::CursorBegun { mailbox, folder, cursor });
        let drafted = carry_out(draft, &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        Ok(Reply::Done)
    }

    /// Takes one message in. A cursor never passes a message that has no disposition: what follows it in its folder is refused
    /// until that message was taken in, or until the folder is opened anew.
    fn arrived(&mut self, arriving: &Arriving, mail: Option<ReadMail>, now: Timestamp) -> Result<Reply, DeskError> {
        let Place::Imap { mailbox, folder, uid, .. } = &arriving.place else { return self.take_in(arriving, mail, now) };
        let key = (mailbox.clone(), folder.clone());
        if self.held_back.get(&key).is_some_and(|held| held < uid) {
            return Err(DeskError::Refused("a message before it in its folder could not be taken in".to_owned()));
        }
        let reply = self.take_in(arriving, mail, now);
        if reply.is_err() {
            self.held_back.insert(key, *uid);
        } else {
            self.held_back.remove(&key);
        }
        reply
    }

    fn take_in(&mut self, arriving: &Arriving, mut mail: Option<ReadMail>, now: Timestamp) -> Result<Reply, DeskError> {
        let mut poisoned = false;
        // Who releases a message has decided that it is to be read, whatever it did before.
        if self.caution > 0 && !matches!(arriving.place, Place::Quarantine { .. }) {
            poisoned = self.strike(arriving, now)?;
            self.caution = self.caution.saturating_sub(1);
        }
        let mut answers = Answers::new();
        loop {
            match self.take_in_once(arriving, poisoned, mail.take(), &answers, now)? {
                TakenIn::Done(reply) => return Ok(reply),
                // Decided once more, over the same state: this time with what the index says.
                TakenIn::Asks(asked) => answers.extend(self.answers(asked)?),
            }
        }
    }

    fn take_in_once(
        &mut self,
        arriving: &Arriving,
        poisoned: bool,
        mail: Option<ReadMail>,
        answers: &Answers,
        now: Timestamp,
    ) -> Result<TakenIn, DeskError> {
        let draft = self.store.draft();
        let settings = &self.settings;
        // A plan that panics drops its own draft alone. The message is then set aside unread, so that the next one flows.
        let taken = catch_unwind(AssertUnwindSafe(|| receive::receive(draft, settings, arriving, poisoned, mail, answers, now)));
        let taken = match taken {
            Ok(Ok(taken)) => taken,
            // A plan that does not fit is a defect of ours just like a panic, and would not fit the next time either.
            Ok(Err(DeskError::Plan(_))) | Err(_) => {
                tracing::error!(place = ?arriving.place, "A message could not be decided on; it is set aside.");
                receive::set_aside_undecided(self.store.draft(), settings, arriving, now)?
            }
            Ok(Err(error)) => return Err(error),
        };
        match taken {
            Taken::Asks(asked) => Ok(TakenIn::Asks(asked)),
            Taken::Before(seen, moved) => {
                if let Some(drafted) = moved {
                    self.accept(*drafted)?;
                }
                // Where it lies now, not where it lay then: this place is what is filed.
                let place = arriving.place.clone();
                Ok(TakenIn::Done(Reply::Recorded {
                    place,
                    disposition: seen.disposition,
                    ticket: seen.ticket,
                    changes: Vec::new(),
                }))
            }
            Taken::Now(mut drafted) => {
                let changes = drafted.take_changes();
                self.store.accept(*drafted)?;
                if staff::are_about_people(&changes) {
                    self.know_persons()?;
                }
                if changes.iter().any(|change| matches!(change, Change::PlusProven { .. })) {
                    self.settings.plus_proven = probe::proven(&self.store.draft(), &self.settings)?;
                }
                if changes.iter().any(|change| matches!(change, Change::StaffConfirmed { .. })) {
                    self.know_staff(now)?;
                }
                let (disposition, ticket) = receive::disposition(&changes)
                    .map(|(disposition, ticket)| (disposition.clone(), ticket))
                    .ok_or_else(|| DeskError::Missing("a disposition".to_owned()))?;
                Ok(TakenIn::Done(Reply::Recorded { place: arriving.place.clone(), disposition, ticket, changes }))
            }
        }
    }

    /// Names a message durably before it is read. True once the same bytes have ended the process too often.
    fn strike(&mut self, arriving: &Arriving, now: Timestamp) -> Result<bool, DeskError> {
        self.store.commit()?;
        let mut draft = self.store.draft();
        let raw = arriving.raw.name();
        if draft.sighting(raw)?.is_some_and(|sighting| sighting.seen.iter().any(|seen| seen.place == arriving.place)) {
            return Ok(false);
        }
        if draft.strike(raw)?.unwrap_or_default().count >= limit::POISON_STRIKES {
            return Ok(true);
        }
        draft.apply(Change::Struck { raw }, now).map_err(DeskError::Plan)?;
        let drafted = draft.finish(Actor::Desk, &Cause::Message(raw), now, self.settings.fingerprint)?;
        self.accept(drafted)?;
        self.store.commit()?;
        Ok(false)
    }

    fn tick(&mut self, now: Timestamp) -> Result<Reply, DeskError> {
        self.probe(now)?;
        let due = self.store.draft().due_deadlines(now, limit::DUE_PER_TICK)?;
        let mut fired = 0_usize;
        let mut told = std::collections::BTreeSet::new();
        for (_, ticket, kind) in due {
            // One deadline of a ticket a turn: ten that fell due during an absence are not ten mails at once.
            if !told.insert(ticket) {
                continue;
            }
            let draft = self.store.draft();
            let Some(row) = draft.ticket(ticket)? else { continue };
            let domain = gather::domain_of(&draft, &row)?;
            let facts = ClockFacts {
                ticket: &row,
                domain: domain.as_deref(),
                counters: draft.counters()?.unwrap_or_default(),
                operator: draft.contact_of_address(self.settings.policy.desk.operator.key())?,
                policy: &self.settings.policy,
                roster: &self.settings.roster,
                now,
            };
            if let Some(plan) = clock(kind, &facts) {
                let drafted = carry_out(draft, &self.settings, plan, None, now)?;
                self.accept(drafted)?;
                fired = fired.saturating_add(1);
            }
        }
        if fired > 0 {
            // Who ticks comes again at once. People are told when all that is due now is known: one mail instead of ten.
            return Ok(Reply::Ticked { fired, next: Some(now) });
        }
        let rounds = self.tell_rounds(now)?;
        let mornings = self.tell_mornings(now)?;
        let told = self.tell_of_the_day(now)?;
        let people = self.look_after_people(now)?;
        let others = told.next.into_iter().chain(rounds.next).chain(mornings.next).chain(people.next);
        let next = self.store.draft().next_deadline()?.into_iter().chain(others).min();
        let fired = rounds.told.saturating_add(mornings.told).saturating_add(usize::from(told.is_told));
        Ok(Reply::Ticked { fired: fired.saturating_add(people.done), next })
    }

    fn claim(&mut self, most: usize, now: Timestamp) -> Result<Reply, DeskError> {
        let mut draft = self.store.draft();
        let mut shipments = Vec::new();
        for letter in draft.due_letters(now, most.min(limit::CLAIM_ITEMS))? {
            let Some(item) = draft.letter(letter)? else { continue };
            let Some(to) = item.to.known().cloned() else { continue };
            let mut bytes = Vec::new();
            for piece in &item.pieces {
                bytes.extend(draft.text(*piece)?);
            }
            let mailbox = self.settings.policy.mailboxes.get(&item.mailbox);
            let from = match item.envelope {
                Envelope::Null => None,
                Envelope::Mailbox => mailbox.map(|mailbox| mailbox.address.clone()),
            };
            shipments.push(Shipment { letter, from, to, bytes });
        }
        if !shipments.is_empty() {
            let letters = shipments.iter().map(|shipment| shipment.letter).collect();
            draft.apply(Change::LettersClaimed { letters }, now).map_err(DeskError::Plan)?;
        }
        let next = draft.next_letter_at()?;
        if !shipments.is_empty() {
            let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
            self.accept(drafted)?;
        }
        Ok(Reply::Claimed { shipments, next })
    }

    fn attempted(&mut self, letter: OutboxId, result: &AttemptResult, now: Timestamp) -> Result<(), DeskError> {
        let draft = self.store.draft();
        let Some(item) = draft.letter(letter)? else { return Ok(()) };
        let ticket = match item.ticket {
            Some(id) => draft.ticket(id)?,
            None => None,
        };
        let counters = draft.counters()?.unwrap_or_default();
        let operator = draft.contact_of_address(self.settings.policy.desk.operator.key())?;
        let parties = (&self.settings.policy, &self.settings.roster);
        if let Some(plan) = delivery(&item, result, ticket.as_ref(), counters, operator, parties, now) {
            let drafted = carry_out(draft, &self.settings, plan, None, now)?;
            self.accept(drafted)?;
        }
        Ok(())
    }

    /// What was claimed when the process ended is in doubt; it is sent again with equal bytes.
    fn recover(&mut self, now: Timestamp) -> Result<Reply, DeskError> {
        let claimed = self.store.draft().letters(Some(LetterState::Claimed), OutboxId::default(), usize::MAX)?;
        for item in claimed {
            let draft = self.store.draft();
            let plan = in_doubt(&item, draft.counters()?.unwrap_or_default(), now);
            let drafted = carry_out(draft, &self.settings, plan, None, now)?;
            self.accept(drafted)?;
        }
        Ok(Reply::Done)
    }

    /// Asks mailboxes whether their plus addresses work, where that is not known.
    fn probe(&mut self, now: Timestamp) -> Result<(), DeskError> {
        let mut draft = self.store.draft();
        self.settings.plus_proven = probe::proven(&draft, &self.settings)?;
        let due = probe::due(&draft, &self.settings, now)?;
        let operator = draft.contact_of_address(self.settings.policy.desk.operator.key())?;
        let (Some(operator), false) = (operator, due.is_empty()) else { return Ok(()) };
        for mailbox in &due {
            for change in probe::ask(&mut draft, &self.settings, mailbox, operator, now)? {
                draft.apply(change, now).map_err(DeskError::Plan)?;
            }
        }
        let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
        self.accept(drafted)?;
        self.store.commit()?;
        Ok(())
    }

    /// The last record of the journal.
    pub fn head(&self) -> Seq {
        self.store.sizes().last
    }
}

fn to_operator(operator: ContactId, notices: Vec<Notice>) -> Letter {
    let note = LetterNote { notices, ..LetterNote::default() };
    Letter { kind: LetterKind::Operator, to: operator, ticket: None, entry: None, note }
}

/// Only a failing store ends everything; any other failure is an answer.
fn bearable(outcome: Result<Reply, DeskError>) -> Result<Result<Reply, DeskError>, DeskError> {
    match outcome {
        Err(error @ DeskError::Store(_)) => Err(error),
        other => Ok(other),
    }
}
