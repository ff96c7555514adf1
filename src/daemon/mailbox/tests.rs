//! Folders of a mail server in memory, read by the real tasks into a real desk.

use std::sync::Arc;

use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::base::MailboxName;
use crate::config::{self, After, Secret, SourcePlace, Start, Tls};
use crate::daemon::error::DaemonError;
use crate::daemon::writer::Writer;
use crate::desk::{Answer, Desk, DeskError, DeskSettings, Input, Question, Reply};
use crate::io::clock;
use crate::io::imap::fake::{Fake, Folder};
use crate::store::{MemoryDisk, MemoryPlace, MemoryStore, Options};

use super::{Around, tasks};
use crate::daemon::health::Health;

const ABLE: &str = "IDLE MOVE UIDPLUS";
const LONG_AGO: &str = "01-Feb-2001 12:00:00 +0000";

/// A desk, its mail server, and how its folder is read.
struct World {
    server: Fake,
    writer: Writer,
    thread: std::thread::JoinHandle<Result<(), DeskError>>,
    source: config::Source,
}

fn open_desk(disk: &MemoryDisk, place: &MemoryPlace) -> (Writer, std::thread::JoinHandle<Result<(), DeskError>>) {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("desk");
    config::init(&path, [3; 64]).expect("the sample is written");
    let settings = config::load(&path, &|_| None).expect("the sample loads").settings;
    let options = Options::new(settings.store_secret);
    let store = MemoryStore::open(disk.clone(), place.clone(), &options, &mut |_| {}).expect("the store opens").store;
    let settings = DeskSettings::new(settings.policy, settings.templates, settings.keys, settings.fingerprint);
    let desk = Desk::open(store, settings, false, clock::now()).expect("the desk opens");
    Writer::start(desk).expect("the writer starts")
}

impl World {
    async fn new(abilities: &'static str, begin: Start, after: After) -> Self {
        let (writer, thread) = open_desk(&MemoryDisk::default(), &MemoryPlace::default());
        let server = Fake::start(abilities).await;
        let place = SourcePlace::Imap {
            host: "127.0.0.1".to_owned(),
            port: server.port,
            tls: Tls::Plain,
            user: "support".to_owned(),
            password: Secret::new("secret".to_owned()),
            ca_file: None,
            folders: vec!["INBOX".to_owned()],
            after,
            start: begin,
        };
        let source = config::Source { name: MailboxName::new("support").expect("a name"), place };
        Self { server, writer, thread, source }
    }

    fn around(&self, once: bool, stop: watch::Receiver<bool>) -> Around {
        Around { once, writer: self.writer.clone(), stop, work: Arc::new(Notify::new()), health: Health::default() }
    }

    /// Opens the folder and reads until nothing is left.
    async fn read(&self) {
        let (_keep, stop) = watch::channel(false);
        let mut readers: JoinSet<_> = tasks(&self.source, &self.around(true, stop)).into_iter().collect();
        while let Some(ended) = readers.join_next().await {
            ended.expect("no panic").expect("the writer goes on");
        }
    }

    async fn ask(&self, question: Question) -> Answer {
        match self.writer.one(Input::Ask(question)).await.expect("an answer") {
            Reply::Answer(answer) => answer,
            other => panic!("{other:?}"),
        }
    }

    async fn tickets(&self) -> usize {
        self.ask(Question::Tickets(None)).await.lines.len()
    }

    /// Letters of a kind, sent or not.
    async fn letters(&self, kind: &str) -> usize {
        self.ask(Question::Outbox { all: true }).await.lines.iter().filter(|line| line["kind"] == kind).count()
    }

    fn add(&self, number: u32, arrived: &'static str) -> u32 {
        self.server.account().folders.get_mut("INBOX").expect("INBOX").add(&mail(number), arrived)
    }

    fn flags(&self) -> Vec<String> {
        let account = self.server.account();
        let flags = |message: &crate::io::imap::fake::Message| message.flags.iter().cloned().collect::<Vec<_>>().join(" ");
        account.folders["INBOX"].messages.values().map(flags).collect()
    }

    /// The folder is numbered anew: the same messages in another order.
    fn renumber(&self, validity: u32) {
        let mut account = self.server.account();
        let old = account.folders.insert("INBOX".to_owned(), Folder::new(validity)).expect("INBOX");
        let new = account.folders.get_mut("INBOX").expect("INBOX");
        for message in old.messages.into_values().rev() {
            new.messages.insert(new.next, message);
            new.next += 1;
        }
    }

