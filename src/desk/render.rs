//! From a letter that is to be written to the bytes that will be sent: the same at every attempt.

use std::cell::OnceCell;

use crate::base::{
    ConfirmationId, ContactId, EmailAddress, EntryNumber, MessageId, OutboxId, Private, Span, Timestamp, limit, one_line,
};
use crate::domain::{
    Author, Change, Contact, ContactDetail, Entry, EntryKind, Envelope, Letter, LetterKind, LetterState, Listed, Notice,
    OutboxItem, Rows, Target, Ticket,
};
use crate::mail::{AutoSubmitted, Composed, Mail, Outgoing, ReplyToken, SurveyChoice, TokenRole, compose};
use crate::notify::{ListedView, MessageView, Model, TicketView};
use crate::policy::{MailboxPolicy, Member, Permission};
use crate::store::{Disk, Draft, Keyspace, Namer, Queries, StoreError};

use super::address::with_detail;
use super::ahead::{Enclosed, is_light};
use super::invite;
use super::settings::DeskSettings;
use super::survey;
use super::work::Answers;

mod alert;
mod article;
mod asked;
mod review;

/// How long a customer's reply address holds after the last mail, and an agent's (SECURITY.md 1.4).
const CUSTOMER_TOKEN: Span = Span::from_days(180);
const STAFF_TOKEN: Span = Span::from_days(30);

/// The message that is being taken in, whose files its notifications carry.
#[derive(Clone, Copy)]
pub(super) struct InHand<'a> {
    pub(super) mail: &'a Mail,
    pub(super) raw: crate::base::Digest,
    pub(super) enclosed: &'a OnceCell<Option<Enclosed>>,
    /// The mailbox it came in by; what answers it and belongs to no ticket leaves by it.
    pub(super) mailbox: &'a MailboxPolicy,
    /// What the index said to its questions.
    pub(super) answers: &'a Answers,
}

/// How many a letter of a plan goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recipients {
    /// To one: its body is nobody else's.
    One,
    /// To several, who may get the same body.
    Several,
}

