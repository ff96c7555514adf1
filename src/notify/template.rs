//! Compiled templates.
//!
//! A language is four layers, the later over the earlier: English built in, English of the admin, the language built in,
//! the language of the admin. Rendering never fails: what an own template cannot render the built-in one does, which the
//! tests prove for every letter; and should even that fail, the text goes out without any template.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::LazyLock;

use handlebars::{Context, Handlebars, RenderError, RenderErrorReason, Template, TemplateError, no_escape};
use serde::Serialize;

use crate::base::{any_byte, limit, one_line};
use crate::domain::LetterKind;

use super::clean::clean;
use super::word::{self, Language};
use super::{Model, builtin, flatten, helper, sample, structure};

/// How the first line of every letter to staff about a ticket begins, before the ticket's number and another ` ===`.
/// Everything below such a line (after quote marks and spaces) is ours, not the writer's.
pub const REPLY_MARK: &str = "=== #";

/// What the first line of a text template says before the subject.
const SUBJECT: &str = "Subject:";

/// All templates, compiled.
#[derive(Debug)]
pub struct Templates {
    /// The languages in which an admin has templates of his own.
    own: BTreeMap<String, Registers>,
}

/// A template that does not compile or does not render.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// `de/reply.txt`
    pub file: String,
    /// Line, from 1, where known.
    pub line: Option<usize>,
    /// Column, from 1, where known.
    pub column: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for place in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{place}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// A rendered letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// On one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same as HTML; absent where an admin has rewritten the text alone, so that the two never disagree.
    pub html: Option<String>,
}

/// The compiled templates of one language.
#[derive(Debug)]
struct Registers {
    text: Handlebars<'static>,
    html: Handlebars<'static>,
}

/// What the program brings along, compiled once.
static BUILT_IN: LazyLock<BTreeMap<String, Registers>> = LazyLock::new(|| {
    let own = BTreeMap::new();
    let languages: BTreeSet<&str> = builtin::all().map(|(language, ..)| language).collect();
    // The tests prove that there are no problems with them.
    languages.into_iter().map(|language| (language.to_owned(), Registers::flat(&layers(language, &own)))).collect()
});

impl Templates {
    /// The built-in templates with an admin's own in place of some, by `language/file`.
    ///
    /// # Errors
    /// Every template that does not compile, or fails on the samples.
    pub fn load(own: &BTreeMap<String, String>) -> Result<Self, Vec<TemplateProblem>> {
        let mut problems = Vec::new();
        let mut languages: BTreeMap<String, BTreeMap<&str, &str>> = BTreeMap::new();
        for (file, source) in own {
            match file.split_once('/') {
                Some((language, name)) if is_known(name) => {
                    languages.entry(language.to_ascii_lowercase()).or_default().insert(name, source);
                }
                _ => problems.push(TemplateProblem::whole(file, unknown_name())),
            }
        }
        let mut compiled = BTreeMap::new();
        for language in languages.keys() {
            let layers = layers(language, &languages);
            let (registers, mut found) = Registers::compile(&layers);
            if found.is_empty() {
                found = registers.try_samples(language);
            }
            if found.is_empty() {
                compiled.insert(language.clone(), Registers::flat(&layers));
            }
            problems.append(&mut found);
        }
        problems.sort_by(|a, b| (&a.file, a.line, &a.message).cmp(&(&b.file, b.line, &b.message)));
        problems.dedup();
        if problems.is_empty() { Ok(Self { own: compiled }) } else { Err(problems) }
    }

