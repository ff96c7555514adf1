//! Reply tokens, our Message-IDs and loop marks: what only this desk can have written (SECURITY.md 1.4).
//!
//! A token is 12 bytes of payload (key number 4 bits, role 4, ticket 32, recipient 32, epoch 8, expiry day 16) and a
//! truncated HMAC-SHA256 over the payload and the mailbox. Each purpose has a key of its own, so that what was written
//! for one never proves anything for another. The MAC is compared in constant time before anything of the payload is used;
//! whether the ticket, its epoch and the recipient still fit is for the caller to look up.
//!
//! A local part holds 64 octets (RFC 5321 §4.5.3.1.1). `r1` and 45 characters leave room for a mailbox of 16; a longer one
//! gets a MAC of 96 bits, `r1` and 39 characters. The length of the MAC is itself under the MAC: cutting one gives nothing.

mod letter;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::base::{ConfirmationId, ContactId, MailboxName, MessageId, OutboxId, TicketId, Timestamp};

pub use letter::{InvitationToken, SurveyChoice, SurveyToken};

/// Version of the token, and the first characters of every one.
const VERSION: &str = "r1";
/// The same of an address that a confirmation goes to.
const CONFIRM_VERSION: &str = "c1";
/// In the place of the role: what confirms is nobody's reply.
const CONFIRM_ROLE: u8 = 3;
/// Key number, role, ticket, recipient, epoch and expiry day.
const PAYLOAD_BYTES: usize = 12;
/// 128 bits: nobody guesses one.
const FULL_MAC_BYTES: usize = 16;
/// 96 bits, where the local part has no room for more.
const SHORT_MAC_BYTES: usize = 12;
/// Octets of a detail with the full MAC.
const FULL_DETAIL_BYTES: usize = 47;
/// 80 bits are 16 characters; a Message-ID alone proves little and is only worth a guess for each item.
const MESSAGE_ID_MAC_BYTES: usize = 10;
/// The same for loop marks.
const LOOP_MAC_BYTES: usize = 10;

/// The desk's secret keys by their number (0 to 15); one signs, the others still verify.
#[derive(Clone)]
pub struct Keyring {
    keys: BTreeMap<u8, PurposeKeys>,
    /// The number of the key that signs.
    signing: u8,
}

/// What one secret yields. The secret itself is not kept.
#[derive(Clone)]
struct PurposeKeys {
    reply: [u8; 32],
    confirm: [u8; 32],
    message_id: [u8; 32],
    loop_mark: [u8; 32],
    invitation: [u8; 32],
    survey: [u8; 32],
}

/// Whom a reply token was written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRole {
    /// A customer or other participant.
    Customer,
    /// A member of staff.
    Staff,
    /// Somebody to whom a ticket was forwarded: what he writes is for the staff alone.
    Consulted,
}

/// What a reply token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyToken {
    /// To whom it was written.
    pub role: TokenRole,
    /// About which ticket.
    pub ticket: TicketId,
    /// To which contact.
    pub recipient: ContactId,
    /// The ticket's epoch then.
    pub epoch: u8,
    /// When it lapses; counted in whole days, rounded up when it is written.
    pub expires: Timestamp,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keyring({} keys)", self.keys.len())
    }
}

impl Keyring {
    /// Takes the keys, of which the highest number signs; `None` if there is none or a number is over 15.
    pub fn new(keys: BTreeMap<u8, [u8; 32]>) -> Option<Self> {
        let signing = *keys.keys().next_back()?;
        Self::signing_with(keys, signing)
    }

    /// Takes the keys, of which this one signs: after number 15 comes 0 again.
    pub fn signing_with(keys: BTreeMap<u8, [u8; 32]>, signing: u8) -> Option<Self> {
        let fits = keys.contains_key(&signing) && keys.keys().all(|id| *id < 16);
        let keys = || keys.into_iter().map(|(id, secret)| (id, PurposeKeys::of(&secret))).collect();
        fits.then(|| Self { keys: keys(), signing })
    }

    fn signing(&self) -> Option<(u8, &PurposeKeys)> {
        self.keys.get(&self.signing).map(|keys| (self.signing, keys))
    }

    /// The detail of a reply address: `r1` and 45 characters, or 39 where that leaves it within so many octets.
    pub fn write_token(&self, mailbox: &MailboxName, token: &ReplyToken, room: usize) -> String {
        let Some((id, keys)) = self.signing() else { return String::new() };
        detail(VERSION, &keys.reply, mailbox, &token.payload(id), room)
    }

    /// The detail of the address that a confirmation goes to, within so many octets. Nothing in it lapses: the question's row does.
    pub fn write_confirmation(&self, mailbox: &MailboxName, question: ConfirmationId, agent: ContactId, room: usize) -> String {
        let Some((id, keys)) = self.signing() else { return String::new() };
        let [q1, q2, q3, q4] = question.get().to_be_bytes();
        let [a1, a2, a3, a4] = agent.get().to_be_bytes();
        let payload = [id << 4 | CONFIRM_ROLE, q1, q2, q3, q4, a1, a2, a3, a4, 0, 0, 0];
        detail(CONFIRM_VERSION, &keys.confirm, mailbox, &payload, room)
    }

