//! A question for tickets, as people write it: `status:open team:billing unanswered older:3d from:ann "exact words" -not`.
//!
//! Every part must hold: words, words between quotation marks, `name:value`, keywords such as `unanswered`. With `-` before it a
//! part must not hold. Mail, command line and the views of `service.toml` are read here alone. What is asked of a ticket's state
//! is answered here too; where its words stand is the index's matter, and who may see it is asked in `access`.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;

use crate::base::{CategoryName, ContactId, Span, StaffName, TeamName, TicketId, Timestamp, limit};
use crate::domain::{DeadlineKind, Priority, QueryFault, Status, Target, Ticket};

use super::{Policy, Roster};

/// A question that has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What must hold.
    pub wanted: Vec<Part>,
    /// What must not hold.
    pub unwanted: Vec<Part>,
}

/// A part of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words that stand in the ticket.
    Words(Words),
    /// Something about its state.
    Condition(Condition),
}

/// Words as they were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// A word in any of its forms: `printer` finds printers.
    Word(String),
    /// The words after one another, as they are.
    Phrase(String),
    /// Words that begin so: `print*`.
    Beginning(String),
}

/// Something about a ticket's state.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is named for what it asks")]
pub enum Condition {
    Number(TicketId),
    Status(BTreeSet<Status>),
    Priority(BTreeSet<Priority>),
    Team(BTreeSet<TeamName>),
    /// Of a team that the asker belongs to.
    OwnTeam,
    Assignee(BTreeSet<StaffName>),
    /// The asker's.
    Mine,
    /// Nobody's.
    Unassigned,
    Category(BTreeSet<CategoryName>),
    Tag(String),
    /// Part of the requester's name or address, in lower case.
    From(String),
    /// Part of the name of the requester's organisation, in lower case.
    Organisation(String),
    /// Part of the subject, in lower case.
    Subject(String),
    OpenedBefore(Moment),
    OpenedSince(Moment),
    /// A message of it came with a file.
    Attachment,
    Unfinished,
    /// The customer waits for an answer.
    Unanswered,
    /// He has been waiting for longer than was promised.
    Overdue,
    Snoozed,
    /// Its sender could not be verified.
    Unverified,
}

/// A point in time, by itself or seen from the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// So long ago.
    Ago(Span),
    /// Then.
    At(Timestamp),
}

impl Moment {
    /// The point in time itself.
    pub const fn seen_from(self, now: Timestamp) -> Timestamp {
        match self {
            Self::Ago(span) => now.minus(span),
            Self::At(at) => at,
        }
    }
}

/// A part of a question that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// What is wrong.
    pub fault: QueryFault,
    /// The part.
    pub part: String,
    /// Its first character's place in the question, from 1.
    pub place: usize,
    /// What may have been meant, or an example; the likeliest first.
    pub instead: Vec<String>,
}

impl fmt::Display for QueryProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { fault, part, place, instead } = self;
        let instead = instead.join(", ");
        match fault {
            QueryFault::Empty => write!(f, "there is nothing to look for; write for example {instead}"),
            QueryFault::TooLong => write!(f, "the question is too long; {} characters are enough", limit::QUERY_CHARS),
            QueryFault::UnknownFilter => write!(
                f,
                "there is no filter {part} (character {place}); did you mean {instead}? To look for the words, put them in quotation marks"
            ),
            QueryFault::UnknownValue => write!(f, "{part} (character {place}) names nothing that there is; there is {instead}"),
            QueryFault::NoValue => write!(f, "{part} (character {place}) needs something after it; write for example {instead}"),
            QueryFault::NotATime => write!(f, "{part} (character {place}) is no time; write for example {instead}"),
            QueryFault::NoEnd => write!(f, "the quotation mark at character {place} has no partner"),
        }
    }
}

impl std::error::Error for QueryProblem {}