    fn close(self) {
        drop(self.writer);
        self.thread.join().expect("no panic").expect("the desk closes");
    }
}

fn mail(number: u32) -> String {
    format!(
        "From: Customer {number} <c{number}@customer.example>\nTo: support@example.org\nSubject: Question {number}\n\
         Message-ID: <q{number}@customer.example>\nDate: Sun, 22 Nov 2026 03:00:00 +0000\n\nWhat about {number}?\n"
    )
}

#[tokio::test]
async fn everything_is_taken_in_once_and_marked_whatever_people_do_in_the_mailbox() {
    let world = World::new(ABLE, Start::All, After::Mark).await;
    for number in 1..=70 {
        world.add(number, "22-Nov-2026 03:00:00 +0000");
    }
    // Somebody has read one already; another one was deleted before the desk came.
    {
        let mut account = world.server.account();
        let inbox = account.folders.get_mut("INBOX").expect("INBOX");
        inbox.messages.get_mut(&5).expect("the fifth").flags.insert("\\Seen".to_owned());
        inbox.messages.remove(&6);
    }
    world.read().await;
    assert_eq!(world.tickets().await, 69);
    assert_eq!(world.flags(), vec!["\\Seen"; 69]);
    // A crash between record and mark, or a person: the newest are marked again, and nothing is taken in twice.
    world
        .server
        .account()
        .folders
        .get_mut("INBOX")
        .expect("INBOX")
        .messages
        .values_mut()
        .for_each(|message| message.flags.clear());
    world.read().await;
    assert_eq!(world.tickets().await, 69);
    assert_eq!(world.flags().iter().filter(|flags| *flags == "\\Seen").count(), 64);
    world.close();
}

#[tokio::test]
async fn the_first_time_only_what_counts_is_read() {
    let now = World::new("", Start::Now, After::Mark).await;
    now.add(1, LONG_AGO);
    now.read().await;
    now.add(2, LONG_AGO);
    now.read().await;
    assert_eq!(now.tickets().await, 1);
    assert_eq!(now.flags(), ["", "\\Seen"]);
    now.close();

    let since = crate::base::Timestamp::from_seconds(1_700_000_000);
    let world = World::new("", Start::Since(since), After::Leave).await;
    world.add(1, LONG_AGO);
    world.add(2, "22-Nov-2026 03:00:00 +0000");
    world.add(3, LONG_AGO);
    world.read().await;
    assert_eq!(world.tickets().await, 2);
    assert_eq!(world.flags(), ["", "", ""]);
    world.close();
}

#[tokio::test]
async fn a_folder_numbered_anew_is_looked_at_again_and_nothing_happens_twice() {
    let world = World::new(ABLE, Start::Now, After::Mark).await;
    world.add(100, LONG_AGO);
    world.read().await;
    for number in 1..=3 {
        world.add(number, "22-Nov-2098 03:00:00 +0000");
    }
    world.read().await;
    assert_eq!((world.tickets().await, world.letters("received").await, world.letters("operator").await), (3, 3, 0));

    // Up, with one message that the desk does not know: it is taken in, and nobody is written to but the operator, once.
    world.renumber(9);
    world.add(4, "22-Nov-2098 03:00:00 +0000");
    world.read().await;
    world.read().await;
    assert_eq!((world.tickets().await, world.letters("received").await, world.letters("operator").await), (4, 3, 1));
    let fetched = world.server.account().heard.iter().filter(|line| line.contains("BODY.PEEK")).count();

    // What was there before the desk is not even fetched, however often the folder is opened; what is new goes on.
    world.add(5, "22-Nov-2098 03:00:00 +0000");
    world.read().await;
    assert_eq!((world.tickets().await, world.letters("received").await), (5, 4));
    assert_eq!(world.server.account().heard.iter().filter(|line| line.contains("BODY.PEEK")).count(), fetched + 1);

    // Down, and set back under the same UIDVALIDITY.
    world.renumber(2);
    world.read().await;
    assert_eq!((world.tickets().await, world.letters("received").await, world.letters("operator").await), (5, 4, 2));
    {
        let mut account = world.server.account();
        let inbox = account.folders.get_mut("INBOX").expect("INBOX");
        inbox.messages.retain(|uid, _| *uid <= 4);
        inbox.next = 5;
    }
    world.read().await;
    world.add(6, "22-Nov-2098 03:00:00 +0000");
    world.read().await;
    assert_eq!((world.tickets().await, world.letters("received").await, world.letters("operator").await), (6, 5, 3));
    // The message from before the desk was never touched.
    let account = world.server.account();
    let untouched =
        account.folders["INBOX"].messages.values().filter(|message| message.arrived == LONG_AGO && message.flags.is_empty());
    assert_eq!(untouched.count(), 1);
    drop(account);
    world.close();
}

