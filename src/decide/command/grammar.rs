//! A block of commands at the top of a mail.
//!
//! `#name argument`, ASCII, in column 0, only the first unbroken block of lines of the plain-text part, at most ten, all or
//! nothing. What merely looks like a command runs nothing and sends nothing: it must not end up in a customer's mail.

use crate::base::{TicketId, limit};
use crate::domain::Notice;
use crate::mail::Mail;
use crate::policy::Policy;

use super::super::facts::Question;
use super::order::{Order, Risk, Scope};
use super::status::number;
use super::table::{by_name, unknown};

/// The commands of a mail, and the text that follows them.
#[derive(Debug, Default)]
pub struct Commands {
    /// In order.
    pub list: Vec<Command>,
    /// The rest of the new text.
    pub text: String,
}

/// One command.
#[derive(Debug)]
pub struct Command {
    /// As it was typed, for the history.
    pub typed: String,
    /// Its name, lower case, without `#`.
    pub name: &'static str,
    /// How much harm it can do.
    pub risk: Risk,
    /// What it orders.
    pub(in crate::decide) order: Box<dyn Order>,
}

impl Commands {
    /// What they must know of the state.
    pub fn questions(&self) -> Vec<Question> {
        self.list.iter().flat_map(|command| command.order.asks()).collect()
    }

    /// How much harm the most harmful of them can do, and its name; none where there is none.
    pub(in crate::decide) fn riskiest(&self, policy: &Policy) -> Option<(Risk, &'static str)> {
        let risks = self.list.iter().map(|command| (command.order.risk_here(command.risk, policy), command.name));
        risks.max_by_key(|(risk, _)| *risk)
    }

    /// Are they orders that are about no ticket, and nothing else?
    pub(in crate::decide) fn are_about_no_ticket(&self) -> bool {
        self.text.trim().is_empty() && self.list.iter().all(|command| command.order.scope() != Scope::Ticket)
    }

    /// The ticket that the one command names.
    pub(in crate::decide) fn named_ticket(&self) -> Option<TicketId> {
        let [one] = self.list.as_slice() else { return None };
        one.typed.split_once([' ', '\t']).and_then(|(_, argument)| number(argument.trim()))
    }

    /// Are they this one command and nothing else?
    pub(in crate::decide) fn are_only(&self, name: &str) -> bool {
        self.text.trim().is_empty() && matches!(self.list.as_slice(), [one] if one.name == name)
    }
}

/// The commands of a mail; none where it has none; what is wrong where a block of commands cannot be read.
pub fn commands_of(mail: &Mail) -> Option<Result<Commands, Vec<Notice>>> {
    let visible = mail.visible.trim_start_matches(['\n', '\r']);
    // A carriage return in the plain part ends no line (C13), so lines are not split or trimmed by it.
    let source = mail.plain.as_deref().unwrap_or(visible).trim_start_matches('\n');
    let lines = source.split('\n').map(|line| line.trim_end_matches([' ', '\t']));
    let block: Vec<&str> = lines.take_while(|line| looks_like_command(line)).collect();
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
    for line in &block {
        match read(line) {
            Ok(command) => list.push(command),
            Err(notice) => wrong.push(notice),
        }
    }
    if !wrong.is_empty() {
        return Some(Err(wrong));
    }
    // The trimmer worked on the same text: what follows the block in the new text is what was written.
    let after: Vec<&str> = visible.lines().skip_while(|line| line.trim().is_empty()).skip(block.len()).collect();
    Some(Ok(Commands { list, text: after.join("\n").trim_matches('\n').to_owned() }))
}

/// A line that is or wants to be a command: `#` in column 0 and a letter. What cannot be seen before it and look-alikes of `#`
/// count too, so that they are refused rather than sent to a customer (C06).
fn looks_like_command(line: &str) -> bool {
    let mut rest = line.trim_start_matches(cannot_be_seen).chars();
    matches!(rest.next(), Some('#' | '＃' | '﹟')) && rest.next().is_some_and(|c| c.is_alphabetic() || cannot_be_seen(c))
}

