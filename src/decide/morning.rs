//! The mails of the morning: to each member of staff what his own tickets ask for today, to who leads a team what it may need
//! him for. Nothing to say, no mail; and none on days on which he does not work.

use std::collections::BTreeSet;

use crate::base::{ContactId, Span, StaffName, Timestamp};
use crate::domain::{
    Actor, Cause, Change, DeadlineKind, Heading, Letter, LetterKind, LetterNote, Listed, Morning, Notice, PeopleNotice, Plan,
    Round, Ticket,
};
use crate::policy::{Member, Policy};

use super::absence::zone_of;
use super::leave::{WARNING, ends_within};

/// What is told this much later is no morning's mail any more; what is due is told by reminders all the same.
const LATE: Span = Span::from_hours(4);

/// What deciding on somebody's morning needs to know.
#[derive(Debug)]
pub struct MorningFacts<'a> {
    /// Whose morning it is.
    pub contact: ContactId,
    /// The same person.
    pub member: &'a Member,
    /// What he was told last.
    pub round: &'a Round,
    /// The settings.
    pub policy: &'a Policy,
    /// The present.
    pub now: Timestamp,
}

/// How a mail of the morning stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MorningDue {
    /// It is to be decided on now.
    Now,
    /// Not before then.
    At(Timestamp),
    /// Never, as far as can be known.
    Never,
}

