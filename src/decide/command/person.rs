//! What one orders about oneself: `#away`, `#back`, `#notify`, `#digest`. They are about no ticket, whichever letter is answered
//! with them, and what they change is told in no ticket's history.

use std::collections::BTreeSet;

use crate::base::{ContactId, Timestamp, limit, one_line};
use crate::domain::{AbsenceSource, Change, Earlier, LetterKind, Notice, PeopleNotice, PersonEvent, UndoStep};
use crate::policy::{Member, Permission, parse_when};

use super::super::absence::zone_of;
use super::order::{Asker, Order, Risk, Scope, Work};
use super::people::member_called;
use super::table::{Family, alone, nearest_of};

/// Characters of what somebody leaves behind for whoever stands in.
const NOTE_CHARS: usize = 300;
const AWAY_EXAMPLE: &str = "#away until friday 9:00";
const NOTIFY_EXAMPLE: &str = "#notify team off";

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "away",
        risk: Risk::Own,
        usage: "#away [from when] [until when] [substitute who] [note]",
        example: AWAY_EXAMPLE,
        english: "says that you are away, who stands in, and what they should know",
        german: "sagt, dass Sie abwesend sind, wer Sie vertritt und was man wissen sollte",
        read: |argument| Some(Box::new(Away(argument.to_owned()))),
    },
    Family {
        name: "back",
        risk: Risk::Own,
        usage: "#back",
        example: "#back",
        english: "says that you are here again",
        german: "sagt, dass Sie wieder da sind",
        read: |argument| alone(argument, Own::Back),
    },
    Family {
        name: "notify",
        risk: Risk::Usual,
        usage: "#notify [assigned|reply|follow-up|overdue|team|digest on|off]",
        example: NOTIFY_EXAMPLE,
        english: "chooses what you are told by mail; alone it shows what you have chosen",
        german: "wählt, was Ihnen per Mail gemeldet wird; allein zeigt es Ihre Wahl",
        read: notify,
    },
    Family {
        name: "digest",
        risk: Risk::Usual,
        usage: "#digest on|off",
        example: "#digest off",
        english: "switches your mail of the morning on or off",
        german: "schaltet Ihre Mail am Morgen ein oder aus",
        read: |argument| Some(Box::new(Own::Digest { is_on: on_or_off(argument)? })),
    },
];

/// Something happens to a member of staff: it is recorded, and how to take it back. Later orders of the same mail see it.
pub(super) fn happened(work: &mut Work<'_>, contact: ContactId, member: &Member, event: PersonEvent) {
    let (by, now) = (Some(work.agent), work.arrival.now);
    let row = work.people.entry(contact).or_insert_with(|| member.person.clone());
    let earlier = Earlier::of(row, &event, now);
    row.apply(&event, by, now);
    let done = Change::Person { contact, by, event };
    work.draft.push(done.clone());
    let Some(earlier) = earlier else { return };
    // Of several orders about one thing the first says what was before, and the last what is now.
    let same = work.steps.iter_mut().find(|step| match &step.back {
        Change::Person { contact: other, event: PersonEvent::TakenBack { earlier: known }, .. } => {
            *other == contact && known.is_same_part(&earlier)
        }
        _ => false,
    });
    match same {
        Some(step) => step.done = done,
        None => {
            let back = Change::Person { contact, by, event: PersonEvent::TakenBack { earlier } };
            work.steps.push(UndoStep { done, back });
        }
    }
}

fn on_or_off(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "on" | "an" | "ein" => Some(true),
        "off" | "aus" => Some(false),
        _ => None,
    }
}

/// From when, until when, who stands in, and a note, as typed; times are read in the person's zone.
#[derive(Debug)]
struct Away(String);

const FROM: [&str; 3] = ["from", "ab", "von"];
const UNTIL: [&str; 3] = ["until", "till", "bis"];
const SUBSTITUTE: [&str; 2] = ["substitute", "vertretung"];

/// The same, read.
#[derive(Debug, Default)]
struct Absent<'a> {
    from: Option<Timestamp>,
    until: Option<Timestamp>,
    substitute: Option<&'a str>,
    note: String,
}

impl Away {
    fn unreadable(&self) -> Notice {
        Notice::BadArgument { command: "away".to_owned(), argument: self.0.clone(), example: AWAY_EXAMPLE.to_owned() }
    }

