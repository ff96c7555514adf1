//! What attributes say about how an element looks, and which marks mail programs set in them.

use html5ever::tokenizer::Tag;

use super::Mark;

/// What matters of an element's looks.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) is_hidden: bool,
    /// White text: hidden where nothing gives it a background.
    pub(super) is_white: bool,
    pub(super) has_background: bool,
    /// A `blockquote` that only moves its text to the right.
    pub(super) is_indent: bool,
    pub(super) is_preformatted: bool,
    /// A paragraph without a margin.
    pub(super) is_tight: bool,
    pub(super) mark: Option<Mark>,
}

/// The value of an attribute.
pub(super) fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}

/// Reads `style`, `class`, `id`, `hidden`, `bgcolor` and `color`.
pub(super) fn look(tag: &Tag) -> Look {
    let mut look = Look::default();
    let name: &str = &tag.name;
    for attribute in &tag.attrs {
        let value: &str = &attribute.value;
        match &*attribute.name.local {
            "style" => read_style(name, value, &mut look),
            "hidden" => look.is_hidden = true,
            "bgcolor" | "background" => look.has_background = true,
            "color" if name == "font" => look.is_white = is_white(&value.to_ascii_lowercase()),
            "class" => {
                look.is_tight |= value.split_whitespace().any(|class| class.starts_with("Mso") || class.starts_with("p1"));
                look.mark = look.mark.or_else(|| value.split_whitespace().find_map(mark_of_class));
            }
            "id" => look.mark = look.mark.or_else(|| mark_of_id(value)),
            _ => {}
        }
    }
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

fn read_style(name: &str, style: &str, look: &mut Look) {
    let style = style.to_ascii_lowercase();
    let (mut no_margin, mut has_margin) = (false, false);
    for declaration in style.split(';').take(100) {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let value = value.trim().trim_end_matches("!important").trim();
        match property.trim() {
            "display" => look.is_hidden |= value == "none",
            "visibility" => look.is_hidden |= matches!(value, "hidden" | "collapse"),
            "opacity" => look.is_hidden |= is_zero(value),
            "max-height" => look.is_hidden |= is_zero(value),
            "font-size" => look.is_hidden |= is_zero(value) || value == "1px",
            "color" => look.is_white = is_white(value),
            "background" | "background-color" | "background-image" => {
                look.has_background |= !is_white(value) && !value.starts_with("transparent") && value != "none";
            }
            "white-space" => look.is_preformatted = value.starts_with("pre"),
            "margin" | "margin-top" | "margin-bottom" | "margin-left" => {
                no_margin |= value.split_whitespace().next().is_some_and(is_zero);
                has_margin |= value.split_whitespace().any(|v| !is_zero(v));
            }
            // Outlook for Windows draws this line above the header of what it answers.
            "border-top" | "border"
                if name == "div" && (value.contains("#e1e1e1") || value.contains("#b5c4df")) && value.contains("solid") =>
            {
                look.mark = Some(Mark::QuoteToEnd);
            }
            "border-top" if name == "div" && value.contains("solid") && value.contains("windowtext") => {}
            "border" | "border-left" if name == "blockquote" => look.is_indent |= value.starts_with("none") || is_zero(value),
            _ => {}
        }
    }
    look.is_indent &= has_margin;
    look.is_tight |= no_margin;
    // The elements that carry a page are not hidden by a zero on them; tables are often given one.
    look.is_hidden &= !matches!(name, "html" | "body" | "td" | "tr" | "table" | "tbody")
        || style.contains("display:none")
        || style.contains("display: none");
}

fn is_zero(value: &str) -> bool {
    let number = value.trim().trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    number.parse::<f32>().is_ok_and(|number| number == 0.0)
}

fn is_white(value: &str) -> bool {
    matches!(value.trim(), "#fff" | "#ffffff" | "white" | "rgb(255,255,255)" | "rgb(255, 255, 255)")
}
