//! What is measured, as small records in the order of time: each says that something began, ended or was done, and to which
//! ticket. Reports are made from them alone; they come from the journal alone.
//!
//! A sample has 40 bytes. It names nobody: people stand in it as contact ids, which lead to nobody once a contact was erased.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{CategoryName, ContactId, MailboxName, TeamName, TicketId, Timestamp};
use crate::domain::Priority;

/// Where a ticket stood when it was measured.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Frame {
    /// The mailbox it came in by.
    pub mailbox: MailboxName,
    /// Its team.
    pub team: Option<TeamName>,
    /// Who answered for it.
    pub assignee: Option<ContactId>,
    /// What sort of question it was.
    pub category: Option<CategoryName>,
    /// How pressing it was.
    pub priority: Priority,
    /// Its labels.
    pub tags: BTreeSet<String>,
}

impl What {
    /// Does it count for who did it, rather than for who answers for the ticket?
    pub(super) const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::FirstResponse
                | Self::NextResponse
                | Self::Replied
                | Self::Touched
                | Self::TimeSpent
                | Self::Asked
                | Self::Rated
                | Self::Judged
                | Self::Reviewed
                | Self::Scored
                | Self::WentAway
                | Self::CameBack
                | Self::AwayTakenBack
        )
    }
}

impl Frame {
    /// Of what came by a mailbox, and nothing else is known of it.
    pub(super) const fn of_mailbox(mailbox: MailboxName) -> Self {
        Self { mailbox, team: None, assignee: None, category: None, priority: Priority::Normal, tags: BTreeSet::new() }
    }
}

