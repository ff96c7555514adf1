//! Plays a mail server between the people of the script and the desk, and compares what happens with what must happen.
//!
//! It waits for states (a message is recorded, its letters are sent), looking a few times a second, for a bounded time.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use serde_json::Value;

use crate::base::TicketId;
use crate::desk::{Answer, Question};
use crate::io::maildir::Maildir;
use crate::io::{clock, control};
use crate::mail::{Mail, OwnMarks};

use super::super::exit::{Exit, Failure};
use super::script::{Sent, Step};
use super::story::Story;

/// How often the player looks, and how often at most before he gives up: half a minute.
const LOOK: Duration = Duration::from_millis(50);
const LOOKS: usize = 600;

/// The mailbox that `init` writes, and the directory of its letters.
const INCOMING: &str = "mail/support";
const OUTGOING: &str = "mail/out";

/// What stands between the people and the desk.
pub(super) struct Player {
    data_dir: PathBuf,
    incoming: Maildir,
    incoming_path: PathBuf,
    outgoing: PathBuf,
    /// Speaks when the daemon has ended.
    end: Receiver<()>,
    /// The last letter that the story has told of.
    told: u64,
}

/// A letter as the outbox lists it.
#[derive(Clone, Debug)]
pub(super) struct LetterLine {
    pub(super) id: u64,
    pub(super) kind: String,
    pub(super) to: String,
    pub(super) ticket: Option<u32>,
    is_sent: bool,
}

/// The counts by which a new message shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Counts {
    received: u64,
    /// Each disposition's name and count.
    dispositions: Vec<(String, u64)>,
}

/// What an agent may write to try the desk: the agent, a reply address of his, and the ticket that it is for.
#[derive(Clone, Debug)]
pub(super) struct Example {
    pub(super) from: String,
    pub(super) reply_to: String,
    pub(super) ticket: u32,
}

impl Player {
    pub(super) fn new(directory: &Path, data_dir: PathBuf, end: Receiver<()>) -> Result<Self, Failure> {
        let incoming_path = directory.join(INCOMING);
        let incoming = Maildir::open(&incoming_path).map_err(|error| Failure::caused(Exit::Create, &error))?;
        Ok(Self { data_dir, incoming, incoming_path, outgoing: directory.join(OUTGOING), end, told: 0 })
    }

    /// Waits until the desk answers; `false` if it ended instead.
    pub(super) fn is_open(&mut self) -> Result<bool, Failure> {
        let data_dir = self.data_dir.clone();
        let socket = control::path(&data_dir);
        let what = format!("the desk to answer over {} (a path of over 100 characters is too long for it)", socket.display());
        let opened = self.wait(&what, |player| player.ask(&Question::Status))?;
        if opened.is_some() {
            self.told = self.letters()?.iter().map(|letter| letter.id).max().unwrap_or_default();
        }
        Ok(opened.is_some())
    }

    /// Plays a step and tells it. Yields what came out otherwise than it must; none if the desk was closed meanwhile.
    pub(super) fn play(&mut self, step: &Step, story: &mut Story<'_>) -> Result<Option<Vec<String>>, Failure> {
        let before = self.counts()?;
        let message = self.fill(step)?;
        let mail = read(&message);
        story.step(step, &mail)?;
        self.incoming.deliver(step.name, &message).map_err(|error| Failure::caused(Exit::Output, &error))?;
        let recorded = |player: &Self| Ok(Some(player.counts()?).filter(|counts| counts.received > before.received));
        let Some(after) = self.wait("the message to be recorded", recorded)? else { return Ok(None) };
        let told = self.told;
        let Some(letters) = self.wait("the letters to be sent", |player| player.sent_after(told))? else { return Ok(None) };
        let ticket = self.ticket(step.ticket)?;

        let disposition = after.rise_since(&before);
        story.outcome(&disposition, &mail, step.ticket, &ticket)?;
        self.tell(&letters, story, step.shows)?;
        let mut problems = Vec::new();
        if disposition != step.disposition {
            problems.push(format!("the message should have been {}, but was {disposition}", step.disposition));
        }
        let status = ticket.get("status").and_then(Value::as_str).unwrap_or("missing");
        if status != step.status {
            problems.push(format!("ticket #{} should be {}, but is {status}", step.ticket, step.status));
        }
        let wanted: BTreeSet<_> = step.letters.iter().map(|one| (one.kind, one.to, Some(one.ticket))).collect();
        let found: BTreeSet<_> = letters.iter().map(|one| (one.kind.as_str(), one.to.as_str(), one.ticket)).collect();
        if wanted != found || letters.len() != step.letters.len() {
            problems.push(format!("the letters should have been {wanted:?}, but were {found:?}"));
        }
        story.problems(&problems)?;
        Ok(Some(problems))
    }

