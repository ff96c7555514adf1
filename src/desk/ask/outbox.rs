//! What waits: letters that are to be sent, and messages that were set aside.

use serde_json::{Value, json};

use crate::base::{OutboxId, Private, QuarantineId, TicketId, one_line};
use crate::domain::{LetterState, OutboxItem, Rows};
use crate::store::{Disk, Keyspace, Queries};

use super::super::error::DeskError;
use super::{Answer, LIST, View};

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    pub(super) fn outbox(&self, all: bool) -> Result<Answer, DeskError> {
        let mut answer = Answer::default();
        for item in self.rows.letters(None, OutboxId::default(), LIST)? {
            if all || !matches!(item.state, LetterState::Sent | LetterState::Dropped) {
                let (line, text) = letter_line(&item);
                answer.push(line, &text);
            }
        }
        answer.is_no = answer.lines.is_empty();
        Ok(answer)
    }

    pub(super) fn letter(&self, id: OutboxId) -> Result<Answer, DeskError> {
        let item = self.rows.letter(id)?.ok_or_else(|| DeskError::Missing(format!("letter {id}")))?;
        let mut bytes = Vec::new();
        for piece in &item.pieces {
            bytes.extend(self.rows.text(*piece)?);
        }
        let (mut line, text) = letter_line(&item);
        let raw = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(map) = line.as_object_mut() {
            map.insert("raw".to_owned(), json!(raw));
        }
        let mut answer = Answer::default();
        answer.push(line, &format!("{text}\n\n{}", raw.replace("\r\n", "\n")));
        Ok(answer)
    }

    pub(super) fn quarantine(&self) -> Result<Answer, DeskError> {
        let mut answer = Answer::default();
        for row in self.rows.quarantined_after(QuarantineId::default(), LIST)? {
            let line = json!({
                "id": row.id.get(), "mailbox": row.mailbox.as_str(), "at": row.at.to_string(), "reason": row.reason.to_string(), "raw": row.raw.to_string(),
            });
            answer.push(line, &format!("{:>5}  {}  {:<12} {}", row.id.to_string(), row.at, row.mailbox.as_str(), row.reason));
        }
        answer.is_no = answer.lines.is_empty();
        Ok(answer)
    }

    pub(super) fn quarantined(&self, id: QuarantineId) -> Result<Answer, DeskError> {
        let row = self.rows.quarantined(id)?.ok_or_else(|| DeskError::Missing(format!("quarantined message {id}")))?;
        let raw = String::from_utf8_lossy(&self.rows.text(row.raw)?).into_owned();
        let mut answer = Answer::default();
        let line = json!({"id": id.get(), "mailbox": row.mailbox.as_str(), "at": row.at.to_string(), "reason": row.reason.to_string(), "message": raw});
        answer.push(line, &format!("{id} {} {}: {}\n\n{}", row.at, row.mailbox, row.reason, raw.replace("\r\n", "\n")));
        Ok(answer)
    }
}

fn letter_line(item: &OutboxItem) -> (Value, String) {
    let to = item.to.known().map(ToString::to_string).unwrap_or_default();
    let line = json!({
        "id": item.id.get(), "kind": item.kind.as_str(), "to": to, "ticket": item.ticket.map(TicketId::get), "state": item.state.as_str(),
        "attempts": item.attempts, "queued": item.queued_at.to_string(), "next": item.next_at.to_string(), "last": item.last.as_ref().map(Private::text),
        "message_id": item.message_id.known().map(|id| id.as_str().to_owned()),
    });
    let ticket = item.ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
    let last = item.last.as_ref().map(|last| format!(" ({})", one_line(last.text(), 100))).unwrap_or_default();
    let text = format!(
        "{:>6}  {:<9} {:<17} {ticket:<6} {to:<30} attempts {}{last}",
        item.id.to_string(),
        item.state.as_str(),
        item.kind,
        item.attempts
    );
    (line, text)
}
