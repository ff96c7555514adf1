//! When answers are due, and who is told when they are late.
//!
//! Whoever is told is at work: instead of who is away whoever stands in for him, else others of the same rank, then those above.
//! Where the tree of roles ends, the operator is told, so that an escalation is never told to nobody.

use std::collections::BTreeSet;

use crate::base::{ContactId, StaffName, Timestamp};
use crate::domain::Ticket;

use super::{Escalate, Ladder, LadderStep, Member, Permission, Policy, Roster, Team};

/// Who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// These; never empty.
    People(Vec<ContactId>),
    /// The operator, for want of anybody else.
    Operator,
}

/// Who is told by this step of the ladder.
///
/// * assignee: he, where he is at work, or who stands in for him; else the team's members who are at work;
/// * team: the team's members who are at work, else its lead;
/// * lead: the team's lead where he is at work, or who stands in for him; else the manager;
/// * manager: of the assignee, or else of the lead: the holders of the parent role who share a team with him, else all its
///   holders, else the operator;
/// * upper manager: the same from the manager's role.
pub fn told(step: Escalate, ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> Told {
    let scene = Scene { ticket, policy, roster, now };
    match step {
        Escalate::Assignee => scene.assignee(),
        Escalate::Team => scene.whole_team(),
        Escalate::Lead => scene.lead(),
        Escalate::Manager => scene.above(1),
        Escalate::UpperManager => scene.above(2),
    }
}

/// Who is told so many roles up, from the assignee or else from the lead.
pub fn told_above(ranks: usize, ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> Told {
    Scene { ticket, policy, roster, now }.above(ranks)
}

/// One look at a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It is in danger.
    Warning(LadderStep),
    /// It is due, and nobody is told at once.
    Due,
    /// It was not kept.
    Step(LadderStep),
}

impl Look {
    /// Who is told.
    pub const fn tell(self) -> Option<Escalate> {
        match self {
            Self::Warning(step) | Self::Step(step) => Some(step.tell),
            Self::Due => None,
        }
    }
}

impl Ladder {
    /// The moments at which a promise is looked at: warnings, the time when it is due, and the steps after that.
    pub fn moments(&self) -> Vec<Look> {
        let is_told_at_once = self.steps.first().is_some_and(|step| step.after.is_zero());
        let due = (!is_told_at_once).then_some(Look::Due);
        let warnings = self.warnings.iter().copied().map(Look::Warning);
        warnings.chain(due).chain(self.steps.iter().copied().map(Look::Step)).collect()
    }
}

/// When a promise that is `due` is looked at next, from moment `from` on: which one, and when. `looked` is when it was looked
/// at last; warnings whose time has passed by then are left out. Delays are counted in the hours of whoever is to be told.
pub fn next_look(
    scene: (&Ticket, &Policy, &Roster),
    ladder: &Ladder,
    (due, looked): (Timestamp, Timestamp),
    from: usize,
) -> Option<(usize, Timestamp)> {
    let (ticket, policy, roster) = scene;
    let moments = ladder.moments();
    let first_step = moments.iter().position(|moment| matches!(moment, Look::Step(_)));
    moments.iter().enumerate().skip(from).find_map(|(place, moment)| {
        let calendar = || match moment.tell().map(|tell| told(tell, ticket, policy, roster, looked)) {
            Some(Told::People(people)) => {
                people.first().and_then(|one| roster.name(*one)).map_or(&policy.calendar, |name| policy.calendar_of(name))
            }
            Some(Told::Operator) | None => &policy.calendar,
        };
        match moment {
            Look::Warning(step) => {
                let at = calendar().subtract(due, step.after);
                (at > looked).then_some((place, at))
            }
            Look::Due => Some((place, due)),
            // What is due at once is due at that very moment, whoever is asleep then: he is told when it suits him.
            Look::Step(step) if step.after.is_zero() => Some((place, due.max(looked))),
            Look::Step(step) => {
                let begin = if first_step == Some(place) { due } else { looked };
                Some((place, calendar().add(begin, step.after)))
            }
        }
    })
}

/// Everything the choice rests on.
struct Scene<'a> {
    ticket: &'a Ticket,
    policy: &'a Policy,
    roster: &'a Roster,
    now: Timestamp,
}

