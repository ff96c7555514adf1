//! Why a condition holds or fails, in words.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::base::Kind;

use super::super::rule::{Condition, RoutingFacts, TextTest};
use super::field::quoted;

/// How many alternatives are named.
const NAMED: usize = 5;

/// What holds of this message: `subject contains "invoice"`.
pub(super) fn holding(condition: &Condition, alternative: usize, facts: &RoutingFacts<'_>) -> String {
    if let Some((subject, test)) = text_condition(condition) {
        let shown = texts(test).get(alternative).map_or_else(String::new, |text| show(test, text));
        let (verb, _, _) = verbs(condition, test);
        return format!("{subject} {verb} {shown}");
    }
    match condition {
        Condition::Mailbox(_) => format!("mailbox is \"{}\"", facts.mailbox),
        Condition::SizeOver(bytes) => format!("size of {} bytes is over {bytes}", facts.size),
        Condition::SizeUnder(bytes) => format!("size of {} bytes is under {bytes}", facts.size),
        Condition::Language(_) => format!("language is {}", facts.mail.language.as_deref().unwrap_or("unknown")),
        Condition::Kind(_) => format!("kind is {}", facts.mail.kind),
        Condition::Open(true) => "the desk is open".to_owned(),
        Condition::Open(false) => "the desk is closed".to_owned(),
        Condition::KnownRequester(true) => format!("the requester opened {} tickets before", facts.earlier_tickets),
        _ => "the requester has opened no ticket before".to_owned(),
    }
}

/// What does not hold of this message: `subject does not contain "invoice"`.
pub(super) fn failing(condition: &Condition, facts: &RoutingFacts<'_>) -> String {
    if let Some((subject, test)) = text_condition(condition) {
        let (_, not, none_of) = verbs(condition, test);
        return match texts(test) {
            [one] => format!("{subject} {not} {}", show(test, one)),
            several => format!("{subject} {none_of} {}", listed(several.iter().map(|text| show(test, text)))),
        };
    }
    match condition {
        Condition::Mailbox(names) => {
            format!("mailbox is \"{}\", not {}", facts.mailbox, either(names.iter().map(|name| format!("\"{name}\""))))
        }
        Condition::SizeOver(bytes) => format!("size of {} bytes is not over {bytes}", facts.size),
        Condition::SizeUnder(bytes) => format!("size of {} bytes is not under {bytes}", facts.size),
        Condition::Language(codes) => {
            format!("language is {}, not {}", facts.mail.language.as_deref().unwrap_or("unknown"), either(codes.iter()))
        }
        Condition::Kind(kinds) => format!("kind is {}, not {}", facts.mail.kind, either_kind(kinds)),
        Condition::Open(true) => "the desk is closed".to_owned(),
        Condition::Open(false) => "the desk is open".to_owned(),
        Condition::KnownRequester(true) => "the requester has opened no ticket before".to_owned(),
        _ => format!("the requester opened {} tickets before", facts.earlier_tickets),
    }
}

fn either_kind(kinds: &BTreeSet<Kind>) -> String {
    either(kinds.iter())
}

/// The text a condition is about, and its test.
fn text_condition(condition: &Condition) -> Option<(String, &TextTest)> {
    Some(match condition {
        Condition::To(test) => ("to".to_owned(), test),
        Condition::Cc(test) => ("cc".to_owned(), test),
        Condition::From(test) => ("from".to_owned(), test),
        Condition::Domain(test) => ("domain".to_owned(), test),
        Condition::Organisation(test) => ("organisation".to_owned(), test),
        Condition::Subject(test) => ("subject".to_owned(), test),
        Condition::Body(test) => ("body".to_owned(), test),
        Condition::Header(name, test) => (format!("header {name}"), test),
        Condition::Attachment(test) => ("attachment".to_owned(), test),
        _ => return None,
    })
}

fn texts(test: &TextTest) -> &[String] {
    let (TextTest::Contains(texts) | TextTest::Exact(texts) | TextTest::Glob(texts) | TextTest::Regex(texts)) = test;
    texts
}

/// The verb, its denial, and its denial of several.
fn verbs(condition: &Condition, test: &TextTest) -> (&'static str, &'static str, &'static str) {
    let compares_whole = match condition {
        Condition::To(_) | Condition::Cc(_) | Condition::From(_) => texts(test).iter().any(|text| text.contains('@')),
        Condition::Domain(_) => true,
        _ => false,
    };
    match test {
        TextTest::Contains(_) if compares_whole => ("is", "is not", "is none of"),
        TextTest::Contains(_) => ("contains", "does not contain", "contains none of"),
        TextTest::Exact(_) => ("is", "is not", "is none of"),
        TextTest::Glob(_) => ("fits", "does not fit", "fits none of"),
        TextTest::Regex(_) => ("matches", "does not match", "matches none of"),
    }
}

fn show(test: &TextTest, text: &str) -> String {
    match test {
        TextTest::Regex(_) => format!("/{}/", crate::base::one_line(text, 60)),
        _ => quoted(text),
    }
}

fn listed(texts: impl ExactSizeIterator<Item = impl Display>) -> String {
    let more = texts.len().saturating_sub(NAMED);
    let named: Vec<String> = texts.take(NAMED).map(|text| text.to_string()).collect();
    let named = named.join(", ");
    if more == 0 { named } else { format!("{named} and {more} more") }
}

fn either(texts: impl ExactSizeIterator<Item = impl Display>) -> String {
    if texts.len() > 1 { format!("one of {}", listed(texts)) } else { listed(texts) }
}
