//! What alerts are raised by, against a naive recomputation and worked examples.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::base::{Kind, limit};
use crate::domain::{AlertCause, AlertKind, AlertReading, Disposition, IgnoreReason, MatchedBy, Place as Lay, Receipt, Target};
use crate::policy::{Alert, AlertBound, AlertTo};

fn watch(kind: AlertKind, bound: AlertBound) -> Alert {
    Alert {
        kind,
        teams: Vec::new(),
        mailboxes: Vec::new(),
        bound,
        clear: 80,
        over: Span::from_days(1),
        before: Span::from_days(28),
        at_least: 1,
        every: Span::from_days(1),
        to: AlertTo::Manager,
    }
}

fn mailbox() -> MailboxName {
    MailboxName::new("support").expect("name")
}

/// The readings of one alert on a desk without teams that never closes.
fn read(ledger: &mut Ledger, alert: &Alert, now: Timestamp) -> Vec<AlertReading> {
    let scene = AlertScene {
        now,
        calendar: Calendar::always(TimeZone::UTC).into(),
        teams: BTreeMap::new(),
        capacities: (0..AGENTS).map(|number| (agent(number), 10)).collect(),
        mailboxes: BTreeSet::from([mailbox()]),
        troubles: BTreeMap::new(),
        spikes: BTreeMap::new(),
        low: 2,
    };
    let samples = ledger.snapshot().expect("written");
    let readings = read_alerts(&samples, std::slice::from_ref(alert), &scene).expect("read");
    readings.into_iter().map(|(_, reading)| reading).collect()
}

fn ledger_of(records: &[Written]) -> Ledger {
    let mut ledger = Ledger::in_memory();
    folded(records, &mut ledger, 0, records.len());
    ledger
}

#[test]
fn the_backlog_and_what_is_usual_are_those_of_a_naive_recomputation() {
    for seed in 1..=3 {
        let (records, naive) = years(seed);
        let mut ledger = ledger_of(&records);
        let mut dice = Dice(seed);
        for _ in 0..10 {
            let now = Timestamp::from_seconds(1_735_689_600).plus(Span::from_hours(800 + dice.below(9_000)));
            let open = |at: Timestamp| {
                let is_open =
                    |(from, until): &&(Timestamp, Option<Timestamp>)| *from <= at && until.is_none_or(|until| until > at);
                u64::try_from(naive.unfinished.iter().filter(is_open).count()).expect("few")
            };
            let mut days: Vec<u64> = (1..=28).map(|day| open(now.minus(Span::from_days(day)))).collect();
            days.sort_unstable();
            let readings = read(&mut ledger, &watch(AlertKind::Backlog, AlertBound::Usual(150)), now);
            let [reading] = &readings[..] else { unreachable!("{readings:?}") };
            assert_eq!((reading.figure, reading.total), (open(now), open(now)), "seed {seed}, {now}");
            assert_eq!(reading.usual, Some(days[13].midpoint(days[14])), "seed {seed}, {now}");
            assert!(reading.tickets.len() <= limit::ALERT_LOOKED_AT);
            // Nobody answers for a ticket twice.
            let load = read(&mut ledger, &watch(AlertKind::Workload, AlertBound::At(100)), now);
            assert_eq!(load.len(), usize::try_from(AGENTS).expect("few"));
            assert!(load.iter().map(|one| one.total).sum::<u64>() <= reading.total);
            assert!(load.iter().all(|one| one.figure == one.total * 10), "ten are all that one can have to do");
        }
    }
}

