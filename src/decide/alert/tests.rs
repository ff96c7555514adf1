//! Who is told when, over a few days; and who never is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::clock::tests::policy;
use super::*;
use crate::base::{EmailAddress, MailboxName, StaffName};
use crate::domain::Opening;
use crate::policy::{AlertBound, Assign, Away, BuiltIn, Calendar, Role, Team, WhenAway};

const OPERATOR: ContactId = ContactId::new(99);
/// Name, role, profile. Lee leads the team `front`, to which Ann and Bob belong; Bob may see his teams' figures.
const PEOPLE: [(&str, &str, BuiltIn); 5] = [
    ("ann", "agents", BuiltIn::Agent),
    ("bob", "agents", BuiltIn::Supervisor),
    ("lee", "leads", BuiltIn::SeniorAgent),
    ("max", "managers", BuiltIn::Supervisor),
    ("dan", "directors", BuiltIn::Administrator),
];
const ROLES: [(&str, Option<&str>); 4] =
    [("agents", Some("leads")), ("leads", Some("managers")), ("managers", Some("directors")), ("directors", None)];

fn name(text: &str) -> StaffName {
    StaffName::new(text).expect("name")
}

fn front() -> TeamName {
    TeamName::new("front").expect("name")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

struct World {
    policy: Policy,
    roster: Roster,
    known: Alerts,
    tickets: BTreeMap<TicketId, Ticket>,
}

impl World {
    fn new(alerts: Vec<Alert>) -> Self {
        let (mut policy, mut roster) = (policy(), Roster::default());
        for ((short, role, profile), number) in PEOPLE.into_iter().zip(1..) {
            let address = EmailAddress::new(&format!("{short}@example.org")).expect("address");
            let member = Member { role: Some(role.to_owned()), profile: profile.into(), ..Member::new(name(short), address) };
            policy.staff.insert(name(short), member);
            roster.insert(name(short), ContactId::new(number));
        }
        for (role, above) in ROLES {
            let reports_to = above.map(str::to_owned);
            policy.roles.insert(role.to_owned(), Role { name: role.to_owned(), reports_to, shares_with_peers: false });
        }
        let team = Team {
            name: front(),
            department: None,
            lead: Some(name("lee")),
            members: vec![name("ann"), name("bob")],
            assign: Assign::None,
            when_away: WhenAway::Hold,
            away_at_least: Span::ZERO,
        };
        policy.teams.insert(front(), team);
        let office = || vec![(540, 1020)];
        let week = [office(), office(), office(), office(), office(), Vec::new(), Vec::new()];
        policy.calendar = Arc::new(Calendar::new(jiff::tz::TimeZone::UTC, week, BTreeSet::new()).expect("opens"));
        policy.service.alerts = alerts;
        Self { policy, roster, known: Alerts::default(), tickets: BTreeMap::new() }
    }

    fn contact(&self, short: &str) -> ContactId {
        self.roster.contact(&name(short)).expect("member")
    }

    fn plan(&self, readings: &[(usize, AlertReading)], now: Timestamp) -> Plan {
        alert(&AlertFacts {
            readings,
            known: &self.known,
            tickets: &self.tickets,
            operator: Some(OPERATOR),
            policy: &self.policy,
            roster: &self.roster,
            now,
        })
    }

    /// Who is told by a look, after which that is known.
    fn look(&mut self, readings: &[(usize, AlertReading)], now: &str) -> String {
        let now = at(now);
        let plan = self.plan(readings, now);
        let mut words = Vec::new();
        for letter in &plan.letters {
            let who = self.roster.name(letter.to).map_or("operator", StaffName::as_str);
            words.push(format!("{who}: {}", letter.note.alerts.len()));
        }
        for change in plan.changes {
            match change {
                Change::AlertRaised { alert, cause, to, .. } => {
                    let known = self.known.find(&alert, &cause, to).filter(|raised| raised.cleared_at.is_none());
                    let since = known.map_or(now, |raised| raised.since);
                    self.known.raised.retain(|raised| raised.alert != alert || raised.cause != cause || raised.to != to);
                    self.known.raised.push(RaisedAlert { alert, cause, to, since, told_at: now, cleared_at: None });
                }
                Change::AlertCleared { cause, to, .. } => {
                    words.push("over".to_owned());
                    let raised = self.known.raised.iter_mut().find(|raised| raised.cause == cause && raised.to == to);
                    raised.expect("it was raised").cleared_at = Some(now);
                }
                other => unreachable!("{other:?}"),
            }
        }
        words.join(", ")
    }
}

fn watch(kind: AlertKind, threshold: u64, to: AlertTo) -> Alert {
    let clear = if kind.falls_short() { 110 } else { 80 };
    Alert {
        kind,
        teams: Vec::new(),
        mailboxes: Vec::new(),
        bound: AlertBound::At(threshold),
        clear,
        over: Span::from_hours(1),
        before: Span::from_days(28),
        at_least: 0,
        every: Span::from_days(1),
        to,
    }
}

fn reading(cause: AlertCause, figure: u64) -> (usize, AlertReading) {
    (0, AlertReading { cause, figure, usual: None, cases: figure, tickets: Vec::new(), total: figure, trouble: None })
}

#[test]
fn once_of_a_cause_and_day_and_anew_only_after_it_was_well() {
    let mut world = World::new(vec![watch(AlertKind::Backlog, 10, AlertTo::Manager)]);
    let backlog = |figure| [reading(AlertCause::Team(front()), figure)];
    for (now, figure, told) in [
        ("2026-03-02T10:00:00Z", 9, ""),
        ("2026-03-02T10:15:00Z", 10, "max: 1"),
        ("2026-03-02T10:30:00Z", 14, ""),
        // Not too much any more, but not well either: too much once more is no news.
        ("2026-03-02T11:00:00Z", 8, ""),
        ("2026-03-02T12:00:00Z", 12, ""),
        ("2026-03-03T10:00:00Z", 12, ""),
        ("2026-03-03T10:15:00Z", 12, "max: 1"),
        ("2026-03-03T11:00:00Z", 7, "over"),
        ("2026-03-03T11:15:00Z", 7, ""),
        // It was well, and yet he was told within a day.
        ("2026-03-03T12:00:00Z", 20, ""),
        ("2026-03-04T10:30:00Z", 20, "max: 1"),
        // Nobody is told while he does not work; what is over is over at any time.
        ("2026-03-05T20:00:00Z", 20, ""),
        ("2026-03-05T21:00:00Z", 0, "over"),
        ("2026-03-07T12:00:00Z", 20, ""),
        ("2026-03-09T09:00:00Z", 20, "max: 1"),
    ] {
        assert_eq!(world.look(&backlog(figure), now), told, "{now}: {figure}");
    }
    let since = world.known.raised.iter().map(|raised| raised.since).collect::<Vec<_>>();
    assert_eq!(since, [at("2026-03-09T09:00:00Z")], "a new beginning");
    // Another threshold is another alert; two that are passed at once are said once, and both are known.
    world.policy.service.alerts = vec![watch(AlertKind::Backlog, 11, AlertTo::Manager)];
    assert_eq!(world.look(&backlog(20), "2026-03-09T09:15:00Z"), "max: 1");
    let two = vec![watch(AlertKind::Backlog, 12, AlertTo::Manager), watch(AlertKind::Backlog, 15, AlertTo::Manager)];
    let mut world = World::new(two);
    let team = AlertCause::Team(front());
    let both = [reading(team.clone(), 20), (1, reading(team, 20).1)];
    assert_eq!(world.look(&both, "2026-03-09T09:30:00Z"), "max: 1");
    assert_eq!((world.known.raised.len(), world.look(&both, "2026-03-09T09:45:00Z").as_str()), (2, ""));
}

#[test]
fn what_judges_a_person_goes_to_the_nearest_above_who_may_see_it_and_to_nobody_else() {
    let now = "2026-03-02T10:00:00Z";
    for kind in [AlertKind::Complaints, AlertKind::LowPerformance] {
        let told = |who: &str, away: &[&str]| {
            let mut world = World::new(vec![watch(kind, 5, AlertTo::Manager)]);
            for absent in away {
                let member = world.policy.staff.get_mut(&name(absent)).expect("member");
                member.away.push(Away { from: at("2026-03-01T00:00:00Z"), until: at("2026-03-20T00:00:00Z") });
            }
            let figure = if kind.falls_short() { 1 } else { 9 };
            let cause = AlertCause::Person(world.contact(who));
            world.look(&[reading(cause, figure)], now)
        };
        // Lee stands above Ann and may not see figures; Bob may, and is her peer.
        assert_eq!(told("ann", &[]), "max: 1");
        assert_eq!(told("ann", &["max"]), "dan: 1");
        assert_eq!(told("ann", &["max", "dan"]), "", "it waits, and is no operator's matter");
        assert_eq!(told("bob", &[]), "max: 1");
        assert_eq!(told("max", &[]), "dan: 1");
        assert_eq!(told("dan", &[]), "");
    }
}

#[test]
fn who_is_named_must_be_allowed_to_see_it() {
    let now = "2026-03-02T10:00:00Z";
    let told =
        |to: AlertTo, cause: AlertCause| World::new(vec![watch(AlertKind::Backlog, 5, to)]).look(&[reading(cause, 9)], now);
    let people = |names: &[&str]| AlertTo::People(names.iter().map(|short| name(short)).collect());
    let team = || AlertCause::Team(front());
    assert_eq!(told(people(&["ann", "max", "dan"]), team()), "max: 1, dan: 1");
    assert_eq!(told(people(&["ann"]), team()), "");
    assert_eq!(told(AlertTo::Lead, team()), "max: 1", "the lead may not see figures: who is above him may");
    assert_eq!(told(AlertTo::Manager, AlertCause::Desk), "operator: 1");
}

#[test]
fn a_mail_tells_all_of_one_look_and_shows_only_what_its_reader_may_see() {
    let both = vec![watch(AlertKind::Spike, 2, AlertTo::Manager), watch(AlertKind::Backlog, 2, AlertTo::Manager)];
    let mut world = World::new(both);
    for (number, team) in [(1, Some(front())), (2, None)] {
        let opening = Opening {
            ticket: TicketId::new(number),
            mailbox: MailboxName::new("support").expect("name"),
            requester: ContactId::new(50),
            subject: "Printer".to_owned().into(),
            base_subject: "printer".to_owned().into(),
            language: None,
            unverified: false,
        };
        let ticket = Ticket { team, ..Ticket::open(&opening, at("2026-03-02T09:30:00Z")) };
        world.tickets.insert(ticket.id, ticket);
    }
    let tickets = vec![TicketId::new(1), TicketId::new(2)];
    let spike = AlertReading { tickets, ..reading(AlertCause::Subject(TicketId::new(1)), 2).1 };
    let readings = [(0, spike.clone()), (1, reading(AlertCause::Team(front()), 3).1)];
    let plan = world.plan(&readings, at("2026-03-02T10:00:00Z"));
    let [letter] = &plan.letters[..] else { unreachable!("{:?}", plan.letters) };
    let kinds: Vec<_> = letter.note.alerts.iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [AlertKind::Spike, AlertKind::Backlog]);
    // The second ticket is no team's: Max, who sees his teams', does not see it.
    assert_eq!(letter.note.alerts[0].reading.tickets, [TicketId::new(1)]);
    assert_eq!(world.look(&readings, "2026-03-02T10:00:00Z"), "max: 2");
    // What has passed has no reading; of the backlog nothing was heard this time.
    assert_eq!(world.look(&[], "2026-03-02T11:15:00Z"), "over");
    // A subject of which he may see no ticket is nothing that he is told.
    let hidden = AlertReading { tickets: vec![TicketId::new(2)], ..spike };
    assert_eq!(world.look(&[(0, hidden)], "2026-03-04T10:00:00Z"), "");
}

#[test]
fn a_look_is_taken_when_somebody_who_may_be_told_is_at_work() {
    let mut world = World::new(vec![watch(AlertKind::Backlog, 5, AlertTo::Manager)]);
    let next = |world: &World, now| alerts_due(&world.policy, at(now)).map(|at| at.to_string()).unwrap_or_default();
    assert_eq!(next(&world, "2026-03-02T10:00:00Z"), "2026-03-02T10:15:00Z");
    assert_eq!(next(&world, "2026-03-02T10:14:59Z"), "2026-03-02T10:15:00Z");
    assert_eq!(next(&world, "2026-03-06T16:50:00Z"), "2026-03-09T09:00:00Z");
    world.policy.service.alerts.clear();
    assert_eq!(next(&world, "2026-03-02T10:00:00Z"), "");
}
