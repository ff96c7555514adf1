//! Which ticket, letter and texts a change is about: by these the journal is searched, and the spool kept.

use crate::base::{Digest, OutboxId, TicketId};

use super::Change;

impl Change {
    /// The ticket it belongs to.
    pub fn ticket(&self) -> Option<TicketId> {
        match self {
            Self::ReplyHeld { ticket, .. }
            | Self::ReplyDecided { ticket, .. }
            | Self::ReplyRemembered { ticket, .. }
            | Self::StatusChanged { ticket, .. }
            | Self::Reopened { ticket }
            | Self::Assigned { ticket, .. }
            | Self::TeamSet { ticket, .. }
            | Self::PrioritySet { ticket, .. }
            | Self::CategorySet { ticket, .. }
            | Self::Tagged { ticket, .. }
            | Self::FieldSet { ticket, .. }
            | Self::ParticipantAdded { ticket, .. }
            | Self::Copied { ticket, .. }
            | Self::ContributorAdded { ticket, .. }
            | Self::ContributorRemoved { ticket, .. }
            | Self::Linked { ticket, .. }
            | Self::Unlinked { ticket, .. }
            | Self::Forwarded { ticket, .. }
            | Self::RequesterSet { ticket, .. }
            | Self::ParticipantRemoved { ticket, .. }
            | Self::AttentionSet { ticket, .. }
            | Self::TimeSpent { ticket, .. }
            | Self::Merged { ticket, .. }
            | Self::PracticeBegun { ticket, .. }
            | Self::EntryMoved { ticket, .. }
            | Self::AnswerHeld { ticket, .. }
            | Self::HeldSettled { ticket, .. }
            | Self::Undoable { ticket, .. }
            | Self::Undone { ticket, .. }
            | Self::ArticlesOffered { ticket, .. }
            | Self::Routed { ticket, .. }
            | Self::DeadlineSet { ticket, .. }
            | Self::DeadlineCleared { ticket, .. }
            | Self::DeadlineFired { ticket, .. }
            | Self::AnswerAwaited { ticket }
            | Self::AwaitedSince { ticket, .. }
            | Self::PromiseMade { ticket, .. }
            | Self::PromisePaused { ticket, .. }
            | Self::PromiseBroken { ticket, .. }
            | Self::PromiseSettled { ticket, .. }
            | Self::TokensRevoked { ticket }
            | Self::WritesFrom { ticket, .. }
            | Self::SurveySent { ticket, .. }
            | Self::Rated { ticket, .. }
            | Self::ReviewAwaited { ticket, .. }
            | Self::ReviewAsked { ticket, .. }
            | Self::Reviewed { ticket, .. }
            | Self::Commanded { ticket, .. } => Some(*ticket),
            Self::TicketOpened(opening) => Some(opening.ticket),
            Self::Nudged { nudge, .. } => Some(nudge.ticket),
            Self::EntryAdded { entry, .. } => Some(entry.ticket),
            Self::LetterQueued { item } => item.ticket,
            Self::Received(receipt) => receipt.ticket,
            Self::ConfirmationAsked { confirmation, .. } => confirmation.ticket,
            Self::LetterWithheld { ticket, .. } | Self::Refused { ticket, .. } | Self::LookedUp { ticket, .. } => *ticket,
            Self::ContactAdded { .. }
            | Self::ContactNamed { .. }
            | Self::ContactSet { .. }
            | Self::AddressAdded { .. }
            | Self::AddressRemoved { .. }
            | Self::ContactsMerged { .. }
            | Self::ContactsParted { .. }
            | Self::ErasureOrdered { .. }
            | Self::Erased { .. }
            | Self::SurveysDeclined { .. }
            | Self::ReviewsDrawn { .. }
            | Self::ReviewsSeen { .. }
            | Self::StaffKnown { .. }
            | Self::StaffInvited { .. }
            | Self::StaffConfirmed { .. }
            | Self::StaffLeft { .. }
            | Self::Person { .. }
            | Self::ReachabilityChanged { .. }
            | Self::TurnTaken { .. }
            | Self::RoundTold { .. }
            | Self::MorningTold { .. }
            | Self::ReportOrdered { .. }
            | Self::ReportSettled { .. }
            | Self::ReportAwaited { .. }
            | Self::AlertRaised { .. }
            | Self::AlertCleared { .. }
            | Self::LettersClaimed { .. }
            | Self::LetterSent { .. }
            | Self::LetterDeferred { .. }
            | Self::LetterFailed { .. }
            | Self::LetterExpired { .. }
            | Self::LetterInDoubt { .. }
            | Self::LetterBounced { .. }
            | Self::Quarantined { .. }
            | Self::QuarantineReleased { .. }
            | Self::QuarantineDropped { .. }
            | Self::ConfirmationUnclear { .. }
            | Self::ConfirmationSettled { .. }
            | Self::ForgerySuspected { .. }
            | Self::Executed { .. }
            | Self::TrustProbed { .. }
            | Self::TrustJudged { .. }
            | Self::Struck { .. }
            | Self::PlusProbed { .. }
            | Self::PlusProven { .. }
            | Self::CursorBegun { .. }
            | Self::CursorMoved { .. }
            | Self::LetterRetried { .. }
            | Self::LetterDropped { .. }
            | Self::OperatorTold { .. } => None,
        }
    }

    /// The letter whose fate it tells; the letter's ticket lists it too.
    pub const fn letter(&self) -> Option<OutboxId> {
        match self {
            Self::LetterSent { letter, .. }
            | Self::LetterDeferred { letter, .. }
            | Self::LetterFailed { letter, .. }
            | Self::LetterExpired { letter }
            | Self::LetterInDoubt { letter, .. }
            | Self::LetterBounced { letter, .. }
            | Self::LetterRetried { letter }
            | Self::LetterDropped { letter } => Some(*letter),
            _ => None,
        }
    }

    /// Texts in the spool that it refers to.
    pub fn texts(&self) -> Vec<Digest> {
        match self {
            Self::Received(receipt) => vec![receipt.raw],
            Self::EntryAdded { entry, .. } => entry.raw.into_iter().chain([entry.text]).collect(),
            Self::AnswerHeld { answer, .. } => answer.entry.raw.into_iter().chain([answer.entry.text]).collect(),
            Self::LetterQueued { item } => item.pieces.clone(),
            Self::Quarantined { raw, .. } => vec![*raw],
            Self::ConfirmationAsked { confirmation, .. } => vec![confirmation.raw],
            _ => Vec::new(),
        }
    }
}
