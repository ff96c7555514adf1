//! One ticket while it is folded: what is remembered of it between records, and what one record makes of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, EntryNumber, Span, TicketId, Timestamp};
use crate::domain::{Actor, Author, Change, Decision, Entry, EntryKind, LetterKind, Opening, Status, Target};

use super::fold::{Event, Past};
use super::sample::{Frame, What};

/// The place of a rule where there was none.
pub(super) const NO_RULE: i32 = -1;
/// What a person changes later than this after the opening, the rules could not have known.
const CORRECTED_WITHIN: Span = Span::from_days(3);

/// A sample that knows no frame yet.
pub(super) type Noted = (What, Option<Timestamp>, Option<ContactId>, i32);

/// What is known of a ticket while it is folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Running {
    /// When it was opened, or reopened last.
    pub(super) since: Timestamp,
    pub(super) opened: Timestamp,
    pub(super) requester: ContactId,
    pub(super) status: Status,
    pub(super) frame: Frame,
    awaiting: Option<Timestamp>,
    is_answered: bool,
    is_escalated: bool,
    broken: BTreeSet<Target>,
    /// The rule that took it first.
    pub(super) rule: Option<String>,
    /// What it had from the rules and its mailbox when it was opened; nothing once somebody has corrected it or answered.
    routed: BTreeSet<Routed>,
    /// Its acknowledgement offered articles.
    offered: bool,
    /// Its customer wrote again before it was finished.
    followed: bool,
    /// Answers of persons since it was opened, or reopened last.
    replies: u16,
    /// Mails of the staff that did something to it since then.
    touches: u16,
    /// Who finished it last.
    pub(super) resolver: Option<ContactId>,
    /// When its customer was asked whether he is satisfied, and about whose work.
    asked: Option<(Timestamp, Option<ContactId>)>,
    /// Whose answers wait for approval.
    held: BTreeMap<EntryNumber, ContactId>,
    /// When it was reviewed, and when each criterion was scored.
    pub(super) reviewed: Option<Timestamp>,
    pub(super) scored: BTreeMap<String, Timestamp>,
    /// Nobody outside has asked: it counts in no figure.
    pub(super) is_practice: bool,
}

/// What the rules decide and a person may correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Routed {
    Team,
    Category,
    Priority,
}

impl Running {
    fn open(opening: &Opening, at: Timestamp) -> Self {
        Self {
            since: at,
            opened: at,
            requester: opening.requester,
            status: Status::New,
            frame: Frame::of_mailbox(opening.mailbox.clone()),
            awaiting: None,
            is_answered: false,
            is_escalated: false,
            broken: BTreeSet::new(),
            rule: None,
            routed: BTreeSet::new(),
            offered: false,
            followed: false,
            replies: 0,
            touches: 0,
            resolver: None,
            asked: None,
            held: BTreeMap::new(),
            reviewed: None,
            scored: BTreeMap::new(),
            is_practice: false,
        }
    }

    /// What it took to finish it: answers and mails of the staff, as the sample of its resolution has them.
    pub(super) fn effort(&self) -> i32 {
        Effort { replies: self.replies, touches: self.touches }.to_number()
    }

    /// Finished as the articles of its acknowledgement have helped: nobody had to answer, and its customer asked no more.
    pub(super) fn was_helped(&self) -> bool {
        let is_done = matches!(self.status, Status::Resolved | Status::Closed);
        is_done && self.offered && !self.is_answered && !self.followed && self.since == self.opened
    }

