//! Canned responses: words with places for a ticket's values, and what the ticket is marked with.
//!
//! Their words are written as templates are (`{{ticket.number}}`, `{{#if customer.name}} … {{else}} … {{/if}}`), but in a closed part
//! of that language: values from a list, conditions, remarks; nothing that includes, repeats or calls. So every mistake is found with
//! its place when the settings are loaded, and writing them cannot fail. What a value says is put in once and never read for `{{`.
//! They become plain text of an entry, which the templates of letters escape like any other text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::base::{CategoryName, limit, one_line};
use crate::domain::{Contact, ContactDetail, Priority, Status, Ticket};

use super::{DeskPolicy, MailboxPolicy, Member};

/// A canned response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Macro {
    /// What is typed behind `#macro`.
    pub name: String,
    /// Its words by language, ISO 639-1; at least one.
    pub versions: BTreeMap<String, MacroVersion>,
    /// What it marks the ticket with.
    pub sets: MacroSets,
}

/// A canned response in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MacroVersion {
    /// What it is about, on one line.
    pub title: String,
    /// What it says.
    pub words: MacroWords,
}

/// What a canned response marks the ticket with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MacroSets {
    /// The status that the ticket has then.
    pub status: Option<Status>,
    /// Its priority.
    pub priority: Option<Priority>,
    /// Its category.
    pub category: Option<CategoryName>,
    /// Tags that it gets.
    pub add: BTreeSet<String>,
    /// Tags that it loses.
    pub remove: BTreeSet<String>,
}

impl Macro {
    /// The version for a reader of a language, with its language: else that of the desk's, else English, else any.
    pub fn version(&self, language: &str, desk: &str) -> Option<(&str, &MacroVersion)> {
        let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let known = [primary.as_str(), desk, "en"].into_iter().find_map(|tag| self.versions.get_key_value(tag));
        known.or_else(|| self.versions.first_key_value()).map(|(tag, version)| (tag.as_str(), version))
    }
}

/// What a canned response says, read and checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MacroWords {
    pieces: Vec<Piece>,
}

/// What is wrong with the words of a canned response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MacroProblem {
    /// Where, in bytes of the words.
    pub at: Range<usize>,
    /// What.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Where the values come from.
#[derive(Clone, Copy, Debug)]
pub struct MacroFacts<'a> {
    /// The ticket that is answered.
    pub ticket: &'a Ticket,
    /// Who has asked, if he is known.
    pub requester: Option<&'a Contact>,
    /// Who answers.
    pub agent: &'a Member,
    /// The desk.
    pub desk: &'a DeskPolicy,
    /// The mailbox that the ticket belongs to.
    pub mailbox: &'a MailboxPolicy,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Value(Value),
    /// The first part where the value says something (or nothing: `unless`), else the second.
    Condition {
        value: Value,
        says: bool,
        then: Vec<Self>,
        otherwise: Vec<Self>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    TicketNumber,
    TicketSubject,
    TicketTeam,
    TicketCategory,
    CustomerName,
    CustomerAddress,
    CustomerOrganisation,
    AgentName,
    DeskName,
    DeskAddress,
    /// A field of the ticket: which ones there are, nobody declares.
    Field(String),
}

/// The values that there are. None of them is an agent's address: customers never see that.
const VALUES: [(&str, Value); 10] = [
    ("ticket.number", Value::TicketNumber),
    ("ticket.subject", Value::TicketSubject),
    ("ticket.team", Value::TicketTeam),
    ("ticket.category", Value::TicketCategory),
    ("customer.name", Value::CustomerName),
    ("customer.address", Value::CustomerAddress),
    ("customer.organisation", Value::CustomerOrganisation),
    ("agent.name", Value::AgentName),
    ("desk.name", Value::DeskName),
    ("desk.address", Value::DeskAddress),
];

