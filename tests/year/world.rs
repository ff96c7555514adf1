//! A year as it passes: a queue of things to come, a desk in memory, and a clock that only this file moves.
//!
//! Customers write at any hour; agents answer what reaches them when they work, or forget it; leads and managers act on what
//! reaches them. The machine is restarted, killed and switched off for days, and its clock is set wrong and right again.
//! Mails are short and of one form: reading them is another test's matter.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use maildesk::base::{MailboxName, Seq, Span, TicketId, Timestamp};
use maildesk::decide::AttemptResult;
use maildesk::desk::{Desk, Fetched, Input, PersonOrder, Question, Reply, Shipment};
use maildesk::domain::{Cause, LetterKind, Place, Rows};
use maildesk::store::{MemoryDisk, MemoryKeyspace, MemoryPlace, MemoryStore, Options, Queries};

use super::audit::{Audit, Happened, Mailed, Recorded};
use super::chance::Chance;
use super::house::{self, House, Rank};
use super::mail::{self, Letter};

/// 1 January 2026, midnight in Berlin.
pub(super) const BEGINNING: Timestamp = Timestamp::from_seconds(1_767_222_000);
const YEAR: Span = Span::from_days(365);
/// The desk is looked after this often at most: what happens in between comes in one group.
const GRID: u64 = 10 * 60;
/// A desk that still has something to do after so many turns of one moment always will.
const TURNS: usize = 2000;

/// Something that is to happen.
#[derive(Debug)]
enum Coming {
    /// A customer asks something new.
    Asks(u64),
    /// A customer answers a letter.
    CustomerAnswers(Letter),
    /// One of the staff does something about a ticket.
    Acts(usize, Letter, Act),
    /// Somebody falls ill for so many days.
    FallsIll(usize, u64),
    Restart,
    Kill,
    /// The machine stands still for so long.
    Suspend(Span),
    /// The clock is so many seconds ahead from now on.
    SetClock(i64),
}

/// What one of the staff does about a ticket.
#[derive(Clone, Copy, Debug)]
enum Act {
    Answer,
    Resolve,
    Hold,
    Snooze,
    Urgent,
    Close,
    /// Gives it to this colleague.
    Assign(usize),
}

/// What there was besides what the auditors count.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lived {
    pub(super) tickets: u64,
    /// Tickets that the desk has opened: some answers come when theirs is long closed.
    pub(super) opened: u64,
    pub(super) messages: u64,
    pub(super) letters: u64,
    pub(super) ticks: u64,
    pub(super) refused: u64,
    pub(super) starts: u64,
}

/// The world of one seed.
pub(super) struct World<'a> {
    seed: u64,
    house: &'a House,
    directory: &'a Path,
    desk: Option<Desk<MemoryDisk, MemoryKeyspace>>,
    disk: MemoryDisk,
    place: MemoryPlace,
    /// The time as it is; the machine's clock may be ahead of it or behind.
    real: Timestamp,
    ahead: i64,
    coming: BTreeMap<(Timestamp, u64), Coming>,
    planned: u64,
    /// When the desk wants to be looked after, by its own clock.
    wake: Option<Timestamp>,
    tickets: u64,
    /// Tickets that somebody is going to act on, and when.
    in_hand: BTreeMap<TicketId, Timestamp>,
    audit: Audit<'a>,
    /// The last record that the auditors have seen.
    seen: Seq,
    mailed: Vec<Mailed>,
    pub(super) lived: Lived,
}

impl<'a> World<'a> {
    pub(super) fn new(seed: u64, house: &'a House, directory: &'a Path, tickets: u64) -> Self {
        let mut world = Self {
            seed,
            house,
            directory,
            desk: None,
            disk: MemoryDisk::new(),
            place: MemoryPlace::new(),
            real: BEGINNING,
            ahead: 0,
            coming: BTreeMap::new(),
            planned: 0,
            wake: None,
            tickets,
            in_hand: BTreeMap::new(),
            audit: Audit::new(house),
            seen: Seq::default(),
            mailed: Vec::new(),
            lived: Lived::default(),
        };
        world.plan(BEGINNING, Coming::Asks(1));
        world.plan_troubles();
        world.start();
        world
    }

