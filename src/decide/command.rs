//! Commands at the top of a mail.
//!
//! `#name argument`, ASCII, in column 0, only the first unbroken block of lines of the plain-text part, at most ten, all or
//! nothing. What merely looks like a command runs nothing and sends nothing: it must not end up in a customer's mail.

use std::collections::BTreeSet;

use crate::base::limit;
use crate::domain::{Notice, Priority};
use crate::mail::Mail;

/// The commands of a mail, and the text that follows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commands {
    /// In order.
    pub list: Vec<Command>,
    /// The rest of the new text.
    pub text: String,
}

/// One command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// As it was typed, for the history.
    pub typed: String,
    /// What it orders.
    pub order: Order,
}

/// What a command orders.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the commands")]
pub enum Order {
    Note,
    Close,
    Resolve,
    Open,
    Assign(Assignee),
    Priority(Priority),
    Tag {
        add: BTreeSet<String>,
        remove: BTreeSet<String>,
    },
    /// When and what, as typed; the time is read in the person's zone.
    Remind(String),
}

/// Whom a ticket is to be assigned to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// Who gives the command.
    Me,
    /// Nobody.
    Nobody,
    /// A member of staff, by name or address.
    Member(String),
}

impl Order {
    /// The name of its command.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Close => "close",
            Self::Resolve => "resolve",
            Self::Open => "open",
            Self::Assign(_) => "assign",
            Self::Priority(_) => "priority",
            Self::Tag { .. } => "tag",
            Self::Remind(_) => "remind",
        }
    }
}

/// The names of all commands, for help and for near misses.
pub(super) const NAMES: [&str; 9] = ["note", "close", "resolve", "open", "assign", "take", "priority", "tag", "remind"];

/// The commands of a mail; none where it has none; what is wrong where a block of commands cannot be read.
pub fn commands_of(mail: &Mail) -> Option<Result<Commands, Vec<Notice>>> {
    let visible = mail.visible.trim_start_matches(['\n', '\r']);
    let source = mail.plain.as_deref().unwrap_or(visible).trim_start_matches(['\n', '\r']);
    let block: Vec<&str> = source.lines().map(str::trim_end).take_while(|line| looks_like_command(line)).collect();
    if block.is_empty() {
        return None;
    }
    if mail.plain.is_none() && mail.has_hidden_html {
        return Some(Err(vec![Notice::HiddenText]));
    }
    if block.len() > limit::COMMANDS {
        return Some(Err(vec![Notice::TooManyCommands { most: limit::COMMANDS }]));
    }
    let mut list = Vec::new();
    let mut wrong = Vec::new();
    let mut note = String::new();
    for line in &block {
        match read(line) {
            Ok((command, rest)) => {
                list.push(command);
                note.push_str(rest);
            }
            Err(notice) => wrong.push(notice),
        }
    }
    if !wrong.is_empty() {
        return Some(Err(wrong));
    }
    // The trimmer worked on the same text: what follows the block in the new text is what was written.
    let after: Vec<&str> = visible.lines().skip_while(|line| line.trim().is_empty()).skip(block.len()).collect();
    let mut text = after.join("\n").trim_matches('\n').to_owned();
    if !note.is_empty() {
        text = format!("{note}\n{text}").trim_end().to_owned();
    }
    Some(Ok(Commands { list, text }))
}

/// A line that is or wants to be a command: `#` in column 0 and a letter. Look-alikes of `#` count too, so that they are refused
/// rather than sent to a customer (C06).
fn looks_like_command(line: &str) -> bool {
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}');
    let mut rest = line.trim_start_matches(hidden).chars();
    matches!(rest.next(), Some('#' | '＃' | '﹟')) && rest.next().is_some_and(|c| c.is_alphabetic() || hidden(c))
}

/// Reads one line; besides the command the text that belongs to the mail (of `#note text`).
fn read(line: &str) -> Result<(Command, &str), Notice> {
    let unknown = |name: &str| Notice::UnknownCommand { command: name.to_owned(), nearest: nearest(name) };
    let Some(body) = line.strip_prefix('#') else { return Err(unknown(line)) };
    let (name, argument) = body.split_once([' ', '\t']).map_or((body, ""), |(name, rest)| (name, rest.trim()));
    if !name.is_ascii() || line.chars().any(char::is_control) {
        return Err(unknown(name));
    }
    let name = name.to_ascii_lowercase();
    let bad =
        |example: &str| Notice::BadArgument { command: name.clone(), argument: argument.to_owned(), example: example.to_owned() };
    let none = |order| if argument.is_empty() { Ok(order) } else { Err(bad(&format!("#{name}"))) };
    let mut rest = "";
    let order = match name.as_str() {
        "note" => {
            rest = argument;
            Order::Note
        }
        "close" => none(Order::Close)?,
        "resolve" => none(Order::Resolve)?,
        "open" => none(Order::Open)?,
        "take" => none(Order::Assign(Assignee::Me))?,
        "assign" => match argument {
            "" => return Err(bad("#assign me")),
            "me" => Order::Assign(Assignee::Me),
            "none" | "nobody" => Order::Assign(Assignee::Nobody),
            other => Order::Assign(Assignee::Member(other.to_owned())),
        },
        "priority" => Order::Priority(argument.parse().map_err(|_| bad("#priority high"))?),
        "tag" => tags(argument).ok_or_else(|| bad("#tag +billing -new"))?,
        "remind" if argument.is_empty() => return Err(bad("#remind friday 14:00 call back")),
        "remind" => Order::Remind(argument.to_owned()),
        _ => return Err(unknown(&name)),
    };
    Ok((Command { typed: line.to_owned(), order }, rest))
}

