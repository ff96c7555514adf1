//! The index as its users see it, and the thread that keeps it.
//!
//! Whoever feeds it never waits for the disk: batches wait in a bounded queue. What goes wrong is told in the log and mended by
//! making the index anew; who asks meanwhile is told that it cannot answer, which is never an error of the desk.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use crate::base::{Seq, Span, limit};

use super::document::{Batch, Found, Mark, Place, Wanted};
use super::engine::{Engine, Reader};

/// Batches that wait at most.
const QUEUE: usize = 8;
/// What was taken in can be found after so long a rest at the latest.
const REST: Span = Span::from_seconds(1);
/// Documents after which it is written even without a rest.
const DOCUMENTS: usize = 20_000;

/// The full-text index. Dropped, it writes what it has taken in and ends.
pub struct Index {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    queue: VecDeque<Order>,
    stage: Stage,
    /// How often it was begun: what belongs to an earlier one no longer counts.
    generation: u64,
    /// Taken in.
    taken: Mark,
    /// Written, so that it can be found.
    shown: Mark,
    reader: Option<Reader>,
    /// Somebody waits until what was taken in can be found.
    is_awaited: bool,
    is_closing: bool,
}

#[derive(Default)]
enum Stage {
    /// It is being opened.
    #[default]
    Opening,
    /// It follows.
    Following,
    /// It cannot be used, for this reason.
    Unusable(String),
}

enum Order {
    Take(u64, Batch),
    Anew(String),
}

/// How far the index is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// It is still being opened.
    Opening,
    /// It has taken in the journal up to this record. The number changes whenever it begins anew.
    At(u64, Mark),
    /// It cannot be used, for this reason.
    Unusable(String),
}

/// What became of an offered batch.
#[derive(Debug)]
pub enum Offered {
    /// It will be taken in.
    Taken,
    /// There is no room now, or the index has begun anew.
    Declined,
}

/// What waiting came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waited {
    /// Everything up to the record can be found.
    Reached,
    /// Up to this record so far.
    Behind(Seq),
    /// It cannot be used, for this reason.
    Unusable(String),
}

impl Index {
    /// Opens the index of a place on a thread of its own; makes a new one where there is none that can be used.
    pub fn open(place: Place) -> Self {
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() });
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new().name("index".to_owned()).spawn(move || keep(&place, &for_thread));
        if let Err(error) = &thread {
            shared.give_up(format!("it has no thread: {error}"));
        }
        Self { shared, thread: thread.ok() }
    }

    /// How far it is.
    pub fn position(&self) -> Position {
        let state = self.shared.lock();
        match &state.stage {
            Stage::Opening => Position::Opening,
            Stage::Following => Position::At(state.generation, state.taken),
            Stage::Unusable(because) => Position::Unusable(because.clone()),
        }
    }

    /// Hands a batch over, which follows those before it; waits a moment for room.
    pub fn offer(&self, generation: u64, batch: Batch) -> Offered {
        let mut state = self.shared.lock();
        if state.queue.len() >= QUEUE {
            let full = |state: &mut State| state.queue.len() >= QUEUE && state.generation == generation;
            state = self.shared.wait(state, limit::INDEX_ROOM, full);
        }
        if state.generation != generation || state.queue.len() >= QUEUE {
            return Offered::Declined;
        }
        state.queue.push_back(Order::Take(generation, batch));
        self.shared.changed.notify_all();
        Offered::Taken
    }

    /// Throws everything away and begins with the first record of the journal.
    pub fn begin_anew(&self, because: &str) {
        let mut state = self.shared.lock();
        state.queue.push_back(Order::Anew(because.to_owned()));
        self.shared.changed.notify_all();
    }

    /// Waits until it is open, for two seconds at most.
    pub fn wait_until_open(&self) {
        let state = self.shared.lock();
        drop(self.shared.wait(state, limit::INDEX_WAIT, |state| matches!(state.stage, Stage::Opening)));
    }

    /// Waits until everything up to a record can be found, for two seconds at most.
    pub fn wait_for(&self, seq: Seq) -> Waited {
        let mut state = self.shared.lock();
        state.is_awaited = true;
        self.shared.changed.notify_all();
        let behind = |state: &mut State| state.shown.seq < seq && !matches!(state.stage, Stage::Unusable(_));
        let state = self.shared.wait(state, limit::INDEX_WAIT, behind);
        match &state.stage {
            Stage::Unusable(because) => Waited::Unusable(because.clone()),
            _ if state.shown.seq >= seq => Waited::Reached,
            _ => Waited::Behind(state.shown.seq),
        }
    }

    /// The tickets in which something stands; forms of a word are sought in these languages (ISO 639-1).
    ///
    /// # Errors
    /// Why it cannot answer.
    pub fn find(&self, wanted: &Wanted, languages: &[&str]) -> Result<Found, String> {
        let reader = match &*self.shared.lock() {
            State { stage: Stage::Unusable(because), .. } => return Err(because.clone()),
            State { reader: Some(reader), .. } => reader.clone(),
            _ => return Err("it is still being opened".to_owned()),
        };
        guarded(|| reader.find(wanted, languages)).inspect_err(|because| self.begin_anew(because))
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        self.shared.lock().is_closing = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to write.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("position", &self.position()).finish_non_exhaustive()
    }
}

