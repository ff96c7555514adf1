//! Reports on a schedule: orders what is due, once for each time and reader.
//!
//! What was seen to last stands in the state, so that neither a restart nor a clock that jumps orders a report twice; what was missed
//! while the desk was down is ordered once, late. A reader who is new to an entry begins with its next time.

use jiff::tz::TimeZone;

use crate::base::{ContactId, Timestamp, limit};
use crate::domain::{Actor, Cause, Change, ReportDue, ReportKind, ReportOf, ReportOrder, Reports, Rows};
use crate::policy::{Member, ScheduledOf, ScheduledReport};
use crate::store::{Disk, Keyspace};

use super::super::error::DeskError;
use super::Desk;

/// What came of looking whether a report is due.
pub(super) struct Ordered {
    /// How many were.
    pub(super) reports: usize,
    /// When the next one is.
    pub(super) next: Option<Timestamp>,
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Orders the reports that are due. Between two of them nothing is looked at but the time of the next.
    pub(super) fn order_reports(&mut self, now: Timestamp) -> Result<Ordered, DeskError> {
        if let Some(next) = self.next_report.filter(|next| *next > now) {
            return Ok(Ordered { reports: 0, next: Some(next) });
        }
        let mut came = Ordered { reports: 0, next: None };
        if self.settings.policy.service.reports.is_empty() {
            return Ok(came);
        }
        let row = self.store.draft().reports()?.unwrap_or_default();
        let mut changes = Vec::new();
        let room = limit::REPORTS_WAITING.saturating_sub(row.waiting.len());
        for (report, member, contact) in self.readers() {
            let zone = TimeZone::get(&member.time_zone).unwrap_or_else(|_| self.settings.policy.calendar.zone().clone());
            came.next = came.next.into_iter().chain(report.every.next(now, &zone)).min();
            let Some(change) = self.due(report, contact, &zone, &row, now) else { continue };
            if matches!(change, Change::ReportOrdered { .. }) {
                if came.reports >= room {
                    // The others are due still when these are counted.
                    came.next = Some(now);
                    continue;
                }
                came.reports = came.reports.saturating_add(1);
            }
            changes.push(change);
        }
        if !changes.is_empty() {
            let mut draft = self.store.draft();
            for change in changes {
                draft.apply(change, now).map_err(DeskError::Plan)?;
            }
            let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
            self.accept(drafted)?;
        }
        self.next_report = came.next.filter(|next| *next > now);
        came.next = self.next_report;
        Ok(came)
    }

    /// Each entry of the schedule with each of its readers.
    fn readers(&self) -> impl Iterator<Item = (&ScheduledReport, &Member, ContactId)> {
        let policy = &self.settings.policy;
        policy.service.reports.iter().flat_map(move |report| {
            report.to.iter().filter_map(move |name| {
                let member = policy.staff.get(name)?;
                Some((report, member, self.settings.roster.contact(name)?))
            })
        })
    }

    /// The order of a report, where it is due; or that its reader begins with its next time.
    fn due(&self, report: &ScheduledReport, to: ContactId, zone: &TimeZone, row: &Reports, now: Timestamp) -> Option<Change> {
        let contact = |name| self.settings.roster.contact(name);
        let of = match &report.of {
            ScheduledOf::Reader if report.kind == ReportKind::Personal => ReportOf::Person(to),
            ScheduledOf::Reader => ReportOf::All,
            ScheduledOf::Person(name) => ReportOf::Person(contact(name)?),
            ScheduledOf::Team(team) => ReportOf::Team(team.clone()),
        };
        // People stand in the journal's facts by their numbers alone.
        let whose = match &of {
            ReportOf::All => "all".to_owned(),
            ReportOf::Person(who) => format!("of {who}"),
            ReportOf::Team(team) => format!("team {team}"),
        };
        let by = report.by.map(|by| format!(" by {by}")).unwrap_or_default();
        let name = format!("{} {whose}{by} {} to {to}", report.kind, report.every);
        let at = report.every.last(now, zone)?;
        match row.seen.get(&name) {
            None => Some(Change::ReportAwaited { name, since: now }),
            Some(seen) if *seen >= at => None,
            Some(_) => {
                let (since, until) = report.every.period(at, zone)?;
                let due = Some(ReportDue { name, at });
                let order =
                    ReportOrder { to, kind: report.kind, by: report.by, of, since, until, mailbox: None, answers: None, due };
                Some(Change::ReportOrdered { order: Box::new(order) })
            }
        }
    }
}
