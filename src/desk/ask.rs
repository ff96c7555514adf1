//! Questions about the desk, and their answers as JSON lines and as text. Nothing here changes anything.

mod access;
mod contacts;
mod explain;
mod finding;
mod history;
mod journal;
mod outbox;
mod promised;
mod question;
mod search;
mod staff;
mod training;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::base::{EntryNumber, Seq, TicketId, Timestamp, clip, limit, one_line};
use crate::decide::MailboxHealth;
use crate::domain::{Author, Place, Rows, Status, Target, Ticket};
use crate::policy::Mask;
use crate::store::{Disk, Draft, Keyspace, Queries};

pub use contacts::{ContactFilter, ContactOrder};
pub use journal::JournalQuery;
pub use question::{PersonOrder, Question, ReportForm, ReportQuestion};
pub use staff::StaffFilter;

use super::error::DeskError;
use super::gauges::Gauges;
use super::settings::DeskSettings;
use super::trust;

pub(super) use contacts::contact_named;
pub(super) use finding::{Finder, Hits, Whose};
pub(super) use search::found;

/// An answer: a JSON object a line, and the same for people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// For programs.
    pub lines: Vec<Value>,
    /// For people.
    pub text: String,
    /// The answer is "no" or "nothing" (exit code 1).
    pub is_no: bool,
    /// What must be said of the answer itself; it goes to standard error.
    #[serde(default)]
    pub remark: Option<String>,
    /// Where the next page begins, if there is one.
    #[serde(default)]
    pub next: Option<Seq>,
    /// The day that the next page of exported measures begins with.
    #[serde(default)]
    pub next_day: Option<String>,
}

impl Answer {
    /// An answer of one line.
    pub fn line(what: &str, about: &str) -> Self {
        Self {
            lines: vec![json!({"result": what, "about": about})],
            text: format!("{what} {about}").trim().to_owned() + "\n",
            is_no: false,
            remark: None,
            next: None,
            next_day: None,
        }
    }

    /// The same with what is not for everybody hidden, wherever it stands.
    pub(super) fn masked(mut self, mask: &Mask) -> Self {
        self.lines.iter_mut().for_each(|line| hide(line, mask));
        self.text = mask.hide(&self.text).into_owned();
        self.remark = self.remark.map(|remark| mask.hide(&remark).into_owned());
        self
    }

    pub(super) fn push(&mut self, line: Value, text: &str) {
        self.lines.push(line);
        self.text.push_str(text);
        self.text.push('\n');
    }
}

