//! `#report`: figures, by mail to the registered address of whoever asks. It changes nothing, so it takes as little proof as a list.
//!
//! The figures are counted beside the desk's work and come in a letter of their own. What the asker may see is asked here, so
//! that a refusal is told at once, and once more when they are counted.

use crate::base::{Span, StaffName, TeamName, limit};
use crate::domain::{By, Change, Notice, ReportKind, ReportOf, ReportOrder};
use crate::policy::{Permission, point, sight};

use super::super::absence::zone_of;
use super::super::facts::Question;
use super::order::{Asker, Order, Risk, Scope, Work};
use super::people::find_member;
use super::table::{Family, nearest_of};

/// How far a report reaches back unless somebody says otherwise.
const USUAL: Span = Span::from_days(28);
const EXAMPLE: &str = "#report personal since 4w";

pub(super) const FAMILY: &[Family] = &[Family {
    name: "report",
    risk: Risk::ReadOnly,
    usage: "#report [KIND] [of who] [by what] [since 4w|2026-11-01] [until 2026-12-01]",
    example: EXAMPLE,
    english: "sends you figures: personal, agents, team, category, department, trend, sla, routing, automation, satisfaction, workload, training or organisation",
    german: "schickt Ihnen Zahlen: personal, agents, team, category, department, trend, sla, routing, automation, satisfaction, workload, training oder organisation",
    read: |argument| Some(Box::new(Report(argument.to_owned()))),
}];

/// A report as it was asked for.
#[derive(Debug)]
struct Report(String);

/// What was typed, taken apart: each word of these begins a part, which reaches to the next of them.
#[derive(Debug, Default)]
struct Parts {
    kind: String,
    of: String,
    by: String,
    since: String,
    until: String,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self::default();
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let mut part = 0;
        for word in words.drain(..) {
            part = match word.to_lowercase().as_str() {
                "of" | "von" => 1,
                "by" | "nach" => 2,
                "since" | "from" | "seit" | "ab" => 3,
                "until" | "till" | "bis" => 4,
                _ => {
                    let into = match part {
                        0 => &mut parts.kind,
                        1 => &mut parts.of,
                        2 => &mut parts.by,
                        3 => &mut parts.since,
                        _ => &mut parts.until,
                    };
                    if !into.is_empty() {
                        into.push(' ');
                    }
                    into.push_str(word);
                    continue;
                }
            };
        }
        parts
    }
}

impl Order for Report {
    fn needs(&self, asker: &Asker<'_>) -> Permission {
        // The least that lets anybody see any figures; how much follows from `sight`.
        let any = [Permission::AnalyticsAll, Permission::AnalyticsTeam, Permission::AnalyticsCategory];
        any.into_iter().find(|one| asker.member.profile.may(*one)).unwrap_or(Permission::AnalyticsOwn)
    }

    fn scope(&self) -> Scope {
        Scope::Desk
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Reports]
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let parts = Parts::of(&self.0);
        let (policy, now) = (work.arrival.policy, work.arrival.now);
        let kind = kind_of(&parts.kind)?;
        let of = whose(&parts.of, kind, work)?;
        if let Err(lacking) = sight(work.member, &of, policy, work.arrival.roster) {
            return Err(Notice::NotPermitted { command: "report".to_owned(), permission: lacking.as_str().to_owned() });
        }
        if work.facts.orders.reports_waiting >= limit::REPORTS_WAITING {
            return Err(Notice::TooManyReports);
        }
        let by = if parts.by.is_empty() { None } else { Some(parts.by.parse::<By>().map_err(|_| self.unreadable())?) };
        let zone = zone_of(work.member, policy);
        let at = |text: &str| point(text, now, &zone).ok_or_else(|| self.unreadable());
        let until = if parts.until.is_empty() { now } else { at(&parts.until)?.min(now) };
        let since = if parts.since.is_empty() { until.minus(USUAL) } else { at(&parts.since)? };
        let is_too_long = by == Some(By::Hour) && until.since(since) > Span::from_days(limit::REPORT_HOURS_DAYS);
        if since >= until || is_too_long {
            return Err(self.unreadable());
        }
        let order = ReportOrder {
            to: work.agent,
            kind,
            by,
            of,
            since,
            until,
            mailbox: Some(work.arrival.mailbox.name.clone()),
            answers: work.arrival.mail.message_id.clone().map(Into::into),
            due: None,
        };
        work.draft.push(Change::ReportOrdered { order: Box::new(order) });
        Ok(Vec::new())
    }
}

impl Report {
    fn unreadable(&self) -> Notice {
        Notice::BadArgument { command: "report".to_owned(), argument: self.0.clone(), example: EXAMPLE.to_owned() }
    }
}

/// The report of a name; alone: one's own.
fn kind_of(typed: &str) -> Result<ReportKind, Notice> {
    if typed.is_empty() {
        return Ok(ReportKind::Personal);
    }
    let reports = || ReportKind::ALL.iter().map(ToString::to_string).collect();
    typed.parse().map_err(|_| Notice::NoSuchReport { name: typed.to_owned(), reports: reports() })
}

/// Whose work: a team's by its name, else somebody's; what is said of nobody is the asker's own, or as much as he may see.
fn whose(typed: &str, kind: ReportKind, work: &Work<'_>) -> Result<ReportOf, Notice> {
    let policy = work.arrival.policy;
    match typed.to_lowercase().as_str() {
        "" if kind == ReportKind::Personal => return Ok(ReportOf::Person(work.agent)),
        "" => return Ok(ReportOf::All),
        "me" | "mir" => return Ok(ReportOf::Person(work.agent)),
        _ => {}
    }
    if let Some(team) = policy.teams.keys().find(|team| team.as_str().eq_ignore_ascii_case(typed)) {
        return Ok(ReportOf::Team(team.clone()));
    }
    find_member(work, typed).map(|(who, _)| ReportOf::Person(who)).map_err(|_| {
        let names = policy.teams.keys().map(TeamName::as_str).chain(policy.staff.keys().map(StaffName::as_str));
        Notice::NoSuchMember { name: typed.to_owned(), nearest: nearest_of(typed, names) }
    })
}