/// Renders a letter, puts its bytes into the spool and gives the change that queues it; or the change that says why it is not sent.
pub(super) fn letter<D: Disk, K: Keyspace>(
    draft: &mut Draft<'_, D, K>,
    settings: &DeskSettings,
    letter: &Letter,
    recipients: Recipients,
    in_hand: Option<InHand<'_>>,
    now: Timestamp,
) -> Result<Change, StoreError> {
    let ticket = match letter.ticket {
        Some(id) => draft.ticket(id)?,
        None => None,
    };
    let withheld = |because: &str| Change::LetterWithheld {
        ticket: letter.ticket,
        contact: letter.to,
        kind: letter.kind.as_str().to_owned(),
        because: because.to_owned(),
    };
    let Some(contact) = draft.contact(letter.to)? else { return Ok(withheld("the recipient is not known")) };
    // Whatever was ordered in it: what somebody practises on reaches the staff alone.
    let is_inside = settings.roster.name(letter.to).is_some() || contact.address() == Some(&settings.policy.desk.operator);
    if ticket.as_ref().is_some_and(|ticket| ticket.practice.is_some()) && (!is_inside || letter.kind.is_for_customer()) {
        return Ok(withheld("practice goes to nobody outside"));
    }
    // A customer who asks for his tickets is answered where he asks from, if that is one of his addresses.
    let asked_from = in_hand.and_then(|in_hand| in_hand.mail.identity.address());
    let asked_from = asked_from
        .filter(|from| matches!(letter.kind, LetterKind::OwnTickets | LetterKind::OwnTicket) && contact.has_address(from));
    // An invitation proves the address that it goes to, and the operator's mail goes where the settings say.
    let mut said =
        settings.policy.invited.values().map(|member| &member.address).filter(|_| letter.kind == LetterKind::Invitation);
    let said = said.find(|invited| contact.has_address(invited));
    let operator = Some(&settings.policy.desk.operator).filter(|_| letter.kind == LetterKind::Operator);
    let said = said.or(operator.filter(|operator| contact.has_address(operator)));
    let address = said.or(asked_from).or_else(|| contact.address_in(ticket.as_ref())).cloned();
    let Some(address) = address else { return Ok(withheld("the recipient has no address")) };
    let mailbox = ticket.as_ref().and_then(|ticket| settings.policy.mailboxes.get(&ticket.mailbox));
    let asked_by = in_hand.filter(|_| letter.kind != LetterKind::Operator).map(|in_hand| in_hand.mailbox);
    let member = settings.policy.member(&settings.roster, letter.to);
    // Who is invited reads what concerns himself as the member that he may become.
    let invited = || settings.policy.invited.values().find(|member| member.address == address);
    let member = member.or_else(|| invited().filter(|_| letter.ticket.is_none()));
    let is_his = matches!(letter.kind, LetterKind::Invitation | LetterKind::Alert);
    let inviting = member.filter(|_| is_his).and_then(|member| settings.policy.mailbox_of(member));
    let Some(mailbox) = mailbox.or(inviting).or(asked_by).or_else(|| settings.policy.mailboxes.values().next()) else {
        return Ok(withheld("there is no mailbox to send it by"));
    };
    if settings.policy.is_own_address(&address) {
        return Ok(withheld("the recipient is a mailbox of this desk"));
    }
    if member.is_some_and(|member| !member.wants(letter.kind)) {
        return Ok(withheld("the reader does not want letters of this kind"));
    }
    let reader = Reader { settings, member, contact: &contact, ticket: ticket.as_ref() };
    let thread = match &ticket {
        Some(ticket) => Thread::read(draft, ticket)?,
        None => Thread::default(),
    };
    let subject_entry = letter.entry.and_then(|number| thread.entry(number));
    let mut model = model(draft, &reader, letter, &thread, subject_entry, now)?;
    asked::fill(&mut model, draft, &reader, letter, (mailbox, in_hand), now)?;
    alert::fill(&mut model, draft, &reader, letter, mailbox, now)?;
    model.articles = article::offered(&reader, letter);
    model.review = review::view(draft, &reader, letter)?;
    let may_close = |ticket| reply_address(&reader, mailbox, ticket, letter.to, now).is_some();
    model.may_close = settings.policy.threading.close_own && ticket.as_ref().is_some_and(may_close);
    let (whole, left_out) = asked::enclosed(draft, &reader, letter)?;
    model.sentences.extend(left_out);
    model.invitation = member
        .filter(|_| letter.kind == LetterKind::Invitation)
        .map(|member| invite::view(settings, member, reader.time(now.plus(invite::VALID))));
    let confirm = letter.note.confirmation.map(|question| confirm_address(settings, mailbox, question, letter.to));
    if let Some(None) = &confirm
        && let Some(question) = letter.note.confirmation
    {
        // No address can carry it: its writer copies it into the first line.
        model.code = settings.keys.write_confirmation(&mailbox.name, question, letter.to, limit::LOCAL_PART_BYTES);
    }
    let id = draft.counters()?.unwrap_or_default().outbox.next();
    let asking = survey::Asking { settings, mailbox, contact: letter.to, letter: id, now };
    let asking = (letter.kind == LetterKind::Survey).then_some(asking);
    model.survey = asking.map(|asking| asking.view());
    // Every letter passes here, whatever it is about.
    if is_masked(&reader, letter) {
        model = crate::notify::masked(model, &|text| settings.policy.mask.hide(text).into_owned());
    }
    let rendered = settings.templates.render(letter.kind, reader.language(), &model);

    let Some(message_id) = settings.keys.write_message_id(id, &settings.policy.desk.domain) else {
        return Ok(withheld("the desk's domain makes no Message-ID"));
    };
    let reply_to = match confirm {
        Some(confirm) => confirm,
        None if letter.kind == LetterKind::Survey => asking.and_then(|asking| asking.address(SurveyChoice::Written)),
        None if letter.kind == LetterKind::Invitation => invite::reply_address(settings, mailbox, (letter.to, id), now),
        None if letter.kind == LetterKind::Forward => {
            ticket.as_ref().and_then(|ticket| reader.address_for(TokenRole::Consulted, mailbox, ticket, now))
        }
        None => ticket.as_ref().and_then(|ticket| reply_address(&reader, mailbox, ticket, letter.to, now)),
    };
    let references = thread.references(letter);
    let earlier = earlier(draft, settings, letter, subject_entry, in_hand)?;
    let earlier_files = OnceCell::new();
    let nothing = Answers::new();
    let earlier =
        earlier.as_ref().map(|(raw, mail)| InHand { mail, raw: *raw, enclosed: &earlier_files, mailbox, answers: &nothing });
    let next_at = member.filter(|_| in_hand.is_none() && waits_for_reader(letter.kind));
    let next_at = next_at.map_or(now, |member| settings.policy.suits(&member.name, now));
    let in_hand = earlier.or(in_hand);
    let enclosed = whole.as_ref().or_else(|| enclosed(letter, subject_entry, in_hand, &draft.namer()));
    let composed = compose(&Outgoing {
        from: (&settings.policy.desk.name, &mailbox.address),
        to: (contact.name.text(), &address),
        reply_to: reply_to.as_ref(),
        subject: &rendered.subject,
        message_id: &message_id,
        date: now,
        in_reply_to: references.last(),
        references: &references,
        text: &rendered.text,
        html: rendered.html.as_deref(),
        pictures: None,
        files: enclosed.map(|enclosed| &enclosed.files),
        auto_submitted: auto_submitted(letter.kind),
        loop_mark: &settings.loop_mark,
        list_id: (letter.kind == LetterKind::NewTicket)
            .then_some((settings.policy.desk.name.as_str(), settings.list_id.as_str())),
    });
    let mut item = OutboxItem {
        ticket: letter.ticket,
        entry: letter.entry,
        seen: ticket.as_ref().filter(|_| !letter.kind.is_for_customer()).map(|ticket| EntryNumber::new(ticket.entries)),
        envelope: if letter.kind.answers_anybody() { Envelope::Null } else { Envelope::Mailbox },
        next_at,
        ..queued(draft, (id, message_id), letter.kind, (letter.to, address), mailbox, pieces(composed, recipients), now)?
    };
    if let Some(enclosed) = enclosed {
        draft.put_named(&enclosed.named)?;
        item.pieces.push(enclosed.named.name());
    }
    Ok(Change::LetterQueued { item: Box::new(item) })
}

