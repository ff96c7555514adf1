//! Confirm by reply (SECURITY.md 1.5, E4): what a mail of the staff lacks in proof, its registered address makes up for.
//!
//! The question lists exactly what would be done, and binds it by its hash. The answer comes back to an address of its own and
//! counts once. Nothing is remembered of the plan: the mail is decided on anew, with the confirmation as a further proof, so that
//! whoever has lost a right meanwhile has lost it here too. What confirms is a person: an automatic answer never does.

use crate::base::{ConfirmationId, ContactId, Digest, TicketId};
use crate::domain::{
    Actor, Author, Change, Confirmation, ConfirmationState, ContactNotice, Disposition, Letter, LetterKind, LetterNote,
    MatchedBy, Notice, Plan, Proof, Receipt,
};
use crate::mail::Mail;

use super::command::Commands;
use super::draft::Draft;
use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, receive};
use super::proof::{Challenge, Evidence, forgery, reason};

/// A mail that may not act yet.
pub(super) struct Doubtful<'a> {
    pub(super) agent: ContactId,
    pub(super) ticket: Option<TicketId>,
    pub(super) commands: &'a Commands,
    /// What it would do, decided as if it were proved.
    pub(super) would: Plan,
    pub(super) evidence: &'a Evidence,
    pub(super) matched: (MatchedBy, Proof),
}

/// Asks the registered address whether a mail is its own. Nothing is done; beyond the limit nothing is asked either.
pub(super) fn ask(arrival: &Arrival<'_>, facts: &IntakeFacts, doubtful: &Doubtful<'_>, challenge: Challenge) -> Plan {
    let Doubtful { agent, ticket, commands, would, .. } = doubtful;
    let mut draft = begin(arrival, facts, Actor::Staff(*agent));
    let because = reason(&challenge.because).unwrap_or("it lacks proof").to_owned();
    draft.push(Change::Refused {
        ticket: *ticket,
        contact: Some(*agent),
        what: "a mail from the staff".to_owned(),
        because: because.clone(),
    });
    suspect(&mut draft, arrival, facts, *agent, doubtful.evidence);
    if facts.proof.asked < challenge.per_hour {
        draft.counters.confirmation = draft.counters.confirmation.next();
        let id = draft.counters.confirmation;
        let until = arrival.now.plus(challenge.within);
        let confirmation = Confirmation {
            agent: *agent,
            ticket: *ticket,
            mailbox: arrival.mailbox_name().clone(),
            raw: arrival.raw,
            orders: orders_of(arrival.mail, *ticket, commands, would),
            asked_at: arrival.now,
            until,
            state: ConfirmationState::Waiting,
            was_unclear: false,
        };
        draft.push(Change::ConfirmationAsked { id, confirmation: Box::new(confirmation) });
        let mut notices = vec![challenge.because];
        notices.extend(announced(facts, commands, would, arrival.mail));
        notices.push(Notice::ConfirmBy { at: until });
        let note = LetterNote {
            notices,
            subject: arrival.mail.subject.clone(),
            unsent: text_of(would),
            answers: arrival.mail.message_id.clone(),
            confirmation: Some(id),
            ..LetterNote::default()
        };
        draft.plan.letters.push(Letter { kind: LetterKind::Confirm, to: *agent, ticket: *ticket, entry: None, note });
    } else {
        draft.push(Change::LetterWithheld {
            ticket: *ticket,
            contact: *agent,
            kind: LetterKind::Confirm.as_str().to_owned(),
            because: "he was asked too often within an hour".to_owned(),
        });
    }
    receive(&mut draft, arrival, Disposition::Held { reason: because }, *ticket, doubtful.matched);
    draft.finish()
}

/// Counts a mail that was forged, and tells the person in whose name it came, once, when his name is locked.
pub(super) fn suspect(draft: &mut Draft, arrival: &Arrival<'_>, facts: &IntakeFacts, agent: ContactId, evidence: &Evidence) {
    if let Some(because) = forgery(evidence) {
        count_forgery(draft, arrival, facts, agent, because);
    }
}

fn count_forgery(draft: &mut Draft, arrival: &Arrival<'_>, facts: &IntakeFacts, agent: ContactId, because: &str) {
    draft.push(Change::ForgerySuspected { contact: agent, because: because.to_owned() });
    let row = &facts.proof.forgeries;
    if row.would_lock(arrival.now) && !row.is_locked(arrival.now) {
        let until = arrival.now.plus(crate::base::limit::LOCKED_FOR);
        let note = LetterNote { notices: vec![Notice::NameLocked { until }], ..LetterNote::default() };
        draft.plan.letters.push(Letter { kind: LetterKind::Forged, to: agent, ticket: None, entry: None, note });
    }
}

