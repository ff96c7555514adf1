//! A mailbox as a state machine without input or output: Maildir and IMAP are driven by the same steps.
//!
//! The poller says what is to be done next; its driver does it and says what came of it. It asks to file a message (mark, move)
//! only after its disposition has been recorded, and it hands over what it fetched in groups that share one fsync. Nothing is
//! remembered here that the store does not know: after a crash it starts over and finds the rest.

mod opening;

use crate::base::{Fault, Span, limit};
use crate::domain::Place;

use super::input::Fetched;

pub use opening::{Numbering, Opening, begin_at, is_older_than_desk, opening};

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
    /// Wait so long before the mailbox is opened anew.
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::MailboxName;

    fn place(unique: &str) -> Place {
        Place::Maildir { mailbox: MailboxName::new("support").unwrap(), unique: unique.to_owned() }
    }

    fn fetched(unique: &str) -> Fetched {
        Fetched::new(place(unique), b"x".to_vec())
    }

    fn poller(once: bool) -> Poller {
        Poller::new(Span::from_seconds(1), once)
    }

    #[test]
    fn a_message_is_filed_only_after_it_was_recorded() {
        let mut poller = poller(false);
        assert_eq!(poller.next(PollEvent::Started), PollStep::Connect);
        assert!(matches!(poller.next(PollEvent::Connected), PollStep::Search { .. }));
        assert_eq!(poller.next(PollEvent::Found(vec![place("1"), place("2")])), PollStep::Fetch(vec![place("1"), place("2")]));
        // The byte bound let only one through; the other follows.
        assert_eq!(poller.next(PollEvent::Fetched(vec![fetched("1")])), PollStep::HandOver(vec![fetched("1")]));
        assert_eq!(poller.next(PollEvent::Recorded(vec![place("1")])), PollStep::File(vec![place("1")]));
        assert_eq!(poller.next(PollEvent::Filed), PollStep::Fetch(vec![place("2")]));
        assert_eq!(poller.next(PollEvent::Fetched(vec![fetched("2")])), PollStep::HandOver(vec![fetched("2")]));
        assert_eq!(poller.next(PollEvent::Recorded(vec![place("2")])), PollStep::File(vec![place("2")]));
        assert!(matches!(poller.next(PollEvent::Filed), PollStep::Search { .. }));
        assert_eq!(poller.next(PollEvent::Found(Vec::new())), PollStep::Idle(Span::from_seconds(1)));
        assert!(matches!(poller.next(PollEvent::Woken), PollStep::Search { .. }));
    }

    #[test]
    fn what_was_recorded_is_filed_even_when_the_daemon_stops() {
        let mut poller = poller(false);
        poller.next(PollEvent::Found(vec![place("1")]));
        poller.next(PollEvent::Fetched(vec![fetched("1")]));
        assert_eq!(poller.next(PollEvent::StopAsked), PollStep::Close);
        assert_eq!(poller.next(PollEvent::Recorded(vec![place("1")])), PollStep::File(vec![place("1")]));
        assert_eq!(poller.next(PollEvent::Filed), PollStep::Close);
    }

    #[test]
    fn trouble_waits_longer_each_time_and_starts_over_after_success() {
        let mut poller = poller(false);
        let mut waits = Vec::new();
        for _ in 0..9 {
            let PollStep::Wait(span) = poller.next(PollEvent::Failed(Fault::Passing)) else { unreachable!("it waits") };
            waits.push(span.as_seconds());
        }
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 600, 600]);
        poller.next(PollEvent::Found(Vec::new()));
        assert_eq!(poller.next(PollEvent::Failed(Fault::Passing)), PollStep::Wait(Span::from_seconds(5)));
        assert_eq!(poller.next(PollEvent::Failed(Fault::Lasting)), PollStep::Wait(Span::from_minutes(10)));
    }

    #[test]
    fn once_ends_when_nothing_is_left_or_nothing_can_be_read() {
        let mut empty = poller(true);
        assert_eq!(empty.next(PollEvent::Found(Vec::new())), PollStep::Close);
        assert_eq!(poller(true).next(PollEvent::Failed(Fault::Passing)), PollStep::Close);
    }
}
