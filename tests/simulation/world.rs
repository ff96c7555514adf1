//! The world: mailboxes, people, relay, the machine with the desk on it, and a clock that only the world moves.
//!
//! A step is a point in time. People act, what they write reaches the mailboxes, and then the desk works until nothing is left to
//! do, being started again wherever it dies. Phase 1 has faults; phase 2 is calm, and everything must come to rest.

use std::collections::{BTreeMap, BTreeSet};

use maildesk::base::{ContactId, Digest, Fault, MailboxName, OutboxId, QuarantineId, Span, Timestamp, limit};
use maildesk::decide::AttemptResult;
use maildesk::desk::{ContactOrder, DeskSettings, Fetched, Input, PollEvent, PollStep, Poller, Question, Reply, Shipment};
use maildesk::domain::{Contact, Place, Rows};
use maildesk::store::Queries;

use super::audit;
use super::chance::Chance;
use super::faults::{Died, Faults, Machine, outage};
use super::house;
use super::mix::Mix;
use super::people::People;
use super::relay::Relay;
use super::writing::{Post, received};

/// Monday, 2 March 2026, 08:00 UTC.
const BEGINNING: Timestamp = Timestamp::from_seconds(1_772_438_400);
/// A desk that is not idle after so many turns of one step never will be.
const TURNS: u32 = 500;
/// Steps of the calm phase: a week and more, longer than letters and warnings wait.
const CALM_STEPS: u64 = 30;
/// How far a clock may run ahead before somebody sets it back; the desk remembers what it counts for a day longer than it needs.
const AHEAD: Span = Span::from_hours(20);

/// A message as it lies in a mailbox.
#[derive(Clone, Debug)]
pub(super) struct Delivered {
    pub(super) bytes: Vec<u8>,
    pub(super) raw: Digest,
    /// Its name, the same in every run of the seed.
    pub(super) key: String,
    pub(super) from: String,
    pub(super) is_marked: bool,
}

/// One mailbox.
#[derive(Debug, Default)]
struct Folder {
    new: BTreeSet<String>,
    cur: BTreeSet<String>,
}

/// The world of one seed.
#[derive(Debug)]
pub(super) struct World {
    pub(super) seed: u64,
    pub(super) mix: Mix,
    pub(super) step: u64,
    pub(super) now: Timestamp,
    pub(super) machine: Machine,
    pub(super) relay: Relay,
    people: People,
    folders: BTreeMap<MailboxName, Folder>,
    /// Pollers of the running process, and whether they have to connect anew.
    pollers: BTreeMap<MailboxName, (Poller, bool)>,
    /// Every message that ever reached a mailbox.
    pub(super) delivered: BTreeMap<(MailboxName, String), Delivered>,
    /// Who has left, by the fingerprint of the settings.
    pub(super) staff_of: BTreeMap<Digest, BTreeSet<String>>,
    left: BTreeSet<&'static str>,
    version: u64,
    latest: Timestamp,
    calm: bool,
    /// Messages that were not there when they were to be fetched, once each.
    hidden: BTreeSet<String>,
    pub(super) wrong: Vec<String>,
}

impl World {
    pub(super) fn new(seed: u64, with_crashes: bool) -> Self {
        let mix = Mix::draw(seed);
        let faults = Faults::new(seed, if with_crashes { mix.deaths } else { 0 }, mix.most_deaths);
        let names = house::MAILBOXES.iter().take(mix.mailboxes).map(|name| MailboxName::new(*name).expect("name"));
        let mut world = Self {
            seed,
            step: 0,
            now: BEGINNING,
            machine: Machine::new(faults),
            relay: Relay::new(seed, &mix),
            people: People::new(seed, &mix),
            folders: names.map(|name| (name, Folder::default())).collect(),
            pollers: BTreeMap::new(),
            delivered: BTreeMap::new(),
            staff_of: BTreeMap::new(),
            left: BTreeSet::new(),
            version: 0,
            latest: BEGINNING,
            calm: false,
            hidden: BTreeSet::new(),
            wrong: Vec::new(),
            mix,
        };
        world.know_staff();
        world.start();
        world
    }

