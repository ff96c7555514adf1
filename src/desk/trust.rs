//! Would forged results of verification be believed? The desk asks by a letter to a mailbox of its own that carries some.
//!
//! It is written when an admin orders it (`maildesk doctor trust`), and known by its Message-ID when it comes back. Until a mailbox's
//! server has let forged results through, its results are believed; from then on they are not, until another letter finds otherwise
//! or the settings name other servers.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::json;

use crate::base::{ContactId, EmailAddress, MailboxName, Timestamp};
use crate::domain::{Change, LetterKind, ResultsFound, TrustProbe, TrustVerdict};
use crate::mail::Mail;
use crate::policy::{AgentProof, Authentication, FORGED_SENDER, MailboxPolicy, forged_results, judged_results};
use crate::store::{Disk, Draft, Keyspace, Queries, StoreError};

use super::ask::Answer;
use super::probe::{self, ToOurselves};
use super::settings::DeskSettings;

/// Mailboxes that believe what a server writes.
pub(super) fn believing(settings: &DeskSettings) -> impl Iterator<Item = &MailboxPolicy> {
    settings.policy.mailboxes.values().filter(|mailbox| mailbox.auth.mode.trusts_results())
}

/// What is known of a mailbox, as its settings are now.
fn standing<Q: Queries>(rows: &Q, mailbox: &MailboxPolicy) -> Result<Option<TrustProbe>, StoreError> {
    let Authentication { authserv_ids, trusted_hops, .. } = &mailbox.auth;
    let is_of_these = |probe: &TrustProbe| {
        probe.servers == *authserv_ids && usize::try_from(probe.trusted_hops).is_ok_and(|hops| hops == *trusted_hops)
    };
    Ok(rows.trust_probe(mailbox.name.clone())?.filter(is_of_these))
}

/// Mailboxes whose server has let forged results through.
pub(super) fn deceived<Q: Queries>(rows: &Q, settings: &DeskSettings) -> Result<BTreeSet<MailboxName>, StoreError> {
    let mut deceived = BTreeSet::new();
    for mailbox in believing(settings) {
        let verdict = standing(rows, mailbox)?.and_then(|probe| probe.verdict.or(probe.before));
        if verdict == Some(TrustVerdict::Believed) {
            deceived.insert(mailbox.name.clone());
        }
    }
    Ok(deceived)
}

/// How a mailbox verifies senders: as configured, but that nobody's results are believed where forged ones would be.
pub(super) fn authentication<'a>(settings: &DeskSettings, mailbox: &'a MailboxPolicy) -> Cow<'a, Authentication> {
    if settings.deceived.contains(&mailbox.name) {
        return Cow::Owned(Authentication { authserv_ids: BTreeSet::new(), ..mailbox.auth.clone() });
    }
    Cow::Borrowed(&mailbox.auth)
}

/// What became of the forged results, where a message is the letter that asked.
pub(super) fn answered<Q: Queries>(
    rows: &Q,
    mail: &Mail,
    mailbox: &MailboxPolicy,
    settings: &DeskSettings,
) -> Result<Option<(TrustVerdict, Vec<ResultsFound>)>, StoreError> {
    let Some(id) = mail.message_id.as_ref() else { return Ok(None) };
    let Some(letter) = settings.keys.read_message_id(id, &settings.policy.desk.domain) else { return Ok(None) };
    let is_asked = rows.trust_probe(mailbox.name.clone())?.is_some_and(|probe| probe.letter == letter);
    Ok(is_asked.then(|| judged_results(mail, &mailbox.auth, mark(id.as_str()))))
}

/// What the forged lines are known by: the left half of the letter's Message-ID, which nobody else can write.
fn mark(message_id: &str) -> &str {
    message_id.split_once('@').map_or(message_id, |(mark, _)| mark)
}