macro_rules! whats {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)*) => {
        /// What a sample tells. The numbers are those of the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum What {
            $($(#[$doc])* $name,)*
        }

        impl What {
            const fn number(self) -> u8 {
                match self {
                    $(Self::$name => $number,)*
                }
            }

            const fn of(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

whats! {
    /// A ticket was opened; who: its requester.
    Opened = 1;
    /// An unfinished ticket became resolved or closed; since: it was opened, or reopened; number: what it took.
    Resolved = 2;
    /// An unfinished ticket became spam or part of another one.
    Dismissed = 3;
    /// A finished ticket became unfinished again; since: it was opened.
    Reopened = 4;
    /// An unfinished ticket left this frame for another one.
    Left = 5;
    /// An unfinished ticket came into this frame from another one; since: it was opened.
    Entered = 6;
    /// The first public answer; since: the ticket was opened; who: its writer.
    FirstResponse = 7;
    /// A public answer to somebody who waited, but for the first; since: he waited; who: its writer.
    NextResponse = 8;
    /// A public answer; who: its writer.
    Replied = 9;
    /// Somebody of the staff did something to the ticket by one mail; who: he.
    Touched = 10;
    /// A promise was kept; number: its place among the targets.
    Kept = 11;
    /// A promise was broken; number: its place among the targets.
    Broken = 12;
    /// The next one up was told that a customer waits; once until the ticket is finished.
    Escalated = 13;
    /// Work was put down; number: minutes, less than nothing where it was taken back; who: whose work.
    TimeSpent = 14;
    /// A rule took the ticket; number: the place of its name.
    RuleTook = 15;
    /// No rule took the ticket.
    NoRule = 16;
    /// Somebody changed what the rules had set, soon after the opening; who: he; number: the place of the first rule's name.
    Corrected = 17;
    /// An acknowledgement was written.
    Acknowledged = 18;
    /// An automatic letter was not written, so that mail does not go round.
    Withheld = 19;
    /// A letter came back; number: 1 where for good.
    Bounced = 20;
    /// A message was set aside; number: 1 where it was our own mail come back.
    Quarantined = 21;
    /// Somebody went away; who: he; since: from when; number: minutes from then, less than nothing where nobody knows.
    WentAway = 22;
    /// He is back; who: he.
    CameBack = 23;
    /// A customer was asked whether he was satisfied; who: who had resolved the ticket.
    Asked = 24;
    /// A customer has said it; since: he was asked; who: who had resolved the ticket then; number: from 1 to 5.
    Rated = 25;
    /// An acknowledgement offered articles; once a ticket.
    Offered = 26;
    /// Such a ticket was finished, and nobody had to answer it.
    Helped = 27;
    /// What was said last of his being away or back was taken back; who: he.
    AwayTakenBack = 29;
    /// A ticket was reviewed; who: whose work it was; number: less than nothing where that is taken back, since: it was said.
    Reviewed = 40;
    /// A criterion of a review; who: whose work it was; number: which and how good, see `scores`; since: as above.
    Scored = 41;
    /// What somebody supervised wrote was judged; who: he; number: sent as it was, with other words, or not.
    Judged = 28;
    /// A mailbox brought a message, whatever became of it; its frame has nothing but the mailbox.
    Heard = 60;
}

/// One record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// When.
    pub at: Timestamp,
    /// Since when, where it tells of a span.
    pub since: Option<Timestamp>,
    /// What.
    pub what: What,
    /// Its ticket; 0: none.
    pub ticket: TicketId,
    /// Who did it, or whom it is about.
    pub who: Option<ContactId>,
    /// Who had asked.
    pub requester: Option<ContactId>,
    /// The place of its frame among the frames; none without a ticket.
    pub frame: Option<u32>,
    /// How much, or which.
    pub number: i32,
}

/// Bytes of a sample in the file.
pub(super) const SAMPLE_BYTES: usize = 40;
/// Stands for a time that there is none of.
const NEVER: i64 = i64::MIN;

impl Sample {
    /// Its written form.
    pub fn to_bytes(self) -> [u8; SAMPLE_BYTES] {
        let mut bytes = [0; SAMPLE_BYTES];
        let since = self.since.map_or(NEVER, Timestamp::as_millis);
        let (who, requester) = (self.who.map_or(0, ContactId::get), self.requester.map_or(0, ContactId::get));
        let frame = self.frame.unwrap_or(u32::MAX);
        let parts = self
            .at
            .as_millis()
            .to_le_bytes()
            .into_iter()
            .chain(since.to_le_bytes())
            .chain(self.ticket.get().to_le_bytes())
            .chain(who.to_le_bytes())
            .chain(requester.to_le_bytes())
            .chain(frame.to_le_bytes())
            .chain(self.number.to_le_bytes())
            .chain([self.what.number()]);
        for (place, byte) in bytes.iter_mut().zip(parts) {
            *place = byte;
        }
        bytes
    }

    /// Reads it; none where it is damaged or of a later version.
    pub fn of_bytes(bytes: &[u8; SAMPLE_BYTES]) -> Option<Self> {
        let (at, rest) = bytes.split_first_chunk::<8>()?;
        let (since, rest) = rest.split_first_chunk::<8>()?;
        let (ticket, rest) = rest.split_first_chunk::<4>()?;
        let (who, rest) = rest.split_first_chunk::<4>()?;
        let (requester, rest) = rest.split_first_chunk::<4>()?;
        let (frame, rest) = rest.split_first_chunk::<4>()?;
        let (number, rest) = rest.split_first_chunk::<4>()?;
        let contact = |bytes: &[u8; 4]| Some(u32::from_le_bytes(*bytes)).filter(|id| *id != 0).map(ContactId::new);
        Some(Self {
            at: Timestamp::from_millis(i64::from_le_bytes(*at)),
            since: Some(i64::from_le_bytes(*since)).filter(|at| *at != NEVER).map(Timestamp::from_millis),
            what: What::of(*rest.first()?)?,
            ticket: TicketId::new(u32::from_le_bytes(*ticket)),
            who: contact(who),
            requester: contact(requester),
            frame: Some(u32::from_le_bytes(*frame)).filter(|frame| *frame != u32::MAX),
            number: i32::from_le_bytes(*number),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_read_as_it_was_written() {
        let whole = Sample {
            at: Timestamp::from_millis(1_772_000_000_123),
            since: Some(Timestamp::from_millis(-5)),
            what: What::TimeSpent,
            ticket: TicketId::new(42),
            who: Some(ContactId::new(7)),
            requester: Some(ContactId::new(u32::MAX)),
            frame: Some(3),
            number: -20,
        };
        let bare = Sample { since: None, who: None, requester: None, frame: None, what: What::Bounced, ..whole };
        for sample in [whole, bare] {
            assert_eq!(Sample::of_bytes(&sample.to_bytes()), Some(sample));
        }
        let mut foreign = whole.to_bytes();
        if let Some(what) = foreign.get_mut(36) {
            *what = 200;
        }
        assert_eq!(Sample::of_bytes(&foreign), None);
    }
}
