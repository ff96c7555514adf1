//! Looking for tickets by words: a bounded scan, the newest first, without an index that would have to be kept.

use crate::base::{EntryNumber, TicketId, limit};
use crate::domain::{Rows, Ticket};
use crate::store::{Disk, Keyspace, Queries};

use super::super::error::DeskError;
use super::{Answer, View};

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    /// Tickets in which every word stands: in number, subject, requester or the text of an entry.
    pub(super) fn search(&self, words: &str) -> Result<Answer, DeskError> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        if words.is_empty() {
            return Err(DeskError::Refused("name at least one word to look for".to_owned()));
        }
        let mut answer = Answer::default();
        let mut texts = limit::SEARCH_TEXTS;
        let mut looked_at = 0_usize;
        let last = self.rows.counters()?.unwrap_or_default().ticket.get();
        for number in (1..=last).rev() {
            if looked_at == limit::SEARCH_TICKETS || answer.lines.len() == limit::SEARCH_FOUND {
                let mut remark = format!("looked at the newest {looked_at} tickets, down to #{}", number.saturating_add(1));
                if answer.lines.len() == limit::SEARCH_FOUND {
                    remark.push_str("; there may be more: name more words");
                }
                answer.remark = Some(answer.remark.map_or(remark.clone(), |said| format!("{said}; {remark}")));
                break;
            }
            let Some(row) = self.rows.ticket(TicketId::new(number))? else { continue };
            looked_at = looked_at.saturating_add(1);
            let before = texts;
            if self.has_all(&row, words.clone(), &mut texts)? {
                let (line, text) = self.ticket_line(&row)?;
                answer.push(line, &text);
            }
            if texts == 0 && before > 0 {
                answer.remark = Some(format!(
                    "read the texts of tickets down to {} only; of older ones number, subject and requester",
                    row.id
                ));
            }
        }
        answer.is_no = answer.lines.is_empty();
        Ok(answer)
    }

    /// Does every word stand somewhere in the ticket? Texts are read only for words that nothing else has, while the bound lasts.
    fn has_all(&self, row: &Ticket, mut words: Vec<String>, texts: &mut usize) -> Result<bool, DeskError> {
        let contact = self.rows.contact(row.requester)?;
        let address = contact.as_ref().and_then(|contact| contact.address()).map(ToString::to_string).unwrap_or_default();
        let name = contact.as_ref().map(|contact| contact.name.text().to_owned()).unwrap_or_default();
        let known = format!("{}\n{address}\n{name}", row.subject.text()).to_lowercase();
        let number = row.id.get().to_string();
        words.retain(|word| !known.contains(word.as_str()) && word.trim_start_matches('#') != number);
        for entry in 1..=row.entries {
            if words.is_empty() || *texts == 0 {
                break;
            }
            let Some(entry) = self.rows.entry(row.id, EntryNumber::new(entry))? else { continue };
            *texts = texts.saturating_sub(1);
            let text = String::from_utf8_lossy(&self.rows.text(entry.text)?).to_lowercase();
            words.retain(|word| !text.contains(word.as_str()));
        }
        Ok(words.is_empty())
    }
}
