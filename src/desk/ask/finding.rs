//! Which tickets a question finds: words by the index, everything else by the state, and only what the asker may see.
//!
//! Where the index cannot answer, the tickets are read one by one, the newest first and within bounds; the answer says so.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, EntryNumber, TicketId, Timestamp, limit};
use crate::domain::{ContactDetail, Status, Ticket};
use crate::policy::{Access, Asker, Part, Permission, Policy, Query, QueryCondition, Roster, Words, access, relation};
use crate::search::{Found, Whereabouts};
use crate::store::{Queries, StoreError};

/// Where the words of a question stand.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) enum Hits {
    /// It asks for no words.
    #[default]
    NotAsked,
    /// The index has answered.
    Known {
        /// The tickets in which all of them stand; none: nothing has to stand there.
        within: Option<Found>,
        /// The tickets in which something stands that must not.
        without: BTreeSet<TicketId>,
        /// What must be said of the answer.
        remark: Option<String>,
    },
    /// It cannot answer, for this reason.
    Unknown(String),
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Whose {
    /// Whoever may use the command line: he sees everything.
    Operator,
    /// A member of the staff.
    Staff(ContactId),
    /// Somebody outside, who sees what he takes part in.
    Customer(ContactId),
}

/// What was found.
#[derive(Debug, Default)]
pub(in crate::desk) struct Finding {
    /// The first of it: tickets that have the words in their heads first, then the newest.
    pub(in crate::desk) tickets: Vec<Ticket>,
    /// How many more there are.
    pub(in crate::desk) more: usize,
    /// What must be said of the answer.
    pub(in crate::desk) remark: Option<String>,
}

/// Looks for tickets.
pub(in crate::desk) struct Finder<'a, Q> {
    pub(in crate::desk) rows: &'a Q,
    pub(in crate::desk) policy: &'a Policy,
    pub(in crate::desk) roster: &'a Roster,
    pub(in crate::desk) now: Timestamp,
}

/// The tickets that come into question.
enum Candidates {
    /// These, already at hand.
    Rows(Vec<Ticket>),
    /// These numbers.
    Numbers(Vec<TicketId>),
    /// All of them, the newest first.
    All,
}

/// One search under way.
struct Search<'a, Q> {
    finder: &'a Finder<'a, Q>,
    query: &'a Query,
    whose: Whose,
    hits: &'a Hits,
    /// Whether a person's name or address has the part that is looked for.
    people: RefCell<BTreeMap<(ContactId, String), bool>>,
    /// Texts that may still be read.
    texts: Cell<usize>,
}

impl<Q: Queries> Finder<'_, Q> {
    /// The first `most` tickets that a question finds, and how many more there are.
    pub(in crate::desk) fn find(&self, query: &Query, whose: Whose, hits: &Hits, most: usize) -> Result<Finding, StoreError> {
        let texts = Cell::new(limit::SEARCH_TEXTS);
        let search = Search { finder: self, query, whose, hits, people: RefCell::default(), texts };
        search.run(most)
    }

    /// May he see this ticket?
    pub(in crate::desk) fn may_see(&self, whose: Whose, ticket: &Ticket) -> bool {
        match whose {
            Whose::Operator => true,
            Whose::Customer(contact) => {
                ticket.participants.contains(&contact) && !matches!(ticket.status, Status::Spam | Status::Merged)
            }
            Whose::Staff(contact) => self.policy.member(self.roster, contact).is_some_and(|member| {
                // Who is told of every ticket that nobody else could be told of must be able to look at it.
                let is_operator = member.address == self.policy.desk.operator && member.profile.may(Permission::See);
                let relation = relation(member, ticket, self.policy, self.roster, self.now);
                is_operator || access(&member.profile, relation, Permission::See) == Access::Granted
            }),
        }
    }
}

