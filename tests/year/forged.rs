//! The auditors themselves are audited: a history that is in order passes, and each forgery of it is found.

use std::collections::BTreeSet;

use maildesk::base::{ContactId, Digest, EmailAddress, MailboxName, MessageId, OutboxId, Seq, Span, TicketId, Timestamp};
use maildesk::domain::{Change, DeadlineKind, Due, Envelope, LetterKind, LetterState, OutboxItem, Promise, Status, Target};

use super::audit::{Audit, Happened, Mailed, Recorded};
use super::house::House;

const TICKET: TicketId = TicketId::new(7);
/// Wednesday, 14 January 2026, noon in London: one in Berlin, when its team works.
const NOON: Timestamp = Timestamp::from_seconds(1_768_392_000);
/// An agent of Berlin.
const BERLIN: &str = "berlin.3@staff.example";

fn minutes(later: u64) -> Timestamp {
    NOON.plus(Span::from_minutes(later))
}

fn recorded(seq: u64, at: Timestamp, changes: Vec<Change>) -> Happened {
    Happened::Recorded(Recorded { seq: Seq::new(seq), at, by_clock: true, changes })
}

fn set(kind: DeadlineKind, at: Timestamp) -> Change {
    Change::DeadlineSet { ticket: TICKET, kind, due: Due { at, who: None, note: None } }
}

fn fired(kind: DeadlineKind) -> Change {
    Change::DeadlineFired { ticket: TICKET, kind }
}

fn queued(kind: LetterKind, number: u64) -> Change {
    let item = OutboxItem {
        id: OutboxId::new(number),
        kind,
        contact: ContactId::new(3),
        to: EmailAddress::new(BERLIN).expect("address").into(),
        ticket: Some(TICKET),
        entry: None,
        seen: None,
        mailbox: MailboxName::new("berlin").expect("name"),
        envelope: Envelope::Null,
        message_id: MessageId::new("a@desk.example").expect("id").into(),
        pieces: vec![Digest::default()],
        state: LetterState::Queued,
        queued_at: NOON,
        next_at: NOON,
        attempts: 0,
        last: None,
    };
    Change::LetterQueued { item: Box::new(item) }
}

fn mailed(after: u64, at: Timestamp, kind: LetterKind, number: u64) -> Happened {
    let (to, letter) = (BERLIN.to_owned(), OutboxId::new(number));
    Happened::Mailed(Mailed { after: Seq::new(after), at, to, kind, letter, tickets: BTreeSet::from([TICKET]) })
}

const FIRST: DeadlineKind = DeadlineKind::FirstResponse(1);
const SECOND: DeadlineKind = DeadlineKind::FirstResponse(2);
const THIRD: DeadlineKind = DeadlineKind::FirstResponse(3);

/// A promise is made, broken, told and kept: nothing is wrong with it.
fn in_order() -> Vec<Happened> {
    let due = minutes(30);
    let promise = Promise { since: NOON, due, by: String::new(), broken_at: None, paused_at: None };
    let settled =
        |because: &str| Change::PromiseSettled { ticket: TICKET, target: Target::FirstResponse, because: because.into() };
    vec![
        recorded(1, NOON, vec![Change::PromiseMade { ticket: TICKET, target: Target::FirstResponse, promise }, set(FIRST, due)]),
        Happened::Idle(minutes(10)),
        recorded(
            2,
            due,
            vec![
                fired(FIRST),
                Change::PromiseBroken { ticket: TICKET, target: Target::FirstResponse },
                queued(LetterKind::Reminder, 1),
                set(SECOND, minutes(150)),
            ],
        ),
        mailed(2, due, LetterKind::Reminder, 1),
        Happened::Idle(due),
        recorded(3, minutes(150), vec![fired(SECOND), queued(LetterKind::Escalation, 2), set(THIRD, minutes(24 * 60))]),
        mailed(3, minutes(150), LetterKind::Escalation, 2),
        Happened::Idle(minutes(160)),
        recorded(
            4,
            minutes(170),
            vec![
                Change::DeadlineCleared { ticket: TICKET, kind: THIRD, because: "a public answer".to_owned() },
                settled("a public answer"),
            ],
        ),
    ]
}

