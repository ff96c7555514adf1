//! The manager of somebody: who is told what becomes of his work.

use crate::base::ContactId;

use super::{Member, Policy, Roster, Team};

/// The holders of the role above a member's who share a team with him, else all its holders; nobody where there is no role above
/// or nobody has it. Asked of people who have left as well: they need not stand in the roster.
pub fn managers(member: &Member, policy: &Policy, roster: &Roster) -> Vec<ContactId> {
    let above = member.role.as_ref().and_then(|role| policy.roles.get(role)).and_then(|role| role.reports_to.as_deref());
    let Some(above) = above else { return Vec::new() };
    let holds = |other: &&Member| other.role.as_deref() == Some(above) && other.name != member.name;
    let holders: Vec<&Member> = policy.staff.values().filter(holds).collect();
    let belongs = |team: &Team, one: &Member| team.members.contains(&one.name) || team.lead.as_ref() == Some(&one.name);
    let near = |other: &&&Member| policy.teams.values().any(|team| belongs(team, member) && belongs(team, other));
    let near: Vec<&Member> = holders.iter().filter(near).copied().collect();
    let contacts = |people: &[&Member]| people.iter().filter_map(|one| roster.contact(&one.name)).collect::<Vec<_>>();
    let told = contacts(&near);
    if told.is_empty() { contacts(&holders) } else { told }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::sample::{contact, desk};

    /// Roles: agent → lead → manager → director; `front` is led by max, `back` by moe, both of role `lead`.
    #[test]
    fn the_manager_shares_a_team_where_one_does() {
        let (policy, roster) = desk();
        let managers_of = |short: &str| {
            let member = policy.member(&roster, contact(&roster, short)).expect("member");
            let people = managers(member, &policy, &roster);
            people.iter().map(|one| roster.name(*one).expect("name").as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(managers_of("ann"), "max");
        assert_eq!(managers_of("kim"), "moe");
        assert_eq!(managers_of("max"), "mia mo", "none of them shares a team with max");
        assert_eq!(managers_of("dan"), "");
    }

    #[test]
    fn who_has_left_the_roster_still_has_a_manager() {
        let (policy, mut roster) = desk();
        let ann = policy.member(&roster, contact(&roster, "ann")).expect("member").clone();
        let max = contact(&roster, "max");
        roster = {
            let mut smaller = Roster::default();
            smaller.insert(policy.member(&roster, max).expect("member").name.clone(), max);
            smaller
        };
        assert_eq!(managers(&ann, &policy, &roster), [max]);
    }
}
