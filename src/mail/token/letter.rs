//! Tokens that name a letter: an address that only whoever read that letter can know.
//!
//! A version and 39 characters: key number and choice (4 bits each), contact, letter, day of expiry, and 96 bits of HMAC-SHA256 over
//! them and the mailbox. Invitations (`i1`) and surveys (`s1`) have keys of their own, so that neither proves anything for the
//! other. Whether the letter still waits for its answer is for the caller to look up.

use crate::base::{ContactId, MailboxName, OutboxId, Timestamp};

use super::{BASE32, DAY_MILLIS, Hmac, Keyring, Mac, PurposeKeys, Sha256, hmac};

/// Key number and choice, contact, letter (40 bits), expiry day.
const PAYLOAD_BYTES: usize = 12;
/// 96 bits: few addresses, two weeks, and nothing to be learnt from a miss.
const MAC_BYTES: usize = 12;
/// Octets of a detail.
const DETAIL_BYTES: usize = 41;

/// What an invitation token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvitationToken {
    /// Who was invited.
    pub contact: ContactId,
    /// By which letter.
    pub letter: OutboxId,
    /// When it lapses; counted in whole days, rounded up when it is written.
    pub expires: Timestamp,
}

/// What a survey token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SurveyToken {
    /// What whoever writes to it has to say.
    pub choice: SurveyChoice,
    /// Who was asked.
    pub contact: ContactId,
    /// By which letter.
    pub letter: OutboxId,
    /// When it lapses; counted in whole days, rounded up when it is written.
    pub expires: Timestamp,
}

/// What an address of a survey stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyChoice {
    /// The answer stands in the text.
    Written,
    /// A rating, 1 to 5.
    Rated(u8),
    /// Never to be asked again.
    Declined,
}

impl SurveyChoice {
    const DECLINED: u8 = 15;

    const fn nibble(self) -> u8 {
        match self {
            Self::Written => 0,
            Self::Rated(rating) => rating & 15,
            Self::Declined => Self::DECLINED,
        }
    }

    const fn of_nibble(nibble: u8) -> Option<Self> {
        match nibble {
            0 => Some(Self::Written),
            1..=5 => Some(Self::Rated(nibble)),
            Self::DECLINED => Some(Self::Declined),
            _ => None,
        }
    }
}

/// A purpose of such tokens: its version, and where its key is.
struct Purpose {
    version: &'static str,
    key: fn(&PurposeKeys) -> &[u8; 32],
}

const INVITATION: Purpose = Purpose { version: "i1", key: |keys| &keys.invitation };
const SURVEY: Purpose = Purpose { version: "s1", key: |keys| &keys.survey };

impl Keyring {
    /// The detail of the address that an invitation is answered to. `None` where the letter's number is beyond all bounds.
    pub fn write_invitation(&self, mailbox: &MailboxName, token: &InvitationToken) -> Option<String> {
        self.write_named(&INVITATION, mailbox, 0, (token.contact, token.letter, token.expires))
    }

    /// Reads the detail of an address; `None` where it is no invitation of this mailbox, altered or lapsed.
    pub fn read_invitation(&self, mailbox: &MailboxName, detail: &str, now: Timestamp) -> Option<InvitationToken> {
        let (choice, (contact, letter, expires)) = self.read_named(&INVITATION, mailbox, detail)?;
        (choice == 0 && now < expires).then_some(InvitationToken { contact, letter, expires })
    }

    /// The detail of an address that a survey is answered to. `None` where the letter's number is beyond all bounds.
    pub fn write_survey(&self, mailbox: &MailboxName, token: &SurveyToken) -> Option<String> {
        self.write_named(&SURVEY, mailbox, token.choice.nibble(), (token.contact, token.letter, token.expires))
    }

    /// Reads such a detail; `None` where it is not ours, not for this mailbox, altered or lapsed.
    pub fn read_survey(&self, mailbox: &MailboxName, detail: &str, now: Timestamp) -> Option<SurveyToken> {
        let (choice, (contact, letter, expires)) = self.read_named(&SURVEY, mailbox, detail)?;
        let choice = SurveyChoice::of_nibble(choice)?;
        (now < expires).then_some(SurveyToken { choice, contact, letter, expires })
    }

    fn write_named(
        &self,
        purpose: &Purpose,
        mailbox: &MailboxName,
        choice: u8,
        (contact, letter, expires): (ContactId, OutboxId, Timestamp),
    ) -> Option<String> {
        let (id, keys) = self.signing()?;
        let [0, 0, 0, l1, l2, l3, l4, l5] = letter.get().to_be_bytes() else { return None };
        let [c1, c2, c3, c4] = contact.get().to_be_bytes();
        let day = expires.as_millis().saturating_add(DAY_MILLIS - 1).div_euclid(DAY_MILLIS);
        let [d1, d2] = u16::try_from(day.max(0)).unwrap_or(u16::MAX).to_be_bytes();
        let mut bytes = vec![id << 4 | choice & 15, c1, c2, c3, c4, l1, l2, l3, l4, l5, d1, d2];
        let mac = mac_of((purpose.key)(keys), mailbox, &bytes).finalize().into_bytes();
        bytes.extend(mac.iter().take(MAC_BYTES));
        Some(format!("{}{}", purpose.version, BASE32.encode(&bytes)))
    }