impl Scene<'_> {
    fn assignee(&self) -> Told {
        if let Some(assignee) = self.assigned().and_then(|member| self.policy.acting(member, self.now)) {
            return self.people([assignee]).unwrap_or(Told::Operator);
        }
        self.whole_team()
    }

    fn whole_team(&self) -> Told {
        let members = self.team().into_iter().flat_map(|team| &team.members).filter_map(|name| self.policy.staff.get(name));
        self.people(members.filter(|member| member.profile.may(Permission::Reply))).unwrap_or_else(|| self.lead())
    }

    fn lead(&self) -> Told {
        let acting = self.leading().and_then(|lead| self.policy.acting(lead, self.now));
        self.people(acting).unwrap_or_else(|| self.above(1))
    }

    /// Goes so many roles up, and further where nobody of that rank is at work.
    fn above(&self, levels: usize) -> Told {
        let holds_role = |member: &&Member| member.role.is_some();
        let Some(below) = self.assigned().filter(holds_role).or_else(|| self.leading().filter(holds_role)) else {
            return Told::Operator;
        };
        let mut role = below.role.as_deref();
        let mut below: Vec<&Member> = vec![below];
        // A tree is not deeper than it has roles; a circle ends here too.
        for level in 1..=self.policy.roles.len() {
            role = role.and_then(|role| self.policy.roles.get(role)).and_then(|role| role.reports_to.as_deref());
            let Some(role) = role else { return Told::Operator };
            let is_holder =
                |member: &&Member| member.role.as_deref() == Some(role) && !below.iter().any(|person| person.name == member.name);
            let holders: Vec<&Member> = self.policy.staff.values().filter(is_holder).collect();
            let near: Vec<&Member> = holders.iter().copied().filter(|holder| self.share_a_team(holder, &below)).collect();
            if level >= levels
                && let Some(told) = self
                    .people(near.iter().copied())
                    .or_else(|| self.acting(&near))
                    .or_else(|| self.people(holders.iter().copied()))
                    .or_else(|| self.acting(&holders))
            {
                return told;
            }
            if let Some(next) = [near, holders].into_iter().find(|people| !people.is_empty()) {
                below = next;
            }
        }
        Told::Operator
    }

    /// Those who stand in for them.
    fn acting(&self, members: &[&Member]) -> Option<Told> {
        self.people(members.iter().filter_map(|member| self.policy.stand_in(member, self.now)))
    }

    fn assigned(&self) -> Option<&Member> {
        self.policy.member(self.roster, self.ticket.assignee?)
    }

    fn team(&self) -> Option<&Team> {
        self.policy.teams.get(self.ticket.team.as_ref()?)
    }

    fn leading(&self) -> Option<&Member> {
        self.policy.staff.get(self.team()?.lead.as_ref()?)
    }

    /// Those of them who are at work and whose contact is known, each once; `None` where there are none.
    fn people<'m>(&self, members: impl IntoIterator<Item = &'m Member>) -> Option<Told> {
        let mut told: BTreeSet<ContactId> = BTreeSet::new();
        let present = members.into_iter().filter(|member| member.is_present(self.now));
        let people: Vec<ContactId> =
            present.filter_map(|member| self.roster.contact(&member.name)).filter(|contact| told.insert(*contact)).collect();
        (!people.is_empty()).then_some(Told::People(people))
    }

    /// Does the member share a team with any of these people? Who leads a team belongs to it.
    fn share_a_team(&self, member: &Member, people: &[&Member]) -> bool {
        let belongs = |team: &Team, name: &StaffName| team.members.contains(name) || team.lead.as_ref() == Some(name);
        let mut teams = self.policy.teams.values().filter(|team| belongs(team, &member.name));
        teams.any(|team| people.iter().any(|person| belongs(team, &person.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::policy::Calendar;
    use crate::policy::sample::{at, away, contact, desk, ticket};

    /// Roles: agent → lead → manager → director. `front` (ann, bob, eve, lea) is led by max, `back` (kim) by moe; max and moe
    /// hold `lead`; mia, who belongs to `back`, and mo hold `manager`; dan holds `director`.
    fn names(step: Escalate, team: Option<&str>, assignee: Option<&str>, change: impl FnOnce(&mut Policy)) -> String {
        let (mut policy, roster) = desk();
        change(&mut policy);
        let ticket = ticket(&roster, team, assignee);
        match told(step, &ticket, &policy, &roster, at("2026-01-14T10:00Z")) {
            Told::Operator => "operator".to_owned(),
            Told::People(people) => {
                let names: Vec<&str> = people.iter().map(|one| roster.name(*one).expect("name").as_str()).collect();
                assert!(!names.is_empty());
                names.join(" ")
            }
        }
    }

    #[test]
    fn each_step_has_its_people() {
        use Escalate::{Assignee, Lead, Manager, UpperManager};
        // Step, team, assignee, who is away, who is told.
        for (step, team, assignee, absent, expected) in [
            (Assignee, Some("front"), Some("bob"), &[][..], "bob"),
            (Assignee, Some("front"), Some("bob"), &["bob"], "ann eve"),
            (Assignee, Some("front"), None, &[], "ann bob eve"),
            (Assignee, Some("front"), None, &["ann", "bob", "eve"], "max"),
            (Assignee, None, None, &[], "operator"),
            (Assignee, None, Some("kim"), &[], "kim"),
            (Lead, Some("front"), Some("bob"), &[], "max"),
            // The lead is away: bob's manager is a holder of `lead` too; moe is the other one.
            (Lead, Some("front"), Some("bob"), &["max"], "moe"),
            (Lead, None, Some("bob"), &[], "max"),
            (Lead, None, None, &[], "operator"),
            (Manager, Some("front"), Some("bob"), &[], "max"),
            (Manager, Some("back"), Some("kim"), &[], "moe"),
            // Without an assignee the lead's manager; mia shares the team `back` with moe, nobody shares `front` with max.
            (Manager, Some("back"), None, &[], "mia"),
            (Manager, Some("front"), None, &[], "mia mo"),
            (Manager, Some("back"), None, &["mia"], "mo"),
            (Manager, Some("front"), None, &["mia"], "mo"),
            (Manager, Some("front"), None, &["mia", "mo"], "dan"),
            (Manager, Some("front"), None, &["mia", "mo", "dan"], "operator"),
            (Manager, Some("front"), Some("bob"), &["max", "moe"], "mia mo"),
            (UpperManager, Some("back"), Some("kim"), &[], "mia"),
            (UpperManager, Some("front"), Some("bob"), &[], "mia mo"),
            (UpperManager, Some("back"), None, &[], "dan"),
            (UpperManager, Some("back"), Some("mia"), &[], "operator"),
            (Manager, Some("back"), Some("dan"), &[], "operator"),
        ] {
            let found = names(step, team, assignee, |policy| absent.iter().for_each(|name| away(policy, name)));
            assert_eq!(found, expected, "{step:?} {team:?} {assignee:?} without {absent:?}");
        }
    }

    #[test]
    fn who_stands_in_is_told_instead_before_anybody_else_is() {
        use Escalate::{Assignee, Lead, Manager};
        for (step, team, assignee, (absent, substitute), also_away, expected) in [
            (Assignee, "front", Some("bob"), ("bob", "kim"), &[][..], "kim"),
            (Assignee, "front", Some("bob"), ("bob", "kim"), &["kim"], "ann eve"),
            (Lead, "front", Some("bob"), ("max", "kim"), &[], "kim"),
            (Manager, "back", None, ("mia", "kim"), &[], "kim"),
            // Whoever shares no team with the lead is asked before who stands in for such a one.
            (Manager, "front", None, ("mia", "kim"), &[], "mo"),
            (Manager, "front", None, ("mia", "kim"), &["mo"], "kim"),
        ] {
            let found = names(step, Some(team), assignee, |policy| {
                also_away.iter().chain([&absent]).for_each(|name| away(policy, name));
                let member = policy.staff.get_mut(&StaffName::new(absent).expect("name")).expect("member");
                member.substitute = Some(StaffName::new(substitute).expect("name"));
            });
            assert_eq!(found, expected, "{step:?} {team} {assignee:?} without {absent} and {also_away:?}");
        }
    }

    #[test]
    fn an_assignee_without_a_role_has_the_leads_manager() {
        let no_role = |policy: &mut Policy| {
            policy.staff.values_mut().filter(|member| member.name.as_str() == "kim").for_each(|member| member.role = None);
        };
        assert_eq!(names(Escalate::Manager, Some("back"), Some("kim"), no_role), "mia");
    }

    #[test]
    fn a_role_nobody_holds_is_passed_over() {
        let nobody_leads = |policy: &mut Policy| {
            let leads = policy.staff.values_mut().filter(|member| member.role.as_deref() == Some("lead"));
            leads.for_each(|member| member.role = None);
        };
        assert_eq!(names(Escalate::Manager, Some("back"), Some("kim"), nobody_leads), "mia");
        assert_eq!(names(Escalate::UpperManager, Some("back"), Some("kim"), nobody_leads), "mia");
    }

    #[test]
    fn a_circle_of_roles_ends_with_the_operator() {
        let circle = |policy: &mut Policy| {
            policy.roles.get_mut("lead").expect("role").reports_to = Some("agent".to_owned());
            ["max", "moe", "bob", "ann", "eve", "lea", "kim"].iter().for_each(|name| away(policy, name));
        };
        assert_eq!(names(Escalate::Manager, Some("front"), Some("bob"), circle), "operator");
    }

    #[test]
    fn who_left_the_roster_is_not_told() {
        let (policy, roster) = desk();
        let mut smaller = Roster::default();
        for name in ["ann", "eve"] {
            smaller.insert(StaffName::new(name).expect("name"), contact(&roster, name));
        }
        let ticket = ticket(&roster, Some("front"), Some("bob"));
        let people = told(Escalate::Assignee, &ticket, &policy, &smaller, at("2026-01-14T10:00Z"));
        assert_eq!(people, Told::People(vec![contact(&roster, "ann"), contact(&roster, "eve")]));
        assert_eq!(told(Escalate::Lead, &ticket, &policy, &smaller, at("2026-01-14T10:00Z")), Told::Operator);
    }

    #[test]
    fn a_promise_is_looked_at_before_it_is_due_then_and_after() {
        let (mut policy, roster) = desk();
        let step = |minutes, tell| LadderStep { after: Span::from_minutes(minutes), tell };
        let ticket = ticket(&roster, Some("front"), Some("bob"));
        let look = |policy: &Policy, ladder: &Ladder, due: &str, looked: &str, from| {
            next_look((&ticket, policy, &roster), ladder, (at(due), at(looked)), from)
        };
        let ladder = Ladder {
            warnings: vec![step(60, Escalate::Assignee), step(30, Escalate::Assignee)],
            steps: vec![step(0, Escalate::Assignee), step(120, Escalate::Lead)],
        };
        let (due, wednesday) = ("2026-01-15T09:20Z", "2026-01-14T09:00Z");
        // Half an hour before 9:20 is ten to five on the day before.
        assert_eq!(look(&policy, &ladder, due, wednesday, 0), Some((0, at("2026-01-14T16:20Z"))));
        assert_eq!(look(&policy, &ladder, due, "2026-01-14T16:20Z", 1), Some((1, at("2026-01-14T16:50Z"))));
        assert_eq!(look(&policy, &ladder, due, "2026-01-14T16:55Z", 0), Some((2, at(due))), "too late to warn");
        assert_eq!(look(&policy, &ladder, due, due, 3), Some((3, at("2026-01-15T11:20Z"))));
        assert_eq!(look(&policy, &ladder, due, due, 4), None);
        // Max, who leads the team, begins an hour later than the others and works on Saturdays.
        let late = vec![(600, 1080)];
        let week = [late.clone(), late.clone(), late.clone(), late.clone(), late.clone(), late, vec![]];
        let hours = Calendar::new(jiff::tz::TimeZone::UTC, week, crate::policy::Holidays::default()).expect("opens");
        policy.schedules.people.insert(StaffName::new("max").expect("name"), std::sync::Arc::new(hours));
        let friday = "2026-01-16T16:30Z";
        assert_eq!(look(&policy, &ladder, friday, friday, 3), Some((3, at("2026-01-17T10:30Z"))));
        // Without a step at once, the promise is looked at all the same when it is due.
        let quiet = Ladder { warnings: Vec::new(), steps: vec![step(60, Escalate::Lead)] };
        assert_eq!(look(&policy, &quiet, due, wednesday, 0), Some((0, at(due))));
        assert_eq!(look(&policy, &quiet, due, due, 1), Some((1, at("2026-01-15T11:00Z"))));
        assert_eq!(look(&policy, &Ladder::default(), due, due, 1), None);
    }
}
