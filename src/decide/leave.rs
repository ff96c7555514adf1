//! The beginning and the end of an absence: who stands in, what becomes of the tickets, and what happened meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContactId, Span, TeamName, TicketId, Timestamp, limit, one_line};
use crate::domain::{
    Actor, Cause, Change, Counters, Letter, LetterKind, LetterNote, Notice, PeopleNotice, PersonEvent, Plan, Ticket,
};
use crate::policy::{Leaving, Member, Policy, Roster};

use super::draft::Draft;
use super::facts::AssignFacts;
use super::rebalance;

/// Somebody is told this long before a certification of his ends.
pub(super) const WARNING: Span = Span::from_days(30);
/// Who learns is reminded this often at most.
const REMINDED: Span = Span::from_days(7);

/// What is to be done about a member of staff now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonDue {
    /// An absence of his has begun.
    LeaveBegins(Leaving),
    /// His absence is over; it had begun then.
    LeaveEnds(Timestamp),
    /// He is to be told what there is to learn, and of certifications that end.
    Training,
}

/// What is due for a member, if anything.
pub fn person_due(member: &Member, policy: &Policy, now: Timestamp) -> Option<PersonDue> {
    match (member.absence(now), &member.person.leave) {
        (Some(absence), None) => return Some(PersonDue::LeaveBegins(absence)),
        (None, Some(leave)) => return Some(PersonDue::LeaveEnds(leave.since)),
        // Who is away is told when he is back.
        (Some(_), Some(_)) => return None,
        (None, None) => {}
    }
    let suits = policy.suits(&member.name, now) == now;
    (suits && training_at(member, policy).is_some_and(|at| at <= now)).then_some(PersonDue::Training)
}

/// When something will be due for a member, as far as can be known.
pub fn person_next(member: &Member, policy: &Policy, now: Timestamp) -> Option<Timestamp> {
    let training = training_at(member, policy).filter(|_| member.is_present(now));
    let training = training.map(|at| policy.suits(&member.name, at.max(now)));
    member.next_turn(now).into_iter().chain(training).filter(|at| *at > now).min()
}

/// When a member is to be told of his training, whatever the hour.
fn training_at(member: &Member, policy: &Policy) -> Option<Timestamp> {
    let learns = member.step().is_some_and(|step| !step.is_independent()) && !policy.modules_due(member).is_empty();
    let module = learns.then(|| member.person.reminded_at.map_or(Timestamp::from_seconds(0), |at| at.plus(REMINDED)));
    let certification = ending(member).into_iter().map(|(_, until)| until.minus(WARNING)).min();
    module.into_iter().chain(certification).min()
}

/// Certifications that end some time, and of which that has not been told.
fn ending(member: &Member) -> Vec<(String, Timestamp)> {
    ends(member).into_iter().filter(|(name, until)| member.person.warned.get(name) != Some(until)).collect()
}

/// Certifications that end some time.
fn ends(member: &Member) -> Vec<(String, Timestamp)> {
    let names: BTreeSet<&String> = member.certifications.keys().chain(member.person.certifications.keys()).collect();
    names.into_iter().filter_map(|name| Some((name.clone(), member.certified_until(name)??))).collect()
}

/// Certifications that end within a time from now.
pub(super) fn ends_within(member: &Member, now: Timestamp, within: Span) -> Vec<(String, Timestamp)> {
    ends(member).into_iter().filter(|(_, until)| *until > now && until.minus(within) <= now).collect()
}

/// What deciding on a member's day needs to know.
#[derive(Debug)]
pub struct PersonFacts<'a> {
    /// Who.
    pub member: &'a Member,
    /// The same as a contact.
    pub contact: ContactId,
    /// At the beginning of an absence his unfinished tickets; at its end those that were his at its beginning or are now.
    pub tickets: Vec<Ticket>,
    /// At the end of an absence: messages and answers of these tickets since it began.
    pub heard: BTreeMap<TicketId, (u32, u32)>,
    /// For choosing others of the tickets' teams.
    pub teams: BTreeMap<TeamName, AssignFacts>,
    /// The last number given of each kind.
    pub counters: Counters,
    /// The settings.
    pub policy: &'a Policy,
    /// Who is who among the staff.
    pub roster: &'a Roster,
    /// The present.
    pub now: Timestamp,
}

/// Decides on what is due for a member.
pub fn person(due: &PersonDue, facts: PersonFacts<'_>) -> Plan {
    let mut draft = Draft::new(Actor::Desk, Cause::Desk, facts.counters, facts.now);
    match due {
        PersonDue::LeaveBegins(absence) => begin(&mut draft, facts, *absence),
        PersonDue::LeaveEnds(since) => end(&mut draft, &facts, *since),
        PersonDue::Training => training(&mut draft, &facts),
    }
    draft.finish()
}