    /// Lives through the year; what was wrong in it.
    pub(super) fn live(&mut self) -> Vec<String> {
        let end = BEGINNING.plus(YEAR);
        let mut stuck = 0;
        loop {
            let event = self.coming.first_key_value().map(|((at, _), _)| *at);
            let wake = self.wake.map(|at| self.real_of(at));
            let Some(next) = event.into_iter().chain(wake).min().filter(|next| *next <= end) else { break };
            let before = self.real;
            self.real = self.real.max(on_grid(next));
            self.step();
            stuck = if self.real > before { 0 } else { stuck + 1 };
            assert!(stuck < TURNS, "the clock does not move on at {} ({} s ahead): {:?}", self.real, self.ahead, self.wake);
        }
        self.real = self.real.max(end);
        self.step();
        self.look();
        let now = self.now();
        self.audit.close(now);
        let verified = self.desk().store().verify(&mut |_| {}).expect("the store reads");
        let mut wrong = std::mem::take(&mut self.audit.wrong);
        wrong.extend(verified.problems.iter().take(5).map(|problem| format!("verify: {problem}")));
        wrong
    }

    pub(super) fn counts(&self) -> super::audit::Counts {
        self.audit.counts
    }

    // ---- Time.

    fn now(&self) -> Timestamp {
        shifted(self.real, self.ahead)
    }

    /// When it will be so late by the machine's clock.
    fn real_of(&self, at: Timestamp) -> Timestamp {
        shifted(at, -self.ahead)
    }

    fn plan(&mut self, at: Timestamp, what: Coming) {
        self.planned += 1;
        self.coming.insert((at, self.planned), what);
    }

    fn chance(&self, about: &str, number: impl ToString) -> Chance {
        Chance::about(self.seed, &[about, &number.to_string()])
    }

    /// When people fall ill and machines fail.
    fn plan_troubles(&mut self) {
        let mut chance = self.chance("troubles", "");
        let moment = |chance: &mut Chance| BEGINNING.plus(Span::from_minutes(chance.below(365 * 24 * 60)));
        for person in 0..self.house.people.len() {
            for _ in 0..2 {
                let (at, days) = (moment(&mut chance), 1 + chance.below(8));
                self.plan(at, Coming::FallsIll(person, days));
            }
        }
        for _ in 0..2 {
            let at = moment(&mut chance);
            self.plan(at, Coming::Restart);
            let at = moment(&mut chance);
            self.plan(at, Coming::Kill);
        }
        for hours in [3, 20, 4 * 24] {
            let at = moment(&mut chance);
            self.plan(at, Coming::Suspend(Span::from_hours(hours)));
        }
        for seconds in [2 * 3600, -3 * 3600, 26 * 3600] {
            let at = moment(&mut chance);
            self.plan(at, Coming::SetClock(seconds));
            self.plan(at.plus(Span::from_hours(30 + chance.below(40))), Coming::SetClock(0));
        }
    }

    /// One moment: what has come until now happens, and the desk works until it is idle.
    fn step(&mut self) {
        let mut inputs = Vec::new();
        while let Some(entry) = self.coming.first_entry().filter(|entry| entry.key().0 <= self.real) {
            let what = entry.remove();
            self.happen(what, &mut inputs);
        }
        self.hand_over(&mut inputs);
        for turn in 0.. {
            let idle = self.tick() & self.post();
            if idle {
                break;
            }
            assert!(turn < TURNS, "the desk is not idle after {TURNS} turns");
        }
        self.seen_or_later();
    }

    /// The auditors look now and then; a year is too much to keep.
    fn seen_or_later(&mut self) {
        let now = self.now();
        if self.desk().store().sizes().last.get() > self.seen.get() + 2000 {
            self.look();
            self.audit.see(&Happened::Idle(now));
        }
    }

