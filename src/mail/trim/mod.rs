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
mod closing;
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
    /// Value of its Reply-To field.
    pub(super) reply_to: String,
    /// It says of itself that it was forwarded.
    pub(super) is_forward: bool,
    /// The message under it is a forward again.
    pub(super) is_again: bool,
    /// What stands above it.
    pub(super) above: String,
    /// What stands below it.
    pub(super) below: String,
}

/// Whether a piece of text, in lower case and without the punctuation behind it, is one that letters end with.
pub(super) fn is_closing(piece: &str) -> bool {
    words::CLOSINGS.has(piece)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    New,
    Quote,
    Signature,
}

/// Whom a signature may name.
#[derive(Debug, Default)]
struct Sender {
    /// The words of his name, in lower case.
    names: Vec<String>,
    /// His address, in lower case; empty where it is not known.
    address: String,
}

impl Sender {
    fn new(text: &str) -> Self {
        let (name, address) = match text.rsplit_once('<') {
            Some((name, address)) => (name, address.trim_end_matches('>')),
            None => (text, ""),
        };
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
        Self { names: words.map(str::to_lowercase).take(6).collect(), address: address.trim().to_lowercase() }
    }
}

/// What begins at a line and reaches to the end.
struct Cut {
    at: usize,
    /// Where the text of the earlier message begins, behind its header.
    text_at: usize,
    /// Somebody may want to read it all the same: a forward, or a header of two fields only.
    is_doubtful: bool,
}

/// Splits a text. `marks` come from HTML; `sender` is the display name of who wrote it and perhaps his address, which its
/// signature repeats.
pub(super) fn split(text: &str, marks: &[(usize, Mark)], sender: &str) -> Trimmed {
    let lines: Vec<&str> = text.lines().collect();
    let looked_at = lines.get(..limit::TRIM_LINES).unwrap_or(&lines);
    let sender = Sender::new(sender);
    let mut classes = vec![Class::New; looked_at.len()];
    let mut confidence = TrimConfidence::Sure;

    let mut from = 0;
    let mut has_raw = false;
    let mut cut = mark_quotes(looked_at, from, marks, &mut classes, &mut has_raw);
    // A forward without a word of its own: the message it carries is read in its place, three deep at most.
    for _ in 0..3 {
        let Some(found) = cut.as_ref().filter(|cut| !has_new(looked_at, classes.get(..cut.at).unwrap_or_default())) else {
            break;
        };
        confidence = TrimConfidence::Doubtful;
        from = found.text_at.max(from + 1);
        set(&mut classes, 0, from, Class::New);
        cut = mark_quotes(looked_at, from, marks, &mut classes, &mut has_raw);
        let end = cut.as_ref().map_or(looked_at.len(), |cut| cut.at);
        if has_new(looked_at.get(from..end).unwrap_or_default(), classes.get(from..end).unwrap_or_default()) {
            break;
        }
    }
    sign_marked(marks, &mut classes);
    let end = cut.as_ref().map_or(looked_at.len(), |cut| cut.at);
    set(&mut classes, end, looked_at.len(), Class::Quote);
    if looked_at.iter().all(|line| is_blank(line)) {
        return assemble(&lines, &classes, TrimConfidence::Sure);
    }
    if !has_new(looked_at, &classes) {
        // Everything is quoted. A reply that only quotes says nothing; whatever else it may be is shown.
        confidence = TrimConfidence::Doubtful;
        if !is_only_quote(looked_at) {
            classes.fill(Class::New);
        }
        return assemble(&lines, &classes, confidence);
    }
    if cut.is_none() && keep_stray_quote(looked_at, &mut classes) {
        confidence = TrimConfidence::Doubtful;
    }
    settle_style(looked_at, end, &sender, &mut classes);
    let is_unannounced = cut.is_none() && hides_unannounced(looked_at, &classes);
    if cut.is_some_and(|cut| cut.is_doubtful || points_below(looked_at, cut.at))
        || has_raw
        || is_unannounced
        || lines.len() > looked_at.len()
    {
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
            let below = bare.iter().enumerate().skip(found.end).take(8).find(|(_, text)| !is_blank(text));
            let is_again = below.is_some_and(|(at, text)| {
                block::delimiter(text) == Some(Delimiter::Forward)
                    || block::starting_at(&bare, at).is_some_and(|next| !next.is_raw)
            });
            let end_of_remark = lines.iter().take(found.start).rposition(|text| block::delimiter(line::unquoted(text)).is_none());
            let join = |lines: &[&str]| lines.join("\n").trim().to_owned();
            return Some(InlineHeader {
                above: end_of_remark.and_then(|last| lines.get(..=last)).map(join).unwrap_or_default(),
                below: bare.get(found.end..).map(join).unwrap_or_default(),
                from: found.from,
                reply_to: found.reply_to,
                is_forward: found.is_forward || announced,
                is_again,
            });
        }
    }
    None
}

