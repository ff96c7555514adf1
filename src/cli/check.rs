//! `maildesk check`

use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::config::{self, Place, Problem, Settings, Severity};
use crate::desk::Question;
use crate::io::clock;
use crate::io::control::Request;
use crate::mail::OwnMarks;
use crate::policy::RoutingFacts;

use super::ask::{self, environment};
use super::exit::{Exit, Failure};

/// Loads a configuration, or prints every problem and ends with the configuration's exit code.
pub(super) fn load(directory: &Path) -> Result<Settings, Failure> {
    match config::load(directory, &environment) {
        Ok(loaded) => {
            for warning in &loaded.warnings {
                let _ = writeln!(std::io::stderr(), "{warning}");
            }
            Ok(loaded.settings)
        }
        Err(problems) => {
            for problem in &problems {
                let _ = writeln!(std::io::stderr(), "{problem}");
            }
            let message = format!("the configuration in {} has problems; nothing was started", directory.display());
            Err(Failure::new(Exit::Configuration, message))
        }
    }
}

pub(super) fn run(directory: &Path, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let (mut problems, mut summary, mut exit) = (Vec::new(), String::new(), Exit::No);
    match config::load(directory, &environment) {
        Ok(loaded) => {
            problems.extend(loaded.warnings);
            problems.extend(rule_tests(&loaded.settings));
            problems.extend(untested(directory, &loaded.settings));
            let Settings { policy, rule_tests, .. } = &loaded.settings;
            summary = format!(
                "{} mailboxes, {} people, {} teams, {} rule tests, {} canned responses, {} articles",
                policy.mailboxes.len(),
                policy.staff.len(),
                policy.teams.len(),
                rule_tests.len(),
                policy.macros.len(),
                policy.articles.len()
            );
        }
        // What cannot be loaded is the configuration's fault (78); what loads but fails its own tests is an answer (1).
        Err(found) => {
            exit = Exit::Configuration;
            problems.extend(found);
        }
    }
    for problem in &problems {
        print(problem, json, out).map_err(Failure::output)?;
    }
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    if errors > 0 {
        let _ = writeln!(std::io::stderr(), "{errors} problems");
        return Ok(exit);
    }
    let _ = writeln!(std::io::stderr(), "The configuration is in order: {summary}.");
    Ok(Exit::Done)
}

/// Mailboxes that believe verification results, though nobody knows whether they would believe forged ones, or though they would. The
/// running daemon knows.
fn untested(directory: &Path, settings: &Settings) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mailbox in settings.policy.mailboxes.values().filter(|mailbox| mailbox.auth.mode.trusts_results()) {
        let asked = Request::Ask(Question::Trust(Some(mailbox.name.clone())));
        let answer = ask::request(directory, &asked, &[]).ok().flatten().and_then(|response| ask::answer_in(response).ok());
        let found = answer.as_ref().and_then(|answer| answer.lines.first()).and_then(|line| line.get("forged")?.as_str());
        let (severity, message, help) = match found {
            Some("deleted" | "ignored") => continue,
            Some("believed") => (
                Severity::Error,
                "forged Authentication-Results were found to be believed; the daemon believes none now",
                "let the receiving server delete those under its own name, lower trusted_hops, or use auth.mode = \"verify\"",
            ),
            Some(_) => (
                Severity::Warning,
                "nobody has tested whether forged Authentication-Results would be believed",
                "run `maildesk doctor trust`",
            ),
            None => (
                Severity::Warning,
                "whether forged Authentication-Results would be believed is not known while no daemon runs",
                "start `maildesk run`, then run `maildesk doctor trust` once",
            ),
        };
        let place = Place { file: "desk.toml".to_owned(), position: None };
        let message = format!("mailbox `{}`: {message}", mailbox.name);
        problems.push(Problem { place, message, help: Some(help.to_owned()), severity });
    }
    problems
}

fn print(problem: &Problem, json: bool, out: &mut dyn Write) -> std::io::Result<()> {
    if !json {
        return writeln!(out, "{problem}");
    }
    let position = problem.place.position.as_ref();
    let line = json!({
        "file": problem.place.file, "line": position.map(|at| at.line), "column": position.map(|at| at.column),
        "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
        "message": problem.message, "help": problem.help,
    });
    writeln!(out, "{line}")
}

/// Runs the examples that the rules must satisfy.
pub(super) fn rule_tests(settings: &Settings) -> Vec<Problem> {
    let policy = &settings.policy;
    let mut problems = Vec::new();
    for test in &settings.rule_tests {
        let mailbox = test.mailbox.as_ref().or_else(|| policy.mailboxes.keys().next());
        let Some(mailbox) = mailbox else {
            problems.push(test.problem("this test has no mailbox to come in by", "add a [[mailbox]] to desk.toml"));
            continue;
        };
        let mail = crate::mail::read(&test.message, &OwnMarks::default());
        let facts = RoutingFacts {
            mail: &mail,
            mailbox,
            size: u64::try_from(test.message.len()).unwrap_or(u64::MAX),
            now: mail.date.unwrap_or_else(clock::now),
            calendar: &policy.calendar,
            earlier_tickets: 0,
            organisation: "",
        };
        problems.extend(test.compare(&policy.rules.route(&facts), &policy.rules.explain(&facts)));
    }
    problems
}
