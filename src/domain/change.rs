//! What can happen. Each variant is one fact of the journal; people stand in it only as contact ids, their words and
//! addresses only as [`Private`] values.

mod concerns;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{
    CategoryName, ConfirmationId, ContactId, Digest, EmailAddress, EntryNumber, MailboxName, OutboxId, Private, QuarantineId,
    StaffName, TeamName, TicketId, Timestamp,
};

use super::alert::AlertCause;
use super::confirmation::{Confirmation, ConfirmationState, ResultsFound, TrustVerdict};
use super::contact::{ContactDetail, HandedTicket};
use super::forget::Erasure;
use super::kept::{HeldAnswer, Undoing};
use super::outbox::OutboxItem;
use super::person::{Decision, PersonEvent};
use super::promise::{Morning, Nudge, Promise, Target};
use super::quarantine::QuarantineReason;
use super::receipt::Receipt;
use super::report::ReportOrder;
use super::review::Verdict;
use super::row::Cursor;
use super::survey::Rating;
use super::ticket::{Attention, DeadlineKind, Due, Entry, Practice, Priority, Status};

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each variant says what happened; its fields are named for what they hold")]
pub enum Change {
    /// Somebody wrote, or was added, who was not known.
    ContactAdded {
        contact: ContactId,
        address: Private<EmailAddress>,
        name: Private<String>,
    },
    /// A known address wrote under another name.
    ContactNamed {
        contact: ContactId,
        name: Private<String>,
    },
    // Customers: what is written down of them, and which addresses are one person's.
    /// Something was written down of a contact; none: removed.
    ContactSet {
        contact: ContactId,
        detail: ContactDetail,
        value: Option<Private<String>>,
    },
    /// He writes from this address too.
    AddressAdded {
        contact: ContactId,
        address: Private<EmailAddress>,
    },
    /// The address is his no more.
    AddressRemoved {
        contact: ContactId,
        address: Private<EmailAddress>,
    },
    /// A contact was found to be another one, who has its addresses and these tickets from now on.
    ContactsMerged {
        contact: ContactId,
        to: ContactId,
        tickets: Vec<HandedTicket>,
    },
    /// It is somebody else after all: what came with it is its own again.
    ContactsParted {
        contact: ContactId,
        /// From whom.
        who: ContactId,
        tickets: Vec<HandedTicket>,
    },
    /// Somebody is to be forgotten: what he said is erased when the time has come.
    ErasureOrdered {
        contact: ContactId,
        erasure: Erasure,
    },
    /// He is: so many records said something of him, and so many texts.
    Erased {
        contact: ContactId,
        records: u64,
        texts: u64,
    },
    /// A customer of several addresses is answered at this one in a ticket, because he has written from there.
    WritesFrom {
        ticket: TicketId,
        contact: ContactId,
        address: Private<EmailAddress>,
    },
    /// The configuration knows this contact as a member of staff.
    StaffKnown {
        contact: ContactId,
        name: Private<StaffName>,
        address: Private<EmailAddress>,
    },
    // Customers: whether they were satisfied.
    /// He was asked.
    SurveySent {
        ticket: TicketId,
        contact: ContactId,
    },
    /// He has said it.
    Rated {
        ticket: TicketId,
        contact: ContactId,
        rating: Rating,
    },
    /// He does not want to be asked again.
    SurveysDeclined {
        contact: ContactId,
    },
    // How good the staff's work is: tickets are drawn and reviewed.
    /// A ticket was finished and may be drawn; who of the staff finished it.
    ReviewAwaited {
        ticket: TicketId,
        agent: ContactId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<ContactId>,
    },
    /// The tickets of an agent that were finished until then have had their turn.
    ReviewsDrawn {
        agent: ContactId,
        until: Timestamp,
    },
    /// The drawings of this time of the schedule are made.
    ReviewsSeen {
        at: Timestamp,
    },
    /// Somebody is asked what he thinks of how a ticket was handled; once more where nobody has said it within a week.
    ReviewAsked {
        ticket: TicketId,
        agent: ContactId,
        reviewer: ContactId,
        #[serde(default)]
        again: bool,
    },
    /// He has said it; none: what was said is taken back. The scores that counted until then count no more.
    Reviewed {
        ticket: TicketId,
        agent: ContactId,
        reviewer: ContactId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verdict: Option<Box<Verdict>>,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        before: BTreeMap<String, Rating>,
    },
    // The staff: who is asked, who has answered, who has left.
    /// Somebody whose entry is not confirmed was written to.
    StaffInvited {
        contact: ContactId,
        name: Private<StaffName>,
        address: Private<EmailAddress>,
        letter: OutboxId,
        until: Timestamp,
    },
    /// The owner of the address has answered: his entry counts from now on.
    StaffConfirmed {
        contact: ContactId,
        name: Private<StaffName>,
    },
    /// The configuration does not know this member of staff any more, or does not invite him any more.
    StaffLeft {
        contact: ContactId,
        name: Private<StaffName>,
    },
    /// Somebody looked at something sensitive; who, is the record's actor.
    LookedUp {
        /// Whose data it was.
        contact: Option<ContactId>,
        ticket: Option<TicketId>,
        what: String,
    },
    /// Something happened to a member of staff; by whom, unless by the operator or the desk itself.
    Person {
        contact: ContactId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<ContactId>,
        event: PersonEvent,
    },
    /// Mail to this contact failed for good, or works again.
    ReachabilityChanged {
        contact: ContactId,
        reachable: bool,
    },
    /// A message reached its disposition. Exactly one for each place a message is seen at.
    Received(Receipt),
    /// A ticket was opened.
    TicketOpened(Opening),
    /// A message, answer or note was added.
    EntryAdded {
        entry: Box<Entry>,
        /// Hashes of the ids it answers to: a message that was longer on its way may carry one of them.
        refers: Vec<Digest>,
    },
    /// An answer waits for who supervises its writer.
    ReplyHeld {
        ticket: TicketId,
        entry: EntryNumber,
        by: ContactId,
    },
    /// What became of an answer that waited.
    ReplyDecided {
        ticket: TicketId,
        entry: EntryNumber,
        by: Option<ContactId>,
        decision: Decision,
    },
    /// Somebody was reminded of an answer that waits.
    ReplyRemembered {
        ticket: TicketId,
        entry: EntryNumber,
    },
    StatusChanged {
        ticket: TicketId,
        from: Status,
        to: Status,
    },
    /// The customer's reply reopened it.
    Reopened {
        ticket: TicketId,
    },
    Assigned {
        ticket: TicketId,
        to: Option<ContactId>,
    },
    TeamSet {
        ticket: TicketId,
        team: Option<TeamName>,
    },
    PrioritySet {
        ticket: TicketId,
        priority: Priority,
    },
    CategorySet {
        ticket: TicketId,
        category: Option<CategoryName>,
    },
    Tagged {
        ticket: TicketId,
        add: BTreeSet<String>,
        remove: BTreeSet<String>,
    },
    FieldSet {
        ticket: TicketId,
        name: String,
        value: Option<Private<String>>,
    },
    ParticipantAdded {
        ticket: TicketId,
        contact: ContactId,
    },
    /// Stood in To or Cc of an accepted message.
    Copied {
        ticket: TicketId,
        contacts: BTreeSet<ContactId>,
    },
    ContributorAdded {
        ticket: TicketId,
        contact: ContactId,
    },
    ContributorRemoved {
        ticket: TicketId,
        contact: ContactId,
    },
    Linked {
        ticket: TicketId,
        other: TicketId,
    },
    // What the staff order by mail besides.
    Unlinked {
        ticket: TicketId,
        other: TicketId,
    },
    /// Entries of a ticket were shown to somebody outside, whose answers are for the staff alone; by whom, and the note that tells it.
    Forwarded {
        ticket: TicketId,
        contact: ContactId,
        by: ContactId,
        entry: EntryNumber,
        shown: Vec<EntryNumber>,
    },
    /// Another customer asks.
    RequesterSet {
        ticket: TicketId,
        contact: ContactId,
    },
    ParticipantRemoved {
        ticket: TicketId,
        contact: ContactId,
    },
    /// A member of staff wants to hear more or less of a ticket; none: as usual.
    AttentionSet {
        ticket: TicketId,
        contact: ContactId,
        attention: Option<Attention>,
    },
    /// Work was put down for a ticket; less than nothing where it is taken back.
    TimeSpent {
        ticket: TicketId,
        contact: ContactId,
        minutes: i32,
    },
    /// The conversation goes on in another ticket; none: here again.
    Merged {
        ticket: TicketId,
        into: Option<TicketId>,
    },
    /// Somebody practises on the ticket: there is no customer, and nothing of it goes outside.
    PracticeBegun {
        ticket: TicketId,
        practice: Practice,
    },
    /// An entry belongs to another ticket now, which has a copy; none: it belongs here again.
    EntryMoved {
        ticket: TicketId,
        entry: EntryNumber,
        to: Option<TicketId>,
    },
    /// An answer was not sent, because its writer had not seen what had happened.
    AnswerHeld {
        ticket: TicketId,
        answer: Box<HeldAnswer>,
    },
    /// That answer waits no more: it was sent, or its writer has dropped it.
    HeldSettled {
        ticket: TicketId,
        contact: ContactId,
    },
    /// What a mail has ordered can be taken back so.
    Undoable {
        ticket: TicketId,
        undoing: Box<Undoing>,
    },
    /// It has been taken back.
    Undone {
        ticket: TicketId,
        message: Digest,
    },
    /// Articles that the acknowledgement offered, by name, the best first.
    ArticlesOffered {
        ticket: TicketId,
        articles: Vec<String>,
    },
    /// Rules that took the ticket, in order.
    Routed {
        ticket: TicketId,
        rules: Vec<String>,
    },
    /// Whose turn it was in the team's rotation.
    TurnTaken {
        team: TeamName,
        contact: ContactId,
    },
    DeadlineSet {
        ticket: TicketId,
        kind: DeadlineKind,
        due: Due,
    },
    DeadlineCleared {
        ticket: TicketId,
        kind: DeadlineKind,
        because: String,
    },
    DeadlineFired {
        ticket: TicketId,
        kind: DeadlineKind,
    },
    /// It is the desk's turn: somebody outside waits for an answer from now on, if nobody did before.
    AnswerAwaited {
        ticket: TicketId,
    },
    /// Somebody outside waits since then, or nobody does, whatever was known before: something was taken back, or joined.
    AwaitedSince {
        ticket: TicketId,
        since: Option<Timestamp>,
    },
    /// Something was promised, or the time of a promise has moved.
    PromiseMade {
        ticket: TicketId,
        target: Target,
        promise: Promise,
    },
    /// Its clock stands still.
    PromisePaused {
        ticket: TicketId,
        target: Target,
    },
    /// It was not kept in time. It stands until it is kept late.
    PromiseBroken {
        ticket: TicketId,
        target: Target,
    },
    /// It was kept, or is void.
    PromiseSettled {
        ticket: TicketId,
        target: Target,
        because: String,
    },
    /// A member of staff is to be told of something that fell due, as soon as it suits.
    Nudged {
        contact: ContactId,
        nudge: Nudge,
        at: Timestamp,
    },
    /// He was told of all that waited for him.
    RoundTold {
        contact: ContactId,
    },
    /// He had his mail of the morning, or there was nothing to say.
    MorningTold {
        contact: ContactId,
        morning: Morning,
    },
    // Reports: they are counted beside the desk's work, and written when that is done.
    /// Somebody is to get a report.
    ReportOrdered {
        order: Box<ReportOrder>,
    },
    /// Somebody is to get a report by the schedule from then on.
    ReportAwaited {
        name: String,
        since: Timestamp,
    },
    /// It was written, or cannot be: the same record says which.
    ReportSettled {
        number: u32,
    },
    // Alerts: what is watched stands in the settings, by the name of its entry.
    /// Somebody is told that something is not as it should be: what was counted, and from where on that is too much.
    AlertRaised {
        alert: String,
        cause: AlertCause,
        to: ContactId,
        figure: u64,
        limit: u64,
    },
    /// It is well again; he may be told again if it is not.
    AlertCleared {
        alert: String,
        cause: AlertCause,
        to: ContactId,
    },
    /// A letter is to be sent; its bytes lie in the spool.
    LetterQueued {
        item: Box<OutboxItem>,
    },
    /// An automatic letter was not written, and why.
    LetterWithheld {
        ticket: Option<TicketId>,
        contact: ContactId,
        kind: String,
        because: String,
    },
    /// A connection is about to send these.
    LettersClaimed {
        letters: Vec<OutboxId>,
    },
    LetterSent {
        letter: OutboxId,
        response: Private<String>,
    },
    LetterDeferred {
        letter: OutboxId,
        until: Timestamp,
        because: Private<String>,
    },
    LetterFailed {
        letter: OutboxId,
        because: Private<String>,
    },
    LetterExpired {
        letter: OutboxId,
    },
    /// Claimed when the process ended; it will be sent again with equal bytes.
    LetterInDoubt {
        letter: OutboxId,
        until: Timestamp,
    },
    /// A delivery report named this letter.
    LetterBounced {
        letter: OutboxId,
        hard: bool,
        status: Option<String>,
    },
    Quarantined {
        id: QuarantineId,
        raw: Digest,
        mailbox: MailboxName,
        reason: QuarantineReason,
    },
    QuarantineReleased {
        id: QuarantineId,
    },
    QuarantineDropped {
        id: QuarantineId,
    },
    /// Something was asked and not done.
    Refused {
        ticket: Option<TicketId>,
        contact: Option<ContactId>,
        what: String,
        because: String,
    },
    /// A command was carried out.
    Commanded {
        ticket: TicketId,
        contact: ContactId,
        command: Private<String>,
    },
    // Proof of the staff's mail.
    /// A member of staff is asked whether a mail is his.
    ConfirmationAsked {
        id: ConfirmationId,
        confirmation: Box<Confirmation>,
    },
    /// He said neither yes nor no.
    ConfirmationUnclear {
        id: ConfirmationId,
    },
    /// He said so.
    ConfirmationSettled {
        id: ConfirmationId,
        state: ConfirmationState,
    },
    /// Somebody else seems to have written under the name of a member of staff.
    ForgerySuspected {
        contact: ContactId,
        because: String,
    },
    /// A mail of the staff was carried out; by these hashes a copy of it is known.
    Executed {
        contact: ContactId,
        keys: Vec<Digest>,
    },
    /// Every reply address that was written about this ticket lapses.
    TokensRevoked {
        ticket: TicketId,
    },
    /// A letter to a mailbox of our own carries forged results of verification.
    TrustProbed {
        mailbox: MailboxName,
        letter: OutboxId,
        #[serde(default)]
        servers: BTreeSet<String>,
        #[serde(default)]
        trusted_hops: u32,
    },
    /// It came back; what became of the forged results.
    TrustJudged {
        mailbox: MailboxName,
        verdict: TrustVerdict,
        #[serde(default)]
        found: Vec<ResultsFound>,
    },
    /// Reading this message is about to be tried after an unclean end.
    Struck {
        raw: Digest,
    },
    /// A letter to a plus address of a mailbox asks whether such mail arrives.
    PlusProbed {
        mailbox: MailboxName,
        address: Private<EmailAddress>,
        letter: OutboxId,
    },
    /// That letter has come back.
    PlusProven {
        mailbox: MailboxName,
    },
    /// Reading a folder begins: for the first time, or anew because its UIDVALIDITY has changed.
    CursorBegun {
        mailbox: MailboxName,
        folder: String,
        cursor: Cursor,
    },
    /// The highest UID of a folder whose disposition is recorded.
    CursorMoved {
        mailbox: MailboxName,
        folder: String,
        validity: u32,
        uid: u32,
    },
    /// An admin wants it tried now, whatever came of it before.
    LetterRetried {
        letter: OutboxId,
    },
    /// It is never sent: an admin wants it so, or what it says is not true any more.
    LetterDropped {
        letter: OutboxId,
    },
    /// The operator was told what happened since the last time; of messages set aside, up to this one.
    OperatorTold {
        quarantine: QuarantineId,
    },
}

/// What a ticket begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Its number.
    pub ticket: TicketId,
    /// The mailbox it came in by.
    pub mailbox: MailboxName,
    /// Who asks.
    pub requester: ContactId,
    /// The subject.
    pub subject: Private<String>,
    /// The same without prefixes, for comparing.
    pub base_subject: Private<String>,
    /// The customer's language, ISO 639-1.
    pub language: Option<String>,
    /// The sender could not be verified.
    pub unverified: bool,
}
