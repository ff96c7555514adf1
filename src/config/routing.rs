//! `routing.toml`: rules, and examples that they must satisfy.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::base::{CategoryName, Kind, MailboxName, StaffName, TeamName, limit};
use crate::domain::{Priority, Status};
use crate::policy::{Actions, Condition, Routing, Rule, RuleProblem, RuleSet, RuleVerdict, TextTest};

use super::desk::{NAME_CHARS, language};
use super::problem::{Place, Problem, Severity};
use super::read::{Declared, Table, Value};
use super::staff::Names;

/// An example message and what the rules must make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleTest {
    /// The raw message.
    pub message: Vec<u8>,
    /// The mailbox it comes in by; none = the first one.
    pub mailbox: Option<MailboxName>,
    /// What must come of it.
    pub expect: Vec<Expected>,
    /// Where the test stands.
    pub place: Place,
}

/// One thing that must come of an example, and where that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The thing.
    pub what: Expectation,
    /// Its place in the file.
    pub place: Place,
}

/// One thing that must come of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// This rule matches, perhaps among others.
    Rule(String),
    /// Exactly these rules match, in this order.
    Rules(Vec<String>),
    /// The ticket gets this team.
    Team(TeamName),
    /// The ticket gets this assignee.
    Assign(StaffName),
    /// The ticket gets this priority.
    Priority(Priority),
    /// The ticket gets this category.
    Category(CategoryName),
    /// The ticket gets these tags, perhaps among others.
    Tags(BTreeSet<String>),
    /// It is spam, or is not.
    Spam(bool),
}

impl RuleTest {
    /// What the rules made of the example against what they must make of it. `verdicts` tell why a rule did not match.
    pub fn compare(&self, routing: &Routing, verdicts: &[RuleVerdict]) -> Vec<Problem> {
        self.expect.iter().filter_map(|expected| expected.compare(routing, verdicts)).collect()
    }

    /// A problem with the test as a whole: its message has no mailbox to come in by, for example.
    pub fn problem(&self, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem { place: self.place.clone(), message: message.into(), help: Some(help.into()), severity: Severity::Error }
    }
}

impl Expected {
    fn compare(&self, routing: &Routing, verdicts: &[RuleVerdict]) -> Option<Problem> {
        let actions = &routing.actions;
        let (holds, wanted, got) = match &self.what {
            Expectation::Rule(rule) => (routing.matched.contains(rule), format!("rule `{rule}`"), rules(&routing.matched)),
            Expectation::Rules(list) => (routing.matched == *list, rules(list), rules(&routing.matched)),
            Expectation::Team(team) => said("team", team, actions.team.as_ref()),
            Expectation::Assign(name) => said("assignee", name, actions.assignee.as_ref()),
            Expectation::Priority(priority) => said("priority", priority, actions.priority.as_ref()),
            Expectation::Category(category) => said("category", category, actions.category.as_ref()),
            Expectation::Tags(tags) => {
                (tags.is_subset(&actions.tags), format!("tags {}", words(tags)), format!("tags {}", words(&actions.tags)))
            }
            Expectation::Spam(spam) => {
                let got = actions.spam.unwrap_or(false);
                (got == *spam, format!("spam = {spam}"), format!("spam = {got}"))
            }
        };
        if holds {
            return None;
        }
        let help = self
            .why(routing, verdicts)
            .unwrap_or_else(|| format!("the message met {}; change a rule or the test", rules(&routing.matched)));
        let message = format!("the test fails: expected {wanted}, got {got}");
        Some(Problem { place: self.place.clone(), message, help: Some(help), severity: Severity::Error })
    }

    /// Why the first rule that was expected did not match.
    fn why(&self, routing: &Routing, verdicts: &[RuleVerdict]) -> Option<String> {
        let wanted: &[String] = match &self.what {
            Expectation::Rule(rule) => std::slice::from_ref(rule),
            Expectation::Rules(list) => list,
            _ => return None,
        };
        let missing = wanted.iter().find(|rule| !routing.matched.contains(rule))?;
        let verdict = verdicts.iter().find(|verdict| verdict.rule == *missing)?;
        Some(format!("rule `{missing}`: {}", verdict.because))
    }
}

