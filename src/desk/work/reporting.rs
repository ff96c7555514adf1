//! Reports: what was measured, counted as somebody asks.

use jiff::civil::Date;

use crate::base::{ContactId, Span, StaffName, TeamName, Timestamp};
use crate::domain::{ContactDetail, Rows};
use crate::policy::Member;
use crate::report::{By, Period, Place, ReportKind, ReportQuery, Scene, Scope, Table, count};
use crate::store::{Disk, Keyspace, Store};

use super::super::ask::{Answer, ReportQuestion};
use super::super::error::DeskError;
use super::super::input::Reply;
use super::super::measure::Measures;
use super::super::settings::DeskSettings;
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

    /// A question of the command line, which may see everything.
    pub(super) fn report(&mut self, question: &ReportQuestion, now: Timestamp) -> Result<Reply, DeskError> {
        let query = self.report_query(question, now)?;
        self.store.commit()?;
        let measures = self.measures.get_or_insert_with(|| Measures::open(Place::Memory));
        measures.catch_up(&self.store)?;
        let table = table_of(measures, &self.store, &self.settings, &query)?;
        let mut answer = Answer { lines: table.lines(), is_no: table.is_empty(), ..Answer::default() };
        answer.text = if question.csv { table.csv() } else { self.report_text(&query, &table) };
        Ok(Reply::Answer(answer))
    }

    fn report_text(&self, query: &ReportQuery, table: &Table) -> String {
        let zone = self.settings.policy.calendar.zone();
        let day = |at: Timestamp| match jiff::Timestamp::from_millisecond(at.as_millis()) {
            Ok(at) => at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string(),
            Err(_) => at.to_string(),
        };
        let Period { since, until } = query.period;
        let zone = zone.iana_name().unwrap_or("local time");
        format!(
            "Report {}, from {} until {} ({zone}). Times are working time of the desk; --json and --csv have both.\n\n{}\n{}",
            query.kind,
            day(since),
            day(until),
            table.text(),
            table.definitions()
        )
    }

    fn report_query(&self, question: &ReportQuestion, now: Timestamp) -> Result<ReportQuery, DeskError> {
        let until = question.until.as_deref().map_or(Ok(now), |text| self.point(text, now))?;
        let since = question.since.as_deref().map_or(Ok(until.minus(USUAL)), |text| self.point(text, now))?;
        if since >= until {
            return Err(DeskError::Refused("the time of the report ends before it begins".to_owned()));
        }
        let by = question.by.unwrap_or_else(|| question.kind.by());
        if by == By::Hour && until.since(since) > Span::from_days(366) {
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

    /// `2026-11-01`: the beginning of that day; `30d`, `12h`, `8w`: so long ago.
    fn point(&self, text: &str, now: Timestamp) -> Result<Timestamp, DeskError> {
        let zone = self.settings.policy.calendar.zone();
        if let Ok(date) = text.parse::<Date>()
            && let Ok(at) = date.to_zoned(zone.clone())
        {
            return Ok(Timestamp::from_millis(at.timestamp().as_millisecond()));
        }
        let unit = |letter: &str| text.strip_suffix(letter).and_then(|count| count.parse::<u64>().ok());
        let ago = unit("h")
            .map(Span::from_hours)
            .or_else(|| unit("d").map(Span::from_days))
            .or_else(|| unit("w").map(|weeks| Span::from_days(weeks.saturating_mul(7))));
        ago.map(|ago| now.minus(ago)).ok_or_else(|| {
            DeskError::Refused(format!("{text:?} is neither a day like 2026-11-01 nor a time ago like 12h, 30d or 8w"))
        })
    }
}

/// Counts what is asked, and shows the time before it where the report compares.
fn table_of<D: Disk, K: Keyspace>(
    measures: &mut Measures,
    store: &Store<D, K>,
    settings: &DeskSettings,
    query: &ReportQuery,
) -> Result<Table, DeskError> {
    let policy = &settings.policy;
    let rows = store.view();
    let contact = |id: ContactId| rows.contact(id).ok().flatten();
    let name = |id: ContactId| match policy.member(&settings.roster, id) {
        Some(member) => member.name.to_string(),
        // Who has left is known by his contact alone.
        None => contact(id).map_or_else(|| "(unknown)".to_owned(), |row| row.name.text().to_owned()),
    };
    let organisation = |id: ContactId| {
        let row = contact(id);
        let named = row.as_ref().map(|row| row.detail_text(&ContactDetail::Organisation)).filter(|name| !name.is_empty());
        let domain = || row.as_ref().and_then(|row| row.address().map(|address| address.domain().to_ascii_lowercase()));
        named.map(str::to_owned).or_else(domain).unwrap_or_else(|| "(unknown)".to_owned())
    };
    let department = |team: &TeamName| policy.teams.get(team).and_then(|team| team.department.clone());
    let scene = Scene { calendar: &policy.calendar, name: &name, organisation: &organisation, department: &department };
    let unreadable = |error: std::io::Error| DeskError::Refused(format!("the measures cannot be read: {error}"));
    let counted = count(measures.ledger(), query, &scene).map_err(unreadable)?;
    let table = Table::new(query, counted);
    if query.kind != ReportKind::Trend {
        return Ok(table);
    }
    let before = ReportQuery { period: query.period.before(), by: By::Total, ..query.clone() };
    let counted = count(measures.ledger(), &before, &scene).map_err(unreadable)?;
    Ok(table.beside(counted.total))
}