/// Classes quoted lines and attributions; returns the line from which on everything is quoted, if there is one.
/// `has_raw` becomes true where a pasted header looks like one of an earlier message.
fn mark_quotes(lines: &[&str], from: usize, marks: &[(usize, Mark)], classes: &mut [Class], has_raw: &mut bool) -> Option<Cut> {
    let mut at = from;
    while at < lines.len() {
        let Some(text) = lines.get(at) else { break };
        if is_marked(marks, at, Mark::QuoteToEnd) {
            let text_at = block::starting_at(lines, at).map_or(at, |block| block.end);
            return Some(Cut { at: above_rule(lines, at), text_at, is_doubtful: false });
        }
        if is_quoted(text) {
            set(classes, at, at + 1, Class::Quote);
            at += 1;
            continue;
        }
        if let Some(found) = block::delimiter(text) {
            let is_followed = lines.iter().skip(at + 1).any(|line| !is_blank(line));
            if is_followed && (at > 0 || found != Delimiter::ReplyAbove) {
                let text_at = block::below(lines, at).map_or(at + 1, |block| block.end);
                if attribution::quote_follows(lines, text_at) {
                    set(classes, at, text_at, Class::Quote);
                    at = text_at;
                    continue;
                }
                return Some(Cut { at, text_at, is_doubtful: found == Delimiter::Forward });
            }
        }
        if is_wrapped_quote(lines, at, classes) {
            set(classes, at, at + 1, Class::Quote);
            at += 1;
            continue;
        }
        if let Some(found) = block::starting_at(lines, at) {
            if found.is_raw {
                *has_raw = true;
                at = found.end.max(at + 1);
                continue;
            }
            let start = found.start.max(from);
            // Some people have their Outlook mark quotes, and then answer below or between them.
            if attribution::quote_follows(lines, found.end) {
                set(classes, start, found.end, Class::Quote);
                at = found.end;
                continue;
            }
            return Some(Cut { at: start, text_at: found.end, is_doubtful: found.is_forward || found.is_thin });
        }
        if let Some(found) = attribution::ending_at(lines, at).filter(|found| found.start >= from) {
            if !found.is_followed_by_quote && lines.iter().skip(at + 1).any(|line| !is_blank(line)) {
                return Some(Cut { at: found.start, text_at: found.end + 1, is_doubtful: found.is_thin });
            }
            // With the `[...]` that may stand before the first quoted line.
            let quote = lines.iter().enumerate().skip(found.end + 1).take(8).find(|(_, line)| is_quoted(line));
            set(classes, found.start, quote.map_or(found.end + 1, |(quote, _)| quote), Class::Quote);
            at = found.end;
        } else if is_marked(marks, at, Mark::Attribution) {
            at = by_mark(lines, at, classes);
            continue;
        }
        at += 1;
    }
    None
}

/// Whether the HTML sets a mark at a line. The marks are in the order of their lines.
fn is_marked(marks: &[(usize, Mark)], at: usize, mark: Mark) -> bool {
    let first = marks.partition_point(|(line, _)| *line < at);
    // More marks on one line than any program sets say nothing more.
    marks.iter().skip(first).take(50).take_while(|(line, _)| *line == at).any(|(_, found)| *found == mark)
}

/// The tail of a quoted line that a mail program broke without repeating the quote mark: it stands directly between quoted
/// lines, the one above is long, and it goes on in small letters.
fn is_wrapped_quote(lines: &[&str], at: usize, classes: &[Class]) -> bool {
    let Some(above) = at.checked_sub(1) else { return false };
    classes.get(above) == Some(&Class::Quote)
        && lines.get(above).is_some_and(|line| is_quoted(line) && line.len() >= 60)
        && lines.get(at).is_some_and(|line| line.starts_with(char::is_lowercase) && line.len() <= 80)
        && lines.get(at + 1).is_some_and(|line| is_quoted(line))
}

