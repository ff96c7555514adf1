//! What a letter about a review says of it: by what the work is judged, and what was said.

use crate::domain::{Letter, LetterKind, Notice, ReviewNotice};
use crate::notify::{CriterionView, ReviewView};
use crate::store::{Queries, StoreError};

use super::Reader;

/// The review of the letter's ticket; none where the letter is about something else.
pub(super) fn view<Q: Queries>(rows: &Q, reader: &Reader<'_>, letter: &Letter) -> Result<Option<ReviewView>, StoreError> {
    let Some(review) = reader.ticket.and_then(|ticket| ticket.review.as_deref()) else {
        let is_result = letter.kind == LetterKind::QualityResult;
        return Ok(is_result.then(|| ReviewView { is_taken_back: true, ..ReviewView::default() }));
    };
    let quality = reader.settings.policy.service.quality.as_ref();
    let criterion = |name: &str, score: String| CriterionView {
        name: name.to_owned(),
        question: quality.and_then(|quality| quality.criterion(name)).map(|one| one.question.clone()).unwrap_or_default(),
        score,
    };
    let criteria: Vec<CriterionView> = match letter.kind {
        LetterKind::QualityReview => {
            quality.into_iter().flat_map(|quality| quality.names()).map(|name| criterion(name, String::new())).collect()
        }
        LetterKind::QualityResult => {
            let verdict = review.verdict.as_ref().zip(quality);
            let scores = verdict.map(|(verdict, quality)| quality.ordered(verdict)).unwrap_or_default();
            scores.iter().map(|(name, score)| criterion(name, score.get().to_string())).collect()
        }
        _ => return Ok(None),
    };
    let comment = review.verdict.as_ref().and_then(|verdict| verdict.comment.as_ref());
    let is_taken_back = |notice: &Notice| matches!(notice, Notice::Review(ReviewNotice::TakenBack { .. }));
    Ok(Some(ReviewView {
        agent: reader.name_of(rows, review.agent)?,
        reviewer: reader.name_of(rows, review.reviewer)?,
        criteria,
        comment: comment.map(|comment| comment.text().to_owned()).unwrap_or_default(),
        is_taken_back: letter.note.notices.iter().any(is_taken_back),
    }))
}