impl MorningFacts<'_> {
    /// Is a mail of the morning due, or when is it?
    pub fn due(&self, morning: Morning) -> MorningDue {
        let kind = match morning {
            Morning::Own => LetterKind::Digest,
            Morning::Team => LetterKind::TeamDigest,
        };
        let service = &self.policy.service;
        let is_on = match morning {
            Morning::Own => service.digests.own,
            Morning::Team => service.digests.team,
        };
        // What he has said himself goes before what the files say.
        if !self.member.person.digest.unwrap_or_else(|| is_on && self.member.wants(kind)) {
            return MorningDue::Never;
        }
        let told = match morning {
            Morning::Own => self.round.digest_at,
            Morning::Team => self.round.team_digest_at,
        };
        let (calendar, now) = (self.policy.calendar_of(&self.member.name), self.now);
        let suits = |opening| self.policy.suits(&self.member.name, opening);
        let begun = calendar.last_opening(now).filter(|opening| told.is_none_or(|told| told < *opening)).map(suits);
        match begun {
            Some(at) if at > now => MorningDue::At(at),
            Some(at) if now.since(at) < LATE && self.member.is_present(now) => match suits(now) {
                // A machine that slept may wake in his break.
                later if later > now => MorningDue::At(later),
                _ => MorningDue::Now,
            },
            _ => calendar.next_opening(now).map_or(MorningDue::Never, |opening| MorningDue::At(suits(opening))),
        }
    }

    /// The mail of his own tickets, and the record that he had it.
    pub fn own(&self, tickets: &[Ticket]) -> Plan {
        let list = self.list(tickets, |ticket| {
            let wakes = self.wakes_today(ticket);
            let waits = ticket.awaiting_since.filter(|_| ticket.promises.is_empty());
            wakes.map(|at| (Heading::Waking, at)).or_else(|| waits.map(|since| (Heading::Waiting, since)))
        });
        self.plan(Morning::Own, LetterKind::Digest, list, Vec::new())
    }

    /// The mail of the tickets of the teams that he leads; once a week with what his people have to learn.
    pub fn team(&self, tickets: &[Ticket]) -> Plan {
        let list = self.list(tickets, |ticket| {
            let is_free = ticket.assignee.is_none();
            ticket.awaiting_since.filter(|_| is_free).map(|since| (Heading::Unassigned, since))
        });
        self.plan(Morning::Team, LetterKind::TeamDigest, list, self.training())
    }

    /// What the people of his teams have to learn, and what of theirs ends soon: on the first morning of a week.
    fn training(&self) -> Vec<Notice> {
        let policy = self.policy;
        let week = |at: Timestamp| {
            let time = jiff::Timestamp::from_millisecond(at.as_millis()).ok()?;
            let day = time.to_zoned(zone_of(self.member, policy)).date().iso_week_date();
            Some((day.year(), day.week()))
        };
        if self.round.team_digest_at.is_some_and(|told| week(told) == week(self.now)) {
            return Vec::new();
        }
        let led = policy.teams.values().filter(|team| team.lead.as_ref() == Some(&self.member.name));
        let names: BTreeSet<&StaffName> = led.flat_map(|team| &team.members).collect();
        let people = names.into_iter().filter_map(|name| policy.staff.get(name));
        let mut notices = Vec::new();
        for learner in people.filter(|learner| learner.name != self.member.name) {
            let name = || learner.display.clone();
            let due: Vec<String> = policy.modules_due(learner).into_iter().map(|module| module.name.clone()).collect();
            if learner.step().is_some_and(|step| !step.is_independent()) && !due.is_empty() {
                notices.push(PeopleNotice::LearnerDue { name: name(), modules: due });
            }
            let ends = ends_within(learner, self.now, WARNING).into_iter();
            notices.extend(ends.map(|(certification, until)| PeopleNotice::CertificationEnds {
                name: name(),
                certification,
                until,
            }));
        }
        notices.into_iter().map(Notice::People).collect()
    }

    fn plan(&self, morning: Morning, kind: LetterKind, list: Vec<Listed>, notices: Vec<Notice>) -> Plan {
        let changes = vec![Change::MorningTold { contact: self.contact, morning }];
        let note = LetterNote { list, notices, ..LetterNote::default() };
        let letters = if note.list.is_empty() && note.notices.is_empty() {
            Vec::new()
        } else {
            vec![Letter { kind, to: self.contact, ticket: None, entry: None, note }]
        };
        Plan { actor: Actor::Desk, cause: Cause::Desk, texts: Vec::new(), changes, letters }
    }

    /// Each ticket at most once, under what presses most.
    fn list(&self, tickets: &[Ticket], else_by: impl Fn(&Ticket) -> Option<(Heading, Timestamp)>) -> Vec<Listed> {
        let tomorrow = self.tomorrow();
        let mut list: Vec<Listed> = tickets
            .iter()
            .filter(|ticket| ticket.status.is_unfinished())
            .filter_map(|ticket| {
                let comes_back = ticket.deadlines.get(&DeadlineKind::Snooze).map(|due| due.at);
                if comes_back.is_some_and(|at| at >= tomorrow) {
                    return None;
                }
                let running = ticket.promises.iter().filter(|(_, promise)| promise.paused_at.is_none());
                let pressing = running.min_by_key(|(_, promise)| promise.due).filter(|(_, promise)| promise.due < tomorrow);
                let promised = pressing.map(|(target, promise)| {
                    let heading = if promise.due <= self.now { Heading::Overdue } else { Heading::DueToday };
                    Listed { ticket: ticket.id, heading, at: Some(promise.due), target: Some(*target) }
                });
                promised.or_else(|| {
                    let (heading, at) = else_by(ticket)?;
                    Some(Listed { ticket: ticket.id, heading, at: Some(at), target: None })
                })
            })
            .collect();
        list.sort_by_key(|listed| (listed.heading, listed.at, listed.ticket));
        list
    }

    /// What comes back or is to be remembered before the next working day.
    fn wakes_today(&self, ticket: &Ticket) -> Option<Timestamp> {
        let kinds = [DeadlineKind::Snooze, DeadlineKind::FollowUp(self.contact)];
        let dues = kinds.iter().filter_map(|kind| ticket.deadlines.get(kind));
        dues.map(|due| due.at).filter(|at| *at < self.tomorrow()).min()
    }

    /// When he begins to work the next time.
    fn tomorrow(&self) -> Timestamp {
        let calendar = self.policy.calendar_of(&self.member.name);
        calendar.next_opening(self.now).unwrap_or_else(|| self.now.plus(Span::from_days(1)))
    }
}
