//! `maildesk search` and `maildesk ticket search`.

use clap::Args;

use crate::desk::Question;
use crate::policy::FILTERS;

/// What to look for.
#[derive(Debug, Args)]
#[command(after_long_help = filters())]
pub(super) struct Search {
    /// Words, "exact words", beginnings*, filters, and -what must not be.
    ///
    /// Every part must hold. For example: status:open team:billing unanswered older:3d from:ann "exact words" -spare
    #[arg(required = true, allow_hyphen_values = true)]
    query: Vec<String>,
    /// At most so many.
    #[arg(long, default_value_t = 200)]
    limit: u32,
}

impl Search {
    /// What the desk is asked. An argument with spaces in it was in quotation marks, which the shell has taken off.
    pub(super) fn question(&self) -> Question {
        let whole = |part: &String| match part.split_once(':') {
            _ if !part.contains(char::is_whitespace) || part.contains('"') => part.clone(),
            // A whole question in one argument.
            _ if self.query.len() == 1 => part.clone(),
            Some((name, value)) if !name.contains(char::is_whitespace) => format!("{name}:\"{value}\""),
            _ => format!("\"{part}\""),
        };
        let question = self.query.iter().map(whole).collect::<Vec<_>>().join(" ");
        Question::Search { question, limit: self.limit }
    }
}

/// The filters, for `--help`.
fn filters() -> String {
    let lines = FILTERS.iter().map(|(_, example, what)| format!("  {example:<24} {what}"));
    let keywords = "  unanswered, overdue, unassigned, unfinished and snoozed need no `is:` before them.";
    format!("Filters:\n{}\n{keywords}", lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_shell_took_off_is_put_back() {
        let question = |parts: &[&str]| {
            let search = Search { query: parts.iter().map(|part| (*part).to_owned()).collect(), limit: 9 };
            match search.question() {
                Question::Search { question, limit: 9 } => question,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(question(&["printer", "on fire"]), "printer \"on fire\"");
        assert_eq!(question(&["printer status:open"]), "printer status:open");
        assert_eq!(question(&["x", "from:Ann Archer", "-spare"]), "x from:\"Ann Archer\" -spare");
    }
}
