//! Measures against a naive recomputation over years, and against themselves: at once, piece by piece, and after an unclean end.

mod alerts;
mod exported;
mod histories;
mod pages;
mod reviews;

#[cfg(feature = "plots")]
pub(crate) use pages::sample;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;

use jiff::tz::TimeZone;

use super::*;
use crate::base::{
    CategoryName, ContactId, Digest, EntryNumber, MailboxName, OutboxId, Private, Seq, Span, TeamName, TicketId, Timestamp,
};
use crate::domain::{
    AbsenceSource, Actor, Author, By, Change, Entry, EntryKind, Envelope, LetterKind, LetterState, Opening, OutboxItem,
    PersonEvent, Practice, Priority, Proof, Rating, ReportKind, SenderProof, Status, Verdict,
};
use crate::policy::{Calendar, Mask};

/// One record of the invented journal.
struct Written {
    at: Timestamp,
    actor: Actor,
    changes: Vec<Change>,
}

/// The invented journal before a record.
struct Before<'a>(&'a [Written]);

impl Past for Before<'_> {
    type Error = Infallible;

    fn each(&self, ticket: TicketId, show: &mut dyn FnMut(Event<'_>)) -> Result<(), Infallible> {
        for record in self.0.iter().filter(|record| record.changes.iter().any(|change| change.ticket() == Some(ticket))) {
            show(event(record));
        }
        Ok(())
    }
}

fn event(record: &Written) -> Event<'_> {
    Event { at: record.at, actor: record.actor, changes: &record.changes }
}

/// Numbers that follow from a seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}

const TEAMS: [&str; 3] = ["support", "billing", "hardware"];
const AGENTS: u64 = 5;

fn team(number: u64) -> TeamName {
    let name = usize::try_from(number).ok().and_then(|number| TEAMS.get(number)).expect("a team");
    TeamName::new(*name).expect("a name")
}

fn agent(number: u64) -> ContactId {
    ContactId::new(u32::try_from(number).expect("small") + 1)
}

/// What the naive way remembers of a ticket.
#[derive(Clone)]
struct Known {
    id: TicketId,
    opened: Timestamp,
    since: Timestamp,
    status: Status,
    team: Option<TeamName>,
    awaiting: Option<Timestamp>,
    answers: u32,
    entries: u32,
    is_asked: bool,
}

/// What happened, in the words of the definitions.
#[derive(Default)]
struct Naive {
    opened: Vec<(Timestamp, Option<TeamName>)>,
    resolved: Vec<(Timestamp, Timestamp)>,
    reopened: Vec<Timestamp>,
    first: Vec<(Timestamp, Timestamp)>,
    next: Vec<(Timestamp, Timestamp)>,
    /// By ticket: from when until when it was unfinished.
    unfinished: Vec<(Timestamp, Option<Timestamp>)>,
}

