//! What the desk has to say to somebody, as data; its words stand in `notify`, in each language.

use crate::base::{MailboxName, QuarantineId, TeamName, TicketId, Timestamp};

use super::contact::ContactNotice;
use super::person::PeopleNotice;
use super::promise::Target;
use super::quarantine::QuarantineReason;
use super::review::ReviewNotice;
use super::survey::Rating;
use super::ticket::{Priority, Status};

/// Something the desk has to say to somebody. Data only: the words stand in `notify`, in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant says what happened; its fields are named for what they hold")]
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
    /// The text would go to somebody outside, with what it names.
    WillShow,
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
    /// A line that would be a command holds characters that cannot be seen, or that only look like others.
    HiddenCharacters {
        line: String,
    },
    /// The HTML version of the mail says something else than the plain one, which was taken.
    VersionsDiffer,
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
    /// There is no such report; those that there are.
    NoSuchReport {
        name: String,
        reports: Vec<String>,
    },
    /// So many reports wait to be counted that no more are taken.
    TooManyReports,
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
    /// Something about a customer.
    Contact(ContactNotice),
    /// Something about how the staff's work is reviewed.
    Review(ReviewNotice),
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
    /// It was sent to somebody outside; his answers are for the staff alone.
    ForwardedTo {
        address: String,
    },
    /// Who is to get it takes part in the ticket anyway.
    TakesPartAnyway {
        address: String,
    },
    /// The ticket holds nothing that could be forwarded.
    NothingToForward,
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
    // Canned responses.
    NoSuchMacro {
        name: String,
        nearest: Vec<String>,
    },
    /// Its words stand in the mail's text, and what it sets is set.
    MacroUsed {
        name: String,
        title: String,
    },
    /// One that there is.
    MacroListed {
        name: String,
        title: String,
    },
    /// There is none.
    NoMacros,
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
    /// He was not satisfied.
    RatedLow {
        rating: Rating,
        reopened: bool,
    },
    /// He says thank you and nothing else, so the ticket stays as it is.
    OnlyThanks,
    // Who else may belong to the ticket, with the commands that let him in:
    /// The message was sent to these as well.
    CopyProposed {
        addresses: Vec<String>,
    },
    /// Somebody of the requester's organisation has written.
    ColleagueWrote {
        address: String,
    },
    /// Somebody has written with the reply address of this customer.
    OtherAddress {
        address: String,
        owner: String,
    },
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
