//! Invitations: the letter that asks somebody whether an address is his, and knowing its answer.

use crate::base::{ContactId, EmailAddress, OutboxId, Span, Timestamp};
use crate::decide::{AnsweredInvitation, first_commands};
use crate::domain::{InvitationStanding, MatchedBy};
use crate::mail::{InvitationToken, Mail};
use crate::notify::{CommandView, InvitationView};
use crate::policy::{MailboxPolicy, Member};
use crate::store::{Queries, StoreError};

use super::address::{among_addresses, with_detail};
use super::settings::DeskSettings;

/// How long an invitation may be answered.
pub(super) const VALID: Span = Span::from_days(14);

/// The address that the letter is answered to, where the mailbox can take one; else its Message-ID has to do.
pub(super) fn reply_address(
    settings: &DeskSettings,
    mailbox: &MailboxPolicy,
    (contact, letter): (ContactId, OutboxId),
    now: Timestamp,
) -> Option<EmailAddress> {
    let token = InvitationToken { contact, letter, expires: now.plus(VALID) };
    with_detail(settings, mailbox, |_| settings.keys.write_invitation(&mailbox.name, &token))
}

/// What the letter says of his place.
pub(super) fn view(settings: &DeskSettings, member: &Member, until: String) -> InvitationView {
    let policy = &settings.policy;
    let command = |(usage, does)| CommandView { usage, does };
    let teams =
        policy.teams.values().filter(|team| team.members.contains(&member.name) || team.lead.as_ref() == Some(&member.name));
    InvitationView {
        name: member.name.to_string(),
        profile: member.profile.name().to_owned(),
        teams: teams.map(|team| team.name.to_string()).collect(),
        addresses: policy.mailboxes.values().map(|mailbox| mailbox.address.to_string()).collect(),
        until,
        commands: first_commands(member, &member.language).into_iter().map(command).collect(),
    }
}

/// The invitation that a message answers: it comes from the address that was invited, and carries what only the letter can
/// have told its sender.
pub(super) fn answered<Q: Queries>(
    rows: &Q,
    mail: &Mail,
    settings: &DeskSettings,
    now: Timestamp,
) -> Result<Option<AnsweredInvitation>, StoreError> {
    let policy = &settings.policy;
    let Some(from) = mail.identity.address() else { return Ok(None) };
    let Some(member) = policy.invited.values().find(|member| member.address == *from) else { return Ok(None) };
    let Some(row) = rows.invitation(member.name.clone())? else { return Ok(None) };
    if row.standing(from, now) != InvitationStanding::Open {
        return Ok(None);
    }
    let own = mail.in_reply_to.iter().chain(&mail.references);
    let mut own = own.filter_map(|id| settings.keys.read_message_id(id, &policy.desk.domain));
    let matched_by =
        match among_addresses(mail, policy, |mailbox, detail| settings.keys.read_invitation(&mailbox.name, detail, now)) {
            Some(token) if (token.contact, token.letter) == (row.contact, row.letter) => MatchedBy::Token,
            _ if own.any(|letter| letter == row.letter) => MatchedBy::OwnId,
            _ => return Ok(None),
        };
    Ok(Some(AnsweredInvitation { name: member.name.clone(), contact: row.contact, matched_by }))
}
