//! Tests of the store as a whole. Every test that opened a store ends in `verify`.

mod crash;
mod damage;
mod erase;
mod sled_files;
mod world;

use super::*;
use world::*;

use crate::base::{ContactId, OutboxId, QuarantineId, Seq, Span, TicketId};
use crate::domain::{Change, DeadlineKind, IllegalChange, LetterState, QuarantineReason, RowId, Rows, Status};

#[test]
fn what_is_committed_is_there_after_opening_again() {
    let world = World::new();
    let mut store = world.open().store;
    let ticket = open_ticket(&mut store, 1);
    store.commit().expect("commits");
    let text = store.view().entries(ticket).expect("entries")[0].text;
    store.close().expect("closes");

    let opened = world.open();
    assert_eq!(opened.state, StateOutcome::Kept);
    assert!(!opened.unclean);
    let view = opened.store.view();
    assert_eq!(view.ticket(ticket).expect("reads").expect("is there").status, Status::New);
    assert_eq!(view.text(text).expect("reads"), body(1));
    assert_eq!(view.history(ticket, Seq::default(), 10).expect("reads").len(), 1);
    verify_clean(&opened.store);
}

#[test]
fn a_draft_sees_the_drafts_before_it_and_a_view_does_not() {
    let world = World::new();
    let mut store = world.open().store;
    let first = open_ticket(&mut store, 1);
    let draft = store.draft();
    assert!(draft.ticket(first).expect("reads").is_some());
    assert_eq!(draft.text(draft.entries(first).expect("entries")[0].text).expect("text"), body(1));
    assert_eq!(draft.next_deadline().expect("reads"), Some(at(1).plus(Span::from_hours(4))));
    drop(draft);
    assert_eq!(store.view().ticket(first).expect("reads"), None);
    assert_eq!(store.view().next_deadline().expect("reads"), None);
    let second = open_ticket(&mut store, 2);
    assert_ne!(first, second);
    assert_eq!(store.commit().expect("commits").records, [Seq::new(1), Seq::new(2)]);
    assert!(store.view().ticket(second).expect("reads").is_some());
    verify_clean(&store);
}

#[test]
fn a_dropped_draft_leaves_nothing_behind() {
    let world = World::new();
    let mut store = world.open().store;
    open_ticket(&mut store, 1);
    store.commit().expect("commits");
    let before = world.place.rows();
    let name = {
        let mut draft = store.draft();
        fill_ticket(&mut draft, 2);
        draft.put_text(b"never").expect("takes")
    };
    assert_eq!(store.commit().expect("nothing to commit").records, []);
    assert!(matches!(store.view().text(name), Err(StoreError::NoText(_))));
    assert_eq!(world.place.rows(), before);
    assert_eq!(open_ticket(&mut store, 2), TicketId::new(2));
    store.commit().expect("commits");
    verify_clean(&store);
}

#[test]
fn a_draft_that_failed_or_is_stale_is_not_accepted() {
    let world = World::new();
    let mut store = world.open().store;
    let mut failed = store.draft();
    let outcome = failed.apply(Change::Reopened { ticket: TicketId::new(9) }, at(1));
    assert!(matches!(outcome, Err(IllegalChange::NoTicket(_))));
    assert!(matches!(finish(failed, 1), Err(StoreError::Draft(_))));

    let stale = drafted(&store, 1);
    let other = drafted(&store, 2);
    store.accept(other).expect("accepts");
    assert!(matches!(store.accept(stale), Err(StoreError::Draft(_))));

    let mut late = store.draft();
    fill_ticket(&mut late, 3);
    let late = late.finish(Default::default(), &Default::default(), at(4), settings());
    assert!(matches!(late, Err(StoreError::Draft(_))), "a replay would use the record's time");

    store.commit().expect("commits");
    verify_clean(&store);
}

#[test]
fn the_same_text_is_stored_once() {
    let world = World::new();
    let mut store = world.open().store;
    for number in 1..=3 {
        let mut draft = store.draft();
        draft.put_text(body(7)).expect("takes");
        fill_ticket(&mut draft, number);
        store.accept(finish(draft, number).expect("finishes")).expect("accepts");
    }
    store.commit().expect("commits");
    let size = store.sizes().spool;
    let draft = store.draft();
    let again = draft_text(draft, &body(7));
    store.accept(again).expect("accepts");
    store.commit().expect("commits");
    assert_eq!(store.sizes().spool, size);
    verify_clean(&store);
}

