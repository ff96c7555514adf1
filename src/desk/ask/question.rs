//! What may be asked of the desk, by command line or socket; and what may be ordered that way.

use serde::{Deserialize, Serialize};

use crate::base::{MailboxName, OutboxId, QuarantineId, StaffName, TicketId};
use crate::domain::{By, ReportKind};
use crate::domain::{Status, TrainingOrder};

use super::{ContactFilter, ContactOrder, JournalQuery, StaffFilter};

/// What may be asked, by command line or socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// How the desk does.
    Status,
    /// Tickets, of one status or unfinished ones.
    Tickets(Option<Status>),
    /// One ticket with its messages.
    Ticket(TicketId),
    /// Tickets that a question finds, in the language of `policy::Query`.
    Search {
        /// The question.
        question: String,
        /// At most so many.
        limit: u32,
    },
    /// Tickets of a list that has a name.
    List {
        /// The list.
        list: String,
        /// At most so many.
        limit: u32,
    },
    /// What was measured.
    Report(ReportQuestion),
    /// The staff, or some of it.
    Staff(StaffFilter),
    /// One of the staff, by name or address, with everything that is known.
    StaffMember(String),
    /// Write another invitation to somebody.
    StaffInvite(StaffName),
    /// A page of the journal.
    Journal(JournalQuery),
    /// The journal is going to be exported; it is recorded which part of it.
    JournalExported(String),
    /// May somebody see this ticket, and why?
    Access {
        /// The ticket.
        ticket: TicketId,
        /// A member of staff, by name or address.
        who: String,
    },
    /// The customers, or some of them. It is recorded that they were looked at.
    Contacts(ContactFilter),
    /// One of them, by address or number, with everything that is known. It is recorded too.
    Contact(String),
    /// An order about a customer.
    ContactOrder(ContactOrder),
    /// How far somebody has come in his training, or everybody who is being onboarded.
    Training(Option<String>),
    /// An order about a member of staff.
    Person {
        /// His short name.
        name: String,
        /// What to do.
        order: PersonOrder,
    },
    /// Letters that are not sent yet, or all.
    Outbox {
        /// Sent ones too.
        all: bool,
    },
    /// One letter.
    Letter(OutboxId),
    /// Try it now, whatever came of it before.
    LetterRetry(OutboxId),
    /// Never send it.
    LetterDrop(OutboxId),
    /// Would forged verification results be believed, in one mailbox or in each?
    Trust(Option<MailboxName>),
    /// Find that out.
    TrustProbe(Option<MailboxName>),
    /// Messages set aside.
    Quarantine,
    /// One of them.
    QuarantineShow(QuarantineId),
    /// Take it in after all.
    QuarantineRelease(QuarantineId),
    /// Forget it.
    QuarantineDrop(QuarantineId),
    /// How a ticket, or the message with this id, came to where it is.
    Explain(String),
}

/// What an admin may order about a member of staff. Times are as people write them, in the member's own zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonOrder {
    /// He is away.
    Away {
        /// From when; none: from now on.
        from: Option<String>,
        /// When he is back; none: when he says so.
        until: Option<String>,
    },
    /// He is here again.
    Back,
    /// Something is to be written down about his training.
    Train(TrainingOrder),
    /// He is to practise what a module is about.
    Practise(String),
}

/// A question for a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportQuestion {
    /// Which.
    pub kind: ReportKind,
    /// From when, as it was typed.
    pub since: Option<String>,
    /// Until when, as it was typed.
    pub until: Option<String>,
    /// Cut by what.
    pub by: Option<By>,
    /// Of one agent alone.
    pub agent: Option<String>,
    /// Of one team alone.
    pub team: Option<String>,
    /// How it is shown.
    pub form: ReportForm,
}

/// How a report is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportForm {
    /// For people.
    #[default]
    Text,
    /// For a spreadsheet.
    Csv,
    /// For a browser, with pictures.
    Html,
    /// Every measure by day and cut, a page at a time; of the question the time alone counts.
    Rows,
}

impl Question {
    /// Does it change something?
    pub const fn is_order(&self) -> bool {
        matches!(
            self,
            Self::Person { .. }
                | Self::ContactOrder(_)
                | Self::QuarantineRelease(_)
                | Self::QuarantineDrop(_)
                | Self::LetterRetry(_)
                | Self::LetterDrop(_)
                | Self::StaffInvite(_)
                | Self::JournalExported(_)
                | Self::TrustProbe(_)
        )
    }
}
