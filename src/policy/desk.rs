//! The checked settings that decisions rest on. Plain values, made by `config`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{CategoryName, ContactId, EmailAddress, MailboxName, Private, Span, StaffName, TeamName, limit};
use crate::domain::{Contact, ContactDetail, Priority, Ticket};

use super::{
    Alert, Article, Calendar, Category, ContactField, Macro, Mask, Member, PeopleRules, Quality, Query, Role, RuleSet,
    ScheduledReport, Schedules, Sla, Team,
};

/// Everything decisions need to know of the configuration.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The desk itself.
    pub desk: DeskPolicy,
    /// Its mailboxes.
    pub mailboxes: BTreeMap<MailboxName, MailboxPolicy>,
    /// Its staff: those who count.
    pub staff: BTreeMap<StaffName, Member>,
    /// Whose entry counts only once an invitation has been answered; the desk moves who has answered to the staff.
    pub invited: BTreeMap<StaffName, Member>,
    /// Its teams.
    pub teams: BTreeMap<TeamName, Team>,
    /// Its roles, by name.
    pub roles: BTreeMap<String, Role>,
    /// Its categories.
    pub categories: BTreeMap<CategoryName, Category>,
    /// What counts for all of the staff.
    pub people: PeopleRules,
    /// How tickets are routed.
    pub rules: Arc<RuleSet>,
    /// When it is open.
    pub calendar: Arc<Calendar>,
    /// When its teams and people are at work.
    pub schedules: Schedules,
    /// What it promises.
    pub service: Service,
    /// How messages find their tickets.
    pub threading: Threading,
    /// How much of what is too much.
    pub volumes: Volumes,
    /// Questions for tickets that the desk has names for.
    pub views: BTreeMap<String, Query>,
    /// Its canned responses.
    pub macros: BTreeMap<String, Macro>,
    /// The articles of its knowledge base, by the names of their files.
    pub articles: BTreeMap<String, Article>,
    /// What is hidden from those of the staff who may not see it.
    pub mask: Mask,
}

/// The desk itself.
#[derive(Clone, Debug)]
pub struct DeskPolicy {
    /// The name customers read.
    pub name: String,
    /// Right side of our Message-IDs.
    pub domain: String,
    /// Language of mails to people whose language is not known, ISO 639-1.
    pub language: String,
    /// Who hears of quarantine, refused reloads and unheard escalations.
    pub operator: EmailAddress,
}

/// One mailbox, as far as decisions care.
#[derive(Clone, Debug)]
pub struct MailboxPolicy {
    /// Its name.
    pub name: MailboxName,
    /// Its address, which customers write to.
    pub address: EmailAddress,
    /// The team of its tickets where no rule says otherwise.
    pub team: Option<TeamName>,
    /// What an agent's mail must prove.
    pub agents: AgentProof,
    /// Whose mail is taken.
    pub accept: Accept,
    /// How senders are verified.
    pub auth: Authentication,
    /// How replies find back.
    pub reply_address: ReplyAddress,
    /// Addresses that web forms write from: who filled one in stands in its Reply-To.
    pub forms: Vec<EmailAddress>,
}

/// What an agent's mail must prove besides coming from his address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgentProof {
    /// The reply token of this ticket.
    Token,
    /// The token and an aligned signature.
    TokenAndDkim,
}

/// Whose mail a mailbox takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accept {
    /// Everybody's.
    Anyone,
    /// Of people who are known already.
    Known,
    /// Of these domains, lower case.
    Domains(BTreeSet<String>),
}

/// How senders are verified (SECURITY.md 1.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authentication {
    /// By which means.
    pub mode: AuthMode,
    /// Names under which our receiving server writes Authentication-Results, lower case.
    pub authserv_ids: BTreeSet<String>,
    /// Received lines that our own servers put above theirs.
    pub trusted_hops: usize,
}

/// The means by which senders are verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthMode {
    /// Authentication-Results of the trusted receiving server.
    TrustedResults,
    /// DKIM signatures, verified here.
    Verify,
    /// Both of them: what an agent's mail proves, both must say.
    Both,
    /// Not at all.
    None,
}

/// How a reply finds back to its ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyAddress {
    /// `name+token@domain`.
    Plus,
    /// `token@` a domain of its own, all of whose addresses reach this mailbox.
    Domain(String),
    /// The plain address; threading rests on Message-IDs.
    Plain,
    /// As [`ReplyAddress::Plus`] once a letter to such an address has come back, and plain until then.
    Probe,
}

