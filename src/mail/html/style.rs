//! What attributes say about how an element looks, and which marks mail programs set in them.

use super::Mark;
use super::element::{Name, Sort};
use super::sheet::Sheet;
use super::token::Tag;

const STYLE: Name = Name::of("style");
const HIDDEN: Name = Name::of("hidden");
const BGCOLOR: Name = Name::of("bgcolor");
const BACKGROUND: Name = Name::of("background");
const COLOR: Name = Name::of("color");
const CLASS: Name = Name::of("class");
const ID: Name = Name::of("id");
const FONT: Name = Name::of("font");
const DIV: Name = Name::of("div");
const HTML: Name = Name::of("html");
const TBODY: Name = Name::of("tbody");

/// What matters of an element's looks.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) is_hidden: bool,
    /// Its own style says that it is shown.
    is_displayed: bool,
    /// White text: hidden where nothing gives it a background.
    pub(super) is_white: bool,
    pub(super) has_background: bool,
    /// A `blockquote` that only moves its text to the right.
    pub(super) is_indent: bool,
    pub(super) is_preformatted: bool,
    /// A bullet or a number that Word wrote as text.
    pub(super) is_marker: bool,
    /// A paragraph without a margin.
    pub(super) is_tight: bool,
    pub(super) mark: Option<Mark>,
}

/// Reads `style`, `class`, `id`, `hidden`, `bgcolor` and `color`. `sheet` is what the message's own style sheet hides.
pub(super) fn look(tag: &Tag<'_>, sheet: &Sheet) -> Look {
    let mut look = Look::default();
    let mut is_hidden_by_sheet = false;
    for attribute in &tag.attributes {
        match attribute.name {
            STYLE => read_style(tag, &attribute.value(), &mut look),
            HIDDEN => look.is_hidden = true,
            BGCOLOR | BACKGROUND => look.has_background = true,
            COLOR if tag.name == FONT => look.is_white = is_white(&attribute.value().to_ascii_lowercase()),
            CLASS => {
                let value = attribute.value();
                look.is_tight |= value.split_whitespace().any(|class| class.starts_with("Mso") || class.starts_with("p1"));
                look.mark = look.mark.or_else(|| value.split_whitespace().find_map(mark_of_class));
                is_hidden_by_sheet |= value.split_whitespace().take(50).any(|class| sheet.hides_class(tag.name, class));
            }
            ID => {
                let value = attribute.value();
                look.mark = look.mark.or_else(|| mark_of_id(&value));
                is_hidden_by_sheet |= sheet.hides_id(tag.name, &value);
            }
            _ => {}
        }
    }
    // What an element says of itself overrules the sheet.
    look.is_hidden |= is_hidden_by_sheet && !look.is_displayed;
    look
}

/// Classes that mail programs give to what they quote (seen up to 2026 in what they send).
fn mark_of_class(class: &str) -> Option<Mark> {
    Some(match class {
        // Gmail; `ecx` and `x_` are what Outlook on the web puts before foreign classes.
        "gmail_quote" | "gmail_quote_container" | "gmail_attr" | "ecxgmail_quote" | "x_gmail_quote" => Mark::Attribution,
        // Thunderbird, Proton, Tuta, Zimbra, Zoho.
        "moz-cite-prefix" | "protonmail_quote" | "tutanota_quote" | "zmail_extra" => Mark::Attribution,
        "yahoo_quoted" | "OutlookMessageHeader" | "ms-outlook-mobile-reference-message" => Mark::QuoteToEnd,
        "moz-signature" | "gmail_signature" | "protonmail_signature_block" | "tutanota_signature" => Mark::SignatureStart,
        _ => return None,
    })
}

fn mark_of_id(id: &str) -> Option<Mark> {
    let id = id.strip_prefix("x_").unwrap_or(id);
    Some(match id {
        "divRplyFwdMsg" | "appendonsend" | "mail-editor-reference-message-container" | "OLK_SRC_BODY_SECTION" => Mark::QuoteToEnd,
        "Signature" | "signature" | "ms-outlook-mobile-signature" | "AppleMailSignature" | "ymail_android_signature" => {
            Mark::SignatureStart
        }
        _ => return None,
    })
}

