//! What a template includes, and that it neither nests without end nor includes itself.
//!
//! Handlebars recurses when it reads and when it renders; an endless include would overflow the stack, which ends the
//! process. So depth is bounded before it reads a text, and the graph of includes must have no cycle before anything is rendered.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::Template;
use handlebars::template::{DecoratorTemplate, TemplateElement};

/// Bytes of one template; the largest built-in one has 2 KB.
pub(super) const TEMPLATE_BYTES: usize = 64 * 1024;
/// Blocks within blocks; the built-in ones reach 3.
const DEPTH: usize = 20;

/// Why a template is not taken before handlebars has read it.
pub(super) fn refuse(source: &str) -> Option<String> {
    if source.len() > TEMPLATE_BYTES {
        return Some(format!("is longer than {TEMPLATE_BYTES} bytes; shorten it"));
    }
    let mut blocks = 0_usize;
    let mut deepest = 0_usize;
    for tag in source.split("{{").skip(1) {
        let inside = tag.split("}}").next().unwrap_or_default().trim_start_matches(['{', '~']);
        match inside.chars().next() {
            Some('#' | '^') => blocks += 1,
            Some('/') => blocks = blocks.saturating_sub(1),
            _ => {}
        }
        let brackets = inside.bytes().filter(|byte| matches!(byte, b'(' | b'[' | b'{')).count();
        deepest = deepest.max(blocks).max(brackets);
    }
    (deepest > DEPTH).then(|| format!("nests more than {DEPTH} deep; make it flatter"))
}

/// The names that a template includes with `{{> name}}`.
///
/// # Errors
/// What it does that cannot be checked: names that are only known when it is rendered, and parts defined within it.
pub(super) fn includes(template: &Template) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    walk(template, &mut found)?;
    Ok(found)
}

fn walk(template: &Template, found: &mut BTreeSet<String>) -> Result<(), String> {
    for element in &template.elements {
        match element {
            TemplateElement::PartialExpression(part) | TemplateElement::PartialBlock(part) => include(part, found)?,
            TemplateElement::HelperBlock(block) => {
                for inner in [&block.template, &block.inverse].into_iter().flatten() {
                    walk(inner, found)?;
                }
            }
            TemplateElement::DecoratorExpression(_) | TemplateElement::DecoratorBlock(_) => {
                return Err("defines a part within itself; put it into a file whose name starts with `_`".to_owned());
            }
            TemplateElement::RawString(_)
            | TemplateElement::HtmlExpression(_)
            | TemplateElement::Expression(_)
            | TemplateElement::Comment(_) => {}
            // The list is open: what a later handlebars adds is not ours to guess at.
            _ => return Err("does something that this version does not know".to_owned()),
        }
    }
    Ok(())
}

fn include(part: &DecoratorTemplate, found: &mut BTreeSet<String>) -> Result<(), String> {
    let Some(name) = part.name.as_name() else {
        return Err("includes a part whose name is worked out; write the name itself".to_owned());
    };
    if name != "@partial-block" {
        found.insert(name.to_owned());
    }
    part.template.as_ref().map_or(Ok(()), |inner| walk(inner, found))
}

/// The first name that leads back to itself.
pub(super) fn cycle(graph: &BTreeMap<String, BTreeSet<String>>) -> Option<String> {
    // Whatever includes only what is settled is settled; what remains when nothing more settles lies on or before a cycle.
    let mut settled: BTreeSet<&str> = BTreeSet::new();
    loop {
        let next: Vec<&str> = graph
            .iter()
            .filter(|(name, _)| !settled.contains(name.as_str()))
            .filter(|(_, includes)| includes.iter().all(|name| settled.contains(name.as_str()) || !graph.contains_key(name)))
            .map(|(name, _)| name.as_str())
            .collect();
        if next.is_empty() {
            return graph.keys().find(|name| !settled.contains(name.as_str())).cloned();
        }
        settled.extend(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn includes_of(source: &str) -> Result<BTreeSet<String>, String> {
        includes(&Template::compile(source).expect("compiles"))
    }

    #[test]
    fn includes_are_found_in_every_branch() {
        let found = includes_of(
            "{{> _a}}{{#if x}}{{> _b}}{{else if y}}{{> _c}}{{else}}{{#each z}}{{> _d}}{{/each}}{{/if}}{{#> _e}}{{> _f}}{{/_e}}",
        );
        let names: Vec<_> = found.expect("plain").into_iter().collect();
        assert_eq!(names, ["_a", "_b", "_c", "_d", "_e", "_f"]);
        assert!(includes_of("{{> (lookup this \"x\")}}").is_err());
        assert!(includes_of("{{#*inline \"x\"}}{{> x}}{{/inline}}{{> x}}").is_err());
    }

    #[test]
    fn cycles_are_found_however_long() {
        let graph = |edges: &[(&str, &str)]| {
            let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for (from, to) in edges {
                graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            }
            graph
        };
        assert_eq!(cycle(&graph(&[("a", "b"), ("b", "c"), ("a", "c"), ("c", "elsewhere")])), None);
        assert_eq!(cycle(&graph(&[("a", "a")])).as_deref(), Some("a"));
        assert!(cycle(&graph(&[("a", "b"), ("b", "c"), ("c", "b")])).is_some());
    }

    #[test]
    fn depth_and_size_are_bounded_before_anything_recurses() {
        assert_eq!(refuse(&"{{#if a}}x{{/if}}".repeat(1000)), None);
        assert!(refuse(&"{{#if a}}".repeat(5000)).is_some());
        assert!(refuse(&format!("{{{{list {}", "(".repeat(5000))).is_some());
        assert!(refuse(&"x".repeat(TEMPLATE_BYTES + 1)).is_some());
    }
}