    /// Renders a letter in a language, or in English where there is none.
    pub fn render(&self, kind: LetterKind, language: &str, model: &Model) -> Rendered {
        let model = clean(kind, model);
        let tag = language.trim().to_ascii_lowercase();
        let primary = word::primary(&tag);
        let candidates = [(&tag, self.own.get(&tag)), (&primary, self.own.get(&primary)), (&primary, BUILT_IN.get(&primary))];
        let english = "en".to_owned();
        let fallbacks = [(&english, self.own.get(&english)), (&english, BUILT_IN.get(&english))];
        let rendered = candidates.into_iter().chain(fallbacks).find_map(|(language, registers)| {
            // A template that fails was tried with the samples when it was loaded; the next layer has the same letter.
            registers?.render(kind, language, &model).ok()
        });
        rendered.unwrap_or_else(|| bare(&model))
    }
}

impl Registers {
    /// Compiles the layers of one language; what does not compile is reported and left out.
    fn compile(layers: &Layers<'_>) -> (Self, Vec<TemplateProblem>) {
        let language = Language::of(layers.language);
        let register = |escape: fn(&str) -> String| {
            let mut register = Handlebars::new();
            register.set_strict_mode(true);
            register.register_escape_fn(escape);
            helper::register(&mut register, language);
            register
        };
        let mut registers = Self { text: register(no_escape), html: register(escape_html) };
        let mut problems = Vec::new();
        for (name, (file, source)) in &layers.files {
            if let Err(problem) = registers.add(name, file, source) {
                problems.push(problem);
            }
        }
        for (register, suffix) in [(&registers.text, ".txt"), (&registers.html, ".html")] {
            problems.extend(check_includes(register, suffix, layers));
        }
        if !problems.is_empty() {
            // An endless include must not be rendered, not even once.
            registers = Self { text: Handlebars::new(), html: Handlebars::new() };
        }
        (registers, problems)
    }

    /// Compiles the layers of one language with their includes written out, for rendering; a fault would be found in
    /// another place than it stands, so [`Registers::compile`] looks for those.
    fn flat(layers: &Layers<'_>) -> Self {
        let sources = flatten::flatten(&layers.files.iter().map(|(name, (_, source))| (*name, *source)).collect());
        let mut files = BTreeMap::new();
        for (name, (file, source)) in &layers.files {
            files.insert(*name, (file.clone(), sources.get(*name).map_or(*source, String::as_str)));
        }
        let flat = Layers { language: layers.language, files };
        match Self::compile(&flat) {
            (registers, problems) if problems.is_empty() => registers,
            _ => Self::compile(layers).0,
        }
    }

    fn add(&mut self, name: &str, file: &str, source: &str) -> Result<(), TemplateProblem> {
        if let Some(reason) = structure::refuse(source) {
            return Err(TemplateProblem::whole(file, reason));
        }
        let compile = |source: &str, lines_above: usize| {
            Template::compile(source).map_err(|error| TemplateProblem::compiling(file, &error, lines_above))
        };
        if let Some(stem) = name.strip_suffix(".html") {
            self.html.register_template(stem, named(compile(source, 0)?, file));
        } else if name.starts_with('_') {
            let stem = name.strip_suffix(".txt").unwrap_or(name);
            self.text.register_template(stem, named(compile(source, 0)?, file));
        } else {
            let stem = name.strip_suffix(".txt").unwrap_or(name);
            let (subject, body, lines_above) = split_subject(source).ok_or_else(|| {
                let problem = TemplateProblem::whole(file, format!("must begin with a line `{SUBJECT} …` and a blank line"));
                TemplateProblem { line: Some(1), ..problem }
            })?;
            self.text.register_template(&subject_of(stem), named(compile(subject, 0)?, file));
            self.text.register_template(stem, named(compile(body, lines_above)?, file));
        }
        Ok(())
    }

    fn render(&self, kind: LetterKind, language: &str, model: &Model) -> Result<Rendered, RenderError> {
        let context = Context::wraps(View { language, model })?;
        let name = kind.as_str();
        let subject = self.text.render_with_context(&subject_of(name), &context)?;
        let mut text = self.text.render_with_context(name, &context).map_err(below_subject)?;
        text.truncate(text.trim_end().len());
        text.push('\n');
        let html = self.html.has_template(name).then(|| self.html.render_with_context(name, &context)).transpose()?;
        Ok(Rendered { subject: one_line(&subject, limit::SUBJECT_CHARS), text, html })
    }

