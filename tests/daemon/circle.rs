//! The whole circle of a ticket, seen from the mailboxes of everybody in it.

use super::mail::{Letter, message, names_no_agent};
use super::world::{CLIMB, World, until};

#[test]
fn from_a_question_to_the_managers_desk() {
    let world = World::new();
    world.write("service.toml", CLIMB);
    let daemon = world.start();

    // A customer writes: she hears that it has arrived, and Alice gets the ticket.
    let question = message("ann@customer.example", "printer.1@customer.example", "Printer on fire", "It smokes. What now?");
    world.deliver("support", "1.question", &question);
    let received = world.letter("ann@customer.example", "received");
    assert_eq!(received.header("Auto-Submitted").as_deref(), Some("auto-replied"));
    assert_eq!(received.header("In-Reply-To").as_deref(), Some("<printer.1@customer.example>"));
    assert!(received.subject().contains("[#1]"), "{}", received.subject());
    assert!(!received.everything().contains("on fire"), "an acknowledgement repeats nothing of a stranger's");
    names_no_agent(&received);
    let yours = world.letter("alice@staff.example", "Yours: Printer on fire");
    assert_eq!(yours.header("Auto-Submitted").as_deref(), Some("auto-generated"));
    assert!(yours.reply_to().starts_with("support+") && yours.reply_to().ends_with("@example.org"), "{}", yours.reply_to());
    assert!(yours.read().text.contains("It smokes. What now?"));
    assert_ne!(yours.reply_to(), received.reply_to(), "each has an own reply address");

    // Alice answers from her own mail program, with a file.
    let answer =
        yours.answer("alice@staff.example", "a1@staff.example", "Pull the plug, please.", Some(("plug.bin", b"\x00\xffplug")));
    world.deliver("support", "2.answer", &answer);
    let reply = world.letter("ann@customer.example", "Re: Printer on fire");
    assert_eq!(reply.header("Auto-Submitted"), None, "a person wrote it");
    assert!(reply.header("From").expect("from").contains("<support@example.org>"));
    assert_eq!(reply.header("In-Reply-To").as_deref(), Some("<printer.1@customer.example>"));
    assert!(reply.header("References").expect("references").contains("<printer.1@customer.example>"));
    let read = reply.read();
    assert!(read.text.contains("Pull the plug, please."), "{}", read.text);
    assert!(!read.text.contains("Write above"), "the quoted notification stays inside: {}", read.text);
    assert!(read.text.contains("Alice Agent"), "{}", read.text);
    assert_eq!(read.attachments.len(), 1);
    assert_eq!((read.attachments[0].name.as_str(), read.attachments[0].content.as_ref()), ("plug.bin", &b"\x00\xffplug"[..]));
    names_no_agent(&reply);
    until("the ticket is pending", || (world.object(&["ticket", "show", "1"])["status"] == "pending").then_some(()));

    // The customer writes back; nobody answers, and the desk goes up the ladder.
    let back = reply.answer("ann@customer.example", "printer.2@customer.example", "It still smokes!", None);
    world.deliver("support", "3.back", &back);
    let wrote = world.letter("alice@staff.example", "[#1] Printer on fire");
    assert!(wrote.read().text.contains("It still smokes!"));
    assert!(wrote.header("References").expect("references").contains("<printer.1@customer.example>"));
    let reminder = world.letter("alice@staff.example", "Waiting");
    let lead = world.letter("lea@staff.example", "No answer");
    let manager = world.letter("max@staff.example", "No answer");
    for letter in [&wrote, &reminder, &lead, &manager] {
        assert_eq!(letter.header("Auto-Submitted").as_deref(), Some("auto-generated"), "{letter:?}");
        assert!(letter.subject().contains("[#1]"), "{letter:?}");
        assert!(letter.everything().contains("It still smokes!"), "{letter:?}");
    }
    assert!(manager.read().text.contains("Lea Lead"), "who was told before: {}", manager.read().text);
    let sent = world.letters();
    let place = |wanted: &Letter| sent.iter().position(|letter| letter == wanted).expect("sent");
    assert!(place(&wrote) < place(&reminder) && place(&reminder) < place(&lead) && place(&lead) < place(&manager));

    // What the lead writes under the escalation is for Alice; the customer gets Alice's answer, and the climbing is over.
    let leads = lead.answer("lea@staff.example", "l1@staff.example", "Send Bob there.", None);
    world.deliver("support", "4.lead", &leads);
    until("the lead's note", || {
        let told: Vec<_> = world.letters().into_iter().filter(|letter| letter.to() == "alice@staff.example").collect();
        told.iter().any(|letter| letter.read().text.contains("Send Bob there.")).then_some(())
    });
    let answer = reminder.answer("alice@staff.example", "a2@staff.example", "Bob is on his way.", None);
    world.deliver("support", "5.answer", &answer);
    until("the second answer", || {
        let answers: Vec<_> = world.letters().into_iter().filter(|letter| letter.to() == "ann@customer.example").collect();
        assert!(!answers.iter().any(|letter| letter.read().text.contains("Send Bob there.")), "a note stays inside");
        answers.iter().any(|letter| letter.read().text.contains("Bob is on his way.")).then_some(())
    });
    let ticket = until("the ticket is pending again", || {
        let ticket = world.object(&["ticket", "show", "#1"]);
        (ticket["status"] == "pending").then_some(ticket)
    });
    assert_eq!(ticket["assignee"], "alice");
    let entries: Vec<_> =
        ticket["entries"].as_array().expect("entries").iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(entries, ["message", "reply", "message", "note", "reply"]);
    let due = ticket["deadlines"].as_object().expect("deadlines");
    assert!(!due.keys().any(|kind| kind.contains("response")), "nobody waits for the desk any more: {due:?}");

    // Nobody got anything that is not listed here, and nothing came back into a mailbox.
    until("all letters sent", || (world.run(&["outbox", "list"]).code == 1).then_some(()));
    let mut told: Vec<_> = world.letters().iter().map(Letter::to).collect();
    told.sort();
    told.dedup();
    assert_eq!(told, ["alice@staff.example", "ann@customer.example", "lea@staff.example", "max@staff.example"]);
    for letter in world.letters().iter().filter(|letter| letter.to() == "ann@customer.example") {
        names_no_agent(letter);
    }
    let explained = world.run(&["explain", "1"]).ends(0).out;
    assert!(explained.contains("alice") && explained.lines().count() > 10, "{explained}");
    daemon.stop();
    world.verify();
}