    /// Reads such a detail; `None` where it is not ours, not for this mailbox, or altered.
    pub fn read_confirmation(&self, mailbox: &MailboxName, detail: &str) -> Option<(ConfirmationId, ContactId)> {
        let payload = self.verified(CONFIRM_VERSION, |keys| &keys.confirm, mailbox, detail)?;
        let [first, q1, q2, q3, q4, a1, a2, a3, a4, _, _, _] = payload;
        let question = ConfirmationId::new(u32::from_be_bytes([q1, q2, q3, q4]));
        (first & 15 == CONFIRM_ROLE).then(|| (question, ContactId::new(u32::from_be_bytes([a1, a2, a3, a4]))))
    }

    /// The payload of a detail whose MAC is right.
    fn verified(
        &self,
        version: &str,
        purpose: impl Fn(&PurposeKeys) -> &[u8; 32],
        mailbox: &MailboxName,
        detail: &str,
    ) -> Option<[u8; PAYLOAD_BYTES]> {
        // Anything longer cannot be ours; do not copy it.
        if detail.len() > FULL_DETAIL_BYTES {
            return None;
        }
        let detail = detail.to_ascii_lowercase();
        // Trailing bits must be zero, so each token has exactly one spelling.
        let bytes = BASE32.decode(detail.strip_prefix(version)?.as_bytes()).ok()?;
        let (payload, mac) = bytes.split_at_checked(PAYLOAD_BYTES)?;
        if !matches!(mac.len(), FULL_MAC_BYTES | SHORT_MAC_BYTES) {
            return None;
        }
        let keys = self.keys.get(&(payload.first()? >> 4))?;
        token_mac(purpose(keys), mailbox, mac.len(), payload).verify_truncated_left(mac).ok()?;
        payload.try_into().ok()
    }

    /// Reads the detail of a reply address; `None` where it is not ours, not for this mailbox, altered or lapsed.
    /// Upper and lower case are the same: some servers fold local parts.
    pub fn read_token(&self, mailbox: &MailboxName, detail: &str, now: Timestamp) -> Option<ReplyToken> {
        let payload = self.verified(VERSION, |keys| &keys.reply, mailbox, detail)?;
        let token = ReplyToken::of_payload(payload)?;
        (now < token.expires).then_some(token)
    }

    /// The Message-ID of an outbox item, `o.NUMBER.MAC@domain`. `None` where the domain is none.
    pub fn write_message_id(&self, letter: OutboxId, domain: &str) -> Option<MessageId> {
        let (_, keys) = self.signing()?;
        let mac = message_id_mac(&keys.message_id, letter, domain).finalize().into_bytes();
        let mac = BASE32.encode(mac.get(..MESSAGE_ID_MAC_BYTES)?);
        MessageId::new(&format!("o.{}.{mac}@{domain}", letter.get()))
    }

    /// The outbox item of a Message-ID, if this desk wrote it.
    pub fn read_message_id(&self, id: &MessageId, domain: &str) -> Option<OutboxId> {
        let (left, right) = id.as_str().rsplit_once('@')?;
        if !right.eq_ignore_ascii_case(domain) {
            return None;
        }
        let (letter, mac) = left.strip_prefix("o.").or_else(|| left.strip_prefix("O."))?.split_once('.')?;
        let number: u64 = letter.parse().ok()?;
        // `o.007.…` is nothing we write.
        if number.to_string() != letter || mac.len() != 16 {
            return None;
        }
        let mac = BASE32.decode(mac.to_ascii_lowercase().as_bytes()).ok()?;
        let letter = OutboxId::new(number);
        let ours =
            self.keys.values().any(|keys| message_id_mac(&keys.message_id, letter, domain).verify_truncated_left(&mac).is_ok());
        ours.then_some(letter)
    }

    /// What this desk writes into X-Loop: the same for every message, and nobody else's to invent.
    pub fn loop_mark(&self, domain: &str) -> String {
        self.signing().map(|(_, keys)| keys.loop_mark(domain)).unwrap_or_default()
    }

    /// The marks of all keys: mail that was written before a rotation comes back after it.
    pub fn loop_marks(&self, domain: &str) -> Vec<String> {
        self.keys.values().map(|keys| keys.loop_mark(domain)).collect()
    }

    /// Did this desk write this X-Loop, with any of its keys?
    pub fn is_loop_mark(&self, mark: &str, domain: &str) -> bool {
        let Some((mac, right)) = mark.trim().split_once('@') else { return false };
        if !right.eq_ignore_ascii_case(domain) {
            return false;
        }
        let Ok(mac) = BASE32.decode(mac.to_ascii_lowercase().as_bytes()) else { return false };
        mac.len() == LOOP_MAC_BYTES
            && self.keys.values().any(|keys| loop_mac(&keys.loop_mark, domain).verify_truncated_left(&mac).is_ok())
    }
}

