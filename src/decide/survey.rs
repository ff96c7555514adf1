//! Whether customers were satisfied: who is asked, and what follows from what they say.
//!
//! A question is asked once a resolution, at most every so often to one person, and never of spam, practice or a ticket that nobody of
//! the staff has answered. An answer counts once, from the address that was asked, by a letter that only its reader can know: a
//! mail program that opens links sends no mail. Whatever else comes back is mail like any other and reopens the ticket.

use crate::base::{ContactId, Digest, Kind, TicketId, Timestamp};
use crate::domain::{
    Actor, Author, Change, Contact, DeadlineKind, Disposition, Due, EntryKind, LetterKind, LetterNote, MatchedBy, Notice, Plan,
    Proof, Rating, SenderProof, Status, Ticket,
};
use crate::mail::SurveyChoice;
use crate::policy::{Policy, Satisfaction};

use super::clock::ClockFacts;
use super::customer::expect_answer;
use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, entry_of, receive, refers};

/// A survey that a message answers, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredSurvey {
    /// Its ticket as it is now.
    pub ticket: Ticket,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Who was asked.
    pub contact: Contact,
    /// What the address stands for.
    pub choice: SurveyChoice,
    /// What shows that it is the answer.
    pub matched_by: MatchedBy,
}

/// What somebody says to the question.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    /// This rating, and these words.
    Rated(Rating, String),
    /// Not to be asked again.
    Declined,
}

/// The deadline of the question, where a ticket is finished from now on. Whoever was not asked then is not asked later either.
pub(super) fn expect(policy: &Policy, ticket: &Ticket, now: Timestamp, changes: &mut Vec<Change>) {
    let Some(satisfaction) = policy.service.satisfaction else { return };
    if finished_since(ticket) != Some(now) || !is_asked_about(ticket, satisfaction) {
        return;
    }
    let due = Due { at: now.plus(satisfaction.after), who: None, note: None };
    if ticket.deadlines.get(&DeadlineKind::Survey) != Some(&due) {
        changes.push(Change::DeadlineSet { ticket: ticket.id, kind: DeadlineKind::Survey, due });
    }
}

/// Since when it is finished without a break: what is resolved becomes closed, and is still the same end.
pub(super) fn finished_since(ticket: &Ticket) -> Option<Timestamp> {
    let turns = ticket.turns.iter().rev().take_while(|turned| !turned.to.is_unfinished());
    turns.last().map(|turned| turned.at)
}

/// Is it a ticket whose customers are asked: finished, answered by a person, and one of the share?
fn is_asked_about(ticket: &Ticket, satisfaction: Satisfaction) -> bool {
    matches!(ticket.status, Status::Resolved | Status::Closed)
        && ticket.practice.is_none()
        && ticket.first_reply_at.is_some()
        && is_of_share(ticket.id, satisfaction.share)
}

/// Which tickets are asked about follows from their numbers alone, and looks like chance.
fn is_of_share(ticket: TicketId, share: u8) -> bool {
    let digest = Digest::of(&ticket.get().to_be_bytes());
    let number = digest.as_bytes().iter().take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    number % 100 < u32::from(share)
}

/// Asks the customer, unless he was asked lately or does not want to be.
pub(super) fn ask(draft: &mut Draft, facts: &ClockFacts<'_>, ticket: &Ticket) {
    let (Some(satisfaction), Some(contact)) = (facts.policy.service.satisfaction, facts.customer) else { return };
    let lately = contact.surveyed_at.is_some_and(|at| facts.now.since(at) < satisfaction.not_again);
    let is_staff = facts.roster.name(contact.id).is_some();
    let unwilling = contact.declines_surveys || contact.unreachable || is_staff || lately;
    if unwilling || !is_asked_about(ticket, satisfaction) {
        return;
    }
    draft.push(Change::SurveySent { ticket: ticket.id, contact: contact.id });
    draft.letter(LetterKind::Survey, contact.id, ticket.id, None, LetterNote::default());
}

/// Decides on an answer; none where the message says something else.
pub(super) fn answered(arrival: &Arrival<'_>, facts: &IntakeFacts) -> Option<Plan> {
    let survey = facts.survey.as_ref()?;
    let from = arrival.from()?;
    let may_answer = arrival.mail.kind == Kind::Human && arrival.sender_proof != SenderProof::Fail;
    if !may_answer || !survey.contact.has_address(from) {
        return None;
    }
    let contact = survey.contact.id;
    let said = said(survey.choice, &arrival.mail.visible)?;
    let proof = if survey.matched_by == MatchedBy::Token { Proof::E1 } else { Proof::E1m };
    let mut draft = begin(arrival, facts, Actor::Customer(contact));
    let mut ticket = survey.ticket.clone();
    match said {
        Said::Declined => draft.push(Change::SurveysDeclined { contact }),
        Said::Rated(rating, words) => {
            // Only the question that was asked last counts, and it counts once. Words that come later are a message.
            let is_open = ticket.survey.is_some_and(|asked| asked.at == survey.asked_at && asked.rating.is_none());
            if !is_open && !words.is_empty() {
                return None;
            }
            if is_open {
                rated(&mut draft, arrival, facts, &mut ticket, (contact, rating, &words, proof));
            }
        }
    }
    receive(&mut draft, arrival, Disposition::Appended, Some(ticket.id), (survey.matched_by, proof));
    Some(draft.finish())
}

