//! Compiled rules.
//!
//! A message is asked for what the rules want to know, each text once and only if some rule gets as far as asking for it
//! (see `field`). Within a rule the cheap conditions are asked first; that changes no answer, for all of them must hold.
//! What a rule does is decided here, whom it may name is `config`'s matter.

mod field;
mod glob;
mod literal;
mod wording;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;

use crate::base::limit;

use self::field::{Alternative, Field, Index, Questions, Reading};
use super::rule::{Actions, Condition, Routing, RoutingFacts, Rule, RuleProblem, RuleVerdict, TextTest};

/// Rules ready to be asked.
#[derive(Clone)]
pub struct RuleSet {
    rules: Vec<Compiled>,
    indexes: Vec<Index>,
}

/// A rule and what it asks.
#[derive(Clone)]
struct Compiled {
    rule: Rule,
    /// Cheap ones first.
    when: Vec<Check>,
    unless: Vec<Check>,
}

/// One condition.
#[derive(Clone)]
struct Check {
    /// Its position in the rule.
    condition: usize,
    question: Question,
}

#[derive(Clone)]
enum Question {
    /// Any of these, of the text with this index.
    Text { index: usize, any: Vec<Alternative> },
    /// What the condition itself says, of something that is no text.
    Fact,
}

impl Check {
    fn is_costly(&self) -> bool {
        matches!(&self.question, Question::Text { any, .. } if any.iter().any(|one| one.is_costly()))
    }
}

impl RuleSet {
    /// Compiles rules.
    ///
    /// # Errors
    /// Every rule that cannot be compiled.
    pub fn compile(rules: Vec<Rule>) -> Result<Self, Vec<RuleProblem>> {
        let mut compiler = Compiler::default();
        compiler.check_order(&rules);
        let mut compiled = Vec::with_capacity(rules.len());
        for (position, rule) in rules.into_iter().enumerate() {
            let when = compiler.checks(position, false, &rule.when);
            let unless = compiler.checks(position, true, &rule.unless);
            compiled.push(Compiled { rule, when, unless });
        }
        let mut indexes = Vec::with_capacity(compiler.fields.len());
        for (field, questions) in compiler.fields {
            match questions.finish(field) {
                Ok(index) => indexes.push(index),
                Err(message) => compiler.problems.push(RuleProblem { rule: 0, unless: false, condition: 0, message }),
            }
        }
        if compiler.problems.is_empty() { Ok(Self { rules: compiled, indexes }) } else { Err(compiler.problems) }
    }

    /// Asks the rules in order.
    pub fn route(&self, facts: &RoutingFacts<'_>) -> Routing {
        let asked = Asked::new(&self.indexes, facts);
        let mut routing = Routing::default();
        for Compiled { rule, when, unless } in &self.rules {
            let holds = |check: &Check, conditions: &[Condition]| asked.holding(check, conditions).is_some();
            if when.iter().all(|check| holds(check, &rule.when)) && !unless.iter().any(|check| holds(check, &rule.unless)) {
                routing.matched.push(rule.name.clone());
                join(&mut routing.actions, &rule.then);
                if rule.stop {
                    break;
                }
            }
        }
        routing
    }

    /// What each rule says, and why.
    pub fn explain(&self, facts: &RoutingFacts<'_>) -> Vec<RuleVerdict> {
        let asked = Asked::new(&self.indexes, facts);
        let mut stopped_by: Option<&str> = None;
        let mut verdicts = Vec::with_capacity(self.rules.len());
        for compiled in &self.rules {
            let rule = compiled.rule.name.clone();
            if let Some(stopper) = stopped_by {
                verdicts.push(RuleVerdict { rule, matched: false, because: format!("not asked: rule \"{stopper}\" stops") });
                continue;
            }
            let verdict = asked.explain(compiled);
            let matched = verdict.is_ok();
            if matched && compiled.rule.stop {
                stopped_by = Some(&compiled.rule.name);
            }
            verdicts.push(RuleVerdict { rule, matched, because: verdict.unwrap_or_else(|because| because) });
        }
        verdicts
    }
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RuleSet({} rules)", self.rules.len())
    }
}

