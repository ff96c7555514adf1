//! A mail server in memory for tests: one account and as much of IMAP as is spoken here, on a loopback port.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// A server; it goes on as long as the runtime.
#[derive(Clone)]
pub(crate) struct Fake {
    pub(crate) port: u16,
    account: Arc<Mutex<Account>>,
    changes: watch::Sender<u64>,
}

/// What is on it.
pub(crate) struct Account {
    pub(crate) folders: BTreeMap<String, Folder>,
    /// What it can do besides the least.
    pub(crate) abilities: &'static str,
    /// The password that lets one in.
    pub(crate) password: String,
    /// Every command so far, without its tag.
    pub(crate) heard: Vec<String>,
}

/// A folder.
pub(crate) struct Folder {
    pub(crate) validity: u32,
    pub(crate) next: u32,
    pub(crate) messages: BTreeMap<u32, Message>,
}

/// A message.
#[derive(Clone)]
pub(crate) struct Message {
    pub(crate) bytes: Vec<u8>,
    pub(crate) flags: BTreeSet<String>,
    pub(crate) arrived: &'static str,
}

/// When messages arrive that say nothing else.
pub(crate) const TODAY: &str = "01-Jan-2099 12:00:00 +0000";

impl Folder {
    pub(crate) fn new(validity: u32) -> Self {
        Self { validity, next: 1, messages: BTreeMap::new() }
    }

    pub(crate) fn add(&mut self, text: &str, arrived: &'static str) -> u32 {
        let uid = self.next;
        self.next += 1;
        self.messages.insert(uid, Message { bytes: text.replace('\n', "\r\n").into_bytes(), flags: BTreeSet::new(), arrived });
        uid
    }
}

impl Fake {
    /// Starts a server with an empty INBOX.
    pub(crate) async fn start(abilities: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let account = Account {
            folders: BTreeMap::from([("INBOX".to_owned(), Folder::new(7))]),
            abilities,
            password: "secret".to_owned(),
            heard: Vec::new(),
        };
        let port = listener.local_addr().expect("an address").port();
        let fake = Self { port, account: Arc::new(Mutex::new(account)), changes: watch::Sender::new(0) };
        let server = fake.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(Visit { server: server.clone(), folder: None }.serve(stream));
            }
        });
        fake
    }

    /// Looks at what is there, or changes it unseen.
    pub(crate) fn account(&self) -> MutexGuard<'_, Account> {
        self.account.lock().expect("no panic")
    }

    /// Delivers a message, and tells who idles.
    pub(crate) fn deliver(&self, folder: &str, text: &str) -> u32 {
        let uid = self.account().folders.get_mut(folder).expect("the folder").add(text, TODAY);
        self.changes.send_modify(|count| *count += 1);
        uid
    }

    /// Waits until something is so.
    pub(crate) async fn until(&self, so: impl Fn(&Account) -> bool) {
        let mut changes = self.changes.subscribe();
        while !so(&self.account()) {
            changes.changed().await.expect("the server goes on");
        }
    }
}

/// One connection.
struct Visit {
    server: Fake,
    folder: Option<String>,
}