/// What the auditors say of a history.
fn wrong(history: &[Happened]) -> Vec<String> {
    let house = House::new(1);
    let mut audit = Audit::new(&house);
    history.iter().for_each(|happened| audit.see(happened));
    audit.close(NOON.plus(Span::from_days(20)));
    audit.wrong
}

/// The history with something else in one place.
fn forged(place: usize, change: impl FnOnce(&mut Recorded)) -> Vec<String> {
    let mut history = in_order();
    match &mut history[place] {
        Happened::Recorded(recorded) => change(recorded),
        other => panic!("{other:?} is no record"),
    }
    wrong(&history)
}

fn found(wrong: &[String], words: &str) {
    assert!(wrong.iter().any(|one| one.contains(words)), "no auditor says {words:?}: {wrong:#?}");
}

#[test]
fn what_is_in_order_passes() {
    assert_eq!(wrong(&in_order()), Vec::<String>::new());
    // So does a promise that a change of status ends before anybody could be told.
    let early = forged(2, |record| {
        record.changes.truncate(2);
        let closed = Change::StatusChanged { ticket: TICKET, from: Status::New, to: Status::Closed };
        let because = "the ticket is closed".to_owned();
        record.changes.push(set(SECOND, minutes(150)));
        record.changes.extend([closed, Change::PromiseSettled { ticket: TICKET, target: Target::FirstResponse, because }]);
    });
    found(&early, "fired and was not set");
    assert_eq!(early.len(), 1, "what follows fires all the same in that history: {early:#?}");
}

#[test]
fn a_deadline_that_fires_twice_never_early_or_for_no_reason_is_found() {
    found(&forged(2, |record| record.changes.push(fired(FIRST))), "had fired before");
    let mut asleep = in_order();
    asleep.truncate(2);
    asleep.push(Happened::Idle(minutes(31)));
    found(&wrong(&asleep), "has not fired");
    found(&forged(2, |record| record.at = minutes(29)), "was due at");
    found(
        &forged(8, |record| {
            record.changes[0] = Change::DeadlineCleared { ticket: TICKET, kind: THIRD, because: String::new() };
        }),
        "by nothing that has a name",
    );
    found(&forged(5, |record| record.at = minutes(80)), "after the step before");
}

#[test]
fn mail_at_night_in_quiet_hours_during_an_absence_or_too_often_is_found() {
    let at = |later: Timestamp| {
        let mut history = in_order();
        history[3] = mailed(2, later, LetterKind::Reminder, 1);
        wrong(&history)
    };
    found(&at(minutes(9 * 60)), "when he does not work");
    // The break at noon is no working time either: twelve to one in Berlin.
    found(&at(NOON.minus(Span::from_minutes(30))), "when he does not work");
    let mut history = in_order();
    let reader = House::new(1).at(BERLIN).expect("he belongs to it");
    history.insert(0, Happened::Away { person: reader, from: NOON, until: minutes(60) });
    found(&wrong(&history), "while he was away");
    let mut history = in_order();
    history.insert(4, mailed(2, minutes(40), LetterKind::DueList, 9));
    found(&wrong(&history), "and another at");
}

#[test]
fn a_broken_promise_of_which_nobody_present_hears_is_found() {
    let silent = |history: Vec<Happened>| -> Vec<Happened> {
        history.into_iter().filter(|happened| !matches!(happened, Happened::Mailed(_))).take(4).collect()
    };
    found(&wrong(&silent(in_order())), "nobody who is there has heard of it");
    // A letter to somebody who is away is no help.
    let mut history = in_order();
    let reader = House::new(1).at(BERLIN).expect("he belongs to it");
    history.truncate(5);
    history.insert(0, Happened::Away { person: reader, from: NOON, until: NOON.plus(Span::from_days(30)) });
    found(&wrong(&history), "nobody who is there has heard of it");
}
