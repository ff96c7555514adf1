//! `maildesk doctor trust`: would forged verification results be believed? The running daemon writes a letter to each mailbox that
//! believes some; this waits until they are back and tells what became of them.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use clap::{Args, Subcommand};

use crate::base::MailboxName;
use crate::desk::{Answer, Question};
use crate::io::control::Request;

use super::ask;
use super::exit::{Exit, Failure};

/// How often is looked whether the letters are back.
const LOOK: Duration = Duration::from_secs(1);

#[derive(Debug, Subcommand)]
pub(super) enum DoctorCommand {
    /// Find out, by a letter that carries some, whether forged Authentication-Results reach a mailbox and would be believed.
    Trust(Trust),
}

#[derive(Debug, Args)]
pub(super) struct Trust {
    /// The mailbox; without it all that believe Authentication-Results.
    mailbox: Option<String>,
    /// Wait at most so many seconds for the letters to come back.
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    wait: u32,
    /// Write no letter; tell what the last one found.
    #[arg(long)]
    last: bool,
}

pub(super) fn run(directory: &Path, command: &DoctorCommand, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let DoctorCommand::Trust(trust) = command;
    let named = trust.mailbox.as_deref().map(MailboxName::new).transpose();
    let mailbox = named.map_err(|error| Failure::caused(Exit::Usage, &error))?;
    let known = Question::Trust(mailbox.clone());
    if trust.last {
        return ask::run(directory, &known, json, out);
    }
    heard(directory, Question::TrustProbe(mailbox))?;
    let _ = writeln!(std::io::stderr(), "The letters are on their way; this takes as long as your mail takes.");
    let mut answer = heard(directory, known.clone())?;
    for _ in 0..trust.wait {
        if !is_waiting(&answer) {
            break;
        }
        std::thread::park_timeout(LOOK);
        answer = heard(directory, known.clone())?;
    }
    ask::print(&answer, json, out)
}

/// Only a running daemon sends and fetches mail.
fn heard(directory: &Path, question: Question) -> Result<Answer, Failure> {
    match ask::request(directory, &Request::Ask(question), &[])? {
        Some(response) => ask::answer_in(response),
        None => Err(Failure::new(Exit::Unavailable, "no daemon runs that could send the letter: start `maildesk run` first")),
    }
}

fn is_waiting(answer: &Answer) -> bool {
    answer.lines.iter().any(|line| line.get("forged").is_some_and(|forged| forged == "waiting"))
}
