//! Outgoing mail: what is to be written to whom, and the outbox item it becomes.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{
    ConfirmationId, ContactId, Digest, EmailAddress, EntryNumber, MailboxName, MessageId, OutboxId, Private, QuarantineId, Span,
    TeamName, TicketId, Timestamp,
};

use super::person::PeopleNotice;
use super::promise::Target;
use super::quarantine::QuarantineReason;
use super::ticket::{Priority, Status};

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
    /// The question that is asked: a yes comes back to an address of its own.
    pub confirmation: Option<ConfirmationId>,
    /// Which tickets are to be listed.
    pub asking: Option<Asking>,
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
    /// The reader asked to be reminded of it today, or it comes back today.
    Waking,
    /// It waits for the reader.
    Waiting,
    /// Nobody has it.
    Unassigned,
}

/// Something the desk has to say to somebody. Data only: the words stand in `notify`, in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant says what happened; its fields are named for what they hold")]
pub enum Notice {
    /// The mail came without the reply address of this ticket.
    NoToken,
    /// The reply address was written to somebody else.
    ForeignToken,
    /// The receiving server did not vouch for the sender.
    SenderNotVerified,
    /// The sender's domain disowns the mail.
    SenderDisowned,
    // What else makes a mail of the staff doubtful.
    /// Such a command is always asked about.
    AlwaysAsked {
        command: String,
    },
    /// Mails under this name were forged lately.
    NameLocked {
        until: Timestamp,
    },
    /// It is older than what is carried out unasked, or of tomorrow.
    DateDoubtful {
        at: Timestamp,
    },
    /// It carries no date.
    Undated,
    /// The key of its signature could not be fetched.
    KeysUnreachable,
    // What a confirmation would let happen, and what became of one.
    /// This command would be carried out.
    WillRun {
        command: String,
    },
    /// The text would go to these.
    WillReply {
        to: Vec<String>,
    },
    /// The text would become a note.
    WillNote,
    /// These files would go with it.
    WillAttach {
        files: Vec<String>,
    },
    /// Until when it can be confirmed.
    ConfirmBy {
        at: Timestamp,
    },
    /// The yes came too late.
    ConfirmedLate,
    /// The mail was confirmed before.
    ConfirmedBefore,
    /// Neither yes nor no.
    ConfirmUnclear,
    /// What would be carried out is not what was shown.
    ConfirmChanged,
    /// No such command; the nearest ones.
    UnknownCommand {
        command: String,
        nearest: Vec<String>,
    },
    /// A command's argument cannot be used; an example that can.
    BadArgument {
        command: String,
        argument: String,
        example: String,
    },
    /// The profile lacks a permission.
    NotPermitted {
        command: String,
        permission: String,
    },
    /// Neither team nor role opens the ticket to him, and he does not work on it.
    NotSeen,
    /// More commands than a mail may carry.
    TooManyCommands {
        most: usize,
    },
    /// Commands in an HTML mail that hides something.
    HiddenText,
    /// Nothing but quoted text.
    NothingNew,
    /// The ticket has nobody that an answer could be sent to.
    NoRecipient,
    /// The status may not change so.
    IllegalStatus {
        from: Status,
        to: Status,
    },
    /// A command that is about a ticket, in a mail that belongs to none.
    NeedsTicket,
    /// No such member of staff; the nearest ones.
    NoSuchMember {
        name: String,
        nearest: Vec<String>,
    },
    /// A question for tickets cannot be read; where, and what could stand there.
    QueryUnreadable {
        fault: QueryFault,
        part: String,
        place: usize,
        instead: Vec<String>,
    },
    /// Files that a mail has no room for.
    FilesLeftOut {
        names: Vec<String>,
    },
    /// There is no such list of tickets; those that there are.
    NoSuchList {
        name: String,
        lists: Vec<String>,
    },
    /// Commands were carried out:
    AssignedTo {
        name: String,
    },
    Unassigned,
    /// Who has given the reader this ticket.
    AssignedBy {
        name: String,
    },
    /// The reader has the ticket no more; who has it now, if anybody.
    TakenFromYou {
        by: String,
        to: Option<String>,
    },
    PrioritySet {
        priority: Priority,
    },
    Tagged {
        add: Vec<String>,
        remove: Vec<String>,
    },
    StatusSet {
        status: Status,
    },
    NoteAdded,
    ReminderSet {
        at: Timestamp,
        text: String,
    },
    ReplySent,
    /// Something about absence, training or supervision.
    People(PeopleNotice),
    // Orders of agents: what was done, and why not.
    TeamSet {
        team: String,
    },
    NoSuchTeam {
        name: String,
        nearest: Vec<String>,
    },
    /// A colleague has given the ticket to the reader's team.
    TeamAsked {
        by: String,
    },
    ContributorAdded {
        name: String,
    },
    ContributorRemoved {
        name: String,
    },
    /// A colleague wants the reader to work on the ticket too.
    AskedToHelp {
        by: String,
    },
    CopyAdded {
        names: Vec<String>,
    },
    CopyRemoved {
        names: Vec<String>,
    },
    /// Who is to be removed takes no part.
    NotTakingPart {
        address: String,
    },
    /// The requester cannot be removed.
    RequesterStays {
        address: String,
    },
    RequesterSet {
        address: String,
    },
    /// A ticket was opened for a customer.
    OpenedFor {
        ticket: TicketId,
        address: String,
    },
    Revoked,
    /// Empty: none.
    CategorySet {
        category: String,
    },
    NoSuchCategory {
        name: String,
        nearest: Vec<String>,
    },
    /// Empty: removed.
    FieldSet {
        name: String,
        value: String,
    },
    TimeSpent {
        minutes: u32,
        total: u32,
    },
    Snoozed {
        until: Timestamp,
    },
    Watching,
    Muted,
    HearsAsUsual,
    /// The assignee cannot mute his own ticket.
    AssigneeHears,
    Escalated {
        to: Vec<String>,
    },
    /// A colleague asks the reader for help.
    EscalatedBy {
        by: String,
        reason: String,
    },
    /// There is nobody whom it could be escalated to.
    NobodyAbove,
    Linked {
        other: TicketId,
    },
    MergedInto {
        into: TicketId,
    },
    /// Another ticket goes on in the reader's.
    MergedHere {
        other: TicketId,
        by: String,
    },
    SplitInto {
        ticket: TicketId,
    },
    EntryMoved {
        to: TicketId,
    },
    /// There is no such ticket, or the reader may not see it: which of the two is not said.
    NoSuchTicket {
        ticket: TicketId,
    },
    /// The command names the ticket that it is about.
    SameTicket {
        ticket: TicketId,
    },
    /// The command names another ticket than the reply address.
    OtherTicket {
        ticket: TicketId,
        named: TicketId,
    },
    /// A ticket of this status takes nothing in.
    TakesNothing {
        ticket: TicketId,
        status: Status,
    },
    TooLong {
        entries: u32,
        most: u32,
    },
    NothingToMove,
    /// The whole ticket would be split off.
    NothingLeft,
    /// The answer was held: a colleague has answered.
    AnsweredMeanwhile {
        name: String,
        at: Timestamp,
    },
    /// The customer wrote after the mail that was answered.
    CustomerWroteMeanwhile {
        at: Timestamp,
    },
    /// What to do with a held answer.
    HowToSend,
    NothingHeld,
    Undone {
        commands: Vec<String>,
    },
    NothingToUndo {
        has_answer: bool,
    },
    /// What was to be taken back has been changed again.
    ChangedSince {
        what: String,
    },
    /// A command that the reader may give: how it is written, one that works, and what it does in each language.
    CommandHelp {
        usage: String,
        example: String,
        english: String,
        german: String,
    },
    /// The reminder's words.
    Reminder {
        text: String,
    },
    /// The ticket was put aside until now.
    Awake,
    /// What was promised, and by when; it may have passed.
    Promised {
        target: Target,
        at: Timestamp,
    },
    /// The customer's message has opened the ticket again.
    Reopened,
    /// The customer has closed the ticket.
    ClosedByCustomer,
    /// A letter could not be delivered.
    NotDelivered {
        address: String,
        because: String,
    },
    /// A letter could not be delivered until now; it is still tried.
    NotYetDelivered {
        address: String,
        since: Timestamp,
        because: String,
    },
    /// A message was set aside.
    SetAside {
        id: QuarantineId,
        mailbox: MailboxName,
        reason: QuarantineReason,
    },
    /// A stranger's message refers to this ticket.
    StrangerWrote {
        other: TicketId,
    },
    // The staff:
    /// The reader's address is confirmed.
    AddressConfirmed,
    /// What else stood in that mail was read by nobody.
    WordsUnread,
    /// Who had this ticket has left.
    HasLeft {
        name: String,
    },
    /// Whoever has left, has lost these tickets to a colleague.
    TicketsGiven {
        to: String,
        tickets: Vec<TicketId>,
    },
    /// They are nobody's now, and a team's where they belong to one.
    TicketsReturned {
        team: Option<TeamName>,
        tickets: Vec<TicketId>,
    },
    /// He worked on these with others.
    ContributedTo {
        tickets: Vec<TicketId>,
    },
    /// He had nothing to do.
    HadNoTickets,
    /// Letters to him were not sent any more.
    LettersWithdrawn {
        count: u32,
    },
    /// He led this team.
    LedTeam {
        team: TeamName,
    },
    /// He was somebody's mentor.
    MentorOf {
        name: String,
    },
    /// He stood in for somebody.
    SubstituteOf {
        name: String,
    },
    /// Invitations that were not answered in time.
    InvitationsLapsed {
        people: Vec<String>,
    },
    /// An invitation came back.
    InvitationReturned {
        address: String,
        because: String,
    },
    /// When the pending ticket will be closed.
    ClosesAt {
        at: Timestamp,
    },
    /// The UIDVALIDITY of a folder has changed; so many messages are looked at again.
    MailboxRenumbered {
        mailbox: MailboxName,
        folder: String,
        messages: u32,
    },
    /// An edited configuration was refused.
    SettingsRefused {
        problems: Vec<String>,
    },
    /// Messages wait in quarantine: those the reader does not know of yet, by reason, and all of them.
    QuarantineWaits {
        reasons: Vec<(QuarantineReason, u32)>,
        total: u32,
    },
    /// Mail was not taken in or not carried out, by reason.
    MailRefused {
        reasons: Vec<(String, u32)>,
    },
    /// Letters have been waiting for long; since when the oldest, and what was said to it last.
    LettersLate {
        count: u32,
        since: Timestamp,
        because: String,
    },
    /// Letters will not be tried any more.
    LettersGivenUp {
        failed: u32,
        expired: u32,
    },
    /// A mailbox cannot be read.
    MailboxUnreadable {
        mailbox: MailboxName,
        folder: String,
        since: Timestamp,
        because: String,
    },
}

