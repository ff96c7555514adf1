//! Why may Bob see #42? The relation, the way through roles and teams, the profile: each said in words.

use serde_json::json;

use crate::base::TicketId;
use crate::domain::{Rows, Ticket};
use crate::policy::{Access, Member, Permission, Relation, access, relation, stands_above, way_up};
use crate::store::{Disk, Keyspace};

use super::super::error::DeskError;
use super::{Answer, View};

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    /// What somebody may do to a ticket, and why. The answer is "no" where he does not see it.
    pub(super) fn access(&self, id: TicketId, who: &str) -> Result<Answer, DeskError> {
        let ticket = self.rows.ticket(id)?.ok_or_else(|| DeskError::Missing(format!("ticket {id}")))?;
        let member = self.find_member(who)?;
        let policy = &self.settings.policy;
        let (name, profile) = (&member.name, &member.profile);
        if !policy.staff.contains_key(name) {
            let because = format!("{name} has not answered the invitation, and counts as a customer until then");
            return Ok(no(id, member, &because));
        }
        let stands = relation(member, &ticket, policy, &self.settings.roster, self.now);
        let mut may = Vec::new();
        let mut lacks = Vec::new();
        for permission in Permission::ALL.into_iter().filter(|one| one.is_about_ticket()) {
            match access(profile, stands, permission) {
                Access::Granted => may.push(permission.as_str()),
                Access::Lacks(_) => lacks.push(permission.as_str()),
                Access::NotSeen => {}
            }
        }
        let sees = access(profile, stands, Permission::See) == Access::Granted;
        let because = self.because(member, &ticket, stands)?;
        let by_profile = if profile.may(Permission::SeeAll) {
            format!("profile {} may see every ticket (see-all)", profile.name())
        } else if profile.may(Permission::See) {
            format!("profile {} may see what work, team and role open (see)", profile.name())
        } else {
            format!("profile {} may see nothing: it lacks see", profile.name())
        };
        let role = member.role.as_deref().map(|role| way_up(policy, role)).unwrap_or_default();
        let line = json!({
            "ticket": id.get(), "who": name.as_str(), "sees": sees, "relation": stands.as_str(), "because": because,
            "profile": profile.name(), "role_path": role, "may": may, "lacks": lacks,
        });
        let mut text = format!("{name} {} {id}", if sees { "sees" } else { "does not see" });
        let mut row = |what: &str, value: &str| {
            if !value.is_empty() {
                text.push_str(&format!("\n  {what:<10} {value}"));
            }
        };
        row("relation", &format!("{stands}: {because}"));
        row("role", &role.join(" → "));
        row("profile", &by_profile);
        row("may", &may.join(" "));
        row("lacks", &lacks.join(" "));
        let mut answer = Answer { is_no: !sees, ..Answer::default() };
        answer.push(line, &text);
        Ok(answer)
    }

    /// Why somebody stands so to a ticket.
    fn because(&self, member: &Member, ticket: &Ticket, stands: Relation) -> Result<String, DeskError> {
        let policy = &self.settings.policy;
        let (name, id) = (&member.name, ticket.id);
        let team = ticket.team.as_ref();
        let workers: Vec<&Member> = ticket
            .assignee
            .iter()
            .chain(&ticket.contributors)
            .filter_map(|one| policy.member(&self.settings.roster, *one))
            .collect();
        // As long as nobody has it, it is everybody's in its team.
        let workers = if ticket.assignee.is_none() && ticket.contributors.is_empty() {
            let members = team.and_then(|team| policy.teams.get(team)).map(|team| team.members.clone()).unwrap_or_default();
            members.iter().filter_map(|name| policy.staff.get(name)).collect()
        } else {
            workers
        };
        let below =
            |role: &str| workers.iter().find(|one| one.role.as_deref().is_some_and(|below| stands_above(policy, role, below)));
        Ok(match stands {
            Relation::Assignee => format!("{id} is assigned to {name}"),
            Relation::Contributor => {
                let own = self.settings.roster.contact(name);
                if own.is_some_and(|own| ticket.contributors.contains(&own)) {
                    format!("{name} contributes to {id}")
                } else {
                    format!("{name} stands in for somebody who works on {id}, or approves the answers to it")
                }
            }
            Relation::Team => {
                let team = team.map(ToString::to_string).unwrap_or_default();
                let leads = policy.teams.values().any(|one| one.name.as_str() == team && one.lead.as_ref() == Some(name));
                format!("{id} belongs to team {team}, which {name} {}", if leads { "leads" } else { "belongs to" })
            }
            Relation::Superior => {
                let role = member.role.as_deref().unwrap_or_default();
                let worker = below(role);
                let way = worker.and_then(|one| one.role.as_deref()).map(|below| way_up(policy, below)).unwrap_or_default();
                let whose = worker.map(|one| one.name.to_string()).unwrap_or_default();
                format!("{id} is the work of {whose}, and role {role} stands above: {}", way.join(" → "))
            }
            Relation::Peer => {
                let role = member.role.as_deref().unwrap_or_default();
                format!("{id} is the work of somebody of role {role}, which shares with peers")
            }
            Relation::Stranger => {
                let whose = ticket.assignee.map(|who| self.person(who)).transpose()?;
                let whose = whose.map_or_else(|| "nobody has it".to_owned(), |whose| format!("{whose} has it"));
                let team = team.map_or_else(|| "no team".to_owned(), |team| format!("team {team}"));
                format!("{whose}, it belongs to {team}, and neither opens it to {name}")
            }
        })
    }
}

fn no(id: TicketId, member: &Member, because: &str) -> Answer {
    let mut answer = Answer { is_no: true, ..Answer::default() };
    let line = json!({"ticket": id.get(), "who": member.name.as_str(), "sees": false, "because": because});
    answer.push(line, &format!("{} does not see {id}\n  {because}", member.name));
    answer
}