    fn read_named(
        &self,
        purpose: &Purpose,
        mailbox: &MailboxName,
        detail: &str,
    ) -> Option<(u8, (ContactId, OutboxId, Timestamp))> {
        if detail.len() != DETAIL_BYTES {
            return None;
        }
        let detail = detail.to_ascii_lowercase();
        let bytes = BASE32.decode(detail.strip_prefix(purpose.version)?.as_bytes()).ok()?;
        let (payload, mac) = bytes.split_at_checked(PAYLOAD_BYTES)?;
        if mac.len() != MAC_BYTES {
            return None;
        }
        let keys = self.keys.get(&(payload.first()? >> 4))?;
        mac_of((purpose.key)(keys), mailbox, payload).verify_truncated_left(mac).ok()?;
        let [first, c1, c2, c3, c4, l1, l2, l3, l4, l5, d1, d2] = <[u8; PAYLOAD_BYTES]>::try_from(payload).ok()?;
        let contact = ContactId::new(u32::from_be_bytes([c1, c2, c3, c4]));
        let letter = OutboxId::new(u64::from_be_bytes([0, 0, 0, l1, l2, l3, l4, l5]));
        let expires = Timestamp::from_millis(i64::from(u16::from_be_bytes([d1, d2])) * DAY_MILLIS);
        Some((first & 15, (contact, letter, expires)))
    }
}

fn mac_of(key: &[u8; 32], mailbox: &MailboxName, payload: &[u8]) -> Hmac<Sha256> {
    // The payload has a fixed length and the mailbox comes last, so no two inputs look alike.
    hmac(key).chain_update(payload).chain_update(mailbox.as_str().as_bytes())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::TicketId;
    use crate::mail::{ReplyToken, TokenRole};

    fn keys() -> Keyring {
        Keyring::new(BTreeMap::from([(1, [7; 32]), (2, [9; 32])])).expect("keys")
    }

    fn support() -> MailboxName {
        MailboxName::new("support").expect("name")
    }

    const DAY: Timestamp = Timestamp::from_seconds(1_772_438_400);

    fn token() -> InvitationToken {
        InvitationToken { contact: ContactId::new(5), letter: OutboxId::new(77), expires: DAY }
    }

    #[test]
    fn an_invitation_is_read_back_until_it_lapses() {
        let detail = keys().write_invitation(&support(), &token()).expect("written");
        let before = DAY.minus(crate::base::Span::from_seconds(1));
        let read = keys().read_invitation(&support(), &detail.to_ascii_uppercase(), before).expect("read");
        assert_eq!((read.contact, read.letter), (ContactId::new(5), OutboxId::new(77)));
        assert_eq!(keys().read_invitation(&support(), &detail, read.expires), None);
        assert_eq!(keys().read_invitation(&MailboxName::new("billing").expect("name"), &detail, before), None);
    }

    #[test]
    fn no_altered_invitation_counts_and_no_reply_token_is_one() {
        let now = Timestamp::from_seconds(0);
        let detail = keys().write_invitation(&support(), &token()).expect("written");
        for at in 0..detail.len() {
            for other in "abq7".chars().filter(|other| detail.chars().nth(at) != Some(*other)) {
                let altered: String = detail.chars().enumerate().map(|(n, c)| if n == at { other } else { c }).collect();
                assert_eq!(keys().read_invitation(&support(), &altered, now), None, "{altered}");
            }
        }
        let reply =
            ReplyToken { role: TokenRole::Staff, ticket: TicketId::new(1), recipient: ContactId::new(5), epoch: 0, expires: DAY };
        let reply = keys().write_token(&MailboxName::new("a-very-long-mailbox-name").expect("name"), &reply, 41);
        assert_eq!(keys().read_invitation(&support(), &reply.replacen("r1", "i1", 1), now), None);
        assert_eq!(keys().read_token(&support(), &detail.replacen("i1", "r1", 1), now), None);
    }

    #[test]
    fn each_choice_of_a_survey_has_an_address_of_its_own_and_no_other_can_be_made() {
        let now = Timestamp::from_seconds(0);
        let written = |choice| {
            let token = SurveyToken { choice, contact: ContactId::new(5), letter: OutboxId::new(77), expires: DAY };
            keys().write_survey(&support(), &token).expect("written")
        };
        let choices = [SurveyChoice::Written, SurveyChoice::Rated(1), SurveyChoice::Rated(5), SurveyChoice::Declined];
        for choice in choices {
            let read = keys().read_survey(&support(), &written(choice), now).expect("read");
            assert_eq!((read.choice, read.contact, read.letter), (choice, ContactId::new(5), OutboxId::new(77)));
            assert_eq!(keys().read_survey(&support(), &written(choice), read.expires), None, "lapsed");
        }
        // A one that somebody would like to turn into a five.
        let one = written(SurveyChoice::Rated(1));
        for at in 0..one.len() {
            for other in "abq7".chars().filter(|other| one.chars().nth(at) != Some(*other)) {
                let altered: String = one.chars().enumerate().map(|(n, c)| if n == at { other } else { c }).collect();
                assert_eq!(keys().read_survey(&support(), &altered, now), None, "{altered}");
            }
        }
        let invitation = keys().write_invitation(&support(), &token()).expect("written");
        assert_eq!(keys().read_survey(&support(), &invitation.replacen("i1", "s1", 1), now), None);
        assert_eq!(keys().read_invitation(&support(), &written(SurveyChoice::Written).replacen("s1", "i1", 1), now), None);
    }
}
