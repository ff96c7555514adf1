//! What a decision about a message needs to know, read from the store.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, Digest, EmailAddress, EntryNumber, OutboxId, QuarantineId, Span, TicketId, Timestamp, limit};
use crate::decide::{
    Arrival, IntakeFacts, OrderFacts, PromiseFacts, Question, SubjectCandidate, ThreadFacts, VolumeFacts, commands_of, promises,
};
use crate::domain::{
    Actor, Author, Change, Contact, ContactDetail, DeadlineKind, LetterKind, LetterState, Ticket, VolumeKey, contact_now,
};
use crate::mail::{Keyring, Mail, ReplyToken};
use crate::policy::{Accept, Affiliation, LastAgent, Policy, RoutingFacts, Strangers};
use crate::store::{Queries, StoreError};

use super::address::among_addresses;
use super::invite;
use super::probe;
use super::settings::DeskSettings;
use super::survey;
use super::trust;

/// How far back a reply without references may lie from its ticket's last message.
const SUBJECT_AGE: Span = Span::from_days(30);
/// Tickets of one sender with the same subject that are looked at.
const SUBJECT_CANDIDATES: usize = 4;
/// The last messages of a ticket in which a quoted text is looked for.
const QUOTED_ENTRIES: u32 = 10;
/// The last tickets of a list's archive among which a reply without usable headers looks for its subject.
const ARCHIVE_TICKETS: u32 = 300;
/// The last messages set aside that are looked at, to see what the operator has been told.
const SET_ASIDE: u32 = 100;
/// Entries newer than the answered letter that are looked at: whether there is one matters, not how many.
const UNSEEN_ENTRIES: usize = 20;
/// Tickets of a customer that are looked at for a card.
const CARD_TICKETS: usize = 20;
/// Recipients of one message that are remembered.
const COPIED: usize = 40;

/// All tickets that somebody takes part in, up to one more than can change hands at once.
fn all_tickets<Q: Queries>(rows: &Q, contact: ContactId) -> Result<Vec<Ticket>, StoreError> {
    rows.tickets_with(contact, limit::MERGED_TICKETS.saturating_add(1))
}

/// The contact of an address, if it is known.
pub(super) fn contact_of<Q: Queries>(rows: &Q, address: &EmailAddress) -> Result<Option<Contact>, StoreError> {
    match rows.contact_of_address(address.key())? {
        Some(id) => rows.contact(id),
        None => Ok(None),
    }
}

/// A hash that two copies of one message share whatever way they took; none without a Message-ID.
pub(super) fn content_of(mail: &Mail) -> Option<Digest> {
    let id = mail.message_id.as_ref()?;
    let from = mail.from.as_ref().map_or("", |from| from.address.as_str());
    let date = mail.date.map(|date| date.as_seconds()).unwrap_or_default().to_be_bytes();
    let parts = [id.as_str().as_bytes(), from.as_bytes(), &date, mail.subject.as_bytes(), mail.text.as_bytes()];
    Some(Digest::of_parts(parts))
}

/// The first valid reply token among the addresses that a message was sent to.
fn token_of(mail: &Mail, policy: &Policy, keys: &Keyring, now: Timestamp) -> Option<ReplyToken> {
    among_addresses(mail, policy, |mailbox, detail| keys.read_token(&mailbox.name, detail, now))
}

/// The number in `[#42]`, the last one if there are several.
fn tag_of(subject: &str) -> Option<TicketId> {
    let (_, after) = subject.rsplit_once("[#")?;
    let (number, _) = after.split_once(']')?;
    number.parse().ok().map(TicketId::new)
}

