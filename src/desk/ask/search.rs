//! What a search on the command line answers.

use crate::base::Timestamp;
use crate::decide::MailboxHealth;
use crate::policy::Query;
use crate::store::{Disk, Draft, Keyspace};

use super::super::error::DeskError;
use super::super::settings::DeskSettings;
use super::{Answer, Finder, Hits, View, Whose};

/// The tickets that a question finds. Whoever may use the command line sees everything.
pub(in crate::desk) fn found<D: Disk, K: Keyspace>(
    rows: &Draft<'_, D, K>,
    settings: &DeskSettings,
    query: &Query,
    hits: &Hits,
    most: usize,
    now: Timestamp,
) -> Result<Answer, DeskError> {
    let finder = Finder { rows, policy: &settings.policy, roster: &settings.roster, now };
    let finding = finder.find(query, Whose::Operator, hits, most)?;
    let health: &[MailboxHealth] = &[];
    let desk = View { rows, settings, health, now };
    let mut answer = Answer::default();
    for ticket in &finding.tickets {
        let (line, text) = desk.ticket_line(ticket)?;
        answer.push(line, &text);
    }
    let more = (finding.more > 0).then(|| format!("{} more; ask more closely, or raise --limit", finding.more));
    let remarks: Vec<String> = finding.remark.into_iter().chain(more).collect();
    answer.remark = (!remarks.is_empty()).then(|| remarks.join("; "));
    answer.is_no = answer.lines.is_empty();
    Ok(answer)
}
