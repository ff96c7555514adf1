//! What is promised for a ticket, how its time is counted, and when it is due.
//!
//! The terms of a ticket follow from its team, category, priority, tags and its requester's domain and organisation as they are now; so they
//! change with them, and the sum is done anew from the ticket's history. Only working time in which nothing stands still is
//! counted: the sum names every stretch of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{CategoryName, Span, TeamName, Timestamp};
use crate::domain::{Contact, ContactDetail, Priority, Status, Target, Ticket};

use super::{Calendar, Ladder, Policy};

/// A promise to some.
#[derive(Clone, Debug)]
pub struct Sla {
    /// Its name.
    pub name: String,
    /// Whose tickets it is for.
    pub when: SlaMatch,
    /// Working time by target and priority. An empty list promises nothing; a target that is missing is promised as usual.
    pub targets: BTreeMap<Target, BTreeMap<Priority, Span>>,
    /// The hours it counts; none: those of the ticket's team.
    pub calendar: Option<Arc<Calendar>>,
    /// Statuses in which its clocks stand still: pending, on hold, both or none of them.
    pub pauses: BTreeSet<Status>,
    /// What happens when it is in danger; none: the usual.
    pub ladder: Option<Ladder>,
}

/// What a requester belongs to, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affiliation {
    /// The domain of his address, lower case.
    pub domain: Option<String>,
    /// The organisation that is written down of him, lower case.
    pub organisation: Option<String>,
}

impl From<&Contact> for Affiliation {
    fn from(contact: &Contact) -> Self {
        let organisation = contact.detail(&ContactDetail::Organisation).map(|name| name.text().to_lowercase());
        Self { domain: contact.address().map(|address| address.domain().to_ascii_lowercase()), organisation }
    }
}

/// Which tickets a promise is for: all that is named must fit, and nothing named fits all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlaMatch {
    /// The team is one of these.
    pub teams: BTreeSet<TeamName>,
    /// The category is one of these.
    pub categories: BTreeSet<CategoryName>,
    /// The priority is one of these.
    pub priorities: BTreeSet<Priority>,
    /// The requester's address is of one of these domains or of one below it, lower case.
    pub domains: BTreeSet<String>,
    /// The requester belongs to one of these organisations, lower case.
    pub organisations: BTreeSet<String>,
    /// It has one of these tags.
    pub tags: BTreeSet<String>,
}

impl SlaMatch {
    /// Does it fit a ticket whose requester belongs there?
    pub fn fits(&self, ticket: &Ticket, requester: &Affiliation) -> bool {
        fn one_of<T: Ord>(allowed: &BTreeSet<T>, value: Option<&T>) -> bool {
            allowed.is_empty() || value.is_some_and(|value| allowed.contains(value))
        }
        let is_of = |allowed: &String| {
            let domain = requester.domain.as_deref().unwrap_or_default();
            domain.strip_suffix(allowed.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        one_of(&self.teams, ticket.team.as_ref())
            && one_of(&self.categories, ticket.category.as_ref())
            && one_of(&self.priorities, Some(&ticket.priority))
            && (self.domains.is_empty() || self.domains.iter().any(is_of))
            && one_of(&self.organisations, requester.organisation.as_ref())
            && (self.tags.is_empty() || self.tags.iter().any(|tag| ticket.tags.contains(tag)))
    }
}

/// What is promised for one ticket.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    policy: &'a Policy,
    sla: Option<&'a Sla>,
    /// The hours that count.
    pub calendar: &'a Calendar,
}

/// The terms of a ticket: those of the first promise that fits, or the usual ones.
pub fn terms<'a>(policy: &'a Policy, ticket: &Ticket, requester: &Affiliation) -> Terms<'a> {
    let sla = policy.service.slas.iter().find(|sla| sla.when.fits(ticket, requester));
    let own = sla.and_then(|sla| sla.calendar.as_ref());
    Terms { policy, sla, calendar: own.unwrap_or_else(|| policy.calendar_of_team(ticket.team.as_ref())) }
}

