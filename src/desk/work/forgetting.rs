//! Carrying out that somebody is forgotten: what of all is his, and when.

use std::collections::BTreeSet;

use crate::base::{ContactId, OutboxId, TicketId, Timestamp, limit};
use crate::domain::{
    Actor, Cause, Change, ContactNotice, Erasure, Forgetting, Letter, LetterKind, LetterNote, LetterState, Notice, Plan, Rows,
};
use crate::store::{Disk, Keyspace, Progress, Queries, StoreError};

use super::super::error::DeskError;
use super::super::receive::carry_out;
use super::Desk;

/// Rows that are looked at in one go.
const MOST: usize = 100_000;

/// Letters of which something has to be known before texts go.
#[derive(Default)]
struct Letters {
    /// On their way at this moment, and about him.
    claimed: bool,
    /// About him, and not sent.
    his: Vec<OutboxId>,
    /// Not sent, whoever they are about.
    waiting: BTreeSet<OutboxId>,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// When somebody is to be forgotten next.
    pub(super) fn next_erasure(&self, now: Timestamp) -> Result<Option<Timestamp>, DeskError> {
        let row = self.store.draft().erasures()?.unwrap_or_default();
        let next = row.waiting.values().map(|erasure| erasure.due).min();
        // What is due already waits for a letter that is being sent.
        Ok(next.map(|due| if due <= now { now.plus(limit::ERASURE_RETRY) } else { due }))
    }

    /// Is somebody to be forgotten now? Between two groups [`Desk::forget_due`] does it.
    ///
    /// # Errors
    /// [`DeskError`] when the store fails.
    pub fn has_to_forget(&self, now: Timestamp) -> Result<bool, DeskError> {
        Ok(self.due_erasure(now)?.is_some())
    }

    fn due_erasure(&self, now: Timestamp) -> Result<Option<(ContactId, Erasure)>, DeskError> {
        let row = self.store.view().erasures()?.unwrap_or_default();
        for (contact, erasure) in row.waiting.into_iter().filter(|(_, erasure)| erasure.due <= now) {
            if !self.letters_about(&self.contacts_of(contact)?, &self.tickets_asked_by(contact)?)?.claimed {
                return Ok(Some((contact, erasure)));
            }
        }
        Ok(None)
    }

    /// Forgets who is to be forgotten now, in journal, spool, state and full-text index. It takes as long as making the state again does,
    /// and whatever comes meanwhile waits.
    ///
    /// # Errors
    /// [`DeskError`] when the store fails; opened again it goes on with what is not done.
    pub fn forget_due(mut self, now: Timestamp, progress: &mut dyn FnMut(Progress)) -> Result<Self, DeskError> {
        while let Some((contact, erasure)) = self.due_erasure(now)? {
            let contacts = self.contacts_of(contact)?;
            let tickets = self.tickets_asked_by(contact)?;
            let letters = self.letters_about(&contacts, &tickets)?;
            self.drop_letters(&letters.his, now)?;
            // Whoever still has a mail of his writes to tickets in which nothing stands: he is somebody new, and so is his request.
            let revoked: Vec<Change> = tickets.iter().map(|ticket| Change::TokensRevoked { ticket: *ticket }).collect();
            let forgetting = Forgetting::new(contacts, tickets, letters.waiting);
            let (store, erased) = self.store.erase(forgetting, progress)?;
            self = Self { store, ..self };
            let done = Change::Erased { contact, records: erased.records, texts: erased.texts };
            let told = Notice::Contact(ContactNotice::Forgotten { contact, records: erased.records, texts: erased.texts });
            let note = LetterNote { notices: vec![told], subject: format!("#forget {contact}"), ..LetterNote::default() };
            let letter = |to| Letter { kind: LetterKind::Receipt, to, ticket: None, entry: None, note };
            let letters = erasure.by.filter(|by| self.settings.policy.member(&self.settings.roster, *by).is_some()).map(letter);
            let plan = Plan {
                changes: revoked.into_iter().chain([done]).collect(),
                letters: letters.into_iter().collect(),
                ..Plan::default()
            };
            let drafted = carry_out(self.store.draft(), &self.settings, plan, None, now)?;
            self.accept(drafted)?;
            self.store.commit()?;
            self.forget_words();
            tracing::info!(%contact, records = erased.records, texts = erased.texts, "A contact was forgotten.");
        }
        Ok(self)
    }

    /// The contact and all that were merged into it.
    fn contacts_of(&self, contact: ContactId) -> Result<BTreeSet<ContactId>, StoreError> {
        let view = self.store.view();
        let mut contacts = BTreeSet::new();
        let mut open = vec![contact];
        while let Some(contact) = open.pop() {
            if contacts.insert(contact) {
                open.extend(view.contact(contact)?.into_iter().flat_map(|row| row.merged));
            }
        }
        Ok(contacts)
    }

    fn tickets_asked_by(&self, contact: ContactId) -> Result<BTreeSet<TicketId>, StoreError> {
        Ok(self.store.view().tickets_of(contact, usize::MAX)?.into_iter().map(|ticket| ticket.id).collect())
    }

    fn letters_about(&self, contacts: &BTreeSet<ContactId>, tickets: &BTreeSet<TicketId>) -> Result<Letters, StoreError> {
        let view = self.store.view();
        let mut found = Letters::default();
        for state in [LetterState::Queued, LetterState::Deferred, LetterState::InDoubt, LetterState::Claimed] {
            for item in view.letters(Some(state), OutboxId::default(), MOST)? {
                let is_his = contacts.contains(&item.contact) || item.ticket.is_some_and(|ticket| tickets.contains(&ticket));
                if is_his && state == LetterState::Claimed {
                    found.claimed = true;
                } else if is_his {
                    found.his.push(item.id);
                }
                found.waiting.insert(item.id);
            }
        }
        Ok(found)
    }

    /// What is not sent yet is never sent: its text is going to be erased.
    fn drop_letters(&mut self, letters: &[OutboxId], now: Timestamp) -> Result<(), DeskError> {
        if letters.is_empty() {
            return Ok(());
        }
        let mut draft = self.store.draft();
        for letter in letters {
            draft.apply(Change::LetterDropped { letter: *letter }, now).map_err(DeskError::Plan)?;
        }
        let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
        self.accept(drafted)?;
        self.store.commit()?;
        Ok(())
    }
}
