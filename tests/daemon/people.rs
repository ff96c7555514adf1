//! People by command, through the real program: the staff's file is edited and nothing else in it, customers are kept in the store.

use super::mail::message;
use super::world::{World, until};

/// What stands in `after` and not in `before`, where that is one piece and nothing was taken away.
fn inserted(before: &str, after: &str) -> Option<String> {
    let same = |(one, other): &(u8, u8)| one == other;
    let prefix = before.bytes().zip(after.bytes()).take_while(same).count();
    let (rest_before, rest_after) = (before.as_bytes().get(prefix..)?, after.as_bytes().get(prefix..)?);
    let suffix = rest_before.iter().copied().rev().zip(rest_after.iter().copied().rev()).take_while(same).count();
    let added = rest_after.get(..rest_after.len().checked_sub(suffix)?)?;
    (suffix == rest_before.len()).then(|| String::from_utf8_lossy(added).into_owned())
}

#[test]
fn staff_comes_and_goes_and_every_other_byte_of_the_file_stays() {
    ["\n", "\r\n"].into_iter().for_each(comes_and_goes);
}

/// In a file whose lines end so.
fn comes_and_goes(line_end: &str) {
    let world = World::new();
    let plain = world.read("staff.toml");
    let odd = plain.replacen("role = \"agents\"\n", "role   =  \"agents\"   # since 2019\n\n\t# by hand\n", 1);
    let before = format!("# The people of the desk.\n\n{odd}\n# That is all of them.\n").replace('\n', line_end);
    world.write("staff.toml", &before);
    let daemon = world.start();
    until("the socket", || world.path("data/control.sock").exists().then_some(()));

    world.run(&["staff", "add", "eve", "--address", "eve@staff.example", "--team", "support", "--name", "Eve Else"]).ends(0);
    let with_eve = world.read("staff.toml");
    let entry = inserted(&before, &with_eve).unwrap_or_else(|| panic!("more than an entry has changed:\n{with_eve}"));
    assert!(entry.contains("name = \"eve\"") && entry.contains("confirmed = false"), "{entry}");
    world.letter("eve@staff.example", "please confirm");
    assert_eq!(world.object(&["staff", "show", "eve"])["counts"], false, "until she has answered");

    world.run(&["staff", "edit", "eve", "--capacity", "7"]).ends(0);
    let changed = inserted(&with_eve, &world.read("staff.toml")).expect("one line more");
    assert_eq!(changed.trim(), "capacity = 7");
    world.run(&["staff", "edit", "alice", "--note", "Back in May"]).ends(0);
    let noted = world.read("staff.toml");
    let by_hand = "role   =  \"agents\"   # since 2019\n\n\t# by hand\n".replace('\n', line_end);
    assert!(noted.contains(&by_hand), "{noted}");
    assert_eq!(world.object(&["staff", "show", "alice"])["note"], "Back in May", "the daemon has taken it on");

    // What cannot be is refused, and the file is as it was.
    for (wrong, said) in [
        (&["staff", "add", "bob", "--address", "nowhere"][..], "address"),
        (&["staff", "add", "alice", "--address", "other@staff.example"], "alice"),
        (&["staff", "edit", "nobody", "--capacity", "3"], "nobody"),
        (&["staff", "edit", "eve", "--team", "gardening"], "gardening"),
        (&["staff", "remove", "lea"], "lea"),
    ] {
        let ran = world.run(wrong);
        assert_ne!(ran.code, 0, "{wrong:?}: {}", ran.out);
        assert!(ran.err.contains(said), "{wrong:?}: {}", ran.err);
        assert_eq!(world.read("staff.toml"), noted, "{wrong:?}");
    }

    world.run(&["staff", "remove", "eve"]).ends(0);
    let without = world.read("staff.toml");
    let note = inserted(&before, &without).expect("nothing but the note is left");
    assert_eq!(note.trim(), "note = \"Back in May\"");
    assert_ne!(world.run(&["staff", "show", "eve"]).code, 0);
    daemon.stop();
    world.verify();
}

