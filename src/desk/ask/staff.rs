//! The directory of the staff: who there is, and everything known of one.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::base::Timestamp;
use crate::config::nearest;
use crate::domain::{Absence, AbsenceSource, Invitation, InvitationStanding, Rows};
use crate::policy::{Level, Member, Permission, Stage, Team, stands_above, way_up};
use crate::store::{Disk, Keyspace};

use super::super::error::DeskError;
use super::{Answer, View};

/// Whom a list of the staff shows; what is not said fits everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StaffFilter {
    /// Of this profile.
    pub profile: Option<String>,
    /// Of this role.
    pub role: Option<String>,
    /// In this team.
    pub team: Option<String>,
    /// With this category.
    pub category: Option<String>,
    /// At this stage of training.
    pub stage: Option<String>,
    /// Part of a name or address.
    pub words: Option<String>,
}

impl StaffFilter {
    fn fits(&self, member: &Member, teams: &[&Team]) -> bool {
        let is = |wanted: &Option<String>, has: &[&str]| {
            wanted.as_ref().is_none_or(|wanted| has.iter().any(|one| one.eq_ignore_ascii_case(wanted)))
        };
        let teams: Vec<&str> = teams.iter().map(|team| team.name.as_str()).collect();
        let categories: Vec<&str> = member.categories.iter().map(|one| one.as_str()).collect();
        let role: Vec<&str> = member.role.as_deref().into_iter().collect();
        let stands = |text: &str, word: &str| text.to_lowercase().contains(word);
        let named = self.words.as_ref().map(|words| words.to_lowercase()).is_none_or(|word| {
            stands(member.name.as_str(), &word) || stands(&member.display, &word) || stands(member.address.as_str(), &word)
        });
        named
            && is(&self.profile, &[member.profile.name()])
            && is(&self.role, &role)
            && is(&self.team, &teams)
            && is(&self.category, &categories)
            && is(&self.stage, &[stage(member)])
    }
}

