//! What the operator hears of once a day: what was set aside or refused, letters that do not get through, mailboxes that
//! cannot be read.
//!
//! One mail a day at most, at the opening of the desk, and only about what had happened before it: a restart in the afternoon
//! tells nothing that could wait. What lasts (a queue that is stuck, a mailbox that cannot be read) is told every day, what has
//! happened is told once.

use crate::base::{ContactId, MailboxName, Span, Timestamp};
use crate::domain::{
    Actor, Cause, Change, Letter, LetterKind, LetterNote, Notice, OutboxItem, Plan, QuarantineReason, Quarantined, Tally,
};
use crate::policy::Calendar;

/// How the reading of a folder goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxHealth {
    /// The mailbox.
    pub mailbox: MailboxName,
    /// The folder; empty where the mailbox has only one.
    pub folder: String,
    /// When it was read last.
    pub last_success: Option<Timestamp>,
    /// Why it cannot be read at present.
    pub trouble: Option<MailboxTrouble>,
}

impl MailboxHealth {
    /// `support`, or `support/INBOX`.
    pub fn name(&self) -> String {
        if self.folder.is_empty() { self.mailbox.to_string() } else { format!("{}/{}", self.mailbox, self.folder) }
    }
}

/// Why a folder cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxTrouble {
    /// Since when.
    pub since: Timestamp,
    /// What went wrong last.
    pub because: String,
}

/// A letter or mailbox is stuck after so long; before that, trouble passes by itself.
pub const STUCK: Span = Span::from_hours(1);

/// What deciding on the day's mail needs to know.
#[derive(Debug)]
pub struct DigestFacts<'a> {
    /// What has been counted.
    pub tally: &'a Tally,
    /// What lies in quarantine and the operator does not know of, in order.
    pub fresh: &'a [Quarantined],
    /// How many messages lie in quarantine.
    pub quarantined: usize,
    /// Letters that wait for another attempt, in order.
    pub waiting: &'a [OutboxItem],
    /// How the mailboxes do.
    pub health: &'a [MailboxHealth],
    /// Invitations to the staff that nobody has answered: to whom, and until when they may be.
    pub invited: &'a [(String, Timestamp)],
    /// The operator's contact.
    pub operator: Option<ContactId>,
    /// The desk's hours.
    pub calendar: &'a Calendar,
    /// The present.
    pub now: Timestamp,
}

/// The day's mail to the operator, if it is due and there is something to say.
pub fn digest(facts: &DigestFacts<'_>) -> Option<Plan> {
    let operator = facts.operator?;
    let opening = facts.calendar.last_opening(facts.now)?;
    if facts.tally.told_at.is_some_and(|told| told >= opening) {
        return None;
    }
    let notices = notices(facts, opening);
    if notices.is_empty() {
        return None;
    }
    let known = facts.fresh.last().map_or(facts.tally.quarantine, |row| row.id);
    let note = LetterNote { notices, ..LetterNote::default() };
    Some(Plan {
        actor: Actor::Desk,
        cause: Cause::Desk,
        texts: Vec::new(),
        changes: vec![Change::OperatorTold { quarantine: known }],
        letters: vec![Letter { kind: LetterKind::Operator, to: operator, ticket: None, entry: None, note }],
    })
}

/// When there will be something to say, as far as can be known now.
pub fn digest_due(facts: &DigestFacts<'_>) -> Option<Timestamp> {
    facts.operator?;
    let next = facts.calendar.next_opening(facts.now)?;
    if !notices(facts, next).is_empty() {
        return Some(next);
    }
    // What is known to happen later: an invitation lapses by itself, and nothing else may wake the desk then.
    let lapse = facts.invited.iter().map(|(_, until)| *until).filter(|until| *until >= next).min()?;
    facts.calendar.next_opening(lapse)
}

