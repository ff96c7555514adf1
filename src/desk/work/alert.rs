//! Alerts: hands out what is to be counted, and tells whoever is to know what came of it.
//!
//! A look reads little on the desk's thread: the tickets of the last hour where a spike is watched, and afterwards the tickets behind
//! what is too much. What was told stands in the state, so that a look after a restart tells nothing twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, MailboxName, TicketId, Timestamp, limit};
use crate::decide::{AlertFacts, STUCK, alert, alerts_due};
use crate::domain::{AlertCause, AlertKind, AlertReading, Alerts, ContactDetail, Rows, Status, Ticket};
use crate::policy::{Alert, AlertLevel, Policy};
use crate::report::{AlertScene, Place};
use crate::store::{Disk, Keyspace, Queries, StoreError};

use super::super::error::DeskError;
use super::super::looking::{Looked, Looking};
use super::super::measure::Measures;
use super::super::receive::carry_out;
use super::{Desk, Reply};

/// What came of asking whether it is time for a look.
pub(super) struct LookDue {
    /// Whoever counts is to be called.
    pub(super) is_called: bool,
    /// When the next look is.
    pub(super) next: Option<Timestamp>,
}

/// What new tickets may have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Common {
    Subject(String),
    Organisation(String),
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Is it time to look at what is watched? Who counts is called once for each look.
    pub(super) fn call_look(&mut self, now: Timestamp) -> LookDue {
        if self.settings.policy.service.alerts.is_empty() {
            return LookDue { is_called: false, next: None };
        }
        match self.next_look {
            Some(next) if next > now => LookDue { is_called: false, next: Some(next) },
            _ => LookDue { is_called: !std::mem::replace(&mut self.is_look_called, true), next: None },
        }
    }

    /// What is to be counted for a look, where it is time for one; none where it is not.
    pub(super) fn next_look(&mut self, now: Timestamp) -> Result<Option<Reply>, DeskError> {
        let is_due = self.next_look.is_none_or(|next| next <= now);
        if self.settings.policy.service.alerts.is_empty() || !is_due {
            return Ok(None);
        }
        self.store.commit()?;
        let measures = self.measures.get_or_insert_with(|| Measures::open(Place::Memory));
        if !measures.catch_up(&self.store)? {
            return Ok(Some(Reply::NotReady));
        }
        let unreadable = |error: std::io::Error| DeskError::Refused(format!("the measures cannot be read: {error}"));
        let samples = measures.ledger().snapshot().map_err(unreadable)?;
        // One that does not come back is made up for by the next one.
        self.next_look = alerts_due(&self.settings.policy, now);
        self.is_look_called = false;
        let alerts = self.settings.policy.service.alerts.clone();
        let scene = self.alert_scene(&alerts, now)?;
        let settings = self.settings.fingerprint;
        Ok(Some(Reply::Looking(Box::new(Looking { samples, alerts, scene, settings }))))
    }

    fn alert_scene(&self, alerts: &[Alert], now: Timestamp) -> Result<AlertScene, DeskError> {
        let (policy, roster) = (&self.settings.policy, &self.settings.roster);
        let contacts = |names: &[_]| names.iter().filter_map(|name| roster.contact(name)).collect();
        let capacities = policy.staff.values().filter_map(|member| Some((roster.contact(&member.name)?, member.capacity)));
        let stuck = self.health.iter().filter_map(|health| {
            let trouble = health.trouble.as_ref().filter(|trouble| trouble.since.plus(STUCK) <= now)?;
            Some((health.mailbox.clone(), trouble.because.clone()))
        });
        let troubles: BTreeMap<MailboxName, String> = stuck.collect();
        Ok(AlertScene {
            now,
            calendar: std::sync::Arc::clone(&policy.calendar),
            teams: policy.teams.values().map(|team| (team.name.clone(), contacts(&team.members))).collect(),
            capacities: capacities.collect(),
            mailboxes: policy.mailboxes.keys().cloned().collect(),
            troubles,
            spikes: self.spikes(alerts, now)?,
            low: policy.service.satisfaction.map_or(0, |satisfaction| satisfaction.low),
        })
    }

    /// New tickets by what they have in common, for each alert that asks.
    fn spikes(&self, alerts: &[Alert], now: Timestamp) -> Result<BTreeMap<usize, Vec<AlertReading>>, DeskError> {
        let asked = alerts.iter().enumerate().filter(|(_, alert)| alert.kind == AlertKind::Spike);
        let asked: Vec<(usize, &Alert)> = asked.collect();
        let Some(longest) = asked.iter().map(|(_, alert)| alert.over).max() else { return Ok(BTreeMap::new()) };
        let rows = self.store.draft();
        let policy = &self.settings.policy;
        let mut fresh = Vec::new();
        let last = rows.counters()?.unwrap_or_default().ticket.get();
        for number in (1..=last).rev().take(limit::ALERT_FLOOD) {
            let Some(ticket) = rows.ticket(TicketId::new(number))? else { continue };
            if ticket.opened_at <= now.minus(longest) {
                break;
            }
            let is_other = matches!(ticket.status, Status::Spam | Status::Merged) || ticket.practice.is_some();
            if !is_other {
                let common = common(&rows, &ticket, policy)?;
                fresh.push((ticket, common));
            }
        }
        let known = rows.alerts()?.unwrap_or_default();
        let mut spikes = BTreeMap::new();
        for (place, alert) in asked {
            spikes.insert(place, groups(&rows, alert, &fresh, &known, (policy, now))?);
        }
        Ok(spikes)
    }

    /// Tells whoever is to know what was counted.
    pub(super) fn looked(&mut self, looked: &Looked, now: Timestamp) -> Result<Reply, DeskError> {
        // Other settings have other alerts in these places: they are looked at at once.
        if looked.settings != self.settings.fingerprint {
            self.next_look = None;
            return Ok(Reply::Done);
        }
        let draft = self.store.draft();
        let policy = &self.settings.policy;
        let known = draft.alerts()?.unwrap_or_default();
        let mut tickets: BTreeMap<TicketId, Ticket> = BTreeMap::new();
        for (place, reading) in &looked.readings {
            let is_raised = |alert: &Alert| alert.level(reading) == AlertLevel::Raised;
            if !policy.service.alerts.get(*place).is_some_and(is_raised) {
                continue;
            }
            for id in reading.tickets.iter().copied().chain(named(&reading.cause)) {
                if let (false, Some(ticket)) = (tickets.contains_key(&id), draft.ticket(id)?) {
                    tickets.insert(id, ticket);
                }
            }
        }
        let operator = draft.contact_of_address(policy.desk.operator.key())?;
        let roster = &self.settings.roster;
        let facts = AlertFacts { readings: &looked.readings, known: &known, tickets: &tickets, operator, policy, roster, now };
        let plan = alert(&facts);
        if !plan.changes.is_empty() {
            let drafted = carry_out(draft, &self.settings, plan, None, now)?;
            self.accept(drafted)?;
        }
        Ok(Reply::Done)
    }
}