fn stage(member: &Member) -> &'static str {
    Stage::ALL.iter().find(|(_, stage)| *stage == member.stage).map_or("", |(name, _)| name)
}

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    /// Everybody, with teams and load.
    pub(super) fn staff(&self, filter: &StaffFilter) -> Result<Answer, DeskError> {
        self.known_words(filter)?;
        let mut answer = Answer::default();
        for member in self.everybody() {
            let teams = self.teams_of(member);
            if !filter.fits(member, &teams) {
                continue;
            }
            let open = self.open(member)?;
            let teams: Vec<_> = teams.iter().map(|team| team.name.to_string()).collect();
            let standing = self.standing(member)?;
            let here = match &standing {
                Some(standing) => standing.clone(),
                None if member.is_present(self.now) => String::new(),
                None => "away".to_owned(),
            };
            let line = json!({
                "name": member.name.as_str(), "display": member.display, "address": member.address.as_str(),
                "profile": member.profile.name(), "role": member.role, "teams": teams, "stage": stage(member),
                "categories": member.categories.iter().map(|one| one.as_str()).collect::<Vec<_>>(),
                "present": member.is_present(self.now), "counts": standing.is_none(), "invitation": standing,
                "open": open, "capacity": member.capacity,
            });
            let text = format!(
                "{:<14} {:<30} {:<14} {:<24} {open}/{} {here}",
                member.name.as_str(),
                member.address.as_str(),
                member.profile.name(),
                teams.join(","),
                member.capacity
            );
            answer.push(line, text.trim_end());
        }
        answer.is_no = answer.lines.is_empty();
        Ok(answer)
    }

    /// A filter that names what there is not would find nobody, and nobody would know why.
    fn known_words(&self, filter: &StaffFilter) -> Result<(), DeskError> {
        let policy = &self.settings.policy;
        let check = |what: &str, wanted: &Option<String>, known: Vec<String>| {
            let Some(wanted) = wanted else { return Ok(()) };
            if known.iter().any(|one| one.eq_ignore_ascii_case(wanted)) {
                return Ok(());
            }
            let help = match nearest(wanted, known.iter().map(String::as_str)) {
                Some(near) => format!("did you mean {near}?"),
                None if known.is_empty() => "there is none".to_owned(),
                None => format!("there is {}", known.join(", ")),
            };
            Err(DeskError::Refused(format!("no {what} is called {wanted:?}; {help}")))
        };
        check("role", &filter.role, policy.roles.keys().cloned().collect())?;
        check("team", &filter.team, policy.teams.keys().map(ToString::to_string).collect())?;
        check("category", &filter.category, policy.categories.keys().map(ToString::to_string).collect())?;
        check("stage", &filter.stage, Stage::ALL.iter().map(|(name, _)| (*name).to_owned()).collect())
    }

    /// Those who count, and those who are invited.
    pub(super) fn everybody(&self) -> impl Iterator<Item = &Member> {
        self.settings.policy.staff.values().chain(self.settings.policy.invited.values())
    }

    pub(super) fn teams_of(&self, member: &Member) -> Vec<&Team> {
        self.settings.policy.teams.values().filter(|team| team.members.contains(&member.name)).collect()
    }

    fn open(&self, member: &Member) -> Result<u32, DeskError> {
        Ok(match self.settings.roster.contact(&member.name) {
            Some(contact) => self.rows.load(contact)?.unwrap_or_default().open,
            None => 0,
        })
    }

    /// Why somebody does not count yet.
    fn standing(&self, member: &Member) -> Result<Option<String>, DeskError> {
        if self.settings.policy.staff.contains_key(&member.name) {
            return Ok(None);
        }
        let row = self.rows.invitation(member.name.clone())?;
        let standing = row.as_ref().map_or(InvitationStanding::Missing, |row| row.standing(&member.address, self.now));
        let until = row.map(|row| row.until).unwrap_or_default();
        Ok(Some(match standing {
            InvitationStanding::Missing => "not invited yet".to_owned(),
            InvitationStanding::Open => format!("invited, may answer until {until}"),
            InvitationStanding::Lapsed => format!("invitation lapsed on {until}"),
            InvitationStanding::Confirmed => "counts from the next reload".to_owned(),
        }))
    }

    /// A member by short name, address or full name.
    pub(super) fn find_member(&self, typed: &str) -> Result<&Member, DeskError> {
        let is_meant = |member: &&Member| {
            member.name.as_str().eq_ignore_ascii_case(typed)
                || member.address.as_str().eq_ignore_ascii_case(typed)
                || member.display.eq_ignore_ascii_case(typed)
        };
        if let Some(member) = self.everybody().find(is_meant) {
            return Ok(member);
        }
        let near = nearest(typed, self.everybody().map(|member| member.name.as_str()));
        let help = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        Err(DeskError::Refused(format!("nobody of the staff is called {typed:?}{help}")))
    }

    /// Everything that is known of somebody.
    pub(super) fn member(&self, typed: &str) -> Result<Answer, DeskError> {
        let member = self.find_member(typed)?;
        let policy = &self.settings.policy;
        let (open, standing) = (self.open(member)?, self.standing(member)?);
        let invitation = self.rows.invitation(member.name.clone())?;
        let teams: Vec<String> = self.teams_of(member).iter().map(|team| team.name.to_string()).collect();
        let leads: Vec<String> = policy
            .teams
            .values()
            .filter(|team| team.lead.as_ref() == Some(&member.name))
            .map(|team| team.name.to_string())
            .collect();
        let role = member.role.as_deref().map(|role| way_up(policy, role));
        let (sees, seen_by) = (self.sees(member), self.seen_by(member));
        let away = member.away.iter().filter(|away| away.until > self.now);
        let away = away.map(|away| format!("{} to {}", away.from, away.until));
        let away: Vec<String> = away.chain(member.person.away.iter().map(absence_words)).collect();
        let (progress, learnt) = (self.progress(member)?, self.progress_text(member)?);
        let may: Vec<&str> = Permission::ALL.iter().filter(|one| member.profile.may(**one)).map(|one| one.as_str()).collect();
        let line = json!({
            "name": member.name.as_str(), "display": member.display, "address": member.address.as_str(),
            "profile": member.profile.name(), "permissions": may, "role": member.role, "role_path": role,
            "department": member.department, "teams": teams, "leads": leads,
            "categories": member.categories.iter().map(|one| one.as_str()).collect::<Vec<_>>(),
            "stage": stage(member), "mentor": member.mentor.as_ref().map(ToString::to_string),
            "substitute": member.substitute.as_ref().map(ToString::to_string),
            "counts": standing.is_none(), "invitation": invitation.as_ref().map(invitation_line),
            "present": member.is_present(self.now), "away": away, "open": open, "capacity": member.capacity,
            "language": member.language, "languages": levels(&member.languages), "skills": levels(&member.skills),
            "certifications": member.certifications.iter().map(|(name, until)| (name.clone(), json!(until.map(|at| at.to_string())))).collect::<serde_json::Map<_, _>>(),
            "time_zone": member.time_zone, "contact": member.contact, "notify": member.chosen_letters(), "note": member.note,
            "progress": progress, "sees": sees, "seen_by": seen_by,
        });
        let mut text = format!("{}  {} <{}>", member.name, member.display, member.address);
        let mut row = |what: &str, value: String| {
            if !value.is_empty() {
                text.push_str(&format!("\n  {what:<15} {value}"));
            }
        };
        row("stands", standing.unwrap_or_else(|| confirmed(invitation.as_ref())));
        row("profile", member.profile.name().to_owned());
        row("may", may.join(" "));
        row("role", role.map(|role| role.join(" → ")).unwrap_or_default());
        row("department", member.department.clone().unwrap_or_default());
        row("teams", teams.join(", "));
        row("leads", leads.join(", "));
        row("categories", member.categories.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
        row("at work", self.at_work(member));
        row("away", away.join("; "));
        row("substitute", member.substitute.as_ref().map(ToString::to_string).unwrap_or_default());
        row("open tickets", format!("{open} of {}", member.capacity));
        row("training", stage(member).to_owned());
        row("mentor", member.mentor.as_ref().map(ToString::to_string).unwrap_or_default());
        row("certified in", certifications(member));
        row("step", member.step().map(|step| step.to_string()).unwrap_or_default());
        // What `training show` says beyond name, stage, step and mentor.
        for learnt in learnt.lines().skip(4).filter_map(|line| line.trim().split_once(' ')) {
            row(learnt.0, learnt.1.trim().to_owned());
        }
        row("skills", leveled(&member.skills));
        row("reads", member.language.clone());
        row("answers in", leveled(&member.languages));
        row("time zone", member.time_zone.clone());
        for (key, value) in &member.contact {
            row(key, value.clone());
        }
        row("is told of", member.chosen_letters().iter().cloned().collect::<Vec<_>>().join(" "));
        row("sees", sees.join("; "));
        row("is seen by", seen_by.join("; "));
        row("note", member.note.clone().unwrap_or_default());
        let mut answer = Answer::default();
        answer.push(line, &text);
        Ok(answer)
    }

    /// Is he here, and who is in his place?
    fn at_work(&self, member: &Member) -> String {
        let Some(absence) = member.absence(self.now) else { return "yes".to_owned() };
        let until = absence.until.map(|until| format!(", until {until}")).unwrap_or_default();
        let stand_in = self.settings.policy.stand_in(member, self.now);
        let stand_in = stand_in.map(|other| format!("; {} stands in", other.name)).unwrap_or_default();
        format!("no{until}{stand_in}")
    }

    /// Which tickets are open to him, in words.
    fn sees(&self, member: &Member) -> Vec<String> {
        let policy = &self.settings.policy;
        if !policy.staff.contains_key(&member.name) {
            return vec!["nothing yet".to_owned()];
        }
        if member.profile.may(Permission::SeeAll) {
            return vec!["every ticket".to_owned()];
        }
        if !member.profile.may(Permission::See) {
            return vec!["nothing".to_owned()];
        }
        let mut words = vec!["own tickets and those he or she helps with".to_owned()];
        let belongs = |team: &&Team| team.members.contains(&member.name) || team.lead.as_ref() == Some(&member.name);
        let teams: Vec<_> = policy.teams.values().filter(belongs).map(|team| team.name.to_string()).collect();
        if !teams.is_empty() {
            words.push(format!("those of team {}", teams.join(", ")));
        }
        if let Some(role) = member.role.as_deref() {
            let below: Vec<_> = policy.roles.keys().filter(|one| stands_above(policy, role, one)).cloned().collect();
            if !below.is_empty() {
                words.push(format!("those of role {}, below {role}", below.join(", ")));
            }
            if policy.roles.get(role).is_some_and(|role| role.shares_with_peers) {
                words.push(format!("those of others in role {role}, which shares"));
            }
        }
        words
    }

    /// Who looks into his tickets, and why.
    fn seen_by(&self, member: &Member) -> Vec<String> {
        let policy = &self.settings.policy;
        let reason = |other: &Member| {
            if other.profile.may(Permission::SeeAll) {
                return Some("sees every ticket".to_owned());
            }
            let (upper, below) = (other.role.as_deref()?, member.role.as_deref()?);
            if stands_above(policy, upper, below) {
                return Some(format!("{upper} stands above {below}"));
            }
            let shares = policy.roles.get(upper).is_some_and(|role| role.shares_with_peers);
            (shares && upper == below).then(|| format!("{upper} shares with peers"))
        };
        let others = policy.staff.values().filter(|other| other.name != member.name);
        others.filter_map(|other| Some(format!("{} ({})", other.name, reason(other)?))).collect()
    }
}