/// What the desk promises, and what it does when that is in danger. Spans marked "working" are opening hours of the calendar.
#[derive(Clone, Debug)]
pub struct Service {
    /// Working time until the first answer is due, by priority.
    pub first_response: BTreeMap<Priority, Span>,
    /// Working time until a later message of the customer is due to be answered, by priority.
    pub next_response: BTreeMap<Priority, Span>,
    /// Promises to some; the first that fits a ticket counts, and what it does not name is promised as above.
    pub slas: Vec<Sla>,
    /// What else may be written down of customers.
    pub contact_fields: Vec<ContactField>,
    /// What happens when something is due.
    pub ladder: Ladder,
    /// Whether and when customers are asked whether they were satisfied; none: never.
    pub satisfaction: Option<Satisfaction>,
    /// Whether and how the staff's work is reviewed; none: it is not.
    pub quality: Option<Quality>,
    /// Which mails of the morning there are.
    pub digests: Digests,
    /// Reports on a schedule.
    pub reports: Vec<ScheduledReport>,
    /// What is watched, and who is told.
    pub alerts: Vec<Alert>,
    /// How tickets of some categories end, where that is not as usual.
    pub closings: BTreeMap<CategoryName, Closing>,
    /// Pending tickets: wall time from the first question until the customer is asked once more; none = he is not.
    pub closing_reminder_after: Option<Span>,
    /// Pending tickets: wall time until the customer is warned; none = never.
    pub closing_warning_after: Option<Span>,
    /// Wall time from the warning until a pending ticket is closed.
    pub auto_close_after: Span,
    /// Wall time until a resolved ticket becomes closed.
    pub close_after: Span,
    /// Wall time after closing in which a reply still reopens; later it opens a linked ticket.
    pub reopen_within: Span,
    /// When an answer waits for a second word of its writer.
    pub hold: Hold,
}

/// When customers are asked whether they were satisfied, and what follows from what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Satisfaction {
    /// Wall time from the end of the work until the question.
    pub after: Span,
    /// Of so many tickets of a hundred.
    pub share: u8,
    /// Nobody is asked twice within this time.
    pub not_again: Span,
    /// A rating of so much or less is told to the manager at once.
    pub low: u8,
    /// A low rating with words reopens the ticket.
    pub reopens: bool,
}

/// What must have happened since the mail that an agent answers for his answer to be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// A colleague has answered.
    Answered,
    /// A colleague has answered, or the customer has written again.
    Any,
}

/// Which mails of the morning there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digests {
    /// To each member of staff, of his own tickets.
    pub own: bool,
    /// To who leads a team, of its tickets.
    pub team: bool,
}

/// How tickets end, in wall time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Pending tickets: until the customer is asked whether he still needs help; none = never.
    pub warning_after: Option<Span>,
    /// From that until he is asked once more; none = he is not.
    pub reminder_after: Option<Span>,
    /// From the last question until the ticket is closed.
    pub auto_close_after: Span,
    /// Until a resolved ticket becomes closed.
    pub close_after: Span,
}

impl Service {
    /// How tickets of a category end.
    pub fn closing(&self, category: Option<&CategoryName>) -> Closing {
        category.and_then(|category| self.closings.get(category)).copied().unwrap_or(Closing {
            warning_after: self.closing_warning_after,
            reminder_after: self.closing_reminder_after,
            auto_close_after: self.auto_close_after,
            close_after: self.close_after,
        })
    }
}

/// What happens when something is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    /// Before it is: who is told so much working time ahead, the longest first.
    pub warnings: Vec<LadderStep>,
    /// When it is: steps in order, each so much working time after the one before.
    pub steps: Vec<LadderStep>,
}

/// One step of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LadderStep {
    /// Working time of whoever is told, after the step before (of the first step: after the promise was due; of a warning:
    /// before that).
    pub after: Span,
    /// Who is told.
    pub tell: Escalate,
}

/// Who is told by a step of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escalate {
    /// The assignee; without one, the team.
    Assignee,
    /// All of the team who are at work.
    Team,
    /// The team's lead.
    Lead,
    /// The manager: the role above the assignee's (or the lead's), or the operator.
    Manager,
    /// The manager's manager.
    UpperManager,
}

/// How messages find their tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threading {
    /// What becomes of a known reference from a stranger.
    pub strangers: Strangers,
    /// Whether a reply without usable references may be matched by its subject.
    pub subject: SubjectThreading,
    /// Acknowledge senders that are not verified.
    pub ack_unverified: bool,
    /// A customer may close the own ticket by `#close`.
    pub close_own: bool,
}

/// What becomes of a message that refers to a ticket its sender has no part in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strangers {
    /// A new ticket, linked.
    Link,
    /// It is appended. For archives of mailing lists, not for a desk.
    Append,
}

/// Whether a reply without usable references may be matched by its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectThreading {
    /// Yes, from a participant, recent, quoted text agreeing.
    Replies,
    /// Never.
    Off,
}

/// How much of what is too much; none = no limit (rehearsals).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volumes {
    /// Whether the limits count at all.
    pub enforced: bool,
    /// Acknowledgements to one address in 24 hours.
    pub acks_per_address: u32,
    /// Acknowledgements to one domain in an hour.
    pub acks_per_domain: u32,
    /// Acknowledgements to one free-mail domain in an hour.
    pub acks_per_free_mail_domain: u32,
    /// Acknowledgements of the desk in an hour.
    pub acks: u32,
    /// Automatic mails of one ticket to one recipient in 24 hours.
    pub automatic_per_ticket: u32,
    /// New tickets from one address in an hour.
    pub tickets_per_address: u32,
    /// New tickets from one domain in an hour.
    pub tickets_per_domain: u32,
    /// Reopenings of a ticket by mail in an hour.
    pub reopens_per_ticket: u32,
    /// Messages of one sender in one ticket in an hour.
    pub messages_per_ticket: u32,
    /// Senders whose mail is never taken: addresses by [`EmailAddress::key`], and domains as `@example.net`, lower case.
    pub blocked: BTreeSet<String>,
    /// Domains where many strangers have addresses, lower case.
    pub free_mail_domains: BTreeSet<String>,
}

