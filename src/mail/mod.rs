//! Internet mail: reading what came in, composing what goes out. Knows RFCs, no tickets.
//!
//! Reading never fails: it yields what it could make out plus a list of defects. Everything is bounded before it is parsed.
//! This layer does no input or output, has no clock, and is the only one that names `mail-parser`, `html5ever` and `lettre::message`.
//!
//! The way of a message: `mime` takes it apart, `header` splits field lines, `encoded_word`, `parameter`, `transfer` and
//! `charset` decode, `flowed` and `html` make text, `tnef`, `cms` and `calendar` look into files, `body` collects all that and
//! `choose` says which version is the text; `trim` splits it, `identity` and `classify` judge; `read` is the order of all that.

mod absence;
mod addressee;
mod attachment;
mod automatic;
mod body;
mod bounce;
mod calendar;
mod charset;
mod choose;
mod classify;
mod cms;
mod compose;
mod encoded_word;
mod flowed;
mod forward;
mod header;
mod html;
mod identity;
mod language;
mod line_scan;
mod mime;
mod model;
mod parameter;
mod phrase;
mod plain;
mod protection;
mod read;
mod signature;
mod subject;
mod thanks;
mod tnef;
mod token;
mod transfer;
mod trim;
mod verification;

pub use classify::OwnMarks;
pub use compose::{AutoSubmitted, Composed, Files, Outgoing, compose};
pub use forward::{Forwarded, forwarded_sender};
pub use model::{
    Addressee, Attachment, Bounce, BounceAction, Cryptography, Evidence, Identity, Mail, Protection, TrimConfidence,
};
pub use plain::plain_alone;
pub use read::{read, read_body, read_in};
pub use signature::{Signature, SignatureResult};
pub use subject::shown as shown_subject;
pub use thanks::is_only_thanks;
pub use token::{InvitationToken, Keyring, ReplyToken, SurveyChoice, SurveyToken, TokenRole};
pub use verification::is_verification;