impl Visit {
    async fn serve(mut self, stream: TcpStream) -> Option<()> {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"* OK fake server ready\r\n").await.ok()?;
        loop {
            let line = line(&mut stream).await?;
            let (tag, command) = line.split_once(' ')?;
            self.server.account().heard.push(command.to_owned());
            self.server.changes.send_modify(|count| *count += 1);
            if command == "IDLE" {
                self.idle(&mut stream).await?;
                stream.write_all(format!("{tag} OK\r\n").as_bytes()).await.ok()?;
                continue;
            }
            let (mut out, outcome) = self.answer(command);
            out.extend_from_slice(format!("{tag} {outcome}\r\n").as_bytes());
            stream.write_all(&out).await.ok()?;
            self.server.changes.send_modify(|count| *count += 1);
            if command == "LOGOUT" {
                return Some(());
            }
        }
    }

    async fn idle(&self, stream: &mut BufReader<TcpStream>) -> Option<()> {
        let mut changes = self.server.changes.subscribe();
        let mut told = self.exists();
        stream.write_all(b"+ idling\r\n").await.ok()?;
        loop {
            tokio::select! {
                line = line(stream) => return (line? == "DONE").then_some(()),
                changed = changes.changed() => changed.ok()?,
            }
            if self.exists() != told {
                told = self.exists();
                stream.write_all(format!("* {told} EXISTS\r\n").as_bytes()).await.ok()?;
            }
        }
    }

    fn exists(&self) -> usize {
        let folder = self.folder.as_ref();
        folder.and_then(|name| self.server.account().folders.get(name).map(|folder| folder.messages.len())).unwrap_or(0)
    }

    fn answer(&mut self, command: &str) -> (Vec<u8>, String) {
        let mut account = self.server.account();
        let account = &mut *account;
        let words: Vec<&str> = command.split(' ').collect();
        let unquoted = |text: &str| text.trim_matches('"').to_owned();
        let ok = |text: String| (text.into_bytes(), "OK done".to_owned());
        match words.as_slice() {
            ["LOGIN", _, password] if unquoted(password) == account.password => ok(String::new()),
            ["LOGIN", ..] => (Vec::new(), "NO [AUTHENTICATIONFAILED] wrong".to_owned()),
            ["CAPABILITY"] => ok(format!("* CAPABILITY IMAP4rev1 {}\r\n", account.abilities)),
            ["NOOP"] => {
                let open = self.folder.as_ref().and_then(|name| account.folders.get(name));
                ok(open.map(|folder| format!("* {} EXISTS\r\n", folder.messages.len())).unwrap_or_default())
            }
            ["LOGOUT"] => ok("* BYE\r\n".to_owned()),
            ["SELECT", name] => {
                let Some(folder) = account.folders.get(&unquoted(name)) else {
                    return (Vec::new(), "NO no such folder".to_owned());
                };
                self.folder = Some(unquoted(name));
                ok(format!(
                    "* {} EXISTS\r\n* OK [UIDVALIDITY {}] v\r\n* OK [UIDNEXT {}] n\r\n",
                    folder.messages.len(),
                    folder.validity,
                    folder.next
                ))
            }
            ["CREATE", name] => {
                account.folders.insert(unquoted(name), Folder::new(1));
                ok(String::new())
            }
            ["UID", verb, set, rest @ ..] => {
                let Some(name) = self.folder.clone() else { return (Vec::new(), "BAD no folder".to_owned()) };
                uid_command(account, &name, verb, set, &rest.join(" "))
            }
            _ => (Vec::new(), format!("BAD {command}")),
        }
    }
}

fn uid_command(account: &mut Account, name: &str, verb: &str, set: &str, rest: &str) -> (Vec<u8>, String) {
    let target = rest.trim_matches('"').to_owned();
    let done = || "OK done".to_owned();
    if matches!(verb, "MOVE" | "COPY") && !account.folders.contains_key(&target) {
        return (Vec::new(), "NO [TRYCREATE] no such folder".to_owned());
    }
    let Some(folder) = account.folders.get_mut(name) else { return (Vec::new(), "NO the folder is gone".to_owned()) };
    let uids = members(set, folder);
    let mut out = Vec::new();
    let mut carried = Vec::new();
    for (sequence, uid) in folder.messages.keys().copied().collect::<Vec<_>>().into_iter().enumerate() {
        let Some(message) = folder.messages.get_mut(&uid).filter(|_| uids.contains(&uid)) else { continue };
        match verb {
            "FETCH" if rest.contains("BODY.PEEK[]") => {
                out.extend_from_slice(
                    format!("* {} FETCH (UID {uid} BODY[] {{{}}}\r\n", sequence + 1, message.bytes.len()).as_bytes(),
                );
                out.extend_from_slice(&message.bytes);
                out.extend_from_slice(b")\r\n");
            }
            "FETCH" => {
                let flags = message.flags.iter().cloned().collect::<Vec<_>>().join(" ");
                let (size, date) = (message.bytes.len(), message.arrived);
                let line = format!(
                    "* {} FETCH (UID {uid} FLAGS ({flags}) RFC822.SIZE {size} INTERNALDATE \"{date}\")\r\n",
                    sequence + 1
                );
                out.extend_from_slice(line.as_bytes());
            }
            "STORE" => message.flags.extend(rest.trim_end_matches(')').rsplit('(').next().map(str::to_owned)),
            "COPY" | "MOVE" => carried.push(message.clone()),
            _ => {}
        }
    }
    if verb == "MOVE" || verb == "EXPUNGE" {
        folder.messages.retain(|uid, message| !(uids.contains(uid) && (verb == "MOVE" || message.flags.contains("\\Deleted"))));
    }
    if let Some(target) = account.folders.get_mut(&target) {
        for message in carried {
            target.messages.insert(target.next, message);
            target.next += 1;
        }
    }
    (out, done())
}

/// The numbers of a set; `*` is the highest one there is (RFC 3501 §6.4.8).
fn members(set: &str, folder: &Folder) -> BTreeSet<u32> {
    let highest = folder.messages.keys().next_back().copied().unwrap_or(0);
    let number = |text: &str| if text == "*" { highest } else { text.parse().expect("a number") };
    let mut all = BTreeSet::new();
    for part in set.split(',') {
        let (first, last) = part.split_once(':').unwrap_or((part, part));
        let (first, last) = (number(first), number(last));
        all.extend(folder.messages.range(first.min(last)..=first.max(last)).map(|(uid, _)| *uid));
    }
    all
}

async fn line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    (stream.read_line(&mut line).await.ok()? > 0).then(|| line.trim_end().to_owned())
}
