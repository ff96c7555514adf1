//! What an agent's mail proves on its way through real servers: signatures that are verified here, and what is asked without one.

use std::time::Duration;

use super::desk::desk;
use super::host::Host;
use super::mail::{Letter, message};
use super::names::{ALL, name_server, signed};
use super::person::{Person, send, send_answer};
use super::world::{World, until, within};

const SOON: Duration = Duration::from_secs(20);
const ANN: &str = "ann@customer.example";
const ALICE: &str = "alice@staff.example";
const DOMAIN: &str = "staff.example";

fn status(world: &World) -> String {
    world.object(&["ticket", "show", "1"])["status"].as_str().expect("a status").to_owned()
}

/// Waits for a question to Alice, counted from 1.
fn question(alice: &mut Person, number: usize) -> Letter {
    within(SOON, &format!("question {number} to Alice"), || {
        let asked: Vec<_> = alice.letters().into_iter().filter(|letter| letter.subject().contains("Is this yours?")).collect();
        (asked.len() >= number).then(|| asked[number - 1].clone())
    })
}

#[test]
fn an_agent_is_believed_by_his_servers_signature_and_asked_without_it() {
    let host = Host::start();
    let world = desk(&host, (host.ports.imaps, "implicit"), (host.ports.submissions, "implicit"));
    let text =
        world.read("desk.toml").replace("reply_address = \"plus\"\n", "reply_address = \"plus\"\nauth = { mode = \"verify\" }\n");
    let names = format!("[desk]\ndns = [\"127.0.0.1:{}\"]\n", name_server(DOMAIN));
    world.write("desk.toml", &text.replacen("[desk]\n", &names, 1));
    let mut alice = Person::new(&host, ALICE);
    let daemon = world.start();
    send(&host, ANN, "support@example.org", &message(ANN, "q1@customer.example", "Printer on fire", "It smokes."));
    let yours = alice.letter(SOON, "a ticket", |letter| letter.subject().contains("Yours"));
    let order = |id: &str, text: &str| yours.answer(ALICE, &format!("{id}@staff.example"), text, None);

    // No signature, and results that the sender wrote himself (I22, I23): she is asked, and a yes does it.
    let forged =
        b"Authentication-Results: mx.example.org; dkim=pass header.d=staff.example; dmarc=pass header.from=staff.example\r\n";
    send_answer(&host, ALICE, &[&forged[..], &order("a1", "#close")].concat());
    let asked = question(&mut alice, 1);
    assert_ne!(status(&world), "closed");
    send_answer(&host, ALICE, &asked.answer(ALICE, "y1@staff.example", "yes", None));
    until("the yes is carried out", || (status(&world) == "closed").then_some(()));

    // With her server's signature nobody asks.
    let opens = signed(DOMAIN, ALL, false, &order("a2", "#open"));
    send_answer(&host, ALICE, &opens);
    until("the signed order is carried out", || (status(&world) == "open").then_some(()));
    send_answer(&host, ALICE, &signed(DOMAIN, ALL, false, &order("a3", "#close")));
    until("and the next one", || (status(&world) == "closed").then_some(()));

    // The same bytes again do nothing (I30); what is changed on the way, signed in part, or not for this recipient, is asked about.
    send_answer(&host, ALICE, &opens);
    let intact = signed(DOMAIN, ALL, false, &order("a4", "#open"));
    let changed = String::from_utf8(intact).expect("text").replace("#open", "#priority urgent");
    send_answer(&host, ALICE, changed.as_bytes());
    question(&mut alice, 2);
    let longer = [signed(DOMAIN, ALL, true, &order("a5", "#open")), b"And more below.\r\n".to_vec()].concat();
    send_answer(&host, ALICE, &longer);
    question(&mut alice, 3);
    send_answer(&host, ALICE, &signed(DOMAIN, &["From", "Subject", "Date"], false, &order("a6", "#open")));
    question(&mut alice, 4);
    // Another domain's good signature is none of hers (I26).
    send_answer(&host, ALICE, &signed("attack.test", ALL, false, &order("a7", "#open")));
    question(&mut alice, 5);
    assert_eq!(status(&world), "closed", "nothing of that was carried out");
    let told = world.run(&["explain", "1"]).ends(0).out;
    assert!(told.contains("verified"), "{told}");
    until("all letters sent", || (world.run(&["outbox", "list"]).code == 1).then_some(()));
    host.wait_for_empty_queue();
    let questions = alice.letters().iter().filter(|letter| letter.subject().contains("Is this yours?")).count();
    assert_eq!(questions, 5);
    daemon.stop();
    world.verify();
}
