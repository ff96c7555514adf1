//! People who are away: what their absence notes say, and where their mail goes meanwhile.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::base::{ContactId, Kind, Timestamp};
use crate::domain::{
    AbsenceSource, Change, Letter, LetterKind, LetterNote, Notice, PeopleNotice, PersonEvent, Plan, Proof, SenderProof, Ticket,
};
use crate::policy::{LearnAbsence, Member, Policy, Roster};

use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};

/// Learns from an absence note of one of the staff that answers a letter of ours. Knowing such a letter is all that shows whose
/// it is, so it may say no more than that he is away.
pub(super) fn learn(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &Ticket,
    contact: ContactId,
    proof: Proof,
) {
    let rule = arrival.policy.people.learn_absence;
    let is_sound = arrival.mail.kind == Kind::OutOfOffice && proof != Proof::E0 && arrival.sender_proof != SenderProof::Fail;
    let Some(member) = arrival.policy.member(arrival.roster, contact).filter(|_| is_sound && rule != LearnAbsence::Off) else {
        return;
    };
    let now = arrival.now;
    let zone = zone_of(member, arrival.policy);
    let until = arrival.mail.away_until.as_deref().and_then(|day| end_of(day, &zone)).filter(|until| *until > now);
    if is_known(member, until, now) {
        return;
    }
    let name = member.display.clone();
    let order = match &arrival.mail.away_until {
        Some(day) if until.is_some() => format!("maildesk staff away {} --until {}", member.name, day_after(day)),
        _ => format!("maildesk staff away {} --until DATE", member.name),
    };
    let (event, notice) = match (rule, until) {
        (LearnAbsence::Apply, Some(until)) => (
            PersonEvent::Away { from: now, until: Some(until), source: AbsenceSource::Learned, substitute: None, note: None },
            PeopleNotice::AbsenceLearned { name, until },
        ),
        (_, until) => (PersonEvent::AwayOffered { until }, PeopleNotice::AbsenceOffered { name, until, order }),
    };
    draft.push(Change::Person { contact, by: None, event });
    for manager in arrival.policy.managers_or(facts.operator, member, arrival.roster, now) {
        let notices = vec![Notice::People(notice.clone())];
        let note = LetterNote { notices, subject: member.display.clone(), ..LetterNote::default() };
        draft.letter(LetterKind::Absence, manager, ticket.id, None, note);
    }
}

/// Is it known already, or was somebody asked before? Vacation responders answer once in a few days.
fn is_known(member: &Member, until: Option<Timestamp>, now: Timestamp) -> bool {
    let covered = member.absence(now).is_some_and(|absence| {
        absence.until.is_none() || until.is_none() || until.is_some_and(|until| absence.until.is_some_and(|end| end >= until))
    });
    let asked =
        member.person.offered.is_some_and(|offer| offer.until == until && now.since(offer.at) < crate::base::Span::from_days(14));
    covered || asked
}

/// The end of the last day of an absence, in the member's zone.
fn end_of(day: &str, zone: &TimeZone) -> Option<Timestamp> {
    let next = day.parse::<Date>().ok()?.tomorrow().ok()?;
    let start = next.to_zoned(zone.clone()).ok()?;
    Some(Timestamp::from_millis(start.timestamp().as_millisecond()))
}

/// `--until` names the day of return.
fn day_after(day: &str) -> String {
    day.parse::<Date>().ok().and_then(|day| day.tomorrow().ok()).map_or_else(|| day.to_owned(), |day| day.to_string())
}

/// A member's time zone; the desk's where his is unknown.
pub(super) fn zone_of(member: &Member, policy: &Policy) -> TimeZone {
    TimeZone::get(&member.time_zone).unwrap_or_else(|_| policy.calendar.zone().clone())
}

/// Sends what would go to somebody who is away to who stands in for him; once, where both would get it. Without a substitute it
/// goes to him all the same.
pub fn delegate(plan: &mut Plan, policy: &Policy, roster: &Roster, now: Timestamp) {
    let mut told: BTreeSet<_> =
        plan.letters.iter().filter(|letter| goes_on(letter.kind)).map(|letter| (letter.to, letter.ticket)).collect();
    let mut kept = Vec::with_capacity(plan.letters.len());
    for mut letter in std::mem::take(&mut plan.letters) {
        let instead = policy.member(roster, letter.to).filter(|member| goes_on(letter.kind) && !member.is_present(now));
        let instead = instead.and_then(|member| Some((member, policy.stand_in(member, now)?)));
        let Some((member, contact)) = instead.and_then(|(member, other)| Some((member, roster.contact(&other.name)?))) else {
            kept.push(letter);
            continue;
        };
        // What he did himself he need not be told in another's place.
        let is_own = plan.actor == crate::domain::Actor::Staff(contact);
        if !is_own && told.insert((contact, letter.ticket)) {
            let until = member.absence(now).and_then(|absence| absence.until);
            let notice = PeopleNotice::InsteadOf { name: member.display.clone(), until };
            letter.note.notices.insert(0, Notice::People(notice));
            letter.to = contact;
            kept.push(letter);
        }
    }
    plan.letters = kept;
}

/// Letters that somebody else can act on.
const fn goes_on(kind: LetterKind) -> bool {
    matches!(
        kind,
        LetterKind::NewTicket
            | LetterKind::Assigned
            | LetterKind::CustomerReply
            | LetterKind::StaffActivity
            | LetterKind::Reminder
            | LetterKind::Escalation
            | LetterKind::LowRating
            | LetterKind::Stranger
            | LetterKind::DeliveryFailure
    )
}

/// Gives who reads along with somebody a copy of what that person gets and writes.
pub fn copy_to_shadows(plan: &mut Plan, policy: &Policy, roster: &Roster, now: Timestamp) {
    let shadows: Vec<(&Member, &Member)> = policy
        .staff
        .values()
        .filter(|member| member.is_shadowing() && member.is_present(now))
        .filter_map(|member| Some((member, policy.staff.get(member.mentor.as_ref()?)?)))
        .collect();
    for (shadow, mentor) in shadows {
        let (Some(reader), Some(guide)) = (roster.contact(&shadow.name), roster.contact(&mentor.name)) else { continue };
        let seen = plan.letters.iter().filter(|letter| letter.to == guide && is_read_along(letter.kind));
        let got = seen.filter_map(|letter| Some((letter.ticket?, letter.entry)));
        let written = plan.changes.iter().filter_map(|change| match change {
            Change::EntryAdded { entry, .. } if entry.author == crate::domain::Author::Staff(guide) => {
                Some((entry.ticket, Some(entry.number)))
            }
            _ => None,
        });
        let copies: BTreeSet<_> = got.chain(written).collect();
        for (ticket, entry) in copies {
            // Who gets it anyway, as a member of the team, needs no copy.
            if plan.letters.iter().any(|letter| letter.to == reader && letter.ticket == Some(ticket)) {
                continue;
            }
            let notices = vec![Notice::People(PeopleNotice::ShadowOf { name: mentor.display.clone() })];
            let note = LetterNote { notices, ..LetterNote::default() };
            plan.letters.push(Letter { kind: LetterKind::Shadow, to: reader, ticket: Some(ticket), entry, note });
        }
    }
}

/// What is worth reading along.
const fn is_read_along(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::NewTicket | LetterKind::Assigned | LetterKind::CustomerReply | LetterKind::StaffActivity)
}