    /// Lives through both phases.
    pub(super) fn run(&mut self) {
        for _ in 0..self.mix.steps {
            self.advance();
            let mut posts = self.relay.come_back();
            posts.extend(self.people.act(&mut self.relay, self.step, self.now));
            for post in posts {
                self.deliver(&post);
            }
            self.change_settings();
            self.look_into_quarantine();
            self.put_contacts_in_order();
            self.work();
            self.check_cheaply();
        }
        self.calm = true;
        self.relay.calm();
        self.pollers.clear();
        let (mix, version, left) = (self.mix.clone(), self.version, self.left.clone());
        self.machine.calm(|| house::settings(&mix, version, &left), self.now);
        for _ in 0..CALM_STEPS {
            self.step += 1;
            self.now = self.now.max(self.latest).plus(Span::from_hours(6));
            self.latest = self.now;
            self.work();
            self.check_cheaply();
            audit::nothing_is_overdue(self);
        }
        audit::mailboxes_are_empty(self);
    }

    /// The chance about this step.
    fn chance(&self, about: &str) -> Chance {
        Chance::about(self.seed, &[about, &self.step.to_string()])
    }

    fn advance(&mut self) {
        self.step += 1;
        self.machine.faults.begin_step();
        let mut chance = self.chance("time");
        if chance.hits(self.mix.jumps) {
            match chance.below(3) {
                0 => self.now = self.now.plus(outage(&mut chance)),
                1 => self.now = self.now.plus(Span::from_hours(chance.below(20))),
                _ => self.now = self.now.minus(Span::from_hours(chance.below(20))),
            }
            self.now = self.now.max(self.latest.minus(AHEAD));
        } else {
            let span = match chance.below(10) {
                0..6 => Span::from_seconds(20 + chance.below(3600)),
                6..9 => Span::from_minutes(30 + chance.below(480)),
                _ => Span::from_hours(12 + chance.below(36)),
            };
            self.now = self.now.plus(span);
        }
        self.latest = self.latest.max(self.now);
    }

    /// A message reaches the mailboxes of its recipients.
    fn deliver(&mut self, post: &Post) {
        let mut boxes: Vec<(&str, &String)> = Vec::new();
        for recipient in &post.recipients {
            if let Some(name) = house::mailbox_of(recipient, &self.mix)
                && !boxes.iter().any(|(known, _)| *known == name)
            {
                boxes.push((name, recipient));
            }
        }
        for (name, recipient) in boxes {
            let bytes = received(post, recipient, self.now);
            let name = MailboxName::new(name).expect("name");
            for _ in 0..post.copies {
                let unique = format!("{:06}.{}", self.delivered.len(), self.step);
                let message = Delivered {
                    raw: self.machine.store().name(&bytes),
                    bytes: bytes.clone(),
                    key: post.key.clone(),
                    from: post.from.clone(),
                    is_marked: post.is_marked,
                };
                self.delivered.insert((name.clone(), unique.clone()), message);
                self.folders.entry(name.clone()).or_default().new.insert(unique);
            }
        }
    }

    /// Somebody of the staff leaves or comes back.
    fn change_settings(&mut self) {
        let mut chance = self.chance("settings");
        if !chance.hits(self.mix.settings) {
            return;
        }
        let names: Vec<_> = house::staff_names().collect();
        let who = chance.pick(&names);
        if !self.left.remove(who) && self.left.len() < 3 {
            self.left.insert(who);
        }
        self.version += 1;
        self.know_staff();
        let settings = Box::new(self.settings());
        if self.machine.work(vec![Input::Settings(settings)], self.now).is_err() {
            self.start();
        }
    }

    fn know_staff(&mut self) {
        let staff = house::staff_names().filter(|name| !self.left.contains(name)).map(house::staff_address).collect();
        self.staff_of.insert(house::fingerprint(self.version, &self.left), staff);
    }

    fn settings(&self) -> DeskSettings {
        house::settings(&self.mix, self.version, &self.left)
    }

    /// The admin releases or drops what was set aside first.
    fn look_into_quarantine(&mut self) {
        let mut chance = self.chance("admin");
        if !chance.hits(self.mix.admin) {
            return;
        }
        let first = |world: &Self| {
            let found = world.machine.store().view().quarantined_after(QuarantineId::default(), 1).expect("the store reads");
            found.first().map(|row| row.id)
        };
        let Some(id) = first(self) else { return };
        let releases = chance.hits(700);
        while first(self) == Some(id) {
            let order = if releases { Question::QuarantineRelease(id) } else { Question::QuarantineDrop(id) };
            if self.machine.work(vec![Input::Ask(order)], self.now).is_err() {
                self.start();
            }
        }
    }