    fn happen(&mut self, what: Coming, inputs: &mut Vec<Input>) {
        match what {
            Coming::Asks(number) => {
                let mut chance = self.chance("asks", number);
                let (mailbox, bytes) = mail::question(number, self.now(), &mut chance);
                self.write(mailbox, bytes, inputs);
                self.lived.tickets += 1;
                if number < self.tickets {
                    let gap = YEAR.as_minutes() * 60 / self.tickets;
                    let at = BEGINNING.plus(Span::from_seconds(number * gap + chance.below(gap)));
                    self.plan(at, Coming::Asks(number + 1));
                }
            }
            Coming::CustomerAnswers(letter) => {
                let bytes = mail::answer(&letter, "It still does not work.\r\n", self.lived.messages, self.now());
                self.write(letter.mailbox, bytes, inputs);
            }
            Coming::Acts(person, letter, act) => self.act(person, &letter, act, inputs),
            Coming::FallsIll(person, days) => self.fall_ill(person, days, inputs),
            Coming::Restart => {
                self.hand_over(inputs);
                self.desk.take().expect("it runs").close().expect("it closes");
                self.start();
            }
            Coming::Kill => {
                self.hand_over(inputs);
                self.look();
                self.desk = None;
                self.disk = self.disk.copy();
                self.start();
            }
            Coming::Suspend(span) => {
                self.hand_over(inputs);
                self.look();
                self.real = on_grid(self.real.plus(span));
                let now = self.now();
                self.audit.see(&Happened::Resumed(now));
            }
            Coming::SetClock(ahead) => {
                self.hand_over(inputs);
                self.look();
                self.ahead = ahead;
                let now = self.now();
                self.audit.see(&Happened::Resumed(now));
            }
        }
    }

    fn act(&mut self, person: usize, letter: &Letter, act: Act, inputs: &mut Vec<Input>) {
        let text = match act {
            Act::Answer => "Please try it again now.\r\n".to_owned(),
            Act::Resolve => "#resolve\r\n\r\nIt works again.\r\n".to_owned(),
            Act::Hold => "#hold\r\n".to_owned(),
            Act::Snooze => "#snooze 2d\r\n".to_owned(),
            Act::Urgent => "#priority urgent\r\n".to_owned(),
            Act::Close => "#close\r\n".to_owned(),
            Act::Assign(other) => format!("#assign {}\r\n", self.house.people[other].name),
        };
        let bytes = mail::answer(letter, &text, self.lived.messages, self.now());
        self.write(letter.mailbox, bytes, inputs);
        if matches!(act, Act::Urgent | Act::Hold) {
            // He comes back to it, some time.
            let at = self.real.plus(Span::from_hours(20));
            self.plan(at, Coming::Acts(person, letter.clone(), Act::Answer));
        }
    }

    fn fall_ill(&mut self, person: usize, days: u64, inputs: &mut Vec<Input>) {
        self.hand_over(inputs);
        let name = self.house.people[person].name.clone();
        let from = self.now();
        let until = from.plus(Span::from_days(days));
        let order = PersonOrder::Away { from: None, until: Some(format!("{days}d")) };
        self.audit_away(person, from, until);
        self.work(vec![Input::Ask(Question::Person { name, order })]);
    }

    /// The auditors hear of it in its turn.
    fn audit_away(&mut self, person: usize, from: Timestamp, until: Timestamp) {
        self.look();
        self.audit.see(&Happened::Away { person, from, until });
    }

    fn write(&mut self, mailbox: usize, bytes: Vec<u8>, inputs: &mut Vec<Input>) {
        self.lived.messages += 1;
        let mailbox = MailboxName::new(House::mailbox(mailbox).0).expect("a name");
        let place = Place::Maildir { mailbox, unique: self.lived.messages.to_string() };
        inputs.push(Input::Arrived(Fetched::new(place, bytes)));
    }

    // ---- The desk.

    fn desk(&mut self) -> &mut Desk<MemoryDisk, MemoryKeyspace> {
        self.desk.as_mut().expect("the desk runs")
    }

