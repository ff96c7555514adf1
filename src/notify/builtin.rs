//! The templates that come with the program.
//!
//! One file a letter and form: `received.txt` (its first line is the subject), `received.html`. A name that starts with `_`
//! is a part that others include. German has no layout of its own: what a language lacks it takes from English.

/// Language, file, text.
pub(super) type Source = (&'static str, &'static str, &'static str);

macro_rules! files {
    ($language:literal: $($file:literal)*) => {
        [$(($language, $file, include_str!(concat!("../../templates/", $language, "/", $file)))),*]
    };
}

/// All of them; English first, because other languages lie above it.
pub(super) fn all() -> impl Iterator<Item = Source> {
    ENGLISH.iter().chain(GERMAN).copied()
}

const ENGLISH: &[Source] = &files!("en":
    "_conversation.html" "_conversation.txt" "tickets.html" "tickets.txt" "ticket.html" "ticket.txt" "transcript.html" "transcript.txt"
    "_articles.html" "_articles.txt" "own-tickets.html" "own-tickets.txt" "own-ticket.html" "own-ticket.txt"
    "alert.html" "alert.txt" "report.html" "report.txt" "_picture.html" "_figures.html" "_list.html" "_list.txt" "digest.html" "digest.txt" "due-list.html" "due-list.txt" "handed-over.html" "handed-over.txt" "team-digest.html" "team-digest.txt"
    "_footer.html" "_hint.html" "_hint.txt" "_history.html" "_history.txt" "_layout.html" "_mark.html" "_message.html"
    "_message.txt" "_sentences.html" "_sentences.txt" "_text.html" "_ticket.html" "_ticket.txt"
    "assigned.html" "assigned.txt" "closed.html" "closed.txt" "closing-warning.html" "closing-warning.txt" "low-rating.html" "low-rating.txt" "quality-review.html" "quality-review.txt" "quality-result.html" "quality-result.txt" "survey.html" "survey.txt"
    "departure.html" "departure.txt" "invitation.html" "invitation.txt"
    "confirm.html" "confirm.txt" "forged.html" "forged.txt" "forward.html" "forward.txt"
    "customer-reply.html" "customer-reply.txt" "delivery-failure.html" "delivery-failure.txt" "escalation.html"
    "escalation.txt" "follow-up.html" "follow-up.txt" "new-ticket.html" "new-ticket.txt" "not-accepted.html" "not-accepted.txt" "operator.html" "operator.txt"
    "receipt.html" "receipt.txt" "received.html" "received.txt" "refused.html" "refused.txt" "reminder.html" "reminder.txt"
    "plus-probe.html" "plus-probe.txt" "reply.html" "reply.txt" "staff-activity.html" "staff-activity.txt"
    "absence.html" "absence.txt" "draft.html" "draft.txt" "shadow.html" "shadow.txt" "training.html" "training.txt"
    "stranger.html" "stranger.txt" "trust-probe.html" "trust-probe.txt");

const GERMAN: &[Source] = &files!("de":
    "_conversation.html" "_conversation.txt" "tickets.html" "tickets.txt" "ticket.html" "ticket.txt" "transcript.html" "transcript.txt"
    "_articles.html" "_articles.txt" "own-tickets.html" "own-tickets.txt" "own-ticket.html" "own-ticket.txt"
    "alert.html" "alert.txt" "report.html" "report.txt" "_list.html" "_list.txt" "digest.html" "digest.txt" "due-list.html" "due-list.txt" "handed-over.html" "handed-over.txt" "team-digest.html" "team-digest.txt"
    "_footer.html" "_hint.html" "_hint.txt" "_history.html" "_history.txt" "_mark.html" "_message.html" "_message.txt"
    "_ticket.html" "_ticket.txt"
    "assigned.html" "assigned.txt" "closed.html" "closed.txt" "closing-warning.html" "closing-warning.txt" "low-rating.html" "low-rating.txt" "quality-review.html" "quality-review.txt" "quality-result.html" "quality-result.txt" "survey.html" "survey.txt"
    "departure.html" "departure.txt" "invitation.html" "invitation.txt"
    "confirm.html" "confirm.txt" "forged.html" "forged.txt" "forward.html" "forward.txt"
    "customer-reply.html" "customer-reply.txt" "delivery-failure.html" "delivery-failure.txt" "escalation.html"
    "escalation.txt" "follow-up.html" "follow-up.txt" "new-ticket.html" "new-ticket.txt" "not-accepted.html" "not-accepted.txt" "operator.html" "operator.txt"
    "receipt.html" "receipt.txt" "received.html" "received.txt" "refused.html" "refused.txt" "reminder.html" "reminder.txt"
    "plus-probe.html" "plus-probe.txt" "reply.html" "reply.txt" "staff-activity.html" "staff-activity.txt"
    "absence.html" "absence.txt" "draft.html" "draft.txt" "shadow.html" "shadow.txt" "training.html" "training.txt"
    "stranger.html" "stranger.txt" "trust-probe.html" "trust-probe.txt");