/// What is wrong with a part of a question for tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QueryFault {
    /// It asks for nothing.
    Empty,
    /// It is longer than a question need be.
    TooLong,
    /// No filter is called so.
    UnknownFilter,
    /// The filter knows no such value.
    UnknownValue,
    /// The filter lacks its value.
    NoValue,
    /// It is no length of time and no day.
    NotATime,
    /// A quotation mark has no partner.
    NoEnd,
}

/// What a letter is. Each kind has its template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// To the requester: we have it.
    Received,
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
    /// To a member of staff in the morning: his own tickets.
    Digest,
    /// To who leads a team in the morning: its tickets.
    TeamDigest,
    /// To the customer: the ticket will be closed.
    ClosingWarning,
    /// To the customer: the ticket is closed.
    Closed,
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
}

impl LetterKind {
    /// All kinds.
    pub const ALL: [Self; 33] = [
        Self::Received,
        Self::NewTicket,
        Self::Assigned,
        Self::CustomerReply,
        Self::StaffActivity,
        Self::Reply,
        Self::Reminder,
        Self::Draft,
        Self::Shadow,
        Self::Absence,
        Self::Training,
        Self::FollowUp,
        Self::Escalation,
        Self::DueList,
        Self::Digest,
        Self::TeamDigest,
        Self::ClosingWarning,
        Self::Closed,
        Self::DeliveryFailure,
        Self::Refused,
        Self::Receipt,
        Self::Tickets,
        Self::Ticket,
        Self::Transcript,
        Self::OwnTickets,
        Self::OwnTicket,
        Self::Operator,
        Self::Stranger,
        Self::Invitation,
        Self::Departure,
        Self::Confirm,
        Self::Forged,
        Self::PlusProbe,
    ];

