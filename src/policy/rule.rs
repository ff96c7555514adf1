//! Routing rules: what they ask of a message and what they do with its ticket.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{CategoryName, Kind, MailboxName, StaffName, TeamName, Timestamp};
use crate::domain::{Priority, Status};
use crate::mail::Mail;

use super::Calendar;

/// One rule, as it was read from the configuration.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its name, unique.
    pub name: String,
    /// All of these must hold; none at all means every message.
    pub when: Vec<Condition>,
    /// None of these may hold.
    pub unless: Vec<Condition>,
    /// What it does.
    pub then: Actions,
    /// Whether no later rule is asked once this one has matched.
    pub stop: bool,
}

/// One thing a rule asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// An address in To.
    To(TextTest),
    /// An address in Cc.
    Cc(TextTest),
    /// The From address.
    From(TextTest),
    /// The domain of the From address, whole or by glob.
    Domain(TextTest),
    /// The organisation that is written down of the sender.
    Organisation(TextTest),
    /// The subject.
    Subject(TextTest),
    /// The new text.
    Body(TextTest),
    /// A header field, by its name.
    Header(String, TextTest),
    /// The mailbox, one of these.
    Mailbox(BTreeSet<MailboxName>),
    /// The `type/subtype` or the file name of an attachment.
    Attachment(TextTest),
    /// More bytes than this.
    SizeOver(u64),
    /// Fewer bytes than this.
    SizeUnder(u64),
    /// The language of the text, one of these ISO 639-1 codes.
    Language(BTreeSet<String>),
    /// The kind of message, one of these.
    Kind(BTreeSet<Kind>),
    /// Arrived while the desk is open (true) or closed (false).
    Open(bool),
    /// The requester has opened tickets before (true) or not (false).
    KnownRequester(bool),
}

/// How a text is compared; any of the alternatives suffices. All but `Regex` ignore case.
#[derive(Clone, Debug, PartialEq)]
pub enum TextTest {
    /// One of them stands somewhere in it. An address must be equal, or end in the given `@domain`; a word without `@` may
    /// stand anywhere in it. A domain must be equal, or fit where the word is a glob.
    Contains(Vec<String>),
    /// It is one of them.
    Exact(Vec<String>),
    /// It fits one of them (`*`, `?`, `[a-z]`, `{a,b}`).
    Glob(Vec<String>),
    /// One of these regular expressions is found in it; linear time, no look-around.
    Regex(Vec<String>),
}

/// A rule that cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleProblem {
    /// Position of the rule.
    pub rule: usize,
    /// Whether the condition stands under `unless`.
    pub unless: bool,
    /// Position of the condition in its list.
    pub condition: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// What a rule said to a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleVerdict {
    /// The rule.
    pub rule: String,
    /// Whether it took the message.
    pub matched: bool,
    /// Why, or the first condition that failed: `subject does not contain "invoice"`.
    pub because: String,
}

/// What the rules together say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Routing {
    /// Names of the rules that matched, in order.
    pub matched: Vec<String>,
    /// What they do, joined.
    pub actions: Actions,
}

/// What rules may ask about.
#[derive(Clone, Copy, Debug)]
pub struct RoutingFacts<'a> {
    /// The message.
    pub mail: &'a Mail,
    /// The mailbox it came in by.
    pub mailbox: &'a MailboxName,
    /// Size of the raw message in bytes.
    pub size: u64,
    /// The present.
    pub now: Timestamp,
    /// The desk's calendar.
    pub calendar: &'a Calendar,
    /// Tickets that the requester has opened before.
    pub earlier_tickets: u32,
    /// The organisation that is written down of the requester, empty where none is.
    pub organisation: &'a str,
}

/// What rules do with a ticket. Later rules only fill what earlier ones left open; tags, fields and notified people add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    /// Its team.
    pub team: Option<TeamName>,
    /// Its assignee.
    pub assignee: Option<StaffName>,
    /// Its priority.
    pub priority: Option<Priority>,
    /// Its category.
    pub category: Option<CategoryName>,
    /// Its status after opening.
    pub status: Option<Status>,
    /// Tags to add.
    pub tags: BTreeSet<String>,
    /// Fields to set.
    pub fields: BTreeMap<String, String>,
    /// Who is told besides.
    pub notify: BTreeSet<StaffName>,
    /// Whether the sender gets an acknowledgement (where the guards allow one).
    pub acknowledge: Option<bool>,
    /// It is spam: status `spam`, nobody is told.
    pub spam: Option<bool>,
}
