//! A desk in a directory of its own, the program that runs it, and waiting for what becomes of it.

use std::fs::{self, File, Permissions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::mail::{Letter, letters_in};

/// How long a state may take to come; a slow machine with two cores and a busy disk keeps it.
const PATIENCE: Duration = Duration::from_secs(60);

const DESK: &str = r#"[desk]
name = "Example support"
domain = "desk.example.org"
operator = "operator@example.org"

[[mailbox]]
name = "support"
address = "support@example.org"
team = "support"
kind = "maildir"
path = "mail/support"

[[mailbox]]
name = "sales"
address = "sales@example.org"
team = "support"
kind = "maildir"
path = "mail/sales"

[outgoing]
kind = "maildir"
path = "mail/out"

[limits]
acks_per_address = 100
acks_per_domain = 10000
acks = 100000
automatic_per_ticket = 100
tickets_per_address = 100000
tickets_per_domain = 1000000
"#;

const STAFF: &str = r#"[[staff]]
name = "alice"
display = "Alice Agent"
address = "alice@staff.example"
role = "agents"
teams = ["support"]

[[staff]]
name = "lea"
display = "Lea Lead"
address = "lea@staff.example"
profile = "senior-agent"
role = "agents"

[[staff]]
name = "max"
display = "Max Manager"
address = "max@staff.example"
profile = "supervisor"
role = "managers"

[[team]]
name = "support"
lead = "lea"
assign = "round-robin"

[[role]]
name = "agents"
reports_to = "managers"

[[role]]
name = "managers"
"#;

const KEYS: &str = "key 1 0101010101010101010101010101010101010101010101010101010101010101\n\
                    store 0202020202020202020202020202020202020202020202020202020202020202\n";

/// These worlds live by the real clock: at eight in the morning nobody is to get a mail that a test does not expect.
const NO_MORNINGS: &str = "[digest]\nown = false\nteam = false\n";

/// Answers to later messages are due at once; the first answer has time.
pub(super) const CLIMB: &str = r#"
[digest]
own = false
team = false

[response]
first = "1h"
next = "1s"

[[ladder]]
after = "0s"
tell = "assignee"

[[ladder]]
after = "1s"
tell = "lead"

[[ladder]]
after = "1s"
tell = "manager"
"#;

/// Waits until something has come about; gives it back.
pub(super) fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within(PATIENCE, what, look)
}

/// Waits for a state up to so long.
pub(super) fn within<T>(patience: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < patience, "waited {patience:?} in vain: {what}");
        std::thread::park_timeout(Duration::from_millis(10));
    }
}

/// Numbers that follow from a seed (splitmix64).
#[derive(Clone, Debug)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub(super) fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next() as u8).collect()
    }
}

/// What a command came to.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Ran {
    /// Runs a command to its end, which must come.
    pub(super) fn of(command: &mut Command) -> Self {
        let (mut out, mut err) = (tempfile::tempfile().expect("a file"), tempfile::tempfile().expect("a file"));
        command.stdout(out.try_clone().expect("a file")).stderr(err.try_clone().expect("a file"));
        let mut child = command.spawn().expect("the program starts");
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().expect("a child") {
                break status;
            }
            if start.elapsed() > 2 * PATIENCE {
                child.kill().expect("killed");
                panic!("{command:?} comes to no end:\n{}", text_of(&mut err));
            }
            std::thread::park_timeout(Duration::from_millis(2));
        };
        Self { code: status.code().unwrap_or(-1), out: text_of(&mut out), err: text_of(&mut err) }
    }

    /// Fails unless the exit code is this.
    pub(super) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// One JSON object a line.
    pub(super) fn lines(&self) -> Vec<Value> {
        let object = |line| serde_json::from_str::<Value>(line).expect("a line of JSON");
        let lines: Vec<_> = self.out.lines().map(object).collect();
        assert!(lines.iter().all(Value::is_object), "{}", self.out);
        lines
    }
}

fn text_of(file: &mut File) -> String {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0)).and_then(|_| file.read_to_end(&mut bytes)).expect("read");
    String::from_utf8(bytes).expect("UTF-8")
}