/// Facts for finding the ticket.
pub(super) fn thread_facts<Q: Queries>(
    rows: &Q,
    mail: &Mail,
    settings: &DeskSettings,
    now: Timestamp,
) -> Result<ThreadFacts, StoreError> {
    let policy = &settings.policy;
    let sender = match mail.identity.address() {
        Some(address) => rows.contact_of_address(address.key())?,
        None => None,
    };
    let mut facts = ThreadFacts { sender, token: token_of(mail, policy, &settings.keys, now), ..ThreadFacts::default() };
    if let Some(sender) = sender {
        facts.sender_merged = rows.contact(sender)?.map(|contact| contact.merged).unwrap_or_default();
    }
    if facts.token.is_none() {
        // Nothing lapses before the beginning of time.
        facts.lapsed = token_of(mail, policy, &settings.keys, Timestamp::default()).map(|token| token.ticket);
    }
    if let Some(token) = &mut facts.token {
        // What was written to a contact that was merged was written to whom it is now.
        token.recipient = contact_now(rows, token.recipient)?;
        facts.token_recipient = rows.contact(token.recipient)?;
    }
    // Nearest first: In-Reply-To, then References from the end.
    for id in mail.in_reply_to.iter().chain(mail.references.iter().rev()) {
        if let Some(letter) = settings.keys.read_message_id(id, &policy.desk.domain) {
            facts.own.extend(rows.letter(letter)?.and_then(|item| item.ticket));
        } else if let Some(known) = rows.known_message(id.digest())? {
            facts.known.extend(known.tickets.iter().map(|one| one.ticket));
        }
    }
    facts.tag = tag_of(&mail.subject);
    // What led to a ticket needs no guess by its subject.
    let leads_nowhere = facts.token.is_none() && facts.own.is_empty() && facts.known.is_empty();
    if leads_nowhere && !mail.base_subject.is_empty() && (mail.has_reply_prefix || !mail.quoted.is_empty()) {
        for ticket in about_the_same(rows, mail, facts.sender, policy.threading.strangers)? {
            if now.since(ticket.updated_at) <= SUBJECT_AGE {
                let quote_agrees = quote_agrees(rows, ticket.id, ticket.entries, mail)?;
                facts.subject.push(SubjectCandidate { ticket: ticket.id, quote_agrees });
            }
        }
    }
    let named = facts.token.map(|token| token.ticket).or(facts.lapsed).into_iter().chain(facts.own.iter().copied());
    let named = named.chain(facts.known.iter().copied()).chain(facts.tag).chain(facts.subject.iter().map(|one| one.ticket));
    let mut tickets = BTreeMap::new();
    for id in named.collect::<Vec<_>>() {
        // A merged ticket's conversation goes on elsewhere.
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| !tickets.contains_key(id)) {
            let Some(row) = rows.ticket(id)? else { break };
            next = row.merged_into;
            tickets.insert(id, row);
        }
    }
    facts.tickets = tickets;
    Ok(facts)
}

/// Tickets with the same subject: the sender's own, and in archives of lists the last ones of all, newest first.
fn about_the_same<Q: Queries>(
    rows: &Q,
    mail: &Mail,
    sender: Option<ContactId>,
    strangers: Strangers,
) -> Result<Vec<Ticket>, StoreError> {
    let mut found = match sender {
        Some(sender) => rows.tickets_by_subject(sender, &mail.base_subject, SUBJECT_CANDIDATES)?,
        None => Vec::new(),
    };
    if strangers == Strangers::Append {
        let last = rows.counters()?.unwrap_or_default().ticket.get();
        let recent = rows.tickets(None, TicketId::new(last.saturating_sub(ARCHIVE_TICKETS)), usize::MAX)?;
        let same = recent.into_iter().rev().filter(|ticket| ticket.base_subject.known() == Some(&mail.base_subject));
        let others: Vec<Ticket> = same.filter(|ticket| found.iter().all(|own| own.id != ticket.id)).collect();
        found.extend(others.into_iter().take(SUBJECT_CANDIDATES));
    }
    Ok(found)
}

/// Whether a quoted text stands in one of the last messages of a ticket; none where nothing telling is quoted.
fn quote_agrees<Q: Queries>(rows: &Q, ticket: TicketId, entries: u32, mail: &Mail) -> Result<Option<bool>, StoreError> {
    let squeeze = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    // Under answers between quotes nothing is cut off: the quotes are in the new text.
    let between = mail.visible.lines().filter(|line| line.trim_start().starts_with('>'));
    let quoted = mail.quoted.lines().chain(between);
    let lines: Vec<String> = quoted.map(squeeze).filter(|line| line.chars().count() >= 12).take(200).collect();
    if lines.is_empty() {
        return Ok(None);
    }
    for number in (entries.saturating_sub(QUOTED_ENTRIES)..entries).rev() {
        let Some(entry) = rows.entry(ticket, crate::base::EntryNumber::new(number.saturating_add(1)))? else { continue };
        let text = squeeze(&String::from_utf8_lossy(&rows.text(entry.text)?));
        if lines.iter().any(|line| text.contains(line.as_str())) {
            return Ok(Some(true));
        }
    }
    Ok(Some(false))
}

