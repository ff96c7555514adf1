//! The store on real files: what sled's directory may look like after a bad day, and that the answer is the same each time.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::*;
use super::world::*;

use crate::base::TicketId;
use crate::domain::Rows;

fn open(directory: &Path) -> Opened<FileDisk, SledKeyspace> {
    try_open(directory).expect("the store opens")
}

fn try_open(directory: &Path) -> Result<Opened<FileDisk, SledKeyspace>, StoreError> {
    FileStore::open_directory(directory, &Options::new(SECRET), &mut |_| {})
}

/// A closed store with some tickets.
fn closed_store() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("directory");
    let mut store = open(directory.path()).store;
    commit_tickets(&mut store, 12);
    store.close().expect("closes");
    directory
}

fn check(store: &FileStore) {
    let view = store.view();
    for number in 1..=12 {
        let entries = view.entries(TicketId::new(number)).expect("reads");
        assert_eq!(view.text(entries[0].text).expect("reads"), body(number));
    }
    verify_clean(store);
}

fn state_files(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory.join("state")).expect("reads");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("entry").path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

#[test]
fn a_store_on_real_files_comes_back() {
    let directory = closed_store();
    let opened = open(directory.path());
    assert_eq!(opened.state, StateOutcome::Kept);
    assert!(!opened.unclean);
    check(&opened.store);
    drop(opened);
    let opened = open(directory.path());
    assert!(opened.unclean);
    check(&opened.store);
}

#[test]
fn a_second_opener_changes_nothing() {
    let directory = closed_store();
    let store = open(directory.path()).store;
    assert!(try_open(directory.path()).expect_err("busy").is_busy());
    check(&store);
}

#[test]
fn a_check_on_disk_says_the_same_and_leaves_nothing_behind() {
    let directory = closed_store();
    let store = open(directory.path()).store;
    let report = store.verify_on_disk(&mut |_| {}).expect("runs");
    assert_eq!(report, store.verify(&mut |_| {}).expect("runs"));
    assert_eq!((report.records, report.is_clean()), (12, true));
    assert!(!directory.path().join("verify").exists());
}

#[test]
fn a_lost_state_is_made_again() {
    let directory = closed_store();
    fs::remove_dir_all(directory.path().join("state")).expect("removes");
    let opened = open(directory.path());
    assert!(matches!(opened.state, StateOutcome::Rebuilt { records: 12, .. }), "{:?}", opened.state);
    check(&opened.store);
}

#[test]
fn a_state_that_is_a_file_or_garbage_is_made_again() {
    let directory = closed_store();
    let state = directory.path().join("state");
    for file in state_files(directory.path()) {
        fs::write(&file, b"garbage ".repeat(1000)).expect("writes");
        check(&open(directory.path()).store);
    }
    fs::remove_dir_all(&state).expect("removes");
    fs::write(&state, b"a file").expect("writes");
    check(&open(directory.path()).store);
}

#[test]
fn an_unfinished_snapshot_does_no_harm() {
    let directory = closed_store();
    fs::write(directory.path().join("state").join("snap.0000000000000ABC.generating"), b"half").expect("writes");
    let opened = open(directory.path());
    assert_eq!(opened.state, StateOutcome::Kept);
    check(&opened.store);
}

#[test]
fn a_state_cut_anywhere_is_made_again_or_caught_up() {
    let directory = closed_store();
    let database = directory.path().join("state").join("db");
    let length = fs::metadata(&database).expect("is there").len();
    for part in 0..8 {
        let file = fs::OpenOptions::new().write(true).open(&database).expect("opens");
        file.set_len(fs::metadata(&database).expect("is there").len().min(length * part / 8)).expect("cuts");
        drop(file);
        let opened = open(directory.path());
        check(&opened.store);
        opened.store.close().expect("closes");
    }
}

#[test]
fn a_flipped_byte_anywhere_in_the_state_leaves_the_same_desk() {
    let directory = closed_store();
    let mut rebuilt = 0;
    for seed in 0..24_u64 {
        let files = state_files(directory.path());
        let file = &files[seed as usize % files.len()];
        let mut bytes = fs::read(file).expect("reads");
        if bytes.is_empty() {
            continue;
        }
        // Most of a young sled file is padding: aim at what is written.
        let written: Vec<usize> = (0..bytes.len()).filter(|place| bytes[*place] != 0).collect();
        let aim = written.len() * (seed as usize * 7 % 24) / 24;
        let place = written.get(aim).copied().unwrap_or(0);
        bytes[place] ^= 0x10;
        fs::write(file, bytes).expect("writes");
        let opened = open(directory.path());
        rebuilt += u32::from(matches!(opened.state, StateOutcome::Rebuilt { .. }));
        check(&opened.store);
        opened.store.close().expect("closes");
    }
    assert!(rebuilt > 0, "no flip was ever noticed");
}

#[test]
fn a_kill_without_a_checkpoint_loses_nothing() {
    let directory = tempfile::tempdir().expect("directory");
    let mut store = open(directory.path()).store;
    commit_tickets(&mut store, 12);
    // As a kill leaves it: the files as they are while the process runs.
    let killed = tempfile::tempdir().expect("directory");
    copy(directory.path(), killed.path());
    let opened = open(killed.path());
    assert!(opened.unclean);
    check(&opened.store);
    check(&store);
}

#[test]
fn rows_and_journal_are_the_same_on_disk_and_in_memory() {
    let directory = closed_store();
    let world = World::new();
    let mut store = world.open().store;
    commit_tickets(&mut store, 12);
    let file = fs::read(directory.path().join("journal/00000001.jsonl")).expect("reads");
    assert!(file == world.file("journal/00000001.jsonl"));
    let on_disk = open(directory.path()).store;
    assert_eq!(on_disk.sizes(), store.sizes());
    assert_eq!(on_disk.view().counters().expect("reads"), store.view().counters().expect("reads"));
    verify_clean(&store);
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("reads") {
        let entry = entry.expect("entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("creates");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("copies");
        }
    }
}