    /// What one fact makes of it.
    fn take(&mut self, change: &Change, event: Event<'_>, is_new: bool, note: &mut dyn FnMut(Noted)) {
        match change {
            Change::StatusChanged { to, .. } => self.status = *to,
            Change::PracticeBegun { .. } => self.is_practice = true,
            Change::Routed { rules, .. } if is_new => self.rule = rules.first().cloned(),
            Change::TeamSet { team, .. } => {
                let is_other = self.frame.team != *team;
                self.route(Routed::Team, is_other, event, is_new, note);
                self.frame.team.clone_from(team);
            }
            Change::CategorySet { category, .. } => {
                let is_other = self.frame.category != *category;
                self.route(Routed::Category, is_other, event, is_new, note);
                self.frame.category.clone_from(category);
            }
            Change::PrioritySet { priority, .. } => {
                let is_other = self.frame.priority != *priority;
                self.route(Routed::Priority, is_other, event, is_new, note);
                self.frame.priority = *priority;
            }
            Change::Assigned { to, .. } => self.frame.assignee = *to,
            Change::Tagged { add, remove, .. } => {
                self.frame.tags.retain(|tag| !remove.contains(tag));
                self.frame.tags.extend(add.iter().cloned());
            }
            Change::RequesterSet { contact, .. } => self.requester = *contact,
            Change::AnswerAwaited { .. } => drop(self.awaiting.get_or_insert(event.at)),
            Change::EntryAdded { entry, .. } if entry.kind == EntryKind::Reply && entry.moved_to.is_none() => {
                self.reply(entry, note);
            }
            Change::PromiseBroken { target, .. } if self.broken.insert(*target) => {
                note((What::Broken, None, None, place_of(*target)));
            }
            Change::LetterQueued { item } if item.kind == LetterKind::Received => note((What::Acknowledged, None, None, 0)),
            Change::LetterQueued { .. } if !self.is_escalated => {
                self.is_escalated = true;
                note((What::Escalated, None, self.frame.assignee, 0));
            }
            Change::ArticlesOffered { .. } if !self.offered => {
                self.offered = true;
                note((What::Offered, None, None, 0));
            }
            Change::TimeSpent { contact, minutes, .. } => note((What::TimeSpent, None, Some(*contact), *minutes)),
            Change::LetterWithheld { .. } => note((What::Withheld, None, None, 0)),
            Change::SurveySent { .. } => {
                self.asked = Some((event.at, self.resolver));
                note((What::Asked, None, self.resolver, 0));
            }
            Change::Rated { rating, .. } => {
                if let Some((since, who)) = self.asked.take() {
                    note((What::Rated, Some(since), who, i32::from(rating.get())));
                }
            }
            Change::Reviewed { .. } => self.review(change, event.at),
            Change::ReplyHeld { entry, by, .. } => drop(self.held.insert(*entry, *by)),
            Change::ReplyDecided { entry, decision, .. } => {
                if let (Some(learner), Some(number)) = (self.held.remove(entry), verdict(*decision)) {
                    note((What::Judged, None, Some(learner), number));
                }
            }
            _ => {}
        }
    }

    /// What rules set, and whether a person corrects it: once a ticket, soon after its opening and before the first answer.
    fn route(&mut self, what: Routed, is_other: bool, event: Event<'_>, is_new: bool, note: &mut dyn FnMut(Noted)) {
        if is_new {
            self.routed.insert(what);
        } else if let (Actor::Staff(who), true) = (event.actor, is_other && self.routed.contains(&what)) {
            self.routed.clear();
            if event.at.since(self.opened) <= CORRECTED_WITHIN {
                note((What::Corrected, None, Some(who), NO_RULE));
            }
        }
    }

    fn reply(&mut self, entry: &Entry, note: &mut dyn FnMut(Noted)) {
        let who = if let Author::Staff(who) = entry.author { Some(who) } else { None };
        note((What::Replied, None, who, 0));
        if !self.is_answered {
            note((What::FirstResponse, Some(self.opened), who, 0));
        } else if let Some(since) = self.awaiting {
            note((What::NextResponse, Some(since), who, 0));
        }
        self.is_answered = true;
        self.routed.clear();
        self.replies = self.replies.saturating_add(1);
        self.awaiting = None;
    }

    /// What is known once a whole record is taken.
    fn settle(&mut self, was_unfinished: bool, is_new: bool, event: Event<'_>, wrote_again: bool) {
        let staff = if let Actor::Staff(who) = event.actor { Some(who) } else { None };
        if self.status.is_unfinished() {
            self.followed |= wrote_again;
            if !was_unfinished {
                self.since = event.at;
            }
            return;
        }
        self.awaiting = None;
        self.is_escalated = false;
        if was_unfinished || is_new {
            self.resolver = staff.or(self.frame.assignee);
        }
    }
}

/// What it took to finish a ticket, as one number: answers in its lower half, mails of the staff in its upper one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effort {
    /// Answers of persons.
    pub(super) replies: u16,
    /// Mails of the staff that did something.
    pub(super) touches: u16,
}

impl Effort {
    fn to_number(self) -> i32 {
        let [one, two] = self.replies.to_le_bytes();
        let [three, four] = self.touches.to_le_bytes();
        i32::from_le_bytes([one, two, three, four])
    }

