//! Why a ticket is as it is: what each message, rule and person did to it, and the sums behind what was promised.

use serde_json::json;

use crate::base::{MessageId, Seq, TicketId, Timestamp};
use crate::decide::{Arrival, as_requesters};
use crate::domain::{Actor, Change, Disposition, Receipt, Rows};
use crate::mail::read_in;
use crate::policy::sender_proof;
use crate::store::{Disk, Keyspace, Queries};

use super::super::error::DeskError;
use super::super::{gather, trust};
use super::{Answer, LIST, View, history, promised};

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    /// A ticket by its number, or a message by its id.
    pub(super) fn explain(&self, about: &str) -> Result<Answer, DeskError> {
        if let Ok(number) = about.trim_start_matches('#').parse() {
            return self.explain_ticket(TicketId::new(number));
        }
        let id = MessageId::new(about)
            .ok_or_else(|| DeskError::Refused(format!("{about:?} is neither a ticket number nor a Message-ID")))?;
        let known = self.rows.known_message(id.digest())?.unwrap_or_default();
        let mut answer = Answer::default();
        for one in &known.tickets {
            let part = self.explain_ticket(one.ticket)?;
            answer.lines.extend(part.lines);
            answer.text.push_str(&part.text);
        }
        // What was refused or set aside is known to no ticket by its id.
        if known.tickets.is_empty() { self.explain_message(&id) } else { Ok(answer) }
    }

    pub(super) fn explain_ticket(&self, id: TicketId) -> Result<Answer, DeskError> {
        let mut answer = Answer::default();
        let records = self.rows.history(id, Seq::default(), LIST)?;
        if records.is_empty() {
            return Err(DeskError::Missing(format!("ticket {id}")));
        }
        for record in &records {
            let who = match record.actor {
                Actor::Desk => "desk".to_owned(),
                Actor::Admin => "admin".to_owned(),
                Actor::Customer(who) | Actor::Staff(who) => self.person(who)?,
            };
            let mut steps = Vec::new();
            for change in &record.changes {
                if change.ticket().is_none_or(|ticket| ticket == id)
                    && let Some(step) = history::describe(change, &|who| self.person(who).unwrap_or_default())
                {
                    steps.push(step);
                }
                if let Change::Received(receipt) = change {
                    steps.extend(self.verdicts(receipt, record.at)?);
                }
            }
            let line = json!({"seq": record.seq.get(), "at": record.at.to_string(), "actor": who, "cause": serde_json::to_value(&record.cause).unwrap_or_default(), "steps": steps});
            answer.push(line, &format!("{} {} {who}\n    {}", record.seq, record.at, steps.join("\n    ")));
        }
        if let Some(ticket) = self.rows.ticket(id)? {
            let requester = gather::affiliation_of(self.rows, &ticket)?;
            for (line, text) in promised::sums(&ticket, &requester, &self.settings.policy, self.now) {
                answer.push(line, &text);
            }
        }
        Ok(answer)
    }

    /// What each rule says to a message today; said so where the settings have changed since.
    pub(super) fn verdicts(&self, receipt: &Receipt, at: Timestamp) -> Result<Vec<String>, DeskError> {
        let Some(mailbox) = self.settings.policy.mailboxes.get(receipt.place.mailbox()) else { return Ok(Vec::new()) };
        let bytes = self.rows.text(receipt.raw)?;
        let mail = read_in(&bytes, &self.settings.own_marks(), self.settings.policy.calendar.zone());
        let name = |bytes: &[u8]| self.rows.name(bytes);
        let (proof, because) = if mailbox.auth.mode.verifies() {
            (receipt.sender_proof, "its DKIM signatures were verified when it came".to_owned())
        } else {
            sender_proof(&mail, &trust::authentication(self.settings, mailbox))
        };
        let mail = as_requesters(&mail, mailbox, &self.settings.policy).unwrap_or(mail);
        let arrival = Arrival {
            mail: &mail,
            place: &receipt.place,
            mailbox,
            is_rescan: false,
            raw: receipt.raw,
            size: receipt.size,
            content: receipt.content,
            sender_proof: proof,
            policy: &self.settings.policy,
            roster: &self.settings.roster,
            now: at,
            name_text: &name,
        };
        let mut steps = vec![format!("sender: {} ({because})", receipt.sender_proof.as_str())];
        steps.extend(mail.evidence.iter().map(|one| format!("kind {}: {} ({})", receipt.kind, one.found, one.source)));
        steps.extend(mail.defects.iter().map(|defect| format!("defect: {defect}")));
        if receipt.disposition == Disposition::Opened {
            let sender = mail.identity.address().map(|from| gather::contact_of(self.rows, from)).transpose()?.flatten();
            let mut facts = gather::routing_facts(&arrival, sender.as_ref());
            // As it was then: this ticket had not been counted yet.
            facts.earlier_tickets = facts.earlier_tickets.saturating_sub(1);
            for verdict in self.settings.policy.rules.explain(&facts) {
                let sign = if verdict.matched { "matched" } else { "did not match" };
                steps.push(format!("rule {:?} {sign}: {}", verdict.rule, verdict.because));
            }
        }
        Ok(steps)
    }
}
