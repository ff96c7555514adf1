//! A ticket, its entries and its deadlines.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{
    CategoryName, ContactId, Digest, EmailAddress, EntryNumber, MailboxName, MessageId, Private, TeamName, TicketId, Timestamp,
    by_word,
};

use super::change::Opening;
use super::person::HeldReply;
use super::promise::{Promise, Target, Turned};
use super::receipt::{Proof, SenderProof};
use super::review::Review;
use super::survey::Survey;

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nobody of the staff has answered yet.
    New,
    /// It is the desk's turn.
    Open,
    /// It is the customer's turn.
    Pending,
    /// It waits for a third party.
    OnHold,
    /// Answered for good, as far as we know; a reply reopens it.
    Resolved,
    /// Done; a reply opens a linked ticket once [`Status::Closed`] has lasted long enough.
    Closed,
    /// Unwanted.
    Spam,
    /// Its conversation goes on in another ticket.
    Merged,
}

/// A step that a ticket may not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a ticket that is {from} may not become {to}")]
pub struct IllegalStatus {
    /// What it is.
    pub from: Status,
    /// What it should become.
    pub to: Status,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::New, Self::Open, Self::Pending, Self::OnHold, Self::Resolved, Self::Closed, Self::Spam, Self::Merged];

    /// Every legal transition stands here.
    ///
    /// # Errors
    /// [`IllegalStatus`] for any other.
    pub fn becomes(self, to: Self) -> Result<(), IllegalStatus> {
        use Status::{Closed, Merged, New, OnHold, Open, Pending, Resolved, Spam};
        let legal = match (self, to) {
            (New, Open | Pending | OnHold | Resolved | Closed | Spam | Merged) => true,
            (Open, Pending | OnHold | Resolved | Closed | Spam | Merged) => true,
            (Pending, Open | OnHold | Resolved | Closed | Spam | Merged) => true,
            (OnHold, Open | Pending | Resolved | Closed | Spam | Merged) => true,
            (Resolved, Open | Pending | OnHold | Closed | Spam | Merged) => true,
            (Closed, Open | Pending | Merged) => true,
            (Spam, Open | Closed) => true,
            // What was ordered by mistake can be taken back.
            (Closed | Spam, OnHold | Resolved) | (Spam, Pending) => true,
            (Merged, Open | Pending | OnHold | Resolved | Closed) => true,
            (_, _) => false,
        };
        if legal { Ok(()) } else { Err(IllegalStatus { from: self, to }) }
    }

    /// What a status makes void is void from that moment, whoever changed it.
    pub const fn keeps(self, kind: DeadlineKind) -> bool {
        match kind {
            DeadlineKind::FirstResponse(_) | DeadlineKind::NextResponse(_) => matches!(self, Self::New | Self::Open),
            DeadlineKind::Update(_) | DeadlineKind::Resolution(_) | DeadlineKind::Snooze => self.is_unfinished(),
            DeadlineKind::ClosingWarning | DeadlineKind::ClosingReminder | DeadlineKind::AutoClose => {
                matches!(self, Self::Pending)
            }
            DeadlineKind::Close => matches!(self, Self::Resolved),
            DeadlineKind::Survey => matches!(self, Self::Resolved | Self::Closed),
            // Who asked to be reminded is reminded, also of what is closed meanwhile.
            // An answer that waits is decided on whatever the status: its writer and its reader must not be left in doubt.
            DeadlineKind::FollowUp(_) | DeadlineKind::Approval => !matches!(self, Self::Spam | Self::Merged),
        }
    }

    /// Does it count as work that is not finished?
    pub const fn is_unfinished(self) -> bool {
        matches!(self, Self::New | Self::Open | Self::Pending | Self::OnHold)
    }

    /// The name that people type and read.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::Pending => "pending",
            Self::OnHold => "on-hold",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
            Self::Spam => "spam",
            Self::Merged => "merged",
        }
    }
}

/// How pressing a ticket is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// When there is time.
    Low,
    /// In its turn.
    #[default]
    Normal,
    /// Before the others.
    High,
    /// Now.
    Urgent,
}

impl Priority {
    /// All of them, the least pressing first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Urgent];