/// The ticket that a cause is known by.
const fn named(cause: &AlertCause) -> Option<TicketId> {
    match cause {
        AlertCause::Subject(ticket) | AlertCause::Organisation(ticket) => Some(*ticket),
        AlertCause::Desk | AlertCause::Team(_) | AlertCause::Mailbox(_) | AlertCause::Person(_) => None,
    }
}

/// What a ticket may have in common with others: its subject, and the organisation of who asks.
fn common<Q: Queries>(rows: &Q, ticket: &Ticket, policy: &Policy) -> Result<Vec<Common>, StoreError> {
    let subject = likeness(ticket.base_subject.text());
    let mut common: Vec<Common> = Some(subject).filter(|subject| !subject.is_empty()).map(Common::Subject).into_iter().collect();
    common.extend(organisation(rows, ticket.requester, policy)?.map(Common::Organisation));
    Ok(common)
}

/// A subject without what differs from one machine's report to the next: numbers, and how much space there is.
fn likeness(subject: &str) -> String {
    let mut alike = String::with_capacity(subject.len());
    for character in subject.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }) {
        if !(character == '0' && alike.ends_with('0')) {
            alike.push(character);
        }
    }
    alike.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The organisation that is written down of a contact, or his domain where not everybody has addresses there.
fn organisation<Q: Queries>(rows: &Q, who: ContactId, policy: &Policy) -> Result<Option<String>, StoreError> {
    let Some(contact) = rows.contact(who)? else { return Ok(None) };
    let written = contact.detail_text(&ContactDetail::Organisation);
    if !written.is_empty() {
        return Ok(Some(written.to_lowercase()));
    }
    let domain = contact.address().map(|address| address.domain().to_ascii_lowercase());
    Ok(domain.filter(|domain| !policy.volumes.free_mail_domains.contains(domain)))
}

