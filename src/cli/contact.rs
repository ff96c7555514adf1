//! `maildesk contact …`: the customers, what is known of them, and changes. The command line acts as the operator.

use clap::{Args, Subcommand};

use crate::desk::{ContactFilter, ContactOrder, Question};

use super::exit::{Exit, Failure};

#[derive(Debug, Subcommand)]
pub(super) enum ContactCommand {
    /// Customers, the last known first.
    List {
        /// Of this organisation, or one whose name holds this.
        #[arg(long)]
        organisation: Option<String>,
        /// At most so many.
        #[arg(long, default_value_t = 200)]
        limit: u32,
    },
    /// Everything that is known of a customer, with the newest tickets.
    Show {
        /// An address or a number (c5).
        who: String,
    },
    /// Customers in whose name, addresses or details this stands.
    Search {
        /// Part of it, in any case.
        words: String,
        /// Of this organisation, or one whose name holds this.
        #[arg(long)]
        organisation: Option<String>,
        /// At most so many.
        #[arg(long, default_value_t = 200)]
        limit: u32,
    },
    /// Write down what is known of a customer; "" removes it.
    Edit {
        /// An address or a number (c5).
        who: String,
        #[command(flatten)]
        details: Details,
    },
    /// Two contacts are one person: addresses and tickets of the first become the other's, and both may read all of it.
    Merge {
        /// An address or the number of the one that becomes part of the other.
        who: String,
        /// An address or the number of the one that stays.
        into: String,
    },
    /// Take a merge back: addresses and tickets that came with a contact are its own again.
    Unmerge {
        /// The number of the contact that was merged (c7).
        who: String,
    },
    /// A customer writes from this address too.
    AddAddress {
        /// An address or a number (c5).
        who: String,
        /// The further address.
        address: String,
    },
    /// An address is this customer's no more.
    RemoveAddress {
        /// An address or a number (c5).
        who: String,
        /// The address.
        address: String,
    },
}

/// What can be written down.
#[derive(Debug, Default, Args)]
#[group(required = true, multiple = true)]
pub(super) struct Details {
    /// The name.
    #[arg(long)]
    name: Option<String>,
    /// A telephone number.
    #[arg(long)]
    phone: Option<String>,
    /// The organisation.
    #[arg(long)]
    organisation: Option<String>,
    /// The language of mails to this customer: en, de.
    #[arg(long)]
    language: Option<String>,
    /// What colleagues should know.
    #[arg(long)]
    note: Option<String>,
    /// A field of service.toml, as NAME=VALUE; several times for several.
    #[arg(long = "field", value_name = "NAME=VALUE")]
    fields: Vec<String>,
}

impl Details {
    fn values(&self) -> Result<Vec<(String, String)>, Failure> {
        let usual = [
            ("name", &self.name),
            ("phone", &self.phone),
            ("organisation", &self.organisation),
            ("language", &self.language),
            ("note", &self.note),
        ];
        let mut values: Vec<(String, String)> =
            usual.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?))).collect();
        for field in &self.fields {
            let Some((name, value)) = field.split_once('=') else {
                let message = format!("{field:?} is no field; write --field name=value");
                return Err(Failure::new(Exit::Usage, message));
            };
            values.push((name.to_owned(), value.to_owned()));
        }
        Ok(values)
    }
}

/// The question or order that a command line asks.
pub(super) fn question(command: &ContactCommand) -> Result<Question, Failure> {
    let list = |organisation: &Option<String>, words: Option<&String>, limit: u32| {
        Question::Contacts(ContactFilter { organisation: organisation.clone(), words: words.cloned(), limit })
    };
    Ok(Question::ContactOrder(match command {
        ContactCommand::List { organisation, limit } => return Ok(list(organisation, None, *limit)),
        ContactCommand::Search { words, organisation, limit } => return Ok(list(organisation, Some(words), *limit)),
        ContactCommand::Show { who } => return Ok(Question::Contact(who.clone())),
        ContactCommand::Edit { who, details } => ContactOrder::Edit { who: who.clone(), values: details.values()? },
        ContactCommand::Merge { who, into } => ContactOrder::Merge { who: who.clone(), into: into.clone() },
        ContactCommand::Unmerge { who } => ContactOrder::Unmerge { who: who.clone() },
        ContactCommand::AddAddress { who, address } => ContactOrder::AddAddress { who: who.clone(), address: address.clone() },
        ContactCommand::RemoveAddress { who, address } => {
            ContactOrder::RemoveAddress { who: who.clone(), address: address.clone() }
        }
    }))
}