    /// The name that people type and read.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Urgent => "urgent",
        }
    }
}

by_word!(Status);
by_word!(Priority);

/// One conversation and what the desk knows about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Its number.
    pub id: TicketId,
    /// Where it stands.
    pub status: Status,
    /// Since when it stands there.
    pub status_since: Timestamp,
    /// How pressing it is.
    pub priority: Priority,
    /// The mailbox it came in by; answers leave by it.
    pub mailbox: MailboxName,
    /// The subject of its first message.
    pub subject: Private<String>,
    /// The same without prefixes, for comparing.
    pub base_subject: Private<String>,
    /// Language of the customer, ISO 639-1.
    pub language: Option<String>,
    /// Who asked.
    pub requester: ContactId,
    /// Who may write into it and is written to: the requester and whom an agent added.
    pub participants: BTreeSet<ContactId>,
    /// Who stood in To or Cc of a participant's message: may append by a known id, is not written to.
    pub copied: BTreeSet<ContactId>,
    /// Who was sent something of it to be asked, and by whom last: his answers are for the staff alone.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub consulted: BTreeMap<ContactId, ContactId>,
    /// The team whose ticket it is.
    pub team: Option<TeamName>,
    /// The one member of staff who answers for it.
    pub assignee: Option<ContactId>,
    /// Members of staff who work on it too.
    pub contributors: BTreeSet<ContactId>,
    /// What sort of question it is.
    pub category: Option<CategoryName>,
    /// Free labels.
    pub tags: BTreeSet<String>,
    /// Named values.
    pub fields: BTreeMap<String, Private<String>>,
    /// Tickets that belong to it.
    pub linked: BTreeSet<TicketId>,
    /// Reply tokens of an older epoch are void.
    pub epoch: u8,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened.
    pub updated_at: Timestamp,
    /// When staff first answered the customer.
    pub first_reply_at: Option<Timestamp>,
    /// The last message of a participant.
    pub last_customer_at: Option<Timestamp>,
    /// The last public answer.
    pub last_reply_at: Option<Timestamp>,
    /// How many entries it has.
    pub entries: u32,
    /// Times of the last reopenings by mail.
    pub reopened_at: Vec<Timestamp>,
    /// Since when somebody outside waits for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaiting_since: Option<Timestamp>,
    /// The statuses it took, the oldest first and bounded; before the first of them it was new. Pauses are counted from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<Turned>,
    /// What the customer was promised and has not got yet.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub promises: BTreeMap<Target, Promise>,
    /// Answers that wait for approval, by their entries.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub drafts: BTreeMap<EntryNumber, HeldReply>,
    /// What is due, at most one of each kind.
    pub deadlines: BTreeMap<DeadlineKind, Due>,
    /// Times of the last automatic mails, by recipient; those of the last 24 hours count.
    pub automatic: BTreeMap<ContactId, Vec<Timestamp>>,
    /// The sender of the first message could not be verified.
    pub unverified: bool,
    /// Who of the staff wants to hear more or less of it than usual.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attention: BTreeMap<ContactId, Attention>,
    /// Minutes of work that were put down for it.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub minutes: u32,
    /// The ticket in which its conversation goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<TicketId>,
    /// Where customers of several addresses write from here, if that is not their first one: they are answered there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub writes_from: BTreeMap<ContactId, Private<EmailAddress>>,
    /// Somebody practises on it; none: it is a real one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<Practice>,
    /// Whether its customer was satisfied, where he was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Survey>,
    /// What somebody thinks of how it was handled, where he was asked or has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Box<Review>>,
}

/// What makes a ticket practice: no customer is behind it, nothing of it goes outside, and it counts in no figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Who practises.
    pub learner: ContactId,
    /// The module of the training that it belongs to.
    pub module: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_nothing(number: &u32) -> bool {
    *number == 0
}

/// How much somebody of the staff wants to hear of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attention {
    /// Everything, though it is not his.
    Watches,
    /// Nothing but what is meant for him by name.
    Mutes,
}

