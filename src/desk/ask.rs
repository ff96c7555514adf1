//! Questions about the desk, and their answers as JSON lines and as text. Nothing here changes anything.

mod access;
mod finding;
mod history;
mod journal;
mod promised;
mod search;
mod staff;
mod training;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::base::{
    EntryNumber, MessageId, OutboxId, Private, QuarantineId, Seq, StaffName, TicketId, Timestamp, clip, limit, one_line,
};
use crate::decide::{Arrival, MailboxHealth, as_requesters};
use crate::domain::{Author, Change, Disposition, LetterState, Place, Rows, Status, Step, Target, Ticket};
use crate::mail::OwnMarks;
use crate::policy::sender_proof;
use crate::store::{Disk, Draft, Keyspace, Queries};

pub use journal::JournalQuery;
pub use staff::StaffFilter;

use super::error::DeskError;
use super::gather;
use super::work::DeskSettings;

/// What may be asked, by command line or socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// How the desk does.
    Status,
    /// Tickets, of one status or unfinished ones.
    Tickets(Option<Status>),
    /// One ticket with its messages.
    Ticket(TicketId),
    /// Tickets that a question finds, in the language of `policy::Query`.
    Search {
        /// The question.
        question: String,
        /// At most so many.
        limit: u32,
    },
    /// Tickets of a list that has a name.
    List {
        /// The list.
        list: String,
        /// At most so many.
        limit: u32,
    },
    /// The staff, or some of it.
    Staff(StaffFilter),
    /// One of the staff, by name or address, with everything that is known.
    StaffMember(String),
    /// Write another invitation to somebody.
    StaffInvite(StaffName),
    /// A page of the journal.
    Journal(JournalQuery),
    /// The journal is going to be exported; it is recorded which part of it.
    JournalExported(String),
    /// May somebody see this ticket, and why?
    Access {
        /// The ticket.
        ticket: TicketId,
        /// A member of staff, by name or address.
        who: String,
    },
    /// How far somebody has come in his training, or everybody who is being onboarded.
    Training(Option<String>),
    /// An order about a member of staff.
    Person {
        /// His short name.
        name: String,
        /// What to do.
        order: PersonOrder,
    },
    /// Letters that are not sent yet, or all.
    Outbox {
        /// Sent ones too.
        all: bool,
    },
    /// One letter.
    Letter(OutboxId),
    /// Try it now, whatever came of it before.
    LetterRetry(OutboxId),
    /// Never send it.
    LetterDrop(OutboxId),
    /// Messages set aside.
    Quarantine,
    /// One of them.
    QuarantineShow(QuarantineId),
    /// Take it in after all.
    QuarantineRelease(QuarantineId),
    /// Forget it.
    QuarantineDrop(QuarantineId),
    /// How a ticket, or the message with this id, came to where it is.
    Explain(String),
}

/// What an admin may order about a member of staff. Times are as people write them, in the member's own zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonOrder {
    /// He is away.
    Away {
        /// From when; none: from now on.
        from: Option<String>,
        /// When he is back; none: when he says so.
        until: Option<String>,
    },
    /// He is here again.
    Back,
    /// He has come to a step of his onboarding.
    Step(Step),
    /// He has done a module.
    Done(String),
    /// How well he does something.
    Assess {
        /// The skill.
        skill: String,
        /// From 1 to 5.
        level: u32,
        /// In words.
        note: Option<String>,
    },
    /// He has proved something.
    Certify {
        /// What.
        certification: String,
        /// When it ends; none: never.
        until: Option<String>,
    },
    /// Something to write down.
    Note(String),
}

