//! Reports as people read them: golden text of each kind, golden pictures, and how large they are.

use super::*;
use crate::base::OutboxId;
use crate::domain::{Decision, Target};

/// Monday 5 January 2026, midnight in Berlin.
const BEGINNING: i64 = 1_767_567_600;
const DAYS: u64 = 56;

/// Eight weeks of a desk as there are many: five agents, three teams, promises of four hours.
fn weeks() -> Vec<Written> {
    let (mut dice, mut moods) = (Dice(7), Dice(8));
    let mut records = Vec::new();
    let mut number = 0;
    for day in 0..DAYS {
        let count = if day % 7 < 5 { 3 + dice.below(5) + day / 14 } else { dice.below(2) };
        for _ in 0..count {
            number += 1;
            let (ticket, who) = (TicketId::new(number), agent(dice.below(AGENTS)));
            let span = |seconds| Span::from_seconds(seconds);
            let at = Timestamp::from_seconds(BEGINNING).plus(span(day * 86_400 + 28_800 + dice.below(32_000)));
            let delays = [500, 1_500, 4_000, 9_000, 20_000, 50_000];
            let delay = delays[usize::try_from(dice.below(6)).expect("small")] + dice.below(600);
            let answered = at.plus(span(delay));
            let opening = Opening {
                ticket,
                mailbox: MailboxName::new("support").expect("a name"),
                requester: ContactId::new(20 + u32::try_from(dice.below(30)).expect("small")),
                subject: Private::from(String::new()),
                base_subject: Private::from(String::new()),
                language: None,
                unverified: false,
            };
            let team = Some(team(dice.below(3)));
            let rules = if dice.below(3) == 0 { vec!["printers".to_owned()] } else { Vec::new() };
            let changes = vec![
                Change::TicketOpened(opening),
                Change::Routed { ticket, rules },
                Change::TeamSet { ticket, team },
                Change::Assigned { ticket, to: Some(who) },
                Change::AnswerAwaited { ticket },
            ];
            records.push(Written { at, actor: Actor::Customer(ContactId::new(20)), changes });
            if by_itself(number, ticket, at, &mut records) {
                continue;
            }
            let target = Target::FirstResponse;
            if delay > 14_400 {
                let broken = vec![Change::PromiseBroken { ticket, target }];
                records.push(Written { at: at.plus(span(14_400)), actor: Actor::Desk, changes: broken });
            }
            let actor = Actor::Staff(who);
            let entry = Box::new(reply(ticket, 2, answered, actor));
            let settled = Change::PromiseSettled { ticket, target, because: "a public answer".to_owned() };
            let changes = vec![Change::EntryAdded { entry, refers: Vec::new() }, settled];
            records.push(Written { at: answered, actor, changes });
            supervised(who, number, answered, &mut records);
            if dice.below(9) > 0 {
                let changes = vec![Change::StatusChanged { ticket, from: Status::New, to: Status::Resolved }];
                let resolved = answered.plus(span(dice.below(400_000)));
                records.push(Written { at: resolved, actor, changes });
                satisfaction(&mut moods, ticket, resolved, &mut records);
                review(ticket, who, resolved, &mut records);
            }
        }
    }
    records.sort_by_key(|record| record.at);
    records
}

/// Every fifth customer is offered an article, which is all that some need; now and then something comes back or is set aside.
fn by_itself(number: u32, ticket: TicketId, at: Timestamp, records: &mut Vec<Written>) -> bool {
    let mut push = |minutes, actor, change| {
        records.push(Written { at: at.plus(Span::from_minutes(minutes)), actor, changes: vec![change] });
    };
    if number.is_multiple_of(5) {
        push(0, Actor::Desk, Change::ArticlesOffered { ticket, articles: vec!["reset-password".to_owned()] });
    }
    if number.is_multiple_of(11) {
        push(
            3,
            Actor::Desk,
            Change::LetterBounced { letter: OutboxId::new(number.into()), hard: number.is_multiple_of(2), status: None },
        );
    }
    let is_helped = number.is_multiple_of(15);
    if is_helped {
        push(9, Actor::Customer(ContactId::new(20)), Change::StatusChanged { ticket, from: Status::New, to: Status::Closed });
    }
    is_helped
}

