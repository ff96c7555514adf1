//! The few functions that templates may call: `lines`, `quote`, `list`, `word`, `span`, `answering`.

use handlebars::{Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderErrorReason};

use super::word::{self, Language};

/// What a function makes of its one value.
#[derive(Clone, Copy)]
enum Function {
    /// Escaped, with a `<br>` at each line end and indents kept: Outlook knows no `white-space: pre-wrap`.
    Lines,
    /// Each line after `> `.
    Quote,
    /// Words with commas between them.
    List,
    /// A state or priority in the reader's language.
    Word,
    /// `2d 3h` written out.
    Span,
    /// A subject as that of an answer: one `Re:` in front, however many there were.
    Answering,
}

struct Call {
    function: Function,
    language: Language,
}

/// Makes the functions known to templates of one language.
pub(super) fn register(handlebars: &mut Handlebars<'static>, language: Language) {
    let functions = [
        ("lines", Function::Lines),
        ("quote", Function::Quote),
        ("list", Function::List),
        ("word", Function::Word),
        ("span", Function::Span),
        ("answering", Function::Answering),
    ];
    for (name, function) in functions {
        handlebars.register_helper(name, Box::new(Call { function, language }));
    }
}

impl HelperDef for Call {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let missing = || RenderErrorReason::ParamNotFoundForIndex("function", 0);
        let parameter = helper.param(0).ok_or_else(missing)?;
        if parameter.is_value_missing() {
            return Err(RenderErrorReason::MissingVariable(parameter.relative_path().cloned()).into());
        }
        let value = parameter.value();
        let text = value.as_str().unwrap_or_default();
        let escape = registry.get_escape_fn();
        let written = match self.function {
            Function::Lines => broken_lines(&escape(text)),
            Function::Quote => quoted(text),
            Function::List => {
                let words = value.as_array().into_iter().flatten().filter_map(|word| word.as_str());
                escape(&words.collect::<Vec<_>>().join(", "))
            }
            Function::Word => escape(word::translate(self.language, text)),
            Function::Span => escape(&word::span(self.language, text)),
            Function::Answering => escape(&answering(text)),
        };
        out.write(&written)?;
        Ok(())
    }
}

/// Escaped lines as HTML shows them: a break at each line end, and the spaces at their starts, which it would drop.
fn broken_lines(escaped: &str) -> String {
    let mut out = String::with_capacity(escaped.len() + escaped.len() / 8 + 64);
    for (number, line) in escaped.split('\n').enumerate() {
        if number > 0 {
            out.push_str("<br>\n");
        }
        let rest = line.trim_start_matches([' ', '\t']);
        let spaces: usize = line.strip_suffix(rest).unwrap_or_default().chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        (0..spaces.min(40)).for_each(|_| out.push_str("&nbsp;"));
        out.push_str(rest);
    }
    out
}

/// RFC 5322 §3.6.5 knows `Re: ` alone; German and Scandinavian programs write their own.
fn answering(subject: &str) -> String {
    let mut rest = subject.trim();
    while let Some((prefix, after)) = rest.split_once(':')
        && ["re", "aw", "antw", "sv"].iter().any(|known| prefix.trim().eq_ignore_ascii_case(known))
    {
        rest = after.trim_start();
    }
    format!("Re: {rest}")
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8 + 64);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        out.push_str(if line.is_empty() { ">" } else { "> " });
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_one_prefix() {
        for subject in ["Printer: on fire", "Re: Printer: on fire", "AW: RE : re:Printer: on fire"] {
            assert_eq!(answering(subject), "Re: Printer: on fire");
        }
        assert_eq!(answering("Return: it"), "Re: Return: it");
    }
}
