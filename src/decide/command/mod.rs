//! What the staff order by mail: `#name argument` at the top of a mail.
//!
//! A family of orders is one file here: its grammar, its effect, the permission it takes and its risk stand together. To add a
//! command is to write such a file and its row in [`FAMILIES`](table::FAMILIES). How a block of commands is found in a mail
//! stands in `grammar`; when and in which order commands are carried out is `agent`'s matter.

mod again;
mod approval;
mod asking;
mod attention;
mod contact;
mod forget;
mod forward;
mod grammar;
mod help;
mod joining;
mod macros;
mod marks;
mod note;
mod order;
mod participants;
mod people;
mod person;
mod reminder;
mod report;
mod score;
mod status;
mod table;
mod training;

pub use grammar::{Command, Commands, commands_of};
pub use order::Risk;
pub(super) use order::{Asker, Scope, TextUse, Work};
pub use table::first_commands;
