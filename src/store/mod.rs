//! The durable store: journal first, spool, then the state.
//!
//! One writer drafts plans over the state, accepts them into a group and commits the group: texts into the spool, records
//! into the journal, one batch into the state ([`Store`]). The journal is the truth; the state can be lost at any moment and
//! is made again from it ([`Store::open`], [`Store::rebuild`]). What is durable is either whole, or named as damaged and left
//! alone.
//!
//! Nothing here knows rules or mail formats, reads a clock, makes randomness or waits for anything but the disk.

mod disk;
mod draft;
mod erase;
mod error;
mod fold;
mod frame;
mod head;
mod index;
mod journal;
mod key;
mod keyspace;
mod line;
mod memory;
mod memory_disk;
mod named;
mod open;
mod overlay;
mod packer;
mod query;
mod record;
mod sifted;
mod sled;
mod spool;
mod state;
#[expect(clippy::module_inception, reason = "the one thing this layer is named for")]
mod store;
#[cfg(test)]
mod tests;
mod verify;
mod window;

pub use self::sled::SledKeyspace;
pub use disk::{Disk, FileDisk};
pub use draft::{Draft, Drafted, View};
pub use erase::ErasedParts;
pub use error::{Damage, KeyspaceError, StoreError};
pub use keyspace::{Keyspace, Pair, WriteBatch};
pub use line::JournalRecord;
pub use memory::{MemoryKeyspace, MemoryPlace};
pub use memory_disk::{DiskFault, MemoryDisk};
pub use named::{NamedText, Namer};
pub use open::{CutTail, Opened, Options, Progress, Rollback, STATE_DIRECTORY, Stage, StateOutcome, StatePolicy};
pub use query::Queries;
pub use store::{Committed, Sizes, Store};
pub use verify::{Problem, VerifyReport};

/// The store of a running desk.
pub type FileStore = Store<FileDisk, SledKeyspace>;

/// A store in memory, for rehearsals and simulations.
pub type MemoryStore = Store<MemoryDisk, MemoryKeyspace>;
