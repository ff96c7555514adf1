//! Scores of reviews: what counts, for whom, and for which week, where they are replaced and taken back.

use super::*;

const BOB: u32 = 2;

/// Its name, how many tickets were reviewed, and the mean score in hundredths.
type Row = (String, i64, Option<u64>);

fn verdict(scores: &[(&str, u8)]) -> Option<Box<Verdict>> {
    let scores = scores.iter().map(|(name, score)| ((*name).to_owned(), Rating::new(*score).expect("a rating"))).collect();
    Some(Box::new(Verdict { scores, comment: None }))
}

fn day(number: u64) -> Timestamp {
    // Monday 5 January 2026.
    Timestamp::from_seconds(1_767_571_200).plus(Span::from_days(number))
}

/// A ticket of Bob's, resolved on the first day, and what Max said of it on some days: what he says after nothing is taken back.
fn reviewed(said: &[(u64, &[(&str, u8)])]) -> Vec<Written> {
    let (ticket, bob, max) = (TicketId::new(1), ContactId::new(BOB), ContactId::new(3));
    let opening = Opening {
        ticket,
        mailbox: MailboxName::new("support").expect("a name"),
        requester: ContactId::new(20),
        subject: Private::from(String::new()),
        base_subject: Private::from(String::new()),
        language: None,
        unverified: false,
    };
    let opened = vec![Change::TicketOpened(opening), Change::Assigned { ticket, to: Some(bob) }];
    let resolved = vec![Change::StatusChanged { ticket, from: Status::New, to: Status::Resolved }];
    let mut records = vec![
        Written { at: day(0), actor: Actor::Customer(ContactId::new(20)), changes: opened },
        Written { at: day(1), actor: Actor::Staff(bob), changes: resolved },
    ];
    let mut before = BTreeMap::new();
    for (at, scores) in said {
        let verdict = verdict(scores).filter(|verdict| !verdict.scores.is_empty());
        let after = Verdict::scores_of(verdict.as_deref());
        let change = Change::Reviewed { ticket, agent: bob, reviewer: max, verdict, before };
        records.push(Written { at: day(*at), actor: Actor::Staff(max), changes: vec![change] });
        before = after;
    }
    records
}

/// The rows of a report of five weeks in which something stands, and the same of the whole.
fn rows(records: &[Written], by: By) -> (Vec<Row>, (i64, Option<u64>)) {
    let mut ledger = Ledger::in_memory();
    folded(records, &mut ledger, 0, records.len());
    let counted = counted(&mut ledger, Period { since: day(0), until: day(35) }, by);
    let told = |figures: &Figures| (figures.reviewed, figures.mean_score());
    let rows = counted.rows.iter().map(|(name, figures)| (name.clone(), told(figures).0, told(figures).1));
    (rows.filter(|(_, reviewed, mean)| *reviewed != 0 || mean.is_some()).collect(), told(&counted.total))
}

fn row(name: &str, reviewed: i64, mean: u64) -> Row {
    (name.to_owned(), reviewed, Some(mean))
}

#[test]
fn a_review_counts_for_whose_work_it_was_and_for_each_criterion() {
    let records = reviewed(&[(2, &[("tone", 4), ("solution", 1)])]);
    let bob = ContactId::new(BOB).to_string();
    assert_eq!(rows(&records, By::Agent), (vec![row(&bob, 1, 250)], (1, Some(250))));
    assert_eq!(rows(&records, By::Criterion).0, [row("solution", 1, 100), row("tone", 1, 400)]);
    // Who reviews does nothing to the ticket.
    let mut ledger = Ledger::in_memory();
    folded(&records, &mut ledger, 0, records.len());
    let counted = counted(&mut ledger, Period { since: day(0), until: day(35) }, By::Agent);
    assert_eq!(counted.total.touches, 1);
}

#[test]
fn a_score_that_is_replaced_counts_no_more_not_even_in_the_week_in_which_it_was_given() {
    let first: &[(&str, u8)] = &[("tone", 4), ("solution", 1)];
    let records = reviewed(&[(2, first), (9, &[("tone", 4), ("solution", 5)])]);
    let (weeks, whole) = rows(&records, By::Week);
    assert_eq!(weeks, [row("2026-W02", 1, 400), row("2026-W03", 0, 500)]);
    assert_eq!(whole, (1, Some(450)));
    // Back to what was said first: it is said anew.
    let records = reviewed(&[(2, first), (9, &[("tone", 4), ("solution", 5)]), (16, first)]);
    let (weeks, whole) = rows(&records, By::Week);
    assert_eq!(weeks, [row("2026-W02", 1, 400), row("2026-W04", 0, 100)]);
    assert_eq!(whole, (1, Some(250)));
}

#[test]
fn what_is_taken_back_leaves_nothing_anywhere() {
    let records = reviewed(&[(2, &[("tone", 4)]), (9, &[])]);
    for by in [By::Week, By::Agent, By::Criterion, By::Total] {
        assert_eq!(rows(&records, by), (Vec::new(), (0, None)), "{by}");
    }
    // And may be said once more.
    let records = reviewed(&[(2, &[("tone", 4)]), (9, &[]), (16, &[("tone", 2)])]);
    assert_eq!(rows(&records, By::Week), (vec![row("2026-W04", 1, 200)], (1, Some(200))));
}
