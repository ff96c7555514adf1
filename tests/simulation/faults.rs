//! The machine the desk runs on: a disk, a state, a process; and everything that can happen to them.
//!
//! Which faults there are: a write or an fsync fails; the process dies in the middle of a write; it is killed between two
//! commits, or between a commit and what follows from it; the power fails, and what was not synced is gone in part; the state
//! loses what came after its last checkpoint, is damaged, or is gone; the state's own commit fails after the journal's. All of
//! them may happen again while the desk starts up. What was synced stays: losing that is another test's matter.

use maildesk::base::{Span, Timestamp};
use maildesk::desk::{Desk, DeskSettings, Input, Reply};
use maildesk::store::{Disk, DiskFault, MemoryDisk, MemoryKeyspace, MemoryPlace, MemoryStore, Options, Store};

use super::chance::Chance;
use super::house;

/// The process died; nothing after this happened.
#[derive(Debug)]
pub(super) struct Died;

/// The faults of one world.
#[derive(Clone, Debug)]
pub(super) struct Faults {
    chance: Chance,
    /// How often, in a thousand; 0 = never.
    often: u64,
    /// How many deaths there may be in one step.
    most: u32,
    deaths: u32,
}

impl Faults {
    pub(super) fn new(seed: u64, often: u64, most: u32) -> Self {
        Self { chance: Chance::about(seed, &["faults"]), often, most, deaths: 0 }
    }

    /// Another step: as many deaths may happen again.
    pub(super) fn begin_step(&mut self) {
        self.deaths = 0;
    }

    fn strikes(&mut self, factor: u64) -> bool {
        let hit = self.often > 0 && self.chance.hits(self.often.saturating_mul(factor));
        hit && self.deaths < self.most
    }
}

/// The machine.
#[derive(Debug)]
pub(super) struct Machine {
    pub(super) faults: Faults,
    disk: MemoryDisk,
    place: MemoryPlace,
    desk: Option<Desk<MemoryDisk, MemoryKeyspace>>,
    /// How often the process has died.
    pub(super) deaths: u32,
    /// What should not have happened.
    pub(super) wrong: Vec<String>,
}

impl Machine {
    pub(super) fn new(faults: Faults) -> Self {
        let place = MemoryPlace::new();
        place.keep_checkpoints();
        Self { faults, disk: MemoryDisk::new(), place, desk: None, deaths: 0, wrong: Vec::new() }
    }

    /// Gives the desk a group of inputs. Afterwards all of them are durable, or the process is dead.
    pub(super) fn work(&mut self, inputs: Vec<Input>, now: Timestamp) -> Result<Vec<Reply>, Died> {
        if self.faults.strikes(1) {
            self.arm();
        }
        let Some(desk) = &mut self.desk else { return Err(Died) };
        let replies = match desk.work(inputs, now) {
            Ok(replies) => replies,
            Err(_) => return Err(self.die()),
        };
        let mut good = Vec::new();
        for reply in replies {
            match reply {
                Ok(reply) => good.push(reply),
                Err(error) => self.wrong.push(format!("an input failed: {error:?}")),
            }
        }
        self.may_die()?;
        Ok(good)
    }

    /// A moment between two commits, at which the process may be killed.
    pub(super) fn may_die(&mut self) -> Result<(), Died> {
        if self.faults.strikes(1) { Err(self.die()) } else { Ok(()) }
    }

    /// Starts the process, again and again until it runs: what it finds is whatever the last one left.
    pub(super) fn start(&mut self, settings: impl Fn() -> DeskSettings, now: Timestamp) {
        for attempt in 0.. {
            if attempt == 20 {
                panic!("the desk does not start: {:?}", self.wrong);
            }
            if self.faults.strikes(2) {
                self.arm();
            }
            match self.try_start(settings(), now) {
                Ok(desk) => {
                    self.desk = Some(desk);
                    if self.work(vec![Input::Recover], now).is_ok() {
                        return;
                    }
                }
                // Only a fault that was asked for may keep it from starting.
                Err(why) if self.faults.often == 0 => panic!("the desk does not start: {why}"),
                Err(_) => drop(self.die()),
            }
        }
    }

    fn try_start(&mut self, settings: DeskSettings, now: Timestamp) -> Result<Desk<MemoryDisk, MemoryKeyspace>, String> {
        let opened = MemoryStore::open(self.disk.clone(), self.place.clone(), &Options::new(house::KEY), &mut |_| {});
        let opened = opened.map_err(|error| {
            if error.is_damage() {
                self.wrong.push(format!("a crash damaged the journal: {error}"));
            }
            chain(&error)
        })?;
        if opened.missing_texts > 0 {
            self.wrong.push(format!("{} texts that the journal names are missing", opened.missing_texts));
        }
        Desk::open(opened.store, settings, opened.unclean, now).map_err(|error| chain(&error))
    }

    /// Ends the process as an admin does, and starts it again.
    pub(super) fn restart(&mut self, settings: impl Fn() -> DeskSettings, now: Timestamp) {
        if let Some(desk) = self.desk.take()
            && desk.close().is_err()
        {
            self.faults.deaths += 1;
            self.lose();
        }
        self.start(settings, now);
    }

    /// Ends the process once more; from now on nothing happens to it.
    pub(super) fn calm(&mut self, settings: impl Fn() -> DeskSettings, now: Timestamp) {
        self.faults.often = 0;
        self.desk = None;
        self.place.fail_after(None);
        self.disk = self.disk.copy();
        self.start(settings, now);
    }

    /// The store of the running desk.
    pub(super) fn store(&self) -> &Store<MemoryDisk, MemoryKeyspace> {
        self.desk.as_ref().expect("the desk runs").store()
    }

    /// Lets one of the next writes fail, or the next commit of the state.
    fn arm(&mut self) {
        let chance = &mut self.faults.chance;
        if chance.hits(100) {
            return self.place.fail_after(Some(chance.below(2)));
        }
        let fault = if chance.hits(500) { DiskFault::Error } else { DiskFault::Death };
        self.disk.fail_at(self.disk.operations() + chance.below(5), fault);
    }

    fn die(&mut self) -> Died {
        self.desk = None;
        self.deaths += 1;
        self.faults.deaths += 1;
        self.lose();
        Died
    }

    /// What is gone when a process ends badly.
    fn lose(&mut self) {
        self.place.fail_after(None);
        let chance = &mut self.faults.chance;
        let power_fails = chance.hits(500);
        if power_fails {
            self.disk.crash(chance.next());
        } else {
            // The process alone ended: what it had written stays written.
            self.disk = self.disk.copy();
        }
        match chance.below(8) {
            0 => self.place.damage(),
            1 => self.place.edit(|rows| rows.clear()),
            2 | 3 if power_fails => self.place.lose(),
            _ => {}
        }
    }

    /// The last lines of the journal.
    pub(super) fn journal_tail(&self, lines: usize) -> Vec<String> {
        let names = self.disk.names();
        let Some(last) = names.iter().rfind(|name| name.starts_with("journal/")) else { return Vec::new() };
        let bytes = self.disk.read_at(last, 0, usize::MAX).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let all: Vec<&str> = text.lines().collect();
        let shown = |line: &&str| maildesk::base::clip(line, 400);
        all.iter().skip(all.len().saturating_sub(lines)).map(shown).collect()
    }
}

/// How long a desk that was switched off stays off.
pub(super) fn outage(chance: &mut Chance) -> Span {
    Span::from_hours(24 + chance.below(24 * 12))
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
