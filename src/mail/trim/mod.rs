//! Splits a text into what is new, what is quoted and what is signature, line by line and in linear time.
//!
//! Losing a new word is the costlier error (a person said it; nobody will look for it), so a cut wants two signs that agree,
//! and a message is never cut to nothing. The style of the reply is found first:
//!
//! * *top*: new text, then earlier messages to the end: those are cut;
//! * *bottom*: one quote, then new text: the quote is cut;
//! * *between*: answers among the quotes: both are shown, because either alone says nothing;
//! * *forward*: a foreign message under nothing or a few words: with words above, the foreign part counts as quoted; with
//!   none, all of it is shown. Signatures and footers are never part of the new text.

mod attribution;
mod block;
mod line;
mod signature;
mod words;

use crate::base::limit;

use super::html::Mark;
use super::model::TrimConfidence;
use block::Delimiter;
use line::{is_blank, is_quoted};

/// A text, split.
#[derive(Clone, Debug, Default)]
pub(super) struct Trimmed {
    pub(super) visible: String,
    pub(super) quoted: String,
    pub(super) signature: String,
    pub(super) confidence: TrimConfidence,
}

/// The header block of a forwarded message inside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct InlineHeader {
    /// Value of its From field.
    pub(super) from: String,
    /// It says of itself that it was forwarded.
    pub(super) is_forward: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    New,
    Quote,
    Signature,
}

/// What begins at a line and reaches to the end.
struct Cut {
    at: usize,
    is_forward: bool,
}

/// Splits a text. `marks` come from HTML; `sender` is the display name of who wrote it, which its signature repeats.
pub(super) fn split(text: &str, marks: &[(usize, Mark)], sender: &str) -> Trimmed {
    let lines: Vec<&str> = text.lines().collect();
    let looked_at = lines.get(..limit::TRIM_LINES).unwrap_or(&lines);
    let sender: Vec<String> =
        sender.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 1).map(str::to_lowercase).take(6).collect();
    let mut classes = vec![Class::New; looked_at.len()];
    let mut confidence = TrimConfidence::Sure;

    let cut = mark_quotes(looked_at, marks, &mut classes);
    sign_marked(marks, &mut classes);
    let end = cut.as_ref().map_or(looked_at.len(), |cut| cut.at);
    for class in classes.iter_mut().skip(end) {
        *class = Class::Quote;
    }
    if !has_new(looked_at, &classes) {
        // Nothing but quotes: a forward without a word, or a reply that is all inside. Everything is shown.
        confidence = TrimConfidence::Doubtful;
        classes.fill(Class::New);
        let forward_end = classes.len();
        sign(looked_at, 0, forward_end, &sender, &mut classes);
        if !has_new(looked_at, &classes) {
            classes.fill(Class::New);
        }
        return assemble(&lines, &classes, confidence);
    }
    settle_style(looked_at, end, &sender, &mut classes);
    if cut.is_some_and(|cut| cut.is_forward) || lines.len() > looked_at.len() {
        confidence = TrimConfidence::Doubtful;
    }
    assemble(&lines, &classes, confidence)
}

/// The first header block of an earlier message in a text.
pub(super) fn inline_header(text: &str) -> Option<InlineHeader> {
    let lines: Vec<&str> = text.lines().take(limit::TRIM_LINES).collect();
    let bare: Vec<&str> = lines.iter().map(|text| line::unquoted(text)).collect();
    let mut announced = false;
    for at in 0..bare.len() {
        announced |= bare.get(at).and_then(|text| block::delimiter(text)) == Some(Delimiter::Forward);
        if let Some(found) = block::starting_at(&bare, at).filter(|found| !found.from.is_empty()) {
            return Some(InlineHeader { from: found.from, is_forward: found.is_forward || announced });
        }
    }
    None
}

