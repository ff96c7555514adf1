//! The audit log: records of the journal by person, ticket, kind and time, in sentences, a page at a time.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::base::{ContactId, EmailAddress, MessageId, Seq, StaffName, TicketId, Timestamp};
use crate::domain::{Actor, Cause, Change, Receipt, Rows};
use crate::store::{Disk, JournalRecord, Keyspace, Queries};

use super::super::error::DeskError;
use super::{Answer, View, history};

/// Records that are looked at for one page, at most: the desk must get on with its work.
const LOOKED_AT: usize = 5000;
/// Records of a page.
const PAGE: usize = 200;
/// Records that are read from the disk at once.
const PIECE: u64 = 250;
/// Records that are looked at to find what became of a message.
const MESSAGE_RECORDS: u64 = 20_000;

/// Which records are wanted. What is not said fits all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct JournalQuery {
    /// Done by somebody, or about him: a name of the staff, an address, or a contact's number.
    pub person: Option<String>,
    /// About this ticket.
    pub ticket: Option<TicketId>,
    /// With a change of this kind, or of a kind that begins so: `assigned`, `letter`.
    pub kind: Option<String>,
    /// Not earlier.
    pub since: Option<Timestamp>,
    /// Not later.
    pub until: Option<Timestamp>,
    /// From the oldest on, with everything that was recorded; else the newest first, in sentences.
    pub export: bool,
    /// The next page: where the page before ended.
    pub from: Option<Seq>,
}

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    /// A page of the journal; [`Answer::next`] is where the next one begins.
    pub(super) fn journal(&self, query: &JournalQuery) -> Result<Answer, DeskError> {
        let people = query.person.as_deref().map(|person| self.contacts_of(person)).transpose()?;
        let mut answer = Answer::default();
        let mut looked_at = 0_usize;
        let last = self.rows.last_record();
        let mut at = match (query.from, query.export) {
            (Some(from), _) => from,
            (None, true) => query.since.map_or(Ok(Seq::new(1)), |since| self.first_since(since, last))?,
            (None, false) => last,
        };
        while at.get() > 0 && at <= last {
            let piece = self.piece(query, at)?;
            let Some(end) = piece.last().map(|record| record.seq) else { break };
            for record in piece {
                if query.export && query.until.is_some_and(|until| record.at > until)
                    || !query.export && query.since.is_some_and(|since| record.at < since)
                {
                    return Ok(answer);
                }
                looked_at = looked_at.saturating_add(1);
                if fits(query, people.as_ref(), &record) {
                    self.record(query, &record, &mut answer)?;
                }
                if answer.lines.len() >= PAGE || looked_at >= LOOKED_AT {
                    answer.next = step(record.seq, query.export);
                    return Ok(answer);
                }
            }
            at = match step(end, query.export) {
                Some(next) => next,
                None => break,
            };
        }
        Ok(answer)
    }

    /// Some records from one on, in the order in which they are wanted.
    fn piece(&self, query: &JournalQuery, at: Seq) -> Result<Vec<JournalRecord>, DeskError> {
        if let Some(ticket) = query.ticket {
            let mut all = self.rows.history(ticket, Seq::default(), super::LIST)?;
            all.retain(|record| if query.export { record.seq >= at } else { record.seq <= at });
            if !query.export {
                all.reverse();
            }
            return Ok(all);
        }
        let most = usize::try_from(PIECE).unwrap_or(usize::MAX);
        if query.export {
            return Ok(self.rows.records(at, most)?);
        }
        let first = at.get().saturating_sub(PIECE).saturating_add(1).max(1);
        let count = usize::try_from(at.get().saturating_sub(first).saturating_add(1)).unwrap_or(most);
        let mut records = self.rows.records(Seq::new(first), count)?;
        records.reverse();
        Ok(records)
    }

    /// The first record that is not earlier than a time.
    fn first_since(&self, since: Timestamp, last: Seq) -> Result<Seq, DeskError> {
        let (mut low, mut high) = (1_u64, last.get().saturating_add(1));
        while low < high {
            let middle = low.saturating_add(high.saturating_sub(low) / 2);
            let is_earlier = self.rows.records(Seq::new(middle), 1)?.first().is_some_and(|record| record.at < since);
            if is_earlier {
                low = middle.saturating_add(1);
            } else {
                high = middle;
            }
        }
        Ok(Seq::new(low))
    }

    /// The contacts that a name, an address or a number means. Who has left is found by address or number.
    fn contacts_of(&self, person: &str) -> Result<BTreeSet<ContactId>, DeskError> {
        let mut found = BTreeSet::new();
        if let Ok(number) = person.parse() {
            found.insert(ContactId::new(number));
        }
        if let Ok(name) = StaffName::new(person) {
            found.extend(self.rows.contact_of_staff(name)?);
        }
        if let Ok(address) = EmailAddress::new(person) {
            found.extend(self.rows.contact_of_address(address.key())?);
        }
        if found.is_empty() {
            let member = self.find_member(person)?;
            found.extend(self.settings.roster.contact(&member.name));
            found.extend(self.rows.contact_of_address(member.address.key())?);
        }
        Ok(found)
    }

    /// One record as a line for programs and some for people.
    fn record(&self, query: &JournalQuery, record: &JournalRecord, answer: &mut Answer) -> Result<(), DeskError> {
        let actor = self.actor(record.actor)?;
        let cause = cause(&record.cause);
        let receipt = record.changes.iter().find_map(received);
        let proof = receipt.map(|one| format!("{}/{}", one.proof.as_str(), one.sender_proof.as_str()));
        let person = |who| self.person(who).unwrap_or_default();
        let described: Vec<_> =
            record.changes.iter().filter_map(|change| Some((change, history::describe(change, &person)?))).collect();
        let many = described.iter().filter_map(|(change, _)| change.ticket()).collect::<BTreeSet<_>>();
        let steps: Vec<String> = described
            .into_iter()
            .map(|(change, step)| match change.ticket().filter(|_| !step.contains('#')) {
                Some(ticket) => format!("{ticket} {step}"),
                None => step,
            })
            .collect();
        let mut line = json!({
            "seq": record.seq.get(), "at": record.at.to_string(), "actor": actor, "cause": cause, "proof": proof,
            "tickets": many.iter().map(|one| one.get()).collect::<Vec<_>>(),
            "kinds": record.changes.iter().map(kind).collect::<Vec<_>>(), "steps": steps,
        });
        if let Some(map) = line.as_object_mut().filter(|_| query.export) {
            map.insert("changes".to_owned(), serde_json::to_value(&record.changes).unwrap_or_default());
            map.insert("settings".to_owned(), json!(record.settings.to_string()));
            map.insert("hash".to_owned(), json!(record.hash.to_string()));
        }
        // Housekeeping that has no words is told by its kind, so that no record is passed over in silence.
        let told = if steps.is_empty() { record.changes.iter().map(kind).collect() } else { steps };
        let proof = proof.map(|proof| format!(", proof {proof}")).unwrap_or_default();
        answer.push(line, &format!("{} {} {actor} ({cause}{proof})\n    {}", record.seq, record.at, told.join("\n    ")));
        Ok(())
    }

    fn actor(&self, actor: Actor) -> Result<String, DeskError> {
        Ok(match actor {
            Actor::Desk => "desk".to_owned(),
            Actor::Admin => "admin".to_owned(),
            Actor::Customer(who) | Actor::Staff(who) => self.person(who)?,
        })
    }

    /// What became of a message that no ticket knows by its id, or that was refused: its own record.
    pub(super) fn explain_message(&self, id: &MessageId) -> Result<Answer, DeskError> {
        let digest = id.digest();
        let mut answer = Answer::default();
        let last = self.rows.last_record().get();
        let oldest = last.saturating_sub(MESSAGE_RECORDS);
        let mut high = last;
        while high > oldest {
            let low = high.saturating_sub(PIECE).max(oldest);
            let count = usize::try_from(high.saturating_sub(low)).unwrap_or_default();
            for record in self.rows.records(Seq::new(low.saturating_add(1)), count)?.iter().rev() {
                let Some(receipt) = record.changes.iter().find_map(received).filter(|one| one.message == Some(digest)) else {
                    continue;
                };
                self.record(&JournalQuery::default(), record, &mut answer)?;
                for step in self.verdicts(receipt, record.at)? {
                    answer.text.push_str(&format!("    {step}\n"));
                }
            }
            high = low;
        }
        if answer.lines.is_empty() {
            answer.is_no = true;
            let beyond = if oldest > 0 { format!(" among the last {MESSAGE_RECORDS} records") } else { String::new() };
            answer.text = format!("No message with the id {id} was taken in{beyond}.\n");
        }
        Ok(answer)
    }
}

