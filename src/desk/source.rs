//! A mailbox as a state machine without input or output: Maildir and IMAP are driven by the same steps.
//!
//! The poller says what is to be done next; its driver does it and says what came of it. It asks to file a message (mark, move)
//! only after its disposition has been recorded, and it hands over what it fetched in groups that share one fsync. Nothing is
//! remembered here that the store does not know: after a crash it starts over and finds the rest.

use crate::base::{Fault, Span, limit};
use crate::domain::Place;

use super::work::Fetched;

/// What is to be done next.
#[derive(Debug, PartialEq, Eq)]
pub enum PollStep {
    /// Open the mailbox.
    Connect,
    /// Look for messages that have no disposition yet, at most so many.
    Search {
        /// At most so many.
        limit: usize,
    },
    /// Fetch these, in this order, until the byte bound of a group is reached.
    Fetch(Vec<Place>),
    /// Give these to the desk and wait until they are recorded.
    HandOver(Vec<Fetched>),
    /// File these: mark, rename or move them.
    File(Vec<Place>),
    /// Wait for new mail, or so long.
    Idle(Span),
    /// Wait so long before the next try.
    Wait(Span),
    /// Let go of the mailbox; there is nothing more to do.
    Close,
}

/// What came of a step.
#[derive(Debug)]
pub enum PollEvent {
    /// The driver is ready.
    Started,
    /// The mailbox is open.
    Connected,
    /// These messages have no disposition yet.
    Found(Vec<Place>),
    /// These were fetched; those that had vanished are left out.
    Fetched(Vec<Fetched>),
    /// These are recorded.
    Recorded(Vec<Place>),
    /// Filing is done, or was not possible; the next look will find what is left.
    Filed,
    /// New mail, or the time has come.
    Woken,
    /// The step failed.
    Failed(Fault),
    /// The daemon stops.
    StopAsked,
}

/// One mailbox's state.
#[derive(Debug)]
pub struct Poller {
    every: Span,
    once: bool,
    pending: Vec<Place>,
    failures: u32,
    stopping: bool,
}

impl Poller {
    /// A poller that looks at least every so often; `once`: until nothing is left.
    pub const fn new(every: Span, once: bool) -> Self {
        Self { every, once, pending: Vec::new(), failures: 0, stopping: false }
    }

    /// The step that follows an event.
    pub fn next(&mut self, event: PollEvent) -> PollStep {
        match event {
            PollEvent::StopAsked => {
                self.stopping = true;
                PollStep::Close
            }
            // A message in hand is finished before the poller stops: it is recorded already, and filing it saves a second look.
            PollEvent::Recorded(places) if !places.is_empty() => PollStep::File(places),
            _ if self.stopping => PollStep::Close,
            PollEvent::Started => PollStep::Connect,
            PollEvent::Connected | PollEvent::Woken => self.search(),
            PollEvent::Found(places) => {
                self.failures = 0;
                self.pending = places;
                self.fetch()
            }
            PollEvent::Fetched(messages) => {
                let fetched = messages.len();
                if fetched == 0 {
                    // All of them vanished meanwhile.
                    self.pending.clear();
                    return self.search();
                }
                self.pending.retain(|place| !messages.iter().any(|message| message.place == *place));
                PollStep::HandOver(messages)
            }
            PollEvent::Recorded(_) | PollEvent::Filed => {
                if self.pending.is_empty() {
                    self.search()
                } else {
                    self.fetch()
                }
            }
            PollEvent::Failed(fault) => self.failed(fault),
        }
    }

    const fn search(&mut self) -> PollStep {
        PollStep::Search { limit: limit::GROUP_PLANS.saturating_mul(16) }
    }

    fn fetch(&mut self) -> PollStep {
        if self.pending.is_empty() {
            return if self.once { PollStep::Close } else { PollStep::Idle(self.every) };
        }
        PollStep::Fetch(self.pending.iter().take(limit::GROUP_PLANS).cloned().collect())
    }

    /// Back-off 5 s, 10 s … 10 min (SECURITY.md, F13); what will not pass by itself waits longest at once.
    fn failed(&mut self, fault: Fault) -> PollStep {
        self.pending.clear();
        if self.once {
            return PollStep::Close;
        }
        let longest = Span::from_minutes(10);
        let wait = match fault {
            Fault::Lasting => longest,
            Fault::Passing => Span::from_seconds(5_u64.saturating_mul(1 << self.failures.min(7))).min(longest),
        };
        self.failures = self.failures.saturating_add(1);
        PollStep::Wait(wait)
    }

    /// After a wait the mailbox is opened anew.
    pub const fn has_failed(&self) -> bool {
        self.failures > 0
    }
}