/// Tickets that have something in common, as readings. One that somebody knows of already keeps the ticket that it is known by.
fn groups<Q: Queries>(
    rows: &Q,
    alert: &Alert,
    fresh: &[(Ticket, Vec<Common>)],
    known: &Alerts,
    (policy, now): (&Policy, Timestamp),
) -> Result<Vec<AlertReading>, StoreError> {
    let mut causes: BTreeMap<Common, AlertCause> = BTreeMap::new();
    let name = alert.name();
    for raised in known.raised.iter().filter(|raised| raised.alert == name) {
        let Some(ticket) = named(&raised.cause).map(|id| rows.ticket(id)).transpose()?.flatten() else { continue };
        let is_subject = matches!(raised.cause, AlertCause::Subject(_));
        let of = common(rows, &ticket, policy)?.into_iter().find(|one| matches!(one, Common::Subject(_)) == is_subject);
        causes.extend(of.map(|one| (one, raised.cause.clone())));
    }
    let mut groups: BTreeMap<&Common, Vec<TicketId>> = BTreeMap::new();
    // From the newest to the oldest, which a group is known by.
    for (ticket, common) in fresh.iter().rev() {
        let is_watched = alert.teams.is_empty() || ticket.team.as_ref().is_some_and(|team| alert.teams.contains(team));
        if is_watched && ticket.opened_at > now.minus(alert.over) {
            common.iter().for_each(|one| groups.entry(one).or_default().push(ticket.id));
        }
    }
    let mut readings: Vec<AlertReading> = Vec::new();
    let mut told: BTreeSet<TicketId> = BTreeSet::new();
    // Subjects come before organisations: where most of an organisation's tickets are one subject's, that says it.
    for (common, tickets) in groups {
        let Some(first) = tickets.first() else { continue };
        let is_said = tickets.iter().filter(|ticket| told.contains(ticket)).count().saturating_mul(2) >= tickets.len();
        let cause = causes.get(common).cloned().unwrap_or(match common {
            Common::Subject(_) => AlertCause::Subject(*first),
            Common::Organisation(_) => AlertCause::Organisation(*first),
        });
        if tickets.len() < 2 || is_said && matches!(common, Common::Organisation(_)) {
            continue;
        }
        let total = u64::try_from(tickets.len()).unwrap_or(u64::MAX);
        let shown = tickets.iter().copied().take(limit::ALERT_LOOKED_AT).collect();
        let reading = AlertReading { cause, figure: total, usual: None, cases: total, tickets: shown, total, trouble: None };
        if alert.level(&reading) == AlertLevel::Raised {
            told.extend(tickets);
        }
        readings.push(reading);
    }
    Ok(readings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_are_alike_whatever_their_numbers() {
        assert_eq!(likeness("Order 4711 failed"), likeness("order 12  failed"));
        assert_eq!(likeness("disk /dev/sda1 full"), "disk /dev/sda0 full");
        assert_ne!(likeness("disk full"), likeness("disk 0 full"));
    }
}
