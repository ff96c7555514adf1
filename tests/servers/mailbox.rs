//! What else happens to a mailbox: its server starts anew, its messages are renumbered, somebody reads it beside the desk.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use super::desk::desk;
use super::host::Host;
use super::judge::{each_opened_a_ticket, each_opened_a_ticket_except, letters_arrived};
use super::mail::message;
use super::person::{Person, send, send_answer};
use super::proxy::{Fault, Proxy, Way};
use super::world::{World, files_below, until, within};

const SUPPORT: &str = "support@example.org";
const SALES: &str = "sales@example.org";

/// A mailbox is opened again some seconds after its server broke the connection, later if it was away for longer.
const RECONNECTED: Duration = Duration::from_secs(45);

fn question(number: usize) -> Vec<u8> {
    let from = format!("ann{number}@customer.example");
    message(&from, &format!("question.{number}@customer.example"), &format!("Question {number}"), "It does not work.")
}

fn ask(host: &Host, to: &str, number: usize) {
    send(host, &format!("ann{number}@customer.example"), to, &question(number));
}

fn received(world: &World) -> u64 {
    world.object(&["status"])["received"].as_u64().expect("a number")
}

/// Everything is sent and delivered.
fn all_is_sent(host: &Host, world: &World) {
    until("all letters sent", || (world.run(&["outbox", "list"]).code == 1).then_some(()));
    host.wait_for_empty_queue();
}

fn over_tls(host: &Host) -> World {
    desk(host, (host.ports.imap, "starttls"), (host.ports.submissions, "implicit"))
}

#[test]
fn a_server_that_starts_anew() {
    let mut host = Host::start();
    let world = over_tls(&host);
    let daemon = world.start();
    ask(&host, SUPPORT, 1);
    until("the first message", || (received(&world) == 1).then_some(()));
    all_is_sent(&host, &world);
    host.stop_dovecot();
    // Postfix takes it and keeps it until Dovecot is back.
    ask(&host, SUPPORT, 2);
    ask(&host, SALES, 3);
    host.start_dovecot().expect("Dovecot");
    within(RECONNECTED, "both mailboxes are read again", || (received(&world) == 3).then_some(()));
    // With the log-in back, sending goes on too.
    within(Duration::from_secs(100), "all letters sent", || (world.run(&["outbox", "list"]).code == 1).then_some(()));
    host.wait_for_empty_queue();
    daemon.stop();
    each_opened_a_ticket(&world, 3);
    assert_eq!(letters_arrived(&host, &world, &["customer.example", "staff.example"]), 0);
}

/// Lets Dovecot forget its numbers: the next UIDVALIDITY is another one (RFC 3501 §2.3.1.1).
fn renumber(host: &mut Host, address: &str) {
    host.stop_dovecot();
    let mut forgotten = 0;
    for file in files_below(&host.maildir(address)) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("dovecot") {
            fs::remove_file(file).expect("removed");
            forgotten += 1;
        }
    }
    assert!(forgotten > 0, "Dovecot kept no numbers for {address}");
    host.start_dovecot().expect("Dovecot");
}

fn numbering(host: &Host, address: &str) -> String {
    let said = Person::new(host, address).command("STATUS INBOX (UIDVALIDITY)");
    said.into_iter().find(|line| line.contains("UIDVALIDITY")).expect("a UIDVALIDITY")
}

