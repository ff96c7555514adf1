//! The one writer. Every use case reads the same way: gather facts, decide, render, commit.
//!
//! Synchronous and without a clock: inputs come in with the present, answers go out after the commit that makes them true.

mod address;
mod ahead;
mod ask;
mod confirm;
mod counting;
mod error;
mod follow;
mod gather;
mod gauges;
mod hand_over;
mod input;
mod invite;
mod looking;
mod measure;
mod probe;
mod receive;
mod render;
mod settings;
mod source;
mod survey;
mod trust;
mod work;

pub use ask::{
    Answer, ContactFilter, ContactOrder, JournalQuery, PersonOrder, Question, ReportForm, ReportQuestion, StaffFilter,
};
pub use counting::{Counting, MadeReport};
pub use error::DeskError;
pub use follow::Followed;
pub use gauges::Gauges;
pub use input::{Fetched, Input, Reply, Shipment, Signatures, Unverified};
pub use looking::{Looked, Looking};
pub use settings::DeskSettings;
pub use source::{Numbering, Opening, PollEvent, PollStep, Poller, begin_at, is_older_than_desk, opening};
pub use work::Desk;