/// What a question shows, as a hash: the ticket, the commands as typed, the text as it would be written, the files.
pub(super) fn orders_of(mail: &Mail, ticket: Option<TicketId>, commands: &Commands, would: &Plan) -> Digest {
    let ticket = ticket.map_or([0; 4], |ticket| ticket.get().to_be_bytes());
    let text = text_of(would);
    let files: Vec<Digest> = mail.attachments.iter().map(|file| Digest::of(&file.content)).collect();
    let typed = commands.list.iter().map(|command| command.typed.as_bytes());
    let parts = [&ticket[..], text.as_bytes()].into_iter().chain(files.iter().map(|file| &file.as_bytes()[..])).chain(typed);
    Digest::of_parts(parts)
}

/// The text that a plan would put into the ticket. It is the only one: a mail makes one entry. What somebody is to practise on is
/// not the mail's.
fn text_of(would: &Plan) -> String {
    let text = would.texts.first().filter(|_| writes(would));
    text.map(|text| String::from_utf8_lossy(text).into_owned()).unwrap_or_default()
}

/// Does a plan put words of the staff into a ticket?
fn writes(would: &Plan) -> bool {
    let is_staffs =
        |change: &Change| matches!(change, Change::EntryAdded { entry, .. } if matches!(entry.author, Author::Staff(_)));
    would.changes.iter().any(is_staffs)
}

/// What would happen, in the order in which it would.
fn announced(facts: &IntakeFacts, commands: &Commands, would: &Plan, mail: &Mail) -> Vec<Notice> {
    let mut notices: Vec<Notice> =
        commands.list.iter().map(|command| Notice::WillRun { command: command.typed.clone() }).collect();
    let to: Vec<String> = would
        .letters
        .iter()
        .filter(|letter| letter.kind == LetterKind::Reply)
        .map(|letter| facts.proof.shown.get(&letter.to).cloned().unwrap_or_else(|| letter.to.to_string()))
        .collect();
    let is_forward = would.letters.iter().any(|letter| letter.kind == LetterKind::Forward);
    let is_erasure = |notice: &&Notice| matches!(notice, Notice::Contact(ContactNotice::WillBeForgotten { .. }));
    notices.extend(would.letters.iter().flat_map(|letter| letter.note.notices.iter().filter(is_erasure)).cloned());
    if !to.is_empty() {
        notices.push(Notice::WillReply { to });
    } else if is_forward {
        notices.push(Notice::WillShow);
    } else if !would.texts.is_empty() && writes(would) {
        notices.push(Notice::WillNote);
    }
    if !mail.attachments.is_empty() {
        notices.push(Notice::WillAttach { files: mail.attachments.iter().map(|file| file.name.clone()).collect() });
    }
    notices
}

/// What a mail that came to the address of a question is.
#[derive(Debug)]
pub enum Answer {
    /// A yes: the mail it is about is to be decided on anew.
    Yes,
    /// Anything else; this is all that becomes of it.
    Other(Box<Plan>),
}

/// Judges a mail that came to the address of a question. `row` is the question with this number to this person, if there is one.
pub fn answered(
    arrival: &Arrival<'_>,
    facts: &IntakeFacts,
    id: ConfirmationId,
    agent: ContactId,
    row: Option<&Confirmation>,
) -> Answer {
    let sender = arrival.from().and_then(|from| arrival.policy.member_by_address(from));
    let sender = sender.and_then(|member| arrival.roster.contact(&member.name));
    let reply = Reply { arrival, facts, id, agent };
    let Some(row) = row.filter(|row| row.agent == agent) else { return reply.refused(None, "nobody asked this question", None) };
    // The address was written to one person alone: whoever else uses it has read his mail (I35).
    if sender != Some(agent) {
        let mut draft = reply.begin();
        if arrival.policy.member(arrival.roster, agent).is_some() {
            count_forgery(&mut draft, arrival, facts, agent, "somebody else answered a question to him");
        }
        return reply.held(draft, row.ticket, "it answers a question to somebody else", None);
    }
    if row.state != ConfirmationState::Waiting {
        return reply.refused(row.ticket, "the question was answered before", Some(Notice::ConfirmedBefore));
    }
    if arrival.now >= row.until {
        return reply.refused(row.ticket, "the confirmation came too late", Some(Notice::ConfirmedLate));
    }
    match said(arrival.mail) {
        Said::Yes => Answer::Yes,
        Said::No => {
            let mut draft = reply.begin();
            draft.push(Change::ConfirmationSettled { id, state: ConfirmationState::Declined });
            receive(&mut draft, arrival, Disposition::Commanded, row.ticket, (MatchedBy::Token, Proof::E1));
            Answer::Other(Box::new(draft.finish()))
        }
        Said::Neither => {
            let mut draft = reply.begin();
            draft.push(Change::ConfirmationUnclear { id });
            // Once: what answers again and again in the same way may be a machine.
            let told = (!row.was_unclear).then_some(Notice::ConfirmUnclear);
            reply.held(draft, row.ticket, "it says neither yes nor no", told)
        }
    }
}

