//! Measures that follow from a ticket's whole history, recomputed ticket for ticket with all of it at hand.

use super::*;
use crate::domain::Person;

/// What a ticket's history comes to, each with its time.
#[derive(Default)]
struct Told {
    /// Who had resolved it when its customer was asked.
    asked: Vec<(Timestamp, Option<ContactId>)>,
    /// When he answered, when he was asked, who had resolved it, and the rating.
    rated: Vec<(Timestamp, Timestamp, Option<ContactId>, u8)>,
    /// Answers and mails of the staff that a resolution took.
    resolved: Vec<(Timestamp, u64, u64)>,
    escalated: Vec<Timestamp>,
    corrected: Vec<Timestamp>,
    offered: Vec<Timestamp>,
    helped: Vec<Timestamp>,
}

/// A record of one ticket, with what was so before and after it.
struct Moment<'a> {
    record: &'a Written,
    before: Status,
    after: Status,
    assignee: Option<ContactId>,
}

impl Moment<'_> {
    fn staff(&self) -> Option<ContactId> {
        if let Actor::Staff(who) = self.record.actor { Some(who) } else { None }
    }

    fn has(&self, what: impl Fn(&Change) -> bool) -> bool {
        self.record.changes.iter().any(what)
    }

    fn has_entry(&self, kind: EntryKind) -> bool {
        self.has(|change| matches!(change, Change::EntryAdded { entry, .. } if entry.kind == kind))
    }

    fn finishes(&self) -> bool {
        self.before.is_unfinished() && !self.after.is_unfinished()
    }

    fn reopens(&self) -> bool {
        !self.before.is_unfinished() && self.after.is_unfinished()
    }
}

/// The moments of a ticket; each record of the invented years is about one.
fn moments(records: &[Written], ticket: TicketId) -> Vec<Moment<'_>> {
    let (mut status, mut assignee) = (Status::New, None);
    let mut all = Vec::new();
    for record in records.iter().filter(|record| record.changes.iter().any(|change| change.ticket() == Some(ticket))) {
        let before = status;
        for change in &record.changes {
            match change {
                Change::StatusChanged { to, .. } => status = *to,
                Change::Assigned { to, .. } => assignee = *to,
                _ => {}
            }
        }
        all.push(Moment { record, before, after: status, assignee });
    }
    all
}