fn step(seq: Seq, forwards: bool) -> Option<Seq> {
    if forwards { Some(seq.next()) } else { seq.get().checked_sub(1).filter(|seq| *seq > 0).map(Seq::new) }
}

fn received(change: &Change) -> Option<&Receipt> {
    match change {
        Change::Received(receipt) => Some(receipt),
        _ => None,
    }
}

fn fits(query: &JournalQuery, people: Option<&BTreeSet<ContactId>>, record: &JournalRecord) -> bool {
    let in_time = query.since.is_none_or(|since| record.at >= since) && query.until.is_none_or(|until| record.at <= until);
    let of_kind = query.kind.as_ref().is_none_or(|wanted| record.changes.iter().any(|one| is_of_kind(&kind(one), wanted)));
    in_time && of_kind && people.is_none_or(|people| is_about(record, people))
}

/// `letter` means every kind of fact about letters, `assigned` one.
fn is_of_kind(kind: &str, wanted: &str) -> bool {
    let rest = kind.strip_prefix(wanted);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-') || rest == "s" || rest.starts_with("s-"))
}

/// The journal's own name of a change.
fn kind(change: &Change) -> String {
    let value = serde_json::to_value(change).unwrap_or_default();
    value.get("change").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Did one of them do it, or is one of them named in it?
fn is_about(record: &JournalRecord, people: &BTreeSet<ContactId>) -> bool {
    if let Actor::Customer(who) | Actor::Staff(who) = record.actor
        && people.contains(&who)
    {
        return true;
    }
    record.changes.iter().any(|change| names(&serde_json::to_value(change).unwrap_or_default(), people))
}

/// The keys under which facts name people.
const PEOPLE: [&str; 8] = ["contact", "contacts", "to", "who", "requester", "customer", "staff", "by"];

/// Facts name people by contact ids alone; what is new in the journal is found here without being named here.
fn names(value: &Value, people: &BTreeSet<ContactId>) -> bool {
    let is_one = |value: &Value| {
        value
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .is_some_and(|number| people.contains(&ContactId::new(number)))
    };
    match value {
        Value::Object(map) => map.iter().any(|(key, value)| {
            let listed = || value.as_array().is_some_and(|list| list.iter().any(is_one));
            PEOPLE.contains(&key.as_str()) && (is_one(value) || listed()) || names(value, people)
        }),
        Value::Array(list) => list.iter().any(|one| names(one, people)),
        _ => false,
    }
}

/// What made it happen, in words.
fn cause(cause: &Cause) -> String {
    match cause {
        Cause::Desk => "the desk itself".to_owned(),
        Cause::Message(_) => "a message".to_owned(),
        Cause::Deadline(ticket, kind) => format!("deadline {kind} of {ticket}"),
        Cause::Delivery(letter) => format!("sending {letter}"),
        Cause::Command(command) => format!("maildesk {command}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Author;

    #[test]
    fn a_kind_means_itself_and_what_belongs_to_it() {
        for (kind, wanted, expected) in [
            ("letter-sent", "letter", true),
            ("letters-claimed", "letter", true),
            ("letter-sent", "letter-sent", true),
            ("letter-sent", "letter-s", false),
            ("assigned", "assigned", true),
            ("staff-left", "staff", true),
        ] {
            assert_eq!(is_of_kind(kind, wanted), expected, "{kind} {wanted}");
        }
        let change = Change::Assigned { ticket: TicketId::new(1), to: None };
        assert_eq!(super::kind(&change), "assigned");
    }

    #[test]
    fn people_are_found_wherever_a_fact_names_them() {
        let (ann, bob) = (ContactId::new(5), ContactId::new(6));
        let anns = BTreeSet::from([ann]);
        let ticket = TicketId::new(5);
        let is_about = |change: &Change| names(&serde_json::to_value(change).expect("JSON"), &anns);
        assert!(is_about(&Change::Assigned { ticket, to: Some(ann) }));
        assert!(!is_about(&Change::Assigned { ticket, to: Some(bob) }), "a ticket's number is no person's");
        assert!(is_about(&Change::Copied { ticket, contacts: [bob, ann].into() }));
        assert!(names(&serde_json::to_value(Author::Staff(ann)).expect("JSON"), &anns));
    }
}
