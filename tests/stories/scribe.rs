//! Puts into words what was recorded.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use maildesk::base::{ContactId, Kind, OutboxId, Timestamp};
use maildesk::domain::{AlertCause, Author, Change, DeadlineKind, Disposition, EntryKind, PersonEvent, Receipt, Rows, Target};
use maildesk::mail::{OwnMarks, read};
use maildesk::store::{Disk, JournalRecord, Keyspace, Queries, View};

use crate::people::People;

/// Characters of a line before it is broken.
const WIDTH: usize = 118;

/// What reading records needs.
pub(crate) struct Scribe<'a, D: Disk, K: Keyspace> {
    pub(crate) view: View<'a, D, K>,
    pub(crate) people: &'a People,
    pub(crate) zone: &'a TimeZone,
    /// Letters that were not taken at the first attempt.
    pub(crate) late: &'a mut BTreeSet<OutboxId>,
}

/// A point in time as the desk's clock shows it: `mon 2 mar 09:00`.
pub(crate) fn clock(at: Timestamp, zone: &TimeZone) -> String {
    let time = jiff::Timestamp::from_millisecond(at.as_millis()).expect("a time").to_zoned(zone.clone());
    let form = if time.second() == 0 { "%a %-d %b %H:%M" } else { "%a %-d %b %H:%M:%S" };
    time.strftime(form).to_string().to_lowercase()
}