impl MacroWords {
    /// Reads them.
    ///
    /// # Errors
    /// The first thing that is wrong with them.
    pub fn read(text: &str) -> Result<Self, MacroProblem> {
        let mut reader = Reader { open: Vec::new(), pieces: Vec::new() };
        let mut at = 0;
        while let Some(begin) = text.get(at..).and_then(|rest| rest.find("{{")).map(|found| at.saturating_add(found)) {
            let inside = text.get(begin..).unwrap_or_default();
            let Some(length) = inside.find("}}").map(|end| end.saturating_add(2)) else {
                return Err(problem(begin..begin.saturating_add(2), "this is not closed", "write }} behind the value's name"));
            };
            let mut tag = begin..begin.saturating_add(length);
            let name = inside.get(2..length.saturating_sub(2)).unwrap_or_default().trim();
            let is_block = name.starts_with(['#', '/', '!']) || name == "else";
            // A condition alone on its line leaves no empty line behind, as in the templates.
            let whole = if is_block { alone_on_line(text, &tag) } else { None };
            let cut = whole.unwrap_or_else(|| tag.clone());
            reader.text(text.get(at..cut.start).unwrap_or_default());
            // Problems point at the name.
            tag = tag.start.saturating_add(2)..tag.end.saturating_sub(2).max(tag.start.saturating_add(3));
            reader.tag(name, tag)?;
            at = cut.end;
        }
        reader.text(text.get(at..).unwrap_or_default());
        match reader.open.pop() {
            Some(open) => Err(problem(open.at, "this condition has no end", "write {{/if}} or {{/unless}} where it ends")),
            None => Ok(Self { pieces: reader.pieces }),
        }
    }

    /// Writes them with a ticket's values, without blank lines around them.
    pub fn write(&self, facts: &MacroFacts<'_>) -> String {
        let mut out = String::new();
        write(&self.pieces, facts, &mut out);
        out.trim_matches(['\n', '\r']).trim_end().to_owned()
    }

    /// Do they say nothing, whatever the ticket?
    pub fn are_empty(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty()))
    }
}

fn write(pieces: &[Piece], facts: &MacroFacts<'_>, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Value(value) => out.push_str(&value.of(facts)),
            Piece::Condition { value, says, then, otherwise } => {
                let holds = value.of(facts).is_empty() != *says;
                write(if holds { then } else { otherwise }, facts, out);
            }
        }
    }
}

impl Value {
    fn named(name: &str) -> Option<Self> {
        let known = VALUES.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let field = || {
            let field = name.strip_prefix("field.")?;
            let is_name = !field.is_empty() && field.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
            is_name.then(|| Self::Field(field.to_lowercase()))
        };
        known.or_else(field)
    }

    /// On one line: a value never begins a paragraph of its own.
    fn of(&self, facts: &MacroFacts<'_>) -> String {
        let MacroFacts { ticket, requester, agent, desk, mailbox } = facts;
        let text = match self {
            Self::TicketNumber => ticket.id.get().to_string(),
            Self::TicketSubject => crate::mail::shown_subject(ticket.subject.text()).to_owned(),
            Self::TicketTeam => ticket.team.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::TicketCategory => ticket.category.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::CustomerName => requester.map(|contact| contact.name.text().to_owned()).unwrap_or_default(),
            Self::CustomerAddress => {
                let address = requester.and_then(|contact| contact.address_in(Some(ticket)));
                address.map(ToString::to_string).unwrap_or_default()
            }
            Self::CustomerOrganisation => {
                requester.map(|contact| contact.detail_text(&ContactDetail::Organisation).to_owned()).unwrap_or_default()
            }
            Self::AgentName => agent.display.clone(),
            Self::DeskName => desk.name.clone(),
            Self::DeskAddress => mailbox.address.to_string(),
            Self::Field(name) => ticket.fields.get(name).map(|value| value.text().to_owned()).unwrap_or_default(),
        };
        one_line(&text, limit::SUBJECT_CHARS)
    }
}

/// A condition whose end has not come.
struct Open {
    at: Range<usize>,
    /// `if` or `unless`.
    word: &'static str,
    value: Value,
    /// What stood before it.
    before: Vec<Piece>,
    /// Its first part, once `else` has come.
    then: Option<Vec<Piece>>,
}

struct Reader {
    open: Vec<Open>,
    pieces: Vec<Piece>,
}