/// Every filter with what it takes, an example and what it finds, for help.
pub const FILTERS: [(&str, &str, &str); 14] = [
    ("status", "status:open,pending", "new, open, pending, on-hold, resolved, closed, spam, merged"),
    ("team", "team:billing", "a team's tickets; team:me: those of one's own teams"),
    ("assignee", "assignee:bob", "somebody's; assignee:me, assignee:none"),
    ("from", "from:ann@example.org", "the requester's name or address, or a part of it"),
    ("organisation", "organisation:acme", "a part of the name of the requester's organisation"),
    ("subject", "subject:invoice", "a part of the subject"),
    ("tag", "tag:vip", "tickets with this tag"),
    ("priority", "priority:high,urgent", "low, normal, high, urgent"),
    ("category", "category:invoice", "tickets of this category"),
    ("older", "older:3d", "opened more than this ago (h, d, w, y), or before a day: older:2026-03-01"),
    ("newer", "newer:2w", "opened within this time, or since a day"),
    ("has", "has:attachment", "a message of it came with a file"),
    ("is", "is:overdue", "unanswered, overdue, unassigned, unfinished, snoozed, unverified, mine"),
    ("number", "number:42", "the ticket of this number; #42 alone does the same"),
];

/// What needs no name before it.
const KEYWORDS: [(&str, Condition); 5] = [
    ("unanswered", Condition::Unanswered),
    ("overdue", Condition::Overdue),
    ("unassigned", Condition::Unassigned),
    ("unfinished", Condition::Unfinished),
    ("snoozed", Condition::Snoozed),
];

/// What `is:` knows besides.
const STATES: [(&str, Condition); 2] = [("unverified", Condition::Unverified), ("mine", Condition::Mine)];

/// Whoever asks, and the world he asks in.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// Who asks; none: the command line, which is nobody.
    pub contact: Option<ContactId>,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

impl Query {
    /// Reads a question.
    ///
    /// # Errors
    /// The first part that cannot be read, with its place and what could stand there.
    pub fn read(text: &str, policy: &Policy) -> Result<Self, QueryProblem> {
        let problem = |fault, instead: &[&str]| QueryProblem {
            fault,
            part: String::new(),
            place: 1,
            instead: instead.iter().map(|one| (*one).to_owned()).collect(),
        };
        if text.chars().count() > limit::QUERY_CHARS {
            return Err(problem(QueryFault::TooLong, &[]));
        }
        let mut query = Self::default();
        for piece in pieces(text)? {
            let part = piece.part(policy)?;
            if piece.is_negated { &mut query.unwanted } else { &mut query.wanted }.push(part);
        }
        if query.wanted.is_empty() && query.unwanted.is_empty() {
            return Err(problem(QueryFault::Empty, &["invoice status:open", "unanswered older:3d"]));
        }
        Ok(query)
    }

    /// The same question with one condition more.
    #[must_use]
    pub fn and(mut self, condition: Condition) -> Self {
        self.wanted.push(Part::Condition(condition));
        self
    }

    /// Everything asked of the state, with whether it is to hold.
    pub fn conditions(&self) -> impl Iterator<Item = (&Condition, bool)> {
        let wanted = self.wanted.iter().map(|part| (part, true));
        let all = wanted.chain(self.unwanted.iter().map(|part| (part, false)));
        all.filter_map(|(part, holds)| match part {
            Part::Condition(condition) => Some((condition, holds)),
            Part::Words(_) => None,
        })
    }

    /// All words, with whether they are to stand there.
    pub fn words(&self) -> impl Iterator<Item = (&Words, bool)> {
        let wanted = self.wanted.iter().map(|part| (part, true));
        let all = wanted.chain(self.unwanted.iter().map(|part| (part, false)));
        all.filter_map(|(part, holds)| match part {
            Part::Words(words) => Some((words, holds)),
            Part::Condition(_) => None,
        })
    }

    /// Does it speak of the asker, so that he must be somebody?
    pub fn is_about_asker(&self) -> bool {
        self.conditions().any(|(condition, _)| matches!(condition, Condition::Mine | Condition::OwnTeam))
    }
}

