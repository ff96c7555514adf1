//! What is kept of a ticket for orders to come: how to take back what was ordered, and answers that wait for a word.

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, Digest, Private, Timestamp, limit};

use super::change::Change;
use super::ticket::Entry;

/// What is kept of one ticket. Bounded: the oldest goes first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What can be taken back, the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undo: Vec<Undoing>,
    /// Answers that were not sent, the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<HeldAnswer>,
}

/// How to take back what one mail has ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undoing {
    /// The mail, by its raw bytes.
    pub message: Digest,
    /// Who ordered it.
    pub by: ContactId,
    /// When.
    pub at: Timestamp,
    /// The commands, as they were typed.
    pub commands: Vec<Private<String>>,
    /// What was done, in order.
    pub steps: Vec<UndoStep>,
}

/// One thing that was done, and what takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoStep {
    /// What was done; as long as it holds it can be taken back.
    pub done: Change,
    /// What takes it back.
    pub back: Change,
}

/// An answer that was not sent because something had happened that its writer had not seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldAnswer {
    /// Who wrote it.
    pub by: ContactId,
    /// The entry that it becomes when it is sent; without a number until then.
    pub entry: Entry,
    /// The commands that stood above it.
    pub commands: Vec<Private<String>>,
}

impl Kept {
    /// Keeps one more thing that can be taken back, and forgets what is too old for it.
    pub(super) fn keep_undoing(&mut self, undoing: Undoing, now: Timestamp) {
        keep_undoing(&mut self.undo, undoing, now);
    }

    /// Keeps an answer; of one writer the last alone.
    pub(super) fn hold(&mut self, answer: HeldAnswer) {
        self.held.retain(|known| known.by != answer.by);
        self.held.push(answer);
        let surplus = self.held.len().saturating_sub(limit::HELD_KEPT);
        self.held.drain(..surplus);
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.undo.is_empty() && self.held.is_empty()
    }
}

/// Puts what can be taken back to the others, and forgets what is too old for it.
pub(super) fn keep_undoing(kept: &mut Vec<Undoing>, undoing: Undoing, now: Timestamp) {
    kept.retain(|known| now.since(known.at) <= limit::UNDO_AGE);
    kept.push(undoing);
    let surplus = kept.len().saturating_sub(limit::UNDO_KEPT);
    kept.drain(..surplus);
}