fn said<T: PartialEq + std::fmt::Display>(what: &str, wanted: &T, got: Option<&T>) -> (bool, String, String) {
    let shown = got.map_or_else(|| format!("no {what}"), |got| format!("{what} `{got}`"));
    (got == Some(wanted), format!("{what} `{wanted}`"), shown)
}

fn rules(list: &[String]) -> String {
    match list {
        [] => "no rule".to_owned(),
        [one] => format!("rule `{one}`"),
        more => format!("rules {}", more.iter().map(|rule| format!("`{rule}`")).collect::<Vec<_>>().join(", ")),
    }
}

fn words(list: &BTreeSet<String>) -> String {
    if list.is_empty() {
        return "none".to_owned();
    }
    list.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What rules may refer to.
#[derive(Debug)]
pub(super) struct Referred<'a> {
    pub(super) names: &'a Names,
    pub(super) mailboxes: &'a Declared<MailboxName>,
}

/// A key, and what is made of what stands under it.
type Keyed<Read, Made> = (&'static str, fn(Read) -> Made);

/// A rule that was read, and where its conditions stand.
struct Placed {
    rule: Rule,
    when: Vec<Place>,
    unless: Vec<Place>,
    heading: Place,
}

/// Reads and compiles `[[rule]]`; `None` if that fails.
pub(super) fn rule_set<'a>(document: &Table<'a>, referred: &Referred<'_>) -> (Declared<String>, Option<RuleSet>) {
    let title = |value: &Value<'a>| value.line(NAME_CHARS);
    let (names, sections) = Declared::read(document, ("rule", "[[rule]]"), true, title);
    if sections.len() > limit::RULES {
        let help = format!("a desk has at most {}; join some by listing their words", limit::RULES);
        document.error_at(None, format!("there are {} rules", sections.len()), Some(help));
        return (names, None);
    }
    let mut placed: Vec<Placed> = Vec::with_capacity(sections.len());
    let mut catch_all: Option<String> = None;
    for named in sections {
        if let Some(above) = &catch_all {
            named.table.warning(
                format!("this rule is never asked: `{above}` above it takes every message"),
                "move it up, or give that rule a `when` or stop = false",
            );
        }
        let Some(rule) = rule(named.name, named.table, referred).filter(|_| catch_all.is_none()) else { continue };
        if rule.rule.when.is_empty() && rule.rule.unless.is_empty() && rule.rule.stop {
            catch_all = Some(rule.rule.name.clone());
        }
        placed.push(rule);
    }
    let set = match RuleSet::compile(placed.iter().map(|placed| placed.rule.clone()).collect()) {
        Ok(set) => Some(set),
        Err(problems) => {
            for RuleProblem { rule, unless, condition, message } in problems {
                let place = placed.get(rule).map(|placed| {
                    let list = if unless { &placed.unless } else { &placed.when };
                    list.get(condition).unwrap_or(&placed.heading).clone()
                });
                document.error_at(place, message, None);
            }
            None
        }
    };
    (names, set)
}

/// One rule; `None` where it says too little to be compiled, which a problem names.
fn rule(name: Option<String>, table: Table<'_>, referred: &Referred<'_>) -> Option<Placed> {
    let heading = table.place();
    let (mut when, mut when_places) = (Vec::new(), Vec::new());
    let (mut unless, mut unless_places) = (Vec::new(), Vec::new());
    if let Some(section) = table.section("when", "when") {
        conditions(section, referred, &mut when, &mut when_places);
    }
    if let Some(section) = table.section("unless", "unless") {
        conditions(section, referred, &mut unless, &mut unless_places);
    }
    let then = table.need("then", "then = { team = \"support\" }");
    let then = then.and_then(|value| Some(actions(value.table("then")?, referred)));
    let is_asking = ["when", "unless"].iter().any(|key| table.get(key).is_some_and(|value| !value.is_empty()));
    let stop = table.get("stop").and_then(|value| value.flag()).unwrap_or(true);
    table.finish();
    // Conditions that could not be read must not make it a rule that takes everything.
    if is_asking && when.is_empty() && unless.is_empty() {
        return None;
    }
    let rule = Rule { name: name?, when, unless, then: then?, stop };
    Some(Placed { rule, when: when_places, unless: unless_places, heading })
}