impl Condition {
    /// Does it hold of a ticket? None where the ticket alone does not tell: of its requester and of its messages' files.
    pub fn holds(&self, ticket: &Ticket, asker: &Asker<'_>) -> Option<bool> {
        let member = || asker.policy.member(asker.roster, asker.contact?);
        Some(match self {
            Self::From(_) | Self::Organisation(_) | Self::Attachment => return None,
            Self::Number(number) => ticket.id == *number,
            Self::Status(some) => some.contains(&ticket.status),
            Self::Priority(some) => some.contains(&ticket.priority),
            Self::Team(some) => ticket.team.as_ref().is_some_and(|team| some.contains(team)),
            Self::OwnTeam => {
                let team = ticket.team.as_ref().and_then(|team| asker.policy.teams.get(team));
                let name = member().map(|member| &member.name);
                team.zip(name).is_some_and(|(team, name)| team.members.contains(name) || team.lead.as_ref() == Some(name))
            }
            Self::Assignee(some) => {
                let name = ticket.assignee.and_then(|assignee| asker.roster.name(assignee));
                name.is_some_and(|name| some.contains(name))
            }
            Self::Mine => asker.contact.is_some() && ticket.assignee == asker.contact,
            Self::Unassigned => ticket.assignee.is_none(),
            Self::Category(some) => ticket.category.as_ref().is_some_and(|category| some.contains(category)),
            Self::Tag(tag) => ticket.tags.contains(tag),
            Self::Subject(part) => ticket.subject.text().to_lowercase().contains(part.as_str()),
            Self::OpenedBefore(moment) => ticket.opened_at < moment.seen_from(asker.now),
            Self::OpenedSince(moment) => ticket.opened_at >= moment.seen_from(asker.now),
            Self::Unfinished => ticket.status.is_unfinished(),
            Self::Unanswered => is_unanswered(ticket),
            Self::Overdue => is_overdue(ticket, asker.now),
            Self::Snoozed => ticket.deadlines.keys().any(|kind| kind.family() == "snooze"),
            Self::Unverified => ticket.unverified,
        })
    }
}

/// Does the customer wait for an answer?
pub fn is_unanswered(ticket: &Ticket) -> bool {
    let is_open = matches!(ticket.status, Status::New | Status::Open) && ticket.practice.is_none();
    let was_last = ticket.last_customer_at.is_some_and(|at| ticket.last_reply_at.is_none_or(|reply| reply < at));
    is_open && (was_last || response(ticket).is_some())
}

/// Has he been waiting for longer than was promised? Once all steps of the ladder are done, no deadline is left to tell.
pub fn is_overdue(ticket: &Ticket, now: Timestamp) -> bool {
    let promised = [Target::FirstResponse, Target::NextResponse].iter().find_map(|target| ticket.promises.get(target));
    if let Some(promise) = promised {
        return promise.paused_at.is_none() && promise.due <= now;
    }
    is_unanswered(ticket) && response(ticket).is_none_or(|(step, due)| step > 0 || due <= now)
}

/// The next step of the ladder, and when it is due.
fn response(ticket: &Ticket) -> Option<(u8, Timestamp)> {
    ticket.deadlines.iter().find_map(|(kind, due)| match kind {
        DeadlineKind::FirstResponse(step) | DeadlineKind::NextResponse(step) => Some((*step, due.at)),
        _ => None,
    })
}

/// A part as it was written.
struct Piece {
    place: usize,
    is_negated: bool,
    /// What stands before the colon, in lower case.
    name: Option<String>,
    value: String,
    is_quoted: bool,
}

/// Mail programs make typographic marks of plain ones while somebody types.
const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2212}')
}

fn pieces(text: &str) -> Result<Vec<Piece>, QueryProblem> {
    let mut pieces = Vec::new();
    let mut rest = text.chars().zip(1_usize..).peekable();
    while let Some((first, place)) = rest.next_if(|_| true) {
        if first.is_whitespace() {
            continue;
        }
        let is_negated = is_minus(first) && rest.peek().is_some_and(|(next, _)| !next.is_whitespace());
        let mut piece = Piece { place, is_negated, name: None, value: String::new(), is_quoted: false };
        let mut next = if is_negated { rest.next() } else { Some((first, place)) };
        while let Some((c, at)) = next {
            if is_quote(c) && piece.value.is_empty() {
                piece.is_quoted = true;
                piece.value = quoted(&mut rest, at)?;
                break;
            }
            if c == ':' && piece.name.is_none() && is_name(&piece.value) {
                piece.name = Some(std::mem::take(&mut piece.value).to_lowercase());
            } else {
                piece.value.push(c);
            }
            next = rest.next_if(|(next, _)| !next.is_whitespace());
        }
        // An address of the web is no filter.
        if piece.value.starts_with("//")
            && let Some(name) = piece.name.take()
        {
            piece.value = format!("{name}:{}", piece.value);
        }
        pieces.push(piece);
    }
    Ok(pieces)
}

