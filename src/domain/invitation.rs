//! An invitation to the staff: who was asked to confirm his address, and whether he has.

use serde::{Deserialize, Serialize};

use crate::base::{ContactId, EmailAddress, OutboxId, Private, Timestamp};

/// The last invitation of somebody whose entry in `staff.toml` says that it is not confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Who was invited, as the contact that he was then.
    pub contact: ContactId,
    /// The address it went to; another address in `staff.toml` is another question.
    pub address: Private<EmailAddress>,
    /// The letter.
    pub letter: OutboxId,
    /// When it was written.
    pub invited_at: Timestamp,
    /// Until when it may be answered.
    pub until: Timestamp,
    /// When it was answered.
    pub confirmed_at: Option<Timestamp>,
}

impl Invitation {
    /// Where it stands for somebody with this address.
    pub fn standing(&self, address: &EmailAddress, now: Timestamp) -> InvitationStanding {
        if self.address.known() != Some(address) {
            InvitationStanding::Missing
        } else if self.confirmed_at.is_some() {
            InvitationStanding::Confirmed
        } else if now < self.until {
            InvitationStanding::Open
        } else {
            InvitationStanding::Lapsed
        }
    }
}

/// How somebody stands whose entry says that it is not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationStanding {
    /// This address has not been invited yet.
    Missing,
    /// It has been, and may answer.
    Open,
    /// It has not answered in time.
    Lapsed,
    /// Its owner has answered: he belongs to the staff.
    Confirmed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_for_one_address_and_for_a_time() {
        let address = |text: &str| EmailAddress::new(text).expect("address");
        let (ann, at) = (address("ann@example.org"), Timestamp::from_seconds);
        let open = Invitation {
            contact: ContactId::new(1),
            address: ann.clone().into(),
            letter: OutboxId::new(1),
            invited_at: at(0),
            until: at(10),
            confirmed_at: None,
        };
        assert_eq!(open.standing(&ann, at(9)), InvitationStanding::Open);
        assert_eq!(open.standing(&ann, at(10)), InvitationStanding::Lapsed);
        assert_eq!(open.standing(&address("bob@example.org"), at(9)), InvitationStanding::Missing);
        let confirmed = Invitation { confirmed_at: Some(at(5)), ..open };
        assert_eq!(confirmed.standing(&ann, at(99)), InvitationStanding::Confirmed);
        assert_eq!(confirmed.standing(&address("bob@example.org"), at(9)), InvitationStanding::Missing);
    }
}