/// What the desk writes to the staff by itself is sent when it suits its reader: an absence that begins at midnight wakes nobody.
const fn waits_for_reader(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::Absence | LetterKind::HandedOver | LetterKind::Assigned | LetterKind::NewTicket)
        || matches!(kind, LetterKind::QualityReview | LetterKind::QualityResult)
}

/// The mail in which an answer was written that was held: it is sent with its files.
fn earlier<D: Disk, K: Keyspace>(
    draft: &Draft<'_, D, K>,
    settings: &DeskSettings,
    letter: &Letter,
    entry: Option<&Entry>,
    in_hand: Option<InHand<'_>>,
) -> Result<Option<(crate::base::Digest, Mail)>, StoreError> {
    let Some(entry) =
        entry.filter(|entry| matches!(letter.kind, LetterKind::Reply | LetterKind::Draft) && !entry.attachments.is_empty())
    else {
        return Ok(None);
    };
    let Some(raw) = entry.raw.filter(|raw| in_hand.is_none_or(|hand| hand.raw != *raw)) else { return Ok(None) };
    Ok(Some((raw, crate::mail::read(&draft.text(raw)?, &settings.own_marks()))))
}

/// Head and body as the spool is to have them: the head by itself where the body is worth sharing with the letters to others.
pub(super) fn pieces(composed: Composed, recipients: Recipients) -> Vec<Vec<u8>> {
    let Composed { mut head, mut body } = composed;
    if recipients == Recipients::Several && body.len() >= limit::SHARED_BODY_BYTES {
        return vec![head, body];
    }
    head.append(&mut body);
    vec![head]
}

