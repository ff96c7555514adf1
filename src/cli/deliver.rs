//! `maildesk deliver`: one message from a mail server's pipe into the desk.
//!
//! A mail server reads the exit code. 0: the desk has stored it durably. 75: not now, keep it and try again, whatever the reason.
//! Anything else: this message, or this call, will never do; the mail server sends it back.

use std::io::{Read, Write};
use std::path::Path;

use crate::base::{MailboxName, limit};
use crate::config;
use crate::io::control::{Request, Response};

use super::ask;
use super::exit::{Exit, Failure};

pub(super) fn run(
    directory: &Path,
    mailbox: Option<&str>,
    json: bool,
    stdin: &mut dyn Read,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mailbox = match mailbox {
        Some(name) => {
            let message = || format!("{name:?} is no name of a mailbox");
            Some(MailboxName::new(name).map_err(|_| Failure::new(Exit::Usage, message()))?)
        }
        None => None,
    };
    let mut message = Vec::new();
    let most = u64::try_from(limit::MESSAGE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    // A pipe that breaks off is the mail server's trouble: it has the message and comes again.
    let read = stdin.take(most).read_to_end(&mut message);
    read.map_err(|error| Failure::new(Exit::Busy, format!("the message cannot be read from standard input: {error}")))?;
    if message.is_empty() {
        return Err(Failure::new(Exit::Damaged, "there is no message on standard input"));
    }
    if message.len() > limit::MESSAGE_BYTES {
        let because = format!("the message is larger than {} bytes", limit::MESSAGE_BYTES);
        return Err(Failure::new(Exit::Damaged, because));
    }
    let bytes = u64::try_from(message.len()).unwrap_or(u64::MAX);
    let answer = match ask::request(directory, &Request::Deliver { mailbox, bytes }, &message)? {
        Some(Response::Error(because)) => return Err(Failure::new(Exit::Busy, because)),
        Some(response) => ask::answer_in(response)?,
        None => {
            let message = format!("no daemon runs on {}; the message was not taken", config::data_dir(directory).display());
            return Err(Failure::new(Exit::Busy, message));
        }
    };
    // It is stored: that nobody reads the answer changes nothing.
    let _ = ask::print(&answer, json, out);
    Ok(Exit::Done)
}