/// Every third answer of the first agent was looked at before: some went as they were, some with other words, some back.
fn supervised(who: ContactId, number: u32, at: Timestamp, records: &mut Vec<Written>) {
    if who != agent(0) || !number.is_multiple_of(3) {
        return;
    }
    let (ticket, entry) = (TicketId::new(number), EntryNumber::new(1));
    let decision = match number % 4 {
        0 | 1 => Decision::Approved,
        2 => Decision::Edited,
        _ => Decision::Rejected,
    };
    let held = vec![Change::ReplyHeld { ticket, entry, by: who }];
    records.push(Written { at: at.minus(Span::from_minutes(5)), actor: Actor::Staff(who), changes: held });
    let decided = vec![Change::ReplyDecided { ticket, entry, by: Some(agent(1)), decision }];
    records.push(Written { at: at.minus(Span::from_minutes(1)), actor: Actor::Staff(agent(1)), changes: decided });
}

/// Half of the customers are asked on the day after; most of these answer, and most of those are content.
fn satisfaction(moods: &mut Dice, ticket: TicketId, resolved: Timestamp, records: &mut Vec<Written>) {
    if moods.below(2) == 0 {
        return;
    }
    let (contact, asked) = (ContactId::new(20), resolved.plus(Span::from_days(1)));
    records.push(Written { at: asked, actor: Actor::Desk, changes: vec![Change::SurveySent { ticket, contact }] });
    let answer = moods.below(10);
    if let Some(rating) = [5, 5, 4, 4, 3, 2, 1].get(usize::try_from(answer).expect("small")) {
        let rating = Rating::new(*rating).expect("a rating");
        let at = asked.plus(Span::from_seconds(moods.below(300_000)));
        records.push(Written { at, actor: Actor::Customer(contact), changes: vec![Change::Rated { ticket, contact, rating }] });
    }
}

/// Five agents in two teams: one is away for two weeks, two are learning, one has no capacity.
fn staff() -> BTreeMap<ContactId, Colleague> {
    let zone = TimeZone::get("Europe/Berlin").expect("zone");
    let learning = |step: &str, due: &[&str], overdue: &[&str]| Learning {
        stage: "basic".to_owned(),
        step: step.to_owned(),
        done: 2,
        due: due.iter().map(ToString::to_string).collect(),
        overdue: overdue.iter().map(ToString::to_string).collect(),
    };
    let day = |days| Timestamp::from_seconds(BEGINNING).plus(Span::from_days(days));
    let colleague = |number: u64| Colleague {
        calendar: Calendar::always(zone.clone()).into(),
        capacity: Some(8).filter(|_| number != 2),
        teams: [team(number % 2)].into(),
        away: Some((day(7), day(21))).filter(|_| number == 1).into_iter().collect(),
        learning: match number {
            0 => Some(learning("supervised", &["printers", "refunds", "a module with a long name"], &[])),
            3 => Some(learning("", &[], &["first-aid"])),
            _ => None,
        },
    };
    (0..AGENTS).map(|number| (agent(number), colleague(number))).collect()
}

/// Of each twelfth ticket its handling is reviewed three days later.
fn review(ticket: TicketId, agent: ContactId, resolved: Timestamp, records: &mut Vec<Written>) {
    let number = ticket.get();
    if !number.is_multiple_of(12) {
        return;
    }
    let score = |seed: u32| Rating::new(u8::try_from(2 + seed % 4).expect("small")).expect("a rating");
    let scores = [("tone".to_owned(), score(number / 12)), ("solution".to_owned(), score(number / 5))].into();
    let (reviewer, verdict) = (ContactId::new(9), Some(Box::new(Verdict { scores, comment: None })));
    let change = Change::Reviewed { ticket, agent, reviewer, verdict, before: BTreeMap::new() };
    let at = resolved.plus(Span::from_days(3));
    records.push(Written { at, actor: Actor::Staff(reviewer), changes: vec![change] });
}

