//! The desk's own facts: tickets, entries, people, letters, deadlines, and the changes that make them.
//!
//! A [`Change`] is what happened; [`apply`] is the one place where it takes effect, for a commit, a rebuild and a check alike.
//! Nothing here knows MIME, rules, files or clocks.
//!
//! Unlike the plan's house rule these types derive serde: a `Change` *is* the journal's vocabulary and a row *is* the state's
//! wire form. Twins would be written twice and differ once. What keeps old journals readable are the golden records in `tests/`.

mod alert;
mod apply;
mod change;
mod confirmation;
mod contact;
mod forget;
mod invitation;
mod kept;
mod letter;
mod notice;
mod outbox;
mod person;
mod plan;
mod promise;
mod quarantine;
mod receipt;
mod report;
mod review;
mod row;
mod survey;
mod ticket;

pub use alert::{AlertCause, AlertKind, AlertNote, AlertReading, Alerts, RaisedAlert};
pub use apply::{IllegalChange, apply};
pub use change::{Change, Opening};
pub use confirmation::{Confirmation, ConfirmationState, Executed, Forgeries, ResultsFound, TrustProbe, TrustVerdict};
pub use contact::{Contact, ContactDetail, ContactNotice, DetailForm, HandedTicket, contact_now};
pub use forget::{Erasure, Erasures, Forgetting};
pub use invitation::{Invitation, InvitationStanding};
pub use kept::{HeldAnswer, Kept, UndoStep, Undoing};
pub use letter::{Asking, Heading, Letter, LetterKind, LetterNote, Listed};
pub use notice::{Notice, QueryFault};
pub use outbox::{Envelope, LetterState, OutboxItem};
pub use person::{
    Absence, AbsenceSource, Assessment, Certificate, Decision, Done, Earlier, HeldReply, Leave, Offer, PeopleNotice, Person,
    PersonEvent, Remark, Step, TrainingOrder,
};
pub use plan::{Actor, Cause, Plan};
pub use promise::{Morning, Nudge, Promise, Round, Rounds, Target, Turned};
pub use quarantine::{QuarantineReason, Quarantined};
pub use receipt::{Disposition, IgnoreReason, MatchedBy, Place, Proof, Receipt, SenderProof};
pub use report::{By, ReportDue, ReportKind, ReportOf, ReportOrder, Reports};
pub use review::{FinishedTicket, Review, ReviewNotice, ReviewPool, Reviews, Verdict};
pub use row::{
    Counters, Cursor, Known, KnownMessage, Load, PlusProbe, Row, RowId, Rows, Seen, Sighting, Strike, Tally, Turn, Volume,
    VolumeKey,
};
pub use survey::{Rating, Survey};
pub use ticket::{
    Attention, Author, DeadlineKind, Due, Entry, EntryKind, Flag, IllegalStatus, Practice, Priority, Status, Ticket,
};