/// Later actions only fill what earlier ones left open; tags, fields and notified people add up.
fn join(actions: &mut Actions, more: &Actions) {
    fn fill<T: Clone>(slot: &mut Option<T>, more: &Option<T>) {
        if slot.is_none() {
            slot.clone_from(more);
        }
    }
    fill(&mut actions.team, &more.team);
    fill(&mut actions.assignee, &more.assignee);
    fill(&mut actions.priority, &more.priority);
    fill(&mut actions.category, &more.category);
    fill(&mut actions.status, &more.status);
    fill(&mut actions.acknowledge, &more.acknowledge);
    fill(&mut actions.spam, &more.spam);
    actions.tags.extend(more.tags.iter().cloned());
    actions.notify.extend(more.notify.iter().cloned());
    for (name, value) in &more.fields {
        actions.fields.entry(name.clone()).or_insert_with(|| value.clone());
    }
}

/// One message under question.
struct Asked<'a> {
    facts: &'a RoutingFacts<'a>,
    readings: Vec<Reading<'a>>,
    is_open: OnceCell<bool>,
}

impl<'a> Asked<'a> {
    fn new(indexes: &'a [Index], facts: &'a RoutingFacts<'a>) -> Self {
        let readings = indexes.iter().map(|index| Reading::new(index, facts)).collect();
        Self { facts, readings, is_open: OnceCell::new() }
    }

    /// The first alternative of the condition that holds.
    fn holding(&self, check: &Check, conditions: &[Condition]) -> Option<usize> {
        match &check.question {
            Question::Text { index, any } => {
                let reading = self.readings.get(*index)?;
                any.iter().position(|alternative| reading.holds(*alternative))
            }
            Question::Fact => self.is_so(conditions.get(check.condition)?).then_some(0),
        }
    }

    fn is_so(&self, condition: &Condition) -> bool {
        let facts = self.facts;
        match condition {
            Condition::Mailbox(names) => names.contains(facts.mailbox),
            Condition::SizeOver(bytes) => facts.size > *bytes,
            Condition::SizeUnder(bytes) => facts.size < *bytes,
            Condition::Language(codes) => {
                let language = facts.mail.language.as_deref();
                language.is_some_and(|language| codes.iter().any(|code| code.eq_ignore_ascii_case(language)))
            }
            Condition::Kind(kinds) => kinds.contains(&facts.mail.kind),
            Condition::Open(open) => *self.is_open.get_or_init(|| facts.calendar.is_open(facts.now)) == *open,
            Condition::KnownRequester(known) => (facts.earlier_tickets > 0) == *known,
            // Texts are asked of their index.
            Condition::To(_)
            | Condition::Cc(_)
            | Condition::From(_)
            | Condition::Domain(_)
            | Condition::Organisation(_)
            | Condition::Subject(_)
            | Condition::Body(_)
            | Condition::Header(_, _)
            | Condition::Attachment(_) => false,
        }
    }

    /// Why the rule takes the message, or else the first condition that fails, in the order in which they are written.
    fn explain(&self, compiled: &Compiled) -> Result<String, String> {
        let Compiled { rule, when, unless } = compiled;
        let mut reasons = Vec::new();
        for check in in_order(when) {
            let Some(condition) = rule.when.get(check.condition) else { continue };
            match self.holding(check, &rule.when) {
                Some(alternative) => reasons.push(wording::holding(condition, alternative, self.facts)),
                None => return Err(wording::failing(condition, self.facts)),
            }
        }
        for check in in_order(unless) {
            let Some(condition) = rule.unless.get(check.condition) else { continue };
            if let Some(alternative) = self.holding(check, &rule.unless) {
                return Err(format!("unless: {}", wording::holding(condition, alternative, self.facts)));
            }
        }
        match (reasons.is_empty(), unless.is_empty()) {
            (true, true) => Ok("it has no conditions".to_owned()),
            (true, false) => Ok("nothing stands against it".to_owned()),
            (false, _) => Ok(reasons.join("; ")),
        }
    }
}

fn in_order(checks: &[Check]) -> Vec<&Check> {
    let mut checks: Vec<&Check> = checks.iter().collect();
    checks.sort_by_key(|check| check.condition);
    checks
}

/// What is gathered while rules are compiled.
#[derive(Default)]
struct Compiler {
    /// Position of each field.
    numbers: BTreeMap<Field, usize>,
    fields: Vec<(Field, Questions)>,
    problems: Vec<RuleProblem>,
}

