//! `#score`: what somebody who reviews thinks of how a ticket was handled. The text below is his comment, for the agent alone.
//!
//! Several lines of one mail make one review. A criterion that was scored before gets the new score, the others keep theirs.

use crate::base::{TicketId, limit};
use crate::domain::{Change, LetterKind, LetterNote, Notice, Rating, Review, ReviewNotice, Verdict};
use crate::policy::{Permission, Quality};

use super::order::{Asker, Order, Risk, TextUse, Work};
use super::table::{Family, nearest_of};

pub(super) const FAMILY: &[Family] = &[Family {
    name: "score",
    risk: Risk::Usual,
    usage: "#score criterion 1-5",
    example: "#score tone 4",
    english: "scores how a colleague handled the ticket; text below is a comment for that colleague alone",
    german: "bewertet, wie ein Kollege das Ticket bearbeitet hat; Text darunter ist ein Kommentar nur für ihn",
    read: |argument| Some(Box::new(Score(pairs(argument)?))),
}];

/// What was typed: criteria, and behind each what should be its score.
#[derive(Debug)]
struct Score(Vec<(String, String)>);

/// `tone 4`, `tone: 4`, `tone=4, solution=5`.
fn pairs(argument: &str) -> Option<Vec<(String, String)>> {
    let mut words = argument.split([' ', '\t', ',', ';', ':', '=']).filter(|word| !word.is_empty());
    let mut pairs = Vec::new();
    while let Some(criterion) = words.next() {
        pairs.push((criterion.to_owned(), words.next()?.to_owned()));
    }
    (!pairs.is_empty()).then_some(pairs)
}

impl Order for Score {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::ReviewQuality
    }

    fn text_use(&self) -> TextUse {
        TextUse::Taken
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let refused = Notice::Review;
        let quality = work.arrival.policy.service.quality.as_ref().ok_or(refused(ReviewNotice::NoCriteria))?;
        let scores = self.scores(quality).map_err(refused)?;
        let comment = Some(work.text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
        if comment.as_ref().is_some_and(|text| text.chars().count() > limit::REVIEW_COMMENT_CHARS) {
            return Err(refused(ReviewNotice::CommentTooLong { most: limit::REVIEW_COMMENT_CHARS }));
        }
        let reviewer = work.agent;
        let Some(ticket) = &work.ticket else { return Err(Notice::NeedsTicket) };
        let earlier = ticket.review.as_deref();
        let agent = earlier.map(|review| review.agent).or(ticket.assignee);
        let member = agent.and_then(|agent| work.arrival.policy.member(work.arrival.roster, agent));
        let (Some(agent), Some(member)) = (agent, member) else { return Err(refused(ReviewNotice::NobodysWork)) };
        if agent == reviewer {
            return Err(refused(ReviewNotice::OwnWork));
        }
        let asked_at = earlier.and_then(|review| review.asked_at);
        let mut verdict = earlier.and_then(|review| review.verdict.clone()).unwrap_or_default();
        let mut receipt = Vec::new();
        let id = ticket.id;
        let is_first = pending(&mut work.draft.plan.changes, id).is_none();
        if is_first {
            let has_comment = comment.is_some();
            receipt.push(refused(ReviewNotice::Told { agent: member.display.clone(), has_comment }));
            work.draft.letter(LetterKind::QualityResult, agent, id, None, LetterNote::default());
            let before = Verdict::scores_of(earlier.and_then(|review| review.verdict.as_ref()));
            work.draft.push(Change::Reviewed { ticket: id, agent, reviewer, verdict: None, before });
        }
        for (criterion, score) in scores {
            let before = verdict.scores.insert(criterion.clone(), score).filter(|before| *before != score);
            receipt.push(refused(ReviewNotice::Scored { criterion, score, before }));
        }
        // What was said before stands as long as nothing else is said.
        verdict.comment = comment.map(Into::into).or(verdict.comment);
        if let Some(pending) = pending(&mut work.draft.plan.changes, id) {
            *pending = Some(Box::new(verdict.clone()));
        }
        let (_, ticket) = work.on_ticket()?;
        ticket.review = Some(Box::new(Review { agent, reviewer, asked_at, verdict: Some(verdict) }));
        Ok(receipt)
    }
}

impl Score {
    /// The scores by the names that the settings have; or what is wrong with them.
    fn scores(&self, quality: &Quality) -> Result<Vec<(String, Rating)>, ReviewNotice> {
        let read = |(name, score): &(String, String)| {
            let criterion = quality.criterion(name).ok_or_else(|| ReviewNotice::NoSuchCriterion {
                name: name.clone(),
                nearest: nearest_of(name, quality.names()),
                criteria: quality.names().map(str::to_owned).collect(),
            })?;
            let rating = score.parse().ok().and_then(Rating::new);
            let out = || ReviewNotice::OutOfRange { criterion: criterion.name.clone(), score: score.clone() };
            Ok((criterion.name.clone(), rating.ok_or_else(out)?))
        };
        self.0.iter().map(read).collect()
    }
}

/// What the lines of this mail have said of a ticket until now.
fn pending(changes: &mut [Change], id: TicketId) -> Option<&mut Option<Box<Verdict>>> {
    changes.iter_mut().find_map(|change| match change {
        Change::Reviewed { ticket, verdict, .. } if *ticket == id => Some(verdict),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_scores_one_criterion_or_several() {
        let read = |text: &str| {
            let pairs = pairs(text)?;
            Some(pairs.iter().map(|(name, score)| format!("{name}={score}")).collect::<Vec<_>>().join(" "))
        };
        for text in ["tone 4", "tone: 4", "tone=4", "  tone   4 "] {
            assert_eq!(read(text).as_deref(), Some("tone=4"), "{text}");
        }
        assert_eq!(read("tone 4, solution 5").as_deref(), Some("tone=4 solution=5"));
        for text in ["", "tone", "tone 4 solution"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
