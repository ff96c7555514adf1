//! What an admin orders, and what a mail server hands over: inputs that come by the control socket.

use crate::base::{MailboxName, OutboxId, QuarantineId, Timestamp, limit};
use crate::domain::{Actor, Cause, Change, LetterState, Notice, Place, Plan, QuarantineReason, Rows};
use crate::mail::{Signature, SignatureResult};
use crate::store::{Disk, Keyspace, Queries};

use super::super::ask::{self, Answer, Question};
use super::super::error::DeskError;
use super::super::hand_over::mailbox_of;
use super::super::input::{Fetched, Unverified};
use super::super::receive::carry_out;
use super::{Arriving, Desk, Reply, to_operator};

/// The last messages set aside among which those that wait for keys are looked for: they wait an hour at most.
const UNVERIFIED_LOOKED_AT: u32 = 2000;

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Takes in a message that a mail server hands over. Its place is its position among all messages ever received: a number
    /// that follows from the state alone, so that no crash and no second attempt gives it twice.
    pub(super) fn delivered(
        &mut self,
        mailbox: Option<MailboxName>,
        bytes: Vec<u8>,
        signatures: Option<Vec<Signature>>,
        now: Timestamp,
    ) -> Result<Reply, DeskError> {
        let mailbox = mailbox_of(mailbox, &bytes, &self.settings.policy)?;
        let received = self.store.draft().counters()?.unwrap_or_default().received;
        let place = Place::Delivered { mailbox, number: received.saturating_add(1) };
        self.arrived(&Arriving::new(Fetched { place, bytes, signatures }, &self.store.namer()), None, now)
    }

    /// Messages of the staff that wait for the keys of their signatures, the newest of them.
    pub(super) fn unverified(&self) -> Result<Reply, DeskError> {
        let rows = self.store.draft();
        let last = rows.counters()?.unwrap_or_default().quarantine.get();
        let after = QuarantineId::new(last.saturating_sub(UNVERIFIED_LOOKED_AT));
        let mut waiting = Vec::new();
        for row in rows.quarantined_after(after, usize::MAX)? {
            if row.reason == QuarantineReason::KeysUnreachable && waiting.len() < limit::SIGNATURES {
                waiting.push(Unverified { id: row.id, mailbox: row.mailbox, bytes: rows.text(row.raw)? });
            }
        }
        Ok(Reply::Unverified(waiting))
    }

    /// Takes in a message whose signatures have been looked at again. Where no resolver answers still, it waits on, up to an hour;
    /// then it is decided on without.
    pub(super) fn verified(&mut self, id: QuarantineId, signatures: Vec<Signature>, now: Timestamp) -> Result<Reply, DeskError> {
        let Some(row) = self.store.draft().quarantined(id)? else { return Ok(Reply::Done) };
        let is_silent = signatures.iter().any(|one| one.result == SignatureResult::KeysUnreachable);
        if row.reason != QuarantineReason::KeysUnreachable || is_silent && now.since(row.at) < limit::KEYS_AWAITED {
            return Ok(Reply::Done);
        }
        self.take_out(id, Some(signatures), now)
    }

    /// Answers the command line. Whoever types there has no profile, so he sees what everybody may see; only an export of the journal
    /// is as it was written, for its lines prove one another.
    pub(super) fn ask_masked(&mut self, question: Question, now: Timestamp) -> Result<Reply, DeskError> {
        let is_export = matches!(&question, Question::Journal(query) if query.export);
        match self.ask(question, now)? {
            Reply::Answer(answer) if !is_export => Ok(Reply::Answer(answer.masked(&self.settings.policy.mask))),
            other => Ok(other),
        }
    }

    fn ask(&mut self, question: Question, now: Timestamp) -> Result<Reply, DeskError> {
        match question {
            Question::StaffInvite(name) => self.invite_again(&name, now),
            Question::JournalExported(what) => {
                let change = Change::LookedUp { contact: None, ticket: None, what: what.clone() };
                self.order(change, "journal --export".to_owned(), now)?;
                Ok(Reply::Answer(Answer::line("recorded", &what)))
            }
            Question::QuarantineRelease(id) => self.release(id, now),
            Question::QuarantineDrop(id) => {
                self.store.draft().quarantined(id)?.ok_or_else(|| DeskError::Missing(format!("quarantined message {id}")))?;
                self.order(Change::QuarantineDropped { id }, format!("quarantine drop {id}"), now)?;
                Ok(Reply::Answer(Answer::line("dropped", &id.to_string())))
            }
            Question::LetterRetry(id) => {
                self.letter_in_reach(id)?;
                self.order(Change::LetterRetried { letter: id }, format!("outbox retry {id}"), now)?;
                Ok(Reply::Answer(Answer::line("queued", &id.to_string())))
            }
            Question::LetterDrop(id) => {
                self.letter_in_reach(id)?;
                self.order(Change::LetterDropped { letter: id }, format!("outbox drop {id}"), now)?;
                Ok(Reply::Answer(Answer::line("dropped", &id.to_string())))
            }
            Question::TrustProbe(mailbox) => self.probe_trust(mailbox.as_ref(), now),
            Question::Report(question) => self.report(&question, now),
            Question::Search { question, limit } => self.search(None, &question, limit, now),
            Question::List { list, limit } => self.search(Some(&list), "", limit, now),
            question @ (Question::Contacts(_) | Question::Contact(_)) => self.show_contacts(&question, now),
            Question::ContactOrder(order) => self.order_contact(&order, now),
            Question::Person { name, order } => self.order_person(&name, &order, now),
            question => ask::answer(&self.store.draft(), &self.settings, &self.health, &question, now).map(Reply::Answer),
        }
    }

    /// A letter that an admin can still do something about.
    fn letter_in_reach(&self, id: OutboxId) -> Result<(), DeskError> {
        let item = self.store.draft().letter(id)?.ok_or_else(|| DeskError::Missing(format!("letter {id}")))?;
        match item.state {
            LetterState::Sent => Err(DeskError::Refused(format!("letter {id} was sent"))),
            LetterState::Claimed => {
                Err(DeskError::Refused(format!("letter {id} is being sent at this moment; look again later")))
            }
            LetterState::Dropped => Err(DeskError::Refused(format!("letter {id} was dropped"))),
            LetterState::Queued | LetterState::Deferred | LetterState::InDoubt | LetterState::Failed | LetterState::Expired => {
                Ok(())
            }
        }
    }

    /// Records an admin's change.
    pub(super) fn order(&mut self, change: Change, command: String, now: Timestamp) -> Result<(), DeskError> {
        let mut draft = self.store.draft();
        draft.apply(change, now).map_err(DeskError::Plan)?;
        let drafted = draft.finish(Actor::Admin, &Cause::Command(command), now, self.settings.fingerprint)?;
        self.accept(drafted)?;
        Ok(())
    }

    /// Takes a message out of quarantine and in as if it had just arrived; the guards that stopped it are not asked again.
    fn release(&mut self, id: QuarantineId, now: Timestamp) -> Result<Reply, DeskError> {
        let reply = self.take_out(id, None, now)?;
        let Reply::Recorded { disposition, ticket, .. } = reply else { return Ok(reply) };
        let text = ticket.map_or_else(String::new, |ticket| ticket.to_string());
        Ok(Reply::Answer(Answer::line(disposition.as_str(), &text)))
    }

    fn take_out(&mut self, id: QuarantineId, signatures: Option<Vec<Signature>>, now: Timestamp) -> Result<Reply, DeskError> {
        let draft = self.store.draft();
        let row = draft.quarantined(id)?.ok_or_else(|| DeskError::Missing(format!("quarantined message {id}")))?;
        let bytes = draft.text(row.raw)?;
        drop(draft);
        let place = Place::Quarantine { mailbox: row.mailbox, id };
        let reply = self.arrived(&Arriving::new(Fetched { place, bytes, signatures }, &self.store.namer()), None, now)?;
        if matches!(reply, Reply::Recorded { .. }) {
            self.order(Change::QuarantineReleased { id }, format!("quarantine release {id}"), now)?;
        }
        Ok(reply)
    }

    /// Tells the operator that an edit of the settings was refused; of the same mistakes only once.
    pub(super) fn settings_refused(&mut self, problems: Vec<String>, now: Timestamp) -> Result<Reply, DeskError> {
        if self.refused.as_ref() == Some(&problems) {
            return Ok(Reply::Done);
        }
        self.write_to_operator(vec![Notice::SettingsRefused { problems: problems.clone() }], now)?;
        self.refused = Some(problems);
        Ok(Reply::Done)
    }

    /// Writes to the operator, with the next commit.
    pub(super) fn write_to_operator(&mut self, notices: Vec<Notice>, now: Timestamp) -> Result<(), DeskError> {
        let draft = self.store.draft();
        let Some(operator) = draft.contact_of_address(self.settings.policy.desk.operator.key())? else { return Ok(()) };
        let plan = Plan { letters: vec![to_operator(operator, notices)], ..Plan::default() };
        let drafted = carry_out(draft, &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        Ok(())
    }
}