#[tokio::test]
async fn messages_are_moved_into_a_folder_that_is_made() {
    for abilities in [ABLE, "UIDPLUS", ""] {
        let world = World::new(abilities, Start::All, After::Move("Done".to_owned())).await;
        world.add(1, LONG_AGO);
        world.add(2, LONG_AGO);
        world.read().await;
        world.read().await;
        assert_eq!(world.tickets().await, 2);
        let account = world.server.account();
        assert_eq!(account.folders["Done"].messages.len(), 2, "{abilities}");
        assert!(!account.heard.iter().any(|line| line == "EXPUNGE"));
        // Where it cannot be expunged alone it stays, flagged as deleted.
        let left = account.folders["INBOX"].messages.values().filter(|message| message.flags.contains("\\Deleted")).count();
        assert_eq!((left, account.folders["INBOX"].messages.len()), if abilities.is_empty() { (2, 2) } else { (0, 0) });
        drop(account);
        world.close();
    }
}

#[tokio::test]
async fn the_trouble_of_one_folder_is_its_own() {
    let mut world = World::new(ABLE, Start::All, After::Mark).await;
    let SourcePlace::Imap { folders, .. } = &mut world.source.place else { panic!("no IMAP") };
    *folders = vec!["Missing".to_owned(), "INBOX".to_owned(), "Other".to_owned()];
    world.server.account().folders.insert("Other".to_owned(), Folder::new(1));
    world.add(1, LONG_AGO);
    world.server.deliver("Other", &mail(2));
    world.read().await;
    assert_eq!(world.tickets().await, 2);
    // The folders have cursors of their own.
    world.server.deliver("Other", &mail(3));
    world.read().await;
    assert_eq!(world.tickets().await, 3);
    world.close();
}

#[tokio::test]
async fn mail_that_comes_while_idling_is_taken_in_and_a_stop_ends_idling() {
    let world = World::new(ABLE, Start::All, After::Mark).await;
    let (stopper, stop) = watch::channel(false);
    let mut readers: JoinSet<Result<(), DaemonError>> = tasks(&world.source, &world.around(false, stop)).into_iter().collect();
    world.server.until(|account| account.heard.last().is_some_and(|line| line == "IDLE")).await;
    world.server.deliver("INBOX", &mail(1));
    world
        .server
        .until(|account| account.folders["INBOX"].messages.values().any(|message| message.flags.contains("\\Seen")))
        .await;
    assert_eq!(world.tickets().await, 1);
    stopper.send(true).expect("the task listens");
    readers.join_next().await.expect("a task").expect("no panic").expect("it ends in peace");
    world.close();
}

#[tokio::test]
async fn who_is_not_let_in_gives_no_further_command_and_goes_on_when_he_is() {
    let world = World::new(ABLE, Start::All, After::Mark).await;
    world.add(1, LONG_AGO);
    "other".clone_into(&mut world.server.account().password);
    world.read().await;
    assert_eq!(world.server.account().heard, ["LOGIN \"support\" \"secret\""]);
    "secret".clone_into(&mut world.server.account().password);
    world.read().await;
    assert_eq!(world.tickets().await, 1);
    world.close();
}