#[test]
fn queries_read_state_and_drafts_in_order() {
    let world = World::new();
    let mut store = world.open().store;
    for number in 1..=5 {
        open_ticket(&mut store, number);
        if number % 2 == 0 {
            store.commit().expect("commits");
        }
    }
    // Ticket 5 is in the group only; ticket 2 is closed there, ticket 1 given to somebody.
    let agent = ContactId::new(1);
    change(&mut store, 6, Change::StatusChanged { ticket: TicketId::new(2), from: Status::New, to: Status::Closed });
    change(&mut store, 7, Change::Assigned { ticket: TicketId::new(1), to: Some(agent) });
    change(&mut store, 8, Change::Assigned { ticket: TicketId::new(2), to: Some(agent) });
    change(&mut store, 9, Change::Assigned { ticket: TicketId::new(3), to: Some(agent) });
    change(&mut store, 10, Change::TeamSet { ticket: TicketId::new(4), team: Some(team()) });
    check_queries(&store.draft());
    store.commit().expect("commits");
    check_queries(&store.draft());
    check_queries(&store.view());
    verify_clean(&store);
}

fn check_queries(state: &impl Queries) {
    let agent = ContactId::new(1);
    let ids = |tickets: Vec<crate::domain::Ticket>| tickets.iter().map(|one| one.id.get()).collect::<Vec<_>>();
    assert_eq!(ids(state.tickets(Some(Status::New), TicketId::new(1), 2).expect("reads")), [3, 4]);
    assert_eq!(ids(state.tickets(None, TicketId::new(2), 9).expect("reads")), [3, 4, 5]);
    assert_eq!(ids(state.tickets(Some(Status::Closed), TicketId::default(), 9).expect("reads")), [2]);
    assert_eq!(ids(state.tickets_assigned(agent, 9).expect("reads")), [3, 1, 2], "the finished one last");
    assert_eq!(ids(state.tickets_of_team(&team(), 9).expect("reads")), [4]);
    assert_eq!(ids(state.tickets_of(contact(2), 9).expect("reads")), [4, 2]);
    assert_eq!(ids(state.tickets_by_subject(contact(1), "printer", 2).expect("reads")), [5, 3]);
    assert!(state.tickets_by_subject(contact(1), "Printer", 2).expect("reads").is_empty());
    let due = state.due_deadlines(at(4).plus(Span::from_hours(4)), 9).expect("reads");
    let due: Vec<_> = due.into_iter().map(|(_, ticket, kind)| (ticket.get(), kind)).collect();
    let first = DeadlineKind::FirstResponse(0);
    assert_eq!(due, [(1, first), (3, first), (4, first)], "closing voids, 5 is not due");
    assert_eq!(state.due_letters(at(3), 9).expect("reads"), [1, 2, 3].map(OutboxId::new));
    assert_eq!(state.due_letters(at(9), 2).expect("reads").len(), 2);
    let letters = state.letters(Some(LetterState::Queued), OutboxId::new(2), 2).expect("reads");
    assert_eq!(letters.iter().map(|letter| letter.id.get()).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(state.letters(None, OutboxId::new(4), 9).expect("reads").len(), 1);
    assert_eq!(state.quarantined_after(QuarantineId::default(), 9).expect("reads"), []);
}

#[test]
fn letters_wait_by_time_and_leave_the_queue_when_they_are_sent() {
    let world = World::new();
    let mut store = world.open().store;
    for number in 1..=3 {
        open_ticket(&mut store, number);
    }
    let letters = [1, 2].map(OutboxId::new);
    change(&mut store, 4, Change::LettersClaimed { letters: letters.to_vec() });
    change(&mut store, 5, Change::LetterSent { letter: letters[0], response: "250 ok".to_owned().into() });
    change(&mut store, 6, Change::LetterDeferred { letter: letters[1], until: at(50), because: "451".to_owned().into() });
    store.commit().expect("commits");
    let view = store.view();
    assert_eq!(view.next_letter_at().expect("reads"), Some(at(3)));
    assert_eq!(view.due_letters(at(50), 9).expect("reads"), [3, 2].map(OutboxId::new));
    assert_eq!(view.letters(Some(LetterState::Claimed), OutboxId::default(), 9).expect("reads"), []);
    let told: Vec<_> =
        view.history(TicketId::new(2), Seq::default(), 9).expect("reads").iter().map(|one| one.seq.get()).collect();
    assert_eq!(told, [2, 4, 6], "opened, claimed, deferred");
    assert_eq!(view.history(TicketId::new(2), Seq::new(2), 1).expect("reads")[0].seq, Seq::new(4));
    verify_clean(&store);
}

#[test]
fn a_view_and_a_draft_refuse_rows_written_by_hand() {
    let world = World::new();
    let store = world.open().store;
    let row = || crate::domain::Row::Counters(Box::default());
    assert!(matches!(store.view().put(RowId::Counters(), row()), Err(StoreError::ViewOnly)));
    assert!(matches!(store.draft().put(RowId::Counters(), row()), Err(StoreError::Draft(_))));
    verify_clean(&store);
}

#[test]
fn a_second_opener_is_told_who_has_the_store() {
    let directory = tempfile::tempdir().expect("directory");
    let disk = FileDisk::open(directory.path()).expect("opens");
    let error = FileDisk::open(directory.path()).expect_err("busy");
    assert!(error.is_busy());
    assert!(error.to_string().contains(&std::process::id().to_string()), "{error}");
    drop(disk);
    FileDisk::open(directory.path()).expect("free again");
}

#[test]
fn files_are_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let directory = tempfile::tempdir().expect("directory");
    let root = directory.path().join("store");
    let mut disk = FileDisk::open(&root).expect("opens");
    disk.create("journal/00000001.jsonl").expect("creates");
    disk.replace("head.json", b"x").expect("writes");
    let mode = |name: &str| std::fs::metadata(root.join(name)).expect("is there").permissions().mode() & 0o777;
    assert_eq!(mode(""), 0o700);
    assert_eq!(mode("journal"), 0o700);
    for name in ["lock", "journal/00000001.jsonl", "head.json"] {
        assert_eq!(mode(name), 0o600, "{name}");
    }
}

