//! What the demonstration prints: who wrote what, what became of it, who was told what, and where the files lie.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::base::{clip, one_line};
use crate::mail::{Addressee, Mail};

use super::super::exit::Failure;
use super::player::{Example, LetterLine};
use super::script::Step;

/// Lines of a message or letter that are shown.
const LINES: usize = 14;
/// Characters of such a line, and of a subject.
const WIDTH: usize = 100;

/// The teller.
pub(super) struct Story<'a> {
    out: &'a mut dyn Write,
    directory: PathBuf,
    steps: usize,
}

impl<'a> Story<'a> {
    pub(super) fn new(out: &'a mut dyn Write, directory: &Path) -> Self {
        Self { out, directory: directory.to_owned(), steps: 0 }
    }

    /// Where everything lies.
    pub(super) fn opening(&mut self, is_new: bool) -> Result<(), Failure> {
        let home = self.directory.display().to_string();
        let begins = if is_new { "A new desk is open" } else { "The desk of an earlier demonstration is open again" };
        self.print(&format!(
            "{begins} in {home}.\n\n\
             \x20 its configuration   {home}/desk.toml, staff.toml, routing.toml, service.toml\n\
             \x20 mail comes in       {home}/mail/support/new   (where a mail server would put it)\n\
             \x20 mail goes out       {home}/mail/out/new       (from where a mail server would send it)\n\
             \x20 its log             {home}/maildesk.log\n\n\
             Letter 7 is the file {home}/mail/out/new/0000000007.*\n"
        ))
    }

    /// A step and the message it brings.
    pub(super) fn step(&mut self, step: &Step, mail: &Mail) -> Result<(), Failure> {
        self.steps = self.steps.saturating_add(1);
        self.print(&format!("\n{:>2}. {}\n", self.steps, step.tells))?;
        self.message(mail)
    }

    /// A message that somebody has dropped.
    pub(super) fn arrival(&mut self, mail: &Mail) -> Result<(), Failure> {
        self.print("\n")?;
        self.message(mail)
    }

    fn message(&mut self, mail: &Mail) -> Result<(), Failure> {
        let from = mail.from.as_ref().map_or_else(|| "nobody".to_owned(), person);
        let mut text = format!("    {from}: {}\n", clip(&mail.subject, WIDTH));
        excerpt(&mut text, mail.visible.lines());
        // What a delivery report carries is no file of anybody's.
        for file in mail.attachments.iter().filter(|_| mail.bounce.is_none()) {
            text.push_str(&format!("    [{}, {} bytes]\n", one_line(&file.name, WIDTH), file.content.len()));
        }
        self.print(&text)
    }

    /// What became of a message.
    pub(super) fn outcome(&mut self, disposition: &str, mail: &Mail, number: u32, ticket: &Value) -> Result<(), Failure> {
        let text = |name: &str| ticket.get(name).and_then(Value::as_str).unwrap_or("none").to_owned();
        let (status, priority) = (text("status"), text("priority"));
        let what = match disposition {
            "opened" => {
                let (team, assignee) = (text("team"), text("assignee"));
                format!("opened ticket #{number}: priority {priority}, team {team}, assigned to {assignee}")
            }
            "appended" => format!("added to ticket #{number}, which is {status}"),
            "commanded" => format!("ticket #{number} is {status}"),
            "held" => format!("held: nothing of it was carried out, ticket #{number} is {status} as before"),
            "bounced" => format!("a delivery report about ticket #{number}"),
            other => format!("{other}, ticket #{number} is {status}"),
        };
        let kind = if mail.kind.as_str() == "human" { String::new() } else { format!(" ({})", mail.kind) };
        self.print(&format!("    => {what}{kind}\n"))
    }

    /// What became of messages that were dropped.
    pub(super) fn dispositions(&mut self, names: &str) -> Result<(), Failure> {
        self.print(&format!("    => {names}\n"))
    }

    /// A letter that was sent.
    pub(super) fn letter(&mut self, letter: &LetterLine, mail: &Mail) -> Result<(), Failure> {
        let subject = clip(&mail.subject, WIDTH);
        self.print(&format!("    letter {:<3} {:<17} {:<20} {subject}\n", letter.id, letter.kind, letter.to))
    }

    /// What a letter says, down to its lines about the ticket.
    pub(super) fn text(&mut self, letter: &LetterLine, mail: &Mail) -> Result<(), Failure> {
        let mut text = format!("    letter {} says:\n", letter.id);
        let lines = mail.text.lines().filter(|line| !line.starts_with("===")).skip_while(|line| line.trim().is_empty());
        excerpt(&mut text, lines.take_while(|line| !line.starts_with("-----")));
        self.print(&text)
    }

