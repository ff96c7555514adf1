//! Crashes, failing writes and full disks at every step of a scripted series of commits.

use super::super::store::ROWS_WORTH_A_THREAD;
use super::super::*;
use super::world::*;

use crate::base::TicketId;
use crate::domain::Rows;

/// Plans of each group of the script.
const GROUPS: [u32; 5] = [1, 3, 2, 1, 2];

/// Works the script off until something fails; `acknowledged` are the tickets that somebody was told of.
fn run(world: &World, acknowledged: &mut Vec<(TicketId, u32)>) -> Result<(), StoreError> {
    let mut store = world.try_open()?.store;
    let mut number = 0;
    for plans in GROUPS {
        let mut group = Vec::new();
        for _ in 0..plans {
            number += 1;
            group.push((open_ticket(&mut store, number), number));
        }
        store.commit()?;
        acknowledged.extend(group);
    }
    store.close()
}

fn operations_of_the_script() -> u64 {
    let world = World::small();
    run(&world, &mut Vec::new()).expect("the script runs");
    world.disk.operations()
}

fn check<D: Disk, K: Keyspace>(store: &Store<D, K>, acknowledged: &[(TicketId, u32)], about: &str) {
    let view = store.view();
    for (ticket, number) in acknowledged {
        let entries = view.entries(*ticket).expect("reads");
        assert_eq!(entries.len(), 1, "{about}: ticket {ticket}");
        assert_eq!(view.text(entries[0].text).expect("reads"), body(*number), "{about}: ticket {ticket}");
    }
    let records = store.sizes().last.get();
    let tickets = view.counters().expect("reads").map_or(0, |counters| u64::from(counters.ticket.get()));
    assert_eq!(records, tickets, "{about}: a plan is there as a whole or not at all");
    verify_clean(store);
}

#[test]
fn no_crash_at_any_step_loses_what_was_acknowledged() {
    let steps = operations_of_the_script();
    assert!(steps > 45, "the script has {steps} steps");
    for step in 0..steps {
        for seed in 0..3 {
            for loses_state in [false, true] {
                let about = format!("step {step}, seed {seed}, loses state: {loses_state}");
                let world = World::small();
                world.place.keep_checkpoints();
                world.disk.fail_at(step, DiskFault::Death);
                let mut acknowledged = Vec::new();
                run(&world, &mut acknowledged).expect_err(&about);
                world.disk.crash(seed * 1000 + step);
                if loses_state {
                    world.place.lose();
                }
                let mut opened = world.try_open().unwrap_or_else(|error| panic!("{about}: {error:?}"));
                assert_eq!(opened.missing_texts, 0, "{about}");
                commit_tickets(&mut opened.store, 1);
                check(&opened.store, &acknowledged, &about);
            }
        }
    }
}

#[test]
fn a_crash_while_recovering_from_a_crash_changes_nothing() {
    let steps = operations_of_the_script();
    for step in (0..steps).step_by(3) {
        for again in 0..5 {
            let about = format!("step {step}, again {again}");
            let world = World::small();
            world.place.keep_checkpoints();
            world.disk.fail_at(step, DiskFault::Death);
            let mut acknowledged = Vec::new();
            run(&world, &mut acknowledged).expect_err(&about);
            world.disk.crash(step);
            world.place.lose();
            world.disk.fail_at(world.disk.operations() + again, DiskFault::Death);
            let _ = world.try_open();
            world.disk.crash(again);
            let opened = world.try_open().unwrap_or_else(|error| panic!("{about}: {error:?}"));
            check(&opened.store, &acknowledged, &about);
        }
    }
}

#[test]
fn every_single_failing_write_is_survived() {
    let steps = operations_of_the_script();
    for step in 0..steps {
        let about = format!("step {step}");
        let world = World::small();
        world.disk.fail_at(step, DiskFault::Error);
        let mut acknowledged = Vec::new();
        match run(&world, &mut acknowledged) {
            // A checkpoint that fails is tried again.
            Ok(()) => {}
            Err(error) => assert!(!error.is_damage(), "{about}: {error:?}"),
        }
        // The process ends, the machine does not.
        let opened = world.try_open().unwrap_or_else(|error| panic!("{about}: {error:?}"));
        check(&opened.store, &acknowledged, &about);
    }
}