impl Reader {
    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    fn tag(&mut self, name: &str, at: Range<usize>) -> Result<(), MacroProblem> {
        if name.starts_with('!') {
            return Ok(());
        }
        if name.starts_with('{') {
            return Err(problem(at, "a value stands between two braces, not three", "write {{ticket.number}}"));
        }
        if name == "else" {
            let Some(open) = self.open.last_mut().filter(|open| open.then.is_none()) else {
                return Err(problem(at, "there is no condition that this belongs to", "write {{#if …}} before it"));
            };
            open.then = Some(std::mem::take(&mut self.pieces));
            return Ok(());
        }
        if let Some(word) = name.strip_prefix('/') {
            return self.close(word.trim(), at);
        }
        let Some(block) = name.strip_prefix('#') else {
            self.pieces.push(Piece::Value(value(name, at)?));
            return Ok(());
        };
        let (word, rest) = block.trim_start().split_once(char::is_whitespace).unwrap_or((block, ""));
        let Some(word) = ["if", "unless"].into_iter().find(|known| *known == word) else {
            return Err(problem(at, format!("`#{word}` is not known here"), "there is {{#if value}} and {{#unless value}}"));
        };
        if self.open.len() >= limit::MACRO_DEPTH {
            return Err(problem(at, "too many conditions in one another", "make two canned responses of it"));
        }
        let value = value(rest.trim(), at.clone())?;
        self.open.push(Open { at, word, value, before: std::mem::take(&mut self.pieces), then: None });
        Ok(())
    }

    fn close(&mut self, word: &str, at: Range<usize>) -> Result<(), MacroProblem> {
        let Some(open) = self.open.pop_if(|open| open.word == word) else {
            let help = match self.open.last() {
                Some(open) => format!("write {{{{/{}}}}}, which is what ends here", open.word),
                None => "take it out, or write {{#if …}} before it".to_owned(),
            };
            return Err(problem(at, "there is no condition that this ends", help));
        };
        let last = std::mem::replace(&mut self.pieces, open.before);
        let (then, otherwise) = match open.then {
            Some(then) => (then, last),
            None => (last, Vec::new()),
        };
        self.pieces.push(Piece::Condition { value: open.value, says: open.word == "if", then, otherwise });
        Ok(())
    }
}

fn value(name: &str, at: Range<usize>) -> Result<Value, MacroProblem> {
    if let Some(value) = Value::named(name) {
        return Ok(value);
    }
    let known = VALUES.iter().map(|(known, _)| *known);
    let near = known.clone().map(|known| (strsim::osa_distance(name, known), known)).min();
    let help = match near.filter(|(distance, known)| *distance <= known.len() / 3) {
        Some((_, near)) => format!("did you mean {{{{{near}}}}}?"),
        None => format!("there is {}, and field.NAME", known.collect::<Vec<_>>().join(", ")),
    };
    let message = if name.is_empty() { "a value is missing".to_owned() } else { format!("there is no value `{name}`") };
    Err(problem(at, message, help))
}

