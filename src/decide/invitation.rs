//! The answer to an invitation: the owner of an address says that it is his, and his entry counts from then on.
//!
//! Whether a mail is that answer is shown by an address or a Message-ID that only he can have seen, together with his own From
//! line; a machine's answer, or one that the domain disowns, says nothing. Anything else is mail like any other.

use crate::base::{ContactId, Kind, StaffName};
use crate::domain::{Actor, Change, Disposition, Letter, LetterKind, LetterNote, MatchedBy, Notice, Plan, Proof, SenderProof};

use crate::mail::shown_subject;

use super::facts::{Arrival, IntakeFacts};
use super::intake::{begin, receive};

/// Words of an answer that may be lost without a remark: "yes", "ok, thanks".
const SHORT_WORDS: usize = 3;

/// An invitation that a message answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredInvitation {
    /// Who was invited.
    pub name: StaffName,
    /// The same as a contact.
    pub contact: ContactId,
    /// What shows that it is the answer.
    pub matched_by: MatchedBy,
}

/// May this message confirm an address at all?
pub(super) fn may_confirm(arrival: &Arrival<'_>) -> bool {
    arrival.mail.kind == Kind::Human && arrival.sender_proof != SenderProof::Fail
}

/// Records that somebody has confirmed his address, and tells him.
pub(super) fn confirmed(arrival: &Arrival<'_>, facts: &IntakeFacts, invitation: &AnsweredInvitation) -> Plan {
    let mut draft = begin(arrival, facts, Actor::Staff(invitation.contact));
    draft.push(Change::StaffConfirmed { contact: invitation.contact, name: invitation.name.clone().into() });
    let mut notices = vec![Notice::AddressConfirmed];
    if arrival.mail.visible.split_whitespace().count() > SHORT_WORDS {
        notices.push(Notice::WordsUnread);
    }
    let note = LetterNote {
        notices,
        subject: shown_subject(&arrival.mail.subject).to_owned(),
        answers: arrival.mail.message_id.clone(),
        ..LetterNote::default()
    };
    draft.plan.letters.push(Letter { kind: LetterKind::Receipt, to: invitation.contact, ticket: None, entry: None, note });
    let proof = if invitation.matched_by == MatchedBy::Token { Proof::E1 } else { Proof::E1m };
    receive(&mut draft, arrival, Disposition::Commanded, None, (invitation.matched_by, proof));
    draft.finish()
}