    /// The name of its template and in `rehearse`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::NewTicket => "new-ticket",
            Self::Assigned => "assigned",
            Self::CustomerReply => "customer-reply",
            Self::StaffActivity => "staff-activity",
            Self::Reply => "reply",
            Self::Reminder => "reminder",
            Self::Draft => "draft",
            Self::Shadow => "shadow",
            Self::Absence => "absence",
            Self::Training => "training",
            Self::FollowUp => "follow-up",
            Self::Escalation => "escalation",
            Self::DueList => "due-list",
            Self::Digest => "digest",
            Self::TeamDigest => "team-digest",
            Self::ClosingWarning => "closing-warning",
            Self::Closed => "closed",
            Self::DeliveryFailure => "delivery-failure",
            Self::Refused => "refused",
            Self::Receipt => "receipt",
            Self::Tickets => "tickets",
            Self::Ticket => "ticket",
            Self::Transcript => "transcript",
            Self::OwnTickets => "own-tickets",
            Self::OwnTicket => "own-ticket",
            Self::Operator => "operator",
            Self::Stranger => "stranger",
            Self::Invitation => "invitation",
            Self::Departure => "departure",
            Self::Confirm => "confirm",
            Self::Forged => "forged",
            Self::PlusProbe => "plus-probe",
        }
    }

    /// Is it for a customer?
    pub const fn is_for_customer(self) -> bool {
        matches!(self, Self::Received | Self::Reply | Self::ClosingWarning | Self::Closed | Self::OwnTickets | Self::OwnTicket)
    }

    /// Did a person write its text? Everything else carries Auto-Submitted (RFC 3834 §5).
    pub const fn is_written_by_person(self) -> bool {
        matches!(self, Self::Reply)
    }
}