/// A mail that came to the address of a question.
struct Reply<'a> {
    arrival: &'a Arrival<'a>,
    facts: &'a IntakeFacts,
    id: ConfirmationId,
    agent: ContactId,
}

impl Reply<'_> {
    fn begin(&self) -> Draft {
        begin(self.arrival, self.facts, Actor::Desk)
    }

    fn refused(&self, ticket: Option<TicketId>, because: &str, told: Option<Notice>) -> Answer {
        self.held(self.begin(), ticket, because, told)
    }

    fn held(&self, mut draft: Draft, ticket: Option<TicketId>, because: &str, told: Option<Notice>) -> Answer {
        let what = format!("the answer to question {}", self.id);
        draft.push(Change::Refused { ticket, contact: Some(self.agent), what, because: because.to_owned() });
        if let Some(notice) = told {
            let note = LetterNote {
                notices: vec![notice],
                subject: self.arrival.mail.subject.clone(),
                unsent: self.arrival.mail.visible.clone(),
                answers: self.arrival.mail.message_id.clone(),
                ..LetterNote::default()
            };
            draft.plan.letters.push(Letter { kind: LetterKind::Refused, to: self.agent, ticket: None, entry: None, note });
        }
        receive(
            &mut draft,
            self.arrival,
            Disposition::Held { reason: because.to_owned() },
            ticket,
            (MatchedBy::Token, Proof::E1),
        );
        Answer::Other(Box::new(draft.finish()))
    }
}

/// What an answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Yes,
    No,
    Neither,
}

/// A yes or a no stands at the very top and nearly alone: `yes, but first …` is neither, and an absence note is neither.
fn said(mail: &Mail) -> Said {
    const YES: [&str; 11] =
        ["yes", "y", "yep", "ok", "okay", "confirm", "confirmed", "#confirm", "ja", "bestätigt", "einverstanden"];
    const NO: [&str; 7] = ["no", "n", "nope", "nein", "drop", "stop", "abbrechen"];
    let line = mail.visible.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_lowercase();
    let mut words = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '!' | ';' | ':' | '"' | '\''));
    let first = words.by_ref().find(|word| !word.is_empty()).unwrap_or_default();
    let more = words.filter(|word| !word.is_empty()).count();
    match () {
        () if more <= 2 && YES.contains(&first) => Said::Yes,
        () if more <= 4 && NO.contains(&first) => Said::No,
        () => Said::Neither,
    }
}

/// Turns the plan of the mail that was confirmed into the plan of the mail that confirms it: one disposition, that of the latter.
pub fn settled(mut plan: Plan, reply: &Arrival<'_>, id: ConfirmationId) -> Plan {
    for change in &mut plan.changes {
        if let Change::Received(receipt) = change {
            *receipt = Receipt {
                place: reply.place.clone(),
                raw: reply.raw,
                message: reply.mail.message_id.as_ref().map(|id| id.digest()),
                content: reply.content,
                size: reply.size,
                kind: reply.mail.kind,
                matched_by: MatchedBy::Token,
                proof: Proof::E1,
                sender_proof: reply.sender_proof,
                ticket: receipt.ticket,
                disposition: receipt.disposition.clone(),
            };
        }
    }
    plan.changes.insert(0, Change::ConfirmationSettled { id, state: ConfirmationState::Confirmed });
    plan.cause = crate::domain::Cause::Message(reply.raw);
    plan
}

/// What becomes of an answer whose mail does not belong where it did any more: the ticket's reply addresses were revoked, say.
pub fn void(reply: &Arrival<'_>, facts: &IntakeFacts, id: ConfirmationId, row: &Confirmation) -> Plan {
    let mut draft = begin(reply, facts, Actor::Staff(row.agent));
    draft.push(Change::ConfirmationSettled { id, state: ConfirmationState::Confirmed });
    let reply = Reply { arrival: reply, facts, id, agent: row.agent };
    let because = "what was confirmed is not what it would do now";
    match reply.held(draft, row.ticket, because, Some(Notice::ConfirmChanged)) {
        Answer::Other(plan) => *plan,
        Answer::Yes => Plan::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> Said {
        said(&Mail { visible: text.to_owned(), ..Mail::default() })
    }

    #[test]
    fn yes_and_no_stand_alone_at_the_top() {
        for text in ["yes", "Yes.", "\n  YES please!\n\nBob", "ja", "Ja, bitte.", "ok", "Bestätigt", "#confirm c1abc"] {
            assert_eq!(says(text), Said::Yes, "{text}");
        }
        for text in ["no", "No, that was not me", "nein", "stop"] {
            assert_eq!(says(text), Said::No, "{text}");
        }
        for text in [
            "",
            "yes, but please wait until Ann is back",
            "I am away until Monday.",
            "Yesterday I left the office and am back on Monday.",
            "Nobody is here",
            "> yes",
            "Hello\nyes",
            "okay-ish",
        ] {
            assert_eq!(says(text), Said::Neither, "{text}");
        }
    }
}