fn told(moments: &[Moment<'_>]) -> Told {
    let mut told = Told::default();
    let opening = &moments[0].record.changes;
    let opened = moments[0].record.at;
    for (place, moment) in moments.iter().enumerate() {
        let (at, earlier) = (moment.record.at, &moments[..place]);
        let resolver = || earlier.iter().rev().find(|one| one.finishes()).and_then(|one| one.staff().or(one.assignee));
        let is_question = |one: &&Moment<'_>| one.has(|change| matches!(change, Change::SurveySent { .. }));
        if is_question(&moment) {
            told.asked.push((at, resolver()));
        }
        for change in &moment.record.changes {
            if let Change::Rated { rating, .. } = change {
                let question = earlier.iter().rposition(|one| is_question(&one));
                let is_answered =
                    |from: usize| moments[from..place].iter().any(|one| one.has(|change| matches!(change, Change::Rated { .. })));
                if let Some(from) = question.filter(|from| !is_answered(*from)) {
                    let asked = moments[from].record.at;
                    let who = told.asked.iter().find(|(at, _)| *at == asked).expect("asked").1;
                    told.rated.push((at, asked, who, rating.get()));
                }
            }
        }
        if moment.finishes() && moment.after != Status::Spam {
            let from = earlier.iter().rposition(Moment::reopens).unwrap_or(0);
            let since = &moments[from..=place];
            let replies = since.iter().filter(|one| one.has_entry(EntryKind::Reply)).count();
            let touches = since.iter().filter(|one| one.staff().is_some()).count();
            told.resolved.push((at, u64::try_from(replies).expect("few"), u64::try_from(touches).expect("few")));
            let is_first = !earlier.iter().any(Moment::reopens);
            let nobody_wrote = !earlier.iter().any(|one| one.has_entry(EntryKind::Message))
                && !moments[..=place].iter().any(|one| one.has_entry(EntryKind::Reply));
            let was_offered = opening.iter().any(|change| matches!(change, Change::ArticlesOffered { .. }));
            if is_first && nobody_wrote && was_offered {
                told.helped.push(at);
            }
        }
        let is_escalation = |one: &Moment<'_>| one.has(|change| matches!(change, Change::LetterQueued { .. }));
        // Once until it is finished; a letter about a finished ticket counts by itself.
        let last_end = earlier.iter().rposition(|one| !one.after.is_unfinished()).map_or(0, |end| end + 1);
        if is_escalation(moment) && !moments[last_end..place].iter().any(is_escalation) {
            told.escalated.push(at);
        }
    }
    told.offered.extend(opening.iter().any(|change| matches!(change, Change::ArticlesOffered { .. })).then_some(opened));
    told.corrected.extend(corrected(moments));
    told
}

/// The first correction of what the opening had set, unless somebody has answered before or it came too late.
fn corrected(moments: &[Moment<'_>]) -> Option<Timestamp> {
    let opened = &moments[0].record;
    let answered = moments.iter().position(|one| one.has_entry(EntryKind::Reply)).unwrap_or(moments.len());
    let mut now: BTreeMap<&str, String> = BTreeMap::new();
    let value = |change: &Change| match change {
        Change::TeamSet { team, .. } => Some(("team", format!("{team:?}"))),
        Change::PrioritySet { priority, .. } => Some(("priority", format!("{priority:?}"))),
        Change::CategorySet { category, .. } => Some(("category", format!("{category:?}"))),
        _ => None,
    };
    now.extend(opened.changes.iter().filter_map(value));
    for moment in moments[1..answered].iter() {
        for (what, value) in moment.record.changes.iter().filter_map(value) {
            if moment.staff().is_some() && now.get(what).is_some_and(|was| *was != value) {
                let is_soon = moment.record.at.since(opened.at) <= Span::from_days(3);
                return is_soon.then_some(moment.record.at);
            }
            now.entry(what).and_modify(|was| *was = value);
        }
    }
    None
}

fn all_told(records: &[Written]) -> Told {
    let mut all = Told::default();
    let opened = |record: &Written| match record.changes.first() {
        Some(Change::TicketOpened(opening)) => Some(opening.ticket),
        _ => None,
    };
    for ticket in records.iter().filter_map(opened) {
        let one = told(&moments(records, ticket));
        all.asked.extend(one.asked);
        all.rated.extend(one.rated);
        all.resolved.extend(one.resolved);
        all.escalated.extend(one.escalated);
        all.corrected.extend(one.corrected);
        all.offered.extend(one.offered);
        all.helped.extend(one.helped);
    }
    all
}

#[test]
fn figures_of_whole_histories_are_those_of_a_naive_recomputation() {
    for seed in 11..=12 {
        let (records, _) = years(seed);
        let mut ledger = Ledger::in_memory();
        folded(&records, &mut ledger, 0, records.len());
        let told = all_told(&records);
        let counts = [told.rated.len(), told.helped.len(), told.corrected.len(), told.escalated.len()];
        assert!(counts.iter().all(|count| *count > 20), "{counts:?} are too few: they would prove nothing");
        let mut dice = Dice(seed);
        for _ in 0..20 {
            let since = Timestamp::from_seconds(1_735_689_600).plus(Span::from_hours(dice.below(10_000)));
            let period = Period { since, until: since.plus(Span::from_hours(1 + dice.below(6000))) };
            let within = |at: Timestamp| at >= period.since && at < period.until;
            let times = |all: &[Timestamp]| u64::try_from(all.iter().filter(|at| within(**at)).count()).expect("few");
            let total = counted(&mut ledger, period, By::Total).total;
            let rated: Vec<_> = told.rated.iter().filter(|(at, ..)| within(*at)).collect();
            let asked: Vec<_> = told.asked.iter().filter(|(at, _)| within(*at)).collect();
            let resolved: Vec<_> = told.resolved.iter().filter(|(at, ..)| within(*at)).collect();
            let count = |of: usize| u64::try_from(of).expect("few");
            assert_eq!(total.asked, count(asked.len()), "seed {seed}, {period:?}");
            let answered = rated.iter().filter(|(_, asked, ..)| within(*asked)).count();
            assert_eq!(total.asked_answered, count(answered), "seed {seed}, {period:?}");
            for (place, number) in (1..=5).enumerate() {
                assert_eq!(total.ratings[place], count(rated.iter().filter(|(.., rating)| *rating == number).count()));
            }
            assert_eq!(total.resolved_replies, resolved.iter().map(|(_, replies, _)| replies).sum::<u64>(), "seed {seed}");
            assert_eq!(total.resolved_touches, resolved.iter().map(|(.., touches)| touches).sum::<u64>(), "seed {seed}");
            assert_eq!(total.escalated, times(&told.escalated), "seed {seed}");
            assert_eq!(total.corrected, times(&told.corrected), "seed {seed}");
            assert_eq!((total.offered, total.helped), (times(&told.offered), times(&told.helped)), "seed {seed}");

            // Satisfaction is that with who had resolved the ticket.
            let by_agent = counted(&mut ledger, period, By::Agent);
            for number in 0..AGENTS {
                let who = Some(agent(number));
                let row = by_agent.rows.iter().find(|(name, _)| *name == agent(number).to_string());
                let figures = row.map(|(_, figures)| figures.clone()).unwrap_or_default();
                let his = count(rated.iter().filter(|(_, _, resolver, _)| *resolver == who).count());
                assert_eq!(figures.rated(), his, "seed {seed}");
                assert_eq!(figures.asked, count(asked.iter().filter(|(_, resolver)| *resolver == who).count()));
            }
        }
    }
}

/// What one person did, mail for mail: when, and to which ticket.
fn mails(records: &[Written], who: ContactId, period: Period) -> Vec<(Timestamp, TicketId)> {
    let by_him = records.iter().filter(|record| record.actor == Actor::Staff(who));
    let mail = |record: &Written| record.changes.iter().find_map(Change::ticket).map(|ticket| (record.at, ticket));
    by_him.filter_map(mail).filter(|(at, _)| *at >= period.since && *at < period.until).collect()
}

/// Seconds of a period in which somebody is away, by the row that the domain keeps of him.
fn away(records: &[Written], who: ContactId, period: Period) -> u64 {
    let mut row = Person::default();
    for record in records {
        for change in &record.changes {
            if let Change::Person { contact, event, .. } = change
                && *contact == who
            {
                row.apply(event, None, record.at);
            }
        }
    }
    let ends = row.away.iter().flat_map(|one| [Some(one.from), one.until]).flatten();
    let mut edges: Vec<Timestamp> = ends.chain([period.since, period.until]).collect();
    edges.retain(|at| *at >= period.since && *at <= period.until);
    edges.sort_unstable();
    let pieces = edges.windows(2).filter(|piece| row.away.iter().any(|one| one.covers(piece[0])));
    pieces.map(|piece| piece[1].since(piece[0]).as_seconds()).sum()
}

#[test]
fn the_days_of_people_are_those_of_a_naive_recomputation() {
    for seed in 21..=22 {
        let (records, naive) = years(seed);
        let mut ledger = Ledger::in_memory();
        folded(&records, &mut ledger, 0, records.len());
        let mut dice = Dice(seed);
        let (mut long_sessions, mut absent) = (0, 0);
        for _ in 0..5 {
            let since = Timestamp::from_seconds(1_735_689_600).plus(Span::from_hours(dice.below(10_000)));
            let period = Period { since, until: since.plus(Span::from_hours(1 + dice.below(6000))) };
            let by_agent = counted_of(&mut ledger, ReportKind::Workload, period, By::Agent);
            let mut sum = Figures::default();
            for number in 0..AGENTS {
                let who = agent(number);
                let mails = mails(&records, who, period);
                let mut sessions: Vec<Vec<(Timestamp, TicketId)>> = Vec::new();
                for mail in &mails {
                    match sessions
                        .last_mut()
                        .filter(|session| session.last().is_some_and(|(last, _)| mail.0.since(*last) <= Span::from_minutes(30)))
                    {
                        Some(session) => session.push(*mail),
                        None => sessions.push(vec![*mail]),
                    }
                }
                let tickets = |session: &Vec<(Timestamp, TicketId)>| {
                    session.iter().map(|(_, ticket)| *ticket).collect::<std::collections::BTreeSet<_>>().len()
                };
                long_sessions += sessions.iter().filter(|session| tickets(session) > 1).count();
                let count = |of: usize| u64::try_from(of).expect("few");
                let distinct = |seconds| {
                    count(mails.iter().map(|(at, _)| at.as_seconds() / seconds).collect::<std::collections::BTreeSet<_>>().len())
                };
                let row = by_agent.rows.iter().find(|(name, _)| *name == who.to_string()).expect("each has a row");
                let activity = &row.1.activity;
                assert_eq!(activity.sessions, count(sessions.len()), "seed {seed}");
                assert_eq!(activity.tickets, count(sessions.iter().map(tickets).sum()), "seed {seed}");
                assert_eq!((activity.hours, activity.days), (distinct(3600), distinct(86_400)), "seed {seed}");
                let working = period.until.since(period.since).as_seconds();
                let away = away(&records, who, period);
                absent += usize::from(away > 0);
                assert_eq!((row.1.working, row.1.present), (working, working - away), "seed {seed}, {who}, {period:?}");
                assert_eq!(row.1.capacity, 10);
                for (into, from) in [(&mut sum.working, row.1.working), (&mut sum.present, row.1.present)] {
                    *into += from;
                }
            }
            assert_eq!((by_agent.total.working, by_agent.total.present), (sum.working, sum.present));
            let open = |(from, until): &&(Timestamp, Option<Timestamp>)| {
                *from < period.until && until.is_none_or(|until| until >= period.until)
            };
            let backlog = u64::try_from(naive.unfinished.iter().filter(open).count()).expect("few");
            assert_eq!(by_agent.total.load(), Some(backlog * 10_000 / (10 * AGENTS)), "seed {seed}");
        }
        assert!(long_sessions > 20 && absent > 5, "{long_sessions} and {absent} are too few: they would prove nothing");
    }
}
