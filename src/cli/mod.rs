//! The command line. One file a command; stdout is data, stderr is talk, exit codes are documented in [`Exit`].

mod ask;
mod check;
mod contact;
mod deliver;
mod demo;
mod doctor;
mod exit;
mod export;
mod forget;
mod init;
mod inspect;
mod journal;
mod keys;
mod logging;
mod rehearse;
mod reload;
mod report;
mod run;
mod search;
mod staff;
mod store;
mod training;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::base::{OutboxId, QuarantineId, TicketId};
use crate::desk::Question;
use crate::domain::Status;

pub use exit::Exit;

/// A helpdesk that works entirely by e-mail.
#[derive(Debug, Parser)]
#[command(name = "maildesk", version, about, arg_required_else_help = true)]
struct Arguments {
    /// The configuration directory.
    #[arg(long, global = true, value_name = "DIR", default_value = "/etc/maildesk")]
    config: PathBuf,
    /// Print one JSON object a line.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "one value, made once from the arguments")]
enum Command {
    /// Write a complete, commented configuration and the keys into a new directory.
    Init {
        /// The directory.
        directory: PathBuf,
    },
    /// Read the configuration, name every problem, run the rule tests in it.
    Check,
    /// Run the daemon.
    Run {
        /// Work off every mailbox, every due deadline and the outbox, then end.
        #[arg(long)]
        once: bool,
        /// Accept a journal that lost its end, after restoring a backup.
        #[arg(long)]
        accept_rollback: bool,
        /// Write people's addresses into the log as they are; otherwise a word stands for each.
        #[arg(long)]
        log_pii: bool,
    },
    /// Ask the daemon to load its configuration anew; if it has problems, print them and keep the old one.
    Reload,
    /// Take in one message from standard input, for a mail server's pipe; exit code 75 means "keep it, try later".
    Deliver {
        /// The mailbox it is for; without it the only one, or the first that the message is addressed to.
        #[arg(long, value_name = "NAME")]
        mailbox: Option<String>,
    },
    /// Play a desk's day in a directory of its own, then leave the desk open to be tried.
    Demo(demo::Demo),
    /// Show how messages are read, without any desk.
    Inspect {
        /// What the input is.
        #[arg(long = "as", value_enum, default_value_t = InputKind::Message)]
        kind: InputKind,
        /// Files, directories, or `-`.
        #[arg(required = true)]
        paths: Vec<String>,
    },
    /// Run messages through a fresh desk in memory; nothing is stored, nothing is sent.
    Rehearse(rehearse::Rehearsal),
    /// Tell every step that led to where a ticket or message is.
    Explain {
        /// A ticket number or a Message-ID.
        about: String,
        /// Why may this member of staff see the ticket, or not?
        #[arg(long, value_name = "NAME")]
        who: Option<String>,
    },
    /// Tell how the desk does.
    Status,
    /// What was measured: times, backlog, promises kept.
    Report(report::Report),
    /// Figures for other programs.
    #[command(subcommand)]
    Export(export::ExportCommand),
    /// Look for tickets; the same as `ticket search`.
    Search(search::Search),
    /// List tickets, show one, or look for some.
    #[command(subcommand)]
    Ticket(TicketCommand),
    /// The staff: who there is, who may do what, and changes.
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    /// The customers: who there is, what is known of them, and changes.
    #[command(subcommand)]
    Contact(contact::ContactCommand),
    /// The audit log: who did what, when, why and by what proof.
    Journal(journal::Journal),
    /// What people of the staff have learnt.
    #[command(subcommand)]
    Training(training::TrainingCommand),
    /// Outgoing mail.
    #[command(subcommand)]
    Outbox(OutboxCommand),
    /// Find out how the mail servers around the desk behave.
    #[command(subcommand)]
    Doctor(doctor::DoctorCommand),
    /// The keys that sign reply addresses, confirmations and Message-IDs.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Messages that were set aside.
    #[command(subcommand)]
    Quarantine(QuarantineCommand),
    /// Check the journal's chain, the spool, and that the state follows from them.
    Verify,
    /// Throw the state away and make it again from the journal.
    Rebuild,
    /// Erase a customer: name, addresses, details, and all that was written in the tickets, for ever. Numbers and times stay.
    Forget {
        /// An address or a number (c5).
        who: String,
        /// Do it; without this it is only told who it would be.
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum InputKind {
    /// Raw messages.
    Message,
    /// Bare text.
    Text,
    /// Bare HTML.
    Html,
}

#[derive(Debug, Subcommand)]
enum TicketCommand {
    /// Unfinished tickets, those of a status, or those of a list.
    List(TicketList),
    /// One ticket with its messages.
    Show {
        /// Its number.
        number: String,
    },
    /// Tickets that a question finds: those with the words in subject or names first, then the newest.
    Search(search::Search),
}

#[derive(Debug, Args)]
struct TicketList {
    /// A list: unassigned, unanswered, overdue, snoozed, or a view of service.toml.
    #[arg(conflicts_with = "status")]
    list: Option<String>,
    /// Only tickets of this status.
    #[arg(long)]
    status: Option<Status>,
    /// Of a list, at most so many.
    #[arg(long, default_value_t = 200)]
    limit: u32,
}

#[derive(Debug, Subcommand)]
enum OutboxCommand {
    /// Letters that are not sent yet.
    List {
        /// Sent ones too.
        #[arg(long)]
        all: bool,
    },
    /// One letter with its bytes.
    Show {
        /// Its number.
        number: String,
    },
    /// Try a letter now that failed, was given up or waits; one that is older than the time letters are tried gets one attempt.
    Retry {
        /// Its number.
        number: String,
    },
    /// Never send a letter that is not sent yet.
    Drop {
        /// Its number.
        number: String,
    },
}

#[derive(Debug, Subcommand)]
enum KeysCommand {
    /// Their numbers, and which one signs.
    List,
    /// Add a key that signs; the one before it still verifies, older ones are taken away.
    Rotate,
}

#[derive(Debug, Subcommand)]
enum QuarantineCommand {
    /// All of them.
    List,
    /// One of them with its bytes.
    Show {
        /// Its number.
        number: String,
    },
    /// Take it in after all.
    Release {
        /// Its number.
        number: String,
    },
    /// Forget it; the raw message stays in the journal's spool.
    Drop {
        /// Its number.
        number: String,
    },
}

/// Reads the arguments, runs the command, gives the exit code.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are data; a wrong call is talk.
            let code = if error.use_stderr() { Exit::Usage } else { Exit::Done };
            let _ = error.print();
            return code.into();
        }
    };
    // The demonstration's daemon logs into a file: the terminal shows what becomes of the mail.
    if !matches!(arguments.command, Command::Demo(_)) {
        logging::start(matches!(arguments.command, Command::Run { .. }));
    }
    let stdout = std::io::stdout();
    let mut out = std::io::BufWriter::new(stdout.lock());
    let exit = dispatch(&arguments, &mut out).unwrap_or_else(|failure| failure.print());
    match out.flush() {
        // Who closed the pipe has read enough, which `Failure::output` knows; and what failed before has been said.
        Err(error) if exit == Exit::Done || exit == Exit::No => match exit::Failure::output(error).print() {
            Exit::Done => exit.into(),
            failed => failed.into(),
        },
        _ => exit.into(),
    }
}