/// Classes quoted lines and attributions; returns the line from which on everything is quoted, if there is one.
fn mark_quotes(lines: &[&str], marks: &[(usize, Mark)], classes: &mut [Class]) -> Option<Cut> {
    let mut at = 0;
    while at < lines.len() {
        let Some(text) = lines.get(at) else { break };
        if marks.iter().any(|(line, mark)| *line == at && *mark == Mark::QuoteToEnd) {
            return Some(Cut { at: above_rule(lines, at), is_forward: false });
        }
        if is_quoted(text) {
            set(classes, at, at + 1, Class::Quote);
            at += 1;
            continue;
        }
        if let Some(found) = block::delimiter(text) {
            let is_followed = lines.iter().skip(at + 1).any(|line| !is_blank(line));
            if is_followed && (at > 0 || found != Delimiter::ReplyAbove) {
                return Some(Cut { at, is_forward: found == Delimiter::Forward });
            }
        }
        if let Some(found) = block::starting_at(lines, at) {
            return Some(Cut { at: found.start, is_forward: found.is_forward });
        }
        if let Some(found) = attribution::ending_at(lines, at) {
            if !found.is_followed_by_quote && lines.iter().skip(at + 1).any(|line| !is_blank(line)) {
                return Some(Cut { at: found.start, is_forward: false });
            }
            set(classes, found.start, found.end + 1, Class::Quote);
        } else if marks.iter().any(|(line, mark)| *line == at && *mark == Mark::Attribution) {
            at = by_mark(lines, at, classes);
            continue;
        }
        at += 1;
    }
    None
}

/// An attribution that the HTML marks, in whatever language: up to the first quoted line, if one follows soon.
fn by_mark(lines: &[&str], at: usize, classes: &mut [Class]) -> usize {
    let ahead = lines.iter().enumerate().skip(at).take(8).find(|(_, line)| is_quoted(line));
    match ahead {
        Some((quote, _)) if quote > at => {
            set(classes, at, quote, Class::Quote);
            quote
        }
        _ => at + 1,
    }
}

/// The rule that Outlook draws above a header.
fn above_rule(lines: &[&str], at: usize) -> usize {
    let above = lines.iter().enumerate().take(at).rev().take(3).find(|(_, line)| !is_blank(line));
    above.filter(|(_, text)| line::is_rule(text, 3)).map_or(at, |(rule, _)| rule)
}

fn set(classes: &mut [Class], from: usize, to: usize, class: Class) {
    for slot in classes.iter_mut().take(to).skip(from) {
        *slot = class;
    }
}

/// Signatures that the HTML marks.
fn sign_marked(marks: &[(usize, Mark)], classes: &mut [Class]) {
    let mut start = None;
    for (at, mark) in marks {
        match (mark, start) {
            (Mark::SignatureStart, None) => start = Some(*at),
            (Mark::SignatureEnd, Some(from)) => {
                for slot in classes.iter_mut().take(*at).skip(from).filter(|slot| **slot == Class::New) {
                    *slot = Class::Signature;
                }
                start = None;
            }
            _ => {}
        }
    }
}

fn has_new(lines: &[&str], classes: &[Class]) -> bool {
    lines.iter().zip(classes).any(|(line, class)| *class == Class::New && !is_blank(line))
}

/// A stretch of lines of one kind.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
    is_quote: bool,
}

/// Finds the style of the reply before `end`, shows quotes that answers stand among, and takes off signatures.
fn settle_style(lines: &[&str], end: usize, sender: &[String], classes: &mut [Class]) {
    let runs = runs(lines, end, classes);
    let is_new = |run: &Run| !run.is_quote;
    let Some(last_new) = runs.iter().rposition(is_new) else { return };
    let Some(first_new) = runs.iter().position(is_new) else { return };
    // The last new stretch may be nothing but a signature under a top reply.
    let last = runs.get(last_new).copied().unwrap_or(Run { start: 0, end, is_quote: false });
    let only_signature = last_new > first_new && is_all_signature(lines, last, sender);
    let answered_until = match only_signature {
        true => {
            set(classes, last.start, last.end, Class::Signature);
            runs.iter().take(last_new).rposition(is_new).unwrap_or(first_new)
        }
        false => last_new,
    };
    for (position, run) in runs.iter().enumerate().filter(|(_, run)| !run.is_quote) {
        let is_last_answer = position == answered_until;
        let before_quote = position == first_new && runs.len() > 1;
        if is_last_answer || before_quote && !is_between(lines, &runs, answered_until) {
            sign(lines, run.start, run.end, sender, classes);
        }
    }
    if is_between(lines, &runs, answered_until) {
        let first_quote = runs.iter().position(|run| run.is_quote).unwrap_or_default();
        for run in runs.iter().take(answered_until).skip(first_quote).filter(|run| run.is_quote) {
            set(classes, run.start, run.end, Class::New);
        }
    }
}

