//! Forgetting somebody: nothing of him is left in any file, everything else is as it was, wherever it is interrupted.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::super::*;
use super::world::*;

use crate::base::{Private, TicketId};
use crate::domain::{Forgetting, Rows};

/// Customer 1 is forgotten, who asked every other ticket.
fn customer_1<D: Disk, K: Keyspace>(store: &Store<D, K>) -> Forgetting {
    let tickets: BTreeSet<TicketId> =
        store.view().tickets_of(contact(1), 100).expect("reads").into_iter().map(|ticket| ticket.id).collect();
    Forgetting::new([contact(1)].into(), tickets, BTreeSet::new())
}

/// Seven tickets, of which four are the first customer's; he and the other one once said the same.
fn seven_tickets(world: &World) -> Store<MemoryDisk, MemoryKeyspace> {
    let mut store = world.open().store;
    for number in 1..=7 {
        let mut draft = store.draft();
        let ticket = fill_ticket(&mut draft, number);
        let text = draft.put_text(b"Thank you!").expect("takes");
        let mut entry = draft.entries(ticket).expect("reads")[0].clone();
        (entry.number, entry.text, entry.raw, entry.message_id) = (entry.number.next(), text, None, None);
        draft.apply(crate::domain::Change::EntryAdded { entry: Box::new(entry), refers: Vec::new() }, at(number)).expect("fits");
        store.accept(finish(draft, number).expect("finishes")).expect("accepts");
        store.commit().expect("commits");
    }
    store
}

fn check_forgotten<D: Disk, K: Keyspace>(store: &Store<D, K>, about: &str) {
    let view = store.view();
    let gone = view.contact(contact(1)).expect("reads").expect("stays as a number");
    assert_eq!((gone.name, gone.addresses), (Private::Erased, vec![Private::Erased]), "{about}");
    assert_eq!(view.contact_of_address("customer1@example.org".to_owned()).expect("reads"), None, "{about}");
    for number in 1..=7 {
        let ticket = view.ticket(TicketId::new(number)).expect("reads").expect("stays as a number");
        let texts: Vec<_> = view.entries(ticket.id).expect("reads").iter().map(|entry| view.text(entry.text)).collect();
        let texts: Vec<_> = texts.into_iter().map(|text| text.expect("reads")).collect();
        if number % 2 == 1 {
            assert_eq!(ticket.subject, Private::Erased, "{about}");
            assert_eq!(texts, [b"(erased)".to_vec(), b"Thank you!".to_vec()], "{about}: what another said too stays");
        } else {
            assert_eq!(ticket.subject.text(), format!("Re: printer\n{number}"), "{about}");
            assert_eq!(texts, [body(number), b"Thank you!".to_vec()], "{about}");
        }
    }
    assert_eq!(view.contact(contact(2)).expect("reads").expect("is there").name.text(), "Customer c2", "{about}");
    verify_clean(store);
}

/// Words that stand in the files as they are, of the first customer and of the second.
fn check_files(files: &[(String, Vec<u8>)], about: &str) {
    let stands = |word: &str| files.iter().any(|(_, bytes)| bytes.windows(word.len()).any(|piece| piece == word.as_bytes()));
    for word in ["customer1@", "Customer c1", "printer\\n1", "printer\\n7", "your message 1.", "your message 7."] {
        assert!(!stands(word), "{about}: {word}");
    }
    for word in ["customer2@", "Customer c2", "printer\\n2", "your message 2.", "Thank you!"] {
        assert!(stands(word), "{about}: {word}");
    }
}