/// Two years of some tickets, with what the naive way makes of them.
fn years(seed: u64) -> (Vec<Written>, Naive) {
    let mut dice = Dice(seed);
    let mut at = Timestamp::from_seconds(1_735_689_600);
    let (mut records, mut naive, mut tickets) = (Vec::new(), Naive::default(), Vec::<Known>::new());
    let mut open: BTreeMap<TicketId, usize> = BTreeMap::new();
    for _ in 0..4000 {
        // A desk's day: some mails soon after each other, then a pause.
        let pause = if dice.below(3) == 0 { 90_000 } else { 2_000 };
        at = at.plus(Span::from_seconds(dice.below(pause)));
        let mut changes = Vec::new();
        let mut actor = Actor::Staff(agent(dice.below(AGENTS)));
        if dice.below(40) == 0 {
            actor = Actor::Desk;
            changes.push(absence(&mut dice, at));
        } else if tickets.is_empty() || dice.below(4) == 0 {
            let ticket = TicketId::new(u32::try_from(tickets.len()).expect("few") + 1);
            let team = Some(team(dice.below(3)));
            actor = Actor::Customer(ContactId::new(100));
            changes.push(Change::TicketOpened(Opening {
                ticket,
                mailbox: MailboxName::new("support").expect("a name"),
                requester: ContactId::new(100 + u32::try_from(dice.below(20)).expect("small")),
                subject: Private::from(String::new()),
                base_subject: Private::from(String::new()),
                language: None,
                unverified: false,
            }));
            let rules = if dice.below(2) == 0 { vec!["printers".to_owned()] } else { Vec::new() };
            changes.push(Change::Routed { ticket, rules });
            changes.push(Change::TeamSet { ticket, team: team.clone() });
            if dice.below(2) == 0 {
                changes.push(Change::PrioritySet { ticket, priority: Priority::High });
            }
            if dice.below(3) == 0 {
                changes.push(Change::ArticlesOffered { ticket, articles: vec!["refunds".to_owned()] });
            }
            changes.push(Change::AnswerAwaited { ticket });
            naive.opened.push((at, team.clone()));
            open.insert(ticket, naive.unfinished.len());
            naive.unfinished.push((at, None));
            let status = Status::New;
            let (awaiting, is_asked) = (Some(at), false);
            tickets.push(Known { id: ticket, opened: at, since: at, status, team, awaiting, answers: 0, entries: 0, is_asked });
        } else {
            // Every other time one of the last tickets: much happens soon or not at all.
            let count = u64::try_from(tickets.len()).expect("few");
            let range = if dice.below(2) == 0 { count } else { count.min(12) };
            let which = usize::try_from(count - 1 - dice.below(range)).expect("few");
            let is_answer = dice.below(6) == 0;
            let which = tickets.iter().position(|ticket: &Known| is_answer && ticket.is_asked).unwrap_or(which);
            let known = tickets.get_mut(which).expect("a ticket");
            let ticket = known.id;
            match dice.below(11) {
                6 => changes.push(set(&mut dice, ticket)),
                7 => {
                    actor = Actor::Customer(ContactId::new(100));
                    known.entries += 1;
                    let message = Entry { kind: EntryKind::Message, ..reply(ticket, known.entries, at, actor) };
                    changes.push(Change::EntryAdded { entry: Box::new(message), refers: Vec::new() });
                }
                8 => {
                    actor = Actor::Desk;
                    changes.push(Change::LetterQueued { item: Box::new(escalation(ticket, at)) });
                }
                9 | 10 if !known.status.is_unfinished() && !known.is_asked => {
                    actor = Actor::Desk;
                    changes.push(Change::SurveySent { ticket, contact: ContactId::new(100) });
                    known.is_asked = true;
                }
                9 | 10 if known.is_asked => {
                    actor = Actor::Customer(ContactId::new(100));
                    let rating = u8::try_from(1 + dice.below(5)).ok().and_then(Rating::new).expect("a rating");
                    changes.push(Change::Rated { ticket, contact: ContactId::new(100), rating });
                    // Some come twice.
                    known.is_asked = dice.below(4) == 0;
                }
                0 => {
                    let team = Some(team(dice.below(3)));
                    changes.push(Change::TeamSet { ticket, team: team.clone() });
                    known.team = team;
                }
                1 if known.status.is_unfinished() => {
                    changes.push(Change::AnswerAwaited { ticket });
                    known.awaiting.get_or_insert(at);
                }
                2 | 3 => {
                    known.entries += 1;
                    changes.push(Change::EntryAdded {
                        entry: Box::new(reply(ticket, known.entries, at, actor)),
                        refers: Vec::new(),
                    });
                    if known.answers == 0 {
                        naive.first.push((known.opened, at));
                    } else if let Some(since) = known.awaiting {
                        naive.next.push((since, at));
                    }
                    known.answers += 1;
                    known.awaiting = None;
                }
                _ => {
                    if dice.below(3) == 0 {
                        // A customer who closes his ticket, or the desk.
                        actor = Actor::Customer(ContactId::new(100));
                    }
                    let was = known.status.is_unfinished();
                    let choices = [Status::Open, Status::Pending, Status::Resolved, Status::Closed, Status::Spam];
                    let to = usize::try_from(dice.below(5)).ok().and_then(|at| choices.get(at)).copied().expect("a status");
                    if known.status.becomes(to).is_err() {
                        continue;
                    }
                    changes.push(Change::StatusChanged { ticket, from: known.status, to });
                    known.status = to;
                    match (was, to.is_unfinished()) {
                        (true, false) => {
                            if to != Status::Spam {
                                naive.resolved.push((known.since, at));
                            }
                            let place = open.remove(&ticket).expect("it was open");
                            naive.unfinished.get_mut(place).expect("a span").1 = Some(at);
                            known.awaiting = None;
                        }
                        (false, true) => {
                            known.since = at;
                            naive.reopened.push(at);
                            open.insert(ticket, naive.unfinished.len());
                            naive.unfinished.push((at, None));
                        }
                        (false, false) => known.awaiting = None,
                        (true, true) => {}
                    }
                }
            }
        }
        if !changes.is_empty() {
            records.push(Written { at, actor, changes });
        }
    }
    (records, naive)
}

