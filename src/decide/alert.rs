//! Alerts: who is told that something is not as it should be, and when it is over.
//!
//! Every reader is told of a cause when it passes its limit, and not again before it has been well or some time has passed. What is well
//! again is recorded and told to nobody. Who may not see the figures is not told; what judges one person's work goes to those above
//! him alone. Everybody is told in his working time, of what is true then: nothing waits for him that may have passed.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, Span, TeamName, TicketId, Timestamp, limit};
use crate::domain::{
    Actor, AlertCause, AlertKind, AlertNote, AlertReading, Alerts, Cause, Change, Letter, LetterKind, LetterNote, Plan,
    RaisedAlert, ReportOf, Ticket,
};
use crate::policy::{Access, Alert, AlertLevel, AlertTo, Member, Permission, Policy, Roster, access, relation, sight};

/// How often it is looked at everything that is watched.
const STEP: Span = Span::from_minutes(15);

/// What deciding on alerts needs to know.
#[derive(Debug)]
pub struct AlertFacts<'a> {
    /// What was counted, with the place of its alert in the settings that it was counted by.
    pub readings: &'a [(usize, AlertReading)],
    /// Who has been told of what.
    pub known: &'a Alerts,
    /// The tickets behind what is too much, as far as they are to be looked at, and those that causes name.
    pub tickets: &'a BTreeMap<TicketId, Ticket>,
    /// The operator's contact.
    pub operator: Option<ContactId>,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

/// When to look next: when somebody who may be told is at work.
pub fn alerts_due(policy: &Policy, now: Timestamp) -> Option<Timestamp> {
    if policy.service.alerts.is_empty() {
        return None;
    }
    let step = i64::try_from(STEP.as_millis()).unwrap_or(i64::MAX);
    let at = Timestamp::from_millis(now.as_millis().div_euclid(step).saturating_add(1).saturating_mul(step));
    let named = |member: &Member| {
        let is_named = |alert: &Alert| matches!(&alert.to, AlertTo::People(names) if names.contains(&member.name));
        let leads = policy.teams.values().any(|team| team.lead.as_ref() == Some(&member.name));
        leads || policy.service.alerts.iter().any(is_named)
    };
    let sees = |member: &Member| {
        [Permission::AnalyticsTeam, Permission::AnalyticsAll].into_iter().any(|permission| member.profile.may(permission))
    };
    let readers = policy.staff.values().filter(|member| sees(member) || named(member));
    let moments = readers.map(|member| policy.suits(&member.name, at));
    moments.chain([policy.calendar.add(at, Span::ZERO)]).min()
}

/// Tells whoever is to know, each in one mail, and records what is over.
pub fn alert(facts: &AlertFacts<'_>) -> Plan {
    let mut changes = Vec::new();
    let mut told: BTreeMap<ContactId, Vec<AlertNote>> = BTreeMap::new();
    for (place, alert) in facts.policy.service.alerts.iter().enumerate() {
        let name = alert.name();
        let mut present = BTreeSet::new();
        for (_, reading) in facts.readings.iter().filter(|(of, _)| *of == place) {
            present.insert(&reading.cause);
            match alert.level(reading) {
                AlertLevel::Raised => raise(facts, (alert, &name), reading, &mut changes, &mut told),
                AlertLevel::Clear => clear(facts, &name, |raised| raised.cause == reading.cause, &mut changes),
                AlertLevel::Between | AlertLevel::Unknown => {}
            }
        }
        // Of a spike that has passed there is no reading any more, nor of a mailbox that is read again and never brought anything.
        if matches!(alert.kind, AlertKind::Spike | AlertKind::SilentMailbox) {
            clear(facts, &name, |raised| !present.contains(&raised.cause), &mut changes);
        }
    }
    let letters = told.into_iter().map(|(to, mut alerts)| {
        alerts.sort_by_key(|note| note.kind);
        let note = LetterNote { alerts, ..LetterNote::default() };
        Letter { kind: LetterKind::Alert, to, ticket: None, entry: None, note }
    });
    Plan { actor: Actor::Desk, cause: Cause::Desk, texts: Vec::new(), letters: letters.collect(), changes }
}

/// What somebody was told of and is well now.
fn clear(facts: &AlertFacts<'_>, name: &str, is_well: impl Fn(&RaisedAlert) -> bool, changes: &mut Vec<Change>) {
    let over = facts.known.raised.iter().filter(|raised| raised.alert == name && raised.cleared_at.is_none());
    changes.extend(over.filter(|raised| is_well(raised)).map(|raised| Change::AlertCleared {
        alert: raised.alert.clone(),
        cause: raised.cause.clone(),
        to: raised.to,
    }));
}