/// An absence that was said or learnt, and how.
fn absence_words(absence: &Absence) -> String {
    let until = absence.until.map_or_else(|| "until he is back".to_owned(), |until| format!("to {until}"));
    let how = match absence.source {
        AbsenceSource::Learned => "by an absence note",
        AbsenceSource::Said => "as was said",
    };
    format!("{} {until} ({how})", absence.from)
}

fn confirmed(invitation: Option<&Invitation>) -> String {
    match invitation.and_then(|row| row.confirmed_at) {
        Some(at) => format!("belongs to the staff, confirmed {at}"),
        None => "belongs to the staff".to_owned(),
    }
}

fn invitation_line(row: &Invitation) -> Value {
    json!({
        "invited": row.invited_at.to_string(), "until": row.until.to_string(), "letter": row.letter.get(),
        "confirmed": row.confirmed_at.map(|at: Timestamp| at.to_string()),
    })
}

fn levels(levels: &std::collections::BTreeMap<String, Level>) -> Value {
    levels.iter().map(|(name, level)| (name.clone(), json!(level.get()))).collect::<serde_json::Map<_, _>>().into()
}

fn leveled(levels: &std::collections::BTreeMap<String, Level>) -> String {
    levels.iter().map(|(name, level)| format!("{name} {}", level.get())).collect::<Vec<_>>().join(", ")
}

fn certifications(member: &Member) -> String {
    let names: BTreeSet<&String> = member.certifications.keys().chain(member.person.certifications.keys()).collect();
    let one = |name: &String| match member.certified_until(name).flatten() {
        Some(until) => format!("{name} until {until}"),
        None => name.clone(),
    };
    names.into_iter().map(one).collect::<Vec<_>>().join(", ")
}