/// Somebody goes away, for some time or for good, or is back.
fn absence(dice: &mut Dice, at: Timestamp) -> Change {
    let contact = agent(dice.below(AGENTS));
    let from = at.plus(Span::from_hours(dice.below(100))).minus(Span::from_hours(20));
    let until = (dice.below(4) > 0).then(|| from.plus(Span::from_hours(1 + dice.below(400))));
    let event = match dice.below(3) {
        0 => PersonEvent::Back,
        _ => PersonEvent::Away { from, until, source: AbsenceSource::Said, substitute: None, note: None },
    };
    Change::Person { contact, by: None, event }
}

/// A detail that a member of staff sets.
fn set(dice: &mut Dice, ticket: TicketId) -> Change {
    match dice.below(4) {
        0 => Change::PrioritySet { ticket, priority: Priority::Low },
        1 => Change::PrioritySet { ticket, priority: Priority::High },
        2 => Change::CategorySet { ticket, category: Some(CategoryName::new("invoice").expect("a name")) },
        _ => Change::Assigned { ticket, to: Some(agent(dice.below(AGENTS))) },
    }
}

fn escalation(ticket: TicketId, at: Timestamp) -> OutboxItem {
    OutboxItem {
        id: OutboxId::new(1),
        kind: LetterKind::Escalation,
        ticket: Some(ticket),
        entry: None,
        seen: None,
        contact: ContactId::new(1),
        to: Private::Erased,
        mailbox: MailboxName::new("support").expect("a name"),
        envelope: Envelope::Null,
        message_id: Private::Erased,
        pieces: Vec::new(),
        state: LetterState::Queued,
        attempts: 0,
        queued_at: at,
        next_at: at,
        last: None,
    }
}

fn reply(ticket: TicketId, number: u32, at: Timestamp, actor: Actor) -> Entry {
    Entry {
        ticket,
        number: EntryNumber::new(number),
        at,
        author: if let Actor::Staff(who) = actor { Author::Staff(who) } else { Author::Desk },
        kind: EntryKind::Reply,
        message_id: None,
        raw: None,
        text: Digest::of(b""),
        attachments: Vec::new(),
        proof: Proof::E1,
        sender_proof: SenderProof::None,
        flags: [].into(),
        doubtful: false,
        moved_to: None,
    }
}

fn folded(records: &[Written], ledger: &mut Ledger, from: usize, until: usize) {
    for (at, record) in records.iter().enumerate().take(until).skip(from) {
        let upto = Folded { seq: Seq::new(u64::try_from(at).expect("few") + 1), hash: Digest::of(b"") };
        let past = Before(records.get(..at).expect("earlier ones"));
        ledger.take(event(record), &past, upto).expect("folded");
    }
}

fn counted(ledger: &mut Ledger, period: Period, by: By) -> Counted {
    counted_of(ledger, ReportKind::Trend, period, by)
}

fn counted_of(ledger: &mut Ledger, kind: ReportKind, period: Period, by: By) -> Counted {
    let query = ReportQuery { kind, period, by, scope: Scope::All };
    count(&ledger.snapshot().expect("written"), &[query], &scene()).expect("counted").remove(0)
}

fn scene() -> Scene {
    let names: BTreeMap<ContactId, String> = (0..100).map(|id| (ContactId::new(id), ContactId::new(id).to_string())).collect();
    Scene {
        calendar: Calendar::always(TimeZone::UTC).into(),
        zone: TimeZone::UTC,
        organisations: names.clone(),
        names,
        departments: BTreeMap::new(),
        staff: (0..AGENTS).map(|number| (agent(number), colleague())).collect(),
        mask: None,
    }
}