#[test]
fn nothing_is_left_of_who_is_forgotten_and_nothing_else_is_lost() {
    for world in [World::new(), World::small()] {
        let store = seven_tickets(&world);
        let before = store.sizes();
        let forgetting = customer_1(&store);
        let (mut store, erased) = store.erase(forgetting, &mut |_| {}).expect("erases");
        assert_eq!(erased, ErasedParts { records: 4, texts: 12 });
        check_forgotten(&store, "at once");
        check_files(&world.files(), "at once");
        let after = store.sizes();
        assert_eq!((after.last, after.hash, after.spool), (before.last, before.hash, before.spool));
        assert!(after.journal < before.journal);

        // The desk goes on, and what was erased may be said again.
        commit_tickets(&mut store, 2);
        let again = drafted_text(&store, 1);
        store.accept(again).expect("accepts");
        store.commit().expect("commits");
        assert_eq!(store.view().text(store.name(&body(1))).expect("reads"), body(1));
        verify_clean(&store);
        store.close().expect("closes");
        let opened = world.open();
        assert_eq!(opened.state, StateOutcome::Kept);
        assert_eq!(opened.missing_texts, 0);
        assert_eq!(opened.store.view().text(opened.store.name(&body(1))).expect("reads"), body(1));
        drop(opened);
        world.lose_state();
        let opened = world.open();
        assert_eq!(opened.missing_texts, 0);
        assert_eq!(opened.store.view().text(opened.store.name(&body(1))).expect("reads"), body(1));
        verify_clean(&opened.store);
    }
}

fn drafted_text<D: Disk, K: Keyspace>(store: &Store<D, K>, number: u32) -> Drafted {
    draft_text(store.draft(), &body(number))
}

#[test]
fn erasing_twice_is_erasing_once() {
    let world = World::small();
    let store = seven_tickets(&world);
    let forgetting = customer_1(&store);
    let (store, _) = store.erase(forgetting, &mut |_| {}).expect("erases");
    let files = world.files();
    let forgetting = customer_1(&store);
    let (store, erased) = store.erase(forgetting, &mut |_| {}).expect("erases");
    assert_eq!(erased, ErasedParts::default());
    assert_eq!(world.files(), files);
    check_forgotten(&store, "twice");
}

#[test]
fn drafts_that_wait_are_not_lost_by_it() {
    let mut store = World::new().open().store;
    open_ticket(&mut store, 1);
    let forgetting = customer_1(&store);
    assert!(matches!(store.erase(forgetting, &mut |_| {}), Err(StoreError::Draft(_))));
}

#[test]
fn a_crash_at_any_step_leaves_a_store_in_which_it_can_be_done_again() {
    let steps = {
        let world = World::small();
        let store = seven_tickets(&world);
        let before = world.disk.operations();
        let forgetting = customer_1(&store);
        drop(store.erase(forgetting, &mut |_| {}).expect("erases"));
        world.disk.operations() - before
    };
    assert!(steps > 40, "it has {steps} steps");
    for step in 0..steps {
        for loses_state in [false, true] {
            let about = format!("step {step}, loses state: {loses_state}");
            let world = World::small();
            let store = seven_tickets(&world);
            world.disk.fail_at(world.disk.operations() + step, DiskFault::Death);
            let forgetting = customer_1(&store);
            // The last steps tidy up and may fail after all is done.
            drop(store.erase(forgetting, &mut |_| {}));
            world.disk.crash(step);
            if loses_state {
                world.lose_state();
            }
            let opened = world.try_open().unwrap_or_else(|error| panic!("{about}: {error:?}"));
            assert_eq!(opened.missing_texts, 0, "{about}");
            let forgetting = customer_1(&opened.store);
            let (store, _) = opened.store.erase(forgetting, &mut |_| {}).unwrap_or_else(|error| panic!("{about}: {error:?}"));
            check_forgotten(&store, &about);
            check_files(&world.files(), &about);
        }
    }
}

#[test]
fn no_file_of_a_real_store_has_him() {
    let directory = tempfile::tempdir().expect("directory");
    let open = || Store::open_directory(directory.path(), &Options::new(SECRET), &mut |_| {}).expect("opens").store;
    let mut store = open();
    for number in 1..=7 {
        open_ticket(&mut store, number);
        let thanks = draft_text(store.draft(), b"Thank you!");
        store.accept(thanks).expect("accepts");
        store.commit().expect("commits");
    }
    store.close().expect("closes");
    let store = open();
    let forgetting = customer_1(&store);
    let (store, erased) = store.erase(forgetting, &mut |_| {}).expect("erases");
    assert_eq!(erased.texts, 12);
    verify_clean(&store);
    store.close().expect("closes");
    let mut files = Vec::new();
    collect(directory.path(), &mut files);
    assert!(files.len() > 4, "journal, spool, head and state");
    check_files(&files, "on disk");
}

fn collect(directory: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(directory).expect("reads") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push((path.display().to_string(), fs::read(&path).expect("reads")));
        }
    }
}