/// Tells those who are to know and do not know yet.
fn raise(
    facts: &AlertFacts<'_>,
    (alert, name): (&Alert, &str),
    reading: &AlertReading,
    changes: &mut Vec<Change>,
    told: &mut BTreeMap<ContactId, Vec<AlertNote>>,
) {
    for to in readers(facts, alert, &reading.cause) {
        let known = facts.known.find(name, &reading.cause, to);
        let is_told = known.is_some_and(|raised| facts.now.since(raised.told_at) < alert.every);
        let suits = facts.roster.name(to).is_none_or(|name| facts.policy.suits(name, facts.now) <= facts.now);
        let has_room = told.get(&to).is_none_or(|notes| notes.len() < limit::ALERTS_TOLD);
        if is_told || !suits || !has_room {
            continue;
        }
        let seen = |ticket: &&TicketId| facts.tickets.get(ticket).is_some_and(|ticket| sees(facts, to, ticket));
        let tickets: Vec<TicketId> = reading.tickets.iter().filter(seen).take(limit::ALERT_TICKETS).copied().collect();
        // Its title shows what a customer wrote.
        if alert.kind == AlertKind::Spike && tickets.is_empty() {
            continue;
        }
        let bound = alert.limit(reading.usual).unwrap_or_default();
        let (cause, figure) = (reading.cause.clone(), reading.figure);
        changes.push(Change::AlertRaised { alert: name.to_owned(), cause, to, figure, limit: bound });
        let since = known.filter(|raised| raised.cleared_at.is_none()).map(|raised| raised.since);
        // Two entries may watch the same: both count as told, and it is said once.
        let notes = told.entry(to).or_default();
        if notes.iter().any(|note| note.kind == alert.kind && note.reading.cause == reading.cause) {
            continue;
        }
        let reading = AlertReading { tickets, ..reading.clone() };
        notes.push(AlertNote { kind: alert.kind, reading, limit: bound, since, over: alert.over });
    }
}

/// Who is to know of a cause, of those who are at work.
fn readers(facts: &AlertFacts<'_>, alert: &Alert, cause: &AlertCause) -> Vec<ContactId> {
    let (policy, now) = (facts.policy, facts.now);
    let lead = || {
        let name = policy.teams.get(&team_of(facts, cause)?)?.lead.as_ref()?;
        policy.staff.get(name)
    };
    let may_know = |member: &&Member| may_know(facts, alert, member, cause);
    let acting = |member: &'_ Member| policy.acting(member, now).cloned();
    let members: Vec<Member> = match &alert.to {
        AlertTo::People(names) => names.iter().filter_map(|name| acting(policy.staff.get(name)?)).collect(),
        AlertTo::Lead => match lead().and_then(acting).filter(|lead| may_know(&lead)) {
            Some(lead) => vec![lead],
            None => lead().map(|lead| above(facts, lead, &may_know)).unwrap_or_default(),
        },
        AlertTo::Manager => match cause {
            AlertCause::Person(who) => policy.member(facts.roster, *who).map(|member| above(facts, member, &may_know)),
            _ => lead().map(|lead| above(facts, lead, &may_know)),
        }
        .unwrap_or_default(),
    };
    let known: BTreeSet<ContactId> =
        members.iter().filter(may_know).filter_map(|member| facts.roster.contact(&member.name)).collect();
    if !known.is_empty() || matches!(alert.to, AlertTo::People(_)) {
        return known.into_iter().collect();
    }
    // For want of anybody else it is the operator's matter; what judges a person only where he may see it.
    let operator = facts.operator.filter(|operator| match policy.member(facts.roster, *operator) {
        Some(member) => may_know(&member),
        None => !alert.kind.is_personal(),
    });
    operator.into_iter().collect()
}

/// The nearest above somebody who are at work and may know.
fn above(facts: &AlertFacts<'_>, member: &Member, may_know: &dyn Fn(&&Member) -> bool) -> Vec<Member> {
    let mut below = member;
    // A tree is not deeper than it has roles.
    for _ in 0..facts.policy.roles.len() {
        let managers = facts.policy.managers_of(below, facts.now);
        let Some(next) = managers.first().copied() else { break };
        let found: Vec<Member> = managers.into_iter().filter(may_know).cloned().collect();
        if !found.is_empty() {
            return found;
        }
        below = next;
    }
    Vec::new()
}

/// The team that a cause belongs to.
fn team_of(facts: &AlertFacts<'_>, cause: &AlertCause) -> Option<TeamName> {
    match cause {
        AlertCause::Desk => None,
        AlertCause::Team(team) => Some(team.clone()),
        AlertCause::Mailbox(mailbox) => facts.policy.mailboxes.get(mailbox)?.team.clone(),
        AlertCause::Subject(ticket) | AlertCause::Organisation(ticket) => facts.tickets.get(ticket)?.team.clone(),
        AlertCause::Person(who) => {
            let name = facts.roster.name(*who)?;
            let team = facts.policy.teams.values().find(|team| team.members.contains(name))?;
            Some(team.name.clone())
        }
    }
}

/// May a member see these figures? What is said of himself nobody is told by an alert.
fn may_know(facts: &AlertFacts<'_>, alert: &Alert, member: &Member, cause: &AlertCause) -> bool {
    let own = facts.roster.contact(&member.name);
    let of = match cause {
        AlertCause::Person(who) if own == Some(*who) => return false,
        AlertCause::Person(who) => ReportOf::Person(*who),
        cause => team_of(facts, cause).map_or(ReportOf::All, ReportOf::Team),
    };
    let is_peer = || {
        let AlertCause::Person(who) = cause else { return false };
        policy_role(facts, *who).is_some_and(|role| member.role.as_deref() == Some(role))
    };
    sight(member, &of, facts.policy, facts.roster).is_ok() && !(alert.kind.is_personal() && is_peer())
}

fn policy_role<'a>(facts: &AlertFacts<'a>, who: ContactId) -> Option<&'a str> {
    facts.policy.member(facts.roster, who)?.role.as_deref()
}

/// May somebody who is told see this ticket? The operator sees all, as he does where a ticket has nobody else.
fn sees(facts: &AlertFacts<'_>, reader: ContactId, ticket: &Ticket) -> bool {
    let Some(member) = facts.policy.member(facts.roster, reader) else { return true };
    let relation = relation(member, ticket, facts.policy, facts.roster, facts.now);
    access(&member.profile, relation, Permission::See) == Access::Granted
}

#[cfg(test)]
mod tests;
