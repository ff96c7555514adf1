//! Whether plus addresses work is found out by a letter to oneself.

use super::mail::message;
use super::world::World;

fn ask(world: &World, number: usize) -> String {
    let from = format!("ann{number}@customer.example");
    let question = message(&from, &format!("q{number}@customer.example"), &format!("Question {number}"), "May I?");
    world.deliver("support", &format!("{number}.question"), &question);
    world.once().ends(0);
    world.letter(&from, "received").reply_to()
}

#[test]
fn replies_go_to_plus_addresses_once_one_has_come_back() {
    let world = World::new();
    let plus = "address = \"support@example.org\"";
    let desk = world.read("desk.toml").replacen(plus, &format!("{plus}\nreply_address = \"probe\""), 1);
    world.write("desk.toml", &desk);
    assert_eq!(ask(&world, 1), "support@example.org", "nobody knows yet");

    let probe = world.letter("support+probe@example.org", "A test mail of Example support to itself");
    assert_eq!(probe.header("Auto-Submitted").as_deref(), Some("auto-generated"));
    // Somebody who has seen no letter of ours cannot pretend that it came back.
    let forged = String::from_utf8(probe.raw.clone()).expect("text").replace(&probe.message_id(), "<1.abc@desk.example.org>");
    world.deliver("support", "2.forged", forged.as_bytes());
    assert_eq!(ask(&world, 3), "support@example.org");

    world.deliver("support", "4.probe", &probe.raw);
    let proven = ask(&world, 5);
    assert!(proven.starts_with("support+") && proven.ends_with("@example.org"), "{proven}");
    let sent = world.letters().into_iter().filter(|letter| letter.to() == "support+probe@example.org").count();
    assert_eq!(sent, 1, "one letter asks");
    world.verify();
}