/// Puts a letter's bytes into the spool and gives its row of the outbox: of no ticket, from the mailbox's own address.
pub(super) fn queued<D: Disk, K: Keyspace>(
    draft: &mut Draft<'_, D, K>,
    (id, message_id): (OutboxId, MessageId),
    kind: LetterKind,
    (contact, to): (ContactId, EmailAddress),
    mailbox: &MailboxPolicy,
    pieces: Vec<Vec<u8>>,
    now: Timestamp,
) -> Result<OutboxItem, StoreError> {
    let pieces = pieces.into_iter().map(|piece| draft.put_text(piece)).collect::<Result<_, _>>()?;
    Ok(OutboxItem {
        id,
        kind,
        ticket: None,
        entry: None,
        seen: None,
        contact,
        to: Private::Known(to),
        mailbox: mailbox.name.clone(),
        envelope: Envelope::Mailbox,
        message_id: message_id.into(),
        pieces,
        state: LetterState::Queued,
        attempts: 0,
        queued_at: now,
        next_at: now,
        last: None,
    })
}

const fn auto_submitted(kind: LetterKind) -> AutoSubmitted {
    match kind {
        LetterKind::Reply | LetterKind::Forward => AutoSubmitted::No,
        LetterKind::Received | LetterKind::NotAccepted => AutoSubmitted::Replied,
        _ => AutoSubmitted::Generated,
    }
}

/// The files that a letter carries: an answer's own, and for the staff what came with the message, if a phone can take it.
fn enclosed<'a>(letter: &Letter, entry: Option<&Entry>, in_hand: Option<InHand<'a>>, namer: &Namer) -> Option<&'a Enclosed> {
    let in_hand = in_hand.filter(|hand| entry.is_some_and(|entry| entry.raw == Some(hand.raw)))?;
    let carries = matches!(
        letter.kind,
        LetterKind::Reply
            | LetterKind::CustomerReply
            | LetterKind::NewTicket
            | LetterKind::Assigned
            | LetterKind::StaffActivity
            | LetterKind::Draft
    );
    let fits = letter.kind == LetterKind::Reply || is_light(in_hand.mail);
    let enclosed = (carries && fits).then(|| in_hand.enclosed.get_or_init(|| Enclosed::of(in_hand.mail, in_hand.raw, namer)))?;
    enclosed.as_ref()
}

/// The address that a reply goes to: with a token where the mailbox can take one.
fn reply_address(
    reader: &Reader<'_>,
    mailbox: &MailboxPolicy,
    ticket: &Ticket,
    to: ContactId,
    now: Timestamp,
) -> Option<EmailAddress> {
    match reader.member {
        _ if ticket.participants.contains(&to) => reader.address_for(TokenRole::Customer, mailbox, ticket, now),
        Some(_) => reader.address_for(TokenRole::Staff, mailbox, ticket, now),
        // An operator who is not of the staff may read, not write.
        None => None,
    }
}

/// The address that the answer to a question goes to; none where the mailbox can take no such address.
fn confirm_address(
    settings: &DeskSettings,
    mailbox: &MailboxPolicy,
    question: ConfirmationId,
    agent: ContactId,
) -> Option<EmailAddress> {
    with_detail(settings, mailbox, |room| Some(settings.keys.write_confirmation(&mailbox.name, question, agent, room)))
}

/// Who reads a letter.
struct Reader<'a> {
    settings: &'a DeskSettings,
    member: Option<&'a Member>,
    contact: &'a Contact,
    ticket: Option<&'a Ticket>,
}