/// Somebody who works at any time and can carry ten tickets.
fn colleague() -> Colleague {
    let calendar = Calendar::always(TimeZone::UTC).into();
    Colleague { calendar, capacity: Some(10), teams: [].into(), away: Vec::new(), learning: None }
}

fn spans(pairs: &[(Timestamp, Timestamp)], period: Period) -> Times {
    let mut times = Times::default();
    for (since, at) in pairs.iter().filter(|(_, at)| *at >= period.since && *at < period.until) {
        times.push(at.since(*since));
    }
    times
}

#[test]
fn the_figures_are_those_of_a_naive_recomputation() {
    for seed in 1..=5 {
        let (records, naive) = years(seed);
        let mut ledger = Ledger::in_memory();
        folded(&records, &mut ledger, 0, records.len());
        let mut dice = Dice(seed);
        for _ in 0..20 {
            let since = Timestamp::from_seconds(1_735_689_600).plus(Span::from_hours(dice.below(10_000)));
            let period = Period { since, until: since.plus(Span::from_hours(1 + dice.below(6000))) };
            let within = |at: &Timestamp| *at >= period.since && *at < period.until;
            let mut total = counted(&mut ledger, period, By::Total).total;
            assert_eq!(total.opened, u64::try_from(naive.opened.iter().filter(|(at, _)| within(at)).count()).expect("few"));
            assert_eq!(total.resolved, u64::try_from(naive.resolved.iter().filter(|(_, at)| within(at)).count()).expect("few"));
            assert_eq!(total.reopened, u64::try_from(naive.reopened.iter().filter(|at| within(at)).count()).expect("few"));
            let is_open = |(from, until): &&(Timestamp, Option<Timestamp>)| {
                *from < period.until && until.is_none_or(|until| until >= period.until)
            };
            let backlog = naive.unfinished.iter().filter(is_open).count();
            assert_eq!(total.backlog, i64::try_from(backlog).expect("few"), "seed {seed}, {period:?}");
            for (have, want) in [
                (&mut total.first_response.wall, spans(&naive.first, period)),
                (&mut total.next_response.wall, spans(&naive.next, period)),
                (&mut total.resolution.wall, spans(&naive.resolved, period)),
            ] {
                let mut want = want;
                assert_eq!((have.len(), have.median(), have.mean()), (want.len(), want.median(), want.mean()), "seed {seed}");
                assert_eq!(have.ninetieth(), want.ninetieth());
            }
        }
    }
}

#[test]
fn rows_add_up_to_the_whole_however_it_is_cut() {
    let (records, naive) = years(9);
    let mut ledger = Ledger::in_memory();
    folded(&records, &mut ledger, 0, records.len());
    let since = Timestamp::from_seconds(1_740_000_000);
    let period = Period { since, until: since.plus(Span::from_days(200)) };
    for by in [
        By::Agent,
        By::Team,
        By::Priority,
        By::Mailbox,
        By::Organisation,
        By::Day,
        By::Week,
        By::Month,
        By::Hour,
        By::Weekday,
        By::WeekHour,
    ] {
        let counted = counted(&mut ledger, period, by);
        let sum = |figure: fn(&Figures) -> u64| counted.rows.iter().map(|(_, figures)| figure(figures)).sum::<u64>();
        assert_eq!(sum(|figures| figures.opened), counted.total.opened, "{by}");
        assert_eq!(sum(|figures| figures.replies), counted.total.replies, "{by}");
        assert_eq!(sum(|figures| figures.resolved), counted.total.resolved, "{by}");
        let backlog: Vec<i64> = counted.rows.iter().map(|(_, figures)| figures.backlog).collect();
        if matches!(by, By::Weekday | By::WeekHour) {
            // What waits belongs to no hour of the week.
            continue;
        }
        let whole = if by.is_time() { backlog.last().copied().unwrap_or_default() } else { backlog.iter().sum() };
        assert_eq!(whole, counted.total.backlog, "{by}");
    }
    // A team's row is of the team that a ticket had when it was opened.
    let by_team = counted(&mut ledger, period, By::Team);
    let opened = naive.opened.iter().filter(|(at, of)| *at >= period.since && *at < period.until && *of == Some(team(1))).count();
    let row = by_team.rows.iter().find(|(name, _)| name == "billing").expect("a row");
    assert_eq!(row.1.opened, u64::try_from(opened).expect("few"));
}