impl Question {
    /// Does it change something?
    pub const fn is_order(&self) -> bool {
        matches!(
            self,
            Self::Person { .. }
                | Self::QuarantineRelease(_)
                | Self::QuarantineDrop(_)
                | Self::LetterRetry(_)
                | Self::LetterDrop(_)
                | Self::StaffInvite(_)
                | Self::JournalExported(_)
        )
    }
}

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
        }
    }

    fn push(&mut self, line: Value, text: &str) {
        self.lines.push(line);
        self.text.push_str(text);
        self.text.push('\n');
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
        Question::Journal(query) => desk.journal(query),
        Question::Access { ticket, who } => desk.access(*ticket, who),
        Question::Outbox { all } => desk.outbox(*all),
        Question::Letter(id) => desk.letter(*id),
        Question::Quarantine => desk.quarantine(),
        Question::QuarantineShow(id) => desk.quarantined(*id),
        Question::Explain(about) => desk.explain(about),
        Question::Search { .. } | Question::List { .. } => Err(DeskError::Refused("this question needs the index".to_owned())),
        Question::Person { .. }
        | Question::QuarantineRelease(_)
        | Question::QuarantineDrop(_)
        | Question::LetterRetry(_)
        | Question::LetterDrop(_)
        | Question::StaffInvite(_)
        | Question::JournalExported(_) => Err(DeskError::Refused("this question is an order".to_owned())),
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
        let counters = self.rows.counters()?.unwrap_or_default();
        let names = ["opened", "appended", "commanded", "held", "bounced", "duplicate", "ignored", "quarantined"];
        let by_disposition: serde_json::Map<String, Value> =
            names.iter().zip(counters.dispositions).map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
        let mut tickets = serde_json::Map::new();
        for status in Status::ALL {
            let count = self.rows.tickets(Some(status), TicketId::default(), LIST)?.len();
            tickets.insert(status.as_str().to_owned(), json!(count));
        }
        let mut letters = serde_json::Map::new();
        let states = [
            LetterState::Queued,
            LetterState::Claimed,
            LetterState::Deferred,
            LetterState::InDoubt,
            LetterState::Failed,
            LetterState::Expired,
            LetterState::Dropped,
        ];
        for state in states {
            let count = self.rows.letters(Some(state), OutboxId::default(), LIST)?.len();
            letters.insert(state.as_str().to_owned(), json!(count));
        }
        let quarantined = self.rows.quarantined_after(QuarantineId::default(), LIST)?.len();
        let next = self.rows.next_deadline()?.map(|at| at.to_string());
        let line = json!({
            "desk": self.settings.policy.desk.name, "time": self.now.to_string(), "settings": self.settings.fingerprint.to_string(),
            "received": counters.received, "dispositions": by_disposition, "tickets": tickets, "outbox": letters,
            "quarantine": quarantined, "next_deadline": next, "mailboxes": self.mailboxes(),
        });
        let shown = |map: &serde_json::Map<String, Value>| {
            let some: Vec<_> =
                map.iter().filter(|(_, count)| **count != json!(0)).map(|(name, count)| format!("{count} {name}")).collect();
            if some.is_empty() { "none".to_owned() } else { some.join(", ") }
        };
        let mut text = format!(
            "{}\nmessages    {} ({})\ntickets     {}\noutbox      {}\nquarantine  {quarantined}\nnext        {}",
            self.settings.policy.desk.name,
            counters.received,
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

    fn outbox(&self, all: bool) -> Result<Answer, DeskError> {
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

    fn letter(&self, id: OutboxId) -> Result<Answer, DeskError> {
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

    fn quarantine(&self) -> Result<Answer, DeskError> {
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

    fn quarantined(&self, id: QuarantineId) -> Result<Answer, DeskError> {
        let row = self.rows.quarantined(id)?.ok_or_else(|| DeskError::Missing(format!("quarantined message {id}")))?;
        let raw = String::from_utf8_lossy(&self.rows.text(row.raw)?).into_owned();
        let mut answer = Answer::default();
        let line = json!({"id": id.get(), "mailbox": row.mailbox.as_str(), "at": row.at.to_string(), "reason": row.reason.to_string(), "message": raw});
        answer.push(line, &format!("{id} {} {}: {}\n\n{}", row.at, row.mailbox, row.reason, raw.replace("\r\n", "\n")));
        Ok(answer)
    }

    /// A ticket by its number, or a message by its id.
    fn explain(&self, about: &str) -> Result<Answer, DeskError> {
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

    fn explain_ticket(&self, id: TicketId) -> Result<Answer, DeskError> {
        let mut answer = Answer::default();
        let records = self.rows.history(id, Seq::default(), LIST)?;
        if records.is_empty() {
            return Err(DeskError::Missing(format!("ticket {id}")));
        }
        for record in &records {
            let who = match record.actor {
                crate::domain::Actor::Desk => "desk".to_owned(),
                crate::domain::Actor::Admin => "admin".to_owned(),
                crate::domain::Actor::Customer(who) | crate::domain::Actor::Staff(who) => self.person(who)?,
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
            let domain = super::gather::domain_of(self.rows, &ticket)?;
            for (line, text) in promised::sums(&ticket, domain.as_deref(), &self.settings.policy, self.now) {
                answer.push(line, &text);
            }
        }
        Ok(answer)
    }

    /// What each rule says to a message today; said so where the settings have changed since.
    fn verdicts(&self, receipt: &crate::domain::Receipt, at: Timestamp) -> Result<Vec<String>, DeskError> {
        let Some(mailbox) = self.settings.policy.mailboxes.get(receipt.place.mailbox()) else { return Ok(Vec::new()) };
        let bytes = self.rows.text(receipt.raw)?;
        let own = OwnMarks { addresses: self.settings.own_addresses.clone(), loop_marks: vec![self.settings.loop_mark.clone()] };
        let mail = crate::mail::read_in(&bytes, &own, self.settings.policy.calendar.zone());
        let name = |bytes: &[u8]| self.rows.name(bytes);
        let (proof, because) = sender_proof(&mail, &mailbox.auth);
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

fn letter_line(item: &crate::domain::OutboxItem) -> (Value, String) {
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

/// The mailbox of a place, for messages of the command line.
pub(super) fn place_words(place: &Place) -> String {
    match place {
        Place::Maildir { mailbox, unique } => format!("{mailbox}/{unique}"),
        Place::Imap { mailbox, folder, uid, .. } => format!("{mailbox}/{folder}/{uid}"),
        Place::Delivered { mailbox, number } => format!("{mailbox}, delivered {number}"),
        Place::Quarantine { mailbox, id } => format!("{mailbox}, released {id}"),
    }
}