/// What a ticket's requester belongs to, which promises may depend on.
pub(super) fn affiliation_of<Q: Queries>(rows: &Q, ticket: &Ticket) -> Result<Affiliation, StoreError> {
    Ok(rows.contact(ticket.requester)?.as_ref().map(Affiliation::from).unwrap_or_default())
}

/// What follows for a ticket's promises from what has just happened to it.
pub(super) fn promises_of<Q: Queries>(
    rows: &Q,
    settings: &DeskSettings,
    (ticket, is_answered): (TicketId, bool),
    actor: Actor,
    now: Timestamp,
) -> Result<Vec<Change>, StoreError> {
    let Some(ticket) = rows.ticket(ticket)? else { return Ok(Vec::new()) };
    let requester = affiliation_of(rows, &ticket)?;
    let (policy, roster) = (&settings.policy, &settings.roster);
    let by = if let Actor::Staff(who) = actor { Some(who) } else { None };
    Ok(promises(&PromiseFacts { ticket: &ticket, requester: &requester, is_answered, by, policy, roster, now }))
}

/// Letters that warn of closing one of these tickets and have not been sent yet.
fn unsent_warnings<Q: Queries>(rows: &Q, tickets: &ThreadFacts) -> Result<Vec<(TicketId, OutboxId)>, StoreError> {
    let is_warned = |ticket: &&Ticket| {
        ticket.deadlines.keys().any(|kind| matches!(kind, DeadlineKind::ClosingReminder | DeadlineKind::AutoClose))
    };
    let warned: Vec<TicketId> = tickets.tickets.values().filter(is_warned).map(|ticket| ticket.id).collect();
    let mut letters = Vec::new();
    // Few tickets are in that state when their customer writes, so the waiting letters are seldom looked through.
    if !warned.is_empty() {
        for state in [LetterState::Queued, LetterState::Deferred] {
            for item in rows.letters(Some(state), OutboxId::default(), limit::DIGEST_ROWS)? {
                let ticket = item.ticket.filter(|ticket| item.kind == LetterKind::ClosingWarning && warned.contains(ticket));
                letters.extend(ticket.map(|ticket| (ticket, item.id)));
            }
        }
    }
    Ok(letters)
}