impl Ticket {
    /// The ticket as it begins.
    pub fn open(opening: &Opening, at: Timestamp) -> Self {
        Self {
            id: opening.ticket,
            status: Status::New,
            status_since: at,
            priority: Priority::Normal,
            mailbox: opening.mailbox.clone(),
            subject: opening.subject.clone(),
            base_subject: opening.base_subject.clone(),
            language: opening.language.clone(),
            requester: opening.requester,
            participants: [opening.requester].into(),
            copied: BTreeSet::new(),
            consulted: BTreeMap::new(),
            team: None,
            assignee: None,
            contributors: BTreeSet::new(),
            category: None,
            tags: BTreeSet::new(),
            fields: BTreeMap::new(),
            linked: BTreeSet::new(),
            epoch: 0,
            opened_at: at,
            updated_at: at,
            first_reply_at: None,
            last_customer_at: None,
            last_reply_at: None,
            entries: 0,
            reopened_at: Vec::new(),
            awaiting_since: None,
            turns: Vec::new(),
            promises: BTreeMap::new(),
            drafts: BTreeMap::new(),
            deadlines: BTreeMap::new(),
            automatic: BTreeMap::new(),
            unverified: opening.unverified,
            attention: BTreeMap::new(),
            minutes: 0,
            merged_into: None,
            writes_from: BTreeMap::new(),
            practice: None,
            survey: None,
            review: None,
        }
    }
}

/// Something that is to happen to a ticket at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// When.
    pub at: Timestamp,
    /// For whom, where it is somebody's own reminder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<ContactId>,
    /// What to remind of, in the words of who asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Private<String>>,
}

/// What is due. Each kind names in [`DeadlineKind::cancelled_by`] what makes it void.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum DeadlineKind {
    /// The customer's first message has no answer yet; the step of the ladder that comes next.
    FirstResponse(u8),
    /// A later message of the customer has no answer yet; the step of the ladder that comes next.
    NextResponse(u8),
    /// The customer has heard nothing for as long as was promised; the step of the ladder that comes next.
    Update(u8),
    /// The ticket is not resolved yet; the step of the ladder that comes next.
    Resolution(u8),
    /// The ticket was put aside until then.
    Snooze,
    /// This member of the staff asked to be reminded; each has a reminder of his own.
    FollowUp(ContactId),
    /// An answer waits for approval; somebody is to be reminded.
    Approval,
    /// Tell the customer that the pending ticket will be closed.
    ClosingWarning,
    /// Tell him once more.
    ClosingReminder,
    /// Close the pending ticket.
    AutoClose,
    /// A resolved ticket becomes closed.
    Close,
    /// Ask the customer whether he was satisfied.
    Survey,
}

impl DeadlineKind {
    /// The event that cancels it.
    pub const fn cancelled_by(self) -> &'static str {
        match self {
            Self::FirstResponse(_) | Self::NextResponse(_) => {
                "a public answer, a note that closes, or any status but new and open"
            }
            Self::Update(_) => "a public answer, or the ticket being finished or pending",
            Self::Resolution(_) => "the ticket being finished, or a pause that its policy names",
            Self::Snooze => "a message of the customer, or the ticket being finished",
            Self::Approval => "a decision on every answer that waits, or the ticket being spam or merged",
            Self::FollowUp(_) => "being fired, or the ticket being spam or merged",
            Self::ClosingWarning | Self::ClosingReminder | Self::AutoClose => {
                "a message of the customer, or any status but pending"
            }
            Self::Close => "any status but resolved",
            Self::Survey => "any status but resolved and closed",
        }
    }

    /// Does it take the place of the other, where both concern one ticket?
    pub fn replaces(self, other: Self) -> bool {
        self.family() == other.family() && (!matches!(self, Self::FollowUp(_)) || self == other)
    }

    /// The same kind whatever its step.
    pub const fn family(self) -> &'static str {
        match self {
            Self::FirstResponse(_) => "first-response",
            Self::NextResponse(_) => "next-response",
            Self::Update(_) => "update",
            Self::Resolution(_) => "resolution",
            Self::Snooze => "snooze",
            Self::FollowUp(_) => "follow-up",
            Self::Approval => "approval",
            Self::ClosingWarning => "closing-warning",
            Self::ClosingReminder => "closing-reminder",
            Self::AutoClose => "auto-close",
            Self::Close => "close",
            Self::Survey => "survey",
        }
    }
}