    /// The admin finds that two customers are one, or that they are not.
    fn put_contacts_in_order(&mut self) {
        let mut chance = self.chance("contacts");
        // Whom the desk knows by now depends on its deaths, so that worlds that are compared do without.
        if !chance.hits(self.mix.admin / 3) || self.mix.is_comparable() {
            return;
        }
        let staff: BTreeSet<String> =
            house::staff_names().map(house::staff_address).chain([house::OPERATOR.to_owned()]).collect();
        let (mut known, mut merged) = (BTreeMap::new(), BTreeMap::new());
        let view = self.machine.store().view();
        let last = view.counters().expect("the store reads").unwrap_or_default().contact;
        for number in 1..=last.get() {
            let Some(row) = view.contact(ContactId::new(number)).expect("the store reads") else { continue };
            let Some(address) = row.address().map(|address| address.key()) else { continue };
            let of_staff =
                |one: &Contact| one.addresses.iter().any(|one| one.known().is_some_and(|one| staff.contains(&one.key())));
            match row.merged_into.and_then(|into| view.contact(into).expect("the store reads")) {
                // A chain is undone from its end.
                Some(into) if into.merged_into.is_none() && !of_staff(&into) => drop(merged.insert(address, row.id.to_string())),
                None if !of_staff(&row) => drop(known.insert(address, row.id.to_string())),
                _ => {}
            }
        }
        let pick =
            |chance: &mut Chance, from: &BTreeMap<String, String>| chance.pick(&from.values().cloned().collect::<Vec<_>>());
        let order = match merged.is_empty() {
            false if chance.hits(400) => ContactOrder::Unmerge { who: pick(&mut chance, &merged) },
            _ => {
                let (Some((_, who)), Some((_, into))) = (known.pop_first(), known.pop_last()) else { return };
                ContactOrder::Merge { who, into }
            }
        };
        // Who dies of it may have carried it out: it is not given again.
        if self.machine.work(vec![Input::Ask(Question::ContactOrder(order))], self.now).is_err() {
            self.start();
        }
    }

    fn start(&mut self) {
        self.pollers.clear();
        let (mix, version, left) = (self.mix.clone(), self.version, self.left.clone());
        self.machine.start(|| house::settings(&mix, version, &left), self.now);
    }

    /// The desk works until nothing is left to do, and is started again wherever it dies.
    fn work(&mut self) {
        for _ in 0..TURNS {
            match self.turn() {
                Ok(false) => return,
                Ok(true) => {}
                Err(Died) => self.start(),
            }
        }
        self.wrong.push(format!("the desk is not idle after {TURNS} turns of step {}", self.step));
    }

    /// One round: mailboxes, deadlines, outbox. Whether anything was done.
    fn turn(&mut self) -> Result<bool, Died> {
        let mut busy = false;
        for name in self.folders.keys().cloned().collect::<Vec<_>>() {
            busy |= self.poll(&name)?;
        }
        loop {
            let replies = self.machine.work(vec![Input::Tick], self.now)?;
            if !replies.iter().any(|reply| matches!(reply, Reply::Ticked { fired, .. } if *fired > 0)) {
                break;
            }
            busy = true;
        }
        busy |= self.post()?;
        Ok(busy)
    }

    /// Does what a mailbox's poller says until it wants to wait.
    fn poll(&mut self, name: &MailboxName) -> Result<bool, Died> {
        let fresh = || (Poller::new(Span::from_seconds(1), false), true);
        let (mut poller, anew) = self.pollers.remove(name).unwrap_or_else(fresh);
        let mut busy = false;
        let mut event = if anew { PollEvent::Started } else { PollEvent::Woken };
        loop {
            let step = poller.next(event);
            event = match step {
                PollStep::Connect if self.is_down(name) => PollEvent::Failed(Fault::Passing),
                PollStep::Connect => PollEvent::Connected,
                PollStep::Search { .. } if self.is_down(name) => PollEvent::Failed(Fault::Passing),
                PollStep::Search { limit } => PollEvent::Found(self.search(name, limit)),
                PollStep::Fetch(places) => self.fetch(&places),
                PollStep::HandOver(messages) => self.hand_over(messages, &mut busy)?,
                PollStep::File(places) => {
                    self.machine.may_die()?;
                    self.file(&places)
                }
                PollStep::Idle(_) | PollStep::Close => {
                    self.pollers.insert(name.clone(), (poller, false));
                    return Ok(busy);
                }
                PollStep::Wait(_) => {
                    self.pollers.insert(name.clone(), (poller, true));
                    return Ok(busy);
                }
            };
        }
    }

    fn is_down(&self, name: &MailboxName) -> bool {
        !self.calm && self.chance(name.as_str()).hits(self.mix.mailbox_down)
    }