    fn start(&mut self) {
        let (settings, secret) = house::settings(self.directory);
        let opened = MemoryStore::open(self.disk.clone(), self.place.clone(), &Options::new(secret), &mut |_| {});
        let opened = opened.expect("the store opens");
        let now = self.now();
        self.desk = Some(Desk::open(opened.store, settings, opened.unclean, now).expect("the desk opens"));
        self.lived.starts += 1;
        self.work(vec![Input::Recover]);
    }

    fn work(&mut self, inputs: Vec<Input>) -> Vec<Reply> {
        let now = self.now();
        let replies = self.desk().work(inputs, now).expect("the store works");
        replies.into_iter().map(|reply| reply.expect("the desk works")).collect()
    }

    fn hand_over(&mut self, inputs: &mut Vec<Input>) {
        while !inputs.is_empty() {
            let rest = inputs.split_off(inputs.len().min(64));
            let group = std::mem::replace(inputs, rest);
            for reply in self.work(group) {
                if let Reply::Recorded { disposition, .. } = reply {
                    self.lived.opened += u64::from(disposition.as_str() == "opened");
                    self.lived.refused += u64::from(disposition.as_str() == "held");
                }
            }
        }
    }

    /// As the timer does; true where nothing was due.
    fn tick(&mut self) -> bool {
        let now = self.now();
        if self.wake.is_some_and(|wake| wake > now) {
            return true;
        }
        let mut idle = true;
        for _ in 0..TURNS {
            self.lived.ticks += 1;
            let Some(Reply::Ticked { fired, next }) = self.work(vec![Input::Tick]).pop() else { panic!("no answer to a tick") };
            self.wake = next.filter(|next| *next > now);
            if fired == 0 {
                return idle;
            }
            idle = false;
        }
        panic!("deadlines fall due without end at {now}");
    }

    /// As the postman does; true where nothing was to be sent.
    fn post(&mut self) -> bool {
        let mut idle = true;
        loop {
            let Some(Reply::Claimed { shipments, next }) = self.work(vec![Input::Claim { limit: 16 }]).pop() else {
                panic!("no answer to a claim")
            };
            if shipments.is_empty() {
                // What is due is found by looking: mail changes it, and a timer is woken by mail.
                let deadline = self.desk().store().view().next_deadline().expect("the store reads");
                self.wake = self.wake.into_iter().chain(next).chain(deadline).min();
                return idle;
            }
            idle = false;
            let sent = |shipment: &Shipment| (shipment.letter, AttemptResult::Sent { response: "250 Ok".to_owned() });
            let results = shipments.iter().map(sent).collect();
            for shipment in shipments {
                self.take(&shipment);
            }
            self.work(vec![Input::Attempted(results)]);
        }
    }

    /// A letter lies in somebody's inbox.
    fn take(&mut self, shipment: &Shipment) {
        self.lived.letters += 1;
        let item = self.desk().store().view().letter(shipment.letter).expect("the store reads").expect("the letter is known");
        let to = shipment.to.to_string();
        let letters = mail::read(&shipment.bytes, &to);
        let tickets: BTreeSet<TicketId> = item.ticket.into_iter().chain(letters.iter().map(|one| one.ticket)).collect();
        let (after, at) = (self.desk().head(), self.now());
        let person = self.house.at(&to);
        if person.is_some() || to == house::OPERATOR {
            self.mailed.push(Mailed { after, at, to: to.clone(), kind: item.kind, letter: shipment.letter, tickets });
        }
        let name = Chance::about(self.seed, &["letter", &shipment.letter.to_string()]);
        match person {
            Some(person) => self.staff_reads(person, item.kind, letters, name),
            None => self.customer_reads(item.kind, letters, name),
        }
    }

