//! Routing rules: what they ask of a message and what they do with its ticket.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{CategoryName, MailboxName, StaffName, TeamName, Timestamp};
use crate::domain::{Priority, Status};
use crate::mail::Mail;

use super::Calendar;

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