/// The program, in a clean environment.
pub(super) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maildesk"));
    for name in
        ["MAILDESK_LOG", "COLUMNS", "NO_COLOR", "CREDENTIALS_DIRECTORY", "NOTIFY_SOCKET", "WATCHDOG_USEC", "JOURNAL_STREAM"]
    {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// A desk's directory: configuration, mail, data.
#[derive(Debug)]
pub(super) struct World {
    directory: tempfile::TempDir,
}

impl World {
    /// A desk with two mailboxes, an agent, a lead and a manager; it has never run.
    pub(super) fn new() -> Self {
        let world = Self { directory: tempfile::tempdir().expect("a directory") };
        world.write("desk.toml", DESK);
        world.write("staff.toml", STAFF);
        world.write("routing.toml", "");
        world.write("service.toml", NO_MORNINGS);
        world.write("keys", KEYS);
        fs::set_permissions(world.path("keys"), Permissions::from_mode(0o600)).expect("a mode");
        for part in ["new", "cur", "tmp"] {
            for maildir in ["support", "sales", "out"] {
                fs::create_dir_all(world.path("mail").join(maildir).join(part)).expect("a Maildir");
            }
        }
        world
    }

    /// The same with a mail server on this port.
    pub(super) fn with_server(port: u16) -> Self {
        let world = Self::new();
        let server = format!("kind = \"smtp\"\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"plain\"\n");
        world.write("desk.toml", &DESK.replace("kind = \"maildir\"\npath = \"mail/out\"\n", &server));
        world
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, text).expect("written");
    }

    pub(super) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a text file")
    }

    /// A command on this desk.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.arg("--config").arg(self.directory.path()).args(arguments);
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&mut self.command(arguments))
    }

    /// What a command prints with `--json`; it must be done.
    pub(super) fn json(&self, arguments: &[&str]) -> Vec<Value> {
        let mut all = vec!["--json"];
        all.extend(arguments);
        self.run(&all).ends(0).lines()
    }

    /// The one object of an answer.
    pub(super) fn object(&self, arguments: &[&str]) -> Value {
        let mut lines = self.json(arguments);
        assert_eq!(lines.len(), 1, "{arguments:?}");
        lines.remove(0)
    }

    /// Works everything off.
    pub(super) fn once(&self) -> Ran {
        self.run(&["run", "--once"]).ends(0)
    }

    pub(super) fn verify(&self) {
        let found = self.object(&["verify"]);
        assert_eq!(found["ok"], true, "{found}");
    }

    /// Puts a message into a mailbox as a mail server does: whole or not at all.
    pub(super) fn deliver(&self, mailbox: &str, name: &str, bytes: &[u8]) {
        let maildir = self.path("mail").join(mailbox);
        let draft = maildir.join("tmp").join(name);
        fs::write(&draft, bytes).expect("written");
        fs::rename(draft, maildir.join("new").join(name)).expect("delivered");
    }

    /// What the desk has put into its outgoing Maildir.
    pub(super) fn letters(&self) -> Vec<Letter> {
        letters_in(&self.path("mail/out"))
    }

    /// Waits for a letter.
    pub(super) fn letter(&self, to: &str, subject: &str) -> Letter {
        let fits = |letter: &Letter| letter.to() == to && letter.subject().contains(subject);
        until(&format!("a letter to {to} about {subject:?} among {:?}", self.letters()), || self.letters().into_iter().find(fits))
    }

    /// Files of one of a mailbox's folders.
    pub(super) fn count(&self, folder: &str) -> usize {
        fs::read_dir(self.path(folder)).expect("a folder").count()
    }

    /// Starts the daemon and waits until it is open.
    pub(super) fn start(&self) -> Running {
        let mut running = self.spawn();
        running.wait_for_log("The desk is open.");
        running
    }

    /// Starts the daemon.
    pub(super) fn spawn(&self) -> Running {
        self.spawn_with(|_| {})
    }

    /// Starts the daemon in an environment of its own.
    pub(super) fn spawn_with(&self, environment: impl FnOnce(&mut Command)) -> Running {
        let mut command = self.command(&["run"]);
        // Whoever looks at the log finds one.
        File::create(self.path("log")).expect("a log");
        environment(&mut command);
        self.spawn_command(command)
    }

    /// Starts the daemon by a command of one's own.
    pub(super) fn spawn_command(&self, mut command: Command) -> Running {
        let log = self.path("log");
        let stderr = File::create(&log).expect("a log");
        let child = command.stderr(stderr).stdout(Stdio::null()).spawn().expect("the daemon starts");
        Running { child, log }
    }
}

/// A running daemon; it is killed with the value.
#[derive(Debug)]
pub(super) struct Running {
    child: Child,
    log: PathBuf,
}

impl Running {
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(super) fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).expect("a log")).into_owned()
    }

    /// Waits until the log says something.
    pub(super) fn wait_for_log(&mut self, text: &str) {
        let (log, child) = (self.log.clone(), &mut self.child);
        until(&format!("{text:?} in the log"), || {
            let said = fs::read_to_string(&log).unwrap_or_default();
            if let Some(status) = child.try_wait().expect("a child").filter(|_| !said.contains(text)) {
                panic!("the daemon ended with {status}:\n{said}");
            }
            said.contains(text).then_some(())
        });
    }

    /// Sends a signal: `TERM`, `HUP` …
    pub(super) fn signal(&self, name: &str) {
        let id = self.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().expect("kill");
        assert!(sent.success(), "no signal to {id}");
    }

    /// Waits for its end; gives the exit code, -1 where a signal ended it.
    pub(super) fn ended(&mut self) -> i32 {
        let status = until("the daemon's end", || self.child.try_wait().expect("a child"));
        status.code().unwrap_or(-1)
    }

    /// Asks it to stop and waits until it has.
    pub(super) fn stop(mut self) {
        self.signal("TERM");
        assert_eq!(self.ended(), 0, "{}", self.log());
    }

    pub(super) fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("a child").is_some()
    }

    /// Kills it, as power cuts do.
    pub(super) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Where a test fails half-way, nothing is left behind; what has ended already is no error.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let _ = writeln!(std::io::stderr(), "--- log of the daemon\n{}", self.log());
        }
    }
}

/// All files below a directory, in order.
pub(super) fn files_below(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}
