//! Each condition by a table, what compiling refuses, and a comparison with a plain walk over all words.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use crate::base::{Kind, MailboxName, StaffName, TeamName, Timestamp};
use crate::domain::Priority;
use crate::mail::{Addressee, Attachment, Mail};
use crate::policy::Calendar;

use super::*;

fn words(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn contains(texts: &[&str]) -> TextTest {
    TextTest::Contains(words(texts))
}

fn exact(text: &str) -> TextTest {
    TextTest::Exact(words(&[text]))
}

fn glob(text: &str) -> TextTest {
    TextTest::Glob(words(&[text]))
}

fn regex(text: &str) -> TextTest {
    TextTest::Regex(words(&[text]))
}

fn rule(name: &str, when: Vec<Condition>) -> Rule {
    Rule { name: name.to_owned(), when, unless: Vec::new(), then: Actions::default(), stop: false }
}

fn addressees(list: &[&str]) -> Vec<Addressee> {
    list.iter().map(|address| Addressee { name: String::new(), address: (*address).to_owned() }).collect()
}

fn mail() -> Mail {
    Mail {
        from: addressees(&["Ann.Lee@Shop.Example.org"]).pop(),
        to: addressees(&["help@example.org", "Sales@example.net"]),
        cc: addressees(&["boss@example.com"]),
        subject: "Re: Your INVOICE for Müller & Söhne".to_owned(),
        visible: "Dear all,\nthe printer is on fire.\nΟΔΟΣ".to_owned(),
        headers: vec![
            ("List-Id".to_owned(), "<news.example.org>".to_owned()),
            ("X-Tag".to_owned(), "one".to_owned()),
            ("x-tag".to_owned(), "Two".to_owned()),
        ],
        attachments: vec![Attachment {
            name: "Bill.PDF".to_owned(),
            content_type: "application/pdf".to_owned(),
            content_id: None,
            inline: false,
            content: Vec::new(),
        }],
        kind: Kind::Human,
        language: Some("de".to_owned()),
        ..Mail::default()
    }
}

fn with_facts<T>(mail: &Mail, ask: impl FnOnce(&RoutingFacts<'_>) -> T) -> T {
    let mailbox = MailboxName::new("support").expect("name");
    // Wednesday, eleven o'clock; open from nine to five on that day alone.
    let hours = [vec![], vec![], vec![(540, 1020)], vec![], vec![], vec![], vec![]];
    let calendar = Calendar::new(TimeZone::UTC, hours, BTreeSet::new()).expect("calendar");
    let now: Timestamp = "2026-01-14T11:00:00Z".parse().expect("time");
    ask(&RoutingFacts {
        mail,
        mailbox: &mailbox,
        size: 5000,
        now,
        calendar: &calendar,
        earlier_tickets: 2,
        organisation: "Acme Ltd",
    })
}

/// The verdict on a single condition.
fn verdict(condition: Condition) -> (bool, String) {
    let rules = RuleSet::compile(vec![rule("r", vec![condition.clone()])]).unwrap_or_else(|p| panic!("{condition:?}: {p:?}"));
    with_facts(&mail(), |facts| {
        let explained = rules.explain(facts).pop().expect("one");
        assert_eq!(rules.route(facts).matched.len(), usize::from(explained.matched), "{condition:?}");
        (explained.matched, explained.because)
    })
}

#[test]
fn every_condition_by_example() {
    use Condition::{Attachment, Body, Cc, Domain, From, Header, KnownRequester, Language, Mailbox, Open, SizeOver, SizeUnder};
    use Condition::{Kind as OfKind, Organisation, Subject, To};
    let header = |name: &str, test| Header(name.to_owned(), test);
    let mailbox = |name: &str| Mailbox([MailboxName::new(name).expect("name")].into());
    let language = |code: &str| Language([code.to_owned()].into());
    for (condition, matched, because) in [
        (Subject(contains(&["invoice"])), true, r#"subject contains "invoice""#),
        (Subject(contains(&["voice", "bill"])), true, r#"subject contains "voice""#),
        (Subject(contains(&["MÜLLER"])), true, r#"subject contains "MÜLLER""#),
        (Subject(contains(&["offer"])), false, r#"subject does not contain "offer""#),
        (Subject(contains(&["a1", "b2"])), false, r#"subject contains none of "a1", "b2""#),
        (
            Subject(contains(&["a1", "b2", "c3", "d4", "e5", "f6", "g7"])),
            false,
            r#"subject contains none of "a1", "b2", "c3", "d4", "e5" and 2 more"#,
        ),
        (Subject(exact("re: your invoice for müller & söhne")), true, r#"subject is "re: your invoice for müller & söhne""#),
        (Subject(exact("invoice")), false, r#"subject is not "invoice""#),
        (Subject(glob("re:*m?ller*")), true, r#"subject fits "re:*m?ller*""#),
        (Subject(glob("invoice*")), false, r#"subject does not fit "invoice*""#),
        (Subject(regex(r"^Re:.*INV\w+")), true, r"subject matches /^Re:.*INV\w+/"),
        (Subject(regex("invoice")), false, "subject does not match /invoice/"),
        (Subject(regex("(?i)invoice")), true, "subject matches /(?i)invoice/"),
        (Body(contains(&["on fire"])), true, r#"body contains "on fire""#),
        (Body(contains(&["οδοσ"])), true, r#"body contains "οδοσ""#),
        (Body(glob("dear*fire*")), true, r#"body fits "dear*fire*""#),
        (Body(regex("(?m)^the")), true, "body matches /(?m)^the/"),
        (Body(contains(&["invoice"])), false, r#"body does not contain "invoice""#),
        // What is written down of the sender, not what he says.
        (Organisation(exact("acme ltd")), true, r#"organisation is "acme ltd""#),
        (Organisation(contains(&["acme"])), true, r#"organisation contains "acme""#),
        (Organisation(contains(&["invoice"])), false, r#"organisation does not contain "invoice""#),
        // Addresses compare whole or by their domain.
        (To(contains(&["SALES@example.net"])), true, r#"to is "SALES@example.net""#),
        (To(contains(&["ales@example.net"])), false, r#"to is not "ales@example.net""#),
        (To(contains(&["@example.org"])), true, r#"to is "@example.org""#),
        (To(contains(&["@example"])), false, r#"to is not "@example""#),
        (To(contains(&["@ample.org", "x@example.org"])), false, r#"to is none of "@ample.org", "x@example.org""#),
        (To(exact("help@example.org")), true, r#"to is "help@example.org""#),
        (Cc(contains(&["help@example.org"])), false, r#"cc is not "help@example.org""#),
        (Cc(regex("^boss@")), true, "cc matches /^boss@/"),
        (From(contains(&["@example.org"])), false, r#"from is not "@example.org""#),
        (From(contains(&["@shop.example.org"])), true, r#"from is "@shop.example.org""#),
        (From(glob("ann*@*.example.org")), true, r#"from fits "ann*@*.example.org""#),
        (From(contains(&["ann.lee"])), true, r#"from contains "ann.lee""#),
        (Domain(contains(&["shop.example.org"])), true, r#"domain is "shop.example.org""#),
        (Domain(contains(&["example.org"])), false, r#"domain is not "example.org""#),
        (Domain(contains(&["*.example.org"])), true, r#"domain is "*.example.org""#),
        (Domain(glob("*.example.{net,org}")), true, r#"domain fits "*.example.{net,org}""#),
        (header("list-id", contains(&["NEWS"])), true, r#"header list-id contains "NEWS""#),
        (header("X-Tag", exact("two")), true, r#"header X-Tag is "two""#),
        (header("X-None", glob("*")), false, r#"header X-None does not fit "*""#),
        (Attachment(glob("*.pdf")), true, r#"attachment fits "*.pdf""#),
        (Attachment(exact("Application/PDF")), true, r#"attachment is "Application/PDF""#),
        (Attachment(contains(&["image/"])), false, r#"attachment does not contain "image/""#),
        (mailbox("support"), true, r#"mailbox is "support""#),
        (mailbox("sales"), false, r#"mailbox is "support", not "sales""#),
        (SizeOver(4999), true, "size of 5000 bytes is over 4999"),
        (SizeOver(5000), false, "size of 5000 bytes is not over 5000"),
        (SizeUnder(5001), true, "size of 5000 bytes is under 5001"),
        (SizeUnder(5000), false, "size of 5000 bytes is not under 5000"),
        (language("DE"), true, "language is de"),
        (language("fr"), false, "language is de, not fr"),
        (OfKind([Kind::Human, Kind::List].into()), true, "kind is human"),
        (OfKind([Kind::List, Kind::Calendar].into()), false, "kind is human, not one of list, calendar"),
        (Open(true), true, "the desk is open"),
        (Open(false), false, "the desk is open"),
        (KnownRequester(true), true, "the requester opened 2 tickets before"),
        (KnownRequester(false), false, "the requester opened 2 tickets before"),
    ] {
        assert_eq!(verdict(condition.clone()), (matched, because.to_owned()), "{condition:?}");
    }
}

#[test]
fn all_conditions_must_hold_and_no_exception_may() {
    let printer = Condition::Body(contains(&["printer"]));
    let fire = Condition::Body(contains(&["fire"]));
    let water = Condition::Subject(regex("water"));
    let set = |when: &[&Condition], unless: &[&Condition]| {
        let mut one = rule("r", when.iter().map(|c| (*c).clone()).collect());
        one.unless = unless.iter().map(|c| (*c).clone()).collect();
        let rules = RuleSet::compile(vec![one]).expect("compiles");
        with_facts(&mail(), |facts| rules.explain(facts).pop().map(|v| (v.matched, v.because)).expect("one"))
    };
    let both = r#"body contains "printer"; body contains "fire""#;
    for (found, matched, because) in [
        (set(&[&printer, &fire], &[]), true, both),
        (set(&[&printer, &fire], &[&water]), true, both),
        (set(&[&water, &printer], &[]), false, "subject does not match /water/"),
        (set(&[&printer], &[&water, &fire]), false, r#"unless: body contains "fire""#),
        (set(&[], &[&fire]), false, r#"unless: body contains "fire""#),
        (set(&[], &[&water]), true, "nothing stands against it"),
        (set(&[], &[]), true, "it has no conditions"),
    ] {
        assert_eq!(found, (matched, because.to_owned()));
    }
}

#[test]
fn actions_are_joined_and_stop_stops() {
    let named = |name: &str| TeamName::new(name).expect("name");
    let mut first = rule("first", vec![Condition::Subject(contains(&["invoice"]))]);
    first.then.team = Some(named("billing"));
    first.then.tags = ["money".to_owned()].into();
    first.then.fields = [("product".to_owned(), "one".to_owned())].into();
    let mut second = rule("second", Vec::new());
    second.then.team = Some(named("sales"));
    second.then.priority = Some(Priority::High);
    second.then.tags = ["all".to_owned()].into();
    second.then.fields = [("product".to_owned(), "two".to_owned()), ("site".to_owned(), "north".to_owned())].into();
    second.then.notify = [StaffName::new("bob").expect("name")].into();
    let mut third = rule("third", vec![Condition::Open(true)]);
    third.then.acknowledge = Some(false);
    third.stop = true;
    let mut fourth = rule("fourth", vec![Condition::Open(true)]);
    fourth.then.spam = Some(true);
    let rules = RuleSet::compile(vec![first, second, third, fourth]).expect("compiles");
    assert_eq!(format!("{rules:?}"), "RuleSet(4 rules)");
    with_facts(&mail(), |facts| {
        let routing = rules.route(facts);
        assert_eq!(routing.matched, ["first", "second", "third"]);
        let actions = routing.actions;
        assert_eq!((actions.team, actions.priority), (Some(named("billing")), Some(Priority::High)));
        assert_eq!(actions.tags.into_iter().collect::<Vec<_>>(), ["all", "money"]);
        assert_eq!(actions.fields.get("product").map(String::as_str), Some("one"));
        assert_eq!(actions.fields.get("site").map(String::as_str), Some("north"));
        assert_eq!((actions.acknowledge, actions.spam, actions.notify.len()), (Some(false), None, 1));
        let last = rules.explain(facts).pop().expect("four");
        assert_eq!((last.matched, last.because.as_str()), (false, "not asked: rule \"third\" stops"));
    });
}

#[test]
fn what_cannot_work_is_refused_with_its_place_and_a_remedy() {
    let problem = |condition| match RuleSet::compile(vec![rule("a", vec![Condition::Open(true), condition])]) {
        Err(problems) => match &problems[..] {
            [RuleProblem { rule: 0, unless: false, condition: 1, message }] => message.clone(),
            other => panic!("{other:?}"),
        },
        Ok(_) => panic!("compiles"),
    };
    for (condition, expected) in [
        (
            Condition::Subject(regex("(abc")),
            r#"the regular expression "(abc" cannot be read: unclosed group; look-around and back-references do not exist here"#,
        ),
        (Condition::Body(regex(r"(\w{1000}){1000}")), "make its repetitions smaller"),
        (Condition::Body(regex("(?=x)")), "look-around, including look-ahead and look-behind, is not supported"),
        (Condition::From(glob("[abc")), r#"the pattern "[abc" has a "[" that is never closed; write "\[" for"#),
        (Condition::Subject(contains(&["x", " "])), "an empty text, which is everywhere"),
        (Condition::Subject(contains(&[])), "lists nothing, so it would never hold"),
        (Condition::Kind(BTreeSet::new()), "lists nothing, so it would never hold"),
        (Condition::Header("Subject:".to_owned(), glob("*")), "without the colon"),
        (Condition::SizeUnder(0), "no message has fewer"),
    ] {
        let message = problem(condition);
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn all_problems_come_at_once() {
    let mut broken = rule("a", Vec::new());
    broken.unless = vec![Condition::Open(true), Condition::Cc(contains(&[""]))];
    let mut stopper = rule("all", Vec::new());
    stopper.stop = true;
    let set = vec![broken, rule("a", vec![Condition::To(regex("["))]), stopper, rule("x", vec![]), rule("y", vec![])];
    let problems = RuleSet::compile(set).map(|_| ()).expect_err("four problems");
    let places: Vec<_> = problems.iter().map(|p| (p.rule, p.unless, p.condition)).collect();
    assert_eq!(places, [(1, false, 0), (3, false, 0), (0, true, 1), (1, false, 0)]);
    assert!(problems[0].message.contains("rule 1 and this one are both called \"a\"; rename one"), "{problems:?}");
    assert!(problems[1].message.contains("and the 1 after it: \"all\" above has no conditions"), "{problems:?}");
}

#[test]
fn a_mail_of_nothing_is_no_trouble() {
    let conditions = [
        Condition::From(contains(&["@example.org"])),
        Condition::Domain(glob("*")),
        Condition::Subject(contains(&["x"])),
        Condition::Body(regex(".")),
        Condition::Attachment(glob("*")),
        Condition::Language(["de".to_owned()].into()),
    ];
    let rules = conditions.iter().enumerate().map(|(n, c)| rule(&n.to_string(), vec![c.clone()])).collect();
    let rules = RuleSet::compile(rules).expect("compiles");
    with_facts(&Mail::default(), |facts| assert_eq!(rules.route(facts), Routing::default()));
}

#[test]
fn a_body_is_looked_at_up_to_its_bound() {
    let mut mail = mail();
    mail.visible = "ä".repeat(limit::TEXT_BYTES / 2 + 10);
    mail.visible.push_str("needle");
    let rules = RuleSet::compile(vec![rule("r", vec![Condition::Body(contains(&["needle"]))])]).expect("compiles");
    with_facts(&mail, |facts| assert!(rules.route(facts).matched.is_empty()));
    mail.visible = format!("{}needle", "ä".repeat(1000));
    with_facts(&mail, |facts| assert_eq!(rules.route(facts).matched, ["r"]));
}

#[test]
fn thousands_of_rules_agree_with_a_plain_walk() {
    let mut seed = 7_u64;
    let mut below = |bound: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % bound
    };
    let mut text = |least: u64, most: u64| -> String {
        let length = least + below(most - least);
        (0..length).map(|_| ["a", "b", "B", "ä", "Ä", " "][usize::try_from(below(6)).expect("index")]).collect()
    };
    let asked: Vec<(String, String, String)> = (0..3000)
        .map(|_| (text(1, 6), text(1, 4), text(2, 5)))
        .filter(|(a, b, c)| [a, b, c].iter().all(|word| !word.trim().is_empty()))
        .collect();
    let rules = asked
        .iter()
        .enumerate()
        .map(|(number, (subject, body, except))| {
            let mut one = rule(&number.to_string(), vec![Condition::Subject(contains(&[subject, "never"]))]);
            one.when.push(Condition::Body(contains(&[body])));
            one.unless.push(Condition::Body(contains(&[except])));
            one
        })
        .collect();
    let rules = RuleSet::compile(rules).expect("compiles");
    let mut taken = 0;
    for _ in 0..20 {
        let mail = Mail { subject: text(0, 60), visible: text(0, 200), ..Mail::default() };
        let has = |text: &str, word: &str| text.to_lowercase().contains(&word.to_lowercase());
        let expected: Vec<String> = asked
            .iter()
            .enumerate()
            .filter(|(_, (subject, body, except))| {
                has(&mail.subject, subject) && has(&mail.visible, body) && !has(&mail.visible, except)
            })
            .map(|(number, _)| number.to_string())
            .collect();
        taken += expected.len();
        with_facts(&mail, |facts| assert_eq!(rules.route(facts).matched, expected));
    }
    assert!(taken > 100, "{taken}");
}
