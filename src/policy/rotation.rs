//! Who is on duty, and whose customer somebody is: what comes before a team's turns when a ticket is given to somebody.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::base::{ContactId, StaffName, Timestamp};
use crate::domain::Ticket;

use super::assign::may_take;
use super::{Policy, Roster};

/// Who of a team is on duty when. His are its new tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The clocks that count.
    pub zone: TimeZone,
    /// How duty goes round.
    pub duty: Duty,
}

/// How duty goes round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Duty {
    /// One after the other, each for so many days.
    Turns {
        /// In this order; never empty.
        people: Vec<StaffName>,
        /// When the first of them began for the first time.
        from: DateTime,
        /// For how many days each is on duty.
        days: u32,
    },
    /// As a calendar says: who, from which day on, until before which day.
    Listed(Vec<(StaffName, Date, Date)>),
}

impl Rotation {
    /// Who is on duty; where that is not one person, the first to ask comes first, then who stands in for him.
    pub fn on_duty(&self, at: Timestamp) -> Vec<&StaffName> {
        let Ok(at) = jiff::Timestamp::from_millisecond(at.as_millis()) else { return Vec::new() };
        let here = self.zone.to_datetime(at);
        match &self.duty {
            Duty::Turns { people, from, days } => {
                // Days of the calendar: a week of duty is a week also where the clocks change in it.
                let passed = from.duration_until(here).as_secs().div_euclid(86_400);
                let turn = passed.div_euclid(i64::from(*days).max(1));
                let count = i64::try_from(people.len()).unwrap_or(i64::MAX).max(1);
                let first = usize::try_from(turn.rem_euclid(count)).unwrap_or(0);
                people.iter().cycle().skip(first).take(people.len()).collect()
            }
            Duty::Listed(list) => {
                let today = here.date();
                list.iter().filter(|(_, from, until)| *from <= today && today < *until).map(|(name, _, _)| name).collect()
            }
        }
    }
}

/// The requester's last agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastAgent {
    /// Who.
    pub contact: ContactId,
    /// When their last ticket last moved.
    pub at: Timestamp,
}