fn conditions(table: Table<'_>, referred: &Referred<'_>, list: &mut Vec<Condition>, places: &mut Vec<Place>) {
    let mut add = |condition: Condition, value: &Value<'_>| {
        list.push(condition);
        places.push(value.place());
    };
    let texts: [Keyed<TextTest, Condition>; 8] = [
        ("to", Condition::To),
        ("cc", Condition::Cc),
        ("from", Condition::From),
        ("domain", Condition::Domain),
        ("organisation", Condition::Organisation),
        ("subject", Condition::Subject),
        ("body", Condition::Body),
        ("attachment", Condition::Attachment),
    ];
    for (key, make) in texts {
        for (test, value) in table.get(key).iter().flat_map(text_tests) {
            add(make(test), &value);
        }
    }
    if let Some(headers) = table.section("header", "header") {
        for header in headers.entries() {
            for (test, value) in text_tests(&header) {
                add(Condition::Header(header.key.to_owned(), test), &value);
            }
        }
    }
    for value in ["mailbox", "language", "kind"].iter().filter_map(|key| table.get(key)) {
        if value.one_or_more().is_empty() {
            value.error(format!("`{}` compares with nothing", value.key), "name at least one");
        }
    }
    if let Some(value) = table.get("mailbox") {
        add(Condition::Mailbox(referred.mailboxes.find_all(Some(&value)).into_iter().collect()), &value);
    }
    if let Some((value, size)) = table.get("size_over").and_then(|value| Some((value.clone(), value.size()?))) {
        add(Condition::SizeOver(size), &value);
    }
    if let Some((value, size)) = table.get("size_under").and_then(|value| Some((value.clone(), value.size()?))) {
        add(Condition::SizeUnder(size), &value);
    }
    if let Some(value) = table.get("language") {
        add(Condition::Language(value.one_or_more().iter().filter_map(language).collect()), &value);
    }
    if let Some(value) = table.get("kind") {
        let kinds = Kind::ALL.map(|kind| (kind.as_str(), kind));
        add(Condition::Kind(value.one_or_more().iter().filter_map(|one| one.choice(&kinds)).collect()), &value);
    }
    if let Some((value, open)) =
        table.get("hours").and_then(|value| Some((value.clone(), value.choice(&[("open", true), ("closed", false)])?)))
    {
        add(Condition::Open(open), &value);
    }
    if let Some((value, known)) =
        table.get("requester").and_then(|value| Some((value.clone(), value.choice(&[("known", true), ("new", false)])?)))
    {
        add(Condition::KnownRequester(known), &value);
    }
    table.finish();
}

/// The tests that a text must pass: a text or a list of them is `contains`, a table says which.
fn text_tests<'a>(value: &Value<'a>) -> Vec<(TextTest, Value<'a>)> {
    if !value.is_table() {
        return alternatives(value).map(|list| (TextTest::Contains(list), value.clone())).into_iter().collect();
    }
    let Some(table) = value.table("text test") else { return Vec::new() };
    let kinds: [Keyed<Vec<String>, TextTest>; 4] =
        [("contains", TextTest::Contains), ("exact", TextTest::Exact), ("glob", TextTest::Glob), ("regex", TextTest::Regex)];
    let mut tests = Vec::new();
    for (key, make) in kinds {
        if let Some(value) = table.get(key)
            && let Some(list) = alternatives(&value)
        {
            tests.push((make(list), value));
        }
    }
    if table.entries().is_empty() {
        value.error(format!("`{}` tests nothing", value.key), "write contains, exact, glob or regex");
    }
    table.finish();
    tests
}

