//! What proves a mail of the staff, gathered; and the answers to questions whether a mail is theirs.

use crate::base::{ConfirmationId, ContactId, Digest, Kind, Span, limit};
use crate::decide::{
    Answer, Arrival, IntakeFacts, ProofFacts, Standing, Thread, ThreadFacts, answered, intake, settled, thread, void,
};
use crate::domain::{Confirmation, Place, Plan, VolumeKey};
use crate::mail::Mail;
use crate::policy::sender_proof;
use crate::store::{Queries, StoreError};

use super::address::among_addresses;
use super::error::DeskError;
use super::hand_over::head;
use super::settings::DeskSettings;
use super::{gather, trust};

/// The question that a mail came to: its number and who was asked. From the address it was sent to, or, where no address can carry
/// it, from the first line. What a machine sends by itself answers nothing.
pub(super) fn question(mail: &Mail, settings: &DeskSettings) -> Option<(ConfirmationId, ContactId)> {
    if mail.kind != Kind::Human {
        return None;
    }
    let policy = &settings.policy;
    let by_address = among_addresses(mail, policy, |mailbox, detail| settings.keys.read_confirmation(&mailbox.name, detail));
    by_address.or_else(|| {
        let line = mail.visible.lines().map(str::trim).find(|line| !line.is_empty())?;
        let code = line.strip_prefix("#confirm ")?.trim();
        policy.mailboxes.keys().find_map(|mailbox| settings.keys.read_confirmation(mailbox, code))
    })
}

/// What deciding on proof needs to know of a mail; nothing where it does not claim to be from the staff.
pub(super) fn facts<Q: Queries>(
    rows: &Q,
    arrival: &Arrival<'_>,
    bytes: &[u8],
    tickets: &ThreadFacts,
    settings: &DeskSettings,
) -> Result<ProofFacts, StoreError> {
    let member = arrival.from().and_then(|from| arrival.policy.member_by_address(from));
    let Some(agent) = member.and_then(|member| arrival.roster.contact(&member.name)) else { return Ok(ProofFacts::default()) };
    let mut facts = ProofFacts {
        plus_works: settings.plus_proven.contains(arrival.mailbox_name()),
        keys: marks(arrival, bytes),
        ..about(rows, agent, arrival.now)?
    };
    for key in &facts.keys {
        facts.was_executed |= rows.executed(*key)?.is_some();
    }
    if let Place::Quarantine { id, .. } = arrival.place {
        facts.keys_awaited = rows.quarantined(*id)?.map(|row| row.at);
    }
    for person in tickets.tickets.values().flat_map(|ticket| &ticket.participants) {
        if let Some(contact) = rows.contact(*person)?
            && let Some(address) = contact.address()
        {
            let name = contact.name.text();
            let shown = if name.is_empty() { address.to_string() } else { format!("{name} <{address}>") };
            facts.shown.insert(*person, shown);
        }
    }
    Ok(facts)
}

/// What is known of forgeries in somebody's name, and of questions to him.
fn about<Q: Queries>(rows: &Q, agent: ContactId, now: crate::base::Timestamp) -> Result<ProofFacts, StoreError> {
    let asked = rows.volume(VolumeKey::ConfirmationsOf(agent))?;
    Ok(ProofFacts {
        forgeries: rows.forgeries(agent)?.unwrap_or_default(),
        asked: asked.map_or(0, |volume| volume.since(now.minus(Span::from_hours(1)))),
        ..ProofFacts::default()
    })
}

/// By what a copy of a mail is known, whatever its unsigned parts say: its content, and each of its signatures.
fn marks(arrival: &Arrival<'_>, bytes: &[u8]) -> Vec<Digest> {
    let fields = head(bytes);
    let signatures = fields.iter().filter(|(name, _)| name == "dkim-signature").take(limit::SIGNATURES);
    let signed = signatures.filter_map(|(_, value)| {
        let tags = value.split(';').filter_map(|tag| tag.split_once('='));
        let (_, signature) = tags.into_iter().find(|(name, _)| name.trim() == "b")?;
        let signature: String = signature.chars().filter(|c| !c.is_whitespace()).collect();
        Some(Digest::of_parts([&b"dkim"[..], signature.as_bytes()]))
    });
    arrival.content.into_iter().chain(signed).collect()
}

/// A plan, and the message whose files its letters carry, if that is another than the one that has come.
pub(super) struct Outcome {
    pub(super) plan: Plan,
    pub(super) original: Option<(Mail, Digest)>,
}

/// Decides on a mail that answers a question; none where it is one that has been taken in before.
pub(super) fn answer<Q: Queries>(
    rows: &Q,
    settings: &DeskSettings,
    reply: &Arrival<'_>,
    (id, agent): (ConfirmationId, ContactId),
) -> Result<Option<Outcome>, DeskError> {
    let facts = gather::intake_facts(rows, reply, &ThreadFacts::default(), settings)?;
    if facts.seen.is_some() || facts.same_content.is_some() {
        return Ok(None);
    }
    let facts = IntakeFacts { proof: about(rows, agent, reply.now)?, ..facts };
    let row = rows.confirmation(id)?;
    match (answered(reply, &facts, id, agent, row.as_ref()), row) {
        (Answer::Other(plan), _) => Ok(Some(Outcome { plan: *plan, original: None })),
        (Answer::Yes, Some(row)) => confirmed(rows, settings, reply, &facts, (id, &row)).map(Some),
        (Answer::Yes, None) => Err(DeskError::Missing(format!("question {id}"))),
    }
}

/// Decides anew on the mail that was confirmed, as it lies in the spool.
fn confirmed<Q: Queries>(
    rows: &Q,
    settings: &DeskSettings,
    reply: &Arrival<'_>,
    reply_facts: &IntakeFacts,
    (id, row): (ConfirmationId, &Confirmation),
) -> Result<Outcome, DeskError> {
    let stale = || Ok(Outcome { plan: void(reply, reply_facts, id, row), original: None });
    let Some(mailbox) = settings.policy.mailboxes.get(&row.mailbox) else { return stale() };
    let bytes = rows.text(row.raw)?;
    let mail = crate::mail::read_in(&bytes, &settings.own_marks(), settings.policy.calendar.zone());
    let arrival = Arrival {
        mail: &mail,
        mailbox,
        is_rescan: false,
        raw: row.raw,
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        content: gather::content_of(&mail),
        sender_proof: sender_proof(&mail, &trust::authentication(settings, mailbox)).0,
        ..*reply
    };
    // Its reply address counts as it did when it came: the wait for the answer takes nothing from it. Revocation does.
    let tickets = gather::thread_facts(rows, &mail, settings, row.asked_at)?;
    let thread = thread(&arrival, &tickets);
    let is_as_asked = match thread {
        Thread::Into { ticket, standing: Standing::Staff(agent, _), .. } => Some(ticket) == row.ticket && agent == row.agent,
        Thread::New => row.ticket.is_none(),
        Thread::Into { .. } | Thread::Refers { .. } => false,
    };
    if !is_as_asked {
        return stale();
    }
    let mut facts = gather::intake_facts(rows, &arrival, &tickets, settings)?;
    facts.proof = ProofFacts { confirmed: Some(row.orders), ..self::facts(rows, &arrival, &bytes, &tickets, settings)? };
    // It has been seen, of course: that is why it is asked about.
    facts.seen = None;
    facts.same_content = None;
    let plan = settled(intake(&arrival, thread, &tickets, &facts), reply, id);
    Ok(Outcome { plan, original: Some((mail, row.raw)) })
}
