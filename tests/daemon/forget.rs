//! `maildesk forget`: what it says, and that no file of the store has the customer any more, by the daemon and without it.

use super::mail::message;
use super::world::{Ran, World, files_below, until};

/// Ann asks, Alice answers and closes; Ben asks too. The daemon has stopped.
fn after_two_tickets() -> World {
    let world = World::new();
    let daemon = world.start();
    for (number, name) in ["ann", "ben"].into_iter().enumerate() {
        let (from, id) = (format!("{name}@customer.example"), format!("{name}.1@customer.example"));
        let text = format!("I live at {} Cherry Lane.", number + 4);
        world.deliver("support", &format!("{name}.1"), &message(&from, &id, &format!("Question of {name}"), &text));
        world.letter(&from, "received");
    }
    let yours = world.letter("alice@staff.example", "Yours: Question of ann");
    world.deliver("support", "3", &yours.answer("alice@staff.example", "a1@staff.example", "#close\n\nIt is on its way.", None));
    until("the ticket is closed", || (world.object(&["ticket", "show", "1"])["status"] == "closed").then_some(()));
    daemon.stop();
    world
}

/// Words that stand in journal and state as they are.
fn stands(world: &World, word: &str) -> bool {
    let files = files_below(&world.path("data"));
    assert!(files.len() > 5, "journal, spool and state: {files:?}");
    files.iter().filter(|file| file.is_file()).any(|file| {
        let bytes = std::fs::read(file).expect("reads");
        bytes.windows(word.len()).any(|piece| piece == word.as_bytes())
    })
}

fn check_forgotten(world: &World) {
    world.verify();
    assert!(!stands(world, "ann@customer.example"), "she is gone from every file");
    assert!(stands(world, "ben@customer.example"), "he is not");
    world.run(&["contact", "show", "ann@customer.example"]).ends(1);
    let ticket = world.run(&["ticket", "show", "1"]).ends(0).out;
    assert!(ticket.contains("(erased)") && !ticket.contains("Cherry"), "{ticket}");
    let ticket = world.run(&["ticket", "show", "2"]).ends(0).out;
    assert!(ticket.contains("5 Cherry Lane"), "{ticket}");
    assert_eq!(world.json(&["search", "cherry"]).len(), 1, "only his is found");
}

#[test]
fn a_stopped_store_forgets_who_is_meant_and_nobody_else() {
    let world = after_two_tickets();
    assert!(stands(&world, "ann@customer.example"));
    let told = world.run(&["forget", "ann@customer.example"]).ends(1);
    assert!(told.out.contains("Question of ann") && told.err.contains("nothing was erased"), "{told:?}");
    assert!(stands(&world, "ann@customer.example"));
    let refused = world.run(&["forget", "ben@customer.example", "--yes"]).ends(64);
    assert!(refused.err.contains("#2"), "{}", refused.err);
    let refused = world.run(&["forget", "alice@staff.example", "--yes"]).ends(64);
    assert!(refused.err.contains("staff"), "{}", refused.err);
    world.run(&["forget", "nobody@customer.example", "--yes"]).ends(1);
    world.run(&["forget", "ann@customer.example", "--yes"]).ends(0);
    check_forgotten(&world);
}

#[test]
fn a_running_daemon_forgets_and_goes_on() {
    let world = after_two_tickets();
    let daemon = world.start();
    assert_eq!(world.json(&["search", "cherry"]).len(), 2);
    world.run(&["forget", "ann@customer.example", "--yes"]).ends(0);
    until("she is forgotten", || world.run(&["journal"]).ends(0).out.contains("was forgotten").then_some(()));
    until("the index is made anew", || {
        (Ran::of(&mut world.command(&["search", "cherry"])).out.lines().count() == 1).then_some(())
    });
    world.deliver("support", "4", &message("cleo@customer.example", "c1@customer.example", "Hello", "Do you still work?"));
    world.letter("cleo@customer.example", "received");
    daemon.stop();
    check_forgotten(&world);
}
