//! The short mails of the year, and as much of a letter as its reader needs.

use maildesk::base::{TicketId, Timestamp};

use super::chance::Chance;
use super::house::House;

/// What somebody needs to know of a letter to answer it.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// Whose inbox it lies in.
    pub(super) reader: String,
    pub(super) ticket: TicketId,
    /// Which of the house's mailboxes it came from.
    pub(super) mailbox: usize,
    pub(super) reply_to: String,
}

const SENDERS: [&str; 5] = ["one.example", "two.example", "three.example", "gold.example", "silver.example"];

/// A new question of a customer, and the mailbox that it goes to.
pub(super) fn question(number: u64, now: Timestamp, chance: &mut Chance) -> (usize, Vec<u8>) {
    let mailbox = usize::try_from(chance.below(4)).expect("small");
    let sender = format!("c{}@{}", chance.below(4000), SENDERS[usize::try_from(chance.below(5)).expect("small")]);
    let to = House::mailbox(mailbox).1;
    let head = format!("Subject: Question {number} about my order\r\nMessage-ID: <q{number}@one.example>\r\n");
    (mailbox, message(&sender, &to, &head, "Hello,\r\nhow do I do that?\r\nThank you.\r\n", now))
}

/// An answer of whoever got the letter.
pub(super) fn answer(letter: &Letter, text: &str, number: u64, now: Timestamp) -> Vec<u8> {
    let head = format!("Subject: Re: it [{}]\r\nMessage-ID: <a{number}@one.example>\r\n", letter.ticket);
    message(&letter.reader, &letter.reply_to, &head, text, now)
}

fn message(from: &str, to: &str, head: &str, text: &str, now: Timestamp) -> Vec<u8> {
    let date = jiff::Timestamp::from_second(now.as_seconds()).expect("a time").to_zoned(jiff::tz::TimeZone::UTC);
    let date = jiff::fmt::rfc2822::to_string(&date).expect("a date");
    format!("From: {from}\r\nTo: {to}\r\nDate: {date}\r\n{head}\r\n{text}").into_bytes()
}

/// Reads a letter: whom an answer goes to, for each ticket that it is about.
pub(super) fn read(bytes: &[u8], reader: &str) -> Vec<Letter> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    // Long lines are broken softly (RFC 2045 §6.7), addresses among them.
    let body = body.replace("=\r\n", "").replace("=3D", "=");
    let head = head.replace("\r\n ", " ");
    let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).unwrap_or_default();
    let mut letters = Vec::new();
    let mut found = |ticket: Option<TicketId>, reply_to: &str| {
        if let (Some(ticket), Some(mailbox)) = (ticket, mailbox_of(reply_to)) {
            letters.push(Letter { reader: reader.to_owned(), ticket, mailbox, reply_to: reply_to.to_owned() });
        }
    };
    let subject = field("Subject:");
    let named = subject.split_once("[#").and_then(|(_, rest)| number(rest));
    let reply_to = field("Reply-To:");
    if named.is_some() {
        found(named, address_in(reply_to));
    } else {
        // A list: `#12 Subject`, and the address to answer to below it.
        let mut ticket = None;
        for line in body.lines() {
            if let Some(rest) = line.strip_prefix('#') {
                ticket = number(rest);
            } else if let Some(address) = line.trim().strip_prefix("Answer: ") {
                found(ticket.take(), address);
            }
        }
    }
    letters
}

fn number(text: &str) -> Option<TicketId> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().map(TicketId::new)
}

fn address_in(value: &str) -> &str {
    value.rsplit_once('<').map_or(value, |(_, address)| address.trim_end_matches('>')).trim()
}

fn mailbox_of(address: &str) -> Option<usize> {
    let local = address.split(['@', '+']).next()?;
    (0..4).find(|place| House::mailbox(*place).0 == local)
}