/// Notes a rating, and tells who should know of a low one.
fn rated(
    draft: &mut Draft,
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    ticket: &mut Ticket,
    (contact, rating, words, proof): (ContactId, Rating, &str, Proof),
) {
    let (policy, roster) = (arrival.policy, arrival.roster);
    draft.push(Change::Rated { ticket: ticket.id, contact, rating });
    // His words stand in the ticket, and nobody has to answer them.
    let entry = (!words.is_empty()).then(|| {
        let entry = entry_of(draft, arrival, Author::Customer(contact), EntryKind::Message, words, proof);
        draft.entry(ticket, entry, refers(arrival))
    });
    let Some(satisfaction) = policy.service.satisfaction.filter(|satisfaction| rating.get() <= satisfaction.low) else { return };
    let reopens = satisfaction.reopens && entry.is_some() && draft.status(ticket, Status::Open).is_ok();
    if reopens {
        draft.push(Change::Reopened { ticket: ticket.id });
        expect_answer(draft, ticket);
    }
    let assignee = ticket.assignee.and_then(|who| policy.member(roster, who));
    let lead = ticket.team.as_ref().and_then(|team| policy.teams.get(team)?.lead.as_ref());
    let lead = lead.and_then(|name| roster.contact(name));
    let managers = assignee.map(|member| policy.managers_or(facts.operator, member, roster, draft.now));
    let people = managers.unwrap_or_else(|| lead.or(facts.operator).into_iter().collect());
    let notice = Notice::RatedLow { rating, reopened: reopens };
    for person in people {
        let note = LetterNote { notices: vec![notice.clone()], ..LetterNote::default() };
        draft.letter(LetterKind::LowRating, person, ticket.id, entry, note);
    }
}

/// What an answer says: what its address stands for, or the number that its text begins with.
fn said(choice: SurveyChoice, text: &str) -> Option<Said> {
    match choice {
        SurveyChoice::Declined => Some(Said::Declined),
        SurveyChoice::Rated(number) => {
            let rating = Rating::new(number)?;
            // The prepared text repeats the number.
            let words = match said(SurveyChoice::Written, text) {
                Some(Said::Rated(_, words)) => words,
                _ => text.trim().to_owned(),
            };
            Some(Said::Rated(rating, words))
        }
        SurveyChoice::Written => {
            let text = text.trim_start();
            let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
            if STOP.contains(&first.trim().trim_end_matches(['.', '!']).to_lowercase().as_str()) && rest.trim().is_empty() {
                return Some(Said::Declined);
            }
            let (rating, behind) = number(first.trim())?;
            let words = format!("{behind}\n{rest}").trim().to_owned();
            Some(Said::Rated(rating, words))
        }
    }
}

/// Words for "do not ask me again".
const STOP: [&str; 4] = ["stop", "stopp", "no more surveys", "keine umfragen"];

/// Words between the number and what is said about it.
const UNITS: [&str; 8] = ["/5", "/ 5", "of 5", "out of 5", "von 5", "stars", "star", "sterne"];

/// A line that is a rating: `4`, `4/5`, `4 of 5: good`, `★★★★`. A sentence that begins with a number is none: “5 of my printers …”.
fn number(line: &str) -> Option<(Rating, String)> {
    let stars = line.chars().take_while(|c| matches!(c, '★' | '*')).count();
    let (number, rest) = if stars > 0 {
        (u8::try_from(stars).ok()?, line.trim_start_matches(['★', '*']).trim_start_matches('☆'))
    } else {
        let first = line.chars().next()?;
        (u8::try_from(first.to_digit(10)?).ok()?, line.get(first.len_utf8()..)?)
    };
    let rating = Rating::new(number)?;
    let lower = rest.trim_start().to_lowercase();
    let unit = UNITS.iter().find(|unit| lower.starts_with(**unit)).map_or(0, |unit| unit.len());
    let rest = rest.trim_start().get(unit..)?.trim_start();
    let has_end = rest.is_empty() || rest.starts_with(['.', ',', ':', ';', '!', '-', '–', '—', ')']);
    has_end.then(|| (rating, rest.trim_start_matches(['.', ',', ':', ';', '!', '-', '–', '—', ')', ' ']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_stands_alone_or_before_a_mark() {
        let read = |text: &str| match said(SurveyChoice::Written, text) {
            Some(Said::Rated(rating, words)) => Some((rating.get(), words)),
            _ => None,
        };
        for (text, rating, words) in [
            ("4", 4, ""),
            ("5!", 5, ""),
            ("  3  ", 3, ""),
            ("4/5", 4, ""),
            ("4 / 5 - quick", 4, "quick"),
            ("2 von 5: zu langsam", 2, "zu langsam"),
            ("1 star\nNobody called back.", 1, "Nobody called back."),
            ("★★★★☆", 4, ""),
            ("*****\n\nGreat!", 5, "Great!"),
            ("5, thank you", 5, "thank you"),
        ] {
            assert_eq!(read(text), Some((rating, words.to_owned())), "{text}");
        }
        for text in [
            "",
            "0",
            "6",
            "12",
            "45",
            "5 of my printers still fail",
            "2 days later it broke again",
            "4 people wait",
            "Thanks! 5",
            "It still does not work.",
            "******",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(said(SurveyChoice::Written, "Stop."), Some(Said::Declined));
        assert_eq!(said(SurveyChoice::Written, "Stop the printer, it burns"), None);
        // The link decides, whatever is written below it.
        let five = Rating::new(5).expect("a rating");
        assert_eq!(said(SurveyChoice::Rated(5), "5\n\nGood"), Some(Said::Rated(five, "Good".to_owned())));
        assert_eq!(said(SurveyChoice::Rated(5), "Good"), Some(Said::Rated(five, "Good".to_owned())));
    }

    #[test]
    fn a_share_of_the_tickets_is_asked_about() {
        let asked = |share| (1..=10_000).filter(|number| is_of_share(TicketId::new(*number), share)).count();
        assert_eq!((asked(0), asked(100)), (0, 10_000));
        let quarter = asked(25);
        assert!((2_300..2_700).contains(&quarter), "{quarter}");
    }
}
