//! The world of a story: the desk, a clock, the people, and the servers that carry mail between them.

mod admin;
mod forgotten;
mod letters;
mod raw;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use maildesk::base::{EmailAddress, MailboxName, OutboxId, Seq, Span, Timestamp};
use maildesk::decide::{AttemptResult, MailboxHealth, MailboxTrouble};
use maildesk::desk::{Desk, DeskSettings, Fetched, Input, Reply, Shipment};
use maildesk::domain::{LetterKind, Place, Rows};
use maildesk::mail::{OwnMarks, Signature, SignatureResult, read};
use maildesk::policy::AuthMode;
use maildesk::search::Index;
use maildesk::store::{MemoryDisk, MemoryKeyspace, MemoryPlace, MemoryStore, Options, Queries};

use crate::client::{self, Manner, Message};
use crate::people::{People, Person, Received, Which};
use crate::scribe::{Scribe, clock};
use crate::script::{Script, Step};

/// Turns of the clock in one step of a story, at most: a clock that turns more often stands still.
const TURNS: usize = 1000;

/// What a server does with mail to somebody.
#[derive(Clone)]
enum Server {
    Refuses(String),
    Defers(String),
    Bounces(String),
    Loses(String),
}

pub(crate) struct World {
    desk: Desk<MemoryDisk, MemoryKeyspace>,
    disk: MemoryDisk,
    place: MemoryPlace,
    configuration: tempfile::TempDir,
    now: Timestamp,
    zone: TimeZone,
    people: People,
    servers: BTreeMap<String, Server>,
    /// The last mail that each person sent, with the mailboxes it went to.
    sent: BTreeMap<String, (Vec<u8>, Vec<MailboxName>)>,
    late: BTreeSet<OutboxId>,
    /// Messages that lie in a mailbox and have not been looked at.
    waiting: Vec<Fetched>,
    /// Messages that anybody wrote.
    written: u32,
    /// Messages that lay in a mailbox.
    delivered: u64,
    /// When the desk wants to look at the clock next.
    day: Option<Timestamp>,
    /// The last record that was told.
    told: Seq,
    /// The time that was told last.
    told_at: Timestamp,
    lines: Vec<String>,
    /// Nobody learns the keys of signatures.
    is_dns_silent: bool,
    /// What becomes of forged verification results in mail to a mailbox of our own.
    forged: raw::ForgedResults,
    /// What was named, for raw messages.
    names: BTreeMap<String, String>,
}

fn load(directory: &Path) -> Result<(DeskSettings, [u8; 32]), String> {
    let loaded = maildesk::config::load(directory, &|_| None);
    let loaded = loaded.map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let settings = loaded.settings;
    let secret = settings.store_secret;
    Ok((DeskSettings::new(settings.policy, settings.templates, settings.keys, settings.fingerprint), secret))
}

/// What follows `before` in a text.
fn after<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    text.strip_prefix(before).map(str::trim_start)
}

/// The text between the quotation marks around it.
fn quoted(text: &str) -> Result<&str, String> {
    text.trim()
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .ok_or_else(|| format!("{text} lacks its quotation marks"))
}