impl Reader<'_> {
    /// The address by which he writes into a ticket in a role.
    fn address_for(&self, role: TokenRole, mailbox: &MailboxPolicy, ticket: &Ticket, now: Timestamp) -> Option<EmailAddress> {
        let life = if role == TokenRole::Staff { STAFF_TOKEN } else { CUSTOMER_TOKEN };
        let recipient = self.contact.id;
        let token = ReplyToken { role, ticket: ticket.id, recipient, epoch: ticket.epoch, expires: now.plus(life) };
        with_detail(self.settings, mailbox, |room| Some(self.settings.keys.write_token(&mailbox.name, &token, room)))
    }

    fn language(&self) -> &str {
        match self.member {
            Some(member) => &member.language,
            None => self.settings.policy.language_for(Some(self.contact), self.ticket),
        }
    }

    /// The mentor's name, where the reader learns in this way.
    fn mentor(&self, learns: impl Fn(&Member) -> bool) -> String {
        let member = self.member.filter(|member| learns(member));
        let mentor = member.and_then(|member| self.settings.policy.staff.get(member.mentor.as_ref()?));
        mentor.map(|mentor| mentor.display.clone()).unwrap_or_default()
    }

    /// A point in time as this person's clock shows it.
    fn time(&self, at: Timestamp) -> String {
        let desk = self.settings.policy.calendar.zone();
        let zone = self.member.and_then(|member| jiff::tz::TimeZone::get(&member.time_zone).ok()).unwrap_or_else(|| desk.clone());
        let Ok(time) = jiff::Timestamp::from_second(at.as_seconds()) else { return at.to_string() };
        crate::notify::local_time(self.language(), &time.to_zoned(zone))
    }

    /// How a person is called: staff by their display name, others by name or, for the staff, by address.
    fn name_of<Q: Queries>(&self, rows: &Q, contact: ContactId) -> Result<String, StoreError> {
        if let Some(member) = self.settings.policy.member(&self.settings.roster, contact) {
            return Ok(member.display.clone());
        }
        let Some(row) = rows.contact(contact)? else { return Ok(String::new()) };
        let name = row.name.text();
        let address = row.address().map(ToString::to_string).unwrap_or_default();
        Ok(match (name.is_empty(), self.member.is_some()) {
            (true, _) => address,
            (false, true) if !address.is_empty() => format!("{name} <{address}>"),
            (false, _) => name.to_owned(),
        })
    }
}

/// The last entries of a ticket, newest first.
#[derive(Default)]
struct Thread {
    entries: Vec<Entry>,
    total: u32,
}

impl Thread {
    fn read<Q: Queries>(rows: &Q, ticket: &Ticket) -> Result<Self, StoreError> {
        let mut entries = Vec::new();
        // What has moved to another ticket is not this one's any more.
        let mut total = ticket.entries;
        let most = u32::try_from(limit::HISTORY_ENTRIES).unwrap_or(u32::MAX).saturating_add(2);
        for number in (ticket.entries.saturating_sub(most)..ticket.entries).rev() {
            let entry = rows.entry(ticket.id, EntryNumber::new(number.saturating_add(1)))?;
            match entry {
                Some(entry) if entry.moved_to.is_none() => entries.push(entry),
                _ => total = total.saturating_sub(1),
            }
        }
        Ok(Self { entries, total })
    }

    fn entry(&self, number: EntryNumber) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.number == number)
    }

    /// The ids of the conversation, oldest first.
    fn references(&self, letter: &Letter) -> Vec<MessageId> {
        if let Some(answers) = &letter.note.answers {
            return vec![answers.clone()];
        }
        // Whoever it is forwarded to has seen none of it.
        if letter.kind == LetterKind::Forward {
            return Vec::new();
        }
        // What came from outside is all that both sides have seen: an agent's own Message-ID would tell customers of his machine.
        let messages = self.entries.iter().rev().filter(|entry| entry.kind == EntryKind::Message);
        messages.filter_map(|entry| entry.message_id.as_ref()?.known().cloned()).collect()
    }
}