impl<Q: Queries> Search<'_, Q> {
    fn run(&self, most: usize) -> Result<Finding, StoreError> {
        let rows = self.finder.rows;
        let mut found: Vec<(Whereabouts, Reverse<Timestamp>, Reverse<TicketId>)> = Vec::new();
        let mut remarks = Vec::new();
        let mut looked_at = 0_usize;
        let mut take = |ticket: &Ticket| -> Result<(), StoreError> {
            if let Some(whereabouts) = self.admits(ticket)? {
                found.push((whereabouts, Reverse(ticket.updated_at), Reverse(ticket.id)));
            }
            Ok(())
        };
        match self.candidates()? {
            Candidates::Rows(tickets) => tickets.iter().try_for_each(&mut take)?,
            Candidates::Numbers(numbers) => {
                for number in numbers {
                    rows.ticket(number)?.iter().try_for_each(&mut take)?;
                }
            }
            Candidates::All => {
                let last = rows.counters()?.unwrap_or_default().ticket.get();
                for number in (1..=last).rev() {
                    if looked_at == limit::SEARCH_TICKETS {
                        remarks.push(format!("looked at the newest {looked_at} tickets, down to #{}", number.saturating_add(1)));
                        break;
                    }
                    let Some(ticket) = rows.ticket(TicketId::new(number))? else { continue };
                    looked_at = looked_at.saturating_add(1);
                    take(&ticket)?;
                }
            }
        }
        remarks.extend(self.remark());
        found.sort_unstable();
        let mut tickets = Vec::new();
        for (.., Reverse(id)) in found.iter().take(most) {
            tickets.extend(rows.ticket(*id)?);
        }
        let more = found.len().saturating_sub(most);
        Ok(Finding { tickets, more, remark: (!remarks.is_empty()).then(|| remarks.join("; ")) })
    }

    fn remark(&self) -> Option<String> {
        match self.hits {
            Hits::Known { remark, .. } => remark.clone(),
            Hits::Unknown(because) if self.texts.get() == 0 => Some(format!(
                "the full-text index cannot be asked ({because}); the texts of the newest messages were read, of older tickets number, subject and requester only"
            )),
            Hits::Unknown(because) => {
                Some(format!("the full-text index cannot be asked ({because}); the tickets were read one by one"))
            }
            Hits::NotAsked => None,
        }
    }

    /// The shortest list that has everything in it that can be found.
    fn candidates(&self) -> Result<Candidates, StoreError> {
        let rows = self.finder.rows;
        if let Hits::Known { within: Some(found), .. } = self.hits {
            return Ok(Candidates::Numbers(found.keys().copied().collect()));
        }
        if let Whose::Customer(contact) = self.whose {
            return rows.tickets_of(contact, limit::SEARCH_TICKETS).map(Candidates::Rows);
        }
        let wanted =
            || self.query.wanted.iter().filter_map(|part| if let Part::Condition(one) = part { Some(one) } else { None });
        if let Some(number) = wanted().find_map(|one| if let QueryCondition::Number(number) = one { Some(*number) } else { None })
        {
            return Ok(Candidates::Numbers(vec![number]));
        }
        let own = match self.whose {
            Whose::Staff(contact) if wanted().any(|one| *one == QueryCondition::Mine) => Some(contact),
            _ => None,
        };
        if let Some(contact) = own {
            return rows.tickets_assigned(contact, limit::SEARCH_TICKETS).map(Candidates::Rows);
        }
        let unfinished = || Status::ALL.into_iter().filter(|status| status.is_unfinished()).collect::<BTreeSet<_>>();
        let statuses = wanted().find_map(|one| match one {
            QueryCondition::Unanswered | QueryCondition::Overdue => Some(BTreeSet::from([Status::New, Status::Open])),
            QueryCondition::Unfinished => Some(unfinished()),
            QueryCondition::Status(some) if some.is_subset(&unfinished()) => Some(some.clone()),
            _ => None,
        });
        let Some(statuses) = statuses else { return Ok(Candidates::All) };
        let mut tickets = Vec::new();
        for status in statuses {
            tickets.extend(rows.tickets(Some(status), TicketId::default(), limit::SEARCH_TICKETS)?);
        }
        Ok(Candidates::Rows(tickets))
    }

    /// Is it found, and where do the words stand?
    fn admits(&self, ticket: &Ticket) -> Result<Option<Whereabouts>, StoreError> {
        if !self.finder.may_see(self.whose, ticket) {
            return Ok(None);
        }
        let Finder { policy, roster, now, .. } = *self.finder;
        let contact = match self.whose {
            Whose::Operator => None,
            Whose::Staff(contact) | Whose::Customer(contact) => Some(contact),
        };
        let asker = Asker { contact, policy, roster, now };
        for (condition, holds) in self.query.conditions() {
            let is_so = match condition.holds(ticket, &asker) {
                Some(is_so) => is_so,
                None => self.look_up(condition, ticket)?,
            };
            if is_so != holds {
                return Ok(None);
            }
        }
        match self.hits {
            Hits::NotAsked => Ok(Some(Whereabouts::Head)),
            Hits::Known { without, .. } if without.contains(&ticket.id) => Ok(None),
            Hits::Known { within: Some(found), .. } => Ok(found.get(&ticket.id).copied()),
            Hits::Known { within: None, .. } => Ok(Some(Whereabouts::Head)),
            Hits::Unknown(_) => self.read(ticket),
        }
    }

    /// What the ticket alone does not tell.
    fn look_up(&self, condition: &QueryCondition, ticket: &Ticket) -> Result<bool, StoreError> {
        match (condition, self.hits) {
            (QueryCondition::From(part), _) => {
                let key = (ticket.requester, part.clone());
                if let Some(known) = self.people.borrow().get(&key) {
                    return Ok(*known);
                }
                let contact = self.finder.rows.contact(ticket.requester)?;
                let is_so = contact.is_some_and(|contact| {
                    let mut addresses = contact.addresses.iter().filter_map(|address| address.known());
                    contact.name.text().to_lowercase().contains(part.as_str())
                        || addresses.any(|address| address.as_str().to_lowercase().contains(part.as_str()))
                });
                self.people.borrow_mut().insert(key, is_so);
                Ok(is_so)
            }
            (QueryCondition::Organisation(part), _) => {
                // Who may not look customers up learns nothing of them by asking for it either.
                let member = |contact| self.finder.policy.member(self.finder.roster, contact);
                let may_ask = match self.whose {
                    Whose::Operator => true,
                    Whose::Staff(contact) => member(contact).is_some_and(|one| one.profile.may(Permission::ViewContacts)),
                    Whose::Customer(_) => false,
                };
                let contact = self.finder.rows.contact(ticket.requester)?.filter(|_| may_ask);
                Ok(contact.is_some_and(|contact| {
                    contact.detail_text(&ContactDetail::Organisation).to_lowercase().contains(part.as_str())
                }))
            }
            _ => {
                for number in 1..=ticket.entries {
                    let entry = self.finder.rows.entry(ticket.id, EntryNumber::new(number))?;
                    if entry.is_some_and(|entry| !entry.attachments.is_empty()) {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    /// Reads a ticket for the words, because no index can be asked: all that are wanted and none that are not. The bound on texts
    /// is over the whole search.
    fn read(&self, ticket: &Ticket) -> Result<Option<Whereabouts>, StoreError> {
        let rows = self.finder.rows;
        let contact = rows.contact(ticket.requester)?;
        let address = contact.as_ref().and_then(|contact| contact.address()).map(ToString::to_string).unwrap_or_default();
        let name = contact.as_ref().map(|contact| contact.name.text().to_owned()).unwrap_or_default();
        let known = format!("{}\n{}\n{address}\n{name}", ticket.id.get(), ticket.subject.text()).to_lowercase();
        let sought = |words: &Words| match words {
            Words::Word(text) | Words::Phrase(text) | Words::Beginning(text) => text.to_lowercase(),
        };
        let mut missing: Vec<String> = Vec::new();
        let mut unwanted: Vec<String> = Vec::new();
        for (words, holds) in self.query.words() {
            let text = sought(words);
            match (holds, known.contains(&text)) {
                (false, true) => return Ok(None),
                (false, false) => unwanted.push(text),
                (true, false) => missing.push(text),
                (true, true) => {}
            }
        }
        let whereabouts = if missing.is_empty() { Whereabouts::Head } else { Whereabouts::Text };
        for number in 1..=ticket.entries {
            if missing.is_empty() && unwanted.is_empty() || self.texts.get() == 0 {
                break;
            }
            let Some(entry) = rows.entry(ticket.id, EntryNumber::new(number))? else { continue };
            self.texts.set(self.texts.get().saturating_sub(1));
            let text = String::from_utf8_lossy(&rows.text(entry.text)?).to_lowercase();
            if unwanted.iter().any(|word| text.contains(word.as_str())) {
                return Ok(None);
            }
            missing.retain(|word| !text.contains(word.as_str()));
        }
        Ok(missing.is_empty().then_some(whereabouts))
    }
}