#[test]
fn messages_that_are_renumbered_are_known_again() {
    let mut host = Host::start();
    let world = over_tls(&host);
    let daemon = world.start();
    for number in 1..=20 {
        ask(&host, SUPPORT, number);
    }
    ask(&host, SALES, 21);
    until("all are taken in", || (received(&world) == 21).then_some(()));
    let before = numbering(&host, SUPPORT);

    // While the desk reads: one message comes with the new numbers.
    renumber(&mut host, SUPPORT);
    assert_ne!(numbering(&host, SUPPORT), before);
    ask(&host, SUPPORT, 22);
    let tickets = || world.run(&["--json", "ticket", "list"]).lines().len();
    within(RECONNECTED, "the new message", || (tickets() == 22).then_some(()));
    daemon.stop();
    world.verify();

    // While it does not run: some were never seen before.
    let before = numbering(&host, SUPPORT);
    ask(&host, SUPPORT, 23);
    host.wait_for_empty_queue();
    renumber(&mut host, SUPPORT);
    assert_ne!(numbering(&host, SUPPORT), before);
    ask(&host, SUPPORT, 24);
    host.wait_for_empty_queue();
    let daemon = world.start();
    within(RECONNECTED, "the two that are new", || (tickets() == 24).then_some(()));
    within(Duration::from_secs(100), "all letters sent", || (world.run(&["outbox", "list"]).code == 1).then_some(()));
    host.wait_for_empty_queue();
    daemon.stop();
    world.once();
    // What came while nobody could tell old from new is not acknowledged: it may be years old.
    each_opened_a_ticket_except(&world, 24, &["Question 22", "Question 23", "Question 24"]);
    let told = Person::new(&host, "operator@example.org").letters();
    assert_eq!(told.len(), 2, "the operator hears of each renumbering: {told:?}");
    letters_arrived(&host, &world, &["customer.example", "staff.example"]);
}

/// Gives a mailbox a lower UIDVALIDITY, as a server does that was set back to an old backup.
fn set_back(host: &mut Host, address: &str) {
    host.stop_dovecot();
    let list = host.maildir(address).join("dovecot-uidlist");
    let text = fs::read_to_string(&list).expect("a list of numbers");
    let (head, rest) = text.split_once('\n').expect("a head");
    let head: Vec<String> =
        head.split(' ').map(|word| if word.starts_with('V') { "V7".to_owned() } else { word.to_owned() }).collect();
    // Written over in place: it stays Dovecot's own file.
    fs::write(&list, format!("{}\n{rest}", head.join(" "))).expect("written");
    for file in files_below(&host.maildir(address)) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("dovecot.") {
            fs::remove_file(file).expect("removed");
        }
    }
    host.start_dovecot().expect("Dovecot");
}

/// S05: the server goes back to lower numbers and shows old mail again, orders of an agent among it.
#[test]
fn s05_orders_under_lower_numbers_are_not_carried_out_again() {
    const ALICE: &str = "alice@staff.example";
    let mut host = Host::start();
    let world = over_tls(&host);
    let mut daemon = world.start();
    ask(&host, SUPPORT, 1);
    let status = |wanted: &str| until(wanted, || (world.object(&["ticket", "show", "1"])["status"] == wanted).then_some(()));
    let patience = Duration::from_secs(20);
    let yours = Person::new(&host, ALICE).letter(patience, "a ticket", |letter| letter.subject().contains("Yours"));
    let closes = yours.answer(ALICE, "a1@staff.example", "#close", None);
    send_answer(&host, ALICE, &closes);
    status("closed");
    send_answer(&host, ALICE, &yours.answer(ALICE, "a2@staff.example", "#open", None));
    status("open");
    all_is_sent(&host, &world);
    let count = |domain: &str| host_letters(&host, domain);
    let (customers, staff, received_before) = (count("customer.example"), count("staff.example"), received(&world));

    let before = numbering(&host, SUPPORT);
    set_back(&mut host, SUPPORT);
    let after = numbering(&host, SUPPORT);
    let number = |line: &str| line.rsplit(' ').next().and_then(|word| word.trim_end_matches(')').parse::<u64>().ok());
    assert!(number(&after) < number(&before), "{before} {after}");
    // The same bytes come once more, too, under a number that is new.
    send_answer(&host, ALICE, &closes);
    daemon.wait_for_log("The folder was numbered anew");
    within(RECONNECTED, "the copy is looked at", || (received(&world) > received_before).then_some(()));
    within(RECONNECTED, "the operator hears of it", || (host_letters(&host, "example.org") > 0).then_some(()));
    all_is_sent(&host, &world);
    assert_eq!(world.object(&["ticket", "show", "1"])["status"], "open", "0 executions");
    let mails = (host_letters(&host, "customer.example"), host_letters(&host, "staff.example"));
    assert_eq!(mails, (customers, staff), "0 mails");
    assert_eq!(world.json(&["ticket", "list"]).len(), 1);
    daemon.stop();
    world.verify();
}