#[test]
fn a_wrong_secret_and_a_newer_store_are_refused() {
    let world = World::new();
    world.open().store.close().expect("closes");
    let wrong = MemoryStore::open(world.disk.clone(), world.place.clone(), &Options::new([9; 32]), &mut |_| {});
    assert!(matches!(wrong, Err(StoreError::WrongSecret)));
    world.disk.edit("head.json", |bytes| *bytes = String::from_utf8_lossy(bytes).replace("\"format\":2", "\"format\":3").into());
    let newer = world.try_open();
    assert!(matches!(newer, Err(StoreError::Newer { found: 3, known: 2, .. })), "{newer:?}");
}

#[test]
fn a_store_in_memory_needs_nothing() {
    let mut store = MemoryStore::in_memory(SECRET).expect("opens");
    commit_tickets(&mut store, 1);
    verify_clean(&store);
}

#[test]
fn a_plan_may_name_only_texts_that_the_spool_has() {
    let world = World::new();
    let mut store = world.open().store;
    commit_tickets(&mut store, 1);
    let struck =
        |raw| Change::Quarantined { id: QuarantineId::new(1), raw, mailbox: mailbox(), reason: QuarantineReason::Poison };
    let mut draft = store.draft();
    draft.apply(struck(store.name(b"nowhere")), at(2)).expect("fits");
    assert!(matches!(finish(draft, 2), Err(StoreError::NoText(_))));
    let known = struck(store.name(&body(1)));
    change(&mut store, 2, known);
    store.commit().expect("commits");
    assert_eq!(store.view().quarantined_after(QuarantineId::default(), 9).expect("reads").len(), 1);
    verify_clean(&store);
}

#[test]
fn a_record_that_is_too_large_is_refused_alone() {
    let world = World::new();
    let mut store = world.open().store;
    open_ticket(&mut store, 1);
    let mut draft = store.draft();
    let because = "x".repeat(crate::base::limit::RECORD_BYTES);
    draft.apply(Change::Refused { ticket: None, contact: None, what: "all".into(), because }, at(2)).expect("fits");
    assert!(matches!(finish(draft, 2), Err(StoreError::TooLarge { .. })));
    assert_eq!(store.commit().expect("commits").records, [Seq::new(1)]);
    verify_clean(&store);
}

#[test]
fn a_group_can_be_measured_and_thrown_away() {
    let world = World::new();
    let mut store = world.open().store;
    assert_eq!((store.group_plans(), store.group_bytes()), (0, 0));
    let drafted = drafted(&store, 1);
    let bytes = drafted.bytes();
    store.accept(drafted).expect("accepts");
    assert_eq!(store.group_plans(), 1);
    assert!(store.group_bytes() > 1000 && store.group_bytes().abs_diff(bytes) < 640, "{bytes}");
    store.abandon();
    assert_eq!((store.group_plans(), store.group_bytes()), (0, 0));
    open_ticket(&mut store, 1);
    assert_eq!(store.commit().expect("commits").records, [Seq::new(1)]);
    verify_clean(&store);
}

#[test]
fn a_store_may_be_handed_to_the_writers_thread() {
    const fn sent_and_shared<T: Send + Sync>() {}
    sent_and_shared::<FileStore>();
    sent_and_shared::<MemoryStore>();
    sent_and_shared::<Drafted>();
}