impl<'a> Terms<'a> {
    /// Which promise it is; empty for the usual one.
    pub fn name(&self) -> &'a str {
        self.sla.map_or("", |sla| sla.name.as_str())
    }

    /// What happens when it is in danger.
    pub fn ladder(&self) -> &'a Ladder {
        self.sla.and_then(|sla| sla.ladder.as_ref()).unwrap_or(&self.policy.service.ladder)
    }

    /// How much working time is promised; `None` where nothing is. A priority without a promise has that of `normal`, or
    /// else the longest there is.
    pub fn length(&self, target: Target, priority: Priority) -> Option<Span> {
        let service = &self.policy.service;
        let usual = || match target {
            Target::FirstResponse => Some(&service.first_response),
            Target::NextResponse => Some(&service.next_response),
            Target::Update | Target::Resolution => None,
        };
        let spans = self.sla.and_then(|sla| sla.targets.get(&target)).or_else(usual)?;
        spans.get(&priority).or_else(|| spans.get(&Priority::Normal)).or_else(|| spans.values().max()).copied()
    }

    /// Does its clock run while the ticket is in this status?
    pub fn runs(&self, target: Target, status: Status) -> bool {
        let stands_still = match self.sla {
            Some(sla) => sla.pauses.contains(&status),
            None => matches!(status, Status::Pending | Status::OnHold),
        };
        match target {
            // Whoever waits for a third party wants to hear of it all the more.
            Target::Update => status.is_unfinished() && status != Status::Pending,
            Target::FirstResponse | Target::NextResponse | Target::Resolution => status.is_unfinished() && !stands_still,
        }
    }
}

/// A stretch of a ticket's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its begin.
    pub from: Timestamp,
    /// Its end, or the present.
    pub until: Timestamp,
    /// The status that the ticket had.
    pub status: Status,
    /// Whether the clock ran.
    pub runs: bool,
    /// The working time that counts.
    pub working: Span,
}

/// How a promise stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// When its clock began.
    pub since: Timestamp,
    /// The working time that was promised.
    pub promised: Span,
    /// Every stretch since then.
    pub segments: Vec<Segment>,
    /// The working time that has been used.
    pub used: Span,
    /// When it is due; `None` while its clock stands still and time is left.
    pub due: Option<Timestamp>,
}

impl Sum {
    /// The working time that is left.
    pub fn left(&self) -> Span {
        self.promised.minus(self.used)
    }
}

/// When the clock of a target began for a ticket as it is; `None` where it is not counted now.
fn since(ticket: &Ticket, target: Target) -> Option<Timestamp> {
    let is_first = ticket.first_reply_at.is_none();
    match target {
        Target::FirstResponse => ticket.awaiting_since.filter(|_| is_first),
        Target::NextResponse => ticket.awaiting_since.filter(|_| !is_first),
        Target::Update => ticket.last_reply_at.or(ticket.awaiting_since).filter(|_| ticket.status.is_unfinished()),
        Target::Resolution => Some(ticket.opened_at).filter(|_| ticket.status.is_unfinished()),
    }
}

