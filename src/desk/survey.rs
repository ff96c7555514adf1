//! Surveys: the addresses in the letter that asks, and knowing its answer.

use crate::base::{ContactId, EmailAddress, OutboxId, Span, Timestamp};
use crate::decide::AnsweredSurvey;
use crate::domain::{LetterKind, MatchedBy, Rating};
use crate::mail::{Mail, SurveyChoice, SurveyToken};
use crate::notify::{ChoiceView, SurveyView};
use crate::policy::MailboxPolicy;
use crate::store::{Queries, StoreError};

use super::address::{among_addresses, with_detail};
use super::settings::DeskSettings;

/// How long a survey may be answered (SECURITY.md 1.4).
const VALID: Span = Span::from_days(14);

/// The letter that asks somebody, and when.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) settings: &'a DeskSettings,
    pub(super) mailbox: &'a MailboxPolicy,
    pub(super) contact: ContactId,
    pub(super) letter: OutboxId,
    pub(super) now: Timestamp,
}

impl Asking<'_> {
    /// The address of an answer. Where the mailbox can take none, the letter's Message-ID has to do.
    pub(super) fn address(&self, choice: SurveyChoice) -> Option<EmailAddress> {
        let expires = self.now.plus(VALID);
        let token = SurveyToken { choice, contact: self.contact, letter: self.letter, expires };
        with_detail(self.settings, self.mailbox, |_| self.settings.keys.write_survey(&self.mailbox.name, &token))
    }

    /// Mails that a click prepares; whoever clicks sees them and sends them himself.
    pub(super) fn view(&self) -> SurveyView {
        let best_first = (Rating::LOWEST..=Rating::HIGHEST).rev();
        let choices = best_first.filter_map(|rating| {
            let address = self.address(SurveyChoice::Rated(rating))?;
            Some(ChoiceView { rating, address: address.to_string() })
        });
        let decline = self.address(SurveyChoice::Declined).map(|address| address.to_string());
        SurveyView { choices: choices.collect(), decline: decline.unwrap_or_default() }
    }
}

/// The survey that a message answers, by the address that it goes to or by what it replies to.
pub(super) fn answered<Q: Queries>(
    rows: &Q,
    mail: &Mail,
    settings: &DeskSettings,
    now: Timestamp,
) -> Result<Option<AnsweredSurvey>, StoreError> {
    let read = |mailbox: &MailboxPolicy, detail: &str| settings.keys.read_survey(&mailbox.name, detail, now);
    let token = among_addresses(mail, &settings.policy, read);
    let own = mail.in_reply_to.iter().chain(&mail.references);
    let own = own.filter_map(|id| settings.keys.read_message_id(id, &settings.policy.desk.domain)).next();
    let found = token.map(|token| (token.letter, token.choice, MatchedBy::Token));
    let Some((letter, choice, matched_by)) = found.or(own.map(|letter| (letter, SurveyChoice::Written, MatchedBy::OwnId))) else {
        return Ok(None);
    };
    let Some(item) = rows.letter(letter)?.filter(|item| item.kind == LetterKind::Survey) else { return Ok(None) };
    if token.is_some_and(|token| token.contact != item.contact) || now.since(item.queued_at) > VALID {
        return Ok(None);
    }
    let Some(contact) = rows.contact(crate::domain::contact_now(rows, item.contact)?)? else { return Ok(None) };
    let Some(id) = item.ticket else { return Ok(None) };
    let Some(ticket) = rows.ticket(id)?.filter(|ticket| ticket.merged_into.is_none()) else { return Ok(None) };
    Ok(Some(AnsweredSurvey { ticket, asked_at: item.queued_at, contact, choice, matched_by }))
}