#[test]
fn customers_are_written_down_merged_and_parted() {
    let world = World::new();
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "Printer", "It smokes."));
    world.deliver("support", "2", &message("annie@home.example", "2@x.example", "Keyboard", "It has no keys."));
    world.once();

    // On the stopped store.
    world.run(&["contact", "edit", "ann@customer.example", "--phone", "+49 30 1234", "--organisation", "Acme Ltd"]).ends(0);
    let shown = world.object(&["contact", "show", "ann@customer.example"]);
    assert_eq!((&shown["phone"], &shown["organisation"]), (&"+49 30 1234".into(), &"Acme Ltd".into()), "{shown}");
    assert_eq!(world.json(&["contact", "list"]).len(), 2);
    assert_eq!(world.json(&["contact", "search", "acme"]).len(), 1);
    world.run(&["contact", "search", "nothing like this"]).ends(1);
    world.run(&["contact", "show", "nobody@customer.example"]).ends(1);
    for wrong in [
        &["contact", "edit", "ann@customer.example"][..],
        &["contact", "edit", "ann@customer.example", "--phone", "call me"],
        &["contact", "edit", "ann@customer.example", "--field", "shoe"],
        &["contact", "edit", "alice@staff.example", "--phone", "12"],
        &["contact", "show", "Ann"],
        &["contact", "add-address", "ann@customer.example", "annie@home.example"],
        &["contact", "merge", "ann@customer.example", "ann@customer.example"],
    ] {
        world.run(wrong).ends(64);
    }

    // Over the socket.
    let daemon = world.start();
    until("the socket", || world.path("data/control.sock").exists().then_some(()));
    world.run(&["contact", "merge", "annie@home.example", "ann@customer.example"]).ends(0);
    let joint = world.object(&["contact", "show", "annie@home.example"]);
    assert_eq!(joint["addresses"], serde_json::json!(["ann@customer.example", "annie@home.example"]));
    assert_eq!(world.object(&["ticket", "show", "2"])["requester"], "ann@customer.example");
    let old = format!("c{}", joint["merged"][0]);
    world.run(&["contact", "unmerge", &old]).ends(0);
    assert_eq!(world.object(&["ticket", "show", "2"])["requester"], "annie@home.example");
    world.run(&["contact", "unmerge", &old]).ends(64);
    let looked = world.run(&["journal", "--kind", "looked-up"]).ends(0).out;
    assert!(looked.contains("admin (maildesk contact show"), "{looked}");
    daemon.stop();
    world.verify();
}

#[test]
fn measures_are_exported_by_a_stopped_desk_and_a_running_one() {
    let world = World::new();
    world.run(&["export", "measures"]).ends(1);
    world.deliver("support", "1", &message("ann@customer.example", "1@x.example", "Printer", "It smokes."));
    world.once();

    let csv = world.run(&["export", "measures"]).ends(0).out;
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert!(lines[0].starts_with("day,by,group,opened,resolved,"), "{csv}");
    let opened = |by: &str| lines.iter().any(|line| line.contains(&format!(",{by},1,0,")));
    assert!(opened("total,all") && opened("team,support") && opened("organisation,customer.example"), "{csv}");
    assert!(lines.iter().all(|line| line.split(',').count() == lines[0].split(',').count()), "{csv}");

    let daemon = world.start();
    until("the socket", || world.path("data/control.sock").exists().then_some(()));
    let rows = world.run(&["export", "measures", "--format", "jsonl", "--since", "1d"]).ends(0).lines();
    let total = rows.iter().find(|row| row["by"] == "total").expect("a row of all");
    assert_eq!((&total["opened"], &total["backlog"], &total["mean_rating"]), (&1.into(), &1.into(), &serde_json::Value::Null));
    let columns = world.run(&["export", "measures", "--columns"]).ends(0).out;
    assert_eq!(columns.lines().count(), lines[0].split(',').count());
    world.run(&["export", "measures", "--since", "the other day"]).ends(64);
    world.run(&["export", "measures", "--format", "xml"]).ends(64);
    daemon.stop();
    world.verify();
}
