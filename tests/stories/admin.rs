//! What the admin does in a story: changes files of the configuration, and asks the desk.

use std::fs;

use maildesk::base::{QuarantineId, StaffName, TicketId};
use maildesk::desk::{ContactFilter, Input, JournalQuery, PersonOrder, Question, Reply, ReportForm, ReportQuestion, StaffFilter};
use maildesk::domain::TrainingOrder;

use super::{World, load};

impl World {
    pub(super) fn reconfigure(&mut self, file: &str, edits: &str) -> Result<(), String> {
        self.edit(file, edits)?;
        let (settings, _) = load(self.configuration.path())?;
        // What lies in the mailboxes already is worked off in the same group, behind the settings.
        let mut inputs = vec![Input::Settings(Box::new(settings))];
        inputs.extend(std::mem::take(&mut self.waiting).into_iter().map(Input::Arrived));
        let replies = self.desk.work(inputs, self.now).map_err(|error| format!("the store fails: {error}"))?;
        for reply in replies {
            reply.map_err(|error| format!("the desk fails: {error}"))?;
        }
        self.tell();
        Ok(())
    }

    /// Takes lines out of a file of the configuration, and puts others in.
    pub(super) fn edit(&mut self, file: &str, edits: &str) -> Result<(), String> {
        let path = self.configuration.path().join(file);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory).map_err(|error| error.to_string())?;
        }
        let before = if path.exists() { fs::read_to_string(&path).map_err(|error| error.to_string())? } else { String::new() };
        let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
        let edits: Vec<&str> = edits.lines().collect();
        let mut at = lines.len();
        let mut rest = edits.as_slice();
        while let Some(edit) = rest.first() {
            if edit.is_empty() {
                // Another place of the file.
                rest = rest.get(1..).unwrap_or_default();
            } else if edit.starts_with('-') {
                // Lines that follow each other go together: a name may stand in several places.
                let gone: Vec<&str> = rest.iter().map_while(|edit| edit.strip_prefix('-')).map(str::trim).collect();
                let found = lines
                    .windows(gone.len())
                    .position(|window| window.iter().zip(&gone).all(|(line, gone)| line.trim() == *gone));
                at = found.ok_or_else(|| format!("{file} has no such lines: {}", gone.join(" / ")))?;
                lines.drain(at..at + gone.len());
                rest = rest.get(gone.len()..).unwrap_or_default();
            } else {
                let line = edit.strip_prefix('+').ok_or("a line of an edit begins with - or +")?;
                lines.insert(at, line.strip_prefix(' ').unwrap_or(line).to_owned());
                at += 1;
                rest = rest.get(1..).unwrap_or_default();
            }
        }
        fs::write(&path, lines.join("\n") + "\n").map_err(|error| error.to_string())
    }

    pub(super) fn ask(&mut self, question: &str) -> Result<(), String> {
        let number =
            |text: &str| text.trim_start_matches('q').parse().map(QuarantineId::new).map_err(|_| format!("{text} is no number"));
        let question = match question.split_once(' ').unwrap_or((question, "")) {
            ("status", _) => Question::Status,
            ("tickets", _) => Question::Tickets(None),
            ("quarantine", _) => Question::Quarantine,
            ("outbox", _) => Question::Outbox { all: false },
            ("search", question) => Question::Search { question: question.to_owned(), limit: 50 },
            ("report", what) => {
                let (kind, by) = what.split_once(" by ").unwrap_or((what, ""));
                let (kind, agent) = kind.split_once(" of ").unwrap_or((kind, ""));
                let named = |text: &str| (!text.is_empty()).then(|| text.to_owned());
                Question::Report(ReportQuestion {
                    kind: kind.parse()?,
                    since: None,
                    until: None,
                    by: if by.is_empty() { None } else { Some(by.parse()?) },
                    agent: named(agent),
                    team: None,
                    form: ReportForm::Text,
                })
            }
            ("list", list) => Question::List { list: list.to_owned(), limit: 50 },
            ("staff", "") => Question::Staff(StaffFilter::default()),
            ("staff", who) => Question::StaffMember(who.to_owned()),
            ("invite", who) => Question::StaffInvite(StaffName::new(who).map_err(|error| error.to_string())?),
            ("journal", who) => Question::Journal(JournalQuery {
                person: (!who.is_empty()).then(|| who.to_owned()),
                kind: Some("staff".to_owned()),
                ..JournalQuery::default()
            }),
            ("records", kind) => Question::Journal(JournalQuery { kind: Some(kind.to_owned()), ..JournalQuery::default() }),
            ("access", what) => {
                let (ticket, who) = what.split_once(' ').ok_or("access #1 bob")?;
                let ticket = ticket.trim_start_matches('#').parse().map_err(|_| "that is no ticket")?;
                Question::Access { ticket: TicketId::new(ticket), who: who.to_owned() }
            }
            ("contacts", words) => Question::Contacts(ContactFilter {
                words: (!words.is_empty()).then(|| words.to_owned()),
                ..ContactFilter::default()
            }),
            ("contact", what) => crate::people::contact(what)?,
            ("doctor", "trust") => Question::TrustProbe(None),
            ("trust", _) => Question::Trust(None),
            ("explain", what) => Question::Explain(what.trim_start_matches('#').to_owned()),
            ("away", rest) => {
                let (name, until) =
                    rest.split_once(" until ").map_or((rest, None), |(name, until)| (name, Some(until.to_owned())));
                Question::Person { name: name.to_owned(), order: PersonOrder::Away { from: None, until } }
            }
            ("back", name) => Question::Person { name: name.to_owned(), order: PersonOrder::Back },
            ("step", rest) => {
                let (name, step) = rest.split_once(' ').ok_or("whose step, and which?")?;
                Question::Person { name: name.to_owned(), order: PersonOrder::Train(TrainingOrder::Step(step.parse()?)) }
            }
            ("done", rest) => {
                let (name, module) = rest.split_once(' ').ok_or("who did what?")?;
                Question::Person { name: name.to_owned(), order: PersonOrder::Train(TrainingOrder::Done(module.to_owned())) }
            }
            ("practice", rest) => {
                let (name, module) = rest.split_once(' ').ok_or("who practises what?")?;
                Question::Person { name: name.to_owned(), order: PersonOrder::Practise(module.to_owned()) }
            }
            ("training", name) => Question::Training(Some(name.to_owned())),
            ("release", which) => Question::QuarantineRelease(number(which)?),
            ("drop", which) => Question::QuarantineDrop(number(which)?),
            _ => return Err(format!("nobody can ask {question}")),
        };
        let reply = loop {
            let asked = vec![Input::Ask(question.clone())];
            match self.desk.work(asked, self.now).map_err(|error| format!("the store fails: {error}"))?.into_iter().next() {
                Some(Ok(Reply::NotReady)) => {}
                reply => break reply,
            }
        };
        let answer = match reply {
            Some(Ok(Reply::Answer(answer))) => answer,
            Some(Ok(Reply::Counting(counting))) => counting.answer().map_err(|error| error.to_string())?,
            Some(Err(refused)) => {
                self.lines.push(format!("> {refused}"));
                return Ok(());
            }
            _ => return Err("there is no answer".to_owned()),
        };
        self.tell();
        self.lines.extend(answer.text.lines().map(|line| format!("> {line}").trim_end().to_owned()));
        self.lines.extend(answer.remark.map(|remark| format!("> ({remark})")));
        Ok(())
    }
}