fn read_style(tag: &Tag<'_>, style: &str, look: &mut Look) {
    let style = style.to_ascii_lowercase();
    let (mut no_margin, mut has_margin) = (false, false);
    let (mut color, mut background) = (None, None);
    let mut hiding = Hiding::default();
    for declaration in style.split(';').take(100) {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let (property, value) = (property.trim(), plain_value(value));
        hiding.take(property, value);
        match property {
            "display" => look.is_displayed = value != "none",
            "color" => {
                look.is_white = is_white(value);
                color = Some(value);
            }
            "background" | "background-color" | "background-image" => {
                look.has_background |= !is_white(value) && !value.starts_with("transparent") && value != "none";
                background = Some(value).filter(|_| property != "background-image").or(background);
            }
            "mso-list" => look.is_marker = value == "ignore",
            "white-space" => look.is_preformatted = value.starts_with("pre"),
            "margin" | "margin-top" | "margin-bottom" | "margin-left" => {
                no_margin |= value.split_whitespace().next().is_some_and(is_zero);
                has_margin |= value.split_whitespace().any(|v| !is_zero(v));
            }
            // Outlook for Windows draws this line above the header of what it answers.
            "border-top" | "border"
                if tag.name == DIV && (value.contains("#e1e1e1") || value.contains("#b5c4df")) && value.contains("solid") =>
            {
                look.mark = Some(Mark::QuoteToEnd);
            }
            "border" | "border-left" if tag.sort == Sort::Quote => look.is_indent |= value.starts_with("none") || is_zero(value),
            _ => {}
        }
    }
    look.is_indent &= has_margin;
    look.is_tight |= no_margin;
    // Letters of their own background's colour: the one case in which a colour alone surely hides.
    let is_invisible = color == Some("transparent") || color.is_some() && color == background;
    // The elements that carry a page are not hidden by a zero on them; tables are often given one.
    let carries = matches!(tag.sort, Sort::Body | Sort::Table | Sort::Row | Sort::Cell) || matches!(tag.name, HTML | TBODY);
    look.is_hidden |= hiding.is_certain || is_invisible || hiding.is_likely() && !carries;
}

/// The value of a declaration without its weight.
fn plain_value(value: &str) -> &str {
    value.trim().trim_end_matches("!important").trim()
}

/// What some declarations do to an element's being seen.
///
/// `mso-hide:all` is not among them: it hides from Outlook alone what everybody else is shown (buttons, mostly); who wants a
/// preheader hidden from all writes `display:none` beside it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hiding {
    is_certain: bool,
    is_small: bool,
    has_no_size: bool,
    is_clipped: bool,
    is_positioned: bool,
    is_far_away: bool,
}

impl Hiding {
    /// Takes a declaration in lower case.
    pub(super) fn take(&mut self, property: &str, value: &str) {
        match property {
            "display" => self.is_certain = value == "none",
            "visibility" => self.is_small |= matches!(value, "hidden" | "collapse"),
            "opacity" | "max-height" => self.is_small |= is_zero(value),
            "font-size" => self.is_small |= is_tiny(value),
            "height" | "width" | "max-width" => self.has_no_size |= is_zero(value) || value == "1px",
            "overflow" | "overflow-y" => self.is_clipped |= value == "hidden",
            "position" => self.is_positioned |= matches!(value, "absolute" | "fixed"),
            "left" | "top" | "right" | "text-indent" => {
                self.is_far_away |= value.starts_with("-") && number(value).is_some_and(|(number, _)| number <= -900.0);
            }
            _ => {}
        }
    }

    /// Whether it cannot be seen, by one of the usual tricks.
    fn is_likely(self) -> bool {
        self.is_small || self.has_no_size && self.is_clipped || self.is_far_away && (self.is_positioned || self.is_clipped)
    }

    /// Whether declarations of a style sheet hide an element.
    pub(super) fn hides(self) -> bool {
        self.is_certain || self.is_likely()
    }
}

/// A number and its unit.
fn number(value: &str) -> Option<(f32, &str)> {
    let end = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    Some((end.trim().parse().ok()?, value.get(end.len()..).unwrap_or_default()))
}

fn is_zero(value: &str) -> bool {
    number(value.trim()).is_some_and(|(number, _)| number == 0.0)
}

/// Letters that nobody can read.
fn is_tiny(value: &str) -> bool {
    number(value.trim()).is_some_and(|(number, unit)| match unit {
        "px" | "pt" => number <= 1.0,
        "em" | "rem" => number <= 0.1,
        "%" => number <= 5.0,
        _ => number == 0.0,
    })
}

fn is_white(value: &str) -> bool {
    matches!(value.trim(), "#fff" | "#ffffff" | "white" | "rgb(255,255,255)" | "rgb(255, 255, 255)")
}