/// `ann and bob` as a list.
fn listed(text: &str) -> Vec<String> {
    text.split(" and ").map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

/// An error as a story tells it.
fn failed(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl World {
    pub(crate) fn new() -> Self {
        let configuration = tempfile::tempdir().expect("a directory");
        for entry in fs::read_dir(crate::folder().join("desk")).expect("tests/stories/desk") {
            let entry = entry.expect("entry");
            fs::copy(entry.path(), configuration.path().join(entry.file_name())).expect("copied");
        }
        let keys = configuration.path().join("keys");
        fs::set_permissions(keys, fs::Permissions::from_mode(0o600)).expect("mode");
        for mailbox in ["support", "billing", "out"] {
            for part in ["new", "cur", "tmp"] {
                fs::create_dir_all(configuration.path().join("mail").join(mailbox).join(part)).expect("made");
            }
        }
        let (settings, secret) = load(configuration.path()).expect("the configuration of the stories is good");
        let zone = settings.policy.calendar.zone().clone();
        let people = People::of_staff(&settings.policy);
        let start = DateTime::constant(2026, 3, 1, 12, 0, 0, 0).to_zoned(zone.clone()).expect("a time");
        let now = Timestamp::from_millis(start.timestamp().as_millisecond());
        let (disk, place) = (MemoryDisk::default(), MemoryPlace::default());
        let store = MemoryStore::open(disk.clone(), place.clone(), &Options::new(secret), &mut |_| {});
        let mut desk = Desk::open(store.expect("a store").store, settings, false, now).expect("a desk");
        desk.follow_with(Index::open(maildesk::search::Place::Memory));
        let told = desk.head();
        Self {
            desk,
            disk,
            place,
            configuration,
            now,
            zone,
            people,
            servers: BTreeMap::new(),
            sent: BTreeMap::new(),
            late: BTreeSet::new(),
            waiting: Vec::new(),
            written: 0,
            delivered: 0,
            day: None,
            told,
            told_at: now,
            lines: Vec::new(),
            is_dns_silent: false,
            forged: raw::ForgedResults::Deleted,
            names: BTreeMap::new(),
        }
    }

    /// Plays a story to its end, and gives it back as it went.
    pub(crate) fn retell(mut self, text: &str) -> Result<String, String> {
        let script = Script::read(text);
        let produced = self.go_through(&script)?;
        self.end()?;
        Ok(script.write(&produced))
    }

    /// Lets all steps happen, and tells what came of each.
    pub(crate) fn go_through(&mut self, script: &Script) -> Result<Vec<Vec<String>>, String> {
        let told = |step: &Step, problem| format!("line {}: {problem}\n    {}", step.line, step.typed);
        script.steps.iter().map(|step| self.play(step).map_err(|problem| told(step, problem))).collect()
    }

    /// Lets one step happen and tells what came of it.
    fn play(&mut self, step: &Step) -> Result<Vec<String>, String> {
        self.told_at = self.now;
        let typed = step.typed.trim();
        if let Some(when) = after(typed, "nothing happens until") {
            self.pass(when)?;
            if !self.lines.is_empty() {
                return Err(format!("something happens:\n{}", self.lines.join("\n")));
            }
        } else if self.moment(typed).is_some() {
            self.pass(typed)?;
        } else if let Some(when) = after(typed, "the machine sleeps until") {
            self.now = self.moment(when).ok_or_else(|| format!("{when} is no moment that is to come"))?;
            self.tick()?;
        } else if let Some(when) = after(typed, "the desk is off until") {
            self.now = self.moment(when).ok_or_else(|| format!("{when} is no moment that is to come"))?;
            self.restart()?;
        } else if let Some(when) = after(typed, "the clock is set to") {
            self.now = self.any_moment(when).ok_or_else(|| format!("{when} is no date with a time"))?;
            self.tick()?;
        } else if let Some(file) = after(typed, "while the desk is down, admin changes ") {
            self.edit(file.trim_end_matches(':'), &step.body)?;
            self.restart()?;
        } else if let Some(rest) = after(typed, "admin changes ") {
            self.reconfigure(rest.trim_end_matches(':'), &step.body)?;
        } else if let Some(question) = after(typed, "admin asks:") {
            self.ask(question)?;
        } else if let Some(number) = after(typed, "show #") {
            let number = number.parse().map_err(|_| "that is no ticket")?;
            let lines = self.scribe().ticket(number)?;
            self.lines.extend(lines);
        } else if let Some(rest) = after(typed, "the name servers ") {
            self.is_dns_silent = rest == "are silent";
        } else if let Some(rest) = after(typed, "the mailbox ") {
            self.mailbox_health(rest)?;
        } else if let Some(rest) = after(typed, "the receiving server ") {
            self.forged = raw::ForgedResults::named(rest)?;
        } else if let Some(days) = after(typed, "the clock jumps ") {
            self.jump(days)?;
        } else if let Some(rest) = after(typed, "mail to ") {
            self.server(rest)?;
        } else {
            self.somebody(typed, &step.body)?;
        }
        self.look_again()?;
        self.settle()?;
        Ok(std::mem::take(&mut self.lines))
    }

    /// The end of every story.
    fn end(self) -> Result<(), String> {
        let report = self.desk.store().verify(&mut |_| {}).map_err(|error| error.to_string())?;
        if !report.is_clean() {
            let problems: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
            return Err(format!("the store does not verify: {}", problems.join("; ")));
        }
        let operator = self.desk.settings().policy.desk.operator.clone();
        self.desk.close().map_err(|error| error.to_string())?;
        let (_, secret) = load(self.configuration.path())?;
        forgotten::after_all(&self.disk, &self.place, secret, &operator)
    }

    fn scribe(&mut self) -> Scribe<'_, MemoryDisk, MemoryKeyspace> {
        Scribe { view: self.desk.store().view(), people: &self.people, zone: &self.zone, late: &mut self.late }
    }

    fn zoned(&self, at: Timestamp) -> Zoned {
        jiff::Timestamp::from_millisecond(at.as_millis()).expect("a time").to_zoned(self.zone.clone())
    }

    // ---- Time.

    /// The moment that a text names, if it names one.
    fn moment(&self, text: &str) -> Option<Timestamp> {
        if let Some(span) = text.strip_prefix('+') {
            let unit = span.chars().last()?;
            let amount: u64 = span.get(..span.len() - unit.len_utf8())?.parse().ok()?;
            let span = match unit {
                'm' => Span::from_minutes(amount),
                'h' => Span::from_hours(amount),
                'd' => Span::from_days(amount),
                _ => return None,
            };
            return Some(self.now.plus(span));
        }
        let (day, time) = text.rsplit_once(' ').unwrap_or(("", text));
        let (hour, minute) = time.split_once(':')?;
        let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
        let today = self.zoned(self.now).date();
        let at = |date: Date| {
            let time = date.to_datetime(time).to_zoned(self.zone.clone()).ok()?;
            Some(Timestamp::from_millis(time.timestamp().as_millisecond())).filter(|at| *at > self.now)
        };
        let days = || std::iter::successors(Some(today), |day| day.tomorrow().ok()).take(8);
        let weekday = match day {
            "" => return days().find_map(at),
            "monday" => Weekday::Monday,
            "tuesday" => Weekday::Tuesday,
            "wednesday" => Weekday::Wednesday,
            "thursday" => Weekday::Thursday,
            "friday" => Weekday::Friday,
            "saturday" => Weekday::Saturday,
            "sunday" => Weekday::Sunday,
            date => return at(date.parse().ok()?),
        };
        days().filter(|day| day.weekday() == weekday).find_map(at)
    }

    /// A date with a time, to come or past.
    fn any_moment(&self, text: &str) -> Option<Timestamp> {
        let (date, time) = text.split_once(' ')?;
        let time: DateTime = format!("{date}T{time}").parse().ok()?;
        let time = time.to_zoned(self.zone.clone()).ok()?;
        Some(Timestamp::from_millis(time.timestamp().as_millisecond()))
    }

    /// The desk, in whose place an empty one stands until there is another.
    fn take_desk(&mut self) -> Result<Desk<MemoryDisk, MemoryKeyspace>, String> {
        let (settings, secret) = load(self.configuration.path())?;
        let empty = MemoryStore::in_memory(secret).map_err(|error| error.to_string())?;
        let empty = Desk::open(empty, settings, false, self.now).map_err(|error| error.to_string())?;
        Ok(std::mem::replace(&mut self.desk, empty))
    }

    /// Forgets who is to be forgotten, as the writer does between two groups.
    fn forget(&mut self) -> Result<(), String> {
        if self.desk.has_to_forget(self.now).map_err(|error| error.to_string())? {
            let desk = self.take_desk()?;
            self.desk = desk.forget_due(self.now, &mut |_| {}).map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    /// What the daemon says of a mailbox: it cannot be read from now on, or can.
    fn mailbox_health(&mut self, rest: &str) -> Result<(), String> {
        let (name, how) = rest.split_once(' ').ok_or("how does it do?")?;
        let mailbox = MailboxName::new(name).map_err(|error| error.to_string())?;
        let because = after(how, "cannot be read: ").map(quoted).transpose()?.map(str::to_owned);
        let trouble = because.map(|because| MailboxTrouble { since: self.now, because });
        let health = MailboxHealth { mailbox, folder: String::new(), last_success: Some(self.now), trouble };
        self.work(Input::Health(vec![health]))?;
        Ok(())
    }

    /// Ends the desk as an admin does, and starts another one on the same disk.
    fn restart(&mut self) -> Result<(), String> {
        let (settings, secret) = load(self.configuration.path())?;
        self.take_desk()?.close().map_err(|error| error.to_string())?;
        let opened = MemoryStore::open(self.disk.clone(), self.place.clone(), &Options::new(secret), &mut |_| {});
        let opened = opened.map_err(|error| error.to_string())?;
        self.desk = Desk::open(opened.store, settings, opened.unclean, self.now).map_err(|error| error.to_string())?;
        self.desk.follow_with(Index::open(maildesk::search::Place::Memory));
        self.work(Input::Recover)?;
        self.tick()
    }

    /// Lets time pass; the clock stops wherever something is due.
    fn pass(&mut self, when: &str) -> Result<(), String> {
        let until = self.moment(when).ok_or_else(|| format!("{when} is no moment that is to come"))?;
        self.tick()?;
        for _ in 0..TURNS {
            let view = self.desk.store().view();
            let deadline = view.next_deadline().expect("deadlines can be read");
            let letter = view.next_letter_at().expect("letters can be read");
            let day = self.day;
            let Some(next) = deadline.into_iter().chain(letter).chain(day).min().filter(|next| *next <= until) else {
                self.now = until;
                return Ok(());
            };
            self.now = self.now.max(next);
            self.tick()?;
            self.settle()?;
            self.tick()?;
        }
        Err("the clock does not move on".to_owned())
    }

    // ---- The desk.

    /// Lets the desk look at the clock, and hears when it wants to look again.
    fn tick(&mut self) -> Result<(), String> {
        // As the timer does: again at once where something fell due.
        for _ in 0..TURNS {
            let Reply::Ticked { fired, next } = self.work(Input::Tick)? else { return Err("the desk does not tick".to_owned()) };
            self.day = next.filter(|next| *next > self.now);
            self.forget()?;
            if fired == 0 {
                break;
            }
        }
        Ok(())
    }

    fn work(&mut self, input: Input) -> Result<Reply, String> {
        let replies = self.desk.work(vec![input], self.now).map_err(|error| format!("the store fails: {error}"))?;
        let reply = replies.into_iter().next().ok_or("the desk says nothing")?;
        reply.map_err(|error| format!("the desk fails: {error}"))
    }

    /// Counts the reports that wait, as the daemon does beside the desk.
    fn count(&mut self) -> Result<(), String> {
        loop {
            match self.work(Input::NextReport)? {
                Reply::NotReady => {}
                Reply::Counting(counting) => {
                    let made = counting.make().ok_or("a report that nobody ordered")?;
                    self.work(Input::Reported(Box::new(made)))?;
                }
                Reply::Looking(looking) => {
                    let looked = looking.count().ok_or("a look that cannot be counted")?;
                    self.work(Input::Looked(Box::new(looked)))?;
                }
                _ => return Ok(()),
            }
        }
    }

    /// Sends what is to be sent, and tells what happened.
    fn settle(&mut self) -> Result<(), String> {
        self.count()?;
        for _ in 0..TURNS {
            let Reply::Claimed { shipments, .. } = self.work(Input::Claim { limit: 16 })? else {
                return Err("the desk does not say what is to be sent".to_owned());
            };
            if shipments.is_empty() {
                self.tell();
                return Ok(());
            }
            let results = shipments.iter().map(|shipment| (shipment.letter, self.attempt(shipment))).collect();
            self.work(Input::Attempted(results))?;
            for shipment in shipments {
                self.carry(shipment)?;
            }
        }
        Err("letters are sent without end".to_owned())
    }

    /// What the recipient's server says.
    fn attempt(&self, shipment: &Shipment) -> AttemptResult {
        match self.servers.get(&shipment.to.key()) {
            Some(Server::Refuses(said)) => AttemptResult::Refused { because: said.clone() },
            Some(Server::Defers(said)) => AttemptResult::Deferred { because: said.clone() },
            Some(Server::Loses(said)) => AttemptResult::Unknown { because: said.clone() },
            Some(Server::Bounces(_)) | None => AttemptResult::Sent { response: "250 2.0.0 Ok".to_owned() },
        }
    }

    /// Puts a letter into its inbox, or sends it back.
    fn carry(&mut self, shipment: Shipment) -> Result<(), String> {
        letters::check(&shipment.bytes)?;
        match self.servers.get(&shipment.to.key()).cloned() {
            None if let Some(mailbox) = self.mailbox_of(&shipment.to) => {
                let bytes = self.forged.received(&shipment.bytes);
                self.tell();
                self.arrive(mailbox, bytes)
            }
            None | Some(Server::Loses(_)) => {
                let letter = self.desk.store().view().letter(shipment.letter).expect("letters can be read");
                self.receive(&shipment.to, &shipment.bytes, shipment.from, letter);
                Ok(())
            }
            Some(Server::Bounces(said)) => {
                // RFC 5321 §6.1: nothing is reported to the null path.
                let Some(back_to) = shipment.from else { return Ok(()) };
                self.written += 1;
                let id = format!("report-{}", self.written);
                let date = self.zoned(self.now);
                let report = client::bounce(&shipment.bytes, &shipment.to, &back_to, &said, &date, &id);
                let mailbox = self.mailbox_of(&back_to).ok_or("the envelope sender is none of our mailboxes")?;
                self.tell();
                self.arrive(mailbox, report)
            }
            Some(Server::Refuses(_) | Server::Defers(_)) => Ok(()),
        }
    }

    fn receive(
        &mut self,
        to: &EmailAddress,
        raw: &[u8],
        envelope: Option<EmailAddress>,
        letter: Option<maildesk::domain::OutboxItem>,
    ) {
        let mail = read(raw, &OwnMarks::default());
        self.people.deliver(to, Received { mail, at: self.now, envelope, letter });
    }

    /// A message lies in a mailbox.
    fn arrive(&mut self, mailbox: MailboxName, bytes: Vec<u8>) -> Result<(), String> {
        self.arrive_signed(mailbox, bytes, None)
    }

    /// The same, with what verifying its signatures came to.
    fn arrive_signed(&mut self, mailbox: MailboxName, bytes: Vec<u8>, signatures: Option<Vec<Signature>>) -> Result<(), String> {
        self.delivered += 1;
        let place = Place::Delivered { mailbox, number: self.delivered };
        self.work(Input::Arrived(Fetched { signatures, ..Fetched::new(place, bytes) }))?;
        self.tell();
        Ok(())
    }

    /// What verifying the signatures of a message comes to.
    fn signatures(&self, from: Option<&EmailAddress>, manner: &Manner) -> Vec<Signature> {
        let result = match (manner.unsigned, manner.forged) {
            (true, _) => return Vec::new(),
            _ if self.is_dns_silent => SignatureResult::KeysUnreachable,
            (_, true) => SignatureResult::Fail("the text was changed".to_owned()),
            _ => SignatureResult::Pass,
        };
        let domain = from.map(|from| from.domain().to_owned()).unwrap_or_default();
        let covers = ["from", "to", "date", "subject"].map(str::to_owned).into();
        vec![Signature { domain, result, covers, has_length: false }]
    }

    /// Looks again at the signatures of what waits for their keys, as the daemon does.
    fn look_again(&mut self) -> Result<(), String> {
        let Reply::Unverified(waiting) = self.work(Input::Unverified)? else { return Err("nobody knows what waits".to_owned()) };
        for message in waiting {
            let from = read(&message.bytes, &OwnMarks::default()).identity.address().cloned();
            let signatures = self.signatures(from.as_ref(), &Manner::default());
            self.work(Input::Verified { id: message.id, signatures })?;
            self.tell();
        }
        Ok(())
    }

    /// Tells the records since the last ones that were told.
    fn tell(&mut self) {
        let records = self.desk.store().view().records(self.told.next(), usize::MAX).expect("the journal can be read");
        for record in records {
            self.told = record.seq;
            let lines = self.scribe().lines(&record);
            if !lines.is_empty() && record.at != self.told_at {
                self.lines.push(clock(record.at, &self.zone));
                self.told_at = record.at;
            }
            self.lines.extend(lines);
        }
    }

    fn mailbox_of(&self, address: &EmailAddress) -> Option<MailboxName> {
        let local = address.local().split('+').next().unwrap_or_default();
        let mut mailboxes = self.desk.settings().policy.mailboxes.values();
        let found = mailboxes.find(|mailbox| {
            mailbox.address.local().eq_ignore_ascii_case(local) && mailbox.address.domain().eq_ignore_ascii_case(address.domain())
        });
        found.map(|mailbox| mailbox.name.clone())
    }

    fn server(&mut self, rest: &str) -> Result<(), String> {
        let (who, what) = rest.split_once(' ').ok_or("to whom?")?;
        let who = self.people.find(who)?.address.key();
        let (verb, said) = what.split_once(':').map_or((what, ""), |(verb, said)| (verb, said));
        let said = || quoted(said).map(str::to_owned);
        let server = match verb {
            "is taken" => {
                self.servers.remove(&who);
                return Ok(());
            }
            "is refused" => Server::Refuses(said()?),
            "is deferred" => Server::Defers(said()?),
            "bounces" => Server::Bounces(said()?),
            "is lost" => Server::Loses(said()?),
            _ => return Err(format!("{verb}: is taken, is refused, is deferred, bounces, is lost")),
        };
        self.servers.insert(who, server);
        Ok(())
    }

    // ---- Everybody else.

    fn somebody(&mut self, typed: &str, body: &str) -> Result<(), String> {
        let (who, rest) = typed.split_once(' ').ok_or("who does what?")?;
        if let Some(rest) = typed.strip_prefix("raw to ") {
            return self.raw(rest, body);
        }
        if self.name(who, rest)? {
            return Ok(());
        }
        if let Some(rest) = rest.strip_prefix("is ") {
            return self.introduce(who, rest);
        }
        if let Some(who) = who.strip_suffix("'s") {
            let person = self.people.find(who)?;
            if let Some(rest) = after(rest, "last mail arrives again") {
                return self.again(&person, rest);
            }
            if let Some(rest) = after(rest, "absence note answers") {
                return self.absent(&person, rest, body);
            }
        }
        let person = self.people.find(who)?;
        if let Some(rest) = after(rest, "writes to ") {
            let (to, rest) = rest.split_once(':').ok_or("a colon is missing")?;
            self.write(&person, &listed(to), rest.trim(), body)
        } else if let Some(rest) = after(rest, "replies") {
            self.reply(&person, rest, body)
        } else if let Some(label) = after(rest, "takes ") {
            self.take(&person, quoted(label)?)
        } else if let Some(number) = after(rest, "writes below #").and_then(|rest| rest.strip_suffix(':')) {
            self.below(&person, number, body)
        } else if let Some(rest) = after(rest, "reads") {
            let received = self.people.last(&person, &which(rest)?)?;
            let text = received.mail.plain.clone().unwrap_or_else(|| received.mail.text.clone());
            self.lines.push(format!("Subject: {}", received.mail.subject));
            self.lines.push(String::new());
            self.lines.extend(text.trim_end().lines().map(str::to_owned));
            Ok(())
        } else {
            Err("a story knows no such thing (see the top of tests/stories.rs)".to_owned())
        }
    }

    fn introduce(&mut self, short: &str, rest: &str) -> Result<(), String> {
        let (rest, german) = rest.strip_suffix(", writing German").map_or((rest, false), |rest| (rest, true));
        let (name, address) = rest.split_once('<').ok_or("an address in <> is missing")?;
        let address = EmailAddress::new(address.trim_end_matches('>')).map_err(|error| error.to_string())?;
        self.people.add(Person { short: short.to_owned(), name: name.trim().to_owned(), address, german });
        Ok(())
    }

    fn again(&mut self, person: &Person, rest: &str) -> Result<(), String> {
        let (bytes, mut mailboxes) = self.sent.get(&person.short).cloned().ok_or("nothing was sent")?;
        if let Some(mailbox) = after(rest, "in ") {
            mailboxes = vec![MailboxName::new(mailbox).map_err(|error| error.to_string())?];
        }
        mailboxes.into_iter().try_for_each(|mailbox| self.arrive(mailbox, bytes.clone()))
    }

    /// A mailbox or a person as To and Cc lines show them.
    fn recipient(&self, name: &str) -> Result<String, String> {
        let mailbox = MailboxName::new(name).ok().and_then(|name| self.desk.settings().policy.mailboxes.get(&name));
        match mailbox {
            Some(mailbox) => Ok(mailbox.address.to_string()),
            None => self.people.find(name).map(|person| person.shown()),
        }
    }

    fn recipients(&self, names: &[String]) -> Result<Vec<String>, String> {
        names.iter().map(|name| self.recipient(name)).collect()
    }

    fn manner(&self, options: &str) -> Result<Manner, String> {
        let mut manner = Manner::default();
        let options = options.trim().trim_start_matches('[').trim_end_matches([']', ':']).trim_end_matches(']');
        for option in options.split(';').map(str::trim).filter(|option| !option.is_empty()) {
            match option.split_once(' ').unwrap_or((option, "")) {
                ("to", names) => manner.to = Some(self.recipients(&listed(names))?),
                ("cc", names) => manner.cc = self.recipients(&listed(names))?,
                ("bcc", names) => manner.bcc = self.recipients(&listed(names))?,
                ("from", raw) if raw.starts_with('"') => manner.from = Some(quoted(raw)?.to_owned()),
                ("from", name) => manner.from = Some(self.people.find(name)?.shown()),
                ("subject", text) => manner.subject = Some(quoted(text)?.to_owned()),
                ("header", line) => manner.headers.push(quoted(line)?.to_owned()),
                ("attach", name) => manner.files.push(quoted(name)?.to_owned()),
                ("charset", name) => manner.charset = Some(name.to_owned()),
                ("id", id) => manner.id = Some(quoted(id)?.to_owned()),
                ("html", "") => manner.html = true,
                ("outlook", "") => manner.outlook = true,
                ("no", "quote") => manner.no_quote = true,
                ("no", "references") => manner.no_references = true,
                ("null", "return path") => manner.null_return_path = true,
                ("old", "") => manner.old = true,
                ("unsigned", "") => manner.unsigned = true,
                ("forged", "") => manner.forged = true,
                ("waits", "") => manner.waits = true,
                _ => return Err(format!("there is no option {option}")),
            }
        }
        Ok(manner)
    }

    fn next_id(&mut self, person: &Person) -> String {
        self.written += 1;
        format!("{}.{}", self.written, person.address)
    }

    fn write(&mut self, person: &Person, to: &[String], rest: &str, body: &str) -> Result<(), String> {
        let (subject, options) = match rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
            Some((subject, options)) => (subject, options),
            None => return Err("the subject lacks its quotation marks".to_owned()),
        };
        let manner = self.manner(options)?;
        let to = self.recipients(to)?;
        let message = self.first(person, to, subject, body);
        self.send(person, message, &manner)
    }

    /// A message that answers none.
    fn first(&mut self, person: &Person, to: Vec<String>, subject: &str, text: &str) -> Message {
        Message {
            from: person.shown(),
            to,
            cc: Vec::new(),
            subject: subject.to_owned(),
            date: self.zoned(self.now),
            id: self.next_id(person),
            in_reply_to: None,
            references: Vec::new(),
            headers: Vec::new(),
            text: text.to_owned(),
        }
    }

    fn reply(&mut self, person: &Person, rest: &str, body: &str) -> Result<(), String> {
        let (what, options) = rest.split_once('[').unwrap_or((rest, ""));
        let manner = self.manner(options)?;
        let what = what.trim().trim_end_matches(':');
        // Somebody may hold a mail that another got.
        let holder = what.split(' ').find_map(|word| word.strip_suffix("'s")).map(|who| self.people.find(who));
        let received = self.people.last(&holder.unwrap_or_else(|| Ok(person.clone()))?, &which(what)?)?;
        let mail = &received.mail;
        let shown = |one: &maildesk::mail::Addressee| {
            if one.name.is_empty() { one.address.clone() } else { format!("{} <{}>", one.name, one.address) }
        };
        let back: Vec<String> = if mail.reply_to.is_empty() {
            mail.from.iter().map(shown).collect()
        } else {
            mail.reply_to.iter().map(shown).collect()
        };
        let others = mail.recipients().filter(|one| one.email().as_ref() != Some(&person.address) && what.contains("to all"));
        let others: Vec<String> = others.map(shown).collect();
        let id = mail.message_id.as_ref().map(|id| id.as_str().to_owned());
        let references = mail.references.iter().map(|id| id.as_str().to_owned()).chain(id.clone());
        let references: Vec<String> = references.filter(|_| !manner.no_references).collect();
        let message = Message {
            from: person.shown(),
            to: back,
            cc: others,
            subject: client::reply_subject(&mail.subject, person.german),
            date: self.zoned(self.now),
            id: self.next_id(person),
            in_reply_to: id.filter(|_| !manner.no_references),
            references,
            headers: Vec::new(),
            text: client::with_original(body, &received, &self.zoned(received.at), person, &manner),
        };
        self.send(person, message, &manner)
    }

    /// Sends the mail that a link of the last survey prepares, as it is.
    fn take(&mut self, person: &Person, label: &str) -> Result<(), String> {
        let survey = Which { kind: Some(LetterKind::Survey), ..Which::default() };
        let item = self.people.last(person, &survey)?.letter.ok_or("that is no letter of the desk")?;
        let view = self.desk.store().view();
        let bytes: Vec<u8> = item.pieces.iter().flat_map(|piece| view.text(*piece).expect("a piece of a letter")).collect();
        let parsed = mail_parser::MessageParser::default().parse(&bytes).ok_or("the letter cannot be read")?;
        let html = parsed.body_html(0).ok_or("it has no HTML")?;
        let mut links = html.split("<a href=\"mailto:").skip(1);
        let link = links.find(|link| link.contains(&format!(">{label}</a>"))).ok_or("it has no such link")?;
        let (address, rest) = link.split_once("?subject=").ok_or("the link has no subject")?;
        let (subject, rest) = rest.split_once("&amp;body=").ok_or("the link has no text")?;
        let text = rest.split('"').next().unwrap_or_default();
        let message = self.first(person, vec![address.to_owned()], subject, text);
        self.send(person, message, &Manner::default())
    }

    /// Writes to the address that the last mail shows below a ticket.
    fn below(&mut self, person: &Person, number: &str, body: &str) -> Result<(), String> {
        let received = self.people.last(person, &Which::default())?;
        let text = received.mail.plain.clone().unwrap_or_else(|| received.mail.text.clone());
        let head = format!("#{number} ");
        let mut lines = text.lines().skip_while(|line| !line.starts_with(&head)).skip(1);
        let mut lines = lines.by_ref().take_while(|line| line.starts_with(' '));
        let address =
            lines.find_map(|line| line.trim().strip_prefix("Answer: ")).ok_or("there is no such ticket with an address")?;
        let message = self.first(person, vec![address.to_owned()], &format!("Re: [#{number}]"), body);
        self.send(person, message, &Manner::default())
    }

    /// RFC 3834 §4: to the envelope sender; but programs that know no better answer the From line even of the null path.
    fn absent(&mut self, person: &Person, options: &str, body: &str) -> Result<(), String> {
        let manner = self.manner(options)?;
        let received = self.people.last(person, &Which::default())?;
        let from = received.mail.from.as_ref().and_then(|from| from.email());
        let to = received.envelope.clone().or(from).ok_or("nobody to answer to")?;
        let id = received.mail.message_id.as_ref().map(|id| id.as_str().to_owned());
        let subject = if person.german { "Automatische Antwort" } else { "Automatic reply" };
        let message = Message {
            from: person.shown(),
            to: vec![to.to_string()],
            cc: Vec::new(),
            subject: format!("{subject}: {}", received.mail.subject),
            date: self.zoned(self.now),
            id: self.next_id(person),
            references: id.iter().cloned().collect(),
            in_reply_to: id,
            headers: vec!["Auto-Submitted: auto-replied".to_owned()],
            text: body.to_owned(),
        };
        self.send(person, message, &manner)
    }

    /// Hands a message to the servers: into our mailboxes, and into people's inboxes.
    fn send(&mut self, person: &Person, mut message: Message, manner: &Manner) -> Result<(), String> {
        message.to = manner.to.clone().unwrap_or(message.to);
        message.cc.extend(manner.cc.iter().cloned());
        message.from = manner.from.clone().unwrap_or(message.from);
        message.subject = manner.subject.clone().unwrap_or(message.subject);
        message.id = manner.id.clone().unwrap_or(message.id);
        message.headers.extend(manner.headers.iter().cloned());
        if manner.old {
            message.date = message.date.checked_sub(30.days()).expect("a date");
        }
        let bytes = message.bytes(manner);
        let from = address_in(&message.from);
        let mut ours = Vec::new();
        for shown in message.to.iter().chain(&message.cc).chain(&manner.bcc) {
            let Some(address) = address_in(shown) else { return Err(format!("{shown} has no address")) };
            match self.mailbox_of(&address) {
                Some(mailbox) if ours.contains(&mailbox) => {}
                Some(mailbox) => ours.push(mailbox),
                None => self.receive(&address, &bytes, from.clone(), None),
            }
        }
        self.sent.insert(person.short.clone(), (bytes.clone(), ours.clone()));
        for mailbox in ours {
            let trusted = self.desk.settings().policy.mailboxes.get(&mailbox).map(|mailbox| mailbox.auth.mode);
            let mut head = match (&from, manner.null_return_path) {
                (_, true) => "Return-Path: <>\r\n".to_owned(),
                (Some(from), false) => format!("Return-Path: <{from}>\r\n"),
                (None, false) => String::new(),
            };
            if trusted.is_some_and(AuthMode::trusts_results) {
                let domain = from.as_ref().map(|from| from.domain().to_owned()).unwrap_or_default();
                let results = match (manner.unsigned, manner.forged) {
                    (_, true) => format!("dkim=none; dmarc=fail (p=reject) header.from={domain}"),
                    (true, _) => format!("dkim=none; dmarc=none header.from={domain}"),
                    _ => format!("dkim=pass header.d={domain}; dmarc=pass header.from={domain}"),
                };
                head.push_str(&format!("Authentication-Results: mx.example.org; {results}\r\n"));
            }
            let bytes = [head.as_bytes(), &bytes].concat();
            let signatures = trusted.filter(|mode| mode.verifies()).map(|_| self.signatures(from.as_ref(), manner));
            if manner.waits {
                self.delivered += 1;
                self.waiting.push(Fetched { place: Place::Delivered { mailbox, number: self.delivered }, bytes, signatures });
            } else {
                self.arrive_signed(mailbox, bytes, signatures)?;
            }
        }
        Ok(())
    }
}

/// Which mail is meant: `to the reminder`, `about #1`.
fn which(text: &str) -> Result<Which, String> {
    let mut which = Which::default();
    let text = text.trim().trim_end_matches(':');
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        if word == "the" {
            let name = words.next().unwrap_or_default();
            let kind = LetterKind::ALL.into_iter().find(|kind| kind.as_str() == name);
            which.kind = Some(kind.ok_or_else(|| format!("there is no letter {name}"))?);
        } else if let Some(number) = word.strip_prefix('#') {
            which.ticket = Some(number.parse().map_err(|_| format!("{word} is no ticket"))?);
        }
    }
    Ok(which)
}

/// The address in a line of To or From.
fn address_in(shown: &str) -> Option<EmailAddress> {
    let address = shown.rsplit_once('<').map_or(shown, |(_, address)| address.trim_end_matches('>'));
    EmailAddress::new(address).ok()
}
