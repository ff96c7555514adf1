//! Questions for tickets: the index is asked where their words stand, the state everything else.

use std::collections::BTreeSet;

use crate::base::Timestamp;
use crate::domain::{Asking, Plan};
use crate::policy::{Policy, Query, QueryCondition, QueryProblem, Words, list, lists};
use crate::search::{Found, Index, Waited, Wanted};
use crate::store::{Disk, Keyspace};

use super::super::ask::{self, Answer, Hits};
use super::super::error::DeskError;
use super::super::follow::{Followed, Follower};
use super::{Answers, Desk, Reply};

/// The question behind a letter; none where settings that have changed since do not know it any more.
pub(in crate::desk) fn query_of(asking: &Asking, policy: &Policy) -> Option<Query> {
    match &asking.list {
        Some(name) => list(name, policy)?.ok(),
        None => Query::read(&asking.question, policy).ok(),
    }
}

/// The questions of a plan's letters that the index has not been asked yet.
pub(in crate::desk) fn open(plan: &Plan, policy: &Policy, answers: &Answers) -> Vec<Asking> {
    let asked = plan.letters.iter().filter_map(|letter| letter.note.asking.as_ref());
    let is_open = |asking: &&Asking| {
        !answers.contains_key(&key(asking)) && query_of(asking, policy).is_some_and(|query| !wanted(&query).is_empty())
    };
    asked.filter(is_open).cloned().collect()
}

/// Under which a question's answer is kept.
pub(in crate::desk) fn key(asking: &Asking) -> String {
    asking.list.as_ref().map_or_else(|| asking.question.clone(), |name| format!("list {name}"))
}

/// What the index is asked, with whether it is to stand there.
fn wanted(query: &Query) -> Vec<(Wanted, bool)> {
    let words = query.words().map(|(words, holds)| {
        let wanted = match words {
            Words::Word(text) => Wanted::Word(text.clone()),
            Words::Phrase(text) => Wanted::Phrase(text.clone()),
            Words::Beginning(text) => Wanted::Beginning(text.clone()),
        };
        (wanted, holds)
    });
    let files = query.conditions().filter(|(condition, _)| **condition == QueryCondition::Attachment);
    words.chain(files.map(|(_, holds)| (Wanted::File, holds))).collect()
}

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Lets a full-text index follow the journal from now on.
    pub fn follow_with(&mut self, index: Index) {
        self.follower = Some(Follower::new(index));
    }

    /// Hands the full-text index what some more records have changed. To be called whenever there is nothing else to do.
    ///
    /// # Errors
    /// [`DeskError::Store`] when the journal or the state cannot be read.
    pub fn follow(&mut self) -> Result<Followed, DeskError> {
        match &mut self.follower {
            Some(follower) => Ok(follower.follow(&self.store)?),
            None => Ok(Followed::Unusable("this desk has none".to_owned())),
        }
    }

    /// Lets the full-text index begin anew, so that nothing is left in it of what was erased.
    pub fn forget_words(&self) {
        if let Some(follower) = &self.follower {
            follower.forget();
        }
    }

    /// What the index says to questions that came by mail. Everything before them is committed first: who writes a note and asks
    /// for its words in the next mail finds it.
    pub(super) fn answers(&mut self, asked: Vec<Asking>) -> Result<Answers, DeskError> {
        self.store.commit()?;
        let mut answers = Answers::new();
        for asking in asked {
            let query = query_of(&asking, &self.settings.policy).unwrap_or_default();
            answers.insert(key(&asking), self.hits(&query)?);
        }
        Ok(answers)
    }

    /// A question of the command line.
    pub(super) fn search(&mut self, name: Option<&str>, question: &str, limit: u32, now: Timestamp) -> Result<Reply, DeskError> {
        let policy = &self.settings.policy;
        let unreadable = |problem: QueryProblem| DeskError::Refused(problem.to_string());
        let query = match name {
            None => Query::read(question, policy).map_err(unreadable)?,
            Some(name) => match list(name, policy) {
                Some(query) => query.map_err(unreadable)?,
                None => {
                    let lists = lists(policy).join(", ");
                    return Err(DeskError::Refused(format!("there is no list {name}; there is {lists}")));
                }
            },
        };
        if query.is_about_asker() {
            let because = "the command line is nobody's: instead of `me` name somebody, as in assignee:bob or team:billing";
            return Err(DeskError::Refused(because.to_owned()));
        }
        self.store.commit()?;
        let hits = self.hits(&query)?;
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        let answer: Answer = ask::found(&self.store.draft(), &self.settings, &query, &hits, most, now)?;
        Ok(Reply::Answer(answer))
    }

    /// Where the words of a question stand, according to the index.
    fn hits(&mut self, query: &Query) -> Result<Hits, DeskError> {
        let wanted = wanted(query);
        if wanted.is_empty() {
            return Ok(Hits::NotAsked);
        }
        let Some(follower) = &mut self.follower else { return Ok(Hits::Unknown("this desk has none".to_owned())) };
        let remark = match follower.catch_up(&self.store)? {
            Waited::Reached => None,
            Waited::Behind(seq) => {
                let last = self.store.sizes().last;
                Some(format!(
                    "the full-text index is being made: it reaches record {seq} of {last}, so that something may be missing"
                ))
            }
            Waited::Unusable(because) => return Ok(Hits::Unknown(because)),
        };
        let languages = [self.settings.policy.desk.language.as_str()];
        let mut within: Option<Found> = None;
        let mut without = BTreeSet::new();
        for (wanted, holds) in &wanted {
            let found = match follower.find(wanted, &languages) {
                Ok(found) => found,
                Err(because) => return Ok(Hits::Unknown(because)),
            };
            if !holds {
                without.extend(found.into_keys());
                continue;
            }
            within = Some(match within {
                None => found,
                // What stands in the head alone must stand there with all its words.
                Some(before) => found
                    .into_iter()
                    .filter_map(|(ticket, whereabouts)| Some((ticket, whereabouts.max(*before.get(&ticket)?))))
                    .collect(),
            });
        }
        Ok(Hits::Known { within, without, remark })
    }
}
