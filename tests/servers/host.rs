//! A mail host of its own for a test: Dovecot and Postfix of Debian, in a temporary directory, on free loopback ports.
//!
//! Every address exists and has the password `secret`. Postfix takes mail on the port of an MX and on those of submission (TLS
//! from the first byte, or STARTTLS; log-in through Dovecot) and gives it to Dovecot over LMTP, plus addresses too. The servers
//! are chosen for being what users run; a missing one is an error that says what to install. Both end with the value, also when
//! the test fails, and also (by the kernel) when the test's thread is killed.

use std::collections::BTreeMap;
use std::fs::{self, File, Permissions};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use super::mail::Letter;
use super::world::{files_below, within};

/// The password of every mailbox.
pub(super) const PASSWORD: &str = "secret";

const DOVECOT: &str = include_str!("dovecot.conf");
const POSTFIX_MAIN: &str = include_str!("postfix-main.cf");
const POSTFIX_MASTER: &str = include_str!("postfix-master.cf");

/// What filters mail on delivery, and answers it for who is away.
const SIEVE: &str = "/usr/lib/dovecot/modules/lib90_sieve_plugin.so";

/// Whom Dovecot runs as; it refuses to handle mail as root.
const USER: &str = "nobody";

/// Ports, free when they were asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ports {
    /// IMAP in the clear, for the people of a test.
    pub(super) imap: u16,
    /// IMAP with TLS from the first byte.
    pub(super) imaps: u16,
    /// The MX.
    pub(super) smtp: u16,
    /// Submission with STARTTLS and log-in.
    pub(super) submission: u16,
    /// Submission with TLS from the first byte and log-in.
    pub(super) submissions: u16,
    lmtp: u16,
}

impl Ports {
    fn free() -> Self {
        let listeners: Vec<_> = (0..6).map(|_| TcpListener::bind("127.0.0.1:0").expect("a port")).collect();
        let port = |place: usize| listeners[place].local_addr().expect("an address").port();
        Self { imap: port(0), imaps: port(1), smtp: port(2), submission: port(3), submissions: port(4), lmtp: port(5) }
    }
}

/// Both servers.
#[derive(Debug)]
pub(super) struct Host {
    base: tempfile::TempDir,
    pub(super) ports: Ports,
    dovecot: Option<Child>,
    postfix: Option<Child>,
    _turn: Turn,
}

/// Tests of one process that run side by side, or one that measures and runs alone.
static TURNS: RwLock<()> = RwLock::new(());