/// What there is to say at an opening.
fn notices(facts: &DigestFacts<'_>, opening: Timestamp) -> Vec<Notice> {
    let mut notices = Vec::new();
    let has_happened = |at: Timestamp| at < opening;
    let counted = facts.tally.since.is_some_and(has_happened);
    let set_aside = facts.fresh.iter().any(|row| has_happened(row.at));
    if !facts.fresh.is_empty() && (set_aside || counted) {
        let total = u32::try_from(facts.quarantined).unwrap_or(u32::MAX);
        notices.push(Notice::QuarantineWaits { reasons: by_reason(facts.fresh), total });
    }
    if counted || set_aside {
        if !facts.tally.refused.is_empty() {
            let reasons = facts.tally.refused.iter().map(|(reason, count)| (reason.clone(), *count)).collect();
            notices.push(Notice::MailRefused { reasons });
        }
        if facts.tally.failed > 0 || facts.tally.expired > 0 {
            notices.push(Notice::LettersGivenUp { failed: facts.tally.failed, expired: facts.tally.expired });
        }
    }
    // His own mail that does not get through is no reason to write him more.
    let is_late = |item: &&OutboxItem| has_happened(item.queued_at.plus(STUCK)) && item.kind != LetterKind::Operator;
    let late: Vec<_> = facts.waiting.iter().filter(is_late).collect();
    if let Some(oldest) = late.iter().min_by_key(|item| item.queued_at) {
        let because = late.iter().find_map(|item| item.last.as_ref()).map(|last| last.text().to_owned()).unwrap_or_default();
        let count = u32::try_from(late.len()).unwrap_or(u32::MAX);
        notices.push(Notice::LettersLate { count, since: oldest.queued_at, because });
    }
    for health in facts.health {
        if let Some(trouble) = health.trouble.as_ref().filter(|trouble| has_happened(trouble.since.plus(STUCK))) {
            notices.push(Notice::MailboxUnreadable {
                mailbox: health.mailbox.clone(),
                folder: health.folder.clone(),
                since: trouble.since,
                because: trouble.because.clone(),
            });
        }
    }
    // Told once: what had lapsed before the opening of the last mail stood in it.
    let told_before = facts.tally.told_at.and_then(|told| facts.calendar.last_opening(told));
    let is_news = |until: Timestamp| has_happened(until) && told_before.is_none_or(|told| until >= told);
    let lapsed: Vec<String> =
        facts.invited.iter().filter(|(_, until)| is_news(*until)).map(|(person, _)| person.clone()).collect();
    if !lapsed.is_empty() {
        notices.push(Notice::InvitationsLapsed { people: lapsed });
    }
    notices
}