fn alternatives(value: &Value<'_>) -> Option<Vec<String>> {
    let list = value.one_or_more();
    let texts: Vec<String> = list.iter().filter_map(|one| one.text().map(str::to_owned)).collect();
    if list.is_empty() || texts.iter().any(String::is_empty) {
        value.error(format!("`{}` compares with nothing", value.key), "write at least one text that is not empty");
        return None;
    }
    (!texts.is_empty()).then_some(texts)
}

fn actions(table: Table<'_>, referred: &Referred<'_>) -> Actions {
    let names = referred.names;
    let mut actions = Actions {
        team: table.get("team").and_then(|value| names.teams.find(&value)),
        assignee: table.get("assign").and_then(|value| names.staff.find(&value)),
        priority: table.get("priority").and_then(|value| priority(&value)),
        category: table.get("category").and_then(|value| names.categories.find(&value)),
        status: table.get("status").and_then(|value| {
            let reachable =
                |status: &Status| *status == Status::New || Status::New.becomes(*status).is_ok() && *status != Status::Merged;
            let words: Vec<_> = Status::ALL.into_iter().filter(reachable).map(|status| (status.as_str(), status)).collect();
            value.choice(&words)
        }),
        tags: table.get("tags").map(|value| tags(&value)).unwrap_or_default(),
        notify: names.staff.find_all(table.get("notify").as_ref()).into_iter().collect(),
        acknowledge: table.get("acknowledge").and_then(|value| value.flag()),
        spam: table.get("spam").and_then(|value| value.flag()),
        ..Actions::default()
    };
    if let Some(fields) = table.section("fields", "fields") {
        for field in fields.entries() {
            if let Some(text) = field.line(500) {
                actions.fields.insert(field.key.to_owned(), text);
            }
        }
    }
    if table.entries().is_empty() {
        table.error("this rule does nothing", "give it a team, a priority, tags or the like");
    }
    table.finish();
    actions
}

fn priority(value: &Value<'_>) -> Option<Priority> {
    value.choice(&Priority::ALL.map(|priority| (priority.as_str(), priority)))
}

fn tags(value: &Value<'_>) -> BTreeSet<String> {
    value.one_or_more().iter().filter_map(|one| tag(one, one.text()?)).collect()
}

/// A tag; of a value whose text may say more than that.
pub(super) fn tag(value: &Value<'_>, text: &str) -> Option<String> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '/');
    let fits = !text.is_empty() && text.chars().count() <= 64 && text.chars().all(is_plain);
    if !fits {
        value.error(format!("`{text}` is no tag"), "a tag has 1 to 64 letters, digits, `-`, `_`, `.`, `:`, `/`");
    }
    fits.then(|| text.to_owned())
}

/// Reads `[[test]]`.
pub(super) fn tests(document: &Table<'_>, rules: &Declared<String>, referred: &Referred<'_>, dir: &Path) -> Vec<RuleTest> {
    let mut list = Vec::new();
    for table in document.sections("test", "[[test]]") {
        let place = table.place();
        let message = table.need("message", "message = \"tests/invoice.eml\"").and_then(|value| message(&value, dir));
        let mailbox = table.get("mailbox").and_then(|value| referred.mailboxes.find(&value));
        let expect = table.need("expect", "expect = { rule = \"invoices\" }");
        let expect = expect.and_then(|value| Some(expectations(value.table("expect")?, rules, referred.names)));
        table.finish();
        if let (Some(message), Some(expect)) = (message, expect) {
            list.push(RuleTest { message, mailbox, expect, place });
        }
    }
    list
}

/// A message in place (more than one line), or the file that holds it.
fn message(value: &Value<'_>, dir: &Path) -> Option<Vec<u8>> {
    let text = value.text()?;
    if text.contains('\n') {
        return Some(text.as_bytes().to_vec());
    }
    let path = dir.join(text);
    let mut bytes = Vec::new();
    let most = u64::try_from(limit::MESSAGE_BYTES).unwrap_or(u64::MAX);
    match File::open(&path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes)) {
        Ok(_) if bytes.len() > limit::MESSAGE_BYTES => {
            value.error(format!("{text} is larger than any message that is read"), "take a smaller example");
            None
        }
        Ok(_) => Some(bytes),
        Err(error) => {
            value.error(
                format!("{text} cannot be read: {error}"),
                "name a message file relative to this directory, or write the message between \"\"\"",
            );
            None
        }
    }
}

