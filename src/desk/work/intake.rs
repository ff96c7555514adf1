//! Messages come in: in their order, at most once each, and never at the price of those behind them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::base::{Timestamp, limit};
use crate::domain::{Actor, Asking, Cause, Change, Place, Rows};
use crate::store::{Disk, Keyspace};

use super::super::ahead::{self, Arriving, ReadMail};
use super::super::error::DeskError;
use super::super::input::{Fetched, Reply};
use super::super::probe;
use super::super::receive::{self, Taken};
use super::super::trust;
use super::{Answers, Desk, bearable, staff};

/// What taking a message in came to.
enum TakenIn {
    Done(Reply),
    /// The index is to be asked first.
    Asks(Vec<Asking>),
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Messages one after the other, read ahead where that pays and none of them may be poison.
    pub(super) fn arrivals(
        &mut self,
        messages: Vec<Fetched>,
        replies: &mut Vec<Result<Reply, DeskError>>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let own = self.settings.own_marks();
        let zone = self.settings.policy.calendar.zone().clone();
        let namer = self.store.namer();
        let mut take = |desk: &mut Self, arriving: &Arriving, mail| {
            replies.push(bearable(desk.arrived(arriving, mail, now))?);
            // Letters may carry more than came in; the replies are given after the last commit all the same.
            if desk.store.group_bytes() >= limit::GROUP_BYTES {
                desk.store.commit()?;
            }
            Ok(())
        };
        if self.caution > 0 || messages.len() < 2 {
            return messages.into_iter().try_for_each(|fetched| take(self, &Arriving::new(fetched, &namer), None));
        }
        ahead::each(messages, &namer, &own, &zone, |arriving, mail| take(self, arriving, mail))
    }

    /// Takes one message in. A cursor never passes a message that has no disposition: what follows it in its folder is refused
    /// until that message was taken in, or until the folder is opened anew.
    pub(super) fn arrived(&mut self, arriving: &Arriving, mail: Option<ReadMail>, now: Timestamp) -> Result<Reply, DeskError> {
        let Place::Imap { mailbox, folder, uid, .. } = &arriving.place else { return self.take_in(arriving, mail, now) };
        let key = (mailbox.clone(), folder.clone());
        if self.held_back.get(&key).is_some_and(|held| held < uid) {
            return Err(DeskError::Refused("a message before it in its folder could not be taken in".to_owned()));
        }
        let reply = self.take_in(arriving, mail, now);
        if reply.is_err() {
            self.held_back.insert(key, *uid);
        } else {
            self.held_back.remove(&key);
        }
        reply
    }

    fn take_in(&mut self, arriving: &Arriving, mut mail: Option<ReadMail>, now: Timestamp) -> Result<Reply, DeskError> {
        let mut poisoned = false;
        // Who releases a message has decided that it is to be read, whatever it did before.
        if self.caution > 0 && !matches!(arriving.place, Place::Quarantine { .. }) {
            poisoned = self.strike(arriving, now)?;
            self.caution = self.caution.saturating_sub(1);
        }
        let mut answers = Answers::new();
        loop {
            match self.take_in_once(arriving, poisoned, mail.take(), &answers, now)? {
                TakenIn::Done(reply) => return Ok(reply),
                // Decided once more, over the same state: this time with what the index says.
                TakenIn::Asks(asked) => answers.extend(self.answers(asked)?),
            }
        }
    }

    fn take_in_once(
        &mut self,
        arriving: &Arriving,
        poisoned: bool,
        mail: Option<ReadMail>,
        answers: &Answers,
        now: Timestamp,
    ) -> Result<TakenIn, DeskError> {
        let draft = self.store.draft();
        let settings = &self.settings;
        // A plan that panics drops its own draft alone. The message is then set aside unread, so that the next one flows.
        let taken = catch_unwind(AssertUnwindSafe(|| receive::receive(draft, settings, arriving, poisoned, mail, answers, now)));
        let taken = match taken {
            Ok(Ok(taken)) => taken,
            // A plan that does not fit is a defect of ours just like a panic, and would not fit the next time either.
            Ok(Err(DeskError::Plan(_))) | Err(_) => {
                tracing::error!(place = ?arriving.place, "A message could not be decided on; it is set aside.");
                receive::set_aside_undecided(self.store.draft(), settings, arriving, now)?
            }
            Ok(Err(error)) => return Err(error),
        };
        match taken {
            Taken::Asks(asked) => Ok(TakenIn::Asks(asked)),
            Taken::Before(seen, moved) => {
                if let Some(drafted) = moved {
                    self.accept(*drafted)?;
                }
                // Where it lies now, not where it lay then: this place is what is filed.
                let place = arriving.place.clone();
                Ok(TakenIn::Done(Reply::Recorded {
                    place,
                    disposition: seen.disposition,
                    ticket: seen.ticket,
                    changes: Vec::new(),
                }))
            }
            Taken::Now(mut drafted) => {
                let changes = drafted.take_changes();
                self.store.accept(*drafted)?;
                if staff::are_about_people(&changes) {
                    self.know_persons()?;
                }
                if changes.iter().any(|change| matches!(change, Change::PlusProven { .. })) {
                    self.settings.plus_proven = probe::proven(&self.store.draft(), &self.settings)?;
                }
                if changes.iter().any(|change| matches!(change, Change::TrustJudged { .. })) {
                    self.settings.deceived = trust::deceived(&self.store.draft(), &self.settings)?;
                }
                if changes.iter().any(|change| matches!(change, Change::StaffConfirmed { .. })) {
                    self.know_staff(now)?;
                }
                let (disposition, ticket) = receive::disposition(&changes)
                    .map(|(disposition, ticket)| (disposition.clone(), ticket))
                    .ok_or_else(|| DeskError::Missing("a disposition".to_owned()))?;
                Ok(TakenIn::Done(Reply::Recorded { place: arriving.place.clone(), disposition, ticket, changes }))
            }
        }
    }

    /// Names a message durably before it is read. True once the same bytes have ended the process too often.
    fn strike(&mut self, arriving: &Arriving, now: Timestamp) -> Result<bool, DeskError> {
        self.store.commit()?;
        let mut draft = self.store.draft();
        let raw = arriving.raw.name();
        if draft.sighting(raw)?.is_some_and(|sighting| sighting.seen.iter().any(|seen| seen.place == arriving.place)) {
            return Ok(false);
        }
        if draft.strike(raw)?.unwrap_or_default().count >= limit::POISON_STRIKES {
            return Ok(true);
        }
        draft.apply(Change::Struck { raw }, now).map_err(DeskError::Plan)?;
        let drafted = draft.finish(Actor::Desk, &Cause::Message(raw), now, self.settings.fingerprint)?;
        self.accept(drafted)?;
        self.store.commit()?;
        Ok(false)
    }
}
