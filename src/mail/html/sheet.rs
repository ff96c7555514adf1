//! The one thing that is read out of a message's own style sheet: which classes and ids it hides.
//!
//! Newsletters hide their preheader that way. Only plain selectors outside of `@` blocks count (`.name`, `#name`, `p.name`):
//! what depends on the size of a screen is shown.

use std::collections::BTreeSet;

use super::element::Name;
use super::style::Hiding;

/// Bytes of style sheets that are looked at.
pub(super) const SHEET_BYTES: usize = 256 * 1024;
/// Selectors that are kept.
const SELECTORS: usize = 500;

/// What is hidden.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// A class or an id with its sign, and the element that alone it concerns.
    selectors: BTreeSet<(Option<Name>, String)>,
}

impl Sheet {
    /// Adds the text of a `style` element.
    pub(super) fn read(&mut self, text: &str) {
        let text = without_comments(&text.to_ascii_lowercase());
        let mut rest = text.as_str();
        while let Some((selectors, after)) = rest.split_once('{') {
            // Statements such as `@import` end before the next selector.
            let selectors = selectors.rsplit(';').next().unwrap_or_default().trim();
            if selectors.starts_with('@') {
                rest = past_block(after);
                continue;
            }
            let (declarations, next) = after.split_once('}').unwrap_or((after, ""));
            rest = next;
            let mut hiding = Hiding::default();
            for (property, value) in declarations.split(';').take(100).filter_map(|one| one.split_once(':')) {
                hiding.take(property.trim(), value.trim().trim_end_matches("!important").trim());
            }
            if hiding.hides() {
                let plain = selectors.split(',').map(str::trim).filter(|selector| is_plain(selector));
                self.selectors.extend(plain.take(SELECTORS.saturating_sub(self.selectors.len())).map(taken_apart));
            }
        }
    }

    /// Whether an element with this class is hidden.
    pub(super) fn hides_class(&self, element: Name, class: &str) -> bool {
        self.hides(element, '.', class)
    }

    /// Whether the element with this id is hidden.
    pub(super) fn hides_id(&self, element: Name, id: &str) -> bool {
        self.hides(element, '#', id)
    }

    fn hides(&self, element: Name, sign: char, name: &str) -> bool {
        if self.selectors.is_empty() || name.len() > 200 {
            return false;
        }
        let selector = format!("{sign}{}", name.to_ascii_lowercase());
        self.selectors.contains(&(None, selector.clone())) || self.selectors.contains(&(Some(element), selector))
    }
}

/// The element that a selector names, if it names one, and its class or id.
fn taken_apart(selector: &str) -> (Option<Name>, String) {
    let (element, rest) = selector.split_at_checked(selector.find(['.', '#']).unwrap_or_default()).unwrap_or_default();
    (Some(element).filter(|element| !element.is_empty()).map(Name::of), rest.to_owned())
}

/// One class or id, perhaps of one kind of element.
fn is_plain(selector: &str) -> bool {
    selector.len() < 200
        && selector.chars().filter(|c| matches!(c, '.' | '#')).count() == 1
        && selector.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '#' | '-' | '_'))
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, next)| next);
    }
    out.push_str(rest);
    out.replace("<!--", " ").replace("-->", " ")
}

/// What follows the block that has just been opened.
fn past_block(text: &str) -> &str {
    let mut depth = 1_u32;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth = depth.saturating_add(1),
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: Name = Name::of("p");

    #[test]
    fn plain_selectors_that_hide_are_kept() {
        let mut sheet = Sheet::default();
        sheet.read(
            "<!-- @import url(x); .a, p.b { Display : none !important } /* .c{display:none} */ .d{color:red}\n\
             @media (max-width:600px) { .e { display:none } .f { x:y } } #g{max-height:0;overflow:hidden} .h .i{display:none} -->",
        );
        for (element, class, hides) in
            [("div", "A", true), ("p", "b", true), ("div", "b", false), ("p", "c", false), ("p", "d", false)]
        {
            assert_eq!(sheet.hides_class(Name::of(element), class), hides, "{class}");
        }
        assert!(!sheet.hides_class(PARAGRAPH, "e") && !sheet.hides_class(PARAGRAPH, "i") && sheet.hides_id(PARAGRAPH, "g"));
        for broken in ["{", "}", "@media{{{", ".a{display:none", "/*"] {
            sheet.read(broken);
        }
    }
}