    fn staff_reads(&mut self, person: usize, kind: LetterKind, letters: Vec<Letter>, mut chance: Chance) {
        let is_told_again = matches!(kind, LetterKind::Reminder | LetterKind::Escalation | LetterKind::DueList);
        let acts = match kind {
            LetterKind::Assigned | LetterKind::CustomerReply => 780,
            LetterKind::FollowUp | LetterKind::HandedOver => 900,
            // Of many who hear of it somebody acts.
            LetterKind::NewTicket => 200,
            _ if is_told_again => 450,
            _ => return,
        };
        let rank = self.house.people[person].rank;
        for letter in letters {
            // Who sees that a colleague is at it leaves it to him.
            let is_in_hand = self.in_hand.get(&letter.ticket).is_some_and(|until| *until > self.real);
            if is_in_hand || !chance.hits(acts) {
                continue;
            }
            let act = match (rank, chance.below(100)) {
                (Rank::Agent, 0..52) => Act::Answer,
                (Rank::Agent, 52..84) => Act::Resolve,
                (Rank::Agent, 84..88) => Act::Hold,
                (Rank::Agent, 88..92) => Act::Snooze,
                (Rank::Agent, 92..96) => Act::Urgent,
                (_, 96..) => Act::Close,
                // Whoever hears of it gives it to somebody of the team who works.
                (..) => Act::Assign(self.colleague(letter.mailbox, &mut chance)),
            };
            let wait = Span::from_minutes(5 + chance.below(if is_told_again { 60 } else { 240 }));
            let at = self.when_at_work(person, self.real.plus(wait));
            self.in_hand.insert(letter.ticket, at);
            self.plan(at, Coming::Acts(person, letter, act));
        }
    }

    fn colleague(&self, team: usize, chance: &mut Chance) -> usize {
        let agents: Vec<usize> = (0..self.house.people.len())
            .filter(|place| self.house.people[*place].team == team && self.house.people[*place].rank == Rank::Agent)
            .collect();
        chance.pick(&agents)
    }

    /// Nobody reads his mail when he does not work; whoever is on leave reads it when he is back.
    fn when_at_work(&self, person: usize, from: Timestamp) -> Timestamp {
        let one = &self.house.people[person];
        let mut at = from;
        for _ in 0..24 * 90 {
            if one.works(at) && !one.is_on_leave(at) {
                return at;
            }
            at = at.plus(Span::from_hours(1));
        }
        at
    }

    fn customer_reads(&mut self, kind: LetterKind, letters: Vec<Letter>, mut chance: Chance) {
        let answers = match kind {
            LetterKind::Reply => 330,
            LetterKind::ClosingWarning => 250,
            _ => return,
        };
        for letter in letters {
            if chance.hits(answers) {
                let wait = Span::from_minutes(20 + chance.below(3 * 24 * 60));
                self.plan(self.real.plus(wait), Coming::CustomerAnswers(letter));
            }
        }
    }

    // ---- The auditors.

    /// Lets the auditors see what has happened since they looked last.
    fn look(&mut self) {
        let mut mailed = std::mem::take(&mut self.mailed).into_iter().peekable();
        loop {
            let from = self.seen.next();
            let records = self.desk().store().view().records(from, 500).expect("the journal reads");
            if records.is_empty() {
                break;
            }
            for record in records {
                while let Some(mail) = mailed.next_if(|mail| mail.after < record.seq) {
                    self.audit.see(&Happened::Mailed(mail));
                }
                self.seen = record.seq;
                let by_clock = matches!(record.cause, Cause::Desk | Cause::Deadline(..));
                let recorded = Recorded { seq: record.seq, at: record.at, by_clock, changes: record.changes };
                self.audit.see(&Happened::Recorded(recorded));
            }
        }
        for mail in mailed {
            self.audit.see(&Happened::Mailed(mail));
        }
    }
}

fn on_grid(at: Timestamp) -> Timestamp {
    let seconds = u64::try_from(at.as_seconds()).expect("after 1970");
    let late = seconds.next_multiple_of(GRID);
    Timestamp::from_seconds(i64::try_from(late).expect("a time"))
}

fn shifted(at: Timestamp, seconds: i64) -> Timestamp {
    let span = Span::from_seconds(seconds.unsigned_abs());
    if seconds < 0 { at.minus(span) } else { at.plus(span) }
}
