//! How the promises of a ticket stand: every stretch of time that counts, and what is left.

use serde_json::{Value, json};

use crate::base::Timestamp;
use crate::domain::{Promise, Target, Ticket};
use crate::policy::{Affiliation, Policy, Sum, sum, terms};

/// The sums of a ticket, for programs and for people; nothing where nothing is promised.
pub(super) fn sums(ticket: &Ticket, requester: &Affiliation, policy: &Policy, now: Timestamp) -> Vec<(Value, String)> {
    let terms = terms(policy, ticket, requester);
    let by = if terms.name().is_empty() { "the usual promise".to_owned() } else { format!("promise {}", terms.name()) };
    let counted = Target::ALL.into_iter().filter_map(|target| Some((target, sum(&terms, ticket, target, now)?)));
    counted.map(|(target, sum)| (line(target, terms.name(), &sum), words(target, &by, &sum, ticket))).collect()
}

/// How a promise stands, in a line.
pub(super) fn standing(target: Target, promise: &Promise) -> String {
    let how = match (promise.broken_at, promise.paused_at) {
        (Some(broken), _) => format!(", not kept since {broken}"),
        (None, Some(paused)) => format!(", its clock stands still since {paused}"),
        (None, None) => String::new(),
    };
    format!("due {} {}{how}", promise.due, target.as_str())
}

/// How all promises of a ticket stand, for programs.
pub(super) fn standings(ticket: &Ticket) -> Value {
    let one = |(target, promise): (&Target, &Promise)| {
        let at = |at: Option<Timestamp>| at.map(|at| at.to_string());
        let (broken, paused) = (at(promise.broken_at), at(promise.paused_at));
        let value = json!({"due": promise.due.to_string(), "by": promise.by, "broken": broken, "paused": paused});
        (target.as_str().to_owned(), value)
    };
    Value::Object(ticket.promises.iter().map(one).collect())
}

fn line(target: Target, by: &str, sum: &Sum) -> Value {
    let segments: Vec<Value> = sum
        .segments
        .iter()
        .map(|segment| {
            json!({
                "from": segment.from.to_string(), "until": segment.until.to_string(), "status": segment.status.as_str(),
                "runs": segment.runs, "working_seconds": segment.working.as_seconds(),
            })
        })
        .collect();
    json!({
        "promise": target.as_str(), "by": by, "since": sum.since.to_string(), "promised_seconds": sum.promised.as_seconds(),
        "used_seconds": sum.used.as_seconds(), "left_seconds": sum.left().as_seconds(),
        "due": sum.due.map(|due| due.to_string()), "segments": segments,
    })
}

fn words(target: Target, by: &str, sum: &Sum, ticket: &Ticket) -> String {
    let due = match (sum.due, ticket.promises.get(&target).and_then(|promise| promise.broken_at)) {
        (Some(due), Some(broken)) => format!("due {due}, not kept since {broken}"),
        (Some(due), None) => format!("due {due}"),
        (None, _) => "its clock stands still".to_owned(),
    };
    let (used, left) = (sum.used, sum.left());
    let mut text = format!("{} ({by}): {} promised, {used} used, {left} left, {due}", target.as_str(), sum.promised);
    for segment in &sum.segments {
        let counts = if segment.runs { format!("{} of working time", segment.working) } else { "does not count".to_owned() };
        text.push_str(&format!("\n    {} to {} {}: {counts}", segment.from, segment.until, segment.status));
    }
    text
}
