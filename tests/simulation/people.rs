//! The people: customers who ask and answer, agents who read their notifications and reply to them, machines that answer
//! machines, and those who pose as somebody else.
//!
//! What somebody does is decided by the chance about him and the step, or about the letter that he reads; never by how often
//! a letter came or which number it bears.

use std::collections::{BTreeMap, BTreeSet};

use maildesk::base::Timestamp;
use maildesk::mail::Mail;

use super::chance::Chance;
use super::house;
use super::mix::Mix;
use super::relay::{Letter, Relay, automatic_answer};
use super::writing::{Form, Note, Post};

/// A member of staff who has another address of his own.
const PRIVATE_ADDRESS: &str = "bob.private@home.example";
/// Who poses as others.
const MALLORY: &str = "mallory@evil.example";
const FLOODER: &str = "flood@noise.example";

/// What people write about; the ones with `invoice` and `casino` meet rules.
const TOPICS: [&str; 7] = [
    "Printer on fire",
    "Frage zur Lieferung",
    "Your invoice 2041",
    "Вопрос о заказе",
    "Question sur ma commande",
    "casino bonus for you",
    "パスワードについて",
];
const TEXTS: [(&str, Form); 7] = [
    ("Hello,\n\nthe printer in our office has been on fire since this morning. What shall we do?\n\nRegards", Form::Utf8),
    (
        "Guten Tag,\n\nich warte seit zwei Wochen auf meine Lieferung. Wo bleibt sie denn?\n\nMit freundlichen Grüßen",
        Form::Latin1Quoted,
    ),
    ("Dear team,\n\nplease have a look at the invoice that you sent us; the sum cannot be right.\n\nThanks", Form::Alternative),
    ("Здравствуйте,\n\nя хотел бы узнать, когда придёт мой заказ. Спасибо за ответ.", Form::Koi8),
    ("Bonjour,\n\nje n'ai toujours pas reçu ma commande. Pouvez-vous vérifier l'état de l'envoi ?\n\nMerci", Form::Utf8),
    ("Congratulations, you have won. Click here to collect your bonus.", Form::Alternative),
    ("こんにちは。\n\nパスワードを忘れました。どうすればよいですか。", Form::Utf8Base64),
];

/// How somebody behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    Customer,
    /// Answers everything without saying that a machine does.
    UnmarkedResponder,
    /// Answers everything and says so.
    MarkedResponder,
    /// Writes unasked and says that it is a machine.
    Machine,
    Agent,
}

/// Everybody outside the desk.
#[derive(Debug)]
pub(super) struct People {
    seed: u64,
    mix: Mix,
    /// By address, in a fixed order.
    everybody: BTreeMap<String, Manner>,
    /// Letters that somebody has reacted to, by their names.
    read: BTreeSet<String>,
    /// Messages written so far.
    written: u64,
}

impl People {
    pub(super) fn new(seed: u64, mix: &Mix) -> Self {
        let mut everybody = BTreeMap::new();
        let mut add = |count: usize, name: &str, manner: Manner| {
            for number in 1..=count {
                // Some share a domain, some sit at a provider where many strangers do.
                let domain = ["customer.example", "client.example", "gmail.com"][number % 3];
                everybody.insert(format!("{name}{number}@{domain}"), manner);
            }
        };
        add(mix.customers, "customer", Manner::Customer);
        add(mix.unmarked_responders, "vacation", Manner::UnmarkedResponder);
        add(mix.marked_responders, "office", Manner::MarkedResponder);
        add(mix.machines, "cron", Manner::Machine);
        everybody.extend(house::staff_names().map(|name| (house::staff_address(name), Manner::Agent)));
        Self { seed, mix: mix.clone(), everybody, read: BTreeSet::new(), written: 0 }
    }