#[test]
fn a_large_group_whose_rows_are_encoded_beside_the_sync_dies_like_any_other() {
    let begin = || {
        let world = World::new();
        let mut store = world.open().store;
        commit_tickets(&mut store, 1);
        for number in 2..=12 {
            open_ticket(&mut store, number);
        }
        assert!(store.pending_rows().len() >= ROWS_WORTH_A_THREAD);
        (world, store)
    };
    let (world, mut store) = begin();
    let before = world.disk.operations();
    store.commit().expect("commits");
    for step in before..world.disk.operations() {
        for fault in [DiskFault::Error, DiskFault::Death] {
            let about = format!("step {step}, {fault:?}");
            let (world, mut store) = begin();
            world.disk.fail_at(step, fault);
            store.commit().expect_err(&about);
            drop(store);
            world.disk.crash(step);
            let opened = world.open();
            assert_eq!(opened.missing_texts, 0, "{about}");
            check(&opened.store, &[(TicketId::new(1), 1)], &about);
        }
    }
}

#[test]
fn a_failed_sync_poisons_the_store() {
    let world = World::new();
    let mut store = world.open().store;
    commit_tickets(&mut store, 1);
    open_ticket(&mut store, 2);
    // Three texts, their sync, the record, its sync.
    world.disk.fail_at(world.disk.operations() + 5, DiskFault::Error);
    let error = store.commit().expect_err("the sync fails");
    assert!(matches!(&error, StoreError::Sync { file, .. } if file.starts_with("journal/")), "{error:?}");
    assert!(matches!(store.commit(), Err(StoreError::Poisoned)));
    assert!(matches!(store.checkpoint(), Err(StoreError::Poisoned)));
    assert!(matches!(store.view().counters(), Err(StoreError::Poisoned)));
    assert!(matches!(store.draft().counters(), Err(StoreError::Poisoned)));
    assert!(matches!(store.draft().put_text(b"x"), Err(StoreError::Poisoned)));
    assert!(matches!(store.view().records(Default::default(), 1), Err(StoreError::Poisoned)));
    assert!(matches!(store.close(), Err(StoreError::Poisoned)));

    world.disk.crash(1);
    let opened = world.open();
    assert!(opened.unclean);
    check(&opened.store, &[(TicketId::new(1), 1)], "after the start");
}

#[test]
fn a_failed_batch_poisons_and_the_next_start_catches_up() {
    let world = World::new();
    let mut store = world.open().store;
    world.place.fail_after(Some(1));
    commit_tickets(&mut store, 1);
    open_ticket(&mut store, 2);
    assert!(matches!(store.commit(), Err(StoreError::State { .. })));
    assert!(matches!(store.commit(), Err(StoreError::Poisoned)));
    drop(store);
    world.place.fail_after(None);
    let opened = world.open();
    assert_eq!(opened.state, StateOutcome::CaughtUp { records: 1 });
    check(&opened.store, &[(TicketId::new(1), 1), (TicketId::new(2), 2)], "after the start");
}

#[test]
fn a_full_disk_undoes_the_group_and_is_survived_when_there_is_room_again() {
    let world = World::new();
    let mut store = world.open().store;
    commit_tickets(&mut store, 1);
    let used = world.disk.used();
    // At first the texts do not fit, in the end the record does not.
    let mut room = 0;
    loop {
        world.disk.set_capacity(Some(used + room));
        open_ticket(&mut store, 2);
        match store.commit() {
            Ok(_) => break,
            Err(error) => {
                assert!(matches!(error, StoreError::Write { .. }), "{error:?}");
                assert_eq!(error.fault(), crate::base::Fault::Passing);
                assert_eq!(store.group_plans(), 0);
                check(&store, &[(TicketId::new(1), 1)], "while the disk is full");
                assert!(store.sizes().journal + store.sizes().spool <= used + room);
            }
        }
        room += 97;
    }
    world.disk.set_capacity(None);
    check(&store, &[(TicketId::new(1), 1), (TicketId::new(2), 2)], "with room");
    drop(store);
    check(&world.open().store, &[(TicketId::new(1), 1), (TicketId::new(2), 2)], "after the start");
}

#[test]
fn an_unclean_end_is_told() {
    let world = World::new();
    let opened = world.open();
    assert!(!opened.unclean);
    assert_eq!(opened.state, StateOutcome::New);
    drop(opened);
    assert!(world.open().unclean);
    world.open().store.close().expect("closes");
    assert!(!world.open().unclean);
}
