//! Messages are read ahead on a thread of their own: reading is pure, and the writer has enough to do with deciding.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;

use jiff::tz::TimeZone;

use crate::base::limit;
use crate::mail::{Mail, OwnMarks};

use super::work::Fetched;

/// What reading a message came to: the message, or that it panicked.
pub(super) type ReadMail = std::thread::Result<Mail>;

/// Reads a message. Reading is pure, so a panic leaves nothing behind. None where it is too large to be read.
pub(super) fn read(fetched: &Fetched, own: &OwnMarks, zone: &TimeZone) -> Option<ReadMail> {
    let fits = fetched.bytes.len() <= limit::MESSAGE_BYTES;
    fits.then(|| catch_unwind(AssertUnwindSafe(|| crate::mail::read_in(&fetched.bytes, own, zone))))
}

/// Does something with each message in order and what reading it came to, if it has been read already.
pub(super) fn each<E>(
    messages: &[Fetched],
    own: &OwnMarks,
    zone: &TimeZone,
    mut work: impl FnMut(&Fetched, Option<ReadMail>) -> Result<(), E>,
) -> Result<(), E> {
    std::thread::scope(|scope| {
        let (done, ready) = mpsc::sync_channel(limit::READ_AHEAD);
        let reader = std::thread::Builder::new().name("reader".to_owned()).stack_size(limit::READING_STACK_BYTES);
        let reader = reader.spawn_scoped(scope, move || {
            for message in messages {
                if done.send(read(message, own, zone)).is_err() {
                    // Nobody wants the rest.
                    return;
                }
            }
        });
        for message in messages {
            // Without a thread it is read where it is needed.
            let mail = if reader.is_ok() { ready.recv().ok().flatten() } else { None };
            work(message, mail)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::MailboxName;
    use crate::domain::Place;

    fn messages(count: u64) -> Vec<Fetched> {
        let message = |number: u64| {
            let mailbox = MailboxName::new("support").expect("name");
            let bytes = format!("Subject: {number}\n\nHello\n").into_bytes();
            Fetched { place: Place::Delivered { mailbox, number }, bytes }
        };
        (0..count).map(message).collect()
    }

    #[test]
    fn each_message_comes_with_its_own_reading_in_order() {
        let mut subjects = Vec::new();
        let outcome = each(&messages(100), &OwnMarks::default(), &TimeZone::UTC, |fetched, mail| {
            let mail = mail.expect("read").expect("no panic");
            assert_eq!(fetched.bytes, format!("Subject: {}\n\nHello\n", mail.subject).into_bytes());
            subjects.push(mail.subject);
            Ok::<(), ()>(())
        });
        assert_eq!((outcome, subjects.len()), (Ok(()), 100));
    }

    #[test]
    fn an_error_ends_it_at_once() {
        let mut seen = 0;
        let outcome = each(&messages(100), &OwnMarks::default(), &TimeZone::UTC, |_, _| {
            seen += 1;
            if seen == 3 { Err("enough") } else { Ok(()) }
        });
        assert_eq!((outcome, seen), (Err("enough"), 3));
    }
}
