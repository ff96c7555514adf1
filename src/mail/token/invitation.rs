//! Invitation tokens: an address that only the owner of an invited mailbox can know.
//!
//! `i1` and 39 characters: key number and purpose, contact, letter, day of expiry, and 96 bits of HMAC-SHA256 over them and the
//! mailbox, under a key of its own. Whether the contact is still invited, by this very letter, is for the caller to look up.

use crate::base::{ContactId, EmailAddress, MailboxName, OutboxId, Timestamp, limit};

use super::{BASE32, DAY_MILLIS, Hmac, Keyring, Mac, Sha256, hmac};

/// Version, and the first characters of every one.
const VERSION: &str = "i1";
/// Key number and purpose, contact, letter (40 bits), expiry day.
const PAYLOAD_BYTES: usize = 12;
/// 96 bits: one address, two weeks, and nothing to be learnt from a miss.
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

impl Keyring {
    /// The detail of the address that an invitation is answered to. `None` where the letter's number is beyond all bounds.
    pub fn write_invitation(&self, mailbox: &MailboxName, token: &InvitationToken) -> Option<String> {
        let (id, keys) = self.signing()?;
        let [0, 0, 0, l1, l2, l3, l4, l5] = token.letter.get().to_be_bytes() else { return None };
        let [c1, c2, c3, c4] = token.contact.get().to_be_bytes();
        let day = token.expires.as_millis().saturating_add(DAY_MILLIS - 1).div_euclid(DAY_MILLIS);
        let [d1, d2] = u16::try_from(day.max(0)).unwrap_or(u16::MAX).to_be_bytes();
        let mut bytes = vec![id << 4, c1, c2, c3, c4, l1, l2, l3, l4, l5, d1, d2];
        let mac = invitation_mac(&keys.invitation, mailbox, &bytes).finalize().into_bytes();
        bytes.extend(mac.iter().take(MAC_BYTES));
        Some(format!("{VERSION}{}", BASE32.encode(&bytes)))
    }

    /// The same as an address of the mailbox. `None` where its local part has no room.
    pub fn invitation_address(
        &self,
        mailbox: &MailboxName,
        address: &EmailAddress,
        token: &InvitationToken,
    ) -> Option<EmailAddress> {
        let room = limit::LOCAL_PART_BYTES.saturating_sub(address.local().len() + 1);
        let detail = self.write_invitation(mailbox, token).filter(|detail| detail.len() <= room)?;
        EmailAddress::new(&format!("{}+{detail}@{}", address.local(), address.domain())).ok()
    }

    /// Reads the detail of an address; `None` where it is no invitation of this mailbox, altered or lapsed.
    pub fn read_invitation(&self, mailbox: &MailboxName, detail: &str, now: Timestamp) -> Option<InvitationToken> {
        if detail.len() != DETAIL_BYTES {
            return None;
        }
        let detail = detail.to_ascii_lowercase();
        let bytes = BASE32.decode(detail.strip_prefix(VERSION)?.as_bytes()).ok()?;
        let (payload, mac) = bytes.split_at_checked(PAYLOAD_BYTES)?;
        if mac.len() != MAC_BYTES {
            return None;
        }
        let keys = self.keys.get(&(payload.first()? >> 4))?;
        invitation_mac(&keys.invitation, mailbox, payload).verify_truncated_left(mac).ok()?;
        let [_, c1, c2, c3, c4, l1, l2, l3, l4, l5, d1, d2] = <[u8; PAYLOAD_BYTES]>::try_from(payload).ok()?;
        let token = InvitationToken {
            contact: ContactId::new(u32::from_be_bytes([c1, c2, c3, c4])),
            letter: OutboxId::new(u64::from_be_bytes([0, 0, 0, l1, l2, l3, l4, l5])),
            expires: Timestamp::from_millis(i64::from(u16::from_be_bytes([d1, d2])) * DAY_MILLIS),
        };
        (now < token.expires).then_some(token)
    }
}

fn invitation_mac(key: &[u8; 32], mailbox: &MailboxName, payload: &[u8]) -> Hmac<Sha256> {
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
        let address = EmailAddress::new("support@example.org").expect("address");
        let shown = keys().invitation_address(&support(), &address, &token()).expect("room");
        assert_eq!(shown.as_str(), format!("support+{detail}@example.org"));
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
        let reply = keys().write_token(&MailboxName::new("a-very-long-mailbox-name").expect("name"), &reply);
        assert_eq!(keys().read_invitation(&support(), &reply.replacen("r1", "i1", 1), now), None);
        assert_eq!(keys().read_token(&support(), &detail.replacen("i1", "r1", 1), now), None);
    }
}