impl<D: Disk, K: Keyspace> Scribe<'_, D, K> {
    /// The lines of a record.
    pub(crate) fn lines(&mut self, record: &JournalRecord) -> Vec<String> {
        let mut lines = Vec::new();
        let mut facts: Vec<String> = Vec::new();
        let mut letters = Vec::new();
        for change in &record.changes {
            match change {
                Change::Received(receipt) => lines.push(self.receipt(receipt)),
                Change::DeadlineFired { ticket, kind } => lines.push(format!("{} of {ticket} is due", family(*kind))),
                Change::LetterQueued { item } => {
                    let bytes: Vec<u8> =
                        item.pieces.iter().flat_map(|piece| self.view.text(*piece).expect("a piece of a letter")).collect();
                    let mail = read(&bytes, &OwnMarks::default());
                    let files: Vec<_> = mail.attachments.iter().map(|file| file.name.as_str()).collect();
                    let with = if files.is_empty() { String::new() } else { format!(" with {}", files.join(", ")) };
                    letters.push(format!("to {}: {} \"{}\"{with}", self.person(item.contact), item.kind, mail.subject));
                }
                Change::LetterWithheld { contact, kind, because, .. } => {
                    letters.push(format!("no {kind} to {}: {because}", self.person(*contact)));
                }
                Change::LetterSent { letter, .. } if self.late.remove(letter) => {
                    lines.push(format!("{} has arrived after all", self.letter(*letter)));
                }
                // Once is enough: it may take days.
                Change::LetterDeferred { letter, .. } if self.late.contains(letter) => {}
                Change::LetterDeferred { letter, until, because } => {
                    self.late.insert(*letter);
                    let until = clock(*until, self.zone);
                    lines.push(format!("{} is not taken now, again {until}: {}", self.letter(*letter), because.text()));
                }
                Change::LetterInDoubt { letter, until } => {
                    self.late.insert(*letter);
                    lines.push(format!("{} is in doubt, again {}", self.letter(*letter), clock(*until, self.zone)));
                }
                Change::LetterFailed { letter, because } => {
                    lines.push(format!("{} is refused: {}", self.letter(*letter), because.text()))
                }
                Change::LetterExpired { letter } => lines.push(format!("{} is given up", self.letter(*letter))),
                Change::LetterBounced { letter, .. } => facts.push(format!("it is about {}", self.letter(*letter))),
                other => facts.extend(self.fact(record, other)),
            }
        }
        // What a deadline did stands below it, what a message did below its disposition.
        let mut joined = String::new();
        for fact in facts {
            if !joined.is_empty() && joined.chars().count() + fact.chars().count() > WIDTH - 8 {
                lines.push(format!("  {joined};"));
                joined.clear();
            }
            joined = if joined.is_empty() { fact } else { format!("{joined}; {fact}") };
        }
        if !joined.is_empty() {
            lines.push(format!("  {joined}"));
        }
        lines.extend(letters.into_iter().map(|letter| format!("  {letter}")));
        lines
    }

    /// What an alert is about.
    fn cause(&self, cause: &AlertCause) -> String {
        match cause {
            AlertCause::Desk => "the desk".to_owned(),
            AlertCause::Team(team) => format!("team {team}"),
            AlertCause::Mailbox(mailbox) => format!("mailbox {mailbox}"),
            AlertCause::Person(who) => self.person(*who),
            AlertCause::Subject(ticket) => format!("tickets like {ticket}"),
            AlertCause::Organisation(ticket) => format!("the organisation of {ticket}"),
        }
    }

    fn receipt(&self, receipt: &Receipt) -> String {
        let ticket = receipt.ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
        let kind = if receipt.kind == Kind::Human { String::new() } else { format!(" ({})", receipt.kind) };
        let by = match receipt.matched_by.as_str() {
            "none" => String::new(),
            by => format!(" by {by}"),
        };
        match &receipt.disposition {
            Disposition::Opened => format!("opened {ticket}{kind}"),
            Disposition::Appended => format!("appended to {ticket}{by}{kind}"),
            Disposition::Commanded if ticket.is_empty() => format!("commands{kind}"),
            Disposition::Commanded => format!("commands for {ticket}{by}{kind}"),
            Disposition::Held { reason } if ticket.is_empty() => format!("held{kind}: {reason}"),
            Disposition::Held { reason } => format!("held, about {ticket}{by}{kind}: {reason}"),
            Disposition::Bounced { .. } => format!("a delivery report{kind}"),
            Disposition::Duplicate => format!("duplicate of what is in {ticket}"),
            Disposition::Ignored { reason } => format!("ignored{kind}: {reason}"),
            Disposition::Quarantined { id, reason } => format!("quarantined as {id}{kind}: {reason}"),
        }
    }

    fn fact(&self, record: &JournalRecord, change: &Change) -> Option<String> {
        Some(match change {
            Change::EntryAdded { entry, .. } => {
                let what = match entry.kind {
                    EntryKind::Message => None,
                    EntryKind::Reply => Some("answer"),
                    EntryKind::Draft => Some("draft"),
                    EntryKind::Note => Some("note"),
                    EntryKind::Automatic => Some("kept as a machine's"),
                };
                let flags: Vec<_> = entry.flags.iter().map(|flag| format!("flag {flag:?}")).collect();
                let words: Vec<_> = what.into_iter().map(str::to_owned).chain(flags).collect();
                return (!words.is_empty()).then(|| words.join(", "));
            }
            Change::ReachabilityChanged { contact, reachable: false } => format!("{} cannot be reached", self.person(*contact)),
            Change::ReachabilityChanged { contact, .. } => format!("{} can be reached again", self.person(*contact)),
            Change::Person { contact, event, .. } => {
                let until = |until: &Option<Timestamp>| until.map(|at| format!(" until {}", clock(at, self.zone)));
                let what = match event {
                    PersonEvent::Away { until: end, .. } => format!("away{}", until(end).unwrap_or_default()),
                    PersonEvent::AwayOffered { until: end } => format!("perhaps away{}", until(end).unwrap_or_default()),
                    PersonEvent::Back => "here again".to_owned(),
                    PersonEvent::LeaveBegun { .. } => "absence begins".to_owned(),
                    PersonEvent::LeaveEnded => "absence ends".to_owned(),
                    PersonEvent::StepReached { step } => format!("step {step}"),
                    PersonEvent::ModuleDone { module } => format!("has done {module}"),
                    PersonEvent::DigestSet { on } => format!("digest {}", if *on { "on" } else { "off" }),
                    PersonEvent::NotifySet { letters } => {
                        format!("wants {}", letters.iter().cloned().collect::<Vec<_>>().join(", "))
                    }
                    PersonEvent::Assessed { skill, level, .. } => format!("{skill} {level} of 5"),
                    PersonEvent::Certified { certification, until: end } => {
                        format!("certified in {certification}{}", until(end).unwrap_or_default())
                    }
                    PersonEvent::Noted { .. } => "has a note".to_owned(),
                    PersonEvent::TakenBack { .. } => "as before".to_owned(),
                    PersonEvent::Undoable { .. } | PersonEvent::Undone { .. } | PersonEvent::ManagersKnown { .. } => return None,
                    PersonEvent::TrainingReminded => "is reminded of what to learn".to_owned(),
                    other => format!("{other:?}"),
                };
                format!("{} {what}", self.person(*contact))
            }
            Change::ReplyHeld { by, .. } => format!("{}'s answer waits", self.person(*by)),
            Change::ReplyDecided { decision, .. } => format!("{decision:?}").to_lowercase(),
            Change::StatusChanged { from, to, .. } => format!("{from} -> {to}"),
            Change::Reopened { .. } => "reopened".to_owned(),
            Change::Assigned { to, .. } => {
                format!("assigned to {}", to.map_or_else(|| "nobody".to_owned(), |to| self.person(to)))
            }
            Change::TeamSet { team, .. } => team.as_ref().map_or_else(|| "no team".to_owned(), |team| format!("team {team}")),
            Change::PrioritySet { priority, .. } => format!("priority {priority}"),
            Change::CategorySet { category, .. } => {
                category.as_ref().map_or_else(|| "no category".to_owned(), |category| format!("category {category}"))
            }
            Change::Tagged { add, remove, .. } => {
                let added = add.iter().map(|tag| format!("+{tag}"));
                let tags: Vec<_> = added.chain(remove.iter().map(|tag| format!("-{tag}"))).collect();
                format!("tags {}", tags.join(" "))
            }
            Change::FieldSet { name, value, .. } => {
                format!("{name} = {}", value.as_ref().map(|value| value.text()).unwrap_or("nothing"))
            }
            Change::Forwarded { contact, shown, .. } => {
                let shown = shown.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                format!("message {shown} forwarded to {}", self.person(*contact))
            }
            Change::ParticipantAdded { contact, .. } => format!("{} takes part", self.person(*contact)),
            Change::Copied { contacts, .. } => {
                format!("in copy: {}", contacts.iter().map(|contact| self.person(*contact)).collect::<Vec<_>>().join(", "))
            }
            Change::ContributorAdded { contact, .. } => format!("{} contributes", self.person(*contact)),
            Change::ContributorRemoved { contact, .. } => format!("{} contributes no more", self.person(*contact)),
            Change::Linked { ticket, other } => format!("{ticket} linked to {other}"),
            Change::Unlinked { ticket, other } => format!("{ticket} linked to {other} no more"),
            Change::RequesterSet { contact, .. } => format!("{} asks", self.person(*contact)),
            Change::ParticipantRemoved { contact, .. } => format!("{} takes part no more", self.person(*contact)),
            Change::AttentionSet { contact, attention, .. } => {
                let how = attention.map_or_else(|| "hears of it as usual".to_owned(), |one| format!("{one:?} it").to_lowercase());
                format!("{} {how}", self.person(*contact))
            }
            Change::TimeSpent { contact, minutes, .. } => format!("{minutes} minutes of {}", self.person(*contact)),
            Change::TokensRevoked { .. } => "reply addresses revoked".to_owned(),
            Change::PracticeBegun { practice, .. } => {
                format!("practice of {}, module {}", self.person(practice.learner), practice.module)
            }
            Change::Merged { ticket, into } => {
                into.map_or_else(|| format!("{ticket} goes on itself"), |into| format!("{ticket} goes on in {into}"))
            }
            Change::EntryMoved { ticket, entry, to } => {
                to.map_or_else(|| format!("entry {entry} of {ticket} is back"), |to| format!("entry {entry} of {ticket} to {to}"))
            }
            Change::AnswerHeld { .. } => "answer kept".to_owned(),
            Change::HeldSettled { contact, .. } => format!("the kept answer of {} is settled", self.person(*contact)),
            Change::Undone { .. } => "taken back".to_owned(),
            Change::ArticlesOffered { articles, .. } => format!("offered: {}", articles.join(", ")),
            Change::Routed { rules, .. } => {
                format!("rule {}", rules.iter().map(|rule| format!("\"{rule}\"")).collect::<Vec<_>>().join(", "))
            }
            Change::DeadlineSet { kind, .. } if Target::of(*kind).is_some_and(|(_, step)| step == 0) => return None,
            Change::DeadlineCleared { kind, .. } if Target::of(*kind).is_some() => return None,
            Change::PromiseMade { target, promise, .. } => {
                let by = if promise.by.is_empty() { String::new() } else { format!(" by {}", promise.by) };
                format!("{}{by} {}", target.as_str(), clock(promise.due, self.zone))
            }
            Change::PromisePaused { target, .. } => format!("{} stands still", target.as_str()),
            Change::PromiseBroken { target, .. } => format!("{} is broken", target.as_str()),
            Change::PromiseSettled { target, because, .. } => format!("no {} ({because})", target.as_str()),
            Change::Nudged { contact, at, .. } if *at > record.at => {
                format!("{} is told {}", self.person(*contact), clock(*at, self.zone))
            }
            Change::DeadlineSet { kind, due, .. } => format!("{} {}", family(*kind), clock(due.at, self.zone)),
            Change::DeadlineCleared { kind, because, .. } => format!("no {} ({because})", family(*kind)),
            Change::Commanded { contact, command, .. } => format!("{}: {}", self.person(*contact), command.text()),
            Change::StaffInvited { contact, until, .. } => {
                format!("{} is invited until {}", self.person(*contact), clock(*until, self.zone))
            }
            Change::StaffConfirmed { contact, .. } => format!("{} belongs to the staff", self.person(*contact)),
            Change::StaffLeft { contact, .. } => format!("{} has left the staff", self.person(*contact)),
            Change::ContactSet { contact, detail, value } => {
                let value = value.as_ref().map_or("nothing", |value| value.text());
                format!("{detail} of {}: {value}", self.person(*contact))
            }
            Change::AddressAdded { contact, address } => {
                format!("{} is {} too", address.known().map(ToString::to_string).unwrap_or_default(), self.person(*contact))
            }
            Change::AddressRemoved { contact, address } => {
                format!("{} is {} no more", address.known().map(ToString::to_string).unwrap_or_default(), self.person(*contact))
            }
            Change::AlertRaised { cause, to, figure, limit, .. } => {
                format!("alert for {}: {}, {figure} of {limit}", self.person(*to), self.cause(cause))
            }
            Change::AlertCleared { cause, to, .. } => format!("alert over for {}: {}", self.person(*to), self.cause(cause)),
            Change::Rated { rating, .. } => format!("rated {} of 5", rating.get()),
            Change::ReviewAsked { ticket, reviewer, again, .. } => {
                format!("{ticket} is to be reviewed by {}{}", self.person(*reviewer), if *again { ", asked again" } else { "" })
            }
            Change::Reviewed { agent, verdict: Some(verdict), .. } => {
                let scores: Vec<_> = verdict.scores.iter().map(|(name, score)| format!("{name} {}", score.get())).collect();
                format!("work of {}: {}", self.person(*agent), scores.join(", "))
            }
            Change::Reviewed { agent, verdict: None, .. } => format!("work of {}: not scored", self.person(*agent)),
            Change::SurveysDeclined { contact } => format!("{} is asked no more", self.person(*contact)),
            Change::ContactsMerged { contact, to, .. } => format!("{contact} becomes part of {to}"),
            Change::ContactsParted { contact, .. } => format!("{contact} is by itself again"),
            Change::WritesFrom { address, .. } => {
                format!("answers go to {}", address.known().map(ToString::to_string).unwrap_or_default())
            }
            Change::LookedUp { contact: Some(contact), .. } => format!("looked up {}", self.person(*contact)),
            Change::LetterRetried { letter } => format!("{} is tried again", self.letter(*letter)),
            Change::LetterDropped { letter } => format!("{} is dropped", self.letter(*letter)),
            Change::QuarantineReleased { id } => format!("{id} is released"),
            Change::QuarantineDropped { id } => format!("{id} is dropped"),
            // People, places and counters; and what other lines say.
            _ => return None,
        })
    }

    fn person(&self, contact: ContactId) -> String {
        let row = self.view.contact(contact).expect("contacts can be read");
        let address = row.as_ref().and_then(|row| row.address());
        address.map_or_else(|| "somebody".to_owned(), |address| self.people.call(address.as_str()))
    }

    fn letter(&self, letter: OutboxId) -> String {
        let row = self.view.letter(letter).expect("letters can be read");
        row.map_or_else(|| letter.to_string(), |row| format!("{} to {}", row.kind, self.person(row.contact)))
    }

    /// Where a ticket stands.
    pub(crate) fn ticket(&self, number: u32) -> Result<Vec<String>, String> {
        let id = maildesk::base::TicketId::new(number);
        let row = self.view.ticket(id).expect("tickets can be read").ok_or_else(|| format!("there is no ticket {id}"))?;
        let names = |contacts: &BTreeSet<ContactId>| contacts.iter().map(|one| self.person(*one)).collect::<Vec<_>>().join(", ");
        let mut words = vec![format!("{id} \"{}\": {}, {}", row.subject.text(), row.status, row.priority)];
        words.extend(row.team.as_ref().map(|team| format!("team {team}")));
        words.extend(row.category.as_ref().map(|category| format!("category {category}")));
        words.push(row.assignee.map_or_else(|| "nobody has it".to_owned(), |who| format!("{} has it", self.person(who))));
        words.push(format!("from {}", self.person(row.requester)));
        let lists =
            [("with", names(&row.participants)), ("in copy", names(&row.copied)), ("helped by", names(&row.contributors))];
        words.extend(lists.into_iter().filter(|(_, names)| !names.is_empty()).map(|(what, names)| format!("{what} {names}")));
        if !row.tags.is_empty() {
            words.push(format!("tags {}", row.tags.iter().cloned().collect::<Vec<_>>().join(" ")));
        }
        if !row.linked.is_empty() {
            words.push(format!("linked to {}", row.linked.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")));
        }
        let mut lines = vec![words.join("; ")];
        for (target, promise) in &row.promises {
            let word = if promise.broken_at.is_some() { " (broken)" } else { "" };
            let still = if promise.paused_at.is_some() { " (stands still)" } else { "" };
            lines.push(format!("  {} {}{word}{still}", target.as_str(), clock(promise.due, self.zone)));
        }
        for (kind, due) in row.deadlines.iter().filter(|(kind, _)| Target::of(**kind).is_none()) {
            lines.push(format!("  {} {}", family(*kind), clock(due.at, self.zone)));
        }
        for entry in self.view.entries(id).expect("entries can be read") {
            let author = match entry.author {
                Author::Customer(contact) | Author::Staff(contact) => self.person(contact),
                Author::Desk => "the desk".to_owned(),
            };
            let kind = match entry.kind {
                EntryKind::Message => "wrote",
                EntryKind::Reply => "answered",
                EntryKind::Draft => "drafted",
                EntryKind::Note => "noted",
                EntryKind::Automatic => "has a machine that wrote",
            };
            let text = String::from_utf8_lossy(&self.view.text(entry.text).expect("a text")).replace('\n', " / ");
            let gone = entry.moved_to.map(|to| format!(" (now in {to})")).unwrap_or_default();
            lines.push(format!("  {} {author} {kind}{gone}: {text}", clock(entry.at, self.zone)));
        }
        Ok(lines)
    }
}

/// A deadline's name, with the step of the ladder that follows the first.
fn family(kind: DeadlineKind) -> String {
    match Target::of(kind) {
        Some((_, step)) if step > 0 => format!("{} step {}", kind.family(), step + 1),
        _ => kind.family().to_owned(),
    }
}