impl Compiler {
    fn problem(&mut self, rule: usize, message: String) {
        self.problems.push(RuleProblem { rule, unless: false, condition: 0, message });
    }

    /// Names that stand twice, and rules that no message can reach.
    fn check_order(&mut self, rules: &[Rule]) {
        if rules.len() > limit::RULES {
            let message =
                format!("there are {} rules; {} is the most, join some by listing their words", rules.len(), limit::RULES);
            self.problem(limit::RULES, message);
        }
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for (position, rule) in rules.iter().enumerate() {
            if let Some(first) = names.insert(&rule.name, position) {
                let message = format!("rule {} and this one are both called \"{}\"; rename one", first + 1, rule.name);
                self.problem(position, message);
            }
        }
        let takes_all = |rule: &Rule| rule.stop && rule.when.is_empty() && rule.unless.is_empty();
        if let Some(last) = rules.iter().position(takes_all)
            && let (Some(stopper), Some(unreached)) = (rules.get(last), rules.len().checked_sub(last + 1).filter(|n| *n > 0))
        {
            let message = format!(
                "no message reaches this rule{}: \"{}\" above has no conditions and stops; move that one to the end, or give it conditions or stop = false",
                if unreached > 1 { format!(" and the {} after it", unreached - 1) } else { String::new() },
                stopper.name,
            );
            self.problem(last + 1, message);
        }
    }

    /// The checks of one list of conditions, cheap ones first.
    fn checks(&mut self, rule: usize, unless: bool, conditions: &[Condition]) -> Vec<Check> {
        let mut checks = Vec::with_capacity(conditions.len());
        for (condition, asked) in conditions.iter().enumerate() {
            match self.question(asked) {
                Ok(question) => checks.push(Check { condition, question }),
                Err(message) => self.problems.push(RuleProblem { rule, unless, condition, message }),
            }
        }
        checks.sort_by_key(Check::is_costly);
        checks
    }

    fn question(&mut self, condition: &Condition) -> Result<Question, String> {
        let nothing = |is_empty: bool| {
            let message = "lists nothing, so it would never hold; name at least one or take the condition out";
            if is_empty { Err(message.to_owned()) } else { Ok(Question::Fact) }
        };
        match condition {
            Condition::To(test) => self.text(Field::To, test),
            Condition::Cc(test) => self.text(Field::Cc, test),
            Condition::From(test) => self.text(Field::From, test),
            Condition::Domain(test) => self.text(Field::Domain, test),
            Condition::Organisation(test) => self.text(Field::Organisation, test),
            Condition::Subject(test) => self.text(Field::Subject, test),
            Condition::Body(test) => self.text(Field::Body, test),
            Condition::Attachment(test) => self.text(Field::Attachment, test),
            // RFC 5322 §2.2: a field name is printable ASCII without a colon.
            Condition::Header(name, _) if name.is_empty() || !name.chars().all(|c| c.is_ascii_graphic() && c != ':') => {
                Err(format!("{} is no name of a header field; write it without the colon", field::quoted(name)))
            }
            Condition::Header(name, test) => self.text(Field::Header(name.to_ascii_lowercase()), test),
            Condition::Mailbox(names) => nothing(names.is_empty()),
            Condition::Language(codes) => nothing(codes.is_empty()),
            Condition::Kind(kinds) => nothing(kinds.is_empty()),
            Condition::SizeUnder(0) => Err("no message has fewer than 0 bytes; name a larger size".to_owned()),
            Condition::SizeOver(_) | Condition::SizeUnder(_) | Condition::Open(_) | Condition::KnownRequester(_) => {
                Ok(Question::Fact)
            }
        }
    }

    fn text(&mut self, field: Field, test: &TextTest) -> Result<Question, String> {
        let next = self.fields.len();
        let index = *self.numbers.entry(field.clone()).or_insert(next);
        if index == next {
            self.fields.push((field.clone(), Questions::default()));
        }
        let (_, questions) = self.fields.get_mut(index).ok_or("too many header fields are asked for")?;
        Ok(Question::Text { index, any: questions.add(&field, test)? })
    }
}

#[cfg(test)]
mod tests;
