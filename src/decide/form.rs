//! Mail of web forms: the form writes it, but somebody else filled it in, and the answer is for him.
//!
//! He is whom the form's Reply-To names: one clean address, and nobody of the desk's own. Anybody may have typed that address, so
//! nothing proves him, and the mail belongs to no ticket that exists already. A form itself is nobody: it is never acknowledged
//! and never answered, so two machines cannot talk to each other over it.

use crate::base::{EmailAddress, Kind};
use crate::domain::SenderProof;
use crate::mail::{Evidence, Identity, Mail};
use crate::policy::{MailboxPolicy, Policy};

/// Where the evidence of a web form's mail comes from.
const SOURCE: &str = "`form` in desk.toml";

/// Has a web form of the mailbox written it?
pub(super) fn is_of_form(mail: &Mail) -> bool {
    mail.evidence.iter().any(|evidence| evidence.source == SOURCE)
}

/// The mail as its requester's own, where a web form of the mailbox wrote it.
pub fn as_requesters(mail: &Mail, mailbox: &MailboxPolicy, policy: &Policy) -> Option<Mail> {
    let form = mail.identity.address().filter(|from| mailbox.forms.contains(from))?;
    let mut read = mail.clone();
    match requester(mail, mailbox, policy) {
        Ok(requester) => {
            read.from = mail.reply_to.first().cloned();
            read.identity = Identity::Clean(requester);
        }
        Err(reason) => read.identity = Identity::Ambiguous(format!("the web form names nobody to answer to: {reason}")),
    }
    read.reply_to.clear();
    // A form says of itself that it is a machine; what it brings is a person's.
    if matches!(mail.kind, Kind::Human | Kind::Notification | Kind::List) {
        (read.kind, read.automatic, read.suppress_auto_reply) = (Kind::Human, false, false);
    }
    read.evidence.push(Evidence { found: format!("the web form {form} wrote it"), source: SOURCE });
    Some(read)
}

/// What a proof of the form's address says about who filled it in: nothing, unless the mail is forged altogether.
pub const fn proof_of_requester(of_form: SenderProof) -> SenderProof {
    match of_form {
        SenderProof::Fail => SenderProof::Fail,
        SenderProof::None | SenderProof::E2w | SenderProof::E2 => SenderProof::None,
    }
}

fn requester(mail: &Mail, mailbox: &MailboxPolicy, policy: &Policy) -> Result<EmailAddress, String> {
    let address = match &mail.reply_to_identity {
        Identity::Clean(address) => address,
        Identity::Ambiguous(reason) => return Err(reason.clone()),
    };
    if mailbox.forms.contains(address) || policy.is_own_address(address) {
        return Err(format!("its Reply-To is {address} itself"));
    }
    Ok(address.clone())
}
