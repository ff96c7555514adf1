//! Who may do what to a ticket: the one place where it is asked.
//!
//! Roles observe, profiles act. How somebody stands to a ticket (it is his, his team's, his people's) decides whether he sees
//! it; his profile decides what he may do to what he sees. Both are asked, each for itself, when something is carried out and
//! not when it was asked for.

use std::collections::BTreeSet;
use std::fmt;

use crate::base::{CategoryName, ContactId, StaffName, TeamName, Timestamp};
use crate::domain::{ReportOf, Ticket};

use super::{Member, Permission, Policy, Profile, Roster, Team};

/// How a member of staff stands to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// It is his.
    Assignee,
    /// He works on it with others.
    Contributor,
    /// It is his team's, or he leads that team.
    Team,
    /// His role stands above that of somebody whose ticket it is.
    Superior,
    /// It belongs to somebody of his own role, and that role shares with peers.
    Peer,
    /// None of these.
    Stranger,
}

impl Relation {
    /// All of them, nearest first.
    pub const ALL: [Self; 6] = [Self::Assignee, Self::Contributor, Self::Team, Self::Superior, Self::Peer, Self::Stranger];

    /// In words, for `explain`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assignee => "assignee",
            Self::Contributor => "contributor",
            Self::Team => "team",
            Self::Superior => "superior",
            Self::Peer => "peer",
            Self::Stranger => "stranger",
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// May he?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Yes.
    Granted,
    /// He does not see the ticket.
    NotSeen,
    /// He sees it; his profile lacks this.
    Lacks(Permission),
}

/// May somebody of this profile, standing so to a ticket, do this to it? Of what is not about one ticket the relation is not asked.
pub fn access(profile: &Profile, relation: Relation, permission: Permission) -> Access {
    let sees = profile.may(Permission::SeeAll) || profile.may(Permission::See) && relation != Relation::Stranger;
    if permission.is_about_ticket() && !sees {
        return Access::NotSeen;
    }
    if profile.may(permission) || permission == Permission::See { Access::Granted } else { Access::Lacks(permission) }
}

/// How much of the figures somebody may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Everything.
    All,
    /// One person's: what he did, and the tickets he answered for.
    Person(ContactId),
    /// Those of tickets of these teams and categories.
    Of(BTreeSet<TeamName>, BTreeSet<CategoryName>),
}

/// How much of a report may a member see? Agents see themselves, who leads people his teams, administrators everything.
///
/// # Errors
/// The permission that he lacks.
pub fn sight(member: &Member, of: &ReportOf, policy: &Policy, roster: &Roster) -> Result<Sight, Permission> {
    let may = |permission| member.profile.may(permission);
    let own = roster.contact(&member.name);
    let teams = if may(Permission::AnalyticsTeam) { teams_of(member, policy) } else { BTreeSet::new() };
    match of {
        ReportOf::Person(who) if own == Some(*who) && may(Permission::AnalyticsOwn) => Ok(Sight::Person(*who)),
        ReportOf::Person(who) if own == Some(*who) => Err(Permission::AnalyticsOwn),
        ReportOf::Person(who) => {
            let name = roster.name(*who);
            let is_his = |team: &TeamName| policy.teams.get(team).zip(name).is_some_and(|(team, name)| team.holds(name));
            let is_open = may(Permission::AnalyticsAll) || teams.iter().any(is_his);
            if is_open { Ok(Sight::Person(*who)) } else { Err(above(member)) }
        }
        ReportOf::Team(team) if may(Permission::AnalyticsAll) || teams.contains(team) => {
            Ok(Sight::Of(BTreeSet::from([team.clone()]), BTreeSet::new()))
        }
        ReportOf::Team(_) => Err(above(member)),
        ReportOf::All if may(Permission::AnalyticsAll) => Ok(Sight::All),
        ReportOf::All if !teams.is_empty() => Ok(Sight::Of(teams, BTreeSet::new())),
        ReportOf::All if may(Permission::AnalyticsCategory) && !member.categories.is_empty() => {
            Ok(Sight::Of(BTreeSet::new(), member.categories.clone()))
        }
        ReportOf::All => Err(above(member)),
    }
}

/// What somebody lacks who may not see others' figures: who has the right to his teams' lacks the right to all.
fn above(member: &Member) -> Permission {
    if member.profile.may(Permission::AnalyticsTeam) { Permission::AnalyticsAll } else { Permission::AnalyticsTeam }
}