fn tags(argument: &str) -> Option<Order> {
    let (mut add, mut remove) = (BTreeSet::new(), BTreeSet::new());
    for word in argument.split([' ', '\t', ',']).filter(|word| !word.is_empty()) {
        let (set, tag) = match word.strip_prefix('-') {
            Some(tag) => (&mut remove, tag),
            None => (&mut add, word.strip_prefix('+').unwrap_or(word)),
        };
        let fits = !tag.is_empty()
            && tag.chars().count() <= 40
            && tag.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
        if !fits {
            return None;
        }
        set.insert(tag.to_lowercase());
    }
    (!add.is_empty() || !remove.is_empty()).then_some(Order::Tag { add, remove })
}

/// Up to two command names that the typed one may have meant.
fn nearest(typed: &str) -> Vec<String> {
    nearest_of(typed, NAMES.iter().copied()).into_iter().map(|name| format!("#{name}")).collect()
}

/// Up to two of some names that are near a typed one.
pub(super) fn nearest_of<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let typed = typed.to_lowercase();
    let mut near: Vec<_> = names
        .map(|name| (distance(&typed, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= 2.max(name.chars().count() / 3))
        .collect();
    near.sort();
    near.into_iter().take(2).map(|(_, name)| name.to_owned()).collect()
}

/// Edits between two words, a swap of neighbours counting as one.
fn distance(left: &str, right: &str) -> usize {
    strsim::osa_distance(left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(text: &str) -> Mail {
        Mail { plain: Some(text.to_owned()), visible: text.to_owned(), ..Mail::default() }
    }

    fn read_all(text: &str) -> Option<Result<Commands, Vec<Notice>>> {
        commands_of(&mail(text))
    }

    #[test]
    fn a_block_at_the_top_and_the_text_after_it() {
        let commands = read_all("#assign me\n#tag +billing -new\n\nDear Ann,\nit is done.").expect("some").expect("good");
        assert_eq!(commands.list.len(), 2);
        assert_eq!(commands.text, "Dear Ann,\nit is done.");
    }

    #[test]
    fn commands_below_text_or_quoted_are_text() {
        for text in ["Hello\n#close", "> #close", " #close", "# close", "#1 is the best", "#"] {
            assert_eq!(read_all(text), None, "{text}");
        }
    }

    #[test]
    fn near_misses_and_look_alikes_run_nothing() {
        for text in [
            "#clsoe",
            "#assign bob\n#clsoe\nhello",
            "\u{200b}#close",
            "＃close",
            "#close now",
            "#priority hgih",
            "#tag",
            "#remind",
        ] {
            assert!(matches!(read_all(text), Some(Err(_))), "{text}");
        }
        let Some(Err(wrong)) = read_all("#clsoe") else { unreachable!("refused") };
        assert_eq!(wrong, [Notice::UnknownCommand { command: "clsoe".to_owned(), nearest: vec!["#close".to_owned()] }]);
    }

    #[test]
    fn more_than_ten_are_refused_as_a_whole() {
        assert!(matches!(read_all(&"#open\n".repeat(10)), Some(Ok(_))));
        assert_eq!(read_all(&"#open\n".repeat(11)), Some(Err(vec![Notice::TooManyCommands { most: 10 }])));
    }

    #[test]
    fn a_note_may_begin_on_the_commands_own_line() {
        let commands = read_all("#note called him\nno answer").expect("some").expect("good");
        assert_eq!(commands.text, "called him\nno answer");
    }

    #[test]
    fn html_that_hides_something_gives_no_commands() {
        let mut hidden = mail("#close");
        hidden.plain = None;
        assert!(matches!(commands_of(&hidden), Some(Ok(_))));
        hidden.has_hidden_html = true;
        assert_eq!(commands_of(&hidden), Some(Err(vec![Notice::HiddenText])));
    }
}