/// A part of the machine, or all of it; dropped with the host.
#[derive(Debug)]
#[allow(dead_code, reason = "it is held, not read")]
enum Turn {
    Shared(RwLockReadGuard<'static, ()>),
    Whole(RwLockWriteGuard<'static, ()>),
}

/// Waits for a turn beside others. A test that failed leaves the lock poisoned, which says nothing of the machine.
pub(super) fn shared_turn() -> RwLockReadGuard<'static, ()> {
    TURNS.read().unwrap_or_else(PoisonError::into_inner)
}

impl Host {
    /// Starts them while no other test of the process runs: times are measured.
    pub(super) fn alone() -> Self {
        Self::begin(Turn::Whole(TURNS.write().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Starts them beside those of other tests.
    pub(super) fn start() -> Self {
        Self::begin(Turn::Shared(shared_turn()))
    }

    /// Starts them and waits until both greet.
    fn begin(turn: Turn) -> Self {
        let user = run(Command::new("id").arg("-u"));
        assert_eq!(user.trim(), "0", "Postfix runs as root only: run these tests as root, for example in a container");
        for needed in ["/usr/sbin/dovecot", "/usr/lib/dovecot/lmtp", SIEVE, "/usr/lib/postfix/sbin/master", "/usr/bin/openssl"] {
            assert!(Path::new(needed).exists(), "{needed} is missing: tests/run installs what these tests need");
        }
        // Unix sockets have paths of at most 107 bytes, and another user must get to the directory.
        let base = tempfile::Builder::new().prefix("desk").tempdir_in("/tmp").expect("a directory");
        fs::set_permissions(base.path(), Permissions::from_mode(0o755)).expect("a mode");
        let mut host = Self { base, ports: Ports::free(), dovecot: None, postfix: None, _turn: turn };
        for directory in ["etc", "log", "run", "state", "mail", "tls", "postfix", "queue", "postfix-data"] {
            fs::create_dir(host.path(directory)).expect("a directory");
        }
        host.make_certificates();
        run(Command::new("chown")
            .args(["-R", &format!("{USER}:")])
            .args(["log", "run", "state", "mail", "tls"].map(|name| host.path(name))));
        run(Command::new("chown").arg("postfix:").arg(host.path("postfix-data")));
        // Ports are free only as long as nobody else takes them.
        for attempt in 1.. {
            match host.try_start() {
                Ok(()) => return host,
                Err(trouble) if trouble.contains("in use") && attempt < 5 => host.ports = Ports::free(),
                Err(trouble) => panic!("{trouble}"),
            }
        }
        unreachable!("it starts or fails")
    }

    fn try_start(&mut self) -> Result<(), String> {
        self.write_configuration();
        self.start_dovecot()?;
        self.start_postfix()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.base.path().join(name)
    }

    /// The certificate of the authority that signed the servers' own.
    pub(super) fn authority(&self) -> PathBuf {
        self.path("tls/ca.pem")
    }

    /// Where Dovecot keeps the mail of an address.
    pub(super) fn maildir(&self, address: &str) -> PathBuf {
        let (name, domain) = address.split_once('@').expect("an address");
        self.path("mail").join(domain).join(name).join("Maildir")
    }

    /// Every letter in all mailboxes of a domain, with the address it was delivered to.
    pub(super) fn letters(&self, domain: &str) -> Vec<(String, Letter)> {
        let mut letters = BTreeMap::new();
        self.letters_besides(domain, &mut letters);
        let owner =
            |file: &Path| file.ancestors().nth(3).and_then(Path::file_name).expect("a mailbox").to_string_lossy().into_owned();
        letters.into_iter().map(|(file, letter)| (format!("{}@{domain}", owner(&file)), letter)).collect()
    }

    /// Reads the letters in all mailboxes of a domain that are not known yet. Nobody opens these mailboxes meanwhile, so that
    /// files keep their names.
    pub(super) fn letters_besides(&self, domain: &str, known: &mut BTreeMap<PathBuf, Letter>) {
        for file in files_below(&self.path("mail").join(domain)) {
            let folder = file.parent().and_then(Path::file_name).unwrap_or_default().to_owned();
            if (folder == "new" || folder == "cur") && !known.contains_key(&file) {
                // Dovecot ends lines in its files as Unix does.
                let text = String::from_utf8(fs::read(&file).expect("a letter")).expect("our letters are ASCII");
                let raw = text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes();
                known.insert(file, Letter { raw });
            }
        }
    }

    /// Puts a message into a mailbox as a program on the server does: whole or not at all.
    pub(super) fn deliver(&self, address: &str, name: &str, bytes: &[u8]) {
        let maildir = self.maildir(address);
        let draft = maildir.join("tmp").join(name);
        fs::write(&draft, bytes).expect("Dovecot has made the Maildir");
        let owner = fs::metadata(&maildir).expect("a Maildir");
        std::os::unix::fs::chown(&draft, Some(owner.uid()), Some(owner.gid())).expect("given away");
        fs::rename(draft, maildir.join("new").join(name)).expect("delivered");
    }

    /// An authority, and a certificate for `localhost` and 127.0.0.1 that it has signed.
    fn make_certificates(&self) {
        let openssl = |arguments: &str| {
            let mut command = Command::new("openssl");
            run(command.args(arguments.split(' ')).current_dir(self.path("tls")).stderr(Stdio::null()));
        };
        fs::write(
            self.path("tls/extensions"),
            "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n",
        )
        .expect("written");
        openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=test -keyout ca.key -out ca.pem \
             -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign",
        );
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout server.key -out server.csr");
        openssl("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile extensions -out server.pem");
    }

    fn write_configuration(&self) {
        let identity = |what| run(Command::new("id").args([what, USER])).trim().to_owned();
        let ports = self.ports;
        let values = [
            ("@BASE@", self.base.path().display().to_string()),
            ("@USER@", USER.to_owned()),
            ("@GROUP@", identity("-gn")),
            ("@UID@", identity("-u")),
            ("@GID@", identity("-g")),
            ("@IMAP@", ports.imap.to_string()),
            ("@IMAPS@", ports.imaps.to_string()),
            ("@LMTP@", ports.lmtp.to_string()),
            ("@SMTP@", ports.smtp.to_string()),
            ("@SUBMISSION@", ports.submission.to_string()),
            ("@SUBMISSIONS@", ports.submissions.to_string()),
        ];
        for (file, template) in
            [("etc/dovecot.conf", DOVECOT), ("postfix/main.cf", POSTFIX_MAIN), ("postfix/master.cf", POSTFIX_MASTER)]
        {
            let text = values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(name, value));
            fs::write(self.path(file), text).expect("written");
        }
    }

    /// Starts Dovecot. A port that listens is not enough: it greets when log-ins work, and a mistake in its configuration makes
    /// it try again and again behind an open port.
    pub(super) fn start_dovecot(&mut self) -> Result<(), String> {
        let log = self.path("log/dovecot.log");
        let before = fs::read_to_string(&log).unwrap_or_default().len();
        let output = File::create(self.path("log/dovecot.out")).expect("a file");
        let child = Command::new("setpriv")
            .args(["--reuid", USER, "--regid", run(Command::new("id").args(["-g", USER])).trim()])
            .args(["--clear-groups", "--pdeathsig", "TERM", "/usr/sbin/dovecot", "-F", "-c"])
            .arg(self.path("etc/dovecot.conf"))
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .stdin(Stdio::null())
            .stdout(output.try_clone().expect("a file"))
            .stderr(output)
            .spawn()
            .expect("setpriv (util-linux) starts");
        let child = self.dovecot.insert(child);
        let (port, out) = (self.ports.imap, self.base.path().join("log/dovecot.out"));
        within(Duration::from_secs(30), "Dovecot's greeting", || {
            let said = fs::read_to_string(&log).unwrap_or_default();
            let said = said.get(before..).unwrap_or_default().to_owned() + &fs::read_to_string(&out).unwrap_or_default();
            if said.contains("Fatal") || child.try_wait().expect("a child").is_some() {
                return Some(Err(format!("Dovecot does not start:\n{said}")));
            }
            greets(port, "* OK").then_some(Ok(()))
        })
    }

    /// Starts Postfix's master in the foreground: it ends with the test.
    fn start_postfix(&mut self) -> Result<(), String> {
        let configuration = self.path("postfix");
        run(Command::new("postfix").arg("-c").arg(&configuration).arg("check").stderr(Stdio::null()));
        let log = self.path("log/postfix.log");
        let child = Command::new("setpriv")
            .args(["--pdeathsig", "TERM", "/usr/lib/postfix/sbin/master", "-s", "-c"])
            .arg(&configuration)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("setpriv (util-linux) starts");
        let child = self.postfix.insert(child);
        let port = self.ports.smtp;
        within(Duration::from_secs(30), "Postfix's greeting", || {
            let said = fs::read_to_string(&log).unwrap_or_default();
            if said.contains("fatal:") || child.try_wait().expect("a child").is_some() {
                return Some(Err(format!("Postfix does not start:\n{said}")));
            }
            greets(port, "220 ").then_some(Ok(()))
        })
    }

    /// Stops Dovecot: all connections break.
    pub(super) fn stop_dovecot(&mut self) {
        end(self.dovecot.take());
    }

    /// What both servers have written into their logs.
    pub(super) fn logs(&self) -> String {
        format!("--- Dovecot\n{}--- Postfix\n{}", self.log("dovecot.log"), self.log("postfix.log"))
    }

    fn log(&self, name: &str) -> String {
        fs::read_to_string(self.path("log").join(name)).unwrap_or_default()
    }

    /// Asks for what waits in Postfix's queue: a JSON object a line (postqueue(1)).
    fn queue(&self) -> Command {
        let mut command = Command::new("postqueue");
        command.arg("-c").arg(self.path("postfix")).arg("-j");
        command
    }

    /// Waits until Postfix has delivered everything.
    pub(super) fn wait_for_empty_queue(&self) {
        // Two servers, two desks and their watchers share two cores: on a busy machine a minute was too short.
        within(Duration::from_secs(180), "an empty queue of Postfix", || {
            let is_empty = run(&mut self.queue()).is_empty();
            if !is_empty {
                // Whoever asks all the time takes the processor that the queue needs.
                std::thread::park_timeout(Duration::from_millis(200));
            }
            is_empty.then_some(())
        });
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // Postfix may not have started at all.
            let queue =
                self.queue().output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
            for (name, text) in [("queue", queue), ("Dovecot", self.log("dovecot.log")), ("Postfix", self.log("postfix.log"))] {
                let lines: Vec<_> = text.lines().collect();
                eprintln!("--- {name}\n{}", lines.get(lines.len().saturating_sub(60)..).unwrap_or_default().join("\n"));
            }
        }
        end(self.postfix.take());
        end(self.dovecot.take());
    }
}

/// Asks a server to stop and waits until it has; one that does not is killed.
fn end(child: Option<Child>) {
    let Some(mut child) = child else { return };
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    for _ in 0..1000 {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        std::thread::park_timeout(Duration::from_millis(10));
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Does the server on this port say so first?
fn greets(port: u16, greeting: &str) -> bool {
    let Ok(stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(1)));
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).is_ok() && line.starts_with(greeting)
}

/// What a command prints; it must succeed.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}; tests/run installs what is missing"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
