//! Lists of tickets that have a name: those that every desk has, and the views of `service.toml`.

use super::query::Query;
use super::{Policy, QueryProblem};

/// The lists that every desk has, with the question that each asks.
pub const LISTS: [(&str, &str); 6] = [
    ("mine", "assignee:me is:unfinished"),
    ("team", "team:me is:unfinished"),
    ("unassigned", "unassigned is:unfinished"),
    ("unanswered", "unanswered"),
    ("overdue", "overdue"),
    ("snoozed", "snoozed is:unfinished"),
];

/// May a view be called so?
pub fn is_view_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=40).contains(&name.len()) && name.chars().all(fits) && LISTS.iter().all(|(list, _)| *list != name)
}

/// The question of a list, by its name in any case; none where there is no such list.
pub fn list(name: &str, policy: &Policy) -> Option<Result<Query, QueryProblem>> {
    let name = name.to_ascii_lowercase();
    if let Some((_, question)) = LISTS.iter().find(|(list, _)| *list == name) {
        return Some(Query::read(question, policy));
    }
    policy.views.get(&name).cloned().map(Ok)
}

/// The names of all lists.
pub fn lists(policy: &Policy) -> Vec<String> {
    LISTS.iter().map(|(list, _)| (*list).to_owned()).chain(policy.views.keys().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::sample::desk;

    #[test]
    fn every_list_asks_a_question_that_can_be_read() {
        let (mut policy, _) = desk();
        let vip = Query::read("tag:vip unanswered", &policy).expect("read");
        policy.views.insert("vip".to_owned(), vip.clone());
        assert!(lists(&policy).iter().all(|name| matches!(list(name, &policy), Some(Ok(_)))));
        assert_eq!(list("VIP", &policy), Some(Ok(vip)));
        assert_eq!(list("vips", &policy), None);
    }

    #[test]
    fn views_have_plain_names_that_are_not_taken() {
        assert!(
            is_view_name("vip-2") && !is_view_name("mine") && !is_view_name("VIP") && !is_view_name("a b") && !is_view_name("")
        );
    }
}
