//! The words for what there is to say about reviews of the staff's work, and a sample of one.

use crate::base::Timestamp;
use crate::domain::{LetterKind, ReviewNotice};

use super::model::{CriterionView, ReviewView};
use super::word::Language;

/// English, German, and what is filled in.
#[rustfmt::skip]
pub(super) fn words(notice: &ReviewNotice, time: &dyn Fn(Timestamp) -> String) -> (&'static str, &'static str, Vec<String>) {
    use ReviewNotice as R;
    match notice {
        R::Told { agent, has_comment: true } => (
            "{0} is told of your review, with your comment.",
            "{0} erfährt von Ihrer Bewertung und liest Ihren Kommentar.",
            vec![agent.clone()]),
        R::Told { agent, has_comment: false } => (
            "{0} is told of your review.",
            "{0} erfährt von Ihrer Bewertung.",
            vec![agent.clone()]),
        R::Scored { criterion, score, before: None } => (
            "{0}: {1} of 5.",
            "{0}: {1} von 5.",
            vec![criterion.clone(), score.get().to_string()]),
        R::Scored { criterion, score, before: Some(before) } => (
            "{0}: {1} of 5, in place of {2}.",
            "{0}: {1} von 5, bisher {2}.",
            vec![criterion.clone(), score.get().to_string(), before.get().to_string()]),
        R::TakenBack { by } => (
            "{0} has taken back the last review of your work on this ticket.",
            "{0} hat die letzte Bewertung Ihrer Arbeit an diesem Ticket zurückgenommen.",
            vec![by.clone()]),
        R::AskedAgain { since } => (
            "It was drawn on {0} and has no score yet. You are not asked again.",
            "Es wurde am {0} gezogen und ist noch nicht bewertet. Weiter werden Sie nicht erinnert.",
            vec![time(*since)]),
        R::NoSuchCriterion { name, nearest, criteria } if nearest.is_empty() => (
            "There is no criterion “{0}”. There is: {1}.",
            "Das Kriterium „{0}“ gibt es nicht. Es gibt: {1}.",
            vec![name.clone(), criteria.join(", ")]),
        R::NoSuchCriterion { name, nearest, .. } => (
            "There is no criterion “{0}”. Did you mean {1}?",
            "Das Kriterium „{0}“ gibt es nicht. Meinten Sie {1}?",
            vec![name.clone(), nearest.join(", ")]),
        R::OutOfRange { criterion, score } => (
            "“{1}” is no score for {0}: scores are whole numbers from 1 (poor) to 5 (very good).",
            "„{1}“ ist keine Bewertung für {0}: Es gibt ganze Zahlen von 1 (mangelhaft) bis 5 (sehr gut).",
            vec![criterion.clone(), score.clone()]),
        R::CommentTooLong { most } => (
            "The comment is too long; {0} characters are enough.",
            "Der Kommentar ist zu lang; {0} Zeichen genügen.",
            vec![most.to_string()]),
        R::NoCriteria => (
            "This desk has no criteria to score by. An administrator can name some under [quality] in service.toml.",
            "Dieser Helpdesk hat keine Kriterien, nach denen bewertet wird. Die Administration kann sie unter [quality] in service.toml nennen.",
            vec![]),
        R::NobodysWork => (
            "Nobody of the staff has this ticket, so there is nobody's work to score.",
            "Dieses Ticket ist niemandem im Team zugewiesen; so gibt es niemandes Arbeit zu bewerten.",
            vec![]),
        R::OwnWork => (
            "This ticket is your own work; somebody else has to score it.",
            "Dieses Ticket haben Sie selbst bearbeitet; bewerten muss es jemand anders.",
            vec![]),
    }
}

/// A review for a sample of a letter; none where it is about something else.
pub(super) fn sample(kind: LetterKind, language: &str) -> Option<ReviewView> {
    let is_result = kind == LetterKind::QualityResult;
    if !is_result && kind != LetterKind::QualityReview {
        return None;
    }
    let pick =
        |english: &str, german: &str| (if Language::of(language) == Language::German { german } else { english }).to_owned();
    let criterion = |name: &str, score: &str, question: String| CriterionView {
        name: name.to_owned(),
        question,
        score: if is_result { score.to_owned() } else { String::new() },
    };
    Some(ReviewView {
        agent: "Bob Berger".to_owned(),
        reviewer: "Carol Chen".to_owned(),
        criteria: vec![
            criterion("tone", "4", pick("Was the customer spoken to kindly?", "War der Ton freundlich?")),
            criterion("solution", "5", pick("Is the problem solved for good?", "Ist das Problem dauerhaft gelöst?")),
        ],
        comment: if is_result {
            pick("Next time, tell her about the toner.", "Weisen Sie beim nächsten Mal auf den toner hin.")
        } else {
            String::new()
        },
        is_taken_back: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::notice::shows_its_values;
    use super::*;
    use crate::domain::Rating;

    #[test]
    fn every_value_of_a_sentence_is_used_in_both_languages() {
        let x = || "{1}x".to_owned();
        let score = Rating::new(4).expect("a rating");
        let all = [
            ReviewNotice::Told { agent: x(), has_comment: true },
            ReviewNotice::Told { agent: x(), has_comment: false },
            ReviewNotice::Scored { criterion: x(), score, before: None },
            ReviewNotice::Scored { criterion: x(), score, before: Some(score) },
            ReviewNotice::TakenBack { by: x() },
            ReviewNotice::AskedAgain { since: Timestamp::from_seconds(0) },
            ReviewNotice::NoSuchCriterion { name: x(), nearest: Vec::new(), criteria: vec![x()] },
            ReviewNotice::NoSuchCriterion { name: x(), nearest: vec![x()], criteria: vec![x()] },
            ReviewNotice::OutOfRange { criterion: x(), score: x() },
            ReviewNotice::CommentTooLong { most: 9 },
            ReviewNotice::NoCriteria,
            ReviewNotice::NobodysWork,
            ReviewNotice::OwnWork,
        ];
        for one in all {
            let (english, german, values) = words(&one, &|at| at.to_string());
            assert!(shows_its_values(english, &values) && shows_its_values(german, &values), "{one:?}");
            assert_ne!(english, german);
        }
    }
}