fn happened(draft: &mut Draft, contact: ContactId, event: PersonEvent) {
    draft.push(Change::Person { contact, by: None, event });
}

fn tell(draft: &mut Draft, kind: LetterKind, to: ContactId, about: &Member, notices: Vec<PeopleNotice>) {
    let notices = notices.into_iter().map(Notice::People).collect();
    let note = LetterNote { notices, subject: about.display.clone(), ..LetterNote::default() };
    draft.plan.letters.push(Letter { kind, to, ticket: None, entry: None, note });
}

fn begin(draft: &mut Draft, mut facts: PersonFacts<'_>, absence: Leaving) {
    let (policy, roster, now, member) = (facts.policy, facts.roster, facts.now, facts.member);
    let tickets = facts.tickets.iter().map(|ticket| ticket.id).collect();
    happened(draft, facts.contact, PersonEvent::LeaveBegun { tickets });
    let stand_in = policy.stand_in(member, now).and_then(|other| roster.contact(&other.name));
    if let Some(other) = stand_in {
        let tickets = u32::try_from(facts.tickets.len()).unwrap_or(u32::MAX);
        let mut notices = vec![PeopleNotice::StandsIn { name: member.display.clone(), until: absence.until, tickets }];
        let said = member.person.away.iter().rev().filter(|said| said.covers(now));
        let note = said.filter_map(|said| said.note.as_ref()).map(|note| note.text()).find(|note| !note.is_empty());
        notices.extend(note.map(|note| PeopleNotice::NoteFrom { name: member.display.clone(), note: note.to_owned() }));
        tell(draft, LetterKind::Absence, other, member, notices);
        return;
    }
    let shares = rebalance::give_away(draft, &mut facts, absence);
    let (name, until) = (&member.display, absence.until);
    let one = Notice::People(PeopleNotice::MovedFromAbsent { name: name.clone(), until });
    let several = Notice::People(PeopleNotice::TheseFromAbsent { name: name.clone(), until });
    draft.plan.letters.extend(rebalance::letters(shares, name, &one, &several));
}

fn end(draft: &mut Draft, facts: &PersonFacts<'_>, since: Timestamp) {
    happened(draft, facts.contact, PersonEvent::LeaveEnded);
    let mut notices = vec![PeopleNotice::WelcomeBack { since }];
    for ticket in &facts.tickets {
        let (messages, answers) = facts.heard.get(&ticket.id).copied().unwrap_or_default();
        let is_his = ticket.assignee == Some(facts.contact);
        if messages == 0 && answers == 0 && is_his && ticket.status_since < since {
            continue;
        }
        let with = ticket.assignee.and_then(|who| facts.policy.member(facts.roster, who));
        notices.push(PeopleNotice::MeanwhileOf {
            ticket: ticket.id.to_string(),
            subject: one_line(ticket.subject.text(), limit::NAME_CHARS),
            status: ticket.status.as_str().to_owned(),
            messages,
            answers,
            with: with.map(|member| member.display.clone()).unwrap_or_default(),
        });
    }
    if notices.len() == 1 {
        notices.push(PeopleNotice::MeanwhileNothing);
    }
    tell(draft, LetterKind::Absence, facts.contact, facts.member, notices);
}

fn training(draft: &mut Draft, facts: &PersonFacts<'_>) {
    let (policy, now, member) = (facts.policy, facts.now, facts.member);
    let name = || member.display.clone();
    let (mut his, mut theirs) = (Vec::new(), Vec::new());
    let learns = member.step().is_some_and(|step| !step.is_independent());
    let due = policy.modules_due(member);
    if learns && !due.is_empty() {
        happened(draft, facts.contact, PersonEvent::TrainingReminded);
        let of = |module: &&crate::policy::Module| PeopleNotice::ModuleDue {
            module: module.name.clone(),
            material: module.material.clone(),
        };
        his.extend(due.iter().map(of));
        let modules = due.iter().map(|module| module.name.clone()).collect();
        theirs.push(PeopleNotice::LearnerDue { name: name(), modules });
    }
    for (certification, until) in ending(member) {
        if until.minus(WARNING) <= now {
            happened(draft, facts.contact, PersonEvent::CertificationWarned { certification: certification.clone(), until });
            // What is over already, and was never told, is too late to warn of.
            if until > now {
                let notice = PeopleNotice::CertificationEnds { name: name(), certification, until };
                his.push(notice.clone());
                theirs.push(notice);
            }
        }
    }
    let mentor = member.mentor.as_ref().and_then(|mentor| facts.roster.contact(mentor));
    for (to, notices) in [(Some(facts.contact), his), (mentor, theirs)] {
        if let Some(to) = to.filter(|_| !notices.is_empty()) {
            tell(draft, LetterKind::Training, to, member, notices);
        }
    }
}
