//! Damaged, cut and missing files: what is the truth is left alone and named, what can be made again is.

use super::super::*;
use super::world::*;

use crate::base::{Digest, Private, Seq, TicketId};
use crate::domain::Rows;

const SEGMENT: &str = "journal/00000001.jsonl";

/// A way to spoil the state, and its name.
type Spoiling = (&'static str, fn(&MemoryPlace));

/// Three commits, and the rows as they were before the last of them.
fn three_records() -> (World, World) {
    let world = World::new();
    let mut store = world.open().store;
    commit_tickets(&mut store, 2);
    let before = world.copy();
    commit_tickets(&mut store, 1);
    drop(store);
    // The disk of after, the state of before: as after a power failure.
    let stale = World { disk: world.disk.copy(), ..before };
    (world, stale)
}

/// Where the last line begins.
fn last_line(journal: &[u8]) -> usize {
    journal[..journal.len() - 1].iter().rposition(|byte| *byte == b'\n').expect("several lines") + 1
}

fn must_be_damage(world: &World, about: &str) -> Damage {
    let before = world.files();
    let error = world.try_open().expect_err(about);
    let StoreError::Damaged(damage) = error else { panic!("{about}: {error:?}") };
    assert!(world.files() == before, "{about}: a file was touched");
    damage
}

#[test]
fn a_tail_that_nobody_relied_on_is_cut_wherever_it_is_torn() {
    let (_, stale) = three_records();
    let journal = stale.file(SEGMENT);
    let start = last_line(&journal);
    for end in start..journal.len() {
        let world = stale.copy();
        world.disk.edit(SEGMENT, |bytes| bytes.truncate(end));
        let opened = world.open();
        match &opened.cut {
            None => assert_eq!(end, start),
            Some(cut) => {
                assert_eq!((cut.file.as_str(), cut.offset, cut.record), (SEGMENT, start as u64, Seq::new(3)));
            }
        }
        assert_eq!(opened.store.sizes().last, Seq::new(2), "cut at {end}");
        assert_eq!(world.file(SEGMENT).len(), start);
        if end % 64 == 0 {
            let mut store = opened.store;
            commit_tickets(&mut store, 1);
            verify_clean(&store);
        }
    }
    let whole = stale.open();
    assert_eq!(whole.state, StateOutcome::CaughtUp { records: 1 });
    verify_clean(&whole.store);
}

#[test]
fn a_tail_that_the_state_contains_is_never_cut() {
    let (world, _) = three_records();
    let journal = world.file(SEGMENT);
    let start = last_line(&journal);
    for end in (0..start).step_by(101).chain(start..journal.len()) {
        let world = world.copy();
        world.disk.edit(SEGMENT, |bytes| bytes.truncate(end));
        let damage = must_be_damage(&world, &format!("cut at {end}"));
        assert_eq!(damage.file, SEGMENT);
        if end >= start {
            assert_eq!((damage.offset, damage.record), (start as u64, Some(Seq::new(3))));
            assert!(damage.why.contains("the state knows record 3"), "{damage}");
        }
    }
}

#[test]
fn a_tail_that_head_json_names_is_never_cut_though_the_state_is_lost() {
    let (world, _) = three_records();
    world.open().store.close().expect("closes");
    world.lose_state();
    let journal = world.file(SEGMENT);
    for end in [0, 1, last_line(&journal), last_line(&journal) + 1, journal.len() - 1] {
        let world = world.copy();
        world.disk.edit(SEGMENT, |bytes| bytes.truncate(end));
        let damage = must_be_damage(&world, &format!("cut at {end}"));
        assert!(damage.why.contains("head.json knows record 3"), "{damage}");
    }
    world.disk.edit(SEGMENT, Vec::clear);
    must_be_damage(&world, "empty journal");
}

#[test]
fn a_rollback_is_taken_only_when_a_person_says_so() {
    let (world, _) = three_records();
    let cut = last_line(&world.file(SEGMENT)) + 40;
    world.disk.edit(SEGMENT, |bytes| bytes.truncate(cut));
    must_be_damage(&world, "rollback");
    let mut options = world.options();
    options.rollback = Rollback::Accept;
    let opened = world.open_with(&options).expect("opens");
    assert!(matches!(opened.state, StateOutcome::Rebuilt { records: 2, .. }), "{:?}", opened.state);
    assert_eq!(opened.store.sizes().last, Seq::new(2));
    verify_clean(&opened.store);
    drop(opened);
    verify_clean(&world.open().store);
}

#[test]
fn any_flipped_byte_of_what_is_known_is_damage_with_its_place() {
    let (world, _) = three_records();
    world.open().store.close().expect("closes");
    let journal = world.file(SEGMENT);
    let lines: Vec<usize> = std::iter::once(0)
        .chain(journal.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(place, _)| place + 1))
        .collect();
    for place in (0..journal.len()).step_by(2) {
        let flip = [0x01, 0x20, 0x80][place % 3];
        let about = format!("byte {place} ^ {flip}");
        let world = world.copy();
        world.disk.edit(SEGMENT, |bytes| bytes[place] ^= flip);
        if place % 5 == 0 {
            world.lose_state();
        }
        let damage = must_be_damage(&world, &about);
        let record = lines.partition_point(|start| *start <= place);
        assert_eq!((damage.file.as_str(), damage.record), (SEGMENT, Some(Seq::new(record as u64))), "{about}");
        assert_eq!(damage.offset, lines[record - 1] as u64, "{about}");
    }
}