/// Facts for everything else.
pub(super) fn intake_facts<Q: Queries>(
    rows: &Q,
    arrival: &Arrival<'_>,
    tickets: &ThreadFacts,
    settings: &DeskSettings,
) -> Result<IntakeFacts, StoreError> {
    let mail = arrival.mail;
    let policy = arrival.policy;
    let mut facts = IntakeFacts { counters: rows.counters()?.unwrap_or_default(), ..IntakeFacts::default() };
    if let Some(sighting) = rows.sighting(arrival.raw)? {
        // What was set aside has not been taken in; everything else has.
        facts.seen = sighting.seen.into_iter().find(|seen| seen.place != *arrival.place);
    }
    facts.is_plus_probe = probe::is_answer(rows, mail, arrival.mailbox, settings)?;
    facts.trust_probe = trust::answered(rows, mail, arrival.mailbox, settings)?;
    facts.invitation = invite::answered(rows, mail, settings, arrival.now)?;
    facts.survey = survey::answered(rows, mail, settings, arrival.now)?;
    if let Some(content) = arrival.content {
        facts.same_content = rows.known_content(content)?.map(|known| known.ticket);
    }
    facts.operator = rows.contact_of_address(policy.desk.operator.key())?;
    facts.unsent_warnings = unsent_warnings(rows, tickets)?;
    let last = facts.counters.quarantine.get();
    let after = QuarantineId::new(last.saturating_sub(SET_ASIDE));
    // On most desks nothing was ever set aside, and a search costs more than most rows.
    let lately = if last > 0 { rows.quarantined_after(after, usize::MAX)? } else { Vec::new() };
    for set_aside in lately {
        if arrival.now.since(set_aside.at) <= Span::from_hours(1) {
            facts.set_aside.insert(set_aside.reason);
        }
    }
    for person in tickets.tickets.values().flat_map(|ticket| &ticket.participants) {
        let contact = rows.contact(*person)?;
        if contact.as_ref().is_none_or(|contact| contact.address().is_none()) {
            facts.without_address.insert(*person);
        }
        facts.participants.extend(contact.map(|contact| (*person, contact)));
    }
    for ticket in tickets.tickets.values() {
        for number in ticket.drafts.keys() {
            let Some(entry) = rows.entry(ticket.id, *number)? else { continue };
            let text = String::from_utf8_lossy(&rows.text(entry.text)?).into_owned();
            facts.drafts.insert((ticket.id, *number), (entry, text));
        }
    }
    if let Some(bounce) = &mail.bounce
        && let Some(id) = &bounce.original_message_id
        && let Some(letter) = settings.keys.read_message_id(id, &policy.desk.domain)
    {
        facts.bounced = rows.letter(letter)?;
        if let Some(item) = &mut facts.bounced {
            item.contact = contact_now(rows, item.contact)?;
        }
        if let Some(ticket) = facts.bounced.as_ref().and_then(|item| item.ticket) {
            facts.bounced_ticket = rows.ticket(ticket)?;
        }
    }
    if mail.kind.is_bounce() {
        return Ok(facts);
    }
    if let Some(from) = arrival.from() {
        facts.sender = contact_of(rows, from)?;
        facts.volumes = volumes(rows, arrival, facts.sender.as_ref(), from)?;
    }
    for ticket in tickets.tickets.values() {
        if is_full(rows, ticket, tickets.sender, policy.volumes.messages_per_ticket, arrival.now)? {
            facts.volumes.full_tickets.insert(ticket.id);
        }
    }
    if let Some(sender) = facts.sender.as_ref().filter(|_| arrival.mailbox.accept == Accept::Known) {
        facts.is_known = !sender.details.is_empty() || !rows.tickets_with(sender.id, 1)?.is_empty();
    }
    facts.orders = order_facts(rows, arrival, tickets, settings)?;
    for one in mail.recipients().take(COPIED) {
        if let Some(address) = one.email()
            && !policy.is_own_address(&address)
        {
            let known = contact_of(rows, &address)?;
            facts.recipients.push((address, one.name.clone(), known));
        }
    }
    // Almost anything may open a ticket in the end: what refers to one that is closed for too long, and what claims to be an
    // agent's and cannot prove it.
    facts.routing = policy.rules.route(&routing_facts(arrival, facts.sender.as_ref()));
    facts.articles = settings.shelf.fitting(&mail.subject, &mail.visible, limit::ARTICLES_RANKED);
    let team = facts.routing.actions.team.as_ref().or(arrival.mailbox.team.as_ref());
    if let Some(team) = team.and_then(|name| policy.teams.get(name)) {
        facts.assign.last = rows.turn(team.name.clone())?.map(|turn| turn.contact);
        facts.assign.load = loads(rows, settings, &team.members)?;
    }
    if let Some(sender) = facts.sender.as_ref().filter(|_| !policy.schedules.sticky.is_empty()) {
        let earlier = rows.tickets_of(sender.id, SUBJECT_CANDIDATES)?;
        let last = earlier.iter().find_map(|ticket| Some(LastAgent { contact: ticket.assignee?, at: ticket.updated_at }));
        facts.last_agent = last;
    }
    Ok(facts)
}