/// The teams whose figures are his: those he belongs to or leads, and those of people below him.
fn teams_of(member: &Member, policy: &Policy) -> BTreeSet<TeamName> {
    let is_above = |name: &StaffName| {
        let below = policy.staff.get(name).and_then(|other| other.role.as_deref());
        member.role.as_deref().zip(below).is_some_and(|(role, below)| stands_above(policy, role, below))
    };
    let is_his = |team: &&Team| team.holds(&member.name) || team.lead.iter().chain(&team.members).any(is_above);
    policy.teams.values().filter(is_his).map(|team| team.name.clone()).collect()
}

/// How a member stands to a ticket at a time; the nearest where there are several ways. Who stands in for somebody who is away
/// works on his tickets too, and so does a mentor where his learner's answer waits.
pub fn relation(member: &Member, ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> Relation {
    let own = roster.contact(&member.name);
    if own.is_some() && ticket.assignee == own {
        return Relation::Assignee;
    }
    if own.is_some_and(|own| ticket.contributors.contains(&own)) {
        return Relation::Contributor;
    }
    if stands_in(member, ticket, policy, roster, now) || supervises(member, ticket, policy, roster, now) {
        return Relation::Contributor;
    }
    let team = ticket.team.as_ref().and_then(|name| policy.teams.get(name));
    let belongs = |name: &StaffName| team.is_some_and(|team| team.members.contains(name) || team.lead.as_ref() == Some(name));
    if belongs(&member.name) {
        return Relation::Team;
    }
    let Some(role) = member.role.as_deref() else { return Relation::Stranger };
    // Whose ticket it is; as long as nobody has it, it is everybody's in its team.
    let workers: BTreeSet<ContactId> = ticket.assignee.iter().chain(&ticket.contributors).copied().collect();
    let people: Vec<&Member> = if workers.is_empty() {
        policy.staff.values().filter(|member| belongs(&member.name)).collect()
    } else {
        workers.iter().filter_map(|contact| policy.member(roster, *contact)).collect()
    };
    let roles = || people.iter().filter_map(|person| person.role.as_deref());
    if roles().any(|below| stands_above(policy, role, below)) {
        return Relation::Superior;
    }
    let shares = policy.roles.get(role).is_some_and(|role| role.shares_with_peers);
    if shares && roles().any(|other| other == role) { Relation::Peer } else { Relation::Stranger }
}

/// Is somebody who works on the ticket away, and this member his substitute?
fn stands_in(member: &Member, ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> bool {
    let workers = ticket.assignee.iter().chain(&ticket.contributors).filter_map(|contact| policy.member(roster, *contact));
    let mut absent = workers.filter(|worker| !worker.is_present(now));
    absent.any(|worker| policy.stand_in(worker, now).is_some_and(|other| other.name == member.name))
}

/// Does an answer wait here that this member is to approve?
fn supervises(member: &Member, ticket: &Ticket, policy: &Policy, roster: &Roster, now: Timestamp) -> bool {
    let mut learners = ticket.drafts.values().filter_map(|draft| policy.member(roster, draft.by));
    learners.any(|learner| {
        let is_mentor = learner.mentor.as_ref() == Some(&member.name);
        is_mentor || policy.acting_mentor(learner, now).is_some_and(|mentor| mentor.name == member.name)
    })
}

/// Does a role stand above another, by one step or several?
pub fn stands_above(policy: &Policy, upper: &str, below: &str) -> bool {
    way_up(policy, below).iter().skip(1).any(|role| role == upper)
}

/// The roles from one to the top of the tree, itself first.
pub fn way_up(policy: &Policy, role: &str) -> Vec<String> {
    let mut way = vec![role.to_owned()];
    let above = |role: &str| policy.roles.get(role).and_then(|role| role.reports_to.clone());
    // A tree is not deeper than it has roles; a circle ends here too.
    while let Some(next) = way.last().and_then(|role| above(role)).filter(|next| !way.contains(next)) {
        way.push(next);
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::BuiltIn;
    use crate::policy::sample::{at, away, contact, desk, ticket};

    fn stands(
        short: &str,
        team: Option<&str>,
        assignee: Option<&str>,
        change: impl FnOnce(&mut Policy, &mut Ticket),
    ) -> Relation {
        let (mut policy, roster) = desk();
        let mut ticket = ticket(&roster, team, assignee);
        change(&mut policy, &mut ticket);
        let member = policy.member(&roster, contact(&roster, short)).expect("member").clone();
        relation(&member, &ticket, &policy, &roster, at("2026-01-14T10:00Z"))
    }

    #[test]
    fn one_stands_to_a_ticket_by_work_team_and_role() {
        let cases = [
            ("ann", Some("front"), Some("ann"), Relation::Assignee),
            ("bob", Some("front"), Some("ann"), Relation::Team),
            ("max", Some("front"), Some("ann"), Relation::Team),
            ("kim", Some("front"), Some("ann"), Relation::Stranger),
            // Of the assignee's role two steps up, by another team's ticket.
            ("mo", Some("front"), Some("ann"), Relation::Superior),
            ("moe", Some("front"), Some("ann"), Relation::Superior),
            ("dan", Some("front"), None, Relation::Superior),
            // Nobody's and no team's.
            ("dan", None, None, Relation::Stranger),
            // A ticket of one's superior is not one's own.
            ("ann", None, Some("dan"), Relation::Stranger),
        ];
        for (short, team, assignee, expected) in cases {
            assert_eq!(stands(short, team, assignee, |_, _| {}), expected, "{short} {team:?} {assignee:?}");
        }
    }

    #[test]
    fn peers_look_sideways_only_where_their_role_shares() {
        assert_eq!(stands("kim", Some("front"), Some("ann"), |_, _| {}), Relation::Stranger);
        let shared = stands("kim", Some("front"), Some("ann"), |policy, _| {
            policy.roles.get_mut("agent").expect("role").shares_with_peers = true;
        });
        assert_eq!(shared, Relation::Peer);
        // A role above does not look down less for it, nor one below up.
        let upper = stands("ann", None, Some("max"), |policy, _| {
            policy.roles.get_mut("lead").expect("role").shares_with_peers = true;
        });
        assert_eq!(upper, Relation::Stranger);
    }

    #[test]
    fn a_contributor_sees_what_he_works_on_whatever_its_team() {
        let (_, roster) = desk();
        let kim = contact(&roster, "kim");
        let stands = stands("kim", Some("front"), Some("ann"), |_, ticket| {
            ticket.contributors.insert(kim);
        });
        assert_eq!(stands, Relation::Contributor);
    }

    #[test]
    fn who_stands_in_works_on_the_tickets_of_who_is_away() {
        let name = |text: &str| StaffName::new(text).expect("name");
        let kim_for_ann = |policy: &mut Policy| {
            policy.staff.get_mut(&name("ann")).expect("member").substitute = Some(name("kim"));
        };
        assert_eq!(stands("kim", Some("front"), Some("ann"), |policy, _| kim_for_ann(policy)), Relation::Stranger);
        let relation = stands("kim", Some("front"), Some("ann"), |policy, _| {
            kim_for_ann(policy);
            away(policy, "ann");
        });
        assert_eq!(relation, Relation::Contributor);
    }

    #[test]
    fn a_mentor_sees_the_ticket_in_which_his_learners_answer_waits() {
        let (_, roster) = desk();
        let ann = contact(&roster, "ann");
        let kim_teaches_ann = |policy: &mut Policy| {
            let name = |text: &str| StaffName::new(text).expect("name");
            policy.staff.get_mut(&name("ann")).expect("member").mentor = Some(name("kim"));
        };
        assert_eq!(stands("kim", Some("front"), Some("ann"), |policy, _| kim_teaches_ann(policy)), Relation::Stranger);
        let relation = stands("kim", Some("front"), Some("ann"), |policy, ticket| {
            kim_teaches_ann(policy);
            let draft = crate::domain::HeldReply { by: ann, at: at("2026-01-14T09:00Z"), reminders: 0 };
            ticket.drafts.insert(crate::base::EntryNumber::new(2), draft);
        });
        assert_eq!(relation, Relation::Contributor);
    }

    /// Every profile, relation and permission, as `tests/access.txt` has them.
    #[test]
    fn the_table_of_access_is_the_reviewed_one() {
        let mut table = String::from("profile × relation: granted | seen but not permitted; everything else is not seen\n");
        for built_in in BuiltIn::ALL.into_iter().filter(|one| one.is_for_staff()) {
            let profile = Profile::from(built_in);
            for relation in Relation::ALL {
                let (mut granted, mut lacking) = (Vec::new(), Vec::new());
                for permission in Permission::ALL {
                    match access(&profile, relation, permission) {
                        Access::Granted => granted.push(permission.as_str()),
                        Access::Lacks(_) => lacking.push(permission.as_str()),
                        Access::NotSeen => {}
                    }
                }
                table.push_str(&format!("\n{} {relation}\n  + {}\n", profile.name(), granted.join(" ")));
                table.push_str(&format!("  - {}\n", lacking.join(" ")));
            }
        }
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access.txt");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(&file, &table).expect("written");
        }
        let reviewed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(table == reviewed, "UPDATE_GOLDENS=1 rewrites {}; read the difference:\n{table}", file.display());
    }
}