    /// Names of new messages, in an order of the server's own.
    fn search(&self, name: &MailboxName, limit: usize) -> Vec<Place> {
        let mut found: Vec<_> = self.folders[name].new.iter().cloned().collect();
        // Those that will not be there at the first look come last, so that the order is the same with and without a crash.
        found.sort_by_key(|unique| (self.hides(unique), Chance::about(self.seed, &["order", unique]).next()));
        found.into_iter().take(limit).map(|unique| Place::Maildir { mailbox: name.clone(), unique }).collect()
    }

    fn hides(&self, unique: &str) -> bool {
        !self.mix.mixed_groups && Chance::about(self.seed, &["hides", unique]).hits(self.mix.not_filed / 3)
    }

    /// Some messages are not there at the first look.
    fn fetch(&mut self, places: &[Place]) -> PollEvent {
        let mut messages = Vec::new();
        for place in places {
            let Place::Maildir { mailbox, unique } = place else { continue };
            if !self.calm && self.hides(unique) && self.hidden.insert(unique.clone()) {
                continue;
            }
            let message = &self.delivered[&(mailbox.clone(), unique.clone())];
            messages.push(Fetched::new(place.clone(), message.bytes.clone()));
        }
        PollEvent::Fetched(messages)
    }

    /// What was recorded before and only not filed is no work.
    fn hand_over(&mut self, messages: Vec<Fetched>, busy: &mut bool) -> Result<PollEvent, Died> {
        let mut inputs: Vec<Input> = messages.into_iter().map(Input::Arrived).collect();
        if self.mix.mixed_groups {
            inputs.push(Input::Tick);
        }
        let replies = self.machine.work(inputs, self.now)?;
        let recorded = replies.into_iter().filter_map(|reply| match reply {
            Reply::Recorded { place, changes, .. } => {
                *busy |= !changes.is_empty();
                Some(place)
            }
            _ => None,
        });
        Ok(PollEvent::Recorded(recorded.collect()))
    }

    /// Files messages; in some steps that is not possible, and the next look finds them again.
    fn file(&mut self, places: &[Place]) -> PollEvent {
        for place in places {
            let Place::Maildir { mailbox, unique } = place else { continue };
            let fails = Chance::about(self.seed, &["file", unique, &self.step.to_string()]).hits(self.mix.not_filed);
            if fails && !self.calm {
                return PollEvent::Failed(Fault::Passing);
            }
            let folder = self.folders.get_mut(mailbox).expect("the mailbox is known");
            if folder.new.remove(unique) {
                folder.cur.insert(unique.clone());
            }
        }
        PollEvent::Filed
    }

    /// Sends what is due, as the postman does: claims, sends, records at most eight at once.
    fn post(&mut self) -> Result<bool, Died> {
        let mut busy = false;
        loop {
            let limit = self.mix.claim;
            let replies = self.machine.work(vec![Input::Claim { limit }], self.now)?;
            let claimed = replies.into_iter().find_map(|reply| match reply {
                Reply::Claimed { shipments, .. } => Some(shipments),
                _ => None,
            });
            let shipments: Vec<Shipment> = claimed.unwrap_or_default();
            if shipments.is_empty() {
                return Ok(busy);
            }
            busy = true;
            let mut results: Vec<(OutboxId, AttemptResult)> = Vec::new();
            for shipment in shipments {
                self.machine.may_die()?;
                results.push((shipment.letter, self.relay.take(&shipment, self.step, self.now)));
                if results.len() >= limit::UNRECORDED_SENT {
                    self.record(std::mem::take(&mut results))?;
                }
            }
            self.record(results)?;
        }
    }

    fn record(&mut self, results: Vec<(OutboxId, AttemptResult)>) -> Result<(), Died> {
        self.machine.may_die()?;
        self.machine.work(vec![Input::Attempted(results)], self.now).map(drop)
    }

    /// What costs little is looked at after every step.
    fn check_cheaply(&mut self) {
        let mut chance = self.chance("verify");
        if chance.hits(25) {
            audit::store_is_clean(self);
        }
        if chance.hits(50) {
            let (mix, version, left) = (self.mix.clone(), self.version, self.left.clone());
            self.pollers.clear();
            self.machine.restart(|| house::settings(&mix, version, &left), self.now);
        }
    }

    /// What lies where in the mailboxes.
    pub(super) fn unfiled(&self) -> usize {
        self.folders.values().map(|folder| folder.new.len()).sum()
    }
}