/// Letters of the desk in all mailboxes of a domain; those of the desk itself hold other people's.
fn host_letters(host: &Host, domain: &str) -> usize {
    host.letters(domain).iter().filter(|(_, letter)| letter.header("X-Loop").is_some()).count()
}

/// How many messages come while somebody reads.
const MESSAGES: usize = 120;

#[test]
fn somebody_reads_marks_moves_and_deletes_beside_the_desk() {
    let host = Host::start();
    let world = over_tls(&host);
    let mut person = Person::new(&host, SUPPORT);
    person.command("CREATE Done");
    let daemon = world.start();
    let mut moved = 0;
    for number in 0..MESSAGES {
        ask(&host, SUPPORT, number);
        if number % 10 == 0 {
            ask(&host, SALES, MESSAGES + number);
        }
        // What he reads, the desk reads too; what he takes away, it may have read before.
        let last = person.command("UID SEARCH ALL").into_iter().find_map(|line| line.rsplit(' ').next()?.parse::<u32>().ok());
        let Some(last) = last else { continue };
        match number % 4 {
            0 => drop(person.command(&format!("UID STORE {last} +FLAGS (\\Seen)"))),
            1 => {
                person.command(&format!("UID MOVE {last} Done"));
                moved += 1;
            }
            2 => {
                person.command(&format!("UID STORE {last} +FLAGS.SILENT (\\Deleted)"));
                person.command("EXPUNGE");
            }
            _ => drop(person.command(&format!("UID STORE {last} -FLAGS (\\Seen)"))),
        }
    }
    host.wait_for_empty_queue();
    let lying: Vec<_> = person.letters().iter().map(|letter| letter.subject()).collect();
    let tickets = || -> BTreeMap<String, usize> {
        let mut tickets = BTreeMap::new();
        for ticket in world.run(&["--json", "ticket", "list"]).lines() {
            *tickets.entry(ticket["subject"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        tickets
    };
    let of_sales = (0..MESSAGES).step_by(10).map(|number| format!("Question {}", MESSAGES + number));
    let expected: Vec<_> = lying.iter().cloned().chain(of_sales).collect();
    within(RECONNECTED, "a ticket for each message that lies in a mailbox", || {
        let tickets = tickets();
        expected.iter().all(|subject| tickets.contains_key(subject)).then_some(())
    });
    all_is_sent(&host, &world);
    daemon.stop();
    world.once();
    let tickets = tickets();
    assert!(tickets.values().all(|count| *count == 1), "{tickets:?}");
    assert!(lying.len() > MESSAGES / 3 && tickets.len() < MESSAGES + MESSAGES / 10 + 1, "{} lie, {tickets:?}", lying.len());
    // Nothing of what he did was undone.
    assert_eq!(person.letters().len(), lying.len());
    person.command("SELECT Done");
    assert_eq!(person.mail().len(), moved, "what was moved lies where he moved it");
    each_opened_a_ticket(&world, tickets.len());
    assert_eq!(letters_arrived(&host, &world, &["customer.example", "staff.example"]), 0);
}

/// Through every part of a session: each run of the desk finds another break, and the next one begins where nobody knows.
#[test]
fn a_line_to_the_mailbox_that_breaks_anywhere() {
    let host = Host::start();
    let proxy = Proxy::to(host.ports.imap);
    let world = desk(&host, (proxy.port(), "plain"), (host.ports.smtp, "plain"));
    // The other mailbox has a line of its own.
    let text = world.read("desk.toml");
    let (before, sales) = text.split_once("name = \"sales\"").expect("a mailbox");
    let sales = sales.replacen(&format!("port = {}", proxy.port()), &format!("port = {}", host.ports.imap), 1);
    world.write("desk.toml", &format!("{before}name = \"sales\"{sales}"));
    for address in [SUPPORT, SALES] {
        drop(Person::new(&host, address));
    }
    host.deliver(SUPPORT, "0", &question(0));
    world.once();
    let (up, down) = (proxy.passed(Way::Up), proxy.passed(Way::Down));
    assert!(up > 100 && down > 500, "{proxy:?}");

    let mut faults: Vec<_> = (0..up).step_by(up / 30).map(|bytes| Fault::Cut(Way::Up, bytes)).collect();
    faults.extend((0..down).step_by(down / 70).map(|bytes| Fault::Cut(Way::Down, bytes)));
    let mut messages = 1;
    for (number, fault) in faults.iter().enumerate() {
        host.deliver(SUPPORT, &messages.to_string(), &question(messages));
        messages += 1;
        if number % 8 == 0 {
            host.deliver(SALES, &messages.to_string(), &question(messages));
            messages += 1;
        }
        proxy.next([*fault]);
        world.run(&["run", "--once"]);
        if number % 8 == 0 {
            let shown = world.run(&["ticket", "list"]).out;
            assert!(
                shown.contains(&format!("Question {}", messages - 1)),
                "the other mailbox is disturbed by {fault:?}:\n{shown}"
            );
        }
    }
    assert_eq!(proxy.left(), 0, "each run connected once");
    assert!(proxy.struck() > faults.len() * 3 / 4, "the test proves too little: {} of {}", proxy.struck(), faults.len());
    world.once();
    each_opened_a_ticket(&world, messages);
    let unread = Person::new(&host, SUPPORT).mail().into_iter().filter(|one| !one.flags.contains("\\Seen")).count();
    assert_eq!(unread, 0, "a mark that was lost is made again");
    host.wait_for_empty_queue();
    letters_arrived(&host, &world, &["customer.example", "staff.example"]);
}

/// A line that goes silent is not a line that is closed: time limits find it, and their tests stand beside the client, where time
/// is virtual. Here: meanwhile the other mailbox is read, and when the line breaks at last, everything is found.
#[test]
fn a_line_to_the_mailbox_that_goes_silent() {
    let host = Host::start();
    for address in [SUPPORT, SALES] {
        drop(Person::new(&host, address));
    }
    let proxy = Proxy::to(host.ports.imap);
    let world = desk(&host, (proxy.port(), "plain"), (host.ports.smtp, "plain"));
    let text = world.read("desk.toml");
    let (before, sales) = text.split_once("name = \"sales\"").expect("a mailbox");
    let sales = sales.replacen(&format!("port = {}", proxy.port()), &format!("port = {}", host.ports.imap), 1);
    world.write("desk.toml", &format!("{before}name = \"sales\"{sales}"));
    host.deliver(SUPPORT, "0", &question(0));
    world.once();
    let (up, down) = (proxy.passed(Way::Up), proxy.passed(Way::Down));
    let mut messages = 1;
    let faults = [
        Fault::Stall(Way::Down, 0),
        Fault::Stall(Way::Up, up / 3),
        Fault::Stall(Way::Down, down / 2),
        Fault::Stall(Way::Down, down * 4 / 5),
    ];
    for fault in faults {
        for address in [SUPPORT, SALES] {
            host.deliver(address, &format!("{messages}"), &question(messages));
            messages += 1;
        }
        proxy.next([fault]);
        let struck = proxy.struck();
        let daemon = world.start();
        until("the line is silent", || (proxy.struck() > struck).then_some(()));
        until("the other mailbox is read", || {
            world.run(&["ticket", "list"]).out.contains(&format!("Question {}", messages - 1)).then_some(())
        });
        proxy.cut();
        within(RECONNECTED, "the message behind the silent line", || (received(&world) == messages as u64).then_some(()));
        daemon.stop();
    }
    world.once();
    each_opened_a_ticket(&world, messages);
}