fn expectations(table: Table<'_>, rules: &Declared<String>, names: &Names) -> Vec<Expected> {
    let mut list = Vec::new();
    let mut add = |value: Option<Value<'_>>, read: &dyn Fn(&Value<'_>) -> Option<Expectation>| {
        if let Some(value) = value
            && let Some(what) = read(&value)
        {
            list.push(Expected { what, place: value.place() });
        }
    };
    add(table.get("rule"), &|value| rules.find(value).map(Expectation::Rule));
    add(table.get("rules"), &|value| Some(Expectation::Rules(rules.find_all(Some(value)))));
    add(table.get("team"), &|value| names.teams.find(value).map(Expectation::Team));
    add(table.get("assign"), &|value| names.staff.find(value).map(Expectation::Assign));
    add(table.get("priority"), &|value| priority(value).map(Expectation::Priority));
    add(table.get("category"), &|value| names.categories.find(value).map(Expectation::Category));
    add(table.get("tags"), &|value| Some(Expectation::Tags(tags(value))));
    add(table.get("spam"), &|value| value.flag().map(Expectation::Spam));
    if table.entries().is_empty() {
        table.error("this test expects nothing", "say which `rule` must match, or which team or priority must come of it");
    }
    table.finish();
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(expect: Vec<Expectation>) -> RuleTest {
        let place = Place { file: "routing.toml".to_owned(), position: None };
        let expect = expect.into_iter().map(|what| Expected { what, place: place.clone() }).collect();
        RuleTest { message: Vec::new(), mailbox: None, expect, place }
    }

    fn routing() -> Routing {
        let team = Some(TeamName::new("billing").expect("name"));
        let tags = BTreeSet::from(["money".to_owned(), "late".to_owned()]);
        Routing { matched: vec!["invoices".to_owned(), "late".to_owned()], actions: Actions { team, tags, ..Actions::default() } }
    }

    fn messages(expect: Vec<Expectation>, verdicts: &[RuleVerdict]) -> Vec<String> {
        test(expect).compare(&routing(), verdicts).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_comes_as_expected_is_no_problem() {
        let all = vec![
            Expectation::Rule("late".to_owned()),
            Expectation::Rules(vec!["invoices".to_owned(), "late".to_owned()]),
            Expectation::Team(TeamName::new("billing").expect("name")),
            Expectation::Tags(BTreeSet::from(["money".to_owned()])),
            Expectation::Spam(false),
        ];
        assert_eq!(messages(all, &[]), Vec::<String>::new());
    }

    #[test]
    fn each_expectation_fails_by_itself_and_says_what_came() {
        let all = vec![
            Expectation::Rules(vec!["late".to_owned()]),
            Expectation::Team(TeamName::new("sales").expect("name")),
            Expectation::Priority(Priority::High),
            Expectation::Tags(BTreeSet::from(["x".to_owned()])),
            Expectation::Spam(true),
        ];
        let shown = messages(all, &[]).join("\n");
        for part in [
            "expected rule `late`, got rules `invoices`, `late`",
            "expected team `sales`, got team `billing`",
            "expected priority `high`, got no priority",
            "expected tags `x`, got tags `late`, `money`",
            "expected spam = true, got spam = false",
        ] {
            assert!(shown.contains(part), "{part} in {shown}");
        }
    }

    #[test]
    fn a_rule_that_did_not_match_says_why() {
        let verdict =
            RuleVerdict { rule: "spam".to_owned(), matched: false, because: "subject does not contain \"pills\"".to_owned() };
        let shown = messages(vec![Expectation::Rule("spam".to_owned())], &[verdict]).join("");
        assert!(shown.ends_with("help: rule `spam`: subject does not contain \"pills\""), "{shown}");
    }
}
