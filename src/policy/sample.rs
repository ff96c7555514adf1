//! A small desk for the tests of this layer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::base::{ContactId, EmailAddress, MailboxName, Span, StaffName, TeamName, TicketId, Timestamp};
use crate::domain::{Priority, Status, Ticket};

use super::{
    Assign, Away, BuiltIn, Calendar, DeskPolicy, Ladder, Member, PeopleRules, Policy, Role, Roster, RuleSet, Schedules, Service,
    Strangers, SubjectThreading, Team, Threading, Volumes, WhenAway,
};

/// A point in time, in RFC 3339.
pub(super) fn at(text: &str) -> Timestamp {
    text.parse().expect("RFC 3339")
}

fn name(text: &str) -> StaffName {
    StaffName::new(text).expect("name")
}

/// Name, profile, role.
const STAFF: [(&str, BuiltIn, &str); 10] = [
    ("ann", BuiltIn::Agent, "agent"),
    ("bob", BuiltIn::Agent, "agent"),
    ("eve", BuiltIn::SeniorAgent, "agent"),
    ("lea", BuiltIn::LightAgent, "agent"),
    ("kim", BuiltIn::Agent, "agent"),
    ("max", BuiltIn::Supervisor, "lead"),
    ("moe", BuiltIn::Supervisor, "lead"),
    ("mia", BuiltIn::Supervisor, "manager"),
    ("mo", BuiltIn::Supervisor, "manager"),
    ("dan", BuiltIn::Administrator, "director"),
];

/// The desk that the tests of `assign` and `ladder` describe, open from Monday to Friday, nine to five UTC.
pub(super) fn desk() -> (Policy, Roster) {
    let mut roster = Roster::default();
    let mut staff = BTreeMap::new();
    for (number, (short, profile, role)) in (1..).zip(STAFF) {
        roster.insert(name(short), ContactId::new(number));
        let address = EmailAddress::new(&format!("{short}@example.org")).expect("address");
        let member = Member {
            display: short.to_uppercase(),
            profile: profile.into(),
            role: Some(role.to_owned()),
            capacity: 10,
            ..Member::new(name(short), address)
        };
        staff.insert(name(short), member);
    }
    let roles = [("agent", Some("lead")), ("lead", Some("manager")), ("manager", Some("director")), ("director", None)];
    let roles = roles.into_iter().map(|(role, above)| {
        (role.to_owned(), Role { name: role.to_owned(), reports_to: above.map(str::to_owned), shares_with_peers: false })
    });
    let teams = [("front", "max", &["ann", "bob", "eve", "lea"][..]), ("back", "moe", &["kim", "mia"][..])];
    let teams = teams.into_iter().map(|(team, lead, members)| {
        let team_name = TeamName::new(team).expect("name");
        let members = members.iter().map(|member| name(member)).collect();
        let team = Team {
            name: team_name.clone(),
            department: None,
            lead: Some(name(lead)),
            members,
            assign: Assign::RoundRobin,
            when_away: WhenAway::Hold,
            away_at_least: crate::base::Span::ZERO,
        };
        (team_name, team)
    });
    let office = vec![(540, 1020)];
    let week = [office.clone(), office.clone(), office.clone(), office.clone(), office, vec![], vec![]];
    let policy = Policy {
        desk: DeskPolicy {
            name: "Example".to_owned(),
            domain: "example.org".to_owned(),
            language: "en".to_owned(),
            operator: EmailAddress::new("operator@example.org").expect("address"),
        },
        mailboxes: BTreeMap::new(),
        staff,
        invited: BTreeMap::new(),
        teams: teams.collect(),
        roles: roles.collect(),
        categories: BTreeMap::new(),
        rules: Arc::new(RuleSet::compile(Vec::new()).expect("compiles")),
        calendar: Arc::new(Calendar::new(TimeZone::UTC, week, BTreeSet::new()).expect("opens")),
        schedules: Schedules::default(),
        service: Service {
            first_response: BTreeMap::new(),
            next_response: BTreeMap::new(),
            slas: Vec::new(),
            contact_fields: Vec::new(),
            ladder: Ladder::default(),
            satisfaction: None,
            quality: None,
            digests: crate::policy::Digests::default(),
            reports: Vec::new(),
            alerts: Vec::new(),
            closings: BTreeMap::new(),
            closing_reminder_after: None,
            closing_warning_after: None,
            auto_close_after: Span::ZERO,
            close_after: Span::ZERO,
            reopen_within: Span::ZERO,
            hold: crate::policy::Hold::Answered,
        },
        threading: Threading {
            strangers: Strangers::Link,
            subject: SubjectThreading::Off,
            ack_unverified: false,
            close_own: false,
        },
        volumes: Volumes::default(),
        views: BTreeMap::new(),
        macros: BTreeMap::new(),
        articles: BTreeMap::new(),
        mask: crate::policy::Mask::default(),
        people: PeopleRules::default(),
    };
    (policy, roster)
}

/// The member's contact.
pub(super) fn contact(roster: &Roster, short: &str) -> ContactId {
    roster.contact(&name(short)).expect("member")
}

/// A team of the desk.
pub(super) fn team(policy: &Policy, team: &str) -> Team {
    policy.teams.get(&TeamName::new(team).expect("name")).expect("team").clone()
}

/// Sends somebody away for all of January 2026.
pub(super) fn away(policy: &mut Policy, short: &str) {
    let away = Away { from: at("2026-01-01T00:00Z"), until: at("2026-02-01T00:00Z") };
    policy.staff.get_mut(&name(short)).expect("member").away.push(away);
}

/// A ticket of this team and assignee.
pub(super) fn ticket(roster: &Roster, team: Option<&str>, assignee: Option<&str>) -> Ticket {
    Ticket {
        id: TicketId::new(1),
        status: Status::Open,
        status_since: at("2026-01-14T09:00Z"),
        priority: Priority::Normal,
        mailbox: MailboxName::new("support").expect("name"),
        subject: String::new().into(),
        base_subject: String::new().into(),
        language: None,
        requester: ContactId::new(100),
        participants: BTreeSet::new(),
        copied: BTreeSet::new(),
        consulted: BTreeMap::new(),
        team: team.map(|team| TeamName::new(team).expect("name")),
        assignee: assignee.map(|short| contact(roster, short)),
        contributors: BTreeSet::new(),
        category: None,
        tags: BTreeSet::new(),
        fields: BTreeMap::new(),
        linked: BTreeSet::new(),
        epoch: 0,
        opened_at: at("2026-01-14T09:00Z"),
        updated_at: at("2026-01-14T09:00Z"),
        first_reply_at: None,
        last_customer_at: None,
        last_reply_at: None,
        entries: 0,
        reopened_at: Vec::new(),
        awaiting_since: None,
        turns: Vec::new(),
        promises: BTreeMap::new(),
        drafts: BTreeMap::new(),
        deadlines: BTreeMap::new(),
        automatic: BTreeMap::new(),
        unverified: false,
        attention: BTreeMap::new(),
        minutes: 0,
        merged_into: None,
        writes_from: BTreeMap::new(),
        practice: None,
        survey: None,
        review: None,
    }
}
