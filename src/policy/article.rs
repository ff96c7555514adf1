//! Articles of the knowledge base: what they are called, whom they are for, and who gets which of those that fit.
//!
//! Which of them fit a message is found out by `search`; here it is only decided who may be offered what.

use std::collections::BTreeSet;

use crate::base::{TeamName, limit};

use super::{Member, Policy};

/// An article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its file below `kb/`, without `.md`.
    pub name: String,
    /// What it is about, on one line.
    pub title: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Its language, ISO 639-1.
    pub language: String,
    /// Words that it is to be found by besides.
    pub tags: BTreeSet<String>,
    /// Where it can be read; none where its opening says enough, or the file is all there is.
    pub link: Option<String>,
    /// Its first paragraph, on one line.
    pub opening: String,
    /// All of it.
    pub text: String,
}

/// Whom an article is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody: customers, and with them the staff.
    Customers,
    /// The staff.
    Staff,
    /// The members and leads of these teams.
    Teams(BTreeSet<TeamName>),
}

impl Article {
    fn is_in(&self, language: &str) -> bool {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        self.language.eq_ignore_ascii_case(primary)
    }
}

impl Policy {
    /// Those of some articles, by their names and the best first, that are offered to a customer who reads this language.
    pub fn articles_for_customer(&self, fitting: &[String], language: &str) -> Vec<String> {
        self.offered(fitting, |article| article.audience == Audience::Customers && article.is_in(language))
    }

    /// Those that are offered to a member of staff: in a language that he reads.
    pub fn articles_for_member(&self, fitting: &[String], member: &Member) -> Vec<String> {
        let belongs = |team: &TeamName| {
            let team = self.teams.get(team);
            team.is_some_and(|team| team.members.contains(&member.name) || team.lead.as_ref() == Some(&member.name))
        };
        self.offered(fitting, |article| {
            let is_for_him = match &article.audience {
                Audience::Customers | Audience::Staff => true,
                Audience::Teams(teams) => teams.iter().any(belongs),
            };
            is_for_him && (article.is_in(&member.language) || member.languages.contains_key(&article.language))
        })
    }

    fn offered(&self, fitting: &[String], is_for_reader: impl Fn(&Article) -> bool) -> Vec<String> {
        let known = fitting.iter().filter(|name| self.articles.get(*name).is_some_and(&is_for_reader));
        known.take(limit::ARTICLES_OFFERED).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::StaffName;
    use crate::policy::sample;

    fn article(name: &str, audience: Audience, language: &str) -> (String, Article) {
        let article = Article {
            name: name.to_owned(),
            title: name.to_owned(),
            audience,
            language: language.to_owned(),
            tags: BTreeSet::new(),
            link: None,
            opening: String::new(),
            text: String::new(),
        };
        (name.to_owned(), article)
    }

    #[test]
    fn each_article_reaches_its_own_audience_in_its_language() {
        let (mut policy, _) = sample::desk();
        let front = BTreeSet::from([TeamName::new("front").expect("name")]);
        policy.articles = [
            article("open", Audience::Customers, "en"),
            article("offen", Audience::Customers, "de"),
            article("staff", Audience::Staff, "en"),
            article("front", Audience::Teams(front), "en"),
        ]
        .into();
        let all: Vec<String> = ["front", "staff", "gone", "offen", "open"].map(str::to_owned).into();
        let member = |name: &str| policy.staff.get(&StaffName::new(name).expect("name")).expect("member");
        assert_eq!(policy.articles_for_customer(&all, "en-GB"), ["open"]);
        assert_eq!(policy.articles_for_customer(&all, "de"), ["offen"]);
        assert_eq!(policy.articles_for_customer(&all, "fr"), Vec::<String>::new());
        assert_eq!(policy.articles_for_member(&all, member("ann")), ["front", "staff", "open"]);
        // He leads the team; she belongs to another.
        assert_eq!(policy.articles_for_member(&all, member("max")), ["front", "staff", "open"]);
        assert_eq!(policy.articles_for_member(&all, member("kim")), ["staff", "open"]);
    }
}