    /// What all of them do in a step.
    pub(super) fn act(&mut self, relay: &mut Relay, step: u64, now: Timestamp) -> Vec<Post> {
        let mut posts = Vec::new();
        for (address, manner) in self.everybody.clone() {
            for letter in relay.collect(&address) {
                // A person answers a letter once, however often it came.
                let may_write = self.written + (posts.len() as u64) < self.mix.most_messages;
                if self.read.insert(letter.key.clone()) && may_write {
                    posts.extend(self.react(&address, manner, &letter, now));
                }
            }
            let mut chance = Chance::about(self.seed, &["day", &address, &step.to_string()]);
            let writes = match manner {
                Manner::Agent => 10,
                Manner::Machine => self.mix.writes * 2,
                Manner::Customer | Manner::UnmarkedResponder | Manner::MarkedResponder => self.mix.writes,
            };
            if chance.hits(writes) {
                posts.push(self.asks(&address, manner, step, &mut chance, now));
            }
        }
        posts.extend(self.mischief(step, now));
        posts.retain(|_| {
            self.written += 1;
            self.written <= self.mix.most_messages
        });
        posts
    }

    /// Somebody begins a conversation.
    fn asks(&self, address: &str, manner: Manner, step: u64, chance: &mut Chance, now: Timestamp) -> Post {
        let topic = usize::try_from(chance.below(TOPICS.len() as u64)).expect("small");
        let (text, form) = TEXTS[topic];
        let mut subject = TOPICS[topic].to_owned();
        if chance.hits(400) {
            subject = format!("{subject} {step}");
        }
        if chance.hits(50) {
            subject = format!("Re: {subject}");
        }
        let first = self.mailbox(chance);
        let mut to = vec![house::mailbox_address(first)];
        if chance.hits(self.mix.two_mailboxes) {
            to.extend(
                house::MAILBOXES
                    .iter()
                    .take(self.mix.mailboxes)
                    .filter(|name| **name != first)
                    .map(|name| house::mailbox_address(name))
                    .take(1),
            );
        }
        let mut cc = Vec::new();
        if chance.hits(150) {
            let others: Vec<_> = self.everybody.keys().filter(|other| *other != address).cloned().collect();
            cc.push(chance.pick(&others));
        }
        let mut headers = Vec::new();
        if manner == Manner::Machine {
            headers.push(("Auto-Submitted", "auto-generated".to_owned()));
        }
        let id = format!("<ask.{step}.{address}>");
        let mut note = Note {
            from: (self.name_of(address), address.to_owned()),
            to: to.clone(),
            cc,
            subject,
            text: format!("{text}\n\n(step {step})"),
            form,
            id: (!chance.hits(50)).then(|| id.clone()),
            in_reply_to: None,
            references: Vec::new(),
            headers,
            date: now,
        };
        if chance.hits(40) {
            // Written to us in blind copy.
            note.to = vec!["undisclosed-recipients:;".to_owned()];
        }
        let mut post = post(&note, to, id, true);
        post.is_marked = manner == Manner::Machine;
        post.copies = if chance.hits(self.mix.twice) { 2 } else { 1 };
        if chance.hits(self.mix.broken) {
            spoil(&mut post.bytes, chance);
            post.is_marked = false;
        }
        post
    }

    fn react(&self, address: &str, manner: Manner, letter: &Letter, now: Timestamp) -> Option<Post> {
        let mut chance = Chance::about(self.seed, &["reaction", &letter.key]);
        match manner {
            Manner::Agent => self.agent_reacts(address, letter, &mut chance, now),
            Manner::MarkedResponder | Manner::UnmarkedResponder => {
                let is_marked = manner == Manner::MarkedResponder;
                let note = automatic_answer(letter, is_marked, now);
                let mut post = post(&note, note.to.clone(), format!("auto {}", letter.key), true);
                post.is_marked = is_marked;
                post.envelope = post.envelope.filter(|_| !is_marked);
                Some(post)
            }
            Manner::Customer if chance.hits(self.mix.answers) => Some(self.customer_answers(address, letter, &mut chance, now)),
            Manner::Customer | Manner::Machine => None,
        }
    }

