//! Questions read, refused, and asked of tickets.

use super::*;
use crate::base::Span;
use crate::domain::Due;
use crate::policy::sample::{at, contact, desk, ticket};

fn read(text: &str) -> Query {
    Query::read(text, &desk().0).unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

fn refused(text: &str) -> QueryProblem {
    Query::read(text, &desk().0).expect_err(text)
}

fn word(text: &str) -> Part {
    Part::Words(Words::Word(text.to_owned()))
}

#[test]
fn words_phrases_filters_and_what_must_not_be() {
    let query = read("printer \"on fire\" smok* -toner status:open,pending -team:front unanswered #42");
    let phrase = |text: &str| Part::Words(Words::Phrase(text.to_owned()));
    assert_eq!(
        query.wanted,
        [
            word("printer"),
            phrase("on fire"),
            Part::Words(Words::Beginning("smok".to_owned())),
            Part::Condition(Condition::Status([Status::Open, Status::Pending].into())),
            Part::Condition(Condition::Unanswered),
            Part::Condition(Condition::Number(TicketId::new(42))),
        ]
    );
    assert_eq!(query.unwanted, [word("toner"), Part::Condition(Condition::Team([TeamName::new("front").expect("name")].into()))]);
}

#[test]
fn what_mail_programs_make_of_marks_is_understood() {
    let query = read("„auf Feuer“ \u{2013}toner from:«Ann Archer»");
    assert_eq!(query.wanted.first(), Some(&Part::Words(Words::Phrase("auf Feuer".to_owned()))));
    assert_eq!(query.wanted.get(1), Some(&Part::Condition(Condition::From("ann archer".to_owned()))));
    assert_eq!(query.unwanted, [word("toner")]);
}

#[test]
fn times_addresses_of_the_web_and_lone_signs_are_words() {
    for text in ["12:30", "https://example.org/a", "-", "a:b:c/d".trim_start_matches("a:"), "C:\\"] {
        let Ok(query) = Query::read(text, &desk().0) else { continue };
        assert!(query.wanted.iter().all(|part| matches!(part, Part::Words(_))), "{text}: {query:?}");
    }
    assert_eq!(read("https://example.org/a").wanted, [word("https://example.org/a")]);
    assert_eq!(read("12:30 -").wanted, [word("12:30"), word("-")]);
}

#[test]
fn whom_one_asks_for() {
    let one = |text: &str| read(text).wanted.pop().expect("one part");
    assert_eq!(one("assignee:me"), Part::Condition(Condition::Mine));
    assert_eq!(one("assignee:none"), Part::Condition(Condition::Unassigned));
    assert_eq!(one("is:unassigned"), Part::Condition(Condition::Unassigned));
    assert_eq!(one("assignee:Bob"), Part::Condition(Condition::Assignee([StaffName::new("bob").expect("name")].into())));
    assert_eq!(one("team:me"), Part::Condition(Condition::OwnTeam));
    assert!(read("x assignee:me").is_about_asker() && !read("x assignee:bob").is_about_asker());
}

#[test]
fn mistakes_are_told_with_their_place_and_what_was_meant() {
    let cases = [
        ("", QueryFault::Empty, 1, "invoice status:open"),
        ("printer stauts:open", QueryFault::UnknownFilter, 9, "status:"),
        ("status:opne", QueryFault::UnknownValue, 1, "open"),
        ("team:frnt", QueryFault::UnknownValue, 1, "front"),
        ("assignee:bbo", QueryFault::UnknownValue, 1, "bob"),
        ("is:late", QueryFault::UnknownValue, 1, "unanswered"),
        ("x from:", QueryFault::NoValue, 3, "from:ann@example.org"),
        ("older:soon", QueryFault::NotATime, 1, "3d"),
        ("newer:2026-13-01", QueryFault::NotATime, 1, "3d"),
        ("a \"b c", QueryFault::NoEnd, 3, ""),
    ];
    for (text, fault, place, first) in cases {
        let problem = refused(text);
        assert_eq!((problem.fault, problem.place), (fault, place), "{text}");
        assert_eq!(problem.instead.first().map_or("", String::as_str), first, "{text}");
    }
    assert_eq!(refused(&"x".repeat(limit::QUERY_CHARS + 1)).fault, QueryFault::TooLong);
    assert_eq!(
        refused("printer stauts:open").to_string(),
        "there is no filter stauts:open (character 9); did you mean status:? To look for the words, put them in quotation marks"
    );
}

#[test]
fn every_filter_of_the_help_can_be_read() {
    let (mut policy, _) = desk();
    policy.categories.insert(CategoryName::new("invoice").expect("name"), Default::default());
    let team = policy.teams.values().next().expect("a team").clone();
    policy.teams.insert(TeamName::new("billing").expect("name"), team);
    for (name, example, _) in FILTERS {
        let query = Query::read(example, &policy).unwrap_or_else(|problem| panic!("{example}: {problem}"));
        assert!(matches!(query.wanted.as_slice(), [Part::Condition(_)]), "{name}");
    }
}

#[test]
fn conditions_are_asked_of_the_ticket() {
    let (policy, roster) = desk();
    let now = at("2026-01-20T12:00Z");
    let row = ticket(&roster, Some("front"), Some("ann"));
    let asks = |short: &str, text: &str| {
        let asker = Asker { contact: Some(contact(&roster, short)), policy: &policy, roster: &roster, now };
        let query = Query::read(text, &policy).expect("read");
        let (condition, _) = query.conditions().next().expect("a condition");
        condition.holds(&row, &asker).expect("told by the ticket")
    };
    for (short, text, expected) in [
        ("ann", "assignee:me", true),
        ("bob", "assignee:me", false),
        ("bob", "assignee:ann,eve", true),
        ("bob", "team:me", true),
        ("max", "team:me", true),
        ("kim", "team:me", false),
        ("bob", "status:open", true),
        ("bob", "status:closed,new", false),
        ("bob", "unassigned", false),
        ("bob", "older:5d", true),
        ("bob", "older:2w", false),
        ("bob", "newer:2w", true),
        ("bob", "newer:2026-01-14", true),
        ("bob", "newer:2026-01-15", false),
        ("bob", "older:2026-01-15", true),
        ("bob", "number:1", true),
        ("bob", "#2", false),
        ("bob", "priority:high", false),
        ("bob", "unfinished", true),
    ] {
        assert_eq!(asks(short, text), expected, "{short}: {text}");
    }
}

#[test]
fn who_waits_and_who_waits_too_long() {
    let (_, roster) = desk();
    let now = at("2026-01-20T12:00Z");
    let mut row = ticket(&roster, Some("front"), None);
    assert!(!is_unanswered(&row), "nobody has written");
    row.last_customer_at = Some(now.minus(Span::from_hours(3)));
    let due = |at| Due { at, who: None, note: None };
    row.deadlines.insert(DeadlineKind::FirstResponse(0), due(now.plus(Span::from_hours(1))));
    assert!(is_unanswered(&row) && !is_overdue(&row, now));
    assert!(is_overdue(&row, now.plus(Span::from_hours(1))));
    row.deadlines = [(DeadlineKind::FirstResponse(1), due(now.plus(Span::from_hours(1))))].into();
    assert!(is_overdue(&row, now), "the first step is behind");
    row.deadlines.clear();
    assert!(is_overdue(&row, now), "the whole ladder is behind");
    row.last_reply_at = Some(now.minus(Span::from_hours(2)));
    assert!(!is_unanswered(&row));
    row.status = Status::Pending;
    row.last_reply_at = None;
    assert!(!is_unanswered(&row), "it is the customer's turn");
}
