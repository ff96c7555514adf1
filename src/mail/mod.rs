//! Internet mail: reading what came in, composing what goes out. Knows RFCs, no tickets.
//!
//! Reading never fails: it yields what it could make out plus a list of defects. Everything is bounded before it is parsed.
//! This layer does no input or output, has no clock, and is the only one that names `mail-parser`, `html5ever` and `lettre::message`.

mod compose;
mod model;
mod token;

pub use compose::{AutoSubmitted, Composed, Outgoing, compose};
pub use model::{Addressee, Attachment, Bounce, BounceAction, Evidence, Identity, Mail, TrimConfidence};
pub use token::{Keyring, ReplyToken, TokenRole};