/// Characters that take no room: control characters, joiners, marks of direction and order, variation selectors, tags.
fn cannot_be_seen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Does it hold what cannot be seen, or look-alikes of ASCII, where the command stands? In its argument they may belong to a text;
/// control characters belong nowhere (C13).
fn is_disguised(line: &str) -> bool {
    let (name, argument) = line.split_once([' ', '\t']).map_or((line, ""), |(name, rest)| (name, rest.trim_matches([' ', '\t'])));
    let is_wide = |c: char| matches!(c, '\u{ff01}'..='\u{ff5e}' | '﹟');
    name.chars().any(|c| cannot_be_seen(c) || is_wide(c)) || argument.contains(char::is_control)
}

/// Reads one line.
pub(in crate::decide) fn read(line: &str) -> Result<Command, Notice> {
    if is_disguised(line) {
        let line = line.chars().filter(|c| !cannot_be_seen(*c)).collect();
        return Err(Notice::HiddenCharacters { line });
    }
    let Some(body) = line.strip_prefix('#') else { return Err(unknown(line)) };
    let (name, argument) = body.split_once([' ', '\t']).map_or((body, ""), |(name, rest)| (name, rest.trim()));
    if !name.is_ascii() {
        return Err(unknown(name));
    }
    let name = name.to_ascii_lowercase();
    let Some(family) = by_name(&name) else { return Err(unknown(&name)) };
    let Some(order) = (family.read)(argument) else {
        return Err(Notice::BadArgument { command: name, argument: argument.to_owned(), example: family.example.to_owned() });
    };
    Ok(Command { typed: line.to_owned(), name: family.name, risk: order.risk(family.risk), order })
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
            assert!(read_all(text).is_none(), "{text}");
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
    fn what_cannot_be_seen_is_told_and_never_carried_out() {
        for text in [
            "\u{feff}#close",
            "\u{200b}#close",
            "#clo\u{200d}se",
            "＃close",
            "#ｃlose",
            "\0#close",
            "#cl\0ose",
            "\r#close",
            "#close\r",
            "#close\r#spam",
            "#tag +a\u{1b}[0m",
            "#tag +a\t+b",
            "#note\n#tag +a\rb\n#close",
        ] {
            let Some(Err(wrong)) = read_all(text) else { panic!("{text:?} is not refused") };
            assert!(matches!(wrong.as_slice(), [Notice::HiddenCharacters { .. }]), "{text:?}: {wrong:?}");
        }
        let Some(Err(wrong)) = read_all("\u{feff}#close\r\0") else { unreachable!("refused") };
        assert_eq!(wrong, [Notice::HiddenCharacters { line: "#close".to_owned() }]);
        // Below the block they are the text's own affair, as is a joiner in an argument: some scripts need it.
        assert!(matches!(read_all("#note\n\nSee\u{200b} this."), Some(Ok(_))));
        assert!(matches!(read_all("#remind 3d می\u{200c}خواهم"), Some(Ok(_))));
        assert!(matches!(read_all("#assign\tme"), Some(Ok(_))));
        assert!(read_all("\u{feff}Dear Ann, it is #close to done.").is_none());
    }

    #[test]
    fn more_than_ten_are_refused_as_a_whole() {
        assert!(matches!(read_all(&"#open\n".repeat(10)), Some(Ok(_))));
        let Some(Err(wrong)) = read_all(&"#open\n".repeat(11)) else { unreachable!("refused") };
        assert_eq!(wrong, [Notice::TooManyCommands { most: 10 }]);
    }

    #[test]
    fn html_that_hides_something_gives_no_commands() {
        let mut hidden = mail("#close");
        hidden.plain = None;
        assert!(matches!(commands_of(&hidden), Some(Ok(_))));
        hidden.has_hidden_html = true;
        let Some(Err(wrong)) = commands_of(&hidden) else { unreachable!("refused") };
        assert_eq!(wrong, [Notice::HiddenText]);
    }
}