fn by_reason(rows: &[Quarantined]) -> Vec<(QuarantineReason, u32)> {
    let mut reasons = std::collections::BTreeMap::new();
    for row in rows {
        let count: &mut u32 = reasons.entry(row.reason).or_default();
        *count = count.saturating_add(1);
    }
    reasons.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::base::{Digest, OutboxId, Private, QuarantineId};
    use crate::domain::{Envelope, LetterState};

    /// Open on weekdays from nine to five; 2 March 2026 is a Monday.
    fn weekdays() -> Calendar {
        let day = || vec![(540, 1020)];
        let week = [day(), day(), day(), day(), day(), Vec::new(), Vec::new()];
        Calendar::new(jiff::tz::TimeZone::UTC, week, BTreeSet::new()).expect("a calendar")
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::from_millis(text.parse::<jiff::Timestamp>().expect("a time").as_millisecond())
    }

    fn aside(id: u32, when: &str) -> Quarantined {
        Quarantined {
            id: QuarantineId::new(id),
            raw: Digest::of(b"x"),
            mailbox: MailboxName::new("support").expect("name"),
            reason: QuarantineReason::OwnLoop,
            at: at(when),
        }
    }

    fn waiting(kind: LetterKind, queued: &str) -> OutboxItem {
        OutboxItem {
            id: OutboxId::new(1),
            kind,
            ticket: None,
            entry: None,
            seen: None,
            contact: ContactId::new(2),
            to: Private::Erased,
            mailbox: MailboxName::new("support").expect("name"),
            envelope: Envelope::Null,
            message_id: Private::Erased,
            pieces: Vec::new(),
            state: LetterState::Deferred,
            attempts: 3,
            queued_at: at(queued),
            next_at: at(queued),
            last: Some("450 later".to_owned().into()),
        }
    }

    struct Day {
        tally: Tally,
        quarantine: Vec<Quarantined>,
        waiting: Vec<OutboxItem>,
        health: Vec<MailboxHealth>,
        invited: Vec<(String, Timestamp)>,
        calendar: Calendar,
    }

    impl Day {
        fn new() -> Self {
            let (quarantine, waiting, health) = (Vec::new(), Vec::new(), Vec::new());
            Self { tally: Tally::default(), quarantine, waiting, health, invited: Vec::new(), calendar: weekdays() }
        }

        fn facts(&self, now: &str) -> DigestFacts<'_> {
            let known = self.quarantine.iter().take_while(|row| row.id <= self.tally.quarantine).count();
            DigestFacts {
                tally: &self.tally,
                fresh: &self.quarantine[known..],
                quarantined: self.quarantine.len(),
                waiting: &self.waiting,
                health: &self.health,
                invited: &self.invited,
                operator: Some(ContactId::new(1)),
                calendar: &self.calendar,
                now: at(now),
            }
        }

        /// What is said at a time, after which it counts as said.
        fn say(&mut self, now: &str) -> Vec<Notice> {
            let Some(plan) = digest(&self.facts(now)) else { return Vec::new() };
            let Some(Change::OperatorTold { quarantine }) = plan.changes.first() else { unreachable!("it is recorded") };
            self.tally = Tally { told_at: Some(at(now)), quarantine: *quarantine, ..Tally::default() };
            plan.letters.into_iter().flat_map(|letter| letter.note.notices).collect()
        }
    }

    #[test]
    fn what_was_set_aside_is_told_once_at_the_next_opening() {
        let mut day = Day::new();
        assert_eq!(day.say("2026-03-02T10:00:00Z"), []);
        assert_eq!(digest_due(&day.facts("2026-03-02T10:00:00Z")), None, "there is nothing to say");
        day.quarantine.push(aside(1, "2026-03-02T10:30:00Z"));
        assert_eq!(day.say("2026-03-02T16:00:00Z"), [], "it can wait until tomorrow");
        assert_eq!(digest_due(&day.facts("2026-03-02T16:00:00Z")), Some(at("2026-03-03T09:00:00Z")));
        assert_eq!(day.say("2026-03-03T08:59:59Z"), []);
        let reasons = vec![(QuarantineReason::OwnLoop, 1)];
        assert_eq!(day.say("2026-03-03T09:00:00Z"), [Notice::QuarantineWaits { reasons: reasons.clone(), total: 1 }]);
        assert_eq!(day.say("2026-03-03T09:00:01Z"), []);
        day.quarantine.push(aside(2, "2026-03-03T09:30:00Z"));
        assert_eq!(day.say("2026-03-03T12:00:00Z"), [], "one a day");
        assert_eq!(
            day.say("2026-03-04T11:00:00Z"),
            [Notice::QuarantineWaits { reasons, total: 2 }],
            "late, after a night's pause"
        );
        assert_eq!(day.say("2026-03-05T09:00:00Z"), [], "what waits is no news");
        assert_eq!(digest_due(&day.facts("2026-03-05T10:00:00Z")), None);
    }

    #[test]
    fn an_invitation_that_lapsed_is_told_once() {
        let mut day = Day::new();
        day.invited.push(("Erik <erik@example.org>".to_owned(), at("2026-03-03T12:00:00Z")));
        assert_eq!(day.say("2026-03-03T09:00:00Z"), []);
        assert_eq!(digest_due(&day.facts("2026-03-02T13:00:00Z")), Some(at("2026-03-04T09:00:00Z")), "known beforehand");
        assert_eq!(digest_due(&day.facts("2026-03-03T13:00:00Z")), Some(at("2026-03-04T09:00:00Z")));
        let lapsed = Notice::InvitationsLapsed { people: vec!["Erik <erik@example.org>".to_owned()] };
        assert_eq!(day.say("2026-03-04T09:00:00Z"), [lapsed]);
        assert_eq!(day.say("2026-03-05T09:00:00Z"), []);
        assert_eq!(digest_due(&day.facts("2026-03-05T10:00:00Z")), None);
    }

    #[test]
    fn nothing_is_said_while_the_desk_is_closed() {
        let mut day = Day::new();
        day.tally.since = Some(at("2026-03-06T16:00:00Z"));
        day.tally.refused.insert("unknown command".to_owned(), 2);
        day.tally.failed = 1;
        assert_eq!(day.say("2026-03-07T12:00:00Z"), [], "Saturday");
        assert_eq!(digest_due(&day.facts("2026-03-07T12:00:00Z")), Some(at("2026-03-09T09:00:00Z")));
        let said = day.say("2026-03-09T09:00:00Z");
        assert!(matches!(&said[..], [Notice::MailRefused { .. }, Notice::LettersGivenUp { failed: 1, expired: 0 }]), "{said:?}");
    }

    #[test]
    fn a_desk_that_never_closes_tells_at_eight() {
        let mut day = Day::new();
        day.calendar = Calendar::always(jiff::tz::TimeZone::get("Europe/Berlin").expect("a zone"));
        day.quarantine.push(aside(1, "2026-03-02T10:30:00Z"));
        assert_eq!(day.say("2026-03-03T06:59:00Z"), []);
        assert_eq!(day.say("2026-03-03T07:00:00Z").len(), 1, "eight in Berlin");
    }

    #[test]
    fn what_is_stuck_is_told_every_day_and_what_passes_is_not() {
        let mut day = Day::new();
        let support = MailboxName::new("support").expect("name");
        let trouble = Some(MailboxTrouble { since: at("2026-03-02T07:30:00Z"), because: "no route".to_owned() });
        day.health.push(MailboxHealth { mailbox: support, folder: String::new(), last_success: None, trouble });
        day.waiting.push(waiting(LetterKind::Reply, "2026-03-02T07:00:00Z"));
        day.waiting.push(waiting(LetterKind::Reply, "2026-03-02T08:30:00Z"));
        day.waiting.push(waiting(LetterKind::Operator, "2026-03-02T06:00:00Z"));
        for now in ["2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z"] {
            let said = day.say(now);
            let [Notice::LettersLate { count, since, because }, Notice::MailboxUnreadable { .. }] = &said[..] else {
                unreachable!("{said:?}")
            };
            assert_eq!((*since, because.as_str()), (at("2026-03-02T07:00:00Z"), "450 later"));
            assert_eq!(*count, if now.starts_with("2026-03-02") { 1 } else { 2 });
            assert_eq!(day.say(now), [], "one a day");
        }
        day.waiting.retain(|item| item.kind == LetterKind::Operator);
        day.health.clear();
        assert_eq!(day.say("2026-03-04T09:00:00Z"), [], "his own mail alone is nothing to write to him about");
    }
}