    /// Tells what comes, until the desk is closed.
    pub(super) fn watch(&mut self, story: &mut Story<'_>) -> Result<(), Failure> {
        let mut seen = self.messages();
        let mut counts = self.counts()?;
        while !self.has_ended(LOOK) {
            // Asked before the directory is listed: a message that has been recorded is always listed first.
            let Some(now) = self.ask(&Question::Status)?.map(|answer| Counts::of(&answer)) else { continue };
            let letters = self.sent_after(self.told)?.unwrap_or_default();
            for name in self.messages() {
                if seen.insert(name.clone())
                    && let Some(bytes) = self.message(&name)
                {
                    story.arrival(&read(&bytes))?;
                }
            }
            if now != counts {
                story.dispositions(&now.rise_since(&counts))?;
                counts = now;
            }
            self.tell(&letters, story, None)?;
        }
        Ok(())
    }

    /// Prints the list of tickets as `maildesk ticket list` does.
    pub(super) fn tickets(&self, story: &mut Story<'_>) -> Result<(), Failure> {
        if let Some(answer) = self.ask(&Question::Tickets(None))? {
            story.tickets(&answer.text)?;
        }
        Ok(())
    }

    /// A letter to an agent that somebody might answer now: the newest about a ticket that has no answer yet.
    pub(super) fn example(&self) -> Result<Option<Example>, Failure> {
        let letters = self.letters()?;
        let newest = letters.iter().rev().find(|letter| letter.kind == "assigned");
        let Some((letter, ticket)) = newest.and_then(|letter| Some((letter, letter.ticket?))) else { return Ok(None) };
        let mail = self.letter(letter.id)?;
        let reply_to = mail.reply_to.first().map(|reply_to| reply_to.address.clone());
        Ok(reply_to.map(|reply_to| Example { from: letter.to.clone(), reply_to, ticket }))
    }

    /// Tells of letters, each once, and shows the text of one kind.
    fn tell(&mut self, letters: &[LetterLine], story: &mut Story<'_>, shows: Option<&str>) -> Result<(), Failure> {
        for letter in letters {
            story.letter(letter, &self.letter(letter.id)?)?;
            self.told = self.told.max(letter.id);
        }
        for letter in letters.iter().filter(|letter| shows == Some(letter.kind.as_str())) {
            story.text(letter, &self.letter(letter.id)?)?;
        }
        Ok(())
    }

    /// The step's message with what stands in the letter that it answers.
    fn fill(&self, step: &Step) -> Result<Vec<u8>, Failure> {
        let date = jiff::Timestamp::from_second(clock::now().as_seconds()).unwrap_or_default();
        let date = date.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string();
        let mut message = replace(step.message, b"{{date}}", date.as_bytes());
        if let Some(answered) = &step.answers {
            let mail = self.find(answered)?;
            let id = mail.message_id.as_ref().map_or("", |id| id.as_str());
            let reply_to = mail.reply_to.first().map_or("", |reply_to| reply_to.address.as_str());
            message = replace(&message, b"{{message-id}}", id.as_bytes());
            message = replace(&message, b"{{reply-to}}", reply_to.as_bytes());
        }
        Ok(message)
    }

    /// The newest letter of a kind to somebody about a ticket.
    fn find(&self, wanted: &Sent) -> Result<Mail, Failure> {
        let fits = |one: &&LetterLine| one.kind == wanted.kind && one.to == wanted.to && one.ticket == Some(wanted.ticket);
        let letters = self.letters()?;
        let missing = || Failure::new(Exit::Internal, format!("there is no letter {wanted:?} that could be answered"));
        self.letter(letters.iter().rev().find(fits).ok_or_else(missing)?.id)
    }

    /// A letter as its recipient gets it: out of the outgoing Maildir, whose file names begin with its number.
    fn letter(&self, id: u64) -> Result<Mail, Failure> {
        let number = format!("{id:010}.");
        let files = ["new", "cur"].iter().filter_map(|part| fs::read_dir(self.outgoing.join(part)).ok()).flatten().flatten();
        let mut files = files.filter(|file| file.file_name().to_string_lossy().starts_with(&number));
        let bytes = files.next().and_then(|file| fs::read(file.path()).ok());
        let missing = || Failure::new(Exit::Output, format!("letter {id} does not lie in {}", self.outgoing.display()));
        Ok(read(&bytes.ok_or_else(missing)?))
    }

    /// The letters after one, once all of them are sent.
    fn sent_after(&self, id: u64) -> Result<Option<Vec<LetterLine>>, Failure> {
        let letters: Vec<_> = self.letters()?.into_iter().filter(|letter| letter.id > id).collect();
        Ok(letters.iter().all(|letter| letter.is_sent).then_some(letters))
    }

