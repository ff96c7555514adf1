//! The desk: inputs in, answers out, one commit a group between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, MailboxName, Seq, Timestamp, limit};
use crate::decide::{ClockFacts, MailboxHealth, clock};
use crate::domain::{Actor, Cause, Change, Cursor, DeadlineKind, Letter, LetterKind, LetterNote, Notice, Plan, Rows};
use crate::store::{Disk, Keyspace, Queries, Store};

use super::ahead::Arriving;
use super::ask::{Answer, Hits};
use super::error::DeskError;
use super::follow::Follower;
use super::gather;
use super::gauges::Gauges;
use super::input::{Input, Reply};
use super::measure::{Measures, Organisations};
use super::probe;
use super::receive::carry_out;
use super::settings::DeskSettings;
use super::trust;

mod alert;
pub(super) mod asking;
mod contact;
mod day;
mod forgetting;
mod intake;
mod membership;
mod morning;
mod order;
mod person;
mod report_letter;
mod report_schedule;
mod reporting;
mod review;
mod round;
mod sending;
mod staff;

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
    /// What was measured, if this desk was asked for it.
    measures: Option<Measures>,
    /// The report that is being counted.
    counting: Option<u32>,
    /// The organisations of customers, as far as they are collected for a report.
    organisations: Option<Organisations>,
    /// Before that nobody's morning begins; none: not known.
    next_morning: Option<Timestamp>,
    /// Before that no report is due; none: not known.
    next_report: Option<Timestamp>,
    /// Before that no tickets are drawn for reviews; none: not known.
    next_review: Option<Timestamp>,
    /// When it is looked next at what is watched; none: at once.
    next_look: Option<Timestamp>,
    /// Whoever counts was called for it.
    is_look_called: bool,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Takes a store and settings on. `unclean`: the last run ended without closing the store.
    ///
    /// # Errors
    /// [`DeskError`] when the store fails.
    pub fn open(store: Store<D, K>, settings: DeskSettings, unclean: bool, now: Timestamp) -> Result<Self, DeskError> {
        let caution = if unclean { limit::GROUP_PLANS.saturating_mul(settings.policy.mailboxes.len()) } else { 0 };
        let (held_back, health) = (BTreeMap::new(), Vec::new());
        let mut desk = Self {
            store,
            settings,
            caution,
            held_back,
            health,
            refused: None,
            follower: None,
            measures: None,
            counting: None,
            organisations: None,
            next_morning: None,
            next_report: None,
            next_review: None,
            next_look: None,
            is_look_called: false,
        };
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
    pub fn close(mut self) -> Result<(), DeskError> {
        self.measures.iter_mut().for_each(Measures::save);
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
            Input::Ask(question) => self.ask_masked(question, now),
            Input::Delivered { mailbox, bytes, signatures } => self.delivered(mailbox, bytes, signatures, now),
            Input::Unverified => self.unverified(),
            Input::Verified { id, signatures } => self.verified(id, signatures, now),
            Input::NextReport => match self.next_look(now)? {
                Some(reply) => Ok(reply),
                None => self.next_report(now),
            },
            Input::Looked(looked) => self.looked(&looked, now),
            Input::Reported(made) => self.reported(*made, now),
            Input::SettingsRefused(problems) => self.settings_refused(problems, now),
            Input::Health(health) => {
                self.health = health;
                Ok(Reply::Done)
            }
            Input::Gauge => Ok(Reply::Gauged(Box::new(Gauges::of(&self.store.draft())?))),
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
                self.next_report = None;
                self.next_review = None;
                self.next_look = None;
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

    fn tick(&mut self, now: Timestamp) -> Result<Reply, DeskError> {
        self.probe(now)?;
        let due = self.store.draft().due_deadlines(now, limit::DUE_PER_TICK)?;
        let mut fired = 0_usize;
        let mut told = BTreeSet::new();
        for (_, ticket, kind) in due {
            // One deadline of a ticket a turn: ten that fell due during an absence are not ten mails at once.
            if !told.insert(ticket) {
                continue;
            }
            let draft = self.store.draft();
            let Some(row) = draft.ticket(ticket)? else { continue };
            let requester = gather::affiliation_of(&draft, &row)?;
            let customer = if kind == DeadlineKind::Survey { draft.contact(row.requester)? } else { None };
            let facts = ClockFacts {
                ticket: &row,
                requester: &requester,
                customer: customer.as_ref(),
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
        let reports = self.order_reports(now)?;
        let reviews = self.draw_reviews(now)?;
        let erasure = self.next_erasure(now)?;
        let look = self.call_look(now);
        let others = [told.next, rounds.next, mornings.next, people.next, reports.next, reviews.next, erasure, look.next];
        let next = self.store.draft().next_deadline()?.into_iter().chain(others.into_iter().flatten()).min();
        let fired = rounds.told.saturating_add(mornings.told).saturating_add(usize::from(told.is_told));
        let fired = fired.saturating_add(people.done).saturating_add(reports.reports).saturating_add(reviews.drawn);
        Ok(Reply::Ticked { fired: fired.saturating_add(usize::from(look.is_called)), next })
    }

    /// Asks mailboxes whether their plus addresses work, where that is not known.
    fn probe(&mut self, now: Timestamp) -> Result<(), DeskError> {
        let mut draft = self.store.draft();
        self.settings.plus_proven = probe::proven(&draft, &self.settings)?;
        self.settings.deceived = trust::deceived(&draft, &self.settings)?;
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

    /// Writes to mailboxes with forged verification results, to find out whether they would be believed.
    fn probe_trust(&mut self, only: Option<&MailboxName>, now: Timestamp) -> Result<Reply, DeskError> {
        let mut draft = self.store.draft();
        let operator = draft.contact_of_address(self.settings.policy.desk.operator.key())?;
        let operator = operator.ok_or_else(|| DeskError::Missing("the operator".to_owned()))?;
        let mut asked = Vec::new();
        for mailbox in trust::believing(&self.settings).filter(|mailbox| only.is_none_or(|only| *only == mailbox.name)) {
            for change in trust::ask(&mut draft, &self.settings, mailbox, operator, now)? {
                draft.apply(change, now).map_err(DeskError::Plan)?;
            }
            asked.push(mailbox.name.to_string());
        }
        if asked.is_empty() {
            let because = "no such mailbox believes Authentication-Results (auth.mode = \"trusted-ar\" or \"both\"): there is nothing to test";
            return Err(DeskError::Refused(because.to_owned()));
        }
        let cause = Cause::Command("doctor trust".to_owned());
        let drafted = draft.finish(Actor::Admin, &cause, now, self.settings.fingerprint)?;
        self.accept(drafted)?;
        Ok(Reply::Answer(Answer::line("written", &asked.join(", "))))
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