/// Answers among quotes: new text after a quote, and either more quotes between or more than a greeting before.
fn is_between(lines: &[&str], runs: &[Run], answered_until: usize) -> bool {
    let before = runs.iter().take(answered_until);
    let quotes = before.clone().filter(|run| run.is_quote).count();
    let said_before: usize = before
        .take_while(|run| !run.is_quote)
        .map(|run| lines.iter().take(run.end).skip(run.start).map(|line| line::words(line, 20)).sum::<usize>())
        .sum();
    quotes >= 2 || quotes == 1 && said_before > 4
}

/// Stretches of quoted and other lines; blank lines belong to what stands before them.
fn runs(lines: &[&str], end: usize, classes: &[Class]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, (text, class)) in lines.iter().zip(classes).enumerate().take(end) {
        let is_quote = *class == Class::Quote;
        match runs.last_mut() {
            Some(run) if is_blank(text) || run.is_quote == is_quote => run.end = at + 1,
            None if is_blank(text) => {}
            _ => runs.push(Run { start: at, end: at + 1, is_quote }),
        }
    }
    runs
}

/// Whether nothing of a stretch is left when its signature is gone.
fn is_all_signature(lines: &[&str], run: Run, sender: &[String]) -> bool {
    let stretch = lines.get(run.start..run.end).unwrap_or_default();
    let first = stretch.iter().find(|line| !is_blank(line)).copied().unwrap_or_default();
    if matches!(first.trim(), "--" | "—") || line::is_rule(first, 5) || signature::is_sent_from(first) {
        return stretch.iter().filter(|line| !is_blank(line)).count() <= 20;
    }
    // A sentence above it makes the trimmer see the stretch as what follows a message.
    let mut with_text = vec!["This stands above it, as a sentence.", ""];
    with_text.extend(stretch);
    signature::begins_at(&with_text, sender) <= 2
}

fn sign(lines: &[&str], from: usize, to: usize, sender: &[String], classes: &mut [Class]) {
    let stretch = lines.get(from..to).unwrap_or_default();
    let begin = signature::begins_at(stretch, sender);
    for slot in classes.iter_mut().take(to).skip(from + begin).filter(|slot| **slot == Class::New) {
        *slot = Class::Signature;
    }
}

/// Puts the lines of each class together. Lines beyond those looked at follow the last class, so that no word is lost.
fn assemble(lines: &[&str], classes: &[Class], confidence: TrimConfidence) -> Trimmed {
    let mut visible: Vec<&str> = Vec::new();
    let mut quoted: Vec<&str> = Vec::new();
    let mut signature: Vec<&str> = Vec::new();
    let rest = match classes.last() {
        Some(Class::Quote) => Class::Quote,
        _ => Class::New,
    };
    for (at, line) in lines.iter().enumerate() {
        match classes.get(at).copied().unwrap_or(rest) {
            Class::New => visible.push(line.trim_end()),
            Class::Quote => quoted.push(line.trim_end()),
            Class::Signature => signature.push(line.trim_end()),
        }
    }
    Trimmed { visible: join(&visible), quoted: join(&quoted), signature: join(&signature), confidence }
}

/// Lines as a text without blank lines around it.
fn join(lines: &[&str]) -> String {
    let start = lines.iter().position(|line| !is_blank(line)).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !is_blank(line)).map_or(start, |last| last + 1);
    lines.get(start..end).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests;