#[test]
fn a_flipped_byte_of_the_unknown_tail_is_cut_and_before_it_is_damage() {
    let (_, stale) = three_records();
    let journal = stale.file(SEGMENT);
    let start = last_line(&journal);
    for place in (0..journal.len()).step_by(7) {
        let world = stale.copy();
        world.disk.edit(SEGMENT, |bytes| bytes[place] ^= 0x04);
        if place < start {
            let damage = must_be_damage(&world, &format!("byte {place}"));
            // Without the line end between them, two records are one damaged line.
            assert!(place + 1 == start || damage.why.contains("a whole record follows"), "{damage}");
        } else {
            let opened = world.open();
            assert_eq!(opened.cut.map(|cut| cut.record), Some(Seq::new(3)), "byte {place}");
            assert_eq!(opened.store.view().counters().expect("reads").expect("is there").ticket, TicketId::new(2));
        }
    }
}

#[test]
fn a_hole_of_zeros_at_the_end_is_a_torn_tail() {
    let (_, stale) = three_records();
    let start = last_line(&stale.file(SEGMENT));
    stale.disk.edit(SEGMENT, |bytes| {
        bytes.truncate(start);
        bytes.resize(start + 300_000, 0);
    });
    let opened = stale.open();
    assert_eq!(opened.cut.map(|cut| cut.offset), Some(start as u64));
    verify_clean(&opened.store);
}

#[test]
fn a_missing_or_damaged_segment_is_damage() {
    let world = World::small();
    let mut store = world.open().store;
    commit_tickets(&mut store, 12);
    store.close().expect("closes");
    let segments: Vec<_> = world.disk.names().into_iter().filter(|name| name.starts_with("journal/")).collect();
    assert!(segments.len() >= 3, "{segments:?}");
    assert_eq!(world.open().store.view().records(Seq::new(1), 99).expect("reads").len(), 12);
    for missing in &segments {
        let mut world = world.copy();
        Disk::remove(&mut world.disk, missing).expect("removes");
        must_be_damage(&world, missing);
    }
    let second = &segments[1];
    let first_line = world.copy();
    first_line.disk.edit(second, |bytes| bytes[200] ^= 1);
    assert_eq!(&must_be_damage(&first_line, "first line").file, second);
    // Further inside an old segment it shows when it is read: by verify, by a replay.
    world.disk.edit(second, |bytes| *bytes.iter_mut().nth_back(200).expect("long") ^= 1);
    let opened = world.open();
    let report = opened.store.verify(&mut |_| {}).expect("runs");
    let Some(Problem::Journal(damage)) = report.problems.first() else { panic!("{report:?}") };
    assert_eq!(&damage.file, second);
    drop(opened);
    world.lose_state();
    assert!(world.try_open().expect_err("replay").is_damage());
}

#[test]
fn a_lost_head_is_made_again_and_a_damaged_one_is_damage() {
    let (mut world, _) = three_records();
    let damaged = world.copy();
    damaged.disk.edit("head.json", |bytes| bytes.truncate(10));
    assert_eq!(must_be_damage(&damaged, "head").file, "head.json");
    Disk::remove(&mut world.disk, "head.json").expect("removes");
    verify_clean(&world.open().store);
    assert!(world.disk.names().contains(&"head.json".to_owned()));
}