/// What the orders of an agent's mail ask, and what he has not seen when he wrote it.
fn order_facts<Q: Queries>(
    rows: &Q,
    arrival: &Arrival<'_>,
    tickets: &ThreadFacts,
    settings: &DeskSettings,
) -> Result<OrderFacts, StoreError> {
    let mut facts = OrderFacts::default();
    let mail = arrival.mail;
    let Some(member) = arrival.from().and_then(|from| arrival.policy.member_by_address(from)) else {
        // A customer may ask for another ticket of his own.
        if let Some(Ok(commands)) = commands_of(mail)
            && let [Question::Ticket(id)] = commands.questions().as_slice()
        {
            facts.tickets.extend(rows.ticket(*id)?.map(|row| (*id, row)));
        }
        return Ok(facts);
    };
    for id in mail.in_reply_to.iter().chain(mail.references.iter().rev()) {
        let Some(letter) = settings.keys.read_message_id(id, &arrival.policy.desk.domain) else { continue };
        let answered = rows.letter(letter)?;
        let own = answered.as_ref().filter(|item| item.ticket.is_none());
        facts.answers_own |= own.is_some_and(|item| arrival.roster.contact(&member.name) == Some(item.contact));
        facts.answers = answered.filter(|item| item.ticket.is_some());
        if facts.answers.is_some() {
            break;
        }
    }
    if let Some((ticket, seen)) = facts.answers.as_ref().and_then(|item| item.ticket.zip(item.seen))
        && let Some(row) = tickets.tickets.get(&ticket)
    {
        for number in (seen.get()..row.entries).take(UNSEEN_ENTRIES) {
            facts.unseen.extend(rows.entry(ticket, EntryNumber::new(number.saturating_add(1)))?);
        }
    }
    let Some(Ok(commands)) = commands_of(mail) else { return Ok(facts) };
    for question in commands.questions() {
        match question {
            Question::Ticket(id) => facts.tickets.extend(rows.ticket(id)?.map(|row| (id, row))),
            Question::Contact(address) => {
                facts.contacts.extend(contact_of(rows, &address)?.map(|contact| (address.key(), contact)));
            }
            Question::Card(address) => {
                let contact = match address {
                    Some(address) => contact_of(rows, &address)?,
                    None => None,
                };
                facts.contacts.extend(contact.iter().flat_map(|contact| {
                    contact.addresses.iter().filter_map(|address| Some((address.known()?.key(), contact.clone())))
                }));
                let requesters = tickets.tickets.values().map(|ticket| ticket.requester);
                for person in requesters.chain(contact.map(|contact| contact.id)).collect::<BTreeSet<_>>() {
                    facts.people.extend(rows.contact(person)?.map(|contact| (person, contact)));
                    facts.tickets_of.insert(person, rows.tickets_of(person, CARD_TICKETS)?);
                }
            }
            Question::Requester => {
                for requester in tickets.tickets.values().map(|ticket| ticket.requester).collect::<BTreeSet<_>>() {
                    facts.people.extend(rows.contact(requester)?.map(|contact| (requester, contact)));
                }
            }
            Question::AllTickets(None) => {
                for requester in tickets.tickets.values().map(|ticket| ticket.requester).collect::<BTreeSet<_>>() {
                    facts.tickets_with.insert(requester, all_tickets(rows, requester)?);
                }
            }
            Question::AllTickets(Some(address)) => {
                if let Some(contact) = contact_of(rows, &address)? {
                    facts.tickets_with.insert(contact.id, all_tickets(rows, contact.id)?);
                    facts.contacts.insert(address.key(), contact);
                }
            }
            Question::Reports => facts.reports_waiting = rows.reports()?.unwrap_or_default().waiting.len(),
            Question::Entries => {
                for ticket in tickets.tickets.values().filter(|ticket| ticket.entries <= limit::MOVED_ENTRIES) {
                    facts.entries.insert(ticket.id, rows.entries(ticket.id)?);
                }
            }
            Question::Conversation => {
                for ticket in tickets.tickets.values() {
                    let most = u32::try_from(limit::TRANSCRIPT_ENTRIES).unwrap_or(u32::MAX);
                    let mut last = Vec::new();
                    for number in ticket.entries.saturating_sub(most)..ticket.entries {
                        last.extend(rows.entry(ticket.id, EntryNumber::new(number.saturating_add(1)))?);
                    }
                    facts.entries.insert(ticket.id, last);
                }
            }
            Question::Kept => {
                let own = member.person.undo.iter().flat_map(|undoing| &undoing.steps);
                for id in own.filter_map(|step| step.back.ticket()).collect::<BTreeSet<_>>() {
                    facts.tickets.extend(rows.ticket(id)?.map(|row| (id, row)));
                }
                for ticket in tickets.tickets.keys() {
                    let Some(kept) = rows.kept(*ticket)? else { continue };
                    let steps = kept.undo.iter().flat_map(|undoing| &undoing.steps);
                    let people = steps.clone().flat_map(|step| match step.back {
                        Change::ContactSet { contact, .. } => vec![contact],
                        Change::ContactsParted { contact, who, .. } => vec![contact, who],
                        _ => Vec::new(),
                    });
                    for person in people {
                        facts.people.extend(rows.contact(person)?.map(|row| (person, row)));
                    }
                    for id in steps.filter_map(|step| step.back.ticket()).collect::<BTreeSet<_>>() {
                        facts.tickets.extend(rows.ticket(id)?.map(|row| (id, row)));
                    }
                    facts.kept.insert(*ticket, kept);
                }
            }
        }
    }
    Ok(facts)
}