fn quoted(rest: &mut impl Iterator<Item = (char, usize)>, place: usize) -> Result<String, QueryProblem> {
    let mut value = String::new();
    for (c, _) in rest {
        if is_quote(c) {
            return Ok(value);
        }
        value.push(c);
    }
    Err(QueryProblem { fault: QueryFault::NoEnd, part: value, place, instead: Vec::new() })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic())
}

impl Piece {
    fn problem(&self, fault: QueryFault, instead: Vec<String>) -> QueryProblem {
        let part = match &self.name {
            Some(name) => format!("{name}:{}", self.value),
            None => self.value.clone(),
        };
        QueryProblem { fault, part, place: self.place, instead }
    }

    fn part(&self, policy: &Policy) -> Result<Part, QueryProblem> {
        match &self.name {
            Some(name) => self.filter(name, policy).map(Part::Condition),
            None => Ok(self.plain()),
        }
    }

    /// A word, a phrase, a keyword or a number.
    fn plain(&self) -> Part {
        if self.is_quoted {
            return Part::Words(Words::Phrase(self.value.clone()));
        }
        let lower = self.value.to_lowercase();
        if let Some((_, condition)) = KEYWORDS.into_iter().find(|(keyword, _)| *keyword == lower) {
            return Part::Condition(condition);
        }
        if let Some(number) = self.value.strip_prefix('#').and_then(|number| number.parse().ok()) {
            return Part::Condition(Condition::Number(TicketId::new(number)));
        }
        match self.value.strip_suffix('*').filter(|beginning| beginning.chars().count() >= 2) {
            Some(beginning) => Part::Words(Words::Beginning(beginning.to_owned())),
            None => Part::Words(Words::Word(self.value.clone())),
        }
    }

    fn filter(&self, name: &str, policy: &Policy) -> Result<Condition, QueryProblem> {
        let Some((_, example, _)) = FILTERS.into_iter().find(|(known, ..)| *known == name) else {
            let near = nearest(name, FILTERS.iter().map(|(known, ..)| *known));
            let near = if near.is_empty() { FILTERS.iter().map(|(known, ..)| (*known).to_owned()).collect() } else { near };
            return Err(self.problem(QueryFault::UnknownFilter, near.into_iter().map(|name| format!("{name}:")).collect()));
        };
        if self.value.trim().is_empty() {
            return Err(self.problem(QueryFault::NoValue, vec![example.to_owned()]));
        }
        let lower = || self.value.trim().to_lowercase();
        Ok(match name {
            "status" => Condition::Status(self.some_of(&Status::ALL, Status::as_str)?),
            "priority" => Condition::Priority(self.some_of(&Priority::ALL, Priority::as_str)?),
            "team" if lower() == "me" => Condition::OwnTeam,
            "team" => Condition::Team(self.named(policy.teams.keys(), TeamName::as_str)?),
            "category" => Condition::Category(self.named(policy.categories.keys(), CategoryName::as_str)?),
            "assignee" => match lower().as_str() {
                "me" => Condition::Mine,
                "none" | "nobody" => Condition::Unassigned,
                _ => Condition::Assignee(self.named(policy.staff.keys(), StaffName::as_str)?),
            },
            "from" => Condition::From(lower()),
            "organisation" => Condition::Organisation(lower()),
            "subject" => Condition::Subject(lower()),
            "tag" => Condition::Tag(lower()),
            "older" => Condition::OpenedBefore(self.moment(policy)?),
            "newer" => Condition::OpenedSince(self.moment(policy)?),
            "has" if matches!(lower().as_str(), "attachment" | "attachments" | "file" | "files") => Condition::Attachment,
            "has" => return Err(self.problem(QueryFault::UnknownValue, vec![example.to_owned()])),
            "number" => {
                let number = self.value.trim().trim_start_matches('#').parse();
                let number = number.map_err(|_| self.problem(QueryFault::UnknownValue, vec![example.to_owned()]))?;
                Condition::Number(TicketId::new(number))
            }
            _ => {
                let states = || KEYWORDS.into_iter().chain(STATES);
                let found = states().find(|(state, _)| *state == lower()).map(|(_, condition)| condition);
                found.ok_or_else(|| self.unknown(states().map(|(state, _)| state)))?
            }
        })
    }