impl fmt::Display for DeadlineKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstResponse(step) | Self::NextResponse(step) | Self::Update(step) | Self::Resolution(step) => {
                write!(f, "{}.{step}", self.family())
            }
            Self::FollowUp(who) => write!(f, "{}.{}", self.family(), who.get()),
            other => f.write_str(other.family()),
        }
    }
}

impl From<DeadlineKind> for String {
    fn from(kind: DeadlineKind) -> Self {
        kind.to_string()
    }
}

impl TryFrom<String> for DeadlineKind {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (family, number) = text.split_once('.').unwrap_or((text.as_str(), "0"));
        let step = number.parse().unwrap_or(0);
        match family {
            "first-response" => Ok(Self::FirstResponse(step)),
            "next-response" => Ok(Self::NextResponse(step)),
            "update" => Ok(Self::Update(step)),
            "resolution" => Ok(Self::Resolution(step)),
            "snooze" => Ok(Self::Snooze),
            "follow-up" => Ok(Self::FollowUp(ContactId::new(number.parse().unwrap_or(0)))),
            "approval" => Ok(Self::Approval),
            "closing-warning" => Ok(Self::ClosingWarning),
            "closing-reminder" => Ok(Self::ClosingReminder),
            "auto-close" => Ok(Self::AutoClose),
            "close" => Ok(Self::Close),
            "survey" => Ok(Self::Survey),
            other => Err(format!("no deadline is called {other:?}")),
        }
    }
}

/// One message of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The ticket.
    pub ticket: TicketId,
    /// Its place in it.
    pub number: EntryNumber,
    /// When it was taken in.
    pub at: Timestamp,
    /// Who wrote it.
    pub author: Author,
    /// What it is.
    pub kind: EntryKind,
    /// Its Message-ID.
    pub message_id: Option<Private<MessageId>>,
    /// The raw message in the spool.
    pub raw: Option<Digest>,
    /// The new text in the spool.
    pub text: Digest,
    /// Names of the files that came with it.
    #[serde(default)]
    pub attachments: Vec<Private<String>>,
    /// How the thread was proved.
    pub proof: Proof,
    /// How the sender was proved.
    pub sender_proof: SenderProof,
    /// What its readers must be warned of.
    #[serde(default)]
    pub flags: BTreeSet<Flag>,
    /// Whether the trimmer was in doubt, so that the whole text is worth a look.
    #[serde(default)]
    pub doubtful: bool,
    /// The ticket that it belongs to now, where it was moved there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<TicketId>,
}

/// What the readers of an entry must be warned of; `notify` has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// No server vouched for the sender.
    Unverified,
    /// The sender's domain disowns it (DMARC).
    Disowned,
    /// Somebody else used a participant's reply address.
    OtherSender,
    /// The sender's name or domain looks like a member of staff.
    ImitatesStaff,
    /// The From line names nobody in particular.
    NoIdentity,
    /// The sender only stood in To or Cc of an earlier message.
    OnlyCopied,
    /// It refers to another ticket in which the sender has no part.
    RefersElsewhere,
    /// It asks for answers at another address, which is not used.
    ReplyToDiffers,
    /// It is encrypted: its text stands in a file that only the holder of a key can read.
    Encrypted,
    /// It carries a signature, which nobody here has verified.
    Signed,
    /// One of the staff has forwarded it; who wrote it is his claim.
    Forwarded,
    /// Somebody of the requester's organisation wrote it, who takes no part yet.
    Colleague,
    /// Its HTML version says something else than the plain one, which counts.
    VersionsDiffer,
    /// Somebody outside answers what one of the staff has forwarded to him.
    Consulted,
}

/// Who wrote an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    /// A customer or another participant.
    Customer(ContactId),
    /// A member of staff.
    Staff(ContactId),
    /// The desk itself.
    Desk,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A message from outside.
    Message,
    /// A public answer of the staff.
    Reply,
    /// An answer that waits for who supervises its writer.
    Draft,
    /// For the staff only.
    Note,
    /// Written by a machine: an absence note, a list's notice. Nobody is disturbed by it.
    Automatic,
}

impl EntryKind {
    /// May a customer see it?
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Message | Self::Reply)
    }
}