fn model<D: Disk, K: Keyspace>(
    draft: &Draft<'_, D, K>,
    reader: &Reader<'_>,
    letter: &Letter,
    thread: &Thread,
    entry: Option<&Entry>,
    now: Timestamp,
) -> Result<Model, StoreError> {
    let settings = reader.settings;
    let is_staff = !letter.kind.is_for_customer();
    let mut model = Model {
        desk: settings.policy.desk.name.clone(),
        reader: if is_staff { reader.name_of(draft, letter.to)? } else { reader.contact.name.text().to_owned() },
        may_reply: reader.member.is_some_and(|member| member.profile.may(Permission::Reply)),
        may_note: reader.member.is_some(),
        supervisor: reader.mentor(Member::is_supervised),
        shadows: reader.mentor(Member::is_shadowing),
        is_delayed: letter.note.notices.iter().any(|notice| matches!(notice, Notice::NotYetDelivered { .. })),
        waited: letter.note.waited.map(|span| span.to_string()).unwrap_or_default(),
        unsent: letter.note.unsent.clone(),
        subject: one_line(&letter.note.subject, limit::SUBJECT_CHARS),
        ..Model::default()
    };
    if let Some(member) = reader.member.filter(|_| is_staff) {
        model.reader = member.display.clone();
    }
    for person in &letter.note.told {
        model.told.push(reader.name_of(draft, *person)?);
    }
    let mut tickets = Vec::new();
    for listed in letter.note.list.iter().take(limit::LISTED_TICKETS) {
        tickets.extend(listed_view(draft, reader, listed, now)?.map(|view| (listed.heading, view)));
    }
    model.list_total = u32::try_from(letter.note.list.len()).unwrap_or(u32::MAX);
    model.list_left_out = model.list_total.saturating_sub(u32::try_from(limit::LISTED_TICKETS).unwrap_or(u32::MAX));
    model.sections = crate::notify::sections(reader.language(), tickets);
    let time = |at| reader.time(at);
    model.sentences = letter.note.notices.iter().map(|notice| crate::notify::notice(reader.language(), notice, &time)).collect();
    // The acknowledgement carries nothing that a stranger chose (SECURITY.md, L11): the model does not even hold it.
    if letter.kind.answers_anybody() {
        model.reader.clear();
    }
    if let Some(ticket) = reader.ticket {
        model.ticket = Some(ticket_view(draft, reader, ticket, letter)?);
    }
    if let Some(entry) = entry {
        if let Author::Staff(agent) = entry.author {
            model.signature = reader.name_of(draft, agent)?;
        }
        if !matches!(letter.kind, LetterKind::Received | LetterKind::Forward) {
            model.message = Some(message_view(draft, reader, entry, limit::TEXT_BYTES)?);
        }
    }
    if is_staff {
        let shown = entry.map(|entry| entry.number);
        for earlier in thread.entries.iter().filter(|one| Some(one.number) != shown).take(limit::HISTORY_ENTRIES) {
            model.history.push(message_view(draft, reader, earlier, limit::HISTORY_CHARS)?);
        }
        let listed = u32::try_from(model.history.len()).unwrap_or(u32::MAX).saturating_add(u32::from(shown.is_some()));
        model.history_left_out = thread.total.saturating_sub(listed);
    }
    Ok(model)
}

/// Is hidden in it what not everybody may see? What an agent answers, its customer gets as it was written, and what is forwarded shows
/// no more than its writer sees himself.
fn is_masked(reader: &Reader<'_>, letter: &Letter) -> bool {
    let settings = reader.settings;
    let sees = |member: Option<&Member>| member.is_some_and(|member| member.profile.may(Permission::ViewSensitive));
    let forwarded_by = || settings.policy.member(&settings.roster, *reader.ticket?.consulted.get(&letter.to)?);
    match letter.kind {
        LetterKind::Forward => !sees(forwarded_by()),
        kind => !kind.is_for_customer() && !sees(reader.member),
    }
}

/// A ticket of a list, with an address of its own to answer it by.
fn listed_view<Q: Queries>(
    rows: &Q,
    reader: &Reader<'_>,
    listed: &Listed,
    now: Timestamp,
) -> Result<Option<ListedView>, StoreError> {
    let Some(ticket) = rows.ticket(listed.ticket)? else { return Ok(None) };
    let reader_contact = reader.contact.id;
    let mailbox = reader.settings.policy.mailboxes.get(&ticket.mailbox);
    let answer = mailbox.and_then(|mailbox| reply_address(reader, mailbox, &ticket, reader_contact, now));
    let at = listed.at.map(|at| reader.time(at)).unwrap_or_default();
    let assignee = match ticket.assignee.filter(|assignee| *assignee != reader_contact) {
        Some(assignee) => reader.name_of(rows, assignee)?,
        None => String::new(),
    };
    Ok(Some(ListedView {
        number: ticket.id.get(),
        subject: one_line(crate::mail::shown_subject(ticket.subject.text()), limit::SUBJECT_CHARS),
        requester: reader.name_of(rows, ticket.requester)?,
        assignee,
        what: crate::notify::listed(reader.language(), listed.heading, listed.target, &at),
        answer: answer.map(|address| address.to_string()).unwrap_or_default(),
    }))
}