    /// Renders every letter with everything that a model may hold, and with next to nothing.
    fn try_samples(&self, language: &str) -> Vec<TemplateProblem> {
        let mut problems = Vec::new();
        for kind in LetterKind::ALL {
            for model in sample::variants(kind, language) {
                if let Err(error) = self.render(kind, language, &clean(kind, &model)) {
                    problems.push(TemplateProblem::rendering(language, kind, &error));
                    break;
                }
            }
        }
        problems
    }
}

impl TemplateProblem {
    fn whole(file: &str, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, column: None, message: message.into() }
    }

    fn compiling(file: &str, error: &TemplateError, lines_above: usize) -> Self {
        let (line, column) = error.pos().unzip();
        let message = one_line(&error.reason().to_string(), 300);
        Self { line: line.map(|line| line + lines_above), column, ..Self::whole(file, message) }
    }

    fn rendering(language: &str, kind: LetterKind, error: &RenderError) -> Self {
        let file = error.template_name.clone().unwrap_or_else(|| format!("{language}/{kind}"));
        let reason = match error.reason() {
            RenderErrorReason::MissingVariable(Some(name)) => {
                format!("there is no {name}; the built-in template of this letter shows what there is")
            }
            reason => reason.to_string(),
        };
        let message = format!("{} (found with a sample of {kind})", one_line(&reason, 300));
        Self { line: error.line_no, column: error.column_no, ..Self::whole(&file, message) }
    }
}

/// What templates see: the model, and the language they are rendered in.
#[derive(Serialize)]
struct View<'a> {
    language: &'a str,
    #[serde(flatten)]
    model: &'a Model,
}

/// The files of one language: by name, the file that won and its text.
struct Layers<'a> {
    language: &'a str,
    files: BTreeMap<&'a str, (String, &'a str)>,
}

fn layers<'a>(language: &'a str, own: &BTreeMap<String, BTreeMap<&'a str, &'a str>>) -> Layers<'a> {
    let mut files = BTreeMap::new();
    let primary = word::primary(language);
    let mut order = vec!["en"];
    order.extend([primary.as_str(), language].into_iter().filter(|tag| *tag != "en"));
    order.dedup();
    for tag in order {
        for (_, name, source) in builtin::all().filter(|(of, ..)| *of == tag) {
            files.insert(name, (format!("{tag}/{name}"), source));
        }
        for (name, source) in own.get(tag).into_iter().flatten() {
            files.insert(*name, (format!("{tag}/{name}"), *source));
            // Who rewrites the text alone wants that text to be seen: without HTML every reader shows it.
            if let Some(stem) = name.strip_suffix(".txt")
                && !stem.starts_with('_')
                && !own.get(tag).is_some_and(|own| own.contains_key(format!("{stem}.html").as_str()))
            {
                files.remove(format!("{stem}.html").as_str());
            }
        }
    }
    Layers { language, files }
}

/// Includes that lead nowhere, or back to themselves.
fn check_includes(register: &Handlebars<'static>, suffix: &str, layers: &Layers<'_>) -> Vec<TemplateProblem> {
    let file_of = |name: &str| {
        let name = format!("{}{suffix}", name.strip_prefix(SUBJECT).unwrap_or(name));
        layers.files.get(name.as_str()).map_or_else(|| name.clone(), |(file, _)| file.clone())
    };
    let mut problems = Vec::new();
    let mut graph = BTreeMap::new();
    for (name, template) in register.get_templates() {
        match structure::includes(template) {
            Err(reason) => problems.push(TemplateProblem::whole(&file_of(name), reason)),
            Ok(includes) => {
                for missing in includes.iter().filter(|part| !register.has_template(part)) {
                    let reason = format!("includes {missing}, but there is no file {missing}{suffix}");
                    problems.push(TemplateProblem::whole(&file_of(name), reason));
                }
                graph.insert(name.clone(), includes);
            }
        }
    }
    if let Some(name) = structure::cycle(&graph) {
        problems
            .push(TemplateProblem::whole(&file_of(&name), "includes itself, directly or by another file; take one include out"));
    }
    problems.sort_by(|a, b| (&a.file, &a.message).cmp(&(&b.file, &b.message)));
    problems
}