    /// Reads it: the times and the name in any order, then the note.
    fn read(&self, work: &Work<'_>) -> Result<Absent<'_>, Notice> {
        let zone = zone_of(work.member, work.arrival.policy);
        let calendar = work.arrival.policy.calendar_of(&work.member.name);
        let time = |text: &str| parse_when(text, work.arrival.now, &zone, calendar).ok();
        let mut absent = Absent::default();
        let mut rest = self.0.trim();
        loop {
            if let Some(behind) = after_word(rest, &FROM).filter(|_| absent.from.is_none()) {
                let (at, used) = time(behind).ok_or_else(|| self.unreadable())?;
                (absent.from, rest) = (Some(at), behind.get(used..).unwrap_or_default().trim_start());
            } else if let Some(behind) = after_word(rest, &UNTIL).filter(|_| absent.until.is_none()) {
                let (at, used) = time(behind).ok_or_else(|| self.unreadable())?;
                (absent.until, rest) = (Some(at), behind.get(used..).unwrap_or_default().trim_start());
            } else if let Some(behind) = after_word(rest, &SUBSTITUTE).filter(|_| absent.substitute.is_none()) {
                let (name, after) = behind.split_once([' ', '\t']).unwrap_or((behind, ""));
                (absent.substitute, rest) = (Some(name).filter(|name| !name.is_empty()), after.trim_start());
                absent.substitute.ok_or_else(|| self.unreadable())?;
            } else {
                break;
            }
        }
        // What is mistyped would become part of the note, and an absence would have no end.
        let first = rest.split_whitespace().next().unwrap_or_default().to_lowercase();
        let is_mistyped = strsim::osa_distance(&first, "until") == 1 || !nearest_of(&first, SUBSTITUTE.into_iter()).is_empty();
        if is_mistyped || absent.until.is_none() && time(rest).is_some() {
            return Err(self.unreadable());
        }
        absent.note = one_line(rest, NOTE_CHARS);
        Ok(absent)
    }
}

/// What stands behind the first word, where that is one of these.
fn after_word<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let (first, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    words.iter().any(|word| first.eq_ignore_ascii_case(word)).then(|| rest.trim_start())
}

impl Order for Away {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        // Who stands in may work on the tickets of who is away, as somebody who was added to them may.
        let names_somebody = self.0.split_whitespace().any(|word| SUBSTITUTE.iter().any(|one| word.eq_ignore_ascii_case(one)));
        if names_somebody { Permission::Contributors } else { Permission::See }
    }

    fn scope(&self) -> Scope {
        Scope::Person
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let refused = |notice| Err(Notice::People(notice));
        let (policy, now, agent, member) = (work.arrival.policy, work.arrival.now, work.agent, work.member);
        let Absent { from, until, substitute, note } = self.read(work)?;
        let from = from.unwrap_or(now);
        if until.is_some_and(|until| until <= from) {
            return refused(PeopleNotice::EndsBeforeItBegins);
        }
        let substitute = substitute.map(|typed| member_called(policy, typed)).transpose()?;
        if substitute.is_some_and(|other| other.name == member.name) {
            return refused(PeopleNotice::OwnSubstitute);
        }
        let event = PersonEvent::Away {
            from,
            until,
            source: AbsenceSource::Said,
            substitute: substitute.map(|other| other.name.clone().into()),
            note: (!note.is_empty()).then(|| note.clone().into()),
        };
        happened(work, agent, member, event);
        let mut notices = vec![PeopleNotice::YouAreAway { from, until }];
        // Who stands in by what he has just said, or by the configuration.
        let after = Member { person: work.people.get(&agent).cloned().unwrap_or_default(), ..member.clone() };
        match after.substitute_at(from).and_then(|name| policy.staff.get(name)) {
            Some(other) => {
                notices.push(PeopleNotice::StoodInBy { name: other.display.clone() });
                if !other.is_present(from) {
                    notices.push(PeopleNotice::SubstituteAway { name: other.display.clone() });
                }
            }
            None => notices.push(PeopleNotice::NobodyStandsIn { may_name: member.profile.may(Permission::Contributors) }),
        }
        if !note.is_empty() {
            notices.push(PeopleNotice::NoteKept { note });
        }
        Ok(notices.into_iter().map(Notice::People).collect())
    }
}