impl PurposeKeys {
    /// One key a purpose; HMAC with a label is a pseudo-random function of the secret (the expand step of RFC 5869 §2.3).
    fn of(secret: &[u8; 32]) -> Self {
        let key = |label: &str| hmac(secret).chain_update(label.as_bytes()).chain_update([1]).finalize().into_bytes().into();
        Self {
            reply: key("maildesk reply"),
            confirm: key("maildesk confirm"),
            message_id: key("maildesk message-id"),
            loop_mark: key("maildesk loop"),
            invitation: key("maildesk invitation"),
            survey: key("maildesk csat"),
        }
    }

    fn loop_mark(&self, domain: &str) -> String {
        let mac = loop_mac(&self.loop_mark, domain).finalize().into_bytes();
        format!("{}@{}", BASE32.encode(mac.get(..LOOP_MAC_BYTES).unwrap_or_default()), domain.to_ascii_lowercase())
    }
}

impl ReplyToken {
    fn payload(&self, key: u8) -> [u8; PAYLOAD_BYTES] {
        let role = match self.role {
            TokenRole::Customer => 1,
            TokenRole::Staff => 2,
            TokenRole::Consulted => 4,
        };
        // Rounded up: it must not lapse before its time.
        let day = self.expires.as_millis().saturating_add(DAY_MILLIS - 1).div_euclid(DAY_MILLIS);
        let day = u16::try_from(day.max(0)).unwrap_or(u16::MAX).to_be_bytes();
        let [t1, t2, t3, t4] = self.ticket.get().to_be_bytes();
        let [c1, c2, c3, c4] = self.recipient.get().to_be_bytes();
        let [d1, d2] = day;
        [key << 4 | role, t1, t2, t3, t4, c1, c2, c3, c4, self.epoch, d1, d2]
    }

    fn of_payload(payload: [u8; PAYLOAD_BYTES]) -> Option<Self> {
        let [first, t1, t2, t3, t4, c1, c2, c3, c4, epoch, d1, d2] = payload;
        let role = match first & 15 {
            1 => TokenRole::Customer,
            2 => TokenRole::Staff,
            4 => TokenRole::Consulted,
            _ => return None,
        };
        Some(Self {
            role,
            ticket: TicketId::new(u32::from_be_bytes([t1, t2, t3, t4])),
            recipient: ContactId::new(u32::from_be_bytes([c1, c2, c3, c4])),
            epoch,
            expires: Timestamp::from_millis(i64::from(u16::from_be_bytes([d1, d2])) * DAY_MILLIS),
        })
    }
}

/// The detail of an address: its version, and in base32 the payload with its MAC, the longest that leaves it within so many octets.
fn detail(version: &str, key: &[u8; 32], mailbox: &MailboxName, payload: &[u8; PAYLOAD_BYTES], room: usize) -> String {
    let mac_bytes = if room >= FULL_DETAIL_BYTES { FULL_MAC_BYTES } else { SHORT_MAC_BYTES };
    let mac = token_mac(key, mailbox, mac_bytes, payload).finalize().into_bytes();
    let bytes: Vec<u8> = payload.iter().chain(mac.iter().take(mac_bytes)).copied().collect();
    let mut detail = String::with_capacity(FULL_DETAIL_BYTES);
    detail.push_str(version);
    BASE32.encode_append(&bytes, &mut detail);
    detail
}

const DAY_MILLIS: i64 = 86_400_000;

/// RFC 4648 §6 in lower case and without padding: what survives in a local part, however a server folds it.
static BASE32: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str("abcdefghijklmnopqrstuvwxyz234567");
    // The alphabet is a constant with 32 different characters; the fallback is never taken.
    specification.encoding().unwrap_or(data_encoding::BASE32_NOPAD)
});

fn hmac(key: &[u8; 32]) -> Hmac<Sha256> {
    // RFC 2104 §2: a key shorter than a block is filled with zeros.
    let mut block = [0_u8; 64];
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    Hmac::new(&block.into())
}

fn token_mac(key: &[u8; 32], mailbox: &MailboxName, mac_bytes: usize, payload: &[u8]) -> Hmac<Sha256> {
    // The payload has a fixed length and the mailbox comes last, so no two inputs look alike.
    let length = u8::try_from(mac_bytes).unwrap_or_default();
    hmac(key).chain_update([length]).chain_update(payload).chain_update(mailbox.as_str().as_bytes())
}

fn message_id_mac(key: &[u8; 32], letter: OutboxId, domain: &str) -> Hmac<Sha256> {
    hmac(key).chain_update(letter.get().to_be_bytes()).chain_update(domain.to_ascii_lowercase().as_bytes())
}

fn loop_mac(key: &[u8; 32], domain: &str) -> Hmac<Sha256> {
    hmac(key).chain_update(domain.to_ascii_lowercase().as_bytes())
}

#[cfg(test)]
mod tests;
