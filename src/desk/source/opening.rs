//! Where the reading of an IMAP folder goes on, or begins.
//!
//! A folder numbers its messages; UIDVALIDITY says by which numbering (RFC 3501 §2.3.1.1). When the numbering is another one,
//! or has gone back, every message is looked at again: the desk knows by their bytes which it has taken in already.

use crate::base::{Span, Timestamp};
use crate::config::Start;
use crate::domain::Cursor;

/// What a folder says of its numbering when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// UIDVALIDITY.
    pub validity: u32,
    /// UIDNEXT: what comes from now on has this UID or a higher one.
    pub next: u32,
}

/// How reading goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Behind this cursor.
    Continue(Cursor),
    /// It begins, or begins anew, with this cursor, which is to be recorded before anything is read.
    Begin(Cursor),
    /// It begins with the first message that came at this time or later; [`begin_at`] makes the cursor when it has been found.
    BeginSince(Timestamp),
}

/// How reading goes on in a folder that has just been opened.
pub fn opening(known: Option<Cursor>, folder: Numbering, start: Start, now: Timestamp) -> Opening {
    if let Some(known) = known {
        // Numbers only grow (RFC 3501 §2.3.1.1): where the next one was given already, the server was set back.
        let is_set_back = folder.next <= known.uid;
        return if known.validity == folder.validity && !is_set_back {
            Opening::Continue(known)
        } else {
            let rescan = folder.next.saturating_sub(1);
            Opening::Begin(Cursor { validity: folder.validity, uid: 0, first: 0, since: known.since, rescan })
        };
    }
    match start {
        Start::Now => Opening::Begin(begin_at(folder, Some(now), None)),
        Start::All => Opening::Begin(begin_at(folder, None, Some(1))),
        Start::Since(since) => Opening::BeginSince(since),
    }
}

/// The cursor of a folder whose reading begins at this message; none: with what comes from now on.
pub fn begin_at(folder: Numbering, since: Option<Timestamp>, first: Option<u32>) -> Cursor {
    let uid = first.unwrap_or(folder.next).saturating_sub(1);
    Cursor { validity: folder.validity, uid, first: uid, since, rescan: 0 }
}

/// Was this message there before the desk, so that it is not even looked at? Only in a folder that was numbered anew: else
/// the cursor has passed such messages already, and an old message that somebody has moved here is to be taken in.
///
/// A day of slack: the server's clock and time zone are its own, and a message that is looked at once more is known by its bytes.
pub fn is_older_than_desk(cursor: &Cursor, uid: u32, arrived: Option<Timestamp>) -> bool {
    uid <= cursor.rescan && cursor.since.zip(arrived).is_some_and(|(since, arrived)| arrived.plus(Span::from_days(1)) < since)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);
    const KNOWN: Cursor =
        Cursor { validity: 7, uid: 50, first: 20, since: Some(Timestamp::from_seconds(1_700_000_000)), rescan: 0 };

    fn folder(validity: u32, next: u32) -> Numbering {
        Numbering { validity, next }
    }

    #[test]
    fn what_is_known_goes_on_whatever_start_says() {
        for start in [Start::Now, Start::All, Start::Since(NOW)] {
            assert_eq!(opening(Some(KNOWN), folder(7, 51), start, NOW), Opening::Continue(KNOWN));
            assert_eq!(opening(Some(KNOWN), folder(7, 900), start, NOW), Opening::Continue(KNOWN));
        }
    }

    #[test]
    fn the_first_time_it_begins_where_start_says() {
        let begin = |start| opening(None, folder(7, 31), start, NOW);
        let cursor = |uid, since| Cursor { validity: 7, uid, first: uid, since, rescan: 0 };
        assert_eq!(begin(Start::Now), Opening::Begin(cursor(30, Some(NOW))));
        assert_eq!(begin(Start::All), Opening::Begin(cursor(0, None)));
        assert_eq!(begin(Start::Since(NOW)), Opening::BeginSince(NOW));
        assert_eq!(begin_at(folder(7, 31), Some(NOW), Some(12)), cursor(11, Some(NOW)));
        assert_eq!(begin_at(folder(7, 31), Some(NOW), None), cursor(30, Some(NOW)));
        // An empty folder that never had a message.
        assert_eq!(opening(None, folder(7, 1), Start::Now, NOW), Opening::Begin(cursor(0, Some(NOW))));
    }

    #[test]
    fn another_numbering_or_one_set_back_is_looked_at_anew() {
        for numbering in [folder(8, 61), folder(6, 61), folder(7, 50), folder(7, 1), folder(8, 1)] {
            let anew = Cursor { validity: numbering.validity, uid: 0, first: 0, since: KNOWN.since, rescan: numbering.next - 1 };
            assert_eq!(opening(Some(KNOWN), numbering, Start::All, NOW), Opening::Begin(anew), "{numbering:?}");
        }
    }

    #[test]
    fn only_a_rescan_passes_over_what_was_there_before_the_desk() {
        let since = KNOWN.since.unwrap_or(NOW);
        let rescan = Cursor { uid: 0, first: 0, rescan: 60, ..KNOWN };
        let two_days_before = Some(since.minus(Span::from_days(2)));
        assert!(is_older_than_desk(&rescan, 3, two_days_before));
        assert!(!is_older_than_desk(&rescan, 3, Some(since.minus(Span::from_hours(23)))));
        assert!(!is_older_than_desk(&rescan, 3, None));
        assert!(!is_older_than_desk(&rescan, 61, two_days_before));
        assert!(!is_older_than_desk(&KNOWN, 51, two_days_before));
        assert!(!is_older_than_desk(&Cursor { since: None, ..rescan }, 3, two_days_before));
    }
}
