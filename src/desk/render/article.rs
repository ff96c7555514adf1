//! Articles in letters: those that were chosen for a customer, and of those that fit the ones that a member of staff may read.

use crate::domain::Letter;
use crate::notify::ArticleView;
use crate::policy::Article;

use super::Reader;

/// The articles that a letter offers. Files are named to the staff alone.
pub(super) fn offered(reader: &Reader<'_>, letter: &Letter) -> Vec<ArticleView> {
    let policy = &reader.settings.policy;
    let offered = match reader.member.filter(|_| !letter.kind.is_for_customer()) {
        Some(member) => policy.articles_for_member(&letter.note.articles, member),
        None if letter.kind.is_for_customer() => letter.note.articles.clone(),
        None => Vec::new(),
    };
    let known = offered.iter().filter_map(|name| policy.articles.get(name));
    let view = |article: &Article| ArticleView {
        title: article.title.clone(),
        opening: if article.link.is_some() { String::new() } else { article.opening.clone() },
        link: article.link.clone().unwrap_or_default(),
        file: if letter.kind.is_for_customer() { String::new() } else { format!("kb/{}.md", article.name) },
    };
    known.map(view).collect()
}