    pub(super) const fn of_number(number: i32) -> Self {
        let [one, two, three, four] = number.to_le_bytes();
        Self { replies: u16::from_le_bytes([one, two]), touches: u16::from_le_bytes([three, four]) }
    }
}

/// What was decided of an answer that waited, as a number; none where nobody has judged it.
const fn verdict(decision: Decision) -> Option<i32> {
    match decision {
        Decision::Approved => Some(APPROVED),
        Decision::Edited => Some(EDITED),
        Decision::Rejected => Some(REJECTED),
        Decision::Replaced => None,
    }
}

/// It was sent as it was.
pub(super) const APPROVED: i32 = 0;
/// It was sent with other words.
pub(super) const EDITED: i32 = 1;
/// It went back.
pub(super) const REJECTED: i32 = 2;

/// Does this change count for a ticket, and for which?
pub(super) fn concerned(change: &Change) -> Option<TicketId> {
    match change {
        Change::LetterQueued { item } if matches!(item.kind, LetterKind::Escalation | LetterKind::Received) => item.ticket,
        Change::LetterQueued { .. } | Change::Received(_) | Change::LookedUp { .. } | Change::Refused { .. } => None,
        Change::DeadlineSet { .. } | Change::DeadlineCleared { .. } | Change::DeadlineFired { .. } | Change::Nudged { .. } => {
            None
        }
        Change::ConfirmationAsked { .. } | Change::Linked { .. } | Change::Unlinked { .. } => None,
        Change::ReviewAwaited { .. } | Change::ReviewAsked { .. } => None,
        other => other.ticket(),
    }
}

/// A finished ticket as it was before this record, from its own history; none where it has none.
pub(super) fn history<P: Past>(ticket: TicketId, past: &P) -> Result<Option<Running>, P::Error> {
    let mut running = None;
    past.each(ticket, &mut |event| running = step(ticket, running.take(), event, &mut |_| {}))?;
    Ok(running)
}

/// What one record makes of one ticket, and what is to be noted of it.
pub(super) fn step(id: TicketId, before: Option<Running>, event: Event<'_>, note: &mut dyn FnMut(Noted)) -> Option<Running> {
    let opening = event.changes.iter().find_map(|change| match change {
        Change::TicketOpened(opening) if opening.ticket == id => Some(opening),
        _ => None,
    });
    let is_new = before.is_none();
    let mut running = before.or_else(|| Some(Running::open(opening?, event.at)))?;
    let was_unfinished = running.status.is_unfinished();
    if !was_unfinished {
        // What it takes to finish it is counted from its reopening on.
        (running.replies, running.touches) = (0, 0);
    }
    let (mut is_touched, mut has_reply, mut wrote_again) = (false, false, false);
    for change in event.changes.iter().filter(|change| concerned(change) == Some(id)) {
        is_touched = true;
        if let Change::EntryAdded { entry, .. } = change {
            has_reply |= entry.kind == EntryKind::Reply && entry.moved_to.is_none();
            wrote_again |= entry.kind == EntryKind::Message && !is_new;
        }
        running.take(change, event, is_new, note);
    }
    for change in event.changes {
        if let Change::PromiseSettled { ticket, target, .. } = change
            && *ticket == id
        {
            let was_broken = running.broken.remove(target);
            let is_done = match target {
                Target::Resolution => matches!(running.status, Status::Resolved | Status::Closed),
                Target::FirstResponse | Target::NextResponse | Target::Update => has_reply,
            };
            if is_done && !was_broken {
                note((What::Kept, None, None, place_of(*target)));
            }
        }
    }
    // Who reviews does nothing to the ticket.
    is_touched &= !event.changes.iter().any(|change| matches!(change, Change::Reviewed { ticket, .. } if *ticket == id));
    if let (Actor::Staff(who), true) = (event.actor, is_touched) {
        running.touches = running.touches.saturating_add(1);
        note((What::Touched, None, Some(who), 0));
    }
    running.settle(was_unfinished, is_new, event, wrote_again);
    Some(running)
}

fn place_of(target: Target) -> i32 {
    let place = Target::ALL.iter().position(|one| *one == target).unwrap_or_default();
    i32::try_from(place).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_effort_is_read_as_it_was_written() {
        for (replies, touches) in [(0, 0), (1, 2), (u16::MAX, 0), (0, u16::MAX), (u16::MAX, u16::MAX)] {
            let effort = Effort { replies, touches };
            assert_eq!(Effort::of_number(effort.to_number()), effort);
        }
    }
}