/// A line with `>` that nothing announces, right under a line of text, the only one of its kind: "> 5 users see it".
fn keep_stray_quote(lines: &[&str], classes: &mut [Class]) -> bool {
    let mut quoted = classes.iter().enumerate().filter(|(_, class)| **class == Class::Quote);
    let (Some((at, _)), None) = (quoted.next(), quoted.next()) else { return false };
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    let is_attached = above.is_some_and(|line| !is_blank(line)) && lines.get(at).is_some_and(|line| is_quoted(line));
    if is_attached {
        set(classes, at, at + 1, Class::New);
    }
    is_attached
}

/// A line or two with `>` at the end that nothing announces: a quote, or somebody's own figures.
fn hides_unannounced(lines: &[&str], classes: &[Class]) -> bool {
    let quoted = classes.iter().filter(|class| **class == Class::Quote).take(4).count();
    if !(1..=3).contains(&quoted) {
        return false;
    }
    // Above the quote, or inside it as telephones do.
    let announces = |line: &str| {
        !is_blank(line) && !is_quoted(line) || line::has_address(line::head(line)) || line::has_date(line::head(line))
    };
    !classes.iter().zip(lines).any(|(class, line)| *class == Class::Quote && announces(line))
}

/// "My answers are below, in red": then the cut takes away what the person wrote.
fn points_below(lines: &[&str], end: usize) -> bool {
    let above: Vec<String> =
        lines.iter().take(end).filter(|line| !is_blank(line)).take(12).map(|line| line::head(line).to_lowercase()).collect();
    above.len() < 12
        && above.iter().any(|line| {
            line.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| words::BELOW.has(word))
                || words::BELOW_PHRASES.is_in(line)
        })
}

/// An attribution and then nothing but quoted lines.
fn is_only_quote(lines: &[&str]) -> bool {
    let Some(first) = lines.iter().position(|line| !is_blank(line)) else { return false };
    let announced = (first..lines.len()).take(4).find_map(|end| attribution::ending_at(lines, end));
    announced
        .filter(|found| found.start == first && found.is_followed_by_quote)
        .is_some_and(|found| lines.iter().skip(found.end + 1).all(|line| is_blank(line) || is_quoted(line)))
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
fn settle_style(lines: &[&str], end: usize, sender: &Sender, classes: &mut [Class]) {
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
            let is_last = lines.iter().skip(run.end).all(|line| is_blank(line));
            sign(lines, *run, sender, is_last, classes);
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
fn is_all_signature(lines: &[&str], run: Run, sender: &Sender) -> bool {
    let stretch = lines.get(run.start..run.end).unwrap_or_default();
    let first = stretch.iter().find(|line| !is_blank(line)).copied().unwrap_or_default();
    if matches!(first.trim(), "--" | "—") || line::is_rule(first, 5) || signature::is_sent_from(first) {
        return stretch.iter().filter(|line| !is_blank(line)).count() <= 20;
    }
    // A sentence above it makes the trimmer see the stretch as what follows a message.
    let mut with_text = vec!["This stands above it, as a sentence.", ""];
    with_text.extend(stretch);
    // A bare name below a quote may be the answer: "Who ordered it?" "Smith".
    signature::begins_at(&with_text, sender, false) <= 2
}

fn sign(lines: &[&str], run: Run, sender: &Sender, is_last: bool, classes: &mut [Class]) {
    let stretch = lines.get(run.start..run.end).unwrap_or_default();
    let begin = signature::begins_at(stretch, sender, is_last);
    // "P.S." stands below the signature and is no part of it.
    let after = stretch.iter().enumerate().skip(begin).find(|(_, line)| closing::is_postscript(line));
    if let Some((after, _)) = after {
        let rest = stretch.get(after..).unwrap_or_default();
        let again = signature::begins_at(rest, sender, is_last);
        set(classes, run.start + begin, run.start + after, Class::Signature);
        set(classes, run.start + after + again, run.end, Class::Signature);
        return;
    }
    for slot in classes.iter_mut().take(run.end).skip(run.start + begin).filter(|slot| **slot == Class::New) {
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