/// The letter without any template: nothing that somebody has to read gets lost.
fn bare(model: &Model) -> Rendered {
    let tag = model.ticket.as_ref().map(|ticket| format!("[#{}] {}", ticket.number, ticket.subject));
    let subject = tag.unwrap_or_else(|| model.subject.clone());
    let message = model.message.as_ref().map(|message| message.text.clone());
    let text = model.sentences.iter().cloned().chain(message).chain([model.unsent.clone(), model.desk.clone()]);
    let text: Vec<String> = text.filter(|part| !part.is_empty()).collect();
    let subject = if subject.is_empty() { model.desk.clone() } else { subject };
    Rendered { subject: one_line(&subject, limit::SUBJECT_CHARS), text: format!("{}\n", text.join("\n\n")), html: None }
}

/// What could be markup, or end an attribute's value, as entities. Handlebars' own goes character by character.
fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16 + 16);
    let mut rest = text;
    let is_special = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | b'`' | b'=');
    // Most of a text has none: it is gone through in pieces, and only one that has some byte by byte.
    let next_special = |text: &str| {
        let pieces = text.as_bytes().chunks(64).enumerate();
        let mut pieces = pieces.filter(|(_, piece)| any_byte(piece, is_special));
        let (number, piece) = pieces.next()?;
        Some(64 * number + piece.iter().position(|byte| is_special(*byte))?)
    };
    while let Some(at) = next_special(rest) {
        let Some((plain, special)) = rest.split_at_checked(at) else { break };
        out.push_str(plain);
        let mut characters = special.chars();
        out.push_str(match characters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            Some('\'') => "&#x27;",
            Some('`') => "&#x60;",
            _ => "&#x3D;",
        });
        rest = characters.as_str();
    }
    out.push_str(rest);
    out
}

fn named(mut template: Template, file: &str) -> Template {
    template.name = Some(file.to_owned());
    template
}

fn subject_of(kind: &str) -> String {
    format!("{SUBJECT}{kind}")
}

/// A text is compiled without the two lines above it; a part that it includes is compiled whole.
fn below_subject(mut error: RenderError) -> RenderError {
    let is_part = error.template_name.as_ref().is_some_and(|file| file.contains("/_"));
    error.line_no = error.line_no.map(|line| if is_part { line } else { line + 2 });
    error
}

/// Subject, text below it, and how many lines stand above that text.
fn split_subject(source: &str) -> Option<(&str, &str, usize)> {
    let (first, rest) = source.split_once('\n')?;
    let subject = first.strip_prefix(SUBJECT)?.trim();
    let (blank, body) = rest.split_once('\n').unwrap_or((rest, ""));
    (!subject.is_empty() && blank.trim().is_empty()).then_some((subject, body, 2))
}

/// Is it the name of a letter's template, or of a part?
fn is_known(name: &str) -> bool {
    let stem = name.strip_suffix(".txt").or_else(|| name.strip_suffix(".html"));
    stem.is_some_and(|stem| stem.starts_with('_') || LetterKind::ALL.iter().any(|kind| kind.as_str() == stem))
}

fn unknown_name() -> String {
    let kinds: Vec<&str> = LetterKind::ALL.iter().map(|kind| kind.as_str()).collect();
    format!(
        "is no template: name it LANGUAGE/LETTER.txt or .html, or _PART.txt for something to include; letters are {}",
        kinds.join(", ")
    )
}

#[cfg(test)]
mod tests;