#[test]
fn a_desk_without_its_journal_is_never_taken_for_a_new_one() {
    let (world, _) = three_records();
    for names in [vec![SEGMENT], vec![SEGMENT, "head.json"], vec![SEGMENT, "head.json", "spool/00000001.pack"]] {
        let mut world = world.copy();
        for name in &names {
            Disk::remove(&mut world.disk, name).expect("removes");
        }
        must_be_damage(&world, &names.join(", "));
    }
}

#[test]
fn a_useless_state_is_made_again_from_the_journal() {
    let (world, _) = three_records();
    world.open().store.close().expect("closes");
    let expected = world.place.rows();
    let spoil: [Spoiling; 9] = [
        ("lost", |place| place.edit(|rows| rows.clear())),
        ("damaged", MemoryPlace::damage),
        ("a row lost", |place| place.edit(|rows| drop(rows.pop_first()))),
        ("an index row lost", |place| place.edit(|rows| rows.retain(|key, _| !key.starts_with(b"d/")))),
        ("a row too many", |place| place.edit(|rows| drop(rows.insert(b"t/xxxx".to_vec(), b"\x01{}".to_vec())))),
        ("a stale row", |place| {
            place.edit(|rows| {
                let old =
                    String::from_utf8(rows[b"k/".as_slice()].clone()).expect("text").replace("\"ticket\":3", "\"ticket\":2");
                rows.insert(b"k/".to_vec(), old.into_bytes());
            });
        }),
        ("another journal", |place| {
            place.edit(|rows| {
                let mut applied = record::Applied::decode(&rows[key::APPLIED]).expect("reads");
                applied.hash = Digest::default();
                rows.insert(key::APPLIED.to_vec(), applied.encode().expect("writes"));
            });
        }),
        ("an older format", |place| {
            place.edit(|rows| {
                let mut applied = record::Applied::decode(&rows[key::APPLIED]).expect("reads");
                applied.format = 1;
                rows.insert(key::APPLIED.to_vec(), applied.encode().expect("writes"));
            });
        }),
        ("no mark", |place| place.edit(|rows| drop(rows.remove(key::APPLIED)))),
    ];
    for (about, spoil) in spoil {
        let world = world.copy();
        spoil(&world.place);
        let opened = world.open();
        assert!(matches!(opened.state, StateOutcome::Rebuilt { records: 3, .. }), "{about}: {:?}", opened.state);
        assert!(world.place.rows() == expected, "{about}");
        verify_clean(&opened.store);
    }
}

#[test]
fn a_newer_state_is_refused() {
    let (world, _) = three_records();
    world.place.edit(|rows| {
        let mut applied = record::Applied::decode(&rows[key::APPLIED]).expect("reads");
        applied.format = 7;
        rows.insert(key::APPLIED.to_vec(), applied.encode().expect("writes"));
    });
    assert!(matches!(world.try_open(), Err(StoreError::Newer { found: 7, .. })));
}

#[test]
fn a_rebuild_changes_nothing() {
    let world = World::small();
    let mut store = world.open().store;
    commit_tickets(&mut store, 9);
    let expected = world.place.rows();
    let mut told = Vec::new();
    let store = store.rebuild(&mut |progress| told.push(progress)).expect("rebuilds");
    assert!(world.place.rows() == expected);
    assert!(told.contains(&Progress { stage: Stage::Replaying, done: 9, total: 9 }));
    verify_clean(&store);
    drop(store);
    let mut options = world.options();
    options.state = StatePolicy::Rebuild;
    let opened = world.open_with(&options).expect("opens");
    assert!(matches!(opened.state, StateOutcome::Rebuilt { records: 9, .. }));
    assert!(world.place.rows() == expected);
}