    fn customer_answers(&self, address: &str, letter: &Letter, chance: &mut Chance, now: Timestamp) -> Post {
        let mail = letter.read();
        let mut note = answer(address, &self.name_of(address), letter, &mail, now);
        note.text = format!(
            "{}\n{}",
            chance.pick(&["Thank you, that helped.", "It still burns!", "Vielen Dank für die schnelle Antwort."]),
            quote(letter, &mail)
        );
        let mut honest = true;
        match chance.below(20) {
            // A mail program that ignores Reply-To.
            0 | 1 => note.to = vec![letter.plain_address()],
            // One that forgets where it came from.
            2 => {
                note.to = vec![letter.plain_address()];
                (note.in_reply_to, note.references) = (None, Vec::new());
            }
            3 => note.text = format!("#close\n{}", quote(letter, &mail)),
            // Somebody to whom it was forwarded answers in the customer's place.
            4 => note.from = ("A Friend".to_owned(), "friend@elsewhere.example".to_owned()),
            5 => honest = false,
            6 => note.form = Form::Alternative,
            // Somebody who answers the message that he wrote himself.
            7 => {
                note.to = vec![letter.plain_address()];
                note.references.truncate(1);
                note.in_reply_to = note.references.first().cloned();
            }
            _ => {}
        }
        let mut post = post(&note, note.to.clone(), format!("answer {}", letter.key), honest);
        post.copies = if chance.hits(self.mix.twice) { 2 } else { 1 };
        post
    }

    fn agent_reacts(&self, address: &str, letter: &Letter, chance: &mut Chance, now: Timestamp) -> Option<Post> {
        let what = chance.below(100);
        if what < 42 {
            return None;
        }
        let mail = letter.read();
        // Whom it reaches depends on whether the desk still has the settings from before, so that nobody's life may depend on it.
        if ["has left the staff", "gehört nicht mehr zum Team"].iter().any(|words| mail.subject.contains(words)) {
            return None;
        }
        let mut note = answer(address, &self.name_of(address), letter, &mail, now);
        let (mut honest, mut is_marked) = (true, false);
        let text = "Dear customer,\n\nplease switch it off and on again.";
        note.text = format!("{text}\n\n{}", quote(letter, &mail));
        let commands = |commands: &str, text: &str| format!("{commands}\n{text}\n\n{}", quote(letter, &mail));
        match what {
            ..64 => {}
            64..68 => note.text = commands("#note the customer called, all is well", ""),
            68..72 => {
                note.text = commands(chance.pick(&["#take", "#tag +urgent -new", "#priority high\n#take", "#assign bob"]), "")
            }
            72..76 => note.text = commands("#resolve", text),
            76..78 => note.text = commands("#close", ""),
            78..80 => note.text = commands("#open", ""),
            80..84 => note.text = commands(chance.pick(&["#clsoe", "#priority hgih", "#assign nobody-here", "#remind"]), text),
            84..88 => note.text = commands(chance.pick(&["#remind tomorrow 09:00 call back", "#remind 2h look again"]), ""),
            88..90 => note.from.1 = PRIVATE_ADDRESS.to_owned(),
            90..92 => note.to = vec![letter.plain_address()],
            92..94 => {
                let mut out = automatic_answer(letter, true, now);
                out.to = vec![letter.reply_to()];
                out.subject = format!("Out of office: {}", mail.subject);
                (note, is_marked) = (out, true);
            }
            94..96 => note.from.1 = house::staff_address(chance.pick(&["ann", "bob", "eve", "lea"])),
            96..98 => honest = false,
            _ => note.text = quote(letter, &mail),
        }
        let mut post = post(&note, note.to.clone(), format!("staff {}", letter.key), honest);
        post.is_marked = is_marked;
        post.copies = if chance.hits(self.mix.twice) { 2 } else { 1 };
        Some(post)
    }

    /// Those who mean no good, and those who cannot stop.
    fn mischief(&self, step: u64, now: Timestamp) -> Vec<Post> {
        let mut chance = Chance::about(self.seed, &["mischief", &step.to_string()]);
        let mut posts = Vec::new();
        if chance.hits(self.mix.spoofs) {
            posts.push(self.poses(step, &mut chance, now));
        }
        if chance.hits(self.mix.floods) {
            let mailbox = house::mailbox_address(self.mailbox(&mut chance));
            for number in 0..25 {
                let id = format!("<flood.{step}.{number}@noise.example>");
                let note = Note {
                    subject: format!("Buy number {number} now"),
                    text: format!("It is number {number}, and it is very good."),
                    id: Some(id.clone()),
                    ..plain((String::new(), FLOODER.to_owned()), &mailbox, now)
                };
                posts.push(post(&note, vec![mailbox.clone()], id, true));
            }
        }
        posts
    }

