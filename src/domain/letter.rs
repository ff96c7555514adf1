//! Outgoing mail before it is written: what is to be said to whom. What it becomes is an outbox item.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{ConfirmationId, ContactId, EntryNumber, MessageId, Span, TicketId, Timestamp};

use super::alert::AlertNote;
use super::notice::Notice;
use super::promise::Target;

/// What a decision wants to be written; the desk renders it to bytes before the commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is.
    pub kind: LetterKind,
    /// To whom.
    pub to: ContactId,
    /// About which ticket; it exists or is opened by the same plan.
    pub ticket: Option<TicketId>,
    /// The entry it is about.
    pub entry: Option<EntryNumber>,
    /// What the kind needs besides.
    pub note: LetterNote,
}

/// What a letter's kind needs besides its ticket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterNote {
    /// What is to be said, in order; `notify` has the words.
    pub notices: Vec<Notice>,
    /// How long the customer has waited.
    pub waited: Option<Span>,
    /// Who was told before.
    pub told: Vec<ContactId>,
    /// Tickets that it lists, in order.
    pub list: Vec<Listed>,
    /// The refused message's subject, where there is no ticket.
    pub subject: String,
    /// Text that was not sent, so that its writer does not lose it.
    pub unsent: String,
    /// The message that is answered.
    pub answers: Option<MessageId>,
    /// The entries that it shows to somebody outside.
    pub shown: Vec<EntryNumber>,
    /// The question that is asked: a yes comes back to an address of its own.
    pub confirmation: Option<ConfirmationId>,
    /// Which tickets are to be listed.
    pub asking: Option<Asking>,
    /// Alerts that it tells of, in order.
    pub alerts: Vec<AlertNote>,
    /// Articles that it may offer, by name, the best first: to the staff those that are for its reader.
    pub articles: Vec<String>,
}

/// A question for tickets, which is answered from the state when the letter is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The list's name; none: a search.
    pub list: Option<String>,
    /// The question, as it was typed or as the list asks it.
    pub question: String,
}

/// A ticket in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub ticket: TicketId,
    /// Why it is listed.
    pub heading: Heading,
    /// When it is or was due, or comes back.
    pub at: Option<Timestamp>,
    /// What was promised.
    pub target: Option<Target>,
}

/// Why a ticket is listed; lists are in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// A promise was not kept.
    Overdue,
    /// A promise is to be kept soon.
    DueSoon,
    /// A promise is to be kept today.
    DueToday,
    /// It is the reader's from now on.
    Given,
    /// The reader asked to be reminded of it today, or it comes back today.
    Waking,
    /// It waits for the reader.
    Waiting,
    /// Nobody has it.
    Unassigned,
}

/// What a letter is. Each kind has its template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// To the requester: we have it.
    Received,
    /// To somebody outside: this mailbox does not take his mail.
    NotAccepted,
    /// To a team: a new ticket that nobody has.
    NewTicket,
    /// To the assignee: this ticket is yours.
    Assigned,
    /// To assignee and contributors: the customer wrote.
    CustomerReply,
    /// To the staff of a ticket: a colleague answered or noted.
    StaffActivity,
    /// To the customer: the answer of an agent.
    Reply,
    /// To somebody outside: what of a ticket an agent wants him to see.
    Forward,
    /// To the assignee: a customer waits.
    Reminder,
    /// To who supervises somebody: an answer that waits for approval, beside the question.
    Draft,
    /// To who shadows somebody: a copy of what that person got, to read.
    Shadow,
    /// To managers, substitutes and who is back: about an absence.
    Absence,
    /// To who learns and who trains: what is due.
    Training,
    /// To who asked for it: what was to be remembered.
    FollowUp,
    /// To lead or manager: a customer waits and nobody answered.
    Escalation,
    /// To whom several tickets have to be told of at once.
    DueList,
    /// To whom several tickets of somebody who is away, or has left, go on at once.
    HandedOver,
    /// To a member of staff in the morning: his own tickets.
    Digest,
    /// To who leads a team in the morning: its tickets.
    TeamDigest,
    /// To the customer: the ticket will be closed.
    ClosingWarning,
    /// To the customer: the ticket is closed.
    Closed,
    /// To the customer: was he satisfied?
    Survey,
    /// To managers: a customer was not satisfied.
    LowRating,
    /// To who reviews: how was this ticket handled?
    QualityReview,
    /// To an agent: what somebody thinks of how he handled it.
    QualityResult,
    /// To the agent: his answer could not be delivered.
    DeliveryFailure,
    /// To a member of staff: his mail was not carried out, and why.
    Refused,
    /// To a member of staff: what his commands did.
    Receipt,
    /// To a member of staff: the tickets that he asked for.
    Tickets,
    /// To a member of staff: a ticket that he asked for.
    Ticket,
    /// To a member of staff: the whole of a ticket that he asked for, with its files.
    Transcript,
    /// To a member of staff: figures that he asked for, or that the schedule sends him.
    Report,
    /// To who answers for others' work: something is not as it should be.
    Alert,
    /// To a customer: his own tickets, as he asked.
    OwnTickets,
    /// To a customer: one of them, as he asked.
    OwnTicket,
    /// To the operator: something needs a look.
    Operator,
    /// To the assignee: a stranger wrote who may belong to this ticket.
    Stranger,
    /// To whom an admin has added to the staff: is this your address?
    Invitation,
    /// To the manager of somebody who has left the staff: what has become of his work.
    Departure,
    /// To a member of staff: is this mail yours?
    Confirm,
    /// To a member of staff: somebody writes in your name.
    Forged,
    /// To a plus address of a mailbox of our own: do such addresses work?
    PlusProbe,
    /// To a mailbox of our own, with forged results of verification: would they be believed?
    TrustProbe,
}