/// What `#notify` calls kinds of letters; the mail of the morning is a matter of its own.
const LETTERS: [(&str, &[LetterKind]); 5] = [
    ("assigned", &[LetterKind::Assigned]),
    ("reply", &[LetterKind::CustomerReply]),
    ("follow-up", &[LetterKind::FollowUp]),
    ("overdue", &[LetterKind::Reminder, LetterKind::Escalation]),
    ("team", &[LetterKind::NewTicket, LetterKind::StaffActivity]),
];
const DIGEST: &str = "digest";

fn notify(argument: &str) -> Option<Box<dyn Order>> {
    let mut words = argument.split_whitespace();
    let Some(name) = words.next() else { return Some(Box::new(Own::Notified)) };
    let (is_on, end) = (on_or_off(words.next()?)?, words.next());
    if end.is_some() {
        return None;
    }
    if name.eq_ignore_ascii_case(DIGEST) {
        return Some(Box::new(Own::Digest { is_on }));
    }
    let (name, kinds) = *LETTERS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known))?;
    Some(Box::new(Own::Notify { name, kinds, is_on }))
}

/// What he gets, and what not.
fn chosen(work: &Work<'_>) -> Notice {
    let person = work.people.get(&work.agent).unwrap_or(&work.member.person).clone();
    let member = Member { person, ..work.member.clone() };
    let letters = member.chosen_letters();
    let wants = |kind: &LetterKind| letters.contains(kind.as_str());
    let mut all: Vec<(&str, bool)> = LETTERS.iter().map(|(name, kinds)| (*name, kinds.iter().all(wants))).collect();
    let has_digest = member.person.digest.unwrap_or_else(|| wants(&LetterKind::Digest) || wants(&LetterKind::TeamDigest));
    all.push((DIGEST, has_digest));
    let names = |is_on: bool| all.iter().filter(|one| one.1 == is_on).map(|one| one.0.to_owned()).collect();
    Notice::People(PeopleNotice::NotifyList { on: names(true), off: names(false) })
}

/// What one orders about oneself in a word or two.
#[derive(Debug)]
enum Own {
    /// `#back`
    Back,
    /// `#notify` alone
    Notified,
    /// Letters of this name, on or off.
    Notify { name: &'static str, kinds: &'static [LetterKind], is_on: bool },
    /// The mail of the morning, of one's own tickets and of the team that one leads.
    Digest { is_on: bool },
}

impl Order for Own {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn scope(&self) -> Scope {
        Scope::Person
    }

    fn risk(&self, usual: Risk) -> Risk {
        if matches!(self, Self::Notified) { Risk::ReadOnly } else { usual }
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let (event, notice) = match self {
            Self::Notified => return Ok(vec![chosen(work)]),
            Self::Back => (PersonEvent::Back, PeopleNotice::YouAreBack),
            Self::Notify { name, kinds, is_on } => {
                let letters = switched(work, kinds, *is_on);
                let notice = PeopleNotice::NotifySwitched { name: (*name).to_owned(), is_on: *is_on };
                (PersonEvent::NotifySet { letters }, notice)
            }
            Self::Digest { is_on } => (PersonEvent::DigestSet { on: *is_on }, PeopleNotice::DigestSet { on: *is_on }),
        };
        let (agent, member) = (work.agent, work.member);
        happened(work, agent, member, event);
        Ok(vec![Notice::People(notice)])
    }
}

/// The letters that he gets once these are on or off.
fn switched(work: &Work<'_>, kinds: &[LetterKind], is_on: bool) -> BTreeSet<String> {
    let person = work.people.get(&work.agent).unwrap_or(&work.member.person);
    let mut letters = person.notify.as_ref().unwrap_or(&work.member.notify).clone();
    for kind in kinds {
        if is_on {
            letters.insert(kind.as_str().to_owned());
        } else {
            letters.remove(kind.as_str());
        }
    }
    letters
}

/// A part of a text, on one line and bounded: what a command keeps of it.
pub(super) fn kept(text: &str) -> String {
    one_line(text, limit::NAME_CHARS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_switched_by_name_and_half_a_command_is_none() {
        for good in ["", "team off", "overdue on", "digest off", "Follow-Up AUS"] {
            assert!(notify(good).is_some(), "{good}");
        }
        for bad in ["team", "tema off", "team maybe", "team off please"] {
            assert!(notify(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn only_the_first_word_begins_a_clause() {
        assert_eq!(after_word("Until friday", &UNTIL), Some("friday"));
        assert_eq!(after_word("until", &UNTIL), Some(""));
        assert_eq!(after_word("not until friday", &UNTIL), None);
    }
}
