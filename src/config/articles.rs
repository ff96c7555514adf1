//! `kb/*.md`: articles. Files there without settings above them are what modules and exercises name, and are offered to nobody.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::clip;
use crate::policy::{Article, Audience};

use super::desk::language;
use super::page::Page;
use super::problem::Findings;
use super::read::{Table, Value};
use super::routing::tag;
use super::staff::Names;

/// Where they lie.
pub(super) const DIRECTORY: &str = "kb";
/// Characters of a title.
const TITLE_CHARS: usize = 120;
/// Characters of a link; browsers take some 2,000.
const LINK_CHARS: usize = 1000;
/// Characters of what a letter shows of an article that has no link.
const OPENING_CHARS: usize = 300;

/// Reads all of them from the files of the directory, by name.
pub(super) fn read(
    files: &BTreeMap<String, String>,
    names: &Names,
    desk_language: &str,
    findings: &Findings,
) -> BTreeMap<String, Article> {
    let mut articles = BTreeMap::new();
    for (file, text) in files {
        let Some(name) = file.strip_suffix(".md") else { continue };
        let mut page = Page::read(format!("{DIRECTORY}/{file}"), text, findings);
        if !page.has_settings() {
            continue;
        }
        let head = page.with_settings(findings, |table| head(table, names, desk_language));
        let body = page.body().trim().to_owned();
        if body.is_empty() && page.source.is_whole() {
            page.error(findings, "this article says nothing", "write it below the settings");
        }
        articles.extend(head.map(|article| {
            let article = Article { name: name.to_owned(), opening: opening(&body), text: body, ..article };
            (article.name.clone(), article)
        }));
    }
    articles
}

fn head(table: &Table<'_>, names: &Names, desk_language: &str) -> Option<Article> {
    let title = table.need("title", "title = \"Forgotten password\"").and_then(|value| value.line(TITLE_CHARS));
    let audience = table.need("audience", "audience = \"customers\"").and_then(|value| audience(&value, names));
    let language = table.get("language").map_or_else(|| Some(desk_language.to_owned()), |value| language(&value));
    let tags = table.get("tags").map(|value| value.one_or_more()).unwrap_or_default();
    let tags: BTreeSet<String> = tags.iter().filter_map(|one| tag(one, one.text()?)).collect();
    let link = table.get("link").map(|value| link(&value));
    Some(Article {
        name: String::new(),
        title: title?,
        audience: audience?,
        language: language?,
        tags,
        link: link.flatten(),
        opening: String::new(),
        text: String::new(),
    })
}

fn audience(value: &Value<'_>, names: &Names) -> Option<Audience> {
    if value.as_list().is_some() {
        let teams = names.teams.find_all(Some(value));
        if value.is_empty() {
            value.error("this article is for nobody", "write \"customers\", \"staff\", or a list of teams");
        }
        return Some(Audience::Teams(teams.into_iter().collect()));
    }
    value.choice(&[("customers", Audience::Customers), ("staff", Audience::Staff)])
}

fn link(value: &Value<'_>) -> Option<String> {
    let text = value.line(LINK_CHARS)?;
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_link = rest.is_some_and(|rest| !rest.is_empty()) && !text.contains([' ', '"', '<', '>']);
    if !is_link {
        value.error(
            format!("`{text}` is no address of a page"),
            "write it as browsers show it: https://help.example.org/password",
        );
    }
    is_link.then_some(text)
}

/// The first paragraph that is no heading, without the marks of Markdown that are often seen.
fn opening(body: &str) -> String {
    let is_heading = |line: &&str| line.trim_start().starts_with('#');
    let mut paragraphs = body.split("\n\n").map(|paragraph| {
        let lines = paragraph.lines().filter(|line| !is_heading(line)).map(str::trim);
        lines.collect::<Vec<_>>().join(" ").replace("**", "").replace('`', "").trim().to_owned()
    });
    clip(&paragraphs.find(|paragraph| !paragraph.is_empty()).unwrap_or_default(), OPENING_CHARS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_opens_with_its_first_paragraph() {
        assert_eq!(opening("# Password\n\nPress **reset**,\nthen wait.\n\nMore."), "Press reset, then wait.");
        assert_eq!(opening("# Password\nPress `reset`."), "Press reset.");
        assert_eq!(opening(""), "");
    }
}
