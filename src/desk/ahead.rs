//! Messages are named and read ahead on a thread of their own: both is pure, and the writer has enough to do with deciding.

use std::cell::OnceCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};

use jiff::tz::TimeZone;

use crate::base::{Digest, limit};
use crate::domain::Place;
use crate::mail::{Files, Mail, OwnMarks};
use crate::store::{NamedText, Namer};

use super::input::{Fetched, Signatures};

/// A message that is being taken in.
#[derive(Debug)]
pub(super) struct Arriving {
    /// Where it lies.
    pub(super) place: Place,
    /// All of it, and its name.
    pub(super) raw: NamedText,
    /// What verifying its signatures came to; none where that was not done.
    pub(super) signatures: Option<Signatures>,
}

impl Arriving {
    pub(super) fn new(fetched: Fetched, namer: &Namer) -> Self {
        Self { place: fetched.place, raw: namer.name(Arc::new(fetched.bytes)), signatures: fetched.signatures }
    }
}

/// A message that was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) mail: Mail,
    /// Its files as letters will carry them, worked out ahead where most letters may: few letters carry none of them.
    pub(super) enclosed: OnceCell<Option<Enclosed>>,
}

/// What reading a message came to: the message, or that it panicked.
pub(super) type ReadMail = std::thread::Result<Read>;

/// Files as letters carry them, with the name that the spool has for them.
#[derive(Debug)]
pub(super) struct Enclosed {
    pub(super) files: Files,
    pub(super) named: NamedText,
}

impl Enclosed {
    /// The files of a message with this name.
    pub(super) fn of(mail: &Mail, raw: Digest, namer: &Namer) -> Option<Self> {
        let files = Files::of(&mail.attachments, raw)?;
        let named = namer.name(Arc::clone(files.bytes()));
        Some(Self { files, named })
    }
}

/// Can a phone take the files of a message?
pub(super) fn is_light(mail: &Mail) -> bool {
    mail.attachments.iter().map(|file| file.content.len()).sum::<usize>() <= limit::NOTIFICATION_ATTACHMENT_BYTES
}

/// Reads a message. Reading is pure, so a panic leaves nothing behind. None where it is too large to be read.
pub(super) fn read(raw: &NamedText, namer: &Namer, own: &OwnMarks, zone: &TimeZone) -> Option<ReadMail> {
    let read = || {
        let mail = crate::mail::read_in(raw.bytes(), own, zone);
        let enclosed = if is_light(&mail) { Enclosed::of(&mail, raw.name(), namer).into() } else { OnceCell::new() };
        Read { mail, enclosed }
    };
    let fits = raw.bytes().len() <= limit::MESSAGE_BYTES;
    fits.then(|| catch_unwind(AssertUnwindSafe(read)))
}

/// Does something with each message in order and what reading it came to, if it has been read already.
pub(super) fn each<E>(
    messages: Vec<Fetched>,
    namer: &Namer,
    own: &OwnMarks,
    zone: &TimeZone,
    mut work: impl FnMut(&Arriving, Option<ReadMail>) -> Result<(), E>,
) -> Result<(), E> {
    let parts = messages.into_iter().map(|message| ((message.place, message.signatures), Arc::new(message.bytes)));
    let (places, texts): (Vec<_>, Vec<Arc<Vec<u8>>>) = parts.unzip();
    let texts = texts.as_slice();
    std::thread::scope(|scope| {
        let (done, ready) = mpsc::sync_channel(limit::READ_AHEAD);
        let reader = std::thread::Builder::new().name("reader".to_owned()).stack_size(limit::READING_STACK_BYTES);
        let reader = reader.spawn_scoped(scope, move || {
            for text in texts {
                let raw = namer.name(Arc::clone(text));
                let mail = read(&raw, namer, own, zone);
                if done.send((raw, mail)).is_err() {
                    // Nobody wants the rest.
                    return;
                }
            }
        });
        for ((place, signatures), text) in places.into_iter().zip(texts) {
            // Without a thread it is read where it is needed.
            let read = if reader.is_ok() { ready.recv().ok() } else { None };
            let (raw, mail) = read.unwrap_or_else(|| (namer.name(Arc::clone(text)), None));
            work(&Arriving { place, raw, signatures }, mail)?;
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
            Fetched::new(Place::Delivered { mailbox, number }, bytes)
        };
        (0..count).map(message).collect()
    }

    fn namer() -> Namer {
        crate::store::MemoryStore::in_memory([7; 32]).expect("opens").namer()
    }

    #[test]
    fn each_message_comes_with_its_own_reading_in_order() {
        let mut subjects = Vec::new();
        let outcome = each(messages(100), &namer(), &OwnMarks::default(), &TimeZone::UTC, |arriving, mail| {
            let mail = mail.expect("read").expect("no panic").mail;
            assert_eq!(arriving.place, messages(100)[subjects.len()].place);
            assert_eq!(arriving.raw.bytes(), format!("Subject: {}\n\nHello\n", mail.subject).into_bytes());
            subjects.push(mail.subject);
            Ok::<(), ()>(())
        });
        assert_eq!((outcome, subjects.len()), (Ok(()), 100));
    }

    #[test]
    fn an_error_ends_it_at_once() {
        let mut seen = 0;
        let outcome = each(messages(100), &namer(), &OwnMarks::default(), &TimeZone::UTC, |_, _| {
            seen += 1;
            if seen == 3 { Err("enough") } else { Ok(()) }
        });
        assert_eq!((outcome, seen), (Err("enough"), 3));
    }
}
