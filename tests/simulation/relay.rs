//! The server that takes our letters, and the world behind it: people's inboxes, dead addresses, bounces.
//!
//! It may take a letter, take it now or later, refuse it, or break the connection so that nobody knows. Some letters come back:
//! as a delivery report, or as they were, from somebody who forwards all his mail to us.

use std::collections::{BTreeMap, BTreeSet};

use maildesk::base::{Digest, Timestamp};
use maildesk::decide::AttemptResult;
use maildesk::desk::Shipment;
use maildesk::mail::{Mail, OwnMarks};

use super::chance::Chance;
use super::house;
use super::mix::Mix;
use super::writing::{Form, Note, Post};

/// A letter of ours as it lies in somebody's inbox.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// Its name, the same in every run of a seed: it does not depend on the letter's number.
    pub(super) key: String,
    /// Its Message-ID, with brackets.
    pub(super) id: String,
    pub(super) to: String,
    pub(super) bytes: Vec<u8>,
}

impl Letter {
    fn new(shipment: &Shipment) -> Self {
        let to = shipment.to.to_string();
        let (subject, date) = (field(&shipment.bytes, "Subject"), field(&shipment.bytes, "Date"));
        let body = &shipment.bytes[end_of_head(&shipment.bytes)..];
        let key = Digest::of_parts([to.as_bytes(), subject.as_bytes(), date.as_bytes(), body]).to_string();
        let key = key.chars().take(16).collect();
        Self { key, id: field(&shipment.bytes, "Message-ID"), to, bytes: shipment.bytes.clone() }
    }

    /// Reads it, as a mail program does.
    pub(super) fn read(&self) -> Mail {
        maildesk::mail::read(&self.bytes, &OwnMarks::default())
    }

    /// Where an answer goes.
    pub(super) fn reply_to(&self) -> String {
        let reply_to = field(&self.bytes, "Reply-To");
        if reply_to.is_empty() { self.plain_address() } else { address_in(&reply_to) }
    }

    /// Where an answer goes whose writer typed the address.
    pub(super) fn plain_address(&self) -> String {
        address_in(&field(&self.bytes, "From"))
    }
}

fn end_of_head(bytes: &[u8]) -> usize {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len())
}

/// The value of a header field, unfolded.
fn field(bytes: &[u8], name: &str) -> String {
    let head = String::from_utf8_lossy(&bytes[..end_of_head(bytes)]).replace("\r\n ", " ");
    let found = head.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    found.unwrap_or_default().trim().to_owned()
}

/// The address of a field that we wrote ourselves: in brackets or alone.
fn address_in(value: &str) -> String {
    let inner = value.rsplit_once('<').map_or(value, |(_, rest)| rest);
    inner.trim_end_matches('>').trim().to_owned()
}

/// A letter that was taken, and what happened to it.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub(super) shipment: Shipment,
    pub(super) letter: Letter,
    /// How often it was taken.
    pub(super) times: u64,
}

/// The relay.
#[derive(Debug)]
pub(super) struct Relay {
    seed: u64,
    mix: Mix,
    calm: bool,
    /// By Message-ID.
    pub(super) taken: BTreeMap<String, Taken>,
    /// Bytes of every letter that was tried, by Message-ID.
    tried: BTreeMap<String, Digest>,
    /// How often each letter was tried.
    pub(super) tries: BTreeMap<String, u64>,
    /// What lies in people's inboxes since they looked last.
    inboxes: BTreeMap<String, Vec<Letter>>,
    /// What comes back to us in the next step.
    back: Vec<Post>,
    came_back: BTreeSet<String>,
    pub(super) wrong: Vec<String>,
}

impl Relay {
    pub(super) fn new(seed: u64, mix: &Mix) -> Self {
        Self {
            seed,
            mix: mix.clone(),
            calm: false,
            taken: BTreeMap::new(),
            tried: BTreeMap::new(),
            tries: BTreeMap::new(),
            inboxes: BTreeMap::new(),
            back: Vec::new(),
            came_back: BTreeSet::new(),
            wrong: Vec::new(),
        }
    }

    /// From now on it takes everything that can be delivered.
    pub(super) fn calm(&mut self) {
        self.calm = true;
    }

    /// An attempt to send.
    pub(super) fn take(&mut self, shipment: &Shipment, step: u64, now: Timestamp) -> AttemptResult {
        let letter = Letter::new(shipment);
        self.compare(shipment, &letter);
        let mut chance = Chance::about(self.seed, &["relay", &letter.key, &step.to_string()]);
        if Chance::about(self.seed, &["dead", &letter.to]).hits(self.mix.refuses) && !letter.to.ends_with("@staff.example") {
            return AttemptResult::Refused { because: "550 5.1.1 no such user".to_owned() };
        }
        if !self.calm {
            if chance.hits(self.mix.refuses / 4) {
                return AttemptResult::Refused { because: "554 5.7.1 not wanted".to_owned() };
            }
            if chance.hits(self.mix.defers) {
                return AttemptResult::Deferred { because: "451 4.7.1 try again later".to_owned() };
            }
            if chance.hits(self.mix.loses_answers) {
                if chance.hits(500) {
                    self.deliver(shipment, letter, &mut chance, now);
                }
                return AttemptResult::Unknown { because: "the connection broke after the message".to_owned() };
            }
        }
        self.deliver(shipment, letter, &mut chance, now);
        AttemptResult::Sent { response: "250 2.0.0 queued".to_owned() }
    }