fn problem(at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> MacroProblem {
    MacroProblem { at, message: message.into(), help: help.into() }
}

/// The whole line, with its end, where nothing else stands on it.
fn alone_on_line(text: &str, tag: &Range<usize>) -> Option<Range<usize>> {
    let start = text.get(..tag.start)?.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let rest = text.get(tag.end..)?;
    let end = rest.find('\n').map_or(rest.len(), |end| end.saturating_add(1));
    let is_alone = text.get(start..tag.start)?.trim().is_empty() && rest.get(..end)?.trim().is_empty();
    is_alone.then(|| start..tag.end.saturating_add(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{ContactId, EmailAddress, MailboxName, Private, TicketId};
    use crate::policy::{Accept, AgentProof, AuthMode, Authentication, ReplyAddress, sample};

    fn written(text: &str) -> String {
        let (policy, roster) = sample::desk();
        let address = |text| EmailAddress::new(text).expect("address");
        let mailbox = MailboxPolicy {
            name: MailboxName::new("support").expect("name"),
            address: address("support@example.org"),
            team: None,
            agents: AgentProof::Token,
            accept: Accept::Anyone,
            auth: Authentication { mode: AuthMode::None, authserv_ids: BTreeSet::new(), trusted_hops: 0 },
            reply_address: ReplyAddress::Plus,
            forms: Vec::new(),
        };
        let name = "Ann Archer".to_owned().into();
        let requester =
            Contact::new(ContactId::new(100), Private::Known(address("ann@example.net")), name, sample::at("2026-01-01T00:00Z"));
        let ticket = Ticket {
            id: TicketId::new(7),
            subject: "Printer {{agent.name}}\non fire".to_owned().into(),
            fields: BTreeMap::from([("order".to_owned(), "47 11".to_owned().into())]),
            ..sample::ticket(&roster, None, None)
        };
        let agent = policy.staff.values().find(|member| member.display == "BOB").expect("bob");
        let facts = MacroFacts { ticket: &ticket, requester: Some(&requester), agent, desk: &policy.desk, mailbox: &mailbox };
        MacroWords::read(text).expect("good words").write(&facts)
    }

    fn wrong(text: &str) -> (Range<usize>, String, String) {
        let MacroProblem { at, message, help } = MacroWords::read(text).expect_err("refused");
        (at, message, help)
    }

    #[test]
    fn values_stand_where_they_are_named() {
        assert_eq!(
            written("Dear {{customer.name}},\n\n[{{ ticket.number }}] {{ticket.subject}}: {{field.order}}\n{{agent.name}}\n"),
            "Dear Ann Archer,\n\n[7] Printer {{agent.name}} on fire: 47 11\nBOB"
        );
    }

    #[test]
    fn conditions_leave_no_empty_lines() {
        let words = "A\n{{#if field.order}}\nOrder {{field.order}}.\n{{else}}\nNo order.\n{{/if}}\n{{! a remark }}\nB";
        assert_eq!(written(words), "A\nOrder 47 11.\nB");
        assert_eq!(written(&words.replace("field.order", "field.other")), "A\nNo order.\nB");
        assert_eq!(written("Hello{{#if customer.name}} {{customer.name}}{{/if}}!"), "Hello Ann Archer!");
        assert_eq!(written("{{#unless ticket.category}}x{{/unless}}{{#unless customer.name}}y{{/unless}}"), "x");
    }

    #[test]
    fn mistakes_have_their_place_and_a_remedy() {
        assert_eq!(wrong("Dear {{customer.nam}}").0, 7..19);
        assert_eq!(wrong("Dear {{customer.nam}}").2, "did you mean {{customer.name}}?");
        for (text, message) in [
            ("{{agent.address}}", "there is no value `agent.address`"),
            ("{{xyzzy}}", "there is no value `xyzzy`"),
            ("{{}}", "a value is missing"),
            ("{{#if}}x{{/if}}", "a value is missing"),
            ("{{{ticket.number}}}", "a value stands between two braces, not three"),
            ("{{ticket.number", "this is not closed"),
            ("{{#if ticket.number}}x", "this condition has no end"),
            ("{{#if ticket.number}}x{{/unless}}", "there is no condition that this ends"),
            ("{{/if}}", "there is no condition that this ends"),
            ("{{else}}", "there is no condition that this belongs to"),
            ("{{#each ticket.tags}}x{{/each}}", "`#each` is not known here"),
            ("{{> other}}", "there is no value `> other`"),
            ("{{field.}}", "there is no value `field.`"),
        ] {
            assert_eq!(wrong(text).1, message, "{text}");
        }
        assert_eq!(wrong(&"{{#if ticket.number}}".repeat(20)).1, "too many conditions in one another");
    }

    #[test]
    fn the_language_decides_which_version_is_written() {
        let version = |title: &str| MacroVersion { title: title.to_owned(), words: MacroWords::default() };
        let versions =
            [("de", "Deutsch"), ("en", "English"), ("fr", "Français")].map(|(tag, title)| (tag.to_owned(), version(title)));
        let all = Macro { name: "hello".to_owned(), versions: versions.into(), sets: MacroSets::default() };
        let title = |language, desk| all.version(language, desk).map(|(_, version)| version.title.as_str());
        assert_eq!(title("fr-CA", "de"), Some("Français"));
        assert_eq!(title("it", "de"), Some("Deutsch"));
        assert_eq!(title("it", "pl"), Some("English"));
    }
}