/// What a report of those weeks is counted from.
pub(crate) fn sample(kind: ReportKind) -> (Snapshot, ReportQuery, Scene) {
    let records = weeks();
    let mut ledger = Ledger::in_memory();
    folded(&records, &mut ledger, 0, records.len());
    let words = ["Alice Arden", "Bob Brook", "Carol Cole", "Dieter Dorn", "Zoë & Co. <new>"];
    let names = (1..).zip(words).map(|(id, name)| (ContactId::new(id), name.to_owned())).collect();
    let organisations = (0..100).map(|id| (ContactId::new(id), format!("kunde{}.example", id % 20))).collect();
    let departments = [(team(0), "Service".to_owned()), (team(1), "Finance".to_owned())].into();
    let zone = TimeZone::get("Europe/Berlin").expect("zone");
    let scene = Scene {
        calendar: Calendar::always(zone.clone()).into(),
        zone,
        names,
        organisations,
        departments,
        staff: staff(),
        mask: None,
    };
    let since = Timestamp::from_seconds(BEGINNING);
    let period = Period { since, until: since.plus(Span::from_days(DAYS)) };
    let query = ReportQuery { kind, period, by: usual(kind, period), scope: Scope::All };
    (ledger.snapshot().expect("written"), query, scene)
}

/// A report of those weeks.
fn page(kind: ReportKind, language: Language) -> Page {
    let (samples, query, scene) = sample(kind);
    Page::count(&samples, &query, &scene, language).expect("counted")
}

/// What a report says, as text: its tables, and each picture with what it shows.
fn said(page: &Page) -> String {
    let mut text: String = page.table.blocks(76).iter().map(|block| format!("{}\n", block.text)).collect();
    for picture in &page.pictures {
        text.push_str(&format!("[{}]\n{}\n\n{}\n", picture.chart.title, picture.chart.finding, picture.chart.table.text));
    }
    text
}

fn is_golden(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, text).expect("written");
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "UPDATE_GOLDENS=1 rewrites {}", path.display());
}

#[test]
fn each_report_reads_as_its_golden_file_and_fits_a_mail() {
    for (language, code) in [(Language::English, "en"), (Language::German, "de")] {
        for kind in ReportKind::ALL {
            let page = page(*kind, language);
            let text = said(&page);
            assert!(
                text.lines().all(|line| line.chars().count() <= 78 || line.contains(' ') && !line.contains("  ")),
                "{kind}: {text}"
            );
            assert!(page.pictures.iter().all(|picture| !picture.chart.finding.is_empty()));
            is_golden(&format!("{code}/{kind}.txt"), &text);
        }
    }
}

#[cfg(feature = "plots")]
#[test]
fn each_picture_is_its_golden_svg_and_a_letter_stays_small() {
    let mut drawn = std::collections::BTreeSet::new();
    for kind in ReportKind::ALL {
        let page = page(*kind, Language::English);
        // base64 makes four bytes of three, and lines of 76 characters.
        let bytes: usize = page.pictures.iter().map(|picture| picture.png.as_ref().expect("drawn").len() * 78 / 57).sum();
        assert!(bytes < 250_000, "{kind}: the pictures have {bytes} bytes, and a letter 300 kB at most");
        for picture in &page.pictures {
            let svg = picture.chart.svg().expect("drawn");
            // What a name brings along is text, not SVG.
            assert!(!svg.contains("<new>"));
            if drawn.insert(picture.chart.name) {
                is_golden(&format!("svg/{}.svg", picture.chart.name), &svg);
            }
        }
    }
    assert_eq!(drawn.len(), 8, "{drawn:?}");
}