    /// What a person has received since he looked last, in an order that does not depend on when.
    pub(super) fn collect(&mut self, address: &str) -> Vec<Letter> {
        let mut letters = self.inboxes.remove(address).unwrap_or_default();
        letters.sort_by(|left, right| (&left.key, &left.id).cmp(&(&right.key, &right.id)));
        letters
    }

    /// What has come back to us.
    pub(super) fn come_back(&mut self) -> Vec<Post> {
        let mut back = std::mem::take(&mut self.back);
        back.sort_by(|left, right| left.key.cmp(&right.key));
        back
    }

    /// A letter is the same at every attempt, byte for byte.
    fn compare(&mut self, shipment: &Shipment, letter: &Letter) {
        let id = letter.id.clone();
        if id.is_empty() {
            self.wrong.push(format!("letter {} to {} has no Message-ID", shipment.letter, shipment.to));
        }
        *self.tries.entry(id.clone()).or_default() += 1;
        let bytes = Digest::of(&shipment.bytes);
        if *self.tried.entry(id.clone()).or_insert(bytes) != bytes {
            self.wrong.push(format!("letter {id} was sent with other bytes than before"));
        }
    }

    fn deliver(&mut self, shipment: &Shipment, letter: Letter, chance: &mut Chance, now: Timestamp) {
        let id = letter.id.clone();
        let copies = if chance.hits(self.mix.repeats) && !self.calm { 2 } else { 1 };
        for _ in 0..copies {
            self.inboxes.entry(letter.to.clone()).or_default().push(letter.clone());
        }
        // Equal letters to one person (a reminder repeated within a second) come back once.
        if !self.calm && self.came_back.insert(letter.key.clone()) {
            let mut chance = Chance::about(self.seed, &["back", &letter.key]);
            if chance.hits(self.mix.bounces) {
                self.back.extend(bounce(shipment, &letter, &mut chance, now));
            } else if chance.hits(self.mix.returns) {
                self.back.push(returned(shipment, &letter));
            }
        }
        let shipment = shipment.clone();
        self.taken.entry(id).or_insert_with(|| Taken { shipment, letter, times: 0 }).times += 1;
    }
}

/// A delivery report (RFC 3464); none where the envelope sender was null.
fn bounce(shipment: &Shipment, letter: &Letter, chance: &mut Chance, now: Timestamp) -> Option<Post> {
    let to = shipment.from.as_ref()?.to_string();
    let status = chance.pick(&["5.1.1", "5.2.2", "4.4.1"]);
    let action = if status.starts_with('4') { "delayed" } else { "failed" };
    let text = format!(
        "--=_r\r\nContent-Type: text/plain\r\n\r\nThe mail system could not deliver your message.\r\n\
         --=_r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\n\
         Final-Recipient: rfc822; {to_whom}\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; 550 {status} not delivered\r\n\r\n\
         --=_r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {id}\r\nSubject: whatever\r\n\r\n--=_r--",
        to_whom = letter.to,
        id = letter.id.clone(),
    );
    let from = "mailer-daemon@relay.example".to_owned();
    let head = format!(
        "From: Mail Delivery System <{from}>\r\nTo: {to}\r\nSubject: Undelivered Mail Returned to Sender\r\nDate: {date}\r\n\
         Message-ID: <bounce.{key}@relay.example>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_r\"\r\n\r\n",
        date = super::writing::date(now),
        key = letter.key
    );
    Some(Post {
        envelope: None,
        recipients: vec![to],
        bytes: [head, text].concat().into_bytes(),
        key: format!("bounce of {}", letter.key),
        honest: true,
        from,
        is_marked: true,
        copies: 1,
    })
}

/// Our own letter, sent on to us as it was.
fn returned(shipment: &Shipment, letter: &Letter) -> Post {
    Post {
        envelope: Some(letter.to.clone()),
        recipients: vec![letter.plain_address()],
        bytes: shipment.bytes.clone(),
        key: format!("return of {}", letter.key),
        honest: false,
        from: letter.plain_address(),
        is_marked: true,
        copies: 1,
    }
}

/// An automatic answer to a letter.
pub(super) fn automatic_answer(letter: &Letter, is_marked: bool, now: Timestamp) -> Note {
    let headers = if is_marked { vec![("Auto-Submitted", "auto-replied".to_owned())] } else { Vec::new() };
    Note {
        from: (String::new(), letter.to.clone()),
        to: vec![if is_marked { letter.plain_address() } else { letter.reply_to() }],
        cc: Vec::new(),
        subject: if is_marked { format!("Auto: {}", letter.read().subject) } else { format!("Thank you, case {}", letter.key) },
        text: "Thank you for your mail. We have written it down and will come back to you.".to_owned(),
        form: Form::Utf8,
        id: Some(format!("<auto.{}@{}>", letter.key, letter.to.rsplit('@').next().unwrap_or(house::DOMAIN))),
        in_reply_to: Some(letter.id.clone()),
        references: vec![letter.id.clone()],
        headers,
        date: now,
    }
}
