//! `maildesk rehearse`: messages through a fresh desk in memory, with the configuration's rules.
//!
//! A rehearsal has fixed keys and a clock of its own, so the same messages and configuration give the same output, byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::base::{Digest, EmailAddress, MailboxName, Span, Timestamp};
use crate::desk::{Desk, DeskSettings, Fetched, Input, Reply};
use crate::domain::{Change, Place};
use crate::mail::{Keyring, OwnMarks};
use crate::notify::Templates;
use crate::policy::{
    Accept, AgentProof, AuthMode, Authentication, Calendar, DeskPolicy, Ladder, MailboxPolicy, PeopleRules, Policy, ReplyAddress,
    RuleSet, Service, Strangers, SubjectThreading, Threading, Volumes,
};
use crate::store::{MemoryDisk, MemoryPlace, MemoryStore, Options};

use super::ask::failed;
use super::check;
use super::exit::{Exit, Failure};

/// What to rehearse, and how.
#[derive(Debug, Args)]
pub(super) struct Rehearsal {
    /// mbox files, Maildirs, directories of messages, or single messages, in this order.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// Count volume limits too.
    #[arg(long)]
    limits: bool,
    /// What becomes of a message that refers to a ticket its sender has no part in.
    #[arg(long, value_enum)]
    strangers: Option<StrangersChoice>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum StrangersChoice {
    /// It is appended.
    Append,
    /// It opens a linked ticket.
    Link,
}

/// The key of every rehearsal.
const KEY: [u8; 32] = [7; 32];

pub(super) fn run(directory: &Path, rehearsal: &Rehearsal, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut policy = policy(directory)?;
    policy.volumes.enforced = rehearsal.limits;
    match rehearsal.strangers {
        Some(StrangersChoice::Append) => policy.threading.strangers = Strangers::Append,
        Some(StrangersChoice::Link) => policy.threading.strangers = Strangers::Link,
        None => {}
    }
    let Some(mailbox) = policy.mailboxes.keys().next().cloned() else {
        return Err(Failure::new(Exit::Configuration, "the configuration has no mailbox"));
    };
    let mut desk = fresh_desk(policy)?;
    let mut clock = Timestamp::from_seconds(946_684_800);
    let mut index = 0_u64;
    for source in &rehearsal.sources {
        for (file, bytes) in messages_of(source)? {
            let (line, text) = rehearse(&mut desk, &mailbox, &file, bytes, index, &mut clock)?;
            if json {
                writeln!(out, "{line}").map_err(Failure::output)?;
            } else {
                writeln!(out, "{text}").map_err(Failure::output)?;
            }
            index = index.saturating_add(1);
        }
    }
    Ok(Exit::Done)
}

/// The configuration's policy, or the sample's where there is no configuration at all.
fn policy(directory: &Path) -> Result<Policy, Failure> {
    if directory.exists() {
        return check::load(directory).map(|settings| settings.policy);
    }
    plain_policy().ok_or_else(|| Failure::new(Exit::Internal, "the built-in policy does not hold together"))
}

/// One mailbox that takes everything, nobody to tell, no rules: enough to see how messages are threaded.
fn plain_policy() -> Option<Policy> {
    let name = MailboxName::new("support").ok()?;
    let mailbox = MailboxPolicy {
        name: name.clone(),
        address: EmailAddress::new("support@desk.invalid").ok()?,
        team: None,
        agents: AgentProof::Token,
        accept: Accept::Anyone,
        auth: Authentication { mode: AuthMode::None, authserv_ids: BTreeSet::new(), trusted_hops: 0 },
        reply_address: ReplyAddress::Plus,
        forms: Vec::new(),
    };
    Some(Policy {
        desk: DeskPolicy {
            name: "Support".to_owned(),
            domain: "desk.invalid".to_owned(),
            language: "en".to_owned(),
            operator: EmailAddress::new("operator@desk.invalid").ok()?,
        },
        mailboxes: BTreeMap::from([(name, mailbox)]),
        staff: BTreeMap::new(),
        invited: BTreeMap::new(),
        teams: BTreeMap::new(),
        roles: BTreeMap::new(),
        categories: BTreeMap::new(),
        rules: Arc::new(RuleSet::compile(Vec::new()).ok()?),
        calendar: Arc::new(Calendar::always(jiff::tz::TimeZone::UTC)),
        schedules: crate::policy::Schedules::default(),
        service: Service {
            first_response: BTreeMap::new(),
            next_response: BTreeMap::new(),
            slas: Vec::new(),
            contact_fields: Vec::new(),
            ladder: Ladder::default(),
            satisfaction: None,
            quality: None,
            digests: crate::policy::Digests::default(),
            reports: Vec::new(),
            alerts: Vec::new(),
            closings: BTreeMap::new(),
            closing_reminder_after: None,
            closing_warning_after: None,
            auto_close_after: Span::from_days(2),
            close_after: Span::from_days(3),
            reopen_within: Span::from_days(14),
            hold: crate::policy::Hold::Answered,
        },
        threading: Threading {
            strangers: Strangers::Link,
            subject: SubjectThreading::Replies,
            ack_unverified: true,
            close_own: true,
        },
        volumes: Volumes::default(),
        views: BTreeMap::new(),
        macros: BTreeMap::new(),
        articles: BTreeMap::new(),
        mask: crate::policy::Mask::default(),
        people: PeopleRules::default(),
    })
}

type MemoryDesk = Desk<MemoryDisk, crate::store::MemoryKeyspace>;

fn fresh_desk(policy: Policy) -> Result<MemoryDesk, Failure> {
    let disk = MemoryDisk::default();
    let opened = MemoryStore::open(disk, MemoryPlace::default(), &Options::new(KEY), &mut |_| {});
    let store = opened.map_err(|error| Failure::caused(Exit::Internal, &error))?.store;
    let keys = Keyring::new(BTreeMap::from([(0, KEY)])).ok_or_else(|| Failure::new(Exit::Internal, "no key"))?;
    let templates = Templates::load(&BTreeMap::new()).map_err(|_| Failure::new(Exit::Internal, "the templates do not load"))?;
    let settings = DeskSettings::new(policy, Arc::new(templates), keys, Digest::default());
    Desk::open(store, settings, false, Timestamp::from_seconds(946_684_800)).map_err(|error| failed(&error))
}

fn rehearse(
    desk: &mut MemoryDesk,
    mailbox: &MailboxName,
    file: &str,
    bytes: Vec<u8>,
    index: u64,
    clock: &mut Timestamp,
) -> Result<(Value, String), Failure> {
    // The date decides the clock, so it is read before the desk reads the message.
    let date = crate::mail::read(&bytes, &OwnMarks::default()).date.filter(|date| is_plausible(*date));
    let next = clock.plus(Span::from_seconds(1));
    *clock = date.map_or(next, |date| date.max(next));
    let place = Place::Delivered { mailbox: mailbox.clone(), number: index };
    let replies = desk.work(vec![Input::Arrived(Fetched::new(place, bytes))], *clock).map_err(|error| failed(&error))?;
    let reply = replies.into_iter().next().ok_or_else(|| Failure::new(Exit::Internal, "no answer"))?;
    let Reply::Recorded { disposition, ticket, changes, .. } = reply.map_err(|error| failed(&error))? else {
        return Err(Failure::new(Exit::Internal, "no disposition"));
    };
    let mut line = json!({
        "file": file, "index": index, "disposition": disposition.as_str(), "reason": disposition.reason(),
        "ticket": ticket.map(|ticket| ticket.get()), "follow_up": false, "matched_by": "none", "proof": "E0", "sender_proof": "none",
        "kind": "human", "rules": [], "team": null, "assignee": null, "priority": "normal", "notifications": [],
    });
    let view = desk.store().view();
    let row = match ticket {
        Some(ticket) => crate::domain::Rows::ticket(&view, ticket).map_err(|error| Failure::caused(Exit::Internal, &error))?,
        None => None,
    };
    let mut notifications = Vec::new();
    if let Some(map) = line.as_object_mut() {
        for change in &changes {
            match change {
                Change::Received(receipt) => {
                    let follow_up = disposition.as_str() == "appended" && receipt.ticket.is_some();
                    map.insert("follow_up".to_owned(), json!(follow_up));
                    map.insert("matched_by".to_owned(), json!(receipt.matched_by.as_str()));
                    map.insert("proof".to_owned(), json!(receipt.proof.as_str()));
                    map.insert("sender_proof".to_owned(), json!(receipt.sender_proof.as_str()));
                    map.insert("kind".to_owned(), json!(receipt.kind.as_str()));
                }
                Change::Routed { rules, .. } => drop(map.insert("rules".to_owned(), json!(rules))),
                Change::LetterQueued { item } => notifications.push(json!({
                    "to": item.to.known().map(ToString::to_string), "kind": item.kind.as_str(),
                    "message_id": item.message_id.known().map(|id| id.as_str().to_owned()),
                })),
                _ => {}
            }
        }
        map.insert("notifications".to_owned(), json!(notifications));
        if let Some(row) = &row {
            let assignee = row.assignee.and_then(|who| desk.settings().roster.name(who)).map(ToString::to_string);
            map.insert("team".to_owned(), json!(row.team.as_ref().map(ToString::to_string)));
            map.insert("assignee".to_owned(), json!(assignee));
            map.insert("priority".to_owned(), json!(row.priority.as_str()));
        }
    }
    let told: Vec<_> = notifications
        .iter()
        .filter_map(|one| Some(format!("{} to {}", one.get("kind")?.as_str()?, one.get("to")?.as_str()?)))
        .collect();
    let reason = disposition.reason().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let ticket = ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
    let text = format!(
        "{file}\n    {} {ticket}{reason}\n    {}",
        disposition.as_str(),
        if told.is_empty() { "nobody is told".to_owned() } else { told.join("\n    ") }
    );
    Ok((line, text))
}

/// 1990 to 2100.
fn is_plausible(date: Timestamp) -> bool {
    (631_152_000..4_102_444_800).contains(&date.as_seconds())
}

/// The messages of a source with their names.
fn messages_of(source: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let unreadable =
        |path: &Path, error: std::io::Error| Failure::new(Exit::Output, format!("cannot read {}: {error}", path.display()));
    if !source.is_dir() {
        let bytes = std::fs::read(source).map_err(|error| unreadable(source, error))?;
        let name = source.display().to_string();
        if !bytes.starts_with(b"From ") {
            return Ok(vec![(name, bytes)]);
        }
        return Ok(split_mbox(&bytes)
            .into_iter()
            .enumerate()
            .map(|(number, message)| (format!("{name}:{}", number.saturating_add(1)), message))
            .collect());
    }
    let is_maildir = source.join("new").is_dir() && source.join("cur").is_dir();
    let folders = if is_maildir { vec![source.join("cur"), source.join("new")] } else { vec![source.to_owned()] };
    let mut paths = Vec::new();
    for folder in folders {
        let entries = std::fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))?;
        paths.extend(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()));
    }
    if !is_maildir {
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "eml"));
    }
    paths.sort_by(|left, right| left.file_name().cmp(&right.file_name()));
    paths
        .into_iter()
        .map(|path| {
            let bytes = std::fs::read(&path).map_err(|error| unreadable(&path, error))?;
            Ok((path.display().to_string(), bytes))
        })
        .collect()
}

/// Messages of an mbox: each begins after a line `From …`; `>From ` within them has lost its mark (mboxrd).
fn split_mbox(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut messages: Vec<Vec<u8>> = Vec::new();
    let mut after_empty = true;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if after_empty && line.starts_with(b"From ") {
            messages.push(Vec::new());
            after_empty = false;
            continue;
        }
        after_empty = matches!(line, b"\n" | b"\r\n");
        if let Some(message) = messages.last_mut() {
            let quoted = line.iter().take_while(|byte| **byte == b'>').count();
            let is_escaped = quoted > 0 && line.get(quoted..).is_some_and(|rest| rest.starts_with(b"From "));
            message.extend_from_slice(if is_escaped { line.get(1..).unwrap_or_default() } else { line });
        }
    }
    messages
}