#[test]
fn piece_by_piece_and_after_an_unclean_end_the_figures_are_the_same() {
    let (records, _) = years(4);
    let directory = tempfile::tempdir().expect("a directory");
    let place = || Place::Directory(directory.path().join("measures"));
    let mut whole = Ledger::in_memory();
    folded(&records, &mut whole, 0, records.len());

    let mut ledger = Ledger::open(place()).expect("opened");
    folded(&records, &mut ledger, 0, 1000);
    ledger.save().expect("saved");
    // These are written and not counted: the process ends without saying how far it came.
    folded(&records, &mut ledger, 1000, 1700);
    let mut seen = 0;
    ledger.snapshot().expect("written").each(|_| seen += 1).expect("read");
    drop(ledger);
    let mut ledger = Ledger::open(place()).expect("opened");
    assert_eq!(ledger.folded().seq, Seq::new(1000));
    let begun = RefCell::new(0);
    ledger.snapshot().expect("written").each(|_| *begun.borrow_mut() += 1).expect("read");
    assert!(begun.into_inner() < seen, "what nobody vouches for is cut off");
    folded(&records, &mut ledger, 1000, records.len());
    assert_eq!(samples(&mut ledger), samples(&mut whole));

    // A state that is damaged means to begin anew, not to fail.
    ledger.save().expect("saved");
    drop(ledger);
    fs::write(directory.path().join("measures/state.json"), b"{").expect("written");
    let ledger = Ledger::open(place()).expect("opened");
    assert_eq!(ledger.folded(), Folded::default());
}

#[test]
fn practice_counts_in_no_figure() {
    let (mut records, _) = years(2);
    let ticket = TicketId::new(1);
    let practice = Practice { learner: agent(1), module: "printers".to_owned() };
    if let Some(first) = records.first_mut() {
        first.changes.push(Change::PracticeBegun { ticket, practice });
    }
    let mut ledger = Ledger::in_memory();
    folded(&records, &mut ledger, 0, records.len());
    let samples = samples(&mut ledger);
    assert!(samples.iter().any(|sample| sample.ticket == TicketId::new(2)));
    assert!(samples.iter().all(|sample| sample.ticket != ticket));
}

#[test]
fn names_that_people_have_given_pass_the_mask() {
    let (records, _) = years(2);
    let mut ledger = Ledger::in_memory();
    folded(&records, &mut ledger, 0, records.len());
    let since = Timestamp::from_seconds(1_735_689_600);
    let query = ReportQuery {
        kind: ReportKind::Organisation,
        period: Period { since, until: since.plus(Span::from_days(900)) },
        by: By::Organisation,
        scope: Scope::All,
    };
    let organisations = (100..120).map(|id| (ContactId::new(id), "Card 4111 1111 1111 1111".to_owned())).collect();
    let open = Scene {
        calendar: Calendar::always(TimeZone::UTC).into(),
        zone: TimeZone::UTC,
        names: BTreeMap::new(),
        organisations,
        departments: BTreeMap::new(),
        staff: BTreeMap::new(),
        mask: None,
    };
    let masked = Scene { mask: Some(Mask::default()), ..open.clone() };
    let samples = ledger.snapshot().expect("written");
    for (scene, shown) in [(&open, "Card 4111 1111 1111 1111"), (&masked, "Card •••• •••• •••• 1111")] {
        let page = Page::count(&samples, &query, scene, Language::English).expect("counted");
        let (csv, lines) = (page.table.csv(), format!("{:?}", page.table.lines()));
        let pictures: String = page.pictures.iter().map(|picture| format!("{:?}", picture.chart)).collect();
        for text in [page.table.text(), csv, lines, pictures] {
            assert!(text.contains(shown), "{text}");
            assert_eq!(text.contains("4111 1111"), scene.mask.is_none(), "{text}");
        }
    }
}

fn samples(ledger: &mut Ledger) -> Vec<Sample> {
    let mut all = Vec::new();
    ledger.snapshot().expect("written").each(|sample| all.push(*sample)).expect("read");
    all
}
