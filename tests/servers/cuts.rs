//! Lines to mail servers that break at every place: nothing is lost, nothing is done twice, nobody else is disturbed.

use std::time::Duration;

use maildesk::base::limit;

use super::host::Host;
use super::judge::{all_letters, each_opened_a_ticket, letters_arrived};
use super::mail::message;
use super::proxy::{Fault, Proxy, Way};
use super::world::{World, within};

/// Letters that failed for now are tried again after a minute and up to six seconds.
const NEXT_ATTEMPT: Duration = Duration::from_secs(120);

fn question(number: usize) -> Vec<u8> {
    let from = format!("ann{number}@customer.example");
    message(&from, &format!("question.{number}@customer.example"), &format!("Question {number}"), "It does not work.")
}

#[test]
fn a_line_to_the_submission_server_that_breaks_anywhere() {
    let host = Host::start();
    let proxy = Proxy::to(host.ports.smtp);
    let world = World::with_server(proxy.port());
    // One letter each way shows how long a transaction is.
    world.deliver("support", "0", &question(0));
    world.once();
    let (up, down) = (proxy.passed(Way::Up), proxy.passed(Way::Down));
    assert!(up > 1000 && down > 200, "{proxy:?}");

    // Through the greeting, EHLO, the envelope, the message, and the answers to them; both letters of that first session.
    let mut faults: Vec<_> = (0..down).step_by(13).map(|bytes| Fault::Cut(Way::Down, bytes)).collect();
    faults.extend((0..120.min(up)).step_by(11).map(|bytes| Fault::Cut(Way::Up, bytes)));
    faults.extend((120..up).step_by(257).map(|bytes| Fault::Cut(Way::Up, bytes)));
    // A connection that does not open puts off all letters that were claimed for it, others one.
    let opening =
        faults.iter().filter(|fault| matches!(fault, Fault::Cut(Way::Down, 0..400) | Fault::Cut(Way::Up, 0..50))).count();
    let messages = faults.len() + opening * limit::CLAIM_ITEMS / 2;
    for number in 1..messages {
        world.deliver("support", &number.to_string(), &question(number));
    }
    proxy.next(faults.iter().copied());
    let daemon = world.start();
    within(NEXT_ATTEMPT, "everything is sent", || {
        let letters = all_letters(&world);
        (letters.len() == 2 * messages && letters.iter().all(|one| one["state"] == "sent")).then_some(())
    });
    assert_eq!(proxy.left(), 0, "every fault came to pass");
    host.wait_for_empty_queue();
    daemon.stop();
    each_opened_a_ticket(&world, messages);
    let repeated = letters_arrived(&host, &world, &["customer.example", "staff.example"]);
    assert!(proxy.struck() > faults.len() / 2 && repeated > 0, "the test proves too little: {repeated} letters repeated");
}