/// Who gets a new ticket before his team's turns are asked: the requester's last agent where the team keeps to that, else who
/// is on duty. Only who may take it, belongs to the team and has room.
pub fn before_turns(
    ticket: &Ticket,
    (policy, roster): (&Policy, &Roster),
    last: Option<LastAgent>,
    load: &BTreeMap<ContactId, u32>,
    now: Timestamp,
) -> Option<ContactId> {
    let team = policy.teams.get(ticket.team.as_ref()?)?;
    let can = |name: &StaffName| {
        let member = policy.staff.get(name)?;
        let contact = roster.contact(name)?;
        may_take(member, ticket, policy, now).then_some((contact, member.capacity))
    };
    let sticky = policy.schedules.sticky.get(&team.name).and_then(|within| {
        let last = last.filter(|last| now.since(last.at) <= *within)?;
        let name = roster.name(last.contact).filter(|name| team.members.contains(name))?;
        let (contact, capacity) = can(name)?;
        (load.get(&contact).copied().unwrap_or(0) < capacity).then_some(contact)
    });
    let on_duty = || {
        let rotation = policy.schedules.rotations.get(&team.name)?;
        rotation.on_duty(now).into_iter().find_map(|name| can(name).map(|(contact, _)| contact))
    };
    sticky.or_else(on_duty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{CategoryName, Span, TeamName};
    use crate::policy::Category;
    use crate::policy::sample::{at, away, contact, desk, ticket};

    fn name(text: &str) -> StaffName {
        StaffName::new(text).expect("name")
    }

    fn weekly() -> Rotation {
        let duty = Duty::Turns {
            people: vec![name("ann"), name("bob"), name("eve")],
            from: "2026-03-02T09:00".parse().expect("a time"),
            days: 7,
        };
        Rotation { zone: TimeZone::get("Europe/Berlin").expect("zone"), duty }
    }

    #[test]
    fn duty_goes_round_by_the_week_on_the_clock() {
        for (when, who) in [
            ("2026-03-02T07:59Z", "eve"),
            ("2026-03-02T08:00Z", "ann"),
            ("2026-03-09T08:00Z", "bob"),
            ("2026-03-23T08:00Z", "ann"),
            // Summer time has begun: nine o'clock is seven in UTC.
            ("2026-03-30T06:59Z", "ann"),
            ("2026-03-30T07:00Z", "bob"),
            ("2026-02-16T08:00Z", "bob"),
        ] {
            assert_eq!(weekly().on_duty(at(when)).first(), Some(&&name(who)), "{when}");
        }
        let day = |text: &str| text.parse::<Date>().expect("date");
        let listed = Duty::Listed(vec![(name("bob"), day("2026-03-02"), day("2026-03-09"))]);
        let listed = Rotation { duty: listed, ..weekly() };
        assert_eq!(listed.on_duty(at("2026-03-08T22:59Z")), [&name("bob")]);
        assert!(listed.on_duty(at("2026-03-08T23:00Z")).is_empty());
    }

    #[test]
    fn the_last_agent_comes_first_then_who_is_on_duty_and_at_work() {
        let (mut policy, roster) = desk();
        let now = at("2026-01-14T10:00Z");
        let front = TeamName::new("front").expect("name");
        let ticket = ticket(&roster, Some("front"), None);
        let load = BTreeMap::from([(contact(&roster, "eve"), 10)]);
        let chosen = |policy: &Policy, last: Option<(&str, &str)>| {
            let last = last.map(|(who, when)| LastAgent { contact: contact(&roster, who), at: at(when) });
            let found = before_turns(&ticket, (policy, &roster), last, &load, now)?;
            roster.name(found).map(ToString::to_string)
        };
        assert_eq!(chosen(&policy, Some(("bob", "2026-01-13T10:00Z"))), None, "the team has neither");
        policy.schedules.sticky.insert(front.clone(), Span::from_days(30));
        assert_eq!(chosen(&policy, Some(("bob", "2026-01-13T10:00Z"))).as_deref(), Some("bob"));
        assert_eq!(chosen(&policy, Some(("bob", "2025-12-01T10:00Z"))), None, "too long ago");
        assert_eq!(chosen(&policy, Some(("kim", "2026-01-13T10:00Z"))), None, "of another team");
        assert_eq!(chosen(&policy, Some(("eve", "2026-01-13T10:00Z"))), None, "her hands are full");
        assert_eq!(chosen(&policy, Some(("lea", "2026-01-13T10:00Z"))), None, "she may not answer");
        // Seven weeks before the second of March it was eve's turn, then ann's.
        policy.schedules.rotations.insert(front, weekly());
        let on_duty = weekly().on_duty(now).first().map(ToString::to_string).expect("somebody");
        assert_eq!(chosen(&policy, None), Some(on_duty.clone()));
        away(&mut policy, &on_duty);
        assert_ne!(chosen(&policy, None), Some(on_duty));
        assert!(chosen(&policy, None).is_some());
    }

    #[test]
    fn duty_replaces_no_certification() {
        let (mut policy, roster) = desk();
        policy.schedules.rotations.insert(TeamName::new("front").expect("name"), weekly());
        let money = CategoryName::new("money").expect("name");
        let certification = Some("invoices".to_owned());
        policy.categories.insert(money.clone(), Category { certification, ..Category::default() });
        let mut ticket = ticket(&roster, Some("front"), None);
        let now = at("2026-03-02T10:00Z");
        let chosen = |policy: &Policy, ticket: &Ticket| {
            let found = before_turns(ticket, (policy, &roster), None, &BTreeMap::new(), now)?;
            roster.name(found).map(ToString::to_string)
        };
        assert_eq!(chosen(&policy, &ticket).as_deref(), Some("ann"), "it is her week");
        ticket.category = Some(money);
        assert_eq!(chosen(&policy, &ticket), None, "nobody is certified");
        let bob = policy.staff.values_mut().find(|member| member.name.as_str() == "bob").expect("member");
        bob.certifications.insert("invoices".to_owned(), None);
        assert_eq!(chosen(&policy, &ticket).as_deref(), Some("bob"), "he stands in for her");
    }
}