impl AuthMode {
    /// Are signatures verified here?
    pub const fn verifies(self) -> bool {
        matches!(self, Self::Verify | Self::Both)
    }

    /// Are Authentication-Results read?
    pub const fn trusts_results(self) -> bool {
        matches!(self, Self::TrustedResults | Self::Both)
    }
}

impl Volumes {
    /// Is mail of this sender never taken?
    pub fn blocks(&self, from: &EmailAddress) -> bool {
        self.blocked.contains(&from.key()) || self.blocked.contains(&format!("@{}", from.domain().to_ascii_lowercase()))
    }
}

impl Default for Volumes {
    fn default() -> Self {
        let free = ["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com"];
        let more =
            ["gmx.de", "gmx.net", "web.de", "t-online.de", "aol.com", "proton.me", "protonmail.com", "mail.ru", "yandex.ru"];
        let rest =
            ["qq.com", "163.com", "126.com", "orange.fr", "free.fr", "laposte.net", "libero.it", "wp.pl", "o2.pl", "seznam.cz"];
        Self {
            enforced: true,
            acks_per_address: limit::ACKS_PER_ADDRESS,
            acks_per_domain: limit::ACKS_PER_DOMAIN,
            acks_per_free_mail_domain: limit::ACKS_PER_FREE_MAIL_DOMAIN,
            acks: limit::ACKS_GLOBAL,
            automatic_per_ticket: limit::AUTOMATIC_PER_TICKET,
            tickets_per_address: limit::TICKETS_PER_ADDRESS,
            tickets_per_domain: limit::TICKETS_PER_DOMAIN,
            reopens_per_ticket: limit::REOPENS_PER_TICKET,
            messages_per_ticket: limit::MESSAGES_PER_TICKET,
            blocked: BTreeSet::new(),
            free_mail_domains: free.into_iter().chain(more).chain(rest).map(str::to_owned).collect(),
        }
    }
}

/// Which contact is which member of staff. The configuration knows names, the journal knows contacts; the desk joins them
/// whenever settings are loaded. Who is not in it has no rights, whatever he had before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    by_contact: BTreeMap<ContactId, StaffName>,
    by_name: BTreeMap<StaffName, ContactId>,
}

impl Roster {
    /// Adds a member.
    pub fn insert(&mut self, name: StaffName, contact: ContactId) {
        self.by_contact.insert(contact, name.clone());
        self.by_name.insert(name, contact);
    }

    /// The member's contact.
    pub fn contact(&self, name: &StaffName) -> Option<ContactId> {
        self.by_name.get(name).copied()
    }

    /// The contact's name among the staff, if he belongs to it now.
    pub fn name(&self, contact: ContactId) -> Option<&StaffName> {
        self.by_contact.get(&contact)
    }
}

impl Policy {
    /// The member with this contact, if he belongs to the staff now.
    pub fn member<'a>(&'a self, roster: &Roster, contact: ContactId) -> Option<&'a Member> {
        self.staff.get(roster.name(contact)?)
    }

    /// Lets somebody count who was invited.
    pub fn admit(&mut self, name: &StaffName) {
        if let Some((name, member)) = self.invited.remove_entry(name) {
            self.staff.insert(name, member);
        }
    }

    /// The member with this address.
    pub fn member_by_address(&self, address: &EmailAddress) -> Option<&Member> {
        self.staff.values().find(|member| member.address == *address)
    }

    /// The language in which somebody outside is written to: his own where it is known, else the ticket's, else the desk's.
    pub fn language_for<'a>(&'a self, contact: Option<&'a Contact>, ticket: Option<&'a Ticket>) -> &'a str {
        let own = contact.and_then(|contact| contact.detail(&ContactDetail::Language)).map(Private::text);
        let written = || ticket.and_then(|ticket| ticket.language.as_deref());
        own.filter(|code| !code.is_empty()).or_else(written).unwrap_or(&self.desk.language)
    }

    /// Is this one of the desk's own addresses, with or without `+detail`?
    pub fn is_own_address(&self, address: &EmailAddress) -> bool {
        self.mailboxes.values().any(|mailbox| {
            let own = &mailbox.address;
            let local = address.local().split('+').next().unwrap_or_default();
            own.domain().eq_ignore_ascii_case(address.domain()) && own.local().eq_ignore_ascii_case(local)
                || matches!(&mailbox.reply_address, ReplyAddress::Domain(domain) if domain.eq_ignore_ascii_case(address.domain()))
        })
    }
}