fn hide(value: &mut Value, mask: &Mask) {
    match value {
        Value::String(text) => *text = mask.hide(text).into_owned(),
        Value::Array(list) => list.iter_mut().for_each(|one| hide(one, mask)),
        Value::Object(map) => map.values_mut().for_each(|one| hide(one, mask)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Answers a question that changes nothing.
pub(super) fn answer<D: Disk, K: Keyspace>(
    rows: &Draft<'_, D, K>,
    settings: &DeskSettings,
    health: &[MailboxHealth],
    question: &Question,
    now: Timestamp,
) -> Result<Answer, DeskError> {
    let desk = View { rows, settings, health, now };
    match question {
        Question::Status => desk.status(),
        Question::Tickets(status) => desk.tickets(*status),
        Question::Ticket(id) => desk.ticket(*id),
        Question::Training(name) => desk.training(name.as_deref()),
        Question::Staff(filter) => desk.staff(filter),
        Question::StaffMember(name) => desk.member(name),
        Question::Contacts(filter) => desk.contacts(filter),
        Question::Contact(who) => desk.contact(who),
        Question::Journal(query) => desk.journal(query),
        Question::Access { ticket, who } => desk.access(*ticket, who),
        Question::Outbox { all } => desk.outbox(*all),
        Question::Letter(id) => desk.letter(*id),
        Question::Trust(mailbox) => Ok(trust::told(rows, settings, mailbox.as_ref())?),
        Question::Quarantine => desk.quarantine(),
        Question::QuarantineShow(id) => desk.quarantined(*id),
        Question::Explain(about) => desk.explain(about),
        Question::Search { .. } | Question::List { .. } => Err(DeskError::Refused("this question needs the index".to_owned())),
        Question::Report(_) => Err(DeskError::Refused("this question needs the measures".to_owned())),
        Question::Person { .. }
        | Question::ContactOrder(_)
        | Question::QuarantineRelease(_)
        | Question::QuarantineDrop(_)
        | Question::LetterRetry(_)
        | Question::LetterDrop(_)
        | Question::StaffInvite(_)
        | Question::JournalExported(_)
        | Question::TrustProbe(_) => Err(DeskError::Refused("this question is an order".to_owned())),
    }
}

/// Rows that one list shows at most.
const LIST: usize = 10_000;

struct View<'a, 'b, D: Disk, K: Keyspace> {
    rows: &'a Draft<'b, D, K>,
    settings: &'a DeskSettings,
    health: &'a [MailboxHealth],
    now: Timestamp,
}

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    fn person(&self, contact: crate::base::ContactId) -> Result<String, DeskError> {
        if let Some(member) = self.settings.policy.member(&self.settings.roster, contact) {
            return Ok(member.name.to_string());
        }
        let row = self.rows.contact(contact)?;
        Ok(row.and_then(|row| row.address().map(ToString::to_string)).unwrap_or_else(|| "unknown".to_owned()))
    }

    fn status(&self) -> Result<Answer, DeskError> {
        let mut answer = Answer::default();
        let gauges = Gauges::of(self.rows)?;
        let map = |counts: &[(&str, u64)]| -> serde_json::Map<String, Value> {
            counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect()
        };
        let (by_disposition, letters) = (map(&gauges.dispositions), map(&gauges.letters));
        let mut tickets = map(&gauges.tickets);
        for status in Status::ALL.into_iter().filter(|status| !status.is_unfinished()) {
            tickets.insert(status.as_str().to_owned(), json!(self.rows.ticket_count(status)?));
        }
        let (received, quarantined) = (gauges.received, gauges.quarantined);
        let next = gauges.deadline.map(|at| at.to_string());
        let trust = trust::in_status(self.rows, self.settings)?;
        let line = json!({
            "desk": self.settings.policy.desk.name, "time": self.now.to_string(), "settings": self.settings.fingerprint.to_string(),
            "received": received, "dispositions": by_disposition, "tickets": tickets, "outbox": letters,
            "quarantine": quarantined, "next_deadline": next, "mailboxes": self.mailboxes(), "trust": trust,
        });
        let shown = |map: &serde_json::Map<String, Value>| {
            let some: Vec<_> =
                map.iter().filter(|(_, count)| **count != json!(0)).map(|(name, count)| format!("{count} {name}")).collect();
            if some.is_empty() { "none".to_owned() } else { some.join(", ") }
        };
        let mut text = format!(
            "{}\nmessages    {} ({})\ntickets     {}\noutbox      {}\nquarantine  {quarantined}\nnext        {}",
            self.settings.policy.desk.name,
            received,
            shown(&by_disposition),
            shown(&tickets),
            shown(&letters),
            next.as_deref().unwrap_or("nothing is due"),
        );
        for one in self.health {
            let read = one.last_success.map_or_else(|| "not read yet".to_owned(), |at| format!("read {at}"));
            let trouble = one.trouble.as_ref().map(|trouble| {
                format!("; TROUBLE since {}: {}", trouble.since, one_line(&trouble.because, limit::SUBJECT_CHARS))
            });
            text.push_str(&format!("\nmailbox     {}: {read}{}", one.name(), trouble.unwrap_or_default()));
        }
        for line in &trust {
            text.push_str(&format!("\ntrust       {line}"));
        }
        answer.push(line, &text);
        Ok(answer)
    }

    /// How the mailboxes do; only a running daemon knows.
    fn mailboxes(&self) -> Vec<Value> {
        let line = |one: &MailboxHealth| {
            json!({
                "mailbox": one.mailbox.as_str(), "folder": one.folder, "last_success": one.last_success.map(|at| at.to_string()),
                "trouble": one.trouble.as_ref().map(|trouble| json!({"since": trouble.since.to_string(), "because": trouble.because})),
            })
        };
        self.health.iter().map(line).collect()
    }

    fn tickets(&self, status: Option<Status>) -> Result<Answer, DeskError> {
        let mut answer = Answer::default();
        let wanted = match status {
            Some(status) => vec![status],
            None => Status::ALL.into_iter().filter(|status| status.is_unfinished()).collect(),
        };
        let mut rows = Vec::new();
        for status in wanted {
            rows.extend(self.rows.tickets(Some(status), TicketId::default(), LIST)?);
        }
        rows.sort_by_key(|row| row.id);
        for row in rows {
            let (line, text) = self.ticket_line(&row)?;
            answer.push(line, &text);
        }
        answer.is_no = answer.lines.is_empty();
        Ok(answer)
    }

    fn ticket_line(&self, row: &Ticket) -> Result<(Value, String), DeskError> {
        let id = row.id;
        let assignee = row.assignee.map(|who| self.person(who)).transpose()?;
        let requester = self.person(row.requester)?;
        let team = row.team.as_ref().map(ToString::to_string);
        let subject = one_line(row.subject.text(), limit::SUBJECT_CHARS);
        let line = json!({
            "ticket": id.get(), "status": row.status.as_str(), "priority": row.priority.as_str(), "team": team, "assignee": assignee,
            "requester": requester, "subject": subject, "opened": row.opened_at.to_string(), "updated": row.updated_at.to_string(),
        });
        let text = format!(
            "{:>5}  {:<9} {:<7} {:<12} {:<12} {:<28} {}",
            id.to_string(),
            row.status,
            row.priority,
            team.as_deref().unwrap_or("-"),
            assignee.as_deref().unwrap_or("-"),
            clip(&requester, 28),
            clip(&subject, 60)
        );
        Ok((line, text))
    }

    fn ticket(&self, id: TicketId) -> Result<Answer, DeskError> {
        let row = self.rows.ticket(id)?.ok_or_else(|| DeskError::Missing(format!("ticket {id}")))?;
        let mut answer = Answer::default();
        let mut entries = Vec::new();
        let mut text = String::new();
        for number in 1..=row.entries {
            let Some(entry) = self.rows.entry(id, EntryNumber::new(number))? else { continue };
            let author = match entry.author {
                Author::Customer(who) | Author::Staff(who) => self.person(who)?,
                Author::Desk => "desk".to_owned(),
            };
            let words = String::from_utf8_lossy(&self.rows.text(entry.text)?).into_owned();
            let kind = serde_json::to_value(entry.kind).unwrap_or_default();
            let flags = serde_json::to_value(&entry.flags).unwrap_or_default();
            let files: Vec<_> = entry.attachments.iter().map(|name| name.text().to_owned()).collect();
            text.push_str(&format!("\n--- {} {} by {author}, {}", kind.as_str().unwrap_or_default(), number, entry.at));
            if !files.is_empty() {
                text.push_str(&format!(" [{}]", files.join(", ")));
            }
            text.push_str(&format!("\n{}\n", words.trim_end()));
            entries.push(json!({
                "number": number, "at": entry.at.to_string(), "author": author, "kind": kind, "text": words, "attachments": files,
                "flags": flags, "proof": entry.proof.as_str(), "sender_proof": entry.sender_proof.as_str(),
                "message_id": entry.message_id.as_ref().and_then(|id| id.known().map(|id| id.as_str().to_owned())),
            }));
        }
        let assignee = row.assignee.map(|who| self.person(who)).transpose()?;
        let participants = row.participants.iter().map(|who| self.person(*who)).collect::<Result<Vec<_>, _>>()?;
        let contributors = row.contributors.iter().map(|who| self.person(*who)).collect::<Result<Vec<_>, _>>()?;
        let requester = self.person(row.requester)?;
        let subject = one_line(row.subject.text(), limit::SUBJECT_CHARS);
        let deadlines: serde_json::Map<String, Value> =
            row.deadlines.iter().map(|(kind, due)| (kind.to_string(), json!(due.at.to_string()))).collect();
        let fields: serde_json::Map<String, Value> =
            row.fields.iter().map(|(name, value)| (name.clone(), json!(value.text()))).collect();
        let line = json!({
            "ticket": id.get(), "subject": subject, "status": row.status.as_str(), "priority": row.priority.as_str(),
            "team": row.team.as_ref().map(ToString::to_string), "assignee": assignee, "contributors": contributors,
            "requester": requester, "participants": participants, "category": row.category.as_ref().map(ToString::to_string),
            "tags": row.tags, "fields": fields, "linked": row.linked.iter().map(|one| one.get()).collect::<Vec<_>>(),
            "mailbox": row.mailbox.as_str(), "language": row.language, "opened": row.opened_at.to_string(),
            "updated": row.updated_at.to_string(), "promises": promised::standings(&row), "deadlines": deadlines, "unverified": row.unverified, "entries": entries,
        });
        let mut head = format!(
            "{id} {subject}\n{} · {} · team {} · assignee {}\nfrom {requester}, opened {}",
            row.status,
            row.priority,
            row.team.as_ref().map_or("-", |team| team.as_str()),
            assignee.as_deref().unwrap_or("-"),
            row.opened_at
        );
        if !row.tags.is_empty() {
            head.push_str(&format!("\ntags {}", row.tags.iter().cloned().collect::<Vec<_>>().join(", ")));
        }
        for (target, promise) in &row.promises {
            head.push_str(&format!("\n{}", promised::standing(*target, promise)));
        }
        for (kind, due) in row.deadlines.iter().filter(|(kind, _)| Target::of(**kind).is_none()) {
            head.push_str(&format!("\ndue {} {kind}", due.at));
        }
        answer.push(line, &format!("{head}\n{text}"));
        Ok(answer)
    }
}

/// The mailbox of a place, for messages of the command line.
pub(super) fn place_words(place: &Place) -> String {
    match place {
        Place::Maildir { mailbox, unique } => format!("{mailbox}/{unique}"),
        Place::Imap { mailbox, folder, uid, .. } => format!("{mailbox}/{folder}/{uid}"),
        Place::Delivered { mailbox, number } => format!("{mailbox}, delivered {number}"),
        Place::Quarantine { mailbox, id } => format!("{mailbox}, released {id}"),
    }
}