    /// What came out otherwise than it must.
    pub(super) fn problems(&mut self, problems: &[String]) -> Result<(), Failure> {
        for problem in problems {
            self.print(&format!("    UNEXPECTED: {problem}\n"))?;
        }
        Ok(())
    }

    /// The list of tickets.
    pub(super) fn tickets(&mut self, list: &str) -> Result<(), Failure> {
        let command = self.command();
        self.print(&format!("\n$ {command} ticket list\n{list}"))
    }

    /// Whether everything ended as it must.
    pub(super) fn verdict(&mut self, is_new: bool, steps: usize, unexpected: usize) -> Result<(), Failure> {
        match (is_new, unexpected) {
            (false, _) => Ok(()),
            (true, 0) => self.print(&format!("\nAll {steps} steps ended as they must.\n")),
            (true, _) => self.print(&format!("\n{unexpected} of {steps} steps did not end as they must.\n")),
        }
    }

    /// How to try the desk.
    pub(super) fn invitation(&mut self, example: Option<&Example>) -> Result<(), Failure> {
        let (home, program, command) = (self.directory.display().to_string(), program(), self.command());
        self.print(&format!(
            "\nThe desk stays open. Write to it yourself, from a second terminal:\n\n{}",
            heredoc(&home, "my-message", "You <you@example.com>", "support@example.org", "A question", "When are you open?")
        ))?;
        if let Some(Example { from, reply_to, ticket }) = example {
            self.print(&format!(
                "\nOr answer as an agent, by the reply address of a letter to that agent; it holds for this ticket and this agent:\n\n{}",
                heredoc(&home, "my-answer", from, reply_to, &format!("Re: [#{ticket}]"), "Thank you, I am looking into it.")
            ))?;
        }
        self.print(&format!(
            "\nAsk the desk:\n\n    {command} ticket show 1\n    {command} explain 1\n    {command} status\n\n\
             Ctrl-C closes it; `{program} demo {home}` opens it again; `rm -r {home}` forgets it. What comes from now on:\n"
        ))
    }

    /// The desk was closed.
    pub(super) fn closed(&mut self) -> Result<(), Failure> {
        let home = self.directory.display().to_string();
        self.print(&format!("\nThe desk is closed; everything is in {home}.\n"))
    }

    fn command(&self) -> String {
        format!("{} --config {}", program(), self.directory.display())
    }

    /// At once: somebody is watching.
    fn print(&mut self, text: &str) -> Result<(), Failure> {
        let write = |out: &mut dyn Write| -> io::Result<()> {
            out.write_all(text.as_bytes())?;
            out.flush()
        };
        write(self.out).map_err(Failure::output)
    }
}

/// This program as it was called.
fn program() -> String {
    std::env::args().next().unwrap_or_else(|| "maildesk".to_owned())
}

fn person(who: &Addressee) -> String {
    if who.name.is_empty() { who.address.clone() } else { format!("{} <{}>", who.name, who.address) }
}

/// The first lines, set off and wrapped; a mark where there are more.
fn excerpt<'a>(text: &mut String, lines: impl Iterator<Item = &'a str>) {
    let mut lines: Vec<_> = lines.map(str::trim_end).flat_map(wrap).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    for line in lines.iter().take(LINES) {
        text.push_str(format!("    | {line}").trim_end());
        text.push('\n');
    }
    if lines.len() > LINES {
        text.push_str("    | …\n");
    }
}

/// A line in pieces that a terminal shows whole: a letter's paragraph is one line.
fn wrap(line: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for word in line.split_inclusive(' ') {
        let width = |text: &str| text.trim_end().chars().count();
        if let Some(piece) = pieces.last_mut() {
            if piece.is_empty() || width(&format!("{piece}{word}")) <= WIDTH {
                piece.push_str(word);
            } else {
                pieces.push(word.to_owned());
            }
        }
    }
    pieces
}

/// Commands that put a message into the Maildir, whole or not at all: it is written in `tmp` and then moved.
fn heredoc(home: &str, name: &str, from: &str, to: &str, subject: &str, words: &str) -> String {
    format!(
        "cat > {home}/mail/support/tmp/{name} <<'EOF'\nFrom: {from}\nTo: {to}\nSubject: {subject}\n\n{words}\nEOF\n\
         mv {home}/mail/support/tmp/{name} {home}/mail/support/new/{name}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_wrapped_between_words() {
        let line = "word ".repeat(50);
        let pieces = wrap(&line);
        assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.trim_end().chars().count() <= WIDTH));
        assert_eq!(pieces.concat(), line);
        assert_eq!(wrap(""), [""]);
    }
}