/// What the rules may ask about a message.
pub(super) fn routing_facts<'a>(arrival: &Arrival<'a>, sender: Option<&'a Contact>) -> RoutingFacts<'a> {
    RoutingFacts {
        mail: arrival.mail,
        mailbox: arrival.mailbox_name(),
        size: arrival.size,
        now: arrival.now,
        calendar: &arrival.policy.calendar,
        earlier_tickets: sender.map_or(0, |contact| contact.tickets),
        organisation: sender.map_or("", |contact| contact.detail_text(&ContactDetail::Organisation)),
    }
}

/// How many unfinished tickets each of them has.
pub(super) fn loads<Q: Queries>(
    rows: &Q,
    settings: &DeskSettings,
    members: &[crate::base::StaffName],
) -> Result<BTreeMap<crate::base::ContactId, u32>, StoreError> {
    let mut loads = BTreeMap::new();
    for contact in members.iter().filter_map(|name| settings.roster.contact(name)) {
        loads.insert(contact, rows.load(contact)?.unwrap_or_default().open);
    }
    Ok(loads)
}

/// Has a sender added as much to a ticket within an hour as anybody may? Whoever takes no part is one with all others who do not,
/// for a reply address in wrong hands may come with any name.
fn is_full<Q: Queries>(
    rows: &Q,
    ticket: &Ticket,
    sender: Option<ContactId>,
    most: u32,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let entry = |number: u32| rows.entry(ticket.id, EntryNumber::new(number));
    let is_late = |at: Timestamp| now.since(at) < Span::from_hours(1);
    // Of most tickets that is all there is to ask.
    let Some(first) = ticket.entries.checked_sub(most) else { return Ok(false) };
    if !entry(first.saturating_add(1))?.is_some_and(|entry| is_late(entry.at)) {
        return Ok(false);
    }
    let takes_part = sender.filter(|sender| ticket.participants.contains(sender));
    let mut count = 0_u32;
    for number in (1..=ticket.entries).rev() {
        let Some(entry) = entry(number)?.filter(|entry| is_late(entry.at)) else { break };
        let is_his = match (entry.author, takes_part) {
            (Author::Customer(author), Some(sender)) => author == sender,
            (Author::Customer(author), None) => !ticket.participants.contains(&author),
            (Author::Desk, sender) => sender.is_none(),
            (Author::Staff(_), _) => false,
        };
        count = count.saturating_add(u32::from(is_his));
        if count >= most {
            return Ok(true);
        }
    }
    Ok(false)
}

fn volumes<Q: Queries>(
    rows: &Q,
    arrival: &Arrival<'_>,
    sender: Option<&Contact>,
    from: &EmailAddress,
) -> Result<VolumeFacts, StoreError> {
    let now = arrival.now;
    let hour = now.minus(Span::from_hours(1));
    let since = |key, from| -> Result<u32, StoreError> { Ok(rows.volume(key)?.map_or(0, |volume| volume.since(from))) };
    let domain = from.domain().to_ascii_lowercase();
    let mut counts = VolumeFacts {
        acks: since(VolumeKey::Acks, hour)?,
        acks_to_domain: since(VolumeKey::AcksToDomain(domain.clone()), hour)?,
        tickets_of_domain: since(VolumeKey::TicketsOfDomain(domain), hour)?,
        ..VolumeFacts::default()
    };
    if let Some(contact) = sender {
        let subject = Digest::of(arrival.mail.base_subject.as_bytes());
        counts.lists_to = since(VolumeKey::ListsTo(contact.id), now.minus(Span::from_hours(24)))?;
        counts.refusals_to = since(VolumeKey::RefusalsTo(contact.id), now.minus(Span::from_days(7)))?;
        counts.acks_to = since(VolumeKey::AcksTo(contact.id), now.minus(Span::from_hours(24)))?;
        counts.acks_about = since(VolumeKey::AcksAbout(contact.id, subject), now.minus(Span::from_days(7)))?;
        counts.tickets_of = since(VolumeKey::TicketsOf(contact.id), hour)?;
    }
    Ok(counts)
}