fn dispatch(arguments: &Arguments, out: &mut dyn Write) -> Result<Exit, exit::Failure> {
    let Arguments { config, json, command } = arguments;
    let question = match command {
        Command::Init { directory } => return init::run(directory, out),
        Command::Check => return check::run(config, *json, out),
        Command::Run { once, accept_rollback, log_pii } => return run::run(config, *once, *accept_rollback, *log_pii),
        Command::Reload => return reload::run(config, *json, out),
        Command::Deliver { mailbox } => {
            return deliver::run(config, mailbox.as_deref(), *json, &mut std::io::stdin().lock(), out);
        }
        Command::Demo(demo) => return demo::run(demo, out),
        Command::Inspect { kind, paths } => {
            let kind = match kind {
                InputKind::Message => inspect::InspectAs::Message,
                InputKind::Text => inspect::InspectAs::Text,
                InputKind::Html => inspect::InspectAs::Html,
            };
            let code = inspect::run(paths, kind, *json, &mut std::io::stdin().lock(), out).map_err(exit::Failure::output)?;
            return Ok(if code == 0 { Exit::Done } else { Exit::Output });
        }
        Command::Rehearse(rehearsal) => return rehearse::run(config, rehearsal, *json, out),
        Command::Report(report) => return report.run(config, *json, out),
        Command::Export(command) => return export::run(config, command, *json, out),
        Command::Verify => return store::verify(config, *json, out),
        Command::Rebuild => return store::rebuild(config, *json, out),
        Command::Forget { who, yes } => return forget::run(config, who, *yes, *json, out),
        Command::Explain { about, who: None } => Question::Explain(about.clone()),
        Command::Explain { about, who: Some(who) } => {
            Question::Access { ticket: TicketId::new(number_of(about, "ticket")?), who: who.clone() }
        }
        Command::Staff(command) => return staff::run(config, command, *json, out),
        Command::Journal(journal) => return journal::run(config, journal, *json, out),
        Command::Doctor(command) => return doctor::run(config, command, *json, out),
        Command::Keys(KeysCommand::List) => return keys::list(config, *json, out),
        Command::Keys(KeysCommand::Rotate) => return keys::rotate(config, *json, out),
        Command::Status => Question::Status,
        Command::Ticket(TicketCommand::List(TicketList { list: Some(list), limit, .. })) => {
            Question::List { list: list.clone(), limit: *limit }
        }
        Command::Ticket(TicketCommand::List(list)) => Question::Tickets(list.status),
        Command::Ticket(TicketCommand::Show { number }) => Question::Ticket(TicketId::new(number_of(number, "ticket")?)),
        Command::Search(search) | Command::Ticket(TicketCommand::Search(search)) => search.question(),
        Command::Contact(command) => contact::question(command)?,
        Command::Training(command) => training::question(command),
        Command::Outbox(OutboxCommand::List { all }) => Question::Outbox { all: *all },
        Command::Outbox(OutboxCommand::Show { number }) => Question::Letter(letter(number)?),
        Command::Outbox(OutboxCommand::Retry { number }) => Question::LetterRetry(letter(number)?),
        Command::Outbox(OutboxCommand::Drop { number }) => Question::LetterDrop(letter(number)?),
        Command::Quarantine(QuarantineCommand::List) => Question::Quarantine,
        Command::Quarantine(QuarantineCommand::Show { number }) => Question::QuarantineShow(quarantined(number)?),
        Command::Quarantine(QuarantineCommand::Release { number }) => Question::QuarantineRelease(quarantined(number)?),
        Command::Quarantine(QuarantineCommand::Drop { number }) => Question::QuarantineDrop(quarantined(number)?),
    };
    ask::run(config, &question, *json, out)
}

fn letter(text: &str) -> Result<OutboxId, exit::Failure> {
    number_of(text, "letter").map(|number| OutboxId::new(number.into()))
}

fn quarantined(text: &str) -> Result<QuarantineId, exit::Failure> {
    number_of(text, "quarantined message").map(QuarantineId::new)
}

/// A number as it is printed: `42`, `#42`, `o42`, `q3`.
fn number_of(text: &str, what: &str) -> Result<u32, exit::Failure> {
    let digits = text.trim_start_matches(['#', 'o', 'q']);
    digits.parse().map_err(|_| exit::Failure::new(Exit::Usage, format!("{text:?} is no number of a {what}")))
}
