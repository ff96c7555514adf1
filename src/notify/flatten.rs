//! Includes written out into the text before it is compiled.
//!
//! Handlebars copies the whole model for each `{{> part}}` that it renders, which costs more than everything else about a
//! letter. So templates that have proved good are compiled once more with their parts written into them. Only what
//! certainly means the same is written out: includes without parameters that stand alone on their line, of parts that do not
//! ask where they stand (`../`, `@index`). The rest stays an include.

use std::collections::BTreeMap;

use super::structure::TEMPLATE_BYTES;

/// Includes within includes; their graph has no cycle (see `structure`), this is only a belt to it.
const DEPTH: usize = 20;
/// The line of a part that wraps others at which what it wraps is put.
const INSIDE: &str = "{{> @partial-block}}";

/// The texts of a language with their includes written out, by file name.
pub(super) fn flatten(files: &BTreeMap<&str, &str>) -> BTreeMap<String, String> {
    let flat = |(name, source): (&&str, &&str)| {
        let suffix = if name.ends_with(".html") { ".html" } else { ".txt" };
        let part = |part: &str| files.get(format!("{part}{suffix}").as_str()).copied();
        let flat = written_out(source, &part, 0);
        // What grows out of all bounds stays as it is.
        let flat = if flat.len() > TEMPLATE_BYTES { (*source).to_owned() } else { flat };
        ((*name).to_owned(), flat)
    };
    files.iter().map(flat).collect()
}

fn written_out<'a>(source: &'a str, part: &dyn Fn(&str) -> Option<&'a str>, depth: usize) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let mut rest = source;
    while let Some((line, after)) = next_line(rest).filter(|_| out.len() <= TEMPLATE_BYTES) {
        rest = after;
        if depth < DEPTH {
            if let Some(source) = name_in(line, "{{> ").and_then(part).filter(|source| stands_anywhere(source)) {
                out.push_str(&written_out(source, part, depth + 1));
                continue;
            }
            if let Some((wrapper, inside, after)) = block(line, rest, part) {
                let (above, below) = wrapper;
                for text in [above, inside, below] {
                    out.push_str(&written_out(text, part, depth + 1));
                }
                rest = after;
                continue;
            }
        }
        out.push_str(line);
    }
    out
}

/// `{{#> name}}` … `{{/name}}`: what the part has above and below its inside, the inside, and what follows.
fn block<'a>(
    line: &str,
    rest: &'a str,
    part: &dyn Fn(&str) -> Option<&'a str>,
) -> Option<((&'a str, &'a str), &'a str, &'a str)> {
    let name = name_in(line, "{{#> ")?;
    let (above, below) = part(name)?.split_once(&format!("\n{INSIDE}\n"))?;
    let (inside, after) = rest.split_once(&format!("\n{{{{/{name}}}}}\n"))?;
    // The line breaks that were split at end the lines before them.
    let above = part(name)?.get(..=above.len())?;
    let inside = rest.get(..=inside.len())?;
    (stands_anywhere(above) && stands_anywhere(below)).then_some(((above, below), inside, after))
}

/// The first line with its line break, and what follows.
fn next_line(text: &str) -> Option<(&str, &str)> {
    let end = text.find('\n').map_or(text.len(), |end| end + 1);
    text.split_at_checked(end).filter(|(line, _)| !line.is_empty())
}

/// The name in a line that is nothing but this tag.
fn name_in<'l>(line: &'l str, tag: &str) -> Option<&'l str> {
    let name = line.strip_suffix('\n')?.strip_prefix(tag)?.strip_suffix("}}")?;
    name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).then_some(name)
}

/// Whether a part means the same wherever it is put, and ends its last line.
fn stands_anywhere(source: &str) -> bool {
    !source.contains("../") && !source.contains('@') && source.ends_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let files = [
            ("a.txt", source),
            ("_part.txt", "one {{x}}\n{{> _inner}}\n"),
            ("_inner.txt", "two\n"),
            ("_wrap.txt", "above\n{{> @partial-block}}\nbelow\n"),
            ("_place.txt", "{{@index}}\n"),
            ("_part.html", "no text\n"),
        ];
        assert_eq!(flatten(&files.into()).get("a.txt").map(String::as_str), Some(expected));
    }

    #[test]
    fn what_means_the_same_anywhere_is_written_out() {
        check("a\n{{> _part}}\nb\n", "a\none {{x}}\ntwo\nb\n");
        check("{{#> _wrap}}\n{{> _inner}}\n{{/_wrap}}\nend\n", "above\ntwo\nbelow\nend\n");
    }

    #[test]
    fn the_rest_stays_an_include() {
        for source in
            ["{{> _place}}\n", "{{> _part x=1}}\n", "  {{> _part}}\n", "a {{> _part}}\n", "{{> _nobody}}\n", "{{> _part}}"]
        {
            check(source, source);
        }
    }
}
