//! The words everything else is written in: ids, addresses, time values, bounded text, digests, limits.
//!
//! Nothing here knows of tickets or mail formats, does input or output, or reads a clock.

mod address;
mod digest;
mod fault;
mod id;
mod kind;
pub mod limit;
mod message_id;
mod text;
mod time;
mod word;

pub use address::{AddressError, EmailAddress};
pub use digest::{Digest, DigestError};
pub use fault::Fault;
pub use id::{
    CategoryName, ConfirmationId, ContactId, EntryNumber, MailboxName, NameError, OutboxId, QuarantineId, Seq, StaffName,
    TeamName, TicketId,
};
pub use kind::Kind;
pub use message_id::MessageId;
pub(crate) use text::PRIVATE_MARK;
pub use text::{Private, any_byte, clip, one_line};
pub use time::{Span, Timestamp};
pub(crate) use word::by_word;
