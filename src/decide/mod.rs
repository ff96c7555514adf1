//! The decisions. A message, a clock tick or an attempt to send goes in, a [`Plan`](crate::domain::Plan) comes out, and
//! nothing has happened yet.
//!
//! Pure: no store, no clock, no templates. What a decision needs to know stands in its facts, which `desk` gathers.

mod absence;
mod admission;
mod agent;
mod alert;
mod approval;
mod audience;
mod belonging;
mod clock;
mod command;
mod confirm;
mod consulted;
mod contact;
mod customer;
mod delivery;
mod departure;
mod digest;
mod draft;
mod facts;
mod form;
mod forwarded;
mod intake;
mod invitation;
mod leave;
mod morning;
mod practice;
mod promise;
mod proof;
mod rebalance;
mod reversal;
mod review;
mod round;
mod shadowing;
mod survey;
mod thread;
mod training;

pub use absence::{copy_to_shadows, delegate};
pub use alert::{AlertFacts, alert, alerts_due};
pub use clock::{ClockFacts, clock};
pub use command::{Command, Commands, Risk, commands_of, first_commands};
pub use confirm::{Answer, answered, settled, void};
pub use contact::{
    ContactProblem, add_address as add_contact_address, changeable as changeable_contact, forget as forget_contact,
    merge as merge_contacts, part as part_contact, remove_address as remove_contact_address, write_down as write_down_of_contact,
};
pub use delivery::{AttemptResult, delivery, in_doubt, retry_at};
pub use departure::{Handover, Leaver, LeftTicket, departure, hand_over};
pub use digest::{DigestFacts, MailboxHealth, MailboxTrouble, STUCK, digest, digest_due};
pub use facts::{Arrival, AssignFacts, IntakeFacts, OrderFacts, Question, SubjectCandidate, ThreadFacts, VolumeFacts};
pub use form::{as_requesters, proof_of_requester};
pub use forwarded::as_original;
pub use intake::{intake, set_aside};
pub use invitation::AnsweredInvitation;
pub use leave::{PersonDue, PersonFacts, person, person_due, person_next};
pub use morning::{MorningDue, MorningFacts};
pub use promise::{PromiseFacts, promises};
pub use proof::{Authorization, Challenge, DateStanding, Evidence, ProofFacts, Setting, authorize};
pub use rebalance::{Share, Shares};
pub use review::{DrawFacts, draw};
pub use round::{RoundFacts, round, round_due};
pub use survey::AnsweredSurvey;
pub use thread::{Standing, Thread, TokenStanding, thread};
pub use training::{TrainingFacts, TrainingFault, moment, practise, train};
