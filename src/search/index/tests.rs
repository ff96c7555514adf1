//! The index over made-up tickets: words and their forms, replacing, forgetting, damage, and its size.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that panics has failed")]

use super::*;
use crate::base::{Digest, EntryNumber, TicketId};
use crate::search::{Document, Place, Whereabouts};

const LANGUAGES: [&str; 2] = ["en", "de"];

fn entry(ticket: u32, number: u32, language: &str, text: &str) -> Document {
    Document {
        ticket: TicketId::new(ticket),
        entry: (number > 0).then(|| EntryNumber::new(number)),
        language: (!language.is_empty()).then(|| language.to_owned()),
        text: text.to_owned(),
        has_file: text.contains("[file]"),
    }
}

fn batch(upto: u64, documents: Vec<Document>) -> Batch {
    Batch { documents, upto: Mark { seq: Seq::new(upto), hash: Digest::of(&upto.to_be_bytes()) }, ..Batch::default() }
}

/// Hands over and waits until it can be found.
fn feed(index: &Index, batch: Batch) {
    index.wait_until_open();
    let Position::At(generation, _) = index.position() else { panic!("{index:?}") };
    let upto = batch.upto.seq;
    assert!(matches!(index.offer(generation, batch), Offered::Taken));
    assert_eq!(index.wait_for(upto), Waited::Reached);
}

fn found(index: &Index, wanted: &Wanted) -> Vec<u32> {
    index.find(wanted, &LANGUAGES).expect("an answer").keys().map(|ticket| ticket.get()).collect()
}

fn word(text: &str) -> Wanted {
    Wanted::Word(text.to_owned())
}

fn phrase(text: &str) -> Wanted {
    Wanted::Phrase(text.to_owned())
}

#[test]
fn words_are_found_in_their_forms_and_umlauts_however_written() {
    let index = Index::open(Place::Memory);
    feed(
        &index,
        batch(
            1,
            vec![
                entry(1, 0, "en", "1 Printers on fire, Ann Archer, ann@customer.example"),
                entry(1, 1, "en", "All our printers are smoking since yesterday."),
                entry(2, 1, "de", "Die Überweisung an Müllers Häuser ist nicht angekommen."),
                entry(3, 1, "de", "Ueberweisung erledigt"),
                entry(4, 1, "", "支払いについて [file]"),
            ],
        ),
    );
    for (wanted, tickets) in [
        (word("printer"), vec![1]),
        (word("SMOKE"), vec![1]),
        (word("überweisung"), vec![2, 3]),
        (word("Ueberweisungen"), vec![2, 3]),
        (word("uberweisung"), vec![2, 3]),
        (word("haus"), vec![2]),
        (word("mueller"), vec![2]),
        (phrase("on fire"), vec![1]),
        (phrase("fire on"), vec![]),
        (phrase("printer"), vec![]),
        (word("ann@customer.example"), vec![1]),
        (Wanted::Beginning("yester".to_owned()), vec![1]),
        (Wanted::Beginning("überw".to_owned()), vec![2, 3]),
        (word("支払"), vec![4]),
        (word("払支"), vec![]),
        (Wanted::File, vec![4]),
        (word("…"), vec![]),
    ] {
        assert_eq!(found(&index, &wanted), tickets, "{wanted:?}");
    }
    let fire = index.find(&word("fire"), &LANGUAGES).expect("an answer");
    assert_eq!(fire.get(&TicketId::new(1)), Some(&Whereabouts::Head));
    let yesterday = index.find(&word("yesterday"), &LANGUAGES).expect("an answer");
    assert_eq!(yesterday.get(&TicketId::new(1)), Some(&Whereabouts::Text));
}

#[test]
fn what_is_handed_over_again_takes_the_place_of_what_was_known() {
    let index = Index::open(Place::Memory);
    feed(&index, batch(1, vec![entry(1, 0, "en", "old subject"), entry(1, 1, "en", "secret words")]));
    feed(&index, batch(2, vec![entry(1, 0, "en", "new subject")]));
    assert_eq!(
        (found(&index, &word("old")), found(&index, &word("new")), found(&index, &word("secret"))),
        (vec![], vec![1], vec![1])
    );
    let forgotten = Batch { anew: [TicketId::new(1)].into(), ..batch(3, vec![entry(1, 0, "en", "new subject")]) };
    feed(&index, forgotten);
    assert_eq!((found(&index, &word("secret")), found(&index, &word("new"))), (vec![], vec![1]));
}

#[test]
fn it_remembers_how_far_it_is() {
    let directory = tempfile::tempdir().expect("directory");
    let place = Place::Directory(directory.path().join("search"));
    feed(&Index::open(place.clone()), batch(7, vec![entry(1, 1, "en", "smoke")]));
    let index = Index::open(place);
    index.wait_until_open();
    let mark = batch(7, Vec::new()).upto;
    assert_eq!(index.position(), Position::At(1, mark));
    assert_eq!(found(&index, &word("smoke")), [1]);
}

#[test]
fn a_damaged_one_begins_anew() {
    let directory = tempfile::tempdir().expect("directory");
    let path = directory.path().join("search");
    let damage: [&dyn Fn(); 3] = [
        &|| std::fs::write(path.join("meta.json"), "{").expect("written"),
        &|| {
            for entry in std::fs::read_dir(&path).expect("files").flatten() {
                let file = entry.path();
                if file.extension().is_some_and(|extension| extension == "pos" || extension == "idx") {
                    let mut bytes = std::fs::read(&file).expect("bytes");
                    if let Some(byte) = bytes.first_mut() {
                        *byte ^= 0x55;
                    }
                    std::fs::write(&file, bytes).expect("written");
                }
            }
        },
        &|| {
            let meta = std::fs::read_to_string(path.join("meta.json")).expect("meta");
            std::fs::write(path.join("meta.json"), meta.replace("\"1 7 ", "\"0 7 ")).expect("written");
        },
    ];
    for (number, damage) in damage.iter().enumerate() {
        feed(&Index::open(Place::Directory(path.clone())), batch(7, vec![entry(1, 1, "en", "smoke")]));
        damage();
        let index = Index::open(Place::Directory(path.clone()));
        index.wait_until_open();
        assert_eq!(index.position(), Position::At(1, Mark::default()), "damage {number}");
        assert_eq!(found(&index, &word("smoke")), Vec::<u32>::new());
    }
}

#[test]
fn batches_of_an_earlier_index_are_declined() {
    let index = Index::open(Place::Memory);
    feed(&index, batch(3, vec![entry(1, 1, "en", "smoke")]));
    index.begin_anew("a test wants it");
    // The order to begin anew is worked off before what is offered after it.
    while matches!(index.position(), Position::At(1, _)) {
        index.wait_for(Seq::new(3));
    }
    assert!(matches!(index.offer(1, batch(4, Vec::new())), Offered::Declined));
    assert_eq!(index.position(), Position::At(2, Mark::default()));
}

#[test]
fn without_a_place_it_says_so() {
    let directory = tempfile::tempdir().expect("directory");
    let file = directory.path().join("file");
    std::fs::write(&file, "x").expect("written");
    let index = Index::open(Place::Directory(file.join("search")));
    index.wait_until_open();
    assert!(matches!(index.position(), Position::Unusable(_)));
    assert!(matches!(index.wait_for(Seq::new(1)), Waited::Unusable(_)));
    assert!(index.find(&word("x"), &LANGUAGES).is_err());
}
