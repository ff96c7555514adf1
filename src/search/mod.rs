//! The full-text index: where words stand, and nothing else.
//!
//! A follower of the journal: whoever has the store hands over what tickets say, batch by batch, each with the record up to which
//! it reaches; the index takes it in on a thread of its own and remembers how far it is. It can be lost, damaged or thrown away at
//! any moment and is made again. What stands in a ticket's state, and who may see it, is never asked here.

mod document;
mod index;
mod shelf;
mod word;

#[cfg(not(feature = "search"))]
#[path = "absent.rs"]
mod engine;
#[cfg(feature = "search")]
mod engine;

pub use document::{Batch, Document, Found, Mark, Place, Wanted, Whereabouts};
pub use index::{Index, Offered, Position, Waited};
pub use shelf::{Shelf, ShelfText};