/// A server that greets, lets everybody in and opens its folder with one message, until it is told to list or fetch: then it says
/// what it wants. The commands that it has heard.
async fn hostile(greeting: &'static str, to_list: &'static str, to_fetch: String) -> (u16, Arc<std::sync::Mutex<Vec<String>>>) {
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let heard = Arc::new(std::sync::Mutex::new(Vec::new()));
    let kept = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let _ = stream.write_all(greeting.as_bytes()).await;
            let mut line = String::new();
            while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
                let (tag, command) = line.trim_end().split_once(' ').expect("a tag");
                kept.lock().expect("no panic").push(command.to_owned());
                let verb = command.split(' ').next().unwrap_or_default();
                let answer = match verb {
                    "STARTTLS" => format!("{tag} OK go\r\n* OK injected\r\n{tag} OK logged in\r\n"),
                    "SELECT" => format!("* 1 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 4] n\r\n{tag} OK done\r\n"),
                    "CAPABILITY" => format!("* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n"),
                    "UID" if command.contains("BODY.PEEK") => to_fetch.replace('$', tag),
                    "UID" if !to_list.is_empty() => to_list.replace('$', tag),
                    "UID" => format!(
                        "* 1 FETCH (UID 3 RFC822.SIZE 500 INTERNALDATE \"22-Nov-2026 10:00:00 +0100\")\r\n{tag} OK done\r\n"
                    ),
                    _ => format!("{tag} OK done\r\n"),
                };
                let _ = stream.write_all(answer.as_bytes()).await;
                if answer.ends_with("CUT") {
                    break;
                }
                line.clear();
            }
        }
    });
    (port, heard)
}

#[tokio::test]
async fn s04_a_hostile_server_loses_the_connection_and_changes_nothing() {
    let fine = "* OK ready\r\n";
    let forged = "From: Eve <eve@attack.test>\r\nTo: support@example.org\r\nSubject: x\r\n\r\n#close";
    let body = |uid: u32| format!("* 1 FETCH (UID {uid} BODY[] {{{}}}\r\n{forged})\r\n", forged.len());
    let cases: [(&str, &'static str, &'static str, String, usize); 10] = [
        ("a huge literal", fine, "", "* 1 FETCH (UID 3 BODY[] {4000000000}\r\nFrom: x".to_owned(), 5),
        ("a literal that is cut", fine, "", "* 1 FETCH (UID 3 BODY[] {500}\r\nFrom: xCUT".to_owned(), 5),
        ("a line without end", fine, "", format!("* OK {}", "x".repeat(200_000)), 5),
        ("a list without end", fine, "* 1 FETCH (UID 3 RFC822.SIZE CUT", String::new(), 4),
        ("another tag", fine, "", format!("{}Z9 OK done\r\n", body(3)), 5),
        ("a message that nobody asked for, and not the one", fine, "", format!("{}$ OK done\r\n", body(2)), 8),
        ("no answer but goodbye", fine, "* BYE go away\r\nCUT", String::new(), 4),
        ("somebody else's session", "* PREAUTH welcome root\r\n", "", String::new(), 0),
        ("no IMAP", "220 smtp.example.org ESMTP\r\n", "", String::new(), 0),
        ("answers before TLS", fine, "", String::new(), 1),
    ];
    for (what, greeting, to_list, to_fetch, commands) in cases {
        let mut world = World::new(ABLE, Start::All, After::Mark).await;
        let (bad, heard) = hostile(greeting, to_list, to_fetch).await;
        let good = world.server.port;
        let SourcePlace::Imap { port, tls, .. } = &mut world.source.place else { panic!("no IMAP") };
        *port = bad;
        *tls = if what == "answers before TLS" { Tls::StartTls } else { Tls::Plain };
        // One connection, dropped at the first doubt; that waits grow is the poller's own test.
        tokio::time::timeout(std::time::Duration::from_secs(20), world.read()).await.unwrap_or_else(|_| panic!("{what} hangs"));
        let said = heard.lock().expect("no panic").clone();
        assert!(said.len() <= commands.max(1) + 2, "{what}: {said:?}");
        assert!(!said.iter().any(|line| line.contains("STORE")), "{what}: {said:?}");
        if commands < 2 {
            assert!(!said.iter().any(|line| line.starts_with("LOGIN")), "the password for {what}: {said:?}");
        }
        assert_eq!((world.tickets().await, world.letters("received").await), (0, 0), "{what}");
        // The true one is read from where the desk was: nothing of the other's was believed.
        let SourcePlace::Imap { port, tls, .. } = &mut world.source.place else { panic!("no IMAP") };
        (*port, *tls) = (good, Tls::Plain);
        world.add(1, "22-Nov-2026 03:00:00 +0000");
        world.read().await;
        assert_eq!(world.tickets().await, 1, "after {what}");
        world.close();
    }
}
