//! Reviews of quality: by what the staff's work is judged, when tickets are drawn, and who is asked about them.

use crate::base::{ContactId, StaffName, Timestamp};
use crate::domain::{FinishedTicket, Rating, Ticket, Verdict};

use super::{Access, Every, Member, Permission, Policy, Roster, access, relation, way_up};

/// How the staff's work is reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quality {
    /// By what, in the order of the file.
    pub criteria: Vec<Criterion>,
    /// So many tickets of each agent are drawn each time.
    pub per_agent: usize,
    /// Who is asked about them.
    pub reviewer: Reviewer,
    /// When they are drawn: once a week.
    pub every: Every,
}

/// Something that a ticket's handling is judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What is typed in `#score`.
    pub name: String,
    /// What the reviewer is asked.
    pub question: String,
}

/// Who reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reviewer {
    /// Who leads the ticket's team, else who stands above the agent.
    Lead,
    /// Who stands above the agent, the nearest first.
    Manager,
    /// One for all.
    Person(StaffName),
}

impl Quality {
    /// The criterion of a name, in whatever case.
    pub fn criterion(&self, typed: &str) -> Option<&Criterion> {
        let typed = typed.to_lowercase();
        self.criteria.iter().find(|criterion| criterion.name == typed)
    }

    /// The names of the criteria.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.criteria.iter().map(|criterion| criterion.name.as_str())
    }

    /// The scores in the order of the settings; those of criteria that there are no more come last.
    pub fn ordered(&self, verdict: &Verdict) -> Vec<(String, Rating)> {
        let place = |name: &str| self.names().position(|known| known == name).unwrap_or(usize::MAX);
        let mut scores: Vec<_> = verdict.scores.iter().map(|(name, score)| (name.clone(), *score)).collect();
        scores.sort_by_key(|(name, _)| place(name));
        scores
    }

    /// Whom to ask about an agent's ticket: somebody who sees it, may review, and has not finished it himself; who is at work rather
    /// than who is away. None where there is nobody.
    pub fn reviewer_of(
        &self,
        (agent, ticket, finished): (&Member, &Ticket, FinishedTicket),
        policy: &Policy,
        roster: &Roster,
        now: Timestamp,
    ) -> Option<ContactId> {
        let lead = || ticket.team.as_ref().and_then(|team| policy.teams.get(team)).and_then(|team| team.lead.as_ref());
        // Those above him, the nearest first.
        let holds = |role: &String| policy.staff.values().filter(move |member| member.role.as_ref() == Some(role)).collect();
        let above = agent.role.as_ref().map(|role| way_up(policy, role)).unwrap_or_default();
        let far = above.iter().skip(1).flat_map(|role| -> Vec<&Member> { holds(role) });
        let managers = policy.managers_of(agent, now).into_iter().chain(far);
        let candidates: Vec<&Member> = match &self.reviewer {
            Reviewer::Lead => lead().and_then(|name| policy.staff.get(name)).into_iter().chain(managers).collect(),
            Reviewer::Manager => managers.collect(),
            Reviewer::Person(name) => policy.staff.get(name).into_iter().collect(),
        };
        let may = |member: &&Member| {
            let stands = relation(member, ticket, policy, roster, now);
            let is_other = member.name != agent.name && finished.by.is_none_or(|by| roster.contact(&member.name) != Some(by));
            is_other && access(&member.profile, stands, Permission::ReviewQuality) == Access::Granted
        };
        let able: Vec<&Member> = candidates.into_iter().filter(may).collect();
        let present = able.iter().find(|member| member.is_present(now));
        roster.contact(&present.or_else(|| able.first())?.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::BuiltIn;
    use crate::policy::sample::{at, away, contact, desk, ticket};

    fn quality(reviewer: Reviewer) -> Quality {
        let criterion = |name: &str| Criterion { name: name.to_owned(), question: "?".to_owned() };
        let every = Every::read("monday 09:00").expect("read");
        Quality { criteria: vec![criterion("tone"), criterion("advice")], per_agent: 2, reviewer, every }
    }

    /// Who is asked about a ticket of ann in the team `front`, led by max, below whom mia and mo stand in the tree.
    fn asked(reviewer: Reviewer, finished_by: Option<&str>, change: impl FnOnce(&mut Policy)) -> Option<String> {
        let (mut policy, roster) = desk();
        for member in policy.staff.values_mut().filter(|member| member.role.as_deref() != Some("agent")) {
            member.profile = BuiltIn::Supervisor.into();
        }
        change(&mut policy);
        let ticket = ticket(&roster, Some("front"), Some("ann"));
        let agent = policy.member(&roster, contact(&roster, "ann")).expect("member");
        let by = finished_by.map(|name| contact(&roster, name));
        let now = at("2026-01-14T10:00Z");
        let found = quality(reviewer).reviewer_of((agent, &ticket, FinishedTicket { at: now, by }), &policy, &roster, now)?;
        roster.name(found).map(ToString::to_string)
    }

    #[test]
    fn who_leads_is_asked_and_otherwise_who_manages() {
        let person = |name: &str| Reviewer::Person(StaffName::new(name).expect("name"));
        assert_eq!(asked(Reviewer::Lead, None, |_| {}).as_deref(), Some("max"));
        assert_eq!(asked(Reviewer::Manager, Some("ann"), |_| {}).as_deref(), Some("max"));
        assert_eq!(asked(person("mo"), None, |_| {}).as_deref(), Some("mo"));
        // Nobody judges his own work, nor without the right to it, nor what he does not see.
        assert_eq!(asked(person("ann"), None, |_| {}), None);
        assert_eq!(asked(person("bob"), None, |_| {}), None);
        assert_eq!(asked(person("moe"), None, |policy| policy.roles.clear()), None);
    }

    #[test]
    fn who_has_finished_it_himself_is_not_asked_and_who_is_away_neither_while_somebody_is_there() {
        // Another of the same role, before those above.
        assert_eq!(asked(Reviewer::Manager, Some("max"), |_| {}).as_deref(), Some("moe"));
        let found = asked(Reviewer::Lead, None, |policy| away(policy, "max"));
        assert!(found.is_some_and(|name| name != "max"));
    }

    #[test]
    fn a_criterion_is_found_in_any_case_and_scores_stand_in_the_order_of_the_file() {
        let quality = quality(Reviewer::Lead);
        assert_eq!(quality.criterion("Tone").map(|one| one.name.as_str()), Some("tone"));
        assert_eq!(quality.criterion("tones"), None);
        let score = |number| Rating::new(number).expect("a rating");
        let scores = [("advice", 2), ("old", 3), ("tone", 4)].map(|(name, number)| (name.to_owned(), score(number)));
        let verdict = Verdict { scores: scores.into(), comment: None };
        let ordered: Vec<_> = quality.ordered(&verdict).into_iter().map(|(name, _)| name).collect();
        assert_eq!(ordered, ["tone", "advice", "old"]);
    }
}