/// Counts a promise from the ticket's history; `None` where nothing is promised, or is not any more.
pub fn sum(terms: &Terms<'_>, ticket: &Ticket, target: Target, now: Timestamp) -> Option<Sum> {
    let since = since(ticket, target)?;
    let promised = terms.length(target, ticket.priority)?;
    let mut sum = Sum { since, promised, segments: Vec::new(), used: Span::ZERO, due: None };
    let first = (ticket.opened_at, Status::New);
    let begins = std::iter::once(first).chain(ticket.turns.iter().map(|turn| (turn.at, turn.to)));
    let ends = ticket.turns.iter().map(|turn| turn.at).chain([now]);
    for (place, ((begin, status), end)) in begins.zip(ends).enumerate() {
        let (from, until) = (begin.max(since), end);
        let is_last = place == ticket.turns.len();
        if until < from || (until == from && !is_last) {
            continue;
        }
        let runs = terms.runs(target, status);
        let working = if runs { terms.calendar.between(from, until) } else { Span::ZERO };
        let left = sum.left();
        // The present belongs to what is to come: a promise is due at the end of the time that was promised, not before.
        if runs && sum.due.is_none() && (is_last || working >= left) {
            sum.due = Some(terms.calendar.add(from, left));
        }
        sum.used = sum.used.plus(working);
        sum.segments.push(Segment { from, until, status, runs, working });
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Turned;
    use crate::policy::sample::{at, desk, ticket};

    fn hours(hours: u64) -> BTreeMap<Priority, Span> {
        BTreeMap::from([(Priority::Normal, Span::from_hours(hours))])
    }

    fn from(domain: &str) -> Affiliation {
        Affiliation { domain: (!domain.is_empty()).then(|| domain.to_owned()), organisation: None }
    }

    fn gold() -> Sla {
        Sla {
            name: "gold".to_owned(),
            when: SlaMatch { domains: ["gold.example".to_owned()].into(), ..SlaMatch::default() },
            targets: BTreeMap::from([(Target::FirstResponse, hours(2)), (Target::Resolution, hours(10))]),
            calendar: None,
            pauses: BTreeSet::from([Status::Pending]),
            ladder: None,
        }
    }

    #[test]
    fn the_first_that_fits_counts_and_names_what_differs() {
        let (mut policy, roster) = desk();
        policy.service.first_response = hours(4);
        policy.service.next_response = hours(8);
        policy.service.slas.push(gold());
        let ticket = ticket(&roster, Some("front"), None);
        let of = |domain, target| terms(&policy, &ticket, &from(domain)).length(target, Priority::Normal);
        for domain in ["gold.example", "shop.gold.example"] {
            assert_eq!(of(domain, Target::FirstResponse), Some(Span::from_hours(2)), "{domain}");
            assert_eq!(terms(&policy, &ticket, &from(domain)).name(), "gold");
        }
        assert_eq!(of("gold.example", Target::NextResponse), Some(Span::from_hours(8)), "as usual");
        for domain in ["", "marigold.example", "example"] {
            assert_eq!(of(domain, Target::FirstResponse), Some(Span::from_hours(4)), "{domain:?}");
            assert_eq!(of(domain, Target::Resolution), None);
        }
        let of_others = SlaMatch { teams: [crate::base::TeamName::new("back").expect("name")].into(), ..SlaMatch::default() };
        let nobody = Affiliation::default();
        assert!(!of_others.fits(&ticket, &nobody));
        assert!(SlaMatch { priorities: [Priority::Normal].into(), ..SlaMatch::default() }.fits(&ticket, &nobody));
        assert!(!SlaMatch { tags: ["vip".to_owned()].into(), ..SlaMatch::default() }.fits(&ticket, &nobody));
    }

    #[test]
    fn an_organisation_that_is_written_down_counts_whatever_the_address() {
        let (_, roster) = desk();
        let ticket = ticket(&roster, Some("front"), None);
        let when = SlaMatch { organisations: ["acme ltd".to_owned()].into(), ..SlaMatch::default() };
        let of = |organisation: &str| Affiliation { organisation: Some(organisation.to_owned()), ..from("home.example") };
        assert!(when.fits(&ticket, &of("acme ltd")));
        assert!(!when.fits(&ticket, &of("acme")));
        assert!(!when.fits(&ticket, &from("acme.example")));
    }

    /// Opened on Wednesday at nine; pending from eleven to three; on hold, which does not stop this clock, from Thursday noon.
    #[test]
    fn only_working_time_in_which_the_clock_runs_is_used() {
        let (mut policy, roster) = desk();
        policy.service.slas.push(gold());
        let mut ticket = ticket(&roster, Some("front"), None);
        let turn = |when: &str, to| Turned { at: at(when), to };
        ticket.turns = vec![
            turn("2026-01-14T11:00Z", Status::Pending),
            turn("2026-01-14T15:00Z", Status::Open),
            turn("2026-01-15T12:00Z", Status::OnHold),
        ];
        ticket.status = Status::OnHold;
        let counted = |now: &str, ticket: &Ticket| {
            let terms = terms(&policy, ticket, &from("gold.example"));
            sum(&terms, ticket, Target::Resolution, at(now)).expect("promised")
        };
        // Two hours, two hours, three hours; the tenth ends at three o'clock.
        let found = counted("2026-01-15T13:00Z", &ticket);
        let working: Vec<u64> = found.segments.iter().map(|segment| segment.working.as_minutes() / 60).collect();
        assert_eq!((working.as_slice(), found.left()), (&[2, 0, 5, 1][..], Span::from_hours(2)));
        assert_eq!(found.due, Some(at("2026-01-15T15:00Z")));
        assert_eq!(counted("2026-01-20T13:00Z", &ticket).due, found.due, "what was due stays due");
        // While it is the customer's turn there is no such time, but for what had passed before.
        ticket.turns.push(turn("2026-01-15T14:00Z", Status::Pending));
        ticket.status = Status::Pending;
        let paused = counted("2026-01-19T09:00Z", &ticket);
        assert_eq!((paused.due, paused.left()), (None, Span::from_hours(1)));
        ticket.turns.push(turn("2026-01-19T16:30Z", Status::Open));
        ticket.status = Status::Open;
        assert_eq!(counted("2026-01-19T16:30Z", &ticket).due, Some(at("2026-01-20T09:30Z")));
        ticket.status = Status::Resolved;
        let terms = terms(&policy, &ticket, &from("gold.example"));
        assert_eq!(sum(&terms, &ticket, Target::Resolution, at("2026-01-20T13:00Z")), None, "it is finished");
        assert_eq!(sum(&terms, &ticket, Target::FirstResponse, at("2026-01-20T13:00Z")), None, "nobody waits");
    }
}