/// Writes the letter; `operator` answers for it.
pub(super) fn ask<D: Disk, K: Keyspace>(
    draft: &mut Draft<'_, D, K>,
    settings: &DeskSettings,
    mailbox: &MailboxPolicy,
    operator: ContactId,
    now: Timestamp,
) -> Result<Vec<Change>, StoreError> {
    let Ok(sender) = EmailAddress::new(FORGED_SENDER) else { return Ok(Vec::new()) };
    let Authentication { authserv_ids, trusted_hops, .. } = &mailbox.auth;
    let letter = ToOurselves { kind: LetterKind::TrustProbe, mailbox, from: &sender, to: &mailbox.address };
    let head = |message_id: &str| forged_results(authserv_ids, mark(message_id));
    let Some(item) = probe::to_ourselves(draft, settings, &letter, operator, head, now)? else { return Ok(Vec::new()) };
    let probed = Change::TrustProbed {
        mailbox: mailbox.name.clone(),
        letter: item.id,
        servers: authserv_ids.clone(),
        trusted_hops: u32::try_from(*trusted_hops).unwrap_or(u32::MAX),
    };
    Ok(vec![Change::LetterQueued { item: Box::new(item) }, probed])
}

/// Tells what is known of each mailbox that believes results, or of one.
pub(super) fn told<Q: Queries>(rows: &Q, settings: &DeskSettings, only: Option<&MailboxName>) -> Result<Answer, StoreError> {
    let mut answer = Answer::default();
    for mailbox in believing(settings).filter(|mailbox| only.is_none_or(|only| *only == mailbox.name)) {
        let probe = standing(rows, mailbox)?;
        let found = probe.as_ref().map(|probe| probe.found.as_slice()).unwrap_or_default();
        let (word, sentence) = judgement(probe.as_ref());
        answer.is_no |= matches!(word, "believed" | "waiting" | "unknown");
        let line = json!({
            "mailbox": mailbox.name.as_str(), "forged": word, "asked_at": probe.as_ref().map(|probe| probe.asked_at.to_string()),
            "trusted": mailbox.auth.authserv_ids, "trusted_hops": mailbox.auth.trusted_hops,
            "found": found.iter().map(|one| json!({"server": one.server, "hops": one.hops, "forged": one.is_forged})).collect::<Vec<_>>(),
        });
        answer.push(line, &format!("{}: {sentence}", mailbox.name));
        for one in found {
            let whose = match (one.is_forged, mailbox.auth.authserv_ids.iter().any(|id| id.eq_ignore_ascii_case(&one.server))) {
                (true, _) => "forged by the test",
                (false, true) => "your server's own",
                (false, false) => "another server's; name it in auth.authserv_id if it is yours",
            };
            answer.text.push_str(&format!("    {} below {} Received lines: {whose}\n", one.server, one.hops));
        }
        let has_own = found.iter().any(|one| !one.is_forged);
        if probe.is_some_and(|probe| probe.verdict.is_some()) && !has_own {
            answer.text.push_str(
                "    No line of your server's own: it verifies nothing, or not what it delivers to itself. auth.mode = \"verify\" needs none.\n",
            );
        }
    }
    Ok(answer)
}

/// What is known, as a word for programs and a sentence for people.
fn judgement(probe: Option<&TrustProbe>) -> (&'static str, String) {
    let Some(probe) = probe else {
        return (
            "unknown",
            "nobody has tested whether forged verification results are believed: maildesk doctor trust".to_owned(),
        );
    };
    match probe.verdict {
        None => ("waiting", format!("the test of {} has not come back; look at the outbox and at the mailbox's spam", probe.asked_at)),
        Some(TrustVerdict::Deleted) => ("deleted", "forged verification results are deleted by its server".to_owned()),
        Some(TrustVerdict::Ignored) => ("ignored", "forged verification results arrive, but where they are not believed".to_owned()),
        Some(TrustVerdict::Believed) => (
            "believed",
            "FORGED VERIFICATION RESULTS WOULD BE BELIEVED, so none are: let the server delete those under its own name, lower trusted_hops, or use auth.mode = \"verify\""
                .to_owned(),
        ),
    }
}

/// What `status` says of how mail is proved: what was tested, and where less than everything is asked for.
pub(super) fn in_status<Q: Queries>(rows: &Q, settings: &DeskSettings) -> Result<Vec<String>, StoreError> {
    let mut lines = Vec::new();
    for mailbox in settings.policy.mailboxes.values() {
        if mailbox.agents == AgentProof::Token {
            let name = &mailbox.name;
            lines.push(format!("{name}: agents act by their reply address alone (agents = \"token\")"));
        }
    }
    for mailbox in believing(settings) {
        let (_, sentence) = judgement(standing(rows, mailbox)?.as_ref());
        lines.push(format!("{}: {sentence}", mailbox.name));
    }
    Ok(lines)
}
