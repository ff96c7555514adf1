//! The desk's own side: its mailboxes, its staff, its settings.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;
use maildesk::base::{Digest, EmailAddress, MailboxName, Span, StaffName, TeamName};
use maildesk::desk::DeskSettings;
use maildesk::domain::{LetterKind, Priority};
use maildesk::mail::Keyring;
use maildesk::notify::Templates;
use maildesk::policy::{
    Accept, Actions, AgentProof, Assign, AuthMode, Authentication, BuiltIn, Calendar, Condition, DeskPolicy, Escalate, Ladder,
    LadderStep, MailboxPolicy, Member, PeopleRules, Policy, ReplyAddress, Role, Rule, RuleSet, Service, Strangers,
    SubjectThreading, Team, TextTest, Threading, Volumes,
};

use super::mix::Mix;

/// The secret of every simulated desk.
pub(super) const KEY: [u8; 32] = [7; 32];
/// The name under which our receiving server says what it found out about senders.
pub(super) const MX: &str = "mx.desk.example";
pub(super) const DOMAIN: &str = "desk.example";
pub(super) const REPLY_DOMAIN: &str = "reply.desk.example";
pub(super) const OPERATOR: &str = "operator@desk.example";

/// Name, display name, profile, role, language.
const STAFF: [(&str, &str, BuiltIn, &str, &str); 5] = [
    ("ann", "Ann Archer", BuiltIn::Agent, "agent", "en"),
    ("bob", "Bob Baker", BuiltIn::SeniorAgent, "agent", "de"),
    ("eve", "Eve Eastman", BuiltIn::Supervisor, "lead", "en"),
    ("lea", "Lea Lang", BuiltIn::LightAgent, "agent", "de"),
    ("max", "Max Meier", BuiltIn::Administrator, "manager", "en"),
];

/// Names of all who may belong to the staff.
pub(super) fn staff_names() -> impl Iterator<Item = &'static str> {
    STAFF.iter().map(|member| member.0)
}

/// Where a member of staff reads mail.
pub(super) fn staff_address(name: &str) -> String {
    format!("{name}@staff.example")
}

/// The mailboxes' names.
pub(super) const MAILBOXES: [&str; 3] = ["support", "sales", "help"];

pub(super) fn mailbox_address(name: &str) -> String {
    format!("{name}@{DOMAIN}")
}

/// The mailbox to which our receiving server delivers mail for an address.
pub(super) fn mailbox_of(address: &str, mix: &Mix) -> Option<&'static str> {
    let (local, domain) = address.rsplit_once('@')?;
    let known = MAILBOXES.iter().take(mix.mailboxes);
    if domain.eq_ignore_ascii_case(REPLY_DOMAIN) {
        return known.copied().find(|name| matches!(reply_address(name), ReplyAddress::Domain(_)));
    }
    let base = local.split('+').next().unwrap_or_default();
    known.copied().find(|name| domain.eq_ignore_ascii_case(DOMAIN) && name.eq_ignore_ascii_case(base))
}

fn reply_address(mailbox: &str) -> ReplyAddress {
    match mailbox {
        "support" => ReplyAddress::Plus,
        "sales" => ReplyAddress::Domain(REPLY_DOMAIN.to_owned()),
        _ => ReplyAddress::Plain,
    }
}

/// The settings of a version: who has left is not among the staff.
pub(super) fn settings(mix: &Mix, version: u64, left: &BTreeSet<&str>) -> DeskSettings {
    static TEMPLATES: LazyLock<Arc<Templates>> =
        LazyLock::new(|| Arc::new(Templates::load(&BTreeMap::new()).expect("the built-in templates load")));
    let keys = Keyring::new(BTreeMap::from([(0, KEY)])).expect("a key");
    DeskSettings::new(policy(mix, left), Arc::clone(&TEMPLATES), keys, fingerprint(version, left))
}

/// The fingerprint of settings tells the auditor who belonged to the staff.
pub(super) fn fingerprint(version: u64, left: &BTreeSet<&str>) -> Digest {
    Digest::of(format!("{version} without {left:?}").as_bytes())
}