    /// One or more values of a fixed set, with commas between them.
    fn some_of<T: Copy + Ord>(&self, all: &[T], name: impl Fn(T) -> &'static str) -> Result<BTreeSet<T>, QueryProblem> {
        self.values()
            .map(|value| {
                let found = all.iter().copied().find(|one| name(*one).eq_ignore_ascii_case(value));
                found.ok_or_else(|| self.unknown(all.iter().map(|one| name(*one))))
            })
            .collect()
    }

    /// One or more names that the configuration has.
    fn named<'a, T: Clone + Ord + 'a>(
        &self,
        all: impl Iterator<Item = &'a T> + Clone,
        name: impl Fn(&'a T) -> &'a str + Copy,
    ) -> Result<BTreeSet<T>, QueryProblem> {
        self.values()
            .map(|value| {
                let found = all.clone().find(|one| name(one).eq_ignore_ascii_case(value)).cloned();
                found.ok_or_else(|| self.unknown(all.clone().map(name)))
            })
            .collect()
    }

    fn values(&self) -> impl Iterator<Item = &str> {
        self.value.split(',').map(str::trim).filter(|value| !value.is_empty())
    }

    fn unknown<'a>(&self, all: impl Iterator<Item = &'a str> + Clone) -> QueryProblem {
        let near = nearest(&self.value.to_lowercase(), all.clone());
        let instead = if near.is_empty() { all.take(12).map(str::to_owned).collect() } else { near };
        self.problem(QueryFault::UnknownValue, instead)
    }

    /// `3d`, `2w`, `2026-03-01`; a day begins by the desk's own clock.
    fn moment(&self, policy: &Policy) -> Result<Moment, QueryProblem> {
        let text = self.value.trim();
        if let Ok(date) = text.parse::<Date>() {
            let zone = policy.calendar.zone().clone();
            let start = date.to_zoned(zone).ok().map(|day| Timestamp::from_seconds(day.timestamp().as_second()));
            return start.map(Moment::At).ok_or_else(|| self.problem(QueryFault::NotATime, examples()));
        }
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let unit = text.strip_prefix(digits.as_str()).unwrap_or_default().trim().to_lowercase();
        let span: Option<fn(u64) -> Span> = match unit.as_str() {
            "m" | "min" => Some(Span::from_minutes),
            "h" => Some(Span::from_hours),
            "d" | "" => Some(Span::from_days),
            "w" => Some(|weeks| Span::from_days(weeks.saturating_mul(7))),
            "y" => Some(|years| Span::from_days(years.saturating_mul(365))),
            _ => None,
        };
        let amount = digits.parse::<u64>().ok().filter(|amount| *amount < 1_000_000);
        let moment = span.zip(amount).map(|(span, amount)| Moment::Ago(span(amount)));
        moment.ok_or_else(|| self.problem(QueryFault::NotATime, examples()))
    }
}

fn examples() -> Vec<String> {
    ["3d", "2w", "12h", "2026-03-01"].map(str::to_owned).to_vec()
}

/// Up to two names that a typed one may have meant.
fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut near: Vec<_> = names
        .map(|name| (strsim::osa_distance(typed, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= 2.max(name.chars().count() / 3))
        .collect();
    near.sort();
    near.into_iter().take(2).map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests;
