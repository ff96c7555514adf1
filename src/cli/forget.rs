//! `maildesk forget WHO`: erases what a customer has said, by the running daemon or in the stopped store.

use std::io::Write;
use std::path::Path;

use crate::desk::{ContactOrder, Question};

use super::ask;
use super::exit::{Exit, Failure};

/// Shows who would be forgotten, and has it done where that was said to be meant.
pub(super) fn run(directory: &Path, who: &str, is_meant: bool, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    if is_meant {
        return ask::run(directory, &Question::ContactOrder(ContactOrder::Forget { who: who.to_owned() }), json, out);
    }
    ask::run(directory, &Question::Contact(who.to_owned()), json, out)?;
    let message = format!(
        "nothing was erased. `maildesk forget {who} --yes` erases this contact for ever, with all that was written in its tickets; \
         backups and what lies in mailboxes are not touched"
    );
    Err(Failure::new(Exit::No, message))
}