#[test]
fn who_still_waits_counts_once_that_is_longer_than_the_answers_took() {
    let hour = |hours| Timestamp::from_seconds(1_772_400_000).plus(Span::from_hours(hours));
    let opened = |number, at| Written {
        at,
        actor: Actor::Customer(ContactId::new(100)),
        changes: vec![Change::TicketOpened(Opening {
            ticket: TicketId::new(number),
            mailbox: mailbox(),
            requester: ContactId::new(100),
            subject: Private::Erased,
            base_subject: Private::Erased,
            language: None,
            unverified: false,
        })],
    };
    let answered = |number, at| {
        let entry = Box::new(reply(TicketId::new(number), 1, at, Actor::Staff(agent(1))));
        Written { at, actor: Actor::Staff(agent(1)), changes: vec![Change::EntryAdded { entry, refers: Vec::new() }] }
    };
    let kept = |number, at, broken| {
        let (ticket, target) = (TicketId::new(number), Target::FirstResponse);
        let mut changes = vec![Change::Assigned { ticket, to: Some(agent(1)) }];
        if broken {
            changes.push(Change::PromiseBroken { ticket, target });
        } else {
            let entry = Box::new(reply(ticket, 2, at, Actor::Staff(agent(1))));
            changes.push(Change::EntryAdded { entry, refers: Vec::new() });
            changes.push(Change::PromiseSettled { ticket, target, because: "a public answer".to_owned() });
        }
        Written { at, actor: Actor::Desk, changes }
    };
    let records = [opened(1, hour(0)), opened(2, hour(0)), opened(3, hour(1)), answered(1, hour(2)), opened(4, hour(4))];
    let mut ledger = ledger_of(&records);
    let slow = watch(AlertKind::SlowResponses, AlertBound::At(200));
    let readings = read(&mut ledger, &slow, hour(5));
    // An answer of two hours; five and four hours of waiting count, one does not yet.
    let [reading] = &readings[..] else { unreachable!("{readings:?}") };
    assert_eq!((reading.figure, reading.cases, reading.usual), (240, 3, None));
    assert_eq!(reading.tickets, [TicketId::new(2), TicketId::new(3)], "who waits longest comes first");
    let mut all = Vec::from(records);
    all.extend([kept(2, hour(6), true), kept(3, hour(6), false), kept(4, hour(6), false)]);
    let mut ledger = ledger_of(&all);
    let few = watch(AlertKind::LowPerformance, AlertBound::At(70));
    let readings = read(&mut ledger, &few, hour(7));
    let [reading] = &readings[..] else { unreachable!("{readings:?}") };
    assert_eq!((&reading.cause, reading.figure, reading.cases), (&AlertCause::Person(agent(1)), 66, 3));
    assert_eq!(reading.tickets, [TicketId::new(2)]);
    // A day later nothing of it counts any more, and of nothing nothing is said.
    assert_eq!(read(&mut ledger, &few, hour(40)), []);
}

#[test]
fn a_mailbox_is_silent_against_the_longest_gaps_of_its_days() {
    let begin = Timestamp::from_seconds(1_772_409_600);
    let heard = |at| Written {
        at,
        actor: Actor::Desk,
        changes: vec![Change::Received(Receipt {
            place: Lay::Maildir { mailbox: mailbox(), unique: at.to_string() },
            raw: Digest::of(b""),
            message: None,
            content: None,
            size: 1,
            kind: Kind::List,
            matched_by: MatchedBy::OwnId,
            proof: Proof::E1,
            sender_proof: SenderProof::None,
            ticket: None,
            disposition: Disposition::Ignored { reason: IgnoreReason::ForeignBounce },
        })],
    };
    let silent = watch(AlertKind::SilentMailbox, AlertBound::Usual(300));
    let mut ledger = ledger_of(&[]);
    assert_eq!(read(&mut ledger, &silent, begin), [], "what never brought anything is not known to be silent");
    // Twelve days: a mail every two hours, and the last of them of the evening before is ten hours old in the morning.
    let times = (0..12).flat_map(|day| (5..=12).map(move |step| begin.plus(Span::from_hours(day * 24 + step * 2))));
    let records: Vec<Written> = times.map(heard).collect();
    let last = records.last().map_or(begin, |record| record.at);
    let mut ledger = ledger_of(&records);
    let reading = |ledger: &mut Ledger, hours| {
        let readings = read(ledger, &silent, last.plus(Span::from_hours(hours)));
        readings.first().map(|reading| (reading.figure, reading.usual, silent.level(reading)))
    };
    use crate::policy::AlertLevel::{Clear, Raised};
    assert_eq!(reading(&mut ledger, 10), Some((600, Some(600), Clear)));
    assert_eq!(reading(&mut ledger, 30), Some((1800, Some(600), Raised)));
    // After five days at least something is usual.
    let mut ledger = ledger_of(&records[..24]);
    assert_eq!(read(&mut ledger, &silent, last).first().map(|reading| reading.usual), Some(None));
}