impl LetterKind {
    /// All kinds.
    pub const ALL: [Self; 43] = [
        Self::Received,
        Self::NotAccepted,
        Self::NewTicket,
        Self::Assigned,
        Self::CustomerReply,
        Self::StaffActivity,
        Self::Reply,
        Self::Forward,
        Self::Reminder,
        Self::Draft,
        Self::Shadow,
        Self::Absence,
        Self::Training,
        Self::FollowUp,
        Self::Escalation,
        Self::DueList,
        Self::HandedOver,
        Self::Digest,
        Self::TeamDigest,
        Self::ClosingWarning,
        Self::Closed,
        Self::Survey,
        Self::LowRating,
        Self::QualityReview,
        Self::QualityResult,
        Self::DeliveryFailure,
        Self::Refused,
        Self::Receipt,
        Self::Tickets,
        Self::Ticket,
        Self::Transcript,
        Self::Report,
        Self::Alert,
        Self::OwnTickets,
        Self::OwnTicket,
        Self::Operator,
        Self::Stranger,
        Self::Invitation,
        Self::Departure,
        Self::Confirm,
        Self::Forged,
        Self::PlusProbe,
        Self::TrustProbe,
    ];

    /// The name of its template and in `rehearse`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::NotAccepted => "not-accepted",
            Self::NewTicket => "new-ticket",
            Self::Assigned => "assigned",
            Self::CustomerReply => "customer-reply",
            Self::StaffActivity => "staff-activity",
            Self::Reply => "reply",
            Self::Forward => "forward",
            Self::Reminder => "reminder",
            Self::Draft => "draft",
            Self::Shadow => "shadow",
            Self::Absence => "absence",
            Self::Training => "training",
            Self::FollowUp => "follow-up",
            Self::Escalation => "escalation",
            Self::DueList => "due-list",
            Self::HandedOver => "handed-over",
            Self::Digest => "digest",
            Self::TeamDigest => "team-digest",
            Self::ClosingWarning => "closing-warning",
            Self::Closed => "closed",
            Self::Survey => "survey",
            Self::LowRating => "low-rating",
            Self::QualityReview => "quality-review",
            Self::QualityResult => "quality-result",
            Self::DeliveryFailure => "delivery-failure",
            Self::Refused => "refused",
            Self::Receipt => "receipt",
            Self::Tickets => "tickets",
            Self::Ticket => "ticket",
            Self::Transcript => "transcript",
            Self::Report => "report",
            Self::Alert => "alert",
            Self::OwnTickets => "own-tickets",
            Self::OwnTicket => "own-ticket",
            Self::Operator => "operator",
            Self::Stranger => "stranger",
            Self::Invitation => "invitation",
            Self::Departure => "departure",
            Self::Confirm => "confirm",
            Self::Forged => "forged",
            Self::PlusProbe => "plus-probe",
            Self::TrustProbe => "trust-probe",
        }
    }

    /// Is it for a customer, or somebody else outside?
    pub const fn is_for_customer(self) -> bool {
        matches!(
            self,
            Self::Received
                | Self::NotAccepted
                | Self::Reply
                | Self::Forward
                | Self::ClosingWarning
                | Self::Closed
                | Self::Survey
                | Self::OwnTickets
                | Self::OwnTicket
        )
    }

    /// Does it answer whoever has written, by itself? Then it carries nothing that a stranger chose, and is counted and bounded
    /// with its like (SECURITY.md 2.2, L11).
    pub const fn answers_anybody(self) -> bool {
        matches!(self, Self::Received | Self::NotAccepted)
    }

    /// Did a person write its text? Everything else carries Auto-Submitted (RFC 3834 §5).
    pub const fn is_written_by_person(self) -> bool {
        matches!(self, Self::Reply | Self::Forward)
    }
}

impl fmt::Display for LetterKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