impl fmt::Display for LetterKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A letter with its bytes: one recipient, one Message-ID, the same bytes at every attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxItem {
    /// Its number; the Message-ID is made from it.
    pub id: OutboxId,
    /// What it is.
    pub kind: LetterKind,
    /// Its ticket.
    pub ticket: Option<TicketId>,
    /// The entry it is about.
    pub entry: Option<EntryNumber>,
    /// The last entry that its ticket had when it was written: what its reader has seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<EntryNumber>,
    /// Who gets it.
    pub contact: ContactId,
    /// The envelope recipient.
    pub to: Private<EmailAddress>,
    /// The mailbox it leaves by.
    pub mailbox: MailboxName,
    /// The envelope sender.
    pub envelope: Envelope,
    /// Its Message-ID.
    pub message_id: Private<MessageId>,
    /// Texts in the spool whose bytes in order are the message.
    pub pieces: Vec<Digest>,
    /// Where it stands.
    pub state: LetterState,
    /// Attempts made.
    pub attempts: u32,
    /// When it was queued; it expires some days later.
    pub queued_at: Timestamp,
    /// When it is to be tried next.
    pub next_at: Timestamp,
    /// The last answer of a server, or the last trouble.
    pub last: Option<Private<String>>,
}

/// The envelope sender (RFC 5321 §4.1.1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Envelope {
    /// `<>`: nobody answers it (RFC 3834 §3.3).
    Null,
    /// The mailbox's own address.
    Mailbox,
}

/// Where an outbox item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LetterState {
    /// Waits for its first attempt.
    Queued,
    /// A connection is sending it.
    Claimed,
    /// A server has taken it.
    Sent,
    /// Waits for its next attempt.
    Deferred,
    /// Was being sent when the process ended or the answer was lost; will be sent again with equal bytes.
    InDoubt,
    /// Refused for good.
    Failed,
    /// Tried for too long.
    Expired,
    /// Taken out; never sent.
    Dropped,
}

impl LetterState {
    /// Every legal step of an outbox item.
    pub const fn may_become(self, to: Self) -> bool {
        use LetterState::{Claimed, Deferred, Dropped, Expired, Failed, InDoubt, Queued, Sent};
        matches!(
            (self, to),
            (Queued | Deferred | InDoubt, Claimed | Expired | Failed)
                | (Claimed, Sent | Deferred | Failed | InDoubt | Expired)
                // An admin's word goes before every schedule, but what is being sent or was sent is out of his hands.
                | (Queued | Deferred | InDoubt | Failed | Expired, Queued | Dropped)
        )
    }

    /// Is it still to be sent?
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Queued | Self::Deferred | Self::InDoubt)
    }

    /// The name in lists.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Claimed => "claimed",
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::InDoubt => "in doubt",
            Self::Failed => "failed",
            Self::Expired => "expired",
            Self::Dropped => "dropped",
        }
    }
}