#[test]
fn verify_names_what_is_wrong_with_rows_and_texts() {
    let (world, _) = three_records();
    let opened = world.open();
    world.place.edit(|rows| {
        rows.insert(b"l/\0\0\0\x09".to_vec(), b"\x01{\"open\":1}".to_vec());
        rows.insert(b"p/\0\0\0\x01".to_vec(), b"\x01{}".to_vec());
        rows.remove(b"t/\0\0\0\x02".as_slice());
    });
    world.disk.edit("spool/00000001.pack", |bytes| bytes[100] ^= 1);
    let report = opened.store.verify(&mut |_| {}).expect("runs");
    let all: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(report.records, 3);
    assert!(all.iter().any(|one| one == r"row l/\x00\x00\x00\t follows from no record"), "{all:#?}");
    assert!(all.iter().any(|one| one == r"row t/\x00\x00\x00\x02 is missing"), "{all:#?}");
    assert!(all.iter().any(|one| one.starts_with(r"row p/\x00\x00\x00\x01 is ")), "{all:#?}");
    assert!(all.iter().any(|one| one.starts_with("the state: a row is not") || one.starts_with("the state: it has")), "{all:#?}");
    assert_eq!(report.problems.iter().filter(|one| !one.is_mended_by_rebuild()).count(), 1, "one text: {all:#?}");
    assert_eq!(report.problems.len(), 5, "{all:#?}");
}

#[test]
fn a_damaged_text_costs_only_itself() {
    let (world, _) = three_records();
    let pack = "spool/00000001.pack";
    world.disk.edit(pack, |bytes| bytes[100] ^= 1);
    world.lose_state();
    let mut opened = world.open();
    assert_eq!(opened.missing_texts, 1);
    let report = opened.store.verify(&mut |_| {}).expect("runs");
    assert!(matches!(report.problems.as_slice(), [Problem::Text { .. }]), "{report:?}");
    commit_tickets(&mut opened.store, 1);
    assert_eq!(opened.store.verify(&mut |_| {}).expect("runs").problems.len(), 1);
}

#[test]
fn a_torn_pack_is_cut_only_behind_what_the_journal_needs() {
    let (world, _) = three_records();
    let pack = "spool/00000001.pack";
    let whole = world.file(pack).len();
    // Left over from a plan that was never written down.
    world.disk.edit(pack, |bytes| bytes.extend_from_slice(b"MDT1 half a frame"));
    let torn = world.copy();
    verify_clean(&torn.open().store);
    assert_eq!(torn.file(pack).len(), whole);
    // The last text that the journal names is torn, and the state does not know it yet.
    let needed = world.copy();
    needed.lose_state();
    needed.disk.edit(pack, |bytes| bytes.truncate(whole - 1));
    let mut opened = needed.open();
    assert_eq!(opened.missing_texts, 1);
    commit_tickets(&mut opened.store, 1);
    assert_eq!(needed.file(pack).len(), whole - 1, "what is left of it is kept");
    assert!(needed.disk.names().contains(&"spool/00000002.pack".to_owned()));
    assert_eq!(opened.store.verify(&mut |_| {}).expect("runs").problems.len(), 1);
}

#[test]
fn a_missing_pack_is_told_by_verify() {
    let mut world = World::small();
    let mut store = world.open().store;
    commit_tickets(&mut store, 6);
    store.close().expect("closes");
    Disk::remove(&mut world.disk, "spool/00000001.pack").expect("removes");
    let mut opened = world.open();
    let lost = opened.store.verify(&mut |_| {}).expect("runs").problems.len();
    assert!(lost > 0);
    commit_tickets(&mut opened.store, 1);
    assert_eq!(opened.store.verify(&mut |_| {}).expect("runs").problems.len(), lost);
}

#[test]
fn what_is_erased_reads_as_erased_and_the_chain_holds() {
    let (world, _) = three_records();
    world.open().store.close().expect("closes");
    world.disk.edit(SEGMENT, |bytes| {
        let text = String::from_utf8(bytes.clone()).expect("text");
        let first = text.lines().next().expect("a line");
        let facts = first.split_once(r#","private":{"salt""#).expect("a private part").0;
        assert!(!facts.contains("customer1@example.org"), "people stand in the private part only");
        *bytes = text.replacen(first, &format!("{facts}}}"), 1).into_bytes();
    });
    let mut options = world.options();
    options.state = StatePolicy::Rebuild;
    let opened = world.open_with(&options).expect("opens");
    let view = opened.store.view();
    assert_eq!(view.contact(contact(1)).expect("reads").expect("is there").name, Private::Erased);
    assert_eq!(view.ticket(TicketId::new(1)).expect("reads").expect("is there").subject, Private::Erased);
    assert!(view.contact(contact(2)).expect("reads").expect("is there").address().is_some());
    verify_clean(&opened.store);
}
