//! What the index is given, what it is asked, and what it answers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::base::{Digest, EntryNumber, Seq, TicketId};

/// Where an index lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In memory, for tests.
    Memory,
    /// In a directory of its own; everything else in it is removed when the index is made anew.
    Directory(PathBuf),
}

/// A record of the journal: its number, and its hash, which tells one journal from another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Its number; 0: none yet.
    pub seq: Seq,
    /// Its hash.
    pub hash: Digest,
}

/// Words to be found: of a ticket as a whole, or of one of its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The ticket.
    pub ticket: TicketId,
    /// The entry; none: number, subject, people and labels of the ticket itself.
    pub entry: Option<EntryNumber>,
    /// The language, ISO 639-1, where it is known.
    pub language: Option<String>,
    /// The words.
    pub text: String,
    /// Came it with a file?
    pub has_file: bool,
}

/// What some records of the journal have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Tickets of which everything known is forgotten first.
    pub anew: BTreeSet<TicketId>,
    /// What is to be found from now on, each in the place of what was known of the same ticket and entry.
    pub documents: Vec<Document>,
    /// The last of those records.
    pub upto: Mark,
}

/// Something that is to stand in a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A word in any of its forms.
    Word(String),
    /// Words after one another, as they are.
    Phrase(String),
    /// A word that begins so.
    Beginning(String),
    /// A message with a file.
    File,
}

/// Where in a ticket something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whereabouts {
    /// In number, subject, people or labels.
    Head,
    /// In the text of a message alone.
    Text,
}

/// Tickets in which something stands.
pub type Found = BTreeMap<TicketId, Whereabouts>;