    fn letters(&self) -> Result<Vec<LetterLine>, Failure> {
        let answer = self.ask(&Question::Outbox { all: true })?.unwrap_or_default();
        Ok(answer.lines.iter().filter_map(LetterLine::of).collect())
    }

    fn counts(&self) -> Result<Counts, Failure> {
        Ok(self.ask(&Question::Status)?.map(|answer| Counts::of(&answer)).unwrap_or_default())
    }

    fn ticket(&self, number: u32) -> Result<Value, Failure> {
        let answer = self.ask(&Question::Ticket(TicketId::new(number)))?.unwrap_or_default();
        Ok(answer.lines.into_iter().next().unwrap_or_default())
    }

    /// Asks the desk; none while it does not answer, or has no answer.
    fn ask(&self, question: &Question) -> Result<Option<Answer>, Failure> {
        match control::ask(&self.data_dir, question) {
            Ok(Some(control::Response::Answer(answer))) => Ok(Some(answer)),
            Ok(Some(_) | None) => Ok(None),
            // A desk that closes hangs up.
            Err(_) if self.has_ended(LOOK) => Ok(None),
            Err(error) => Err(Failure::caused(Exit::Busy, &error)),
        }
    }

    /// The names of the messages that have come in, taken in or not.
    fn messages(&self) -> BTreeSet<String> {
        let files = ["new", "cur"].iter().filter_map(|part| fs::read_dir(self.incoming_path.join(part)).ok()).flatten().flatten();
        let name = |file: fs::DirEntry| file.file_name().to_string_lossy().split(':').next().map(str::to_owned);
        files.filter_map(name).filter(|name| !name.starts_with('.')).collect()
    }

    fn message(&self, name: &str) -> Option<Vec<u8>> {
        let places = [self.incoming_path.join("new").join(name), self.incoming_path.join("cur").join(format!("{name}:2,S"))];
        places.iter().find_map(|path| fs::read(path).ok())
    }

    /// Waits so long for the daemon's end.
    fn has_ended(&self, patience: Duration) -> bool {
        !matches!(self.end.recv_timeout(patience), Err(RecvTimeoutError::Timeout))
    }

    /// Looks until there is something; none if the desk was closed meanwhile.
    fn wait<T>(&self, what: &str, look: impl Fn(&Self) -> Result<Option<T>, Failure>) -> Result<Option<T>, Failure> {
        for _ in 0..LOOKS {
            if let Some(found) = look(self)? {
                return Ok(Some(found));
            }
            if self.has_ended(LOOK) {
                return Ok(None);
            }
        }
        Err(Failure::new(Exit::Internal, format!("waited for {what} for half a minute; the log says more")))
    }
}

impl LetterLine {
    fn of(line: &Value) -> Option<Self> {
        let text = |name: &str| line.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            id: line.get("id")?.as_u64()?,
            kind: text("kind")?,
            to: text("to")?,
            ticket: line.get("ticket").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok()),
            is_sent: text("state")? == "sent",
        })
    }
}

impl Counts {
    fn of(answer: &Answer) -> Self {
        let line = answer.lines.first();
        let received = line.and_then(|line| line.get("received")).and_then(Value::as_u64).unwrap_or_default();
        let dispositions = line.and_then(|line| line.get("dispositions")).and_then(Value::as_object);
        let count = |(name, count): (&String, &Value)| (name.clone(), count.as_u64().unwrap_or_default());
        Self { received, dispositions: dispositions.into_iter().flatten().map(count).collect() }
    }

    /// The dispositions that are counted more often than before, in words.
    fn rise_since(&self, before: &Self) -> String {
        let earlier = |name: &str| before.dispositions.iter().find(|(one, _)| one == name).map_or(0, |(_, count)| *count);
        let risen = self.dispositions.iter().filter(|(name, count)| *count > earlier(name));
        risen.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

fn read(bytes: &[u8]) -> Mail {
    crate::mail::read(bytes, &OwnMarks::default())
}

/// Bytes, because a message is in its own charset.
fn replace(bytes: &[u8], place: &[u8], value: &[u8]) -> Vec<u8> {
    let mut replaced = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        match rest.strip_prefix(place) {
            Some(behind) => {
                replaced.extend_from_slice(value);
                rest = behind;
            }
            None => {
                replaced.push(*first);
                rest = after;
            }
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_whatever_the_charset() {
        assert_eq!(replace(b"\xd0{{a}}\xff{{a}", b"{{a}}", b"<x>"), b"\xd0<x>\xff{{a}");
    }
}
