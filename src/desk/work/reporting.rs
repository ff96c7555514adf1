//! Reports: what was measured, counted as somebody asks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::base::{ContactId, Span, StaffName, TeamName, Timestamp, limit};
use crate::domain::{By, ReportKind, Rows};
use crate::policy::{Member, Policy, Stage, point};
use crate::report::{Colleague, Learning, Period, Place, ReportQuery, Scene, Scope, Snapshot};
use crate::store::{Disk, Keyspace};

use super::super::ask::{ReportForm, ReportQuestion};
use super::super::counting::Counting;
use super::super::error::DeskError;
use super::super::input::Reply;
use super::super::measure::Measures;
use super::Desk;

/// How far a report reaches back unless somebody says otherwise.
const USUAL: Span = Span::from_days(28);

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Keeps measures in a place from now on.
    pub fn measure_in(&mut self, place: Place) {
        self.measures = Some(Measures::open(place));
    }

    /// Folds some more of the journal into the measures; true while there is more. To be called whenever there is nothing else to
    /// do.
    ///
    /// # Errors
    /// [`DeskError::Store`] when the journal cannot be read.
    pub fn measure(&mut self) -> Result<bool, DeskError> {
        match &mut self.measures {
            Some(measures) => Ok(measures.follow(&self.store)?),
            None => Ok(false),
        }
    }

    /// A question of the command line, which may see everything: what is to be counted, by whoever asked.
    pub(super) fn report(&mut self, question: &ReportQuestion, now: Timestamp) -> Result<Reply, DeskError> {
        let query = self.report_query(question, now)?;
        self.store.commit()?;
        let zone = self.settings.policy.calendar.zone().clone();
        let Some(mut counting) = self.counting(query, zone, question.form, now)? else { return Ok(Reply::NotReady) };
        if question.form == ReportForm::Html {
            counting.language.clone_from(&self.settings.policy.desk.language);
        }
        let whose = question.team.as_ref().map(|team| format!("team {team}")).or_else(|| question.agent.clone());
        counting.whose = whose.unwrap_or_default();
        Ok(Reply::Counting(Box::new(counting)))
    }

    /// What counting needs; none as long as it is not all there, and then some more of it is.
    pub(super) fn counting(
        &mut self,
        query: ReportQuery,
        zone: TimeZone,
        form: ReportForm,
        now: Timestamp,
    ) -> Result<Option<Counting>, DeskError> {
        let measures = self.measures.get_or_insert_with(|| Measures::open(Place::Memory));
        if !measures.catch_up(&self.store)? {
            return Ok(None);
        }
        let mut organisations = BTreeMap::new();
        if query.by == By::Organisation {
            let mut collected = self.organisations.take().unwrap_or_default();
            if !collected.collect(&self.store.draft())? {
                self.organisations = Some(collected);
                return Ok(None);
            }
            organisations = collected.into_names();
        }
        let unreadable = |error: std::io::Error| DeskError::Refused(format!("the measures cannot be read: {error}"));
        let samples = measures.ledger().snapshot().map_err(unreadable)?;
        let policy = &self.settings.policy;
        let names = self.staff_names(&samples)?;
        let departments = policy.teams.values().filter_map(|team| Some((team.name.clone(), team.department.clone()?)));
        let scene = Scene {
            calendar: Arc::clone(&policy.calendar),
            zone,
            names,
            organisations,
            departments: departments.collect(),
            staff: if query.kind.is_of_people() { self.colleagues(now) } else { BTreeMap::new() },
            // Whoever types at the command line has no profile: he sees what everybody may see.
            mask: Some(policy.mask.clone()),
        };
        Ok(Some(Counting {
            order: None,
            samples,
            query,
            scene,
            language: "en".to_owned(),
            desk: policy.desk.name.clone(),
            domain: policy.desk.domain.clone(),
            reader: String::new(),
            whose: String::new(),
            form,
            templates: Arc::clone(&self.settings.templates),
        }))
    }

    /// What the settings say of the staff, for reports about people.
    fn colleagues(&self, now: Timestamp) -> BTreeMap<ContactId, Colleague> {
        let (policy, roster) = (&self.settings.policy, &self.settings.roster);
        let colleague = |member: &Member| Colleague {
            calendar: Arc::clone(policy.calendar_of(&member.name)),
            capacity: Some(member.capacity).filter(|capacity| *capacity != u32::MAX),
            teams: policy.teams.values().filter(|team| team.holds(&member.name)).map(|team| team.name.clone()).collect(),
            away: member.away.iter().map(|away| (away.from, away.until)).collect(),
            learning: learning(member, policy, now),
        };
        policy.staff.values().filter_map(|member| Some((roster.contact(&member.name)?, colleague(member)))).collect()
    }

    /// What the staff is called; who has left is known by his contact alone.
    fn staff_names(&self, samples: &Snapshot) -> Result<BTreeMap<ContactId, String>, DeskError> {
        let policy = &self.settings.policy;
        let present = policy.staff.values();
        let present = present.filter_map(|member| Some((self.settings.roster.contact(&member.name)?, member.name.to_string())));
        let mut names: BTreeMap<_, _> = present.collect();
        let rows = self.store.draft();
        for who in samples.catalogue().assignees() {
            if !names.contains_key(&who)
                && let Some(contact) = rows.contact(who)?
            {
                names.insert(who, contact.name.text().to_owned());
            }
        }
        Ok(names)
    }

    fn report_query(&self, question: &ReportQuestion, now: Timestamp) -> Result<ReportQuery, DeskError> {
        let until = question.until.as_deref().map_or(Ok(now), |text| self.point(text, now))?;
        // An export begins with the first record, unless somebody says otherwise.
        let usual = if question.form == ReportForm::Rows { Timestamp::from_seconds(0) } else { until.minus(USUAL) };
        let since = question.since.as_deref().map_or(Ok(usual), |text| self.point(text, now))?;
        if since >= until {
            return Err(DeskError::Refused("the time of the report ends before it begins".to_owned()));
        }
        let by = question.by.unwrap_or_else(|| question.kind.by());
        if by == By::Hour && until.since(since) > Span::from_days(limit::REPORT_HOURS_DAYS) {
            return Err(DeskError::Refused("a report by hour reaches over a year at most".to_owned()));
        }
        Ok(ReportQuery { kind: question.kind, period: Period { since, until }, by, scope: self.scope(question)? })
    }

    fn scope(&self, question: &ReportQuestion) -> Result<Scope, DeskError> {
        let policy = &self.settings.policy;
        if let Some(name) = &question.agent {
            let known = StaffName::new(name.clone()).ok().and_then(|name| policy.staff.get(&name));
            let member: &Member = known.ok_or_else(|| {
                DeskError::Missing(format!("the member of staff {name:?} (`maildesk staff list` shows everybody)"))
            })?;
            let contact = self.store.draft().contact_of_staff(member.name.clone())?;
            return Ok(contact.map_or_else(|| Scope::Of([].into(), [].into()), Scope::Own));
        }
        if question.kind == ReportKind::Personal {
            return Err(DeskError::Refused("whose? Say --agent NAME".to_owned()));
        }
        let Some(name) = &question.team else { return Ok(Scope::All) };
        let team = TeamName::new(name.clone()).ok().filter(|team| policy.teams.contains_key(team));
        let team = team.ok_or_else(|| {
            let teams: Vec<_> = policy.teams.keys().map(ToString::to_string).collect();
            DeskError::Missing(format!("the team {name:?}; there is {}", teams.join(", ")))
        })?;
        Ok(Scope::Of([team].into(), [].into()))
    }

    /// A point in time as it was typed.
    fn point(&self, text: &str, now: Timestamp) -> Result<Timestamp, DeskError> {
        point(text, now, self.settings.policy.calendar.zone()).ok_or_else(|| {
            DeskError::Refused(format!("{text:?} is neither a day like 2026-11-01 nor a time ago like 12h, 30d or 8w"))
        })
    }
}

/// What somebody learns; none where he is not being onboarded, has done no module and proves everything that he ever proved.
fn learning(member: &Member, policy: &Policy, now: Timestamp) -> Option<Learning> {
    let stage = Stage::ALL.into_iter().find(|(_, stage)| *stage == member.stage).map_or("", |(name, _)| name);
    let certifications: BTreeSet<&String> = member.certifications.keys().chain(member.person.certifications.keys()).collect();
    let overdue = certifications.into_iter().filter(|name| !member.is_certified(name, now));
    // Modules are for who has begun: nobody else is reminded of them either.
    let has_begun = member.step().is_some() || !member.person.modules.is_empty();
    let due = if has_begun { policy.modules_due(member) } else { Vec::new() };
    let learning = Learning {
        stage: stage.to_owned(),
        step: member.step().map(|step| step.to_string()).unwrap_or_default(),
        done: u64::try_from(member.person.modules.len()).unwrap_or(u64::MAX),
        due: due.into_iter().map(|module| module.name.clone()).collect(),
        overdue: overdue.cloned().collect(),
    };
    (has_begun || !learning.overdue.is_empty()).then_some(learning)
}