fn ticket_view<Q: Queries>(rows: &Q, reader: &Reader<'_>, ticket: &Ticket, letter: &Letter) -> Result<TicketView, StoreError> {
    let hides_subject = letter.kind == LetterKind::Received;
    let promise = |target: Target| ticket.promises.get(&target).filter(|promise| promise.paused_at.is_none());
    let answer = promise(Target::FirstResponse).or_else(|| promise(Target::NextResponse));
    let requester = rows.contact(ticket.requester)?;
    let mut view = TicketView {
        number: ticket.id.get(),
        status: ticket.status.as_str().to_owned(),
        priority: ticket.priority.as_str().to_owned(),
        opened: reader.time(ticket.opened_at),
        due: answer.map(|promise| reader.time(promise.due)).unwrap_or_default(),
        is_overdue: answer.is_some_and(|promise| promise.broken_at.is_some()),
        resolution_due: promise(Target::Resolution).map(|promise| reader.time(promise.due)).unwrap_or_default(),
        ..TicketView::default()
    };
    if hides_subject {
        return Ok(view);
    }
    view.subject = one_line(crate::mail::shown_subject(ticket.subject.text()), limit::SUBJECT_CHARS);
    view.linked = ticket.linked.iter().map(ToString::to_string).collect();
    view.team = ticket.team.as_ref().map(ToString::to_string).unwrap_or_default();
    view.is_mine = ticket.assignee == Some(letter.to);
    view.tags = ticket.tags.iter().cloned().collect();
    view.category = ticket.category.as_ref().map(ToString::to_string).unwrap_or_default();
    if let Some(assignee) = ticket.assignee {
        view.assignee = reader.name_of(rows, assignee)?;
    }
    if let Some(practice) = &ticket.practice {
        view.is_practice = true;
        if practice.learner == letter.to {
            view.practice_guide = reader.mentor(|_| true);
        } else {
            view.practice_learner = reader.name_of(rows, practice.learner)?;
        }
    }
    if let Some(requester) = requester {
        let address = requester.address().map(ToString::to_string).unwrap_or_default();
        let name = requester.name.text();
        view.requester = if name.is_empty() { address.clone() } else { name.to_owned() };
        view.requester_shown = match (name.is_empty(), address.is_empty()) {
            (false, false) => format!("{name} <{address}>"),
            _ => view.requester.clone(),
        };
        view.requester_address = address;
        if reader.member.is_some_and(|member| member.profile.may(Permission::ViewContacts)) {
            let known =
                [ContactDetail::Organisation, ContactDetail::Phone].map(|detail| requester.detail_text(&detail).to_owned());
            view.requester_known = known.into_iter().filter(|value| !value.is_empty()).collect::<Vec<_>>().join(", ");
        }
    }
    Ok(view)
}

fn message_view<Q: Queries>(rows: &Q, reader: &Reader<'_>, entry: &Entry, most: usize) -> Result<MessageView, StoreError> {
    let author = match entry.author {
        Author::Customer(contact) | Author::Staff(contact) => reader.name_of(rows, contact)?,
        Author::Desk => reader.settings.policy.desk.name.clone(),
    };
    let text =
        String::from_utf8(rows.text(entry.text)?).unwrap_or_else(|odd| String::from_utf8_lossy(odd.as_bytes()).into_owned());
    Ok(MessageView {
        author,
        at: reader.time(entry.at),
        text: crate::base::clip(&text, most),
        attachments: entry.attachments.iter().map(|name| name.text().to_owned()).collect(),
        flags: entry.flags.iter().map(|flag| crate::notify::flag(reader.language(), *flag)).collect(),
        is_customer: matches!(entry.author, Author::Customer(_)),
        is_note: entry.kind == EntryKind::Note,
        is_automatic: entry.kind == EntryKind::Automatic,
        is_doubtful: entry.doubtful,
    })
}