fn policy(mix: &Mix, left: &BTreeSet<&str>) -> Policy {
    let mailboxes = MAILBOXES.iter().take(mix.mailboxes).map(|name| mailbox(name, mix));
    let staff = STAFF.iter().filter(|member| !left.contains(member.0)).map(|(name, display, profile, role, language)| Member {
        display: (*display).to_owned(),
        profile: (*profile).into(),
        role: Some((*role).to_owned()),
        capacity: 5,
        language: (*language).to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        // Lea wants to hear only of what is hers.
        notify: LetterKind::ALL
            .iter()
            .map(|kind| kind.as_str().to_owned())
            .filter(|kind| *name != "lea" || kind == "assigned")
            .collect(),
        ..Member::new(staff_name(name), address(&staff_address(name)))
    });
    let roles = [("agent", Some("lead")), ("lead", Some("manager")), ("manager", None)];
    let role = |(name, above): (&str, Option<&str>)| Role {
        name: name.to_owned(),
        reports_to: above.map(str::to_owned),
        shares_with_peers: false,
    };
    Policy {
        desk: DeskPolicy {
            name: "Example Desk".to_owned(),
            domain: DOMAIN.to_owned(),
            language: "en".to_owned(),
            operator: address(OPERATOR),
        },
        mailboxes: mailboxes.map(|mailbox| (mailbox.name.clone(), mailbox)).collect(),
        staff: staff.map(|member| (member.name.clone(), member)).collect(),
        invited: BTreeMap::new(),
        teams: [team("first", &["ann", "bob", "lea"], mix, left), team("second", &["bob", "eve"], mix, left)].into(),
        roles: roles.map(role).into_iter().map(|role| (role.name.clone(), role)).collect(),
        categories: BTreeMap::new(),
        rules: Arc::new(RuleSet::compile(rules()).expect("the rules compile")),
        calendar: Arc::new(calendar(mix)),
        schedules: maildesk::policy::Schedules::default(),
        service: Service {
            first_response: [(Priority::Normal, Span::from_hours(4)), (Priority::Urgent, Span::from_hours(1))].into(),
            next_response: [(Priority::Normal, Span::from_hours(6))].into(),
            slas: Vec::new(),
            contact_fields: Vec::new(),
            digests: maildesk::policy::Digests { own: true, team: true },
            reports: Vec::new(),
            alerts: Vec::new(),
            closings: BTreeMap::new(),
            closing_reminder_after: mix.closing_warnings.then_some(Span::from_hours(30)),
            satisfaction: None,
            quality: None,
            ladder: Ladder {
                warnings: vec![LadderStep { after: Span::from_minutes(30), tell: Escalate::Assignee }],
                steps: [(0, Escalate::Assignee), (60, Escalate::Lead), (120, Escalate::Manager), (240, Escalate::UpperManager)]
                    .map(|(minutes, tell)| LadderStep { after: Span::from_minutes(minutes), tell })
                    .into(),
            },
            closing_warning_after: mix.closing_warnings.then_some(Span::from_hours(30)),
            auto_close_after: Span::from_days(1),
            close_after: Span::from_hours(20),
            reopen_within: Span::from_days(2),
            hold: maildesk::policy::Hold::Answered,
        },
        threading: Threading {
            strangers: Strangers::Link,
            subject: SubjectThreading::Replies,
            ack_unverified: !mix.verified_senders,
            close_own: true,
        },
        volumes: Volumes::default(),
        views: BTreeMap::new(),
        macros: BTreeMap::new(),
        articles: BTreeMap::new(),
        mask: maildesk::policy::Mask::default(),
        people: PeopleRules::default(),
    }
}

fn mailbox(name: &str, mix: &Mix) -> MailboxPolicy {
    let mode = if mix.verified_senders { AuthMode::TrustedResults } else { AuthMode::None };
    let proof = if mix.verified_senders && name == "sales" { AgentProof::TokenAndDkim } else { AgentProof::Token };
    MailboxPolicy {
        name: MailboxName::new(name).expect("name"),
        address: address(&mailbox_address(name)),
        team: (name != "help").then(|| TeamName::new("first").expect("name")),
        agents: proof,
        accept: if name == "help" && mix.spoofs > 100 { Accept::Known } else { Accept::Anyone },
        auth: Authentication { mode, authserv_ids: [MX.to_owned()].into(), trusted_hops: 0 },
        reply_address: reply_address(name),
        forms: Vec::new(),
    }
}

fn team(name: &str, members: &[&str], mix: &Mix, left: &BTreeSet<&str>) -> (TeamName, Team) {
    let name = TeamName::new(name).expect("name");
    let team = Team {
        name: name.clone(),
        department: None,
        lead: (!left.contains("eve")).then(|| staff_name("eve")),
        members: members.iter().filter(|member| !left.contains(**member)).map(|member| staff_name(member)).collect(),
        assign: [Assign::None, Assign::RoundRobin, Assign::LeastLoaded][usize::try_from(mix.assign).expect("small")],
        when_away: maildesk::policy::WhenAway::Hold,
        away_at_least: Span::ZERO,
    };
    (name, team)
}

fn rules() -> Vec<Rule> {
    let rule = |name: &str, word: &str, then: Actions| Rule {
        name: name.to_owned(),
        when: vec![Condition::Subject(TextTest::Contains(vec![word.to_owned()]))],
        unless: Vec::new(),
        then,
        stop: false,
    };
    let to_second = Actions {
        team: Some(TeamName::new("second").expect("name")),
        priority: Some(Priority::Urgent),
        tags: ["billing".to_owned()].into(),
        ..Actions::default()
    };
    let unwanted = Actions { spam: Some(true), ..Actions::default() };
    vec![rule("invoices", "invoice", to_second), rule("casinos", "casino", unwanted)]
}

fn calendar(mix: &Mix) -> Calendar {
    let zone = TimeZone::get("Europe/Berlin").expect("the zone is known");
    if !mix.office_hours {
        return Calendar::always(zone);
    }
    let office = vec![(540, 1020)];
    let week = [office.clone(), office.clone(), office.clone(), office.clone(), office, Vec::new(), Vec::new()];
    Calendar::new(zone, week, BTreeSet::new()).expect("it opens")
}

fn staff_name(name: &str) -> StaffName {
    StaffName::new(name).expect("name")
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::new(text).expect("address")
}