    fn poses(&self, step: u64, chance: &mut Chance, now: Timestamp) -> Post {
        let id = format!("<pose.{step}@evil.example>");
        let mailbox = house::mailbox_address(self.mailbox(chance));
        let names: Vec<_> = house::staff_names().collect();
        let agent = house::staff_address(chance.pick(&names));
        let customers: Vec<_> = self.everybody.keys().cloned().collect();
        let victim = chance.pick(&customers);
        let mut note = plain((String::new(), MALLORY.to_owned()), &mailbox, now);
        (note.id, note.subject) = (Some(id.clone()), format!("[#{}] about it", 1 + chance.below(12)));
        note.text = "#close\n\nDo as I say.".to_owned();
        let mut honest = false;
        match chance.below(6) {
            0 => note.from = ("Ann Archer".to_owned(), agent),
            1 => note.from.1 = victim,
            // He knows an id of somebody else's message.
            2 => {
                note.in_reply_to = Some(format!("<ask.{}.{victim}>", chance.below(step + 1)));
                honest = true;
            }
            3 => note.from = ("Bob Baker".to_owned(), "bob@staff.examp1e".to_owned()),
            // The mailbox itself.
            4 => note.from.1 = mailbox.clone(),
            _ => {
                note.headers.push(("Reply-To", "third@party.example".to_owned()));
                honest = true;
            }
        }
        post(&note, vec![mailbox], id, honest)
    }

    fn mailbox(&self, chance: &mut Chance) -> &'static str {
        chance.pick(&house::MAILBOXES[..self.mix.mailboxes])
    }

    fn name_of(&self, address: &str) -> String {
        match address.split('@').next().unwrap_or_default() {
            "ann" => "Ann Archer".to_owned(),
            "customer1" => "Jürgen Größe".to_owned(),
            "customer2" => "Анна Петрова".to_owned(),
            "vacation1" => String::new(),
            local => local.to_owned(),
        }
    }
}

fn plain(from: (String, String), to: &str, now: Timestamp) -> Note {
    Note {
        from,
        to: vec![to.to_owned()],
        cc: Vec::new(),
        subject: String::new(),
        text: String::new(),
        form: Form::Utf8,
        id: None,
        in_reply_to: None,
        references: Vec::new(),
        headers: Vec::new(),
        date: now,
    }
}

/// An answer as a mail program begins it.
fn answer(address: &str, name: &str, letter: &Letter, mail: &Mail, now: Timestamp) -> Note {
    let domain = address.rsplit('@').next().unwrap_or_default();
    let mut references: Vec<String> = mail.references.iter().map(ToString::to_string).collect();
    references.push(letter.id.clone());
    Note {
        subject: format!("Re: {}", mail.subject),
        id: Some(format!("<re.{}@{domain}>", letter.key)),
        in_reply_to: Some(letter.id.clone()),
        references,
        ..plain((name.to_owned(), address.to_owned()), &letter.reply_to(), now)
    }
}

/// The letter below the answer, as mail programs put it there.
fn quote(letter: &Letter, mail: &Mail) -> String {
    let from = mail.from.as_ref().map(|from| from.name.clone()).unwrap_or_default();
    let lines: Vec<String> = mail.text.lines().take(40).map(|line| format!("> {line}").trim_end().to_owned()).collect();
    format!("On Mon, 2 Mar 2026 at 10:12, {from} <{}> wrote:\n\n{}", letter.reply_to(), lines.join("\n"))
}

fn post(note: &Note, recipients: Vec<String>, key: String, honest: bool) -> Post {
    let envelope = if honest { note.from.1.clone() } else { MALLORY.to_owned() };
    Post {
        envelope: Some(envelope),
        recipients,
        bytes: note.bytes(),
        key,
        honest,
        from: note.from.1.clone(),
        is_marked: false,
        copies: 1,
    }
}

/// Makes bytes of it that are hardly a message.
fn spoil(bytes: &mut Vec<u8>, chance: &mut Chance) {
    match chance.below(5) {
        0 => bytes.truncate(bytes.len() / 2),
        1 => *bytes = b"\r\n\r\nno header at all".to_vec(),
        2 => bytes.extend_from_slice(b"\0\0\0\xff\xfe\r\n--=_b\r\n"),
        3 => {
            let half = bytes.len() / 2;
            for byte in bytes.iter_mut().skip(half).step_by(7) {
                *byte |= 0x80;
            }
        }
        _ => {
            bytes.splice(0..0, b"From: one@first.example\r\nFrom: two@second.example\r\n".iter().copied());
        }
    }
}