impl Shared {
    /// A panic while the lock is held leaves nothing half done.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(
        &self,
        state: MutexGuard<'a, State>,
        most: Span,
        condition: impl FnMut(&mut State) -> bool,
    ) -> MutexGuard<'a, State> {
        self.changed.wait_timeout_while(state, most.to_std(), condition).unwrap_or_else(PoisonError::into_inner).0
    }

    fn give_up(&self, because: String) {
        let mut state = self.lock();
        state.queue.clear();
        state.reader = None;
        state.stage = Stage::Unusable(because);
        self.changed.notify_all();
    }

    /// An index begins: the first of this process, or anew.
    fn begin(&self, engine: &Engine, mark: Mark) {
        let mut state = self.lock();
        state.queue.clear();
        state.generation = state.generation.saturating_add(1);
        (state.taken, state.shown) = (mark, mark);
        state.reader = Some(engine.reader());
        state.stage = Stage::Following;
        self.changed.notify_all();
    }

    /// What is to be done next.
    fn next(&self, unwritten: usize) -> Next {
        let mut state = self.lock();
        loop {
            if unwritten >= DOCUMENTS {
                return Next::Write(state.taken);
            }
            if let Some(order) = state.queue.pop_front() {
                self.changed.notify_all();
                return match order {
                    Order::Take(generation, batch) if generation == state.generation => Next::Take(batch),
                    Order::Take(..) => continue,
                    Order::Anew(because) => Next::Anew(because),
                };
            }
            let is_behind = state.shown.seq < state.taken.seq;
            if is_behind && (state.is_awaited || state.is_closing) {
                return Next::Write(state.taken);
            }
            state.is_awaited = false;
            if state.is_closing {
                return Next::End;
            }
            let idle = |state: &mut State| state.queue.is_empty() && !state.is_awaited && !state.is_closing;
            state = self.wait(state, REST, idle);
            if state.queue.is_empty() && state.shown.seq < state.taken.seq {
                return Next::Write(state.taken);
            }
        }
    }
}

enum Next {
    Take(Batch),
    Write(Mark),
    Anew(String),
    End,
}

/// Keeps the index of a place until it is closed.
fn keep(place: &Place, shared: &Shared) {
    let opened = match catch_unwind(AssertUnwindSafe(|| Engine::open(place))) {
        Ok(Ok(opened)) => opened,
        Ok(Err(because)) => {
            tracing::warn!(because, "The full-text index cannot be used; it is made again from the journal.");
            None
        }
        Err(_) => {
            tracing::warn!("The full-text index is damaged; it is made again from the journal.");
            None
        }
    };
    let mut engine = match opened.map_or_else(|| guarded(|| Engine::anew(place)).map(|engine| (engine, Mark::default())), Ok) {
        Ok((engine, mark)) => {
            shared.begin(&engine, mark);
            engine
        }
        Err(because) => return shared.give_up(because),
    };
    let mut unwritten = 0_usize;
    loop {
        let done = match shared.next(unwritten) {
            Next::Take(batch) => guarded(|| engine.take(&batch)).map(|documents| {
                unwritten = unwritten.saturating_add(documents);
                shared.lock().taken = batch.upto;
            }),
            Next::Write(mark) => guarded(|| engine.commit(mark)).map(|()| {
                unwritten = 0;
                shared.lock().shown = mark;
                shared.changed.notify_all();
            }),
            Next::Anew(because) => Err(because),
            Next::End => return,
        };
        let Err(because) = done else { continue };
        tracing::warn!(because, "The full-text index is made again from the journal.");
        unwritten = 0;
        engine = match guarded(|| engine.again(place)) {
            Ok(fresh) => fresh,
            Err(because) => {
                tracing::warn!(
                    because,
                    "There is no full-text index until the next start; a search reads the tickets one by one."
                );
                return shared.give_up(because);
            }
        };
        shared.begin(&engine, Mark::default());
    }
}

/// Does something that may fail or, with damaged files, panic.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err("it is damaged".to_owned()))
}

#[cfg(all(test, feature = "search"))]
mod tests;
